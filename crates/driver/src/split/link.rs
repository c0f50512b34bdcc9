//! The connection and the line of what its sending halves want, as whoever has custody of them sees both.

use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_channel::{mpsc, oneshot};
use futures_core::Stream;
use onem2m_ws_core::{Closed, ControlError, Event, Inbox, SendErrorReason, Sent};

use super::sender::Command;
use crate::error::Error;
use crate::transport::{Timer, Transport};
use crate::websocket::{Outgoing, Standing, Waiting};

pub(super) struct Link<T, C> {
    outgoing: Outgoing<T, C>,
    commands: mpsc::Receiver<Command>,
    /// A message that did not fit into the outbox.
    waiting: Option<Waiting>,
    /// Whoever wants to know when everything up to there was written.
    flushes: Vec<(Sent, oneshot::Sender<()>)>,
}

impl<T: Transport, C: Timer> Link<T, C> {
    pub(super) const fn new(outgoing: Outgoing<T, C>, commands: mpsc::Receiver<Command>) -> Self {
        Self {
            outgoing,
            commands,
            waiting: None,
            flushes: Vec::new(),
        }
    }

    pub(super) fn standing(&mut self) -> Standing {
        self.outgoing.standing()
    }

    pub(super) const fn closed(&self) -> Option<&Closed<'static>> {
        self.outgoing.closed()
    }

    /// The event that lies ready; `None` if that is the end.
    pub(super) fn take<'i>(&mut self, inbox: &'i mut Inbox) -> Option<Event<'i>> {
        self.outgoing.take(inbox)
    }

    /// Receives with `receive`, and writes what sending halves want to be written.
    pub(super) fn poll_receive<R>(
        &mut self,
        cx: &mut Context<'_>,
        mut receive: impl FnMut(&mut Outgoing<T, C>, &mut Context<'_>) -> Poll<R>,
    ) -> Poll<R> {
        let is_taken = self.poll_commands(cx).is_ready();
        let polled = receive(&mut self.outgoing, cx);
        if polled.is_pending() && !is_taken {
            // Writing may have made room; what was waiting is then written, too.
            let _ = self.poll_commands(cx);
            let _ = self.outgoing.poll_write(cx);
        }
        self.settle();
        polled
    }

    /// Writes and looks at the clock, for a receiving half that does not want events now.
    pub(super) fn poll_background(&mut self, cx: &mut Context<'_>) {
        // What there is no room for waits until something was written.
        let _ = self.poll_commands(cx);
        self.outgoing.poll_background(cx);
        self.settle();
    }

    /// Carries out a command of a sending half, behind those in the line, and waits until the transport has taken all of that;
    /// without a command, until it has taken those. `sent` is where that ends, once there was room.
    pub(super) fn poll_deliver(
        &mut self,
        cx: &mut Context<'_>,
        command: &mut Option<Command>,
        sent: &mut Option<Sent>,
    ) -> Poll<Result<(), Error>> {
        loop {
            if sent.is_none() {
                let is_taken = self.poll_commands(cx).is_ready();
                if is_taken {
                    *sent = self.carry_out(command)?;
                } else if self.waiting.is_none() {
                    return Poll::Pending;
                }
            }
            if let Some(sent) = *sent {
                let written = self.outgoing.poll_written(cx, sent);
                self.settle();
                return written;
            }
            ready!(self.outgoing.poll_progress_unread(cx))?;
        }
    }

    /// Makes room in the line: `Pending` if there may be none.
    pub(super) fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        if self.poll_commands(cx).is_ready() {
            return Poll::Ready(Ok(()));
        }
        if self.waiting.is_some() {
            return self.outgoing.poll_stalled(cx).map(Err);
        }
        Poll::Pending
    }

    /// Moves what lies in the line into the outbox, as far as there is room. `Pending`: something waits for room, or others are
    /// to have their turn.
    fn poll_commands(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            ready!(self.outgoing.poll_place(cx, &mut self.waiting));
            ready!(self.outgoing.spend(cx));
            match Pin::new(&mut self.commands).poll_next(cx) {
                Poll::Ready(Some(Command::Message(message))) => self.waiting = Some(message),
                Poll::Ready(Some(command)) => match self.carry_out(&mut Some(command)) {
                    // A ping too many is left out: those before it say as much.
                    Ok(_) | Err(_) => {}
                },
                Poll::Ready(None) | Poll::Pending => return Poll::Ready(()),
            }
        }
    }

    /// Carries out a command, if there is one, and returns where that ends in the stream of bytes; `None` if there is no room
    /// yet.
    fn carry_out(&mut self, command: &mut Option<Command>) -> Result<Option<Sent>, Error> {
        match command.take() {
            None => {}
            Some(Command::Message((message, form))) => {
                return match self.outgoing.try_send(message, form) {
                    Ok(sent) => Ok(Some(sent)),
                    Err(error) if error.reason == SendErrorReason::Full => {
                        *command = Some(Command::Message((error.message, form)));
                        Ok(None)
                    }
                    Err(error) if error.reason == SendErrorReason::Closing => {
                        Err(Error::Disconnected)
                    }
                    Err(error) => Err(Error::Send(error.reason)),
                };
            }
            Some(Command::Ping(payload)) => {
                let pinged = self.outgoing.ping(&payload);
                if matches!(pinged, Err(Error::Control(ControlError::Closing))) {
                    return Err(Error::Disconnected);
                }
                pinged?;
            }
            Some(Command::Close { frame, done }) => {
                self.outgoing.start_close(frame)?;
                if let Some(done) = done {
                    self.tell_when_written(done);
                }
            }
            Some(Command::Flush(done)) => self.tell_when_written(done),
        }
        Ok(Some(self.outgoing.connection().queued()))
    }

    fn tell_when_written(&mut self, done: oneshot::Sender<()>) {
        let queued = self.outgoing.connection().queued();
        self.flushes.push((queued, done));
    }

    /// Tells whoever waits for what was written meanwhile, or cannot be any more.
    fn settle(&mut self) {
        if !self.outgoing.connection().is_open() {
            // Nothing can be sent any more, and nobody is to wait for it.
            self.commands.close();
        }
        let outgoing = &self.outgoing;
        let is_over = |(sent, done): &mut (Sent, oneshot::Sender<()>)| {
            done.is_canceled() || outgoing.has_written(*sent)
        };
        for (_, done) in self.flushes.extract_if(.., is_over) {
            match done.send(()) {
                // Nobody waits any more.
                Ok(()) | Err(()) => {}
            }
        }
    }
}
