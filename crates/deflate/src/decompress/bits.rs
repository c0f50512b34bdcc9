//! Bits on their way in: the first bit of a byte is its lowest (RFC 1951 §3.1.1).

use crate::certain::part;

/// Up to 64 bits that were taken from the input and not used. Those above `count` are zero.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bits {
    pub(super) value: u64,
    pub(super) count: u32,
}

impl Bits {
    /// Takes bytes of `input` until 56 bits or more are there, never 64, or the input is used up.
    #[inline]
    pub(super) fn refill(&mut self, input: &mut &[u8]) {
        self.refill_carelessly(input);
        self.tidy();
    }

    /// As [`refill`](Self::refill), but leaves bits above `count` that are not zero: those of the next bytes, so that
    /// refilling again does no harm. Before anything else takes input they have to be [tidied](Self::tidy) away.
    #[inline(always)]
    pub(super) fn refill_carelessly(&mut self, input: &mut &[u8]) {
        if let Some(bytes) = input.first_chunk() {
            self.value |= u64::from_le_bytes(*bytes).wrapping_shl(self.count);
            let taken = 63_u32.wrapping_sub(self.count) / 8;
            self.count |= 56;
            let taken = usize::try_from(taken).unwrap_or(0);
            *input = part(input, taken..);
        } else {
            self.refill_bytewise(input);
        }
    }

    /// Clears the bits above `count`.
    #[inline]
    pub(super) fn tidy(&mut self) {
        self.value &= 1_u64.wrapping_shl(self.count).wrapping_sub(1);
    }

    #[inline(never)]
    fn refill_bytewise(&mut self, input: &mut &[u8]) {
        while self.count < 56
            && let Some((byte, rest)) = input.split_first()
        {
            self.value |= u64::from(*byte) << self.count;
            self.count = self.count.wrapping_add(8);
            *input = rest;
        }
    }

    /// Returns the next `count` bits, at most 16, without using them.
    #[inline]
    pub(super) const fn peek(self, count: u32) -> u16 {
        let [first, second, ..] = self.value.to_le_bytes();
        u16::from_le_bytes([first, second]) & low_mask(count)
    }

    /// Uses `count` bits, fewer than 64, which are there.
    #[inline]
    pub(super) fn skip(&mut self, count: u32) {
        debug_assert!(count <= self.count, "bits that are not there");
        self.value = self.value.wrapping_shr(count);
        self.count = self.count.wrapping_sub(count);
    }

    /// Uses the next `count` bits, at most 16; `None`, and nothing used, when fewer are there.
    #[inline]
    pub(super) fn take(&mut self, count: u32) -> Option<u16> {
        if count > self.count {
            return None;
        }
        let value = self.peek(count);
        self.skip(count);
        Some(value)
    }

    /// Skips what is left of the byte that was begun.
    pub(super) fn align(&mut self) {
        self.skip(self.count % 8);
    }
}

/// The lowest `count` bits set, of 16.
#[inline]
pub(super) const fn low_mask(count: u32) -> u16 {
    // Of 32 bits, so that all 16 can be set.
    let [first, second, ..] = 1_u32.wrapping_shl(count).wrapping_sub(1).to_le_bytes();
    u16::from_le_bytes([first, second])
}
