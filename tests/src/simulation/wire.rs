//! A transport between a registree and the registrar that is slow, stalls, and breaks.

use std::collections::VecDeque;

use onem2m_ws_core::{Buf, Inbox, Outbox, Timestamp};

use super::random::Random;

/// One direction.
#[derive(Debug, Default)]
pub(super) struct Pipe {
    bytes: VecDeque<u8>,
    /// The writer has ended it.
    is_shut: bool,
    /// Nobody reads any more.
    is_unread: bool,
    stalled_until: Timestamp,
}

/// Bytes that a pipe takes before its reader takes some.
const CAPACITY: usize = 16 << 10;

impl Pipe {
    /// Writes what it takes: whether that was something, or an error.
    pub(super) fn write(
        &mut self,
        now: Timestamp,
        outbox: &mut Outbox,
        random: &mut Random,
    ) -> Result<bool, ()> {
        if !outbox.has_remaining() {
            return Ok(false);
        }
        if self.is_unread {
            return Err(());
        }
        if self.is_shut || self.stalled_until > now {
            return Ok(false);
        }
        let room = CAPACITY.saturating_sub(self.bytes.len());
        let mut count = outbox.remaining().min(room);
        if random.chance(20) {
            count = count.min(usize::try_from(random.below(40)).expect("it fits") + 1);
        }
        let mut left = count;
        while left > 0 {
            let chunk = outbox.chunk();
            let part = chunk.len().min(left);
            self.bytes.extend(&chunk[..part]);
            outbox.advance(part);
            left -= part;
        }
        Ok(count > 0)
    }

    /// Reads what there is: bytes, or the end.
    pub(super) fn read(&mut self, inbox: &mut Inbox, random: &mut Random) -> Read {
        if self.bytes.is_empty() {
            return if self.is_shut {
                Read::End
            } else {
                Read::Nothing
            };
        }
        let mut count = self.bytes.len();
        if random.chance(30) {
            count = count.min(usize::try_from(random.below(64)).expect("it fits") + 1);
        }
        let (head, tail) = self.bytes.as_slices();
        let from_head = head.len().min(count);
        inbox.extend(&head[..from_head]);
        inbox.extend(&tail[..count - from_head]);
        self.bytes.drain(..count);
        Read::Bytes
    }

    pub(super) const fn shut(&mut self) {
        self.is_shut = true;
    }

    /// The reader is gone.
    pub(super) fn abandon(&mut self) {
        self.is_unread = true;
        self.bytes.clear();
    }

    /// The network takes what has not been read, but for the first `count` bytes, and ends it.
    pub(super) fn cut(&mut self, count: usize) {
        self.bytes.truncate(count);
        self.is_shut = true;
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) const fn stall(&mut self, until: Timestamp) {
        self.stalled_until = until;
    }

    pub(super) fn stalled_until(&self, now: Timestamp) -> Option<Timestamp> {
        Some(self.stalled_until).filter(|until| *until > now)
    }
}

pub(super) enum Read {
    Nothing,
    Bytes,
    End,
}
