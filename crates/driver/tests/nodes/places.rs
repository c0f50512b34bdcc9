//! Places that nodes and connections take up, and give back.

use core::future::poll_fn;
use core::task::Poll;
use core::time::Duration;
use std::sync::{Arc, Mutex, PoisonError};

use onem2m_ws_driver::core::Rejection;
use onem2m_ws_driver::{
    Accepted, Handler, Handshake, IncomingRequest, Observed, RegistrarActivity, ServeLimits, serve,
};

use crate::node::{Door, QUIET, Registrar, cse, registrar_config};
use crate::peer::{Peer, answer, notification, registration, retrieval};
use crate::world::{Line, Step};

/// A node that was made for a connection goes with it, even if nobody ever drove the connection.
#[test]
fn n_38_a_connection_that_nobody_drives_leaves_no_node() {
    let config = registrar_config(|config| config.max_nodes = 3);
    let mut node = Registrar::new(config, QUIET);
    for number in 0..10 {
        for name in [format!("C{number}"), String::new()] {
            let line = node.tasks.world.calm();
            let accepted = Accepted::plain(line.transport());
            drop(Peer::client(line, &name));
            let handle = node.handle.clone();
            let opening = async move { handle.open(accepted).await.unwrap().is_some() };
            assert_eq!(node.tasks.run(opening), Some(true), "{number} {name:?}");
            assert_eq!(node.handle.connection_count(), 0);
            assert_eq!(node.handle.node_count(), 0, "{number} {name:?}");
        }
    }
}

/// A name that a node does not go by any more leads nowhere: whoever comes with it is admitted.
#[test]
fn n_38_a_name_that_a_node_has_lost_is_free() {
    let mut node = Registrar::plain();
    let peer = node.register_calm("Cone");
    peer.send(registration("Ctwo"));
    node.tasks.rest();
    node.handle.deregister("Cone");
    peer.line.end();
    node.tasks.rest();
    let line = node.tasks.world.calm();
    node.serve_as(&line, &["Ctwo"], cse);
    let peer = Peer::client(line, "Ctwo");
    node.tasks.rest();
    assert_eq!(peer.status(), Some(101));
    node.handle.deregister("Ctwo");
    peer.line.end();
    node.tasks.rest();
    assert_eq!(node.handle.node_count(), 0);
    let peer = node.connect_calm("Cone");
    assert_eq!(node.handle.node_count(), 1);
    drop(peer);
}

/// What only TLS has proved is not handed to a claim that was judged before the proof.
#[test]
fn s_05_a_claim_that_was_judged_before_the_proof_gets_nothing() {
    let mut node = Registrar::plain();
    let line = node.tasks.world.calm();
    let accepted = Accepted::plain(line.transport());
    let mut claims = Peer::client(line, "Cone");
    let handle = node.handle.clone();
    let opening = async move { handle.open(accepted).await.unwrap() };
    let opened = node.tasks.run(opening).flatten().expect("it is admitted");
    let line = node.tasks.world.calm();
    node.serve_as(&line, &["Cone"], cse);
    let mut proved = Peer::client(line, "Cone");
    node.tasks.rest();
    proved.head();
    proved.send(registration("Cone"));
    node.tasks.rest();
    assert_eq!(proved.responses().len(), 1);
    node.tasks.spawn(async move { opened.drive(&cse).await });
    node.tasks.rest();
    claims.head();
    assert_eq!(claims.closes(), [1000]);
    assert!(node.handle.is_reachable("Cone"));
    node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    assert_eq!(claims.requests().len(), 0);
    assert_eq!(proved.requests().len(), 1);
}

/// Admits everybody, but only when it is let.
struct Slow(Arc<Mutex<bool>>);

impl Handler for Slow {
    async fn handle(&self, request: IncomingRequest) {
        cse(request).await;
    }

    async fn admit(&self, _: &Handshake<'_>) -> Result<(), Rejection> {
        poll_fn(|_| match *self.0.lock().unwrap() {
            true => Poll::Ready(Ok(())),
            false => Poll::Pending,
        })
        .await
    }
}

/// The limit of connections holds for those who were judged while there was room, and admitted later.
#[test]
fn n_55_connections_are_counted_when_they_are_admitted() {
    let config = registrar_config(|config| config.max_connections = 2);
    let mut node = Registrar::new(config, QUIET);
    let open = Arc::new(Mutex::new(false));
    let peers: Vec<_> = (0..6)
        .map(|number| {
            let line = node.tasks.world.calm();
            let serving = node.serve(&line, Slow(Arc::clone(&open)));
            (Peer::client(line, &format!("C{number}")), serving)
        })
        .collect();
    node.tasks.rest();
    *open.lock().unwrap() = true;
    // Whoever was asked to wait is polled again by the deadline of the handshake's head at the latest; here by its input.
    for (peer, _) in &peers {
        peer.line.feed(b"\x89\x80\0\0\0\0");
    }
    node.tasks.poll_all();
    node.tasks.rest();
    assert!(
        node.handle.connection_count() <= 2,
        "{}",
        node.handle.connection_count()
    );
    let admitted = peers.iter().filter(|(peer, _)| peer.status() == Some(101));
    assert_eq!(admitted.count(), 2);
}

/// A connection that was judged while there was room for its node, and finds none when it is admitted, counts for nothing.
#[test]
fn n_55_a_connection_without_room_for_its_node_does_not_count() {
    let config = registrar_config(|config| config.max_nodes = 1);
    let mut node = Registrar::new(config, QUIET);
    let open = Arc::new(Mutex::new(false));
    let peers: Vec<_> = (0..4)
        .map(|number| {
            let line = node.tasks.world.calm();
            node.serve(&line, Slow(Arc::clone(&open)));
            Peer::client(line, &format!("C{number}"))
        })
        .collect();
    node.tasks.rest();
    *open.lock().unwrap() = true;
    node.tasks.poll_all();
    node.tasks.rest();
    let with = |status| move |peer: &&Peer| peer.status() == Some(status);
    assert_eq!(peers.iter().filter(with(101)).count(), 1);
    assert_eq!(peers.iter().filter(with(503)).count(), 3);
    assert_eq!(node.handle.connection_count(), 1);
    peers.iter().for_each(|peer| peer.line.end());
    node.tasks.pass(Duration::from_secs(10));
    assert_eq!(node.handle.connection_count(), 0);
    assert_eq!(node.handle.node_count(), 0);
}

/// Panics when it is asked who may connect.
struct Panics;

impl Handler for Panics {
    async fn handle(&self, request: IncomingRequest) {
        cse(request).await;
    }

    async fn admit(&self, handshake: &Handshake<'_>) -> Result<(), Rejection> {
        let origin = handshake.request.headers().get("X-M2M-Origin");
        assert_ne!(origin, Some(&b"Cpanic"[..]), "nobody knows what to do");
        Ok(())
    }
}

/// A panic in the decision about a handshake harms that handshake only.
#[test]
fn n_10_a_panic_in_admission_harms_nobody_else() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let (mut listener, handle) = (door.clone(), node.handle.clone());
    let serving = node
        .tasks
        .spawn(async move { serve(&mut listener, &handle, &Panics, ServeLimits::default()).await });
    let mut knock = |name: &str| {
        let line = node.tasks.world.calm();
        let peer = Peer::client(line.clone(), name);
        door.knock(Ok(line));
        node.tasks.rest();
        peer
    };
    let mut before = knock("Cbefore");
    let panic = knock("Cpanic");
    let after = knock("Cafter");
    assert!(serving.take().is_none());
    assert_eq!(panic.status(), Some(500));
    assert_eq!(after.status(), Some(101));
    before.head();
    before.send(retrieval("Cbefore", "cse-in", "r1"));
    node.tasks.rest();
    assert_eq!(before.responses().len(), 1);
}

/// What an unknown node did before it proved to be a known one is not forgotten.
#[test]
fn n_11_what_an_unknown_node_did_is_told_when_it_is_known() {
    let mut node = Registrar::plain();
    node.handle.restore("Cone").unwrap();
    let mut events = node.handle.events();
    let mut peer = node.connect_calm("");
    peer.send(retrieval("Cnobody", "cse-in", "r1"));
    peer.send(retrieval("Cone", "cse-in", "r2"));
    node.tasks.rest();
    assert_eq!(peer.responses().len(), 2);
    assert_eq!(node.handle.counters().get("rejected"), 1);
    let mut rejected = 0;
    let cx = core::task::Context::from_waker(core::task::Waker::noop());
    while let Poll::Ready(Some(Observed::Event(event))) = events.poll_next(&cx) {
        rejected += usize::from(format!("{event:?}").contains("Rejected"));
        let _: &RegistrarActivity = &event;
    }
    assert_eq!(rejected, 1);
}

/// A node that comes back while something of its former life is under way is as good as new.
#[test]
fn n_50_a_node_that_was_given_up_and_comes_back_takes_requests() {
    let mut node = Registrar::plain();
    let peer = {
        let peer = node.register_calm("Cone");
        peer.send(retrieval("Cone", "silent", "r1"));
        node.tasks.rest();
        peer
    };
    peer.line.end();
    node.tasks.rest();
    node.handle.deregister("Cone");
    node.tasks.rest();
    let mut peer = node.register_calm("Cone");
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    assert_eq!(peer.answer_all(), 1, "{:?}", asking.take());
    node.tasks.pass(Duration::from_secs(1));
    assert!(matches!(asking.take(), Some(Ok(_))));
}

/// A transport that panics takes its connection with it, and nobody else's.
#[test]
fn n_10_a_transport_that_panics_harms_nobody_else() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let serving = node.listen(&door, ServeLimits::default());
    let knock = |node: &mut Registrar, line: Line| {
        let peer = Peer::client(line.clone(), "Cone");
        door.knock(Ok(line));
        node.tasks.rest();
        peer
    };
    let is_due = Arc::new(Mutex::new(false));
    let panics = Arc::clone(&is_due);
    let line = node.tasks.world.line(move |_, _| {
        let is_due = *panics.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(!is_due, "a transport panics");
        Step::Take(usize::MAX)
    });
    let mut peer = knock(&mut node, line);
    peer.head();
    peer.send(registration("Cone"));
    node.tasks.rest();
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    *is_due.lock().unwrap() = true;
    node.tasks.rest();
    assert!(serving.take().is_none());
    assert_eq!(node.handle.connection_count(), 0);
    let line = node.tasks.world.calm();
    let mut next = knock(&mut node, line);
    next.head();
    assert!(node.handle.is_reachable("Cone"));
    assert_eq!(next.requests().len(), 0, "it may have left before");
    node.tasks.pass(Duration::from_secs(3600));
    assert!(matches!(asking.take(), Some(Err(_))));
}

/// A connection whose task is dropped lets go of its node at once: the node is away, and what is asked of it waits for the next
/// connection.
#[test]
fn n_38_a_connection_whose_task_is_dropped_leaves_its_node() {
    let mut node = Registrar::plain();
    let line = node.tasks.world.calm();
    let serving = node.serve(&line, cse);
    let mut peer = Peer::client(line, "Cone");
    node.tasks.rest();
    peer.head();
    peer.send(registration("Cone"));
    node.tasks.rest();
    assert!(node.handle.is_reachable("Cone"));
    node.tasks.abort(&serving);
    assert!(node.handle.is_registered("Cone") && !node.handle.is_reachable("Cone"));
    assert!(peer.line.is_dropped());
    assert_eq!(node.handle.connection_count(), 0);
    assert_eq!(node.handle.counters().get("absent"), 1);
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    let mut next = node.connect_calm("Cone");
    node.tasks.rest();
    assert_eq!(next.answer_all(), 1);
    node.tasks.rest();
    assert!(matches!(asking.take(), Some(Ok(_))));
}

/// The response to what has left over a connection counts although another has taken its place meanwhile.
#[test]
fn n_31_a_response_over_a_connection_that_had_to_go_counts() {
    let mut node = Registrar::plain();
    let mut former = node.register_calm("Cone");
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    let sent = former.requests().pop().expect("it has left");
    let mut next = node.connect_calm("Cone");
    node.tasks.rest();
    assert_eq!(next.requests().len(), 0, "it may have left");
    former.send(answer(&sent));
    node.tasks.rest();
    assert!(matches!(asking.take(), Some(Ok(_))));
}
