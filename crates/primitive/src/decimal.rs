//! Decimal numbers as they are written, compared without loss.

use core::fmt::{self, Write as _};

use smallvec::SmallVec;

/// A number in the syntax of JSON: its significant digits, times a power of ten.
#[derive(Debug, Eq, PartialEq)]
struct Decimal {
    is_negative: bool,
    /// Neither beginning nor ending with zero; none at all for zero.
    digits: SmallVec<[u8; 40]>,
    exponent: i64,
}

impl Decimal {
    /// `None` if it has more digits than any double.
    fn parse(text: &str) -> Option<Self> {
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: SmallVec<[u8; 40]> = SmallVec::new();
        let all = integer.bytes().chain(fraction.bytes());
        let significant = all.skip_while(|digit| *digit == b'0');
        for digit in significant {
            if digits.len() >= MAX_DIGITS {
                return None;
            }
            digits.push(digit);
        }
        let fraction_len = i64::try_from(fraction.len()).ok()?;
        let mut exponent = exponent.checked_sub(fraction_len)?;
        while digits.last() == Some(&b'0') {
            digits.pop();
            exponent = exponent.checked_add(1)?;
        }
        if digits.is_empty() {
            exponent = 0;
        }
        Some(Self {
            is_negative,
            digits,
            exponent,
        })
    }
}

/// The integer that a number is, if it has no fraction and is from -2⁶⁴ to 2⁶⁴ - 1.
pub(crate) fn to_integer(text: &str) -> Option<i128> {
    let Decimal {
        is_negative,
        digits,
        exponent,
    } = Decimal::parse(text)?;
    let zeros = usize::try_from(exponent).ok()?;
    if digits.len().checked_add(zeros)? > 20 {
        return None;
    }
    let padded = digits.iter().copied().chain((0..zeros).map(|_| b'0'));
    let value = padded.fold(0_i128, |value, digit| 10 * value + i128::from(digit - b'0'));
    let value = if is_negative { -value } else { value };
    (-(1 << 64)..1 << 64).contains(&value).then_some(value)
}

/// The double that a number is, if no digit gets lost: written with as many digits, the double is the same number.
pub(crate) fn to_double(text: &str) -> Option<f64> {
    let value: f64 = text.parse().ok()?;
    if !value.is_finite() {
        return None;
    }
    // So many digits a double of normal size always keeps (IEEE 754 §5.12.2).
    let is_short = text.len() <= 15 && (1e-290..1e290).contains(&value.abs());
    if is_short {
        return Some(value);
    }
    let decimal = Decimal::parse(text)?;
    let is_same = |written: fmt::Arguments<'_>| {
        let mut digits = Digits(SmallVec::new());
        let is_written = digits.write_fmt(written);
        debug_assert!(is_written.is_ok(), "it takes all that is written to it");
        let text = core::str::from_utf8(&digits.0).ok();
        let again = text.and_then(Decimal::parse);
        again.is_some_and(|it| it.digits == decimal.digits && it.exponent == decimal.exponent)
    };
    // As the encoder writes the double; where two texts of so many digits are as near, that is not the one with as many digits.
    let places = decimal.digits.len().saturating_sub(1);
    let is_kept = is_same(format_args!("{value:.places$e}")) || is_same(format_args!("{value:e}"));
    is_kept.then_some(value)
}

struct Digits(SmallVec<[u8; 40]>);

impl fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// The longest exact double has 767 significant digits.
const MAX_DIGITS: usize = 800;

#[cfg(test)]
mod tests {
    use super::{to_double, to_integer};

    #[test]
    fn n_53_doubles_keep_all_digits_or_are_refused() {
        for text in [
            "0.1",
            "-0",
            "-0.0",
            "0e999999999",
            "1e300",
            "5e-324",
            "21.50000000000000000000000000000000",
            "0.10000000000000001",
            "0.1000000000000000055511151231257827",
            "1152921504606846976.0",
            "18446744073709551616",
            "1000000000000000000000000000000",
            "1.7976931348623157e308",
            // Half way between two texts of as many digits: both are the double.
            "-2075250909442127.3",
            "-2075250909442127.2",
            "-2075250909442127.25",
        ] {
            let value = to_double(text);
            assert_eq!(
                value.map(f64::to_bits),
                text.parse().ok().map(f64::to_bits),
                "{text}"
            );
        }
        for text in [
            "18446744073709551617",
            "123456789012345678901234567890",
            "3.14159265358979323846",
            "9007199254740993.0",
            "1e400",
            "-1e400",
            "1e-400",
            "1.2345678901234567e-320",
            "0.30000000000000000001",
        ] {
            assert_eq!(to_double(text), None, "{text}");
        }
    }

    #[test]
    fn integers_with_a_fraction_of_zero() {
        for (text, value) in [
            ("5.0", Some(5)),
            ("-5.000", Some(-5)),
            ("1e3", Some(1000)),
            ("1.5e1", Some(15)),
            ("0.0", Some(0)),
            ("18446744073709551615.0", Some(18_446_744_073_709_551_615)),
            ("18446744073709551616.0", None),
            ("5.5", None),
            ("1e-3", None),
            ("1e30", None),
            ("1e99999999999999999999", None),
        ] {
            assert_eq!(to_integer(text), value, "{text}");
        }
    }
}
