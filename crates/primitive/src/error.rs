use alloc::string::String;
use core::fmt;

use crate::types::RequestIdentifier;

/// Why bytes are not a primitive: the sender's fault.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DecodeError {
    /// The rule that was broken.
    pub rule: DecodeRule,
    /// Where, in bytes from the beginning.
    pub offset: usize,
    /// Where, as the names that lead there: `pc/m2m:ae/lbl`.
    pub path: String,
    /// The request identifier, if it had been read: to answer 4000 (TS-0004 7.3.2.1).
    pub request_identifier: Option<RequestIdentifier<'static>>,
}

/// The rules of TS-0004 8.4 and the limits of decoding.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum DecodeRule {
    /// The bytes are not UTF-8.
    Utf8,
    /// The text is not what the serialization prescribes.
    Syntax,
    /// It ends too early.
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
    /// Nested deeper than [`Limits::max_depth`](crate::Limits::max_depth).
    TooDeep,
    /// More members than [`Limits::max_members`](crate::Limits::max_members).
    TooManyMembers,
    /// Longer than [`Limits::max_len`](crate::Limits::max_len).
    TooLong,
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
