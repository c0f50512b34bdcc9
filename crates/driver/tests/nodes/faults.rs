//! Transports that fail, and handlers that do.

use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use core::task::{Context, Poll};
use std::io::ErrorKind;
use std::panic::catch_unwind;
use std::sync::Arc;

use onem2m_ws_driver::core::Rejection;
use onem2m_ws_driver::{Handler, Handshake, IncomingRequest, ServeLimits};

use crate::node::{Door, QUIET, Registrar, cse, registrar_config};
use crate::peer::{Peer, registration, retrieval};
use crate::world::{Call, Step};

/// What has arrived is handled although the answers cannot be written.
#[test]
fn n_35_requests_that_were_read_are_handled_after_a_write_has_failed() {
    const REQUESTS: usize = 201;
    let mut node = Registrar::plain();
    let is_broken = Arc::new(AtomicBool::new(false));
    let breaks = Arc::clone(&is_broken);
    let line = node.tasks.world.line(move |call, _| {
        if call == Call::Write && breaks.load(Ordering::Relaxed) {
            Step::Fail(ErrorKind::BrokenPipe)
        } else {
            Step::Take(usize::MAX)
        }
    });
    let handled = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&handled);
    let handler = move |incoming: IncomingRequest| {
        counter.fetch_add(1, Ordering::Relaxed);
        cse(incoming)
    };
    let peer = node.register(line, "Cthermo", handler);
    is_broken.store(true, Ordering::Relaxed);
    handled.store(0, Ordering::Relaxed);
    for number in 0..REQUESTS {
        peer.send(retrieval("Cthermo", "cse-in", format!("r{number}")));
    }
    node.tasks.rest();
    assert_eq!(handled.load(Ordering::Relaxed), REQUESTS);
    assert!(peer.line.is_dropped());
}

/// A handler that panics costs its request, and nothing else: 5000 is answered, and the connection goes on.
#[test]
fn n_10_a_handler_that_panics_is_answered_for() {
    let mut node = Registrar::plain();
    let mut peer = node.register_calm("Cthermo");
    let mut other = node.register_calm("Cother");
    peer.send(retrieval("Cthermo", "panic", "r1"));
    peer.send(retrieval("Cthermo", "cse-in", "r2"));
    other.send(retrieval("Cother", "cse-in", "r3"));
    let run = catch_unwind(AssertUnwindSafe(|| node.tasks.rest()));
    assert!(run.is_ok(), "the task of the connection unwinds");
    let mut statuses: Vec<_> = peer
        .responses()
        .iter()
        .map(|response| response.status.0)
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [2000, 5000]);
    assert_eq!(other.responses().len(), 1);
    assert!(node.handle.is_reachable("Cthermo"));
}

/// What was asked of a node within the call in which its transport panics is carried out at once, not when somebody happens to
/// look.
#[test]
fn n_10_what_is_asked_before_a_transport_panics_is_carried_out() {
    let mut node = Registrar::plain();
    let (is_due, handle) = (Arc::new(AtomicBool::new(false)), node.handle.clone());
    let due = Arc::clone(&is_due);
    let line = node.tasks.world.line(move |call, _| {
        if call == Call::Write && due.swap(false, Ordering::Relaxed) {
            handle.deregister("Cone");
            panic!("a transport panics");
        }
        Step::Take(usize::MAX)
    });
    let door = Door::default();
    let serving = node.listen(&door, ServeLimits::default());
    let mut peer = Peer::client(line.clone(), "Cone");
    door.knock(Ok(line));
    node.tasks.rest();
    peer.head();
    peer.send(registration("Cone"));
    node.tasks.rest();
    assert!(node.handle.is_registered("Cone"));
    is_due.store(true, Ordering::Relaxed);
    peer.send(retrieval("Cone", "cse-in", "r1"));
    node.tasks.rest();
    assert!(!is_due.load(Ordering::Relaxed) && serving.take().is_none());
    assert!(!node.handle.is_registered("Cone"));
}

/// A future that panics when it is dropped.
pub(crate) struct Falls {
    incoming: Option<IncomingRequest>,
    is_ready: bool,
}

impl Falls {
    /// The future of a handler that keeps its request, and is done at once or never.
    pub(crate) const fn unanswered(incoming: IncomingRequest, is_ready: bool) -> Self {
        Self {
            incoming: Some(incoming),
            is_ready,
        }
    }
}

impl Future for Falls {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.is_ready {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

impl Drop for Falls {
    fn drop(&mut self) {
        panic!("a future panics as it is dropped, with {:?}", self.incoming);
    }
}

/// The future of a handler that panics as it is dropped, once it is done, costs its request as one does that panics before.
#[test]
fn n_10_a_handler_whose_future_panics_in_its_drop_is_answered_for() {
    let config = registrar_config(|config| config.allows_unregistered = true);
    let mut node = Registrar::new(config, QUIET);
    let handler = |incoming: IncomingRequest| async move {
        match &*incoming.request.to {
            "falls" => Falls::unanswered(incoming, true).await,
            _ => cse(incoming).await,
        }
    };
    let fallen = |incoming: IncomingRequest| Falls::unanswered(incoming, true);
    let (one, two) = (node.tasks.world.calm(), node.tasks.world.calm());
    let mut peer = node.register(one, "Cone", handler);
    let mut other = node.connect(two, "Ctwo", fallen);
    peer.send(retrieval("Cone", "falls", "r1"));
    peer.send(retrieval("Cone", "cse-in", "r2"));
    for number in 3..6 {
        other.send(retrieval("Ctwo", "cse-in", format!("r{number}")));
    }
    let run = catch_unwind(AssertUnwindSafe(|| node.tasks.rest()));
    assert!(run.is_ok(), "the task of the connection unwinds");
    let statuses = |peer: &mut Peer| {
        let responses = peer.responses();
        let mut statuses: Vec<_> = responses.iter().map(|it| it.status.0).collect();
        statuses.sort_unstable();
        statuses
    };
    assert_eq!(statuses(&mut peer), [2000, 5000]);
    assert_eq!(statuses(&mut other), [5000, 5000, 5000]);
    assert_eq!(node.handle.connection_count(), 2);
    assert_eq!(node.handle.counters().get("handlers_panicked"), 4);
}

/// Handlers that are dropped with their connection, and panic then, give their places back all the same.
#[test]
fn n_10_handlers_that_panic_as_their_connection_is_dropped_give_their_places_back() {
    const HANDLERS: usize = 3;
    let config = registrar_config(|config| {
        (config.max_handlers, config.allows_unregistered) = (HANDLERS, true);
    });
    let mut node = Registrar::new(config, QUIET);
    let line = node.tasks.world.calm();
    let serving = node.serve(&line, |incoming| Falls::unanswered(incoming, false));
    let mut peer = Peer::client(line, "Cone");
    node.tasks.rest();
    peer.head();
    for number in 0..HANDLERS {
        peer.send(retrieval("Cone", "cse-in", format!("r{number}")));
    }
    node.tasks.rest();
    let dropped = catch_unwind(AssertUnwindSafe(|| node.tasks.abort(&serving)));
    assert!(dropped.is_ok(), "the drop of the connection unwinds");
    let panicked = node.handle.counters().get("handlers_panicked");
    assert_eq!(usize::try_from(panicked).unwrap(), HANDLERS);
    assert_eq!(node.handle.connection_count(), 0);
    let mut next = node.register_calm("Ctwo");
    next.send(retrieval("Ctwo", "cse-in", "r1"));
    node.tasks.rest();
    assert_eq!(next.responses().len(), 1);
}

/// Never decides, and panics when it is not to any more.
struct Falling;

/// As [`Falls`], for a decision.
struct Decision;

impl Future for Decision {
    type Output = Result<(), Rejection>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Pending
    }
}

impl Drop for Decision {
    fn drop(&mut self) {
        panic!("a decision panics as it is dropped");
    }
}

impl Handler for Falling {
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send {
        cse(request)
    }

    fn admit(&self, _: &Handshake<'_>) -> impl Future<Output = Result<(), Rejection>> + Send {
        Decision
    }
}

/// A decision about a handshake that panics as it is given up costs that handshake.
#[test]
fn n_10_a_decision_that_panics_as_it_is_given_up_harms_nobody_else() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let mut limits = ServeLimits::default();
    limits.max_handshakes = 1;
    let serving = node.listen_with(&door, limits, Falling);
    for _ in 0..3 {
        let line = node.tasks.world.calm();
        Peer::client(line.clone(), "Cone");
        door.knock(Ok(line));
        node.tasks.rest();
    }
    assert!(serving.take().is_none(), "others are served");
    let displaced = node.handle.counters().get("handshakes_displaced");
    assert_eq!(displaced, 2);
}

/// A transport that panics in its handshake costs its connection, although all are served within one future.
#[test]
fn n_10_a_transport_that_panics_in_its_handshake_harms_nobody_else() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let serving = node.listen(&door, ServeLimits::default());
    let early = node.tasks.world.calm();
    let mut peer = Peer::client(early.clone(), "Cearly");
    door.knock(Ok(early));
    node.tasks.rest();
    peer.head();
    door.knock(Ok(node
        .tasks
        .world
        .line(|_, _| panic!("a transport panics"))));
    let run = catch_unwind(AssertUnwindSafe(|| node.tasks.rest()));
    assert!(run.is_ok() && serving.take().is_none(), "all are cut");
    peer.send(retrieval("Cearly", "cse-in", "r1"));
    node.tasks.rest();
    assert_eq!(peer.responses().len(), 1);
}
