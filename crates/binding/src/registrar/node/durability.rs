//! The operations of the store that the node wants (TS-0020 6.5).

use alloc::boxed::Box;
use alloc::sync::Arc;

use onem2m_ws_core::Timestamp;

use super::super::command::StoreAnswer;
use super::super::store::{StoreOperation, StorePut};
use super::routing::routed_among;
use super::{Effect, Node, PlaceInStore};
use crate::session::{RequestId, StoreStep};

impl<T> Node<T> {
    /// Returns whether [`poll_store`](Self::poll_store) may have something.
    #[must_use]
    pub fn has_store_operations(&self) -> bool {
        self.session.has_store_steps()
    }

    /// Returns the next step of the store, if there is one. `next_seq` gives a place in the store.
    pub fn poll_store(&mut self, mut next_seq: impl FnMut() -> u64) -> Option<StoreOperation> {
        loop {
            let (id, step) = self.session.poll_store()?;
            let operation = match step {
                StoreStep::Put => self.put(id, &mut next_seq),
                StoreStep::Take => self.routed_mut(id).and_then(|routed| {
                    let entity = Arc::clone(&routed.entity);
                    let seq = routed.place.put()?;
                    Some(StoreOperation::Take { id, seq, entity })
                }),
                StoreStep::End => self.take_ended(id),
            };
            // What has ended before the store heard of it needs no place there.
            if operation.is_some() {
                return operation;
            }
        }
    }

    pub(super) fn put(
        &mut self,
        id: RequestId,
        next_seq: impl FnMut() -> u64,
    ) -> Option<StoreOperation> {
        let (request, deadline) = self.session.waiting_request(id)?;
        let identity = (*self.identity).clone();
        let deadline = self.session.since_unix_epoch(deadline);
        let seq = self.place(id, next_seq)?;
        let entity = Arc::clone(&self.routed_mut(id)?.entity);
        Some(StoreOperation::Put(Box::new(StorePut {
            id,
            seq,
            entity,
            identity,
            deadline,
            request,
        })))
    }

    /// The place of a request that is put. Those that the connection was given before and that were not written may come back to wait,
    /// and are loaded in front of it all the same, whichever node they were asked of: they have their places reserved, in their order.
    fn place(&mut self, id: RequestId, mut next_seq: impl FnMut() -> u64) -> Option<u64> {
        for before in self.session.unwritten_requests() {
            if let Some(routed) = routed_among(&mut self.requests, before)
                && routed.place == PlaceInStore::Without
            {
                routed.place = PlaceInStore::Reserved(next_seq());
            }
        }
        let routed = routed_among(&mut self.requests, id)?;
        let seq = match routed.place {
            PlaceInStore::Without => next_seq(),
            PlaceInStore::Reserved(seq) | PlaceInStore::Put(seq) => seq,
        };
        routed.place = PlaceInStore::Put(seq);
        Some(seq)
    }

    /// Keeps the place of a request that has ended until the store has forgotten it. None is dropped, or the request would come back
    /// with a restart. From `max_unended` on nothing else is put: more of them were put before, or were loaded.
    pub(super) fn note_ended(&mut self, id: RequestId, seq: u64, entity: Arc<str>) {
        self.ended.push((id, seq, entity));
        if self.ended.len() >= self.session.config().max_unended {
            self.session.set_durable(false);
        }
    }

    fn forget_ended(&mut self, index: usize) {
        self.ended.swap_remove(index);
        // What waits is gone through then: not with each end at the limit.
        if self.is_durable && self.ended.len() <= self.session.config().max_unended / 2 {
            self.session.set_durable(true);
        }
    }

    pub(super) fn take_ended(&self, id: RequestId) -> Option<StoreOperation> {
        let mut ended = self.ended.iter();
        let (_, seq, entity) = ended.find(|(other, ..)| *other == id)?;
        // The place is known until the store has done it: what fails is tried again.
        Some(StoreOperation::End {
            id,
            seq: *seq,
            entity: Arc::clone(entity),
        })
    }

    pub(super) fn take_store_answer(
        &mut self,
        now: Timestamp,
        entity: Arc<str>,
        answer: StoreAnswer,
    ) {
        let ended = self
            .ended
            .iter()
            .position(|(other, ..)| *other == answer.id());
        if let (StoreAnswer::Done(_, StoreStep::End), Some(index)) = (answer, ended) {
            return self.forget_ended(index);
        }
        if self.routed(answer.id()).is_none() && ended.is_none() && !self.has_entity(&entity) {
            // The request has moved with its entity, or has ended.
            let effect = Effect::StoreElsewhere { entity, answer };
            return self.effects.push_back(effect);
        }
        match answer {
            StoreAnswer::Done(id, StoreStep::Put) => self.session.handle_stored(now, id),
            StoreAnswer::Done(id, StoreStep::Take) => self.session.handle_taken(now, id),
            StoreAnswer::Done(_, StoreStep::End) => {}
            StoreAnswer::Failed(id, step) => self.session.handle_store_failed(now, id, step),
        }
    }
}
