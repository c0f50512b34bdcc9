//! The memory that connections with compression hold while nothing happens.

use std::sync::Arc;

use bytes::Bytes;
use onem2m_ws_core::Role;

use super::each;
use crate::case::deflate::messages::Source;
use crate::case::idle::settle;
use crate::case::names;
use crate::measure::{Allocated, Plan};
use crate::peer::{Peer, compressed_wire, uncompressed_wire};
use crate::table::Table;
use crate::wire::{Ledger, Line, Memory, Tally};

pub(super) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    if !cfg!(feature = "allocations") {
        println!("\nWhat idle connections hold needs the feature `allocations`.");
        return;
    }
    let mut source = Source::new(2);
    let messages: Vec<Bytes> = (0..40).map(|number| source.mixed(number).into()).collect();
    directions(peers, &messages);
    many(peers, messages.get(..20).unwrap_or_default(), plan);
}

/// One direction at a time.
fn directions(peers: &[Box<dyn Peer>], messages: &[Bytes]) {
    let mut table = Table::new(
        "Connection after 40 messages received, and after 40 sent: bytes allocated".to_owned(),
    );
    for (name, takes_over) in [("with context takeover", true), ("without", false)] {
        let wire: Arc<[u8]> = compressed_wire(Role::Server, takes_over, messages).into();
        let received = |peer: &dyn Peer| {
            let mut kept = None;
            let allocated = Allocated::by(|| {
                kept =
                    peer.compressed_receiver(Role::Server, takes_over, Memory::once(wire.clone()));
                if let Some(receiver) = &mut kept {
                    receiver.receive(messages.len(), &mut Tally::new());
                }
            });
            kept.map(|_| allocated.kept as f64)
        };
        let sent = |peer: &dyn Peer| {
            let mut kept = None;
            let allocated = Allocated::by(|| {
                kept = peer.compressed_sender(Role::Server, takes_over, Memory::once([].into()));
                if let Some(sender) = &mut kept {
                    messages.iter().for_each(|message| sender.send(message, 1));
                }
            });
            kept.map(|_| allocated.kept as f64)
        };
        table.figures(
            format!("{name}, received"),
            0,
            each(peers).map(received).collect(),
        );
        table.figures(format!("{name}, sent"), 0, each(peers).map(sent).collect());
    }
    table.print(&names(peers));
}

/// Both directions, of many connections with their tasks.
fn many(peers: &[Box<dyn Peer>], messages: &[Bytes], plan: Plan) {
    let most = if plan.rounds == 1 { 100 } else { CONNECTIONS };
    let mut table = Table::new(format!(
        "Idle connection with its task after 20 echoes, compressed, one of {most}: bytes allocated"
    ));
    let mut opened = vec![None; peers.len()];
    for (name, agreed) in [
        ("not agreed", None),
        ("without context takeover", Some(false)),
        ("with", Some(true)),
    ] {
        let wire: Arc<[u8]> = match agreed {
            Some(takes_over) => compressed_wire(Role::Server, takes_over, messages),
            None => uncompressed_wire(Role::Server, messages),
        }
        .into();
        let kept = each(peers).zip(&mut opened).map(|(peer, opened)| {
            let (bytes, count) = kept(peer, agreed, &wire, most)?;
            *opened = Some(count as f64);
            Some(bytes)
        });
        table.compare(name, kept.collect());
    }
    table.figures("of so many connections", 0, opened);
    table.print(&names(peers));
}

/// Bytes that each of many connections keeps, and how many those are: as many as have room.
fn kept(
    peer: &dyn Peer,
    agreed: Option<bool>,
    wire: &Arc<[u8]>,
    most: usize,
) -> Option<(f64, usize)> {
    drop(peer.compressed_echo(true, Line::Memory(Memory::once(Arc::default())))?);
    let open = || {
        let line = Line::Memory(Memory::once(wire.clone()));
        let task = match agreed {
            Some(takes_over) => peer.compressed_echo(takes_over, line),
            None => peer.echo(line),
        };
        Some(settle(task?))
    };
    let many = |count: usize| {
        let mut tasks = Vec::with_capacity(count);
        let before = Ledger::written();
        let allocated = Allocated::by(|| tasks.extend((0..count).filter_map(|_| open())));
        assert!(
            tasks.len() == count && Ledger::written() > before,
            "{} has not answered",
            peer.name()
        );
        allocated.kept as f64 / count as f64
    };
    // What is made once for all connections.
    many(2);
    let room = (ROOM / many(10).max(1.0)) as usize;
    let count = most.min(room);
    Some((many(count), count))
}

const CONNECTIONS: usize = 10_000;
/// Bytes that the connections of a peer may take.
const ROOM: f64 = (1_u32 << 30) as f64;
