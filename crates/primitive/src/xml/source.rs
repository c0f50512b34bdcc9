//! One pass over XML that gives it the types that it does not tell.

mod value;

use alloc::borrow::Cow;
use alloc::string::String;
use core::cmp::Ordering;
use core::mem;

use smallvec::SmallVec;

use super::characters::{self, is_blank, is_white};
use super::lexical;
use super::look_ahead::{Ahead, LookAhead};
use super::markup::{Markup, Piece};
use super::namespace::{Namespaces, ONEM2M, is_administrative};
use super::tag::{Attribute, Attributes, Tag};
use crate::config::{CodecConfig, Leniency, Limits, UnknownNames};
use crate::error::{DecodeError, DecodeRule};
use crate::names::{self, NameAt, Names};
use crate::raw::{Raw, XmlFragment};
use crate::schema::{Context, JsonType, Member, XmlForm};
use crate::token::{Scan, Source, Token, error_at};

/// Where it stands in the document, and which elements are open around it. Nesting costs no stack.
#[derive(Debug)]
pub(crate) struct XmlSource<'a> {
    pub(super) input: Input<'a>,
    pub(super) markup: Markup<'a>,
    limits: Limits,
    unknown_names: UnknownNames,
    leniency: Leniency,
    has_deviated: bool,
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
    /// The rest of an attribute, the text of an object, or a list, from there on.
    value: Cow<'a, str>,
    value_start: usize,
    /// Tokens to come before the state goes on, last first.
    pub(super) queue: SmallVec<[Token<'a>; 2]>,
    token_start: usize,
    /// The length of all declarations that were copied into elements.
    pub(super) repeated: usize,
    ahead: LookAhead<'a>,
}

/// An object: an element with elements, or the whole of a fragment.
#[derive(Debug)]
struct Frame<'a> {
    context: Option<Context>,
    /// The member that came last, if it is an array that is open.
    array: Option<Cow<'a, str>>,
    is_fragment: bool,
    /// True if it is there for the value of its member only.
    is_silent: bool,
    /// True if an element in it with nothing in it is NULL (TS-0004 8.3.2).
    deletes: bool,
    /// True if it is an UPDATE request, or the content of one.
    is_update: bool,
    /// True if it is the value of an `xs:anyType`, whose names nobody knows.
    is_anything: bool,
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

/// The inside of an element.
pub(super) enum Inside<'a> {
    /// An empty-element tag.
    Empty,
    Text(Cow<'a, str>),
    /// The first of its elements.
    Element(Tag<'a>),
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
            leniency: config.leniency,
            has_deviated: false,
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
            ahead: LookAhead::default(),
        }
    }

    /// A whole primitive, whose root element says what it is.
    pub(crate) fn document(
        text: &'a str,
        config: &CodecConfig,
    ) -> Result<(Self, Context), DecodeError> {
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
                Err(error_at(rule, &source))
            }
        }
    }

    fn root(&mut self) -> Scan<Context> {
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
        let context = match &*self.namespaces.name(&self.tag)? {
            "m2m:rqp" => Context::REQUEST,
            "m2m:rsp" => Context::RESPONSE,
            _ => return Err(DecodeRule::NeitherRequestNorResponse),
        };
        self.begin_object(Some(context), false)?;
        self.queue.push(Token::BeginObject);
        Ok(context)
    }

    /// The content of a primitive: an object with the one element.
    pub(crate) fn content(fragment: &'a XmlFragment<'_>, config: &CodecConfig) -> Scan<Self> {
        let mut source = Self::fragment(fragment, Context::CONTENT, config)?;
        if let Some(frame) = source.frames.last_mut() {
            frame.is_update = fragment.is_update;
        }
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
        source.namespaces.bind(0, "m2m", Cow::Borrowed(ONEM2M))?;
        for (prefix, uri) in &fragment.namespaces {
            source.namespaces.bind(0, prefix, Cow::Borrowed(uri))?;
        }
        source.names.enter(true, usize::MAX)?;
        source.frames.push(Frame {
            is_fragment: true,
            ..Frame::new(Some(context))
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

    fn begin_object(&mut self, context: Option<Context>, is_anything: bool) -> Scan<()> {
        self.names.enter(true, usize::MAX)?;
        let mut frame = Frame::new(context);
        frame.is_anything = is_anything;
        if let Some(around) = self.frames.last() {
            match context {
                Some(Context::CONTENT) => frame.is_update = around.is_update,
                Some(Context::REQUEST | Context::RESPONSE) => {}
                Some(_) | None if around.context == Some(Context::CONTENT) => {
                    frame.deletes = around.is_update;
                }
                Some(_) | None => frame.deletes = around.deletes,
            }
        }
        self.frames.push(frame);
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

    /// The token that comes next in the innermost object.
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
        let mut name = self.namespaces.name(&self.tag)?;
        let Some(frame) = self.frames.last_mut() else {
            return Err(DecodeRule::Syntax);
        };
        let mut member = frame
            .context
            .and_then(|context| context.member_or_other_parameter(&name));
        if member.is_none() && self.namespaces.is_in_default(&self.tag) {
            // Those who declare a default namespace mean it for all elements, although most are in none.
            let local_name = self.tag.name;
            member = frame
                .context
                .and_then(|context| context.member_or_other_parameter(local_name));
            if member.is_some() {
                name = Cow::Borrowed(local_name);
            }
        }
        let form = member.map(Member::xml_form);
        if let Some(XmlForm::Attribute | XmlForm::TextContent) = form {
            if self.leniency.attributes_as_elements {
                self.has_deviated = true;
            } else {
                member = None;
            }
        }
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
            None => matches!(self.look_ahead(self.tag), Ahead::Another),
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

    /// Returns whether an element of a repeated member begins an array.
    fn repeated(&mut self) -> Scan<bool> {
        match self.look_ahead(self.tag) {
            Ahead::Single { is_hollow: true } if !self.tag.has_members => {
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
    /// Looks past the element whose start tag was read, or past its end if it is `closed` as an empty one.
    pub(super) fn look_ahead(&mut self, tag: Tag<'a>) -> Ahead {
        self.ahead.behind(&tag, self.markup.ahead(), self.limits)
    }

    /// Returns whether an element with nothing in it is NULL here: not as an item of an array.
    fn deletes(&self) -> bool {
        let innermost = self.frames.last();
        innermost.is_some_and(|frame| frame.deletes && frame.array.is_none())
    }

    /// An element of a repeated member with nothing in it, and no other beside it: NULL or an array without items.
    fn pass_hollow(&mut self) -> Scan<()> {
        self.pass_nothing()?;
        if self.deletes() {
            self.queue.push(Token::Null);
        } else {
            self.queue.push(Token::EndArray);
            self.queue.push(Token::BeginArray);
        }
        Ok(())
    }

    /// Passes an element with nothing in it.
    fn pass_nothing(&mut self) -> Scan<()> {
        self.state = State::Members;
        if !self.tag.is_empty {
            while self.markup.next()? != Piece::End {}
        }
        self.namespaces.leave(self.markup.depth() + 1);
        Ok(())
    }

    /// The value of an element with nothing in it, which was passed (TS-0004 8.3.2).
    fn nothing(&mut self, member: Option<Member>) -> Scan<Token<'a>> {
        let token = self.scalar(Token::Null);
        if self.deletes() && !member.is_some_and(lexical::may_be_empty) {
            return Ok(token);
        }
        let in_array = self
            .frames
            .last()
            .is_some_and(|frame| frame.array.is_some());
        match member.map(|member| (member.xml_form(), member.json_type())) {
            Some((XmlForm::List, _)) => {
                self.queue.push(Token::EndArray);
                Ok(Token::BeginArray)
            }
            None | Some((_, JsonType::Text | JsonType::Any)) => Ok(Token::Text(Cow::Borrowed(""))),
            Some((_, JsonType::Object)) => {
                self.queue.push(Token::EndObject);
                Ok(Token::BeginObject)
            }
            // No number is nothing.
            Some(_) if in_array => Err(DecodeRule::Type),
            Some(_) => Ok(Token::Null),
        }
    }

    /// Returns whether there is nothing but white space and comments in the element whose start tag was read.
    fn is_hollow(&self) -> bool {
        let mut rest = self.markup.ahead();
        self.tag.is_empty
            || loop {
                match rest.next() {
                    Ok(Piece::Other) => {}
                    Ok(Piece::Text(text)) if is_blank(text) => {}
                    Ok(Piece::CData("")) => {}
                    Ok(Piece::End) => break true,
                    Ok(_) | Err(_) => break false,
                }
            }
    }

    /// The name of an attribute that the table does not have ends the path.
    fn unknown_attribute(&mut self) -> DecodeRule {
        let mut attributes = self.tag.attributes().flatten();
        let unknown = attributes.find(|attribute| !is_administrative(attribute.name));
        let Some(Attribute { name, start, .. }) = unknown else {
            return DecodeRule::UnknownName;
        };
        let entered = self.names.enter(true, usize::MAX);
        let hash = names::hash(name.as_bytes());
        entered
            .and_then(|()| self.names.add(start, hash, &self.input))
            .err()
            .unwrap_or(DecodeRule::UnknownName)
    }

    /// A value without structure, in the form of its type or one that leniency allows.
    fn lexical(&mut self, text: Cow<'a, str>, json_type: JsonType) -> Scan<Token<'a>> {
        if json_type == JsonType::Integer && self.leniency.integers_with_fraction {
            let token = lexical::integer_with_fraction(&text);
            if let Some(token) = token.filter(|_| text.contains(['.', 'e', 'E'])) {
                self.has_deviated = true;
                return Ok(token);
            }
        }
        lexical::scalar(text, json_type)
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
                let value = mem::take(&mut self.value);
                self.lexical(value, json_type).map(Some)
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

    /// The next attribute of an object, or what comes behind the last.
    fn attribute(&mut self) -> Scan<Option<Token<'a>>> {
        let context = self.frames.last().and_then(|frame| frame.context);
        while let Some(attribute) = self.attributes.next() {
            let Attribute { name, value, start } = attribute?;
            if is_administrative(name) {
                continue;
            }
            let member = context.and_then(|context| context.member_or_other_parameter(name));
            let member = member.filter(|member| member.xml_form() == XmlForm::Attribute);
            self.count_member()?;
            self.names
                .add(start, names::hash(name.as_bytes()), &self.input)?;
            if member.is_none() && self.unknown_names == UnknownNames::Refuse {
                return Err(DecodeRule::UnknownName);
            }
            self.state = State::AttributeValue;
            self.member = member;
            self.value = value;
            return Ok(Some(Token::Name(Cow::Borrowed(name))));
        }
        if has_text_content(context) {
            match self.inside()? {
                Inside::Empty => self.value = Cow::Borrowed(""),
                Inside::Text(text) => self.value = text,
                Inside::Element(first) if self.leniency.attributes_as_elements => {
                    self.tag = first;
                    self.token_start = first.start;
                    return self.child().map(Some);
                }
                Inside::Element(_) => return Err(DecodeRule::Type),
            }
            self.state = State::TextContent;
            return Ok(Some(Token::Name(Cow::Borrowed("val"))));
        }
        if self.tag.is_empty {
            return self.end_object().map(Some);
        }
        self.state = State::Members;
        self.member()
    }

    /// The inside of an element, up to its end, unless that is elements. Comments and processing instructions are no part of the
    /// text that they stand in (XML 1.0 §2.5, §2.6).
    #[inline]
    pub(super) fn inside(&mut self) -> Scan<Inside<'a>> {
        if self.tag.is_empty {
            return Ok(Inside::Empty);
        }
        match self.markup.plain_text() {
            Some("") => Ok(Inside::Empty),
            Some(text) => Ok(Inside::Text(Cow::Borrowed(text))),
            None => self.pieces(),
        }
    }

    fn pieces(&mut self) -> Scan<Inside<'a>> {
        let mut text: Option<Cow<'a, str>> = None;
        let mut is_marked = false;
        loop {
            let more = match self.markup.next()? {
                Piece::End => {
                    let text = text.filter(|text| !text.is_empty());
                    return Ok(text.map_or(Inside::Empty, Inside::Text));
                }
                Piece::Start(first) => {
                    let is_blank = text.is_none_or(|text| is_blank(&text));
                    return if is_blank && !is_marked {
                        Ok(Inside::Element(first))
                    } else {
                        Err(DecodeRule::Syntax)
                    };
                }
                Piece::Other => continue,
                Piece::Text(more) => lexical::with_plain_line_ends(more),
                Piece::CData(more) => {
                    is_marked = true;
                    lexical::with_plain_line_ends(more)
                }
                Piece::Reference(character) => {
                    is_marked = true;
                    let joined = text.get_or_insert_default().to_mut();
                    joined.push(character);
                    continue;
                }
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

    fn has_deviated(&self) -> bool {
        self.has_deviated
    }
}

impl Frame<'_> {
    const fn new(context: Option<Context>) -> Self {
        Self {
            context,
            array: None,
            is_fragment: false,
            is_silent: false,
            deletes: false,
            is_update: false,
            is_anything: false,
        }
    }
}

/// Returns whether the text of the element is a member.
pub(super) fn has_text_content(context: Option<Context>) -> bool {
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
