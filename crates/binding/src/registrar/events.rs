use alloc::string::String;
use core::fmt;

use onem2m_primitive::{RequestPrimitive, ResponseStatusCode};
use onem2m_ws_core::Closed;

use super::{ConnectionId, Identity, NotEntered};
use crate::session::{
    Dropped, IncomingId, Outcome, RequestError, RequestId, RequestLine, RespondError,
};

/// An event of a registrar.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RegistrarEvent {
    /// A registree, or a peer that wants to be one, has sent a request, and waits for an answer. The originator that the request
    /// names was checked.
    Request {
        /// The number under which the request is answered.
        id: IncomingId,
        /// The request.
        request: RequestPrimitive<'static>,
    },
    /// A request to a registree has ended.
    Ended {
        /// The number of the request.
        id: RequestId,
        /// The outcome of the request.
        outcome: Outcome<'static>,
    },
    /// A request was not taken when its turn came; nothing of the request has left.
    NotTaken {
        /// The number of the request.
        id: RequestId,
        /// The reason.
        error: RequestError,
    },
    /// A request was rejected, and has been answered: it speaks for another entity than those behind the connection
    /// (TS-0004 7.3.2.1), or there is no room for it.
    Rejected {
        /// The originator that the request named.
        originator: Option<String>,
        /// The status code of the answer.
        status: ResponseStatusCode,
    },
    /// A request was not answered in time; 4008 was answered.
    Unanswered {
        /// The number of the request.
        id: IncomingId,
    },
    /// An answer came too late, and was dropped.
    LateAnswer {
        /// The number of the request.
        id: IncomingId,
    },
    /// An answer cannot be sent; 5000 was answered instead.
    NotAnswered {
        /// The number of the request.
        id: IncomingId,
        /// The reason.
        error: RespondError,
    },
    /// A message was dropped; the session goes on.
    Dropped(Dropped),
    /// The connection has ended. Its registrees stay registered (TS-0020 6.4).
    Disconnected(Closed<'static>),
    /// A connection has been given its node.
    Present {
        /// The connection.
        connection: ConnectionId,
        /// The identity behind the connection.
        identity: Identity,
    },
    /// The transport of a connection is gone, and its node has none.
    Absent {
        /// The connection.
        connection: ConnectionId,
    },
    /// A connection has taken the place of another.
    Superseded {
        /// The connection that had to go.
        connection: ConnectionId,
        /// The connection that took its place.
        by: ConnectionId,
    },
    /// An entity is registered (TS-0020 6.4).
    Registered {
        /// The entity.
        entity: String,
    },
    /// An entity is no longer registered.
    Deregistered {
        /// The entity.
        entity: String,
    },
    /// An entity has registered with the application, and cannot be reached over the connection that it has registered over.
    NotEnabled {
        /// The entity.
        entity: String,
        /// The reason.
        reason: NotEntered,
    },
    /// A request that waits is kept by the store.
    Stored {
        /// The number of the request.
        id: RequestId,
    },
    /// The store has failed to keep a request, which waits on in memory.
    NotStored {
        /// The number of the request.
        id: RequestId,
    },
    /// A request that was loaded after a restart may have been carried out: it had been taken from the store before.
    Unresolved {
        /// The entity that the request was for.
        entity: String,
        /// The place in the store.
        seq: u64,
    },
}

impl fmt::Display for RegistrarEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request { id, request } => write!(f, "request {id}: {}", RequestLine(request)),
            Self::Ended { id, outcome } => write!(f, "request {id} has ended: {outcome}"),
            Self::NotTaken { id, error } => write!(f, "request {id} was not taken: {error}"),
            Self::Rejected { originator, status } => match originator {
                Some(name) => write!(f, "a request that speaks for {name} was rejected: {status}"),
                None => write!(f, "a request that speaks for nobody was rejected: {status}"),
            },
            Self::Unanswered { id } => write!(f, "request {id} was not answered in time"),
            Self::LateAnswer { id } => write!(f, "the answer to request {id} came too late"),
            Self::NotAnswered { id, error } => {
                write!(f, "request {id} cannot be answered: {error}")
            }
            Self::Dropped(dropped) => write!(f, "a message was dropped: {dropped}"),
            Self::Disconnected(closed) => write!(f, "the connection was {closed}"),
            Self::Present {
                connection,
                identity,
            } => write!(f, "connection {connection} is that of {identity}"),
            Self::Absent { connection } => write!(f, "connection {connection} is gone"),
            Self::Superseded { connection, by } => {
                write!(f, "connection {by} has taken the place of {connection}")
            }
            Self::Registered { entity } => write!(f, "{entity} is registered"),
            Self::Deregistered { entity } => write!(f, "{entity} is no longer registered"),
            Self::NotEnabled { entity, reason } => {
                write!(
                    f,
                    "{entity} has registered, and cannot be reached: {reason}"
                )
            }
            Self::Stored { id } => write!(f, "request {id} is stored"),
            Self::NotStored { id } => write!(f, "request {id} is not stored"),
            Self::Unresolved { entity, seq } => write!(
                f,
                "request {seq} of the store, to {entity}, may have been carried out before the restart"
            ),
        }
    }
}
