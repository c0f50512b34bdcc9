//! Which parameters each operation has, cell by cell, and the values that go together.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use onem2m_primitive::{
    CodecConfig, Demands, FaultRule, Operation, Primitive, RequestPrimitive, ResponsePrimitive,
    ResponseStatusCode, Serialization, decode,
};

/// A parameter, a value for it, and for the five operations whether it is mandatory, optional or not there.
const PARAMETERS: &str = r#"
fr   "Ca"                       OMMMM
ty   3                          M----
rids ["a@b.c"]                  OOOOO
ot   "20250301T101500"          OOOOO
rqet "1000"                     OOOOO
rset "5000"                     OOOOO
oet  "20250301T101500"          OOOOO
rt   {"rtv":3}                  OOOOO
rp   "1000"                     OOOO-
rcn  1                          OOOO-
ec   2                          OOOOO
da   true                       OOOOO
gid  "a"                        OOOOO
fc   {"fu":1}                   -OOO-
drt  1                          -O---
tkns ["a"]                      OOOOO
tids ["a"]                      OOOOO
ltids ["a"]                     OOOOO
tqi  true                       OOOOO
grtm ["a"]                      OOOO-
asi  true                       OOOO-
aus  ["a"]                      OOOO-
auri true                       OOOO-
sqi  true                       -O---
vsi  "a"                        OOOOO
"#;

/// Content for each operation, and whether it is mandatory.
const CONTENT: [(&str, char); 5] = [
    (r#"{"m2m:cnt":{}}"#, 'M'),
    (r#"{"m2m:atrl":["lbl"]}"#, 'O'),
    (r#"{"m2m:cnt":{}}"#, 'M'),
    (r#"{"m2m:cnt":{}}"#, '-'),
    (r#"{"m2m:sgn":{"sur":"a"}}"#, 'M'),
];

fn request(operation: usize, parameters: &[(&str, &str)]) -> RequestPrimitive<'static> {
    let parameters: String = parameters
        .iter()
        .map(|(name, value)| format!(",\"{name}\":{value}"))
        .collect();
    let text = format!(
        "{{\"op\":{},\"to\":\"a\",\"rqi\":\"1\"{parameters}}}",
        operation + 1
    );
    match decode(
        Serialization::Json,
        text.as_bytes(),
        &CodecConfig::default(),
    ) {
        Ok(Primitive::Request(request)) => request.into_owned(),
        other => panic!("{text}: {other:?}"),
    }
}

fn response(text: &str) -> ResponsePrimitive<'static> {
    match decode(
        Serialization::Json,
        text.as_bytes(),
        &CodecConfig::default(),
    ) {
        Ok(Primitive::Response(response)) => response.into_owned(),
        other => panic!("{text}: {other:?}"),
    }
}

fn faults(request: &RequestPrimitive<'_>) -> Vec<(String, FaultRule)> {
    match request.validate(&Demands::default()) {
        Ok(()) => Vec::new(),
        Err(invalid) => {
            let faults = invalid.faults.into_iter();
            faults.map(|fault| (fault.parameter, fault.rule)).collect()
        }
    }
}

/// What the operation cannot do without.
fn mandatory(operation: usize) -> Vec<(&'static str, &'static str)> {
    let mut parameters = rows()
        .filter(|(.., presence)| presence.chars().nth(operation) == Some('M'))
        .map(|(name, value, _)| (name, value))
        .collect::<Vec<_>>();
    let (content, presence) = CONTENT[operation];
    if presence == 'M' {
        parameters.push(("pc", content));
    }
    parameters.push(("fr", "\"Ca\""));
    parameters.sort_unstable();
    parameters.dedup();
    parameters
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    PARAMETERS.trim().lines().map(|line| {
        let (name, rest) = line.split_once(' ').unwrap();
        let (value, presence) = rest.trim().rsplit_once(' ').unwrap();
        (name, value.trim(), presence)
    })
}

#[test]
fn every_parameter_with_every_operation() {
    let mut count = 0;
    for (operation, content) in CONTENT.iter().enumerate() {
        let presence_of_content = content.1.to_string();
        let content_row = ("pc", content.0, presence_of_content.as_str());
        let rows = rows().map(|(name, value, presence)| {
            (name, value, presence.get(operation..=operation).unwrap())
        });
        for (name, value, presence) in rows.chain([content_row]) {
            let mut with = mandatory(operation);
            with.retain(|(other, _)| *other != name);
            let without = faults(&request(operation, &with));
            with.push((name, value));
            let with = faults(&request(operation, &with));
            let fault = |rule| vec![(name.to_owned(), rule)];
            let expected = match presence {
                "M" => (vec![], fault(FaultRule::Missing)),
                // Only an AE that registers has no originator.
                "O" if name == "fr" => (vec![], fault(FaultRule::Missing)),
                "O" => (vec![], vec![]),
                _ => (fault(FaultRule::NotAllowed), vec![]),
            };
            let with: Vec<_> = with
                .into_iter()
                .filter(|(_, rule)| *rule != FaultRule::Value)
                .collect();
            assert_eq!(
                (with, without),
                expected,
                "{name}, operation {}",
                operation + 1
            );
            count += 1;
        }
    }
    assert_eq!(count, 5 * 26);
}

#[test]
fn values_that_go_together() {
    let check = |operation: usize, parameters: &[(&str, &str)], expected: &[&str]| {
        let faults = faults(&request(operation, parameters));
        let names: Vec<_> = faults.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, expected, "{parameters:?}");
    };
    let ae = ("pc", r#"{"m2m:ae":{}}"#);
    check(0, &[("ty", "2"), ae], &[]);
    check(0, &[("ty", "3"), ("fr", "\"Ca\""), ae], &["pc"]);
    check(
        0,
        &[
            ("ty", "28"),
            ("fr", "\"Ca\""),
            ("pc", r#"{"cod:binSh":{}}"#),
        ],
        &[],
    );
    check(
        0,
        &[("ty", "28"), ("fr", "\"Ca\""), ("pc", r#"{"abc:def":{}}"#)],
        &[],
    );
    check(
        0,
        &[("ty", "28"), ("fr", "\"Ca\""), ("pc", r#"{"m2m:def":{}}"#)],
        &["pc"],
    );
    check(
        0,
        &[
            ("ty", "10003"),
            ("fr", "\"Ca\""),
            ("pc", r#"{"m2m:cntA":{}}"#),
        ],
        &[],
    );
    let from = ("fr", "\"Ca\"");
    check(1, &[from, ("pc", r#"{"m2m:ae":{}}"#)], &["pc"]);
    check(2, &[from, ("pc", r#"{"m2m:sgn":{}}"#)], &["pc"]);
    check(4, &[from, ae], &["pc"]);
    check(4, &[from, ("pc", r#"{"m2m:rsp":{}}"#)], &[]);
    for (operation, allowed) in [
        (0, "0 1 2 3 9"),
        (1, "1 4 5 6 7 8 10 11 12"),
        (2, "0 1 9"),
        (3, "0 1 4 5 6 8"),
    ] {
        for value in 0..14 {
            let value = value.to_string();
            let mut parameters = mandatory(operation);
            parameters.push(("rcn", &value));
            let is_allowed = allowed.split(' ').any(|allowed| allowed == value);
            check(
                operation,
                &parameters,
                if is_allowed { &[] } else { &["rcn"] },
            );
        }
    }
    for (request, result, is_right) in [
        ("1000", "5000", true),
        ("5000", "1000", false),
        ("5000", "5000", false),
        ("5000", "0", false),
        ("0", "0", false),
        ("0", "1", true),
        ("5000", "-1", true),
        ("-1", "5000", false),
        ("20250301T101500", "20250301T101501", true),
        ("20250301T101500,5", "20250301T101500,4", false),
        ("20250301T101500", "5", true),
    ] {
        let (request, result) = (format!("\"{request}\""), format!("\"{result}\""));
        let expected: &[&str] = if is_right { &[] } else { &["rset"] };
        check(1, &[from, ("rqet", &request), ("rset", &result)], expected);
    }
    for (value, is_right) in [
        (r#"{"rtv":2,"nu":[]}"#, true),
        (r#"{"rtv":4,"nu":["a"]}"#, true),
        (r#"{"rtv":3,"nu":["a"]}"#, false),
        (r#"{"nu":["a"]}"#, false),
        (r#"{"rtv":1}"#, true),
    ] {
        let expected: &[&str] = if is_right { &[] } else { &["rt"] };
        check(1, &[from, ("rt", value)], expected);
    }
    check(8, &[from], &["op"]);
}

#[test]
fn the_response_status_code_that_is_deserved() {
    let status = |parameters: &[(&str, &str)], demands: &Demands<'_>| {
        let validated = request(1, parameters).validate(demands);
        validated.map_err(|invalid| (invalid.status(), invalid.to_string()))
    };
    let from = ("fr", "\"Ca\"");
    let demands = Demands {
        release_versions: &["3"],
        ..Demands::default()
    };
    let released = ("rvi", "\"3\"");
    assert_eq!(status(&[from, released], &demands), Ok(()));
    let unsupported = Err((
        ResponseStatusCode::RELEASE_VERSION_NOT_SUPPORTED,
        "rvi: not supported".to_owned(),
    ));
    assert_eq!(status(&[from], &demands), unsupported);
    assert_eq!(status(&[from, ("rvi", "\"9\"")], &demands), unsupported);
    let unknown = (
        ResponseStatusCode::NOT_IMPLEMENTED,
        "msu: unknown".to_owned(),
    );
    assert_eq!(
        status(&[from, released, ("msu", "1")], &demands),
        Err(unknown)
    );
    // Each alone makes the request a bad one.
    let bad = |text: &str| Err((ResponseStatusCode::BAD_REQUEST, text.to_owned()));
    let (not_allowed, wrong) = (("ty", "3"), ("rcn", "0"));
    assert_eq!(status(&[released], &demands), bad("fr: missing"));
    assert_eq!(
        status(&[from, released, not_allowed], &demands),
        bad("ty: not allowed")
    );
    assert_eq!(
        status(&[from, released, wrong], &demands),
        bad("rcn: wrong value")
    );
    let in_transit = Demands {
        only_known_parameters: false,
        ..demands
    };
    assert_eq!(status(&[from, released, ("msu", "1")], &in_transit), Ok(()));
    let everything = (
        ResponseStatusCode::BAD_REQUEST,
        "fr: missing, ty: not allowed, rcn: wrong value, rvi: not supported, msu: unknown"
            .to_owned(),
    );
    assert_eq!(
        status(&[("ty", "3"), ("rcn", "0"), ("msu", "1")], &demands),
        Err(everything)
    );
}

#[test]
fn responses() {
    let check = |text: &str, operation: Operation, expected: &str| {
        let validated = response(text).validate(operation);
        let faults = validated.map_err(|invalid| invalid.to_string());
        assert_eq!(faults.err().unwrap_or_default(), expected, "{text}");
    };
    let rvi = r#""rqi":"1","rvi":"3""#;
    let with = |status: u32, more: &str| format!("{{\"rsc\":{status},{rvi}{more}}}");
    let content = r#","pc":{"m2m:cnt":{}}"#;
    check(&with(2000, content), Operation::RETRIEVE, "");
    check(&with(2000, ""), Operation::RETRIEVE, "pc: missing");
    check(&with(2001, ""), Operation::CREATE, "");
    check(&with(1000, ""), Operation::RETRIEVE, "");
    check(
        r#"{"rsc":2000,"rqi":"1"}"#,
        Operation::NOTIFY,
        "rvi: missing",
    );
    check(
        &with(2004, ",\"cnst\":1,\"cnot\":2"),
        Operation::UPDATE,
        "cnst: not allowed, cnot: not allowed",
    );
    check(
        &with(2000, &format!("{content},\"cnst\":1,\"cnot\":2")),
        Operation::RETRIEVE,
        "",
    );
    check(
        &with(4103, ",\"asri\":true,\"tqf\":{},\"ati\":{}"),
        Operation::UPDATE,
        "",
    );
    check(
        &with(2002, ",\"asri\":true,\"tqf\":{}"),
        Operation::DELETE,
        "tqf: not allowed, asri: not allowed",
    );
    check(
        &with(1001, ",\"ati\":{}"),
        Operation::CREATE,
        "ati: not allowed",
    );
    check(&with(3000, ""), Operation::CREATE, "rsc: wrong value");
}
