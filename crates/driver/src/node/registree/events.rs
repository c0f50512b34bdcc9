use core::fmt;
use std::sync::Arc;

use onem2m_ws::{RegistrationFailure, RegistreeEvent, RegistreeState, SessionEvent, Subprotocol};
use onem2m_ws_core::Closed;

use crate::error::Error;
use crate::node::events::Occurrence;

/// An activity of a registree.
#[derive(Debug)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "events are shared, not moved")]
pub enum RegistreeActivity {
    /// The registree has come to another state.
    State(RegistreeState),
    /// A connection was opened.
    Connected {
        /// The subprotocol of the connection.
        subprotocol: Subprotocol,
    },
    /// A connection could not be opened.
    ConnectFailed {
        /// The reason.
        error: Arc<Error>,
    },
    /// The machine has had an event.
    Event(RegistreeEvent<'static>),
}

impl fmt::Display for RegistreeActivity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::State(state) => state.fmt(f),
            Self::Connected { subprotocol } => {
                write!(f, "a connection was opened ({})", subprotocol.name())
            }
            Self::ConnectFailed { error } => error.fmt(f),
            Self::Event(event) => event.fmt(f),
        }
    }
}

/// The latest failure of a registree that no success has followed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Failure {
    /// A connection could not be opened.
    Connect(Arc<Error>),
    /// The connection has ended, and not because the registree closed it.
    Closed(Closed<'static>),
    /// The registration has failed.
    Registration(Arc<RegistrationFailure>),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect(error) => error.fmt(f),
            Self::Closed(closed) => closed.fmt(f),
            Self::Registration(failure) => write!(f, "the registration has failed: {failure}"),
        }
    }
}

impl core::error::Error for Failure {}

/// The names of the counters, in the order of [`Occurrence::counter`]. The last four are the bytes of messages that were
/// compressed, and of what these came to on the wire.
pub(super) const COUNTERS: [&str; 22] = [
    "states",
    "connected",
    "connects_failed",
    "requests",
    "ended",
    "unanswered",
    "dropped",
    "disconnected",
    "late_answers",
    "not_answered",
    "registered",
    "registrations_failed",
    "registrations_lost",
    "deregistered",
    "registrations_verified",
    "verifications_failed",
    "other_session_events",
    "other",
    "bytes_sent_before_compression",
    "bytes_sent_compressed",
    "bytes_received_decompressed",
    "bytes_received_compressed",
];

/// The counters of requests of the registrar, and of the ends of our own.
pub(super) const REQUESTS: usize = 3;
pub(super) const ENDED: usize = 4;

impl Occurrence for RegistreeActivity {
    const COUNTERS: usize = COUNTERS.len();

    #[cfg(feature = "deflate")]
    const FIRST_COMPRESSED: usize = COUNTERS.len() - 4;

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "events that a registree does not have are counted together"
    )]
    fn counter(&self) -> usize {
        match self {
            Self::State(_) => 0,
            Self::Connected { .. } => 1,
            Self::ConnectFailed { .. } => 2,
            Self::Event(event) => match event {
                RegistreeEvent::Session(event) => match event {
                    SessionEvent::Request { .. } => REQUESTS,
                    SessionEvent::Ended { .. } => ENDED,
                    SessionEvent::Unanswered { .. } => 5,
                    SessionEvent::Dropped(_) => 6,
                    SessionEvent::Disconnected(_) => 7,
                    SessionEvent::LateAnswer { .. } => 8,
                    SessionEvent::NotAnswered { .. } => 9,
                    _ => 16,
                },
                RegistreeEvent::Registered(_) => 10,
                RegistreeEvent::RegistrationFailed { .. } => 11,
                RegistreeEvent::RegistrationLost { .. } => 12,
                RegistreeEvent::Deregistered { .. } => 13,
                RegistreeEvent::RegistrationVerified(_) => 14,
                RegistreeEvent::VerificationFailed { .. } => 15,
                _ => 17,
            },
        }
    }

    #[cfg(feature = "tracing")]
    fn trace(&self) {
        match self {
            Self::State(state) => tracing::debug!(?state, "registree"),
            Self::Connected { subprotocol } => tracing::info!(?subprotocol, "connected"),
            Self::ConnectFailed { error } => tracing::warn!(%error, "cannot connect"),
            Self::Event(event) => tracing::debug!(?event, "registree"),
        }
    }
}
