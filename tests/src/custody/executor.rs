//! Tasks, each of whose steps is one lock section or one call of a transport, in any order that a seed gives.

use core::cell::{Cell, RefCell};
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::rc::Rc;

use onem2m_ws_core::Timestamp;

use crate::simulation::Random;

/// A task of the world; never used twice.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct TaskId(usize);

/// What a task is, for those who do something to tasks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// Drives a connection.
    Connection,
    /// Waits for the outcome of a request.
    Asking,
    /// The task of the registrar.
    Watch,
    /// Runs to its end: a call of a handle, a handler, what is left to do when something was dropped.
    Call,
}

type Body = Pin<Box<dyn Future<Output = ()>>>;

struct Task {
    id: TaskId,
    kind: Kind,
    body: Option<Body>,
    state: Rc<TaskState>,
}

#[derive(Debug, Default)]
struct TaskState {
    is_woken: Cell<bool>,
    /// Between two polls.
    is_resting: Cell<bool>,
    /// In a call of something that may panic.
    is_fragile: Cell<bool>,
    /// Kept, and never polled again.
    is_frozen: Cell<bool>,
    deadline: Cell<Option<Timestamp>>,
}

/// Runs tasks, a step of one at a time.
pub(super) struct Executor {
    pub(super) random: RefCell<Random>,
    now: Cell<Timestamp>,
    tasks: RefCell<Vec<Task>>,
    spawned: RefCell<Vec<Task>>,
    current: RefCell<Option<Rc<TaskState>>>,
    next: Cell<usize>,
    pub(super) steps: Cell<u64>,
    /// The tasks of a registrar that has crashed do nothing more, not even when they are dropped.
    pub(super) has_crashed: Cell<bool>,
}

impl Executor {
    pub(super) fn new(random: Random) -> Self {
        Self {
            random: RefCell::new(random),
            now: Cell::new(Timestamp::ZERO),
            tasks: RefCell::new(Vec::new()),
            spawned: RefCell::new(Vec::new()),
            current: RefCell::new(None),
            next: Cell::new(0),
            steps: Cell::new(0),
            has_crashed: Cell::new(false),
        }
    }

    pub(super) fn now(&self) -> Timestamp {
        self.now.get()
    }

    pub(super) fn below(&self, limit: usize) -> usize {
        let limit = u64::try_from(limit).expect("it fits");
        usize::try_from(self.random.borrow_mut().below(limit)).expect("it fits")
    }

    pub(super) fn chance(&self, percent: u64) -> bool {
        self.random.borrow_mut().chance(percent)
    }

    /// Whether what is dropped has nothing to tell anybody.
    pub(super) fn is_over(&self) -> bool {
        self.has_crashed.get() || std::thread::panicking()
    }

    pub(super) fn spawn(&self, kind: Kind, body: impl Future<Output = ()> + 'static) -> TaskId {
        let id = TaskId(self.next.get());
        self.next.set(id.0 + 1);
        self.spawned.borrow_mut().push(Task {
            id,
            kind,
            body: Some(Box::pin(body)),
            state: Rc::default(),
        });
        id
    }

    pub(super) fn current_id(&self) -> TaskId {
        TaskId(self.next.get())
    }

    fn admit(&self) {
        let mut spawned = self.spawned.borrow_mut();
        self.tasks.borrow_mut().append(&mut spawned);
    }

    pub(super) fn wake(&self, id: TaskId) {
        let is_it = |task: &&Task| task.id == id;
        let tasks = self.tasks.borrow();
        let spawned = self.spawned.borrow();
        if let Some(task) = tasks
            .iter()
            .find(is_it)
            .or_else(|| spawned.iter().find(is_it))
        {
            task.state.is_woken.set(true);
        }
    }

    /// The task that runs wants another poll.
    pub(super) fn wake_current(&self) {
        self.state().is_woken.set(true);
    }

    /// Another task may have its turn.
    pub(super) async fn step(&self) {
        let mut is_first = true;
        poll_fn(|_| {
            if core::mem::take(&mut is_first) {
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
    }

    /// As [`step`](Self::step), where a panic is possible.
    pub(super) async fn fragile_step(&self) {
        let state = self.state();
        state.is_fragile.set(true);
        self.step().await;
        state.is_fragile.set(false);
    }

    fn state(&self) -> Rc<TaskState> {
        let current = self.current.borrow();
        Rc::clone(current.as_ref().expect("a task calls"))
    }

    /// The poll is over: the task waits until it is woken, or until a time.
    pub(super) async fn rest(&self, until: Option<Timestamp>) {
        let state = self.state();
        state.is_resting.set(true);
        state.deadline.set(until);
        let mut is_first = true;
        poll_fn(|_| {
            let is_due = until.is_some_and(|until| until <= self.now());
            if !core::mem::take(&mut is_first) && (is_due || state.is_woken.get()) {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
        state.is_woken.set(false);
        state.is_resting.set(false);
        state.deadline.set(None);
    }

    fn is_runnable(&self, task: &Task) -> bool {
        let state = &task.state;
        let is_due = || {
            state
                .deadline
                .get()
                .is_some_and(|until| until <= self.now())
        };
        !state.is_frozen.get() && (!state.is_resting.get() || state.is_woken.get() || is_due())
    }

    /// Lets some task that can run take a step; whether there was one.
    pub(super) fn run_one(&self) -> bool {
        self.admit();
        let runnable: Vec<usize> = {
            let tasks = self.tasks.borrow();
            let all = tasks.iter().enumerate();
            all.filter(|(_, task)| self.is_runnable(task))
                .map(|(index, _)| index)
                .collect()
        };
        if runnable.is_empty() {
            return false;
        }
        self.steps.set(self.steps.get() + 1);
        let index = runnable[self.below(runnable.len())];
        let (mut body, state) = {
            let mut tasks = self.tasks.borrow_mut();
            let task = &mut tasks[index];
            (
                task.body.take().expect("it is not running"),
                Rc::clone(&task.state),
            )
        };
        *self.current.borrow_mut() = Some(Rc::clone(&state));
        let mut cx = Context::from_waker(Waker::noop());
        let polled = body.as_mut().poll(&mut cx);
        *self.current.borrow_mut() = None;
        if polled.is_ready() {
            drop(body);
            self.tasks.borrow_mut().swap_remove(index);
        } else {
            self.tasks.borrow_mut()[index].body = Some(body);
        }
        self.admit();
        true
    }

    /// Whether a task is there, and polled when it is woken.
    pub(super) fn is_kept(&self, id: TaskId) -> bool {
        let tasks = self.tasks.borrow();
        tasks
            .iter()
            .any(|task| task.id == id && !task.state.is_frozen.get())
    }

    fn pick(&self, mut is_wanted: impl FnMut(&Task) -> bool) -> Option<usize> {
        self.admit();
        let wanted: Vec<usize> = {
            let tasks = self.tasks.borrow();
            let all = tasks.iter().enumerate();
            all.filter(|(_, task)| is_wanted(task))
                .map(|(index, _)| index)
                .collect()
        };
        (!wanted.is_empty()).then(|| wanted[self.below(wanted.len())])
    }

    fn drop_task(&self, index: usize) {
        let task = self.tasks.borrow_mut().swap_remove(index);
        drop(task);
        self.admit();
    }

    /// Drops a task between two polls.
    pub(super) fn drop_one(&self, kind: Kind) -> bool {
        let at_rest = |task: &Task| task.kind == kind && task.state.is_resting.get();
        let index = self.pick(at_rest);
        index.map(|index| self.drop_task(index)).is_some()
    }

    /// Unwinds a task out of the middle of a poll.
    pub(super) fn unwind_one(&self) -> bool {
        let index = self.pick(|task| task.state.is_fragile.get());
        index.map(|index| self.drop_task(index)).is_some()
    }

    /// Never polls a task again, which is kept.
    pub(super) fn freeze_one(&self, kind: Kind) -> bool {
        let at_rest = |task: &Task| task.kind == kind && task.state.is_resting.get();
        let Some(index) = self.pick(at_rest) else {
            return false;
        };
        self.tasks.borrow()[index].state.is_frozen.set(true);
        true
    }

    /// Everything of a process that has crashed.
    pub(super) fn crash(&self) {
        self.has_crashed.set(true);
        self.spawned.borrow_mut().clear();
        let tasks = core::mem::take(&mut *self.tasks.borrow_mut());
        drop(tasks);
        self.spawned.borrow_mut().clear();
        self.has_crashed.set(false);
    }

    pub(super) fn next_deadline(&self) -> Option<Timestamp> {
        self.admit();
        let tasks = self.tasks.borrow();
        let resting = tasks.iter().filter(|task| !task.state.is_frozen.get());
        resting.filter_map(|task| task.state.deadline.get()).min()
    }

    pub(super) fn advance(&self, to: Timestamp) {
        self.now.set(self.now.get().max(to));
    }

    /// Whether nobody is in the middle of a poll.
    pub(super) fn is_between_polls(&self) -> bool {
        self.admit();
        self.tasks
            .borrow()
            .iter()
            .all(|task| task.state.is_resting.get())
    }
}
