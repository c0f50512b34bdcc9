//! Reads a tree as tokens, as other sources read bytes.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::error::DecodeRule;
use crate::raw::Raw;
use crate::token::{Scan, Source, Token};
use crate::value::Value;

/// The tokens of a tree. A tree in memory was within the limits, or is the caller's doing.
pub(crate) struct TreeSource<'v> {
    /// The value that comes next, if it is not in what is open.
    next: Option<&'v Value<'v>>,
    open: Vec<Open<'v>>,
}

enum Open<'v> {
    Array(slice::Iter<'v, Value<'v>>),
    Object {
        members: slice::Iter<'v, (Cow<'v, str>, Value<'v>)>,
        /// The name that was read last.
        name: &'v str,
    },
}

impl<'v> TreeSource<'v> {
    pub(crate) const fn new(root: &'v Value<'v>) -> Self {
        Self {
            next: Some(root),
            open: Vec::new(),
        }
    }

    fn begin(&mut self, value: &'v Value<'v>) -> Token<'v> {
        match value {
            Value::Null => Token::Null,
            Value::Boolean(boolean) => Token::Boolean(*boolean),
            Value::Number(number) => Token::Number(*number),
            Value::Text(text) => Token::Text(Cow::Borrowed(text)),
            Value::Array(items) => {
                self.open.push(Open::Array(items.iter()));
                Token::BeginArray
            }
            Value::Object(members) => {
                let members = members.iter();
                self.open.push(Open::Object { members, name: "" });
                Token::BeginObject
            }
        }
    }
}

impl<'v> Source<'v> for TreeSource<'v> {
    fn next(&mut self) -> Scan<Option<Token<'v>>> {
        if let Some(value) = self.next.take() {
            return Ok(Some(self.begin(value)));
        }
        let (value, end) = match self.open.last_mut() {
            None => return Ok(None),
            Some(Open::Array(items)) => (items.next(), Token::EndArray),
            Some(Open::Object { members, name }) => {
                if let Some((member, value)) = members.next() {
                    *name = member;
                    self.next = Some(value);
                    return Ok(Some(Token::Name(Cow::Borrowed(member))));
                }
                (None, Token::EndObject)
            }
        };
        if let Some(value) = value {
            return Ok(Some(self.begin(value)));
        }
        self.open.pop();
        Ok(Some(end))
    }

    /// Passes the value over: nobody who reads a tree asks for bytes.
    fn raw(&mut self) -> Scan<Raw<'v>> {
        let skipped = match self.open.last_mut() {
            Some(Open::Array(items)) if self.next.is_none() => items.next(),
            Some(_) | None => self.next.take(),
        };
        skipped.ok_or(DecodeRule::Truncated)?;
        Ok(Raw::Json(Cow::Borrowed("")))
    }

    fn content(&mut self) -> Scan<Raw<'v>> {
        self.raw()
    }

    fn offset(&self) -> usize {
        0
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for open in &self.open {
            if let Open::Object { name, .. } = open
                && !name.is_empty()
            {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(name);
            }
        }
        path
    }
}
