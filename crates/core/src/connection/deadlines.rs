//! Keep-alive, timeouts, and the budget of control frames.

use bytes::Buf;
use core::time::Duration;

use super::Connection;
use super::close::State;
use crate::config::Config;
use crate::error::ProtocolError;
use crate::event::Loss;
use crate::frame::Opcode;
use crate::time::Timestamp;

#[derive(Debug)]
pub(super) struct Deadlines {
    /// When the last byte was received.
    last_received: Timestamp,
    /// The keep-alive ping that waits for a sign of life: its payload, and until when.
    ping: Option<([u8; 8], Timestamp)>,
    /// The keep-alive payload that a pong may still answer.
    answerable: Option<[u8; 8]>,
    /// When the frame or message that has begun has to be complete.
    pub(super) message: Option<Timestamp>,
    /// The bytes that the transport had taken when it was last looked at, and by when that has to change.
    write: Option<(u64, Timestamp)>,
    /// When the transport is let go, once the closing handshake has begun.
    pub(super) close: Option<Timestamp>,
    /// Control frames since then.
    control: (Timestamp, u32),
}

impl Deadlines {
    pub(super) const fn new(now: Timestamp) -> Self {
        Self {
            last_received: now,
            ping: None,
            answerable: None,
            message: None,
            write: None,
            close: None,
            control: (now, 0),
        }
    }

    /// Something was received: the peer lives.
    pub(super) const fn note_received(&mut self, now: Timestamp) {
        self.last_received = now;
        self.ping = None;
    }

    /// A data frame was completed.
    pub(super) const fn note_progress(&mut self) {
        self.control.1 = 0;
    }

    /// One more control frame, of those that [`Config::max_control_frames`] allows within [`Config::control_window`].
    pub(super) fn count_control(
        &mut self,
        config: &Config,
        now: Timestamp,
    ) -> Result<(), ProtocolError> {
        if now.saturating_since(self.control.0) >= config.control_window {
            self.control = (now, 0);
        }
        self.control.1 = self.control.1.saturating_add(1);
        if self.control.1 > config.max_control_frames {
            Err(ProtocolError::TooManyControlFrames)
        } else {
            Ok(())
        }
    }

    /// Returns whether a pong answers a keep-alive ping.
    pub(super) fn is_keep_alive(&self, pong: &[u8]) -> bool {
        self.answerable.is_some_and(|payload| payload == pong)
    }
}

impl Connection {
    pub(super) fn next_deadline(&self) -> Option<Timestamp> {
        let deadlines = &self.deadlines;
        let when_open = match self.state {
            State::Open => self.keep_alive_deadline(),
            State::CloseSent | State::CloseExchanged | State::Failed => deadlines.close,
            State::Gone => return None,
        };
        let write = self.write_deadline().or_else(|| self.unwatched());
        [when_open, deadlines.message, write]
            .into_iter()
            .flatten()
            .min()
    }

    pub(super) fn expire(&mut self, now: Timestamp) {
        self.watch_writing(now);
        let is_due = |deadline: Option<Timestamp>| deadline.is_some_and(|deadline| deadline <= now);
        match self.state {
            State::Gone => {}
            State::CloseExchanged | State::Failed => {
                if is_due(self.deadlines.close) {
                    self.let_go();
                } else {
                    self.expire_writing(now);
                }
            }
            State::CloseSent if is_due(self.deadlines.close) => self.lose(Loss::CloseTimeout),
            State::Open | State::CloseSent => {
                if self.expire_writing(now) {
                    return;
                }
                if is_due(self.deadlines.message) {
                    self.fail(ProtocolError::MessageTimeout, now);
                } else if self.state == State::Open && is_due(self.keep_alive_deadline()) {
                    self.keep_alive(now);
                }
            }
        }
    }

    /// The peer's silence until `now` is not its own: keep-alive and the message in progress begin to wait anew.
    pub(super) fn excuse_silence(&mut self, now: Timestamp) {
        self.deadlines.note_received(now);
        if let (Some(deadline), Some(timeout)) =
            (&mut self.deadlines.message, self.config.message_timeout)
        {
            *deadline = now.saturating_add(timeout);
        }
    }

    /// Notices whether writing went on since it was last looked at.
    pub(super) fn watch_writing(&mut self, now: Timestamp) {
        let Some(timeout) = self.config.write_timeout else {
            return;
        };
        if self.outbox.remaining() == 0 {
            self.deadlines.write = None;
        } else if self.write_deadline().is_none() {
            self.deadlines.write = Some((self.outbox.taken(), now.saturating_add(timeout)));
        }
    }

    /// Ends the connection if the peer took nothing for too long; whether it did.
    pub(super) fn expire_writing(&mut self, now: Timestamp) -> bool {
        let is_due = self
            .write_deadline()
            .is_some_and(|deadline| deadline <= now);
        match self.state {
            State::Open | State::CloseSent if is_due => self.lose(Loss::WriteTimeout),
            State::CloseExchanged | State::Failed if is_due => self.let_go(),
            State::Open
            | State::CloseSent
            | State::CloseExchanged
            | State::Failed
            | State::Gone => return false,
        }
        true
    }

    /// A deadline that was set before anything was written since, for something that still waits.
    pub(super) fn write_deadline(&self) -> Option<Timestamp> {
        let (taken, deadline) = self.deadlines.write?;
        (taken == self.outbox.taken() && self.outbox.remaining() > 0).then_some(deadline)
    }

    /// Something has waited to be written since a call without a clock: to be told the time is due now, and sets the deadline.
    fn unwatched(&self) -> Option<Timestamp> {
        let is_unwatched = self.config.write_timeout.is_some() && self.outbox.remaining() > 0;
        is_unwatched.then_some(self.deadlines.last_received)
    }

    fn keep_alive_deadline(&self) -> Option<Timestamp> {
        match self.deadlines.ping {
            Some((_, deadline)) => Some(deadline),
            None => Some(
                self.deadlines
                    .last_received
                    .saturating_add(self.ping_interval()?),
            ),
        }
    }

    /// A ping at every moment is none at all.
    fn ping_interval(&self) -> Option<Duration> {
        self.config
            .ping_interval
            .filter(|interval| !interval.is_zero())
    }

    fn keep_alive(&mut self, now: Timestamp) {
        if self.deadlines.ping.is_some() {
            return self.lose(Loss::PongTimeout);
        }
        // Unpredictable, so that a peer cannot answer pings that it has not received.
        let mut payload = [0; 8];
        self.entropy.fill(&mut payload);
        self.deadlines.ping = Some((payload, now.saturating_add(self.config.pong_timeout)));
        self.deadlines.answerable = Some(payload);
        // A connection that has been silent so long can do with less memory.
        self.shrink();
        self.queue_control(Opcode::Ping, &payload);
    }
}
