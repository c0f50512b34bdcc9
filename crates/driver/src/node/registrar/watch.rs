//! The task for nodes without a connection, and for connections whose tasks are kept but not polled.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::sync::Arc;

use onem2m_ws::cells::{By, Command};
use onem2m_ws_core::Timestamp;

use super::cell::NodeCell;
use super::phase::Stage;
use super::shared::Shared;
use super::store::{NoStore, Store, StoreDriver};
use crate::node::lock;
use crate::runtime::Runtime;
use crate::transport::Timer;

/// Sees to nodes without a connection, to the store, and to connections that nobody drives. The task ends with
/// [`RegistrarHandle::shutdown`](super::RegistrarHandle::shutdown), which closes connections in order.
///
/// When the task is dropped instead nothing is written any more, for nothing is left that would wait: connections are let go without
/// a Close frame, handlers that run are dropped, and every request ends at once as
/// [`RequestFailure::Gone`](crate::RequestFailure::Gone), as those that are made later do. A store keeps the requests that were stored, and the
/// events end. `serve` and its like own the task: dropping their future does the same.
#[must_use = "nothing expires unless the task is driven"]
pub struct RegistrarTask<R: Runtime, S: Store = NoStore> {
    shared: Arc<Shared<R>>,
    timer: R::Timer,
    store: Option<StoreDriver<S>>,
    /// The node at which the next round of the watch begins, and when it does.
    next_watched: u64,
    watch_at: Timestamp,
}

impl<R: Runtime, S: Store> RegistrarTask<R, S> {
    pub(super) fn new(shared: Arc<Shared<R>>, store: Option<S>) -> Self {
        let timer = shared.runtime.timer();
        let watch_at = timer.now().saturating_add(WATCH_INTERVAL);
        Self {
            timer,
            store: store.map(StoreDriver::new),
            shared,
            next_watched: 0,
            watch_at,
        }
    }

    /// Looks at some of the nodes: where a deadline is long past, or something has been asked that nobody carries out, the task
    /// that should see to it may be kept and not polled. What was asked gets its deadlines when it is carried out.
    fn watch(&mut self, now: Timestamp) {
        if now < self.watch_at {
            return;
        }
        self.watch_at = now.saturating_add(WATCH_INTERVAL);
        let cells: Vec<(u64, Arc<NodeCell>)> = {
            let directory = lock(&self.shared.directory);
            let page = directory.nodes_from(self.next_watched).take(WATCHED);
            page.map(|(number, cell)| (number, Arc::clone(cell)))
                .collect()
        };
        self.next_watched = match cells.last() {
            Some((last, _)) if cells.len() == WATCHED => last + 1,
            Some(_) | None => 0,
        };
        for (_, cell) in cells {
            let (deadline, has_line) =
                cell.with(|cell, _| (cell.levels().deadline, cell.has_line()));
            let is_overdue = |deadline: Timestamp| now.saturating_since(deadline) >= OVERDUE;
            if has_line || deadline.is_some_and(is_overdue) {
                self.expire(&cell, By::Watch);
            }
        }
    }

    fn expire(&self, cell: &Arc<NodeCell>, by: By) {
        // Where the node is out, whoever has custody carries this out.
        if cell.append(Command::Expire).is_ok() {
            self.shared.run_errand(cell, by);
        }
    }

    /// Does what is due; whether there may be more at once.
    fn turn(&mut self, now: Timestamp) -> bool {
        for _ in 0..TURN {
            let delegated = lock(&self.shared.watch).pop_delegated();
            if let Some(cell) = delegated {
                self.shared.run_errand(&cell, By::Watch);
                continue;
            }
            let parked = {
                let mut directory = lock(&self.shared.directory);
                directory.poll_parked(now).map(|(_, cell)| Arc::clone(cell))
            };
            match parked {
                Some(cell) => self.expire(&cell, By::Errand),
                None => return false,
            }
        }
        true
    }

    /// Says by when the task looks again, and what wakes it before; `None` if something has come up meanwhile.
    fn sleep_until(&self, waker: Waker) -> Option<Timestamp> {
        let parked = lock(&self.shared.directory).parked_timeout();
        let until = parked.map_or(self.watch_at, |parked| parked.min(self.watch_at));
        let mut watch = lock(&self.shared.watch);
        if core::mem::take(&mut watch.has_news) || watch.has_delegated() {
            return None;
        }
        let former = watch.waker.replace(waker);
        watch.until = Some(until);
        drop(watch);
        drop(former);
        Some(until)
    }
}

impl<R: Runtime, S: Store> Unpin for RegistrarTask<R, S> {}

impl<R: Runtime, S: Store> Future for RegistrarTask<R, S> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        let shared = Arc::clone(&this.shared);
        let _act = shared.act();
        for _ in 0..MAX_TURNS {
            if this.shared.stage() == Stage::Over {
                return Poll::Ready(());
            }
            if let (Some(driver), Some(queue)) = (&mut this.store, &this.shared.store) {
                driver.poll(cx, queue, &this.shared);
            }
            let now = this.timer.now();
            this.watch(now);
            if this.turn(now) {
                continue;
            }
            let Some(until) = this.sleep_until(cx.waker().clone()) else {
                continue;
            };
            // A node may have been parked between the look at the directory and the waker that was left.
            let parked = lock(&this.shared.directory).parked_timeout();
            if parked.is_some_and(|parked| parked < until) {
                continue;
            }
            if this.timer.poll_until(cx, until).is_pending() {
                return Poll::Pending;
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl<R: Runtime, S: Store> Drop for RegistrarTask<R, S> {
    fn drop(&mut self) {
        self.shared.close_all();
    }
}

impl<R: Runtime, S: Store> fmt::Debug for RegistrarTask<R, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistrarTask").finish_non_exhaustive()
    }
}

/// The pace of the watch: the time between looks, the nodes of one look, and the age of a deadline that is past.
const WATCH_INTERVAL: Duration = Duration::from_secs(1);
const WATCHED: usize = 256;
const OVERDUE: Duration = Duration::from_secs(1);
/// Nodes that are seen to before the store is, and turns before other tasks are.
const TURN: u32 = 64;
const MAX_TURNS: u32 = 8;
