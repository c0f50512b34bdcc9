//! When it writes: once for many answers, at once for a single one, without another call for pongs and Close frames.

use onem2m_ws_driver::core::{Closed, Config, Role};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, PING, PONG};
use proptest::prelude::*;

use crate::peer::{QUIET, close, echo, message, ping};
use crate::world::{Call, Step, World};

/// Reads of at most `read_len` bytes are ready one after the other; at most `percent` writes for a hundred messages.
#[track_caller]
fn check_load(count: usize, len: usize, read_len: usize, percent: usize) {
    let world = World::new(move |call, _| match call {
        Call::Read => Step::Take(read_len),
        _ => Step::Take(usize::MAX),
    });
    world.feed(&message(vec![7; len]).repeat(count));
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.run(echo(&mut websocket)).check_waiting();
    let echoed = Frame::decode_all(&world.output());
    assert_eq!(
        echoed,
        vec![
            Frame {
                len_form: echoed[0].len_form,
                ..Frame::new(BINARY, vec![7; len])
            };
            count
        ]
    );
    let writes = world.count(Call::Write);
    assert!(
        writes * 100 <= count * percent,
        "{writes} writes for {count} messages of {len} bytes"
    );
    assert!(
        world.count(Call::Flush) <= writes,
        "a flush for each write at most"
    );
    assert!(world.is_passed_on());
}

#[test]
fn many_echoes_leave_in_few_writes() {
    check_load(20_000, 0, 64 << 10, 6);
    check_load(20_000, 64, 64 << 10, 6);
    check_load(20_000, 125, 4 << 10, 6);
    check_load(5_000, 1000, 64 << 10, 6);
    check_load(5_000, 1000, 16 << 10, 6);
}

#[test]
fn a_single_echo_leaves_at_once() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    for round in 1..=3 {
        world.feed(&message("one"));
        world.run(echo(&mut websocket)).check_waiting();
        assert_eq!(world.take_output(), Frame::new(BINARY, "one").encode());
        assert_eq!(world.count(Call::Write), round);
        assert_eq!(world.count(Call::Flush), round);
    }
}

#[test]
fn answers_do_not_wait_for_the_end_of_a_flood() {
    // Each read brings one message, and there is always another one to read.
    let frame = message([7; 100]);
    let len = frame.len();
    let world = World::new(move |call, _| match call {
        Call::Read => Step::Take(len),
        _ => Step::Take(usize::MAX),
    });
    world.feed(&frame.repeat(1000));
    let mut websocket = world.websocket(Role::Server, QUIET);
    let mut most_waiting = 0;
    for received in 1..=1000 {
        let sent = world.run(async {
            let (message, websocket) = websocket.next().await?.expect("a message");
            websocket.feed(message).await
        });
        sent.ready().unwrap();
        let written = world.output().len() / 102;
        most_waiting = most_waiting.max(received - written);
    }
    assert!(most_waiting <= 16, "{most_waiting} answers waited");
}

#[test]
fn c_05_pongs_and_close_echoes_need_no_other_call() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.feed(&ping("1"));
    world.run(websocket.next()).check_waiting();
    assert_eq!(world.take_output(), Frame::new(PONG, "1").encode());
    assert!(world.is_passed_on(), "buffered transports pass it on");

    world.feed(&close(1001));
    world.end();
    assert!(world.run(websocket.next()).ready().unwrap().is_none());
    assert_eq!(
        world.take_output(),
        Frame::new(CLOSE, [0x03, 0xE9]).encode()
    );
    assert!(world.is_passed_on() && world.is_shut());
    assert!(
        matches!(websocket.closed(), Some(Closed::Clean(Some(frame))) if frame.code.get() == 1001)
    );
}

/// A pong that had no room among those that waited leaves when these have.
#[test]
fn c_05_a_pong_that_was_put_off_needs_no_other_call() {
    let config = Config {
        max_waiting_controls: 1,
        ..QUIET
    };
    let world = World::new(|call, _| match call {
        Call::Write => Step::Stalled,
        _ => Step::Take(usize::MAX),
    });
    let mut websocket = world.websocket(Role::Server, config);
    for payload in ["1", "2", "3"] {
        world.feed(&ping(payload));
    }
    world.run(websocket.next()).check_waiting();
    world.follow(|_, _| Step::Take(usize::MAX));
    world.run(websocket.next()).check_waiting();
    let pongs = Frame::decode_all(&world.output());
    assert_eq!(pongs, [Frame::new(PONG, "1"), Frame::new(PONG, "3")]);
    assert!(world.is_passed_on());
}

#[test]
fn c_05_a_receiver_that_only_receives_answers() {
    let world = World::calm();
    let (mut receiver, _sender) = world.websocket(Role::Server, QUIET).split(1);
    world.feed(&ping("2"));
    world.run(receiver.next()).check_waiting();
    assert_eq!(world.take_output(), Frame::new(PONG, "2").encode());
}

#[test]
fn the_first_call_of_next_writes_what_was_sent_before() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.run(websocket.feed("unasked")).ready().unwrap();
    websocket.ping(b"?").unwrap();
    assert_eq!(world.count(Call::Write), 0);
    world.run(websocket.next()).check_waiting();
    let frames = Frame::decode_all(&world.output());
    assert_eq!(frames[0].payload, b"unasked");
    assert_eq!(frames[1], Frame::new(PING, "?"));
    assert_eq!(world.count(Call::Write), 1);
}

proptest! {
    /// However the input is cut into reads, everything is answered before the task waits.
    #[test]
    fn nothing_waits_in_the_outbox_while_the_task_does(
        lens in prop::collection::vec(0_usize..5000, 1..40),
        read_len in 1_usize..9000,
    ) {
        let world = World::new(move |call, _| match call {
            Call::Read => Step::Take(read_len),
            _ => Step::Take(usize::MAX),
        });
        let mut websocket = world.websocket(Role::Server, Config::default());
        for len in lens {
            world.feed(&message(vec![1; len]));
            world.run(echo(&mut websocket)).check_waiting();
            let echoed = Frame::decode_all(&world.take_output());
            prop_assert_eq!(echoed.len(), 1);
            prop_assert_eq!(echoed[0].payload.len(), len);
        }
    }
}
