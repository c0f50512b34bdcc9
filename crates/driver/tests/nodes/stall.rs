//! Peers that take little, or nothing.

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use core::time::Duration;
use std::sync::Arc;

use onem2m_ws_driver::IncomingRequest;
use onem2m_ws_driver::binding::RegistreeState;
use onem2m_ws_driver::core::Config;

use crate::node::{QUIET, Registrar, Registree, cse, registrar_config, respond};
use crate::peer::{answer, filler, retrieval};
use crate::world::{Call, Step};

/// A peer that is slow to take a long answer and goes on asking is alive: it is not read meanwhile, so its silence means nothing.
#[test]
fn n_01_a_slow_reader_is_not_taken_for_dead() {
    let limits = Config {
        ping_interval: Some(Duration::from_secs(10)),
        max_outbox_len: 16 << 10,
        ..Config::DEFAULT
    };
    let config = registrar_config(|config| config.session.max_waiting_len = 16 << 10);
    let mut node = Registrar::new(config, limits);
    let credit = Arc::new(AtomicUsize::new(usize::MAX));
    let left = Arc::clone(&credit);
    let line = node.tasks.world.line(move |call, _| match call {
        Call::Write if left.load(Ordering::Relaxed) == usize::MAX => Step::Take(usize::MAX),
        Call::Write => match left.swap(0, Ordering::Relaxed) {
            0 => Step::Stalled,
            credit => Step::Take(credit),
        },
        Call::Read | Call::Flush | Call::Shutdown => Step::Take(usize::MAX),
    });
    let handler = async |incoming: IncomingRequest| match &*incoming.request.to {
        "long" => {
            let response = answer(&incoming.request).content(filler(900_000));
            respond(incoming, response);
        }
        _ => cse(incoming).await,
    };
    let mut peer = node.register(line, "Cthermo", handler);
    peer.send(retrieval("Cthermo", "long", "long"));
    let mut responses = 0;
    for second in 0..120 {
        // 10 kB in each second.
        credit.store(10_000, Ordering::Relaxed);
        peer.line.ripen(Call::Write);
        for number in 0..40 {
            let identifier = format!("r{second}-{number}");
            peer.send(retrieval("Cthermo", "cse-in", identifier));
        }
        node.tasks.pass(Duration::from_secs(1));
        responses += peer.responses().len();
        assert!(
            node.handle.is_reachable("Cthermo"),
            "given up after {second} s"
        );
    }
    assert!(
        responses > 1,
        "the long answer arrives, and those behind it"
    );
}

/// A flush that never ends is a peer that takes nothing (as `tr_03`).
#[test]
fn n_02_a_flush_that_is_pending_for_ever_ends_a_registrars_connection() {
    let mut node = Registrar::plain();
    let is_stalled = Arc::new(AtomicBool::new(false));
    let stalls = Arc::clone(&is_stalled);
    let line = node.tasks.world.line(move |call, _| {
        if call == Call::Flush && stalls.load(Ordering::Relaxed) {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    });
    let peer = node.register(line, "Cthermo", cse);
    is_stalled.store(true, Ordering::Relaxed);
    peer.send(retrieval("Cthermo", "cse-in", "r1"));
    node.tasks.pass(Duration::from_secs(40));
    assert!(peer.line.is_dropped(), "30 s are the write timeout");
}

#[test]
fn n_02_a_flush_that_is_pending_for_ever_ends_a_registrees_connection() {
    let mut node = Registree::new(|_| {}, QUIET);
    let is_stalled = Arc::new(AtomicBool::new(false));
    let stalls = Arc::clone(&is_stalled);
    let peer = node.connect(move |call, _| {
        if call == Call::Flush && stalls.load(Ordering::Relaxed) {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    });
    is_stalled.store(true, Ordering::Relaxed);
    node.ask(retrieval("Cthermo", "cse-in", "r1"));
    node.tasks.pass(Duration::from_secs(40));
    assert!(peer.line.is_dropped(), "30 s are the write timeout");
    assert_ne!(node.handle.state(), RegistreeState::Up);
}
