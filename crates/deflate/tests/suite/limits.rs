//! Limits, at them and one past them, wherever the message is cut.

use onem2m_ws_deflate::{
    BlockLimit, Compressor, DecompressError, Decompressor, Fault, NotShorter, Parameters, Part,
    Progress, WindowBits,
};

use crate::bits::Bits;
use crate::messages::{Rng, Source};
use crate::oracle::{LIMIT, Reader, reference};

fn compress(message: &[u8]) -> Vec<u8> {
    let mut payload = Vec::new();
    Compressor::new(Parameters::default()).compress(message, Part::Last, &mut payload);
    payload
}

/// Decompresses in steps of `step` bytes, with room for `limit` bytes in all.
fn decompress(
    decompressor: &mut Decompressor,
    payload: &[u8],
    step: usize,
    limit: usize,
) -> Result<(Progress, Vec<u8>), DecompressError> {
    let mut output = Vec::new();
    let mut rest = payload;
    loop {
        let (mut input, behind) = rest.split_at(rest.len().min(step));
        rest = behind;
        let part = if rest.is_empty() {
            Part::Last
        } else {
            Part::More
        };
        let room = limit - output.len();
        match decompressor.decompress(&mut input, part, &mut output, room)? {
            Progress::NeedsInput => assert_eq!((part, input.len()), (Part::More, 0)),
            progress @ (Progress::OutputFull | Progress::Complete) => {
                return Ok((progress, output));
            }
        }
    }
}

#[test]
fn pd_57_pd_58_as_much_as_is_allowed_is_complete_and_one_byte_more_is_too_much() {
    let mut source = Source::new(1);
    let messages = [
        b"".to_vec(),
        b"H".to_vec(),
        source.request(),
        source.notification(9),
        source.sized(20_000),
        source.rng.bytes(1000),
        vec![b'a'; 5000],
    ];
    for message in messages {
        let payload = compress(&message);
        for step in [1, 2, 7, usize::MAX] {
            let read = |limit| {
                let mut decompressor = Decompressor::new(Parameters::default());
                decompress(&mut decompressor, &payload, step, limit).unwrap()
            };
            assert_eq!(read(message.len()), (Progress::Complete, message.clone()));
            if let Some(limit) = message.len().checked_sub(1) {
                assert_eq!(
                    read(limit),
                    (Progress::OutputFull, message[..limit].to_vec())
                );
            }
        }
    }
}

#[test]
fn pd_61_any_room_at_a_time_gives_the_whole_message() {
    let message = Source::new(2).notification(40);
    let payload = compress(&message);
    for room in 1..300 {
        let mut decompressor = Decompressor::new(Parameters::default());
        let mut input = &payload[..];
        let mut whole = Vec::new();
        loop {
            let mut piece = b"before".to_vec();
            let progress = decompressor.decompress(&mut input, Part::Last, &mut piece, room);
            let piece = piece.strip_prefix(b"before").unwrap();
            whole.extend_from_slice(piece);
            match progress.unwrap() {
                Progress::OutputFull => assert_eq!(piece.len(), room),
                Progress::Complete => break,
                Progress::NeedsInput => panic!("all input was given"),
            }
        }
        assert!(whole == message, "{room} bytes at a time");
        assert!(decompressor.is_between_messages());
    }
}

#[test]
fn without_room_nothing_is_written_but_what_says_nothing_is_read() {
    let mut decompressor = Decompressor::new(Parameters::default());
    let mut output = Vec::new();
    let mut input = &compress(b"")[..];
    let progress = decompressor.decompress(&mut input, Part::Last, &mut output, 0);
    assert_eq!(progress, Ok(Progress::Complete));
    for message in [&b"H"[..], &[0xff; 300]] {
        let payload = compress(message);
        let mut input = &payload[..];
        let progress = decompressor.decompress(&mut input, Part::Last, &mut output, 0);
        assert_eq!((progress, output.len()), (Ok(Progress::OutputFull), 0));
        decompressor.reset();
    }
}

/// So many empty stored blocks, the one that ends the message included, behind so many bytes.
fn blocks(count: usize, content: usize) -> Vec<u8> {
    let mut payload = Vec::new();
    if content > 0 {
        let len = u16::try_from(content).unwrap();
        payload.push(0);
        payload.extend_from_slice(&len.to_le_bytes());
        payload.extend_from_slice(&(!len).to_le_bytes());
        payload.resize(5 + content, b'x');
    }
    let empty = count - usize::from(content > 0) - 1;
    payload.extend_from_slice(&[0, 0, 0, 0xff, 0xff].repeat(empty));
    payload.push(0);
    payload
}

#[test]
fn pd_60_blocks_have_to_be_earned() {
    let limit = BlockLimit {
        max_blocks: 10,
        block_len: 64,
    };
    for (allowed, content) in [(10, 0), (10, 63), (11, 64), (11, 127), (20, 640)] {
        for step in [1, usize::MAX] {
            let mut decompressor = Decompressor::new(Parameters::default()).with_block_limit(limit);
            for _ in 0..2 {
                let read = decompress(&mut decompressor, &blocks(allowed, content), step, LIMIT);
                assert_eq!(read.unwrap().1.len(), content);
            }
            let payload = blocks(allowed + 1, content);
            let error = decompress(&mut decompressor, &payload, step, LIMIT).unwrap_err();
            assert_eq!(
                error.fault,
                Fault::TooManyBlocks,
                "{content} bytes of content"
            );
        }
    }
    // Zero earns as one does.
    let limit = BlockLimit {
        max_blocks: 0,
        block_len: 0,
    };
    let mut decompressor = Decompressor::new(Parameters::default()).with_block_limit(limit);
    let error = decompress(&mut decompressor, &blocks(1, 0), 1, LIMIT).unwrap_err();
    assert_eq!(error.fault, Fault::TooManyBlocks);
    decompressor.reset();
    // The first block has no content yet.
    let error = decompress(&mut decompressor, &blocks(2, 5), 1, LIMIT).unwrap_err();
    assert_eq!(error.fault, Fault::TooManyBlocks);
}

#[test]
fn the_default_allows_1024_blocks_without_content() {
    let mut decompressor = Decompressor::new(Parameters::default());
    decompress(&mut decompressor, &blocks(1024, 0), usize::MAX, LIMIT).unwrap();
    let error = decompress(&mut decompressor, &blocks(1025, 0), usize::MAX, LIMIT).unwrap_err();
    assert_eq!(error.fault, Fault::TooManyBlocks);
}

#[test]
fn pd_81_no_distance_is_beyond_the_window() {
    for bits in 8..=15 {
        let window_bits = WindowBits::new(bits).unwrap();
        let parameters = Parameters {
            window_bits,
            context_takeover: true,
        };
        let mut compressor = Compressor::new(parameters);
        let mut history = Vec::new();
        let mut largest = 0;
        let mut rng = Rng::new(u64::from(bits));
        let size = window_bits.size();
        for distance in [20, size / 2, size - 1, size, size + 1, size + 2, 2 * size] {
            let phrase = rng.bytes(20);
            let filling = vec![b'x'; distance - phrase.len()];
            // Once within a message, and once in the next one.
            let messages = [
                [&phrase[..], &filling, &phrase].concat(),
                [&filling[..], &phrase].concat(),
            ];
            for message in messages {
                let mut payload = Vec::new();
                compressor.compress(&message, Part::Last, &mut payload);
                let read = reference::read(&history, &payload).unwrap();
                assert!(read.output == message);
                history.extend_from_slice(&message);
                largest = largest.max(read.largest_distance);
            }
        }
        assert_eq!(largest, size, "{bits} bits");
    }
}

/// The longest codes with all their extra bits are read wherever the input is cut, from the largest distance.
#[test]
fn the_longest_match_is_read_in_any_parts() {
    const REPEATED: usize = 40;
    let mut expected = Rng::new(1).bytes(1 << 15);
    let stored = Bits::new().number(0b000, 3);
    let stored = stored.bytes(&[0x00, 0x80, 0xff, 0x7f]).bytes(&expected);
    // 257 bytes, and 32768 bytes before.
    let repeat = |bits: Bits| {
        let len = bits.code("11000100").number(30, 5);
        len.code("11101").number((1 << 13) - 1, 13)
    };
    let repeats = (0..REPEATED).fold(stored.number(0b010, 3), |bits, _| repeat(bits));
    let payload = repeats.code("0000000").end();
    for _ in 0..REPEATED * 257 {
        expected.push(expected[expected.len() - (1 << 15)]);
    }
    for step in 1..=16 {
        let parameters = Parameters {
            window_bits: WindowBits::MAX,
            context_takeover: false,
        };
        let mut decompressor = Decompressor::new(parameters);
        let read = decompress(&mut decompressor, &payload, step, LIMIT).unwrap();
        assert!(read == (Progress::Complete, expected.clone()), "{step}");
    }
}

#[test]
fn pd_65_what_did_not_get_shorter_is_not_in_the_window() {
    let mut source = Source::new(3);
    let mut compressor = Compressor::new(Parameters::default());
    let mut zlib = Reader::zlib(true);
    let mut refused = 0;
    for _ in 0..300 {
        let random = source.rng.bytes(40);
        let mut message = source.request();
        message.extend_from_slice(&random);
        let mut payload = b"header".to_vec();
        // Random, so not shorter; and then repeated, so that a trace of it would show.
        match compressor.compress_if_shorter(&random, Part::Last, &mut payload) {
            Err(error @ NotShorter) => {
                assert!(error.to_string().contains("fewer"));
                assert_eq!(payload, b"header");
                refused += 1;
            }
            Ok(()) => panic!("random bytes do not get shorter"),
        }
        compressor
            .compress_if_shorter(&message, Part::Last, &mut payload)
            .unwrap();
        let payload = payload.strip_prefix(b"header").unwrap();
        assert!(payload.len() < message.len());
        assert!(zlib.decompress(payload).unwrap() == message);
    }
    assert_eq!(refused, 300);
}

#[test]
fn shorter_is_by_one_byte_at_least() {
    // For each length a message that gets shorter, and one that stays as long.
    let (mut shorter, mut longer) = (0, 0);
    for seed in 0..3000 {
        let mut rng = Rng::new(seed);
        let len = rng.below(40);
        let message: Vec<u8> = (0..len).map(|_| b"ab"[rng.below(2)]).collect();
        for part in [Part::More, Part::Last] {
            let mut plain = Vec::new();
            Compressor::new(Parameters::default()).compress(&message, part, &mut plain);
            let mut payload = Vec::new();
            let result = Compressor::new(Parameters::default()).compress_if_shorter(
                &message,
                part,
                &mut payload,
            );
            if plain.len() < len {
                assert_eq!((result, &payload), (Ok(()), &plain));
                shorter += 1;
            } else {
                assert_eq!((result, payload.len()), (Err(NotShorter), 0));
                longer += usize::from(plain.len() == len);
            }
        }
    }
    assert!(
        shorter > 100 && longer > 100,
        "{shorter} shorter, {longer} equal"
    );
}

#[test]
fn pd_70_output_is_never_much_longer_than_the_message() {
    for len in [0, 1, 100, 16_383, 16_384, 16_385, 65_535, 65_536, 200_000] {
        let message = Rng::new(4).bytes(len);
        for part in [Part::More, Part::Last] {
            let mut payload = Vec::new();
            Compressor::new(Parameters::default()).compress(&message, part, &mut payload);
            let bound = len + 6 * len.div_ceil(16 << 10) + 6;
            assert!(
                payload.len() <= bound,
                "{len} bytes became {}",
                payload.len()
            );
        }
    }
}

#[test]
fn window_bits_are_8_to_15() {
    for bits in 0..=u8::MAX {
        let window_bits = WindowBits::new(bits);
        assert_eq!(
            window_bits.map(WindowBits::get),
            (8..=15).contains(&bits).then_some(bits)
        );
        if let Some(window_bits) = window_bits {
            assert_eq!(window_bits.size(), 1 << bits);
            assert_eq!(window_bits.to_string(), bits.to_string());
        }
    }
    assert_eq!(WindowBits::default().get(), 12);
}

/// Bytes that are all different, so many of them below 144 and above.
fn different(short: usize, long: usize) -> Vec<u8> {
    let message: Vec<usize> = (0..short).chain(144..144 + long).collect();
    message
        .into_iter()
        .map(|byte| u8::try_from(byte).unwrap())
        .collect()
}

#[test]
fn a_block_is_stored_if_that_is_shorter() {
    for short in [0, 1, 20, 47] {
        for long in 1..112 {
            let message = different(short, long);
            // The type, and codes of eight bits and nine and seven, or two lengths of sixteen bits.
            let (fixed, stored) = (3 + 8 * short + 9 * long + 7, 3 + 32 + 8 * (short + long));
            let read = reference::read(&[], &compress(&message)).unwrap();
            let expected = if stored < fixed { 0 } else { 1 };
            assert_eq!(read.blocks, [expected, 0], "{short} and {long}");
        }
    }
}

#[test]
fn every_kind_of_block_is_written_where_it_is_the_shortest() {
    let mut rng = Rng::new(5);
    let letters: Vec<u8> = (0..1000).map(|_| b"abcdefgh"[rng.below(8)]).collect();
    let rows: [(&str, Vec<u8>, &[u8]); 6] = [
        ("few letters", letters[..100].to_vec(), &[1, 0]),
        ("many letters", letters, &[2, 0]),
        ("random bytes", rng.bytes(1000), &[0, 0]),
        (
            "more than one stored block takes",
            rng.bytes(70_000),
            &[0, 0, 0, 0, 0, 0],
        ),
        ("a run", vec![0; 1000], &[1, 0]),
        ("nothing", Vec::new(), &[0]),
    ];
    for (name, message, expected) in rows {
        let payload = compress(&message);
        let read = reference::read(&[], &payload).unwrap();
        assert_eq!(read.blocks, expected, "{name}");
        // What the output has before does not matter.
        let mut behind = vec![0xff; 300];
        Compressor::new(Parameters::default()).compress(&message, Part::Last, &mut behind);
        assert!(behind[300..] == payload, "{name}");
    }
}

#[test]
fn ratios_are_kept() {
    let mut source = Source::new(6);
    let messages: Vec<Vec<u8>> = (0..300).map(|number| source.mixed(number)).collect();
    let json = source.sized(64 << 10);
    let ratio = |messages: &[Vec<u8>], parameters| {
        let mut compressor = Compressor::new(parameters);
        let mut output = Vec::new();
        for message in messages {
            compressor.compress(message, Part::Last, &mut output);
        }
        1000 * output.len() / messages.iter().map(Vec::len).sum::<usize>()
    };
    let alone = Parameters {
        context_takeover: false,
        ..Parameters::default()
    };
    let rows = [
        ("mixed", ratio(&messages, Parameters::default()), 245),
        ("mixed, alone", ratio(&messages, alone), 640),
        (
            "64 KiB",
            ratio(core::slice::from_ref(&json), Parameters::default()),
            155,
        ),
    ];
    for (name, permille, most) in rows {
        assert!(permille <= most, "{name}: {permille} of 1000");
    }
}

#[test]
fn released_or_not_the_messages_get_as_short() {
    let mut source = Source::new(7);
    let (mut kept, mut released) = (
        Compressor::new(Parameters::default()),
        Compressor::new(Parameters::default()),
    );
    let (mut kept_len, mut released_len) = (0, 0);
    for number in 0..200 {
        let message = source.mixed(number);
        let mut output = Vec::new();
        kept.compress(&message, Part::Last, &mut output);
        kept_len += output.len();
        output.clear();
        released.release();
        released.compress(&message, Part::Last, &mut output);
        released_len += output.len();
    }
    assert!(
        released_len.abs_diff(kept_len) < kept_len / 50,
        "{released_len}, not {kept_len}"
    );
}
