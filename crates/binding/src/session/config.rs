use core::time::Duration;

use onem2m_primitive::CodecConfig;

use crate::backoff::Backoff;

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
    /// Bytes of own requests that may wait for a connection, estimated; and bytes of responses that the peer does not take, from which
    /// on the peer is not read (default 1 MiB each).
    pub max_waiting_len: usize,
    /// The peer's requests that may be under way at a time (default 256); one more is answered with 5000.
    pub max_incoming: usize,
    /// Ended requests that are remembered, so that a late response is known as such and their identifiers are not used
    /// again (default 256).
    pub max_late: usize,
    /// Longest message that is sent, in bytes (default 1 MiB, which deployed peers take).
    pub max_message_len: usize,
    /// Bytes in the outbox from which on requests wait, so that they can still expire (default 64 KiB).
    pub write_ahead: usize,
    /// The time that a request may wait to be sent, if it does not expire before (default 1 h).
    pub delivery_timeout: Duration,
    /// The time that a response may take after its request was sent, if that does not expire before (default 30 s).
    pub response_timeout: Duration,
    /// The time that the application may take to answer a request of the peer, if that does not expire before; then the session
    /// answers 4008 (default 30 s).
    pub answer_timeout: Duration,
    /// The time that a connection that is to be closed waits for requests under way (TS-0020 6.5; default 60 s).
    pub drain_timeout: Duration,
    /// The time for which, after an acknowledgement, a non-blocking procedure keeps the connection from being closed (TS-0020 6.5;
    /// default zero: not at all).
    pub procedure_timeout: Duration,
    /// The fate of requests that may have left when the connection is lost, unless [`RequestOptions::on_loss`] says
    /// otherwise.
    pub on_loss: OnLoss,
    /// The pace for peers that cannot take messages as they come.
    pub pacing: Option<Pacing>,
    /// Stored requests that are marked as perhaps sent ahead of their turn (default 32). A crash costs the peer no more than
    /// these, for a request with that mark is not sent after a restart.
    pub max_taken: usize,
    /// Ended requests that the store has not forgotten yet, from which on a registrar puts nothing else there for the node: what waits is
    /// not durable until the store has forgotten half of them (default 256).
    pub max_unended: usize,
    /// The wait before a step that the store failed at is tried again.
    pub store_backoff: Backoff,
    /// The treatment of text on a connection for binary messages, and the other way round.
    pub wrong_kind: WrongKind,
    /// Responses that belong to no request which one connection may bring before it is closed with 1008 (default
    /// `None`: any number).
    pub max_unmatched: Option<u64>,
    /// Bytes of a message that is no primitive which its event shows (default 64).
    pub sample_len: usize,
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
            max_taken: 32,
            max_unended: 256,
            store_backoff: Backoff::default(),
            wrong_kind: WrongKind::Close,
            max_unmatched: None,
            sample_len: 64,
        }
    }
}

/// The options of one request that differ from the [`SessionConfig`].
///
/// ```
/// use core::time::Duration;
/// use onem2m_ws::{OnLoss, RequestOptions};
///
/// // An AE that does one thing after the other does not want to wait for what may be lost.
/// let options = RequestOptions { on_loss: Some(OnLoss::Fail), ..RequestOptions::default() };
/// let brief = RequestOptions { response_timeout: Some(Duration::from_secs(2)), ..options };
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct RequestOptions {
    /// The fate on a loss, instead of [`SessionConfig::on_loss`].
    pub on_loss: Option<OnLoss>,
    /// The time to be sent, instead of [`SessionConfig::delivery_timeout`].
    pub delivery_timeout: Option<Duration>,
    /// The time for the response, instead of [`SessionConfig::response_timeout`].
    pub response_timeout: Option<Duration>,
}

/// The fate of a request that may have left when its connection is lost (TS-0020 5.2 is silent).
///
/// The request may have been carried out, so it is never sent again. With [`Wait`](Self::Wait) a lost connection costs up to
/// the response timeout of each request that was unanswered, but a response that comes over the next connection still
/// counts; with [`Fail`](Self::Fail) it costs no time, and a response that comes later is dropped as late.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum OnLoss {
    /// The request goes on waiting: its response may come over the next connection, else the request expires.
    #[default]
    Wait,
    /// The request ends as [`Outcome::Lost`](crate::Outcome::Lost).
    Fail,
}

/// The treatment of a message of the kind that the subprotocol does not have (TS-0020 6.2.2.9).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum WrongKind {
    /// The connection is closed with 1003.
    #[default]
    Close,
    /// The message is decoded by its kind: binary as CBOR, text as XML if that is the subprotocol's, else as JSON. Answers
    /// are in the serialization of the connection. ACME sends JSON text on CBOR connections.
    Decode,
}

/// The pace at which messages follow each other.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Pacing {
    /// Own requests that may be unanswered at a time.
    pub max_in_flight: usize,
    /// Time without another message after one that was written. The pause ends early when that was a request and its response
    /// comes, for then the peer is done with the request.
    pub pause: Duration,
}

impl Pacing {
    /// The pace for ACME, which loses messages that come while it dispatches another.
    pub const ONE_AT_A_TIME: Self = Self {
        max_in_flight: 1,
        pause: Duration::from_millis(50),
    };
}
