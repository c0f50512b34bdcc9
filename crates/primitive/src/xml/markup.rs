//! The markup of a document, with what oneM2M does not use refused (XML 1.0, TS-0004 8.3).

use core::ops::Range;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::Event;
use quick_xml::parser::{ElementParser, Parser as _, PiParser};
use smallvec::SmallVec;

use super::characters::{
    has_end_of_cdata, is_white, leading_name, referenced, text_len, trim_start,
};
use super::declaration;
use super::tag::Tag;
use crate::error::DecodeRule;
use crate::token::Scan;

/// Reads markup piece by piece; end tags are those of the start tags.
#[derive(Debug)]
pub(super) struct Markup<'a> {
    rest: Rest<'a>,
    /// The beginning of what was read last.
    pub(super) start: usize,
    max_depth: usize,
    /// The names of the elements that are open.
    open: SmallVec<[&'a str; 6]>,
    /// True if no text has anything in it that is not text as it stands.
    is_plain: bool,
}

/// The text that is still to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest<'a> {
    text: &'a str,
    at: usize,
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

impl<'a> Markup<'a> {
    pub(super) fn new(text: &'a str, max_depth: usize) -> Self {
        Self {
            rest: Rest::new(text),
            start: 0,
            max_depth,
            open: SmallVec::new(),
            is_plain: memchr::memchr2(b'\r', b']', text.as_bytes()).is_none(),
        }
    }

    /// The same from here on, for looking ahead.
    pub(super) const fn ahead(&self) -> Rest<'a> {
        self.rest
    }

    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Where what was read last ends.
    pub(super) const fn end(&self) -> usize {
        self.rest.at
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.rest.text.get(range).unwrap_or_default()
    }

    #[inline]
    pub(super) fn next(&mut self) -> Scan<Piece<'a>> {
        self.start = self.rest.at;
        let rest = self.rest.get();
        match rest.as_bytes() {
            [] if self.open.is_empty() => Ok(Piece::Nothing),
            [] => Err(DecodeRule::Truncated),
            [b'<', b'/', ..] => self.end_tag(rest),
            [b'<', b'!' | b'?', ..] => self.rest.next(),
            [b'<', ..] => self.start_tag(rest).map(Piece::Start),
            _ => self.rest.next(),
        }
    }

    /// The next piece, if it is a start tag with nothing but a name in it.
    #[inline]
    pub(super) fn simple_tag(&mut self) -> Option<Tag<'a>> {
        let (tag, len) = Tag::simple(self.rest.get(), self.rest.at)?;
        if self.open.len() >= self.max_depth {
            return None;
        }
        self.start = self.rest.at;
        self.rest.at += len;
        if !tag.is_empty {
            self.open.push(tag.name);
        }
        Some(tag)
    }

    fn start_tag(&mut self, rest: &'a str) -> Scan<Tag<'a>> {
        if let Some(tag) = self.simple_tag() {
            return Ok(tag);
        }
        let whole = whole_tag(rest)?;
        if self.open.len() >= self.max_depth {
            return Err(DecodeRule::TooDeep);
        }
        let tag = Tag::parse(whole, self.start)?;
        self.rest.at += whole.len();
        if !tag.is_empty {
            self.open.push(tag.name);
        }
        Ok(tag)
    }

    fn end_tag(&mut self, rest: &'a str) -> Scan<Piece<'a>> {
        let inner = rest.strip_prefix("</").unwrap_or_default();
        let behind = self.open.last().and_then(|name| inner.strip_prefix(name));
        let Some(behind) = behind.and_then(|behind| trim_start(behind).strip_prefix('>')) else {
            // It is not that of the start tag, or there is more in it.
            whole_tag(rest)?;
            return Err(DecodeRule::Syntax);
        };
        self.open.pop();
        self.rest.at += rest.len() - behind.len();
        Ok(Piece::End)
    }

    /// The text of the element whose start tag was read, and its end tag, if there is nothing else in it that needs care.
    #[inline]
    pub(super) fn plain_text(&mut self) -> Option<&'a str> {
        let rest = self.rest.get();
        let len = text_len(rest.as_bytes())?;
        let name = self.open.last()?;
        let [b'<', b'/', behind @ ..] = rest.as_bytes().get(len..)? else {
            return None;
        };
        if !begins_with(behind, name.as_bytes()) || behind.get(name.len()) != Some(&b'>') {
            return None;
        }
        let text = rest.get(..len)?;
        if !self.is_plain && memchr::memchr2(b'\r', b']', text.as_bytes()).is_some() {
            return None;
        }
        self.start = self.rest.at + len;
        self.rest.at = self.start + name.len() + 3;
        self.open.pop();
        Some(text)
    }
}

/// Names are too short to be compared by a call.
#[inline]
fn begins_with(bytes: &[u8], name: &[u8]) -> bool {
    bytes.len() >= name.len()
        && bytes
            .iter()
            .zip(name)
            .all(|(byte, of_name)| byte == of_name)
}

impl<'a> Rest<'a> {
    /// All of a text but the byte order mark that it may begin with (XML 1.0 appendix F).
    pub(super) fn new(text: &'a str) -> Self {
        let at = if text.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len_utf8()
        } else {
            0
        };
        Self { text, at }
    }

    /// Where the next piece begins.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Returns whether nothing was read yet.
    fn is_at_begin(&self) -> bool {
        self.at == Self::new(self.text).at
    }

    #[inline]
    fn get(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn pass(&mut self, len: usize, piece: Piece<'a>) -> Piece<'a> {
        self.at += len;
        piece
    }

    /// The next piece, whatever is open. End tags may have any name, and much of what is wrong in them passes.
    pub(super) fn next(&mut self) -> Scan<Piece<'a>> {
        let rest = self.get();
        match rest.as_bytes() {
            [] => Ok(Piece::Nothing),
            [b'<', b'/', ..] => {
                let len = whole_tag(rest)?.len();
                Ok(self.pass(len, Piece::End))
            }
            [b'<', b'!', b'-', b'-', comment @ ..] => {
                let len = comment_len(comment)?;
                Ok(self.pass(len + 4, Piece::Other))
            }
            [b'<', b'!', ..] => self.read(rest),
            [b'<', b'?', ..] => self.instruction(rest),
            [b'<', ..] => {
                if let Some((tag, len)) = Tag::simple(rest, self.at) {
                    return Ok(self.pass(len, Piece::Start(tag)));
                }
                let whole = whole_tag(rest)?;
                let tag = Tag::parse(whole, self.at)?;
                Ok(self.pass(whole.len(), Piece::Start(tag)))
            }
            [b'&', name @ ..] => {
                let len = memchr::memchr3(b';', b'&', b'<', name);
                let len = len.filter(|len| name.get(*len) == Some(&b';'));
                let len = len.ok_or(DecodeRule::Syntax)?;
                let character = referenced(rest.get(1..=len).unwrap_or_default())?;
                Ok(self.pass(len + 2, Piece::Reference(character)))
            }
            bytes => {
                let len = text_len(bytes).unwrap_or(bytes.len());
                let text = rest.get(..len).unwrap_or_default();
                if has_end_of_cdata(text) {
                    return Err(DecodeRule::Syntax);
                }
                Ok(self.pass(len, Piece::Text(text)))
            }
        }
    }

    fn instruction(&mut self, rest: &'a str) -> Scan<Piece<'a>> {
        if self.is_at_begin() && rest.starts_with(declaration::USUAL) {
            return Ok(self.pass(declaration::USUAL.len(), Piece::Other));
        }
        let end = PiParser::default().feed(rest.as_bytes());
        let end = end.ok_or(DecodeRule::Truncated)?;
        let whole = rest.get(..=end).unwrap_or_default();
        let inner = whole.get(2..end - 1).ok_or(DecodeRule::Truncated)?;
        match inner.as_bytes() {
            [b'x', b'm', b'l', behind @ ..]
                if behind.first().is_none_or(|byte| is_white(*byte)) =>
            {
                if !self.is_at_begin() {
                    return Err(DecodeRule::Xml);
                }
                declaration::check(inner.get(3..).unwrap_or_default())?;
            }
            // Of names that begin so, this one alone is reserved (XML 1.0 §2.6).
            [b'x' | b'X', b'm' | b'M', b'l' | b'L', behind @ ..]
                if behind.first().is_none_or(|byte| is_white(*byte)) =>
            {
                return Err(DecodeRule::Xml);
            }
            inner => {
                let target = leading_name(inner).ok_or(DecodeRule::Syntax)?;
                let behind = inner.get(target.len);
                if target.colon != 0 || behind.is_some_and(|byte| !is_white(*byte)) {
                    return Err(DecodeRule::Syntax);
                }
            }
        }
        Ok(self.pass(whole.len(), Piece::Other))
    }

    /// Reads what is rare: CDATA sections and document types.
    #[cold]
    fn read(&mut self, rest: &'a str) -> Scan<Piece<'a>> {
        let mut reader = Reader::from_str(rest);
        let event = reader.read_event().map_err(|error| rule(&error))?;
        let len = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let whole = rest.get(..len).unwrap_or_default();
        let piece = match event {
            Event::CData(_) => {
                let text = whole.strip_prefix("<![CDATA[");
                let text = text.and_then(|text| text.strip_suffix("]]>"));
                Piece::CData(text.ok_or(DecodeRule::Syntax)?)
            }
            Event::Comment(_) | Event::PI(_) => Piece::Other,
            Event::Text(_) => Piece::Text(whole),
            Event::GeneralRef(reference) => Piece::Reference(referenced(&reference)?),
            Event::Eof => Piece::Nothing,
            Event::DocType(_) => return Err(DecodeRule::Xml),
            Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::Decl(_) => {
                return Err(DecodeRule::Syntax);
            }
        };
        Ok(self.pass(len, piece))
    }
}

/// The length of the rest of a comment: two hyphens end it (XML 1.0 §2.5).
fn comment_len(comment: &[u8]) -> Scan<usize> {
    let hyphens = memchr::memmem::find(comment, b"--").ok_or(DecodeRule::Truncated)?;
    match comment.get(hyphens + 2) {
        Some(b'>') => Ok(hyphens + 3),
        Some(_) => Err(DecodeRule::Syntax),
        None => Err(DecodeRule::Truncated),
    }
}

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The tag that `rest` begins with. It may have `>` in the values of attributes.
fn whole_tag(rest: &str) -> Scan<&str> {
    let end = ElementParser::default().feed(rest.as_bytes());
    let end = end.ok_or(DecodeRule::Truncated)?;
    Ok(rest.get(..=end).unwrap_or_default())
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
