//! The registrar for a loop in one thread: it owns directory and nodes, and custody is `&mut`.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use alloc::sync::Arc;
use core::time::Duration;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive};
use onem2m_ws_core::{
    CloseFrame, Connection, ControlError, Inbox, Outbox, Rejection, Request, Timestamp,
    TransportAction,
};

use super::command::{Claim, Command, Loaded, StoreAnswer, Submission};
use super::directory::{Directory, Names};
use super::node::{Allowance, Effect, Node, Proof, Taken};
use super::store::{StoreOperation, StoredRequest};
use super::{Admission, ConnectionId, Identity, RegistrarConfig, RegistrarEvent, TooMany};
use crate::session::{
    Delivery, IncomingId, RequestError, RequestId, RequestOptions, Session, SessionConfig,
    Superseded,
};

/// A registrar: the nodes that are registered, and a [`Session`] with each.
///
/// The registrar judges handshakes, knows the identity behind a connection, checks the originator of a request, and sends requests to
/// registered entities over the connection of their node, or keeps them until there is one. Resources and access control are the
/// application's: the application is handed requests, and gives answers.
///
/// Each connection is driven as a [`Connection`] is, with its [`ConnectionId`]: take events until there is none, write its
/// outbox, obey its transport action, wait for input or its timeout. Events of nodes without a connection come from
/// [`poll_absent`](Self::poll_absent).
///
/// ```
/// use onem2m_primitive::{Operation, RequestIdentifier, RequestPrimitive};
/// use onem2m_ws::{Admission, Identity, Registrar, RegistrarConfig, RouteError, Subprotocol};
/// use onem2m_ws_core::{Buf, Config, Connection, Role, Seed, Timestamp};
///
/// let now = Timestamp::ZERO;
/// let mut registrar = Registrar::new(RegistrarConfig::default(), [7; 32]);
/// let notification =
///     || RequestPrimitive::new(Operation::NOTIFY, "Cthermo", RequestIdentifier::UNASSIGNED);
/// assert_eq!(registrar.request(now, "Cthermo", notification()), Err(RouteError::NotRegistered));
///
/// // Registered, but not connected: the request waits.
/// registrar.restore("Cthermo")?;
/// registrar.request(now, "Cthermo", notification())?;
///
/// let connection = Connection::new(Role::Server, Config::default(), Seed([7; 32]), now);
/// let admission = Admission::new(Identity::Claimed("Cthermo".into()), Subprotocol::JSON);
/// let id = registrar.connected(now, connection, admission)?;
/// assert!(registrar.outbox(now, id).ok_or("connected")?.has_remaining());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Registrar {
    config: RegistrarConfig,
    session_config: Arc<SessionConfig>,
    directory: Directory<()>,
    nodes: BTreeMap<u64, Node<()>>,
    connections: BTreeMap<ConnectionId, u64>,
    /// Connections that another took the place of, until their owner takes them.
    superseded: VecDeque<(ConnectionId, Superseded)>,
    /// The places where requests of the peer are answered that came to a node which was found to be another.
    forwards: BTreeMap<u64, u64>,
    /// The places where requests wait that moved with their entity.
    moved: BTreeMap<RequestId, u64>,
    events: VecDeque<(u64, RegistrarEvent)>,
    /// Nodes that have operations for the store.
    storing: BTreeSet<u64>,
    is_durable: bool,
    wall_clock: Option<(Timestamp, Duration)>,
}

/// The reason why a request cannot be sent to a registree.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RouteError {
    /// No entity of that name is registered (TS-0020 6.4): 4004 or 5103.
    NotRegistered,
    /// The session with the registree does not take the request.
    Request(RequestError),
}

impl core::fmt::Display for RouteError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NotRegistered => f.write_str("nobody of that name is registered"),
            Self::Request(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for RouteError {}

impl Registrar {
    /// Returns a registrar without registrees. `seed` is 32 fresh bytes from the operating system.
    #[must_use]
    pub fn new(config: RegistrarConfig, seed: [u8; 32]) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = seed;
        Self {
            session_config: Arc::new(config.session),
            directory: Directory::new(&config, [a, b, c, d, e, f, g, h]),
            config,
            nodes: BTreeMap::new(),
            connections: BTreeMap::new(),
            superseded: VecDeque::new(),
            forwards: BTreeMap::new(),
            moved: BTreeMap::new(),
            events: VecDeque::new(),
            storing: BTreeSet::new(),
            is_durable: false,
            wall_clock: None,
        }
    }

    /// Has requests that wait kept by a store, whose operations are taken with [`poll_store`](Self::poll_store).
    #[must_use]
    pub fn durable(mut self) -> Self {
        self.is_durable = true;
        self
    }

    /// Sets the time of day; see [`Session::set_wall_clock`].
    pub fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.wall_clock = Some((now, since_unix_epoch));
        for node in self.nodes.values_mut() {
            let command = Command::Clock(now, since_unix_epoch);
            node.carry_out(now, command, &self.config, &mut self.directory);
        }
    }

    /// Judges an opening handshake; see [`Directory::judge`].
    ///
    /// # Errors
    ///
    /// The answer to give instead.
    pub fn judge(
        &self,
        request: &Request,
        authenticated: &[String],
    ) -> Result<Admission, Rejection> {
        self.directory.judge(&self.config, request, authenticated)
    }

    /// Registers an entity that was not registered by this registrar in this run: after a restart, or over another binding. A node
    /// that claims the name of the entity is taken for its node.
    ///
    /// # Errors
    ///
    /// Too many entities are registered.
    pub fn restore(&mut self, entity: &str) -> Result<(), TooMany> {
        self.restore_as(entity, Identity::Claimed(entity.into()))
    }

    /// Registers an entity as [`restore`](Self::restore) does, on a node whose identity is known: what only TLS
    /// had proved is not handed to a mere claim.
    ///
    /// # Errors
    ///
    /// Too many are registered.
    pub fn restore_as(&mut self, entity: &str, identity: Identity) -> Result<(), TooMany> {
        let number = match self.directory.find(entity) {
            Some(place) => place.node,
            None => self.node_of(identity)?,
        };
        if self.entity_is_at(number, entity) {
            return Ok(());
        }
        let is_full = self
            .nodes
            .get(&number)
            .is_some_and(|node| node.entities.len() >= self.config.max_entities_per_node);
        if is_full || !self.directory.has_room(true) {
            return Err(TooMany);
        }
        self.carry_out(Timestamp::ZERO, number, Command::Register(entity.into()));
        Ok(())
    }

    fn entity_is_at(&self, number: u64, entity: &str) -> bool {
        let node = self.nodes.get(&number);
        node.is_some_and(|node| node.has_entity(entity))
    }

    /// The node that goes by a name, or a new one.
    fn node_of(&mut self, identity: Identity) -> Result<u64, TooMany> {
        let (config, is_durable) = (&self.session_config, self.is_durable);
        let nodes = &mut self.nodes;
        let clock = self.wall_clock;
        let name = identity.clone();
        let (number, ()) = self.directory.find_or_make(&identity, |number, prefix| {
            let mut node = Node::new(number, Arc::clone(config), prefix, name, is_durable);
            if let Some((at, since_unix_epoch)) = clock {
                node.session.set_wall_clock(at, since_unix_epoch);
            }
            nodes.insert(number, node);
        })?;
        Ok(number)
    }

    /// Deregisters an entity: requests for it are not taken any more, and those that wait go on waiting only for
    /// the others on its node.
    pub fn deregister(&mut self, now: Timestamp, entity: &str) {
        if let Some(place) = self.directory.find(entity) {
            self.carry_out(now, place.node, Command::Deregister(entity.into()));
        }
    }

    /// Returns whether an entity is registered (TS-0020 6.4).
    #[must_use]
    pub fn is_registered(&self, entity: &str) -> bool {
        let place = self.directory.find(entity);
        place.is_some_and(|place| place.is_registered)
    }

    /// Returns whether an entity is registered, and its node connected.
    #[must_use]
    pub fn is_reachable(&self, entity: &str) -> bool {
        let place = self.directory.find(entity);
        let node = place
            .filter(|place| place.is_registered)
            .and_then(|place| self.nodes.get(&place.node));
        node.is_some_and(|node| node.session().is_up())
    }

    /// Returns the number of nodes that are known, connected or not.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Takes a connection whose handshake was [judged](Self::judge). If its node has one already, that is closed and has to be
    /// [taken](Self::poll_superseded) by its owner (TS-0020 5.2); of two that registrars opened to each other at the same time,
    /// the one that the CSE with the smaller CSE-ID opened stays.
    ///
    /// # Errors
    ///
    /// There are as many nodes or connections as there may be.
    pub fn connected(
        &mut self,
        now: Timestamp,
        connection: Connection,
        admission: Admission,
    ) -> Result<ConnectionId, TooMany> {
        let id = self.directory.open_connection()?;
        let number = match self.node_of(admission.identity().clone()) {
            Ok(number) => number,
            Err(error) => {
                self.directory.close_connection();
                return Err(error);
            }
        };
        self.connections.insert(id, number);
        let claim = Claim::new(id, connection, admission);
        self.carry_out(now, number, Command::Claim(Box::new(claim)));
        Ok(id)
    }

    /// Returns a connection that another took the place of, which its owner sees to its end: see [`Superseded`]. To be asked after
    /// every call that may bring this about ([`connected`](Self::connected), [`poll_event`](Self::poll_event)), until there is
    /// none. It counts as a connection until [`close_superseded`](Self::close_superseded).
    pub fn poll_superseded(&mut self) -> Option<(ConnectionId, Superseded)> {
        self.superseded.pop_front()
    }

    /// Gives the place back of a connection that had to go, whose transport is gone.
    pub fn close_superseded(&mut self) {
        self.directory.close_connection();
    }

    /// Sends a request to a registered entity, or lets it wait until its node is connected or the request expires (TS-0020 5.2,
    /// 6.5).
    ///
    /// # Errors
    ///
    /// The entity is not registered (6.4), or too much waits for it.
    pub fn request(
        &mut self,
        now: Timestamp,
        entity: &str,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RouteError> {
        let place = self.directory.find(entity);
        let place = place
            .filter(|place| place.is_registered)
            .ok_or(RouteError::NotRegistered)?;
        let node = self
            .nodes
            .get_mut(&place.node)
            .ok_or(RouteError::NotRegistered)?;
        let id = node.session.next_request_id();
        let submission = Submission {
            id,
            entity: entity.into(),
            request: request.into_owned(),
            options: RequestOptions::default(),
            ticket: (),
        };
        self.carry_out(now, place.node, Command::Request(Box::new(submission)));
        match self.take_refusal(id) {
            Some(error) => Err(RouteError::Request(error)),
            None => Ok(id),
        }
    }

    /// Answers a request of the peer, as [`Session::respond`] does. A successful response to a registration enables
    /// routing to the new registree (TS-0020 6.4); one to the deletion of a registree's resource disables that. A response that
    /// cannot be sent is an event.
    pub fn respond(&mut self, now: Timestamp, id: IncomingId, response: ResponsePrimitive<'_>) {
        let number = self.forwards.get(&id.session).copied();
        let number = number.unwrap_or(id.session);
        let response = Box::new(response.into_owned());
        self.carry_out(now, number, Command::Answer(id, response));
        self.drop_forward(id.session);
    }

    /// Gives a request up, as [`Session::cancel`] does.
    pub fn cancel(&mut self, now: Timestamp, id: RequestId) -> Option<Delivery> {
        let number = self.moved.remove(&id).unwrap_or(id.session);
        let delivery = self.nodes.get_mut(&number)?.cancel(now, id);
        self.after(now, number);
        delivery
    }

    /// Returns the next event of a connection, as [`Session::poll_event`] does. `None` also if the registrar does not
    /// know the connection any more: then [`poll_superseded`](Self::poll_superseded) has said so.
    pub fn poll_event(
        &mut self,
        now: Timestamp,
        id: ConnectionId,
        inbox: &mut Inbox,
    ) -> Option<RegistrarEvent> {
        loop {
            let number = *self.connections.get(&id)?;
            if let Some(event) = self.take_event(number) {
                return Some(event);
            }
            let node = self.nodes.get_mut(&number)?;
            let allowance = Allowance {
                requests: usize::MAX,
            };
            let taken = node.advance(now, inbox, allowance, &self.config, &mut self.directory);
            self.after(now, number);
            match taken {
                None => return self.take_event(number),
                Some(Taken::Request(id, request)) => {
                    let event = RegistrarEvent::Request { id, request };
                    self.events.push_back((number, event));
                }
                Some(Taken::Proof(proof)) => self.merge(now, number, proof),
            }
        }
    }

    /// An unknown node is found to be one that is known: its connection goes there.
    fn merge(&mut self, now: Timestamp, from: u64, proof: Proof) {
        let (Some(place), Some(mut unknown)) = (
            self.directory.find(proof.originator()),
            self.nodes.remove(&from),
        ) else {
            debug_assert!(false, "the originator was found a moment ago");
            return;
        };
        let Some(claim) = unknown.leave(now, proof) else {
            debug_assert!(false, "what proves has come over a connection");
            return;
        };
        self.directory.forget(from, None);
        self.connections.insert(claim.connection(), place.node);
        let events = self.events.iter_mut().filter(|(number, _)| *number == from);
        events.for_each(|(number, _)| *number = place.node);
        self.forwards.insert(from, place.node);
        // What has ended as the connection left.
        while let Some(effect) = unknown.poll_effect() {
            self.take_effect(now, place.node, effect);
        }
        self.carry_out(now, place.node, Command::Claim(Box::new(claim)));
        self.drop_forward(from);
    }

    /// A forward is needed for as long as requests are under way that came to the former node.
    fn drop_forward(&mut self, from: u64) {
        if let Some(to) = self.forwards.get(&from)
            && !self
                .nodes
                .get(to)
                .is_some_and(|node| node.session.knows_incoming_of(from))
        {
            self.forwards.remove(&from);
        }
    }

    fn carry_out(&mut self, now: Timestamp, number: u64, command: Command<()>) {
        if let Some(node) = self.nodes.get_mut(&number) {
            node.carry_out(now, command, &self.config, &mut self.directory);
            self.after(now, number);
        }
    }

    /// Brings everything around a node up to date.
    fn after(&mut self, now: Timestamp, number: u64) {
        let Some(node) = self.nodes.get_mut(&number) else {
            return;
        };
        while let Some((id, superseded)) = node.poll_superseded() {
            self.connections.remove(&id);
            self.superseded.push_back((id, superseded));
        }
        while let Some(effect) = self.nodes.get_mut(&number).and_then(Node::poll_effect) {
            self.take_effect(now, number, effect);
        }
        let Some(node) = self.nodes.get_mut(&number) else {
            return;
        };
        if node.session.has_store_steps() {
            self.storing.insert(number);
        }
        let until = match node.connection() {
            Some(_) => None,
            None => node.session.poll_timeout(),
        };
        self.directory.park(number, until);
        if node.is_forgettable() {
            let name = node.identity().name().map(String::from);
            self.directory.forget(number, name.as_deref());
            self.nodes.remove(&number);
        }
    }

    fn take_effect(&mut self, now: Timestamp, number: u64, effect: Effect<()>) {
        match effect {
            Effect::Ended { id, outcome, .. } => {
                self.moved.remove(&id);
                let event = RegistrarEvent::Ended { id, outcome };
                self.events.push_back((number, event));
            }
            Effect::NotTaken { id, error, .. } => {
                let event = RegistrarEvent::NotTaken { id, error };
                self.events.push_back((number, event));
            }
            Effect::Elsewhere(submission) => {
                debug_assert!(false, "{submission:?} was routed a moment ago");
            }
            Effect::Moved { entity, from } => {
                self.carry_out(now, from, Command::Surrender(entity));
            }
            Effect::Surrendered { entity, requests } => {
                let Some(place) = self.directory.find(&entity) else {
                    debug_assert!(false, "what was surrendered has moved");
                    return;
                };
                for adopted in requests {
                    self.moved.insert(adopted.id(), place.node);
                    let command = Command::Adopt(entity.as_str().into(), Box::new(adopted));
                    self.carry_out(now, place.node, command);
                }
            }
            // The request has ended.
            Effect::StoreElsewhere { .. } => {}
            Effect::Event(event) => {
                if let RegistrarEvent::Unanswered { id } = &event {
                    self.drop_forward(id.session);
                }
                self.events.push_back((number, event));
            }
        }
    }

    fn take_event(&mut self, number: u64) -> Option<RegistrarEvent> {
        let is_mine = |(other, _): &(u64, RegistrarEvent)| *other == number;
        let index = self.events.iter().position(is_mine)?;
        self.events.remove(index).map(|(_, event)| event)
    }

    fn take_refusal(&mut self, id: RequestId) -> Option<RequestError> {
        let is_it = |(_, event): &(u64, RegistrarEvent)| matches!(event, RegistrarEvent::NotTaken { id: other, .. } if *other == id);
        let index = self.events.iter().position(is_it)?;
        match self.events.remove(index)? {
            (_, RegistrarEvent::NotTaken { error, .. }) => Some(error),
            _ => None,
        }
    }

    /// Returns whether input should be read, as [`Session::wants_input`] does.
    #[must_use]
    pub fn wants_input(&self, id: ConnectionId) -> bool {
        self.session(id).is_some_and(Session::wants_input)
    }

    /// Gives back memory, as [`Session::shrink`] does, for the node of a connection.
    pub fn shrink(&mut self, id: ConnectionId) {
        if let Some(session) = self.session_mut(id) {
            session.shrink();
        }
    }

    /// Returns the bytes to be written, as [`Session::outbox`] does; `None` if the registrar does not know the connection any more.
    pub fn outbox(&mut self, now: Timestamp, id: ConnectionId) -> Option<&mut Outbox> {
        let number = *self.connections.get(&id)?;
        self.nodes.get_mut(&number)?.outbox(now, id)?;
        self.after(now, number);
        self.nodes.get_mut(&number)?.outbox(now, id)
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called for a connection, if nothing happens
    /// before.
    #[must_use]
    pub fn poll_timeout(&self, id: ConnectionId) -> Option<Timestamp> {
        self.session(id).and_then(Session::poll_timeout)
    }

    /// Does everything of a connection that is due at `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp, id: ConnectionId) {
        if let Some(number) = self.connections.get(&id) {
            self.carry_out(now, *number, Command::Expire);
        }
    }

    /// Takes note that the transport of a connection has ended: nothing will be received after the bytes in the inbox.
    pub fn handle_eof(&mut self, id: ConnectionId) {
        if let Some(session) = self.session_mut(id) {
            session.handle_eof();
        }
    }

    /// Takes note that the owner of a connection does not read now: see [`Connection::handle_unread`].
    pub fn handle_unread(&mut self, now: Timestamp, id: ConnectionId) {
        if let Some(session) = self.session_mut(id) {
            session.handle_unread(now);
        }
    }

    /// Returns the action for the transport, as [`Session::transport_action`] does; [`TransportAction::Abort`] if the registrar
    /// does not know the connection any more.
    #[must_use]
    pub fn transport_action(&self, id: ConnectionId) -> TransportAction {
        self.session(id)
            .map_or(TransportAction::Abort, Session::transport_action)
    }

    /// Closes a connection for a while when nothing is under way; only its registree can open another (TS-0020 5.2).
    ///
    /// # Errors
    ///
    /// The frame cannot be sent: its reason is too long. Nothing has changed.
    pub fn disconnect(
        &mut self,
        now: Timestamp,
        id: ConnectionId,
        frame: CloseFrame<'_>,
    ) -> Result<(), ControlError> {
        let Some(session) = self.session_mut(id) else {
            return Ok(());
        };
        session.disconnect(now, frame)
    }

    /// Lets go of a connection whose transport is gone. Its registrees stay registered (TS-0020 6.4), and requests for them wait.
    pub fn release(&mut self, now: Timestamp, id: ConnectionId) {
        if let Some(number) = self.connections.remove(&id) {
            self.directory.close_connection();
            self.carry_out(now, number, Command::Release(id));
        }
    }

    /// Returns the next event of a node without a connection: a request has expired, or ended with its connection. To be called until
    /// there is none, at [`poll_absent_timeout`](Self::poll_absent_timeout).
    pub fn poll_absent(&mut self, now: Timestamp) -> Option<RegistrarEvent> {
        loop {
            let nodes = &self.nodes;
            let is_absent = |(number, _): &(u64, RegistrarEvent)| {
                let node = nodes.get(number);
                node.is_none_or(|node| node.connection().is_none())
            };
            if let Some(index) = self.events.iter().position(is_absent) {
                return self.events.remove(index).map(|(_, event)| event);
            }
            let (number, ()) = self.directory.poll_parked(now)?;
            self.carry_out(now, number, Command::Expire);
        }
    }

    /// Returns the earliest time at which [`poll_absent`](Self::poll_absent) has something, if nothing happens before.
    #[must_use]
    pub fn poll_absent_timeout(&self) -> Option<Timestamp> {
        let nodes = &self.nodes;
        let is_absent = |(number, _): &(u64, RegistrarEvent)| {
            let node = nodes.get(number);
            node.is_none_or(|node| node.connection().is_none())
        };
        if self.events.iter().any(is_absent) {
            return Some(Timestamp::ZERO);
        }
        self.directory.parked_timeout()
    }

    /// Returns the next operation of the store (TS-0020 6.5); to be carried out in this order, and answered with
    /// [`handle_store`](Self::handle_store).
    pub fn poll_store(&mut self) -> Option<StoreOperation> {
        loop {
            let number = *self.storing.first()?;
            let directory = &mut self.directory;
            let node = self.nodes.get_mut(&number);
            match node.and_then(|node| node.poll_store(|| directory.next_seq())) {
                Some(operation) => return Some(operation),
                None => {
                    self.storing.remove(&number);
                }
            }
        }
    }

    /// Takes the answer of the store to an operation.
    pub fn handle_store(&mut self, now: Timestamp, entity: &Arc<str>, answer: StoreAnswer) {
        let id = answer.id();
        let number = self.moved.get(&id).copied().unwrap_or(id.session);
        let command = Command::Store(Arc::clone(entity), answer);
        self.carry_out(now, number, command);
    }

    /// Loads a request that a store had kept, after a restart: in the order of the places in the store, before anybody
    /// connects. A request that had been taken may have been carried out: that is told by
    /// [`RegistrarEvent::Unresolved`], and the request is not sent.
    ///
    /// # Errors
    ///
    /// There are as many nodes or entities as there may be.
    pub fn load(&mut self, now: Timestamp, stored: StoredRequest) -> Result<(), TooMany> {
        self.directory.note_seq(stored.seq);
        self.restore_as(&stored.entity, stored.identity)?;
        let number = self.directory.find(&stored.entity).ok_or(TooMany)?.node;
        let node = self.nodes.get_mut(&number).ok_or(TooMany)?;
        let loaded = Loaded {
            id: node.session.next_request_id(),
            entity: stored.entity.into(),
            seq: stored.seq,
            deadline: node.session.moment(now, stored.deadline),
            request: stored.request,
            was_taken: stored.was_taken,
            ticket: (),
        };
        self.carry_out(now, number, Command::Load(Box::new(loaded)));
        Ok(())
    }

    /// Returns the connections there are.
    pub fn connections(&self) -> impl Iterator<Item = ConnectionId> {
        self.connections.keys().copied()
    }

    /// Returns the session of a connection, for its getters.
    #[must_use]
    pub fn session(&self, id: ConnectionId) -> Option<&Session> {
        let number = self.connections.get(&id)?;
        self.nodes.get(number).map(Node::session)
    }

    /// Returns the connection of the node on which an entity is registered.
    #[must_use]
    pub fn connection_of(&self, entity: &str) -> Option<ConnectionId> {
        let place = self.directory.find(entity)?;
        self.nodes.get(&place.node)?.connection().map(|(id, _)| id)
    }

    /// Returns the connection over which a request of the peer is answered, if there is one.
    #[must_use]
    pub fn connection_of_request(&self, id: IncomingId) -> Option<ConnectionId> {
        let number = self.forwards.get(&id.session).unwrap_or(&id.session);
        self.nodes.get(number)?.connection().map(|(id, _)| id)
    }

    /// Returns the identity behind a connection.
    #[must_use]
    pub fn identity(&self, id: ConnectionId) -> Option<&Identity> {
        let number = self.connections.get(&id)?;
        self.nodes.get(number).map(Node::identity)
    }

    fn session_mut(&mut self, id: ConnectionId) -> Option<&mut Session> {
        let number = self.connections.get(&id)?;
        self.nodes.get_mut(number).map(|node| &mut node.session)
    }
}

#[cfg(test)]
mod tests;
