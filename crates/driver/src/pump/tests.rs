//! The pump under a machine that does what the test says: what connections and handshakes cannot show.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::mem;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::Waker;
use std::collections::VecDeque;
use std::io::ErrorKind;
use std::sync::Arc;
use std::task::Wake;

use onem2m_ws_core::{Config, Connection, Role, Seed};

use super::*;

/// What a call of the transport does.
#[derive(Clone, Copy)]
enum Call {
    Succeeds,
    Waits,
    Fails(ErrorKind),
}

impl Call {
    fn poll<R>(self, result: R) -> Poll<io::Result<R>> {
        match self {
            Self::Succeeds => Poll::Ready(Ok(result)),
            Self::Waits => Poll::Pending,
            Self::Fails(kind) => Poll::Ready(Err(kind.into())),
        }
    }
}

struct Line {
    /// What each read brings; nothing within is the end.
    input: VecDeque<Vec<u8>>,
    reads: usize,
    written: usize,
    writes: usize,
    is_shut: bool,
    write: Call,
    flush: Call,
}

impl Transport for Line {
    fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        self.reads += 1;
        let Some(bytes) = self.input.pop_front() else {
            return Poll::Pending;
        };
        space[..bytes.len()].copy_from_slice(&bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.writes += 1;
        let len = chunks.iter().map(|chunk| chunk.len()).sum();
        let written = self.write.poll(len);
        if matches!(written, Poll::Ready(Ok(_))) {
            self.written += len;
        }
        written
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.flush.poll(())
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.is_shut = true;
        Poll::Ready(Ok(()))
    }
}

#[derive(Default)]
struct Clock {
    now: Timestamp,
    alarm: Option<Timestamp>,
}

impl Timer for Clock {
    fn now(&self) -> Timestamp {
        self.now
    }

    fn poll_until(&mut self, _: &mut Context<'_>, deadline: Timestamp) -> Poll<()> {
        self.alarm = Some(deadline);
        if deadline <= self.now {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

const fn at(seconds: u64) -> Timestamp {
    Timestamp::new(Duration::from_secs(seconds))
}

/// When the machine wants input.
#[derive(Clone, Copy)]
enum Appetite {
    Always,
    Never,
    /// While nothing waits to be written.
    WhenWritten,
}

/// What the machine was told, in order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Told {
    Bytes(usize, Timestamp),
    Time(Timestamp),
    Unread(Timestamp),
    Eof,
}

struct TestMachine {
    /// Only its outbox is used.
    connection: Connection,
    /// Messages that have room only when all others were written.
    more: usize,
    is_written: bool,
    appetite: Appetite,
    action: TransportAction,
    /// The action after the end of input.
    action_at_eof: TransportAction,
    deadline: Option<Timestamp>,
    /// True if the deadline is never over.
    is_stuck: bool,
    lingers: bool,
    /// True if input makes the owner do something.
    is_demanding: bool,
    /// True if to take what is in the inbox takes long.
    is_heavy: bool,
    told: Vec<Told>,
}

impl TestMachine {
    fn wants_input(&self) -> bool {
        match self.appetite {
            Appetite::Always => true,
            Appetite::Never => false,
            Appetite::WhenWritten => self.is_written,
        }
    }

    fn queue(&mut self) {
        self.connection.send(&[0; 98][..]).expect("room");
        self.is_written = false;
    }

    fn told(&mut self) -> Vec<Told> {
        mem::take(&mut self.told)
    }
}

impl Machine for TestMachine {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced {
        if inbox.is_empty() || !self.wants_input() {
            return Advanced::Idle;
        }
        self.told.push(Told::Bytes(inbox.unread().len(), now));
        inbox.clear();
        if self.is_demanding {
            Advanced::Ready
        } else {
            Advanced::Idle
        }
    }

    fn is_heavy(&self, inbox: &Inbox) -> bool {
        self.is_heavy && !inbox.is_empty()
    }

    fn outbox(&mut self, _: Timestamp) -> Option<&mut Outbox> {
        if self.connection.outbox().is_empty() && self.more > 0 {
            self.more -= 1;
            self.queue();
        }
        let outbox = self.connection.outbox();
        self.is_written = outbox.is_empty();
        Some(outbox)
    }

    fn demand(&self) -> Demand {
        Demand {
            action: self.action,
            wants_input: self.wants_input(),
            deadline: self.deadline,
            lingers: self.lingers,
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        if self.deadline.is_some_and(|deadline| deadline <= now) {
            self.told.push(Told::Time(now));
            self.deadline = self.deadline.filter(|_| self.is_stuck);
        }
    }

    fn handle_eof(&mut self) {
        self.told.push(Told::Eof);
        self.action = self.action_at_eof;
    }

    fn handle_unread(&mut self, now: Timestamp) {
        self.told.push(Told::Unread(now));
    }

    fn shrink(&mut self) {}

    fn write_timeout(&self) -> Option<Duration> {
        Some(Duration::from_secs(30))
    }
}

/// A pump, its machine and its inbox.
struct Rig {
    pump: Pump<Line, Clock>,
    inbox: Inbox,
    machine: TestMachine,
}

impl Rig {
    fn new(appetite: Appetite) -> Self {
        let line = Line {
            input: VecDeque::new(),
            reads: 0,
            written: 0,
            writes: 0,
            is_shut: false,
            write: Call::Succeeds,
            flush: Call::Succeeds,
        };
        let (role, config, seed) = (Role::Server, Config::default(), Seed([0; 32]));
        Self {
            pump: Pump::new(line, Clock::default()),
            inbox: Inbox::new(),
            machine: TestMachine {
                connection: Connection::new(role, config, seed, Timestamp::ZERO),
                more: 0,
                is_written: true,
                appetite,
                action: TransportAction::None,
                action_at_eof: TransportAction::None,
                deadline: None,
                is_stuck: false,
                lingers: false,
                is_demanding: false,
                is_heavy: false,
                told: Vec::new(),
            },
        }
    }

    fn poll(&mut self) -> Poll<Turn> {
        let mut cx = Context::from_waker(Waker::noop());
        self.pump.poll(&mut cx, &mut self.inbox, &mut self.machine)
    }

    fn feed(&mut self, len: usize) {
        self.pump.transport.input.push_back(vec![0; len]);
    }

    fn line(&mut self) -> &mut Line {
        &mut self.pump.transport
    }

    fn pass(&mut self, seconds: u64) {
        let now = &mut self.pump.timer.now;
        *now = now.saturating_add(Duration::from_secs(seconds));
    }
}

/// Nothing is read, the peer is excused, everything is written, and deadlines count.
#[test]
fn a_machine_without_appetite() {
    let mut rig = Rig::new(Appetite::Never);
    rig.feed(1);
    rig.machine.queue();
    rig.machine.deadline = Some(at(5));
    assert!(rig.poll().is_pending());
    assert_eq!((rig.line().reads, rig.line().written), (0, 100));
    assert_eq!(rig.machine.told(), [Told::Unread(at(0))]);
    assert_eq!(rig.pump.timer.alarm, Some(at(5)));

    // The peer is excused before time counts.
    rig.pass(5);
    assert!(rig.poll().is_pending());
    let told = rig.machine.told();
    assert_eq!(told[..2], [Told::Unread(at(5)), Told::Time(at(5))]);
    assert_eq!(rig.line().reads, 0);

    rig.machine.appetite = Appetite::Always;
    rig.pass(5);
    assert!(rig.poll().is_pending());
    assert_eq!(rig.machine.told(), [Told::Bytes(1, at(10))]);
}

/// What lies in the inbox of a machine that wants no more stays there, however long that is.
#[test]
fn unread_bytes_stay_in_the_inbox() {
    let mut rig = Rig::new(Appetite::Never);
    rig.inbox.extend(&[0; 7]);
    assert!(rig.poll().is_pending());
    assert!(rig.poll().is_pending());
    assert_eq!(rig.inbox.unread().len(), 7);
    rig.feed(3);
    rig.machine.appetite = Appetite::Always;
    rig.pass(1);
    assert!(rig.poll().is_pending());
    let bytes = [Told::Bytes(7, at(1)), Told::Bytes(3, at(1))];
    let told = rig.machine.told();
    assert_eq!(told[told.len() - 2..], bytes);
    assert_eq!(rig.inbox.capacity(), 0, "the storage was given back");
}

/// A transport that failed ends a machine that wants no input: nothing else would.
#[test]
fn a_failure_without_appetite_is_the_end() {
    for (write, flush) in [
        (Call::Fails(ErrorKind::BrokenPipe), Call::Succeeds),
        (Call::Succeeds, Call::Fails(ErrorKind::BrokenPipe)),
    ] {
        let mut rig = Rig::new(Appetite::Never);
        rig.feed(1);
        rig.machine.queue();
        (rig.line().write, rig.line().flush) = (write, flush);
        assert_eq!(rig.poll(), Poll::Ready(Turn::Over));
        assert!(rig.pump.has_failed());
        let error = rig.pump.take_failure().expect("an error");
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
        assert!(rig.pump.take_failure().is_none() && rig.pump.has_failed());
        assert_eq!(rig.line().reads, 0);
        assert_eq!(rig.machine.told(), [], "the owner is told, not the machine");
    }
}

/// What the peer had sent before is read, then input ends; a machine that does nothing about that is let go.
#[test]
fn a_failed_write_ends_input_once_all_was_read() {
    let mut rig = Rig::new(Appetite::Always);
    rig.machine.queue();
    for _ in 0..20 {
        rig.feed(9);
    }
    rig.line().write = Call::Fails(ErrorKind::BrokenPipe);
    assert_eq!(rig.poll(), Poll::Ready(Turn::Over));
    let mut expected = vec![Told::Bytes(9, at(0)); 20];
    expected.push(Told::Eof);
    assert_eq!(rig.machine.told(), expected);
    assert_eq!(rig.line().writes, 1, "nothing is written after a failure");
}

/// Writing makes room for input, and what it brings is taken before the task waits.
#[test]
fn written_bytes_make_room_for_input() {
    let mut rig = Rig::new(Appetite::WhenWritten);
    rig.machine.queue();
    rig.feed(1);
    rig.line().write = Call::Waits;
    assert!(rig.poll().is_pending());
    assert_eq!(rig.line().reads, 0);
    rig.line().write = Call::Succeeds;
    assert!(rig.poll().is_pending());
    assert_eq!(rig.machine.told().last(), Some(&Told::Bytes(1, at(0))));
    assert_eq!(rig.line().reads, 2, "the task waits for input, too");
}

/// When everything was written there may be room for more.
#[test]
fn the_outbox_is_asked_until_it_is_empty() {
    let mut rig = Rig::new(Appetite::Always);
    rig.machine.more = 10;
    assert!(rig.poll().is_pending());
    assert_eq!((rig.line().written, rig.line().writes), (1000, 10));

    // Others get their turn, however much there is.
    rig.machine.more = 10_000;
    let mut polls = 0;
    while rig.line().written < 1_000_000 {
        assert!(rig.poll().is_pending());
        polls += 1;
    }
    assert!((10..100).contains(&polls), "{polls}");
}

/// Input that came while the task waited counts before the time that passed does.
#[test]
fn input_counts_before_time() {
    let mut rig = Rig::new(Appetite::Always);
    rig.machine.deadline = Some(at(5));
    assert!(rig.poll().is_pending());
    rig.pass(600);
    rig.feed(1);
    assert!(rig.poll().is_pending());
    let told = [Told::Bytes(1, at(600)), Told::Time(at(600))];
    assert_eq!(rig.machine.told(), told);
}

/// A busy owner does not make its peer silent, nor do its own deadlines.
#[test]
fn time_that_the_owner_took_does_not_count() {
    let mut rig = Rig::new(Appetite::Always);
    rig.machine.is_demanding = true;
    rig.machine.deadline = Some(at(5));
    rig.feed(1);
    assert_eq!(rig.poll(), Poll::Ready(Turn::Ready));
    rig.pass(600);
    assert_eq!(rig.pump.read_clock(), at(600));
    assert_eq!(rig.pump.now(), at(0));
    rig.feed(1);
    assert_eq!(rig.poll(), Poll::Ready(Turn::Ready));
    let told = [Told::Bytes(1, at(0)), Told::Bytes(1, at(600))];
    assert_eq!(rig.machine.told(), told);
    assert!(rig.poll().is_pending());
    assert_eq!(rig.machine.told(), [Told::Time(at(600))]);
}

/// A deadline that is never over gives others their turn.
#[test]
fn a_deadline_that_stays_due_keeps_no_turn() {
    let mut rig = Rig::new(Appetite::Always);
    rig.machine.deadline = Some(at(0));
    rig.machine.is_stuck = true;
    assert!(rig.poll().is_pending());
    assert!(rig.machine.told().len() <= 2000);

    let mut cx = Context::from_waker(Waker::noop());
    rig.pump.poll_background(&mut cx, &mut rig.machine);
    assert!(rig.machine.told().len() <= 4000);
}

/// A transport that does not pass on what it took is given its time, and no more for being asked again.
#[test]
fn a_flush_has_its_deadline() {
    let mut rig = Rig::new(Appetite::Never);
    rig.line().flush = Call::Waits;
    rig.machine.queue();
    assert!(rig.poll().is_pending());
    rig.pass(29);
    assert!(rig.poll().is_pending());
    assert_eq!(rig.pump.timer.alarm, Some(at(30)));
    rig.pass(1);
    assert_eq!(rig.poll(), Poll::Ready(Turn::Over));
    let error = rig.pump.take_failure().expect("an error");
    assert_eq!(error.kind(), ErrorKind::TimedOut);
}

/// Whatever the machine says of its input, a transport that it does not need is let go.
#[test]
fn actions_count_without_an_event() {
    for appetite in [Appetite::Always, Appetite::Never] {
        let mut rig = Rig::new(appetite);
        rig.machine.action = TransportAction::Abort;
        rig.machine.queue();
        assert_eq!(rig.poll(), Poll::Ready(Turn::Over));
        assert_eq!((rig.line().reads, rig.line().written), (0, 0));

        // It gives the transport time to pass on what it took, and ends our direction.
        let mut rig = Rig::new(appetite);
        (rig.machine.action, rig.machine.lingers) = (TransportAction::Abort, true);
        rig.machine.queue();
        rig.line().flush = Call::Waits;
        assert!(rig.poll().is_pending());
        assert!(!rig.line().is_shut);
        rig.line().flush = Call::Succeeds;
        assert_eq!(rig.poll(), Poll::Ready(Turn::Over));
        assert!(rig.line().is_shut);

        // It waits for the end, and drops what still comes.
        let mut rig = Rig::new(appetite);
        rig.machine.action = TransportAction::Shutdown;
        rig.machine.action_at_eof = TransportAction::Abort;
        if !rig.machine.wants_input() {
            rig.inbox.extend(&[0; 9]);
        }
        rig.feed(9);
        assert!(rig.poll().is_pending());
        assert!(rig.line().is_shut && rig.inbox.is_empty());
        rig.feed(0);
        assert_eq!(rig.poll(), Poll::Ready(Turn::Over));
        assert_eq!(rig.machine.told(), [Told::Eof]);
    }
}

/// Others run before each step that may take long, once, and the task is woken for it.
#[test]
fn others_run_before_what_takes_long() {
    let mut rig = Rig::new(Appetite::Always);
    rig.machine.is_heavy = true;
    rig.feed(5);
    rig.feed(6);
    let flag = Arc::new(Flag::default());
    let waker = Waker::from(Arc::clone(&flag));
    for expected in [&[][..], &[5], &[6]] {
        let mut cx = Context::from_waker(&waker);
        let turn = rig.pump.poll(&mut cx, &mut rig.inbox, &mut rig.machine);
        assert!(turn.is_pending());
        let is_last = expected == [6];
        assert_eq!(flag.0.swap(false, Ordering::Relaxed), !is_last);
        let bytes = |len: &usize| Told::Bytes(*len, at(0));
        let expected: Vec<_> = expected.iter().map(bytes).collect();
        assert_eq!(rig.machine.told(), expected);
    }
}

/// Set when it is woken.
#[derive(Default)]
struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}
