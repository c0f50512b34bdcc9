//! The bodies of the fuzz targets about compression in connections (RFC 7692).

use onem2m_ws_core::deflate::WindowBits;
use onem2m_ws_core::{
    Acceptance, ClientHandshake, ClientProgress, ClientRequest, Config, Event, HandshakeError,
    HeadRule, Inbox, Message, PermessageDeflate, Role, Seed, ServerHandshake, ServerProgress,
    Timestamp, accept_key,
};

use crate::fuzz_bodies::{check_end, check_pair, comparable, finish_pair, text};
use crate::pair::{Pair, Peer};
use crate::script::run;

/// A field value offered to a server and answered to a client, each with a policy that the first bytes choose: both do what a
/// reading of RFC 7692 §7.1 from top to bottom says.
pub fn deflate_negotiation(data: &[u8]) {
    let [flags, bits, value @ ..] = data else {
        return;
    };
    let Ok(value) = core::str::from_utf8(value) else {
        return;
    };
    if value.bytes().any(|byte| byte.is_ascii_control()) || value.len() > 4000 {
        return;
    }
    let policy = policy(*flags, *bits);
    let config = Config {
        permessage_deflate: Some(policy),
        ..Config::default()
    };
    let elements = elements(value.trim_matches([' ', '\t']));
    check_server(&config, &policy, value, elements.as_deref());
    check_client(&config, &policy, value, elements.as_deref());
}

/// A policy out of two bytes.
fn policy(flags: u8, bits: u8) -> PermessageDeflate {
    let window = |bits: u8| WindowBits::new(8 + bits % 8).unwrap_or_default();
    PermessageDeflate {
        server_no_context_takeover: flags & 1 != 0,
        client_no_context_takeover: flags & 2 != 0,
        server_max_window_bits: window(bits),
        client_max_window_bits: window(bits / 16),
        min_len: [None, Some(0), Some(100), Some(1)][usize::from(flags / 4 % 4)],
    }
}

/// An extension with its parameters.
type Element = (String, Vec<(String, Option<String>)>);

/// The grammar of RFC 6455 §9.1, a character at a time; `None` if the value does not follow it.
fn elements(value: &str) -> Option<Vec<Element>> {
    let mut elements = Vec::new();
    // Separators within quotes would make no token, so such a value is wrong anyway.
    for element in value.split(',').map(blank_trimmed) {
        if element.is_empty() {
            continue;
        }
        let mut parts = element.split(';').map(blank_trimmed);
        let name = token(parts.next()?)?;
        let mut parameters = Vec::new();
        for part in parts {
            parameters.push(match part.split_once('=') {
                None => (token(part)?, None),
                Some((name, value)) => {
                    let value = blank_trimmed(value);
                    let value = match value.strip_prefix('"') {
                        None => token(value)?,
                        Some(quoted) => unquoted(quoted)?,
                    };
                    (token(blank_trimmed(name))?, Some(value))
                }
            });
        }
        elements.push((name, parameters));
    }
    Some(elements)
}

fn blank_trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

fn token(text: &str) -> Option<String> {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    (!text.is_empty() && text.bytes().all(is_token)).then(|| text.to_owned())
}

/// What stands between quotes, of which the first was taken.
fn unquoted(quoted: &str) -> Option<String> {
    let mut value = String::new();
    let mut characters = quoted.chars();
    loop {
        match characters.next()? {
            '"' => break,
            '\\' => value.push(characters.next()?),
            other => value.push(other),
        }
    }
    characters.next().is_none().then_some(())?;
    token(&value)
}

/// The parameters of §7.1; the last of them is there, and its value if it has one.
type Parameters = (bool, bool, Option<u8>, Option<Option<u8>>);

/// `None` if a parameter is unknown, there twice, or has no value that it can have.
fn parameters(element: &Element) -> Option<Parameters> {
    let bits = |value: &str| {
        let bits = value.parse::<u8>().ok()?;
        ((8..=15).contains(&bits) && bits.to_string() == value).then_some(bits)
    };
    let (mut server_flag, mut client_flag) = (false, false);
    let (mut server_bits, mut client_bits) = (None, None);
    for (index, (name, value)) in element.1.iter().enumerate() {
        if element.1.iter().take(index).any(|(other, _)| other == name) {
            return None;
        }
        match (name.as_str(), value.as_deref()) {
            ("server_no_context_takeover", None) => server_flag = true,
            ("client_no_context_takeover", None) => client_flag = true,
            ("server_max_window_bits", Some(value)) => server_bits = Some(bits(value)?),
            ("client_max_window_bits", None) => client_bits = Some(None),
            ("client_max_window_bits", Some(value)) => client_bits = Some(Some(bits(value)?)),
            _ => return None,
        }
    }
    Some((server_flag, client_flag, server_bits, client_bits))
}

const NAME: &str = "permessage-deflate";

fn check_server(
    config: &Config,
    policy: &PermessageDeflate,
    value: &str,
    elements: Option<&[Element]>,
) {
    let request = format!(
        "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Extensions: {value}\r\n\r\n"
    );
    let mut inbox = Inbox::new();
    inbox.extend(request.as_bytes());
    let server = ServerHandshake::new(*config, Seed([2; 32]), Timestamp::ZERO);
    let requested = match server.receive(Timestamp::ZERO, &mut inbox) {
        ServerProgress::Requested(requested) => requested,
        ServerProgress::Rejected(_, HandshakeError::Violation(violation)) => {
            assert_eq!(violation.rule(), HeadRule::ExtensionSyntax, "{value}");
            assert!(elements.is_none(), "{value}");
            return;
        }
        other @ (ServerProgress::NeedsInput(_) | ServerProgress::Rejected(..)) => {
            panic!("{value}: {other:?}")
        }
    };
    let elements = elements.unwrap_or_else(|| panic!("{value}: accepted"));
    let mut connection = requested
        .accept(Timestamp::ZERO, &Acceptance::new())
        .expect("nothing was chosen that was not offered");
    let head = text(connection.outbox());
    let answer = head
        .split("\r\n")
        .find_map(|line| line.strip_prefix("Sec-WebSocket-Extensions: "));
    let offers = elements.iter().filter(|element| element.0 == NAME);
    let Some(offered) = offers.clone().find_map(parameters) else {
        assert_eq!(
            (answer, connection.agreed_deflate()),
            (None, None),
            "{value}"
        );
        return;
    };
    let answered = answer
        .and_then(elements_of_one)
        .expect("an acceptable offer is accepted");
    let (server_flag, client_flag, server_bits, client_bits) =
        parameters(&answered).expect("an answer has valid parameters");
    let agreed = connection
        .agreed_deflate()
        .expect("an answer is an agreement");
    assert_eq!(
        server_flag,
        offered.0 || policy.server_no_context_takeover,
        "{value}"
    );
    assert_eq!(
        client_flag,
        offered.1 || policy.client_no_context_takeover,
        "{value}"
    );
    let least = |offered: Option<u8>, wanted: WindowBits| offered.unwrap_or(15).min(wanted.get());
    let server_most = least(offered.2, policy.server_max_window_bits);
    assert_eq!(server_bits.unwrap_or(15), server_most, "{value}");
    let client_most = match offered.3 {
        None => 15,
        Some(bits) => least(bits, policy.client_max_window_bits),
    };
    assert_ne!(client_bits, Some(None), "{value}");
    assert_eq!(client_bits.flatten().unwrap_or(15), client_most, "{value}");
    assert!(offered.2.is_none() || server_bits.is_some(), "{value}");
    assert!(offered.3.is_some() || client_bits.is_none(), "{value}");
    assert_eq!(agreed.outgoing.window_bits.get(), server_most, "{value}");
    assert_eq!(agreed.incoming.window_bits.get(), client_most, "{value}");
    assert_eq!(agreed.outgoing.context_takeover, !server_flag, "{value}");
    assert_eq!(agreed.incoming.context_takeover, !client_flag, "{value}");
}

fn elements_of_one(answer: &str) -> Option<Element> {
    let mut elements = elements(answer)?;
    let element = elements.pop()?;
    (elements.is_empty() && element.0 == NAME).then_some(element)
}

fn check_client(
    config: &Config,
    policy: &PermessageDeflate,
    value: &str,
    elements: Option<&[Element]>,
) {
    let request = ClientRequest::new("ws://a/").expect("a valid URL");
    let mut client = ClientHandshake::new(&request, *config, Seed([1; 32]), Timestamp::ZERO);
    let head = text(client.outbox());
    let key = head.split("Sec-WebSocket-Key: ").nth(1).unwrap_or_default();
    let accept = accept_key(key.split("\r\n").next().unwrap_or_default());
    let reply = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Extensions: {value}\r\n\r\n"
    );
    let mut inbox = Inbox::new();
    inbox.extend(reply.as_bytes());
    let opened = client.receive(Timestamp::ZERO, &mut inbox);
    let connection = match (opened, elements) {
        (Ok(ClientProgress::Open(connection, _)), Some(_)) => connection,
        (Err(HandshakeError::Violation(violation)), None) => {
            assert_eq!(violation.rule(), HeadRule::ExtensionSyntax, "{value}");
            return;
        }
        (Err(HandshakeError::Violation(violation)), Some(elements)) => {
            assert_eq!(violation.rule(), HeadRule::ExtensionChoice, "{value}");
            let is_answer = elements.is_empty()
                || (elements.len() == 1 && expected_of_client(policy, &elements[0]).is_some());
            assert!(!is_answer, "{value}");
            return;
        }
        (other, _) => panic!("{value}: {other:?}"),
    };
    let found = connection.agreed_deflate().map(|agreed| {
        [agreed.outgoing, agreed.incoming].map(|one| (one.window_bits.get(), one.context_takeover))
    });
    match elements.unwrap_or_default() {
        [] => assert_eq!(found, None, "{value}"),
        [answer] => assert_eq!(found, expected_of_client(policy, answer), "{value}"),
        _ => panic!("{value}: one offer, several answers"),
    }
}

/// Bits and context takeover, sending and receiving.
type Directions = [(u8, bool); 2];

fn expected_of_client(policy: &PermessageDeflate, answer: &Element) -> Option<Directions> {
    if answer.0 != NAME {
        return None;
    }
    let (server_flag, client_flag, server_bits, client_bits) = parameters(answer)?;
    if policy.server_no_context_takeover && !server_flag || client_bits == Some(None) {
        return None;
    }
    // The offer has at least 9 bits, and no value at all for 15.
    let offered = policy.server_max_window_bits.get().max(9);
    let server_bits = match server_bits {
        Some(bits) if bits <= offered => bits,
        None if offered == 15 => 15,
        Some(_) | None => return None,
    };
    let client_bits = client_bits.flatten().unwrap_or(15);
    Some([
        (
            client_bits.min(policy.client_max_window_bits.get()),
            !(client_flag || policy.client_no_context_takeover),
        ),
        (server_bits, !server_flag),
    ])
}

/// Any bytes as frames of a connection with compression, in two cuttings, assembled and in pieces: the same transcript, before
/// the transport ends and behind its end.
pub fn deflate_split(data: &[u8]) {
    let [choice, bits, spread, input @ ..] = data else {
        return;
    };
    let role = if choice & 1 == 0 {
        Role::Server
    } else {
        Role::Client
    };
    let config = Config {
        max_message_len: 1000,
        max_streamed_message_len: 40_000,
        max_fragments: 8,
        stream_above: (choice & 2 != 0).then_some(u64::from(choice >> 4)),
        permessage_deflate: Some(policy(choice >> 2, *bits)),
        ..Config::default()
    };
    let stride = usize::from(spread % 13) + 1;
    let cuts: Vec<usize> = (0..input.len()).step_by(stride).collect();
    for ends in [false, true] {
        let whole = run(role, config, input, &[], ends);
        let split = run(role, config, input, &cuts, ends);
        if ends {
            check_end(&whole);
        }
        assert_eq!(
            comparable(whole),
            comparable(split),
            "cut every {stride} bytes, the end: {ends}"
        );
    }
}

/// Two connections with compression that are told what to do by the bytes: RSV1 set and not, pieces, fragments, control frames
/// between them, refusals, messages that do not shrink. Nothing is lost, nothing changes.
pub fn deflate_pair(data: &[u8]) {
    let [flags, bits, fragment_len, script @ ..] = data else {
        return;
    };
    let config = Config {
        send_fragment_len: (*fragment_len != 0).then(|| usize::from(*fragment_len)),
        max_message_len: 3000,
        max_outbox_len: 4000,
        max_fragments: 4000,
        permessage_deflate: Some(policy(*flags, *bits)),
        ..Config::default()
    };
    let mut pair = Pair::new(config);
    let mut sent = [Vec::new(), Vec::new()];
    let mut begun: [Option<Vec<u8>>; 2] = [None, None];
    for (index, chunk) in script.chunks(4).enumerate() {
        let [choice, len, from, step] = *chunk else {
            break;
        };
        pair.step_len = usize::from(step) * 4 + 1;
        let side = usize::from(choice & 1);
        let peer = if side == 0 {
            &mut pair.client
        } else {
            &mut pair.server
        };
        let payload = content(
            data,
            choice,
            usize::from(from) + index,
            usize::from(len) * 4,
        );
        match choice >> 1 & 7 {
            0..=2 => send(peer, &mut sent[side], payload, choice),
            3 | 4 => send_piece(
                peer,
                &mut sent[side],
                &mut begun[side],
                &payload,
                choice & 16 != 0,
            ),
            5 if choice & 64 != 0 => peer.connection.shrink(),
            5 => {
                let _ = peer.connection.ping(&payload[..payload.len().min(125)]);
            }
            _ => {
                pair.step();
            }
        }
    }
    for (side, peer) in [&mut pair.client, &mut pair.server].into_iter().enumerate() {
        // A message in pieces has to end, or nothing of it arrives.
        peer.connection.outbox();
        if begun[side].is_some() {
            send_piece(peer, &mut sent[side], &mut begun[side], &[], true);
        }
    }
    finish_pair(&mut pair);
    check_pair(&pair, &sent);
}

/// Bytes that say much, or what was said before, or nothing.
fn content(data: &[u8], choice: u8, from: usize, len: usize) -> Vec<u8> {
    match choice >> 5 {
        0 => vec![choice; len],
        1 | 2 => data.iter().cycle().skip(from).take(len).copied().collect(),
        3 | 4 => b"{\"op\":1,\"to\":\"/in-cse\",\"rqi\":\"0123456789\"}"
            .iter()
            .cycle()
            .skip(from % 7)
            .take(len)
            .copied()
            .collect(),
        _ => {
            let mut state = u32::try_from(from).unwrap_or(0).wrapping_mul(0x9E37_79B1) | 1;
            let noise = core::iter::repeat_with(|| {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                state.to_le_bytes()[1]
            });
            noise.take(len).collect()
        }
    }
}

fn send(peer: &mut Peer, log: &mut Vec<Event<'static>>, payload: Vec<u8>, choice: u8) {
    let message: Message<'static> = match String::from_utf8(payload) {
        Ok(text) if choice & 16 != 0 => text.into(),
        Ok(text) => text.into_bytes().into(),
        Err(error) => error.into_bytes().into(),
    };
    let taken = if choice & 8 != 0 && choice & 6 == 4 {
        peer.connection.send_uncompressed(message.clone())
    } else {
        peer.connection.send(message.clone())
    };
    if taken.is_ok() {
        log.push(Event::Message(message));
    }
}

fn send_piece(
    peer: &mut Peer,
    log: &mut Vec<Event<'static>>,
    begun: &mut Option<Vec<u8>>,
    piece: &[u8],
    is_last: bool,
) {
    let len = begun.as_ref().map_or(0, Vec::len);
    // The other side takes no longer message.
    let piece = &piece[..piece.len().min(3000_usize.saturating_sub(len))];
    if peer.connection.send_piece(piece, is_last).is_err() {
        return;
    }
    let mut message = begun.take().unwrap_or_default();
    message.extend_from_slice(piece);
    if is_last {
        log.push(Event::Message(message.into()));
    } else {
        *begun = Some(message);
    }
}
