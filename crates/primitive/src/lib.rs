//! oneM2M primitives (TS-0004): requests and responses, and their serialization.
//!
//! Text borrows from what was decoded; content and unknown parameters stay as they came until they are asked for, and
//! survive unchanged.
//!
//! ```
//! use onem2m_primitive::{Limits, Primitive, ResponsePrimitive, ResponseStatusCode, Serialization, decode, encode};
//!
//! let received = br#"{"op":2,"to":"cse-in","fr":"Cthermo","rqi":"r1","rvi":"3"}"#;
//! let Primitive::Request(request) = decode(Serialization::Json, received, &Limits::default())? else {
//!     panic!("it has `op`");
//! };
//! assert_eq!(request.to, "cse-in");
//!
//! let response = ResponsePrimitive::to_request(&request, ResponseStatusCode::NOT_FOUND);
//! let mut bytes = Vec::new();
//! encode(Serialization::Json, &response.into(), &mut bytes)?;
//! assert_eq!(bytes, br#"{"rsc":4004,"rqi":"r1","rvi":"3"}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! So far there is JSON.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod content;
mod error;
#[cfg(feature = "json")]
mod json;
mod primitive;
pub mod schema;
mod types;

use alloc::vec::Vec;

#[cfg(feature = "json")]
pub use content::ContentError;
pub use content::{Content, Raw};
pub use error::{DecodeError, DecodeRule};
pub use primitive::{Parameter, Primitive, RequestPrimitive, ResponsePrimitive};
pub use types::{
    Operation, RequestIdentifier, ResourceType, ResponseStatusCode, ResultContent, StatusClass,
};

/// How primitives become bytes (TS-0004 8.3 to 8.5).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Serialization {
    /// JSON (TS-0004 8.4).
    Json,
    /// XML (TS-0004 8.3). Not implemented yet.
    Xml,
    /// CBOR (TS-0004 8.5). Not implemented yet.
    Cbor,
}

/// Why a primitive cannot be written: the caller's fault.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum EncodeError {
    /// The serialization is not compiled in.
    Unsupported(Serialization),
}

impl core::fmt::Display for EncodeError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Unsupported(serialization) => {
                write!(f, "the serialization {serialization:?} is not compiled in")
            }
        }
    }
}

impl core::error::Error for EncodeError {}

/// What a decoder accepts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Longest primitive, in bytes (default 1 MiB).
    pub max_len: usize,
    /// Objects and arrays within each other (default 64).
    pub max_depth: usize,
    /// Members and elements in all (default 65 536).
    pub max_members: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_len: 1 << 20,
            max_depth: 64,
            max_members: 1 << 16,
        }
    }
}

/// Reads one primitive, which is all of `bytes`.
///
/// # Errors
///
/// It is not one, or passes a limit; the error says where, and which request it was, if that could be read. Or the
/// serialization is not compiled in.
pub fn decode<'a>(
    serialization: Serialization,
    bytes: &'a [u8],
    limits: &Limits,
) -> Result<Primitive<'a>, DecodeError> {
    match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => json::decode(bytes, limits),
        _ => {
            let _ = (bytes, limits);
            Err(DecodeError::new(DecodeRule::Unsupported))
        }
    }
}

/// Appends the bytes of one primitive to `out`.
///
/// # Errors
///
/// The serialization is not compiled in; `out` has not changed.
pub fn encode(
    serialization: Serialization,
    primitive: &Primitive<'_>,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    match serialization {
        #[cfg(feature = "json")]
        Serialization::Json => {
            json::encode(primitive, out);
            Ok(())
        }
        _ => {
            let _ = (primitive, out);
            Err(EncodeError::Unsupported(serialization))
        }
    }
}
