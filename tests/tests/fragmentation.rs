//! Fragmentation and UTF-8 (RFC 6455 §5.4, §8.1), by the rows FG of the project's table of attacks and edge cases.

use onem2m_ws_core::{
    Binary, Closed, Config, Event, Inbox, Message, ProtocolError as E, Role, Timestamp,
};
use onem2m_ws_tests::rows::{ROLES, check_failure, check_messages, from_peer, run_cut};
use onem2m_ws_tests::script::{connection, run};
use onem2m_ws_tests::wire::{self, Frame};

const CONFIG: Config = Config::DEFAULT;

fn text(text: &str) -> Message<'static> {
    Message::from(text).into_owned()
}

fn binary(bytes: &[u8]) -> Message<'static> {
    Message::from(bytes.to_vec())
}

/// A message of these fragments.
fn fragments<P: AsRef<[u8]>>(opcode: u8, payloads: &[P]) -> Vec<Frame> {
    let count = payloads.len();
    let fragment = |(index, payload): (usize, &P)| Frame {
        is_final: index + 1 == count,
        ..Frame::new(
            if index == 0 {
                opcode
            } else {
                wire::CONTINUATION
            },
            payload,
        )
    };
    payloads.iter().enumerate().map(fragment).collect()
}

/// What was taken before, what comes then, and what is announced of that.
type Completing<'a> = (&'static str, Config, &'a [u8], &'a [u8], Option<u64>);

/// A message that comes in several reads is announced right before it is handed over, and neither before nor in any other case.
#[test]
fn what_completes_a_message_is_announced() {
    for role in ROLES {
        let payload = [7; 1_000];
        let whole = from_peer(role, &[Frame::new(wire::BINARY, payload)]);
        let parts = from_peer(
            role,
            &fragments(wire::BINARY, &[&payload[..400], &payload[400..]]),
        );
        let header = whole.len() - payload.len();
        let last = parts.len() - 600;
        let ping = from_peer(role, &[Frame::new(wire::PING, b"12345")]);
        let streamed = Config {
            stream_above: Some(0),
            ..CONFIG
        };
        let within_ping = [&parts[..last - header], &ping[..ping.len() - 2]].concat();
        let cases: [Completing<'_>; 8] = [
            (
                "its last byte",
                CONFIG,
                &whole[..header + 999],
                &whole[header + 999..],
                Some(1_000),
            ),
            (
                "its payload",
                CONFIG,
                &whole[..header],
                &whole[header..],
                Some(1_000),
            ),
            (
                "not all",
                CONFIG,
                &whole[..header + 1],
                &whole[header + 1..header + 999],
                None,
            ),
            ("its header as well", CONFIG, &[], &whole, None),
            (
                "the last fragment",
                CONFIG,
                &parts[..last],
                &parts[last..],
                Some(1_000),
            ),
            (
                "another fragment",
                CONFIG,
                &parts[..header + 1],
                &parts[header + 1..header + 400],
                None,
            ),
            (
                "a ping within it",
                CONFIG,
                &within_ping,
                &ping[ping.len() - 2..],
                None,
            ),
            (
                "pieces",
                streamed,
                &whole[..header + 999],
                &whole[header + 999..],
                None,
            ),
        ];
        for (case, config, before, next, announced) in cases {
            let mut connection = connection(role, config);
            let mut inbox = Inbox::new();
            inbox.extend(before);
            while connection.poll_event(Timestamp::ZERO, &mut inbox).is_some() {}
            assert_eq!(connection.completing_len(&inbox), None, "{case}");
            inbox.extend(next);
            assert_eq!(connection.completing_len(&inbox), announced, "{case}");
        }
    }
}

/// The buffer in which a message was assembled goes to whoever makes the message owned; it is not copied, and not used for
/// the next.
#[test]
fn an_assembled_message_can_be_taken() {
    for role in ROLES {
        for opcode in [wire::TEXT, wire::BINARY] {
            let mut input = from_peer(role, &fragments(opcode, &["first", " message"]));
            input.extend(from_peer(role, &fragments(opcode, &["second", " one"])));
            let mut connection = connection(role, CONFIG);
            let mut inbox = Inbox::new();
            inbox.extend(&input);
            let mut next = || match connection.poll_event(Timestamp::ZERO, &mut inbox) {
                Some(Event::Message(message)) => {
                    let lent = message.as_bytes().as_ptr();
                    let owned = message.into_owned();
                    assert_eq!(owned.as_bytes().as_ptr(), lent);
                    owned
                }
                other => panic!("{other:?}"),
            };
            let (first, second) = (next(), next());
            assert_eq!(first.as_bytes(), b"first message");
            assert_eq!(second.as_bytes(), b"second one");
        }
    }
}

#[test]
fn fg_01_a_continuation_of_nothing() {
    for frame in [
        Frame::new(wire::CONTINUATION, "a"),
        Frame::new(wire::CONTINUATION, "").unfinished(),
    ] {
        check_failure(
            CONFIG,
            core::slice::from_ref(&frame),
            &[],
            E::UnexpectedContinuation,
        );
        let mut frames = fragments(wire::TEXT, &["a", "b"]);
        frames.push(frame);
        check_failure(CONFIG, &frames, &[text("ab")], E::UnexpectedContinuation);
    }
}

#[test]
fn fg_02_a_message_within_a_message() {
    for opcode in [wire::TEXT, wire::BINARY] {
        for next in [wire::TEXT, wire::BINARY] {
            let frames = [Frame::new(opcode, "a").unfinished(), Frame::new(next, "b")];
            check_failure(CONFIG, &frames, &[], E::ExpectedContinuation);
        }
    }
}

#[test]
fn fg_03_control_frames_between_fragments() {
    let mut frames = fragments(wire::TEXT, &["a", "b"]);
    frames.insert(1, Frame::new(wire::PING, "now"));
    frames.insert(2, Frame::new(wire::PONG, "unasked"));
    for role in ROLES {
        let transcript = run_cut(role, CONFIG, &from_peer(role, &frames));
        let expected = [
            Event::Ping(Binary::Owned(b"now".to_vec())),
            Event::Pong(Binary::Owned(b"unasked".to_vec())),
            Event::Message(text("ab")),
        ];
        assert_eq!(transcript.events, expected);
        assert_eq!(transcript.output, [Frame::new(wire::PONG, "now")]);
    }
}

#[test]
fn fg_04_a_close_frame_between_fragments() {
    let frames = [
        Frame::new(wire::TEXT, "a").unfinished(),
        Frame::close(1001, "bye"),
    ];
    for role in ROLES {
        let transcript = run_cut(role, CONFIG, &from_peer(role, &frames));
        assert!(matches!(
            &transcript.events[..],
            [Event::Closed(Closed::Clean(Some(frame)))] if frame.code.get() == 1001
        ));
        assert_eq!(transcript.output, [Frame::close(1001, "")]);
    }
}

#[test]
fn fg_05_control_frames_in_fragments() {
    for opcode in [wire::CLOSE, wire::PING, wire::PONG] {
        let frame = Frame::new(opcode, "").unfinished();
        check_failure(CONFIG, &[frame], &[], E::FragmentedControl);
    }
}

#[test]
fn fg_06_control_frames_that_are_too_long() {
    for opcode in [wire::CLOSE, wire::PING, wire::PONG] {
        for (len, len_form) in [(126, 0), (70_000, 0), (0, 2), (125, 2), (0, 8)] {
            let frame = Frame {
                len_form,
                ..Frame::new(opcode, vec![b'x'; len])
            };
            check_failure(CONFIG, &[frame], &[], E::ControlTooLong);
        }
    }
}

#[test]
fn fg_07_fg_10_empty_fragments_and_messages() {
    for (payloads, whole) in [
        (&[""][..], ""),
        (&["", "", ""], ""),
        (&["", "a", "b"], "ab"),
        (&["a", "", "b"], "ab"),
        (&["a", "b", ""], "ab"),
    ] {
        check_messages(CONFIG, &fragments(wire::TEXT, payloads), &[text(whole)]);
        let bytes = whole.as_bytes();
        check_messages(CONFIG, &fragments(wire::BINARY, payloads), &[binary(bytes)]);
    }
}

/// `max_fragments` without payload, and one for each `fragment_len` bytes of it.
#[test]
fn fg_08_fragments_up_to_the_limit() {
    let config = Config {
        max_fragments: 8,
        fragment_len: 4,
        ..CONFIG
    };
    let empty = |count: usize| fragments(wire::BINARY, &vec![""; count]);
    check_messages(config, &empty(8), &[binary(b"")]);
    check_failure(config, &empty(9), &[], E::TooManyFragments);

    // Two bytes in each: half a fragment is earned by each.
    let small = |count: usize| fragments(wire::BINARY, &vec!["ab"; count]);
    check_messages(config, &small(15), &[binary(&b"ab".repeat(15))]);
    check_messages(config, &small(16), &[binary(&b"ab".repeat(16))]);
    check_failure(config, &small(17), &[], E::TooManyFragments);

    // Honest ones have no limit but that of the message.
    let honest = fragments(wire::BINARY, &vec!["abcd"; 200]);
    check_messages(config, &honest, &[binary(&b"abcd".repeat(200))]);
}

#[test]
fn fg_08_b_05_the_default_tells_an_attack_from_small_fragments() {
    for role in ROLES {
        let begun = Frame::new(wire::TEXT, "").unfinished();
        let attack = Frame::new(wire::CONTINUATION, "").unfinished();
        let mut input = from_peer(role, &[begun]);
        input.extend(from_peer(role, &[attack]).repeat(1023));
        assert_eq!(run(role, CONFIG, &input, &[], false).events, []);
        input.extend(from_peer(
            role,
            &[Frame::new(wire::CONTINUATION, "").unfinished()],
        ));
        let events = run(role, CONFIG, &input, &[], false).events;
        assert_eq!(events, [Event::Closed(Closed::Failed(E::TooManyFragments))]);

        let honest = fragments(wire::BINARY, &vec![[b'x'; 64]; 16 << 10]);
        let events = run(role, CONFIG, &from_peer(role, &honest), &[], false).events;
        assert_eq!(events, [Event::Message(binary(&vec![b'x'; 1 << 20]))]);
    }
}

#[test]
fn fg_09_b_04_a_sum_that_passes_the_limit_is_refused_by_the_header() {
    let config = Config {
        max_message_len: 10,
        ..CONFIG
    };
    check_messages(
        config,
        &fragments(wire::BINARY, &["12345", "67890"]),
        &[binary(b"1234567890")],
    );
    for role in ROLES {
        for last in ["678901", "6789012345"] {
            let frames = fragments(wire::BINARY, &["12345", last]);
            let header_len = if role == Role::Server { 6 } else { 2 };
            let input = from_peer(role, &frames);
            let input = &input[..input.len() - last.len()];
            assert_eq!(input.len(), 2 * header_len + 5, "no byte of its payload");
            let events = run_cut(role, config, input).events;
            assert_eq!(events, [Event::Closed(Closed::Failed(E::MessageTooLong))]);
        }
    }
}

#[test]
fn fg_11_characters_over_fragments_and_reads() {
    for character in ["é", "€", "😀"] {
        let whole = format!("a{character}b");
        for cut in 0..=whole.len() {
            for other in cut..=whole.len() {
                let bytes = whole.as_bytes();
                let parts = [&bytes[..cut], &bytes[cut..other], &bytes[other..]];
                check_messages(CONFIG, &fragments(wire::TEXT, &parts), &[text(&whole)]);
            }
        }
    }
}

/// The failure comes with the byte that cannot be right any more, whatever is still to come.
#[test]
fn fg_12_fg_13_text_fails_at_its_first_wrong_byte() {
    for role in ROLES {
        let mut long = vec![b'a'; 64 << 10];
        long[10] = 0xFF;
        for frame in [
            Frame::new(wire::TEXT, b"ab\xFF").unfinished(),
            Frame::new(wire::TEXT, &long),
        ] {
            let input = from_peer(role, &[frame]);
            let at = input.len().min(match (role, input.len() > 100) {
                (Role::Client, true) => 10 + 11,
                (Role::Server, true) => 14 + 11,
                _ => input.len(),
            });
            let events = run_cut(role, CONFIG, &input[..at]).events;
            assert_eq!(events, [Event::Closed(Closed::Failed(E::InvalidUtf8))]);
            assert_eq!(run_cut(role, CONFIG, &input[..at - 1]).events, []);
        }
    }
}

#[test]
fn fg_14_text_that_ends_within_a_character() {
    for character in ["é", "€", "😀"] {
        for len in 1..character.len() {
            let cut = &character.as_bytes()[..len];
            check_failure(CONFIG, &[Frame::new(wire::TEXT, cut)], &[], E::InvalidUtf8);
            let frames = fragments(wire::TEXT, &[&b"a"[..], cut, b""]);
            check_failure(CONFIG, &frames, &[], E::InvalidUtf8);
        }
    }
}

#[test]
fn fg_15_what_is_not_utf_8() {
    let mut wrong = vec![
        b"\xC0\xAF".to_vec(),
        b"\xE0\x80\x80".to_vec(),
        b"\xF0\x80\x80\x80".to_vec(),
        b"\xED\xA0\x80".to_vec(),
        b"\xED\xBF\xBF".to_vec(),
        b"\xF4\x90\x80\x80".to_vec(),
        b"\x80".to_vec(),
        b"\xBF".to_vec(),
    ];
    wrong.extend((0xF5..=0xFF).map(|byte| vec![byte, 0x80, 0x80, 0x80]));
    for sequence in wrong {
        let payload = [b"a", &sequence[..], b"b"].concat();
        check_failure(
            CONFIG,
            &[Frame::new(wire::TEXT, payload)],
            &[],
            E::InvalidUtf8,
        );
        let parts: Vec<[u8; 1]> = sequence.iter().map(|byte| [*byte]).collect();
        check_failure(CONFIG, &fragments(wire::TEXT, &parts), &[], E::InvalidUtf8);
    }
}

#[test]
fn fg_16_every_character_is_text() {
    for character in [
        "\u{0}",
        "\u{FEFF}",
        "\u{FFFE}",
        "\u{FFFF}",
        "\u{10FFFF}",
        "\u{D7FF}",
        "\u{E000}",
    ] {
        check_messages(
            CONFIG,
            &[Frame::new(wire::TEXT, character)],
            &[text(character)],
        );
    }
}

#[test]
fn fg_17_binary_is_any_bytes() {
    let all: Vec<u8> = (0..=255).collect();
    check_messages(CONFIG, &[Frame::new(wire::BINARY, &all)], &[binary(&all)]);
    let parts: Vec<&[u8]> = all.chunks(7).collect();
    check_messages(CONFIG, &fragments(wire::BINARY, &parts), &[binary(&all)]);
}

/// The verdict on `sequence` as a text message, cut before its last byte.
fn is_text(sequence: &[u8]) -> bool {
    let frame = from_peer(Role::Client, &[Frame::new(wire::TEXT, sequence)]);
    let events = run(Role::Client, CONFIG, &frame, &[frame.len() - 1], false).events;
    matches!(events[..], [Event::Message(_)])
}

/// All sequences of two bytes, and of more bytes all that begin a character, with continuation bytes and their neighbours.
#[test]
fn fg_19_the_same_verdict_as_the_standard_library() {
    let check = |sequence: &[u8]| {
        assert_eq!(
            is_text(sequence),
            core::str::from_utf8(sequence).is_ok(),
            "{sequence:02x?}"
        );
    };
    for one in 0..=255 {
        for two in 0..=255 {
            check(&[one, two]);
        }
    }
    let edges = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0];
    for one in 0xE0..=0xFF {
        for two in 0..=255 {
            for three in edges {
                check(&[one, two, three]);
                for four in edges {
                    check(&[one, two, three, four]);
                }
            }
        }
    }
}
