//! The objects that are open around the place where a source stands, and the names in them.

use alloc::string::String;
use core::ops::Range;

use smallvec::SmallVec;

use crate::error::DecodeRule;
use crate::token::Scan;

/// Where a name begins in the input, and a hash of it.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    hash: u32,
}

/// An object or array that is open; or the top level, around everything.
#[derive(Clone, Copy, Debug)]
struct Open {
    is_object: Option<bool>,
    /// The number of names that there were before it began.
    first_name: u32,
    /// A bit for the hash of each name in it: one whose bit is new need not be compared.
    hashes: u64,
}

/// The names of what is open. Neither ordinary nor hostile input makes it much larger than the input itself.
#[derive(Debug)]
pub(crate) struct Names {
    entries: SmallVec<[Entry; 32]>,
    innermost: Open,
    /// The objects around the innermost, which comes last.
    around: SmallVec<[Open; 16]>,
}

/// Reads a name again, from where it begins in the input.
pub(crate) trait NameAt {
    /// Returns whether the names that begin here and there are the same.
    fn is_same(&self, one: usize, other: usize) -> bool;
    /// The order of the names that begin here and there, in any fixed way.
    fn order(&self, one: usize, other: usize) -> core::cmp::Ordering;
    /// Appends the name that begins here.
    fn append(&self, start: usize, to: &mut String);
}

impl Names {
    pub(crate) const fn new() -> Self {
        Self {
            entries: SmallVec::new_const(),
            innermost: Open {
                is_object: None,
                first_name: 0,
                hashes: 0,
            },
            around: SmallVec::new_const(),
        }
    }

    pub(crate) fn depth(&self) -> usize {
        self.around.len()
    }

    /// Returns whether the innermost that is open is an object; `None` if nothing is.
    #[inline]
    pub(crate) const fn is_object(&self) -> Option<bool> {
        self.innermost.is_object
    }

    /// Notes the beginning of an object or array.
    pub(crate) fn enter(&mut self, is_object: bool, max_depth: usize) -> Scan<()> {
        if self.around.len() >= max_depth {
            return Err(DecodeRule::TooDeep);
        }
        self.around.push(self.innermost);
        self.innermost = Open {
            is_object: Some(is_object),
            first_name: u32::try_from(self.entries.len()).map_err(|_| DecodeRule::TooLong)?,
            hashes: 0,
        };
        Ok(())
    }

    /// Notes the name of a member, which begins at `start` in the input.
    #[inline]
    pub(crate) fn add(&mut self, start: usize, hash: u32, input: &impl NameAt) -> Scan<()> {
        let entry = Entry {
            start: u32::try_from(start).map_err(|_| DecodeRule::TooLong)?,
            hash,
        };
        let bit = 1 << (hash.wrapping_mul(GOLDEN_RATIO) >> 26);
        if self.innermost.hashes & bit != 0 && self.is_among_few(entry, input) {
            return Err(DecodeRule::DuplicateMember);
        }
        self.innermost.hashes |= bit;
        self.entries.push(entry);
        Ok(())
    }

    /// Returns whether the name is one of those of the innermost object, unless they are too many to tell at once.
    fn is_among_few(&self, entry: Entry, input: &impl NameAt) -> bool {
        let is_same = |name: &Entry| {
            name.hash == entry.hash && input.is_same(offset(name.start), offset(entry.start))
        };
        let names = self.entries.get(self.innermost_names()).unwrap_or_default();
        names.len() < FEW && names.iter().any(is_same)
    }

    /// Notes the end of an object or array. Of an object with many names it tells only here if one came twice: where the
    /// second one begins.
    pub(crate) fn leave(&mut self, input: &impl NameAt) -> Result<(), usize> {
        let range = self.innermost_names();
        let first_name = range.start;
        let names = self.entries.get_mut(range).unwrap_or_default();
        if names.len() > FEW {
            names.sort_unstable_by(|one, other| {
                let by_name = || input.order(offset(one.start), offset(other.start));
                let by_hash = one.hash.cmp(&other.hash);
                by_hash
                    .then_with(by_name)
                    .then_with(|| one.start.cmp(&other.start))
            });
            let pairs = names.iter().zip(names.iter().skip(1));
            let again = pairs.filter(|(one, other)| {
                one.hash == other.hash && input.is_same(offset(one.start), offset(other.start))
            });
            if let Some(again) = again.map(|(_, other)| *other).min_by_key(|name| name.start) {
                // So that it ends the path.
                self.entries.push(again);
                return Err(offset(again.start));
            }
        }
        self.entries.truncate(first_name);
        if let Some(around) = self.around.pop() {
            self.innermost = around;
        }
        Ok(())
    }

    /// The names that lead to where the source stands, with slashes between.
    pub(crate) fn path(&self, input: &impl NameAt) -> String {
        let mut path = String::new();
        let open = self.around.iter().skip(1).chain([&self.innermost]);
        let ends = open.clone().skip(1).map(|open| offset(open.first_name));
        for (open, end) in open.zip(ends.chain([self.entries.len()])) {
            let names = self.entries.get(offset(open.first_name)..end);
            if let (Some(true), Some([.., last])) = (open.is_object, names) {
                if !path.is_empty() {
                    path.push('/');
                }
                input.append(offset(last.start), &mut path);
            }
        }
        path
    }

    #[inline]
    fn innermost_names(&self) -> Range<usize> {
        offset(self.innermost.first_name)..self.entries.len()
    }
}

/// A place in the input, which is shorter than 4 GiB.
#[inline]
fn offset(start: u32) -> usize {
    usize::try_from(start).unwrap_or(usize::MAX)
}

/// A hash of a name, byte by byte: equal names have equal ones, and those of short names mostly differ.
#[inline]
pub(crate) const fn hash_byte(hash: u32, byte: u8) -> u32 {
    // The lossless conversions are not `const`.
    hash.rotate_left(9) ^ u32::from_le_bytes([byte, 0, 0, 0])
}

/// The hash of a whole name.
pub(crate) fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0, |hash, byte| hash_byte(hash, *byte))
}

/// 2³² divided by the golden ratio: multiplied by it, hashes that differ little differ in their upper bits.
const GOLDEN_RATIO: u32 = 0x9E37_79B1;

/// Up to so many names of an object are compared as they come.
const FEW: usize = 24;
