use core::fmt;
use core::future::poll_fn;
use core::ops::{Deref, DerefMut};
use core::task::{Context, Poll, ready};

use onem2m_ws_core::{CloseFrame, Closed, Connection, Event, EventKind, Inbox, Message};

use crate::error::Error;
use crate::pump::Pump;
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
/// Received messages lend from the input buffer. Whatever is sent is written as soon as no more input is ready, so the
/// answers to all that one read brought leave in one write, and a single answer leaves at once. Who sends without
/// receiving calls [`flush`](Outgoing::flush). Pongs and the answer to a Close frame need no call of their own.
///
/// All methods are cancel-safe: what is under way lies in the `WebSocket`, so a future can be dropped at any await and
/// nothing is lost, but for a message that [`send`](Outgoing::send) had not taken yet.
pub struct WebSocket<T, C> {
    outgoing: Outgoing<T, C>,
    inbox: Inbox,
}

/// The sending half of a [`WebSocket`], which is at hand while a received message is borrowed.
pub struct Outgoing<T, C> {
    pump: Pump<T, C>,
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// A connection whose opening handshake was done elsewhere. Bytes that came behind it are in `inbox`.
    pub fn new(transport: T, timer: C, connection: Connection, inbox: Inbox) -> Self {
        Self {
            outgoing: Outgoing {
                pump: Pump::new(transport, timer, connection),
            },
            inbox,
        }
    }

    /// The next message, and the sending half beside it; `None` after the closing handshake.
    ///
    /// Before it waits, it writes what was sent. When the connection has ended it sees the transport to its end, so that
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

    /// As [`next`](Self::next), for all events but the end: messages, pieces, pings and pongs. Pings have been answered.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn next_event(&mut self) -> Result<Option<(Event<'_>, &mut Outgoing<T, C>)>, Error> {
        let Self { outgoing, inbox } = self;
        if poll_fn(|cx| outgoing.pump.poll_ready(cx, inbox))
            .await
            .is_none()
        {
            return outgoing.pump.outcome().map(|()| None);
        }
        match outgoing.take(inbox) {
            Some(event) => Ok(Some((event, outgoing))),
            None => outgoing.finish().await.map(|()| None),
        }
    }

    /// The next message, owned.
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

    /// The transport, for what it knows of itself (addresses, certificates).
    pub const fn transport(&self) -> &T {
        &self.outgoing.pump.transport
    }

    /// Waits for a message, passing over pings and pongs: `false` at the end.
    pub(crate) fn poll_message(&mut self, cx: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        loop {
            match ready!(self.outgoing.pump.poll_ready(cx, &mut self.inbox)) {
                Some(EventKind::Message) => return Poll::Ready(Ok(true)),
                Some(EventKind::Piece) => return Poll::Ready(Err(Error::Streamed)),
                Some(EventKind::Ping | EventKind::Pong | EventKind::Closed) => {
                    let _ = self.outgoing.take(&mut self.inbox);
                }
                None => {
                    return Poll::Ready(self.outgoing.pump.outcome().map(|()| false));
                }
            }
        }
    }

    /// Drops what still arrives, until the end.
    pub(crate) fn poll_closed(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while ready!(self.outgoing.pump.poll_ready(cx, &mut self.inbox)).is_some() {
            let _ = self.outgoing.take(&mut self.inbox);
        }
        Poll::Ready(self.outgoing.pump.outcome())
    }

    /// The message that [`poll_message`](Self::poll_message) found, owned; `None` if it was not one after all.
    pub(crate) fn take_message(&mut self) -> Option<Message<'static>> {
        match self.outgoing.take(&mut self.inbox) {
            Some(Event::Message(message)) => Some(message.into_owned()),
            _ => None,
        }
    }

    pub(crate) const fn pump_ref(&self) -> &Pump<T, C> {
        &self.outgoing.pump
    }

    pub(crate) const fn pump(&mut self) -> &mut Pump<T, C> {
        &mut self.outgoing.pump
    }
}

impl<T: Transport, C: Timer> Outgoing<T, C> {
    /// Sends a message. It waits only while the outbox is full
    /// ([`Config::max_outbox_len`](onem2m_ws_core::Config::max_outbox_len)); it is written later, see [`WebSocket`].
    ///
    /// # Errors
    ///
    /// The connection is closing, or the transport failed.
    pub async fn send<'m>(&mut self, message: impl Into<Message<'m>>) -> Result<(), Error> {
        let mut message = message.into();
        poll_fn(|cx| self.pump.poll_send(cx, &mut message, None)).await
    }

    /// Sends the next piece of a message that is too large to be held; the first begins it, the one with `is_last` ends
    /// it.
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
        poll_fn(|cx| self.pump.poll_send(cx, &mut piece, Some(is_last))).await
    }

    /// Sends a ping with up to 125 bytes. Keep-alive needs no call.
    ///
    /// # Errors
    ///
    /// It is too long, the connection is closing, or too many control frames wait.
    pub fn ping(&mut self, payload: &[u8]) -> Result<(), Error> {
        Ok(self.pump.connection.ping(payload)?)
    }

    /// Waits until everything sent was taken by the transport.
    ///
    /// # Errors
    ///
    /// The transport failed.
    pub async fn flush(&mut self) -> Result<(), Error> {
        poll_fn(|cx| self.pump.poll_flush(cx)).await
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
        Ok(self.pump.connection.close(now, frame)?)
    }

    /// How the connection ended, once it has.
    pub const fn closed(&self) -> Option<&Closed<'static>> {
        self.pump.closed()
    }

    /// The machine.
    pub const fn connection(&self) -> &Connection {
        &self.pump.connection
    }

    /// The event that lies ready; `None` if it is the end, which is noted.
    fn take<'i>(&mut self, inbox: &'i mut Inbox) -> Option<Event<'i>> {
        match self.pump.connection.poll_event(self.pump.now(), inbox) {
            Some(Event::Closed(closed)) => {
                self.pump.note_closed(closed.into_owned());
                None
            }
            event => event,
        }
    }

    async fn finish(&mut self) -> Result<(), Error> {
        poll_fn(|cx| self.pump.poll_finish(cx)).await;
        self.pump.outcome()
    }
}

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
            .field("connection", &self.outgoing.pump.connection)
            .finish_non_exhaustive()
    }
}

impl<T, C> fmt::Debug for Outgoing<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("connection", &self.pump.connection)
            .finish_non_exhaustive()
    }
}
