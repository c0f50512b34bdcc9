use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::fmt;

use bytes::{Buf, Bytes};

use crate::certain::{less, part};

/// The bytes that a machine has to send, until they are written: look with [`Buf::chunk`] or (feature `std`)
/// [`Buf::chunks_vectored`], commit with [`Buf::advance`] what the transport took.
///
/// Small frames lie side by side and leave in one write; a large payload is kept as the [`Bytes`] it came in.
#[derive(Default)]
pub struct Outbox {
    /// Frame headers and small payloads; bytes before `head` were written.
    small: Vec<u8>,
    head: usize,
    /// The bytes that stand between them, in order.
    inserts: VecDeque<Insert>,
    /// All that waits.
    len: usize,
    /// Control frames that wait: the inserted ones; and of the appended ones how many, and where the last one ends.
    control_inserts: usize,
    appended_controls: usize,
    appended_end: u64,
    /// Bytes ever queued and ever written, inserted control frames not counted: the positions of [`Sent`].
    queued: u64,
    written: u64,
    /// Bytes that the transport ever took, all counted.
    taken: u64,
}

/// Bytes that leave before the byte at `at` in `small`. An empty one marks the end of a fragment.
struct Insert {
    at: usize,
    bytes: Bytes,
    is_control: bool,
}

/// The place of a message in the stream of bytes sent: a receipt for
/// [`Connection::is_unwritten`](crate::Connection::is_unwritten) and
/// [`Connection::is_written`](crate::Connection::is_written).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Sent {
    pub(crate) start: u64,
    pub(crate) end: u64,
}

impl Outbox {
    /// Returns whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Gives back the memory of the bytes that were written. For connections that become idle: an empty outbox then holds none.
    pub fn shrink(&mut self) {
        if self.is_empty() {
            self.reset();
            self.small = Vec::new();
            self.inserts = VecDeque::new();
        }
    }

    pub(crate) const fn queued(&self) -> u64 {
        self.queued
    }

    pub(crate) const fn written(&self) -> u64 {
        self.written
    }

    pub(crate) const fn taken(&self) -> u64 {
        self.taken
    }

    /// Queues by copying.
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.push_with(|out| out.extend_from_slice(bytes));
    }

    /// Lets `write` append to the bytes that wait.
    pub(crate) fn push_with(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let before = self.small.len();
        write(&mut self.small);
        self.note_queued(less(self.small.len(), before));
    }

    /// Queues without copying.
    pub(crate) fn push_shared(&mut self, bytes: Bytes) {
        self.note_queued(bytes.len());
        self.inserts.push_back(Insert {
            at: self.small.len(),
            bytes,
            is_control: false,
        });
    }

    /// Marks the end of a fragment: a control frame may pass here.
    pub(crate) fn mark_boundary(&mut self) {
        self.inserts.push_back(Insert {
            at: self.small.len(),
            bytes: Bytes::new(),
            is_control: false,
        });
    }

    /// Queues a control frame ahead of everything behind the first boundary that is still to come, or at the end.
    pub(crate) fn push_control(&mut self, frame: &[u8]) {
        let begun = usize::from(self.inserts.front().is_some_and(|first| !first.is_control));
        let index = begun
            + self
                .inserts
                .iter()
                .skip(begun)
                .take_while(|insert| insert.is_control)
                .count();
        let Some(previous) = index
            .checked_sub(1)
            .and_then(|index| self.inserts.get(index))
        else {
            self.appended_controls = less(self.waiting_controls(), self.control_inserts) + 1;
            self.push(frame);
            self.appended_end = self.queued;
            return;
        };
        let control = Insert {
            at: previous.at,
            bytes: Bytes::copy_from_slice(frame),
            is_control: true,
        };
        self.inserts.insert(index, control);
        self.len = self.len.saturating_add(frame.len());
        self.control_inserts += 1;
    }

    /// The number of control frames that wait to be written; those that were appended count until all of them were.
    pub(crate) const fn waiting_controls(&self) -> usize {
        if self.written < self.appended_end {
            self.control_inserts + self.appended_controls
        } else {
            self.control_inserts
        }
    }

    fn reset(&mut self) {
        self.small.clear();
        self.head = 0;
        if !self.inserts.is_empty() {
            self.inserts.clear();
        }
    }

    #[inline]
    fn note_queued(&mut self, len: usize) {
        self.len = self.len.saturating_add(len);
        self.queued = self.queued.saturating_add(len_u64(len));
    }

    #[inline]
    fn advance_small(&mut self, count: usize) {
        self.head = self.head.saturating_add(count);
        self.written = self.written.saturating_add(len_u64(count));
    }

    fn advance_mixed(&mut self, mut count: usize) {
        while count > 0 {
            let end = self
                .inserts
                .front()
                .map_or(self.small.len(), |insert| insert.at);
            let run = less(end, self.head);
            let taken = if run > 0 {
                let taken = run.min(count);
                self.advance_small(taken);
                taken
            } else {
                self.advance_insert(count)
            };
            count = less(count, taken);
        }
    }

    /// Takes up to `count` bytes of the insert that is next; how many it took.
    fn advance_insert(&mut self, count: usize) -> usize {
        let Some(insert) = self.inserts.front_mut() else {
            return count;
        };
        let taken = insert.bytes.len().min(count);
        insert.bytes.advance(taken);
        if !insert.is_control {
            self.written = self.written.saturating_add(len_u64(taken));
        }
        self.drop_empty_inserts();
        taken
    }

    /// Forgets what was written.
    fn compact(&mut self) {
        self.small.drain(..self.head);
        for insert in &mut self.inserts {
            insert.at = less(insert.at, self.head);
        }
        self.head = 0;
    }

    fn drop_empty_inserts(&mut self) {
        while self
            .inserts
            .front()
            .is_some_and(|next| next.at <= self.head && next.bytes.is_empty())
        {
            if self.inserts.pop_front().is_some_and(|done| done.is_control) {
                self.control_inserts = less(self.control_inserts, 1);
            }
        }
    }
}

impl Buf for Outbox {
    #[inline]
    fn remaining(&self) -> usize {
        self.len
    }

    #[inline]
    fn chunk(&self) -> &[u8] {
        if self.inserts.is_empty() {
            return part(&self.small, self.head..);
        }
        let mut end = self.small.len();
        for insert in &self.inserts {
            if insert.at > self.head {
                end = insert.at;
                break;
            }
            if !insert.bytes.is_empty() {
                return &insert.bytes;
            }
        }
        part(&self.small, self.head..end)
    }

    #[cfg(feature = "std")]
    fn chunks_vectored<'a>(&'a self, slices: &mut [std::io::IoSlice<'a>]) -> usize {
        let mut head = self.head;
        let mut count = 0;
        let mut slots = slices.iter_mut();
        let mut put = |bytes: &'a [u8]| {
            let Some(slot) = (!bytes.is_empty()).then(|| slots.next()) else {
                return true;
            };
            let Some(slot) = slot else { return false };
            *slot = std::io::IoSlice::new(bytes);
            count += 1;
            true
        };
        for insert in &self.inserts {
            let run = part(&self.small, head..insert.at);
            head = head.max(insert.at);
            if !(put(run) && put(&insert.bytes)) {
                return count;
            }
        }
        put(part(&self.small, head..));
        count
    }

    /// # Panics
    ///
    /// When `count` is more than [`remaining`](Buf::remaining): the transport took bytes that were not there.
    #[inline]
    fn advance(&mut self, count: usize) {
        assert!(count <= self.len, "advanced past the end of the outbox");
        self.len = less(self.len, count);
        self.taken = self.taken.saturating_add(len_u64(count));
        if self.inserts.is_empty() {
            self.advance_small(count);
        } else {
            self.advance_mixed(count);
        }
        if self.len == 0 {
            self.reset();
            if self.small.capacity() > RETAINED_LEN {
                self.small = Vec::new();
            }
        } else if self.head > RETAINED_LEN && self.head > self.small.len() / 2 {
            self.compact();
        }
    }
}

impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outbox")
            .field("remaining", &self.remaining())
            .field("written", &self.written)
            .finish()
    }
}

/// More capacity than this is given back as soon as everything was written, in bytes.
const RETAINED_LEN: usize = 64 << 10;

fn len_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
