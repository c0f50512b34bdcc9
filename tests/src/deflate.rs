//! What the fuzz targets of `onem2m-ws-deflate` do with their bytes.

use onem2m_ws_deflate::{
    BlockLimit, Compressor, DecompressError, Decompressor, Parameters, Part, Progress, WindowBits,
};
use oracle::{LIMIT, Reader, TAIL, ZlibWriter, miniz_compress, reference};

#[expect(
    clippy::unwrap_used,
    reason = "what a test of that crate uses, where what is wrong panics"
)]
#[path = "../../crates/deflate/tests/suite/oracle/mod.rs"]
mod oracle;

/// Messages that are compressed, in parts or whole, and read again in any steps, by others too: they are the same. The first
/// byte chooses the window and takeover; each message begins with two bytes, which choose its length and what is done.
pub fn deflate_roundtrip(data: &[u8]) {
    let Some((choice, mut rest)) = data.split_first() else {
        return;
    };
    let parameters = parameters(*choice);
    let takes_over = parameters.context_takeover;
    let mut compressor = Compressor::new(parameters);
    let mut decompressor = decompressor(parameters);
    let mut zlib = Reader::zlib(takes_over);
    let mut miniz = Reader::miniz(takes_over);
    let mut history = Vec::new();
    while let [len, how, behind @ ..] = rest {
        let (content, behind) = behind.split_at(behind.len().min((*len).into()));
        rest = behind;
        let message = content.repeat(if how & 0x80 == 0 {
            1
        } else {
            usize::from(*len) + 1
        });
        let mut payload = Vec::new();
        match how & 3 {
            0 => {
                let written = compressor.compress_if_shorter(&message, Part::Last, &mut payload);
                if written.is_err() {
                    assert!(payload.is_empty(), "what did not get shorter is not there");
                    continue;
                }
                assert!(payload.len() < message.len(), "shorter");
            }
            1 => {
                let (first, second) = message.split_at(message.len() / 2);
                compressor.compress(first, Part::More, &mut payload);
                assert!(payload.ends_with(&TAIL), "a part ends with a flush");
                compressor.compress(second, Part::Last, &mut payload);
            }
            _ => compressor.compress(&message, Part::Last, &mut payload),
        }
        if how & 4 != 0 {
            compressor.release();
        }
        let read = reference::read(&history, &payload).expect("a payload");
        assert!(read.output == message, "the message");
        assert!(
            read.largest_distance <= parameters.window_bits.size(),
            "within the window"
        );
        assert!(
            zlib.decompress(&payload).as_ref() == Some(&message),
            "zlib-rs"
        );
        assert!(
            miniz.decompress(&payload).as_ref() == Some(&message),
            "miniz_oxide"
        );
        let step = usize::from(how >> 3 & 7) + 1;
        let room = if how & 0x40 == 0 { LIMIT } else { step };
        let own = decompress(&mut decompressor, &payload, step, room);
        assert!(own == Ok(message), "the decompressor");
        if takes_over {
            history.extend_from_slice(&read.output);
            history.drain(..history.len().saturating_sub(1 << 15));
        }
    }
}

/// Any payload: the verdict and the output of zlib-rs. The first byte chooses the steps.
pub fn inflate_any(data: &[u8]) {
    let Some((choice, payload)) = data.split_first() else {
        return;
    };
    let step = [usize::MAX, 1, 3, 17][usize::from(choice & 3)];
    let widest = Parameters {
        window_bits: WindowBits::MAX,
        context_takeover: true,
    };
    let own = decompress(&mut decompressor(widest), payload, step, LIMIT);
    let zlib = |payload: &[u8]| Reader::zlib(true).decompress_strictly(payload);
    match (own, zlib(payload)) {
        (Ok(own), Some(expected)) => assert!(own == expected, "what zlib-rs says"),
        // Of what is too long zlib-rs says nothing.
        (Ok(own), None) if payload.is_empty() || own.len() >= LIMIT => {}
        // RFC 7692 §7.2.3.4: behind a final block zlib-rs wants the octet that a sender adds.
        (Ok(own), None) => assert!(
            zlib(&[payload, &[0]].concat()) == Some(own),
            "zlib-rs finds it wrong"
        ),
        (Err(error), Some(_)) => panic!("zlib-rs finds nothing wrong: {error}"),
        (Err(_), None) => {}
    }
}

/// The same payloads in two cuttings: the same output, and the same verdict at the same place. The first two bytes choose
/// the window, takeover and the cuts; a byte of 0xa5 ends a message.
pub fn inflate_split(data: &[u8]) {
    let [choice, spread, payloads @ ..] = data else {
        return;
    };
    let limit = BlockLimit {
        max_blocks: u32::from(spread >> 4) + 1,
        block_len: 8,
    };
    let make = || Decompressor::new(parameters(*choice)).with_block_limit(limit);
    let (mut whole, mut cut) = (make(), make());
    let step = usize::from(spread % 13) + 1;
    for payload in payloads.split(|byte| *byte == 0xa5) {
        let expected = decompress(&mut whole, payload, usize::MAX, LIMIT);
        let room = if spread & 8 == 0 { LIMIT } else { step };
        let result = decompress(&mut cut, payload, step, room);
        assert!(
            result == expected,
            "in steps of {step}: {result:?}, not {expected:?}"
        );
        if result.is_err() {
            whole.reset();
            cut.reset();
        }
    }
}

/// What zlib-rs or miniz_oxide compresses, at any level: the messages are read. The first three bytes choose how.
pub fn deflate_foreign(data: &[u8]) {
    let [level, window, memory, message @ ..] = data else {
        return;
    };
    let message = message.repeat(1 + usize::from(memory >> 4));
    let level = level % 10;
    let payload = if window & 0x80 != 0 {
        miniz_compress(&message, level)
    } else {
        let (window, memory) = (9 + window % 7, 1 + memory % 9);
        ZlibWriter::new(level.into(), window.into(), memory.into(), false).compress(&message)
    };
    let widest = Parameters {
        window_bits: WindowBits::MAX,
        context_takeover: false,
    };
    let own = decompress(&mut decompressor(widest), &payload, 7, LIMIT);
    assert!(own == Ok(message), "what was compressed");
}

fn parameters(choice: u8) -> Parameters {
    Parameters {
        window_bits: WindowBits::new(8 + (choice & 7)).expect("8 to 15"),
        context_takeover: choice & 8 == 0,
    }
}

/// One that does not mind blocks without content: zlib-rs does not either.
fn decompressor(parameters: Parameters) -> Decompressor {
    Decompressor::new(parameters).with_block_limit(BlockLimit {
        max_blocks: u32::MAX,
        block_len: 1,
    })
}

/// One message, `step` bytes at a time, of which `room` bytes come out at a time; its first [`LIMIT`] bytes.
fn decompress(
    decompressor: &mut Decompressor,
    payload: &[u8],
    step: usize,
    room: usize,
) -> Result<Vec<u8>, DecompressError> {
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
        loop {
            let room = room.min(LIMIT - output.len());
            // The capacity is never beyond what is allowed: where that is little, who collects it makes the room.
            output.reserve(room.min(64));
            let written = output.len();
            match decompressor.decompress(&mut input, part, &mut output, room)? {
                Progress::Complete => return Ok(output),
                Progress::NeedsInput => {
                    assert!(input.is_empty() && part == Part::More, "all was taken");
                    break;
                }
                Progress::OutputFull if output.len() == LIMIT => {
                    decompressor.reset();
                    return Ok(output);
                }
                Progress::OutputFull => assert_eq!(output.len() - written, room, "full"),
            }
        }
    }
}
