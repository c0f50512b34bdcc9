use core::future::{Future, Ready, ready};
use core::net::SocketAddr;
use core::task::{Context, Poll};
use std::io;
use std::sync::Arc;

use onem2m_ws_driver::binding::{RegistrarConfig, RegistreeConfig};
use onem2m_ws_driver::core::{ClientRequest, Config};
use onem2m_ws_driver::{
    self as driver, Accepted, Ae, AeError, AeLimits, Connector, Error, Handler, Incoming, Listener,
    NoStore, Route, Runtime, ServeLimits, Spawn, Store,
};
use tokio::net::{TcpListener, TcpStream};

use crate::{Options, RegistreeHandle, TokioNetwork, TokioTimer, TokioTransport};

/// The clock of tokio, and the operating system's entropy and time of day.
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
    /// The time that connecting may take.
    pub options: Options,
}

impl Connector for TcpConnector {
    type Transport = TokioTransport<TcpStream>;

    fn supports_tls(&self) -> bool {
        false
    }

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

/// Makes a registree over TCP; see [`driver::registree`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
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

/// Makes an AE over TCP, with the default limits; see [`driver::ae`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
pub fn ae(config: RegistreeConfig) -> io::Result<(Ae, AeTask)> {
    let (limits, ae_limits) = (Config::default(), AeLimits::default());
    let connector = TcpConnector::default();
    driver::ae(config, limits, ae_limits, connector, TokioRuntime)
}

/// Makes an AE over TCP, spawns its task, and waits until the AE is registered, or an attempt has failed.
///
/// # Errors
///
/// As [`ae`] and [`Ae::registered_or_failed`].
pub async fn register(config: RegistreeConfig) -> Result<Ae, AeError> {
    let (ae, task) = ae(config)?;
    drop(tokio::spawn(task));
    ae.registered_or_failed().await?;
    Ok(ae)
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
/// Drives an AE over TCP.
pub type AeTask<K = TcpConnector> = driver::AeTask<K, TokioRuntime>;
/// A registrar on tokio.
pub type RegistrarHandle = driver::RegistrarHandle<TokioRuntime>;
/// Sees to the nodes of a registrar that have no connection.
pub type RegistrarTask<S = NoStore> = driver::RegistrarTask<TokioRuntime, S>;

/// Makes a registrar, which keeps waiting requests in memory; see [`driver::registrar`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
pub fn registrar(config: RegistrarConfig) -> io::Result<(RegistrarHandle, RegistrarTask)> {
    driver::registrar(config, Config::default(), TokioRuntime)
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

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        self.0.poll_accept(cx).map_ok(|(stream, peer)| {
            let is_set = stream.set_nodelay(true);
            let accepted = Accepted::plain(TokioTransport(stream)).from_address(peer);
            (Some(peer), ready(is_set.map(|()| accepted)))
        })
    }
}

/// Connections over TLS: [`TlsListener::new`](driver::tls::TlsListener::new) makes one of a [`PlainListener`], a
/// [`TokioRuntime`] and a [`ServerTls`](driver::tls::ServerTls).
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub type TlsListener = driver::tls::TlsListener<PlainListener, TokioRuntime>;

/// Serves all connections of a listener, and sees to the nodes that have none, within one future, until the registrar is shut down:
/// nothing is spawned.
///
/// # Errors
///
/// The listener is of no use any more.
pub async fn serve<S: Store>(
    mut listener: impl Listener,
    registrar: RegistrarHandle,
    task: RegistrarTask<S>,
    handler: impl Handler,
    limits: ServeLimits,
) -> io::Result<()> {
    driver::serve_with(&mut listener, &registrar, task, &handler, limits).await
}

/// Serves as [`serve`] does, with a task of tokio's for each connection, on all threads of the runtime. Dropping the future ends the
/// listening, and with that the task of the registrar, which cuts the connections: see [`RegistrarTask`].
///
/// # Errors
///
/// The listener is of no use any more.
pub async fn serve_spawning<L, S>(
    mut listener: L,
    registrar: RegistrarHandle,
    task: RegistrarTask<S>,
    handler: impl Handler + 'static,
    limits: ServeLimits,
) -> io::Result<()>
where
    L: Listener<Preparing: Send + 'static, Transport: Send + 'static>,
    S: Store,
{
    let handler = Arc::new(handler);
    let spawner = &TokioSpawner;
    driver::serve_spawning(&mut listener, &registrar, task, &handler, limits, spawner).await
}

/// Gives tasks to the runtime of tokio that is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct TokioSpawner;

impl Spawn for TokioSpawner {
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        drop(tokio::spawn(task));
    }
}
