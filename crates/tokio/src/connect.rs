use core::any::Any;
use core::net::SocketAddr;
use std::io;

use onem2m_ws_driver::core::{ClientRequest, Config, Response};
use onem2m_ws_driver::{self as driver, AcceptBackoff, Error, Options, Route, accept_next, seed};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};

use crate::{Accepting, RoutedWebSocket, TokioNetwork, TokioTimer, TokioTransport, WebSocket};

/// Connects to the server of a URL, or of a [`ClientRequest`] with subprotocols and header fields: resolves its name, tries its
/// addresses in order, secures the connection if the URL is of `wss`, and sends the opening handshake.
///
/// `wss` needs the features `rustls` and `native-certs`: the server is verified by the trust anchors of the platform, as
/// [`Route::to`] says. Own trust anchors, a certificate of the client, and OpenSSL are for `connect_tls`; a proxy is for
/// [`connect_by`].
///
/// ```no_run
/// use onem2m_ws_tokio::{Options, connect};
///
/// # async fn example() -> Result<(), onem2m_ws_tokio::driver::Error> {
/// let (mut websocket, _) = connect("ws://127.0.0.1:9001/chat", Options::default()).await?;
/// websocket.send("hello").await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// The URL cannot be used, the name cannot be resolved, no address accepts the connection, the server is not who was expected,
/// refuses or breaks a rule; `wss` without those features, which the error names.
pub async fn connect<R>(request: R, options: Options) -> Result<(RoutedWebSocket, Response), Error>
where
    R: TryInto<ClientRequest, Error: Into<Error>>,
{
    let timer = TokioTimer::default();
    driver::connect_to(&TokioNetwork, timer, request, &options).await
}

/// Connects to a `ws://` server as [`connect`] does, and keeps the type of the stream: for those who want the socket.
///
/// # Errors
///
/// As [`connect`]. `wss://` is refused: that is for [`connect`] and [`connect_by`], and for `connect_tls` with the feature
/// `rustls` or `openssl`.
pub async fn connect_tcp(
    request: &ClientRequest,
    options: Options,
) -> Result<(WebSocket, Response), Error> {
    let timer = TokioTimer::default();
    driver::dial_and_connect(&TokioNetwork, timer, request, &options).await
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
    let timer = TokioTimer::default();
    route.connect(&TokioNetwork, timer, request, &options).await
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

/// Receives a client's request over an accepted stream. A stream of TCP gets `TCP_NODELAY`: whatever is written is complete.
///
/// # Errors
///
/// The stream failed, or the client broke a rule and has been told so.
pub async fn accept<S: AsyncRead + AsyncWrite + Unpin + 'static>(
    stream: S,
    config: Config,
) -> Result<Accepting<S>, Error> {
    write_at_once(&stream)?;
    driver::accept(
        TokioTransport(stream),
        TokioTimer::default(),
        config,
        seed()?,
    )
    .await
}

/// Accepts the next TCP connection for [`accept`], with `TCP_NODELAY` set, and returns the stream with the client's address.
///
/// Failures that pass, such as too many open files, are waited out as [`AcceptBackoff::DEFAULT`] says, and connections that
/// are gone again are passed over; [`accept_next`] has other pauses, and takes other listeners. Dropping the future loses nothing.
///
/// # Errors
///
/// The listener is of no use any more ([`AcceptFailure::Listener`](driver::AcceptFailure::Listener)).
pub async fn accept_tcp(listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    let mut timer = TokioTimer::default();
    loop {
        let accepting = accept_next(&mut timer, AcceptBackoff::DEFAULT, || listener.accept());
        let (stream, address) = accepting.await?;
        if stream.set_nodelay(true).is_ok() {
            return Ok((stream, address));
        }
    }
}

/// Sets `TCP_NODELAY` if the stream is one of TCP.
pub(crate) fn write_at_once<S: 'static>(stream: &S) -> io::Result<()> {
    let stream: &dyn Any = stream;
    match stream.downcast_ref::<TcpStream>() {
        Some(stream) => stream.set_nodelay(true),
        None => Ok(()),
    }
}
