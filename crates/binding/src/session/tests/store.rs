//! What waits for lack of a connection is put, is taken before it is sent, and its end is told (TS-0020 6.5, W-75).

use core::time::Duration;

use onem2m_primitive::{AbsoluteOrRelative, EventCategory};
use onem2m_ws_core::{Buf, CloseCode, CloseFrame};

use super::StoreStep::{End, Put, Take};
use super::{ask, durable, outside, steps, waiting};
use crate::common::{Nodes, OK, outcomes, response, retrieval, strict};
use crate::{
    Backoff, Delivery, Outcome, Pacing, Refusal, RequestError, RequestOptions, SessionConfig,
    SessionEvent, Subprotocol,
};

/// Stores everything that is to be put; which numbers.
fn store_all(nodes: &mut Nodes) -> Vec<u64> {
    let mut stored = Vec::new();
    for (number, step) in steps(&mut nodes.session) {
        assert_eq!(step, Put);
        nodes.session.handle_stored(nodes.now, outside(number));
        stored.push(number);
    }
    stored
}

/// S1: each request has its own deadline, whatever else there is to wait for.
#[test]
fn s_01_what_is_put_has_its_own_deadline() {
    let mut nodes = durable(strict());
    for (number, milliseconds) in [(1, 1000), (2, 600_000)] {
        let rqet = AbsoluteOrRelative::Relative(milliseconds);
        let request = retrieval(&number.to_string()).expires(rqet);
        let options = RequestOptions::default();
        let asked = nodes
            .session
            .request_as(nodes.now, outside(number), request, options);
        asked.unwrap();
    }
    assert_eq!(steps(&mut nodes.session), [(1, Put), (2, Put)]);
    for (number, seconds) in [(1, 1), (2, 600)] {
        let until = nodes.now.saturating_add(Duration::from_secs(seconds));
        assert_eq!(waiting(&nodes.session, number).unwrap().1, until);
        assert_eq!(nodes.session.deadline_of(outside(number)), Some(until));
    }
}

/// S2: so is what waits because its connection was lost, or because it was made while that was being closed.
#[test]
fn s_02_what_a_lost_connection_leaves_is_put() {
    let mut nodes = Nodes::new(strict());
    nodes.session.set_durable(true);
    ask(&mut nodes, 1);
    assert_eq!(steps(&mut nodes.session), [], "there is a connection");
    nodes.lose();
    assert_eq!(steps(&mut nodes.session), [(1, Put)]);
    // It was a message already.
    let (request, _) = waiting(&nodes.session, 1).unwrap();
    assert_eq!(request, retrieval("1"));

    for is_answered in [false, true] {
        let mut nodes = Nodes::new(strict());
        nodes.session.set_durable(true);
        ask(&mut nodes, 1);
        nodes.received();
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        nodes.session.disconnect(nodes.now, frame).unwrap();
        if is_answered {
            nodes.deliver_primitive(response("1", OK));
            nodes.events();
        }
        ask(&mut nodes, 2);
        assert_eq!(steps(&mut nodes.session), [(2, Put)]);
    }
}

/// What waits for another reason than that is not put.
#[test]
fn s_02_what_a_connection_will_take_is_not_put() {
    let mut nodes = Nodes::new(SessionConfig {
        pacing: Some(Pacing::ONE_AT_A_TIME),
        ..strict()
    });
    nodes.session.set_durable(true);
    ask(&mut nodes, 1);
    ask(&mut nodes, 2);
    assert_eq!(steps(&mut nodes.session), []);
    // The last requests of an ending session leave while it is being closed.
    nodes.session.end(nodes.now);
    assert_eq!(steps(&mut nodes.session), []);
    assert_eq!(nodes.received_identifiers(), ["1"]);

    let mut nodes = Nodes::new(strict());
    nodes.lose();
    ask(&mut nodes, 1);
    assert_eq!(steps(&mut nodes.session), [], "nobody wants it stored");
}

/// S3: put, taken, handed to a connection that dies before a byte leaves: put again, under the same number.
#[test]
fn s_03_what_was_taken_and_not_sent_is_put_again() {
    let mut nodes = durable(strict());
    let id = ask(&mut nodes, 1);
    assert_eq!(store_all(&mut nodes), [1]);
    assert_eq!(nodes.event(), SessionEvent::Stored { id });
    for _ in 0..3 {
        nodes.reconnect(Subprotocol::JSON);
        assert!(nodes.received().is_empty(), "it was not taken");
        assert_eq!(steps(&mut nodes.session), [(1, Take)]);
        assert!(nodes.received().is_empty(), "that was not answered");
        nodes.session.handle_taken(nodes.now, id);
        assert!(nodes.session.outbox(nodes.now).unwrap().has_remaining());
        nodes.lose();
        assert_eq!(store_all(&mut nodes), [1]);
    }
    nodes.events();
    nodes.reconnect(Subprotocol::XML);
    assert_eq!(steps(&mut nodes.session), [(1, Take)]);
    nodes.session.handle_taken(nodes.now, id);
    assert_eq!(nodes.received_identifiers(), ["1"]);
    // From the first byte on it waits no more.
    nodes.lose();
    assert_eq!(steps(&mut nodes.session), []);
    nodes.reconnect(Subprotocol::JSON);
    assert!(nodes.received().is_empty());
    nodes.deliver_primitive(response("1", OK));
    nodes.events();
    assert_eq!(steps(&mut nodes.session), [(1, End)]);
    assert!(!nodes.session.has_store_steps());
}

/// The connection goes while the taking is under way: whenever the answer comes, it is put again.
#[test]
fn s_03_the_connection_goes_before_it_was_taken() {
    let mut nodes = durable(strict());
    let id = ask(&mut nodes, 1);
    store_all(&mut nodes);
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(steps(&mut nodes.session), [(1, Take)]);
    nodes.lose();
    assert_eq!(steps(&mut nodes.session), []);
    nodes.session.handle_taken(nodes.now, id);
    assert_eq!(steps(&mut nodes.session), [(1, Put)]);
    // Another connection is there before that was answered: what is being put is not sent either.
    nodes.reconnect(Subprotocol::JSON);
    ask(&mut nodes, 2);
    assert!(nodes.received().is_empty());
    nodes.session.handle_stored(nodes.now, id);
    assert_eq!(steps(&mut nodes.session), [(1, Take)]);
    nodes.session.handle_taken(nodes.now, id);
    assert_eq!(nodes.received_identifiers(), ["1", "2"]);
}

/// Steps are levels: what was not polled before a connection came, or went, is not given.
#[test]
fn steps_that_are_out_of_date_are_not_given() {
    let mut nodes = durable(strict());
    let id = ask(&mut nodes, 1);
    assert!(nodes.session.has_store_steps());
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(steps(&mut nodes.session), []);
    assert_eq!(nodes.received_identifiers(), ["1"]);
    nodes.session.cancel(nodes.now, id);
    assert_eq!(steps(&mut nodes.session), [], "it was never put");

    let mut nodes = durable(strict());
    ask(&mut nodes, 1);
    store_all(&mut nodes);
    nodes.reconnect(Subprotocol::JSON);
    nodes.lose();
    assert_eq!(steps(&mut nodes.session), [], "it is still stored");
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(steps(&mut nodes.session), [(1, Take)]);

    // Stored no more, but what is stored is taken all the same.
    let mut nodes = durable(strict());
    ask(&mut nodes, 1);
    store_all(&mut nodes);
    ask(&mut nodes, 2);
    nodes.session.set_durable(false);
    assert_eq!(steps(&mut nodes.session), []);
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(steps(&mut nodes.session), [(1, Take)]);
}

/// As many are taken ahead as the configuration says, at the limit and past it, and they leave in their order.
#[test]
fn the_head_of_the_queue_is_taken_in_a_window() {
    for (pacing, window) in [(None, 4), (Some(Pacing::ONE_AT_A_TIME), 1)] {
        let mut nodes = durable(SessionConfig {
            pacing,
            max_taken: 4,
            ..strict()
        });
        for number in 0..9 {
            ask(&mut nodes, number);
        }
        store_all(&mut nodes);
        nodes.reconnect(Subprotocol::JSON);
        let taken = steps(&mut nodes.session);
        let expected: Vec<_> = (0..window).map(|number| (number, Take)).collect();
        assert_eq!(taken, expected);
        // The second answer comes first.
        for number in (0..window).rev() {
            assert!(nodes.received().is_empty());
            nodes.session.handle_taken(nodes.now, outside(number));
        }
        assert_eq!(nodes.received().len(), taken.len());
        let next = steps(&mut nodes.session);
        let expected: Vec<_> = (4..8).map(|number| (number, Take)).collect();
        assert_eq!(
            next,
            if pacing.is_none() {
                expected
            } else {
                Vec::new()
            }
        );
    }
}

/// A request that could not be stored waits on, and is put again when the next connection is lost.
#[test]
fn s_06_a_failed_put_is_told() {
    let mut nodes = durable(strict());
    let id = ask(&mut nodes, 1);
    assert_eq!(steps(&mut nodes.session), [(1, Put)]);
    nodes.session.handle_store_failed(nodes.now, id, Put);
    assert_eq!(nodes.event(), SessionEvent::NotStored { id });
    assert_eq!(steps(&mut nodes.session), []);
    nodes.reconnect(Subprotocol::JSON);
    nodes.lose();
    assert_eq!(steps(&mut nodes.session), [(1, Put)]);
    nodes.session.handle_store_failed(nodes.now, id, Put);
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received_identifiers(), ["1"]);
    nodes.deliver_primitive(response("1", OK));
    nodes.events();
    // Nobody knows what became of it in the store.
    assert_eq!(steps(&mut nodes.session), [(1, End)]);
}

/// A failed taking, and an end that could not be noted, are tried again after the back-off.
#[test]
fn s_06_other_failures_are_tried_again() {
    let backoff = Backoff {
        initial: Duration::from_secs(10),
        factor: 2,
        maximum: Duration::from_secs(20),
    };
    let mut nodes = durable(SessionConfig {
        store_backoff: backoff,
        ..strict()
    });
    let id = ask(&mut nodes, 1);
    store_all(&mut nodes);
    nodes.reconnect(Subprotocol::JSON);
    for seconds in [10, 20, 20] {
        assert_eq!(steps(&mut nodes.session), [(1, Take)]);
        nodes.session.handle_store_failed(nodes.now, id, Take);
        assert_eq!(steps(&mut nodes.session), [], "not at once");
        let at = nodes.session.poll_timeout().unwrap();
        let wait = at.saturating_since(nodes.now);
        let (shortest, longest) = (
            Duration::from_secs(seconds) / 2,
            Duration::from_secs(seconds),
        );
        assert!((shortest..=longest).contains(&wait), "{wait:?}");
        nodes.wait(wait - Duration::from_nanos(1));
        assert_eq!(steps(&mut nodes.session), []);
        nodes.wait(Duration::from_nanos(1));
    }
    assert_eq!(steps(&mut nodes.session), [(1, Take)]);
    nodes.session.handle_taken(nodes.now, id);
    nodes.received();
    nodes.deliver_primitive(response("1", OK));
    nodes.events();
    assert_eq!(steps(&mut nodes.session), [(1, End)]);
    nodes.session.handle_store_failed(nodes.now, id, End);
    assert_eq!(steps(&mut nodes.session), []);
    // Success has set the back-off to its beginning.
    nodes.wait(Duration::from_secs(10));
    assert_eq!(steps(&mut nodes.session), [(1, End)]);
}

/// However a request ends, the store is told, once.
#[test]
fn every_end_is_told_once() {
    type Case = (&'static str, fn(&mut Nodes), fn(&Outcome<'_>) -> bool);
    let cases: [Case; 5] = [
        (
            "expired",
            |nodes| nodes.wait(Duration::from_secs(3600)),
            |outcome| *outcome == Outcome::Expired(Delivery::Never),
        ),
        (
            "replaced",
            |nodes| {
                let mut request = retrieval("2");
                request.event_category = Some(EventCategory::LATEST);
                nodes.session.request(nodes.now, request).unwrap();
            },
            |outcome| *outcome == Outcome::Replaced,
        ),
        (
            "too long",
            |nodes| {
                nodes.reconnect(Subprotocol::CBOR);
                assert_eq!(steps(&mut nodes.session), [(1, Take)]);
                nodes.session.handle_taken(nodes.now, outside(1));
            },
            |outcome| matches!(outcome, Outcome::Refused(Refusal::TooLong { .. })),
        ),
        (
            "ended",
            |nodes| nodes.session.end(nodes.now),
            |outcome| *outcome == Outcome::SessionEnded(Delivery::Never),
        ),
        (
            "cancelled",
            |nodes| {
                let delivery = nodes.session.cancel(nodes.now, outside(1));
                assert_eq!(delivery, Some(Delivery::Never));
            },
            |_| false,
        ),
    ];
    for (name, end, is_expected) in cases {
        let mut nodes = durable(SessionConfig {
            max_message_len: 10,
            ..strict()
        });
        let mut request = retrieval("1");
        request.event_category = Some(EventCategory::LATEST);
        let options = RequestOptions::default();
        let asked = nodes
            .session
            .request_as(nodes.now, outside(1), request, options);
        asked.unwrap();
        store_all(&mut nodes);
        nodes.events();
        end(&mut nodes);
        let ended: Vec<_> = outcomes(&mut nodes)
            .into_iter()
            .map(|(_, outcome)| outcome)
            .collect();
        assert_eq!(ended.len(), usize::from(name != "cancelled"), "{name}");
        assert!(ended.iter().all(is_expected), "{name}: {ended:?}");
        let ends: Vec<_> = steps(&mut nodes.session)
            .into_iter()
            .filter(|step| *step == (1, End))
            .collect();
        assert_eq!(ends.len(), 1, "{name}");
    }
}

/// It ends while it is being put: the end comes behind, and the answer is of no use.
#[test]
fn an_end_while_it_is_being_put() {
    let mut nodes = durable(strict());
    let id = ask(&mut nodes, 1);
    assert_eq!(steps(&mut nodes.session), [(1, Put)]);
    nodes.session.cancel(nodes.now, id);
    assert_eq!(steps(&mut nodes.session), [(1, End)]);
    nodes.session.handle_stored(nodes.now, id);
    nodes.session.handle_taken(nodes.now, id);
    nodes.session.handle_store_failed(nodes.now, id, Put);
    nodes.session.handle_store_failed(nodes.now, id, Take);
    assert_eq!(nodes.events(), []);
    assert_eq!(steps(&mut nodes.session), []);
    assert!(nodes.session.is_forgettable());
}

/// After a restart: behind what waits, taken before it is sent, and over when its time is.
#[test]
fn s_04_what_was_stored_before_a_restart() {
    let mut nodes = durable(strict());
    ask(&mut nodes, 9);
    store_all(&mut nodes);
    nodes.events();
    let later = nodes.now.saturating_add(Duration::from_secs(100));
    for (number, deadline) in [(1, later), (2, nodes.now), (3, later)] {
        let request = retrieval(&number.to_string());
        let (now, id) = (nodes.now, outside(number));
        let restored = nodes.session.restore_request(now, id, request, deadline);
        restored.unwrap();
    }
    // It was over, and its time does not begin anew.
    let SessionEvent::Ended { id, outcome } = nodes.event() else {
        panic!("it has expired")
    };
    assert_eq!(
        (id, outcome),
        (outside(2), Outcome::Expired(Delivery::Never))
    );
    assert_eq!(steps(&mut nodes.session), [(2, End)]);
    nodes.reconnect(Subprotocol::JSON);
    let taken = steps(&mut nodes.session);
    assert_eq!(taken, [(9, Take), (1, Take), (3, Take)]);
    for (number, _) in taken {
        nodes.session.handle_taken(nodes.now, outside(number));
    }
    assert_eq!(nodes.received_identifiers(), ["9", "1", "3"]);

    let mut nodes = durable(strict());
    let rqet = AbsoluteOrRelative::Relative(3_000_000);
    let request = retrieval("1").expires(rqet);
    let restored = nodes
        .session
        .restore_request(nodes.now, outside(1), request, later);
    restored.unwrap();
    assert_eq!(nodes.session.deadline_of(outside(1)), Some(later));
}

/// The limits hold for what comes out of the store, too.
#[test]
fn limits_on_what_is_restored() {
    let mut nodes = durable(SessionConfig {
        max_requests: 2,
        max_waiting_len: 700,
        ..strict()
    });
    let later = nodes.now.saturating_add(Duration::from_secs(100));
    let mut restore = |number, rqi: &str| {
        let (now, id, request) = (nodes.now, outside(number), retrieval(rqi));
        nodes.session.restore_request(now, id, request, later)
    };
    assert_eq!(restore(1, "1"), Ok(()));
    assert_eq!(restore(2, "1"), Err(RequestError::Duplicate));
    assert_eq!(restore(3, "3"), Ok(()));
    assert_eq!(restore(4, "4"), Err(RequestError::TooMany));
    assert_eq!(
        (nodes.session.outstanding(), nodes.session.waiting_len()),
        (2, 538)
    );

    // Bytes that came back to wait with a lost connection may be more than may wait: they were stored, and are not lost.
    let mut nodes = durable(SessionConfig {
        max_waiting_len: 500,
        ..strict()
    });
    let mut restore = |number: u64| {
        let (now, id, request) = (nodes.now, outside(number), retrieval(&number.to_string()));
        nodes.session.restore_request(now, id, request, later)
    };
    assert_eq!(restore(1), Ok(()));
    assert_eq!(restore(2), Ok(()));
    let more = nodes.session.request(nodes.now, retrieval("more"));
    assert_eq!(more, Err(RequestError::TooLong));
    nodes.session.end(nodes.now);
    let (now, id) = (nodes.now, outside(3));
    let restored = nodes
        .session
        .restore_request(now, id, retrieval("3"), later);
    assert_eq!(restored, Err(RequestError::Ending));
}
