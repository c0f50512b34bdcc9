//! What others compressed, whole and damaged.

use onem2m_ws_deflate::{Decompressor, Fault, Parameters, Part, Progress, WindowBits};

use crate::messages::{Rng, Source};
use crate::oracle::{LIMIT, Reader, ZlibWriter, miniz_compress, reference};

/// One message in any cuts.
fn decompress(window_bits: WindowBits, message: &[u8], rng: &mut Rng) -> Result<Vec<u8>, Fault> {
    let mut decompressor = Decompressor::new(Parameters {
        window_bits,
        context_takeover: true,
    });
    let mut output = Vec::new();
    let mut rest = message;
    loop {
        let len = if rng.below(3) == 0 {
            rest.len()
        } else {
            rng.below(rest.len() + 1).min(20)
        };
        let (mut input, behind) = rest.split_at(len);
        rest = behind;
        let part = if rest.is_empty() {
            Part::Last
        } else {
            Part::More
        };
        let progress = decompressor.decompress(&mut input, part, &mut output, LIMIT);
        match progress.map_err(|error| error.fault)? {
            Progress::NeedsInput => assert_eq!((part, input.len()), (Part::More, 0)),
            Progress::Complete => return Ok(output),
            Progress::OutputFull => panic!("nothing is so long"),
        }
    }
}

#[test]
fn streams_of_zlib_and_miniz_at_all_levels_are_read() {
    for seed in 0..200 {
        let mut source = Source::new(seed);
        let message = source.any();
        let rng = &mut source.rng;
        let compressed = if rng.below(4) == 0 {
            miniz_compress(&message, rng.below(11).try_into().unwrap())
        } else {
            let mut number = |first, end| i32::try_from(first + rng.below(end - first)).unwrap();
            ZlibWriter::new(number(0, 10), number(9, 16), number(1, 10), true).compress(&message)
        };
        assert!(
            decompress(WindowBits::MAX, &compressed, rng).as_ref() == Ok(&message),
            "seed {seed}"
        );
    }
}

#[test]
fn context_of_zlib_is_taken_over() {
    for seed in 0..60 {
        let mut source = Source::new(seed);
        let window_bits = 9 + u8::try_from(seed % 7).unwrap();
        let takes_over = seed % 3 > 0;
        let mut writer = ZlibWriter::new(6, window_bits.into(), 8, takes_over);
        let parameters = Parameters {
            window_bits: WindowBits::new(window_bits).unwrap(),
            context_takeover: takes_over,
        };
        let mut decompressor = Decompressor::new(parameters);
        for number in 0..30 {
            let message = if seed % 2 == 0 {
                source.any()
            } else {
                source.mixed(number)
            };
            let compressed = writer.compress(&message);
            let mut output = Vec::new();
            let progress =
                decompressor.decompress(&mut &compressed[..], Part::Last, &mut output, LIMIT);
            assert_eq!(progress, Ok(Progress::Complete), "seed {seed}");
            assert!(output == message, "seed {seed}");
        }
    }
}

/// In all windows: what is decided otherwise than by zlib-rs, which has all of its window always, is so by one of three rules.
#[test]
fn damaged_streams_get_the_verdict_of_zlib() {
    let (mut right, mut wrong) = (0, 0);
    let (mut empty, mut ended, mut too_far) = (0, 0, 0);
    for seed in 0..500 {
        let mut source = Source::new(seed);
        let message = match source.rng.below(4) {
            0 => source.request(),
            1 => source.notification(9),
            2 => {
                let len = source.rng.below(300);
                source.rng.bytes(len)
            }
            _ => {
                let len = source.rng.below(9000);
                source.sized(len)
            }
        };
        let rng = &mut source.rng;
        let level = [0, 1, 3, 6, 9][rng.below(5)];
        let mem_level = i32::try_from(1 + rng.below(9)).unwrap();
        let compressed = ZlibWriter::new(level, 15, mem_level, true).compress(&message);
        for _ in 0..12 {
            let damaged = damage(&compressed, rng);
            let expected = Reader::zlib(true).decompress_strictly(&damaged);
            let window_bits = WindowBits::new(8 + u8::try_from(rng.below(8)).unwrap()).unwrap();
            // Where 8 bits are agreed there are senders that use 9.
            let reaches_too_far = reference::read(&[], &damaged)
                .is_some_and(|read| read.largest_distance > window_bits.size().max(512));
            match (expected, decompress(window_bits, &damaged, rng)) {
                (Some(expected), Ok(output)) if expected == output && !reaches_too_far => {
                    right += 1;
                }
                (None, Err(_)) => wrong += 1,
                // An empty payload is an empty message.
                (None, Ok(_)) if damaged.is_empty() => empty += 1,
                // RFC 7692 §7.2.3.4: a stream may end at its final block, and nothing follows.
                (None, Ok(_)) if ends_with_a_final_block(&damaged) => ended += 1,
                // RFC 7692 §7.2.1: no further back than was agreed.
                (Some(_), Err(Fault::Distance)) if reaches_too_far => too_far += 1,
                (expected, own) => panic!(
                    "seed {seed}: zlib-rs {:?}, own {:?} for {damaged:02x?}",
                    expected.map(|output| output.len()),
                    own.map(|output| output.len())
                ),
            }
        }
    }
    assert!(right > 300 && wrong > 1000, "{right} right, {wrong} wrong");
    assert!(
        empty > 0 && ended > 0 && too_far > 100,
        "{empty} empty, {ended} with a final block, {too_far} beyond the window"
    );
}

/// With the octet that a sender adds behind a final block, zlib-rs reads it.
fn ends_with_a_final_block(message: &[u8]) -> bool {
    let with_octet = [message, &[0]].concat();
    Reader::zlib(true)
        .decompress_strictly(&with_octet)
        .is_some()
}

fn damage(message: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut damaged = message.to_vec();
    for _ in 0..1 + rng.below(3) {
        let most = if rng.below(2) == 0 { 100 } else { usize::MAX };
        let at = rng
            .below(damaged.len().min(most) + 1)
            .min(damaged.len().saturating_sub(1));
        match rng.below(5) {
            _ if damaged.is_empty() => damaged.push(rng.byte()),
            0 => damaged[at] ^= 1 << rng.below(8),
            1 => damaged[at] = rng.byte(),
            2 => drop(damaged.remove(at)),
            3 => damaged.insert(at, rng.byte()),
            _ => damaged.truncate(at),
        }
    }
    damaged
}
