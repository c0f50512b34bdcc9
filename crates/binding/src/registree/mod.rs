//! The client side (TS-0020 5.2, 6.4): connects to its registrar, registers once, reopens.

mod address;
mod config;
mod connection_policy;
mod event;
mod procedure;
mod proof;
mod registration;
mod registration_state;
mod state;

use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive};
#[cfg(feature = "deflate")]
use onem2m_ws_core::DeflateCounters;
use onem2m_ws_core::{
    ClientRequest, CloseCode, Closed, Connection, Inbox, Loss, Outbox, Timestamp,
};

use crate::backoff::Jitter;
use crate::config_error::ConfigError;
use crate::session::{
    Delivery, IncomingId, RequestError, RequestId, RequestOptions, RespondError, Session,
    SessionEvent, Superseded,
};
use crate::subprotocol::Subprotocol;

pub use config::{OnRefusal, RegistrationRetry, RegistreeConfig, Reopen};
use connection_policy::{ConnectionPolicy, Side, earliest};
pub use event::{ConnectionFailure, RegistrationFailure, RegistreeEvent};
use proof::Step;
use registration::{Note, Registration};
pub use registration_state::RegistrationState;
pub use state::RegistreeState;

/// A registree: an AE or CSE, and its session with its registrar.
///
/// A registree says when it wants a connection and to where; its owner connects, and hands the connection over:
///
/// ```
/// use onem2m_primitive::{Content, RequestIdentifier, RequestPrimitive, ResourceType};
/// use onem2m_ws::{Registree, RegistreeConfig, RegistreeState, RegistrationState};
/// use onem2m_ws_core::Timestamp;
///
/// let now = Timestamp::ZERO;
/// let mut config = RegistreeConfig::new(["ws://mn.example:9000".parse()?]);
/// let ae = Content::json_text(r#"{"m2m:ae":{"rn":"thermo","api":"Nthermo","rr":true,"srv":["3"]}}"#)?;
/// let identifier = RequestIdentifier::UNASSIGNED;
/// config.registration = Some(RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae).from("Cthermo"));
/// let mut registree = Registree::new(config, [7; 32])?;
///
/// assert!(registree.wants_connection(now));
/// let attempt = registree.connecting(now).ok_or("it wants to")?;
/// assert_eq!((attempt.request.host(), attempt.request.port()), ("mn.example", 9000));
/// assert_eq!(registree.state(), RegistreeState::Connecting);
/// // The handshake fails: it will want to again, later. It registers as soon as there is a connection.
/// registree.connect_failed(now);
/// assert!(!registree.wants_connection(now) && registree.poll_timeout() > Some(now));
/// assert_eq!(registree.registration_state(), RegistrationState::Needed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The rest is as with a [`Session`]: take events until there is none, write the outbox, obey
/// [`transport_action`](Session::transport_action), wait for input or [`poll_timeout`](Self::poll_timeout).
/// [`session`](Self::session) has the getters.
///
/// Nothing waits for ever. [`RegistreeState`] draws the states of the connection, and [`RegistrationState`] those of
/// the registration. A registration that is refused ends the requests that wait for it ([`OnRefusal`]) and is tried again
/// ([`RegistrationRetry`], [`register`](Self::register)); a registrar that has forgotten the registree is registered at anew
/// ([`RegistreeConfig::lost_statuses`]).
#[derive(Debug)]
pub struct Registree {
    config: RegistreeConfig,
    session: Session,
    policy: ConnectionPolicy,
    registration: Registration,
    originator: Option<String>,
    /// The name that the connection said it belongs to.
    named_as: Option<String>,
    /// The handshake for each point of access, but for the name of the originator.
    handshakes: Vec<ClientRequest>,
    connection_failure: Option<ConnectionFailure>,
    /// The events to be told besides those of the session: at most two.
    events: VecDeque<RegistreeEvent<'static>>,
}

/// A connection that a registree wants.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attempt {
    /// The index of the point of access that the attempt is for.
    pub point_of_access: usize,
    /// The opening handshake.
    pub request: ClientRequest,
}

/// The reason why a registree does not register.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RegisterError {
    /// [`RegistreeConfig::registration`] is `None`.
    Unmanaged,
    /// The request registers nobody.
    Registration(ConfigError),
    /// The registree is ending.
    Ending,
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmanaged => f.write_str("no registration is configured"),
            Self::Registration(error) => error.fmt(f),
            Self::Ending => f.write_str("the registree is ending"),
        }
    }
}

impl core::error::Error for RegisterError {}

impl Registree {
    /// Returns a registree without a connection. `seed` is 32 fresh bytes from the operating system.
    ///
    /// # Errors
    ///
    /// The configuration cannot work: see [`RegistreeConfig::check`].
    pub fn new(config: RegistreeConfig, seed: [u8; 32]) -> Result<Self, ConfigError> {
        config.check()?;
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = seed;
        let points = config.points_of_access.iter();
        let handshakes = points.map(|point| config.handshake(point));
        let mut registree = Self {
            handshakes: handshakes.collect::<Result<_, _>>()?,
            session: Session::new(config.session, [a, b, c, d, e, f, g, h]),
            registration: Registration::new(config.registration.is_some()),
            originator: config.originator.clone(),
            policy: ConnectionPolicy::new(Jitter::new([i, j, k, l, m, n, o, p])),
            config,
            named_as: None,
            connection_failure: None,
            events: VecDeque::new(),
        };
        registree.admit_requests(Timestamp::ZERO);
        Ok(registree)
    }

    /// Returns the state of the connection.
    #[must_use]
    pub const fn state(&self) -> RegistreeState {
        self.policy.state()
    }

    /// Returns the state of the registration.
    #[must_use]
    pub const fn registration_state(&self) -> RegistrationState {
        self.registration.state()
    }

    /// Returns whether the registree is registered, as far as it knows. Closing the connection does not change that
    /// (TS-0020 6.4).
    #[must_use]
    pub const fn is_registered(&self) -> bool {
        self.registration.is_registered()
    }

    /// Returns the AE-ID or CSE-ID: the configured one, or the one that the registrar has assigned.
    #[must_use]
    pub fn originator(&self) -> Option<&str> {
        self.originator.as_deref()
    }

    /// Returns the reason why there is no connection, until there is one.
    #[must_use]
    pub const fn connection_failure(&self) -> Option<&ConnectionFailure> {
        self.connection_failure.as_ref()
    }

    /// Returns the reason why the latest attempt to register has failed, until one succeeds.
    #[must_use]
    pub fn registration_failure(&self) -> Option<&RegistrationFailure> {
        self.registration.failure().map(|failure| &**failure)
    }

    /// Returns the session, for its getters.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the bytes of compressed messages since the last call: see [`Session::take_deflate_counters`].
    #[cfg(feature = "deflate")]
    pub fn take_deflate_counters(&mut self) -> Option<DeflateCounters> {
        self.session.take_deflate_counters()
    }

    /// Returns the limits and choices that the registree was made with.
    #[must_use]
    pub const fn config(&self) -> &RegistreeConfig {
        &self.config
    }

    /// Registers once more with the configured request: at once where the last attempt has failed, and anew where the
    /// registree is registered or deregistered. One that is under way goes on.
    ///
    /// # Errors
    ///
    /// There is no request to register with, or the registree is ending.
    pub fn register(&mut self, now: Timestamp) -> Result<(), RegisterError> {
        if self.config.registration.is_none() {
            return Err(RegisterError::Unmanaged);
        }
        self.require_registration(now)
    }

    /// Registers with another request, which is the configured one from now on. One that is under way does not count any
    /// more.
    ///
    /// # Errors
    ///
    /// The request registers nobody, or the registree is ending; nothing has changed.
    pub fn register_with(
        &mut self,
        now: Timestamp,
        registration: RequestPrimitive<'static>,
    ) -> Result<(), RegisterError> {
        config::check_registration(&registration).map_err(RegisterError::Registration)?;
        if self.session.is_ending() {
            return Err(RegisterError::Ending);
        }
        if let Some(former) = self.registration.require() {
            self.session.withdraw(now, former);
        }
        self.config.registration = Some(registration);
        self.require_registration(now)
    }

    fn require_registration(&mut self, now: Timestamp) -> Result<(), RegisterError> {
        if self.session.is_ending() {
            return Err(RegisterError::Ending);
        }
        if !self.registration.is_under_way() {
            self.registration.require();
            self.withdraw_question(now);
            self.admit_requests(now);
        }
        self.advance(now);
        Ok(())
    }

    /// Sets the time of day; see [`Session::set_wall_clock`].
    pub fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.session.set_wall_clock(now, since_unix_epoch);
        self.policy.set_wall_clock(now, since_unix_epoch);
    }

    /// Sends a request, as [`Session::request`]: the session assigns its identifier if it is
    /// [unassigned](onem2m_primitive::RequestIdentifier::UNASSIGNED). A request before the registration waits for
    /// that, and ends if the registration is refused ([`OnRefusal`]). A successful request to delete the resource that registers
    /// deregisters the registree.
    ///
    /// # Errors
    ///
    /// The session does not take the request: see [`Session::request`].
    pub fn request(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestError> {
        self.request_with(now, request, RequestOptions::default())
    }

    /// Sends a request, as [`request`](Self::request), with options that differ from the configuration.
    ///
    /// # Errors
    ///
    /// The session does not take the request: see [`Session::request`].
    pub fn request_with(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
        options: RequestOptions,
    ) -> Result<RequestId, RequestError> {
        let originator = self.originator.as_deref();
        let note = self.registration.note(&request, originator);
        let id = self.session.request_with(now, request, options)?;
        self.registration.remember(id, note);
        if note == Some(Note::Deletes) {
            self.take_question_back(now, Step::PutOff);
        }
        self.policy.note_activity(now);
        self.end_refused(now);
        Ok(id)
    }

    /// Answers a request of the registrar, as [`Session::respond`].
    ///
    /// # Errors
    ///
    /// The request does not wait any more, or the response cannot be expressed: see [`Session::respond`].
    pub fn respond(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        response: ResponsePrimitive<'_>,
    ) -> Result<(), RespondError> {
        self.policy.note_activity(now);
        self.session.respond(now, id, response)
    }

    /// Gives a request up, as [`Session::cancel`].
    pub fn cancel(&mut self, now: Timestamp, id: RequestId) -> Option<Delivery> {
        self.registration.forget_request(id);
        self.session.cancel(now, id)
    }

    /// Asks for a connection although there may be nothing to send: to hear whether the registrar has something.
    pub fn connect(&mut self, now: Timestamp) {
        if !self.session.is_up() {
            self.policy.ask();
        }
        self.advance(now);
    }

    /// Closes the connection for a while when nothing is under way, and gives up an attempt to open one. Another is opened when
    /// there is something to send, when [`connect`](Self::connect) asks for it, or when the next window of a
    /// [`Reopen::Schedule`] begins.
    pub fn disconnect(&mut self, now: Timestamp) {
        self.policy.suspend(now, &self.config);
        self.session
            .disconnect_without_reason(now, CloseCode::NORMAL);
    }

    /// Ends the registree, as [`Session::end`]: requests that wait are sent if there is a connection, which is closed when nothing is
    /// under way; an attempt to open one is given up. The registration stays.
    pub fn end(&mut self, now: Timestamp) {
        self.policy.end(now, &self.config);
        self.session.end(now);
    }

    /// Returns whether everything has ended after [`end`](Self::end), and was told.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.session.is_ended() && self.events.is_empty()
    }

    /// Returns whether a connection is wanted: there is none, and there is something to send or the time has come.
    #[must_use]
    pub fn wants_connection(&self, now: Timestamp) -> bool {
        let reason_at = self.reason_at();
        self.policy
            .wants_connection(now, &self.config.reopen, reason_at)
            && !self.session.has_connection()
    }

    /// When there is something to send.
    fn reason_at(&self) -> Option<Timestamp> {
        if self.session.has_sendable() || self.policy.is_asked() {
            return Some(Timestamp::ZERO);
        }
        self.registration.wants_connection_at()
    }

    /// Takes up the connection that is [wanted](Self::wants_connection): after this call none is wanted, until
    /// [`connected`](Self::connected) or [`connect_failed`](Self::connect_failed) tell the outcome. When the
    /// [`state`](Self::state) is not [`RegistreeState::Connecting`] any more, the attempt is to be given up.
    pub fn connecting(&mut self, now: Timestamp) -> Option<Attempt> {
        if !self.wants_connection(now) {
            return None;
        }
        let index = self.policy.next_point();
        debug_assert!(
            index < self.handshakes.len(),
            "it begins anew after the last"
        );
        let mut request = self.handshakes.get(index)?.clone();
        self.named_as = None;
        if let Some((name, named)) = self.named(&request) {
            self.named_as = Some(name);
            request = named;
        }
        self.policy.attempt();
        Some(Attempt {
            point_of_access: index,
            request,
        })
    }

    /// The name that a connection is to say, and the handshake that says it. A registrar may give a name that no field of a
    /// handshake can have.
    fn named(&self, handshake: &ClientRequest) -> Option<(String, ClientRequest)> {
        let originator = self.originator.as_deref();
        let originator = originator.filter(|_| self.config.sends_origin)?;
        let named = config::named(handshake, originator).ok()?;
        Some((originator.into(), named))
    }

    /// Takes the connection that an attempt has led to. If the response chose a subprotocol that is none of TS-0020, or none
    /// at all, the application says which one is spoken: the first that was offered, usually. Returns the fate of a connection
    /// whose place the new one takes, as [`Session::connected`].
    pub fn connected(
        &mut self,
        now: Timestamp,
        connection: Connection,
        subprotocol: Subprotocol,
    ) -> Option<Superseded> {
        self.withdraw_question(now);
        let superseded = self.session.connected(now, connection, subprotocol);
        self.policy.connected(now);
        self.connection_failure = None;
        self.registration.note_connected(&self.config);
        self.admit_requests(now);
        self.advance(now);
        superseded
    }

    /// Takes note that the attempt has failed. After the last point of access there is a wait before the first is tried again.
    pub fn connect_failed(&mut self, now: Timestamp) {
        let (backoff, points) = (&self.config.backoff, self.handshakes.len());
        if self.policy.fail(now, backoff, points) {
            self.connection_failure = Some(ConnectionFailure::Attempt);
        }
    }

    /// Returns the next event; as [`Session::poll_event`].
    pub fn poll_event<'i>(
        &mut self,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<RegistreeEvent<'i>> {
        self.advance(now);
        if let Some(event) = self.events.pop_front() {
            return Some(event);
        }
        let event = self.session.poll_event(now, inbox)?;
        if let SessionEvent::Disconnected(closed) = &event {
            // The end of a former connection may be told when there is another.
            if self.state() == RegistreeState::Up && !self.session.is_up() {
                self.note_loss(now, closed.clone());
            }
        } else {
            self.policy.note_activity(now);
        }
        match event {
            SessionEvent::Ended { id, outcome } if self.registration.is(id) => {
                Some(self.end_registration(now, outcome))
            }
            SessionEvent::Ended { id, outcome }
                if self.registration.proof().asked() == Some(id) =>
            {
                Some(self.end_question(now, id, outcome))
            }
            SessionEvent::Ended { id, outcome } => {
                self.note_ended(now, id, &outcome);
                Some(RegistreeEvent::Session(SessionEvent::Ended { id, outcome }))
            }
            event @ (SessionEvent::Request { .. }
            | SessionEvent::Disconnected(_)
            | SessionEvent::Unanswered { .. }
            | SessionEvent::NotAnswered { .. }
            | SessionEvent::LateAnswer { .. }
            | SessionEvent::Stored { .. }
            | SessionEvent::NotStored { .. }
            | SessionEvent::Dropped(_)) => Some(RegistreeEvent::Session(event)),
        }
    }

    /// Returns the bytes that have to be written to the transport of the connection, if there is one.
    pub fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox> {
        self.session.outbox(now)
    }

    /// Gives back the memory of requests that have ended, as [`Session::shrink`].
    pub fn shrink(&mut self) {
        self.session.shrink();
        self.events.shrink_to_fit();
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called, if nothing happens before.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        let is_up = self.session.is_up();
        let is_idle = is_up && self.is_idle();
        let policy = self
            .policy
            .poll_timeout(&self.config, self.reason_at(), is_idle);
        let (registration, question) = (self.registration.due_at(), self.question_due_at());
        earliest([
            self.session.poll_timeout(),
            policy,
            registration.filter(|_| is_up && self.state() == RegistreeState::Up),
            question.filter(|_| is_up && self.state() == RegistreeState::Up),
        ])
    }

    /// Does everything that is due at `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp) {
        self.session.handle_timeout(now);
        self.advance(now);
    }

    /// Takes note that the owner does not read the peer now, which cannot be found silent meanwhile.
    pub fn handle_unread(&mut self, now: Timestamp) {
        self.session.handle_unread(now);
    }

    /// Takes note that the transport has ended: nothing will be received after the bytes in the inbox.
    pub fn handle_eof(&mut self) {
        self.session.handle_eof();
    }

    /// Lets go of a connection whose transport is gone, as [`Session::release`].
    pub fn release(&mut self, now: Timestamp) {
        if self.state() == RegistreeState::Up {
            self.note_loss(now, Closed::Lost(Loss::Eof));
        }
        self.policy.release();
        self.withdraw_question(now);
        self.session.release(now);
        self.advance(now);
    }

    /// The connection has ended without our doing.
    fn note_loss(&mut self, now: Timestamp, closed: Closed<'static>) {
        self.connection_failure = Some(ConnectionFailure::Closed(closed));
        self.policy.close(now, Side::Peer, &self.config);
    }

    /// Registers where that is due, and closes a connection that is not needed.
    fn advance(&mut self, now: Timestamp) {
        self.policy.advance(now, &self.config.reopen);
        if self.state() == RegistreeState::Up && self.session.is_up() {
            self.send_registration(now);
            self.send_question(now);
            if self.is_idle() && self.policy.is_over(now, &self.config) {
                self.close(now);
            }
        }
        self.end_refused(now);
    }

    /// Closes a connection that is not needed as it is.
    fn close(&mut self, now: Timestamp) {
        self.policy.close(now, Side::Own, &self.config);
        self.session
            .disconnect_without_reason(now, CloseCode::NORMAL);
    }

    fn is_idle(&self) -> bool {
        self.session.is_quiet()
            && !self.session.has_sendable()
            && self.registration.due_at().is_none()
    }
}

/// Says whose connection it is; proposed for TS-0020, and demanded by deployed registrars.
pub(crate) const ORIGIN_FIELD: &str = "X-M2M-Origin";
