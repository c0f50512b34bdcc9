//! The phase of a registrar: how far its end is, who waits for it, and who may tell an event until then.

use core::future::{Future, poll_fn};
use core::mem;
use core::pin::Pin;
use core::sync::atomic::Ordering;
use core::task::{Context, Poll, Waker};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::shared::Shared;
use crate::node::lock;
use crate::runtime::Runtime;
use crate::sync::{AtomicUsize, Mutex};

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Stage {
    #[default]
    Serving,
    /// No connection is accepted, and those that there are close when nothing is under way.
    Draining,
    /// All has ended.
    Over,
}

pub(super) struct Phase {
    progress: Mutex<Progress>,
    /// Those who may tell an event: the registrar until it is over, and beyond that whatever was under way then.
    acts: AtomicUsize,
}

#[derive(Default)]
struct Progress {
    stage: Stage,
    /// Those who accept connections, or wait for the end: one waker each.
    wakers: BTreeMap<u64, Waker>,
    next_watch: u64,
}

impl Phase {
    pub(super) fn new() -> Self {
        Self {
            progress: Mutex::default(),
            acts: AtomicUsize::new(1),
        }
    }
}

/// Waits for the end of a registrar.
pub(super) struct PhaseWatch<R: Runtime> {
    shared: Arc<Shared<R>>,
    number: u64,
}

impl<R: Runtime> PhaseWatch<R> {
    pub(super) fn new(shared: &Arc<Shared<R>>) -> Self {
        let mut progress = lock(&shared.phase.progress);
        let number = progress.next_watch;
        progress.next_watch += 1;
        drop(progress);
        Self {
            shared: Arc::clone(shared),
            number,
        }
    }

    /// The stage of the end; the task is woken when that changes, and when connections end.
    pub(super) fn poll(&self, cx: &Context<'_>) -> Stage {
        let waker = cx.waker().clone();
        let (stage, replaced) = {
            let mut progress = lock(&self.shared.phase.progress);
            let replaced = progress.wakers.insert(self.number, waker);
            (progress.stage, replaced)
        };
        drop(replaced);
        stage
    }

    /// Runs a future, unless the registrar is over before: what waits then is given up.
    pub(super) fn until_over<'f, O>(
        &'f self,
        mut future: Pin<&'f mut impl Future<Output = O>>,
    ) -> impl Future<Output = Option<O>> {
        poll_fn(move |cx| match future.as_mut().poll(cx) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if self.poll(cx) == Stage::Over => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
    }
}

impl<R: Runtime> Drop for PhaseWatch<R> {
    fn drop(&mut self) {
        let removed = lock(&self.shared.phase.progress)
            .wakers
            .remove(&self.number);
        drop(removed);
    }
}

/// Something under way that may tell an event: the events do not end before. Not to be dropped under a lock.
pub(super) struct Act<'s, R: Runtime>(&'s Shared<R>);

impl<R: Runtime> Drop for Act<'_, R> {
    fn drop(&mut self) {
        self.0.end_act();
    }
}

impl<R: Runtime> Shared<R> {
    /// Returns whether connections are accepted.
    pub(super) fn is_serving(&self) -> bool {
        self.stage() == Stage::Serving
    }

    /// Returns whether all has ended.
    pub(super) fn is_over(&self) -> bool {
        self.stage() == Stage::Over
    }

    pub(super) fn stage(&self) -> Stage {
        lock(&self.phase.progress).stage
    }

    /// Begins something that may tell an event. What is begun once the registrar is over may find the events ended, so whoever
    /// looks at the stage does so behind this.
    pub(super) fn act(&self) -> Act<'_, R> {
        self.begin_act();
        Act(self)
    }

    /// A connection is an act from the moment on at which it counts.
    pub(super) fn begin_act(&self) {
        self.phase.acts.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn end_act(&self) {
        // Whoever is the last sees to it that all the others have told is there to be read.
        if self.phase.acts.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.observers.end();
        }
    }

    /// Those who wait for the end look again.
    pub(super) fn wake_phase(&self) {
        let wakers = {
            let mut progress = lock(&self.phase.progress);
            if progress.stage == Stage::Serving {
                return;
            }
            mem::take(&mut progress.wakers)
        };
        wakers.into_values().for_each(Waker::wake);
    }

    /// No connection is accepted any more.
    pub(super) fn begin_draining(&self) {
        {
            let mut progress = lock(&self.phase.progress);
            if progress.stage == Stage::Serving {
                progress.stage = Stage::Draining;
            }
        }
        self.wake_phase();
    }

    /// The registrar is over: what it was to tell itself is told once the act is dropped.
    pub(super) fn begin_end(&self) -> Act<'_, R> {
        let former = mem::replace(&mut lock(&self.phase.progress).stage, Stage::Over);
        if former == Stage::Over {
            // Somebody else has ended it.
            self.begin_act();
        }
        Act(self)
    }
}
