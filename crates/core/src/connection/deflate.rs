//! Compressed messages on their way out (RFC 7692 §6.1, §7.2.1): compressed where they will wait, and masked there.

use alloc::vec::Vec;

use super::{Connection, Role};
use crate::frame::{Header, MAX_HEADER_LEN, Opcode};
use crate::mask::MaskingKey;
use crate::permessage_deflate::Deflate;

impl Connection {
    /// Returns whether a message that begins with so many bytes is to be compressed.
    #[inline]
    pub(super) fn is_worth_compressing(&self, len: usize) -> bool {
        let deflate = self.deflate.as_deref();
        deflate.is_some_and(|deflate| deflate.is_worthwhile(len))
    }

    /// Queues a whole message compressed, if that makes it shorter; else nothing has changed.
    pub(super) fn queue_compressed(&mut self, opcode: Opcode, payload: &[u8]) -> bool {
        let fragment_len = self.config.send_fragment_len.unwrap_or(usize::MAX).max(1);
        if payload.len() <= fragment_len {
            return self.queue_compressed_frame(true, true, opcode, |deflate, to| {
                deflate.compress(payload, to)
            });
        }
        let mut compressed = Vec::new();
        let deflate = self.deflate.as_deref_mut();
        let is_shorter = deflate.is_some_and(|deflate| deflate.compress(payload, &mut compressed));
        if is_shorter {
            self.queue_compressed_fragments(opcode, &compressed, fragment_len);
        }
        is_shorter
    }

    /// §6.1: only the first fragment has RSV1, and fragments are cut without regard to what is in them.
    fn queue_compressed_fragments(
        &mut self,
        mut opcode: Opcode,
        compressed: &[u8],
        fragment_len: usize,
    ) {
        let mut fragments = compressed.chunks(fragment_len).peekable();
        while let Some(fragment) = fragments.next() {
            let is_first = opcode != Opcode::Continuation;
            let is_last = fragments.peek().is_none();
            self.queue_compressed_frame(is_first, is_last, opcode, |_, to| {
                to.extend_from_slice(fragment);
                true
            });
            self.outbox.mark_boundary();
            opcode = Opcode::Continuation;
        }
    }

    /// Queues a piece of a compressed message, so that the peer can decompress all of it when it comes.
    pub(super) fn queue_compressed_piece(&mut self, opcode: Opcode, piece: &[u8], is_last: bool) {
        let is_first = opcode != Opcode::Continuation;
        self.queue_compressed_frame(is_first, is_last, opcode, |deflate, to| {
            // A flush behind a flush would say nothing.
            if is_last || !piece.is_empty() {
                deflate.compress_piece(piece, is_last, to);
            }
            true
        });
    }

    /// One frame whose payload `write` appends to what waits, unless it returns `false`; whether it did.
    fn queue_compressed_frame(
        &mut self,
        is_first: bool,
        is_final: bool,
        opcode: Opcode,
        write: impl FnOnce(&mut Deflate, &mut Vec<u8>) -> bool,
    ) -> bool {
        let Self {
            role,
            entropy,
            deflate,
            outbox,
            ..
        } = self;
        let Some(deflate) = deflate.as_deref_mut() else {
            return false;
        };
        let mut is_written = false;
        outbox.push_with(|to| {
            let start = to.len();
            to.extend_from_slice(&[0; MAX_HEADER_LEN]);
            is_written = write(deflate, to);
            if !is_written {
                return to.truncate(start);
            }
            let key = match role {
                Role::Client => Some(MaskingKey::new(entropy.masking_key())),
                Role::Server => None,
            };
            let (room, payload) = to
                .get_mut(start..)
                .and_then(|frame| frame.split_at_mut_checked(MAX_HEADER_LEN))
                .unwrap_or_default();
            let (header, header_len) =
                Header::encode_compressed(is_first, is_final, opcode, payload.len(), key);
            key.unwrap_or(MaskingKey::NONE).apply(payload);
            // The header goes right before the payload, and what was too much room before both.
            for (to, from) in room
                .iter_mut()
                .rev()
                .zip(header.iter().take(header_len).rev())
            {
                *to = *from;
            }
            to.drain(start..start.saturating_add(MAX_HEADER_LEN.saturating_sub(header_len)));
        });
        is_written
    }
}
