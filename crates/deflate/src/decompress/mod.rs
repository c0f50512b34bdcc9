//! Decompression, one message after the other.

mod bits;
mod dynamic;
mod error;
mod fast;
mod fixed;
mod output;
mod symbol;
mod table;

use alloc::boxed::Box;
use alloc::vec::Vec;

pub use error::{DecompressError, Fault};

use crate::certain::part;
use crate::parameters::{Parameters, Part};
use crate::window::Window;
use bits::Bits;
use dynamic::Dynamic;
use output::Output;
use symbol::{Match, Symbol, Tables};

/// The limit on blocks of a message for what they contain, so that blocks without content come to an end.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct BlockLimit {
    /// Blocks allowed in one message beyond one for each [`block_len`](Self::block_len) bytes of content (default 1024).
    pub max_blocks: u32,
    /// Decompressed bytes that earn a message one more block (default 64: compressors, flushing aside, put no fewer than
    /// 127 in a block).
    pub block_len: u32,
}

impl BlockLimit {
    /// The defaults, usable in constants.
    pub const DEFAULT: Self = Self {
        max_blocks: 1024,
        block_len: 64,
    };

    fn allows(self, blocks: u64, content: u64) -> bool {
        let earned = content / u64::from(self.block_len.max(1));
        blocks <= earned.saturating_add(u64::from(self.max_blocks))
    }
}

impl Default for BlockLimit {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The reason why [`Decompressor::decompress`] returned.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Progress {
    /// All of the input was taken, and the message goes on behind it.
    NeedsInput,
    /// As much was appended as was allowed, and there is more to come: at least one byte.
    OutputFull,
    /// The message is complete, and all of the input was taken. The next call begins the next message.
    Complete,
}

/// Decompresses the messages of one direction of a connection.
///
/// Between messages the decompressor keeps the window if takeover is agreed, and nothing otherwise. Within a message that is
/// not complete it also keeps the window, and not quite 4 KiB of tables if the message has blocks with dynamic codes.
/// Making one allocates nothing.
#[derive(Debug)]
pub struct Decompressor {
    window: Window,
    takes_over: bool,
    block_limit: BlockLimit,
    state: State,
    bits: Bits,
    /// The block that was begun is the last of its stream (BFINAL).
    is_final: bool,
    dynamic: Option<Box<Dynamic>>,
    message: Message,
}

/// The counts of the message.
#[derive(Clone, Copy, Debug, Default)]
struct Message {
    taken: u64,
    written: u64,
    blocks: u64,
}

/// The place within a message.
///
/// ```text
///            first byte                 type 0              LEN > 0
///  Between ─────────────▶ BlockHeader ─────────▶ StoredLength ─────▶ Stored
///                         ▲   │   │ type 2                             │
///                         │   │   └──▶ Counts ──▶ CodeOfLengths ──▶ CodeLengths
///             end of the  │   │ type 1                                 │
///             block       │   ▼                                        ▼
///                         ├─ Codes(Fixed) ◀──▶ Match ◀──▶ Codes(Dynamic)
///                         ▼
///                    AfterFinal (BFINAL), which is BlockHeader at the begin of a byte
/// ```
///
/// Every state leads to `Failed` by a fault, and to `Between` when the message is complete.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    /// Nothing of the message has come.
    Between,
    BlockHeader,
    /// The final block of a stream has ended: the message may end here too, or another stream follows (RFC 7692 §7.2.3.4).
    AfterFinal,
    StoredLength,
    Stored {
        remaining: u16,
    },
    Counts,
    CodeOfLengths,
    CodeLengths,
    Codes(Codes),
    /// Within a match: `len` bytes are to be written yet.
    Match {
        codes: Codes,
        distance: u16,
        len: u16,
    },
    Failed(DecompressError),
}

/// The codes of a block.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Codes {
    Fixed,
    Dynamic,
}

/// The obstacle that keeps the decompressor from going on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Obstacle {
    NoInput,
    NoRoom,
}

/// Where a step led to, and what is in the way there.
struct Step {
    state: State,
    obstacle: Option<Obstacle>,
}

impl Step {
    const fn to(state: State) -> Self {
        Self {
            state,
            obstacle: None,
        }
    }

    const fn stop(state: State, obstacle: Obstacle) -> Self {
        Self {
            state,
            obstacle: Some(obstacle),
        }
    }
}

impl Decompressor {
    /// Returns a decompressor for a compressor with these parameters.
    ///
    /// The decompressor refuses distances beyond the agreed window, except that for a window of 8 bits it allows
    /// 512 bytes instead of 256: zlib takes 9 bits for 8 without saying so.
    #[must_use]
    pub const fn new(parameters: Parameters) -> Self {
        let size = parameters.window_bits.size();
        Self {
            window: Window::new(if size < SMALLEST_OF_ZLIB {
                SMALLEST_OF_ZLIB
            } else {
                size
            }),
            takes_over: parameters.context_takeover,
            block_limit: BlockLimit::DEFAULT,
            state: State::Between,
            bits: Bits { value: 0, count: 0 },
            is_final: false,
            dynamic: None,
            message: Message {
                taken: 0,
                written: 0,
                blocks: 0,
            },
        }
    }

    /// Sets the limit on blocks, from the next block on.
    #[must_use]
    pub const fn with_block_limit(mut self, limit: BlockLimit) -> Self {
        self.block_limit = limit;
        self
    }

    /// Decompresses `input`, the next bytes of a message, and appends their content to `output`: no more than `limit` bytes.
    ///
    /// `input` is advanced past what was taken, which is all of it unless the result is [`Progress::OutputFull`]; call again
    /// then with what is left of it and the same `part`. The message may be cut anywhere. It may end without the octets
    /// `00 00 ff ff`, as RFC 7692 §7.2.1 wants, or right behind a block that has BFINAL set; one without any octet is an
    /// empty message.
    ///
    /// Appended output belongs to the caller: the decompressor does not look at `output` again. Its capacity is doubled
    /// where it does not suffice, but not beyond `limit`: who collects a message with small limits reserves the room.
    ///
    /// # Errors
    ///
    /// [`DecompressError`] when the message breaks a rule of RFC 1951 or RFC 7692, or has too many blocks. The output
    /// before the fault was appended. Every later call fails in the same way, until [`reset`](Self::reset).
    pub fn decompress(
        &mut self,
        input: &mut &[u8],
        part: Part,
        output: &mut Vec<u8>,
        limit: usize,
    ) -> Result<Progress, DecompressError> {
        if let State::Failed(error) = self.state {
            return Err(error);
        }
        if self.state == State::Between && !input.is_empty() {
            self.state = State::BlockHeader;
        }
        let available = input.len();
        let mut output = Output::new(output, limit, available);
        let reached = self.run(input, &mut output);
        self.message.taken += count(available.wrapping_sub(input.len()));
        let progress = match reached {
            Ok(Obstacle::NoRoom) => Ok(Progress::OutputFull),
            Ok(Obstacle::NoInput) if part == Part::More => Ok(Progress::NeedsInput),
            Ok(Obstacle::NoInput) if self.is_at_end() => Ok(Progress::Complete),
            Ok(Obstacle::NoInput) => Err(Fault::Truncated),
            Err(fault) => Err(fault),
        };
        let written = output.written();
        let result = match progress {
            Ok(Progress::Complete) => {
                self.end_message();
                if self.takes_over {
                    self.window.push(written);
                } else {
                    self.window.clear();
                }
                Ok(Progress::Complete)
            }
            Ok(progress) => {
                self.message.written += count(written.len());
                self.window.push(written);
                Ok(progress)
            }
            Err(fault) => Err(self.fail(fault)),
        };
        output.finish();
        result
    }

    /// Forgets the message in progress and every message before it, and gives all memory back.
    pub fn reset(&mut self) {
        self.window.clear();
        self.end_message();
    }

    /// Returns whether nothing of a message has come that is not complete.
    #[must_use]
    pub const fn is_between_messages(&self) -> bool {
        matches!(self.state, State::Between)
    }

    fn end_message(&mut self) {
        self.state = State::Between;
        self.bits = Bits::default();
        self.is_final = false;
        self.dynamic = None;
        self.message = Message::default();
    }

    fn fail(&mut self, fault: Fault) -> DecompressError {
        let unused = u64::from(self.bits.count.div_ceil(8));
        let error = DecompressError {
            fault,
            offset: self.message.taken.saturating_sub(unused),
        };
        self.window.clear();
        self.dynamic = None;
        self.state = State::Failed(error);
        error
    }

    /// Returns whether the message may end here: behind the header of a stored block, whose length is the four octets that
    /// were left out (RFC 7692 §7.2.1), behind a final block, or without any octet.
    const fn is_at_end(&self) -> bool {
        match self.state {
            State::Between => true,
            State::StoredLength | State::AfterFinal => self.bits.count == 0,
            State::BlockHeader
            | State::Stored { .. }
            | State::Counts
            | State::CodeOfLengths
            | State::CodeLengths
            | State::Codes(_)
            | State::Match { .. }
            | State::Failed(_) => false,
        }
    }

    /// Goes on until there is an obstacle. If that is the input, all of it was taken.
    fn run(&mut self, input: &mut &[u8], output: &mut Output<'_>) -> Result<Obstacle, Fault> {
        loop {
            self.bits.refill(input);
            let Step { state, obstacle } = self.step(input, output)?;
            self.state = state;
            match obstacle {
                Some(Obstacle::NoRoom) => return Ok(Obstacle::NoRoom),
                Some(Obstacle::NoInput) if input.is_empty() => return Ok(Obstacle::NoInput),
                Some(Obstacle::NoInput) | None => {}
            }
        }
    }

    fn step(&mut self, input: &mut &[u8], output: &mut Output<'_>) -> Result<Step, Fault> {
        match self.state {
            State::Between | State::Failed(_) => Ok(Step::stop(self.state, Obstacle::NoInput)),
            State::BlockHeader | State::AfterFinal => self.read_header(output),
            State::StoredLength => self.read_stored_length(),
            State::Stored { remaining } => Ok(self.copy_stored(remaining, input, output)),
            State::Counts => self.read_dynamic(State::CodeOfLengths, Dynamic::read_counts),
            State::CodeOfLengths => self.read_dynamic(State::CodeLengths, Dynamic::read_code),
            State::CodeLengths => {
                self.read_dynamic(State::Codes(Codes::Dynamic), Dynamic::read_lengths)
            }
            State::Codes(codes) => self.read_symbols(codes, input, output),
            State::Match {
                codes,
                distance,
                len,
            } => Ok(self.write_match(codes, Match { len, distance }, output)),
        }
    }

    /// §3.2.3.
    fn read_header(&mut self, output: &Output<'_>) -> Result<Step, Fault> {
        let Some(header) = self.bits.take(3) else {
            return Ok(Step::stop(self.state, Obstacle::NoInput));
        };
        self.message.blocks += 1;
        let content = self.message.written + count(output.written().len());
        if !self.block_limit.allows(self.message.blocks, content) {
            return Err(Fault::TooManyBlocks);
        }
        self.is_final = header & 1 == 1;
        match header >> 1 {
            0 => {
                self.bits.align();
                Ok(Step::to(State::StoredLength))
            }
            1 => Ok(Step::to(State::Codes(Codes::Fixed))),
            2 => Ok(Step::to(State::Counts)),
            _ => Err(Fault::BlockType),
        }
    }

    fn after_block(&mut self) -> State {
        if self.is_final {
            self.bits.align();
            State::AfterFinal
        } else {
            State::BlockHeader
        }
    }

    /// §3.2.4.
    fn read_stored_length(&mut self) -> Result<Step, Fault> {
        if self.bits.count < 32 {
            return Ok(Step::stop(State::StoredLength, Obstacle::NoInput));
        }
        let len = self.bits.take(16).unwrap_or_default();
        let complement = self.bits.take(16).unwrap_or_default();
        if len != !complement {
            return Err(Fault::StoredLength);
        }
        Ok(Step::to(if len == 0 {
            self.after_block()
        } else {
            State::Stored { remaining: len }
        }))
    }

    fn copy_stored(
        &mut self,
        mut remaining: u16,
        input: &mut &[u8],
        output: &mut Output<'_>,
    ) -> Step {
        while remaining > 0 && self.bits.count >= 8 {
            let [byte, ..] = self.bits.value.to_le_bytes();
            if !output.push(byte) {
                return Step::stop(State::Stored { remaining }, Obstacle::NoRoom);
            }
            self.bits.skip(8);
            remaining -= 1;
        }
        let (available, _) = input.split_at(input.len().min(usize::from(remaining)));
        let copied = output.extend(available);
        let is_all = copied == available.len();
        *input = part(input, copied..);
        remaining = remaining.saturating_sub(u16::try_from(copied).unwrap_or(u16::MAX));
        if remaining == 0 {
            return Step::to(self.after_block());
        }
        let obstacle = if is_all {
            Obstacle::NoInput
        } else {
            Obstacle::NoRoom
        };
        Step::stop(State::Stored { remaining }, obstacle)
    }

    /// §3.2.7: reads a part of the header of a dynamic block, and goes on to `next` behind it.
    fn read_dynamic(
        &mut self,
        next: State,
        read: impl FnOnce(&mut Dynamic, &mut Bits) -> Result<bool, Fault>,
    ) -> Result<Step, Fault> {
        let dynamic = self.dynamic.get_or_insert_with(|| Box::new(Dynamic::new()));
        Ok(if read(dynamic, &mut self.bits)? {
            Step::to(next)
        } else {
            Step::stop(self.state, Obstacle::NoInput)
        })
    }

    /// §3.2.5: symbols one by one, checking everything.
    fn read_symbols(
        &mut self,
        codes: Codes,
        input: &mut &[u8],
        output: &mut Output<'_>,
    ) -> Result<Step, Fault> {
        let tables = match (codes, &self.dynamic) {
            (Codes::Dynamic, Some(dynamic)) => dynamic.tables(),
            (Codes::Dynamic, None) | (Codes::Fixed, _) => Tables::FIXED,
        };
        if fast::read_symbols(tables, &mut self.bits, input, output, &self.window)? {
            return Ok(Step::to(self.after_block()));
        }
        loop {
            self.bits.refill(input);
            let mut bits = self.bits;
            let Some(symbol) = tables.read(&mut bits)? else {
                return Ok(Step::stop(State::Codes(codes), Obstacle::NoInput));
            };
            match symbol {
                Symbol::Literal(byte) => {
                    if !output.push(byte) {
                        return Ok(Step::stop(State::Codes(codes), Obstacle::NoRoom));
                    }
                    self.bits = bits;
                }
                Symbol::EndOfBlock => {
                    self.bits = bits;
                    return Ok(Step::to(self.after_block()));
                }
                Symbol::Match(repeated) => {
                    output.check_distance(repeated.distance, &self.window)?;
                    self.bits = bits;
                    let step = self.write_match(codes, repeated, output);
                    if step.obstacle.is_some() {
                        return Ok(step);
                    }
                }
            }
        }
    }

    fn write_match(&self, codes: Codes, repeated: Match, output: &mut Output<'_>) -> Step {
        let Match { len, distance } = repeated;
        let written = output.repeat(usize::from(distance), usize::from(len), &self.window);
        let len = len.saturating_sub(u16::try_from(written).unwrap_or(u16::MAX));
        if len == 0 {
            return Step::to(State::Codes(codes));
        }
        let state = State::Match {
            codes,
            distance,
            len,
        };
        Step::stop(state, Obstacle::NoRoom)
    }
}

fn count(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

/// The window that zlib takes when it is told to take 256 bytes.
const SMALLEST_OF_ZLIB: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Compressor;

    const FIXED: State = State::Codes(Codes::Fixed);
    const DYNAMIC: State = State::Codes(Codes::Dynamic);

    /// The begin of a message and where it leads to, with room for so many bytes.
    #[test]
    fn each_state_is_reached_as_drawn() {
        let within = |distance, len| State::Match {
            codes: Codes::Fixed,
            distance,
            len,
        };
        // A literal, then eight bytes of one byte ago: fixed codes 0x61 + 0x30, 262 and 0.
        let run = &[0x4a, 0x84, 0x01, 0x00, 0x00];
        let mut dynamic = Vec::new();
        // Letters without order: a xorshift generator.
        let mut number = 1_u32;
        let mut letter = |_| {
            number ^= number << 13;
            number ^= number >> 17;
            number ^= number << 5;
            b"abcdefgh"[usize::try_from(number % 8).unwrap()]
        };
        let message: Vec<u8> = (0..1000).map(&mut letter).collect();
        Compressor::new(Parameters::DEFAULT).compress(&message, Part::Last, &mut dynamic);
        let rows: [(&[u8], usize, State); 20] = [
            (&[], 9, State::Between),
            (&[0x00], 9, State::StoredLength),
            (&[0x00, 1, 0, 0xfe], 9, State::StoredLength),
            (&[0x00, 1, 0, 0xfe, 0xff], 9, State::Stored { remaining: 1 }),
            (
                &[0x00, 3, 0, 0xfc, 0xff, 1],
                9,
                State::Stored { remaining: 2 },
            ),
            (
                &[0x00, 3, 0, 0xfc, 0xff, 1, 2],
                1,
                State::Stored { remaining: 2 },
            ),
            (&[0x00, 1, 0, 0xfe, 0xff, 1], 9, State::BlockHeader),
            (&[0x00, 0, 0, 0xff, 0xff], 9, State::BlockHeader),
            (&[0x01, 0, 0, 0xff, 0xff], 9, State::AfterFinal),
            (&[0x01, 1, 0, 0xfe, 0xff, 1], 9, State::AfterFinal),
            (&run[..1], 9, FIXED),
            (&run[..3], 9, FIXED),
            (&run[..3], 0, FIXED),
            (&run[..3], 1, within(1, 8)),
            (&run[..3], 4, within(1, 5)),
            (&dynamic[..1], 9, State::Counts),
            (&dynamic[..4], 9, State::CodeOfLengths),
            (&dynamic[..12], 9, State::CodeLengths),
            (&dynamic[..dynamic.len() - 4], 9999, DYNAMIC),
            (&dynamic, 9999, State::StoredLength),
        ];
        for (input, room, expected) in rows {
            for step in [1, input.len().max(1)] {
                let mut decompressor = Decompressor::new(Parameters::DEFAULT);
                let mut output = Vec::new();
                for mut part in input.chunks(step) {
                    let room = room - output.len();
                    let progress =
                        decompressor.decompress(&mut part, Part::More, &mut output, room);
                    assert!(progress.is_ok(), "{input:02x?}: {progress:?}");
                }
                assert_eq!(
                    decompressor.state, expected,
                    "{input:02x?}, room for {room}"
                );
                assert_eq!(
                    decompressor.is_between_messages(),
                    expected == State::Between
                );
            }
        }
    }
}
