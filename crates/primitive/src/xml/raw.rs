//! Values that are passed on as they stand.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::characters::is_blank;
use super::fragment;
use super::look_ahead::Ahead;
use super::markup::Piece;
use super::source::{Inside, State, XmlSource};
use super::tag::Tag;
use crate::error::DecodeRule;
use crate::raw::{Raw, XmlFragment};
use crate::token::{Scan, Token};

impl<'a> XmlSource<'a> {
    /// The element whose start tag was read, and those of the same name behind it if it is an array, as they stand.
    pub(super) fn pass(&mut self) -> Scan<Raw<'a>> {
        if self.state != State::Value {
            return self.pass_other();
        }
        self.state = State::Members;
        let is_array = matches!(self.queue.pop(), Some(Token::BeginArray));
        let tag = self.tag;
        let depth = self.markup.depth() + usize::from(tag.is_empty);
        let namespaces = self.namespaces.in_scope(depth);
        self.pass_element(&tag)?;
        let (mut count, mut end) = (1_usize, self.markup.end());
        self.namespaces.leave(self.markup.depth() + 1);
        let mut closed = tag;
        closed.is_empty = true;
        while is_array && matches!(self.look_ahead(closed), Ahead::Another) {
            let mut next = loop {
                if let Piece::Start(next) = self.markup.next()? {
                    break next;
                }
            };
            self.count_member()?;
            let depth = self.markup.depth() + usize::from(next.is_empty);
            self.namespaces.enter(&mut next, depth)?;
            self.pass_element(&next)?;
            self.namespaces.leave(self.markup.depth() + 1);
            (count, end) = (count + 1, self.markup.end());
            closed = next;
            closed.is_empty = true;
        }
        self.end_array();
        let text = self.markup.slice(tag.start..end);
        self.declared(text, namespaces, count).map(Raw::Xml)
    }

    /// So many elements, with what they use of the namespaces around them declared in each: they will stand elsewhere.
    fn declared(
        &mut self,
        text: &'a str,
        mut namespaces: Vec<(Cow<'a, str>, Cow<'a, str>)>,
        count: usize,
    ) -> Scan<XmlFragment<'a>> {
        if !namespaces.is_empty() {
            let has_prefixes = memchr::memchr(b':', text.as_bytes()).is_some();
            namespaces
                .retain(|(prefix, _)| prefix.is_empty() || (has_prefixes && uses(text, prefix)));
        }
        let fragment = XmlFragment {
            text: Cow::Borrowed(text),
            namespaces,
            is_update: false,
        };
        if fragment.namespaces.is_empty() {
            return Ok(fragment);
        }
        let lengths = fragment.namespaces.iter();
        let len: usize = lengths.map(|(prefix, uri)| prefix.len() + uri.len()).sum();
        // A long declaration and many short elements would become much more than the input.
        self.repeated = self.repeated.saturating_add(len.saturating_mul(count));
        if self.repeated > self.input.0.len() {
            return Err(DecodeRule::TooLong);
        }
        let mut declared = Vec::with_capacity(text.len() + len);
        fragment::elements(&fragment, &mut declared).map_err(|_| DecodeRule::Xml)?;
        Ok(XmlFragment {
            text: Cow::Owned(String::from_utf8(declared).map_err(|_| DecodeRule::Utf8)?),
            namespaces: Vec::new(),
            is_update: false,
        })
    }
}

/// Returns whether the prefix stands before a colon somewhere.
fn uses(text: &str, prefix: &str) -> bool {
    let mut found = memchr::memmem::find_iter(text.as_bytes(), prefix);
    found.any(|at| text.as_bytes().get(at + prefix.len()) == Some(&b':'))
}

impl<'a> XmlSource<'a> {
    /// The rest of an element, whatever is in it.
    fn pass_element(&mut self, tag: &Tag<'a>) -> Scan<()> {
        if tag.is_empty {
            return Ok(());
        }
        let outer = self.markup.depth();
        while self.markup.depth() >= outer {
            while let Some(inner) = self.markup.simple_tag() {
                self.count_member()?;
                self.namespaces.check(&inner)?;
                if inner.is_empty || self.markup.plain_text().is_some() {
                    self.namespaces.leave(self.markup.depth() + 1);
                }
            }
            match self.markup.next()? {
                Piece::Start(mut inner) => {
                    self.count_member()?;
                    let depth = self.markup.depth() + usize::from(inner.is_empty);
                    self.namespaces.enter(&mut inner, depth)?;
                    self.namespaces.check(&inner)?;
                    if inner.is_empty {
                        self.namespaces.leave(depth);
                    }
                }
                Piece::End => self.namespaces.leave(self.markup.depth() + 1),
                Piece::Nothing => return Err(DecodeRule::Truncated),
                Piece::Text(_) | Piece::Reference(_) | Piece::CData(_) | Piece::Other => {}
            }
        }
        Ok(())
    }

    /// A value that has no element of its own, such as an attribute: nobody keeps it.
    fn pass_other(&mut self) -> Scan<Raw<'a>> {
        let depth = self.names.depth();
        let mut arrays = 0_usize;
        loop {
            match self.token()?.ok_or(DecodeRule::Truncated)? {
                Token::BeginArray => arrays += 1,
                Token::EndArray => arrays = arrays.saturating_sub(1),
                Token::BeginObject
                | Token::Name(_)
                | Token::EndObject
                | Token::Text(_)
                | Token::Number(_)
                | Token::Boolean(_)
                | Token::Null => {}
            }
            if arrays == 0 && self.names.depth() <= depth {
                return Ok(Raw::Xml(XmlFragment {
                    text: Cow::Borrowed(""),
                    namespaces: Vec::new(),
                    is_update: false,
                }));
            }
        }
    }

    /// The one element in the element whose start tag was read.
    pub(super) fn pass_content(&mut self) -> Scan<Raw<'a>> {
        if mem::replace(&mut self.state, State::Members) != State::Value {
            return Err(DecodeRule::Content);
        }
        let Inside::Element(mut first) = self.inside()? else {
            return Err(DecodeRule::Content);
        };
        let outer = self.markup.depth() - usize::from(!first.is_empty);
        let namespaces = self.namespaces.in_scope(outer + 1);
        self.count_member()?;
        self.namespaces.enter(&mut first, outer + 1)?;
        self.namespaces.check(&first)?;
        self.pass_element(&first)?;
        let text = self.markup.slice(first.start..self.markup.end());
        loop {
            match self.markup.next()? {
                Piece::End => break,
                Piece::Other => {}
                Piece::Text(text) if is_blank(text) => {}
                Piece::Start(_)
                | Piece::Text(_)
                | Piece::Reference(_)
                | Piece::CData(_)
                | Piece::Nothing => return Err(DecodeRule::Content),
            }
        }
        self.namespaces.leave(outer);
        Ok(Raw::Xml(XmlFragment {
            text: Cow::Borrowed(text),
            namespaces,
            is_update: false,
        }))
    }
}
