//! From the name of a host to a stream: the name is resolved, and its addresses are tried (RFC 8305).

use core::fmt;
use core::future::{Future, poll_fn};
use core::net::{IpAddr, SocketAddr};
use core::pin::pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::collections::VecDeque;
use std::io;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use onem2m_ws_core::{ClientRequest, Config, Timestamp};

use crate::transport::{Timer, Transport};

/// The time that getting to a server may take, and the limits of the connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Options {
    /// The limits of the handshake and the connection.
    pub config: Config,
    /// The time for resolving a name (default 5 s).
    pub resolve_timeout: Duration,
    /// The time for connecting to any of the addresses, together (default 10 s).
    pub connect_timeout: Duration,
    /// The time without an answer after which the next address is tried beside (RFC 8305 §5; default 250 ms).
    pub attempt_delay: Duration,
    /// The time for asking a proxy for a tunnel, a second request with credentials included (default 10 s).
    pub proxy_timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            config: Config::default(),
            resolve_timeout: Duration::from_secs(5),
            connect_timeout: Duration::from_secs(10),
            attempt_delay: Duration::from_millis(250),
            proxy_timeout: Duration::from_secs(10),
        }
    }
}

/// The resolver and the streams of a runtime, or of a network stack of the user's.
pub trait Network: Clone + Send + 'static {
    /// A stream to an address.
    type Transport: Transport + Send + 'static;

    /// Resolves a name to its addresses, the preferred ones first.
    fn resolve(
        &self,
        host: &str,
        port: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static;

    /// Connects a stream to one address. The stream holds nothing back that was written: `TCP_NODELAY` is set.
    fn connect(
        &self,
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Self::Transport>> + Send + 'static;
}

/// Connects a stream to a port of `host`, a name or an address. Of several addresses the families take turns; the next one is tried
/// when the ones before have failed, or not answered within [`Options::attempt_delay`]; the first that answers is taken.
///
/// # Errors
///
/// The name cannot be resolved, no address accepts the connection, or connecting takes too long
/// ([`TimedOut`](io::ErrorKind::TimedOut)).
pub async fn dial<N: Network>(
    network: &N,
    mut timer: impl Timer,
    host: &str,
    port: u16,
    options: &Options,
) -> io::Result<N::Transport> {
    let addresses = if let Ok(address) = host.parse::<IpAddr>() {
        vec![SocketAddr::new(address, port)]
    } else {
        let deadline = timer.now().saturating_add(options.resolve_timeout);
        let resolving = network.resolve(host, port);
        let resolved = within(&mut timer, deadline, resolving).await;
        resolved.map_err(|error| named(&error, format_args!("resolve {host}")))?
    };
    let connected = connect_any(network, timer, in_turns(addresses), options).await;
    connected.map_err(|error| match host.contains(':') {
        true => named(&error, format_args!("connect to [{host}]:{port}")),
        false => named(&error, format_args!("connect to {host}:{port}")),
    })
}

/// An error that says what could not be done.
fn named(error: &io::Error, what: impl fmt::Display) -> io::Error {
    io::Error::new(error.kind(), format!("cannot {what}: {error}"))
}

/// Connects as [`dial`] does, to the server of a request without TLS.
///
/// # Errors
///
/// As [`dial`]; `wss://` is [`Unsupported`](io::ErrorKind::Unsupported), and nothing is opened then.
pub async fn dial_plain<N: Network>(
    network: &N,
    timer: impl Timer,
    request: &ClientRequest,
    options: &Options,
) -> io::Result<N::Transport> {
    if request.is_secure() {
        return Err(needs_tls());
    }
    dial(network, timer, request.host(), request.port(), options).await
}

/// The reason why a way without TLS does not lead to a `wss://` server.
pub(crate) fn needs_tls() -> io::Error {
    io::Error::new(
        io::ErrorKind::Unsupported,
        "wss needs TLS, and none is given: see `Route::tls`, with the feature \"rustls\" or \"openssl\"",
    )
}

/// The result of a future before the deadline.
async fn within<R>(
    timer: &mut impl Timer,
    deadline: Timestamp,
    future: impl Future<Output = io::Result<R>>,
) -> io::Result<R> {
    let mut future = pin!(future);
    poll_fn(|cx| {
        if let Poll::Ready(result) = future.as_mut().poll(cx) {
            return Poll::Ready(result);
        }
        poll_passed(timer, cx, deadline).map(|()| Err(timed_out()))
    })
    .await
}

async fn connect_any<N: Network>(
    network: &N,
    mut timer: impl Timer,
    mut waiting: VecDeque<SocketAddr>,
    options: &Options,
) -> io::Result<N::Transport> {
    let deadline = timer.now().saturating_add(options.connect_timeout);
    let mut running = FuturesUnordered::new();
    let mut next_at = timer.now();
    let mut failure = io::Error::new(io::ErrorKind::NotFound, "it has no address");
    poll_fn(|cx| {
        loop {
            while let Poll::Ready(Some(result)) = running.poll_next_unpin(cx) {
                let result: io::Result<N::Transport> = result;
                match result {
                    Ok(transport) => return Poll::Ready(Ok(transport)),
                    Err(error) => (failure, next_at) = (error, timer.now()),
                }
            }
            if timer.now() >= deadline {
                return Poll::Ready(Err(timed_out()));
            }
            if timer.now() >= next_at
                && let Some(address) = waiting.pop_front()
            {
                running.push(network.connect(address));
                next_at = timer.now().saturating_add(options.attempt_delay);
                continue;
            }
            if running.is_empty() {
                let none = io::Error::from(io::ErrorKind::NotFound);
                return Poll::Ready(Err(core::mem::replace(&mut failure, none)));
            }
            let until = if waiting.is_empty() {
                deadline
            } else {
                deadline.min(next_at)
            };
            if poll_passed(&mut timer, cx, until).is_pending() {
                return Poll::Pending;
            }
        }
    })
    .await
}

/// The addresses with their families by turns, beginning with the first one's (RFC 8305 §4).
fn in_turns(addresses: Vec<SocketAddr>) -> VecDeque<SocketAddr> {
    let is_first_v6 = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (mut first, mut second): (VecDeque<_>, VecDeque<_>) = addresses
        .into_iter()
        .partition(|address| address.is_ipv6() == is_first_v6);
    let mut turns = VecDeque::new();
    while let Some(address) = first.pop_front() {
        turns.push_back(address);
        turns.extend(second.pop_front());
    }
    turns.extend(second);
    turns
}

/// Ready once the deadline has passed, by the clock or by the alarm.
pub(crate) fn poll_passed(
    timer: &mut impl Timer,
    cx: &mut Context<'_>,
    deadline: Timestamp,
) -> Poll<()> {
    if timer.now() >= deadline {
        return Poll::Ready(());
    }
    timer.poll_until(cx, deadline)
}

fn timed_out() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "it took too long")
}
