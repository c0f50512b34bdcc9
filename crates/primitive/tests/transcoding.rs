//! From each serialization to each other, and back.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::schema::{Context, JsonType, Member, XmlForm};
use onem2m_primitive::{
    CodecConfig, Content, ContentError, DecodeRule, EncodeRule, Serialization, UnknownNames,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

/// How long arrays are, and what stands for anything.
#[derive(Clone)]
struct Filling {
    items: usize,
    anything: Value,
}

/// A value of the type of the member, structured members down to so many levels.
fn value(member: Member, filling: &Filling, levels: usize) -> Value {
    let one = |index: usize| match member.json_type() {
        JsonType::Text => json!(format!("text:{index}")),
        JsonType::Integer => json!(index + 7),
        JsonType::Number => json!(f64::from(u32::try_from(index).unwrap()) + 2.5),
        JsonType::Boolean => json!(index.is_multiple_of(2)),
        JsonType::Any if member.xml_form() == XmlForm::List => json!(format!("any:{index}")),
        JsonType::Any => filling.anything.clone(),
        JsonType::Object => object(member.context(), filling, levels),
    };
    if member.is_array() {
        Value::Array((0..filling.items).map(one).collect())
    } else {
        one(0)
    }
}

fn object(context: Option<Context>, filling: &Filling, levels: usize) -> Value {
    let Some(context) = context else {
        return json!({});
    };
    if context == Context::CONTENT {
        return json!({"m2m:uri": "cse/a"});
    }
    // Some contexts have all resources for members; one of them is enough.
    let is_resource = |member: &Member| member.context().and_then(Context::element).is_some();
    let mut resources = 0;
    let members = context.members().filter(|member| {
        resources += usize::from(is_resource(member));
        resources <= 1 || !is_resource(member)
    });
    let is_simple = |member: &Member| member.json_type() != JsonType::Object;
    Value::Object(
        members
            .filter(|member| levels > 0 || is_simple(member))
            .map(|member| {
                let value = value(member, filling, levels.saturating_sub(1));
                (member.short_name().to_owned(), value)
            })
            .collect(),
    )
}

fn content(value: &Value) -> Content<'static> {
    Content::json(value).unwrap()
}

/// Through the serializations in turn, and what it is in the end.
fn through(
    value: &Value,
    path: &[Serialization],
    config: &CodecConfig,
) -> Result<Value, ContentError> {
    let mut content = content(value);
    for serialization in path {
        content = content.transcode(*serialization, config)?;
    }
    content.read()
}

const ROUND: [Serialization; 3] = [Serialization::Xml, Serialization::Cbor, Serialization::Json];

#[test]
fn every_element_survives_the_round() {
    let mut counts = (0, 0, 0);
    for member in Context::CONTENT.members() {
        for items in [1, 2] {
            let filling = Filling {
                items,
                anything: json!("anything"),
            };
            let content = json!({ member.short_name(): value(member, &filling, 3) });
            let survived = through(&content, &ROUND, &CodecConfig::default());
            if is_nothing(&survived) {
                counts.2 += 1;
                continue;
            }
            if survived.as_ref() != Ok(&content) {
                let xml = self::content(&content)
                    .transcode(Serialization::Xml, &CodecConfig::default())
                    .unwrap();
                let xml = xml.as_raw().as_xml().unwrap().as_str().to_owned();
                panic!("{}: {:.2000}", member.short_name(), xml);
            }
            counts.0 += 1;
        }
        // Each attribute alone.
        let Some(context) = member.context() else {
            continue;
        };
        for attribute in context.members() {
            let filling = Filling {
                items: 2,
                anything: json!("anything"),
            };
            let value = json!({ attribute.short_name(): value(attribute, &filling, 2) });
            let content = json!({ member.short_name(): value });
            let survived = through(&content, &ROUND, &CodecConfig::default());
            let name = attribute.short_name();
            if is_nothing(&survived) {
                counts.2 += 1;
                continue;
            }
            assert_eq!(survived.as_ref(), Ok(&content), "{}", name);
            counts.1 += 1;
        }
    }
    println!(
        "{} elements, {} attributes alone, {} refused",
        counts.0, counts.1, counts.2
    );
    assert!(
        counts.0 > 600 && counts.1 > 6000 && counts.2 < 500,
        "{counts:?}"
    );
}

/// Whether there was something empty that XML would have told as something else: at the depth where the filling ends.
fn is_nothing(survived: &Result<Value, ContentError>) -> bool {
    matches!(survived, Err(ContentError::Encode(error)) if error.rule == EncodeRule::Nothing)
}

/// What XML cannot tell, and nothing but that, is refused or comes back as the documentation of `Content::transcode` says.
#[test]
fn anything_and_nothing_are_what_xml_does_not_tell() {
    let (mut texts, mut nothings, mut empty) = (0, 0, 0);
    for element in Context::CONTENT.members() {
        let Some(context) = element.context() else {
            continue;
        };
        // Its text is there in any case.
        let val = context.member("val").map(Member::xml_form);
        if val == Some(XmlForm::TextContent) {
            continue;
        }
        for attribute in context.members() {
            let (name, form) = (attribute.short_name(), attribute.xml_form());
            let survive = |value: Value| {
                let content = json!({ element.short_name(): {name: value} });
                let survived = through(&content, &ROUND, &CodecConfig::default())?;
                Ok::<_, ContentError>(survived[element.short_name()][name].clone())
            };
            if attribute.json_type() == JsonType::Any && form != XmlForm::List {
                assert_eq!(survive(json!(5)).unwrap(), json!("5"), "{name}");
                assert_eq!(survive(json!(true)).unwrap(), json!("true"), "{name}");
                texts += 1;
            }
            if matches!(form, XmlForm::Attribute | XmlForm::TextContent) {
                // XML has no attribute with NULL.
                assert!(survive(Value::Null).is_err(), "{name}");
                continue;
            }
            let is_number = matches!(
                attribute.json_type(),
                JsonType::Integer | JsonType::Number | JsonType::Boolean
            );
            if is_number && !attribute.is_array() {
                assert_eq!(survive(Value::Null).unwrap(), Value::Null, "{name}");
                nothings += 1;
            } else {
                let refused = survive(Value::Null).unwrap_err();
                assert!(is_nothing(&Err(refused)), "{name}");
            }
            if attribute.is_array() {
                assert_eq!(survive(json!([])).unwrap(), json!([]), "{name}");
                empty += 1;
            } else if attribute.json_type() == JsonType::Text {
                assert_eq!(survive(json!("")).unwrap(), json!(""), "{name}");
                empty += 1;
            }
        }
    }
    println!("{texts} of anything, {nothings} that are NULL, {empty} empty ones that stay so");
    assert!(texts > 10 && nothings > 1000 && empty > 3000);
}

/// What declares the namespace of its name stands in the start tag like an attribute, and is none (Namespaces in XML §3).
#[test]
fn no_children_in_a_namespace_of_their_own_are_no_children() {
    for name in [
        "m2m:cin",
        "cod:binSh",
        "cod:binShAnnc",
        "agd:coAMr",
        "hed:dBPMr",
    ] {
        let value = json!({"m2m:cnt": {"rn": "a", name: []}});
        for path in [&ROUND[..], &[Serialization::Cbor, Serialization::Xml]] {
            assert_eq!(
                through(&value, path, &CodecConfig::default()).as_ref(),
                Ok(&value)
            );
        }
        let value = json!({"m2m:cnt": {name: [{}, {}]}});
        assert_eq!(through(&value, &ROUND, &CodecConfig::default()), Ok(value));
        let error = through(
            &json!({"m2m:cnt": {name: [{}]}}),
            &ROUND,
            &CodecConfig::default(),
        );
        assert!(is_nothing(&error), "{name}: {error:?}");
    }
}

#[test]
fn what_a_serialization_cannot_express_is_refused() {
    let check = |value: Value, rule: EncodeRule, path: &str| {
        let error = through(&value, &[Serialization::Xml], &CodecConfig::default()).unwrap_err();
        let ContentError::Encode(error) = error else {
            panic!("{error}: {value}")
        };
        assert_eq!((error.rule, error.path.as_str()), (rule, path), "{value}");
    };
    for (value, rule, path) in [
        (
            json!({"m2m:cnt": {"lbl": ["a b"]}}),
            EncodeRule::ListItem,
            "m2m:cnt/lbl",
        ),
        (
            json!({"m2m:cnt": {"lbl": [""]}}),
            EncodeRule::ListItem,
            "m2m:cnt/lbl",
        ),
        (
            json!({"m2m:cnt": {"lbl": "a"}}),
            EncodeRule::Shape,
            "m2m:cnt/lbl",
        ),
        (
            json!({"m2m:cnt": {"lbl": [null]}}),
            EncodeRule::Shape,
            "m2m:cnt/lbl",
        ),
        (
            json!({"m2m:cnt": {"mni": "5"}}),
            EncodeRule::Shape,
            "m2m:cnt/mni",
        ),
        (
            json!({"m2m:cnt": {"mni": 5.5}}),
            EncodeRule::Shape,
            "m2m:cnt/mni",
        ),
        (
            json!({"m2m:cnt": {"rn": null}}),
            EncodeRule::Shape,
            "m2m:cnt/rn",
        ),
        (
            json!({"m2m:cnt": {"et": 5}}),
            EncodeRule::Shape,
            "m2m:cnt/et",
        ),
        (
            json!({"m2m:cnt": {"disr": 1}}),
            EncodeRule::Shape,
            "m2m:cnt/disr",
        ),
        (
            json!({"m2m:cnt": {"et": ["a"]}}),
            EncodeRule::Shape,
            "m2m:cnt/et",
        ),
        (
            json!({"m2m:cnt": {"et": {}}}),
            EncodeRule::Shape,
            "m2m:cnt/et",
        ),
        (json!({"m2m:cnt": 5}), EncodeRule::Shape, "m2m:cnt"),
        (
            json!({"m2m:cin": {"con": "a\u{1}"}}),
            EncodeRule::InvalidCharacter,
            "m2m:cin/con",
        ),
        (
            json!({"m2m:cin": {"con": "\u{fffe}"}}),
            EncodeRule::InvalidCharacter,
            "m2m:cin/con",
        ),
        (
            json!({"m2m:cin": {"vendor": 1}}),
            EncodeRule::UnknownName,
            "m2m:cin/vendor",
        ),
        (
            json!({"m2m:cin": {"con": [1, 2]}}),
            EncodeRule::Shape,
            "m2m:cin/con",
        ),
        (
            json!({"m2m:nobody": {}}),
            EncodeRule::UnknownName,
            "m2m:nobody",
        ),
        (json!({"cnt": {}}), EncodeRule::UnknownName, "cnt"),
    ] {
        check(value, rule, path);
    }
    let large = json!({"m2m:cin": {"con": 1}})
        .to_string()
        .replace('1', "1e400");
    let error = Content::json_text(large)
        .unwrap()
        .transcode(Serialization::Cbor, &CodecConfig::default())
        .unwrap_err();
    assert!(matches!(error, ContentError::Encode(error) if error.rule == EncodeRule::NumberRange));
}

#[test]
fn names_that_the_table_does_not_have() {
    let text = CodecConfig {
        unknown_names: UnknownNames::Text,
        ..CodecConfig::default()
    };
    for (before, after) in [
        (
            json!({"m2m:cin": {"vendor": 1}}),
            json!({"m2m:cin": {"vendor": "1"}}),
        ),
        (
            json!({"m2m:cin": {"vendor": {"a": true, "b": ["x", "y"]}}}),
            json!({"m2m:cin": {"vendor": {"a": "true", "b": ["x", "y"]}}}),
        ),
        (
            json!({"m2m:cin": {"con": {"a": [1, {"b": ""}]}}}),
            json!({"m2m:cin": {"con": {"a": ["1", {"b": ""}]}}}),
        ),
    ] {
        assert_eq!(through(&before, &ROUND, &text).as_ref(), Ok(&after));
        assert_eq!(through(&after, &ROUND, &text).as_ref(), Ok(&after));
    }
    for name in ["a b", "1", "", "a:b:c", "xmlns", "xml:lang", "other:a"] {
        let value = json!({"m2m:cin": {name: 1}});
        let error = through(&value, &[Serialization::Xml], &text).unwrap_err();
        assert!(
            matches!(&error, ContentError::Encode(error) if error.rule == EncodeRule::InvalidName),
            "{name}: {error}"
        );
    }
    let xml = content(&json!({"m2m:cin": {"vendor": 1}})).transcode(Serialization::Xml, &text);
    let error = xml
        .unwrap()
        .transcode(Serialization::Json, &CodecConfig::default())
        .unwrap_err();
    assert!(
        matches!(error, ContentError::Encode(error) if error.rule == EncodeRule::Content(DecodeRule::UnknownName))
    );
}

/// Attributes of a container and a subscription, with text that XML can carry.
fn resource() -> impl Strategy<Value = Value> {
    let text = "[ -~\\t\\n\\ré€😀]{0,12}";
    let word = "[!-~é€]{1,8}";
    let criteria = (
        proptest::option::of(proptest::collection::vec(word, 0..3)),
        proptest::option::of(proptest::collection::vec(1u32..9, 1..3)),
    );
    let criteria = criteria.prop_map(|(atr, net)| {
        let mut criteria = serde_json::Map::new();
        criteria.extend(atr.map(|atr| ("atr".to_owned(), json!(atr))));
        criteria.extend(net.map(|net| ("net".to_owned(), json!(net))));
        Value::Object(criteria)
    });
    (
        any::<bool>(),
        proptest::option::of(text),
        proptest::option::of(proptest::collection::vec(word, 0..4)),
        proptest::option::of(any::<u64>()),
        proptest::option::of(any::<bool>()),
        proptest::option::of(criteria),
        any::<u64>(),
    )
        .prop_map(
            |(is_reversed, text, words, number, boolean, criteria, seed)| {
                let mut members = vec![];
                members.extend(text.map(|text| ("cr", json!(text))));
                members.extend(words.map(|words| ("lbl", json!(words))));
                members.extend(number.map(|number| ("st", json!(number))));
                members.extend(boolean.map(|boolean| ("nfu", json!(boolean.to_string()))));
                members.extend(criteria.map(|criteria| ("enc", criteria)));
                members.push(("rn", json!(format!("n{seed}"))));
                if is_reversed {
                    members.reverse();
                }
                let members = members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                json!({"m2m:sub": Value::Object(members.collect())})
            },
        )
}

proptest! {
    #[test]
    fn i_19_content_is_the_same_in_all_serializations(
        value in resource(), path in proptest::collection::vec(0usize..3, 1..5),
    ) {
        let mut path: Vec<Serialization> = path.into_iter().map(|index| ALL[index]).collect();
        path.push(Serialization::Json);
        prop_assert_eq!(through(&value, &path, &CodecConfig::default()), Ok(value));
    }
}
