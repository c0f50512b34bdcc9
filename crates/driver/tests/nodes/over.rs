//! The end of a registrar: what was under way is told before the events end, and nobody is kept waiting.

use core::future::{Future, pending};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::sync::{Arc, Mutex};
use std::task::Wake;

use onem2m_ws_driver::core::Rejection;
use onem2m_ws_driver::{
    Accepted, Events, Handler, Handshake, IncomingRequest, Observed, RegistrarActivity,
    RequestFailure,
};

use crate::faults::Falls;
use crate::node::{Handle, QUIET, Registrar, cse, registrar_config};
use crate::peer::{Peer, notification, retrieval};
use crate::world::Line;

/// The events that can be read, and whether they have ended behind those.
fn told(events: &mut Events<RegistrarActivity>) -> (Vec<Arc<RegistrarActivity>>, bool) {
    let cx = Context::from_waker(Waker::noop());
    let mut told = Vec::new();
    loop {
        match events.poll_next(&cx) {
            Poll::Ready(Some(Observed::Event(event))) => told.push(event),
            Poll::Ready(Some(Observed::Missed(count))) => panic!("{count} were missed"),
            Poll::Ready(None) => return (told, true),
            Poll::Pending => return (told, false),
        }
    }
}

/// Ends a registrar that has no connections, in the middle of whatever is going on.
fn end(handle: &Handle) {
    let mut ending = Box::pin(handle.shutdown(Duration::ZERO));
    let mut cx = Context::from_waker(Waker::noop());
    assert!(ending.as_mut().poll(&mut cx).is_ready());
}

/// Ends a registrar when it is woken.
struct Ends(Mutex<Option<Handle>>);

impl Wake for Ends {
    fn wake(self: Arc<Self>) {
        let handle = self.0.lock().unwrap().take();
        handle.iter().for_each(end);
    }
}

/// A registrar that ends while it tells what has become of requests tells of all of them.
#[test]
fn n_11_the_ends_of_posted_requests_are_told_before_the_events_end() {
    const POSTED: usize = 3;
    let mut node = Registrar::plain();
    node.handle.restore("Caway").unwrap();
    node.tasks.rest();
    let mut events = node.handle.events();
    let ends = Arc::new(Ends(Mutex::new(Some(node.handle.clone()))));
    let waker = Waker::from(Arc::clone(&ends));
    let handle = node.handle.clone();
    let mut asking = Box::pin(handle.request("Caway", notification("Caway", "asked", 1)));
    let mut cx = Context::from_waker(&waker);
    assert!(asking.as_mut().poll(&mut cx).is_pending());
    for number in 0..POSTED {
        let request = notification("Caway", format!("n{number}"), 1);
        node.handle.post("Caway", request).unwrap();
    }
    // All of them expire in the same moment, that of the future first.
    node.tasks.pass(Duration::from_secs(24 * 3600));
    assert!(ends.0.lock().unwrap().is_none(), "the registrar has ended");
    let (told, has_ended) = told(&mut events);
    let is_posted = |event: &RegistrarActivity| {
        matches!(
            event,
            RegistrarActivity::Posted {
                answer: Err(RequestFailure::Ended(_)),
                ..
            }
        )
    };
    let posted = told.iter().filter(|event| is_posted(event)).count();
    assert_eq!((posted, has_ended), (POSTED, true), "{told:?}");
}

/// What a handler does wrong while it is dropped behind the end of its registrar is told as well.
#[test]
fn n_11_a_handler_that_panics_behind_the_end_is_told_before_the_events_end() {
    let config = registrar_config(|config| config.allows_unregistered = true);
    let mut node = Registrar::new(config, QUIET);
    let handler = |incoming| Falls::unanswered(incoming, false);
    let line = node.tasks.world.calm();
    let serving = node.serve(&line, handler);
    let mut peer = Peer::client(line, "Cone");
    node.tasks.rest();
    peer.head();
    peer.send(retrieval("Cone", "cse-in", "r1"));
    node.tasks.rest();
    let mut events = node.handle.events();
    node.tasks.abort(&node.task);
    assert!(!told(&mut events).1, "the connection is there");
    node.tasks.abort(&serving);
    let (told, has_ended) = told(&mut events);
    let is_told =
        |event: &RegistrarActivity| matches!(event, RegistrarActivity::HandlerPanicked { .. });
    assert!(told.iter().any(|event| is_told(event)), "{told:?}");
    assert!(has_ended);
}

/// A handshake that is refused because its registrar has ended is told before the events end.
#[test]
fn n_11_a_handshake_that_ends_with_its_registrar_is_told_before_the_events_end() {
    let mut node = Registrar::plain();
    let line = node.tasks.world.calm();
    let serving = node.serve(&line, cse);
    node.tasks.rest();
    let mut events = node.handle.events();
    let peer = Peer::client(line, "Cone");
    end(&node.handle);
    assert!(!told(&mut events).1, "the handshake is under way");
    node.tasks.rest();
    assert_eq!(peer.status(), Some(503), "it has asked before");
    assert!(matches!(serving.take(), Some(Ok(false))));
    let (told, has_ended) = told(&mut events);
    let is_told = |event: &RegistrarActivity| {
        matches!(
            event,
            RegistrarActivity::HandshakeRefused { status: 503, .. }
        )
    };
    assert!(told.iter().any(|event| is_told(event)), "{told:?}");
    assert!(has_ended);
}

/// Admits nobody, and refuses nobody.
struct Undecided;

impl Handler for Undecided {
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send {
        cse(request)
    }

    fn admit(&self, _: &Handshake<'_>) -> impl Future<Output = Result<(), Rejection>> + Send {
        pending()
    }
}

/// Handshakes that the application does itself end with the registrar, not at their own deadline: whether the client says nothing,
/// the handler does not decide, or the client does not take its refusal.
#[test]
fn n_12_handshakes_end_with_their_registrar() {
    type Begin = fn(&mut Registrar) -> Line;
    let rows: [(&str, Begin); 3] = [
        ("the client says nothing", |node| node.tasks.world.calm()),
        ("the handler does not decide", |node| {
            let line = node.tasks.world.calm();
            Peer::client(line.clone(), "Cone");
            line
        }),
        ("the client does not take its refusal", |node| {
            let line = node.tasks.world.calm();
            Peer::client_with(line.clone(), "Sec-WebSocket-Protocol: chat\r\n");
            line
        }),
    ];
    for (name, begin) in rows {
        let mut node = Registrar::plain();
        let line = begin(&mut node);
        let serving = node.serve(&line, Undecided);
        node.tasks.rest();
        assert!(serving.take().is_none() && !line.is_dropped(), "{name}");
        let mut events = node.handle.events();
        end(&node.handle);
        node.tasks.rest();
        assert!(matches!(serving.take(), Some(Ok(false))), "{name}");
        assert!(line.is_dropped(), "{name}");
        assert!(told(&mut events).1, "{name}: nothing more can happen");
    }
}

/// A handshake that begins behind the end of the registrar is none.
#[test]
fn n_33_no_handshake_begins_behind_the_end_of_a_registrar() {
    let mut node = Registrar::plain();
    end(&node.handle);
    let line = node.tasks.world.calm();
    let accepted = Accepted::plain(line.transport());
    let handle = node.handle.clone();
    let opened = node.tasks.run(async move { handle.open(accepted).await });
    assert!(matches!(opened, Some(Ok(None))));
    assert!(line.is_dropped());
}
