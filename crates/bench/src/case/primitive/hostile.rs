//! Input made to cost more than it should: whether twice as much of it costs twice as much, and what it allocates.

use core::hint::black_box;

use onem2m_primitive::{CodecConfig, Serialization, decode};

use super::repeat;
use crate::measure::{Plan, race};
use crate::peer::Peer;
use crate::table::Table;

pub(crate) fn run(_: &[Box<dyn Peer>], plan: Plan) {
    let shapes = shapes();
    let mut table = Table::new("Hostile input of 128 KiB".to_owned());
    let names: Vec<String> = shapes
        .iter()
        .map(|(serialization, name, _)| format!("{serialization:?}: {name}"))
        .collect();
    let samples = |len: usize| {
        let contestants = shapes.iter().map(|(serialization, _, shape)| {
            let bytes = shape(len);
            Some(repeat(move || {
                let _ = black_box(decode(
                    *serialization,
                    black_box(&bytes),
                    &CodecConfig::default(),
                ));
            }))
        });
        race(contestants.collect(), plan)
    };
    let (once, twice) = (samples(LEN), samples(2 * LEN));
    let bytes: Vec<f64> = shapes
        .iter()
        .map(|(.., shape)| shape(LEN).len() as f64)
        .collect();
    let per_byte = once.iter().zip(&bytes);
    let per_byte = per_byte.map(|(sample, len)| Some(sample.as_ref()?.nanoseconds / len));
    table.figures("ns per byte", 2, per_byte.collect());
    let ratios = once.iter().zip(&twice);
    let ratios =
        ratios.map(|(once, twice)| Some(twice.as_ref()?.nanoseconds / once.as_ref()?.nanoseconds));
    table.figures("cost of twice as much", 2, ratios.collect());
    if cfg!(feature = "allocations") {
        let allocated = once.iter().zip(&bytes);
        let allocated = allocated.map(|(sample, len)| Some(sample.as_ref()?.allocated_bytes / len));
        table.figures("bytes allocated per byte", 2, allocated.collect());
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    table.print(&names);
}

const LEN: usize = 128 << 10;

type Shape = (Serialization, &'static str, fn(usize) -> Vec<u8>);

fn shapes() -> Vec<Shape> {
    use Serialization::{Cbor, Json, Xml};
    vec![
        (Json, "empty arrays", |len| json(&"[],".repeat(len / 3))),
        (Json, "objects with an empty name", |len| {
            json(&"{\"\":0},".repeat(len / 7))
        }),
        (Json, "zeros", |len| json(&"0,".repeat(len / 2))),
        (Json, "nested", |len| {
            let one = format!("{}{},", "[".repeat(60), "]".repeat(60));
            json(&one.repeat(len / one.len()))
        }),
        (Json, "distinct names", |len| {
            let members: String = (0..len / 8)
                .map(|name| format!("\"{name:x}\":0,"))
                .collect();
            json(&format!("{{{}\"z\":0}},", members))
        }),
        (Json, "long names that begin alike", |len| {
            let members: String = (0..len / 70)
                .map(|name| format!("\"{}{name:x}\":0,", "a".repeat(60)))
                .collect();
            json(&format!("{{{}\"z\":0}},", members))
        }),
        (Json, "escapes", |len| {
            json(&format!("\"{}\",", "\\u0041".repeat(len / 6)))
        }),
        (Json, "unknown parameters", |len| {
            let members: String = (0..len / 8)
                .map(|name| format!("\"{name:x}\":0,"))
                .collect();
            format!("{{{members}\"rsc\":2000,\"rqi\":\"1\"}}").into_bytes()
        }),
        (Cbor, "zeros", |len| cbor(len, &[0])),
        (Cbor, "empty arrays", |len| cbor(len, &[0x80])),
        (Cbor, "maps with an empty name", |len| {
            cbor(len, &[0xA1, 0x60, 0])
        }),
        (Cbor, "nested", |len| {
            let mut one = vec![0x81; 60];
            one.push(0);
            cbor(len, &one)
        }),
        (Xml, "empty elements", |len| xml(&"<a/>".repeat(len / 4))),
        (Xml, "nested", |len| {
            let one = format!("{}{}", "<a>".repeat(60), "</a>".repeat(60));
            xml(&one.repeat(len / one.len()))
        }),
        (Xml, "references", |len| {
            xml(&format!("<con>{}</con>", "&#65;".repeat(len / 5)))
        }),
        (Xml, "nested declarations, and prefixes", |len| {
            let declared = |from: usize| -> String {
                (from..from + 23)
                    .map(|index| format!(" xmlns:p{index}='u'"))
                    .collect()
            };
            let inner = "<z:a/>".repeat(len / 6);
            xml(&format!(
                "<a{} xmlns:z='u'><a{}>{inner}</a></a>",
                declared(0),
                declared(23)
            ))
        }),
        (Xml, "too many declarations", |len| {
            let element: String = (0..32)
                .map(|index| format!(" xmlns:p{index}='u'"))
                .collect();
            let open = format!("<a{element}>").repeat(58);
            xml(&format!("{open}{}", "<a/>".repeat(len / 4)))
        }),
        (Xml, "comments", |len| xml(&"<!---->".repeat(len / 7))),
        (Xml, "unknown parameters before comments", |len| {
            let comments = "<!---->".repeat(len / 7 / 60);
            let parameters: String = (0..60)
                .map(|name| format!("<x{name}/>{comments}"))
                .collect();
            let document = String::from_utf8(xml("")).expect("it is text");
            document
                .replacen("<pc>", &format!("{parameters}<pc>"), 1)
                .into_bytes()
        }),
        (Xml, "attributes", |len| {
            let attributes: String = (0..len / 12)
                .map(|name| format!(" a{name:x}=\"\""))
                .collect();
            xml(&format!("<a{attributes}/>"))
        }),
    ]
}

/// A response whose content has items, each with a comma behind it.
fn json(items: &str) -> Vec<u8> {
    let items = items.trim_end_matches(',');
    format!(r#"{{"rsc":2000,"rqi":"1","pc":{{"m2m:dbg":[{items}]}}}}"#).into_bytes()
}

fn cbor(len: usize, item: &[u8]) -> Vec<u8> {
    let mut bytes = b"\xA3\x63rsc\x19\x07\xD0\x63rqi\x611\x62pc\xA1\x67m2m:dbg\x9F".to_vec();
    bytes.extend(item.repeat(len / item.len()));
    bytes.push(0xFF);
    bytes
}

fn xml(content: &str) -> Vec<u8> {
    format!(
        "<m2m:rsp xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"><rsc>2000</rsc><rqi>1</rqi><pc><m2m:cin>{content}</m2m:cin></pc></m2m:rsp>"
    )
    .into_bytes()
}
