use core::fmt;
use core::net::SocketAddr;
use core::time::Duration;
use std::io;

use onem2m_ws::{ConnectionId, Delivery, Outcome, RegistrarEvent, RequestId};

use crate::error::Error;
use crate::node::events::Occurrence;
use crate::node::slot::Answer;

/// An activity of a registrar.
#[derive(Debug)]
#[non_exhaustive]
pub enum RegistrarActivity {
    /// A node has had an event.
    Node {
        /// The number of the node.
        node: u64,
        /// The event itself.
        event: RegistrarEvent,
    },
    /// A connection was opened.
    Connected {
        /// The connection.
        connection: ConnectionId,
        /// The address of the peer.
        peer: Option<SocketAddr>,
    },
    /// A request that was [posted](super::RegistrarHandle::post) has ended.
    Posted {
        /// The number of the request.
        id: RequestId,
        /// The outcome of the request.
        answer: Answer,
    },
    /// An opening handshake was refused.
    HandshakeRefused {
        /// The address of the peer.
        peer: Option<SocketAddr>,
        /// The status of the answer.
        status: u16,
    },
    /// An opening handshake has failed.
    HandshakeFailed {
        /// The address of the peer.
        peer: Option<SocketAddr>,
        /// The reason.
        error: Error,
    },
    /// A connection was given up before its opening handshake: TLS has failed, or the peer may speak for no entity.
    NotSecured {
        /// The address of the peer.
        peer: Option<SocketAddr>,
        /// The reason.
        error: io::Error,
    },
    /// The oldest opening handshake of its address was given up, for too many were under way.
    HandshakeDisplaced,
    /// A connection was closed before its handshake: its address has as many as it may have.
    TurnedAway {
        /// The address of the peer.
        peer: Option<SocketAddr>,
    },
    /// The listener has failed, and is left alone for a while.
    ListenerPaused {
        /// The reason.
        error: io::Error,
        /// The length of the pause.
        pause: Duration,
    },
    /// A handler has panicked, or its future has as it was dropped: 5000 was answered, unless the handler had answered before.
    HandlerPanicked {
        /// The connection over which the request came.
        connection: ConnectionId,
    },
    /// A message that came over a connection which had to go was dropped.
    FormerDropped {
        /// The connection.
        connection: ConnectionId,
    },
    /// The store has failed. The requests that the store was to keep wait on in memory.
    StoreFailed {
        /// The reason.
        error: io::Error,
    },
}

impl fmt::Display for RegistrarActivity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node { node, event } => write!(f, "node {node}: {event}"),
            Self::Connected { connection, peer } => {
                write!(f, "connection {connection} was opened by {}", Address(peer))
            }
            Self::Posted { id, answer } => match answer {
                Ok(response) => write!(f, "request {id} was answered: {}", response.status),
                Err(failure) => write!(f, "request {id} has ended: {failure}"),
            },
            Self::HandshakeRefused { peer, status } => {
                write!(
                    f,
                    "the handshake of {} was refused with {status}",
                    Address(peer)
                )
            }
            Self::HandshakeFailed { peer, error } => {
                write!(f, "the handshake of {} has failed: {error}", Address(peer))
            }
            Self::NotSecured { peer, error } => {
                write!(
                    f,
                    "the connection of {} was given up: {error}",
                    Address(peer)
                )
            }
            Self::HandshakeDisplaced => {
                f.write_str("a handshake was given up, for too many were under way")
            }
            Self::TurnedAway { peer } => {
                write!(
                    f,
                    "{} has as many connections as it may have",
                    Address(peer)
                )
            }
            Self::ListenerPaused { error, pause } => {
                write!(
                    f,
                    "the listener has failed, and rests for {pause:?}: {error}"
                )
            }
            Self::HandlerPanicked { connection } => {
                write!(
                    f,
                    "a handler has panicked; connection {connection} was answered 5000"
                )
            }
            Self::FormerDropped { connection } => {
                write!(
                    f,
                    "a message over the former connection {connection} was dropped"
                )
            }
            Self::StoreFailed { error } => write!(f, "the store has failed: {error}"),
        }
    }
}

/// The address of a peer, if it is known.
struct Address<'a>(&'a Option<SocketAddr>);

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(address) => address.fmt(f),
            None => f.write_str("a peer without an address"),
        }
    }
}

/// The names of the counters, in the order of [`Occurrence::counter`]. The last four are the bytes of messages that were
/// compressed, and of what these came to on the wire.
pub(super) const COUNTERS: [&str; 38] = [
    "connected",
    "posted_ended",
    "handshakes_refused",
    "handshakes_failed",
    "not_secured",
    "handshakes_displaced",
    "listener_paused",
    "handlers_panicked",
    "former_dropped",
    "store_failed",
    "requests",
    "ended",
    "not_taken",
    "rejected",
    "unanswered",
    "late_answers",
    "not_answered",
    "dropped",
    "disconnected",
    "present",
    "absent",
    "superseded",
    "registered",
    "deregistered",
    "not_enabled",
    "stored",
    "not_stored",
    "unresolved",
    "other_node_events",
    "expired_unsent",
    "expired_unknown",
    "lost",
    "refused_requests",
    "turned_away",
    "bytes_sent_before_compression",
    "bytes_sent_compressed",
    "bytes_received_decompressed",
    "bytes_received_compressed",
];

/// Which counter counts the end of a request, whoever is told of it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what has no counter of its own has ended like any other"
)]
pub(super) const fn outcome_counter(outcome: &Outcome<'_>) -> usize {
    match outcome {
        Outcome::Expired(Delivery::Never) => 29,
        Outcome::Expired(Delivery::Unknown) => 30,
        Outcome::Lost => 31,
        Outcome::Refused(_) => 32,
        _ => 11,
    }
}

/// The counters of requests of the peer, and of our own that were not taken.
pub(super) const REQUESTS: usize = 10;
pub(super) const NOT_TAKEN: usize = 12;

impl Occurrence for RegistrarActivity {
    const COUNTERS: usize = COUNTERS.len();

    #[cfg(feature = "deflate")]
    const FIRST_COMPRESSED: usize = COUNTERS.len() - 4;

    fn counter(&self) -> usize {
        match self {
            Self::Connected { .. } => 0,
            Self::Posted { .. } => 1,
            Self::HandshakeRefused { .. } => 2,
            Self::HandshakeFailed { .. } => 3,
            Self::NotSecured { .. } => 4,
            Self::HandshakeDisplaced => 5,
            Self::TurnedAway { .. } => 33,
            Self::ListenerPaused { .. } => 6,
            Self::HandlerPanicked { .. } => 7,
            Self::FormerDropped { .. } => 8,
            Self::StoreFailed { .. } => 9,
            Self::Node { event, .. } => match event {
                RegistrarEvent::Request { .. } => REQUESTS,
                RegistrarEvent::Ended { .. } => 11,
                RegistrarEvent::NotTaken { .. } => NOT_TAKEN,
                RegistrarEvent::Rejected { .. } => 13,
                RegistrarEvent::Unanswered { .. } => 14,
                RegistrarEvent::LateAnswer { .. } => 15,
                RegistrarEvent::NotAnswered { .. } => 16,
                RegistrarEvent::Dropped(_) => 17,
                RegistrarEvent::Disconnected(_) => 18,
                RegistrarEvent::Present { .. } => 19,
                RegistrarEvent::Absent { .. } => 20,
                RegistrarEvent::Superseded { .. } => 21,
                RegistrarEvent::Registered { .. } => 22,
                RegistrarEvent::Deregistered { .. } => 23,
                RegistrarEvent::NotEnabled { .. } => 24,
                RegistrarEvent::Stored { .. } => 25,
                RegistrarEvent::NotStored { .. } => 26,
                RegistrarEvent::Unresolved { .. } => 27,
                _ => 28,
            },
        }
    }

    #[cfg(feature = "tracing")]
    fn trace(&self) {
        match self {
            Self::Node { node, event } => tracing::debug!(node, ?event, "node"),
            Self::Connected { connection, peer } => tracing::info!(?connection, ?peer, "connected"),
            Self::Posted { id, answer } => tracing::debug!(?id, ?answer, "posted request ended"),
            Self::HandshakeRefused { .. }
            | Self::HandshakeFailed { .. }
            | Self::NotSecured { .. }
            | Self::HandshakeDisplaced
            | Self::TurnedAway { .. } => tracing::info!(activity = ?self, "handshake"),
            Self::ListenerPaused { .. }
            | Self::HandlerPanicked { .. }
            | Self::FormerDropped { .. }
            | Self::StoreFailed { .. } => tracing::warn!(activity = ?self, "registrar"),
        }
    }
}
