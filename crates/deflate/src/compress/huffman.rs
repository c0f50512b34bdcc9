//! Codes (RFC 1951 §3.2.2) for symbols of given frequencies.

use crate::certain::part_mut;

/// The bits of a symbol, the first one lowest.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Code {
    pub(super) bits: u16,
    pub(super) len: u8,
}

/// Symbols of the largest alphabet.
const MAX_SYMBOLS: usize = crate::symbols::LITERALS;

/// The number of codes of each length.
type Counts = [u16; 16];

/// Finds the lengths of the shortest codes of at most `max_len` bits, zero for symbols that do not occur. At least two
/// symbols get a code, so that the code is complete.
pub(super) fn code_lengths<const N: usize>(frequencies: &[u16; N], max_len: usize) -> [u8; N] {
    let mut sorted = [0_u32; MAX_SYMBOLS];
    let sorted = sort(frequencies, &mut sorted);
    let mut counts = match sorted.len() {
        0 | 1 => [0; 16],
        _ => count_lengths(sorted),
    };
    limit_lengths(&mut counts, max_len);

    let mut lengths = [0; N];
    let mut rarest_first = sorted.iter();
    for (len, &count) in (0_u8..16).zip(&counts).rev() {
        for &entry in rarest_first.by_ref().take(usize::from(count)) {
            if let Some(place) = lengths.get_mut(symbol(entry)) {
                *place = len;
            }
        }
    }
    if let [] | [_] = *sorted {
        let only = sorted.first().map_or(0, |&entry| symbol(entry));
        for symbol in [only, usize::from(only == 0)] {
            if let Some(place) = lengths.get_mut(symbol) {
                *place = 1;
            }
        }
    }
    lengths
}

/// The symbols that occur, the rarest first: each the lowest bits of an entry, its frequency above.
fn sort<'s>(frequencies: &[u16], sorted: &'s mut [u32; MAX_SYMBOLS]) -> &'s [u32] {
    let mut used = 0;
    for (symbol, &frequency) in (0_u32..).zip(frequencies) {
        if frequency > 0
            && let Some(place) = sorted.get_mut(used)
        {
            *place = u32::from(frequency) << SYMBOL_BITS | symbol;
            used += 1;
        }
    }
    let sorted = part_mut(sorted, ..used);
    sorted.sort_unstable();
    sorted
}

const SYMBOL_BITS: u32 = 9;

fn symbol(entry: u32) -> usize {
    usize::try_from(entry & ((1 << SYMBOL_BITS) - 1)).unwrap_or(0)
}

/// Huffman's algorithm for two symbols or more, rarest first: how many codes have each length. Those above 15 are counted
/// as 15, so that there may be too many.
fn count_lengths(sorted: &[u32]) -> Counts {
    // Leaves, and behind them the nodes that are made of two: both lie there by weight, so the two lightest of all are
    // at the begin of one or the other.
    let mut weights = [0_u32; 2 * MAX_SYMBOLS];
    let mut parents = [0_u16; 2 * MAX_SYMBOLS];
    let leaves = sorted.len();
    for (weight, entry) in weights.iter_mut().zip(sorted) {
        *weight = entry >> SYMBOL_BITS;
    }
    let weight = |weights: &[u32], node: usize| weights.get(node).copied().unwrap_or(u32::MAX);
    let (mut leaf, mut inner) = (0, leaves);
    let nodes = 2 * leaves - 1;
    for made in leaves..nodes {
        let mut sum = 0;
        for _ in 0..2 {
            let is_leaf = leaf < leaves
                && (inner == made || weight(&weights, leaf) <= weight(&weights, inner));
            let lightest = if is_leaf { &mut leaf } else { &mut inner };
            sum += weight(&weights, *lightest);
            if let Some(parent) = parents.get_mut(*lightest) {
                *parent = u16::try_from(made).unwrap_or(0);
            }
            *lightest += 1;
        }
        if let Some(weight) = weights.get_mut(made) {
            *weight = sum;
        }
    }
    // From the root, which was made last, down.
    let mut depths = [0_u8; 2 * MAX_SYMBOLS];
    let mut counts = [0; 16];
    for node in (0..nodes - 1).rev() {
        let parent = parents.get(node).copied().map_or(0, usize::from);
        let depth = depths.get(parent).copied().unwrap_or(0).saturating_add(1);
        if let Some(place) = depths.get_mut(node) {
            *place = depth;
        }
        if node < leaves
            && let Some(count) = counts.get_mut(usize::from(depth.min(15)))
        {
            *count += 1;
        }
    }
    counts
}

/// Makes codes above `max_len` shorter, and others longer for it, until there are as many as bits can tell apart.
fn limit_lengths(counts: &mut Counts, max_len: usize) {
    let (kept, over) = counts.split_at_mut(max_len + 1);
    let Some((longest, shorter)) = kept.split_last_mut() else {
        return;
    };
    for count in over {
        *longest += core::mem::take(count);
    }
    // In units of a code of `max_len` bits.
    let mut taken = usize::from(*longest);
    for (len, &count) in shorter.iter().enumerate() {
        taken += usize::from(count) << (max_len - len);
    }
    while taken > 1 << max_len {
        // One of the longest joins the longest of the shorter ones, both one bit longer than that was.
        *longest -= 1;
        let Some(len) = shorter.iter().rposition(|&count| count > 0) else {
            return;
        };
        for (place, change) in [(len, -1), (len + 1, 2)] {
            let count = if place == max_len {
                &mut *longest
            } else if let Some(count) = shorter.get_mut(place) {
                count
            } else {
                return;
            };
            *count = count.saturating_add_signed(change);
        }
        taken -= 1;
    }
}

/// Gives each symbol its code (§3.2.2).
pub(super) fn codes<const N: usize>(lengths: &[u8; N]) -> [Code; N] {
    let mut next = [0_u16; 16];
    let mut counts: Counts = [0; 16];
    for &len in lengths {
        if let Some(count) = counts.get_mut(usize::from(len)) {
            *count += u16::from(len > 0);
        }
    }
    let mut code = 0_u16;
    for (next, &shorter) in next.iter_mut().skip(1).zip(&counts) {
        code = (code + shorter) << 1;
        *next = code;
    }
    lengths.map(|len| {
        let Some(next) = next.get_mut(usize::from(len)) else {
            return Code::default();
        };
        let bits = next.reverse_bits().checked_shr(16 - u32::from(len));
        *next = next.wrapping_add(1);
        Code {
            bits: bits.unwrap_or(0),
            len,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    /// The bits of the shortest code, as Huffman found them: the two lightest are joined, again and again.
    fn shortest(frequencies: &[u16]) -> u32 {
        let mut weights: Vec<u32> = frequencies.iter().copied().map(u32::from).collect();
        weights.retain(|weight| *weight > 0);
        let mut bits = 0;
        while weights.len() > 1 {
            weights.sort_unstable_by_key(|weight| core::cmp::Reverse(*weight));
            let joined = weights.pop().unwrap() + weights.pop().unwrap();
            bits += joined;
            weights.push(joined);
        }
        bits
    }

    fn bits<const N: usize>(frequencies: &[u16; N], lengths: &[u8; N]) -> u32 {
        let each = frequencies.iter().zip(lengths);
        each.map(|(&frequency, &len)| u32::from(frequency) * u32::from(len))
            .sum()
    }

    /// Returns whether each sequence of bits begins with exactly one code.
    fn is_complete(lengths: &[u8]) -> bool {
        let used = lengths.iter().filter(|len| **len > 0);
        used.map(|len| 1 << (15 - len)).sum::<u32>() == 1 << 15
    }

    proptest! {
        #[test]
        fn codes_are_complete_and_the_shortest(frequencies in prop::array::uniform30(0_u16..300)) {
            let lengths = code_lengths(&frequencies, 15);
            prop_assert!(is_complete(&lengths));
            prop_assert_eq!(bits(&frequencies, &lengths), shortest(&frequencies));
            for (frequency, len) in frequencies.iter().zip(&lengths) {
                prop_assert_eq!(*frequency > 0, *len > 0);
            }
        }

        #[test]
        fn limited_codes_are_complete(frequencies in prop::array::uniform19(0_u16..8), shift in prop::array::uniform19(0_u32..12)) {
            let mut steep = frequencies;
            for (frequency, shift) in steep.iter_mut().zip(shift) {
                *frequency <<= shift;
            }
            let lengths = code_lengths(&steep, 7);
            prop_assert!(is_complete(&lengths));
            prop_assert!(lengths.iter().all(|len| *len <= 7));
            // The rarer never has the shorter code.
            for (one, one_len) in steep.iter().zip(&lengths) {
                for (other, other_len) in steep.iter().zip(&lengths) {
                    prop_assert!(*one == 0 || *other == 0 || one >= other || one_len >= other_len);
                }
            }
        }
    }

    #[test]
    fn the_steepest_frequencies_are_limited_at_little_cost() {
        // Fibonacci numbers: each code one bit longer than the one before.
        let mut frequencies = [1_u16; 16];
        for place in 2..16 {
            frequencies[place] = frequencies[place - 1] + frequencies[place - 2];
        }
        let unlimited = code_lengths(&frequencies, 15);
        assert_eq!(
            unlimited,
            [15, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
        );
        let limited = code_lengths(&frequencies, 7);
        assert!(is_complete(&limited));
        assert_eq!(limited[..8], [7; 8]);
        assert!(bits(&frequencies, &limited) < shortest(&frequencies) * 106 / 100);
    }

    #[test]
    fn two_symbols_at_least_have_a_code() {
        let rows: [([u16; 4], [u8; 4]); 5] = [
            ([0, 0, 0, 0], [1, 1, 0, 0]),
            ([9, 0, 0, 0], [1, 1, 0, 0]),
            ([0, 9, 0, 0], [1, 1, 0, 0]),
            ([0, 0, 0, 9], [1, 0, 0, 1]),
            ([0, 1, 0, 9], [0, 1, 0, 1]),
        ];
        for (frequencies, expected) in rows {
            assert_eq!(code_lengths(&frequencies, 15), expected);
        }
    }

    #[test]
    fn codes_of_the_example() {
        // RFC 1951 §3.2.2: A to H, the first bit lowest here.
        let expected = [
            (0b010, 3),
            (0b110, 3),
            (0b001, 3),
            (0b101, 3),
            (0b011, 3),
            (0b00, 2),
            (0b0111, 4),
            (0b1111, 4),
        ];
        let codes: Vec<_> = codes(&[3, 3, 3, 3, 3, 2, 4, 4])
            .iter()
            .map(|code| (code.bits, code.len))
            .collect();
        assert_eq!(codes, expected);
    }
}
