//! The common ground of the serializations: a stream of tokens that is read from one and written to another.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::error::{DecodeError, DecodeRule, EncodeError, EncodeRule};
use crate::raw::Raw;
use crate::{Serialization, decimal};

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
    /// An integer from -2⁶⁴ to 2⁶⁴ - 1: the range of CBOR.
    Integer(i128),
    /// A finite binary floating-point number.
    Float(f64),
    /// A number in the syntax of JSON that is neither of these.
    Decimal(&'a str),
}

/// The name of a newtype struct that asks a deserializer of content for decimal numbers as they are written.
pub(crate) const EXACT: &str = "$onem2m_primitive::Value";

/// Returns whether the text is a number in the syntax of JSON (RFC 8259 §6).
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (mantissa, None),
    };
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    are_digits(integer)
        && (integer.len() == 1 || !integer.starts_with('0'))
        && fraction.is_none_or(are_digits)
        && exponent.is_none_or(are_digits)
}

impl Number<'_> {
    /// The range of [`Integer`](Self::Integer).
    pub(crate) const INTEGERS: core::ops::Range<i128> = -(1 << 64)..1 << 64;

    /// The integer that the number is, if it has no fraction and is in the range of [`Integer`](Self::Integer).
    pub(crate) fn to_integer(self) -> Option<i128> {
        match self {
            Self::Integer(value) => Some(value),
            Self::Float(value) => {
                #[expect(
                    clippy::as_conversions,
                    clippy::cast_possible_truncation,
                    clippy::cast_precision_loss,
                    reason = "there is no other way; it is compared"
                )]
                let (integer, again) = (value as i128, value as i128 as f64);
                let is_in_range = Self::INTEGERS.contains(&integer);
                (is_in_range && again.to_bits() == value.to_bits()).then_some(integer)
            }
            Self::Decimal(text) => decimal::to_integer(text),
        }
    }

    /// The double that the number is, if no digit gets lost.
    pub(crate) fn to_double(self) -> Option<f64> {
        match self {
            Self::Integer(value) => {
                #[expect(
                    clippy::as_conversions,
                    clippy::cast_possible_truncation,
                    clippy::cast_precision_loss,
                    reason = "there is no other way; it is compared"
                )]
                let (double, again) = (value as f64, value as f64 as i128);
                (again == value).then_some(double)
            }
            Self::Float(value) => value.is_finite().then_some(value),
            Self::Decimal(text) => decimal::to_double(text),
        }
    }
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

    /// Returns whether it accepted something under leniency that a strict reader would refuse in the same bytes.
    fn has_deviated(&self) -> bool {
        false
    }
}

/// A rule that was broken where a source stands.
pub(crate) fn error_at<'a>(rule: DecodeRule, source: &impl Source<'a>) -> DecodeError {
    DecodeError {
        rule,
        offset: source.offset(),
        path: source.path(),
        request_identifier: None,
    }
}

/// A rule that keeps a value from being written.
pub(crate) type Write<T = ()> = Result<T, EncodeRule>;

/// Writes one value. The calls come in the order of a well-formed value.
pub(crate) trait Writer {
    /// The serialization that it writes.
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

    /// Returns whether a value in the serialization that this writes means the same here as where it came from.
    fn takes_verbatim(&self, raw: &Raw<'_>) -> bool {
        let _ = raw;
        true
    }

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

/// Copies all of a source. An error tells where the source stands.
pub(crate) fn copy<'a>(
    source: &mut impl Source<'a>,
    writer: &mut impl Writer,
) -> Result<(), EncodeError> {
    copy_tokens(source, writer).map_err(|rule| EncodeError {
        rule,
        path: source.path(),
    })
}

fn copy_tokens<'a>(source: &mut impl Source<'a>, writer: &mut impl Writer) -> Write {
    while let Some(token) = source.next().map_err(EncodeRule::Content)? {
        writer.put(token)?;
    }
    Ok(())
}
