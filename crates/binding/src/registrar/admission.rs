//! The identity behind a connection, as far as its handshake says (TS-0020 5.2, 6.2, 7).

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use onem2m_ws_core::{Acceptance, Rejection, Request};

use super::{Directory, RegistrarConfig};
use crate::registree::ORIGIN_FIELD;
use crate::subprotocol::Subprotocol;

/// The identity behind a connection, and the way in which that is known.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Identity {
    /// The identity is not known yet.
    #[default]
    Unknown,
    /// An identity that the peer claims: in `X-M2M-Origin`, or in `fr` of a request.
    Claimed(String),
    /// One or several entities that TLS has authenticated (TS-0020 7): one CSE-ID, one AE-ID, or the AE-IDs that a
    /// device may use. The first names the node.
    Authenticated(Vec<String>),
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("somebody unknown"),
            Self::Claimed(name) => write!(f, "{name}, who says so"),
            Self::Authenticated(names) => {
                for (index, name) in names.iter().enumerate() {
                    write!(f, "{}{name}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str(", as TLS has proved")
            }
        }
    }
}

impl Identity {
    /// Returns the name that the node is known by.
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

    /// Returns whether TLS says that it may speak for an entity.
    pub(super) fn allows(&self, entity: &str) -> bool {
        matches!(self, Self::Authenticated(names) if names.iter().any(|name| name == entity))
    }
}

/// The decision of a registrar about a handshake: for [`Claim::new`](super::Claim::new).
#[derive(Clone, Debug)]
pub struct Admission {
    pub(super) identity: Identity,
    pub(super) subprotocol: Subprotocol,
    acceptance: Acceptance,
}

impl Admission {
    /// Returns the admission of a connection whose handshake was judged elsewhere, or of one that was opened to a registrar of another
    /// service provider (TS-0020 5.2).
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

    /// The identity behind the connection.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Returns the subprotocol of the connection.
    #[must_use]
    pub const fn subprotocol(&self) -> Subprotocol {
        self.subprotocol
    }
}

impl<H> Directory<H> {
    /// Judges the opening handshake of a registree. `authenticated` are the entities for which TLS says that the client may
    /// speak; none without TLS.
    ///
    /// # Errors
    ///
    /// The answer to give instead: 400 without a common subprotocol (TS-0020 6.2.2.8), 404 for another path (6.2.1), 403 for a
    /// web page that is not permitted (RFC 6455 §10.2), or if the client claims another identity than TLS proves, or one that only TLS
    /// can prove (TS-0020 7), 503 with too many connections or nodes.
    pub fn judge(
        &self,
        config: &RegistrarConfig,
        request: &Request,
        authenticated: &[String],
    ) -> Result<Admission, Rejection> {
        if !config.origins.permits(request.origin()) {
            return Err(Rejection::forbidden().body("this Origin is not permitted"));
        }
        let path = request.path();
        if path != "/" && !config.paths.iter().any(|other| other == path) {
            return Err(Rejection::not_found());
        }
        let (index, subprotocol) = select(config, request)?;
        if !self.has_room_for_connection() {
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
        let identity = self.identify_claim(authenticated, claimed)?;
        let is_known = |name: &str| self.place(name).is_some();
        if !self.has_room_for_node() && identity.name().is_some_and(|name| !is_known(name)) {
            return Err(Rejection::service_unavailable());
        }
        Ok(Admission {
            identity,
            subprotocol,
            acceptance: Acceptance::new().subprotocol(index),
        })
    }

    /// The identity of a client, by what TLS has proved and what the client claims.
    fn identify_claim(
        &self,
        authenticated: &[String],
        claimed: Option<&str>,
    ) -> Result<Identity, Rejection> {
        match (authenticated, claimed) {
            ([], None) => Ok(Identity::Unknown),
            ([], Some(claimed)) => {
                let known = self.place(claimed);
                if known.is_some_and(|(place, _)| place.is_authenticated) {
                    return Err(Rejection::forbidden().body("only TLS can prove this name"));
                }
                Ok(Identity::Claimed(claimed.to_owned()))
            }
            (names, Some(claimed)) if !names.iter().any(|name| name == claimed) => {
                Err(Rejection::forbidden().body("TLS has proved another name"))
            }
            (names, _) => Ok(Identity::Authenticated(names.to_vec())),
        }
    }
}

/// The subprotocol that is spoken, and which of those offered it is.
fn select(
    config: &RegistrarConfig,
    request: &Request,
) -> Result<(Option<usize>, Subprotocol), Rejection> {
    let supported = &config.subprotocols;
    let selected = if config.own_preference {
        Subprotocol::select_by_server(request.subprotocols(), supported)
    } else {
        Subprotocol::select(request.subprotocols(), supported)
    };
    if let Some((index, subprotocol)) = selected {
        return Ok((Some(index), subprotocol));
    }
    let offers_none = request.subprotocols().next().is_none();
    match config.without_subprotocol.filter(|_| offers_none) {
        Some(subprotocol) => Ok((None, subprotocol)),
        None => Err(Rejection::bad_request().body("no subprotocol in common")),
    }
}

/// Longest name of an entity, in bytes.
const MAX_NAME_LEN: usize = 1024;
