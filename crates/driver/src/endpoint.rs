use core::mem;
use core::time::Duration;
use std::io;

use onem2m_ws_core::{Closed, Connection, Event, EventKind, Inbox, Loss, Outbox, Timestamp};

use crate::error::Error;
use crate::pump::{Advanced, Demand, Machine};

/// The machine of a [`WebSocket`](crate::WebSocket): the connection, and how it ended.
#[derive(Debug)]
pub(crate) struct Endpoint {
    pub(crate) connection: Connection,
    /// The event that lay ready when the connection was last advanced.
    ready: Option<EventKind>,
    end: End,
}

/// True if the connection has ended, and whether the application was told.
#[derive(Debug)]
enum End {
    Open,
    Untold(Closed<'static>),
    Told(Closed<'static>),
}

impl Endpoint {
    pub(crate) const fn new(connection: Connection) -> Self {
        Self {
            connection,
            ready: None,
            end: End::Open,
        }
    }

    /// The event that lies ready, after [`Advanced::Ready`].
    pub(crate) const fn ready(&self) -> Option<EventKind> {
        self.ready
    }

    /// The event that lies ready; `None` if it is the end, which is noted.
    pub(crate) fn take<'i>(&mut self, now: Timestamp, inbox: &'i mut Inbox) -> Option<Event<'i>> {
        match self.connection.poll_event(now, inbox) {
            Some(Event::Closed(closed)) => {
                debug_assert!(self.closed().is_none(), "a second end");
                self.end = End::Untold(closed.into_owned());
                None
            }
            event => event,
        }
    }

    pub(crate) const fn closed(&self) -> Option<&Closed<'static>> {
        match &self.end {
            End::Open => None,
            End::Untold(closed) | End::Told(closed) => Some(closed),
        }
    }

    /// The meaning of the end to the application, which is told once; it stays in [`closed`](Self::closed). `failure` is what
    /// became of the transport, if that explains it.
    pub(crate) fn outcome(
        &mut self,
        failure: impl FnOnce() -> Option<io::Error>,
    ) -> Result<(), Error> {
        let (end, outcome) = match mem::replace(&mut self.end, End::Open) {
            End::Untold(closed) => {
                let outcome = match &closed {
                    Closed::Clean(_) => Ok(()),
                    Closed::Failed(error) => Err(Error::Protocol(*error)),
                    Closed::Lost(loss @ (Loss::Eof | Loss::Truncated)) => {
                        Err(failure().map_or(Error::Lost(*loss), Error::Io))
                    }
                    Closed::Lost(loss) => Err(Error::Lost(*loss)),
                };
                (End::Told(closed), outcome)
            }
            end @ (End::Open | End::Told(_)) => (end, Ok(())),
        };
        self.end = end;
        outcome
    }
}

impl Machine for Endpoint {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced {
        if self.closed().is_some() {
            return Advanced::Closed;
        }
        self.ready = self.connection.poll_ready(now, inbox);
        match self.ready {
            None => Advanced::Idle,
            Some(EventKind::Closed) => {
                let event = self.take(now, inbox);
                debug_assert!(event.is_none(), "another event than was said");
                Advanced::Closed
            }
            Some(EventKind::Message | EventKind::Piece | EventKind::Ping | EventKind::Pong) => {
                Advanced::Ready
            }
        }
    }

    fn outbox(&mut self, _: Timestamp) -> Option<&mut Outbox> {
        Some(self.connection.outbox())
    }

    fn demand(&self) -> Demand {
        let deadline = self.connection.poll_timeout();
        Demand {
            action: self.connection.transport_action(),
            wants_input: true,
            deadline,
            lingers: deadline.is_some(),
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        self.connection.handle_timeout(now);
    }

    fn handle_eof(&mut self) {
        self.connection.handle_eof();
    }

    fn handle_unread(&mut self, now: Timestamp) {
        self.connection.handle_unread(now);
    }

    fn shrink(&mut self) {
        self.connection.outbox().shrink();
    }

    fn write_timeout(&self) -> Option<Duration> {
        self.connection.config().write_timeout
    }
}
