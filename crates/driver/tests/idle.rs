//! What an idle connection holds, counted by the allocator. One test only: the counts are those of the whole process.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::alloc::System;
use std::collections::VecDeque;
use std::io::{self, IoSlice, Read};

use onem2m_ws_driver::core::{Config, Connection, Inbox, Role, Seed, Timestamp};
use onem2m_ws_driver::{Timer, Transport, WebSocket};
use onem2m_ws_tests::wire::{BINARY, Frame};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What is read is what the test put there; what is written goes nowhere. It allocates nothing.
struct Quiet(VecDeque<u8>);

impl Transport for Quiet {
    fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        if self.0.is_empty() {
            return Poll::Pending;
        }
        Poll::Ready(self.0.read(space))
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(chunks.iter().map(|chunk| chunk.len()).sum()))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

struct Stopped;

impl Timer for Stopped {
    fn now(&self) -> Timestamp {
        Timestamp::ZERO
    }

    fn poll_until(&mut self, _: &mut Context<'_>, _: Timestamp) -> Poll<()> {
        Poll::Pending
    }
}

fn websocket(input: VecDeque<u8>) -> WebSocket<Quiet, Stopped> {
    let connection = Connection::new(
        Role::Server,
        Config::default(),
        Seed([1; 32]),
        Timestamp::ZERO,
    );
    WebSocket::new(Quiet(input), Stopped, connection, Inbox::new())
}

/// Echoes what there is, until it waits.
fn echo(websocket: &mut WebSocket<Quiet, Stopped>) {
    let echo = pin!(async {
        while let Some((message, websocket)) = websocket.next().await? {
            websocket.feed(message).await?;
        }
        Ok::<_, onem2m_ws_driver::Error>(())
    });
    assert!(
        echo.poll(&mut Context::from_waker(Waker::noop()))
            .is_pending()
    );
}

fn held() -> usize {
    let stats = ALLOCATOR.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

#[test]
fn an_idle_connection_holds_no_buffer() {
    const COUNT: usize = 1000;
    let mut fragmented = Frame::new(BINARY, vec![1; 5000])
        .unfinished()
        .masked()
        .encode();
    fragmented.extend(Frame::new(0, vec![2; 5000]).masked().encode());
    let inputs: [Vec<u8>; 4] = [
        Vec::new(),
        Frame::new(BINARY, "small").masked().encode(),
        Frame::new(BINARY, vec![0; 200_000]).masked().encode(),
        fragmented,
    ];
    for input in inputs {
        let mut websockets = Vec::with_capacity(COUNT);
        // The first ones fill the pool of the thread.
        for _ in 0..10 {
            echo(&mut websocket(input.clone().into()));
        }
        for _ in 0..COUNT {
            websockets.push(websocket(input.clone().into()));
        }
        let unread = COUNT * VecDeque::from(input.clone()).capacity();
        let before = held();
        for websocket in &mut websockets {
            echo(websocket);
        }
        let after = held();
        assert!(
            after <= before,
            "{} bytes each, of {unread}",
            (after - before) / COUNT
        );

        // All at once wait within a header: that is kept without a buffer, too.
        let header = &Frame::new(BINARY, [0; 200]).masked().encode()[..5];
        let mut cut: Vec<_> = (0..COUNT)
            .map(|_| websocket(header.iter().copied().collect()))
            .collect();
        let before = held();
        cut.iter_mut().for_each(echo);
        assert!(held() <= before);
    }

    // What a busy connection holds is given back when it is dropped.
    let before = held();
    let mut busy = websocket(Frame::new(BINARY, "x").masked().encode().repeat(10).into());
    {
        let next = pin!(busy.next());
        let polled = next.poll(&mut Context::from_waker(Waker::noop()));
        let Poll::Ready(message) = polled else {
            panic!("a message is ready");
        };
        assert!(message.unwrap().is_some());
    }
    drop(busy);
    assert!(held() <= before);
}
