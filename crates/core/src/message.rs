use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::mem;
use core::ops::Deref;
use core::str::Utf8Error;

use bytes::Bytes;

use crate::certain;

/// A whole message (RFC 6455 §5.6), lent or owned.
///
/// A message that [`Connection::poll_event`](crate::Connection::poll_event) hands over lends from the inbox.
/// [`Connection::send`](crate::Connection::send) takes whatever is at hand: `&str`, `String`, `&[u8]`, `Vec<u8>` or
/// [`Bytes`] convert into a message.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Message<'a> {
    /// A text message: UTF-8.
    Text(Text<'a>),
    /// A binary message.
    Binary(Binary<'a>),
}

/// The kind of a message: text or binary.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum MessageKind {
    /// A text message: opcode 0x1.
    Text,
    /// A binary message: opcode 0x2.
    Binary,
}

impl Message<'_> {
    /// Returns the kind of the message: text or binary.
    #[must_use]
    pub const fn kind(&self) -> MessageKind {
        match self {
            Self::Text(_) => MessageKind::Text,
            Self::Binary(_) => MessageKind::Binary,
        }
    }

    /// Returns the payload, UTF-8 or not.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(Text::Borrowed(text)) => text.as_bytes(),
            Self::Text(Text::Owned(text)) => text.as_bytes(),
            Self::Text(Text::Assembled(text)) => text.as_bytes(),
            Self::Text(Text::Shared(text)) => text.as_bytes(),
            Self::Binary(binary) => binary,
        }
    }

    /// Returns the text of a text message.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Binary(_) => None,
        }
    }

    /// Returns the length of the payload in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.as_bytes().len()
    }

    /// Returns whether the payload is empty; empty messages are messages.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the same message, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Message<'static> {
        match self {
            Self::Text(text) => Message::Text(text.into_owned()),
            Self::Binary(binary) => Message::Binary(binary.into_owned()),
        }
    }

    /// Returns the same message, lent: for a caller that sends the message and keeps it.
    #[must_use]
    pub fn as_borrowed(&self) -> Message<'_> {
        match self {
            Self::Text(text) => Message::Text(Text::Borrowed(text)),
            Self::Binary(binary) => Message::Binary(Binary::Borrowed(binary)),
        }
    }
}

/// The payload of a text message, which dereferences to [`str`].
pub enum Text<'a> {
    /// Lent.
    Borrowed(&'a str),
    /// Owned.
    Owned(String),
    /// Lent from the buffer in which the text was assembled. Making the text owned takes that buffer, without a copy; else the
    /// buffer serves for the next message.
    Assembled(&'a mut String),
    /// Shared, for sending one text to many: cloning it copies nothing.
    Shared(SharedText),
}

impl Text<'_> {
    /// Returns the same text, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Text<'static> {
        match self {
            Self::Borrowed(text) => Text::Owned(text.to_owned()),
            Self::Owned(text) => Text::Owned(text),
            Self::Assembled(text) => Text::Owned(mem::take(text)),
            Self::Shared(text) => Text::Shared(text),
        }
    }

    /// Returns the text as a [`String`], without copying where it is one.
    #[must_use]
    pub fn into_string(self) -> String {
        match self {
            Self::Borrowed(text) => text.to_owned(),
            Self::Owned(text) => text,
            Self::Assembled(text) => mem::take(text),
            Self::Shared(text) => text.as_str().to_owned(),
        }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Owned(text) => text,
            Self::Assembled(text) => text,
            Self::Shared(text) => text.as_str(),
        }
    }
}

/// UTF-8 text in reference-counted bytes.
#[derive(Clone, Eq, PartialEq)]
pub struct SharedText(Bytes);

impl SharedText {
    /// Returns the text. Each call validates the bytes again, at some gigabytes a second: keep the `&str`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        certain::text(&self.0)
    }

    /// Returns the bytes of the text.
    #[must_use]
    pub const fn as_bytes(&self) -> &Bytes {
        &self.0
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&'static str> for SharedText {
    fn from(text: &'static str) -> Self {
        Self(Bytes::from_static(text.as_bytes()))
    }
}

impl TryFrom<Bytes> for SharedText {
    type Error = Utf8Error;

    /// Checks that the bytes are UTF-8, and copies nothing.
    fn try_from(bytes: Bytes) -> Result<Self, Utf8Error> {
        str::from_utf8(&bytes)?;
        Ok(Self(bytes))
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// The payload of a binary message, which dereferences to `[u8]`.
pub enum Binary<'a> {
    /// Lent.
    Borrowed(&'a [u8]),
    /// Owned.
    Owned(Vec<u8>),
    /// Lent from the buffer in which the payload was assembled. Making the payload owned takes that buffer, without a copy; else the
    /// buffer serves for the next message.
    Assembled(&'a mut Vec<u8>),
    /// Shared: cloning it copies nothing.
    Shared(Bytes),
}

impl Binary<'_> {
    /// Returns the same bytes, copied if they were borrowed.
    #[must_use]
    pub fn into_owned(self) -> Binary<'static> {
        match self {
            Self::Borrowed(bytes) => Binary::Owned(bytes.to_owned()),
            Self::Owned(bytes) => Binary::Owned(bytes),
            Self::Assembled(bytes) => Binary::Owned(mem::take(bytes)),
            Self::Shared(bytes) => Binary::Shared(bytes),
        }
    }

    /// Returns the bytes as a [`Vec`], without copying where they are one.
    #[must_use]
    pub fn into_vec(self) -> Vec<u8> {
        match self {
            Self::Borrowed(bytes) => bytes.to_owned(),
            Self::Owned(bytes) => bytes,
            Self::Assembled(bytes) => mem::take(bytes),
            Self::Shared(bytes) => bytes.into(),
        }
    }
}

impl Deref for Binary<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Borrowed(bytes) => bytes,
            Self::Owned(bytes) => bytes,
            Self::Assembled(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

impl Clone for Text<'_> {
    fn clone(&self) -> Self {
        match self {
            Self::Borrowed(text) => Self::Borrowed(text),
            Self::Owned(text) => Self::Owned(text.clone()),
            Self::Assembled(text) => Self::Owned((**text).clone()),
            Self::Shared(text) => Self::Shared(text.clone()),
        }
    }
}

impl Clone for Binary<'_> {
    fn clone(&self) -> Self {
        match self {
            Self::Borrowed(bytes) => Self::Borrowed(bytes),
            Self::Owned(bytes) => Self::Owned(bytes.clone()),
            Self::Assembled(bytes) => Self::Owned((**bytes).clone()),
            Self::Shared(bytes) => Self::Shared(bytes.clone()),
        }
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Debug for Binary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl PartialEq for Binary<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text<'_> {}
impl Eq for Binary<'_> {}

impl<'a> From<&'a str> for Message<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Text::Borrowed(text))
    }
}

impl From<String> for Message<'_> {
    fn from(text: String) -> Self {
        Self::Text(Text::Owned(text))
    }
}

impl From<SharedText> for Message<'_> {
    fn from(text: SharedText) -> Self {
        Self::Text(Text::Shared(text))
    }
}

impl<'a> From<&'a [u8]> for Message<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Binary(Binary::Borrowed(bytes))
    }
}

impl From<Vec<u8>> for Message<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Binary(Binary::Owned(bytes))
    }
}

impl From<Bytes> for Message<'_> {
    fn from(bytes: Bytes) -> Self {
        Self::Binary(Binary::Shared(bytes))
    }
}
