//! The rules of the driver, written out as steps: who takes custody, what is carried out, and how a node is put back.

use core::cell::{Cell as Flag, OnceCell, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use onem2m_ws::cells::{
    Adopted, Appended, By, Cell, CheckIn, CheckOut, Claim, Command, Custody, Directory, Effect,
    Names, Node, Submission, Wakers,
};
use onem2m_ws::{
    ConnectionId, Identity, RegistrarConfig, RegistrarEvent, RequestId, SessionConfig,
    StoreOperation, TooMany,
};
use onem2m_ws_core::Timestamp;

use super::Fault;
use super::executor::{Executor, Kind, TaskId};
use super::ledger::{End, Ledger, end_of, end_of_error};
use super::store::Disk;

/// What comes back with the outcome of a request: its number in the ledger.
pub(super) type Ticket = usize;

/// The cell of a node, where it lives now, and how often it is in somebody's hands.
pub(super) struct NodeCell {
    pub(super) cell: RefCell<Cell<Ticket, TaskId>>,
    forward: OnceCell<Rc<Self>>,
    hands: Flag<usize>,
}

impl NodeCell {
    pub(super) fn number(&self) -> u64 {
        self.cell.borrow().number()
    }

    pub(super) fn forward(&self) -> Option<&Rc<Self>> {
        self.forward.get()
    }

    pub(super) fn is_out(&self) -> bool {
        self.hands.get() > 0
    }
}

impl fmt::Debug for NodeCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cell.borrow().fmt(f)
    }
}

pub(super) struct Shared {
    pub(super) executor: Rc<Executor>,
    pub(super) ledger: Rc<RefCell<Ledger>>,
    pub(super) disk: Rc<RefCell<Disk>>,
    pub(super) disk_faults: Rc<Flag<u64>>,
    pub(super) directory: RefCell<Directory<Rc<NodeCell>>>,
    pub(super) config: RegistrarConfig,
    pub(super) session_config: Arc<SessionConfig>,
    pub(super) is_durable: bool,
    pub(super) operations: RefCell<VecDeque<(Rc<NodeCell>, StoreOperation)>>,
    pub(super) blocked: RefCell<Vec<Rc<NodeCell>>>,
    pub(super) delegated: RefCell<VecDeque<Rc<NodeCell>>>,
    pub(super) watch: Flag<Option<TaskId>>,
    pub(super) has_news: Flag<bool>,
    pub(super) is_over: Flag<bool>,
    /// All cells there were, for a look at the end.
    pub(super) cells: RefCell<Vec<Rc<NodeCell>>>,
    pub(super) seqs: RefCell<std::collections::BTreeMap<u64, usize>>,
    pub(super) late_answers: RefCell<Vec<onem2m_ws::IncomingId>>,
    pub(super) unanswered: RefCell<Vec<onem2m_ws::IncomingId>>,
    pub(super) wire_log: RefCell<super::connection::WireLog>,
    pub(super) is_storing: Flag<bool>,
    pub(super) has_deregistered: Flag<bool>,
    pub(super) fault: Option<Fault>,
}

#[derive(Default)]
struct Aftermath {
    answers: Vec<(Ticket, End)>,
    events: Vec<RegistrarEvent>,
    errands: Vec<Rc<NodeCell>>,
}

/// What putting a node back comes to, for the task of its connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum PutBack {
    Asleep,
    Awake,
    Changed,
}

/// Custody as a value: where it is dropped something was unwound.
pub(super) struct Guard {
    shared: Rc<Shared>,
    cell: Rc<NodeCell>,
    custody: Option<Custody<Ticket>>,
    now: Timestamp,
}

impl Guard {
    pub(super) fn new(
        shared: &Rc<Shared>,
        cell: &Rc<NodeCell>,
        custody: Custody<Ticket>,
        now: Timestamp,
    ) -> Self {
        cell.hands.set(cell.hands.get() + 1);
        assert_eq!(cell.hands.get(), 1, "C2: a session is in two hands");
        Self {
            shared: Rc::clone(shared),
            cell: Rc::clone(cell),
            custody: Some(custody),
            now,
        }
    }

    pub(super) const fn now(&self) -> Timestamp {
        self.now
    }

    pub(super) fn node(&mut self) -> &mut Node<Ticket> {
        &mut self.custody.as_mut().expect("it has custody").node
    }

    fn next_command(&mut self) -> Option<Command<Ticket>> {
        self.custody
            .as_mut()
            .expect("it has custody")
            .commands
            .pop_front()
    }

    /// Ends the guard: the node is put back by other means.
    pub(super) fn release(mut self) -> Custody<Ticket> {
        self.cell.hands.set(self.cell.hands.get() - 1);
        self.custody.take().expect("it has custody")
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let Some(mut custody) = self.custody.take() else {
            return;
        };
        self.cell.hands.set(self.cell.hands.get() - 1);
        if self.shared.executor.is_over() {
            return;
        }
        self.cell.hands.set(self.cell.hands.get() + 1);
        let holder = custody.node.connection();
        match (self.shared.fault, holder) {
            (Some(Fault::UnwindsAsUnwritten), Some((id, _))) => custody.node.release(self.now, id),
            _ => custody.node.abandon(self.now),
        }
        let (shared, cell) = (Rc::clone(&self.shared), Rc::clone(&self.cell));
        self.shared.executor.spawn(Kind::Call, async move {
            cell.hands.set(cell.hands.get() - 1);
            shared.put_back_unfinished(&cell, custody).await;
        });
    }
}

impl Shared {
    pub(super) fn wake_all(&self, wakers: Wakers<TaskId>) {
        wakers
            .wake
            .into_iter()
            .for_each(|id| self.executor.wake(id));
    }

    /// One section under the lock of a cell.
    pub(super) async fn with<O>(
        &self,
        cell: &NodeCell,
        section: impl FnOnce(&mut Cell<Ticket, TaskId>, &mut Wakers<TaskId>) -> O,
    ) -> O {
        self.executor.step().await;
        let mut wakers = Wakers::default();
        let result = section(&mut cell.cell.borrow_mut(), &mut wakers);
        self.executor.step().await;
        self.wake_all(wakers);
        result
    }

    pub(super) fn disk_fails(&self) -> bool {
        self.executor.chance(self.disk_faults.get())
    }

    pub(super) async fn cell_of(&self, identity: &Identity) -> Result<Rc<NodeCell>, TooMany> {
        self.executor.step().await;
        let now = self.executor.now();
        let mut directory = self.directory.borrow_mut();
        let (_, cell) = directory.find_or_make(identity, |number, prefix| {
            let config = Arc::clone(&self.session_config);
            let mut node = Node::new(number, config, prefix, identity.clone(), self.is_durable);
            node.set_wall_clock(now, super::since_unix_epoch(now));
            let cell = Cell::new(
                Box::new(node),
                &self.session_config,
                self.config.max_handlers_per_node,
            );
            let cell = Rc::new(NodeCell {
                cell: RefCell::new(cell),
                forward: OnceCell::new(),
                hands: Flag::new(0),
            });
            self.cells.borrow_mut().push(Rc::clone(&cell));
            cell
        })?;
        Ok(Rc::clone(cell))
    }

    pub(super) async fn registered_cell(&self, entity: &str) -> Option<Rc<NodeCell>> {
        self.executor.step().await;
        let directory = self.directory.borrow();
        let (place, cell) = directory.place(entity)?;
        place.is_registered.then(|| Rc::clone(cell))
    }

    /// Appends to the line, wherever the node lives.
    pub(super) async fn append_to(
        &self,
        cell: &Rc<NodeCell>,
        mut command: Command<Ticket>,
    ) -> Result<Option<Rc<NodeCell>>, Command<Ticket>> {
        let mut cell = cell;
        loop {
            match self.with(cell, |cell, _| cell.append(command)).await {
                Ok(Appended { wake, is_errand }) => {
                    if let Some(task) = wake {
                        self.executor.wake(task);
                    }
                    return Ok(is_errand.then(|| Rc::clone(cell)));
                }
                Err(refused) => match cell.forward() {
                    Some(forward) => (cell, command) = (forward, refused),
                    None => return Err(refused),
                },
            }
        }
    }

    pub(super) async fn append(self: &Rc<Self>, cell: &Rc<NodeCell>, command: Command<Ticket>) {
        match self.append_to(cell, command).await {
            Ok(None) => {}
            Ok(Some(cell)) => self.run_errand(&cell, By::Errand).await,
            Err(command) => self.fail(command).await,
        }
    }

    async fn fail(&self, command: Command<Ticket>) {
        match command {
            Command::Request(submission) => self.route(*submission).await,
            Command::Adopt(_, adopted) => self.finish(adopted.into_ticket().1, End::Unknown),
            Command::Load(loaded) => self.finish(loaded.ticket, End::Unknown),
            _ => {}
        }
    }

    pub(super) fn finish(&self, ticket: Ticket, end: End) {
        let task = self.ledger.borrow_mut().ended(ticket, end);
        if let Some(task) = task {
            self.executor.wake(task);
        }
    }

    async fn route(&self, mut submission: Submission<Ticket>) {
        loop {
            let Some(cell) = self.registered_cell(&submission.entity).await else {
                return self.finish(submission.ticket, End::Never);
            };
            self.rehome(submission.ticket, &cell);
            match self
                .append_to(&cell, Command::Request(Box::new(submission)))
                .await
            {
                Ok(None) => return,
                Ok(Some(cell)) => return self.delegate(&cell),
                Err(Command::Request(refused)) => submission = *refused,
                Err(_) => panic!("the command that was given comes back"),
            }
        }
    }

    fn rehome(&self, ticket: Ticket, cell: &Rc<NodeCell>) {
        let mut ledger = self.ledger.borrow_mut();
        let entry = &mut ledger.entries[ticket];
        entry.home = Some(Rc::clone(cell));
        entry.has_moved = true;
    }

    pub(super) fn delegate(&self, cell: &Rc<NodeCell>) {
        self.delegated.borrow_mut().push_back(Rc::clone(cell));
        self.wake_watch();
    }

    pub(super) fn wake_watch(&self) {
        self.has_news.set(true);
        if let Some(task) = self.watch.get() {
            self.executor.wake(task);
        }
    }

    pub(super) async fn run_errand(self: &Rc<Self>, cell: &Rc<NodeCell>, by: By) {
        let mut errands = vec![Rc::clone(cell)];
        let mut by = by;
        while let Some(cell) = errands.pop() {
            let checked_out = self
                .with(&cell, |cell, wakers| cell.check_out(by, None, wakers))
                .await;
            if let CheckOut::Custody(custody) = checked_out {
                let guard = Guard::new(self, &cell, custody, self.executor.now());
                self.put_back(guard, None, &mut errands).await;
            }
            by = By::Errand;
        }
    }

    pub(super) async fn check_in(
        self: &Rc<Self>,
        guard: Guard,
        waiting: Option<(ConnectionId, TaskId)>,
    ) -> PutBack {
        let mut errands = Vec::new();
        let put_back = self.put_back(guard, waiting, &mut errands).await;
        for cell in errands {
            self.run_errand(&cell, By::Errand).await;
        }
        put_back
    }

    async fn put_back(
        self: &Rc<Self>,
        mut guard: Guard,
        mut waiting: Option<(ConnectionId, TaskId)>,
        errands: &mut Vec<Rc<NodeCell>>,
    ) -> PutBack {
        let (cell, now) = (Rc::clone(&guard.cell), guard.now);
        let mut aftermath = Aftermath::default();
        let mut put_back = PutBack::Awake;
        for round in 0.. {
            let is_last = round == MAX_ROUNDS;
            self.carry_out(&mut guard, now, &mut aftermath).await;
            self.executor.step().await;
            let custody = guard.release();
            if is_last {
                self.put_back_unfinished(&cell, custody).await;
                put_back = PutBack::Changed;
                break;
            }
            let mut wakers = Wakers::default();
            let checked_in = cell
                .cell
                .borrow_mut()
                .check_in(custody, waiting, &mut wakers);
            match checked_in {
                CheckIn::Done { is_held, is_parked } => {
                    self.executor.step().await;
                    self.wake_all(wakers);
                    if is_held {
                        put_back = PutBack::Asleep;
                    }
                    if is_parked {
                        self.forget(&cell).await;
                    }
                    break;
                }
                CheckIn::Again(custody) => {
                    self.wake_all(wakers);
                    (waiting, put_back) = (None, PutBack::Changed);
                    guard = Guard::new(self, &cell, custody, now);
                }
                CheckIn::Dead(custody) => {
                    self.wake_all(wakers);
                    self.fail_all(*custody.node, custody.commands).await;
                    put_back = PutBack::Changed;
                    break;
                }
            }
        }
        for event in aftermath.events {
            self.tell(event);
        }
        for (ticket, end) in aftermath.answers {
            self.executor.step().await;
            self.finish(ticket, end);
        }
        errands.extend(aftermath.errands);
        put_back
    }

    pub(super) async fn put_back_unfinished(&self, cell: &Rc<NodeCell>, custody: Custody<Ticket>) {
        let back = self
            .with(cell, |cell, wakers| {
                cell.put_back_unfinished(custody, wakers)
            })
            .await;
        match back {
            None => self.delegate(cell),
            Some(custody) => self.fail_all(*custody.node, custody.commands).await,
        }
    }

    pub(super) async fn carry_out_line(&self, guard: &mut Guard, now: Timestamp) {
        while let Some(command) = guard.next_command() {
            self.executor.step().await;
            let mut directory = self.directory.borrow_mut();
            guard
                .node()
                .carry_out(now, command, &self.config, &mut *directory);
        }
    }

    async fn carry_out(&self, guard: &mut Guard, now: Timestamp, aftermath: &mut Aftermath) {
        self.carry_out_line(guard, now).await;
        let number = guard.node().number();
        while let Some(effect) = guard.node().poll_effect() {
            self.executor.step().await;
            self.take_effect(number, effect, aftermath).await;
        }
        if self.is_durable {
            while guard.node().has_store_operations() {
                self.executor.step().await;
                if self.operations.borrow().len() >= self.config.max_store_queue {
                    self.blocked.borrow_mut().push(Rc::clone(&guard.cell));
                    break;
                }
                let next_seq = || self.directory.borrow_mut().next_seq();
                let Some(operation) = guard.node().poll_store(next_seq) else {
                    break;
                };
                self.note_seq(&operation);
                self.operations
                    .borrow_mut()
                    .push_back((Rc::clone(&guard.cell), operation));
                self.wake_watch();
            }
        }
        let node = guard.node();
        let until = node
            .connection()
            .is_none()
            .then(|| node.session().poll_timeout())
            .flatten();
        if node.note_parked(until) {
            self.executor.step().await;
            self.directory.borrow_mut().park(number, until);
            self.wake_watch();
        }
    }

    fn note_seq(&self, operation: &StoreOperation) {
        if let StoreOperation::Put(put) = operation {
            let number = put.request.content.as_ref().and_then(super::ledger::number);
            let number = number.expect("each request has a number");
            let former = self.seqs.borrow_mut().insert(put.seq, number);
            assert!(
                former.is_none_or(|former| former == number),
                "C9: two requests under one seq"
            );
            let other = self
                .seqs
                .borrow()
                .iter()
                .any(|(seq, other)| *seq != put.seq && *other == number);
            assert!(!other, "C9: request {number} was put under a second seq");
        }
    }

    async fn take_effect(&self, number: u64, effect: Effect<Ticket>, aftermath: &mut Aftermath) {
        match effect {
            Effect::Ended {
                ticket, outcome, ..
            } => {
                // From here on the store may forget it.
                self.ledger.borrow_mut().entries[ticket].is_stored = false;
                aftermath.answers.push((ticket, end_of(&outcome)));
            }
            Effect::NotTaken { ticket, error, .. } => {
                aftermath.answers.push((ticket, end_of_error(&error)))
            }
            Effect::Elsewhere(submission) => self.route(*submission).await,
            Effect::Moved { entity, from } => {
                self.executor.step().await;
                let former = self.directory.borrow().node(from).map(Rc::clone);
                if let Some(former) = former {
                    let appended = self.append_to(&former, Command::Surrender(entity)).await;
                    aftermath.errands.extend(appended.ok().flatten());
                }
            }
            Effect::Surrendered { entity, requests } => {
                for adopted in requests {
                    self.adopt(&entity, adopted, aftermath).await;
                }
            }
            Effect::StoreElsewhere { entity, answer } => {
                self.executor.step().await;
                let cell = self
                    .directory
                    .borrow()
                    .place(&entity)
                    .map(|(_, cell)| Rc::clone(cell));
                if let Some(cell) = cell
                    && cell.number() != number
                {
                    let appended = self.append_to(&cell, Command::Store(entity, answer)).await;
                    aftermath.errands.extend(appended.ok().flatten());
                }
            }
            Effect::Event(event) => aftermath.events.push(event),
            effect => panic!("an effect that nobody sees to: {effect:?}"),
        }
    }

    async fn adopt(&self, entity: &str, adopted: Adopted<Ticket>, aftermath: &mut Aftermath) {
        self.executor.step().await;
        let cell = self
            .directory
            .borrow()
            .place(entity)
            .map(|(_, cell)| Rc::clone(cell));
        let Some(cell) = cell else {
            let (_, ticket) = adopted.into_ticket();
            return aftermath.answers.push((ticket, End::Never));
        };
        self.rehome(*adopted.ticket(), &cell);
        match self
            .append_to(&cell, Command::Adopt(entity.into(), Box::new(adopted)))
            .await
        {
            Ok(errand) => aftermath.errands.extend(errand),
            Err(command) => self.fail(command).await,
        }
    }

    fn tell(&self, event: RegistrarEvent) {
        match event {
            RegistrarEvent::Stored { id } => self.note_stored(id),
            RegistrarEvent::Deregistered { .. } => self.has_deregistered.set(true),
            RegistrarEvent::LateAnswer { id } => self.late_answers.borrow_mut().push(id),
            RegistrarEvent::Unanswered { id } => self.unanswered.borrow_mut().push(id),
            _ => {}
        }
    }

    fn note_stored(&self, id: RequestId) {
        let mut ledger = self.ledger.borrow_mut();
        let entry = ledger
            .entries
            .iter_mut()
            .rev()
            .find(|entry| entry.id == Some(id));
        if let Some(entry) = entry {
            entry.is_stored = true;
        }
    }

    pub(super) async fn fail_all(&self, node: Node<Ticket>, line: VecDeque<Command<Ticket>>) {
        for command in line {
            match command {
                Command::Request(submission) => self.finish(submission.ticket, End::Unknown),
                command => self.fail(command).await,
            }
        }
        for (_, ticket) in node.into_tickets() {
            self.finish(ticket, End::Unknown);
        }
    }

    pub(super) async fn forget(&self, cell: &Rc<NodeCell>) {
        self.executor.step().await;
        let mut wakers = Wakers::default();
        {
            let mut directory = self.directory.borrow_mut();
            let node = cell.cell.borrow_mut().forget(&mut wakers);
            if let Some(node) = node {
                let name = node.identity().name().map(String::from);
                directory.forget(node.number(), name.as_deref());
            }
        }
        self.wake_all(wakers);
    }

    pub(super) async fn close_all(&self) {
        self.is_over.set(true);
        self.executor.step().await;
        let cells: Vec<_> = self.directory.borrow_mut().drain().collect();
        for cell in cells {
            let (node, line) = self.with(&cell, |cell, wakers| cell.close(wakers)).await;
            match node {
                Some(node) => self.fail_all(*node, line).await,
                None => {
                    for command in line {
                        self.fail(command).await;
                    }
                }
            }
        }
        self.wake_watch();
    }

    /// The connection of an unknown node moves to the node that it has proved to be.
    pub(super) async fn move_to_known(
        self: &Rc<Self>,
        mut guard: Guard,
        own: &Rc<NodeCell>,
        proof: onem2m_ws::cells::Proof,
    ) -> Rc<NodeCell> {
        self.executor.step().await;
        let now = self.executor.now();
        let known = {
            let directory = self.directory.borrow();
            directory
                .place(proof.originator())
                .map(|(_, cell)| Rc::clone(cell))
        };
        let Some(known) = known else {
            guard.node().take_back(proof);
            self.check_in(guard, None).await;
            return Rc::clone(own);
        };
        let claim: Claim = guard
            .node()
            .leave(now, proof)
            .expect("what proves has come over the connection");
        match self
            .append_to(&known, Command::Claim(Box::new(claim)))
            .await
        {
            Ok(_) => {
                self.executor.step().await;
                own.forward
                    .set(Rc::clone(&known))
                    .expect("a node is found to be another once");
                self.executor.step().await;
                let number = own.number();
                self.directory.borrow_mut().forget(number, None);
                let line = self.with(own, |cell, wakers| cell.retire(wakers)).await;
                let custody = guard.release();
                let lost = if self.fault == Some(Fault::LosesLine) {
                    usize::MAX
                } else {
                    0
                };
                for command in custody.commands.into_iter().chain(line).skip(lost) {
                    self.append(&known, command).await;
                }
                known
            }
            Err(Command::Claim(claim)) => {
                guard.node().come_back(now, *claim);
                self.check_in(guard, None).await;
                Rc::clone(own)
            }
            Err(_) => panic!("the command that was given comes back"),
        }
    }
}

/// Rounds of carrying out what was asked meanwhile, before the node is put back all the same.
const MAX_ROUNDS: u32 = 8;
