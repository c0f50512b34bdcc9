use core::future::{self, Future, Ready};
use core::task::{Context, Poll, ready};
use std::io;

use async_io::Async;
use async_net::TcpStream;
use onem2m_ws_driver::binding::{NoStore, RegistrarConfig, RegistreeConfig, Store};
use onem2m_ws_driver::core::{ClientRequest, Config};
use onem2m_ws_driver::{
    self as driver, Accepted, Connector, Error, Handler, Incoming, Listener, Route, Runtime,
    ServeLimits,
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
    /// How long it may take.
    pub options: Options,
}

impl Connector for TcpConnector {
    type Transport = SmolTransport<TcpStream>;

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

/// A registree over TCP; see [`driver::registree`].
///
/// # Errors
///
/// The operating system has no entropy, or the configuration makes no valid handshake.
pub fn registree(
    config: RegistreeConfig,
) -> io::Result<(RegistreeHandle, Incoming, RegistreeTask)> {
    let connector = TcpConnector::default();
    driver::registree(config, Config::default(), connector, SmolRuntime)
}

/// Goes to points of access by a [`Route`](driver::Route): for [`driver::registree`].
#[must_use]
pub const fn route_connector(route: Route, options: Options) -> RouteConnector {
    RouteConnector::new(SmolNetwork, SmolRuntime, route, options)
}

/// Goes to points of access by a [`Route`](driver::Route).
pub type RouteConnector = driver::RouteConnector<SmolNetwork, SmolRuntime>;
/// Drives a registree over TCP.
pub type RegistreeTask<K = TcpConnector> = driver::RegistreeTask<K, SmolRuntime>;
/// A registrar on smol.
pub type RegistrarHandle<S = NoStore> = driver::RegistrarHandle<S, SmolRuntime>;
/// Drives what of a registrar has no connection.
pub type RegistrarTask<S = NoStore> = driver::RegistrarTask<S, SmolRuntime>;

/// A registrar, which keeps what waits in memory; see [`driver::registrar`].
///
/// # Errors
///
/// The operating system has no entropy.
pub fn registrar(config: RegistrarConfig) -> io::Result<(RegistrarHandle, RegistrarTask)> {
    driver::registrar(config, Config::default(), NoStore, SmolRuntime)
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

    fn poll_accept(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Self::Preparing>> {
        loop {
            match self.0.get_ref().accept() {
                Ok((stream, _)) => return Poll::Ready(Ok(future::ready(prepared(stream)))),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    ready!(self.0.poll_readable(cx))?;
                }
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

fn prepared(stream: std::net::TcpStream) -> io::Result<Accepted<SmolTransport<TcpStream>>> {
    stream.set_nodelay(true)?;
    Ok(Accepted::plain(SmolTransport(Async::new(stream)?.into())))
}

/// Connections over TLS: [`TlsListener::new`](driver::tls::TlsListener::new) makes one of a [`PlainListener`], a
/// [`SmolRuntime`] and a [`ServerTls`](driver::tls::ServerTls).
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub type TlsListener = driver::tls::TlsListener<PlainListener, SmolRuntime>;

/// Serves all connections of a listener, and sees to what has none, within one future: nothing is spawned. To have a task for
/// each connection, give [`RegistrarHandle::connection`](driver::RegistrarHandle::connection) to an executor for each.
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
