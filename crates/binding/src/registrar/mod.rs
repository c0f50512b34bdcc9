//! The server side (TS-0020 5.2, 6.4, 6.5): who is behind which connection, and where requests for registrees go.

mod admission;
mod config;
mod events;
mod node;
mod originators;
mod store;

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use alloc::sync::Arc;
use core::time::Duration;

use onem2m_primitive::{RequestIdentifier, RequestPrimitive, ResponsePrimitive};
use onem2m_ws_core::{CloseCode, CloseFrame, Connection, Outbox, Role, Timestamp, TransportAction};

use crate::backoff::Jitter;
use crate::request_identifiers::RequestIdentifiers;
use crate::session::{
    Delivery, IncomingId, RequestError, RequestId, RespondError, Session, SessionConfig,
};

pub use admission::{Admission, Identity};
pub use config::RegistrarConfig;
pub use events::RegistrarEvent;
use node::{Change, Node};
pub use store::{NoStore, Store};

/// One connection of a registrar; never used twice.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ConnectionId(u64);

/// A registrar: the nodes that are registered, and a [`Session`] with each.
///
/// It judges handshakes, knows who is behind a connection, checks for whom a request speaks, and sends requests to registered
/// entities over the connection of their node, or keeps them until there is one. Resources and access control are the
/// application's: it is handed requests, and gives answers.
///
/// Each connection is driven as a [`Connection`] is, with its [`ConnectionId`]: take events until there is none, write its
/// outbox, obey its transport action, wait for input or its timeout. What has no connection has
/// [`poll_absent`](Self::poll_absent).
///
/// ```
/// use onem2m_primitive::{RequestPrimitive, RequestIdentifier};
/// use onem2m_ws::{Admission, Identity, Registrar, RegistrarConfig, RouteError, Subprotocol};
/// use onem2m_ws_core::{Buf, Config, Connection, Role, Seed, Timestamp};
///
/// let now = Timestamp::ZERO;
/// let mut registrar = Registrar::new(RegistrarConfig::default(), [7; 32]);
/// let notification = |registrar: &mut Registrar| {
///     let identifier = registrar.next_identifier();
///     RequestPrimitive::new(onem2m_primitive::Operation::NOTIFY, "Cthermo", identifier)
/// };
/// let request = notification(&mut registrar);
/// assert_eq!(registrar.request(now, "Cthermo", request), Err(RouteError::NotRegistered));
///
/// // Registered, but not connected: it waits.
/// registrar.restore("Cthermo")?;
/// let request = notification(&mut registrar);
/// registrar.request(now, "Cthermo", request)?;
///
/// let connection = Connection::new(Role::Server, Config::default(), Seed([7; 32]), now);
/// let admission = Admission::new(Identity::Claimed("Cthermo".into()), Subprotocol::JSON);
/// let id = registrar.connected(now, connection, admission);
/// assert!(registrar.outbox(now, id).ok_or("connected")?.has_remaining());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Registrar<S = NoStore> {
    config: RegistrarConfig,
    session_config: Arc<SessionConfig>,
    nodes: BTreeMap<u32, Node>,
    /// Which node an entity lives on: those that are registered, and the names of nodes.
    entities: BTreeMap<String, u32>,
    connections: BTreeMap<ConnectionId, u32>,
    /// Connections that another took the place of, until their owner takes them.
    superseded: VecDeque<(ConnectionId, Option<Connection>)>,
    /// Nodes that were found to be others, while requests with their numbers may be under way.
    merged: BTreeMap<u32, u32>,
    /// Nodes without a connection that have something to wait for.
    absent: BTreeSet<(Timestamp, u32)>,
    identifiers: RequestIdentifiers,
    jitter: Jitter,
    wall_clock: Option<(Timestamp, Duration)>,
    store: S,
    next_node: u32,
    next_connection: u64,
}

/// Why a request cannot be sent to a registree.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RouteError {
    /// Nobody of that name is registered (W-68): 4004 or 5103.
    NotRegistered,
    /// Its session does not take the request.
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

/// Why an entity cannot be registered: there are as many nodes, or entities on its node, as there may be.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct TooMany;

impl core::fmt::Display for TooMany {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("too many entities are registered")
    }
}

impl core::error::Error for TooMany {}

impl Registrar {
    /// A registrar without registrees, which keeps what waits in memory. `seed` is 32 fresh bytes from the operating system.
    #[must_use]
    pub fn new(config: RegistrarConfig, seed: [u8; 32]) -> Self {
        Self::with_store(config, seed, NoStore)
    }
}

impl<S: Store> Registrar<S> {
    /// As [`new`](Registrar::new), with a store for what waits.
    #[must_use]
    pub fn with_store(config: RegistrarConfig, seed: [u8; 32], store: S) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = seed;
        Self {
            session_config: Arc::new(config.session),
            config,
            nodes: BTreeMap::new(),
            entities: BTreeMap::new(),
            connections: BTreeMap::new(),
            superseded: VecDeque::new(),
            merged: BTreeMap::new(),
            absent: BTreeSet::new(),
            identifiers: RequestIdentifiers::new([a, b, c, d, e, f, g, h]),
            jitter: Jitter::new([i, j, k, l, m, n, o, p]),
            wall_clock: None,
            store,
            next_node: 0,
            next_connection: 0,
        }
    }

    /// Says what time of day it is; see [`Session::set_wall_clock`].
    pub fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.wall_clock = Some((now, since_unix_epoch));
        for node in self.nodes.values_mut() {
            node.session.set_wall_clock(now, since_unix_epoch);
        }
    }

    /// A request identifier that is used by no other request.
    pub fn next_identifier(&mut self) -> RequestIdentifier<'static> {
        self.identifiers.next_identifier()
    }

    /// An entity is registered, though not by this registrar in this run: after a restart, or over another binding.
    ///
    /// # Errors
    ///
    /// Too many are.
    pub fn restore(&mut self, entity: &str) -> Result<(), TooMany> {
        if let Some(number) = self.entities.get(entity).copied() {
            return self.enable(number, entity);
        }
        if self.nodes.len() >= self.config.max_nodes {
            return Err(TooMany);
        }
        let number = self.new_node(Identity::Claimed(entity.into()));
        self.enable(number, entity)
    }

    /// An entity is no longer registered: requests for it are not taken any more, and those that wait go on waiting only for
    /// the others on its node.
    pub fn deregister(&mut self, now: Timestamp, entity: &str) {
        let Some(number) = self.entities.remove(entity) else {
            return;
        };
        let Some(node) = self.nodes.get_mut(&number) else {
            return;
        };
        node.entities.remove(entity);
        if node.entities.is_empty() && node.connection.is_none() {
            node.session.end(now);
        }
        self.settle(number);
    }

    /// Whether an entity is registered (W-67).
    #[must_use]
    pub fn is_registered(&self, entity: &str) -> bool {
        self.node_of(entity)
            .is_some_and(|node| node.entities.contains(entity))
    }

    /// Whether an entity is registered, and its node connected.
    #[must_use]
    pub fn is_reachable(&self, entity: &str) -> bool {
        let node = self.node_of(entity);
        node.is_some_and(|node| node.entities.contains(entity) && node.session.is_up())
    }

    /// Nodes that are known, connected or not.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// A connection whose handshake was [judged](Self::judge). If its node has one already, that is closed and has to be
    /// [taken](Self::poll_superseded) by its owner (W-09); of two that registrars opened to each other, the one that the
    /// CSE with the smaller CSE-ID opened stays (W-08).
    pub fn connected(
        &mut self,
        now: Timestamp,
        connection: Connection,
        admission: Admission,
    ) -> ConnectionId {
        let id = ConnectionId(self.next_connection);
        self.next_connection = self.next_connection.saturating_add(1);
        let known = admission
            .identity
            .name()
            .and_then(|name| self.entities.get(name).copied());
        let number = known.unwrap_or_else(|| self.new_node(admission.identity.clone()));
        if self.keeps_its_own(number, &connection, &admission) {
            let mut refused = connection;
            let _ = refused.close(now, CloseFrame::new(CloseCode::NORMAL, SIMULTANEOUS));
            self.superseded.push_back((id, Some(refused)));
            return id;
        }
        if let Some(node) = self.nodes.get_mut(&number) {
            if admission.identity.is_authenticated() || node.identity == Identity::Unknown {
                node.identity = admission.identity;
            }
            node.role = Some(connection.role());
            let former = node.connection.replace(id);
            let superseded = node
                .session
                .connected(now, connection, admission.subprotocol);
            if let Some(former) = former {
                self.connections.remove(&former);
                self.superseded.push_back((former, superseded));
            }
            self.connections.insert(id, number);
        }
        self.settle(number);
        id
    }

    /// Whether of two connections that registrars opened to each other the one that is there stays.
    fn keeps_its_own(&self, number: u32, newcomer: &Connection, admission: &Admission) -> bool {
        let Some(node) = self.nodes.get(&number).filter(|node| node.session.is_up()) else {
            return false;
        };
        let (Some(own), Some(peer)) = (&self.config.cse_id, admission.identity.name()) else {
            return false;
        };
        let keeps_client = own.as_str() < peer;
        node.role
            .is_some_and(|role| role != newcomer.role() && keeps_client == (role == Role::Client))
    }

    /// A connection that another took the place of, which its owner sees to its end: its outbox holds a Close frame. If it is
    /// not given its transport is to be dropped at once. To be asked after every call that may bring this about
    /// ([`connected`](Self::connected), [`poll_event`](Self::poll_event)), until there is none.
    pub fn poll_superseded(&mut self) -> Option<(ConnectionId, Option<Connection>)> {
        self.superseded.pop_front()
    }

    /// Sends a request to a registered entity, or lets it wait until its node is connected or the request expires (W-13, W-75).
    ///
    /// # Errors
    ///
    /// It is not registered (W-68), or too much waits for it.
    pub fn request(
        &mut self,
        now: Timestamp,
        entity: &str,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RouteError> {
        let number = self
            .entities
            .get(entity)
            .copied()
            .ok_or(RouteError::NotRegistered)?;
        let node = self
            .nodes
            .get_mut(&number)
            .ok_or(RouteError::NotRegistered)?;
        if !node.entities.contains(entity) {
            return Err(RouteError::NotRegistered);
        }
        let saved = (!node.session.is_up()).then(|| request.clone());
        let identifier = request.request_identifier.clone().into_owned();
        let id = node
            .session
            .request(now, request)
            .map_err(RouteError::Request)?;
        if let Some(request) = saved
            && node.session.is_waiting(id)
        {
            let deadline = node.session.poll_timeout().unwrap_or(now);
            self.store.save(entity, &request, deadline);
            node.saved.insert(id, (entity.into(), identifier));
        }
        self.settle(number);
        Ok(id)
    }

    /// As [`Session::respond`]. A successful response to a registration enables routing to the new registree (W-67); one to
    /// the deletion of a registree's resource disables it.
    ///
    /// # Errors
    ///
    /// As [`Session::respond`].
    pub fn respond(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        response: ResponsePrimitive<'_>,
    ) -> Result<(), RespondError> {
        let number = self.current(id.session);
        let node = self
            .nodes
            .get_mut(&number)
            .ok_or(RespondError::NotWaiting)?;
        let change = node.pending.remove(&id);
        let change = change.filter(|_| response.status.is_success());
        let change = change.and_then(|change| change.learn(&response));
        let answered = node.session.respond(now, id, response);
        if answered.is_ok() {
            match change {
                Some(Change::Register(entity)) => {
                    // More than there may be: it is registered, but cannot be reached here.
                    let _ = self.enable(number, &entity);
                }
                Some(Change::Deregister(entity)) => self.deregister(now, &entity),
                Some(Change::Create) | None => {}
            }
        }
        self.settle(number);
        answered
    }

    /// As [`Session::cancel`].
    pub fn cancel(&mut self, now: Timestamp, id: RequestId) -> Option<Delivery> {
        let number = self.current(id.session);
        let delivery = self.nodes.get_mut(&number)?.session.cancel(now, id);
        self.settle(number);
        delivery
    }

    /// As [`Session::wants_input`].
    #[must_use]
    pub fn wants_input(&self, id: ConnectionId) -> bool {
        self.session(id).is_some_and(Session::wants_input)
    }

    /// As [`Session::shrink`], for the node of a connection.
    pub fn shrink(&mut self, id: ConnectionId) {
        if let Some(session) = self.session_mut(id) {
            session.shrink();
        }
    }

    /// As [`Session::outbox`]; `None` if the registrar does not know the connection any more.
    pub fn outbox(&mut self, now: Timestamp, id: ConnectionId) -> Option<&mut Outbox> {
        let number = *self.connections.get(&id)?;
        self.nodes.get_mut(&number)?.session.outbox(now)?;
        self.settle(number);
        self.nodes.get_mut(&number)?.session.outbox(now)
    }

    /// When [`handle_timeout`](Self::handle_timeout) has to be called for a connection, if nothing happens before.
    #[must_use]
    pub fn poll_timeout(&self, id: ConnectionId) -> Option<Timestamp> {
        self.session(id).and_then(Session::poll_timeout)
    }

    /// Time has come to `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp, id: ConnectionId) {
        if let Some(session) = self.session_mut(id) {
            session.handle_timeout(now);
        }
    }

    /// The transport of a connection has ended: nothing will be received after what is in the inbox.
    pub fn handle_eof(&mut self, id: ConnectionId) {
        if let Some(session) = self.session_mut(id) {
            session.handle_eof();
        }
    }

    /// As [`Session::transport_action`]; [`TransportAction::Abort`] if the registrar does not know the connection any more.
    #[must_use]
    pub fn transport_action(&self, id: ConnectionId) -> TransportAction {
        self.session(id)
            .map_or(TransportAction::Abort, Session::transport_action)
    }

    /// Closes a connection for a while when nothing is under way; only its registree can open another (W-11).
    pub fn disconnect(&mut self, now: Timestamp, id: ConnectionId, frame: CloseFrame<'_>) {
        if let Some(session) = self.session_mut(id) {
            session.disconnect(now, frame);
        }
    }

    /// Lets go of a connection whose transport is gone. Its registrees stay registered (W-69), and what is for them waits.
    pub fn release(&mut self, now: Timestamp, id: ConnectionId) {
        let Some(number) = self.connections.remove(&id) else {
            return;
        };
        if let Some(node) = self.nodes.get_mut(&number) {
            node.connection = None;
            node.session.release(now);
        }
        self.settle(number);
    }

    /// The earliest time at which [`poll_absent`](Self::poll_absent) has something, if nothing happens before.
    #[must_use]
    pub fn poll_absent_timeout(&self) -> Option<Timestamp> {
        self.absent.first().map(|(at, _)| *at)
    }

    /// The connections there are.
    pub fn connections(&self) -> impl Iterator<Item = ConnectionId> {
        self.connections.keys().copied()
    }

    /// The session of a connection, for what it knows.
    #[must_use]
    pub fn session(&self, id: ConnectionId) -> Option<&Session> {
        let number = self.connections.get(&id)?;
        self.nodes.get(number).map(|node| &node.session)
    }

    /// The connection of the node on which an entity is registered.
    #[must_use]
    pub fn connection_of(&self, entity: &str) -> Option<ConnectionId> {
        self.node_of(entity).and_then(|node| node.connection)
    }

    /// The connection over which a request of the peer is answered, if there is one.
    #[must_use]
    pub fn connection_of_request(&self, id: IncomingId) -> Option<ConnectionId> {
        self.nodes.get(&self.current(id.session))?.connection
    }

    /// Whether there is room for another request to an entity.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub fn check_room(&self, entity: &str) -> Result<(), RouteError> {
        let node = self.node_of(entity).ok_or(RouteError::NotRegistered)?;
        node.session.check_room().map_err(RouteError::Request)
    }

    /// Who is behind a connection.
    #[must_use]
    pub fn identity(&self, id: ConnectionId) -> Option<&Identity> {
        let number = self.connections.get(&id)?;
        self.nodes.get(number).map(|node| &node.identity)
    }

    fn session_mut(&mut self, id: ConnectionId) -> Option<&mut Session> {
        let number = self.connections.get(&id)?;
        self.nodes.get_mut(number).map(|node| &mut node.session)
    }
}

/// The reason in the Close frame of the connection that has to go.
const SIMULTANEOUS: &str = "the other connection stays";
