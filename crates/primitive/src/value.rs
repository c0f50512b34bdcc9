use alloc::borrow::Cow;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::config::CodecConfig;
use crate::encoding::Writable;
use crate::error::DecodeRule;
use crate::token::{Number, Scan, Source, Token, Write, Writer};

/// Any content as an ordered tree, for those who have no type of their own for it. It borrows from what was decoded.
///
/// Each value takes 40 bytes at most besides its text: for hostile content, such as an array of many empty ones, that is
/// some twenty times its length, within [`Limits::max_members`](crate::Limits::max_members).
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing: the attribute is to be deleted, or was.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Number<'a>),
    /// Text.
    Text(Cow<'a, str>),
    /// An array.
    Array(Vec<Self>),
    /// An object: names and values, in the order they came. No name comes twice.
    Object(Vec<(Cow<'a, str>, Self)>),
}

/// An object or array that is open.
enum Open<'a> {
    Array(Vec<Value<'a>>),
    Object(Vec<(Cow<'a, str>, Value<'a>)>, Option<Cow<'a, str>>),
}

impl<'a> Value<'a> {
    /// The member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => {
                let member = members.iter().find(|(other, _)| other == name);
                member.map(|(_, value)| value)
            }
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::Text(_) | Self::Array(_) => {
                None
            }
        }
    }

    /// The text, if it is text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::Array(_) | Self::Object(_) => {
                None
            }
        }
    }

    pub(crate) fn read(source: &mut impl Source<'a>) -> Scan<Self> {
        let mut open: Vec<Open<'a>> = Vec::new();
        let mut root = None;
        while let Some(token) = source.next()? {
            let value = match token {
                Token::BeginObject => {
                    open.push(Open::Object(Vec::new(), None));
                    continue;
                }
                Token::BeginArray => {
                    open.push(Open::Array(Vec::new()));
                    continue;
                }
                Token::Name(name) => {
                    if let Some(Open::Object(_, waiting)) = open.last_mut() {
                        *waiting = Some(name);
                    }
                    continue;
                }
                Token::EndObject | Token::EndArray => match open.pop() {
                    Some(Open::Object(members, _)) => Self::Object(members),
                    Some(Open::Array(items)) => Self::Array(items),
                    None => return Err(DecodeRule::Syntax),
                },
                Token::Text(text) => Self::Text(text),
                Token::Number(number) => Self::Number(number),
                Token::Boolean(boolean) => Self::Boolean(boolean),
                Token::Null => Self::Null,
            };
            match open.last_mut() {
                Some(Open::Object(members, name)) => {
                    members.push((name.take().unwrap_or_default(), value));
                }
                Some(Open::Array(items)) => items.push(value),
                None => root = Some(value),
            }
        }
        root.ok_or(DecodeRule::Truncated)
    }

    fn write_value(&self, writer: &mut impl Writer) -> Write {
        match self {
            Self::Null => writer.null(),
            Self::Boolean(boolean) => writer.boolean(*boolean),
            Self::Number(number) => writer.number(*number),
            Self::Text(text) => writer.text(text),
            Self::Array(items) => {
                writer.begin_array()?;
                items.iter().try_for_each(|item| item.write_value(writer))?;
                writer.end_array()
            }
            Self::Object(members) => {
                writer.begin_object()?;
                for (name, value) in members {
                    writer.name(name)?;
                    value.write_value(writer)?;
                }
                writer.end_object()
            }
        }
    }
}

/// How deep it goes is the caller's doing.
impl Writable for Value<'_> {
    fn write(&self, writer: &mut impl Writer, _config: &CodecConfig) -> Write {
        self.write_value(writer)
    }
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Integer(value) => match (u64::try_from(value), i64::try_from(value)) {
                (Ok(value), _) => serializer.serialize_u64(value),
                (_, Ok(value)) => serializer.serialize_i64(value),
                (Err(_), Err(_)) => serializer.serialize_i128(value),
            },
            Self::Float(value) => serializer.serialize_f64(value),
            Self::Decimal(text) => match text.parse() {
                Ok(value) => serializer.serialize_f64(value),
                Err(_) => serializer.serialize_str(text),
            },
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Array(items) => {
                let mut sequence = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    sequence.serialize_element(item)?;
                }
                sequence.end()
            }
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}
