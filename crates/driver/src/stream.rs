use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_sink::Sink;
use onem2m_ws_core::{Message, SendErrorReason};

use crate::error::Error;
use crate::transport::{Timer, Transport};
use crate::wakers::Wakers;
use crate::websocket::{Form, Waiting, WebSocket};

/// A [`WebSocket`] as a [`Stream`] and [`Sink`] of owned messages, for code that is written against those traits. Its
/// stream ends after the closing handshake; closing the sink drives that handshake.
pub struct Messages<T, C> {
    websocket: WebSocket<T, C>,
    /// A message that did not fit into the outbox.
    waiting: Option<Waiting>,
    /// The reason why it could not be sent when the sink was to be closed, until the connection has ended.
    unsent: Option<Error>,
    /// The stream and the sink may be polled by a task each.
    wakers: Wakers,
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// Makes a stream and sink of owned messages of the connection.
    pub fn into_stream(self) -> Messages<T, C> {
        Messages {
            websocket: self,
            waiting: None,
            unsent: None,
            wakers: Wakers::new(),
        }
    }
}

impl<T, C> Messages<T, C> {
    /// Returns the connection. Nothing is lost on the way but the last message sent, if it was longer than the room in the
    /// outbox and the sink was not flushed.
    pub fn into_inner(self) -> WebSocket<T, C> {
        self.websocket
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> Stream for Messages<T, C> {
    type Item = Result<Message<'static>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self {
            websocket,
            waiting,
            wakers,
            ..
        } = &mut *self;
        let before = websocket.standing();
        let polled = poll_next(websocket, waiting, &mut wakers.reading(cx));
        if websocket.standing() != before {
            // The sink may have waited for what was written here.
            wakers.wake_writers();
        }
        polled
    }
}

fn poll_next<T: Transport, C: Timer>(
    websocket: &mut WebSocket<T, C>,
    waiting: &mut Option<Waiting>,
    cx: &mut Context<'_>,
) -> Poll<Option<Result<Message<'static>, Error>>> {
    // What there is no room for waits until something was written.
    let _ = websocket.poll_place(cx, waiting);
    while ready!(websocket.poll_message(cx))? {
        if let Some(message) = websocket.take_message() {
            return Poll::Ready(Some(Ok(message)));
        }
    }
    Poll::Ready(None)
}

impl<T: Transport + Unpin, C: Timer + Unpin> Sink<Message<'static>> for Messages<T, C> {
    type Error = Error;

    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let Self {
            websocket,
            waiting,
            wakers,
            ..
        } = &mut *self;
        let Some((message, form)) = waiting else {
            return Poll::Ready(Ok(()));
        };
        let mut cx = wakers.writing(cx, SINK);
        let sent = ready!(websocket.poll_feed(&mut cx, message, *form));
        *waiting = None;
        Poll::Ready(sent)
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message<'static>) -> Result<(), Error> {
        match self.websocket.try_send(message, Form::Whole) {
            Ok(_) => Ok(()),
            // How long the message is was not known when there was room for one.
            Err(error) if error.reason == SendErrorReason::Full && self.waiting.is_none() => {
                self.waiting = Some((error.message, Form::Whole));
                Ok(())
            }
            Err(error) => Err(Error::Send(error.reason)),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        ready!(self.as_mut().poll_ready(cx))?;
        let Self {
            websocket, wakers, ..
        } = &mut *self;
        websocket.poll_flush(&mut wakers.writing(cx, SINK))
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        // If the last message could not be sent, the connection ends all the same before that is said.
        if let Err(error) = ready!(self.as_mut().poll_ready(cx)) {
            self.unsent = Some(error);
        }
        let Self {
            websocket,
            wakers,
            unsent,
            ..
        } = &mut *self;
        websocket.start_close(None)?;
        let closed = ready!(websocket.poll_closed(&mut wakers.writing(cx, SINK)));
        // The stream, which has nothing to wait for any more.
        wakers.wake();
        Poll::Ready(unsent.take().map_or(closed, Err))
    }
}

impl<T, C> fmt::Debug for Messages<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.websocket).finish()
    }
}

/// The only one that writes.
const SINK: u64 = 0;
