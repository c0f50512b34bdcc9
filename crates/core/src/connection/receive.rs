//! Frames on their way in: control frames, whole messages, assembly, pieces.

use alloc::string::String;
use alloc::vec::Vec;

use super::Connection;
use super::close::State;
use crate::assembly::Assembly;
use crate::certain::{less, less_u64, part, part_mut};
use crate::config::Config;
use crate::error::ProtocolError;
use crate::event::{Event, EventKind, Loss, Piece};
use crate::frame::{Expectation, Header, MAX_HEADER_LEN, Opcode};
use crate::inbox::Inbox;
use crate::mask::MaskingKey;
use crate::message::{Binary, Message, MessageKind, Text};
use crate::permessage_deflate::Deflate;
use crate::time::Timestamp;
use crate::utf8::{Utf8Tail, validate};

use super::Role;

/// An event that was made out but not taken. Its bytes in the inbox stay there until it is.
#[derive(Debug)]
pub(super) enum Ready {
    Message(WholeMessage),
    /// The front of the inbox is a piece, unmasked; its last `cut` bytes begin a character and were kept.
    Piece {
        kind: MessageKind,
        len: usize,
        cut: usize,
        is_last: bool,
    },
    /// The front of the inbox is the payload of a ping or a pong, unmasked.
    Control {
        opcode: Opcode,
        len: usize,
    },
    /// A message that was assembled.
    Assembled(Assembly),
    /// A piece that is not in the inbox.
    AssembledPiece {
        assembly: Assembly,
        is_last: bool,
    },
    /// A control frame that came in parts.
    OwnedControl {
        opcode: Opcode,
        payload: Vec<u8>,
    },
}

impl Ready {
    pub(super) const fn kind(&self) -> EventKind {
        match self {
            Self::Message(_) | Self::Assembled(_) => EventKind::Message,
            Self::Piece { .. } | Self::AssembledPiece { .. } => EventKind::Piece,
            Self::Control { opcode, .. } | Self::OwnedControl { opcode, .. } => match opcode {
                Opcode::Ping => EventKind::Ping,
                Opcode::Continuation
                | Opcode::Text
                | Opcode::Binary
                | Opcode::Close
                | Opcode::Pong => EventKind::Pong,
            },
        }
    }
}

/// The front of the inbox is a whole message, still masked.
#[derive(Clone, Copy, Debug)]
pub(super) struct WholeMessage {
    kind: MessageKind,
    len: usize,
    key: MaskingKey,
}

/// The part of a frame or a message that has come so far.
#[derive(Debug, Default)]
pub(super) struct Receiving {
    header: PartialHeader,
    frame: Option<Frame>,
    message: Option<Incoming>,
    /// The payload of a control frame that came in parts.
    control: Vec<u8>,
}

#[derive(Debug, Default)]
struct PartialHeader {
    bytes: [u8; MAX_HEADER_LEN],
    len: usize,
}

/// A frame whose payload is not complete.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    opcode: Opcode,
    pub(super) is_final: bool,
    pub(super) key: MaskingKey,
    pub(super) remaining: u64,
}

/// A message that is not complete.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) kind: MessageKind,
    /// True if its payload is compressed; then it is assembled as bytes, whatever its kind.
    pub(super) is_compressed: bool,
    /// The message that is assembled; handed over and left empty when the message turns out to be delivered in pieces.
    pub(super) assembly: Assembly,
    pub(super) tail: Utf8Tail,
    /// The payload of all its frames so far, as their headers say.
    len: u64,
    fragments: u32,
    pub(super) is_streamed: bool,
    /// The bytes of it that were decompressed and handed over in pieces.
    pub(super) handed_over: u64,
    /// True if what was taken of a compressed message says more than the last piece had room for.
    pub(super) has_more: bool,
}

/// The result of one look at the inbox.
pub(super) enum Step {
    NeedsInput,
    Again,
    Ready(Ready),
}

/// The result of taking a part of a frame, and whether the frame is done with.
pub(super) struct Progress {
    pub(super) step: Step,
    pub(super) is_complete: bool,
}

impl Connection {
    /// Parses up to the next event, unless there is one already. If there is none then, the inbox is empty.
    pub(super) fn receive(&mut self, now: Timestamp, inbox: &mut Inbox) {
        if self.ready.is_some() || self.end.is_some() {
            return;
        }
        self.watch_writing(now);
        if !inbox.is_empty() {
            self.deadlines.note_received(now);
        }
        while self.state.is_receiving() {
            match self.step(now, inbox) {
                Ok(Step::Again) => {}
                Ok(Step::Ready(ready)) => {
                    self.ready = Some(ready);
                    return;
                }
                Ok(Step::NeedsInput) if self.has_eof => {
                    let is_whole = self.receiving.is_between_messages();
                    self.lose(if is_whole { Loss::Eof } else { Loss::Truncated });
                }
                Ok(Step::NeedsInput) => {
                    inbox.drop_assembled();
                    self.watch_message(now);
                    return;
                }
                Err(error) => self.fail(error, now),
            }
        }
        inbox.clear();
    }

    /// Watches that what has begun is complete in time, from the first byte of its header on; a message in pieces may take
    /// its time.
    fn watch_message(&mut self, now: Timestamp) {
        let timeout = self.config.message_timeout;
        self.deadlines.message =
            if self.receiving.is_between_messages() || self.receiving.is_streamed() {
                None
            } else {
                self.deadlines
                    .message
                    .or_else(|| timeout.map(|timeout| now.saturating_add(timeout)))
            };
    }

    /// Hands over what [`receive`](Self::receive) found.
    #[inline]
    pub(super) fn take_ready<'i>(
        &mut self,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<Event<'i>> {
        if self.ready.is_none() && self.end.is_none() {
            return None;
        }
        let lent = match self.ready.take() {
            Some(Ready::Message(whole)) => return self.lend_message(whole, now, inbox),
            Some(Ready::Piece {
                kind,
                len,
                cut,
                is_last,
            }) => {
                let payload = inbox.take(len);
                let whole = payload.len().saturating_sub(cut);
                let data = lend(kind, payload.get(..whole).unwrap_or_default());
                data.map(|data| Event::Piece(Piece { data, is_last }))
            }
            Some(Ready::Control { opcode, len }) => {
                Ok(control_event(opcode, Binary::Borrowed(inbox.take(len))))
            }
            Some(Ready::Assembled(assembly)) => Ok(Event::Message(inbox.lend_assembled(assembly))),
            Some(Ready::AssembledPiece { assembly, is_last }) => {
                let data = inbox.lend_assembled(assembly);
                Ok(Event::Piece(Piece { data, is_last }))
            }
            Some(Ready::OwnedControl { opcode, payload }) => {
                Ok(control_event(opcode, Binary::Owned(payload)))
            }
            None => return self.end.take().map(Event::Closed),
        };
        match lent {
            Ok(event) => Some(event),
            Err(error) => self.fail_late(error, now),
        }
    }

    /// Takes what most input is, without a detour: an unfragmented message that lies whole in the inbox, if that is next.
    #[inline]
    pub(super) fn whole_message(
        &mut self,
        now: Timestamp,
        inbox: &mut Inbox,
    ) -> Option<WholeMessage> {
        if self.ready.is_some()
            || !self.state.is_receiving()
            || !self.receiving.is_between_messages()
        {
            return None;
        }
        let (header, header_len) = Header::parse(inbox.unread(), self.expectation()).ok()??;
        let whole = self.as_whole(header, less(inbox.unread().len(), header_len))?;
        inbox.take(header_len);
        self.deadlines.note_received(now);
        self.deadlines.note_progress();
        Some(whole)
    }

    /// Takes what input of a message in parts mostly is, without a detour: payload of a frame that goes on behind it. Whether it
    /// was; the inbox is empty then.
    #[inline]
    pub(super) fn receive_part(&mut self, now: Timestamp, inbox: &mut Inbox) -> bool {
        let (Some(frame), Some(message)) = (&mut self.receiving.frame, &mut self.receiving.message)
        else {
            return false;
        };
        let available = inbox.unread().len();
        let is_part = (1..frame.remaining).contains(&u64::try_from(available).unwrap_or(u64::MAX));
        if !is_part
            || frame.opcode.is_control()
            || message.is_streamed
            || message.is_compressed
            || self.ready.is_some()
            || self.has_eof
        {
            return false;
        }
        let assembled = message.assemble(frame, inbox);
        self.watch_writing(now);
        self.deadlines.note_received(now);
        match assembled {
            Ok(()) => true,
            Err(error) => {
                self.fail(error, now);
                false
            }
        }
    }

    #[inline]
    pub(super) fn lend_message<'i>(
        &mut self,
        whole: WholeMessage,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<Event<'i>> {
        let WholeMessage { kind, len, mut key } = whole;
        let payload = inbox.take(len);
        key.apply(payload);
        match lend(kind, payload) {
            Ok(message) => Some(Event::Message(message)),
            Err(error) => self.fail_late(error, now),
        }
    }

    /// A failure that came to light when the message was taken. If the connection ended since it was found, it stays
    /// with that end.
    #[cold]
    fn fail_late<'i>(&mut self, error: ProtocolError, now: Timestamp) -> Option<Event<'i>> {
        if self.state.is_receiving() {
            self.fail(error, now);
        }
        self.end.take().map(Event::Closed)
    }

    /// The message that `header` begins, if all of it is among the next `available` bytes.
    #[inline]
    fn as_whole(&self, header: Header, available: usize) -> Option<WholeMessage> {
        let Header {
            is_final,
            is_compressed,
            opcode,
            key,
            payload_len,
        } = header;
        let kind = match opcode {
            Opcode::Text => MessageKind::Text,
            Opcode::Binary => MessageKind::Binary,
            Opcode::Continuation | Opcode::Close | Opcode::Ping | Opcode::Pong => return None,
        };
        let len = usize::try_from(payload_len).ok()?;
        let is_whole = is_final
            && !is_compressed
            && len <= available
            && !is_streamed(&self.config, payload_len);
        is_whole.then_some(WholeMessage { kind, len, key })
    }

    fn step(&mut self, now: Timestamp, inbox: &mut Inbox) -> Result<Step, ProtocolError> {
        let Some(frame) = self.receiving.frame else {
            let Some(header) = self.next_header(inbox)? else {
                return Ok(Step::NeedsInput);
            };
            return if header.opcode.is_control() {
                self.begin_control(header, now, inbox)
            } else {
                self.begin_data(header, inbox)
            };
        };
        if frame.remaining > 0 && inbox.is_empty() && !self.receiving.has_more() {
            return Ok(Step::NeedsInput);
        }
        if frame.opcode.is_control() {
            self.continue_control(frame, now, inbox)
        } else {
            self.continue_data(frame, inbox)
        }
    }

    #[inline]
    fn next_header(&mut self, inbox: &mut Inbox) -> Result<Option<Header>, ProtocolError> {
        let expected = self.expectation();
        let partial = &mut self.receiving.header;
        if partial.len == 0
            && let Some((header, len)) = Header::parse(inbox.unread(), expected)?
        {
            inbox.take(len);
            return Ok(Some(header));
        }
        let begun = partial.len;
        let room = partial.bytes.iter_mut().skip(begun);
        partial.len = begun.saturating_add(
            room.zip(inbox.unread())
                .map(|(to, from)| *to = *from)
                .count(),
        );
        let parsed = Header::parse(part(&partial.bytes, ..partial.len), expected)?;
        let Some((header, len)) = parsed else {
            inbox.clear();
            return Ok(None);
        };
        inbox.take(less(len, begun));
        partial.len = 0;
        Ok(Some(header))
    }

    #[inline]
    fn expectation(&self) -> Expectation {
        let deflate = self.deflate.as_deref();
        let max_compressed_len = deflate.map(Deflate::max_wire_len);
        let (in_message, max_payload_len) = match &self.receiving.message {
            None => (false, self.config.max_received_len()),
            Some(message) => {
                let max_len = if message.is_compressed {
                    max_compressed_len.unwrap_or(0)
                } else {
                    self.config.max_received_len()
                };
                (true, max_len.saturating_sub(message.len))
            }
        };
        Expectation {
            is_masked: self.role == Role::Server,
            max_compressed_len,
            in_message,
            max_payload_len,
        }
    }

    fn begin_control(
        &mut self,
        header: Header,
        now: Timestamp,
        inbox: &mut Inbox,
    ) -> Result<Step, ProtocolError> {
        let Header {
            opcode,
            mut key,
            payload_len,
            ..
        } = header;
        let len = usize::try_from(payload_len).unwrap_or(usize::MAX);
        let Some(payload) = inbox.unread_mut().get_mut(..len) else {
            self.receiving.frame = Some(Frame {
                opcode,
                is_final: true,
                key,
                remaining: payload_len,
            });
            return Ok(Step::Again);
        };
        key.apply(payload);
        if opcode == Opcode::Close {
            self.receive_close(payload, now)?;
            return Ok(Step::Again);
        }
        self.answer_control(opcode, payload, now)?;
        if self.is_unreported(opcode, part(inbox.unread(), ..len)) {
            inbox.take(len);
            return Ok(Step::Again);
        }
        Ok(Step::Ready(Ready::Control { opcode, len }))
    }

    fn continue_control(
        &mut self,
        mut frame: Frame,
        now: Timestamp,
        inbox: &mut Inbox,
    ) -> Result<Step, ProtocolError> {
        let part = frame.take(inbox);
        self.receiving.control.extend_from_slice(part);
        if frame.remaining > 0 {
            self.receiving.frame = Some(frame);
            return Ok(Step::NeedsInput);
        }
        self.receiving.frame = None;
        if self.receiving.message.is_none() {
            self.deadlines.message = None;
        }
        let payload = core::mem::take(&mut self.receiving.control);
        if frame.opcode == Opcode::Close {
            self.receive_close(&payload, now)?;
            return Ok(Step::Again);
        }
        self.answer_control(frame.opcode, &payload, now)?;
        if self.is_unreported(frame.opcode, &payload) {
            return Ok(Step::Again);
        }
        Ok(Step::Ready(Ready::OwnedControl {
            opcode: frame.opcode,
            payload,
        }))
    }

    /// Counts a ping or pong, and answers a ping (§5.5.2), unless our Close frame has been sent.
    fn answer_control(
        &mut self,
        opcode: Opcode,
        payload: &[u8],
        now: Timestamp,
    ) -> Result<(), ProtocolError> {
        self.deadlines.count_control(&self.config, now)?;
        if opcode == Opcode::Ping && self.state == State::Open {
            self.answer_ping(payload);
        }
        Ok(())
    }

    /// Returns whether the application has no use for it: an answer to keep-alive, or a ping that will not be answered.
    fn is_unreported(&self, opcode: Opcode, payload: &[u8]) -> bool {
        if opcode == Opcode::Ping {
            self.state != State::Open
        } else {
            self.deadlines.is_keep_alive(payload)
        }
    }

    fn begin_data(&mut self, header: Header, inbox: &mut Inbox) -> Result<Step, ProtocolError> {
        if let Some(whole) = self.as_whole(header, inbox.unread().len()) {
            self.deadlines.message = None;
            self.deadlines.note_progress();
            return Ok(Step::Ready(Ready::Message(whole)));
        }
        let Header {
            is_final,
            is_compressed,
            opcode,
            key,
            payload_len,
        } = header;
        let kind = if opcode == Opcode::Binary {
            MessageKind::Binary
        } else {
            MessageKind::Text
        };
        let message = self
            .receiving
            .message
            .get_or_insert_with(|| Incoming::new(kind, is_compressed));
        message.len = message.len.saturating_add(payload_len);
        message.count_fragment(&self.config)?;
        self.receiving.frame = Some(Frame {
            opcode,
            is_final,
            key,
            remaining: payload_len,
        });
        if !message.is_compressed && !message.is_streamed && is_streamed(&self.config, message.len)
        {
            return Ok(message.stream());
        }
        Ok(Step::Again)
    }

    fn continue_data(
        &mut self,
        mut frame: Frame,
        inbox: &mut Inbox,
    ) -> Result<Step, ProtocolError> {
        let Some(message) = &mut self.receiving.message else {
            return Ok(Step::NeedsInput);
        };
        let Progress { step, is_complete } = match self.deflate.as_deref_mut() {
            Some(deflate) if message.is_compressed => {
                message.inflate(&mut frame, deflate, &self.config, inbox)?
            }
            Some(_) | None => message.receive(&mut frame, inbox)?,
        };
        if !is_complete {
            self.receiving.frame = Some(frame);
            return Ok(step);
        }
        self.receiving.frame = None;
        self.deadlines.note_progress();
        if !frame.is_final {
            return Ok(step);
        }
        self.deadlines.message = None;
        let Some(message) = self.receiving.message.take() else {
            return Ok(step);
        };
        // §8.1: a message must not end within a character.
        if !message.tail.is_empty() {
            return Err(ProtocolError::InvalidUtf8);
        }
        if message.is_streamed {
            return Ok(step);
        }
        Ok(Step::Ready(Ready::Assembled(message.assembly)))
    }
}

impl Receiving {
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    fn is_between_messages(&self) -> bool {
        self.header.len == 0 && self.frame.is_none() && self.message.is_none()
    }

    fn is_streamed(&self) -> bool {
        self.message
            .as_ref()
            .is_some_and(|message| message.is_streamed)
    }

    pub(super) fn completing_len(&self, inbox: &Inbox) -> Option<u64> {
        let (frame, message) = (self.frame.as_ref()?, self.message.as_ref()?);
        let is_whole = frame.is_final && !frame.opcode.is_control() && !message.is_streamed;
        let available = u64::try_from(inbox.unread().len()).unwrap_or(u64::MAX);
        (is_whole && frame.remaining <= available).then_some(message.len)
    }

    /// Returns whether the message can go on without input.
    fn has_more(&self) -> bool {
        self.message
            .as_ref()
            .is_some_and(|message| message.has_more)
    }
}

impl Frame {
    /// Takes what is there of its payload, unmasked.
    fn take<'i>(&mut self, inbox: &'i mut Inbox) -> &'i mut [u8] {
        let len = self.available(inbox);
        self.remaining = less_u64(self.remaining, len);
        let payload = inbox.take(len);
        self.key.apply(payload);
        payload
    }

    pub(super) fn available(&self, inbox: &Inbox) -> usize {
        usize::try_from(self.remaining)
            .unwrap_or(usize::MAX)
            .min(inbox.unread().len())
    }
}

impl Incoming {
    fn new(kind: MessageKind, is_compressed: bool) -> Self {
        Self {
            kind,
            is_compressed,
            assembly: Assembly::new(kind),
            tail: Utf8Tail::default(),
            len: 0,
            fragments: 0,
            is_streamed: false,
            handed_over: 0,
            has_more: false,
        }
    }

    /// Fragments have to be earned with payload, so that those without any come to an end.
    fn count_fragment(&mut self, config: &Config) -> Result<(), ProtocolError> {
        self.fragments = self.fragments.saturating_add(1);
        let earned = self.len / u64::from(config.fragment_len.max(1));
        let allowed = u64::from(config.max_fragments).saturating_add(earned);
        if u64::from(self.fragments) > allowed {
            Err(ProtocolError::TooManyFragments)
        } else {
            Ok(())
        }
    }

    /// Takes what the inbox has of a frame that is not compressed.
    fn receive(&mut self, frame: &mut Frame, inbox: &mut Inbox) -> Result<Progress, ProtocolError> {
        let step = if self.is_streamed {
            self.receive_piece(frame, inbox)?
        } else {
            if self.assembly.capacity() == 0 {
                self.assembly = inbox.take_assembled().emptied(self.kind);
            }
            self.assemble(frame, inbox)?;
            if frame.remaining > 0 {
                Step::NeedsInput
            } else {
                Step::Again
            }
        };
        Ok(Progress {
            step,
            is_complete: frame.remaining == 0,
        })
    }

    /// Takes what the inbox has of the frame.
    fn assemble(&mut self, frame: &mut Frame, inbox: &mut Inbox) -> Result<(), ProtocolError> {
        let len = frame.available(inbox);
        let announced = usize::try_from(frame.remaining).unwrap_or(usize::MAX);
        self.assembly.reserve(len, announced);
        let mut key = frame.key;
        self.assembly
            .append(inbox.take(len), &mut key, &mut self.tail)
            .map_err(|_| ProtocolError::InvalidUtf8)?;
        frame.advance(len, key);
        Ok(())
    }

    /// The next piece, with what the inbox has of the frame.
    fn receive_piece(
        &mut self,
        frame: &mut Frame,
        inbox: &mut Inbox,
    ) -> Result<Step, ProtocolError> {
        let len = frame.available(inbox);
        let ends = |remaining: u64, len: usize| {
            frame.is_final && remaining == u64::try_from(len).unwrap_or(u64::MAX)
        };
        let is_last = ends(frame.remaining, len);
        if len == 0 && !is_last {
            return Ok(Step::Again);
        }
        let mut key = frame.key;
        let payload = part_mut(inbox.unread_mut(), ..len);
        if self.kind == MessageKind::Binary {
            key.apply(payload);
            frame.advance(len, key);
            return Ok(Step::Ready(Ready::Piece {
                kind: self.kind,
                len,
                cut: 0,
                is_last,
            }));
        }
        if !self.tail.is_empty() {
            // The rest of a character that was cut: a piece of its own, and the frame goes on behind it.
            let rest = payload.len().min(1);
            let byte = part_mut(payload, ..rest);
            key.apply(byte);
            let (character, _) = self
                .tail
                .complete(byte)
                .map_err(|_| ProtocolError::InvalidUtf8)?;
            inbox.take(rest);
            frame.advance(rest, key);
            let is_last = frame.is_final && frame.remaining == 0;
            let text = character.map_or_else(String::new, String::from);
            return Ok(if text.is_empty() && !is_last {
                Step::Again
            } else {
                Step::Ready(Ready::AssembledPiece {
                    assembly: Assembly::Text(text),
                    is_last,
                })
            });
        }
        key.apply(payload);
        let whole = self
            .tail
            .cut(payload)
            .map_err(|_| ProtocolError::InvalidUtf8)?;
        frame.advance(len, key);
        Ok(Step::Ready(Ready::Piece {
            kind: self.kind,
            len,
            cut: less(len, whole),
            is_last,
        }))
    }

    /// Makes it a message in pieces, of which the first is what was assembled.
    pub(super) fn stream(&mut self) -> Step {
        self.is_streamed = true;
        let assembly = self.assembly.take();
        if assembly.len() == 0 {
            return Step::Again;
        }
        Step::Ready(Ready::AssembledPiece {
            assembly,
            is_last: false,
        })
    }
}

impl Frame {
    pub(super) fn advance(&mut self, len: usize, key: MaskingKey) {
        self.remaining = less_u64(self.remaining, len);
        self.key = key;
    }
}

#[inline]
fn lend(kind: MessageKind, payload: &[u8]) -> Result<Message<'_>, ProtocolError> {
    Ok(match kind {
        MessageKind::Text => Message::Text(Text::Borrowed(
            validate(payload).map_err(|_| ProtocolError::InvalidUtf8)?,
        )),
        MessageKind::Binary => Message::Binary(Binary::Borrowed(payload)),
    })
}

fn control_event(opcode: Opcode, payload: Binary<'_>) -> Event<'_> {
    if opcode == Opcode::Ping {
        Event::Ping(payload)
    } else {
        Event::Pong(payload)
    }
}

/// Returns whether a message of `len` bytes is delivered in pieces.
fn is_streamed(config: &Config, len: u64) -> bool {
    config
        .stream_above
        .is_some_and(|above| len > above.min(config.max_message_len))
}
