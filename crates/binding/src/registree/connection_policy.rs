//! The times to connect and to close.

use core::time::Duration;

use onem2m_ws_core::Timestamp;

use super::config::{RegistreeConfig, Reopen};
use super::state::{Change, RegistreeState};
use crate::backoff::{Backoff, Jitter};
use crate::session::wall_clock::WallClock;

#[derive(Debug)]
pub(super) struct ConnectionPolicy {
    state: RegistreeState,
    jitter: Jitter,
    wall_clock: Option<WallClock>,
    /// Failures in a row.
    failures: u32,
    /// No attempt before.
    retry_at: Timestamp,
    next_point: usize,
    /// When the latest connection was opened.
    opened_at: Timestamp,
    last_activity: Timestamp,
    /// The latest time that it was told.
    now: Timestamp,
    /// True if the application wants a connection, without anything to send.
    is_asked: bool,
}

/// The side whose doing the end of a connection is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Side {
    Own,
    Peer,
}

impl ConnectionPolicy {
    pub(super) const fn new(jitter: Jitter) -> Self {
        Self {
            state: RegistreeState::Down,
            jitter,
            wall_clock: None,
            failures: 0,
            retry_at: Timestamp::ZERO,
            next_point: 0,
            opened_at: Timestamp::ZERO,
            last_activity: Timestamp::ZERO,
            now: Timestamp::ZERO,
            is_asked: false,
        }
    }

    pub(super) const fn state(&self) -> RegistreeState {
        self.state
    }

    const fn enter(&mut self, change: Change) {
        self.state = self.state.after(change);
    }

    pub(super) const fn set_wall_clock(&mut self, now: Timestamp, since_unix_epoch: Duration) {
        self.wall_clock = Some(WallClock::new(now, since_unix_epoch));
    }

    /// Time has come to `now`: a new window of the schedule is no reason to stay without a connection.
    pub(super) fn advance(&mut self, now: Timestamp, reopen: &Reopen) {
        self.now = self.now.max(now);
        if self.state == RegistreeState::Suspended
            && let (Reopen::Schedule(schedule), Some(clock)) = (reopen, self.wall_clock)
            && !schedule.is_open(clock.time(self.now))
        {
            self.enter(Change::Resume);
        }
    }

    /// Returns whether an attempt is to be made now. There is something to send from `reason_at` on.
    pub(super) fn wants_connection(
        &self,
        now: Timestamp,
        reopen: &Reopen,
        reason_at: Option<Timestamp>,
    ) -> bool {
        let has_reason = reason_at.is_some_and(|at| at <= now);
        let is_free = self.retry_at <= now;
        match self.state {
            RegistreeState::Down => is_free && (has_reason || self.is_scheduled(now, reopen)),
            RegistreeState::Suspended => is_free && has_reason,
            RegistreeState::Connecting
            | RegistreeState::Up
            | RegistreeState::Closing
            | RegistreeState::Suspending
            | RegistreeState::Ending
            | RegistreeState::Ended => false,
        }
    }

    /// Returns whether a connection is wanted without anything to send.
    fn is_scheduled(&self, now: Timestamp, reopen: &Reopen) -> bool {
        match (reopen, self.wall_clock) {
            (Reopen::OnDemand, _) | (Reopen::Schedule(_), None) => false,
            (Reopen::Always, _) => true,
            (Reopen::Schedule(schedule), Some(clock)) => schedule.is_open(clock.time(now)),
        }
    }

    /// The application wants a connection.
    pub(super) const fn ask(&mut self) {
        self.is_asked = true;
        self.enter(Change::Resume);
    }

    pub(super) const fn is_asked(&self) -> bool {
        self.is_asked
    }

    /// Which of the points of access is to be tried.
    pub(super) const fn next_point(&self) -> usize {
        self.next_point
    }

    /// An attempt begins.
    pub(super) const fn attempt(&mut self) {
        self.enter(Change::Attempt);
    }

    /// The attempt has failed. Returns whether one was under way.
    pub(super) fn fail(&mut self, now: Timestamp, backoff: &Backoff, count: usize) -> bool {
        if self.state != RegistreeState::Connecting {
            return false;
        }
        self.enter(Change::Fail);
        self.next_point += 1;
        if self.next_point >= count {
            self.next_point = 0;
            self.back_off(now, backoff);
        }
        true
    }

    pub(super) fn connected(&mut self, now: Timestamp) {
        self.enter(Change::Connect);
        self.opened_at = now;
        self.last_activity = now;
        self.is_asked = false;
    }

    pub(super) fn note_activity(&mut self, now: Timestamp) {
        self.last_activity = self.last_activity.max(now);
    }

    /// The connection has ended, or is to be closed because nobody needs it.
    pub(super) fn close(&mut self, now: Timestamp, side: Side, config: &RegistreeConfig) {
        self.leave_up(now, side, config);
        self.enter(Change::Close);
    }

    /// The application wants no connection for a while.
    pub(super) fn suspend(&mut self, now: Timestamp, config: &RegistreeConfig) {
        self.leave_up(now, Side::Own, config);
        self.is_asked = false;
        self.enter(Change::Suspend);
    }

    /// The application wants no connection any more.
    pub(super) fn end(&mut self, now: Timestamp, config: &RegistreeConfig) {
        self.leave_up(now, Side::Own, config);
        self.is_asked = false;
        self.enter(Change::End);
    }

    /// The transport is gone of a connection that was closed.
    pub(super) const fn release(&mut self) {
        self.enter(Change::Release);
    }

    /// Reckons with what the end of a connection says about the next. Failures are forgotten only if it had lived for a
    /// while, or a registrar that accepts and closes would be asked without end; so would one at which two nodes fight for
    /// one name. A node that was superseded (1008, or 1000 as ACME does) waits no longer than after any other loss: without
    /// TLS anybody can claim its name, and must not be able to keep it away by that.
    fn leave_up(&mut self, now: Timestamp, side: Side, config: &RegistreeConfig) {
        if self.state != RegistreeState::Up {
            return;
        }
        if now.saturating_since(self.opened_at) >= config.min_lifetime {
            self.failures = 0;
            self.next_point = 0;
        }
        match side {
            Side::Own => self.retry_at = now,
            Side::Peer => self.back_off(now, &config.backoff),
        }
    }

    /// The time to wait after so many failures.
    pub(super) fn delay(&mut self, failures: u32, backoff: &Backoff) -> Duration {
        backoff.delay(failures, &mut self.jitter)
    }

    fn back_off(&mut self, now: Timestamp, backoff: &Backoff) {
        self.failures = self.failures.saturating_add(1);
        self.retry_at = now.saturating_add(backoff.delay(self.failures, &mut self.jitter));
    }

    /// Returns whether an idle connection has had its time.
    pub(super) fn is_over(&self, now: Timestamp, config: &RegistreeConfig) -> bool {
        self.closes_at(now, config).is_some_and(|at| at <= now)
    }

    /// When an idle connection will have had its time.
    fn closes_at(&self, now: Timestamp, config: &RegistreeConfig) -> Option<Timestamp> {
        let after = |idle: Duration| self.last_activity.saturating_add(idle);
        match &config.reopen {
            Reopen::Always => None,
            Reopen::OnDemand => config.idle_timeout.map(after),
            Reopen::Schedule(_) => {
                let idle = after(config.idle_timeout.unwrap_or(Duration::ZERO));
                Some(self.window_end(now, &config.reopen)?.max(idle))
            }
        }
    }

    /// When the window of the schedule closes.
    fn window_end(&self, now: Timestamp, reopen: &Reopen) -> Option<Timestamp> {
        let (Reopen::Schedule(schedule), Some(clock)) = (reopen, self.wall_clock) else {
            return None;
        };
        let closing = schedule.next_closing(clock.time(now))?;
        Some(clock.moment_of(closing))
    }

    /// When a connection is wanted without anything to send, at `from` or later.
    fn opens_at(&self, from: Timestamp, reopen: &Reopen) -> Option<Timestamp> {
        match (reopen, self.wall_clock) {
            (Reopen::OnDemand, _) | (Reopen::Schedule(_), None) => None,
            (Reopen::Always, _) => Some(from),
            (Reopen::Schedule(schedule), Some(clock)) => {
                let opening = schedule.next_opening(clock.time(from))?;
                Some(clock.moment_of(opening).max(from))
            }
        }
    }

    /// When something is to be done that has to do with connecting and closing.
    pub(super) fn poll_timeout(
        &self,
        config: &RegistreeConfig,
        reason_at: Option<Timestamp>,
        is_idle: bool,
    ) -> Option<Timestamp> {
        let reason_at = reason_at.map(|at| at.max(self.retry_at));
        match self.state {
            RegistreeState::Up if is_idle => self.closes_at(self.now, config),
            RegistreeState::Down => {
                let from = match config.reopen {
                    Reopen::Schedule(_) => self.retry_at.max(self.now),
                    Reopen::OnDemand | Reopen::Always => self.retry_at,
                };
                earliest([reason_at, self.opens_at(from, &config.reopen)])
            }
            RegistreeState::Suspended => {
                earliest([reason_at, self.window_end(self.now, &config.reopen)])
            }
            RegistreeState::Up
            | RegistreeState::Connecting
            | RegistreeState::Closing
            | RegistreeState::Suspending
            | RegistreeState::Ending
            | RegistreeState::Ended => None,
        }
    }
}

pub(super) fn earliest<const N: usize>(deadlines: [Option<Timestamp>; N]) -> Option<Timestamp> {
    deadlines.into_iter().flatten().min()
}
