//! Types of one line for each attribute.
//!
//! The kind of an attribute stands before its short name: `text`, `any`, another type, or a list of one of them in brackets.

/// The type of an attribute.
macro_rules! type_of {
    (text) => { alloc::string::String };
    (any) => { onem2m_primitive::OwnedValue };
    ([text]) => { alloc::vec::Vec<alloc::string::String> };
    ([any]) => { alloc::vec::Vec<onem2m_primitive::OwnedValue> };
    ([$item:ty]) => { alloc::vec::Vec<$item> };
    (($type:ty)) => { $type };
    ($type:ty) => { $type };
}

/// The type of an argument that an attribute is made of.
macro_rules! argument_of {
    (text) => { impl Into<alloc::string::String> };
    (any) => { impl Into<onem2m_primitive::OwnedValue> };
    ([text]) => { impl IntoIterator<Item = impl Into<alloc::string::String>> };
    ([any]) => { impl IntoIterator<Item = impl Into<onem2m_primitive::OwnedValue>> };
    ([$item:ty]) => { impl IntoIterator<Item = $item> };
    (($type:ty)) => { $type };
    ($type:ty) => { $type };
}

/// The attribute that an argument becomes.
macro_rules! attribute_of {
    (text $value:ident) => {
        $value.into()
    };
    (any $value:ident) => {
        $value.into()
    };
    ([text] $value:ident) => {
        $value.into_iter().map(Into::into).collect()
    };
    ([any] $value:ident) => {
        $value.into_iter().map(Into::into).collect()
    };
    ([$item:ty] $value:ident) => {
        $value.into_iter().collect()
    };
    ($type:tt $value:ident) => {
        $value
    };
}

/// Implements the members of a type, which are those of its parts as well.
macro_rules! members {
    ($name:ident { $($part:ident)* } { $($field:ident = $short:literal,)* }) => {
        impl crate::record::Members for $name {
            fn slot(&mut self, name: &str) -> Option<&mut dyn crate::record::Slot> {
                match name {
                    $($short => return Some(&mut self.$field),)*
                    _ => {}
                }
                $(
                    if let Some(slot) = self.$part.slot(name) {
                        return Some(slot);
                    }
                )*
                None
            }

            fn each(&self, visit: &mut dyn FnMut(&'static str, &'static str, &dyn crate::record::Slot)) {
                $(self.$part.each(visit);)*
                $(visit($short, stringify!($field), &self.$field);)*
                let _ = visit;
            }
        }
    };
}

/// Implements what every type with all members of an object has.
macro_rules! record {
    ($name:ident) => {
        impl crate::record::Record for $name {
            fn name(&self) -> &'static str {
                stringify!($name)
            }

            fn other(
                &self,
            ) -> &alloc::collections::BTreeMap<alloc::string::String, onem2m_primitive::OwnedValue>
            {
                &self.other
            }

            fn other_mut(
                &mut self,
            ) -> &mut alloc::collections::BTreeMap<
                alloc::string::String,
                onem2m_primitive::OwnedValue,
            > {
                &mut self.other
            }
        }

        impl crate::record::Field for $name {
            fn empty() -> Self {
                Self::default()
            }

            fn place(&mut self) -> crate::record::Place<'_> {
                crate::record::Place::Record(self)
            }

            fn shape(&self) -> crate::record::Shape<'_> {
                crate::record::Shape::Record(self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::record::Shape::Record(self).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut record = Self::default();
                crate::record::deserialize(&mut record, deserializer)?;
                Ok(record)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Debug::fmt(&crate::record::Shape::Record(self), f)
            }
        }
    };
}

/// Defines a resource: its root element and type, the parts that it shares with others, what a request to create one has to
/// have, what it has from the beginning, and its attributes.
macro_rules! resource {
    (
        $(#[$meta:meta])*
        $name:ident: $root:literal $number:literal $(announced $announced:literal)?;
        parts { $($part:ident: $Part:ident,)* }
        $(#[$new_meta:meta])*
        new { $($needed:ident: $needed_kind:tt,)* }
        preset { $($preset_part:ident: $PresetPart:ident.$preset:ident = $value:expr,)* }
        { $($(#[$doc:meta])* $field:ident: $kind:tt = $short:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq)]
        pub struct $name {
            $(
                #[doc = concat!("The attributes of [`", stringify!($Part), "`](crate::", stringify!($Part), ").")]
                pub $part: crate::$Part,
            )*
            $($(#[$doc])* pub $field: Option<type_of!($kind)>,)*
            /// Attributes that the type does not know, by their short names; those that are NULL, which an UPDATE deletes;
            /// and child resources, by their root elements.
            pub other: alloc::collections::BTreeMap<alloc::string::String, onem2m_primitive::OwnedValue>,
        }

        impl $name {
            /// Returns one with the attributes that a request to create it has to have.
            #[must_use]
            $(#[$new_meta])*
            pub fn new($($needed: argument_of!($needed_kind)),*) -> Self {
                Self {
                    $($needed: Some(attribute_of!($needed_kind $needed)),)*
                    $($preset_part: crate::$PresetPart { $preset: Some($value), ..crate::$PresetPart::default() },)*
                    ..Self::default()
                }
            }

            $(
                #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, value: argument_of!($kind)) -> Self {
                    self.$field = Some(attribute_of!($kind value));
                    self
                }
            )*
        }

        members!($name { $($part)* } { $($field = $short,)* });
        record!($name);

        impl onem2m_primitive::Resource for $name {
            const ROOT: &'static str = $root;
            const TYPE: onem2m_primitive::ResourceType = onem2m_primitive::ResourceType($number);
        }

        $(
            impl crate::Announceable for $name {
                const ANNOUNCED_ROOT: &'static str = $announced;
            }
        )?

        impl crate::Attributes for $name {
            fn other(&self) -> &alloc::collections::BTreeMap<alloc::string::String, onem2m_primitive::OwnedValue> {
                &self.other
            }

            fn other_mut(
                &mut self,
            ) -> &mut alloc::collections::BTreeMap<alloc::string::String, onem2m_primitive::OwnedValue> {
                &mut self.other
            }
        }

        $(
            impl AsRef<crate::$Part> for $name {
                fn as_ref(&self) -> &crate::$Part {
                    &self.$part
                }
            }

            impl AsMut<crate::$Part> for $name {
                fn as_mut(&mut self) -> &mut crate::$Part {
                    &mut self.$part
                }
            }
        )*
    };
}

/// Defines a complex type: its members, and what it has to have.
macro_rules! complex_type {
    (
        $(#[$meta:meta])*
        $name:ident;
        $(#[$new_meta:meta])*
        new { $($needed:ident: $needed_kind:tt,)* }
        { $($(#[$doc:meta])* $field:ident: $kind:tt = $short:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $field: Option<type_of!($kind)>,)*
            /// Members that the type does not know, by their short names, and those that are NULL.
            pub other: alloc::collections::BTreeMap<alloc::string::String, onem2m_primitive::OwnedValue>,
        }

        impl $name {
            /// Returns one with the members that are mandatory.
            #[must_use]
            $(#[$new_meta])*
            pub fn new($($needed: argument_of!($needed_kind)),*) -> Self {
                Self {
                    $($needed: Some(attribute_of!($needed_kind $needed)),)*
                    ..Self::default()
                }
            }

            $(
                #[doc = concat!("Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, value: argument_of!($kind)) -> Self {
                    self.$field = Some(attribute_of!($kind value));
                    self
                }
            )*
        }

        members!($name {} { $($field = $short,)* });
        record!($name);
    };
}

/// Defines the attributes that several resources have in common, and a trait that sets them.
macro_rules! part {
    (
        $(#[$meta:meta])*
        $name:ident;
        $(#[$trait_meta:meta])*
        $Trait:ident;
        { $($(#[$doc:meta])* $field:ident: $kind:tt = $short:literal,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $field: Option<type_of!($kind)>,)*
        }

        members!($name {} { $($field = $short,)* });

        $(#[$trait_meta])*
        pub trait $Trait: AsMut<$name> + Sized {
            $(
                #[doc = concat!(
                    "Sets [`", stringify!($field), "`](", stringify!($name), "#structfield.", stringify!($field), ")."
                )]
                #[must_use]
                fn $field(mut self, value: argument_of!($kind)) -> Self {
                    self.as_mut().$field = Some(attribute_of!($kind value));
                    self
                }
            )*
        }

        impl<R: AsMut<$name>> $Trait for R {}
    };
}

/// Defines the types of enumerations: numbers with names, of which unknown ones are kept.
macro_rules! enumerations {
    ($(
        $(#[$meta:meta])*
        $name:ident: $type_name:literal { $($(#[$doc:meta])* $variant:ident = $value:literal,)* }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name(pub u32);

        impl $name {
            $($(#[$doc])* pub const $variant: Self = Self($value);)*

            /// The name of the number, if it has one.
            #[must_use]
            pub fn name(self) -> Option<&'static str> {
                onem2m_primitive::schema::enumeration($type_name)?.name(self.0)
            }
        }

        crate::record::numbers!($name);

        /// As the number.
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u32(self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                u32::deserialize(deserializer).map(Self)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                match self.name() {
                    Some(name) => write!(f, "{} {name}", self.0),
                    None => core::fmt::Display::fmt(&self.0, f),
                }
            }
        }
    )*};
}
