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
    /// Whether the transport may hold back what it took.
    needs_flush: bool,
    has_eof: bool,
    is_shut: bool,
    /// Why nothing can be written any more, or nothing read.
    failure: Option<io::Error>,
    closed: Option<Closed<'static>>,
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
            has_eof: false,
            is_shut: false,
            failure: None,
            closed: None,
            unanswered_reads: 0,
            budget: BUDGET,
        }
    }

    pub(crate) const fn now(&self) -> Timestamp {
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
        if self.unanswered_reads >= MAX_UNANSWERED_READS
            || self.connection.outbox().remaining() >= WATERMARK
        {
            let _ = self.poll_write(cx);
        }
        ready!(self.spend(cx));
        if self.poll_read(cx, inbox).is_ready() {
            self.unanswered_reads = self.unanswered_reads.saturating_add(1);
            self.look_at_clock();
            return Poll::Ready(());
        }
        // Nothing to read: the time to write, and to hold no more memory than needed while waiting.
        let is_written = self.poll_write(cx).is_ready();
        storage::give_back(inbox);
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
        let read = loop {
            match ready!(self.transport.poll_read(cx, inbox.space())) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
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
                self.failure.get_or_insert(error);
                self.end_input();
            }
        }
        Poll::Ready(())
    }

    fn end_input(&mut self) {
        self.has_eof = true;
        self.connection.handle_eof();
    }

    /// Writes all that waits, and has the transport pass it on. After a failure there is nothing more to write; what the
    /// peer has sent before is still read.
    pub(crate) fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.failure.is_some() {
            return Poll::Ready(());
        }
        match ready!(write_out(
            &mut self.transport,
            cx,
            self.connection.outbox(),
            &mut self.needs_flush
        )) {
            Ok(()) => self.unanswered_reads = 0,
            Err(error) => self.failure = Some(error),
        }
        Poll::Ready(())
    }

    /// Handles what is due; whether something was.
    fn look_at_clock(&mut self) -> bool {
        self.now = self.timer.now();
        let is_due = self
            .connection
            .poll_timeout()
            .is_some_and(|deadline| deadline <= self.now);
        // Even if nothing is due: the machine notices here whether writing goes on.
        self.connection.handle_timeout(self.now);
        is_due
    }

    /// Waits for the next deadline, and handles it.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        while !self.look_at_clock() {
            let Some(deadline) = self.connection.poll_timeout() else {
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
    fn spend(&mut self, cx: &mut Context<'_>) -> Poll<()> {
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

    /// What the end means to the application.
    pub(crate) fn outcome(&mut self) -> Result<(), Error> {
        match &self.closed {
            None | Some(Closed::Clean(_)) => Ok(()),
            Some(Closed::Failed(error)) => Err(Error::Protocol(*error)),
            Some(Closed::Lost(loss)) => {
                let loss = *loss;
                // Said once; the loss itself stays in `closed`.
                match self.failure.take() {
                    Some(error) if matches!(loss, Loss::Eof | Loss::Truncated) => {
                        Err(Error::Io(error))
                    }
                    _ => Err(Error::Lost(loss)),
                }
            }
        }
    }

    /// Does with the transport what the machine asks for, after its last event, until it can be let go.
    pub(crate) fn poll_finish(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let mut discarded = Inbox::new();
        loop {
            match self.connection.transport_action() {
                TransportAction::Abort => return Poll::Ready(()),
                TransportAction::Shutdown => {
                    if self.poll_write(cx).is_ready()
                        && !self.is_shut
                        && self.poll_shutdown(cx).is_ready()
                    {
                        self.is_shut = true;
                    }
                }
                TransportAction::None | TransportAction::AwaitEof => {
                    let _ = self.poll_write(cx);
                }
            }
            if self.failure.is_some() {
                return Poll::Ready(());
            }
            if self.poll_read(cx, &mut discarded).is_ready() {
                discarded.clear();
                ready!(self.spend(cx));
                continue;
            }
            storage::give_back(&mut discarded);
            if self.connection.transport_action() != TransportAction::Abort {
                ready!(self.poll_deadline(cx));
            }
        }
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if let Err(error) = ready!(self.transport.poll_shutdown(cx)) {
            self.failure.get_or_insert(error);
        }
        Poll::Ready(())
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
            let before = self.connection.outbox().remaining();
            if self.poll_write(cx).is_pending() && self.connection.outbox().remaining() == before {
                ready!(self.poll_deadline(cx));
            }
            if let Some(error) = self.failure.take() {
                return Poll::Ready(Err(Error::Io(error)));
            }
        }
    }

    /// Waits until the outbox takes another message.
    pub(crate) fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while self.connection.outbox().remaining() >= self.connection.config().max_outbox_len {
            let before = self.connection.outbox().remaining();
            if self.poll_write(cx).is_pending() && self.connection.outbox().remaining() == before {
                ready!(self.poll_deadline(cx));
            }
            if let Some(error) = self.failure.take() {
                return Poll::Ready(Err(Error::Io(error)));
            }
            if !self.connection.is_open() {
                return Poll::Ready(Err(Error::Send(SendErrorReason::Closing)));
            }
        }
        Poll::Ready(Ok(()))
    }

    /// Waits until everything was written and passed on.
    pub(crate) fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        while self.poll_write(cx).is_pending() {
            ready!(self.poll_deadline(cx));
            if self.connection.transport_action() == TransportAction::Abort {
                return Poll::Ready(Err(Error::Lost(Loss::WriteTimeout)));
            }
        }
        Poll::Ready(
            self.failure
                .take()
                .map_or(Ok(()), |error| Err(Error::Io(error))),
        )
    }

    /// Writes and looks at the clock, for owners that do not want events now.
    pub(crate) fn poll_background(&mut self, cx: &mut Context<'_>) {
        loop {
            let _ = self.poll_write(cx);
            if self.poll_deadline(cx).is_pending() {
                return;
            }
            if self.connection.transport_action() == TransportAction::Abort {
                return;
            }
        }
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
        match ready!(transport.poll_write(cx, chunks)) {
            Ok(0) => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
            Ok(count) if count <= outbox.remaining() => {
                outbox.advance(count);
                *needs_flush = true;
            }
            Ok(_) => {
                return Poll::Ready(Err(io::Error::other("more bytes written than there were")));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Poll::Ready(Err(error)),
        }
    }
    if *needs_flush {
        ready!(transport.poll_flush(cx))?;
        *needs_flush = false;
    }
    Poll::Ready(Ok(()))
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
