//! The places where names live (TS-0020 6.4), and the limits that hold for all nodes together.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use core::fmt;

use onem2m_ws_core::Timestamp;

use super::{ConnectionId, Identity, RegistrarConfig, TooMany};
use crate::backoff::Jitter;

/// The names of a registrar: on which node an entity lives, how many nodes and connections there are, and when nodes without
/// a connection have to be looked at.
///
/// `H` is the handle of a node: nothing where the owner keeps the nodes by number, a shared
/// [`Cell`](super::Cell) where tasks do. The directory is not on the way of a message.
#[derive(Debug)]
pub struct Directory<H> {
    limits: Limits,
    names: BTreeMap<String, Name>,
    nodes: BTreeMap<u64, Known<H>>,
    /// Nodes without a connection that have something to wait for.
    parked: BTreeSet<(Timestamp, u64)>,
    entities: usize,
    named_nodes: usize,
    connections: usize,
    jitter: Jitter,
    next_node: u64,
    next_connection: u64,
    next_registration: u64,
    next_seq: u64,
    /// True if all nodes have been closed: there will be no others.
    is_closed: bool,
}

#[derive(Debug)]
struct Limits {
    connections: usize,
    nodes: usize,
    entities: usize,
}

/// The place where a name lives.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Place {
    /// The number of the node.
    pub node: u64,
    /// True if the name is that of a registered entity, and not only the claim of a node.
    pub is_registered: bool,
    /// True if TLS has proved who the node is.
    pub is_authenticated: bool,
}

#[derive(Clone, Copy, Debug)]
struct Name {
    node: u64,
    is_registered: bool,
    /// The number of the registration by which it leads here: of the latest, if there were several.
    registration: u64,
}

/// The way in which an entity has come to be registered on a node.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Registration {
    /// The entity has registered without a request over this binding: it was restored, or has registered over another one.
    Told,
    /// The entity has registered by a request in which it has named itself, with the [number](Names::next_registration) of the request. Nobody but
    /// an authenticated node may name an entity that is registered elsewhere.
    Claimed(u64),
    /// The entity has registered by a request with this [number](Names::next_registration), and the CSE has assigned its name
    /// (TS-0001 10.2.2.2): the later of two requests counts.
    Given(u64),
}

#[derive(Debug)]
struct Known<H> {
    handle: H,
    is_authenticated: bool,
    parked_until: Option<Timestamp>,
    /// Names that lead here: a node without any is not counted, for it lives no longer than its connection.
    names: usize,
}

/// The reason why an entity cannot be reached on a node.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum NotEntered {
    /// There are as many nodes or entities as there may be.
    TooMany,
    /// The entity lives on a node that TLS has authenticated: only another such node can take it over (TS-0020 7).
    OnlyByTls,
    /// The entity has registered on another node before this registration was answered.
    RegisteredSince,
}

impl fmt::Display for NotEntered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany => TooMany.fmt(f),
            Self::OnlyByTls => f.write_str("only TLS can prove this name"),
            Self::RegisteredSince => f.write_str("it has registered elsewhere since"),
        }
    }
}

impl core::error::Error for NotEntered {}

/// The directory as a node in custody sees it.
pub trait Names {
    /// Returns the place where a name lives.
    fn find(&self, name: &str) -> Option<Place>;

    /// Returns whether another entity may be registered, on a node that has a name already or on one that has none.
    fn has_room(&self, is_named: bool) -> bool;

    /// Returns the number of the next request that registers an entity: those of later requests are greater.
    fn next_registration(&mut self) -> u64;

    /// Enters an entity that is registered on `node`, and returns the node on which the entity lived before. The same step judges
    /// whether the entity may be taken from there: what was known when its request came may have changed until that was
    /// answered.
    ///
    /// # Errors
    ///
    /// There are as many entities or nodes as there may be; or `node` is none that TLS has authenticated, and the entity lives on one
    /// that is, or has registered on another one since. Nothing has changed.
    fn enter(
        &mut self,
        name: &str,
        node: u64,
        registration: Registration,
    ) -> Result<Option<u64>, NotEntered>;

    /// Removes an entity that is no longer registered on `node`, which may go by the name all the same.
    fn leave(&mut self, name: &str, node: u64, is_name_of_node: bool);

    /// Takes note of the identity of `node`: TLS has proved it, or a name was claimed for the first time.
    fn identify(&mut self, node: u64, identity: &Identity);

    /// Sets the time at which `node`, which has no connection, has to be looked at; `None`: not before something is asked of the
    /// node.
    fn park(&mut self, node: u64, until: Option<Timestamp>);
}

impl<H> Directory<H> {
    /// Returns a directory without nodes. `seed` is eight fresh bytes from the operating system, for request identifiers that nobody
    /// can guess.
    #[must_use]
    pub const fn new(config: &RegistrarConfig, seed: [u8; 8]) -> Self {
        Self {
            limits: Limits {
                connections: config.max_connections,
                nodes: config.max_nodes,
                entities: config.max_entities,
            },
            names: BTreeMap::new(),
            nodes: BTreeMap::new(),
            parked: BTreeSet::new(),
            entities: 0,
            named_nodes: 0,
            connections: 0,
            jitter: Jitter::new(seed),
            next_node: 0,
            next_connection: 0,
            next_registration: 0,
            next_seq: 0,
            is_closed: false,
        }
    }

    /// Returns the place where a name lives, and the handle of its node.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<(Place, &H)> {
        let name = self.names.get(name)?;
        let known = self.nodes.get(&name.node)?;
        Some((known.place(*name), &known.handle))
    }

    /// Returns the cell of a node.
    #[must_use]
    pub fn node(&self, number: u64) -> Option<&H> {
        self.nodes.get(&number).map(|known| &known.handle)
    }

    /// Returns the nodes from `number` on, in the order of their numbers.
    pub fn nodes_from(&self, number: u64) -> impl Iterator<Item = (u64, &H)> {
        self.nodes
            .range(number..)
            .map(|(number, known)| (*number, &known.handle))
    }

    /// Returns the number of nodes that are known, connected or not.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Returns the registered entities, with the numbers of their nodes, behind `name`.
    pub fn entities_after(&self, name: &str) -> impl Iterator<Item = (&str, u64)> {
        use core::ops::Bound;
        let range = (Bound::Excluded(name), Bound::Unbounded);
        self.names
            .range::<str, _>(range)
            .filter(|(_, known)| known.is_registered)
            .map(|(name, known)| (name.as_str(), known.node))
    }

    /// Returns the number of registered entities.
    #[must_use]
    pub const fn entity_count(&self) -> usize {
        self.entities
    }

    /// Returns the number of connections, those included that had to go and are not closed yet.
    #[must_use]
    pub const fn connection_count(&self) -> usize {
        self.connections
    }

    /// Returns whether another connection may be opened.
    #[must_use]
    pub const fn has_room_for_connection(&self) -> bool {
        !self.is_closed && self.connections < self.limits.connections
    }

    /// Returns whether another node may be known by a name.
    #[must_use]
    pub const fn has_room_for_node(&self) -> bool {
        self.named_nodes < self.limits.nodes
    }

    /// Counts a connection, whose place is given back by [`close_connection`](Self::close_connection) when its transport is gone.
    ///
    /// # Errors
    ///
    /// There are as many connections as there may be.
    pub fn open_connection(&mut self) -> Result<ConnectionId, TooMany> {
        if !self.has_room_for_connection() {
            return Err(TooMany);
        }
        self.connections += 1;
        self.next_connection += 1;
        Ok(ConnectionId(self.next_connection))
    }

    /// Gives the place of a connection back, which is gone.
    pub fn close_connection(&mut self) {
        debug_assert!(self.connections > 0, "each connection is closed once");
        self.connections = self.connections.saturating_sub(1);
    }

    /// Returns the place of the next request in the store.
    pub const fn next_seq(&mut self) -> u64 {
        self.next_seq += 1;
        self.next_seq
    }

    /// Takes note that the store holds requests up to this place.
    pub fn note_seq(&mut self, seq: u64) {
        self.next_seq = self.next_seq.max(seq);
    }

    /// Returns the node of a name, or a new one, for which `make` is given the number and eight random bytes.
    ///
    /// # Errors
    ///
    /// There are as many nodes as there may be, or the directory was [drained](Self::drain).
    pub fn find_or_make(
        &mut self,
        identity: &Identity,
        make: impl FnOnce(u64, [u8; 8]) -> H,
    ) -> Result<(u64, &H), TooMany> {
        let known = identity.name().and_then(|name| self.names.get(name));
        let number = match known {
            Some(known) => known.node,
            None => self.make(identity, make)?,
        };
        let known = self.nodes.get(&number).ok_or(TooMany)?;
        Ok((number, &known.handle))
    }

    fn make(
        &mut self,
        identity: &Identity,
        make: impl FnOnce(u64, [u8; 8]) -> H,
    ) -> Result<u64, TooMany> {
        if self.is_closed || identity.name().is_some() && !self.has_room_for_node() {
            return Err(TooMany);
        }
        let number = self.next_node;
        self.next_node += 1;
        let prefix = self.jitter.next().to_le_bytes();
        self.nodes.insert(
            number,
            Known {
                handle: make(number, prefix),
                is_authenticated: false,
                parked_until: None,
                names: 0,
            },
        );
        self.identify(number, identity);
        Ok(number)
    }

    /// Returns the nodes without a connection that have to be looked at by `now`: one at a time, each once until it is
    /// [parked](Names::park) again.
    pub fn poll_parked(&mut self, now: Timestamp) -> Option<(u64, &H)> {
        let &(until, number) = self.parked.first()?;
        if until > now {
            return None;
        }
        self.parked.remove(&(until, number));
        let known = self.nodes.get_mut(&number)?;
        known.parked_until = None;
        Some((number, &known.handle))
    }

    /// Returns the time at which [`poll_parked`](Self::poll_parked) has something, if nothing happens before.
    #[must_use]
    pub fn parked_timeout(&self) -> Option<Timestamp> {
        self.parked.first().map(|(until, _)| *until)
    }

    /// Forgets a node that nothing would be lost with, and the name that it went by; returns its handle.
    pub fn forget(&mut self, number: u64, name: Option<&str>) -> Option<H> {
        if let Some(name) = name
            && self
                .names
                .get(name)
                .is_some_and(|known| known.node == number)
        {
            self.remove_name(name);
        }
        self.park(number, None);
        self.nodes.remove(&number).map(|known| known.handle)
    }

    /// Returns every node, to close it: the directory is empty then, and stays so, whatever the present holders of custody do.
    pub fn drain(&mut self) -> impl Iterator<Item = H> {
        self.is_closed = true;
        self.names.clear();
        self.parked.clear();
        (self.entities, self.named_nodes) = (0, 0);
        core::mem::take(&mut self.nodes)
            .into_values()
            .map(|known| known.handle)
    }

    /// Judges whether a name that leads elsewhere may be entered on a node that TLS has not authenticated.
    fn check_entry(&self, elsewhere: Name, registration: Registration) -> Result<(), NotEntered> {
        let holder = self.nodes.get(&elsewhere.node);
        if holder.is_some_and(|holder| holder.is_authenticated) {
            return Err(NotEntered::OnlyByTls);
        }
        let is_since = match registration {
            Registration::Told => false,
            // It was not registered elsewhere when its request came, or that would have been refused.
            Registration::Claimed(_) => true,
            Registration::Given(number) => elsewhere.registration > number,
        };
        if elsewhere.is_registered && is_since {
            return Err(NotEntered::RegisteredSince);
        }
        Ok(())
    }

    fn insert_name(&mut self, name: &str, entry: Name) {
        let former = self.names.insert(name.into(), entry);
        self.entities += usize::from(entry.is_registered);
        self.count_name(entry.node, true);
        if let Some(former) = former {
            self.entities -= usize::from(former.is_registered);
            self.count_name(former.node, false);
        }
    }

    fn remove_name(&mut self, name: &str) {
        if let Some(former) = self.names.remove(name) {
            self.entities -= usize::from(former.is_registered);
            self.count_name(former.node, false);
        }
    }

    fn count_name(&mut self, number: u64, is_more: bool) {
        let Some(known) = self.nodes.get_mut(&number) else {
            debug_assert!(!is_more, "a name leads to a node");
            return;
        };
        let before = known.names > 0;
        known.names = if is_more {
            known.names + 1
        } else {
            known.names.saturating_sub(1)
        };
        match (before, known.names > 0) {
            (false, true) => self.named_nodes += 1,
            (true, false) => self.named_nodes -= 1,
            (true, true) | (false, false) => {}
        }
    }
}

impl<H> Known<H> {
    const fn place(&self, name: Name) -> Place {
        Place {
            node: name.node,
            is_registered: name.is_registered,
            is_authenticated: self.is_authenticated,
        }
    }
}

impl<H> Names for Directory<H> {
    fn find(&self, name: &str) -> Option<Place> {
        self.place(name).map(|(place, _)| place)
    }

    fn has_room(&self, is_named: bool) -> bool {
        self.entities < self.limits.entities && (is_named || self.has_room_for_node())
    }

    fn next_registration(&mut self) -> u64 {
        self.next_registration += 1;
        self.next_registration
    }

    fn enter(
        &mut self,
        name: &str,
        node: u64,
        registration: Registration,
    ) -> Result<Option<u64>, NotEntered> {
        let former = self.names.get(name).copied();
        let is_new_entity = former.is_none_or(|former| !former.is_registered);
        if is_new_entity && self.entities >= self.limits.entities {
            return Err(NotEntered::TooMany);
        }
        let Some(known) = self.nodes.get(&node) else {
            debug_assert!(self.is_closed, "a node that enters names is known");
            return Err(NotEntered::TooMany);
        };
        let elsewhere = former.filter(|former| former.node != node);
        if let Some(elsewhere) = elsewhere
            && !known.is_authenticated
        {
            self.check_entry(elsewhere, registration)?;
        }
        if known.names == 0 && !self.has_room_for_node() {
            return Err(NotEntered::TooMany);
        }
        let number = match registration {
            Registration::Told => self.next_registration(),
            Registration::Claimed(number) | Registration::Given(number) => number,
        };
        let entry = Name {
            node,
            is_registered: true,
            registration: former.map_or(number, |former| former.registration.max(number)),
        };
        self.insert_name(name, entry);
        Ok(elsewhere.map(|former| former.node))
    }

    fn leave(&mut self, name: &str, node: u64, is_name_of_node: bool) {
        let Some(known) = self.names.get(name).filter(|known| known.node == node) else {
            return;
        };
        if is_name_of_node {
            let is_registered = false;
            let entry = Name {
                is_registered,
                ..*known
            };
            self.insert_name(name, entry);
        } else {
            self.remove_name(name);
        }
    }

    fn identify(&mut self, node: u64, identity: &Identity) {
        let Some(known) = self.nodes.get_mut(&node) else {
            debug_assert!(self.is_closed, "a node that is identified is known");
            return;
        };
        known.is_authenticated = identity.is_authenticated();
        if let Some(name) = identity.name()
            && !self.names.contains_key(name)
        {
            let entry = Name {
                node,
                is_registered: false,
                registration: 0,
            };
            self.insert_name(name, entry);
        }
    }

    fn park(&mut self, node: u64, until: Option<Timestamp>) {
        let Some(known) = self.nodes.get_mut(&node) else {
            return;
        };
        if known.parked_until == until {
            return;
        }
        if let Some(former) = core::mem::replace(&mut known.parked_until, until) {
            self.parked.remove(&(former, node));
        }
        if let Some(until) = until {
            self.parked.insert((until, node));
        }
    }
}
