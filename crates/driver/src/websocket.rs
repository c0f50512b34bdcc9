use core::fmt;
use core::future::poll_fn;
use core::mem;
use core::ops::{Deref, DerefMut};
use core::task::{Context, Poll, ready};
use std::io;

use onem2m_ws_core::{
    Binary, Buf, CloseFrame, Closed, Connection, Event, EventKind, Inbox, Loss, Message, SendError,
    SendErrorReason, Sent, TransportAction,
};

use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::pump::{Pump, Turn, WATERMARK};
use crate::storage::Input;
use crate::transport::{Timer, Transport};

/// An open WebSocket connection over a transport.
///
/// ```
/// # use onem2m_ws_driver::{Error, Timer, Transport, WebSocket};
/// async fn echo(mut websocket: WebSocket<impl Transport, impl Timer>) -> Result<(), Error> {
///     while let Some((message, websocket)) = websocket.next().await? {
///         websocket.feed(message).await?; // leaves before the next `next` waits
///     }
///     Ok(())
/// }
/// ```
///
/// Received messages lend from the input buffer.
///
/// [`send`](Outgoing::send) and [`feed`](Outgoing::feed) differ in when a message leaves. A `send` that has completed is over:
/// the transport has taken the message, and all that was fed before, and nothing more has to be called for the message to leave.
/// A `feed` only queues: the message leaves together with others, in one write, when [`next`](Self::next) finds no more input
/// ready, or with the next `send` or [`flush`](Outgoing::flush). So a loop that feeds its answers writes once for all that one
/// read brought, and writes a single answer at once. Pongs and the answer to a Close frame leave like fed messages.
///
/// All methods are cancel-safe: all progress lies in the `WebSocket`, so a future can be dropped at any await and
/// nothing is lost, but for a message that had no room yet and was not taken.
pub struct WebSocket<T, C> {
    outgoing: Outgoing<T, C>,
    inbox: Input,
}

/// A message on its way into the outbox, and in which form.
pub(crate) type Waiting = (Message<'static>, Form);

/// In which form a message is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// As was agreed.
    Whole,
    /// Not compressed, whatever was agreed.
    Uncompressed,
    /// As a piece of a message.
    Piece { is_last: bool },
}

/// How far a connection is, for those who wait for it.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) struct Standing {
    pub(crate) remaining: usize,
    pub(crate) needs_flush: bool,
    pub(crate) is_open: bool,
    pub(crate) has_failed: bool,
}

/// The sending half of a [`WebSocket`], which is at hand while a received message is borrowed.
pub struct Outgoing<T, C> {
    pump: Pump<T, C>,
    endpoint: Endpoint,
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// Takes up a connection whose opening handshake was done elsewhere. Bytes that came behind the handshake are in `inbox`.
    pub fn new(transport: T, timer: C, connection: Connection, inbox: Inbox) -> Self {
        Self::over(Pump::new(transport, timer), connection, inbox)
    }

    /// As [`new`](Self::new), over the pump of the opening handshake.
    pub(crate) const fn over(pump: Pump<T, C>, connection: Connection, inbox: Inbox) -> Self {
        let endpoint = Endpoint::new(connection);
        Self {
            outgoing: Outgoing { pump, endpoint },
            inbox: Input(inbox),
        }
    }

    /// Returns the next message, and the sending half beside the message; `None` after the closing handshake.
    ///
    /// Before `next` waits, it writes the messages that were sent. When the connection has ended, `next` sees the transport to its end, so that
    /// neither our Close frame nor the peer's is lost.
    ///
    /// # Errors
    ///
    /// The peer broke the protocol, or the connection was lost; once, then `None`. [`Error::Streamed`] when a message
    /// comes in pieces, which only [`next_event`](Self::next_event) reports; nothing of it is lost.
    pub async fn next(&mut self) -> Result<Option<(Message<'_>, &mut Outgoing<T, C>)>, Error> {
        if !poll_fn(|cx| self.poll_message(cx)).await? {
            return Ok(None);
        }
        let Self { outgoing, inbox } = self;
        match outgoing.take(inbox) {
            Some(Event::Message(message)) => Ok(Some((message, outgoing))),
            _ => outgoing.finish().await.map(|()| None),
        }
    }

    /// Returns the next event as [`next`](Self::next) does, of all but the end: messages, pieces, pings and pongs. Pings have been answered.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn next_event(&mut self) -> Result<Option<(Event<'_>, &mut Outgoing<T, C>)>, Error> {
        let Self { outgoing, inbox } = self;
        if poll_fn(|cx| outgoing.poll_ready(cx, inbox)).await.is_none() {
            return outgoing.outcome().map(|()| None);
        }
        match outgoing.take(inbox) {
            Some(event) => Ok(Some((event, outgoing))),
            None => outgoing.finish().await.map(|()| None),
        }
    }

    /// Returns the next message, owned.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn receive(&mut self) -> Result<Option<Message<'static>>, Error> {
        Ok(self.next().await?.map(|(message, _)| message.into_owned()))
    }

    /// Closes the connection: begins the closing handshake, if that has not been done, and drives it to its end. Messages
    /// that still arrive are dropped; to receive them, call [`start_close`](Outgoing::start_close) and go on receiving.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next); and the reason may be too long.
    pub async fn close<'f>(
        &mut self,
        frame: impl Into<Option<CloseFrame<'f>>>,
    ) -> Result<(), Error> {
        self.start_close(frame)?;
        poll_fn(|cx| self.poll_closed(cx)).await
    }

    /// Returns the transport, which knows addresses and certificates.
    pub const fn transport(&self) -> &T {
        self.outgoing.pump.transport()
    }

    pub(crate) fn poll_message(&mut self, cx: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        self.outgoing.poll_message(cx, &mut self.inbox)
    }

    pub(crate) fn poll_closed(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.outgoing.poll_closed(cx, &mut self.inbox)
    }

    pub(crate) fn take_message(&mut self) -> Option<Message<'static>> {
        self.outgoing.take_message(&mut self.inbox)
    }

    /// The connection, and what was received and not taken yet.
    pub(crate) fn into_parts(self) -> (Outgoing<T, C>, Input) {
        (self.outgoing, self.inbox)
    }
}

impl<T: Transport, C: Timer> Outgoing<T, C> {
    /// Sends a message: queues the message as [`feed`](Self::feed) does, and waits until the transport has taken that and all
    /// that was queued before, as [`flush`](Self::flush) does. Nothing is read meanwhile, and a peer that takes nothing ends the
    /// wait after [`Config::write_timeout`](onem2m_ws_core::Config::write_timeout).
    ///
    /// Dropping the future before there was room for the message sends nothing; after that, the message leaves as a fed one does.
    ///
    /// # Errors
    ///
    /// The connection is closing, or the transport failed.
    pub async fn send<'m>(&mut self, message: impl Into<Message<'m>>) -> Result<(), Error> {
        self.carry(message.into(), Form::Whole).await?;
        self.flush().await
    }

    /// Queues a message, which leaves with the next write: see [`WebSocket`]. The call waits only while the outbox is full
    /// ([`Config::max_outbox_len`](onem2m_ws_core::Config::max_outbox_len)). Dropping the future before it completes sends
    /// nothing.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn feed<'m>(&mut self, message: impl Into<Message<'m>>) -> Result<(), Error> {
        self.carry(message.into(), Form::Whole).await
    }

    /// Sends a message as [`send`](Self::send) does, and never compressed: for secrets, which compression could give away
    /// (RFC 7692 §8).
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_uncompressed<'m>(
        &mut self,
        message: impl Into<Message<'m>>,
    ) -> Result<(), Error> {
        self.carry(message.into(), Form::Uncompressed).await?;
        self.flush().await
    }

    /// Sends the next piece of a message that is too large to be held (RFC 6455 §5.4), as [`send`](Self::send) does; the first
    /// piece begins the message, the one with `is_last` ends the message.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_piece<'m>(
        &mut self,
        piece: impl Into<Message<'m>>,
        is_last: bool,
    ) -> Result<(), Error> {
        self.feed_piece(piece, is_last).await?;
        self.flush().await
    }

    /// Queues the next piece of a message, as [`feed`](Self::feed) does: for pieces that are smaller than a write should be.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn feed_piece<'m>(
        &mut self,
        piece: impl Into<Message<'m>>,
        is_last: bool,
    ) -> Result<(), Error> {
        self.carry(piece.into(), Form::Piece { is_last }).await
    }

    async fn carry(&mut self, mut message: Message<'_>, form: Form) -> Result<(), Error> {
        poll_fn(|cx| self.poll_feed(cx, &mut message, form)).await
    }

    /// Queues a ping with up to 125 bytes, which leaves as a fed message does, but before the fragments that wait. Keep-alive
    /// needs no call.
    ///
    /// # Errors
    ///
    /// The ping is too long, the connection is closing, or too many control frames wait.
    pub fn ping(&mut self, payload: &[u8]) -> Result<(), Error> {
        Ok(self.endpoint.connection.ping(payload)?)
    }

    /// Waits until everything sent was taken by the transport.
    ///
    /// # Errors
    ///
    /// The transport failed.
    pub async fn flush(&mut self) -> Result<(), Error> {
        poll_fn(|cx| self.poll_flush(cx)).await
    }

    /// Begins the closing handshake behind everything sent. Messages still arrive until the peer's Close frame.
    ///
    /// # Errors
    ///
    /// The reason is longer than 123 bytes.
    pub fn start_close<'f>(
        &mut self,
        frame: impl Into<Option<CloseFrame<'f>>>,
    ) -> Result<(), Error> {
        let now = self.pump.read_clock();
        Ok(self.endpoint.connection.close(now, frame)?)
    }

    /// Returns the end of the connection, once it has ended.
    pub const fn closed(&self) -> Option<&Closed<'static>> {
        self.endpoint.closed()
    }

    /// Returns the state machine of the connection.
    pub const fn connection(&self) -> &Connection {
        &self.endpoint.connection
    }

    pub(crate) fn take<'i>(&mut self, inbox: &'i mut Inbox) -> Option<Event<'i>> {
        self.endpoint.take(self.pump.now(), inbox)
    }

    pub(crate) fn outcome(&mut self) -> Result<(), Error> {
        self.endpoint.outcome(|| self.pump.take_failure())
    }

    /// Sees the transport to its end, when the event that lay ready turned out to be the end.
    async fn finish(&mut self) -> Result<(), Error> {
        poll_fn(|cx| self.poll_finish(cx)).await
    }

    /// As [`finish`](Self::finish).
    pub(crate) fn poll_finish(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        ready!(self.pump.poll_finish(cx, &mut self.endpoint));
        Poll::Ready(self.outcome())
    }

    /// Waits for an event to lie ready; `None` once the connection has ended and let go of the transport.
    pub(crate) fn poll_ready(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
    ) -> Poll<Option<EventKind>> {
        let turn = ready!(self.pump.poll(cx, inbox, &mut self.endpoint));
        Poll::Ready(match turn {
            Turn::Ready => self.endpoint.ready(),
            Turn::Over => None,
        })
    }

    /// Waits for a message, passing over pings and pongs: `false` at the end.
    pub(crate) fn poll_message(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
    ) -> Poll<Result<bool, Error>> {
        loop {
            match ready!(self.poll_ready(cx, inbox)) {
                Some(EventKind::Message) => return Poll::Ready(Ok(true)),
                Some(EventKind::Piece) => return Poll::Ready(Err(Error::Streamed)),
                Some(EventKind::Ping | EventKind::Pong | EventKind::Closed) => {
                    self.take(inbox);
                }
                None => return Poll::Ready(self.outcome().map(|()| false)),
            }
        }
    }

    /// Drops what still arrives, until the end.
    pub(crate) fn poll_closed(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
    ) -> Poll<Result<(), Error>> {
        while ready!(self.poll_ready(cx, inbox)).is_some() {
            self.take(inbox);
        }
        Poll::Ready(self.outcome())
    }

    /// The message that [`poll_message`](Self::poll_message) found, owned; `None` if it was not one after all.
    pub(crate) fn take_message(&mut self, inbox: &mut Inbox) -> Option<Message<'static>> {
        match self.take(inbox) {
            Some(Event::Message(message)) => Some(message.into_owned()),
            _ => None,
        }
    }

    /// Queues a message or a piece, once there is room; the message is taken when it was.
    pub(crate) fn poll_feed(
        &mut self,
        cx: &mut Context<'_>,
        message: &mut Message<'_>,
        form: Form,
    ) -> Poll<Result<(), Error>> {
        loop {
            let taken = mem::replace(message, EMPTY);
            let Err(refused) = self.try_send(taken, form) else {
                if self.endpoint.connection.outbox().remaining() >= WATERMARK {
                    let _ = self.poll_write(cx);
                }
                return Poll::Ready(Ok(()));
            };
            *message = refused.message;
            if refused.reason != SendErrorReason::Full {
                return Poll::Ready(Err(Error::Send(refused.reason)));
            }
            ready!(self.poll_progress(cx))?;
        }
    }

    /// Queues the message if there is room for it.
    pub(crate) fn try_send<'m>(
        &mut self,
        message: Message<'m>,
        form: Form,
    ) -> Result<Sent, SendError<'m>> {
        let connection = &mut self.endpoint.connection;
        match form {
            Form::Whole => connection.send(message),
            Form::Uncompressed => connection.send_uncompressed(message),
            Form::Piece { is_last } => connection.send_piece(message, is_last),
        }
    }

    /// Queues the message that is `waiting` for room, and writes to make it. When it can never be sent it is dropped.
    pub(crate) fn poll_place(
        &mut self,
        cx: &mut Context<'_>,
        waiting: &mut Option<Waiting>,
    ) -> Poll<()> {
        while let Some((message, form)) = waiting.take() {
            let Err(refused) = self.try_send(message, form) else {
                return Poll::Ready(());
            };
            if refused.reason == SendErrorReason::Full && !self.pump.has_failed() {
                *waiting = Some((refused.message, form));
                ready!(self.poll_write(cx));
            }
        }
        Poll::Ready(())
    }

    /// Waits until everything was written and passed on.
    pub(crate) fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while self.poll_write(cx).is_pending() {
            if self.endpoint.connection.transport_action() == TransportAction::Abort {
                return Poll::Ready(Err(Error::Lost(Loss::WriteTimeout)));
            }
            ready!(self.poll_deadline(cx));
        }
        Poll::Ready(self.failure())
    }

    /// Waits until the transport has taken and passed on what was queued up to `sent`, for an owner that writes while another one
    /// reads: what silence means is left to that one. What happened to a connection that ended meanwhile, too.
    pub(crate) fn poll_written(
        &mut self,
        cx: &mut Context<'_>,
        sent: Sent,
    ) -> Poll<Result<(), Error>> {
        let is_written = self.poll_write(cx).is_ready();
        if self.pump.has_failed() {
            return Poll::Ready(Err(Error::Disconnected));
        }
        let is_taken = is_written || self.endpoint.connection.is_written(sent);
        if is_taken && self.pump.poll_pass_on(cx).is_ready() {
            return Poll::Ready(Ok(()));
        }
        self.poll_stalled(cx).map(Err)
    }

    /// Waits until something was written, as [`poll_written`](Self::poll_written) does.
    pub(crate) fn poll_progress_unread(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let before = self.endpoint.connection.outbox().remaining();
        let is_written = self.poll_write(cx).is_ready();
        if self.pump.has_failed() {
            return Poll::Ready(Err(Error::Disconnected));
        }
        if is_written || self.endpoint.connection.outbox().remaining() < before {
            return Poll::Ready(Ok(()));
        }
        self.poll_stalled(cx).map(Err)
    }

    /// Returns whether the transport has taken and passed on all that was queued up to `sent`.
    pub(crate) fn has_written(&self, sent: Sent) -> bool {
        self.endpoint.connection.is_written(sent) && !self.pump.needs_flush()
    }

    /// How far the connection is.
    pub(crate) fn standing(&mut self) -> Standing {
        Standing {
            remaining: self.endpoint.connection.outbox().remaining(),
            needs_flush: self.pump.needs_flush(),
            is_open: self.endpoint.connection.is_open(),
            has_failed: self.pump.has_failed(),
        }
    }

    /// Waits for the end of the time that the peer has to take something.
    pub(crate) fn poll_stalled(&mut self, cx: &mut Context<'_>) -> Poll<Error> {
        let (pump, connection) = (&mut self.pump, &mut self.endpoint.connection);
        loop {
            let now = pump.read_clock();
            connection.handle_write_timeout(now);
            pump.fail_late_flush(now);
            if connection.transport_action() == TransportAction::Abort || pump.has_failed() {
                return Poll::Ready(Error::Disconnected);
            }
            let deadlines = [connection.poll_write_timeout(now), pump.flush_deadline()];
            let Some(deadline) = deadlines.into_iter().flatten().min() else {
                return Poll::Pending;
            };
            ready!(pump.poll_alarm(cx, now, deadline));
        }
    }

    /// Waits until something was written, or a deadline passed.
    fn poll_progress(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let before = self.endpoint.connection.outbox().remaining();
        if self.poll_write(cx).is_pending()
            && self.endpoint.connection.outbox().remaining() == before
        {
            ready!(self.poll_deadline(cx));
        }
        Poll::Ready(self.failure())
    }

    pub(crate) fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.pump.poll_write(cx, &mut self.endpoint)
    }

    /// Waits for a deadline, without reading.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.pump.poll_deadline_unread(cx, &mut self.endpoint)
    }

    /// Writes and looks at the clock, for owners that do not want events now.
    pub(crate) fn poll_background(&mut self, cx: &mut Context<'_>) {
        self.pump.poll_background(cx, &mut self.endpoint);
    }

    /// Lets other tasks run after so many steps without waiting.
    pub(crate) fn spend(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.pump.spend(cx)
    }

    /// The failure of the transport, for a caller that wants to write.
    fn failure(&mut self) -> Result<(), Error> {
        if !self.pump.has_failed() {
            return Ok(());
        }
        let told_before = || io::ErrorKind::BrokenPipe.into();
        Err(Error::Io(
            self.pump.take_failure().unwrap_or_else(told_before),
        ))
    }
}

const EMPTY: Message<'static> = Message::Binary(Binary::Borrowed(&[]));

impl<T, C> Deref for WebSocket<T, C> {
    type Target = Outgoing<T, C>;

    fn deref(&self) -> &Self::Target {
        &self.outgoing
    }
}

impl<T, C> DerefMut for WebSocket<T, C> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.outgoing
    }
}

impl<T, C> fmt::Debug for WebSocket<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebSocket")
            .field("connection", &self.outgoing.endpoint.connection)
            .finish_non_exhaustive()
    }
}

impl<T, C> fmt::Debug for Outgoing<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("connection", &self.endpoint.connection)
            .finish_non_exhaustive()
    }
}
