//! Symbols of a block with codes (RFC 1951 §3.2.5).

use super::bits::Bits;
use super::error::Fault;
use super::fixed;
use super::table::{Entry, look_up};
use crate::symbols::{DISTANCE_RANGES, END_OF_BLOCK, FIRST_LENGTH, LENGTHS, Range};

/// Bits of the index of the root tables.
pub(super) const LITERAL_ROOT_BITS: u32 = 10;
pub(super) const DISTANCE_ROOT_BITS: u32 = 8;

/// The codes of a block, for decoding.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tables<'t> {
    pub(super) literals: &'t [Entry],
    pub(super) distances: &'t [Entry],
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Symbol {
    Literal(u8),
    EndOfBlock,
    Match(Match),
}

/// `len` bytes that were said `distance` bytes ago.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Match {
    pub(super) len: u16,
    pub(super) distance: u16,
}

impl Tables<'_> {
    pub(super) const FIXED: Self = Self {
        literals: &fixed::LITERALS,
        distances: &fixed::DISTANCES,
    };

    #[inline]
    pub(super) fn literal(self, bits: u64) -> Entry {
        look_up(self.literals, LITERAL_ROOT_BITS, bits)
    }

    #[inline]
    pub(super) fn distance(self, bits: u64) -> Entry {
        look_up(self.distances, DISTANCE_ROOT_BITS, bits)
    }

    /// Reads the next symbol; `None`: more bits are needed. `bits` are then of no use.
    pub(super) fn read(self, bits: &mut Bits) -> Result<Option<Symbol>, Fault> {
        let Some(symbol) = read_code(self.literal(bits.value), bits) else {
            return Ok(None);
        };
        if let Ok(literal) = u8::try_from(symbol) {
            return Ok(Some(Symbol::Literal(literal)));
        }
        if symbol == END_OF_BLOCK {
            return Ok(Some(Symbol::EndOfBlock));
        }
        let place = usize::from(symbol.wrapping_sub(FIRST_LENGTH));
        let range = LENGTHS.get(place).ok_or(Fault::Symbol)?;
        let Some(len) = read_extra(*range, bits) else {
            return Ok(None);
        };
        let Some(symbol) = read_code(self.distance(bits.value), bits) else {
            return Ok(None);
        };
        let range = DISTANCE_RANGES
            .get(usize::from(symbol))
            .ok_or(Fault::Symbol)?;
        let distance = read_extra(*range, bits);
        Ok(distance.map(|distance| Symbol::Match(Match { len, distance })))
    }
}

fn read_code(entry: Entry, bits: &mut Bits) -> Option<u16> {
    if entry.len() > bits.count {
        return None;
    }
    bits.skip(entry.len());
    Some(entry.value())
}

fn read_extra(range: Range, bits: &mut Bits) -> Option<u16> {
    let extra = bits.take(u32::from(range.extra_bits))?;
    Some(range.base + extra)
}
