//! WebSocket connections on tokio: what `onem2m-ws-core` and `onem2m-ws-driver` leave to a runtime, and no more.
//!
//! A client:
//!
//! ```no_run
//! use onem2m_ws_tokio::core::{ClientRequest, CloseCode, CloseFrame};
//! use onem2m_ws_tokio::{Options, connect};
//!
//! # async fn client() -> Result<(), Box<dyn std::error::Error>> {
//! let request = ClientRequest::new("ws://127.0.0.1:9001/chat")?.subprotocol("superchat")?;
//! let (mut websocket, response) = connect(&request, Options::default()).await?;
//! println!("the server chose {:?}", response.subprotocol());
//! websocket.send("hello").await?;
//! if let Some((message, _)) = websocket.next().await? {
//!     println!("{message:?}");
//! }
//! websocket.close(CloseFrame::new(CloseCode::NORMAL, "done")).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A server, which decides about each request before it accepts it:
//!
//! ```no_run
//! use onem2m_ws_tokio::accept;
//! use onem2m_ws_tokio::core::{Acceptance, Config, Matching, Preference, Rejection, select_subprotocol};
//! use onem2m_ws_tokio::driver::Error;
//! use tokio::net::{TcpListener, TcpStream};
//!
//! async fn serve(listener: TcpListener) -> std::io::Result<()> {
//!     loop {
//!         let (stream, peer) = listener.accept().await?;
//!         tokio::spawn(async move {
//!             if let Err(error) = echo(stream).await {
//!                 eprintln!("{peer}: {error}");
//!             }
//!         });
//!     }
//! }
//!
//! async fn echo(stream: TcpStream) -> Result<(), Error> {
//!     stream.set_nodelay(true)?;
//!     let accepting = accept(stream, Config::default()).await?;
//!     let offered = accepting.request().subprotocols();
//!     let chosen = select_subprotocol(offered, &["superchat"], Preference::Client, Matching::Exact);
//!     if chosen.is_none() {
//!         return accepting.reject(&Rejection::bad_request()).await;
//!     }
//!     let mut websocket = accepting.accept(&Acceptance::new().subprotocol(chosen))?;
//!     // The answers to all that one read brought leave in one write; a single answer leaves at once.
//!     while let Some((message, websocket)) = websocket.next().await? {
//!         websocket.send(message).await?;
//!     }
//!     Ok(())
//! }
//! ```
//!
//! Over a Unix socket or a pipe in memory: [`connect_over`] and [`accept`] take any stream of tokio's. Over TLS (`wss`), with
//! the feature `rustls` or `openssl`: `connect_tls` and `accept_tls`. Through a proxy: [`connect_by`]. Behind an HTTP server that has
//! parsed the request: [`Upgrade`](core::Upgrade), and the example `axum`. Cancelling is safe at every await, with `select!` or
//! [`timeout`](tokio::time::timeout): see [`WebSocket`].
//!
//! Nodes of oneM2M, which register, reopen, store and route:
//!
//! ```no_run
//! use onem2m_ws_tokio::driver::binding::{RegistrarConfig, RegistreeConfig};
//! use onem2m_ws_tokio::driver::primitive::{RequestPrimitive, ResponseStatusCode};
//! use onem2m_ws_tokio::{IncomingRequest, PlainListener, ServeLimits, registrar, registree, serve};
//! use tokio::net::TcpListener;
//!
//! # async fn nodes() -> Result<(), Box<dyn std::error::Error>> {
//! let listener = PlainListener(TcpListener::bind("127.0.0.1:9000").await?);
//! let (handle, absent) = registrar(RegistrarConfig::default())?;
//! let answer = async |incoming: IncomingRequest| {
//!     // A request that is dropped is answered too: 5000.
//!     let _ = incoming.respond_status(ResponseStatusCode::NOT_IMPLEMENTED);
//! };
//! tokio::spawn(serve(listener, handle, absent, answer, ServeLimits::default()));
//!
//! let config = RegistreeConfig::new(["ws://127.0.0.1:9000".parse()?]);
//! let (registree, _incoming, task) = registree(config)?;
//! tokio::spawn(task);
//! let request = RequestPrimitive::retrieve("cse-in", registree.next_identifier()).from("Cthermo");
//! println!("{}", registree.request(request).await?.status);
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

mod connect;
mod node;
#[cfg(any(feature = "rustls", feature = "openssl"))]
mod tls;
mod transport;

pub use onem2m_ws_driver as driver;
pub use onem2m_ws_driver::{InvalidProxy, Options, Proxy, Route, core, seed};

pub use node::{
    PlainListener, RegistrarHandle, RegistrarTask, RegistreeTask, RouteConnector, TcpConnector,
    TokioRuntime, registrar, registree, route_connector, serve, serve_spawning,
};
pub use onem2m_ws_driver::{
    Incoming, IncomingRequest, RegistreeHandle, RequestFailure, Responder, ServeLimits,
};

pub use connect::{accept, connect, connect_by, connect_over};
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use node::TlsListener;
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use tls::{TlsAccepting, TlsWebSocket, accept_tls, connect_tls, connect_tls_over};
pub use transport::{TokioNetwork, TokioTimer, TokioTransport};

/// A connection over TCP.
pub type WebSocket<S = tokio::net::TcpStream> =
    onem2m_ws_driver::WebSocket<TokioTransport<S>, TokioTimer>;
/// A connection that was made by [`connect_by`].
pub type RoutedWebSocket = onem2m_ws_driver::WebSocket<onem2m_ws_driver::BoxTransport, TokioTimer>;
/// A request over TCP that waits for its answer.
pub type Accepting<S = tokio::net::TcpStream> =
    onem2m_ws_driver::Accepting<TokioTransport<S>, TokioTimer>;
