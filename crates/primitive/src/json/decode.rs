use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::scan::{Scan, Scanner};
use crate::Limits;
use crate::content::{Content, Raw};
use crate::error::{DecodeError, DecodeRule};
use crate::primitive::{Parameter, Primitive, RequestPrimitive, ResponsePrimitive};
use crate::types::{Operation, RequestIdentifier, ResourceType, ResponseStatusCode, ResultContent};

/// The parameters as they come; which of the two primitives it is shows at the end.
#[derive(Default)]
struct Envelope<'a> {
    operation: Option<u32>,
    status: Option<u32>,
    to: Option<Cow<'a, str>>,
    from: Option<Cow<'a, str>>,
    request_identifier: Option<RequestIdentifier<'a>>,
    content: Option<Content<'a>>,
    release_version: Option<Cow<'a, str>>,
    resource_type: Option<Typed<'a, u32>>,
    result_content: Option<Typed<'a, u32>>,
    expiration: Option<Typed<'a, Cow<'a, str>>>,
    others: Vec<Parameter<'a>>,
}

/// A parameter that only requests have a field for; in a response it is kept as it stands in the text.
struct Typed<'a, T> {
    value: T,
    raw: &'a str,
}

impl<'a, T> Typed<'a, T> {
    fn read(
        scanner: &mut Scanner<'a>,
        read: impl FnOnce(&mut Scanner<'a>) -> Scan<T>,
    ) -> Scan<Self> {
        scanner.peek();
        let start = scanner.offset();
        let value = read(scanner)?;
        Ok(Self {
            value,
            raw: scanner.since(start),
        })
    }

    fn into_parameter(self, name: &'static str) -> Parameter<'a> {
        Parameter {
            name: Cow::Borrowed(name),
            value: Raw::json(self.raw),
        }
    }
}

pub(crate) fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Primitive<'a>, DecodeError> {
    let bare = |rule, offset| DecodeError {
        offset,
        ..DecodeError::new(rule)
    };
    if bytes.len() > limits.max_len {
        return Err(bare(DecodeRule::TooLong, limits.max_len));
    }
    let text =
        core::str::from_utf8(bytes).map_err(|error| bare(DecodeRule::Utf8, error.valid_up_to()))?;
    let mut scanner = Scanner::new(text, *limits);
    let mut envelope = Envelope::default();
    let checked = envelope.read(&mut scanner).and_then(|()| envelope.check());
    match (checked, envelope.request_identifier.take()) {
        (Ok(()), Some(request_identifier)) => Ok(envelope.into_primitive(request_identifier)),
        (checked, request_identifier) => Err(DecodeError {
            rule: checked.err().unwrap_or(DecodeRule::Missing),
            offset: scanner.offset(),
            path: scanner.path(),
            request_identifier: request_identifier.map(RequestIdentifier::into_owned),
        }),
    }
}

/// Whether `text` can be content.
pub(crate) fn check_content(text: &str) -> Result<(), DecodeError> {
    let mut scanner = Scanner::new(text, Limits::default());
    let checked = content(&mut scanner).and_then(|_| end(&mut scanner));
    checked.map_err(|rule| DecodeError {
        rule,
        offset: scanner.offset(),
        path: scanner.path(),
        request_identifier: None,
    })
}

/// The name of the single member of content that was checked; empty if it has escapes.
pub(crate) fn root_name(text: &str) -> &str {
    let mut scanner = Scanner::new(text, Limits::default());
    if scanner.peek().is_none() || scanner.enter(true).is_err() {
        return "";
    }
    match scanner.next_member(true) {
        Ok(Some(Cow::Borrowed(name))) => name,
        Ok(_) | Err(_) => "",
    }
}

impl<'a> Envelope<'a> {
    fn read(&mut self, scanner: &mut Scanner<'a>) -> Scan<()> {
        match scanner.peek() {
            Some(b'{') => scanner.enter(true)?,
            Some(_) => return Err(DecodeRule::NotAnObject),
            None => return Err(DecodeRule::Truncated),
        }
        let mut is_first = true;
        while let Some(name) = scanner.next_member(is_first)? {
            is_first = false;
            self.parameter(name, scanner)?;
        }
        end(scanner)
    }

    fn parameter(&mut self, name: Cow<'a, str>, scanner: &mut Scanner<'a>) -> Scan<()> {
        match &*name {
            "op" => self.operation = Some(scanner.integer()?),
            "rsc" => self.status = Some(scanner.integer()?),
            "to" => self.to = Some(text(scanner)?),
            "fr" => self.from = Some(text(scanner)?),
            "rqi" => {
                let identifier = RequestIdentifier::new(text(scanner)?);
                self.request_identifier = Some(identifier.ok_or(DecodeRule::RequestIdentifier)?);
            }
            "pc" => self.content = Some(content(scanner)?),
            "ty" => self.resource_type = Some(Typed::read(scanner, Scanner::integer)?),
            "rcn" => self.result_content = Some(Typed::read(scanner, Scanner::integer)?),
            "rqet" => self.expiration = Some(Typed::read(scanner, text)?),
            "rvi" => self.release_version = Some(text(scanner)?),
            _ => {
                let value = Raw::json(scanner.value()?);
                self.others.push(Parameter { name, value });
            }
        }
        Ok(())
    }

    /// What tells requests and responses apart (TS-0004 8.4.2), and what a request has besides an identifier.
    const fn check(&self) -> Scan<()> {
        match (self.operation, self.status) {
            (Some(_), None) if self.to.is_none() => Err(DecodeRule::Missing),
            (Some(_), None) | (None, Some(_)) => Ok(()),
            (Some(_), Some(_)) | (None, None) => Err(DecodeRule::NeitherRequestNorResponse),
        }
    }

    fn into_primitive(self, request_identifier: RequestIdentifier<'a>) -> Primitive<'a> {
        let mut others = self.others;
        if let Some(status) = self.status {
            others.extend(self.resource_type.map(|ty| ty.into_parameter("ty")));
            others.extend(self.result_content.map(|rcn| rcn.into_parameter("rcn")));
            others.extend(self.expiration.map(|rqet| rqet.into_parameter("rqet")));
            return Primitive::Response(ResponsePrimitive {
                status: ResponseStatusCode(status),
                request_identifier,
                content: self.content,
                to: self.to,
                from: self.from,
                release_version: self.release_version,
                others,
            });
        }
        Primitive::Request(RequestPrimitive {
            operation: Operation(self.operation.unwrap_or_default()),
            to: self.to.unwrap_or_default(),
            from: self.from,
            request_identifier,
            resource_type: self.resource_type.map(|ty| ResourceType(ty.value)),
            content: self.content,
            request_expiration_timestamp: self.expiration.map(|rqet| rqet.value),
            result_content: self.result_content.map(|rcn| ResultContent(rcn.value)),
            release_version: self.release_version,
            others,
        })
    }
}

fn text<'a>(scanner: &mut Scanner<'a>) -> Scan<Cow<'a, str>> {
    match scanner.peek() {
        Some(b'"') => scanner.string(),
        Some(_) => {
            scanner.value()?;
            Err(DecodeRule::Type)
        }
        None => Err(DecodeRule::Truncated),
    }
}

/// An object with one member.
fn content<'a>(scanner: &mut Scanner<'a>) -> Scan<Content<'a>> {
    if scanner.peek() != Some(b'{') {
        scanner.value()?;
        return Err(DecodeRule::Content);
    }
    let start = scanner.offset();
    scanner.enter(true)?;
    if scanner.next_member(true)?.is_none() {
        return Err(DecodeRule::Content);
    }
    scanner.value()?;
    if scanner.next_member(false)?.is_some() {
        return Err(DecodeRule::Content);
    }
    Ok(Content::from_raw(Raw::json(scanner.since(start))))
}

fn end(scanner: &mut Scanner<'_>) -> Scan<()> {
    if scanner.peek().is_none() {
        Ok(())
    } else {
        Err(DecodeRule::TrailingBytes)
    }
}
