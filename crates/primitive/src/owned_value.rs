use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::content::ContentError;
use crate::token::Number;
use crate::value::Value;

/// A [`Value`] that borrows nothing: for the fields of a type that outlives what it was read from, such as attributes of
/// `xs:anyType`, and attributes that the type does not know.
///
/// ```
/// use onem2m_primitive::OwnedValue;
///
/// let content: OwnedValue = serde_json::from_str(r#"{"temperature":21.5,"unit":"°C"}"#)?;
/// assert_eq!(content.get("temperature").and_then(OwnedValue::as_f64), Some(21.5));
/// assert_eq!(content.get("unit"), Some(&OwnedValue::from("°C")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum OwnedValue {
    /// NULL: the attribute is to be deleted, or was deleted.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// An integer from -2⁶⁴ to 2⁶⁴ - 1.
    Integer(i128),
    /// A finite binary floating-point number.
    Float(f64),
    /// A number in the syntax of JSON that no [`Float`](Self::Float) has all digits of. [`Content::from_value`] writes such a number;
    /// through serde it is an error.
    ///
    /// [`Content::from_value`]: crate::Content::from_value
    Decimal(String),
    /// Text.
    Text(String),
    /// An array.
    Array(Vec<Self>),
    /// An object: names and values, in the order they came. No name comes twice.
    Object(Vec<(String, Self)>),
}

impl OwnedValue {
    /// Returns the same value, borrowed.
    #[must_use]
    pub fn as_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(boolean) => Value::Boolean(*boolean),
            Self::Integer(integer) => Value::Number(Number::Integer(*integer)),
            Self::Float(float) => Value::Number(Number::Float(*float)),
            Self::Decimal(text) => Value::Number(Number::Decimal(text)),
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::Array(items) => Value::Array(items.iter().map(Self::as_value).collect()),
            Self::Object(members) => {
                let members = members.iter();
                let borrowed =
                    members.map(|(name, value)| (name.as_str().into(), value.as_value()));
                Value::Object(borrowed.collect())
            }
        }
    }

    /// Reads the value into a type of the caller's, which serde gives the names and values of JSON.
    ///
    /// # Errors
    ///
    /// The type does not fit.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, ContentError> {
        self.as_value().read_into()
    }

    /// The member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let member = members.iter().find(|(other, _)| other == name);
        member.map(|(_, value)| value)
    }

    /// The text, if it is text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        let Self::Text(text) = self else {
            return None;
        };
        Some(text)
    }

    /// The boolean, if it is one.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        let Self::Boolean(boolean) = self else {
            return None;
        };
        Some(*boolean)
    }

    /// The integer, if it is a number without fraction in the range of `i64`.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let Value::Number(number) = self.as_scalar()? else {
            return None;
        };
        i64::try_from(number.to_integer()?).ok()
    }

    /// The nearest double, if it is a number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Float(float) => Some(*float),
            #[expect(
                clippy::as_conversions,
                clippy::cast_precision_loss,
                reason = "the nearest is what is asked for"
            )]
            Self::Integer(integer) => Some(*integer as f64),
            Self::Decimal(text) => text.parse().ok().filter(|float: &f64| float.is_finite()),
            Self::Null | Self::Boolean(_) | Self::Text(_) | Self::Array(_) | Self::Object(_) => {
                None
            }
        }
    }

    fn as_scalar(&self) -> Option<Value<'_>> {
        let is_scalar = !matches!(self, Self::Array(_) | Self::Object(_));
        is_scalar.then(|| self.as_value())
    }
}

/// Copies what is borrowed. A decimal number that a double has all digits of becomes one.
impl From<Value<'_>> for OwnedValue {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Boolean(boolean) => Self::Boolean(boolean),
            Value::Number(Number::Integer(integer)) => Self::Integer(integer),
            Value::Number(Number::Float(float)) => Self::Float(float),
            Value::Number(Number::Decimal(text)) => match Number::Decimal(text).to_double() {
                Some(float) => Self::Float(float),
                None => Self::Decimal(text.into()),
            },
            Value::Text(text) => Self::Text(text.into_owned()),
            Value::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let members = members.into_iter();
                let owned = members.map(|(name, value)| (name.into_owned(), Self::from(value)));
                Self::Object(owned.collect())
            }
        }
    }
}

/// Implements the conversions from what a value can be.
macro_rules! from {
    ($($type:ty => $value:ident: $variant:expr,)*) => {$(
        impl From<$type> for OwnedValue {
            fn from($value: $type) -> Self {
                $variant
            }
        }
    )*};
}

from! {
    bool => boolean: Self::Boolean(boolean),
    i32 => integer: Self::Integer(integer.into()),
    i64 => integer: Self::Integer(integer.into()),
    u32 => integer: Self::Integer(integer.into()),
    u64 => integer: Self::Integer(integer.into()),
    f64 => float: Self::Float(float),
    &str => text: Self::Text(text.into()),
    String => text: Self::Text(text),
}

impl<T: Into<Self>> From<Vec<T>> for OwnedValue {
    fn from(items: Vec<T>) -> Self {
        Self::Array(items.into_iter().map(T::into).collect())
    }
}

impl Serialize for OwnedValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OwnedValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}
