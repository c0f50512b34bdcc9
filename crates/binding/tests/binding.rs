//! The first slice of TS-0020: names, opcodes, correlation.

#![cfg(feature = "json")]

use core::time::Duration;
use onem2m_primitive::{CodecConfig, RequestIdentifier, Serialization};
use onem2m_ws::{
    MessageError, Outstanding, OutstandingError, RequestIdentifiers, Subprotocol, from_message,
};
use onem2m_ws_core::{CloseCode, Message, MessageKind, Timestamp};
use proptest::prelude::*;
use std::collections::BTreeMap;

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

#[derive(Clone, Debug)]
enum Step {
    Insert(u8, u64),
    Complete(u8),
    Expire(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0u8..8, 0u64..20).prop_map(|(id, deadline)| Step::Insert(id, deadline)),
        (0u8..8).prop_map(Step::Complete),
        (0u64..25).prop_map(Step::Expire),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Against a map from identifier to deadline: every request ends exactly once.
    #[test]
    fn rq_03_every_request_ends_once(steps in proptest::collection::vec(step(), 0..60)) {
        const MAX: usize = 5;
        let identifier = |id: u8| RequestIdentifier::new(id.to_string()).unwrap();
        let at = |seconds| Timestamp::new(Duration::from_secs(seconds));
        let mut outstanding = Outstanding::new(MAX);
        let mut model = BTreeMap::new();
        for step in steps {
            match step {
                Step::Insert(id, deadline) => {
                    let expected = if model.contains_key(&id) {
                        Err(OutstandingError::Duplicate)
                    } else if model.len() == MAX {
                        Err(OutstandingError::Full)
                    } else {
                        model.insert(id, deadline);
                        Ok(())
                    };
                    prop_assert_eq!(outstanding.insert(&identifier(id), at(deadline)), expected);
                }
                Step::Complete(id) => {
                    prop_assert_eq!(outstanding.complete(&identifier(id)), model.remove(&id).is_some());
                }
                Step::Expire(now) => {
                    let mut expired: Vec<_> = core::iter::from_fn(|| outstanding.expire(at(now))).collect();
                    expired.sort();
                    let mut expected: Vec<_> = model.iter().filter(|(_, deadline)| **deadline <= now).map(|(id, _)| identifier(*id)).collect();
                    expected.sort();
                    prop_assert_eq!(expired, expected);
                    model.retain(|_, deadline| *deadline > now);
                }
            }
            prop_assert_eq!(outstanding.len(), model.len());
            prop_assert_eq!(outstanding.poll_timeout(), model.values().min().map(|seconds| at(*seconds)));
        }
    }
}
