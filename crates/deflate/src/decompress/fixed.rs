//! Blocks with the fixed codes (RFC 1951 §3.2.6).

use super::symbol::{DISTANCE_ROOT_BITS, LITERAL_ROOT_BITS};
use super::table::Entry;

pub(super) static LITERALS: [Entry; 1 << LITERAL_ROOT_BITS] = literals();
pub(super) static DISTANCES: [Entry; 1 << DISTANCE_ROOT_BITS] = distances();

#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "evaluated when compiled"
)]
const fn literals() -> [Entry; 1 << LITERAL_ROOT_BITS] {
    let mut table = [Entry::INVALID; 1 << LITERAL_ROOT_BITS];
    let mut index = 0_u16;
    while index < 1 << LITERAL_ROOT_BITS {
        // The code begins with the lowest bit.
        let code = index.reverse_bits();
        let (seven, eight, nine) = (code >> 9, code >> 8, code >> 7);
        table[index as usize] = if seven <= 0b001_0111 {
            Entry::symbol(256 + seven, 7)
        } else if eight <= 0b1011_1111 {
            Entry::symbol(eight - 0b0011_0000, 8)
        } else if eight <= 0b1100_0111 {
            Entry::symbol(280 + eight - 0b1100_0000, 8)
        } else {
            Entry::symbol(144 + nine - 0b1_1001_0000, 9)
        };
        index += 1;
    }
    table
}

#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "evaluated when compiled"
)]
const fn distances() -> [Entry; 1 << DISTANCE_ROOT_BITS] {
    let mut table = [Entry::INVALID; 1 << DISTANCE_ROOT_BITS];
    let mut index = 0_u16;
    while index < 1 << DISTANCE_ROOT_BITS {
        table[index as usize] = Entry::symbol(index.reverse_bits() >> 11, 5);
        index += 1;
    }
    table
}
