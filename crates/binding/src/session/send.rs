//! What leaves: requests and responses that wait, as far as the connection takes them.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

use onem2m_primitive::{
    EventCategory, Operation, Primitive, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws_core::{Buf, Message, Sent, Timestamp};

use super::event::{IncomingId, Outcome, RequestError, RequestId, RespondError, SessionEvent};
use super::form::{FIXED_LEN, Form, message};
use super::incoming::{Answer, Entry};
use super::outgoing::New;
use super::wall_clock::expiration;
use super::{Gate, Link, LinkState, Session, SessionConfig, Turn};

impl Session {
    pub(super) fn start_request(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'_>,
        turn: Turn,
    ) -> Result<RequestId, RequestError> {
        if self.is_ending {
            return Err(RequestError::Ending);
        }
        let subject = subject(&request);
        let replaced = subject
            .as_deref()
            .and_then(|subject| self.outgoing.waiting_about(subject));
        let max = self
            .config
            .max_requests
            .saturating_add(usize::from(replaced.is_some()));
        self.outgoing.check(&request.request_identifier, max)?;
        let expiration = expiration(
            self.wall_clock,
            now,
            request.originating_timestamp,
            request.request_expiration_timestamp,
        );
        if expiration.is_some_and(|expiration| expiration <= now) {
            return Err(RequestError::Expired);
        }
        let len = estimated_len(&request);
        let is_possible = turn == Turn::InOrder
            && self.gate == Gate::Open
            && self.outgoing.has_no_waiting()
            && self.may_request(now);
        let waiting = self.outgoing.waiting_len().saturating_add(len);
        if !is_possible && waiting > self.config.max_waiting_len {
            return Err(RequestError::TooLong);
        }
        if let Some(id) = replaced {
            self.outgoing.end(id, 0);
            let outcome = Outcome::Replaced;
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        let delivery = earlier(now.saturating_add(self.config.delivery_timeout), expiration);
        let response = earlier(now.saturating_add(self.config.response_timeout), expiration);
        let new = New {
            identifier: request.request_identifier.clone().into_owned(),
            deadline: if is_possible { response } else { delivery },
            delivery_deadline: delivery,
            expiration,
            response_type: request.response_type.as_ref().and_then(|rt| rt.value),
            subject,
            len,
        };
        let form = |primitive: Primitive<'_>| Form::Primitive(Box::new(primitive.into_owned()));
        if turn == Turn::Ahead {
            return Ok(self.outgoing.push_ahead(new, form(request.into())));
        }
        if !is_possible {
            return Ok(self.outgoing.push(new, form(request.into())));
        }
        Ok(self.send_new(now, new, request.into()))
    }

    /// Sends a request at once, without copying it before.
    fn send_new(&mut self, now: Timestamp, new: New, request: Primitive<'_>) -> RequestId {
        let form = |primitive: Primitive<'_>| Form::Primitive(Box::new(primitive.into_owned()));
        let Some(link) = &mut self.link else {
            return self.outgoing.push(new, form(request));
        };
        let subprotocol = link.subprotocol;
        let has_no_response = new.wants_no_response();
        match message(
            &request,
            subprotocol,
            &self.config.codec,
            self.config.max_message_len,
        ) {
            Ok(message) => match link.send(&message) {
                Some(sent) => {
                    if has_no_response {
                        link.pause(now, &self.config);
                    }
                    self.outgoing.push_sent(new, message, subprotocol, sent)
                }
                None => self.outgoing.push(new, Form::Message(message, subprotocol)),
            },
            Err(refusal) => {
                let id = self.outgoing.push(new, form(request));
                self.outgoing.end(id, 0);
                let outcome = Outcome::Refused(refusal);
                self.finished.push_back(SessionEvent::Ended { id, outcome });
                id
            }
        }
    }

    pub(super) fn answer(
        &mut self,
        now: Timestamp,
        id: IncomingId,
        mut response: ResponsePrimitive<'_>,
    ) -> Result<(), RespondError> {
        let entry = self.incoming.get(id).ok_or(RespondError::NotWaiting)?;
        if !entry.wants_response {
            self.incoming.remove(id);
            return Ok(());
        }
        complete(&mut response, entry);
        let deadline = entry.deadline;
        let form = self.send_response(now, deadline, response.into())?;
        self.incoming.remove(id);
        if let Some(form) = form {
            self.incoming.push_answer(Answer { form, deadline });
        }
        Ok(())
    }

    /// Sends a response at once if nothing is in its way; else what has to wait comes back.
    fn send_response(
        &mut self,
        now: Timestamp,
        deadline: Timestamp,
        response: Primitive<'_>,
    ) -> Result<Option<Form>, RespondError> {
        let is_free = !self.incoming.has_answers();
        let Some(link) = self
            .link
            .as_mut()
            .filter(|link| is_free && link.may_send(now))
        else {
            return Ok(Some(Form::Primitive(Box::new(response.into_owned()))));
        };
        let subprotocol = link.subprotocol;
        let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
        let message =
            message(&response, subprotocol, codec, max_len).map_err(RespondError::Refused)?;
        let sent = link.send(&message);
        let form = Form::Message(message, subprotocol);
        let Some(sent) = sent else {
            return Ok(Some(form));
        };
        link.pause(now, &self.config);
        self.incoming.push_sent(Answer { form, deadline }, sent);
        Ok(None)
    }

    /// Answers for the application. A peer that takes no answers gets none.
    pub(super) fn refuse(&mut self, now: Timestamp, entry: Entry, status: ResponseStatusCode) {
        if !entry.wants_response || !self.wants_input() {
            return;
        }
        let mut response = ResponsePrimitive::new(status, entry.identifier.clone());
        complete(&mut response, &entry);
        // The time of the request may be over already: that is what the answer says.
        let deadline = now.saturating_add(self.config.answer_timeout);
        if let Ok(Some(form)) = self.send_response(now, deadline, response.into()) {
            self.incoming.push_answer(Answer { form, deadline });
        }
    }

    /// Hands what waits to the connection: responses first, for the peer may wait for them to go on.
    pub(super) fn fill(&mut self, now: Timestamp) {
        self.fill_answers(now);
        while self.may_request(now) {
            let ahead = self.outgoing.ahead();
            let (Some(link), Some((id, form))) = (&mut self.link, self.outgoing.first_waiting())
            else {
                return;
            };
            if self.gate == Gate::Closed && ahead != Some(id) {
                return;
            }
            let subprotocol = link.subprotocol;
            let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
            let message = match form.message(subprotocol, codec, max_len) {
                Ok(message) => message,
                Err(refusal) => {
                    self.outgoing.end(id, 0);
                    let outcome = Outcome::Refused(refusal);
                    self.finished.push_back(SessionEvent::Ended { id, outcome });
                    continue;
                }
            };
            let Some(sent) = link.send(&message) else {
                return;
            };
            if self.outgoing.wants_no_response(id) {
                link.pause(now, &self.config);
            }
            let deadline = now.saturating_add(self.config.response_timeout);
            self.outgoing
                .mark_sent(id, message, subprotocol, sent, deadline);
        }
    }

    fn fill_answers(&mut self, now: Timestamp) {
        let Some(link) = &mut self.link else {
            return;
        };
        while link.may_send(now)
            && let Some(answer) = self.incoming.first_answer(now)
        {
            let subprotocol = link.subprotocol;
            let (codec, max_len) = (&self.config.codec, self.config.max_message_len);
            let message = answer.form.message(subprotocol, codec, max_len);
            let deadline = answer.deadline;
            let Ok(message) = message else {
                // It was made for another serialization; the peer learns that there was something.
                let replacement = answer.form.refused();
                self.incoming.pop_answer();
                let answer = replacement.map(|form| Answer { form, deadline });
                answer
                    .into_iter()
                    .for_each(|answer| self.incoming.push_answer(answer));
                continue;
            };
            let Some(sent) = link.send(&message) else {
                return;
            };
            self.incoming.pop_answer();
            let form = Form::Message(message, subprotocol);
            self.incoming.push_sent(Answer { form, deadline }, sent);
            link.pause(now, &self.config);
        }
    }

    /// Whether another request can be handed to the connection now.
    fn may_request(&mut self, now: Timestamp) -> bool {
        let is_ending = self.is_ending;
        let Some(link) = &mut self.link else {
            return false;
        };
        let max = self
            .config
            .pacing
            .map_or(usize::MAX, |pacing| pacing.max_in_flight.max(1));
        (matches!(link.state, LinkState::Up) || is_ending)
            && link.may_send(now)
            && self.outgoing.in_flight() < max
            && link.connection.outbox().remaining() < self.config.write_ahead.max(1)
            && !self.incoming.has_answers()
    }
}

impl Link {
    /// Whether a message can be sent, as far as closing and pauses go.
    fn may_send(&self, now: Timestamp) -> bool {
        self.pause_until.is_none_or(|until| until <= now)
            && matches!(self.state, LinkState::Up | LinkState::Draining(..))
            && self.connection.is_open()
    }

    fn send(&mut self, message: &Message<'static>) -> Option<Sent> {
        let is_shared = message.len() >= super::form::LONG;
        let message = if is_shared {
            message.clone()
        } else {
            message.as_borrowed()
        };
        self.connection.send(message).ok()
    }

    /// Nothing comes back for what was sent: a peer that needs it has its pause.
    fn pause(&mut self, now: Timestamp, config: &SessionConfig) {
        self.pause_until = config.pacing.map(|pacing| now.saturating_add(pacing.pause));
    }
}

/// What a response says as its request did.
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

/// About how many bytes a request is.
fn estimated_len(request: &RequestPrimitive<'_>) -> usize {
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

/// What a request of the event category "latest" is about: the same subscription, else the same resource (TS-0004 annex H).
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
