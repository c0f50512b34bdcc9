//! Elements that are written as they came.

use alloc::vec::Vec;

use super::escape::escape;
use super::markup::{Markup, Piece};
use super::namespace::declared;
use crate::error::EncodeRule;
use crate::raw::XmlFragment;
use crate::token::Write;

/// Elements with what was declared around them declared in each.
pub(super) fn elements(fragment: &XmlFragment<'_>, out: &mut Vec<u8>) -> Write {
    if fragment.namespaces.is_empty() {
        out.extend_from_slice(fragment.text.as_bytes());
        return Ok(());
    }
    let mut markup = Markup::new(&fragment.text, usize::MAX);
    loop {
        let depth = markup.depth();
        match markup.next().map_err(EncodeRule::Content)? {
            Piece::Start(tag) if depth == 0 => {
                let whole = markup.slice(tag.start..markup.end());
                let (name, rest) = whole
                    .split_at_checked(1 + tag.name.len())
                    .unwrap_or((whole, ""));
                out.extend_from_slice(name.as_bytes());
                for (prefix, uri) in &fragment.namespaces {
                    let mut attributes = tag.attributes().flatten();
                    if !attributes.any(|attribute| declared(attribute.name) == Some(&**prefix)) {
                        declare(prefix, uri, out)?;
                    }
                }
                out.extend_from_slice(rest.as_bytes());
            }
            Piece::Nothing => return Ok(()),
            Piece::Start(_)
            | Piece::End
            | Piece::Text(_)
            | Piece::Reference(_)
            | Piece::CData(_)
            | Piece::Other => {
                let whole = markup.slice(markup.start..markup.end());
                out.extend_from_slice(whole.as_bytes());
            }
        }
    }
}

/// Appends the declaration of a namespace.
pub(super) fn declare(prefix: &str, uri: &str, out: &mut Vec<u8>) -> Write {
    out.extend_from_slice(b" xmlns");
    if !prefix.is_empty() {
        out.push(b':');
        out.extend_from_slice(prefix.as_bytes());
    }
    out.extend_from_slice(b"=\"");
    escape(uri, true, out)?;
    out.push(b'"');
    Ok(())
}
