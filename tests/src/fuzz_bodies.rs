//! What each fuzz target does with its bytes: ordinary functions, so that plain tests can replay a corpus.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use onem2m_primitive::{
    CodecConfig, Content, Leniency, Primitive, Serialization, UnknownNames, Value, decode, encode,
};
use onem2m_ws_core::{
    Acceptance, Buf, ClientHandshake, ClientProgress, ClientRequest, Closed, Config, Event,
    HandshakeError, HeadRule, Inbox, Outbox, ProtocolError, ProxyConnect, ProxyError,
    ProxyProgress, Role, Seed, ServerHandshake, ServerProgress, Timestamp, Violation,
};
use serde::de::IgnoredAny;

pub use crate::deflate::{deflate_foreign, deflate_roundtrip, inflate_any, inflate_split};
pub use crate::fuzz_deflate::{deflate_negotiation, deflate_pair, deflate_split};
use crate::script::{Transcript, run};
use crate::{pair, reference};

/// Frames received by a server: no panic, one end, and what the reference decoder says.
pub fn frames_server(data: &[u8]) {
    frames(Role::Server, data);
}

/// Frames received by a client.
pub fn frames_client(data: &[u8]) {
    frames(Role::Client, data);
}

/// The same bytes in two cuttings, assembled and in pieces: the same transcript. The first two bytes choose the role and
/// the cuts.
pub fn frames_split(data: &[u8]) {
    let [choice, spread, input @ ..] = data else {
        return;
    };
    let role = if choice & 1 == 0 {
        Role::Server
    } else {
        Role::Client
    };
    let stream_above = (choice & 2 != 0).then_some(u64::from(choice >> 4));
    let config = Config {
        stream_above,
        ..small()
    };
    let whole = run(role, config, input, &[], true);
    let stride = usize::from(spread % 13) + 1;
    let cuts: Vec<usize> = (0..input.len()).step_by(stride).collect();
    let split = run(role, config, input, &cuts, true);
    check_end(&whole);
    assert_eq!(
        comparable(whole),
        comparable(split),
        "cut every {stride} bytes"
    );
}

/// Two connections that are told what to do by the bytes: nothing is lost, and both come to an end.
pub fn connection_pair(data: &[u8]) {
    pair_script(data);
}

/// A request to a server: the same verdict and the same bytes left over, however it is cut.
pub fn handshake_server(data: &[u8]) {
    check_cuts(data, |inbox, parts| {
        let mut handshake = ServerHandshake::new(Config::default(), SEED, Timestamp::ZERO);
        for part in parts {
            inbox.extend(part);
            match handshake.receive(Timestamp::ZERO, inbox) {
                ServerProgress::NeedsInput(next) => {
                    assert!(inbox.is_empty(), "what is incomplete was taken");
                    handshake = next;
                }
                ServerProgress::Requested(requested) => {
                    let request = format!("{:?}", requested.request());
                    let accepted = requested.accept(Timestamp::ZERO, &Acceptance::new());
                    let mut connection = accepted.expect("nothing was chosen that was not offered");
                    let answer = text(connection.outbox());
                    assert!(
                        answer.starts_with("HTTP/1.1 101 ") && answer.ends_with("\r\n\r\n"),
                        "{answer}"
                    );
                    return Some(Verdict::Open(request + &answer));
                }
                ServerProgress::Rejected(mut rejected, error) => {
                    let answer = text(rejected.outbox());
                    assert!(
                        answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.1 5"),
                        "{answer}"
                    );
                    inbox.clear();
                    return Some(Verdict::Refused(handshake_verdict(&error) + &answer));
                }
            }
        }
        None
    });
}

/// A response to a client: the same verdict and the same bytes left over, however it is cut.
pub fn handshake_client(data: &[u8]) {
    check_cuts(data, |inbox, parts| {
        let mut handshake =
            ClientHandshake::new(&client_request(), Config::default(), SEED, Timestamp::ZERO);
        let sent = text(handshake.outbox());
        assert!(sent.starts_with("GET /mca HTTP/1.1\r\n"), "{sent}");
        for part in parts {
            inbox.extend(part);
            match handshake.receive(Timestamp::ZERO, inbox) {
                Ok(ClientProgress::NeedsInput(next)) => {
                    assert!(inbox.is_empty(), "what is incomplete was taken");
                    handshake = next;
                }
                Ok(ClientProgress::Open(mut connection, response)) => {
                    assert!(connection.outbox().is_empty(), "nothing is sent by itself");
                    return Some(Verdict::Open(format!("{response:?}")));
                }
                Err(error) => {
                    inbox.clear();
                    return Some(Verdict::Refused(handshake_verdict(&error)));
                }
            }
        }
        let _ = handshake.handle_eof();
        None
    });
}

/// A proxy's reply: the same verdict, however it is cut; nothing of it reaches the tunnel.
pub fn proxy_reply(data: &[u8]) {
    check_cuts(data, |inbox, parts| {
        let proxy = ProxyConnect::new(
            "cse.example.com",
            80,
            Some(("user", "secret")),
            Config::default(),
            Timestamp::ZERO,
        );
        let mut proxy = proxy.expect("valid credentials");
        while let Some(part) = parts.next() {
            inbox.extend(part);
            match proxy.receive(Timestamp::ZERO, inbox) {
                Ok(ProxyProgress::NeedsInput(next)) => {
                    assert!(inbox.is_empty(), "what is incomplete was taken");
                    proxy = next;
                }
                Ok(ProxyProgress::Open(_)) => {
                    assert!(
                        inbox.is_empty(),
                        "a tunnel with bytes that nobody asked for"
                    );
                    // Seen together with the reply they are refused.
                    return Some(match parts.next() {
                        Some(_) => Verdict::Refused(EARLY.into()),
                        None => Verdict::Open(String::new()),
                    });
                }
                Ok(ProxyProgress::RetryWithCredentials(_)) => {
                    inbox.clear();
                    return Some(Verdict::Refused("retry".into()));
                }
                Err(error) => {
                    inbox.clear();
                    return Some(Verdict::Refused(match &error {
                        ProxyError::Violation(violation)
                            if violation.rule() == HeadRule::EarlyBytes =>
                        {
                            EARLY.into()
                        }
                        ProxyError::Violation(violation) => rule(violation),
                        error @ (ProxyError::Status(_)
                        | ProxyError::ClosedBeforeReply
                        | ProxyError::Truncated
                        | ProxyError::TimedOut
                        | _) => error.to_string(),
                    }));
                }
            }
        }
        let _ = proxy.handle_eof();
        None
    });
}

/// A primitive in JSON.
pub fn json(data: &[u8]) {
    primitive(Serialization::Json, data);
}

/// A primitive in CBOR.
pub fn cbor(data: &[u8]) {
    primitive(Serialization::Cbor, data);
}

/// A primitive in XML.
pub fn xml(data: &[u8]) {
    primitive(Serialization::Xml, data);
}

/// What decodes encodes, and comes back the same; and its content can be read, whatever it is.
fn primitive(serialization: Serialization, data: &[u8]) {
    for leniency in [Leniency::STRICT, Leniency::DEPLOYED] {
        let config = CodecConfig {
            leniency,
            ..CodecConfig::default()
        };
        let Ok(primitive) = decode(serialization, data, &config) else {
            continue;
        };
        let mut encoded = Vec::new();
        encode(serialization, &primitive, &config, &mut encoded)
            .expect("what was decoded can be written");
        assert_eq!(
            decode(serialization, &encoded, &CodecConfig::default()).as_ref(),
            Ok(&primitive),
            "what is written is strict"
        );
        assert_eq!(primitive.clone().into_owned(), primitive);
        let content = match &primitive {
            Primitive::Request(request) => &request.content,
            Primitive::Response(response) => &response.content,
        };
        if let Some(content) = content {
            assert!(!content.root_name().is_empty() || serialization != Serialization::Xml);
            let _ = content.read::<IgnoredAny>();
            if let Ok(Value::Object(roots)) = content.value() {
                check_names(content, &roots);
            }
        }
    }
}

/// A type that wants no member of a resource reads all of their names.
fn check_names(content: &Content<'_>, roots: &[(Cow<'_, str>, Value<'_>)]) {
    let names = roots.iter().map(|(root, value)| match value {
        Value::Object(members) => Some((root, members.iter().map(|(name, _)| name).collect())),
        Value::Null | Value::Boolean(_) | Value::Number(_) | Value::Text(_) | Value::Array(_) => {
            None
        }
    });
    if let Some(names) = names.collect::<Option<BTreeMap<_, BTreeSet<_>>>>() {
        let read = content.read::<BTreeMap<Cow<'_, str>, BTreeMap<Cow<'_, str>, IgnoredAny>>>();
        let read = read.expect("what is a value is a value that nobody wants");
        assert!(read.keys().eq(names.keys().copied()));
        let read = read.values().map(BTreeMap::keys);
        let mut both = read.zip(names.values());
        assert!(both.all(|(read, names)| read.eq(names.iter().copied())));
    }
}

/// A primitive in the serialization that the first byte chooses, to the others and back.
pub fn transcode(data: &[u8]) {
    const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];
    let Some((choice, data)) = data.split_first() else {
        return;
    };
    let from = ALL[usize::from(*choice) % ALL.len()];
    for unknown_names in [UnknownNames::Refuse, UnknownNames::Text] {
        let config = CodecConfig {
            unknown_names,
            ..CodecConfig::default()
        };
        let Ok(primitive) = decode(from, data, &config) else {
            return;
        };
        for to in ALL {
            let Ok(there) = primitive.transcode(to, &config) else {
                continue;
            };
            // XML does not tell everything: once there, it stays the same.
            let (Ok(back), Ok(again)) =
                (there.transcode(from, &config), there.transcode(to, &config))
            else {
                continue;
            };
            assert_eq!(again, there, "{from:?} to {to:?}");
            if let Ok(twice) = back
                .transcode(to, &config)
                .and_then(|twice| twice.transcode(from, &config))
            {
                assert_eq!(twice, back, "{from:?} to {to:?} and back");
            }
        }
    }
}

/// The request that [`handshake_client`] makes.
#[must_use]
pub fn client_request() -> ClientRequest {
    ClientRequest::new("ws://cse.example.com:9000/mca")
        .and_then(|request| request.subprotocol("oneM2M.json"))
        .and_then(|request| request.subprotocol("oneM2M.R2.0.json"))
        .expect("a valid request")
}

/// What a proxy's answer is refused for that has bytes behind it.
const EARLY: &str = "early bytes";

/// An error without what it quotes of the input, of which more or less has come.
fn handshake_verdict(error: &HandshakeError) -> String {
    if let HandshakeError::Violation(violation) = error {
        rule(violation)
    } else {
        error.to_string()
    }
}

fn rule(violation: &Violation) -> String {
    format!("{:?} at {:?}", violation.rule(), violation.offset())
}

/// The seed of the handshakes.
pub const SEED: Seed = Seed([7; 32]);

/// What came of a handshake.
#[derive(Debug, PartialEq)]
enum Verdict {
    Open(String),
    Refused(String),
}

/// Runs a handshake over `data` whole and in parts of several lengths: the same verdict, the same bytes left over.
fn check_cuts(
    data: &[u8],
    run: impl Fn(&mut Inbox, &mut dyn Iterator<Item = &[u8]>) -> Option<Verdict>,
) {
    let outcome = |part_len: usize| {
        let mut inbox = Inbox::new();
        let mut parts = data.chunks(part_len);
        let verdict = run(&mut inbox, &mut parts);
        // An error is final: how much was received behind it does not matter.
        let left = inbox.unread().len() + parts.map(<[u8]>::len).sum::<usize>();
        (verdict, left)
    };
    let (verdict, left) = outcome(data.len().max(1));
    for part_len in [1, 7] {
        let (cut_verdict, cut_left) = outcome(part_len);
        assert_eq!(verdict, cut_verdict, "in parts of {part_len}");
        if matches!(verdict, Some(Verdict::Open(_))) {
            assert_eq!(left, cut_left, "in parts of {part_len}");
        }
    }
}

/// What waits in an outbox, as text.
pub(crate) fn text(outbox: &mut Outbox) -> String {
    let bytes = outbox.copy_to_bytes(outbox.remaining());
    String::from_utf8_lossy(&bytes).into_owned()
}

fn frames(role: Role, data: &[u8]) {
    let config = small();
    let transcript = run(role, config, data, &[], true);
    check_end(&transcript);
    assert_eq!(transcript.events, reference::events(role, &config, data));
}

fn small() -> Config {
    Config {
        max_message_len: 1000,
        max_fragments: 8,
        max_streamed_message_len: 1000,
        ..Config::default()
    }
}

/// The last event, and only it, is the end; a failed connection says why in its only Close frame.
pub(crate) fn check_end(transcript: &Transcript) {
    let (last, others) = transcript.events.split_last().expect("a connection ends");
    assert!(
        others
            .iter()
            .all(|event| !matches!(event, Event::Closed(_))),
        "one end: {transcript:?}"
    );
    let Event::Closed(closed) = last else {
        panic!("no end: {transcript:?}")
    };
    let closes: Vec<_> = transcript
        .output
        .iter()
        .filter(|frame| frame.opcode == crate::wire::CLOSE)
        .collect();
    match closed {
        Closed::Failed(error) => {
            let code = error.close_code().get().to_be_bytes();
            assert_eq!(closes.len(), 1, "{transcript:?}");
            assert_eq!(closes[0].payload, code, "{transcript:?}");
        }
        Closed::Clean(_) => assert_eq!(closes.len(), 1, "{transcript:?}"),
        Closed::Lost(_) => assert!(closes.is_empty(), "{transcript:?}"),
    }
}

/// What must not depend on the cuts: a piece that came before an error may have been handed over or not.
pub(crate) fn comparable(mut transcript: Transcript) -> Transcript {
    transcript
        .output
        .retain(|frame| frame.opcode != crate::wire::PONG);
    let failed_within = matches!(
        transcript.events.last(),
        Some(Event::Closed(
            Closed::Failed(ProtocolError::InvalidUtf8) | Closed::Lost(_) | Closed::Failed(_)
        ))
    );
    if failed_within {
        transcript
            .events
            .retain(|event| !matches!(event, Event::Piece(piece) if !piece.is_last));
    }
    transcript
}

fn pair_script(data: &[u8]) {
    let config = Config {
        send_fragment_len: Some(50),
        ..small()
    };
    let mut pair = pair::Pair::new(config);
    let mut sent = [Vec::new(), Vec::new()];
    for chunk in data.chunks(3) {
        let [choice, len, step] = *chunk else { break };
        pair.step_len = usize::from(step) + 1;
        let is_client = choice & 1 == 0;
        let (peer, log) = if is_client {
            (&mut pair.client, &mut sent[0])
        } else {
            (&mut pair.server, &mut sent[1])
        };
        let payload = vec![b'a' + choice % 26; usize::from(len) * 2];
        match choice >> 1 & 7 {
            0 | 1 => {
                if peer.connection.send(&payload[..]).is_ok() {
                    log.push(Event::Message(payload.into()));
                }
            }
            2 => {
                let text = String::from_utf8(payload).expect("ASCII");
                if peer.connection.send(text.clone()).is_ok() {
                    log.push(Event::Message(text.into()));
                }
            }
            3 => {
                let _ = peer.connection.ping(&payload[..payload.len().min(125)]);
            }
            4 if choice > 240 => {
                let _ = peer.connection.close(pair.now, None);
            }
            5 => pair.advance(core::time::Duration::from_millis(u64::from(len) * 10)),
            _ => {
                pair.step();
            }
        }
    }
    finish_pair(&mut pair);
    check_pair(&pair, &sent);
}

/// Lets both sides say what they have to say, and the client close.
pub(crate) fn finish_pair(pair: &mut pair::Pair) {
    pair.step_len = usize::MAX;
    pair.drive();
    let _ = pair.client.connection.close(pair.now, None);
    pair.drive();
    for _ in 0..8 {
        if !pair.sleep() {
            break;
        }
        pair.drive();
    }
}

/// Each side has received what the other one sent: in order, unchanged, nothing twice, and nothing lost if both ended well.
pub(crate) fn check_pair(pair: &pair::Pair, sent: &[Vec<Event<'static>>; 2]) {
    for (peer, sent) in [(&pair.server, &sent[0]), (&pair.client, &sent[1])] {
        let (last, received) = peer.events.split_last().expect("an end");
        assert!(matches!(last, Event::Closed(_)), "{last:?}");
        let received: Vec<_> = received
            .iter()
            .filter(|event| matches!(event, Event::Message(_)))
            .collect();
        let is_clean = matches!(last, Event::Closed(Closed::Clean(_)));
        assert!(received.len() <= sent.len(), "nothing comes twice");
        assert!(
            received
                .iter()
                .zip(sent)
                .all(|(received, sent)| **received == *sent),
            "in order, unchanged"
        );
        if is_clean && pair.client.events.last() == pair.server.events.last() {
            // Either side may have closed while the other's messages were under way; those sent before a side's own Close
            // frame still arrive.
            assert_eq!(received.len(), sent.len(), "nothing is lost");
        }
    }
}
