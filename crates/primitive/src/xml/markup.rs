//! The markup of a document, with what oneM2M does not use refused (XML 1.0, TS-0004 8.3).

use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::{BytesRef, Event};

use crate::error::DecodeRule;
use crate::token::Scan;

/// Reads markup piece by piece; end tags are those of the start tags.
#[derive(Debug)]
pub(super) struct Markup<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// What was read last.
    pub(super) start: usize,
    depth: usize,
    max_depth: usize,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Piece<'a> {
    /// A start tag, or an empty-element tag.
    Start(Tag<'a>),
    End,
    Text(&'a str),
    Reference(char),
    CData(&'a str),
    /// A comment or processing instruction.
    Other,
    Nothing,
}

/// What stands in a start tag.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    /// What follows the name.
    attributes: &'a str,
    pub(super) is_empty: bool,
    /// Where it begins in the document.
    pub(super) start: usize,
}

/// An attribute, checked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
    /// Where its name begins in the document.
    pub(super) start: usize,
}

impl<'a> Markup<'a> {
    pub(super) fn new(text: &'a str, max_depth: usize) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_comments = true;
        config.trim_markup_names_in_closing_tags = true;
        Self {
            text,
            reader,
            start: 0,
            depth: 0,
            max_depth,
        }
    }

    /// The same from here on, for looking ahead.
    pub(super) fn ahead(&self) -> Self {
        let rest = self.text.get(self.end()..).unwrap_or_default();
        let mut ahead = Self::new(rest, usize::MAX);
        let config = ahead.reader.config_mut();
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        ahead
    }

    pub(super) const fn depth(&self) -> usize {
        self.depth
    }

    /// Where what was read last ends.
    pub(super) fn end(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    pub(super) fn next(&mut self) -> Scan<Piece<'a>> {
        let start = self.end();
        self.start = start;
        let event = self.reader.read_event().map_err(|error| rule(&error))?;
        let whole = self.slice(start..self.end());
        Ok(match event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > self.max_depth {
                    return Err(DecodeRule::TooDeep);
                }
                Piece::Start(Tag::parse(whole, start)?)
            }
            Event::Empty(_) => {
                if self.depth >= self.max_depth {
                    return Err(DecodeRule::TooDeep);
                }
                Piece::Start(Tag::parse(whole, start)?)
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::End
            }
            Event::Text(_) if has_end_of_cdata(whole) => return Err(DecodeRule::Syntax),
            Event::Text(_) => Piece::Text(whole),
            Event::GeneralRef(reference) => Piece::Reference(referenced(&reference)?),
            Event::CData(_) => {
                let text = whole.strip_prefix("<![CDATA[");
                let text = text.and_then(|text| text.strip_suffix("]]>"));
                Piece::CData(text.ok_or(DecodeRule::Syntax)?)
            }
            Event::Comment(_) => Piece::Other,
            Event::PI(_) => {
                let is_declaration = whole
                    .get(2..5)
                    .is_some_and(|name| name.eq_ignore_ascii_case("xml"));
                if is_declaration {
                    return Err(DecodeRule::Xml);
                }
                Piece::Other
            }
            Event::Decl(_) if start == 0 => {
                declaration(whole)?;
                Piece::Other
            }
            Event::Decl(_) | Event::DocType(_) => return Err(DecodeRule::Xml),
            Event::Eof if self.depth > 0 => return Err(DecodeRule::Truncated),
            Event::Eof => Piece::Nothing,
        })
    }
}

impl<'a> Tag<'a> {
    fn parse(whole: &'a str, start: usize) -> Scan<Self> {
        let inner = whole
            .strip_prefix('<')
            .and_then(|tag| tag.strip_suffix('>'));
        let inner = inner.ok_or(DecodeRule::Syntax)?;
        let (inner, is_empty) = match inner.strip_suffix('/') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let is_end = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        let end = inner.bytes().position(is_end).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at_checked(end).unwrap_or((inner, ""));
        if !is_name(name) {
            return Err(DecodeRule::Syntax);
        }
        Ok(Self {
            name,
            attributes,
            is_empty,
            start,
        })
    }

    /// The attributes, namespace declarations among them. That no two have the same name is not checked here.
    pub(super) const fn attributes(&self) -> Attributes<'a> {
        Attributes {
            rest: self.attributes,
            end: self.start + 1 + self.name.len() + self.attributes.len(),
        }
    }

    pub(super) const fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }
}

/// Attributes that are still to come, and where they end in the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attributes<'a> {
    rest: &'a str,
    end: usize,
}

impl<'a> Attributes<'a> {
    fn parse(&mut self) -> Scan<Option<Attribute<'a>>> {
        let rest = self.rest.trim_start_matches(is_white_space);
        if rest.is_empty() {
            return Ok(None);
        }
        if rest.len() == self.rest.len() {
            // There has to be white space before each.
            return Err(DecodeRule::Syntax);
        }
        let start = self.end - rest.len();
        let (name, rest) = rest.split_once('=').ok_or(DecodeRule::Syntax)?;
        let name = name.trim_end_matches(is_white_space);
        let rest = rest.trim_start_matches(is_white_space);
        let mark = rest
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''));
        let mark = mark.ok_or(DecodeRule::Syntax)?;
        let (value, rest) = rest
            .get(1..)
            .and_then(|rest| rest.split_once(mark))
            .ok_or(DecodeRule::Syntax)?;
        if !is_name(name) || value.contains('<') {
            return Err(DecodeRule::Syntax);
        }
        self.rest = rest;
        Ok(Some(Attribute {
            name,
            value: resolved(value)?,
            start,
        }))
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Scan<Attribute<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let parsed = self.parse();
        if parsed.is_err() {
            self.rest = "";
        }
        parsed.transpose()
    }
}

/// The value of an attribute, with references resolved and white space normalized (XML 1.0 §3.3.3).
fn resolved(value: &str) -> Scan<Cow<'_, str>> {
    if !value.contains(['&', '\t', '\n', '\r']) {
        return Ok(Cow::Borrowed(value));
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        text.push_str(plain);
        if let Some(reference) = special.strip_prefix('&') {
            let (name, behind) = reference.split_once(';').ok_or(DecodeRule::Syntax)?;
            text.push(referenced(&BytesRef::new(name))?);
            rest = behind;
        } else {
            text.push(' ');
            let is_pair = special.starts_with("\r\n");
            rest = special
                .get(if is_pair { 2 } else { 1 }..)
                .unwrap_or_default();
        }
    }
    text.push_str(rest);
    Ok(Cow::Owned(text))
}

/// A character, or one of the five entities there are without a document type.
fn referenced(reference: &BytesRef<'_>) -> Scan<char> {
    let name: &str = reference;
    Ok(match name.as_bytes() {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        [b'#', b'x', digits @ ..] => character(digits, 16)?,
        [b'#', digits @ ..] => character(digits, 10)?,
        _ => return Err(DecodeRule::Xml),
    })
}

fn character(digits: &[u8], radix: u32) -> Scan<char> {
    let digits = core::str::from_utf8(digits).map_err(|_| DecodeRule::Syntax)?;
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(DecodeRule::Syntax);
    }
    let number = u32::from_str_radix(digits, radix).map_err(|_| DecodeRule::Xml)?;
    let character = char::from_u32(number).filter(|character| is_character(*character));
    character.ok_or(DecodeRule::Xml)
}

/// Version 1.0, and no encoding but UTF-8.
fn declaration(whole: &str) -> Scan<()> {
    let inner = whole
        .strip_prefix("<?xml")
        .and_then(|rest| rest.strip_suffix("?>"));
    let mut has_version = false;
    let rest = inner.ok_or(DecodeRule::Syntax)?;
    let attributes = Attributes {
        rest,
        end: rest.len(),
    };
    for attribute in attributes {
        let Attribute { name, value, .. } = attribute?;
        let is_allowed = match name {
            "version" => {
                has_version = true;
                value == "1.0"
            }
            "encoding" => value.eq_ignore_ascii_case("utf-8"),
            "standalone" => matches!(&*value, "yes" | "no"),
            _ => false,
        };
        if !is_allowed {
            return Err(DecodeRule::Xml);
        }
    }
    if has_version {
        Ok(())
    } else {
        Err(DecodeRule::Xml)
    }
}

/// What text must not contain (XML 1.0 §2.4).
fn has_end_of_cdata(text: &str) -> bool {
    memchr::memchr(b']', text.as_bytes()).is_some() && text.contains("]]>")
}

/// Where the first character stands that XML does not have (XML 1.0 §2.2).
pub(super) fn illegal_character(text: &str) -> Option<usize> {
    let is_control = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    let has_control = text.bytes().fold(false, |has, byte| has | is_control(byte));
    // The first byte of U+FFFE and U+FFFF.
    if !has_control && memchr::memchr(0xEF, text.as_bytes()).is_none() {
        return None;
    }
    text.find(|character| !is_character(character))
}

/// Whether XML has the character (XML 1.0 §2.2).
pub(super) const fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// A name, with at most one colon between a prefix and a local name (Namespaces in XML §4). Beyond ASCII all is allowed:
/// XML 1.0 has hardly anything against it.
pub(super) fn is_name(name: &str) -> bool {
    let (mut is_first, mut colons) = (true, 0);
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => is_first = false,
            b'0'..=b'9' | b'-' | b'.' if !is_first => {}
            b':' if !is_first => {
                is_first = true;
                colons += 1;
            }
            _ => return false,
        }
    }
    !is_first && colons <= 1
}

/// The prefix and the local name, if there is a prefix. Names are too short for anything cleverer.
#[inline]
pub(super) fn split_prefix(name: &str) -> Option<(&str, &str)> {
    let colon = name.bytes().position(|byte| byte == b':')?;
    Some((name.get(..colon)?, name.get(colon + 1..)?))
}

/// Whether there is nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

pub(super) const fn is_white_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

fn rule(error: &Error) -> DecodeRule {
    match error {
        Error::IllFormed(IllFormedError::MissingEndTag(_)) => DecodeRule::Truncated,
        Error::Syntax(SyntaxError::InvalidBangMarkup) => DecodeRule::Syntax,
        Error::Syntax(_) => DecodeRule::Truncated,
        Error::Io(_)
        | Error::IllFormed(_)
        | Error::InvalidAttr(_)
        | Error::Encoding(_)
        | Error::Escape(_)
        | Error::Namespace(_) => DecodeRule::Syntax,
    }
}
