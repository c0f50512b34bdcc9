//! The values of elements, with the types that the table gives them.

use alloc::borrow::Cow;

use super::{Inside, State, XmlSource};
use crate::certain;
use crate::config::UnknownNames;
use crate::error::DecodeRule;
use crate::schema::{Context, JsonType, Member, XmlForm};
use crate::token::{Number, Scan, Token};
use crate::types::Operation;
use crate::xml::characters::is_blank;
use crate::xml::lexical;
use crate::xml::markup::Piece;

impl<'a> XmlSource<'a> {
    /// The value of an element.
    pub(super) fn value(&mut self) -> Scan<Token<'a>> {
        self.token_start = self.tag.start;
        let Some(member) = self.member else {
            let is_anything = self.frames.last().is_some_and(|frame| frame.is_anything);
            if self.unknown_names == UnknownNames::Refuse && !is_anything {
                return Err(DecodeRule::UnknownName);
            }
            return self.anything(is_anything);
        };
        let (json_type, xml_form) = (member.json_type(), member.xml_form());
        if json_type == JsonType::Object {
            return self.object(member.context());
        }
        if self.tag.has_members && json_type != JsonType::Any {
            return Err(self.unknown_attribute());
        }
        if xml_form == XmlForm::List {
            return self.list(member);
        }
        if json_type == JsonType::Any {
            return self.anything(true);
        }
        match self.inside()? {
            Inside::Empty => self.nothing(Some(member)),
            Inside::Text(text) if json_type != JsonType::Text && is_blank(&text) => {
                self.nothing(Some(member))
            }
            Inside::Text(text) => {
                let token = self.lexical(text, json_type)?;
                self.note_operation(member, &token);
                Ok(self.scalar(token))
            }
            Inside::Element(_) => Err(DecodeRule::Type),
        }
    }

    /// A request within content may be an UPDATE.
    fn note_operation(&mut self, member: Member, token: &Token<'_>) {
        let update = Number::Integer(Operation::UPDATE.0.into());
        if *token == Token::Number(update)
            && member.short_name() == "op"
            && let Some(frame) = self.frames.last_mut()
            && frame.context == Some(Context::REQUEST)
        {
            frame.is_update = true;
        }
    }

    /// The value of an element, if that is text and there is nothing else in it that needs care.
    pub(super) fn plain_text(&mut self) -> Option<&'a str> {
        if self.state != State::Value || !self.queue.is_empty() || self.tag.is_empty {
            return None;
        }
        let member = self.member.filter(|_| !self.tag.has_members)?;
        if member.json_type() != JsonType::Text || member.xml_form() == XmlForm::List {
            return None;
        }
        let text = self.markup.plain_text()?;
        self.token_start = self.tag.start;
        self.state = State::Members;
        self.namespaces.leave(self.markup.depth() + 1);
        Some(text)
    }

    /// After the element of a value without structure.
    pub(super) fn scalar(&mut self, token: Token<'a>) -> Token<'a> {
        self.state = State::Members;
        self.namespaces.leave(self.markup.depth() + 1);
        token
    }

    fn object(&mut self, context: Option<Context>) -> Scan<Token<'a>> {
        if self.deletes() && !self.tag.has_members && self.is_hollow() {
            self.pass_nothing()?;
            return Ok(Token::Null);
        }
        self.begin_object(context, false)?;
        Ok(Token::BeginObject)
    }

    /// Text, or an object if there are elements in it: of an `xs:anyType`, or what the table does not have.
    fn anything(&mut self, is_anything: bool) -> Scan<Token<'a>> {
        if self.tag.has_members {
            // Beside text, attributes have no place in JSON.
            if self.unknown_names == UnknownNames::Refuse || self.has_text() {
                return Err(self.unknown_attribute());
            }
            self.begin_object(None, is_anything)?;
            return Ok(Token::BeginObject);
        }
        match self.inside()? {
            Inside::Empty => self.nothing(self.member),
            Inside::Text(text) => Ok(self.scalar(Token::Text(text))),
            Inside::Element(first) => {
                self.begin_object(None, is_anything)?;
                self.tag = first;
                let name = self.child()?;
                self.queue.push(name);
                Ok(Token::BeginObject)
            }
        }
    }

    /// Returns whether text comes first in the element whose start tag was read.
    fn has_text(&self) -> bool {
        let mut rest = self.markup.ahead();
        !self.tag.is_empty
            && loop {
                match rest.next() {
                    Ok(Piece::Other) => {}
                    Ok(Piece::Text(text)) if is_blank(text) => {}
                    Ok(Piece::Text(_) | Piece::CData(_) | Piece::Reference(_)) => break true,
                    Ok(Piece::Start(_) | Piece::End | Piece::Nothing) | Err(_) => break false,
                }
            }
    }

    fn list(&mut self, member: Member) -> Scan<Token<'a>> {
        match self.inside()? {
            Inside::Empty => self.nothing(Some(member)),
            Inside::Text(text) if is_blank(&text) => self.nothing(Some(member)),
            Inside::Text(text) => {
                let token = self.scalar(Token::BeginArray);
                self.state = State::List;
                self.value = text;
                self.value_start = 0;
                Ok(token)
            }
            Inside::Element(_) => Err(DecodeRule::Type),
        }
    }

    /// The next item of a list.
    pub(super) fn item(&mut self) -> Scan<Token<'a>> {
        let Some(range) = lexical::word(&self.value, self.value_start) else {
            self.state = State::Members;
            return Ok(Token::EndArray);
        };
        self.count_member()?;
        self.value_start = range.end;
        let item = match &self.value {
            Cow::Borrowed(text) => Cow::Borrowed(certain::text(text, range)),
            Cow::Owned(text) => Cow::Owned(certain::text(text, range).into()),
        };
        self.lexical(item, self.member.map_or(JsonType::Text, Member::json_type))
    }
}
