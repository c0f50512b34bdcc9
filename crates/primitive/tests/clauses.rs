//! Samples of each clause of TS-0004 8.2 to 8.5, written by hand from its tables: every parameter, every kind of content, in each
//! serialization, both ways. The CBOR of each was written by another encoder.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use onem2m_primitive::schema::Context;
use onem2m_primitive::{CodecConfig, Primitive, Serialization, Value, decode, encode};

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

/// Paragraphs: what it is, and the same in JSON, in XML and in CBOR, as hexadecimal digits.
const FILES: [&str; 2] = [
    include_str!("samples/requests.txt"),
    include_str!("samples/responses.txt"),
];

struct Sample {
    clause: &'static str,
    json: &'static str,
    xml: String,
    cbor: Vec<u8>,
}

impl Sample {
    fn new(paragraph: &'static str) -> Self {
        let part = |name: &str| {
            let begin = paragraph.find(&format!("\n{name} "));
            let begin = begin.unwrap_or_else(|| panic!("no {name}: {paragraph}")) + name.len() + 2;
            let rest = &paragraph[begin..];
            let ends = ["\njson ", "\nxml ", "\ncbor "];
            let end = ends.iter().filter_map(|end| rest.find(end)).min();
            &rest[..end.unwrap_or(rest.len())]
        };
        // The declaration and the namespace are the same in all.
        let (root, rest) = part("xml").split_once('>').unwrap();
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>{root} xmlns:m2m=\"http://www.onem2m.org/xml/protocols\">{rest}"
        );
        let digits = part("cbor").as_bytes().chunks(2);
        let byte = |pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap();
        Self {
            clause: paragraph.lines().next().unwrap(),
            json: part("json"),
            xml,
            cbor: digits.map(byte).collect(),
        }
    }

    fn bytes(&self, serialization: Serialization) -> &[u8] {
        match serialization {
            Serialization::Json => self.json.as_bytes(),
            Serialization::Xml => self.xml.as_bytes(),
            Serialization::Cbor => &self.cbor,
        }
    }

    fn decoded(&self, serialization: Serialization) -> Primitive<'_> {
        let decoded = decode(
            serialization,
            self.bytes(serialization),
            &CodecConfig::default(),
        );
        decoded.unwrap_or_else(|error| panic!("{serialization:?}: {error}: {}", self.clause))
    }

    /// The parameters with their values.
    fn parameters(&self) -> Value<'_> {
        serde_json::from_str(self.json).unwrap()
    }
}

fn samples() -> impl Iterator<Item = Sample> {
    let paragraphs = FILES.iter().flat_map(|file| file.trim_end().split("\n\n"));
    paragraphs.map(Sample::new)
}

#[test]
fn pv_11_each_sample_is_the_same_in_each_serialization_both_ways() {
    for sample in samples() {
        for from in ALL {
            let primitive = sample.decoded(from);
            for to in ALL {
                let mut written = vec![];
                encode(to, &primitive, &CodecConfig::default(), &mut written).unwrap_or_else(
                    |error| panic!("{from:?} to {to:?}: {error}: {}", sample.clause),
                );
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let expected = sample.bytes(to);
                assert_eq!(
                    text(&written),
                    text(expected),
                    "{from:?} to {to:?}: {}",
                    sample.clause
                );
                assert_eq!(written, expected, "{from:?} to {to:?}: {}", sample.clause);
            }
        }
    }
}

/// The names of the members that the values have at a place, whichever of the samples has them.
fn names(context: Context, path: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for sample in samples() {
        let is_request = matches!(sample.decoded(Serialization::Json), Primitive::Request(_));
        if is_request != (context == Context::REQUEST) {
            continue;
        }
        let parameters = sample.parameters();
        let mut values = vec![&parameters];
        for name in path {
            values = values
                .into_iter()
                .filter_map(|value| value.get(name))
                .collect();
        }
        for value in values {
            if let Value::Object(members) = value {
                found.extend(members.iter().map(|(name, _)| name.to_string()));
            }
        }
    }
    found
}

/// Members of the context that no sample has.
fn missing(context: Context, found: &BTreeSet<String>) -> Vec<&'static str> {
    let names = context.members().map(|member| member.short_name());
    names.filter(|name| !found.contains(*name)).collect()
}

/// TS-0004 tables 8.2.2-1, 8.2.3-1 and those of 6.3.5: each sample comes in each serialization, so one is enough.
#[test]
fn pv_11_every_parameter_has_a_sample() {
    let none: [&str; 0] = [];
    for (context, root, path) in [
        (Context::REQUEST, Context::REQUEST, &[][..]),
        (Context::RESPONSE, Context::RESPONSE, &[]),
        (
            Context::named("m2m:filterCriteria").unwrap(),
            Context::REQUEST,
            &["fc"],
        ),
        (
            Context::named("m2m:responseTypeInfo").unwrap(),
            Context::REQUEST,
            &["rt"],
        ),
        (
            Context::named("m2m:dynAuthLocalTokenIdAssignments").unwrap(),
            Context::RESPONSE,
            &["ati"],
        ),
        (
            Context::named("m2m:dynAuthTokenReqInfo").unwrap(),
            Context::RESPONSE,
            &["tqf"],
        ),
        (
            Context::named("m2m:notification").unwrap(),
            Context::REQUEST,
            &["pc", "m2m:sgn"],
        ),
    ] {
        assert_eq!(missing(context, &names(root, path)), none, "{context:?}");
    }
}

/// TS-0004 tables 7.5.2-1 and 7.5.2-2: a resource stands for all of them.
#[test]
fn pv_11_every_kind_of_content_has_a_sample() {
    let mut found = names(Context::REQUEST, &["pc"]);
    found.extend(names(Context::RESPONSE, &["pc"]));
    // The content of a notification (TS-0004 6.3.5.62) is in the samples of aggregated notifications.
    let json: String = samples().map(|sample| sample.json).collect();
    let missing: Vec<_> = missing(Context::CONTENT, &found)
        .into_iter()
        .filter(|name| Context::named(name).and_then(Context::element).is_none())
        .filter(|name| !json.contains(&format!("\"rep\":{{\"{name}\":")))
        .collect();
    let none: [&str; 0] = [];
    assert_eq!(missing, none);
    for kind in ["m2m:cnt", "m2m:cin", "m2m:grp", "cod:tempe"] {
        assert!(found.contains(kind), "{kind}");
    }
}

/// TS-0004 8.3 to 8.5: what the rules of the serializations are about, in at least one sample.
#[test]
fn pv_11_every_rule_of_the_serializations_has_a_sample() {
    let json: String = samples().map(|sample| sample.json).collect();
    let xml: String = samples().map(|sample| sample.xml).collect();
    for part in [
        ":null",
        ":[]",
        ":true",
        ":false",
        ":\"\"",
        ":-",
        ".5",
        "\\n",
        "\\\"",
        "\"typ\":28,",
    ] {
        assert!(json.contains(part), "{part}");
    }
    for part in [
        "<lbl/>",
        "&lt;",
        "&amp;",
        "&gt;",
        " rn=\"",
        " typ=\"",
        "<ty>3 28</ty>",
        "</atr><atr>",
        "xmlns:cod=",
        "</m2m:sgn><m2m:sgn>",
        "</m2m:cin><m2m:cin ",
    ] {
        assert!(xml.contains(part), "{part}");
    }
    // Heads of one, two, three and five bytes of integers, and two of text, besides doubles.
    for bytes in [
        &b"\x63mni\x18\x18"[..],
        b"\x63mbs\x18\xff",
        b"\x63mia\x19\x01\x00",
        b"\x63cni\x19\xff\xff",
        b"\x63cbs\x1a\x00\x01\x00\x00",
        b"\x62st\x17",
        b"\x77123",
        b"\x78\x18abc",
        b"\x78",
        b"\xf4",
        b"\xf5",
        b"\xf6",
        b"\x80",
    ] {
        let has = |sample: Sample| {
            sample
                .cbor
                .windows(bytes.len())
                .any(|window| window == bytes)
        };
        assert!(samples().any(has), "{bytes:02x?}");
    }
}
