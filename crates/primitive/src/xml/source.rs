//! One pass over XML that gives it the types that it does not tell.

use alloc::borrow::Cow;
use alloc::string::String;
use core::cmp::Ordering;
use core::mem;

use smallvec::SmallVec;

use super::characters::{self, is_blank, is_white};
use super::lexical;
use super::markup::{Markup, Piece};
use super::namespace::{Namespaces, ONEM2M, is_administrative};
use super::tag::{Attribute, Attributes, Tag};
use crate::config::{CodecConfig, Limits, UnknownNames};
use crate::content::{Raw, XmlFragment};
use crate::envelope::Root;
use crate::error::{DecodeError, DecodeRule};
use crate::names::{self, NameAt, Names};
use crate::schema::{Context, JsonType, Member, XmlForm};
use crate::token::{Scan, Source, Token};

/// Where it stands in the document, and which elements are open around it. Nesting costs no stack.
#[derive(Debug)]
pub(crate) struct XmlSource<'a> {
    pub(super) input: Input<'a>,
    pub(super) markup: Markup<'a>,
    limits: Limits,
    unknown_names: UnknownNames,
    members: usize,
    pub(super) names: Names,
    pub(super) namespaces: Namespaces<'a>,
    frames: SmallVec<[Frame<'a>; 4]>,
    pub(super) state: State,
    /// The start tag that the state is about, and the member, or the attribute that is one.
    pub(super) tag: Tag<'a>,
    member: Option<Member>,
    /// Those that are still to come.
    attributes: Attributes<'a>,
    /// What is still to come of an attribute, the text of an object, or a list, from there on.
    value: Cow<'a, str>,
    value_start: usize,
    /// Tokens to come before the state goes on, last first.
    pub(super) queue: SmallVec<[Token<'a>; 2]>,
    token_start: usize,
    /// The length of all declarations that were copied into elements.
    pub(super) repeated: usize,
}

/// An object: an element with elements, or the whole of a fragment.
#[derive(Debug)]
struct Frame<'a> {
    context: Option<Context>,
    /// The member that came last, if it is an array that is open.
    array: Option<Cow<'a, str>>,
    is_fragment: bool,
    /// Whether it is there for the value of its member only.
    is_silent: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    /// The elements of the innermost object.
    Members,
    /// A start tag was read, and its name given.
    Value,
    /// The attributes of an object; then its elements, or nothing if the tag is empty; or its text.
    Attributes,
    AttributeValue,
    /// The text of an object with attributes.
    TextContent,
    /// The items of a list.
    List,
    Nothing,
}

/// What is in an element.
pub(super) enum Inside<'a> {
    /// An empty-element tag.
    Empty,
    Text(Cow<'a, str>),
    /// The first of its elements.
    Element(Tag<'a>),
}

/// What comes behind an element.
pub(super) enum Ahead {
    /// No other of the same name; and whether there is nothing in this one.
    Single { is_hollow: bool },
    /// One of the same name.
    Another,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Input<'a>(pub(super) &'a str);

impl<'a> XmlSource<'a> {
    fn new(text: &'a str, config: &CodecConfig) -> Self {
        Self {
            input: Input(text),
            markup: Markup::new(text, config.limits.max_depth),
            limits: config.limits,
            unknown_names: config.unknown_names,
            members: 0,
            names: Names::new(),
            namespaces: Namespaces::default(),
            frames: SmallVec::new(),
            state: State::Members,
            tag: Tag::default(),
            member: None,
            attributes: Attributes::new(""),
            value: Cow::Borrowed(""),
            value_start: 0,
            queue: SmallVec::new(),
            token_start: 0,
            repeated: 0,
        }
    }

    /// A whole primitive, whose root element says what it is.
    pub(crate) fn document(
        text: &'a str,
        config: &CodecConfig,
    ) -> Result<(Self, Root), DecodeError> {
        let mut source = Self::new(text, config);
        if let Some(offset) = characters::illegal_character(text) {
            return Err(DecodeError {
                offset,
                ..DecodeError::new(DecodeRule::Xml)
            });
        }
        match source.root() {
            Ok(root) => Ok((source, root)),
            Err(rule) => {
                source.token_start = source.markup.start;
                Err(DecodeError::at(rule, &source))
            }
        }
    }

    fn root(&mut self) -> Scan<Root> {
        self.tag = loop {
            match self.markup.next()? {
                Piece::Start(tag) => break tag,
                Piece::Other => {}
                Piece::Text(text) if is_blank(text) => {}
                Piece::Nothing => return Err(DecodeRule::Truncated),
                Piece::Text(_) | Piece::CData(_) | Piece::Reference(_) | Piece::End => {
                    return Err(DecodeRule::NotAnObject);
                }
            }
        };
        self.namespaces.enter(&mut self.tag, self.markup.depth())?;
        let root = match &*self.namespaces.name(&self.tag)? {
            "m2m:rqp" => Root::Request,
            "m2m:rsp" => Root::Response,
            _ => return Err(DecodeRule::NeitherRequestNorResponse),
        };
        let context = match root {
            Root::Request => Context::REQUEST,
            Root::Response => Context::RESPONSE,
        };
        self.begin_object(Some(context))?;
        self.queue.push(Token::BeginObject);
        Ok(root)
    }

    /// The content of a primitive: an object with the one element.
    pub(crate) fn content(fragment: &'a XmlFragment<'_>, config: &CodecConfig) -> Scan<Self> {
        let mut source = Self::fragment(fragment, Context::CONTENT, config)?;
        source.queue.push(Token::BeginObject);
        Ok(source)
    }

    /// The value of a parameter, given its element or elements.
    pub(crate) fn parameter(
        fragment: &'a XmlFragment<'_>,
        context: Context,
        config: &CodecConfig,
    ) -> Scan<Self> {
        let mut source = Self::fragment(fragment, context, config)?;
        if let Some(frame) = source.frames.last_mut() {
            frame.is_silent = true;
        }
        source.next()?;
        Ok(source)
    }

    fn fragment(
        fragment: &'a XmlFragment<'_>,
        context: Context,
        config: &CodecConfig,
    ) -> Scan<Self> {
        let mut source = Self::new(&fragment.text, config);
        source.namespaces.bind(0, "m2m", Cow::Borrowed(ONEM2M));
        for (prefix, uri) in &fragment.namespaces {
            source.namespaces.bind(0, prefix, Cow::Borrowed(uri));
        }
        source.names.enter(true, usize::MAX)?;
        source.frames.push(Frame {
            context: Some(context),
            array: None,
            is_fragment: true,
            is_silent: false,
        });
        Ok(source)
    }

    pub(super) const fn count_member(&mut self) -> Scan<()> {
        self.members = self.members.saturating_add(1);
        if self.members > self.limits.max_members {
            return Err(DecodeRule::TooManyMembers);
        }
        Ok(())
    }

    fn begin_object(&mut self, context: Option<Context>) -> Scan<()> {
        self.names.enter(true, usize::MAX)?;
        self.frames.push(Frame {
            context,
            array: None,
            is_fragment: false,
            is_silent: false,
        });
        let tag = &self.tag;
        self.state = State::Members;
        if tag.has_members || tag.is_empty || has_text_content(context) {
            self.state = State::Attributes;
            self.attributes = tag.attributes();
        }
        Ok(())
    }

    /// Ends the innermost object; its end tag was read.
    fn end_object(&mut self) -> Scan<Token<'a>> {
        self.names
            .leave(&self.input)
            .map_err(|_| DecodeRule::DuplicateMember)?;
        let frame = self.frames.pop();
        self.namespaces.leave(self.markup.depth() + 1);
        let is_fragment = frame.is_some_and(|frame| frame.is_fragment);
        self.state = if is_fragment {
            State::Nothing
        } else {
            State::Members
        };
        Ok(Token::EndObject)
    }

    /// What comes next in the innermost object.
    fn member(&mut self) -> Scan<Option<Token<'a>>> {
        if let Some(tag) = self.markup.simple_tag() {
            self.token_start = tag.start;
            self.tag = tag;
            return self.child().map(Some);
        }
        loop {
            let piece = self.markup.next()?;
            self.token_start = self.markup.start;
            match piece {
                Piece::Start(tag) => {
                    self.tag = tag;
                    return self.child().map(Some);
                }
                Piece::Other => {}
                Piece::Text(text) if is_blank(text) => {}
                Piece::Text(_) | Piece::CData(_) | Piece::Reference(_) => {
                    return Err(DecodeRule::Syntax);
                }
                Piece::End | Piece::Nothing => {
                    let Some(frame) = self.frames.last_mut() else {
                        return if piece == Piece::Nothing {
                            Ok(None)
                        } else {
                            Err(DecodeRule::Syntax)
                        };
                    };
                    let was_array = frame.array.take().is_some();
                    let is_silent = frame.is_silent;
                    let end = Some(self.end_object()?).filter(|_| !is_silent);
                    if was_array {
                        self.queue.extend(end);
                        return Ok(Some(Token::EndArray));
                    }
                    return Ok(end);
                }
            }
        }
    }

    /// The element of the innermost object whose start tag was read: the tokens before its value; or the value, within an
    /// array.
    fn child(&mut self) -> Scan<Token<'a>> {
        if self.frames.is_empty() {
            return Err(DecodeRule::TrailingBytes);
        }
        self.count_member()?;
        let depth = self.markup.depth() + usize::from(self.tag.is_empty);
        self.namespaces.enter(&mut self.tag, depth)?;
        let name = self.namespaces.name(&self.tag)?;
        let Some(frame) = self.frames.last_mut() else {
            return Err(DecodeRule::Syntax);
        };
        let member = frame.context.and_then(|context| context.member(&name));
        let form = member.map(Member::xml_form);
        let member = member.filter(|_| form != Some(XmlForm::Attribute));
        self.state = State::Value;
        self.member = member;
        if frame.array.as_ref() == Some(&name) {
            return self.value();
        }
        let was_array = frame.array.take().is_some();
        self.names
            .add(self.tag.start, names::hash(name.as_bytes()), &self.input)?;
        let is_array = match member {
            Some(_) if form == Some(XmlForm::Repeated) => self.repeated()?,
            Some(_) => false,
            None => matches!(self.look_ahead(&self.tag), Ahead::Another),
        };
        if is_array {
            self.queue.push(Token::BeginArray);
            if let Some(frame) = self.frames.last_mut() {
                frame.array = Some(name.clone());
            }
        }
        if was_array {
            self.queue.push(Token::Name(name));
            return Ok(Token::EndArray);
        }
        Ok(Token::Name(name))
    }

    /// Whether an element of a repeated member begins an array.
    fn repeated(&mut self) -> Scan<bool> {
        match self.look_ahead(&self.tag) {
            Ahead::Single { is_hollow: true } if !self.tag.has_attributes() => {
                self.pass_hollow()?;
                Ok(false)
            }
            Ahead::Single { .. } | Ahead::Another => Ok(true),
        }
    }

    /// No array is open in the innermost object.
    pub(super) fn end_array(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.array = None;
        }
    }
}

impl<'a> XmlSource<'a> {
    /// Looks past the element whose start tag was read. What is wrong with it shows when it is read.
    pub(super) fn look_ahead(&self, tag: &Tag<'a>) -> Ahead {
        let nothing = Ahead::Single { is_hollow: false };
        self.look_past(tag).unwrap_or(nothing)
    }

    fn look_past(&self, tag: &Tag<'a>) -> Scan<Ahead> {
        let mut markup = self.markup.ahead();
        let mut depth = usize::from(!tag.is_empty);
        let mut is_hollow = true;
        loop {
            match markup.next()? {
                Piece::Start(next) if depth == 0 => {
                    return Ok(if next.name == tag.name {
                        Ahead::Another
                    } else {
                        Ahead::Single { is_hollow }
                    });
                }
                Piece::Start(next) => {
                    is_hollow = false;
                    depth += usize::from(!next.is_empty);
                }
                Piece::End if depth == 0 => return Ok(Ahead::Single { is_hollow }),
                Piece::End => depth -= 1,
                Piece::Text(_) | Piece::Reference(_) | Piece::CData(_) if depth > 0 => {
                    is_hollow = false;
                }
                Piece::Text(_) | Piece::Reference(_) | Piece::CData(_) | Piece::Other => {}
                Piece::Nothing if depth > 0 => return Err(DecodeRule::Truncated),
                Piece::Nothing => return Ok(Ahead::Single { is_hollow }),
            }
        }
    }

    /// An element of a repeated member with nothing in it, and no other beside it: NULL if it is an empty-element tag, and
    /// an array without items if it is not.
    fn pass_hollow(&mut self) -> Scan<()> {
        self.state = State::Members;
        if self.tag.is_empty {
            self.namespaces.leave(self.markup.depth() + 1);
            self.queue.push(Token::Null);
            return Ok(());
        }
        while self.markup.next()? != Piece::End {}
        self.namespaces.leave(self.markup.depth() + 1);
        self.queue.push(Token::EndArray);
        self.queue.push(Token::BeginArray);
        Ok(())
    }

    pub(super) fn token(&mut self) -> Scan<Option<Token<'a>>> {
        if let Some(token) = self.queue.pop() {
            return Ok(Some(token));
        }
        match self.state {
            State::Members => self.member(),
            State::Value => self.value().map(Some),
            State::Attributes => self.attribute(),
            State::AttributeValue => {
                self.state = State::Attributes;
                let json_type = self.member.map_or(JsonType::Text, Member::json_type);
                lexical::scalar(mem::take(&mut self.value), json_type).map(Some)
            }
            State::TextContent => {
                let end = self.end_object()?;
                self.queue.push(end);
                Ok(Some(Token::Text(mem::take(&mut self.value))))
            }
            State::List => self.item().map(Some),
            State::Nothing => self.behind(),
        }
    }

    /// Behind a fragment nothing is left.
    fn behind(&mut self) -> Scan<Option<Token<'a>>> {
        loop {
            match self.markup.next()? {
                Piece::Nothing => return Ok(None),
                Piece::Other => {}
                Piece::Text(text) if is_blank(text) => {}
                Piece::Start(_)
                | Piece::End
                | Piece::Text(_)
                | Piece::Reference(_)
                | Piece::CData(_) => return Err(DecodeRule::TrailingBytes),
            }
        }
    }

    /// The value of an element.
    fn value(&mut self) -> Scan<Token<'a>> {
        self.token_start = self.tag.start;
        let Some(member) = self.member else {
            if self.unknown_names == UnknownNames::Refuse {
                return Err(DecodeRule::UnknownName);
            }
            return self.anything();
        };
        let (json_type, xml_form) = (member.json_type(), member.xml_form());
        if json_type == JsonType::Object {
            return self.object(member.context());
        }
        if self.tag.has_members && json_type != JsonType::Any {
            return Err(DecodeRule::UnknownName);
        }
        if xml_form == XmlForm::List {
            return self.list(member);
        }
        if json_type == JsonType::Any {
            return self.anything();
        }
        match self.inside()? {
            Inside::Empty => Ok(self.scalar(Token::Null)),
            Inside::Text(text) => {
                let token = lexical::scalar(text, json_type)?;
                Ok(self.scalar(token))
            }
            Inside::Element(_) => Err(DecodeRule::Type),
        }
    }

    /// The value of an element, if that is text and there is nothing else in it that needs care.
    fn plain_text(&mut self) -> Option<&'a str> {
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
    fn scalar(&mut self, token: Token<'a>) -> Token<'a> {
        self.state = State::Members;
        self.namespaces.leave(self.markup.depth() + 1);
        token
    }

    fn object(&mut self, context: Option<Context>) -> Scan<Token<'a>> {
        if self.tag.is_empty && !self.tag.has_members {
            return Ok(self.scalar(Token::Null));
        }
        self.begin_object(context)?;
        Ok(Token::BeginObject)
    }

    /// Text, or an object if there are elements in it.
    fn anything(&mut self) -> Scan<Token<'a>> {
        if self.tag.has_members {
            return self.object(None);
        }
        match self.inside()? {
            Inside::Empty => Ok(self.scalar(Token::Null)),
            Inside::Text(text) => Ok(self.scalar(Token::Text(text))),
            Inside::Element(first) => {
                self.begin_object(None)?;
                self.tag = first;
                let name = self.child()?;
                self.queue.push(name);
                Ok(Token::BeginObject)
            }
        }
    }

    fn list(&mut self, member: Member) -> Scan<Token<'a>> {
        match self.inside()? {
            // An empty list is written so where the type allows for one (TS-0004 7.5.2).
            Inside::Empty if lexical::may_be_empty(member) => {
                self.queue.push(Token::EndArray);
                Ok(self.scalar(Token::BeginArray))
            }
            Inside::Empty => Ok(self.scalar(Token::Null)),
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
    fn item(&mut self) -> Scan<Token<'a>> {
        let Some(range) = lexical::word(&self.value, self.value_start) else {
            self.state = State::Members;
            return Ok(Token::EndArray);
        };
        self.count_member()?;
        self.value_start = range.end;
        let item = match &self.value {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(range).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(range).unwrap_or_default().into()),
        };
        lexical::scalar(item, self.member.map_or(JsonType::Text, Member::json_type))
    }

    /// The next attribute of an object, or what comes behind the last.
    fn attribute(&mut self) -> Scan<Option<Token<'a>>> {
        let context = self.frames.last().and_then(|frame| frame.context);
        while let Some(attribute) = self.attributes.next() {
            let Attribute { name, value, start } = attribute?;
            if is_administrative(name) {
                continue;
            }
            let member = context.and_then(|context| context.member(name));
            let member = member.filter(|member| member.xml_form() == XmlForm::Attribute);
            if member.is_none() && self.unknown_names == UnknownNames::Refuse {
                return Err(DecodeRule::UnknownName);
            }
            self.count_member()?;
            self.names
                .add(start, names::hash(name.as_bytes()), &self.input)?;
            self.state = State::AttributeValue;
            self.member = member;
            self.value = value;
            return Ok(Some(Token::Name(Cow::Borrowed(name))));
        }
        if self.tag.is_empty {
            return self.end_object().map(Some);
        }
        if !has_text_content(context) {
            self.state = State::Members;
            return self.member();
        }
        let Inside::Text(text) = self.inside()? else {
            return Err(DecodeRule::Type);
        };
        self.state = State::TextContent;
        self.value = text;
        Ok(Some(Token::Name(Cow::Borrowed("val"))))
    }

    /// What is in an element, up to its end, unless that is elements. Comments and processing instructions have no place
    /// beside text: what is left when they are taken out may look like something else.
    #[inline]
    pub(super) fn inside(&mut self) -> Scan<Inside<'a>> {
        if self.tag.is_empty {
            return Ok(Inside::Empty);
        }
        match self.markup.plain_text() {
            Some(text) => Ok(Inside::Text(Cow::Borrowed(text))),
            None => self.pieces(),
        }
    }

    fn pieces(&mut self) -> Scan<Inside<'a>> {
        let mut text: Option<Cow<'a, str>> = None;
        let mut has_other = false;
        loop {
            let more = match self.markup.next()? {
                Piece::End if has_other && text.is_some() => return Err(DecodeRule::Xml),
                Piece::End => return Ok(Inside::Text(text.unwrap_or_default())),
                Piece::Start(first) => {
                    let is_blank = text.is_none_or(|text| is_blank(&text));
                    return if is_blank {
                        Ok(Inside::Element(first))
                    } else {
                        Err(DecodeRule::Syntax)
                    };
                }
                Piece::Other => {
                    has_other = true;
                    continue;
                }
                Piece::Text(more) => lexical::with_plain_line_ends(more),
                Piece::CData(more) if text.is_none() => {
                    let text = lexical::with_plain_line_ends(more);
                    return if self.markup.next()? == Piece::End {
                        Ok(Inside::Text(text))
                    } else {
                        Err(DecodeRule::Xml)
                    };
                }
                Piece::Reference(character) => {
                    let joined = text.get_or_insert_default().to_mut();
                    joined.push(character);
                    continue;
                }
                Piece::CData(_) => return Err(DecodeRule::Xml),
                Piece::Nothing => return Err(DecodeRule::Truncated),
            };
            match &mut text {
                None => text = Some(more),
                Some(text) => text.to_mut().push_str(&more),
            }
        }
    }

    /// Notes where a failure is.
    fn located<T>(&mut self, scan: Scan<T>) -> Scan<T> {
        if scan.is_err() {
            self.token_start = self.markup.start;
        }
        scan
    }
}

impl<'a> Source<'a> for XmlSource<'a> {
    fn next(&mut self) -> Scan<Option<Token<'a>>> {
        let token = self.token();
        self.located(token)
    }

    fn raw(&mut self) -> Scan<Raw<'a>> {
        let raw = self.pass();
        self.located(raw)
    }

    fn content(&mut self) -> Scan<Raw<'a>> {
        let content = self.pass_content();
        self.located(content)
    }

    #[inline]
    fn next_text(&mut self) -> Scan<Cow<'a, str>> {
        if let Some(text) = self.plain_text() {
            return Ok(Cow::Borrowed(text));
        }
        match self.next()? {
            Some(Token::Text(text)) => Ok(text),
            Some(_) => Err(DecodeRule::Type),
            None => Err(DecodeRule::Truncated),
        }
    }

    fn offset(&self) -> usize {
        self.token_start
    }

    fn path(&self) -> String {
        self.names.path(&self.input)
    }
}

/// Whether the text of the element is a member.
fn has_text_content(context: Option<Context>) -> bool {
    let context =
        context.filter(|context| !matches!(*context, Context::REQUEST | Context::RESPONSE));
    let text_content = context.and_then(|context| context.member("val"));
    text_content.is_some_and(|val| val.xml_form() == XmlForm::TextContent)
}

impl<'a> Input<'a> {
    /// The name of the element or attribute that begins here, as it stands.
    fn name_at(&self, start: usize) -> &'a str {
        let rest = self.0.get(start..).unwrap_or_default();
        let rest = rest.strip_prefix('<').unwrap_or(rest);
        let is_end = |byte: u8| is_white(byte) || matches!(byte, b'/' | b'>' | b'=');
        let end = rest.bytes().position(is_end).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }
}

/// Names with equal hashes are taken for the same if they are but for their prefixes: the hashes are those of the names in
/// JSON, which have the prefixes that count.
impl NameAt for Input<'_> {
    fn is_same(&self, one: usize, other: usize) -> bool {
        self.order(one, other) == Ordering::Equal
    }

    fn order(&self, one: usize, other: usize) -> Ordering {
        let local_name = |start| {
            let name = self.name_at(start);
            name.split_once(':')
                .map_or(name, |(_, local_name)| local_name)
        };
        local_name(one).cmp(local_name(other))
    }

    fn append(&self, start: usize, to: &mut String) {
        to.push_str(self.name_at(start));
    }
}
