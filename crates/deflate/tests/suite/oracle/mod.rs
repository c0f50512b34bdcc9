//! Other implementations behind one interface.

pub(crate) mod reference;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Inflate, InflateFlush, Status};

/// What ends a sync flush, and is left out at the end of a message (RFC 7692 §7.2.1).
pub(crate) const TAIL: [u8; 4] = [0x00, 0x00, 0xff, 0xff];

/// No output is longer.
pub(crate) const LIMIT: usize = 1 << 20;

/// A decompressor of zlib-rs or miniz_oxide, which take over what was said.
pub(crate) struct Reader {
    /// What was said: as much as the largest window has.
    history: Vec<u8>,
    takes_over: bool,
    inflate: fn(&[u8], &[u8]) -> Option<Vec<u8>>,
}

impl Reader {
    pub(crate) fn zlib(takes_over: bool) -> Self {
        Self {
            history: Vec::new(),
            takes_over,
            inflate: zlib_inflate,
        }
    }

    pub(crate) fn miniz(takes_over: bool) -> Self {
        Self {
            history: Vec::new(),
            takes_over,
            inflate: miniz_inflate,
        }
    }

    /// The message, or `None` if it is reported to be wrong or is too long. That it ends within a block is not reported.
    pub(crate) fn decompress(&mut self, message: &[u8]) -> Option<Vec<u8>> {
        let input = [message, &TAIL].concat();
        let output = (self.inflate)(&self.history, &input)?;
        if self.takes_over {
            self.history.extend_from_slice(&output);
            self.history
                .drain(..self.history.len().saturating_sub(1 << 15));
        }
        Some(output)
    }

    /// As [`decompress`](Self::decompress), and the message ends right behind the header of a stored block: with a block
    /// of some bytes instead of an empty one, and a block with a letter behind it, it says that much more.
    pub(crate) fn decompress_strictly(&mut self, message: &[u8]) -> Option<Vec<u8>> {
        // With fixed codes: a Z.
        const LETTER: [u8; 3] = [0x8a, 0x02, 0x00];
        let output = (self.inflate)(&self.history, &[message, &TAIL].concat())?;
        for len in [1, 2, 85, 255] {
            let content = vec![b'!'; len.into()];
            let blocks = [&[len, 0, !len, 0xff], &content[..], &LETTER].concat();
            let longer = (self.inflate)(&self.history, &[message, &blocks].concat())?;
            if longer.strip_prefix(&output[..]) != Some(&[&content[..], b"Z"].concat()) {
                return None;
            }
        }
        self.decompress(message)
    }
}

/// Stream after stream, as long as there is input.
fn zlib_inflate(history: &[u8], mut input: &[u8]) -> Option<Vec<u8>> {
    let mut said = history.to_vec();
    let mut buffer = vec![0; 1 << 12];
    loop {
        let mut inflate = Inflate::new(false, 15);
        if !said.is_empty() {
            let window = &said[said.len().saturating_sub(1 << 15)..];
            inflate.set_dictionary(window).ok()?;
        }
        loop {
            let (taken, given) = (inflate.total_in(), inflate.total_out());
            let status = inflate.decompress(input, &mut buffer, InflateFlush::SyncFlush);
            input = &input[usize::try_from(inflate.total_in() - taken).unwrap()..];
            let given = usize::try_from(inflate.total_out() - given).unwrap();
            said.extend_from_slice(&buffer[..given]);
            if said.len() > history.len() + LIMIT {
                return None;
            }
            let is_end = match status.ok()? {
                Status::StreamEnd if !input.is_empty() => break,
                Status::StreamEnd => true,
                Status::Ok | Status::BufError => input.is_empty() && given < buffer.len(),
            };
            if is_end {
                return Some(said.split_off(history.len()));
            }
        }
    }
}

/// Stream after stream, as long as there is input.
fn miniz_inflate(history: &[u8], mut input: &[u8]) -> Option<Vec<u8>> {
    let mut said = history.to_vec();
    let mut at = history.len();
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF
        | inflate_flags::TINFL_FLAG_HAS_MORE_INPUT;
    loop {
        let mut inflate = DecompressorOxide::new();
        loop {
            said.resize(at + (1 << 12), 0);
            let (status, taken, given) = decompress(&mut inflate, input, &mut said, at, flags);
            input = &input[taken..];
            at += given;
            if at > history.len() + LIMIT {
                return None;
            }
            if status == TINFLStatus::Done && !input.is_empty() {
                break;
            }
            if status == TINFLStatus::Done || status == TINFLStatus::NeedsMoreInput {
                said.truncate(at);
                return Some(said.split_off(history.len()));
            }
            if status != TINFLStatus::HasMoreOutput {
                return None;
            }
        }
    }
}

/// Compresses messages with zlib-rs.
pub(crate) struct ZlibWriter {
    deflate: Deflate,
    takes_over: bool,
}

impl ZlibWriter {
    /// Window bits are 9 to 15.
    pub(crate) fn new(level: i32, window_bits: i32, mem_level: i32, takes_over: bool) -> Self {
        let config = DeflateConfig {
            level,
            window_bits: -window_bits,
            mem_level,
            ..DeflateConfig::default()
        };
        Self {
            deflate: Deflate::new_with_config(config),
            takes_over,
        }
    }

    pub(crate) fn compress(&mut self, message: &[u8]) -> Vec<u8> {
        let mut output = vec![0; message.len() + message.len() / 8 + 64];
        let given = self.deflate.total_out();
        self.deflate
            .compress(message, &mut output, DeflateFlush::SyncFlush)
            .unwrap();
        output.truncate(usize::try_from(self.deflate.total_out() - given).unwrap());
        if output.is_empty() {
            // An empty message after a flush: there is nothing to flush (§7.2.3.6).
            assert_eq!(message, b"");
            output.push(0);
        } else {
            assert!(output.ends_with(&TAIL), "the output did not fit");
            output.truncate(output.len() - TAIL.len());
        }
        if !self.takes_over {
            self.deflate.reset();
        }
        output
    }
}

/// Compresses a message with miniz_oxide.
pub(crate) fn miniz_compress(message: &[u8], level: u8) -> Vec<u8> {
    use miniz_oxide::deflate::core::{
        CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params,
    };
    let flags = create_comp_flags_from_zip_params(level.into(), 0, 0);
    let mut output = vec![0; message.len() + message.len() / 8 + 64];
    let (_, taken, given) = compress(
        &mut CompressorOxide::new(flags),
        message,
        &mut output,
        TDEFLFlush::Sync,
    );
    assert_eq!(taken, message.len());
    output.truncate(given);
    assert!(output.ends_with(&TAIL), "the output did not fit");
    output.truncate(given - TAIL.len());
    output
}
