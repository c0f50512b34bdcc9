//! The rules of XML, and what is not part of oneM2M's use of it.

use onem2m_primitive::{
    CodecConfig, DecodeError, DecodeRule, Limits, Primitive, Serialization, UnknownNames, decode,
    encode,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const NAMESPACE: &str = "xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"";

/// A response with this beside its status and identifier.
fn response(more: &str) -> String {
    format!("<m2m:rsp {NAMESPACE}><rsc>2000</rsc><rqi>1</rqi>{more}</m2m:rsp>")
}

fn resource(members: &str) -> String {
    response(&format!("<pc><m2m:cnt rn=\"a\">{members}</m2m:cnt></pc>"))
}

fn read(text: &str) -> Result<Primitive<'_>, DecodeError> {
    decode(Serialization::Xml, text.as_bytes(), &CodecConfig::default())
}

/// What the content is in JSON.
fn content(text: &str) -> Result<Value, String> {
    let primitive = read(text).map_err(|error| error.to_string())?;
    let content = match &primitive {
        Primitive::Response(response) => &response.content,
        Primitive::Request(request) => &request.content,
    };
    let content = content.as_ref().ok_or("no content")?;
    content.read().map_err(|error| error.to_string())
}

fn check_refused(text: &str, rule: DecodeRule) {
    let refused = read(text).map(|primitive| format!("{primitive:?}"));
    assert_eq!(
        refused.map_err(|error| error.rule),
        Err(rule),
        "{text:.300}"
    );
}

fn check_members(members: &str, expected: &Value) {
    let mut expected = expected.clone();
    if let Some(members) = expected.as_object_mut() {
        members.insert("rn".to_owned(), json!("a"));
    }
    let expected = json!({ "m2m:cnt": expected });
    assert_eq!(
        content(&resource(members)).as_ref(),
        Ok(&expected),
        "{members}"
    );
}

#[test]
fn values_have_the_types_of_the_table() {
    for (members, expected) in [
        ("<mni>5</mni>", json!({"mni": 5})),
        ("<mni> +05\n</mni>", json!({"mni": 5})),
        ("<disr>1</disr>", json!({"disr": true})),
        ("<disr> false </disr>", json!({"disr": false})),
        ("<lbl>a</lbl>", json!({"lbl": ["a"]})),
        ("<lbl> a\tb\nc </lbl>", json!({"lbl": ["a", "b", "c"]})),
        ("<lbl/>", json!({"lbl": []})),
        ("<lbl></lbl>", json!({"lbl": []})),
        ("<cr></cr>", json!({"cr": ""})),
        ("<cr/>", json!({"cr": ""})),
        ("<mni/>", json!({"mni": null})),
        ("<mni></mni>", json!({"mni": null})),
        ("<cr> a  b </cr>", json!({"cr": " a  b "})),
        (
            "<cr>a&amp;b&lt;&gt;&quot;&apos;&#65;&#x42;</cr>",
            json!({"cr": "a&b<>\"'AB"}),
        ),
        ("<cr><![CDATA[a<b&c]]></cr>", json!({"cr": "a<b&c"})),
        ("<cr>a\r\nb\rc</cr>", json!({"cr": "a\nb\nc"})),
        ("<!-- x --><cr>a</cr><?x y?>", json!({"cr": "a"})),
        ("<mni>5</mni><cr>a</cr>", json!({"mni": 5, "cr": "a"})),
        (
            "<m2m:cin rn=\"1\"><con>a</con></m2m:cin><m2m:cin rn=\"2\"><con>b</con></m2m:cin>",
            json!({"m2m:cin": [{"rn": "1", "con": "a"}, {"rn": "2", "con": "b"}]}),
        ),
        ("<m2m:cin rn=\"1\"/>", json!({"m2m:cin": [{"rn": "1"}]})),
    ] {
        check_members(members, &expected);
    }
    let references = "<pc><m2m:rrl><rrf nm='a' typ='3'>b</rrf><rrf typ=\"4\" nm=\"&quot;\">c</rrf></m2m:rrl></pc>";
    assert_eq!(
        content(&response(references)),
        Ok(json!({"m2m:rrl": {"rrf": [
            {"nm": "a", "typ": 3, "val": "b"}, {"typ": 4, "nm": "\"", "val": "c"},
        ]}}))
    );
}

#[test]
fn values_of_other_types_are_refused() {
    for members in [
        "<mni>five</mni>",
        "<mni>5.0</mni>",
        "<disr>yes</disr>",
        "<mni><a/></mni>",
        "<lbl>a<b/></lbl>",
        "text",
        "<mni>1</mni>text",
        "<mni>1</mni><cr>a</cr><mni>2</mni>",
        "<m2m:cin/><cr>a</cr><m2m:cin/>",
        "<rn>b</rn>",
        "<cr>a<b/></cr>",
        "<cr other=\"1\">a</cr><mni other=\"1\"/>",
    ] {
        assert!(content(&resource(members)).is_err(), "{members}");
    }
}

#[test]
fn i_12_i_15_namespaces_count_and_prefixes_do_not() {
    let uri = "http://www.onem2m.org/xml/protocols";
    let expected = Ok(json!({"m2m:cnt": {"mni": 5}}));
    for text in [
        format!(
            "<a:rsp xmlns:a=\"{uri}\"><rsc>2000</rsc><rqi>1</rqi><pc><a:cnt><mni>5</mni></a:cnt></pc></a:rsp>"
        ),
        format!(
            "<a:rsp xmlns:a='{uri}'><rsc>2000</rsc><rqi>1</rqi><pc><b:cnt xmlns:b='{uri}'><mni>5</mni></b:cnt></pc></a:rsp>"
        ),
        format!(
            "<rsp xmlns='{uri}'><rsc xmlns=''>2000</rsc><rqi xmlns=''>1</rqi><pc xmlns=''><cnt xmlns='{uri}'><mni xmlns=''>5</mni></cnt></pc></rsp>"
        ),
        format!(
            "<b:rsp xmlns:b='{uri}'><rsc>2000</rsc><rqi>1</rqi><pc xmlns:a='other'><b:cnt><mni>5</mni></b:cnt></pc></b:rsp>"
        ),
    ] {
        assert_eq!(content(&text), expected, "{text}");
        let mut again = Vec::new();
        let primitive = read(&text).unwrap();
        encode(
            Serialization::Xml,
            &primitive,
            &CodecConfig::default(),
            &mut again,
        )
        .unwrap();
        let again = core::str::from_utf8(&again).unwrap();
        assert_eq!(content(again), expected);
        assert_eq!(read(again).unwrap(), primitive, "{text}");
    }
    check_refused(
        "<rsp><rsc>2000</rsc><rqi>1</rqi></rsp>",
        DecodeRule::NeitherRequestNorResponse,
    );
    let evil = response("").replace("protocols", "evil");
    check_refused(&evil, DecodeRule::Namespace);
    let evil = evil.replace("m2m", "x");
    check_refused(&evil, DecodeRule::NeitherRequestNorResponse);
    check_refused("<m2m:rsp><rsc>2000</rsc></m2m:rsp>", DecodeRule::Namespace);
    check_refused(&response("<pc><x:cnt/></pc>"), DecodeRule::Namespace);
    check_refused(
        &response("<pc><m2m:cnt x:a='b'/></pc>"),
        DecodeRule::Namespace,
    );
    check_refused(&resource("<cr xmlns:x=''/>"), DecodeRule::Namespace);
    let declarations = |count: usize| -> String {
        (0..count)
            .map(|index| format!(" xmlns:a{index}='b'"))
            .collect()
    };
    // A prefix is bound within the element that declares it, and not behind: neither could many bind ever more.
    for sibling in [
        "<b xmlns:x='u'/>",
        "<b xmlns:x='u'></b>",
        "<b xmlns:x='u'>c</b>",
        "<b xmlns:x='u'><c/></b>",
    ] {
        let behind = format!("<pc><m2m:cnt><a>{sibling}<x:d/></a></m2m:cnt></pc>");
        check_refused(&response(&behind), DecodeRule::Namespace);
        let many = format!(
            "<pc><m2m:cnt><a>{}</a></m2m:cnt></pc>",
            sibling.repeat(1000)
        );
        assert!(read(&response(&many)).is_ok(), "{sibling}");
    }
    // The prefix of the root is one of them.
    let with = |count| response(&format!("<pc><m2m:cnt{}/></pc>", declarations(count)));
    assert!(read(&with(47)).is_ok());
    check_refused(&with(48), DecodeRule::TooManyMembers);
}

#[test]
fn i_11_attributes_have_a_limit_and_come_once() {
    let attributes =
        |count: usize| -> String { (0..count).map(|index| format!(" a{index}=''")).collect() };
    let with = |count| response(&format!("<pc><m2m:cnt{}/></pc>", attributes(count)));
    assert!(read(&with(64)).is_ok());
    check_refused(&with(65), DecodeRule::TooManyMembers);
    check_refused(&with(80_000), DecodeRule::TooManyMembers);
    check_refused(
        &response("<pc><m2m:cnt rn='a' rn='b'/></pc>"),
        DecodeRule::DuplicateMember,
    );
    for wrong in [
        "<m2m:cnt a/>",
        "<m2m:cnt a=b/>",
        "<m2m:cnt a='<'/>",
        "<m2m:cnt a='b'c='d'/>",
        "<m2m:cnt 1='b'/>",
    ] {
        check_refused(&response(&format!("<pc>{wrong}</pc>")), DecodeRule::Syntax);
    }
}

#[test]
fn i_13_document_types_and_entities_are_refused() {
    let with = |before: &str, text: &str| {
        format!("{before}<m2m:rsp {NAMESPACE}><rsc>2000</rsc><rqi>{text}</rqi></m2m:rsp>")
    };
    for document_type in [
        "<!DOCTYPE a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;'><!ENTITY e '&d;&d;'>]>",
    ] {
        check_refused(&with(document_type, "1"), DecodeRule::Xml);
    }
    check_refused(&response("<!DOCTYPE a>"), DecodeRule::Xml);
    for reference in [
        "&b;",
        "&nbsp;",
        "&#0;",
        "&#1;",
        "&#xD800;",
        "&#x110000;",
        "&#xFFFE;",
    ] {
        check_refused(&with("", reference), DecodeRule::Xml);
    }
    for reference in ["&#;", "&#x;", "&#1a;", "&", "&amp", "& ;"] {
        assert!(read(&with("", reference)).is_err(), "{reference}");
    }
    check_refused(&with("", "a]]>b"), DecodeRule::Syntax);
}

#[test]
fn i_14_depth_at_and_past_the_limit() {
    let nested = |depth: usize| {
        let levels = depth - 2;
        response(&format!(
            "<pc>{}{}</pc>",
            "<a>".repeat(levels),
            "</a>".repeat(levels)
        ))
    };
    assert!(read(&nested(64)).is_ok());
    check_refused(&nested(65), DecodeRule::TooDeep);
    check_refused(&nested(1_000_000), DecodeRule::TooLong);
    let unknown = response(&"<a>".repeat(100_000));
    check_refused(&unknown, DecodeRule::TooDeep);
}

#[test]
fn i_16_characters_and_encodings() {
    for text in ["\u{1}", "\u{b}", "\u{fffe}", "\u{ffff}", "\0"] {
        check_refused(&response(&format!("<vsi>{text}</vsi>")), DecodeRule::Xml);
    }
    let with = |declaration: &str| format!("{declaration}{}", response(""));
    for declaration in [
        "<?xml version=\"1.0\"?>",
        "<?xml version='1.0' encoding='utf-8'?>\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>",
    ] {
        assert!(read(&with(declaration)).is_ok(), "{declaration}");
    }
    for declaration in [
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        "<?xml version=\"1.1\"?>",
        "<?xml encoding=\"UTF-8\"?>",
        " <?xml version=\"1.0\"?>",
        "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>",
    ] {
        assert!(read(&with(declaration)).is_err(), "{declaration}");
    }
    let error = decode(Serialization::Xml, b"<a>\xff</a>", &CodecConfig::default()).unwrap_err();
    assert_eq!((error.rule, error.offset), (DecodeRule::Utf8, 3));
}

#[test]
fn i_04_i_05_names_come_once_and_nothing_follows() {
    check_refused(&response("<rqi>2</rqi>"), DecodeRule::DuplicateMember);
    check_refused(
        &response("<vsi>2</vsi><rqi>2</rqi>"),
        DecodeRule::DuplicateMember,
    );
    for behind in ["<a/>", "a", "<m2m:rsp/>", "&#65;", "<![CDATA[a]]>"] {
        let text = response("") + behind;
        assert!(read(&text).is_err(), "{behind}");
    }
    assert!(read(&(response("") + "\n<!-- x --> <?y z?>\n")).is_ok());
    for before in ["a", "\u{a0}", "&#32;", "<![CDATA[]]>", "</a>", "<a/>"] {
        assert!(
            read(&(before.to_owned() + &response(""))).is_err(),
            "{before}"
        );
    }
    assert!(read(&("\n<!-- x --> <?y z?>\t\r\n".to_owned() + &response(""))).is_ok());
    for text in [
        "<a></b>",
        "<a>",
        "</a>",
        "<a",
        "a<",
        "<a/",
        "<!-- ",
        "<![CDATA[",
    ] {
        assert!(read(&response(text)).is_err(), "{text}");
    }
}

#[test]
fn j_08_both_neither_and_the_wrong_root() {
    for (text, rule) in [
        (
            response("<op>2</op><to>a</to>"),
            DecodeRule::NeitherRequestNorResponse,
        ),
        (
            response("").replace("rsc", "abc"),
            DecodeRule::NeitherRequestNorResponse,
        ),
        (
            response("").replace("m2m:rsp", "m2m:rqp"),
            DecodeRule::NeitherRequestNorResponse,
        ),
        (response("").replace("2000", "OK"), DecodeRule::Type),
        (response("").replace("2000", "2000.0"), DecodeRule::Type),
        (response("<pc/>"), DecodeRule::Content),
        (response("<pc>a</pc>"), DecodeRule::Content),
        (
            response("<pc><m2m:cnt/><m2m:cnt/></pc>"),
            DecodeRule::Content,
        ),
    ] {
        check_refused(&text, rule);
    }
    let error = read(&response("<pc><m2m:cnt></m2m:cin></pc>"))
        .map(drop)
        .unwrap_err();
    assert_eq!(error.request_identifier.unwrap().as_str(), "1");
    assert_eq!(error.path, "pc");
}

#[test]
fn unknown_parameters_are_kept_as_they_came() {
    let text = response("<msu a=\"b\">c &amp; d</msu><x><y/></x><x/>");
    let primitive = read(&text).unwrap();
    let mut again = Vec::new();
    encode(
        Serialization::Xml,
        &primitive,
        &CodecConfig::default(),
        &mut again,
    )
    .unwrap();
    let body = |text: &str| text.split_once("<rsc>").unwrap().1.to_owned();
    assert_eq!(body(core::str::from_utf8(&again).unwrap()), body(&text));
    let config = CodecConfig {
        unknown_names: UnknownNames::Text,
        ..CodecConfig::default()
    };
    let text = response("<msu>c &amp; d</msu><x><y/></x><x>1</x>");
    let primitive = read(&text).unwrap();
    let mut json = Vec::new();
    encode(Serialization::Json, &primitive, &config, &mut json).unwrap();
    let expected = r#"{"rsc":2000,"rqi":"1","msu":"c & d","x":[{"y":""},"1"]}"#;
    assert_eq!(core::str::from_utf8(&json).unwrap(), expected);
    assert!(
        encode(
            Serialization::Json,
            &primitive,
            &CodecConfig::default(),
            &mut json
        )
        .is_err()
    );
}

#[test]
fn unknown_parameters_take_the_namespaces_they_use_along() {
    let written = |text: &str| {
        let mut out = Vec::new();
        encode(
            Serialization::Xml,
            &read(text).unwrap(),
            &CodecConfig::default(),
            &mut out,
        )
        .unwrap();
        String::from_utf8(out).unwrap()
    };
    let head = format!("<m2m:rsp {NAMESPACE} xmlns:x='u' xmlns:y='v'><rsc>2000</rsc><rqi>1</rqi>");
    for (elements, expected) in [
        ("<a>1</a>", "<a>1</a>"),
        (
            "<x:a>1</x:a><x:a/>",
            "<x:a xmlns:x=\"u\">1</x:a><x:a xmlns:x=\"u\"/>",
        ),
        ("<x:a xmlns:x='w'/>", "<x:a xmlns:x='w'/>"),
        ("<a><y:b/></a>", "<a xmlns:y=\"v\"><y:b/></a>"),
    ] {
        let text = format!("{head}{elements}</m2m:rsp>");
        let once = written(&text);
        assert!(
            once.ends_with(&format!("{expected}</m2m:rsp>")),
            "{elements}: {once}"
        );
        assert_eq!(read(&once).unwrap(), read(&text).unwrap(), "{elements}");
    }
    // A long namespace and many short elements do not become many long elements.
    let long = "u".repeat(1000);
    let many = |count| {
        let elements = "<x:a/>".repeat(count);
        response(&elements).replace("<m2m:rsp", &format!("<m2m:rsp xmlns:x='{long}'"))
    };
    assert!(read(&many(1)).is_ok());
    check_refused(&many(3), DecodeRule::TooLong);
}

#[test]
fn members_at_and_past_the_limit() {
    let config = CodecConfig {
        limits: Limits {
            max_members: 8,
            ..Limits::default()
        },
        ..CodecConfig::default()
    };
    let with = |count| {
        response(&format!(
            "<pc><m2m:cnt>{}</m2m:cnt></pc>",
            "<a/>".repeat(count)
        ))
    };
    assert!(decode(Serialization::Xml, with(4).as_bytes(), &config).is_ok());
    let error = decode(Serialization::Xml, with(5).as_bytes(), &config).unwrap_err();
    assert_eq!(error.rule, DecodeRule::TooManyMembers);
}

proptest! {
    #[test]
    fn arbitrary_text_does_no_harm(text in "[<>/a-c:=\"'&;#!\\[\\]? \\-x0-9]{0,60}") {
        let _ = read(&text);
        let _ = content(&response(&text));
        let _ = content(&resource(&text));
        let _ = content(&response(&format!("<pc>{text}</pc>")));
    }
}
