//! One pair of nodes over at most one connection at a time (TS-0020 clauses 5.2, 6.3 and 6.5).

mod config;
mod event;
mod form;
mod incoming;
mod outgoing;
mod receive;
mod send;
pub(crate) mod wall_clock;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::sync::Arc;

use onem2m_primitive::{
    RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws_core::{
    CloseCode, CloseFrame, Closed, Connection, Inbox, Outbox, Timestamp, TransportAction,
};

use crate::request_identifiers::RequestIdentifiers;
use crate::subprotocol::Subprotocol;

pub use config::{OnLoss, Pacing, SessionConfig, WrongKind};
pub use event::{
    Counters, Delivery, Dropped, IncomingId, Outcome, Refusal, RequestError, RequestId,
    RespondError, SessionEvent,
};
use incoming::Incoming;
use outgoing::Outgoing;
use wall_clock::WallClock;

/// A pair of nodes that exchange requests and responses over one connection, and over the next when that is gone.
///
/// ```text
///            connected             disconnect              nothing under way          transport gone
///   down ──────────────▶ up ────────────────▶ draining ──────────────────────▶ closing ───────────────▶ down
///    ▲                    │ the peer closes, the transport ends: Disconnected                            │
///    └────────────────────┴─────────────────────────────────────────────────────────────────────────────┘
/// ```
///
/// What is requested while there is no connection waits, in order. Each request ends exactly once, with an
/// [`Outcome`]. Nothing is sent twice: what may have left when a connection is lost waits for its response, which may
/// come over the next connection, or for its expiration.
///
/// The verbs are those of [`Connection`]: take events until there is none, write the outbox, obey
/// [`transport_action`](Self::transport_action), wait for input or [`poll_timeout`](Self::poll_timeout).
///
/// ```
/// use onem2m_primitive::{RequestPrimitive, ResponsePrimitive, ResponseStatusCode};
/// use onem2m_ws::{Outcome, Session, SessionConfig, SessionEvent, Subprotocol};
/// use onem2m_ws_core::{Buf, Config, Connection, Inbox, Role, Seed, Timestamp};
///
/// let now = Timestamp::ZERO;
/// let connection = |role| Connection::new(role, Config::default(), Seed([7; 32]), now);
/// let mut registree = Session::new(SessionConfig::default(), [1; 8]);
/// let mut registrar = Session::new(SessionConfig::default(), [2; 8]);
///
/// // It waits for a connection.
/// let request = RequestPrimitive::retrieve("cse-in", registree.next_identifier()).from("Cthermo");
/// let id = registree.request(now, request)?;
/// registree.connected(now, connection(Role::Client), Subprotocol::CBOR);
/// registrar.connected(now, connection(Role::Server), Subprotocol::CBOR);
///
/// let transfer = |from: &mut Session, inbox: &mut Inbox| {
///     let Some(outbox) = from.outbox(now) else { return };
///     while outbox.has_remaining() {
///         inbox.extend(outbox.chunk());
///         outbox.advance(outbox.chunk().len());
///     }
/// };
/// let mut inbox = Inbox::new();
/// transfer(&mut registree, &mut inbox);
/// let Some(SessionEvent::Request { id: incoming, request }) = registrar.poll_event(now, &mut inbox) else {
///     panic!("the request arrives")
/// };
/// let response = ResponsePrimitive::to_request(&request, ResponseStatusCode::OK);
/// registrar.respond(now, incoming, response)?;
/// transfer(&mut registrar, &mut inbox);
/// let Some(SessionEvent::Ended { id: ended, outcome: Outcome::Response(response) }) =
///     registree.poll_event(now, &mut inbox)
/// else {
///     panic!("the response arrives")
/// };
/// assert_eq!((ended, response.status), (id, ResponseStatusCode::OK));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Session {
    config: Arc<SessionConfig>,
    identifiers: RequestIdentifiers,
    wall_clock: Option<WallClock>,
    link: Option<Link>,
    outgoing: Outgoing,
    incoming: Incoming,
    /// Non-blocking procedures that were acknowledged, and until when they hold the connection.
    procedures: BTreeMap<RequestId, (RequestIdentifier<'static>, Timestamp)>,
    /// Finished business that was not reported yet: at most one for each request, and the end of the connection.
    finished: VecDeque<SessionEvent<'static>>,
    counters: Counters,
    is_ending: bool,
    gate: Gate,
}

/// When a request has its turn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Turn {
    InOrder,
    Ahead,
}

/// Whether requests may leave.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Gate {
    Open,
    /// None but those that go ahead.
    Closed,
}

/// A connection, from its opening until the transport is let go.
#[derive(Debug)]
struct Link {
    connection: Box<Connection>,
    subprotocol: Subprotocol,
    state: LinkState,
    /// No message is sent before.
    pause_until: Option<Timestamp>,
    unmatched: u64,
}

#[derive(Debug)]
enum LinkState {
    Up,
    /// Nothing new is sent; it is closed when nothing is under way, or then.
    Draining(CloseFrame<'static>, Timestamp),
    /// Our Close frame was sent.
    Closing,
    /// It has ended; what is written still has to be flushed.
    Ended,
}

impl Session {
    /// A session without a connection. `prefix` is eight fresh bytes from the operating system, for request identifiers
    /// that nobody can guess.
    #[must_use]
    pub fn new(config: impl Into<Arc<SessionConfig>>, prefix: [u8; 8]) -> Self {
        Self::numbered(config.into(), prefix, 0)
    }

    /// As [`new`](Self::new), one of many, whose requests are told apart by its `number`.
    pub(crate) fn numbered(config: Arc<SessionConfig>, prefix: [u8; 8], number: u32) -> Self {
        Self {
            config,
            identifiers: RequestIdentifiers::new(prefix),
            wall_clock: None,
            link: None,
            outgoing: Outgoing::new(number),
            incoming: Incoming::new(number),
            procedures: BTreeMap::new(),
            finished: VecDeque::new(),
            counters: Counters::default(),
            is_ending: false,
            gate: Gate::Open,
        }
    }

    /// Holds requests back, or lets them go: what [`request_ahead`](Self::request_ahead) takes passes all the same.
    pub(crate) fn hold_requests(&mut self, now: Timestamp, is_held: bool) {
        self.gate = if is_held { Gate::Closed } else { Gate::Open };
        self.settle(now);
    }

    /// As [`request`](Self::request), before those that wait.
    pub(crate) fn request_ahead(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestError> {
        self.settle(now);
        let id = self.start_request(now, request, Turn::Ahead);
        self.settle(now);
        id
    }

    /// Says what time of day it is `now`, for expiration times that are absolute: without it they are taken for infinite. To
    /// be repeated when the clock was set, and after sleep.
    pub const fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: core::time::Duration) {
        self.wall_clock = Some(WallClock::new(now, since_unix_epoch));
    }

    /// A request identifier that is used by no other request.
    pub fn next_identifier(&mut self) -> RequestIdentifier<'static> {
        self.identifiers.next_identifier()
    }

    /// Sends a request, or lets it wait until it can be sent. It ends with one [`SessionEvent::Ended`], unless it is
    /// cancelled. If its event category is "latest" it takes the place of one about the same that waits.
    ///
    /// # Errors
    ///
    /// There are too many requests, its identifier is in use, it has expired, or the session is ending.
    pub fn request(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestError> {
        self.settle(now);
        self.start_request(now, request, Turn::InOrder)
    }

    /// Whether there is room for another request, of no great length.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub fn check_room(&self) -> Result<(), RequestError> {
        if self.is_ending {
            return Err(RequestError::Ending);
        }
        if self.outgoing.len() >= self.config.max_requests {
            return Err(RequestError::TooMany);
        }
        if self.outgoing.waiting_len() >= self.config.max_waiting_len {
            return Err(RequestError::TooLong);
        }
        Ok(())
    }

    /// Answers a request of the peer, in the serialization of the connection that carries the answer. The answer to a
    /// request that wants none (response type 5) goes nowhere.
    ///
    /// # Errors
    ///
    /// The request does not wait any more, or the response cannot be expressed; then another can be given.
    pub fn respond(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        response: ResponsePrimitive<'_>,
    ) -> Result<(), RespondError> {
        self.settle(now);
        let answered = self.answer(now, id, response);
        self.advance_close(now);
        answered
    }

    /// Gives a request up: it ends here, without an event. How far it had come, or `None` if it had ended before.
    pub fn cancel(&mut self, now: Timestamp, id: RequestId) -> Option<Delivery> {
        self.settle(now);
        let delivery = self.outgoing.end(id, self.config.max_late);
        self.fill(now);
        self.advance_close(now);
        delivery
    }

    /// A new connection to the peer. It takes the place of the one before, which comes back to be closed in its own time: its
    /// outbox holds a Close frame. If it does not come back its transport is to be dropped at once, for it held messages that
    /// the new one carries.
    pub fn connected(
        &mut self,
        now: Timestamp,
        connection: Connection,
        subprotocol: Subprotocol,
    ) -> Option<Connection> {
        let superseded = self.give_up_link(now);
        self.link = Some(Link {
            connection: Box::new(connection),
            subprotocol,
            state: LinkState::Up,
            pause_until: None,
            unmatched: 0,
        });
        if self.is_ending {
            self.disconnect(now, CloseFrame::new(CloseCode::NORMAL, ""));
        }
        self.settle(now);
        superseded
    }

    /// Takes over what another session with the same peer has under way; its connection, if it has one, comes back to be
    /// closed.
    pub(crate) fn absorb(&mut self, now: Timestamp, mut other: Self) -> Option<Connection> {
        let superseded = other.give_up_link(now);
        self.outgoing.absorb(other.outgoing);
        self.incoming.absorb(other.incoming);
        self.finished.append(&mut other.finished);
        self.procedures.append(&mut other.procedures);
        self.settle(now);
        superseded
    }

    /// Whether a request waits to be sent.
    pub(crate) fn is_waiting(&self, id: RequestId) -> bool {
        self.outgoing.is_waiting(id)
    }

    /// The connection is not to be used any more. If all was written it comes back to be closed; else what it holds must not
    /// leave, for it is sent over another.
    fn give_up_link(&mut self, now: Timestamp) -> Option<Connection> {
        let mut link = self.link.take()?;
        self.lose(&link.connection);
        if !link.connection.outbox().is_empty() {
            return None;
        }
        if !matches!(link.state, LinkState::Ended) {
            let frame = CloseFrame::new(CloseCode::POLICY_VIOLATION, SUPERSEDED);
            let _ = link.connection.close(now, frame);
        }
        Some(*link.connection)
    }

    /// Lets go of a connection whose transport is gone, if [`transport_action`](Self::transport_action) said so or it
    /// failed. What may have left is treated as with any loss.
    pub fn release(&mut self, now: Timestamp) {
        if let Some(link) = self.link.take() {
            self.lose(&link.connection);
            if !matches!(link.state, LinkState::Ended) {
                let closed = Closed::Lost(onem2m_ws_core::Loss::Eof);
                self.finished.push_back(SessionEvent::Disconnected(closed));
            }
        }
        self.settle(now);
    }

    /// Closes the connection for a while (TS-0020 5.2, W-11): when nothing is under way any more (W-72, W-73), or after
    /// [`SessionConfig::drain_timeout`]. Requests made meanwhile wait for the next connection.
    pub fn disconnect(&mut self, now: Timestamp, frame: CloseFrame<'_>) {
        let deadline = now.saturating_add(self.config.drain_timeout);
        if let Some(link) = &mut self.link
            && matches!(link.state, LinkState::Up)
        {
            link.state = LinkState::Draining(frame.into_owned(), deadline);
        }
        self.settle(now);
    }

    /// Ends the session: no more requests are taken, those that wait are sent if there is a connection, and it is closed when
    /// nothing is under way, or after [`SessionConfig::drain_timeout`]. Then, or without a connection at once, what is left
    /// ends as [`Outcome::SessionEnded`].
    pub fn end(&mut self, now: Timestamp) {
        self.is_ending = true;
        self.disconnect(now, CloseFrame::new(CloseCode::NORMAL, ""));
    }

    /// Whether everything has ended after [`end`](Self::end): no connection, no request.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.is_ending
            && self.link.is_none()
            && self.outgoing.len() == 0
            && self.finished.is_empty()
    }

    /// The next event. `None`: the inbox is empty, unless [`wants_input`](Self::wants_input) says that the application or
    /// the peer has to take something first.
    pub fn poll_event<'i>(
        &mut self,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<SessionEvent<'i>> {
        self.settle(now);
        match self.finished.pop_front() {
            Some(event) => Some(event),
            None => self.receive(now, inbox),
        }
    }

    /// Whether what the peer sends should be read: not while it takes none of the answers it is due (J-02).
    #[must_use]
    pub fn wants_input(&self) -> bool {
        let incoming = &self.incoming;
        !incoming.has_answers()
            || (incoming.len() < self.config.max_incoming.max(1).saturating_mul(2)
                && incoming.waiting_len() < self.config.max_waiting_len)
    }

    /// Gives back the memory of what has ended: for sessions that become idle.
    pub fn shrink(&mut self) {
        self.outgoing.shrink();
        self.incoming.shrink();
        self.finished.shrink_to_fit();
        if let Some(link) = &mut self.link {
            link.connection.outbox().shrink();
        }
    }

    /// What has to be written to the transport of the connection, if there is one.
    pub fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox> {
        self.fill(now);
        self.link.as_mut().map(|link| link.connection.outbox())
    }

    /// When [`handle_timeout`](Self::handle_timeout) has to be called, if nothing happens before.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        let link = self.link.as_ref();
        let draining = link.and_then(|link| match &link.state {
            LinkState::Draining(_, deadline) => Some(*deadline),
            LinkState::Up | LinkState::Closing | LinkState::Ended => None,
        });
        let deadlines = [
            self.outgoing.poll_timeout(),
            self.incoming.poll_timeout(),
            link.and_then(|link| link.connection.poll_timeout()),
            link.filter(|_| self.has_waiting())
                .and_then(|link| link.pause_until),
            draining,
            draining.and_then(|_| self.procedures.values().map(|(_, until)| *until).min()),
        ];
        deadlines.into_iter().flatten().min()
    }

    /// Time has come to `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp) {
        if let Some(link) = &mut self.link {
            link.connection.handle_timeout(now);
        }
        self.settle(now);
    }

    /// The transport has ended: nothing will be received after what is in the inbox.
    pub fn handle_eof(&mut self) {
        if let Some(link) = &mut self.link {
            link.connection.handle_eof();
        }
    }

    /// What to do with the transport, besides writing and reading.
    #[must_use]
    pub fn transport_action(&self) -> TransportAction {
        let link = self.link.as_ref();
        link.map_or(TransportAction::None, |link| {
            link.connection.transport_action()
        })
    }

    /// Whether there is a connection that can be used: it is neither closed nor about to be.
    #[must_use]
    pub fn is_up(&self) -> bool {
        let link = self.link.as_ref();
        link.is_some_and(|link| matches!(link.state, LinkState::Up) && link.connection.is_open())
    }

    /// Whether there is a connection, if only to see it to its end.
    #[must_use]
    pub const fn has_connection(&self) -> bool {
        self.link.is_some()
    }

    /// Own requests that have not ended: those that wait, those that were sent, and those of which nobody knows.
    #[must_use]
    pub fn outstanding(&self) -> usize {
        self.outgoing.len()
    }

    /// Whether requests wait for a connection.
    #[must_use]
    pub fn has_waiting(&self) -> bool {
        !self.outgoing.has_no_waiting() || self.incoming.has_answers()
    }

    /// Whether something would be sent if there were a connection.
    pub(crate) fn has_sendable(&self) -> bool {
        self.incoming.has_answers() || (self.gate == Gate::Open && !self.outgoing.has_no_waiting())
    }

    /// Whether there are events that need no input.
    pub(crate) fn has_finished(&self) -> bool {
        !self.finished.is_empty()
    }

    /// The next event that needs no input.
    pub(crate) fn poll_finished(&mut self, now: Timestamp) -> Option<SessionEvent<'static>> {
        self.settle(now);
        self.finished.pop_front()
    }

    /// Whether requests under way have the number of another session.
    pub(crate) fn knows_requests_of(&self, session: u32) -> bool {
        self.outgoing.knows_requests_of(session) || self.incoming.knows_requests_of(session)
    }

    /// Whether nothing would be lost with it.
    pub(crate) fn is_forgettable(&self) -> bool {
        self.link.is_none()
            && self.outgoing.len() == 0
            && self.incoming.is_empty()
            && self.finished.is_empty()
    }

    pub(crate) const fn is_ending(&self) -> bool {
        self.is_ending
    }

    /// Whether nothing is under way in either direction: neither sent nor to be answered. Closing the connection now breaks
    /// nothing (W-72, W-73).
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.outgoing.is_quiet() && self.incoming.is_empty() && self.procedures.is_empty()
    }

    /// The requests that wait to be sent, in order.
    pub fn waiting(&self) -> impl Iterator<Item = (RequestId, &RequestIdentifier<'static>)> {
        self.outgoing.waiting()
    }

    /// A non-blocking procedure has come to its end: it does not keep the connection open any more (W-74).
    pub fn finish_procedure(&mut self, now: Timestamp, id: RequestId) {
        self.procedures.remove(&id);
        self.advance_close(now);
    }

    /// How many messages were dropped, by reason.
    #[must_use]
    pub const fn counters(&self) -> &Counters {
        &self.counters
    }

    /// The limits and choices it was made with.
    #[must_use]
    pub fn config(&self) -> &SessionConfig {
        &self.config
    }

    /// Brings everything to `now`: what was written is known, what is over ends, what can be sent is handed over.
    fn settle(&mut self, now: Timestamp) {
        if let Some(link) = &mut self.link {
            link.pause_until = link.pause_until.filter(|until| *until > now);
            while let Some(id) = self.outgoing.confirm(&link.connection) {
                let outcome = Outcome::Written;
                self.finished.push_back(SessionEvent::Ended { id, outcome });
            }
            self.incoming.confirm(&link.connection);
        }
        while let Some((id, outcome)) = self.outgoing.expire(now, self.config.max_late) {
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        while let Some((id, entry)) = self.incoming.expire(now) {
            self.finished.push_back(SessionEvent::Unanswered { id });
            self.refuse(now, entry, ResponseStatusCode::REQUEST_TIMEOUT);
        }
        self.fill(now);
        self.advance_close(now);
    }

    /// Closes a draining connection once nothing is under way, and ends an ending session once it has none.
    fn advance_close(&mut self, now: Timestamp) {
        self.procedures.retain(|_, (_, until)| *until > now);
        let is_quiet = self.is_quiet() && (!self.is_ending || self.outgoing.has_no_waiting());
        if let Some(link) = &mut self.link
            && let LinkState::Draining(frame, deadline) = &link.state
            && (is_quiet || *deadline <= now)
        {
            let _ = link.connection.close(now, frame.clone());
            link.state = LinkState::Closing;
        }
        let is_over = self
            .link
            .as_ref()
            .is_none_or(|link| matches!(link.state, LinkState::Ended));
        if self.is_ending && is_over {
            while let Some(id) = self.outgoing.first() {
                let Some(delivery) = self.outgoing.end(id, 0) else {
                    break;
                };
                let outcome = Outcome::SessionEnded(delivery);
                self.finished.push_back(SessionEvent::Ended { id, outcome });
            }
            self.incoming.clear();
        }
    }

    /// The connection is lost: requests that never left wait for the next one, those that may have left wait for their
    /// response or end.
    fn lose(&mut self, connection: &Connection) {
        self.incoming.handle_loss(connection);
        let mut lost = VecDeque::new();
        self.outgoing
            .handle_loss(connection, |id| lost.push_back(id));
        for id in lost {
            if self.config.on_loss == OnLoss::Fail || self.outgoing.wants_no_response(id) {
                self.outgoing.end(id, self.config.max_late);
                let outcome = Outcome::Lost;
                self.finished.push_back(SessionEvent::Ended { id, outcome });
            }
        }
    }
}

/// The reason in the Close frame of a connection that another one takes the place of.
const SUPERSEDED: &str = "another connection took its place";
