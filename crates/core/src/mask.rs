use alloc::vec::Vec;

/// A masking key (RFC 6455 §5.3), turned so that its first byte, the lowest, applies to the next byte of payload.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct MaskingKey(u32);

impl MaskingKey {
    /// The mask that leaves the payload as it is: for frames of a server.
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn new(key: [u8; 4]) -> Self {
        Self(u32::from_le_bytes(key))
    }

    /// The key as a number whose lowest byte comes first on the wire.
    pub(crate) const fn get(self) -> u32 {
        self.0
    }

    /// The key for what comes `count` bytes later.
    pub(crate) fn turned(self, count: usize) -> Self {
        let turns = u32::try_from(count % 4).unwrap_or_default();
        Self(self.0.rotate_right(8 * turns))
    }

    /// Masks or unmasks in place, and turns the key for the bytes that follow.
    #[inline]
    pub(crate) fn apply(&mut self, payload: &mut [u8]) {
        if self.0 == 0 {
            return;
        }
        let word = self.word();
        let (words, rest) = payload.as_chunks_mut::<8>();
        for bytes in words {
            *bytes = (u64::from_le_bytes(*bytes) ^ word).to_le_bytes();
        }
        for byte in rest {
            let [key, ..] = self.0.to_le_bytes();
            *byte ^= key;
            self.0 = self.0.rotate_right(8);
        }
    }

    /// Appends `payload` to `out`, masked or unmasked, and turns the key for the bytes that follow.
    #[inline]
    pub(crate) fn append(&mut self, payload: &[u8], out: &mut Vec<u8>) {
        if self.0 == 0 {
            return append_plain(payload, out);
        }
        let (blocks, rest) = payload.as_chunks();
        if !blocks.is_empty() {
            out.reserve(payload.len());
            self.append_blocks(blocks, out);
        }
        let start = out.len();
        out.extend_from_slice(rest);
        if let Some(rest) = out.get_mut(start..) {
            self.apply(rest);
        }
    }

    /// On its own, so that it is compiled for long payloads and what is left for short ones.
    #[inline(never)]
    fn append_blocks(self, blocks: &[[u8; BLOCK_LEN]], out: &mut Vec<u8>) {
        let word = self.word();
        for block in blocks {
            out.extend_from_slice(&mask_block(block, word));
        }
    }

    /// A masked copy of `payload`, made in one pass.
    pub(crate) fn masked(mut self, payload: &[u8]) -> Vec<u8> {
        let word = self.word();
        let (blocks, rest) = payload.as_chunks();
        let mut masked = Vec::with_capacity(blocks.len() + usize::from(!rest.is_empty()));
        masked.extend(blocks.iter().map(|block| mask_block(block, word)));
        let mut masked = masked.into_flattened();
        self.append(rest, &mut masked);
        masked
    }

    fn word(self) -> u64 {
        u64::from(self.0) << 32 | u64::from(self.0)
    }
}

#[inline]
fn mask_block(block: &[u8; BLOCK_LEN], word: u64) -> [u8; BLOCK_LEN] {
    let mut masked = *block;
    let (words, _) = masked.as_chunks_mut::<8>();
    for bytes in words {
        *bytes = (u64::from_le_bytes(*bytes) ^ word).to_le_bytes();
    }
    masked
}

/// In parts: longer copies meet a slow path of some processors when source and destination differ by a few bytes modulo
/// the page size.
pub(crate) fn append_plain(payload: &[u8], out: &mut Vec<u8>) {
    let (parts, rest) = payload.as_chunks::<{ 2 << 10 }>();
    for part in parts {
        out.extend_from_slice(part);
    }
    out.extend_from_slice(rest);
}

/// The length that is masked while it is copied.
const BLOCK_LEN: usize = 128;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytewise(key: [u8; 4], payload: &[u8]) -> Vec<u8> {
        payload
            .iter()
            .zip(key.iter().cycle())
            .map(|(byte, key)| byte ^ key)
            .collect()
    }

    proptest! {
        #[test]
        fn fr_14_phase_is_kept_across_any_cut(key: [u8; 4], payload in prop::collection::vec(any::<u8>(), 0..300), cut in 0usize..300) {
            let mut masked = payload.clone();
            let (first, second) = masked.split_at_mut(cut.min(payload.len()));
            let mut turning = MaskingKey::new(key);
            turning.apply(first);
            turning.apply(second);
            prop_assert_eq!(&masked, &bytewise(key, &payload));
        }

        #[test]
        fn copies_equal_the_bytewise_reference(key: [u8; 4], payload in prop::collection::vec(any::<u8>(), 0..5000)) {
            let mut appended = Vec::new();
            MaskingKey::new(key).append(&payload, &mut appended);
            prop_assert_eq!(&appended, &bytewise(key, &payload));
            prop_assert_eq!(&MaskingKey::new(key).masked(&payload), &appended);
        }
    }
}
