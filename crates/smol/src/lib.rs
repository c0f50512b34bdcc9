//! Nodes of oneM2M and WebSocket connections on smol: the part that `onem2m-ws-core` and `onem2m-ws-driver` leave to a runtime.
//!
//! An AE, which registers, asks, and is notified:
//!
//! ```no_run
//! use onem2m_ws_smol::driver::binding::RegistreeConfig;
//! use onem2m_ws_smol::driver::primitive::{
//!     Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponseStatusCode,
//! };
//! use onem2m_ws_smol::registree;
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     smol::block_on(async {
//!         let mut config = RegistreeConfig::new(["ws://127.0.0.1:9000".parse()?]);
//!         config.originator = Some("Cthermo".into());
//!         let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#)?;
//!         let unassigned = RequestIdentifier::UNASSIGNED; // the session assigns one
//!         let create = RequestPrimitive::create("cse-in", unassigned.clone(), ResourceType::AE, ae);
//!         config.registration = Some(create.from("Cthermo"));
//!
//!         let (registree, mut incoming, task) = registree(config)?;
//!         smol::spawn(task).detach(); // connects, registers, and comes back after every loss
//!         registree.registered().await?; // an error says why the registrar has refused
//!         let request = RequestPrimitive::retrieve("cse-in", unassigned).from("Cthermo");
//!         println!("{}", registree.request(request).await?.status);
//!         while let Some(notification) = incoming.next().await {
//!             // One that is dropped is answered with 5000.
//!             notification.respond_status(ResponseStatusCode::OK);
//!         }
//!         Ok(())
//!     })
//! }
//! ```
//!
//! A CSE that registers AEs:
//!
//! ```no_run
//! use std::collections::BTreeMap;
//! use std::time::Duration;
//!
//! use onem2m_ws_smol::driver::binding::RegistrarConfig;
//! use onem2m_ws_smol::driver::primitive::{
//!     Content, ResourceType, ResponsePrimitive, ResponseStatusCode,
//! };
//! use onem2m_ws_smol::{IncomingRequest, PlainListener, ServeLimits, registrar, serve};
//! use smol::{Async, Timer};
//!
//! async fn cse(incoming: IncomingRequest) {
//!     let request = &incoming.request;
//!     if request.resource_type != Some(ResourceType::AE) {
//!         return incoming.respond_status(ResponseStatusCode::NOT_IMPLEMENTED);
//!     }
//!     let name = request.from.as_deref().unwrap_or("Cnew");
//!     let ae = BTreeMap::from([("m2m:ae", BTreeMap::from([("aei", name), ("ri", name)]))]);
//!     let created = ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED);
//!     if let Ok(ae) = Content::json(&ae) {
//!         incoming.responder.respond(created.content(ae));
//!     }
//! }
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     smol::block_on(async {
//!         let listener = Async::<std::net::TcpListener>::bind(([127, 0, 0, 1], 9000))?;
//!         let (registrar, task) = registrar(RegistrarConfig::default())?;
//!         let handle = registrar.clone();
//!         smol::spawn(async move {
//!             // Connections are closed in order, and `serve` returns.
//!             Timer::after(Duration::from_secs(3600)).await;
//!             handle.shutdown(Duration::from_secs(5)).await
//!         })
//!         .detach();
//!         serve(PlainListener(listener), registrar, task, cse, ServeLimits::default()).await?;
//!         Ok(())
//!     })
//! }
//! ```
//!
//! A plain WebSocket client:
//!
//! ```no_run
//! use onem2m_ws_smol::core::{ClientRequest, CloseCode, CloseFrame};
//! use onem2m_ws_smol::{Options, connect};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     smol::block_on(async {
//!         let request = ClientRequest::new("ws://127.0.0.1:9001/chat")?.subprotocol("superchat")?;
//!         let (mut websocket, response) = connect(request, Options::default()).await?;
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
//! A plain WebSocket server, which decides about each request before it accepts it:
//!
//! ```no_run
//! use onem2m_ws_smol::core::{Acceptance, Config, Matching, Preference, Rejection, select_subprotocol};
//! use onem2m_ws_smol::driver::Error;
//! use onem2m_ws_smol::{accept, accept_tcp};
//! use smol::net::{TcpListener, TcpStream};
//!
//! async fn serve(listener: TcpListener) -> std::io::Result<()> {
//!     loop {
//!         // It goes on when there were too many open files for a while.
//!         let (stream, peer) = accept_tcp(&listener).await?;
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
//!     let accepting = accept(stream, Config::default()).await?;
//!     let offered = accepting.request().subprotocols();
//!     let chosen = select_subprotocol(offered, &["superchat"], Preference::Client, Matching::Exact);
//!     if chosen.is_none() {
//!         return accepting.reject(&Rejection::bad_request()).await;
//!     }
//!     let mut websocket = accepting.accept(&Acceptance::new().subprotocol(chosen))?;
//!     // The answers to all that one read brought leave in one write; a single answer leaves at once.
//!     while let Some((message, websocket)) = websocket.next().await? {
//!         websocket.feed(message).await?;
//!     }
//!     Ok(())
//! }
//! ```
//!
//! Over a Unix socket or a pipe in memory: [`connect_over`] and [`accept`] take any stream with the traits of `futures-io`. `wss`
//! is for [`connect()`] with the features `rustls` and `native-certs`, and for `connect_tls` and `accept_tls` with credentials of
//! one's own and the feature `rustls` or `openssl`. Through a proxy: [`connect_by`]. For protocols without messages:
//! [`ByteStream`]. A message that was sent has left when `send` completes, whatever the task does then; what was fed leaves with
//! the next write. Cancelling is safe at every await, with `or` or by dropping a task: see [`WebSocket`].
//!
//! The guide of `onem2m-ws-tokio`, [`guide`](https://docs.rs/onem2m-ws-tokio/latest/onem2m_ws_tokio/guide/), is about both adapters: the
//! functions that it names are here as well, and tasks are given to an executor of smol's instead of `tokio::spawn`. The example
//! `registration` there, with `--runtime smol`, is made of the nodes.
//!
//! Of smol's pieces it needs `async-net` and `async-io`, whose reactor has a thread of its own, so it runs on any executor.

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod bytes;
mod connect;
mod node;
#[cfg(any(feature = "rustls", feature = "openssl"))]
mod tls;
mod transport;

pub use onem2m_ws_driver as driver;
pub use onem2m_ws_driver::{InvalidProxy, Options, Proxy, Route, core, seed};

pub use onem2m_ws_driver::{
    Ae, AeError, Incoming, IncomingRequest, RegistreeHandle, RequestFailure, Responder, ServeLimits,
};

pub use bytes::ByteStream;
pub use connect::{accept, accept_tcp, connect, connect_by, connect_over, connect_tcp};
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use node::TlsListener;
pub use node::{
    AeTask, PlainListener, RegistrarHandle, RegistrarTask, RegistreeTask, RouteConnector,
    SmolRuntime, TcpConnector, ae, registrar, registree, route_connector, serve, serve_spawning,
};
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use tls::{TlsAccepting, TlsWebSocket, accept_tls, connect_tls, connect_tls_over};
pub use transport::{SmolNetwork, SmolTimer, SmolTransport};

/// A connection over TCP.
pub type WebSocket<S = async_net::TcpStream> =
    onem2m_ws_driver::WebSocket<SmolTransport<S>, SmolTimer>;
/// A connection that was made by [`connect()`] or [`connect_by`].
pub type RoutedWebSocket = onem2m_ws_driver::WebSocket<onem2m_ws_driver::BoxTransport, SmolTimer>;
/// A request over TCP that waits for its answer.
pub type Accepting<S = async_net::TcpStream> =
    onem2m_ws_driver::Accepting<SmolTransport<S>, SmolTimer>;

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
