//! The XML serialization (TS-0004 8.3). The [data-type table](crate::schema) tells what XML does not, whether something is a
//! number or a list; so does the order of elements.
//!
//! An empty-element tag (`<lbl/>`) and a start tag with its end tag (`<lbl></lbl>`) are the same (XML 1.0 §3.1). The context
//! tells whether such an element is NULL (TS-0004 8.3.2): in the content of an UPDATE request it is, whatever its type, but for
//! `nu` and `mid`, whose lists may be empty. Elsewhere it is what is empty in its type: text, a list, an object; and NULL
//! where the type has nothing empty. Repeated elements have to stand together; elements may come in any order, and are
//! written in that of the table.

mod characters;
mod declaration;
mod escape;
mod find;
mod fragment;
mod lexical;
mod look_ahead;
mod markup;
mod namespace;
mod raw;
mod scalar;
mod source;
mod tag;
mod write;

pub(crate) use find::find_text;
pub(crate) use source::XmlSource;
pub(crate) use write::XmlWriter;
