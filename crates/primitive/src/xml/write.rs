use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use super::characters::{is_name, is_white, special_at, split_prefix};
use super::lexical;
use super::markup::{Markup, Piece};
use super::namespace::declared;
use super::{declaration, tag};
use crate::Serialization;
use crate::config::{CodecConfig, UnknownNames};
use crate::content::{Raw, XmlFragment};
use crate::digits;
use crate::envelope::Root;
use crate::error::EncodeRule;
use crate::schema::{self, Context, JsonType, Member, XmlForm};
use crate::token::{Number, Write, Writer};

/// Appends XML. Members may come in any order, and go out in that of the data-type table.
#[derive(Debug)]
pub(crate) struct XmlWriter<'o> {
    out: &'o mut Vec<u8>,
    unknown_names: UnknownNames,
    whole: Whole,
    frames: SmallVec<[Frame; 6]>,
    /// Of the member or item whose value comes next, and what the table says of it.
    name: Name,
    member: Option<Member>,
    /// Names that the table does not have, one behind the other.
    names: String,
    /// What stands in `out` for the members of the open objects.
    segments: SmallVec<[Segment; 32]>,
}

#[derive(Clone, Copy, Debug)]
enum Whole {
    Document(Root),
    Content,
}

/// An object or array that is open.
#[derive(Clone, Copy, Debug)]
struct Frame {
    kind: Kind,
    context: Option<Context>,
    /// Of itself, for an array; of the element, for an object.
    member: Option<Member>,
    name: Name,
    /// How many bytes of names there were before it.
    names_len: usize,
    first_segment: usize,
    /// Whether its start tag has ended.
    has_end: bool,
    /// Items of an array so far.
    count: usize,
    /// Where the start tag of a list begins.
    start: usize,
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
    fn new(out: &'o mut Vec<u8>, whole: Whole, config: &CodecConfig) -> Self {
        Self {
            out,
            unknown_names: config.unknown_names,
            whole,
            frames: SmallVec::new(),
            name: Name::NONE,
            member: None,
            names: String::new(),
            segments: SmallVec::new(),
        }
    }

    /// A whole primitive.
    pub(crate) fn document(out: &'o mut Vec<u8>, root: Root, config: &CodecConfig) -> Self {
        Self::new(out, Whole::Document(root), config)
    }

    /// The content of a primitive, to stand in a document that declares the prefix `m2m`.
    pub(crate) fn content(out: &'o mut Vec<u8>, config: &CodecConfig) -> Self {
        Self::new(out, Whole::Content, config)
    }

    fn push(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn open(&mut self, kind: Kind, context: Option<Context>, start: usize) {
        let is_item = self.is_in_array();
        self.frames.push(Frame {
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

    fn begin_root(&mut self) {
        let (context, name) = match self.whole {
            Whole::Content => {
                self.open(Kind::Bare, Some(Context::CONTENT), 0);
                return;
            }
            Whole::Document(Root::Request) => (Context::REQUEST, "m2m:rqp"),
            Whole::Document(Root::Response) => (Context::RESPONSE, "m2m:rsp"),
        };
        self.push(declaration::USUAL);
        self.push("<");
        self.push(name);
        self.push(tag::USUAL);
        self.name = Name::Known(name);
        self.open(Kind::Object, Some(context), 0);
    }

    /// What is in raw XML needs no table, other values do.
    fn check_known(&self) -> Write {
        if self.member.is_none() && self.unknown_names == UnknownNames::Refuse {
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

    /// Whether an element around this one has declared the prefix.
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
                if let Scalar::Text(text) = value
                    && (text.is_empty() || text.bytes().any(is_white))
                {
                    return Err(EncodeRule::ListItem);
                }
                if !is_first {
                    self.out.push(b' ');
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

    fn member_scalar(&mut self, value: Scalar<'_>) -> Write {
        let member = self.member;
        self.check_known()?;
        if member.is_some_and(Member::is_array) {
            return Err(EncodeRule::Shape);
        }
        check_type(member, &value)?;
        self.segment();
        match member.map(Member::xml_form) {
            Some(XmlForm::Attribute) => {
                self.out.push(b' ');
                let name = self.name.get(&self.names);
                self.out.extend_from_slice(name.as_bytes());
                self.push("=\"");
                self.characters(value, true)?;
                self.push("\"");
                Ok(())
            }
            Some(XmlForm::TextContent) => self.characters(value, false),
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
            Scalar::Number(number) => {
                digits::number(number, self.out);
                Ok(())
            }
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

    /// Back to the frame around.
    fn close(&mut self, frame: &Frame) {
        self.frames.pop();
        self.names.truncate(frame.names_len);
        let outer = self.frames.last();
        let array = outer.filter(|outer| matches!(outer.kind, Kind::List | Kind::Repeated));
        // An item has the name of its array.
        self.name = array.map_or(Name::NONE, |array| array.name);
        self.member = array.and_then(|array| array.member);
    }
}

#[derive(Clone, Copy, Debug)]
enum Scalar<'v> {
    Text(&'v str),
    Number(Number<'v>),
    Boolean(bool),
}

/// Behind all that the table knows.
const UNKNOWN: u16 = u16::MAX;

/// Whether the value is of its type. A relative timestamp may be a number (TS-0004 6.3.3), and content anything.
fn check_type(member: Option<Member>, value: &Scalar<'_>) -> Write {
    let Some(member) = member else { return Ok(()) };
    let is_right = match (member.json_type(), value) {
        (JsonType::Text, Scalar::Text(_))
        | (JsonType::Integer, Scalar::Number(Number::Integer(_)))
        | (JsonType::Number, Scalar::Number(_))
        | (JsonType::Boolean, Scalar::Boolean(_))
        | (JsonType::Any, _) => true,
        (JsonType::Text, Scalar::Number(_)) => member.data_type() == "m2m:absRelTimestamp",
        (
            JsonType::Text
            | JsonType::Integer
            | JsonType::Number
            | JsonType::Boolean
            | JsonType::Object,
            _,
        ) => false,
    };
    if is_right {
        Ok(())
    } else {
        Err(EncodeRule::Shape)
    }
}

/// Appends text so that it reads back the same.
fn escape(text: &str, is_attribute: bool, out: &mut Vec<u8>) -> Write {
    let bytes = text.as_bytes();
    let (mut written, mut start) = (0, 0);
    while let Some(found) = special_at(bytes.get(start..).unwrap_or_default()) {
        let at = start + found;
        let special = bytes.get(at..).unwrap_or_default();
        start = at + 1;
        let escaped = match special {
            [b'&', ..] => "&amp;",
            [b'<', ..] => "&lt;",
            [b'>', ..] => "&gt;",
            [b'"', ..] if is_attribute => "&quot;",
            [b'\r', ..] => "&#13;",
            [b'\t', ..] if is_attribute => "&#9;",
            [b'\n', ..] if is_attribute => "&#10;",
            // U+FFFE and U+FFFF.
            [0xEF, 0xBF, 0xBE | 0xBF, ..] => return Err(EncodeRule::InvalidCharacter),
            [b'"' | b'\t' | b'\n' | 0xEF, ..] => continue,
            _ => return Err(EncodeRule::InvalidCharacter),
        };
        out.extend_from_slice(bytes.get(written..at).unwrap_or_default());
        out.extend_from_slice(escaped.as_bytes());
        written = start;
    }
    out.extend_from_slice(bytes.get(written..).unwrap_or_default());
    Ok(())
}

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
        let context = match self
            .member
            .map(|member| (member.json_type(), member.context()))
        {
            None | Some((JsonType::Any, _)) => None,
            Some((JsonType::Object, context)) => context,
            Some(_) => return Err(EncodeRule::Shape),
        };
        if !is_item {
            self.segment();
        }
        self.start_tag()?;
        self.open(Kind::Object, context, 0);
        Ok(())
    }

    fn name(&mut self, name: &str) -> Write {
        let Some(frame) = self.frames.last() else {
            return Err(EncodeRule::Shape);
        };
        let (kind, context) = (frame.kind, frame.context);
        self.member = context.and_then(|context| context.member(name));
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
            return Err(if self.unknown_names == UnknownNames::Refuse {
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
        let Some(member) = context.and_then(|context| context.member(name)) else {
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
        let kind = match form {
            Some(XmlForm::List) => Kind::List,
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
        match frame.kind {
            Kind::List if frame.count == 0 && frame.member.is_some_and(lexical::may_be_empty) => {
                self.out.truncate(frame.start);
                self.start_tag()?;
                self.push("/>");
            }
            Kind::List => self.end_tag(frame.name),
            Kind::Repeated if frame.count == 0 => {
                self.start_tag()?;
                self.push(">");
                self.end_tag(frame.name);
            }
            Kind::Repeated | Kind::Object | Kind::Bare => {}
        }
        self.close(&frame);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Write {
        if let Some(name) = self.begin_plain(JsonType::Text) {
            escape(text, false, self.out)?;
            self.end_plain(name);
            return Ok(());
        }
        self.scalar(Scalar::Text(text))?;
        self.end_value();
        Ok(())
    }

    fn number(&mut self, number: Number<'_>) -> Write {
        if let Number::Integer(_) = number
            && let Some(name) = self.begin_plain(JsonType::Integer)
        {
            digits::number(number, self.out);
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

    fn path(&self) -> String {
        let last = self.frames.len();
        let around = self.frames.iter().zip(1..).skip(1);
        // The name of the innermost, if it is an array, is that of the item.
        let around = around.filter(|(frame, number)| {
            *number < last || matches!(frame.kind, Kind::Object | Kind::Bare)
        });
        let mut path = String::new();
        for name in around.map(|(frame, _)| frame.name).chain([self.name]) {
            let name = name.get(&self.names);
            if !name.is_empty() {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(name);
            }
        }
        path
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

/// Elements with what was declared around them declared in each.
pub(super) fn elements(fragment: &XmlFragment<'_>, out: &mut Vec<u8>) -> Write {
    if fragment.namespaces.is_empty() {
        out.extend_from_slice(fragment.text.as_bytes());
        return Ok(());
    }
    let mut markup = Markup::new(&fragment.text, usize::MAX);
    loop {
        let depth = markup.depth();
        match markup.next().map_err(EncodeRule::Content)? {
            Piece::Start(tag) if depth == 0 => {
                let whole = markup.slice(tag.start..markup.end());
                let (name, rest) = whole
                    .split_at_checked(1 + tag.name.len())
                    .unwrap_or((whole, ""));
                out.extend_from_slice(name.as_bytes());
                for (prefix, uri) in &fragment.namespaces {
                    let mut attributes = tag.attributes().flatten();
                    if !attributes.any(|attribute| declared(attribute.name) == Some(&**prefix)) {
                        declare(prefix, uri, out)?;
                    }
                }
                out.extend_from_slice(rest.as_bytes());
            }
            Piece::Nothing => return Ok(()),
            Piece::Start(_)
            | Piece::End
            | Piece::Text(_)
            | Piece::Reference(_)
            | Piece::CData(_)
            | Piece::Other => {
                let whole = markup.slice(markup.start..markup.end());
                out.extend_from_slice(whole.as_bytes());
            }
        }
    }
}

fn declare(prefix: &str, uri: &str, out: &mut Vec<u8>) -> Write {
    out.extend_from_slice(b" xmlns");
    if !prefix.is_empty() {
        out.push(b':');
        out.extend_from_slice(prefix.as_bytes());
    }
    out.extend_from_slice(b"=\"");
    escape(uri, true, out)?;
    out.push(b'"');
    Ok(())
}
