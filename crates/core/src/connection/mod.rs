//! The open connection: RFC 6455 §5 to §8.

mod close;
mod deadlines;
mod deflate;
mod inflate;
mod receive;
mod send;

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::config::Config;
use crate::entropy::{Entropy, Seed};
use crate::error::{ControlError, SendError};
use crate::event::{CloseFrame, Closed, Event, EventKind, TransportAction};
use crate::inbox::Inbox;
use crate::message::Message;
use crate::outbox::{Outbox, Sent};
#[cfg(feature = "deflate")]
use crate::permessage_deflate::DeflateCounters;
use crate::permessage_deflate::{AgreedDeflate, Deflate};
use crate::time::Timestamp;

use close::State;
use deadlines::Deadlines;
use receive::{Ready, Receiving};
use send::Sending;

/// The side of a connection.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Role {
    /// The side that opened the connection, and masks what it sends (RFC 6455 §5.1).
    Client,
    /// The side that accepted the connection, and is the first to end the transport (RFC 6455 §7.1.1).
    Server,
}

/// An open WebSocket connection: bytes in, events out.
///
/// Bytes that were received go through an [`Inbox`] into [`poll_event`](Self::poll_event); bytes to be sent are taken
/// from the [`outbox`](Self::outbox). The methods can be called in any order and as often as one likes: outputs
/// stay until they are dealt with. A turn of an event loop is
///
/// 1. take events until there is none; after that the inbox is empty;
/// 2. write what is in the outbox, as far as the transport takes it;
/// 3. do what [`transport_action`](Self::transport_action) says;
/// 4. wait for input, for room to write, or for [`poll_timeout`](Self::poll_timeout).
#[derive(Debug)]
pub struct Connection {
    role: Role,
    config: Config,
    entropy: Entropy,
    state: State,
    /// True if the transport's end was reported.
    has_eof: bool,
    receiving: Receiving,
    ready: Option<Ready>,
    /// The last event, which comes after the one that is ready.
    end: Option<Closed<'static>>,
    /// The message that is being sent in pieces.
    sending: Option<Sending>,
    /// The payload of the latest ping that could not be answered yet.
    late_pong: Option<Vec<u8>>,
    outbox: Outbox,
    deadlines: Deadlines,
    /// Compression, if it was agreed.
    deflate: Option<Box<Deflate>>,
}

impl Connection {
    /// Returns the connection after an opening handshake that was done elsewhere, such as by an HTTP server that hands over
    /// the upgraded stream. Bytes that came behind the handshake belong into the first inbox.
    #[must_use]
    pub fn new(role: Role, config: Config, seed: Seed, now: Timestamp) -> Self {
        let (entropy, outbox) = (Entropy::new(seed), Outbox::default());
        Self::after_handshake(role, config, None, entropy, outbox, now)
    }

    /// Returns the connection as [`new`](Self::new) does, where the handshake agreed on compression (RFC 7692).
    #[cfg(feature = "deflate")]
    #[must_use]
    pub fn with_deflate(
        role: Role,
        config: Config,
        agreed: AgreedDeflate,
        seed: Seed,
        now: Timestamp,
    ) -> Self {
        let (entropy, outbox) = (Entropy::new(seed), Outbox::default());
        Self::after_handshake(role, config, Some(agreed), entropy, outbox, now)
    }

    /// As [`new`](Self::new), with what the handshake drew from and what it still has to say.
    pub(crate) fn after_handshake(
        role: Role,
        config: Config,
        deflate: Option<AgreedDeflate>,
        entropy: Entropy,
        outbox: Outbox,
        now: Timestamp,
    ) -> Self {
        Self {
            role,
            config,
            entropy,
            state: State::Open,
            has_eof: false,
            receiving: Receiving::default(),
            ready: None,
            end: None,
            sending: None,
            late_pong: None,
            outbox,
            deadlines: Deadlines::new(now),
            deflate: deflate.map(|agreed| Deflate::new(agreed, &config)),
        }
    }

    /// Returns the next event, or `None` when more input is needed; the inbox is empty then. An incomplete frame was taken into
    /// the connection, so the same inbox can serve another connection before this one's next bytes.
    ///
    /// A message that lies whole in the inbox is unmasked in place and lent; one that spans reads or frames is
    /// assembled, and whoever makes it owned takes the buffer ([`Text::Assembled`](crate::Text::Assembled)). [`Event::Closed`] comes exactly once, and nothing after it.
    #[inline]
    pub fn poll_event<'i>(&mut self, now: Timestamp, inbox: &'i mut Inbox) -> Option<Event<'i>> {
        match self.whole_message(now, inbox) {
            Some(whole) => self.lend_message(whole, now, inbox),
            None if self.receive_part(now, inbox) => None,
            None => {
                self.receive(now, inbox);
                self.take_ready(now, inbox)
            }
        }
    }

    /// Returns the kind of event that [`poll_event`](Self::poll_event) has, without taking it: for loops that must decide
    /// before they borrow the inbox. When there is none the inbox is empty.
    #[inline]
    pub fn poll_ready(&mut self, now: Timestamp, inbox: &mut Inbox) -> Option<EventKind> {
        if self.receive_part(now, inbox) {
            return None;
        }
        self.receive(now, inbox);
        match &self.ready {
            Some(ready) => Some(ready.kind()),
            None => self.end.as_ref().map(|_| EventKind::Closed),
        }
    }

    /// Returns the length of the message in parts that the bytes in the inbox complete, if the header of its last frame was taken before: the
    /// message that [`poll_event`](Self::poll_event) is about to hand over, for owners that let others run before they look at a long
    /// one. The length of a compressed message is that on the wire. A message that lies whole in the inbox, and one that is
    /// handed over in pieces, is not announced.
    #[must_use]
    pub fn completing_len(&self, inbox: &Inbox) -> Option<u64> {
        self.receiving.completing_len(inbox)
    }

    /// Returns the bytes that have to be written. The outbox grows by everything that is sent, and by pongs and Close frames while
    /// receiving.
    #[inline]
    pub fn outbox(&mut self) -> &mut Outbox {
        self.queue_late_pong();
        &mut self.outbox
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called, if nothing happens before; never when
    /// `None`. A time that has passed means at once: [`send`](Self::send) and [`ping`](Self::ping) are not told the time, so a frame
    /// that they queued has its [`write_timeout`](Config::write_timeout) from that call on, or from the next [`poll_event`](Self::poll_event).
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        self.next_deadline()
    }

    /// Returns the action that the owner of the transport is to take, besides writing and reading.
    #[must_use]
    pub fn transport_action(&self) -> TransportAction {
        self.state
            .transport_action(self.role, self.has_eof, self.outbox.is_empty())
    }

    /// Queues a message.
    ///
    /// # Errors
    ///
    /// The closing handshake has begun, the outbox is full, or another message is being sent in pieces. Nothing has
    /// changed then, and the message comes back.
    pub fn send<'m>(&mut self, message: impl Into<Message<'m>>) -> Result<Sent, SendError<'m>> {
        let message = message.into();
        match self.check_send(message.len(), None) {
            Ok(()) => Ok(self.queue_message(message, true)),
            Err(reason) => Err(SendError { reason, message }),
        }
    }

    /// Queues a message as [`send`](Self::send) does, and never compressed: for secrets, which compression could give away
    /// (RFC 7692 §8).
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub fn send_uncompressed<'m>(
        &mut self,
        message: impl Into<Message<'m>>,
    ) -> Result<Sent, SendError<'m>> {
        let message = message.into();
        match self.check_send(message.len(), None) {
            Ok(()) => Ok(self.queue_message(message, false)),
            Err(reason) => Err(SendError { reason, message }),
        }
    }

    /// Queues the next piece of a message that is too large to be held; the first piece begins it, the one with
    /// `is_last` ends it (RFC 6455 §5.4). Pongs pass between the pieces. Text is cut between characters.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and a message cannot change its kind. Nothing has changed then, and the piece
    /// comes back.
    pub fn send_piece<'m>(
        &mut self,
        piece: impl Into<Message<'m>>,
        is_last: bool,
    ) -> Result<Sent, SendError<'m>> {
        let piece = piece.into();
        match self.check_send(piece.len(), Some(piece.kind())) {
            Ok(()) => Ok(self.queue_piece(piece, is_last)),
            Err(reason) => Err(SendError {
                reason,
                message: piece,
            }),
        }
    }

    /// Queues a ping with up to 125 bytes of payload (RFC 6455 §5.5.2). Keep-alive needs no call: see
    /// [`Config::ping_interval`].
    ///
    /// # Errors
    ///
    /// The payload is too long, the closing handshake has begun, or too many control frames wait.
    pub fn ping(&mut self, payload: &[u8]) -> Result<(), ControlError> {
        self.queue_ping(payload)
    }

    /// Begins the closing handshake (RFC 6455 §7.1.2) behind everything that was sent. Later calls, and calls after the
    /// end, change nothing. Messages still arrive until the peer's Close frame.
    ///
    /// # Errors
    ///
    /// The reason is longer than 123 bytes; nothing has changed.
    pub fn close<'f>(
        &mut self,
        now: Timestamp,
        frame: impl Into<Option<CloseFrame<'f>>>,
    ) -> Result<(), ControlError> {
        self.begin_close(now, frame.into())
    }

    /// Takes note that the transport has ended: nothing will be received after the bytes in the inbox.
    pub fn handle_eof(&mut self) {
        self.has_eof = true;
    }

    /// Takes note that the owner does not read now: bytes of the peer may lie unread in the transport, so the peer's silence until
    /// `now` means nothing. A loop that leaves the connection alone for long has to call this, or keep-alive finds the peer dead.
    pub fn handle_unread(&mut self, now: Timestamp) {
        self.excuse_silence(now);
    }

    /// Does everything that is due at `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp) {
        self.expire(now);
    }

    /// Returns whether not one byte of the message has been written, so that the message may safely be sent over another connection.
    #[must_use]
    pub const fn is_unwritten(&self, sent: Sent) -> bool {
        self.outbox.written() <= sent.start
    }

    /// Returns whether all of the message has been written to the transport, which does not say that it arrived.
    #[must_use]
    pub const fn is_written(&self, sent: Sent) -> bool {
        self.outbox.written() >= sent.end
    }

    /// Returns the receipt for everything that was queued until now: messages, and control frames before and between them.
    #[must_use]
    pub const fn queued(&self) -> Sent {
        let end = self.outbox.queued();
        Sent { start: end, end }
    }

    /// Returns the time at which [`handle_write_timeout`](Self::handle_write_timeout) has to be called, if nothing is written
    /// before: [`Config::write_timeout`] behind the first look at bytes that wait.
    pub fn poll_write_timeout(&mut self, now: Timestamp) -> Option<Timestamp> {
        self.watch_writing(now);
        self.write_deadline()
    }

    /// Does what is due about writing alone, for an owner that writes while another one reads, to whom the silence of the peer is
    /// left. [`handle_timeout`](Self::handle_timeout) does this too.
    pub fn handle_write_timeout(&mut self, now: Timestamp) {
        self.watch_writing(now);
        self.expire_writing(now);
    }

    /// Returns whether messages can be sent: the closing handshake has not begun.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Returns the compression that the handshake agreed on.
    #[cfg(feature = "deflate")]
    #[must_use]
    pub fn agreed_deflate(&self) -> Option<AgreedDeflate> {
        self.deflate.as_deref().map(Deflate::agreed)
    }

    /// Returns the number of bytes that compressed messages had so far, or since
    /// [`take_deflate_counters`](Self::take_deflate_counters); `None` where no compression was agreed.
    #[cfg(feature = "deflate")]
    #[must_use]
    pub fn deflate_counters(&self) -> Option<DeflateCounters> {
        self.deflate.as_deref().map(Deflate::counters)
    }

    /// Returns what [`deflate_counters`](Self::deflate_counters) does, and begins to count anew: for sums over many connections.
    #[cfg(feature = "deflate")]
    pub fn take_deflate_counters(&mut self) -> Option<DeflateCounters> {
        self.deflate.as_deref_mut().map(Deflate::take_counters)
    }

    /// Gives back the memory that can be made anew: that of an empty outbox, and tables for compression, which cost the next
    /// message some microseconds. A connection does so by itself after [`Config::ping_interval`] without a sign of life.
    pub fn shrink(&mut self) {
        self.outbox.shrink();
        if let Some(deflate) = self.deflate.as_deref_mut() {
            deflate.release();
        }
    }

    /// Returns the side of the connection.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Returns the limits that the connection was made with.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }
}
