use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{DecodeError, DecodeRule};

/// The input of [`decode`](crate::decode): text that is known to be UTF-8, such as that of a WebSocket text message, or bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Document<'a> {
    /// Text.
    Text(&'a str),
    /// Bytes, which have to be UTF-8 in JSON and XML.
    Bytes(&'a [u8]),
}

impl<'a> Document<'a> {
    /// Returns the bytes of the document.
    #[must_use]
    pub const fn as_bytes(self) -> &'a [u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    pub(crate) fn text(self) -> Result<&'a str, DecodeError> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Bytes(bytes) => utf8(bytes).map_err(|offset| DecodeError {
                offset,
                ..DecodeError::new(DecodeRule::Utf8)
            }),
        }
    }
}

/// The text that bytes are, or where they are no longer UTF-8.
#[inline]
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, usize> {
    // The vectorized check does not pay for a few bytes.
    const FEW: usize = 64;
    if bytes.len() > FEW
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return Ok(text);
    }
    core::str::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

impl<'a> From<&'a str> for Document<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Document<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Document<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const LEN: usize> From<&'a [u8; LEN]> for Document<'a> {
    fn from(bytes: &'a [u8; LEN]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Document<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a mut [u8]> for Document<'a> {
    fn from(bytes: &'a mut [u8]) -> Self {
        Self::Bytes(bytes)
    }
}
