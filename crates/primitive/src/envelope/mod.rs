//! The parameters of primitives (TS-0004 clauses 6.4.1, 6.4.2 and 8.2.2), the same in all serializations.

mod filter;
pub(crate) mod read;
mod values;
mod write;

pub(crate) use read::Root;
