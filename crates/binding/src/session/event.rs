use core::fmt;

use onem2m_primitive::{EncodeError, RequestIdentifier, RequestPrimitive, ResponsePrimitive};
use onem2m_ws_core::Closed;

use crate::message::MessageError;

/// One of our requests in a session, or in all sessions of a registrar; never used twice.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RequestId {
    pub(crate) session: u32,
    pub(crate) number: u64,
}

/// One of the peer's requests in a session, or in all sessions of a registrar; never used twice.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct IncomingId {
    pub(crate) session: u32,
    pub(crate) number: u64,
}

/// What happened in a [`Session`](crate::Session). Primitives lend from the inbox.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SessionEvent<'i> {
    /// The peer requests something; [`Session::respond`](crate::Session::respond) answers it.
    Request {
        /// What to answer to.
        id: IncomingId,
        /// The request.
        request: RequestPrimitive<'i>,
    },
    /// One of our requests has ended.
    Ended {
        /// Which.
        id: RequestId,
        /// How.
        outcome: Outcome<'i>,
    },
    /// One of the peer's requests was not answered in time; the session has answered 4008.
    Unanswered {
        /// Which.
        id: IncomingId,
    },
    /// A message that was dropped; the session goes on.
    Dropped(Dropped),
    /// The connection has ended; what is still to be written, such as a Close frame, is in the outbox.
    Disconnected(Closed<'static>),
}

impl SessionEvent<'_> {
    /// The same, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> SessionEvent<'static> {
        match self {
            Self::Request { id, request } => SessionEvent::Request {
                id,
                request: request.into_owned(),
            },
            Self::Ended { id, outcome } => SessionEvent::Ended {
                id,
                outcome: outcome.into_owned(),
            },
            Self::Unanswered { id } => SessionEvent::Unanswered { id },
            Self::Dropped(dropped) => SessionEvent::Dropped(dropped),
            Self::Disconnected(closed) => SessionEvent::Disconnected(closed),
        }
    }
}

/// How a request ended: each ends exactly once.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "most are responses")]
pub enum Outcome<'i> {
    /// It was answered.
    Response(ResponsePrimitive<'i>),
    /// It was written, and wants no response (response type 5).
    Written,
    /// Its time is over: act as if 4008 had been received (TS-0001 8.1.2).
    Expired(Delivery),
    /// The connection was lost after it may have left ([`OnLoss::Fail`](crate::OnLoss::Fail)).
    Lost,
    /// A later one took its place before it left (event category "latest", TS-0004 annex H).
    Replaced,
    /// It could not be sent; not one byte has left.
    Refused(Refusal),
    /// The session was ended before.
    SessionEnded(Delivery),
}

impl<'i> Outcome<'i> {
    /// The response, if it was answered.
    ///
    /// # Errors
    ///
    /// How it ended otherwise.
    #[expect(clippy::result_large_err, reason = "neither is larger than the other")]
    pub fn into_response(self) -> Result<ResponsePrimitive<'i>, Self> {
        if let Self::Response(response) = self {
            Ok(response)
        } else {
            Err(self)
        }
    }
}

impl Outcome<'_> {
    /// The same, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> Outcome<'static> {
        match self {
            Self::Response(response) => Outcome::Response(response.into_owned()),
            Self::Written => Outcome::Written,
            Self::Expired(delivery) => Outcome::Expired(delivery),
            Self::Lost => Outcome::Lost,
            Self::Replaced => Outcome::Replaced,
            Self::Refused(refusal) => Outcome::Refused(refusal),
            Self::SessionEnded(delivery) => Outcome::SessionEnded(delivery),
        }
    }
}

impl fmt::Display for Outcome<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(response) => write!(f, "answered: {}", response.status),
            Self::Written => f.write_str("written, without a response"),
            Self::Expired(delivery) => write!(f, "expired, {delivery}"),
            Self::Lost => write!(f, "the connection was lost, {}", Delivery::Unknown),
            Self::Replaced => f.write_str("replaced by a later one"),
            Self::Refused(refusal) => write!(f, "refused: {refusal}"),
            Self::SessionEnded(delivery) => write!(f, "the session ended, {delivery}"),
        }
    }
}

/// Whether a request has reached the peer.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Delivery {
    /// Not one byte of it has left: it can be sent elsewhere.
    Never,
    /// It may have been carried out.
    Unknown,
}

impl fmt::Display for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Never => "it was not sent",
            Self::Unknown => "it may have been carried out",
        })
    }
}

/// Why a request or response cannot be sent at all.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// Something in it cannot be expressed in the serialization of the connection.
    Encode(EncodeError),
    /// It is longer than [`SessionConfig::max_message_len`](crate::SessionConfig::max_message_len).
    TooLong {
        /// Its length in bytes.
        len: usize,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encode(error) => error.fmt(f),
            Self::TooLong { len } => write!(f, "{len} bytes are more than may be sent"),
        }
    }
}

/// A message that leads to nothing; each is counted in [`Counters`].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Dropped {
    /// It is not a primitive. If a request identifier could be read, 4000 was answered.
    NotAPrimitive(MessageError),
    /// A request with the identifier of one that is under way (TS-0001 7.1.7); 4000 was answered.
    Duplicate(RequestIdentifier<'static>),
    /// A request whose time was over when it came; 4008 was answered.
    Expired(RequestIdentifier<'static>),
    /// One more request than may be under way; 5000 was answered.
    Busy(RequestIdentifier<'static>),
    /// The response to a request that has ended.
    Late(RequestIdentifier<'static>),
    /// A response that belongs to no request.
    Unknown(RequestIdentifier<'static>),
}

/// How many messages a session has dropped, by reason.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Counters {
    /// [`Dropped::NotAPrimitive`]
    pub not_primitives: u64,
    /// [`Dropped::Duplicate`]
    pub duplicates: u64,
    /// [`Dropped::Expired`]
    pub expired: u64,
    /// [`Dropped::Busy`]
    pub busy: u64,
    /// [`Dropped::Late`]
    pub late: u64,
    /// [`Dropped::Unknown`]
    pub unknown: u64,
}

impl Counters {
    pub(crate) const fn count(&mut self, dropped: &Dropped) {
        let counter = match dropped {
            Dropped::NotAPrimitive(_) => &mut self.not_primitives,
            Dropped::Duplicate(_) => &mut self.duplicates,
            Dropped::Expired(_) => &mut self.expired,
            Dropped::Busy(_) => &mut self.busy,
            Dropped::Late(_) => &mut self.late,
            Dropped::Unknown(_) => &mut self.unknown,
        };
        *counter = counter.saturating_add(1);
    }
}

/// Why a request is not taken; nothing has changed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RequestError {
    /// A request with this identifier is under way, or was a short time ago.
    Duplicate,
    /// There are as many requests as there may be.
    TooMany,
    /// The requests that wait are as long as they may be.
    TooLong,
    /// Its expiration time has passed.
    Expired,
    /// The session is ending.
    Ending,
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Duplicate => "a request with this identifier is outstanding",
            Self::TooMany => "too many requests are outstanding",
            Self::TooLong => "too much waits to be sent",
            Self::Expired => "the request has expired",
            Self::Ending => "the session is ending",
        })
    }
}

impl core::error::Error for RequestError {}

/// Why a response is not sent.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RespondError {
    /// The request was answered, or its time is over and 4008 was answered.
    NotWaiting,
    /// It cannot be sent; the request still waits for an answer.
    Refused(Refusal),
}

impl fmt::Display for RespondError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWaiting => f.write_str("the request does not wait for a response any more"),
            Self::Refused(refusal) => refusal.fmt(f),
        }
    }
}

impl core::error::Error for RespondError {}
