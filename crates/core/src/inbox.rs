use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::mem;

use crate::assembly::Assembly;
use crate::certain::{part, part_mut};
use crate::message::{Message, MessageKind};

/// The caller's input buffer: bytes are read from the transport into [`space`](Self::space), counted with
/// [`filled`](Self::filled), and taken from the front by the machine.
///
/// Whenever [`Connection::poll_event`](crate::Connection::poll_event) has returned `None` the inbox is empty, so one
/// inbox can serve any number of connections in turn.
#[derive(Default)]
pub struct Inbox {
    storage: Vec<u8>,
    start: usize,
    end: usize,
    /// The message that was assembled last, for it is lent from here; until the inbox is empty, which is as long as it
    /// serves the same connection.
    assembled: Assembly,
}

impl Inbox {
    /// The size that [`space`](Self::space) allocates when the inbox has no storage, in bytes.
    pub const DEFAULT_CAPACITY: usize = 64 << 10;

    /// Returns an inbox without storage, which gets [`DEFAULT_CAPACITY`](Self::DEFAULT_CAPACITY) bytes when first used.
    #[must_use]
    pub const fn new() -> Self {
        Self::from_storage(Vec::new())
    }

    /// Returns an inbox of `capacity` bytes. A message that is longer arrives through several reads and is assembled.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self::from_storage(vec![0; capacity])
    }

    /// Returns an inbox over `storage`, all of whose bytes may be overwritten: for buffers that many connections share.
    #[must_use]
    pub const fn from_storage(storage: Vec<u8>) -> Self {
        Self {
            storage,
            start: 0,
            end: 0,
            assembled: Assembly::new(MessageKind::Binary),
        }
    }

    /// Takes the storage out, for use elsewhere, if nothing unread lies in it.
    pub fn take_storage(&mut self) -> Option<Vec<u8>> {
        if !self.is_empty() || self.storage.is_empty() {
            return None;
        }
        (self.start, self.end) = (0, 0);
        Some(mem::take(&mut self.storage))
    }

    /// Returns the space to read into, which is empty only when the inbox is full of unread bytes.
    pub fn space(&mut self) -> &mut [u8] {
        if self.storage.is_empty() {
            self.storage = vec![0; Self::DEFAULT_CAPACITY];
        }
        if self.start > 0 {
            self.storage.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        part_mut(&mut self.storage, self.end..)
    }

    /// Counts the first `count` bytes of [`space`](Self::space) as received.
    ///
    /// # Errors
    ///
    /// [`Overfilled`] when there is less space than that (a transport that lies about the bytes it read); nothing changes.
    pub fn filled(&mut self, count: usize) -> Result<(), Overfilled> {
        match self.end.checked_add(count) {
            Some(end) if end <= self.storage.len() => {
                self.end = end;
                Ok(())
            }
            Some(_) | None => Err(Overfilled),
        }
    }

    /// Appends bytes that came from elsewhere, growing the storage where needed.
    pub fn extend(&mut self, bytes: &[u8]) {
        if self.space().len() < bytes.len() {
            self.storage.resize(self.end.saturating_add(bytes.len()), 0);
        }
        for (to, from) in self.space().iter_mut().zip(bytes) {
            *to = *from;
        }
        self.end = self.end.saturating_add(bytes.len());
    }

    /// Returns the received bytes that no machine has taken.
    #[must_use]
    pub fn unread(&self) -> &[u8] {
        part(&self.storage, self.start..self.end)
    }

    /// Returns whether nothing unread is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Returns the length of the storage, in bytes.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.storage.len()
    }

    /// Drops everything unread.
    pub fn clear(&mut self) {
        (self.start, self.end) = (0, 0);
        self.drop_assembled();
    }

    /// Lends a message that was assembled.
    pub(crate) fn lend_assembled(&mut self, assembled: Assembly) -> Message<'_> {
        self.assembled = assembled;
        self.assembled.lend()
    }

    /// The buffer of the message that was lent last, if it is still here.
    pub(crate) fn take_assembled(&mut self) -> Assembly {
        mem::take(&mut self.assembled)
    }

    /// Gives back the memory of the message that was lent last.
    #[inline]
    pub(crate) fn drop_assembled(&mut self) {
        if self.assembled.capacity() > 0 {
            self.assembled = Assembly::default();
        }
    }

    pub(crate) fn unread_mut(&mut self) -> &mut [u8] {
        part_mut(&mut self.storage, self.start..self.end)
    }

    /// Takes `count` unread bytes from the front; all of them when there are fewer.
    pub(crate) fn take(&mut self, count: usize) -> &mut [u8] {
        let start = self.start;
        self.start = self.end.min(start.saturating_add(count));
        let taken = start..self.start;
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
        }
        part_mut(&mut self.storage, taken)
    }
}

impl fmt::Debug for Inbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inbox")
            .field("unread", &self.unread().len())
            .field("capacity", &self.storage.len())
            .finish()
    }
}

/// More bytes were counted as received than there was space for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Overfilled;

impl fmt::Display for Overfilled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("more bytes counted as received than the inbox had space for")
    }
}

impl core::error::Error for Overfilled {}
