//! What the tests of this side share.

pub(crate) use crate::common::{NOW, inbox, seed, written};
pub(crate) use crate::heads::{edited, extended, place};
pub(crate) use core::time::Duration;
pub(crate) use onem2m_ws_core::{
    AcceptErrorReason, Acceptance, ClientHandshake, ClientRequest, Config, Extension,
    HandshakeError, HeadRule, Inbox, Matching, OriginPolicy, Preference, Rejected, Rejection,
    RequestError, Requested, ServerHandshake, ServerProgress, Timestamp, accept_key,
    select_subprotocol,
};
pub(crate) use proptest::prelude::*;

pub(crate) const LINES: [&str; 6] = [
    "GET /chat?room=1 HTTP/1.1",
    "Host: server.example",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
];

pub(crate) enum Outcome {
    Requested(Box<Requested>),
    Rejected(Box<Rejected>, HandshakeError),
    NeedsInput(Box<ServerHandshake>),
}

/// Receives the pieces one after the other; what is left in the inbox at the end, with pieces that were not needed.
pub(crate) fn receive<'a>(
    config: Config,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> (Outcome, Vec<u8>) {
    let mut handshake = ServerHandshake::new(config, seed(1), NOW);
    let mut inbox = Inbox::new();
    let mut pieces = pieces.into_iter();
    let outcome = loop {
        let Some(piece) = pieces.next() else {
            break Outcome::NeedsInput(Box::new(handshake));
        };
        inbox.extend(piece);
        match handshake.receive(NOW, &mut inbox) {
            ServerProgress::NeedsInput(next) => {
                assert!(inbox.is_empty());
                handshake = next;
            }
            ServerProgress::Requested(requested) => break Outcome::Requested(Box::new(requested)),
            ServerProgress::Rejected(rejected, error) => {
                break Outcome::Rejected(Box::new(rejected), error);
            }
        }
    };
    pieces.for_each(|piece| inbox.extend(piece));
    (outcome, inbox.unread().to_vec())
}

pub(crate) fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Requested(requested) => format!("{:?}", requested.request()),
        Outcome::Rejected(_, HandshakeError::Violation(violation)) => {
            format!("{:?}", place(violation))
        }
        Outcome::Rejected(_, error) => format!("{error:?}"),
        Outcome::NeedsInput(_) => String::from("needs input"),
    }
}

/// Receives the bytes whole, and makes sure that byte by byte gives the same.
pub(crate) fn run(config: Config, bytes: &[u8]) -> (Outcome, Vec<u8>) {
    let whole = receive(config, [bytes]);
    let singly = receive(config, bytes.chunks(1));
    assert_eq!(summary(&whole.0), summary(&singly.0));
    whole
}

pub(crate) fn requested(bytes: impl AsRef<[u8]>) -> Requested {
    match run(Config::DEFAULT, bytes.as_ref()).0 {
        Outcome::Requested(requested) => *requested,
        other => unreachable!("{}: {}", bytes.as_ref().escape_ascii(), summary(&other)),
    }
}

/// The rule that is broken and what the client is told.
pub(crate) fn refused(bytes: impl AsRef<[u8]>) -> (HeadRule, String) {
    let bytes = bytes.as_ref();
    match run(Config::DEFAULT, bytes).0 {
        Outcome::Rejected(mut rejected, HandshakeError::Violation(violation)) => {
            let reply = String::from_utf8(written(rejected.outbox()));
            (violation.rule(), reply.unwrap_or_default())
        }
        other => unreachable!("{}: {}", bytes.escape_ascii(), summary(&other)),
    }
}

#[track_caller]
pub(crate) fn check_refused(bytes: impl AsRef<[u8]>, rule: HeadRule, status: u16) {
    let (found, reply) = refused(bytes.as_ref());
    assert_eq!(found, rule, "{}", bytes.as_ref().escape_ascii());
    assert!(reply.starts_with(&format!("HTTP/1.1 {status} ")), "{reply}");
    assert!(reply.contains("\r\nConnection: close"), "{reply}");
    let (head, body) = reply.split_once("\r\n\r\n").unwrap_or_default();
    let length = format!("\r\nContent-Length: {}\r\n", body.len());
    assert!(format!("{head}\r\n").contains(&length), "{reply}");
}

/// Replaces the lines of a field of a good request.
pub(crate) fn with(name: &str, lines: &[&str]) -> String {
    edited(&LINES, name, lines)
}

pub(crate) fn and(lines: &[&str]) -> String {
    extended(&LINES, lines)
}

pub(crate) fn accepted(requested: Requested, acceptance: &Acceptance) -> String {
    let connection = requested.accept(NOW, acceptance);
    let reply = connection.map(|mut connection| written(connection.outbox()));
    String::from_utf8(reply.unwrap_or_default()).unwrap_or_default()
}
