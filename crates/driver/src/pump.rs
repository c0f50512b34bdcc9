//! The one place that awaits: bytes from the transport into the machine and back, deadlines, the end.

use core::mem;
use core::task::{Context, Poll, ready};
use std::io::{self, IoSlice};

use onem2m_ws_core::{
    Buf, Closed, Connection, Event, EventKind, Inbox, Loss, Message, Outbox, SendErrorReason,
    Timestamp, TransportAction,
};

use crate::error::Error;
use crate::storage;
use crate::transport::{Timer, Transport};

/// A connection, its transport and its clock. Everything that is under way lies in here, nothing in a future.
pub(crate) struct Pump<T, C> {
    pub(crate) transport: T,
    timer: C,
    pub(crate) connection: Connection,
    /// The clock as it stood at the last look.
    now: Timestamp,
    /// What the alarm is set to.
    alarm: Option<Timestamp>,
    /// Whether the transport may hold back what it took; and when it has to have passed it on.
    needs_flush: bool,
    flush_deadline: Option<Timestamp>,
    has_eof: bool,
    is_shut: bool,
    /// Whether the transport failed, and why until that was said: nothing is written any more.
    has_failed: bool,
    failure: Option<io::Error>,
    closed: Option<Closed<'static>>,
    is_reported: bool,
    /// Reads since something was written.
    unanswered_reads: u32,
    /// Events until the task lets others run.
    budget: u32,
}

impl<T: Transport, C: Timer> Pump<T, C> {
    pub(crate) fn new(transport: T, timer: C, connection: Connection) -> Self {
        let now = timer.now();
        Self {
            transport,
            timer,
            connection,
            now,
            alarm: None,
            needs_flush: false,
            flush_deadline: None,
            has_eof: false,
            is_shut: false,
            has_failed: false,
            failure: None,
            closed: None,
            is_reported: false,
            unanswered_reads: 0,
            budget: BUDGET,
        }
    }

    pub(crate) const fn now(&self) -> Timestamp {
        self.now
    }

    /// Looks at the clock: for deadlines that begin now.
    pub(crate) fn read_clock(&mut self) -> Timestamp {
        self.now = self.timer.now();
        self.now
    }

    pub(crate) const fn closed(&self) -> Option<&Closed<'static>> {
        self.closed.as_ref()
    }

    /// Waits for an event to lie ready: `true`, or `false` once the connection has ended and let go of the transport.
    pub(crate) fn poll_ready(
        &mut self,
        cx: &mut Context<'_>,
        inbox: &mut Inbox,
    ) -> Poll<Option<EventKind>> {
        loop {
            if self.closed.is_some() {
                storage::give_back(inbox);
                return self.poll_finish(cx).map(|()| None);
            }
            match self.connection.poll_ready(self.now, inbox) {
                Some(EventKind::Closed) => {
                    if let Some(Event::Closed(closed)) = self.connection.poll_event(self.now, inbox)
                    {
                        self.note_closed(closed.into_owned());
                    }
                }
                Some(kind) => return self.spend(cx).map(|()| Some(kind)),
                None => ready!(self.poll_input(cx, inbox)),
            }
        }
    }

    /// Waits for something to happen: input, the end of input, or a deadline.
    fn poll_input(&mut self, cx: &mut Context<'_>, inbox: &mut Inbox) -> Poll<()> {
        // Everything read was dealt with: what came in time has counted, however late it was read.
        self.connection.handle_timeout(self.now);
        if self.unanswered_reads >= MAX_UNANSWERED_READS
            || self.connection.outbox().remaining() >= WATERMARK
        {
            let _ = self.poll_write(cx);
        }
        ready!(self.spend(cx));
        if self.poll_read(cx, inbox).is_ready() {
            self.unanswered_reads = self.unanswered_reads.saturating_add(1);
            self.read_clock();
            return Poll::Ready(());
        }
        // Nothing to read: the time to write, and to hold no more memory than needed while waiting.
        let is_written = self.poll_write(cx).is_ready();
        storage::give_back(inbox);
        if self.has_failed && !self.has_eof {
            // What the peer had sent before was read, and there is no way to answer more.
            self.end_input();
            return Poll::Ready(());
        }
        if is_written {
            self.connection.outbox().shrink();
        }
        self.budget = BUDGET;
        self.poll_deadline(cx)
    }

    /// Reads once; the end and failures end the input.
    fn poll_read(&mut self, cx: &mut Context<'_>, inbox: &mut Inbox) -> Poll<()> {
        if self.has_eof {
            return Poll::Pending;
        }
        storage::lend(inbox);
        let read = ready!(uninterrupted(|| self
            .transport
            .poll_read(cx, inbox.space())));
        let received = read.and_then(|count| {
            inbox
                .filled(count)
                .map(|()| count)
                .map_err(io::Error::other)
        });
        match received {
            Ok(0) => self.end_input(),
            Ok(_) => {}
            Err(error) => {
                self.note_failure(error);
                self.end_input();
            }
        }
        Poll::Ready(())
    }

    fn end_input(&mut self) {
        self.has_eof = true;
        self.connection.handle_eof();
    }

    fn note_failure(&mut self, error: io::Error) {
        self.has_failed = true;
        self.failure.get_or_insert(error);
    }

    /// The failure, for a caller that wants to write.
    fn failure(&mut self) -> Result<(), Error> {
        if !self.has_failed {
            return Ok(());
        }
        let said_before = || io::ErrorKind::BrokenPipe.into();
        Err(Error::Io(self.failure.take().unwrap_or_else(said_before)))
    }

    /// Writes all that waits, and has the transport pass it on. After a failure there is nothing more to write; what the
    /// peer has sent before is still read.
    pub(crate) fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.has_failed {
            return Poll::Ready(());
        }
        let outbox = self.connection.outbox();
        let written = write_out(&mut self.transport, cx, outbox, &mut self.needs_flush);
        let is_flushing = written.is_pending() && outbox.is_empty();
        self.watch_flushing(is_flushing);
        match ready!(written) {
            Ok(()) => self.unanswered_reads = 0,
            Err(error) => self.note_failure(error),
        }
        Poll::Ready(())
    }

    /// A transport that does not pass on what it took is as stalled as one that takes nothing.
    fn watch_flushing(&mut self, is_flushing: bool) {
        self.flush_deadline = match self.connection.config().write_timeout {
            Some(timeout) if is_flushing => {
                let deadline = self.timer.now().saturating_add(timeout);
                Some(self.flush_deadline.unwrap_or(deadline))
            }
            Some(_) | None => None,
        };
    }

    /// Handles what is due; whether something was.
    fn look_at_clock(&mut self) -> bool {
        let now = self.read_clock();
        let is_due = self.deadline().is_some_and(|deadline| deadline <= now);
        // Even if nothing is due: the machine notices here whether writing goes on.
        self.connection.handle_timeout(now);
        if self.flush_deadline.is_some_and(|deadline| deadline <= now) {
            self.flush_deadline = None;
            self.note_failure(io::ErrorKind::TimedOut.into());
        }
        is_due
    }

    fn deadline(&self) -> Option<Timestamp> {
        let deadlines = [self.connection.poll_timeout(), self.flush_deadline];
        deadlines.into_iter().flatten().min()
    }

    /// Waits for the next deadline, and handles it.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        while !self.look_at_clock() {
            let Some(deadline) = self.deadline() else {
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
        }
        Poll::Ready(())
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

    pub(crate) fn note_closed(&mut self, closed: Closed<'static>) {
        self.closed.get_or_insert(closed);
    }

    /// What the end means to the application, which is told once; it stays in `closed`.
    pub(crate) fn outcome(&mut self) -> Result<(), Error> {
        if mem::replace(&mut self.is_reported, true) {
            return Ok(());
        }
        match &self.closed {
            None | Some(Closed::Clean(_)) => Ok(()),
            Some(Closed::Failed(error)) => Err(Error::Protocol(*error)),
            Some(Closed::Lost(loss)) => {
                let loss = *loss;
                match self.failure.take() {
                    Some(error) if matches!(loss, Loss::Eof | Loss::Truncated) => {
                        Err(Error::Io(error))
                    }
                    _ => Err(Error::Lost(loss)),
                }
            }
        }
    }

    /// Does with the transport what the machine asks for, after its last event, until it can be let go. Until the peer had
    /// its time, that is once everything was passed on and our direction ended, whoever ended the other one.
    pub(crate) fn poll_finish(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let mut discarded = Inbox::new();
        loop {
            let action = self.connection.transport_action();
            let is_over = action == TransportAction::Abort;
            if is_over && self.connection.poll_timeout().is_none() {
                return Poll::Ready(());
            }
            let is_written = self.poll_write(cx).is_ready() && !self.has_failed;
            if is_written && (is_over || action == TransportAction::Shutdown) {
                self.poll_shutdown(cx);
            }
            if self.has_failed || is_over && self.is_shut {
                return Poll::Ready(());
            }
            if self.poll_read(cx, &mut discarded).is_ready() {
                discarded.clear();
                // A peer that never stops sending gets no more time than one that says nothing.
                self.look_at_clock();
                ready!(self.spend(cx));
                continue;
            }
            storage::give_back(&mut discarded);
            if self.connection.transport_action() == action {
                ready!(self.poll_deadline(cx));
            }
        }
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) {
        if self.is_shut {
            return;
        }
        match uninterrupted(|| self.transport.poll_shutdown(cx)) {
            Poll::Ready(Ok(())) => self.is_shut = true,
            Poll::Ready(Err(error)) => self.note_failure(error),
            Poll::Pending => {}
        }
    }

    /// Queues a message or a piece, once there is room; the message is taken when it was.
    pub(crate) fn poll_send(
        &mut self,
        cx: &mut Context<'_>,
        message: &mut Message<'_>,
        piece: Option<bool>,
    ) -> Poll<Result<(), Error>> {
        loop {
            let taken = mem::replace(message, EMPTY);
            let result = match piece {
                None => self.connection.send(taken),
                Some(is_last) => self.connection.send_piece(taken, is_last),
            };
            let Err(refused) = result else {
                if self.connection.outbox().remaining() >= WATERMARK {
                    let _ = self.poll_write(cx);
                }
                return Poll::Ready(Ok(()));
            };
            *message = refused.message;
            if refused.reason != SendErrorReason::Full {
                return Poll::Ready(Err(Error::Send(refused.reason)));
            }
            ready!(self.poll_progress(cx))?;
        }
    }

    /// Queues the message that is `waiting` for room, and writes to make it. When it can never be sent it is dropped.
    pub(crate) fn poll_place(
        &mut self,
        cx: &mut Context<'_>,
        waiting: &mut Option<Message<'static>>,
    ) -> Poll<()> {
        while let Some(message) = waiting.take() {
            let Err(refused) = self.connection.send(message) else {
                return Poll::Ready(());
            };
            if refused.reason == SendErrorReason::Full && !self.has_failed {
                *waiting = Some(refused.message);
                ready!(self.poll_write(cx));
            }
        }
        Poll::Ready(())
    }

    /// Waits until something was written, or a deadline passed.
    fn poll_progress(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let before = self.connection.outbox().remaining();
        if self.poll_write(cx).is_pending() && self.connection.outbox().remaining() == before {
            ready!(self.poll_deadline_unread(cx));
        }
        Poll::Ready(self.failure())
    }

    /// Waits until everything was written and passed on.
    pub(crate) fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while self.poll_write(cx).is_pending() {
            if self.connection.transport_action() == TransportAction::Abort {
                return Poll::Ready(Err(Error::Lost(Loss::WriteTimeout)));
            }
            ready!(self.poll_deadline_unread(cx));
        }
        Poll::Ready(self.failure())
    }

    /// Writes and looks at the clock, for owners that do not want events now.
    pub(crate) fn poll_background(&mut self, cx: &mut Context<'_>) {
        loop {
            let _ = self.poll_write(cx);
            if self.poll_deadline_unread(cx).is_pending() {
                return;
            }
            if self.connection.transport_action() == TransportAction::Abort {
                return;
            }
        }
    }

    /// As [`poll_deadline`](Self::poll_deadline), while nothing is read: the peer cannot be found silent.
    fn poll_deadline_unread(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let now = self.read_clock();
        self.connection.handle_unread(now);
        self.poll_deadline(cx)
    }
}

/// Writes all of `outbox` and flushes the transport; `needs_flush` remembers that between calls.
pub(crate) fn write_out<T: Transport>(
    transport: &mut T,
    cx: &mut Context<'_>,
    outbox: &mut Outbox,
    needs_flush: &mut bool,
) -> Poll<io::Result<()>> {
    while outbox.has_remaining() {
        let mut chunks = [IoSlice::new(&[]); MAX_CHUNKS];
        let used = outbox.chunks_vectored(&mut chunks);
        let chunks = chunks.get(..used).unwrap_or_default();
        match ready!(uninterrupted(|| transport.poll_write(cx, chunks))) {
            Ok(0) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
            Ok(count) if count <= outbox.remaining() => {
                outbox.advance(count);
                *needs_flush = true;
            }
            Ok(_) => {
                return Poll::Ready(Err(io::Error::other("more bytes written than there were")));
            }
            Err(error) => return Poll::Ready(Err(error)),
        }
    }
    if *needs_flush {
        ready!(uninterrupted(|| transport.poll_flush(cx)))?;
        *needs_flush = false;
    }
    Poll::Ready(Ok(()))
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

const EMPTY: Message<'static> = Message::Binary(onem2m_ws_core::Binary::Borrowed(&[]));

/// Bytes waiting that are written without waiting for the end of input.
const WATERMARK: usize = 64 << 10;
/// Reads after which what waits is written although there is more input.
const MAX_UNANSWERED_READS: u32 = 8;
/// Steps without waiting after which other tasks get their turn.
const BUDGET: u32 = 512;
/// Segments of one write.
const MAX_CHUNKS: usize = 16;
