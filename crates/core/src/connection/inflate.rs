//! Compressed messages on their way in (RFC 7692 §6.2, §7.2.2): unmasked, decompressed, validated.

use alloc::string::String;
use alloc::vec::Vec;

use super::receive::{Frame, Incoming, Progress, Ready, Step};
use crate::assembly::Assembly;
use crate::certain::{part, part_mut};
use crate::config::Config;
use crate::error::ProtocolError;
use crate::inbox::Inbox;
use crate::message::MessageKind;
use crate::permessage_deflate::{Deflate, Inflated};

impl Incoming {
    /// Takes of a compressed frame what the inbox has, or as much as makes a piece.
    pub(super) fn inflate(
        &mut self,
        frame: &mut Frame,
        deflate: &mut Deflate,
        config: &Config,
        inbox: &mut Inbox,
    ) -> Result<Progress, ProtocolError> {
        if self.is_streamed {
            self.inflate_piece(frame, deflate, config, inbox)
        } else {
            self.inflate_whole(frame, deflate, config, inbox)
        }
    }

    fn inflate_whole(
        &mut self,
        frame: &mut Frame,
        deflate: &mut Deflate,
        config: &Config,
        inbox: &mut Inbox,
    ) -> Result<Progress, ProtocolError> {
        if self.assembly.capacity() == 0 {
            self.assembly = inbox.take_assembled().emptied(MessageKind::Binary);
        }
        let mut bytes = self.assembly.take().into_bytes();
        let begun = bytes.len();
        let above = config.stream_above.unwrap_or(u64::MAX);
        let max_len = above.min(config.max_message_len);
        let inflated = decompress(frame, deflate, config, max_len, &mut bytes, inbox);
        // §6.2: text is judged as it comes, and before a fault behind it, so that the verdict is the same wherever the input
        // is cut. A message that came at once is judged once, when its bytes become text.
        let is_at_once = begun == 0 && inflated == Ok(Inflated::Ended);
        if self.kind == MessageKind::Text && !is_at_once {
            let new = part(&bytes, begun..);
            self.tail
                .check(new)
                .map_err(|_| ProtocolError::InvalidUtf8)?;
        }
        match inflated? {
            Inflated::Full if config.stream_above.is_some() => self.stream_inflated(bytes),
            Inflated::Full => Err(ProtocolError::MessageTooLong),
            Inflated::Taken => {
                self.assembly = Assembly::Binary(bytes);
                Ok(Progress {
                    step: Step::Again,
                    is_complete: frame.remaining == 0,
                })
            }
            Inflated::Ended => {
                self.assembly = into_assembly(self.kind, bytes)?;
                Ok(Progress {
                    step: Step::Again,
                    is_complete: true,
                })
            }
        }
    }

    /// Makes it a message in pieces, of which the first is `bytes`, but for a character that they cut.
    fn stream_inflated(&mut self, mut bytes: Vec<u8>) -> Result<Progress, ProtocolError> {
        self.handed_over = len_u64(bytes.len());
        self.has_more = true;
        bytes.truncate(bytes.len().saturating_sub(self.tail.len()));
        self.assembly = into_assembly(self.kind, bytes)?;
        Ok(Progress {
            step: self.stream(),
            is_complete: false,
        })
    }

    fn inflate_piece(
        &mut self,
        frame: &mut Frame,
        deflate: &mut Deflate,
        config: &Config,
        inbox: &mut Inbox,
    ) -> Result<Progress, ProtocolError> {
        let mut bytes = inbox
            .take_assembled()
            .emptied(MessageKind::Binary)
            .into_bytes();
        let room = config
            .max_streamed_message_len
            .saturating_sub(self.handed_over);
        let inflated = decompress(
            frame,
            deflate,
            config,
            room.min(PIECE_LEN),
            &mut bytes,
            inbox,
        );
        let len = len_u64(bytes.len());
        let assembly = match self.kind {
            MessageKind::Binary => Assembly::Binary(bytes),
            MessageKind::Text => {
                let mut text = String::with_capacity(bytes.len());
                self.tail
                    .append(&bytes, &mut text)
                    .map_err(|_| ProtocolError::InvalidUtf8)?;
                Assembly::Text(text)
            }
        };
        let inflated = inflated?;
        if inflated == Inflated::Full && len == room {
            return Err(ProtocolError::MessageTooLong);
        }
        self.handed_over = self.handed_over.saturating_add(len);
        self.has_more = inflated == Inflated::Full;
        let is_last = inflated == Inflated::Ended;
        let step = if is_last || assembly.len() > 0 {
            Step::Ready(Ready::AssembledPiece { assembly, is_last })
        } else {
            Step::Again
        };
        Ok(Progress {
            step,
            is_complete: inflated != Inflated::Full && frame.remaining == 0,
        })
    }
}

/// Decompresses what the inbox has of the frame, in blocks, each of which is unmasked and taken while it is in the nearest
/// cache, until `to` has `max_len` bytes.
fn decompress(
    frame: &mut Frame,
    deflate: &mut Deflate,
    config: &Config,
    max_len: u64,
    to: &mut Vec<u8>,
    inbox: &mut Inbox,
) -> Result<Inflated, ProtocolError> {
    let max_len = usize::try_from(max_len).unwrap_or(usize::MAX);
    loop {
        let len = frame.available(inbox).min(BLOCK_LEN);
        let block = part_mut(inbox.unread_mut(), ..len);
        let mut key = frame.key;
        key.apply(block);
        let is_last = frame.is_final && frame.remaining == len_u64(len);
        let (inflated, taken) = deflate.inflate(block, is_last, config, max_len, to)?;
        if taken < len {
            // The rest is taken later, and unmasked again then.
            key = frame.key.turned(taken);
            let mut rest_key = key;
            rest_key.apply(part_mut(block, taken..));
        }
        inbox.take(taken);
        frame.advance(taken, key);
        if inflated != Inflated::Taken || frame.available(inbox) == 0 {
            return Ok(inflated);
        }
    }
}

fn into_assembly(kind: MessageKind, bytes: Vec<u8>) -> Result<Assembly, ProtocolError> {
    Ok(match kind {
        MessageKind::Binary => Assembly::Binary(bytes),
        MessageKind::Text => {
            Assembly::Text(String::from_utf8(bytes).map_err(|_| ProtocolError::InvalidUtf8)?)
        }
    })
}

fn len_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

/// Longest piece of a message that is decompressed in pieces, in bytes: a short input can be a long message.
const PIECE_LEN: u64 = 16 << 10;

/// The length that is unmasked and decompressed before the next.
const BLOCK_LEN: usize = 8 << 10;
