use core::future::{Future, Ready, poll_fn, ready};
use core::task::{Context, Poll};
use core::time::Duration;
use std::io;
use std::sync::Arc;

use onem2m_ws_driver::binding::{NoStore, RegistrarConfig, RegistreeConfig, Store};
use onem2m_ws_driver::core::{ClientRequest, Config};
use onem2m_ws_driver::{
    self as driver, Accepted, Connector, Error, Handler, Incoming, Listener, Route, Runtime,
    ServeLimits,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::sleep;

use crate::{Options, RegistreeHandle, TokioNetwork, TokioTimer, TokioTransport};

/// tokio's clock, the operating system's entropy and time of day.
#[derive(Clone, Copy, Debug, Default)]
pub struct TokioRuntime;

impl Runtime for TokioRuntime {
    type Timer = TokioTimer;

    fn timer(&self) -> TokioTimer {
        TokioTimer::default()
    }
}

/// Connects over TCP, without TLS: `ws` only.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct TcpConnector {
    /// How long it may take.
    pub options: Options,
}

impl Connector for TcpConnector {
    type Transport = TokioTransport<TcpStream>;

    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static {
        let (request, options) = (request.clone(), self.options);
        async move {
            let timer = TokioTimer::default();
            let dialled = driver::dial_plain(&TokioNetwork, timer, &request, &options).await;
            dialled.map_err(Error::from)
        }
    }
}

/// A registree over TCP; see [`driver::registree`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration makes no valid handshake.
pub fn registree(
    config: RegistreeConfig,
) -> io::Result<(RegistreeHandle, Incoming, RegistreeTask)> {
    driver::registree(
        config,
        Config::default(),
        TcpConnector::default(),
        TokioRuntime,
    )
}

/// Goes to points of access by a [`Route`](driver::Route): for [`driver::registree`].
#[must_use]
pub const fn route_connector(route: Route, options: Options) -> RouteConnector {
    RouteConnector::new(TokioNetwork, TokioRuntime, route, options)
}

/// Goes to points of access by a [`Route`](driver::Route).
pub type RouteConnector = driver::RouteConnector<TokioNetwork, TokioRuntime>;
/// Drives a registree over TCP.
pub type RegistreeTask<K = TcpConnector> = driver::RegistreeTask<K, TokioRuntime>;
/// A registrar on tokio.
pub type RegistrarHandle<S = NoStore> = driver::RegistrarHandle<S, TokioRuntime>;
/// Drives what of a registrar has no connection.
pub type RegistrarTask<S = NoStore> = driver::RegistrarTask<S, TokioRuntime>;

/// A registrar, which keeps what waits in memory; see [`driver::registrar`].
///
/// # Errors
///
/// The operating system has no entropy.
pub fn registrar(config: RegistrarConfig) -> io::Result<(RegistrarHandle, RegistrarTask)> {
    driver::registrar(config, Config::default(), NoStore, TokioRuntime)
}

/// TCP connections, without TLS.
#[derive(Debug)]
pub struct PlainListener(
    /// The listener.
    pub TcpListener,
);

impl Listener for PlainListener {
    type Transport = TokioTransport<TcpStream>;
    type Preparing = Ready<io::Result<Accepted<Self::Transport>>>;

    fn poll_accept(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Self::Preparing>> {
        self.0.poll_accept(cx).map_ok(|(stream, _)| {
            let is_set = stream.set_nodelay(true);
            ready(is_set.map(|()| Accepted::plain(TokioTransport(stream))))
        })
    }
}

/// Connections over TLS: [`TlsListener::new`](driver::tls::TlsListener::new) makes one of a [`PlainListener`], a
/// [`TokioRuntime`] and a [`ServerTls`](driver::tls::ServerTls).
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub type TlsListener = driver::tls::TlsListener<PlainListener, TokioRuntime>;

/// Serves all connections of a listener, and sees to what has none, within one future: nothing is spawned.
///
/// # Errors
///
/// The listener has failed too often.
pub async fn serve<S: Store + Send + 'static>(
    mut listener: impl Listener,
    registrar: RegistrarHandle<S>,
    absent: RegistrarTask<S>,
    handler: impl Handler,
    limits: ServeLimits,
) -> io::Result<()> {
    driver::serve_with(&mut listener, &registrar, absent, &handler, limits).await
}

/// As [`serve`], with a task of tokio's for each connection, on all threads of the runtime. Dropping the future ends the
/// listening, but not the connections that there are.
///
/// # Errors
///
/// The listener has failed too often.
pub async fn serve_spawning<L, S>(
    mut listener: L,
    registrar: RegistrarHandle<S>,
    absent: RegistrarTask<S>,
    handler: impl Handler + 'static,
    limits: ServeLimits,
) -> io::Result<()>
where
    L: Listener<Preparing: Send + 'static, Transport: Send + 'static>,
    S: Store + Send + 'static,
{
    let absent = tokio::spawn(absent);
    let handler = Arc::new(handler);
    let handshakes = Arc::new(Semaphore::new(limits.max_handshakes.max(1)));
    let mut failures = 0_u32;
    let served = loop {
        // It is never closed.
        let Ok(permit) = Arc::clone(&handshakes).acquire_owned().await else {
            break Ok(());
        };
        let preparing = match poll_fn(|cx| listener.poll_accept(cx)).await {
            Ok(preparing) => preparing,
            Err(error) => {
                failures += 1;
                if failures > limits.max_failures {
                    break Err(error);
                }
                sleep(LISTENER_PAUSE).await;
                continue;
            }
        };
        failures = 0;
        let (registrar, handler) = (registrar.clone(), Arc::clone(&handler));
        tokio::spawn(async move {
            // What a client does wrong in its handshake it has been told.
            let Ok(accepted) = preparing.await else {
                return;
            };
            if let Ok(Some(opened)) = registrar.open(accepted).await {
                drop(permit);
                opened.drive(&*handler).await;
            }
        });
    };
    absent.abort();
    served
}

/// How long a listener that failed (too many open files) is left alone.
const LISTENER_PAUSE: Duration = Duration::from_millis(100);
