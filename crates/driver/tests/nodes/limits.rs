//! Budgets of one poll, and limits of queues.

use core::pin::pin;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use core::task::{Context, Poll, Waker};
use std::io::ErrorKind;
use std::sync::Arc;
use std::thread;

use onem2m_ws_driver::IncomingRequest;

use crate::fairness::flood;
use crate::node::{
    QUIET, Registrar, Registree, cse, refused_registrar, refused_registree, registrar_config,
};
use crate::peer::{Peer, answer, filler, notification, registration, retrieval};
use crate::world::{Call, Step};

/// Reads of one size, of which none is pending while there is something to read; some are interrupted.
fn cut(len: usize) -> impl FnMut(Call, usize) -> Step + Send {
    move |call, number| match call {
        Call::Read if number % 5 == 3 => Step::Fail(ErrorKind::Interrupted),
        Call::Read => Step::Take(len),
        Call::Write if number % 2 == 1 => Step::Pending,
        Call::Write | Call::Flush | Call::Shutdown => Step::Take(usize::MAX),
    }
}

/// Lengths of a message, and of the reads that bring it: a few, as many as one turn has, one more, very many.
const CUTTINGS: [(usize, usize); 9] = [
    (500, 100),
    (700, 100),
    (800, 100),
    (1_700, 100),
    (20_000, 7),
    (5_000, 1),
    (100_000, 1_500),
    (700_000, usize::MAX),
    (1_000_000, 4_096),
];

/// A request in any number of reads is answered without another byte, and before any timer.
#[test]
fn n_25_a_registrar_reads_a_long_request_to_its_end() {
    for (len, read) in CUTTINGS {
        let mut node = Registrar::plain();
        let line = node.tasks.world.line(cut(read));
        let mut peer = node.register(line, "Cthermo", cse);
        peer.send(notification("cse-in", "long", len).from("Cthermo"));
        node.tasks.rest();
        let responses = peer.responses().len();
        assert_eq!(responses, 1, "{len} bytes, {read} at a time");
    }
}

#[test]
fn n_25_a_registree_reads_a_long_response_to_its_end() {
    for (len, read) in CUTTINGS {
        let mut node = Registree::new(|_| {}, QUIET);
        let mut peer = node.connect(cut(read));
        let handle = node.handle.clone();
        let request = retrieval("Cthermo", "cse-in", "long");
        let asking = node
            .tasks
            .spawn(async move { handle.request(request).await });
        node.tasks.rest();
        for request in peer.requests() {
            peer.send(answer(&request).content(filler(len)));
        }
        node.tasks.rest();
        let answered = asking.take().and_then(Result::ok);
        assert!(answered.is_some(), "{len} bytes, {read} at a time");
    }
}

/// A limit of 0 lets nothing through for ever: the configuration is refused, by the name of the field.
#[test]
fn n_34_limits_of_zero_are_refused() {
    for (name, refusal) in [
        (
            "max_requests",
            refused_registrar(|config| config.session.max_requests = 0),
        ),
        (
            "max_waiting_len",
            refused_registrar(|config| config.session.max_waiting_len = 0),
        ),
        (
            "max_requests",
            refused_registree(|config| config.session.max_requests = 0),
        ),
        (
            "max_waiting_len",
            refused_registree(|config| config.session.max_waiting_len = 0),
        ),
    ] {
        let refusal = refusal.expect("it cannot work");
        assert!(refusal.contains(name), "{refusal}");
    }
}

/// Handlers that are under way at a time, and the most there were.
#[derive(Clone, Default)]
struct Running {
    now: Arc<AtomicUsize>,
    all: Arc<AtomicUsize>,
}

/// Counts a handler while it runs.
struct Run(Arc<AtomicUsize>);

impl Drop for Run {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Running {
    fn begin(&self) -> Run {
        self.now.fetch_add(1, Ordering::Relaxed);
        self.all.fetch_add(1, Ordering::Relaxed);
        Run(Arc::clone(&self.now))
    }

    fn now(&self) -> usize {
        self.now.load(Ordering::Relaxed)
    }
}

/// Handlers that have answered and go on are counted: beyond a limit nothing more is read.
#[test]
fn n_36_handlers_that_run_are_limited() {
    let mut node = Registrar::plain();
    let running = Running::default();
    let is_over = Arc::new(AtomicBool::new(false));
    let (counter, over, handle) = (running.clone(), is_over.clone(), node.handle.clone());
    node.handle.restore("Caway").unwrap();
    let handler = move |incoming: IncomingRequest| {
        let run = counter.begin();
        let (over, handle) = (over.clone(), handle.clone());
        async move {
            let identifier = incoming.request.request_identifier.as_str().to_owned();
            let waits = identifier.starts_with("flood");
            cse(incoming).await;
            if waits && !over.load(Ordering::Relaxed) {
                // Its subscriber is away.
                let notification = notification("Caway", identifier, 1);
                drop(handle.request("Caway", notification).await);
            }
            drop(run);
        }
    };
    let (line, begin) = flood(&node.tasks.world, 4_000);
    let peer = node.register(line, "Cflood", handler);
    begin();
    node.tasks.rest();
    let most = running.now();
    assert!(most <= 1_024, "{most} handlers run");
    // They end, and what was not read is.
    is_over.store(true, Ordering::Relaxed);
    node.handle.deregister("Caway");
    node.tasks.pass(core::time::Duration::from_secs(7_200));
    assert_eq!(running.now(), 0);
    assert_eq!(peer.line.unread(), 0);
}

/// The limit of all nodes together holds whoever takes requests at the same time: no more run, and as many as may.
#[test]
fn n_36_handlers_of_several_threads_are_limited() {
    const ROUNDS: usize = 100;
    for limit in [1, 5, 16, 24, 31, 32, 33] {
        for _ in 0..ROUNDS {
            let config = registrar_config(|config| config.max_handlers = limit);
            let node = Registrar::new(config, QUIET);
            let running = Running::default();
            let most = Arc::new(AtomicUsize::new(0));
            let mut connections = Vec::new();
            for name in ["Cone", "Ctwo"] {
                let (counter, most) = (running.clone(), most.clone());
                let handler = move |incoming: IncomingRequest| {
                    let (counter, most) = (counter.clone(), most.clone());
                    async move {
                        if &*incoming.request.to == "held" {
                            let _run = counter.begin();
                            most.fetch_max(counter.now(), Ordering::Relaxed);
                            core::future::pending::<()>().await;
                        }
                        cse(incoming).await;
                    }
                };
                let line = node.tasks.world.calm();
                let serving = node.unspawned_connection(&line, handler);
                let mut peer = Peer::client(line, name);
                let mut serving = Box::pin(serving);
                let mut cx = Context::from_waker(Waker::noop());
                assert!(serving.as_mut().poll(&mut cx).is_pending());
                assert!(peer.head().starts_with("HTTP/1.1 101 "));
                peer.send(registration(name));
                for _ in 0..4 {
                    assert!(serving.as_mut().poll(&mut cx).is_pending());
                }
                assert_eq!(peer.responses().len(), 1);
                for number in 0..16 {
                    peer.send(retrieval(name, "held", format!("r{number}")));
                }
                connections.push((serving, peer));
            }
            node.tasks.world.yield_to_threads();
            let begin = std::sync::Barrier::new(connections.len());
            thread::scope(|scope| {
                for (serving, _) in &mut connections {
                    let begin = &begin;
                    scope.spawn(move || {
                        begin.wait();
                        for _ in 0..8 {
                            let mut cx = Context::from_waker(Waker::noop());
                            assert!(serving.as_mut().poll(&mut cx).is_pending());
                        }
                    });
                }
            });
            assert_eq!(most.load(Ordering::Relaxed), limit.min(32));
            assert_eq!(running.now(), limit.min(32));
        }
    }
}

/// No more nodes than there may be, by whatever door they come.
#[test]
fn n_38_nodes_are_limited_at_every_door() {
    const NODES: usize = 3;
    let config = registrar_config(|config| config.max_nodes = NODES);
    let mut node = Registrar::new(config, QUIET);
    for number in 0..50 {
        let name = format!("C{number}");
        let line = node.tasks.world.calm();
        node.serve(&line, cse);
        let peer = Peer::client(line, &name);
        node.tasks.rest();
        if peer.status() == Some(101) {
            peer.send(registration(&name));
            node.tasks.rest();
        }
        peer.line.end();
        node.tasks.pass(core::time::Duration::from_secs(10));
    }
    let names = (0..50).map(|number| format!("C{number}"));
    let known: Vec<_> = names
        .filter(|name| node.handle.is_registered(name))
        .collect();
    assert_eq!(known, ["C0", "C1", "C2"]);
}

/// No more requests of a node are under way than there may be, over however many connections they came.
#[test]
fn n_39_requests_are_limited_for_all_connections_of_a_node() {
    const REQUESTS: usize = 4;
    let config = registrar_config(|config| config.session.max_incoming = REQUESTS);
    let mut node = Registrar::new(config, QUIET);
    node.register_calm("Cone");
    let running = Running::default();
    for number in 0..100 {
        let counter = running.clone();
        let handler = move |incoming: IncomingRequest| {
            let run = counter.begin();
            async move {
                cse(incoming).await;
                drop(run);
            }
        };
        let line = node.tasks.world.calm();
        // It does not say who it is, but its first request does.
        let peer = node.connect(line, "", handler);
        peer.send(retrieval("Cone", "silent", format!("r{number}")));
        node.tasks.rest();
    }
    let most = running.now();
    assert!(most <= REQUESTS, "{most} are under way");
    assert!(most > 0);
}

/// Requests from several threads wait for room, as requests from one do.
#[test]
fn n_48_requests_of_several_threads_wait_for_room() {
    const REQUESTS: usize = 60_000;
    let config = registrar_config(|config| config.session.max_requests = 1);
    let node = Registrar::new(config, QUIET);
    node.handle.restore("Caway").unwrap();
    node.tasks.world.yield_to_threads();
    let refused = AtomicUsize::new(0);
    thread::scope(|scope| {
        for own in 0..3 {
            let (handle, refused) = (node.handle.clone(), &refused);
            scope.spawn(move || {
                let mut cx = Context::from_waker(Waker::noop());
                for number in 0..REQUESTS {
                    let request = notification("Caway", format!("{own}-{number}"), 1);
                    let asking = pin!(handle.request("Caway", request));
                    // It waits, for room or for the node, until it is dropped.
                    if let Poll::Ready(Err(_)) = asking.poll(&mut cx) {
                        refused.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    assert_eq!(refused.into_inner(), 0, "were refused and did not wait");
}
