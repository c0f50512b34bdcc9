//! The text of elements and attributes, with references where it needs them (XML 1.0 §2.4, §3.3.3).

use alloc::vec::Vec;

use super::characters::special_at;
use crate::certain::part;
use crate::error::EncodeRule;
use crate::token::Write;

/// Appends text so that it reads back the same.
pub(super) fn escape(text: &str, is_attribute: bool, out: &mut Vec<u8>) -> Write {
    let bytes = text.as_bytes();
    let (mut written, mut start) = (0, 0);
    while let Some(found) = special_at(part(bytes, start..)) {
        let at = start + found;
        let special = part(bytes, at..);
        start = at + 1;
        let escaped = match special {
            [b'&', ..] => "&amp;",
            [b'<', ..] => "&lt;",
            [b'>', ..] => "&gt;",
            [b'"', ..] if is_attribute => "&quot;",
            [b'\r', ..] => "&#13;",
            [b'\t', ..] if is_attribute => "&#9;",
            [b'\n', ..] if is_attribute => "&#10;",
            // U+FFFE and U+FFFF.
            [0xEF, 0xBF, 0xBE | 0xBF, ..] => return Err(EncodeRule::InvalidCharacter),
            [b'"' | b'\t' | b'\n' | 0xEF, ..] => continue,
            _ => return Err(EncodeRule::InvalidCharacter),
        };
        out.extend_from_slice(part(bytes, written..at));
        out.extend_from_slice(escaped.as_bytes());
        written = start;
    }
    out.extend_from_slice(part(bytes, written..));
    Ok(())
}
