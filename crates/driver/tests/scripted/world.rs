//! A transport and a timer that do what a script says, and everything the test can see of them.

use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::{HashMap, VecDeque};
use std::io::{self, ErrorKind, IoSlice};
use std::sync::{Arc, Mutex, MutexGuard};

use onem2m_ws_driver::core::{Config, Connection, Inbox, Role, Seed, Timestamp};
use onem2m_ws_driver::{Timer, Transport, WebSocket};
use onem2m_ws_tests::script::agreed;

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
pub(crate) type Script = Box<dyn FnMut(Call, usize) -> Step + Send>;

/// What happens within a call, behind what it did and before its caller learns of that; given as to a [`Script`].
pub(crate) type Hook = Box<dyn FnMut(Call, usize) + Send>;

/// What the test and the transport share.
#[derive(Clone)]
pub(crate) struct World(Arc<Mutex<State>>);

struct State {
    /// Taken out while it runs, so that it can do something to the world itself.
    script: Option<Script>,
    /// Taken out while it runs, too.
    hook: Option<Hook>,
    /// What the peer sends whenever everything was read.
    endless: Option<Vec<u8>>,
    /// How many bytes will still be taken, and how writing fails then.
    fuse: Option<(usize, ErrorKind)>,
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
    pub(crate) fn new(script: impl FnMut(Call, usize) -> Step + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(State {
            script: Some(Box::new(script)),
            hook: None,
            endless: None,
            fuse: None,
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

    /// Every call of this kind waits, for ever.
    pub(crate) fn stalled(call: Call) -> Self {
        Self::new(move |this, _| {
            if this == call {
                Step::Stalled
            } else {
                Step::Take(usize::MAX)
            }
        })
    }

    /// A signal interrupts calls of this kind: all but every `period`th.
    pub(crate) fn interrupted(call: Call, period: usize) -> Self {
        Self::new(move |this, number| {
            if this == call && !(number + 1).is_multiple_of(period) {
                Step::Fail(ErrorKind::Interrupted)
            } else {
                Step::Take(usize::MAX)
            }
        })
    }

    /// Writing fails so once `len` more bytes were taken, whatever the script says: a peer that goes away.
    pub(crate) fn break_after(&self, len: usize, kind: ErrorKind) {
        self.state().fuse = Some((len, kind));
    }

    /// Whatever is read, the peer has sent these bytes again already; nothing more, if they are none.
    pub(crate) fn feed_endlessly(&self, bytes: &[u8]) {
        let mut state = self.state();
        state.endless = Some(bytes.to_vec()).filter(|bytes| !bytes.is_empty());
        state.ripen_reads();
    }

    /// What happens within each call from now on, behind what the call did: a peer that is quicker than the one that writes to
    /// it, or a transport that calls back. All of the world can be used there.
    pub(crate) fn within(&self, hook: impl FnMut(Call, usize) + Send + 'static) {
        self.state().hook = Some(Box::new(hook));
    }

    /// What happens from now on.
    pub(crate) fn follow(&self, script: impl FnMut(Call, usize) -> Step + Send + 'static) {
        let mut state = self.state();
        state.script = Some(Box::new(script));
        for (_, _, can_succeed) in &mut state.waiting {
            *can_succeed = true;
        }
    }

    /// A writer that takes one segment at a time, as streams without vectored writes do.
    pub(crate) fn without_vectored(self) -> Self {
        self.state().is_vectored = false;
        self
    }

    /// The peer sends.
    pub(crate) fn feed(&self, bytes: &[u8]) {
        let mut state = self.state();
        state.input.extend(bytes);
        state.ripen_reads();
    }

    /// The peer ends its direction.
    pub(crate) fn end(&self) {
        let mut state = self.state();
        state.has_ended = true;
        state.ripen_reads();
    }

    pub(crate) fn output(&self) -> Vec<u8> {
        self.state().output.clone()
    }

    /// The output since the last call.
    pub(crate) fn take_output(&self) -> Vec<u8> {
        let mut state = self.state();
        state.passed_on = 0;
        core::mem::take(&mut state.output)
    }

    /// Whether all output was flushed.
    pub(crate) fn is_passed_on(&self) -> bool {
        let state = self.state();
        state.passed_on == state.output.len()
    }

    pub(crate) fn unread(&self) -> usize {
        self.state().input.len()
    }

    pub(crate) fn is_shut(&self) -> bool {
        self.state().is_shut
    }

    pub(crate) fn is_dropped(&self) -> bool {
        self.state().is_dropped
    }

    pub(crate) fn count(&self, call: Call) -> usize {
        let state = self.state();
        state.counts.get(&call).copied().unwrap_or_default()
    }

    pub(crate) fn now(&self) -> Duration {
        self.state().now
    }

    /// Whether a task waits for its alarm.
    pub(crate) fn has_alarm(&self) -> bool {
        self.state().alarm.is_some()
    }

    /// Lets time pass, without a look at the alarm: a task that is busy elsewhere.
    pub(crate) fn pass(&self, duration: Duration) {
        self.state().now += duration;
    }

    /// Wakes one task that waits for a call that can succeed; whether there was one.
    pub(crate) fn wake_one(&self) -> bool {
        let mut state = self.state();
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
        let mut state = self.state();
        let Some((deadline, waker)) = state.alarm.take() else {
            return false;
        };
        state.now = state.now.max(deadline.since_epoch());
        drop(state);
        waker.wake();
        true
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0
            .try_lock()
            .expect("nothing calls back while the world is looked at")
    }

    /// One call: it is counted, the script says what it does, `act` does it, and the hook comes behind.
    fn call<R>(&self, call: Call, act: impl FnOnce(&mut State, Step) -> R) -> R {
        let mut state = self.state();
        let count = state.counts.entry(call).or_default();
        *count += 1;
        let before = *count - 1;
        let mut script = state.script.take().expect("a script");
        drop(state);
        let step = script(call, before);
        let mut state = self.state();
        state.script.get_or_insert(script);
        let result = act(&mut state, step);
        let hook = state.hook.take();
        drop(state);
        if let Some(mut hook) = hook {
            hook(call, before);
            self.state().hook.get_or_insert(hook);
        }
        result
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
        let seed = Seed([7; 32]);
        let connection = match config.permessage_deflate {
            None => Connection::new(role, config, seed, now),
            Some(policy) => {
                Connection::with_deflate(role, config, agreed(role, &policy), seed, now)
            }
        };
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
        if let Some(endless) = &self.endless {
            while self.input.len() < space.len() {
                self.input.extend(endless);
            }
        }
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
        let most = match self.fuse {
            Some((0, kind)) => return Poll::Ready(Err(kind.into())),
            Some((left, _)) => most.min(left),
            None => most,
        };
        let taken = if self.is_vectored { chunks.len() } else { 1 };
        let bytes = chunks.iter().take(taken).flat_map(|chunk| chunk.iter());
        let before = self.output.len();
        self.output.extend(bytes.take(most));
        let count = self.output.len() - before;
        if let Some((left, _)) = &mut self.fuse {
            *left -= count;
        }
        Poll::Ready(Ok(count))
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
        self.0
            .call(Call::Read, |state, step| state.read(step, cx, space))
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.0
            .call(Call::Write, |state, step| state.write(step, cx, chunks))
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.call(Call::Flush, |state, step| {
            let flushed = state.settle(Call::Flush, step, cx);
            if matches!(flushed, Poll::Ready(Ok(()))) {
                state.passed_on = state.output.len();
            }
            flushed
        })
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.call(Call::Shutdown, |state, step| {
            let shut = state.settle(Call::Shutdown, step, cx);
            state.is_shut |= matches!(shut, Poll::Ready(Ok(())));
            shut
        })
    }
}

impl Drop for ScriptedTransport {
    fn drop(&mut self) {
        self.0.state().is_dropped = true;
    }
}

pub(crate) struct ScriptedTimer(World);

impl Timer for ScriptedTimer {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.0.now())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        let mut state = self.0.state();
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
