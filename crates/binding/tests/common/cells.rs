//! Nodes as plain values, and the directory that they share.
#![allow(dead_code, reason = "not every test needs all of it")]

use std::sync::Arc;

use onem2m_ws::cells::{
    By, Cell, CheckIn, CheckOut, Command, Custody, Directory, Effect, Node, Wakers,
};
use onem2m_ws::{Identity, RegistrarConfig, SessionConfig};
use onem2m_ws_core::Timestamp;

/// Tickets and wakers are numbers.
pub(crate) type Waker = u32;

pub(crate) struct World {
    pub(crate) config: RegistrarConfig,
    pub(crate) directory: Directory<()>,
}

impl World {
    pub(crate) fn new(session: SessionConfig) -> Self {
        let mut config = RegistrarConfig::default();
        config.session = session;
        Self {
            directory: Directory::new(&config, [7; 8]),
            config,
        }
    }

    /// A node, with a store for what waits or without one.
    pub(crate) fn node(&mut self, identity: Identity, is_durable: bool) -> Node<u32> {
        let found = self.directory.find_or_make(&identity, |_, _| ());
        let (number, ()) = found.unwrap();
        let session = Arc::new(self.config.session);
        Node::new(number, session, [3; 8], identity, is_durable)
    }

    pub(crate) fn carry_out(
        &mut self,
        now: Timestamp,
        node: &mut Node<u32>,
        command: Command<u32>,
    ) {
        node.carry_out(now, command, &self.config, &mut self.directory);
    }

    /// The cell of a node that goes by a name, on which an entity of that name is registered or not.
    pub(crate) fn cell(&mut self, name: &str) -> Cell<u32, Waker> {
        let node = self.node(Identity::Claimed(name.into()), false);
        Cell::new(Box::new(node), &self.config.session, 16)
    }

    /// Carries out the line of a cell, and puts the node back: what came of it.
    pub(crate) fn errand(
        &mut self,
        now: Timestamp,
        cell: &mut Cell<u32, Waker>,
    ) -> Vec<Effect<u32>> {
        let mut custody = take(cell, By::Watch);
        while let Some(command) = custody.commands.pop_front() {
            self.carry_out(now, &mut custody.node, command);
        }
        let effects = core::iter::from_fn(|| custody.node.poll_effect()).collect();
        let checked_in = cell.check_in(custody, None, &mut Wakers::default());
        assert!(matches!(checked_in, CheckIn::Done { .. }));
        effects
    }
}

pub(crate) fn take(cell: &mut Cell<u32, Waker>, by: By) -> Custody<u32> {
    match cell.check_out(by, None, &mut Wakers::default()) {
        CheckOut::Custody(custody) => custody,
        other @ (CheckOut::NotYet | CheckOut::Gone(_) | CheckOut::Dead) => panic!("{other:?}"),
    }
}
