//! One pass over JSON text (RFC 8259) that checks everything.

use alloc::borrow::Cow;
use alloc::string::String;
use core::cmp::Ordering;

use super::text::{self, Text};
use crate::Limits;
use crate::error::DecodeRule;
use crate::names::{self, NameAt, Names};
use crate::raw::Raw;
use crate::token::{Number, Scan, Source, Token};

/// Where it stands in the text, and which objects and arrays are open around it. Nesting costs no stack.
#[derive(Debug)]
pub(crate) struct JsonSource<'a> {
    input: Input<'a>,
    at: usize,
    /// Where the token begins that was read last.
    token_start: usize,
    limits: Limits,
    members: usize,
    names: Names,
    expected: Expected,
}

/// The step that comes next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Expected {
    Value,
    FirstName,
    FirstItem,
    /// What follows a value.
    Next,
    /// Nothing: the end was found.
    Nothing,
}

#[derive(Clone, Copy, Debug)]
struct Input<'a>(&'a str);

impl<'a> JsonSource<'a> {
    pub(crate) const fn new(text: &'a str, limits: Limits) -> Self {
        Self {
            input: Input(text),
            at: 0,
            token_start: 0,
            limits,
            members: 0,
            names: Names::new(),
            expected: Expected::Value,
        }
    }

    /// The next byte that is not white space, not taken.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = self.byte()?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.input.bytes().get(self.at).copied()
    }

    const fn unexpected(&self) -> DecodeRule {
        if self.at < self.input.0.len() {
            DecodeRule::Syntax
        } else {
            DecodeRule::Truncated
        }
    }

    const fn count_member(&mut self) -> Scan<()> {
        self.members = self.members.saturating_add(1);
        if self.members > self.limits.max_members {
            return Err(DecodeRule::TooManyMembers);
        }
        Ok(())
    }

    #[inline]
    fn enter(&mut self, is_object: bool) -> Scan<()> {
        self.names.enter(is_object, self.limits.max_depth)?;
        self.at += 1;
        self.expected = if is_object {
            Expected::FirstName
        } else {
            Expected::FirstItem
        };
        Ok(())
    }

    fn leave(&mut self) -> Scan<()> {
        self.names.leave(&self.input).map_err(|start| {
            self.at = start;
            DecodeRule::DuplicateMember
        })?;
        self.at += 1;
        self.expected = Expected::Next;
        Ok(())
    }

    /// What follows a value, or begins an object or array: a step within it, or its end.
    #[inline]
    fn step(&mut self) -> Scan<Step> {
        let byte = self.peek();
        match (self.expected, self.names.is_object()) {
            (Expected::FirstName, _) => match byte {
                Some(b'}') => self.leave().map(|()| Step::End(true)),
                _ => Ok(Step::Name),
            },
            (Expected::FirstItem, _) => match byte {
                Some(b']') => self.leave().map(|()| Step::End(false)),
                _ => self.count_member().map(|()| Step::Value),
            },
            (Expected::Next, Some(is_object)) => match (byte, is_object) {
                (Some(b','), true) => {
                    self.at += 1;
                    Ok(Step::Name)
                }
                (Some(b','), false) => {
                    self.at += 1;
                    self.count_member().map(|()| Step::Value)
                }
                (Some(b'}'), true) | (Some(b']'), false) => {
                    self.leave().map(|()| Step::End(is_object))
                }
                _ => Err(self.unexpected()),
            },
            (Expected::Next, None) => match byte {
                None => Ok(Step::Nothing),
                Some(_) => Err(DecodeRule::TrailingBytes),
            },
            (Expected::Value, _) => Ok(Step::Value),
            (Expected::Nothing, _) => Ok(Step::Nothing),
        }
    }

    /// A name and the colon behind it.
    #[inline]
    fn name(&mut self) -> Scan<Text<'a>> {
        self.count_member()?;
        if self.peek() != Some(b'"') {
            return Err(self.unexpected());
        }
        let start = self.at;
        let (name, hash) = self.name_text()?;
        self.names
            .add(start, hash, &self.input)
            .inspect_err(|_| self.at = start)?;
        if self.peek() != Some(b':') {
            return Err(self.unexpected());
        }
        self.at += 1;
        self.expected = Expected::Value;
        Ok(name)
    }

    /// The text between the quotation marks of a name, and its hash.
    #[inline]
    fn name_text(&mut self) -> Scan<(Text<'a>, u32)> {
        let start = self.at + 1;
        let rest = self.input.bytes().get(start..).unwrap_or_default();
        let mut hash = 0;
        for (len, byte) in rest.iter().enumerate() {
            match byte {
                b'"' => {
                    self.at = start + len + 1;
                    let text = self.input.0.get(start..start + len).unwrap_or_default();
                    return Ok((Text::plain(text), hash));
                }
                b'\\' | 0..=0x1F => break,
                _ => hash = names::hash_byte(hash, *byte),
            }
        }
        let name = self.string()?;
        Ok((name, names::hash(name.unescaped().as_bytes())))
    }

    /// A string: what stands between the quotation marks, checked.
    #[inline]
    fn string(&mut self) -> Scan<Text<'a>> {
        let (text, end) = text::scan(self.input.0, self.at);
        self.at = end;
        text
    }

    /// A number: its text, and whether it is written as an integer.
    fn number(&mut self) -> Scan<(&'a str, bool)> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits()?,
            Some(_) | None => return Err(self.unexpected()),
        }
        let integer_end = self.at;
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
        let text = self.input.0.get(start..self.at).unwrap_or_default();
        Ok((text, self.at == integer_end))
    }

    #[inline]
    fn digits(&mut self) -> Scan<()> {
        let rest = self.input.bytes().get(self.at..).unwrap_or_default();
        match digits_len(rest) {
            0 => Err(self.unexpected()),
            len => {
                self.at += len;
                Ok(())
            }
        }
    }

    fn word(&mut self, word: &str) -> Scan<()> {
        let rest = self.input.bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else if word.as_bytes().starts_with(rest) {
            self.at = self.input.0.len();
            Err(DecodeRule::Truncated)
        } else {
            Err(DecodeRule::Syntax)
        }
    }

    fn value_token(&mut self) -> Scan<Token<'a>> {
        let token = match self.peek() {
            Some(b'{') => return self.enter(true).map(|()| Token::BeginObject),
            Some(b'[') => return self.enter(false).map(|()| Token::BeginArray),
            Some(b'"') => Token::Text(self.string()?.unescaped()),
            Some(b'-' | b'0'..=b'9') => Token::Number(number(self.number()?)),
            Some(b't') => self.word("true").map(|()| Token::Boolean(true))?,
            Some(b'f') => self.word("false").map(|()| Token::Boolean(false))?,
            Some(b'n') => self.word("null").map(|()| Token::Null)?,
            Some(_) | None => return Err(self.unexpected()),
        };
        self.expected = Expected::Next;
        Ok(token)
    }

    #[inline]
    fn token(&mut self) -> Scan<Option<Token<'a>>> {
        let step = self.step()?;
        self.peek();
        self.token_start = self.at;
        let token = match step {
            Step::Value => self.value_token()?,
            Step::Name => Token::Name(self.name()?.unescaped()),
            Step::End(true) => Token::EndObject,
            Step::End(false) => Token::EndArray,
            Step::Nothing => {
                self.expected = Expected::Nothing;
                return Ok(None);
            }
        };
        Ok(Some(token))
    }

    #[inline]
    fn step_to_name(&mut self) -> Scan<Option<Cow<'a, str>>> {
        let step = self.step()?;
        self.peek();
        self.token_start = self.at;
        match step {
            Step::Name => Ok(Some(self.name()?.unescaped())),
            Step::Value | Step::End(_) | Step::Nothing => Ok(None),
        }
    }

    /// A value with all that is in it.
    fn pass(&mut self) -> Scan<()> {
        let outer = self.names.depth();
        self.pass_value()?;
        while self.names.depth() > outer {
            match self.step()? {
                Step::Name => {
                    self.name()?;
                    self.pass_value()?;
                }
                Step::Value => {
                    self.pass_value()?;
                    self.pass_items()?;
                }
                Step::End(_) | Step::Nothing => {}
            }
        }
        Ok(())
    }

    /// Numbers and strings that follow in an array, as long as there is only a comma between them. Long arrays are mostly
    /// such.
    #[inline]
    fn pass_items(&mut self) -> Scan<()> {
        if self.expected != Expected::Next || self.names.is_object() != Some(false) {
            return Ok(());
        }
        loop {
            let rest = self.input.bytes().get(self.at..).unwrap_or_default();
            let [b',', first @ (b'"' | b'-' | b'0'..=b'9'), ..] = rest else {
                return Ok(());
            };
            self.at += 1;
            self.count_member()?;
            if *first == b'"' {
                self.string().map(drop)?;
            } else {
                self.number().map(drop)?;
            }
        }
    }

    /// An object with one member, and all that is in it.
    fn pass_content(&mut self) -> Scan<()> {
        if self.peek() != Some(b'{') {
            let start = self.at;
            self.pass()?;
            self.at = start;
            return Err(DecodeRule::Content);
        }
        self.enter(true)?;
        let Step::Name = self.step()? else {
            return Err(DecodeRule::Content);
        };
        self.name()?;
        self.pass()?;
        let Step::End(_) = self.step()? else {
            return Err(DecodeRule::Content);
        };
        Ok(())
    }

    fn since(&self, start: usize) -> Raw<'a> {
        let text = self.input.0.get(start..self.at).unwrap_or_default();
        Raw::Json(Cow::Borrowed(text))
    }

    /// As [`value_token`](Self::value_token), where nobody wants to know what it is.
    #[inline]
    fn pass_value(&mut self) -> Scan<()> {
        match self.peek() {
            Some(b'"') => self.string().map(drop)?,
            Some(b'{') => return self.enter(true),
            Some(b'[') => return self.enter(false),
            Some(b'-' | b'0'..=b'9') => self.number().map(drop)?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            Some(_) | None => return Err(self.unexpected()),
        }
        self.expected = Expected::Next;
        Ok(())
    }
}

enum Step {
    Value,
    Name,
    /// Of an object, or else of an array.
    End(bool),
    Nothing,
}

impl<'a> Source<'a> for JsonSource<'a> {
    fn next(&mut self) -> Scan<Option<Token<'a>>> {
        let token = self.token();
        if token.is_err() {
            self.token_start = self.at;
        }
        token
    }

    #[inline]
    fn next_name(&mut self) -> Scan<Option<Cow<'a, str>>> {
        let name = self.step_to_name();
        if name.is_err() {
            self.token_start = self.at;
        }
        name
    }

    #[inline]
    fn next_text(&mut self) -> Scan<Cow<'a, str>> {
        if self.expected == Expected::Value && self.peek() == Some(b'"') {
            self.token_start = self.at;
            let text = self.string();
            self.expected = Expected::Next;
            match text {
                Ok(text) => return Ok(text.unescaped()),
                Err(rule) => {
                    self.token_start = self.at;
                    return Err(rule);
                }
            }
        }
        match self.next()? {
            Some(_) => Err(DecodeRule::Type),
            None => Err(DecodeRule::Truncated),
        }
    }

    fn raw(&mut self) -> Scan<Raw<'a>> {
        self.peek();
        let start = self.at;
        let passed = self.pass();
        self.token_start = if passed.is_ok() { start } else { self.at };
        passed.map(|()| self.since(start))
    }

    fn content(&mut self) -> Scan<Raw<'a>> {
        self.peek();
        let start = self.at;
        let passed = self.pass_content();
        self.token_start = if passed.is_ok() { start } else { self.at };
        passed.map(|()| self.since(start))
    }

    fn offset(&self) -> usize {
        self.token_start
    }

    fn path(&self) -> String {
        self.names.path(&self.input)
    }
}

/// The number of digits that come first: eight at a time where there are many.
#[inline]
fn digits_len(bytes: &[u8]) -> usize {
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    let (words, _) = bytes.as_chunks::<8>();
    let are_digits = |word: &&[u8; 8]| {
        let word = u64::from_le_bytes(**word);
        // Six more than nine would leave the row of the digits.
        word & HIGH == ZEROS && word.wrapping_add(0x0606_0606_0606_0606) & HIGH == ZEROS
    };
    let whole = 8 * words.iter().take_while(are_digits).count();
    let rest = bytes.get(whole..).unwrap_or_default();
    whole + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// A number that was checked.
fn number((text, is_integer): (&str, bool)) -> Number<'_> {
    // Minus zero is not an integer: it would lose its sign.
    if is_integer && text != "-0" {
        if let Ok(value) = text.parse::<i64>() {
            return Number::Integer(value.into());
        }
        let in_range = |value: &i128| (-(1_i128 << 64)..1_i128 << 64).contains(value);
        if let Some(value) = text.parse().ok().filter(in_range) {
            return Number::Integer(value);
        }
    }
    Number::Decimal(text)
}

impl<'a> Input<'a> {
    const fn bytes(&self) -> &'a [u8] {
        self.0.as_bytes()
    }

    /// The name whose quotation mark stands here, which was checked.
    fn name_at(&self, start: usize) -> Text<'a> {
        text::scan(self.0, start).0.unwrap_or_default()
    }
}

impl NameAt for Input<'_> {
    fn is_same(&self, one: usize, other: usize) -> bool {
        self.name_at(one).unescaped() == self.name_at(other).unescaped()
    }

    fn order(&self, one: usize, other: usize) -> Ordering {
        let (one, other) = (self.name_at(one), self.name_at(other));
        one.unescaped().cmp(&other.unescaped())
    }

    fn append(&self, start: usize, to: &mut String) {
        to.push_str(&self.name_at(start).unescaped());
    }
}
