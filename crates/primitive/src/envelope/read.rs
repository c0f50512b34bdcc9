use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::config::{CodecConfig, Leniency, Limits};
use crate::content::{Content, Raw};
use crate::error::{DecodeError, DecodeRule};
use crate::primitive::{Parameter, Primitive, RequestPrimitive, ResponsePrimitive, ResponseType};
use crate::timestamp::{AbsoluteOrRelative, Timestamp};
use crate::token::{Number, Scan, Source, Token};
use crate::types::{
    ContentStatus, DesiredIdentifierResultType, EventCategory, Operation, RequestIdentifier,
    ResourceType, ResponseStatusCode, ResponseTypeValue, ResultContent,
};

/// What a wrapper or a root element says that a primitive is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Root {
    Request,
    Response,
}

/// The parameters as they come; which of the two primitives it is shows at the end.
struct Envelope<'a> {
    operation: Option<Operation>,
    status: Option<ResponseStatusCode>,
    to: Option<Cow<'a, str>>,
    request_identifier: Option<RequestIdentifier<'a>>,
    /// The others that requests have, some of which responses have too.
    request: RequestPrimitive<'a>,
    content_status: Option<ContentStatus>,
    content_offset: Option<u32>,
    assigned_token_identifiers: Option<Raw<'a>>,
    token_request_information: Option<Raw<'a>>,
    authorization_signature_request_information: Option<bool>,
}

/// Reads the primitive that is all of a source. If nothing around it says what it is, the parameters do, perhaps late: then
/// it may have to be read again.
pub(crate) fn read<'a, S: Source<'a>>(
    source: impl Fn() -> S,
    root: Option<Root>,
    config: &CodecConfig,
) -> Result<Primitive<'a>, DecodeError> {
    let mut again = None;
    let first = attempt(&mut source(), root, config, &mut again);
    // A parameter may be wrong for one of the two only, and unknown to the other.
    if let (Err(error), None) = (&first, root)
        && may_differ(error.rule)
    {
        again = kind(&mut source());
    }
    if again.is_none() {
        return first;
    }
    attempt(&mut source(), again, config, &mut None)
}

/// Whether it is a rule about the value of a parameter, and not about what can be read at all.
const fn may_differ(rule: DecodeRule) -> bool {
    matches!(
        rule,
        DecodeRule::Type | DecodeRule::NotAnObject | DecodeRule::UnknownName | DecodeRule::Missing
    )
}

/// What the parameters say that a primitive is, if they can be read that far.
fn kind<'a>(source: &mut impl Source<'a>) -> Option<Root> {
    let mut kind = None;
    let Ok(Some(Token::BeginObject)) = source.next() else {
        return None;
    };
    while let Ok(Some(name)) = source.next_name() {
        match &*name {
            "op" => return Some(Root::Request),
            "rsc" => kind = Some(Root::Response),
            _ => {}
        }
        source.raw().ok()?;
    }
    kind
}

/// Reads the primitive that is all of a source which has said what it is.
pub(crate) fn read_whole<'a>(
    mut source: impl Source<'a>,
    root: Root,
    config: &CodecConfig,
) -> Result<Primitive<'a>, DecodeError> {
    attempt(&mut source, Some(root), config, &mut None)
}

/// The primitive; and what it is, in `again`, if it is to be read again with that known.
fn attempt<'a>(
    source: &mut impl Source<'a>,
    root: Option<Root>,
    config: &CodecConfig,
    again: &mut Option<Root>,
) -> Result<Primitive<'a>, DecodeError> {
    let mut envelope = Envelope::new();
    let mut reader = Reader {
        source,
        limits: config.limits,
        leniency: config.leniency,
        root,
        is_mixed: (false, false),
        list_items: 0,
        unknown: 0,
        envelope: &mut envelope,
    };
    let read = reader.primitive();
    let is_mixed = reader.is_mixed;
    match (read, envelope.request_identifier.take()) {
        (Ok(()), Some(request_identifier)) => {
            *again = match envelope.status {
                Some(_) if is_mixed.0 => Some(Root::Response),
                None if is_mixed.1 => Some(Root::Request),
                Some(_) | None => None,
            };
            Ok(envelope.into_primitive(request_identifier))
        }
        (read, request_identifier) => Err(DecodeError {
            rule: read.err().unwrap_or(DecodeRule::Missing),
            offset: source.offset(),
            path: source.path(),
            request_identifier: request_identifier.map(RequestIdentifier::into_owned),
        }),
    }
}

pub(super) struct Reader<'s, 'a, S> {
    pub(super) source: &'s mut S,
    limits: Limits,
    leniency: Leniency,
    root: Option<Root>,
    /// Whether there were parameters that only requests have, and some that only responses have.
    is_mixed: (bool, bool),
    list_items: usize,
    unknown: usize,
    envelope: &'s mut Envelope<'a>,
}

impl<'a, S: Source<'a>> Reader<'_, 'a, S> {
    fn primitive(&mut self) -> Scan<()> {
        self.begin()?;
        let mut is_first = true;
        while let Some(name) = self.source.next_name()? {
            if is_first && self.leniency.wrapped && matches!(&*name, "m2m:rqp" | "m2m:rsp") {
                let is_request = &*name == "m2m:rqp";
                let root = if is_request {
                    Root::Request
                } else {
                    Root::Response
                };
                self.root = Some(root);
                return self.wrapped();
            }
            is_first = false;
            self.parameter(name)?;
        }
        self.end()
    }

    /// A primitive within `m2m:rqp` or `m2m:rsp`, and nothing beside it.
    fn wrapped(&mut self) -> Scan<()> {
        self.begin()?;
        while let Some(name) = self.source.next_name()? {
            self.parameter(name)?;
        }
        match self.source.next_name()? {
            None => self.end(),
            Some(_) => Err(DecodeRule::NeitherRequestNorResponse),
        }
    }

    /// What tells requests and responses apart (TS-0004 8.4.2), and what a request has besides an identifier.
    fn end(&mut self) -> Scan<()> {
        if self.source.next()?.is_some() {
            return Err(DecodeRule::TrailingBytes);
        }
        let envelope = &*self.envelope;
        let found = match (envelope.operation, envelope.status) {
            (Some(_), None) if envelope.to.is_none() => return Err(DecodeRule::Missing),
            (Some(_), None) => Root::Request,
            (None, Some(_)) => Root::Response,
            (Some(_), Some(_)) | (None, None) => {
                return Err(DecodeRule::NeitherRequestNorResponse);
            }
        };
        if self.root.is_some_and(|root| root != found) {
            return Err(DecodeRule::NeitherRequestNorResponse);
        }
        Ok(())
    }

    fn parameter(&mut self, name: Cow<'a, str>) -> Scan<()> {
        let is_known = match &*name {
            "op" if self.root == Some(Root::Response) => {
                return Err(DecodeRule::NeitherRequestNorResponse);
            }
            "rsc" if self.root == Some(Root::Request) => {
                return Err(DecodeRule::NeitherRequestNorResponse);
            }
            "to" => {
                self.envelope.to = Some(self.source.next_text()?);
                true
            }
            "rqi" => {
                let identifier = RequestIdentifier::new(self.source.next_text()?);
                let identifier = identifier.ok_or(DecodeRule::RequestIdentifier)?;
                self.envelope.request_identifier = Some(identifier);
                true
            }
            "op" => {
                self.envelope.operation = Some(Operation(self.integer()?));
                true
            }
            "rsc" => {
                self.envelope.status = Some(ResponseStatusCode(self.integer()?));
                true
            }
            name => {
                self.common_parameter(name)?
                    || (self.root != Some(Root::Response) && self.request_parameter(name)?)
                    || (self.root != Some(Root::Request) && self.response_parameter(name)?)
            }
        };
        if !is_known {
            self.count_unknown()?;
            let value = self.source.raw()?;
            let others = &mut self.envelope.request.others;
            others.push(Parameter { name, value });
        }
        Ok(())
    }

    /// A parameter that requests and responses have; whether it was one.
    fn common_parameter(&mut self, name: &str) -> Scan<bool> {
        match name {
            "fr" => self.envelope.request.from = Some(self.source.next_text()?),
            "pc" => {
                let content = Content::from_raw(self.source.content()?);
                self.envelope.request.content = Some(content);
            }
            "rvi" => self.envelope.request.release_version = Some(self.source.next_text()?),
            "ot" => self.envelope.request.originating_timestamp = Some(self.timestamp()?),
            "rset" => {
                let rset = self.absolute_or_relative()?;
                self.envelope.request.result_expiration_timestamp = Some(rset);
            }
            "ec" => self.envelope.request.event_category = Some(EventCategory(self.integer()?)),
            "vsi" => self.envelope.request.vendor_information = Some(self.source.next_text()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// A parameter that only requests have; whether it was one.
    fn request_parameter(&mut self, name: &str) -> Scan<bool> {
        match name {
            "ty" => self.envelope.request.resource_type = Some(ResourceType(self.integer()?)),
            "rcn" => self.envelope.request.result_content = Some(ResultContent(self.integer()?)),
            "rqet" => {
                let rqet = self.absolute_or_relative()?;
                self.envelope.request.request_expiration_timestamp = Some(rqet);
            }
            "oet" => {
                let oet = self.absolute_or_relative()?;
                self.envelope.request.operation_execution_time = Some(oet);
            }
            "rp" => {
                let rp = self.absolute_or_relative()?;
                self.envelope.request.result_persistence = Some(rp);
            }
            "rt" => self.envelope.request.response_type = Some(self.response_type()?),
            "da" => self.envelope.request.delivery_aggregation = Some(self.boolean()?),
            "gid" => {
                let gid = self.source.next_text()?;
                self.envelope.request.group_request_identifier = Some(gid);
            }
            "fc" => {
                let criteria = Box::new(self.filter_criteria()?);
                self.envelope.request.filter_criteria = Some(criteria);
            }
            "drt" => {
                let drt = DesiredIdentifierResultType(self.integer()?);
                self.envelope.request.desired_identifier_result_type = Some(drt);
            }
            "sqi" => self.envelope.request.semantic_query_indicator = Some(self.boolean()?),
            name => return self.authorization_parameter(name),
        }
        self.is_mixed.0 = true;
        Ok(true)
    }

    /// A parameter for authorization, which only requests have; whether it was one.
    fn authorization_parameter(&mut self, name: &str) -> Scan<bool> {
        match name {
            "rids" => self.envelope.request.role_identifiers = Some(self.texts()?),
            "tkns" => self.envelope.request.tokens = Some(self.texts()?),
            "tids" => self.envelope.request.token_identifiers = Some(self.texts()?),
            "ltids" => self.envelope.request.local_token_identifiers = Some(self.texts()?),
            "tqi" => self.envelope.request.token_request_indicator = Some(self.boolean()?),
            "grtm" => self.envelope.request.group_request_target_members = Some(self.texts()?),
            "asi" => {
                let asi = self.boolean()?;
                self.envelope.request.authorization_signature_indicator = Some(asi);
            }
            "aus" => self.envelope.request.authorization_signatures = Some(self.texts()?),
            "auri" => {
                let auri = self.boolean()?;
                self.envelope.request.authorization_relationship_indicator = Some(auri);
            }
            _ => return Ok(false),
        }
        self.is_mixed.0 = true;
        Ok(true)
    }

    /// A parameter that only responses have; whether it was one.
    fn response_parameter(&mut self, name: &str) -> Scan<bool> {
        match name {
            "cnst" => self.envelope.content_status = Some(ContentStatus(self.integer()?)),
            "cnot" => self.envelope.content_offset = Some(self.integer()?),
            "ati" => self.envelope.assigned_token_identifiers = Some(self.source.raw()?),
            "tqf" => self.envelope.token_request_information = Some(self.source.raw()?),
            "asri" => {
                let asri = self.boolean()?;
                self.envelope.authorization_signature_request_information = Some(asri);
            }
            _ => return Ok(false),
        }
        self.is_mixed.1 = true;
        Ok(true)
    }

    fn response_type(&mut self) -> Scan<ResponseType<'a>> {
        self.begin()?;
        let mut response_type = ResponseType {
            value: None,
            notification_targets: None,
        };
        while let Some(name) = self.source.next_name()? {
            match &*name {
                "rtv" => response_type.value = Some(ResponseTypeValue(self.integer()?)),
                "nu" => response_type.notification_targets = Some(self.texts()?),
                _ => return Err(DecodeRule::UnknownName),
            }
        }
        Ok(response_type)
    }
}

/// Values of parameters.
impl<'a, S: Source<'a>> Reader<'_, 'a, S> {
    pub(super) fn begin(&mut self) -> Scan<()> {
        match self.source.next()? {
            Some(Token::BeginObject) => Ok(()),
            Some(_) => Err(DecodeRule::NotAnObject),
            None => Err(DecodeRule::Truncated),
        }
    }

    fn token(&mut self) -> Scan<Token<'a>> {
        self.source.next()?.ok_or(DecodeRule::Truncated)
    }

    pub(super) fn count_unknown(&mut self) -> Scan<()> {
        self.unknown += 1;
        if self.unknown > self.limits.max_unknown_parameters {
            return Err(DecodeRule::TooManyMembers);
        }
        Ok(())
    }

    #[inline]
    pub(super) fn integer(&mut self) -> Scan<u32> {
        let token = self.token()?;
        self.integer_of(token)
    }

    /// An integer that is written as one, without fraction or exponent.
    #[inline]
    pub(super) fn integer_of(&self, token: Token<'a>) -> Scan<u32> {
        let value = if let Token::Number(Number::Integer(value)) = token {
            u32::try_from(value).ok()
        } else if let (Token::Text(text), true) = (token, self.leniency.scalars_as_text) {
            text.parse().ok()
        } else {
            None
        };
        value.ok_or(DecodeRule::Type)
    }

    fn boolean(&mut self) -> Scan<bool> {
        let token = self.token()?;
        let value = if let Token::Boolean(value) = token {
            Some(value)
        } else if let (Token::Text(text), true) = (token, self.leniency.scalars_as_text) {
            text.parse().ok()
        } else {
            None
        };
        value.ok_or(DecodeRule::Type)
    }

    pub(super) fn timestamp(&mut self) -> Scan<Timestamp> {
        let text = self.source.next_text()?;
        text.parse().map_err(|_| DecodeRule::Type)
    }

    /// A relative timestamp may be a number as well.
    fn absolute_or_relative(&mut self) -> Scan<AbsoluteOrRelative> {
        let token = self.token()?;
        let value = if let Token::Text(text) = token {
            text.parse().ok()
        } else if let Token::Number(Number::Integer(value)) = token {
            i64::try_from(value).ok().map(AbsoluteOrRelative::Relative)
        } else {
            None
        };
        value.ok_or(DecodeRule::Type)
    }

    pub(super) fn texts(&mut self) -> Scan<Vec<Cow<'a, str>>> {
        self.list(|_, token| {
            let Token::Text(text) = token else {
                return Err(DecodeRule::Type);
            };
            // XML could not tell that there is an item.
            if text.is_empty() {
                return Err(DecodeRule::Type);
            }
            Ok(text)
        })
    }

    pub(super) fn list<T>(
        &mut self,
        item: impl Fn(&mut Self, Token<'a>) -> Scan<T>,
    ) -> Scan<Vec<T>> {
        if self.token()? != Token::BeginArray {
            return Err(DecodeRule::Type);
        }
        let mut items = Vec::new();
        loop {
            let token = self.token()?;
            if token == Token::EndArray {
                return Ok(items);
            }
            self.list_items += 1;
            if self.list_items > self.limits.max_list_items {
                return Err(DecodeRule::TooManyMembers);
            }
            items.push(item(self, token)?);
        }
    }
}

impl<'a> Envelope<'a> {
    fn new() -> Self {
        let placeholder = RequestIdentifier::placeholder();
        Self {
            operation: None,
            status: None,
            to: None,
            request_identifier: None,
            request: RequestPrimitive::new(Operation(0), "", placeholder),
            content_status: None,
            content_offset: None,
            assigned_token_identifiers: None,
            token_request_information: None,
            authorization_signature_request_information: None,
        }
    }

    #[inline]
    fn into_primitive(mut self, request_identifier: RequestIdentifier<'a>) -> Primitive<'a> {
        if let Some(status) = self.status {
            let signature = self.authorization_signature_request_information;
            return Primitive::Response(ResponsePrimitive {
                status,
                request_identifier,
                content: self.request.content,
                to: self.to,
                from: self.request.from,
                originating_timestamp: self.request.originating_timestamp,
                result_expiration_timestamp: self.request.result_expiration_timestamp,
                event_category: self.request.event_category,
                content_status: self.content_status,
                content_offset: self.content_offset,
                assigned_token_identifiers: self.assigned_token_identifiers,
                token_request_information: self.token_request_information,
                authorization_signature_request_information: signature,
                release_version: self.request.release_version,
                vendor_information: self.request.vendor_information,
                others: self.request.others,
            });
        }
        if let Some(operation) = self.operation {
            self.request.operation = operation;
        }
        self.request.to = self.to.unwrap_or_default();
        self.request.request_identifier = request_identifier;
        Primitive::Request(self.request)
    }
}
