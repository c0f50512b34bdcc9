//! Connections and requests that go from one session to another (TS-0020 5.2, 6.4), and a link after a panic.

use core::time::Duration;

use onem2m_primitive::ResponseStatusCode;
use onem2m_ws_core::{Buf, CloseCode, CloseFrame, Inbox, Role};

use super::StoreStep::{End, Put, Take};
use super::{ask, durable, outside, steps};
use crate::common::{
    Nodes, OK, connection, drain, identifier, incoming, outcomes, response, retrieval, strict,
};
use crate::{
    Delivery, Dropped, IncomingId, OnLoss, Outcome, Refusal, RequestError, RequestOptions,
    RespondError, Session, SessionConfig, SessionEvent, Subprotocol, Superseded,
};

/// The session of a node that is known, beside the one that proves to be it.
fn known(nodes: &Nodes, config: SessionConfig) -> Session {
    let mut session = Session::numbered(config.into(), [9; 8], 1);
    session.set_durable(true);
    session.handle_timeout(nodes.now);
    session
}

/// The unknown node asks for something that proves who it is, and its connection goes to the known session.
fn prove(nodes: &mut Nodes, session: &mut Session, rqi: &str) -> Option<Superseded> {
    nodes.deliver_primitive(retrieval(rqi));
    let Some(SessionEvent::Request { id, request }) = nodes.events().pop() else {
        panic!("it is asked for")
    };
    let mut detached = nodes.session.detach(nodes.now).unwrap();
    detached.prove(id, request);
    session.attach(nodes.now, detached)
}

/// The known session takes the place of the unknown one.
fn exchange(nodes: &mut Nodes, session: &mut Session) {
    core::mem::swap(&mut nodes.session, session);
}

/// What waits for the known node leaves over the connection that came, whose requests are answered there, under their own
/// numbers; the one that proved it is taken anew.
#[test]
fn a_connection_moves() {
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    let waiting = session.request(nodes.now, retrieval("ours")).unwrap();
    nodes.deliver_primitive(retrieval("before"));
    let before = incoming(&mut nodes);
    let superseded = prove(&mut nodes, &mut session, "proof");
    assert!(superseded.is_none());
    assert!(!nodes.session.has_connection());
    assert_eq!(nodes.events(), [], "the connection lives on");
    assert!(nodes.session.is_forgettable());
    exchange(&mut nodes, &mut session);

    let SessionEvent::Request { id: proof, request } = nodes.event() else {
        panic!("it is asked for")
    };
    assert_eq!((proof.session, before.session), (1, 0));
    assert_eq!(request, retrieval("proof"));
    assert_eq!(nodes.received_identifiers(), ["ours"]);
    for (id, rqi) in [(before, "before"), (proof, "proof")] {
        let answered = nodes.session.respond(nodes.now, id, response("any", OK));
        assert_eq!(answered, Ok(()));
        assert_eq!(nodes.received_statuses(), [(rqi.to_owned(), 2000)]);
    }
    nodes.deliver_primitive(response("ours", OK));
    let SessionEvent::Ended { id, .. } = nodes.event() else {
        panic!("it is answered")
    };
    assert_eq!(id, waiting);
    // The former session has nothing to answer any more.
    assert_eq!(
        session.respond(nodes.now, before, response("any", OK)),
        Err(RespondError::NotWaiting)
    );
}

/// Answers that wait, or were not written, move too; those that were written are not repeated.
#[test]
fn answers_move() {
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    let ids: Vec<_> = ["written", "unwritten"]
        .into_iter()
        .map(|rqi| {
            nodes.deliver_primitive(retrieval(rqi));
            incoming(&mut nodes)
        })
        .collect();
    for (id, is_written) in ids.into_iter().zip([true, false]) {
        let answered = nodes.session.respond(nodes.now, id, response("any", OK));
        answered.unwrap();
        if is_written {
            assert_eq!(nodes.received_identifiers(), ["written"]);
        }
    }
    prove(&mut nodes, &mut session, "proof");
    exchange(&mut nodes, &mut session);
    incoming(&mut nodes);
    // The connection breaks with an answer in its outbox: that leaves over the next one.
    nodes.lose();
    nodes.reconnect(Subprotocol::XML);
    assert_eq!(nodes.received_identifiers(), ["unwritten"]);
}

/// The connection that was there is superseded, as by a new one.
#[test]
fn a_connection_that_moves_supersedes() {
    for is_written in [true, false] {
        let mut nodes = Nodes::new(strict());
        let mut session = known(&nodes, strict());
        let former = connection(Role::Server, nodes.now);
        assert!(
            session
                .connected(nodes.now, former, Subprotocol::CBOR)
                .is_none()
        );
        session.request(nodes.now, retrieval("ours")).unwrap();
        if is_written {
            drain(session.outbox(nodes.now).unwrap(), &mut Inbox::new());
        }
        let superseded = prove(&mut nodes, &mut session, "proof");
        assert_eq!(matches!(superseded, Some(Superseded::Close(_))), is_written);
        assert_eq!(matches!(superseded, Some(Superseded::Drop)), !is_written);
        exchange(&mut nodes, &mut session);
        let again: &[&str] = if is_written { &[] } else { &["ours"] };
        assert_eq!(nodes.received_identifiers(), again);
    }
}

/// A connection that is being closed goes on being closed.
#[test]
fn a_connection_that_is_being_closed_moves() {
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    session.request(nodes.now, retrieval("ours")).unwrap();
    let frame = CloseFrame::new(CloseCode::GOING_AWAY, "");
    nodes.deliver_primitive(retrieval("before"));
    let before = incoming(&mut nodes);
    nodes.session.disconnect(nodes.now, frame).unwrap();
    prove(&mut nodes, &mut session, "proof");
    exchange(&mut nodes, &mut session);
    let proof = incoming(&mut nodes);
    for id in [before, proof] {
        let answered = nodes.session.respond(nodes.now, id, response("any", OK));
        answered.unwrap();
    }
    assert_eq!(nodes.received_identifiers(), ["before", "proof"]);
    nodes.session.handle_timeout(nodes.now);
    nodes.received();
    assert!(nodes.peer.closed.is_some());
    assert_eq!(nodes.session.outstanding(), 1);
}

/// N-39: the request that proves it goes through the same door as any.
#[test]
fn n_39_limits_on_what_moves() {
    let config = SessionConfig {
        max_incoming: 4,
        ..strict()
    };
    let mut session = known(&Nodes::new(strict()), config);
    for number in 0..1000 {
        let mut nodes = Nodes::new(strict());
        prove(&mut nodes, &mut session, &number.to_string());
        exchange(&mut nodes, &mut session);
        let event = nodes.event();
        if number < 4 {
            assert!(matches!(event, SessionEvent::Request { .. }), "{event:?}");
        } else {
            let rqi = number.to_string();
            let busy = Dropped::Busy(identifier(&rqi));
            assert_eq!(event, SessionEvent::Dropped(busy));
            assert_eq!(nodes.received_statuses(), [(rqi, 5000)]);
        }
        exchange(&mut nodes, &mut session);
    }
}

/// N-39: so do those that came before; their handlers hear of it.
#[test]
fn n_39_limits_on_what_came_before() {
    let config = SessionConfig {
        max_incoming: 2,
        ..strict()
    };
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, config);
    let ids: Vec<_> = (0..4)
        .map(|number| {
            nodes.deliver_primitive(retrieval(&number.to_string()));
            incoming(&mut nodes)
        })
        .collect();
    prove(&mut nodes, &mut session, "proof");
    exchange(&mut nodes, &mut session);
    let events = nodes.events();
    let not_answered = |id: IncomingId| SessionEvent::NotAnswered {
        id,
        error: RespondError::Busy,
    };
    let expected = [
        not_answered(ids[2]),
        not_answered(ids[3]),
        SessionEvent::Dropped(Dropped::Busy(identifier("proof"))),
    ];
    assert_eq!(events, expected);
    let statuses = ["2", "3", "proof"].map(|rqi| (rqi.to_owned(), 5000));
    assert_eq!(nodes.received_statuses(), statuses);
    assert_eq!(
        nodes.session.respond(nodes.now, ids[2], response("2", OK)),
        Err(RespondError::NotWaiting)
    );
    assert_eq!(nodes.event(), SessionEvent::LateAnswer { id: ids[2] });
}

/// The door has other locks: an identifier that is under way, and a request whose time is over.
#[test]
fn a_proof_that_is_not_taken() {
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    prove(&mut nodes, &mut session, "a");
    let mut second = Nodes::new(strict());
    prove(&mut second, &mut session, "a");
    exchange(&mut second, &mut session);
    let events = second.events();
    assert!(matches!(
        &events[..],
        [
            SessionEvent::Request { .. },
            SessionEvent::Dropped(Dropped::Duplicate(_))
        ]
    ));
    assert_eq!(second.received_statuses(), [("a".to_owned(), 4000)]);

    // It was answered before the connection moved: it proves nothing more.
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    nodes.deliver_primitive(retrieval("a"));
    let id = incoming(&mut nodes);
    nodes.wait(Duration::from_secs(30));
    let mut detached = nodes.session.detach(nodes.now).unwrap();
    detached.prove(id, retrieval("a"));
    assert!(session.attach(nodes.now, detached).is_none());
    assert_eq!(nodes.events(), [SessionEvent::Unanswered { id }]);
    exchange(&mut nodes, &mut session);
    assert_eq!(nodes.events(), []);
    assert_eq!(nodes.received_statuses(), [("a".to_owned(), 4008)]);
}

/// Two requests of the peer with one identifier, over two connections: each is answered.
#[test]
fn one_identifier_over_two_connections() {
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    let mut first = Nodes::new(strict());
    prove(&mut first, &mut session, "a");
    exchange(&mut first, &mut session);
    let a = incoming(&mut first);
    exchange(&mut first, &mut session);
    nodes.deliver_primitive(retrieval("a"));
    let b = incoming(&mut nodes);
    prove(&mut nodes, &mut session, "proof");
    exchange(&mut nodes, &mut session);
    incoming(&mut nodes);
    for id in [a, b] {
        let answered = nodes.session.respond(nodes.now, id, response("a", OK));
        assert_eq!(answered, Ok(()));
    }
    assert_eq!(nodes.received_identifiers(), ["a", "a"]);
    nodes.deliver_primitive(retrieval("a"));
    incoming(&mut nodes);
}

/// What a moving connection was given may leave with it: it does not wait in the former session.
#[test]
fn own_requests_do_not_leave_twice() {
    let mut nodes = Nodes::new(strict());
    let mut session = known(&nodes, strict());
    let id = nodes.request("a");
    prove(&mut nodes, &mut session, "proof");
    exchange(&mut nodes, &mut session);
    incoming(&mut nodes);
    assert_eq!(nodes.received_identifiers(), ["a"]);
    exchange(&mut nodes, &mut session);
    nodes.reconnect(Subprotocol::JSON);
    assert!(nodes.received().is_empty());
    assert_eq!(nodes.session.cancel(nodes.now, id), Some(Delivery::Unknown));
}

/// After a panic all that the link was given may have left, requests and answers.
#[test]
fn a_link_is_abandoned() {
    let mut nodes = Nodes::new(strict());
    nodes.session.set_durable(true);
    nodes.deliver_primitive(retrieval("theirs"));
    let theirs = incoming(&mut nodes);
    ask(&mut nodes, 1);
    let options = RequestOptions {
        on_loss: Some(OnLoss::Fail),
        ..RequestOptions::default()
    };
    let failing = nodes
        .session
        .request_with(nodes.now, retrieval("failing"), options);
    let failing = failing.unwrap();
    let answered = nodes
        .session
        .respond(nodes.now, theirs, response("any", OK));
    answered.unwrap();
    assert!(nodes.session.abandon(nodes.now).is_some());
    assert!(nodes.session.abandon(nodes.now).is_none());
    let events = nodes.events();
    assert!(
        matches!(
            &events[..],
            [
                SessionEvent::Ended { id, outcome: Outcome::Lost },
                SessionEvent::Disconnected(_),
            ] if *id == failing
        ),
        "{events:?}"
    );
    assert_eq!(steps(&mut nodes.session), [], "nothing waits");
    nodes.reconnect(Subprotocol::JSON);
    assert!(nodes.received().is_empty());
    nodes.deliver_primitive(response("1", OK));
    assert!(matches!(
        outcomes(&mut nodes)[..],
        [(_, Outcome::Response(_))]
    ));
}

/// An entity moves: what waits for it goes along, in its order and with what the store knows; what may have left stays.
#[test]
fn requests_move() {
    let mut nodes = Nodes::new(strict());
    nodes.session.set_durable(true);
    ask(&mut nodes, 0);
    nodes.received();
    nodes.lose();
    nodes.events();
    for number in 1..6 {
        ask(&mut nodes, number);
    }
    // 1 and 2 are stored, 3 is being put, 4 and 5 are to be put.
    for number in 1..4 {
        let step = nodes.session.poll_store();
        assert_eq!(step, Some((outside(number), Put)));
        if number < 3 {
            nodes.session.handle_stored(nodes.now, outside(number));
        }
    }
    nodes.events();
    let moved = nodes.session.surrender(nodes.now, |id| id.number != 2);
    let numbers: Vec<_> = moved.iter().map(|moved| moved.id().number).collect();
    assert_eq!(numbers, [1, 3, 4, 5]);
    let waiting = |session: &Session| {
        let ids = session.waiting().map(|(id, _)| id.number);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(waiting(&nodes.session), [2]);
    assert_eq!(nodes.session.outstanding(), 2);
    assert_eq!(steps(&mut nodes.session), []);

    let mut other = Nodes::new(strict());
    other.session.set_durable(true);
    other.lose();
    other.events();
    ask(&mut other, 9);
    for request in moved {
        other.session.adopt(other.now, request);
    }
    assert_eq!(waiting(&other.session), [9, 1, 3, 4, 5]);
    assert_eq!(
        steps(&mut other.session),
        [(9, Put), (4, Put), (5, Put)],
        "the others were put"
    );
    for number in [3, 9, 4, 5] {
        other.session.handle_stored(other.now, outside(number));
    }
    assert_eq!(other.events().len(), 4);
    other.reconnect(Subprotocol::JSON);
    let taken = steps(&mut other.session);
    assert!(taken.iter().all(|(_, step)| *step == Take));
    for (number, _) in taken {
        other.session.handle_taken(other.now, outside(number));
    }
    assert_eq!(other.received_identifiers(), ["9", "1", "3", "4", "5"]);
}

/// There and back: a request is in the queue once, behind what came meanwhile.
#[test]
fn requests_move_there_and_back() {
    let mut nodes = durable(strict());
    ask(&mut nodes, 1);
    ask(&mut nodes, 2);
    let moved = nodes.session.surrender(nodes.now, |id| id.number == 1);
    for request in moved {
        nodes.session.adopt(nodes.now, request);
    }
    assert_eq!(steps(&mut nodes.session), [(2, Put), (1, Put)]);
    nodes.session.set_durable(false);
    for number in [1, 2] {
        nodes
            .session
            .handle_store_failed(nodes.now, outside(number), Put);
    }
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received_identifiers(), ["2", "1"]);
}

/// A session that cannot take a request over ends it.
#[test]
fn limits_on_requests_that_move() {
    let cases: [(SessionConfig, &str, RequestError); 3] = [
        (
            SessionConfig {
                max_requests: 1,
                ..strict()
            },
            "x",
            RequestError::TooMany,
        ),
        (
            SessionConfig {
                max_waiting_len: 300,
                ..strict()
            },
            "x",
            RequestError::TooLong,
        ),
        (strict(), "1", RequestError::Duplicate),
    ];
    for (config, rqi, error) in cases {
        let mut nodes = durable(strict());
        let id = ask(&mut nodes, 1);
        assert_eq!(steps(&mut nodes.session), [(1, Put)]);
        let moved = nodes.session.surrender(nodes.now, |_| true).pop().unwrap();
        let mut other = durable(config);
        other.session.request(other.now, retrieval(rqi)).unwrap();
        steps(&mut other.session);
        other.session.adopt(other.now, moved);
        let SessionEvent::Ended { id: ended, outcome } = other.event() else {
            panic!("it ends")
        };
        assert_eq!(ended, id);
        assert_eq!(outcome, Outcome::Refused(Refusal::NotTaken(error)));
        assert_eq!(steps(&mut other.session), [(1, End)]);
    }
    let mut nodes = durable(strict());
    ask(&mut nodes, 1);
    let moved = nodes.session.surrender(nodes.now, |_| true).pop().unwrap();
    nodes.session.end(nodes.now);
    nodes.session.adopt(nodes.now, moved);
    let not_taken = Outcome::Refused(Refusal::NotTaken(RequestError::Ending));
    assert_eq!(outcomes(&mut nodes), [(0, not_taken)]);
}

/// What was said to be stored is not ended because more bytes wait than may, whatever the store is doing about it; the number of
/// requests holds for it all the same.
#[test]
fn what_is_stored_moves_though_too_many_bytes_wait() {
    for storage in ["stored", "taking", "taken", "put again", "failed"] {
        let mut nodes = durable(strict());
        let (now, id) = (nodes.now, ask(&mut nodes, 1));
        assert_eq!(steps(&mut nodes.session), [(1, Put)]);
        nodes.session.handle_stored(now, id);
        if storage != "stored" {
            nodes.reconnect(Subprotocol::JSON);
            assert!(nodes.received().is_empty());
            assert_eq!(steps(&mut nodes.session), [(1, Take)]);
        }
        if storage != "stored" && storage != "taking" {
            // It is taken, and the connection that would have carried it is gone.
            nodes.lose();
            nodes.session.handle_taken(now, id);
        }
        if storage == "put again" || storage == "failed" {
            assert_eq!(steps(&mut nodes.session), [(1, Put)]);
        }
        if storage == "failed" {
            nodes.session.handle_store_failed(now, id, Put);
        }
        let moved = nodes.session.surrender(now, |_| true).pop().unwrap();
        let mut other = durable(SessionConfig {
            max_waiting_len: 300,
            ..strict()
        });
        other.session.request(other.now, retrieval("x")).unwrap();
        other.session.adopt(other.now, moved);
        assert_eq!(outcomes(&mut other), [], "{storage}");
        assert_eq!(other.session.outstanding(), 2, "{storage}");
        let more = other.session.request(other.now, retrieval("y"));
        assert_eq!(more, Err(RequestError::TooLong));
    }
}

/// Numbers from outside and the session's own do not meet.
#[test]
fn numbers_from_outside() {
    let mut nodes = Nodes::new(strict());
    let own = nodes.request("a");
    let given = crate::RequestId {
        number: own.number + 5,
        ..own
    };
    let options = RequestOptions::default();
    let asked = nodes
        .session
        .request_as(nodes.now, given, retrieval("b"), options);
    asked.unwrap();
    assert_eq!(nodes.request("c").number, given.number + 1);
}

/// N-30: what a request risks, and how long it waits, can be said for each.
#[test]
fn n_30_what_a_lost_connection_costs() {
    let brief = RequestOptions {
        delivery_timeout: Some(Duration::from_secs(5)),
        response_timeout: Some(Duration::from_secs(2)),
        ..RequestOptions::default()
    };
    let mut nodes = Nodes::new(strict());
    for (rqi, options) in [("brief", brief), ("patient", RequestOptions::default())] {
        let asked = nodes
            .session
            .request_with(nodes.now, retrieval(rqi), options);
        asked.unwrap();
    }
    nodes.received();
    nodes.lose();
    nodes.events();
    nodes.wait(Duration::from_secs(2));
    assert_eq!(
        outcomes(&mut nodes),
        [(0, Outcome::Expired(Delivery::Unknown))]
    );
    let asked = nodes
        .session
        .request_with(nodes.now, retrieval("waiting"), brief);
    asked.unwrap();
    nodes.wait(Duration::from_secs(5));
    assert_eq!(
        outcomes(&mut nodes),
        [(0, Outcome::Expired(Delivery::Never))]
    );
}

/// The peer's status codes are what `respond` gives; a refused request of the peer keeps nothing waiting.
#[test]
fn a_session_that_gave_its_connection_away_is_quiet() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a"));
    incoming(&mut nodes);
    let detached = nodes.session.detach(nodes.now).unwrap();
    assert!(nodes.session.detach(nodes.now).is_none());
    assert!(nodes.session.is_quiet() && nodes.session.outbox(nodes.now).is_none());
    assert_eq!(nodes.session.poll_timeout(), None);
    let mut session = known(&nodes, strict());
    assert!(session.attach(nodes.now, detached).is_none());
    assert!(!session.is_quiet() && !session.outbox(nodes.now).unwrap().has_remaining());
    // Its time goes on.
    session.handle_timeout(nodes.now.saturating_add(Duration::from_secs(30)));
    exchange(&mut nodes, &mut session);
    let status = ResponseStatusCode::REQUEST_TIMEOUT.0;
    assert_eq!(nodes.received_statuses(), [("a".to_owned(), status)]);
}

/// What went with a connection is unknown where it came from.
#[test]
fn identifiers_go_with_a_connection() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a"));
    incoming(&mut nodes);
    drop(nodes.session.detach(nodes.now).unwrap());
    nodes.reconnect(Subprotocol::JSON);
    nodes.deliver_primitive(retrieval("a"));
    incoming(&mut nodes);
}
