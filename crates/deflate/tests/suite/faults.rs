//! Streams that are wrong, and those that only look so: one row for each rule.

use onem2m_ws_deflate::{Decompressor, Fault, Parameters, Part, Progress, WindowBits};

use crate::bits::Bits;
use crate::oracle::{LIMIT, reference};

/// What a payload says behind `HISTORY`, the same in any steps; or the fault and its place.
fn read(parameters: Parameters, payload: &[u8]) -> Result<Vec<u8>, (Fault, u64)> {
    let mut first: Option<Result<Vec<u8>, (Fault, u64)>> = None;
    for step in [usize::MAX, 1, 2, 3, 5] {
        for room in [LIMIT, 1] {
            let result = read_in_steps(parameters, payload, step, room);
            assert_eq!(
                first.get_or_insert_with(|| result.clone()),
                &result,
                "{step}, {room}"
            );
        }
    }
    first.unwrap()
}

fn read_in_steps(
    parameters: Parameters,
    payload: &[u8],
    step: usize,
    room: usize,
) -> Result<Vec<u8>, (Fault, u64)> {
    let mut decompressor = Decompressor::new(parameters);
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
            match decompressor.decompress(&mut input, part, &mut output, room) {
                Ok(Progress::OutputFull) => {}
                Ok(Progress::NeedsInput) => break,
                Ok(Progress::Complete) => return Ok(output),
                Err(error) => {
                    let again = decompressor.decompress(&mut input, part, &mut output, room);
                    assert_eq!(again, Err(error), "an error stays");
                    assert!(!decompressor.is_between_messages());
                    decompressor.reset();
                    assert!(decompressor.is_between_messages());
                    return Err((error.fault, error.offset));
                }
            }
        }
    }
}

/// Literals `a` and `b`, the end of the block, and lengths 3 and 4, all of them in codes of three bits or two.
const LITERALS: &[(usize, usize)] = &[(0, 97), (2, 2), (0, 157), (2, 1), (3, 2)];
const LITERAL_COUNT: usize = 259;
const A: &str = "00";
const END: &str = "10";
const LEN_3: &str = "110";

/// A block of one `a`, with these distance codes and then `rest`.
fn with_distances(distances: &[(usize, usize)], rest: &str) -> Vec<u8> {
    let count = distances.iter().map(|(_, times)| times).sum();
    Bits::new()
        .dynamic(LITERAL_COUNT, count)
        .lens(LITERALS)
        .lens(distances)
        .code(A)
        .code(rest)
        .end()
}

fn fixed(codes: &str) -> Vec<u8> {
    Bits::new().number(0b010, 3).code(codes).end()
}

#[test]
fn pd_54_code_lengths() {
    let literal_lens = |runs: &[(usize, usize)]| {
        let count = runs.iter().map(|(_, times)| times).sum();
        Bits::new()
            .dynamic(count, 1)
            .lens(runs)
            .lens(&[(1, 1)])
            .code("0000")
            .end()
    };
    let code_lens = |lens: &[usize]| {
        let begin = Bits::new()
            .number(0b100, 3)
            .number(0, 5)
            .number(0, 5)
            .number(lens.len() - 4, 4);
        lens.iter()
            .fold(begin, |bits, &len| bits.number(len, 3))
            .bytes(&[0; 90])
            .end()
    };
    let rows = [
        (
            "287 literals",
            Bits::new()
                .number(0b100, 3)
                .number(30, 5)
                .number(0, 9)
                .end(),
        ),
        (
            "31 distances",
            Bits::new()
                .number(0b100, 3)
                .number(0, 5)
                .number(30, 5)
                .number(0, 4)
                .end(),
        ),
        (
            "an over-subscribed code of code lengths",
            code_lens(&[1, 1, 1, 0]),
        ),
        (
            "an incomplete code of code lengths",
            code_lens(&[2, 2, 1, 0, 3]),
        ),
        (
            "a code of code lengths with one code",
            code_lens(&[0, 0, 1, 0]),
        ),
        (
            "a code of code lengths without codes",
            code_lens(&[0, 0, 0, 0]),
        ),
        (
            "a repetition of nothing",
            Bits::new().dynamic(257, 1).len(16).number(0, 2).end(),
        ),
        (
            "a repetition beyond the end",
            Bits::new()
                .dynamic(257, 1)
                .lens(&[(0, 250)])
                .len(17)
                .number(6, 3)
                .end(),
        ),
        (
            "a long repetition beyond the end",
            Bits::new()
                .dynamic(257, 1)
                .lens(&[(0, 250)])
                .len(18)
                .number(0, 7)
                .end(),
        ),
        (
            "a repetition of a length beyond the end",
            Bits::new()
                .dynamic(257, 1)
                .lens(&[(0, 255), (1, 1)])
                .len(16)
                .number(0, 2)
                .end(),
        ),
        ("no end of the block", literal_lens(&[(1, 2), (0, 255)])),
        (
            "over-subscribed literals",
            literal_lens(&[(1, 2), (0, 254), (1, 1)]),
        ),
        (
            "incomplete literals",
            literal_lens(&[(1, 1), (0, 255), (2, 1)]),
        ),
        (
            "one literal, of two bits",
            literal_lens(&[(0, 256), (2, 1)]),
        ),
        ("over-subscribed distances", with_distances(&[(1, 3)], END)),
        (
            "incomplete distances",
            with_distances(&[(2, 2), (1, 0)], END),
        ),
        ("one distance, of two bits", with_distances(&[(2, 1)], END)),
    ];
    for (name, payload) in rows {
        let result = read(Parameters::default(), &payload).map_err(|(fault, _)| fault);
        assert_eq!(result, Err(Fault::CodeLengths), "{name}");
        assert!(reference::read(&[], &payload).is_none(), "{name}");
    }
}

#[test]
fn pd_54_what_is_legal_of_code_lengths() {
    let repeat = Bits::new().dynamic(257, 2).lens(&[(0, 255), (1, 1)]);
    let rows = [
        (
            "one distance of one bit",
            with_distances(&[(1, 1)], &[LEN_3, "0", END].concat()),
            "aaaa",
        ),
        (
            "one distance of one bit, not the first",
            with_distances(&[(0, 1), (1, 1)], &[A, LEN_3, "0", END].concat()),
            "aaaaa",
        ),
        ("no distance", with_distances(&[(0, 1)], END), "a"),
        (
            "all distances",
            with_distances(&[(4, 2), (5, 28)], END),
            "a",
        ),
        (
            "only the end of the block",
            Bits::new()
                .dynamic(257, 1)
                .lens(&[(0, 256), (1, 1), (1, 1)])
                .code("0")
                .end(),
            "",
        ),
        (
            "a repetition from literals into distances",
            repeat.lens(&[(1, 1)]).len(1).len(1).code("1").end(),
            "",
        ),
    ];
    for (name, payload, expected) in rows {
        let result = read(Parameters::default(), &payload);
        assert_eq!(result.as_deref(), Ok(expected.as_bytes()), "{name}");
        let reference = reference::read(&[], &payload).unwrap();
        assert_eq!(reference.output, expected.as_bytes(), "{name}");
    }
}

#[test]
fn pd_55_symbols() {
    let rows = [
        ("length 286", fixed("11000110")),
        ("length 287", fixed("11000111")),
        // A literal, length 3, and the distance.
        (
            "distance 30",
            fixed(&["01100001", "0000001", "11110"].concat()),
        ),
        (
            "distance 31",
            fixed(&["01100001", "0000001", "11111"].concat()),
        ),
        (
            "the other bit beside one distance",
            with_distances(&[(1, 1)], &[LEN_3, "1", END].concat()),
        ),
        (
            "a distance where there is none",
            with_distances(&[(0, 1)], &[LEN_3, "0", END].concat()),
        ),
        (
            "the other bit beside the end of the block",
            Bits::new()
                .dynamic(257, 1)
                .lens(&[(0, 256), (1, 2)])
                .code("1")
                .end(),
        ),
    ];
    for (name, payload) in rows {
        // The quick loop wants more input behind.
        for behind in [0, 20] {
            let payload = [&payload[..], &vec![0; behind]].concat();
            let result = read(Parameters::default(), &payload).map_err(|(fault, _)| fault);
            assert_eq!(result, Err(Fault::Symbol), "{name}");
        }
        assert!(reference::read(&[], &payload).is_none(), "{name}");
    }
}

#[test]
fn block_types_and_stored_lengths() {
    let rows = [
        (vec![0b110], Fault::BlockType, 0),
        (vec![0b111], Fault::BlockType, 0),
        (vec![0, 1, 0, 0xff, 0xff, b'x', 0], Fault::StoredLength, 5),
        (vec![0, 0, 0, 0, 0, 0], Fault::StoredLength, 5),
        (vec![0, 1, 0, 0xfe, 0x7f, b'x', 0], Fault::StoredLength, 5),
    ];
    for (payload, fault, offset) in rows {
        assert_eq!(
            read(Parameters::default(), &payload),
            Err((fault, offset)),
            "{payload:02x?}"
        );
    }
}

/// A stored block of so many bytes, and behind it a block with fixed codes: length 3 at this distance.
fn at_distance(said: usize, distance: usize) -> Vec<u8> {
    let (symbol, extra) = (0..30)
        .rev()
        .map(|symbol: usize| match symbol {
            0..=3 => (symbol, symbol + 1, 0),
            _ => (
                symbol,
                1 + ((2 + symbol % 2) << (symbol / 2 - 1)),
                symbol / 2 - 1,
            ),
        })
        .find(|(_, base, _)| *base <= distance)
        .map(|(symbol, base, extra_bits)| (symbol, (distance - base, extra_bits)))
        .unwrap();
    let len = u16::try_from(said).unwrap();
    let content: Vec<u8> = (0..said)
        .map(|place| u8::try_from(place % 251).unwrap())
        .collect();
    Bits::new()
        .number(0, 3)
        .bytes(&len.to_le_bytes())
        .bytes(&(!len).to_le_bytes())
        .bytes(&content)
        .number(0b010, 3)
        .code("0000001")
        .code(&format!("{symbol:05b}"))
        .number(extra.0, extra.1)
        .code("0000000")
        .end()
}

#[test]
fn pd_31_pd_56_distances_beyond_the_window_or_the_begin() {
    for bits in 8..=15 {
        let window_bits = WindowBits::new(bits).unwrap();
        let parameters = Parameters {
            window_bits,
            context_takeover: true,
        };
        // zlib takes 9 bits where 8 are agreed.
        let window = window_bits.size().max(512);
        let said = window + 100;
        for distance in [1, 3, window - 1, window] {
            let output = read(parameters, &at_distance(said, distance)).unwrap();
            assert_eq!(
                output[said..],
                output[said - distance..][..3],
                "{bits} bits, {distance}"
            );
        }
        if window < 1 << 15 {
            let result = read(parameters, &at_distance(said, window + 1));
            let offset = u64::try_from(5 + said).unwrap();
            assert_eq!(result, Err((Fault::Distance, offset)), "{bits} bits");
        }
        for said in [1, 5, 300] {
            assert!(read(parameters, &at_distance(said, said)).is_ok());
            let fault = read(parameters, &at_distance(said, said + 1)).map_err(|(fault, _)| fault);
            assert_eq!(fault, Err(Fault::Distance), "{bits} bits, {said} said");
        }
    }
}

const HELLO: &[u8] = &[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
const HELLO_FINAL: &[u8] = &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];

#[test]
fn pd_45_pd_47_pd_49_pd_50_pd_51_pd_52_ends_of_messages() {
    let rows: &[(&str, Vec<u8>, Result<&str, Fault>)] = &[
        ("PD-47: no octet", vec![], Ok("")),
        (
            "PD-49: the four octets left on",
            [HELLO, &[0, 0, 0xff, 0xff]].concat(),
            Err(Fault::Truncated),
        ),
        (
            "PD-50: a final block and nothing behind",
            HELLO_FINAL.to_vec(),
            Ok("Hello"),
        ),
        (
            "PD-51: blocks behind a final block",
            [HELLO_FINAL, &[0xf2, 0, 0x11, 0, 0]].concat(),
            Ok("HelloHello"),
        ),
        (
            "PD-51: two streams",
            [HELLO_FINAL, HELLO_FINAL].concat(),
            Ok("HelloHello"),
        ),
        (
            "PD-51: an empty stored block that is final",
            vec![1],
            Ok(""),
        ),
        (
            "PD-52: what is no block behind a final one",
            [HELLO_FINAL, &[0x06]].concat(),
            Err(Fault::BlockType),
        ),
        (
            "PD-53: no bits of the last header",
            vec![0xf2, 0x48, 0xcd, 0xc9, 0xc9],
            Err(Fault::Truncated),
        ),
        (
            "PD-53: within a stored block",
            vec![0, 5, 0, 0xfa, 0xff, b'H'],
            Err(Fault::Truncated),
        ),
        (
            "PD-53: four bytes before the end of a stored block",
            vec![0, 5, 0, 0xfa, 0xff, b'H'],
            Err(Fault::Truncated),
        ),
        (
            "PD-53: a part of the four octets",
            [HELLO, &[0]].concat(),
            Err(Fault::Truncated),
        ),
        (
            "PD-53: a part of the four octets",
            [HELLO, &[0, 0, 0xff]].concat(),
            Err(Fault::Truncated),
        ),
        (
            "PD-53: within the counts of a dynamic block",
            vec![0b100, 0],
            Err(Fault::Truncated),
        ),
        (
            "PD-45: flushed at each fragment",
            [HELLO, &[0, 0, 0xff, 0xff], &[0xf2, 0, 0x11, 0, 0]].concat(),
            Ok("HelloHello"),
        ),
    ];
    for (name, payload, expected) in rows {
        let result = read(Parameters::default(), payload).map_err(|(fault, _)| fault);
        let expected = expected.map(|text| text.as_bytes().to_vec());
        assert_eq!(result, expected, "{name}");
    }
}

#[test]
fn pd_46_pd_53_a_message_cut_anywhere_is_truncated() {
    let payload = with_distances(&[(1, 1)], &[LEN_3, "0", END].concat());
    for payload in [
        payload,
        fixed(&["01100001", "0000001", "00000", "0000000"].concat()),
        HELLO.to_vec(),
    ] {
        assert!(read(Parameters::default(), &payload).is_ok());
        for cut in 1..payload.len() {
            let result = read(Parameters::default(), &payload[..cut]);
            let offset = result.unwrap_err();
            assert_eq!(offset.0, Fault::Truncated, "{cut}");
            assert!(offset.1 <= cut.try_into().unwrap());
        }
    }
}

#[test]
fn errors_say_what_and_where() {
    let rows = [
        (
            vec![0b110],
            "compressed block of the reserved type (RFC 1951 §3.2.3) at byte 0 of the message",
        ),
        (
            fixed("11000110"),
            "bits that are no symbol (RFC 1951 §3.2.5) at byte 0 of the message",
        ),
        (
            vec![0, 0, 0, 0, 0],
            "stored block of contradictory length (RFC 1951 §3.2.4) at byte 5 of the message",
        ),
    ];
    for (payload, expected) in rows {
        let mut decompressor = Decompressor::new(Parameters::default());
        let result = decompressor.decompress(&mut &payload[..], Part::Last, &mut Vec::new(), 1);
        assert_eq!(result.unwrap_err().to_string(), expected);
    }
}
