//! Wakers and turns: none is lost (rows E-07, TR-05), none is kept (rows B-10, TR-08).

use core::task::{Context, Poll, Waker};
use std::io::{self, IoSlice};
use std::sync::Arc;

use onem2m_ws_driver::core::{Config, Connection, Inbox, Role, Seed, Timestamp};
use onem2m_ws_driver::{Timer, Transport, WebSocket};
use onem2m_ws_tests::wire::{BINARY, Frame, PING, TEXT};
use proptest::prelude::*;

use crate::executor::{Alarm, once};
use crate::peer::{QUIET, client_bytes, echo};
use crate::world::{Call, Step, World};

proptest! {
    /// Whatever waits at whatever call: the waker stored last, and only it, gets everything done. The executor panics
    /// when nothing would wake the task.
    #[test]
    fn e_07_the_last_waker_is_enough(
        waits in prop::collection::vec(any::<bool>(), 1..64),
        takes in prop::collection::vec(1_usize..700, 1..16),
    ) {
        let calm = World::calm();
        calm.feed(&client_bytes());
        calm.end();
        calm.run(echo(&mut calm.websocket(Role::Server, QUIET))).ready().unwrap();
        let script = move |_, number: usize| {
            if waits[number % waits.len()] && number % 7 != 6 {
                Step::Pending
            } else {
                Step::Take(takes[number % takes.len()])
            }
        };
        let world = World::new(script);
        world.feed(&client_bytes());
        world.end();
        let mut websocket = world.websocket(Role::Server, QUIET);
        world.run(echo(&mut websocket)).ready().unwrap();
        prop_assert_eq!(world.output(), calm.output());
    }
}

/// While it waits for input it waits for room to write, too, and for its alarm: each alone wakes it.
#[test]
fn e_07_input_room_and_alarm_each_wake_alone() {
    let stalled = |call, _| {
        if call == Call::Write {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    };
    let begin = || {
        let world = World::new(stalled);
        let mut websocket = world.websocket(Role::Server, Config::default());
        world.run(websocket.feed("waits")).ready().unwrap();
        world.run(websocket.next()).check_waiting();
        assert!(world.has_alarm());
        (world, websocket)
    };
    let (world, mut websocket) = begin();
    world.feed(&Frame::new(BINARY, "input").masked().encode());
    assert!(world.wake_one());
    assert!(world.run(websocket.next()).ready().unwrap().is_some());

    let (world, mut websocket) = begin();
    world.follow(|_, _| Step::Take(usize::MAX));
    assert!(world.wake_one());
    world.run(websocket.next()).check_waiting();
    assert_eq!(world.output(), Frame::new(TEXT, "waits").encode());

    let (world, mut websocket) = begin();
    assert!(world.run_in_time(websocket.next()).ready().is_err());
}

/// Receiver and senders are polled with wakers that change all the time: each by its own task.
#[test]
fn tr_05_tasks_that_change_their_wakers() {
    for seed in 0..60 {
        let world = World::restless(seed);
        let config = Config {
            max_outbox_len: 64,
            ..QUIET
        };
        world.feed(&Frame::new(BINARY, "in").masked().encode().repeat(50));
        let (mut receiver, sender) = world.websocket(Role::Server, config).split(1);
        let mut sending: Vec<_> = (0..3_u8)
            .map(|own| {
                let mut sender = sender.clone();
                Box::pin(async move {
                    for number in 0..20 {
                        sender.send(vec![own, number]).await.unwrap();
                    }
                })
            })
            .collect();
        // A task each, polled only when the waker of its last poll was woken; a fresh one for every poll.
        let mut alarms = vec![None::<Arc<Alarm>>; 4];
        let (mut received, mut done) = (0, [false; 4]);
        for _ in 0..100_000 {
            let mut is_idle = true;
            for task in 0..4 {
                let is_due = alarms[task].as_ref().is_none_or(|alarm| alarm.take());
                if done[task] || !is_due {
                    continue;
                }
                is_idle = false;
                let alarm = Arc::new(Alarm::default());
                alarms[task] = Some(Arc::clone(&alarm));
                let waker = Waker::from(alarm);
                let mut cx = Context::from_waker(&waker);
                match task.checked_sub(1) {
                    Some(own) => done[task] = sending[own].as_mut().poll(&mut cx).is_ready(),
                    None => {
                        while let Poll::Ready(next) = once(receiver.next(), &mut cx) {
                            received += usize::from(next.unwrap().is_some());
                        }
                    }
                }
            }
            if is_idle && !world.wake_one() {
                break;
            }
        }
        assert_eq!((received, &done[1..]), (50, &[true; 3][..]), "{seed}");
        let frames = Frame::decode_all(&world.output());
        for own in 0..3 {
            let numbers = frames
                .iter()
                .filter(|frame| frame.payload[0] == own)
                .map(|frame| frame.payload[1]);
            assert!(numbers.eq(0..20), "{seed}");
        }
    }
}

/// A transport from which the same frame can be read again and again.
struct Flood {
    frame: Vec<u8>,
    frames_left: usize,
    written: usize,
}

impl Transport for Flood {
    fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let count = (space.len() / self.frame.len()).min(self.frames_left);
        for to in space.chunks_exact_mut(self.frame.len()).take(count) {
            to.copy_from_slice(&self.frame);
        }
        self.frames_left -= count;
        Poll::Ready(Ok(count * self.frame.len()))
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let count = chunks.iter().map(|chunk| chunk.len()).sum();
        self.written += count;
        Poll::Ready(Ok(count))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// A second passes at every look.
#[derive(Default)]
struct Ticking(core::cell::Cell<u64>);

impl Timer for Ticking {
    fn now(&self) -> Timestamp {
        self.0.set(self.0.get() + 1);
        Timestamp::new(core::time::Duration::from_secs(self.0.get()))
    }

    fn poll_until(&mut self, _: &mut Context<'_>, _: Timestamp) -> Poll<()> {
        Poll::Pending
    }
}

fn flooded(frame: Frame, count: usize) -> WebSocket<Flood, Ticking> {
    let transport = Flood {
        frame: frame.masked().encode(),
        frames_left: count,
        written: 0,
    };
    let connection = Connection::new(Role::Server, QUIET, Seed([1; 32]), Timestamp::ZERO);
    WebSocket::new(transport, Ticking::default(), connection, Inbox::new())
}

/// Polls to the end: the messages, the polls, and the most messages within one poll.
fn turns(mut websocket: WebSocket<Flood, Ticking>) -> (usize, usize, usize) {
    let (mut messages, mut polls, mut most) = (0, 0, 0);
    loop {
        polls += 1;
        let before = messages;
        let alarm = Arc::new(Alarm::default());
        let waker = Waker::from(Arc::clone(&alarm));
        let mut cx = Context::from_waker(&waker);
        let is_over = loop {
            match once(websocket.next(), &mut cx) {
                Poll::Ready(Ok(Some(_))) => messages += 1,
                Poll::Ready(_) => break true,
                Poll::Pending => break false,
            }
        };
        most = most.max(messages - before);
        if is_over {
            return (messages, polls, most);
        }
        assert!(alarm.take(), "who gives others a turn wants another one");
    }
}

/// Ten million empty messages: each is delivered, and others get their turn in between.
#[test]
fn b_10_ten_million_empty_messages() {
    let count = 10_000_000;
    let (messages, polls, most) = turns(flooded(Frame::new(BINARY, []), count));
    assert_eq!(messages, count);
    assert!(most <= 1000, "{most} in one turn");
    assert!(polls >= count / 1000);
}

/// As many frames that are no messages, or pieces of one that does not end, do not keep the turn either.
#[test]
fn tr_08_frames_without_messages_give_turns() {
    let count = 1_000_000;
    let pings = Config {
        max_control_frames: u32::MAX,
        ..QUIET
    };
    let transport = Flood {
        frame: Frame::new(PING, "?").masked().encode(),
        frames_left: count,
        written: 0,
    };
    let connection = Connection::new(Role::Server, pings, Seed([1; 32]), Timestamp::ZERO);
    let websocket = WebSocket::new(transport, Ticking::default(), connection, Inbox::new());
    let (messages, polls, _) = turns(websocket);
    assert_eq!(messages, 0);
    assert!(polls >= count / 1000, "{polls}");
}
