//! A cell behind its lock, and custody of it as a guard.

use core::task::Waker;
use std::collections::VecDeque;
use std::sync::Arc;

use onem2m_primitive::ResponsePrimitive;
use onem2m_ws::cells::{
    Appended, By, Cell, CheckOut, Command, Custody, Directory, Levels, Names, Node, Place,
    Registration, Wakers,
};
use onem2m_ws::{Identity, IncomingId, NotEntered};
use onem2m_ws_core::Timestamp;

use super::shared::Shared;
use crate::node::incoming::Respond;
use crate::node::lock;
use crate::node::slot::{self, Slot};
use crate::runtime::Runtime;
use crate::sync::{Mutex, OnceLock};

pub(super) type Ticket = slot::Ticket<NodeCell>;
pub(super) type OutcomeSlot = Slot<NodeCell>;

/// The cell of a node, shared by the tasks, handles and responders that have to do with the node.
#[derive(Debug)]
pub(super) struct NodeCell {
    number: u64,
    cell: Mutex<Cell<Ticket, Waker>>,
    /// Where the node lives that this one was found to be.
    forward: OnceLock<Arc<Self>>,
}

impl NodeCell {
    pub(super) fn new(cell: Cell<Ticket, Waker>) -> Self {
        Self {
            number: cell.number(),
            cell: Mutex::new(cell),
            forward: OnceLock::new(),
        }
    }

    /// One short section under the lock of the cell. Wakers are called and dropped behind it.
    pub(super) fn with<O>(
        &self,
        section: impl FnOnce(&mut Cell<Ticket, Waker>, &mut Wakers<Waker>) -> O,
    ) -> O {
        let mut wakers = Wakers::default();
        let result = section(&mut lock(&self.cell), &mut wakers);
        wakers.wake.into_iter().for_each(Waker::wake);
        result
    }

    /// As [`with`](Self::with), where the wakers are seen to later.
    pub(super) fn with_wakers<O>(
        &self,
        wakers: &mut Wakers<Waker>,
        section: impl FnOnce(&mut Cell<Ticket, Waker>, &mut Wakers<Waker>) -> O,
    ) -> O {
        section(&mut lock(&self.cell), wakers)
    }

    pub(super) const fn number(&self) -> u64 {
        self.number
    }

    pub(super) fn levels(&self) -> Levels {
        lock(&self.cell).levels().clone()
    }

    /// Where the node lives now, if it was found to be another.
    pub(super) fn forward(&self) -> Option<&Arc<Self>> {
        self.forward.get()
    }

    /// The node is found to be that of another cell.
    pub(super) fn forward_to(&self, other: &Arc<Self>) {
        let is_new = self.forward.set(Arc::clone(other)).is_ok();
        debug_assert!(is_new, "a node is found to be another once");
    }

    /// Appends to the line, wherever the node lives. The command comes back where it lives nowhere. Whoever is given
    /// `Some(cell)` has to carry the line of that cell out.
    pub(super) fn append(
        self: &Arc<Self>,
        mut command: Command<Ticket>,
    ) -> Result<Option<Arc<Self>>, Command<Ticket>> {
        let mut cell = self;
        loop {
            match cell.with(|cell, _| cell.append(command)) {
                Ok(Appended { wake, is_errand }) => {
                    if let Some(waker) = wake {
                        waker.wake();
                    }
                    return Ok(is_errand.then(|| Arc::clone(cell)));
                }
                Err(refused) => match cell.forward() {
                    Some(forward) => (cell, command) = (forward, refused),
                    None => return Err(refused),
                },
            }
        }
    }
}

/// Custody of a node. Where it is dropped before the node was put back something has gone wrong in between: then all that the
/// connection was given may have left.
pub(super) struct Guard<'s, R: Runtime> {
    shared: &'s Shared<R>,
    cell: &'s Arc<NodeCell>,
    custody: Option<Custody<Ticket>>,
    now: Timestamp,
}

impl<'s, R: Runtime> Guard<'s, R> {
    pub(super) fn new(
        shared: &'s Shared<R>,
        cell: &'s Arc<NodeCell>,
        custody: Custody<Ticket>,
        now: Timestamp,
    ) -> Self {
        Self {
            shared,
            cell,
            custody: Some(custody),
            now,
        }
    }

    pub(super) const fn now(&self) -> Timestamp {
        self.now
    }

    pub(super) const fn cell(&self) -> &'s Arc<NodeCell> {
        self.cell
    }

    pub(super) fn node(&mut self) -> Option<&mut Node<Ticket>> {
        self.custody.as_mut().map(|custody| &mut *custody.node)
    }

    pub(super) fn commands(&mut self) -> Option<&mut VecDeque<Command<Ticket>>> {
        self.custody.as_mut().map(|custody| &mut custody.commands)
    }

    /// Ends the guard: the node is put back by other means.
    pub(super) fn release(mut self) -> Option<Custody<Ticket>> {
        self.custody.take()
    }
}

impl<R: Runtime> Drop for Guard<'_, R> {
    fn drop(&mut self) {
        let Some(mut custody) = self.custody.take() else {
            return;
        };
        custody.node.abandon(self.now);
        self.shared.put_back_unfinished(self.cell, custody);
    }
}

/// The directory behind its lock, for a node in custody.
pub(super) struct SharedNames<'d>(pub(super) &'d Mutex<Directory<Arc<NodeCell>>>);

impl Names for SharedNames<'_> {
    fn find(&self, name: &str) -> Option<Place> {
        lock(self.0).find(name)
    }

    fn has_room(&self, is_named: bool) -> bool {
        lock(self.0).has_room(is_named)
    }

    fn next_registration(&mut self) -> u64 {
        lock(self.0).next_registration()
    }

    fn enter(
        &mut self,
        name: &str,
        node: u64,
        registration: Registration,
    ) -> Result<Option<u64>, NotEntered> {
        lock(self.0).enter(name, node, registration)
    }

    fn leave(&mut self, name: &str, node: u64, is_name_of_node: bool) {
        lock(self.0).leave(name, node, is_name_of_node);
    }

    fn identify(&mut self, node: u64, identity: &Identity) {
        lock(self.0).identify(node, identity);
    }

    fn park(&mut self, node: u64, until: Option<Timestamp>) {
        lock(self.0).park(node, until);
    }
}

/// Answers requests of a node, wherever the node lives when the answer is there.
pub(super) struct Answering<R: Runtime> {
    pub(super) shared: Arc<Shared<R>>,
    pub(super) cell: Arc<NodeCell>,
}

impl<R: Runtime> Respond for Answering<R> {
    fn respond(&self, id: IncomingId, response: ResponsePrimitive<'static>) {
        self.shared
            .append(&self.cell, Command::Answer(id, Box::new(response)));
    }
}

/// The result of asking for custody on an errand.
pub(super) fn check_out_for_errand(cell: &NodeCell, by: By) -> Option<Custody<Ticket>> {
    match cell.with(|cell, wakers| cell.check_out(by, None, wakers)) {
        CheckOut::Custody(custody) => Some(custody),
        CheckOut::NotYet | CheckOut::Gone(_) | CheckOut::Dead => None,
    }
}
