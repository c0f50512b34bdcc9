//! What carries the bytes of a node: for each thing that it does, a test that shows what happens when it does not (row N-04).

use core::time::Duration;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::binding::RegistreeState;
use onem2m_ws_driver::binding::{RegistrarConfig, SessionConfig};
use onem2m_ws_driver::core::Config;
use onem2m_ws_tests::wire::{Frame, PING};

use crate::node::{QUIET, Registrar, Registree, cse, registrar_config};
use crate::peer::{Peer, retrieval};
use crate::world::{Call, Step, World};

/// A transport for a node, and the other end of it: a node that is a registrar or a registree, with a peer that is connected.
struct Pair {
    registrar: Option<Registrar>,
    registree: Option<Registree>,
    peer: Peer,
}

/// The script of a line once the connection is open; before, everything succeeds.
#[derive(Clone)]
struct Later(Arc<Mutex<Option<Inner>>>);

type Inner = Box<dyn FnMut(Call) -> Step + Send>;

impl Later {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(None)))
    }

    fn begin(&self, script: impl FnMut(Call) -> Step + Send + 'static) {
        *self.0.lock().unwrap() = Some(Box::new(script));
    }

    fn script(&self) -> impl FnMut(Call, usize) -> Step + Send + 'static {
        let later = self.clone();
        move |call, _| {
            let mut script = later.0.lock().unwrap();
            script
                .as_mut()
                .map_or(Step::Take(usize::MAX), |script| script(call))
        }
    }
}

impl Pair {
    fn registrar(later: &Later, limits: Config) -> Self {
        let mut node = Registrar::new(RegistrarConfig::default(), limits);
        let line = node.tasks.world.line(later.script());
        let peer = node.register(line, "Cthermo", cse);
        Self {
            registrar: Some(node),
            registree: None,
            peer,
        }
    }

    fn registree(later: &Later, limits: Config) -> Self {
        let mut node = Registree::new(|_| {}, limits);
        let peer = node.connect(later.script());
        Self {
            registrar: None,
            registree: Some(node),
            peer,
        }
    }

    /// Both kinds of node, each with what happens to its transport once it is connected.
    fn both(limits: Config) -> [(Self, Later); 2] {
        let laters = [Later::new(), Later::new()];
        let [first, second] = &laters;
        let pairs = [
            Self::registrar(first, limits),
            Self::registree(second, limits),
        ];
        let mut pairs = pairs.into_iter().zip(laters);
        [pairs.next().unwrap(), pairs.next().unwrap()]
    }

    fn rest(&mut self) {
        self.tasks().rest();
    }

    fn tasks(&mut self) -> &mut crate::tasks::Tasks {
        let registrar = self.registrar.as_mut().map(|node| &mut node.tasks);
        let registree = self.registree.as_mut().map(|node| &mut node.tasks);
        registrar.or(registree).unwrap()
    }

    fn world(&mut self) -> World {
        self.tasks().world.clone()
    }

    /// Lets the node send a request, and forgets its outcome.
    fn make_request(&mut self, number: usize) {
        let identifier = format!("made-{number}");
        if let Some(node) = &mut self.registrar {
            node.ask("Cthermo", retrieval("cse-in", "Cthermo", identifier));
        } else if let Some(node) = &mut self.registree {
            node.ask(retrieval("Cthermo", "cse-in", identifier));
        }
        self.rest();
    }

    /// Closes the connection in good order.
    fn disconnect(&mut self) {
        if let Some(node) = &self.registrar {
            node.disconnect("Cthermo");
        } else if let Some(node) = &self.registree {
            node.handle.disconnect();
        }
        self.rest();
    }

    fn is_connected(&self) -> bool {
        let registrar = self.registrar.as_ref();
        let registrar = registrar.is_some_and(|node| node.handle.is_reachable("Cthermo"));
        let registree = self.registree.as_ref();
        registrar || registree.is_some_and(|node| node.handle.state() == RegistreeState::Up)
    }
}

/// What is written is passed on.
#[test]
fn n_04_what_is_written_is_flushed() {
    for (mut pair, _) in Pair::both(QUIET) {
        pair.make_request(0);
        assert_eq!(pair.peer.requests().len(), 1);
        assert!(pair.peer.line.is_flushed());
    }
}

/// Our direction is ended behind the Close frame, and the transport is let go behind the peer's.
#[test]
fn n_04_the_transport_is_shut_down() {
    for (mut pair, _) in Pair::both(QUIET) {
        pair.disconnect();
        assert_eq!(pair.peer.closes(), [1000]);
        pair.peer.send_frame(Frame::close(1000, ""));
        pair.rest();
        // RFC 6455 §7.1.1: the server ends first, the client waits for it.
        assert_eq!(pair.peer.line.is_shut(), pair.registrar.is_some());
        pair.peer.line.end();
        pair.rest();
        assert!(pair.peer.line.is_dropped());
    }
}

/// The end of the input without a Close frame is the end of the connection.
#[test]
fn n_04_the_end_of_input_ends_the_connection() {
    for (mut pair, _) in Pair::both(QUIET) {
        pair.peer.line.end();
        pair.rest();
        assert!(!pair.is_connected());
        assert!(pair.peer.line.is_dropped());
    }
}

/// A write that fails, or takes nothing, is the end of the connection, and is not repeated.
#[test]
fn n_04_a_write_that_fails_ends_the_connection() {
    for step in [
        Step::Fail(ErrorKind::BrokenPipe),
        Step::Fail(ErrorKind::ConnectionReset),
        Step::Zero,
    ] {
        for (mut pair, later) in Pair::both(QUIET) {
            let writes = pair.peer.line.count(Call::Write);
            later.begin(move |call| match call {
                Call::Write => step,
                Call::Read | Call::Flush | Call::Shutdown => Step::Take(usize::MAX),
            });
            pair.make_request(0);
            // The peer, which has gone, ends its direction too.
            pair.peer.line.end();
            pair.rest();
            assert!(!pair.is_connected(), "{step:?}");
            assert!(pair.peer.line.is_dropped(), "{step:?}");
            assert_eq!(pair.peer.line.count(Call::Write), writes + 1, "{step:?}");
        }
    }
}

/// A write that fails ends the connection although the peer keeps its direction open.
#[test]
fn n_04_a_failure_lets_the_transport_go() {
    for call in [Call::Write, Call::Flush] {
        for (mut pair, later) in Pair::both(QUIET) {
            later.begin(move |this| match this {
                this if this == call => Step::Fail(ErrorKind::BrokenPipe),
                _ => Step::Take(usize::MAX),
            });
            pair.make_request(0);
            assert!(!pair.is_connected(), "{call:?}");
            assert!(pair.peer.line.is_dropped(), "{call:?}");
        }
    }
}

/// A call that a signal has interrupted is made again.
#[test]
fn n_04_an_interrupted_call_is_repeated() {
    for (mut pair, later) in Pair::both(QUIET) {
        let mut calls = 0_u32;
        later.begin(move |_| {
            calls += 1;
            match calls % 3 {
                0 => Step::Take(usize::MAX),
                _ => Step::Fail(ErrorKind::Interrupted),
            }
        });
        pair.make_request(0);
        pair.peer.answer_all();
        pair.peer.send_frame(Frame::new(PING, "?"));
        pair.rest();
        assert_eq!(pair.peer.frames().len(), 1, "a pong");
        assert!(pair.is_connected() && pair.peer.line.is_flushed());
    }
}

/// Who gives others a turn wakes itself: everything is read, written and answered before any time passes.
#[test]
fn n_04_a_budget_that_ends_wakes_the_task() {
    for (mut pair, later) in Pair::both(QUIET) {
        later.begin(|call| match call {
            Call::Read => Step::Take(1),
            Call::Write => Step::Take(3),
            Call::Flush | Call::Shutdown => Step::Take(usize::MAX),
        });
        for number in 0..50 {
            pair.make_request(number);
        }
        assert_eq!(pair.peer.answer_all(), 50);
        pair.peer.send_frame(Frame::new(PING, "last"));
        pair.rest();
        assert_eq!(pair.peer.line.unread(), 0);
        assert_eq!(pair.peer.frames().len(), 1, "a pong");
    }
}

/// A deadline that passes while the transport is at work is seen to at once, for nobody else will wake the task.
#[test]
fn n_04_a_deadline_that_is_due_is_not_waited_for() {
    let limits = Config {
        ping_interval: Some(Duration::from_secs(20)),
        ..Config::DEFAULT
    };
    for call in [Call::Read, Call::Write, Call::Flush] {
        for at in 0..4 {
            for (mut pair, later) in Pair::both(limits) {
                let world = pair.world();
                let mut number = 0;
                later.begin(move |this| {
                    if this == call {
                        if number == at {
                            world.skip(Duration::from_secs(25));
                        }
                        number += 1;
                    }
                    Step::Take(usize::MAX)
                });
                let start = pair.world().now();
                pair.make_request(0);
                let frames = pair.peer.frames();
                let pings = frames.iter().filter(|frame| frame.opcode == PING).count();
                let has_passed = pair.world().now() > start;
                assert_eq!(pings, usize::from(has_passed), "{call:?} {at}");
            }
        }
    }
}

/// While input never ends, what it asks for is written in between.
#[test]
fn n_04_endless_input_does_not_starve_writing() {
    let limits = Config {
        max_control_frames: u32::MAX,
        ..QUIET
    };
    for (mut pair, later) in Pair::both(limits) {
        let most = Arc::new(Mutex::new(0_usize));
        let (seen, mut reads) = (Arc::clone(&most), 0);
        later.begin(move |call| {
            match call {
                Call::Read => reads += 1,
                Call::Write => reads = 0,
                Call::Flush | Call::Shutdown => {}
            }
            let mut most = seen.lock().unwrap();
            *most = reads.max(*most);
            Step::Take(64)
        });
        for _ in 0..2_000 {
            pair.peer.send_frame(Frame::new(PING, "are you there"));
        }
        pair.rest();
        assert_eq!(pair.peer.line.unread(), 0);
        let most = *most.lock().unwrap();
        assert!(most <= 64, "{most} reads without a write");
    }
}

/// A peer that takes no answers is not read without end.
#[test]
fn n_04_a_peer_that_takes_nothing_is_not_read_on() {
    let limits = Config {
        max_outbox_len: 4 << 10,
        ..QUIET
    };
    let config = registrar_config(|config| {
        config.session = SessionConfig {
            max_waiting_len: 4 << 10,
            max_incoming: 8,
            ..SessionConfig::default()
        };
    });
    let later = Later::new();
    let mut node = Registrar::new(config, limits);
    let line = node.tasks.world.line(later.script());
    let mut peer = node.register(line, "Cthermo", cse);
    later.begin(|call| match call {
        Call::Write => Step::Stalled,
        Call::Read | Call::Flush | Call::Shutdown => Step::Take(1_024),
    });
    for number in 0..10_000 {
        peer.send(retrieval("Cthermo", "cse-in", format!("r{number}")));
    }
    let all = peer.line.unread();
    node.tasks.rest();
    let read = all - peer.line.unread();
    assert!(read < 200 << 10, "{read} bytes were read");
    assert!(read > 0);
    // It takes them after all.
    later.begin(|_| Step::Take(usize::MAX));
    peer.line.ripen(Call::Write);
    node.tasks.rest();
    assert_eq!(peer.responses().len(), 10_000);
    assert!(node.handle.is_reachable("Cthermo"));
}

/// Connections of a thread share their buffers: one that has nothing to read holds none.
#[test]
fn n_04_an_idle_connection_gives_its_buffer_back() {
    let mut node = Registrar::plain();
    let mut peers = ["Cone", "Ctwo", "Cthree"].map(|name| node.register_calm(name));
    let mut spaces = Vec::new();
    for round in 0..3 {
        for (peer, name) in peers.iter_mut().zip(["Cone", "Ctwo", "Cthree"]) {
            peer.send(retrieval(name, "cse-in", format!("r{round}")));
            node.tasks.rest();
            assert_eq!(peer.responses().len(), 1);
            spaces.push(peer.line.space());
        }
    }
    spaces.sort_unstable();
    spaces.dedup();
    assert_eq!(spaces.len(), 1, "one buffer serves them all");
}
