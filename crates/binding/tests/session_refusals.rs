//! What a session is asked and cannot do, and what a peer does not take: somebody is told, and nothing waits for ever.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use core::time::Duration;

use onem2m_primitive::{
    Content, EncodeRule, RequestIdentifier, RequestPrimitive, ResponseTypeValue,
};
use onem2m_ws::{
    Delivery, OnLoss, Outcome, Pacing, Refusal, RequestId, RequestOptions, RespondError,
    SessionConfig, SessionEvent, Subprotocol,
};
use onem2m_ws_core::{Buf, CloseCode, CloseFrame, Closed, ControlError};

use common::{Nodes, OK, incoming, of_type, outcomes, response, retrieval, strict};

/// N-17: a Close frame that cannot be sent is refused at once, and changes nothing; at the limit and past it.
#[test]
fn n_17_a_close_frame_that_cannot_be_sent() {
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    let long = "é".repeat(62);
    let refused = nodes
        .session
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, &long));
    assert_eq!(refused, Err(ControlError::TooLong));
    assert!(nodes.session.is_up());
    nodes.request("b");
    assert_eq!(nodes.received_identifiers(), ["a", "b"]);
    nodes.deliver_primitive(response("a", OK));
    nodes.deliver_primitive(response("b", OK));
    nodes.events();
    let reason = "x".repeat(123);
    let closed = nodes
        .session
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, &reason));
    assert_eq!(closed, Ok(()));
    nodes.received();
    let Some(Closed::Clean(Some(frame))) = &nodes.peer.closed else {
        panic!("{:?}", nodes.peer.closed)
    };
    assert_eq!(frame.reason, reason);

    // Without a connection, too: it is the caller's error.
    nodes.lose();
    let refused = nodes
        .session
        .disconnect(nodes.now, CloseFrame::new(CloseCode::NORMAL, &long));
    assert_eq!(refused, Err(ControlError::TooLong));
}

fn paced() -> Nodes {
    Nodes::new(SessionConfig {
        pacing: Some(Pacing::ONE_AT_A_TIME),
        ..strict()
    })
}

/// N-26: nothing follows right behind a request, for the peer that needs a pause loses the request then.
#[test]
fn n_26_the_pause_holds_behind_a_request() {
    let mut nodes = paced();
    nodes.deliver_primitive(retrieval("notification"));
    let id = incoming(&mut nodes);
    nodes.request("a");
    let answered = nodes.session.respond(nodes.now, id, response("any", OK));
    answered.unwrap();
    assert_eq!(nodes.received_identifiers(), ["a"]);
    nodes.wait(Duration::from_millis(49));
    assert!(nodes.received().is_empty());
    let until = nodes.now.saturating_add(Duration::from_millis(1));
    assert_eq!(nodes.session.poll_timeout(), Some(until));
    nodes.wait(Duration::from_millis(1));
    assert_eq!(nodes.received_identifiers(), ["notification"]);

    // A response to it says that the peer is done with it.
    let mut nodes = paced();
    nodes.request("a");
    nodes.request("b");
    assert_eq!(nodes.received_identifiers(), ["a"]);
    nodes.deliver_primitive(response("a", OK));
    nodes.events();
    assert_eq!(nodes.received_identifiers(), ["b"]);
}

/// N-26: behind one that wants no response as well, and a peer that reads slowly has its pause from when it has read.
#[test]
fn n_26_the_pause_begins_when_a_message_was_written() {
    let mut nodes = paced();
    let request = of_type("a", ResponseTypeValue::NO_RESPONSE);
    nodes.session.request(nodes.now, request).unwrap();
    nodes.request("b");
    nodes.wait(Duration::from_secs(5));
    assert_eq!(nodes.received_identifiers(), ["a"]);
    nodes.wait(Duration::from_millis(49));
    assert!(nodes.received().is_empty());
    nodes.wait(Duration::from_millis(1));
    assert_eq!(nodes.received_identifiers(), ["b"]);
}

/// N-26: a new connection begins without a pause.
#[test]
fn n_26_a_pause_ends_with_its_connection() {
    let mut nodes = paced();
    nodes.request("a");
    nodes.request("b");
    assert_eq!(nodes.received_identifiers(), ["a"]);
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received_identifiers(), ["b"]);
}

fn of_length(rqi: &str, len: usize) -> RequestPrimitive<'static> {
    let text = format!(r#"{{"m2m:cin":{{"con":"{}"}}}}"#, "x".repeat(len));
    retrieval(rqi).content(Content::json_text(text).unwrap())
}

/// The peer closes with 1009, and its transport goes; which requests ended as too long for it.
fn too_long_for_peer(nodes: &mut Nodes) -> Vec<RequestId> {
    nodes.peer_closes(CloseFrame::new(CloseCode::MESSAGE_TOO_BIG, ""));
    let refused = |event: &SessionEvent<'_>| {
        if let SessionEvent::Ended { id, outcome } = event {
            let is_refused = matches!(outcome, Outcome::Refused(Refusal::TooLongForPeer { .. }));
            return is_refused.then_some(*id);
        }
        None
    };
    let events = nodes.events();
    assert!(matches!(events.last(), Some(SessionEvent::Disconnected(_))));
    events.iter().filter_map(refused).collect()
}

/// N-29: the longest request was not carried out, and ends at once; nothing is known of the others.
#[test]
fn n_29_the_peer_closes_with_1009_behind_a_request() {
    let mut nodes = Nodes::new(strict());
    let mut ask = |rqi: &str, len: usize| {
        let request = of_length(rqi, len);
        nodes.session.request(nodes.now, request).unwrap()
    };
    let (short, long, behind) = (ask("short", 10), ask("long", 10_000), ask("behind", 5000));
    nodes.received();
    assert_eq!(too_long_for_peer(&mut nodes), [long]);
    nodes.lose();
    nodes.reconnect(Subprotocol::JSON);
    assert!(nodes.received().is_empty(), "nothing is sent twice");
    for id in [short, behind] {
        let delivery = nodes.session.cancel(nodes.now, id);
        assert_eq!(delivery, Some(Delivery::Unknown));
    }
    // Its identifier is not used again at once, and a response to it is late.
    assert!(nodes.session.request(nodes.now, retrieval("long")).is_err());
}

/// N-29: where something else may be what was refused, or was accepted, nothing is known of any request.
#[test]
fn n_29_it_need_not_be_a_request() {
    // As long a request was answered.
    let mut nodes = Nodes::new(strict());
    let request = of_length("long", 10_000);
    nodes.session.request(nodes.now, request).unwrap();
    nodes.received();
    nodes.deliver_primitive(response("long", OK));
    nodes.events();
    let request = of_length("same", 10_000);
    nodes.session.request(nodes.now, request).unwrap();
    nodes.received();
    assert_eq!(too_long_for_peer(&mut nodes), []);

    // It may be the response, written or being written.
    for written in [1, usize::MAX] {
        let mut nodes = Nodes::new(strict());
        nodes.request("short");
        nodes.received();
        nodes.deliver_primitive(retrieval("theirs"));
        let id = incoming(&mut nodes);
        let content = of_length("any", 10_000).content.unwrap();
        let long = response("any", OK).content(content);
        nodes.session.respond(nodes.now, id, long).unwrap();
        let outbox = nodes.session.outbox(nodes.now).unwrap();
        let count = outbox.remaining().min(written);
        nodes.peer.take_some(nodes.now, outbox, count);
        assert_eq!(too_long_for_peer(&mut nodes), []);
    }

    // Or a request that wants no response, and was ended by its writing.
    let mut nodes = Nodes::new(strict());
    let mut request = of_type("silent", ResponseTypeValue::NO_RESPONSE);
    request.content = of_length("any", 10_000).content;
    nodes.session.request(nodes.now, request).unwrap();
    nodes.request("short");
    nodes.received();
    assert_eq!(outcomes(&mut nodes), [(0, Outcome::Written)]);
    assert_eq!(too_long_for_peer(&mut nodes), []);

    // Another status code says nothing about the length.
    let mut nodes = Nodes::new(strict());
    nodes.request("a");
    nodes.received();
    nodes.peer_closes(CloseFrame::new(CloseCode::POLICY_VIOLATION, ""));
    assert!(matches!(nodes.event(), SessionEvent::Disconnected(_)));
}

/// N-29: a request of which no byte has left is not what the peer refused: it waits for the next connection.
#[test]
fn n_29_what_has_not_left_waits() {
    let mut nodes = Nodes::new(strict());
    let short = nodes.request("short");
    nodes.received();
    let request = of_length("long", 10_000);
    nodes.session.request(nodes.now, request).unwrap();
    assert_eq!(too_long_for_peer(&mut nodes), [short]);
    nodes.lose();
    nodes.reconnect(Subprotocol::JSON);
    assert_eq!(nodes.received_identifiers(), ["long"]);
}

/// N-30: what a lost connection costs is the request's choice, whatever the configuration says.
#[test]
fn n_30_what_a_lost_connection_costs() {
    for (configured, chosen, is_lost) in [
        (OnLoss::Wait, None, false),
        (OnLoss::Fail, None, true),
        (OnLoss::Wait, Some(OnLoss::Fail), true),
        (OnLoss::Fail, Some(OnLoss::Wait), false),
    ] {
        let mut nodes = Nodes::new(SessionConfig {
            on_loss: configured,
            ..strict()
        });
        let options = RequestOptions {
            on_loss: chosen,
            response_timeout: Some(Duration::from_secs(3)),
            ..RequestOptions::default()
        };
        let asked = nodes
            .session
            .request_with(nodes.now, retrieval("a"), options);
        asked.unwrap();
        nodes.received();
        nodes.lose();
        let lost = [(0, Outcome::Lost)];
        let ended = outcomes(&mut nodes);
        assert_eq!(ended == lost, is_lost, "{configured:?} {chosen:?}");
        nodes.wait(Duration::from_secs(3));
        let expired = [(0, Outcome::Expired(Delivery::Unknown))];
        let ended = outcomes(&mut nodes);
        assert_eq!(ended == expired, !is_lost, "{configured:?} {chosen:?}");
    }
}

/// An answer that comes too late, or twice, is told.
#[test]
fn late_answers() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a"));
    let id = incoming(&mut nodes);
    for is_first in [true, false] {
        let answered = nodes.session.respond(nodes.now, id, response("a", OK));
        assert_eq!(answered.is_ok(), is_first);
    }
    assert_eq!(nodes.event(), SessionEvent::LateAnswer { id });
    assert_eq!(nodes.received_statuses(), [("a".into(), 2000)]);
}

/// An answer that was made for another connection, and this one cannot carry: the peer and the application are told.
#[test]
fn an_answer_that_the_next_connection_cannot_carry() {
    let mut nodes = Nodes::new(strict());
    nodes.deliver_primitive(retrieval("a"));
    let id = incoming(&mut nodes);
    let content = Content::json_text(r#"{"m2m:cin":{"con":{"unknown":[[]]}}}"#).unwrap();
    let answer = response("a", OK).content(content);
    nodes.session.respond(nodes.now, id, answer).unwrap();
    nodes.lose();
    nodes.events();
    nodes.reconnect(Subprotocol::XML);
    assert_eq!(nodes.received_statuses(), [("a".into(), 5000)]);
    let SessionEvent::NotAnswered { id: told, error } = nodes.event() else {
        panic!("the application is told")
    };
    assert_eq!(told, id);
    assert!(matches!(error, RespondError::Refused(Refusal::Encode(_))));
}

/// N-18: a primitive that nobody gave an identifier cannot be encoded.
#[test]
fn n_18_an_unassigned_identifier_is_not_encoded() {
    let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
    for subprotocol in Subprotocol::ALL {
        let config = onem2m_primitive::CodecConfig::default();
        let encoded = onem2m_ws::to_message(&request.clone().into(), subprotocol, &config);
        let rule = encoded.map_err(|error| error.rule);
        assert_eq!(rule, Err(EncodeRule::RequestIdentifier));
    }
}

/// N-01: a peer whose input is not read cannot be found silent.
#[test]
fn n_01_silence_while_nobody_reads() {
    use onem2m_ws_core::{Config, Connection, Role, Seed};
    for reads in [true, false] {
        let mut nodes = Nodes::new(strict());
        let config = Config {
            ping_interval: Some(Duration::from_secs(10)),
            ..Config::default()
        };
        let connection = Connection::new(Role::Client, config, Seed([7; 32]), nodes.now);
        let former = nodes
            .session
            .connected(nodes.now, connection, Subprotocol::JSON);
        drop(former);
        for _ in 0..100 {
            nodes.received();
            nodes.wait(Duration::from_secs(1));
            if !reads {
                nodes.session.handle_unread(nodes.now);
            }
        }
        assert_eq!(nodes.session.is_up(), !reads);
    }
}
