//! A pipe in memory whose ends are transports that write down every call.

use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onem2m_ws_driver::Transport;

/// How a pipe behaves.
#[derive(Clone, Copy, Debug)]
pub struct Behaviour {
    /// How many bytes wait in one direction before writing has to wait.
    pub capacity: usize,
    /// How many bytes one call moves at most.
    pub max_moved: usize,
    /// Whether what was written waits for a flush, as with TLS.
    pub holds_back: bool,
}

/// A call, and what came of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Call {
    /// So many bytes were read; 0 is the end.
    Read(usize),
    /// Reading has to wait.
    ReadPending,
    /// These bytes were taken, out of so many chunks.
    Written(usize, Vec<u8>),
    /// Writing has to wait.
    WritePending,
    /// Everything was passed on.
    Flushed,
    /// Flushing has to wait.
    FlushPending,
    /// The direction was ended.
    Shut,
}

/// The calls of one end, which stay when it is gone.
#[derive(Clone, Debug, Default)]
pub struct Trace(Arc<Mutex<Vec<Call>>>);

impl Trace {
    /// All calls so far.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        lock(&self.0).clone()
    }

    /// Everything written so far.
    #[must_use]
    pub fn output(&self) -> Vec<u8> {
        let calls = lock(&self.0);
        let written = calls.iter().filter_map(|call| match call {
            Call::Written(_, bytes) => Some(&**bytes),
            Call::Read(_)
            | Call::ReadPending
            | Call::WritePending
            | Call::Flushed
            | Call::FlushPending
            | Call::Shut => None,
        });
        written.collect::<Vec<_>>().concat()
    }

    fn note(&self, call: Call) {
        lock(&self.0).push(call);
    }
}

#[derive(Debug, Default)]
struct Direction {
    bytes: VecDeque<u8>,
    has_ended: bool,
    is_abandoned: bool,
    reader: Option<Waker>,
    writer: Option<Waker>,
}

impl Direction {
    fn wake(waker: &mut Option<Waker>) {
        if let Some(waker) = waker.take() {
            waker.wake();
        }
    }

    /// Moves what there is room for; 0 when there is none, and then `cx` is woken later.
    fn push(
        &mut self,
        cx: &mut Context<'_>,
        capacity: usize,
        bytes: impl Iterator<Item = u8>,
    ) -> io::Result<usize> {
        if self.is_abandoned {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let len = self.bytes.len();
        self.bytes.extend(bytes.take(capacity - len));
        let count = self.bytes.len() - len;
        if count == 0 {
            self.writer = Some(cx.waker().clone());
        } else {
            Self::wake(&mut self.reader);
        }
        Ok(count)
    }
}

/// One end of a pipe.
#[derive(Debug)]
pub struct Pipe {
    behaviour: Behaviour,
    input: Arc<Mutex<Direction>>,
    output: Arc<Mutex<Direction>>,
    held: VecDeque<u8>,
    trace: Trace,
}

/// A pipe, whose ends both have the behaviour.
#[must_use]
pub fn pipe(behaviour: Behaviour) -> (Pipe, Pipe) {
    let directions = <[Arc<Mutex<Direction>>; 2]>::default();
    let end = |input: usize, output: usize| Pipe {
        behaviour,
        input: Arc::clone(&directions[input]),
        output: Arc::clone(&directions[output]),
        held: VecDeque::new(),
        trace: Trace::default(),
    };
    (end(0, 1), end(1, 0))
}

impl Pipe {
    /// What was and will be called.
    #[must_use]
    pub fn trace(&self) -> Trace {
        self.trace.clone()
    }

    fn pass_on(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.held.is_empty() {
            let held = self.held.iter().copied();
            match lock(&self.output).push(cx, self.behaviour.capacity, held)? {
                0 => {
                    self.trace.note(Call::FlushPending);
                    return Poll::Pending;
                }
                count => drop(self.held.drain(..count)),
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl Transport for Pipe {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let mut direction = lock(&self.input);
        if direction.bytes.is_empty() && !direction.has_ended {
            direction.reader = Some(cx.waker().clone());
            self.trace.note(Call::ReadPending);
            return Poll::Pending;
        }
        let limit = space.len().min(self.behaviour.max_moved);
        let count = limit.min(direction.bytes.len());
        for (to, from) in space.iter_mut().zip(direction.bytes.drain(..count)) {
            *to = from;
        }
        Direction::wake(&mut direction.writer);
        self.trace.note(Call::Read(count));
        Poll::Ready(Ok(count))
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let bytes = chunks.iter().flat_map(|chunk| chunk.iter().copied());
        let bytes = bytes.take(self.behaviour.max_moved);
        let count = if self.behaviour.holds_back {
            let held = self.held.len();
            self.held.extend(bytes.clone());
            self.held.len() - held
        } else {
            lock(&self.output).push(cx, self.behaviour.capacity, bytes.clone())?
        };
        if count == 0 && bytes.clone().next().is_some() {
            self.trace.note(Call::WritePending);
            return Poll::Pending;
        }
        let written = bytes.take(count).collect();
        self.trace.note(Call::Written(chunks.len(), written));
        Poll::Ready(Ok(count))
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = self.pass_on(cx)?;
        if flushed.is_ready() {
            self.trace.note(Call::Flushed);
        }
        flushed.map(Ok)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = self.pass_on(cx)?;
        if flushed.is_ready() {
            let mut direction = lock(&self.output);
            direction.has_ended = true;
            Direction::wake(&mut direction.reader);
            self.trace.note(Call::Shut);
        }
        flushed.map(Ok)
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        let mut output = lock(&self.output);
        output.has_ended = true;
        Direction::wake(&mut output.reader);
        drop(output);
        let mut input = lock(&self.input);
        input.is_abandoned = true;
        Direction::wake(&mut input.writer);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
