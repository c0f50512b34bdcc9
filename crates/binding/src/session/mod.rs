//! One pair of nodes over at most one connection at a time (TS-0020 clauses 5.2, 6.3 and 6.5).

mod config;
mod driving;
mod event;
mod form;
mod held;
mod incoming;
mod link;
mod moving;
mod outgoing;
mod pace;
mod receive;
mod send;
mod storage;
mod store;
#[cfg(test)]
mod tests;
pub(crate) mod wall_clock;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, VecDeque};
use alloc::sync::Arc;
use core::time::Duration;

use onem2m_primitive::{
    RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws_core::{
    CloseCode, CloseFrame, Closed, Connection, ControlError, Inbox, Loss, Outbox, Timestamp,
    TransportAction,
};

use crate::request_identifiers::RequestIdentifiers;
use crate::subprotocol::Subprotocol;

pub use config::{OnLoss, Pacing, RequestOptions, SessionConfig, WrongKind};
pub(crate) use event::RequestLine;
pub use event::{
    Counters, Delivery, Dropped, IncomingId, Outcome, Refusal, RequestError, RequestId,
    RespondError, SessionEvent,
};
use incoming::Incoming;
pub use link::Superseded;
use link::{Carrier, Change, Drain, Link};
pub(crate) use moving::{Detached, Surrendered};
use outgoing::{Outgoing, Written};
pub use send::estimated_len;
pub use store::StoreStep;
use wall_clock::WallClock;

/// A pair of nodes that exchange requests and responses over one connection, and over the next when that is gone.
///
/// ```text
///          connected        disconnect, end        nothing under way        Close received         release
///   Down ────────────▶ Up ──────────────────▶ Draining ─────────────▶ Closing ─────────────▶ Flushing ───────▶ Down
///
///   from any: connected ──▶ Up of the new connection, release ──▶ Down; a connection may end from any ──▶ Flushing
/// ```
///
/// A request that is made while there is no connection waits, in order. Each request ends exactly once, with an
/// [`Outcome`]. Nothing is sent twice: a request that may have left when a connection is lost waits for its response,
/// which may come over the next connection, or for its expiration.
///
/// The verbs are those of [`Connection`]: take events until there is none, write the outbox, obey
/// [`transport_action`](Self::transport_action), wait for input or [`poll_timeout`](Self::poll_timeout).
///
/// ```
/// use onem2m_primitive::{RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode};
/// use onem2m_ws::{Outcome, Session, SessionConfig, SessionEvent, Subprotocol};
/// use onem2m_ws_core::{Buf, Config, Connection, Inbox, Role, Seed, Timestamp};
///
/// let now = Timestamp::ZERO;
/// let connection = |role| Connection::new(role, Config::default(), Seed([7; 32]), now);
/// let mut registree = Session::new(SessionConfig::default(), [1; 8]);
/// let mut registrar = Session::new(SessionConfig::default(), [2; 8]);
///
/// // It waits for a connection.
/// let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED).from("Cthermo");
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
    link: Link,
    outgoing: Outgoing,
    incoming: Incoming,
    /// Non-blocking procedures that were acknowledged, and until when they hold the connection.
    procedures: BTreeMap<RequestId, (RequestIdentifier<'static>, Timestamp)>,
    /// Finished business that was not reported yet: at most one for each request, and the end of the connection.
    finished: VecDeque<SessionEvent<'static>>,
    counters: Counters,
    is_ending: bool,
    gate: Gate,
    /// True if what waits for lack of a connection is stored.
    is_durable: bool,
    store_trouble: Option<Box<store::Trouble>>,
}

/// When a request has its turn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Turn {
    InOrder,
    Ahead,
}

/// True if requests may leave.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Gate {
    Open,
    /// None but those that go ahead.
    Closed,
}

impl Session {
    /// Returns a session without a connection. `prefix` is eight fresh bytes from the operating system, for request identifiers
    /// that nobody can guess.
    #[must_use]
    pub fn new(config: impl Into<Arc<SessionConfig>>, prefix: [u8; 8]) -> Self {
        Self::numbered(config.into(), prefix, 0)
    }

    /// As [`new`](Self::new), one of many, whose requests are told apart by its `number`.
    pub(crate) fn numbered(config: Arc<SessionConfig>, prefix: [u8; 8], number: u64) -> Self {
        Self {
            config,
            identifiers: RequestIdentifiers::new(prefix),
            wall_clock: None,
            link: Link::Down,
            outgoing: Outgoing::new(number),
            incoming: Incoming::new(number),
            procedures: BTreeMap::new(),
            finished: VecDeque::new(),
            counters: Counters::default(),
            is_ending: false,
            gate: Gate::Open,
            is_durable: false,
            store_trouble: None,
        }
    }

    /// Holds requests back, or lets them go: what [`request_ahead`](Self::request_ahead) takes passes all the same.
    pub(crate) fn hold_requests(&mut self, now: Timestamp, is_held: bool) {
        self.gate = if is_held { Gate::Closed } else { Gate::Open };
        self.settle(now);
    }

    /// As [`request`](Self::request), before those that wait. It ends when the connection is lost, for whoever sends it sends it
    /// again.
    pub(crate) fn request_ahead(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestError> {
        self.settle(now);
        let id = self.outgoing.next_id();
        let options = RequestOptions {
            on_loss: Some(OnLoss::Fail),
            ..RequestOptions::default()
        };
        self.start_request(now, id, request, options, Turn::Ahead)?;
        self.settle(now);
        Ok(id)
    }

    /// Sets the time of day at `now`, for expiration times that are absolute: without a time of day they are taken for infinite. To
    /// be repeated when the clock was set, and after sleep.
    pub const fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.wall_clock = Some(WallClock::new(now, since_unix_epoch));
    }

    /// Sends a request, or lets it wait until it can be sent. The request ends with one [`SessionEvent::Ended`], unless it is
    /// cancelled. If its event category is "latest" it takes the place of one about the same that waits. A request
    /// identifier that is [unassigned](RequestIdentifier::UNASSIGNED) is assigned.
    ///
    /// # Errors
    ///
    /// There are too many requests, the identifier of the request is in use, the request has expired, or the session is ending.
    pub fn request(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestError> {
        self.request_with(now, request, RequestOptions::default())
    }

    /// Sends a request as [`request`](Self::request) does, with choices of its own.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub fn request_with(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
        options: RequestOptions,
    ) -> Result<RequestId, RequestError> {
        let id = self.outgoing.next_id();
        self.request_as(now, id, request, options).map(|()| id)
    }

    /// As [`request_with`](Self::request_with), under a number that was given from outside and is used once.
    pub(crate) fn request_as(
        &mut self,
        now: Timestamp,
        id: RequestId,
        request: RequestPrimitive<'_>,
        options: RequestOptions,
    ) -> Result<(), RequestError> {
        self.settle(now);
        self.start_request(now, id, request, options, Turn::InOrder)
    }

    /// Checks that there is room for another request, of no great length.
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
    /// The request does not wait any more ([`SessionEvent::LateAnswer`]); or the response cannot be expressed, and 5000 is
    /// answered instead ([`SessionEvent::NotAnswered`]).
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

    /// Gives a request up, which ends without an event, and returns how far the request had come: `None` if it had ended before.
    pub fn cancel(&mut self, now: Timestamp, id: RequestId) -> Option<Delivery> {
        self.settle(now);
        let delivery = self.outgoing.end(id, self.config.max_late);
        self.fill(now);
        self.advance_close(now);
        delivery
    }

    /// Gives a request up of which nothing is to be told any more: not even its end, if that waits to be told.
    pub(crate) fn withdraw(&mut self, now: Timestamp, id: RequestId) {
        if self.cancel(now, id).is_none() {
            let is_its_end = |event: &SessionEvent<'_>| matches!(event, SessionEvent::Ended { id: ended, .. } if *ended == id);
            self.finished.retain(|event| !is_its_end(event));
        }
    }

    /// Takes a new connection to the peer, and returns the one before, whose place the new one takes.
    pub fn connected(
        &mut self,
        now: Timestamp,
        connection: Connection,
        subprotocol: Subprotocol,
    ) -> Option<Superseded> {
        let superseded = self.supersede(now, Carrier::new(connection, subprotocol));
        self.begin(now);
        superseded
    }

    /// Puts a connection in the place of the one before.
    fn supersede(&mut self, now: Timestamp, carrier: Carrier) -> Option<Superseded> {
        self.confirm(now);
        let former = self.link.enter(Change::Connected(carrier))?;
        self.lose(&former.connection, Written::Known);
        Some(former.supersede(now))
    }

    /// A connection is there.
    fn begin(&mut self, now: Timestamp) {
        if self.is_ending {
            self.drain(now, CloseFrame::new(CloseCode::NORMAL, ""));
        }
        self.plan_puts();
        self.settle(now);
    }

    /// Lets go of a connection whose transport is gone, if [`transport_action`](Self::transport_action) said so or it
    /// failed. Requests that may have left are treated as with any loss.
    pub fn release(&mut self, now: Timestamp) {
        self.confirm(now);
        let has_ended = matches!(self.link, Link::Flushing(_));
        if let Some(carrier) = self.link.enter(Change::Release) {
            self.lose(&carrier.connection, Written::Known);
            if !has_ended {
                let closed = Closed::Lost(Loss::Eof);
                self.finished.push_back(SessionEvent::Disconnected(closed));
            }
            self.plan_puts();
        }
        self.settle(now);
    }

    /// Closes the connection for a while (TS-0020 5.2): when nothing is under way any more (6.5), or after
    /// [`SessionConfig::drain_timeout`]. Requests made meanwhile wait for the next connection.
    ///
    /// # Errors
    ///
    /// The frame cannot be sent: its reason is longer than 123 bytes (RFC 6455 §5.5). Nothing has changed then.
    pub fn disconnect(
        &mut self,
        now: Timestamp,
        frame: CloseFrame<'_>,
    ) -> Result<(), ControlError> {
        link::check_close(&frame)?;
        self.drain(now, frame);
        self.settle(now);
        Ok(())
    }

    /// As [`disconnect`](Self::disconnect), with a frame that can always be sent.
    pub(crate) fn disconnect_without_reason(&mut self, now: Timestamp, code: CloseCode) {
        self.drain(now, CloseFrame::new(code, ""));
        self.settle(now);
    }

    /// As [`disconnect`](Self::disconnect), with a frame that can be sent.
    fn drain(&mut self, now: Timestamp, frame: CloseFrame<'_>) {
        let frame = frame.into_owned();
        let deadline = now.saturating_add(self.config.drain_timeout);
        self.link.enter(Change::Drain(Drain { frame, deadline }));
        self.plan_puts();
    }

    /// Ends the session: no more requests are taken, those that wait are sent if there is a connection, and it is closed when
    /// nothing is under way, or after [`SessionConfig::drain_timeout`]. Then, or without a connection at once, what is left
    /// ends as [`Outcome::SessionEnded`].
    pub fn end(&mut self, now: Timestamp) {
        self.is_ending = true;
        self.drain(now, CloseFrame::new(CloseCode::NORMAL, ""));
        self.settle(now);
    }

    /// Returns whether everything has ended after [`end`](Self::end): no connection, no request.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.is_ending
            && self.link.is_down()
            && self.outgoing.len() == 0
            && self.finished.is_empty()
    }

    /// Returns the next event. `None`: the inbox is empty, unless [`wants_input`](Self::wants_input) says that the application or
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

    /// Returns whether the input from the peer should be read: not while the peer takes none of the answers that it is due.
    #[must_use]
    pub fn wants_input(&self) -> bool {
        let incoming = &self.incoming;
        !incoming.has_answers()
            || (incoming.len() < self.config.max_incoming.max(1).saturating_mul(2)
                && incoming.waiting_len() < self.config.max_waiting_len)
    }

    /// Returns the length of the message that is about to be decoded: see [`Connection::completing_len`].
    #[must_use]
    pub fn completing_len(&self, inbox: &Inbox) -> Option<u64> {
        self.link.carrier()?.connection.completing_len(inbox)
    }

    /// Gives back the memory of requests that have ended: for sessions that become idle.
    pub fn shrink(&mut self) {
        self.outgoing.shrink();
        self.incoming.shrink();
        self.finished.shrink_to_fit();
        if let Some(carrier) = self.link.carrier_mut() {
            carrier.connection.outbox().shrink();
        }
    }

    /// Returns the bytes that have to be written to the transport of the connection, if there is one.
    pub fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox> {
        self.fill(now);
        let carrier = self.link.carrier_mut();
        carrier.map(|carrier| carrier.connection.outbox())
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called, if nothing happens before.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        let carrier = self.link.carrier();
        let draining = self.link.drain().map(|drain| drain.deadline);
        let deadlines = [
            self.outgoing.poll_timeout(),
            self.incoming.poll_timeout(),
            carrier.and_then(|carrier| carrier.connection.poll_timeout()),
            carrier
                .filter(|_| self.has_waiting())
                .and_then(|carrier| carrier.pace.poll_timeout(&carrier.connection, self.pause())),
            draining,
            draining.and_then(|_| self.procedures.values().map(|(_, until)| *until).min()),
            self.store_timeout(),
        ];
        deadlines.into_iter().flatten().min()
    }

    /// Does everything that is due at `now`. Early, late and repeated calls are harmless.
    pub fn handle_timeout(&mut self, now: Timestamp) {
        if let Some(carrier) = self.link.carrier_mut() {
            carrier.connection.handle_timeout(now);
        }
        self.settle(now);
    }

    /// Takes note that the transport has ended: nothing will be received after the bytes in the inbox.
    pub fn handle_eof(&mut self) {
        if let Some(carrier) = self.link.carrier_mut() {
            carrier.connection.handle_eof();
        }
    }

    /// Tells the connection that the owner does not read `now`, so that the peer's silence means nothing
    /// ([`Connection::handle_unread`]).
    pub fn handle_unread(&mut self, now: Timestamp) {
        if let Some(carrier) = self.link.carrier_mut() {
            carrier.connection.handle_unread(now);
        }
    }

    /// Returns the action that the owner of the transport is to take, besides writing and reading.
    #[must_use]
    pub fn transport_action(&self) -> TransportAction {
        let carrier = self.link.carrier();
        carrier.map_or(TransportAction::None, |carrier| {
            carrier.connection.transport_action()
        })
    }

    /// Returns whether there is a connection that can be used: it is neither closed nor about to be.
    #[must_use]
    pub fn is_up(&self) -> bool {
        let carrier = self.link.carrier();
        self.link.is_up() && carrier.is_some_and(|carrier| carrier.connection.is_open())
    }

    /// Returns whether there is a connection, if only to see it to its end.
    #[must_use]
    pub const fn has_connection(&self) -> bool {
        !self.link.is_down()
    }

    /// Returns the number of own requests that have not ended: those that wait, those that were sent, and those of which nobody knows.
    #[must_use]
    pub fn outstanding(&self) -> usize {
        self.outgoing.len()
    }

    /// Returns the bytes of own requests that wait to be sent, estimated ([`SessionConfig::max_waiting_len`]).
    #[must_use]
    pub const fn waiting_len(&self) -> usize {
        self.outgoing.waiting_len()
    }

    /// Returns whether requests wait for a connection.
    #[must_use]
    pub fn has_waiting(&self) -> bool {
        !self.outgoing.has_no_waiting() || self.incoming.has_answers()
    }

    /// Returns whether something would be sent if there were a connection.
    pub(crate) fn has_sendable(&self) -> bool {
        self.incoming.has_answers() || (self.gate == Gate::Open && !self.outgoing.has_no_waiting())
    }

    /// The next event that needs no input.
    pub(crate) fn poll_finished(&mut self, now: Timestamp) -> Option<SessionEvent<'static>> {
        self.settle(now);
        self.finished.pop_front()
    }

    /// Returns whether nothing would be lost with it.
    pub(crate) fn is_forgettable(&self) -> bool {
        self.link.is_down()
            && self.outgoing.len() == 0
            && !self.has_store_steps()
            && self.incoming.is_empty()
            && self.finished.is_empty()
    }

    pub(crate) const fn is_ending(&self) -> bool {
        self.is_ending
    }

    /// Returns whether nothing is under way in either direction: neither sent nor to be answered. Closing the connection now
    /// breaks nothing (TS-0020 6.5).
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.outgoing.is_quiet() && self.incoming.is_empty() && self.procedures.is_empty()
    }

    /// Returns the requests that wait to be sent, in order.
    pub fn waiting(&self) -> impl Iterator<Item = (RequestId, &RequestIdentifier<'static>)> {
        self.outgoing.waiting()
    }

    /// Ends a non-blocking procedure, which does not keep the connection open any more (TS-0020 6.5).
    pub fn finish_procedure(&mut self, now: Timestamp, id: RequestId) {
        self.procedures.remove(&id);
        self.advance_close(now);
    }

    /// Returns the numbers of messages that were dropped, by reason.
    #[must_use]
    pub const fn counters(&self) -> &Counters {
        &self.counters
    }

    /// Returns the limits and choices of the session.
    #[must_use]
    pub fn config(&self) -> &SessionConfig {
        &self.config
    }

    /// Brings everything to `now`: what was written is known, what is over ends, what can be sent is handed over.
    fn settle(&mut self, now: Timestamp) {
        self.confirm(now);
        self.retry_store(now);
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
        if let Some(Drain { frame, deadline }) = self.link.drain()
            && (is_quiet || *deadline <= now)
        {
            let frame = frame.clone();
            self.link.close(now, frame);
            self.plan_puts();
        }
        let is_over = matches!(self.link, Link::Down | Link::Flushing(_));
        if self.is_ending && is_over {
            self.end_all();
        }
    }

    /// Ends all that is under way in either direction, as [`Outcome::SessionEnded`]; the session itself goes on.
    pub(crate) fn end_all(&mut self) {
        while let Some(id) = self.outgoing.first() {
            let Some(delivery) = self.outgoing.end(id, 0) else {
                break;
            };
            let outcome = Outcome::SessionEnded(delivery);
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        self.incoming.clear();
    }

    /// The pause behind every message.
    fn pause(&self) -> Option<Duration> {
        self.config.pacing.map(|pacing| pacing.pause)
    }

    /// Takes note of what was written.
    fn confirm(&mut self, now: Timestamp) {
        let Some(carrier) = self.link.carrier_mut() else {
            return;
        };
        let pause = self.config.pacing.map(|pacing| pacing.pause);
        carrier.pace.advance(now, &carrier.connection, pause);
        while let Some((id, len)) = self.outgoing.confirm(&carrier.connection) {
            carrier.longest_other = carrier.longest_other.max(len);
            let outcome = Outcome::Written;
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        let len = self.incoming.confirm(&carrier.connection);
        carrier.longest_other = carrier.longest_other.max(len);
    }

    /// A connection is lost: requests that never left wait for the next one, those that may have left wait for their
    /// response or end.
    fn lose(&mut self, connection: &Connection, written: Written) {
        if written == Written::Known {
            self.incoming.handle_loss(connection);
        }
        let mut lost = VecDeque::new();
        self.outgoing
            .handle_loss(connection, written, |id, on_loss| {
                lost.push_back((id, on_loss));
            });
        for (id, on_loss) in lost {
            if on_loss == OnLoss::Fail || self.outgoing.wants_no_response(id) {
                self.outgoing.end(id, self.config.max_late);
                let outcome = Outcome::Lost;
                self.finished.push_back(SessionEvent::Ended { id, outcome });
            }
        }
    }
}
