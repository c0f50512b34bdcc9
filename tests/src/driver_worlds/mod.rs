//! The driver itself in worlds of faults: the real handles and tasks of a registrar and of registrees, the real pump, over
//! transports in memory and in virtual time. One executor polls the tasks that were woken, in any order that the seed gives.
//!
//! Everything hangs on the seed: [`run`] with the same one does the same, poll by poll.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a world names what it watches for"
)]

mod executor;
mod hub;
mod ledger;
mod plan;
mod registrar;
mod registree;
mod store;
mod wire;

use core::cell::RefCell;
use core::time::Duration;
use std::panic;
use std::sync::{Arc, Once};

use onem2m_ws_core::{CloseCode, CloseFrame};

use crate::simulation::{Random, Report};
use executor::{Executor, Kind};
use hub::{Hub, lock};
use ledger::End;
use plan::Faults;
use registrar::{Plan, Process, boxed, harm};
use registree::{PATIENCE, Slot, TURN};

/// Runs one world to its end.
///
/// # Panics
///
/// An invariant does not hold; the message names it, and what has happened before is written to standard error.
#[must_use]
pub fn run(seed: u64) -> Report {
    match check(seed) {
        Ok(report) => report,
        Err(_) => {
            let mut world = World::new(seed, true);
            let again = world.run();
            let trace = world.hub.take_trace();
            let last = trace.len().saturating_sub(LAST);
            let is_shown = |(index, line): &(usize, &String)| *index >= last || !is_bytes(line);
            let shown: Vec<_> = trace.iter().enumerate().filter(is_shown).collect();
            for (_, line) in &shown[shown.len().saturating_sub(TRACED)..] {
                eprintln!("{line}");
            }
            panic!("{again:?}");
        }
    }
}

/// As [`run`], without a word.
///
/// # Errors
///
/// The invariant that does not hold.
pub fn check(seed: u64) -> Result<Report, String> {
    hear_panics();
    World::new(seed, false).run()
}

fn is_bytes(line: &str) -> bool {
    line.contains(": read ") || line.contains(": wrote ")
}

/// Lines of the trace that are shown, and the last of them, among which are those about bytes.
const TRACED: usize = 600;
const LAST: usize = 40;

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Nodes contain panics, so whoever wants to hear of one has to listen where it begins.
fn hear_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let former = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            PANIC.with_borrow_mut(|slot| slot.get_or_insert_with(|| info.to_string()).len());
            former(info);
        }));
    });
}

struct World {
    hub: Hub,
    executor: Executor,
    plan: Plan,
    process: Option<Process>,
    slots: Vec<Slot>,
    faults: Faults,
    is_quiet: bool,
    has_spurious: bool,
    random: Random,
}

type Checked<T = ()> = Result<T, String>;

impl World {
    fn new(seed: u64, is_traced: bool) -> Self {
        let mut random = Random::new(seed ^ 0x0d41_7e55);
        let is_quiet = random.chance(20);
        let faults = if is_quiet {
            Faults::default()
        } else {
            Faults::new(&mut random)
        };
        let nature = plan::nature(&mut random, is_quiet);
        let (slots, restored) = plan::slots(&mut random, is_quiet);
        let entities: Arc<[_]> = slots.iter().map(|slot| Arc::clone(&slot.entity)).collect();
        let mut plan = plan::registrar(&mut random, entities, restored, is_quiet);
        if faults.freeze_serving > 0 {
            // Handlers of tasks that are not polled any more count for ever.
            let default = onem2m_ws::RegistrarConfig::default();
            plan.config.max_handlers = default.max_handlers;
            plan.config.max_handlers_per_node = default.max_handlers_per_node;
        }
        let hub = Hub::new(Random::new(random.next()), nature, is_traced);
        let executor = Executor::new(hub.clone(), random.chance(60));
        PANIC.set(None);
        Self {
            hub,
            executor,
            plan,
            process: None,
            slots,
            faults,
            is_quiet,
            has_spurious: random.chance(20),
            random,
        }
    }

    fn run(&mut self) -> Checked<Report> {
        self.start();
        if self.is_quiet {
            self.settle()?;
            let is_up = self.slots.iter().all(Slot::is_up);
            ensure(is_up, || "C7: not all are up and registered".into())?;
        }
        for _ in 0..20 + self.hub.below(60) {
            self.act()?;
            let steps = self.hub.below(40);
            self.run_some(steps)?;
        }
        self.end()?;
        let ledger = self.hub.ledger();
        let report = Report {
            connections: ledger.connections,
            requests: u64::try_from(ledger.entries.len()).expect("it fits"),
            responses: ledger.answered,
            trace: self.executor.steps,
        };
        drop(ledger);
        self.executor.drop_all(|_, _| true);
        self.check()?;
        Ok(report)
    }

    fn check(&self) -> Checked {
        if let Some(text) = PANIC.take() {
            return Err(format!("something panics: {text}"));
        }
        match self.hub.ledger().broken.take() {
            None => Ok(()),
            Some(text) => Err(text),
        }
    }

    fn run_some(&mut self, steps: usize) -> Checked {
        for _ in 0..steps {
            if !self.executor.run_one() {
                return self.check_rest();
            }
            self.check()?;
            if self.has_spurious && self.hub.chance(5) {
                self.executor.poll_any();
            }
        }
        self.check()
    }

    /// Runs until nothing more happens in the time that is now.
    fn settle(&mut self) -> Checked {
        for _ in 0..MAX_STEPS {
            if !self.executor.run_one() {
                return self.check_rest();
            }
            self.check()?;
        }
        Err(format!(
            "it does not come to rest: {:?}",
            self.executor.latest
        ))
    }

    /// Nobody can do anything now.
    fn check_rest(&self) -> Checked {
        self.check()?;
        // Nobody flushes what a task has written that is not polled any more.
        if !self.executor.has_frozen() {
            let wires = self.hub.wires();
            wires.iter().try_for_each(|wire| wire.check_rest())?;
        }
        if self.is_quiet {
            let ledger = self.hub.ledger();
            if let Some((number, entry)) = ledger.open() {
                return Err(format!("C1: at rest request {number} is open: {entry:?}"));
            }
        }
        if let Some(process) = &self.process {
            process.check_counters(&self.hub, self.is_quiet)?;
        }
        Ok(())
    }

    fn start(&mut self) {
        if self.process.is_none() {
            self.process = Some(Process::start(&self.hub, &mut self.executor, &self.plan));
        }
        for slot in &mut self.slots {
            if slot.running.is_none() {
                slot.start(&self.hub, &mut self.executor);
            }
        }
    }

    fn entity(&self) -> Arc<str> {
        let slot = &self.slots[self.hub.below(self.slots.len())];
        Arc::clone(&slot.entity)
    }

    fn ask_down(&self) -> Option<usize> {
        let entity = self.entity();
        let process = self.process.as_ref()?;
        Some(if self.hub.chance(50) {
            process.post(&self.hub, &entity)
        } else {
            process.ask(&self.hub, &entity, plan::options(&self.hub))
        })
    }

    fn ask_up(&mut self) -> Option<usize> {
        let slot = &self.slots[self.hub.below(self.slots.len())];
        let options = plan::options(&self.hub);
        slot.ask(&self.hub, &mut self.executor, options)
    }

    fn act(&mut self) -> Checked {
        if self.hub.chance(80) {
            for _ in 0..1 + self.hub.below(3) {
                if self.hub.chance(50) {
                    self.ask_down();
                } else {
                    self.ask_up();
                }
            }
        }
        if self.is_quiet {
            return if self.hub.chance(30) {
                self.settle()
            } else {
                Ok(())
            };
        }
        if self.hub.chance(15) {
            let wait = self.hub.pick(&[10, 900, 3000, 12_000]);
            let wait = u64::try_from(1 + self.hub.below(wait)).expect("it fits");
            self.pass(Duration::from_millis(wait))?;
        }
        if self.process.is_none() && self.hub.chance(30) {
            self.process = Some(Process::start(&self.hub, &mut self.executor, &self.plan));
        }
        for number in 0..self.slots.len() {
            if self.slots[number].running.is_none() && self.hub.chance(20) {
                self.slots[number].start(&self.hub, &mut self.executor);
            }
        }
        self.harm()
    }

    fn harm(&mut self) -> Checked {
        let faults = self.faults;
        let hub = self.hub.clone();
        if hub.chance(faults.drop_serving) {
            self.executor.drop_one(|kind| kind == Kind::Serving);
        }
        if hub.chance(faults.freeze_serving) {
            self.executor.freeze_one(|kind| kind == Kind::Serving);
        }
        if hub.chance(faults.give_up) {
            self.executor.drop_one(|kind| kind == Kind::Asking);
        }
        for (what, chance) in [faults.reset, faults.end_way, faults.stall, faults.panic]
            .into_iter()
            .enumerate()
        {
            if hub.chance(chance) {
                harm(&hub, what);
            }
        }
        if hub.chance(faults.crash) {
            self.crash()?;
        }
        if hub.chance(faults.shutdown) {
            self.shut_down()?;
        }
        if hub.chance(faults.crash_registree) {
            let number = hub.below(self.slots.len());
            self.crash_registree(number)?;
        }
        let slot = &self.slots[hub.below(self.slots.len())];
        if let Some(running) = &slot.running {
            if hub.chance(faults.end_registree) {
                hub.note(|| format!("registree {} is ended", slot.number));
                running.handle.end();
            }
            if hub.chance(faults.power_save) {
                hub.note(|| format!("registree {} saves power", slot.number));
                running.handle.disconnect();
            }
            if hub.chance(faults.power_save) {
                running.handle.connect();
            }
        }
        if hub.chance(faults.disconnect)
            && let Some(process) = &self.process
        {
            let code = hub.pick(&[CloseCode::NORMAL, CloseCode::GOING_AWAY]);
            let entity = self.entity();
            hub.note(|| format!("{entity} is disconnected"));
            let frame = CloseFrame::new(code, "");
            let disconnected = process.handle.disconnect(&entity, frame);
            disconnected.map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    fn pass(&mut self, duration: Duration) -> Checked {
        let end = self.hub.now() + duration;
        while let Some(next) = self.hub.next_alarm().filter(|next| *next <= end) {
            self.hub.advance(next);
            // Now and then time passes before all is done.
            let steps = if self.hub.chance(20) {
                self.hub.below(20)
            } else {
                MAX_STEPS
            };
            self.run_some(steps)?;
        }
        self.hub.advance(end);
        Ok(())
    }

    fn crash(&mut self) -> Checked {
        let Some(process) = self.process.take() else {
            return Ok(());
        };
        process.crash(&self.hub, &mut self.executor);
        self.check_orphans(true, process.life)
    }

    fn crash_registree(&mut self, number: usize) -> Checked {
        let crashed = self.slots[number].crash(&self.hub, &mut self.executor);
        crashed.map_or(Ok(()), |life| self.check_orphans(false, life))
    }

    /// Nobody waits for a node that is gone.
    fn check_orphans(&mut self, is_down: bool, life: u32) -> Checked {
        if self.hub.chance(50) {
            return Ok(());
        }
        self.settle()?;
        match self.hub.ledger().open_of(is_down, life) {
            None => Ok(()),
            Some((number, entry)) => {
                Err(format!("C1: request {number} outlives its node: {entry:?}"))
            }
        }
    }

    fn shut_down(&mut self) -> Checked {
        let Some(process) = self.process.take() else {
            return Ok(());
        };
        let deadline = Duration::from_secs(u64::try_from(self.hub.below(8)).expect("it fits"));
        let life = process.life;
        self.hub
            .note(|| format!("registrar {life} is shut down within {deadline:?}"));
        let handle = process.handle.clone();
        let hub = self.hub.clone();
        let ending = async move {
            let report = handle.shutdown(deadline).await;
            hub.note(|| format!("{report:?}"));
        };
        self.executor.spawn(Kind::Shutdown, life, boxed(ending));
        // It is asked for in this moment.
        self.settle()?;
        let begin = self.hub.now();
        self.pass(deadline)?;
        self.settle()?;
        let is_its = |kind: Kind, of: u32| {
            let is_serving = matches!(kind, Kind::Serving | Kind::Registrar | Kind::Shutdown);
            is_serving && of == life
        };
        let left = self.executor.count(is_its);
        let now = self.hub.now();
        ensure(left == 0, || {
            format!("{left} tasks of registrar {life} are left at {now:?}, from {begin:?} on")
        })?;
        let rest = self.hub.door().close();
        drop(rest);
        self.executor
            .drop_all(|kind, of| kind == Kind::Listening && of == life);
        self.settle()?;
        let count = process.handle.connection_count();
        let open = self
            .hub
            .ledger()
            .open_of(true, life)
            .map(|(number, _)| number);
        ensure(open.is_none(), || {
            format!("C1: request {open:?} outlives its registrar")
        })?;
        let frozen = self.faults.freeze_serving > 0;
        ensure(count == 0 || frozen, || {
            format!("{count} connections are counted")
        })
    }

    /// The faults are over: everything comes to rest, and everybody can be reached.
    fn end(&mut self) -> Checked {
        let calm = plan::calm(&mut self.random);
        self.hub.set_nature(calm);
        self.hub.note(|| "the faults are over".into());
        self.revive()?;
        self.wait_for("C1: requests are open", |world| {
            world.hub.ledger().open().is_none()
        })?;
        // By now those have ended that were told to.
        self.revive()?;
        self.probe()?;
        self.check_disk()?;
        for slot in &self.slots {
            if let Some(running) = &slot.running {
                running.handle.end();
            }
        }
        self.wait_for("registrees do not end", |world| {
            let is_it = |kind: Kind, _| matches!(kind, Kind::Registree(_) | Kind::Application(_));
            world.executor.count(is_it) == 0
        })?;
        self.shut_down()
    }

    /// All nodes run.
    fn revive(&mut self) -> Checked {
        for number in 0..self.slots.len() {
            let is_it = |kind: Kind, _| kind == Kind::Registree(number);
            if self.executor.count(is_it) == 0 || self.slots[number].is_ending() {
                self.crash_registree(number)?;
            }
        }
        self.start();
        Ok(())
    }

    fn wait_for(&mut self, what: &str, is_there: impl Fn(&Self) -> bool) -> Checked {
        // Who waits for room has a turn when others have ended.
        let turns = u32::try_from(self.hub.ledger().open_count()).expect("they are few");
        let end = self.hub.now() + PATIENCE + TURN * turns;
        loop {
            self.settle()?;
            if is_there(self) {
                return Ok(());
            }
            match self.hub.next_alarm().filter(|next| *next <= end) {
                Some(next) => self.hub.advance(next),
                None => {
                    let ledger = self.hub.ledger();
                    let open = ledger.open();
                    return Err(format!("{what}: at {:?}, {open:?}", self.hub.now()));
                }
            }
        }
    }

    /// Those who need not fight for their name are reached, in both directions; and at once, when they were.
    fn probe(&mut self) -> Checked {
        let is_alone = |slot: &&Slot| {
            let entity = &slot.entity;
            self.slots
                .iter()
                .filter(|other| other.entity == *entity)
                .count()
                == 1
        };
        let alone: Vec<usize> = self
            .slots
            .iter()
            .filter(is_alone)
            .map(|slot| slot.number)
            .collect();
        for number in alone {
            for is_up in [true, false, true, false] {
                self.probe_patiently(number, is_up)?;
            }
            let is_steady =
                self.slots[number].is_steady && self.plan.config.session.pacing.is_none();
            if is_steady && self.slots[number].is_up() {
                for is_up in [true, false] {
                    let probe = self.send_probe(number, is_up);
                    self.settle()?;
                    let is_answered = self.is_answered(probe);
                    ensure(is_answered, || {
                        let ledger = self.hub.ledger();
                        let entry = &ledger.entries[probe];
                        format!("C7: at rest request {probe} is not answered: {entry:?}")
                    })?;
                }
                self.probe_take_over(number)?;
            }
        }
        Ok(())
    }

    /// What has not left when another connection takes the place of the first leaves over that one.
    fn probe_take_over(&mut self, number: usize) -> Checked {
        let wire = {
            let wires = self.hub.wires();
            let mut its = wires.iter().filter(|wire| wire.slot == number);
            its.next_back().map(Arc::clone)
        };
        let Some(wire) = wire.filter(|wire| wire.is_open()) else {
            return Ok(());
        };
        self.is_quiet = false;
        self.hub
            .note(|| format!("registree {number} is taken over"));
        let far = self.hub.now() + Duration::from_secs(3600);
        wire.stall(1, far);
        let process = self.process.as_ref().expect("it runs");
        let entity = &self.slots[number].entity;
        let options = onem2m_ws::RequestOptions::default();
        let probe = process.ask(&self.hub, entity, options);
        self.settle()?;
        if self.hub.chance(50) {
            self.crash_registree(number)?;
        } else {
            // The former connection stays, until somebody finds it dead.
            let is_it = |kind: Kind| kind == Kind::Registree(number);
            self.executor.freeze_one(is_it);
            self.executor
                .drop_all(|kind, _| kind == Kind::Application(number));
            self.slots[number].running = None;
        }
        self.start();
        if let Some(running) = &self.slots[number].running {
            running.handle.connect();
        }
        self.wait_for("C7: a request is not taken over", |world| {
            world.is_answered(probe)
        })
    }

    fn send_probe(&mut self, number: usize, is_up: bool) -> usize {
        let options = onem2m_ws::RequestOptions::default();
        let slot = &self.slots[number];
        if is_up {
            let probe = slot.ask(&self.hub, &mut self.executor, options);
            return probe.expect("it runs");
        }
        if let Some(running) = &slot.running {
            running.handle.connect();
        }
        let process = self.process.as_ref().expect("it runs");
        process.ask(&self.hub, &slot.entity, options)
    }

    fn is_answered(&self, probe: usize) -> bool {
        let ledger = self.hub.ledger();
        let entry = &ledger.entries[probe];
        match entry.end {
            Some(End::Success) => true,
            Some(End::Written) => entry.wants_none && entry.handled == 1,
            _ => false,
        }
    }

    /// A connection may have to be found dead first, and a registrar that has forgotten the registree says so once.
    fn probe_patiently(&mut self, number: usize, is_up: bool) -> Checked {
        for _ in 0..MAX_PROBES {
            if !is_up {
                // A registree that does not say its name proves who it is by a request.
                self.send_probe(number, true);
            }
            let probe = self.send_probe(number, is_up);
            self.wait_for("C1: a request is open", |world| {
                world.hub.ledger().entries[probe].end.is_some()
            })?;
            if self.is_answered(probe) {
                return Ok(());
            }
            self.pass(Duration::from_secs(10))?;
            self.settle()?;
        }
        Err(format!(
            "C7: without faults registree {number} is not reached (up: {is_up})"
        ))
    }

    /// Nothing is kept that has ended.
    fn check_disk(&mut self) -> Checked {
        let Some(disk) = self.plan.disk.clone() else {
            return Ok(());
        };
        self.wait_for("C9: the store keeps what has ended", |_| {
            lock(&disk).kept.is_empty()
        })
    }
}

fn ensure(is_so: bool, text: impl FnOnce() -> String) -> Checked {
    if is_so { Ok(()) } else { Err(text()) }
}

/// More requests than are needed until one is answered.
const MAX_PROBES: u32 = 12;
/// More polls than any moment needs.
const MAX_STEPS: usize = 100_000;
