//! Tuning: limits, memory, and the other settings.
//!
//! Every queue, length and duration has a limit with a name and a default, and nothing waits for ever. They lie in these
//! places:
//!
//! | type | about | handed over to |
//! |---|---|---|
//! | [`Config`] | a WebSocket connection | `accept`, [`Options::config`], [`driver::registree`], [`driver::registrar`] |
//! | [`Options`] | the way to a server: resolving, connecting, proxies | [`connect`], [`route_connector`] |
//! | [`SessionConfig`] | requests and responses | the field `session` of the next two |
//! | [`RegistreeConfig`] | registering and reopening | [`registree`], [`ae`] |
//! | [`RegistrarConfig`] | nodes and entities | [`registrar`] |
//! | [`AeLimits`] | subscriptions and what waits in them | [`driver::ae`] |
//! | [`ServeLimits`] | handshakes, connections of an address | [`serve`] |
//!
//! # Messages
//!
//! ```
//! use onem2m_ws_tokio::core::Config;
//!
//! let config = Config {
//!     max_message_len: 16 << 20, // received, in bytes
//!     max_outbox_len: 32 << 20,  // that wait to be written
//!     ..Config::default()
//! };
//! assert_eq!(Config::default().max_message_len, 1 << 20);
//! ```
//!
//! A longer message fails the connection with 1009 as soon as a frame header announces it. Primitives have limits of their
//! own, which a longer message has to meet as well: `session.codec.limits.max_len` for those that are received and
//! `session.max_message_len` for those that are sent, 1 MiB each.
//!
//! Messages that are too long to be held are handed over in pieces above [`Config::stream_above`], and are sent in pieces by
//! [`send_piece`].
//!
//! # Memory
//!
//! - An idle connection holds no buffer for input: it borrows one from its thread while there is input.
//! - With compression and context takeover, an idle connection holds its windows. [`PermessageDeflate`] can agree on smaller
//!   windows, or on none.
//! - A registrar is bounded by its limits together: `max_connections`, `max_nodes`, and for each node
//!   `session.max_waiting_len` of what waits.
//! - [`Config::max_outbox_len`] bounds what a peer that does not read makes a sender hold; then `send` waits, and after
//!   [`write_timeout`] without a byte taken the connection is lost.
//!
//! # Latency and throughput
//!
//! Messages that are sent leave when no more input is ready: the answers to all that one read brought leave in one write, and
//! a single answer leaves at once. `TCP_NODELAY` is set on every connection that this crate opens or accepts, but for a
//! stream that is handed over. [`Config::send_fragment_len`] lets a pong pass in the middle of a long message.
//!
//! # Compression
//!
//! ```
//! # #[cfg(feature = "deflate")]
//! # {
//! use onem2m_ws_tokio::core::{Config, PermessageDeflate};
//!
//! let config = Config { permessage_deflate: Some(PermessageDeflate::default()), ..Config::default() };
//! # assert!(config.permessage_deflate.is_some());
//! # }
//! ```
//!
//! Off by default, for lengths give away secrets that are compressed beside text of an attacker's; `send_uncompressed` leaves
//! a message out. The counters of a node say how many bytes its messages had before and after.
//!
//! # Deadlines
//!
//! | time | field | default |
//! |---|---|---|
//! | to resolve a name | `Options::resolve_timeout` | 5 s |
//! | to connect to any address | `Options::connect_timeout` | 10 s |
//! | for the opening handshake | `Config::handshake_timeout` | 10 s |
//! | of silence before a ping | `Config::ping_interval` | 30 s |
//! | for a sign of life after it | `Config::pong_timeout` | 10 s |
//! | for one message to come whole | `Config::message_timeout` | 60 s |
//! | for the peer to take some bytes | `Config::write_timeout` | 30 s |
//! | for the closing handshake | `Config::close_timeout` | 5 s |
//! | for requests: see [`outcomes`] | `SessionConfig` | |
//!
//! # A registrar for many
//!
//! The operating system's limit of open files comes first. [`serve_spawning`] gives each connection a task on all threads of
//! the runtime; [`serve`] has all of them within one future. The example `many` has ten thousand registrees at one registrar,
//! and prints the memory of each.
//!
//! # Features
//!
//! `json`, `xml`, `cbor` and `deflate` are on by default. A program that speaks plain WebSocket only needs none of them:
//! `default-features = false` compiles neither serializations nor compression.
//!
//! [`AeLimits`]: crate::driver::AeLimits
//! [`Config::max_outbox_len`]: crate::core::Config::max_outbox_len
//! [`Config::send_fragment_len`]: crate::core::Config::send_fragment_len
//! [`Config::stream_above`]: crate::core::Config::stream_above
//! [`Config`]: crate::core::Config
//! [`Options::config`]: crate::Options::config
//! [`Options`]: crate::Options
//! [`PermessageDeflate`]: crate::core::PermessageDeflate
//! [`RegistrarConfig`]: crate::driver::binding::RegistrarConfig
//! [`RegistreeConfig`]: crate::driver::binding::RegistreeConfig
//! [`ServeLimits`]: crate::ServeLimits
//! [`SessionConfig`]: crate::driver::binding::SessionConfig
//! [`ae`]: crate::ae
//! [`connect`]: crate::connect()
//! [`driver::ae`]: crate::driver::ae()
//! [`driver::registrar`]: crate::driver::registrar()
//! [`driver::registree`]: crate::driver::registree
//! [`outcomes`]: super::outcomes
//! [`registrar`]: crate::registrar
//! [`registree`]: crate::registree
//! [`route_connector`]: crate::route_connector
//! [`send_piece`]: crate::driver::Outgoing::send_piece
//! [`serve_spawning`]: crate::serve_spawning
//! [`serve`]: crate::serve
//! [`write_timeout`]: crate::core::Config::write_timeout
