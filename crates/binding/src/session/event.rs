use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;

use onem2m_primitive::{EncodeError, RequestIdentifier, RequestPrimitive, ResponsePrimitive};
use onem2m_ws_core::Closed;

use crate::message::MessageError;
use crate::registree::RegistrationFailure;

/// One of our requests in a session, or in all sessions of a registrar; never used twice.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RequestId {
    pub(crate) session: u64,
    pub(crate) number: u64,
}

/// One of the peer's requests in a session, or in all sessions of a registrar; never used twice.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct IncomingId {
    pub(crate) session: u64,
    pub(crate) number: u64,
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.session, self.number)
    }
}

impl fmt::Display for IncomingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.session, self.number)
    }
}

/// An event of a [`Session`](crate::Session). Primitives lend from the inbox.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SessionEvent<'i> {
    /// The peer requests something; [`Session::respond`](crate::Session::respond) answers it.
    Request {
        /// The number of the request, for the answer.
        id: IncomingId,
        /// The request.
        request: RequestPrimitive<'i>,
    },
    /// One of our requests has ended.
    Ended {
        /// The number of the request.
        id: RequestId,
        /// The outcome of the request.
        outcome: Outcome<'i>,
    },
    /// One of the peer's requests was not answered in time; the session has answered 4008.
    Unanswered {
        /// The number of the request.
        id: IncomingId,
    },
    /// The answer to a request of the peer could not be sent; the session has answered 5000 instead.
    NotAnswered {
        /// The request of the peer.
        id: IncomingId,
        /// The reason: it could not be expressed, or there was no room.
        error: RespondError,
    },
    /// An answer came to a request of the peer that had ended: the request was answered, or its time was over. The answer went nowhere.
    LateAnswer {
        /// The request of the peer.
        id: IncomingId,
    },
    /// A request that waits is in the store, and outlives a restart.
    Stored {
        /// The request.
        id: RequestId,
    },
    /// A request that waits could not be stored, and waits on in memory alone.
    NotStored {
        /// The request.
        id: RequestId,
    },
    /// A message that was dropped; the session goes on.
    Dropped(Dropped),
    /// The connection has ended; what is still to be written, such as a Close frame, is in the outbox.
    Disconnected(Closed<'static>),
}

impl SessionEvent<'_> {
    /// Returns the same event, copied if it was lent.
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
            Self::NotAnswered { id, error } => SessionEvent::NotAnswered { id, error },
            Self::LateAnswer { id } => SessionEvent::LateAnswer { id },
            Self::Stored { id } => SessionEvent::Stored { id },
            Self::NotStored { id } => SessionEvent::NotStored { id },
            Self::Dropped(dropped) => SessionEvent::Dropped(dropped),
            Self::Disconnected(closed) => SessionEvent::Disconnected(closed),
        }
    }
}

impl fmt::Display for SessionEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request { id, request } => {
                write!(f, "request {id} of the peer: {}", RequestLine(request))
            }
            Self::Ended { id, outcome } => write!(f, "request {id} has ended: {outcome}"),
            Self::Unanswered { id } => {
                write!(f, "request {id} of the peer was not answered in time")
            }
            Self::NotAnswered { id, error } => {
                write!(f, "request {id} of the peer cannot be answered: {error}")
            }
            Self::LateAnswer { id } => {
                write!(f, "the answer to request {id} of the peer came too late")
            }
            Self::Stored { id } => write!(f, "request {id} is stored"),
            Self::NotStored { id } => write!(f, "request {id} is not stored"),
            Self::Dropped(dropped) => write!(f, "a message was dropped: {dropped}"),
            Self::Disconnected(closed) => write!(f, "the connection was {closed}"),
        }
    }
}

/// The operation and the target of a request.
pub(crate) struct RequestLine<'r>(pub(crate) &'r RequestPrimitive<'r>);

impl fmt::Display for RequestLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(request) = self;
        match request.operation.name() {
            Some(name) => write!(f, "{name} {}", request.to),
            None => write!(f, "operation {} on {}", request.operation, request.to),
        }
    }
}

/// The outcome of a request: each ends exactly once.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "most are responses")]
pub enum Outcome<'i> {
    /// The request was answered.
    Response(ResponsePrimitive<'i>),
    /// The request was written, and wants no response (response type 5).
    Written,
    /// The time of the request is over: act as if 4008 had been received (TS-0001 8.1.2).
    Expired(Delivery),
    /// The connection was lost after the request may have left ([`OnLoss::Fail`](crate::OnLoss::Fail)).
    Lost,
    /// A later request took the place of this one before it left (event category "latest", TS-0004 annex H).
    Replaced,
    /// The request could not be sent, or the peer did not take it: the request was not carried out.
    Refused(Refusal),
    /// The registration that the request waited for was refused; not one byte has left
    /// ([`OnRefusal::Fail`](crate::OnRefusal::Fail)).
    NotRegistered(Arc<RegistrationFailure>),
    /// The session was ended before the request.
    SessionEnded(Delivery),
}

impl<'i> Outcome<'i> {
    /// Returns the response, if the request was answered.
    ///
    /// # Errors
    ///
    /// The outcome, where it is none that answers the request.
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
    /// Returns the same outcome, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> Outcome<'static> {
        match self {
            Self::Response(response) => Outcome::Response(response.into_owned()),
            Self::Written => Outcome::Written,
            Self::Expired(delivery) => Outcome::Expired(delivery),
            Self::Lost => Outcome::Lost,
            Self::Replaced => Outcome::Replaced,
            Self::Refused(refusal) => Outcome::Refused(refusal),
            Self::NotRegistered(failure) => Outcome::NotRegistered(failure),
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
            Self::NotRegistered(failure) => write!(f, "not registered: {failure}"),
            Self::SessionEnded(delivery) => write!(f, "the session ended, {delivery}"),
        }
    }
}

/// The knowledge of whether a request has reached the peer.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Delivery {
    /// Not one byte of the request has left: it can be sent elsewhere.
    Never,
    /// The request may have been carried out.
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

/// The reason why a request or response cannot be sent at all.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Refusal {
    /// Something in the message cannot be expressed in the serialization of the connection.
    Encode(EncodeError),
    /// The message is longer than [`SessionConfig::max_message_len`](crate::SessionConfig::max_message_len).
    TooLong {
        /// The length of the message in bytes.
        len: usize,
    },
    /// The peer closed the connection with 1009 behind the message, which is longer than the peer takes (RFC 6455 §7.4.1).
    TooLongForPeer {
        /// The length of the message in bytes.
        len: usize,
    },
    /// The session that the request moved to, with its entity, does not take it.
    NotTaken(RequestError),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encode(error) => error.fmt(f),
            Self::TooLong { len } => write!(f, "{len} bytes are more than may be sent"),
            Self::TooLongForPeer { len } => {
                write!(
                    f,
                    "{len} bytes are more than the peer takes (RFC 6455 §7.4.1, 1009)"
                )
            }
            Self::NotTaken(error) => error.fmt(f),
        }
    }
}

/// A message that leads to nothing; each is counted in [`Counters`].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Dropped {
    /// The message is not a primitive. If a request identifier could be read, 4000 was answered.
    NotAPrimitive {
        /// The reason.
        error: MessageError,
        /// The first bytes of the message: [`SessionConfig::sample_len`](crate::SessionConfig::sample_len) at most.
        beginning: Box<[u8]>,
    },
    /// A request with the identifier of one that is under way (TS-0001 7.1.7); 4000 was answered.
    Duplicate(RequestIdentifier<'static>),
    /// A request whose time was over when the request came; 4008 was answered.
    Expired(RequestIdentifier<'static>),
    /// One more request than may be under way; 5000 was answered.
    Busy(RequestIdentifier<'static>),
    /// The response to a request that has ended.
    Late(RequestIdentifier<'static>),
    /// A response that belongs to no request.
    Unknown(RequestIdentifier<'static>),
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPrimitive { error, .. } => write!(f, "it is not a primitive: {error}"),
            Self::Duplicate(identifier) => {
                write!(f, "request {} is under way already", identifier.as_str())
            }
            Self::Expired(identifier) => {
                write!(
                    f,
                    "request {} had expired when it came",
                    identifier.as_str()
                )
            }
            Self::Busy(identifier) => {
                write!(
                    f,
                    "request {} is one more than may be under way",
                    identifier.as_str()
                )
            }
            Self::Late(identifier) => {
                write!(
                    f,
                    "the response to request {} came too late",
                    identifier.as_str()
                )
            }
            Self::Unknown(identifier) => {
                write!(
                    f,
                    "the response {} belongs to no request",
                    identifier.as_str()
                )
            }
        }
    }
}

/// The numbers of messages that a session has dropped, by reason.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Counters {
    /// The messages that were [`Dropped::NotAPrimitive`].
    pub not_primitives: u64,
    /// The messages that were [`Dropped::Duplicate`].
    pub duplicates: u64,
    /// The messages that were [`Dropped::Expired`].
    pub expired: u64,
    /// The messages that were [`Dropped::Busy`].
    pub busy: u64,
    /// The messages that were [`Dropped::Late`].
    pub late: u64,
    /// The messages that were [`Dropped::Unknown`].
    pub unknown: u64,
    /// Requests that were told nothing, because the connection cannot carry their identifier.
    pub unanswerable: u64,
}

impl Counters {
    pub(crate) const fn count(&mut self, dropped: &Dropped) {
        let counter = match dropped {
            Dropped::NotAPrimitive { .. } => &mut self.not_primitives,
            Dropped::Duplicate(_) => &mut self.duplicates,
            Dropped::Expired(_) => &mut self.expired,
            Dropped::Busy(_) => &mut self.busy,
            Dropped::Late(_) => &mut self.late,
            Dropped::Unknown(_) => &mut self.unknown,
        };
        *counter = counter.saturating_add(1);
    }
}

/// The reason why a request is not taken; nothing has changed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RequestError {
    /// A request with this identifier is under way, or was a short time ago.
    Duplicate,
    /// There are as many requests as there may be.
    TooMany,
    /// The requests that wait are as long as they may be.
    TooLong,
    /// The expiration time of the request has passed.
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

/// The reason why a response is not sent.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RespondError {
    /// The request was answered, or its time is over and 4008 was answered.
    NotWaiting,
    /// The response cannot be sent; 5000 was answered instead.
    Refused(Refusal),
    /// The connection of the request moved to a node of which as many requests are under way as there may be; 5000 was answered.
    Busy,
}

impl fmt::Display for RespondError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWaiting => f.write_str("the request does not wait for a response any more"),
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Busy => f.write_str("too many requests of the peer are under way"),
        }
    }
}

impl core::error::Error for RespondError {}
