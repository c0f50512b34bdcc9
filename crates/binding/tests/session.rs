//! Sessions: TS-0020 5.2, 6.3, 6.5, and the rows J and RQ.

#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking"
)]

mod common;

use core::time::Duration;

use onem2m_primitive::{
    Content, Primitive, RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
    ResponseTypeValue,
};
use onem2m_ws::{
    Delivery, Dropped, OnLoss, Outcome, Pacing, RequestError, RespondError, SessionConfig,
    SessionEvent, Subprotocol,
};
use onem2m_ws_core::{CloseCode, CloseFrame, Closed, MessageKind};

use common::{Nodes, OK, identifier, incoming, of_type, outcomes, response, retrieval, strict};

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
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, "tired"))
        .unwrap();
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
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, ""))
        .unwrap();
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
                .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, ""))
                .unwrap();
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
}

/// N-18: an identifier that is not assigned is assigned by the session, and never twice.
#[test]
fn n_18_the_session_assigns_identifiers() {
    let mut nodes = Nodes::new(strict());
    for _ in 0..2 {
        let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
        nodes.session.request(nodes.now, request).unwrap();
    }
    let identifiers = nodes.received_identifiers();
    assert_ne!(identifiers[0], identifiers[1]);
    nodes.deliver_primitive(response(&identifiers[1], OK));
    assert!(matches!(
        outcomes(&mut nodes)[..],
        [(_, Outcome::Response(_))]
    ));
}

/// N-26: one request in flight, and a pause behind every message.
#[test]
fn n_26_pacing_for_peers_that_lose_messages() {
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
    // N-26: but it does not follow right behind it.
    assert!(nodes.received().is_empty());
    nodes.wait(Duration::from_millis(50));
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
