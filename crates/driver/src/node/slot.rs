//! The place in which the outcome of a request waits for the future that asked for the outcome.

use core::mem;
use core::task::{Context, Poll, Waker};
use std::sync::{Arc, Weak};

use onem2m_primitive::ResponsePrimitive;
use onem2m_ws::Outcome;

use super::{RequestFailure, lock};
use crate::sync::Mutex;

/// The end of a request, for whoever made the request.
pub(super) type Answer = Result<ResponsePrimitive<'static>, RequestFailure>;

/// The outcome of one request. `H` is where the request lives, to be given up there.
#[derive(Debug)]
pub(super) struct Slot<H>(Mutex<State<H>>);

#[derive(Debug)]
struct State<H> {
    progress: Progress,
    home: Weak<H>,
}

#[derive(Debug)]
enum Progress {
    /// The one waker of the one future.
    Waits(Option<Waker>),
    Ended(Box<Answer>),
    /// Nobody waits: the outcome was taken, or the request given up.
    Left,
}

impl<H> Slot<H> {
    pub(super) fn new(home: &Arc<H>) -> Arc<Self> {
        Arc::new(Self(Mutex::new(State {
            progress: Progress::Waits(None),
            home: Arc::downgrade(home),
        })))
    }

    /// The request lives elsewhere now.
    pub(super) fn rehome(&self, home: &Arc<H>) {
        let home = Arc::downgrade(home);
        let former = mem::replace(&mut lock(&self.0).home, home);
        drop(former);
    }

    pub(super) fn home(&self) -> Option<Arc<H>> {
        lock(&self.0).home.upgrade()
    }

    /// The request has ended. To be called without any lock: the waker is called here.
    pub(super) fn end(&self, answer: Answer) {
        let former = {
            let mut state = lock(&self.0);
            match state.progress {
                Progress::Waits(_) => {
                    mem::replace(&mut state.progress, Progress::Ended(Box::new(answer)))
                }
                Progress::Left => return,
                Progress::Ended(_) => {
                    debug_assert!(false, "a request ends once");
                    return;
                }
            }
        };
        if let Progress::Waits(Some(waker)) = former {
            waker.wake();
        }
    }

    pub(super) fn poll(&self, cx: &Context<'_>) -> Poll<Answer> {
        let waker = cx.waker().clone();
        let former = {
            let mut state = lock(&self.0);
            let next = match &state.progress {
                Progress::Waits(_) => Progress::Waits(Some(waker)),
                Progress::Ended(_) | Progress::Left => Progress::Left,
            };
            mem::replace(&mut state.progress, next)
        };
        match former {
            // The waker that was replaced may be the last hold on a task: it is dropped without the lock.
            Progress::Waits(_) => Poll::Pending,
            Progress::Ended(answer) => Poll::Ready(*answer),
            Progress::Left => Poll::Ready(Err(RequestFailure::Gone)),
        }
    }

    /// The future does not wait any more: its waker goes with it.
    pub(super) fn leave(&self) {
        let former = mem::replace(&mut lock(&self.0).progress, Progress::Left);
        drop(former);
    }

    /// Returns whether nobody waits for the outcome.
    pub(super) fn is_left(&self) -> bool {
        matches!(lock(&self.0).progress, Progress::Left)
    }
}

/// The value that comes back with the outcome of a request to a registree.
#[derive(Debug)]
pub(super) enum Ticket<H> {
    /// A future waits for the outcome.
    Waited(Arc<Slot<H>>),
    /// The outcome is an event; the request counts with so many bytes until then.
    Posted(usize),
    /// The request had waited before a restart: its outcome is an event.
    Loaded,
}

/// The answer that an outcome is.
pub(super) fn answer(outcome: Outcome<'static>) -> Answer {
    outcome
        .into_response()
        .map_err(|outcome| RequestFailure::Ended(Box::new(outcome)))
}
