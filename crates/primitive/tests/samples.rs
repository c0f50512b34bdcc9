//! The same primitives in three serializations, and what tolerance is for.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use onem2m_primitive::{
    CodecConfig, DecodeRule, Leniency, Primitive, Serialization, decode, encode,
};

struct Sample {
    json: &'static str,
    xml: &'static str,
    cbor: &'static str,
}

macro_rules! sample {
    ($name:literal) => {
        Sample {
            json: include_str!(concat!("samples/", $name, ".json")),
            xml: include_str!(concat!("samples/", $name, ".xml")),
            cbor: include_str!(concat!("samples/", $name, ".cbor.hex")),
        }
    };
}

/// A registration and its response, a notification and its response, a discovery, the deletion of an attribute, an error.
const SAMPLES: [Sample; 7] = [
    sample!("e1"),
    sample!("e2"),
    sample!("e3"),
    sample!("e4"),
    sample!("e5"),
    sample!("e6"),
    sample!("e7"),
];

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

impl Sample {
    fn bytes(&self, serialization: Serialization) -> Vec<u8> {
        match serialization {
            Serialization::Json => self.json.trim_end().as_bytes().to_vec(),
            Serialization::Xml => self.xml.trim_end().as_bytes().to_vec(),
            Serialization::Cbor => bytes(self.cbor),
        }
    }
}

fn read(serialization: Serialization, bytes: &[u8], config: &CodecConfig) -> Primitive<'static> {
    let primitive = decode(serialization, bytes, config);
    primitive
        .unwrap_or_else(|error| panic!("{serialization:?}: {error}"))
        .into_owned()
}

fn written(serialization: Serialization, primitive: &Primitive<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    encode(serialization, primitive, &CodecConfig::default(), &mut out)
        .unwrap_or_else(|error| panic!("{serialization:?}: {error}"));
    out
}

#[test]
fn i_19_samples_are_equal_in_all_serializations() {
    for sample in &SAMPLES {
        for from in ALL {
            let primitive = read(from, &sample.bytes(from), &CodecConfig::default());
            for to in ALL {
                let (written, expected) = (written(to, &primitive), sample.bytes(to));
                assert_eq!(
                    String::from_utf8_lossy(&written),
                    String::from_utf8_lossy(&expected),
                    "{from:?} to {to:?}"
                );
                assert_eq!(written, expected, "{from:?} to {to:?}");
            }
            let json = primitive
                .transcode(Serialization::Json, &CodecConfig::default())
                .unwrap();
            let bytes = sample.bytes(Serialization::Json);
            assert_eq!(
                json,
                decode(Serialization::Json, &bytes, &CodecConfig::default()).unwrap()
            );
        }
    }
}

/// Accepted with the one flag and refused without it, and the same as what is well-formed.
fn check_leniency(
    serialization: Serialization,
    deviating: &[u8],
    flag: impl Fn(&mut Leniency),
    rule: DecodeRule,
    well_formed: &str,
) {
    let mut all_but_one = CodecConfig {
        leniency: Leniency::DEPLOYED,
        ..CodecConfig::default()
    };
    let mut only_one = CodecConfig::default();
    flag(&mut only_one.leniency);
    // The flag toggles what it stands for.
    flag(&mut all_but_one.leniency);
    let expected = read(
        Serialization::Json,
        well_formed.as_bytes(),
        &CodecConfig::default(),
    );
    let lenient = read(serialization, deviating, &only_one);
    let lenient = lenient
        .transcode(Serialization::Json, &CodecConfig::default())
        .unwrap();
    assert_eq!(lenient, expected);
    for config in [CodecConfig::default(), all_but_one] {
        let error = decode(serialization, deviating, &config).unwrap_err();
        assert_eq!(error.rule, rule, "{well_formed}");
    }
}

#[test]
fn i_10_byte_strings_are_text_where_they_are_tolerated() {
    let plain = bytes("a2637273631907d063727169646e2d3432");
    let expected = r#"{"rsc":2000,"rqi":"n-42"}"#;
    assert_eq!(
        written(
            Serialization::Cbor,
            &read(
                Serialization::Json,
                expected.as_bytes(),
                &CodecConfig::default()
            )
        ),
        plain
    );
    check_leniency(
        Serialization::Cbor,
        &bytes("a2437273631907d043727169446e2d3432"),
        |leniency| leniency.byte_strings ^= true,
        DecodeRule::Type,
        expected,
    );
}

#[test]
fn i_10_tags_are_left_out_where_they_are_tolerated() {
    check_leniency(
        Serialization::Cbor,
        &bytes("d9d9f7a263727363c1191388637271696131"),
        |leniency| leniency.tags ^= true,
        DecodeRule::Type,
        r#"{"rsc":5000,"rqi":"1"}"#,
    );
}

#[test]
fn wrappers_are_tolerated_and_written_on_demand() {
    let expected = r#"{"rsc":2000,"rqi":"1"}"#;
    let wrapped = r#"{"m2m:rsp":{"rsc":2000,"rqi":"1"}}"#;
    check_leniency(
        Serialization::Json,
        wrapped.as_bytes(),
        |leniency| leniency.wrapped ^= true,
        DecodeRule::NeitherRequestNorResponse,
        expected,
    );
    let primitive = read(
        Serialization::Json,
        expected.as_bytes(),
        &CodecConfig::default(),
    );
    let config = CodecConfig {
        wrap: true,
        leniency: Leniency::DEPLOYED,
        ..CodecConfig::default()
    };
    for serialization in ALL {
        let mut out = Vec::new();
        encode(serialization, &primitive, &config, &mut out).unwrap();
        assert_eq!(read(serialization, &out, &config), primitive);
        if serialization == Serialization::Json {
            assert_eq!(out, wrapped.as_bytes());
        }
    }
    for wrong in [
        r#"{"m2m:rqp":{"rsc":2000,"rqi":"1"}}"#,
        r#"{"m2m:rsp":{"rsc":2000,"rqi":"1"},"rsc":2000}"#,
        r#"{"rsc":2000,"rqi":"1","op":2}"#,
    ] {
        let error = decode(Serialization::Json, wrong.as_bytes(), &config).unwrap_err();
        assert_eq!(error.rule, DecodeRule::NeitherRequestNorResponse, "{wrong}");
    }
}

#[test]
fn scalars_as_text_are_tolerated() {
    check_leniency(
        Serialization::Json,
        br#"{"op":"2","to":"a","rqi":"1","rcn":"1","da":"true"}"#,
        |leniency| leniency.scalars_as_text ^= true,
        DecodeRule::Type,
        r#"{"op":2,"to":"a","rqi":"1","rcn":1,"da":true}"#,
    );
}
