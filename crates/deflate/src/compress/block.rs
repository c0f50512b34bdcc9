//! Blocks: stored, with fixed codes, or with codes of their own, whichever is the shortest (RFC 1951 §3.2.3).

use super::bits::BitWriter;
use super::codes::{BlockCodes, FIXED, Frequencies};
use super::header::Header;
use super::tokens::{Meaning, Token};
use crate::symbols::END_OF_BLOCK;

/// Writes a block that is not the last of its stream. The tokens stand for `bytes`.
pub(super) fn write(bytes: &[u8], tokens: &[Token], writer: &mut BitWriter<'_>) {
    if tokens.len() < WORTH_A_HEADER {
        let begin = writer.mark();
        write_fixed(tokens, writer);
        if writer.bits_since(begin) > stored_bits(bytes) {
            writer.back_to(begin);
            write_stored(bytes, writer);
        }
        return;
    }
    let frequencies = Frequencies::count(tokens);
    let (literals, distances) = frequencies.code_lengths();
    let header = Header::new(&literals, &distances);
    let codes = BlockCodes::new(&literals, &distances);
    let as_dynamic = TYPE_BITS + header.bits() + frequencies.content_bits(&codes);
    let as_fixed = TYPE_BITS + frequencies.content_bits(&FIXED);
    if stored_bits(bytes) <= as_fixed.min(as_dynamic) {
        write_stored(bytes, writer);
    } else if as_fixed <= as_dynamic {
        write_fixed(tokens, writer);
    } else {
        writer.put(DYNAMIC, 3);
        header.write(writer);
        write_tokens(tokens, &codes, writer);
    }
}

/// With fewer tokens than these the header of codes of one's own costs more than it gains.
const WORTH_A_HEADER: usize = 160;

/// BFINAL, not set, and BTYPE.
const STORED: u32 = 0b000;
const FIXED_CODES: u32 = 0b010;
const DYNAMIC: u32 = 0b100;
const TYPE_BITS: usize = 3;

/// §3.2.4, without the filling of the byte before the length.
fn stored_bits(bytes: &[u8]) -> usize {
    let blocks = bytes.len().div_ceil(MAX_STORED);
    8 * bytes.len() + blocks * (TYPE_BITS + 16 + 16)
}

/// Longest stored block.
const MAX_STORED: usize = 0xffff;

fn write_stored(bytes: &[u8], writer: &mut BitWriter<'_>) {
    for block in bytes.chunks(MAX_STORED) {
        write_stored_header(writer);
        let len = u16::try_from(block.len()).unwrap_or(u16::MAX);
        writer.put_bytes(&len.to_le_bytes());
        writer.put_bytes(&(!len).to_le_bytes());
        writer.put_bytes(block);
    }
}

/// The begin of a stored block, up to its length: what a compressed message ends with (RFC 7692 §7.2.1).
pub(super) fn write_stored_header(writer: &mut BitWriter<'_>) {
    writer.put(STORED, 3);
    writer.align();
}

fn write_fixed(tokens: &[Token], writer: &mut BitWriter<'_>) {
    writer.put(FIXED_CODES, 3);
    write_tokens(tokens, &FIXED, writer);
}

fn write_tokens(tokens: &[Token], codes: &BlockCodes, writer: &mut BitWriter<'_>) {
    for token in tokens {
        match token.meaning() {
            Meaning::Literal(byte) => writer.put_code(codes.literal(byte.into())),
            Meaning::Match { len, distance } => {
                writer.put_code(codes.length(len));
                writer.put_code(codes.distance(distance));
            }
        }
    }
    writer.put_code(codes.literal(END_OF_BLOCK));
}
