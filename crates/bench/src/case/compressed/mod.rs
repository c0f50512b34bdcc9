//! Connections with permessage-deflate (RFC 7692): from compressed bytes to messages, and back.

mod hostile;
mod idle;

use std::sync::Arc;

use bytes::Bytes;
use onem2m_ws_core::Role;

use super::deflate::messages::Source;
use super::names;
use crate::measure::{Contestant, Plan, race};
use crate::peer::{Peer, compressed_wire, uncompressed_wire};
use crate::table::{Table, print_samples};
use crate::wire::{Ledger, Memory, Tally};

pub(crate) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    for takes_over in [true, false] {
        let context = if takes_over { "with" } else { "without" };
        for (role, title) in [
            (
                Role::Server,
                "Receive compressed messages, server role (masked)",
            ),
            (
                Role::Client,
                "Receive compressed messages, client role (unmasked)",
            ),
        ] {
            let columns: Vec<_> = sets()
                .into_iter()
                .map(|(name, messages)| {
                    let contestants = peers
                        .iter()
                        .map(|peer| receiving(peer.as_ref(), role, takes_over, &messages));
                    (name.to_owned(), race(contestants.collect(), plan))
                })
                .collect();
            print_samples(
                &format!("{title}, {context} context takeover"),
                &names(peers),
                &columns,
            );
        }
        for (role, title) in [
            (
                Role::Client,
                "Send compressed messages, client role (masked)",
            ),
            (
                Role::Server,
                "Send compressed messages, server role (unmasked)",
            ),
        ] {
            let columns: Vec<_> = sets()
                .into_iter()
                .map(|(name, messages)| {
                    let contestants = peers
                        .iter()
                        .map(|peer| sending(peer.as_ref(), role, takes_over, &messages));
                    (name.to_owned(), race(contestants.collect(), plan))
                })
                .collect();
            print_samples(
                &format!("{title}, {context} context takeover"),
                &names(peers),
                &columns,
            );
        }
        ratios(peers, takes_over);
    }
    uncompressed(peers, plan);
    hostile::run(peers, plan);
    idle::run(peers, plan);
}

fn each(peers: &[Box<dyn Peer>]) -> impl Iterator<Item = &dyn Peer> {
    peers.iter().map(AsRef::as_ref)
}

fn sets() -> Vec<(&'static str, Vec<Bytes>)> {
    let mut source = Source::new(1);
    let mut some = |count: usize, message: &mut dyn FnMut(&mut Source, usize) -> Vec<u8>| {
        (0..count)
            .map(|number| message(&mut source, number).into())
            .collect()
    };
    vec![
        ("180 B", some(1000, &mut |source, _| source.request())),
        ("360 B, mixed", some(999, &mut Source::mixed)),
        (
            "1.7 KiB",
            some(500, &mut |source, _| source.notification(9)),
        ),
        ("64 KiB", some(16, &mut |source, _| source.sized(64 << 10))),
    ]
}

fn receiving<'a>(
    peer: &dyn Peer,
    role: Role,
    takes_over: bool,
    messages: &'a [Bytes],
) -> Option<Contestant<'a>> {
    let wire: Arc<[u8]> = compressed_wire(role, takes_over, messages).into();
    // Some decompress at once all that a read brings: in a full buffer that is more messages than are measured at a time.
    let piece = wire.len() * AT_A_READ / messages.len();
    let mut receiver = peer.compressed_receiver(role, takes_over, Memory::cycle(wire, piece))?;
    let mut next = 0;
    Some(Box::new(move |count| {
        let mut tally = Tally::new();
        receiver.receive(count, &mut tally);
        let expected: usize = (0..count)
            .map(|index| {
                messages
                    .get((next + index) % messages.len())
                    .map_or(0, Bytes::len)
            })
            .sum();
        next += count;
        tally.check_sums(count, expected);
    }))
}

fn sending<'a>(
    peer: &dyn Peer,
    role: Role,
    takes_over: bool,
    messages: &'a [Bytes],
) -> Option<Contestant<'a>> {
    let mut sender = peer.compressed_sender(role, takes_over, Memory::once([].into()))?;
    let mut turn = messages.iter().cycle();
    Some(Box::new(move |count| {
        for message in turn.by_ref().take(count) {
            sender.send(message, 1);
        }
    }))
}

/// Bytes on the wire, headers included, for each byte that was sent.
fn ratios(peers: &[Box<dyn Peer>], takes_over: bool) {
    let context = if takes_over { "with" } else { "without" };
    let mut table = Table::new(format!(
        "Sent compressed, server role, {context} context takeover: bytes on the wire for each byte"
    ));
    for (name, messages) in sets() {
        let ratio = |peer: &dyn Peer| {
            let mut sender =
                peer.compressed_sender(Role::Server, takes_over, Memory::once([].into()))?;
            let before = Ledger::written();
            messages.iter().for_each(|message| sender.send(message, 1));
            let plain: usize = messages.iter().map(Bytes::len).sum();
            Some((Ledger::written() - before) as f64 / plain as f64)
        };
        table.figures(name, 3, each(peers).map(ratio).collect());
    }
    table.print(&names(peers));
}

/// The costs of having agreed on compression where messages are not compressed: both in the same rounds.
fn uncompressed(peers: &[Box<dyn Peer>], plan: Plan) {
    let messages = vec![Bytes::from(vec![b'a'; 128]); 1000];
    let wire: Arc<[u8]> = uncompressed_wire(Role::Server, &messages).into();
    let contestant = |peer: &dyn Peer, is_agreed| -> Option<Contestant<'_>> {
        let memory = Memory::cycle(wire.clone(), usize::MAX);
        let compressing = peer.compressed_receiver(Role::Server, true, memory.clone())?;
        let mut receiver = if is_agreed {
            compressing
        } else {
            peer.receiver(Role::Server, memory)?
        };
        Some(Box::new(move |count| {
            let mut tally = Tally::new();
            receiver.receive(count, &mut tally);
            tally.check_sums(count, 128 * count);
        }))
    };
    let both = |peer| [false, true].map(|is_agreed| contestant(peer, is_agreed));
    let samples = race(each(peers).flat_map(both).collect(), plan);
    let of = |begin| samples.iter().skip(begin).step_by(2).copied().collect();
    print_samples(
        "Receive 128 B that are not compressed, server role",
        &names(peers),
        &[
            ("not agreed".to_owned(), of(0)),
            ("agreed".to_owned(), of(1)),
        ],
    );
}

/// Messages that a read brings.
const AT_A_READ: usize = 8;
