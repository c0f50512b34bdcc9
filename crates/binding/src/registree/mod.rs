//! The client side (TS-0020 5.2, 6.4): connects to its registrar, registers once, reopens.

mod config;
mod reach;
mod registration;

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use onem2m_primitive::{RequestIdentifier, RequestPrimitive, ResponsePrimitive};
use onem2m_ws_core::{
    ClientRequest, CloseCode, CloseFrame, Closed, Connection, Inbox, Outbox,
    RequestError as HandshakeRequestError, Timestamp, TransportAction,
};

use crate::backoff::Jitter;
use crate::session::{
    Delivery, IncomingId, Outcome, RequestError, RequestId, RespondError, Session, SessionEvent,
};
use crate::subprotocol::Subprotocol;

pub use config::{RegistreeConfig, Reopen};
use reach::Reach;
use registration::Registration;

/// A registree: an AE or CSE, and its session with its registrar.
///
/// It says when it wants a connection and to where; whoever owns it connects, and hands the connection over:
///
/// ```
/// use onem2m_primitive::RequestPrimitive;
/// use onem2m_ws::{Registree, RegistreeConfig};
/// use onem2m_ws_core::Timestamp;
///
/// let now = Timestamp::ZERO;
/// let config = RegistreeConfig::new(["ws://mn.example:9000".parse()?]);
/// let mut registree = Registree::new(config, [7; 32])?;
/// assert!(!registree.wants_connection(now));
///
/// let identifier = registree.next_identifier();
/// registree.request(now, RequestPrimitive::retrieve("cse-in", identifier).from("Cthermo"))?;
/// assert!(registree.wants_connection(now));
/// let attempt = registree.connecting(now).ok_or("it wants to")?;
/// assert_eq!((attempt.request.host(), attempt.request.port()), ("mn.example", 9000));
/// // The handshake fails: it will want to again, later.
/// registree.connect_failed(now);
/// assert!(!registree.wants_connection(now) && registree.poll_timeout() > Some(now));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The rest is as with a [`Session`], whose verbs it has.
#[derive(Debug)]
pub struct Registree {
    config: RegistreeConfig,
    session: Session,
    reach: Reach,
    registration: Registration,
    originator: Option<String>,
    /// Whether the connection said who it belongs to.
    is_named: bool,
    /// The handshake for each point of access, but for the name of the originator.
    requests: Vec<ClientRequest>,
}

/// What happened in a [`Registree`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RegistreeEvent<'i> {
    /// In its session.
    Session(SessionEvent<'i>),
    /// The registrar has created the resource that registers it: this response came.
    Registered(ResponsePrimitive<'i>),
    /// The registration ended otherwise. It is sent again if the registrar may not have seen it; if it refused,
    /// [`Registree::register`] tries once more.
    RegistrationFailed(Outcome<'i>),
    /// A request of the application has deleted the resource that registered it.
    Deregistered {
        /// Which.
        id: RequestId,
        /// Its response.
        response: ResponsePrimitive<'i>,
    },
}

impl RegistreeEvent<'_> {
    /// The same, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> RegistreeEvent<'static> {
        match self {
            Self::Session(event) => RegistreeEvent::Session(event.into_owned()),
            Self::Registered(response) => RegistreeEvent::Registered(response.into_owned()),
            Self::RegistrationFailed(outcome) => {
                RegistreeEvent::RegistrationFailed(outcome.into_owned())
            }
            Self::Deregistered { id, response } => RegistreeEvent::Deregistered {
                id,
                response: response.into_owned(),
            },
        }
    }
}

/// A connection that a registree wants.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attempt {
    /// Which of the points of access it is for.
    pub point_of_access: usize,
    /// The opening handshake.
    pub request: ClientRequest,
}

impl Registree {
    /// A registree without a connection. `seed` is 32 fresh bytes from the operating system.
    ///
    /// # Errors
    ///
    /// A subprotocol is offered twice, or a header field is no header field.
    pub fn new(config: RegistreeConfig, seed: [u8; 32]) -> Result<Self, HandshakeRequestError> {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = seed;
        let mut session = Session::new(config.session, [a, b, c, d, e, f, g, h]);
        let registration = Registration::new(config.registration.is_some());
        session.hold_requests(Timestamp::ZERO, registration.holds_requests());
        let points = config.points_of_access.iter();
        let requests = points.map(|point| handshake(point.request(), &config));
        Ok(Self {
            requests: requests.collect::<Result<_, _>>()?,
            originator: config.originator.clone(),
            reach: Reach::new(Jitter::new([i, j, k, l, m, n, o, p])),
            config,
            session,
            registration,
            is_named: false,
        })
    }

    /// The AE-ID or CSE-ID: what was configured, or what the registrar has given it.
    #[must_use]
    pub fn originator(&self) -> Option<&str> {
        self.originator.as_deref()
    }

    /// Whether it is registered, as far as it knows. Closing the connection does not change that (TS-0020 6.4, W-69).
    #[must_use]
    pub const fn is_registered(&self) -> bool {
        self.registration.is_registered()
    }

    /// Registers with another request, or once more after a failure.
    pub fn register(&mut self, now: Timestamp, registration: RequestPrimitive<'static>) {
        self.config.registration = Some(registration);
        self.registration = Registration::new(true);
        self.session.hold_requests(now, true);
        self.advance(now);
    }

    /// Says what time of day it is; see [`Session::set_wall_clock`].
    pub fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.session.set_wall_clock(now, since_unix_epoch);
        self.reach.set_wall_clock(now, since_unix_epoch);
    }

    /// A request identifier that is used by no other request.
    pub fn next_identifier(&mut self) -> RequestIdentifier<'static> {
        self.session.next_identifier()
    }

    /// As [`Session::request`]. What is requested before the registration waits for it. A successful request to delete the
    /// resource that registered it deregisters it.
    ///
    /// # Errors
    ///
    /// As [`Session::request`].
    pub fn request(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestError> {
        let is_deregistration = self.registration.is_ended_by(&request, self.originator());
        let id = self.session.request(now, request)?;
        if is_deregistration {
            self.registration.note_deregistration(id);
        }
        self.reach.note_activity(now);
        Ok(id)
    }

    /// As [`Session::respond`].
    ///
    /// # Errors
    ///
    /// As [`Session::respond`].
    pub fn respond(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        response: ResponsePrimitive<'_>,
    ) -> Result<(), RespondError> {
        self.reach.note_activity(now);
        self.session.respond(now, id, response)
    }

    /// As [`Session::cancel`].
    pub fn cancel(&mut self, now: Timestamp, id: RequestId) -> Option<Delivery> {
        self.session.cancel(now, id)
    }

    /// Asks for a connection although there may be nothing to send: to hear whether the registrar has something.
    pub fn connect(&mut self, now: Timestamp) {
        if !self.session.is_up() {
            self.reach.ask();
        }
        self.advance(now);
    }

    /// Closes the connection for a while when nothing is under way. It is opened again when there is something to send, or
    /// when [`RegistreeConfig::reopen`] wants it.
    pub fn disconnect(&mut self, now: Timestamp) {
        self.reach.note_own_close();
        self.session
            .disconnect(now, CloseFrame::new(CloseCode::NORMAL, ""));
    }

    /// As [`Session::end`].
    pub fn end(&mut self, now: Timestamp) {
        self.reach.note_own_close();
        self.session.end(now);
    }

    /// As [`Session::is_ended`].
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.session.is_ended()
    }

    /// Whether a connection is wanted: there is none, and there is something to send or the time has come.
    #[must_use]
    pub fn wants_connection(&self, now: Timestamp) -> bool {
        self.reach.is_free(now)
            && !self.config.points_of_access.is_empty()
            && !self.session.has_connection()
            && !self.session.is_ended()
            && self.has_reason(now)
    }

    fn has_reason(&self, now: Timestamp) -> bool {
        let is_scheduled = || self.reach.is_scheduled(now, &self.config.reopen);
        self.needs_connection() || (!self.session.is_ending() && is_scheduled())
    }

    /// Whether there is something to send.
    fn needs_connection(&self) -> bool {
        let registers = self.registration.wants_connection() && !self.session.is_ending();
        let is_asked = self.reach.is_asked() && !self.session.is_ending();
        self.session.has_sendable() || registers || is_asked
    }

    /// Takes up the connection that is [wanted](Self::wants_connection): after this call it is not, until
    /// [`connected`](Self::connected) or [`connect_failed`](Self::connect_failed) say what became of it.
    pub fn connecting(&mut self, now: Timestamp) -> Option<Attempt> {
        if !self.wants_connection(now) {
            return None;
        }
        let index = self.reach.begin(self.requests.len());
        let mut request = self.requests.get(index)?.clone();
        self.is_named = false;
        if let Some(originator) = &self.originator
            && self.config.sends_origin
            && let Ok(named) = request.clone().header(ORIGIN_FIELD, originator)
        {
            request = named;
            self.is_named = true;
        }
        Some(Attempt {
            point_of_access: index,
            request,
        })
    }

    /// The attempt has led to a connection. If the response chose a subprotocol that is none of TS-0020, or none at all, it
    /// is for the application to say what is spoken: the first that was offered, usually.
    pub fn connected(
        &mut self,
        now: Timestamp,
        connection: Connection,
        subprotocol: Subprotocol,
    ) -> Option<Connection> {
        self.reach.note_connected(now);
        let superseded = self.session.connected(now, connection, subprotocol);
        self.registration.note_connected(self.is_named);
        self.session
            .hold_requests(now, self.registration.holds_requests());
        self.advance(now);
        superseded
    }

    /// The attempt has failed. After the last point of access it waits before it begins with the first.
    pub fn connect_failed(&mut self, now: Timestamp) {
        self.reach
            .note_failure(now, &self.config.backoff, self.requests.len());
    }

    /// The next event; as [`Session::poll_event`].
    pub fn poll_event<'i>(
        &mut self,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<RegistreeEvent<'i>> {
        self.advance(now);
        let event = self.session.poll_event(now, inbox)?;
        if !matches!(event, SessionEvent::Disconnected(_)) {
            self.reach.note_activity(now);
        }
        match event {
            SessionEvent::Ended { id, outcome } if self.registration.is(id) => {
                Some(self.end_registration(now, outcome))
            }
            SessionEvent::Ended { id, outcome } if self.registration.is_deregistration(id) => {
                Some(self.end_deregistration(id, outcome))
            }
            SessionEvent::Disconnected(closed) => {
                self.note_loss(now, Some(&closed));
                Some(RegistreeEvent::Session(SessionEvent::Disconnected(closed)))
            }
            event @ (SessionEvent::Request { .. }
            | SessionEvent::Ended { .. }
            | SessionEvent::Unanswered { .. }
            | SessionEvent::Dropped(_)) => Some(RegistreeEvent::Session(event)),
        }
    }

    fn end_registration<'i>(&mut self, now: Timestamp, outcome: Outcome<'i>) -> RegistreeEvent<'i> {
        let is_known = self.originator.is_some();
        let event = match outcome.into_response() {
            Ok(response) if Registration::is_success(&response, is_known) => {
                self.note_registered(now, &response);
                RegistreeEvent::Registered(response)
            }
            Ok(response) => self.note_unregistered(now, Outcome::Response(response)),
            Err(outcome) => self.note_unregistered(now, outcome),
        };
        self.session
            .hold_requests(now, self.registration.holds_requests());
        event
    }

    fn end_deregistration<'i>(
        &mut self,
        id: RequestId,
        outcome: Outcome<'i>,
    ) -> RegistreeEvent<'i> {
        match outcome.into_response() {
            Ok(response) if response.status.is_success() => {
                self.registration.note_deregistered();
                RegistreeEvent::Deregistered { id, response }
            }
            Ok(response) => ended(id, Outcome::Response(response)),
            Err(outcome) => ended(id, outcome),
        }
    }

    fn note_registered(&mut self, now: Timestamp, response: &ResponsePrimitive<'_>) {
        let learned = self
            .registration
            .learn(response, self.config.registration.as_ref());
        self.originator = learned.or_else(|| self.originator.take());
        let is_unnamed = !self.is_named && self.originator.is_some() && self.config.sends_origin;
        let reconnects = self.config.reconnect_after_registration && is_unnamed;
        self.registration.note_success(reconnects);
        if reconnects {
            self.disconnect(now);
        }
    }

    fn note_unregistered<'i>(
        &mut self,
        now: Timestamp,
        outcome: Outcome<'i>,
    ) -> RegistreeEvent<'i> {
        let (reach, backoff) = (&mut self.reach, &self.config.backoff);
        let delay = |failures| reach.delay(failures, backoff);
        self.registration.note_failure(now, &outcome, delay);
        RegistreeEvent::RegistrationFailed(outcome)
    }

    /// As [`Session::wants_input`].
    #[must_use]
    pub fn wants_input(&self) -> bool {
        self.session.wants_input()
    }

    /// As [`Session::shrink`].
    pub fn shrink(&mut self) {
        self.session.shrink();
    }

    /// As [`Session::outbox`].
    pub fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox> {
        self.session.outbox(now)
    }

    /// When [`handle_timeout`](Self::handle_timeout) has to be called, if nothing happens before.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        let wants = self.needs_connection();
        let is_idle = self.session.is_up() && self.is_idle();
        // A connection that has ended is first seen to its end; an ending session opens none without need.
        let is_flushing = self.session.has_connection() && !self.reach.is_up();
        let is_over = self.session.is_ending() && !wants;
        let reach = self.reach.poll_timeout(&self.config, wants, is_idle);
        let reach = reach.filter(|_| !is_flushing && !is_over);
        let registration = self.registration.poll_timeout();
        let registration = registration.filter(|_| self.session.is_up());
        let deadlines = [self.session.poll_timeout(), reach, registration];
        deadlines.into_iter().flatten().min()
    }

    /// Time has come to `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp) {
        self.session.handle_timeout(now);
        self.advance(now);
    }

    /// The transport has ended: nothing will be received after what is in the inbox.
    pub fn handle_eof(&mut self) {
        self.session.handle_eof();
    }

    /// As [`Session::release`].
    pub fn release(&mut self, now: Timestamp) {
        if self.reach.is_up() {
            self.note_loss(now, None);
        }
        self.session.release(now);
    }

    /// As [`Session::transport_action`].
    #[must_use]
    pub fn transport_action(&self) -> TransportAction {
        self.session.transport_action()
    }

    /// Whether there is a connection that can be used.
    #[must_use]
    pub fn is_up(&self) -> bool {
        self.session.is_up()
    }

    /// The session, for what it knows.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    fn note_loss(&mut self, now: Timestamp, closed: Option<&Closed<'_>>) {
        self.reach.note_loss(now, closed, &self.config);
    }

    /// Registers where that is due, and closes a connection that is not needed.
    fn advance(&mut self, now: Timestamp) {
        self.reach.note_time(now);
        if self.session.is_up()
            && self.registration.is_due(now)
            && let Some(mut registration) = self.config.registration.clone()
        {
            registration.request_identifier = self.session.next_identifier();
            match self.session.request_ahead(now, registration) {
                Ok(id) => self.registration.note_sent(id),
                Err(_) => self.registration.note_refused(),
            }
        }
        if self.session.is_up() && self.is_idle() && self.reach.is_over(now, &self.config) {
            self.disconnect(now);
        }
    }

    fn is_idle(&self) -> bool {
        self.session.is_quiet() && !self.session.has_sendable() && !self.registration.is_needed()
    }
}

const fn ended(id: RequestId, outcome: Outcome<'_>) -> RegistreeEvent<'_> {
    RegistreeEvent::Session(SessionEvent::Ended { id, outcome })
}

fn handshake(
    request: &ClientRequest,
    config: &RegistreeConfig,
) -> Result<ClientRequest, HandshakeRequestError> {
    let mut request = request.clone();
    for subprotocol in &config.subprotocols {
        request = request.subprotocol(subprotocol.name())?;
    }
    for (name, value) in &config.header_fields {
        request = request.header(name, value)?;
    }
    Ok(request)
}

/// Says whose connection it is; proposed for TS-0020, and demanded by deployed registrars.
pub(crate) const ORIGIN_FIELD: &str = "X-M2M-Origin";
