use core::task::{Context, Poll};
use std::io::{self, IoSlice};

use onem2m_ws_core::Timestamp;

/// A stream of bytes in both directions: TCP, TLS, a pipe in memory.
///
/// The methods are those of the runtimes' own traits; an adapter only forwards. A method that returns `Pending` has
/// arranged for the task to be woken.
pub trait Transport {
    /// Reads into `space`, and returns the number of bytes: 0 at the end of the stream.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>>;

    /// Writes from `chunks`, in order, and returns the number of bytes that the stream took.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>>;

    /// Passes on the bytes that were written, for streams that hold them back (TLS does).
    ///
    /// # Errors
    ///
    /// Those of the stream.
    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>>;

    /// Ends the direction to the peer; the other one stays open.
    ///
    /// # Errors
    ///
    /// Those of the stream.
    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>>;
}

/// A clock, and an alarm that wakes the task.
pub trait Timer {
    /// Returns the time since an epoch that is the same for all timers of the program.
    fn now(&self) -> Timestamp;

    /// Returns `Ready` once `deadline` has passed; until then the task is woken when that happens. There is one deadline at a time: a
    /// call replaces the one before.
    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()>;
}

impl<T: Transport + ?Sized> Transport for Box<T> {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        (**self).poll_read(cx, space)
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        (**self).poll_write(cx, chunks)
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        (**self).poll_flush(cx)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        (**self).poll_shutdown(cx)
    }
}

impl<C: Timer + ?Sized> Timer for &mut C {
    fn now(&self) -> Timestamp {
        (**self).now()
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        (**self).poll_until(cx, deadline)
    }
}
