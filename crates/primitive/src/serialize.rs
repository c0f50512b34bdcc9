//! Writes types of the caller's through serde, in whichever serialization a writer writes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{self, Impossible, Serialize};

use crate::config::Limits;
use crate::error::{DecodeError, DecodeRule, EncodeError, EncodeRule};
use crate::token::{Number, Write, Writer};

/// Writes a value that is content: an object with one member. Tells besides whether a name may come twice in an object: it
/// has to be looked at.
pub(crate) fn write_content<T: Serialize + ?Sized>(
    value: &T,
    writer: &mut impl Writer,
    limits: Limits,
) -> Result<Written, Failure> {
    let mut output = Output {
        writer,
        limits,
        depth: 0,
        members: 0,
        hashes: Vec::new(),
        root_members: None,
        may_have_duplicates: false,
    };
    value.serialize(&mut output)?;
    if output.root_members != Some(1) {
        return Err(Failure::from(Cause::Limit(DecodeRule::Content)));
    }
    Ok(Written {
        may_have_duplicates: output.may_have_duplicates,
    })
}

/// The facts about a value that was written.
pub(crate) struct Written {
    pub(crate) may_have_duplicates: bool,
}

/// The reason why a value cannot be written, and where.
#[derive(Debug)]
pub(crate) struct Failure {
    cause: Cause,
    path: String,
}

#[derive(Debug)]
enum Cause {
    /// The serialization cannot express it.
    Rule(EncodeRule),
    /// It would not be read again.
    Limit(DecodeRule),
    /// The message of the type.
    Type(String),
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        Self {
            cause,
            path: String::new(),
        }
    }
}

impl From<EncodeRule> for Failure {
    fn from(rule: EncodeRule) -> Self {
        Cause::Rule(rule).into()
    }
}

impl Failure {
    fn within(mut self, name: &str) -> Self {
        if !self.path.is_empty() {
            self.path.insert(0, '/');
        }
        self.path.insert_str(0, name);
        self
    }

    /// Takes the failure apart: what the serialization says, what the limits say, or what the type says.
    pub(crate) fn into_error<E>(
        self,
        encode: impl FnOnce(EncodeError) -> E,
        decode: impl FnOnce(DecodeError) -> E,
        of_type: impl FnOnce(String, String) -> E,
    ) -> E {
        let path = self.path;
        match self.cause {
            Cause::Rule(rule) => encode(EncodeError { rule, path }),
            Cause::Limit(rule) => decode(DecodeError {
                path,
                ..DecodeError::new(rule)
            }),
            Cause::Type(message) => of_type(message, path),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cause {
            Cause::Rule(rule) => fmt::Display::fmt(rule, f),
            Cause::Limit(rule) => fmt::Display::fmt(rule, f),
            Cause::Type(message) => f.write_str(message),
        }
    }
}

impl core::error::Error for Failure {}

impl ser::Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Cause::Type(message.to_string()).into()
    }
}

struct Output<'w, W> {
    writer: &'w mut W,
    limits: Limits,
    depth: usize,
    members: usize,
    /// Of the names in the objects that are open.
    hashes: Vec<u64>,
    /// The number of members of the outermost value, if it is an object.
    root_members: Option<usize>,
    may_have_duplicates: bool,
}

type Done = Result<(), Failure>;

impl<W: Writer> Output<'_, W> {
    fn enter(&mut self) -> Done {
        if self.depth >= self.limits.max_depth {
            return Err(Cause::Limit(DecodeRule::TooDeep).into());
        }
        self.depth += 1;
        Ok(())
    }

    fn count(&mut self) -> Done {
        self.members += 1;
        if self.members > self.limits.max_members {
            return Err(Cause::Limit(DecodeRule::TooManyMembers).into());
        }
        Ok(())
    }

    /// Begins an object; where its names begin among the hashes.
    fn begin_object(&mut self) -> Result<usize, Failure> {
        if self.depth == 0 {
            self.root_members = Some(0);
        }
        self.enter()?;
        self.writer.begin_object()?;
        Ok(self.hashes.len())
    }

    fn name(&mut self, name: &str) -> Done {
        self.count()?;
        if self.depth == 1 {
            self.root_members = self.root_members.map(|members| members + 1);
        }
        self.hashes.push(hash(name));
        Ok(self.writer.name(name)?)
    }

    fn end_object(&mut self, first: usize) -> Done {
        let names = self.hashes.get_mut(first..).unwrap_or_default();
        names.sort_unstable();
        self.may_have_duplicates |= names
            .iter()
            .zip(names.iter().skip(1))
            .any(|(one, other)| one == other);
        self.hashes.truncate(first);
        self.depth -= 1;
        Ok(self.writer.end_object()?)
    }

    fn begin_array(&mut self) -> Done {
        self.enter()?;
        Ok(self.writer.begin_array()?)
    }

    fn end_array(&mut self) -> Done {
        self.depth -= 1;
        Ok(self.writer.end_array()?)
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Done {
        self.name(name)
            .and_then(|()| value.serialize(&mut *self))
            .map_err(|failure| failure.within(name))
    }

    fn integer(&mut self, value: i128) -> Done {
        if !(-(1_i128 << 64)..1_i128 << 64).contains(&value) {
            return Err(EncodeRule::NumberRange.into());
        }
        scalar(self.writer.number(Number::Integer(value)))
    }
}

fn scalar(written: Write) -> Done {
    Ok(written?)
}

/// FNV-1a: equal names have equal hashes.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

macro_rules! integers {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method(self, value: $type) -> Done {
            self.integer(value.into())
        }
    )*};
}

impl<'o, 'w, W: Writer> ser::Serializer for &'o mut Output<'w, W> {
    type Ok = ();
    type Error = Failure;
    type SerializeSeq = Array<'o, 'w, W>;
    type SerializeTuple = Array<'o, 'w, W>;
    type SerializeTupleStruct = Array<'o, 'w, W>;
    type SerializeTupleVariant = Array<'o, 'w, W>;
    type SerializeMap = Object<'o, 'w, W>;
    type SerializeStruct = Object<'o, 'w, W>;
    type SerializeStructVariant = Object<'o, 'w, W>;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_u128(self, value: u128) -> Done {
        self.integer(i128::try_from(value).unwrap_or(i128::MAX))
    }

    fn serialize_bool(self, value: bool) -> Done {
        scalar(self.writer.boolean(value))
    }

    fn serialize_f32(self, value: f32) -> Done {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Done {
        scalar(self.writer.number(Number::Float(value)))
    }

    fn serialize_char(self, value: char) -> Done {
        scalar(self.writer.text(value.encode_utf8(&mut [0; 4])))
    }

    fn serialize_str(self, value: &str) -> Done {
        scalar(self.writer.text(value))
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(ser::Error::custom("bytes, which oneM2M has as text only"))
    }

    fn serialize_none(self) -> Done {
        scalar(self.writer.null())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        scalar(self.writer.null())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        scalar(self.writer.null())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        scalar(self.writer.text(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        let first = self.begin_object()?;
        self.member(variant, value)?;
        self.end_object(first)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Array<'o, 'w, W>, Failure> {
        self.begin_array()?;
        Ok(Array {
            output: self,
            variant: None,
        })
    }

    fn serialize_tuple(self, len: usize) -> Result<Array<'o, 'w, W>, Failure> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        len: usize,
    ) -> Result<Array<'o, 'w, W>, Failure> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Array<'o, 'w, W>, Failure> {
        let first = self.begin_object()?;
        self.name(variant)?;
        self.begin_array()?;
        Ok(Array {
            output: self,
            variant: Some((variant, first)),
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'o, 'w, W>, Failure> {
        let first = self.begin_object()?;
        Ok(Object {
            output: self,
            first,
            key: String::new(),
            variant: None,
        })
    }

    fn serialize_struct(self, _: &'static str, len: usize) -> Result<Object<'o, 'w, W>, Failure> {
        self.serialize_map(Some(len))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Object<'o, 'w, W>, Failure> {
        let first = self.begin_object()?;
        self.name(variant)?;
        let object = self.serialize_map(Some(len))?;
        Ok(Object {
            variant: Some((variant, first)),
            ..object
        })
    }
}

/// An array, in an object if it is that of a variant.
struct Array<'o, 'w, W> {
    output: &'o mut Output<'w, W>,
    variant: Option<(&'static str, usize)>,
}

impl<W: Writer> Array<'_, '_, W> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        let counted = self.output.count();
        let written = counted.and_then(|()| value.serialize(&mut *self.output));
        match self.variant {
            Some((variant, _)) => written.map_err(|failure| failure.within(variant)),
            None => written,
        }
    }

    fn finish(self) -> Done {
        self.output.end_array()?;
        match self.variant {
            Some((_, first)) => self.output.end_object(first),
            None => Ok(()),
        }
    }
}

/// Implements the traits of arrays, which differ in their names only.
macro_rules! arrays {
    ($($array:ident: $method:ident,)*) => {$(
        impl<W: Writer> ser::$array for Array<'_, '_, W> {
            type Ok = ();
            type Error = Failure;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                self.item(value)
            }

            fn end(self) -> Done {
                self.finish()
            }
        }
    )*};
}

arrays! {
    SerializeSeq: serialize_element, SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field, SerializeTupleVariant: serialize_field,
}

/// An object, in another one if it is that of a variant.
struct Object<'o, 'w, W> {
    output: &'o mut Output<'w, W>,
    /// Where its names begin among the hashes.
    first: usize,
    /// The key whose value comes next, of a map.
    key: String,
    variant: Option<(&'static str, usize)>,
}

impl<W: Writer> Object<'_, '_, W> {
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Done {
        let written = self.output.member(name, value);
        match self.variant {
            Some((variant, _)) => written.map_err(|failure| failure.within(variant)),
            None => written,
        }
    }

    fn finish(self) -> Done {
        self.output.end_object(self.first)?;
        match self.variant {
            Some((_, first)) => self.output.end_object(first),
            None => Ok(()),
        }
    }
}

impl<W: Writer> ser::SerializeMap for Object<'_, '_, W> {
    type Ok = ();
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.key = key.serialize(Key)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        let key = core::mem::take(&mut self.key);
        self.member(&key, value)
    }

    fn end(self) -> Done {
        self.finish()
    }
}

/// Implements the traits of structs, which differ in their names only.
macro_rules! structs {
    ($($object:ident),*) => {$(
        impl<W: Writer> ser::$object for Object<'_, '_, W> {
            type Ok = ();
            type Error = Failure;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
                self.member(name, value)
            }

            fn end(self) -> Done {
                self.finish()
            }
        }
    )*};
}

structs!(SerializeStruct, SerializeStructVariant);

/// Makes the name of a member of the key of a map.
struct Key;

fn no_name<T>() -> Result<T, Failure> {
    Err(ser::Error::custom("a key that is not text"))
}

macro_rules! shown {
    ($($method:ident: $type:ty,)*) => {$(
        fn $method(self, value: $type) -> Result<String, Failure> {
            Ok(value.to_string())
        }
    )*};
}

macro_rules! no_names {
    ($($method:ident($($type:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $type),*) -> Result<$result, Failure> {
            no_name()
        }
    )*};
}

impl ser::Serializer for Key {
    type Ok = String;
    type Error = Failure;
    type SerializeSeq = Impossible<String, Failure>;
    type SerializeTuple = Impossible<String, Failure>;
    type SerializeTupleStruct = Impossible<String, Failure>;
    type SerializeTupleVariant = Impossible<String, Failure>;
    type SerializeMap = Impossible<String, Failure>;
    type SerializeStruct = Impossible<String, Failure>;
    type SerializeStructVariant = Impossible<String, Failure>;

    shown! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128, serialize_char: char, serialize_str: &str,
    }

    no_names! {
        serialize_f32(f32) -> String;
        serialize_f64(f64) -> String;
        serialize_bytes(&[u8]) -> String;
        serialize_none() -> String;
        serialize_unit() -> String;
        serialize_unit_struct(&'static str) -> String;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, Failure> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<String, Failure> {
        Ok(variant.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<String, Failure> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<String, Failure> {
        no_name()
    }
}
