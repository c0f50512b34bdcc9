//! What happens in a node can be seen, and what is handed over without a future is bounded.

use core::future::{Future, ready};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::sync::Arc;

use onem2m_ws_driver::binding::{RegistrarEvent, RegistreeState, RequestError};
use onem2m_ws_driver::core::Rejection;
use onem2m_ws_driver::{
    Events, Handler, Handshake, IncomingRequest, Observed, RegistrarActivity, RegistreeActivity,
    RequestFailure,
};

use crate::node::{QUIET, Registrar, Registree, cse, registrar_config};
use crate::peer::{Peer, notification, registration, retrieval};

fn told<E>(events: &mut Events<E>) -> Vec<Arc<E>> {
    let cx = Context::from_waker(Waker::noop());
    let mut told = Vec::new();
    while let Poll::Ready(Some(observed)) = events.poll_next(&cx) {
        match observed {
            Observed::Event(event) => told.push(event),
            Observed::Missed(count) => panic!("{count} were missed"),
        }
    }
    told
}

fn ended<E>(events: &mut Events<E>) -> bool {
    let cx = Context::from_waker(Waker::noop());
    matches!(events.poll_next(&cx), Poll::Ready(None))
}

/// A name for each event, for comparison.
fn names(events: &mut Events<RegistrarActivity>) -> Vec<String> {
    let name = |event: &RegistrarActivity| {
        let text = if let RegistrarActivity::Node { event, .. } = event {
            format!("{event:?}")
        } else {
            format!("{event:?}")
        };
        text.split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    told(events).iter().map(|event| name(event)).collect()
}

/// Who comes, registers, and goes.
#[test]
fn s_07_who_comes_and_goes_is_told() {
    let mut node = Registrar::plain();
    let mut events = node.handle.events();
    let mut peer = node.register_calm("Cone");
    assert_eq!(names(&mut events), ["Connected", "Present", "Registered"]);
    let second = node.connect_calm("Cone");
    assert_eq!(names(&mut events), ["Connected", "Superseded", "Present"]);
    peer.line.end();
    second.line.end();
    node.tasks.pass(Duration::from_secs(10));
    peer.frames();
    assert_eq!(names(&mut events), ["Disconnected", "Absent"]);
    node.handle.deregister("Cone");
    node.tasks.rest();
    assert_eq!(names(&mut events), ["Deregistered"]);
    for (name, count) in [("connected", 2), ("superseded", 1), ("absent", 1)] {
        assert_eq!(node.handle.counters().get(name), count, "{name}");
    }
}

/// What peers do wrong, with the offending bytes cut to a length.
#[test]
fn n_11_what_peers_do_wrong_is_told() {
    let mut node = Registrar::plain();
    let mut peer = node.register_calm("Cone");
    let mut events = node.handle.events();
    peer.send(retrieval("Cother", "cse-in", "r1"));
    peer.send_frame(crate::peer::text("{"));
    let line = node.tasks.world.calm();
    node.serve(&line, cse);
    let mut refused = Peer::client_with(line, "Sec-WebSocket-Protocol: chat\r\n");
    node.tasks.rest();
    assert!(refused.head().starts_with("HTTP/1.1 400 "));
    assert_eq!(peer.responses().len(), 1, "4106");
    let told = names(&mut events);
    // In the order in which the tasks were polled.
    let mut told = told;
    told.sort();
    assert_eq!(told, ["Dropped", "HandshakeRefused", "Rejected"]);
    for name in ["rejected", "dropped", "handshakes_refused"] {
        assert_eq!(node.handle.counters().get(name), 1, "{name}");
    }
}

/// Whoever does not keep up loses the oldest events, and is told how many.
#[test]
fn n_11_a_slow_observer_is_told_what_it_missed() {
    let config = registrar_config(|config| config.max_unread_events = 4);
    let mut node = Registrar::new(config, QUIET);
    let mut events = node.handle.events();
    for number in 0..10 {
        node.handle.restore(&format!("C{number}")).unwrap();
    }
    node.tasks.rest();
    let cx = Context::from_waker(Waker::noop());
    let Poll::Ready(Some(Observed::Missed(missed))) = events.poll_next(&cx) else {
        panic!("more than four happened")
    };
    assert_eq!(missed + 4, 10);
    assert_eq!(told(&mut events).len(), 4);
}

/// The events end with their node, behind the last of them, and whoever waits is woken.
#[test]
fn n_11_events_end_with_their_node() {
    // With the handle, once it was shut down and the last connection is gone.
    let mut node = Registrar::plain();
    let mut events = node.handle.events();
    let peer = node.register_calm("Cone");
    let handle = node.handle.clone();
    let shutdown = node
        .tasks
        .spawn(async move { handle.shutdown(Duration::from_secs(1)).await });
    node.tasks.rest();
    assert_eq!(names(&mut events), ["Connected", "Present", "Registered"]);
    assert!(!ended(&mut events), "the connection is there");
    let mut late = node.handle.events();
    let waiting = node.tasks.spawn(async move { late.next().await });
    peer.line.end();
    node.tasks.pass(Duration::from_secs(10));
    assert!(shutdown.take().is_some());
    assert!(!names(&mut events).is_empty());
    assert!(ended(&mut events) && ended(&mut node.handle.events()));
    assert!(matches!(waiting.take(), Some(Some(_))), "the last event");
    // Without the handle: nobody can bring anything.
    let node = Registrar::plain();
    let mut events = node.handle.events();
    let Registrar {
        tasks,
        handle,
        task,
    } = node;
    let mut waiting = Box::pin(async move { events.next().await });
    let (waker, is_woken) = crate::tasks::waker();
    let mut cx = Context::from_waker(&waker);
    assert!(waiting.as_mut().poll(&mut cx).is_pending());
    drop((tasks, handle, task));
    assert!(is_woken());
    assert!(matches!(waiting.as_mut().poll(&mut cx), Poll::Ready(None)));
    // A registree ends with its task.
    let mut node = Registree::new(|_| {}, QUIET);
    let mut events = node.handle.events();
    node.tasks.rest();
    assert!(!told(&mut events).is_empty() && !ended(&mut events));
    node.handle.end();
    node.tasks.rest();
    let last = told(&mut events);
    assert!(
        matches!(
            last.last().map(|event| &**event),
            Some(RegistreeActivity::State(RegistreeState::Ended))
        ),
        "{last:?}"
    );
    assert!(ended(&mut events) && ended(&mut node.handle.events()));
}

/// A notification that is handed over keeps no future, is refused at once where there is no room, and its outcome is an event.
#[test]
fn n_58_notifications_that_are_handed_over_are_bounded() {
    const ROOM: usize = 16;
    let config = registrar_config(|config| config.session.max_requests = ROOM);
    let mut node = Registrar::new(config, QUIET);
    let mut peer = node.register_calm("Cone");
    peer.line.end();
    node.tasks.pass(Duration::from_secs(10));
    let mut events = node.handle.events();
    for round in 0..10 {
        let post = |number| {
            let request = notification("Cone", format!("n{round}-{number}"), 10);
            node.handle.post("Cone", request)
        };
        let posted = (0..3 * ROOM).map(post).collect::<Vec<_>>();
        let taken = posted.iter().filter(|posted| posted.is_ok()).count();
        assert_eq!(taken, ROOM);
        let refused = Err(RequestFailure::NotTaken(RequestError::TooMany));
        assert!(
            posted
                .iter()
                .filter(|posted| posted.is_err())
                .all(|posted| *posted == refused)
        );
        peer = node.connect_calm("Cone");
        node.tasks.rest();
        assert_eq!(peer.answer_all(), ROOM);
        node.tasks.rest();
        peer.line.end();
        node.tasks.pass(Duration::from_secs(10));
        let told = told(&mut events);
        let outcomes = told
            .iter()
            .filter(|event| matches!(&***event, RegistrarActivity::Posted { answer: Ok(_), .. }));
        assert_eq!(outcomes.count(), ROOM);
    }
    assert_eq!(
        node.handle.post("Cnobody", notification("Cnobody", "n", 1)),
        Err(RequestFailure::NotRegistered)
    );
}

/// Admits those who bring the right `Authorization`.
struct Guarded;

impl Handler for Guarded {
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send {
        cse(request)
    }

    fn admit(
        &self,
        handshake: &Handshake<'_>,
    ) -> impl Future<Output = Result<(), Rejection>> + Send {
        let authorization = handshake.request.headers().get("Authorization");
        ready(match authorization {
            Some(b"Bearer good") => Ok(()),
            Some(_) => Err(Rejection::forbidden()),
            None => Err(Rejection::unauthorized()),
        })
    }
}

/// The application has a say before a connection is admitted, with all that the handshake had.
#[test]
fn s_09_the_application_may_refuse_a_handshake() {
    let rows = [
        ("", "HTTP/1.1 401 "),
        ("Authorization: Bearer bad\r\n", "HTTP/1.1 403 "),
        ("Authorization: Bearer good\r\n", "HTTP/1.1 101 "),
    ];
    let mut node = Registrar::plain();
    for (field, answer) in rows {
        let line = node.tasks.world.calm();
        node.serve(&line, Guarded);
        let fields = format!("Sec-WebSocket-Protocol: oneM2M.json\r\n{field}");
        let mut peer = Peer::client_with(line, &fields);
        node.tasks.rest();
        let head = peer.head();
        assert!(head.starts_with(answer), "{field}: {head}");
    }
    assert_eq!(node.handle.connection_count(), 1);
    assert_eq!(node.handle.counters().get("handshakes_refused"), 2);
}

/// An entity for which there is no room is refused, and the application can see it.
#[test]
fn s_07_an_entity_without_room_is_told() {
    let config = registrar_config(|config| config.max_entities_per_node = 1);
    let mut node = Registrar::new(config, QUIET);
    let mut peer = node.register_calm("Cone");
    let mut events = node.handle.events();
    peer.send(registration("Ctwo"));
    node.tasks.rest();
    let response = peer.responses().remove(0);
    assert!(!response.status.is_success());
    let told = told(&mut events);
    let is_rejected = |event: &RegistrarActivity| matches!(event, RegistrarActivity::Node { event: RegistrarEvent::Rejected { originator: Some(name), .. }, .. } if name == "Ctwo");
    assert!(told.iter().any(|event| is_rejected(event)), "{told:?}");
}

/// A peer that does not close in time is cut, and counted.
#[test]
fn n_12_what_does_not_close_in_time_is_cut() {
    let mut node = Registrar::plain();
    let mut polite = node.register_calm("Cone");
    let stubborn = node.register_calm("Ctwo");
    let handle = node.handle.clone();
    let ended = node
        .tasks
        .spawn(async move { handle.shutdown(Duration::from_secs(2)).await });
    node.tasks.rest();
    assert_eq!(polite.closes(), [1001]);
    polite.line.end();
    node.tasks.pass(Duration::from_secs(3));
    let report = ended.take().expect("the deadline has passed");
    assert_eq!((report.drained, report.cut), (1, 1));
    assert!(stubborn.line.is_dropped());
    let asked = node.ask("Cone", notification("Cone", "n", 1));
    node.tasks.rest();
    assert_eq!(asked.take(), Some(Err(RequestFailure::Gone)));
}
