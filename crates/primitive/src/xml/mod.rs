//! The XML serialization (TS-0004 8.3). What it does not tell, whether something is a number or a list, the
//! [data-type table](crate::schema) does; so does the order of elements.
//!
//! An empty-element tag (`<lbl/>`) is NULL; but for `nu` and `mid`, where it is a list without items. A start tag followed by
//! its end tag (`<con></con>`) is a value with nothing in it: empty text, a list without items, an object without members.
//! XML sees no difference between the two, but it keeps apart what JSON keeps apart. Repeated elements have to stand
//! together; elements may come in any order, and are written in that of the table.

mod characters;
mod declaration;
mod lexical;
mod markup;
mod namespace;
mod raw;
mod source;
mod tag;
mod write;

pub(crate) use source::XmlSource;
pub(crate) use write::XmlWriter;
