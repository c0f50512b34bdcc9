//! The tokens behind an element whose start tag was read: JSON has to know it before the element's value.

use alloc::vec::Vec;

use super::markup::{Piece, Rest};
use super::tag::Tag;
use crate::config::Limits;
use crate::error::DecodeRule;
use crate::token::Scan;

/// The part that comes behind an element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ahead {
    /// No other of the same name; and whether there is nothing in this one.
    Single { is_hollow: bool },
    /// One of the same name.
    Another,
}

/// The findings about elements in one look ahead, however they are nested, so that nothing is looked at twice.
#[derive(Debug, Default)]
pub(super) struct LookAhead<'a> {
    /// In the order of the document.
    elements: Vec<Element>,
    /// The first that was not asked for yet.
    next: usize,
    /// The position up to which the document was looked at.
    end: usize,
    /// Those that are open, with what they are in at the bottom.
    open: Vec<Open<'a>>,
}

#[derive(Clone, Copy, Debug)]
struct Element {
    /// Documents are shorter than 4 GiB.
    start: u32,
    is_hollow: bool,
    has_another: bool,
}

/// An element that is open, and which of its elements came last.
#[derive(Clone, Copy, Debug)]
struct Open<'a> {
    index: Option<usize>,
    last: Option<(usize, &'a str)>,
}

impl<'a> LookAhead<'a> {
    /// What comes behind the element of a start tag, which `rest` is behind. What is wrong there shows when it is read.
    pub(super) fn behind(&mut self, tag: &Tag<'a>, rest: Rest<'a>, limits: Limits) -> Ahead {
        let start = u32::try_from(tag.start).unwrap_or(u32::MAX);
        if tag.start >= self.end {
            self.elements.clear();
            self.next = 0;
            if self.look(tag, rest, limits).is_err() {
                // The document is refused before anything behind it is asked for.
                self.end = usize::MAX;
            }
        }
        while let Some(element) = self.elements.get(self.next) {
            if element.start >= start {
                break;
            }
            self.next += 1;
        }
        match self.elements.get(self.next) {
            Some(element) if element.start == start && element.has_another => Ahead::Another,
            Some(element) if element.start == start => Ahead::Single {
                is_hollow: element.is_hollow,
            },
            Some(_) | None => Ahead::Single { is_hollow: false },
        }
    }

    /// Looks past an element, up to the next start or end tag.
    fn look(&mut self, tag: &Tag<'a>, mut rest: Rest<'a>, limits: Limits) -> Scan<()> {
        self.open.clear();
        self.open.push(Open {
            index: None,
            last: None,
        });
        self.start(tag, limits)?;
        loop {
            self.end = rest.at();
            match rest.next()? {
                Piece::Start(next) => {
                    self.start(&next, limits)?;
                    if self.open.len() == 1 + usize::from(!next.is_empty) {
                        // It is not of interest itself, but for its name.
                        self.elements.pop();
                        return Ok(());
                    }
                }
                Piece::End => {
                    if self.open.len() <= 1 {
                        return Ok(());
                    }
                    self.open.pop();
                }
                Piece::Text(_) | Piece::Reference(_) => self.fill(),
                Piece::CData(text) if !text.is_empty() => self.fill(),
                Piece::CData(_) | Piece::Other => {}
                Piece::Nothing if self.open.len() > 1 => return Err(DecodeRule::Truncated),
                Piece::Nothing => return Ok(()),
            }
        }
    }

    fn start(&mut self, tag: &Tag<'a>, limits: Limits) -> Scan<()> {
        if self.open.len() > limits.max_depth {
            return Err(DecodeRule::TooDeep);
        }
        if self.elements.len() > limits.max_members {
            return Err(DecodeRule::TooManyMembers);
        }
        self.fill();
        let index = self.elements.len();
        if let Some(around) = self.open.last_mut()
            && let Some((last, name)) = around.last.replace((index, tag.name))
            && name == tag.name
            && let Some(last) = self.elements.get_mut(last)
        {
            last.has_another = true;
        }
        self.elements.push(Element {
            start: u32::try_from(tag.start).map_err(|_| DecodeRule::TooLong)?,
            is_hollow: true,
            has_another: false,
        });
        if !tag.is_empty {
            self.open.push(Open {
                index: Some(index),
                last: None,
            });
        }
        Ok(())
    }

    /// There is something in the innermost element.
    fn fill(&mut self) {
        let innermost = self.open.last().and_then(|open| open.index);
        if let Some(element) = innermost.and_then(|index| self.elements.get_mut(index)) {
            element.is_hollow = false;
        }
    }
}
