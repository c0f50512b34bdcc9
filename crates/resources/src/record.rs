//! Objects with named members, read and written through serde.
//!
//! The code that depends on a serializer or a deserializer is compiled once for it, and not once for each type: types give their
//! members as trait objects.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use onem2m_primitive::{
    AbsoluteOrRelative, ContentFilterSyntax, ContentStatus, DesiredIdentifierResultType,
    EventCategory, FilterOperation, FilterUsage, Operation, OwnedValue, ResourceType,
    ResponseStatusCode, ResponseTypeValue, ResultContent, Timestamp,
};
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// Members of an object: all that a type has, or those that several types have in common.
pub(crate) trait Members {
    /// The member with this short name.
    fn slot(&mut self, name: &str) -> Option<&mut dyn Slot>;

    /// Visits all members, with their short names and the names of their fields.
    fn each(&self, visit: &mut dyn FnMut(&'static str, &'static str, &dyn Slot));
}

/// A type with all members of an object, and a place for those that it does not know.
pub(crate) trait Record: Members {
    /// The name of the type.
    fn name(&self) -> &'static str;
    fn other(&self) -> &BTreeMap<String, OwnedValue>;
    fn other_mut(&mut self) -> &mut BTreeMap<String, OwnedValue>;
}

/// A member, which may be absent.
pub(crate) trait Slot {
    /// Puts a value there that is to be read.
    fn fill(&mut self) -> Place<'_>;
    fn clear(&mut self);
    fn shape(&self) -> Option<Shape<'_>>;
}

/// A list, of values that are all of one type.
pub(crate) trait List {
    /// Appends a value that is read meanwhile.
    fn push(&mut self, read: &mut dyn FnMut(Place<'_>));
    fn visit(&self, visit: &mut dyn FnMut(Shape<'_>));
    fn len(&self) -> usize;
}

/// The type of a member.
pub(crate) trait Field {
    /// Something of the type.
    fn empty() -> Self;
    fn place(&mut self) -> Place<'_>;
    fn shape(&self) -> Shape<'_>;
}

/// Where a value is read to.
pub(crate) enum Place<'p> {
    Text(&'p mut String),
    Boolean(&'p mut bool),
    U32(&'p mut u32),
    U64(&'p mut u64),
    I64(&'p mut i64),
    Float(&'p mut f64),
    Timestamp(&'p mut Timestamp),
    AbsoluteOrRelative(&'p mut AbsoluteOrRelative),
    Any(&'p mut OwnedValue),
    List(&'p mut dyn List),
    Record(&'p mut dyn Record),
}

/// A value that is written.
pub(crate) enum Shape<'s> {
    Text(&'s str),
    Boolean(bool),
    Integer(i128),
    Float(f64),
    /// As text.
    Shown(&'s dyn fmt::Display),
    Any(&'s OwnedValue),
    List(&'s dyn List),
    Record(&'s dyn Record),
}

impl<T: Field> Slot for Option<T> {
    fn fill(&mut self) -> Place<'_> {
        self.insert(T::empty()).place()
    }

    fn clear(&mut self) {
        *self = None;
    }

    fn shape(&self) -> Option<Shape<'_>> {
        self.as_ref().map(T::shape)
    }
}

impl<T: Field> List for Vec<T> {
    fn push(&mut self, read: &mut dyn FnMut(Place<'_>)) {
        let mut item = T::empty();
        read(item.place());
        self.push(item);
    }

    fn visit(&self, visit: &mut dyn FnMut(Shape<'_>)) {
        for item in self {
            visit(item.shape());
        }
    }

    fn len(&self) -> usize {
        Self::len(self)
    }
}

impl<T: Field> Field for Vec<T> {
    fn empty() -> Self {
        Self::new()
    }

    fn place(&mut self) -> Place<'_> {
        Place::List(self)
    }

    fn shape(&self) -> Shape<'_> {
        Shape::List(self)
    }
}

/// Implements fields that are no more than one value.
macro_rules! scalars {
    ($($type:ty: $place:ident($empty:expr), $value:ident => $shape:expr;)*) => {$(
        impl Field for $type {
            fn empty() -> Self {
                $empty
            }

            fn place(&mut self) -> Place<'_> {
                Place::$place(self)
            }

            fn shape(&self) -> Shape<'_> {
                let $value = self;
                $shape
            }
        }
    )*};
}

scalars! {
    String: Text(Self::new()), text => Shape::Text(text);
    bool: Boolean(false), boolean => Shape::Boolean(*boolean);
    u32: U32(0), number => Shape::Integer((*number).into());
    u64: U64(0), number => Shape::Integer((*number).into());
    i64: I64(0), number => Shape::Integer((*number).into());
    f64: Float(0.0), number => Shape::Float(*number);
    Timestamp: Timestamp(Self::INFINITY), timestamp => Shape::Shown(timestamp);
    AbsoluteOrRelative: AbsoluteOrRelative(Self::Relative(0)), timestamp => Shape::Shown(timestamp);
    OwnedValue: Any(Self::Null), value => Shape::Any(value);
}

/// Implements fields that are numbers with names.
macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl crate::record::Field for $type {
            fn empty() -> Self {
                Self(0)
            }

            fn place(&mut self) -> crate::record::Place<'_> {
                crate::record::Place::U32(&mut self.0)
            }

            fn shape(&self) -> crate::record::Shape<'_> {
                crate::record::Shape::Integer(self.0.into())
            }
        }
    )*};
}

pub(crate) use numbers;

numbers!(
    ContentFilterSyntax,
    ContentStatus,
    DesiredIdentifierResultType,
    EventCategory,
    FilterOperation,
    FilterUsage,
    Operation,
    ResourceType,
    ResponseStatusCode,
    ResponseTypeValue,
    ResultContent
);

impl Serialize for Shape<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Integer(integer) => match (u64::try_from(*integer), i64::try_from(*integer)) {
                (Ok(integer), _) => serializer.serialize_u64(integer),
                (_, Ok(integer)) => serializer.serialize_i64(integer),
                (Err(_), Err(_)) => serializer.serialize_i128(*integer),
            },
            Self::Float(float) => serializer.serialize_f64(*float),
            Self::Shown(shown) => serializer.collect_str(shown),
            Self::Any(value) => value.serialize(serializer),
            Self::List(list) => {
                let mut items = serializer.serialize_seq(Some(list.len()))?;
                let mut written = Ok(());
                list.visit(&mut |item| {
                    if written.is_ok() {
                        written = items.serialize_element(&item);
                    }
                });
                written?;
                items.end()
            }
            Self::Record(record) => {
                let mut object = serializer.serialize_map(None)?;
                let mut written = Ok(());
                record.each(&mut |name, _, member| {
                    if let (Ok(()), Some(shape)) = (&written, member.shape()) {
                        written = object.serialize_entry(name, &shape);
                    }
                });
                written?;
                for (name, value) in record.other() {
                    object.serialize_entry(name, value)?;
                }
                object.end()
            }
        }
    }
}

/// The members that are there, by the names of their fields.
impl fmt::Debug for Shape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Debug::fmt(text, f),
            Self::Boolean(boolean) => fmt::Debug::fmt(boolean, f),
            Self::Integer(integer) => fmt::Debug::fmt(integer, f),
            Self::Float(float) => fmt::Debug::fmt(float, f),
            Self::Shown(shown) => fmt::Display::fmt(shown, f),
            Self::Any(value) => fmt::Debug::fmt(value, f),
            Self::List(list) => {
                let mut items = f.debug_list();
                list.visit(&mut |item| {
                    items.entry(&item);
                });
                items.finish()
            }
            Self::Record(record) => {
                let mut members = f.debug_struct(record.name());
                record.each(&mut |_, name, member| {
                    if let Some(shape) = member.shape() {
                        members.field(name, &shape);
                    }
                });
                if !record.other().is_empty() {
                    members.field("other", record.other());
                }
                members.finish()
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Place::Any(value) = self {
            *value = OwnedValue::deserialize(deserializer)?;
            return Ok(());
        }
        deserializer.deserialize_any(self)
    }
}

impl Place<'_> {
    const fn expected(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Boolean(_) => "a boolean",
            Self::U32(_) => "an integer from 0 to 4294967295",
            Self::U64(_) => "an integer from 0 to 18446744073709551615",
            Self::I64(_) => "an integer of 64 bits",
            Self::Float(_) => "a number",
            Self::Timestamp(_) => "a timestamp, YYYYMMDDThhmmss",
            Self::AbsoluteOrRelative(_) => "a timestamp, YYYYMMDDThhmmss, or milliseconds",
            Self::Any(_) => "a value",
            Self::List(_) => "a list",
            Self::Record(_) => "an object",
        }
    }

    fn integer<E: de::Error>(self, integer: i128, unexpected: Unexpected<'_>) -> Result<(), E> {
        let expected = self.expected();
        let put = match self {
            Self::U32(place) => u32::try_from(integer).map(|integer| *place = integer),
            Self::U64(place) => u64::try_from(integer).map(|integer| *place = integer),
            Self::I64(place) => i64::try_from(integer).map(|integer| *place = integer),
            // A relative timestamp may be a number as well (TS-0004 6.3.3).
            Self::AbsoluteOrRelative(place) => {
                i64::try_from(integer).map(|integer| *place = AbsoluteOrRelative::Relative(integer))
            }
            Self::Float(place) => {
                #[expect(
                    clippy::as_conversions,
                    clippy::cast_precision_loss,
                    reason = "the attribute is a double"
                )]
                let float = integer as f64;
                *place = float;
                Ok(())
            }
            Self::Text(_)
            | Self::Boolean(_)
            | Self::Timestamp(_)
            | Self::Any(_)
            | Self::List(_)
            | Self::Record(_) => return Err(E::invalid_type(unexpected, &expected)),
        };
        put.map_err(|_| E::invalid_value(unexpected, &expected))
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        let Place::Boolean(place) = self else {
            return Err(E::invalid_type(Unexpected::Bool(value), &self));
        };
        *place = value;
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.integer(value.into(), Unexpected::Unsigned(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.integer(value.into(), Unexpected::Signed(value))
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<(), E> {
        self.integer(value, Unexpected::Other("an integer of more than 64 bits"))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        let Place::Float(place) = self else {
            return Err(E::invalid_type(Unexpected::Float(value), &self));
        };
        *place = value;
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        let expected = self.expected();
        let unexpected = Unexpected::Str(text);
        let put = match self {
            Self::Text(place) => {
                place.clear();
                place.push_str(text);
                Ok(())
            }
            Self::Timestamp(place) => text.parse().map(|timestamp| *place = timestamp),
            Self::AbsoluteOrRelative(place) => text.parse().map(|timestamp| *place = timestamp),
            Self::Boolean(_)
            | Self::U32(_)
            | Self::U64(_)
            | Self::I64(_)
            | Self::Float(_)
            | Self::Any(_)
            | Self::List(_)
            | Self::Record(_) => return Err(E::invalid_type(unexpected, &expected)),
        };
        put.map_err(|_| E::invalid_value(unexpected, &expected))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Place::List(list) = self else {
            return Err(de::Error::invalid_type(Unexpected::Seq, &self));
        };
        while items.next_element_seed(Item(&mut *list))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let Place::Record(record) = self else {
            return Err(de::Error::invalid_type(Unexpected::Map, &self));
        };
        while let Some(Name(name)) = object.next_key()? {
            let value = match record.slot(&name) {
                Some(slot) => {
                    if object.next_value_seed(Member(slot))? {
                        continue;
                    }
                    OwnedValue::Null
                }
                None => object.next_value()?,
            };
            record.other_mut().insert(name.into_owned(), value);
        }
        Ok(())
    }
}

/// An item of a list.
struct Item<'l>(&'l mut dyn List);

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let mut deserializer = Some(deserializer);
        let mut read = Ok(());
        self.0.push(&mut |place| {
            if let Some(deserializer) = deserializer.take() {
                read = place.deserialize(deserializer);
            }
        });
        read
    }
}

/// A member, and in the end whether it is not NULL.
struct Member<'s>(&'s mut dyn Slot);

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E: de::Error>(self) -> Result<bool, E> {
        self.0.clear();
        Ok(false)
    }

    fn visit_unit<E: de::Error>(self) -> Result<bool, E> {
        self.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        self.0.fill().deserialize(deserializer)?;
        Ok(true)
    }
}

/// Reads a whole object.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    record: &mut dyn Record,
    deserializer: D,
) -> Result<(), D::Error> {
    Place::Record(record).deserialize(deserializer)
}

/// The name of a member, borrowed where it can be.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyName;

        impl<'de> Visitor<'de> for AnyName {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.into())))
            }
        }

        deserializer.deserialize_str(AnyName)
    }
}
