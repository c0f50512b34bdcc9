//! Where bytes were said before.

use alloc::vec;
use alloc::vec::Vec;

use crate::certain::part;
use crate::symbols::MAX_MATCH;
use crate::window::Window;

/// Where each sequence of four bytes was said last, and before that: two positions for each hash.
///
/// Positions count everything that was said, modulo 2^16. One that is outdated does no harm, for what lies there is
/// compared.
#[derive(Debug)]
pub(super) struct Table {
    /// As many as a power of two, or none. The later position comes first.
    buckets: Vec<[u16; 2]>,
    /// The shift that leaves the bits of an index of a hash of 32 bits.
    shift: u32,
}

/// A sequence of four bytes.
type Sequence = [u8; SEQUENCE];

/// Bytes of a sequence that is hashed. Shorter matches are not found: under most codes they gain nothing.
const SEQUENCE: usize = 4;

impl Table {
    pub(super) const fn new() -> Self {
        Self {
            buckets: Vec::new(),
            shift: 0,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.buckets.is_empty()
    }

    /// Gives the memory back.
    pub(super) fn clear(&mut self) {
        *self = Self::new();
    }

    /// Makes a table of `2^bits` buckets that knows nothing.
    pub(super) fn allocate(&mut self, bits: u32) {
        self.buckets = vec![[0; 2]; 1 << bits];
        self.shift = 32_u32.saturating_sub(bits);
    }

    /// Notes all that the window has; its newest byte was said right before `position`.
    pub(super) fn learn(&mut self, window: &Window, position: u16) {
        for distance in (1..=window.len()).rev() {
            if let Some(sequence) = window.since(distance).first_chunk() {
                self.insert(*sequence, position.wrapping_sub(low(distance)));
            }
        }
    }

    /// Notes the position, and returns those that were noted before.
    #[inline]
    fn insert(&mut self, sequence: Sequence, position: u16) -> [u16; 2] {
        // The golden ratio, as Fibonacci hashing has it: the upper bits of the product depend on all of the sequence.
        let hash = u32::from_le_bytes(sequence).wrapping_mul(0x9e37_79b1);
        let index = usize::try_from(hash.wrapping_shr(self.shift)).unwrap_or(usize::MAX);
        match self.buckets.get_mut(index) {
            Some(bucket) => {
                let [later, _] = *bucket;
                core::mem::replace(bucket, [position, later])
            }
            None => [position; 2],
        }
    }
}

/// `len` bytes that were said `distance` bytes ago.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Match {
    pub(super) len: usize,
    pub(super) distance: usize,
}

impl Match {
    /// No match.
    pub(super) const NONE: Self = Self {
        len: 0,
        distance: 0,
    };
}

/// Finds matches for a part of a message in what precedes: the part itself, and the window.
#[derive(Debug)]
pub(super) struct Finder<'f> {
    pub(super) table: &'f mut Table,
    pub(super) window: &'f Window,
    pub(super) bytes: &'f [u8],
    /// Of the first of the bytes.
    pub(super) position: u16,
}

impl Finder<'_> {
    /// Notes what begins at `from` to `end`.
    #[inline]
    pub(super) fn note(&mut self, from: usize, end: usize) {
        let last = end.wrapping_add(SEQUENCE - 1).min(self.bytes.len());
        let sequences = part(self.bytes, from..last);
        let mut position = self.position.wrapping_add(low(from));
        for sequence in sequences.windows(SEQUENCE) {
            if let Some(sequence) = sequence.first_chunk() {
                self.table.insert(*sequence, position);
            }
            position = position.wrapping_add(1);
        }
    }

    /// Notes what begins at `at`, and returns the longest match for it that is longer than `least` bytes, the nearest of
    /// those, or [`Match::NONE`].
    #[inline]
    pub(super) fn find(&mut self, at: usize, least: usize) -> Match {
        let rest = part(self.bytes, at..);
        let Some(sequence) = rest.first_chunk() else {
            return Match::NONE;
        };
        let rest = rest.get(..MAX_MATCH).unwrap_or(rest);
        let position = self.position.wrapping_add(low(at));
        let [later, earlier] = self.table.insert(*sequence, position);
        let best = Match {
            len: least,
            distance: 0,
        };
        let best = self.longer(at, rest, position.wrapping_sub(later), best);
        let best = self.longer(at, rest, position.wrapping_sub(earlier), best);
        if best.distance == 0 {
            Match::NONE
        } else {
            best
        }
    }

    /// Returns the match of `distance` bytes before `at` if there is one that is longer than `best`, else `best`.
    #[inline(always)]
    fn longer(&self, at: usize, rest: &[u8], distance: u16, best: Match) -> Match {
        let distance = usize::from(distance);
        let reach = self.window.size().min(self.window.len().wrapping_add(at));
        // Zero included, which is none.
        if distance.wrapping_sub(1) >= reach {
            return best;
        }
        let said = self.said(at, distance);
        if said.first_chunk::<SEQUENCE>() != rest.first_chunk() {
            return best;
        }
        let mut len = common_prefix(said, rest);
        if len == said.len() && len < rest.len() {
            len = self.go_on(at, distance, len, rest);
        }
        if len > best.len {
            Match { len, distance }
        } else {
            best
        }
    }

    /// The bytes that were said `distance` bytes before `at` and after that, up to the end of the window's ring or of the window.
    #[inline]
    fn said(&self, at: usize, distance: usize) -> &[u8] {
        if distance <= at {
            self.bytes
                .get(at.wrapping_sub(distance)..)
                .unwrap_or_default()
        } else {
            self.window.since(distance.wrapping_sub(at))
        }
    }

    /// The length of a match that goes on for `len` bytes at least, up to where the window's ring, or the window, ends.
    #[cold]
    fn go_on(&self, at: usize, distance: usize, mut len: usize, rest: &[u8]) -> usize {
        loop {
            let said = self.said(at.saturating_add(len), distance);
            let more = common_prefix(said, part(rest, len..));
            len = len.saturating_add(more);
            if more == 0 || more < said.len() {
                return len;
            }
        }
    }
}

/// The number of bytes that two slices have in common at their begin.
#[inline]
fn common_prefix(one: &[u8], other: &[u8]) -> usize {
    let (one_words, _) = one.as_chunks::<16>();
    let (other_words, _) = other.as_chunks::<16>();
    let mut len = 0_usize;
    for (one, other) in one_words.iter().zip(other_words) {
        let difference = u128::from_le_bytes(*one) ^ u128::from_le_bytes(*other);
        if difference != 0 {
            let bytes = difference.trailing_zeros() / 8;
            return len.wrapping_add(usize::try_from(bytes).unwrap_or(0));
        }
        len = len.wrapping_add(16);
    }
    let one = part(one, len..).iter();
    let rest = one.zip(part(other, len..));
    len.wrapping_add(rest.take_while(|(one, other)| one == other).count())
}

/// The number modulo 2^16.
#[inline]
pub(super) fn low(number: usize) -> u16 {
    let [first, second, ..] = number.to_le_bytes();
    u16::from_le_bytes([first, second])
}
