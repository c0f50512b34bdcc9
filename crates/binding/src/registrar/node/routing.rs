//! Requests to the entities of the node, from their admission to their end, and on their way to another node.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use onem2m_ws_core::Timestamp;

use super::super::RegistrarEvent;
use super::super::command::{Adopted, Loaded, Submission};
use super::super::directory::Names;
use super::{Effect, Node, PlaceInStore, Routed};
use crate::session::{Delivery, RequestError, RequestId};

impl<T> Node<T> {
    pub(super) fn submit(&mut self, now: Timestamp, submission: Box<Submission<T>>) {
        if !self.has_entity(&submission.entity) {
            return self.effects.push_back(Effect::Elsewhere(submission));
        }
        let Submission {
            id,
            entity,
            request,
            options,
            ticket,
        } = *submission;
        match self.session.request_as(now, id, request, options) {
            Ok(()) => self.route(id, entity, PlaceInStore::Without, ticket),
            Err(error) => self
                .effects
                .push_back(Effect::NotTaken { id, ticket, error }),
        }
    }

    pub(super) fn route(
        &mut self,
        id: RequestId,
        entity: Arc<str>,
        place: PlaceInStore,
        ticket: T,
    ) {
        let routed = Routed {
            entity,
            place,
            ticket,
        };
        let at = self.requests.partition_point(|(other, _)| *other < id);
        self.requests.insert(at, (id, routed));
    }

    pub(super) fn routed(&self, id: RequestId) -> Option<usize> {
        self.requests
            .binary_search_by_key(&id, |(other, _)| *other)
            .ok()
    }

    /// Forgets a request that has ended; what came with it.
    pub(super) fn unroute(&mut self, id: RequestId) -> Option<T> {
        let index = self.routed(id)?;
        let (_, routed) = self.requests.remove(index)?;
        if self.requests.is_empty() {
            self.requests = VecDeque::new();
        }
        if let Some(seq) = routed.place.put() {
            self.note_ended(id, seq, routed.entity);
        }
        Some(routed.ticket)
    }

    /// Gives a request up, without an outcome; how far the request had come.
    pub(in crate::registrar) fn cancel(
        &mut self,
        now: Timestamp,
        id: RequestId,
    ) -> Option<Delivery> {
        let delivery = self.session.cancel(now, id);
        // The request may have ended a moment before, with an outcome.
        self.collect(now);
        self.unroute(id);
        delivery
    }

    /// Hands over what waits for an entity that lives elsewhere now.
    pub(super) fn surrender(&mut self, now: Timestamp, entity: String, names: &impl Names) {
        if names
            .find(&entity)
            .is_some_and(|place| place.is_registered && place.node == self.number)
        {
            // It has come back meanwhile, and what had waited at the other node comes along.
            return;
        }
        self.entities
            .retain(|registered| registered.entity != entity);
        let requests = &self.requests;
        let is_for = |id: RequestId| {
            let index = requests.binary_search_by_key(&id, |(other, _)| *other);
            let routed = index.ok().and_then(|index| requests.get(index));
            routed.is_some_and(|(_, routed)| *routed.entity == *entity)
        };
        let surrendered = self.session.surrender(now, is_for);
        let mut adopted = Vec::with_capacity(surrendered.len());
        for surrendered in surrendered {
            let Some(index) = self.routed(surrendered.id()) else {
                debug_assert!(false, "what was surrendered is routed");
                continue;
            };
            if let Some((_, routed)) = self.requests.remove(index) {
                adopted.push(Adopted {
                    surrendered,
                    place: routed.place,
                    ticket: routed.ticket,
                });
            }
        }
        self.effects.push_back(Effect::Surrendered {
            entity,
            requests: adopted,
        });
    }

    pub(super) fn adopt(&mut self, now: Timestamp, entity: Arc<str>, adopted: Adopted<T>) {
        self.route(
            adopted.surrendered.id(),
            entity,
            adopted.place,
            adopted.ticket,
        );
        self.session.adopt(now, adopted.surrendered);
    }

    pub(super) fn load(&mut self, now: Timestamp, loaded: Loaded<T>) {
        let Loaded {
            id,
            entity,
            seq,
            deadline,
            request,
            was_taken,
            ticket,
        } = loaded;
        if was_taken {
            self.note_ended(id, seq, Arc::clone(&entity));
            self.session.plan_end(id);
            let entity = String::from(&*entity);
            return self.note(RegistrarEvent::Unresolved { entity, seq });
        }
        match self.session.restore_request(now, id, request, deadline) {
            Ok(()) => self.route(id, entity, PlaceInStore::Put(seq), ticket),
            Err(error) => {
                if error != RequestError::Ending {
                    // It has ended, for the store as well: else it would come back with every restart.
                    self.note_ended(id, seq, entity);
                    self.session.plan_end(id);
                }
                self.effects
                    .push_back(Effect::NotTaken { id, ticket, error });
            }
        }
    }

    pub(super) fn routed_mut(&mut self, id: RequestId) -> Option<&mut Routed<T>> {
        routed_among(&mut self.requests, id)
    }

    /// Returns the values that were given with the requests which have not ended, for a node that is given up; its
    /// [effects](Self::poll_effect) have to be taken before.
    pub fn into_tickets(self) -> impl Iterator<Item = (RequestId, T)> {
        debug_assert!(self.effects.is_empty(), "what has ended is told first");
        let requests = self.requests.into_iter();
        requests.map(|(id, routed)| (id, routed.ticket))
    }
}

/// One of the requests of a node, which are in the order of their numbers.
pub(super) fn routed_among<T>(
    requests: &mut VecDeque<(RequestId, Routed<T>)>,
    id: RequestId,
) -> Option<&mut Routed<T>> {
    let index = requests.binary_search_by_key(&id, |(other, _)| *other);
    requests.get_mut(index.ok()?).map(|(_, routed)| routed)
}
