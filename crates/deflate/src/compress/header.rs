//! The header of a block with codes of its own (RFC 1951 §3.2.7).

use super::bits::BitWriter;
use super::huffman::{Code, code_lengths, codes};
use crate::certain::part;
use crate::symbols::{
    CODE_LENGTH_ORDER, CODE_LENGTHS, MAX_CODE_LENGTH_LEN, REPEAT_PREVIOUS, REPEAT_ZERO_LONG,
    REPEAT_ZERO_SHORT, USED_DISTANCES, USED_LITERALS,
};

/// The code lengths of a block, shortened by repetitions, in a code of their own.
#[derive(Debug)]
pub(super) struct Header {
    literals: usize,
    distances: usize,
    /// Lengths of the code of the code lengths that are written.
    code_lengths: usize,
    runs: [Run; USED_LITERALS + USED_DISTANCES],
    run_count: usize,
    codes: [Code; CODE_LENGTHS],
}

/// A code length, or a repetition of one.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    symbol: u8,
    /// The number of times beyond the fewest that the symbol stands for.
    extra: u8,
}

impl Run {
    fn extra_bits(self) -> u32 {
        match self.symbol {
            REPEAT_PREVIOUS => 2,
            REPEAT_ZERO_SHORT => 3,
            REPEAT_ZERO_LONG => 7,
            _ => 0,
        }
    }
}

impl Header {
    pub(super) fn new(literals: &[u8; USED_LITERALS], distances: &[u8; USED_DISTANCES]) -> Self {
        let mut header = Self {
            literals: used(literals.iter()).max(257),
            distances: used(distances.iter()).max(1),
            code_lengths: 0,
            runs: [Run::default(); USED_LITERALS + USED_DISTANCES],
            run_count: 0,
            codes: [Code::default(); CODE_LENGTHS],
        };
        let mut lengths = [0; USED_LITERALS + USED_DISTANCES];
        let all = literals.iter().take(header.literals);
        let all = all.chain(distances.iter().take(header.distances));
        for (place, len) in lengths.iter_mut().zip(all) {
            *place = *len;
        }
        let count = header.literals + header.distances;
        header.shorten(part(&lengths, ..count));

        let mut frequencies = [0; CODE_LENGTHS];
        for run in header.runs.iter().take(header.run_count) {
            if let Some(count) = frequencies.get_mut(usize::from(run.symbol)) {
                *count += 1;
            }
        }
        let lengths = code_lengths(&frequencies, MAX_CODE_LENGTH_LEN);
        header.code_lengths = used(in_order(&lengths).iter()).max(4);
        header.codes = codes(&lengths);
        header
    }

    /// Describes the lengths by runs.
    fn shorten(&mut self, lengths: &[u8]) {
        for same in lengths.chunk_by(|one, next| one == next) {
            let len = same.first().copied().unwrap_or_default();
            let mut rest = same.len();
            if len != 0 {
                self.push(len, 0);
                rest -= 1;
            }
            while rest > 0 {
                let (symbol, fewest, most) = match (len, rest) {
                    (_, 1 | 2) => (len, 1, 1),
                    (0, 3..=10) => (REPEAT_ZERO_SHORT, 3, 10),
                    (0, _) => (REPEAT_ZERO_LONG, 11, 138),
                    (_, _) => (REPEAT_PREVIOUS, 3, 6),
                };
                let run = rest.min(most);
                self.push(symbol, run - fewest);
                rest -= run;
            }
        }
    }

    fn push(&mut self, symbol: u8, extra: usize) {
        if let Some(place) = self.runs.get_mut(self.run_count) {
            *place = Run {
                symbol,
                extra: u8::try_from(extra).unwrap_or(0),
            };
            self.run_count += 1;
        }
    }

    fn code(&self, symbol: u8) -> Code {
        let code = self.codes.get(usize::from(symbol));
        code.copied().unwrap_or_default()
    }

    /// The length of the header in bits.
    pub(super) fn bits(&self) -> usize {
        let runs = self.runs.iter().take(self.run_count);
        let bits = runs.map(|run| u32::from(self.code(run.symbol).len) + run.extra_bits());
        let bits = usize::try_from(bits.sum::<u32>()).unwrap_or(usize::MAX);
        5 + 5 + 4 + 3 * self.code_lengths + bits
    }

    pub(super) fn write(&self, writer: &mut BitWriter<'_>) {
        for (count, fewest, bits) in [
            (self.literals, 257, 5),
            (self.distances, 1, 5),
            (self.code_lengths, 4, 4),
        ] {
            let count = count.saturating_sub(fewest);
            writer.put(u32::try_from(count).unwrap_or(0), bits);
        }
        let lengths = self.codes.map(|code| code.len);
        for &len in in_order(&lengths).iter().take(self.code_lengths) {
            writer.put(len.into(), 3);
        }
        for run in self.runs.iter().take(self.run_count) {
            let code = self.code(run.symbol);
            writer.put(code.bits.into(), code.len.into());
            writer.put(run.extra.into(), run.extra_bits());
        }
    }
}

/// The lengths of the code of the code lengths, in the order in which they are written.
fn in_order(lengths: &[u8; CODE_LENGTHS]) -> [u8; CODE_LENGTHS] {
    CODE_LENGTH_ORDER.map(|symbol| {
        let len = lengths.get(usize::from(symbol));
        len.copied().unwrap_or_default()
    })
}

/// The number of lengths up to the last that is not zero.
fn used<'l>(mut lengths: impl DoubleEndedIterator<Item = &'l u8> + ExactSizeIterator) -> usize {
    lengths.rposition(|len| *len > 0).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_header_has_as_many_bits_as_it_says(
            literals in prop::collection::vec(prop_oneof![Just(0_u16), 0_u16..50], 286),
            distances in prop::collection::vec(prop_oneof![Just(0_u16), 0_u16..50], 30),
        ) {
            let literals = code_lengths::<USED_LITERALS>(&literals.try_into().unwrap(), 15);
            let distances = code_lengths::<USED_DISTANCES>(&distances.try_into().unwrap(), 15);
            let header = Header::new(&literals, &distances);
            let mut output = Vec::new();
            let mut writer = BitWriter::new(&mut output);
            let begin = writer.mark();
            header.write(&mut writer);
            prop_assert_eq!(writer.bits_since(begin), header.bits());
        }
    }

    #[test]
    fn what_is_zero_at_the_end_is_not_written() {
        assert_eq!(used([0, 3, 0, 1, 0, 0].iter()), 4);
        assert_eq!(used([0, 0].iter()), 0);
        let mut literals = [0; USED_LITERALS];
        literals[97] = 1;
        literals[256] = 1;
        let mut distances = [0; USED_DISTANCES];
        distances[0..2].fill(1);
        let header = Header::new(&literals, &distances);
        assert_eq!((header.literals, header.distances), (257, 2));
        // 97 zeros, a one, 138 and 20 zeros, three ones: the code has lengths for 18, and for 1, which is next to last.
        assert_eq!((header.run_count, header.code_lengths), (7, 18));
    }

    #[test]
    fn runs_are_as_long_as_they_may_be() {
        type Runs = &'static [(u8, u8)];
        let rows: [(u8, usize, Runs); 11] = [
            (0, 2, &[(0, 0), (0, 0)]),
            (0, 3, &[(17, 0)]),
            (0, 10, &[(17, 7)]),
            (0, 11, &[(18, 0)]),
            (0, 138, &[(18, 127)]),
            (0, 141, &[(18, 127), (17, 0)]),
            (5, 3, &[(5, 0), (5, 0), (5, 0)]),
            (5, 4, &[(5, 0), (16, 0)]),
            (5, 7, &[(5, 0), (16, 3)]),
            (5, 10, &[(5, 0), (16, 3), (16, 0)]),
            (5, 8, &[(5, 0), (16, 3), (5, 0)]),
        ];
        for (len, times, expected) in rows {
            let mut header = Header::new(&[8; USED_LITERALS], &[5; USED_DISTANCES]);
            header.run_count = 0;
            header.shorten(&alloc::vec![len; times]);
            let runs = header.runs.iter().take(header.run_count);
            let runs: Vec<_> = runs.map(|run| (run.symbol, run.extra)).collect();
            assert_eq!(runs, expected, "{times} times {len}");
        }
    }
}
