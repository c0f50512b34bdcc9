//! The two directions of a connection with compression (RFC 7692 §7.2).

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::mem;

use onem2m_ws_deflate::{BlockLimit, Compressor, Decompressor, Parameters, Part, Progress};

use super::Inflated;
use super::policy::{AgreedDeflate, DeflateCounters, PermessageDeflate};
use crate::config::Config;
use crate::error::ProtocolError;

/// The state that a connection keeps for compression. A direction has nothing before its first compressed message, and without context
/// takeover nothing between two of them.
#[derive(Debug)]
pub(crate) struct Deflate {
    agreed: AgreedDeflate,
    min_len: u32,
    max_wire_len: u64,
    counters: DeflateCounters,
    compressor: Option<Box<Compressor>>,
    decompressor: Option<Box<Decompressor>>,
}

impl Deflate {
    pub(crate) fn new(agreed: AgreedDeflate, config: &Config) -> Box<Self> {
        let policy = config.permessage_deflate.unwrap_or_default();
        Box::new(Self {
            agreed,
            min_len: min_len(&policy, agreed.outgoing),
            max_wire_len: max_wire_len(config),
            counters: DeflateCounters::default(),
            compressor: None,
            decompressor: None,
        })
    }

    pub(crate) const fn agreed(&self) -> AgreedDeflate {
        self.agreed
    }

    pub(crate) const fn counters(&self) -> DeflateCounters {
        self.counters
    }

    pub(crate) fn take_counters(&mut self) -> DeflateCounters {
        mem::take(&mut self.counters)
    }

    /// The length that the payload of a compressed message may come to on the wire.
    pub(crate) const fn max_wire_len(&self) -> u64 {
        self.max_wire_len
    }

    /// Returns whether a message that begins with so many bytes is to be compressed.
    pub(crate) fn is_worthwhile(&self, len: usize) -> bool {
        len_u64(len) >= u64::from(self.min_len)
    }

    /// Appends a whole message, compressed, if that makes it shorter; else nothing has changed (§7.2.1).
    pub(crate) fn compress(&mut self, payload: &[u8], to: &mut Vec<u8>) -> bool {
        let begun = to.len();
        let compressor = compressor(&mut self.compressor, self.agreed.outgoing);
        let is_shorter = compressor
            .compress_if_shorter(payload, Part::Last, to)
            .is_ok();
        if is_shorter {
            self.count_outgoing(payload.len(), to.len().saturating_sub(begun));
        }
        self.end_outgoing();
        is_shorter
    }

    /// Appends the next piece of a message, compressed, so that the peer can decompress all of it (§7.2.1).
    pub(crate) fn compress_piece(&mut self, payload: &[u8], is_last: bool, to: &mut Vec<u8>) {
        let begun = to.len();
        let part = if is_last { Part::Last } else { Part::More };
        let compressor = compressor(&mut self.compressor, self.agreed.outgoing);
        compressor.compress(payload, part, to);
        self.count_outgoing(payload.len(), to.len().saturating_sub(begun));
        if is_last {
            self.end_outgoing();
        }
    }

    /// Decompresses the next block of a message, and appends the result to `to`, until that has `max_len` bytes; how much of
    /// the block was taken (§7.2.2).
    pub(crate) fn inflate(
        &mut self,
        block: &[u8],
        is_last: bool,
        config: &Config,
        max_len: usize,
        to: &mut Vec<u8>,
    ) -> Result<(Inflated, usize), ProtocolError> {
        let decompressor = self.decompressor.get_or_insert_with(|| {
            let decompressor = Decompressor::new(self.agreed.incoming);
            // Blocks have to be earned as fragments have.
            Box::new(decompressor.with_block_limit(BlockLimit {
                max_blocks: config.max_fragments,
                block_len: config.fragment_len,
            }))
        });
        let begun = to.len();
        let room = max_len.saturating_sub(begun);
        let part = if is_last { Part::Last } else { Part::More };
        let mut rest = block;
        let progress = decompressor
            .decompress(&mut rest, part, to, room)
            .map_err(ProtocolError::InvalidDeflate)?;
        let taken = block.len().saturating_sub(rest.len());
        let incoming = &mut self.counters.incoming;
        incoming.compressed = incoming.compressed.saturating_add(len_u64(taken));
        let new = len_u64(to.len().saturating_sub(begun));
        incoming.uncompressed = incoming.uncompressed.saturating_add(new);
        let inflated = match progress {
            Progress::NeedsInput => Inflated::Taken,
            Progress::OutputFull => Inflated::Full,
            Progress::Complete => {
                if !self.agreed.incoming.context_takeover {
                    self.decompressor = None;
                }
                Inflated::Ended
            }
        };
        Ok((inflated, taken))
    }

    /// Gives back what can be made anew from the windows.
    pub(crate) fn release(&mut self) {
        if let Some(compressor) = &mut self.compressor {
            compressor.release();
        }
    }

    fn end_outgoing(&mut self) {
        if !self.agreed.outgoing.context_takeover {
            self.compressor = None;
        }
    }

    fn count_outgoing(&mut self, uncompressed: usize, compressed: usize) {
        let outgoing = &mut self.counters.outgoing;
        outgoing.uncompressed = outgoing.uncompressed.saturating_add(len_u64(uncompressed));
        outgoing.compressed = outgoing.compressed.saturating_add(len_u64(compressed));
    }
}

fn compressor(made: &mut Option<Box<Compressor>>, parameters: Parameters) -> &mut Compressor {
    made.get_or_insert_with(|| Box::new(Compressor::new(parameters)))
}

fn min_len(policy: &PermessageDeflate, outgoing: Parameters) -> u32 {
    let default = if outgoing.context_takeover {
        MIN_LEN
    } else {
        MIN_LEN_ALONE
    };
    policy.min_len.unwrap_or(default)
}

/// No honest sender needs more for a message as long as allowed: five bytes of overhead for each block, and for each flush
/// (RFC 1951 §3.2.4).
fn max_wire_len(config: &Config) -> u64 {
    let len = config.max_received_len();
    let earned = len / u64::from(config.fragment_len.max(1));
    let blocks = u64::from(config.max_fragments).saturating_add(earned);
    len.saturating_add(len / 1024)
        .saturating_add(blocks.saturating_mul(5))
}

fn len_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

/// From how many bytes on a message gains by compression, behind others like it.
const MIN_LEN: u32 = 32;
/// From how many bytes on a message gains by compression on its own.
const MIN_LEN_ALONE: u32 = 256;
