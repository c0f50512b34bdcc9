//! The CBOR serialization (TS-0004 8.5, RFC 8949): the same values as in JSON, names and text as text strings.

mod find;
mod head;
mod source;
mod write;

pub(crate) use find::find_text;
pub(crate) use source::CborSource;
pub(crate) use write::CborWriter;
