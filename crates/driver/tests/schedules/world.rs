//! Threads that `shuttle` schedules, each with one task; their clock; and the moments at which all of them wait.
//!
//! The state of the world lies under a lock of `std`: no thread is ever stopped while it holds that. Other threads run where the
//! driver locks or counts something, and at each [`World::pause`].

use core::future::Future;
use core::mem;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::sync::atomic::Ordering;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::BTreeMap;
use std::io;
use std::panic::{catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Wake;

use onem2m_ws_driver::core::{Seed, Timestamp};
use onem2m_ws_driver::sync::held_locks;
use onem2m_ws_driver::{IncomingRequest, Runtime, Timer};
use shuttle::sync::atomic::AtomicUsize;
use shuttle::thread::{self, JoinHandle, Thread};

use crate::ledger::Ledger;
use crate::line::LineState;
use crate::tell;

/// Everything outside of the registrar under test.
#[derive(Clone)]
pub(crate) struct World(Arc<Inner>);

struct Inner {
    state: Mutex<State>,
    pauses: AtomicUsize,
    /// The thread that waits for all others.
    main: Thread,
}

#[derive(Default)]
pub(crate) struct State {
    pub(crate) lines: Vec<LineState>,
    pub(crate) ledger: Ledger,
    /// Requests that a handler has handed on, and who waits for them.
    pub(crate) mail: Vec<IncomingRequest>,
    pub(crate) mail_waker: Option<Waker>,
    /// Futures that are kept, and polled no more.
    kept: Vec<Driving>,
    now: Duration,
    timers: u64,
    seeds: u64,
    alarms: BTreeMap<u64, (Duration, Waker)>,
    tasks: Vec<Task>,
    /// Tasks that do not wait.
    active: usize,
}

/// The future of a task.
pub(crate) type Driving = Pin<Box<dyn Future<Output = ()> + Send>>;

struct Task {
    name: String,
    thread: Option<Thread>,
    progress: Progress,
    /// The poll that is going on, or was the last: the wakers of earlier ones are worth nothing any more.
    poll: usize,
    is_rung: bool,
    is_stopped: bool,
    /// True if the task is there until it is stopped.
    is_daemon: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Progress {
    Runs,
    Waits,
    Over,
}

/// How long a task is polled.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Life {
    /// To its end.
    Whole,
    /// To its end, which comes when everything else is done.
    Daemon,
    /// It is dropped once it has waited so often.
    Dropped(usize),
    /// It is kept once it has waited so often, and polled no more.
    Kept(usize),
}

/// A panic that the world has planted.
pub(crate) struct Planted;

/// The waker of one poll.
struct Bell {
    world: World,
    task: usize,
    poll: usize,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        check_unlocked("a waker is called");
        self.world.pause();
        let thread = self.world.state().ring(self.task, self.poll);
        if let Some(thread) = thread {
            thread.unpark();
        }
    }
}

impl Drop for Bell {
    fn drop(&mut self) {
        check_unlocked("a waker is dropped");
    }
}

/// Nothing of others is called or dropped under a lock.
pub(crate) fn check_unlocked(what: &str) {
    let held = held_locks();
    assert!(
        held.is_empty() || std::thread::panicking(),
        "{what} under {held:?}"
    );
}

impl State {
    /// A task is woken; its thread, if that waits.
    fn ring(&mut self, task: usize, poll: usize) -> Option<Thread> {
        let task = &mut self.tasks[task];
        tell(|| format!("woken by that of poll {poll}: {}", task.name));
        if task.poll != poll {
            return None;
        }
        task.is_rung = true;
        self.active += usize::from(task.progress == Progress::Waits);
        task.resume()
    }

    fn pass(&mut self, task: usize, progress: Progress) -> bool {
        let task = &mut self.tasks[task];
        if progress == Progress::Waits && (task.is_rung || task.is_stopped) {
            return false;
        }
        task.progress = progress;
        tell(|| format!("{progress:?}: {}", task.name));
        self.active -= 1;
        self.active == 0
    }
}

impl Task {
    fn resume(&mut self) -> Option<Thread> {
        if self.progress != Progress::Waits {
            return None;
        }
        self.progress = Progress::Runs;
        self.thread.clone()
    }
}

impl World {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Inner {
            state: Mutex::default(),
            pauses: AtomicUsize::new(0),
            main: thread::current(),
        }))
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        let state = self.0.state.lock();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    /// Others may run.
    pub(crate) fn pause(&self) {
        self.0.pauses.fetch_add(1, Ordering::Relaxed);
    }

    /// How many hold the world: the registrar, timers, transports and wakers do.
    pub(crate) fn holds(&self) -> usize {
        Arc::strong_count(&self.0)
    }

    /// A thread that polls a future.
    pub(crate) fn spawn(
        &self,
        name: impl Into<String>,
        life: Life,
        future: Driving,
    ) -> JoinHandle<()> {
        let task = {
            let mut state = self.state();
            state.active += 1;
            state.tasks.push(Task {
                name: name.into(),
                thread: None,
                progress: Progress::Runs,
                poll: 0,
                is_rung: false,
                is_stopped: false,
                is_daemon: matches!(life, Life::Daemon),
            });
            state.tasks.len() - 1
        };
        let world = self.clone();
        thread::spawn(move || {
            world.state().tasks[task].thread = Some(thread::current());
            world.run(task, life, future);
            if world.state().pass(task, Progress::Over) {
                world.0.main.unpark();
            }
        })
    }

    fn run(&self, task: usize, life: Life, mut future: Driving) {
        for waited in 1.. {
            if self.poll(task, &mut future) {
                return;
            }
            match life {
                Life::Dropped(count) if waited >= count => return,
                Life::Kept(count) if waited >= count => {
                    return self.state().kept.push(future);
                }
                Life::Whole | Life::Daemon | Life::Dropped(_) | Life::Kept(_) => {}
            }
            if self.state().pass(task, Progress::Waits) {
                self.0.main.unpark();
            }
            while self.state().tasks[task].progress == Progress::Waits {
                thread::park();
            }
            if self.state().tasks[task].is_stopped {
                return;
            }
        }
    }

    /// Polls the future of a task once: whether it is over.
    fn poll(&self, task: usize, future: &mut Driving) -> bool {
        let poll = {
            let task = &mut self.state().tasks[task];
            task.poll += 1;
            task.is_rung = false;
            tell(|| format!("poll {} of {}", task.poll, task.name));
            task.poll
        };
        let world = self.clone();
        let waker = Waker::from(Arc::new(Bell { world, task, poll }));
        let mut cx = Context::from_waker(&waker);
        let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(&mut cx)));
        match polled {
            Ok(polled) => polled.is_ready(),
            Err(panic) if panic.is::<Planted>() => true,
            Err(panic) => resume_unwind(panic),
        }
    }

    /// Waits until every task waits or is over. To be called by the thread that has made the world.
    pub(crate) fn rest(&self) {
        while self.state().active > 0 {
            thread::park();
        }
    }

    /// Ends a task that waits to be ended; their names, if there are such.
    pub(crate) fn stop_daemons(&self) {
        let mut threads = Vec::new();
        {
            let state = &mut *self.state();
            for task in state.tasks.iter_mut().filter(|task| task.is_daemon) {
                task.is_stopped = true;
                state.active += usize::from(task.progress == Progress::Waits);
                threads.extend(task.resume());
            }
        }
        threads.iter().for_each(Thread::unpark);
    }

    /// The tasks that are not over.
    pub(crate) fn waiting(&self) -> Vec<String> {
        let state = self.state();
        let waiting = state
            .tasks
            .iter()
            .filter(|task| task.progress != Progress::Over);
        waiting.map(|task| task.name.clone()).collect()
    }

    /// Drops the futures that were kept.
    pub(crate) fn drop_kept(&self) {
        let kept = mem::take(&mut self.state().kept);
        drop(kept);
    }

    /// Time passes.
    pub(crate) fn advance(&self, duration: Duration) {
        let due = {
            let state = &mut *self.state();
            state.now += duration;
            let now = state.now;
            let (due, later) = mem::take(&mut state.alarms)
                .into_iter()
                .partition(|(_, (at, _))| *at <= now);
            state.alarms = later;
            let due: BTreeMap<u64, (Duration, Waker)> = due;
            due
        };
        for (_, waker) in due.into_values() {
            waker.wake();
        }
    }
}

impl Runtime for World {
    type Timer = Alarm;

    fn timer(&self) -> Alarm {
        let mut state = self.state();
        state.timers += 1;
        Alarm {
            world: self.clone(),
            timer: state.timers,
        }
    }

    fn seed(&self) -> io::Result<Seed> {
        let mut state = self.state();
        state.seeds += 1;
        let [.., last] = state.seeds.to_be_bytes();
        Ok(Seed([last; 32]))
    }

    fn since_unix_epoch(&self) -> Option<Duration> {
        None
    }
}

/// A timer of the world.
pub(crate) struct Alarm {
    world: World,
    timer: u64,
}

impl Timer for Alarm {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.world.state().now)
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        check_unlocked("an alarm is set");
        self.world.pause();
        let waker = cx.waker().clone();
        let at = deadline.since_epoch();
        let (is_over, former) = {
            let mut state = self.world.state();
            if state.now >= at {
                (true, state.alarms.remove(&self.timer))
            } else {
                (false, state.alarms.insert(self.timer, (at, waker)))
            }
        };
        drop(former);
        if is_over {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        check_unlocked("a timer is dropped");
        let alarm = self.world.state().alarms.remove(&self.timer);
        drop(alarm);
    }
}
