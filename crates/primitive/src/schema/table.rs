//! The shape of the generated data, and how it is searched.

use core::cmp::Ordering;

use super::generated::{CONTEXTS, POOL, REQUEST, RESPONSE, ROWS, SHAPES, TYPES, VALUES};
use super::{JsonType, XmlForm};

/// No context.
pub(super) const NONE: u16 = u16::MAX;

/// A member in its context: place and length of the short and the long name in the pool, type, order, shape.
pub(super) struct Row(
    pub(super) u16,
    pub(super) u8,
    pub(super) u16,
    pub(super) u8,
    pub(super) u16,
    pub(super) u16,
    pub(super) u8,
);

/// The shape that many rows share.
pub(super) struct Shape {
    pub(super) json_type: JsonType,
    pub(super) xml_form: XmlForm,
    pub(super) least: u32,
    pub(super) most: Option<u32>,
}

/// A data type: place and length of its name in the pool, and its context or [`NONE`].
pub(super) struct Type(pub(super) u16, pub(super) u8, pub(super) u16);

/// The kind of a context.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Kind {
    /// A complex type.
    Type,
    /// A complex type with one element of any resource.
    Wrapper,
    /// The members that several resources have in common.
    Common,
    /// A resource.
    Resource,
}

/// A context: place and length of its name and its long name in the pool, the context whose rows it has as well or
/// [`NONE`], its first row and how many, its resource type or 0, what it is, and how long the ending of its announced
/// variant is, or 0.
///
/// The name of a resource is that of its element, and its announced variant stands in the pool, so that the name without
/// `m2m:` and without the ending is a part of it. The long name is followed by `Annc` then.
pub(super) struct Entry(
    pub(super) u16,
    pub(super) u8,
    pub(super) u16,
    pub(super) u8,
    pub(super) u16,
    pub(super) u16,
    pub(super) u8,
    pub(super) u16,
    pub(super) Kind,
    pub(super) u8,
);

/// An enumeration: place and length of its name in the pool, its first value and how many.
pub(super) struct Values(pub(super) u16, pub(super) u8, pub(super) u16, pub(super) u8);

/// A value of an enumeration, and place and length of its name in the pool.
pub(super) struct Value(pub(super) u16, pub(super) u16, pub(super) u8);

/// A part of the pool.
fn text(at: u16, len: u8) -> &'static str {
    let at = usize::from(at);
    POOL.get(at..at + usize::from(len)).unwrap_or_default()
}

/// A name that is searched for. Short ones are compared as numbers: seven bytes, and the length.
pub(super) struct Wanted<'n> {
    name: &'n str,
    key: Option<u64>,
}

/// The number of bytes that a short name has at most.
const SHORT: u8 = 7;

impl<'n> Wanted<'n> {
    #[inline]
    pub(super) fn new(name: &'n str) -> Self {
        let len = u8::try_from(name.len()).ok().filter(|len| *len <= SHORT);
        let shift = |key, byte: u8| key << 8 | u64::from(byte);
        let key = |len| {
            let begin = name.bytes().fold(0, shift) << (8 * u32::from(SHORT - len));
            shift(begin, len)
        };
        Self {
            name,
            key: len.map(key),
        }
    }

    /// Where the name is among those of the rows, which are sorted.
    #[inline]
    fn position(&self, rows: &[Row]) -> Option<usize> {
        let found = match self.key {
            Some(key) => rows.binary_search_by(|row| self.order(key, row)),
            None => rows.binary_search_by(|row| row.short_name().cmp(self.name)),
        };
        found.ok()
    }

    #[inline]
    fn order(&self, key: u64, row: &Row) -> Ordering {
        match row.key() {
            Some(of_row) => of_row.cmp(&key),
            None => row.short_name().cmp(self.name),
        }
    }
}

/// Guesses the row of a name in a context that is asked for often.
pub(super) struct Guesses([u8; 1 << Self::BITS]);

pub(super) static OF_REQUEST: Guesses = Guesses::new(REQUEST);
pub(super) static OF_RESPONSE: Guesses = Guesses::new(RESPONSE);

impl Guesses {
    const BITS: u32 = 7;

    /// Of names that have the same slot it knows only the first.
    const fn new(context: u16) -> Self {
        let mut slots = [u8::MAX; 1 << Self::BITS];
        let Some((Entry(.., first, count, _, _, _), _)) = tail(&CONTEXTS, context).split_first()
        else {
            return Self(slots);
        };
        let mut rows = tail(&ROWS, *first);
        let mut number = 0;
        while let (true, Some((row, rest))) = (number < *count, rows.split_first()) {
            rows = rest;
            if let Some(key) = row.key()
                && let Some(slot) = slots.split_at_mut(Self::slot(key)).1.first_mut()
                && *slot == u8::MAX
            {
                *slot = number;
            }
            number += 1;
        }
        Self(slots)
    }

    #[inline]
    const fn slot(key: u64) -> usize {
        // One of the numbers that give each parameter of the two primitives a slot of its own.
        let [.., high] = key.wrapping_mul(0x6DE2_B33B_56CE_F8ED).to_le_bytes();
        index(u16::from_le_bytes([high >> (8 - Self::BITS), 0]))
    }

    /// The index of the row in the context with this name, if it guesses right.
    #[inline]
    pub(super) fn row(&self, wanted: &Wanted<'_>, entry: &Entry) -> Option<u16> {
        let key = wanted.key?;
        let number = self
            .0
            .get(Self::slot(key))
            .filter(|number| **number < entry.6)?;
        let index = entry.5 + u16::from(*number);
        let row = ROWS.get(usize::from(index))?;
        (row.key() == Some(key)).then_some(index)
    }
}

/// A table from there on.
const fn tail<T>(table: &'static [T], first: u16) -> &'static [T] {
    match table.split_at_checked(index(first)) {
        Some((_, tail)) => tail,
        None => &[],
    }
}

/// The lossless conversion, which is not `const`.
const fn index(number: u16) -> usize {
    let mut bytes = 0_usize.to_le_bytes();
    let [low, high, ..] = &mut bytes;
    [*low, *high] = number.to_le_bytes();
    usize::from_le_bytes(bytes)
}

/// A part of a table.
fn part<T>(table: &'static [T], first: u16, count: u8) -> &'static [T] {
    let first = usize::from(first);
    let found = table.get(first..first + usize::from(count));
    found.unwrap_or_default()
}

impl Row {
    /// The beginning of the short name and its length as one number, in the order of the names. The end of the pool has none.
    #[inline]
    const fn key(&self) -> Option<u64> {
        let Some(begin) = tail(POOL.as_bytes(), self.0).first_chunk() else {
            return None;
        };
        let cut = if self.1 < SHORT { self.1 } else { SHORT };
        // No name is empty.
        let mask = u64::MAX.wrapping_shl(64 - 8 * u32::from_le_bytes([cut, 0, 0, 0]));
        let len = u64::from_le_bytes([self.1, 0, 0, 0, 0, 0, 0, 0]);
        Some((u64::from_be_bytes(*begin) & mask) | len)
    }

    pub(super) fn short_name(&self) -> &'static str {
        text(self.0, self.1)
    }

    pub(super) fn long_name(&self) -> &'static str {
        text(self.2, self.3)
    }

    pub(super) fn data_type(&self) -> Option<&'static Type> {
        TYPES.get(usize::from(self.4))
    }

    pub(super) const fn order(&self) -> u16 {
        self.5
    }

    pub(super) fn shape(&self) -> Option<&'static Shape> {
        SHAPES.get(usize::from(self.6))
    }
}

impl Type {
    pub(super) fn name(&self) -> &'static str {
        text(self.0, self.1)
    }

    pub(super) fn context(&self) -> Option<u16> {
        (self.2 != NONE).then_some(self.2)
    }
}

impl Entry {
    /// The entry of all that is not in the table.
    pub(super) const NOTHING: Self = Self(0, 0, 0, 0, NONE, 0, 0, 0, Kind::Type, 0);

    /// The name of the context: that of the element, without `m2m:`, if it is a resource.
    pub(super) fn name(&self, is_announced: bool) -> &'static str {
        let name = self.full_name(is_announced);
        match self.kind() {
            Kind::Resource => name.strip_prefix("m2m:").unwrap_or(name),
            Kind::Type | Kind::Wrapper | Kind::Common => name,
        }
    }

    pub(super) fn full_name(&self, is_announced: bool) -> &'static str {
        let ending = if is_announced { self.9 } else { 0 };
        text(self.0, self.1 + ending)
    }

    pub(super) fn long_name(&self, is_announced: bool) -> &'static str {
        let ending = if is_announced { 4 } else { 0 };
        text(self.2, self.3 + ending)
    }

    pub(super) fn parent(&self) -> Option<&'static Self> {
        CONTEXTS.get(usize::from(self.4))
    }

    /// The rows of its own, with their indices.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u16, &'static Row)> {
        (self.5..).zip(part(&ROWS, self.5, self.6))
    }

    /// The index of the row of its own with this short name.
    pub(super) fn row(&self, short_name: &Wanted<'_>) -> Option<u16> {
        let rows = part(&ROWS, self.5, self.6);
        Some(self.5 + u16::try_from(short_name.position(rows)?).ok()?)
    }

    /// The resource type, or 0.
    pub(super) const fn resource_type(&self) -> u16 {
        self.7
    }

    pub(super) const fn kind(&self) -> Kind {
        self.8
    }

    pub(super) const fn can_be_announced(&self) -> bool {
        self.9 > 0
    }
}

impl Values {
    pub(super) fn type_name(&self) -> &'static str {
        text(self.0, self.1)
    }

    pub(super) fn list(&self) -> &'static [Value] {
        part(&VALUES, self.2, self.3)
    }
}

impl Value {
    pub(super) const fn number(&self) -> u16 {
        self.0
    }

    pub(super) fn name(&self) -> &'static str {
        text(self.1, self.2)
    }
}

/// The context with exactly this name, that is not an announced variant.
pub(super) fn context(name: &str) -> Option<(u16, &'static Entry)> {
    let found = CONTEXTS.binary_search_by(|entry| entry.name(false).cmp(name));
    let index = found.ok()?;
    Some((u16::try_from(index).ok()?, CONTEXTS.get(index)?))
}

#[cfg(test)]
mod tests {
    use super::super::generated::{ENUMERATIONS, NAMESPACES};
    use super::*;

    /// What the documentation of the module says.
    #[test]
    fn the_table_is_as_large_as_documented() {
        let bytes = size_of_val(&ROWS)
            + size_of_val(&CONTEXTS)
            + size_of_val(&TYPES)
            + size_of_val(&SHAPES)
            + size_of_val(&ENUMERATIONS)
            + size_of_val(&VALUES)
            + size_of_val(&NAMESPACES)
            + POOL.len();
        assert_eq!(bytes.div_ceil(1024), 75);
    }
}
