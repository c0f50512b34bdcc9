//! Accepting that goes on after failures that pass.

use core::future::{Future, poll_fn};
use core::time::Duration;
use std::io::{self, ErrorKind};

use crate::dial::poll_passed;
use crate::transport::Timer;

/// The pauses of a listener whose accepting fails.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct AcceptBackoff {
    /// The first pause (default 10 ms); each further failure in a row doubles the pause. A shorter one counts as 1 ms.
    pub initial: Duration,
    /// The longest pause (default 1 s).
    pub maximum: Duration,
    /// Failures of single connections in a row after which the next connection is accepted without a pause (default 16).
    pub immediate: u32,
}

impl AcceptBackoff {
    /// The defaults, usable in constants.
    pub const DEFAULT: Self = Self {
        initial: Duration::from_millis(10),
        maximum: Duration::from_secs(1),
        immediate: 16,
    };
}

impl Default for AcceptBackoff {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The subject of a failure to accept a connection.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AcceptFailure {
    /// One connection, which was gone before it was accepted, or was forbidden: the next one may be accepted.
    Connection,
    /// The system, which lacks a resource such as open files or memory: the connections that wait may be accepted when others have
    /// ended.
    Exhausted,
    /// The listener: no connection will be accepted any more.
    Listener,
}

impl AcceptFailure {
    /// Classifies an error of `accept`.
    ///
    /// An error of the operating system that is not known to be the listener's counts as
    /// [`Exhausted`](Self::Exhausted), for a server that ends too early harms more than one that tries again. An error
    /// that was made elsewhere is the listener's unless its kind says otherwise.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        if is_of_listener(error) {
            return Self::Listener;
        }
        let kind = error.kind();
        if is_of_connection(kind) {
            return Self::Connection;
        }
        let is_temporary = matches!(kind, ErrorKind::OutOfMemory | ErrorKind::StorageFull);
        if is_temporary || error.raw_os_error().is_some() {
            Self::Exhausted
        } else {
            Self::Listener
        }
    }

    /// Returns whether accepting again is of no use.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Listener)
    }
}

/// The descriptor is not, or no longer, that of a listener.
fn is_of_listener(error: &io::Error) -> bool {
    let code = error.raw_os_error();
    #[cfg(unix)]
    let is_invalid = [libc::EBADF, libc::EFAULT, libc::EINVAL, libc::ENOTSOCK]
        .iter()
        .any(|&known| code == Some(known));
    #[cfg(not(unix))]
    let is_invalid = code.is_some() && error.kind() == ErrorKind::InvalidInput;
    is_invalid
}

/// What is not about the listener, but about whom it was about to accept; Linux reports pending errors of the network, too,
/// and what a firewall forbids.
const fn is_of_connection(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionRefused
            | ErrorKind::ConnectionReset
            | ErrorKind::HostUnreachable
            | ErrorKind::Interrupted
            | ErrorKind::NetworkDown
            | ErrorKind::NetworkUnreachable
            | ErrorKind::PermissionDenied
            | ErrorKind::TimedOut
            | ErrorKind::WouldBlock
    )
}

/// Determines the pause after each failure of a listener, for loops of one's own;
/// [`accept_next`] is such a loop.
#[derive(Clone, Debug)]
pub struct AcceptPacer {
    backoff: AcceptBackoff,
    /// In a row.
    failures: u32,
    pause: Duration,
}

impl AcceptPacer {
    /// Makes a pacer that has seen no failure.
    #[must_use]
    pub const fn new(backoff: AcceptBackoff) -> Self {
        Self {
            backoff,
            failures: 0,
            pause: Duration::ZERO,
        }
    }

    /// Takes note that a connection was accepted: the next failure counts as the first one.
    pub const fn note_accepted(&mut self) {
        self.failures = 0;
        self.pause = Duration::ZERO;
    }

    /// Returns the time to wait before accepting again, which may be zero; `None` if accepting again is of no use
    /// ([`AcceptFailure::Listener`]).
    pub fn pause_after(&mut self, error: &io::Error) -> Option<Duration> {
        self.failures = self.failures.saturating_add(1);
        match AcceptFailure::of(error) {
            AcceptFailure::Listener => return None,
            AcceptFailure::Connection if self.failures <= self.backoff.immediate => {
                return Some(Duration::ZERO);
            }
            AcceptFailure::Connection | AcceptFailure::Exhausted => {}
        }
        let shortest = self.backoff.initial.max(SHORTEST_PAUSE);
        self.pause = self
            .pause
            .saturating_mul(2)
            .clamp(shortest, self.backoff.maximum.max(shortest));
        Some(self.pause)
    }
}

/// Accepts the next connection with `accept`; failures that pass are waited out.
///
/// ```
/// # use core::future::Future;
/// # use onem2m_ws_driver::{AcceptBackoff, Timer, accept_next};
/// # struct Listener;
/// # impl Listener {
/// #     async fn accept(&self) -> std::io::Result<()> { Ok(()) }
/// # }
/// async fn serve(listener: Listener, mut timer: impl Timer) -> std::io::Result<()> {
///     loop {
///         let stream = accept_next(&mut timer, AcceptBackoff::DEFAULT, || listener.accept()).await?;
///         // …
/// #       drop(stream);
///     }
/// }
/// ```
///
/// Dropping the future loses no connection, if that holds for `accept`; a pause that was going on is over.
///
/// # Errors
///
/// The listener is of no use any more ([`AcceptFailure::Listener`]).
pub async fn accept_next<A, F: Future<Output = io::Result<A>>>(
    mut timer: impl Timer,
    backoff: AcceptBackoff,
    mut accept: impl FnMut() -> F,
) -> io::Result<A> {
    let mut pacer = AcceptPacer::new(backoff);
    loop {
        let error = match accept().await {
            Ok(accepted) => return Ok(accepted),
            Err(error) => error,
        };
        let pause = pacer.pause_after(&error).ok_or(error)?;
        let resumes_at = timer.now().saturating_add(pause);
        poll_fn(|cx| poll_passed(&mut timer, cx, resumes_at)).await;
    }
}

/// Accepting never goes on and on without a pause.
const SHORTEST_PAUSE: Duration = Duration::from_millis(1);

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::io::{self, ErrorKind};

    use super::{AcceptBackoff, AcceptFailure, AcceptPacer};

    /// Every error that `accept` has by its manuals, and errors that listeners of other kinds make.
    #[test]
    fn n_32_what_failures_are_about() {
        let of = |code| AcceptFailure::of(&io::Error::from_raw_os_error(code));
        #[cfg(unix)]
        {
            for code in [libc::EBADF, libc::EFAULT, libc::EINVAL, libc::ENOTSOCK] {
                assert_eq!(of(code), AcceptFailure::Listener, "{code}");
            }
            for code in [
                libc::EMFILE,
                libc::ENFILE,
                libc::ENOBUFS,
                libc::ENOMEM,
                libc::EPROTO,
                libc::ENOSPC,
            ] {
                assert_eq!(of(code), AcceptFailure::Exhausted, "{code}");
            }
            for code in [
                libc::ECONNABORTED,
                libc::ECONNRESET,
                libc::EINTR,
                libc::EAGAIN,
                libc::EPERM,
                libc::ENETDOWN,
                libc::EHOSTUNREACH,
                libc::ENETUNREACH,
                libc::ETIMEDOUT,
            ] {
                assert_eq!(of(code), AcceptFailure::Connection, "{code}");
            }
        }
        assert_eq!(of(54_321), AcceptFailure::Exhausted);
        let made = |kind: ErrorKind| AcceptFailure::of(&kind.into());
        assert_eq!(
            made(ErrorKind::ConnectionAborted),
            AcceptFailure::Connection
        );
        assert_eq!(made(ErrorKind::OutOfMemory), AcceptFailure::Exhausted);
        assert_eq!(made(ErrorKind::BrokenPipe), AcceptFailure::Listener);
        assert!(made(ErrorKind::Other).is_final());
    }

    #[test]
    fn n_32_pauses_grow_to_their_maximum_and_are_forgotten() {
        let exhausted = io::Error::from(ErrorKind::OutOfMemory);
        let aborted = io::Error::from(ErrorKind::ConnectionAborted);
        let broken = io::Error::from(ErrorKind::BrokenPipe);
        let mut pacer = AcceptPacer::new(AcceptBackoff::DEFAULT);
        for expected in [10, 20, 40, 80, 160, 320, 640, 1000, 1000] {
            let expected = Some(Duration::from_millis(expected));
            assert_eq!(pacer.pause_after(&exhausted), expected);
        }
        pacer.note_accepted();
        for _ in 0..16 {
            assert_eq!(pacer.pause_after(&aborted), Some(Duration::ZERO));
        }
        let first = Some(Duration::from_millis(10));
        assert_eq!(pacer.pause_after(&aborted), first);
        pacer.note_accepted();
        assert_eq!(pacer.pause_after(&exhausted), first);
        assert_eq!(pacer.pause_after(&broken), None);
    }

    #[test]
    fn n_32_no_configuration_is_without_a_pause() {
        let exhausted = io::Error::from(ErrorKind::OutOfMemory);
        for maximum in [Duration::ZERO, Duration::from_nanos(1), Duration::MAX] {
            let mut pacer = AcceptPacer::new(AcceptBackoff {
                initial: Duration::ZERO,
                maximum,
                immediate: 0,
            });
            for _ in 0..200 {
                assert!(pacer.pause_after(&exhausted) >= Some(Duration::from_millis(1)));
            }
        }
    }
}
