//! Who is behind a connection, and where an entity lives.

use core::future::ready;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::binding::{NotEntered, RegistrarEvent};
use onem2m_ws_driver::primitive::RequestPrimitive;
use onem2m_ws_driver::{IncomingRequest, Observed, RegistrarActivity};

use crate::node::{QUIET, Registrar, cse, registrar_config, respond};
use crate::peer::{Peer, answer, identifier, notification, registration, retrieval};
use crate::world::{Call, Step};

/// A resource whose address ends with the name of an entity is not that entity.
#[test]
fn n_46_deleting_another_resource_deregisters_nobody() {
    let mut node = Registrar::plain();
    let mut peer = node.register_calm("Cae");
    let addresses = [
        "cse-in/Cae/container/Cae",
        "cse-in/group/Cae",
        "cse-in/container/Cae",
    ];
    for (number, address) in addresses.into_iter().enumerate() {
        let identifier = identifier(format!("d{number}"));
        peer.send(RequestPrimitive::delete(address, identifier).from("Cae"));
        node.tasks.rest();
        assert_eq!(peer.responses().len(), 1);
        assert!(node.handle.is_registered("Cae"), "{address}");
    }
    for (number, address) in ["cse-in/Cae", "Cae"].into_iter().enumerate() {
        let identifier = identifier(format!("e{number}"));
        peer.send(registration("Cae"));
        node.tasks.rest();
        peer.send(RequestPrimitive::delete(address, identifier).from("Cae"));
        node.tasks.rest();
        assert!(!node.handle.is_registered("Cae"), "{address}");
    }
}

/// Two CSEs connect to each other at the same time: the connection that the one with the smaller CSE-ID opened stays (W-08). But
/// one that is older than a handshake may take is not of the same time: its peer has crashed, and has come again.
#[test]
fn n_54_the_tie_is_broken_only_between_connections_of_the_same_time() {
    for (age, stays) in [(0, "own"), (20, "newcomer")] {
        let config = registrar_config(|config| config.cse_id = Some("/a".into()));
        let mut node = Registrar::new(config, QUIET);
        node.handle.restore("/b").unwrap();
        let own = node.tasks.world.calm();
        node.connect_to(&own, "/b");
        node.tasks.pass(Duration::from_secs(age));
        let line = node.tasks.world.calm();
        node.serve(&line, cse);
        let mut newcomer = Peer::client(line, "/b");
        node.tasks.rest();
        newcomer.head();
        let closes = newcomer.closes();
        match stays {
            "own" => assert_eq!(closes, [1000], "after {age} s"),
            _ => {
                assert!(closes.is_empty(), "after {age} s: {closes:?}");
                node.ask("/b", notification("/b", "n1", 1));
                node.tasks.rest();
                assert_eq!(newcomer.requests().len(), 1, "after {age} s");
            }
        }
    }
}

/// What waits for an entity moves along when it proves to live on another node.
#[test]
fn n_56_what_waits_moves_with_its_entity() {
    let mut node = Registrar::plain();
    node.handle.restore("Cone").unwrap();
    let waiting: Vec<_> = ["n1", "n2", "n3"]
        .map(|identifier| node.ask("Cone", notification("Cone", identifier, 1)))
        .into();
    node.tasks.rest();
    // A device with two names that TLS has authenticated, of which the first is what the node is known by.
    let line = node.tasks.world.calm();
    node.serve_as(&line, &["Cdevice", "Cone"], cse);
    let mut peer = Peer::client(line, "Cdevice");
    node.tasks.rest();
    peer.head();
    peer.send(registration("Cone"));
    node.tasks.rest();
    assert!(node.handle.is_reachable("Cone"));
    let requests = peer.requests();
    let identifiers: Vec<_> = requests
        .iter()
        .map(|request| request.request_identifier.as_str())
        .collect();
    assert_eq!(identifiers, ["n1", "n2", "n3"], "in their order");
    for request in &requests {
        peer.send(answer(request));
    }
    node.tasks.rest();
    for asking in waiting {
        assert!(matches!(asking.take(), Some(Ok(_))));
    }
}

/// Unknown nodes that prove to be known ones find what is theirs among very many others, who notice nothing. (What a proof costs
/// is a row of the benchmarks.)
#[test]
fn n_40_a_proof_of_identity_among_many_entities() {
    let mut node = Registrar::plain();
    let names: Vec<String> = (0..10_000).map(|number| format!("C{number}")).collect();
    for name in &names {
        node.handle.restore(name).unwrap();
    }
    for name in names.iter().step_by(1_000) {
        let waiting = node.ask(name, notification(name, "n1", 1));
        let mut peer = node.connect_calm("");
        peer.send(retrieval(name, "cse-in", "proof"));
        node.tasks.rest();
        assert!(node.handle.is_reachable(name), "{name}");
        let primitives = peer.primitives();
        assert_eq!(primitives.len(), 2, "the response, and what waited");
        peer.send(answer(&notification(name, "n1", 1)));
        node.tasks.rest();
        assert!(matches!(waiting.take(), Some(Ok(_))), "{name}");
    }
    assert!(names.iter().all(|name| node.handle.is_registered(name)));
    assert_eq!(node.handle.connection_count(), 10);
}

/// What was asked of an unknown node in the very poll in which it proves to be a known one goes where the node lives: here the
/// answer to what it had asked before.
#[test]
fn n_56_what_is_asked_of_a_node_that_moves_moves_along() {
    let mut node = Registrar::plain();
    node.handle.restore("Cthermo").unwrap();
    let asked = Arc::new(Mutex::new(None));
    let is_due = Arc::new(AtomicBool::new(false));
    let (kept, due) = (Arc::clone(&asked), Arc::clone(&is_due));
    let line = node.tasks.world.line(move |call, _| {
        if call == Call::Read && due.swap(false, Ordering::Relaxed) {
            let incoming: IncomingRequest = kept.lock().unwrap().take().unwrap();
            let response = answer(&incoming.request);
            respond(incoming, response);
        }
        Step::Take(usize::MAX)
    });
    let keeping = Arc::clone(&asked);
    let handler = move |incoming: IncomingRequest| {
        let registers = incoming.request.resource_type.is_some();
        let kept = Arc::clone(&keeping);
        async move {
            if registers {
                *kept.lock().unwrap() = Some(incoming);
            } else {
                cse(incoming).await;
            }
        }
    };
    let mut peer = node.connect(line, "", handler);
    peer.send(registration("Cnew"));
    node.tasks.rest();
    assert!(asked.lock().unwrap().is_some());
    is_due.store(true, Ordering::Relaxed);
    peer.send(retrieval("Cthermo", "cse-in", "proof"));
    node.tasks.rest();
    assert!(node.handle.is_reachable("Cthermo"));
    assert_eq!(peer.responses().len(), 2);
}

/// What was judged when a request came may have changed until that is answered: who only says that it is somebody takes nothing from a
/// later registration, nor from who is proved by TLS. One that TLS has proved may.
#[test]
fn a_claim_that_was_judged_before_takes_nothing_that_came_meanwhile() {
    for (first, second, registers, refused) in [
        (
            &[][..],
            &["Cdevice", "Cone"][..],
            true,
            Some(NotEntered::OnlyByTls),
        ),
        (&[], &["Cone"], false, Some(NotEntered::OnlyByTls)),
        (&["Cone"], &["Cdevice", "Cone"], true, None),
        (&[], &[], true, Some(NotEntered::RegisteredSince)),
    ] {
        let mut node = Registrar::plain();
        let mut events = node.handle.events();
        let held = Arc::new(Mutex::new(Vec::new()));
        let keeper = held.clone();
        let hold = move |incoming: IncomingRequest| {
            keeper.lock().unwrap().push(incoming);
            ready(())
        };
        let slow = node.tasks.world.calm();
        node.serve_as(&slow, first, hold);
        let mut slow = Peer::client(slow, first.first().unwrap_or(&"Cslow"));
        node.tasks.rest();
        slow.head();
        slow.send(registration("Cone"));
        node.tasks.rest();
        assert_eq!(held.lock().unwrap().len(), 1, "it was judged, and waits");
        let fast = node.tasks.world.calm();
        node.serve_as(&fast, second, cse);
        let mut fast = Peer::client(fast, second.first().unwrap_or(&"Cfast"));
        node.tasks.rest();
        fast.head();
        if registers {
            fast.send(registration("Cone"));
            node.tasks.rest();
            assert!(node.handle.is_registered("Cone"));
        }
        let incoming = held.lock().unwrap().pop().unwrap();
        let response = answer(&incoming.request);
        respond(incoming, response);
        node.tasks.rest();
        slow.primitives();
        fast.primitives();
        node.ask("Cone", notification("Cone", "n1", 1));
        node.tasks.rest();
        let reached = (slow.requests().len(), fast.requests().len());
        let expected = match refused {
            None => (1, 0),
            Some(_) => (0, usize::from(registers)),
        };
        assert_eq!(reached, expected, "{first:?} {second:?}");
        let cx = Context::from_waker(Waker::noop());
        let mut refusals = Vec::new();
        while let Poll::Ready(Some(Observed::Event(event))) = events.poll_next(&cx) {
            if let RegistrarActivity::Node {
                event: RegistrarEvent::NotEnabled { entity, reason },
                ..
            } = &*event
            {
                refusals.push((entity.clone(), *reason));
            }
        }
        let expected = refused.map(|reason| ("Cone".to_owned(), reason));
        assert_eq!(refusals, expected.into_iter().collect::<Vec<_>>());
    }
}
