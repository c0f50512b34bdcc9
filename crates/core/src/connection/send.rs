//! Messages, pieces and control frames on their way out.

use core::mem;

use bytes::{Buf, Bytes};

use super::close::State;
use super::{Connection, Role};
use crate::certain::{part, part_mut};
use crate::error::{ControlError, SendErrorReason};
use crate::frame::{HEADER_SPACE, Header, MAX_CONTROL_LEN, Opcode};
use crate::mask::MaskingKey;
use crate::message::{Binary, Message, MessageKind, Text};
use crate::outbox::Sent;

/// A message that is being sent in pieces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sending {
    kind: MessageKind,
    is_compressed: bool,
}

impl Connection {
    /// Checks that `len` bytes can be sent: as a message, or as a piece of a kind.
    pub(super) fn check_send(
        &self,
        len: usize,
        piece: Option<MessageKind>,
    ) -> Result<(), SendErrorReason> {
        if self.state != State::Open {
            return Err(SendErrorReason::Closing);
        }
        match (self.sending, piece) {
            (Some(_), None) => return Err(SendErrorReason::MessageInProgress),
            (Some(begun), Some(kind)) if begun.kind != kind => {
                return Err(SendErrorReason::KindChanged);
            }
            (Some(_) | None, _) => {}
        }
        let waiting = self.outbox.remaining();
        if waiting > 0 && waiting.saturating_add(len) > self.config.max_outbox_len {
            return Err(SendErrorReason::Full);
        }
        Ok(())
    }

    #[inline]
    pub(super) fn queue_message(&mut self, message: Message<'_>, may_compress: bool) -> Sent {
        let start = self.outbox.queued();
        let opcode = opcode(message.kind());
        let payload = message.as_bytes();
        let is_queued = may_compress
            && self.is_worth_compressing(payload.len())
            && self.queue_compressed(opcode, payload);
        if !is_queued {
            self.queue_uncompressed(opcode, message);
        }
        Sent {
            start,
            end: self.outbox.queued(),
        }
    }

    #[inline]
    fn queue_uncompressed(&mut self, opcode: Opcode, message: Message<'_>) {
        let payload = message.as_bytes();
        let fragment_len = self.config.send_fragment_len.unwrap_or(usize::MAX);
        if payload.len() > fragment_len {
            self.queue_fragments(opcode, message, fragment_len.max(1));
        } else if payload.len() < LARGE_LEN {
            self.queue_frame(true, opcode, payload);
        } else {
            self.queue_payload(true, opcode, message);
        }
    }

    pub(super) fn queue_piece(&mut self, piece: Message<'_>, is_last: bool) -> Sent {
        let start = self.outbox.queued();
        let kind = piece.kind();
        let (opcode, is_compressed) = match self.sending {
            Some(begun) => (Opcode::Continuation, begun.is_compressed),
            None => (opcode(kind), self.is_worth_compressing(piece.len())),
        };
        if is_compressed {
            self.queue_compressed_piece(opcode, piece.as_bytes(), is_last);
        } else {
            self.queue_payload(is_last, opcode, piece);
        }
        self.outbox.mark_boundary();
        self.sending = (!is_last).then_some(Sending {
            kind,
            is_compressed,
        });
        Sent {
            start,
            end: self.outbox.queued(),
        }
    }

    /// §5.4: the first fragment has the opcode, the last one FIN.
    fn queue_fragments(&mut self, mut opcode: Opcode, message: Message<'_>, fragment_len: usize) {
        let mut queue = |connection: &mut Self, is_final, fragment| {
            connection.queue_payload(is_final, opcode, fragment);
            connection.outbox.mark_boundary();
            opcode = Opcode::Continuation;
        };
        match into_shared(message) {
            Ok(mut rest) => {
                while rest.len() > fragment_len {
                    queue(self, false, rest.split_to(fragment_len).into());
                }
                queue(self, true, rest.into());
            }
            Err(payload) => {
                let mut fragments = payload.chunks(fragment_len).peekable();
                while let Some(fragment) = fragments.next() {
                    queue(self, fragments.peek().is_none(), fragment.into());
                }
            }
        }
    }

    /// One frame. A server lends a large payload to the outbox; everything else is copied there.
    fn queue_payload(&mut self, is_final: bool, opcode: Opcode, message: Message<'_>) {
        let payload = message.as_bytes();
        if payload.len() < LARGE_LEN {
            return self.queue_frame(is_final, opcode, payload);
        }
        let key = self.masking_key();
        let (header, header_len) = Header::encode(is_final, opcode, message.len(), key);
        self.outbox.push(part(&header, ..header_len));
        match (key, into_shared(message)) {
            (Some(key), Ok(payload)) => self.outbox.push_shared(key.masked(&payload).into()),
            (Some(key), Err(payload)) => self.outbox.push_shared(key.masked(payload).into()),
            (None, Ok(payload)) => self.outbox.push_shared(payload),
            (None, Err(payload)) => self
                .outbox
                .push_with(|out| crate::mask::append_plain(payload, out)),
        }
    }

    /// One frame whose payload is copied.
    #[inline]
    pub(super) fn queue_frame(&mut self, is_final: bool, opcode: Opcode, payload: &[u8]) {
        let key = self.masking_key();
        let (header, header_len) = Header::encode(is_final, opcode, payload.len(), key);
        self.outbox.push_with(|out| {
            out.reserve(HEADER_SPACE.saturating_add(payload.len()));
            // Copying all of the array, whose length is known, and cutting it is quicker than copying a part.
            let end = out.len().saturating_add(header_len);
            out.extend_from_slice(&header);
            out.truncate(end);
            key.unwrap_or(MaskingKey::NONE).append(payload, out);
        });
    }

    pub(super) fn queue_ping(&mut self, payload: &[u8]) -> Result<(), ControlError> {
        if payload.len() > MAX_CONTROL_LEN {
            return Err(ControlError::TooLong);
        }
        if self.state != State::Open {
            return Err(ControlError::Closing);
        }
        if self.is_full_of_controls() {
            return Err(ControlError::Full);
        }
        self.queue_control(Opcode::Ping, payload);
        Ok(())
    }

    /// Answers a ping (§5.5.2); when too many control frames wait already, later, and then only the latest ping (§5.5.3).
    pub(super) fn answer_ping(&mut self, payload: &[u8]) {
        if self.is_full_of_controls() {
            self.late_pong = Some(payload.to_vec());
        } else {
            self.late_pong = None;
            self.queue_control(Opcode::Pong, payload);
        }
    }

    /// Queues the pong that was put off, if there is room now.
    pub(super) fn queue_late_pong(&mut self) {
        if self.late_pong.is_some()
            && !self.is_full_of_controls()
            && let Some(payload) = self.late_pong.take()
        {
            self.queue_control(Opcode::Pong, &payload);
        }
    }

    fn is_full_of_controls(&self) -> bool {
        self.outbox.waiting_controls() >= self.config.max_waiting_controls
    }

    /// A control frame, which passes between the fragments that wait.
    pub(super) fn queue_control(&mut self, opcode: Opcode, payload: &[u8]) {
        let mut key = self.masking_key();
        let (header, header_len) = Header::encode(true, opcode, payload.len(), key);
        let mut frame = [0; HEADER_SPACE + MAX_CONTROL_LEN];
        let header = header.iter().take(header_len);
        let len = frame
            .iter_mut()
            .zip(header.chain(payload))
            .map(|(to, from)| *to = *from)
            .count();
        let (_, masked) = frame.split_at_mut(header_len);
        if let Some(key) = &mut key {
            key.apply(part_mut(masked, ..payload.len()));
        }
        self.outbox.push_control(part(&frame, ..len));
    }

    /// §5.3: a fresh key for every frame of a client, drawn after its payload is known.
    #[inline]
    fn masking_key(&mut self) -> Option<MaskingKey> {
        match self.role {
            Role::Client => Some(MaskingKey::new(self.entropy.masking_key())),
            Role::Server => None,
        }
    }
}

const fn opcode(kind: MessageKind) -> Opcode {
    match kind {
        MessageKind::Text => Opcode::Text,
        MessageKind::Binary => Opcode::Binary,
    }
}

/// The payload without copying it: shared if it is owned or can be, else lent.
fn into_shared(message: Message<'_>) -> Result<Bytes, &[u8]> {
    match message {
        Message::Text(Text::Owned(text)) => Ok(text.into()),
        Message::Text(Text::Assembled(text)) => Ok(mem::take(text).into()),
        Message::Text(Text::Shared(text)) => Ok(text.as_bytes().clone()),
        Message::Text(Text::Borrowed(text)) => Err(text.as_bytes()),
        Message::Binary(Binary::Owned(bytes)) => Ok(bytes.into()),
        Message::Binary(Binary::Assembled(bytes)) => Ok(mem::take(bytes).into()),
        Message::Binary(Binary::Shared(bytes)) => Ok(bytes),
        Message::Binary(Binary::Borrowed(bytes)) => Err(bytes),
    }
}

/// From this many bytes on a payload is not copied among the small frames if that can be helped.
const LARGE_LEN: usize = 4 << 10;
