//! The connection as a stream of bytes.

use core::cell::RefCell;
use core::future::poll_fn;
use core::task::{Context, Poll, Waker, ready};
use std::io::ErrorKind;
use std::sync::Arc;

use futures_util::{SinkExt, StreamExt};
use onem2m_ws_driver::ByteStream;
use onem2m_ws_driver::core::{Config, Role};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, TEXT};
use proptest::prelude::*;

use crate::executor::Alarm;
use crate::peer::{QUIET, close, message, ping};
use crate::world::{Call, ScriptedTimer, ScriptedTransport, Step, World};

type Stream = ByteStream<ScriptedTransport, ScriptedTimer>;

/// All that can be read in spaces of `len` bytes.
fn read_to_end(world: &World, stream: &mut Stream, len: usize) -> std::io::Result<Vec<u8>> {
    let (mut all, mut space) = (Vec::new(), vec![0; len]);
    loop {
        let read = world.run(poll_fn(|cx| stream.poll_read(cx, &mut space)));
        match read.ready()? {
            0 => return Ok(all),
            count => all.extend_from_slice(&space[..count]),
        }
    }
}

proptest! {
    /// However messages, reads and the transport cut it: what was sent is read.
    #[test]
    fn what_messages_bring_is_read(
        lens in prop::collection::vec(0_usize..3000, 0..20),
        space in 1_usize..4000,
        stream_above in prop::option::of(0_u64..1000),
        seed: u64,
    ) {
        let config = Config { stream_above, ..QUIET };
        let world = World::restless(seed);
        let mut expected = Vec::new();
        for (number, len) in lens.into_iter().enumerate() {
            let payload = vec![u8::try_from(number).unwrap(); len];
            world.feed(&message(&payload));
            world.feed(&ping("!"));
            expected.extend(payload);
        }
        world.feed(&Frame::new(TEXT, "text").masked().encode());
        expected.extend(b"text");
        world.feed(&close(1000));
        world.end();
        let mut stream = world.websocket(Role::Server, config).into_byte_stream();
        let read = read_to_end(&world, &mut stream, space);
        prop_assert_eq!(read.unwrap(), expected);
        // The end stays.
        prop_assert_eq!(read_to_end(&world, &mut stream, space).unwrap(), b"");
    }

    /// What was written arrives in order, in messages that are not too long; when it was flushed, all of it.
    #[test]
    fn what_is_written_leaves(lens in prop::collection::vec(0_usize..200_000, 1..5), seed: u64) {
        let config = Config { max_outbox_len: 100_000, ..QUIET };
        let world = World::restless(seed);
        let mut stream = world.websocket(Role::Server, config).into_byte_stream();
        let mut expected = Vec::new();
        for (number, len) in lens.into_iter().enumerate() {
            let bytes = vec![u8::try_from(number).unwrap(); len];
            let mut rest = &bytes[..];
            while !rest.is_empty() {
                let written = world.run(poll_fn(|cx| stream.poll_write(cx, rest)));
                rest = &rest[written.ready().unwrap()..];
            }
            expected.extend(bytes);
        }
        world.run(poll_fn(|cx| stream.poll_flush(cx))).ready().unwrap();
        prop_assert!(world.is_passed_on());
        let frames = Frame::decode_all(&world.output());
        let are_fit = frames.iter().all(|frame| {
            frame.opcode == BINARY && (1..=Stream::MAX_WRITTEN_LEN).contains(&frame.payload.len())
        });
        prop_assert!(are_fit);
        let sent = frames.into_iter().flat_map(|frame| frame.payload);
        prop_assert!(sent.eq(expected));
    }
}

/// As of a socket: what was written leaves without a flush, as long as the transport takes it.
#[test]
fn what_was_written_needs_no_flush() {
    let world = World::calm();
    let mut stream = world.websocket(Role::Server, QUIET).into_byte_stream();
    let written = world.run(poll_fn(|cx| stream.poll_write(cx, b"at once")));
    assert_eq!(written.ready().unwrap(), 7);
    assert_eq!(Frame::decode_all(&world.output()).len(), 1);
}

/// Ending our direction leaves the other one readable, and its end is that of the stream.
#[test]
fn what_arrives_behind_the_close_frame_is_read() {
    let world = World::calm();
    let mut stream = world.websocket(Role::Server, QUIET).into_byte_stream();
    let closing = world.run(poll_fn(|cx| stream.poll_close(cx)));
    closing.ready().unwrap();
    assert_eq!(Frame::decode_all(&world.output())[0].opcode, CLOSE);
    let error = world.run(poll_fn(|cx| stream.poll_write(cx, b"late")));
    assert_eq!(error.ready().unwrap_err().kind(), ErrorKind::BrokenPipe);
    world.feed(&message("under way"));
    world.feed(&close(1000));
    world.end();
    let read = read_to_end(&world, &mut stream, 5).unwrap();
    assert_eq!(read, b"under way");
    assert!(stream.connection().closed().is_some());
}

/// Losses are errors, of the kinds that streams have.
#[test]
fn what_breaks_a_stream() {
    let kind = |prepare: fn(&World)| {
        let world = World::calm();
        prepare(&world);
        world.end();
        let mut stream = world.websocket(Role::Server, QUIET).into_byte_stream();
        read_to_end(&world, &mut stream, 100).unwrap_err().kind()
    };
    assert_eq!(kind(|_| {}), ErrorKind::UnexpectedEof);
    let unmasked = |world: &World| world.feed(&Frame::new(BINARY, "x").encode());
    assert_eq!(kind(unmasked), ErrorKind::InvalidData);
    let world = World::faulty(Call::Read, 0, Step::Fail(ErrorKind::ConnectionReset));
    let mut stream = world.websocket(Role::Server, QUIET).into_byte_stream();
    let error = read_to_end(&world, &mut stream, 100).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
}

type Task<'t> = dyn FnMut(&mut Context<'_>) -> Poll<()> + 't;

/// Polls two tasks, each only when its own waker was woken, until nothing would ever wake one.
fn run_both(world: &World, tasks: [&mut Task<'_>; 2]) {
    let mut tasks = tasks.map(|task| (task, None::<Arc<Alarm>>, false));
    for _ in 0..1_000_000 {
        let mut is_idle = true;
        for (task, alarm, is_done) in &mut tasks {
            if *is_done || !alarm.as_ref().is_none_or(|alarm| alarm.take()) {
                continue;
            }
            is_idle = false;
            let waker = Arc::clone(alarm.insert(Arc::default()));
            *is_done = task(&mut Context::from_waker(&Waker::from(waker))).is_ready();
        }
        if is_idle && !world.wake_one() {
            break;
        }
    }
    assert!(
        tasks.iter().all(|(_, _, is_done)| *is_done),
        "a task sleeps"
    );
}

/// Reading and writing by a task each, over one transport that knows one waker for each direction: whoever is not polled last is
/// woken all the same.
#[test]
fn tr_05_a_task_that_reads_and_one_that_writes() {
    let config = Config {
        max_outbox_len: 100,
        ..QUIET
    };
    for seed in 0..200 {
        let world = World::restless(seed);
        world.feed(&message([1; 90]).repeat(20));
        let stream = RefCell::new(world.websocket(Role::Server, config).into_byte_stream());
        let (mut read, mut written) = (0, 0);
        let mut reading = |cx: &mut Context<'_>| {
            while read < 1800 {
                read += ready!(stream.borrow_mut().poll_read(cx, &mut [0; 50])).unwrap();
            }
            Poll::Ready(())
        };
        let mut writing = |cx: &mut Context<'_>| {
            while written < 1800 {
                written += ready!(stream.borrow_mut().poll_write(cx, &[2; 90])).unwrap();
            }
            stream.borrow_mut().poll_flush(cx).map(Result::unwrap)
        };
        run_both(&world, [&mut reading, &mut writing]);

        let world = World::restless(seed);
        world.feed(&message([1; 90]).repeat(20));
        let messages = RefCell::new(world.websocket(Role::Server, config).into_stream());
        let (mut received, mut sent) = (0, 0);
        let mut receiving = |cx: &mut Context<'_>| {
            while received < 20 {
                let next = ready!(messages.borrow_mut().poll_next_unpin(cx));
                received += usize::from(next.unwrap().is_ok());
            }
            Poll::Ready(())
        };
        let mut sending = |cx: &mut Context<'_>| {
            let mut messages = messages.borrow_mut();
            while sent < 20 {
                ready!(messages.poll_ready_unpin(cx)).unwrap();
                messages.start_send_unpin([2; 90].to_vec().into()).unwrap();
                sent += 1;
            }
            messages.poll_flush_unpin(cx).map(Result::unwrap)
        };
        run_both(&world, [&mut receiving, &mut sending]);
    }
}
