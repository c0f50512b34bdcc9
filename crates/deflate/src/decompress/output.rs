//! Bytes on their way out, and the matches within them.

use alloc::vec::Vec;

use super::error::Fault;
use crate::certain::part;
use crate::symbols::MAX_MATCH;
use crate::window::Window;

/// The output of one call: the caller's buffer, whose bytes from `start` to `at` are new, and may grow up to `limit`.
#[derive(Debug)]
pub(super) struct Output<'o> {
    bytes: &'o mut Vec<u8>,
    start: usize,
    at: usize,
    limit: usize,
    /// Room to make when there is none for the first time.
    first_room: usize,
}

impl<'o> Output<'o> {
    /// `limit`: how many bytes may be appended. `input_len` gives an idea of how many there will be.
    pub(super) fn new(bytes: &'o mut Vec<u8>, limit: usize, input_len: usize) -> Self {
        let start = bytes.len();
        Self {
            bytes,
            start,
            at: start,
            limit: start.saturating_add(limit),
            first_room: input_len
                .saturating_mul(8)
                .min(LARGE)
                .saturating_add(MARGIN),
        }
    }

    /// The bytes that were written by this call.
    pub(super) fn written(&self) -> &[u8] {
        part(self.bytes, self.start..self.at)
    }

    #[inline]
    const fn written_len(&self) -> usize {
        self.at.wrapping_sub(self.start)
    }

    /// The number of bytes that may still be written.
    const fn allowed(&self) -> usize {
        self.limit.wrapping_sub(self.at)
    }

    /// Cuts off what was made room for and not written.
    pub(super) fn finish(self) {
        self.bytes.truncate(self.at);
    }

    /// Makes room for `len` bytes, as far as they are allowed.
    #[inline]
    fn make_room(&mut self, len: usize) {
        if self.bytes.len().wrapping_sub(self.at) < len {
            self.grow(len);
        }
    }

    /// Doubles what was written, so that the zeros written first are as many as the bytes after them.
    #[cold]
    fn grow(&mut self, len: usize) {
        let room = len.max(self.written_len()).max(self.first_room);
        let end = self.limit.min(self.at.saturating_add(room));
        let additional = end.saturating_sub(self.bytes.len());
        if end > self.bytes.capacity() {
            // Doubled as a whole: a message in many small parts would be copied for each of them otherwise.
            let doubled = self.bytes.capacity().saturating_mul(2).min(self.limit);
            let capacity = doubled.max(end);
            self.bytes
                .reserve_exact(capacity.saturating_sub(self.bytes.len()));
        }
        if additional > 0 {
            self.bytes.resize(end, 0);
        }
    }

    /// Makes room for [`MARGIN`] bytes; whether so many are allowed.
    pub(super) fn make_margin(&mut self) -> bool {
        if self.allowed() < MARGIN {
            return false;
        }
        self.make_room(MARGIN);
        true
    }

    /// Lends the room that there is. Bytes that are written there count when the output is [advanced](Self::advance_to).
    pub(super) fn room(&mut self) -> Room<'_> {
        Room {
            bytes: self.bytes,
            start: self.start,
            at: self.at,
        }
    }

    /// Counts what was written, up to this place.
    pub(super) fn advance_to(&mut self, at: usize) {
        debug_assert!(self.at <= at && at <= self.limit, "a place within the room");
        self.at = at;
    }

    /// Writes one byte; whether that was allowed.
    #[inline]
    pub(super) fn push(&mut self, byte: u8) -> bool {
        self.make_room(1);
        if self.at >= self.limit {
            return false;
        }
        if let Some(place) = self.bytes.get_mut(self.at) {
            *place = byte;
        }
        self.at = self.at.wrapping_add(1);
        true
    }

    /// Writes as many of `bytes` as are allowed, and returns how many.
    pub(super) fn extend(&mut self, bytes: &[u8]) -> usize {
        let len = bytes.len().min(self.allowed());
        self.make_room(len);
        let end = self.at.saturating_add(len);
        if let (Some(target), Some(source)) = (self.bytes.get_mut(self.at..end), bytes.get(..len)) {
            target.copy_from_slice(source);
        }
        self.at = end;
        len
    }

    /// Checks that something was said so long ago, and within the window (RFC 7692 §7.2.1).
    pub(super) fn check_distance(&self, distance: u16, window: &Window) -> Result<(), Fault> {
        check_distance(distance, self.written_len(), window)
    }

    /// Repeats `len` bytes that were written or said `distance` bytes ago, as far as that is allowed, and returns how many.
    pub(super) fn repeat(&mut self, distance: usize, len: usize, window: &Window) -> usize {
        let len = len.min(self.allowed());
        self.make_room(len);
        let mut room = self.room();
        room.repeat_exactly(distance, len, window);
        let at = room.at;
        self.advance_to(at);
        len
    }
}

/// Room to write into, with what was written before it.
#[derive(Debug)]
pub(super) struct Room<'r> {
    bytes: &'r mut [u8],
    start: usize,
    pub(super) at: usize,
}

impl Room<'_> {
    /// Returns whether there is room for [`MARGIN`] bytes.
    #[inline]
    pub(super) fn has_margin(&self) -> bool {
        self.bytes.len().wrapping_sub(self.at) >= MARGIN
    }

    #[inline]
    pub(super) fn check_distance(&self, distance: u16, window: &Window) -> Result<(), Fault> {
        check_distance(distance, self.at.wrapping_sub(self.start), window)
    }

    /// Writes one byte. There is room.
    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.at) {
            *place = byte;
        }
        self.at = self.at.wrapping_add(1);
    }

    /// Repeats `len` bytes, at most [`MAX_MATCH`], of `distance` bytes ago. There is a margin.
    #[inline]
    pub(super) fn repeat(&mut self, distance: usize, len: usize, window: &Window) {
        let written = self.at.wrapping_sub(self.start);
        if distance < len.next_multiple_of(CHUNK) && distance <= written {
            return self.repeat_overlapping(distance, len);
        }
        let Some((said, room)) = self.bytes.split_at_mut_checked(self.at) else {
            return;
        };
        let said = if distance > written {
            window.since(distance.wrapping_sub(written))
        } else {
            let begin = said.len().wrapping_sub(distance);
            part(said, begin..)
        };
        let chunks = len.div_ceil(CHUNK);
        let (said, _) = said.as_chunks::<CHUNK>();
        let (room, _) = room.as_chunks_mut::<CHUNK>();
        if let (Some(said), Some(room)) = (said.get(..chunks), room.get_mut(..chunks)) {
            for (room, said) in room.iter_mut().zip(said) {
                *room = *said;
            }
            self.at = self.at.wrapping_add(len);
        } else {
            self.repeat_exactly(distance, len, window);
        }
    }

    /// Repeats `len` bytes of which some are written by the repetition itself. There is a margin.
    fn repeat_overlapping(&mut self, distance: usize, len: usize) {
        let end = self.at.wrapping_add(len);
        let begin = self.at.wrapping_sub(distance);
        // Whole chunks lie so far apart: what is shorter than a chunk is repeated within it.
        let (step, mut chunk) = if distance < CHUNK {
            let mut chunk = [0; CHUNK];
            let said = part(self.bytes, begin..self.at);
            for (place, byte) in chunk.iter_mut().zip(said.iter().cycle()) {
                *place = *byte;
            }
            let rest = CHUNK.checked_rem(distance).unwrap_or_default();
            (CHUNK.wrapping_sub(rest), Some(chunk))
        } else {
            (CHUNK, None)
        };
        let (mut from, mut at) = (begin, self.at);
        while at < end {
            if distance >= CHUNK {
                chunk = self
                    .bytes
                    .get(from..)
                    .and_then(<[u8]>::first_chunk)
                    .copied();
            }
            let place = self.bytes.get_mut(at..).and_then(<[u8]>::first_chunk_mut);
            debug_assert!(place.is_some() && chunk.is_some(), "there is a margin");
            if let (Some(place), Some(chunk)) = (place, chunk) {
                *place = chunk;
            }
            (from, at) = (from.wrapping_add(step), at.wrapping_add(step));
        }
        self.at = end;
    }

    /// Repeats `len` bytes of `distance` bytes ago, and touches none behind them. There is room.
    fn repeat_exactly(&mut self, distance: usize, len: usize, window: &Window) {
        let end = self.at.saturating_add(len);
        let mut begin = None;
        while self.at < end {
            let rest = end.wrapping_sub(self.at);
            let written = self.at.wrapping_sub(self.start);
            let count = if distance > written {
                let said = window.since(distance.wrapping_sub(written));
                let count = said.len().min(rest);
                let target = self.bytes.get_mut(self.at..self.at.saturating_add(count));
                if let (Some(target), Some(said)) = (target, said.get(..count)) {
                    target.copy_from_slice(said);
                }
                count
            } else {
                // What overlaps repeats itself, so each time there is twice as much to copy.
                let from = *begin.get_or_insert_with(|| self.at.wrapping_sub(distance));
                let count = self.at.wrapping_sub(from).min(rest);
                let source = from..from.saturating_add(count);
                self.bytes.copy_within(source, self.at);
                count
            };
            debug_assert!(count > 0, "a distance that was checked");
            self.at = self.at.saturating_add(count.max(1));
        }
    }
}

/// Checks that something was said so long ago, and within the window (RFC 7692 §7.2.1).
#[inline]
fn check_distance(distance: u16, written: usize, window: &Window) -> Result<(), Fault> {
    let said = written.wrapping_add(window.len());
    if usize::from(distance) <= said.min(window.size()) {
        Ok(())
    } else {
        Err(Fault::Distance)
    }
}

/// Bytes of a copy that need not be counted.
const CHUNK: usize = 16;

/// Room for the longest match in whole chunks.
pub(super) const MARGIN: usize = MAX_MATCH.next_multiple_of(CHUNK);

/// More room than this is made only when so much was written.
const LARGE: usize = 16 << 10;
