use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

#[cfg(feature = "json")]
use onem2m_primitive::ContentError;
use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResourceType, ResponseStatusCode,
    ResponseTypeValue, Schedule,
};
use onem2m_ws_core::{ClientRequest, RequestError};

use super::ORIGIN_FIELD;
use crate::backoff::Backoff;
use crate::config_error::{ConfigError, check_backoff, check_duration, check_session};
use crate::point_of_access::PointOfAccess;
use crate::session::SessionConfig;
use crate::subprotocol::Subprotocol;

/// The values that a [`Registree`](crate::Registree) knows beforehand (TS-0020 6.4), and every limit and choice.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegistreeConfig {
    /// The registrar's points of access, in the order in which they are tried.
    pub points_of_access: Vec<PointOfAccess>,
    /// The subprotocols that are offered, in the order of preference (default [`Subprotocol::JSON_OFFER`]).
    pub subprotocols: Vec<Subprotocol>,
    /// The AE-ID or CSE-ID, if it is known already. The handshake sends it in `X-M2M-Origin`, by which deployed registrars identify
    /// the connection (not in TS-0020; registrars that do not know the header pass over it).
    pub originator: Option<String>,
    /// True to send `X-M2M-Origin` once the name is known (default `true`).
    pub sends_origin: bool,
    /// Further fields of the handshake, such as `Authorization`.
    pub header_fields: Vec<(String, String)>,
    /// The request that registers (create `<AE>` or `<remoteCSE>`), sent once, before all others; its identifier is replaced.
    /// `None`: the entity is registered already, or the application registers it.
    pub registration: Option<RequestPrimitive<'static>>,
    /// The times at which a registration that failed is sent again.
    pub registration_retry: RegistrationRetry,
    /// The fate of requests while the registrar refuses the registration (default [`OnRefusal::Fail`]).
    pub on_refusal: OnRefusal,
    /// Statuses by which the registrar says that it does not know the registree any more, which then registers again by itself
    /// (default 4106). Where 4004 is among them, it counts only for requests to the resource that registers, or below it.
    pub lost_statuses: Vec<ResponseStatusCode>,
    /// Statuses by which the registrar says, besides [`lost_statuses`](Self::lost_statuses), that it does not have the resource
    /// that registers when asked for it (default 4004 and 4106; 4103 for registrars that say so to strangers). A
    /// connection that was opened again (TS-0020 5.2) may lead to a registrar that has lost its state, and a registree that only
    /// listens would never hear of it. So the registree asks: one RETRIEVE for each connection but the first, once nothing else is under
    /// way, and not where an answer to a request to that resource, or below it, has proven as much, nor where the registrar has
    /// left its originator without a name. Empty: the registree never asks.
    pub verification_statuses: Vec<ResponseStatusCode>,
    /// True to open another connection after a registration that gave the originator its name, for registrars that
    /// identify connections by `X-M2M-Origin` only (ACME; default `false`).
    pub reconnect_after_registration: bool,
    /// The times to connect, besides when there is something to send (default [`Reopen::Always`]).
    pub reopen: Reopen,
    /// The time to wait after attempts to connect that failed, and after connections that were lost. A connection that another
    /// took the place of (closed with 1008, or with 1000 by ACME) counts as lost, and no more: without TLS anybody can claim
    /// a name, and one handshake must not keep its owner away. Two nodes that fight for one name still wait ever longer, for
    /// neither keeps its connection for [`min_lifetime`](Self::min_lifetime).
    pub backoff: Backoff,
    /// The time that a connection has to live for earlier failures to be forgotten, and a registration for its loss to count as
    /// the first (default 30 s).
    pub min_lifetime: Duration,
    /// The time without anything under way after which the connection is closed, to save power (TS-0020 6.3; default `None`: the
    /// connection is kept). Not with [`Reopen::Always`].
    pub idle_timeout: Option<Duration>,
    /// The limits and choices of the exchange of primitives.
    pub session: SessionConfig,
}

impl RegistreeConfig {
    /// Returns the defaults, for a registrar at `points_of_access`.
    #[must_use]
    pub fn new(points_of_access: impl IntoIterator<Item = PointOfAccess>) -> Self {
        Self {
            points_of_access: points_of_access.into_iter().collect(),
            subprotocols: Subprotocol::JSON_OFFER.to_vec(),
            originator: None,
            sends_origin: true,
            header_fields: Vec::new(),
            registration: None,
            registration_retry: RegistrationRetry::default(),
            on_refusal: OnRefusal::default(),
            lost_statuses: [ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED].into(),
            verification_statuses: [
                ResponseStatusCode::NOT_FOUND,
                ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED,
            ]
            .into(),
            reconnect_after_registration: false,
            reopen: Reopen::default(),
            backoff: Backoff::default(),
            min_lifetime: Duration::from_secs(30),
            idle_timeout: None,
            session: SessionConfig::default(),
        }
    }

    /// Returns the defaults for an AE that calls itself `originator` and registers with `ae`, the resource in JSON: as
    /// [`for_ae`](Self::for_ae).
    ///
    /// ```
    /// use onem2m_ws::RegistreeConfig;
    ///
    /// let ae = r#"{"m2m:ae":{"rn":"thermo","api":"Nthermo","rr":true,"srv":["3"]}}"#;
    /// let config = RegistreeConfig::ae(["ws://mn.example:9000".parse()?], "Cthermo", "cse-in", ae)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `ae` is not the JSON of one resource.
    #[cfg(feature = "json")]
    pub fn ae(
        points_of_access: impl IntoIterator<Item = PointOfAccess>,
        originator: &str,
        base: &str,
        ae: &str,
    ) -> Result<Self, ContentError> {
        let ae = Content::json_text(ae)?;
        Ok(Self::for_ae(points_of_access, originator, base, ae))
    }

    /// Returns the defaults for an AE that calls itself `originator` and registers with `ae`, an `<AE>` resource: as a child of
    /// `base`, the address of the `<CSEBase>`, in release version 3 (TS-0001 10.2.2.2).
    #[must_use]
    pub fn for_ae(
        points_of_access: impl IntoIterator<Item = PointOfAccess>,
        originator: &str,
        base: &str,
        ae: Content<'static>,
    ) -> Self {
        let (base, identifier) = (String::from(base), RequestIdentifier::UNASSIGNED);
        let request = RequestPrimitive::create(base, identifier, ResourceType::AE, ae);
        let mut config = Self::new(points_of_access);
        config.originator = Some(originator.into());
        config.registration = Some(request.from(String::from(originator)).release_version("3"));
        config
    }

    /// Returns whether a point of access demands TLS (`wss`), without which it cannot be connected to.
    #[must_use]
    pub fn requires_tls(&self) -> bool {
        self.points_of_access.iter().any(PointOfAccess::is_secure)
    }

    /// Checks that a registree with this configuration can work.
    ///
    /// # Errors
    ///
    /// The first field with a value that cannot work, and the rule that it breaks.
    pub fn check(&self) -> Result<(), ConfigError> {
        self.check_handshake()?;
        self.check_registration()?;
        check_backoff("backoff", &self.backoff)?;
        match (&self.reopen, self.idle_timeout) {
            (Reopen::Always, Some(_)) => {
                let reason = "a connection that is always reopened is never idle for good";
                return Err(ConfigError::new("idle_timeout", reason));
            }
            (_, idle) => idle.map_or(Ok(()), |idle| check_duration("idle_timeout", idle))?,
        }
        if self.reopen == Reopen::Schedule(Schedule::default()) {
            return Err(ConfigError::new("reopen", "the schedule has no entry"));
        }
        check_session(&self.session)
    }

    fn check_handshake(&self) -> Result<(), ConfigError> {
        if self.points_of_access.is_empty() {
            return Err(ConfigError::new("points_of_access", "there is none"));
        }
        if self.subprotocols.is_empty() {
            let reason = "none is offered (TS-0020 6.2.2.7)";
            return Err(ConfigError::new("subprotocols", reason));
        }
        if self.reconnect_after_registration && !self.sends_origin {
            let reason =
                "the other connection would not say its name either: `sends_origin` is false";
            return Err(ConfigError::new("reconnect_after_registration", reason));
        }
        for point in &self.points_of_access {
            let handshake = self.handshake(point)?;
            if let Some(originator) = &self.originator {
                named(&handshake, originator)
                    .map_err(|error| ConfigError::caused("originator", &error))?;
            }
        }
        Ok(())
    }

    fn check_registration(&self) -> Result<(), ConfigError> {
        check_backoff(
            "registration_retry.temporary",
            &self.registration_retry.temporary,
        )?;
        if let Some(refused) = &self.registration_retry.refused {
            check_backoff("registration_retry.refused", refused)?;
        }
        self.registration
            .as_ref()
            .map_or(Ok(()), check_registration)
    }

    /// Returns the handshake for a point of access, but for the name of the originator.
    pub(super) fn handshake(&self, point: &PointOfAccess) -> Result<ClientRequest, ConfigError> {
        let mut request = point.request().clone();
        for subprotocol in &self.subprotocols {
            request = request
                .subprotocol(subprotocol.name())
                .map_err(|error| ConfigError::caused("subprotocols", &error))?;
        }
        for (name, value) in &self.header_fields {
            request = request
                .header(name, value)
                .map_err(|error| ConfigError::caused("header_fields", &error))?;
        }
        Ok(request)
    }
}

/// Adds the name of the originator to a handshake.
pub(super) fn named(
    request: &ClientRequest,
    originator: &str,
) -> Result<ClientRequest, RequestError> {
    request.clone().header(ORIGIN_FIELD, originator)
}

/// Refuses a request that registers nobody, or whose success would not be known (TS-0001 10.2.2.2, 10.2.1.1).
pub(super) fn check_registration(request: &RequestPrimitive<'_>) -> Result<(), ConfigError> {
    let is_registration = request.operation == Operation::CREATE
        && matches!(
            request.resource_type,
            Some(ResourceType::AE | ResourceType::REMOTE_CSE)
        );
    if !is_registration {
        let reason = "the request does not create an <AE> or <remoteCSE>";
        return Err(ConfigError::new("registration", reason));
    }
    let response_type = request.response_type.as_ref().and_then(|rt| rt.value);
    let is_blocking = matches!(
        response_type,
        None | Some(ResponseTypeValue::BLOCKING_REQUEST | ResponseTypeValue::FLEX_BLOCKING)
    );
    if !is_blocking {
        let reason = "the request is not blocking: nothing would wait for its success";
        return Err(ConfigError::new("registration", reason));
    }
    Ok(())
}

/// The times when a registree connects without having something to send (TS-0020 5.2).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Reopen {
    /// Never: for nodes that only send. Requests of the registrar to them wait there until they send.
    OnDemand,
    /// Whenever there is no connection: for nodes that take notifications.
    #[default]
    Always,
    /// While the `<schedule>` says that the node can be reached; outside of those times a connection is closed when nothing is under
    /// way. Needs [`Registree::set_wall_clock`](crate::Registree::set_wall_clock).
    Schedule(Schedule),
}

/// The times at which a registration that failed is sent again, besides when [`Registree::register`](crate::Registree::register) is called.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RegistrationRetry {
    /// The waits after a refusal of the registrar, such as with 4103 (default 10 s, twice as long each time, at most 1 h).
    /// `None`: the registration is not sent again by itself.
    pub refused: Option<Backoff>,
    /// The waits after a registration without an answer, or with one that may pass (5xxx); and before the next registration at a
    /// registrar that forgets it again and again (default [`Backoff::default`]).
    pub temporary: Backoff,
}

impl Default for RegistrationRetry {
    fn default() -> Self {
        Self {
            refused: Some(Backoff {
                initial: Duration::from_secs(10),
                factor: 2,
                maximum: Duration::from_secs(3600),
            }),
            temporary: Backoff::default(),
        }
    }
}

/// The fate of requests while the registrar refuses the registration.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum OnRefusal {
    /// Requests end as [`Outcome::NotRegistered`](crate::Outcome::NotRegistered): those that wait, and those that are made before
    /// the registration is sent again.
    #[default]
    Fail,
    /// Requests are sent all the same.
    Send,
}
