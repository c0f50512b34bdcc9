//! Start tags, and the attributes in them.

use alloc::borrow::Cow;
use alloc::string::String;

use super::characters::{
    NameShape, is_name, is_white, leading_name, name_shape, position, referenced, trim_end,
    trim_start,
};
use crate::error::DecodeRule;
use crate::token::Scan;

/// The attributes of nearly every root element.
pub(super) const USUAL: &str = " xmlns:m2m=\"http://www.onem2m.org/xml/protocols\"";

/// The content of a start tag.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    /// The attributes, which follow the name.
    attributes: &'a str,
    /// Where it begins in the document.
    pub(super) start: usize,
    /// Where the colon of the name is: 0 if it has none.
    colon: usize,
    pub(super) is_empty: bool,
    /// True if it has attributes that are members; known once its namespaces are entered.
    pub(super) has_members: bool,
}

/// An attribute, checked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
    /// Where its name begins in the document.
    pub(super) start: usize,
}

impl<'a> Tag<'a> {
    /// The tag that `rest` begins with, and how long it is, if there is nothing but a name in it.
    #[inline(always)]
    pub(super) fn simple(rest: &'a str, start: usize) -> Option<(Self, usize)> {
        let [b'<', inner @ ..] = rest.as_bytes() else {
            return None;
        };
        let NameShape { len, colon } = leading_name(inner)?;
        let is_empty = match inner.get(len..)? {
            [b'>', ..] => false,
            [b'/', b'>', ..] => true,
            _ => return None,
        };
        let tag = Self {
            name: rest.get(1..=len)?,
            attributes: "",
            start,
            colon,
            is_empty,
            has_members: false,
        };
        Some((tag, len + if is_empty { 3 } else { 2 }))
    }

    /// The tag that is all of `whole`.
    pub(super) fn parse(whole: &'a str, start: usize) -> Scan<Self> {
        let inner = whole
            .strip_prefix('<')
            .and_then(|tag| tag.strip_suffix('>'));
        let inner = inner.ok_or(DecodeRule::Syntax)?;
        let (inner, is_empty) = match inner.strip_suffix('/') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let end = inner.bytes().position(is_white).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at_checked(end).unwrap_or((inner, ""));
        let NameShape { colon, .. } = name_shape(name).ok_or(DecodeRule::Syntax)?;
        Ok(Self {
            name,
            attributes,
            start,
            colon,
            is_empty,
            has_members: false,
        })
    }

    /// The prefix and the local name, if there is a prefix.
    #[inline]
    pub(super) fn split_prefix(&self) -> Option<(&'a str, &'a str)> {
        if self.colon == 0 {
            return None;
        }
        let prefix = self.name.get(..self.colon)?;
        Some((prefix, self.name.get(self.colon + 1..)?))
    }

    /// The attributes, namespace declarations among them. That no two have the same name is not checked here.
    pub(super) const fn attributes(&self) -> Attributes<'a> {
        Attributes {
            rest: self.attributes,
            end: self.start + 1 + self.name.len() + self.attributes.len(),
        }
    }

    /// Returns whether its attributes are those of nearly every root element.
    pub(super) fn is_usual(&self) -> bool {
        self.attributes == USUAL
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
    /// Those of something that has its own place in no document.
    pub(super) const fn new(rest: &'a str) -> Self {
        Self {
            rest,
            end: rest.len(),
        }
    }

    fn parse(&mut self) -> Scan<Option<Attribute<'a>>> {
        let rest = trim_start(self.rest);
        if rest.is_empty() {
            return Ok(None);
        }
        if rest.len() == self.rest.len() {
            // There has to be white space before each.
            return Err(DecodeRule::Syntax);
        }
        let start = self.end - rest.len();
        let (name, rest) = split(rest, b'=')?;
        let name = trim_end(name);
        let rest = trim_start(rest);
        let (mark, rest) = match rest.as_bytes().first() {
            Some(mark @ (b'"' | b'\'')) => (*mark, rest.get(1..).unwrap_or_default()),
            Some(_) | None => return Err(DecodeRule::Syntax),
        };
        let (value, rest) = split(rest, mark)?;
        if !is_name(name) {
            return Err(DecodeRule::Syntax);
        }
        let value = resolved(value)?;
        self.rest = rest;
        Ok(Some(Attribute { name, value, start }))
    }
}

/// The texts before and behind the first such byte, which is ASCII.
fn split(text: &str, mark: u8) -> Scan<(&str, &str)> {
    let at = memchr::memchr(mark, text.as_bytes()).ok_or(DecodeRule::Syntax)?;
    let before = text.get(..at).unwrap_or_default();
    Ok((before, text.get(at + 1..).unwrap_or_default()))
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
    let is_special = |byte: u8| matches!(byte, b'&' | b'\t' | b'\n' | b'\r' | b'<');
    if position(value.as_bytes(), is_special).is_none() {
        return Ok(Cow::Borrowed(value));
    }
    if value.contains('<') {
        return Err(DecodeRule::Syntax);
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = position(rest.as_bytes(), is_special) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        text.push_str(plain);
        if let Some(reference) = special.strip_prefix('&') {
            let (name, behind) = split(reference, b';')?;
            text.push(referenced(name)?);
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
