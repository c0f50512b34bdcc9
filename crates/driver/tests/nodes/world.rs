//! A clock, and transports that do what a script says: everything a node has of the world, and everything a test sees of the node.

use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::io::{self, ErrorKind, IoSlice};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use onem2m_ws_driver::core::{Seed, Timestamp};
use onem2m_ws_driver::{Runtime, Timer, Transport};

/// The four methods of a transport.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Call {
    Read,
    Write,
    Flush,
    Shutdown,
}

/// The result of one call.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// Success, with at most so many bytes.
    Take(usize),
    /// Pending, though success is possible; the waker is woken later.
    Pending,
    /// Pending for ever.
    Stalled,
    Fail(ErrorKind),
    /// 0 bytes, of a read or a write.
    Zero,
}

/// The step for a call, given the number of calls of its kind before.
pub(crate) type Script = Box<dyn FnMut(Call, usize) -> Step + Send>;

/// The time of day when the clock stands at zero.
const MIDNIGHT: Duration = Duration::from_secs(1_700_000_000);

/// The clock of all nodes of a test, and the lines between them and their peers.
#[derive(Clone)]
pub(crate) struct World(Arc<Mutex<State>>);

struct State {
    now: Duration,
    alarms: BTreeMap<u64, (Duration, Waker)>,
    timers: u64,
    seeds: u64,
    lines: Vec<Line>,
    yields: bool,
}

impl World {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(State {
            now: Duration::ZERO,
            alarms: BTreeMap::new(),
            timers: 0,
            seeds: 0,
            lines: Vec::new(),
            yields: false,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// A line whose transport follows a script.
    pub(crate) fn line(&self, script: impl FnMut(Call, usize) -> Step + Send + 'static) -> Line {
        let line = Line(Arc::new(Mutex::new(LineState {
            script: Some(Box::new(script)),
            input: VecDeque::new(),
            has_ended: false,
            output: Vec::new(),
            flushed: 0,
            is_shut: false,
            is_dropped: false,
            space: 0,
            counts: HashMap::new(),
            waiting: Vec::new(),
        })));
        self.state().lines.push(line.clone());
        line
    }

    /// A line on which every call succeeds at once.
    pub(crate) fn calm(&self) -> Line {
        self.line(|_, _| Step::Take(usize::MAX))
    }

    /// From now on, whoever asks for the time lets other threads run first.
    pub(crate) fn yield_to_threads(&self) {
        self.state().yields = true;
    }

    pub(crate) fn now(&self) -> Duration {
        let (now, yields) = {
            let state = self.state();
            (state.now, state.yields)
        };
        if yields {
            thread::yield_now();
        }
        now
    }

    /// Lets time pass without a look at the alarms: a thread that was busy elsewhere.
    pub(crate) fn skip(&self, duration: Duration) {
        self.state().now += duration;
    }

    /// Wakes one task that waits for a call which can succeed, if there is one.
    pub(crate) fn wake_one(&self) -> bool {
        let lines = self.state().lines.clone();
        lines.iter().any(Line::wake_one)
    }

    /// Lets time pass to the next alarm, but not beyond `end`, and wakes its task; `false` if there is no alarm before.
    pub(crate) fn sleep(&self, end: Duration) -> bool {
        let mut state = self.state();
        let next = state.alarms.iter().min_by_key(|(_, (at, _))| *at);
        let Some((timer, at)) = next.map(|(timer, (at, _))| (*timer, *at)) else {
            state.now = state.now.max(end);
            return false;
        };
        if at > end {
            state.now = state.now.max(end);
            return false;
        }
        state.now = state.now.max(at);
        let alarm = state.alarms.remove(&timer);
        drop(state);
        if let Some((_, waker)) = alarm {
            waker.wake();
        }
        true
    }
}

impl Runtime for World {
    type Timer = Alarm;

    fn timer(&self) -> Alarm {
        let mut state = self.state();
        state.timers += 1;
        Alarm {
            world: self.clone(),
            timer: state.timers,
        }
    }

    fn seed(&self) -> io::Result<Seed> {
        let mut state = self.state();
        state.seeds += 1;
        let mut seed = [7; 32];
        for (to, from) in seed.iter_mut().zip(state.seeds.to_be_bytes()) {
            *to = from;
        }
        Ok(Seed(seed))
    }

    fn since_unix_epoch(&self) -> Option<Duration> {
        Some(MIDNIGHT + self.now())
    }
}

/// A timer of the world.
pub(crate) struct Alarm {
    world: World,
    timer: u64,
}

impl Timer for Alarm {
    fn now(&self) -> Timestamp {
        Timestamp::new(self.world.now())
    }

    fn poll_until(&mut self, cx: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        let mut state = self.world.state();
        let at = deadline.since_epoch();
        let former = if state.now >= at {
            state.alarms.remove(&self.timer)
        } else {
            let waker = cx.waker().clone();
            state.alarms.insert(self.timer, (at, waker))
        };
        let is_over = state.now >= at;
        drop(state);
        drop(former);
        if is_over {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        let alarm = self.world.state().alarms.remove(&self.timer);
        drop(alarm);
    }
}

/// What lies between a node and its peer, seen from the peer.
#[derive(Clone)]
pub(crate) struct Line(Arc<Mutex<LineState>>);

struct LineState {
    /// Taken out while it runs, so that a script can do something to nodes and lines.
    script: Option<Script>,
    input: VecDeque<u8>,
    has_ended: bool,
    output: Vec<u8>,
    /// Bytes of the output that were passed on.
    flushed: usize,
    is_shut: bool,
    is_dropped: bool,
    /// Where the last read that brought something put it.
    space: usize,
    counts: HashMap<Call, usize>,
    /// Those who wait for a call, and whether the call could succeed already.
    waiting: Vec<(Call, Waker, bool)>,
}

impl Line {
    fn state(&self) -> MutexGuard<'_, LineState> {
        self.0.lock().unwrap()
    }

    pub(crate) fn transport(&self) -> ScriptedTransport {
        ScriptedTransport(self.clone())
    }

    /// The peer sends.
    pub(crate) fn feed(&self, bytes: &[u8]) {
        let mut state = self.state();
        state.input.extend(bytes);
        state.ripen(Call::Read);
    }

    /// The peer ends its direction.
    pub(crate) fn end(&self) {
        let mut state = self.state();
        state.has_ended = true;
        state.ripen(Call::Read);
    }

    /// Calls of a kind that waited can succeed now, if the script lets them.
    pub(crate) fn ripen(&self, call: Call) {
        self.state().ripen(call);
    }

    /// Bytes that the node has not read.
    pub(crate) fn unread(&self) -> usize {
        self.state().input.len()
    }

    /// Whether all output was flushed.
    pub(crate) fn is_flushed(&self) -> bool {
        let state = self.state();
        state.flushed == state.output.len()
    }

    pub(crate) fn is_shut(&self) -> bool {
        self.state().is_shut
    }

    /// Whether the node has let its transport go.
    pub(crate) fn is_dropped(&self) -> bool {
        self.state().is_dropped
    }

    /// Where in memory the last read that brought something put it.
    pub(crate) fn space(&self) -> usize {
        self.state().space
    }

    /// All that the node has written.
    pub(crate) fn output(&self) -> Vec<u8> {
        self.state().output.clone()
    }

    pub(crate) fn count(&self, call: Call) -> usize {
        self.state().counts.get(&call).copied().unwrap_or_default()
    }

    fn wake_one(&self) -> bool {
        let mut state = self.state();
        let Some(index) = state.waiting.iter().position(|(_, _, is_ripe)| *is_ripe) else {
            return false;
        };
        let (_, waker, _) = state.waiting.remove(index);
        drop(state);
        waker.wake();
        true
    }

    /// The step for a call, which counts.
    fn step(&self, call: Call) -> Step {
        let mut state = self.state();
        let count = state.counts.entry(call).or_default();
        *count += 1;
        let before = *count - 1;
        let mut script = state
            .script
            .take()
            .expect("a script does not call its own line");
        drop(state);
        let step = script(call, before);
        self.state().script.get_or_insert(script);
        step
    }
}

impl LineState {
    fn ripen(&mut self, call: Call) {
        for (waiting, _, is_ripe) in &mut self.waiting {
            *is_ripe |= *waiting == call;
        }
    }

    /// Only the waker that was stored last is ever woken.
    fn wait<R>(&mut self, call: Call, cx: &Context<'_>, is_ripe: bool) -> Poll<R> {
        self.waiting.retain(|(waiting, _, _)| *waiting != call);
        self.waiting.push((call, cx.waker().clone(), is_ripe));
        Poll::Pending
    }

    /// The step without its waiting and failing: how many bytes are taken at most.
    fn most(&mut self, call: Call, step: Step, cx: &Context<'_>) -> Poll<io::Result<usize>> {
        match step {
            Step::Take(most) => Poll::Ready(Ok(most)),
            Step::Pending => self.wait(call, cx, true),
            Step::Stalled => self.wait(call, cx, false),
            Step::Fail(kind) => Poll::Ready(Err(kind.into())),
            Step::Zero => Poll::Ready(Ok(0)),
        }
    }
}

/// The node's end of a line.
pub(crate) struct ScriptedTransport(Line);

impl Transport for ScriptedTransport {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let step = self.0.step(Call::Read);
        let mut state = self.0.state();
        let most = core::task::ready!(state.most(Call::Read, step, cx))?;
        if most > 0 && state.input.is_empty() && !state.has_ended {
            return state.wait(Call::Read, cx, false);
        }
        let count = most.min(space.len()).min(state.input.len());
        if count > 0 {
            state.space = space.as_ptr().addr();
        }
        for (to, from) in space.iter_mut().zip(state.input.drain(..count)) {
            *to = from;
        }
        Poll::Ready(Ok(count))
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let step = self.0.step(Call::Write);
        let mut state = self.0.state();
        let most = core::task::ready!(state.most(Call::Write, step, cx))?;
        let before = state.output.len();
        let bytes = chunks.iter().flat_map(|chunk| chunk.iter());
        state.output.extend(bytes.take(most));
        Poll::Ready(Ok(state.output.len() - before))
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let step = self.0.step(Call::Flush);
        let mut state = self.0.state();
        core::task::ready!(state.most(Call::Flush, step, cx))?;
        state.flushed = state.output.len();
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let step = self.0.step(Call::Shutdown);
        let mut state = self.0.state();
        core::task::ready!(state.most(Call::Shutdown, step, cx))?;
        state.is_shut = true;
        Poll::Ready(Ok(()))
    }
}

impl Drop for ScriptedTransport {
    fn drop(&mut self) {
        self.0.state().is_dropped = true;
    }
}
