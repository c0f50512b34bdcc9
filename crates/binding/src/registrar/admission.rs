//! Who is behind a connection, as far as its handshake says (TS-0020 5.2, 6.2; TS-0003 digest in W-81).

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use onem2m_ws_core::{Acceptance, Rejection, Request};

use super::{Registrar, Store};
use crate::registree::ORIGIN_FIELD;
use crate::subprotocol::Subprotocol;

/// Who is behind a connection, and how that is known.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Identity {
    /// Nobody knows yet.
    #[default]
    Unknown,
    /// Somebody who says so: in `X-M2M-Origin`, or in `fr` of a request.
    Claimed(String),
    /// One or several entities that TLS has authenticated (TS-0020 7, W-81): one CSE-ID, one AE-ID, or the AE-IDs that a
    /// device may use. The first names the node.
    Authenticated(Vec<String>),
}

impl Identity {
    /// What the node is known by.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Unknown => None,
            Self::Claimed(name) => Some(name),
            Self::Authenticated(names) => names.first().map(String::as_str),
        }
    }

    pub(super) const fn is_authenticated(&self) -> bool {
        matches!(self, Self::Authenticated(_))
    }

    /// Whether TLS says that it may speak for an entity.
    pub(super) fn allows(&self, entity: &str) -> bool {
        matches!(self, Self::Authenticated(names) if names.iter().any(|name| name == entity))
    }
}

/// What a registrar has decided about a handshake: for [`Registrar::connected`](super::Registrar::connected).
#[derive(Clone, Debug)]
pub struct Admission {
    pub(super) identity: Identity,
    pub(super) subprotocol: Subprotocol,
    acceptance: Acceptance,
}

impl Admission {
    /// A connection whose handshake was judged elsewhere, or one that was opened to a registrar of another service provider
    /// (W-08).
    #[must_use]
    pub fn new(identity: Identity, subprotocol: Subprotocol) -> Self {
        Self {
            identity,
            subprotocol,
            acceptance: Acceptance::new(),
        }
    }

    /// The answer to the handshake.
    #[must_use]
    pub const fn acceptance(&self) -> &Acceptance {
        &self.acceptance
    }

    /// Who is behind the connection.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// What is spoken on the connection.
    #[must_use]
    pub const fn subprotocol(&self) -> Subprotocol {
        self.subprotocol
    }
}

impl<S: Store> Registrar<S> {
    /// Judges the opening handshake of a registree. `authenticated` are the entities for which TLS says that the client may
    /// speak; none without TLS.
    ///
    /// # Errors
    ///
    /// What to answer instead: 400 without a common subprotocol (W-35), 404 for another path (W-26), 403 if the client says
    /// that it is somebody else than TLS does, or somebody whom only TLS can prove to be (J-07), 503 with too many
    /// connections.
    pub fn judge(
        &self,
        request: &Request,
        authenticated: &[String],
    ) -> Result<Admission, Rejection> {
        let path = request.path();
        if path != "/" && !self.config.paths.iter().any(|other| other == path) {
            return Err(Rejection::not_found());
        }
        let supported = &self.config.subprotocols;
        let selected = if self.config.own_preference {
            Subprotocol::select_by_server(request.subprotocols(), supported)
        } else {
            Subprotocol::select(request.subprotocols(), supported)
        };
        let Some((index, subprotocol)) = selected else {
            return Err(Rejection::bad_request().body("no subprotocol in common"));
        };
        if self.connections.len() >= self.config.max_connections {
            return Err(Rejection::service_unavailable());
        }
        let claimed = match request
            .headers()
            .get(ORIGIN_FIELD)
            .map(core::str::from_utf8)
        {
            None | Some(Ok("")) => None,
            Some(Ok(claimed)) if claimed.len() <= MAX_NAME_LEN => Some(claimed),
            Some(_) => return Err(Rejection::bad_request().body("no entity has such a name")),
        };
        let identity = match (authenticated, claimed) {
            ([], None) => Identity::Unknown,
            ([], Some(claimed)) => {
                let node = self.node_of(claimed);
                if node.is_some_and(|node| node.identity.is_authenticated()) {
                    return Err(Rejection::forbidden());
                }
                Identity::Claimed(claimed.to_owned())
            }
            (names, Some(claimed)) if !names.iter().any(|name| name == claimed) => {
                return Err(Rejection::forbidden());
            }
            (names, _) => Identity::Authenticated(names.to_vec()),
        };
        Ok(Admission {
            identity,
            subprotocol,
            acceptance: Acceptance::new().subprotocol(index),
        })
    }
}

/// Longest name of an entity, in bytes.
const MAX_NAME_LEN: usize = 1024;
