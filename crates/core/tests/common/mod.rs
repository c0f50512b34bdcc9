//! What the tests of the handshakes share.

use onem2m_ws_core::{Buf, Inbox, Outbox, Seed, Timestamp};

pub(crate) const NOW: Timestamp = Timestamp::ZERO;

pub(crate) fn seed(number: u64) -> Seed {
    let mut seed = [0; 32];
    for (to, from) in seed.iter_mut().zip(number.to_ne_bytes()) {
        *to = from;
    }
    Seed(seed)
}

pub(crate) fn inbox(bytes: &[u8]) -> Inbox {
    let mut inbox = Inbox::with_capacity(bytes.len());
    inbox.extend(bytes);
    inbox
}

/// Everything that waits, taken out.
pub(crate) fn written(outbox: &mut Outbox) -> Vec<u8> {
    let mut bytes = Vec::new();
    while outbox.has_remaining() {
        bytes.extend_from_slice(outbox.chunk());
        outbox.advance(outbox.chunk().len());
    }
    bytes
}
