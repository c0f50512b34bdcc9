//! Compression, one message after the other.

mod bits;
mod block;
mod codes;
mod header;
mod huffman;
mod matches;
mod tokens;

use alloc::vec::Vec;
use core::fmt;

use crate::certain;
use crate::parameters::{Parameters, Part, WindowBits};
use crate::window::Window;
use bits::BitWriter;
use matches::{Finder, Table};

/// Compresses the messages of one direction of a connection.
///
/// Between messages the compressor keeps the window and a table of the same size if takeover is agreed, and nothing
/// otherwise. Making one allocates nothing.
#[derive(Debug)]
pub struct Compressor {
    window: Window,
    window_bits: WindowBits,
    takes_over: bool,
    table: Table,
    /// The number of bytes that have been said, modulo 2^16.
    position: u16,
}

impl Compressor {
    /// Returns a compressor, none of whose distances will be greater than the window of the parameters.
    #[must_use]
    pub const fn new(parameters: Parameters) -> Self {
        Self {
            window: Window::new(parameters.window_bits.size()),
            window_bits: parameters.window_bits,
            takes_over: parameters.context_takeover,
            table: Table::new(),
            position: 0,
        }
    }

    /// Compresses `bytes`, the next part of a message, and appends the result to `output`: at most six bytes more than
    /// `bytes`, and six more for each 16 KiB of them that are begun.
    ///
    /// [`Part::More`] ends with a sync flush, [`Part::Last`] without the four octets of it (RFC 7692 §7.2.1).
    pub fn compress(&mut self, bytes: &[u8], part: Part, output: &mut Vec<u8>) {
        let written = self.write(bytes, part, output, usize::MAX);
        debug_assert_eq!(written, Ok(()), "no output is so long");
    }

    /// Compresses as [`compress`](Self::compress) does, but only if the result is shorter than `bytes`.
    ///
    /// # Errors
    ///
    /// [`NotShorter`]: nothing was appended, and the window is as before, as if the call had not been.
    pub fn compress_if_shorter(
        &mut self,
        bytes: &[u8],
        part: Part,
        output: &mut Vec<u8>,
    ) -> Result<(), NotShorter> {
        let begin = output.len();
        let written = self.write(bytes, part, output, bytes.len());
        if written.is_err() {
            output.truncate(begin);
            if self.window.len() == 0 {
                // All that the table knows was forgotten again.
                self.table.clear();
            }
        }
        written
    }

    /// Gives back the memory that can be made anew from the window, which takes the next message some microseconds: for
    /// connections that are idle.
    pub fn release(&mut self) {
        self.table.clear();
    }

    /// Forgets every message, and gives all memory back.
    pub fn reset(&mut self) {
        self.window.clear();
        self.table.clear();
    }

    /// Appends fewer than `limit` bytes, and then moves the window on.
    fn write(
        &mut self,
        bytes: &[u8],
        part: Part,
        output: &mut Vec<u8>,
        limit: usize,
    ) -> Result<(), NotShorter> {
        self.prepare(bytes.len(), part);
        let limit = output.len().saturating_add(limit);
        output.reserve(bytes.len() / 2);
        let mut writer = BitWriter::new(output);
        let mut finder = Finder {
            table: &mut self.table,
            window: &self.window,
            bytes,
            position: self.position,
        };
        let mut tokens = Vec::with_capacity(bytes.len().min(tokens::MAX_TOKENS));
        let mut at = 0;
        while at < bytes.len() {
            let end = tokens::parse(&mut finder, at, &mut tokens);
            block::write(certain::part(bytes, at..end), &tokens, &mut writer);
            tokens.clear();
            at = end;
            if writer.len() >= limit {
                return Err(NotShorter);
            }
        }
        block::write_stored_header(&mut writer);
        if part == Part::More {
            writer.put_bytes(&EMPTY_LENGTH);
        }
        if writer.len() >= limit {
            return Err(NotShorter);
        }
        self.advance(bytes, part);
        Ok(())
    }

    /// Makes a table, if there is none: for all that the window will hold, or for `len` bytes if they are all there is.
    fn prepare(&mut self, len: usize, part: Part) {
        if !self.table.is_empty() {
            return;
        }
        let largest = u32::from(self.window_bits.get()).min(MAX_TABLE_BITS + 2) - 2;
        let bits = if self.takes_over || part == Part::More {
            largest
        } else {
            len.max(1).ilog2().clamp(MIN_TABLE_BITS, largest)
        };
        self.table.allocate(bits);
        self.table.learn(&self.window, self.position);
    }

    fn advance(&mut self, bytes: &[u8], part: Part) {
        if part == Part::Last && !self.takes_over {
            self.reset();
        } else {
            self.window.push(bytes);
            self.position = self.position.wrapping_add(matches::low(bytes.len()));
        }
    }
}

/// The length of an empty stored block and its complement, which end a sync flush.
const EMPTY_LENGTH: [u8; 4] = [0x00, 0x00, 0xff, 0xff];

/// The table has `2^bits` entries of four bytes: as many bytes as the window, but no more than 16 KiB,
const MAX_TABLE_BITS: u32 = 12;
/// and no fewer than 256.
const MIN_TABLE_BITS: u32 = 6;

/// The error of compression that would not have made the bytes fewer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotShorter;

impl fmt::Display for NotShorter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("compression would not have made the bytes fewer")
    }
}

impl core::error::Error for NotShorter {}
