//! Against other implementations: zlib-rs and miniz_oxide.

use crate::messages::{Rng, Source};
use crate::oracle::{LIMIT, Reader, TAIL};
use onem2m_ws_deflate::{Compressor, Decompressor, Parameters, Part, Progress, WindowBits};

/// Decompresses a message cut anywhere, with room for any number of bytes at a time.
fn decompress_cut(decompressor: &mut Decompressor, message: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut rest = message;
    loop {
        let len = match rng.below(3) {
            0 => 1,
            1 => rest.len(),
            _ => 1 + rng.below(rest.len() + 1),
        };
        let (mut part, behind) = rest.split_at(len.min(rest.len()));
        rest = behind;
        let place = if rest.is_empty() {
            Part::Last
        } else {
            Part::More
        };
        loop {
            let mut piece = Vec::new();
            let limit = if rng.below(2) == 0 {
                usize::MAX
            } else {
                rng.below(1000)
            };
            let progress = decompressor
                .decompress(&mut part, place, &mut piece, limit)
                .unwrap();
            whole.extend_from_slice(&piece);
            match progress {
                Progress::OutputFull => assert_eq!(piece.len(), limit),
                Progress::NeedsInput => break,
                Progress::Complete => return whole,
            }
        }
    }
}

#[test]
fn what_is_compressed_is_read_by_all() {
    for seed in 0..160 {
        let mut source = Source::new(seed);
        let rng = &mut Rng::new(!seed);
        let window_bits = WindowBits::new(8 + u8::try_from(seed % 8).unwrap()).unwrap();
        let context_takeover = rng.below(3) > 0;
        let parameters = Parameters {
            window_bits,
            context_takeover,
        };
        let mut compressor = Compressor::new(parameters);
        let mut own = Decompressor::new(parameters);
        let mut zlib = Reader::zlib(context_takeover);
        let mut miniz = Reader::miniz(context_takeover);
        for _ in 0..12 {
            let message = source.any();
            let mut compressed = Vec::new();
            match rng.below(4) {
                0 => {
                    if compressor
                        .compress_if_shorter(&message, Part::Last, &mut compressed)
                        .is_err()
                    {
                        assert!(compressed.is_empty());
                        continue;
                    }
                    assert!(compressed.len() < message.len());
                }
                1 => {
                    let (first, second) = message.split_at(rng.below(message.len() + 1));
                    compressor.compress(first, Part::More, &mut compressed);
                    assert!(compressed.ends_with(&TAIL));
                    compressor.compress(second, Part::Last, &mut compressed);
                }
                _ => compressor.compress(&message, Part::Last, &mut compressed),
            }
            if rng.below(5) == 0 {
                compressor.release();
            }
            let name = format!("seed {seed}, window {window_bits}, {} bytes", message.len());
            assert!(
                zlib.decompress(&compressed).unwrap() == message,
                "zlib-rs: {name}"
            );
            assert!(
                miniz.decompress(&compressed).unwrap() == message,
                "miniz_oxide: {name}"
            );
            assert!(
                decompress_cut(&mut own, &compressed, rng) == message,
                "{name}"
            );
        }
    }
}

/// Matches that reach into themselves, of every period up to some chunks of a copy.
#[test]
fn what_repeats_itself_is_read() {
    let mut source = Source::new(7);
    for period in 1..=80 {
        let said = source.rng.bytes(period);
        for len in (0..40).chain(200..300).chain([1000, 5000]) {
            let repeated = said.iter().copied().cycle().take(period + len);
            let message: Vec<u8> = repeated.chain(*b"behind").collect();
            let mut compressed = Vec::new();
            Compressor::new(Parameters::default()).compress(&message, Part::Last, &mut compressed);
            for room in [1, 7, LIMIT] {
                let mut decompressor = Decompressor::new(Parameters::default());
                let (mut input, mut read) = (&compressed[..], Vec::new());
                loop {
                    let mut piece = Vec::new();
                    let progress =
                        decompressor.decompress(&mut input, Part::Last, &mut piece, room);
                    read.extend(piece);
                    if progress == Ok(Progress::Complete) {
                        break;
                    }
                    assert_eq!(progress, Ok(Progress::OutputFull));
                }
                assert!(
                    read == message,
                    "period {period}, {len} bytes, {room} at once"
                );
            }
        }
    }
}
