//! Output: requests and responses that wait, as far as the connection takes them.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use onem2m_primitive::{
    EventCategory, Operation, Primitive, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws_core::{Buf, Timestamp};

use super::event::{
    IncomingId, Outcome, Refusal, RequestError, RequestId, RespondError, SessionEvent,
};
use super::form::{FIXED_LEN, Form, message};
use super::incoming::{Answer, Entry};
use super::outgoing::{Facts, Handed};
use super::wall_clock::expiration;
use super::{Gate, Link, RequestOptions, Session, Turn};

impl Session {
    pub(super) fn start_request(
        &mut self,
        now: Timestamp,
        id: RequestId,
        mut request: RequestPrimitive<'_>,
        options: RequestOptions,
        turn: Turn,
    ) -> Result<(), RequestError> {
        if self.is_ending {
            return Err(RequestError::Ending);
        }
        if request.request_identifier.is_unassigned() {
            request.request_identifier = self.identifiers.next_identifier();
        }
        let len = estimated_len(&request);
        let facts = self.facts(now, &request, options, len);
        let subject = facts.subject.as_deref();
        let replaced = subject.and_then(|subject| self.outgoing.waiting_about(subject));
        // What goes ahead is what the others wait for: it must not wait until there are fewer of them.
        let max = match turn {
            Turn::Ahead => usize::MAX,
            Turn::InOrder => {
                let replaced = usize::from(replaced.is_some());
                self.config.max_requests.saturating_add(replaced)
            }
        };
        self.outgoing.check(&request.request_identifier, max)?;
        if facts.expiration.is_some_and(|expiration| expiration <= now) {
            return Err(RequestError::Expired);
        }
        let is_possible = turn == Turn::InOrder
            && self.gate == Gate::Open
            && self.outgoing.has_no_waiting()
            && self.may_request(now);
        let has_room = is_possible || turn == Turn::Ahead;
        let waiting_len = self.outgoing.waiting_len().saturating_add(len);
        if !has_room && waiting_len > self.config.max_waiting_len {
            return Err(RequestError::TooLong);
        }
        if let Some(id) = replaced {
            self.outgoing.end(id, 0);
            let outcome = Outcome::Replaced;
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        match (turn, is_possible) {
            (Turn::Ahead, _) => self
                .outgoing
                .push_ahead(id, facts, self.kept(request.into())),
            (Turn::InOrder, true) => self.send_new(now, id, facts, request.into()),
            (Turn::InOrder, false) => {
                self.outgoing.push(id, facts, self.kept(request.into()));
                self.plan_put(id);
            }
        }
        Ok(())
    }

    /// The facts that stay the same about a request.
    pub(super) fn facts(
        &self,
        now: Timestamp,
        request: &RequestPrimitive<'_>,
        options: RequestOptions,
        len: usize,
    ) -> Facts {
        let expiration = expiration(
            self.wall_clock,
            now,
            request.originating_timestamp,
            request.request_expiration_timestamp,
        );
        let config = &self.config;
        let delivery = options.delivery_timeout.unwrap_or(config.delivery_timeout);
        Facts {
            identifier: request.request_identifier.clone().into_owned(),
            delivery_deadline: earlier(now.saturating_add(delivery), expiration),
            expiration,
            response_timeout: options.response_timeout.unwrap_or(config.response_timeout),
            on_loss: options.on_loss.unwrap_or(config.on_loss),
            response_type: request.response_type.as_ref().and_then(|rt| rt.value),
            subject: subject(request),
            len,
        }
    }

    /// Sends a request at once, without copying it before.
    fn send_new(&mut self, now: Timestamp, id: RequestId, facts: Facts, request: Primitive<'_>) {
        let Some(carrier) = self.link.carrier_mut() else {
            self.outgoing.push(id, facts, self.kept(request));
            return;
        };
        let subprotocol = carrier.subprotocol;
        let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
        match message(&request, subprotocol, codec, max_len) {
            Ok(message) => match carrier.send(&message) {
                Ok(sent) => {
                    let pause = self.config.pacing.map(|pacing| pacing.pause);
                    carrier.pace.note_sent(now, sent, Some(id), pause);
                    let handed = Handed::new(message, subprotocol, sent);
                    self.outgoing.push_sent(now, id, facts, handed);
                }
                Err(_) => self
                    .outgoing
                    .push(id, facts, Form::Message(message, subprotocol)),
            },
            Err(refusal) => {
                self.outgoing.push(id, facts, self.kept(request));
                self.refuse_request(id, refusal);
            }
        }
    }

    /// Ends a request that a connection cannot carry.
    fn refuse_request(&mut self, id: RequestId, refusal: Refusal) {
        self.outgoing.end(id, 0);
        let outcome = Outcome::Refused(refusal);
        self.finished.push_back(SessionEvent::Ended { id, outcome });
    }

    pub(super) fn answer(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        mut response: ResponsePrimitive<'_>,
    ) -> Result<(), RespondError> {
        let Some(entry) = self.incoming.remove(id) else {
            self.finished.push_back(SessionEvent::LateAnswer { id });
            return Err(RespondError::NotWaiting);
        };
        if !entry.wants_response {
            return Ok(());
        }
        complete(&mut response, &entry);
        let Err(refusal) = self.send_response(now, Some(id), entry.deadline, response.into())
        else {
            return Ok(());
        };
        let error = RespondError::Refused(refusal);
        self.answer_instead(now, id, entry, error.clone());
        Err(error)
    }

    /// Answers 5000 instead of what the application answers, or would.
    pub(super) fn answer_instead(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        entry: Entry,
        error: RespondError,
    ) {
        self.finished
            .push_back(SessionEvent::NotAnswered { id, error });
        self.send_status(now, &entry, ResponseStatusCode::INTERNAL_SERVER_ERROR);
    }

    /// Sends a response at once if nothing is in its way; else it waits.
    fn send_response(
        &mut self,
        now: Timestamp,
        id: Option<IncomingId>,
        deadline: Timestamp,
        response: Primitive<'_>,
    ) -> Result<(), Refusal> {
        let is_free = !self.incoming.has_answers();
        let Some(carrier) = self.link.free(now).filter(|_| is_free) else {
            let form = self.kept(response);
            self.incoming.push_answer(Answer { id, form, deadline });
            return Ok(());
        };
        let subprotocol = carrier.subprotocol;
        let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
        let message = message(&response, subprotocol, codec, max_len)?;
        let sent = carrier.send(&message);
        let form = Form::Message(message, subprotocol);
        let answer = Answer { id, form, deadline };
        match sent {
            Ok(sent) => {
                let pause = self.config.pacing.map(|pacing| pacing.pause);
                carrier.pace.note_sent(now, sent, None, pause);
                self.incoming.push_sent(answer, sent);
            }
            Err(_) => self.incoming.push_answer(answer),
        }
        Ok(())
    }

    /// Answers for the application. A peer that takes no answers gets none.
    pub(super) fn refuse(&mut self, now: Timestamp, entry: Entry, status: ResponseStatusCode) {
        if self.wants_input() {
            self.send_status(now, &entry, status);
        }
    }

    fn send_status(&mut self, now: Timestamp, entry: &Entry, status: ResponseStatusCode) {
        if !entry.wants_response {
            return;
        }
        let mut response = ResponsePrimitive::new(status, entry.identifier.clone());
        complete(&mut response, entry);
        // The time of the request may be over already: that is what the answer says.
        let deadline = now.saturating_add(self.config.answer_timeout);
        if self
            .send_response(now, None, deadline, response.into())
            .is_err()
        {
            // The peer's identifier cannot be said in the serialization of the connection: it can be told nothing.
            self.counters.unanswerable += 1;
        }
    }

    /// Hands what waits to the connection: responses first, for the peer may wait for them to go on.
    pub(super) fn fill(&mut self, now: Timestamp) {
        self.confirm(now);
        self.fill_answers(now);
        while self.may_request(now) {
            let ahead = self.outgoing.ahead();
            let (Some(carrier), Some((id, form, storage))) =
                (self.link.carrier_mut(), self.outgoing.first_waiting())
            else {
                return;
            };
            if self.gate == Gate::Closed && ahead != Some(id) {
                return;
            }
            if !storage.is_sendable() {
                return self.plan_takes();
            }
            let subprotocol = carrier.subprotocol;
            let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
            let message = match form.message(subprotocol, codec, max_len) {
                Ok(message) => message,
                Err(refusal) => {
                    self.refuse_request(id, refusal);
                    continue;
                }
            };
            let Ok(sent) = carrier.send(&message) else {
                return;
            };
            let pause = self.config.pacing.map(|pacing| pacing.pause);
            carrier.pace.note_sent(now, sent, Some(id), pause);
            let handed = Handed::new(message, subprotocol, sent);
            self.outgoing.mark_sent(now, id, handed);
        }
    }

    fn fill_answers(&mut self, now: Timestamp) {
        while let Some(carrier) = self.link.free(now)
            && let Some(answer) = self.incoming.first_answer(now)
        {
            let subprotocol = carrier.subprotocol;
            let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
            let message = match answer.form.message(subprotocol, codec, max_len) {
                Ok(message) => message,
                Err(refusal) => {
                    self.replace_answer(refusal);
                    continue;
                }
            };
            let (id, deadline) = (answer.id, answer.deadline);
            let Ok(sent) = carrier.send(&message) else {
                return;
            };
            let pause = self.config.pacing.map(|pacing| pacing.pause);
            carrier.pace.note_sent(now, sent, None, pause);
            self.incoming.pop_answer();
            let form = Form::Message(message, subprotocol);
            self.incoming.push_sent(Answer { id, form, deadline }, sent);
        }
    }

    /// The next answer was made for another serialization, and this connection cannot carry it: the peer learns that there
    /// was something.
    fn replace_answer(&mut self, refusal: Refusal) {
        let Some(Answer { id, form, deadline }) = self.incoming.pop_answer() else {
            return;
        };
        if let Some(id) = id {
            let error = RespondError::Refused(refusal);
            self.finished
                .push_back(SessionEvent::NotAnswered { id, error });
        }
        if let Some(form) = form.refused(&self.config.codec) {
            let id = None;
            self.incoming.push_answer(Answer { id, form, deadline });
        }
    }

    pub(super) fn kept(&self, primitive: Primitive<'_>) -> Form {
        Form::kept(primitive, &self.config.codec)
    }

    /// Returns whether another request can be handed to the connection now.
    fn may_request(&mut self, now: Timestamp) -> bool {
        let max = self
            .config
            .pacing
            .map_or(usize::MAX, |pacing| pacing.max_in_flight.max(1));
        let write_ahead = self.config.write_ahead.max(1);
        self.is_sending_requests()
            && self.outgoing.in_flight() < max
            && !self.incoming.has_answers()
            && self
                .link
                .free(now)
                .is_some_and(|carrier| carrier.connection.outbox().remaining() < write_ahead)
    }

    /// Returns whether the state of the connection lets requests leave: when it is being closed, those of an ending session.
    pub(super) const fn is_sending_requests(&self) -> bool {
        match &self.link {
            Link::Up(_) => true,
            Link::Draining(..) => self.is_ending,
            Link::Down | Link::Closing(_) | Link::Flushing(_) => false,
        }
    }
}

/// Completes a response with what it says as its request did.
fn complete(response: &mut ResponsePrimitive<'_>, entry: &Entry) {
    response.request_identifier = entry.identifier.clone();
    if response.release_version.is_none() {
        let release_version = entry.release_version.as_deref();
        response.release_version = release_version.map(|version| Cow::Owned(String::from(version)));
    }
}

fn earlier(deadline: Timestamp, expiration: Option<Timestamp>) -> Timestamp {
    expiration.map_or(deadline, |expiration| expiration.min(deadline))
}

/// Returns the estimated length of a request in bytes, which counts against
/// [`SessionConfig::max_waiting_len`](crate::SessionConfig::max_waiting_len).
#[must_use]
pub fn estimated_len(request: &RequestPrimitive<'_>) -> usize {
    let content = request
        .content
        .as_ref()
        .map_or(0, |content| content.as_raw().len());
    let names = request.to.len() + request.from.as_ref().map_or(0, |from| from.len());
    let others = request
        .others
        .iter()
        .map(|other| other.name.len() + other.value.len());
    FIXED_LEN + content + names + others.sum::<usize>()
}

/// The subject of a request of the event category "latest": the same subscription, else the same resource (TS-0004 annex H).
fn subject(request: &RequestPrimitive<'_>) -> Option<String> {
    if request.event_category != Some(EventCategory::LATEST) {
        return None;
    }
    let content = request
        .content
        .as_ref()
        .filter(|_| request.operation == Operation::NOTIFY);
    let value = content.and_then(|content| content.value().ok());
    let subscription = value
        .as_ref()
        .and_then(|value| value.get("m2m:sgn")?.get("sur")?.as_text());
    let from = request.from.as_deref().unwrap_or_default();
    Some(match subscription {
        Some(subscription) => format!("{} {subscription}", request.to),
        None => format!("{} {from} {}", request.to, request.operation.0),
    })
}
