//! The codes of a block, fixed (RFC 1951 §3.2.6) or its own, and how often it uses each symbol.

use super::huffman::{Code, code_lengths, codes};
use super::tokens::{Meaning, Token};
use crate::symbols::{
    END_OF_BLOCK, FIXED_DISTANCE_LEN, MAX_CODE_LEN, USED_DISTANCES, USED_LITERALS, distance_symbol,
    fixed_literal_len, length_symbol,
};

/// The codes of literals and lengths, and of distances.
#[derive(Clone, Debug)]
pub(super) struct BlockCodes {
    literals: [Code; USED_LITERALS],
    distances: [Code; USED_DISTANCES],
}

/// §3.2.6.
pub(super) static FIXED: BlockCodes = BlockCodes {
    literals: fixed_literals(),
    distances: fixed_distances(),
};

/// Bits, the first one lowest, and how many they are.
pub(super) type Bits = (u32, u32);

impl BlockCodes {
    /// The bits of a literal, or of the end of the block.
    #[inline]
    pub(super) fn literal(&self, symbol: u16) -> Bits {
        with_extra(self.literals.get(usize::from(symbol)), 0, 0)
    }

    /// The bits of a length less 3.
    #[inline]
    pub(super) fn length(&self, len: u8) -> Bits {
        let (symbol, extra_bits) = length_symbol(len);
        let code = self.literals.get(index(symbol));
        with_extra(code, len.into(), extra_bits)
    }

    /// The bits of a distance less 1.
    #[inline]
    pub(super) fn distance(&self, distance: u16) -> Bits {
        let (symbol, extra_bits) = distance_symbol(distance);
        let code = self.distances.get(index(symbol));
        with_extra(code, distance.into(), extra_bits)
    }
}

/// The code, and behind it the lowest `extra_bits` of `value`: the bases of all ranges are multiples of their lengths.
#[inline]
fn with_extra(code: Option<&Code>, value: u32, extra_bits: u32) -> Bits {
    let code = code.copied().unwrap_or_default();
    let extra = value & ((1 << extra_bits) - 1);
    (
        u32::from(code.bits) | extra << code.len,
        u32::from(code.len) + extra_bits,
    )
}

/// The number of times that a block uses each symbol, and the extra bits of all of them.
#[derive(Clone, Debug)]
pub(super) struct Frequencies {
    literals: [u16; USED_LITERALS],
    distances: [u16; USED_DISTANCES],
    extra_bits: usize,
}

impl Frequencies {
    pub(super) fn count(tokens: &[Token]) -> Self {
        let mut frequencies = Self {
            literals: [0; USED_LITERALS],
            distances: [0; USED_DISTANCES],
            extra_bits: 0,
        };
        for token in tokens {
            match token.meaning() {
                Meaning::Literal(byte) => count(&mut frequencies.literals, byte.into()),
                Meaning::Match { len, distance } => {
                    let (symbol, extra_bits) = length_symbol(len);
                    count(&mut frequencies.literals, symbol);
                    frequencies.extra_bits += index(extra_bits);
                    let (symbol, extra_bits) = distance_symbol(distance);
                    count(&mut frequencies.distances, symbol);
                    frequencies.extra_bits += index(extra_bits);
                }
            }
        }
        count(&mut frequencies.literals, END_OF_BLOCK.into());
        frequencies
    }

    /// The lengths of the codes that suit best.
    pub(super) fn code_lengths(&self) -> ([u8; USED_LITERALS], [u8; USED_DISTANCES]) {
        (
            code_lengths(&self.literals, MAX_CODE_LEN),
            code_lengths(&self.distances, MAX_CODE_LEN),
        )
    }

    /// The length in bits of the block's content in these codes.
    pub(super) fn content_bits(&self, codes: &BlockCodes) -> usize {
        let literals = self.literals.iter().zip(&codes.literals);
        let distances = self.distances.iter().zip(&codes.distances);
        let bits = literals
            .chain(distances)
            .map(|(&count, code)| usize::from(count) * usize::from(code.len));
        self.extra_bits + bits.sum::<usize>()
    }
}

#[inline]
fn count(counts: &mut [u16], symbol: u32) {
    if let Some(count) = counts.get_mut(index(symbol)) {
        *count += 1;
    }
}

#[inline]
fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl BlockCodes {
    pub(super) fn new(literals: &[u8; USED_LITERALS], distances: &[u8; USED_DISTANCES]) -> Self {
        Self {
            literals: codes(literals),
            distances: codes(distances),
        }
    }
}

#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "evaluated when compiled"
)]
const fn fixed_literals() -> [Code; USED_LITERALS] {
    let mut codes = [Code { bits: 0, len: 0 }; USED_LITERALS];
    let mut symbol = 0_u16;
    while (symbol as usize) < USED_LITERALS {
        let len = fixed_literal_len(symbol);
        let code = match symbol {
            0..=143 => 0b0011_0000 + symbol,
            144..=255 => 0b1_1001_0000 + symbol - 144,
            256..=279 => symbol - 256,
            _ => 0b1100_0000 + symbol - 280,
        };
        codes[symbol as usize] = Code {
            bits: code.reverse_bits() >> (16 - len),
            len,
        };
        symbol += 1;
    }
    codes
}

#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "evaluated when compiled"
)]
const fn fixed_distances() -> [Code; USED_DISTANCES] {
    let mut codes = [Code { bits: 0, len: 0 }; USED_DISTANCES];
    let mut symbol = 0_u16;
    while (symbol as usize) < USED_DISTANCES {
        codes[symbol as usize] = Code {
            bits: symbol.reverse_bits() >> (16 - FIXED_DISTANCE_LEN),
            len: FIXED_DISTANCE_LEN,
        };
        symbol += 1;
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn fixed_codes_are_those_of_their_lengths() {
        // §3.2.6: with the two symbols that are not used.
        let mut lengths = [8; 288];
        lengths[144..256].fill(9);
        lengths[256..280].fill(7);
        assert_eq!(FIXED.literals[..], codes(&lengths)[..USED_LITERALS]);
        assert_eq!(FIXED.distances[..], codes(&[5; 32])[..USED_DISTANCES]);
    }

    #[test]
    fn values_have_their_code_and_extra_bits() {
        // Length 258 is code 285 and nothing; length 257 is code 284 and 30; distance 24577 is code 29 and 13 zeros.
        assert_eq!(FIXED.length(255), (0xa3, 8));
        assert_eq!(FIXED.length(254), (0x1e23, 13));
        assert_eq!(FIXED.distance(24576), (0x17, 18));
        assert_eq!(FIXED.distance(32767), (0x3_fff7, 18));
    }

    #[test]
    fn content_is_counted_as_it_is_written() {
        let tokens: Vec<Token> = (0..=255).map(Token::literal).collect();
        let frequencies = Frequencies::count(&tokens);
        assert_eq!(frequencies.content_bits(&FIXED), 144 * 8 + 112 * 9 + 7);
    }
}
