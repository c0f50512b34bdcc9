//! The transport under a machine that others hold as well: nothing of the machine is kept while the transport is waited for.

use core::cell::RefCell;
use core::task::{Context, Poll};
use std::io::{self, IoSlice};

use onem2m_ws_core::{Buf, Inbox, Outbox, Timestamp, TransportAction};

use crate::pump::uninterrupted;
use crate::storage;
use crate::transport::{Timer, Transport};

/// A machine behind a lock, as far as one connection goes.
pub(super) trait Endpoint {
    /// Time has come to `now`; takes events, and says whether there may be more, once those were dealt with.
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> bool;
    /// What is to be written, if there is a connection.
    fn outbox<R>(&mut self, now: Timestamp, use_it: impl FnOnce(&mut Outbox) -> R) -> Option<R>;
    fn handle_eof(&mut self);
    fn status(&mut self) -> Status;
    /// Nothing is to be done for now: memory can be given back.
    fn shrink(&mut self);
}

/// What a machine wants.
pub(super) struct Status {
    pub(super) action: TransportAction,
    pub(super) wants_input: bool,
    pub(super) deadline: Option<Timestamp>,
}

pub(super) struct Wire<T> {
    transport: T,
    inbox: Inbox,
    needs_flush: bool,
    is_shut: bool,
    has_eof: bool,
    has_failed: bool,
}

impl<T: Transport> Wire<T> {
    pub(super) const fn new(transport: T, inbox: Inbox) -> Self {
        Self {
            transport,
            inbox,
            needs_flush: false,
            is_shut: false,
            has_eof: false,
            has_failed: false,
        }
    }

    /// Reads, writes and waits, until the transport is to be let go.
    pub(super) fn poll(
        &mut self,
        cx: &mut Context<'_>,
        timer: &mut impl Timer,
        endpoint: &mut impl Endpoint,
    ) -> Poll<()> {
        let mut reads = 0;
        for _ in 0..BUDGET {
            let now = timer.now();
            let has_more = endpoint.advance(now, &mut self.inbox);
            let status = endpoint.status();
            // Whatever one read brought is answered with one write, as long as there is more to read.
            let may_read = !has_more && reads < MAX_READS;
            if may_read && self.poll_read(cx, endpoint, &status).is_ready() {
                reads += 1;
                continue;
            }
            reads = 0;
            let written = self.poll_write(cx, now, endpoint);
            storage::give_back(&mut self.inbox);
            let status = endpoint.status();
            if self.is_over(cx, &status) {
                return Poll::Ready(());
            }
            match written {
                Written::Some => continue,
                Written::All if !has_more => endpoint.shrink(),
                Written::All | Written::Waits => {}
            }
            if has_more {
                // The caller deals with what there is, and comes back.
                return Poll::Pending;
            }
            match status.deadline {
                Some(deadline) if deadline <= now => continue,
                Some(deadline) if timer.poll_until(cx, deadline).is_ready() => continue,
                Some(_) | None => return Poll::Pending,
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }

    fn poll_read(
        &mut self,
        cx: &mut Context<'_>,
        endpoint: &mut impl Endpoint,
        status: &Status,
    ) -> Poll<()> {
        if self.has_eof || !status.wants_input {
            return Poll::Pending;
        }
        storage::lend(&mut self.inbox);
        let read = uninterrupted(|| self.transport.poll_read(cx, self.inbox.space()));
        let Poll::Ready(read) = read else {
            return Poll::Pending;
        };
        let received = read.and_then(|count| {
            let filled = self.inbox.filled(count).map_err(io::Error::other);
            filled.map(|()| count)
        });
        match received {
            Ok(0) | Err(_) => {
                self.has_failed |= received.is_err();
                self.has_eof = true;
                endpoint.handle_eof();
            }
            Ok(_) => {}
        }
        Poll::Ready(())
    }

    /// Writes without holding the machine: from a copy, which costs little beside the call.
    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        now: Timestamp,
        endpoint: &mut impl Endpoint,
    ) -> Written {
        if self.has_failed {
            return Written::All;
        }
        let written = SCRATCH.with_borrow_mut(|scratch| {
            scratch.clear();
            endpoint.outbox(now, |outbox| copy(outbox, scratch));
            if scratch.is_empty() {
                return None;
            }
            let transport = &mut self.transport;
            Some(uninterrupted(|| {
                transport.poll_write(cx, &[IoSlice::new(scratch)])
            }))
        });
        match written {
            None => self.poll_flush(cx),
            Some(Poll::Pending) => Written::Waits,
            Some(Poll::Ready(Ok(count))) if count > 0 => {
                endpoint.outbox(now, |outbox| outbox.advance(count.min(outbox.remaining())));
                self.needs_flush = true;
                Written::Some
            }
            Some(Poll::Ready(Ok(_) | Err(_))) => {
                self.has_failed = true;
                Written::All
            }
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Written {
        if !self.needs_flush {
            return Written::All;
        }
        match uninterrupted(|| self.transport.poll_flush(cx)) {
            Poll::Pending => Written::Waits,
            Poll::Ready(flushed) => {
                self.needs_flush = false;
                self.has_failed |= flushed.is_err();
                Written::All
            }
        }
    }

    /// Does what the machine wants with the transport; whether that is to let it go.
    fn is_over(&mut self, cx: &mut Context<'_>, status: &Status) -> bool {
        if self.has_failed && self.has_eof {
            return true;
        }
        match status.action {
            TransportAction::None | TransportAction::AwaitEof => self.has_failed,
            TransportAction::Shutdown if self.has_failed => true,
            TransportAction::Shutdown => {
                if !self.is_shut && !self.needs_flush {
                    let transport = &mut self.transport;
                    let shut = uninterrupted(|| transport.poll_shutdown(cx));
                    self.is_shut = shut.is_ready();
                    self.has_failed |= matches!(shut, Poll::Ready(Err(_)));
                }
                false
            }
            TransportAction::Abort => true,
        }
    }
}

impl<T> Drop for Wire<T> {
    fn drop(&mut self) {
        self.inbox.clear();
        storage::give_back(&mut self.inbox);
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Written {
    /// Something; perhaps there is more.
    Some,
    All,
    Waits,
}

fn copy(outbox: &Outbox, scratch: &mut Vec<u8>) {
    let mut slices = [IoSlice::new(&[]); 16];
    let used = outbox.chunks_vectored(&mut slices);
    for slice in slices.get(..used).unwrap_or_default() {
        let room = SCRATCH_LEN.saturating_sub(scratch.len());
        scratch.extend_from_slice(slice.get(..room).unwrap_or(slice));
    }
}

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Bytes of one write.
const SCRATCH_LEN: usize = 64 << 10;
/// Reads after which what waits is written although there is more input.
const MAX_READS: u32 = 8;
/// Steps without waiting after which other tasks get their turn.
const BUDGET: u32 = 64;
