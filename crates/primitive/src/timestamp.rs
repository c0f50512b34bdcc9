use core::fmt;
use core::str::FromStr;
use core::time::Duration;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// A point in time: `YYYYMMDDThhmmss`, with up to six digits of fraction behind a comma, always UTC (`m2m:timestamp`,
/// TS-0004 6.3.3). A leap second is refused: no clock that counts from the Unix epoch has one.
///
/// ```
/// use core::time::Duration;
/// use onem2m_primitive::Timestamp;
///
/// let timestamp: Timestamp = "20250301T101500,25".parse()?;
/// assert_eq!(timestamp.since_unix_epoch(), Some(Duration::from_millis(1_740_824_100_250)));
/// assert_eq!(timestamp.to_string(), "20250301T101500,25");
/// # Ok::<(), onem2m_primitive::TimestampError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Timestamp {
    /// Seconds since the Unix epoch, which may lie ahead; none for what never comes.
    seconds: Option<i64>,
    microseconds: u32,
    /// The number of digits of fraction that are written.
    digits: u8,
}

/// The reason why text is not a timestamp.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum TimestampError {
    /// The text is not `YYYYMMDDThhmmss`, with up to six digits behind a comma.
    Form,
    /// There is no such day, or no such time of a day.
    Range,
}

impl fmt::Display for TimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not written as YYYYMMDDThhmmss",
            Self::Range => "no such day or time",
        })
    }
}

impl core::error::Error for TimestampError {}

impl Timestamp {
    /// The time that never comes (TS-0004 6.3.3; the digits are those of the specification, though no month has that number).
    pub const INFINITY: Self = Self {
        seconds: None,
        microseconds: 0,
        digits: 0,
    };

    /// Returns the time so long after the beginning of 1970, to the microsecond; [`INFINITY`](Self::INFINITY) beyond the year 9999.
    #[must_use]
    pub fn from_unix_epoch(since: Duration) -> Self {
        let seconds = i64::try_from(since.as_secs());
        let microseconds = since.subsec_micros();
        match seconds {
            Ok(seconds) if seconds <= LAST => Self {
                seconds: Some(seconds),
                microseconds,
                digits: if microseconds == 0 { 0 } else { 6 },
            },
            Ok(_) | Err(_) => Self::INFINITY,
        }
    }

    /// Returns the time since the beginning of 1970; `None` for a time before, and for [`INFINITY`](Self::INFINITY).
    #[must_use]
    pub fn since_unix_epoch(self) -> Option<Duration> {
        let seconds = u64::try_from(self.seconds?).ok()?;
        let microseconds = Duration::from_micros(self.microseconds.into());
        Some(Duration::from_secs(seconds) + microseconds)
    }

    /// Returns whether the time comes before `other`. Nothing comes after [`INFINITY`](Self::INFINITY).
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        let key = |timestamp: Self| {
            (
                timestamp.seconds.unwrap_or(i64::MAX),
                timestamp.microseconds,
            )
        };
        key(self) < key(other)
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        if text == INFINITY {
            return Ok(Self::INFINITY);
        }
        let (whole, fraction) = match text.split_once(',') {
            Some((whole, fraction)) if matches!(fraction.len(), 1..=6) => (whole, fraction),
            Some(_) => return Err(TimestampError::Form),
            None => (text, ""),
        };
        let &[y0, y1, y2, y3, m0, m1, d0, d1, b'T', h0, h1, n0, n1, s0, s1] = whole.as_bytes()
        else {
            return Err(TimestampError::Form);
        };
        let century = pair(y0, y1)?;
        let date = (century * 100 + pair(y2, y3)?, pair(m0, m1)?, pair(d0, d1)?);
        let (hour, minute, second) = (pair(h0, h1)?, pair(n0, n1)?, pair(s0, s1)?);
        let (year, month, day) = date;
        let is_day = (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
        if !is_day || hour > 23 || minute > 59 || second > 59 {
            return Err(TimestampError::Range);
        }
        let mut microseconds = 0;
        for digit in fraction.bytes() {
            microseconds = microseconds * 10 + u32::try_from(pair(b'0', digit)?).unwrap_or(0);
        }
        let digits = u8::try_from(fraction.len()).unwrap_or(0);
        for _ in digits..6 {
            microseconds *= 10;
        }
        let day = days_before(year, month) + day - 1;
        Ok(Self {
            seconds: Some(((day * 24 + hour) * 60 + minute) * 60 + second),
            microseconds: if fraction.is_empty() { 0 } else { microseconds },
            digits,
        })
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(seconds) = self.seconds else {
            return f.write_str(INFINITY);
        };
        let (day, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
        let (year, month, day) = date_of(day);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}"
        )?;
        if self.digits > 0 {
            let width = usize::from(self.digits);
            let fraction = self.microseconds / 10_u32.pow(6 - u32::from(self.digits.min(6)));
            write!(f, ",{fraction:0width$}")?;
        }
        Ok(())
    }
}

/// A point in time, or the number of milliseconds until then (`m2m:absRelTimestamp`, TS-0004 6.3.3).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum AbsoluteOrRelative {
    /// A point in time.
    Absolute(Timestamp),
    /// Milliseconds after the primitive was originated, or received if it has no originating timestamp. A negative number is
    /// without end (TS-0004 annex H).
    Relative(i64),
}

impl AbsoluteOrRelative {
    /// Returns the point in time that is meant, if a relative one counts from `reference`: the originating timestamp, or else
    /// the clock when the primitive was received, as the time since the beginning of 1970.
    #[must_use]
    pub fn resolve(self, reference: Duration) -> Timestamp {
        match self {
            Self::Absolute(timestamp) => timestamp,
            Self::Relative(milliseconds) => match u64::try_from(milliseconds) {
                Ok(milliseconds) => {
                    let wait = Duration::from_millis(milliseconds);
                    Timestamp::from_unix_epoch(reference.saturating_add(wait))
                }
                Err(_) => Timestamp::INFINITY,
            },
        }
    }
}

impl From<Timestamp> for AbsoluteOrRelative {
    fn from(timestamp: Timestamp) -> Self {
        Self::Absolute(timestamp)
    }
}

impl FromStr for AbsoluteOrRelative {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        match text.parse() {
            Ok(milliseconds) => Ok(Self::Relative(milliseconds)),
            Err(_) => text.parse().map(Self::Absolute),
        }
    }
}

impl fmt::Display for AbsoluteOrRelative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absolute(timestamp) => fmt::Display::fmt(timestamp, f),
            Self::Relative(milliseconds) => fmt::Display::fmt(milliseconds, f),
        }
    }
}

/// As text.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From text.
impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written(|text: &str| text.parse(), |_| None))
    }
}

/// As text.
impl Serialize for AbsoluteOrRelative {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From text; or from a number, which a relative timestamp may be as well (TS-0004 6.3.3).
impl<'de> Deserialize<'de> for AbsoluteOrRelative {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let relative = |milliseconds| Some(Self::Relative(milliseconds));
        deserializer.deserialize_any(Written(|text: &str| text.parse(), relative))
    }
}

/// Reads text, and a number where one is allowed.
struct Written<T, N>(T, N);

impl<R, T, N> Visitor<'_> for Written<T, N>
where
    T: FnOnce(&str) -> Result<R, TimestampError>,
    N: FnOnce(i64) -> Option<R>,
{
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a timestamp")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<R, E> {
        let read = self.0(text);
        read.map_err(|_| E::invalid_value(de::Unexpected::Str(text), &"YYYYMMDDThhmmss"))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<R, E> {
        let invalid = de::Unexpected::Signed(number);
        self.1(number).ok_or_else(|| E::invalid_type(invalid, &"a timestamp"))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<R, E> {
        let invalid = de::Unexpected::Unsigned(number);
        let read = i64::try_from(number).ok().and_then(self.1);
        read.ok_or_else(|| E::invalid_type(invalid, &"a timestamp"))
    }
}

const INFINITY: &str = "99993112T000000";
pub(crate) const DAY: i64 = 24 * 60 * 60;
/// The last second of the year 9999.
pub(crate) const LAST: i64 = 253_402_300_799;

fn pair(tens: u8, ones: u8) -> Result<i64, TimestampError> {
    let digit = |byte: u8| char::from(byte).to_digit(10).ok_or(TimestampError::Form);
    Ok(i64::from(digit(tens)? * 10 + digit(ones)?))
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from the beginning of 1970 to the first of a month. Years are counted from March, so that the leap day is the last.
pub(crate) const fn days_before(year: i64, month: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let days_in_months = (153 * month + 2) / 5;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + days_in_months - 719_468
}

/// The day so long after the beginning of 1970.
pub(crate) fn date_of(day: i64) -> (i64, i64, i64) {
    // A guess, for most years have one day less than that: some years off at most.
    let mut year = 1970 + day.div_euclid(366);
    while days_before(year + 1, 1) <= day {
        year += 1;
    }
    while days_before(year, 1) > day {
        year -= 1;
    }
    let month = (1..=12)
        .rev()
        .find(|month| days_before(year, *month) <= day)
        .unwrap_or(1);
    (year, month, day - days_before(year, month) + 1)
}
