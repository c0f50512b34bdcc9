//! A transport and a timer that do what a script says, and everything the test can see of them.

use core::cell::RefCell;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::{HashMap, VecDeque};
use std::io::{self, ErrorKind, IoSlice};
use std::rc::Rc;

use onem2m_ws_driver::core::{Config, Connection, Inbox, Role, Seed, Timestamp};
use onem2m_ws_driver::{Timer, Transport, WebSocket};

/// The four methods of a transport.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Call {
    Read,
    Write,
    Flush,
    Shutdown,
}

impl Call {
    pub(crate) const ALL: [Self; 4] = [Self::Read, Self::Write, Self::Flush, Self::Shutdown];
}

/// What one call does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// It succeeds, with at most so many bytes.
    Take(usize),
    /// It is pending though it could succeed; the waker that was stored last is woken later.
    Pending,
    /// It is pending and stays so.
    Stalled,
    Fail(ErrorKind),
    /// A read or a write that says 0 bytes.
    Zero,
    /// A read or a write that says one more byte than there was space, or were bytes.
    Lie,
}

/// What the transport does at a call, given how many calls of its kind there were before.
pub(crate) type Script = Box<dyn FnMut(Call, usize) -> Step>;

/// What the test and the transport share.
#[derive(Clone)]
pub(crate) struct World(Rc<RefCell<State>>);

struct State {
    /// Taken out while it runs, so that it can do something to the world itself.
    script: Option<Script>,
    input: VecDeque<u8>,
    has_ended: bool,
    output: Vec<u8>,
    passed_on: usize,
    is_shut: bool,
    is_dropped: bool,
    is_vectored: bool,
    counts: HashMap<Call, usize>,
    /// Whoever waits for a call, and whether that call could succeed already.
    waiting: Vec<(Call, Waker, bool)>,
    now: Duration,
    alarm: Option<(Timestamp, Waker)>,
}

impl World {
    pub(crate) fn new(script: impl FnMut(Call, usize) -> Step + 'static) -> Self {
        Self(Rc::new(RefCell::new(State {
            script: Some(Box::new(script)),
            input: VecDeque::new(),
            has_ended: false,
            output: Vec::new(),
            passed_on: 0,
            is_shut: false,
            is_dropped: false,
            is_vectored: true,
            counts: HashMap::new(),
            waiting: Vec::new(),
            now: Duration::ZERO,
            alarm: None,
        })))
    }

    /// Everything succeeds at once and whole.
    pub(crate) fn calm() -> Self {
        Self::new(|_, _| Step::Take(usize::MAX))
    }

    /// Random cuts, waits and interruptions; the same for the same seed.
    pub(crate) fn restless(seed: u64) -> Self {
        let mut random = Random(seed);
        Self::new(move |_, _| match random.below(8) {
            0..3 => Step::Pending,
            3 => Step::Fail(ErrorKind::Interrupted),
            4 => Step::Take(1),
            5 => Step::Take(1 + random.below(7)),
            6 => Step::Take(1 + random.below(5000)),
            _ => Step::Take(usize::MAX),
        })
    }

    /// The call number `at` (from 0) of kind `call` does `step`; the others succeed.
    pub(crate) fn faulty(call: Call, at: usize, step: Step) -> Self {
        Self::new(move |this, number| {
            if (this, number) == (call, at) {
                step
            } else {
                Step::Take(usize::MAX)
            }
        })
    }

    /// What happens from now on.
    pub(crate) fn follow(&self, script: impl FnMut(Call, usize) -> Step + 'static) {
        let mut state = self.0.borrow_mut();
        state.script = Some(Box::new(script));
        for (_, _, can_succeed) in &mut state.waiting {
            *can_succeed = true;
        }
    }

    /// A writer that takes one segment at a time, as streams without vectored writes do.
    pub(crate) fn without_vectored(self) -> Self {
        self.0.borrow_mut().is_vectored = false;
        self
    }

    /// The peer sends.
    pub(crate) fn feed(&self, bytes: &[u8]) {
        let mut state = self.0.borrow_mut();
        state.input.extend(bytes);
        state.ripen_reads();
    }

    /// The peer ends its direction.
    pub(crate) fn end(&self) {
        let mut state = self.0.borrow_mut();
        state.has_ended = true;
        state.ripen_reads();
    }

    pub(crate) fn output(&self) -> Vec<u8> {
        self.0.borrow().output.clone()
    }

    /// The output since the last call.
    pub(crate) fn take_output(&self) -> Vec<u8> {
        let mut state = self.0.borrow_mut();
        state.passed_on = 0;
        core::mem::take(&mut state.output)
    }

    /// Whether all output was flushed.
    pub(crate) fn is_passed_on(&self) -> bool {
        let state = self.0.borrow();
        state.passed_on == state.output.len()
    }

    pub(crate) fn unread(&self) -> usize {
        self.0.borrow().input.len()
    }

    pub(crate) fn is_shut(&self) -> bool {
        self.0.borrow().is_shut
    }

    pub(crate) fn is_dropped(&self) -> bool {
        self.0.borrow().is_dropped
    }

    pub(crate) fn count(&self, call: Call) -> usize {
        let state = self.0.borrow();
        state.counts.get(&call).copied().unwrap_or_default()
    }

    pub(crate) fn now(&self) -> Duration {
        self.0.borrow().now
    }

    /// Whether a task waits for its alarm.
    pub(crate) fn has_alarm(&self) -> bool {
        self.0.borrow().alarm.is_some()
    }

    /// Lets time pass, without a look at the alarm: a task that is busy elsewhere.
    pub(crate) fn pass(&self, duration: Duration) {
        self.0.borrow_mut().now += duration;
    }

    /// Wakes one task that waits for a call that can succeed; whether there was one.
    pub(crate) fn wake_one(&self) -> bool {
        let mut state = self.0.borrow_mut();
        let Some(index) = state.waiting.iter().position(|(_, _, ripe)| *ripe) else {
            return false;
        };
        let (_, waker, _) = state.waiting.remove(index);
        drop(state);
        waker.wake();
        true
    }

    /// Lets time pass to the alarm, and wakes whoever set it; whether there was one.
    pub(crate) fn sleep(&self) -> bool {
        let mut state = self.0.borrow_mut();
        let Some((deadline, waker)) = state.alarm.take() else {
            return false;
        };
        state.now = state.now.max(deadline.since_epoch());
        drop(state);
        waker.wake();
        true
    }

    /// What the next call does, once it is counted.
    fn step(&self, call: Call) -> Step {
        let mut state = self.0.borrow_mut();
        let count = state.counts.entry(call).or_default();
        *count += 1;
        let before = *count - 1;
        let mut script = state.script.take().expect("a script");
        drop(state);
        let step = script(call, before);
        self.0.borrow_mut().script.get_or_insert(script);
        step
    }

    pub(crate) fn transport(&self) -> ScriptedTransport {
        ScriptedTransport(self.clone())
    }

    pub(crate) fn timer(&self) -> ScriptedTimer {
        ScriptedTimer(self.clone())
    }

    /// An open connection over this transport.
    pub(crate) fn websocket(&self, role: Role, config: Config) -> Socket {
        let now = Timestamp::new(self.now());
        let connection = Connection::new(role, config, Seed([7; 32]), now);
        WebSocket::new(self.transport(), self.timer(), connection, Inbox::new())
    }
}

pub(crate) type Socket = WebSocket<ScriptedTransport, ScriptedTimer>;

impl State {
    fn ripen_reads(&mut self) {
        for (call, _, ripe) in &mut self.waiting {
            *ripe |= *call == Call::Read;
        }
    }

    /// Only the waker stored last is ever woken.
    fn wait<R>(&mut self, call: Call, cx: &Context<'_>, ripe: bool) -> Poll<R> {
        self.waiting.retain(|(waiting, _, _)| *waiting != call);
        self.waiting.push((call, cx.waker().clone(), ripe));
        Poll::Pending
    }

    fn read(&mut self, step: Step, cx: &Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let most = match step {
            Step::Take(most) => most,
            Step::Pending => return self.wait(Call::Read, cx, true),
            Step::Stalled => return self.wait(Call::Read, cx, false),
            Step::Fail(kind) => return Poll::Ready(Err(kind.into())),
            Step::Zero => return Poll::Ready(Ok(0)),
            Step::Lie => return Poll::Ready(Ok(space.len() + 1)),
        };
        if self.input.is_empty() && !self.has_ended {
            return self.wait(Call::Read, cx, false);
        }
        let count = most.min(space.len()).min(self.input.len());
        for (to, from) in space.iter_mut().zip(self.input.drain(..count)) {
            *to = from;
        }
        Poll::Ready(Ok(count))
    }

    fn write(
        &mut self,
        step: Step,
        cx: &Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        assert!(!self.is_shut, "nothing is written behind the end");
        let offered = chunks.iter().map(|chunk| chunk.len()).sum::<usize>();
        assert!(offered > 0, "a write has something to write");
        let most = match step {
            Step::Take(most) => most,
            Step::Pending => return self.wait(Call::Write, cx, true),
            Step::Stalled => return self.wait(Call::Write, cx, false),
            Step::Fail(kind) => return Poll::Ready(Err(kind.into())),
            Step::Zero => return Poll::Ready(Ok(0)),
            Step::Lie => return Poll::Ready(Ok(offered + 1)),
        };
        let taken = if self.is_vectored { chunks.len() } else { 1 };
        let bytes = chunks.iter().take(taken).flat_map(|chunk| chunk.iter());
        let before = self.output.len();
        self.output.extend(bytes.take(most));
        Poll::Ready(Ok(self.output.len() - before))
    }

    /// A flush or a shutdown: whether it succeeds.
    fn settle(&mut self, call: Call, step: Step, cx: &Context<'_>) -> Poll<io::Result<()>> {
        match step {
            Step::Take(_) | Step::Zero | Step::Lie => Poll::Ready(Ok(())),
            Step::Pending => self.wait(call, cx, true),
            Step::Stalled => self.wait(call, cx, false),
            Step::Fail(kind) => Poll::Ready(Err(kind.into())),
        }
    }
}

pub(crate) struct ScriptedTransport(World);

impl Transport for ScriptedTransport {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let step = self.0.step(Call::Read);
        self.0.0.borrow_mut().read(step, cx, space)
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let step = self.0.step(Call::Write);
        self.0.0.borrow_mut().write(step, cx, chunks)
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let step = self.0.step(Call::Flush);
        let mut state = self.0.0.borrow_mut();
        let flushed = state.settle(Call::Flush, step, cx);
        if matches!(flushed, Poll::Ready(Ok(()))) {
            state.passed_on = state.output.len();
        }
        flushed
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let step = self.0.step(Call::Shutdown);
        let mut state = self.0.0.borrow_mut();
        let shut = state.settle(Call::Shutdown, step, cx);
        state.is_shut |= matches!(shut, Poll::Ready(Ok(())));
        shut
    }
}

impl Drop for ScriptedTransport {
    fn drop(&mut self) {
        self.0.0.borrow_mut().is_dropped = true;
    }
}

pub(crate) struct ScriptedTimer(World);

impl Timer for ScriptedTimer {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.0.now())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        let mut state = self.0.0.borrow_mut();
        if state.now >= deadline.since_epoch() {
            state.alarm = None;
            return Poll::Ready(());
        }
        state.alarm = Some((deadline, cx.waker().clone()));
        Poll::Pending
    }
}

/// A small generator (xorshift); what it draws is not important, only that it is the same again.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(2).wrapping_add(1) | 1 << 40;
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }
}
