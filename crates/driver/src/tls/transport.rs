use core::fmt;
use core::task::{Context, Poll, ready};
use std::io::{self, IoSlice, Read, Write};

use super::PeerIdentity;
use super::session::Session;
use crate::pump::uninterrupted;
use crate::transport::Transport;

/// A transport that TLS secures, after the handshake.
///
/// The end that the peer announced (`close_notify`) reads as the end, 0 bytes. A stream that ends without that was
/// truncated: reading fails with [`UnexpectedEof`](io::ErrorKind::UnexpectedEof).
pub struct TlsTransport<T> {
    transport: T,
    session: Box<dyn Session>,
    peer: PeerIdentity,
    /// True if the transport may hold back what it took.
    needs_flush: bool,
    is_closed: bool,
}

impl<T> TlsTransport<T> {
    pub(super) const fn new(transport: T, session: Box<dyn Session>, peer: PeerIdentity) -> Self {
        Self {
            transport,
            session,
            peer,
            needs_flush: false,
            is_closed: false,
        }
    }

    /// Returns the identity that the peer has proven, which stays the same for the life of the connection.
    #[must_use]
    pub const fn peer_identity(&self) -> &PeerIdentity {
        &self.peer
    }

    /// Returns the transport below.
    #[must_use]
    pub const fn get_ref(&self) -> &T {
        &self.transport
    }

    pub(super) fn session(&mut self) -> &mut dyn Session {
        &mut *self.session
    }

    pub(super) fn note_peer(&mut self) -> io::Result<()> {
        self.peer = self.session.peer_identity()?;
        Ok(())
    }
}

impl<T: Transport> TlsTransport<T> {
    /// Gives the transport all that the session has for the peer, and has it passed on.
    pub(super) fn poll_transmit(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.session.wants_transmit() {
            let mut sink = Blocking {
                transport: &mut self.transport,
                cx,
            };
            match ready!(pending(self.session.transmit(&mut sink)))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                _ => self.needs_flush = true,
            }
        }
        if self.needs_flush {
            ready!(uninterrupted(|| self.transport.poll_flush(cx)))?;
            self.needs_flush = false;
        }
        Poll::Ready(Ok(()))
    }

    /// Gives the session what the transport has. What the session answers by itself, alerts for example, leaves if the
    /// transport takes it now.
    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        self.poll_receive_noted(cx, |_| ())
    }

    /// The same, for who wants to know the bytes themselves.
    pub(super) fn poll_receive_noted(
        &mut self,
        cx: &mut Context<'_>,
        note: impl FnMut(&[u8]),
    ) -> Poll<io::Result<usize>> {
        let mut source = Noted {
            source: Blocking {
                transport: &mut self.transport,
                cx,
            },
            note,
        };
        let received = ready!(pending(self.session.receive(&mut source)));
        let is_sent = self.poll_transmit(cx);
        match (received, is_sent) {
            (Ok(_), Poll::Ready(Err(error))) => Poll::Ready(Err(error)),
            (received, _) => Poll::Ready(received),
        }
    }
}

impl<T: Transport> Transport for TlsTransport<T> {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        if space.is_empty() {
            return Poll::Ready(Ok(0));
        }
        for _ in 0..MAX_RECORDS {
            if let Some(count) = self.session.read(space)? {
                return Poll::Ready(Ok(count));
            }
            if ready!(self.poll_receive(cx))? == 0 {
                let end = self.session.read(space)?;
                return Poll::Ready(end.ok_or_else(|| io::ErrorKind::UnexpectedEof.into()));
            }
        }
        // Records without content, for ever: others may run before the next ones.
        cx.waker().wake_by_ref();
        Poll::Pending
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if chunks.iter().all(|chunk| chunk.is_empty()) {
            return Poll::Ready(Ok(0));
        }
        let count = self.session.write(chunks)?;
        if count > 0 {
            return Poll::Ready(Ok(count));
        }
        ready!(self.poll_transmit(cx))?;
        Poll::Ready(self.session.write(chunks))
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_transmit(cx))?;
        // Also when nothing is new: an earlier call may have left that to this one.
        uninterrupted(|| self.transport.poll_flush(cx))
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !self.is_closed {
            self.session.close();
            self.is_closed = true;
        }
        ready!(self.poll_transmit(cx))?;
        self.transport.poll_shutdown(cx)
    }
}

impl<T> fmt::Debug for TlsTransport<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsTransport")
            .field("peer", &self.peer)
            .finish_non_exhaustive()
    }
}

/// A transport as sessions see it: what is pending would block.
struct Blocking<'a, 'b, T> {
    transport: &'a mut T,
    cx: &'a mut Context<'b>,
}

impl<T: Transport> Read for Blocking<'_, '_, T> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        blocking(uninterrupted(|| self.transport.poll_read(self.cx, space)))
    }
}

/// A source whose bytes are shown to somebody on their way.
struct Noted<S, N> {
    source: S,
    note: N,
}

impl<S: Read, N: FnMut(&[u8])> Read for Noted<S, N> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(space)?;
        (self.note)(space.get(..count).unwrap_or(space));
        Ok(count)
    }
}

impl<T: Transport> Write for Blocking<'_, '_, T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_vectored(&[IoSlice::new(bytes)])
    }

    fn write_vectored(&mut self, chunks: &[IoSlice<'_>]) -> io::Result<usize> {
        blocking(uninterrupted(|| self.transport.poll_write(self.cx, chunks)))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn blocking<R>(result: Poll<io::Result<R>>) -> io::Result<R> {
    match result {
        Poll::Ready(result) => result,
        Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
    }
}

fn pending<R>(result: io::Result<R>) -> Poll<io::Result<R>> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Poll::Pending,
        result => Poll::Ready(result),
    }
}

/// The records that one call takes in before it lets others run.
const MAX_RECORDS: u32 = 64;
