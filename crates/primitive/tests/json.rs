//! The JSON serialization (TS-0004 8.4).

#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    AbsoluteOrRelative, CodecConfig, Content, DecodeError, DecodeRule, Limits, Operation,
    Primitive, RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
    Serialization, decode, encode,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// One of each kind of exchange: registration and its answer, notification and its answer, discovery, an update that
/// deletes an attribute, an error.
const SAMPLES: [&str; 7] = [
    r#"{"op":1,"to":"cse-in","fr":"C","rqi":"r-0001","ty":2,"pc":{"m2m:ae":{"rn":"thermo7","lbl":["floor:2","hvac"],"api":"Norg.example.thermo","rr":true,"csz":["json","cbor"],"srv":["2a","3"]}},"rvi":"3"}"#,
    r#"{"rsc":2001,"rqi":"r-0001","pc":{"m2m:ae":{"rn":"thermo7","ty":2,"ri":"C7f21","pi":"id-in","ct":"20250301T101500","lt":"20250301T101500","lbl":["floor:2","hvac"],"et":"20260301T101500","api":"Norg.example.thermo","aei":"C7f21","rr":true,"csz":["json","cbor"],"srv":["2a","3"]}},"rvi":"3"}"#,
    r#"{"op":5,"to":"C7f21","fr":"/id-in","rqi":"n-42","pc":{"m2m:sgn":{"nev":{"rep":{"m2m:cin":{"rn":"v1","ty":4,"ri":"cin881","pi":"cnt17","ct":"20250301T101730","lt":"20250301T101730","et":"20250401T101730","cnf":"text/plain:0","cs":4,"con":"21.5"}},"net":3},"sur":"/id-in/sub3"}},"rqet":"20250301T101800","rvi":"3"}"#,
    r#"{"rsc":2000,"rqi":"n-42","to":"/id-in","fr":"C7f21","rvi":"3"}"#,
    r#"{"op":2,"to":"/id-in/cse-in","fr":"C7f21","rqi":"r-0002","rqet":"5000","fc":{"lbl":["hvac"],"ty":[3,28],"fu":1,"lim":10},"drt":2,"rvi":"3"}"#,
    r#"{"op":3,"to":"cse-in/thermo7","fr":"C7f21","rqi":"r-0003","pc":{"m2m:ae":{"lbl":null,"rr":false}},"rt":{"rtv":2,"nu":[]},"rvi":"3"}"#,
    r#"{"rsc":4004,"rqi":"r-0009","pc":{"m2m:dbg":"no such resource"},"rvi":"3"}"#,
];

fn json(bytes: &[u8]) -> Result<Primitive<'_>, DecodeError> {
    decode(Serialization::Json, bytes, &CodecConfig::default())
}

fn to_json(primitive: &Primitive<'_>) -> String {
    let mut out = Vec::new();
    encode(
        Serialization::Json,
        primitive,
        &CodecConfig::default(),
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

/// The rule, the offset and the path of an error.
fn check_error(text: &str, rule: DecodeRule, offset: usize, path: &str) {
    let error = json(text.as_bytes()).unwrap_err();
    assert_eq!(
        (error.rule, error.offset, error.path.as_str()),
        (rule, offset, path),
        "{text}"
    );
}

#[test]
fn samples_come_back_byte_for_byte() {
    for sample in SAMPLES {
        let primitive = json(sample.as_bytes()).unwrap_or_else(|error| panic!("{error}: {sample}"));
        assert_eq!(to_json(&primitive), sample);
        assert_eq!(to_json(&primitive.clone().into_owned()), sample);
        assert_eq!(primitive.clone().into_owned(), primitive);
    }
}

#[test]
fn parameters_are_read_whatever_their_order_and_unknown_ones_kept() {
    let text = r#" { "xyz" : [ 1, {"a":null} ] , "rqi":"1","to":"a\u002fb" ,"op" : 5,"rcn":7, "pc":{"m2m:sgn":{"sur":"x"}} } "#;
    let Primitive::Request(request) = json(text.as_bytes()).unwrap() else {
        panic!("a request")
    };
    assert_eq!(
        (request.operation, &*request.to),
        (Operation::NOTIFY, "a/b")
    );
    assert_eq!(request.content.as_ref().unwrap().root_name(), "m2m:sgn");
    let expected = r#"{"op":5,"to":"a/b","rqi":"1","pc":{"m2m:sgn":{"sur":"x"}},"rcn":7,"xyz":[ 1, {"a":null} ]}"#;
    assert_eq!(to_json(&request.into()), expected);
}

#[test]
fn a_response_keeps_what_only_requests_have_a_field_for() {
    let text =
        r#"{"rcn":1,"rsc":2000,"rqi":"1","rqet":"5000","ty":3,"ot":"20261122T131503,062105"}"#;
    let Primitive::Response(response) = json(text.as_bytes()).unwrap() else {
        panic!("a response")
    };
    let names: Vec<_> = response.others.iter().map(|other| &*other.name).collect();
    assert_eq!(names, ["rcn", "rqet", "ty"]);
    assert_eq!(
        to_json(&response.into()),
        r#"{"rsc":2000,"rqi":"1","ot":"20261122T131503,062105","rcn":1,"rqet":"5000","ty":3}"#
    );
    // A parameter of the other kind may have any value, wherever it stands.
    for text in [
        r#"{"cnot":5,"op":2,"to":"a","rqi":"1"}"#,
        r#"{"cnot":"5","op":2,"to":"a","rqi":"1"}"#,
        r#"{"op":2,"to":"a","rqi":"1","cnst":"3"}"#,
        r#"{"op":2,"to":"a","rqi":"1","cnst":[{}]}"#,
    ] {
        let Primitive::Request(request) = json(text.as_bytes()).unwrap() else {
            panic!("a request")
        };
        assert_eq!(request.others.len(), 1);
    }
}

#[test]
fn j_08_both_neither_and_wrong_types() {
    let both = json(br#"{"op":1,"rsc":2000,"rqi":"1","to":"a"}"#).unwrap_err();
    let found = (both.rule, both.path.as_str(), both.offset);
    assert_eq!(found, (DecodeRule::NeitherRequestNorResponse, "rsc", 8));
    for (text, rule) in [
        (r#"{"rqi":"1"}"#, DecodeRule::NeitherRequestNorResponse),
        (
            r#"{"m2m:rqp":{"op":1,"rqi":"1","to":"a"}}"#,
            DecodeRule::NeitherRequestNorResponse,
        ),
        (r#"{"op":1,"rqi":"1"}"#, DecodeRule::Missing),
        (r#"{"op":1,"to":"a"}"#, DecodeRule::Missing),
    ] {
        // What is missing would have stood before the end.
        let end = text.len() - usize::from(text.contains("m2m"));
        let error = json(text.as_bytes()).unwrap_err();
        assert_eq!((error.rule, error.path.as_str()), (rule, ""), "{text}");
        assert!(error.offset >= end - 1, "{text}");
    }
    // The offset is that of the value at fault.
    for (before, behind, rule, path) in [
        (
            r#"{"op":"1""#,
            r#","rqi":"1","to":"a"}"#,
            DecodeRule::Type,
            "op",
        ),
        (
            r#"{"rsc":2000.0"#,
            r#","rqi":"1"}"#,
            DecodeRule::Type,
            "rsc",
        ),
        (r#"{"rsc":-1"#, r#","rqi":"1"}"#, DecodeRule::Type, "rsc"),
        (r#"{"rsc":2e3"#, r#","rqi":"1"}"#, DecodeRule::Type, "rsc"),
        (
            r#"{"rsc":4294967296"#,
            r#","rqi":"1"}"#,
            DecodeRule::Type,
            "rsc",
        ),
        (
            r#"{"op":1,"rqi":7"#,
            r#","to":"a"}"#,
            DecodeRule::Type,
            "rqi",
        ),
        (
            r#"{"op":1,"rqi":"""#,
            r#","to":"a"}"#,
            DecodeRule::RequestIdentifier,
            "rqi",
        ),
        (
            r#"{"op":1,"rqi":"a\u0000""#,
            r#","to":"a"}"#,
            DecodeRule::RequestIdentifier,
            "rqi",
        ),
    ] {
        let value = before.rfind(':').unwrap_or_default() + 1;
        check_error(&format!("{before}{behind}"), rule, value, path);
    }
    for text in ["null", "5", "\"x\"", "[1]"] {
        check_error(text, DecodeRule::NotAnObject, 0, "");
    }
    let unknown = r#"{"op":99,"rqi":"1","to":"a"}"#;
    assert_eq!(
        to_json(&json(unknown.as_bytes()).unwrap()),
        r#"{"op":99,"to":"a","rqi":"1"}"#
    );
}

#[test]
fn an_error_names_the_request_if_it_could_be_read() {
    let error = json(br#"{"rqi":"r7","op":1,"pc":{"m2m:ae":{"lbl":[1,,2]}}}"#).unwrap_err();
    assert_eq!(error.request_identifier, RequestIdentifier::new("r7"));
    assert_eq!(
        (error.rule, error.path.as_str()),
        (DecodeRule::Syntax, "pc/m2m:ae/lbl")
    );
    assert_eq!(
        json(br#"{"op":1,"pc":{,"rqi":"r7"}"#)
            .unwrap_err()
            .request_identifier,
        None
    );
}

#[test]
fn content_is_an_object_with_one_member() {
    for content in ["{}", r#"{"a":1,"b":2}"#, "[1]", "1", "null"] {
        let text = format!(r#"{{"rsc":2000,"rqi":"1","pc":{content}}}"#);
        assert_eq!(
            json(text.as_bytes()).unwrap_err().rule,
            DecodeRule::Content,
            "{text}"
        );
        assert!(Content::json_text(content).is_err(), "{content}");
    }
    assert!(Content::json_text(r#"{"m2m:dbg":"x"} 1"#).is_err());
    let content = Content::json(&serde_json::json!({"m2m:cin": {"con": "21.5"}})).unwrap();
    let value: serde_json::Value = content.read().unwrap();
    assert_eq!(value["m2m:cin"]["con"], "21.5");
}

#[test]
fn i_01_depth_at_and_past_the_limit() {
    let nested = |depth: usize, open: &str, close: &str| {
        // The envelope and the content are two levels.
        let inside = depth - 2;
        format!(
            r#"{{"rsc":2000,"rqi":"1","pc":{{"a":{}1{}}}}}"#,
            open.repeat(inside),
            close.repeat(inside)
        )
    };
    for (open, close) in [("[", "]"), (r#"{"n":"#, "}")] {
        assert!(json(nested(64, open, close).as_bytes()).is_ok());
        assert_eq!(
            json(nested(65, open, close).as_bytes()).unwrap_err().rule,
            DecodeRule::TooDeep
        );
        let unknown = format!(r#"{{"rsc":2000,"rqi":"1","x":{}"#, open.repeat(100_000));
        assert_eq!(
            json(unknown.as_bytes()).unwrap_err().rule,
            DecodeRule::TooDeep
        );
    }
}

#[test]
fn members_and_length_at_and_past_the_limit() {
    let config = CodecConfig {
        limits: Limits {
            max_members: 6,
            max_len: 40,
            ..Limits::default()
        },
        ..CodecConfig::default()
    };
    let check = |text: &str| {
        decode(Serialization::Json, text.as_bytes(), &config)
            .map(drop)
            .map_err(|error| error.rule)
    };
    assert!(check(r#"{"rsc":2000,"rqi":"1","x":[1,2,3]}"#).is_ok());
    assert_eq!(
        check(r#"{"rsc":2000,"rqi":"1","x":[1,2,3,4]}"#),
        Err(DecodeRule::TooManyMembers)
    );
    assert!(check(r#"{"rsc":2000,"rqi":"1234567890123456789"}"#).is_ok());
    assert_eq!(
        check(r#"{"rsc":2000,"rqi":"12345678901234567890"}"#),
        Err(DecodeRule::TooLong)
    );
}

#[test]
fn i_04_duplicate_members_at_every_level() {
    for (before, behind, path) in [
        (r#"{"rqi":"1","rqi""#, r#":"2","rsc":2000}"#, "rqi"),
        (r#"{"rsc":2000,"r\u0071i":"1","rqi""#, r#":"2"}"#, "rqi"),
        (
            r#"{"rsc":2000,"pc":{"a":{"b":{"c":1,"c""#,
            r#":2}}}}"#,
            "pc/a/b/c",
        ),
        (r#"{"rsc":2000,"x":{"a":1},"x""#, r#":{"a":1}}"#, "x"),
    ] {
        check_error(
            &format!("{before}{behind}"),
            DecodeRule::DuplicateMember,
            before.rfind(['{', ',']).unwrap_or_default() + 1,
            path,
        );
    }
    let same_name_in_two_objects = r#"{"rsc":2000,"rqi":"1","x":[{"a":1},{"a":1}]}"#;
    assert!(json(same_name_in_two_objects.as_bytes()).is_ok());
    // Objects with many members go another way.
    for count in 1..60 {
        let members: Vec<_> = (0..count).map(|index| format!(r#""n{index}":0"#)).collect();
        let text = |members: &str| format!(r#"{{"rsc":2000,"rqi":"1","x":{{{members}}}}}"#);
        assert!(json(text(&members.join(",")).as_bytes()).is_ok());
        for twice in [0, count / 2, count - 1] {
            let members = members.join(",") + &format!(r#","n{twice}":0"#);
            assert_eq!(
                json(text(&members).as_bytes()).unwrap_err().rule,
                DecodeRule::DuplicateMember
            );
        }
    }
}

#[test]
fn i_05_trailing_bytes() {
    for behind in ["1", "{}", ",", "\u{feff}", "}"] {
        let text = format!(r#"{{"rsc":2000,"rqi":"1"}}{behind}"#);
        check_error(&text, DecodeRule::TrailingBytes, 22, "");
    }
    assert!(json(b"{\"rsc\":2000,\"rqi\":\"1\"} \t\r\n").is_ok());
}

#[test]
fn i_06_strings_and_numbers() {
    let valid = [
        r#""\ud83d\ude00""#,
        r#""\u0000""#,
        "-0",
        "1E2",
        "18446744073709551616",
        r#""\/\b\f\n\r\t\"\\""#,
    ];
    let invalid = [
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\u0041""#,
        "NaN",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x1",
        "tru",
        "'a'",
        "\"\t\"",
        r#""\x""#,
        r#""\u12g4""#,
        "-",
        "[1,]",
        r#"{"a":1,}"#,
        "{a:1}",
        "",
    ];
    let with = |value: &str| format!(r#"{{"rsc":2000,"rqi":"1","x":{value}}}"#);
    for value in valid {
        assert!(json(with(value).as_bytes()).is_ok(), "{value}");
    }
    for value in invalid {
        assert!(json(with(value).as_bytes()).is_err(), "{value}");
    }
    assert_eq!(
        json(b"\xef\xbb\xbf{}").unwrap_err().rule,
        DecodeRule::Syntax
    );
    assert_eq!(
        json(b"{\"rqi\":\"\xff\"}").unwrap_err().rule,
        DecodeRule::Utf8
    );
}

#[test]
fn every_beginning_of_a_sample_is_incomplete() {
    for sample in SAMPLES {
        for end in 0..sample.len() {
            let error = json(&sample.as_bytes()[..end]).unwrap_err();
            assert_eq!(
                (error.rule, error.offset),
                (DecodeRule::Truncated, end),
                "{}",
                &sample[..end]
            );
        }
    }
}

/// JSON that is mostly right.
fn jsonish() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?([eE][+-]?[0-9])?",
        "\"[ -~]{0,6}\"",
        "\"(\\\\[u\"nbx/]|[0-9a-fD]|é){0,8}\"",
        Just("true".to_owned()),
        Just("null".to_owned()),
        "[ -~]{0,4}",
    ];
    leaf.prop_recursive(4, 30, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(|values| format!("[{}]", values.join(","))),
            vec(("[a-e]{1,2}", inner), 0..5).prop_map(|members| {
                let members: Vec<_> = members
                    .into_iter()
                    .map(|(name, value)| format!("\"{name}\" : {value}"))
                    .collect();
                format!("{{{}}}", members.join(", "))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    /// The slow reference: serde_json, which takes duplicate names for the last one.
    #[test]
    fn acceptance_agrees_with_serde_json(value in jsonish()) {
        let text = format!(r#"{{"rsc":2000,"rqi":"1","x":{value}}}"#);
        let reference = serde_json::from_str::<serde_json::Value>(&text);
        match json(text.as_bytes()) {
            Ok(Primitive::Response(response)) => {
                prop_assert!(reference.is_ok() || text.contains('e') || text.contains('E'), "{}", text);
                prop_assert!(response.others.iter().any(|other| other.name == "x"));
            }
            Ok(Primitive::Request(_)) => prop_assert!(false, "not a request: {}", text),
            Err(error) => prop_assert!(reference.is_err() || error.rule == DecodeRule::DuplicateMember, "{}: {}", error, text),
        }
    }

    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in vec(any::<u8>(), 0..200)) {
        let _ = json(&bytes);
    }

    #[test]
    fn what_is_encoded_decodes_to_the_same(
        operation in 0u32..8, to in "\\PC{1,20}|[\u{0}-\u{7f}]{1,9}", from in proptest::option::of("[ -~]{0,10}"), identifier in "[!-~]{1,20}",
        expires in proptest::option::of(any::<i64>()), content in proptest::option::of("[ -~é€]{0,30}"), status in any::<u32>(),
    ) {
        let identifier = RequestIdentifier::new(identifier).unwrap();
        let content = content.map(|text| Content::json(&serde_json::json!({ "m2m:dbg": text })).unwrap());
        let mut request = RequestPrimitive::new(Operation(operation), to, identifier.clone());
        request.from = from.map(Into::into);
        request.request_expiration_timestamp = expires.map(AbsoluteOrRelative::Relative);
        request.content = content.clone();
        let mut response = ResponsePrimitive::new(ResponseStatusCode(status), identifier);
        response.content = content;
        for primitive in [Primitive::from(request), Primitive::from(response)] {
            let text = to_json(&primitive);
            prop_assert_eq!(json(text.as_bytes()), Ok(primitive));
        }
    }
}
