//! WebSocket connections on smol: what `onem2m-ws-core` and `onem2m-ws-driver` leave to a runtime, and no more.
//!
//! A client:
//!
//! ```no_run
//! use onem2m_ws_smol::core::{ClientRequest, CloseCode, CloseFrame};
//! use onem2m_ws_smol::{Options, connect};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     smol::block_on(async {
//!         let request = ClientRequest::new("ws://127.0.0.1:9001/chat")?.subprotocol("superchat")?;
//!         let (mut websocket, response) = connect(&request, Options::default()).await?;
//!         println!("the server chose {:?}", response.subprotocol());
//!         websocket.send("hello").await?;
//!         if let Some((message, _)) = websocket.next().await? {
//!             println!("{message:?}");
//!         }
//!         websocket.close(CloseFrame::new(CloseCode::NORMAL, "done")).await?;
//!         Ok(())
//!     })
//! }
//! ```
//!
//! A server, which decides about each request before it accepts it:
//!
//! ```no_run
//! use onem2m_ws_smol::accept;
//! use onem2m_ws_smol::core::{Acceptance, Config, Matching, Preference, Rejection, select_subprotocol};
//! use onem2m_ws_smol::driver::Error;
//! use smol::net::{TcpListener, TcpStream};
//!
//! async fn serve(listener: TcpListener) -> std::io::Result<()> {
//!     loop {
//!         let (stream, peer) = listener.accept().await?;
//!         smol::spawn(async move {
//!             if let Err(error) = echo(stream).await {
//!                 eprintln!("{peer}: {error}");
//!             }
//!         })
//!         .detach();
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
//! Over a Unix socket or a pipe in memory: [`connect_over`] and [`accept`] take any stream with the traits of `futures-io`.
//! Over TLS (`wss`), with the feature `rustls` or `openssl`: `connect_tls` and `accept_tls`; through a proxy: [`connect_by`].
//! Cancelling is safe at every await, with `or` or by dropping a task: see [`WebSocket`].
//!
//! Nodes of oneM2M, which register, reopen, store and route: [`registree()`], [`registrar()`] and [`serve`]. The example
//! `registration` of `onem2m-ws-tokio`, with `--runtime smol`, is made of them.
//!
//! Of smol's pieces it needs `async-net` and `async-io`, whose reactor has a thread of its own, so it runs on any executor.

#![forbid(unsafe_code)]

mod connect;
mod node;
#[cfg(any(feature = "rustls", feature = "openssl"))]
mod tls;
mod transport;

pub use onem2m_ws_driver as driver;
pub use onem2m_ws_driver::{InvalidProxy, Options, Proxy, Route, core, seed};

pub use onem2m_ws_driver::{
    Incoming, IncomingRequest, RegistreeHandle, RequestFailure, Responder, ServeLimits,
};

pub use connect::{accept, connect, connect_by, connect_over};
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use node::TlsListener;
pub use node::{
    PlainListener, RegistrarHandle, RegistrarTask, RegistreeTask, RouteConnector, SmolRuntime,
    TcpConnector, registrar, registree, route_connector, serve,
};
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use tls::{TlsAccepting, TlsWebSocket, accept_tls, connect_tls, connect_tls_over};
pub use transport::{SmolNetwork, SmolTimer, SmolTransport};

/// A connection over TCP.
pub type WebSocket<S = async_net::TcpStream> =
    onem2m_ws_driver::WebSocket<SmolTransport<S>, SmolTimer>;
/// A connection that was made by [`connect_by`].
pub type RoutedWebSocket = onem2m_ws_driver::WebSocket<onem2m_ws_driver::BoxTransport, SmolTimer>;
/// A request over TCP that waits for its answer.
pub type Accepting<S = async_net::TcpStream> =
    onem2m_ws_driver::Accepting<SmolTransport<S>, SmolTimer>;
