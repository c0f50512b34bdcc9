//! The halves of a connection, and the task that drives one.

mod link;
mod sender;
mod shared;
mod task;

use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use futures_channel::mpsc;
use futures_core::Stream;
use onem2m_ws_core::{Closed, Event, Inbox, Message};

use crate::error::Error;
use crate::storage::Input;
use crate::transport::{Timer, Transport};
use crate::websocket::{Outgoing, WebSocket};

use link::Link;
use sender::Command;
use shared::{Custody, Shared};

pub use sender::{Sender, TrySendError};
pub use task::Delivered;

/// The receiving half of a connection. While this half is being polled, pings are answered, deadlines are met, and what the
/// [`Sender`]s fed is written.
///
/// No lock is held while either half reads, decodes or writes: the connection lies between the halves, and whichever is polled
/// has it for as long as that poll takes.
///
/// The methods are cancel-safe, as those of [`WebSocket`]. Dropping this half ends the connection.
pub struct Receiver<T, C> {
    shared: Arc<Shared<T, C>>,
    inbox: Input,
    closed: Option<Closed<'static>>,
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// Splits the connection. Up to `queue_len` messages that were [fed](Sender::feed), and one more for each sender, wait to be
    /// moved into the outbox, which has a limit of its own ([`Config::max_outbox_len`](onem2m_ws_core::Config::max_outbox_len)).
    ///
    /// For transports that stay in one thread, there is [`into_task`](Self::into_task).
    pub fn split(self, queue_len: usize) -> (Receiver<T, C>, Sender)
    where
        T: Send + 'static,
        C: Send + 'static,
    {
        let (receiver, commands) = Receiver::new(self, queue_len);
        let sender = Sender::new(commands, Some(receiver.shared.clone()));
        (receiver, sender)
    }
}

impl<T: Transport, C: Timer> Receiver<T, C> {
    fn new(websocket: WebSocket<T, C>, queue_len: usize) -> (Self, mpsc::Sender<Command>) {
        let (sender, commands) = mpsc::channel(queue_len);
        let (outgoing, inbox) = websocket.into_parts();
        let receiver = Self {
            shared: Arc::new(Shared::new(Link::new(outgoing, commands))),
            inbox,
            closed: None,
        };
        (receiver, sender)
    }

    /// Returns the next message; `None` after the closing handshake. See [`WebSocket::next`].
    ///
    /// # Errors
    ///
    /// As [`WebSocket::next`].
    pub async fn next(&mut self) -> Result<Option<Message<'_>>, Error> {
        let polled = poll_fn(|cx| {
            self.poll_receive(cx, |outgoing, inbox, cx| {
                let is_there = ready!(outgoing.poll_message(cx, inbox));
                Poll::Ready(is_there.map(|is_there| is_there.then_some(())))
            })
        });
        if polled.await?.is_none() {
            return Ok(None);
        }
        match take(&self.shared, &mut self.inbox).await {
            Some(Event::Message(message)) => Ok(Some(message)),
            _ => finish(&self.shared, &mut self.closed).await.map(|()| None),
        }
    }

    /// Returns the next event as [`next`](Self::next) does, of all but the end: messages, pieces, pings and pongs. See
    /// [`WebSocket::next_event`].
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn next_event(&mut self) -> Result<Option<Event<'_>>, Error> {
        let polled = poll_fn(|cx| {
            self.poll_receive(cx, |outgoing, inbox, cx| {
                Poll::Ready(match ready!(outgoing.poll_ready(cx, inbox)) {
                    Some(_) => Ok(Some(())),
                    None => outgoing.outcome().map(|()| None),
                })
            })
        });
        if polled.await?.is_none() {
            return Ok(None);
        }
        match take(&self.shared, &mut self.inbox).await {
            Some(event) => Ok(Some(event)),
            None => finish(&self.shared, &mut self.closed).await.map(|()| None),
        }
    }

    /// Drives the connection without receiving: what senders fed is written, deadlines are met, nothing is read. The future
    /// never completes; drop it to receive again.
    pub async fn drive(&mut self) {
        poll_fn(|cx| {
            self.poll_background(cx);
            Poll::<()>::Pending
        })
        .await;
    }

    /// Returns the end of the connection, once this half has seen the end.
    pub const fn closed(&self) -> Option<&Closed<'static>> {
        self.closed.as_ref()
    }

    /// Receives with `receive`, which says `None` at the end.
    fn poll_receive<R>(
        &mut self,
        cx: &Context<'_>,
        mut receive: impl FnMut(
            &mut Outgoing<T, C>,
            &mut Inbox,
            &mut Context<'_>,
        ) -> Poll<Result<Option<R>, Error>>,
    ) -> Poll<Result<Option<R>, Error>> {
        let Self {
            shared,
            inbox,
            closed,
        } = self;
        let Some(mut custody) = ready!(shared.poll_receiving(cx)) else {
            return Poll::Ready(Ok(None));
        };
        custody.poll(|link, cx| {
            let polled = link.poll_receive(cx, |outgoing, cx| receive(outgoing, inbox, cx));
            note_end(closed, link);
            polled
        })
    }

    fn poll_background(&mut self, cx: &Context<'_>) {
        let Poll::Ready(Some(mut custody)) = self.shared.poll_receiving(cx) else {
            return;
        };
        let polled = custody.poll(|link, cx| {
            link.poll_background(cx);
            Poll::<()>::Pending
        });
        debug_assert!(polled.is_pending());
    }
}

/// The event that lies ready in the inbox; `None` if that turns out to be the end.
async fn take<'i, T: Transport, C: Timer>(
    shared: &Shared<T, C>,
    inbox: &'i mut Input,
) -> Option<Event<'i>> {
    let mut custody: Custody<'_, T, C> = poll_fn(|cx| shared.poll_receiving(cx)).await?;
    custody.link()?.take(inbox)
}

/// Sees the transport to its end.
async fn finish<T: Transport, C: Timer>(
    shared: &Shared<T, C>,
    closed: &mut Option<Closed<'static>>,
) -> Result<(), Error> {
    poll_fn(|cx| {
        let Some(mut custody) = ready!(shared.poll_receiving(cx)) else {
            return Poll::Ready(Ok(()));
        };
        custody.poll(|link, cx| {
            let polled = link.poll_receive(cx, Outgoing::poll_finish);
            note_end(closed, link);
            polled
        })
    })
    .await
}

/// The end is told when the connection lies with the other half, too.
fn note_end<T: Transport, C: Timer>(closed: &mut Option<Closed<'static>>, link: &Link<T, C>) {
    if closed.is_none() {
        *closed = link.closed().cloned();
    }
}

impl<T: Transport, C: Timer> Stream for Receiver<T, C> {
    type Item = Result<Message<'static>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.poll_receive(cx, |outgoing, inbox, cx| {
            while ready!(outgoing.poll_message(cx, inbox))? {
                if let Some(message) = outgoing.take_message(inbox) {
                    return Poll::Ready(Ok(Some(message)));
                }
            }
            Poll::Ready(Ok(None))
        });
        polled.map(Result::transpose)
    }
}

impl<T, C> Drop for Receiver<T, C> {
    fn drop(&mut self) {
        self.shared.abandon();
    }
}

impl<T, C> fmt::Debug for Receiver<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver")
            .field("closed", &self.closed)
            .finish_non_exhaustive()
    }
}
