//! `onem2m-ws-deflate` beside other codecs: messages of a connection, with context takeover and without.

mod codec;
mod memory;
#[expect(
    dead_code,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "other messages are for tests, where what is wrong panics"
)]
#[path = "../../../../deflate/tests/suite/messages.rs"]
pub(super) mod messages;

use codec::{Codec, Compress, Decompress};
use messages::Source;

use crate::measure::{Contestant, Plan, race};
use crate::peer::Peer;
use crate::table::Table;

pub(crate) fn run(_: &[Box<dyn Peer>], plan: Plan) {
    for takes_over in [true, false] {
        let codecs: Vec<Codec> = codec::all()
            .into_iter()
            .filter(|codec| codec.takes_over || !takes_over)
            .collect();
        for (name, messages) in sets() {
            compare(name, &messages, &codecs, takes_over, plan);
        }
    }

    memory::run();
}

fn sets() -> Vec<(&'static str, Vec<Vec<u8>>)> {
    let mut source = Source::new(1);
    let mut some = |count: usize, message: &mut dyn FnMut(&mut Source, usize) -> Vec<u8>| {
        (0..count)
            .map(|number| message(&mut source, number))
            .collect()
    };
    vec![
        (
            "requests of 180 B",
            some(1000, &mut |source, _| source.request()),
        ),
        (
            "request, response, notification in turn, 360 B on average",
            some(999, &mut Source::mixed),
        ),
        (
            "notifications of 1.7 KiB",
            some(500, &mut |source, _| source.notification(9)),
        ),
        (
            "64 KiB of JSON",
            some(16, &mut |source, _| source.sized(64 << 10)),
        ),
        (
            "1 MiB of JSON",
            some(4, &mut |source, _| source.sized(1 << 20)),
        ),
        (
            "1 KiB of random bytes",
            some(500, &mut |source, _| source.rng.bytes(1 << 10)),
        ),
    ]
}

/// One table: all codecs over the same messages.
fn compare(name: &str, messages: &[Vec<u8>], codecs: &[Codec], takes_over: bool, plan: Plan) {
    let plain: usize = messages.iter().map(Vec::len).sum();
    let compressed: Vec<_> = codecs
        .iter()
        .map(|codec| compress_all(codec, messages, takes_over))
        .collect();
    for (codec, payloads) in codecs.iter().zip(&compressed) {
        check(codec, messages, payloads, takes_over);
    }
    let compressing = codecs
        .iter()
        .map(|codec| Some(compressing(codec, messages, takes_over)))
        .collect();
    let decompressing = codecs
        .iter()
        .zip(&compressed)
        .map(|(codec, payloads)| Some(decompressing(codec, payloads, takes_over)))
        .collect();
    let nanoseconds = |contestants| {
        let samples = race(contestants, plan);
        samples
            .into_iter()
            .map(|sample| Some(sample?.nanoseconds))
            .collect::<Vec<_>>()
    };
    let context = if takes_over {
        "with takeover"
    } else {
        "without takeover"
    };
    let mut table = Table::new(format!("DEFLATE, {name}, {context}"));
    let ratio = |payloads: &Vec<Vec<u8>>| {
        Some(payloads.iter().map(Vec::len).sum::<usize>() as f64 / plain as f64)
    };
    table.figures(
        "compressed / plain",
        3,
        compressed.iter().map(ratio).collect(),
    );
    for (verb, contestants) in [("compress", compressing), ("decompress", decompressing)] {
        let times = nanoseconds(contestants);
        let speed =
            |time: &Option<f64>| Some(plain as f64 / messages.len() as f64 * 1e3 / (*time)?);
        let speeds = times.iter().map(speed).collect();
        table.compare(format!("{verb}, ns"), times);
        table.figures("MB/s", 0, speeds);
    }
    let names: Vec<_> = codecs.iter().map(|codec| codec.name).collect();
    table.print(&names);
}

fn compress_all(codec: &Codec, messages: &[Vec<u8>], takes_over: bool) -> Vec<Vec<u8>> {
    let mut compress = (codec.compressor)(takes_over);
    let compress = |message: &Vec<u8>| {
        let mut payload = Vec::new();
        compress(message, &mut payload);
        payload
    };
    messages.iter().map(compress).collect()
}

/// Every codec says again what was said to it.
fn check(codec: &Codec, messages: &[Vec<u8>], payloads: &[Vec<u8>], takes_over: bool) {
    let mut decompress = (codec.decompressor)(takes_over);
    let mut output = Vec::new();
    for (message, payload) in messages.iter().zip(payloads) {
        output.clear();
        decompress(payload, &mut output);
        assert!(output == *message, "{} has changed a message", codec.name);
    }
}

fn compressing<'a>(codec: &Codec, messages: &'a [Vec<u8>], takes_over: bool) -> Contestant<'a> {
    let mut compress: Compress = (codec.compressor)(takes_over);
    let mut messages = messages.iter().cycle();
    let mut output = Vec::new();
    Box::new(move |count| {
        for message in messages.by_ref().take(count) {
            output.clear();
            compress(message, &mut output);
        }
    })
}

fn decompressing<'a>(codec: &Codec, payloads: &'a [Vec<u8>], takes_over: bool) -> Contestant<'a> {
    let make = codec.decompressor;
    let mut decompress: Decompress = make(takes_over);
    let mut next = 0;
    let mut output = Vec::new();
    Box::new(move |count| {
        for _ in 0..count {
            let Some(payload) = payloads.get(next) else {
                panic!("payloads come in turn");
            };
            output.clear();
            decompress(payload, &mut output);
            next += 1;
            if next == payloads.len() {
                // The first message has no predecessors.
                decompress = make(takes_over);
                next = 0;
            }
        }
    })
}
