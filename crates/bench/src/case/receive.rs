//! Receiving: from bytes to messages.

use std::sync::Arc;

use onem2m_ws_core::Role;

use super::{SIZES, names};
use crate::measure::{Contestant, Plan, Sample, race};
use crate::peer::Peer;
use crate::table::print_samples;
use crate::wire::{Filling, Memory, Payload, Tally};

pub(crate) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    for (role, title) in [
        (Role::Server, "Receive, server role (masked)"),
        (Role::Client, "Receive, client role (unmasked)"),
    ] {
        for filling in Filling::ALL {
            let column = |(name, len): (&str, usize)| {
                let payload = Payload::new(filling, len);
                (
                    name.to_owned(),
                    receive(peers, plan, role, &payload, usize::MAX),
                )
            };
            let columns: Vec<_> = SIZES.into_iter().map(column).collect();
            print_samples(
                &format!("{title}, {}", filling.name()),
                &names(peers),
                &columns,
            );
        }
    }
    let column = |(name, len, piece)| {
        let payload = Payload::new(Filling::Ascii, len);
        (
            String::from(name),
            receive(peers, plan, Role::Server, &payload, piece),
        )
    };
    let columns: Vec<_> = PIECES.into_iter().map(column).collect();
    print_samples(
        "Receive, server role, ASCII text in small reads",
        &names(peers),
        &columns,
    );
}

/// Messages and the most bytes that one read brings.
const PIECES: [(&str, usize, usize); 3] = [
    ("128 B in 7", 128, 7),
    ("1 KiB in 100", 1 << 10, 100),
    ("64 KiB in 1 460", 64 << 10, 1460),
];

fn receive(
    peers: &[Box<dyn Peer>],
    plan: Plan,
    role: Role,
    payload: &Payload,
    piece: usize,
) -> Vec<Option<Sample>> {
    let wire: Arc<[u8]> = payload
        .frames_for(role, WIRE_LEN.max(payload.bytes.len() * 2))
        .into();
    let contestant = |peer: &dyn Peer| -> Option<Contestant<'_>> {
        let mut receiver = peer.receiver(role, Memory::cycle(wire.clone(), piece))?;
        let who = peer.name();
        // Twice all that is on the wire.
        let count = 2 * wire.len() / payload.bytes.len();
        let mut tally = Tally::checking(payload);
        receiver.receive(count, &mut tally);
        tally.check(payload, count, who);
        Some(Box::new(move |count| {
            let mut tally = Tally::new();
            receiver.receive(count, &mut tally);
            tally.check(payload, count, who);
        }))
    };
    race(
        peers.iter().map(AsRef::as_ref).map(contestant).collect(),
        plan,
    )
}

/// More than a read buffer holds, so that reads end within messages, and less than a cache.
const WIRE_LEN: usize = 300 << 10;
