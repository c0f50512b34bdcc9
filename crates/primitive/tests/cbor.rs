//! The rules of CBOR (RFC 8949), and what is not part of oneM2M's use of it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    CodecConfig, Content, DecodeRule, Leniency, Limits, Number, Primitive, Serialization, Value,
    decode, encode,
};
use proptest::prelude::*;

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// A response with this value as its content, `m2m:dbg`.
fn response(value: &[u8]) -> Vec<u8> {
    let mut bytes = b"\xA3\x63rsc\x19\x07\xD0\x63rqi\x611\x62pc\xA1\x67m2m:dbg".to_vec();
    bytes.extend(value);
    bytes
}

fn read(bytes: &[u8], leniency: Leniency) -> Result<Primitive<'_>, DecodeRule> {
    let config = CodecConfig {
        leniency,
        ..CodecConfig::default()
    };
    decode(Serialization::Cbor, bytes, &config).map_err(|error| error.rule)
}

/// What the value of `m2m:dbg` is in JSON.
fn value(hex: &str) -> Result<String, DecodeRule> {
    let bytes = response(&bytes(hex));
    let Primitive::Response(response) = read(&bytes, Leniency::STRICT)? else {
        return Err(DecodeRule::NeitherRequestNorResponse);
    };
    let content = response.content.unwrap();
    let json = content
        .transcode(Serialization::Json, &CodecConfig::default())
        .unwrap();
    let text = json.as_raw().as_json().unwrap();
    let text = text.strip_prefix("{\"m2m:dbg\":").unwrap();
    Ok(text.strip_suffix('}').unwrap().to_owned())
}

#[test]
fn i_10_values_of_rfc_8949_appendix_a() {
    for (hex, json) in [
        ("00", "0"),
        ("17", "23"),
        ("1818", "24"),
        ("1903e8", "1000"),
        ("1bffffffffffffffff", "18446744073709551615"),
        ("3bffffffffffffffff", "-18446744073709551616"),
        ("20", "-1"),
        ("3903e7", "-1000"),
        ("1800", "0"),
        ("1b0000000000000001", "1"),
        ("f90000", "0.0"),
        ("f98000", "-0.0"),
        ("f93c00", "1.0"),
        ("f93e00", "1.5"),
        ("f97bff", "65504.0"),
        ("f90001", "5.960464477539063e-8"),
        ("f90400", "6.103515625e-5"),
        ("f9c400", "-4.0"),
        ("fa47c35000", "100000.0"),
        ("fa7f7fffff", "3.4028234663852886e38"),
        ("fb3ff199999999999a", "1.1"),
        ("fb7e37e43c8800759c", "1e300"),
        ("f4", "false"),
        ("f5", "true"),
        ("f6", "null"),
        ("60", "\"\""),
        ("6161", "\"a\""),
        ("62225c", "\"\\\"\\\\\""),
        ("64f0908591", "\"\u{10151}\""),
        ("80", "[]"),
        ("83010203", "[1,2,3]"),
        ("8301820203820405", "[1,[2,3],[4,5]]"),
        ("a0", "{}"),
        ("a26161016162820203", "{\"a\":1,\"b\":[2,3]}"),
        ("826161a161626163", "[\"a\",{\"b\":\"c\"}]"),
        ("7f657374726561646d696e67ff", "\"streaming\""),
        ("7fff", "\"\""),
        ("9fff", "[]"),
        ("9f018202039f0405ffff", "[1,[2,3],[4,5]]"),
        ("bf61610161629f0203ffff", "{\"a\":1,\"b\":[2,3]}"),
        ("bf6346756ef563416d7421ff", "{\"Fun\":true,\"Amt\":-2}"),
        ("a17f61616162ff01", "{\"ab\":1}"),
    ] {
        assert_eq!(value(hex).as_deref(), Ok(json), "{hex}");
    }
    for (hex, rule) in [
        ("f97c00", DecodeRule::NotFinite),
        ("f97e00", DecodeRule::NotFinite),
        ("faff800000", DecodeRule::NotFinite),
        ("fb7ff8000000000000", DecodeRule::NotFinite),
        ("f7", DecodeRule::Type),
        ("f0", DecodeRule::Type),
        ("f8ff", DecodeRule::Type),
        ("4401020304", DecodeRule::Type),
        (
            "c074323031332d30332d32315432303a30343a30305a",
            DecodeRule::Type,
        ),
        ("c249010000000000000000", DecodeRule::Type),
        ("5f42010243030405ff", DecodeRule::Type),
        ("a10102", DecodeRule::Type),
        ("1c", DecodeRule::Syntax),
        ("1f", DecodeRule::Syntax),
        ("ff", DecodeRule::Syntax),
        ("7f01ff", DecodeRule::Syntax),
        ("7f7f6161ffff", DecodeRule::Syntax),
        ("bf6161ff", DecodeRule::Syntax),
        ("62c328", DecodeRule::Utf8),
        ("7f61c361a9ff", DecodeRule::Utf8),
        ("a2616101616102", DecodeRule::DuplicateMember),
        ("a26161017f6161ff02", DecodeRule::DuplicateMember),
        ("0001", DecodeRule::TrailingBytes),
    ] {
        assert_eq!(value(hex).map(drop), Err(rule), "{hex}");
    }
}

#[test]
fn i_04_names_are_the_same_in_both_spellings() {
    for hex in [
        "a2616101416102",
        "a2416101616102",
        "a2416101416102",
        "a2d8016161016161 02",
    ] {
        let bytes = response(&bytes(hex));
        let read = read(&bytes, Leniency::DEPLOYED).map(drop);
        assert_eq!(read, Err(DecodeRule::DuplicateMember), "{hex}");
    }
}

#[test]
fn i_05_i_07_depth_tags_and_trailing_bytes() {
    let nested = |depth: usize| response(&[vec![0x81; depth - 2], vec![0]].concat());
    assert!(read(&nested(64), Leniency::STRICT).is_ok());
    for opening in [0x81, 0x9F] {
        let deep = response(&vec![opening; 100_000]);
        assert_eq!(
            read(&deep, Leniency::STRICT).map(drop),
            Err(DecodeRule::TooDeep)
        );
    }
    assert_eq!(
        read(&nested(65), Leniency::STRICT).map(drop),
        Err(DecodeRule::TooDeep)
    );
    let tagged = |tags: usize| response(&[vec![0xC1; tags], vec![0]].concat());
    assert!(read(&tagged(4), Leniency::DEPLOYED).is_ok());
    for tags in [5, 1_000] {
        assert_eq!(
            read(&tagged(tags), Leniency::DEPLOYED).map(drop),
            Err(DecodeRule::Type)
        );
    }
    let mut trailing = response(&[0]);
    trailing.push(0);
    assert_eq!(
        read(&trailing, Leniency::DEPLOYED).map(drop),
        Err(DecodeRule::TrailingBytes)
    );
}

#[test]
fn j_08_the_top_level_and_the_parameters() {
    for (hex, rule) in [
        ("80", DecodeRule::NotAnObject),
        ("f6", DecodeRule::NotAnObject),
        ("05", DecodeRule::NotAnObject),
        ("6161", DecodeRule::NotAnObject),
        ("", DecodeRule::Truncated),
        ("a0", DecodeRule::NeitherRequestNorResponse),
        (
            "a2637273631907d0626f7001",
            DecodeRule::NeitherRequestNorResponse,
        ),
        ("a1637273631907d0", DecodeRule::Missing),
        ("a2637273636432303030637271696131", DecodeRule::Type),
        ("a263727363fa44fa0000637271696131", DecodeRule::Type),
        ("a2637273631907d06372716901", DecodeRule::Type),
        ("a2637273631907d063727169 60", DecodeRule::RequestIdentifier),
        ("a3637273631907d063727169613162706380", DecodeRule::Content),
        ("a3637273631907d0637271696131627063a0", DecodeRule::Content),
    ] {
        assert_eq!(
            read(&bytes(hex), Leniency::STRICT).map(drop),
            Err(rule),
            "{hex}"
        );
    }
}

#[test]
fn content_is_written_anew_where_it_deviated() {
    let deviating = response(&bytes("a2d8204161d8204162 7f6163ff c101"));
    let primitive = read(&deviating, Leniency::DEPLOYED).unwrap();
    let mut out = Vec::new();
    encode(
        Serialization::Cbor,
        &primitive,
        &CodecConfig::default(),
        &mut out,
    )
    .unwrap();
    let mut expected = response(&bytes("a2616161626163 01"));
    assert_eq!(out.len(), expected.len());
    assert_eq!(core::mem::take(&mut expected), out);
}

#[test]
fn members_at_and_past_the_limit() {
    let config = CodecConfig {
        limits: Limits {
            max_members: 8,
            ..Limits::default()
        },
        ..CodecConfig::default()
    };
    let with = |count: u8| {
        let value = [vec![0x80 | count], vec![0; usize::from(count)]].concat();
        decode(Serialization::Cbor, &response(&value), &config)
            .map(drop)
            .map_err(|error| error.rule)
    };
    assert_eq!(with(4), Ok(()));
    assert_eq!(with(5), Err(DecodeRule::TooManyMembers));
}

#[test]
fn numbers_keep_their_value() {
    for (json, hex) in [
        ("1.5", "fa3fc00000"),
        ("1.1", "fb3ff199999999999a"),
        ("100000.0", "fa47c35000"),
        ("1e300", "fb7e37e43c8800759c"),
        ("-0", "fa80000000"),
        ("18446744073709551616", "fa5f800000"),
        ("18446744073709551615", "1bffffffffffffffff"),
        ("-18446744073709551616", "3bffffffffffffffff"),
    ] {
        let content = Content::json_text(format!("{{\"m2m:dbg\":{json}}}"));
        let cbor = content
            .unwrap()
            .transcode(Serialization::Cbor, &CodecConfig::default())
            .unwrap();
        let expected = [b"\xA1\x67m2m:dbg".to_vec(), bytes(hex)].concat();
        assert_eq!(cbor.as_raw().as_cbor(), Some(&expected[..]), "{json}");
    }
    let value = Value::Number(Number::Integer(1 << 64));
    let value = Value::Object(vec![("a".into(), value)]);
    let written = Content::from_value(Serialization::Cbor, &value, &CodecConfig::default());
    assert!(written.is_err());
}

#[test]
fn content_of_a_type_has_the_forms_of_ts_0004() {
    let value = serde_json::json!({"m2m:cin": {"con": 1.5, "cs": 3, "lbl": ["a"]}});
    let content = Content::cbor(&value).unwrap();
    let json = Content::json(&value).unwrap();
    let expected = json.transcode(Serialization::Cbor, &CodecConfig::default());
    assert_eq!(content, expected.unwrap());
    assert_eq!(content.root_name(), "m2m:cin");
    for wrong in [
        serde_json::json!({}),
        serde_json::json!([1]),
        serde_json::json!({"a": 1, "b": 2}),
    ] {
        assert!(Content::cbor(&wrong).is_err(), "{wrong}");
    }
    assert!(Content::cbor_bytes(&bytes("a1616100 00")).is_err());
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        for leniency in [Leniency::STRICT, Leniency::DEPLOYED] {
            let _ = read(&bytes, leniency);
            let _ = read(&response(&bytes), leniency);
        }
    }

    #[test]
    fn every_beginning_is_incomplete(cut in 0usize..60) {
        let whole = response(&bytes("bf61619f0102ff61627f61636164ff6163a16164fb3ff199999999999aff"));
        if cut < whole.len() {
            prop_assert_eq!(read(&whole[..cut], Leniency::STRICT).map(drop), Err(DecodeRule::Truncated));
        }
        prop_assert!(read(&whole, Leniency::STRICT).is_ok());
    }

    #[test]
    fn acceptance_agrees_with_ciborium(bytes in proptest::collection::vec(any::<u8>(), 1..24)) {
        let whole = response(&bytes);
        let ours = read(&whole, Leniency::STRICT);
        let theirs = ciborium::from_reader::<ciborium::Value, _>(&bytes[..]);
        if ours.is_ok() {
            prop_assert!(theirs.is_ok(), "{:02x?}", bytes);
        }
    }
}
