//! Sessions: TS-0020 5.2, 6.3, 6.5, and the rows J and RQ.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking"
)]

mod common;

use core::time::Duration;

use onem2m_primitive::{
    AbsoluteOrRelative, Content, EventCategory, Primitive, RequestPrimitive, ResponsePrimitive,
    ResponseStatusCode, ResponseType, ResponseTypeValue, Timestamp as DateTime,
};
use onem2m_ws::{
    Delivery, Dropped, IncomingId, OnLoss, Outcome, Pacing, Refusal, RequestError, RespondError,
    SessionConfig, SessionEvent, Subprotocol, WrongKind,
};
use onem2m_ws_core::{CloseCode, CloseFrame, Closed, MessageKind};

use proptest::prelude::*;

use common::{Nodes, identifier, response, retrieval};

const OK: ResponseStatusCode = ResponseStatusCode::OK;

fn strict() -> SessionConfig {
    SessionConfig::default()
}

fn of_type(rqi: &str, value: ResponseTypeValue) -> RequestPrimitive<'static> {
    let mut request = retrieval(rqi);
    request.response_type = Some(ResponseType {
        value: Some(value),
        notification_targets: None,
    });
    request
}

/// The number of the peer's request that arrives.
fn incoming(nodes: &mut Nodes) -> IncomingId {
    match nodes.event() {
        SessionEvent::Request { id, .. } => id,
        other => panic!("{other:?}"),
    }
}

fn outcomes(nodes: &mut Nodes) -> Vec<(u64, Outcome<'static>)> {
    let ended = |event| match event {
        SessionEvent::Ended { outcome, .. } => Some(outcome),
        _ => None,
    };
    nodes
        .events()
        .into_iter()
        .filter_map(ended)
        .zip(0..)
        .map(|(outcome, number)| (number, outcome))
        .collect()
}

/// W-02, W-03, W-16, W-17, W-40: both directions, one primitive in one message, in each subprotocol with its kind of message.
#[test]
fn w_02_w_03_w_16_w_17_w_40_requests_and_responses_in_both_directions() {
    for subprotocol in Subprotocol::ALL {
        let mut nodes = Nodes::speaking(strict(), subprotocol);
        let id = nodes.request("ours");
        let messages = nodes
            .peer
            .take(nodes.now, nodes.session.outbox(nodes.now).unwrap());
        assert_eq!(messages.len(), 1);
        let is_binary = subprotocol.name().ends_with("cbor");
        assert_eq!(messages[0].kind() == MessageKind::Binary, is_binary);
        assert_eq!(nodes.peer.primitive(&messages[0]), retrieval("ours").into());

        nodes.deliver_primitive(retrieval("theirs"));
        nodes.deliver_primitive(response("ours", OK));
        let events = nodes.events();
        let [
            SessionEvent::Request {
                id: incoming,
                request,
            },
            SessionEvent::Ended { id: ended, outcome },
        ] = &events[..]
        else {
            panic!("{events:?}")
        };
        assert_eq!(
            (ended, outcome),
            (&id, &Outcome::Response(response("ours", OK)))
        );
        assert_eq!(request, &retrieval("theirs"));
        nodes
            .session
            .respond(nodes.now, *incoming, response("ignored", OK))
            .unwrap();
        assert_eq!(nodes.received(), [Primitive::from(response("theirs", OK))]);
    }
}

#[test]
fn rq_01_responses_out_of_order() {
    let mut nodes = Nodes::new(strict());
    let ids: Vec<_> = (0..256)
        .map(|number| nodes.request(&number.to_string()))
        .collect();
    assert_eq!(
        nodes.session.request(nodes.now, retrieval("more")),
        Err(RequestError::TooMany)
    );
    assert_eq!(nodes.received().len(), 256);
    for number in (0..256).rev() {
        nodes.deliver_primitive(response(&number.to_string(), OK));
    }
    let ended: Vec<_> = nodes
        .events()
        .into_iter()
        .map(|event| match event {
            SessionEvent::Ended { id, .. } => id,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(ended.iter().eq(ids.iter().rev()));
    assert_eq!(nodes.session.outstanding(), 0);
}

/// The response is there before its request is seen to be written.
#[test]
fn rq_02_a_quick_response() {
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    nodes.deliver_primitive(response("a", OK));
    assert!(matches!(
        nodes.event(),
        SessionEvent::Ended {
            outcome: Outcome::Response(_),
            ..
        }
    ));
}

#[test]
fn rq_03_j_03_a_response_at_the_deadline() {
    for (wait, is_answered) in [(29_999, true), (30_000, false)] {
        let mut nodes = Nodes::new(strict());
        nodes.request("a");
        nodes.received();
        assert_eq!(
            nodes.session.poll_timeout(),
            Some(nodes.now.saturating_add(Duration::from_secs(30)))
        );
        nodes.deliver_primitive(response("a", OK));
        nodes.now = nodes.now.saturating_add(Duration::from_millis(wait));
        let ended = outcomes(&mut nodes);
        assert_eq!(ended.len(), 1, "{ended:?}");
        assert_eq!(matches!(ended[0].1, Outcome::Response(_)), is_answered);
        assert_eq!(nodes.session.counters().late, u64::from(!is_answered));
        assert_eq!(nodes.session.outstanding(), 0);
    }
}

/// W-60, W-61: the connection is closed by a Close frame, when nothing is under way in either direction.
#[test]
fn rq_04_w_60_w_61_w_72_closing_waits_for_what_is_under_way() {
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    nodes.deliver_primitive(retrieval("theirs"));
    let theirs = incoming(&mut nodes);
    nodes
        .session
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, "tired"));
    // What is asked now waits for another connection.
    nodes.request("later");
    assert_eq!(nodes.received_identifiers(), ["a"]);
    nodes.deliver_primitive(response("a", OK));
    nodes.events();
    assert!(nodes.received().is_empty() && nodes.peer.closed.is_none());
    nodes
        .session
        .respond(nodes.now, theirs, response("theirs", OK))
        .unwrap();
    assert_eq!(nodes.received_identifiers(), ["theirs"]);
    // The answer was seen to be written.
    nodes.events();
    nodes.received();
    let Some(Closed::Clean(Some(frame))) = &nodes.peer.closed else {
        panic!("{:?}", nodes.peer.closed)
    };
    assert_eq!((frame.code, &*frame.reason), (CloseCode::NORMAL, "tired"));
    assert!(nodes.session.has_waiting());
}

/// … or the time for that is over.
#[test]
fn w_72_closing_does_not_wait_forever() {
    let mut nodes = Nodes::new(SessionConfig {
        answer_timeout: Duration::from_secs(3600),
        ..strict()
    });
    nodes.deliver_primitive(retrieval("theirs"));
    incoming(&mut nodes);
    nodes
        .session
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, ""));
    nodes.wait(Duration::from_secs(59));
    nodes.received();
    assert_eq!(nodes.peer.closed, None);
    nodes.wait(Duration::from_secs(1));
    nodes.received();
    assert!(nodes.peer.closed.is_some());
}

/// W-71, W-73, W-74: an acknowledgement ends the request; the procedure may keep the connection open until its result.
#[test]
fn w_71_w_73_w_74_non_blocking_requests() {
    let procedure_timeout = Duration::from_secs(100);
    for (value, status) in [
        (
            ResponseTypeValue::NON_BLOCKING_REQUEST_SYNCH,
            ResponseStatusCode::ACCEPTED_NON_BLOCKING_SYNCH,
        ),
        (
            ResponseTypeValue::NON_BLOCKING_REQUEST_ASYNCH,
            ResponseStatusCode::ACCEPTED_NON_BLOCKING_ASYNCH,
        ),
    ] {
        for ending in ["result", "finished", "timeout"] {
            let mut nodes = Nodes::new(SessionConfig {
                procedure_timeout,
                ..strict()
            });
            let id = nodes
                .session
                .request(nodes.now, of_type("a", value))
                .unwrap();
            nodes.received();
            nodes.deliver_primitive(response("a", status));
            assert!(matches!(
                nodes.event(),
                SessionEvent::Ended {
                    outcome: Outcome::Response(_),
                    ..
                }
            ));
            assert!(!nodes.session.is_quiet());
            nodes
                .session
                .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, ""));
            nodes.received();
            assert_eq!(nodes.peer.closed, None);
            match ending {
                "result" => {
                    let content = r#"{"m2m:rsp":{"rsc":2000,"rqi":"a"}}"#;
                    let content = Content::json_text(content).unwrap();
                    nodes.deliver_primitive(RequestPrimitive::notify(
                        "Cthermo",
                        identifier("n"),
                        content,
                    ));
                    let id = incoming(&mut nodes);
                    nodes
                        .session
                        .respond(nodes.now, id, response("n", OK))
                        .unwrap();
                    nodes.received();
                    nodes.events();
                }
                "finished" => nodes.session.finish_procedure(nodes.now, id),
                _ => nodes.wait(Duration::from_secs(60)),
            }
            nodes.received();
            assert!(nodes.peer.closed.is_some(), "{ending}");
        }
    }
}

/// A request that wants no response ends when it is written, or is lost with its connection.
#[test]
fn w_71_requests_without_a_response() {
    let mut nodes = Nodes::new(strict());
    nodes
        .session
        .request(nodes.now, of_type("a", ResponseTypeValue::NO_RESPONSE))
        .unwrap();
    assert!(nodes.events().is_empty(), "it is not written");
    nodes.received();
    assert!(matches!(
        nodes.event(),
        SessionEvent::Ended {
            outcome: Outcome::Written,
            ..
        }
    ));

    // Nor is an answer to one sent, whatever the application says.
    nodes.deliver_primitive(of_type("b", ResponseTypeValue::NO_RESPONSE));
    let id = incoming(&mut nodes);
    nodes
        .session
        .respond(nodes.now, id, response("b", OK))
        .unwrap();
    assert!(nodes.received().is_empty());
}

#[test]
fn rq_05_the_peer_closes() {
    for on_loss in [OnLoss::Wait, OnLoss::Fail] {
        let mut nodes = Nodes::new(SessionConfig {
            on_loss,
            ..strict()
        });
        nodes.request("a");
        nodes.request("b");
        nodes.received();
        nodes.peer_closes(CloseFrame::new(CloseCode::NORMAL, ""));
        assert!(matches!(
            nodes.event(),
            SessionEvent::Disconnected(Closed::Clean(_))
        ));
        nodes.received();
        nodes.session.release(nodes.now);
        let lost = outcomes(&mut nodes);
        if on_loss == OnLoss::Fail {
            assert_eq!(lost, [(0, Outcome::Lost), (1, Outcome::Lost)]);
            continue;
        }
        assert_eq!(lost, []);
        // The response to one comes over the next connection, the other expires.
        nodes.reconnect(Subprotocol::CBOR);
        nodes.deliver_primitive(response("b", OK));
        assert!(matches!(
            nodes.event(),
            SessionEvent::Ended {
                outcome: Outcome::Response(_),
                ..
            }
        ));
        nodes.wait(Duration::from_secs(30));
        assert_eq!(
            outcomes(&mut nodes),
            [(0, Outcome::Expired(Delivery::Unknown))]
        );
        assert!(nodes.received().is_empty(), "nothing was sent again");
    }
}

/// An identifier is compared byte by byte in every serialization.
#[test]
fn rq_06_rq_07_identifiers_as_they_are() {
    for subprotocol in Subprotocol::ALL {
        for rqi in [
            "a b",
            " a",
            "a ",
            "a  b",
            "<&>\"'",
            "ä€𝄞",
            "0",
            &"x".repeat(256),
        ] {
            let mut nodes = Nodes::speaking(strict(), subprotocol);
            nodes.request(rqi);
            let other = format!("{rqi}.");
            let other: String = other.chars().skip(1).collect();
            nodes.deliver_primitive(response(&other, OK));
            nodes.deliver_primitive(response(rqi, OK));
            let events = nodes.events();
            assert!(
                matches!(
                    &events[..],
                    [
                        SessionEvent::Dropped(Dropped::Unknown(_)),
                        SessionEvent::Ended { .. }
                    ]
                ),
                "{rqi:?} {events:?}"
            );
        }
    }
}

#[test]
fn rq_08_requests_that_the_application_does_not_answer() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a").release_version("4"));
    let id = incoming(&mut nodes);
    nodes.wait(Duration::from_secs(30));
    assert_eq!(nodes.event(), SessionEvent::Unanswered { id });
    let Primitive::Response(answer) = nodes.received().remove(0) else {
        panic!("an answer")
    };
    assert_eq!(
        (answer.status, answer.release_version.as_deref()),
        (ResponseStatusCode::REQUEST_TIMEOUT, Some("4"))
    );
    let late = nodes.session.respond(nodes.now, id, response("a", OK));
    assert_eq!(late, Err(RespondError::NotWaiting));
}

/// An answer whose connection is gone goes over the next one, in the serialization of that; unless its time is over.
#[test]
fn rq_09_answers_after_the_connection_was_replaced() {
    let mut nodes = Nodes::new(strict());
    for rqi in ["a", "b", "c"] {
        nodes.deliver_primitive(retrieval(rqi));
    }
    let ids: Vec<_> = nodes
        .events()
        .into_iter()
        .map(|event| match event {
            SessionEvent::Request { id, .. } => id,
            other => panic!("{other:?}"),
        })
        .collect();
    nodes
        .session
        .respond(nodes.now, ids[0], response("a", OK))
        .unwrap();
    nodes.lose();
    nodes
        .session
        .respond(nodes.now, ids[1], response("b", OK))
        .unwrap();
    nodes.reconnect(Subprotocol::CBOR);
    assert_eq!(nodes.received_identifiers(), ["a", "b"]);
    nodes.wait(Duration::from_secs(30));
    assert_eq!(
        nodes.session.respond(nodes.now, ids[2], response("c", OK)),
        Err(RespondError::NotWaiting)
    );
}

#[test]
fn rq_10_cancelling() {
    let mut nodes = Nodes::new(strict());
    let sent = nodes.request("sent");
    nodes.received();
    assert_eq!(
        nodes.session.cancel(nodes.now, sent),
        Some(Delivery::Unknown)
    );
    assert_eq!(nodes.session.cancel(nodes.now, sent), None);
    nodes.deliver_primitive(response("sent", OK));
    assert_eq!(
        nodes.event(),
        SessionEvent::Dropped(Dropped::Late(identifier("sent")))
    );
    nodes.lose();
    nodes.events();
    let waiting = nodes.request("waiting");
    assert_eq!(
        nodes.session.cancel(nodes.now, waiting),
        Some(Delivery::Never)
    );
    nodes.reconnect(Subprotocol::JSON);
    assert!(nodes.received().is_empty());
}

#[test]
fn j_01_responses_that_belong_to_nothing() {
    let mut nodes = Nodes::new(SessionConfig {
        max_unmatched: Some(2),
        ..strict()
    });
    nodes.request("a");
    nodes.received();
    nodes.deliver_primitive(response("unknown", OK));
    nodes.deliver_primitive(response("a", OK));
    nodes.deliver_primitive(response("a", OK));
    // Without an identifier, and to our answers: ACME does.
    nodes.deliver(r#"{"rsc":4000,"to":"/id-in"}"#);
    let events = nodes.events();
    assert!(
        matches!(
            &events[..],
            [
                SessionEvent::Dropped(Dropped::Unknown(_)),
                SessionEvent::Ended {
                    outcome: Outcome::Response(_),
                    ..
                },
                SessionEvent::Dropped(Dropped::Unknown(_)),
                SessionEvent::Dropped(Dropped::NotAPrimitive(_)),
            ]
        ),
        "{events:?}"
    );
    assert!(nodes.received().is_empty() && nodes.peer.closed.is_none());
    nodes.deliver_primitive(response("more", OK));
    nodes.events();
    nodes.received();
    let Some(Closed::Clean(Some(frame))) = &nodes.peer.closed else {
        panic!("{:?}", nodes.peer.closed)
    };
    assert_eq!(frame.code, CloseCode::POLICY_VIOLATION);
}

/// More requests than may be under way are refused; a peer that takes no answers is not read any more.
#[test]
fn j_02_a_flood_of_requests() {
    let mut nodes = Nodes::new(SessionConfig {
        max_incoming: 4,
        ..strict()
    });
    for number in 0..5 {
        nodes.deliver_primitive(retrieval(&number.to_string()));
    }
    let events = nodes.events();
    assert_eq!(events.len(), 5);
    assert_eq!(
        events[4],
        SessionEvent::Dropped(Dropped::Busy(identifier("4")))
    );
    assert_eq!(nodes.received_statuses(), [("4".into(), 5000)]);

    // The connection is paused: answers pile up.
    let mut nodes = Nodes::new(SessionConfig {
        max_incoming: 4,
        pacing: Some(Pacing {
            max_in_flight: 1,
            pause: Duration::from_secs(9),
        }),
        ..strict()
    });
    for number in 0..100 {
        nodes.deliver(format!(r#"{{"op":77,"rqi":"{number}"}}"#));
    }
    let dropped = nodes.events().len();
    assert!(dropped < 15 && !nodes.session.wants_input(), "{dropped}");
}

#[test]
fn j_04_a_duplicate_identifier_of_the_peer() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a"));
    let id = incoming(&mut nodes);
    nodes.deliver_primitive(retrieval("a"));
    assert_eq!(
        nodes.event(),
        SessionEvent::Dropped(Dropped::Duplicate(identifier("a")))
    );
    assert_eq!(nodes.received_statuses(), [("a".into(), 4000)]);
    nodes
        .session
        .respond(nodes.now, id, response("a", OK))
        .unwrap();
    assert_eq!(nodes.received_statuses(), [("a".into(), 2000)]);
    // Once answered, it can come again.
    nodes.deliver_primitive(retrieval("a"));
    incoming(&mut nodes);
}

#[test]
fn j_05_the_same_identifier_in_both_directions() {
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    nodes.received();
    nodes.deliver_primitive(retrieval("a"));
    let theirs = incoming(&mut nodes);
    nodes
        .session
        .respond(
            nodes.now,
            theirs,
            response("a", ResponseStatusCode::NOT_FOUND),
        )
        .unwrap();
    nodes.deliver_primitive(response("a", OK));
    let SessionEvent::Ended {
        outcome: Outcome::Response(ours),
        ..
    } = nodes.event()
    else {
        panic!("it ends")
    };
    assert_eq!(ours.status, OK);
    assert_eq!(nodes.received_statuses(), [("a".into(), 4004)]);
}

/// P28: an identifier is not used again while a late response could meet it.
#[test]
fn j_05_our_identifiers_are_not_used_twice() {
    let mut nodes = Nodes::new(SessionConfig {
        max_late: 1,
        ..strict()
    });
    nodes.request("a");
    assert_eq!(
        nodes.session.request(nodes.now, retrieval("a")),
        Err(RequestError::Duplicate)
    );
    nodes.received();
    nodes.wait(Duration::from_secs(30));
    assert_eq!(
        nodes.session.request(nodes.now, retrieval("a")),
        Err(RequestError::Duplicate)
    );
    nodes.request("b");
    nodes.received();
    nodes.wait(Duration::from_secs(30));
    nodes.request("a");
    assert_ne!(
        nodes.session.next_identifier(),
        nodes.session.next_identifier()
    );
}

#[test]
fn j_08_messages_that_are_no_primitives() {
    for (message, answer) in [
        (
            r#"{"op":2,"rsc":2000,"to":"a","rqi":"x"}"#,
            Some(("x", 4000)),
        ),
        (r#"{"to":"a","rqi":"x"}"#, Some(("x", 4000))),
        (r#"{"op":"2","to":"a","rqi":"x"}"#, None),
        (r#"{"rqi":"x","op":"2","to":"a"}"#, Some(("x", 4000))),
        ("null", None),
        ("[1]", None),
        ("", None),
        ("WebSocket server is not running", None),
    ] {
        let mut nodes = Nodes::new(strict());
        nodes.deliver(message);
        assert!(
            matches!(
                nodes.event(),
                SessionEvent::Dropped(Dropped::NotAPrimitive(_))
            ),
            "{message}"
        );
        let expected: Vec<_> = answer
            .into_iter()
            .map(|(rqi, status)| (rqi.to_owned(), status))
            .collect();
        assert_eq!(nodes.received_statuses(), expected, "{message}");
        // It harms nothing else.
        nodes.deliver_primitive(retrieval("b"));
        incoming(&mut nodes);
    }
    // What has the identifier of our request may be meant to answer it.
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    nodes.received();
    nodes.deliver(r#"{"rqi":"a","rsc":"nonsense"}"#);
    nodes.events();
    assert!(nodes.received().is_empty());
}

#[test]
fn j_09_w_40_messages_of_the_wrong_kind() {
    let json = r#"{"op":2,"to":"cse-in","fr":"Cthermo","rqi":"a"}"#;
    for (subprotocol, message) in [
        (Subprotocol::CBOR, onem2m_ws_core::Message::from(json)),
        (Subprotocol::JSON, json.as_bytes().into()),
    ] {
        let mut nodes = Nodes::speaking(strict(), subprotocol);
        nodes.deliver(message.clone());
        assert!(matches!(
            nodes.event(),
            SessionEvent::Dropped(Dropped::NotAPrimitive(_))
        ));
        nodes.received();
        let Some(Closed::Clean(Some(frame))) = &nodes.peer.closed else {
            panic!("{:?}", nodes.peer.closed)
        };
        assert_eq!(frame.code, CloseCode::UNSUPPORTED_DATA);

        // Answered in the serialization of the connection.
        let mut nodes = Nodes::speaking(
            SessionConfig {
                wrong_kind: WrongKind::Decode,
                ..strict()
            },
            subprotocol,
        );
        nodes.deliver(message);
        let id = incoming(&mut nodes);
        nodes
            .session
            .respond(nodes.now, id, response("a", OK))
            .unwrap();
        assert_eq!(nodes.received_statuses(), [("a".into(), 2000)]);
    }
}

/// W-13, P27, P29, P30: what never left is sent over the next connection, in its serialization; what may have left is not.
#[test]
fn j_10_w_13_after_a_loss() {
    let mut nodes = Nodes::new(strict());
    nodes.request("written");
    nodes.received();
    nodes.request("unwritten 1");
    nodes.request("unwritten 2");
    nodes.lose();
    nodes.request("waiting");
    nodes.reconnect(Subprotocol::XML);
    assert_eq!(
        nodes.received_identifiers(),
        ["unwritten 1", "unwritten 2", "waiting"]
    );
    nodes.lose();
    nodes.reconnect(Subprotocol::JSON);
    assert!(nodes.received().is_empty());
    assert_eq!(nodes.session.outstanding(), 4);
}

/// A message of which some bytes have left may have arrived, as far as anybody knows.
#[test]
fn j_10_a_message_cut_in_two() {
    use onem2m_ws_core::Buf;
    let mut nodes = Nodes::new(strict());
    nodes.request("cut");
    nodes.request("whole");
    nodes.session.outbox(nodes.now).unwrap().advance(1);
    nodes.lose();
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received_identifiers(), ["whole"]);
}

/// A superseded connection does not send what the new one sends.
#[test]
fn w_09_j_10_a_newer_connection() {
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    let superseded = nodes.reconnect(Subprotocol::JSON);
    assert!(
        superseded.is_none(),
        "it has something that the new one sends"
    );
    assert_eq!(nodes.received_identifiers(), ["a"]);
    let mut superseded = nodes.reconnect(Subprotocol::JSON).unwrap();
    assert!(!superseded.outbox().is_empty() && !superseded.is_open());
}

#[test]
fn j_12_messages_that_are_too_long() {
    let mut nodes = Nodes::new(SessionConfig {
        max_message_len: 100,
        ..strict()
    });
    let content = |len: usize| {
        Content::json_text(format!(r#"{{"m2m:cin":{{"con":"{}"}}}}"#, "x".repeat(len))).unwrap()
    };
    nodes
        .session
        .request(nodes.now, retrieval("a").content(content(200)))
        .unwrap();
    let SessionEvent::Ended {
        outcome: Outcome::Refused(Refusal::TooLong { len }),
        ..
    } = nodes.event()
    else {
        panic!("it is refused")
    };
    assert!(len > 200);
    nodes.deliver_primitive(retrieval("b"));
    let id = incoming(&mut nodes);
    let long = response("b", OK).content(content(200));
    assert!(matches!(
        nodes.session.respond(nodes.now, id, long),
        Err(RespondError::Refused(_))
    ));
    nodes
        .session
        .respond(nodes.now, id, response("b", OK))
        .unwrap();
    assert_eq!(nodes.received_identifiers(), ["b"]);
}

/// The limits on what waits, at and past them.
#[test]
fn limits_on_what_waits() {
    let mut nodes = Nodes::new(SessionConfig {
        max_waiting_len: 1000,
        max_requests: 10,
        ..strict()
    });
    nodes.lose();
    let mut taken = 0;
    while nodes
        .session
        .request(nodes.now, retrieval(&taken.to_string()))
        .is_ok()
    {
        taken += 1;
    }
    assert_eq!(
        nodes.session.request(nodes.now, retrieval("more")),
        Err(RequestError::TooLong)
    );
    assert_eq!(taken, 3);
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received().len(), 3);
    for number in 3..10 {
        nodes.request(&number.to_string());
    }
    assert_eq!(
        nodes.session.request(nodes.now, retrieval("more")),
        Err(RequestError::TooMany)
    );
}

/// Expiration: the earlier of the request's own and ours; relative, absolute by the wall clock, and infinite.
#[test]
fn expiration_of_what_waits() {
    let relative = AbsoluteOrRelative::Relative;
    for (rqet, has_clock, lives) in [
        (relative(5000), false, 5),
        (relative(-1), false, 3600),
        (relative(5_000_000), false, 3600),
        (
            DateTime::from_unix_epoch(Duration::from_secs(1_000_007)).into(),
            true,
            7,
        ),
        (
            DateTime::from_unix_epoch(Duration::from_secs(1_000_007)).into(),
            false,
            3600,
        ),
        (DateTime::INFINITY.into(), true, 3600),
    ] {
        let mut nodes = Nodes::new(strict());
        nodes.lose();
        nodes.events();
        if has_clock {
            nodes
                .session
                .set_wall_clock(nodes.now, Duration::from_secs(1_000_000));
        }
        nodes
            .session
            .request(nodes.now, retrieval("a").expires(rqet))
            .unwrap();
        nodes.wait(Duration::from_secs(lives) - Duration::from_nanos(1));
        assert_eq!(outcomes(&mut nodes), [], "{rqet:?}");
        nodes.wait(Duration::from_nanos(1));
        assert_eq!(
            outcomes(&mut nodes),
            [(0, Outcome::Expired(Delivery::Never))],
            "{rqet:?}"
        );
        nodes.reconnect(Subprotocol::JSON);
        assert!(nodes.received().is_empty(), "P30");
    }
    let mut nodes = Nodes::new(strict());
    let expired = retrieval("a").expires(relative(0));
    assert_eq!(
        nodes.session.request(nodes.now, expired),
        Err(RequestError::Expired)
    );
}

/// A request of the peer that comes too late is not delivered.
#[test]
fn requests_that_have_expired_on_the_way() {
    let mut nodes = Nodes::new(strict());
    nodes
        .session
        .set_wall_clock(nodes.now, Duration::from_secs(1_000_000));
    let date = |seconds| DateTime::from_unix_epoch(Duration::from_secs(seconds));
    nodes.deliver_primitive(retrieval("absolute").expires(date(1_000_000)));
    let mut relative = retrieval("relative").expires(AbsoluteOrRelative::Relative(3000));
    relative.originating_timestamp = Some(date(999_996));
    nodes.deliver_primitive(relative.clone());
    relative.request_identifier = identifier("in time");
    relative.originating_timestamp = Some(date(999_998));
    nodes.deliver_primitive(relative);
    let events = nodes.events();
    assert!(
        matches!(
            &events[..],
            [
                SessionEvent::Dropped(Dropped::Expired(_)),
                SessionEvent::Dropped(Dropped::Expired(_)),
                SessionEvent::Request { .. },
            ]
        ),
        "{events:?}"
    );
    assert_eq!(
        nodes.received_statuses(),
        [("absolute".into(), 4008), ("relative".into(), 4008)]
    );
    nodes.wait(Duration::from_secs(1));
    assert!(matches!(nodes.event(), SessionEvent::Unanswered { .. }));
}

/// Event category "latest": only the newest about the same subscription, or resource, waits.
#[test]
fn the_latest_replaces() {
    let mut nodes = Nodes::new(strict());
    nodes.lose();
    nodes.events();
    let notification = |rqi: &str, sur: &str, category| {
        let content = Content::json_text(format!(r#"{{"m2m:sgn":{{"sur":"{sur}"}}}}"#)).unwrap();
        let mut request = RequestPrimitive::notify("Cthermo", identifier(rqi), content);
        request.event_category = category;
        request
    };
    let latest = Some(EventCategory::LATEST);
    for (rqi, sur, category) in [
        ("1", "a", latest),
        ("2", "b", latest),
        ("3", "a", None),
        ("4", "a", latest),
        ("5", "a", latest),
    ] {
        nodes
            .session
            .request(nodes.now, notification(rqi, sur, category))
            .unwrap();
    }
    assert_eq!(
        outcomes(&mut nodes),
        [(0, Outcome::Replaced), (1, Outcome::Replaced)]
    );
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received_identifiers(), ["2", "3", "5"]);
}

/// One message in flight, and a pause behind what has no answer.
#[test]
fn pacing_for_peers_that_lose_messages() {
    let mut nodes = Nodes::new(SessionConfig {
        pacing: Some(Pacing::ONE_AT_A_TIME),
        ..strict()
    });
    nodes.request("a");
    nodes.request("b");
    nodes.deliver_primitive(retrieval("theirs"));
    let theirs = incoming(&mut nodes);
    nodes.deliver_primitive(retrieval("theirs 2"));
    let theirs_2 = incoming(&mut nodes);
    assert_eq!(nodes.received_identifiers(), ["a"]);
    // An answer does not wait for the response to our request, or both would wait.
    nodes
        .session
        .respond(nodes.now, theirs, response("any", OK))
        .unwrap();
    nodes
        .session
        .respond(nodes.now, theirs_2, response("any", OK))
        .unwrap();
    assert_eq!(nodes.received_identifiers(), ["theirs"]);
    nodes.deliver_primitive(response("a", OK));
    nodes.events();
    assert!(nodes.received().is_empty());
    assert_eq!(
        nodes.session.poll_timeout(),
        Some(nodes.now.saturating_add(Duration::from_millis(50)))
    );
    nodes.wait(Duration::from_millis(50));
    assert_eq!(nodes.received_identifiers(), ["theirs 2"]);
    nodes.wait(Duration::from_millis(50));
    assert_eq!(nodes.received_identifiers(), ["b"]);
}

#[test]
fn ending_a_session() {
    let mut nodes = Nodes::new(strict());
    nodes.request("sent");
    nodes.received();
    nodes.session.end(nodes.now);
    assert_eq!(
        nodes.session.request(nodes.now, retrieval("b")),
        Err(RequestError::Ending)
    );
    nodes.deliver_primitive(response("sent", OK));
    nodes.events();
    nodes.received();
    assert!(nodes.peer.closed.is_some() && !nodes.session.is_ended());
    nodes.lose();
    nodes.events();
    assert!(nodes.session.is_ended());

    // Without a connection there is nothing to wait for.
    let mut nodes = Nodes::new(strict());
    nodes.lose();
    nodes.events();
    nodes.request("waiting");
    nodes.session.end(nodes.now);
    assert_eq!(
        outcomes(&mut nodes),
        [(0, Outcome::SessionEnded(Delivery::Never))]
    );
    assert!(nodes.session.is_ended());
}

/// What cannot be expressed in the serialization of the connection ends, and what is behind it goes on.
#[test]
fn what_a_connection_cannot_carry() {
    let mut nodes = Nodes::new(strict());
    nodes.lose();
    nodes.events();
    let content = Content::json_text(r#"{"m2m:cin":{"con":{"unknown":[[]]}}}"#).unwrap();
    nodes
        .session
        .request(nodes.now, retrieval("a").content(content))
        .unwrap();
    nodes.request("b");
    nodes.reconnect(Subprotocol::XML);
    let ended = outcomes(&mut nodes);
    assert!(
        matches!(ended[..], [(0, Outcome::Refused(Refusal::Encode(_)))]),
        "{ended:?}"
    );
    assert_eq!(nodes.received_identifiers(), ["b"]);
}

#[test]
fn an_answer_for_which_there_was_no_request() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a"));
    let id = incoming(&mut nodes);
    let answer = ResponsePrimitive::to_request(&retrieval("a"), OK);
    nodes
        .session
        .respond(nodes.now, id, answer.clone())
        .unwrap();
    assert_eq!(
        nodes.session.respond(nodes.now, id, answer),
        Err(RespondError::NotWaiting)
    );
}

#[derive(Clone, Debug)]
enum Step {
    Request(u8),
    Respond(u8),
    Ask(u8),
    Answer,
    Cancel(u8),
    Wait(u64),
    Write,
    Lose,
    Reconnect,
    Disconnect,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..20_u8).prop_map(Step::Request),
        4 => (0..20_u8).prop_map(Step::Respond),
        2 => (0..5_u8).prop_map(Step::Ask),
        2 => Just(Step::Answer),
        1 => (0..20_u8).prop_map(Step::Cancel),
        2 => (0..40_u64).prop_map(Step::Wait),
        4 => Just(Step::Write),
        1 => Just(Step::Lose),
        2 => Just(Step::Reconnect),
        1 => Just(Step::Disconnect),
    ]
}

/// Everything that happens while `steps` are done; with `extra` calls in between that ought to change nothing.
fn run(steps: &[Step], pacing: Option<Pacing>, extra: bool) -> (Vec<String>, usize, usize) {
    let mut nodes = Nodes::new(SessionConfig {
        pacing,
        max_late: 4,
        ..strict()
    });
    let (mut seen, mut asked, mut requested, mut cancelled) =
        (Vec::new(), Vec::new(), Vec::new(), 0);
    let mut idle = |nodes: &mut Nodes| {
        if extra {
            nodes.session.handle_timeout(nodes.now);
            let _ = (
                nodes.session.poll_timeout(),
                nodes.session.wants_input(),
                nodes.session.is_quiet(),
            );
            nodes.session.outbox(nodes.now);
            nodes.session.shrink();
        }
    };
    for step in steps {
        idle(&mut nodes);
        match step {
            Step::Request(number) => match nodes
                .session
                .request(nodes.now, retrieval(&number.to_string()))
            {
                Ok(id) => requested.push((*number, id)),
                Err(error) => seen.push(error.to_string()),
            },
            Step::Respond(number) if nodes.peer.connection.is_open() => {
                nodes.deliver_primitive(response(&number.to_string(), OK));
            }
            Step::Ask(number) if nodes.peer.connection.is_open() => {
                nodes.deliver_primitive(retrieval(&format!("theirs {number}")));
            }
            Step::Answer => {
                if let Some(id) = asked.pop() {
                    let answered = nodes.session.respond(nodes.now, id, response("any", OK));
                    seen.push(format!("{answered:?}"));
                }
            }
            Step::Cancel(number) => {
                let found = requested.iter().rev().find(|(other, _)| other == number);
                let ended = found.and_then(|(_, id)| nodes.session.cancel(nodes.now, *id));
                cancelled += usize::from(ended.is_some());
            }
            Step::Wait(seconds) => nodes.wait(Duration::from_secs(*seconds)),
            Step::Write => seen.extend(
                nodes
                    .received()
                    .iter()
                    .map(|primitive| format!("{primitive:?}")),
            ),
            Step::Lose => nodes.lose(),
            Step::Reconnect => drop(nodes.reconnect(Subprotocol::JSON)),
            Step::Disconnect => nodes
                .session
                .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, "")),
            Step::Respond(_) | Step::Ask(_) => {}
        }
        idle(&mut nodes);
        for event in nodes.events() {
            if let SessionEvent::Request { id, .. } = &event {
                asked.push(*id);
            }
            seen.push(format!("{event:?}"));
        }
    }
    nodes.lose();
    nodes.wait(Duration::from_secs(4000));
    seen.extend(nodes.events().iter().map(|event| format!("{event:?}")));
    (seen, requested.len(), cancelled)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every request ends exactly once, and calls that ask for nothing change nothing.
    #[test]
    fn rq_03_every_request_ends_once(steps in proptest::collection::vec(step(), 0..60), is_paced in any::<bool>()) {
        let pacing = is_paced.then_some(Pacing::ONE_AT_A_TIME);
        let (seen, requested, cancelled) = run(&steps, pacing, false);
        let ended = seen.iter().filter(|event| event.starts_with("Ended")).count();
        prop_assert_eq!(ended + cancelled, requested);
        prop_assert_eq!(run(&steps, pacing, true).0, seen);
    }
}
