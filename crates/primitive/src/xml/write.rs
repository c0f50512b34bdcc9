use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::characters::{is_name, is_white, is_white_space, split_prefix};
use super::escape::escape;
use super::fragment::{declare, elements};
use super::lexical;
use super::scalar::{Scalar, check_type};
use super::source::has_text_content;
use super::{declaration, tag};
use crate::Serialization;
use crate::config::{CodecConfig, UnknownNames};
use crate::digits;
use crate::error::EncodeRule;
use crate::raw::Raw;
use crate::schema::{self, Context, JsonType, Member, XmlForm};
use crate::token::{Number, Write, Writer};
use crate::types::Operation;

/// Appends XML. Members may come in any order, and go out in that of the data-type table.
#[derive(Debug)]
pub(crate) struct XmlWriter<'o> {
    out: &'o mut Vec<u8>,
    unknown_names: UnknownNames,
    /// True if each word of an item of a list becomes an item.
    splits_items: bool,
    /// The context of the whole document, or of content alone.
    root: Option<Context>,
    /// True if the content is that of an UPDATE request.
    is_update: bool,
    frames: SmallVec<[Frame; 6]>,
    /// Of the member or item whose value comes next, and what the table says of it.
    name: Name,
    member: Option<Member>,
    /// Names that the table does not have, one behind the other.
    names: String,
    /// The segments in `out` of the members of the open objects.
    segments: SmallVec<[Segment; 32]>,
}

/// An object or array that is open.
#[derive(Clone, Copy, Debug)]
struct Frame {
    kind: Kind,
    context: Option<Context>,
    /// Of itself, for an array; of the element, for an object.
    member: Option<Member>,
    name: Name,
    /// The number of bytes that of names there were before it.
    names_len: usize,
    first_segment: usize,
    /// True if its start tag has ended.
    has_end: bool,
    /// Items of an array so far.
    count: usize,
    /// Where the start tag of a list begins.
    start: usize,
    /// True if an element in it with nothing in it is NULL (TS-0004 8.3.2).
    deletes: bool,
    /// True if it is an UPDATE request, or the content of one.
    is_update: bool,
    /// True if it is the value of an `xs:anyType`, whose names nobody knows.
    is_anything: bool,
    /// True if something in it is empty, or NULL.
    has_nothing: bool,
    /// True if the text beside its attributes was written.
    has_text: bool,
    /// True if an item of the array is an element with nothing in it.
    has_hollow_item: bool,
}

/// The name of an element or attribute.
#[derive(Clone, Copy, Debug)]
enum Name {
    Known(&'static str),
    /// Where it begins and ends among the names that the table does not have.
    Other(usize, usize),
}

impl Name {
    const NONE: Self = Self::Known("");

    fn get(self, names: &str) -> &str {
        match self {
            Self::Known(name) => name,
            Self::Other(start, end) => names.get(start..end).unwrap_or_default(),
        }
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Object,
    /// The content alone: an object that has no element itself.
    Bare,
    List,
    Repeated,
}

/// The values that an element with nothing in it can be; of objects there is one rule besides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Nothing {
    Null,
    List,
    Text,
}

/// A part of the output that belongs together, up to the next; and its place among the others.
#[derive(Clone, Copy, Debug)]
struct Segment {
    start: usize,
    order: u32,
}

/// Attributes come first, then what ends the start tag.
const ATTRIBUTE: u32 = 0;
const TAG_END: u32 = 1;
const FIRST_ELEMENT: u32 = 2;

impl<'o> XmlWriter<'o> {
    /// A whole primitive with this root; or the content of one, to stand in a document that declares the prefix `m2m`.
    pub(crate) fn new(out: &'o mut Vec<u8>, root: Option<Context>, config: &CodecConfig) -> Self {
        Self {
            out,
            unknown_names: config.unknown_names,
            splits_items: config.leniency.white_space_in_items,
            root,
            is_update: false,
            frames: SmallVec::new(),
            name: Name::NONE,
            member: None,
            names: String::new(),
            segments: SmallVec::new(),
        }
    }

    /// Says whether the content is that of an UPDATE request.
    pub(crate) const fn set_update(&mut self, is_update: bool) {
        self.is_update = is_update;
    }

    fn push(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn open(&mut self, kind: Kind, context: Option<Context>, start: usize) {
        let is_item = self.is_in_array();
        let (deletes, is_update) = match (self.frames.last(), context) {
            (None, _) => (false, self.is_update),
            (Some(around), Some(Context::CONTENT)) => (false, around.is_update),
            (Some(_), Some(Context::REQUEST | Context::RESPONSE)) => (false, false),
            (Some(around), _) if around.context == Some(Context::CONTENT) => {
                (around.is_update, false)
            }
            (Some(around), _) => (around.deletes, false),
        };
        self.frames.push(Frame {
            deletes,
            is_update,
            is_anything: false,
            has_nothing: false,
            has_text: false,
            has_hollow_item: false,
            kind,
            context,
            member: self.member,
            name: self.name,
            names_len: match self.name {
                Name::Other(start, _) if !is_item => start,
                Name::Other(..) | Name::Known(_) => self.names.len(),
            },
            first_segment: self.segments.len(),
            has_end: false,
            count: 0,
            start,
        });
        if matches!(kind, Kind::Object | Kind::Bare) {
            self.name = Name::NONE;
        }
    }

    fn is_in_array(&self) -> bool {
        let innermost = self.frames.last();
        innermost.is_some_and(|frame| matches!(frame.kind, Kind::List | Kind::Repeated))
    }

    /// Returns whether the innermost object is the value of an `xs:anyType`.
    fn is_in_anything(&self) -> bool {
        let is_object = |frame: &&Frame| matches!(frame.kind, Kind::Object | Kind::Bare);
        let innermost = self.frames.iter().rev().find(is_object);
        innermost.is_some_and(|frame| frame.is_anything)
    }

    /// Before an element with nothing in it goes out: whether it reads as what it is (TS-0004 8.3.2).
    fn check_nothing(&mut self, nothing: Nothing) -> Write {
        let member = self.member;
        let has_empty = member.is_some_and(lexical::may_be_empty);
        let is_number = member.is_some_and(|member| {
            let json_type = member.json_type();
            let is_number = matches!(
                json_type,
                JsonType::Integer | JsonType::Number | JsonType::Boolean
            );
            is_number && !member.is_array()
        });
        let Some(frame) = self.frames.last_mut() else {
            return Err(EncodeRule::Shape);
        };
        let is_told = match nothing {
            Nothing::Null if frame.deletes => !has_empty,
            Nothing::Null => is_number,
            Nothing::List => !frame.deletes || has_empty,
            Nothing::Text => !frame.deletes,
        };
        if !is_told {
            return Err(EncodeRule::Nothing);
        }
        frame.has_nothing = true;
        Ok(())
    }

    /// A request within content may be an UPDATE; then its content is written as such.
    fn note_operation(&mut self, number: Number<'_>) -> Write {
        if number == Number::Integer(Operation::UPDATE.0.into())
            && self.name.get(&self.names) == "op"
            && let Some(frame) = self.frames.last_mut()
            && frame.context == Some(Context::REQUEST)
        {
            if frame.has_nothing {
                return Err(EncodeRule::Nothing);
            }
            frame.is_update = true;
        }
        Ok(())
    }

    fn begin_root(&mut self) {
        let Some(context) = self.root else {
            self.open(Kind::Bare, Some(Context::CONTENT), 0);
            return;
        };
        let name = if context == Context::REQUEST {
            "m2m:rqp"
        } else {
            "m2m:rsp"
        };
        self.push(declaration::USUAL);
        self.push("<");
        self.push(name);
        self.push(tag::USUAL);
        self.name = Name::Known(name);
        self.open(Kind::Object, Some(context), 0);
    }

    /// What is in raw XML needs no table, and `xs:anyType` has none; other values do.
    fn check_known(&self) -> Write {
        let is_refused = self.unknown_names == UnknownNames::Refuse && !self.is_in_anything();
        if self.member.is_none() && is_refused {
            return Err(EncodeRule::UnknownName);
        }
        Ok(())
    }

    /// Before the member of the innermost object goes out: what comes before it in the tag, and where it begins.
    fn segment(&mut self) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        if frame.kind != Kind::Object {
            return;
        }
        let form = self.member.map(Member::xml_form);
        let order = if form == Some(XmlForm::Attribute) {
            ATTRIBUTE
        } else {
            if !frame.has_end {
                frame.has_end = true;
                self.segments.push(Segment {
                    start: self.out.len(),
                    order: TAG_END,
                });
                self.out.push(b'>');
            }
            FIRST_ELEMENT + u32::from(self.member.map_or(UNKNOWN, Member::order))
        };
        self.segments.push(Segment {
            start: self.out.len(),
            order,
        });
    }

    /// The start tag of the member or item whose value comes next, but for its end.
    fn start_tag(&mut self) -> Write {
        let name = self.name.get(&self.names);
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_bytes());
        let Some((prefix, _)) = split_prefix(name) else {
            return Ok(());
        };
        if prefix == "m2m" || self.is_in_scope(prefix) {
            return Ok(());
        }
        let uri = schema::namespace(prefix).ok_or(EncodeRule::InvalidName)?;
        for part in [b" xmlns:", prefix.as_bytes(), b"=\"", uri.as_bytes(), b"\""] {
            self.out.extend_from_slice(part);
        }
        Ok(())
    }

    /// Returns whether an element around this one has declared the prefix.
    fn is_in_scope(&self, prefix: &str) -> bool {
        let mut objects = self
            .frames
            .iter()
            .filter(|frame| frame.kind == Kind::Object);
        objects.any(|frame| {
            let name = frame.name.get(&self.names);
            split_prefix(name).is_some_and(|(declared, _)| declared == prefix)
        })
    }

    fn end_tag(&mut self, name: Name) {
        self.out.extend_from_slice(b"</");
        let name = name.get(&self.names);
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'>');
    }

    /// Begins the element of a member, if it needs no care: an element of a known name, which the start tag of the object
    /// ends before, for values of this type.
    #[inline]
    fn begin_plain(&mut self, json_type: JsonType) -> Option<&'static str> {
        let frame = self.frames.last()?;
        let (Kind::Object, true, Name::Known(name)) = (frame.kind, frame.has_end, self.name) else {
            return None;
        };
        let member = self
            .member
            .filter(|member| member.json_type() == json_type)?;
        if member.xml_form() != XmlForm::Text || split_prefix(name).is_some() {
            return None;
        }
        self.segments.push(Segment {
            start: self.out.len(),
            order: FIRST_ELEMENT + u32::from(member.order()),
        });
        self.out.reserve(2 * name.len() + 5);
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'>');
        Some(name)
    }

    #[inline]
    fn end_plain(&mut self, name: &'static str) {
        self.out.extend_from_slice(b"</");
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'>');
        self.name = Name::NONE;
        self.member = None;
    }

    /// Where a value without structure goes.
    fn scalar(&mut self, value: Scalar<'_>) -> Write {
        let Some(frame) = self.frames.last_mut() else {
            return Err(EncodeRule::Shape);
        };
        match frame.kind {
            Kind::List => {
                check_type(frame.member, &value)?;
                let is_first = frame.count == 0;
                frame.count += 1;
                if !is_first {
                    self.out.push(b' ');
                }
                if let Scalar::Text(text) = value
                    && (text.is_empty() || text.bytes().any(is_white))
                {
                    return self.words(text);
                }
                self.characters(value, false)
            }
            Kind::Repeated => {
                check_type(frame.member, &value)?;
                frame.count += 1;
                if matches!(value, Scalar::Text("")) {
                    return Err(EncodeRule::ListItem);
                }
                self.element(value)
            }
            Kind::Object | Kind::Bare => self.member_scalar(value),
        }
    }

    /// An item with white space in it, in a list that white space separates.
    fn words(&mut self, text: &str) -> Write {
        let mut words = text.split(is_white_space).filter(|word| !word.is_empty());
        let first = words.next().filter(|_| self.splits_items);
        let first = first.ok_or(EncodeRule::ListItem)?;
        self.characters(Scalar::Text(first), false)?;
        words.try_for_each(|word| {
            self.out.push(b' ');
            self.characters(Scalar::Text(word), false)
        })
    }

    fn member_scalar(&mut self, value: Scalar<'_>) -> Write {
        let member = self.member;
        self.check_known()?;
        if member.is_some_and(Member::is_array) {
            return Err(EncodeRule::Shape);
        }
        check_type(member, &value)?;
        let form = member.map(Member::xml_form);
        let is_element = !matches!(form, Some(XmlForm::Attribute | XmlForm::TextContent));
        if is_element && matches!(value, Scalar::Text("")) {
            self.check_nothing(Nothing::Text)?;
        }
        self.segment();
        match form {
            Some(XmlForm::Attribute) => {
                self.out.push(b' ');
                let name = self.name.get(&self.names);
                self.out.extend_from_slice(name.as_bytes());
                self.push("=\"");
                self.characters(value, true)?;
                self.push("\"");
                Ok(())
            }
            Some(XmlForm::TextContent) => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.has_text = true;
                }
                self.characters(value, false)
            }
            Some(XmlForm::Text | XmlForm::List | XmlForm::Repeated | XmlForm::Complex) | None => {
                self.element(value)
            }
        }
    }

    fn element(&mut self, value: Scalar<'_>) -> Write {
        self.start_tag()?;
        self.out.push(b'>');
        self.characters(value, false)?;
        self.end_tag(self.name);
        Ok(())
    }

    fn characters(&mut self, value: Scalar<'_>, is_attribute: bool) -> Write {
        match value {
            Scalar::Text(text) => escape(text, is_attribute, self.out),
            Scalar::Number(number) => digits::number(number, self.out),
            Scalar::Boolean(boolean) => {
                self.push(if boolean { "true" } else { "false" });
                Ok(())
            }
        }
    }

    /// Puts the members of an object in order. Mostly they are.
    fn sort(&mut self, first_segment: usize) {
        let segments = self.segments.get_mut(first_segment..).unwrap_or_default();
        let Some(Segment { start, .. }) = segments.first().copied() else {
            return;
        };
        if !segments.is_sorted_by_key(|segment| segment.order) {
            let end = self.out.len();
            let mut parts: Vec<(u32, core::ops::Range<usize>)> = segments
                .iter()
                .zip(segments.iter().skip(1).map(|next| next.start).chain([end]))
                .map(|(segment, end)| (segment.order, segment.start..end))
                .collect();
            parts.sort_by_key(|(order, _)| *order);
            let mut sorted = Vec::with_capacity(end - start);
            for (_, range) in parts {
                sorted.extend_from_slice(self.out.get(range).unwrap_or_default());
            }
            self.out.truncate(start);
            self.out.extend_from_slice(&sorted);
        }
        self.segments.truncate(first_segment);
    }

    /// Checks that an object reads as what it is.
    fn check_object(&mut self, frame: &Frame, is_empty: bool) -> Write {
        if has_text_content(frame.context) && !frame.has_text {
            // The text is there in any case, and would read as empty.
            return Err(EncodeRule::Nothing);
        }
        let is_object = |member: Member| member.json_type() == JsonType::Object;
        let is_known = frame.member.is_some_and(is_object) || frame.context.is_some();
        if !is_empty {
            return Ok(());
        }
        if !is_known {
            return Err(EncodeRule::Nothing);
        }
        let around = self.frames.iter_mut().rev().nth(1);
        match around {
            Some(array) if matches!(array.kind, Kind::List | Kind::Repeated) => {
                array.has_hollow_item = true;
            }
            Some(object) if object.deletes => return Err(EncodeRule::Nothing),
            Some(_) | None => {}
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.has_nothing = true;
        }
        Ok(())
    }

    /// Back to the frame around.
    fn close(&mut self, frame: &Frame) {
        self.frames.pop();
        if let Some(around) = self.frames.last_mut() {
            around.has_nothing |= frame.has_nothing;
        }
        self.names.truncate(frame.names_len);
        let outer = self.frames.last();
        let array = outer.filter(|outer| matches!(outer.kind, Kind::List | Kind::Repeated));
        // An item has the name of its array.
        self.name = array.map_or(Name::NONE, |array| array.name);
        self.member = array.and_then(|array| array.member);
    }
}

/// Behind all that the table knows.
const UNKNOWN: u16 = u16::MAX;

impl Writer for XmlWriter<'_> {
    const SERIALIZATION: Serialization = Serialization::Xml;

    fn begin_object(&mut self) -> Write {
        let Some(frame) = self.frames.last_mut() else {
            self.begin_root();
            return Ok(());
        };
        let is_item = matches!(frame.kind, Kind::List | Kind::Repeated);
        if is_item {
            frame.count += 1;
        }
        self.check_known()?;
        if !is_item && self.member.is_some_and(Member::is_array) {
            return Err(EncodeRule::Shape);
        }
        let (context, is_anything) = match self
            .member
            .map(|member| (member.json_type(), member.context()))
        {
            None => (None, self.is_in_anything()),
            Some((JsonType::Any, _)) => (None, true),
            Some((JsonType::Object, context)) => (context, false),
            Some(_) => return Err(EncodeRule::Shape),
        };
        if !is_item {
            self.segment();
        }
        self.start_tag()?;
        self.open(Kind::Object, context, 0);
        if let Some(frame) = self.frames.last_mut() {
            frame.is_anything = is_anything;
        }
        Ok(())
    }

    fn name(&mut self, name: &str) -> Write {
        let Some(frame) = self.frames.last() else {
            return Err(EncodeRule::Shape);
        };
        let (kind, context) = (frame.kind, frame.context);
        self.member = context.and_then(|context| context.member_or_other_parameter(name));
        let known = self.member.map(Member::short_name);
        self.name = match known.filter(|known| *known == name) {
            Some(known) => Name::Known(known),
            None => {
                let start = self.names.len();
                self.names.push_str(name);
                Name::Other(start, self.names.len())
            }
        };
        if self.member.is_none() && (!is_name(name) || name.starts_with("xml")) {
            let is_refused = self.unknown_names == UnknownNames::Refuse && !self.is_in_anything();
            return Err(if is_refused {
                EncodeRule::UnknownName
            } else {
                EncodeRule::InvalidName
            });
        }
        if kind == Kind::Bare && !name.contains(':') {
            return Err(EncodeRule::UnknownName);
        }
        Ok(())
    }

    fn plain_name(&mut self, name: &'static str) -> Write {
        let object = self
            .frames
            .last()
            .filter(|frame| frame.kind == Kind::Object);
        let context = object.and_then(|object| object.context);
        let Some(member) = context.and_then(|context| context.member_or_other_parameter(name))
        else {
            return self.name(name);
        };
        self.member = Some(member);
        self.name = Name::Known(name);
        Ok(())
    }

    fn end_object(&mut self) -> Write {
        let Some(frame) = self.frames.last().copied() else {
            return Err(EncodeRule::Shape);
        };
        if frame.kind == Kind::Object {
            let is_empty = self.segments.len() == frame.first_segment;
            self.check_object(&frame, is_empty)?;
            self.sort(frame.first_segment);
            if !frame.has_end {
                self.out.push(b'>');
            }
            self.end_tag(frame.name);
        }
        self.close(&frame);
        Ok(())
    }

    fn begin_array(&mut self) -> Write {
        let is_within_array = self.frames.is_empty() || self.is_in_array();
        if is_within_array {
            return Err(EncodeRule::Shape);
        }
        self.check_known()?;
        let form = self.member.map(Member::xml_form);
        // Content has one root element.
        let is_bare = self
            .frames
            .last()
            .is_some_and(|frame| frame.kind == Kind::Bare);
        let kind = match form {
            Some(XmlForm::List) => Kind::List,
            Some(XmlForm::Repeated) | None if is_bare => return Err(EncodeRule::Shape),
            Some(XmlForm::Repeated) | None => Kind::Repeated,
            Some(XmlForm::Text | XmlForm::Attribute | XmlForm::TextContent | XmlForm::Complex) => {
                return Err(EncodeRule::Shape);
            }
        };
        self.segment();
        let start = self.out.len();
        if kind == Kind::List {
            self.start_tag()?;
            self.push(">");
        }
        self.open(kind, None, start);
        Ok(())
    }

    fn end_array(&mut self) -> Write {
        let Some(frame) = self.frames.last().copied() else {
            return Err(EncodeRule::Shape);
        };
        self.member = frame.member;
        self.name = frame.name;
        let is_empty = frame.count == 0;
        // Of anything, XML tells an array by its second item.
        let is_anything = self.unknown_names == UnknownNames::Refuse && self.is_in_anything();
        if is_anything && frame.member.is_none() && frame.count < 2 {
            return Err(EncodeRule::Shape);
        }
        // The only item would read as that there is none.
        if frame.count == 1 && frame.has_hollow_item {
            return Err(EncodeRule::Nothing);
        }
        match frame.kind {
            Kind::List if is_empty && frame.member.is_some_and(lexical::may_be_empty) => {
                self.out.truncate(frame.start);
                self.start_tag()?;
                self.push("/>");
            }
            Kind::List => self.end_tag(frame.name),
            Kind::Repeated if is_empty => {
                self.start_tag()?;
                self.push(">");
                self.end_tag(frame.name);
            }
            Kind::Repeated | Kind::Object | Kind::Bare => {}
        }
        self.close(&frame);
        if is_empty {
            self.member = frame.member;
            self.check_nothing(Nothing::List)?;
            self.member = None;
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Write {
        if !text.is_empty()
            && let Some(name) = self.begin_plain(JsonType::Text)
        {
            escape(text, false, self.out)?;
            self.end_plain(name);
            return Ok(());
        }
        self.scalar(Scalar::Text(text))?;
        self.end_value();
        Ok(())
    }

    fn number(&mut self, number: Number<'_>) -> Write {
        self.note_operation(number)?;
        if let Number::Integer(_) = number
            && let Some(name) = self.begin_plain(JsonType::Integer)
        {
            digits::number(number, self.out)?;
            self.end_plain(name);
            return Ok(());
        }
        self.scalar(Scalar::Number(number))?;
        self.end_value();
        Ok(())
    }

    fn boolean(&mut self, boolean: bool) -> Write {
        self.scalar(Scalar::Boolean(boolean))?;
        self.end_value();
        Ok(())
    }

    fn null(&mut self) -> Write {
        let is_member = self
            .frames
            .last()
            .is_some_and(|frame| matches!(frame.kind, Kind::Object | Kind::Bare));
        let form = self.member.map(Member::xml_form);
        if !is_member || matches!(form, Some(XmlForm::Attribute | XmlForm::TextContent)) {
            return Err(EncodeRule::Shape);
        }
        self.check_known()?;
        self.check_nothing(Nothing::Null)?;
        self.segment();
        self.start_tag()?;
        self.push("/>");
        self.end_value();
        Ok(())
    }

    fn verbatim(&mut self, raw: &Raw<'_>) -> Write {
        let fragment = raw.as_xml().ok_or(EncodeRule::Unsupported)?;
        self.segment();
        let is_content = self.member.and_then(Member::context) == Some(Context::CONTENT);
        if is_content {
            self.start_tag()?;
            for (prefix, uri) in &fragment.namespaces {
                declare(prefix, uri, self.out)?;
            }
            self.push(">");
            self.push(&fragment.text);
            self.end_tag(self.name);
        } else {
            elements(fragment, self.out)?;
        }
        self.end_value();
        Ok(())
    }

    fn takes_verbatim(&self, raw: &Raw<'_>) -> bool {
        let is_content = self.member.and_then(Member::context) == Some(Context::CONTENT);
        let is_update = self.frames.last().is_some_and(|frame| frame.is_update);
        raw.as_xml().is_some_and(|fragment| {
            !is_content || fragment.is_update == is_update || !fragment.may_have_empty_elements()
        })
    }
}

impl XmlWriter<'_> {
    /// After a member without structure, or an item.
    fn end_value(&mut self) {
        if !self.is_in_array() {
            if let Name::Other(start, _) = self.name {
                self.names.truncate(start);
            }
            self.name = Name::NONE;
            self.member = None;
        }
    }
}
