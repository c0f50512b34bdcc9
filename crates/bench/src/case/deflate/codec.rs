//! The common interface of codecs: messages in, payloads of permessage-deflate out, and back.

use onem2m_ws_deflate::{Compressor, Decompressor, Parameters, Part, Progress, WindowBits};

/// Appends the payload of a message.
pub(super) type Compress = Box<dyn FnMut(&[u8], &mut Vec<u8>)>;
/// Appends the message of a payload.
pub(super) type Decompress = Box<dyn FnMut(&[u8], &mut Vec<u8>)>;

/// A codec in one configuration. `true` is with context takeover.
pub(super) struct Codec {
    pub(super) name: &'static str,
    /// True if it can take over context.
    pub(super) takes_over: bool,
    pub(super) compressor: fn(bool) -> Compress,
    pub(super) decompressor: fn(bool) -> Decompress,
}

/// No message is longer.
const LIMIT: usize = 4 << 20;

pub(super) fn all() -> Vec<Codec> {
    #[cfg_attr(
        not(feature = "peers"),
        expect(unused_mut, reason = "the others are peers")
    )]
    let mut all = vec![
        Codec {
            name: "onem2m-ws-deflate, 12 bits",
            takes_over: true,
            compressor: |takes_over| own_compressor(12, takes_over),
            decompressor: |takes_over| own_decompressor(12, takes_over),
        },
        Codec {
            name: "onem2m-ws-deflate, 15 bits",
            takes_over: true,
            compressor: |takes_over| own_compressor(15, takes_over),
            decompressor: |takes_over| own_decompressor(15, takes_over),
        },
    ];
    #[cfg(feature = "peers")]
    all.extend(peers::all());
    all
}

fn own(window_bits: u8, context_takeover: bool) -> Parameters {
    Parameters {
        window_bits: WindowBits::new(window_bits).expect("8 to 15"),
        context_takeover,
    }
}

fn own_compressor(window_bits: u8, takes_over: bool) -> Compress {
    let mut compressor = Compressor::new(own(window_bits, takes_over));
    Box::new(move |message, output| compressor.compress(message, Part::Last, output))
}

fn own_decompressor(window_bits: u8, takes_over: bool) -> Decompress {
    let mut decompressor = Decompressor::new(own(window_bits, takes_over));
    Box::new(move |mut payload, output| {
        let progress = decompressor.decompress(&mut payload, Part::Last, output, LIMIT);
        assert_eq!(progress, Ok(Progress::Complete));
    })
}

#[cfg(feature = "peers")]
mod peers {
    use flate2::{
        Compress as Flate2Compress, Compression, Decompress as Flate2Decompress, FlushCompress,
        FlushDecompress,
    };
    use libdeflater::{CompressionLvl, Compressor as Libdeflate, Decompressor as LibdeflateReader};
    use miniz_oxide::deflate::core::{
        CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params,
    };
    use miniz_oxide::inflate::stream::{InflateState, inflate};
    use miniz_oxide::{DataFormat, MZFlush};
    use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Inflate, InflateFlush};

    use super::{Codec, Compress, Decompress};

    /// The octets that a flush ends with, and a payload leaves out.
    const TAIL: [u8; 4] = [0x00, 0x00, 0xff, 0xff];

    pub(super) fn all() -> Vec<Codec> {
        vec![
            Codec {
                name: "zlib-rs, level 1, 15 bits",
                takes_over: true,
                compressor: |takes_over| zlib_compressor(1, 15, 8, takes_over),
                decompressor: |takes_over| zlib_decompressor(15, takes_over),
            },
            Codec {
                name: "zlib-rs, level 6, 15 bits",
                takes_over: true,
                compressor: |takes_over| zlib_compressor(6, 15, 8, takes_over),
                decompressor: |takes_over| zlib_decompressor(15, takes_over),
            },
            Codec {
                name: "zlib-rs, level 6, 12 bits",
                takes_over: true,
                compressor: |takes_over| zlib_compressor(6, 12, 5, takes_over),
                decompressor: |takes_over| zlib_decompressor(12, takes_over),
            },
            Codec {
                name: "miniz_oxide, level 1",
                takes_over: true,
                compressor: |takes_over| miniz_compressor(1, takes_over),
                decompressor: miniz_decompressor,
            },
            Codec {
                name: "miniz_oxide, level 6",
                takes_over: true,
                compressor: |takes_over| miniz_compressor(6, takes_over),
                decompressor: miniz_decompressor,
            },
            Codec {
                name: "flate2 over zlib-rs, level 6",
                takes_over: true,
                compressor: flate2_compressor,
                decompressor: flate2_decompressor,
            },
            Codec {
                name: "libdeflate, level 1",
                takes_over: false,
                compressor: |_| libdeflate_compressor(1),
                decompressor: |_| libdeflate_decompressor(),
            },
            Codec {
                name: "libdeflate, level 6",
                takes_over: false,
                compressor: |_| libdeflate_compressor(6),
                decompressor: |_| libdeflate_decompressor(),
            },
        ]
    }

    /// Lets `step` append, with more and more room, until all input was taken and some room was left over.
    fn with_room(
        output: &mut Vec<u8>,
        first: usize,
        mut step: impl FnMut(&mut [u8]) -> Option<(usize, bool)>,
    ) {
        let mut at = output.len();
        output.resize(at + first, 0);
        loop {
            let room = output.get_mut(at..).unwrap_or_default();
            let all = room.len();
            let (given, is_all_taken) = step(room).expect("the codec goes on");
            at += given;
            if is_all_taken && given < all {
                output.truncate(at);
                return;
            }
            if given == all {
                output.resize(2 * output.len(), 0);
            }
        }
    }

    fn without_tail(output: &mut Vec<u8>) {
        assert!(output.ends_with(&TAIL), "a sync flush");
        output.truncate(output.len() - TAIL.len());
    }

    fn zlib_compressor(level: i32, window_bits: i32, mem_level: i32, takes_over: bool) -> Compress {
        let mut deflate = Deflate::new_with_config(DeflateConfig {
            level,
            window_bits: -window_bits,
            mem_level,
            ..DeflateConfig::default()
        });
        Box::new(move |message, output| {
            let mut rest = message;
            with_room(output, message.len() / 2 + 64, |room| {
                let (taken, given) = (deflate.total_in(), deflate.total_out());
                deflate.compress(rest, room, DeflateFlush::SyncFlush).ok()?;
                rest = rest.get((deflate.total_in() - taken) as usize..)?;
                Some(((deflate.total_out() - given) as usize, rest.is_empty()))
            });
            without_tail(output);
            if !takes_over {
                deflate.reset();
            }
        })
    }

    fn zlib_decompressor(window_bits: u8, takes_over: bool) -> Decompress {
        let mut state = Inflate::new(false, window_bits);
        Box::new(move |payload, output| {
            let mut rest = payload;
            let mut tail = &TAIL[..];
            with_room(output, (payload.len() * 6).max(512), |room| {
                let mut all = 0;
                for part in [&mut rest, &mut tail] {
                    let (taken, given) = (state.total_in(), state.total_out());
                    let room = room.get_mut(all..)?;
                    state.decompress(part, room, InflateFlush::SyncFlush).ok()?;
                    *part = part.get((state.total_in() - taken) as usize..)?;
                    all += (state.total_out() - given) as usize;
                    if !part.is_empty() {
                        break;
                    }
                }
                Some((all, tail.is_empty()))
            });
            if !takes_over {
                state.reset(false);
            }
        })
    }

    fn miniz_compressor(level: i32, takes_over: bool) -> Compress {
        let flags = create_comp_flags_from_zip_params(level, 0, 0);
        let mut state = Box::new(CompressorOxide::new(flags));
        Box::new(move |message, output| {
            let mut rest = message;
            with_room(output, message.len() / 2 + 64, |room| {
                let (_, taken, given) = compress(&mut state, rest, room, TDEFLFlush::Sync);
                rest = rest.get(taken..)?;
                Some((given, rest.is_empty()))
            });
            without_tail(output);
            if !takes_over {
                state.reset();
            }
        })
    }

    fn miniz_decompressor(takes_over: bool) -> Decompress {
        let mut state = InflateState::new_boxed(DataFormat::Raw);
        Box::new(move |payload, output| {
            let mut rest = payload;
            let mut tail = &TAIL[..];
            with_room(output, (payload.len() * 6).max(512), |room| {
                let mut all = 0;
                for part in [&mut rest, &mut tail] {
                    let result = inflate(&mut state, part, room.get_mut(all..)?, MZFlush::Sync);
                    *part = part.get(result.bytes_consumed..)?;
                    all += result.bytes_written;
                    if !part.is_empty() {
                        break;
                    }
                }
                Some((all, tail.is_empty()))
            });
            if !takes_over {
                state.reset(DataFormat::Raw);
            }
        })
    }

    fn flate2_compressor(takes_over: bool) -> Compress {
        let mut state = Flate2Compress::new(Compression::new(6), false);
        Box::new(move |message, output| {
            let mut rest = message;
            with_room(output, message.len() / 2 + 64, |room| {
                let (taken, given) = (state.total_in(), state.total_out());
                state.compress(rest, room, FlushCompress::Sync).ok()?;
                rest = rest.get((state.total_in() - taken) as usize..)?;
                Some(((state.total_out() - given) as usize, rest.is_empty()))
            });
            without_tail(output);
            if !takes_over {
                state.reset();
            }
        })
    }

    fn flate2_decompressor(takes_over: bool) -> Decompress {
        let mut state = Flate2Decompress::new(false);
        Box::new(move |payload, output| {
            let mut rest = payload;
            let mut tail = &TAIL[..];
            with_room(output, (payload.len() * 6).max(512), |room| {
                let mut all = 0;
                for part in [&mut rest, &mut tail] {
                    let (taken, given) = (state.total_in(), state.total_out());
                    let room = room.get_mut(all..)?;
                    state.decompress(part, room, FlushDecompress::Sync).ok()?;
                    *part = part.get((state.total_in() - taken) as usize..)?;
                    all += (state.total_out() - given) as usize;
                    if !part.is_empty() {
                        break;
                    }
                }
                Some((all, tail.is_empty()))
            });
            if !takes_over {
                state.reset(false);
            }
        })
    }

    /// A final block, which is followed by an octet of zero (RFC 7692 §7.2.3.4).
    fn libdeflate_compressor(level: i32) -> Compress {
        let mut state = Libdeflate::new(CompressionLvl::new(level).expect("a level"));
        Box::new(move |message, output| {
            let begin = output.len();
            output.resize(begin + state.deflate_compress_bound(message.len()), 0);
            let room = output.get_mut(begin..).unwrap_or_default();
            let given = state.deflate_compress(message, room).expect("enough room");
            output.truncate(begin + given);
            output.push(0);
        })
    }

    fn libdeflate_decompressor() -> Decompress {
        let mut state = LibdeflateReader::new();
        Box::new(move |payload, output| {
            let begin = output.len();
            let stream = payload.get(..payload.len() - 1).unwrap_or_default();
            let mut room = (payload.len() * 6).max(512);
            loop {
                output.resize(begin + room, 0);
                let target = output.get_mut(begin..).unwrap_or_default();
                match state.deflate_decompress(stream, target) {
                    Ok(given) => return output.truncate(begin + given),
                    Err(_) => room *= 2,
                }
            }
        })
    }
}
