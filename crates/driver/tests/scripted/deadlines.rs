//! Deadlines: what the time that passes does to a connection, and what time that its owner was busy does not.

use core::time::Duration;

use onem2m_ws_driver::Error;
use onem2m_ws_driver::core::{Closed, Config, Loss, ProtocolError, Role};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, PING, PONG};

use crate::peer::{QUIET, close, message};
use crate::world::{Call, Step, World};

const S: fn(u64) -> Duration = Duration::from_secs;

fn pong(payload: &[u8]) -> Vec<u8> {
    Frame::new(PONG, payload).masked().encode()
}

/// The keep-alive ping that was written.
fn ping_written(world: &World) -> Vec<u8> {
    let frames = Frame::decode_all(&world.take_output());
    assert_eq!(frames.len(), 1);
    assert_eq!(frames[0].opcode, PING);
    frames[0].payload.clone()
}

#[test]
fn keep_alive_needs_no_call_but_next() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, Config::default());
    for round in 1..=3 {
        world.run(websocket.next()).check_waiting();
        while world.output().is_empty() {
            assert!(world.sleep());
            world.run(websocket.next()).check_waiting();
        }
        assert_eq!(world.now(), S(30) * round);
        world.feed(&pong(&ping_written(&world)));
        world.run(websocket.next()).check_waiting();
    }
    let error = world.run_in_time(websocket.next()).ready().unwrap_err();
    assert!(matches!(error, Error::Lost(Loss::PongTimeout)));
    assert_eq!(world.now(), S(90) + S(30) + S(10));
}

/// A pong that had come in time counts, however late the owner looks.
#[test]
fn what_came_in_time_counts_when_the_owner_was_busy() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, Config::default());
    world.run(websocket.next()).check_waiting();
    assert!(world.sleep());
    world.run(websocket.next()).check_waiting();
    world.feed(&pong(&ping_written(&world)));
    world.pass(S(600));
    world.feed(&message("still here"));
    let message = world.run(websocket.receive()).ready().unwrap();
    assert_eq!(message.unwrap().as_bytes(), b"still here");
}

#[test]
fn the_rest_of_a_message_counts_when_the_owner_was_busy() {
    let bytes = message([7; 1000]);
    let config = Config {
        ping_interval: None,
        ..Config::DEFAULT
    };
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, config);
    world.feed(&bytes[..500]);
    world.run(websocket.next()).check_waiting();
    world.feed(&bytes[500..]);
    world.pass(S(600));
    assert_eq!(
        world
            .run(websocket.receive())
            .ready()
            .unwrap()
            .unwrap()
            .len(),
        1000
    );

    world.feed(&bytes[..500]);
    world.run(websocket.next()).check_waiting();
    world.pass(S(600));
    let error = world.run_in_time(websocket.next()).ready().unwrap_err();
    assert!(matches!(
        error,
        Error::Protocol(ProtocolError::MessageTimeout)
    ));
}

#[test]
fn a_message_that_takes_too_long_fails_the_connection() {
    let config = Config {
        ping_interval: None,
        ..Config::DEFAULT
    };
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, config);
    world.feed(&message([7; 1000])[..500]);
    world.run(websocket.next()).check_waiting();
    let error = world.run_in_time(websocket.next()).ready().unwrap_err();
    assert!(matches!(
        error,
        Error::Protocol(ProtocolError::MessageTimeout)
    ));
    // The Close frame is written, and the peer gets time to read it.
    assert_eq!(world.output(), Frame::new(CLOSE, [0x03, 0xF0]).encode());
    assert!(world.is_shut());
    assert_eq!(world.now(), S(60) + config.close_timeout);
}

/// The time for the closing handshake begins when it does, not when the clock was last looked at.
#[test]
fn the_close_timeout_begins_with_the_close() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.run(websocket.next()).check_waiting();
    world.pass(S(100));
    let error = world
        .run_in_time(websocket.close(None))
        .ready()
        .unwrap_err();
    assert!(matches!(error, Error::Lost(Loss::CloseTimeout)));
    assert_eq!(world.now(), S(100) + QUIET.close_timeout);
}

#[test]
fn a_close_frame_that_came_in_time_counts_when_the_owner_was_busy() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, QUIET);
    websocket.start_close(None).unwrap();
    world.run(websocket.next()).check_waiting();
    world.feed(&close(1000));
    world.end();
    world.pass(S(100));
    assert!(world.run(websocket.next()).ready().unwrap().is_none());
    assert!(matches!(websocket.closed(), Some(Closed::Clean(Some(_)))));
}

/// Nor is what came in time too late because the owner closes before it looks.
#[test]
fn what_came_in_time_counts_when_a_busy_owner_closes() {
    let bytes = message([7; 1000]);
    let config = Config {
        ping_interval: None,
        ..Config::DEFAULT
    };
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, config);
    world.feed(&bytes[..500]);
    world.run(websocket.next()).check_waiting();
    world.pass(S(600));
    world.feed(&bytes[500..]);
    world.feed(&close(1000));
    world.end();
    world.run(websocket.close(None)).ready().unwrap();
    assert!(matches!(websocket.closed(), Some(Closed::Clean(Some(_)))));
}

/// The deadline for writing comes to light when a byte is read: that is the end, although nothing would wake the task.
#[test]
fn a_deadline_that_a_read_brings_to_light() {
    let config = Config {
        ping_interval: None,
        ..Config::DEFAULT
    };
    let world = World::new(|call, _| match call {
        Call::Write => Step::Stalled,
        _ => Step::Take(usize::MAX),
    });
    let mut websocket = world.websocket(Role::Server, config);
    world.run(websocket.feed("stuck")).ready().unwrap();
    world.run(websocket.next()).check_waiting();
    world.feed(&message("cut")[..1]);
    assert!(world.sleep());
    let error = world.run(websocket.next()).ready().unwrap_err();
    assert!(
        matches!(error, Error::Lost(Loss::WriteTimeout)),
        "{error:?}"
    );
    assert_eq!(world.now(), config.write_timeout.unwrap());
}

/// A peer that keeps sending after the end does not hold the connection longer than the close timeout.
#[test]
fn cl_21_a_flood_behind_the_end_is_discarded_for_a_while() {
    let world = World::calm();
    let clock = world.clone();
    let more = message([0; 1000]);
    // Every read brings something and takes a millisecond.
    world.follow(move |call, _| {
        if call == Call::Read {
            clock.pass(Duration::from_millis(1));
            clock.feed(&more);
        }
        Step::Take(usize::MAX)
    });
    world.feed(&Frame::new(BINARY, "unmasked").encode());
    let mut websocket = world.websocket(Role::Server, QUIET);
    let error = world.run(websocket.next()).ready().unwrap_err();
    assert!(matches!(
        error,
        Error::Protocol(ProtocolError::UnmaskedFrame)
    ));
    assert!(world.is_shut());
    let least = usize::try_from(QUIET.close_timeout.as_millis()).unwrap();
    assert!((least..least + 10).contains(&world.count(Call::Read)));
}

/// Flushing a large message over a slow line takes its time: nothing is read meanwhile, so silence means nothing.
#[test]
fn a_slow_flush_is_not_silence_of_the_peer() {
    let world = World::calm();
    let mut websocket = world.websocket(Role::Server, Config::default());
    let clock = world.clone();
    world.follow(move |call, number| match call {
        Call::Write if number % 2 == 0 => Step::Pending,
        Call::Write => {
            clock.pass(S(1));
            Step::Take(1000)
        }
        _ => Step::Take(usize::MAX),
    });
    world.run(websocket.feed(vec![0; 100_000])).ready().unwrap();
    world.feed(&message("alive"));
    world.run(websocket.flush()).ready().unwrap();
    assert!(world.now() >= S(100));
    assert!(world.run(websocket.next()).ready().unwrap().is_some());
}

/// A slow application does not make its peer a silent one.
#[test]
fn a_full_queue_is_not_silence_of_the_peer() {
    let world = World::calm();
    let (_sender, mut delivered, task) = world
        .websocket(Role::Server, Config::default())
        .into_task(0);
    let mut task = Box::pin(task);
    for number in 0..5_u8 {
        world.feed(&message([number]));
    }
    world.run(task.as_mut()).check_waiting();
    for number in 0..5_u8 {
        for _ in 0..10 {
            world.sleep();
            world.pass(S(20));
            world.run(task.as_mut()).check_waiting();
        }
        let message = world
            .run(delivered.receive())
            .ready()
            .unwrap()
            .expect("a message");
        assert_eq!(message.as_bytes(), [number]);
        world.run(task.as_mut()).check_waiting();
    }
    world.feed(&message("and on"));
    world.run(task.as_mut()).check_waiting();
    assert_eq!(
        world
            .run(delivered.receive())
            .ready()
            .unwrap()
            .unwrap()
            .as_bytes(),
        b"and on"
    );
}
