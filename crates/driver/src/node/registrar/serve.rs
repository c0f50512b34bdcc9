//! All connections of a listener, within one future or a task each.

use core::future::{Future, poll_fn};
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::Poll;
use std::io;
use std::sync::Arc;

use futures_util::future::{Abortable, FutureExt, OptionFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};

use super::connection::OpenConnection;
use super::contained::Contained;
use super::doors::{Doors, Place, Step};
use super::events::RegistrarActivity;
use super::handle::RegistrarHandle;
use super::handler::Handler;
use super::store::Store;
use super::watch::RegistrarTask;
use crate::accept::AcceptBackoff;
use crate::runtime::{Accepted, Listener, Runtime};
use crate::transport::Transport;

/// Limits of [`serve`], besides those of the registrar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ServeLimits {
    /// Connections at a time whose handshake is not done (default 1024). One more handshake displaces the oldest of the address
    /// that has most of them, so that silent clients cannot keep others out.
    pub max_handshakes: usize,
    /// Connections at a time from one address, in their handshake or behind it (default 100 000); one more is closed at once.
    pub max_connections_per_address: usize,
    /// The pauses after the listener has failed.
    pub accept: AcceptBackoff,
}

impl Default for ServeLimits {
    fn default() -> Self {
        Self {
            max_handshakes: 1024,
            max_connections_per_address: 100_000,
            accept: AcceptBackoff::DEFAULT,
        }
    }
}

/// Serves all connections of a listener within one future, until the registrar is shut down. To have a task for each, see
/// [`serve_spawning`].
///
/// # Errors
///
/// The listener is of no use any more.
pub async fn serve<L, R, H>(
    listener: &mut L,
    registrar: &RegistrarHandle<R>,
    handler: &H,
    limits: ServeLimits,
) -> io::Result<()>
where
    L: Listener,
    R: Runtime,
    H: Handler,
{
    let mut doors = Doors::new(registrar, limits);
    let mut handshakes = FuturesUnordered::new();
    let mut connections = FuturesUnordered::new();
    poll_fn(|cx| {
        for _ in 0..MAX_TURNS {
            let mut moves = false;
            while let Poll::Ready(Some(opened)) = handshakes.poll_next_unpin(cx) {
                moves = true;
                if let Ok(Ok(Some((opened, place)))) = opened {
                    connections.push(drive(opened, place, handler));
                }
            }
            while let Poll::Ready(Some(())) = connections.poll_next_unpin(cx) {
                moves = true;
            }
            match doors.poll(cx, listener) {
                Poll::Ready(Ok(Step::Accepted(peer, preparing, entry))) => {
                    moves = true;
                    let opening = open(registrar, handler, peer, preparing, entry.place);
                    let opening = Contained::new(Box::pin(opening));
                    handshakes.push(Abortable::new(opening, entry.registration));
                }
                Poll::Ready(Ok(Step::Turned)) => moves = true,
                Poll::Ready(Ok(Step::Closed)) if connections.is_empty() => {
                    return Poll::Ready(Ok(()));
                }
                Poll::Ready(Ok(Step::Closed)) | Poll::Pending => {}
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
            }
            if !moves {
                return Poll::Pending;
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

/// Serves as [`serve`] does, together with the task of the registrar.
///
/// # Errors
///
/// The listener is of no use any more.
pub async fn serve_with<L, R, S, H>(
    listener: &mut L,
    registrar: &RegistrarHandle<R>,
    mut task: RegistrarTask<R, S>,
    handler: &H,
    limits: ServeLimits,
) -> io::Result<()>
where
    L: Listener,
    R: Runtime,
    S: Store,
    H: Handler,
{
    let mut serving = core::pin::pin!(serve(listener, registrar, handler, limits));
    let mut has_ended = false;
    poll_fn(|cx| {
        has_ended = has_ended || Pin::new(&mut task).poll(cx).is_ready();
        serving.as_mut().poll(cx)
    })
    .await
}

/// Gives tasks to a runtime.
pub trait Spawn {
    /// Has the runtime drive a task to its end.
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static);
}

impl<F: Fn(Pin<Box<dyn Future<Output = ()> + Send>>)> Spawn for F {
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self(Box::pin(task));
    }
}

/// Serves as [`serve_with`] does, with a task for each connection. Dropping the future ends the listening, and with that the task of the
/// registrar, which cuts the connections: see [`RegistrarTask`].
///
/// # Errors
///
/// The listener is of no use any more.
pub async fn serve_spawning<L, R, S, H>(
    listener: &mut L,
    registrar: &RegistrarHandle<R>,
    mut task: RegistrarTask<R, S>,
    handler: &Arc<H>,
    limits: ServeLimits,
    spawner: &impl Spawn,
) -> io::Result<()>
where
    L: Listener<Preparing: Send + 'static, Transport: Send + 'static>,
    R: Runtime,
    S: Store,
    H: Handler + 'static,
{
    let mut doors = Doors::new(registrar, limits);
    let mut has_ended = false;
    poll_fn(|cx| {
        has_ended = has_ended || Pin::new(&mut task).poll(cx).is_ready();
        for _ in 0..MAX_TURNS {
            match doors.poll(cx, listener) {
                Poll::Ready(Ok(Step::Accepted(peer, preparing, entry))) => {
                    let (registrar, handler) = (registrar.clone(), Arc::clone(handler));
                    // In a box of its own, so that the task of an idle connection keeps no room for a handshake.
                    let opened = Box::pin(async move {
                        let opening = open(&registrar, &*handler, peer, preparing, entry.place);
                        let opening = Abortable::new(opening, entry.registration);
                        (opening.await.ok().flatten(), handler)
                    });
                    spawner.spawn(async move {
                        let (opened, handler) = opened.await;
                        let driven = opened.map(|(opened, place)| drive(opened, place, &*handler));
                        OptionFuture::from(driven).await;
                    });
                }
                Poll::Ready(Ok(Step::Turned)) => {}
                Poll::Ready(Ok(Step::Closed)) => {
                    // The connections are closed by their tasks; the registrar's sees to the rest meanwhile.
                    return if has_ended {
                        Poll::Ready(Ok(()))
                    } else {
                        Poll::Pending
                    };
                }
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => return Poll::Pending,
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

/// Makes a connection ready and does its opening handshake. The client has been told what it did wrong.
async fn open<T, R, H>(
    registrar: &RegistrarHandle<R>,
    handler: &H,
    peer: Option<SocketAddr>,
    preparing: impl Future<Output = io::Result<Accepted<T>>>,
    mut place: Place,
) -> Option<(OpenConnection<T, R>, Place)>
where
    T: Transport,
    R: Runtime,
    H: Handler,
{
    let _act = registrar.0.act();
    let accepted = match preparing.await {
        Ok(accepted) => accepted,
        Err(error) => {
            registrar
                .0
                .tell(RegistrarActivity::NotSecured { peer, error });
            return None;
        }
    };
    let opened = registrar.open_with(accepted, handler).await;
    place.end_handshake();
    match opened {
        Ok(opened) => opened.map(|opened| (opened, place)),
        Err(error) => {
            registrar
                .0
                .tell(RegistrarActivity::HandshakeFailed { peer, error });
            None
        }
    }
}

/// Drives a connection, which is counted for as long. If its transport panics the connection is lost, and nothing else.
fn drive<T: Transport, R: Runtime>(
    opened: OpenConnection<T, R>,
    place: Place,
    handler: &impl Handler,
) -> impl Future<Output = ()> {
    // The node was put back as the stack was unwound, and tells of the loss.
    let driven = Contained::new(opened.driven_by(handler));
    driven.map(move |driven| drop((driven, place)))
}

/// Turns without waiting after which other tasks are polled.
const MAX_TURNS: u32 = 16;
