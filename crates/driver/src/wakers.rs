//! Everybody who waits for one connection.

use core::mem;
use core::task::{Context, Waker};
use std::sync::Arc;
use std::task::Wake;

use crate::sync::{Mutex, lock};

/// The wakers of a side that reads and of those that write, where one connection is polled by several tasks: what wakes one of
/// them wakes all, for only one waker can wait at a transport.
pub(crate) struct Wakers {
    waiting: Arc<Waiting>,
    /// Wakes all who wait: the transport knows no other.
    all: Waker,
}

#[derive(Default)]
struct Waiting(Mutex<Wanted>);

#[derive(Default)]
struct Wanted {
    reader: Option<Waker>,
    /// One for each number that waits.
    writers: Vec<(u64, Waker)>,
}

impl Wakers {
    pub(crate) fn new() -> Self {
        let waiting = Arc::new(Waiting::default());
        Self {
            all: Waker::from(Arc::clone(&waiting)),
            waiting,
        }
    }

    /// For polling the transport and its timer.
    pub(crate) fn context(&self) -> Context<'_> {
        Context::from_waker(&self.all)
    }

    /// The same, with the side that reads to be woken, too.
    pub(crate) fn reading(&self, cx: &Context<'_>) -> Context<'_> {
        let waker = cx.waker().clone();
        let before = lock(&self.waiting.0).reader.replace(waker);
        drop(before);
        self.context()
    }

    /// The same, with this one of those that write to be woken, too.
    pub(crate) fn writing(&self, cx: &Context<'_>, number: u64) -> Context<'_> {
        let waker = cx.waker().clone();
        let mut wanted = lock(&self.waiting.0);
        let before = match wanted.writers.iter_mut().find(|(of, _)| *of == number) {
            Some((_, place)) => Some(mem::replace(place, waker)),
            None => {
                wanted.writers.push((number, waker));
                None
            }
        };
        drop(wanted);
        drop(before);
        self.context()
    }

    /// This one of those that write waits no more.
    pub(crate) fn forget(&self, number: u64) {
        let mut wanted = lock(&self.waiting.0);
        let index = wanted.writers.iter().position(|(of, _)| *of == number);
        let before = index.map(|index| wanted.writers.swap_remove(index));
        drop(wanted);
        drop(before);
    }

    pub(crate) fn wake(&self) {
        self.all.wake_by_ref();
    }

    pub(crate) fn wake_writers(&self) {
        let writers = mem::take(&mut lock(&self.waiting.0).writers);
        writers.into_iter().for_each(|(_, waker)| waker.wake());
    }
}

impl Wake for Waiting {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let Wanted { reader, writers } = mem::take(&mut *lock(&self.0));
        reader.into_iter().for_each(Waker::wake);
        writers.into_iter().for_each(|(_, waker)| waker.wake());
    }
}
