//! An event loop of one's own: the state machines of [`core`] and [`driver::binding`] without any runtime.
//!
//! The machines do no input or output. They say what they want (bytes to be written, a deadline, a connection), and are told
//! what happened. Each want stays until it is met, so there is no order of calls to be kept, and a call too many harms
//! nothing. Time is an argument, and so is chance: 32 bytes from the operating system for each handshake.
//!
//! | want | method | met by |
//! |---|---|---|
//! | bytes to be written | `outbox()` | writing [`chunk`]s, then [`advance`] |
//! | to be told at a time | `poll_timeout()` | `handle_timeout(now)`, then or earlier |
//! | input | `poll_event(now, inbox)` returns `None` | reading into [`Inbox::space`], then [`filled`] |
//! | an end of the transport | `transport_action()` | shutting down, or letting go |
//! | a connection (a registree) | `wants_connection(now)` | `connecting(now)`, then `connected` or `connect_failed` |
//!
//! One [`Inbox`] serves all connections of a thread, for it is empty when `poll_event` returns `None`.
//!
//! # A connection
//!
//! The front page of `onem2m-ws-core` has a client over `std::net::TcpStream` in 50 lines. The example `mio` of
//! `onem2m-ws-driver` is a server for thousands of connections in one thread, with a heap of deadlines.
//!
//! # A registree
//!
//! The same for a node of oneM2M: an AE that registers, prints what it is notified of, and comes back after every loss; over
//! one blocking socket whose reads end at the next deadline.
//!
//! ```no_run
//! use std::io::{Error, ErrorKind, Read, Write};
//! use std::net::{Shutdown, TcpStream};
//! use std::time::{Duration, Instant};
//!
//! use onem2m_ws_tokio::core::{
//!     Buf, ClientHandshake, ClientProgress, ClientRequest, Config, Connection, Inbox, Outbox, Timestamp,
//!     TransportAction,
//! };
//! use onem2m_ws_tokio::driver::binding::{Registree, RegistreeConfig, RegistreeEvent, SessionEvent, Subprotocol};
//! use onem2m_ws_tokio::driver::primitive::{ResponsePrimitive, ResponseStatusCode};
//! use onem2m_ws_tokio::seed;
//!
//! type Failure = Box<dyn std::error::Error>;
//!
//! fn write_out(stream: &mut TcpStream, outbox: &mut Outbox) -> std::io::Result<()> {
//!     while outbox.has_remaining() {
//!         let count = stream.write(outbox.chunk())?;
//!         outbox.advance(count);
//!     }
//!     Ok(())
//! }
//!
//! /// Waits for input, or for the deadline: `None` at the deadline.
//! fn read(stream: &mut TcpStream, inbox: &mut Inbox, wait: Option<Duration>) -> std::io::Result<Option<usize>> {
//!     stream.set_read_timeout(wait.map(|wait| wait.max(Duration::from_millis(1))))?;
//!     match stream.read(inbox.space()) {
//!         Ok(count) => {
//!             inbox.filled(count).map_err(Error::other)?;
//!             Ok(Some(count))
//!         }
//!         Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Ok(None),
//!         Err(error) => Err(error),
//!     }
//! }
//!
//! fn open(
//!     request: &ClientRequest,
//!     inbox: &mut Inbox,
//!     now: impl Fn() -> Timestamp,
//! ) -> Result<(TcpStream, Connection, Subprotocol), Failure> {
//!     let mut stream = TcpStream::connect((request.host(), request.port()))?;
//!     let mut handshake = ClientHandshake::new(request, Config::default(), seed()?, now());
//!     loop {
//!         write_out(&mut stream, handshake.outbox())?;
//!         let wait = handshake.poll_timeout().map(|deadline| deadline.saturating_since(now()));
//!         match read(&mut stream, inbox, wait)? {
//!             Some(0) => return Err(handshake.handle_eof().into()),
//!             Some(_) => {}
//!             None => handshake = handshake.handle_timeout(now())?,
//!         }
//!         match handshake.receive(now(), inbox)? {
//!             ClientProgress::NeedsInput(next) => handshake = next,
//!             ClientProgress::Open(connection, response) => {
//!                 let chosen = response.subprotocol().and_then(Subprotocol::from_name);
//!                 return Ok((stream, connection, chosen.unwrap_or(Subprotocol::JSON)));
//!             }
//!         }
//!     }
//! }
//!
//! /// Drives the connection to its end.
//! fn drive(
//!     registree: &mut Registree,
//!     stream: &mut TcpStream,
//!     inbox: &mut Inbox,
//!     now: impl Fn() -> Timestamp,
//! ) -> Result<(), Failure> {
//!     loop {
//!         while let Some(event) = registree.poll_event(now(), inbox) {
//!             println!("{event}");
//!             let RegistreeEvent::Session(SessionEvent::Request { id, request }) = event else { continue };
//!             let response = ResponsePrimitive::to_request(&request, ResponseStatusCode::OK).into_owned();
//!             if let Err(error) = registree.respond(now(), id, response) {
//!                 eprintln!("{error}");
//!             }
//!         }
//!         if let Some(outbox) = registree.outbox(now()) {
//!             write_out(stream, outbox)?;
//!         }
//!         match registree.session().transport_action() {
//!             TransportAction::None | TransportAction::AwaitEof => {}
//!             TransportAction::Shutdown => stream.shutdown(Shutdown::Write)?,
//!             TransportAction::Abort => return Ok(()),
//!         }
//!         let wait = registree.poll_timeout().map(|deadline| deadline.saturating_since(now()));
//!         match read(stream, inbox, wait)? {
//!             Some(0) => registree.handle_eof(),
//!             Some(_) => {}
//!             None => registree.handle_timeout(now()),
//!         }
//!     }
//! }
//!
//! fn main() -> Result<(), Failure> {
//!     let epoch = Instant::now();
//!     let now = || Timestamp::new(epoch.elapsed());
//!     let ae = r#"{"m2m:ae":{"rn":"meter","api":"Nmeter","rr":true,"srv":["3"]}}"#;
//!     let config = RegistreeConfig::ae(["ws://127.0.0.1:9000".parse()?], "Cmeter", "cse-in", ae)?;
//!     let mut registree = Registree::new(config, seed()?.0)?;
//!     let mut inbox = Inbox::new();
//!     loop {
//!         let Some(attempt) = registree.connecting(now()) else {
//!             let wait = registree.poll_timeout().map(|deadline| deadline.saturating_since(now()));
//!             std::thread::sleep(wait.unwrap_or(Duration::from_secs(1)));
//!             registree.handle_timeout(now());
//!             continue;
//!         };
//!         match open(&attempt.request, &mut inbox, now) {
//!             Ok((mut stream, connection, subprotocol)) => {
//!                 registree.connected(now(), connection, subprotocol);
//!                 if let Err(error) = drive(&mut registree, &mut stream, &mut inbox, now) {
//!                     eprintln!("{error}");
//!                 }
//!                 inbox.clear();
//!                 registree.release(now());
//!             }
//!             Err(error) => {
//!                 eprintln!("{error}");
//!                 inbox.clear();
//!                 registree.connect_failed(now());
//!             }
//!         }
//!     }
//! }
//! ```
//!
//! # Rules for a loop
//!
//! - A peer whose bytes lie unread in the transport is not silent. A loop that leaves a connection unread for long calls
//!   `handle_unread(now)`, or its keep-alive finds a living peer dead.
//! - After [`TransportAction::Shutdown`] it goes on reading until the end of input, so that the peer gets the Close frame
//!   instead of a reset.
//! - A connection of a registree is released when its transport is gone, not before.
//! - Each handshake has a seed of its own, from the operating system.
//!
//! # A registrar
//!
//! [`Registrar`] is the same for the other side: all nodes as plain values, for a loop in one thread. To share the nodes
//! among threads, there are [`cells`].
//!
//! # A runtime that is not here
//!
//! A runtime needs less than that: [`Transport`] and [`Timer`], two traits with six methods, make [`driver`] run on it.
//!
//! [`Inbox::space`]: crate::core::Inbox::space
//! [`Inbox`]: crate::core::Inbox
//! [`Registrar`]: crate::driver::binding::Registrar
//! [`Timer`]: crate::driver::Timer
//! [`TransportAction::Shutdown`]: crate::core::TransportAction::Shutdown
//! [`Transport`]: crate::driver::Transport
//! [`advance`]: crate::core::Buf::advance
//! [`cells`]: crate::driver::binding::cells
//! [`chunk`]: crate::core::Buf::chunk
//! [`core`]: crate::core
//! [`driver::binding`]: crate::driver::binding
//! [`driver`]: crate::driver
//! [`filled`]: crate::core::Inbox::filled
