//! Schedules (`m2m:scheduleEntries`, TS-0004 6.3.5.9): when an entity can be reached, or notifications are sent.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;
use core::time::Duration;

use crate::timestamp::{DAY, date_of, days_before};

/// The times of several [`ScheduleEntry`]s together, in UTC.
///
/// ```
/// use core::time::Duration;
/// use onem2m_primitive::Schedule;
///
/// let night: Schedule = "* 0-5 2,6,10 * * * *".parse()?;
/// let midnight = Duration::from_secs(20_000 * 24 * 3600);
/// assert!(!night.is_open(midnight));
/// let opening = night.next_opening(midnight).ok_or("never")?;
/// assert_eq!(opening, midnight + Duration::from_secs(2 * 3600));
/// assert_eq!(night.next_closing(opening), Some(opening + Duration::from_secs(6 * 60)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Schedule(Vec<ScheduleEntry>);

impl Schedule {
    /// Most entries of one schedule.
    pub const MAX_ENTRIES: usize = 256;

    /// The times of all `entries`: the members of `sce`.
    ///
    /// # Errors
    ///
    /// The first entry that is wrong, or one more than [`MAX_ENTRIES`](Self::MAX_ENTRIES).
    pub fn from_entries<'e>(
        entries: impl IntoIterator<Item = &'e str>,
    ) -> Result<Self, ScheduleError> {
        let mut schedule = Self::default();
        for entry in entries {
            if schedule.0.len() == Self::MAX_ENTRIES {
                return Err(ScheduleError::TooManyEntries);
            }
            schedule.0.push(entry.parse()?);
        }
        Ok(schedule)
    }

    /// Whether `at`, a time since the beginning of 1970, is within.
    #[must_use]
    pub fn is_open(&self, at: Duration) -> bool {
        seconds(at).is_some_and(|at| self.0.iter().any(|entry| entry.includes(at)))
    }

    /// The first moment from `at` on that is within; `None` if there is none in the next 40 years.
    #[must_use]
    pub fn next_opening(&self, at: Duration) -> Option<Duration> {
        if self.is_open(at) {
            return Some(at);
        }
        let next = seconds(at)?.checked_add(1)?;
        let openings = self.0.iter().filter_map(|entry| entry.next(next));
        openings.min().and_then(duration)
    }

    /// The first moment from `at` on that is not within; `None` if there is none in the next year.
    #[must_use]
    pub fn next_closing(&self, at: Duration) -> Option<Duration> {
        if !self.is_open(at) {
            return Some(at);
        }
        let begin = seconds(at)?;
        let mut end = begin;
        while end - begin < 367 * DAY {
            let open = self.0.iter().filter(|entry| entry.includes(end));
            match open.map(|entry| entry.run_end(end)).max() {
                Some(later) => end = later,
                None => return duration(end),
            }
        }
        None
    }
}

impl FromStr for Schedule {
    type Err = ScheduleError;

    /// A schedule of one entry.
    fn from_str(text: &str) -> Result<Self, ScheduleError> {
        Self::from_entries([text])
    }
}

/// Times in the form of a crontab with seconds and years: `second minute hour day month weekday year` (`m2m:scheduleEntry`,
/// TS-0004 6.3.5.9). A moment has to fit all seven; each is `*`, or numbers and ranges between commas, with steps behind `/`.
/// Weekdays begin with Sunday as 0.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ScheduleEntry {
    /// One bit for each value, and the last one from zero.
    second: u64,
    minute: u64,
    hour: u64,
    day: u64,
    month: u64,
    weekday: u64,
    years: Vec<(i64, i64, i64)>,
}

impl ScheduleEntry {
    fn includes(&self, at: i64) -> bool {
        let (day, second) = (at.div_euclid(DAY), at.rem_euclid(DAY));
        self.includes_day(day)
            && has(self.hour, second / 3600)
            && has(self.minute, second / 60 % 60)
            && has(self.second, second % 60)
    }

    fn includes_day(&self, day: i64) -> bool {
        let (year, month, day_of_month) = date_of(day);
        self.includes_year(year)
            && has(self.month, month)
            && has(self.day, day_of_month)
            && has(self.weekday, (day + THURSDAY).rem_euclid(7))
    }

    fn includes_year(&self, year: i64) -> bool {
        let mut years = self.years.iter();
        years.any(|(first, last, step)| {
            (first..=last).contains(&&year) && (year - first) % step == 0
        })
    }

    /// The first second from `at` on that fits.
    fn next(&self, at: i64) -> Option<i64> {
        let (mut day, mut second) = (at.div_euclid(DAY), at.rem_euclid(DAY));
        let horizon = day + 40 * 366;
        while day < horizon {
            let (year, month, _) = date_of(day);
            let skipped = if !self.includes_year(year) {
                days_before(year + 1, 1)
            } else if !has(self.month, month) {
                let (year, month) = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
                days_before(year, month)
            } else if let (true, Some(time)) = (self.includes_day(day), self.next_time(second)) {
                return Some(day * DAY + time);
            } else {
                day + 1
            };
            (day, second) = (skipped, 0);
        }
        None
    }

    /// The first second of a day from `from` on that fits.
    fn next_time(&self, from: i64) -> Option<i64> {
        let (hour, minute, second) = (from / 3600, from / 60 % 60, from % 60);
        let first = next_bit(self.second, 0)?;
        if has(self.hour, hour) {
            if has(self.minute, minute)
                && let Some(second) = next_bit(self.second, second)
            {
                return Some(hour * 3600 + minute * 60 + second);
            }
            if let Some(minute) = next_bit(self.minute, minute + 1) {
                return Some(hour * 3600 + minute * 60 + first);
            }
        }
        let hour = next_bit(self.hour, hour + 1)?;
        Some(hour * 3600 + next_bit(self.minute, 0)? * 60 + first)
    }

    /// A second after `at`, which fits, up to which all fit.
    fn run_end(&self, at: i64) -> i64 {
        let second = at.rem_euclid(DAY);
        if self.second != ALL_OF_60 {
            return at + run(self.second, second % 60);
        }
        let minute_begin = at - second % 60;
        if self.minute != ALL_OF_60 {
            return minute_begin + 60 * run(self.minute, second / 60 % 60);
        }
        let hour_begin = at - second % 3600;
        if self.hour != ALL_OF_24 {
            return hour_begin + 3600 * run(self.hour, second / 3600);
        }
        at - second + DAY
    }
}

impl FromStr for ScheduleEntry {
    type Err = ScheduleError;

    fn from_str(text: &str) -> Result<Self, ScheduleError> {
        let mut fields = text.split_ascii_whitespace();
        let mut next = || fields.next().ok_or(ScheduleError::Fields);
        let entry = Self {
            second: bits(next()?, 0, 59)?,
            minute: bits(next()?, 0, 59)?,
            hour: bits(next()?, 0, 23)?,
            day: bits(next()?, 1, 31)?,
            month: bits(next()?, 1, 12)?,
            weekday: bits(next()?, 0, 6)?,
            years: ranges(next()?, 1970, 9999)?.collect::<Result<_, _>>()?,
        };
        match fields.next() {
            None => Ok(entry),
            Some(_) => Err(ScheduleError::Fields),
        }
    }
}

/// Why something is no schedule.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ScheduleError {
    /// Not seven fields between blanks.
    Fields,
    /// A field that is neither `*` nor made of numbers, ranges and steps.
    Form,
    /// A number that its field cannot have, or a range that goes backwards.
    Range,
    /// More entries than there may be.
    TooManyEntries,
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fields => "not seven fields (second minute hour day month weekday year)",
            Self::Form => "a field that is neither * nor made of numbers, ranges and steps",
            Self::Range => "a number out of the range of its field",
            Self::TooManyEntries => "too many entries",
        })
    }
}

impl core::error::Error for ScheduleError {}

/// The weekday of the first day of 1970.
const THURSDAY: i64 = 4;
const ALL_OF_60: u64 = (1 << 60) - 1;
const ALL_OF_24: u64 = (1 << 24) - 1;
/// Parts between the commas of a field.
const MAX_PARTS: usize = 64;

fn seconds(at: Duration) -> Option<i64> {
    i64::try_from(at.as_secs())
        .ok()
        .filter(|seconds| *seconds < i64::MAX / 2)
}

fn duration(seconds: i64) -> Option<Duration> {
    u64::try_from(seconds).ok().map(Duration::from_secs)
}

fn has(bits: u64, value: i64) -> bool {
    u32::try_from(value)
        .is_ok_and(|value| bits.checked_shr(value).is_some_and(|bits| bits & 1 == 1))
}

/// The first value from `from` on that is in the set.
fn next_bit(bits: u64, from: i64) -> Option<i64> {
    let from = u32::try_from(from).ok()?;
    let rest = bits.checked_shr(from).filter(|rest| *rest != 0)?;
    Some(i64::from(from + rest.trailing_zeros()))
}

/// How many values from `from` on are in the set without a gap.
fn run(bits: u64, from: i64) -> i64 {
    let rest = u32::try_from(from)
        .ok()
        .and_then(|from| bits.checked_shr(from));
    i64::from(rest.unwrap_or(0).trailing_ones()).max(1)
}

fn bits(field: &str, first: i64, last: i64) -> Result<u64, ScheduleError> {
    let mut bits = 0;
    for range in ranges(field, first, last)? {
        let (mut value, last, step) = range?;
        while value <= last {
            bits |= u32::try_from(value)
                .ok()
                .and_then(|value| 1_u64.checked_shl(value))
                .unwrap_or(0);
            value += step;
        }
    }
    Ok(bits)
}

/// First, last and step of each part of a field.
fn ranges(
    field: &str,
    first: i64,
    last: i64,
) -> Result<impl Iterator<Item = Result<(i64, i64, i64), ScheduleError>>, ScheduleError> {
    if field.split(',').nth(MAX_PARTS).is_some() {
        return Err(ScheduleError::Range);
    }
    Ok(field.split(',').map(move |part| {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, number(step)?),
            None => (part, 1),
        };
        let (from, to) = match range.split_once('-') {
            _ if range == "*" => (first, last),
            Some((from, to)) => (number(from)?, number(to)?),
            None => (number(range)?, number(range)?),
        };
        let is_possible = first <= from && from <= to && to <= last && step >= 1;
        if is_possible {
            Ok((from, to, step))
        } else {
            Err(ScheduleError::Range)
        }
    }))
}

fn number(text: &str) -> Result<i64, ScheduleError> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ScheduleError::Form);
    }
    text.parse().map_err(|_| ScheduleError::Range)
}
