//! A request that waits for a connection is sent over it as one that did not have to wait (TS-0020 6.2.2.9, 6.5).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use core::time::Duration;

use onem2m_primitive::{
    CodecConfig, Content, Limits, RequestPrimitive, ResourceType, Serialization, UnknownNames,
    Value,
};
use onem2m_ws::{Outcome, Refusal, SessionConfig, SessionEvent, Subprotocol};
use onem2m_ws_core::Message;

use common::{Nodes, identifier, retrieval};

const SUBPROTOCOLS: [Subprotocol; 3] = [Subprotocol::JSON, Subprotocol::XML, Subprotocol::CBOR];

/// The content in a serialization; its members are in the order that XML gives them.
fn content(serialization: Serialization, codec: &CodecConfig) -> Content<'static> {
    let json = r#"{"m2m:cin":{"rn":"a","lbl":["b","c"],"cnf":"text/plain:0","con":"<1 & \"2\">"}}"#;
    let json = Content::json_text(json).unwrap();
    let value: Value<'_> = json.value().unwrap();
    Content::from_value(serialization, &value, codec).unwrap()
}

/// Requests of many kinds: without content, with it in each serialization, and with parameters that are not known.
fn requests(codec: &CodecConfig) -> Vec<RequestPrimitive<'static>> {
    let mut requests = vec![retrieval("1")];
    for serialization in [Serialization::Json, Serialization::Xml, Serialization::Cbor] {
        let content = content(serialization, codec);
        let kind = ResourceType::CONTENT_INSTANCE;
        let creation = RequestPrimitive::create("cse-in/cnt", identifier("1"), kind, content);
        requests.push(creation.from("Cthermo").release_version("3"));
    }
    requests
}

fn config(codec: CodecConfig) -> SessionConfig {
    SessionConfig {
        codec,
        ..SessionConfig::default()
    }
}

/// The only message that the peer has received.
fn message(nodes: &mut Nodes) -> Message<'static> {
    let outbox = nodes.session.outbox(nodes.now).unwrap();
    let messages = nodes.peer.take(nodes.now, outbox);
    let [message] = &messages[..] else {
        panic!("one message instead of {messages:?}")
    };
    message.clone()
}

#[test]
fn what_has_waited_is_sent_as_what_has_not() {
    for wrap in [false, true] {
        let codec = CodecConfig {
            wrap,
            unknown_names: UnknownNames::Text,
            ..CodecConfig::default()
        };
        for (index, request) in requests(&codec).into_iter().enumerate() {
            for subprotocol in SUBPROTOCOLS {
                let mut prompt = Nodes::speaking(config(codec), subprotocol);
                prompt.session.request(prompt.now, request.clone()).unwrap();
                let expected = message(&mut prompt);
                let mut patient = Nodes::speaking(config(codec), subprotocol);
                patient.lose();
                patient
                    .session
                    .request(patient.now, request.clone())
                    .unwrap();
                patient.wait(Duration::from_secs(1));
                patient.reconnect(subprotocol);
                let case = format!("request {index}, wrapped: {wrap}, {subprotocol:?}");
                assert_eq!(message(&mut patient), expected, "{case}");
            }
        }
    }
}

/// A message that a connection did not get round to sending is written anew for one that speaks otherwise, wrapped or not.
#[test]
fn what_was_not_sent_is_sent_in_another_serialization() {
    for wrap in [false, true] {
        let codec = CodecConfig {
            wrap,
            unknown_names: UnknownNames::Text,
            ..CodecConfig::default()
        };
        for request in requests(&codec) {
            for first in SUBPROTOCOLS {
                for second in SUBPROTOCOLS {
                    let mut expected = Nodes::speaking(config(codec), second);
                    let now = expected.now;
                    expected.session.request(now, request.clone()).unwrap();
                    let expected = message(&mut expected);
                    let mut nodes = Nodes::speaking(config(codec), first);
                    nodes.session.request(now, request.clone()).unwrap();
                    // Nothing of it is written.
                    nodes.lose();
                    nodes.reconnect(second);
                    assert_eq!(message(&mut nodes), expected, "{first:?} {second:?} {wrap}");
                }
            }
        }
    }
}

/// The limits of decoding are for what others write.
#[test]
fn what_waits_is_within_no_limit_of_decoding() {
    let codec = CodecConfig {
        limits: Limits {
            max_len: 40,
            max_depth: 1,
            max_members: 2,
            max_list_items: 0,
            max_unknown_parameters: 0,
        },
        ..CodecConfig::default()
    };
    let request = requests(&CodecConfig::default()).remove(1);
    let mut nodes = Nodes::speaking(config(codec), Subprotocol::XML);
    nodes.lose();
    nodes.session.request(nodes.now, request).unwrap();
    nodes.reconnect(Subprotocol::CBOR);
    assert!(matches!(message(&mut nodes), Message::Binary(_)));
}

/// A request that is too long for a message is refused, whether it had to wait or not, and in whichever serialization it waited.
#[test]
fn what_waits_too_long_for_a_message_is_refused() {
    let codec = CodecConfig::default();
    for subprotocol in SUBPROTOCOLS {
        for request in requests(&codec) {
            let len = |max_message_len| {
                let mut nodes = Nodes::speaking(
                    SessionConfig {
                        max_message_len,
                        ..config(codec)
                    },
                    subprotocol,
                );
                nodes.lose();
                nodes.event();
                nodes.session.request(nodes.now, request.clone()).unwrap();
                nodes.reconnect(subprotocol);
                nodes
            };
            let exact = message(&mut len(usize::MAX)).len();
            assert_eq!(message(&mut len(exact)).len(), exact);
            let mut refused = len(exact - 1);
            let SessionEvent::Ended {
                outcome: Outcome::Refused(Refusal::TooLong { len }),
                ..
            } = refused.event()
            else {
                panic!("it is refused")
            };
            assert_eq!(len, exact);
        }
    }
}
