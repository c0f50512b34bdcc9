//! Values as the data-type table has them, where deployed systems write them otherwise.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::source::{Place, RawSource};
use crate::config::{CodecConfig, Leniency, UnknownNames};
use crate::raw::Raw;
use crate::schema::{Context, JsonType, Member};
use crate::token::{self, Number, Scan, Source, Token};

/// The tokens of another source, with each value in the form of its type.
#[derive(Debug)]
pub(super) struct LenientSource<'c, 'a, S> {
    inner: S,
    config: &'c CodecConfig,
    /// The context of the outermost object.
    root: Context,
    open: SmallVec<[Open; 8]>,
    /// The member whose value comes next.
    member: Option<Member>,
    /// Tokens to come, last first.
    queue: SmallVec<[Token<'a>; 2]>,
    has_deviated: bool,
}

/// An object or array that is open.
#[derive(Clone, Copy, Debug)]
enum Open {
    Object {
        context: Option<Context>,
        /// True if it stands for an array of one.
        is_single: bool,
    },
    /// An array, and the member that it is.
    Array(Option<Member>),
}

impl<'c, 'a, S: Source<'a>> LenientSource<'c, 'a, S> {
    pub(super) fn new(inner: S, root: Context, config: &'c CodecConfig) -> Self {
        Self {
            inner,
            config,
            root,
            open: SmallVec::new(),
            member: None,
            queue: SmallVec::new(),
            has_deviated: false,
        }
    }

    const fn leniency(&self) -> Leniency {
        self.config.leniency
    }

    fn context(&self) -> Option<Context> {
        match self.open.last() {
            Some(Open::Object { context, .. }) => *context,
            Some(Open::Array(_)) | None => None,
        }
    }

    fn begin_object(&mut self) -> Token<'a> {
        let context = match self.open.last() {
            None => Some(self.root),
            Some(_) => self.member.and_then(Member::context),
        };
        let is_single = self.is_single();
        self.open.push(Open::Object { context, is_single });
        if is_single {
            self.has_deviated = true;
            self.queue.push(Token::BeginObject);
            return Token::BeginArray;
        }
        Token::BeginObject
    }

    /// Returns whether a value that comes now is one where a list belongs.
    fn is_single(&self) -> bool {
        let is_member = matches!(self.open.last(), Some(Open::Object { .. }));
        is_member && self.leniency().single_values && self.member.is_some_and(Member::is_array)
    }

    fn named(&mut self, name: &str) {
        let context = self.context();
        self.member = context.and_then(|context| context.member_or_other_parameter(name));
        // A primitive that is wrapped.
        if self.member.is_none() && self.open.len() == 1 {
            self.member = Context::CONTENT.member(name);
        }
    }

    fn end_object(&mut self) -> Token<'a> {
        let ended = self.open.pop();
        self.back_in_array();
        if let Some(Open::Object {
            is_single: true, ..
        }) = ended
        {
            self.queue.push(Token::EndArray);
        }
        Token::EndObject
    }

    /// The items of an array are all of the same member.
    fn back_in_array(&mut self) {
        if let Some(Open::Array(member)) = self.open.last() {
            self.member = *member;
        }
    }

    fn scalar(&mut self, token: Token<'a>) -> Token<'a> {
        let Some(member) = self.member else {
            return token;
        };
        let token = match self.converted(&token, member) {
            Some(converted) => {
                self.has_deviated = true;
                converted
            }
            None => token,
        };
        if token != Token::Null && self.is_single() {
            self.has_deviated = true;
            self.queue.push(Token::EndArray);
            self.queue.push(token);
            return Token::BeginArray;
        }
        token
    }

    /// The value in its type, if it is written in another one that is allowed for it.
    fn converted(&self, token: &Token<'a>, member: Member) -> Option<Token<'a>> {
        let leniency = self.leniency();
        match (member.json_type(), token) {
            (JsonType::Boolean, Token::Text(text)) if leniency.scalars_as_text => {
                text.parse().ok().map(Token::Boolean)
            }
            (JsonType::Integer, Token::Text(text)) if leniency.scalars_as_text => {
                let integer = text.parse().ok().map(Number::Integer);
                let integer = integer.or_else(|| {
                    let number = text.parse().ok()?;
                    self.integer(Number::Float(number))
                });
                integer.map(Token::Number)
            }
            (JsonType::Number, Token::Text(text)) if leniency.scalars_as_text => {
                let number: f64 = text.parse().ok()?;
                number
                    .is_finite()
                    .then_some(Token::Number(Number::Float(number)))
            }
            (JsonType::Integer, Token::Number(number)) => self.integer(*number).map(Token::Number),
            _ => None,
        }
    }

    /// The integer that a number with a fraction is.
    fn integer(&self, number: Number<'_>) -> Option<Number<'a>> {
        if !self.leniency().integers_with_fraction {
            return None;
        }
        number.to_integer().map(Number::Integer)
    }

    /// A raw value with everything in it in the form of its type. Values that the table does not know are left as they are.
    fn normalized(&self, raw: Raw<'a>, place: Place, root: Context) -> Raw<'a> {
        let config = CodecConfig {
            unknown_names: UnknownNames::Text,
            ..*self.config
        };
        rewritten(&raw, place, root, &config).unwrap_or(raw)
    }
}

/// The value with everything in it in the form of its type, if anything was not.
fn rewritten(
    raw: &Raw<'_>,
    place: Place,
    root: Context,
    config: &CodecConfig,
) -> Option<Raw<'static>> {
    let source = || {
        let source = RawSource::new(raw, place, config).ok()?;
        Some(LenientSource::new(source, root, config))
    };
    let mut checked = source()?;
    while checked.next().ok()?.is_some() {}
    checked.has_deviated().then_some(())?;
    written(raw, &mut source()?, config)
}

/// A value in the serialization of `like`.
fn written<'s>(
    like: &Raw<'_>,
    source: &mut impl Source<'s>,
    config: &CodecConfig,
) -> Option<Raw<'static>> {
    let mut out = Vec::with_capacity(like.len());
    match like {
        #[cfg(feature = "json")]
        Raw::Json(_) => {
            token::copy(source, &mut crate::json::JsonWriter::new(&mut out)).ok()?;
            let text = String::from_utf8(out).ok()?;
            Some(Raw::Json(Cow::Owned(text)))
        }
        #[cfg(feature = "cbor")]
        Raw::Cbor(_) => {
            token::copy(source, &mut crate::cbor::CborWriter::new(&mut out)).ok()?;
            Some(Raw::Cbor(Cow::Owned(out)))
        }
        #[cfg(feature = "xml")]
        Raw::Xml(fragment) => {
            let mut writer = crate::xml::XmlWriter::new(&mut out, None, config);
            writer.set_update(fragment.is_update);
            token::copy(source, &mut writer).ok()?;
            Some(Raw::Xml(crate::raw::XmlFragment {
                text: Cow::Owned(String::from_utf8(out).ok()?),
                namespaces: Vec::new(),
                is_update: fragment.is_update,
            }))
        }
        #[cfg(not(all(feature = "json", feature = "cbor", feature = "xml")))]
        _ => {
            let _ = (source, config);
            None
        }
    }
}

impl<'a, S: Source<'a>> Source<'a> for LenientSource<'_, 'a, S> {
    fn next(&mut self) -> Scan<Option<Token<'a>>> {
        if let Some(token) = self.queue.pop() {
            return Ok(Some(token));
        }
        let Some(token) = self.inner.next()? else {
            return Ok(None);
        };
        Ok(Some(match token {
            Token::BeginObject => self.begin_object(),
            Token::Name(name) => {
                self.named(&name);
                Token::Name(name)
            }
            Token::EndObject => self.end_object(),
            Token::BeginArray => {
                self.open.push(Open::Array(self.member));
                Token::BeginArray
            }
            Token::EndArray => {
                self.open.pop();
                self.back_in_array();
                Token::EndArray
            }
            Token::Text(_) | Token::Number(_) | Token::Boolean(_) | Token::Null => {
                self.scalar(token)
            }
        }))
    }

    fn raw(&mut self) -> Scan<Raw<'a>> {
        let raw = self.inner.raw()?;
        let (Some(member), Some(context)) = (self.member, self.context()) else {
            return Ok(raw);
        };
        match (&raw, member.context()) {
            // Its element stands for itself.
            (Raw::Xml(_), _) | (_, None) => Ok(raw),
            (_, Some(root)) => Ok(self.normalized(raw, Place::Parameter(context), root)),
        }
    }

    fn content(&mut self) -> Scan<Raw<'a>> {
        let raw = self.inner.content()?;
        Ok(self.normalized(raw, Place::Content, Context::CONTENT))
    }

    fn offset(&self) -> usize {
        self.inner.offset()
    }

    fn path(&self) -> String {
        self.inner.path()
    }

    fn has_deviated(&self) -> bool {
        self.has_deviated || self.inner.has_deviated()
    }
}
