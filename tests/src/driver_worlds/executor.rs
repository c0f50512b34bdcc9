//! An executor in one thread: it polls tasks that were woken, in any order that the seed gives, and can do to tasks what runtimes
//! and applications do to them.

use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Waker};
use std::panic;
use std::sync::{Arc, Mutex};
use std::task::Wake;

use super::hub::{Body, Hub, lock};

/// What a task is, for those who do something to tasks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// Listens for a registrar.
    Listening,
    /// Drives a connection of a registrar.
    Serving,
    /// The task of a registrar.
    Registrar,
    /// Ends a registrar.
    Shutdown,
    /// The task of a registree, by its slot.
    Registree(usize),
    /// Takes the requests that come to a registree, by its slot.
    Application(usize),
    /// Waits for the outcome of a request.
    Asking,
    /// Takes events of a node, or answers a request.
    Helper,
}

/// The panic that the world brings about itself: nobody is told of it.
pub(super) struct Injected;

struct Task {
    kind: Kind,
    /// The registrar that runs it, or the life of a registree.
    life: u32,
    body: Option<Body>,
    bell: Arc<Bell>,
    /// Kept, and never polled again.
    is_frozen: bool,
}

struct Bell {
    index: usize,
    has_rung: AtomicBool,
    ready: Arc<Mutex<Vec<usize>>>,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        if !self.has_rung.swap(true, Ordering::Relaxed) {
            lock(&self.ready).push(self.index);
        }
    }
}

/// Polls tasks, one at a time.
pub(super) struct Executor {
    hub: Hub,
    tasks: Vec<Option<Task>>,
    ready: Arc<Mutex<Vec<usize>>>,
    /// The registrar that is running: what it spawns ends with it.
    pub(super) life: u32,
    /// A waker is worth nothing once its task was polled again.
    is_strict: bool,
    pub(super) steps: u64,
    /// The task that was polled last.
    pub(super) latest: Option<(usize, Kind)>,
}

impl Executor {
    pub(super) fn new(hub: Hub, is_strict: bool) -> Self {
        Self {
            hub,
            tasks: Vec::new(),
            ready: Arc::default(),
            life: 0,
            is_strict,
            steps: 0,
            latest: None,
        }
    }

    fn bell(&self, index: usize) -> Arc<Bell> {
        Arc::new(Bell {
            index,
            has_rung: AtomicBool::new(false),
            ready: Arc::clone(&self.ready),
        })
    }

    pub(super) fn spawn(&mut self, kind: Kind, life: u32, body: Body) {
        let index = self.tasks.len();
        let bell = self.bell(index);
        Waker::from(Arc::clone(&bell)).wake();
        self.tasks.push(Some(Task {
            kind,
            life,
            body: Some(body),
            bell,
            is_frozen: false,
        }));
    }

    fn admit(&mut self) {
        for (kind, body) in self.hub.take_spawned() {
            self.spawn(kind, self.life, body);
        }
    }

    /// Polls a task that was woken, or wakes one that was kept waiting; `false` if there is none.
    pub(super) fn run_one(&mut self) -> bool {
        self.admit();
        loop {
            let ready = lock(&self.ready).len();
            let ripe = self.hub.ripe_len();
            if ready + ripe == 0 {
                return false;
            }
            let choice = self.hub.below(ready + ripe);
            if let Some(index) = choice.checked_sub(ready) {
                self.hub.wake_ripe(index);
                continue;
            }
            let index = lock(&self.ready).swap_remove(choice);
            if self.poll(index) {
                return true;
            }
        }
    }

    /// Polls a task although nothing has woken it.
    pub(super) fn poll_any(&mut self) {
        if !self.tasks.is_empty() {
            let index = self.hub.below(self.tasks.len());
            if let Some(Some(task)) = self.tasks.get(index) {
                task.bell.has_rung.store(true, Ordering::Relaxed);
                self.poll(index);
            }
        }
    }

    fn poll(&mut self, index: usize) -> bool {
        let fresh = self.bell(index);
        let Some(Some(task)) = self.tasks.get_mut(index) else {
            return false;
        };
        if task.is_frozen || !task.bell.has_rung.load(Ordering::Relaxed) {
            return false;
        }
        if self.is_strict {
            task.bell = fresh;
        } else {
            task.bell.has_rung.store(false, Ordering::Relaxed);
        }
        self.steps += 1;
        self.latest = Some((index, task.kind));
        let (kind, waker) = (task.kind, Waker::from(Arc::clone(&task.bell)));
        let mut body = task.body.take().expect("it is not running");
        let mut cx = Context::from_waker(&waker);
        let polled = panic::catch_unwind(AssertUnwindSafe(|| body.as_mut().poll(&mut cx)));
        match polled {
            Ok(polled) if polled.is_pending() => {
                if let Some(Some(task)) = self.tasks.get_mut(index) {
                    task.body = Some(body);
                }
            }
            Ok(_) => {
                self.hub.note(|| format!("task {index} {kind:?} has ended"));
                self.remove(index, body);
            }
            Err(payload) => {
                let is_injected = payload.is::<Injected>();
                self.hub
                    .note(|| format!("task {index} {kind:?} has panicked"));
                if !is_injected {
                    self.hub.break_with(format!("a task panics: {kind:?}"));
                }
                self.remove(index, body);
            }
        }
        self.admit();
        true
    }

    fn remove(&mut self, index: usize, body: Body) {
        self.tasks[index] = None;
        drop(body);
    }

    fn wanted(&self, is_wanted: impl Fn(Kind, u32) -> bool) -> Vec<usize> {
        let all = self.tasks.iter().enumerate();
        all.filter_map(|(index, task)| {
            let task = task.as_ref()?;
            is_wanted(task.kind, task.life).then_some(index)
        })
        .collect()
    }

    fn pick(&self, is_wanted: impl Fn(Kind) -> bool) -> Option<usize> {
        let wanted = self.wanted(|kind, _| is_wanted(kind));
        (!wanted.is_empty()).then(|| wanted[self.hub.below(wanted.len())])
    }

    fn drop_task(&mut self, index: usize) {
        let task = self.tasks[index].take();
        self.hub.note(|| {
            format!(
                "task {index} {:?} is dropped",
                task.as_ref().map(|task| task.kind)
            )
        });
        drop(task);
        self.admit();
    }

    /// Drops a task between two polls.
    pub(super) fn drop_one(&mut self, is_wanted: impl Fn(Kind) -> bool) -> bool {
        let index = self.pick(is_wanted);
        index.map(|index| self.drop_task(index)).is_some()
    }

    /// Drops all such tasks of a life, in any order.
    pub(super) fn drop_all(&mut self, is_wanted: impl Fn(Kind, u32) -> bool) {
        self.admit();
        let mut wanted = self.wanted(is_wanted);
        while !wanted.is_empty() {
            let index = wanted.swap_remove(self.hub.below(wanted.len()));
            self.drop_task(index);
        }
    }

    /// Returns whether a task is there that is not polled any more.
    pub(super) fn has_frozen(&self) -> bool {
        self.tasks.iter().flatten().any(|task| task.is_frozen)
    }

    /// Never polls a task again, which is kept.
    pub(super) fn freeze_one(&mut self, is_wanted: impl Fn(Kind) -> bool) -> bool {
        let Some(index) = self.pick(is_wanted) else {
            return false;
        };
        if let Some(Some(task)) = self.tasks.get_mut(index) {
            self.hub
                .note(|| format!("task {index} {:?} is not polled any more", task.kind));
            task.is_frozen = true;
        }
        true
    }

    /// Such tasks that are polled when they are woken.
    pub(super) fn count(&self, is_wanted: impl Fn(Kind, u32) -> bool) -> usize {
        let tasks = self.tasks.iter().flatten();
        tasks
            .filter(|task| !task.is_frozen && is_wanted(task.kind, task.life))
            .count()
    }
}
