//! Framing (RFC 6455 §5.2, §5.3), by the rows FR of the project's table of attacks and edge cases.
use onem2m_ws_core::{
    Closed, Config, Connection, Event, Inbox, Message, ProtocolError as E, Role, Seed, Timestamp,
};
use onem2m_ws_tests::rows::{
    ROLES, check_bytes_fail, check_failure, check_messages, from_peer, run_cut,
};
use onem2m_ws_tests::script::{connection, run, take_output};
use onem2m_ws_tests::wire::{self, Frame, KEY};

const CONFIG: Config = Config::DEFAULT;
const DATA: [u8; 2] = [wire::TEXT, wire::BINARY];
const OPCODES: [u8; 6] = [
    wire::CONTINUATION,
    wire::TEXT,
    wire::BINARY,
    wire::CLOSE,
    wire::PING,
    wire::PONG,
];

fn text(text: &str) -> Message<'static> {
    Message::from(text).into_owned()
}

fn binary(bytes: &[u8]) -> Message<'static> {
    Message::from(bytes.to_vec())
}

/// A message, and a violation behind it: what the connection does with both.
fn check_after_message(frame: &Frame, error: E) {
    let frames = [Frame::new(wire::TEXT, "before"), frame.clone()];
    check_failure(CONFIG, &frames, &[text("before")], error);
}

#[test]
fn fr_01_reserved_bits() {
    for opcode in OPCODES {
        for rsv in 1..8 {
            let frame = Frame {
                rsv: rsv << 4,
                ..Frame::new(opcode, "")
            };
            check_after_message(&frame, E::ReservedBit);
        }
    }
}

#[test]
fn fr_03_b_13_reserved_opcodes_whatever_their_length() {
    for opcode in (3..8).chain(11..16) {
        check_after_message(&Frame::new(opcode, ""), E::ReservedOpcode);
        for role in ROLES {
            let mask = if role == Role::Server { 0x80 } else { 0 };
            let mut header = vec![0x80 | opcode, mask | 127];
            header.extend((1_u64 << 40).to_be_bytes());
            check_bytes_fail(role, CONFIG, &header, &[], E::ReservedOpcode);
        }
    }
}

/// What each first byte leads to, with a correct second byte and nothing in progress.
#[test]
fn b_13_every_first_byte() {
    for first in 0..=255_u8 {
        let frame = Frame {
            is_final: first & 0x80 != 0,
            rsv: first & 0x70,
            ..Frame::new(first & 0x0F, "")
        };
        let error = match first & 0x0F {
            3..8 | 11..16 => Some(E::ReservedOpcode),
            _ if frame.rsv != 0 => Some(E::ReservedBit),
            8.. if !frame.is_final => Some(E::FragmentedControl),
            0 => Some(E::UnexpectedContinuation),
            _ => None,
        };
        for role in ROLES {
            let transcript = run(
                role,
                CONFIG,
                &from_peer(role, core::slice::from_ref(&frame)),
                &[],
                false,
            );
            let failures: Vec<_> = transcript
                .events
                .iter()
                .filter(|event| matches!(event, Event::Closed(Closed::Failed(_))))
                .collect();
            let expected = error.map(|error| Event::Closed(Closed::Failed(error)));
            assert_eq!(failures, Vec::from_iter(&expected), "{first:#04x}");
        }
    }
}

#[test]
fn fr_04_lengths_in_longer_forms_than_needed() {
    for (len_form, lens) in [(2, &[0, 1, 125][..]), (8, &[0, 125, 126, 65_535])] {
        for len in lens {
            let frame = Frame {
                len_form,
                ..Frame::new(wire::BINARY, vec![0; *len])
            };
            check_failure(CONFIG, &[frame], &[], E::InvalidLength);
        }
    }
}

/// The last bytes of a 64-bit length; the header alone decides.
fn header_with_length(role: Role, opcode: u8, length: u64) -> Vec<u8> {
    let mask = if role == Role::Server { 0x80 } else { 0 };
    let mut header = vec![0x80 | opcode, mask | 127];
    header.extend(length.to_be_bytes());
    header.extend(if role == Role::Server { &KEY[..] } else { &[] });
    header
}

#[test]
fn fr_05_b_02_lengths_with_the_most_significant_bit() {
    for role in ROLES {
        for length in [1 << 63, (1 << 63) + 1, u64::MAX] {
            let header = header_with_length(role, wire::BINARY, length);
            check_bytes_fail(role, CONFIG, &header, &[], E::InvalidLength);
        }
    }
}

#[test]
fn fr_06_every_length_form_at_its_bounds_both_ways() {
    for len in [0, 1, 125, 126, 127, 65_535, 65_536, 1 << 20] {
        let payload: Vec<u8> = (0..=255).cycle().take(len).collect();
        let frame = Frame::new(wire::BINARY, &payload);
        check_messages(CONFIG, core::slice::from_ref(&frame), &[binary(&payload)]);
        for role in ROLES {
            let mut connection = connection(role, CONFIG);
            connection.send(payload.clone()).unwrap();
            let payloads: Vec<_> = take_output(&mut connection)
                .into_iter()
                .map(|frame| frame.payload)
                .collect();
            assert_eq!(payloads, core::slice::from_ref(&payload), "{len}");
        }
    }
}

#[test]
fn fr_06_fr_08_b_01_one_byte_more_than_the_limit_fails_by_the_header_alone() {
    let limit = CONFIG.max_message_len;
    for role in ROLES {
        for length in [limit + 1, 1 << 40, (1 << 63) - 1] {
            for opcode in DATA {
                let header = header_with_length(role, opcode, length);
                check_bytes_fail(role, CONFIG, &header, &[], E::MessageTooLong);
            }
        }
        let header = header_with_length(role, wire::BINARY, limit);
        assert_eq!(run_cut(role, CONFIG, &header).events, []);
    }
}

#[test]
fn fr_09_b_03_lengths_around_32_bits() {
    for role in ROLES {
        for length in [(1 << 32) - 1, 1 << 32, (1 << 32) + 1] {
            let header = header_with_length(role, wire::BINARY, length);
            check_bytes_fail(role, CONFIG, &header, &[], E::MessageTooLong);
        }
    }
}

/// Arithmetic on lengths does not wrap, whatever came before.
#[test]
fn b_02_lengths_that_overflow_with_earlier_fragments() {
    let config = Config {
        max_message_len: u64::MAX,
        ..CONFIG
    };
    for role in ROLES {
        let mut input = from_peer(role, &[Frame::new(wire::BINARY, "abc").unfinished()]);
        input.extend(header_with_length(role, wire::CONTINUATION, (1 << 63) - 1));
        assert_eq!(run(role, config, &input, &[], false).events, []);

        let mut input = from_peer(role, &[Frame::new(wire::BINARY, "abc").unfinished()]);
        input.extend(header_with_length(role, wire::CONTINUATION, 1 << 63));
        check_bytes_fail(role, config, &input, &[], E::InvalidLength);
    }
}

#[test]
fn fr_10_fr_11_fr_20_b_09_the_wrong_side_masks() {
    for opcode in OPCODES {
        for payload in ["", "ab"] {
            let begun = match opcode {
                wire::CONTINUATION => vec![Frame::new(wire::TEXT, "").unfinished()],
                _ => Vec::new(),
            };
            for role in ROLES {
                let frame = Frame::new(opcode, payload);
                let (frame, error) = match role {
                    Role::Server => (frame, E::UnmaskedFrame),
                    Role::Client => (frame.masked(), E::MaskedFrame),
                };
                let input = [from_peer(role, &begun), frame.encode()].concat();
                check_bytes_fail(role, CONFIG, &input, &[], error);
                // The second byte says so.
                let until_mask = input.len() - frame.encode().len() + 2;
                check_bytes_fail(role, CONFIG, &input[..until_mask], &[], error);
            }
        }
    }
}

fn masked_with(key: [u8; 4], frame: Frame) -> Frame {
    Frame {
        key: Some(key),
        ..frame
    }
}

fn check_masked(key: [u8; 4], payloads: &[&[u8]]) {
    let frames = payloads
        .iter()
        .map(|payload| masked_with(key, Frame::new(wire::BINARY, payload)));
    let input = wire::stream(frames);
    let expected: Vec<_> = payloads
        .iter()
        .map(|payload| Event::Message(binary(payload)))
        .collect();
    assert_eq!(run_cut(Role::Server, CONFIG, &input).events, expected);
}

#[test]
fn fr_12_fr_13_any_key_and_no_payload() {
    for key in [[0; 4], [0xFF; 4], KEY] {
        check_masked(key, &[b"abc", b"", b"d", b"", b""]);
    }
}

/// Every cut in every mask phase; [`run_cut`] cuts the key and the payload at each byte.
#[test]
fn fr_07_fr_14_b_09_the_phase_of_the_mask_survives_any_cut() {
    let payload: Vec<u8> = (0..140).collect();
    for len in [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 31, 32, 33, 63, 64, 65, 125, 126, 140,
    ] {
        check_masked(KEY, &[&payload[..len], b"behind"]);
    }
    let frames = [
        Frame::new(wire::BINARY, &payload[..3]).unfinished(),
        Frame::new(wire::PING, "ping"),
        Frame::new(wire::CONTINUATION, &payload[3..10]),
    ];
    let events = run_cut(Role::Server, CONFIG, &from_peer(Role::Server, &frames)).events;
    assert_eq!(events.last(), Some(&Event::Message(binary(&payload[..10]))));
}

#[test]
fn fr_15_many_frames_in_one_read() {
    let texts: Vec<String> = (0..100).map(|number| format!("message {number}")).collect();
    let frames: Vec<_> = texts
        .iter()
        .map(|text| Frame::new(wire::TEXT, text))
        .collect();
    let messages: Vec<_> = texts.iter().map(|message| text(message)).collect();
    check_messages(CONFIG, &frames, &messages);
}

#[test]
fn fr_16_b_08_nothing_behind_a_violation_is_looked_at() {
    let behind = [
        Frame::new(wire::TEXT, "behind"),
        Frame::new(wire::PING, "behind"),
        Frame::close(1000, ""),
        Frame::new(3, "worse"),
    ];
    let violation = Frame::new(wire::CONTINUATION, "nothing to continue");
    for behind in behind {
        let frames = [violation.clone(), behind];
        check_failure(CONFIG, &frames, &[], E::UnexpectedContinuation);
    }
}

#[test]
fn fr_17_nothing_behind_a_close_frame_is_looked_at() {
    for role in ROLES {
        let frames = [Frame::close(1000, ""), Frame::new(wire::TEXT, "behind")];
        let mut input = from_peer(role, &frames);
        input.extend([0xFF; 20]);
        let transcript = run_cut(role, CONFIG, &input);
        assert!(
            matches!(
                transcript.events[..],
                [Event::Closed(Closed::Clean(Some(_)))]
            ),
            "{:?}",
            transcript.events
        );
        assert_eq!(transcript.output, [Frame::close(1000, "")]);
    }
}

/// A call for each event and one more: what is in the inbox is neither moved nor looked at twice.
#[test]
fn fr_18_b_10_b_11_work_is_one_step_for_each_frame() {
    const COUNT: usize = 100_000;
    for frame in [Frame::new(wire::TEXT, ""), Frame::new(wire::TEXT, "abcd")] {
        for role in ROLES {
            let input = from_peer(role, core::slice::from_ref(&frame)).repeat(COUNT);
            let mut connection = connection(role, CONFIG);
            let mut inbox = Inbox::with_capacity(input.len());
            inbox.extend(&input);
            for _ in 0..COUNT {
                let event = connection.poll_event(Timestamp::ZERO, &mut inbox);
                assert!(matches!(event, Some(Event::Message(_))));
            }
            assert_eq!(connection.poll_event(Timestamp::ZERO, &mut inbox), None);
        }
    }
}

#[test]
fn fr_19_frames_that_are_sent_have_the_shortest_form() {
    for role in ROLES {
        let mut connection = connection(role, CONFIG);
        for len in [0, 125, 126, 65_535, 65_536] {
            connection.send(vec![1; len]).unwrap();
        }
        // Roles and masks are checked there, and decoding gives back the form of the length.
        let forms: Vec<_> = take_output(&mut connection)
            .into_iter()
            .map(|frame| (frame.len_form, frame.payload.len()))
            .collect();
        assert_eq!(
            forms,
            [(0, 0), (0, 125), (2, 126), (2, 65_535), (8, 65_536)]
        );
    }
}

/// Every two bytes, in each state and role, with length bytes of all kinds: a verdict, and never a panic.
#[test]
fn b_02_every_header_in_every_state() {
    let fragments: [&[Frame]; 3] = [
        &[],
        &[Frame::new(wire::TEXT, "a").unfinished()],
        &[Frame::new(wire::BINARY, "a").unfinished()],
    ];
    let tails: [[u8; 12]; 4] = [[0; 12], [0xFF; 12], [0x7F; 12], [1; 12]];
    for role in ROLES {
        for begun in fragments {
            let begun = from_peer(role, begun);
            for header in 0..=u16::MAX {
                for tail in tails {
                    let input = [&begun, &header.to_be_bytes()[..], &tail].concat();
                    let mut connection =
                        Connection::new(role, CONFIG, Seed([1; 32]), Timestamp::ZERO);
                    let mut inbox = Inbox::new();
                    inbox.extend(&input);
                    let mut steps = 0;
                    while connection.poll_event(Timestamp::ZERO, &mut inbox).is_some() {
                        steps += 1;
                        assert!(steps <= input.len(), "{input:02x?}");
                    }
                    assert!(inbox.is_empty(), "{input:02x?}");
                }
            }
        }
    }
}
