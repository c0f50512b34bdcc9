//! The codec of primitives beside `serde_json`, `ciborium` and `quick-xml`: both accept and read the same, or one of the named
//! differences is the reason.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever else there is, is another difference"
)]

use ciborium::Value as Cbor;
use onem2m_primitive::{Content, ContentError, DecodeRule, Number, Raw, Value};
use quick_xml::events::Event;

/// JSON as the content of a primitive, beside `serde_json`.
///
/// | we | it | decided by |
/// |---|---|---|
/// | refuse a name that comes twice | takes the last | TS-0004 8.4.2 |
/// | refuse what passes a limit | has others: 128 levels | `Limits` |
/// | refuse what is no object with one member | takes it | TS-0004 6.3.5.17 |
/// | keep numbers beyond doubles | refuses them, or rounds | RFC 8259 §6 |
pub fn json(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else {
        return;
    };
    let document = format!("{{\"m2m:x\":{text}}}");
    let ours = Content::json_text(document.as_str());
    let theirs = serde_json::from_str::<serde_json::Value>(&document);
    match (&ours, &theirs) {
        (Ok(content), Ok(theirs)) => {
            let value = content.value().expect("what was checked can be read");
            assert!(
                is_same_json(&value, theirs),
                "{document}: {value:?}, {theirs}"
            );
            assert_eq!(
                content.read::<Value<'_>>().as_ref(),
                Ok(&value),
                "through serde: {document}"
            );
        }
        (Ok(_), Err(error)) => {
            assert!(
                error.to_string().contains("number out of range"),
                "{error}: {document}"
            );
        }
        (Err(error), Ok(_)) => {
            let rule = decode_rule(error);
            let is_known = matches!(
                rule,
                DecodeRule::DuplicateMember
                    | DecodeRule::TooDeep
                    | DecodeRule::TooManyMembers
                    | DecodeRule::Content
            );
            assert!(is_known, "{error}: {document}");
        }
        (Err(_), Err(_)) => {}
    }
}

fn decode_rule(error: &ContentError) -> DecodeRule {
    match error {
        ContentError::Decode(error) => error.rule,
        other => panic!("an error of decoding: {other}"),
    }
}

fn is_same_json(ours: &Value<'_>, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Json;

    match (ours, theirs) {
        (Value::Null, Json::Null) => true,
        (Value::Boolean(ours), Json::Bool(theirs)) => ours == theirs,
        (Value::Text(ours), Json::String(theirs)) => ours == theirs,
        (Value::Number(ours), Json::Number(theirs)) => match ours {
            Number::Integer(ours) => {
                let integer = theirs.as_i64().map(i128::from);
                let integer = integer.or_else(|| theirs.as_u64().map(i128::from));
                // Beyond 64 bits it has doubles.
                integer.map_or_else(
                    || theirs.as_f64() == ours.to_string().parse().ok(),
                    |theirs| *ours == theirs,
                )
            }
            Number::Float(ours) => theirs.as_f64() == Some(*ours),
            Number::Decimal(ours) => theirs.as_f64() == ours.parse().ok(),
        },
        (Value::Array(ours), Json::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|(ours, theirs)| is_same_json(ours, theirs))
        }
        (Value::Object(ours), Json::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(name, ours)| {
                    theirs
                        .get(&**name)
                        .is_some_and(|theirs| is_same_json(ours, theirs))
                })
        }
        _ => false,
    }
}

/// CBOR as the content of a primitive, beside `ciborium`.
///
/// | we | it | decided by |
/// |---|---|---|
/// | refuse byte strings, tags, names that are not text, simple values that JSON has not | takes them | TS-0004 8.5 |
/// | refuse numbers that are not finite | takes them | TS-0004 8.4 |
/// | refuse a name that comes twice | takes both | RFC 8949 §5.6 |
/// | refuse what passes a limit | has others: 256 levels | `Limits` |
/// | refuse what follows the value | leaves it | TS-0020 5.2 |
/// | refuse text in pieces within a piece | takes it | RFC 8949 §3.2.3 |
pub fn cbor(data: &[u8]) {
    let mut document = b"\xa1\x65m2m:x".to_vec();
    document.extend_from_slice(data);
    let ours = Content::cbor_bytes(&document);
    let mut rest = &*document;
    let theirs = ciborium::from_reader::<Cbor, _>(&mut rest);
    match (&ours, &theirs) {
        (Ok(content), Ok(theirs)) => {
            let value = content.value().expect("what was checked can be read");
            assert!(
                is_same_cbor(&value, theirs),
                "{document:02x?}: {value:?}, {theirs:?}"
            );
            assert!(rest.is_empty(), "{document:02x?}");
        }
        (Ok(_), Err(error)) => panic!("{error}: {document:02x?}"),
        (Err(error), Ok(theirs)) => {
            let rule = decode_rule(error);
            let is_known = match rule {
                DecodeRule::Type => has(theirs, &|value| {
                    matches!(value, Cbor::Bytes(_) | Cbor::Tag(..) | Cbor::Null)
                        || matches!(value, Cbor::Integer(_) | Cbor::Map(_) | Cbor::Float(_))
                        || matches!(value, Cbor::Array(_) | Cbor::Bool(_))
                }),
                DecodeRule::NotFinite => has(theirs, &|value| {
                    value.as_float().is_some_and(|float| !float.is_finite())
                }),
                DecodeRule::Syntax => document.iter().any(|byte| matches!(byte, 0x5F | 0x7F)),
                DecodeRule::TrailingBytes => !rest.is_empty(),
                DecodeRule::DuplicateMember | DecodeRule::TooDeep | DecodeRule::TooManyMembers => {
                    true
                }
                _ => false,
            };
            assert!(is_known, "{error}: {document:02x?}: {theirs:?}");
        }
        (Err(_), Err(_)) => {}
    }
}

/// Whether there is such a value anywhere.
fn has(value: &Cbor, is_it: &dyn Fn(&Cbor) -> bool) -> bool {
    is_it(value)
        || match value {
            Cbor::Array(items) => items.iter().any(|item| has(item, is_it)),
            Cbor::Map(pairs) => pairs
                .iter()
                .any(|(name, value)| has(name, is_it) || has(value, is_it)),
            _ => false,
        }
}

fn is_same_cbor(ours: &Value<'_>, theirs: &Cbor) -> bool {
    match (ours, theirs) {
        (Value::Null, Cbor::Null) => true,
        (Value::Boolean(ours), Cbor::Bool(theirs)) => ours == theirs,
        (Value::Text(ours), Cbor::Text(theirs)) => ours == theirs,
        (Value::Number(Number::Integer(ours)), Cbor::Integer(theirs)) => {
            *ours == i128::from(*theirs)
        }
        (Value::Number(Number::Float(ours)), Cbor::Float(theirs)) => {
            ours.to_bits() == theirs.to_bits()
        }
        (Value::Array(ours), Cbor::Array(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|(ours, theirs)| is_same_cbor(ours, theirs))
        }
        (Value::Object(ours), Cbor::Map(theirs)) => {
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|((name, ours), (their_name, theirs))| {
                        their_name.as_text() == Some(name) && is_same_cbor(ours, theirs)
                    })
        }
        _ => false,
    }
}

/// A primitive around XML that is its content.
#[must_use]
pub fn xml_document(data: &str) -> String {
    format!(
        "<m2m:rsp xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"><rsc>2000</rsc><rqi>1</rqi><pc><m2m:x>{data}</m2m:x></pc></m2m:rsp>"
    )
}

/// XML as the content of a primitive, beside `quick-xml`: what we accept it accepts, with the same elements and text. It does
/// not check names, characters and much else, so what it accepts may be refused; that is compared with a validating parser in
/// the tests.
pub fn xml(data: &[u8]) {
    use onem2m_primitive::{CodecConfig, Primitive, Serialization, decode};

    let Ok(text) = core::str::from_utf8(data) else {
        return;
    };
    let document = xml_document(text);
    let Ok(Primitive::Response(response)) =
        decode(Serialization::Xml, &document, &CodecConfig::default())
    else {
        return;
    };
    let Some(Raw::Xml(fragment)) = response.content.as_ref().map(Content::as_raw) else {
        panic!("content of XML: {document}")
    };
    let mut reader = quick_xml::Reader::from_str(fragment.as_str());
    reader.config_mut().check_comments = true;
    let mut depth = 0_i32;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => break,
            Ok(Event::DocType(_) | Event::Decl(_)) => panic!("no content has that: {document}"),
            Ok(_) => {}
            Err(error) => panic!("{error}: {document}"),
        }
    }
    assert_eq!(depth, 0, "{document}");
}
