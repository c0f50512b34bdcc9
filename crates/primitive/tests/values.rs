//! Accessors of values, identifiers and documents, and the texts of errors.

use std::collections::HashMap;

use onem2m_primitive::{
    CodecConfig, Content, DecodeRule, Limits, OwnedValue, RequestIdentifier, ResourceAddress,
    Schedule, Serialization, Timestamp, Value, decode,
};
use serde::Deserialize;

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

#[test]
fn a_value_is_what_it_is_and_nothing_else() {
    type Row = (
        OwnedValue,
        Option<&'static str>,
        Option<bool>,
        Option<i64>,
        Option<f64>,
    );
    let rows: [Row; 16] = [
        (OwnedValue::Null, None, None, None, None),
        (OwnedValue::Boolean(true), None, Some(true), None, None),
        (OwnedValue::Boolean(false), None, Some(false), None, None),
        (OwnedValue::Integer(0), None, None, Some(0), Some(0.0)),
        (OwnedValue::Integer(-7), None, None, Some(-7), Some(-7.0)),
        (
            OwnedValue::Integer(i64::MAX.into()),
            None,
            None,
            Some(i64::MAX),
            Some(9_223_372_036_854_775_808.0),
        ),
        (
            OwnedValue::Integer(i128::from(i64::MAX) + 1),
            None,
            None,
            None,
            Some(9_223_372_036_854_775_808.0),
        ),
        (OwnedValue::Float(5.0), None, None, Some(5), Some(5.0)),
        (OwnedValue::Float(5.5), None, None, None, Some(5.5)),
        (
            OwnedValue::Decimal("25e-1".into()),
            None,
            None,
            None,
            Some(2.5),
        ),
        (
            OwnedValue::Decimal("7.0".into()),
            None,
            None,
            Some(7),
            Some(7.0),
        ),
        (OwnedValue::Decimal("1e400".into()), None, None, None, None),
        (OwnedValue::Text("5".into()), Some("5"), None, None, None),
        (OwnedValue::Text(String::new()), Some(""), None, None, None),
        (OwnedValue::Array(Vec::new()), None, None, None, None),
        (OwnedValue::Object(Vec::new()), None, None, None, None),
    ];
    for (value, text, boolean, integer, float) in rows {
        assert_eq!(value.as_text(), text, "{value:?}");
        assert_eq!(value.as_bool(), boolean, "{value:?}");
        assert_eq!(value.as_i64(), integer, "{value:?}");
        assert_eq!(value.as_f64(), float, "{value:?}");
    }
    let object = OwnedValue::Object(vec![
        ("a".into(), OwnedValue::Boolean(true)),
        ("b".into(), OwnedValue::Null),
    ]);
    assert_eq!(object.get("b"), Some(&OwnedValue::Null));
    assert_eq!(object.get("c"), None);
    assert_eq!(OwnedValue::Null.get("a"), None);
}

#[test]
fn the_name_of_the_root() {
    let config = CodecConfig::default();
    for serialization in ALL {
        let json = Content::json_text(r#"{"m2m:cin":{"con":"a"}}"#).unwrap();
        let content = json.transcode(serialization, &config).unwrap();
        assert_eq!(content.value().unwrap().root_name(), Some("m2m:cin"));
    }
    let two = vec![
        ("a".into(), Value::Null),
        ("b".into(), Value::Boolean(true)),
    ];
    assert_eq!(Value::Object(two).root_name(), None);
    assert_eq!(Value::Object(Vec::new()).root_name(), None);
    assert_eq!(Value::Text("a".into()).root_name(), None);
}

#[test]
fn the_length_of_a_document() {
    let config = CodecConfig::default();
    let text = r#"{"m2m:cin":{"con":"a"}}"#;
    let json = Content::json_text(text).unwrap();
    assert_eq!(json.as_raw().len(), text.len());
    for serialization in ALL {
        let content = json.transcode(serialization, &config).unwrap();
        let raw = content.as_raw();
        let len = match serialization {
            Serialization::Json => raw.as_json().unwrap().len(),
            Serialization::Cbor => raw.as_cbor().unwrap().len(),
            Serialization::Xml => raw.as_xml().unwrap().as_str().len(),
        };
        assert!(!raw.is_empty() && raw.len() == len && len > 10, "{len}");
    }
}

#[test]
fn an_identifier_is_looked_up_by_its_text() {
    let identifiers = ["r1", "r2", "é"];
    let numbered = identifiers.iter().zip(1..);
    let map: HashMap<RequestIdentifier<'static>, i32> = numbered
        .map(|(text, number)| (RequestIdentifier::new(*text).unwrap(), number))
        .collect();
    for (text, number) in identifiers.iter().zip(1..) {
        assert_eq!(map.get(*text), Some(&number), "{text}");
    }
    assert_eq!(map.get("xyzzy"), None);
    assert_eq!(RequestIdentifier::new("r1").unwrap().to_string(), "r1");
}

/// Every name of an address is looked at, also behind that of a CSE; an attribute alone is no address.
#[test]
fn every_part_of_an_address_is_checked() {
    for text in [
        "a",
        "a/b",
        "/cse",
        "/cse/a",
        "//sp/cse/a",
        "a#lbl",
        "/cse#lbl",
    ] {
        assert!(ResourceAddress::parse(text).is_ok(), "{text}");
    }
    for text in [
        "",
        "#lbl",
        "a//b",
        "/cse//b",
        "/cse/a/",
        "//sp/cse//b",
        "/cse/",
        "a/",
        "/",
        "a#",
    ] {
        assert!(ResourceAddress::parse(text).is_err(), "{text}");
    }
}

/// `max_list_items` counts what lists of parameters hold.
#[test]
fn items_of_lists_at_and_past_the_limit() {
    let config = CodecConfig {
        limits: Limits {
            max_list_items: 3,
            ..Limits::default()
        },
        ..CodecConfig::default()
    };
    for (count, is_read) in [(0, true), (2, true), (3, true), (4, false)] {
        let list = vec!["\"r\""; count].join(",");
        let document = format!(r#"{{"op":2,"to":"a","fr":"b","rqi":"1","rids":[{list}]}}"#);
        let read = decode(Serialization::Json, &*document, &config);
        match read {
            Ok(_) => assert!(is_read, "{count}"),
            Err(error) => {
                assert!(!is_read, "{count}: {error}");
                assert_eq!(error.rule, DecodeRule::TooManyMembers);
            }
        }
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let said = |error: &dyn core::fmt::Display| error.to_string();
    let timestamp = |text: &str| said(&text.parse::<Timestamp>().unwrap_err());
    assert_eq!(timestamp("2026"), "not written as YYYYMMDDThhmmss");
    assert_eq!(timestamp("20261301T000000"), "no such day or time");
    let schedule = |text: &str| said(&Schedule::from_entries([text]).unwrap_err());
    assert!(schedule("* *").starts_with("not seven fields"));
    assert!(schedule("a * * * * * *").starts_with("a field that is neither"));
    assert!(schedule("60 * * * * * *").starts_with("a number out of the range"));
}

#[derive(Debug, Deserialize)]
struct Number {
    #[serde(rename = "m2m:cin")]
    _con: f64,
}

#[test]
fn a_number_that_no_double_holds_is_refused_by_its_reader() {
    for (text, is_read) in [
        ("1.5", true),
        ("1e308", true),
        ("1e400", false),
        ("-1e400", false),
    ] {
        let document = format!("{{\"m2m:cin\":{text}}}");
        let read = Content::json_text(document)
            .unwrap()
            .read::<Number>()
            .map(drop);
        assert_eq!(read.is_ok(), is_read, "{text}");
    }
}
