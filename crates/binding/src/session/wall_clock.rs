use core::time::Duration;

use onem2m_primitive::{AbsoluteOrRelative, Timestamp as DateTime};
use onem2m_ws_core::Timestamp;

/// The time of day at a moment of the monotonic clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WallClock {
    at: Timestamp,
    since_unix_epoch: Duration,
}

impl WallClock {
    pub(crate) const fn new(at: Timestamp, since_unix_epoch: Duration) -> Self {
        Self {
            at,
            since_unix_epoch,
        }
    }

    /// The time by the wall clock, since the beginning of 1970.
    pub(crate) fn time(self, now: Timestamp) -> Duration {
        match now.since_epoch().checked_sub(self.at.since_epoch()) {
            Some(later) => self.since_unix_epoch.saturating_add(later),
            None => self
                .since_unix_epoch
                .saturating_sub(self.at.saturating_since(now)),
        }
    }

    /// When it is a time of day, since the beginning of 1970.
    pub(crate) fn moment_of(self, since_unix_epoch: Duration) -> Timestamp {
        let at = self.at.since_epoch();
        Timestamp::new(match since_unix_epoch.checked_sub(self.since_unix_epoch) {
            Some(later) => at.saturating_add(later),
            None => at.saturating_sub(self.since_unix_epoch.saturating_sub(since_unix_epoch)),
        })
    }

    /// When it is that time of day.
    fn moment(self, date: DateTime) -> Option<Timestamp> {
        if date == DateTime::INFINITY {
            return None;
        }
        // A date before 1970 is as far past as one at its beginning.
        Some(self.moment_of(date.since_unix_epoch().unwrap_or_default()))
    }
}

/// When a request expires; `None`: never, or nobody knows. A relative time counts from when the request was originated, as
/// far as that is known, else from `now` (TS-0004 6.3.3).
pub(super) fn expiration(
    wall_clock: Option<WallClock>,
    now: Timestamp,
    originated: Option<DateTime>,
    expiration: Option<AbsoluteOrRelative>,
) -> Option<Timestamp> {
    match expiration? {
        AbsoluteOrRelative::Absolute(date) => wall_clock?.moment(date),
        AbsoluteOrRelative::Relative(milliseconds) => {
            let wait = Duration::from_millis(u64::try_from(milliseconds).ok()?);
            let originated = wall_clock
                .zip(originated)
                .and_then(|(wall_clock, originated)| wall_clock.moment(originated));
            Some(originated.unwrap_or(now).saturating_add(wait))
        }
    }
}
