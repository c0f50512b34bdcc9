use core::time::Duration;
use std::io;

use onem2m_ws_driver::core::{ClientRequest, Config, Response, Seed};
use onem2m_ws_driver::{self as driver, Error};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::{Accepting, TokioTimer, TokioTransport, WebSocket};

/// What [`connect`] needs to know besides the request.
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

/// Connects to a `ws://` server: resolves its name, tries its addresses in order, sends the opening handshake.
///
/// # Errors
///
/// The name cannot be resolved, nobody accepts the connection, or the server refuses or breaks a rule. `wss://` is
/// refused: it is for `connect_tls`, with the feature `rustls` or `openssl`.
pub async fn connect(
    request: &ClientRequest,
    options: Options,
) -> Result<(WebSocket, Response), Error> {
    if request.is_secure() {
        return Err(
            io::Error::new(io::ErrorKind::Unsupported, "wss needs TLS: use connect_tls").into(),
        );
    }
    let stream = connect_tcp(request, options.connect_timeout).await?;
    connect_over(stream, request, options.config).await
}

/// Resolves the server's name and tries its addresses in order.
pub(crate) async fn connect_tcp(
    request: &ClientRequest,
    connect_timeout: Duration,
) -> io::Result<TcpStream> {
    let connecting = TcpStream::connect((request.host(), request.port()));
    let timed_out = |_| io::Error::new(io::ErrorKind::TimedOut, "connecting took too long");
    let stream = timeout(connect_timeout, connecting)
        .await
        .map_err(timed_out)??;
    // Whatever is written is complete: nothing is gained by waiting for more.
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Connects over a stream that is there already: a Unix socket, a tunnel, TLS of the caller's.
///
/// # Errors
///
/// The stream failed, or the server refuses or breaks a rule.
pub async fn connect_over<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    request: &ClientRequest,
    config: Config,
) -> Result<(WebSocket<S>, Response), Error> {
    driver::connect(
        TokioTransport(stream),
        TokioTimer::default(),
        request,
        config,
        seed()?,
    )
    .await
}

/// Receives a client's request over an accepted stream. For TCP, set `TCP_NODELAY` before.
///
/// # Errors
///
/// The stream failed, or the client broke a rule; it has been told so.
pub async fn accept<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    config: Config,
) -> Result<Accepting<S>, Error> {
    driver::accept(
        TokioTransport(stream),
        TokioTimer::default(),
        config,
        seed()?,
    )
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
