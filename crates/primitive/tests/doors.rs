//! Types of the caller's and trees of other crates, into any serialization and out of it.

use std::collections::BTreeMap;

use onem2m_primitive::{
    CodecConfig, Content, ContentError, DecodeRule, EncodeRule, Limits, Number, Serialization,
    Value as Tree,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
enum Resource {
    #[serde(rename = "m2m:cnt")]
    Container(Container),
    #[serde(rename = "m2m:sub")]
    Subscription { nu: Vec<String>, enc: Criteria },
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Container {
    mni: Option<u32>,
    lbl: Vec<String>,
    rn: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    disr: Option<bool>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Criteria {
    net: Vec<u8>,
}

#[test]
fn types_are_written_into_every_serialization() {
    let container = Container {
        mni: Some(5),
        lbl: vec!["a".into(), "b".into()],
        rn: "c & d".into(),
        disr: Some(true),
    };
    let subscription = Resource::Subscription {
        nu: vec!["http://example.com".into()],
        enc: Criteria { net: vec![1, 3] },
    };
    for value in [Resource::Container(container), subscription] {
        for serialization in ALL {
            let content =
                Content::serialized(serialization, &value, &CodecConfig::default()).unwrap();
            assert_eq!(content.as_raw().serialization(), serialization);
            assert_eq!(
                content.read::<Resource>().as_ref(),
                Ok(&value),
                "{serialization:?}"
            );
            // As what the crates write, transcoded.
            let json = Content::json_text(serde_json::to_string(&value).unwrap()).unwrap();
            let expected = json
                .transcode(serialization, &CodecConfig::default())
                .unwrap();
            assert_eq!(content, expected, "{serialization:?}");
        }
    }
}

#[test]
fn what_is_no_content_is_refused() {
    let refused = |value: &dyn Fn(Serialization) -> Result<Content<'static>, ContentError>,
                   rule| {
        for serialization in ALL {
            match value(serialization) {
                Err(ContentError::Decode(error)) => assert_eq!(error.rule, rule),
                Err(ContentError::Encode(error)) => {
                    assert!(serialization == Serialization::Xml, "{error}");
                }
                other => panic!("{serialization:?}: {other:?}"),
            }
        }
    };
    let config = CodecConfig::default();
    refused(
        &|to| Content::serialized(to, &5, &config),
        DecodeRule::Content,
    );
    refused(
        &|to| Content::serialized(to, &json!({}), &config),
        DecodeRule::Content,
    );
    refused(
        &|to| Content::serialized(to, &json!({"m2m:cnt": {}, "m2m:ae": {}}), &config),
        DecodeRule::Content,
    );
    refused(
        &|to| Content::serialized(to, &json!(["m2m:cnt"]), &config),
        DecodeRule::Content,
    );
    let small = CodecConfig {
        limits: Limits {
            max_depth: 3,
            max_members: 4,
            ..Limits::default()
        },
        ..config
    };
    let deep = |depth| {
        (1..depth).fold(
            json!({"a": 1}),
            |inner, _| json!({"m2m:sub": {"enc": inner}}),
        )
    };
    assert!(Content::serialized(Serialization::Json, &deep(2), &small).is_ok());
    refused(
        &|to| Content::serialized(to, &deep(3), &small),
        DecodeRule::TooDeep,
    );
    // Depth is that of what is open: not of what was, beside it.
    let beside = json!({"m2m:sub": {"a": [], "b": [], "c": []}});
    assert!(Content::serialized(Serialization::Json, &beside, &small).is_ok());
    let wide = |count| json!({"m2m:cnt": {"lbl": vec!["a"; count]}});
    assert!(Content::serialized(Serialization::Json, &wide(2), &small).is_ok());
    refused(
        &|to| Content::serialized(to, &wide(3), &small),
        DecodeRule::TooManyMembers,
    );
}

/// A map whose names come twice.
struct Twice;

impl Serialize for Twice {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        struct Inner;
        impl Serialize for Inner {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                for name in ["mni", "cr", "mni"] {
                    map.serialize_entry(name, &5)?;
                }
                map.end()
            }
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("m2m:cnt", &Inner)?;
        map.end()
    }
}

#[test]
fn values_that_have_no_form_are_refused() {
    let config = CodecConfig::default();
    for serialization in [Serialization::Json, Serialization::Cbor] {
        let error = Content::serialized(serialization, &Twice, &config).unwrap_err();
        let ContentError::Decode(error) = error else {
            panic!("{error}")
        };
        assert_eq!(error.rule, DecodeRule::DuplicateMember);
    }
    let in_container = |value: f64| BTreeMap::from([("m2m:cnt", BTreeMap::from([("mni", value)]))]);
    for number in [f64::NAN, f64::INFINITY] {
        let Err(ContentError::Encode(error)) = Content::json(&in_container(number)) else {
            panic!("{number}")
        };
        assert_eq!(
            (error.rule, &*error.path),
            (EncodeRule::NumberRange, "m2m:cnt/mni")
        );
    }
    let large = BTreeMap::from([("m2m:cnt", u128::MAX)]);
    assert!(Content::cbor(&large).is_err());
    let keys = BTreeMap::from([(3, "a")]);
    let nested = BTreeMap::from([("m2m:cnt", keys)]);
    let content = Content::json(&nested).unwrap();
    assert_eq!(content.as_raw().as_json(), Some(r#"{"m2m:cnt":{"3":"a"}}"#));
    let named = BTreeMap::from([(Some(Key::Plain), "a")]);
    let nested = BTreeMap::from([("m2m:cnt", named)]);
    let content = Content::json(&nested).unwrap();
    assert_eq!(
        content.as_raw().as_json(),
        Some(r#"{"m2m:cnt":{"lbl":"a"}}"#)
    );
    let within = BTreeMap::from([(Key::Within(1), "a")]);
    let Err(ContentError::Type { message, path }) =
        Content::json(&BTreeMap::from([("m2m:cnt", within)]))
    else {
        panic!("no name")
    };
    assert_eq!(path, "m2m:cnt");
    assert!(!message.is_empty());
    let bytes = BTreeMap::from([("m2m:cin", serde_bytes_like())]);
    let Err(ContentError::Type { path, .. }) = Content::json(&bytes) else {
        panic!("bytes have no form")
    };
    assert_eq!(path, "m2m:cin");
}

#[derive(Eq, Ord, PartialEq, PartialOrd, Serialize)]
enum Key {
    #[serde(rename = "lbl")]
    Plain,
    Within(u8),
}

struct Bytes;

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(b"a")
    }
}

const fn serde_bytes_like() -> Bytes {
    Bytes
}

#[test]
fn trees_of_serde_json_come_and_go() {
    for json in [
        json!({"m2m:cin": {"con": [null, true, 1, -1, 1.5, "a", {}], "st": u64::MAX}}),
        json!({"m2m:cin": {"con": i64::MIN, "lbl": ["\u{0}\n\""]}}),
        json!({"m2m:cnt": {}}),
    ] {
        let tree = Tree::try_from(json.clone()).unwrap();
        assert_eq!(serde_json::Value::try_from(tree.clone()), Ok(json.clone()));
        for serialization in [Serialization::Json, Serialization::Cbor] {
            let content =
                Content::from_value(serialization, &tree, &CodecConfig::default()).unwrap();
            assert_eq!(content.to_json_value().as_ref(), Ok(&json));
            let again = content.read::<Tree<'_>>().unwrap();
            assert_eq!(serde_json::Value::try_from(again), Ok(json.clone()));
        }
    }
    let mut deep = json!(1);
    for _ in 0..64 {
        deep = json!([deep]);
    }
    assert!(Tree::try_from(deep.clone()).is_ok());
    let error = Tree::try_from(json!([deep])).unwrap_err();
    assert_eq!(error.rule, DecodeRule::TooDeep);
    let wide = json!(vec![0; 1 << 16]);
    assert!(Tree::try_from(wide).is_ok());
    let wide = json!({"a": vec![0; 1 << 16]});
    let error = Tree::try_from(wide).unwrap_err();
    assert_eq!(error.rule, DecodeRule::TooManyMembers);
    for number in [
        Number::Decimal("3.14159265358979323846"),
        Number::Integer(1 << 64),
        Number::Float(f64::NAN),
    ] {
        let exact = Number::Integer(1 << 64) == number;
        let tree = Tree::Object(vec![("a".into(), Tree::Array(vec![Tree::Number(number)]))]);
        match serde_json::Value::try_from(tree) {
            // 2⁶⁴ is a double.
            Ok(value) => assert!(exact && value["a"][0] == json!(18_446_744_073_709_551_616.0)),
            Err(error) => assert_eq!((error.rule, &*error.path), (EncodeRule::NumberRange, "a")),
        }
    }
    let twice = Tree::Object(vec![("a".into(), Tree::Null), ("a".into(), Tree::Null)]);
    assert!(serde_json::Value::try_from(twice.clone()).is_err());
    assert!(ciborium::Value::try_from(twice).is_err());
}

#[test]
fn trees_of_ciborium_come_and_go() {
    use ciborium::Value as Cbor;
    use ciborium::value::Integer;

    let text = |text: &str| Cbor::Text(text.to_owned());
    let largest = Integer::try_from((1_i128 << 64) - 1).unwrap();
    let least = Integer::try_from(-(1_i128 << 64)).unwrap();
    for cbor in [
        Cbor::Map(vec![(
            text("m2m:cin"),
            Cbor::Map(vec![(text("con"), Cbor::Integer(largest))]),
        )]),
        Cbor::Map(vec![(
            text("m2m:cin"),
            Cbor::Array(vec![
                Cbor::Integer(least),
                Cbor::Float(1.5),
                Cbor::Null,
                Cbor::Bool(true),
            ]),
        )]),
    ] {
        let tree = Tree::try_from(cbor.clone()).unwrap();
        assert_eq!(Cbor::try_from(tree.clone()), Ok(cbor.clone()));
        let content =
            Content::from_value(Serialization::Cbor, &tree, &CodecConfig::default()).unwrap();
        assert_eq!(content.to_cbor_value(), Ok(cbor.clone()));
        // And what ciborium writes is read.
        let mut bytes = Vec::new();
        ciborium::into_writer(&cbor, &mut bytes).unwrap();
        assert_eq!(Content::cbor_bytes(&bytes).unwrap().value().unwrap(), tree);
    }
    for (cbor, rule) in [
        (Cbor::Bytes(vec![1]), DecodeRule::Type),
        (Cbor::Tag(2, Box::new(Cbor::Null)), DecodeRule::Type),
        (Cbor::Float(f64::NAN), DecodeRule::NotFinite),
        (Cbor::Map(vec![(Cbor::Null, Cbor::Null)]), DecodeRule::Type),
        (
            Cbor::Map(vec![(text("a"), Cbor::Null), (text("a"), Cbor::Null)]),
            DecodeRule::DuplicateMember,
        ),
    ] {
        let inner = Cbor::Map(vec![(text("x"), cbor)]);
        let error = Tree::try_from(inner).unwrap_err();
        assert_eq!(
            (error.rule, error.path.split('/').next()),
            (rule, Some("x")),
            "{error}"
        );
    }
}

/// Depth is that of what is open; an error names the place.
#[test]
fn trees_of_other_crates_at_and_past_the_limit_of_depth() {
    let max_depth = Limits::default().max_depth;
    let deep = |depth| (1..depth).fold(json!({}), |inner, _| json!({"a": inner}));
    let beside = json!({"a": vec![json!({}); max_depth], "b": vec![json!([]); max_depth]});
    for value in [deep(max_depth), beside] {
        assert!(Tree::try_from(value.clone()).is_ok());
        assert!(Tree::try_from(ciborium::Value::serialized(&value).unwrap()).is_ok());
    }
    let deep = deep(max_depth + 1);
    let path = vec!["a"; max_depth].join("/");
    for error in [
        Tree::try_from(deep.clone()).unwrap_err(),
        Tree::try_from(ciborium::Value::serialized(&deep).unwrap()).unwrap_err(),
    ] {
        assert_eq!((error.rule, &error.path), (DecodeRule::TooDeep, &path));
    }
}
