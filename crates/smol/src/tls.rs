//! `wss`: the handshake of TLS before the opening handshake.

use futures_io::{AsyncRead, AsyncWrite};
use onem2m_ws_driver::core::{ClientRequest, Config, Response};
use onem2m_ws_driver::tls::{self, ClientTls, ServerTls, TlsTransport};
use onem2m_ws_driver::{self as driver, Error, Options};

use crate::connect::write_at_once;
use crate::{SmolNetwork, SmolTimer, SmolTransport};

/// A connection over TLS. The [`peer_identity`](TlsTransport::peer_identity) of its transport names the peer.
pub type TlsWebSocket<S = async_net::TcpStream> =
    driver::WebSocket<TlsTransport<SmolTransport<S>>, SmolTimer>;
/// A request over TLS that waits for its answer.
pub type TlsAccepting<S = async_net::TcpStream> =
    driver::Accepting<TlsTransport<SmolTransport<S>>, SmolTimer>;

/// Connects to a `wss://` server, as [`connect`](crate::connect()) does to others: both sides authenticate each other
/// before the opening handshake is sent (TS-0020 7).
///
/// # Errors
///
/// As [`connect`](crate::connect()); the server is not who was expected; the request is for `ws://`.
pub async fn connect_tls(
    request: &ClientRequest,
    tls: &ClientTls,
    options: Options,
) -> Result<(TlsWebSocket, Response), Error> {
    let timer = SmolTimer::default();
    tls::dial_and_open(&SmolNetwork, timer, request, tls, &options).await
}

/// Connects as [`connect_tls`] does, over a stream that leads to the server already: a Unix socket, a tunnel.
///
/// # Errors
///
/// The stream failed, the server is not who was expected, refuses or breaks a rule; the request is for `ws://`.
pub async fn connect_tls_over<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    request: &ClientRequest,
    tls: &ClientTls,
    config: Config,
) -> Result<(TlsWebSocket<S>, Response), Error> {
    let (transport, timer) = (SmolTransport(stream), SmolTimer::default());
    tls::open(transport, timer, request, tls, config).await
}

/// Receives a client's request over an accepted stream that TLS secures; one of TCP gets `TCP_NODELAY`. The
/// [`peer_identity`](TlsTransport::peer_identity) of [`Accepting::transport`](driver::Accepting::transport) names the client.
///
/// # Errors
///
/// The stream failed, or the client did not prove its identity or broke a rule.
pub async fn accept_tls<S: AsyncRead + AsyncWrite + Unpin + 'static>(
    stream: S,
    tls: &ServerTls,
    config: Config,
) -> Result<TlsAccepting<S>, Error> {
    write_at_once(&stream)?;
    tls::receive(SmolTransport(stream), SmolTimer::default(), tls, config).await
}
