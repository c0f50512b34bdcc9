//! Blocks with codes of their own (RFC 1951 §3.2.7).

use super::bits::Bits;
use super::error::Fault;
use super::symbol::{DISTANCE_ROOT_BITS, LITERAL_ROOT_BITS, Tables};
use super::table::{Completeness, Entry, build, look_up};
use crate::certain::part;
use crate::symbols::{
    CODE_LENGTH_ORDER, CODE_LENGTHS, END_OF_BLOCK, REPEAT_PREVIOUS, REPEAT_ZERO_SHORT,
    USED_DISTANCES, USED_LITERALS,
};

/// Entries that the root table and all its sub-tables take at most, for any code of 288 symbols and 15 bits.
const LITERAL_ENTRIES: usize = 1334;
/// The same for 32 symbols.
const DISTANCE_ENTRIES: usize = 402;

/// Header and tables of a block with dynamic codes: all that a decompressor needs beside the window, and only within
/// messages that have such blocks.
#[derive(Debug)]
pub(super) struct Dynamic {
    literals: [Entry; LITERAL_ENTRIES],
    /// While the header is read, the table for the code of the code lengths.
    distances: [Entry; DISTANCE_ENTRIES],
    /// Literals and lengths, then distances. While the header is read, first the code of the code lengths.
    lengths: [u8; USED_LITERALS + USED_DISTANCES],
    counts: Counts,
    /// Lengths that were read.
    read: usize,
}

/// The number of lengths of each code in the header.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    literals: usize,
    distances: usize,
    code_lengths: usize,
}

impl Dynamic {
    pub(super) const fn new() -> Self {
        Self {
            literals: [Entry::INVALID; LITERAL_ENTRIES],
            distances: [Entry::INVALID; DISTANCE_ENTRIES],
            lengths: [0; USED_LITERALS + USED_DISTANCES],
            counts: Counts {
                literals: 0,
                distances: 0,
                code_lengths: 0,
            },
            read: 0,
        }
    }

    /// Reads HLIT, HDIST and HCLEN. `false`: more bits are needed.
    pub(super) fn read_counts(&mut self, bits: &mut Bits) -> Result<bool, Fault> {
        let Some(counts) = bits.take(5 + 5 + 4) else {
            return Ok(false);
        };
        self.counts = Counts {
            literals: usize::from(counts & 31) + 257,
            distances: usize::from(counts >> 5 & 31) + 1,
            code_lengths: usize::from(counts >> 10) + 4,
        };
        if self.counts.literals > USED_LITERALS || self.counts.distances > USED_DISTANCES {
            return Err(Fault::CodeLengths);
        }
        self.read = 0;
        self.lengths = [0; USED_LITERALS + USED_DISTANCES];
        Ok(true)
    }

    /// Reads the code of the code lengths. `false`: more bits are needed.
    pub(super) fn read_code(&mut self, bits: &mut Bits) -> Result<bool, Fault> {
        let order = CODE_LENGTH_ORDER.iter().take(self.counts.code_lengths);
        for &symbol in order.skip(self.read) {
            let Some(len) = bits.take(3) else {
                return Ok(false);
            };
            let [len, _] = len.to_le_bytes();
            if let Some(place) = self.lengths.get_mut(usize::from(symbol)) {
                *place = len;
            }
            self.read += 1;
        }
        let lengths = part(&self.lengths, ..CODE_LENGTHS);
        let table = &mut self.distances;
        build(lengths, table, CODE_ROOT_BITS, Completeness::Complete)
            .map_err(|_| Fault::CodeLengths)?;
        self.read = 0;
        Ok(true)
    }

    /// Reads the code lengths, and makes the tables. `false`: more bits are needed.
    pub(super) fn read_lengths(&mut self, bits: &mut Bits) -> Result<bool, Fault> {
        let total = self.counts.literals + self.counts.distances;
        while self.read < total {
            let entry = look_up(&self.distances, CODE_ROOT_BITS, bits.value);
            let [symbol, _] = entry.value().to_le_bytes();
            let (repeated, fewest, extra_bits) = match symbol {
                0..REPEAT_PREVIOUS => (symbol, 1, 0),
                REPEAT_PREVIOUS => (self.previous().unwrap_or_default(), 3, 2),
                REPEAT_ZERO_SHORT => (0, 3, 3),
                _ => (0, 11, 7),
            };
            if entry.len() + extra_bits > bits.count {
                return Ok(false);
            }
            if symbol == REPEAT_PREVIOUS && self.previous().is_none() {
                return Err(Fault::CodeLengths);
            }
            bits.skip(entry.len());
            let more = bits.take(extra_bits).unwrap_or_default();
            let end = self.read + fewest + usize::from(more);
            if end > total {
                return Err(Fault::CodeLengths);
            }
            if let Some(places) = self.lengths.get_mut(self.read..end) {
                places.fill(repeated);
            }
            self.read = end;
        }
        self.build().map(|()| true)
    }

    pub(super) const fn tables(&self) -> Tables<'_> {
        Tables {
            literals: &self.literals,
            distances: &self.distances,
        }
    }

    fn previous(&self) -> Option<u8> {
        let last = self.read.checked_sub(1)?;
        self.lengths.get(last).copied()
    }

    fn build(&mut self) -> Result<(), Fault> {
        let (literals, distances) = self.lengths.split_at(self.counts.literals);
        let distances = part(distances, ..self.counts.distances);
        if literals.get(usize::from(END_OF_BLOCK)) == Some(&0) {
            return Err(Fault::CodeLengths);
        }
        let completeness = Completeness::OneOrNone;
        build(
            literals,
            &mut self.literals,
            LITERAL_ROOT_BITS,
            completeness,
        )
        .and_then(|()| {
            build(
                distances,
                &mut self.distances,
                DISTANCE_ROOT_BITS,
                completeness,
            )
        })
        .map_err(|_| Fault::CodeLengths)
    }
}

/// The longest code of a code length, so that there are no sub-tables.
const CODE_ROOT_BITS: u32 = 7;
