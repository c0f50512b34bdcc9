//! The one place that awaits: bytes from the transport into a machine and back, deadlines, the end.

mod output;
#[cfg(test)]
mod tests;

use core::mem;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::io::{self, IoSlice};

use onem2m_ws_core::{Buf, Inbox, Outbox, Timestamp, TransportAction};

use crate::storage;
use crate::transport::{Timer, Transport};

use output::{Change, Output};

/// A sans-IO machine over a transport: a connection, the session of a node, an opening handshake.
///
/// As the machines of the core it has outputs that are levels: whatever is asked for stays so until it was done. (A
/// machine that offers where to read would do that beside [`outbox`](Self::outbox): the room for the rest of a long
/// message, for which the inbox is only a detour.)
pub(crate) trait Machine {
    /// Takes what can be taken from the inbox.
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced;

    /// Returns whether the next [`advance`](Self::advance) may take long. Others run first then.
    fn is_heavy(&self, _: &Inbox) -> bool {
        false
    }

    /// The bytes to be written, as far as there is room for them; `None`: this machine has none for this transport (any
    /// more). When all were written it is asked again.
    fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox>;

    fn demand(&self) -> Demand;

    /// Time has come to `now`, and whatever was received until then was dealt with.
    fn handle_timeout(&mut self, now: Timestamp);

    /// Nothing will be received any more, behind what is in the inbox.
    fn handle_eof(&mut self);

    /// Nothing is read, for the machine wants no input: the silence of the peer until `now` means nothing.
    fn handle_unread(&mut self, now: Timestamp);

    /// Nothing is to be done for now: memory can be given back.
    fn shrink(&mut self);

    /// The time that the transport may hold back what it took without passing it on.
    fn write_timeout(&self) -> Option<Duration>;
}

/// The progress of a [`Machine`] came with its input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Advanced {
    /// The inbox is empty, unless the machine wants no input.
    Idle,
    /// The owner has something to do before more is taken.
    Ready,
    /// The connection has ended: what else is received is dropped, and the transport is seen to its end, as the
    /// machine's [`Demand`] says. The machine says the same again when it is asked again.
    Closed,
}

/// The demand of a [`Machine`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Demand {
    /// The things to be done with the transport. Anything but [`TransportAction::None`]: the connection has ended.
    pub(crate) action: TransportAction,
    pub(crate) wants_input: bool,
    /// When [`Machine::handle_timeout`] has to be called, if nothing happens before.
    pub(crate) deadline: Option<Timestamp>,
    /// True if a connection that has come to [`TransportAction::Abort`] still gives the transport time, until the
    /// deadline, to pass on what it took and to end our direction.
    pub(crate) lingers: bool,
}

/// The end of a [`Pump::poll`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Turn {
    /// The owner has something to do, and polls again when that is done.
    Ready,
    /// The transport can be let go.
    Over,
}

/// Bytes of a message from which on decoding it takes so long that others run before.
pub(crate) const HEAVY: u64 = 64 << 10;

/// A transport and its clock. Everything that is under way lies in here and in the machine, nothing in a future.
pub(crate) struct Pump<T, C> {
    transport: T,
    timer: C,
    /// The clock as it stood when the transport was last asked for input: what was received until then was dealt with,
    /// or lies in the inbox.
    now: Timestamp,
    /// The time that the alarm is set to.
    alarm: Option<Timestamp>,
    output: Output,
    has_eof: bool,
    /// True if the task waited since `now`.
    has_waited: bool,
    /// Reads since everything was written.
    unanswered_reads: u32,
    /// Steps until the task lets others run.
    budget: u32,
    /// True if others have run before what may take long.
    has_let_others_run: bool,
}

/// The step that comes next.
enum Next {
    Advance,
    Finish,
    Over,
}

impl<T: Transport, C: Timer> Pump<T, C> {
    pub(crate) fn new(transport: T, timer: C) -> Self {
        let now = timer.now();
        Self {
            transport,
            timer,
            now,
            alarm: None,
            output: Output::PassedOn,
            has_eof: false,
            has_waited: false,
            unanswered_reads: 0,
            budget: BUDGET,
            has_let_others_run: false,
        }
    }

    /// The time that the machine was told last.
    pub(crate) const fn now(&self) -> Timestamp {
        self.now
    }

    /// The time that it is: for deadlines that begin now. The machine is not told, for its peer may have sent something
    /// meanwhile that has to count.
    pub(crate) fn read_clock(&self) -> Timestamp {
        self.timer.now()
    }

    /// Returns whether the transport failed. Nothing is written any more then.
    pub(crate) const fn has_failed(&self) -> bool {
        self.output.has_failed()
    }

    /// The reason why the transport failed, until that was taken.
    pub(crate) fn take_failure(&mut self) -> Option<io::Error> {
        self.output.take_failure()
    }

    /// Reads, writes and waits until the machine is ready, or the transport can be let go.
    pub(crate) fn poll(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
        machine: &mut impl Machine,
    ) -> Poll<Turn> {
        let mut is_drained = mem::take(&mut self.has_waited) && self.resume(cx, inbox, machine);
        loop {
            ready!(self.let_others_run(cx, inbox, machine));
            let next = match machine.advance(self.now, inbox) {
                Advanced::Ready => return self.spend(cx).map(|()| Turn::Ready),
                Advanced::Closed => Next::Finish,
                Advanced::Idle => {
                    let is_drained = mem::take(&mut is_drained);
                    ready!(self.poll_input(cx, inbox, machine, is_drained))
                }
            };
            match next {
                Next::Advance => {}
                Next::Finish => {
                    inbox.clear();
                    storage::give_back(inbox);
                    return self.poll_finish(cx, machine).map(|()| Turn::Over);
                }
                Next::Over => return Poll::Ready(Turn::Over),
            }
        }
    }

    /// Gives way once before what may take long. A runtime with several threads mostly has one of them wait for all sockets; if that
    /// is this thread, and nothing else made it wake another, nobody waits for them until the long step is done.
    fn let_others_run(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &Inbox,
        machine: &impl Machine,
    ) -> Poll<()> {
        self.has_let_others_run = !self.has_let_others_run && machine.is_heavy(inbox);
        if self.has_let_others_run {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    }

    /// Takes up where the task waited: it may have been input that woke it, which counts before the time that passed does.
    /// Whether there is no more input.
    fn resume(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
        machine: &mut impl Machine,
    ) -> bool {
        let demand = machine.demand();
        if !demand.wants_input {
            self.look_at_clock();
            machine.handle_unread(self.now);
            return false;
        }
        // What had no place while no input was wanted comes first.
        if !inbox.is_empty() {
            self.look_at_clock();
            return false;
        }
        self.poll_read(cx, inbox, machine).is_pending()
    }

    /// Waits for something to happen: input, the end of input, room to write, or a deadline. `is_drained`: the transport
    /// has said that it has no input.
    fn poll_input(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
        machine: &mut impl Machine,
        is_drained: bool,
    ) -> Poll<Next> {
        if machine.demand().action != TransportAction::None {
            return Poll::Ready(Next::Finish);
        }
        ready!(self.spend(cx));
        // Everything read was dealt with: what came in time has counted, however late it was read.
        let was_due = self.handle_due(machine);
        let demand = machine.demand();
        if was_due || demand.action != TransportAction::None {
            return Poll::Ready(Next::Advance);
        }
        if self.unanswered_reads >= MAX_UNANSWERED_READS || waiting(machine, self.now) >= WATERMARK
        {
            // If that waits, it is tried again whenever the task is woken.
            let _ = self.poll_write(cx, machine);
        }
        if demand.wants_input && !is_drained {
            debug_assert!(inbox.is_empty(), "an idle machine took all there was");
            if self.poll_read(cx, inbox, machine).is_ready() {
                return Poll::Ready(Next::Advance);
            }
        } else {
            self.look_at_clock();
        }
        // Nothing to read: the time to write, and to hold no more memory than needed while waiting.
        let is_written = self.poll_write(cx, machine).is_ready();
        storage::give_back(inbox);
        if self.has_failed() {
            return Poll::Ready(self.give_up(demand, machine));
        }
        if !demand.wants_input {
            // What was written may have made room.
            if machine.demand().wants_input {
                return Poll::Ready(Next::Advance);
            }
            machine.handle_unread(self.now);
        }
        if is_written {
            machine.shrink();
        }
        let is_due = self.poll_deadline(cx, machine);
        if is_due.is_pending() {
            self.budget = BUDGET;
            self.has_waited = true;
        }
        is_due.map(|()| Next::Advance)
    }

    /// The transport failed. Bytes that the peer had sent before were read, if that was wanted, and there is no way to answer
    /// more: input ends, and if that was known already, nothing else can happen.
    fn give_up(&mut self, demand: Demand, machine: &mut impl Machine) -> Next {
        if self.has_eof || !demand.wants_input {
            return Next::Over;
        }
        self.end_input(machine);
        Next::Advance
    }

    /// Reads once, and looks at the clock; the end and failures end the input.
    fn poll_read(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
        machine: &mut impl Machine,
    ) -> Poll<()> {
        let read = if self.has_eof {
            Poll::Pending
        } else {
            storage::lend(inbox);
            uninterrupted(|| self.transport.poll_read(cx, inbox.space()))
        };
        self.look_at_clock();
        let received = ready!(read).and_then(|count| {
            let filled = inbox.filled(count).map_err(io::Error::other);
            filled.map(|()| count)
        });
        self.unanswered_reads = self.unanswered_reads.saturating_add(1);
        match received {
            Ok(0) => self.end_input(machine),
            Ok(_) => {}
            Err(error) => {
                self.output.change(Change::Failed(error));
                self.end_input(machine);
            }
        }
        Poll::Ready(())
    }

    fn end_input(&mut self, machine: &mut impl Machine) {
        self.has_eof = true;
        machine.handle_eof();
    }

    /// Writes all that waits, and has the transport pass it on. After a failure there is nothing more to write; what the
    /// peer has sent before is still read.
    pub(crate) fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        machine: &mut impl Machine,
    ) -> Poll<()> {
        if self.output.has_ended() {
            return Poll::Ready(());
        }
        match ready!(self.write_all(cx, machine)) {
            Ok(()) => self.unanswered_reads = 0,
            Err(error) => self.output.change(Change::Failed(error)),
        }
        Poll::Ready(())
    }

    fn write_all(
        &mut self,
        cx: &mut Context<'_>,
        machine: &mut impl Machine,
    ) -> Poll<io::Result<()>> {
        while let Some(outbox) = machine.outbox(self.now).filter(|outbox| !outbox.is_empty()) {
            ready!(self.write_out(cx, outbox))?;
            // There may be more, for which there was no room.
            ready!(self.spend(cx));
        }
        if !self.output.needs_flush() {
            return Poll::Ready(Ok(()));
        }
        let flushed = uninterrupted(|| self.transport.poll_flush(cx));
        if flushed.is_pending() {
            // A transport that does not pass on what it took is as stalled as one that takes nothing.
            let begin = self.timer.now();
            let deadline = machine.write_timeout();
            let deadline = deadline.map(|timeout| begin.saturating_add(timeout));
            self.output.change(Change::FlushWaits(deadline));
        }
        ready!(flushed)?;
        self.output.change(Change::Flushed);
        Poll::Ready(Ok(()))
    }

    fn write_out(&mut self, cx: &mut Context<'_>, outbox: &mut Outbox) -> Poll<io::Result<()>> {
        while outbox.has_remaining() {
            let mut chunks = [IoSlice::new(&[]); MAX_CHUNKS];
            let used = outbox.chunks_vectored(&mut chunks);
            let chunks = chunks.get(..used).unwrap_or_default();
            match ready!(uninterrupted(|| self.transport.poll_write(cx, chunks)))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                count if count <= outbox.remaining() => {
                    outbox.advance(count);
                    self.output.change(Change::Took);
                }
                _ => {
                    let error = io::Error::other("more bytes written than there were");
                    return Poll::Ready(Err(error));
                }
            }
        }
        Poll::Ready(Ok(()))
    }

    fn look_at_clock(&mut self) {
        self.now = self.timer.now();
    }

    /// Handles what is due; whether something was.
    fn handle_due(&mut self, machine: &mut impl Machine) -> bool {
        let is_due = |deadline: Option<Timestamp>| deadline.is_some_and(|at| at <= self.now);
        let is_flush_due = is_due(self.output.deadline());
        let was_due = is_flush_due || is_due(machine.demand().deadline);
        // Even if nothing is due: the machine notices here whether writing goes on.
        machine.handle_timeout(self.now);
        self.fail_late_flush(self.now);
        was_due
    }

    /// Handles what is due by now, or waits for the next deadline and handles that.
    fn poll_deadline(&mut self, cx: &mut Context<'_>, machine: &mut impl Machine) -> Poll<()> {
        while !self.handle_due(machine) {
            let deadlines = [machine.demand().deadline, self.output.deadline()];
            let Some(deadline) = deadlines.into_iter().flatten().min() else {
                return Poll::Pending;
            };
            // An alarm that is set too early is left so: deadlines mostly move away from it.
            let alarm = self
                .alarm
                .filter(|alarm| *alarm <= deadline)
                .unwrap_or(deadline);
            self.alarm = Some(alarm);
            ready!(self.timer.poll_until(cx, alarm));
            self.alarm = None;
            self.look_at_clock();
        }
        Poll::Ready(())
    }

    /// Waits for the next deadline, and handles it, while nothing is read: the peer cannot be found silent.
    pub(crate) fn poll_deadline_unread(
        &mut self,
        cx: &mut Context<'_>,
        machine: &mut impl Machine,
    ) -> Poll<()> {
        self.look_at_clock();
        machine.handle_unread(self.now);
        self.poll_deadline(cx, machine)
    }

    /// Whether the transport may hold back what it took.
    pub(crate) const fn needs_flush(&self) -> bool {
        self.output.needs_flush()
    }

    /// By when the transport has to have passed on what it took.
    pub(crate) const fn flush_deadline(&self) -> Option<Timestamp> {
        self.output.deadline()
    }

    /// Notes that the transport did not pass on in time what it took.
    pub(crate) fn fail_late_flush(&mut self, now: Timestamp) {
        if self.output.deadline().is_some_and(|at| at <= now) {
            let error = io::ErrorKind::TimedOut.into();
            self.output.change(Change::Failed(error));
        }
    }

    /// Waits for a deadline of one owner beside those of another, whose alarm stays, or is told to it if it has passed.
    pub(crate) fn poll_alarm(
        &mut self,
        cx: &mut Context<'_>,
        now: Timestamp,
        deadline: Timestamp,
    ) -> Poll<()> {
        let other = self.alarm.filter(|alarm| *alarm <= deadline);
        let alarm = other.filter(|alarm| *alarm > now).unwrap_or(deadline);
        self.alarm = Some(alarm);
        let polled = self.timer.poll_until(cx, alarm);
        if polled.is_ready() {
            self.alarm = None;
        }
        if polled.is_ready() || other.is_some_and(|alarm| alarm <= now) {
            cx.waker().wake_by_ref();
        }
        polled
    }

    /// Has the transport pass on what it took, though more waits to be written.
    pub(crate) fn poll_pass_on(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if !self.output.needs_flush() {
            return Poll::Ready(());
        }
        match ready!(uninterrupted(|| self.transport.poll_flush(cx))) {
            Ok(()) => self.output.change(Change::Flushed),
            Err(error) => self.output.change(Change::Failed(error)),
        }
        Poll::Ready(())
    }

    /// Writes and looks at the clock, for owners that do not want events now.
    pub(crate) fn poll_background(&mut self, cx: &mut Context<'_>, machine: &mut impl Machine) {
        loop {
            // Whether that waits or not, so do the deadlines.
            let _ = self.poll_write(cx, machine);
            if self.poll_deadline_unread(cx, machine).is_pending()
                || machine.demand().action == TransportAction::Abort
                || self.spend(cx).is_pending()
            {
                return;
            }
        }
    }

    /// Lets other tasks run after so many steps without waiting.
    pub(crate) fn spend(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(budget) = self.budget.checked_sub(1) else {
            self.budget = BUDGET;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        };
        self.budget = budget;
        Poll::Ready(())
    }

    /// Does with the transport what the machine asks for, after its end, until the transport can be let go. Until the
    /// peer had its time, that is once everything was passed on and our direction ended, whoever ended the other one.
    pub(crate) fn poll_finish(
        &mut self,
        cx: &mut Context<'_>,
        machine: &mut impl Machine,
    ) -> Poll<()> {
        let mut discarded = Inbox::new();
        loop {
            let Demand {
                action, lingers, ..
            } = machine.demand();
            let is_over = action == TransportAction::Abort;
            debug_assert_ne!(
                action,
                TransportAction::None,
                "an end that asks for nothing"
            );
            if is_over && !lingers || action == TransportAction::None {
                return Poll::Ready(());
            }
            let is_written = self.poll_write(cx, machine).is_ready();
            if is_written && action != TransportAction::AwaitEof {
                self.poll_shutdown(cx);
            }
            if self.has_failed() || is_over && self.output.has_ended() {
                return Poll::Ready(());
            }
            if self.poll_read(cx, &mut discarded, machine).is_ready() {
                discarded.clear();
                storage::give_back(&mut discarded);
                // A peer that never stops sending gets no more time than one that says nothing.
                self.handle_due(machine);
                ready!(self.spend(cx));
                continue;
            }
            storage::give_back(&mut discarded);
            if machine.demand().action == action {
                ready!(self.poll_deadline(cx, machine));
            }
        }
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) {
        if self.output.has_ended() {
            return;
        }
        match uninterrupted(|| self.transport.poll_shutdown(cx)) {
            Poll::Ready(Ok(())) => self.output.change(Change::Shut),
            Poll::Ready(Err(error)) => self.output.change(Change::Failed(error)),
            Poll::Pending => {}
        }
    }
}

impl<T, C> Pump<T, C> {
    pub(crate) const fn transport(&self) -> &T {
        &self.transport
    }

    pub(crate) fn into_parts(self) -> (T, C) {
        (self.transport, self.timer)
    }
}

/// Bytes that wait to be written.
fn waiting(machine: &mut impl Machine, now: Timestamp) -> usize {
    machine.outbox(now).map_or(0, |outbox| outbox.remaining())
}

/// Calls again while the answer is that a signal came in between.
pub(crate) fn uninterrupted<R>(
    mut call: impl FnMut() -> Poll<io::Result<R>>,
) -> Poll<io::Result<R>> {
    loop {
        let result = call();
        let is_interrupted = |error: &io::Error| error.kind() == io::ErrorKind::Interrupted;
        if !matches!(&result, Poll::Ready(Err(error)) if is_interrupted(error)) {
            return result;
        }
    }
}

/// Bytes waiting that are written without waiting for the end of input.
pub(crate) const WATERMARK: usize = 64 << 10;
/// Reads after which what waits is written although there is more input.
const MAX_UNANSWERED_READS: u32 = 8;
/// Steps without waiting after which other tasks get their turn.
const BUDGET: u32 = 512;
/// Segments of one write.
const MAX_CHUNKS: usize = 16;
