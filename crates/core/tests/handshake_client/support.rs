//! What the tests of this side share.

pub(crate) use crate::common::{NOW, inbox, seed, written};
pub(crate) use crate::heads::{edited, extended, place};
pub(crate) use core::time::Duration;
pub(crate) use onem2m_ws_core::{
    ClientHandshake, ClientProgress, ClientRequest, Config, Connection, Extension, HandshakeError,
    HeadRule, Inbox, RequestError, Response, Timestamp, accept_key,
};
pub(crate) use proptest::prelude::*;

pub(crate) const LINES: [&str; 4] = [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Accept: ACCEPT",
];

pub(crate) enum Outcome {
    Open(Box<Connection>, Response),
    Failed(HandshakeError),
    NeedsInput(Box<ClientHandshake>),
}

pub(crate) fn request() -> ClientRequest {
    ClientRequest::new("ws://server.example/chat?room=1").unwrap_or_else(|_| unreachable!())
}

pub(crate) fn offering() -> ClientRequest {
    let request = request()
        .subprotocol("a")
        .and_then(|request| request.subprotocol("B"));
    let one = Extension::new("one").and_then(|one| one.parameter("way", None));
    request
        .and_then(|request| request.extension(one?))
        .and_then(|request| request.extension(Extension::new("other")?))
        .unwrap_or_else(|_| unreachable!())
}

pub(crate) fn start(request: &ClientRequest, config: Config) -> (ClientHandshake, String) {
    let mut handshake = ClientHandshake::new(request, config, seed(1), NOW);
    let head = String::from_utf8(written(handshake.outbox())).unwrap_or_default();
    (handshake, head)
}

/// The value that the request of a head expects.
pub(crate) fn accept(head: &str) -> String {
    let key = head
        .split("\r\n")
        .find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "));
    accept_key(key.unwrap_or_default())
}

/// Receives the pieces one after the other; what is left in the inbox at the end, with pieces that were not needed.
pub(crate) fn receive<'a>(
    mut handshake: ClientHandshake,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> (Outcome, Vec<u8>) {
    let mut inbox = Inbox::new();
    let mut pieces = pieces.into_iter();
    let outcome = loop {
        let Some(piece) = pieces.next() else {
            break Outcome::NeedsInput(Box::new(handshake));
        };
        inbox.extend(piece);
        match handshake.receive(NOW, &mut inbox) {
            Ok(ClientProgress::NeedsInput(mut next)) => {
                assert!(inbox.is_empty());
                assert!(written(next.outbox()).is_empty());
                handshake = next;
            }
            Ok(ClientProgress::Open(connection, response)) => {
                break Outcome::Open(Box::new(connection), response);
            }
            Err(error) => break Outcome::Failed(error),
        }
    };
    pieces.for_each(|piece| inbox.extend(piece));
    (outcome, inbox.unread().to_vec())
}

pub(crate) fn summary(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Open(_, response) => format!("{response:?} {:?}", response.subprotocol()),
        Outcome::Failed(HandshakeError::Violation(violation)) => format!("{:?}", place(violation)),
        Outcome::Failed(error) => format!("{error:?}"),
        Outcome::NeedsInput(_) => String::from("needs input"),
    }
}

/// Receives a reply whole, with the right value for `ACCEPT`, and makes sure that byte by byte gives the same.
pub(crate) fn run(request: &ClientRequest, reply: &str) -> (Outcome, Vec<u8>) {
    let (handshake, head) = start(request, Config::DEFAULT);
    let reply = reply.replace("ACCEPT", &accept(&head));
    let whole = receive(handshake, [reply.as_bytes()]);
    let (handshake, _) = start(request, Config::DEFAULT);
    let singly = receive(handshake, reply.as_bytes().chunks(1));
    assert_eq!(summary(&whole.0), summary(&singly.0));
    whole
}

#[track_caller]
pub(crate) fn opened(request: &ClientRequest, reply: &str) -> Response {
    match run(request, reply).0 {
        Outcome::Open(_, response) => response,
        other => panic!("{reply}: {}", summary(&other)),
    }
}

#[track_caller]
pub(crate) fn check_failed(request: &ClientRequest, reply: &str, rule: HeadRule) {
    match run(request, reply).0 {
        Outcome::Failed(HandshakeError::Violation(violation)) => {
            assert_eq!(violation.rule(), rule, "{reply}");
        }
        other => panic!("{reply}: {}", summary(&other)),
    }
}

pub(crate) fn with(name: &str, lines: &[&str]) -> String {
    edited(&LINES, name, lines)
}

pub(crate) fn and(lines: &[&str]) -> String {
    extended(&LINES, lines)
}

pub(crate) fn sent(request: Result<ClientRequest, RequestError>) -> String {
    request.map_or_else(
        |_| String::new(),
        |request| start(&request, Config::DEFAULT).1,
    )
}
