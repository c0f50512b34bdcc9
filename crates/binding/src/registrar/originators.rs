//! For whom a request may speak (TS-0004 7.3.2.1 as TS-0020 needs it: W-09, W-68, J-06, J-07).

use onem2m_primitive::{
    EntityIdentifier, Operation, RequestPrimitive, ResourceType, ResponseStatusCode,
};

use super::{Identity, Registrar, Store};

/// What becomes of a request.
pub(super) enum Verdict {
    Allowed,
    /// The connection is that of a node which is known by another number.
    Is(u32),
    Refused(ResponseStatusCode),
}

impl<S: Store> Registrar<S> {
    /// Whether a request that came from a node may speak for its originator.
    pub(super) fn check_originator(&self, number: u32, request: &RequestPrimitive<'_>) -> Verdict {
        let Some(node) = self.nodes.get(&number) else {
            return Verdict::Refused(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED);
        };
        let creates = |resource_type| {
            request.operation == Operation::CREATE && request.resource_type == Some(resource_type)
        };
        let is_registration = creates(ResourceType::AE) || creates(ResourceType::REMOTE_CSE);
        let Some(from) = request.from.as_deref().filter(|from| !from.is_empty()) else {
            return if creates(ResourceType::AE) && !node.identity.is_authenticated() {
                Verdict::Allowed
            } else {
                Verdict::Refused(ResponseStatusCode::BAD_REQUEST)
            };
        };
        if let Identity::Authenticated(_) = &node.identity {
            let is_allowed = node.identity.allows(from) || node.entities.contains(from);
            // The stem of an AE that has no identifier yet.
            let is_new = creates(ResourceType::AE) && matches!(from, "C" | "S");
            return if is_allowed || is_new {
                Verdict::Allowed
            } else {
                Verdict::Refused(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED)
            };
        }
        if is_cse(from) && !self.config.trusted_network {
            return Verdict::Refused(ResponseStatusCode::SECURITY_ASSOCIATION_REQUIRED);
        }
        if node.entities.contains(from) {
            return Verdict::Allowed;
        }
        match self
            .entities
            .get(from)
            .copied()
            .filter(|other| *other != number)
        {
            Some(other) => self.claim(number, other, is_registration),
            None if is_registration || self.config.allows_unregistered => Verdict::Allowed,
            None => Verdict::Refused(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED),
        }
    }

    /// The originator is known to live on another node. A connection of which nobody knows whose it is may be that node's;
    /// one that belongs to somebody else, or a node that TLS has authenticated, cannot be taken.
    fn claim(&self, number: u32, other: u32, is_registration: bool) -> Verdict {
        let is_unknown = self
            .nodes
            .get(&number)
            .is_some_and(|node| node.identity == Identity::Unknown && node.entities.is_empty());
        let is_free = self
            .nodes
            .get(&other)
            .is_some_and(|other| !other.identity.is_authenticated());
        if is_unknown && is_free {
            Verdict::Is(other)
        } else if is_registration {
            Verdict::Refused(ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED)
        } else {
            Verdict::Refused(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED)
        }
    }
}

fn is_cse(originator: &str) -> bool {
    matches!(
        EntityIdentifier::parse(originator),
        Ok(EntityIdentifier::Cse { .. })
    )
}
