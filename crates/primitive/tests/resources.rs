//! Types of the caller's that are resources: written under their root and read from it, in content and in notifications.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    AbsoluteOrRelative, CodecConfig, Content, ContentError, DecodeRule, OwnedValue,
    RequestIdentifier, RequestPrimitive, Resource, ResourceType, ResponsePrimitive,
    ResponseStatusCode, Serialization, Timestamp, UnknownNames, Value,
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Container {
    rn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ty: Option<ResourceType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    et: Option<Timestamp>,
    lbl: Vec<String>,
    mni: u32,
}

impl Resource for Container {
    const ROOT: &'static str = "m2m:cnt";
    const TYPE: ResourceType = ResourceType::CONTAINER;
}

fn container() -> impl Strategy<Value = Container> {
    let labels = proptest::collection::vec("[a-z:]{1,8}", 1..4);
    ("[ -~]{1,12}", any::<Option<u32>>(), labels, any::<u32>()).prop_map(|(rn, ty, lbl, mni)| {
        Container {
            rn,
            ty: ty.map(ResourceType),
            et: ty.map(|_| "20260301T101530,125".parse().unwrap()),
            lbl,
            mni,
        }
    })
}

fn request(content: Content<'static>) -> RequestPrimitive<'static> {
    RequestPrimitive::notify("a", RequestIdentifier::numbered(1, 1), content)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What is written under its root is read again, alone and as the representation in a notification, in every serialization.
    #[test]
    fn a_resource_survives_every_serialization(container in container()) {
        for serialization in ALL {
            let content = Content::resource_in(serialization, &container, &CodecConfig::default()).unwrap();
            prop_assert_eq!(content.root_name(), Container::ROOT);
            prop_assert_eq!(content.read_resource::<Container>().unwrap(), container.clone());

            let tree = content.value().unwrap();
            let owned = OwnedValue::from(tree.clone());
            prop_assert_eq!(tree.read_resource::<Container>().unwrap(), container.clone());
            prop_assert_eq!(owned.as_value().read_resource::<Container>().unwrap(), container.clone());

            let event = Value::Object(vec![("rep".into(), tree), ("net".into(), Value::Number(onem2m_primitive::Number::Integer(3)))]);
            let notification = Value::Object(vec![("nev".into(), event)]);
            let single = Value::Object(vec![("m2m:sgn".into(), notification.clone())]);
            let several = Value::Array(vec![notification.clone(), notification]);
            let aggregated = Value::Object(vec![("m2m:agn".into(), Value::Object(vec![("m2m:sgn".into(), several)]))]);
            for (value, count) in [(single, 1), (aggregated, 2)] {
                let content = Content::from_value(serialization, &value, &CodecConfig::default()).unwrap();
                let request = request(content);
                let notifications = request.notifications::<Container>().unwrap();
                prop_assert_eq!(notifications.len(), count);
                for notification in notifications {
                    let representation = notification.event.unwrap().representation.unwrap();
                    prop_assert_eq!(&representation.0, &container);
                }
            }
        }
    }
}

/// What does not fit is named, with its path.
#[test]
fn errors_name_the_attribute() {
    let read = |text: &str| {
        let response =
            ResponsePrimitive::new(ResponseStatusCode::OK, RequestIdentifier::numbered(1, 1))
                .content(Content::json_text(text).unwrap());
        response.resource::<Container>().unwrap_err().to_string()
    };
    for (text, expected) in [
        (
            r#"{"m2m:cin":{"rn":"a"}}"#,
            "m2m:cin where m2m:cnt belongs (m2m:cin)",
        ),
        (
            r#"{"m2m:cnt":{"rn":"a","lbl":[],"mni":-1}}"#,
            "invalid value: integer `-1`, expected u32 (m2m:cnt/mni)",
        ),
        (
            r#"{"m2m:cnt":{"rn":"a","lbl":"b","mni":1}}"#,
            "invalid type: string \"b\", expected a sequence (m2m:cnt/lbl)",
        ),
        (
            r#"{"m2m:cnt":{"et":"tomorrow"}}"#,
            "invalid value: string \"tomorrow\", expected YYYYMMDDThhmmss (m2m:cnt/et)",
        ),
    ] {
        assert_eq!(read(text), expected);
    }
    // The same of a tree.
    let content = Content::json_text(r#"{"m2m:cnt":{"rn":"a","lbl":[5],"mni":1}}"#).unwrap();
    let error = content.value().unwrap().read_resource::<Container>();
    let expected = "invalid type: integer `5`, expected a string (m2m:cnt/lbl)";
    assert_eq!(error.unwrap_err().to_string(), expected);
}

#[test]
fn content_that_is_missing_is_an_error() {
    let response =
        ResponsePrimitive::new(ResponseStatusCode::OK, RequestIdentifier::numbered(1, 1));
    let Err(ContentError::Decode(error)) = response.resource::<Container>() else {
        unreachable!("there is no content");
    };
    assert_eq!((error.rule, &*error.path), (DecodeRule::Missing, "pc"));
}

/// A value that is owned is the same that was borrowed, and skips what a type does not ask for.
#[test]
fn owned_values_are_the_same_values() {
    let text = r#"{"m2m:cin":{"con":{"a":[1,-2.5,true,null,"x"],"b":{}},"cs":9}}"#;
    let content = Content::json_text(text).unwrap();
    let owned = OwnedValue::from(content.value().unwrap());
    let config = CodecConfig::default();
    let again = Content::from_value(Serialization::Json, &owned.as_value(), &config).unwrap();
    assert_eq!(again.to_string(), text);
    assert_eq!(Content::json(&owned).unwrap().to_string(), text);

    #[derive(Deserialize)]
    struct Size {
        cs: u64,
    }
    #[derive(Deserialize)]
    struct Instance {
        #[serde(rename = "m2m:cin")]
        cin: Size,
    }
    assert_eq!(owned.read::<Instance>().unwrap().cin.cs, 9);
    // More digits than a double has: kept, and not rounded in silence.
    let digits = "0.1234567890123456789012345";
    let content = Content::json_text(format!(r#"{{"m2m:cin":{{"con":{digits}}}}}"#)).unwrap();
    let owned = OwnedValue::from(content.value().unwrap());
    let again = Content::from_value(Serialization::Json, &owned.as_value(), &config).unwrap();
    assert_eq!(again, content);
    assert!(Content::json(&owned).is_err());
}

#[test]
fn timestamps_and_numbers_with_names_are_read_and_written() {
    let text = r#"["20260301T101530,125","20260301T101530","-1"]"#;
    let read: Vec<AbsoluteOrRelative> = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let number: AbsoluteOrRelative = serde_json::from_str("-1").unwrap();
    assert_eq!(number, AbsoluteOrRelative::Relative(-1));
    assert!(serde_json::from_str::<Timestamp>("5").is_err());
    let types: Vec<ResourceType> = serde_json::from_str("[3,4711]").unwrap();
    assert_eq!(types, [ResourceType::CONTAINER, ResourceType(4711)]);
    assert_eq!(serde_json::to_string(&types).unwrap(), "[3,4711]");
}

/// Of what a type has no field for, nothing else changes: attributes of XML, lists, arrays, objects and empty elements, before and
/// behind the one member that is wanted.
#[test]
fn members_that_nobody_wants() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Wanted {
        mni: u32,
    }
    impl Resource for Wanted {
        const ROOT: &'static str = "m2m:cnt";
        const TYPE: ResourceType = ResourceType::CONTAINER;
    }
    let unwanted = [
        r#""rn":"a""#,
        r#""rn":"a","ri":"b""#,
        r#""rn":"","lbl":["a","b"]"#,
        r#""lbl":[]"#,
        r#""acpi":["a"],"at":["b","c"]"#,
        r#""ch":[{"nm":"a","typ":3,"val":"b"},{"nm":"c","typ":4,"val":"d"}]"#,
        r#""rn":"a","m2m:cin":[{"rn":"c","con":"1"},{"rn":"d","con":"2"}]"#,
        r#""or":"","disr":true"#,
    ];
    let config = CodecConfig {
        unknown_names: UnknownNames::Text,
        ..CodecConfig::default()
    };
    for unwanted in unwanted {
        for text in [
            format!(r#"{{"m2m:cnt":{{{unwanted},"mni":7}}}}"#),
            format!(r#"{{"m2m:cnt":{{"mni":7,{unwanted}}}}}"#),
        ] {
            let content = Content::json_text(text).unwrap();
            for serialization in [Serialization::Json, Serialization::Xml, Serialization::Cbor] {
                let content = content.transcode(serialization, &config).unwrap();
                let read = content.read_resource::<Wanted>();
                assert_eq!(read, Ok(Wanted { mni: 7 }), "{serialization:?}: {content}");
            }
        }
    }
}
