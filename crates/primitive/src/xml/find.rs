//! Finds one text in XML that need not be well-formed.

use alloc::string::String;

use super::characters::is_white;
use super::markup::{Piece, Rest};

/// The text of the element of this name that is a child of the root, whatever its prefix is. Only tags are looked at.
pub(crate) fn find_text(bytes: &[u8], name: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        at += memchr::memchr(b'<', bytes.get(at..)?)?;
        let rest = bytes.get(at..)?;
        if let Some(end) = passed_over(rest) {
            at += end?;
            continue;
        }
        if rest.starts_with(b"</") {
            depth = depth.saturating_sub(1);
            at += 2;
            continue;
        }
        let len = tag_len(rest)?;
        let tag = rest.get(1..len - 1)?;
        let (tag, is_empty) = match tag.strip_suffix(b"/") {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        at += len;
        if depth == 1 && local_name(tag) == name.as_bytes() && !is_empty {
            return text(bytes.get(at..)?, name_of(tag));
        }
        depth += usize::from(!is_empty);
    }
}

/// The length of what is no element, if it is none; and nothing if it has no end.
fn passed_over(rest: &[u8]) -> Option<Option<usize>> {
    let end: &[u8] = match rest {
        [b'<', b'!', b'-', b'-', ..] => b"-->",
        [b'<', b'!', b'[', ..] => b"]]>",
        [b'<', b'?', ..] => b"?>",
        [b'<', b'!', ..] => b">",
        _ => return None,
    };
    Some(memchr::memmem::find(rest, end).map(|found| found + end.len()))
}

/// The length of a start tag, whose attributes may have `>` in their values.
fn tag_len(rest: &[u8]) -> Option<usize> {
    let mut quote = None;
    let end = rest.iter().position(|byte| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(*byte);
            false
        }
        (Some(open), byte) if open == *byte => {
            quote = None;
            false
        }
        _ => false,
    })?;
    Some(end + 1)
}

fn name_of(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|byte| is_white(*byte));
    tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
}

fn local_name(tag: &[u8]) -> &[u8] {
    let name = name_of(tag);
    let colon = name.iter().position(|byte| *byte == b':');
    colon.map_or(name, |colon| name.get(colon + 1..).unwrap_or_default())
}

/// The text up to the next end tag, if there is nothing but text, and the tag is that of the element.
fn text(rest: &[u8], name: &[u8]) -> Option<String> {
    let end = memchr::memmem::find(rest, b"</")?;
    rest.get(end + 2..)?.starts_with(name).then_some(())?;
    let mut pieces = Rest::new(core::str::from_utf8(rest.get(..end)?).ok()?);
    let mut text = String::new();
    loop {
        match pieces.next().ok()? {
            Piece::Text(more) | Piece::CData(more) => text.push_str(more),
            Piece::Reference(character) => text.push(character),
            Piece::Other => {}
            Piece::Nothing => return Some(text),
            Piece::Start(_) | Piece::End => return None,
        }
    }
}
