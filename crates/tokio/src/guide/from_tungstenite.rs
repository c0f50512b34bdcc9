//! From tungstenite: the calls of `tokio-tungstenite` 0.30 and of this crate side by side. A chat in both is in
//! [`side_by_side`].
//!
//! | | `tokio-tungstenite` | here |
//! |---|---|---|
//! | connect | `connect_async(url)` | [`connect`]`(url, Options::default())` |
//! | over a stream | `client_async(url, stream)` | [`connect_over`]`(stream, &request, Config::default())` |
//! | through a proxy | a stream of one's own | [`connect_by`]`(&route, &request, options)` |
//! | accept | `accept_async(stream)` | [`accept`]`(stream, config).await?.accept(&Acceptance::default())?` |
//! | decide about a request | `accept_hdr_async(stream, callback)` | [`request`] between the two, then `reject` |
//! | receive | `next()` of `StreamExt` | [`receive`], or [`next`], which lends the message |
//! | send now | `send(message)` | [`send`]`(message)` |
//! | send with others | `feed(message)` | [`feed`]`(message)` |
//! | split | `split()` of `StreamExt` | [`split`]`(queue_len)`: any number of senders, without a lock |
//! | `Stream` and `Sink` | the connection | both halves of a split; the connection by [`into_stream`] |
//! | close | `close(frame)`, then receive until the end | [`close`]`(frame)`; to go on receiving, [`start_close`] |
//! | limits | `WebSocketConfig` | [`Config`] |
//! | text | `Utf8Bytes` | [`Text`]; [`SharedText`] for many receivers |
//! | a frame of one's own | `Message::Frame` | none |
//!
//! # An echo, before
//!
//! ```no_run
//! use futures_util::{SinkExt, StreamExt};
//! use tokio::net::TcpStream;
//! use tokio_tungstenite::accept_async;
//! use tokio_tungstenite::tungstenite::Error;
//!
//! async fn echo(stream: TcpStream) -> Result<(), Error> {
//!     let mut websocket = accept_async(stream).await?;
//!     while let Some(message) = websocket.next().await {
//!         let message = message?;
//!         if message.is_text() || message.is_binary() {
//!             websocket.send(message).await?;
//!         }
//!     }
//!     Ok(())
//! }
//! ```
//!
//! # and after
//!
//! ```no_run
//! use onem2m_ws_tokio::accept;
//! use onem2m_ws_tokio::core::{Acceptance, Config};
//! use onem2m_ws_tokio::driver::Error;
//! use tokio::net::TcpStream;
//!
//! async fn echo(stream: TcpStream) -> Result<(), Error> {
//!     let mut websocket = accept(stream, Config::default()).await?.accept(&Acceptance::default())?;
//!     while let Some((message, websocket)) = websocket.next().await? {
//!         websocket.feed(message).await?;
//!     }
//!     Ok(())
//! }
//! ```
//!
//! # Differences
//!
//! - **Control frames** are not messages. Pings are answered and Close frames are echoed without the application;
//!   [`next_event`] shows pings and pongs. A connection that is silent pings by itself, and ends when nothing comes back.
//! - **Sending:** when `send` completes the transport has taken the message. A message that was fed leaves with the next
//!   write, which comes at the latest when the connection is received from and no input is ready, or with `flush`.
//! - **Cancelling** is safe everywhere, `send` and `close` included: `select!` and `timeout` lose nothing but a message that
//!   had not been taken.
//! - **Backpressure:** `feed` waits while 1 MiB waits in the outbox ([`Config::max_outbox_len`]), and a peer that takes
//!   nothing for 30 s is given up. tungstenite's `max_write_buffer_size` is an error for the sender, and unlimited by
//!   default.
//! - **Deadlines** are there without the application's doing: for the handshake, for a message, for keep-alive, for closing.
//! - **Limits** are lower: messages of 1 MiB here, of 64 MiB there.
//! - **The end** of a connection that was closed in order is `None`, and [`closed`] has the Close frame of the peer. A
//!   connection that ends without a Close frame is an error once.
//! - **Origins** are not checked by either: a server for browsers does so between `accept` and `accept`, by [`OriginPolicy`].
//! - **Compression** (RFC 7692) is here with [`Config::permessage_deflate`], and not there.
//!
//! [`Config::max_outbox_len`]: crate::core::Config::max_outbox_len
//! [`Config::permessage_deflate`]: crate::core::Config::permessage_deflate
//! [`Config`]: crate::core::Config
//! [`OriginPolicy`]: crate::core::OriginPolicy
//! [`SharedText`]: crate::core::SharedText
//! [`Text`]: crate::core::Text
//! [`accept`]: crate::accept()
//! [`close`]: crate::driver::WebSocket::close
//! [`closed`]: crate::driver::Outgoing::closed
//! [`connect_by`]: crate::connect_by
//! [`connect_over`]: crate::connect_over
//! [`connect`]: crate::connect()
//! [`feed`]: crate::driver::Outgoing::feed
//! [`into_stream`]: crate::driver::WebSocket::into_stream
//! [`next_event`]: crate::driver::WebSocket::next_event
//! [`next`]: crate::driver::WebSocket::next
//! [`receive`]: crate::driver::WebSocket::receive
//! [`request`]: crate::driver::Accepting::request
//! [`send`]: crate::driver::Outgoing::send
//! [`side_by_side`]: super::side_by_side
//! [`split`]: crate::driver::WebSocket::split
//! [`start_close`]: crate::driver::Outgoing::start_close
