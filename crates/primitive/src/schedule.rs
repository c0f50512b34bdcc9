//! Schedules (`m2m:scheduleEntries`, TS-0004 6.3.5.9): the times when an entity can be reached, or notifications are sent.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;
use core::time::Duration;

use crate::timestamp::{DAY, LAST, date_of, days_before};

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

    /// Returns whether `at`, a time since the beginning of 1970, is within.
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
        let begin = seconds(at)?;
        self.first_gap(begin).0.and_then(|gap| {
            // Within a second that is not, it is now.
            if gap == begin {
                Some(at)
            } else {
                duration(gap)
            }
        })
    }

    /// The first second from `begin` on that no entry has, and how many hours had to be looked at minute by minute. Hours
    /// with the same entries are the same, and are looked at once.
    fn first_gap(&self, begin: i64) -> (Option<i64>, usize) {
        let mut full = BTreeSet::new();
        let mut looked_at = 0;
        let (first_day, last_day) = (begin.div_euclid(DAY), (begin + YEAR).div_euclid(DAY));
        for day in first_day..=last_day {
            let on_day: Vec<(usize, &ScheduleEntry)> = self
                .0
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.includes_day(day))
                .collect();
            let first_hour = if day == first_day {
                begin.rem_euclid(DAY) / HOUR
            } else {
                0
            };
            for hour in first_hour..24 {
                let start = day * DAY + hour * HOUR;
                let in_hour = on_day.iter().filter(|(_, entry)| has(entry.hour, hour));
                let key = Entries::of(in_hour.clone().map(|(index, _)| *index));
                if full.contains(&key) {
                    continue;
                }
                looked_at += 1;
                let minutes = seconds_of_minutes(in_hour.map(|(_, entry)| *entry));
                let from = (begin - start).max(0);
                if let Some(gap) = gap_from(&minutes, from) {
                    return (Some(start + gap), looked_at);
                }
                if from == 0 {
                    full.insert(key);
                }
            }
        }
        (None, looked_at)
    }
}

/// Some entries of a schedule, a bit for each.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
struct Entries([u64; Schedule::MAX_ENTRIES / 64]);

impl Entries {
    fn of(indices: impl Iterator<Item = usize>) -> Self {
        let mut entries = Self::default();
        for index in indices {
            if let Some(word) = entries.0.get_mut(index / 64) {
                *word |= 1 << (index % 64);
            }
        }
        entries
    }
}

/// The seconds that the entries have in each minute of an hour that is theirs.
fn seconds_of_minutes<'e>(entries: impl Iterator<Item = &'e ScheduleEntry>) -> [u64; 60] {
    let mut minutes = [0; 60];
    for entry in entries {
        for (minute, seconds) in (0..).zip(&mut minutes) {
            if entry.minute >> minute & 1 == 1 {
                *seconds |= entry.second;
            }
        }
    }
    minutes
}

/// The first second of an hour, from `from` on, that is in none of its minutes.
fn gap_from(minutes: &[u64; 60], from: i64) -> Option<i64> {
    (0..).zip(minutes).find_map(|(minute, seconds)| {
        let first = (from - 60 * minute).clamp(0, 60);
        let gap = next_bit(!seconds & ALL_OF_60, first)?;
        Some(60 * minute + gap)
    })
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

    /// The first second from `at` on that fits, in the next 40 years.
    fn next(&self, at: i64) -> Option<i64> {
        let (today, second) = (at.div_euclid(DAY), at.rem_euclid(DAY));
        if let (true, Some(time)) = (self.includes_day(today), self.next_time(second)) {
            return Some(today * DAY + time);
        }
        let time = self.next_time(0)?;
        let (mut year, mut month, day_of_month) = date_of(today);
        let mut from = day_of_month + 1;
        for _ in 0..=40 * 12 {
            if let Some(day) = next_bit(self.days(year, month), from) {
                return Some((days_before(year, month) + day - 1) * DAY + time);
            }
            (year, month) = following(year, month);
            from = 1;
        }
        None
    }

    /// The days of a month that fit: a bit for each, that of the first day at 1.
    fn days(&self, year: i64, month: i64) -> u64 {
        if !has(self.month, month) || !self.includes_year(year) {
            return 0;
        }
        let first = days_before(year, month);
        let (next_year, next_month) = following(year, month);
        let len = days_before(next_year, next_month) - first;
        let weekday = (first + THURSDAY).rem_euclid(7);
        // From the weekday of the first day on, five weeks.
        let week = (self.weekday >> weekday | self.weekday << (7 - weekday)) & 0x7F;
        let weeks = week | week << 7 | week << 14 | week << 21 | week << 28;
        self.day & weeks << 1 & ((1 << (len + 1)) - 1)
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

/// The reason why something is no schedule.
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
const HOUR: i64 = 60 * 60;
/// The time within which a closing is searched for.
const YEAR: i64 = 366 * DAY;
/// Parts between the commas of a field.
const MAX_PARTS: usize = 64;

fn seconds(at: Duration) -> Option<i64> {
    i64::try_from(at.as_secs())
        .ok()
        // Years have four digits.
        .filter(|seconds| *seconds <= LAST)
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

const fn following(year: i64, month: i64) -> (i64, i64) {
    if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    }
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

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use super::{DAY, Schedule};

    /// N-47: how many hours are looked at minute by minute does not grow with how often entries take turns.
    #[test]
    fn n_47_a_closing_is_found_in_few_steps() {
        let turns = |step: u32| -> Vec<_> {
            (0..step)
                .map(|first| format!("{first}-59/{step} * * * * * *"))
                .collect()
        };
        let by_minute: Vec<_> = (0..60)
            .map(|minute| format!("* {minute} * * * * *"))
            .collect();
        let by_hour: Vec<_> = (0..24).map(|hour| format!("* * {hour} * * * *")).collect();
        let by_day: Vec<_> = (0..7).map(|day| format!("*/1 * * * * {day} *")).collect();
        for (entries, most) in [
            (turns(2), 2),
            (turns(3), 2),
            (turns(60), 2),
            (by_minute, 2),
            (by_hour, 25),
            (by_day, 8),
        ] {
            let schedule = Schedule::from_entries(entries.iter().map(|entry| &**entry));
            let Ok(schedule) = schedule else {
                panic!("{entries:?}")
            };
            let (gap, looked_at) = schedule.first_gap(20_000 * DAY + 1);
            assert_eq!(gap, None, "{entries:?}");
            assert!(looked_at <= most, "{looked_at}: {entries:?}");
        }
    }
}
