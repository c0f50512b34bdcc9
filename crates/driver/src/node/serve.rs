//! All connections of a listener, within one future.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::Poll;
use core::time::Duration;
use std::io;

use futures_util::stream::{FuturesUnordered, StreamExt};
use onem2m_ws::Store;

use super::registrar::{Handler, OpenConnection, RegistrarHandle, RegistrarTask};
use crate::runtime::{Listener, Runtime};
use crate::transport::Timer;

/// Limits of [`serve`], besides those of the registrar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ServeLimits {
    /// Connections at a time whose handshake is not done (default 1024); no more are accepted meanwhile.
    pub max_handshakes: usize,
    /// Failures of the listener in a row after which it is given up (default 100). After each it is left alone for a while.
    pub max_failures: u32,
}

impl Default for ServeLimits {
    fn default() -> Self {
        Self {
            max_handshakes: 1024,
            max_failures: 100,
        }
    }
}

/// Serves all connections of a listener within one future. To have a task for each, give [`RegistrarHandle::connection`] to the
/// runtime for each; the adapters have a function for that.
///
/// # Errors
///
/// The listener has failed too often.
pub async fn serve<L, S, R, H>(
    listener: &mut L,
    registrar: &RegistrarHandle<S, R>,
    handler: &H,
    limits: ServeLimits,
) -> io::Result<()>
where
    L: Listener,
    S: Store + Send + 'static,
    R: Runtime,
    H: Handler,
{
    let mut handshakes = FuturesUnordered::new();
    let mut connections = FuturesUnordered::new();
    let mut timer = registrar.timer();
    let mut failures = 0_u32;
    let mut resumes_at = None;
    poll_fn(|cx| {
        loop {
            let mut moves = false;
            while let Poll::Ready(Some(opened)) = handshakes.poll_next_unpin(cx) {
                moves = true;
                if let Ok(Some(opened)) = opened {
                    let opened: OpenConnection<L::Transport, S, R> = opened;
                    connections.push(opened.drive(handler));
                }
            }
            while let Poll::Ready(Some(())) = connections.poll_next_unpin(cx) {
                moves = true;
            }
            if let Some(at) = resumes_at
                && timer.poll_until(cx, at).is_ready()
            {
                resumes_at = None;
            }
            if resumes_at.is_none() && handshakes.len() < limits.max_handshakes.max(1) {
                match listener.poll_accept(cx) {
                    Poll::Ready(Ok(preparing)) => {
                        (failures, moves) = (0, true);
                        handshakes.push(async { registrar.open(preparing.await?).await });
                    }
                    Poll::Ready(Err(error)) => {
                        failures += 1;
                        if failures > limits.max_failures {
                            return Poll::Ready(Err(error));
                        }
                        moves = true;
                        resumes_at = Some(timer.now().saturating_add(LISTENER_PAUSE));
                    }
                    Poll::Pending => {}
                }
            }
            if !moves {
                return Poll::Pending;
            }
        }
    })
    .await
}

/// As [`serve`], together with the task of the registrar.
///
/// # Errors
///
/// The listener has failed too often.
pub async fn serve_with<L, S, R, H>(
    listener: &mut L,
    registrar: &RegistrarHandle<S, R>,
    mut absent: RegistrarTask<S, R>,
    handler: &H,
    limits: ServeLimits,
) -> io::Result<()>
where
    L: Listener,
    S: Store + Send + 'static,
    R: Runtime,
    H: Handler,
{
    let mut serving = core::pin::pin!(serve(listener, registrar, handler, limits));
    poll_fn(|cx| {
        // It never ends.
        let _ = Pin::new(&mut absent).poll(cx);
        serving.as_mut().poll(cx)
    })
    .await
}

/// How long a listener that failed (too many open files) is left alone.
const LISTENER_PAUSE: Duration = Duration::from_millis(100);
