//! The work that a peer can make of few bytes (RFC 7692 §8): messages of 256 KiB on the wire that are a gibibyte, or
//! nothing at all in many blocks.

use std::sync::Arc;

use super::each;
use crate::case::names;
use crate::measure::{Contestant, Plan, race};
use crate::peer::Peer;
use crate::table::print_samples;
use crate::wire::Memory;

/// Until each message is refused, or has come.
pub(super) fn run(peers: &[Box<dyn Peer>], plan: Plan) {
    let columns: Vec<_> = [
        ("bomb", bomb()),
        ("empty stored blocks", [0, 0, 0, 0xff, 0xff].repeat(LEN / 5)),
        ("empty fixed blocks", empty_fixed()),
        ("headers of dynamic blocks", headers()),
        ("codes of 15 bits", deep()),
    ]
    .into_iter()
    .map(|(name, payload)| {
        let wire: Arc<[u8]> = frame(payload).into();
        let contestant = |peer| refusing(peer, &wire);
        (
            name.to_owned(),
            race(each(peers).map(contestant).collect(), plan),
        )
    })
    .collect();
    print_samples(
        "One compressed message of 256 KiB on the wire, until it is refused or has come, limit 16 MiB",
        &names(peers),
        &columns,
    );
}

fn refusing<'a>(peer: &'a dyn Peer, wire: &Arc<[u8]>) -> Option<Contestant<'a>> {
    let wire = wire.clone();
    peer.compressed_refusal(Memory::once(wire.clone()))?;
    Some(Box::new(move |count| {
        for _ in 0..count {
            let ended = peer.compressed_refusal(Memory::once(wire.clone()));
            ended.expect("it has done so before");
        }
    }))
}

/// The frame of a client: final, compressed, binary, and masked (RFC 6455 §5.2).
fn frame(payload: Vec<u8>) -> Vec<u8> {
    let key = [0x12, 0x34, 0x56, 0x78];
    let mut frame = vec![0xc2, 0x80 | 127];
    frame.extend_from_slice(&(payload.len() as u64).to_be_bytes());
    frame.extend_from_slice(&key);
    let masked = payload.iter().zip(key.iter().cycle());
    frame.extend(masked.map(|(byte, key)| byte ^ key));
    frame
}

/// Matches of 258 bytes with what is right before them, in thirteen bits each (RFC 1951 §3.2.6).
fn bomb() -> Vec<u8> {
    let mut bits = Bits::default();
    bits.number(0b010, 3);
    bits.code(0b1001_0001, 8);
    bits.repeat(|bits| {
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    })
}

fn empty_fixed() -> Vec<u8> {
    Bits::default().repeat(|bits| {
        bits.number(0b010, 3);
        bits.code(0, 7);
    })
}

/// Blocks of which nothing but the header says anything (RFC 1951 §3.2.7).
fn headers() -> Vec<u8> {
    let mut lens = [0; 257];
    (lens[255], lens[256]) = (1, 1);
    Bits::default().repeat(|bits| {
        bits.header(&lens);
        bits.code(1, 1);
    })
}

/// Letters that have the longest codes.
fn deep() -> Vec<u8> {
    let mut lens = [0; 257];
    for (len, slot) in (1..).zip(lens.iter_mut().take(15)) {
        *slot = len;
    }
    lens[256] = 15;
    let mut bits = Bits::default();
    bits.header(&lens);
    bits.repeat(|bits| bits.code(0x7ffe, 15))
}

/// Bits as DEFLATE packs them (RFC 1951 §3.1.1).
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    count: usize,
}

impl Bits {
    fn bit(&mut self, bit: u32) {
        if self.count.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= ((bit & 1) as u8) << (self.count % 8);
        }
        self.count += 1;
    }

    fn number(&mut self, value: u32, len: u32) {
        (0..len).for_each(|index| self.bit(value >> index));
    }

    fn code(&mut self, code: u32, len: u32) {
        (0..len).rev().for_each(|index| self.bit(code >> index));
    }

    /// The header of a dynamic block with these lengths of codes for letters, and one code for a distance. Lengths of codes are
    /// told in codes of four bits up to twelve, and of five beyond.
    fn header(&mut self, lens: &[u32]) {
        self.number(0b100, 3);
        self.number(0, 5);
        self.number(0, 5);
        self.number(15, 4);
        for symbol in [
            16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
        ] {
            self.number(if symbol <= 12 { 4 } else { 5 }, 3);
        }
        for len in lens.iter().chain(&[1]) {
            match *len {
                len @ 0..=12 => self.code(len, 4),
                len => self.code(26 + len - 13, 5),
            }
        }
    }

    /// The same again and again, as much as is wanted.
    fn repeat(mut self, mut part: impl FnMut(&mut Self)) -> Vec<u8> {
        while self.bytes.len() < LEN {
            part(&mut self);
        }
        self.bytes.truncate(LEN);
        self.bytes
    }
}

const LEN: usize = 256 << 10;
