//! Answers to the peer, and the entities that they register and deregister (TS-0020 6.4).

use alloc::string::String;
use alloc::sync::Arc;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive, ResponseStatusCode};
use onem2m_ws_core::Timestamp;

use super::super::directory::{Names, NotEntered, Registration};
use super::super::registration::{Change, Registered, registered};
use super::super::{Identity, RegistrarConfig, RegistrarEvent};
use super::{Effect, Node};
use crate::session::IncomingId;

impl<T> Node<T> {
    pub(super) fn answer(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        response: ResponsePrimitive<'_>,
        config: &RegistrarConfig,
        names: &mut impl Names,
    ) {
        let pending = self.pending.iter().position(|(other, _)| *other == id);
        let change = pending.map(|index| self.pending.swap_remove(index).1);
        let change = change.filter(|_| response.status.is_success());
        let cse_id = config.cse_id.as_deref();
        let entry = match &change {
            Some(register @ Change::Register { .. }) => {
                registered(register.clone(), &response, cse_id)
            }
            Some(Change::Deregister(_)) | None => None,
        };
        // A response that cannot be sent, or comes too late, is an event of the session's.
        if self.session.respond(now, id, response).is_err() {
            return;
        }
        match (change, entry) {
            (_, Some((registered, registration))) => {
                self.enable(registered, registration, config, names);
            }
            (Some(Change::Deregister(entity)), None) => self.disable(&entity, names),
            (Some(Change::Register { .. }) | None, None) => {}
        }
    }

    /// Routes requests for an entity to this node (TS-0020 6.4).
    pub(super) fn enable(
        &mut self,
        registered: Registered,
        registration: Registration,
        config: &RegistrarConfig,
        names: &mut impl Names,
    ) {
        let entity = registered.entity.clone();
        let known = self
            .entities
            .iter()
            .position(|known| known.entity == entity);
        if known.is_none() && self.entities.len() >= config.max_entities_per_node {
            let reason = NotEntered::TooMany;
            return self.note(RegistrarEvent::NotEnabled { entity, reason });
        }
        let former = match names.enter(&entity, self.number, registration) {
            Ok(former) => former,
            Err(reason) => return self.note(RegistrarEvent::NotEnabled { entity, reason }),
        };
        match known.and_then(|index| self.entities.get_mut(index)) {
            Some(known) => *known = registered,
            None => self.entities.push(registered),
        }
        if *self.identity == Identity::Unknown {
            self.identity = Arc::new(Identity::Claimed(entity.clone()));
        }
        if let Some(from) = former {
            let entity = entity.clone();
            self.effects.push_back(Effect::Moved { entity, from });
        }
        self.note(RegistrarEvent::Registered { entity });
    }

    pub(super) fn disable(&mut self, entity: &str, names: &mut impl Names) {
        let place = names.find(entity);
        if place.is_some_and(|place| place.is_registered && place.node != self.number) {
            // It has registered elsewhere since, and what waits for it is about to follow.
            return;
        }
        let before = self.entities.len();
        self.entities
            .retain(|registered| registered.entity != entity);
        if self.entities.len() == before {
            return;
        }
        let is_name = self.link.is_some() && self.identity.name() == Some(entity);
        names.leave(entity, self.number, is_name);
        let entity = entity.into();
        self.note(RegistrarEvent::Deregistered { entity });
        if self.entities.is_empty() && self.link.is_none() {
            // It may come back before it is forgotten: only what was under way ends.
            self.session.end_all();
        }
    }

    /// Returns whether what a registration would bring could not be reached afterwards.
    pub(super) fn lacks_room(
        &self,
        change: &Change,
        config: &RegistrarConfig,
        names: &impl Names,
    ) -> bool {
        let Change::Register { from, .. } = change else {
            return false;
        };
        let is_known = from.as_deref().is_some_and(|from| self.has_entity(from));
        let is_full = self.entities.len() >= config.max_entities_per_node;
        let is_named = *self.identity != Identity::Unknown;
        !is_known && (is_full || !names.has_room(is_named))
    }

    pub(super) fn refuse(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        request: &RequestPrimitive<'_>,
        status: ResponseStatusCode,
    ) {
        let response = ResponsePrimitive::to_request(request, status);
        let answered = self.session.respond(now, id, response);
        debug_assert!(answered.is_ok(), "the request has just arrived");
        let originator = request.from.as_deref().map(String::from);
        self.note(RegistrarEvent::Rejected { originator, status });
    }
}
