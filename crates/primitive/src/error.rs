use alloc::string::String;
use core::fmt;

use crate::types::RequestIdentifier;

/// The reason why bytes are not a primitive: a fault of the sender.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DecodeError {
    /// The rule that was broken.
    pub rule: DecodeRule,
    /// The place of the fault, in bytes from the beginning.
    pub offset: usize,
    /// The place of the fault, as the names that lead there: `pc/m2m:ae/lbl`.
    pub path: String,
    /// The request identifier, if it had been read: to answer 4000 (TS-0004 7.3.2.1).
    pub request_identifier: Option<RequestIdentifier<'static>>,
}

/// The rules of TS-0004 8.4 and the limits of decoding.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
// As wide as a word, so that results with it are copied in whole words: narrower, decoding takes a tenth longer.
#[repr(u64)]
pub enum DecodeRule {
    /// The bytes are not UTF-8.
    Utf8,
    /// The text is not what the serialization prescribes.
    Syntax,
    /// The primitive ends too early.
    Truncated,
    /// Something follows the primitive.
    TrailingBytes,
    /// The top level is not an object.
    NotAnObject,
    /// A name comes twice in one object.
    DuplicateMember,
    /// A parameter is not of its type.
    Type,
    /// A request identifier is empty, too long, or has control characters.
    RequestIdentifier,
    /// The content is not an object with one member.
    Content,
    /// A mandatory parameter is missing.
    Missing,
    /// There is neither `op` nor `rsc`, or both.
    NeitherRequestNorResponse,
    /// The nesting is deeper than [`Limits::max_depth`](crate::Limits::max_depth).
    TooDeep,
    /// There are more members than [`Limits::max_members`](crate::Limits::max_members).
    TooManyMembers,
    /// The primitive is longer than [`Limits::max_len`](crate::Limits::max_len).
    TooLong,
    /// A name that the data-type table does not have ([`UnknownNames::Refuse`](crate::UnknownNames::Refuse)).
    UnknownName,
    /// A document type declaration, entity, encoding or character that is not allowed (TS-0004 8.3).
    Xml,
    /// A namespace that is none of oneM2M's where one of them has to be, or a prefix without a namespace.
    Namespace,
    /// A number that is not finite.
    NotFinite,
    /// The serialization is not compiled in.
    Unsupported,
}

impl DecodeError {
    /// A broken rule, at the beginning.
    pub(crate) const fn new(rule: DecodeRule) -> Self {
        Self {
            rule,
            offset: 0,
            path: String::new(),
            request_identifier: None,
        }
    }
}

impl fmt::Display for DecodeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "not UTF-8",
            Self::Syntax => "not well-formed",
            Self::Truncated => "incomplete",
            Self::TrailingBytes => "bytes behind the primitive",
            Self::NotAnObject => "not an object",
            Self::DuplicateMember => "a name that comes twice",
            Self::Type => "a value of the wrong type",
            Self::RequestIdentifier => "not a request identifier",
            Self::Content => "content that is not an object with one member",
            Self::Missing => "a mandatory parameter is missing",
            Self::NeitherRequestNorResponse => "neither a request nor a response",
            Self::TooDeep => "nested too deep",
            Self::TooManyMembers => "too many members",
            Self::TooLong => "too long",
            Self::UnknownName => "a name that the data-type table does not have",
            Self::Xml => "a construct of XML that is not allowed",
            Self::Namespace => {
                "a namespace that is none of oneM2M's, or a prefix that is bound to no namespace"
            }
            Self::NotFinite => "a number that is not finite",
            Self::Unsupported => "a serialization that is not compiled in",
        })
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.rule, self.offset)?;
        if !self.path.is_empty() {
            write!(f, " ({})", self.path.escape_debug())?;
        }
        Ok(())
    }
}

impl core::error::Error for DecodeError {}

/// The reason why a value cannot be written in a serialization.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum EncodeRule {
    /// The serialization is not compiled in.
    Unsupported,
    /// A name that the data-type table does not have ([`UnknownNames::Refuse`](crate::UnknownNames::Refuse)).
    UnknownName,
    /// A name or namespace that cannot be one in XML.
    InvalidName,
    /// Text with a character that XML cannot carry.
    InvalidCharacter,
    /// A value whose shape is not that of its type in the data-type table, such as an object for a number.
    Shape,
    /// White space in an item of a list, which XML separates by white space; or an empty item.
    ListItem,
    /// A number that the serialization cannot carry with all its digits.
    NumberRange,
    /// A primitive without a request identifier
    /// ([`RequestIdentifier::UNASSIGNED`](crate::RequestIdentifier::UNASSIGNED), TS-0004 8.2).
    RequestIdentifier,
    /// NULL, an empty text, list or object where XML would tell it as another of them (TS-0004 8.3.2).
    Nothing,
    /// Raw content that breaks a rule of its own serialization.
    Content(DecodeRule),
}

/// The reason why a primitive or content cannot be written: the caller's fault, or the limits of the serialization.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct EncodeError {
    /// The rule that was broken.
    pub rule: EncodeRule,
    /// The place of the fault, as the names that lead there: `pc/m2m:ae/lbl`; empty where the place does not matter.
    pub path: String,
}

impl EncodeError {
    /// The same error within the member of this name.
    #[cold]
    pub(crate) fn within(mut self, name: &str) -> Self {
        if !self.path.is_empty() {
            self.path.insert(0, '/');
        }
        self.path.insert_str(0, name);
        self
    }
}

impl From<EncodeRule> for EncodeError {
    /// An error at the place that the caller knows.
    #[cold]
    fn from(rule: EncodeRule) -> Self {
        Self {
            rule,
            path: String::new(),
        }
    }
}

impl fmt::Display for EncodeRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unsupported => "a serialization that is not compiled in",
            Self::UnknownName => "a name that the data-type table does not have",
            Self::InvalidName => "a name that cannot be one in XML",
            Self::InvalidCharacter => "a character that XML does not have",
            Self::Shape => "a value that is not of the shape of its type",
            Self::ListItem => {
                "an item that is empty or has white space, in a list that white space separates"
            }
            Self::NumberRange => "a number that the serialization cannot carry with all its digits",
            Self::RequestIdentifier => "a primitive that was not given a request identifier",
            Self::Nothing => "NULL or an empty value where XML would tell it as another of them",
            Self::Content(rule) => return fmt::Display::fmt(rule, f),
        })
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.rule, f)?;
        if !self.path.is_empty() {
            write!(f, " ({})", self.path.escape_debug())?;
        }
        Ok(())
    }
}

impl core::error::Error for EncodeError {}
