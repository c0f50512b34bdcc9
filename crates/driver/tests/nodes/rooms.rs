//! Room that all nodes share, and room that one has: it is taken once, given back once, and whoever waits for it is told.

use core::future::{Future, poll_fn, ready};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::binding::{
    Delivery, Outcome, RegistrarConfig, RequestError, RequestOptions, SessionConfig,
};
use onem2m_ws_driver::{IncomingRequest, RequestFailure};

use crate::node::{Answered, QUIET, Registrar, Registree, cse, registrar_config, respond};
use crate::peer::{Peer, answer, notification, registration, retrieval};

/// Handlers that answer, and end when they are let.
#[derive(Clone, Default)]
struct Gate(Arc<Mutex<Passing>>);

#[derive(Default)]
struct Passing {
    running: usize,
    ended: usize,
    may_end: usize,
    wakers: Vec<Waker>,
}

impl Gate {
    /// Lets `count` more handlers end.
    fn let_through(&self, count: usize) {
        let mut passing = self.0.lock().unwrap();
        passing.may_end += count;
        let wakers = core::mem::take(&mut passing.wakers);
        drop(passing);
        wakers.into_iter().for_each(Waker::wake);
    }

    fn running(&self) -> usize {
        self.0.lock().unwrap().running
    }

    fn poll(&self, cx: &Context<'_>) -> Poll<()> {
        let mut passing = self.0.lock().unwrap();
        if passing.may_end == 0 {
            passing.wakers.push(cx.waker().clone());
            return Poll::Pending;
        }
        passing.may_end -= 1;
        passing.ended += 1;
        passing.running -= 1;
        Poll::Ready(())
    }

    async fn handle(self, incoming: IncomingRequest) {
        self.0.lock().unwrap().running += 1;
        cse(incoming).await;
        poll_fn(|cx| self.poll(cx)).await;
    }
}

/// Nodes that ask for more than there is room for: as many handlers run as may, never more, and each that ends makes room for one
/// that waits, whosever it is.
fn handlers_fill_their_room(limit: usize, nodes: usize, change: impl Fn(&mut RegistrarConfig)) {
    const REQUESTS: usize = 5;
    let mut node = Registrar::new(registrar_config(change), QUIET);
    let gate = Gate::default();
    gate.let_through(nodes);
    let mut peers: Vec<Peer> = (0..nodes)
        .map(|number| {
            let (line, gate) = (node.tasks.world.calm(), gate.clone());
            let handler = move |incoming| gate.clone().handle(incoming);
            node.register(line, &format!("C{number}"), handler)
        })
        .collect();
    for (number, peer) in peers.iter().enumerate() {
        for request in 0..REQUESTS {
            let name = format!("C{number}");
            peer.send(retrieval(&name, "cse-in", format!("r{number}-{request}")));
        }
    }
    node.tasks.rest();
    for left in (1..=nodes * REQUESTS).rev() {
        assert_eq!(gate.running(), limit.min(left), "{left} are left");
        gate.let_through(1);
        node.tasks.rest();
    }
    assert_eq!(gate.running(), 0);
    for peer in &mut peers {
        assert_eq!(peer.responses().len(), REQUESTS);
    }
}

#[test]
fn n_36_handlers_of_one_node_fill_their_room() {
    for limit in 1..4 {
        handlers_fill_their_room(limit, 1, |config| config.max_handlers_per_node = limit);
    }
}

#[test]
fn n_36_handlers_of_all_nodes_fill_their_room() {
    for limit in 1..4 {
        for nodes in 1..4 {
            handlers_fill_their_room(limit, nodes, |config| config.max_handlers = limit);
        }
    }
}

/// A handler that runs for a connection which had to go takes room of the node, and gives it to the connection that came instead.
#[test]
fn n_36_a_handler_of_a_former_connection_makes_room() {
    let config = registrar_config(|config| config.max_handlers_per_node = 1);
    let mut node = Registrar::new(config, QUIET);
    let gate = Gate::default();
    gate.let_through(1);
    let handler = || {
        let gate = gate.clone();
        move |incoming| gate.clone().handle(incoming)
    };
    let line = node.tasks.world.calm();
    let former = node.register(line, "Cone", handler());
    former.send(retrieval("Cone", "cse-in", "r1"));
    node.tasks.rest();
    let line = node.tasks.world.calm();
    let mut next = node.connect(line, "Cone", handler());
    next.send(retrieval("Cone", "cse-in", "r2"));
    node.tasks.rest();
    let answered = |peer: &mut Peer| peer.responses().len();
    // The answer to what the former connection brought goes over the new one at the latest.
    answered(&mut next);
    assert_eq!(gate.running(), 1);
    gate.let_through(1);
    node.tasks.rest();
    assert_eq!(gate.running(), 1, "the next one runs");
    assert_eq!(answered(&mut next), 1);
}

/// A node that nothing else holds is forgotten when the last of its handlers has ended, long behind its connection.
#[test]
fn n_38_a_node_is_forgotten_behind_its_last_handler() {
    let mut node = Registrar::plain();
    let (gate, line) = (Gate::default(), node.tasks.world.calm());
    let own = gate.clone();
    gate.let_through(1);
    let peer = node.register(line, "Cone", move |incoming| own.clone().handle(incoming));
    peer.send(retrieval("Cone", "cse-in", "r1"));
    peer.send(retrieval("Cone", "cse-in", "r2"));
    node.tasks.rest();
    assert_eq!(gate.running(), 2);
    node.handle.deregister("Cone");
    peer.line.end();
    node.tasks.pass(Duration::from_secs(7_200));
    assert_eq!(node.handle.node_count(), 1, "handlers know it");
    gate.let_through(1);
    node.tasks.rest();
    assert_eq!(node.handle.node_count(), 1);
    gate.let_through(1);
    node.tasks.rest();
    assert_eq!(node.handle.node_count(), 0);
}

/// Nodes that ask to be registered while there is room for one of them: when the answers are given no more than one is.
#[test]
fn n_38_nodes_are_limited_when_answers_are_given() {
    let config = registrar_config(|config| config.max_nodes = 1);
    let mut node = Registrar::new(config, QUIET);
    let kept = Arc::new(Mutex::new(Vec::new()));
    let peers: Vec<Peer> = ["Cone", "Ctwo", "Cthree"]
        .into_iter()
        .map(|name| {
            let (line, kept) = (node.tasks.world.calm(), Arc::clone(&kept));
            let handler = move |incoming| {
                kept.lock().unwrap().push(incoming);
                ready(())
            };
            // Nobody knows who they are before.
            let peer = node.connect(line, "", handler);
            peer.send(registration(name));
            node.tasks.rest();
            peer
        })
        .collect();
    let asked: Vec<IncomingRequest> = kept.lock().unwrap().drain(..).collect();
    assert_eq!(asked.len(), peers.len(), "there was room when they asked");
    for incoming in asked {
        let response = answer(&incoming.request);
        respond(incoming, response);
        node.tasks.rest();
    }
    let registered = ["Cone", "Ctwo", "Cthree"].map(|name| node.handle.is_registered(name));
    assert_eq!(registered, [true, false, false]);
}

/// A request whose future is dropped before anybody has looked at it gives its room back at once, and is never sent.
#[test]
fn a_request_that_is_given_up_in_the_line_gives_its_room_back() {
    let config = registrar_config(|config| config.session.max_requests = 1);
    let mut node = Registrar::new(config, QUIET);
    let mut peer = node.register_calm("Cone");
    let mut cx = Context::from_waker(Waker::noop());
    for number in 0..10 {
        // The task of the connection is not polled meanwhile.
        let request = notification("Cone", format!("given-up-{number}"), 1);
        let mut asking = Box::pin(node.handle.request("Cone", request));
        assert!(asking.as_mut().poll(&mut cx).is_pending());
        drop(asking);
        let request = notification("Cone", format!("n{number}"), 1);
        assert!(node.handle.post("Cone", request).is_ok(), "there is room");
        node.tasks.rest();
        let requests = peer.requests();
        let names = requests
            .iter()
            .map(|request| request.request_identifier.to_string());
        assert_eq!(names.collect::<Vec<_>>(), [format!("n{number}")]);
        requests
            .iter()
            .for_each(|request| peer.send(answer(request)));
        node.tasks.rest();
    }
}

/// Posts notifications of `len` bytes to two entities in turn until one is refused; how many were taken, and why no more.
fn post_until_refused(node: &Registrar, len: usize, round: usize) -> (usize, RequestFailure) {
    for number in 0.. {
        let name = if number % 2 == 0 { "Cone" } else { "Ctwo" };
        let request = notification(name, format!("n{round}-{number}"), len);
        if let Err(failure) = node.handle.post(name, request) {
            return (number, failure);
        }
    }
    unreachable!("there is a limit")
}

type Change = fn(&mut RegistrarConfig);

/// Requests that were posted to all nodes together have a limit in number and one in bytes: what is refused takes no room, for
/// whatever reason, and what has ended gives it back.
#[test]
fn n_58_posted_requests_of_all_nodes_are_bounded() {
    let number = |config: &mut RegistrarConfig| config.max_posted = 6;
    let bytes = |config: &mut RegistrarConfig| config.max_posted_len = 4_500;
    // The limit in number is that of the bytes, so that what is too long would use up the other.
    let both = |config: &mut RegistrarConfig| {
        (config.max_posted, config.max_posted_len) = (6, 4_500);
    };
    let rows: [(Change, usize, RequestError); 3] = [
        (number, 6, RequestError::TooMany),
        (bytes, 3, RequestError::TooLong),
        (both, 3, RequestError::TooLong),
    ];
    for (change, most, error) in rows {
        let mut node = Registrar::new(registrar_config(change), QUIET);
        for name in ["Cone", "Ctwo"] {
            node.handle.restore(name).unwrap();
        }
        for round in 0..5 {
            for _ in 0..10 {
                let request = notification("Cnobody", "n", 1_000);
                let posted = node.handle.post("Cnobody", request);
                assert_eq!(posted, Err(RequestFailure::NotRegistered));
            }
            let refused = RequestFailure::NotTaken(error);
            assert_eq!(
                post_until_refused(&node, 1_000, round),
                (most, refused.clone())
            );
            for again in 0..10 {
                let posted = post_until_refused(&node, 1_000, 100 + again);
                assert_eq!(posted, (0, refused.clone()));
            }
            let mut answered = 0;
            for name in ["Cone", "Ctwo"] {
                let mut peer = node.connect_calm(name);
                node.tasks.rest();
                answered += peer.answer_all();
                node.tasks.rest();
                peer.line.end();
            }
            node.tasks.pass(Duration::from_secs(10));
            assert_eq!(answered, most);
        }
    }
}

/// Requests to a registree, all made before its task is polled, wait for room in their turn, and none is refused for lack of it.
#[test]
fn n_48_requests_to_a_registree_wait_for_room() {
    const REQUESTS: usize = 5;
    for limit in 1..=REQUESTS {
        let mut node = Registree::new(|config| config.session.max_requests = limit, QUIET);
        let mut peer = node.connect_calm();
        let asking: Vec<_> = (0..REQUESTS)
            .map(|number| node.ask(retrieval("Cthermo", "cse-in", format!("r{number}"))))
            .collect();
        let mut left = REQUESTS;
        while left > 0 {
            node.tasks.rest();
            let answered = peer.answer_all();
            assert_eq!(answered, limit.min(left));
            left -= answered;
        }
        node.tasks.rest();
        for asking in asking {
            assert!(matches!(asking.take(), Some(Ok(_))), "{limit} at a time");
        }
    }
}

/// Room for one request, which waits for its receiver for an hour.
fn crowd(config: &mut SessionConfig) {
    (config.max_requests, config.delivery_timeout) = (1, Duration::from_secs(3_600));
}

/// Options of a request that has to leave within 10 seconds.
fn soon() -> RequestOptions {
    RequestOptions {
        delivery_timeout: Some(Duration::from_secs(10)),
        ..RequestOptions::default()
    }
}

fn has_expired(answered: Option<Answered>) -> bool {
    let outcome = Outcome::Expired(Delivery::Never);
    answered == Some(Err(RequestFailure::Ended(Box::new(outcome))))
}

/// The time that a request has until it is sent counts from the call on: while the request waits for room, and when it has found
/// some.
#[test]
fn the_time_of_a_request_counts_while_it_waits_for_room() {
    for room_after in [None, Some(6)] {
        let mut node = Registrar::new(registrar_config(|config| crowd(&mut config.session)), QUIET);
        node.handle.restore("Cone").unwrap();
        let first = node.ask("Cone", notification("Cone", "first", 1));
        node.tasks.rest();
        let handle = node.handle.clone();
        let request = notification("Cone", "second", 1);
        let second = async move { handle.request_with("Cone", request, soon()).await };
        let second = node.tasks.spawn(second);
        node.tasks
            .pass(Duration::from_secs(room_after.unwrap_or(6)));
        if room_after.is_some() {
            node.tasks.abort(&first);
        }
        node.tasks.pass(Duration::from_millis(3_900));
        assert_eq!(second.take(), None, "{room_after:?}");
        node.tasks.pass(Duration::from_millis(200));
        assert!(has_expired(second.take()), "{room_after:?}");
        assert_eq!(node.handle.counters().get("expired_unsent"), 1);
        // Whoever waits next is let in.
        node.tasks.abort(&first);
        let mut peer = node.connect_calm("Cone");
        let third = node.ask("Cone", notification("Cone", "third", 1));
        node.tasks.rest();
        assert_eq!(peer.answer_all(), 1);
        node.tasks.rest();
        assert!(matches!(third.take(), Some(Ok(_))), "{room_after:?}");
    }
}

/// As for a registrar.
#[test]
fn the_time_of_a_request_to_a_registree_counts_while_it_waits_for_room() {
    for room_after in [None, Some(6)] {
        let mut node = Registree::new(|config| crowd(&mut config.session), QUIET);
        let first = node.ask(retrieval("Cthermo", "cse-in", "first"));
        // Nothing is connected: it waits.
        for _ in 0..100 {
            node.fail_to_dial(ErrorKind::ConnectionRefused);
        }
        node.tasks.rest();
        let handle = node.handle.clone();
        let request = retrieval("Cthermo", "cse-in", "second");
        let second = async move { handle.request_with(request, soon()).await };
        let second = node.tasks.spawn(second);
        node.tasks
            .pass(Duration::from_secs(room_after.unwrap_or(6)));
        if room_after.is_some() {
            node.tasks.abort(&first);
        }
        node.tasks.pass(Duration::from_millis(3_900));
        assert_eq!(second.take(), None, "{room_after:?}");
        node.tasks.pass(Duration::from_millis(200));
        assert!(has_expired(second.take()), "{room_after:?}");
        assert_eq!(node.handle.counters().get("ended"), 1);
        assert_eq!(first.take(), None, "{room_after:?}");
    }
}

/// A request whose time is over when there is room is not sent, however late its future looks.
#[test]
fn a_request_whose_time_is_over_in_front_of_a_room_is_never_sent() {
    let mut node = Registrar::new(registrar_config(|config| crowd(&mut config.session)), QUIET);
    let mut peer = node.register_calm("Cone");
    node.ask("Cone", notification("Cone", "first", 1));
    node.tasks.rest();
    let handle = node.handle.clone();
    let mut asking =
        Box::pin(handle.request_with("Cone", notification("Cone", "second", 1), soon()));
    let mut cx = Context::from_waker(Waker::noop());
    assert!(asking.as_mut().poll(&mut cx).is_pending());
    assert_eq!(peer.answer_all(), 1);
    node.tasks.rest();
    node.tasks.world.skip(Duration::from_secs(15));
    let Poll::Ready(answered) = asking.as_mut().poll(&mut cx) else {
        panic!("its time is over");
    };
    assert!(has_expired(Some(answered)));
    node.tasks.rest();
    assert!(peer.requests().is_empty());
}
