//! What arrives: messages that are requests, responses, or neither.

use onem2m_primitive::{
    DecodeError, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResponsePrimitive,
    ResponseStatusCode, ResponseTypeValue, Serialization, StatusClass, decode,
};
use onem2m_ws_core::{
    Binary, CloseCode, CloseFrame, Closed, Event, EventKind, Inbox, Message, MessageKind, Text,
    Timestamp,
};

use super::event::{Dropped, Outcome, SessionEvent};
use super::incoming::Entry;
use super::outgoing::Matched;
use super::wall_clock::expiration;
use super::{LinkState, Session, WrongKind};
use crate::message::MessageError;

impl Session {
    pub(super) fn receive<'i>(
        &mut self,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<SessionEvent<'i>> {
        while self.wants_input() {
            let connection = &mut self.link.as_mut()?.connection;
            match connection.poll_ready(now, inbox)? {
                EventKind::Message | EventKind::Closed => {
                    return match connection.poll_event(now, inbox)? {
                        Event::Message(message) => Some(self.take(now, message)),
                        Event::Closed(closed) => Some(self.handle_closed(closed.into_owned())),
                        Event::Piece(_) | Event::Ping(_) | Event::Pong(_) => None,
                    };
                }
                EventKind::Piece | EventKind::Ping | EventKind::Pong => {
                    connection.poll_event(now, inbox);
                }
            }
        }
        None
    }

    fn handle_closed(&mut self, closed: Closed<'static>) -> SessionEvent<'static> {
        if let Some(link) = &mut self.link {
            // What is in its outbox is still written: only when its transport is gone is it known what has left.
            link.state = LinkState::Ended;
        }
        SessionEvent::Disconnected(closed)
    }

    fn take<'i>(&mut self, now: Timestamp, message: Message<'i>) -> SessionEvent<'i> {
        let Some(serialization) = self.serialization_of(&message) else {
            return self.refuse_kind(now);
        };
        let codec = &self.config.codec;
        let decoded = match lent(message) {
            Ok(bytes) => decode(serialization, bytes, codec),
            Err(message) => {
                decode(serialization, message.as_bytes(), codec).map(Primitive::into_owned)
            }
        };
        match decoded {
            Ok(Primitive::Request(request)) => self.take_request(now, request),
            Ok(Primitive::Response(response)) => self.take_response(now, response),
            Err(error) => self.refuse_undecodable(now, error),
        }
    }

    /// How a message is to be decoded; `None` if it is of the wrong kind.
    fn serialization_of(&self, message: &Message<'_>) -> Option<Serialization> {
        let subprotocol = self.link.as_ref()?.subprotocol;
        if message.kind() == subprotocol.message_kind() {
            return Some(subprotocol.serialization());
        }
        let begins_with = |first| message.as_bytes().first() == Some(&first);
        match (self.config.wrong_kind, message.kind()) {
            (WrongKind::Close, _) => None,
            (WrongKind::Decode, _) if begins_with(b'<') => Some(Serialization::Xml),
            (WrongKind::Decode, MessageKind::Text) => Some(Serialization::Json),
            (WrongKind::Decode, MessageKind::Binary) if begins_with(b'{') => {
                Some(Serialization::Json)
            }
            (WrongKind::Decode, MessageKind::Binary) => Some(Serialization::Cbor),
        }
    }

    fn refuse_kind(&mut self, now: Timestamp) -> SessionEvent<'static> {
        let expected = self
            .link
            .as_ref()
            .map(|link| link.subprotocol.message_kind());
        let error = MessageError::WrongKind {
            expected: expected.unwrap_or(MessageKind::Text),
        };
        self.close(now, error.close_code(), "a message of the wrong kind");
        self.dropped(Dropped::NotAPrimitive(error))
    }

    /// Not a primitive. It harms nothing else; its sender is told if it said which request it was (W-51 does not say).
    fn refuse_undecodable(&mut self, now: Timestamp, error: DecodeError) -> SessionEvent<'static> {
        let identifier = error.request_identifier.clone();
        // What has the identifier of one of our requests may be its response; it would be the second mistake to answer that.
        if let Some(identifier) =
            identifier.filter(|identifier| !self.outgoing.is_outstanding(identifier))
        {
            let entry = entry(identifier, now, None);
            self.refuse(now, entry, ResponseStatusCode::BAD_REQUEST);
        }
        self.dropped(Dropped::NotAPrimitive(MessageError::Decode(error)))
    }

    fn take_request<'i>(
        &mut self,
        now: Timestamp,
        request: RequestPrimitive<'i>,
    ) -> SessionEvent<'i> {
        let expiration = expiration(
            self.wall_clock,
            now,
            request.originating_timestamp,
            request.request_expiration_timestamp,
        );
        let identifier = request.request_identifier.clone().into_owned();
        let dropped = if expiration.is_some_and(|expiration| expiration <= now) {
            Some((
                Dropped::Expired(identifier.clone()),
                ResponseStatusCode::REQUEST_TIMEOUT,
            ))
        } else if self.incoming.is_under_way(&identifier) {
            Some((
                Dropped::Duplicate(identifier.clone()),
                ResponseStatusCode::BAD_REQUEST,
            ))
        } else if self.incoming.len() >= self.config.max_incoming.max(1) {
            Some((
                Dropped::Busy(identifier.clone()),
                ResponseStatusCode::INTERNAL_SERVER_ERROR,
            ))
        } else {
            None
        };
        let deadline = now.saturating_add(self.config.answer_timeout);
        let deadline = expiration.map_or(deadline, |expiration| expiration.min(deadline));
        let entry = entry(identifier, deadline, Some(&request));
        if let Some((dropped, status)) = dropped {
            self.refuse(now, entry, status);
            return self.dropped(dropped);
        }
        self.note_result(&request);
        let id = self.incoming.push(entry);
        SessionEvent::Request { id, request }
    }

    fn take_response<'i>(
        &mut self,
        now: Timestamp,
        response: ResponsePrimitive<'i>,
    ) -> SessionEvent<'i> {
        let identifier = || response.request_identifier.clone().into_owned();
        let dropped = match self.outgoing.complete(&response) {
            Matched::Request(id, response_type) => {
                if self.is_procedure(response_type, &response) {
                    let until = now.saturating_add(self.config.procedure_timeout);
                    self.procedures.insert(id, (identifier(), until));
                }
                let outcome = Outcome::Response(response);
                return SessionEvent::Ended { id, outcome };
            }
            Matched::Late => Dropped::Late(identifier()),
            Matched::Unknown => Dropped::Unknown(identifier()),
        };
        let unmatched = self.link.as_mut().map_or(0, |link| {
            link.unmatched = link.unmatched.saturating_add(1);
            link.unmatched
        });
        if self.config.max_unmatched.is_some_and(|max| unmatched > max) {
            self.close(
                now,
                CloseCode::POLICY_VIOLATION,
                "too many responses to no request",
            );
        }
        self.dropped(dropped)
    }

    /// Whether a response only acknowledges what goes on (TS-0004 7.3.1.2, W-74).
    fn is_procedure(
        &self,
        response_type: Option<ResponseTypeValue>,
        response: &ResponsePrimitive<'_>,
    ) -> bool {
        let is_non_blocking = matches!(
            response_type,
            Some(
                ResponseTypeValue::NON_BLOCKING_REQUEST_SYNCH
                    | ResponseTypeValue::NON_BLOCKING_REQUEST_ASYNCH
            )
        );
        is_non_blocking
            && response.status.class() == StatusClass::Acknowledgement
            && !self.config.procedure_timeout.is_zero()
    }

    /// A notification may bring the result of a non-blocking procedure (TS-0004 7.5.1.2.5).
    fn note_result(&mut self, request: &RequestPrimitive<'_>) {
        if self.procedures.is_empty() || request.operation != Operation::NOTIFY {
            return;
        }
        let value = request
            .content
            .as_ref()
            .and_then(|content| content.value().ok());
        let identifier = value
            .as_ref()
            .and_then(|value| value.get("m2m:rsp")?.get("rqi")?.as_text());
        if let Some(found) = identifier {
            self.procedures
                .retain(|_, (identifier, _)| identifier.as_str() != found);
        }
    }

    /// Closes the connection over something the peer did.
    fn close(&mut self, now: Timestamp, code: CloseCode, reason: &'static str) {
        if let Some(link) = &mut self.link {
            let _ = link.connection.close(now, CloseFrame::new(code, reason));
            link.state = LinkState::Closing;
        }
    }

    fn dropped(&mut self, dropped: Dropped) -> SessionEvent<'static> {
        self.counters.count(&dropped);
        SessionEvent::Dropped(dropped)
    }
}

fn entry(
    identifier: RequestIdentifier<'static>,
    deadline: Timestamp,
    request: Option<&RequestPrimitive<'_>>,
) -> Entry {
    let release_version = request.and_then(|request| request.release_version.as_deref());
    let response_type = request.and_then(|request| request.response_type.as_ref()?.value);
    Entry {
        identifier,
        deadline,
        release_version: release_version.map(Into::into),
        wants_response: response_type != Some(ResponseTypeValue::NO_RESPONSE),
    }
}

/// The payload for as long as the inbox lends it; a message that is not lent comes back.
fn lent(message: Message<'_>) -> Result<&[u8], Message<'_>> {
    match message {
        Message::Text(Text::Borrowed(text)) => Ok(text.as_bytes()),
        Message::Text(Text::Assembled(text)) => Ok(text.as_bytes()),
        Message::Binary(Binary::Borrowed(bytes)) => Ok(bytes),
        Message::Binary(Binary::Assembled(bytes)) => Ok(bytes),
        Message::Text(Text::Owned(_) | Text::Shared(_))
        | Message::Binary(Binary::Owned(_) | Binary::Shared(_)) => Err(message),
    }
}
