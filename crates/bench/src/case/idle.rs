//! The memory that a connection holds while nothing happens.

use core::task::{Context, Waker};
use std::sync::Arc;

use onem2m_ws_core::Role;

use super::names;
use crate::measure::{Allocated, Plan};
use crate::peer::{Peer, Task};
use crate::table::Table;
use crate::wire::{Filling, Ledger, Line, Memory, Payload};

pub(crate) fn run(peers: &[Box<dyn Peer>], _: Plan) {
    if !cfg!(feature = "allocations") {
        println!("\nWhat idle connections hold needs the feature `allocations`.");
        return;
    }
    let mut table = Table::new("Idle connection with its task: bytes allocated".to_owned());
    for (name, len) in [
        ("fresh", None),
        ("after a 128 B echo", Some(128)),
        ("after a 64 KiB echo", Some(64 << 10)),
    ] {
        let wire: Arc<[u8]> = match len {
            Some(len) => Payload::new(Filling::Ascii, len)
                .frames_for(Role::Server, 1)
                .into(),
            None => Arc::default(),
        };
        let kept = peers
            .iter()
            .map(|peer| kept(peer.as_ref(), &wire, len))
            .collect();
        table.compare(name, kept);
    }
    table.print(&names(peers));
}

/// Bytes that each of many connections keeps, after it has echoed `wire`.
fn kept(peer: &dyn Peer, wire: &Arc<[u8]>, len: Option<usize>) -> Option<f64> {
    let open = || Some(settle(peer.echo(Line::Memory(Memory::once(wire.clone())))?));
    // What is made once for all connections.
    drop((open()?, open()?));
    let mut tasks = Vec::with_capacity(CONNECTIONS);
    let before = Ledger::written();
    let allocated = Allocated::by(|| tasks.extend((0..CONNECTIONS).filter_map(|_| open())));
    let echoed = (Ledger::written() - before) / CONNECTIONS;
    assert!(
        echoed >= len.unwrap_or_default(),
        "{} has not answered",
        peer.name()
    );
    Some(allocated.kept as f64 / CONNECTIONS as f64)
}

/// Runs until it waits for more input.
pub(super) fn settle(mut task: Task) -> Task {
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..4 {
        assert!(
            task.as_mut().poll(&mut cx).is_pending(),
            "the connection has ended"
        );
    }
    task
}

const CONNECTIONS: usize = 1000;
