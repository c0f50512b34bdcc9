//! Finds one text in CBOR that need not be valid.

use alloc::string::String;

use smallvec::SmallVec;

use super::head::{self, Head};

/// The text that is the member of this name in the outermost map, or in the map that is its member of one of the names in
/// `within`. Tags do not matter, and byte strings are taken for text.
pub(crate) fn find_text(bytes: &[u8], name: &str, within: &[&str]) -> Option<String> {
    let mut members = Members::of(bytes, 0)?;
    let mut is_outermost = true;
    while let Some((member, value)) = members.next(bytes) {
        if member.as_deref() == Some(name) {
            return text(bytes, value)?.0;
        }
        let is_within = member.is_some_and(|member| within.contains(&&*member));
        if is_outermost
            && is_within
            && let Some(inner) = Members::of(bytes, value)
        {
            (members, is_outermost) = (inner, false);
            continue;
        }
        members.at = skip(bytes, value)?;
    }
    None
}

/// The members of a map from some place on.
struct Members {
    at: usize,
    /// `None` until there is a break.
    remaining: Option<u64>,
}

impl Members {
    fn of(bytes: &[u8], at: usize) -> Option<Self> {
        let (head, at) = untagged(bytes, at)?;
        (head.major == head::MAP).then_some(Self {
            at,
            remaining: (!head.is_indefinite()).then_some(head.argument),
        })
    }

    /// The name of the next member, if it is text, and where its value begins.
    fn next(&mut self, bytes: &[u8]) -> Option<(Option<String>, usize)> {
        match &mut self.remaining {
            Some(remaining) => *remaining = remaining.checked_sub(1)?,
            None if bytes.get(self.at) == Some(&head::BREAK) => return None,
            None => {}
        }
        match text(bytes, self.at) {
            Some(named) => Some(named),
            None => Some((None, skip(bytes, self.at)?)),
        }
    }
}

/// The head of the item that begins here, tags left out, and where it ends.
fn untagged(bytes: &[u8], mut at: usize) -> Option<(Head, usize)> {
    loop {
        let (head, len) = Head::read(bytes.get(at..)?).ok()?;
        at += len;
        if head.major != head::TAG {
            return Some((head, at));
        }
    }
}

/// The text that begins here, if it is valid, and where it ends.
fn text(bytes: &[u8], at: usize) -> Option<(Option<String>, usize)> {
    let (head, start) = untagged(bytes, at)?;
    if !matches!(head.major, head::TEXT | head::BYTES) {
        return None;
    }
    let end = skip(bytes, at)?;
    let whole = if head.is_indefinite() {
        super::source::join(bytes.get(start..end.checked_sub(1)?)?)
    } else {
        String::from(core::str::from_utf8(bytes.get(start..end)?).unwrap_or_default())
    };
    Some((Some(whole), end))
}

/// Where the item ends that begins here.
fn skip(bytes: &[u8], mut at: usize) -> Option<usize> {
    // How many items are still to come in each that is open; `None` until there is a break.
    let mut open: SmallVec<[Option<u64>; 16]> = SmallVec::new();
    loop {
        if bytes.get(at) == Some(&head::BREAK) && open.pop() == Some(None) {
            at += 1;
        } else {
            let head;
            (head, at) = untagged(bytes, at)?;
            let inner = match head.major {
                head::ARRAY | head::MAP | head::TEXT | head::BYTES if head.is_indefinite() => {
                    Some(None)
                }
                head::ARRAY => Some(Some(head.argument)),
                head::MAP => Some(Some(head.argument.checked_mul(2)?)),
                head::TEXT | head::BYTES => {
                    at = at.checked_add(usize::try_from(head.argument).ok()?)?;
                    None
                }
                _ if head.is_indefinite() => return None,
                _ => None,
            };
            if let Some(inner) = inner {
                if open.len() >= MAX_DEPTH {
                    return None;
                }
                open.push(inner);
                if inner != Some(0) {
                    continue;
                }
                open.pop();
            }
        }
        // An item has ended, and with it those that it was the last of.
        loop {
            match open.last_mut() {
                None => return (at <= bytes.len()).then_some(at),
                Some(None) => break,
                Some(Some(remaining)) => {
                    *remaining -= 1;
                    if *remaining > 0 {
                        break;
                    }
                    open.pop();
                }
            }
        }
    }
}

/// Deeper than this nothing is searched.
const MAX_DEPTH: usize = 1024;
