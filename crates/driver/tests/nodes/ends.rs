//! Everything that waits ends: with what it waited for, or with what ended it.

use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::io::ErrorKind;
use std::sync::Arc;

use onem2m_ws_driver::binding::{Outcome, RegistreeConfig, RegistreeState};
use onem2m_ws_driver::primitive::{
    ResponsePrimitive, ResponseStatusCode, ResponseType, ResponseTypeValue,
};
use onem2m_ws_driver::{Accepted, IncomingRequest, RegistreeHandle, RequestFailure, ServeLimits};
use onem2m_ws_tests::wire::{Frame, PING};

use crate::node::{Door, QUIET, Registrar, Registree, cse, respond};
use crate::peer::{Peer, answer, notification, registration, retrieval};
use crate::tasks::Tasks;
use crate::world::{Call, Step};

/// Answers what the node has requested since the last look with a status and without content.
fn refuse(peer: &mut Peer, tasks: &mut Tasks, status: ResponseStatusCode) {
    for request in peer.requests() {
        peer.send(ResponsePrimitive::to_request(&request, status).into_owned());
    }
    tasks.rest();
}

fn registering(config: &mut RegistreeConfig) {
    config.registration = Some(registration("Cthermo"));
}

/// A registration that is refused ends all that waited for it, with the refusal.
#[test]
fn n_05_a_registration_that_is_refused_ends_who_waits_for_it() {
    let mut node = Registree::new(registering, QUIET);
    let handle = node.handle.clone();
    let registered = node.tasks.spawn(async move { handle.registered().await });
    let before = node.ask(retrieval("Cthermo", "cse-in", "before"));
    let mut peer = node.connect_calm();
    refuse(
        &mut peer,
        &mut node.tasks,
        ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE,
    );
    let registered = registered.take().expect("it is known that it is refused");
    let error = registered.expect_err("it is refused");
    assert!(format!("{error:?}").contains("4103"), "{error:?}");
    // What waited behind it, and what comes later, ends too.
    node.tasks.pass(Duration::from_secs(60));
    assert!(before.take().is_some(), "what waited before");
    let after = node.ask(retrieval("Cthermo", "cse-in", "after"));
    // The registration was tried again by itself meanwhile, and is refused again.
    for _ in 0..10 {
        refuse(
            &mut peer,
            &mut node.tasks,
            ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE,
        );
        node.tasks.pass(Duration::from_secs(60));
    }
    assert!(after.take().is_some(), "what came later");
    let handle = node.handle.clone();
    let again = node.tasks.run(async move { handle.registered().await });
    assert!(again.is_some(), "whoever asks later is told at once");
}

/// A CSE may answer without content (`rcn` 0): then the AE is registered under the name it asked with.
#[test]
fn n_08_a_registration_that_is_answered_without_content_counts() {
    let mut node = Registrar::plain();
    let handler = async |incoming: IncomingRequest| {
        let mut response = answer(&incoming.request);
        response.content = None;
        respond(incoming, response);
    };
    let line = node.tasks.world.calm();
    let mut peer = node.connect(line, "Cthermo", handler);
    peer.send(registration("Cthermo"));
    node.tasks.rest();
    assert!(node.handle.is_registered("Cthermo"));
    peer.send(retrieval("Cthermo", "cse-in", "r1"));
    node.tasks.rest();
    let statuses: Vec<_> = peer
        .responses()
        .iter()
        .map(|response| response.status)
        .collect();
    assert_eq!(
        statuses,
        [ResponseStatusCode::CREATED, ResponseStatusCode::OK]
    );
}

/// Without its task a registree does nothing any more, and says so.
#[test]
fn n_09_a_registree_whose_task_was_dropped_takes_no_requests() {
    let mut node = Registree::new(|_| {}, QUIET);
    node.connect_calm();
    let before = node.ask(retrieval("Cthermo", "cse-in", "before"));
    node.tasks.rest();
    node.tasks.abort(&node.task);
    node.tasks.rest();
    assert!(matches!(before.take(), Some(Err(_))), "what was under way");
    for number in 0..300 {
        // More than there is room for.
        let after = node.ask(retrieval("Cthermo", "cse-in", format!("after-{number}")));
        node.tasks.rest();
        assert!(matches!(after.take(), Some(Err(_))), "number {number}");
    }
    let handle = node.handle.clone();
    let registered = node.tasks.run(async move { handle.registered().await });
    assert!(matches!(registered, Some(Err(_))));
}

/// An ended registree takes no requests either, and those that wait end.
#[test]
fn n_09_a_registree_that_was_ended_takes_no_requests() {
    let mut node = Registree::new(|_| {}, QUIET);
    node.connect_calm();
    let before = node.ask(retrieval("Cthermo", "cse-in", "before"));
    node.tasks.rest();
    node.handle.end();
    let after = node.ask(retrieval("Cthermo", "cse-in", "after"));
    node.tasks.rest();
    assert!(matches!(after.take(), Some(Err(_))));
    node.tasks.pass(Duration::from_secs(120));
    assert!(matches!(before.take(), Some(Err(_))));
}

/// The end of a registrar ends its connections, with 1001 to the peers (RFC 6455 §7.4.1).
#[test]
fn n_12_a_registrar_that_goes_away_says_so() {
    let mut node = Registrar::plain();
    let mut peers = ["Cone", "Ctwo"].map(|name| node.register_calm(name));
    let handle = node.handle.clone();
    let ending = async move { handle.shutdown(Duration::from_secs(20)).await };
    let ended = node.tasks.spawn(ending);
    node.tasks.rest();
    for peer in &mut peers {
        assert_eq!(peer.closes(), [1001]);
        peer.line.end();
    }
    node.tasks.pass(Duration::from_secs(10));
    assert!(peers.iter().all(|peer| peer.line.is_dropped()));
    let report = ended.take().expect("nothing is left to wait for");
    assert_eq!((report.drained, report.cut), (2, 0));
}

/// An error is one until it is over.
#[test]
fn n_14_the_last_error_is_gone_once_there_is_a_connection() {
    let mut node = Registree::new(|_| {}, QUIET);
    node.fail_to_dial(ErrorKind::ConnectionRefused);
    node.handle.connect();
    node.tasks.rest();
    assert!(node.handle.failure().is_some());
    node.tasks.pass(Duration::from_secs(10));
    let line = node.dialled().expect("it was tried again");
    let peer = Peer::server(line);
    node.tasks.rest();
    assert_eq!(node.handle.state(), RegistreeState::Up);
    let error = node.handle.failure();
    assert!(error.is_none(), "{error:?}");
    drop(peer);
}

/// Without its task a registrar does nothing for those who are away, and says so.
#[test]
fn n_33_requests_end_with_the_registrars_task() {
    let mut node = Registrar::plain();
    node.handle.restore("Caway").unwrap();
    let waiting = node.ask("Caway", notification("Caway", "n1", 10));
    node.tasks.rest();
    assert!(waiting.take().is_none(), "its node is away");
    node.tasks.abort(&node.task);
    node.tasks.rest();
    assert!(matches!(waiting.take(), Some(Err(_))), "what waited");
    let later = node.ask("Caway", notification("Caway", "n2", 10));
    node.tasks.rest();
    assert!(matches!(later.take(), Some(Err(_))), "it fails at once");
}

/// A task that is dropped cuts: whatever is under way ends typed and at once, and no peer is told. Who wants them to be told shuts
/// the registrar down.
#[test]
fn n_33_a_task_that_is_dropped_cuts_what_is_connected() {
    let mut node = Registrar::plain();
    let mut events = node.handle.events();
    let mut peers = ["Cone", "Ctwo"].map(|name| node.register_calm(name));
    node.handle.restore("Caway").unwrap();
    let sent = node.ask("Cone", notification("Cone", "n1", 1));
    let waiting = node.ask("Caway", notification("Caway", "n2", 1));
    peers[1].send(retrieval("Ctwo", "silent", "r1"));
    node.tasks.rest();
    assert_eq!(peers[0].requests().len(), 1);
    node.tasks.abort(&node.task);
    node.tasks.rest();
    for asked in [sent, waiting] {
        assert_eq!(asked.take(), Some(Err(RequestFailure::Gone)));
    }
    for peer in &mut peers {
        assert!(peer.line.is_dropped());
        assert!(peer.closes().is_empty());
    }
    assert_eq!(node.handle.connection_count(), 0);
    let late = node.handle.post("Cone", notification("Cone", "n3", 1));
    assert!(late.is_err(), "{late:?}");
    let ended = node
        .tasks
        .spawn(async move { while events.next().await.is_some() {} });
    node.tasks.rest();
    assert!(ended.take().is_some(), "nothing more can happen");
}

/// What is left when the time of a shutdown is over is cut: handlers that never end, and connections that another took the place
/// of and that their peers do not close.
#[test]
fn n_12_what_is_left_at_the_end_of_a_shutdown_is_cut() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let serving = node.listen(&door, ServeLimits::default());
    let knock = |node: &mut Registrar, name: &str| {
        let line = node.tasks.world.calm();
        let mut peer = Peer::client(line.clone(), name);
        door.knock(Ok(line));
        node.tasks.rest();
        peer.head();
        peer
    };
    let hangs = knock(&mut node, "Changs");
    hangs.send(registration("Changs"));
    node.tasks.rest();
    hangs.send(retrieval("Changs", "silent", "r1"));
    node.tasks.rest();
    hangs.line.end();
    let former = knock(&mut node, "Cformer");
    let next = knock(&mut node, "Cformer");
    next.line.end();
    let handle = node.handle.clone();
    let ending = async move { handle.shutdown(Duration::from_millis(10)).await };
    let ended = node.tasks.spawn(ending);
    node.tasks.pass(Duration::from_millis(20));
    let report = ended.take().expect("its time is over");
    assert!(report.cut >= 1, "{report:?}");
    assert!(former.line.is_dropped());
    assert!(serving.take().is_some(), "nobody is left to be served");
    assert_eq!(node.handle.connection_count(), 0);
}

/// The task of a registrar may be dropped while somebody waits for the end of a shutdown.
#[test]
fn n_12_a_shutdown_ends_with_the_task() {
    let mut node = Registrar::plain();
    let _peer = node.register_calm("Cone");
    let handle = node.handle.clone();
    let ending = async move { handle.shutdown(Duration::from_secs(20)).await };
    let ended = node.tasks.spawn(ending);
    node.tasks.rest();
    node.tasks.abort(&node.task);
    node.tasks.rest();
    assert!(ended.take().is_some());
}

/// The task of a registrar ends with the shutdown of the registrar, not when it would have looked at its nodes again.
#[test]
fn n_12_the_task_ends_with_a_shutdown() {
    let mut node = Registrar::plain();
    node.tasks.rest();
    let handle = node.handle.clone();
    let ending = async move { handle.shutdown(Duration::ZERO).await };
    let ended = node.tasks.run(ending);
    assert!(ended.is_some(), "nobody is connected");
    node.tasks.rest();
    assert!(node.task.take().is_some());
}

/// A registrar that has ended takes nothing up any more.
#[test]
fn n_33_nothing_lives_on_behind_the_end_of_a_registrar() {
    let mut node = Registrar::plain();
    node.tasks.abort(&node.task);
    assert!(node.handle.restore("Cone").is_err());
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    assert!(matches!(asking.take(), Some(Err(_))));
    assert_eq!(node.handle.node_count(), 0);
}

/// A request that wants no response (response type 5) ends when it was written, although nothing else happens then: whoever
/// made it is told in that moment, however many calls the writing takes.
#[test]
fn a_request_that_wants_no_response_ends_when_it_was_written() {
    for take in [usize::MAX, 10] {
        let mut node = Registree::new(|_| {}, QUIET);
        let peer = node.connect(move |call, _| match call {
            Call::Write => Step::Take(take),
            Call::Read | Call::Flush | Call::Shutdown => Step::Take(usize::MAX),
        });
        let mut request = notification("Cthermo", "no-response", 10);
        request.response_type = Some(ResponseType {
            value: Some(ResponseTypeValue::NO_RESPONSE),
            notification_targets: None,
        });
        let asked = node.ask(request);
        node.tasks.rest();
        let is_written = matches!(
            asked.take(),
            Some(Err(RequestFailure::Ended(outcome))) if *outcome == Outcome::Written
        );
        assert!(is_written, "writes of {take}");
        drop(peer);
    }
}

/// A connection whose handshake was done when a shutdown began, and that is driven only then, is closed like the others.
#[test]
fn n_12_a_connection_that_begins_behind_a_shutdown_is_closed() {
    let mut node = Registrar::plain();
    let line = node.tasks.world.calm();
    let accepted = Accepted::plain(line.transport());
    let mut peer = Peer::client(line, "Cone");
    let handle = node.handle.clone();
    let opening = async move { handle.open(accepted).await.unwrap() };
    let opened = node.tasks.run(opening).flatten().expect("it is admitted");
    let handle = node.handle.clone();
    let ending = async move { handle.shutdown(Duration::from_secs(20)).await };
    let ended = node.tasks.spawn(ending);
    node.tasks.rest();
    node.tasks.spawn(async move { opened.drive(&cse).await });
    node.tasks.rest();
    peer.head();
    assert_eq!(peer.closes(), [1001]);
    peer.line.end();
    node.tasks.rest();
    let report = ended.take().expect("nothing is left to wait for");
    assert_eq!((report.drained, report.cut), (1, 0));
}

/// An attempt to connect ends at once when nobody wants it any more, whatever the server is doing.
#[test]
fn an_attempt_that_is_not_wanted_any_more_is_given_up() {
    for end in [RegistreeHandle::disconnect, RegistreeHandle::end] {
        let mut node = Registree::new(|_| {}, QUIET);
        node.handle.connect();
        node.tasks.rest();
        let line = node.dialled().expect("it connects");
        assert!(!line.is_dropped());
        end(&node.handle);
        node.tasks.rest();
        assert!(line.is_dropped(), "the server has said nothing");
    }
}

/// What is asked of a registree while its task is polled is carried out although nothing else happens: whichever call of the
/// transport it is asked in.
#[test]
fn what_is_asked_within_a_poll_is_not_slept_over() {
    for asking in [Call::Read, Call::Write, Call::Flush] {
        let mut node = Registree::new(|_| {}, QUIET);
        let (is_due, handle) = (Arc::new(AtomicBool::new(false)), node.handle.clone());
        let due = Arc::clone(&is_due);
        let mut peer = node.connect(move |call, _| {
            if call == asking && due.swap(false, Ordering::Relaxed) {
                handle.disconnect();
            }
            Step::Take(usize::MAX)
        });
        node.tasks.rest();
        is_due.store(true, Ordering::Relaxed);
        peer.send_frame(Frame::new(PING, b"ping"));
        node.tasks.rest();
        assert!(!is_due.load(Ordering::Relaxed), "{asking:?}");
        assert_eq!(peer.closes(), [1000], "{asking:?}");
    }
}
