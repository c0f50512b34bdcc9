//! The connection between its halves: whoever polls it has custody of it, and nobody between two polls.

use core::mem;
use core::task::{Context, Poll, Waker};

use onem2m_ws_core::Sent;

use super::link::Link;
use super::sender::{Command, Writer};
use crate::error::Error;
use crate::sync::{AtomicU64, Mutex, lock};
use crate::transport::{Timer, Transport};
use crate::wakers::Wakers;
use crate::websocket::Standing;

pub(super) struct Shared<T, C> {
    place: Mutex<Place<Link<T, C>>>,
    wakers: Wakers,
    next_sender: AtomicU64,
}

/// Where the connection is.
///
/// ```text
///          check out              abandon
///   Free ────────────► Held ─────────────────┐
///    │ ▲                │  (dropped by holder)▼
///    │ └── put back ────┘                   Gone
///    └────────── abandon ────────────────────▲
/// ```
enum Place<L> {
    /// Nobody polls it.
    Free(Box<L>),
    /// Somebody does; whoever wanted to meanwhile.
    Held(Vec<Waker>),
    /// The receiving half was dropped.
    Gone,
}

enum Step<'w, L> {
    /// With the waker of whoever has to come again, if another has the connection.
    CheckOut(&'w mut Option<Waker>),
    PutBack(Box<L>),
    Abandon,
}

/// What a step leaves to its caller, for it runs under the lock.
struct Left<L> {
    /// The connection: to be used by who checked it out, to be dropped by others.
    link: Option<Box<L>>,
    to_wake: Vec<Waker>,
}

impl<L> Place<L> {
    /// The only place that assigns it.
    fn change(&mut self, step: Step<'_, L>) -> Left<L> {
        let (place, link, to_wake) = match (mem::replace(self, Self::Gone), step) {
            (Self::Free(link), Step::CheckOut(_)) => {
                (Self::Held(Vec::new()), Some(link), Vec::new())
            }
            (Self::Held(mut missed), Step::CheckOut(waker)) => {
                missed.extend(waker.take());
                (Self::Held(missed), None, Vec::new())
            }
            (Self::Held(missed), Step::PutBack(link)) => (Self::Free(link), None, missed),
            (Self::Held(missed), Step::Abandon) => (Self::Gone, None, missed),
            (Self::Free(link), Step::Abandon) => (Self::Gone, Some(link), Vec::new()),
            (Self::Gone, Step::PutBack(link)) => (Self::Gone, Some(link), Vec::new()),
            (Self::Gone, Step::CheckOut(_) | Step::Abandon) => (Self::Gone, None, Vec::new()),
            (Self::Free(link), Step::PutBack(other)) => {
                debug_assert!(false, "what was put back had not been checked out");
                (Self::Free(link), Some(other), Vec::new())
            }
        };
        *self = place;
        Left { link, to_wake }
    }
}

impl<T: Transport, C: Timer> Shared<T, C> {
    pub(super) fn new(link: Link<T, C>) -> Self {
        Self {
            place: Mutex::new(Place::Free(Box::new(link))),
            wakers: Wakers::new(),
            next_sender: AtomicU64::new(0),
        }
    }

    /// Custody for the receiving half: `None` if that was dropped, which it cannot have been.
    pub(super) fn poll_receiving(&self, cx: &Context<'_>) -> Poll<Option<Custody<'_, T, C>>> {
        self.wakers.reading(cx);
        self.check_out(cx)
    }

    /// `None` when the receiving half is gone.
    fn check_out(&self, cx: &Context<'_>) -> Poll<Option<Custody<'_, T, C>>> {
        let mut waker = Some(cx.waker().clone());
        let mut place = lock(&self.place);
        let left = place.change(Step::CheckOut(&mut waker));
        let is_held = matches!(&*place, Place::Held(_));
        drop(place);
        match left.link {
            Some(mut link) => Poll::Ready(Some(Custody {
                shared: self,
                before: link.standing(),
                link: Some(link),
            })),
            None if is_held => Poll::Pending,
            None => Poll::Ready(None),
        }
    }

    fn change(&self, step: Step<'_, Link<T, C>>) {
        let left = lock(&self.place).change(step);
        left.to_wake.into_iter().for_each(Waker::wake);
    }
}

impl<T, C> Shared<T, C> {
    /// The receiving half is dropped: so is the connection, by whoever has it.
    pub(super) fn abandon(&self) {
        let left = lock(&self.place).change(Step::Abandon);
        drop(left.link);
        left.to_wake.into_iter().for_each(Waker::wake);
        self.wakers.wake();
    }
}

/// The right to poll the connection, which lasts for one poll.
pub(super) struct Custody<'s, T: Transport, C: Timer> {
    shared: &'s Shared<T, C>,
    /// There until it is put back.
    link: Option<Box<Link<T, C>>>,
    before: Standing,
}

impl<T: Transport, C: Timer> Custody<'_, T, C> {
    /// Lets `act` poll the connection; the context wakes everybody who waits for it.
    pub(super) fn poll<R>(
        &mut self,
        act: impl FnOnce(&mut Link<T, C>, &mut Context<'_>) -> Poll<R>,
    ) -> Poll<R> {
        let Some(link) = &mut self.link else {
            debug_assert!(false, "custody of what was put back");
            return Poll::Pending;
        };
        act(link, &mut self.shared.wakers.context())
    }

    pub(super) fn link(&mut self) -> Option<&mut Link<T, C>> {
        self.link.as_deref_mut()
    }
}

impl<T: Transport, C: Timer> Drop for Custody<'_, T, C> {
    fn drop(&mut self) {
        let Some(mut link) = self.link.take() else {
            return;
        };
        let (before, after) = (self.before, link.standing());
        self.shared.change(Step::PutBack(link));
        let has_ended = (before.is_open, before.has_failed) != (after.is_open, after.has_failed);
        if has_ended {
            self.shared.wakers.wake();
        } else if after.remaining < before.remaining || before.needs_flush && !after.needs_flush {
            // Who waited for that may have been told of it by nobody else.
            self.shared.wakers.wake_writers();
        }
    }
}

impl<T: Transport + Send, C: Timer + Send> Writer for Shared<T, C> {
    fn next_sender(&self) -> u64 {
        self.next_sender
            .fetch_add(1, core::sync::atomic::Ordering::Relaxed)
    }

    fn poll_deliver(
        &self,
        cx: &mut Context<'_>,
        sender: u64,
        command: &mut Option<Command>,
        sent: &mut Option<Sent>,
    ) -> Poll<Result<(), Error>> {
        self.poll_sending(cx, sender, |link, cx| link.poll_deliver(cx, command, sent))
    }

    fn poll_room(&self, cx: &mut Context<'_>, sender: u64) -> Poll<Result<(), Error>> {
        self.poll_sending(cx, sender, |link, cx| link.poll_room(cx))
    }

    fn forget(&self, sender: u64) {
        self.wakers.forget(sender);
    }
}

impl<T: Transport, C: Timer> Shared<T, C> {
    /// Lets a sending half poll the connection.
    fn poll_sending(
        &self,
        cx: &Context<'_>,
        sender: u64,
        act: impl FnOnce(&mut Link<T, C>, &mut Context<'_>) -> Poll<Result<(), Error>>,
    ) -> Poll<Result<(), Error>> {
        self.wakers.writing(cx, sender);
        let polled = match self.check_out(cx) {
            Poll::Ready(Some(mut custody)) => custody.poll(act),
            Poll::Ready(None) => Poll::Ready(Err(Error::Disconnected)),
            Poll::Pending => Poll::Pending,
        };
        if polled.is_ready() {
            self.wakers.forget(sender);
        }
        polled
    }
}
