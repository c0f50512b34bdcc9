/// The settings of decoders and encoders.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct CodecConfig {
    /// The limits of a decoder.
    pub limits: Limits,
    /// The deviations that a decoder accepts (default: none).
    pub leniency: Leniency,
    /// The treatment of names that the data-type table does not have, when content goes from or to XML.
    pub unknown_names: UnknownNames,
    /// True if an encoder puts `m2m:rqp` or `m2m:rsp` around a primitive in JSON and CBOR, for peers of release 2 that
    /// demand it (default: no, TS-0004 8.4.2).
    pub wrap: bool,
}

/// The limits of a decoder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Longest primitive, in bytes (default 1 MiB; at most 4 GiB).
    pub max_len: usize,
    /// Objects, arrays and elements within each other (default 64).
    pub max_depth: usize,
    /// Members and elements in all (default 65 536).
    pub max_members: usize,
    /// Items in all lists among the parameters of one primitive (default 1024).
    pub max_list_items: usize,
    /// Parameters and conditions that are not known, in one primitive (default 64).
    pub max_unknown_parameters: usize,
}

impl Limits {
    /// For what was within the limits before.
    pub(crate) const NONE: Self = Self {
        max_len: usize::MAX,
        max_depth: usize::MAX,
        max_members: usize::MAX,
        max_list_items: usize::MAX,
        max_unknown_parameters: usize::MAX,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_len: 1 << 20,
            max_depth: 64,
            max_members: 1 << 16,
            max_list_items: 1 << 10,
            max_unknown_parameters: 64,
        }
    }
}

/// Deviations of deployed systems, each of which a decoder refuses unless told otherwise. Those about values go by the
/// data-type table, and apply to parameters, to content, and to primitives within content alike. Values that were accepted
/// are written anew as they should be, so everything behind a decoder is strict.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Leniency {
    /// `m2m:rqp` or `m2m:rsp` around a primitive in JSON and CBOR: release 2, such as IoTDM.
    pub wrapped: bool,
    /// Numbers and booleans that are written as text, such as `"op":"1"` and `"rr":"true"`: nCube-Thyme.
    pub scalars_as_text: bool,
    /// One value where a list belongs, such as `"lbl":"a"`: converters from XML to JSON that know no schema, such as those
    /// of nCube-Thyme and Mobius, write lists of one item so.
    pub single_values: bool,
    /// White space within an item of a list, such as `"lbl":["living room"]`: ACME-CSE has such labels. In XML, where white
    /// space separates items, each word becomes an item; in JSON and CBOR the item stays as it is.
    pub white_space_in_items: bool,
    /// Members that are attributes in XML written as elements, such as `<rn>a</rn>`: converters from JSON to XML that know
    /// no schema, such as those of nCube-Thyme.
    pub attributes_as_elements: bool,
    /// Integers with a fraction of zero, such as `5.0`: encoders with floating-point numbers only, such as those of Lua and
    /// MATLAB clients.
    pub integers_with_fraction: bool,
    /// Byte strings for names and text in CBOR: the samples of TS-0004 8.5.2.
    pub byte_strings: bool,
    /// Tags in CBOR, up to four around a value, whose meaning is left out of account: RFC 8949 §3.4.6.
    pub tags: bool,
}

impl Leniency {
    /// No deviation: a decoder accepts what the specifications allow.
    pub const STRICT: Self = Self {
        wrapped: false,
        scalars_as_text: false,
        single_values: false,
        white_space_in_items: false,
        attributes_as_elements: false,
        integers_with_fraction: false,
        byte_strings: false,
        tags: false,
    };
    /// All deviations.
    pub const DEPLOYED: Self = Self {
        wrapped: true,
        scalars_as_text: true,
        single_values: true,
        white_space_in_items: true,
        attributes_as_elements: true,
        integers_with_fraction: true,
        byte_strings: true,
        tags: true,
    };

    /// Returns whether values are read by the data-type table.
    pub(crate) const fn is_about_content(self) -> bool {
        self.scalars_as_text
            || self.single_values
            || self.attributes_as_elements
            || self.integers_with_fraction
    }
}

/// The treatment of a name that the data-type table does not have, when content goes from or to XML, which says neither what
/// is a number nor what is a list.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum UnknownNames {
    /// Such a name is an error, which tells the name.
    #[default]
    Refuse,
    /// To XML, a scalar becomes an element with text, an array repeated elements, an object nested elements. From XML, an
    /// element becomes text, elements of the same name an array, an element with elements an object.
    Text,
}
