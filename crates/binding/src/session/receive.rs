//! Input: messages that are requests, responses, or neither.

use alloc::boxed::Box;

use onem2m_primitive::{
    DecodeError, Document, Operation, Primitive, RequestIdentifier, RequestPrimitive,
    ResponsePrimitive, ResponseStatusCode, ResponseTypeValue, Serialization, StatusClass, decode,
};
use onem2m_ws_core::{
    Binary, CloseCode, CloseFrame, Closed, Event, EventKind, Inbox, Message, MessageKind, Text,
    Timestamp,
};

use super::event::{Dropped, Outcome, Refusal, SessionEvent};
use super::incoming::Entry;
use super::outgoing::Matched;
use super::wall_clock::expiration;
use super::{Change, Session, WrongKind};
use crate::message::{MessageError, document};

impl Session {
    pub(super) fn receive<'i>(
        &mut self,
        now: Timestamp,
        inbox: &'i mut Inbox,
    ) -> Option<SessionEvent<'i>> {
        while self.wants_input() {
            let connection = &mut self.link.carrier_mut()?.connection;
            match connection.poll_ready(now, inbox)? {
                EventKind::Message | EventKind::Closed => {
                    return match connection.poll_event(now, inbox)? {
                        Event::Message(message) => Some(self.take(now, message)),
                        Event::Closed(closed) => Some(self.handle_closed(now, closed.into_owned())),
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

    fn handle_closed(&mut self, now: Timestamp, closed: Closed<'static>) -> SessionEvent<'static> {
        let refused = self.refuse_too_long(&closed);
        // What is in its outbox is still written: only when its transport is gone is it known what has left.
        self.link.enter(Change::End);
        self.plan_puts();
        let disconnected = SessionEvent::Disconnected(closed);
        let Some(refused) = refused else {
            self.settle(now);
            return disconnected;
        };
        self.finished.push_back(disconnected);
        self.settle(now);
        refused
    }

    /// The peer closed with 1009 (RFC 6455 §7.4.1). It takes messages in order, so it did so at one that is longer than all
    /// before: if the longest is a request, that one is it, or lies behind it, and was not carried out in either case. If
    /// something that is no shorter was taken, or may be what was refused, nothing is known.
    fn refuse_too_long(&mut self, closed: &Closed<'_>) -> Option<SessionEvent<'static>> {
        let Closed::Clean(Some(frame)) = closed else {
            return None;
        };
        let carrier = self.link.carrier()?;
        let other = self.incoming.longest_unwritten(&carrier.connection);
        let other = other.max(carrier.longest_other);
        let longest = self.outgoing.longest_unanswered(&carrier.connection);
        let is_it = |len| frame.code == CloseCode::MESSAGE_TOO_BIG && len > other;
        let (id, len) = longest.filter(|(_, len)| is_it(*len))?;
        self.outgoing.end(id, self.config.max_late);
        let outcome = Outcome::Refused(Refusal::TooLongForPeer { len });
        Some(SessionEvent::Ended { id, outcome })
    }

    fn take<'i>(&mut self, now: Timestamp, message: Message<'i>) -> SessionEvent<'i> {
        let Some(serialization) = self.serialization_of(&message) else {
            let beginning = self.beginning(message.as_bytes());
            return self.refuse_kind(now, beginning);
        };
        let codec = &self.config.codec;
        let beginning = |document: Document<'_>| self.beginning(document.as_bytes());
        let decoded = match lent(message) {
            Ok(document) => {
                decode(serialization, document, codec).map_err(|error| (error, beginning(document)))
            }
            Err(message) => {
                let document = document(&message);
                let decoded = decode(serialization, document, codec).map(Primitive::into_owned);
                decoded.map_err(|error| (error, beginning(document)))
            }
        };
        match decoded {
            Ok(Primitive::Request(request)) => self.take_request(now, request),
            Ok(Primitive::Response(response)) => self.take_response(now, response),
            Err((error, beginning)) => self.refuse_undecodable(now, error, beginning),
        }
    }

    /// The serialization in which a message is to be decoded; `None` if it is of the wrong kind.
    fn serialization_of(&self, message: &Message<'_>) -> Option<Serialization> {
        let subprotocol = self.link.carrier()?.subprotocol;
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

    /// The first bytes of a message that is dropped.
    fn beginning(&self, bytes: &[u8]) -> Box<[u8]> {
        let end = bytes.len().min(self.config.sample_len);
        bytes.get(..end).unwrap_or(bytes).into()
    }

    fn refuse_kind(&mut self, now: Timestamp, beginning: Box<[u8]>) -> SessionEvent<'static> {
        let carrier = self.link.carrier();
        let expected = carrier.map(|carrier| carrier.subprotocol.message_kind());
        let error = MessageError::WrongKind {
            expected: expected.unwrap_or(MessageKind::Text),
        };
        self.close(now, error.close_code(), "a message of the wrong kind");
        self.dropped(Dropped::NotAPrimitive { error, beginning })
    }

    /// Not a primitive. It harms nothing else; its sender is told if it said which request it was (TS-0020 6.2.3.1 does not say).
    fn refuse_undecodable(
        &mut self,
        now: Timestamp,
        error: DecodeError,
        beginning: Box<[u8]>,
    ) -> SessionEvent<'static> {
        let identifier = error.request_identifier.clone();
        // What has the identifier of one of our requests may be its response; it would be the second mistake to answer that.
        if let Some(identifier) =
            identifier.filter(|identifier| !self.outgoing.is_outstanding(identifier))
        {
            let entry = entry(identifier, now, None);
            self.refuse(now, entry, ResponseStatusCode::BAD_REQUEST);
        }
        let error = MessageError::Decode(error);
        self.dropped(Dropped::NotAPrimitive { error, beginning })
    }

    pub(super) fn take_request<'i>(
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

    pub(super) fn take_response<'i>(
        &mut self,
        now: Timestamp,
        response: ResponsePrimitive<'i>,
    ) -> SessionEvent<'i> {
        let identifier = || response.request_identifier.clone().into_owned();
        let dropped = match self.outgoing.complete(&response) {
            Matched::Request(completed) => {
                let id = completed.id;
                if let (Some(carrier), Some(len)) = (self.link.carrier_mut(), completed.message_len)
                {
                    carrier.pace.note_response(id);
                    carrier.longest_other = carrier.longest_other.max(len);
                }
                if self.is_procedure(completed.response_type, &response) {
                    let until = now.saturating_add(self.config.procedure_timeout);
                    self.procedures.insert(id, (identifier(), until));
                }
                let outcome = Outcome::Response(response);
                return SessionEvent::Ended { id, outcome };
            }
            Matched::Late => Dropped::Late(identifier()),
            Matched::Unknown => Dropped::Unknown(identifier()),
        };
        let unmatched = self.link.carrier_mut().map_or(0, |carrier| {
            carrier.unmatched = carrier.unmatched.saturating_add(1);
            carrier.unmatched
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

    /// Returns whether a response only acknowledges what goes on (TS-0004 7.3.1.2).
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
        self.link.close(now, CloseFrame::new(code, reason));
        self.plan_puts();
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

/// Returns the document that a message carries, for as long as the inbox lends it; a message that is not lent comes back. Text
/// stays text, for it was validated when it was received.
fn lent(message: Message<'_>) -> Result<Document<'_>, Message<'_>> {
    match message {
        Message::Text(Text::Borrowed(text)) => Ok(Document::Text(text)),
        Message::Text(Text::Assembled(text)) => Ok(Document::Text(text)),
        Message::Binary(Binary::Borrowed(bytes)) => Ok(Document::Bytes(bytes)),
        Message::Binary(Binary::Assembled(bytes)) => Ok(Document::Bytes(bytes)),
        Message::Text(Text::Owned(_) | Text::Shared(_))
        | Message::Binary(Binary::Owned(_) | Binary::Shared(_)) => Err(message),
    }
}

#[cfg(test)]
mod tests {
    use onem2m_primitive::Document;
    use onem2m_ws_core::{Binary, Message, SharedText, Text};

    use super::{document, lent};

    /// The decoder trusts a `Document::Text`, and validates the UTF-8 of a `Document::Bytes` (RFC 6455 §8.1 is satisfied before).
    #[test]
    fn text_is_handed_over_as_text_however_it_is_held() {
        let (mut assembled, mut bytes) = ("é".to_owned(), vec![0xa0]);
        let texts = [
            Text::Borrowed("é"),
            Text::Assembled(&mut assembled),
            Text::Owned("é".to_owned()),
            Text::Shared(SharedText::from("é")),
        ];
        for (index, text) in texts.into_iter().enumerate() {
            let message = Message::Text(text);
            assert_eq!(document(&message), Document::Text("é"));
            match lent(message) {
                Ok(document) => assert_eq!((document, index < 2), (Document::Text("é"), true)),
                Err(message) => assert_eq!(
                    (document(&message), index < 2),
                    (Document::Text("é"), false)
                ),
            }
        }
        for binary in [Binary::Borrowed(&[0xa0]), Binary::Assembled(&mut bytes)] {
            assert_eq!(lent(Message::Binary(binary)), Ok(Document::Bytes(&[0xa0])));
        }
        let owned = Message::Binary(Binary::Owned(vec![0xa0]));
        assert_eq!(document(&owned), Document::Bytes(&[0xa0]));
        assert_eq!(lent(owned.clone()), Err(owned));
    }
}
