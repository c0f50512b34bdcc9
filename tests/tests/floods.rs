//! Floods, by the rows B, C and PP of the project's table of attacks and edge cases: what a peer can make a connection
//! allocate, counted; what it answers; what it does not do.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::time::Duration;
use std::alloc::System;
use std::sync::{Mutex, PoisonError};

use onem2m_ws_core::{
    Binary, Buf, Bytes, Closed, Config, Connection, Event, Inbox, Loss, Message,
    ProtocolError as E, Role, SendErrorReason, Timestamp,
};
use onem2m_ws_tests::rows::{ROLES, from_peer};
use onem2m_ws_tests::script::{connection, take_output};
use onem2m_ws_tests::wire::{self, Frame, KEY};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// One test at a time, for there is one allocator.
static ALONE: Mutex<()> = Mutex::new(());

const CONFIG: Config = Config::DEFAULT;
const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

/// What is allocated now.
fn in_use() -> usize {
    let stats = ALLOCATOR.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

/// A connection that is fed through a buffer of its own, and the most that it has held meanwhile.
struct Flooded {
    connection: Connection,
    inbox: Inbox,
    now: Timestamp,
    before: usize,
    peak: usize,
}

impl Flooded {
    fn new(role: Role, config: Config) -> Self {
        let mut inbox = Inbox::with_capacity(64 * KIB);
        inbox.space();
        let before = in_use();
        Self {
            connection: connection(role, config),
            inbox,
            now: Timestamp::ZERO,
            before,
            peak: 0,
        }
    }

    /// Feeds `bytes` in one part, drops what comes of it, and looks at the memory; how many events it was.
    fn feed(&mut self, mut bytes: &[u8]) -> usize {
        let mut count = 0;
        while !bytes.is_empty() {
            let space = self.inbox.space();
            let len = space.len().min(bytes.len());
            space[..len].copy_from_slice(&bytes[..len]);
            self.inbox.filled(len).unwrap();
            bytes = &bytes[len..];
            while self
                .connection
                .poll_event(self.now, &mut self.inbox)
                .is_some()
            {
                self.look();
                count += 1;
            }
            self.look();
        }
        count
    }

    /// Feeds until the connection ends, at most `times` times.
    fn feed_to_end(&mut self, bytes: &[u8], times: usize) -> (usize, Option<Closed<'static>>) {
        for time in 0..times {
            self.inbox.extend(bytes);
            while let Some(event) = self.connection.poll_event(self.now, &mut self.inbox) {
                if let Event::Closed(closed) = event {
                    return (time, Some(closed.into_owned()));
                }
            }
            self.look();
        }
        (times, None)
    }

    fn look(&mut self) {
        self.peak = self.peak.max(in_use().saturating_sub(self.before));
    }
}

fn alone() -> impl Drop {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn header(role: Role, opcode: u8, len: u64) -> Vec<u8> {
    let mask = if role == Role::Server { 0x80 } else { 0 };
    let mut header = vec![0x80 | opcode, mask | 127];
    header.extend(len.to_be_bytes());
    header.extend(if role == Role::Server { &KEY[..] } else { &[] });
    header
}

#[test]
fn b_01_an_announced_length_is_not_allocated() {
    let _alone = alone();
    let lengths = [65_536, MIB, MIB + 1, 1 << 40].map(|len| u64::try_from(len).unwrap());
    for role in ROLES {
        for len in lengths {
            for opcode in [wire::TEXT, wire::BINARY] {
                let mut flooded = Flooded::new(role, CONFIG);
                flooded.feed(&header(role, opcode, len));
                flooded.feed(b"x");
                assert!(flooded.peak <= 4 * KIB, "{role:?}, {len}: {}", flooded.peak);
            }
        }
    }
}

#[test]
fn b_04_fragments_without_end_stop_at_the_limit() {
    let _alone = alone();
    for role in ROLES {
        let mut flooded = Flooded::new(role, CONFIG);
        flooded.feed(&from_peer(
            role,
            &[Frame::new(wire::BINARY, "").unfinished()],
        ));
        let next = Frame::new(wire::CONTINUATION, vec![7; 16 * KIB]).unfinished();
        let (count, closed) = flooded.feed_to_end(&from_peer(role, &[next]), 100);
        assert_eq!(
            (count, closed),
            (64, Some(Closed::Failed(E::MessageTooLong)))
        );
        // The buffer that the test itself feeds through has grown, too.
        assert!(flooded.peak <= MIB + 64 * KIB, "{role:?}: {}", flooded.peak);
    }
}

#[test]
fn b_05_tiny_fragments_cost_little() {
    let _alone = alone();
    for role in ROLES {
        for payload in ["", "x"] {
            let mut flooded = Flooded::new(role, CONFIG);
            flooded.feed(&from_peer(role, &[Frame::new(wire::TEXT, "").unfinished()]));
            let next = Frame::new(wire::CONTINUATION, payload).unfinished();
            let (count, closed) = flooded.feed_to_end(&from_peer(role, &[next]), 2000);
            assert_eq!(closed, Some(Closed::Failed(E::TooManyFragments)));
            // One byte in each earns one for 64.
            let expected = 1023..=1023 + payload.len() * 17;
            assert!(expected.contains(&count), "{role:?}: {count}");
            assert!(flooded.peak <= 16 * KIB, "{role:?}: {}", flooded.peak);
        }
    }
}

/// Contiguous, doubling, and never more than was announced.
#[test]
fn b_06_a_message_byte_by_byte() {
    let _alone = alone();
    for role in ROLES {
        let input = from_peer(role, &[Frame::new(wire::TEXT, vec![b'x'; MIB])]);
        let mut flooded = Flooded::new(role, CONFIG);
        let before = ALLOCATOR.stats();
        let (last, all_but_last) = input.split_last().unwrap();
        for byte in all_but_last {
            flooded.inbox.extend(&[*byte]);
            assert_eq!(
                flooded
                    .connection
                    .poll_event(flooded.now, &mut flooded.inbox),
                None
            );
        }
        flooded.look();
        assert_eq!(flooded.feed(&[*last]), 1);
        let after = ALLOCATOR.stats();
        let calls =
            (after.allocations + after.reallocations) - (before.allocations + before.reallocations);
        assert!(calls <= 16, "{calls} allocations");
        assert!(flooded.peak <= 2 * MIB + MIB / 10, "{}", flooded.peak);
    }
}

#[test]
fn b_07_nothing_is_kept_of_a_large_message() {
    let _alone = alone();
    for role in ROLES {
        let input = from_peer(role, &[Frame::new(wire::BINARY, vec![7; MIB])]);
        let mut flooded = Flooded::new(role, CONFIG);
        assert_eq!(flooded.feed(&input), 1);
        flooded.connection.send(vec![7; MIB]).unwrap();
        let outbox = flooded.connection.outbox();
        outbox.advance(outbox.remaining());
        outbox.shrink();
        let held = in_use().saturating_sub(flooded.before);
        assert!(held <= 4 * KIB, "{role:?}: {held}");
    }
}

/// What comes in one stream is assembled in one buffer, whatever its kind.
#[test]
fn long_messages_share_a_buffer() {
    let _alone = alone();
    for role in ROLES {
        let frames = [wire::BINARY, wire::TEXT, wire::BINARY]
            .map(|opcode| Frame::new(opcode, [b'x'; 200 * KIB]));
        let input = from_peer(role, &frames).repeat(4);
        let mut flooded = Flooded::new(role, CONFIG);
        let before = ALLOCATOR.stats();
        assert_eq!(flooded.feed(&input), 12);
        let after = ALLOCATOR.stats();
        let calls =
            (after.allocations + after.reallocations) - (before.allocations + before.reallocations);
        assert!(calls <= 3, "{calls} allocations");
        assert!(flooded.peak <= 201 * KIB, "{}", flooded.peak);
        assert_eq!(in_use().saturating_sub(flooded.before), 0);
    }
}

/// Each empty message is an event, and none leaves anything behind.
#[test]
fn b_10_empty_messages_and_pings_cost_nothing() {
    let _alone = alone();
    for role in ROLES {
        let input = from_peer(role, &[Frame::new(wire::TEXT, "")]).repeat(1000);
        let mut flooded = Flooded::new(role, CONFIG);
        for _ in 0..1000 {
            assert_eq!(flooded.feed(&input), 1000);
        }
        assert!(flooded.peak <= 4 * KIB, "{}", flooded.peak);
    }
}

/// With the budget of control frames as large as can be: what waits is bounded, and the latest ping is answered.
#[test]
fn c_01_pp_05_pings_of_a_peer_that_does_not_read() {
    let _alone = alone();
    let config = Config {
        max_control_frames: u32::MAX,
        ..CONFIG
    };
    for role in ROLES {
        let mut flooded = Flooded::new(role, config);
        let mut ping = from_peer(role, &[Frame::new(wire::PING, [b'x'; 125])]);
        let first = ping.len() - 125;
        let key = if role == Role::Server { KEY[0] } else { 0 };
        for number in 0..1_000_000_u32 {
            ping[first] = number.to_le_bytes()[0] ^ key;
            flooded.feed(&ping);
        }
        assert!(flooded.peak <= 32 * KIB, "{role:?}: {}", flooded.peak);
        let pongs = take_output(&mut flooded.connection);
        assert!(
            pongs.len() <= config.max_waiting_controls + 1,
            "{}",
            pongs.len()
        );
        let last = pongs.last().unwrap();
        assert_eq!(
            (last.opcode, last.payload[0]),
            (wire::PONG, 999_999_u32.to_le_bytes()[0])
        );
    }
}

/// A thousand within ten seconds, unless data comes between.
#[test]
fn c_02_control_frames_beyond_the_budget() {
    let _alone = alone();
    for role in ROLES {
        for opcode in [wire::PING, wire::PONG] {
            let frame = from_peer(role, &[Frame::new(opcode, "x")]);
            let mut flooded = Flooded::new(role, CONFIG);
            let (count, closed) = flooded.feed_to_end(&frame, 2000);
            assert_eq!(
                (count, closed),
                (1000, Some(Closed::Failed(E::TooManyControlFrames)))
            );

            let mut honest = Flooded::new(role, CONFIG);
            for second in 0..60 {
                honest.now = Timestamp::new(Duration::from_secs(second * 10));
                assert_eq!(honest.feed_to_end(&frame, 1000), (1000, None));
            }
            for _ in 0..10 {
                honest.feed(&from_peer(role, &[Frame::new(wire::TEXT, "data")]));
                assert_eq!(honest.feed_to_end(&frame, 1000), (1000, None));
            }
        }
    }
}

/// The time in which control frames are counted is the configured one, to the tick.
#[test]
fn n_24_control_frames_in_a_configured_time() {
    let _alone = alone();
    let tick = Duration::from_nanos(1);
    for window in [Duration::ZERO, tick, Duration::from_secs(3)] {
        let config = Config {
            max_control_frames: 5,
            control_window: window,
            ..CONFIG
        };
        for role in ROLES {
            let ping = from_peer(role, &[Frame::new(wire::PING, "x")]);
            for (gap, expected) in [
                (window, None),
                (
                    window.saturating_sub(tick),
                    (!window.is_zero()).then_some(Closed::Failed(E::TooManyControlFrames)),
                ),
            ] {
                let mut flooded = Flooded::new(role, config);
                assert_eq!(flooded.feed_to_end(&ping, 5), (5, None));
                flooded.now = flooded.now.saturating_add(gap);
                assert_eq!(
                    flooded.feed_to_end(&ping, 1).1,
                    expected,
                    "{gap:?} of {window:?}"
                );
            }
        }
    }
}

/// A gigabyte is offered; the peer takes nothing, then everything.
#[test]
fn c_03_sends_to_a_peer_that_does_not_read() {
    let _alone = alone();
    let message = vec![7; KIB];
    for role in ROLES {
        let mut flooded = Flooded::new(role, CONFIG);
        let mut taken = 0;
        for _ in 0..MIB {
            match flooded.connection.send(&message[..]) {
                Ok(_) => taken += 1,
                Err(refused) => {
                    assert_eq!(refused.reason, SendErrorReason::Full);
                    assert_eq!(refused.message.as_bytes(), message);
                }
            }
        }
        flooded.look();
        assert!(flooded.peak <= 2 * MIB + 128 * KIB, "{}", flooded.peak);
        let frames = take_output(&mut flooded.connection);
        assert_eq!(frames.len(), taken, "nothing is lost");
        assert!((1000..=1024).contains(&taken), "{taken}");
        assert!(
            flooded.connection.send(&message[..]).is_ok(),
            "there is room again"
        );

        // The peer takes nothing for half a minute.
        flooded.feed(&from_peer(role, &[Frame::new(wire::PONG, "")]));
        flooded
            .connection
            .handle_timeout(Timestamp::new(Duration::from_secs(30)));
        let event = flooded
            .connection
            .poll_event(Timestamp::new(Duration::from_secs(30)), &mut flooded.inbox);
        assert_eq!(event, Some(Event::Closed(Closed::Lost(Loss::WriteTimeout))));
    }
}

/// A server lends what it is given: a gigabyte can wait without a copy.
#[test]
fn c_03_a_servers_payload_is_not_copied() {
    let _alone = alone();
    let config = Config {
        max_outbox_len: usize::MAX,
        ..CONFIG
    };
    let payload = Bytes::from(vec![7; MIB]);
    let mut flooded = Flooded::new(Role::Server, config);
    for _ in 0..1024 {
        flooded
            .connection
            .send(Message::Binary(Binary::Shared(payload.clone())))
            .unwrap();
    }
    flooded.look();
    assert!(flooded.peak <= 256 * KIB, "{}", flooded.peak);
}

#[test]
fn c_04_pp_06_a_pong_passes_between_the_fragments_of_a_message() {
    let _alone = alone();
    let config = Config {
        send_fragment_len: Some(64 * KIB),
        ..CONFIG
    };
    for role in ROLES {
        let mut connection = connection(role, config);
        let mut inbox = Inbox::new();
        connection.send(vec![7; MIB]).unwrap();
        // The first byte of the message has left.
        connection.outbox().advance(1);
        inbox.extend(&from_peer(role, &[Frame::new(wire::PING, "now")]));
        assert!(connection.poll_event(Timestamp::ZERO, &mut inbox).is_some());
        let mut rest = Vec::new();
        while connection.outbox().has_remaining() {
            let chunk = connection.outbox().chunk().to_vec();
            connection.outbox().advance(chunk.len());
            rest.extend(chunk);
        }
        let first = 0x02;
        let frames = Frame::decode_all(&[&[first][..], &rest].concat());
        let opcodes: Vec<u8> = frames.iter().map(|frame| frame.opcode).collect();
        assert_eq!(opcodes.len(), 17);
        assert_eq!(opcodes[..3], [wire::BINARY, wire::PONG, wire::CONTINUATION]);
        assert_eq!(frames[1].payload, b"now");
    }
}

#[test]
fn pp_01_a_pong_is_the_echo_of_its_ping() {
    let _alone = alone();
    for role in ROLES {
        for len in [0, 1, 125] {
            let payload: Vec<u8> = (0..len).collect();
            let mut flooded = Flooded::new(role, CONFIG);
            flooded.feed(&from_peer(role, &[Frame::new(wire::PING, &payload)]));
            let expected = [Frame::new(wire::PONG, &payload)];
            assert_eq!(take_output(&mut flooded.connection), expected);
        }
    }
}

#[test]
fn pp_02_an_unsolicited_pong_is_not_answered() {
    let _alone = alone();
    for role in ROLES {
        let mut flooded = Flooded::new(role, CONFIG);
        assert_eq!(
            flooded.feed(&from_peer(role, &[Frame::new(wire::PONG, "unasked")])),
            1
        );
        assert_eq!(take_output(&mut flooded.connection), []);
        assert!(flooded.connection.is_open());
    }
}

/// Waits until the connection pings; the payload of its ping.
fn keep_alive(flooded: &mut Flooded, since: u64) -> Vec<u8> {
    flooded.now = Timestamp::new(Duration::from_secs(since + 30));
    flooded.connection.handle_timeout(flooded.now);
    let frames = take_output(&mut flooded.connection);
    assert_eq!(frames.len(), 1);
    assert_eq!(frames[0].opcode, wire::PING);
    frames[0].payload.clone()
}

/// Something from the peer, which may know an older ping of ours.
type Sign = fn(Role, &[u8]) -> Vec<u8>;

/// Whatever is received is a sign of life: a pong with another payload, one for an older ping, half a header.
#[test]
fn pp_03_pp_04_pp_07_any_byte_is_a_sign_of_life() {
    let _alone = alone();
    for role in ROLES {
        let signs: [Sign; 3] = [
            |role, _| from_peer(role, &[Frame::new(wire::PONG, "another")]),
            |role, older| from_peer(role, &[Frame::new(wire::PONG, older)]),
            |_, _| vec![0x82],
        ];
        for sign in signs {
            let mut flooded = Flooded::new(role, CONFIG);
            let older = keep_alive(&mut flooded, 0);
            flooded.feed(&from_peer(role, &[Frame::new(wire::TEXT, "data")]));
            keep_alive(&mut flooded, 30);
            flooded.feed(&sign(role, &older));
            flooded
                .connection
                .handle_timeout(Timestamp::new(Duration::from_secs(75)));
            assert!(flooded.connection.is_open());
        }
    }
}

#[test]
fn pp_08_a_keep_alive_payload_cannot_be_guessed() {
    let _alone = alone();
    for role in ROLES {
        let mut payloads = Vec::new();
        let mut flooded = Flooded::new(role, CONFIG);
        for round in 0..100 {
            let payload = keep_alive(&mut flooded, round * 30);
            assert_eq!(payload.len(), 8);
            // The answer is not reported: nobody asked for it.
            let pong = from_peer(role, &[Frame::new(wire::PONG, &payload)]);
            assert_eq!(flooded.feed(&pong), 0);
            payloads.push(payload);
        }
        payloads.sort_unstable();
        payloads.dedup();
        assert_eq!(payloads.len(), 100);
    }
}

#[test]
fn c_10_a_peer_that_vanished_is_noticed() {
    let _alone = alone();
    for role in ROLES {
        let mut flooded = Flooded::new(role, CONFIG);
        keep_alive(&mut flooded, 0);
        let deadline = Timestamp::new(Duration::from_secs(40));
        assert_eq!(flooded.connection.poll_timeout(), Some(deadline));
        flooded.connection.handle_timeout(deadline);
        let event = flooded.connection.poll_event(deadline, &mut flooded.inbox);
        assert_eq!(event, Some(Event::Closed(Closed::Lost(Loss::PongTimeout))));
    }
}
