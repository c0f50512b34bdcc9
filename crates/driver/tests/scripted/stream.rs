//! The connection as a `Stream` and `Sink` of owned messages.

use core::pin::Pin;
use core::task::Poll;
use std::io::ErrorKind;

use futures_util::{FutureExt, Sink, SinkExt, Stream, StreamExt, stream};
use onem2m_ws_driver::Error;
use onem2m_ws_driver::core::{Closed, Config, Message, ProtocolError, Role};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, PONG};
use proptest::prelude::*;

use crate::executor::{Run, once};
use crate::peer::{QUIET, client_bytes, close, echo, message, ping};
use crate::world::{Call, Step, World};

#[test]
fn forwarding_the_stream_into_the_sink_is_an_echo() {
    let calm = World::calm();
    calm.feed(&client_bytes());
    calm.end();
    calm.run(echo(&mut calm.websocket(Role::Server, QUIET)))
        .ready()
        .unwrap();
    for seed in 0..100 {
        let world = World::restless(seed);
        world.feed(&client_bytes());
        world.end();
        let mut messages = world.websocket(Role::Server, QUIET).into_stream();
        // New futures for every poll.
        while let Some(message) = world.poll(|cx| once(messages.next(), cx)).ready() {
            let message = message.unwrap();
            world
                .poll(|cx| once(messages.feed(message.clone()), cx))
                .ready()
                .unwrap();
        }
        world.run(messages.close()).ready().unwrap();
        assert_eq!(world.output(), calm.output(), "{seed}");
        assert!(matches!(
            messages.into_inner().closed(),
            Some(Closed::Clean(Some(_)))
        ));
    }
}

/// A sink that is closed says which failure kept its last message back, and not only that the connection was lost then.
#[test]
fn a_closed_sink_says_why_its_last_message_was_not_sent() {
    let config = Config {
        max_outbox_len: 100,
        ..QUIET
    };
    let world = World::calm();
    world.break_after(50, ErrorKind::ConnectionReset);
    let mut messages = world.websocket(Role::Server, config).into_stream();
    for _ in 0..2 {
        let message = Message::from(vec![0; 90]);
        Pin::new(&mut messages).start_send(message).unwrap();
    }
    let error = world.run(messages.close()).ready().unwrap_err();
    let is_cause = matches!(&error, Error::Io(error) if error.kind() == ErrorKind::ConnectionReset);
    assert!(is_cause, "{error:?}");
    assert!(messages.into_inner().closed().is_some());
}

proptest! {
    /// The contract of `Sink`: when it is ready, it takes a message of any length, and all leave in order.
    #[test]
    fn a_ready_sink_takes_a_message_of_any_length(
        lens in prop::collection::vec(0_usize..3000, 1..40),
        take in 1_usize..2000,
    ) {
        let config = Config { max_outbox_len: 2000, ..QUIET };
        let world = World::new(move |call, number| match call {
            Call::Write if number % 2 == 0 => Step::Pending,
            _ => Step::Take(take),
        });
        let mut messages = world.websocket(Role::Server, config).into_stream();
        let all = lens.iter().enumerate().map(|(number, len)| {
            Ok(Message::from(vec![u8::try_from(number).unwrap(); *len]))
        });
        world.run(messages.send_all(&mut stream::iter(all))).ready().unwrap();
        let frames = Frame::decode_all(&world.output());
        prop_assert_eq!(frames.len(), lens.len());
        for ((number, len), frame) in lens.iter().enumerate().zip(frames) {
            prop_assert_eq!(frame.payload, vec![u8::try_from(number).unwrap(); *len]);
        }
        prop_assert!(world.is_passed_on());
    }
}

/// A message that waits for room leaves while the stream is polled, without another call to the sink.
#[test]
fn what_the_sink_took_leaves_while_the_stream_is_polled() {
    let config = Config {
        max_outbox_len: 1000,
        ..QUIET
    };
    let world = World::new(|call, _| {
        if call == Call::Write {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    });
    let mut messages = world.websocket(Role::Server, config).into_stream();
    let mut taken = 0;
    while let Run::Ready(Ok(())) = world.run(messages.feed(Message::from(vec![0; 600]))) {
        taken += 1;
    }
    assert_eq!(taken, 2, "one in the outbox and one behind it");
    world.run(messages.next()).check_waiting();
    world.follow(|_, _| Step::Take(usize::MAX));
    world.run(messages.next()).check_waiting();
    assert_eq!(Frame::decode_all(&world.output()).len(), 2);
}

/// Closing the sink writes what it took, then the Close frame, and drops what still arrives.
#[test]
fn closing_the_sink_drives_the_closing_handshake() {
    let config = Config {
        max_outbox_len: 1000,
        stream_above: Some(10),
        ..QUIET
    };
    for seed in 0..50 {
        let world = World::restless(seed);
        let mut messages = world.websocket(Role::Server, config).into_stream();
        world
            .run(messages.feed(Message::from(vec![1; 600])))
            .ready()
            .unwrap();
        world
            .run(messages.feed(Message::from(vec![2; 600])))
            .ready()
            .unwrap();
        world.feed(&message("dropped"));
        world.feed(&message("dropped, and so long that it comes in pieces"));
        world.feed(&close(1000));
        world.end();
        world.poll(|cx| once(messages.close(), cx)).ready().unwrap();
        let opcodes = Frame::decode_all(&world.output())
            .into_iter()
            .map(|frame| frame.opcode);
        assert!(opcodes.eq([BINARY, BINARY, CLOSE]));
        assert!(world.is_shut());
        assert!(world.run(messages.next()).ready().is_none());
    }
}

#[test]
fn a_failure_is_one_item_and_then_the_stream_ends() {
    let world = World::calm();
    world.feed(&message("first"));
    world.feed(&Frame::new(BINARY, "unmasked").encode());
    world.end();
    let messages = world.websocket(Role::Server, QUIET).into_stream();
    let items = world.run(messages.collect::<Vec<_>>()).ready();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0].as_ref().unwrap().as_bytes(), b"first");
    assert!(matches!(
        &items[1],
        Err(Error::Protocol(ProtocolError::UnmaskedFrame))
    ));
}

/// Pongs and Close frames need no flush of the sink (C-05).
#[test]
fn c_05_the_stream_alone_answers() {
    let world = World::calm();
    let mut messages = world.websocket(Role::Server, QUIET).into_stream();
    world.feed(&ping("!"));
    world.run(messages.next()).check_waiting();
    assert_eq!(world.take_output(), Frame::new(PONG, "!").encode());
    world.feed(&close(1000));
    world.end();
    assert!(world.run(messages.next()).ready().is_none());
    assert_eq!(world.output(), Frame::close(1000, "").encode());
}

/// E-07: the two sides polled in turn, with different wakers; both find out.
#[test]
fn e_07_flush_and_next_polled_in_turn() {
    for seed in 0..100 {
        let world = World::restless(seed);
        world.feed(&message([1; 500]).repeat(20));
        let mut messages = world.websocket(Role::Server, QUIET).into_stream();
        let mut received = 0;
        for number in 0..20 {
            Pin::new(&mut messages)
                .start_send(Message::from(vec![number; 700]))
                .unwrap();
        }
        let mut is_flushed = false;
        world
            .poll(|cx| {
                if !is_flushed {
                    is_flushed = Pin::new(&mut messages)
                        .poll_flush(cx)
                        .map(Result::unwrap)
                        .is_ready();
                }
                while let Poll::Ready(item) = Pin::new(&mut messages).poll_next(cx) {
                    item.unwrap().unwrap();
                    received += 1;
                }
                if is_flushed && received == 20 {
                    Poll::Ready(())
                } else {
                    Poll::Pending
                }
            })
            .ready();
        assert_eq!(Frame::decode_all(&world.output()).len(), 20);
        assert!(messages.next().now_or_never().is_none());
    }
}
