//! Drives the connections of `onem2m-ws-core` on any async runtime: one pump that reads, polls and writes.
//!
//! - [`connect`] and [`accept`] do the opening handshake over a [`Transport`], [`tunnel`] asks a proxy before.
//! - [`WebSocket`] is the connection. [`WebSocket::next`] lends each message; [`WebSocket::receive`] gives an owned one.
//! - [`Outgoing::send`] has written the message when it completes; [`Outgoing::feed`] lets the message leave together with
//!   others.
//! - [`WebSocket::split`] makes a receiving half and any number of [`Sender`]s, a [`Stream`](futures_core::Stream) and
//!   [`Sink`](futures_sink::Sink)s; [`WebSocket::into_task`] leaves the driving to a task; [`WebSocket::into_stream`] has both
//!   traits; [`WebSocket::into_byte_stream`] is for protocols without messages.
//!
//! - [`registree`] and [`registrar`] are nodes of oneM2M: a handle, and a task that connects, reopens and serves.
//! - [`Route`] gets to a server: resolves and dials, asks a [`Proxy`] for a tunnel, and secures the transport for `wss` (`tls`,
//!   with the feature `rustls` or `openssl`).
//!
//! Nothing is spawned here, and no future holds progress: each can be dropped at any await, and nothing is lost.
//!
//! A runtime brings a stream and a timer, two traits with six methods, and for nodes and routes a [`Runtime`] and a [`Network`].
//! A runtime whose stream is a pair of buffers and whose time stands still:
//!
//! ```
//! use std::collections::VecDeque;
//! use std::io::{self, IoSlice};
//! use std::task::{Context, Poll};
//!
//! use onem2m_ws_driver::core::{Acceptance, Config, Seed, Timestamp};
//! use onem2m_ws_driver::{Error, Timer, Transport, accept};
//!
//! struct Buffers {
//!     input: VecDeque<u8>,
//!     output: Vec<u8>,
//! }
//!
//! impl Transport for Buffers {
//!     fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
//!         Poll::Ready(io::Read::read(&mut self.input, space))
//!     }
//!     fn poll_write(&mut self, _: &mut Context<'_>, chunks: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
//!         Poll::Ready(io::Write::write_vectored(&mut self.output, chunks))
//!     }
//!     fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
//!         Poll::Ready(Ok(()))
//!     }
//!     fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
//!         Poll::Ready(Ok(()))
//!     }
//! }
//!
//! struct Stopped;
//!
//! impl Timer for Stopped {
//!     fn now(&self) -> Timestamp {
//!         Timestamp::default()
//!     }
//!     fn poll_until(&mut self, _: &mut Context<'_>, _: Timestamp) -> Poll<()> {
//!         Poll::Pending
//!     }
//! }
//!
//! async fn serve(input: &[u8], seed: Seed) -> Result<Vec<u8>, Error> {
//!     let buffers = Buffers { input: input.iter().copied().collect(), output: Vec::new() };
//!     let accepting = accept(buffers, Stopped, Config::default(), seed).await?;
//!     let mut websocket = accepting.accept(&Acceptance::default())?;
//!     while let Some((message, websocket)) = websocket.next().await? {
//!         websocket.feed(message).await?;
//!     }
//!     Ok(websocket.transport().output.clone())
//! }
//!
//! # let request = b"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
//! #     Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
//! # let frames = b"\x81\x82\0\0\0\0hi\x88\x82\0\0\0\0\x03\xe8";
//! # let input = [&request[..], frames].concat();
//! # let mut served = std::pin::pin!(serve(&input, Seed([7; 32])));
//! # let mut cx = Context::from_waker(std::task::Waker::noop());
//! # let Poll::Ready(Ok(output)) = served.as_mut().poll(&mut cx) else { panic!("it needs nothing else") };
//! # assert!(output.ends_with(b"\x81\x02hi\x88\x02\x03\xe8"));
//! ```

#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod accept;
mod ae;
mod bytes;
mod dial;
mod endpoint;
mod error;
mod handshake;
mod node;
mod opening;
mod proxy;
mod pump;
mod route;
mod runtime;
mod seed;
mod split;
mod storage;
mod stream;
#[cfg(not(shuttle))]
mod sync;
#[cfg(shuttle)]
#[doc(hidden)]
pub mod sync;
#[cfg(any(feature = "rustls", feature = "openssl"))]
pub mod tls;
mod transport;
mod wakers;
mod websocket;

pub use onem2m_primitive as primitive;
pub use onem2m_ws as binding;
pub use onem2m_ws_core as core;

pub use accept::{AcceptBackoff, AcceptFailure, AcceptPacer, accept_next};
pub use ae::{Ae, AeError, AeLimits, AeRequests, AeTask, Notified, Subscription, ae};
pub use bytes::ByteStream;
pub use dial::{Network, Options, dial, dial_plain};
pub use error::Error;
pub use handshake::{Accepting, Tunnel, accept, connect, tunnel};
pub use node::{
    ConnectionInfo, Counters, EntityInfo, Events, Failure, Handler, Handshake, Incoming,
    IncomingRequest, MemoryStore, NoStore, Observed, OpenConnection, Peer, RegistrarActivity,
    RegistrarHandle, RegistrarTask, RegistreeActivity, RegistreeHandle, RegistreeTask,
    RequestFailure, Responder, ServeLimits, ShutdownReport, Spawn, Store, StoreFailure, registrar,
    registrar_with_store, registree, serve, serve_spawning, serve_with,
};
pub use proxy::{InvalidProxy, Proxy};
pub use route::{BoxTransport, Route, RouteConnector, connect_to, dial_and_connect};
pub use runtime::{Accepted, Connector, Listener, Runtime};
pub use seed::seed;
pub use split::{Delivered, Receiver, Sender, TrySendError};
pub use stream::Messages;
pub use transport::{Timer, Transport};
pub use websocket::{Outgoing, WebSocket};

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
