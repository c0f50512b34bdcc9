//! The alphabets of RFC 1951 §3.2.5 to §3.2.7.

/// Literals and lengths: 256 literals, the end of the block, 29 lengths, and two that must not occur.
pub(crate) const LITERALS: usize = 288;
/// Those of them that may occur.
pub(crate) const USED_LITERALS: usize = 286;
/// Distances that may occur. Two more have fixed codes.
pub(crate) const USED_DISTANCES: usize = 30;
/// Symbols of the code in which code lengths are written.
pub(crate) const CODE_LENGTHS: usize = 19;

/// The symbol that ends a block.
pub(crate) const END_OF_BLOCK: u16 = 256;
/// The symbol of the shortest length.
pub(crate) const FIRST_LENGTH: u16 = 257;

/// Longest code of literals, lengths and distances.
pub(crate) const MAX_CODE_LEN: usize = 15;
/// Longest code of code lengths.
pub(crate) const MAX_CODE_LENGTH_LEN: usize = 7;

pub(crate) const MIN_MATCH: usize = 3;
pub(crate) const MAX_MATCH: usize = 258;

/// A symbol that stands for a range: its lowest value, and how many bits follow that choose one of the range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Range {
    pub(crate) base: u16,
    pub(crate) extra_bits: u8,
}

const fn range(base: u16, extra_bits: u8) -> Range {
    Range { base, extra_bits }
}

/// §3.2.5: the lengths from [`FIRST_LENGTH`] on.
pub(crate) static LENGTHS: [Range; 29] = [
    range(3, 0),
    range(4, 0),
    range(5, 0),
    range(6, 0),
    range(7, 0),
    range(8, 0),
    range(9, 0),
    range(10, 0),
    range(11, 1),
    range(13, 1),
    range(15, 1),
    range(17, 1),
    range(19, 2),
    range(23, 2),
    range(27, 2),
    range(31, 2),
    range(35, 3),
    range(43, 3),
    range(51, 3),
    range(59, 3),
    range(67, 4),
    range(83, 4),
    range(99, 4),
    range(115, 4),
    range(131, 5),
    range(163, 5),
    range(195, 5),
    range(227, 5),
    range(258, 0),
];

/// §3.2.5: the distances.
pub(crate) static DISTANCE_RANGES: [Range; USED_DISTANCES] = [
    range(1, 0),
    range(2, 0),
    range(3, 0),
    range(4, 0),
    range(5, 1),
    range(7, 1),
    range(9, 2),
    range(13, 2),
    range(17, 3),
    range(25, 3),
    range(33, 4),
    range(49, 4),
    range(65, 5),
    range(97, 5),
    range(129, 6),
    range(193, 6),
    range(257, 7),
    range(385, 7),
    range(513, 8),
    range(769, 8),
    range(1025, 9),
    range(1537, 9),
    range(2049, 10),
    range(3073, 10),
    range(4097, 11),
    range(6145, 11),
    range(8193, 12),
    range(12289, 12),
    range(16385, 13),
    range(24577, 13),
];

/// The symbol of a length less 3, and how many extra bits follow.
#[inline]
pub(crate) fn length_symbol(len: u8) -> (u32, u32) {
    let first = u32::from(FIRST_LENGTH);
    match len {
        0..8 => (first + u32::from(len), 0),
        // The longest length has a symbol of its own.
        u8::MAX => (first + 28, 0),
        8.. => {
            // Four symbols for each power of two.
            let extra_bits = len.ilog2() - 2;
            let quarter = u32::from(len >> extra_bits);
            (first + 4 * extra_bits + quarter, extra_bits)
        }
    }
}

/// The symbol of a distance less 1, and how many extra bits follow.
#[inline]
pub(crate) fn distance_symbol(distance: u16) -> (u32, u32) {
    match distance {
        0..4 => (distance.into(), 0),
        4.. => {
            // Two symbols for each power of two.
            let extra_bits = distance.ilog2() - 1;
            let half = u32::from(distance >> extra_bits);
            (2 * extra_bits + half, extra_bits)
        }
    }
}

/// §3.2.7: the order in which the lengths of the code for code lengths are written.
pub(crate) static CODE_LENGTH_ORDER: [u8; CODE_LENGTHS] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
/// §3.2.7: the symbols that stand for several code lengths.
pub(crate) const REPEAT_PREVIOUS: u8 = 16;
pub(crate) const REPEAT_ZERO_SHORT: u8 = 17;
pub(crate) const REPEAT_ZERO_LONG: u8 = 18;

/// §3.2.6: the code lengths of literals and lengths in blocks with fixed codes. Distances have five bits.
pub(crate) const fn fixed_literal_len(symbol: u16) -> u8 {
    match symbol {
        0..=143 => 8,
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    }
}

/// §3.2.6: the length of every distance code in blocks with fixed codes.
pub(crate) const FIXED_DISTANCE_LEN: u8 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_follow_each_other_and_their_bases_are_multiples_of_their_lengths() {
        for (ranges, first, last) in [(&LENGTHS[..28], 3, 258), (&DISTANCE_RANGES[..], 1, 32768)] {
            let mut next = first;
            for range in ranges {
                assert_eq!(u32::from(range.base), next);
                assert_eq!((next - first) % (1 << range.extra_bits), 0);
                next += 1 << range.extra_bits;
            }
            assert_eq!(next, last + 1);
        }
        assert_eq!(LENGTHS[28], range(258, 0));
    }

    #[test]
    fn each_value_has_the_last_symbol_whose_base_is_not_above_it() {
        let symbol = |ranges: &[Range], base| {
            let place = ranges.iter().rposition(|range| range.base <= base).unwrap();
            (
                u32::try_from(place).unwrap(),
                u32::from(ranges[place].extra_bits),
            )
        };
        for len in 0..=255 {
            let (place, extra_bits) = symbol(&LENGTHS, u16::from(len) + 3);
            assert_eq!(
                length_symbol(len),
                (u32::from(FIRST_LENGTH) + place, extra_bits)
            );
        }
        for distance in 0..=0x7fff {
            assert_eq!(
                distance_symbol(distance),
                symbol(&DISTANCE_RANGES, distance + 1)
            );
        }
    }
}
