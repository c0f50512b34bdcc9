//! The JSON serialization (TS-0004 8.4): the top level is bare, and tells by `op` or `rsc` what it is.

mod find;
mod source;
mod text;
mod write;

pub(crate) use find::find_text;
pub(crate) use source::JsonSource;
pub(crate) use write::JsonWriter;
