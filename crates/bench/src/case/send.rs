//! Sending: from a message that survives to bytes handed over.

use onem2m_ws_core::Role;

use super::{SIZES, names};
use crate::measure::{Contestant, Plan, Sample, race};
use crate::peer::Peer;
use crate::table::print_samples;
use crate::wire::{Filling, Ledger, Memory, Payload};

pub(crate) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    for (role, title) in [
        (Role::Client, "Send, client role (masked), binary"),
        (Role::Server, "Send, server role (unmasked), binary"),
    ] {
        let column = |(name, len): (&str, usize)| {
            let payload = Payload::new(Filling::Binary, len);
            (name.to_owned(), send(peers, plan, role, &payload))
        };
        let columns: Vec<_> = SIZES.into_iter().map(column).collect();
        print_samples(title, &names(peers), &columns);
    }
}

fn send(peers: &[Box<dyn Peer>], plan: Plan, role: Role, payload: &Payload) -> Vec<Option<Sample>> {
    let contestant = |peer: &dyn Peer| -> Option<Contestant<'_>> {
        let mut sender = peer.sender(role, Memory::once([].into()))?;
        let who = peer.name();
        let sent = Ledger::capture(|| sender.send(&payload.bytes, CHECKED));
        payload.check_sent(role, &sent, CHECKED, who);
        let len = sent.len() / CHECKED;
        Some(Box::new(move |count| {
            let before = Ledger::written();
            sender.send(&payload.bytes, count);
            assert_eq!(
                Ledger::written() - before,
                count * len,
                "bytes sent by {who}"
            );
        }))
    };
    race(
        peers.iter().map(AsRef::as_ref).map(contestant).collect(),
        plan,
    )
}

/// Messages that are looked at before the measurement.
const CHECKED: usize = 3;
