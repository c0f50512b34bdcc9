//! The small record in which a node lies while nobody has custody of it, and the line of what is asked of the node.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::mem;

use onem2m_ws_core::{Role, Timestamp};

use super::command::{Command, Submission};
use super::{ConnectionId, Identity, Node};
use crate::session::{RequestId, SessionConfig, Superseded};

/// A node and the line of what is asked of it, for tasks that share the node.
///
/// The node lies here, or is out: in the *custody* of a task for the time of one poll. A task without custody appends to the
/// line; the one that has it carries the line out before the node is put back. All methods are short, and meant to be called under
/// a lock of the cell's own: nothing is decoded, written, woken, cloned or dropped in them.
///
/// ```text
///   parked ──Claim──▶ held(c) ──Claim(d)──▶ held(d) ──Release(d)──▶ parked ──forgotten, moved──▶ dead
///                             in any of them: in ⇄ out (custody)
/// ```
///
/// `T` is the ticket of a request ([`Command`]), `W` wakes a task.
pub struct Cell<T, W> {
    state: State,
    /// `None`: out.
    node: Option<Box<Node<T>>>,
    line: VecDeque<Command<T>>,
    /// Wakes the task of the connection that holds the node, until the task has looked.
    holder: Option<W>,
    /// True if something has come up for that task since it has looked: it must not go to sleep.
    has_news: bool,
    /// The part that few cells have, and none for long.
    rare: Option<Box<Rare<W>>>,
    next_request: u64,
    next_waiter: u64,
    number: u64,
    room: Room,
    levels: Levels,
    running: usize,
    max_running: usize,
}

/// The holder of the node.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    Parked,
    Held(ConnectionId),
    Dead,
}

struct Rare<W> {
    /// Tasks that wait for custody.
    newcomers: Vec<(ConnectionId, W)>,
    /// Connections that had to go, until their tasks take notice.
    gone: Vec<(ConnectionId, Superseded)>,
    /// Futures that wait for room.
    waiters: VecDeque<(u64, W)>,
}

/// The requests that were admitted and have not ended, as of the last time that the node was put back, and since.
#[derive(Clone, Copy, Debug)]
struct Room {
    max_requests: usize,
    max_len: usize,
    requests: usize,
    len: usize,
}

/// The values that readers may know of a node without custody of it: as of the last time that the node was put back.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// True if there is a connection that can be used.
    pub is_up: bool,
    /// The connection, and which side of it the registrar is.
    pub connection: Option<(ConnectionId, Role)>,
    /// The identity behind the connection.
    pub identity: Arc<Identity>,
    /// The time at which something of the node's has to be done, if nothing happens before.
    pub deadline: Option<Timestamp>,
    /// Requests to the node that have not ended.
    pub outstanding: usize,
}

/// A node that is out, and the commands to be carried out before the node is put back.
#[derive(Debug)]
#[must_use = "the node has to be put back"]
pub struct Custody<T> {
    /// The node.
    pub node: Box<Node<T>>,
    /// The commands to the node, in order.
    pub commands: VecDeque<Command<T>>,
}

/// The party that wants custody.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum By {
    /// The task of a connection that holds or claims the node.
    Connection(ConnectionId),
    /// Somebody who has appended to the line of a node without a connection.
    Errand,
    /// The registrar, where a deadline has passed.
    Watch,
}

/// The outcome of asking for custody.
#[derive(Debug)]
pub enum CheckOut<T> {
    /// The caller has custody of the node.
    Custody(Custody<T>),
    /// Somebody else has custody; the waker is kept, or none is needed, for what is in the line is carried out there.
    NotYet,
    /// The node is another connection's: this one is closed in its own time, or dropped.
    Gone(Option<Superseded>),
    /// The node lives elsewhere, or nowhere.
    Dead,
}

/// The outcome of putting a node back.
#[derive(Debug)]
pub enum CheckIn<T> {
    /// The node is in.
    Done {
        /// True if the connection that was named holds the node.
        is_held: bool,
        /// True if the node waits without a connection.
        is_parked: bool,
    },
    /// Something more is to be carried out before.
    Again(Custody<T>),
    /// The cell was closed meanwhile: what the node holds ends.
    Dead(Custody<T>),
}

/// The things to be done with wakers once the lock is let go.
#[derive(Debug)]
pub struct Wakers<W> {
    /// The wakers to be woken.
    pub wake: Vec<W>,
    /// The wakers to be dropped.
    pub drop: Vec<W>,
}

impl<W> Default for Wakers<W> {
    fn default() -> Self {
        Self {
            wake: Vec::new(),
            drop: Vec::new(),
        }
    }
}

/// The reason why a node cannot be asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
    /// The node lives elsewhere, or nowhere: the name is to be looked up again.
    Dead,
    /// There are as many requests as there may be.
    TooMany,
    /// The line is as long as it may be.
    TooLong,
}

/// A request that is not appended, and the reason.
pub type Returned<T> = (Refused, Box<Submission<T>>);

/// The things to be done after something was appended to a line.
#[derive(Debug)]
#[must_use = "the line waits for somebody"]
pub struct Appended<W> {
    /// The waker to be woken, once the lock is let go.
    pub wake: Option<W>,
    /// True if nobody else will carry the line out: custody is to be asked for, by [`By::Errand`].
    pub is_errand: bool,
}

impl<T, W> Cell<T, W> {
    /// Returns a cell with a node that nobody holds.
    #[must_use]
    pub fn new(node: Box<Node<T>>, config: &SessionConfig, max_handlers: usize) -> Self {
        Self {
            state: State::Parked,
            line: VecDeque::new(),
            holder: None,
            has_news: false,
            rare: None,
            next_request: 0,
            next_waiter: 0,
            number: node.number(),
            room: Room {
                max_requests: config.max_requests,
                max_len: config.max_waiting_len,
                requests: 0,
                len: 0,
            },
            levels: Levels {
                identity: Arc::clone(&node.identity),
                ..Levels::default()
            },
            node: Some(node),
            running: 0,
            max_running: max_handlers,
        }
    }

    /// The number of the node.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Returns the values that are known of the node without custody.
    #[must_use]
    pub const fn levels(&self) -> &Levels {
        &self.levels
    }

    /// Returns whether the node lives elsewhere, or nowhere.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        self.state == State::Dead
    }

    /// Returns the number of requests that may be handed to the application now.
    #[must_use]
    pub const fn allowance(&self) -> usize {
        self.max_running.saturating_sub(self.running)
    }

    /// Counts a request that was handed to the application.
    pub const fn begin_handler(&mut self) {
        self.running += 1;
    }

    /// Returns whether the line waits for somebody to take custody of the node.
    #[must_use]
    pub fn has_line(&self) -> bool {
        self.node.is_some() && !self.line.is_empty()
    }

    /// Counts a request that the application is done with; returns the waker of a connection that was not read meanwhile.
    pub fn end_handler(&mut self) -> Option<W> {
        debug_assert!(self.running > 0, "each handler ends once");
        let was_full = self.allowance() == 0;
        self.running = self.running.saturating_sub(1);
        if was_full { self.call_holder() } else { None }
    }

    /// Something has come up for the task of the connection that holds the node: whom to wake. A task that is awake looks once
    /// more before it sleeps.
    const fn call_holder(&mut self) -> Option<W> {
        self.has_news = true;
        self.holder.take()
    }

    /// Returns whether the node has no connection, and no request of it is with the application.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.state == State::Parked && self.running == 0
    }

    /// Appends a request of about `len` bytes, and gives the request its number.
    ///
    /// # Errors
    ///
    /// There is no room, or the node is not here; the request comes back.
    pub fn submit(
        &mut self,
        len: usize,
        mut submission: Box<Submission<T>>,
    ) -> Result<(RequestId, Appended<W>), Returned<T>> {
        if let Err(refused) = self.check_room(len) {
            return Err((refused, submission));
        }
        let id = self.next_request_id();
        submission.id = id;
        self.room.requests += 1;
        self.room.len = self.room.len.saturating_add(len);
        Ok((id, self.append_live(Command::Request(submission))))
    }

    /// The number of the next request.
    pub const fn next_request_id(&mut self) -> RequestId {
        let id = RequestId {
            session: self.number,
            number: self.next_request,
        };
        self.next_request += 1;
        id
    }

    fn check_room(&self, len: usize) -> Result<(), Refused> {
        if self.is_dead() {
            Err(Refused::Dead)
        } else if self.room.requests >= self.room.max_requests {
            Err(Refused::TooMany)
        } else if self.room.len > 0 && self.room.len.saturating_add(len) > self.room.max_len {
            // A single request that is longer waits for nobody: whether it can be taken is its session's to say.
            Err(Refused::TooLong)
        } else {
            Ok(())
        }
    }

    /// Waits for room. The same future gives the number that it was given before; what its waker replaces is to be dropped.
    pub fn wait_for_room(&mut self, waiter: &mut Option<u64>, waker: W) -> Option<W> {
        let rare = self.rare();
        if let Some(number) = *waiter
            && let Some(slot) = rare.waiters.iter_mut().find(|(other, _)| *other == number)
        {
            return Some(mem::replace(&mut slot.1, waker));
        }
        let number = self.next_waiter;
        self.next_waiter += 1;
        *waiter = Some(number);
        self.rare().waiters.push_back((number, waker));
        None
    }

    /// Takes a future out that does not wait for room any more. If it had been woken, and there is room, another is woken in its place.
    pub fn leave_waiters(&mut self, waiter: u64, wakers: &mut Wakers<W>) {
        let Some(rare) = &mut self.rare else { return };
        match rare.waiters.iter().position(|(other, _)| *other == waiter) {
            Some(index) => {
                let left = rare.waiters.remove(index);
                wakers.drop.extend(left.map(|(_, waker)| waker));
            }
            None => self.wake_waiters(wakers),
        }
        self.drop_rare();
    }

    fn wake_waiters(&mut self, wakers: &mut Wakers<W>) {
        let left = self.room.max_requests.saturating_sub(self.room.requests);
        let left = if self.room.len < self.room.max_len || self.is_dead() {
            left
        } else {
            0
        };
        if let Some(rare) = &mut self.rare {
            let count = if self.state == State::Dead {
                rare.waiters.len()
            } else {
                left.min(rare.waiters.len())
            };
            wakers
                .wake
                .extend(rare.waiters.drain(..count).map(|(_, waker)| waker));
        }
    }

    /// Appends a command to the line.
    ///
    /// # Errors
    ///
    /// The node is not here; the command comes back.
    pub fn append(&mut self, command: Command<T>) -> Result<Appended<W>, Command<T>> {
        if self.is_dead() {
            return Err(command);
        }
        Ok(self.append_live(command))
    }

    fn append_live(&mut self, command: Command<T>) -> Appended<W> {
        let releases_holder = matches!((&command, self.state),
            (Command::Release(id), State::Held(holder)) if *id == holder);
        self.line.push_back(command);
        let is_free = matches!(self.state, State::Parked) || releases_holder;
        Appended {
            wake: self.call_holder(),
            is_errand: is_free && self.node.is_some(),
        }
    }

    /// Takes a command back that nobody has begun to carry out.
    pub fn withdraw(
        &mut self,
        is_it: impl FnMut(&Command<T>) -> bool,
        wakers: &mut Wakers<W>,
    ) -> Option<Command<T>> {
        let index = self.line.iter().position(is_it)?;
        let command = self.line.remove(index);
        if let Some(Command::Request(submission)) = &command {
            self.room.requests = self.room.requests.saturating_sub(1);
            self.room.len = self.room.len.saturating_sub(submission.len());
            self.wake_waiters(wakers);
        }
        if self.line.is_empty() {
            self.line = VecDeque::new();
        }
        command
    }

    /// Forgets that a connection had to go: its task is gone as well.
    pub fn take_gone(&mut self, id: ConnectionId) -> Option<Superseded> {
        let rare = self.rare.as_mut()?;
        let index = rare.gone.iter().position(|(other, _)| *other == id)?;
        let (_, superseded) = rare.gone.swap_remove(index);
        self.drop_rare();
        Some(superseded)
    }

    /// Asks for custody. Where a connection has to wait its waker is kept, and what that replaces is to be dropped.
    pub fn check_out(&mut self, by: By, waker: Option<W>, wakers: &mut Wakers<W>) -> CheckOut<T> {
        let is_mine = match by {
            By::Connection(id) => {
                if let Some(superseded) = self.take_gone(id) {
                    wakers.drop.extend(waker);
                    return CheckOut::Gone(Some(superseded));
                }
                if self.is_dead() {
                    wakers.drop.extend(waker);
                    return CheckOut::Dead;
                }
                let claims = |command: &Command<T>| matches!(command, Command::Claim(claim) if claim.id == id);
                if self.state != State::Held(id)
                    && self.node.is_some()
                    && !self.line.iter().any(claims)
                {
                    wakers.drop.extend(waker);
                    return CheckOut::Gone(None);
                }
                true
            }
            By::Errand => match self.state {
                State::Parked => true,
                State::Held(holder) => {
                    let releases = |command: &Command<T>| matches!(command, Command::Release(id) if *id == holder);
                    self.line.iter().any(releases)
                }
                State::Dead => return CheckOut::Dead,
            },
            By::Watch if self.is_dead() => return CheckOut::Dead,
            By::Watch => true,
        };
        match self.node.take() {
            Some(node) if is_mine => {
                wakers.drop.extend(waker);
                if matches!(by, By::Connection(_)) {
                    self.has_news = false;
                }
                CheckOut::Custody(Custody {
                    node,
                    commands: mem::take(&mut self.line),
                })
            }
            node => {
                self.node = node;
                if let (By::Connection(id), Some(waker)) = (by, waker) {
                    self.wait_for_custody(id, waker, wakers);
                }
                CheckOut::NotYet
            }
        }
    }

    fn wait_for_custody(&mut self, id: ConnectionId, waker: W, wakers: &mut Wakers<W>) {
        let newcomers = &mut self.rare().newcomers;
        match newcomers.iter_mut().find(|(other, _)| *other == id) {
            Some(slot) => wakers.drop.push(mem::replace(&mut slot.1, waker)),
            None => newcomers.push((id, waker)),
        }
    }

    /// Puts a node back, if nothing is in the line. `waiting` is the connection whose task will sleep, and what wakes it.
    pub fn check_in(
        &mut self,
        mut custody: Custody<T>,
        waiting: Option<(ConnectionId, W)>,
        wakers: &mut Wakers<W>,
    ) -> CheckIn<T> {
        debug_assert!(self.node.is_none(), "no session is in two hands");
        if self.is_dead() {
            wakers.drop.extend(waiting.map(|(_, waker)| waker));
            return CheckIn::Dead(custody);
        }
        if !self.line.is_empty() || !custody.commands.is_empty() {
            wakers.drop.extend(waiting.map(|(_, waker)| waker));
            custody.commands.append(&mut self.line);
            return CheckIn::Again(custody);
        }
        self.put_in(custody.node, custody.commands, wakers);
        let is_held = match waiting {
            Some((id, waker)) if self.state == State::Held(id) && !self.has_news => {
                wakers.drop.extend(self.holder.replace(waker));
                true
            }
            Some((_, waker)) => {
                wakers.drop.push(waker);
                false
            }
            None => false,
        };
        self.drop_rare();
        CheckIn::Done {
            is_held,
            is_parked: self.state == State::Parked,
        }
    }

    fn put_in(
        &mut self,
        mut node: Box<Node<T>>,
        line: VecDeque<Command<T>>,
        wakers: &mut Wakers<W>,
    ) {
        // A task that is gone as well has asked in the line to be forgotten.
        let is_released = |id: ConnectionId| {
            let releases =
                |command: &Command<T>| matches!(command, Command::Release(other) if *other == id);
            line.iter().any(releases)
        };
        while let Some(gone) = node.poll_superseded_but(is_released) {
            self.rare().gone.push(gone);
        }
        let former = self.state;
        self.state = match node.connection() {
            Some((id, _)) => State::Held(id),
            None => State::Parked,
        };
        if former != self.state {
            wakers.wake.extend(self.holder.take());
        }
        self.line = line;
        self.update(&node);
        if let Some(rare) = &mut self.rare {
            let newcomers = mem::take(&mut rare.newcomers);
            wakers
                .wake
                .extend(newcomers.into_iter().map(|(_, waker)| waker));
        }
        self.wake_waiters(wakers);
        self.node = Some(node);
    }

    fn update(&mut self, node: &Node<T>) {
        self.room.requests = node.outstanding();
        self.room.len = node.session.waiting_len();
        for command in &self.line {
            if let Command::Request(submission) = command {
                self.room.requests += 1;
                self.room.len = self.room.len.saturating_add(submission.len());
            }
        }
        self.levels.is_up = node.session.is_up();
        self.levels.connection = node.connection();
        self.levels.deadline = node.session.poll_timeout();
        self.levels.outstanding = node.outstanding();
        if !Arc::ptr_eq(&self.levels.identity, &node.identity) {
            self.levels.identity = Arc::clone(&node.identity);
        }
    }

    /// Puts a node back although there is more to be carried out, of which the caller has to tell others. The node comes back if the
    /// cell was closed meanwhile.
    pub fn put_back_unfinished(
        &mut self,
        mut custody: Custody<T>,
        wakers: &mut Wakers<W>,
    ) -> Option<Custody<T>> {
        debug_assert!(self.node.is_none(), "no session is in two hands");
        custody.commands.append(&mut self.line);
        if self.is_dead() {
            return Some(custody);
        }
        self.put_in(custody.node, custody.commands, wakers);
        self.drop_rare();
        None
    }

    /// Lets the task of a connection sleep: its waker is kept, unless there is something to look at.
    ///
    /// # Errors
    ///
    /// There is something to look at; the waker comes back.
    pub fn sleep(&mut self, id: ConnectionId, waker: W, wakers: &mut Wakers<W>) -> Result<(), W> {
        let is_waiting = self
            .rare
            .as_ref()
            .is_some_and(|rare| rare.newcomers.iter().any(|(other, _)| *other == id));
        if is_waiting {
            // Somebody else has custody, and wakes the task when the node is back.
            wakers.drop.push(waker);
            return Ok(());
        }
        if self.has_news || !self.line.is_empty() || self.state != State::Held(id) {
            return Err(waker);
        }
        wakers.drop.extend(self.holder.replace(waker));
        Ok(())
    }

    /// Takes a future out that has found room.
    pub fn forget_waiter(&mut self, waiter: u64, wakers: &mut Wakers<W>) {
        let Some(rare) = &mut self.rare else { return };
        if let Some(index) = rare.waiters.iter().position(|(other, _)| *other == waiter) {
            let left = rare.waiters.remove(index);
            wakers.drop.extend(left.map(|(_, waker)| waker));
            self.drop_rare();
        }
    }

    /// Forgets the node, if nothing would be lost with it; its name among the others then leads nowhere.
    pub fn forget(&mut self, wakers: &mut Wakers<W>) -> Option<Box<Node<T>>> {
        let is_forgettable = self.state == State::Parked
            && self.line.is_empty()
            && self.running == 0
            && self.node.as_ref().is_some_and(|node| node.is_forgettable());
        if !is_forgettable {
            return None;
        }
        self.retire(wakers);
        self.node.take()
    }

    /// Retires the node, which lives elsewhere from now on, or nowhere: returns the line, for the cell where the node lives.
    pub fn retire(&mut self, wakers: &mut Wakers<W>) -> VecDeque<Command<T>> {
        self.state = State::Dead;
        self.levels = Levels {
            identity: Arc::clone(&self.levels.identity),
            ..Levels::default()
        };
        wakers.wake.extend(self.holder.take());
        self.wake_waiters(wakers);
        if let Some(rare) = &mut self.rare {
            let newcomers = mem::take(&mut rare.newcomers);
            wakers
                .wake
                .extend(newcomers.into_iter().map(|(_, waker)| waker));
        }
        mem::take(&mut self.line)
    }

    /// Closes the cell: nothing is asked of the node any more. The node comes back if it is in; if not, when it is
    /// [put back](Self::check_in).
    pub fn close(
        &mut self,
        wakers: &mut Wakers<W>,
    ) -> (Option<Box<Node<T>>>, VecDeque<Command<T>>) {
        let line = self.retire(wakers);
        (self.node.take(), line)
    }

    fn rare(&mut self) -> &mut Rare<W> {
        self.rare.get_or_insert_with(|| {
            Box::new(Rare {
                newcomers: Vec::new(),
                gone: Vec::new(),
                waiters: VecDeque::new(),
            })
        })
    }

    fn drop_rare(&mut self) {
        let is_empty = |rare: &Rare<W>| {
            rare.newcomers.is_empty() && rare.gone.is_empty() && rare.waiters.is_empty()
        };
        if self.rare.as_deref().is_some_and(is_empty) {
            self.rare = None;
        }
    }
}

impl<T, W> fmt::Debug for Cell<T, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell")
            .field("number", &self.number)
            .field("state", &self.state)
            .field("is_out", &self.node.is_none())
            .field("line", &self.line.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
