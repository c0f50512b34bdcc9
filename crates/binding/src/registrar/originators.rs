//! The originators for which a request may speak (TS-0004 7.3.2.1, as TS-0020 5.2 and 7 need it).

use onem2m_primitive::{
    EntityIdentifier, Operation, RequestPrimitive, ResourceType, ResponseStatusCode,
};

use super::directory::Names;
use super::{Identity, Node, RegistrarConfig};

/// The fate of a request.
pub(super) enum Verdict {
    Allowed,
    /// The connection is that of the node on which the originator lives.
    SameNodeAs,
    Refused(ResponseStatusCode),
}

impl<T> Node<T> {
    /// Checks that a request that came from this node may speak for its originator.
    pub(super) fn check_originator(
        &self,
        request: &RequestPrimitive<'_>,
        config: &RegistrarConfig,
        names: &impl Names,
    ) -> Verdict {
        let creates = |resource_type| {
            request.operation == Operation::CREATE && request.resource_type == Some(resource_type)
        };
        let is_registration = creates(ResourceType::AE) || creates(ResourceType::REMOTE_CSE);
        let Some(from) = request.from.as_deref().filter(|from| !from.is_empty()) else {
            return if creates(ResourceType::AE) && !self.identity.is_authenticated() {
                Verdict::Allowed
            } else {
                Verdict::Refused(ResponseStatusCode::BAD_REQUEST)
            };
        };
        if self.identity.is_authenticated() {
            let is_allowed = self.identity.allows(from) || self.has_entity(from);
            // The stem of an AE that has no identifier yet.
            let is_new = creates(ResourceType::AE) && matches!(from, "C" | "S");
            return if is_allowed || is_new {
                Verdict::Allowed
            } else {
                Verdict::Refused(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED)
            };
        }
        if is_cse(from) && !config.trusted_network {
            return Verdict::Refused(ResponseStatusCode::SECURITY_ASSOCIATION_REQUIRED);
        }
        if self.has_entity(from) {
            return Verdict::Allowed;
        }
        let other = names.find(from).filter(|place| place.node != self.number());
        match other {
            Some(place) => self.prove(place.is_authenticated, is_registration),
            None if is_registration || config.allows_unregistered => Verdict::Allowed,
            None => Verdict::Refused(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED),
        }
    }

    /// The originator is known to live on another node. A connection of which nobody knows whose it is may be that node's;
    /// one that belongs to somebody else, or a node that TLS has authenticated, cannot be taken.
    fn prove(&self, is_authenticated: bool, is_registration: bool) -> Verdict {
        let is_unknown = *self.identity == Identity::Unknown && self.entities.is_empty();
        if is_unknown && !is_authenticated {
            Verdict::SameNodeAs
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
