//! Header fields that the application adds.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::error::RequestError;
use crate::head::{Shown, is_token, is_value_byte, trim};

/// Names and values that are fit for a head.
#[derive(Clone, Default, Eq, PartialEq)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn push(&mut self, name: &str, value: &str) -> Result<(), RequestError> {
        if is_reserved(name) {
            return Err(RequestError::ReservedField(name.into()));
        }
        self.push_any(name, value)
    }

    /// As [`push`](Self::push), for the handshake's own.
    pub(crate) fn push_any(&mut self, name: &str, value: &str) -> Result<(), RequestError> {
        if !is_token(name.as_bytes()) {
            return Err(RequestError::FieldName(name.into()));
        }
        let value_bytes = value.as_bytes();
        if !value_bytes.iter().all(|&byte| is_value_byte(byte)) || trim(value_bytes) != value_bytes
        {
            return Err(RequestError::FieldValue(name.into()));
        }
        self.0.push((name.into(), value.into()));
        Ok(())
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0
            .iter()
            .any(|(other, _)| other.eq_ignore_ascii_case(name))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub(crate) fn write(&self, to: &mut Vec<u8>) {
        for (name, value) in &self.0 {
            write_field(to, name, value.as_bytes());
        }
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |(name, value)| (name, Shown::new(name, value));
        let fields = self
            .0
            .iter()
            .map(|(name, value)| (&**name, value.as_bytes()));
        f.debug_map().entries(fields.map(shown)).finish()
    }
}

pub(crate) fn write_field(to: &mut Vec<u8>, name: &str, value: &[u8]) {
    for part in [name.as_bytes(), b": ", value, b"\r\n"] {
        to.extend_from_slice(part);
    }
}

/// Fields that the handshake writes itself, that would announce a body, or that are a proxy's.
fn is_reserved(name: &str) -> bool {
    const WEBSOCKET: &str = "sec-websocket-";
    const RESERVED: [&str; 12] = [
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ];
    RESERVED
        .iter()
        .any(|reserved| name.eq_ignore_ascii_case(reserved))
        || name
            .get(..WEBSOCKET.len())
            .is_some_and(|prefix| prefix.eq_ignore_ascii_case(WEBSOCKET))
}
