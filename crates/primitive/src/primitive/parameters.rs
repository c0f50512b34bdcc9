//! One list for each object of the protocol: its members, from which follow the struct, reading, writing and ownership.

use alloc::borrow::Cow;
use alloc::boxed::Box;

use super::values::{Output, Reader};
use crate::error::{DecodeRule, EncodeError};
use crate::raw::Raw;
use crate::schema::Context;
use crate::token::{Scan, Source, Write, Writer};

/// True if an operation has a parameter (TS-0004 tables 8.2.2-1 and 8.2.3-1).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    /// Mandatory.
    M,
    /// Optional.
    O,
    /// Not there.
    X,
}

/// A parameter that has no field of its own: its short name, and its value in the serialization it came in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Parameter<'a> {
    /// The short name.
    pub name: Cow<'a, str>,
    /// The value.
    pub value: Raw<'a>,
}

impl Parameter<'_> {
    /// Returns the parameter, copied where it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Parameter<'static> {
        Parameter {
            name: Cow::Owned(self.name.into_owned()),
            value: self.value.into_owned(),
        }
    }
}

/// The type of a member: how its value is read and written.
pub(super) trait Field<'a>: Sized {
    /// The same without borrows.
    type Owned;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self>;

    /// Writes the value of a member of `context`.
    fn write<W: Writer>(
        &self,
        context: Context,
        out: &mut Output<'_, W>,
    ) -> Result<(), EncodeError>;

    fn into_owned(self) -> Self::Owned;
}

/// The value of a member that is always there, until it is read.
pub(super) trait Placeholder {
    const PLACEHOLDER: Self;
}

/// An object whose members are listed by [`parameters`].
pub(super) trait Parameters<'a>: Sized {
    /// The context by which the data-type table knows the object.
    fn context() -> Option<Context>;

    /// The number of members that come every time.
    const EVERY: usize;

    /// Reads the value of the member, if there is one whose name has this key; how many of those it is that come every time.
    fn read_member<S: Source<'a>>(
        &mut self,
        key: u64,
        reader: &mut Reader<'_, S>,
    ) -> Scan<Option<usize>>;

    /// Keeps a member that is not listed.
    fn keep(&mut self, name: Cow<'a, str>, value: Raw<'a>);

    /// True if members that are not listed are kept, and not refused.
    const IS_OPEN: bool;

    fn write_members<W: Writer>(&self, out: &mut Output<'_, W>) -> Result<(), EncodeError>;
}

/// A number for each short name, which tells all of them apart; 0 for names that are longer.
#[inline]
pub(super) const fn key(name: &str) -> u64 {
    let mut key = 0;
    let mut rest = name.as_bytes();
    if rest.len() > 7 {
        return 0;
    }
    while let Some((byte, behind)) = rest.split_first() {
        // The lossless conversions are not `const`.
        key = key << 8 | u64::from_le_bytes([*byte, 0, 0, 0, 0, 0, 0, 0]);
        rest = behind;
    }
    key
}

/// Reads the members of an object that has begun, up to its end.
pub(super) fn read_members<'a, P: Parameters<'a>, S: Source<'a>>(
    object: &mut P,
    reader: &mut Reader<'_, S>,
) -> Scan<()> {
    let mut every = 0;
    while let Some(name) = reader.source.next_name()? {
        every += read_one(object, key(&name), name, reader)?;
    }
    if every < P::EVERY {
        return Err(DecodeRule::Missing);
    }
    Ok(())
}

/// Reads a member whose name was read; how many of those it is that come every time.
#[inline]
pub(super) fn read_one<'a, P: Parameters<'a>, S: Source<'a>>(
    object: &mut P,
    key: u64,
    name: Cow<'a, str>,
    reader: &mut Reader<'_, S>,
) -> Scan<usize> {
    if let Some(every) = object.read_member(key, reader)? {
        return Ok(every);
    }
    if !P::IS_OPEN {
        return Err(DecodeRule::UnknownName);
    }
    reader.count_unknown()?;
    let value = reader.source.raw()?;
    object.keep(name, value);
    Ok(0)
}

/// Writes a member.
#[inline]
pub(super) fn write_member<'a, W: Writer>(
    name: &'static str,
    value: &impl Field<'a>,
    context: Context,
    out: &mut Output<'_, W>,
) -> Result<(), EncodeError> {
    let named: Write = out.writer.plain_name(name);
    named
        .map_err(EncodeError::from)
        .and_then(|()| value.write(context, out))
        .map_err(|error| error.within(name))
}

/// Writes members that are not listed.
pub(super) fn write_others<W: Writer>(
    others: &[Parameter<'_>],
    context: Context,
    out: &mut Output<'_, W>,
) -> Result<(), EncodeError> {
    others.iter().try_for_each(|Parameter { name, value }| {
        let named: Write = out.writer.name(name);
        named
            .map_err(EncodeError::from)
            .and_then(|()| value.write(context, out))
            .map_err(|error| error.within(name))
    })
}

impl<'a, T: Field<'a>> Field<'a> for Box<T> {
    type Owned = Box<T::Owned>;

    fn read<S: Source<'a>>(reader: &mut Reader<'_, S>) -> Scan<Self> {
        T::read(reader).map(Self::new)
    }

    fn write<W: Writer>(
        &self,
        context: Context,
        out: &mut Output<'_, W>,
    ) -> Result<(), EncodeError> {
        T::write(self, context, out)
    }

    fn into_owned(self) -> Self::Owned {
        Box::new(T::into_owned(*self))
    }
}

/// Defines a struct by its context in the data-type table, if it has one, and its members, in the order of XML: the field, its type, the short name, and which operations have it
/// (a column for each: mandatory, optional or not there), or `every` if it is always there.
///
/// `open` structs keep other members in a last field `others`; `closed` ones refuse them.
macro_rules! parameters {
    (
        $(#[$meta:meta])*
        pub struct $name:ident<'a> = $context:expr, $openness:ident {
            $($(#[$doc:meta])* $field:ident: $type:ty = $short:literal $presence:tt,)*
        }
    ) => {
        parameters! { @struct $openness
            $(#[$meta])*
            $name { $($(#[$doc])* $field: parameters!(@slot $presence $type),)* }
        }

        impl<'a> Parameters<'a> for $name<'a> {
            parameters!(@keep $openness $name);

            const EVERY: usize = 0 $(+ parameters!(@every $presence))*;

            fn context() -> Option<$crate::schema::Context> {
                $context
            }

            fn read_member<S: $crate::token::Source<'a>>(
                &mut self,
                key: u64,
                reader: &mut $crate::primitive::values::Reader<'_, S>,
            ) -> $crate::token::Scan<Option<usize>> {
                match key {
                    $(key if key == const { $crate::primitive::parameters::key($short) } => {
                        let value = <$type as Field<'a>>::read(reader)?;
                        self.$field = parameters!(@filled $presence value);
                        Ok(Some(parameters!(@every $presence)))
                    })*
                    _ => Ok(None),
                }
            }

            fn write_members<W: $crate::token::Writer>(
                &self,
                out: &mut $crate::primitive::values::Output<'_, W>,
            ) -> Result<(), $crate::error::EncodeError> {
                let context = Self::context().unwrap_or($crate::schema::Context::REQUEST);
                $(parameters!(@write $presence self.$field, $short, context, out);)*
                parameters!(@others $openness self, context, out)
            }
        }

        impl<'a> $name<'a> {
            /// One without members.
            pub(in $crate::primitive) const fn empty() -> Self {
                parameters! { @empty $openness
                    $($field: parameters!(@placeholder $presence $type),)*
                }
            }

            /// Returns the same value, copied where it was borrowed.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                parameters! { @owned $openness self $name
                    $($field: parameters!(@own $presence self.$field),)*
                }
            }

            /// Calls `each` with the short name of each member that need not be there, which operations have it, and
            /// whether it is there.
            #[allow(
                clippy::allow_attributes,
                dead_code,
                unused_mut,
                unused_variables,
                reason = "only the primitives are validated, and some objects have no such member"
            )]
            pub(in $crate::primitive) fn presences(
                &self,
                mut each: impl FnMut(&'static str, &'static [$crate::primitive::parameters::Presence], bool),
            ) {
                $(parameters!(@presence $presence self.$field, $short, each);)*
            }
        }
    };

    (@struct open $(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident: $type:ty,)*
    }) => {
        $(#[$meta])*
        pub struct $name<'a> {
            $($(#[$doc])* pub $field: $type,)*
            /// All other members, as they came.
            pub others: Vec<$crate::primitive::parameters::Parameter<'a>>,
        }
    };
    (@struct closed $(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident: $type:ty,)*
    }) => {
        $(#[$meta])*
        pub struct $name<'a> {
            $($(#[$doc])* pub $field: $type,)*
        }
    };

    (@slot every $type:ty) => { $type };
    (@slot [$($column:ident)*] $type:ty) => { Option<$type> };

    (@empty open $($field:ident: $value:expr,)*) => { Self { $($field: $value,)* others: Vec::new() } };
    (@empty closed $($field:ident: $value:expr,)*) => { Self { $($field: $value,)* } };

    (@placeholder every $type:ty) => { <$type as $crate::primitive::parameters::Placeholder>::PLACEHOLDER };
    (@placeholder [$($column:ident)*] $type:ty) => { None };

    (@every every) => { 1 };
    (@every [$($column:ident)*]) => { 0 };

    (@filled every $value:ident) => { $value };
    (@filled [$($column:ident)*] $value:ident) => { Some($value) };

    (@keep open $name:ident) => {
        const IS_OPEN: bool = true;

        fn keep(&mut self, name: Cow<'a, str>, value: $crate::raw::Raw<'a>) {
            self.others.push($crate::primitive::parameters::Parameter { name, value });
        }
    };
    (@keep closed $name:ident) => {
        const IS_OPEN: bool = false;

        fn keep(&mut self, _: Cow<'a, str>, _: $crate::raw::Raw<'a>) {}
    };

    (@write every $self:ident.$field:ident, $short:literal, $context:ident, $out:ident) => {
        $crate::primitive::parameters::write_member($short, &$self.$field, $context, $out)?
    };
    (@write [$($column:ident)*] $self:ident.$field:ident, $short:literal, $context:ident, $out:ident) => {
        if let Some(value) = &$self.$field {
            $crate::primitive::parameters::write_member($short, value, $context, $out)?;
        }
    };

    (@others open $self:ident, $context:ident, $out:ident) => {
        $crate::primitive::parameters::write_others(&$self.others, $context, $out)
    };
    (@others closed $self:ident, $context:ident, $out:ident) => { Ok(()) };

    (@owned open $self:ident $name:ident $($field:ident: $value:expr,)*) => {
        $name {
            $($field: $value,)*
            others: $self.others.into_iter().map(|other| other.into_owned()).collect(),
        }
    };
    (@owned closed $self:ident $name:ident $($field:ident: $value:expr,)*) => {
        $name { $($field: $value,)* }
    };

    (@own every $self:ident.$field:ident) => { Field::into_owned($self.$field) };
    (@own [$($column:ident)*] $self:ident.$field:ident) => { $self.$field.map(Field::into_owned) };

    (@presence every $self:ident.$field:ident, $short:literal, $each:ident) => {};
    (@presence [$($column:ident)*] $self:ident.$field:ident, $short:literal, $each:ident) => {
        $each(
            $short,
            &[$($crate::primitive::parameters::Presence::$column),*],
            $self.$field.is_some(),
        )
    };
}

pub(super) use parameters;
