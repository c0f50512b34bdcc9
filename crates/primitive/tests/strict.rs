//! Bounded cost, XML that is well-formed, and numbers that keep their digits.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    CodecConfig, Content, ContentError, DecodeRule, EncodeRule, Number, Primitive, Serialization,
    UnknownNames, Value as Tree, decode,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const NAMESPACE: &str = "xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"";

fn response(more: &str) -> String {
    format!("<m2m:rsp {NAMESPACE}><rsc>2000</rsc><rqi>1</rqi>{more}</m2m:rsp>")
}

fn rule(text: &str) -> Result<(), DecodeRule> {
    let read = decode(Serialization::Xml, text, &CodecConfig::default());
    read.map(drop).map_err(|error| error.rule)
}

/// Declarations are bounded by how many are in scope, however they are spread over elements; behind an element its own are
/// out of scope again.
#[test]
fn n_43_declarations_are_bounded_in_total() {
    let declared = |from: usize, count: usize| -> String {
        (from..from + count)
            .map(|index| format!(" xmlns:p{index}='u'"))
            .collect()
    };
    let nested = |elements: usize, each: usize| {
        let open: String = (0..elements)
            .map(|depth| format!("<e{}>", declared(depth * each, each)))
            .collect();
        response(&format!(
            "<pc><m2m:cnt>{open}{}</m2m:cnt></pc>",
            "</e>".repeat(elements)
        ))
    };
    // The prefix of the root is one of them.
    assert_eq!(rule(&nested(47, 1)), Ok(()));
    assert_eq!(rule(&nested(48, 1)), Err(DecodeRule::TooManyMembers));
    assert_eq!(rule(&nested(1, 47)), Ok(()));
    assert_eq!(rule(&nested(58, 32)), Err(DecodeRule::TooManyMembers));
    assert_eq!(rule(&nested(2, 24)), Err(DecodeRule::TooManyMembers));
    let siblings = format!("<e{}/>", declared(0, 47)).repeat(100);
    assert_eq!(
        rule(&response(&format!(
            "<pc><m2m:cnt>{siblings}</m2m:cnt></pc>"
        ))),
        Ok(())
    );
    let same = format!("<e xmlns:p='u'>{}</e>", "<e xmlns:p='v'/>".repeat(1000));
    assert_eq!(
        rule(&response(&format!("<pc><m2m:cnt>{same}</m2m:cnt></pc>"))),
        Ok(())
    );
}

/// What stands before and behind much that is passed over, at any depth, is told apart all the same.
#[test]
fn n_43_looking_ahead_finds_what_reading_finds() {
    let text = CodecConfig {
        unknown_names: UnknownNames::Text,
        ..CodecConfig::default()
    };
    let comments = "<!---->".repeat(1000);
    for (members, expected) in [
        (
            format!("<a>1</a>{comments}<a>2</a>"),
            json!({"a": ["1", "2"]}),
        ),
        (
            format!("<a>1</a>{comments}<b>2</b>"),
            json!({"a": "1", "b": "2"}),
        ),
        (
            format!("<a>{comments}<b>1</b></a>"),
            json!({"a": {"b": "1"}}),
        ),
        (
            format!("<a><b>{comments}<c>1</c><c>2</c></b></a>"),
            json!({"a": {"b": {"c": ["1", "2"]}}}),
        ),
        (
            format!("<a><b/><b/></a><a>{comments}</a>"),
            json!({"a": [{"b": ["", ""]}, ""]}),
        ),
        (
            "<a><b><c/></b><b><c>1</c><c/></b></a><d/><d/>".to_owned(),
            json!({"a": {"b": [{"c": ""}, {"c": ["1", ""]}]}, "d": ["", ""]}),
        ),
        (format!("<smf>{comments}</smf>"), json!({"smf": ""})),
    ] {
        let document = response(&format!("<pc><m2m:cnt>{members}</m2m:cnt></pc>"));
        let primitive = decode(Serialization::Xml, &document, &text).unwrap();
        let Primitive::Response(response) = &primitive else {
            panic!("a response")
        };
        let found = response.content.as_ref().unwrap().read::<Value>();
        assert_eq!(found, Ok(json!({"m2m:cnt": expected})), "{members:.80}");
    }
    // However deep it is, and however much follows.
    let depth = 58;
    let deep = format!("{}{comments}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    let document = response(&format!("<pc><m2m:cnt>{deep}</m2m:cnt></pc>"));
    let primitive = decode(Serialization::Xml, &document, &text).unwrap();
    let Primitive::Response(response) = &primitive else {
        panic!("a response")
    };
    let mut value = &response.content.as_ref().unwrap().value().unwrap();
    let mut found = 0;
    while let Some(inner) = value.get("m2m:cnt").or_else(|| value.get("a")) {
        (value, found) = (inner, found + 1);
    }
    assert_eq!((found, value), (depth + 1, &Tree::Text("".into())));
}

#[test]
fn n_52_what_is_written_is_well_formed() {
    let text = CodecConfig {
        unknown_names: UnknownNames::Text,
        ..CodecConfig::default()
    };
    for (value, rule) in [
        (json!({"m2m:x": [{}, {}]}), EncodeRule::Shape),
        (json!({"m2m:cnt": [{"mni": 1}]}), EncodeRule::Shape),
        (json!({"m2m:x": [1, 2]}), EncodeRule::Shape),
        (
            json!({"m2m:cnt": {"a\u{ffff}": 1}}),
            EncodeRule::InvalidName,
        ),
        (
            json!({"m2m:cnt": {"\u{2028}a": 1}}),
            EncodeRule::InvalidName,
        ),
        (json!({"m2m:cnt": {"\u{d7}": 1}}), EncodeRule::InvalidName),
        (json!({"m2m:cnt": {"\u{b7}a": 1}}), EncodeRule::InvalidName),
        (json!({"m2m:cnt": {"a\u{37e}": 1}}), EncodeRule::InvalidName),
        (
            json!({"m2m:cnt": {"\u{f0000}": 1}}),
            EncodeRule::InvalidName,
        ),
        (json!({"m2m:\u{300}": 1}), EncodeRule::InvalidName),
    ] {
        let error = Content::json(&value)
            .unwrap()
            .transcode(Serialization::Xml, &text);
        let Err(ContentError::Encode(error)) = error else {
            panic!("{value}: {error:?}")
        };
        assert_eq!(error.rule, rule, "{value}");
    }
    for name in ["é", "a·", "aͯ", "中文", "_-.9", "𐀀"] {
        let value = json!({"m2m:cnt": {name: "1"}});
        let xml = Content::json(&value)
            .unwrap()
            .transcode(Serialization::Xml, &text)
            .unwrap();
        assert_eq!(xml.read::<Value>(), Ok(value));
    }
}

#[test]
fn n_52_what_is_read_is_well_formed() {
    let with = |before: &str| format!("{before}{}", response(""));
    for declaration in [
        "<?xml version='1.0' standalone='yes' encoding='UTF-8'?>",
        "<?xml encoding='UTF-8' version='1.0'?>",
        "<?xml version='1.0' version='1.0'?>",
        "<?xml version='1.0' encoding='UTF-8' encoding='UTF-8'?>",
        "<?xml standalone='yes'?>",
        "<?xml?>",
        "<?XML version='1.0'?>",
        "<??>",
        "<? a?>",
        "<?1?>",
        "<?a:b c?>",
        "<?a=b?>",
    ] {
        assert!(rule(&with(declaration)).is_err(), "{declaration}");
    }
    for instruction in [
        "<?a?>",
        "<?a b=c?>",
        "<?xml-stylesheet a?>",
        "<?é ü?>",
        "<?a ??>",
    ] {
        assert_eq!(rule(&with(instruction)), Ok(()), "{instruction}");
    }
    for wrong in [
        "<\u{2028}a/>",
        "<a\u{ffff}/>",
        "<\u{d7}/>",
        "<a \u{300}='1'/>",
        "<a><b></a></b>",
        "<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>",
        "<a xmlns:xml='u'/>",
        "<a xmlns:xmlns='u'/>",
        "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:b='http://www.w3.org/XML/1998/namespace'/>",
    ] {
        assert!(
            rule(&response(&format!("<pc><m2m:cnt>{wrong}</m2m:cnt></pc>"))).is_err(),
            "{wrong}"
        );
    }
    let xml = "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='de'/>";
    assert_eq!(
        rule(&response(&format!("<pc><m2m:cnt>{xml}</m2m:cnt></pc>"))),
        Ok(())
    );
}

fn numbers(text: &str) -> Content<'static> {
    Content::json_text(format!(r#"{{"m2m:cin":{{"con":{text}}}}}"#)).unwrap()
}

#[test]
fn n_53_numbers_are_kept_or_refused() {
    use Serialization::{Cbor, Json};

    for (number, in_cbor) in [
        ("5", "5"),
        ("-18446744073709551616", "-18446744073709551616"),
        ("18446744073709551615", "18446744073709551615"),
        ("9007199254740993", "9007199254740993"),
        ("-0", "-0.0"),
        ("0.1", "0.1"),
        ("1.50", "1.5"),
        ("1e300", "1e300"),
        ("100000000000000000000000000000", "1e29"),
        ("0.1000000000000000055511151231257827", "0.1"),
    ] {
        let there = numbers(number)
            .transcode(Cbor, &CodecConfig::default())
            .unwrap();
        let back = there.transcode(Json, &CodecConfig::default()).unwrap();
        let expected = format!(r#"{{"m2m:cin":{{"con":{in_cbor}}}}}"#);
        assert_eq!(back.as_raw().as_json(), Some(&*expected));
    }
    for number in [
        "123456789012345678901234567890",
        "18446744073709551617",
        "-18446744073709551617",
        "9007199254740993.0",
        "3.14159265358979323846",
        "1e400",
        "-1e309",
        "1e-400",
        "0.30000000000000000001",
    ] {
        let content = numbers(number);
        let Err(ContentError::Encode(error)) = content.transcode(Cbor, &CodecConfig::default())
        else {
            panic!("{number}")
        };
        assert_eq!(
            (error.rule, &*error.path),
            (EncodeRule::NumberRange, "m2m:cin/con")
        );
        assert!(
            content.to_json_value().is_err() && content.to_cbor_value().is_err(),
            "{number}"
        );
        // In JSON it stays as it is.
        assert_eq!(
            content.value().unwrap().get("m2m:cin").unwrap().get("con"),
            Some(&Tree::Number(Number::Decimal(number)))
        );
        let again = Content::from_value(Json, &content.value().unwrap(), &CodecConfig::default());
        assert_eq!(again.unwrap(), content);
    }
    for double in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let value = Tree::Object(vec![(
            "m2m:cin".into(),
            Tree::Number(Number::Float(double)),
        )]);
        for serialization in [Json, Cbor, Serialization::Xml] {
            assert!(Content::from_value(serialization, &value, &CodecConfig::default()).is_err());
        }
        assert!(Content::json(&json!({"m2m:cin": 1})).is_ok());
    }
}

#[test]
fn n_53_xml_keeps_the_digits_of_numbers() {
    let with = |number: &str| {
        let xml = format!(
            "<m2m:rsp {NAMESPACE}><rsc>2000</rsc><rqi>1</rqi><pc><m2m:smi><msm><msm><mvl>{number}</mvl></msm></msm></m2m:smi></pc></m2m:rsp>"
        );
        let primitive = decode(Serialization::Xml, &xml, &CodecConfig::default())
            .unwrap()
            .into_owned();
        let Primitive::Response(response) = primitive else {
            panic!("a response")
        };
        response.content.unwrap()
    };
    for (number, in_json) in [
        ("3.14159265358979323846", "3.14159265358979323846"),
        (" 1.50 ", "1.50"),
        ("+1.5", "1.5"),
        (".5", "0.5"),
        ("5.", "5.0"),
        ("007", "7"),
        ("1E5", "1E5"),
        ("&#49;.5", "1.5"),
        ("-0", "-0.0"),
        (" -00\n", "-0.0"),
        ("-0.0", "-0.0"),
        ("&#45;0", "-0.0"),
        ("+0", "0"),
    ] {
        let json = with(number).transcode(Serialization::Json, &CodecConfig::default());
        let expected = format!(r#"{{"m2m:smi":{{"msm":{{"msm":[{{"mvl":{in_json}}}]}}}}}}"#);
        assert_eq!(
            json.unwrap().as_raw().as_json(),
            Some(&*expected),
            "{number}"
        );
    }
    for number in ["INF", "NaN", "1e", "0x1", "1,5", "+3.14159265358979323846"] {
        assert!(
            with(number)
                .transcode(Serialization::Json, &CodecConfig::default())
                .is_err(),
            "{number}"
        );
    }
}

proptest! {
    /// A double survives every way, and a decimal number comes back as the same double or is refused.
    #[test]
    fn n_53_doubles_survive(bits in any::<u64>(), digits in "[0-9]{1,25}(\\.[0-9]{1,25})?(e-?[0-9]{1,3})?") {
        let double = f64::from_bits(bits);
        if double.is_finite() {
            let value = Tree::Object(vec![("m2m:x".into(), Tree::Number(Number::Float(double)))]);
            let cbor = Content::from_value(Serialization::Cbor, &value, &CodecConfig::default()).unwrap();
            let json = cbor.transcode(Serialization::Json, &CodecConfig::default()).unwrap();
            let back = json.transcode(Serialization::Cbor, &CodecConfig::default()).unwrap();
            prop_assert_eq!(&back, &cbor);
        }
        let number = digits.trim_start_matches('0');
        let number = if number.starts_with(|first: char| first.is_ascii_digit()) { number.to_owned() } else { format!("0{number}") };
        let content = numbers(&number);
        if let Ok(cbor) = content.transcode(Serialization::Cbor, &CodecConfig::default()) {
            let back: Value = cbor.read().unwrap();
            let expected: f64 = number.parse().unwrap();
            prop_assert_eq!(back["m2m:cin"]["con"].as_f64(), Some(expected), "{}", number);
        }
    }
}
