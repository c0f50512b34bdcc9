//! Sessions with peers and transports that do what they should not, and what waits (TS-0020 5.2, 6.5; rows J).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use core::time::Duration;

use onem2m_primitive::{
    AbsoluteOrRelative, Content, EventCategory, RequestPrimitive, Timestamp as DateTime,
};
use onem2m_ws::{
    Delivery, Dropped, Outcome, Pacing, Refusal, RequestError, RespondError, SessionConfig,
    SessionEvent, Subprotocol, Superseded, WrongKind,
};
use onem2m_ws_core::{CloseCode, Closed};

use common::{Nodes, OK, identifier, incoming, outcomes, response, retrieval, strict};

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
                SessionEvent::Dropped(Dropped::NotAPrimitive { .. }),
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
fn j_08_messages_that_are_no_primitives() {
    for (message, answer) in [
        (
            r#"{"op":2,"rsc":2000,"to":"a","rqi":"x"}"#,
            Some(("x", 4000)),
        ),
        (r#"{"to":"a","rqi":"x"}"#, Some(("x", 4000))),
        (r#"{"op":"2","to":"a","rqi":"x"}"#, Some(("x", 4000))),
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
                SessionEvent::Dropped(Dropped::NotAPrimitive { .. })
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
            SessionEvent::Dropped(Dropped::NotAPrimitive { .. })
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
        matches!(superseded, Some(Superseded::Drop)),
        "it has something that the new one sends"
    );
    assert_eq!(nodes.received_identifiers(), ["a"]);
    let Some(Superseded::Close(mut superseded)) = nodes.reconnect(Subprotocol::JSON) else {
        panic!("all was written")
    };
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
    let Err(error) = nodes.session.respond(nodes.now, id, long) else {
        panic!("it is refused")
    };
    assert!(matches!(&error, RespondError::Refused(Refusal::TooLong { len }) if *len > 200));
    // The peer is not left without an answer, and nobody is left without knowing.
    assert_eq!(nodes.event(), SessionEvent::NotAnswered { id, error });
    assert_eq!(nodes.received_statuses(), [("b".into(), 5000)]);
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
