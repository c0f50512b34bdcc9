//! Futures of the application's, and of transports: one that panics harms nobody else.

use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::panic::catch_unwind;
use std::thread;

/// A future whose panics are its result: those of its polls, and the one of its drop. Where nobody asks for the result any more they
/// are nobody's.
pub(super) struct Contained<F>(Option<F>);

impl<F> Contained<F> {
    pub(super) const fn new(future: F) -> Self {
        Self(Some(future))
    }

    /// Drops the future; the error is that the drop has panicked.
    pub(super) fn release(&mut self) -> thread::Result<()> {
        let future = self.0.take();
        catch_unwind(AssertUnwindSafe(|| drop(future)))
    }
}

impl<F: Future + Unpin> Future for Contained<F> {
    type Output = thread::Result<F::Output>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let Some(future) = &mut self.0 else {
            return Poll::Pending;
        };
        let polled = catch_unwind(AssertUnwindSafe(|| Pin::new(future).poll(cx)));
        let polled = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(output)) => Ok(output),
            Err(panic) => Err(panic),
        };
        let released = self.release();
        Poll::Ready(polled.and_then(|output| released.map(|()| output)))
    }
}

impl<F> Drop for Contained<F> {
    fn drop(&mut self) {
        // Whoever wanted to know has released the future before.
        drop(self.release());
    }
}
