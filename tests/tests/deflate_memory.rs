//! What compression makes a connection hold, counted, by the rows PD and D of the project's table.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::alloc::System;
use std::sync::{Mutex, PoisonError};
use std::thread;

use onem2m_ws_core::deflate::WindowBits;
use onem2m_ws_core::{
    Closed, Config, Connection, Event, Inbox, Message, PermessageDeflate, ProtocolError as E, Role,
    Timestamp,
};
use onem2m_ws_tests::rows::{ROLES, from_peer};
use onem2m_ws_tests::script::{connection, take_output};
use onem2m_ws_tests::wire::{self, Frame, TEXT};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One test at a time, for there is one allocator.
static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> impl Drop {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

/// What is allocated now.
fn in_use() -> usize {
    let stats = ALLOCATOR.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

fn config(bits: u8, no_context_takeover: bool) -> Config {
    let bits = WindowBits::new(bits).unwrap();
    Config {
        permessage_deflate: Some(PermessageDeflate {
            server_no_context_takeover: no_context_takeover,
            client_no_context_takeover: no_context_takeover,
            server_max_window_bits: bits,
            client_max_window_bits: bits,
            min_len: None,
        }),
        ..Config::DEFAULT
    }
}

fn request(number: u32) -> String {
    format!(
        "{{\"op\":1,\"to\":\"/in-cse/base/ae-{}/container\",\"fr\":\"Cae\",\"rqi\":\"{:08x}\",\"ty\":4,\"pc\":{{\"m2m:cin\":{{\"con\":\"{}\"}}}}}}",
        number % 7,
        number.wrapping_mul(0x9E37_79B1),
        number.wrapping_mul(77) % 1000
    )
}

/// A gibibyte of one letter: matches of 258 bytes with what is right before them, in thirteen bits each (RFC 1951 §3.2.6).
fn bomb(len: usize) -> Vec<u8> {
    let begin = "010 10010001";
    let matches = (0..8).map(|_| "11000101 00000").collect::<String>();
    // Eleven bits, and thirteen bytes of matches that go on three bits later each time they are cut into bytes.
    let bits = begin.to_owned() + &"11000101 00000".repeat(8) + &matches;
    let mut bytes = wire::packed(&(bits + "11000101 00000"));
    let period = bytes.get(2..15).unwrap().to_vec();
    bytes.truncate(2);
    bytes.extend(period.iter().cycle().take(len.saturating_sub(2)));
    bytes
}

/// Feeds in parts of `step` bytes, drops what comes, and looks; the end, and the most that was held.
fn feed(
    connection: &mut Connection,
    input: &[u8],
    step: usize,
) -> (Option<Closed<'static>>, usize) {
    let mut inbox = Inbox::with_capacity(64 * KIB);
    let before = in_use();
    let mut peak = 0;
    for part in input.chunks(step) {
        inbox.extend(part);
        while let Some(event) = connection.poll_event(Timestamp::ZERO, &mut inbox) {
            peak = peak.max(in_use().saturating_sub(before));
            if let Event::Closed(closed) = event {
                return (Some(closed.into_owned()), peak);
            }
        }
        peak = peak.max(in_use().saturating_sub(before));
    }
    (None, peak)
}

#[test]
fn d_01_a_bomb_stops_at_the_limit() {
    let _alone = alone();
    let payload = bomb(MIB);
    for role in ROLES {
        let whole = from_peer(role, &[Frame::new(TEXT, &payload).compressed()]);
        let fragments: Vec<Frame> = payload
            .chunks(2000)
            .enumerate()
            .map(|(index, part)| match index {
                0 => Frame::new(TEXT, part).compressed().unfinished(),
                _ => Frame::new(wire::CONTINUATION, part).unfinished(),
            })
            .collect();
        let fragments = from_peer(role, &fragments);
        for (input, step) in [(&whole, 64 * KIB), (&whole, 1), (&fragments, 1000)] {
            let mut connection = connection(role, config(12, false));
            let (closed, peak) = feed(&mut connection, input, step);
            assert_eq!(closed, Some(Closed::Failed(E::MessageTooLong)));
            let bound = MIB + 4 * KIB + 4 * KIB + 512;
            assert!(peak <= bound, "{role:?}, {step}: {peak} > {bound}");
        }
    }
}

#[test]
fn pd_61_a_bomb_in_pieces_is_held_in_pieces() {
    let _alone = alone();
    let config = Config {
        stream_above: Some(0),
        ..config(12, false)
    };
    let payload = bomb(100 * KIB);
    for role in ROLES {
        let frame = Frame::new(TEXT, &payload).compressed().unfinished();
        let input = from_peer(role, &[frame]);
        let mut connection = connection(role, config);
        let (closed, peak) = feed(&mut connection, &input, 64 * KIB);
        assert_eq!(closed, None);
        assert!(peak <= 44 * KIB, "{role:?}: {peak}");
    }
}

/// A pair of connections that have said a few things to each other.
fn talked(config: Config, count: u32) -> [Connection; 2] {
    let mut inbox = Inbox::with_capacity(64 * KIB);
    let mut client = connection(Role::Client, config);
    let mut server = connection(Role::Server, config);
    for number in 0..count {
        for is_up in [true, false] {
            let (from, to) = if is_up {
                (&mut client, &mut server)
            } else {
                (&mut server, &mut client)
            };
            from.send(request(number)).unwrap();
            let frames = take_output(from);
            inbox.extend(&from_peer(to.role(), &frames));
            let message = Message::from(request(number));
            let event = to.poll_event(Timestamp::ZERO, &mut inbox);
            assert_eq!(event, Some(Event::Message(message)));
            assert_eq!(to.poll_event(Timestamp::ZERO, &mut inbox), None);
        }
    }
    client.outbox().shrink();
    server.outbox().shrink();
    [client, server]
}

/// What each of two connections holds that have talked, then when they were told to shrink, and what is left of both: the
/// middle of a few attempts, for the harness allocates too, and frees.
fn held(config: Config, count: u32) -> (usize, usize, usize) {
    let mut attempts = [0; 5].map(|_| {
        let before = in_use();
        let mut pair = talked(config, count);
        let held = in_use().saturating_sub(before) / 2;
        pair.iter_mut().for_each(Connection::shrink);
        let rest = in_use().saturating_sub(before) / 2;
        drop(pair);
        (held, rest, in_use().saturating_sub(before))
    });
    attempts.sort_unstable();
    attempts[2]
}

#[test]
fn d_06_pd_73_pd_74_pd_75_an_idle_connection_holds_its_windows_and_little_else() {
    let _alone = alone();
    // Nothing before the first message, and nothing between messages without context takeover, but what was agreed.
    let (none, ..) = held(Config::DEFAULT, 20);
    for bits in [8, 12, 15] {
        for (no_takeover, count) in [(false, 0), (true, 0), (true, 100)] {
            let (held, ..) = held(config(bits, no_takeover), count);
            assert!(held <= none + 64, "{bits}, {no_takeover}, {count}: {held}");
        }
    }
    for bits in 8..=15 {
        let window = (1 << bits).max(512);
        let (held, rest, left) = held(config(bits, false), 500);
        // Two windows, a table of the same size for sending, and what surrounds them; in silence not even the table.
        assert!(held <= none + 3 * window + 512, "{bits}: {held}");
        assert!(rest <= none + 2 * window + 512, "{bits}: {rest}");
        assert_eq!(left, 0, "{bits}: all of it is given back");
    }
}

#[test]
fn silence_lets_go_of_the_table() {
    let _alone = alone();
    let config = config(12, false);
    let given_back = (0..5).map(|_| {
        let [mut client, _server] = talked(config, 500);
        let before = in_use();
        let deadline = client.poll_timeout().unwrap();
        client.handle_timeout(deadline);
        before.saturating_sub(in_use())
    });
    let given_back = given_back.max().unwrap_or_default();
    assert!(given_back >= 3 * KIB, "{given_back}");
}

#[test]
fn d_07_a_small_stack_is_enough() {
    let work = || {
        let config = config(15, false);
        drop(talked(config, 50));
        let noise: Vec<u8> = (0..200_000_u32)
            .map(|at| at.wrapping_mul(at).wrapping_mul(0x9E37_79B1).to_le_bytes()[3])
            .collect();
        let mut client = connection(Role::Client, config);
        client.send(noise).unwrap();
        let bomb = from_peer(Role::Client, &[Frame::new(TEXT, bomb(MIB)).compressed()]);
        let (closed, _) = feed(&mut client, &bomb, 64 * KIB);
        assert_eq!(closed, Some(Closed::Failed(E::MessageTooLong)));
    };
    let _alone = alone();
    let thread = thread::Builder::new().stack_size(128 * KIB).spawn(work);
    thread.unwrap().join().unwrap();
}
