//! What hostile input allocates. One test only: the counts are those of the whole process.

use std::alloc::System;

use onem2m_primitive::{CodecConfig, Serialization, decode};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// All that was allocated, given back or not, for each byte of input.
fn cost(serialization: Serialization, input: &[u8]) -> f64 {
    // The harness has threads of its own, which may allocate meanwhile: the least of some is ours.
    let measured = (0..3).map(|_| {
        let region = Region::new(ALLOCATOR);
        let _ = decode(serialization, input, &CodecConfig::default());
        let change = region.change();
        let grown = usize::try_from(change.bytes_reallocated).unwrap_or_default();
        change.bytes_allocated + grown
    });
    let bytes = measured.min().unwrap_or_default();
    let as_float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    as_float(bytes) / as_float(input.len())
}

fn json(items: &str) -> Vec<u8> {
    let items = items.trim_end_matches(',');
    format!(r#"{{"rsc":2000,"rqi":"1","pc":{{"m2m:dbg":[{items}]}}}}"#).into_bytes()
}

fn names(count: usize, prefix: &str) -> String {
    let members = (0..count).map(|name| format!("\"{prefix}{name:x}\":0,"));
    members.collect()
}

fn cbor(item: &[u8], count: usize) -> Vec<u8> {
    let mut bytes = b"\xA3\x63rsc\x19\x07\xD0\x63rqi\x611\x62pc\xA1\x67m2m:dbg\x9F".to_vec();
    bytes.extend(item.repeat(count));
    bytes.push(0xFF);
    bytes
}

fn xml(content: &str) -> Vec<u8> {
    let root =
        "<m2m:rsp xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"><rsc>2000</rsc><rqi>1</rqi>";
    format!("{root}<pc><m2m:cin>{content}</m2m:cin></pc></m2m:rsp>").into_bytes()
}

#[test]
fn i_03_i_08_i_09_heap_is_at_most_four_times_the_input() {
    use Serialization::{Cbor, Json, Xml};
    const COUNT: usize = 30_000;
    let many = names(COUNT, "");
    let parameters = format!("{{{many}\"rsc\":2000,\"rqi\":\"1\"}}").into_bytes();
    let lists = |item: &str| {
        let items = item.repeat(COUNT);
        format!("{{\"op\":2,\"to\":\"a\",\"rqi\":\"1\",\"rids\":[{items}\"a\"]}}").into_bytes()
    };
    let attributes =
        |count: usize| -> String { (0..count).map(|name| format!(" a{name:x}=\"\"")).collect() };
    let shapes = [
        (Json, "empty arrays", json(&"[],".repeat(COUNT))),
        (
            Json,
            "objects with an empty name",
            json(&"{\"\":0},".repeat(COUNT)),
        ),
        (Json, "zeros", json(&"0,".repeat(COUNT))),
        (Json, "distinct names", json(&format!("{{{many}\"z\":0}}"))),
        (
            Json,
            "long names",
            json(&format!("{{{}\"z\":0}}", names(COUNT / 8, &"a".repeat(60)))),
        ),
        (
            Json,
            "escaped names",
            json(&format!("{{{}\"z\":0}}", names(COUNT, "\\u0041"))),
        ),
        (
            Json,
            "escapes",
            json(&format!("\"{}\"", "\\u0041".repeat(COUNT))),
        ),
        (Json, "unknown parameters", parameters),
        (Json, "items of a list", lists("\"a\",")),
        (Cbor, "zeros", cbor(&[0], COUNT)),
        (Cbor, "empty arrays", cbor(&[0x80], COUNT)),
        (
            Cbor,
            "maps with an empty name",
            cbor(&[0xA1, 0x60, 0], COUNT),
        ),
        (
            Cbor,
            "text in pieces",
            cbor(&[0x7F, 0x61, b'a', 0x61, b'b', 0xFF], COUNT),
        ),
        (Xml, "empty elements", xml(&"<a/>".repeat(COUNT))),
        (
            Xml,
            "references",
            xml(&format!("<con>{}</con>", "&#65;".repeat(COUNT))),
        ),
        (
            Xml,
            "attributes",
            xml(&format!("<a{}/>", attributes(COUNT))),
        ),
    ];
    for (serialization, name, input) in &shapes {
        let cost = cost(*serialization, input);
        assert!(
            cost <= 4.0,
            "{serialization:?}, {name}: {cost} bytes for each"
        );
    }
    // A length that is only claimed reserves nothing.
    for length in [1_u64 << 32, 1 << 40, u64::MAX] {
        for major in [0x5B, 0x7B, 0x9B, 0xBB] {
            let mut input = vec![0xA1, 0x63, b'r', b'q', b'i', major];
            input.extend(length.to_be_bytes());
            let bytes = cost(Cbor, &input) * 14.0;
            assert!(bytes <= 1024.0, "{length}, {major}: {bytes}");
            let error = decode(Cbor, &input, &CodecConfig::default());
            assert!(error.is_err());
        }
    }
}
