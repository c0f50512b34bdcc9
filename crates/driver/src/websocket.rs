use core::fmt;
use core::future::poll_fn;
use core::mem;
use core::ops::{Deref, DerefMut};
use core::task::{Context, Poll, ready};
use std::io;

use onem2m_ws_core::{
    Binary, Buf, CloseFrame, Closed, Connection, Event, EventKind, Inbox, Loss, Message, SendError,
    SendErrorReason, TransportAction,
};

use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::pump::{Pump, Turn, WATERMARK};
use crate::storage;
use crate::transport::{Timer, Transport};

/// An open WebSocket connection over a transport.
///
/// ```
/// # use onem2m_ws_driver::{Error, Timer, Transport, WebSocket};
/// async fn echo(mut websocket: WebSocket<impl Transport, impl Timer>) -> Result<(), Error> {
///     while let Some((message, websocket)) = websocket.next().await? {
///         websocket.send(message).await?;
///     }
///     Ok(())
/// }
/// ```
///
/// Received messages lend from the input buffer. Messages that are sent are written as soon as no more input is ready, so the
/// answers to all that one read brought leave in one write, and a single answer leaves at once. A task that
/// sends without receiving calls [`flush`](Outgoing::flush). Pongs and the answer to a Close frame need no call of their own.
///
/// All methods are cancel-safe: all progress lies in the `WebSocket`, so a future can be dropped at any await and
/// nothing is lost, but for a message that [`send`](Outgoing::send) had not taken yet.
pub struct WebSocket<T, C> {
    outgoing: Outgoing<T, C>,
    inbox: Inbox,
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
            inbox,
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
        if poll_fn(|cx| self.poll_ready(cx)).await.is_none() {
            return self.outcome().map(|()| None);
        }
        let Self { outgoing, inbox } = self;
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

    /// Waits for an event to lie ready; `None` once the connection has ended and let go of the transport.
    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Option<EventKind>> {
        let Self { outgoing, inbox } = self;
        let Outgoing { pump, endpoint } = outgoing;
        let turn = ready!(pump.poll(cx, inbox, endpoint));
        Poll::Ready(match turn {
            Turn::Ready => endpoint.ready(),
            Turn::Over => None,
        })
    }

    /// Waits for a message, passing over pings and pongs: `false` at the end.
    pub(crate) fn poll_message(&mut self, cx: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        loop {
            match ready!(self.poll_ready(cx)) {
                Some(EventKind::Message) => return Poll::Ready(Ok(true)),
                Some(EventKind::Piece) => return Poll::Ready(Err(Error::Streamed)),
                Some(EventKind::Ping | EventKind::Pong | EventKind::Closed) => {
                    self.outgoing.take(&mut self.inbox);
                }
                None => return Poll::Ready(self.outcome().map(|()| false)),
            }
        }
    }

    /// Drops what still arrives, until the end.
    pub(crate) fn poll_closed(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while ready!(self.poll_ready(cx)).is_some() {
            self.outgoing.take(&mut self.inbox);
        }
        Poll::Ready(self.outcome())
    }

    /// The message that [`poll_message`](Self::poll_message) found, owned; `None` if it was not one after all.
    pub(crate) fn take_message(&mut self) -> Option<Message<'static>> {
        match self.outgoing.take(&mut self.inbox) {
            Some(Event::Message(message)) => Some(message.into_owned()),
            _ => None,
        }
    }

    pub(crate) const fn outgoing(&self) -> &Outgoing<T, C> {
        &self.outgoing
    }
}

impl<T: Transport, C: Timer> Outgoing<T, C> {
    /// Sends a message. The call waits only while the outbox is full
    /// ([`Config::max_outbox_len`](onem2m_ws_core::Config::max_outbox_len)); the message is written later, see
    /// [`WebSocket`].
    ///
    /// # Errors
    ///
    /// The connection is closing, or the transport failed.
    pub async fn send<'m>(&mut self, message: impl Into<Message<'m>>) -> Result<(), Error> {
        let mut message = message.into();
        poll_fn(|cx| self.poll_send(cx, &mut message, Form::Whole)).await
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
        let mut message = message.into();
        poll_fn(|cx| self.poll_send(cx, &mut message, Form::Uncompressed)).await
    }

    /// Sends the next piece of a message that is too large to be held; the first begins the message, the one with `is_last` ends it.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_piece<'m>(
        &mut self,
        piece: impl Into<Message<'m>>,
        is_last: bool,
    ) -> Result<(), Error> {
        let mut piece = piece.into();
        poll_fn(|cx| self.poll_send(cx, &mut piece, Form::Piece { is_last })).await
    }

    /// Sends a ping with up to 125 bytes. Keep-alive needs no call.
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

    fn take<'i>(&mut self, inbox: &'i mut Inbox) -> Option<Event<'i>> {
        self.endpoint.take(self.pump.now(), inbox)
    }

    fn outcome(&mut self) -> Result<(), Error> {
        self.endpoint.outcome(|| self.pump.take_failure())
    }

    /// Sees the transport to its end, when the event that lay ready turned out to be the end.
    async fn finish(&mut self) -> Result<(), Error> {
        poll_fn(|cx| self.pump.poll_finish(cx, &mut self.endpoint)).await;
        self.outcome()
    }

    /// Queues a message or a piece, once there is room; the message is taken when it was.
    pub(crate) fn poll_send(
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
    ) -> Result<(), SendError<'m>> {
        let connection = &mut self.endpoint.connection;
        let sent = match form {
            Form::Whole => connection.send(message),
            Form::Uncompressed => connection.send_uncompressed(message),
            Form::Piece { is_last } => connection.send_piece(message, is_last),
        };
        sent.map(|_| ())
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

impl<T, C> Drop for WebSocket<T, C> {
    fn drop(&mut self) {
        self.inbox.clear();
        storage::give_back(&mut self.inbox);
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
