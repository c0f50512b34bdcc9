//! The events of a node: a bounded stream of events, and counters.

use core::fmt;
use core::future::poll_fn;
use core::mem;
use core::sync::atomic::Ordering;
use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::sync::Arc;

#[cfg(feature = "deflate")]
use onem2m_ws_core::DeflateCounters;

use super::lock;
use crate::sync::{AtomicU64, AtomicUsize, Mutex};

/// Something that happens in a node, as far as [`Observers`] and counters go.
pub(super) trait Occurrence: fmt::Debug + Send + Sync + 'static {
    /// The number of counters.
    const COUNTERS: usize;

    /// The first of the four counters of the bytes of compressed messages: sent, before and after, and received.
    #[cfg(feature = "deflate")]
    const FIRST_COMPRESSED: usize;

    /// Which counter counts the event.
    fn counter(&self) -> usize;

    /// Tells `tracing` (feature of the same name).
    #[cfg(feature = "tracing")]
    fn trace(&self);
}

/// Those who watch a node, and the counters.
pub(super) struct Observers<E> {
    counters: Box<[AtomicU64]>,
    watching: AtomicUsize,
    ring: Mutex<Ring<E>>,
}

struct Ring<E> {
    /// Each event once, whoever watches.
    events: VecDeque<Arc<E>>,
    /// The number of the first of them.
    first: u64,
    capacity: usize,
    wakers: Vec<(u64, Waker)>,
    next_stream: u64,
    /// True if nothing happens any more.
    has_ended: bool,
}

impl<E: Occurrence> Observers<E> {
    pub(super) fn new(capacity: usize) -> Arc<Self> {
        Arc::new(Self {
            counters: (0..E::COUNTERS).map(|_| AtomicU64::new(0)).collect(),
            watching: AtomicUsize::new(0),
            ring: Mutex::new(Ring {
                events: VecDeque::new(),
                first: 0,
                capacity: capacity.max(1),
                wakers: Vec::new(),
                next_stream: 0,
                has_ended: false,
            }),
        })
    }

    /// Counts something that is told elsewhere.
    pub(super) fn note(&self, counter: usize) {
        self.add(counter, 1);
    }

    /// Counts the bytes of compressed messages, where compression was agreed.
    #[cfg(feature = "deflate")]
    pub(super) fn note_compressed(&self, bytes: Option<DeflateCounters>) {
        let Some(DeflateCounters { outgoing, incoming }) = bytes else {
            return;
        };
        let each = [outgoing.uncompressed, outgoing.compressed];
        let each = each
            .into_iter()
            .chain([incoming.uncompressed, incoming.compressed]);
        for (index, count) in each.enumerate().filter(|(_, count)| *count > 0) {
            self.add(E::FIRST_COMPRESSED + index, count);
        }
    }

    fn add(&self, counter: usize, count: u64) {
        if let Some(counter) = self.counters.get(counter) {
            counter.fetch_add(count, Ordering::Relaxed);
        }
    }

    /// Tells an event. To be called without any lock: wakers are called here.
    pub(super) fn tell(&self, event: E) {
        self.note(event.counter());
        #[cfg(feature = "tracing")]
        event.trace();
        if self.watching.load(Ordering::Relaxed) == 0 {
            return;
        }
        let event = Arc::new(event);
        let (wakers, lost) = {
            let mut ring = lock(&self.ring);
            if ring.has_ended {
                return;
            }
            let lost = if ring.events.len() >= ring.capacity {
                ring.first += 1;
                ring.events.pop_front()
            } else {
                None
            };
            ring.events.push_back(event);
            (mem::take(&mut ring.wakers), lost)
        };
        drop(lost);
        wakers.into_iter().for_each(|(_, waker)| waker.wake());
    }

    /// Nothing happens any more: those who watch are told so, once they have read the rest. To be called without any lock.
    pub(super) fn end(&self) {
        let wakers = {
            let mut ring = lock(&self.ring);
            ring.has_ended = true;
            mem::take(&mut ring.wakers)
        };
        wakers.into_iter().for_each(|(_, waker)| waker.wake());
    }

    pub(super) fn count(&self, counter: usize) -> u64 {
        let counter = self.counters.get(counter);
        counter.map_or(0, |counter| counter.load(Ordering::Relaxed))
    }

    pub(super) fn watch(self: &Arc<Self>) -> Events<E> {
        self.watching.fetch_add(1, Ordering::Relaxed);
        let mut ring = lock(&self.ring);
        let stream = ring.next_stream;
        ring.next_stream += 1;
        let position = ring.first + u64::try_from(ring.events.len()).unwrap_or(0);
        drop(ring);
        Events {
            observers: Arc::clone(self),
            stream,
            position,
        }
    }
}

impl<E> fmt::Debug for Observers<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observers").finish_non_exhaustive()
    }
}

/// The events of a node from the moment on at which they were asked for. A reader that does not keep up loses the oldest, and is
/// told how many. The stream ends once nothing more can happen: when the node has ended, and the connections and handshakes that
/// there were.
pub struct Events<E> {
    observers: Arc<Observers<E>>,
    stream: u64,
    position: u64,
}

/// The next of [`Events`].
#[derive(Clone, Debug)]
pub enum Observed<E> {
    /// An event.
    Event(Arc<E>),
    /// This number of events was lost, for they were not taken in time.
    Missed(u64),
}

impl<E: fmt::Display> fmt::Display for Observed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Event(event) => event.fmt(f),
            Self::Missed(count) => write!(f, "{count} events were missed"),
        }
    }
}

impl<E> Events<E> {
    /// Returns the next event; `None` once the stream has ended. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Observed<E>> {
        let waiting = Waiting(self);
        poll_fn(|cx| waiting.0.poll_next(cx)).await
    }

    /// Returns the next event, if there is one; `None` once the stream has ended.
    pub fn poll_next(&mut self, cx: &Context<'_>) -> Poll<Option<Observed<E>>> {
        let waker = cx.waker().clone();
        let replaced;
        {
            let mut ring = lock(&self.observers.ring);
            if self.position < ring.first {
                let missed = ring.first - self.position;
                self.position = ring.first;
                return Poll::Ready(Some(Observed::Missed(missed)));
            }
            let index = usize::try_from(self.position - ring.first).unwrap_or(usize::MAX);
            if let Some(event) = ring.events.get(index) {
                self.position += 1;
                return Poll::Ready(Some(Observed::Event(Arc::clone(event))));
            }
            if ring.has_ended {
                return Poll::Ready(None);
            }
            let slot = ring
                .wakers
                .iter_mut()
                .find(|(stream, _)| *stream == self.stream);
            replaced = match slot {
                Some((_, slot)) => Some(mem::replace(slot, waker)),
                None => {
                    ring.wakers.push((self.stream, waker));
                    None
                }
            };
        }
        drop(replaced);
        Poll::Pending
    }
}

/// A future that waits for the next event: its waker goes with it.
struct Waiting<'e, E>(&'e mut Events<E>);

impl<E> Drop for Waiting<'_, E> {
    fn drop(&mut self) {
        let waker = lock(&self.0.observers.ring).take_waker(self.0.stream);
        drop(waker);
    }
}

impl<E> Ring<E> {
    fn take_waker(&mut self, stream: u64) -> Option<Waker> {
        let is_mine = |(other, _): &(u64, Waker)| *other == stream;
        let index = self.wakers.iter().position(is_mine)?;
        Some(self.wakers.swap_remove(index).1)
    }
}

impl<E> Drop for Events<E> {
    fn drop(&mut self) {
        let is_last = self.observers.watching.fetch_sub(1, Ordering::Relaxed) == 1;
        let mut dropped = (None, VecDeque::new());
        {
            let mut ring = lock(&self.observers.ring);
            dropped.0 = ring.take_waker(self.stream);
            if is_last {
                ring.first += u64::try_from(ring.events.len()).unwrap_or(0);
                dropped.1 = mem::take(&mut ring.events);
            }
        }
        drop(dropped);
    }
}

impl<E> fmt::Debug for Events<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events")
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}
