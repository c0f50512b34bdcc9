//! An executor that polls a task only when the task was woken, and lets something happen only when no task was.

use core::cell::RefCell;
use core::future::Future;
use core::pin::Pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Waker};
use core::time::Duration;
use std::rc::Rc;
use std::sync::Arc;
use std::task::Wake;

use crate::world::World;

/// The tasks of a test, in one thread.
pub(crate) struct Tasks {
    pub(crate) world: World,
    tasks: Vec<Task>,
    /// Polls of all tasks.
    pub(crate) polls: usize,
}

struct Task {
    future: Option<Pin<Box<dyn Future<Output = ()>>>>,
    /// That of the last poll: the wakers before are worth nothing any more.
    bell: Arc<Bell>,
}

struct Bell(AtomicBool);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A waker, and whether it was called.
pub(crate) fn waker() -> (Waker, impl Fn() -> bool) {
    let bell = Arc::new(Bell(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&bell));
    (waker, move || bell.0.load(Ordering::Relaxed))
}

/// A task and its result.
pub(crate) struct Spawned<R> {
    index: usize,
    result: Rc<RefCell<Option<R>>>,
}

impl<R> Spawned<R> {
    /// The result, once the task has ended.
    pub(crate) fn take(&self) -> Option<R> {
        self.result.borrow_mut().take()
    }
}

impl Tasks {
    pub(crate) const fn new(world: World) -> Self {
        Self {
            world,
            tasks: Vec::new(),
            polls: 0,
        }
    }

    pub(crate) fn spawn<F: Future + 'static>(&mut self, future: F) -> Spawned<F::Output> {
        let result = Rc::new(RefCell::new(None));
        let to = Rc::clone(&result);
        let task = Task {
            future: Some(Box::pin(async move {
                let output = future.await;
                *to.borrow_mut() = Some(output);
            })),
            bell: Arc::new(Bell(AtomicBool::new(true))),
        };
        let index = self.tasks.len();
        self.tasks.push(task);
        Spawned { index, result }
    }

    /// Wakes all tasks.
    pub(crate) fn poll_all(&self) {
        for task in &self.tasks {
            task.bell.0.store(task.future.is_some(), Ordering::Relaxed);
        }
    }

    /// Drops a task that has not ended.
    pub(crate) fn abort<R>(&mut self, spawned: &Spawned<R>) {
        if let Some(task) = self.tasks.get_mut(spawned.index) {
            task.future = None;
        }
    }

    /// Polls each task that was woken once; whether there was one.
    pub(crate) fn turn(&mut self) -> bool {
        let mut has_polled = false;
        for task in &mut self.tasks {
            if !task.bell.0.load(Ordering::Relaxed) {
                continue;
            }
            let Some(future) = &mut task.future else {
                continue;
            };
            has_polled = true;
            self.polls += 1;
            task.bell = Arc::new(Bell(AtomicBool::new(false)));
            let waker = Waker::from(Arc::clone(&task.bell));
            if future
                .as_mut()
                .poll(&mut Context::from_waker(&waker))
                .is_ready()
            {
                task.future = None;
                task.bell.0.store(false, Ordering::Relaxed);
            }
        }
        has_polled
    }

    /// Runs until nothing more happens in the time that is now.
    pub(crate) fn rest(&mut self) {
        for _ in 0..MAX_TURNS {
            if !self.turn() && !self.world.wake_one() {
                return;
            }
        }
        panic!("the tasks do not come to rest");
    }

    /// Runs until time has passed.
    pub(crate) fn pass(&mut self, duration: Duration) {
        let end = self.world.now() + duration;
        self.rest();
        while self.world.sleep(end) {
            self.rest();
        }
    }

    /// Runs a future in the time that is now; `None` if it would wait, and then it is dropped.
    pub(crate) fn run<F: Future + 'static>(&mut self, future: F) -> Option<F::Output> {
        self.run_within(Duration::ZERO, future)
    }

    /// Runs a future until it ends or time has passed; `None` if it would wait, and then it is dropped.
    pub(crate) fn run_within<F: Future + 'static>(
        &mut self,
        duration: Duration,
        future: F,
    ) -> Option<F::Output> {
        let end = self.world.now() + duration;
        let spawned = self.spawn(future);
        loop {
            self.rest();
            if let Some(output) = spawned.take() {
                return Some(output);
            }
            if !self.world.sleep(end) {
                self.abort(&spawned);
                return None;
            }
        }
    }
}

/// More turns than any test needs.
const MAX_TURNS: usize = 100_000;
