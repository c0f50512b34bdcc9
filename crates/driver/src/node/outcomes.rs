//! Requests of the application that wait for their outcome.

use core::task::{Context, Poll, Waker};
use std::collections::BTreeMap;

use onem2m_ws::{Outcome, RequestId};

#[derive(Debug, Default)]
pub(super) struct Outcomes {
    slots: BTreeMap<RequestId, Slot>,
    /// Those who wait for room.
    crowd: Vec<Waker>,
}

#[derive(Debug)]
enum Slot {
    Waits(Option<Waker>),
    Ended(Box<Outcome<'static>>),
}

impl Outcomes {
    pub(super) fn insert(&mut self, id: RequestId) {
        self.slots.insert(id, Slot::Waits(None));
    }

    pub(super) fn end(&mut self, id: RequestId, outcome: Outcome<'_>) {
        if let Some(slot) = self.slots.get_mut(&id)
            && let Slot::Waits(waker) =
                core::mem::replace(slot, Slot::Ended(Box::new(outcome.into_owned())))
        {
            waker.into_iter().for_each(Waker::wake);
        }
        self.crowd.drain(..).for_each(Waker::wake);
    }

    pub(super) fn poll(
        &mut self,
        cx: &Context<'_>,
        id: RequestId,
    ) -> Poll<Option<Outcome<'static>>> {
        match self.slots.remove(&id) {
            Some(Slot::Ended(outcome)) => Poll::Ready(Some(*outcome)),
            Some(Slot::Waits(_)) => {
                self.slots.insert(id, Slot::Waits(Some(cx.waker().clone())));
                Poll::Pending
            }
            None => Poll::Ready(None),
        }
    }

    /// Nobody waits for it any more; whether it had not ended.
    pub(super) fn forget(&mut self, id: RequestId) -> bool {
        matches!(self.slots.remove(&id), Some(Slot::Waits(_)))
    }

    pub(super) fn wait_for_room(&mut self, cx: &Context<'_>) {
        self.crowd.push(cx.waker().clone());
    }

    /// Nothing ends any more: what has not ended never will.
    pub(super) fn close(&mut self) {
        self.slots.retain(|_, slot| {
            if let Slot::Waits(waker) = slot {
                waker.take().into_iter().for_each(Waker::wake);
            }
            matches!(slot, Slot::Ended(_))
        });
        self.wake_crowd();
    }

    /// There may be room again.
    pub(super) fn wake_crowd(&mut self) {
        self.crowd.drain(..).for_each(Waker::wake);
    }
}
