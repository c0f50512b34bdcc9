//! Responses with much in them, whose content stays raw and is checked all the same.

use core::hint::black_box;

use onem2m_primitive::{CodecConfig, Serialization, decode};

use super::{parsed, repeat, written};
use crate::measure::{Contestant, Plan, race};
use crate::table::print_samples;

pub(super) fn run(plan: Plan) {
    for (name, json) in [
        ("discovery, 1 MiB of references", references()),
        ("discovery, 1 MiB of addresses", addresses()),
        ("7000 floats", floats()),
        ("64 KiB of text beyond ASCII", text()),
        ("arrays 55 deep", deep()),
    ] {
        let primitive = parsed(&json);
        for serialization in [Serialization::Json, Serialization::Cbor, Serialization::Xml] {
            let mut bytes = Vec::new();
            let config = CodecConfig::default();
            if onem2m_primitive::encode(serialization, &primitive, &config, &mut bytes).is_err() {
                // XML has no arrays of anything.
                continue;
            }
            compare(
                name,
                serialization,
                &written(serialization, &primitive),
                plan,
            );
        }
    }
}

fn compare(name: &str, serialization: Serialization, bytes: &[u8], plan: Plan) {
    let mut names = vec!["**onem2m-primitive**, bytes"];
    let of_bytes = bytes.to_vec();
    let mut contestants: Vec<Option<Contestant<'static>>> = vec![Some(repeat(move || {
        let bytes: &[u8] = black_box(&of_bytes);
        black_box(decode(serialization, bytes, &CodecConfig::default()).expect("a primitive"));
    }))];
    if let Ok(text) = String::from_utf8(bytes.to_vec())
        && serialization != Serialization::Cbor
    {
        names.push("**onem2m-primitive**, text");
        contestants.push(Some(repeat(move || {
            let text: &str = black_box(&text);
            black_box(decode(serialization, text, &CodecConfig::default()).expect("a primitive"));
        })));
    }
    #[cfg(feature = "peers")]
    for (name, contestant) in peers::of(serialization, bytes) {
        names.push(name);
        contestants.push(Some(contestant));
    }
    let columns = vec![(format!("decode {} B", bytes.len()), race(contestants, plan))];
    print_samples(&format!("{name}, {serialization:?}"), &names, &columns);
}

fn response(content: &str) -> String {
    format!("{{\"rsc\":2000,\"rqi\":\"1\",\"pc\":{content},\"rvi\":\"3\"}}")
}

fn joined(len: usize, item: impl Fn(usize) -> String) -> String {
    let mut items = item(0);
    let mut index = 1;
    while items.len() < len {
        items.push(',');
        items.push_str(&item(index));
        index += 1;
    }
    items
}

fn references() -> String {
    let items = joined((1 << 20) - 200, |index| {
        format!(
            r#"{{"nm":"cin_{index:06}","typ":4,"val":"cse-in/CAE-thermo/temperature/cin_{index:06}"}}"#
        )
    });
    response(&format!(r#"{{"m2m:rrl":{{"rrf":[{items}]}}}}"#))
}

fn addresses() -> String {
    let items = joined((1 << 20) - 200, |index| {
        format!(r#""cse-in/CAE-thermo/temperature/cin_{index:06}""#)
    });
    response(&format!(r#"{{"m2m:uril":[{items}]}}"#))
}

fn floats() -> String {
    let floats: Vec<String> = (0..7000)
        .map(|index| format!("{:.9}", f64::from(index) * 1.234_567 + 0.000_123))
        .collect();
    response(&format!(
        r#"{{"m2m:cin":{{"con":[{}]}}}}"#,
        floats.join(",")
    ))
}

fn text() -> String {
    let text = "\u{e4}\u{f6}\u{fc}\u{20ac}\u{df}\u{6f22}\u{5b57}".repeat((64 << 10) / 17);
    response(&format!(r#"{{"m2m:cin":{{"con":"{text}"}}}}"#))
}

fn deep() -> String {
    let one = format!("{}{}", "[".repeat(55), "]".repeat(55));
    response(&format!(
        r#"{{"m2m:cin":{{"con":[{}]}}}}"#,
        vec![one; 600].join(",")
    ))
}

#[cfg(feature = "peers")]
mod peers {
    use core::hint::black_box;
    use std::collections::HashMap;

    use onem2m_primitive::Serialization;

    use super::super::repeat;
    use crate::measure::Contestant;

    /// Others over the same bytes: those that leave the content raw where they can, and else those that walk over all of it.
    pub(super) fn of(
        serialization: Serialization,
        bytes: &[u8],
    ) -> Vec<(&'static str, Contestant<'static>)> {
        // They are measured once, and their input has to outlive them.
        let bytes: &'static [u8] = bytes.to_vec().leak();
        let text = core::str::from_utf8(bytes).unwrap_or_default();
        match serialization {
            Serialization::Json => vec![
                (
                    "serde_json, members as `RawValue`",
                    repeat(move || {
                        let read = serde_json::from_str::<
                            HashMap<&str, &serde_json::value::RawValue>,
                        >(black_box(text));
                        black_box(read.expect("JSON"));
                    }),
                ),
                (
                    "sonic-rs, members as `LazyValue`",
                    repeat(move || {
                        let read = sonic_rs::from_str::<HashMap<&str, sonic_rs::LazyValue<'_>>>(
                            black_box(text),
                        );
                        black_box(read.expect("JSON"));
                    }),
                ),
                (
                    "simd-json, tape, its copy included",
                    repeat(move || {
                        let mut copy = black_box(bytes).to_vec();
                        black_box(simd_json::to_tape(&mut copy).expect("JSON"));
                    }),
                ),
            ],
            Serialization::Cbor => vec![(
                "minicbor, tokens",
                repeat(move || {
                    for token in minicbor::decode::Tokenizer::new(black_box(bytes)) {
                        black_box(token.expect("CBOR"));
                    }
                }),
            )],
            Serialization::Xml => vec![(
                "quick-xml, events",
                repeat(move || {
                    let mut reader = quick_xml::Reader::from_str(black_box(text));
                    while !matches!(
                        black_box(reader.read_event().expect("XML")),
                        quick_xml::events::Event::Eof
                    ) {}
                }),
            )],
        }
    }
}
