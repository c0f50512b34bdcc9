use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use core::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::codec::Writable;
use crate::config::CodecConfig;
use crate::content::ContentError;
use crate::deserialize;
use crate::error::{DecodeRule, EncodeError};
use crate::token::{self, Number, Scan, Source, Token, Writer};
use crate::tree::TreeSource;

/// Any content as an ordered tree, for callers that have no type of their own for it. The tree borrows from the document.
///
/// Each value takes 40 bytes at most besides its text: for hostile content, such as an array of many empty ones, that is
/// some twenty times its length, within [`Limits::max_members`](crate::Limits::max_members).
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// NULL: the attribute is to be deleted, or was deleted.
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

    /// Reads the value into a type of the caller's, which serde gives the names and values of JSON.
    ///
    /// # Errors
    ///
    /// The type does not fit.
    pub fn read_into<'de, T: Deserialize<'de>>(&'de self) -> Result<T, ContentError> {
        deserialize::read(TreeSource::new(self)).map_err(ContentError::from)
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

    fn write_value(&self, writer: &mut impl Writer) -> Result<(), EncodeError> {
        match self {
            Self::Null => writer.null()?,
            Self::Boolean(boolean) => writer.boolean(*boolean)?,
            Self::Number(number) => writer.number(*number)?,
            Self::Text(text) => writer.text(text)?,
            Self::Array(items) => {
                writer.begin_array()?;
                items.iter().try_for_each(|item| item.write_value(writer))?;
                writer.end_array()?;
            }
            Self::Object(members) => {
                writer.begin_object()?;
                for (name, value) in members {
                    let named = writer.name(name).map_err(EncodeError::from);
                    named
                        .and_then(|()| value.write_value(writer))
                        .map_err(|error| error.within(name))?;
                }
                writer.end_object()?;
            }
        }
        Ok(())
    }
}

/// The depth is the caller's doing.
impl Writable for Value<'_> {
    fn write<W: Writer>(&self, writer: &mut W, _: &CodecConfig) -> Result<(), EncodeError> {
        self.write_value(writer)
    }
}

/// A number keeps its value, or is an error: other serializers have no decimal numbers.
impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self::Integer(value) = *self {
            return match (u64::try_from(value), i64::try_from(value)) {
                (Ok(value), _) => serializer.serialize_u64(value),
                (_, Ok(value)) => serializer.serialize_i64(value),
                (Err(_), Err(_)) => serializer.serialize_i128(value),
            };
        }
        match self.to_double() {
            Some(value) => serializer.serialize_f64(value),
            None => Err(serde::ser::Error::custom(
                "a number that would lose digits, or is not finite",
            )),
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

/// Reads any value. From [`Content::read`](crate::Content::read) numbers come exact; other deserializers give what they have.
impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(token::EXACT, AnyValue { is_outer: true })
    }
}

struct AnyValue {
    /// True if what is visited is not known yet to be exact or not.
    is_outer: bool,
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(Self { is_outer: false })
    }

    /// A decimal number, from content.
    fn visit_borrowed_bytes<E: de::Error>(self, bytes: &'de [u8]) -> Result<Value<'de>, E> {
        let number = core::str::from_utf8(bytes).ok().filter(|_| self.is_outer);
        let number = number.filter(|number| token::is_number(number));
        let number = number.ok_or_else(|| E::invalid_type(de::Unexpected::Bytes(bytes), &self))?;
        Ok(Value::Number(Number::Decimal(number)))
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Boolean(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number::Integer(value.into())))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number::Integer(value.into())))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value<'de>, E> {
        if !Number::INTEGERS.contains(&value) {
            return Err(E::custom("an integer out of range"));
        }
        Ok(Value::Number(Number::Integer(value)))
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value<'de>, E> {
        self.visit_i128(i128::try_from(value).unwrap_or(i128::MAX))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value<'de>, E> {
        if !value.is_finite() {
            return Err(E::custom("a number that is not finite"));
        }
        Ok(Value::Number(Number::Float(value)))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.into())))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text)))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value<'de>, A::Error> {
        let mut object = Vec::new();
        while let Some(Name(name)) = members.next_key()? {
            object.push((name, members.next_value()?));
        }
        if has_duplicates(&object) {
            return Err(de::Error::custom(DecodeRule::DuplicateMember));
        }
        Ok(Value::Object(object))
    }
}

/// Returns whether a name comes twice.
pub(crate) fn has_duplicates(members: &[(Cow<'_, str>, Value<'_>)]) -> bool {
    let mut names: Vec<&str> = members.iter().map(|(name, _)| &**name).collect();
    names.sort_unstable();
    names
        .iter()
        .zip(names.iter().skip(1))
        .any(|(one, other)| one == other)
}

/// The name of a member, borrowed where it can be.
pub(crate) struct Name<'a>(pub(crate) Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyName;

        impl<'de> Visitor<'de> for AnyName {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.into())))
            }
        }

        deserializer.deserialize_str(AnyName)
    }
}
