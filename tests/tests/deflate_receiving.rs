//! Compressed messages on their way in (RFC 7692 §6.2, §7.2.2), by the rows PD and D of the project's table.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use onem2m_ws_core::deflate::{DecompressError, Fault, WindowBits};
use onem2m_ws_core::{
    Closed, Config, Event, Inbox, Message, PermessageDeflate, ProtocolError as E, Role, Timestamp,
};
use onem2m_ws_tests::rows::{ROLES, check_failure, check_messages, from_peer, run_cut};
use onem2m_ws_tests::script::{connection, run};
use onem2m_ws_tests::wire::{self, BINARY, CONTINUATION, Frame, PING, PONG, TEXT, packed};

/// Windows of so many bits, with context takeover.
const fn window(bits: u8) -> PermessageDeflate {
    let bits = WindowBits::new(bits).unwrap();
    PermessageDeflate {
        server_max_window_bits: bits,
        client_max_window_bits: bits,
        ..PermessageDeflate::DEFAULT
    }
}

const fn config(policy: PermessageDeflate) -> Config {
    Config {
        permessage_deflate: Some(policy),
        ..Config::DEFAULT
    }
}

const CONFIG: Config = config(window(15));

const WITHOUT_TAKEOVER: Config = config(PermessageDeflate {
    server_no_context_takeover: true,
    client_no_context_takeover: true,
    ..window(15)
});

/// RFC 7692 §7.2.3.1, and §7.2.3.2: the same again out of the window.
const HELLO: &[u8] = &[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
const HELLO_AGAIN: &[u8] = &[0xf2, 0x00, 0x11, 0x00, 0x00];

fn text(payload: &[u8]) -> Frame {
    Frame::new(TEXT, payload).compressed()
}

fn binary(payload: &[u8]) -> Frame {
    Frame::new(BINARY, payload).compressed()
}

fn rest(payload: &[u8]) -> Frame {
    Frame::new(CONTINUATION, payload)
}

fn message(content: &str) -> Message<'static> {
    content.to_owned().into()
}

/// The payload in a stored block (RFC 1951 §3.2.4), which the four octets that are left out would follow.
fn stored(content: &[u8]) -> Vec<u8> {
    let len = u16::try_from(content.len()).unwrap();
    [
        &[0][..],
        &len.to_le_bytes(),
        &(!len).to_le_bytes(),
        content,
        &[0],
    ]
    .concat()
}

/// Checks that both roles fail so at these frames, wherever they are cut, and with which status.
#[track_caller]
fn check_invalid(config: Config, frames: &[Frame], fault: Fault, code: u16) {
    for role in ROLES {
        let transcript = run_cut(role, config, &from_peer(role, frames));
        match transcript.events.as_slice() {
            [.., Event::Closed(Closed::Failed(E::InvalidDeflate(error)))] => {
                assert_eq!(error.fault, fault);
            }
            other => panic!("{role:?}: {other:?}"),
        }
        assert_eq!(transcript.output, [Frame::close(code, "")]);
    }
}

#[test]
fn d_04_the_examples_of_rfc_7692() {
    let hello = message("Hello");
    check_messages(CONFIG, &[text(HELLO)], core::slice::from_ref(&hello));
    check_messages(
        CONFIG,
        &[text(HELLO), text(HELLO_AGAIN)],
        &[hello.clone(), hello.clone()],
    );
    check_messages(CONFIG, &[binary(HELLO)], &[b"Hello".to_vec().into()]);
    let (first, second) = HELLO.split_at(3);
    check_messages(
        CONFIG,
        &[text(first).unfinished(), rest(second)],
        core::slice::from_ref(&hello),
    );
    check_messages(CONFIG, &[text(&stored(b"Hello"))], &[hello]);
}

#[test]
fn pd_10_pd_42_pd_77_only_the_first_frame_of_a_message_has_rsv1() {
    let ping = Frame::new(PING, "");
    for frame in [
        ping.compressed(),
        Frame::new(PONG, "").compressed(),
        Frame::close(1000, "").compressed(),
    ] {
        check_failure(CONFIG, core::slice::from_ref(&frame), &[], E::ReservedBit);
        check_failure(
            CONFIG,
            &[text(&HELLO[..2]).unfinished(), frame],
            &[],
            E::ReservedBit,
        );
    }
    for begun in [text(&HELLO[..2]), Frame::new(TEXT, "a")] {
        let frames = [begun.unfinished(), rest(HELLO).compressed()];
        check_failure(CONFIG, &frames, &[], E::ReservedBit);
    }
    // The first byte is enough.
    for role in ROLES {
        let begun = from_peer(role, &[text(&HELLO[..2]).unfinished()]);
        let transcript = run(role, CONFIG, &[&begun[..], &[0xC0]].concat(), &[], false);
        let failed = Event::Closed(Closed::Failed(E::ReservedBit));
        assert_eq!(transcript.events, [failed]);
    }
}

#[test]
fn d_03_pd_39_pd_43_other_reserved_bits_and_compression_that_was_not_agreed() {
    for rsv in [0x10, 0x20, 0x30, 0x50, 0x60, 0x70] {
        let frame = Frame { rsv, ..text(HELLO) };
        check_failure(CONFIG, &[frame], &[], E::ReservedBit);
    }
    check_failure(Config::DEFAULT, &[text(HELLO)], &[], E::ReservedBit);
}

#[test]
fn fr_02_pd_11_pd_66_messages_that_are_not_compressed_leave_the_window_alone() {
    let plain = Frame::new(TEXT, "uncompressed, and long enough to push Hello aside");
    check_messages(
        CONFIG,
        &[text(HELLO), plain.clone(), text(HELLO_AGAIN), plain],
        &[
            message("Hello"),
            message("uncompressed, and long enough to push Hello aside"),
            message("Hello"),
            message("uncompressed, and long enough to push Hello aside"),
        ],
    );
}

#[test]
fn pd_12_pd_13_pd_47_empty_messages() {
    let (hello, empty) = (message("Hello"), message(""));
    for nothing in [&[0x00][..], &[]] {
        check_messages(
            CONFIG,
            &[text(HELLO), text(nothing), text(HELLO_AGAIN)],
            &[hello.clone(), empty.clone(), hello.clone()],
        );
        check_messages(CONFIG, &[binary(nothing)], &[Vec::new().into()]);
        check_messages(
            CONFIG,
            &[
                text(b"").unfinished(),
                rest(b"").unfinished(),
                rest(nothing),
            ],
            core::slice::from_ref(&empty),
        );
    }
}

#[test]
fn pd_14_pd_50_pd_51_final_blocks() {
    let final_hello = &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00][..];
    let with_octet = [final_hello, &[0x00]].concat();
    for payload in [final_hello, &with_octet] {
        check_messages(
            CONFIG,
            &[text(payload), text(HELLO_AGAIN)],
            &[message("Hello"), message("Hello")],
        );
    }
    let and_more = [final_hello, HELLO_AGAIN].concat();
    check_messages(CONFIG, &[text(&and_more)], &[message("HelloHello")]);
}

#[test]
fn pd_15_pd_44_pd_45_pd_46_fragments_cut_anywhere() {
    let two_blocks = [
        0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00,
    ];
    let flushed = [HELLO, &[0x00, 0x00, 0xff, 0xff, 0x00]].concat();
    for payload in [HELLO, &two_blocks, &flushed, &stored(b"Hello")] {
        for cut in 0..=payload.len() {
            let (first, second) = payload.split_at(cut);
            let frames = [
                text(b"").unfinished(),
                rest(first).unfinished(),
                rest(b"").unfinished(),
                rest(second),
            ];
            check_messages(CONFIG, &frames, &[message("Hello")]);
        }
        let bytewise = payload.iter().map(|byte| rest(&[*byte]).unfinished());
        let frames: Vec<Frame> = [text(b"").unfinished()]
            .into_iter()
            .chain(bytewise)
            .chain([rest(b"")])
            .collect();
        check_messages(CONFIG, &frames, &[message("Hello")]);
    }
}

#[test]
fn pd_16_pd_71_context_is_taken_over_only_where_that_was_agreed() {
    let frames = [text(HELLO), text(HELLO_AGAIN)];
    check_messages(CONFIG, &frames, &[message("Hello"), message("Hello")]);
    for role in ROLES {
        let transcript = run_cut(role, WITHOUT_TAKEOVER, &from_peer(role, &frames));
        let [
            Event::Message(hello),
            Event::Closed(Closed::Failed(E::InvalidDeflate(error))),
        ] = &transcript.events[..]
        else {
            panic!("{:?}", transcript.events);
        };
        assert_eq!((hello, error.fault), (&message("Hello"), Fault::Distance));
    }
    // Each direction by itself.
    let one_way = config(PermessageDeflate {
        server_no_context_takeover: true,
        ..window(15)
    });
    let transcript = run_cut(Role::Server, one_way, &from_peer(Role::Server, &frames));
    assert_eq!(transcript.events.len(), 2);
    assert!(matches!(transcript.events[1], Event::Message(_)));
    let transcript = run_cut(Role::Client, one_way, &from_peer(Role::Client, &frames));
    assert!(matches!(transcript.events[1], Event::Closed(_)));
}

/// A message of so many equal characters: a literal, and matches with what is right before them.
fn run_of(count: usize) -> Vec<u8> {
    // 'a' is 0x61: 0x91 as a fixed code. 258 bytes are code 285, a distance of 1 is code 0.
    let mut bits = String::from("010 10010001");
    let mut left = count - 1;
    while left > 0 {
        if left >= 258 {
            bits += "11000101 00000";
            left -= 258;
        } else {
            bits += "10010001";
            left -= 1;
        }
    }
    bits += "0000000 000";
    packed(&bits)
}

#[test]
fn pd_17_pd_57_pd_58_the_limit_is_about_what_was_decompressed() {
    for len in [1, 2, 258, 259, 517, 5000, 20_000] {
        for max_message_len in [1, 5, 259, 260, 516, 517, 5000, 19_999, 20_000] {
            let config = Config {
                max_message_len,
                ..CONFIG
            };
            let payload = run_of(len);
            let (first, second) = payload.split_at(payload.len() / 2);
            for frames in [
                &[text(&payload)][..],
                &[text(first).unfinished(), rest(second)],
            ] {
                if u64::try_from(len).unwrap() <= max_message_len {
                    check_messages(config, frames, &[message(&"a".repeat(len))]);
                } else {
                    check_failure(config, frames, &[], E::MessageTooLong);
                }
            }
        }
    }
}

#[test]
fn d_04_pd_18_pd_49_pd_52_pd_53_pd_54_pd_55_pd_64_what_is_no_deflate() {
    let cut = |len: usize| HELLO[..len].to_vec();
    let invalid = [
        (packed("011"), Fault::BlockType),
        (packed("111"), Fault::BlockType),
        (vec![0x00, 0x05, 0x00, 0x00, 0x00], Fault::StoredLength),
        // Without a message before.
        (HELLO_AGAIN.to_vec(), Fault::Distance),
        // Length codes 286 and 287, distance codes 30 and 31.
        (packed("010 11000110"), Fault::Symbol),
        (packed("010 11000111"), Fault::Symbol),
        (packed("010 10010001 0000001 11110"), Fault::Symbol),
        (packed("010 10010001 0000001 11111"), Fault::Symbol),
        // HLIT 287, HDIST 31; a repetition of nothing; no end-of-block code.
        (packed("001 01111 00000 0000"), Fault::CodeLengths),
        (packed("001 00000 01111 0000"), Fault::CodeLengths),
        // Ends within a block, in whichever way.
        (cut(1), Fault::Truncated),
        (cut(3), Fault::Truncated),
        (cut(5), Fault::Truncated),
        (vec![0x00, 0x05, 0x00, 0xfa, 0xff, 0x48], Fault::Truncated),
        // The four octets were left on.
        (
            [HELLO, &[0x00, 0x00, 0xff, 0xff]].concat(),
            Fault::Truncated,
        ),
    ];
    for (payload, fault) in invalid {
        check_invalid(CONFIG, &[text(&payload)], fault, 1007);
        let halves = payload.split_at(payload.len() / 2);
        check_invalid(
            CONFIG,
            &[binary(halves.0).unfinished(), rest(halves.1)],
            fault,
            1007,
        );
    }
    // Behind a final block, bytes that are no block.
    let behind = [0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x07];
    check_invalid(CONFIG, &[text(&behind)], Fault::BlockType, 1007);
}

#[test]
fn the_place_of_a_fault_is_told() {
    let behind = [0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x07];
    let error = E::InvalidDeflate(DecompressError {
        fault: Fault::BlockType,
        offset: 7,
    });
    assert!(error.to_string().contains("byte 7"), "{error}");
    let hello = [message("Hello")];
    check_failure(CONFIG, &[text(HELLO), text(&behind)], &hello, error);
}

#[test]
fn pd_19_control_frames_between_fragments() {
    let (first, second) = HELLO.split_at(4);
    let frames = [
        text(HELLO),
        text(first).unfinished(),
        Frame::new(PING, "?"),
        rest(b"").unfinished(),
        Frame::new(PONG, "!"),
        rest(second),
        text(HELLO_AGAIN),
    ];
    for role in ROLES {
        let transcript = run_cut(role, CONFIG, &from_peer(role, &frames));
        let messages = transcript
            .events
            .iter()
            .filter(|event| **event == Event::Message(message("Hello")));
        assert_eq!(
            (messages.count(), transcript.events.len()),
            (3, 5),
            "{role:?}"
        );
        assert_eq!(transcript.output, [Frame::new(PONG, "?")]);
    }
}

/// `before` in a stored block, then three bytes from `distance` before.
fn far(before: usize, distance: usize) -> Vec<u8> {
    let content: Vec<u8> = (0..before)
        .map(|at| b'a' + u8::try_from(at % 26).unwrap())
        .collect();
    let len = u16::try_from(before).unwrap();
    // Distances from 513 to 768 are code 18, from 257 to 384 code 16, and so on (RFC 1951 §3.2.5).
    let (code, base, extra) = match distance {
        257..=384 => ("10000", 257, 7),
        385..=512 => ("10001", 385, 7),
        513..=768 => ("10010", 513, 8),
        16_385..=24_576 => ("11100", 16_385, 13),
        _ => panic!("another code"),
    };
    let value = distance - base;
    let extra: String = (0..extra)
        .map(|bit| if value >> bit & 1 == 1 { '1' } else { '0' })
        .collect();
    let matched = packed(&format!("010 0000001 {code} {extra} 0000000 000"));
    [
        &[0][..],
        &len.to_le_bytes(),
        &(!len).to_le_bytes(),
        &content,
        &matched,
    ]
    .concat()
}

#[test]
fn pd_31_pd_56_pd_82_distances_beyond_the_agreed_window() {
    // With 8 bits agreed there are peers that use 9.
    for (bits, distance, is_valid) in [
        (8, 257, true),
        (8, 512, true),
        (8, 513, false),
        (9, 512, true),
        (9, 513, false),
        (10, 513, true),
        (14, 16_385, false),
        (15, 16_385, true),
    ] {
        let config = config(window(bits));
        // Within a message, and into the one before.
        let payload = far(distance + 10, distance);
        if is_valid {
            for role in ROLES {
                let transcript = run_cut(role, config, &from_peer(role, &[text(&payload)]));
                assert!(
                    matches!(&transcript.events[..], [Event::Message(_)]),
                    "{bits}, {distance}"
                );
            }
        } else {
            check_invalid(config, &[text(&payload)], Fault::Distance, 1007);
        }
    }
}

#[test]
fn pd_59_stored_blocks_are_longer_on_the_wire() {
    let content = [b'x'; 1000];
    let config = Config {
        max_message_len: 1000,
        ..CONFIG
    };
    check_messages(
        config,
        &[text(&stored(&content))],
        &[message(&"x".repeat(1000))],
    );
    // One byte in each block, with a flush behind each, in a message as long as allowed.
    let many: Vec<u8> = content
        .iter()
        .flat_map(|byte| [0x00, 0x01, 0x00, 0xfe, 0xff, *byte])
        .chain([0])
        .collect();
    check_messages(config, &[text(&many)], &[message(&"x".repeat(1000))]);
    // There is an end to it, and the header is enough to know.
    let allowed = 1000 + 5 * (1024 + 1000 / 64);
    for (len, is_too_long) in [(allowed, false), (allowed + 1, true)] {
        let payload = vec![0; len];
        let frames = [text(&payload)];
        for role in ROLES {
            let bytes = from_peer(role, &frames);
            let header_len = bytes.len() - payload.len();
            let transcript = run(role, config, &bytes[..header_len], &[], false);
            let failed = Event::Closed(Closed::Failed(E::MessageTooLong));
            assert_eq!(transcript.events.contains(&failed), is_too_long, "{len}");
        }
    }
}

#[test]
fn pd_60_blocks_have_to_be_earned() {
    let config = Config {
        max_fragments: 10,
        fragment_len: 64,
        ..CONFIG
    };
    // Empty stored blocks, but for the last four octets.
    let empty = |count: usize| {
        let mut payload = [0x00, 0x00, 0x00, 0xff, 0xff].repeat(count);
        payload.truncate(payload.len() - 4);
        payload
    };
    check_messages(config, &[text(&empty(10))], &[message("")]);
    check_invalid(config, &[text(&empty(11))], Fault::TooManyBlocks, 1008);
    // Sixty-four bytes earn one more.
    let earning = |len: usize| {
        let content = vec![b'x'; len];
        let mut payload = stored(&content);
        payload.truncate(payload.len() - 1);
        [payload, empty(10)].concat()
    };
    check_messages(config, &[text(&earning(64))], &[message(&"x".repeat(64))]);
    check_invalid(config, &[text(&earning(63))], Fault::TooManyBlocks, 1008);
}

fn streaming(stream_above: u64, max_streamed_message_len: u64) -> Config {
    Config {
        stream_above: Some(stream_above),
        max_streamed_message_len,
        ..CONFIG
    }
}

/// The lengths of the pieces of one message; the last one is the last.
fn pieces(events: &[Event<'static>]) -> Vec<usize> {
    let mut lens = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let Event::Piece(piece) = event else {
            panic!("{event:?}");
        };
        assert_eq!(piece.is_last, index + 1 == events.len());
        lens.push(piece.data.len());
    }
    lens
}

/// As they come, in one part.
fn unjoined(role: Role, config: Config, input: &[u8]) -> Vec<Event<'static>> {
    let mut connection = connection(role, config);
    let mut inbox = Inbox::new();
    inbox.extend(input);
    let mut events = Vec::new();
    while let Some(event) = connection.poll_event(Timestamp::ZERO, &mut inbox) {
        events.push(event.into_owned());
    }
    assert!(inbox.is_empty());
    events
}

#[test]
fn pd_61_a_short_input_becomes_many_short_pieces() {
    let len = 1_000_000;
    let input = run_of(len);
    assert!(input.len() < 7000);
    for frame in [text(&input), binary(&input)] {
        for role in ROLES {
            let events = unjoined(
                role,
                streaming(100, 1 << 30),
                &from_peer(role, core::slice::from_ref(&frame)),
            );
            let lens = pieces(&events);
            assert_eq!(lens.iter().sum::<usize>(), len);
            assert_eq!(lens.first(), Some(&100));
            assert!(lens.iter().all(|len| *len <= 16 << 10), "{lens:?}");
        }
    }
}

#[test]
fn pd_62_streaming_counts_what_was_decompressed() {
    for len in [1, 99, 100, 101, 259, 5000, 16_384, 16_385, 40_000] {
        let content = "a".repeat(len);
        let frames = [text(&run_of(len))];
        for role in ROLES {
            let input = from_peer(role, &frames);
            let transcript = run_cut(role, streaming(100, 40_000), &input);
            match &transcript.events[..] {
                [Event::Message(found)] => assert!(len <= 100 && found.as_text() == Some(&content)),
                [Event::Piece(piece)] => {
                    assert!(len > 100 && piece.is_last && piece.data.as_text() == Some(&content));
                }
                other => panic!("{len}: {other:?}"),
            }
            // All of them in pieces, but the empty one.
            let transcript = run_cut(role, streaming(0, 40_000), &input);
            assert!(matches!(&transcript.events[..], [Event::Piece(piece)] if piece.is_last));
        }
    }
    for role in ROLES {
        let input = from_peer(role, &[text(&run_of(40_001))]);
        let transcript = run(role, streaming(100, 40_000), &input, &[], false);
        let failed = Event::Closed(Closed::Failed(E::MessageTooLong));
        assert_eq!(transcript.events.last(), Some(&failed));
        assert_eq!(transcript.output, [Frame::close(1009, "")]);
    }
}

/// A message whose frame is not complete, in pieces that begin at once: what its bytes say is handed over however they come,
/// though the first piece has no room for it.
#[test]
fn pd_46_pd_61_what_has_come_is_handed_over_without_more_input() {
    let config = streaming(0, 1000);
    // Literals, and a run out of one byte, which the bits of all three octets make.
    let rows: [(&[u8], &[u8]); 3] = [
        (&HELLO[..2], b"H"),
        (&HELLO[..4], b"Hel"),
        (&[0x4a, 0x84, 0x01], b"aaaaaaaaa"),
    ];
    for (begin, expected) in rows {
        for role in ROLES {
            let mut frame = from_peer(role, &[binary(&[begin, &[0; 9]].concat())]);
            frame.truncate(frame.len() - 9);
            for cuts in [vec![], (0..frame.len()).collect()] {
                let transcript = run(role, config, &frame, &cuts, false);
                let [Event::Piece(piece)] = transcript.events.as_slice() else {
                    panic!("{role:?}, {begin:02x?}: {:?}", transcript.events);
                };
                assert_eq!(piece.data.as_bytes(), expected, "{role:?}, {cuts:?}");
                assert!(!piece.is_last);
            }
        }
    }
}

#[test]
fn pd_61_pieces_of_text_are_cut_between_characters() {
    let content = "é€😀".repeat(3000);
    let chunks: Vec<&[u8]> = content.as_bytes().chunks(60_000).collect();
    let payload: Vec<u8> = chunks
        .iter()
        .flat_map(|chunk| {
            let mut block = stored(chunk);
            block.truncate(block.len() - 1);
            block
        })
        .chain([0])
        .collect();
    for above in [0, 1, 2, 3, 4, 5, 6, 7, 8, 100] {
        for role in ROLES {
            let input = from_peer(role, &[text(&payload)]);
            let transcript = run_cut(role, streaming(above, 1 << 20), &input);
            let [Event::Piece(piece)] = &transcript.events[..] else {
                panic!("{:?}", transcript.events);
            };
            assert_eq!(piece.data.as_text(), Some(&content[..]));
        }
    }
}

#[test]
fn fg_18_pd_63_text_is_judged_after_decompression() {
    let valid = "κόσμε 😀";
    check_messages(
        CONFIG,
        &[text(&stored(valid.as_bytes()))],
        &[message(valid)],
    );
    for content in [
        &b"\x80"[..],
        b"abc\xff",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xc3",
        b"ab\xe2\x82",
    ] {
        check_failure(CONFIG, &[text(&stored(content))], &[], E::InvalidUtf8);
        check_messages(
            CONFIG,
            &[binary(&stored(content))],
            &[content.to_vec().into()],
        );
        for cut in 0..content.len() {
            // In two blocks, in two fragments.
            let mut first = stored(&content[..cut]);
            first.truncate(first.len() - 1);
            let frames = [text(&first).unfinished(), rest(&stored(&content[cut..]))];
            check_failure(CONFIG, &frames, &[], E::InvalidUtf8);
        }
    }
    // As soon as it is there, and before what is wrong behind it.
    let mut begun = stored(b"abc\xff");
    begun.truncate(begun.len() - 1);
    check_failure(CONFIG, &[text(&begun).unfinished()], &[], E::InvalidUtf8);
    let and_worse = [&begun[..], &[0x06]].concat();
    check_failure(CONFIG, &[text(&and_worse)], &[], E::InvalidUtf8);
}

#[test]
fn pd_46_every_cut_of_a_stream_of_messages() {
    let frames = [
        text(HELLO),
        Frame::new(TEXT, "plain"),
        binary(&run_of(700)),
        text(HELLO_AGAIN),
    ];
    for role in ROLES {
        let input = wire::stream(match role {
            Role::Client => frames.to_vec(),
            Role::Server => frames.iter().cloned().map(Frame::masked).collect(),
        });
        let whole = run(role, CONFIG, &input, &[], false);
        for first in 0..input.len() {
            for second in (first..input.len()).step_by(7) {
                assert_eq!(run(role, CONFIG, &input, &[first, second], false), whole);
            }
        }
    }
}
