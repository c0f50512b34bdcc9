use core::future::{self, Future, Ready};
use core::net::SocketAddr;
use core::task::{Context, Poll, ready};
use std::io;
use std::sync::Arc;

use async_io::Async;
use async_net::TcpStream;
use onem2m_ws_driver::binding::{RegistrarConfig, RegistreeConfig};
use onem2m_ws_driver::core::{ClientRequest, Config};
use onem2m_ws_driver::{
    self as driver, Accepted, Ae, AeLimits, Connector, Error, Handler, Incoming, Listener, NoStore,
    Route, Runtime, ServeLimits, Spawn, Store,
};

use crate::{Options, RegistreeHandle, SmolNetwork, SmolTimer, SmolTransport};

/// The clock of `async-io`, the operating system's entropy and time of day.
#[derive(Clone, Copy, Debug, Default)]
pub struct SmolRuntime;

impl Runtime for SmolRuntime {
    type Timer = SmolTimer;

    fn timer(&self) -> SmolTimer {
        SmolTimer::default()
    }
}

/// Connects over TCP, without TLS: `ws` only.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct TcpConnector {
    /// The time that connecting may take.
    pub options: Options,
}

impl Connector for TcpConnector {
    type Transport = SmolTransport<TcpStream>;

    fn supports_tls(&self) -> bool {
        false
    }

    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static {
        let (request, options) = (request.clone(), self.options);
        async move {
            let timer = SmolTimer::default();
            let dialled = driver::dial_plain(&SmolNetwork, timer, &request, &options).await;
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
    let connector = TcpConnector::default();
    driver::registree(config, Config::default(), connector, SmolRuntime)
}

/// Makes an AE over TCP, with the default limits; see [`driver::ae`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
pub fn ae(config: RegistreeConfig) -> io::Result<(Ae, AeTask)> {
    let (limits, ae_limits) = (Config::default(), AeLimits::default());
    let connector = TcpConnector::default();
    driver::ae(config, limits, ae_limits, connector, SmolRuntime)
}

/// Goes to points of access by a [`Route`](driver::Route): for [`driver::registree`].
#[must_use]
pub const fn route_connector(route: Route, options: Options) -> RouteConnector {
    RouteConnector::new(SmolNetwork, SmolRuntime, route, options)
}

/// Drives an AE over TCP.
pub type AeTask<K = TcpConnector> = driver::AeTask<K, SmolRuntime>;
/// Goes to points of access by a [`Route`](driver::Route).
pub type RouteConnector = driver::RouteConnector<SmolNetwork, SmolRuntime>;
/// Drives a registree over TCP.
pub type RegistreeTask<K = TcpConnector> = driver::RegistreeTask<K, SmolRuntime>;
/// A registrar on smol.
pub type RegistrarHandle = driver::RegistrarHandle<SmolRuntime>;
/// Sees to the nodes of a registrar that have no connection.
pub type RegistrarTask<S = NoStore> = driver::RegistrarTask<SmolRuntime, S>;

/// Makes a registrar, which keeps waiting requests in memory; see [`driver::registrar`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration cannot work: the error names the field.
pub fn registrar(config: RegistrarConfig) -> io::Result<(RegistrarHandle, RegistrarTask)> {
    driver::registrar(config, Config::default(), SmolRuntime)
}

/// TCP connections, without TLS.
#[derive(Debug)]
pub struct PlainListener(
    /// The listener.
    pub Async<std::net::TcpListener>,
);

impl Listener for PlainListener {
    type Transport = SmolTransport<TcpStream>;
    type Preparing = Ready<io::Result<Accepted<Self::Transport>>>;

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        loop {
            match self.0.get_ref().accept() {
                Ok((stream, peer)) => {
                    let preparing = future::ready(prepared(stream, peer));
                    return Poll::Ready(Ok((Some(peer), preparing)));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    ready!(self.0.poll_readable(cx))?;
                }
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

fn prepared(
    stream: std::net::TcpStream,
    peer: SocketAddr,
) -> io::Result<Accepted<SmolTransport<TcpStream>>> {
    stream.set_nodelay(true)?;
    let transport = SmolTransport(Async::new(stream)?.into());
    Ok(Accepted::plain(transport).from_address(peer))
}

/// Connections over TLS: [`TlsListener::new`](driver::tls::TlsListener::new) makes one of a [`PlainListener`], a
/// [`SmolRuntime`] and a [`ServerTls`](driver::tls::ServerTls).
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub type TlsListener = driver::tls::TlsListener<PlainListener, SmolRuntime>;

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

/// Serves as [`serve`] does, with a task for each connection, which `spawner` gives to an executor: `|task| executor.spawn(task).detach()`.
/// Dropping the future ends the listening, and with that the task of the registrar, which cuts the connections: see
/// [`RegistrarTask`].
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
    spawner: impl Spawn,
) -> io::Result<()>
where
    L: Listener<Preparing: Send + 'static, Transport: Send + 'static>,
    S: Store,
{
    let handler = Arc::new(handler);
    driver::serve_spawning(&mut listener, &registrar, task, &handler, limits, &spawner).await
}
