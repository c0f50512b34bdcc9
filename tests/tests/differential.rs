//! The codec of primitives beside other readers: `serde_json`, `ciborium`, `quick-xml`; and `expat` and `cbor2` where Python has them.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use onem2m_primitive::{
    CodecConfig, Content, ContentError, DecodeRule, Number, Serialization, Value, decode,
};
use onem2m_ws_tests::differential;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

/// JSON with mistakes here and there.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?[0-9]{1,22}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        "\"[ -~é\\\\nu]{0,8}\"",
        "\"(\\\\[nrtbf/\"]|\\\\u[0-9a-fD]{4}|[a-z]){0,6}\"",
        "[-+.eE0-9\\[\\]{}:, a\"]{1,6}",
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6)
                .prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(("[ab]{0,2}", inner), 0..5).prop_map(|members| {
                let members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| format!("\"{name}\" : {value}"))
                    .collect();
                format!("{{{}}}", members.join(" ,"))
            }),
        ]
    })
}

/// XML with mistakes here and there.
fn xml() -> impl Strategy<Value = String> {
    let name = prop_oneof![8 => "[ab]", 1 => "[a-c:é·0-9\u{2028}\u{ffff}×-]{1,3}"];
    let leaf = prop_oneof![
        4 => "[a-z \\n]{0,4}",
        1 => Just("<!-- a -->".to_owned()),
        1 => Just("<?a b?>".to_owned()),
        1 => Just("<![CDATA[<a>]]>".to_owned()),
        1 => Just("&amp;&#65;&#x42;".to_owned()),
        1 => "[<>&;#x!?\\[\\]/='\" -]{1,5}",
        1 => "[\u{1}\u{8}\u{fffe}\u{85}é😀]",
        1 => "&[a-z#0-9]{1,4};",
        1 => Just("<!DOCTYPE a>".to_owned()),
        1 => Just("<?xml version='1.0'?>".to_owned()),
    ];
    let attributes = prop_oneof![
        6 => Just(String::new()),
        2 => "( [ab]='[a-z&<]{0,2}'){0,2}",
        1 => Just(" xmlns:b='u' b:a='1'".to_owned()),
        1 => Just(" xmlns='u'".to_owned()),
        1 => Just(" xmlns:c='u' xmlns:b='u' b:a='1' c:a='2'".to_owned()),
    ];
    leaf.prop_recursive(5, 30, 5, move |inner| {
        (
            name.clone(),
            attributes.clone(),
            prop::collection::vec(inner, 0..5),
            0..20,
        )
            .prop_map(|(name, attributes, inner, choice)| {
                let inner = inner.concat();
                match choice {
                    0 => format!("<{name}{attributes}>{inner}"),
                    1 => format!("<{name}{attributes}/>"),
                    2 => format!("<{name} {attributes} >{inner}</{name} >"),
                    _ => format!("<{name}{attributes}>{inner}</{name}>"),
                }
            })
    })
}

/// CBOR with mistakes here and there.
fn cbor() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        any::<u8>(),
        0u8..0x18,
        0x60u8..0x64,
        0x80u8..0x84,
        0xa0u8..0xa3,
        Just(0x9f),
        Just(0xbf),
        Just(0x7f),
        Just(0xff),
        0xf4u8..0xfc,
    ];
    prop::collection::vec(byte, 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn json_beside_serde_json(text in json()) {
        differential::json(text.as_bytes());
    }

    #[test]
    fn cbor_beside_ciborium(bytes in cbor()) {
        differential::cbor(&bytes);
    }

    #[test]
    fn xml_beside_quick_xml(text in xml()) {
        differential::xml(text.as_bytes());
    }
}

/// A Python that has the module: the one of the path, or that of the tests with ACME.
fn python_with(module: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root.join("target"), Into::into);
    let acme = std::env::var("ACME_HOME").map_or_else(|_| target.join("acme"), Into::into);
    let of_acme = acme.join("venv/bin/python").display().to_string();
    let of_env = std::env::var("PYTHON").ok();
    let pythons = of_env.into_iter().chain(["python3".to_owned(), of_acme]);
    let has_it = |python: &String| {
        let mut command = Command::new(python);
        let tried = command
            .args(["-c", &format!("import {module}")])
            .stderr(Stdio::null())
            .status();
        tried.is_ok_and(|status| status.success())
    };
    pythons.into_iter().find(has_it)
}

/// What a program of Python says about each document; nothing where Python has no such module. Documents come to it in lines, in
/// hexadecimal digits.
fn verdicts(module: &str, program: &str, documents: &[&[u8]]) -> Option<Vec<String>> {
    let Some(python) = python_with(module) else {
        println!("skipped: there is no Python with {module} here");
        return None;
    };
    let mut child = Command::new(python)
        .args(["-c", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let digits = |document: &&[u8]| -> String {
        let digits = document.iter().map(|byte| format!("{byte:02x}"));
        digits.chain(["\n".to_owned()]).collect()
    };
    let lines: String = documents.iter().map(digits).collect();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let verdicts = String::from_utf8(output.stdout).unwrap();
    let verdicts: Vec<String> = verdicts.lines().map(str::to_owned).collect();
    assert_eq!(verdicts.len(), documents.len());
    Some(verdicts)
}

/// What expat makes of documents.
const EXPAT: &str = r#"
import sys
from xml.parsers import expat
for line in sys.stdin:
    parser = expat.ParserCreate(namespace_separator=' ')
    try:
        parser.Parse(bytes.fromhex(line.strip()), True)
        print('ok')
    except expat.ExpatError as error:
        print(expat.errors.messages[error.code])
"#;

/// | we | expat | decided by |
/// |---|---|---|
/// | refuse document types, and entities but the five | takes them | TS-0004 8.3, `DecodeRule::Xml` |
/// | refuse what passes a limit | has others | `Limits` |
/// | refuse a namespace that is none of oneM2M's for an element without prefix, and one with a prefix of oneM2M's | knows none | `DecodeRule::Namespace` |
/// | take the names of the fifth edition | takes those of the fourth | XML 1.0 §2.3 |
#[test]
fn xml_beside_expat() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let documents: Vec<String> = (0..4000)
        .map(|_| differential::xml_document(&xml().new_tree(&mut runner).unwrap().current()))
        .collect();
    let bytes: Vec<&[u8]> = documents.iter().map(String::as_bytes).collect();
    let Some(verdicts) = verdicts("xml.parsers.expat", EXPAT, &bytes) else {
        return;
    };
    let mut counts = [0; 4];
    for (document, verdict) in documents.iter().zip(&verdicts) {
        let ours = decode(Serialization::Xml, document, &CodecConfig::default());
        match (ours.map(drop).map_err(|error| error.rule), verdict.as_str()) {
            (Ok(()), "ok") => counts[0] += 1,
            (Err(rule), "ok") => {
                assert!(
                    matches!(
                        rule,
                        DecodeRule::Xml | DecodeRule::Namespace | DecodeRule::Content
                    ),
                    "{rule:?}: {document}"
                );
                counts[1] += 1;
            }
            (Ok(()), verdict) => {
                assert!(
                    verdict.contains("not well-formed") && !document.is_ascii(),
                    "{verdict}: {document}"
                );
                counts[2] += 1;
            }
            (Err(_), _) => counts[3] += 1,
        }
    }
    println!(
        "both accept {}, we alone refuse {}, we alone accept {}, both refuse {}",
        counts[0], counts[1], counts[2], counts[3]
    );
    assert!(counts[0] > 500 && counts[3] > 500, "{counts:?}");
}

/// What cbor2 makes of documents: the value in a form that both sides write alike, or the mistake.
const CBOR2: &str = r#"
import io, struct, sys
import cbor2
def shown(value):
    if value is None: return 'n'
    if value is True: return 't'
    if value is False: return 'f'
    if isinstance(value, int): return 'i%d' % value
    if isinstance(value, float): return 'd' + struct.pack('>d', value).hex()
    if isinstance(value, str): return 's' + value.encode('utf-8').hex()
    if isinstance(value, (list, tuple)): return '[' + ','.join(map(shown, value)) + ']'
    if isinstance(value, dict):
        return '{' + ','.join(shown(name) + ':' + shown(item) for name, item in value.items()) + '}'
    return 'other'
for line in sys.stdin:
    stream = io.BytesIO(bytes.fromhex(line.strip()))
    try:
        text = shown(cbor2.CBORDecoder(stream).decode())
        print('ok ' + text + (' trailing' if stream.read(1) else ''))
    except Exception as error:
        print(type(error).__name__)
"#;

fn shown(value: &Value<'_>) -> String {
    let hex = |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02x}")).collect() };
    match value {
        Value::Null => "n".to_owned(),
        Value::Boolean(boolean) => if *boolean { "t" } else { "f" }.to_owned(),
        Value::Number(Number::Integer(integer)) => format!("i{integer}"),
        Value::Number(Number::Float(double)) => format!("d{}", hex(&double.to_be_bytes())),
        Value::Number(Number::Decimal(text)) => panic!("CBOR has no decimals: {text}"),
        Value::Text(text) => format!("s{}", hex(text.as_bytes())),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(shown).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let member = |name: &str, value| format!("s{}:{}", hex(name.as_bytes()), shown(value));
            let members: Vec<String> = members
                .iter()
                .map(|(name, value)| member(name, value))
                .collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

/// Half of the documents are what JSON with mistakes becomes in CBOR, for those are right more often.
///
/// | we | cbor2 | decided by |
/// |---|---|---|
/// | refuse byte strings, tags, names that are not text, simple values that JSON has not | takes them | TS-0004 8.5 |
/// | refuse numbers that are not finite | takes them | TS-0004 8.4 |
/// | refuse a name that comes twice | takes the last | RFC 8949 §5.6 |
/// | refuse what passes a limit | has others | `Limits` |
/// | refuse what follows the value | leaves it | TS-0020 5.2 |
/// | refuse text in pieces within a piece | takes it | RFC 8949 §3.2.3 |
/// | refuse a break where nothing is open that it could end | takes it for a value | RFC 8949 §3.2.1 |
#[test]
fn cbor_beside_cbor2() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut documents: Vec<Vec<u8>> = vec![];
    while documents.len() < 4000 {
        let bytes = cbor().new_tree(&mut runner).unwrap().current();
        documents.push([b"\xa1\x65m2m:x", &*bytes].concat());
        let text = json().new_tree(&mut runner).unwrap().current();
        let json = Content::json_text(format!("{{\"m2m:x\":{text}}}"));
        let cbor =
            json.and_then(|json| json.transcode(Serialization::Cbor, &CodecConfig::default()));
        documents.extend(
            cbor.ok()
                .and_then(|cbor| Some(cbor.as_raw().as_cbor()?.to_vec())),
        );
    }
    let bytes: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
    let Some(verdicts) = verdicts("cbor2", CBOR2, &bytes) else {
        return;
    };
    let mut counts = [0; 3];
    for (document, verdict) in documents.iter().zip(&verdicts) {
        let theirs = verdict.strip_prefix("ok ");
        match (Content::cbor_bytes(document), theirs) {
            (Ok(content), _) => {
                let ours = shown(&content.value().unwrap());
                assert_eq!(theirs, Some(&*ours), "{verdict}: {document:02x?}");
                counts[0] += 1;
            }
            (Err(ContentError::Decode(error)), Some(theirs)) => {
                let is_known = match error.rule {
                    DecodeRule::TrailingBytes => theirs.ends_with(" trailing"),
                    DecodeRule::Syntax => {
                        let is_in_pieces = document.iter().any(|byte| matches!(byte, 0x5F | 0x7F));
                        is_in_pieces || theirs.contains("other")
                    }
                    DecodeRule::Type
                    | DecodeRule::NotFinite
                    | DecodeRule::DuplicateMember
                    | DecodeRule::TooDeep
                    | DecodeRule::TooManyMembers => true,
                    _ => false,
                };
                assert!(is_known, "{error}: {document:02x?}: {theirs}");
                counts[1] += 1;
            }
            (Err(_), _) => counts[2] += 1,
        }
    }
    println!(
        "both accept {}, we alone refuse {}, both refuse {}",
        counts[0], counts[1], counts[2]
    );
    assert!(counts[0] > 500 && counts[2] > 500, "{counts:?}");
}
