//! Symbols one after the other, as long as input and room are plenty.
//!
//! With 48 bits at hand the longest match needs no look at how many there are, and with a margin of room it
//! may be written in whole chunks.

use super::bits::Bits;
use super::error::Fault;
use super::output::{Output, Room};
use super::symbol::Tables;
use crate::symbols::{DISTANCE_RANGES, END_OF_BLOCK, FIRST_LENGTH, LENGTHS};
use crate::window::Window;

/// The longest match: two codes of 15 bits, 5 and 13 extra bits.
const MATCH_BITS: u32 = 15 + 5 + 15 + 13;

/// The reason for not going on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stop {
    EndOfBlock,
    /// There is too little input.
    Input,
    /// There is too little room.
    Room,
}

/// Reads symbols up to the end of the block, or until input or room are scarce. Returns whether the block has ended.
pub(super) fn read_symbols(
    tables: Tables<'_>,
    bits: &mut Bits,
    input: &mut &[u8],
    output: &mut Output<'_>,
    window: &Window,
) -> Result<bool, Fault> {
    while output.make_margin() {
        // All in local variables, which stay in registers.
        let (mut local_bits, mut local_input, mut room) = (*bits, *input, output.room());
        let stop = read(tables, &mut local_bits, &mut local_input, &mut room, window);
        let at = room.at;
        local_bits.tidy();
        (*bits, *input) = (local_bits, local_input);
        output.advance_to(at);
        match stop? {
            Stop::EndOfBlock => return Ok(true),
            Stop::Input => return Ok(false),
            Stop::Room => {}
        }
    }
    Ok(false)
}

#[inline(always)]
fn read(
    tables: Tables<'_>,
    bits: &mut Bits,
    input: &mut &[u8],
    room: &mut Room<'_>,
    window: &Window,
) -> Result<Stop, Fault> {
    loop {
        bits.refill_carelessly(input);
        if bits.count < MATCH_BITS {
            return Ok(Stop::Input);
        }
        if !room.has_margin() {
            return Ok(Stop::Room);
        }
        let entry = tables.literal(bits.value);
        let symbol = entry.value();
        if let Ok(literal) = u8::try_from(symbol) {
            bits.skip(entry.len());
            room.push(literal);
            // Another literal needs no more bits than there are.
            let entry = tables.literal(bits.value);
            if let Ok(literal) = u8::try_from(entry.value()) {
                bits.skip(entry.len());
                room.push(literal);
            }
            continue;
        }
        if symbol == END_OF_BLOCK {
            bits.skip(entry.len());
            return Ok(Stop::EndOfBlock);
        }
        let mut next = *bits;
        next.skip(entry.len());
        let place = usize::from(symbol.wrapping_sub(FIRST_LENGTH));
        let range = LENGTHS.get(place).ok_or(Fault::Symbol)?;
        let len = range.base.wrapping_add(next.peek(range.extra_bits.into()));
        next.skip(range.extra_bits.into());
        let entry = tables.distance(next.value);
        let range = DISTANCE_RANGES
            .get(usize::from(entry.value()))
            .ok_or(Fault::Symbol)?;
        next.skip(entry.len());
        let distance = range.base.wrapping_add(next.peek(range.extra_bits.into()));
        next.skip(range.extra_bits.into());
        room.check_distance(distance, window)?;
        *bits = next;
        room.repeat(distance.into(), len.into(), window);
    }
}
