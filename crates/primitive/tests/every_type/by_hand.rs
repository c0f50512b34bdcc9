//! The edges one by one, with what has to come of each.

use onem2m_primitive::{
    CodecConfig, Content, ContentError, DecodeRule, EncodeRule, Limits, Primitive, Serialization,
    decode, encode,
};
use serde_json::json;

use crate::ORDERS;
use crate::model::difference;

use EncodeRule::{InvalidCharacter, InvalidName, ListItem, NumberRange, Shape, UnknownName};

type Refusal = Option<(EncodeRule, &'static str)>;

/// JSON, and why CBOR and XML refuse it, if they do.
const EDGES: [(&str, Refusal, Refusal); 32] = [
    // Integers: 2⁵³ ± 1, 2⁶⁴ ± 1, and the same below zero.
    (r#"{"m2m:cnt":{"mni":9007199254740991}}"#, None, None),
    (r#"{"m2m:cnt":{"mni":9007199254740993}}"#, None, None),
    (r#"{"m2m:cnt":{"mni":18446744073709551615}}"#, None, None),
    (r#"{"m2m:cnt":{"mni":-18446744073709551616}}"#, None, None),
    (
        r#"{"m2m:cnt":{"mni":18446744073709551616}}"#,
        None,
        Some((Shape, "m2m:cnt/mni")),
    ),
    (
        r#"{"m2m:cnt":{"mni":18446744073709551617}}"#,
        Some((NumberRange, "m2m:cnt/mni")),
        Some((Shape, "m2m:cnt/mni")),
    ),
    (
        r#"{"m2m:cnt":{"mni":-18446744073709551617}}"#,
        Some((NumberRange, "m2m:cnt/mni")),
        Some((Shape, "m2m:cnt/mni")),
    ),
    (
        r#"{"m2m:cnt":{"mni":-0}}"#,
        None,
        Some((Shape, "m2m:cnt/mni")),
    ),
    (
        r#"{"m2m:cnt":{"mni":1e400}}"#,
        Some((NumberRange, "m2m:cnt/mni")),
        Some((Shape, "m2m:cnt/mni")),
    ),
    // Any number.
    (r#"{"cod:tempe":{"curT0":9007199254740993}}"#, None, None),
    (
        r#"{"cod:tempe":{"curT0":18446744073709551616}}"#,
        None,
        None,
    ),
    (r#"{"cod:tempe":{"curT0":-0}}"#, None, None),
    (r#"{"cod:tempe":{"curT0":-0.0}}"#, None, None),
    (
        r#"{"cod:tempe":{"curT0":1e400}}"#,
        Some((NumberRange, "cod:tempe/curT0")),
        None,
    ),
    (
        r#"{"cod:tempe":{"curT0":-1e-400}}"#,
        Some((NumberRange, "cod:tempe/curT0")),
        None,
    ),
    (
        r#"{"cod:tempe":{"curT0":9007199254740993.0}}"#,
        Some((NumberRange, "cod:tempe/curT0")),
        None,
    ),
    // Anything, which is text in XML.
    (r#"{"m2m:cin":{"con":9007199254740993}}"#, None, None),
    (r#"{"m2m:cin":{"con":-0}}"#, None, None),
    (
        r#"{"m2m:cin":{"con":1e400}}"#,
        Some((NumberRange, "m2m:cin/con")),
        None,
    ),
    // Characters that XML forbids (XML 1.0 §2.2), in text, attributes, items and names.
    (
        r#"{"m2m:cin":{"con":"a\u0000"}}"#,
        None,
        Some((InvalidCharacter, "m2m:cin/con")),
    ),
    (
        r#"{"m2m:cin":{"con":"\u001b[0m"}}"#,
        None,
        Some((InvalidCharacter, "m2m:cin/con")),
    ),
    (
        r#"{"m2m:cin":{"rn":"\uffff"}}"#,
        None,
        Some((InvalidCharacter, "m2m:cin/rn")),
    ),
    (
        r#"{"m2m:cin":{"lbl":["a","\ufffe"]}}"#,
        None,
        Some((InvalidCharacter, "m2m:cin/lbl")),
    ),
    (
        r#"{"m2m:cin":{"lbl":["a b"]}}"#,
        None,
        Some((ListItem, "m2m:cin/lbl")),
    ),
    (
        r#"{"m2m:cin":{"con":"\r\n\t\u0085\u2028\u007f"}}"#,
        None,
        None,
    ),
    (r#"{"m2m:cin":{"rn":"\r\n\t"}}"#, None, None),
    // Names that are empty or none in XML.
    (
        r#"{"m2m:cin":{"con":{"":1}}}"#,
        None,
        Some((InvalidName, "m2m:cin/con/")),
    ),
    (
        r#"{"m2m:cin":{"con":{"a b":1}}}"#,
        None,
        Some((InvalidName, "m2m:cin/con/a b")),
    ),
    (
        r#"{"m2m:cin":{"con":{"a":{"\u0001":1}}}}"#,
        None,
        Some((InvalidName, "m2m:cin/con/a/\u{1}")),
    ),
    (
        r#"{"m2m:cin":{"":1}}"#,
        None,
        Some((UnknownName, "m2m:cin/")),
    ),
    (
        r#"{"m2m:cin":{"\ud83d\ude00":1}}"#,
        None,
        Some((UnknownName, "m2m:cin/😀")),
    ),
    (r#"{"":{"a":1}}"#, None, Some((UnknownName, ""))),
];

#[test]
fn i_19_edges_by_hand() {
    let config = CodecConfig::default();
    for (json, in_cbor, in_xml) in EDGES {
        let content = Content::json_text(json).unwrap();
        let value = content.value().unwrap();
        for order in ORDERS {
            let refusal = |step: Serialization, was_xml: bool| match step {
                Serialization::Json => None,
                Serialization::Xml => in_xml,
                // A number in `xs:anyType` is text by then.
                Serialization::Cbor if was_xml && json.contains("con") => None,
                Serialization::Cbor => in_cbor,
            };
            let (mut there, mut was_xml) = (
                Content::from_value(Serialization::Json, &value, &config).unwrap(),
                false,
            );
            for step in order.into_iter().chain([Serialization::Json]) {
                was_xml |= step == Serialization::Xml;
                match (there.transcode(step, &config), refusal(step, was_xml)) {
                    (Ok(next), None) => there = next,
                    (Err(ContentError::Encode(error)), Some((rule, path))) => {
                        assert_eq!(
                            (error.rule, &*error.path),
                            (rule, path),
                            "{order:?}: {json}"
                        );
                        break;
                    }
                    (result, expected) => panic!("{order:?}: {json}: {result:?}, {expected:?}"),
                }
                let read = there.value().unwrap();
                assert_eq!(
                    difference(&read, &value, was_xml),
                    None,
                    "{order:?}: {json}: {read:?}"
                );
            }
        }
    }
}

/// TS-0004 8.4 has no number for them, whatever width they come in; nor has a primitive around them.
#[test]
fn i_19_numbers_that_are_not_finite_are_refused_with_the_name() {
    for number in [
        &b"\xf9\x7e\x00"[..],
        b"\xf9\x7c\x00",
        b"\xf9\xfc\x00",
        b"\xfa\x7f\xc0\x00\x00",
        b"\xfa\xff\x80\x00\x00",
        b"\xfb\x7f\xf8\x00\x00\x00\x00\x00\x00",
        b"\xfb\xff\xf0\x00\x00\x00\x00\x00\x00",
        b"\xfb\x7f\xf0\x00\x00\x00\x00\x00\x01",
    ] {
        let content = [b"\xa1\x67m2m:cin\xa1\x63con", number].concat();
        let Err(ContentError::Decode(error)) = Content::cbor_bytes(&content) else {
            panic!("{number:02x?}");
        };
        assert_eq!(
            (error.rule, &*error.path),
            (DecodeRule::NotFinite, "m2m:cin/con")
        );
        let primitive = [&b"\xa3\x63rsc\x19\x07\xd0\x63rqi\x611\x62pc"[..], &content].concat();
        let error = decode(Serialization::Cbor, &primitive, &CodecConfig::default()).unwrap_err();
        assert_eq!(
            (error.rule, &*error.path),
            (DecodeRule::NotFinite, "pc/m2m:cin/con")
        );
        assert_eq!(
            error.request_identifier.as_ref().map(|rqi| rqi.as_str()),
            Some("1")
        );
    }
    for number in ["NaN", "INF", "-INF"] {
        let xml = format!(
            "<m2m:rsp xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"><rsc>2000</rsc><rqi>1</rqi><pc><m2m:smi><msm><msm><mvl>{number}</mvl></msm></msm></m2m:smi></pc></m2m:rsp>"
        );
        let primitive = decode(Serialization::Xml, &xml, &CodecConfig::default()).unwrap();
        let error = primitive.transcode(Serialization::Json, &CodecConfig::default());
        let error = error.unwrap_err();
        let rule = EncodeRule::Content(DecodeRule::NotFinite);
        assert_eq!((error.rule, &*error.path), (rule, "pc/m2m:smi/msm/msm/mvl"));
    }
}

/// So many members are more than the limit, and the same in every serialization where the limit allows them.
#[test]
fn i_19_a_hundred_thousand_members() {
    const COUNT: usize = 100_000;
    let names: Vec<String> = (0..COUNT).map(|index| format!("n{index}")).collect();
    let members: serde_json::Map<_, _> = names
        .iter()
        .map(|name| (name.clone(), json!("a")))
        .collect();
    let children: Vec<_> = names.iter().map(|name| json!({"rn": name})).collect();
    let many = CodecConfig {
        limits: Limits {
            max_members: 4 * COUNT,
            max_len: 1 << 24,
            ..Limits::default()
        },
        ..CodecConfig::default()
    };
    for content in [
        json!({"m2m:cin": {"con": members}}),
        json!({"m2m:cnt": {"lbl": names}}),
        json!({"m2m:cnt": {"m2m:cin": children}}),
    ] {
        let value = json!({"rsc": 2000, "rqi": "1", "pc": content});
        let json = value.to_string();
        for order in [ORDERS[0], ORDERS[5]] {
            let mut primitive: Primitive<'_> = decode(Serialization::Json, &json, &many).unwrap();
            for step in order.into_iter().chain([Serialization::Json]) {
                let mut bytes = vec![];
                encode(step, &primitive, &many, &mut bytes).unwrap();
                primitive = decode(step, &bytes, &many).unwrap().into_owned();
                let mut limited = CodecConfig::default();
                limited.limits.max_len = many.limits.max_len;
                let limited = decode(step, &bytes, &limited).map(drop);
                // The items of a list are one text in XML, whose length is limited.
                if step != Serialization::Xml || content["m2m:cnt"]["lbl"].is_null() {
                    let error = limited.unwrap_err();
                    assert_eq!(error.rule, DecodeRule::TooManyMembers, "{step:?}: {error}");
                    assert!(error.path.starts_with("pc"), "{step:?}: {error}");
                }
                if step == Serialization::Json {
                    let read: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                    assert!(read == value, "{order:?}: {:.200}", read.to_string());
                }
            }
        }
    }
}
