use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_sink::Sink;
use onem2m_ws_core::Message;

use crate::error::Error;
use crate::transport::{Timer, Transport};
use crate::websocket::WebSocket;

/// A [`WebSocket`] as a [`Stream`] and [`Sink`] of owned messages, for code that is written against those traits. Its
/// stream ends after the closing handshake; closing the sink drives that handshake.
pub struct Messages<T, C> {
    websocket: WebSocket<T, C>,
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// The connection as a stream and sink of owned messages.
    pub const fn into_stream(self) -> Messages<T, C> {
        Messages { websocket: self }
    }
}

impl<T, C> Messages<T, C> {
    /// The connection again. Nothing is lost on the way.
    pub fn into_inner(self) -> WebSocket<T, C> {
        self.websocket
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> Stream for Messages<T, C> {
    type Item = Result<Message<'static>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while ready!(self.websocket.poll_message(cx))? {
            if let Some(message) = self.websocket.take_message() {
                return Poll::Ready(Some(Ok(message)));
            }
        }
        Poll::Ready(None)
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> Sink<Message<'static>> for Messages<T, C> {
    type Error = Error;

    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.websocket.pump().poll_room(cx)
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message<'static>) -> Result<(), Error> {
        match self.websocket.pump().connection.send(message) {
            Ok(_) => Ok(()),
            Err(error) => Err(Error::Send(error.reason)),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.websocket.pump().poll_flush(cx)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.websocket.start_close(None)?;
        while ready!(self.websocket.poll_message(cx))? {
            let _ = self.websocket.take_message();
        }
        Poll::Ready(Ok(()))
    }
}

impl<T, C> fmt::Debug for Messages<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Messages").field(&self.websocket).finish()
    }
}
