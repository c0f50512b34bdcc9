//! One pass over CBOR that checks everything.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use smallvec::SmallVec;

use super::head::{self, Head};
use super::write::CborWriter;
use crate::config::{Leniency, Limits};
use crate::document;
use crate::error::DecodeRule;
use crate::names::{self, NameAt, Names};
use crate::raw::Raw;
use crate::token::{self, Number, Scan, Source, Token};

/// Where it stands in the bytes, and which maps and arrays are open around it. Nesting costs no stack.
#[derive(Debug)]
pub(crate) struct CborSource<'a> {
    input: Input<'a>,
    at: usize,
    /// Where the token begins that was read last.
    token_start: usize,
    limits: Limits,
    leniency: Leniency,
    /// True if it accepted something under leniency.
    has_deviated: bool,
    members: usize,
    names: Names,
    /// The number of items or pairs that are still to come in the innermost that is open; `None` until there is a break.
    remaining: Option<u64>,
    /// The same of those around it, the innermost of them last.
    remaining_around: SmallVec<[Option<u64>; 16]>,
    expected: Expected,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Expected {
    Value,
    /// What follows a value, or the beginning of a map or array.
    Next,
    Nothing,
}

enum Step {
    Value,
    Name,
    /// Of a map, or else of an array.
    End(bool),
    Nothing,
}

#[derive(Clone, Copy, Debug)]
struct Input<'a>(&'a [u8]);

/// Text where it stands: in one piece, or in several.
#[derive(Clone, Copy, Debug)]
enum Text<'a> {
    Whole(&'a [u8]),
    Pieces(&'a [u8]),
}

impl<'a> CborSource<'a> {
    pub(crate) const fn new(bytes: &'a [u8], limits: Limits, leniency: Leniency) -> Self {
        Self {
            input: Input(bytes),
            at: 0,
            token_start: 0,
            limits,
            leniency,
            has_deviated: false,
            members: 0,
            names: Names::new(),
            remaining: None,
            remaining_around: SmallVec::new_const(),
            expected: Expected::Value,
        }
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.input.0.get(self.at..).unwrap_or_default()
    }

    const fn count_member(&mut self) -> Scan<()> {
        self.members = self.members.saturating_add(1);
        if self.members > self.limits.max_members {
            return Err(DecodeRule::TooManyMembers);
        }
        Ok(())
    }

    /// The head of an item, tags in front of it left out.
    #[inline]
    fn head(&mut self) -> Scan<Head> {
        let (mut head, mut len) = Head::read(self.rest())?;
        if head.major == head::TAG {
            (head, len) = self.untagged_head(len)?;
        }
        if head.major == head::SIMPLE && head.is_indefinite() {
            return Err(DecodeRule::Syntax);
        }
        self.at += len;
        Ok(head)
    }

    /// The head behind tags, the first of which is so long.
    #[cold]
    fn untagged_head(&mut self, mut len: usize) -> Scan<(Head, usize)> {
        for _ in 0..MAX_TAGS {
            if !self.leniency.tags {
                break;
            }
            self.has_deviated = true;
            self.at += len;
            let head;
            (head, len) = Head::read(self.rest())?;
            if head.major != head::TAG {
                return Ok((head, len));
            }
        }
        Err(DecodeRule::Type)
    }

    fn enter(&mut self, head: Head) -> Scan<()> {
        let is_map = head.major == head::MAP;
        self.names.enter(is_map, self.limits.max_depth)?;
        self.remaining_around.push(self.remaining);
        self.remaining = (!head.is_indefinite()).then_some(head.argument);
        self.expected = Expected::Next;
        Ok(())
    }

    #[inline]
    fn step(&mut self) -> Scan<Step> {
        match self.expected {
            Expected::Value => return Ok(Step::Value),
            Expected::Nothing => return Ok(Step::Nothing),
            Expected::Next => {}
        }
        let Some(is_map) = self.names.is_object() else {
            return if self.at == self.input.0.len() {
                Ok(Step::Nothing)
            } else {
                Err(DecodeRule::TrailingBytes)
            };
        };
        let is_end = match &mut self.remaining {
            Some(0) => true,
            Some(count) => {
                *count -= 1;
                false
            }
            None => {
                let is_end = self.input.0.get(self.at) == Some(&head::BREAK);
                self.at += usize::from(is_end);
                is_end
            }
        };
        if is_end {
            self.remaining = self.remaining_around.pop().flatten();
            self.names.leave(&self.input).map_err(|start| {
                self.at = start;
                DecodeRule::DuplicateMember
            })?;
            return Ok(Step::End(is_map));
        }
        self.count_member()?;
        Ok(if is_map { Step::Name } else { Step::Value })
    }

    /// Text, or bytes that stand for it.
    #[inline]
    fn text(&mut self, head: Head) -> Scan<Text<'a>> {
        if head.major == head::BYTES {
            if !self.leniency.byte_strings {
                return Err(DecodeRule::Type);
            }
            self.has_deviated = true;
        }
        if head.is_indefinite() {
            return self.pieces(head.major);
        }
        self.piece(head.argument).map(Text::Whole)
    }

    #[inline]
    fn piece(&mut self, len: u64) -> Scan<&'a [u8]> {
        let len = usize::try_from(len).map_err(|_| DecodeRule::Truncated)?;
        let bytes = self.rest().get(..len).ok_or(DecodeRule::Truncated)?;
        self.at += len;
        Ok(bytes)
    }

    /// The bytes that were read last, if they are UTF-8.
    #[inline]
    fn utf8(&mut self, bytes: &'a [u8]) -> Scan<&'a str> {
        document::utf8(bytes).map_err(|valid| {
            self.at -= bytes.len() - valid;
            DecodeRule::Utf8
        })
    }

    /// As [`utf8`](Self::utf8), where nobody wants the text. Mostly it is short, and ASCII.
    #[inline]
    fn check_utf8(&mut self, bytes: &'a [u8]) -> Scan<()> {
        if bytes.iter().fold(0, |all, byte| all | byte) < 0x80 {
            return Ok(());
        }
        self.utf8(bytes).map(drop)
    }

    #[inline]
    fn check(&mut self, text: Text<'a>) -> Scan<()> {
        match text {
            Text::Whole(bytes) => self.check_utf8(bytes),
            // They were checked one by one.
            Text::Pieces(_) => Ok(()),
        }
    }

    #[inline]
    fn joined(&mut self, text: Text<'a>) -> Scan<Cow<'a, str>> {
        match text {
            Text::Whole(bytes) => match self.utf8(bytes) {
                Ok(text) => Ok(Cow::Borrowed(text)),
                Err(rule) => Err(self.fail(rule)),
            },
            Text::Pieces(pieces) => Ok(Cow::Owned(join(pieces))),
        }
    }

    /// Pieces up to the break, each of them text by itself (RFC 8949 §3.2.3).
    fn pieces(&mut self, major: u8) -> Scan<Text<'a>> {
        let start = self.at;
        while self.input.0.get(self.at) != Some(&head::BREAK) {
            let (head, len) = Head::read(self.rest())?;
            if head.major != major || head.is_indefinite() {
                return Err(DecodeRule::Syntax);
            }
            self.at += len;
            let piece = self.piece(head.argument)?;
            self.check_utf8(piece)?;
        }
        let pieces = self.input.0.get(start..self.at).unwrap_or_default();
        self.at += 1;
        Ok(Text::Pieces(pieces))
    }

    #[inline]
    fn name(&mut self) -> Scan<Text<'a>> {
        let start = self.at;
        let head = self.head()?;
        if !matches!(head.major, head::TEXT | head::BYTES) {
            self.at = start;
            return Err(DecodeRule::Type);
        }
        let name = self.text(head)?;
        let hash = match name {
            Text::Whole(bytes) => names::hash(bytes),
            Text::Pieces(pieces) => names::hash(join(pieces).as_bytes()),
        };
        self.names
            .add(start, hash, &self.input)
            .inspect_err(|_| self.at = start)?;
        self.expected = Expected::Value;
        Ok(name)
    }

    fn value_token(&mut self) -> Scan<Token<'a>> {
        let head = self.head()?;
        let token = match head.major {
            head::ARRAY => return self.enter(head).map(|()| Token::BeginArray),
            head::MAP => return self.enter(head).map(|()| Token::BeginObject),
            head::TEXT | head::BYTES => {
                let text = self.text(head)?;
                Token::Text(self.joined(text)?)
            }
            head::UNSIGNED => Token::Number(Number::Integer(head.argument.into())),
            head::NEGATIVE => Token::Number(Number::Integer(-1 - i128::from(head.argument))),
            _ => simple(head)?,
        };
        self.expected = Expected::Next;
        Ok(token)
    }

    /// As [`value_token`](Self::value_token), where nobody wants to know what it is.
    #[inline]
    fn pass_value(&mut self) -> Scan<()> {
        let head = self.head()?;
        match head.major {
            head::ARRAY | head::MAP => return self.enter(head),
            head::TEXT | head::BYTES => {
                let text = self.text(head)?;
                self.check(text)?;
            }
            head::UNSIGNED | head::NEGATIVE => {}
            _ => simple(head).map(drop)?,
        }
        self.expected = Expected::Next;
        Ok(())
    }

    fn token(&mut self) -> Scan<Option<Token<'a>>> {
        self.token_start = self.at;
        let token = match self.step()? {
            Step::Value => self.value_token()?,
            Step::Name => {
                let name = self.name()?;
                Token::Name(self.joined(name)?)
            }
            Step::End(true) => Token::EndObject,
            Step::End(false) => Token::EndArray,
            Step::Nothing => {
                self.expected = Expected::Nothing;
                return Ok(None);
            }
        };
        Ok(Some(token))
    }

    /// The next name, not yet checked.
    #[inline]
    fn step_to_name(&mut self) -> Scan<Option<Text<'a>>> {
        self.token_start = self.at;
        match self.step()? {
            Step::Name => self.name().map(Some),
            Step::Value | Step::End(_) | Step::Nothing => Ok(None),
        }
    }

    /// The value that comes, if it is text, not yet checked.
    #[inline]
    fn step_to_text(&mut self) -> Scan<Option<Text<'a>>> {
        let first = self.input.0.get(self.at).map(|first| first >> 5);
        if self.expected != Expected::Value || first != Some(head::TEXT) {
            return Ok(None);
        }
        self.token_start = self.at;
        self.expected = Expected::Next;
        let head = self.head()?;
        self.text(head).map(Some)
    }

    #[cold]
    const fn fail(&mut self, rule: DecodeRule) -> DecodeRule {
        self.token_start = self.at;
        rule
    }

    /// A value with all that is in it.
    fn pass(&mut self) -> Scan<()> {
        let outer = self.names.depth();
        self.pass_value()?;
        while self.names.depth() > outer {
            match self.step()? {
                Step::Name => {
                    let name = self.name()?;
                    self.check(name)?;
                    self.pass_value()?;
                }
                Step::Value => self.pass_value()?,
                Step::End(_) | Step::Nothing => {}
            }
        }
        Ok(())
    }

    /// A map with one pair, and all that is in it.
    fn pass_content(&mut self) -> Scan<()> {
        let start = self.at;
        let head = self.head()?;
        if head.major != head::MAP {
            self.at = start;
            self.pass()?;
            self.at = start;
            return Err(DecodeRule::Content);
        }
        self.enter(head)?;
        let Step::Name = self.step()? else {
            return Err(DecodeRule::Content);
        };
        let name = self.name()?;
        self.check(name)?;
        self.pass()?;
        let Step::End(_) = self.step()? else {
            return Err(DecodeRule::Content);
        };
        Ok(())
    }

    /// The value that was passed; written anew if it was not as it should be.
    fn passed(&mut self, pass: impl FnOnce(&mut Self) -> Scan<()>) -> Scan<Raw<'a>> {
        let start = self.at;
        let had_deviated = core::mem::take(&mut self.has_deviated);
        let passed = pass(self);
        let has_deviated = self.has_deviated;
        self.has_deviated |= had_deviated;
        self.token_start = if passed.is_ok() { start } else { self.at };
        passed?;
        let bytes = self.input.0.get(start..self.at).unwrap_or_default();
        if !has_deviated {
            return Ok(Raw::Cbor(Cow::Borrowed(bytes)));
        }
        let mut strict = Vec::with_capacity(bytes.len());
        let mut again = CborSource::new(bytes, Limits::NONE, self.leniency);
        token::copy(&mut again, &mut CborWriter::new(&mut strict))
            .map_err(|_| DecodeRule::Syntax)?;
        Ok(Raw::Cbor(Cow::Owned(strict)))
    }
}

impl<'a> Source<'a> for CborSource<'a> {
    #[inline]
    fn next_name(&mut self) -> Scan<Option<Cow<'a, str>>> {
        match self.step_to_name() {
            Ok(Some(name)) => self.joined(name).map(Some),
            Ok(None) => Ok(None),
            Err(rule) => Err(self.fail(rule)),
        }
    }

    #[inline]
    fn next_text(&mut self) -> Scan<Cow<'a, str>> {
        match self.step_to_text() {
            Ok(Some(text)) => return self.joined(text),
            Ok(None) => {}
            Err(rule) => return Err(self.fail(rule)),
        }
        match self.next()? {
            Some(Token::Text(text)) => Ok(text),
            Some(_) => Err(DecodeRule::Type),
            None => Err(DecodeRule::Truncated),
        }
    }

    fn next(&mut self) -> Scan<Option<Token<'a>>> {
        let token = self.token();
        if token.is_err() {
            self.token_start = self.at;
        }
        token
    }

    fn raw(&mut self) -> Scan<Raw<'a>> {
        self.passed(Self::pass)
    }

    fn content(&mut self) -> Scan<Raw<'a>> {
        self.passed(Self::pass_content)
    }

    fn offset(&self) -> usize {
        self.token_start
    }

    fn path(&self) -> String {
        self.names.path(&self.input)
    }

    fn has_deviated(&self) -> bool {
        self.has_deviated
    }
}

/// A value that is neither a number in full nor text nor structured (RFC 8949 §3.3).
fn simple(head: Head) -> Scan<Token<'static>> {
    let float = match head.info {
        head::FALSE => return Ok(Token::Boolean(false)),
        head::TRUE => return Ok(Token::Boolean(true)),
        head::NULL => return Ok(Token::Null),
        head::HALF => u16::try_from(head.argument).map(head::half),
        head::SINGLE => u32::try_from(head.argument).map(|bits| f32::from_bits(bits).into()),
        head::DOUBLE => Ok(f64::from_bits(head.argument)),
        _ => return Err(DecodeRule::Type),
    };
    match float {
        Ok(value) if value.is_finite() => Ok(Token::Number(Number::Float(value))),
        Ok(_) | Err(_) => Err(DecodeRule::NotFinite),
    }
}

/// Joins pieces that were checked.
pub(super) fn join(mut pieces: &[u8]) -> String {
    let mut text = String::with_capacity(pieces.len());
    while let Ok((head, len)) = Head::read(pieces) {
        let end =
            usize::try_from(head.argument).map_or(usize::MAX, |piece| len.saturating_add(piece));
        let (Some(piece), Some(rest)) = (pieces.get(len..end), pieces.get(end..)) else {
            break;
        };
        text.push_str(core::str::from_utf8(piece).unwrap_or_default());
        pieces = rest;
    }
    text
}

impl<'a> Input<'a> {
    /// The name that stands here, which was checked.
    fn name_at(&self, start: usize) -> Cow<'a, str> {
        let mut source = CborSource::new(
            self.0.get(start..).unwrap_or_default(),
            Limits::NONE,
            Leniency::DEPLOYED,
        );
        let name = source.head().and_then(|head| source.text(head));
        let name = name.and_then(|name| source.joined(name));
        name.unwrap_or_default()
    }
}

impl NameAt for Input<'_> {
    fn is_same(&self, one: usize, other: usize) -> bool {
        self.name_at(one) == self.name_at(other)
    }

    fn order(&self, one: usize, other: usize) -> Ordering {
        self.name_at(one).cmp(&self.name_at(other))
    }

    fn append(&self, start: usize, to: &mut String) {
        to.push_str(&self.name_at(start));
    }
}

/// Tags before one item.
const MAX_TAGS: usize = 4;
