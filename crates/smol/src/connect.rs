use async_net::TcpStream;
use futures_io::{AsyncRead, AsyncWrite};
use onem2m_ws_driver::core::{ClientRequest, Config, Response};
use onem2m_ws_driver::{self as driver, Error, Options, seed};

use crate::{Accepting, SmolTimer, SmolTransport, WebSocket};

/// Connects to a `ws://` server: resolves its name, tries its addresses in order, sends the opening handshake.
///
/// # Errors
///
/// The name cannot be resolved, nobody accepts the connection, or the server refuses or breaks a rule. `wss://` is
/// refused: bring a TLS stream to [`connect_over`].
pub async fn connect(
    request: &ClientRequest,
    options: Options,
) -> Result<(WebSocket, Response), Error> {
    let stream = connect_tcp(request, options).await?;
    connect_over(stream, request, options.config).await
}

/// The TCP connection to a `ws://` server.
pub(crate) async fn connect_tcp(
    request: &ClientRequest,
    options: Options,
) -> Result<TcpStream, Error> {
    let connecting = TcpStream::connect((request.host(), request.port()));
    let stream = driver::open(request, options, SmolTimer::default(), connecting).await?;
    // Whatever is written is complete: nothing is gained by waiting for more.
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Connects over a stream that is there already: TLS, a Unix socket, a tunnel.
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
        SmolTransport(stream),
        SmolTimer::default(),
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
    driver::accept(SmolTransport(stream), SmolTimer::default(), config, seed()?).await
}
