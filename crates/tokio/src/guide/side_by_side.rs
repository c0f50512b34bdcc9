//! A chat in tungstenite and here, and the questions that users of WebSocket libraries ask. The calls one by one are in
//! [`from_tungstenite`].
//!
//! # The server, in `tokio-tungstenite`
//!
//! ```no_run
//! use futures_util::{SinkExt, StreamExt};
//! use tokio::net::{TcpListener, TcpStream};
//! use tokio::sync::broadcast;
//! use tokio_tungstenite::accept_async;
//! use tokio_tungstenite::tungstenite::protocol::CloseFrame;
//! use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
//! use tokio_tungstenite::tungstenite::{Error, Message, Utf8Bytes};
//!
//! async fn serve(listener: TcpListener) -> std::io::Result<()> {
//!     let (room, _) = broadcast::channel(64);
//!     loop {
//!         let (stream, peer) = listener.accept().await?;
//!         let room = room.clone();
//!         tokio::spawn(async move {
//!             if let Err(error) = guest(stream, room).await {
//!                 eprintln!("{peer}: {error}");
//!             }
//!         });
//!     }
//! }
//!
//! async fn guest(stream: TcpStream, room: broadcast::Sender<Utf8Bytes>) -> Result<(), Error> {
//!     let mut websocket = accept_async(stream).await?;
//!     let mut said = room.subscribe();
//!     loop {
//!         tokio::select! {
//!             message = websocket.next() => match message.transpose()? {
//!                 Some(Message::Text(text)) => drop(room.send(text)),
//!                 Some(_) => {}
//!                 None => return Ok(()),
//!             },
//!             text = said.recv() => match text {
//!                 Ok(text) => websocket.send(Message::Text(text)).await?,
//!                 Err(_) => {
//!                     let frame = CloseFrame { code: CloseCode::Again, reason: "too slow".into() };
//!                     return websocket.close(Some(frame)).await;
//!                 }
//!             },
//!         }
//!     }
//! }
//! ```
//!
//! # The server here
//!
//! ```no_run
//! use onem2m_ws_tokio::core::{Acceptance, CloseCode, CloseFrame, Config, Message, SharedText};
//! use onem2m_ws_tokio::driver::Error;
//! use onem2m_ws_tokio::{accept, accept_tcp};
//! use tokio::net::{TcpListener, TcpStream};
//! use tokio::sync::broadcast;
//!
//! async fn serve(listener: TcpListener) -> std::io::Result<()> {
//!     let (room, _) = broadcast::channel(64);
//!     loop {
//!         let (stream, peer) = accept_tcp(&listener).await?;
//!         let room = room.clone();
//!         tokio::spawn(async move {
//!             if let Err(error) = guest(stream, room).await {
//!                 eprintln!("{peer}: {error}");
//!             }
//!         });
//!     }
//! }
//!
//! async fn guest(stream: TcpStream, room: broadcast::Sender<SharedText>) -> Result<(), Error> {
//!     let mut websocket = accept(stream, Config::default()).await?.accept(&Acceptance::default())?;
//!     let mut said = room.subscribe();
//!     loop {
//!         tokio::select! {
//!             message = websocket.receive() => match message? {
//!                 Some(Message::Text(text)) => drop(room.send(text.into_string().into())),
//!                 Some(Message::Binary(_)) => {}
//!                 None => return Ok(()),
//!             },
//!             text = said.recv() => match text {
//!                 Ok(text) => websocket.send(text).await?,
//!                 Err(_) => {
//!                     let frame = CloseFrame::new(CloseCode::TRY_AGAIN_LATER, "too slow");
//!                     return websocket.close(frame).await;
//!                 }
//!             },
//!         }
//!     }
//! }
//! ```
//!
//! The text of a message is shared by all guests, not copied, in both. Here the listener goes on after it had no file
//! descriptors, `TCP_NODELAY` is set, a guest that has vanished is found by pings and one that reads nothing by its outbox,
//! and `close` sees the connection to its end.
//!
//! # The client, in `tokio-tungstenite`
//!
//! ```no_run
//! use futures_util::{SinkExt, StreamExt};
//! use tokio::io::{AsyncBufReadExt, BufReader, stdin};
//! use tokio_tungstenite::connect_async;
//! use tokio_tungstenite::tungstenite::{Error, Message};
//!
//! async fn join(url: &str, name: &str) -> Result<(), Error> {
//!     let (mut websocket, _) = connect_async(url).await?;
//!     let mut lines = BufReader::new(stdin()).lines();
//!     loop {
//!         tokio::select! {
//!             message = websocket.next() => match message.transpose()? {
//!                 Some(Message::Text(text)) => println!("{text}"),
//!                 Some(_) => {}
//!                 None => return Ok(()),
//!             },
//!             line = lines.next_line() => match line? {
//!                 Some(line) => websocket.send(Message::text(format!("{name}: {line}"))).await?,
//!                 None => return websocket.close(None).await,
//!             },
//!         }
//!     }
//! }
//! ```
//!
//! # The client here
//!
//! ```no_run
//! use onem2m_ws_tokio::core::Message;
//! use onem2m_ws_tokio::{Options, connect};
//! use tokio::io::{AsyncBufReadExt, BufReader, stdin};
//!
//! async fn join(url: &str, name: &str) -> Result<(), Box<dyn std::error::Error>> {
//!     let (mut websocket, _) = connect(url, Options::default()).await?;
//!     let mut lines = BufReader::new(stdin()).lines();
//!     loop {
//!         tokio::select! {
//!             message = websocket.receive() => match message? {
//!                 Some(Message::Text(text)) => println!("{}", &*text),
//!                 Some(Message::Binary(_)) => {}
//!                 None => return Ok(()),
//!             },
//!             line = lines.next_line() => match line? {
//!                 Some(line) => websocket.send(format!("{name}: {line}")).await?,
//!                 None => return Ok(websocket.close(None).await?),
//!             },
//!         }
//!     }
//! }
//! ```
//!
//! The example `chat` is both, as a program:
//!
//! ```sh
//! cargo run --release --example chat -- serve 127.0.0.1:9001
//! cargo run --release --example chat -- join ws://127.0.0.1:9001 Ada
//! ```
//!
//! # Questions
//!
//! Each answer stands with a test or an example in the repository that shows it.
//!
//! - **Compression?** permessage-deflate (RFC 7692) with context takeover and windows of 8 to 15 bits, off by default. Shown
//!   by `tests/tests/deflate_negotiation.rs`, `crates/tokio/examples/echo.rs` with `--deflate`.
//! - **When does a message leave?** Before `send` completes; what was fed when no more input is ready, or with `flush`: a
//!   single answer at once, many answers together. Shown by `crates/driver/tests/scripted/promise.rs`, `crates/driver/tests/scripted/batching.rs`: `a_single_echo_leaves_at_once`,
//!   `many_echoes_leave_in_few_writes`.
//! - **Backpressure?** `send` waits for the transport, `feed` while the outbox is full, and senders of a task wait for the queue. Shown by
//!   `crates/driver/tests/scripted/split.rs`: `backpressure_reaches_the_senders`.
//! - **Memory of an idle connection?** No buffer for input or output. Shown by `crates/driver/tests/idle.rs`:
//!   `an_idle_connection_holds_no_buffer`.
//! - **Is cancelling safe?** At every await: all progress lies in the connection. Shown by
//!   `crates/driver/tests/scripted/cancel.rs`.
//! - **Split?** A receiver and any number of senders, without a lock; or a task that drives, and both halves elsewhere. Shown
//!   by `crates/driver/tests/scripted/split.rs`: `many_senders_keep_their_order`,
//!   `the_task_answers_while_the_application_is_slow`.
//! - **Are pings answered?** Without a call (RFC 6455 §5.5.2), the latest where many wait. There is no switch to leave that
//!   out. Shown by `tests/tests/floods.rs`, `crates/tokio/tests/paused.rs`: `a_busy_task_does_not_lose_a_living_peer`.
//! - **Streaming of long messages?** In pieces, both ways: `Config::stream_above`, `next_event`, `send_piece`. Shown by
//!   `tests/tests/interleavings.rs`, `crates/driver/tests/scripted/stream.rs`.
//! - **Closing?** `close` drives the handshake to the end of the transport, within its time. Shown by
//!   `tests/tests/closing.rs`, `crates/tokio/tests/paused.rs`: `the_closing_handshake_has_its_time`.
//! - **Proxies?** `CONNECT`, with credentials, also to a proxy over TLS. Shown by `crates/driver/tests/scripted/routes.rs`:
//!   `credentials_when_they_are_asked_for`, `tests/proxy/run`.
//! - **Header fields?** Of the request and of the answer, both ways; a server decides in between. Shown by
//!   `crates/tokio/examples/client.rs` with `--header`, `crates/tokio/examples/axum.rs`.
//! - **Wakers?** A task may change its waker at any poll, and input, room and alarm each wake alone. Shown by
//!   `crates/driver/tests/scripted/fairness.rs`.
//! - **Other runtimes?** smol in `onem2m-ws-smol`; any other by two traits with six methods; none at all with the state
//!   machines. Shown by `crates/smol/tests/suite.rs`, `crates/driver/examples/mio.rs`.
//! - **Speed?** Measured beside nine other implementations in one process. Shown by `crates/bench/README.md`.
//! - **Fragments?** Assembled within a limit; an attack of small fragments is told from an honest peer by its payload. Shown
//!   by `tests/tests/fragmentation.rs`, `tests/tests/floods.rs`.
//! - **`AsyncRead` and `AsyncWrite` over messages?** [`ByteStream`](crate::ByteStream), by two tasks if need be. Shown by
//!   `crates/driver/tests/scripted/bytes.rs`.
//! - **Keep-alive?** A ping after 30 s of silence, and the end 10 s later. Shown by `crates/tokio/tests/paused.rs`:
//!   `a_dead_peer_is_found`, `a_living_peer_is_kept_for_hours`.
//! - **Close codes?** A `CloseCode` that must not stand in a frame cannot be made, and one that is received is refused. Shown
//!   by `tests/tests/closing.rs`.
//! - **UTF-8?** Validated while it is received, and refused at its first wrong byte, in fragments too. Shown by
//!   `tests/tests/fragmentation.rs`.
//! - **HTTP/2?** Not in this version: opening handshakes are those of HTTP/1.1.
//!
//! [`from_tungstenite`]: super::from_tungstenite
