//! What every adapter's `connect` needs besides its runtime.

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::io;

use onem2m_ws_core::{ClientRequest, Config, Seed};

use crate::transport::Timer;

/// What an adapter's `connect` needs to know besides the request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Options {
    /// The limits of the handshake and the connection.
    pub config: Config,
    /// Resolving the name, and connecting to any of its addresses, together (default 10 s).
    pub connect_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            config: Config::default(),
            connect_timeout: Duration::from_secs(10),
        }
    }
}

/// What `opening`, the plain stream to the server of `request`, comes to within [`Options::connect_timeout`].
///
/// # Errors
///
/// Those of `opening`; `TimedOut`; `Unsupported` for `wss://`, which needs TLS: nothing is opened then.
pub async fn open<S>(
    request: &ClientRequest,
    options: Options,
    mut timer: impl Timer,
    opening: impl Future<Output = io::Result<S>>,
) -> io::Result<S> {
    if request.is_secure() {
        let kind = io::ErrorKind::Unsupported;
        return Err(io::Error::new(
            kind,
            "wss needs a TLS stream: use connect_over",
        ));
    }
    let deadline = timer.now().saturating_add(options.connect_timeout);
    let mut opening = pin!(opening);
    poll_fn(|cx| {
        if let Poll::Ready(opened) = opening.as_mut().poll(cx) {
            return Poll::Ready(opened);
        }
        let timed_out = |()| {
            Err(io::Error::new(
                io::ErrorKind::TimedOut,
                "connecting took too long",
            ))
        };
        timer.poll_until(cx, deadline).map(timed_out)
    })
    .await
}

/// 32 fresh bytes from the operating system.
///
/// # Errors
///
/// The operating system has none.
pub fn seed() -> io::Result<Seed> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed)?;
    Ok(Seed(seed))
}
