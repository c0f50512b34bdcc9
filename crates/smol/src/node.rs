use core::future::Future;
use core::task::{Context, Poll, ready};
use std::io;

use async_io::Async;
use async_net::TcpStream;
use onem2m_ws_driver::binding::{NoStore, RegistrarConfig, RegistreeConfig, Store};
use onem2m_ws_driver::core::{ClientRequest, Config};
use onem2m_ws_driver::{
    self as driver, Accepted, Connector, Error, Handler, Incoming, Listener, Runtime, ServeLimits,
};

use crate::connect::connect_tcp;
use crate::{Options, RegistreeHandle, SmolTimer, SmolTransport};

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
    /// How long connecting may take.
    pub options: Options,
}

impl Connector for TcpConnector {
    type Transport = SmolTransport<TcpStream>;

    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static {
        let (request, options) = (request.clone(), self.options);
        async move { connect_tcp(&request, options).await.map(SmolTransport) }
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

    fn poll_accept(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Accepted<Self::Transport>>> {
        loop {
            let (stream, _) = match self.0.get_ref().accept() {
                Ok(accepted) => accepted,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    ready!(self.0.poll_readable(cx))?;
                    continue;
                }
                Err(error) => return Poll::Ready(Err(error)),
            };
            stream.set_nodelay(true)?;
            return Poll::Ready(Ok(Accepted {
                transport: SmolTransport(Async::new(stream)?.into()),
                authenticated: Vec::new(),
            }));
        }
    }
}

/// Serves all connections of a listener, and sees to what has none, within one future: nothing is spawned. To have a task for
/// each connection, give [`RegistrarHandle::connection`](driver::RegistrarHandle::connection) to an executor for each.
///
/// # Errors
///
/// The listener has failed too often.
pub async fn serve<S: Store + Send + 'static>(
    listener: Async<std::net::TcpListener>,
    registrar: RegistrarHandle<S>,
    absent: RegistrarTask<S>,
    handler: impl Handler,
    limits: ServeLimits,
) -> io::Result<()> {
    let mut listener = PlainListener(listener);
    driver::serve_with(&mut listener, &registrar, absent, &handler, limits).await
}
