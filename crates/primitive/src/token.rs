//! What the serializations have in common: a stream of tokens that is read from one and written to another.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::Serialization;
use crate::content::Raw;
use crate::error::{DecodeRule, EncodeRule};

/// A piece of a value. Names and values alternate between the beginning and the end of an object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token<'a> {
    BeginObject,
    Name(Cow<'a, str>),
    EndObject,
    BeginArray,
    EndArray,
    Text(Cow<'a, str>),
    Number(Number<'a>),
    Boolean(bool),
    Null,
}

/// A number, as exact as it came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number<'a> {
    /// An integer from -2⁶⁴ to 2⁶⁴ - 1: what CBOR can carry.
    Integer(i128),
    /// A finite binary floating-point number.
    Float(f64),
    /// A number in the syntax of JSON that is neither.
    Decimal(&'a str),
}

/// A rule that was broken at the place where a source stands.
pub(crate) type Scan<T> = Result<T, DecodeRule>;

/// Reads one value. It checks all that the serialization and the limits demand.
pub(crate) trait Source<'a> {
    /// The next token; `None` once, behind the value, when nothing follows it.
    fn next(&mut self) -> Scan<Option<Token<'a>>>;

    /// The next value, where one has to come, with all that is in it, checked and as it stands.
    fn raw(&mut self) -> Scan<Raw<'a>>;

    /// As [`raw`](Self::raw), for the content of a primitive: an object with one member.
    fn content(&mut self) -> Scan<Raw<'a>>;

    /// The next name of the object that is open, or `None` at its end.
    #[inline]
    fn next_name(&mut self) -> Scan<Option<Cow<'a, str>>> {
        match self.next()? {
            Some(Token::Name(name)) => Ok(Some(name)),
            Some(_) | None => Ok(None),
        }
    }

    /// The next value, which has to be text.
    #[inline]
    fn next_text(&mut self) -> Scan<Cow<'a, str>> {
        match self.next()? {
            Some(Token::Text(text)) => Ok(text),
            Some(_) => Err(DecodeRule::Type),
            None => Err(DecodeRule::Truncated),
        }
    }

    /// Where the token begins that was read last, or what is wrong, in bytes.
    fn offset(&self) -> usize;

    /// The names that lead to where it stands: `pc/m2m:ae/lbl`.
    fn path(&self) -> String;
}

/// A rule that keeps a value from being written.
pub(crate) type Write<T = ()> = Result<T, EncodeRule>;

/// Writes one value. The calls come in the order of a well-formed value.
pub(crate) trait Writer {
    /// What it writes.
    const SERIALIZATION: Serialization;

    fn begin_object(&mut self) -> Write;
    fn name(&mut self, name: &str) -> Write;
    /// As [`name`](Self::name), for one that consists of letters.
    fn plain_name(&mut self, name: &'static str) -> Write {
        self.name(name)
    }

    fn end_object(&mut self) -> Write;
    fn begin_array(&mut self) -> Write;
    fn end_array(&mut self) -> Write;
    fn text(&mut self, text: &str) -> Write;
    fn number(&mut self, number: Number<'_>) -> Write;
    fn boolean(&mut self, boolean: bool) -> Write;
    fn null(&mut self) -> Write;

    /// A value as it stands, which is in the serialization that this writes.
    fn verbatim(&mut self, raw: &Raw<'_>) -> Write;

    /// The names that lead to where it stands, as far as they matter for its errors.
    fn path(&self) -> String;

    fn put(&mut self, token: Token<'_>) -> Write {
        match token {
            Token::BeginObject => self.begin_object(),
            Token::Name(name) => self.name(&name),
            Token::EndObject => self.end_object(),
            Token::BeginArray => self.begin_array(),
            Token::EndArray => self.end_array(),
            Token::Text(text) => self.text(&text),
            Token::Number(number) => self.number(number),
            Token::Boolean(boolean) => self.boolean(boolean),
            Token::Null => self.null(),
        }
    }
}

/// Copies all of a source.
pub(crate) fn copy<'a>(source: &mut impl Source<'a>, writer: &mut impl Writer) -> Write {
    while let Some(token) = source.next().map_err(EncodeRule::Content)? {
        writer.put(token)?;
    }
    Ok(())
}
