//! The values that handles and the task of a registree share: the line of commands, and the levels of the machine.

use core::mem;
use core::task::{Context, Waker};
use core::time::Duration;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive};
use onem2m_ws::{
    IncomingId, RegistrationFailure, RegistrationState, Registree, RegistreeState, RequestOptions,
    SessionConfig,
};

use super::events::{Failure, RegistreeActivity};
use crate::node::events::Observers;
use crate::node::incoming::Respond;
use crate::node::lock;
use crate::node::patience::Alarms;
use crate::node::slot::Slot;
use crate::sync::Mutex;

/// The commands to a registree, in order.
pub(super) enum Command {
    Request(Box<Submission>),
    /// Gives the request with this ticket up.
    Cancel(u64),
    Answer(IncomingId, Box<ResponsePrimitive<'static>>),
    Connect,
    Disconnect,
    Register(Option<Box<RequestPrimitive<'static>>>),
    End,
}

pub(super) struct Submission {
    pub(super) ticket: u64,
    pub(super) request: RequestPrimitive<'static>,
    pub(super) options: RequestOptions,
    pub(super) slot: Arc<Slot<Shared>>,
}

pub(super) struct Shared {
    state: Mutex<State>,
    pub(super) observers: Arc<Observers<RegistreeActivity>>,
    /// For those who wait for room.
    pub(super) alarms: Arc<dyn Alarms>,
    pub(super) delivery_timeout: Duration,
}

struct State {
    line: VecDeque<Command>,
    /// Wakes the task, until it has looked.
    task: Option<Waker>,
    room: Room,
    waiters: VecDeque<(u64, Waker)>,
    watchers: BTreeMap<u64, Waker>,
    next: u64,
    incoming: VecDeque<(IncomingId, RequestPrimitive<'static>)>,
    receiver: Option<Waker>,
    levels: Levels,
    handles: usize,
    has_receiver: bool,
    has_ended: bool,
}

/// The requests that were admitted and have not ended.
struct Room {
    max_requests: usize,
    max_len: usize,
    requests: usize,
    len: usize,
}

/// The levels of the machine, as of the last time that the task has driven it.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    pub(super) state: RegistreeState,
    pub(super) registration: RegistrationState,
    pub(super) refused: Option<Arc<RegistrationFailure>>,
    pub(super) originator: Option<String>,
    pub(super) failure: Option<Failure>,
}

/// The outcome of waiting for room.
pub(super) enum Submitted {
    Taken,
    Waits(Box<Submission>),
    Gone,
}

impl Shared {
    pub(super) fn new(
        config: &SessionConfig,
        registree: &Registree,
        alarms: Arc<dyn Alarms>,
    ) -> Self {
        Self {
            state: Mutex::new(State {
                line: VecDeque::new(),
                task: None,
                room: Room {
                    max_requests: config.max_requests,
                    max_len: config.max_waiting_len,
                    requests: 0,
                    len: 0,
                },
                waiters: VecDeque::new(),
                watchers: BTreeMap::new(),
                next: 0,
                incoming: VecDeque::new(),
                receiver: None,
                levels: Levels {
                    state: registree.state(),
                    registration: registree.registration_state(),
                    refused: None,
                    originator: registree.originator().map(String::from),
                    failure: None,
                },
                handles: 1,
                has_receiver: true,
                has_ended: false,
            }),
            observers: Observers::new(MAX_UNREAD_EVENTS),
            alarms,
            delivery_timeout: config.delivery_timeout,
        }
    }

    /// A number for a request, or for somebody who waits.
    pub(super) fn next_number(&self) -> u64 {
        let mut state = lock(&self.state);
        state.next += 1;
        state.next
    }

    /// Appends to the line, and wakes the task; what is asked of a registree that has ended is dropped.
    pub(super) fn append(&self, command: Command) {
        let mut state = lock(&self.state);
        let (waker, refused) = if state.has_ended {
            (None, Some(command))
        } else {
            state.line.push_back(command);
            (state.task.take(), None)
        };
        drop(state);
        drop(refused);
        waker.into_iter().for_each(Waker::wake);
    }

    /// Appends a request, or has its future wait for room: in one section, so that room which was seen is room.
    pub(super) fn submit(
        &self,
        cx: &Context<'_>,
        submission: Box<Submission>,
        len: usize,
        waiter: u64,
    ) -> Submitted {
        let waker = cx.waker().clone();
        let mut replaced = None;
        let mut state = lock(&self.state);
        let state_mut = &mut *state;
        let is_mine = |(other, _): &(u64, Waker)| *other == waiter;
        let index = state_mut.waiters.iter().position(is_mine);
        let (submitted, task) = if state_mut.has_ended {
            (Submitted::Gone, None)
        } else if state_mut.room.has_room(len) {
            replaced = index.and_then(|index| state_mut.waiters.remove(index));
            state_mut.room.requests += 1;
            state_mut.room.len = state_mut.room.len.saturating_add(len);
            state_mut.line.push_back(Command::Request(submission));
            (Submitted::Taken, state_mut.task.take())
        } else {
            match index.and_then(|index| state_mut.waiters.get_mut(index)) {
                Some(slot) => replaced = Some((waiter, mem::replace(&mut slot.1, waker))),
                None => state_mut.waiters.push_back((waiter, waker)),
            }
            (Submitted::Waits(submission), None)
        };
        drop(state);
        drop(replaced);
        task.into_iter().for_each(Waker::wake);
        submitted
    }

    /// A future does not wait for room any more; another is woken, for there may be some.
    pub(super) fn leave_waiters(&self, waiter: u64) {
        let mut state = lock(&self.state);
        let is_mine = |(other, _): &(u64, Waker)| *other == waiter;
        let (left, woken) = match state.waiters.iter().position(is_mine) {
            Some(index) => (state.waiters.remove(index), Vec::new()),
            None => (None, state.take_waiters()),
        };
        drop(state);
        drop(left);
        woken.into_iter().for_each(Waker::wake);
    }

    /// Gives a request up: out of the line if it is there still.
    pub(super) fn give_up(&self, ticket: u64) {
        let is_it = |command: &Command| matches!(command, Command::Request(submission) if submission.ticket == ticket);
        let mut state = lock(&self.state);
        let withdrawn = state
            .line
            .iter()
            .position(is_it)
            .and_then(|index| state.line.remove(index));
        let mut woken = Vec::new();
        if withdrawn.is_some() {
            state.room.requests = state.room.requests.saturating_sub(1);
            woken = state.take_waiters();
        }
        drop(state);
        if withdrawn.is_none() {
            self.append(Command::Cancel(ticket));
        }
        woken.into_iter().for_each(Waker::wake);
    }

    /// Takes the line, to be carried out.
    pub(super) fn take_line(&self) -> VecDeque<Command> {
        mem::take(&mut lock(&self.state).line)
    }

    /// The task goes to sleep, unless something is in the line.
    pub(super) fn sleep(&self, waker: Waker) -> bool {
        let mut state = lock(&self.state);
        if !state.line.is_empty() {
            drop(state);
            return false;
        }
        let former = state.task.replace(waker);
        drop(state);
        drop(former);
        true
    }

    /// Tells handles what is known of the machine.
    pub(super) fn publish(&self, levels: Levels, requests: usize, len: usize) {
        let mut state = lock(&self.state);
        let is_news = state.levels.state != levels.state
            || state.levels.registration != levels.registration
            || state.levels.refused.is_some() != levels.refused.is_some();
        let former = mem::replace(&mut state.levels, levels);
        if state.line.is_empty() {
            (state.room.requests, state.room.len) = (requests, len);
        }
        let woken = state.take_waiters();
        let watchers = if is_news {
            mem::take(&mut state.watchers)
        } else {
            BTreeMap::new()
        };
        drop(state);
        drop(former);
        woken.into_iter().for_each(Waker::wake);
        watchers.into_values().for_each(Waker::wake);
    }

    pub(super) fn levels(&self) -> Levels {
        lock(&self.state).levels.clone()
    }

    /// Looks at what is known, and has the task of `cx` woken when that changes if `look` is not content.
    pub(super) fn watch<O>(
        &self,
        cx: &Context<'_>,
        watcher: u64,
        look: impl FnOnce(&Levels, bool) -> Option<O>,
    ) -> Option<O> {
        let waker = cx.waker().clone();
        let mut state = lock(&self.state);
        let seen = look(&state.levels, state.has_ended);
        let replaced = if seen.is_some() {
            state.watchers.remove(&watcher)
        } else {
            state.watchers.insert(watcher, waker)
        };
        drop(state);
        drop(replaced);
        seen
    }

    pub(super) fn leave_watchers(&self, watcher: u64) {
        let removed = lock(&self.state).watchers.remove(&watcher);
        drop(removed);
    }

    /// A request for the application; it comes back if nobody takes requests.
    pub(super) fn deliver(
        &self,
        id: IncomingId,
        request: RequestPrimitive<'static>,
    ) -> Option<RequestPrimitive<'static>> {
        let mut state = lock(&self.state);
        if !state.has_receiver {
            return Some(request);
        }
        state.incoming.push_back((id, request));
        let waker = state.receiver.take();
        drop(state);
        waker.into_iter().for_each(Waker::wake);
        None
    }

    /// A request is not to be answered any more: it goes, if nobody has taken it.
    pub(super) fn forget_incoming(&self, id: IncomingId) {
        let mut state = lock(&self.state);
        let index = state.incoming.iter().position(|(other, _)| *other == id);
        let forgotten = index.and_then(|index| state.incoming.remove(index));
        drop(state);
        drop(forgotten);
    }

    /// The next request for the application, if there is one; `Err` once there will be none any more.
    pub(super) fn poll_incoming(
        &self,
        cx: &Context<'_>,
    ) -> Option<Result<(IncomingId, RequestPrimitive<'static>), ()>> {
        let waker = cx.waker().clone();
        let mut state = lock(&self.state);
        if let Some(incoming) = state.incoming.pop_front() {
            return Some(Ok(incoming));
        }
        if state.has_ended {
            return Some(Err(()));
        }
        let former = state.receiver.replace(waker);
        drop(state);
        drop(former);
        None
    }

    /// Nobody waits for a request at the moment.
    pub(super) fn leave_receiver(&self) {
        let removed = lock(&self.state).receiver.take();
        drop(removed);
    }

    /// Nobody takes requests any more: those that nobody has taken.
    pub(super) fn close_incoming(&self) -> Vec<IncomingId> {
        let mut state = lock(&self.state);
        state.has_receiver = false;
        let receiver = state.receiver.take();
        let forgotten = mem::take(&mut state.incoming);
        drop(state);
        drop(receiver);
        forgotten.into_iter().map(|(id, _)| id).collect()
    }

    pub(super) fn add_handle(&self) {
        lock(&self.state).handles += 1;
    }

    /// A handle is gone; whether nobody is left who could ask for anything.
    pub(super) fn drop_handle(&self) -> bool {
        let mut state = lock(&self.state);
        state.handles -= 1;
        state.handles == 0
    }

    /// The registree has ended: everybody who waits is woken, and what is in the line comes back to be ended.
    pub(super) fn end(&self) -> VecDeque<Command> {
        let mut state = lock(&self.state);
        state.has_ended = true;
        state.levels.state = RegistreeState::Ended;
        let line = mem::take(&mut state.line);
        let task = state.task.take();
        let incoming = mem::take(&mut state.incoming);
        let mut woken = Vec::new();
        woken.extend(state.receiver.take());
        woken.extend(state.waiters.drain(..).map(|(_, waker)| waker));
        woken.extend(mem::take(&mut state.watchers).into_values());
        drop(state);
        drop((task, incoming));
        woken.into_iter().for_each(Waker::wake);
        line
    }
}

impl State {
    /// As many of those who wait for room as may find some.
    fn take_waiters(&mut self) -> Vec<Waker> {
        let left = self.room.max_requests.saturating_sub(self.room.requests);
        let count = if self.room.len < self.room.max_len {
            left.min(self.waiters.len())
        } else {
            0
        };
        self.waiters
            .drain(..count)
            .map(|(_, waker)| waker)
            .collect()
    }
}

impl Room {
    const fn has_room(&self, len: usize) -> bool {
        // A single request that is longer waits for nobody: whether it can be taken is the session's to say.
        let is_short = self.len == 0 || self.len.saturating_add(len) <= self.max_len;
        self.requests < self.max_requests && is_short
    }
}

impl core::fmt::Debug for Shared {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Shared")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl core::fmt::Debug for State {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("State")
            .field("levels", &self.levels)
            .finish_non_exhaustive()
    }
}

impl Respond for Shared {
    fn respond(&self, id: IncomingId, response: ResponsePrimitive<'static>) {
        self.append(Command::Answer(id, Box::new(response)));
    }
}

/// Events that are kept for whoever watches the registree and does not keep up.
const MAX_UNREAD_EVENTS: usize = 1024;
