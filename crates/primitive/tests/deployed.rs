//! What deployed systems send and the samples of the specification have: the right value for each, and for its kind.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    AggregatedResponse, CodecConfig, Content, ContentError, DecodeError, DecodeRule, EncodeRule,
    NotificationContent, Number, Primitive, RequestIdentifier, RequestPrimitive, Serialization,
    UnknownNames, Value as Tree, decode, encode,
};
use serde_json::{Value, json};

const NAMESPACE: &str = "xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"";
const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

fn content<'p>(primitive: &'p Primitive<'_>) -> &'p Content<'p> {
    let content = match primitive {
        Primitive::Request(request) => request.content.as_ref(),
        Primitive::Response(response) => response.content.as_ref(),
    };
    content.unwrap()
}

fn request(operation: u32, content: &str) -> String {
    format!(
        "<m2m:rqp {NAMESPACE}><op>{operation}</op><to>a</to><fr>b</fr><rqi>1</rqi><pc>{content}</pc></m2m:rqp>"
    )
}

fn xml(text: &str) -> Primitive<'_> {
    decode(Serialization::Xml, text, &CodecConfig::default()).unwrap()
}

fn to_json(primitive: &Primitive<'_>) -> Value {
    let mut out = Vec::new();
    encode(
        Serialization::Json,
        primitive,
        &CodecConfig::default(),
        &mut out,
    )
    .unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn pv_01_an_empty_element_is_one_thing_however_it_is_written() {
    for (resource, name, otherwise) in [
        ("m2m:grp", "mnm", json!(null)),
        ("m2m:cnt", "lbl", json!([])),
        ("m2m:cin", "con", json!("")),
        ("m2m:ae", "poa", json!([])),
        ("m2m:ae", "rr", json!(null)),
        ("m2m:sub", "enc", json!({})),
        ("m2m:acp", "et", json!("")),
        ("m2m:grp", "mid", json!([])),
        ("cod:binSh", "state", json!(null)),
    ] {
        for element in [
            format!("<{name}/>"),
            format!("<{name}></{name}>"),
            format!("<{name}\n></{name} >"),
            format!("<{name}><!-- nothing --></{name}>"),
            format!("<{name}><![CDATA[]]></{name}>"),
        ] {
            let declared = if resource.starts_with("cod") {
                " xmlns:cod=\"http://www.onem2m.org/xml/protocols/commondomain\""
            } else {
                ""
            };
            let whole = format!("<{resource}{declared}>{element}</{resource}>");
            // A member of a group cannot be deleted (TS-0004 7.4.14).
            let in_update = if name == "mid" {
                json!([])
            } else {
                json!(null)
            };
            for (operation, expected) in [(3, &in_update), (1, &otherwise), (5, &otherwise)] {
                let is_unsure = resource.starts_with("cod") && operation != 3;
                // Elements have white space between them, and no text.
                if is_unsure || (name == "enc" && element.contains("CDATA")) {
                    continue;
                }
                let text = request(operation, &whole);
                let primitive = xml(&text);
                let found = content(&primitive).read::<Value>();
                let Ok(found) = found else {
                    panic!("{found:?}: {text}")
                };
                let resource = resource.trim_start_matches("cod:");
                let members = found.as_object().unwrap().values().next().unwrap();
                assert_eq!(members.get(name), Some(expected), "{resource} {text}");
                assert_eq!(&to_json(&primitive)["pc"], &found, "{text}");
            }
        }
    }
}

#[test]
fn pv_01_parameters_are_empty_and_never_null() {
    let with = |parameter: &str| {
        format!("<m2m:rqp {NAMESPACE}><op>2</op><to>a</to><rqi>1</rqi>{parameter}</m2m:rqp>")
    };
    for (pair, expected) in [
        ("<fr></fr>", json!({"fr": ""})),
        ("<vsi></vsi>", json!({"vsi": ""})),
        ("<rids></rids>", json!({"rids": []})),
        ("<fc></fc>", json!({"fc": {}})),
        ("<fc><lbl></lbl></fc>", json!({"fc": {"lbl": []}})),
        ("<fc><smf></smf></fc>", json!({"fc": {"smf": []}})),
        (
            "<rt><rtv>2</rtv><nu></nu></rt>",
            json!({"rt": {"rtv": 2, "nu": []}}),
        ),
    ] {
        let (start, end) = pair.split_once("></").unwrap();
        let name = start.rsplit_once('<').unwrap().1;
        let empty = format!(
            "{start}/>{}",
            end.strip_prefix(&format!("{name}>")).unwrap()
        );
        for parameter in [pair, &empty] {
            let text = with(parameter);
            let mut found = to_json(&xml(&text));
            for common in ["op", "to", "rqi"] {
                found.as_object_mut().unwrap().remove(common);
            }
            assert_eq!(found, expected, "{parameter}");
        }
    }
    for number in ["<ty/>", "<ty></ty>", "<rcn/>", "<da></da>", "<ot/>"] {
        let text = with(number);
        let error = decode(Serialization::Xml, &text, &CodecConfig::default());
        assert_eq!(error.unwrap_err().rule, DecodeRule::Type, "{number}");
    }
}

/// What is written into XML reads as what it is, or is refused.
#[test]
fn pv_01_nothing_is_told_by_its_context() {
    let content = |value: &Value| Content::json(value).unwrap();
    let identifier = || RequestIdentifier::new("1").unwrap();
    for (value, in_update, otherwise) in [
        (json!({"m2m:cnt": {"lbl": null}}), true, false),
        (json!({"m2m:cnt": {"lbl": []}}), false, true),
        (json!({"m2m:cin": {"con": ""}}), false, true),
        (json!({"m2m:cnt": {"cr": null}}), true, false),
        (json!({"m2m:cnt": {"mni": null}}), true, true),
        (json!({"m2m:sub": {"enc": {}}}), false, true),
        (json!({"m2m:sub": {"enc": null}}), true, false),
        (json!({"m2m:grp": {"mid": []}}), true, true),
        (json!({"m2m:grp": {"mid": null}}), false, false),
    ] {
        let update = RequestPrimitive::update("a", identifier(), content(&value));
        let notify = RequestPrimitive::notify("a", identifier(), content(&value));
        for (request, is_told) in [(update, in_update), (notify, otherwise)] {
            let mut out = Vec::new();
            let primitive = Primitive::from(request);
            let config = CodecConfig::default();
            match encode(Serialization::Xml, &primitive, &config, &mut out) {
                Ok(()) => {
                    assert!(is_told, "{value}");
                    let again = decode(Serialization::Xml, &out, &config).unwrap();
                    assert_eq!(to_json(&again)["pc"], value);
                    // And so it does once more, out of raw XML.
                    let mut cbor = Vec::new();
                    encode(Serialization::Cbor, &again, &config, &mut cbor).unwrap();
                    let cbor = decode(Serialization::Cbor, &cbor, &config).unwrap();
                    assert_eq!(to_json(&cbor)["pc"], value);
                }
                Err(error) => {
                    assert!(!is_told, "{error}: {value}");
                    assert_eq!(error.rule, EncodeRule::Nothing, "{value}");
                    assert!(error.path.starts_with("pc/m2m:"), "{error}");
                }
            }
        }
    }
}

/// Content of an UPDATE means the same in a request of another kind, and the other way round.
#[test]
fn pv_01_content_that_moves_keeps_its_meaning() {
    let text = request(3, "<m2m:cnt><lbl/><mni>5</mni></m2m:cnt>");
    let Primitive::Request(update) = xml(&text) else {
        panic!("a request")
    };
    let moved = RequestPrimitive::notify(
        "b",
        RequestIdentifier::new("2").unwrap(),
        update.content.unwrap(),
    );
    let moved = Primitive::from(moved);
    assert_eq!(
        to_json(&moved)["pc"],
        json!({"m2m:cnt": {"lbl": null, "mni": 5}})
    );
    let error = moved.transcode(Serialization::Xml, &CodecConfig::default());
    assert_eq!(error.unwrap_err().rule, EncodeRule::Nothing);
    // Nested primitives have their own operation.
    let nested =
        "<m2m:rqp><op>3</op><to>a</to><rqi>2</rqi><pc><m2m:cnt><lbl/></m2m:cnt></pc></m2m:rqp>";
    let text = request(5, nested);
    let expected =
        json!({"m2m:rqp": {"op": 3, "to": "a", "rqi": "2", "pc": {"m2m:cnt": {"lbl": null}}}});
    let primitive = xml(&text);
    assert_eq!(content(&primitive).read::<Value>(), Ok(expected.clone()));
    let again = Content::json(&expected).unwrap();
    let again = again
        .transcode(Serialization::Xml, &CodecConfig::default())
        .unwrap();
    assert_eq!(again.read::<Value>(), Ok(expected));
}

fn identifier(serialization: Serialization, document: &[u8]) -> Option<String> {
    let error = decode(serialization, document, &CodecConfig::default()).unwrap_err();
    error.request_identifier.map(RequestIdentifier::into_string)
}

#[test]
fn pv_02_the_identifier_of_a_malformed_request_is_found_anywhere() {
    let found = Some("r1".to_owned());
    for document in [
        r#"{"op":"x","to":5,"rqi":"r1"}"#,
        r#"{"to":tru,"op":1,"rqi":"r1"}"#,
        r#"{"op":1,"to":"a","fr":"b","fr":"c","rqi":"r1"}"#,
        r#"{"pc":{"m2m:rqp":{"rqi":"no"}},"x":[{"rqi":"no"}],"op":1,"rqi":"r1"}"#,
        r#"{"op":1.5,"to":"\"rqi\":\"no\"","rqi":"\u0072\u0031","#,
        r#"{"op":1 "to":"a" "rqi" : "r1"}"#,
        r#"{"rqi":"r1","op":1,"to":"a"}}"#,
        r#"{"op":1,"rsc":2000,"to":"a","rqi":"r1"}"#,
        r#"{"m2m:rqp":{"op":1,"to":"a","rqi":"r1"}}"#,
        r#"{ "m2m:rqp" : { "pc":{"rqi":"no"},"op":"1","rqi":"r1"}}"#,
        r#"{"fr":"a","rqi":"r1"}"#,
        r#"{"m2m:rqp":{"op":1},"rqi":"r1"}"#,
        r#"{"m2m:rqp":{"op":{}},"to":{},"rqi":"r1"}"#,
        r#"{"m2m:rqp":{"to":{"a":[]},"rqi":"r1"}}"#,
    ] {
        assert_eq!(
            identifier(Serialization::Json, document.as_bytes()),
            found,
            "{document}"
        );
    }
    for document in [
        r#"{"op":1,"to":"a"}"#,
        r#"{"op":1,"to":"a","pc":{"rqi":"r1"}}"#,
        r#"{"op":1,"to":"a","pc":{"m2m:rqp":{"rqi":"r1"}}}"#,
        r#"{"op":1,"to":"a","rqi":5}"#,
        r#"{"op":1,"to":"a","rqi":""}"#,
        r#"{"op":1,"to":"a","rqi":"a\u0000"}"#,
        r#"["rqi","r1"]"#,
        r#"{"op":1,"to":"rqi","x":"rqi","r1":"#,
        r#"{"op":1,"rqi":"r1"#,
        r#"[{"rqi":"r1"}]"#,
    ] {
        assert_eq!(
            identifier(Serialization::Json, document.as_bytes()),
            None,
            "{document}"
        );
    }
    assert_eq!(
        identifier(
            Serialization::Json,
            b"{\"op\":1,\"to\":\"\xff\",\"rqi\":\"r1\"}"
        ),
        found
    );
}

#[test]
fn pv_02_the_identifier_is_found_in_xml_and_cbor() {
    let found = Some("r1".to_owned());
    let whole = |inner: &str| format!("<m2m:rqp {NAMESPACE}>{inner}</m2m:rqp>");
    for document in [
        whole("<op>x</op><rqi>r1</rqi>"),
        whole("<op>1</op><to><a></to><rqi>r1</rqi>").replace("<a>", "<a/>"),
        whole("<!-- <rqi>no</rqi> --><pc><rqi>no</rqi></pc><op>1</op><rqi>r<![CDATA[1]]></rqi>"),
        whole("<op a='>'>1</op><op>1</op><rqi><!-- x -->&#114;1</rqi>"),
        whole("<op>1</op><rqi>r1</rqi>").replace("</m2m:rqp>", ""),
        "<?xml version='1.0'?><rqp><op>1</op><rqi>r1</rqi></rqp>".to_owned(),
        "<x:rqp xmlns:x='urn:other'><rqi>r1</rqi></x:rqp>".to_owned(),
        "<!DOCTYPE a><a><rqi>r1</rqi></a>".to_owned(),
    ] {
        assert_eq!(
            identifier(Serialization::Xml, document.as_bytes()),
            found,
            "{document}"
        );
    }
    for document in [
        whole("<op>1</op><to>a</to>"),
        whole("<op>1</op><pc><rqi>r1</rqi></pc>"),
        whole("<rqi/>"),
        whole("<rqi><a/></rqi>"),
        "<rqi>r1</rqi>".to_owned(),
        whole("<rqi>r1"),
    ] {
        assert_eq!(
            identifier(Serialization::Xml, document.as_bytes()),
            None,
            "{document}"
        );
    }
    let cbor = |parts: &[&[u8]]| identifier(Serialization::Cbor, &parts.concat());
    let rqi: &[u8] = b"\x63rqi\x62r1";
    for parts in [
        &[b"\xa2\x62op\x61x".as_slice(), rqi][..],
        &[b"\xbf\x62op\x82\x01\xa1\x63rqi\x62no", rqi, b"\xff"],
        &[b"\xa3\x01\x02\x62pc\xbf\x63rqi\x62no\xff", rqi],
        &[b"\xa2\x62to\x62\xff\xff", rqi],
        &[b"\xa1\x67m2m:rqp\xa2\x62op\x61x", rqi],
        &[b"\xd9\xd9\xf7\xa2\x62op\x01\x43rqi\x42r1"],
        &[b"\xa2\x62op\xf9\x7e\x00\x63rqi\x7f\x61r\x611\xff"],
        &[b"\xa9\x62op\x01", rqi],
        // Lists and maps of any form before it: empty, within each other, without lengths.
        &[b"\xa3\x62op\x80\x62to\xa0", rqi],
        &[b"\xa2\x62op\x83\x81\x01\x80\xa1\x61a\x9f\x01\xff", rqi],
        &[b"\xa2\x62op\x82\x9f\x80\xff\x5f\x41\x01\xff", rqi],
        &[b"\xa2\x62op\xbf\x61a\x82\x01\x02\xff", rqi],
    ] {
        assert_eq!(cbor(parts), found, "{parts:02x?}");
    }
    for parts in [
        &[b"\xa1\x62op\x01".as_slice()][..],
        &[b"\xa1\x62pc\xa1", rqi],
        &[b"\x82\x63rqi\x62r1"],
        &[b"\xa1\x63rqi\x01"],
        &[b"\xa1\x63rqi\x62r"],
        &[b"\xa2\x62op\x1c", rqi],
        &[b"\xa1\x9b\xff\xff\xff\xff\xff\xff\xff\xff", rqi],
    ] {
        assert_eq!(cbor(parts), None, "{parts:02x?}");
    }
}

#[test]
fn pv_03_parameters_of_the_other_primitive_have_their_types() {
    for parameters in [
        json!({"rsc": 2000, "rqi": "1", "drt": 2, "rvi": "3"}),
        json!({"rqi": "1", "drt": 1, "rcn": 4, "ty": 3, "rsc": 2001}),
        json!({"rsc": 2000, "rqi": "1", "fc": {"fu": 1, "ty": [3, 4], "lbl": ["a"]}, "da": true}),
        json!({"rsc": 4000, "rqi": "1", "rt": {"rtv": 3, "nu": ["a"]}, "tids": ["a", "b"]}),
        json!({"op": 2, "to": "a", "rqi": "1", "cnst": 1, "cnot": 7, "asri": false}),
    ] {
        let text = parameters.to_string();
        let config = CodecConfig::default();
        let primitive = decode(Serialization::Json, &text, &config).unwrap();
        for path in [[1, 2, 0], [2, 1, 0], [1, 0, 0]] {
            let mut there = primitive.clone();
            for serialization in path {
                there = there.transcode(ALL[serialization], &config).unwrap();
            }
            assert_eq!(to_json(&there), parameters, "{path:?}");
        }
    }
    for wrong in [
        json!({"rsc": 2000, "rqi": "1", "drt": "two"}),
        json!({"rsc": 2000, "rqi": "1", "ty": [3]}),
        json!({"rsc": 2000, "rqi": "1", "da": 1}),
    ] {
        let text = wrong.to_string();
        let primitive = decode(Serialization::Json, &text, &CodecConfig::default()).unwrap();
        let error = primitive.transcode(Serialization::Xml, &CodecConfig::default());
        assert_eq!(error.unwrap_err().rule, EncodeRule::Shape, "{text}");
    }
}

#[test]
fn pv_04_i_17_byte_order_marks_and_comments_are_no_part_of_the_text() {
    let with = |text: &str| format!("<m2m:rqp {NAMESPACE}>{text}</m2m:rqp>");
    let plain = with(
        "<op>1</op><to>ac</to><rqi>1</rqi><pc><m2m:cnt><mni>5</mni><lbl>a b</lbl></m2m:cnt></pc>",
    );
    let expected = to_json(&xml(&plain));
    for text in [
        format!("\u{feff}{plain}"),
        format!("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{plain}"),
        format!("<!-- a --><?b c?>{plain}<!-- d -->"),
        plain.replace(">ac<", ">a<!-- b -->c<"),
        plain.replace(">ac<", "><!-- b -->a<?b c?>c<"),
        plain.replace(">ac<", "><![CDATA[a]]>c<"),
        plain.replace(">ac<", ">&#97;<!----><![CDATA[]]>c<!-- --><"),
        plain.replace(">5<", "><!-- a -->5<"),
        plain.replace(">5<", ">5<!-- a --><"),
        plain.replace(">5<", "> <![CDATA[5]]><?a?> <"),
        plain.replace("a b", "a<!-- --> b"),
        plain.replace("<op>1", "<op><!-- op -->1"),
        plain.replace("<m2m:cnt>", "<!-- a --><m2m:cnt><!-- b -->"),
    ] {
        assert_eq!(to_json(&xml(&text)), expected, "{text}");
    }
    let raw = plain.replace(">ac<", ">a<!-- b -- c -->c<");
    let error = decode(Serialization::Xml, &raw, &CodecConfig::default()).unwrap_err();
    assert_eq!(error.rule, DecodeRule::Syntax, "two hyphens end a comment");
}

#[test]
fn pv_04_namespaces_are_refused_by_name() {
    let uri = "http://www.onem2m.org/xml/protocols";
    let inner = "<op>2</op><to>a</to><rqi>1</rqi>";
    for text in [
        format!("<rqp xmlns=\"urn:other\">{inner}</rqp>"),
        format!("<m2m:rqp {NAMESPACE} xmlns=\"urn:other\">{inner}</m2m:rqp>"),
        format!("<m2m:rqp xmlns:m2m=\"urn:other\">{inner}</m2m:rqp>"),
        format!("<m2m:rqp>{inner}</m2m:rqp>"),
        format!(
            "<m2m:rqp {NAMESPACE}>{inner}<pc><cnt xmlns='http://example.com/'/></pc></m2m:rqp>"
        ),
    ] {
        let error = decode(Serialization::Xml, &text, &CodecConfig::default()).unwrap_err();
        assert_eq!(error.rule, DecodeRule::Namespace, "{text}");
        assert!(error.to_string().contains("namespace"), "{error}");
    }
    // Who declares that of oneM2M as the default means it for all elements.
    let text = format!("<rqp xmlns=\"{uri}\">{inner}<fc><lvl>1</lvl></fc></rqp>");
    let expected = json!({"op": 2, "to": "a", "rqi": "1", "fc": {"lvl": 1}});
    assert_eq!(to_json(&xml(&text)), expected);
    let text = format!(
        "<rsp xmlns='{uri}'><rsc>2000</rsc><rqi>1</rqi><pc><cnt rn='a'><mni>5</mni></cnt></pc></rsp>"
    );
    let expected = json!({"rsc": 2000, "rqi": "1", "pc": {"m2m:cnt": {"rn": "a", "mni": 5}}});
    assert_eq!(to_json(&xml(&text)), expected);
}

fn transcoded(value: &Value, path: &[Serialization]) -> Result<Value, ContentError> {
    let mut content = Content::json(value)?;
    for serialization in path {
        content = content.transcode(*serialization, &CodecConfig::default())?;
    }
    content.read()
}

#[test]
fn pv_05_anything_passes_where_it_can() {
    use Serialization::{Cbor, Json, Xml};

    for value in [
        json!({"m2m:lcp": {"gta": {"lat": 1.5, "points": [[1, 2], [3]], "x": null}}}),
        json!({"m2m:cin": {"con": {"a": {"b": [true, {}]}, "": 1}}}),
        json!({"m2m:cin": {"con": [1, "a", [2.5], {"b": null}]}}),
        json!({"m2m:cin": {"con": 5}}),
        json!({"m2m:tsi": {"con": {"m2m:x": -1}}}),
    ] {
        assert_eq!(transcoded(&value, &[Cbor, Json, Cbor]).as_ref(), Ok(&value));
    }
    for (value, in_xml) in [
        (
            json!({"m2m:lcp": {"gta": {"lat": "1.5", "points": ["1", "2"]}}}),
            "<m2m:lcp><gta><lat>1.5</lat><points>1</points><points>2</points></gta></m2m:lcp>",
        ),
        (
            json!({"m2m:cin": {"con": {"a": {"b": "c"}, "lbl": "d"}}}),
            "<m2m:cin><con><a><b>c</b></a><lbl>d</lbl></con></m2m:cin>",
        ),
        (
            json!({"m2m:cin": {"con": {"a": [{"b": "1"}, {"b": "2"}]}}}),
            "<m2m:cin><con><a><b>1</b></a><a><b>2</b></a></con></m2m:cin>",
        ),
    ] {
        let xml = Content::json(&value)
            .unwrap()
            .transcode(Xml, &CodecConfig::default())
            .unwrap();
        assert_eq!(xml.as_raw().as_xml().unwrap().as_str(), in_xml);
        assert_eq!(transcoded(&value, &[Xml, Cbor, Json]).as_ref(), Ok(&value));
    }
    for (value, rule, path) in [
        (
            json!({"m2m:cin": {"con": [1, 2]}}),
            EncodeRule::Shape,
            "m2m:cin/con",
        ),
        (
            json!({"m2m:lcp": {"gta": {"a": ["b"]}}}),
            EncodeRule::Shape,
            "m2m:lcp/gta/a",
        ),
        (
            json!({"m2m:cin": {"con": {"a": []}}}),
            EncodeRule::Shape,
            "m2m:cin/con/a",
        ),
        (
            json!({"m2m:cin": {"con": {"a": [[1], [2]]}}}),
            EncodeRule::Shape,
            "m2m:cin/con/a",
        ),
        (
            json!({"m2m:cin": {"con": {}}}),
            EncodeRule::Nothing,
            "m2m:cin/con",
        ),
        (
            json!({"m2m:cin": {"con": {"a b": "c"}}}),
            EncodeRule::InvalidName,
            "m2m:cin/con/a b",
        ),
        (
            json!({"m2m:cin": {"con": {"a": "\u{1}"}}}),
            EncodeRule::InvalidCharacter,
            "m2m:cin/con/a",
        ),
    ] {
        let Err(ContentError::Encode(error)) = transcoded(&value, &[Xml]) else {
            panic!("{value}")
        };
        assert_eq!((error.rule, error.path.as_str()), (rule, path), "{value}");
    }
}

#[test]
fn pv_06_an_unknown_name_is_told_with_its_path() {
    use Serialization::{Cbor, Json, Xml};

    let check = |error: ContentError, path: &str| {
        let shown = error.to_string();
        assert!(
            shown.contains(path) && shown.contains("table"),
            "{shown}: {path}"
        );
    };
    for (value, path) in [
        (json!({"m2m:cnt": {"vendor": 1}}), "m2m:cnt/vendor"),
        (json!({"m2m:sub": {"enc": {"x": [1]}}}), "m2m:sub/enc/x"),
        (json!({"m2m:nobody": {"a": 1}}), "m2m:nobody"),
        (
            json!({"m2m:sgn": {"nev": {"rep": {"m2m:cin": {"y": 1}}}}}),
            "m2m:sgn/nev/rep/m2m:cin/y",
        ),
    ] {
        let json = Content::json(&value).unwrap();
        let cbor = json.transcode(Cbor, &CodecConfig::default()).unwrap();
        for content in [&json, &cbor] {
            check(
                content.transcode(Xml, &CodecConfig::default()).unwrap_err(),
                path,
            );
        }
        let text = CodecConfig {
            unknown_names: UnknownNames::Text,
            ..CodecConfig::default()
        };
        let xml = json.transcode(Xml, &text).unwrap();
        for to in [Json, Cbor] {
            check(
                xml.transcode(to, &CodecConfig::default()).unwrap_err(),
                path,
            );
        }
    }
    // Within a primitive the path begins with the parameter.
    let text = request(1, "<m2m:cnt><vendor>1</vendor></m2m:cnt>");
    let error = xml(&text)
        .transcode(Cbor, &CodecConfig::default())
        .unwrap_err();
    assert_eq!(error.path, "pc/m2m:cnt/vendor");
    for (serialization, document) in [
        (
            Json,
            br#"{"op":2,"to":"a","rqi":"1","fc":{"atr":[{"nm":"a","x":1}]}}"#.to_vec(),
        ),
        (
            Cbor,
            b"\xa4\x62op\x02\x62to\x61a\x63rqi\x611\x62fc\xa1\x63atr\x81\xa1\x61x\x01".to_vec(),
        ),
    ] {
        let error: DecodeError =
            decode(serialization, &document, &CodecConfig::default()).unwrap_err();
        assert_eq!(
            (error.rule, error.path.as_str()),
            (DecodeRule::UnknownName, "fc/atr/x")
        );
    }
    // Numbers that a serialization does not carry are told alike.
    let large = Content::json_text(r#"{"m2m:cnt":{"mni":1e400}}"#).unwrap();
    let ContentError::Encode(error) = large.transcode(Cbor, &CodecConfig::default()).unwrap_err()
    else {
        panic!("an error of encoding")
    };
    assert_eq!(
        (error.rule, error.path.as_str()),
        (EncodeRule::NumberRange, "m2m:cnt/mni")
    );
}

#[test]
fn pv_06_attributes_that_are_not_carried_are_told() {
    let text = CodecConfig {
        unknown_names: UnknownNames::Text,
        ..CodecConfig::default()
    };
    for (members, path) in [
        ("<vendor a='1'>text</vendor>", "m2m:cnt/vendor/a"),
        (
            "<vendor><x b='1' c='2'>text</x></vendor>",
            "m2m:cnt/vendor/x/b",
        ),
        ("<mni unit='1'>5</mni>", "m2m:cnt/mni/unit"),
        ("<lbl x='1'>a b</lbl>", "m2m:cnt/lbl/x"),
        (
            "<vendor a='1'><![CDATA[text]]></vendor>",
            "m2m:cnt/vendor/a",
        ),
    ] {
        let document = request(1, &format!("<m2m:cnt>{members}</m2m:cnt>"));
        let primitive = xml(&document);
        let error = content(&primitive)
            .transcode(Serialization::Json, &text)
            .unwrap_err();
        let shown = error.to_string();
        assert!(shown.contains(path), "{shown}: {members}");
    }
    let document = request(1, "<m2m:cnt><vendor a='1'><b>2</b></vendor></m2m:cnt>");
    let primitive = xml(&document);
    let json = content(&primitive)
        .transcode(Serialization::Json, &text)
        .unwrap();
    assert_eq!(
        json.read(),
        Ok(json!({"m2m:cnt": {"vendor": {"a": "1", "b": "2"}}}))
    );
    for strict in ["<mni unit='1'>5</mni>", "<con x='1'>a</con>"] {
        let document = request(1, &format!("<m2m:cin>{strict}</m2m:cin>"));
        let error = xml(&document).transcode(Serialization::Json, &CodecConfig::default());
        assert!(
            error.unwrap_err().to_string().contains("pc/m2m:cin/"),
            "{strict}"
        );
    }
}

#[test]
fn pv_07_a_struct_is_not_read_from_an_array() {
    #[derive(Debug, serde::Deserialize)]
    struct Instance {
        #[serde(rename = "m2m:cin")]
        _instance: Attributes,
    }
    #[derive(Debug, serde::Deserialize)]
    struct Attributes {
        _con: Option<String>,
    }

    for text in [
        r#"{"m2m:cin":["a"]}"#,
        r#"{"m2m:cin":[]}"#,
        r#"{"m2m:cin":[{"_con":"a"}]}"#,
    ] {
        let content = Content::json_text(text).unwrap();
        assert!(content.read::<Instance>().is_err(), "{text}");
    }
    for text in [
        r#"{"m2m:sgn":[null,true]}"#,
        r#"{"m2m:sgn":{"nev":[null,null,3]}}"#,
        r#"{"m2m:agn":[[{"sur":"a"}]]}"#,
    ] {
        let content = Content::json_text(text).unwrap();
        let read = content.read::<NotificationContent<'_, Tree<'_>>>();
        assert!(read.is_err(), "{text}: {read:?}");
    }
    let content = Content::json_text(r#"{"m2m:agr":{"m2m:rsp":[[2000,"1"]]}}"#).unwrap();
    assert!(content.read::<AggregatedResponse<'_, Tree<'_>>>().is_err());
}

#[test]
fn pv_07_a_tree_can_be_read_wherever_a_type_can() {
    let text = r#"{"m2m:sgn":{"nev":{"rep":{"m2m:cin":{"con":3.14159265358979323846,"st":18446744073709551615}},"net":3},"sur":"s"}}"#;
    let content = Content::json_text(text).unwrap();
    let notification = content.read::<NotificationContent<'_, Tree<'_>>>().unwrap();
    let notification = notification.into_notifications().pop().unwrap();
    let tree = notification.event.unwrap().representation.unwrap();
    let instance = tree.get("m2m:cin").unwrap();
    let number = Number::Decimal("3.14159265358979323846");
    assert_eq!(instance.get("con"), Some(&Tree::Number(number)));
    let number = Number::Integer(18_446_744_073_709_551_615);
    assert_eq!(instance.get("st"), Some(&Tree::Number(number)));
    assert_eq!(
        content.read::<Tree<'_>>().unwrap(),
        content.value().unwrap()
    );
    let responses = Content::json_text(
        r#"{"m2m:agr":{"m2m:rsp":[{"rsc":2000,"pc":{"m2m:cnt":{"lbl":["a",null,true]}}}]}}"#,
    );
    let responses = responses.unwrap();
    let responses = responses
        .read::<AggregatedResponse<'_, Tree<'_>>>()
        .unwrap();
    let tree = responses.aggregate.responses[0].content.clone().unwrap();
    let labels = tree.get("m2m:cnt").unwrap().get("lbl");
    let items = vec![Tree::Text("a".into()), Tree::Null, Tree::Boolean(true)];
    assert_eq!(labels, Some(&Tree::Array(items)));
    // Out of anything else that serde reads.
    let tree: Tree<'_> = serde_json::from_str(r#"{"a":[1,-1,1.5,"b\n",null,{}]}"#).unwrap();
    assert_eq!(
        serde_json::to_value(&tree).unwrap(),
        json!({"a": [1, -1, 1.5, "b\n", null, {}]})
    );
    assert!(serde_json::from_str::<Tree<'_>>(r#"{"a":1,"a":2}"#).is_err());
}
