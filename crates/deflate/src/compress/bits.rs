//! Bits on their way out: the first bit of a byte is its lowest (RFC 1951 §3.1.1).

use alloc::vec::Vec;

use super::codes::Bits;

/// Writes bits behind what `output` has.
#[derive(Debug)]
pub(super) struct BitWriter<'o> {
    output: &'o mut Vec<u8>,
    value: u64,
    /// Bits of `value` that were not written; fewer than 32 between calls.
    count: u32,
}

impl<'o> BitWriter<'o> {
    pub(super) const fn new(output: &'o mut Vec<u8>) -> Self {
        Self {
            output,
            value: 0,
            count: 0,
        }
    }

    /// Writes the lowest `count` bits of `value`, at most 32. Those above are zero.
    #[inline]
    pub(super) fn put(&mut self, value: u32, count: u32) {
        debug_assert!(
            count <= 32 && u64::from(value) >> count == 0,
            "bits above the count"
        );
        self.value |= u64::from(value) << self.count;
        self.count = self.count.wrapping_add(count);
        if self.count >= 32 {
            let [first, second, third, fourth, ..] = self.value.to_le_bytes();
            self.output
                .extend_from_slice(&[first, second, third, fourth]);
            self.value >>= 32;
            self.count = self.count.wrapping_sub(32);
        }
    }

    /// Fills the byte that was begun with zeros.
    pub(super) fn align(&mut self) {
        let bytes = self.value.to_le_bytes();
        let count = usize::try_from(self.count.div_ceil(8)).unwrap_or(0);
        self.output.extend(bytes.iter().take(count));
        self.value = 0;
        self.count = 0;
    }

    /// Writes whole bytes, at the begin of a byte.
    pub(super) fn put_bytes(&mut self, bytes: &[u8]) {
        debug_assert!(self.count == 0, "not aligned");
        self.output.extend_from_slice(bytes);
    }

    /// Writes a code.
    #[inline]
    pub(super) fn put_code(&mut self, (value, count): Bits) {
        self.put(value, count);
    }

    /// The number of bytes that were written, the begun one included, and what the output had before.
    pub(super) fn len(&self) -> usize {
        let begun = usize::try_from(self.count.div_ceil(8)).unwrap_or(0);
        self.output.len().saturating_add(begun)
    }

    /// Notes the place, to come back to it.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            len: self.output.len(),
            value: self.value,
            count: self.count,
        }
    }

    /// The number of bits that were written since.
    pub(super) fn bits_since(&self, mark: Mark) -> usize {
        let bits = |len: usize, count: u32| 8 * len + usize::try_from(count).unwrap_or(0);
        bits(self.output.len() - mark.len, self.count) - bits(0, mark.count)
    }

    /// Forgets what was written since.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.output.truncate(mark.len);
        self.value = mark.value;
        self.count = mark.count;
    }
}

/// A place in the output.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    len: usize,
    value: u64,
    count: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_bits_and_bring_back() {
        let mut output = alloc::vec![7; 3];
        let mut writer = BitWriter::new(&mut output);
        writer.put(0b101, 3);
        let mark = writer.mark();
        for count in [1, 7, 32, 31, 20, 0] {
            let before = writer.bits_since(mark);
            writer.put(0, count);
            assert_eq!(
                writer.bits_since(mark) - before,
                usize::try_from(count).unwrap()
            );
        }
        // 94 bits.
        assert_eq!(writer.len(), 3 + 12);
        writer.back_to(mark);
        assert_eq!((writer.bits_since(mark), writer.len()), (0, 4));
        writer.align();
        assert_eq!(output, [7, 7, 7, 0b101]);
    }
}
