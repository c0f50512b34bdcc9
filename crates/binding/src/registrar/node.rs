//! What is known of one node, and the book-keeping around it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

use onem2m_primitive::{
    Operation, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive, Value,
};
use onem2m_ws_core::{Inbox, Role, Timestamp};

use super::{ConnectionId, Identity, Registrar, RegistrarEvent, Store, TooMany};
use crate::session::{IncomingId, RequestId, Session};

#[derive(Debug)]
pub(super) struct Node {
    pub(super) session: Session,
    pub(super) identity: Identity,
    /// Those that are registered (W-09: several may live on a node).
    pub(super) entities: BTreeSet<String>,
    pub(super) connection: Option<ConnectionId>,
    /// Which side of the connection the registrar is.
    pub(super) role: Option<Role>,
    /// Requests that register or deregister if they are answered with success.
    pub(super) pending: BTreeMap<IncomingId, Change>,
    /// What the store was told about.
    pub(super) saved: BTreeMap<RequestId, (String, RequestIdentifier<'static>)>,
    /// Where the node stands in the list of those without a connection.
    absent_until: Option<Timestamp>,
}

/// What the success of a request changes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Change {
    /// It creates an `<AE>` or `<remoteCSE>`, whose name stands in the response.
    Create,
    Register(String),
    Deregister(String),
}

impl Change {
    /// What the response says about it.
    pub(super) fn learn(self, response: &ResponsePrimitive<'_>) -> Option<Self> {
        if self != Self::Create {
            return Some(self);
        }
        let value = response.content.as_ref()?.value().ok()?;
        let name = [("m2m:ae", "aei"), ("m2m:csr", "csi")]
            .into_iter()
            .find_map(|(root, name)| {
                value
                    .get(root)?
                    .get(name)
                    .and_then(Value::as_text)
                    .map(String::from)
            });
        name.map(Self::Register)
    }
}

impl Node {
    /// What a request of an entity on this node would change.
    pub(super) fn change(&self, request: &RequestPrimitive<'_>) -> Option<Change> {
        match request.operation {
            Operation::CREATE => {
                let registers = matches!(
                    request.resource_type,
                    Some(ResourceType::AE | ResourceType::REMOTE_CSE)
                );
                registers.then_some(Change::Create)
            }
            Operation::DELETE => {
                let is_it = |entity: &&String| {
                    let rest = request.to.strip_suffix(entity.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
                };
                self.entities
                    .iter()
                    .find(is_it)
                    .cloned()
                    .map(Change::Deregister)
            }
            _ => None,
        }
    }
}

impl<S: Store> Registrar<S> {
    pub(super) fn node_of(&self, entity: &str) -> Option<&Node> {
        self.nodes.get(self.entities.get(entity)?)
    }

    pub(super) fn new_node(&mut self, identity: Identity) -> u32 {
        let number = self.next_node;
        self.next_node = self.next_node.wrapping_add(1);
        let prefix = self.jitter.next().to_le_bytes();
        let mut session = Session::numbered(self.session_config.clone(), prefix, number);
        if let Some((at, since_unix_epoch)) = self.wall_clock {
            session.set_wall_clock(at, since_unix_epoch);
        }
        if let Some(name) = identity.name() {
            self.entities.insert(name.into(), number);
        }
        let node = Node {
            session,
            identity,
            entities: BTreeSet::new(),
            connection: None,
            role: None,
            pending: BTreeMap::new(),
            saved: BTreeMap::new(),
            absent_until: None,
        };
        self.nodes.insert(number, node);
        number
    }

    /// The number that a node has now.
    pub(super) fn current(&self, number: u32) -> u32 {
        self.merged.get(&number).copied().unwrap_or(number)
    }

    /// Routes requests for an entity to a node.
    pub(super) fn enable(&mut self, number: u32, entity: &str) -> Result<(), TooMany> {
        let node = self.nodes.get_mut(&number).ok_or(TooMany)?;
        let is_known = node.entities.contains(entity);
        if !is_known && node.entities.len() >= self.config.max_entities_per_node {
            return Err(TooMany);
        }
        node.entities.insert(entity.into());
        if node.identity == Identity::Unknown {
            node.identity = Identity::Claimed(entity.into());
        }
        let former = self.entities.insert(entity.into(), number);
        if let Some(former) = former.filter(|former| *former != number) {
            // It has moved: registered anew from another node.
            if let Some(node) = self.nodes.get_mut(&former) {
                node.entities.remove(entity);
            }
            self.settle(former);
        }
        Ok(())
    }

    /// An unknown node turns out to be one that is known: it takes over what that had under way, and its connection goes.
    pub(super) fn merge(&mut self, now: Timestamp, into: u32, from: u32) {
        let Some(known) = self.nodes.remove(&from) else {
            return;
        };
        if let Some(until) = known.absent_until {
            self.absent.remove(&(until, from));
        }
        for number in self.entities.values_mut().filter(|number| **number == from) {
            *number = into;
        }
        for number in self.merged.values_mut().filter(|number| **number == from) {
            *number = into;
        }
        self.merged.insert(from, into);
        let Some(node) = self.nodes.get_mut(&into) else {
            return;
        };
        node.identity = known.identity;
        node.entities.extend(known.entities);
        node.pending.extend(known.pending);
        node.saved.extend(known.saved);
        let superseded = node.session.absorb(now, known.session);
        if let Some(former) = known.connection {
            self.connections.remove(&former);
            self.superseded.push_back((former, superseded));
        }
        let session = &node.session;
        self.merged
            .retain(|from, target| *target != into || session.knows_requests_of(*from));
        self.settle(into);
    }

    /// Brings the book-keeping about a node up to date: what the store keeps, when to look at it, and whether there is a
    /// reason to know it at all.
    pub(super) fn settle(&mut self, number: u32) {
        let Some(node) = self.nodes.get_mut(&number) else {
            return;
        };
        let (session, store) = (&node.session, &mut self.store);
        node.saved.retain(|id, (entity, identifier)| {
            let is_waiting = session.is_waiting(*id);
            if !is_waiting {
                store.remove(entity, identifier);
            }
            is_waiting
        });
        let until = match node.connection {
            None if node.session.has_finished() => Some(Timestamp::ZERO),
            None => node.session.poll_timeout(),
            Some(_) => None,
        };
        if until != node.absent_until {
            if let Some(until) = node.absent_until {
                self.absent.remove(&(until, number));
            }
            if let Some(until) = until {
                self.absent.insert((until, number));
            }
            node.absent_until = until;
        }
        let is_idle = until.is_none() && node.session.is_forgettable();
        if node.connection.is_none() && node.entities.is_empty() && is_idle {
            if let Some(name) = node.identity.name()
                && self.entities.get(name) == Some(&number)
            {
                self.entities.remove(name);
            }
            self.nodes.remove(&number);
            self.merged.retain(|_, into| *into != number);
        }
    }

    /// The next event of a node without a connection: what has expired, or ended with its connection. Call it until there is
    /// none, at [`poll_absent_timeout`](Self::poll_absent_timeout).
    pub fn poll_absent(&mut self, now: Timestamp) -> Option<RegistrarEvent<'static>> {
        loop {
            let &(until, number) = self.absent.first()?;
            if until > now {
                return None;
            }
            let node = self.nodes.get_mut(&number)?;
            let event = node.session.poll_finished(now);
            self.settle(number);
            if event.is_some() || self.absent.contains(&(until, number)) {
                return event.map(RegistrarEvent::from_session);
            }
        }
    }

    /// The session's next event, for a connection.
    pub(super) fn next_event<'i>(
        &mut self,
        now: Timestamp,
        number: u32,
        inbox: &'i mut Inbox,
    ) -> Option<crate::session::SessionEvent<'i>> {
        let event = self.nodes.get_mut(&number)?.session.poll_event(now, inbox);
        self.settle(number);
        event
    }
}
