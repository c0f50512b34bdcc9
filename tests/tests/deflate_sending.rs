//! Compressed messages on their way out (RFC 7692 §6.1, §7.2.1), by the rows PD and D of the project's table. What is on the
//! wire is read by the harness's own decompressor.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use onem2m_ws_core::deflate::WindowBits;
use onem2m_ws_core::{
    Config, Connection, Event, Inbox, Message, PermessageDeflate, Role, SendErrorReason,
    SharedText, Timestamp,
};
use onem2m_ws_tests::inflate::Inflater;
use onem2m_ws_tests::pair::Pair;
use onem2m_ws_tests::rows::ROLES;
use onem2m_ws_tests::script::{connection, take_output};
use onem2m_ws_tests::wire::{BINARY, CONTINUATION, Frame, PING, PONG, TEXT};

const fn policy(bits: u8, no_context_takeover: bool) -> PermessageDeflate {
    let bits = WindowBits::new(bits).unwrap();
    PermessageDeflate {
        server_no_context_takeover: no_context_takeover,
        client_no_context_takeover: no_context_takeover,
        server_max_window_bits: bits,
        client_max_window_bits: bits,
        min_len: None,
    }
}

const fn config(policy: PermessageDeflate) -> Config {
    Config {
        permessage_deflate: Some(policy),
        ..Config::DEFAULT
    }
}

const CONFIG: Config = config(policy(12, false));
const RSV1: u8 = 0x40;

/// A request as nodes send them, different for each number.
fn request(number: u32) -> String {
    format!(
        "{{\"op\":1,\"to\":\"/in-cse/base/ae-{}/container\",\"fr\":\"Cae\",\"rqi\":\"{:08x}\",\"ty\":4,\"pc\":{{\"m2m:cin\":{{\"con\":\"{}\"}}}}}}",
        number % 7,
        number.wrapping_mul(0x9E37_79B1),
        number.wrapping_mul(77) % 1000
    )
}

/// Bytes that do not compress.
fn noise(len: usize) -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let bytes = core::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    });
    bytes.take(len).collect()
}

/// What leaves when this is sent.
fn sent(connection: &mut Connection, message: impl Into<Message<'static>>) -> Frame {
    connection.send(message).unwrap();
    let frames = take_output(connection);
    let [frame] = &frames[..] else {
        panic!("{frames:?}");
    };
    frame.clone()
}

/// The other side of one direction, with the window that was agreed.
struct Reader {
    inflater: Inflater,
    policy: PermessageDeflate,
}

impl Reader {
    fn new(config: &Config) -> Self {
        Self {
            inflater: Inflater::default(),
            policy: config.permessage_deflate.unwrap(),
        }
    }

    /// The message of these frames, and whether it was compressed.
    fn read(&mut self, frames: &[Frame]) -> (Vec<u8>, bool) {
        let (first, rest) = frames.split_first().unwrap();
        assert!(first.opcode == TEXT || first.opcode == BINARY);
        for (index, frame) in frames.iter().enumerate() {
            assert_eq!(frame.is_final, index + 1 == frames.len());
        }
        for frame in rest {
            assert_eq!((frame.opcode, frame.rsv), (CONTINUATION, 0), "§6.1");
        }
        let payload: Vec<u8> = frames
            .iter()
            .flat_map(|frame| frame.payload.clone())
            .collect();
        match first.rsv {
            0 => (payload, false),
            RSV1 => {
                let max_distance = self.policy.server_max_window_bits.size();
                let context_takeover = !self.policy.server_no_context_takeover;
                let message = self
                    .inflater
                    .message(&payload, max_distance, context_takeover);
                (message.unwrap(), true)
            }
            rsv => panic!("RSV {rsv:02x}"),
        }
    }
}

#[test]
fn what_was_agreed_is_compressed_and_shrinks() {
    for role in ROLES {
        let mut connection = connection(role, CONFIG);
        let mut reader = Reader::new(&CONFIG);
        let (mut before, mut after) = (0, 0);
        for number in 0..100 {
            let message = request(number);
            let frame = sent(&mut connection, message.clone());
            before += message.len();
            after += frame.payload.len();
            assert_eq!(reader.read(&[frame]), (message.into_bytes(), true));
        }
        assert!(after * 3 < before, "{after} of {before}");
        let outgoing = connection.deflate_counters().unwrap().outgoing;
        assert_eq!(outgoing.uncompressed, u64::try_from(before).unwrap());
        assert_eq!(outgoing.compressed, u64::try_from(after).unwrap());
    }
}

#[test]
fn pd_20_pd_81_no_distance_is_greater_than_agreed() {
    for bits in 8..=15 {
        for without_takeover in [false, true] {
            let policy = PermessageDeflate {
                min_len: Some(0),
                ..policy(bits, without_takeover)
            };
            let config = config(policy);
            for role in ROLES {
                let mut connection = connection(role, config);
                let mut reader = Reader::new(&config);
                let noise = noise(40_000);
                // Repeats that are just near enough, and just too far.
                for len in [
                    100, 250, 256, 260, 300, 500, 512, 520, 1000, 1024, 4000, 5000, 33_000,
                ] {
                    let message = [&noise[..len], &noise[..200], &noise[..100]].concat();
                    let frame = sent(&mut connection, message.clone());
                    assert_eq!(reader.read(&[frame]).0, message, "{bits}, {len}");
                }
            }
        }
    }
}

#[test]
fn short_messages_are_left_alone() {
    for (min_len, without_takeover, limit) in [
        (None, false, 32),
        (None, true, 256),
        (Some(100), false, 100),
        (Some(0), true, 1),
        (Some(u32::MAX), false, usize::MAX),
    ] {
        let config = config(PermessageDeflate {
            min_len,
            ..policy(12, without_takeover)
        });
        for role in ROLES {
            for len in [0, 1, 31, 32, 99, 100, 255, 256, 2000] {
                let mut connection = connection(role, config);
                let frame = sent(&mut connection, "a".repeat(len));
                let is_compressed = len >= limit && len > 3;
                assert_eq!(frame.rsv == RSV1, is_compressed, "{min_len:?}, {len}");
            }
        }
    }
}

#[test]
fn pd_65_pd_66_pd_70_what_does_not_shrink_leaves_as_it_is_and_is_forgotten() {
    for without_takeover in [false, true] {
        let config = config(policy(12, without_takeover));
        for role in ROLES {
            let mut connection = connection(role, config);
            let mut reader = Reader::new(&config);
            for number in 0..20 {
                let message = request(number).repeat(3);
                let frame = sent(&mut connection, message.clone());
                assert_eq!(reader.read(&[frame]), (message.into_bytes(), true));
                let noise = noise(300 * usize::try_from(number).unwrap() + 300);
                let frame = sent(&mut connection, noise.clone());
                assert_eq!(reader.read(&[frame]), (noise, false));
            }
            let noise = noise(1 << 20);
            let frame = sent(&mut connection, noise.clone());
            assert_eq!(reader.read(&[frame]), (noise, false));
        }
    }
}

#[test]
fn d_05_pd_76_a_secret_is_not_compressed_when_that_is_asked_for() {
    for role in ROLES {
        let mut connection = connection(role, CONFIG);
        let mut reader = Reader::new(&CONFIG);
        let secret = "Authorization: Bearer 0123456789abcdef".repeat(10);
        for number in 0..5 {
            let frame = sent(&mut connection, request(number));
            assert_eq!(reader.read(&[frame]).0, request(number).into_bytes());
            connection.send_uncompressed(secret.clone()).unwrap();
            let read = reader.read(&take_output(&mut connection));
            assert_eq!(read, (secret.clone().into_bytes(), false));
        }
        // Nothing refers to it.
        let frame = sent(&mut connection, secret.clone());
        assert!(frame.payload.len() > 38 && frame.rsv == RSV1);
        assert_eq!(reader.read(&[frame]).0, secret.into_bytes());
    }
}

#[test]
fn pd_67_a_refused_message_leaves_the_window_alone() {
    let config = Config {
        max_outbox_len: 1000,
        ..CONFIG
    };
    for role in ROLES {
        let mut connection = connection(role, config);
        let mut reader = Reader::new(&config);
        let mut messages = Vec::new();
        for number in 0..50 {
            // The length counts that the message has, not what it would shrink to.
            let message = request(number).repeat(3);
            match connection.send(message.clone()) {
                Ok(_) => messages.push(message),
                Err(error) => {
                    assert_eq!(error.reason, SendErrorReason::Full);
                    assert_eq!(error.message, message.into());
                }
            }
            if number % 10 == 9 {
                for frame in take_output(&mut connection) {
                    assert_eq!(reader.read(&[frame]).0, messages.remove(0).into_bytes());
                }
            }
        }
        connection.close(Timestamp::ZERO, None).unwrap();
        let error = connection.send(request(1)).unwrap_err();
        assert_eq!(error.reason, SendErrorReason::Closing);
    }
}

#[test]
fn pd_77_control_frames_are_not_compressed() {
    for role in ROLES {
        let mut connection = connection(role, CONFIG);
        let payload = [b'a'; 125];
        connection.ping(&payload).unwrap();
        assert_eq!(take_output(&mut connection), [Frame::new(PING, payload)]);
    }
}

#[test]
fn pd_48_pd_78_a_message_in_pieces_is_flushed_at_each() {
    for without_takeover in [false, true] {
        let config = config(PermessageDeflate {
            min_len: Some(0),
            ..policy(12, without_takeover)
        });
        for role in ROLES {
            let mut connection = connection(role, config);
            let mut reader = Reader::new(&config);
            for number in 0..10 {
                let pieces = [
                    request(number),
                    String::new(),
                    request(number + 1),
                    "x".into(),
                    String::new(),
                ];
                let mut frames = Vec::new();
                for (index, piece) in pieces.iter().enumerate() {
                    connection
                        .send_piece(piece.clone(), index + 1 == pieces.len())
                        .unwrap();
                    let output = take_output(&mut connection);
                    assert_eq!(output.len(), 1);
                    let payload = &output[0].payload;
                    let is_flushed = payload.ends_with(&[0x00, 0x00, 0xff, 0xff]);
                    assert_eq!(is_flushed, !piece.is_empty(), "{payload:02x?}");
                    frames.extend(output);
                }
                // §7.2.3.6: behind a flush, the empty rest of a message is one octet.
                assert_eq!(frames.last().unwrap().payload, [0x00]);
                assert_eq!(frames[0].rsv, RSV1);
                assert_eq!(reader.read(&frames), (pieces.concat().into_bytes(), true));
                let frame = sent(&mut connection, request(number));
                assert_eq!(reader.read(&[frame]).0, request(number).into_bytes());
            }
        }
    }
}

#[test]
fn pd_78_the_first_piece_decides() {
    for role in ROLES {
        let mut connection = connection(role, CONFIG);
        let mut reader = Reader::new(&CONFIG);
        for (first, is_compressed) in [("short", false), (&*"long ".repeat(20), true)] {
            connection.send_piece(first.to_owned(), false).unwrap();
            connection.send_piece(request(1), false).unwrap();
            connection.send_piece(request(2), true).unwrap();
            let content = [first, &request(1), &request(2)].concat();
            let read = reader.read(&take_output(&mut connection));
            assert_eq!(read, (content.into_bytes(), is_compressed));
        }
    }
}

#[test]
fn pd_79_fragments_are_of_compressed_bytes() {
    let config = Config {
        send_fragment_len: Some(50),
        ..CONFIG
    };
    for role in ROLES {
        let mut connection = connection(role, config);
        let mut reader = Reader::new(&config);
        for number in 0..20 {
            let message: String = (number * 10..number * 10 + 10).map(request).collect();
            connection.send(message.clone()).unwrap();
            let frames = take_output(&mut connection);
            assert!(frames.len() > 1);
            let (last, others) = frames.split_last().unwrap();
            assert!(others.iter().all(|frame| frame.payload.len() == 50));
            assert!((1..=50).contains(&last.payload.len()));
            assert_eq!(reader.read(&frames), (message.into_bytes(), true));
        }
        // Compressed it fits into one.
        let message = request(199);
        let frame = sent(&mut connection, message.clone());
        assert_eq!(reader.read(&[frame]), (message.into_bytes(), true));
    }
}

#[test]
fn pd_79_a_pong_passes_between_compressed_fragments() {
    let config = Config {
        send_fragment_len: Some(20),
        ..CONFIG
    };
    for role in ROLES {
        let mut connection = connection(role, config);
        let message = request(1).repeat(3);
        connection.send(message.clone()).unwrap();
        let ping = match role {
            Role::Client => Frame::new(PING, "?"),
            Role::Server => Frame::new(PING, "?").masked(),
        };
        let mut inbox = Inbox::new();
        inbox.extend(&ping.encode());
        assert!(matches!(
            connection.poll_event(Timestamp::ZERO, &mut inbox),
            Some(Event::Ping(_))
        ));
        let mut frames = take_output(&mut connection);
        let at = frames
            .iter()
            .position(|frame| frame.opcode == PONG)
            .unwrap();
        assert_eq!(at, 1);
        frames.remove(at);
        let mut reader = Reader::new(&config);
        assert_eq!(reader.read(&frames), (message.into_bytes(), true));
    }
}

#[test]
fn pd_69_messages_of_any_length() {
    for without_takeover in [false, true] {
        let config = config(PermessageDeflate {
            min_len: Some(0),
            ..policy(15, without_takeover)
        });
        for role in ROLES {
            let mut connection = connection(role, config);
            let mut reader = Reader::new(&config);
            let text: String = (0..400).map(request).collect();
            let lens = (0..300).chain([1000, 4095, 4096, 4097, 16_384, 32_768, 32_769, 60_000]);
            for len in lens {
                let message = text[..len.min(text.len())].to_owned();
                let frame = sent(&mut connection, message.clone());
                assert_eq!(reader.read(&[frame]).0, message.into_bytes(), "{len}");
            }
        }
    }
}

#[test]
fn pd_68_a_message_is_compressed_anew_for_another_connection() {
    let (mut first, mut second) = (
        connection(Role::Client, CONFIG),
        connection(Role::Client, CONFIG),
    );
    let mut reader = Reader::new(&CONFIG);
    for number in 0..10 {
        sent(&mut first, request(number));
        let frame = sent(&mut second, request(number));
        assert_eq!(reader.read(&[frame]), (request(number).into_bytes(), true));
    }
}

#[test]
fn pd_72_pd_80_what_a_connection_sends_depends_on_nothing_but_its_messages() {
    let alone: Vec<Frame> = {
        let mut connection = connection(Role::Server, CONFIG);
        (0..50)
            .map(|number| sent(&mut connection, request(number)))
            .collect()
    };
    let mut first = connection(Role::Server, CONFIG);
    let mut second = connection(Role::Server, CONFIG);
    let mut reader = Reader::new(&CONFIG);
    for (number, expected) in (0..50).zip(&alone) {
        assert_eq!(sent(&mut first, request(number)), *expected);
        // One text to many is compressed for each of them.
        let shared = SharedText::from(request(number + 1000));
        let frame = sent(&mut second, shared.clone());
        assert_eq!(reader.read(&[frame]).0, **shared.as_bytes());
    }
}

#[test]
fn a_connection_that_gave_memory_back_goes_on_as_before() {
    let mut connection = connection(Role::Server, CONFIG);
    let mut reader = Reader::new(&CONFIG);
    for number in 0..50 {
        let frame = sent(&mut connection, request(number));
        assert!(number == 0 || frame.payload.len() * 2 < request(number).len());
        assert_eq!(reader.read(&[frame]), (request(number).into_bytes(), true));
        if number % 5 == 0 {
            connection.shrink();
        }
    }
}

#[test]
fn d_08_two_connections_understand_each_other() {
    for without_takeover in [false, true] {
        for bits in [8, 12, 15] {
            let mut pair = Pair::new(config(policy(bits, without_takeover)));
            pair.step_len = 100;
            let mut expected = Vec::new();
            for number in 0..60 {
                let message: Message<'static> = match number % 4 {
                    0 => request(number).into(),
                    1 => noise(usize::try_from(number).unwrap() * 30).into(),
                    2 => request(number).repeat(20).into(),
                    _ => "".into(),
                };
                pair.client.connection.send(message.clone()).unwrap();
                pair.server.connection.send(message.clone()).unwrap();
                expected.push(Event::Message(message));
                if number % 3 == 0 {
                    pair.drive();
                } else {
                    pair.step();
                }
            }
            pair.drive();
            assert_eq!(pair.server.events, expected);
            assert_eq!(pair.client.events, expected);
            let client = pair.client.connection.deflate_counters().unwrap();
            let server = pair.server.connection.deflate_counters().unwrap();
            assert_eq!(client.outgoing, server.incoming);
            assert_eq!(server.outgoing, client.incoming);
        }
    }
}
