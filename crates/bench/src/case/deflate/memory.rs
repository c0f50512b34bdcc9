//! The memory that idle connections hold of their codecs.

use super::codec;
use super::messages::Source;
use crate::measure::Allocated;
use crate::table::Table;

/// A compressor and a decompressor after some messages, with takeover.
pub(super) fn run() {
    if !cfg!(feature = "allocations") {
        println!("\nWhat idle codecs hold needs the feature `allocations`.");
        return;
    }
    let codecs: Vec<_> = codec::all()
        .into_iter()
        .filter(|codec| codec.takes_over)
        .collect();
    let names: Vec<_> = codecs.iter().map(|codec| codec.name).collect();
    let mut table =
        Table::new("DEFLATE, idle after 40 messages, with takeover: bytes allocated".to_owned());
    let mut source = Source::new(2);
    let messages: Vec<_> = (0..40).map(|number| source.mixed(number)).collect();
    let compressors = codecs.iter().map(|codec| {
        let mut kept = None;
        let mut output = Vec::with_capacity(1 << 16);
        let allocated = Allocated::by(|| {
            let mut compress = (codec.compressor)(true);
            for message in &messages {
                output.clear();
                compress(message, &mut output);
            }
            kept = Some(compress);
        });
        drop(kept);
        Some(allocated.kept as f64)
    });
    table.figures("compressor", 0, compressors.collect());
    let decompressors = codecs.iter().map(|codec| {
        let mut compress = (codec.compressor)(true);
        let payloads: Vec<_> = messages
            .iter()
            .map(|message| {
                let mut payload = Vec::new();
                compress(message, &mut payload);
                payload
            })
            .collect();
        let mut kept = None;
        let mut output = Vec::with_capacity(1 << 16);
        let allocated = Allocated::by(|| {
            let mut decompress = (codec.decompressor)(true);
            for payload in &payloads {
                output.clear();
                decompress(payload, &mut output);
            }
            kept = Some(decompress);
        });
        drop(kept);
        Some(allocated.kept as f64)
    });
    table.figures("decompressor", 0, decompressors.collect());
    table.print(&names);
}
