use futures_io::{AsyncRead, AsyncWrite};
use onem2m_ws_driver::core::{ClientRequest, Config, Response};
use onem2m_ws_driver::{self as driver, Error, Options, Route, seed};

use crate::{Accepting, RoutedWebSocket, SmolNetwork, SmolTimer, SmolTransport, WebSocket};

/// Connects to a `ws://` server: resolves its name, tries its addresses in order, sends the opening handshake.
///
/// # Errors
///
/// The name cannot be resolved, nobody accepts the connection, or the server refuses or breaks a rule. `wss://` is
/// refused: it is for [`connect_by`], and for `connect_tls` with the feature `rustls` or `openssl`.
pub async fn connect(
    request: &ClientRequest,
    options: Options,
) -> Result<(WebSocket, Response), Error> {
    let mut timer = SmolTimer::default();
    let transport = driver::dial_plain(&SmolNetwork, &mut timer, request, &options).await?;
    driver::connect(transport, timer, request, options.config, seed()?).await
}

/// Connects as a [`Route`] says: through a proxy, over TLS, both or neither.
///
/// # Errors
///
/// As [`Route::open`]; the server refuses or breaks a rule.
pub async fn connect_by(
    route: &Route,
    request: &ClientRequest,
    options: Options,
) -> Result<(RoutedWebSocket, Response), Error> {
    let mut timer = SmolTimer::default();
    let transport = route
        .open(&SmolNetwork, &mut timer, request, &options)
        .await?;
    driver::connect(transport, timer, request, options.config, seed()?).await
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
