//! Cells and custody in a world where every lock section is a step: the real [`Cell`](onem2m_ws::cells::Cell),
//! [`Directory`] and [`Node`](onem2m_ws::cells::Node) as plain values, real sessions and
//! connections, and the rules of the driver written out as steps of simulated tasks. Custody is a value that a task holds while
//! others act, so each interleaving of lock sections is a seed, without threads.
#![expect(
    clippy::wildcard_enum_match_arm,
    clippy::large_enum_variant,
    clippy::type_complexity,
    reason = "a world names what it watches for, and lives on the heap of one test"
)]

mod asking;
mod connection;
mod executor;
mod ledger;
mod peer;
mod registrar;
mod store;

use core::cell::{Cell as Flag, RefCell};
use core::time::Duration;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use onem2m_ws::cells::{By, Claim, Command, Directory, Loaded, Names};
use onem2m_ws::{Admission, Identity, RegistrarConfig, SessionConfig, StoredRequest, Subprotocol};
use onem2m_ws_core::{CloseCode, CloseFrame, Config, Connection, Inbox, Role, Seed, Timestamp};

use crate::simulation::{Random, Report};
use connection::{OpenConnection, WireLog};
use executor::{Executor, Kind};
use ledger::{End, Ledger};
use peer::Wire;
use registrar::Shared;
use store::Disk;

/// The time of day when the clock stands at zero.
const MIDNIGHT: Duration = Duration::from_secs(1_700_000_000);

fn since_unix_epoch(now: Timestamp) -> Duration {
    MIDNIGHT + now.since_epoch()
}

/// What a task may do wrong, to see that a world finds it. What cells, nodes and sessions may do wrong is planted in their
/// source.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// The session hears what the transport took only in the next poll.
    TellsLate,
    /// A task that has lost the node goes on writing.
    WritesOn,
    /// A future that is dropped takes nothing out of the line.
    CancelsBlindly,
    /// After an unwind, what the session was not told of counts as unwritten.
    UnwindsAsUnwritten,
    /// The line of a node that was found to be another is lost.
    LosesLine,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::TellsLate,
        Self::WritesOn,
        Self::CancelsBlindly,
        Self::UnwindsAsUnwritten,
        Self::LosesLine,
    ];
}

/// Runs one world to its end.
///
/// # Panics
///
/// An invariant does not hold; the message names it.
#[must_use]
pub fn run(seed: u64) -> Report {
    run_with(seed, None)
}

/// As [`run`], with tasks that do something wrong.
///
/// # Panics
///
/// As [`run`].
#[must_use]
pub fn run_with(seed: u64, fault: Option<Fault>) -> Report {
    let mut world = World::new(seed, fault);
    world.live();
    world.end()
}

struct World {
    executor: Rc<Executor>,
    ledger: Rc<RefCell<Ledger>>,
    disk: Rc<RefCell<Disk>>,
    disk_faults: Rc<Flag<u64>>,
    config: RegistrarConfig,
    is_durable: bool,
    shared: Rc<Shared>,
    wires: Vec<Rc<Wire>>,
    all_wires: Vec<Rc<Wire>>,
    entities: Vec<String>,
    has_unknown: bool,
    moves: bool,
    faults: [u64; 6],
    connections: u64,
    number: usize,
}

impl World {
    fn new(seed: u64, fault: Option<Fault>) -> Self {
        let mut random = Random::new(seed ^ 0x00c0_ffee);
        let session = SessionConfig {
            max_requests: random.pick(&[1, 2, 4, 64]),
            max_incoming: random.pick(&[2, 64]),
            delivery_timeout: Duration::from_secs(random.pick(&[2, 30])),
            response_timeout: Duration::from_secs(random.pick(&[1, 10])),
            answer_timeout: Duration::from_secs(20),
            drain_timeout: Duration::from_secs(5),
            max_taken: random.pick(&[1, 32]),
            max_unended: if seed.is_multiple_of(3) { 1 } else { 256 },
            ..SessionConfig::default()
        };
        let mut config = RegistrarConfig::default();
        config.session = session;
        config.trusted_network = true;
        // Then unknown nodes have requests under way before one of them proves who they are.
        config.allows_unregistered = !seed.is_multiple_of(2);
        config.max_store_queue = random.pick(&[1, 4, 256]);
        config.max_handlers_per_node = random.pick(&[1, 16]);
        let is_durable = random.chance(60);
        let count = 1 + random.below(2);
        let entities = (0..count).map(|number| format!("C{number}")).collect();
        let has_unknown = random.chance(50);
        let moves = has_unknown && random.chance(50);
        let mut faults = [0; 6];
        for fault in &mut faults {
            *fault = if random.chance(50) {
                1 + random.below(6)
            } else {
                0
            };
        }
        let executor = Rc::new(Executor::new(random));
        let ledger = Rc::new(RefCell::new(Ledger::default()));
        ledger.borrow_mut().moves = has_unknown || moves;
        let disk = Rc::new(RefCell::new(Disk::default()));
        let disk_faults = Rc::new(Flag::new(if executor.chance(30) { 10 } else { 0 }));
        let shared = shared(
            &executor,
            &ledger,
            &disk,
            &disk_faults,
            config.clone(),
            is_durable,
            fault,
        );
        let mut world = Self {
            executor,
            ledger,
            disk,
            disk_faults,
            config,
            is_durable,
            shared,
            wires: Vec::new(),
            all_wires: Vec::new(),
            entities,
            has_unknown,
            moves,
            faults,
            connections: 0,
            number: 0,
        };
        world.start();
        world
    }

    /// A process starts, with what the store has kept.
    fn start(&mut self) {
        let shared = Rc::clone(&self.shared);
        let kept: Vec<StoredRequest> = self.disk.borrow().kept.values().cloned().collect();
        let entities = self.entities.clone();
        let moves = self.moves || self.has_unknown;
        self.executor.spawn(Kind::Call, async move {
            for stored in kept {
                load(&shared, stored, moves).await;
            }
            for entity in entities {
                if shared.executor.chance(70) {
                    restore(&shared, &entity, Identity::Claimed(entity.clone())).await;
                }
            }
        });
        while self.executor.run_one() {}
        let shared = Rc::clone(&self.shared);
        let id = self.executor.current_id();
        self.executor.spawn(Kind::Watch, watch(shared));
        self.shared.watch.set(Some(id));
    }

    fn crash(&mut self) {
        self.executor.crash();
        self.wires.clear();
        self.all_wires.clear();
        self.ledger.borrow_mut().crash();
        self.shared = shared(
            &self.executor,
            &self.ledger,
            &self.disk,
            &self.disk_faults,
            self.config.clone(),
            self.is_durable,
            self.shared.fault,
        );
        self.start();
    }

    fn live(&mut self) {
        for _ in 0..40 + self.executor.below(120) {
            self.act();
            for _ in 0..self.executor.below(60) {
                if !self.executor.run_one() {
                    self.check_rest();
                    break;
                }
            }
            if self.executor.chance(10) {
                let wait = Duration::from_millis(
                    u64::try_from(self.executor.below(1500)).expect("it fits"),
                );
                self.executor
                    .advance(self.executor.now().saturating_add(wait));
            }
        }
    }

    fn end(mut self) -> Report {
        self.disk_faults.set(0);
        let end = self
            .executor
            .now()
            .saturating_add(Duration::from_secs(7200));
        // By then an answer that was lost is missed.
        let answered = self.config.session.answer_timeout + Duration::from_secs(5);
        let answered = self.executor.now().saturating_add(answered);
        self.settle();
        while let Some(next) = self.executor.next_deadline().filter(|next| *next <= end) {
            self.executor.advance(next);
            self.settle();
            if self.executor.now() >= answered && self.is_at_rest() {
                break;
            }
        }
        self.check_rest();
        self.check_answers();
        self.ledger.borrow().check_end();
        let ledger = self.ledger.borrow();
        let report = Report {
            connections: self.connections,
            requests: u64::try_from(ledger.entries.len()).expect("it fits"),
            responses: ledger.answered,
            trace: self.executor.steps.get(),
        };
        drop(ledger);
        // Tasks hold what holds them.
        self.executor.crash();
        report
    }

    fn is_at_rest(&self) -> bool {
        let ledger = self.ledger.borrow();
        let is_over =
            |entry: &ledger::Entry| entry.end.is_some() || entry.is_given_up || entry.is_orphan;
        ledger.entries.iter().all(is_over) && self.executor.is_between_polls()
    }

    fn settle(&mut self) {
        for _ in 0..200_000 {
            if !self.executor.run_one() {
                self.check_rest();
                return;
            }
        }
        panic!("it does not come to rest");
    }

    /// Nobody can do anything now: then nobody waits for anybody.
    fn check_rest(&self) {
        if self.executor.is_between_polls() {
            for wire in &self.wires {
                let Some(task) = wire.task.get().filter(|task| self.executor.is_kept(*task)) else {
                    continue;
                };
                if let Some((id, cell)) = &*wire.held.borrow()
                    && wire.is_claimed.get()
                {
                    let levels = cell.cell.borrow().levels().clone();
                    let holder = levels.connection.map(|(id, _)| id);
                    assert_eq!(
                        holder,
                        Some(*id),
                        "C7: {task:?} waits for its node: {cell:?}"
                    );
                }
            }
        }
        for cell in &*self.shared.cells.borrow() {
            let text = format!("{cell:?}");
            if !self.executor.is_between_polls() {
                // Somebody waits within a poll: for the store, or for its application.
                continue;
            }
            assert!(
                !cell.is_out(),
                "C7: a session is kept between polls: {text}"
            );
            assert!(
                !text.contains("is_out: true") || text.contains("Dead"),
                "C7: a session is kept between polls: {text}"
            );
            let is_parked = text.contains("Parked");
            assert!(
                !is_parked || text.contains("line: 0") || self.shared.is_over.get(),
                "C7: nobody carries out the line of a node without a connection: {text}"
            );
        }
    }

    /// What the application answered in time has not come too late.
    fn check_answers(&self) {
        let log = self.shared.wire_log.borrow();
        for id in &*self.shared.unanswered.borrow() {
            assert!(
                !log.timely.contains(id),
                "an answer that was given in time was lost: {id:?}"
            );
        }
        // A node whose last entity has gone, and which has no connection, ends with all that is under way.
        if !self.shared.has_deregistered.get() && self.config.session.max_incoming >= 64 {
            for id in &*self.shared.late_answers.borrow() {
                assert!(
                    !log.timely.contains(id),
                    "a request of the peer was lost before it was answered: {id:?}"
                );
            }
        }
        for wire in &self.all_wires {
            if let Some((id, cell)) = &*wire.held.borrow()
                && wire.is_let_go.get()
            {
                let gone = cell.cell.borrow_mut().take_gone(*id);
                assert!(gone.is_none(), "what {id:?} left behind is kept: {gone:?}");
            }
        }
    }

    fn act(&mut self) {
        let executor = Rc::clone(&self.executor);
        let entity = self.entities[executor.below(self.entities.len())].clone();
        match executor.below(100) {
            0..22 => self.ask(&entity),
            22..40 => self.post(&entity),
            40..50 => self.open(&entity),
            50..80 => self.peer_acts(),
            80..83 => {
                executor.drop_one(Kind::Asking);
            }
            83..86 => self.handle_acts(&entity),
            86..88 if self.moves => {
                let cell = {
                    let cells = self.shared.cells.borrow();
                    (!cells.is_empty()).then(|| Rc::clone(&cells[executor.below(cells.len())]))
                };
                let shared = Rc::clone(&self.shared);
                if let Some(cell) = cell {
                    executor.spawn(Kind::Call, async move {
                        shared.append(&cell, Command::Register(entity)).await;
                    });
                }
            }
            _ => self.break_something(),
        }
    }

    fn break_something(&mut self) {
        let executor = Rc::clone(&self.executor);
        let fault = executor.below(6);
        if !executor.chance(self.faults[fault] * 10) {
            return;
        }
        match fault {
            0 => drop(executor.drop_one(Kind::Connection)),
            1 => drop(executor.freeze_one(Kind::Connection)),
            2 => {
                // Bytes were taken of which nobody knows yet: that does not last.
                for _ in 0..80 {
                    if executor.unwind_one() || !executor.run_one() {
                        break;
                    }
                }
            }
            3 => {
                if let Some(wire) = self.wire() {
                    wire.cut(&executor);
                }
            }
            4 if self.is_durable => self.crash(),
            5 if executor.chance(10) => {
                let shared = Rc::clone(&self.shared);
                executor.spawn(Kind::Call, async move { shared.close_all().await });
            }
            _ => {}
        }
    }

    fn wire(&mut self) -> Option<Rc<Wire>> {
        self.wires.retain(|wire| !wire.is_let_go.get());
        (!self.wires.is_empty())
            .then(|| Rc::clone(&self.wires[self.executor.below(self.wires.len())]))
    }

    fn peer_acts(&mut self) {
        let executor = Rc::clone(&self.executor);
        let Some(wire) = self.wire() else { return };
        self.number += 1;
        let entity = wire.name.clone();
        match executor.below(100) {
            0..60 => {
                let response = wire.answers.borrow_mut().pop();
                let Some(response) = response else { return };
                let other = self
                    .wire()
                    .filter(|other| other.name == entity && executor.chance(30));
                other.unwrap_or(wire).answer(&executor, response);
            }
            60..78 if self.config.allows_unregistered && executor.chance(70) => {
                // Requests for somebody who has not registered are under way when it proves who it is.
                for _ in 0..1 + executor.below(4) {
                    wire.ask(&executor, self.number, "Cnobody");
                    self.number += 1;
                }
                for _ in 0..executor.below(120) {
                    executor.run_one();
                }
                wire.ask(&executor, self.number, &entity);
            }
            60..78 => wire.ask(&executor, self.number, &entity),
            78..90 => wire.register(&executor, self.number, &entity),
            90..92 => wire.deregister(&executor, self.number, &entity),
            92..95 => wire.close(&executor),
            _ => wire.cut(&executor),
        }
    }

    fn handle_acts(&mut self, entity: &str) {
        let shared = Rc::clone(&self.shared);
        let entity = entity.to_owned();
        let what = self.executor.below(4);
        self.executor.spawn(Kind::Call, async move {
            let Some(cell) = shared.registered_cell(&entity).await else {
                return;
            };
            match what {
                0 => {
                    let frame = CloseFrame::new(CloseCode::NORMAL, "for a while");
                    shared.append(&cell, Command::Disconnect(frame)).await;
                }
                1 => shared.append(&cell, Command::Deregister(entity)).await,
                2 => shared.append(&cell, Command::Expire).await,
                _ => shared.forget(&cell).await,
            }
        });
    }

    fn post(&mut self, entity: &str) {
        let number = self.ledger.borrow_mut().new_entry(entity);
        let shared = Rc::clone(&self.shared);
        self.executor
            .spawn(Kind::Call, asking::post(shared, number, entity.to_owned()));
    }

    fn ask(&mut self, entity: &str) {
        let number = self.ledger.borrow_mut().new_entry(entity);
        let shared = Rc::clone(&self.shared);
        let me = self.executor.current_id();
        self.executor.spawn(
            Kind::Asking,
            asking::ask(shared, number, entity.to_owned(), me),
        );
    }

    fn open(&mut self, entity: &str) {
        let identity = if self.has_unknown && self.executor.chance(60) {
            Identity::Unknown
        } else {
            Identity::Claimed(entity.to_owned())
        };
        let (seed, other) = {
            let mut random = self.executor.random.borrow_mut();
            (random.seed(), random.seed())
        };
        let now = self.executor.now();
        let peer = Connection::new(Role::Client, Config::default(), Seed(seed), now);
        let connection = Connection::new(Role::Server, Config::default(), Seed(other), now);
        let wire = Rc::new(Wire::new(entity, peer));
        self.wires.push(Rc::clone(&wire));
        self.all_wires.push(Rc::clone(&wire));
        self.connections += 1;
        let shared = Rc::clone(&self.shared);
        self.executor.spawn(Kind::Call, async move {
            if shared.is_over.get() {
                return wire.let_go();
            }
            let Ok(cell) = shared.cell_of(&identity).await else {
                return wire.let_go();
            };
            shared.executor.step().await;
            let opened = shared.directory.borrow_mut().open_connection();
            let Ok(id) = opened else {
                return wire.let_go();
            };
            let admission = Admission::new(identity, Subprotocol::JSON);
            let claim = Claim::new(id, connection, admission);
            let executor = Rc::clone(&shared.executor);
            let me = executor.current_id();
            wire.task.set(Some(me));
            let open = OpenConnection {
                shared,
                cell,
                id,
                wire,
                is_claimed: false,
                inbox: Inbox::new(),
                requests: Vec::new(),
                has_eof: false,
                untold: 0,
            };
            executor.spawn(Kind::Connection, connection::drive(open, claim, me));
        });
    }
}

fn shared(
    executor: &Rc<Executor>,
    ledger: &Rc<RefCell<Ledger>>,
    disk: &Rc<RefCell<Disk>>,
    disk_faults: &Rc<Flag<u64>>,
    config: RegistrarConfig,
    is_durable: bool,
    fault: Option<Fault>,
) -> Rc<Shared> {
    let mut seed = [0; 8];
    seed.copy_from_slice(&executor.random.borrow_mut().seed()[..8]);
    Rc::new(Shared {
        executor: Rc::clone(executor),
        ledger: Rc::clone(ledger),
        disk: Rc::clone(disk),
        disk_faults: Rc::clone(disk_faults),
        directory: RefCell::new(Directory::new(&config, seed)),
        session_config: Arc::new(config.session),
        config,
        is_durable,
        fault,
        operations: RefCell::default(),
        blocked: RefCell::default(),
        delegated: RefCell::default(),
        watch: Flag::new(None),
        has_news: Flag::new(false),
        is_over: Flag::new(false),
        is_storing: Flag::new(false),
        has_deregistered: Flag::new(false),
        cells: RefCell::default(),
        seqs: RefCell::new(BTreeMap::new()),
        late_answers: RefCell::default(),
        unanswered: RefCell::default(),
        wire_log: RefCell::new(WireLog::default()),
    })
}

async fn restore(
    shared: &Rc<Shared>,
    entity: &str,
    identity: Identity,
) -> Option<Rc<registrar::NodeCell>> {
    loop {
        if let Some(cell) = shared.registered_cell(entity).await {
            return Some(cell);
        }
        let cell = shared.cell_of(&identity).await.ok()?;
        let registration = Command::Register(entity.into());
        if let Ok(errand) = shared.append_to(&cell, registration).await {
            if let Some(errand) = errand {
                shared.run_errand(&errand, By::Errand).await;
                let place = shared.directory.borrow().find(entity);
                place.filter(|place| place.is_registered)?;
            }
            return Some(cell);
        }
    }
}

async fn load(shared: &Rc<Shared>, stored: StoredRequest, moves: bool) {
    shared.directory.borrow_mut().note_seq(stored.seq);
    let number = stored
        .request
        .content
        .as_ref()
        .and_then(ledger::number)
        .expect("each has a number");
    let cell = restore(shared, &stored.entity, stored.identity.clone())
        .await
        .expect("there is room");
    shared.seqs.borrow_mut().insert(stored.seq, number);
    {
        let mut ledger = shared.ledger.borrow_mut();
        let entry = &mut ledger.entries[number];
        if stored.was_taken {
            entry.is_unresolved = true;
            entry.end.get_or_insert(End::Unknown);
            return;
        }
        assert_eq!(
            entry.delivered, 0,
            "C9: request {number} was sent, and is not marked as taken: {entry:?}"
        );
        (entry.end, entry.is_given_up, entry.is_orphan) = (None, false, false);
        entry.has_moved = moves;
        // The store may keep more than there is room for: it has not heard of the end of some.
        entry.is_loaded = true;
    }
    let now = shared.executor.now();
    let left = stored
        .deadline
        .map(|deadline| deadline.saturating_sub(since_unix_epoch(now)));
    let id = shared.with(&cell, |cell, _| cell.next_request_id()).await;
    shared
        .ledger
        .borrow_mut()
        .admitted(number, id, cell.number(), &cell);
    let loaded = Loaded {
        id,
        entity: stored.entity.into(),
        seq: stored.seq,
        deadline: now.saturating_add(left.unwrap_or(shared.config.session.delivery_timeout)),
        request: stored.request,
        was_taken: false,
        ticket: number,
    };
    shared.append(&cell, Command::Load(Box::new(loaded))).await;
}

/// The task of the registrar.
async fn watch(shared: Rc<Shared>) {
    let executor = Rc::clone(&shared.executor);
    let mut watch_at = executor.now().saturating_add(Duration::from_secs(1));
    loop {
        if shared.is_over.get() {
            return;
        }
        let has_work =
            !shared.operations.borrow().is_empty() || !shared.blocked.borrow().is_empty();
        if has_work && !shared.is_storing.replace(true) {
            let shared = Rc::clone(&shared);
            executor.spawn(Kind::Call, async move {
                store::drive(Rc::clone(&shared)).await;
                shared.is_storing.set(false);
                shared.wake_watch();
            });
        }
        let now = executor.now();
        if now >= watch_at {
            watch_at = now.saturating_add(Duration::from_secs(1));
            let cells: Vec<_> = {
                let directory = shared.directory.borrow();
                directory
                    .nodes_from(0)
                    .map(|(_, cell)| Rc::clone(cell))
                    .collect()
            };
            for cell in cells {
                let (deadline, has_line) = shared
                    .with(&cell, |cell, _| (cell.levels().deadline, cell.has_line()))
                    .await;
                if has_line
                    || deadline.is_some_and(|deadline| {
                        now.saturating_since(deadline) >= Duration::from_secs(1)
                    })
                {
                    expire(&shared, &cell, By::Watch).await;
                }
            }
        }
        executor.step().await;
        let delegated = shared.delegated.borrow_mut().pop_front();
        if let Some(cell) = delegated {
            shared.run_errand(&cell, By::Watch).await;
            continue;
        }
        let parked = shared
            .directory
            .borrow_mut()
            .poll_parked(now)
            .map(|(_, cell)| Rc::clone(cell));
        if let Some(cell) = parked {
            expire(&shared, &cell, By::Errand).await;
            continue;
        }
        if shared.has_news.replace(false) {
            continue;
        }
        let parked = shared.directory.borrow().parked_timeout();
        executor
            .rest(Some(parked.map_or(watch_at, |parked| parked.min(watch_at))))
            .await;
    }
}

async fn expire(shared: &Rc<Shared>, cell: &Rc<registrar::NodeCell>, by: By) {
    if shared.append_to(cell, Command::Expire).await.is_ok() {
        shared.run_errand(cell, by).await;
    }
}
