//! Strings of JSON (RFC 8259 §7).

use alloc::borrow::Cow;
use alloc::string::String;

use crate::error::DecodeRule;
use crate::token::Scan;

/// The text between two quotation marks, checked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) has_escapes: bool,
}

/// The string whose quotation mark stands at `start`; and where it ends, or what is wrong stands.
#[inline]
pub(super) fn scan(input: &str, start: usize) -> (Scan<Text<'_>>, usize) {
    let mut has_escapes = false;
    let mut at = start + 1;
    loop {
        let rest = input.as_bytes().get(at..).unwrap_or_default();
        at += plain_len(rest);
        match input.as_bytes().get(at) {
            Some(b'"') => {
                let text = input.get(start + 1..at).unwrap_or_default();
                return (Ok(Text { text, has_escapes }), at + 1);
            }
            Some(b'\\') => {
                has_escapes = true;
                match escape(input.as_bytes(), at) {
                    Ok((_, end)) => at = end,
                    Err((rule, end)) => return (Err(rule), end),
                }
            }
            // A control character has to be escaped.
            Some(_) => return (Err(DecodeRule::Syntax), at),
            None => return (Err(DecodeRule::Truncated), at),
        }
    }
}

impl<'a> Text<'a> {
    pub(super) const fn plain(text: &'a str) -> Self {
        Self {
            text,
            has_escapes: false,
        }
    }

    /// The text that is meant.
    #[inline]
    pub(super) fn unescaped(self) -> Cow<'a, str> {
        if self.has_escapes {
            Cow::Owned(self.unescape())
        } else {
            Cow::Borrowed(self.text)
        }
    }

    #[cold]
    fn unescape(self) -> String {
        let mut unescaped = String::with_capacity(self.text.len());
        let mut rest = self.text;
        while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
            unescaped.push_str(rest.get(..at).unwrap_or_default());
            let Ok((character, end)) = escape(rest.as_bytes(), at) else {
                break;
            };
            unescaped.push(character);
            rest = rest.get(end..).unwrap_or_default();
        }
        unescaped.push_str(rest);
        unescaped
    }
}

/// The number of bytes that come before a quotation mark, a backslash or a control character.
#[inline]
pub(super) fn plain_len(bytes: &[u8]) -> usize {
    // Most strings are short, and the rest of the document behind them is not.
    let Some((first, rest)) = bytes.split_first_chunk::<8>() else {
        return tail_len(bytes);
    };
    if let Some(len) = special_in(*first) {
        return len;
    }
    let is_special = |byte: &u8| (*byte == b'"') | (*byte == b'\\') | (*byte < 0x20);
    let (blocks, _) = rest.as_chunks::<16>();
    let plain = blocks
        .iter()
        .take_while(|block| !block.iter().fold(false, |any, byte| any | is_special(byte)));
    let mut len = 8 + 16 * plain.count();
    let (words, tail) = bytes.get(len..).unwrap_or_default().as_chunks::<8>();
    for word in words {
        if let Some(special) = special_in(*word) {
            return len + special;
        }
        len += 8;
    }
    len + tail_len(tail)
}

fn tail_len(tail: &[u8]) -> usize {
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
    tail.iter().position(is_special).unwrap_or(tail.len())
}

/// Where the first such byte is among eight.
#[inline]
fn special_in(word: [u8; 8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let word = u64::from_le_bytes(word);
    let zero_at = |word: u64| word.wrapping_sub(ONES) & !word;
    let quotation_mark = zero_at(word ^ (ONES * 0x22));
    let backslash = zero_at(word ^ (ONES * 0x5C));
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let special = (quotation_mark | backslash | control) & HIGH;
    // A borrow only reaches bytes behind the first special one.
    (special != 0).then(|| usize::try_from(special.trailing_zeros() / 8).unwrap_or_default())
}

type Escape = Result<(char, usize), (DecodeRule, usize)>;

/// The escape sequence whose backslash stands at `start`: what it means, and where it ends.
fn escape(bytes: &[u8], start: usize) -> Escape {
    let at = start + 1;
    let character = match bytes.get(at) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode_escape(bytes, at + 1),
        Some(_) => return Err((DecodeRule::Syntax, at)),
        None => return Err((DecodeRule::Truncated, at)),
    };
    Ok((character, at + 1))
}

/// Four digits, and `\uXXXX` behind them where they are the first half of a surrogate pair.
fn unicode_escape(bytes: &[u8], at: usize) -> Escape {
    let (first, at) = hex(bytes, at)?;
    if !(0xD800..0xDC00).contains(&first) {
        let character = char::from_u32(first).ok_or((DecodeRule::Syntax, at))?;
        return Ok((character, at));
    }
    let second_at = match bytes.get(at..).unwrap_or_default() {
        [b'\\', b'u', ..] => at + 2,
        [] | [b'\\'] => return Err((DecodeRule::Truncated, bytes.len())),
        _ => return Err((DecodeRule::Syntax, at)),
    };
    let (second, at) = hex(bytes, second_at)?;
    let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400);
    let character = low.and_then(|low| char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + low));
    Ok((character.ok_or((DecodeRule::Syntax, at))?, at))
}

fn hex(bytes: &[u8], at: usize) -> Result<(u32, usize), (DecodeRule, usize)> {
    let mut value = 0;
    for at in at..at + 4 {
        let digit = bytes.get(at).ok_or((DecodeRule::Truncated, at))?;
        let digit = char::from(*digit).to_digit(16);
        value = value << 4 | digit.ok_or((DecodeRule::Syntax, at))?;
    }
    Ok((value, at + 4))
}
