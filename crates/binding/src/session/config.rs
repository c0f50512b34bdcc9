use core::time::Duration;

use onem2m_primitive::CodecConfig;

/// Every limit, duration and choice of a [`Session`](crate::Session).
///
/// ```
/// use onem2m_ws::{Pacing, SessionConfig};
///
/// let patient = SessionConfig { pacing: Some(Pacing::ONE_AT_A_TIME), ..SessionConfig::default() };
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionConfig {
    /// Limits, leniency and wrapping of primitives.
    pub codec: CodecConfig,
    /// Own requests that may be waiting or under way at a time (default 256).
    pub max_requests: usize,
    /// Bytes of own requests that may wait for a connection, estimated, and of responses from which on the peer is not read
    /// because it takes none (default 1 MiB each).
    pub max_waiting_len: usize,
    /// The peer's requests that may be under way at a time (default 256); one more is answered with 5000.
    pub max_incoming: usize,
    /// Ended requests that are remembered, so that a late response is known as such and their identifiers are not used
    /// again (default 256).
    pub max_late: usize,
    /// Longest message that is sent, in bytes (default 1 MiB, which is what deployed peers take).
    pub max_message_len: usize,
    /// Bytes in the outbox from which on requests wait, so that they can still expire (default 64 KiB).
    pub write_ahead: usize,
    /// How long a request may wait to be sent, if it does not expire before (default 1 h).
    pub delivery_timeout: Duration,
    /// How long a response may take after its request was sent, if that does not expire before (default 30 s).
    pub response_timeout: Duration,
    /// How long the application may take to answer a request of the peer, if that does not expire before; then the session
    /// answers 4008 (default 30 s).
    pub answer_timeout: Duration,
    /// How long a connection that is to be closed waits for what is under way (TS-0020 6.5, W-72 to W-74; default 60 s).
    pub drain_timeout: Duration,
    /// How long, after an acknowledgement, a non-blocking procedure keeps the connection from being closed (W-74; default
    /// zero: not at all).
    pub procedure_timeout: Duration,
    /// What becomes of requests that may have left when the connection is lost.
    pub on_loss: OnLoss,
    /// For peers that cannot take messages as they come.
    pub pacing: Option<Pacing>,
    /// What is done with text on a connection for binary messages, and the other way round.
    pub wrong_kind: WrongKind,
    /// Responses that belong to no request which one connection may bring before it is closed with 1008 (J-01; default
    /// `None`: any number).
    pub max_unmatched: Option<u64>,
}

impl Default for SessionConfig {
    fn default() -> Self {
        Self {
            codec: CodecConfig::default(),
            max_requests: 256,
            max_waiting_len: 1 << 20,
            max_incoming: 256,
            max_late: 256,
            max_message_len: 1 << 20,
            write_ahead: 64 << 10,
            delivery_timeout: Duration::from_secs(3600),
            response_timeout: Duration::from_secs(30),
            answer_timeout: Duration::from_secs(30),
            drain_timeout: Duration::from_secs(60),
            procedure_timeout: Duration::ZERO,
            on_loss: OnLoss::Wait,
            pacing: None,
            wrong_kind: WrongKind::Close,
            max_unmatched: None,
        }
    }
}

/// What becomes of a request that may have left when its connection is lost (TS-0020 5.2 is silent).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum OnLoss {
    /// It goes on waiting: its response may come over the next connection, else it expires.
    #[default]
    Wait,
    /// It ends as [`Outcome::Lost`](crate::Outcome::Lost).
    Fail,
}

/// What is done with a message of the kind that the subprotocol does not have (TS-0020 6.2.2.9, W-40).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum WrongKind {
    /// The connection is closed with 1003.
    #[default]
    Close,
    /// It is decoded as what it is: binary as CBOR, text as XML if that is the subprotocol's, else as JSON. What is
    /// answered is in the serialization of the connection. ACME sends JSON text on CBOR connections.
    Decode,
}

/// How fast messages follow each other.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Pacing {
    /// Own requests that may be unanswered at a time.
    pub max_in_flight: usize,
    /// Time without another message after one that has no answer: a response, or a request that wants none.
    pub pause: Duration,
}

impl Pacing {
    /// What ACME needs, which loses messages that come while it dispatches another.
    pub const ONE_AT_A_TIME: Self = Self {
        max_in_flight: 1,
        pause: Duration::from_millis(50),
    };
}
