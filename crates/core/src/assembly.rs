use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use crate::certain::less;
use crate::mask::MaskingKey;
use crate::message::{Binary, Message, MessageKind, Text};
use crate::utf8::{InvalidUtf8, Utf8Tail};

/// The buffer in which a message is put together from its parts.
#[derive(Debug)]
pub(crate) enum Assembly {
    Text(String),
    Binary(Vec<u8>),
}

impl Assembly {
    pub(crate) const fn new(kind: MessageKind) -> Self {
        match kind {
            MessageKind::Text => Self::Text(String::new()),
            MessageKind::Binary => Self::Binary(Vec::new()),
        }
    }

    /// The same memory, for another message.
    pub(crate) fn emptied(self, kind: MessageKind) -> Self {
        let mut bytes = self.into_bytes();
        bytes.clear();
        match kind {
            MessageKind::Text => Self::Text(String::from_utf8(bytes).unwrap_or_default()),
            MessageKind::Binary => Self::Binary(bytes),
        }
    }

    pub(crate) const fn len(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Binary(bytes) => bytes.len(),
        }
    }

    pub(crate) const fn capacity(&self) -> usize {
        match self {
            Self::Text(text) => text.capacity(),
            Self::Binary(bytes) => bytes.capacity(),
        }
    }

    /// Makes room for `available` bytes and as much again as has come, or for [`SMALL`], but never beyond what was
    /// `announced`.
    #[inline]
    pub(crate) fn reserve(&mut self, available: usize, announced: usize) {
        if less(self.capacity(), self.len()) < available {
            self.grow(available, announced);
        }
    }

    #[cold]
    fn grow(&mut self, available: usize, announced: usize) {
        let additional = announced.min(available.max(self.len()).saturating_mul(2).max(SMALL));
        match self {
            Self::Text(text) => text.reserve_exact(additional),
            Self::Binary(bytes) => bytes.reserve_exact(additional),
        }
    }

    /// Appends `payload`, unmasked; of a text all but a character that it cuts, which goes into `tail`. In blocks, each of
    /// which stays in the nearest cache from the first thing done with it to the last.
    #[inline]
    pub(crate) fn append(
        &mut self,
        payload: &mut [u8],
        key: &mut MaskingKey,
        tail: &mut Utf8Tail,
    ) -> Result<(), InvalidUtf8> {
        match self {
            Self::Text(text) => {
                for block in payload.chunks_mut(BLOCK_LEN) {
                    key.apply(block);
                    tail.append(block, text)?;
                }
            }
            Self::Binary(bytes) => key.append(payload, bytes),
        }
        Ok(())
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Binary(bytes) => bytes,
        }
    }

    pub(crate) fn lend(&mut self) -> Message<'_> {
        match self {
            Self::Text(text) => Message::Text(Text::Assembled(text)),
            Self::Binary(bytes) => Message::Binary(Binary::Assembled(bytes)),
        }
    }

    pub(crate) fn take(&mut self) -> Self {
        mem::take(self)
    }
}

impl Default for Assembly {
    fn default() -> Self {
        Self::new(MessageKind::Binary)
    }
}

/// So much of an announced length is reserved before its bytes arrive, so that a small message that arrives in parts is
/// allocated once.
const SMALL: usize = 1024;

/// The length that is unmasked, validated and copied before the next: it stays in the nearest cache, and is short enough for the
/// quick path of copying (see `mask.rs`).
const BLOCK_LEN: usize = 2 << 10;
