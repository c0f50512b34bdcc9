//! The values that the tasks of a registrar share, and the ways in which a line is carried out and a node put back.

use core::mem;
use core::sync::atomic::Ordering;
use core::task::{Context, Waker};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use onem2m_ws::cells::{
    Adopted, By, Cell, CheckIn, Command, Custody, Directory, Effect, Names, Node, Submission,
    Wakers,
};
use onem2m_ws::{
    ConnectionId, Identity, RegistrarConfig, RequestError, RequestId, SessionConfig, StoreAnswer,
    TooMany,
};
use onem2m_ws_core::{Config, Timestamp};

use super::cell::{Guard, NodeCell, OutcomeSlot, SharedNames, Ticket, check_out_for_errand};
use super::events::{NOT_TAKEN, REQUESTS, RegistrarActivity, outcome_counter};
use super::phase::Phase;
use super::store::StoreQueue;
use crate::node::events::Observers;
use crate::node::slot::{Answer, answer};
use crate::node::{RequestFailure, lock};
use crate::runtime::Runtime;
use crate::sync::{AtomicUsize, Mutex};
use crate::transport::Timer;

pub(super) struct Shared<R: Runtime> {
    pub(super) directory: Mutex<Directory<Arc<NodeCell>>>,
    pub(super) config: RegistrarConfig,
    pub(super) session_config: Arc<SessionConfig>,
    pub(super) limits: Config,
    pub(super) runtime: R,
    pub(super) observers: Arc<Observers<RegistrarActivity>>,
    pub(super) store: Option<StoreQueue>,
    pub(super) phase: Phase,
    /// Requests that were handed over without a future, and have not ended.
    pub(super) posted: Posted,
    handlers: AtomicUsize,
    /// Tasks of connections that wait for a handler of any node to end.
    handler_waiters: Mutex<BTreeMap<ConnectionId, Waker>>,
    pub(super) watch: Mutex<Watch>,
    /// The clock, for those who have no timer of their own.
    clock: Mutex<R::Timer>,
}

/// The requests of all nodes together that were handed over without a future.
pub(super) struct Posted {
    max: usize,
    max_len: usize,
    count: AtomicUsize,
    len: AtomicUsize,
}

impl Posted {
    /// Counts a request in, if there is room.
    pub(super) fn begin(&self, len: usize) -> Result<(), RequestError> {
        if self.count.fetch_add(1, Ordering::Relaxed) >= self.max {
            self.count.fetch_sub(1, Ordering::Relaxed);
            return Err(RequestError::TooMany);
        }
        if self
            .len
            .fetch_add(len, Ordering::Relaxed)
            .saturating_add(len)
            > self.max_len
        {
            self.end(len);
            return Err(RequestError::TooLong);
        }
        Ok(())
    }

    pub(super) fn end(&self, len: usize) {
        self.count.fetch_sub(1, Ordering::Relaxed);
        self.len.fetch_sub(len, Ordering::Relaxed);
    }
}

/// The work that the task of the registrar has to see to.
#[derive(Default)]
pub(super) struct Watch {
    pub(super) waker: Option<Waker>,
    /// When the task looks again by itself.
    pub(super) until: Option<Timestamp>,
    /// Nodes whose lines nobody else carries out, each of them once.
    delegated: VecDeque<Arc<NodeCell>>,
    /// Their numbers.
    numbers: BTreeSet<u64>,
    /// True if something has come up since the task has looked.
    pub(super) has_news: bool,
}

impl Watch {
    fn delegate(&mut self, cell: &Arc<NodeCell>) {
        if self.numbers.insert(cell.number()) {
            self.delegated.push_back(Arc::clone(cell));
        }
    }

    /// The next node whose line is to be carried out. What is delegated from now on is to be looked at once more.
    pub(super) fn pop_delegated(&mut self) -> Option<Arc<NodeCell>> {
        let cell = self.delegated.pop_front()?;
        self.numbers.remove(&cell.number());
        Some(cell)
    }

    pub(super) fn has_delegated(&self) -> bool {
        !self.delegated.is_empty()
    }
}

/// The result of putting a node back, for the task of its connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum PutBack {
    /// Nothing was asked meanwhile; the waker of the task is kept.
    Asleep,
    /// Nothing was asked meanwhile.
    Awake,
    /// Something was carried out since the node was driven, or the node has another connection.
    Changed,
}

/// The fate of those who wait, once a node was put back.
#[derive(Default)]
struct Aftermath {
    answers: Vec<(Ticket, RequestId, Answer)>,
    events: Vec<RegistrarActivity>,
    errands: Vec<Arc<NodeCell>>,
}

/// A request on its way to another node, which may be given up meanwhile: that would be told to the node it comes from, or to the
/// other one before the request is there.
struct Moving(Option<(Arc<OutcomeSlot>, RequestId)>);

impl Moving {
    fn new(ticket: &Ticket, id: RequestId, to: &Arc<NodeCell>) -> Self {
        let Ticket::Waited(slot) = ticket else {
            return Self(None);
        };
        slot.rehome(to);
        Self(Some((Arc::clone(slot), id)))
    }

    /// The request is there. Whoever is given a cell has to carry its line out.
    fn cancel(self, cell: &Arc<NodeCell>) -> Option<Arc<NodeCell>> {
        let (_, id) = self.0.filter(|(slot, _)| slot.is_left())?;
        cell.append(Command::Cancel(id)).ok().flatten()
    }
}

impl<R: Runtime> Shared<R> {
    pub(super) fn new(
        config: RegistrarConfig,
        limits: Config,
        runtime: R,
        seed: [u8; 8],
        store: Option<StoreQueue>,
    ) -> Self {
        Self {
            directory: Mutex::new(Directory::new(&config, seed)),
            session_config: Arc::new(config.session),
            observers: Observers::new(config.max_unread_events),
            limits,
            clock: Mutex::new(runtime.timer()),
            runtime,
            store,
            phase: Phase::new(),
            posted: Posted {
                max: config.max_posted,
                max_len: config.max_posted_len,
                count: AtomicUsize::new(0),
                len: AtomicUsize::new(0),
            },
            handlers: AtomicUsize::new(0),
            handler_waiters: Mutex::new(BTreeMap::new()),
            watch: Mutex::new(Watch::default()),
            config,
        }
    }

    pub(super) fn now(&self) -> Timestamp {
        lock(&self.clock).now()
    }

    /// The cell of a name, or a new one.
    pub(super) fn cell_of(&self, identity: &Identity) -> Result<Arc<NodeCell>, TooMany> {
        let now = self.now();
        let clock = self.runtime.since_unix_epoch();
        let is_durable = self.store.is_some();
        let mut directory = lock(&self.directory);
        let (_, cell) = directory.find_or_make(identity, |number, prefix| {
            let config = Arc::clone(&self.session_config);
            let mut node = Node::new(number, config, prefix, identity.clone(), is_durable);
            if let Some(time) = clock {
                node.set_wall_clock(now, time);
            }
            let max_handlers = self.config.max_handlers_per_node;
            let cell = Cell::new(Box::new(node), &self.session_config, max_handlers);
            Arc::new(NodeCell::new(cell))
        })?;
        Ok(Arc::clone(cell))
    }

    /// Appends to the line of a node, and sees to it that somebody carries it out. A command for a node that lives nowhere is
    /// dropped: an answer to it, or an act upon it, is of no use to anybody.
    pub(super) fn append(&self, cell: &Arc<NodeCell>, command: Command<Ticket>) {
        match cell.append(command) {
            Ok(None) => {}
            Ok(Some(cell)) => self.run_errand(&cell, By::Errand),
            Err(command) => self.fail(command),
        }
    }

    /// A command that came too late for its node.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what nobody waits for has ended with its node"
    )]
    fn fail(&self, command: Command<Ticket>) {
        match command {
            Command::Request(submission) => self.route(*submission),
            Command::Adopt(_, adopted) => {
                let (id, ticket) = adopted.into_ticket();
                self.finish(ticket, id, Err(RequestFailure::Gone));
            }
            Command::Load(loaded) => {
                self.finish(loaded.ticket, loaded.id, Err(RequestFailure::Gone));
            }
            Command::Store(entity, answer) => {
                if let Some(errand) = self.pass_answer_on(None, entity, answer) {
                    self.delegate(&errand);
                }
            }
            _ => {}
        }
    }

    /// The store has answered for a request that is not at the node which asked: it may have moved with its entity. Whoever is
    /// given a cell has to carry its line out.
    fn pass_answer_on(
        &self,
        from: Option<u64>,
        entity: Arc<str>,
        answer: StoreAnswer,
    ) -> Option<Arc<NodeCell>> {
        let cell = {
            let directory = lock(&self.directory);
            let (place, cell) = directory.place(&entity)?;
            (Some(place.node) != from).then(|| Arc::clone(cell))
        };
        // Where that node is gone as well nobody waits for the answer.
        cell?.append(Command::Store(entity, answer)).ok().flatten()
    }

    /// Tells what has happened to a node that is given up; what was to be done for a request ends that.
    pub(super) fn end_effects(&self, node: &mut Node<Ticket>) {
        let (number, mut aftermath) = (node.number(), Aftermath::default());
        while let Some(effect) = node.poll_effect() {
            if let Some(effect) = self.note_effect(number, effect, &mut aftermath) {
                let tickets = effect.into_tickets().into_iter();
                let gone = tickets.map(|(id, ticket)| (ticket, id, Err(RequestFailure::Gone)));
                aftermath.answers.extend(gone);
            }
        }
        self.tell_aftermath(&mut aftermath);
    }

    /// Ends a request for whoever made it.
    pub(super) fn finish(&self, ticket: Ticket, id: RequestId, answer: Answer) {
        match ticket {
            Ticket::Waited(slot) => slot.end(answer),
            Ticket::Posted(len) => {
                self.posted.end(len);
                self.observers
                    .tell(RegistrarActivity::Posted { id, answer });
            }
            Ticket::Loaded => self
                .observers
                .tell(RegistrarActivity::Posted { id, answer }),
        }
    }

    /// Routes a request anew whose entity has moved.
    fn route(&self, mut submission: Submission<Ticket>) {
        loop {
            let cell = {
                let directory = lock(&self.directory);
                let place = directory.place(&submission.entity);
                place
                    .filter(|(place, _)| place.is_registered)
                    .map(|(_, cell)| Arc::clone(cell))
            };
            let Some(cell) = cell else {
                let failure = RequestFailure::NotRegistered;
                return self.finish(submission.ticket, submission.id, Err(failure));
            };
            let moving = Moving::new(&submission.ticket, submission.id, &cell);
            match cell.append(Command::Request(Box::new(submission))) {
                Ok(errand) => {
                    for cell in errand.into_iter().chain(moving.cancel(&cell)) {
                        self.delegate(&cell);
                    }
                    return;
                }
                Err(Command::Request(refused)) => submission = *refused,
                Err(_) => return debug_assert!(false, "the command that was given comes back"),
            }
        }
    }

    /// Leaves a line to the task of the registrar.
    pub(super) fn delegate(&self, cell: &Arc<NodeCell>) {
        let waker = {
            let mut watch = lock(&self.watch);
            watch.delegate(cell);
            watch.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Carries out the line of a node, if nobody else does.
    pub(super) fn run_errand(&self, cell: &Arc<NodeCell>, by: By) {
        // Declared first, so that it ends behind custody.
        let _act = self.act();
        let mut errands = vec![Arc::clone(cell)];
        let mut by = by;
        while let Some(cell) = errands.pop() {
            if let Some(custody) = check_out_for_errand(&cell, by) {
                let guard = Guard::new(self, &cell, custody, self.now());
                self.put_back(guard, None, &mut errands);
            }
            by = By::Errand;
        }
    }

    /// Carries out what is asked of a node, puts it back, and lets those know who wait for what came of it. `waiting` is the
    /// connection whose task sleeps if nothing was asked meanwhile.
    pub(super) fn check_in<'s>(
        &'s self,
        guard: Guard<'s, R>,
        waiting: Option<(ConnectionId, &Context<'_>)>,
    ) -> PutBack {
        let mut errands = Vec::new();
        let put_back = self.put_back(guard, waiting, &mut errands);
        for cell in errands {
            self.run_errand(&cell, By::Errand);
        }
        put_back
    }

    fn put_back<'s>(
        &'s self,
        mut guard: Guard<'s, R>,
        mut waiting: Option<(ConnectionId, &Context<'_>)>,
        errands: &mut Vec<Arc<NodeCell>>,
    ) -> PutBack {
        let (cell, now) = (guard.cell(), guard.now());
        let mut aftermath = Aftermath::default();
        let mut put_back = PutBack::Awake;
        for round in 0.. {
            let is_last = round == MAX_ROUNDS;
            self.carry_out(&mut guard, now, &mut aftermath);
            let Some(custody) = guard.release() else {
                break;
            };
            if is_last {
                self.put_back_unfinished(cell, custody);
                put_back = PutBack::Changed;
                break;
            }
            let waker = waiting.map(|(id, cx)| (id, cx.waker().clone()));
            match cell.with(|cell, wakers| cell.check_in(custody, waker, wakers)) {
                CheckIn::Done { is_held, is_parked } => {
                    if is_held {
                        put_back = PutBack::Asleep;
                    }
                    if is_parked {
                        self.forget(cell);
                    }
                    break;
                }
                CheckIn::Again(custody) => {
                    // What is carried out now may have to be written: the task has to look again.
                    (waiting, put_back) = (None, PutBack::Changed);
                    guard = Guard::new(self, cell, custody, now);
                }
                CheckIn::Dead(custody) => {
                    self.fail_all(*custody.node, custody.commands);
                    put_back = PutBack::Changed;
                    break;
                }
            }
        }
        self.see_to(aftermath, errands);
        put_back
    }

    /// Puts a node back, and leaves the rest of its line to the task of the registrar.
    pub(super) fn put_back_unfinished(&self, cell: &Arc<NodeCell>, custody: Custody<Ticket>) {
        match cell.with(|cell, wakers| cell.put_back_unfinished(custody, wakers)) {
            None => self.delegate(cell),
            Some(custody) => self.fail_all(*custody.node, custody.commands),
        }
    }

    /// Carries out what is asked of a node in custody, and sees to what comes of it as far as that has to happen before the node
    /// is put back: so it is in order.
    pub(super) fn carry_out_line(&self, guard: &mut Guard<'_, R>, now: Timestamp) {
        let mut names = SharedNames(&self.directory);
        while let Some(command) = guard.commands().and_then(VecDeque::pop_front) {
            if let Some(node) = guard.node() {
                node.carry_out(now, command, &self.config, &mut names);
            }
        }
    }

    fn carry_out(&self, guard: &mut Guard<'_, R>, now: Timestamp, aftermath: &mut Aftermath) {
        self.carry_out_line(guard, now);
        let cell = guard.cell();
        let Some(node) = guard.node() else { return };
        let number = node.number();
        while let Some(effect) = node.poll_effect() {
            self.take_effect((cell, number), effect, aftermath);
        }
        if let Some(store) = &self.store {
            let next_seq = || lock(&self.directory).next_seq();
            if store.take_from(cell, node, next_seq) {
                self.wake_watch();
            }
        }
        let until = node
            .connection()
            .is_none()
            .then(|| node.session().poll_timeout())
            .flatten();
        if node.note_parked(until) {
            lock(&self.directory).park(number, until);
            self.watch_by(until);
        }
    }

    fn take_effect(
        &self,
        (cell, number): (&Arc<NodeCell>, u64),
        effect: Effect<Ticket>,
        aftermath: &mut Aftermath,
    ) {
        let Some(effect) = self.note_effect(number, effect, aftermath) else {
            return;
        };
        match effect {
            Effect::Elsewhere(submission) => self.route(*submission),
            Effect::Moved { entity, from } => {
                let former = lock(&self.directory).node(from).map(Arc::clone);
                if let Some(former) = former {
                    let appended = former.append(Command::Surrender(entity));
                    aftermath.errands.extend(appended.ok().flatten());
                }
            }
            Effect::Surrendered { entity, requests } => {
                let entity = entity.into();
                for adopted in requests {
                    self.adopt(cell, &entity, Box::new(adopted), aftermath);
                }
            }
            Effect::StoreElsewhere { entity, answer } => {
                let errand = self.pass_answer_on(Some(number), entity, answer);
                aftermath.errands.extend(errand);
            }
            Effect::Ended { .. } | Effect::NotTaken { .. } | Effect::Event(_) | _ => {
                debug_assert!(false, "an effect that nobody sees to");
            }
        }
    }

    /// Takes note of what has ended or happened; another effect comes back.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what there is to do for the others says who takes them"
    )]
    fn note_effect(
        &self,
        number: u64,
        effect: Effect<Ticket>,
        aftermath: &mut Aftermath,
    ) -> Option<Effect<Ticket>> {
        match effect {
            Effect::Ended {
                id,
                ticket,
                outcome,
            } => {
                self.observers.note(outcome_counter(&outcome));
                aftermath.answers.push((ticket, id, answer(outcome)));
            }
            Effect::NotTaken { id, ticket, error } => {
                self.observers.note(NOT_TAKEN);
                let failure = RequestFailure::NotTaken(error);
                aftermath.answers.push((ticket, id, Err(failure)));
            }
            Effect::Event(event) => aftermath.events.push(RegistrarActivity::Node {
                node: number,
                event,
            }),
            effect => return Some(effect),
        }
        None
    }

    /// Brings a request to where its entity lives now.
    fn adopt(
        &self,
        former: &Arc<NodeCell>,
        entity: &Arc<str>,
        mut adopted: Box<Adopted<Ticket>>,
        aftermath: &mut Aftermath,
    ) {
        loop {
            let cell = {
                let directory = lock(&self.directory);
                directory.place(entity).map(|(_, cell)| Arc::clone(cell))
            };
            let Some(cell) = cell else {
                // Behind the end of the registrar what is stored stays so, for the next one.
                if let (Some(store), Some(seq), false) =
                    (&self.store, adopted.seq(), self.is_over())
                {
                    store.end(former, adopted.id(), seq, entity);
                    self.wake_watch();
                }
                let (id, ticket) = adopted.into_ticket();
                let failure = RequestFailure::NotRegistered;
                return aftermath.answers.push((ticket, id, Err(failure)));
            };
            let moving = Moving::new(adopted.ticket(), adopted.id(), &cell);
            match cell.append(Command::Adopt(Arc::clone(entity), adopted)) {
                Ok(errand) => {
                    aftermath.errands.extend(errand);
                    aftermath.errands.extend(moving.cancel(&cell));
                    return;
                }
                Err(Command::Adopt(_, refused)) => adopted = refused,
                Err(_) => return debug_assert!(false, "the command that was given comes back"),
            }
        }
    }

    fn see_to(&self, mut aftermath: Aftermath, errands: &mut Vec<Arc<NodeCell>>) {
        self.tell_aftermath(&mut aftermath);
        errands.extend(aftermath.errands);
    }

    fn tell_aftermath(&self, aftermath: &mut Aftermath) {
        for event in aftermath.events.drain(..) {
            self.observers.tell(event);
        }
        for (ticket, id, answer) in aftermath.answers.drain(..) {
            self.finish(ticket, id, answer);
        }
    }

    /// The node of a closed cell: everything of it ends.
    pub(super) fn fail_all(&self, mut node: Node<Ticket>, line: VecDeque<Command<Ticket>>) {
        self.end_effects(&mut node);
        for command in line {
            if let Command::Request(submission) = command {
                let failure = RequestFailure::Gone;
                self.finish(submission.ticket, submission.id, Err(failure));
            } else {
                self.fail(command);
            }
        }
        for (id, ticket) in node.into_tickets() {
            self.finish(ticket, id, Err(RequestFailure::Gone));
        }
    }

    /// Forgets a node that nothing would be lost with.
    pub(super) fn forget(&self, cell: &Arc<NodeCell>) {
        let mut wakers = Wakers::default();
        let forgotten = {
            let mut directory = lock(&self.directory);
            // The one place with a lock within a lock: else a name could be found in between.
            let node = cell.with_wakers(&mut wakers, |cell, wakers| cell.forget(wakers));
            node.map(|node| {
                let name = node.identity().name().map(String::from);
                let handle = directory.forget(node.number(), name.as_deref());
                (node, handle)
            })
        };
        wakers.wake.into_iter().for_each(Waker::wake);
        drop(forgotten);
    }

    /// The task of the registrar has something to do.
    pub(super) fn wake_watch(&self) {
        let waker = {
            let mut watch = lock(&self.watch);
            watch.has_news = true;
            watch.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The task of the registrar has to look at something at a time.
    fn watch_by(&self, until: Option<Timestamp>) {
        let Some(until) = until else { return };
        let waker = {
            let mut watch = lock(&self.watch);
            match watch.until {
                Some(alarm) if alarm <= until => None,
                Some(_) | None => watch.waker.take(),
            }
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The number of requests that may be handed to handlers, as far as all nodes together go. The task is woken when one ends.
    pub(super) fn handlers_left(&self, id: ConnectionId, cx: &Context<'_>) -> usize {
        let left = || {
            let running = self.handlers.load(Ordering::Relaxed);
            self.config.max_handlers.saturating_sub(running)
        };
        let seen = left();
        if seen > 0 {
            return seen;
        }
        let waker = cx.waker().clone();
        let replaced = lock(&self.handler_waiters).insert(id, waker);
        drop(replaced);
        // One may have ended before the waker was there. What is seen without a waker has to be more than nothing.
        left()
    }

    /// A connection is gone, and waits for no handler.
    pub(super) fn leave_handlers(&self, id: ConnectionId) {
        let removed = lock(&self.handler_waiters).remove(&id);
        drop(removed);
    }

    /// Counts a handler in, if there is room: in one step, for several tasks may look at the same time.
    pub(super) fn begin_handler(&self) -> bool {
        let more = |running: usize| (running < self.config.max_handlers).then(|| running + 1);
        let begun = self
            .handlers
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        if begun.is_ok() {
            self.observers.note(REQUESTS);
        }
        begun.is_ok()
    }

    pub(super) fn end_handler(&self) {
        let before = self.handlers.fetch_sub(1, Ordering::Relaxed);
        if before >= self.config.max_handlers {
            let waiters = mem::take(&mut *lock(&self.handler_waiters));
            waiters.into_values().for_each(Waker::wake);
        }
    }

    /// Tells an event of a connection or of the registrar as a whole.
    pub(super) fn tell(&self, event: RegistrarActivity) {
        self.observers.tell(event);
    }

    /// A connection is gone.
    pub(super) fn close_connection(&self) {
        lock(&self.directory).close_connection();
        self.wake_phase();
        self.end_act();
    }

    /// Closes every cell: all that is under way ends, and everything later fails at once.
    pub(super) fn close_all(&self) -> usize {
        let _act = self.begin_end();
        let (cells, connections) = {
            let mut directory = lock(&self.directory);
            let connections = directory.connection_count();
            (directory.drain().collect::<Vec<_>>(), connections)
        };
        for cell in cells {
            let (node, line) = cell.with(|cell, wakers| cell.close(wakers));
            match node {
                Some(node) => self.fail_all(*node, line),
                // Whoever has custody fails the rest when the node is put back.
                None => line.into_iter().for_each(|command| self.fail(command)),
            }
        }
        self.wake_phase();
        // The task of the registrar ends.
        self.wake_watch();
        connections
    }
}

impl<R: Runtime> Drop for Shared<R> {
    /// Nobody is left who could bring anything.
    fn drop(&mut self) {
        self.observers.end();
    }
}

/// Rounds of carrying out what was asked meanwhile, before the node is put back all the same.
const MAX_ROUNDS: u32 = 8;
