//! One pass over JSON text (RFC 8259) that checks everything and builds nothing.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Limits;
use crate::error::DecodeRule;

/// Where it stands in the text, and which objects and arrays are open around it.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    limits: Limits,
    members: usize,
    /// The names in the open objects, innermost last.
    names: Vec<Cow<'a, str>>,
    /// For each open object or array, where its names begin.
    open: Vec<Open>,
}

struct Open {
    is_object: bool,
    first_name: usize,
    /// The names of an object that has many.
    index: BTreeSet<Cow<'static, str>>,
}

/// A rule that was broken at the place where the scanner stands.
pub(super) type Scan<T> = Result<T, DecodeRule>;

impl<'a> Scanner<'a> {
    pub(super) const fn new(text: &'a str, limits: Limits) -> Self {
        Self {
            text,
            at: 0,
            limits,
            members: 0,
            names: Vec::new(),
            open: Vec::new(),
        }
    }

    pub(super) const fn offset(&self) -> usize {
        self.at
    }

    /// What lies between `start` and where it stands.
    pub(super) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The names that lead to where it stands.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        let ends = self
            .open
            .iter()
            .skip(1)
            .map(|open| open.first_name)
            .chain([self.names.len()]);
        for (open, end) in self.open.iter().zip(ends) {
            let last = end
                .checked_sub(1)
                .filter(|last| open.is_object && *last >= open.first_name);
            if let Some(name) = last.and_then(|last| self.names.get(last)) {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(name);
            }
        }
        path
    }

    /// The next byte that is not white space, not taken.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = self.byte()?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// Begins an object or array.
    pub(super) fn enter(&mut self, is_object: bool) -> Scan<()> {
        if self.open.len() >= self.limits.max_depth {
            return Err(DecodeRule::TooDeep);
        }
        self.at += 1;
        self.open.push(Open {
            is_object,
            first_name: self.names.len(),
            index: BTreeSet::new(),
        });
        Ok(())
    }

    /// The name of the next member of the open object, or `None` at its end, which is taken.
    pub(super) fn next_member(&mut self, is_first: bool) -> Scan<Option<Cow<'a, str>>> {
        match (self.peek(), is_first) {
            (Some(b'}'), _) => {
                self.leave();
                return Ok(None);
            }
            (Some(b','), false) => {
                self.at += 1;
                self.peek();
            }
            (Some(_), true) => {}
            (Some(_), false) => return Err(DecodeRule::Syntax),
            (None, _) => return Err(DecodeRule::Truncated),
        }
        let name = self.string()?;
        self.add_name(name.clone())?;
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(_) => return Err(DecodeRule::Syntax),
            None => return Err(DecodeRule::Truncated),
        }
        Ok(Some(name))
    }

    /// Any value, with all that is in it, as it stands in the text. Nesting costs no stack.
    pub(super) fn value(&mut self) -> Scan<&'a str> {
        self.peek();
        let start = self.at;
        let outer = self.open.len();
        loop {
            let is_open = self.begin_value()?;
            if !is_open && self.finish_values(outer)? {
                return Ok(self.since(start));
            }
        }
    }

    /// A string, its escapes resolved.
    pub(super) fn string(&mut self) -> Scan<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected());
        }
        self.at += 1;
        let start = self.at;
        let mut unescaped: Option<String> = None;
        let mut run = start;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let plain = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
            let Some(plain) = plain else {
                self.at = self.text.len();
                return Err(DecodeRule::Truncated);
            };
            self.at += plain;
            let part = self.text.get(run..self.at).unwrap_or_default();
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match unescaped {
                        None => Cow::Borrowed(part),
                        Some(text) => Cow::Owned(text + part),
                    });
                }
                Some(b'\\') => {
                    let text = unescaped.get_or_insert_default();
                    text.push_str(part);
                    let character = self.escape()?;
                    text.push(character);
                    run = self.at;
                }
                // A control character has to be escaped.
                _ => return Err(DecodeRule::Syntax),
            }
        }
    }

    /// An integer that is written as one, without fraction or exponent.
    pub(super) fn integer(&mut self) -> Scan<u32> {
        let text = self.value()?;
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            text.parse().map_err(|_| DecodeRule::Type)
        } else {
            Err(DecodeRule::Type)
        }
    }

    /// Begins a value: `true` if it is an object or array with something in it, which is open now.
    fn begin_value(&mut self) -> Scan<bool> {
        match self.peek() {
            Some(b'{') => {
                self.enter(true)?;
                self.next_member(true).map(|name| name.is_some())
            }
            Some(b'[') => {
                self.enter(false)?;
                if self.peek() == Some(b']') {
                    self.leave();
                    return Ok(false);
                }
                Ok(true)
            }
            Some(b'"') => self.string().map(|_| false),
            Some(b'-' | b'0'..=b'9') => self.number().map(|()| false),
            Some(b't') => self.word("true").map(|()| false),
            Some(b'f') => self.word("false").map(|()| false),
            Some(b'n') => self.word("null").map(|()| false),
            Some(_) | None => Err(self.unexpected()),
        }
    }

    /// After a value: closes what ends here; `true` once everything beyond `outer` is closed, `false` before a value.
    fn finish_values(&mut self, outer: usize) -> Scan<bool> {
        while self.open.len() > outer {
            let is_object = self.open.last().is_some_and(|open| open.is_object);
            if is_object {
                if self.next_member(false)?.is_some() {
                    return Ok(false);
                }
                continue;
            }
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.count_member()?;
                    return Ok(false);
                }
                Some(b']') => self.leave(),
                Some(_) => return Err(DecodeRule::Syntax),
                None => return Err(DecodeRule::Truncated),
            }
        }
        Ok(true)
    }

    fn leave(&mut self) {
        self.at += 1;
        if let Some(open) = self.open.pop() {
            self.names.truncate(open.first_name);
        }
    }

    /// Notes a name of the open object, which must not have it yet.
    fn add_name(&mut self, name: Cow<'a, str>) -> Scan<()> {
        self.count_member()?;
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        let names = self.names.get(open.first_name..).unwrap_or_default();
        let is_new = if names.len() < FEW {
            !names.contains(&name)
        } else {
            if open.index.is_empty() {
                open.index = names
                    .iter()
                    .map(|name| Cow::Owned(name.clone().into_owned()))
                    .collect();
            }
            open.index.insert(Cow::Owned(name.clone().into_owned()))
        };
        self.names.push(name);
        if is_new {
            Ok(())
        } else {
            Err(DecodeRule::DuplicateMember)
        }
    }

    const fn count_member(&mut self) -> Scan<()> {
        self.members = self.members.saturating_add(1);
        if self.members > self.limits.max_members {
            Err(DecodeRule::TooManyMembers)
        } else {
            Ok(())
        }
    }

    /// An escape sequence: the backslash and what follows.
    fn escape(&mut self) -> Scan<char> {
        self.at += 1;
        let character = match self.byte().ok_or(DecodeRule::Truncated)? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode_escape(),
            _ => return Err(DecodeRule::Syntax),
        };
        self.at += 1;
        Ok(character)
    }

    /// `\uXXXX`, and a second one where the first is half of a surrogate pair.
    fn unicode_escape(&mut self) -> Scan<char> {
        let first = self.hex()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or(DecodeRule::Syntax);
        }
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        match rest {
            [b'\\', b'u', ..] => self.at += 1,
            [] | [b'\\'] => return Err(DecodeRule::Truncated),
            _ => return Err(DecodeRule::Syntax),
        }
        let second = self.hex()?;
        if !(0xDC00..0xE000).contains(&second) {
            return Err(DecodeRule::Syntax);
        }
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
            .ok_or(DecodeRule::Syntax)
    }

    /// The four digits behind the `u` where it stands.
    fn hex(&mut self) -> Scan<u32> {
        self.at += 1;
        let mut value = 0;
        for _ in 0..4 {
            let digit = self.byte().ok_or(DecodeRule::Truncated)?;
            let digit = char::from(digit).to_digit(16).ok_or(DecodeRule::Syntax)?;
            value = value << 4 | digit;
            self.at += 1;
        }
        Ok(value)
    }

    fn number(&mut self) -> Scan<()> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits()?,
            Some(_) => return Err(DecodeRule::Syntax),
            None => return Err(DecodeRule::Truncated),
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Scan<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn word(&mut self, word: &str) -> Scan<()> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            self.at += word.len();
            Ok(())
        } else if word.starts_with(rest) {
            self.at = self.text.len();
            Err(DecodeRule::Truncated)
        } else {
            Err(DecodeRule::Syntax)
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    const fn unexpected(&self) -> DecodeRule {
        if self.at < self.text.len() {
            DecodeRule::Syntax
        } else {
            DecodeRule::Truncated
        }
    }
}

/// Up to so many names of an object are compared one by one.
const FEW: usize = 24;
