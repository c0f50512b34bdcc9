use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use onem2m_primitive::{RequestPrimitive, Schedule};

use crate::backoff::Backoff;
use crate::point_of_access::PointOfAccess;
use crate::session::SessionConfig;
use crate::subprotocol::Subprotocol;

/// What a [`Registree`](crate::Registree) knows beforehand (TS-0020 6.4, W-65, W-66), and every limit and choice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegistreeConfig {
    /// The registrar's, in the order in which they are tried.
    pub points_of_access: Vec<PointOfAccess>,
    /// What is offered, in the order of preference (default [`Subprotocol::JSON_OFFER`]).
    pub subprotocols: Vec<Subprotocol>,
    /// The AE-ID or CSE-ID, if it is known already. It is sent in `X-M2M-Origin`, by which deployed registrars know whose
    /// connection it is (not in TS-0020; registrars that do not know the header pass over it).
    pub originator: Option<String>,
    /// Whether to send `X-M2M-Origin` once the name is known (default `true`).
    pub sends_origin: bool,
    /// Further fields of the handshake, such as `Authorization`.
    pub header_fields: Vec<(String, String)>,
    /// The request that registers (create `<AE>` or `<remoteCSE>`), sent once, before all others; its identifier is replaced.
    /// `None`: registered already, or the application sees to it.
    pub registration: Option<RequestPrimitive<'static>>,
    /// Whether to open another connection after a registration that gave the originator its name, for registrars that know
    /// whose connection it is by `X-M2M-Origin` only (ACME; default `false`).
    pub reconnect_after_registration: bool,
    /// When to connect, besides when there is something to send (default [`Reopen::OnDemand`]).
    pub reopen: Reopen,
    /// How long to wait after attempts that failed.
    pub backoff: Backoff,
    /// How long a connection has to live for failures before it to be forgotten (default 30 s).
    pub min_lifetime: Duration,
    /// Close the connection when nothing is under way for so long, to save power (TS-0020 6.3, W-62; default `None`: keep
    /// it). Not with [`Reopen::Always`].
    pub idle_timeout: Option<Duration>,
    /// The limits and choices of the exchange of primitives.
    pub session: SessionConfig,
}

impl RegistreeConfig {
    /// The defaults, for a registrar at `points_of_access`.
    #[must_use]
    pub fn new(points_of_access: impl IntoIterator<Item = PointOfAccess>) -> Self {
        Self {
            points_of_access: points_of_access.into_iter().collect(),
            subprotocols: Subprotocol::JSON_OFFER.to_vec(),
            originator: None,
            sends_origin: true,
            header_fields: Vec::new(),
            registration: None,
            reconnect_after_registration: false,
            reopen: Reopen::OnDemand,
            backoff: Backoff::default(),
            min_lifetime: Duration::from_secs(30),
            idle_timeout: None,
            session: SessionConfig::default(),
        }
    }
}

/// When a registree connects without having something to send (TS-0020 5.2, W-12).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Reopen {
    /// Never.
    #[default]
    OnDemand,
    /// Whenever there is no connection.
    Always,
    /// While its `<schedule>` says that it can be reached; outside of that a connection is closed when nothing is under way.
    /// Needs [`Registree::set_wall_clock`](crate::Registree::set_wall_clock).
    Schedule(Schedule),
}
