//! What is allocated, and what is kept. One test, because all threads count.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[expect(dead_code, reason = "the other messages are for other tests")]
#[path = "suite/messages.rs"]
mod messages;

use std::alloc::System;

use messages::Source;
use onem2m_ws_deflate::{Compressor, Decompressor, Parameters, Part, Progress, WindowBits};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Bytes that are allocated and were not when `region` began.
fn live(region: &Region<'_, System>) -> isize {
    let change = region.change();
    isize::try_from(change.bytes_allocated).unwrap()
        - isize::try_from(change.bytes_deallocated).unwrap()
}

fn parameters(bits: u8, context_takeover: bool) -> Parameters {
    Parameters {
        window_bits: WindowBits::new(bits).unwrap(),
        context_takeover,
    }
}

#[test]
fn memory() {
    // The first, because that takes the longest: the thread of the harness allocates too, while a test begins.
    let bomb = bomb();
    new_ones_allocate_nothing();
    idle_ones_keep_the_window_or_nothing();
    little_traffic_takes_little();
    d_03_a_bomb_takes_no_more_than_the_limit(&bomb);
    a_message_in_small_parts_is_copied_a_few_times(&bomb);
    what_fails_keeps_nothing();
    what_did_not_get_shorter_keeps_nothing();
}

fn new_ones_allocate_nothing() {
    let region = Region::new(ALLOCATOR);
    let compressor = Compressor::new(parameters(15, true));
    let decompressor = Decompressor::new(parameters(15, true));
    assert_eq!(region.change().allocations, 0);
    drop((compressor, decompressor));
    // Beside what they allocate.
    assert!(size_of::<Compressor>() <= 88 && size_of::<Decompressor>() <= 136);
}

fn idle_ones_keep_the_window_or_nothing() {
    for bits in 8..=15 {
        for takes_over in [true, false] {
            let size = if takes_over { 1_isize << bits } else { 0 };
            let mut source = Source::new(bits.into());
            let mut messages: Vec<Vec<u8>> = (0..60).map(|_| source.any()).collect();
            messages.push(source.sized(40_000));
            let mut output = Vec::with_capacity(1 << 20);
            let mut payload = Vec::with_capacity(1 << 20);
            let region = Region::new(ALLOCATOR);
            let mut compressor = Compressor::new(parameters(bits, takes_over));
            let before = live(&region);
            for message in &messages {
                payload.clear();
                compressor.compress(message, Part::Last, &mut payload);
            }
            // The window, and a table of the same size, up to 16 KiB.
            assert_eq!(
                live(&region) - before,
                size + size.min(16 << 10),
                "{bits} bits"
            );
            compressor.release();
            assert_eq!(live(&region) - before, size, "{bits} bits");

            compressor.reset();
            assert_eq!(live(&region), before, "{bits} bits");
            let mut decompressor = Decompressor::new(parameters(bits, takes_over));
            for message in &messages {
                payload.clear();
                output.clear();
                compressor.compress(message, Part::Last, &mut payload);
                let progress =
                    decompressor.decompress(&mut &payload[..], Part::Last, &mut output, 1 << 20);
                assert_eq!(progress, Ok(Progress::Complete));
            }
            compressor.reset();
            // At 8 bits what zlib takes for them.
            let size = if takes_over { size.max(512) } else { 0 };
            assert_eq!(live(&region) - before, size, "{bits} bits");
            decompressor.reset();
            assert_eq!(live(&region), before, "{bits} bits");
        }
    }
}

fn little_traffic_takes_little() {
    let region = Region::new(ALLOCATOR);
    let mut compressor = Compressor::new(parameters(15, true));
    let mut payload = Vec::with_capacity(100);
    compressor.compress(b"Hello, Hello, Hello", Part::Last, &mut payload);
    compressor.release();
    let window = live(&region) - 100;
    assert_eq!(window, 32);
}

/// 60 MiB of zeros in 64 KiB.
fn bomb() -> Vec<u8> {
    let mut compressor = Compressor::new(parameters(15, true));
    let mut bomb = Vec::new();
    let zeros = vec![0; 1 << 20];
    while bomb.len() < 64 << 10 {
        compressor.compress(&zeros, Part::More, &mut bomb);
    }
    bomb
}

fn d_03_a_bomb_takes_no_more_than_the_limit(bomb: &[u8]) {
    for bits in [8, 12, 15] {
        for (limit, step) in [(1 << 20, bomb.len()), (1 << 16, bomb.len()), (1 << 20, 1)] {
            let region = Region::new(ALLOCATOR);
            let mut decompressor = Decompressor::new(parameters(bits, true));
            let mut output = Vec::new();
            let mut taken = 0;
            let stopped = bomb.chunks(step).find_map(|mut input| {
                taken += input.len();
                let room = limit - output.len();
                let progress = decompressor.decompress(&mut input, Part::More, &mut output, room);
                taken -= input.len();
                (progress.unwrap() == Progress::OutputFull).then_some(())
            });
            assert_eq!((stopped, output.len()), (Some(()), limit));
            assert!(taken < limit / 256, "{taken} bytes taken");
            let most = limit + (1 << bits.max(9)) + (9 << 9);
            assert!(
                live(&region) <= isize::try_from(most).unwrap(),
                "{bits} bits"
            );
            assert!(output.capacity() <= limit, "{} bytes", output.capacity());
        }
    }
}

/// A message that arrives octet by octet, into one buffer: the buffer grows by what it has, not by what arrived.
fn a_message_in_small_parts_is_copied_a_few_times(bomb: &[u8]) {
    const LIMIT: usize = 1 << 20;
    for bits in [8, 15] {
        let mut decompressor = Decompressor::new(parameters(bits, true));
        let mut output = Vec::new();
        let region = Region::new(ALLOCATOR);
        for mut input in bomb.chunks(1) {
            let room = LIMIT - output.len();
            let progress = decompressor.decompress(&mut input, Part::More, &mut output, room);
            if progress.unwrap() == Progress::OutputFull {
                break;
            }
        }
        assert_eq!(output.len(), LIMIT);
        let grown = region.change().reallocations;
        assert!(grown <= 40, "grown {grown} times");
    }
}

fn what_fails_keeps_nothing() {
    let message = Source::new(1).notification(9);
    let mut payload = Vec::new();
    Compressor::new(parameters(12, true)).compress(&message, Part::More, &mut payload);
    let mut output = Vec::with_capacity(1 << 16);
    let region = Region::new(ALLOCATOR);
    let mut decompressor = Decompressor::new(parameters(12, true));
    let progress = decompressor.decompress(&mut &payload[..], Part::More, &mut output, 1 << 16);
    assert_eq!(progress, Ok(Progress::NeedsInput));
    assert!(live(&region) > 1000);
    let progress = decompressor.decompress(&mut &[0xff][..], Part::More, &mut output, 1 << 16);
    assert!(progress.is_err());
    assert_eq!(live(&region), 0);
}

fn what_did_not_get_shorter_keeps_nothing() {
    let mut payload = Vec::with_capacity(100);
    let region = Region::new(ALLOCATOR);
    for takes_over in [true, false] {
        let mut compressor = Compressor::new(parameters(12, takes_over));
        let result = compressor.compress_if_shorter(b"Hello", Part::Last, &mut payload);
        assert!(result.is_err());
        assert_eq!(live(&region), 0);
    }
}
