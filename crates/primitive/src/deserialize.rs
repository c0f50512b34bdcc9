//! Reads tokens into types of the caller's, through serde. The limits of decoding bound the depth.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    self, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::error::{DecodeError, DecodeRule};
use crate::token::{self, Number, Source, Token, error_at};

/// Reads the only value of `source`.
pub(crate) fn read<'de, T: de::Deserialize<'de>>(
    mut source: impl Source<'de>,
) -> Result<T, ReadError> {
    let mut reader = Reader {
        source: &mut source,
        peeked: None,
    };
    match T::deserialize(&mut reader) {
        Ok(value) => finish(&mut reader).map(|()| value),
        Err(failure) => Err(failed(failure, reader.source)),
    }
}

/// Checks what the type did not ask for too.
fn finish<'de>(reader: &mut Reader<'_, 'de, impl Source<'de>>) -> Result<(), ReadError> {
    loop {
        match reader.next() {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(()),
            Err(failure) => return Err(failed(failure, reader.source)),
        }
    }
}

fn failed<'de>(failure: Failure, source: &impl Source<'de>) -> ReadError {
    match failure {
        Failure::Rule(rule) => ReadError::Rule(error_at(rule, source)),
        Failure::Type(message) => ReadError::Type {
            message,
            path: source.path(),
        },
    }
}

/// The reason why a value cannot be read into a type.
#[derive(Debug)]
pub(crate) enum ReadError {
    Rule(DecodeError),
    Type { message: String, path: String },
}

struct Reader<'s, 'de, S> {
    source: &'s mut S,
    peeked: Option<Token<'de>>,
}

#[derive(Debug)]
enum Failure {
    Rule(DecodeRule),
    Type(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(rule) => fmt::Display::fmt(rule, f),
            Self::Type(message) => f.write_str(message),
        }
    }
}

impl core::error::Error for Failure {}

impl de::Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Type(message.to_string())
    }
}

impl<'de, S: Source<'de>> Reader<'_, 'de, S> {
    fn next(&mut self) -> Result<Option<Token<'de>>, Failure> {
        match self.peeked.take() {
            Some(token) => Ok(Some(token)),
            None => self.source.next().map_err(Failure::Rule),
        }
    }

    fn token(&mut self) -> Result<Token<'de>, Failure> {
        let missing = || Failure::Rule(DecodeRule::Truncated);
        self.next()?.ok_or_else(missing)
    }

    /// Returns whether the token comes next, which is taken then.
    fn is_next(&mut self, expected: &Token<'_>) -> Result<bool, Failure> {
        let token = self.token()?;
        if token == *expected {
            return Ok(true);
        }
        self.peeked = Some(token);
        Ok(false)
    }

    fn name(&mut self) -> Result<Option<Cow<'de, str>>, Failure> {
        match self.token()? {
            Token::Name(name) => Ok(Some(name)),
            Token::EndObject => Ok(None),
            Token::BeginObject
            | Token::BeginArray
            | Token::EndArray
            | Token::Text(_)
            | Token::Number(_)
            | Token::Boolean(_)
            | Token::Null => Err(Failure::Rule(DecodeRule::Syntax)),
        }
    }

    /// After a visitor that need not have read all of an object or array: its end.
    fn finish(&mut self, end: &Token<'_>) -> Result<(), Failure> {
        if self.is_next(end)? {
            Ok(())
        } else {
            Err(Failure::Type("too many elements".into()))
        }
    }
}

impl<'de, S: Source<'de>> de::Deserializer<'de> for &mut Reader<'_, 'de, S> {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.token()? {
            Token::BeginObject => {
                let value = visitor.visit_map(Members(self))?;
                self.finish(&Token::EndObject).map(|()| value)
            }
            Token::BeginArray => {
                let value = visitor.visit_seq(Items(self))?;
                self.finish(&Token::EndArray).map(|()| value)
            }
            Token::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Token::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Token::Number(number) => visit_number(number, visitor),
            Token::Boolean(boolean) => visitor.visit_bool(boolean),
            Token::Null => visitor.visit_unit(),
            Token::Name(_) | Token::EndObject | Token::EndArray => {
                Err(Failure::Rule(DecodeRule::Syntax))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        if self.is_next(&Token::Null)? {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Failure> {
        if name != token::EXACT {
            return visitor.visit_newtype_struct(self);
        }
        let token = self.token()?;
        // Visitors know of no decimal numbers, and content of no bytes.
        if let Token::Number(Number::Decimal(text)) = token {
            return visitor.visit_borrowed_bytes(text.as_bytes());
        }
        self.peeked = Some(token);
        self.deserialize_any(visitor)
    }

    /// An array does not stand for a struct whose fields have names.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        if self.is_next(&Token::BeginArray)? {
            return Err(de::Error::invalid_type(Unexpected::Seq, &visitor));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        match self.token()? {
            Token::Text(Cow::Borrowed(text)) => {
                visitor.visit_enum(BorrowedStrDeserializer::new(text))
            }
            Token::Text(Cow::Owned(text)) => visitor.visit_enum(text.into_deserializer()),
            Token::BeginObject => {
                let value = visitor.visit_enum(Variant(self))?;
                self.finish(&Token::EndObject).map(|()| value)
            }
            Token::Name(_)
            | Token::EndObject
            | Token::BeginArray
            | Token::EndArray
            | Token::Number(_)
            | Token::Boolean(_)
            | Token::Null => Err(Failure::Type("neither text nor an object".into())),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.peeked {
            Some(_) => self.deserialize_any(visitor),
            None => {
                self.source.raw().map_err(Failure::Rule)?;
                visitor.visit_unit()
            }
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }
}

fn visit_number<'de, V: Visitor<'de>>(number: Number<'_>, visitor: V) -> Result<V::Value, Failure> {
    match number {
        Number::Integer(value) => match (u64::try_from(value), i64::try_from(value)) {
            (Ok(value), _) => visitor.visit_u64(value),
            (_, Ok(value)) => visitor.visit_i64(value),
            (Err(_), Err(_)) => visitor.visit_i128(value),
        },
        Number::Float(value) => visitor.visit_f64(value),
        Number::Decimal(text) => match text.parse::<f64>() {
            Ok(value) if value.is_finite() => visitor.visit_f64(value),
            Ok(_) | Err(_) => Err(Failure::Rule(DecodeRule::NotFinite)),
        },
    }
}

struct Members<'r, 's, 'de, S>(&'r mut Reader<'s, 'de, S>);

impl<'de, S: Source<'de>> MapAccess<'de> for Members<'_, '_, 'de, S> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Failure> {
        match self.0.name()? {
            Some(Cow::Borrowed(name)) => seed
                .deserialize(BorrowedStrDeserializer::new(name))
                .map(Some),
            Some(Cow::Owned(name)) => seed.deserialize(name.into_deserializer()).map(Some),
            None => {
                self.0.peeked = Some(Token::EndObject);
                Ok(None)
            }
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Failure> {
        seed.deserialize(&mut *self.0)
    }
}

struct Items<'r, 's, 'de, S>(&'r mut Reader<'s, 'de, S>);

impl<'de, S: Source<'de>> SeqAccess<'de> for Items<'_, '_, 'de, S> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Failure> {
        if self.0.is_next(&Token::EndArray)? {
            self.0.peeked = Some(Token::EndArray);
            return Ok(None);
        }
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// An object with one member: the name of a variant, and what is in it.
struct Variant<'r, 's, 'de, S>(&'r mut Reader<'s, 'de, S>);

impl<'de, S: Source<'de>> EnumAccess<'de> for Variant<'_, '_, 'de, S> {
    type Error = Failure;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Failure> {
        let name = self.0.name()?;
        let name = name.ok_or_else(|| Failure::Type("an object without members".into()))?;
        let deserializer: de::value::CowStrDeserializer<'_, Failure> = name.into_deserializer();
        Ok((seed.deserialize(deserializer)?, self))
    }
}

impl<'de, S: Source<'de>> VariantAccess<'de> for Variant<'_, '_, 'de, S> {
    type Error = Failure;

    fn unit_variant(self) -> Result<(), Failure> {
        de::Deserialize::deserialize(self.0)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Failure> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Failure> {
        de::Deserializer::deserialize_any(self.0, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        de::Deserializer::deserialize_struct(self.0, "", fields, visitor)
    }
}
