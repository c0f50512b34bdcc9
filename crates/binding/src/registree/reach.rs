//! When to connect and when to close.

use core::time::Duration;

use onem2m_ws_core::{CloseCode, Closed, Timestamp};

use super::config::{RegistreeConfig, Reopen};
use crate::backoff::{Backoff, Jitter};
use crate::session::wall_clock::WallClock;

#[derive(Debug)]
pub(super) struct Reach {
    state: State,
    jitter: Jitter,
    wall_clock: Option<WallClock>,
    /// Failures in a row.
    failures: u32,
    /// No attempt before.
    retry_at: Timestamp,
    next_point: usize,
    last_activity: Timestamp,
    /// The latest time that it was told.
    now: Timestamp,
    /// Whether it is us who close the connection.
    is_own_close: bool,
    /// Whether the application wants a connection, without anything to send.
    is_asked: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    Down,
    Connecting,
    UpSince(Timestamp),
}

impl Reach {
    pub(super) const fn new(jitter: Jitter) -> Self {
        Self {
            state: State::Down,
            jitter,
            wall_clock: None,
            failures: 0,
            retry_at: Timestamp::ZERO,
            next_point: 0,
            last_activity: Timestamp::ZERO,
            now: Timestamp::ZERO,
            is_own_close: false,
            is_asked: false,
        }
    }

    pub(super) const fn ask(&mut self) {
        self.is_asked = true;
    }

    pub(super) const fn is_asked(&self) -> bool {
        self.is_asked
    }

    pub(super) const fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.wall_clock = Some(WallClock::new(now, since_unix_epoch));
    }

    pub(super) fn note_time(&mut self, now: Timestamp) {
        self.now = self.now.max(now);
    }

    /// Whether an attempt can be made.
    pub(super) fn is_free(&self, now: Timestamp) -> bool {
        self.state == State::Down && self.retry_at <= now
    }

    pub(super) const fn is_up(&self) -> bool {
        matches!(self.state, State::UpSince(_))
    }

    /// Whether a connection is wanted without anything to send.
    pub(super) fn is_scheduled(&self, now: Timestamp, reopen: &Reopen) -> bool {
        match (reopen, self.wall_clock) {
            (Reopen::OnDemand, _) | (Reopen::Schedule(_), None) => false,
            (Reopen::Always, _) => true,
            (Reopen::Schedule(schedule), Some(clock)) => schedule.is_open(clock.time(now)),
        }
    }

    /// An attempt begins; which of the `count` points of access is to be tried.
    pub(super) const fn begin(&mut self, count: usize) -> usize {
        self.state = State::Connecting;
        if self.next_point >= count {
            self.next_point = 0;
        }
        self.next_point
    }

    pub(super) fn note_failure(&mut self, now: Timestamp, backoff: &Backoff, count: usize) {
        if self.state != State::Connecting {
            return;
        }
        self.state = State::Down;
        self.next_point += 1;
        if self.next_point >= count {
            self.next_point = 0;
            self.back_off(now, backoff);
        }
    }

    pub(super) const fn note_connected(&mut self, now: Timestamp) {
        self.state = State::UpSince(now);
        self.last_activity = now;
        self.is_own_close = false;
        self.is_asked = false;
    }

    pub(super) fn note_activity(&mut self, now: Timestamp) {
        self.last_activity = self.last_activity.max(now);
    }

    pub(super) const fn note_own_close(&mut self) {
        self.is_own_close = true;
        self.is_asked = false;
    }

    /// The connection has ended. Failures are forgotten only if it had lived for a while, or a registrar that accepts and
    /// closes would be asked without end; so would one on which two fight for the same name.
    pub(super) fn note_loss(
        &mut self,
        now: Timestamp,
        closed: Option<&Closed<'_>>,
        config: &RegistreeConfig,
    ) {
        let State::UpSince(since) = self.state else {
            return;
        };
        if now.saturating_since(since) >= config.min_lifetime {
            self.failures = 0;
            self.next_point = 0;
        }
        self.state = State::Down;
        if self.is_own_close {
            self.retry_at = now;
            return;
        }
        self.back_off(now, &config.backoff);
        let is_superseded = matches!(closed, Some(Closed::Clean(Some(frame)))
            if frame.code == CloseCode::POLICY_VIOLATION);
        if is_superseded {
            self.retry_at = now.saturating_add(config.backoff.maximum);
        }
    }

    /// How long to wait after so many failures.
    pub(super) fn delay(&mut self, failures: u32, backoff: &Backoff) -> Duration {
        backoff.delay(failures, &mut self.jitter)
    }

    fn back_off(&mut self, now: Timestamp, backoff: &Backoff) {
        self.failures = self.failures.saturating_add(1);
        self.retry_at = now.saturating_add(backoff.delay(self.failures, &mut self.jitter));
    }

    /// Whether an idle connection has had its time.
    pub(super) fn is_over(&self, now: Timestamp, config: &RegistreeConfig) -> bool {
        self.closes_at(now, config).is_some_and(|at| at <= now)
    }

    /// When an idle connection will have had its time.
    fn closes_at(&self, now: Timestamp, config: &RegistreeConfig) -> Option<Timestamp> {
        let after = |idle: Duration| self.last_activity.saturating_add(idle);
        match &config.reopen {
            Reopen::Always => None,
            Reopen::OnDemand => config.idle_timeout.map(after),
            Reopen::Schedule(schedule) => {
                let clock = self.wall_clock?;
                let closing = schedule.next_closing(clock.time(now))?;
                let idle = after(config.idle_timeout.unwrap_or(Duration::ZERO));
                Some(clock.moment_of(closing).max(idle))
            }
        }
    }

    /// When something is to be done that has to do with connecting and closing.
    pub(super) fn poll_timeout(
        &self,
        config: &RegistreeConfig,
        wants_connection: bool,
        is_idle: bool,
    ) -> Option<Timestamp> {
        match self.state {
            State::Connecting => None,
            State::UpSince(_) if is_idle => self.closes_at(self.now, config),
            State::UpSince(_) => None,
            State::Down if wants_connection || config.reopen == Reopen::Always => {
                Some(self.retry_at)
            }
            State::Down => {
                let (Reopen::Schedule(schedule), Some(clock)) = (&config.reopen, self.wall_clock)
                else {
                    return None;
                };
                let from = self.retry_at.max(self.now);
                let opening = schedule.next_opening(clock.time(from))?;
                Some(clock.moment_of(opening).max(from))
            }
        }
    }
}
