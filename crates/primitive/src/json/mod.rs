//! The JSON serialization (TS-0004 8.4): the top level is bare, and tells by `op` or `rsc` what it is.

mod decode;
mod encode;
mod scan;

pub(crate) use decode::{check_content, decode, root_name};
pub(crate) use encode::encode;
