//! Names, opcodes, identifiers.

#![cfg(feature = "json")]

use onem2m_primitive::{CodecConfig, Serialization};
use onem2m_ws::{MessageError, RequestIdentifiers, Subprotocol, from_message};
use onem2m_ws_core::{CloseCode, Message, MessageKind};

#[test]
fn w_40_names_serializations_and_opcodes() {
    use MessageKind::{Binary, Text};
    use Serialization::{Cbor, Json, Xml};
    for (name, serialization, kind) in [
        ("oneM2M.json", Json, Text),
        ("oneM2M.xml", Xml, Text),
        ("oneM2M.cbor", Cbor, Binary),
        ("oneM2M.R2.0.json", Json, Text),
        ("oneM2M.R2.0.xml", Xml, Text),
        ("oneM2M.R2.0.cbor", Cbor, Binary),
    ] {
        for spelling in [name.to_owned(), name.to_lowercase(), name.to_uppercase()] {
            let subprotocol = Subprotocol::from_name(&spelling).unwrap();
            assert_eq!(
                (
                    subprotocol.name(),
                    subprotocol.serialization(),
                    subprotocol.message_kind()
                ),
                (name, serialization, kind)
            );
        }
    }
    for name in [
        "oneM2M-R2.0_XML",
        "oneM2M-pro-v1.0",
        "oneM2M.json ",
        "oneM2M",
        "",
    ] {
        assert_eq!(Subprotocol::from_name(name), None, "{name}");
    }
}

#[test]
fn w_37_the_order_of_the_offer_is_the_preference() {
    let supported = [Subprotocol::JSON, Subprotocol::CBOR];
    for (offered, expected) in [
        (
            &["oneM2M.cbor", "oneM2M.json"][..],
            Some((0, Subprotocol::CBOR)),
        ),
        (
            &["foo", "onem2m.json", "oneM2M.cbor"],
            Some((1, Subprotocol::JSON)),
        ),
        (&["oneM2M.R2.0.json"], None),
        (&["foo"], None),
        (&[], None),
    ] {
        assert_eq!(
            Subprotocol::select(offered.iter().copied(), &supported),
            expected,
            "{offered:?}"
        );
    }
    assert_eq!(Subprotocol::select(["foo"].into_iter(), &[]), None);
}

#[test]
fn j_09_the_wrong_kind_of_message() {
    let config = CodecConfig::default();
    let text = Message::from(r#"{"rsc":2000,"rqi":"1"}"#);
    assert!(from_message(&text, Subprotocol::JSON, &config).is_ok());
    let binary = Message::from(text.as_bytes());
    let error = from_message(&binary, Subprotocol::JSON, &config).unwrap_err();
    assert_eq!(
        error,
        MessageError::WrongKind {
            expected: MessageKind::Text
        }
    );
    assert_eq!(error.close_code(), CloseCode::UNSUPPORTED_DATA);
    let error = from_message(&text, Subprotocol::CBOR, &config).unwrap_err();
    assert_eq!(
        error,
        MessageError::WrongKind {
            expected: MessageKind::Binary
        }
    );
}

#[test]
fn f_04_identifiers_do_not_repeat_and_begin_unpredictably() {
    let mut identifiers = RequestIdentifiers::new([0xAB; 8]);
    assert_eq!(identifiers.next_identifier().as_str(), "abababababababab-0");
    assert_eq!(identifiers.next_identifier().as_str(), "abababababababab-1");
}
