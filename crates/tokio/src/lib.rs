//! Nodes of oneM2M and WebSocket connections on tokio: the part that `onem2m-ws-core` and `onem2m-ws-driver` leave to a runtime.
//!
//! An AE, which registers, asks, and is notified:
//!
//! ```no_run
//! use onem2m_ws_tokio::driver::binding::RegistreeConfig;
//! use onem2m_ws_tokio::driver::primitive::{
//!     Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponseStatusCode,
//! };
//! use onem2m_ws_tokio::registree;
//!
//! # async fn ae() -> Result<(), Box<dyn std::error::Error>> {
//! let mut config = RegistreeConfig::new(["ws://127.0.0.1:9000".parse()?]);
//! config.originator = Some("Cthermo".into());
//! let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#)?;
//! let unassigned = RequestIdentifier::UNASSIGNED; // the session assigns one
//! let create = RequestPrimitive::create("cse-in", unassigned.clone(), ResourceType::AE, ae);
//! config.registration = Some(create.from("Cthermo"));
//!
//! let (registree, mut incoming, task) = registree(config)?;
//! tokio::spawn(task); // connects, registers, and comes back after every loss
//! registree.registered().await?; // an error says why the registrar has refused
//! let request = RequestPrimitive::retrieve("cse-in", unassigned).from("Cthermo");
//! println!("{}", registree.request(request).await?.status);
//! while let Some(notification) = incoming.next().await {
//!     // One that is dropped is answered with 5000.
//!     notification.respond_status(ResponseStatusCode::OK);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A CSE that registers AEs:
//!
//! ```no_run
//! use std::collections::BTreeMap;
//! use std::time::Duration;
//!
//! use onem2m_ws_tokio::driver::binding::RegistrarConfig;
//! use onem2m_ws_tokio::driver::primitive::{
//!     Content, ResourceType, ResponsePrimitive, ResponseStatusCode,
//! };
//! use onem2m_ws_tokio::{IncomingRequest, PlainListener, ServeLimits, registrar, serve};
//! use tokio::net::TcpListener;
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
//! # async fn serve_aes() -> Result<(), Box<dyn std::error::Error>> {
//! let listener = TcpListener::bind("127.0.0.1:9000").await?;
//! let (registrar, task) = registrar(RegistrarConfig::default())?;
//! let handle = registrar.clone();
//! tokio::spawn(async move {
//!     // Connections are closed in order, and `serve` returns.
//!     tokio::time::sleep(Duration::from_secs(3600)).await;
//!     handle.shutdown(Duration::from_secs(5)).await
//! });
//! serve(PlainListener(listener), registrar, task, cse, ServeLimits::default()).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A plain WebSocket client:
//!
//! ```no_run
//! use onem2m_ws_tokio::core::{ClientRequest, CloseCode, CloseFrame};
//! use onem2m_ws_tokio::{Options, connect};
//!
//! # async fn client() -> Result<(), Box<dyn std::error::Error>> {
//! let request = ClientRequest::new("ws://127.0.0.1:9001/chat")?.subprotocol("superchat")?;
//! let (mut websocket, response) = connect(request, Options::default()).await?;
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
//! A plain WebSocket server, which decides about each request before it accepts it:
//!
//! ```no_run
//! use onem2m_ws_tokio::core::{Acceptance, Config, Matching, Preference, Rejection, select_subprotocol};
//! use onem2m_ws_tokio::driver::Error;
//! use onem2m_ws_tokio::{accept, accept_tcp};
//! use tokio::net::{TcpListener, TcpStream};
//!
//! async fn serve(listener: TcpListener) -> std::io::Result<()> {
//!     loop {
//!         // It goes on when there were too many open files for a while.
//!         let (stream, peer) = accept_tcp(&listener).await?;
//!         tokio::spawn(async move {
//!             if let Err(error) = echo(stream).await {
//!                 eprintln!("{peer}: {error}");
//!             }
//!         });
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
//! A message that was sent has left when `send` completes, whatever the task does then; what was fed leaves with the next write.
//! One message to many peers, from one task to those of the connections, is copied for none:
//!
//! ```
//! use onem2m_ws_tokio::core::SharedText;
//! use onem2m_ws_tokio::driver::Sender;
//!
//! /// Tells everybody, and forgets those who have gone; one whose queue is full misses the news.
//! fn broadcast(peers: &mut Vec<Sender>, news: String) {
//!     let news = SharedText::from(news); // cloned by its reference count
//!     peers.retain_mut(|peer| match peer.try_send(news.clone()) {
//!         Ok(()) => true,
//!         Err(unsent) => !unsent.is_disconnected,
//!     });
//! }
//! ```
//!
//! `wss` is for [`connect()`] with the features `rustls` and `native-certs`, and for `connect_tls` and `accept_tls` with
//! credentials of one's own and the feature `rustls` or `openssl`. Over a Unix socket or a pipe in memory: [`connect_over`] and
//! [`accept`] take any stream of tokio's. Through a proxy: [`connect_by`]. Behind an HTTP server that has parsed the request:
//! [`Upgrade`](core::Upgrade), with the feature `http` from the types of the crate `http`, and with the feature `axum` the
//! extractor `WebSocketUpgrade`. For protocols without messages: [`ByteStream`]. Cancelling is safe at every await, with
//! `select!` or [`timeout`](tokio::time::timeout): see [`WebSocket`].
//!
//! # Guide
//!
//! - An AE: [a first one](guide::first_ae), [notifications](guide::notifications), [sleeping and reopening](guide::sleeping),
//!   [how requests end, and what "unknown" means](guide::outcomes).
//! - [A CSE](guide::cse), [TLS and identities](guide::tls), [deployed peers](guide::peers).
//! - [An event loop of one's own](guide::event_loop), [from tungstenite](guide::from_tungstenite),
//!   [a chat in both](guide::side_by_side), [tuning](guide::tuning).

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "axum")]
mod axum;
mod bytes;
mod connect;
pub mod guide;
mod node;
#[cfg(any(feature = "rustls", feature = "openssl"))]
mod tls;
mod transport;

pub use onem2m_ws_driver as driver;
pub use onem2m_ws_driver::{InvalidProxy, Options, Proxy, Route, core, seed};

pub use node::{
    AeTask, PlainListener, RegistrarHandle, RegistrarTask, RegistreeTask, RouteConnector,
    TcpConnector, TokioRuntime, TokioSpawner, ae, register, registrar, registree, route_connector,
    serve, serve_spawning,
};
pub use onem2m_ws_driver::{
    Ae, AeError, Incoming, IncomingRequest, RegistreeHandle, RequestFailure, Responder, ServeLimits,
};

#[cfg(feature = "axum")]
pub use axum::{UpgradeRejection, UpgradedTransport, UpgradedWebSocket, WebSocketUpgrade};
pub use bytes::ByteStream;
pub use connect::{accept, accept_tcp, connect, connect_by, connect_over, connect_tcp};
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use node::TlsListener;
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub use tls::{TlsAccepting, TlsWebSocket, accept_tls, connect_tls, connect_tls_over};
pub use transport::{TokioNetwork, TokioTimer, TokioTransport};

/// A connection over TCP.
pub type WebSocket<S = tokio::net::TcpStream> =
    onem2m_ws_driver::WebSocket<TokioTransport<S>, TokioTimer>;
/// A connection that was made by [`connect()`] or [`connect_by`].
pub type RoutedWebSocket = onem2m_ws_driver::WebSocket<onem2m_ws_driver::BoxTransport, TokioTimer>;
/// A request over TCP that waits for its answer.
pub type Accepting<S = tokio::net::TcpStream> =
    onem2m_ws_driver::Accepting<TokioTransport<S>, TokioTimer>;

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
