//! The writing of values in elements and attributes (XML Schema part 2).

use alloc::borrow::Cow;
use core::ops::Range;

use super::characters::{is_white_space, trim_end, trim_start};
use crate::decimal;
use crate::error::DecodeRule;
use crate::schema::{JsonType, Member};
use crate::token::{self, Number, Scan, Token};

fn trim(text: &str) -> &str {
    trim_end(trim_start(text))
}

/// A value of a type that has no structure.
pub(super) fn scalar(text: Cow<'_, str>, json_type: JsonType) -> Scan<Token<'_>> {
    match json_type {
        JsonType::Text | JsonType::Any => Ok(Token::Text(text)),
        JsonType::Boolean => match trim(&text) {
            "true" | "1" => Ok(Token::Boolean(true)),
            "false" | "0" => Ok(Token::Boolean(false)),
            _ => Err(DecodeRule::Type),
        },
        JsonType::Integer => {
            let number = integer(trim(&text));
            number.map(Token::Number).ok_or(DecodeRule::Type)
        }
        JsonType::Number => number(text).map(Token::Number),
        JsonType::Object => Err(DecodeRule::Type),
    }
}

/// An integer with a fraction of zero.
pub(super) fn integer_with_fraction(text: &str) -> Option<Token<'static>> {
    let text = trim(text);
    let value = token::is_number(text).then(|| Number::Decimal(text).to_integer())??;
    Some(Token::Number(Number::Integer(value)))
}

/// A sign may be in front, and zeros.
fn integer(text: &str) -> Option<Number<'static>> {
    if let Some(value) = short_integer(text.as_bytes()) {
        return Some(Number::Integer(value.into()));
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_integer = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let value = text.parse::<i128>().ok().filter(|_| is_integer)?;
    Number::INTEGERS
        .contains(&value)
        .then_some(Number::Integer(value))
}

/// A few digits.
fn short_integer(digits: &[u8]) -> Option<u32> {
    const FEW: usize = 9;
    if digits.is_empty() || digits.len() > FEW {
        return None;
    }
    digits.iter().try_fold(0_u32, |value, digit| {
        let digit = digit.wrapping_sub(b'0');
        (digit < 10).then(|| 10 * value + u32::from(digit))
    })
}

/// A number that is finite. It stays as it is written where JSON has that form too; else it is a double, if that keeps it.
fn number(text: Cow<'_, str>) -> Scan<Number<'_>> {
    let trimmed = trim(&text);
    if let Some(integer) = integer(trimmed) {
        // Zero has a sign as a double, and none as an integer.
        let is_negative_zero = integer == Number::Integer(0) && trimmed.starts_with('-');
        return Ok(if is_negative_zero {
            Number::Float(-0.0)
        } else {
            integer
        });
    }
    if matches!(trimmed, "INF" | "+INF" | "-INF" | "NaN") {
        return Err(DecodeRule::NotFinite);
    }
    if let Cow::Borrowed(text) = text
        && token::is_number(trim(text))
    {
        return Ok(Number::Decimal(trim(text)));
    }
    let is_number = trimmed
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    let value = trimmed.parse::<f64>().ok().filter(|_| is_number);
    match value {
        Some(value) if !value.is_finite() => Err(DecodeRule::NotFinite),
        Some(_) => {
            let unsigned = trimmed.strip_prefix('+').unwrap_or(trimmed);
            let double = decimal::to_double(unsigned);
            double.map(Number::Float).ok_or(DecodeRule::Type)
        }
        None => Err(DecodeRule::Type),
    }
}

/// Where the next word is, from `at` on.
pub(super) fn word(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let start = at + rest.find(|character| !is_white_space(character))?;
    let word = text.get(start..)?;
    let len = word.find(is_white_space).unwrap_or(word.len());
    Some(start..start + len)
}

/// Line ends become line feeds (XML 1.0 §2.11).
pub(super) fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns whether the type has lists without items, so that an empty element is one and not NULL: the notification targets of a
/// response type (TS-0004 6.3.5.30), and the members of a group (TS-0004 7.4.14).
pub(super) fn may_be_empty(member: Member) -> bool {
    matches!(member.long_name(), "notificationURI" | "memberIDs")
        && matches!(member.short_name(), "nu" | "mid")
}
