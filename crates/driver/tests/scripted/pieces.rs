//! The pieces that worlds are put together from: that they do what the tests that use them believe.

use core::task::{Context, Poll, Waker};
use std::io::{ErrorKind, IoSlice};
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::Transport;

use crate::world::{Call, ScriptedTransport, Step, World};

fn write(transport: &mut ScriptedTransport, bytes: &[u8]) -> Poll<Result<usize, ErrorKind>> {
    let mut cx = Context::from_waker(Waker::noop());
    let written = transport.poll_write(&mut cx, &[IoSlice::new(bytes)]);
    written.map_err(|error| error.kind())
}

fn read(transport: &mut ScriptedTransport, space: &mut [u8]) -> Poll<Result<usize, ErrorKind>> {
    let mut cx = Context::from_waker(Waker::noop());
    let read = transport.poll_read(&mut cx, space);
    read.map_err(|error| error.kind())
}

/// A hook sees what the call did, its caller does not yet, and all of the world can be used in it.
#[test]
fn a_hook_comes_between_taking_and_returning() {
    let world = World::calm();
    let (inner, seen) = (world.clone(), Arc::new(Mutex::new(Vec::new())));
    let noted = Arc::clone(&seen);
    world.within(move |call, number| {
        noted.lock().unwrap().push((call, number, inner.output()));
        inner.feed(b"at once");
        if number == 1 {
            // It may put another one in its place.
            inner.within(|_, _| ());
        }
    });
    let mut transport = world.transport();
    for bytes in [&b"first"[..], b"second", b"third"] {
        assert_eq!(write(&mut transport, bytes), Poll::Ready(Ok(bytes.len())));
    }
    let expected = [
        (Call::Write, 0, b"first".to_vec()),
        (Call::Write, 1, b"firstsecond".to_vec()),
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
    assert_eq!(world.unread(), 2 * b"at once".len());
}

#[test]
fn writing_breaks_after_so_many_bytes() {
    for (len, is_vectored) in [(0, true), (1, true), (7, false), (1000, true)] {
        let world = World::new(|_, _| Step::Take(4));
        let world = if is_vectored {
            world
        } else {
            world.without_vectored()
        };
        world.break_after(len, ErrorKind::BrokenPipe);
        let mut transport = world.transport();
        let mut taken = 0;
        let failure = loop {
            match write(&mut transport, b"bytes") {
                Poll::Ready(Ok(count)) => taken += count,
                Poll::Ready(Err(kind)) => break kind,
                Poll::Pending => panic!("it does not wait"),
            }
        };
        assert_eq!((taken, failure), (len, ErrorKind::BrokenPipe));
        assert_eq!(world.output().len(), len);
    }
}

#[test]
fn endless_input_has_no_end_until_it_is_stopped() {
    let world = World::calm();
    world.feed(b"before");
    world.feed_endlessly(b"again");
    let mut transport = world.transport();
    let mut all = Vec::new();
    for _ in 0..100 {
        let mut space = [0; 13];
        let Poll::Ready(Ok(count)) = read(&mut transport, &mut space) else {
            panic!("there is always more");
        };
        all.extend_from_slice(&space[..count]);
    }
    assert!(all.starts_with(b"beforeagainagainagain"));
    assert!(all.len() > 1200);
    world.feed_endlessly(b"");
    world.end();
    let mut rest = vec![0; 1000];
    while let Poll::Ready(Ok(1..)) = read(&mut transport, &mut rest) {}
    assert_eq!(read(&mut transport, &mut rest), Poll::Ready(Ok(0)));
}

#[test]
fn calls_that_stall_and_calls_that_are_interrupted() {
    let world = World::stalled(Call::Flush);
    let mut transport = world.transport();
    assert_eq!(write(&mut transport, b"taken"), Poll::Ready(Ok(5)));
    let mut cx = Context::from_waker(Waker::noop());
    for _ in 0..10 {
        assert!(transport.poll_flush(&mut cx).is_pending());
    }
    assert!(!world.is_passed_on() && !world.wake_one());

    let world = World::interrupted(Call::Read, 3);
    world.feed(b"abc");
    let mut transport = world.transport();
    for _ in 0..3 {
        let interrupted = Poll::Ready(Err(ErrorKind::Interrupted));
        assert_eq!(read(&mut transport, &mut [0]), interrupted);
        assert_eq!(read(&mut transport, &mut [0]), interrupted);
        assert_eq!(read(&mut transport, &mut [0]), Poll::Ready(Ok(1)));
    }
}

/// Nodes want transports that may go to another thread.
#[test]
fn worlds_can_be_sent() {
    fn check<T: Send + 'static>() {}
    check::<World>();
    check::<ScriptedTransport>();
}
