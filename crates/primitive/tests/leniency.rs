//! Deviations of content, each by its name: refused or left as they are by default, and right where they are allowed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_primitive::{
    CodecConfig, EncodeRule, Leniency, Primitive, Serialization, UnknownNames, decode, encode,
};
use serde_json::{Value, json};

const ALL: [Serialization; 3] = [Serialization::Json, Serialization::Xml, Serialization::Cbor];

fn config(leniency: Leniency) -> CodecConfig {
    CodecConfig {
        leniency,
        ..CodecConfig::default()
    }
}

fn document(serialization: Serialization, value: &Value) -> Vec<u8> {
    match serialization {
        Serialization::Cbor => {
            let mut bytes = Vec::new();
            ciborium::into_writer(value, &mut bytes).unwrap();
            bytes
        }
        Serialization::Json | Serialization::Xml => value.to_string().into_bytes(),
    }
}

/// As JSON, through XML, which accepts nothing that is not of its type.
fn strictly(primitive: &Primitive<'_>) -> Result<Value, EncodeRule> {
    let strict = CodecConfig::default();
    let xml = primitive.transcode(Serialization::Xml, &strict);
    let xml = xml.map_err(|error| error.rule)?;
    let mut out = Vec::new();
    encode(Serialization::Json, &xml, &strict, &mut out).unwrap();
    Ok(serde_json::from_slice(&out).unwrap())
}

/// With the leniency alone and with all of them it is `meant`, in JSON and CBOR; without it is not.
fn check(leniency: Leniency, sent: &Value, meant: &Value) {
    for serialization in [Serialization::Json, Serialization::Cbor] {
        let bytes = document(serialization, sent);
        let strict = decode(serialization, &bytes, &CodecConfig::default());
        let is_strict = strict.is_ok_and(|primitive| strictly(&primitive).is_ok());
        assert!(!is_strict, "{sent}");
        for leniency in [leniency, Leniency::DEPLOYED] {
            let primitive = decode(serialization, &bytes, &config(leniency)).unwrap();
            assert_eq!(strictly(&primitive).as_ref(), Ok(meant), "{sent}");
            // Those who read the content read what is meant.
            let content = match &primitive {
                Primitive::Request(request) => request.content.as_ref(),
                Primitive::Response(response) => response.content.as_ref(),
            };
            if let Some(content) = content {
                assert_eq!(content.read::<Value>().as_ref(), Ok(&meant["pc"]), "{sent}");
            }
            let again = document(serialization, meant);
            let again = decode(serialization, &again, &CodecConfig::default()).unwrap();
            let mut bytes = Vec::new();
            encode(
                serialization,
                &primitive,
                &CodecConfig::default(),
                &mut bytes,
            )
            .unwrap();
            let written = decode(serialization, &bytes, &CodecConfig::default()).unwrap();
            assert_eq!(strictly(&written), strictly(&again));
        }
    }
}

fn response(content: &Value) -> Value {
    json!({"rsc": 2000, "rqi": "1", "pc": content})
}

#[test]
fn one_value_where_a_list_belongs() {
    let leniency = Leniency {
        single_values: true,
        ..Leniency::STRICT
    };
    for (sent, meant) in [
        (
            json!({"m2m:cnt": {"lbl": "a"}}),
            json!({"m2m:cnt": {"lbl": ["a"]}}),
        ),
        (
            json!({"m2m:sub": {"enc": {"net": 1}}}),
            json!({"m2m:sub": {"enc": {"net": [1]}}}),
        ),
        (json!({"m2m:uril": "a/b"}), json!({"m2m:uril": ["a/b"]})),
        (
            json!({"m2m:cnt": {"m2m:cin": {"con": "a"}, "lbl": ["b"]}}),
            json!({"m2m:cnt": {"m2m:cin": [{"con": "a"}], "lbl": ["b"]}}),
        ),
        (
            json!({"m2m:acp": {"pv": {"acr": {"acor": "a", "acop": 63}}}}),
            json!({"m2m:acp": {"pv": {"acr": [{"acor": ["a"], "acop": 63}]}}}),
        ),
        // Primitives within content are no different.
        (
            json!({"m2m:agr": {"m2m:rsp": {"rsc": 2000, "rqi": "2", "pc": {"m2m:cnt": {"lbl": "a"}}}}}),
            json!({"m2m:agr": {"m2m:rsp": [{"rsc": 2000, "rqi": "2", "pc": {"m2m:cnt": {"lbl": ["a"]}}}]}}),
        ),
    ] {
        check(leniency, &response(&sent), &response(&meant));
    }
    check(
        leniency,
        &json!({"op": 2, "to": "a", "rqi": "1", "rids": "r", "fc": {"ty": 3, "lbl": "a", "atr": {"nm": "b", "val": "c"}}}),
        &json!({"op": 2, "to": "a", "rqi": "1", "rids": ["r"], "fc": {"ty": [3], "lbl": ["a"], "atr": [{"nm": "b", "val": "c"}]}}),
    );
    let nothing = response(&json!({"m2m:grp": {"mid": null, "mni": 1}}));
    let bytes = nothing.to_string();
    let primitive = decode(Serialization::Json, &bytes, &config(leniency)).unwrap();
    let mut out = Vec::new();
    encode(Serialization::Json, &primitive, &config(leniency), &mut out).unwrap();
    assert_eq!(
        serde_json::from_slice::<Value>(&out).unwrap(),
        nothing,
        "NULL is no item"
    );
}

#[test]
fn numbers_and_booleans_as_text() {
    let leniency = Leniency {
        scalars_as_text: true,
        ..Leniency::STRICT
    };
    for (sent, meant) in [
        (
            json!({"m2m:cnt": {"mni": "10"}}),
            json!({"m2m:cnt": {"mni": 10}}),
        ),
        (
            json!({"m2m:acp": {"pv": {"acr": [{"acor": ["a"], "acop": "63"}, {"acor": ["b"], "acop": "1"}]}}}),
            json!({"m2m:acp": {"pv": {"acr": [{"acor": ["a"], "acop": 63}, {"acor": ["b"], "acop": 1}]}}}),
        ),
        (
            json!({"cod:tempe": {"curT0": "21.5"}}),
            json!({"cod:tempe": {"curT0": 21.5}}),
        ),
        (
            json!({"m2m:ae": {"rr": "true", "api": "1"}}),
            json!({"m2m:ae": {"rr": true, "api": "1"}}),
        ),
        (
            json!({"m2m:sub": {"enc": {"net": ["1", 2]}, "nct": "2"}}),
            json!({"m2m:sub": {"enc": {"net": [1, 2]}, "nct": 2}}),
        ),
        (
            json!({"m2m:sgn": {"nev": {"net": "3", "rep": {"m2m:cin": {"st": "5", "con": "5"}}}, "vrq": "false"}}),
            json!({"m2m:sgn": {"nev": {"net": 3, "rep": {"m2m:cin": {"st": 5, "con": "5"}}}, "vrq": false}}),
        ),
        (
            json!({"m2m:rqp": {"op": "3", "to": "1", "rqi": "2", "ty": "3"}}),
            json!({"m2m:rqp": {"op": 3, "to": "1", "rqi": "2", "ty": 3}}),
        ),
    ] {
        check(leniency, &response(&sent), &response(&meant));
    }
    check(
        leniency,
        &json!({"op": "2", "to": "1", "fr": "2", "rqi": "3", "da": "true", "fc": {"lim": "5", "ty": ["3", "4"]}, "rt": {"rtv": "3"}}),
        &json!({"op": 2, "to": "1", "fr": "2", "rqi": "3", "da": true, "fc": {"lim": 5, "ty": [3, 4]}, "rt": {"rtv": 3}}),
    );
    for wrong in ["one", "", "1 2", "yes"] {
        let text = response(&json!({"m2m:cnt": {"mni": wrong}})).to_string();
        let primitive = decode(Serialization::Json, &text, &config(leniency)).unwrap();
        assert_eq!(strictly(&primitive), Err(EncodeRule::Shape), "{wrong}");
    }
}

#[test]
fn integers_with_a_fraction_of_zero() {
    let leniency = Leniency {
        integers_with_fraction: true,
        ..Leniency::STRICT
    };
    for (sent, meant) in [
        (
            json!({"m2m:cnt": {"mni": 10.0}}),
            json!({"m2m:cnt": {"mni": 10}}),
        ),
        (
            json!({"m2m:sub": {"enc": {"net": [1.0, 2]}}}),
            json!({"m2m:sub": {"enc": {"net": [1, 2]}}}),
        ),
        (
            json!({"m2m:agr": {"m2m:rsp": [{"rsc": 2000.0, "rqi": "1"}]}}),
            json!({"m2m:agr": {"m2m:rsp": [{"rsc": 2000, "rqi": "1"}]}}),
        ),
    ] {
        check(leniency, &response(&sent), &response(&meant));
    }
    check(
        leniency,
        &json!({"op": 2.0, "to": "a", "rqi": "1", "fc": {"lim": 5.0, "ty": [3.0]}}),
        &json!({"op": 2, "to": "a", "rqi": "1", "fc": {"lim": 5, "ty": [3]}}),
    );
    let namespace = "xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"";
    let xml = format!(
        "<m2m:rsp {namespace}><rsc>2000.0</rsc><rqi>1</rqi><pc><m2m:cnt><mni>1e1</mni><mbs> 5.00 </mbs></m2m:cnt></pc></m2m:rsp>"
    );
    assert!(decode(Serialization::Xml, &xml, &CodecConfig::default()).is_err());
    let primitive = decode(Serialization::Xml, &xml, &config(leniency)).unwrap();
    let meant = response(&json!({"m2m:cnt": {"mni": 10, "mbs": 5}}));
    assert_eq!(strictly(&primitive), Ok(meant));
    for wrong in ["5.5", "1e-1", "1e30", "5.0.0"] {
        let text = xml.replace("1e1", wrong);
        let primitive = decode(Serialization::Xml, &text, &config(leniency)).unwrap();
        assert!(
            primitive
                .transcode(Serialization::Json, &CodecConfig::default())
                .is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn white_space_in_items() {
    let leniency = Leniency {
        white_space_in_items: true,
        ..Leniency::STRICT
    };
    let text = response(&json!({"m2m:cnt": {"lbl": ["living  room", " a", "b"]}})).to_string();
    let primitive = decode(Serialization::Json, &text, &config(leniency)).unwrap();
    // Between JSON and CBOR nothing happens to it.
    let mut out = Vec::new();
    encode(Serialization::Json, &primitive, &config(leniency), &mut out).unwrap();
    let parsed = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap();
    assert_eq!(parsed(&out), parsed(text.as_bytes()));
    let error = primitive
        .transcode(Serialization::Xml, &CodecConfig::default())
        .unwrap_err();
    assert_eq!(
        (error.rule, &*error.path),
        (EncodeRule::ListItem, "pc/m2m:cnt/lbl")
    );
    for leniency in [leniency, Leniency::DEPLOYED] {
        let xml = primitive
            .transcode(Serialization::Xml, &config(leniency))
            .unwrap();
        let meant = response(&json!({"m2m:cnt": {"lbl": ["living", "room", "a", "b"]}}));
        assert_eq!(strictly(&xml), Ok(meant));
    }
    for empty in ["", " ", "\t\n"] {
        let text = response(&json!({"m2m:cnt": {"lbl": [empty, "a"]}})).to_string();
        let primitive = decode(Serialization::Json, &text, &config(leniency)).unwrap();
        let error = primitive
            .transcode(Serialization::Xml, &config(leniency))
            .unwrap_err();
        assert_eq!(error.rule, EncodeRule::ListItem, "{empty:?}");
    }
}

#[test]
fn attributes_as_elements() {
    let leniency = Leniency {
        attributes_as_elements: true,
        ..Leniency::STRICT
    };
    let namespace = "xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"";
    for (sent, meant) in [
        (
            "<m2m:cnt><rn>a</rn><mni>5</mni></m2m:cnt>",
            json!({"m2m:cnt": {"rn": "a", "mni": 5}}),
        ),
        (
            "<m2m:ae><api>b</api><rn> a </rn></m2m:ae>",
            json!({"m2m:ae": {"rn": " a ", "api": "b"}}),
        ),
        (
            "<m2m:rrl><rrf><nm>a</nm><typ>3</typ><val>b</val></rrf></m2m:rrl>",
            json!({"m2m:rrl": {"rrf": [{"nm": "a", "typ": 3, "val": "b"}]}}),
        ),
        (
            "<m2m:agr><m2m:rsp><rsc>2000</rsc><rqi>2</rqi><pc><m2m:cnt><rn>a</rn></m2m:cnt></pc></m2m:rsp></m2m:agr>",
            json!({"m2m:agr": {"m2m:rsp": [{"rsc": 2000, "rqi": "2", "pc": {"m2m:cnt": {"rn": "a"}}}]}}),
        ),
    ] {
        let xml =
            format!("<m2m:rsp {namespace}><rsc>2000</rsc><rqi>1</rqi><pc>{sent}</pc></m2m:rsp>");
        let strict = decode(Serialization::Xml, &xml, &CodecConfig::default()).unwrap();
        assert!(
            strict
                .transcode(Serialization::Json, &CodecConfig::default())
                .is_err(),
            "{sent}"
        );
        for leniency in [leniency, Leniency::DEPLOYED] {
            let primitive = decode(Serialization::Xml, &xml, &config(leniency)).unwrap();
            let mut out = Vec::new();
            encode(
                Serialization::Json,
                &primitive,
                &CodecConfig::default(),
                &mut out,
            )
            .unwrap();
            let json: Value = serde_json::from_slice(&out).unwrap();
            assert_eq!(json, response(&meant), "{sent}");
        }
    }
    let twice = "<m2m:cnt rn='a'><rn>b</rn></m2m:cnt>";
    let xml = format!("<m2m:rsp {namespace}><rsc>2000</rsc><rqi>1</rqi><pc>{twice}</pc></m2m:rsp>");
    let primitive = decode(Serialization::Xml, &xml, &config(leniency)).unwrap();
    assert!(
        primitive
            .transcode(Serialization::Json, &CodecConfig::default())
            .is_err()
    );
}

/// What the table does not know stays as it is, also beside what leniency mends.
#[test]
fn unknown_names_stay_as_they_are() {
    let sent = response(&json!({"m2m:cnt": {"mni": "5", "vendor": {"a": "1", "b": [true, 1.0]}}}));
    let meant = response(&json!({"m2m:cnt": {"mni": 5, "vendor": {"a": "1", "b": [true, 1.0]}}}));
    for serialization in ALL {
        if serialization == Serialization::Xml {
            continue;
        }
        let bytes = document(serialization, &sent);
        let primitive = decode(serialization, &bytes, &config(Leniency::DEPLOYED)).unwrap();
        let mut out = Vec::new();
        let config = CodecConfig {
            unknown_names: UnknownNames::Text,
            ..CodecConfig::default()
        };
        encode(Serialization::Json, &primitive, &config, &mut out).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&out).unwrap(), meant);
    }
}

/// Content of an UPDATE that deviates is still that of an UPDATE: an element with nothing in it deletes the attribute (TS-0004 8.3.2),
/// and nowhere else.
#[test]
fn an_update_that_deviates_still_deletes() {
    let leniency = Leniency {
        attributes_as_elements: true,
        ..Leniency::STRICT
    };
    let rows = [
        (3, "<or></or>", Value::Null),
        (3, "<or/>", Value::Null),
        (3, "<or>o</or>", json!("o")),
        (1, "<or></or>", json!("")),
        (1, "<or>o</or>", json!("o")),
    ];
    for (operation, element, meant) in rows {
        let document = format!(
            "<m2m:rqp xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"><op>{operation}</op><to>a</to><fr>C</fr><rqi>1</rqi>\
             <pc><m2m:cnt><rn>n</rn>{element}</m2m:cnt></pc></m2m:rqp>"
        );
        for leniency in [leniency, Leniency::DEPLOYED] {
            let config = config(leniency);
            let primitive = decode(Serialization::Xml, document.as_bytes(), &config).unwrap();
            let meant = json!({"m2m:cnt": {"rn": "n", "or": &meant}});
            let Primitive::Request(request) = &primitive else {
                panic!("a request");
            };
            let content = request.content.as_ref().unwrap();
            assert_eq!(content.read::<Value>().as_ref(), Ok(&meant), "{document}");
            assert_eq!(strictly(&primitive).unwrap()["pc"], meant, "{document}");
            // As XML, which says the same of the same operation.
            let mut again = Vec::new();
            let strict = CodecConfig::default();
            encode(Serialization::Xml, &primitive, &strict, &mut again).unwrap();
            let again = decode(Serialization::Xml, &*again, &strict).unwrap();
            assert_eq!(strictly(&again).unwrap()["pc"], meant, "{document}");
        }
    }
}

/// A leniency allows what it names, and nothing that another one does.
#[test]
fn each_leniency_alone() {
    let single = Leniency {
        single_values: true,
        ..Leniency::STRICT
    };
    let scalars = Leniency {
        scalars_as_text: true,
        ..Leniency::STRICT
    };
    for (other, sent) in [
        (single, json!({"m2m:ae": {"rr": "true", "lbl": "a"}})),
        (single, json!({"m2m:cnt": {"mni": "5", "lbl": "a"}})),
        (single, json!({"cod:tempe": {"curT0": "21.5", "lbl": "a"}})),
        (scalars, json!({"m2m:cnt": {"mni": "5", "lbl": "a"}})),
    ] {
        for serialization in [Serialization::Json, Serialization::Cbor] {
            let bytes = document(serialization, &response(&sent));
            let primitive = decode(serialization, &bytes, &config(other)).unwrap();
            assert!(strictly(&primitive).is_err(), "{sent}");
            let primitive = decode(serialization, &bytes, &config(Leniency::DEPLOYED)).unwrap();
            assert!(strictly(&primitive).is_ok(), "{sent}");
        }
    }
}
