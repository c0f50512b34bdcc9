use alloc::string::String;

use crate::certain::{less, part};

/// Text that is not UTF-8, and cannot become it by anything that follows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct InvalidUtf8;

/// A character that was cut: at most three bytes that begin a valid one (RFC 6455 §8.1, RFC 3629).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Utf8Tail {
    bytes: [u8; 3],
    len: usize,
}

impl Utf8Tail {
    pub(crate) const fn is_empty(self) -> bool {
        self.len == 0
    }

    pub(crate) const fn len(self) -> usize {
        self.len
    }

    /// Judges the next `block` of a text, and keeps a character that it cuts.
    pub(crate) fn check(&mut self, block: &[u8]) -> Result<(), InvalidUtf8> {
        let mut rest = block;
        if !self.is_empty() {
            let (_, taken) = self.complete(block)?;
            rest = part(block, taken..);
        }
        let whole = self.cut(rest)?;
        validate(part(rest, ..whole))?;
        Ok(())
    }

    /// Appends `block` to `text`, but for a character that it cuts.
    #[inline]
    pub(crate) fn append(&mut self, block: &[u8], text: &mut String) -> Result<(), InvalidUtf8> {
        let mut rest = block;
        if !self.is_empty() {
            let (character, taken) = self.complete(block)?;
            if let Some(character) = character {
                text.push(character);
            }
            rest = part(block, taken..);
        }
        let whole = self.cut(rest)?;
        text.push_str(validate(part(rest, ..whole))?);
        Ok(())
    }

    /// Completes the character that was cut with the front of `block`: the character, once it is whole, and how many
    /// bytes of `block` it took.
    pub(crate) fn complete(&mut self, block: &[u8]) -> Result<(Option<char>, usize), InvalidUtf8> {
        let mut taken = 0;
        while self.len > 0 {
            let Some(&byte) = block.get(taken) else { break };
            taken += 1;
            let mut bytes = [0; 4];
            for (to, from) in bytes
                .iter_mut()
                .zip(self.bytes.iter().take(self.len).chain([&byte]))
            {
                *to = *from;
            }
            let len = self.len + 1;
            let begun = part(&bytes, ..len);
            match core::str::from_utf8(begun) {
                Ok(character) => {
                    self.len = 0;
                    return Ok((character.chars().next(), taken));
                }
                Err(error) if error.error_len().is_none() => self.keep(begun),
                Err(_) => return Err(InvalidUtf8),
            }
        }
        Ok((None, taken))
    }

    /// Keeps the character that the end of `block` cuts; how many bytes come before it.
    #[inline]
    pub(crate) fn cut(&mut self, block: &[u8]) -> Result<usize, InvalidUtf8> {
        let tail_len = cut_len(block);
        if tail_len == 0 {
            return Ok(block.len());
        }
        let whole = less(block.len(), tail_len);
        let tail = part(block, whole..);
        if let Err(error) = core::str::from_utf8(tail) {
            if error.valid_up_to() != 0 || error.error_len().is_some() {
                return Err(InvalidUtf8);
            }
            self.keep(tail);
        }
        Ok(whole)
    }

    fn keep(&mut self, begun: &[u8]) {
        self.len = begun.len().min(self.bytes.len());
        for (to, from) in self.bytes.iter_mut().zip(begun) {
            *to = *from;
        }
    }
}

/// The whole of `bytes` as text.
pub(crate) fn validate(bytes: &[u8]) -> Result<&str, InvalidUtf8> {
    simdutf8::basic::from_utf8(bytes).map_err(|_| InvalidUtf8)
}

/// The number of the last three bytes that begin a character that is longer than what is there.
fn cut_len(block: &[u8]) -> usize {
    for (back, byte) in (1..=3).zip(block.iter().rev()) {
        let len = match byte {
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xFF => 4,
            0x80..=0xBF => continue,
            0x00..=0x7F => return 0,
        };
        return if len > back { back } else { 0 };
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a decoder that waits for everything says.
    fn reference(bytes: &[u8]) -> Option<&str> {
        core::str::from_utf8(bytes).ok()
    }

    /// Fed in two parts: the text, or nothing.
    fn fed(first: &[u8], second: &[u8]) -> Option<String> {
        let (mut tail, mut text) = (Utf8Tail::default(), String::new());
        tail.append(first, &mut text).ok()?;
        tail.append(second, &mut text).ok()?;
        tail.is_empty().then_some(text)
    }

    #[test]
    fn fg_19_all_short_sequences_at_every_cut() {
        for value in 0u32..1 << 24 {
            let [_, bytes @ ..] = value.to_be_bytes();
            // Two- and three-byte sequences in full; to spare time, the cut alternates for the three-byte ones.
            let cut = usize::from(bytes[2] & 1) + 1;
            assert_eq!(
                fed(&bytes[..cut], &bytes[cut..]).as_deref(),
                reference(&bytes),
                "{bytes:02x?} cut at {cut}"
            );
        }
        for lead in 0xF0..=0xF4u8 {
            for value in (0u32..1 << 24).step_by(7) {
                let [_, b, c, d] = value.to_be_bytes();
                let bytes = [lead, b, c, d];
                let cut = 1 + usize::from(d) % 3;
                assert_eq!(
                    fed(&bytes[..cut], &bytes[cut..]).as_deref(),
                    reference(&bytes),
                    "{bytes:02x?} cut at {cut}"
                );
            }
        }
    }

    #[test]
    fn fg_12_invalid_beginnings_fail_at_once() {
        for bytes in [
            &b"\x80"[..],
            b"\xC0",
            b"\xC1",
            b"\xE0\x80",
            b"\xED\xA0",
            b"\xF0\x80",
            b"\xF4\x90",
            b"\xF5",
            b"\xFF",
        ] {
            let (mut tail, mut text) = (Utf8Tail::default(), String::new());
            assert_eq!(
                tail.append(bytes, &mut text),
                Err(InvalidUtf8),
                "{bytes:02x?}"
            );
            let mut tail = Utf8Tail::default();
            let by_bytes = bytes
                .iter()
                .try_for_each(|byte| tail.append(&[*byte], &mut text));
            assert_eq!(by_bytes, Err(InvalidUtf8), "{bytes:02x?} byte by byte");
        }
    }
}
