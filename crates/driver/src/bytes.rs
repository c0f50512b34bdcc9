use core::fmt;
use core::task::{Context, Poll, ready};
use std::io;

use onem2m_ws_core::{Event, Message, SendErrorReason};

use crate::error::Error;
use crate::storage::Input;
use crate::transport::{Timer, Transport};
use crate::wakers::Wakers;
use crate::websocket::{Form, Outgoing, WebSocket};

/// A [`WebSocket`] as a stream of bytes, for protocols that have no messages of their own: an adapter has it with the traits
/// `AsyncRead` and `AsyncWrite` of its runtime.
///
/// Reading gives the payloads of the peer's messages one after the other, text or binary; where one ends and the next begins is
/// lost. The end of the connection by a closing handshake is the end of the stream.
///
/// Each write makes a binary message of up to [`MAX_WRITTEN_LEN`](Self::MAX_WRITTEN_LEN) bytes, and hands the message to the
/// transport as far as that takes it; flushing waits for the rest. Ending the direction begins the closing handshake, and what
/// still arrives can be read.
pub struct ByteStream<T, C> {
    outgoing: Outgoing<T, C>,
    inbox: Input,
    /// What was received and not read yet.
    rest: Vec<u8>,
    /// How much of that was read.
    read: usize,
    /// Reading and writing may be done by a task each.
    wakers: Wakers,
}

impl<T: Transport, C: Timer> WebSocket<T, C> {
    /// Makes a stream of bytes of the connection.
    pub fn into_byte_stream(self) -> ByteStream<T, C> {
        let (outgoing, inbox) = self.into_parts();
        ByteStream {
            outgoing,
            inbox,
            rest: Vec::new(),
            read: 0,
            wakers: Wakers::new(),
        }
    }
}

impl<T: Transport, C: Timer> ByteStream<T, C> {
    /// Longest message that a write makes, in bytes.
    pub const MAX_WRITTEN_LEN: usize = 64 << 10;

    /// Reads into `space`, and returns the number of bytes: 0 at the end.
    ///
    /// # Errors
    ///
    /// As [`WebSocket::next`].
    pub fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        if space.is_empty() {
            return Poll::Ready(Ok(0));
        }
        while self.read >= self.rest.len() {
            let Some(count) = ready!(self.poll_message(cx, space))? else {
                return Poll::Ready(Ok(0));
            };
            // An empty message is not the end.
            if count > 0 {
                return Poll::Ready(Ok(count));
            }
        }
        let count = copy(self.rest.get(self.read..).unwrap_or_default(), space);
        self.read = self.read.saturating_add(count);
        if self.read >= self.rest.len() {
            // An idle connection holds no buffer.
            (self.rest, self.read) = (Vec::new(), 0);
        }
        Poll::Ready(Ok(count))
    }

    /// Reads the next message or piece into `space`, and keeps what has no room there; `None` at the end.
    fn poll_message(
        &mut self,
        cx: &mut Context<'_>,
        space: &mut [u8],
    ) -> Poll<io::Result<Option<usize>>> {
        let Self {
            outgoing,
            inbox,
            rest,
            wakers,
            ..
        } = self;
        let before = outgoing.standing();
        let ready = outgoing.poll_ready(&mut wakers.reading(cx), inbox);
        if outgoing.standing() != before {
            // Who writes may have waited for what was written here.
            wakers.wake_writers();
        }
        if ready!(ready).is_none() {
            return Poll::Ready(Ok(outgoing.outcome().map(|()| None)?));
        }
        let message = match outgoing.take(inbox) {
            Some(Event::Message(message)) => message,
            Some(Event::Piece(piece)) => piece.data,
            Some(Event::Ping(_) | Event::Pong(_) | Event::Closed(_)) | None => {
                return Poll::Ready(Ok(Some(0)));
            }
        };
        let count = copy(message.as_bytes(), space);
        rest.extend_from_slice(message.as_bytes().get(count..).unwrap_or_default());
        Poll::Ready(Ok(Some(count)))
    }

    /// Writes from `bytes`, and returns how many became a message.
    ///
    /// # Errors
    ///
    /// The transport failed; [`BrokenPipe`](io::ErrorKind::BrokenPipe) when the connection is closing.
    pub fn poll_write(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let bytes = bytes.get(..Self::MAX_WRITTEN_LEN).unwrap_or(bytes);
        if bytes.is_empty() {
            return Poll::Ready(Ok(0));
        }
        let mut message = Message::from(bytes);
        let Self {
            outgoing, wakers, ..
        } = self;
        let mut cx = wakers.writing(cx, WRITER);
        ready!(outgoing.poll_feed(&mut cx, &mut message, Form::Whole))?;
        // What the transport does not take now leaves with the next call, whichever that is.
        let _ = outgoing.poll_write(&mut cx);
        Poll::Ready(Ok(bytes.len()))
    }

    /// Waits until the transport has taken everything written.
    ///
    /// # Errors
    ///
    /// The transport failed.
    pub fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Self {
            outgoing, wakers, ..
        } = self;
        let flushed = outgoing.poll_flush(&mut wakers.writing(cx, WRITER));
        flushed.map_err(io::Error::from)
    }

    /// Begins the closing handshake behind everything written, and waits until the transport has taken the Close frame.
    ///
    /// # Errors
    ///
    /// The transport failed.
    pub fn poll_close(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.outgoing.start_close(None)?;
        self.poll_flush(cx)
    }

    /// Returns the sending half of the connection, for its state and its end.
    pub const fn connection(&self) -> &Outgoing<T, C> {
        &self.outgoing
    }
}

fn copy(from: &[u8], to: &mut [u8]) -> usize {
    let count = from.len().min(to.len());
    if let (Some(from), Some(to)) = (from.get(..count), to.get_mut(..count)) {
        to.copy_from_slice(from);
    }
    count
}

/// The only one that writes.
const WRITER: u64 = 0;

impl From<Error> for io::Error {
    /// The failure of a transport as it was; [`BrokenPipe`](io::ErrorKind::BrokenPipe) for a connection that is closing or gone,
    /// [`UnexpectedEof`](io::ErrorKind::UnexpectedEof) for one that was lost, [`InvalidData`](io::ErrorKind::InvalidData) where
    /// the peer broke a rule, [`InvalidInput`](io::ErrorKind::InvalidInput) where the caller did; the error is its source.
    fn from(error: Error) -> Self {
        let kind = match error {
            Error::Io(error) => return error,
            Error::Send(SendErrorReason::Closing) | Error::Disconnected => {
                io::ErrorKind::BrokenPipe
            }
            Error::Lost(_) => io::ErrorKind::UnexpectedEof,
            Error::Protocol(_) | Error::Handshake(_) | Error::Proxy(_) => {
                io::ErrorKind::InvalidData
            }
            Error::Request(_)
            | Error::Accept(_)
            | Error::Send(_)
            | Error::Control(_)
            | Error::Streamed => io::ErrorKind::InvalidInput,
        };
        Self::new(kind, error)
    }
}

impl<T, C> fmt::Debug for ByteStream<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ByteStream").field(&self.outgoing).finish()
    }
}
