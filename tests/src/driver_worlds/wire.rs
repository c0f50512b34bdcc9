//! Transports in memory, which do what networks and secured streams do, and the ways to them.

use core::future::{Future, Ready, ready};
use core::net::SocketAddr;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::VecDeque;
use std::io::{self, ErrorKind, IoSlice};
use std::panic;
use std::sync::{Arc, Mutex};

use onem2m_ws_core::ClientRequest;
use onem2m_ws_driver::{Accepted, Connector, Error, Listener, Transport};

use super::executor::Injected;
use super::hub::{Hub, lock};

/// What transports do in a world, in percent of their calls where not said otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nature {
    /// Nothing is harmed any more.
    pub(super) is_calm: bool,
    /// Waits although it need not.
    pub(super) waits: u64,
    /// Takes or gives less than it could.
    pub(super) splits: u64,
    /// Fails, in a thousand.
    pub(super) fails: u64,
    /// A connection ends at a random byte, of connections.
    pub(super) fuses: u64,
    /// Attempts to connect that fail, of attempts.
    pub(super) refuses: u64,
    /// Answers and other things that take time, of answers.
    pub(super) is_slow: u64,
    /// Answers that are never given, and handlers that panic, of answers.
    pub(super) is_careless: u64,
}

/// Two transports that lie back to back.
pub(super) struct Wire {
    pub(super) number: usize,
    /// The registree that has dialled.
    pub(super) slot: usize,
    state: Mutex<State>,
}

struct State {
    /// From the client, and from the server.
    ways: [Way; 2],
    is_reset: bool,
    capacity: usize,
    holds_back: bool,
    is_vectored: bool,
    panics: bool,
}

/// One direction.
#[derive(Default)]
struct Way {
    /// Taken, and not passed on.
    held: VecDeque<u8>,
    passed_on: VecDeque<u8>,
    is_shut: bool,
    is_writer_gone: bool,
    is_reader_gone: bool,
    stalled_until: Duration,
    /// Bytes until the connection is reset.
    fuse: Option<usize>,
    reader: Option<Waker>,
    writer: Option<Waker>,
    /// A flush or shutdown was asked for and has not ended.
    is_flushing: bool,
}

impl Way {
    fn wake(&mut self) -> [Option<Waker>; 2] {
        [self.reader.take(), self.writer.take()]
    }

    fn len(&self) -> usize {
        self.held.len() + self.passed_on.len()
    }

    fn pass_on(&mut self) -> Option<Waker> {
        self.passed_on.append(&mut self.held);
        self.reader.take()
    }
}

impl State {
    fn wake_all(&mut self) -> Vec<Waker> {
        let ways = self.ways.iter_mut().flat_map(Way::wake);
        ways.flatten().collect()
    }

    fn reset(&mut self) -> Vec<Waker> {
        self.is_reset = true;
        for way in &mut self.ways {
            way.held.clear();
            way.passed_on.clear();
        }
        self.wake_all()
    }
}

fn wake(wakers: impl IntoIterator<Item = Waker>) {
    wakers.into_iter().for_each(Waker::wake);
}

impl Wire {
    fn new(hub: &Hub, slot: usize) -> Arc<Self> {
        let nature = hub.nature();
        let fuse = || {
            hub.chance(nature.fuses)
                .then(|| hub.below(hub.pick(&[500, 5000])))
        };
        let ways = [fuse(), fuse()].map(|fuse| Way {
            fuse,
            ..Way::default()
        });
        let mut wires = hub.wires();
        let wire = Arc::new(Self {
            number: wires.len(),
            slot,
            state: Mutex::new(State {
                ways,
                is_reset: false,
                capacity: hub.pick(&[40, 1000, 1 << 16, 1 << 16]),
                holds_back: hub.chance(50),
                is_vectored: hub.chance(70),
                panics: false,
            }),
        });
        wires.push(Arc::clone(&wire));
        wire
    }

    pub(super) fn is_open(&self) -> bool {
        let state = lock(&self.state);
        let is_gone = |way: &Way| way.is_writer_gone && way.is_reader_gone;
        !state.is_reset && !state.ways.iter().any(is_gone)
    }

    /// The network takes both directions.
    pub(super) fn reset(&self) {
        let wakers = lock(&self.state).reset();
        wake(wakers);
    }

    /// One direction ends, although nobody has ended it.
    pub(super) fn end_way(&self, way: usize) {
        let wakers = {
            let mut state = lock(&self.state);
            state.ways[way].is_shut = true;
            state.wake_all()
        };
        wake(wakers);
    }

    pub(super) fn stall(&self, way: usize, until: Duration) {
        lock(&self.state).ways[way].stalled_until = until;
    }

    /// The next write panics.
    pub(super) fn panic_next(&self) {
        lock(&self.state).panics = true;
    }

    /// Nobody does anything now: what was taken has been passed on, or a write or flush waits.
    pub(super) fn check_rest(&self) -> Result<(), String> {
        let state = lock(&self.state);
        for (index, way) in state.ways.iter().enumerate() {
            // Who waits to write more flushes behind that.
            let is_kept = !way.held.is_empty() && !way.is_flushing && way.writer.is_none();
            if is_kept && !state.is_reset && !way.is_writer_gone && !way.is_reader_gone {
                let held = way.held.len();
                return Err(format!(
                    "{held} bytes of way {index} of wire {} were taken, and nobody flushes",
                    self.number
                ));
            }
        }
        Ok(())
    }

    fn ends(self: &Arc<Self>, hub: &Hub) -> [End; 2] {
        [0, 1].map(|side| End {
            wire: Arc::clone(self),
            side,
            hub: hub.clone(),
        })
    }
}

/// One of the transports.
pub(super) struct End {
    wire: Arc<Wire>,
    side: usize,
    hub: Hub,
}

impl End {
    fn note(&self, what: impl FnOnce() -> String) {
        let (number, side) = (self.wire.number, self.side);
        self.hub
            .note(|| format!("wire {number}.{side}: {}", what()));
    }

    fn waits(&self, cx: &Context<'_>) -> bool {
        let waits = self.hub.chance(self.hub.nature().waits);
        if waits {
            self.hub.ripen(cx);
        }
        waits
    }

    fn fails(&self) -> Option<io::Error> {
        let fails = self.hub.nature().fails;
        let fails = fails > 0 && self.hub.chance(10) && self.hub.chance(fails);
        fails.then(|| {
            self.note(|| "fails".into());
            let wakers = lock(&self.wire.state).reset();
            wake(wakers);
            ErrorKind::ConnectionReset.into()
        })
    }

    fn count(&self, most: usize) -> usize {
        if most > 1 && self.hub.chance(self.hub.nature().splits) {
            1 + self.hub.below(most)
        } else {
            most
        }
    }

    /// Passes on what was taken, and ends the direction if that is asked for.
    fn settle(&self, cx: &Context<'_>, shuts: bool) -> Poll<io::Result<()>> {
        lock(&self.wire.state).ways[self.side].is_flushing = true;
        if let Some(error) = self.fails() {
            return Poll::Ready(Err(error));
        }
        if self.waits(cx) {
            return Poll::Pending;
        }
        let now = self.hub.now();
        let mut state = lock(&self.wire.state);
        if state.is_reset {
            return Poll::Ready(Err(ErrorKind::ConnectionReset.into()));
        }
        let way = &mut state.ways[self.side];
        if way.stalled_until > now && !way.held.is_empty() {
            self.hub.wake_at(way.stalled_until, cx.waker().clone());
            return Poll::Pending;
        }
        way.is_flushing = false;
        way.is_shut |= shuts;
        let reader = way.pass_on();
        drop(state);
        if shuts {
            self.note(|| "shut".into());
        }
        wake(reader);
        Poll::Ready(Ok(()))
    }
}

impl Transport for End {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        if let Some(error) = self.fails() {
            return Poll::Ready(Err(error));
        }
        if space.is_empty() {
            self.hub.break_with("a read without space".into());
        }
        let now = self.hub.now();
        let mut state = lock(&self.wire.state);
        if state.is_reset {
            return Poll::Ready(Err(ErrorKind::ConnectionReset.into()));
        }
        let way = &mut state.ways[1 - self.side];
        if way.stalled_until > now {
            self.hub.wake_at(way.stalled_until, cx.waker().clone());
            way.reader = Some(cx.waker().clone());
            return Poll::Pending;
        }
        if way.passed_on.is_empty() {
            if way.is_shut || way.is_writer_gone {
                drop(state);
                self.note(|| "the end".into());
                return Poll::Ready(Ok(0));
            }
            way.reader = Some(cx.waker().clone());
            return Poll::Pending;
        }
        if self.waits(cx) {
            return Poll::Pending;
        }
        let count = self.count(space.len().min(way.passed_on.len()));
        for (to, from) in space.iter_mut().zip(way.passed_on.drain(..count)) {
            *to = from;
        }
        let writer = way.writer.take();
        drop(state);
        self.note(|| format!("read {count}"));
        wake(writer);
        Poll::Ready(Ok(count))
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if let Some(error) = self.fails() {
            return Poll::Ready(Err(error));
        }
        if self.waits(cx) {
            return Poll::Pending;
        }
        let offered: usize = chunks.iter().map(|chunk| chunk.len()).sum();
        if offered == 0 {
            self.hub.break_with("a write without anything".into());
        }
        let now = self.hub.now();
        let is_calm = self.hub.nature().is_calm;
        let mut state = lock(&self.wire.state);
        if core::mem::take(&mut state.panics) && !is_calm {
            drop(state);
            self.note(|| "panics".into());
            panic::resume_unwind(Box::new(Injected));
        }
        let (capacity, is_vectored) = (state.capacity, state.is_vectored);
        let (is_reset, holds_back) = (state.is_reset, state.holds_back);
        let way = &mut state.ways[self.side];
        if is_reset || way.is_shut || way.is_reader_gone {
            return Poll::Ready(Err(ErrorKind::BrokenPipe.into()));
        }
        let mut wakers = Vec::new();
        // Nobody is woken for nothing, or two that wait for each other wake each other for ever.
        if way.len() >= capacity && !way.held.is_empty() {
            wakers.extend(way.pass_on());
        }
        if way.stalled_until > now || way.len() >= capacity {
            if way.stalled_until > now {
                self.hub.wake_at(way.stalled_until, cx.waker().clone());
            }
            way.writer = Some(cx.waker().clone());
            drop(state);
            wake(wakers);
            return Poll::Pending;
        }
        let chunk_count = if is_vectored { chunks.len() } else { 1 };
        let offered: usize = chunks
            .iter()
            .take(chunk_count)
            .map(|chunk| chunk.len())
            .sum();
        let most = self.count(offered.min(capacity - way.len()));
        if is_calm {
            way.fuse = None;
        }
        let most = way.fuse.map_or(most, |fuse| most.min(fuse + 1));
        let bytes = chunks
            .iter()
            .take(chunk_count)
            .flat_map(|chunk| chunk.iter());
        way.held.extend(bytes.take(most));
        if !holds_back {
            wakers.extend(way.pass_on());
        }
        let mut has_burnt = false;
        if let Some(fuse) = &mut way.fuse {
            has_burnt = *fuse < most;
            *fuse = fuse.saturating_sub(most);
        }
        if has_burnt {
            wakers.extend(state.reset());
        }
        drop(state);
        self.note(|| format!("wrote {most} of {offered}"));
        if has_burnt {
            self.note(|| "is reset".into());
        }
        wake(wakers);
        Poll::Ready(Ok(most))
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.settle(cx, false)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.settle(cx, true)
    }
}

impl Drop for End {
    fn drop(&mut self) {
        self.note(|| "dropped".into());
        let resets = self.hub.chance(self.hub.nature().fuses);
        let mut state = lock(&self.wire.state);
        let is_unread = state.ways[1 - self.side].len() > 0;
        state.ways[self.side].is_writer_gone = true;
        state.ways[self.side].held.clear();
        state.ways[1 - self.side].is_reader_gone = true;
        let wakers = if is_unread && resets {
            state.reset()
        } else {
            state.wake_all()
        };
        drop(state);
        wake(wakers);
    }
}

/// Where those who connect come from.
#[derive(Default)]
pub(super) struct Door {
    waiting: VecDeque<io::Result<End>>,
    waker: Option<Waker>,
    /// Which registrar listens; none: nobody does.
    pub(super) life: Option<u32>,
}

impl Door {
    /// Nobody listens any more.
    pub(super) fn close(&mut self) -> Vec<io::Result<End>> {
        self.life = None;
        self.waker = None;
        self.waiting.drain(..).collect()
    }
}

/// The listener of a registrar.
pub(super) struct Listening(pub(super) Hub);

impl Listener for Listening {
    type Transport = End;
    type Preparing = Ready<io::Result<Accepted<End>>>;

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        let mut door = self.0.door();
        match door.waiting.pop_front() {
            Some(Ok(end)) => Poll::Ready(Ok((None, ready(Ok(Accepted::plain(end)))))),
            Some(Err(error)) => Poll::Ready(Err(error)),
            None => {
                door.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// The way of a registree to the registrar.
pub(super) struct Dialler(pub(super) Hub, pub(super) usize);

impl Connector for Dialler {
    type Transport = End;

    fn connect(
        &mut self,
        _: &ClientRequest,
    ) -> impl Future<Output = Result<End, Error>> + Send + 'static {
        let (hub, slot) = (self.0.clone(), self.1);
        async move {
            let nature = hub.nature();
            hub.yield_now().await;
            if hub.chance(nature.is_slow / 4) {
                hub.sleep(Duration::from_millis(700)).await;
            }
            if hub.chance(nature.refuses) || hub.door().life.is_none() {
                hub.note(|| "an attempt to connect is refused".into());
                return Err(Error::Io(ErrorKind::ConnectionRefused.into()));
            }
            let wire = Wire::new(&hub, slot);
            let [client, server] = wire.ends(&hub);
            let waker = {
                let mut door = hub.door();
                if hub.chance(nature.fails / 4) {
                    door.waiting
                        .push_back(Err(ErrorKind::ConnectionAborted.into()));
                }
                door.waiting.push_back(Ok(server));
                door.waker.take()
            };
            wake(waker);
            Ok(client)
        }
    }
}
