//! One node, which custody hands out: the session with it, its identity, and the entities that are registered on it.

mod durability;
mod registering;
mod routing;
mod take_over;

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use onem2m_primitive::{RequestPrimitive, ResponseStatusCode};
#[cfg(feature = "deflate")]
use onem2m_ws_core::DeflateCounters;
use onem2m_ws_core::{CloseFrame, Inbox, Outbox, Role, Timestamp};

use super::command::{Adopted, Command, StoreAnswer, Submission};
use super::directory::{Names, Registration};
use super::originators::Verdict;
use super::registration::{Change, Registered, change};
use super::{ConnectionId, Identity, RegistrarConfig, RegistrarEvent};
use crate::session::{
    IncomingId, Outcome, RequestError, RequestId, Session, SessionConfig, SessionEvent, Superseded,
};

/// A node of a registrar: the [`Session`] with it, its identity, and the entities that live on it (TS-0020 5.2, 6.4).
///
/// The holder of custody of the node carries out what is asked of it ([`carry_out`](Self::carry_out)), drives its connection
/// ([`advance`](Self::advance), [`outbox`](Self::outbox), …) and takes what comes of both ([`poll_effect`](Self::poll_effect)).
pub struct Node<T> {
    number: u64,
    pub(super) session: Session,
    pub(super) identity: Arc<Identity>,
    /// Those that are registered (several may live on a node).
    pub(super) entities: Vec<Registered>,
    link: Option<LinkOfNode>,
    /// Requests that register or deregister if they are answered with success.
    pending: Vec<(IncomingId, Change)>,
    /// Requests to entities of the node, in the order of their numbers.
    requests: VecDeque<(RequestId, Routed<T>)>,
    /// The places in the store of requests that have ended, until the store has forgotten them.
    ended: Vec<(RequestId, u64, Arc<str>)>,
    /// There is a store: the session puts what waits, unless too many are `ended`.
    is_durable: bool,
    /// Requests of the peer that came to the session with a connection.
    arrived: VecDeque<(IncomingId, RequestPrimitive<'static>)>,
    effects: VecDeque<Effect<T>>,
    gone: Vec<(ConnectionId, Superseded)>,
    /// When the directory was told that the node has to be looked at.
    parked: Option<Timestamp>,
}

/// The connection of a node.
#[derive(Clone, Copy, Debug)]
struct LinkOfNode {
    id: ConnectionId,
    /// The side of the connection that the registrar is.
    role: Role,
    since: Timestamp,
}

/// A request to an entity, as far as the session does not know of it.
struct Routed<T> {
    entity: Arc<str>,
    place: PlaceInStore,
    ticket: T,
}

/// The place of a request in the store: its number there, by which it is loaded in its order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::registrar) enum PlaceInStore {
    Without,
    /// One that was asked later has been put: this one will be in front of it.
    Reserved(u64),
    /// The store knows of the request.
    Put(u64),
}

impl PlaceInStore {
    /// The place, if the store knows of it.
    pub(in crate::registrar) const fn put(self) -> Option<u64> {
        match self {
            Self::Without | Self::Reserved(_) => None,
            Self::Put(seq) => Some(seq),
        }
    }
}

/// The outcome of a [`Command`] or of driving a node.
#[derive(Debug)]
#[non_exhaustive]
pub enum Effect<T> {
    /// A request has ended.
    Ended {
        /// The number of the request.
        id: RequestId,
        /// The value that was given with the request.
        ticket: T,
        /// The outcome of the request.
        outcome: Outcome<'static>,
    },
    /// The session does not take a request; nothing of the request has left.
    NotTaken {
        /// The number of the request.
        id: RequestId,
        /// The value that was given with the request.
        ticket: T,
        /// The reason.
        error: RequestError,
    },
    /// The entity of a request does not live here: the request is to be routed anew.
    Elsewhere(Box<Submission<T>>),
    /// The requests that waited for an entity that lives elsewhere now, in order.
    Surrendered {
        /// The entity.
        entity: String,
        /// Its requests.
        requests: Vec<Adopted<T>>,
    },
    /// An entity has been registered here which lived on another node: that has to [surrender](Command::Surrender) the entity.
    Moved {
        /// The entity.
        entity: String,
        /// The number of the other node.
        from: u64,
    },
    /// The store has answered an operation for a request that has moved with its entity.
    StoreElsewhere {
        /// The entity.
        entity: Arc<str>,
        /// The answer.
        answer: StoreAnswer,
    },
    /// An event, which an operator may want to know.
    Event(RegistrarEvent),
}

impl<T> Effect<T> {
    /// Returns the values that were given with the requests which the effect is about.
    #[must_use]
    pub fn into_tickets(self) -> Vec<(RequestId, T)> {
        match self {
            Self::Ended { id, ticket, .. } | Self::NotTaken { id, ticket, .. } => {
                Vec::from([(id, ticket)])
            }
            Self::Elsewhere(submission) => Vec::from([(submission.id, submission.ticket)]),
            Self::Surrendered { requests, .. } => {
                let tickets = requests.into_iter().map(Adopted::into_ticket);
                tickets.collect()
            }
            Self::Moved { .. } | Self::StoreElsewhere { .. } | Self::Event(_) => Vec::new(),
        }
    }
}

/// The things that a node takes from its input.
#[derive(Debug)]
pub enum Taken {
    /// A request to be answered, whose originator was checked.
    Request(IncomingId, RequestPrimitive<'static>),
    /// A request has proved that the connection is that of another node: see [`Node::leave`].
    Proof(Proof),
}

/// A request by which an unknown node has proved to be the one on which the originator of the request lives.
#[derive(Debug)]
pub struct Proof {
    pub(super) id: IncomingId,
    pub(super) request: RequestPrimitive<'static>,
}

impl Proof {
    /// The originator of the request.
    #[must_use]
    pub fn originator(&self) -> &str {
        self.request.from.as_deref().unwrap_or_default()
    }
}

/// The requests and limits that are given to a node with custody.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Allowance {
    /// Requests that may be handed to the application now.
    pub requests: usize,
}

impl<T> Node<T> {
    /// Returns a node without a connection.
    #[must_use]
    pub fn new(
        number: u64,
        config: Arc<SessionConfig>,
        prefix: [u8; 8],
        identity: Identity,
        is_durable: bool,
    ) -> Self {
        let mut session = Session::numbered(config, prefix, number);
        session.set_durable(is_durable);
        Self {
            number,
            session,
            identity: Arc::new(identity),
            entities: Vec::new(),
            link: None,
            pending: Vec::new(),
            requests: VecDeque::new(),
            ended: Vec::new(),
            is_durable,
            arrived: VecDeque::new(),
            effects: VecDeque::new(),
            gone: Vec::new(),
            parked: None,
        }
    }

    /// The number of the node.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Returns the session, for its getters.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the bytes of compressed messages since the last call: see [`Session::take_deflate_counters`].
    #[cfg(feature = "deflate")]
    pub fn take_deflate_counters(&mut self) -> Option<DeflateCounters> {
        self.session.take_deflate_counters()
    }

    /// The identity behind the connection.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The entities that are registered on the node.
    pub fn entities(&self) -> impl Iterator<Item = &str> {
        self.entities
            .iter()
            .map(|registered| registered.entity.as_str())
    }

    /// The connection, and which side of it the registrar is.
    #[must_use]
    pub fn connection(&self) -> Option<(ConnectionId, Role)> {
        self.link.map(|link| (link.id, link.role))
    }

    /// Returns whether this connection is that of the node.
    #[must_use]
    pub fn is_linked_by(&self, id: ConnectionId) -> bool {
        self.link.is_some_and(|link| link.id == id)
    }

    /// Returns whether nothing would be lost with the node.
    #[must_use]
    pub fn is_forgettable(&self) -> bool {
        self.link.is_none()
            && self.entities.is_empty()
            && self.effects.is_empty()
            && self.gone.is_empty()
            && self.ended.is_empty()
            && self.session.is_forgettable()
    }

    /// Returns the number of requests to entities of the node that have not ended.
    #[must_use]
    pub fn outstanding(&self) -> usize {
        self.session.outstanding()
    }

    /// Returns the next effect; to be taken until there is none.
    pub fn poll_effect(&mut self) -> Option<Effect<T>> {
        self.effects.pop_front()
    }

    /// Returns a connection that another took the place of: see [`Superseded`].
    pub fn poll_superseded(&mut self) -> Option<(ConnectionId, Superseded)> {
        self.gone.pop()
    }

    /// As [`poll_superseded`](Self::poll_superseded), for those connections that `is_excepted` does not hold of.
    pub(super) fn poll_superseded_but(
        &mut self,
        is_excepted: impl Fn(ConnectionId) -> bool,
    ) -> Option<(ConnectionId, Superseded)> {
        let index = self.gone.iter().position(|(id, _)| !is_excepted(*id))?;
        Some(self.gone.swap_remove(index))
    }

    /// Carries out what is asked of the node.
    pub fn carry_out(
        &mut self,
        now: Timestamp,
        command: Command<T>,
        config: &RegistrarConfig,
        names: &mut impl Names,
    ) {
        match command {
            Command::Request(submission) => self.submit(now, submission),
            Command::Cancel(id) => {
                self.cancel(now, id);
            }
            Command::Answer(id, response) => self.answer(now, id, *response, config, names),
            Command::Claim(claim) => self.claim(now, *claim, config, names),
            Command::Response(response) => self.session.handle_stray_response(now, *response),
            Command::Release(id) => self.release(now, id),
            Command::Disconnect(frame) => self.disconnect(now, frame),
            Command::Register(entity) => {
                self.enable(
                    Registered::unseen(&entity),
                    Registration::Told,
                    config,
                    names,
                );
            }
            Command::Deregister(entity) => self.disable(&entity, names),
            Command::Surrender(entity) => self.surrender(now, entity, names),
            Command::Adopt(entity, adopted) => self.adopt(now, entity, *adopted),
            Command::Expire => {
                self.parked = None;
                self.session.handle_timeout(now);
            }
            Command::Clock(at, since_unix_epoch) => {
                self.session.set_wall_clock(at, since_unix_epoch);
            }
            Command::Store(entity, answer) => self.take_store_answer(now, entity, answer),
            Command::Load(loaded) => self.load(now, *loaded),
        }
        self.collect(now);
    }

    fn disconnect(&mut self, now: Timestamp, frame: CloseFrame<'static>) {
        let disconnected = self.session.disconnect(now, frame);
        debug_assert!(
            disconnected.is_ok(),
            "the frame was checked when it was given"
        );
    }

    /// Takes requests of the peer from the input, as many as `allowance` has room for. `None`: the inbox is empty, or
    /// the session wants no input ([`Session::wants_input`]).
    pub fn advance(
        &mut self,
        now: Timestamp,
        inbox: &mut Inbox,
        allowance: Allowance,
        config: &RegistrarConfig,
        names: &mut impl Names,
    ) -> Option<Taken> {
        self.collect(now);
        if allowance.requests == 0 {
            return None;
        }
        loop {
            let (id, request) = match self.arrived.pop_front() {
                Some(arrived) => arrived,
                None => {
                    let event = self.session.poll_event(now, inbox)?;
                    let SessionEvent::Request { id, request } = event else {
                        let event = event.into_owned();
                        self.take(event);
                        continue;
                    };
                    (id, request.into_owned())
                }
            };
            match self.check_originator(&request, config, &*names) {
                Verdict::Allowed => {}
                Verdict::SameNodeAs => return Some(Taken::Proof(Proof { id, request })),
                Verdict::Refused(status) => {
                    self.refuse(now, id, &request, status);
                    continue;
                }
            }
            let cse_id = config.cse_id.as_deref();
            let next_number = || names.next_registration();
            if let Some(change) = change(&request, &self.entities, cse_id, next_number) {
                if self.lacks_room(&change, config, &*names) {
                    let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
                    self.refuse(now, id, &request, status);
                    continue;
                }
                self.pending.push((id, change));
            }
            return Some(Taken::Request(id, request));
        }
    }

    /// Takes back a request that was [handed out](Self::advance) and for which there is no room after all: the request is the next to
    /// be handed out.
    pub fn hold(&mut self, id: IncomingId, request: RequestPrimitive<'static>) {
        // What it changes is looked at once more.
        self.pending.retain(|(other, _)| *other != id);
        self.arrived.push_front((id, request));
    }

    /// Takes out of the session what ends without input.
    fn collect(&mut self, now: Timestamp) {
        while let Some(event) = self.session.poll_finished(now) {
            self.take(event);
        }
    }

    fn take(&mut self, event: SessionEvent<'static>) {
        let event = match event {
            SessionEvent::Ended { id, outcome } => {
                return match self.unroute(id) {
                    Some(ticket) => self.effects.push_back(Effect::Ended {
                        id,
                        ticket,
                        outcome,
                    }),
                    None => debug_assert!(false, "a request that ends was routed"),
                };
            }
            SessionEvent::Unanswered { id } => {
                self.pending.retain(|(other, _)| *other != id);
                self.arrived.retain(|(other, _)| *other != id);
                RegistrarEvent::Unanswered { id }
            }
            SessionEvent::Request { id, request } => {
                return self.arrived.push_back((id, request));
            }
            SessionEvent::Dropped(dropped) => RegistrarEvent::Dropped(dropped),
            SessionEvent::Disconnected(closed) => RegistrarEvent::Disconnected(closed),
            SessionEvent::Stored { id } => RegistrarEvent::Stored { id },
            SessionEvent::NotStored { id } => RegistrarEvent::NotStored { id },
            SessionEvent::NotAnswered { id, error } => RegistrarEvent::NotAnswered { id, error },
            SessionEvent::LateAnswer { id } => RegistrarEvent::LateAnswer { id },
        };
        self.note(event);
    }

    fn note(&mut self, event: RegistrarEvent) {
        self.effects.push_back(Effect::Event(event));
    }

    pub(super) fn has_entity(&self, entity: &str) -> bool {
        self.entities
            .iter()
            .any(|registered| registered.entity == entity)
    }

    /// Takes note of the time at which the node has to be looked at, and returns whether that is news.
    pub fn note_parked(&mut self, until: Option<Timestamp>) -> bool {
        core::mem::replace(&mut self.parked, until) != until
    }

    /// Sets the time of day; see [`Session::set_wall_clock`].
    pub const fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: core::time::Duration) {
        self.session.set_wall_clock(now, since_unix_epoch);
    }

    /// Does everything that is due at `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp) {
        self.session.handle_timeout(now);
        self.collect(now);
    }

    /// Takes note that the transport of the connection has ended: nothing will be received after the bytes in the inbox.
    pub fn handle_eof(&mut self) {
        self.session.handle_eof();
    }

    /// Takes note that the peer is not read now: see [`Session::handle_unread`].
    pub fn handle_unread(&mut self, now: Timestamp) {
        self.session.handle_unread(now);
    }

    /// Gives back the memory of requests that have ended.
    pub fn shrink(&mut self) {
        self.session.shrink();
        self.entities.shrink_to_fit();
        self.pending.shrink_to_fit();
        self.requests.shrink_to_fit();
        self.ended.shrink_to_fit();
        self.arrived.shrink_to_fit();
        self.effects.shrink_to_fit();
        self.gone.shrink_to_fit();
    }

    /// Returns the bytes that have to be written to the transport of a connection, if that is the node's.
    pub fn outbox(&mut self, now: Timestamp, id: ConnectionId) -> Option<&mut Outbox> {
        if !self.is_linked_by(id) {
            return None;
        }
        self.session.outbox(now)
    }
}

impl<T> fmt::Debug for Node<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Node")
            .field("number", &self.number)
            .field("identity", &self.identity)
            .field("entities", &self.entities)
            .field("link", &self.link)
            .finish_non_exhaustive()
    }
}
