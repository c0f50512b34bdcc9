//! An executor that polls a task only when the task was woken, and lets something happen only when it was not.

use core::future::Future;
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll, Waker};
use std::sync::Arc;
use std::task::Wake;

use crate::world::World;

/// How a task is woken.
#[derive(Default)]
pub(crate) struct Alarm {
    is_woken: AtomicBool,
}

impl Wake for Alarm {
    fn wake(self: Arc<Self>) {
        self.is_woken.store(true, Ordering::Relaxed);
    }
}

impl Alarm {
    /// Whether the task was woken since the last call.
    pub(crate) fn take(&self) -> bool {
        self.is_woken.swap(false, Ordering::Relaxed)
    }
}

/// How a run ended.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Run<R> {
    Ready(R),
    /// Nothing would ever wake the task but time.
    Waiting,
    /// Nothing would ever wake the task.
    Stuck,
}

impl<R> Run<R> {
    #[track_caller]
    pub(crate) fn ready(self) -> R {
        match self {
            Self::Ready(result) => result,
            Self::Waiting => panic!("the task waits for its alarm"),
            Self::Stuck => panic!("nothing will ever wake the task"),
        }
    }

    #[track_caller]
    pub(crate) fn check_waiting(self) {
        match self {
            Self::Ready(_) => panic!("the task did not wait"),
            Self::Waiting | Self::Stuck => {}
        }
    }
}

impl World {
    /// Polls until it is ready, in the time that is now.
    pub(crate) fn poll<R>(&self, poll: impl FnMut(&mut Context<'_>) -> Poll<R>) -> Run<R> {
        self.poll_with(poll, || false)
    }

    /// Polls until it is ready; time passes whenever nothing else happens.
    pub(crate) fn poll_in_time<R>(&self, poll: impl FnMut(&mut Context<'_>) -> Poll<R>) -> Run<R> {
        self.poll_with(poll, || self.sleep())
    }

    /// A new waker for every poll: the one before is worth nothing any more.
    fn poll_with<R>(
        &self,
        mut poll: impl FnMut(&mut Context<'_>) -> Poll<R>,
        sleep: impl Fn() -> bool,
    ) -> Run<R> {
        for _ in 0..MAX_POLLS {
            let alarm = Arc::new(Alarm::default());
            let waker = Waker::from(Arc::clone(&alarm));
            if let Poll::Ready(result) = poll(&mut Context::from_waker(&waker)) {
                return Run::Ready(result);
            }
            while !alarm.take() {
                if !self.wake_one() && !sleep() {
                    return if self.has_alarm() {
                        Run::Waiting
                    } else {
                        Run::Stuck
                    };
                }
            }
        }
        panic!("the task does not come to rest");
    }

    /// Runs a future in the time that is now.
    pub(crate) fn run<F: Future>(&self, future: F) -> Run<F::Output> {
        let mut future = pin!(future);
        self.poll(|cx| future.as_mut().poll(cx))
    }

    /// Runs a future; time passes whenever nothing else happens.
    pub(crate) fn run_in_time<F: Future>(&self, future: F) -> Run<F::Output> {
        let mut future = pin!(future);
        self.poll_in_time(|cx| future.as_mut().poll(cx))
    }
}

/// Polls a future once, and drops it.
pub(crate) fn once<F: Future>(future: F, cx: &mut Context<'_>) -> Poll<F::Output> {
    pin!(future).poll(cx)
}

/// More polls than any test needs.
const MAX_POLLS: usize = 2_000_000;
