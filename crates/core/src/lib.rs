//! WebSocket (RFC 6455) as pure state machines: bytes in, events out. No socket, no clock, no entropy source, no
//! `unsafe`; `no_std` with `alloc`.
//!
//! - Opening: [`ClientHandshake`] and [`ServerHandshake`] turn into a [`Connection`]; [`ProxyConnect`] opens a tunnel
//!   before. A server decides by itself what it accepts, between [`Requested`] and [`Requested::accept`].
//! - Open and closing: [`Connection`]. Bytes go in through an [`Inbox`] that the caller owns, [`Event`]s come out, and
//!   what has to be written waits in its [`Outbox`].
//! - Every limit and duration is a field of [`Config`].
//!
//! Methods can be called in any order: a want of a machine (bytes to write, a deadline, an end to the transport) stays until
//! it is met. Errors tell whose fault they are: [`HandshakeError`], [`ProtocolError`] and [`ProxyError`] the
//! peer's; [`RequestError`], [`AcceptError`], [`SendError`] and [`ControlError`] the caller's.
//!
//! Most programs want an adapter (`onem2m-ws-tokio`, or `onem2m-ws-driver` for another runtime). A program without
//! one:
//!
//! ```no_run
//! use std::io::{ErrorKind, Read, Write};
//! use std::net::{Shutdown, TcpStream};
//! use std::time::{Duration, Instant};
//!
//! use onem2m_ws_core::{
//!     Buf, ClientHandshake, ClientProgress, ClientRequest, Config, Event, Inbox, Outbox, Seed, Timestamp,
//!     TransportAction,
//! };
//!
//! fn write_out(stream: &mut TcpStream, outbox: &mut Outbox) -> std::io::Result<()> {
//!     while outbox.has_remaining() {
//!         let count = stream.write(outbox.chunk())?;
//!         outbox.advance(count);
//!     }
//!     Ok(())
//! }
//!
//! # fn entropy() -> [u8; 32] { [0; 32] }
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let epoch = Instant::now();
//!     let now = || Timestamp::new(epoch.elapsed());
//!     let request = ClientRequest::new("ws://127.0.0.1:9001/chat")?.subprotocol("superchat")?;
//!     let mut stream = TcpStream::connect((request.host(), request.port()))?;
//!     let mut inbox = Inbox::new();
//!
//!     // 32 bytes from the operating system, fresh for every attempt.
//!     let mut handshake = ClientHandshake::new(&request, Config::default(), Seed(entropy()), now());
//!     let mut connection = loop {
//!         write_out(&mut stream, handshake.outbox())?;
//!         match stream.read(inbox.space())? {
//!             0 => return Err(handshake.handle_eof().into()),
//!             count => inbox.filled(count)?,
//!         }
//!         match handshake.receive(now(), &mut inbox)? {
//!             ClientProgress::NeedsInput(next) => handshake = next,
//!             ClientProgress::Open(connection, _response) => break connection,
//!         }
//!     };
//!
//!     connection.send("hello")?;
//!     loop {
//!         while let Some(event) = connection.poll_event(now(), &mut inbox) {
//!             match event {
//!                 Event::Message(message) => println!("{message:?}"),
//!                 Event::Closed(closed) => println!("{closed}"),
//!                 Event::Piece(_) | Event::Ping(_) | Event::Pong(_) => {}
//!             }
//!         }
//!         write_out(&mut stream, connection.outbox())?;
//!         match connection.transport_action() {
//!             TransportAction::None | TransportAction::AwaitEof => {}
//!             TransportAction::Shutdown => stream.shutdown(Shutdown::Write)?,
//!             TransportAction::Abort => return Ok(()),
//!         }
//!         let wait = connection.poll_timeout().map(|deadline| deadline.saturating_since(now()));
//!         stream.set_read_timeout(wait.map(|wait| wait.max(Duration::from_millis(1))))?;
//!         match stream.read(inbox.space()) {
//!             Ok(0) => connection.handle_eof(),
//!             Ok(count) => inbox.filled(count)?,
//!             Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
//!                 connection.handle_timeout(now());
//!             }
//!             Err(error) => return Err(error.into()),
//!         }
//!     }
//! }
//! ```

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod assembly;
mod certain;
mod config;
mod connection;
mod entropy;
mod error;
mod event;
mod frame;
mod handshake;
mod head;
mod inbox;
mod mask;
mod message;
mod outbox;
mod permessage_deflate;
mod proxy;
mod time;
mod utf8;

pub use bytes::{Buf, Bytes};
pub use config::Config;
pub use connection::{Connection, Role};
pub use entropy::Seed;
pub use error::{ControlError, ProtocolError, SendError, SendErrorReason};
pub use event::{CloseCode, CloseFrame, Closed, Event, EventKind, Loss, Piece, TransportAction};
pub use handshake::{
    AcceptError, AcceptErrorReason, Acceptance, ClientHandshake, ClientProgress, ClientRequest,
    Extension, HandshakeError, HeadRule, Matching, OriginPolicy, Preference, Rejected, Rejection,
    Request, RequestError, Requested, Response, ServerHandshake, ServerProgress, Upgrade,
    Violation, accept_key, select_subprotocol,
};
pub use head::Headers;
pub use inbox::{Inbox, Overfilled};
pub use message::{Binary, Message, MessageKind, SharedText, Text};
#[cfg(feature = "deflate")]
pub use onem2m_ws_deflate as deflate;
pub use outbox::{Outbox, Sent};
#[cfg(feature = "deflate")]
pub use permessage_deflate::{AgreedDeflate, ByteCounter, DeflateCounters, PermessageDeflate};
pub use proxy::{ProxyConnect, ProxyError, ProxyProgress};
pub use time::Timestamp;

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
