//! Responses that are errors (TS-0004 6.6.3), and the words of the CSE in them (TS-0004 7.5.2).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    CodecConfig, Content, ErrorResponse, Primitive, RequestIdentifier, ResponsePrimitive,
    ResponseStatusCode, Serialization, decode, encode,
};

fn response(status: u32, content: Option<&str>) -> ResponsePrimitive<'static> {
    let identifier = RequestIdentifier::new("r1").unwrap();
    let mut response = ResponsePrimitive::new(ResponseStatusCode(status), identifier);
    response.content = content.map(|text| Content::json_text(text).unwrap());
    response.release_version = Some("3".into());
    response
}

#[test]
fn every_class_of_status() {
    let rows = [
        (1000, true),
        (1002, true),
        (2000, true),
        (2004, true),
        (2999, true),
        (3000, false),
        (4000, false),
        (4004, false),
        (5000, false),
        (5207, false),
        (6003, false),
        (0, false),
        (999, false),
        (7000, false),
        (u32::MAX, false),
    ];
    for (status, is_carried_out) in rows {
        let response = response(status, None);
        let is_success = (2000..3000).contains(&status);
        assert_eq!(response.status.is_success(), is_success, "{status}");
        match response.clone().error_for_status() {
            Ok(same) => assert!(is_carried_out && same == response, "{status}"),
            Err(error) => {
                assert!(!is_carried_out, "{status}");
                assert_eq!(error.status(), ResponseStatusCode(status));
                assert_eq!(error.response(), &response);
                assert_eq!(error.into_response(), response);
            }
        }
    }
}

#[test]
fn the_words_of_the_cse() {
    let long = format!(r#"{{"m2m:dbg":"{}"}}"#, "é".repeat(600));
    let rows: [(u32, Option<&str>, &str); 9] = [
        (4004, None, "4004 NOT_FOUND"),
        (
            4004,
            Some(r#"{"m2m:dbg":"no such AE"}"#),
            "4004 NOT_FOUND: no such AE",
        ),
        (5999, Some(r#"{"m2m:dbg":"busy"}"#), "5999: busy"),
        (
            4000,
            Some(r#"{"m2m:dbg":"a\u001b[2Jb\nc"}"#),
            "4000 BAD_REQUEST: a [2Jb c",
        ),
        (4000, Some(r#"{"m2m:dbg":""}"#), "4000 BAD_REQUEST: "),
        (4000, Some(r#"{"m2m:dbg":[1]}"#), "4000 BAD_REQUEST"),
        (
            4000,
            Some(r#"{"m2m:ae":{"m2m:dbg":"within"}}"#),
            "4000 BAD_REQUEST",
        ),
        (4000, Some(r#"{"m2m:uri":"a"}"#), "4000 BAD_REQUEST"),
        (
            4000,
            Some(&long),
            &format!("4000 BAD_REQUEST: {}", "é".repeat(500)),
        ),
    ];
    for (status, content, expected) in rows {
        let error = response(status, content).error_for_status().unwrap_err();
        assert_eq!(error.to_string(), expected, "{content:?}");
        let words = expected.split_once(": ").map(|(_, words)| words);
        assert_eq!(error.debugging_information(), words, "{content:?}");
    }
}

#[test]
fn in_every_serialization() {
    let config = CodecConfig::default();
    for serialization in [Serialization::Json, Serialization::Xml, Serialization::Cbor] {
        let primitive = response(4105, Some(r#"{"m2m:dbg":"the name is taken"}"#)).into();
        let mut bytes = Vec::new();
        encode(serialization, &primitive, &config, &mut bytes).unwrap();
        let Primitive::Response(read) = decode(serialization, &*bytes, &config).unwrap() else {
            unreachable!("a response");
        };
        let error: ErrorResponse = read.error_for_status().unwrap_err();
        assert_eq!(
            error.to_string(),
            "4105 CONFLICT: the name is taken",
            "{serialization:?}"
        );
    }
}
