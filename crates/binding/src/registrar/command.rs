use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive};
use onem2m_ws_core::{CloseFrame, Connection, Role, Timestamp};

use super::node::PlaceInStore;
use super::registration::Change;
use super::{ConnectionId, Identity};
use crate::session::{Detached, IncomingId, RequestId, RequestOptions, StoreStep, Surrendered};
use crate::subprotocol::Subprotocol;

/// A command to a node: a message for the line of its [`Cell`](super::Cell), carried out by
/// [`Node::carry_out`](super::Node::carry_out) in the order of the line.
///
/// `T` is the ticket of a request: a value that comes back with its outcome.
#[derive(Debug)]
#[non_exhaustive]
pub enum Command<T> {
    /// Sends a request to an entity of the node, or lets the request wait for a connection.
    Request(Box<Submission<T>>),
    /// Gives a request up, without an outcome.
    Cancel(RequestId),
    /// Answers a request of the peer.
    Answer(IncomingId, Box<ResponsePrimitive<'static>>),
    /// Gives the node to a connection that wants it.
    Claim(Box<Claim>),
    /// Takes a response that came over a connection which had to go.
    Response(Box<ResponsePrimitive<'static>>),
    /// Lets go of a connection whose transport is gone.
    Release(ConnectionId),
    /// Closes the connection when nothing is under way (TS-0020 5.2).
    Disconnect(CloseFrame<'static>),
    /// Registers an entity, though not by a request over this binding.
    Register(String),
    /// Deregisters an entity.
    Deregister(String),
    /// Hands over the requests that wait for an entity which lives on another node now.
    Surrender(String),
    /// Takes over what waited for an entity at its former node, in its order.
    Adopt(Arc<str>, Box<Adopted<T>>),
    /// Does everything of the node that is due.
    Expire,
    /// Sets the time of day, since the beginning of 1970.
    Clock(Timestamp, core::time::Duration),
    /// Takes the answer of the store to an operation for a request to this entity.
    Store(Arc<str>, StoreAnswer),
    /// Loads a request that had waited before a restart.
    Load(Box<Loaded<T>>),
}

/// A request for an entity, under the number that the cell has given the request.
pub struct Submission<T> {
    /// The number of the request.
    pub id: RequestId,
    /// The entity that the request is for.
    pub entity: Arc<str>,
    /// The request.
    pub request: RequestPrimitive<'static>,
    /// The options that differ from the configuration of the session.
    pub options: RequestOptions,
    /// The value that comes back with the outcome.
    pub ticket: T,
}

/// A connection that wants a node.
#[derive(Debug)]
pub struct Claim {
    pub(super) id: ConnectionId,
    pub(super) role: Role,
    pub(super) identity: Identity,
    pub(super) link: ClaimedLink,
    /// Registrations that are under way on a connection that moves.
    pub(super) pending: Vec<(IncomingId, Change)>,
}

#[derive(Debug)]
pub(super) enum ClaimedLink {
    Fresh(Box<Connection>, Subprotocol),
    Moved(Box<Detached>),
}

impl Claim {
    /// Returns the claim of a connection whose handshake was [judged](super::Directory::judge).
    #[must_use]
    pub fn new(id: ConnectionId, connection: Connection, admission: super::Admission) -> Self {
        Self {
            id,
            role: connection.role(),
            identity: admission.identity,
            link: ClaimedLink::Fresh(Box::new(connection), admission.subprotocol),
            pending: Vec::new(),
        }
    }

    /// The number of the connection.
    #[must_use]
    pub const fn connection(&self) -> ConnectionId {
        self.id
    }

    /// Returns whether nothing but the connection comes with the claim: no requests that the peer has made on another node.
    #[must_use]
    pub const fn is_fresh(&self) -> bool {
        matches!(self.link, ClaimedLink::Fresh(..))
    }
}

/// The answer of a store to an operation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StoreAnswer {
    /// The operation was carried out.
    Done(RequestId, StoreStep),
    /// The operation has failed.
    Failed(RequestId, StoreStep),
}

impl StoreAnswer {
    /// The number of the request.
    #[must_use]
    pub const fn id(self) -> RequestId {
        match self {
            Self::Done(id, _) | Self::Failed(id, _) => id,
        }
    }
}

/// A request that had waited before a restart.
pub struct Loaded<T> {
    /// The number of the request.
    pub id: RequestId,
    /// The entity that the request is for.
    pub entity: Arc<str>,
    /// The place of the request in the store.
    pub seq: u64,
    /// The time at which the request expires.
    pub deadline: Timestamp,
    /// The request.
    pub request: RequestPrimitive<'static>,
    /// True if the request was taken before the restart: it may have been carried out, which is told
    /// ([`RegistrarEvent::Unresolved`](super::RegistrarEvent::Unresolved)), and is never sent.
    pub was_taken: bool,
    /// The value that comes back with the outcome.
    pub ticket: T,
}

/// A request that moves with its entity.
pub struct Adopted<T> {
    pub(super) surrendered: Surrendered,
    pub(super) place: PlaceInStore,
    pub(super) ticket: T,
}

impl Claim {
    /// The identity behind the connection, as far as its handshake says.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }
}

impl<T> Submission<T> {
    /// Returns a request that has no number yet.
    pub const fn new(
        entity: Arc<str>,
        request: RequestPrimitive<'static>,
        options: RequestOptions,
        ticket: T,
    ) -> Self {
        Self {
            id: RequestId {
                session: u64::MAX,
                number: u64::MAX,
            },
            entity,
            request,
            options,
            ticket,
        }
    }

    /// Returns the estimated length of the request in bytes, which counts against
    /// [`SessionConfig::max_waiting_len`](crate::SessionConfig::max_waiting_len).
    #[must_use]
    pub fn len(&self) -> usize {
        crate::session::estimated_len(&self.request)
    }

    /// Returns whether the request is empty: none is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        false
    }
}

impl<T> Adopted<T> {
    /// The number of the request.
    #[must_use]
    pub const fn id(&self) -> RequestId {
        self.surrendered.id()
    }

    /// The value that was given with the request.
    #[must_use]
    pub const fn ticket(&self) -> &T {
        &self.ticket
    }

    /// The place of the request in the store, if it has one.
    #[must_use]
    pub const fn seq(&self) -> Option<u64> {
        self.place.put()
    }

    /// Returns the number of the request and its ticket, for a request that is given up.
    pub fn into_ticket(self) -> (RequestId, T) {
        (self.surrendered.id(), self.ticket)
    }
}

impl<T> fmt::Debug for Submission<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submission")
            .field("id", &self.id)
            .field("entity", &self.entity)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Loaded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loaded")
            .field("id", &self.id)
            .field("entity", &self.entity)
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Adopted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Adopted")
            .field("surrendered", &self.surrendered)
            .field("seq", &self.seq())
            .finish_non_exhaustive()
    }
}
