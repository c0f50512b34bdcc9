//! Everything that nodes have of the world: a clock, chance, whom to wake when, tasks to be spawned, and the ledger.

use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onem2m_ws_core::{Seed, Timestamp};
use onem2m_ws_driver::{Runtime, Timer};

use super::executor::Kind;
use super::ledger::Ledger;
use super::wire::{Door, Nature, Wire};
use crate::simulation::Random;

/// The time of day when the clock stands at zero.
const MIDNIGHT: Duration = Duration::from_secs(1_700_000_000);

pub(super) type Body = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The world as nodes see it. Cheap to clone.
#[derive(Clone)]
pub(super) struct Hub(Arc<Inner>);

struct Inner {
    random: Mutex<Random>,
    now: Mutex<Duration>,
    alarms: Mutex<Alarms>,
    /// Those who were kept waiting although they need not have been.
    ripe: Mutex<Vec<Waker>>,
    spawned: Mutex<Vec<(Kind, Body)>>,
    ledger: Mutex<Ledger>,
    wires: Mutex<Vec<Arc<Wire>>>,
    nature: Mutex<Nature>,
    door: Mutex<Door>,
    trace: Mutex<Option<Vec<String>>>,
}

#[derive(Default)]
struct Alarms {
    next: u64,
    set: BTreeMap<(Duration, u64), Waker>,
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Hub {
    pub(super) fn new(random: Random, nature: Nature, is_traced: bool) -> Self {
        Self(Arc::new(Inner {
            random: Mutex::new(random),
            now: Mutex::default(),
            alarms: Mutex::default(),
            ripe: Mutex::default(),
            spawned: Mutex::default(),
            ledger: Mutex::default(),
            wires: Mutex::default(),
            nature: Mutex::new(nature),
            door: Mutex::default(),
            trace: Mutex::new(is_traced.then(Vec::new)),
        }))
    }

    pub(super) fn now(&self) -> Duration {
        *lock(&self.0.now)
    }

    pub(super) fn time_of_day(&self) -> Duration {
        MIDNIGHT + self.now()
    }

    pub(super) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        lock(&self.0.ledger)
    }

    pub(super) fn door(&self) -> MutexGuard<'_, Door> {
        lock(&self.0.door)
    }

    pub(super) fn wires(&self) -> MutexGuard<'_, Vec<Arc<Wire>>> {
        lock(&self.0.wires)
    }

    pub(super) fn nature(&self) -> Nature {
        *lock(&self.0.nature)
    }

    pub(super) fn set_nature(&self, nature: Nature) {
        *lock(&self.0.nature) = nature;
    }

    pub(super) fn below(&self, limit: usize) -> usize {
        let limit = u64::try_from(limit).expect("it fits");
        usize::try_from(lock(&self.0.random).below(limit)).expect("it fits")
    }

    pub(super) fn chance(&self, percent: u64) -> bool {
        percent > 0 && lock(&self.0.random).chance(percent)
    }

    pub(super) fn pick<T: Copy>(&self, of: &[T]) -> T {
        lock(&self.0.random).pick(of)
    }

    /// Writes down what happens, if anybody reads it.
    pub(super) fn note(&self, text: impl FnOnce() -> String) {
        let now = self.now();
        if let Some(lines) = &mut *lock(&self.0.trace) {
            lines.push(format!("{now:>12?} {}", text()));
        }
    }

    pub(super) fn take_trace(&self) -> Vec<String> {
        lock(&self.0.trace).take().unwrap_or_default()
    }

    /// An invariant does not hold. It is told at the next step, for nodes contain panics.
    pub(super) fn break_with(&self, text: String) {
        self.ledger().broken.get_or_insert(text);
    }

    pub(super) fn spawn(&self, kind: Kind, body: impl Future<Output = ()> + Send + 'static) {
        lock(&self.0.spawned).push((kind, Box::pin(body)));
    }

    pub(super) fn take_spawned(&self) -> Vec<(Kind, Body)> {
        core::mem::take(&mut *lock(&self.0.spawned))
    }

    /// Has a task wait for nothing but its turn.
    pub(super) fn ripen(&self, cx: &Context<'_>) {
        let mut ripe = lock(&self.0.ripe);
        // One wake for a task: else a poll that asks for several would bring about ever more of them.
        if !ripe.iter().any(|waker| waker.will_wake(cx.waker())) {
            ripe.push(cx.waker().clone());
        }
    }

    pub(super) fn ripe_len(&self) -> usize {
        lock(&self.0.ripe).len()
    }

    pub(super) fn wake_ripe(&self, index: usize) {
        let waker = lock(&self.0.ripe).swap_remove(index);
        waker.wake();
    }

    /// Wakes a task at a time; the number takes the alarm back.
    pub(super) fn wake_at(&self, at: Duration, waker: Waker) -> (Duration, u64) {
        let mut alarms = lock(&self.0.alarms);
        alarms.next += 1;
        let key = (at, alarms.next);
        alarms.set.insert(key, waker);
        key
    }

    fn take_alarm(&self, key: (Duration, u64)) {
        let taken = lock(&self.0.alarms).set.remove(&key);
        drop(taken);
    }

    pub(super) fn next_alarm(&self) -> Option<Duration> {
        let alarms = lock(&self.0.alarms);
        alarms.set.first_key_value().map(|((at, _), _)| *at)
    }

    /// Time passes, and whoever waited for it is woken.
    pub(super) fn advance(&self, to: Duration) {
        let now = {
            let mut now = lock(&self.0.now);
            *now = to.max(*now);
            *now
        };
        let due = {
            let mut alarms = lock(&self.0.alarms);
            let later = alarms.set.split_off(&(now, u64::MAX));
            core::mem::replace(&mut alarms.set, later)
        };
        due.into_values().for_each(Waker::wake);
    }

    pub(super) async fn sleep(&self, duration: Duration) {
        let mut timer = self.timer();
        let until = timer.now().saturating_add(duration);
        poll_fn(|cx| timer.poll_until(cx, until)).await;
    }

    /// Waits for another turn.
    pub(super) async fn yield_now(&self) {
        let mut has_waited = false;
        poll_fn(|cx| {
            if core::mem::replace(&mut has_waited, true) {
                return Poll::Ready(());
            }
            self.ripen(cx);
            Poll::Pending
        })
        .await;
    }
}

impl Runtime for Hub {
    type Timer = Alarm;

    fn timer(&self) -> Alarm {
        Alarm {
            hub: self.clone(),
            key: None,
        }
    }

    fn seed(&self) -> io::Result<Seed> {
        Ok(Seed(lock(&self.0.random).seed()))
    }

    fn since_unix_epoch(&self) -> Option<Duration> {
        Some(self.time_of_day())
    }
}

/// A timer of the world.
pub(super) struct Alarm {
    hub: Hub,
    key: Option<(Duration, u64)>,
}

impl Timer for Alarm {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.hub.now())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        if let Some(key) = self.key.take() {
            self.hub.take_alarm(key);
        }
        let at = deadline.since_epoch();
        if self.hub.now() >= at {
            return Poll::Ready(());
        }
        self.key = Some(self.hub.wake_at(at, cx.waker().clone()));
        Poll::Pending
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(key) = self.key.take() {
            self.hub.take_alarm(key);
        }
    }
}
