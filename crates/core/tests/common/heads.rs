//! Heads with something changed.

use onem2m_ws_core::{HeadRule, Violation};

/// What is to be the same however the input was cut.
pub(crate) fn place(violation: &Violation) -> (HeadRule, Option<usize>) {
    (violation.rule(), violation.offset())
}

/// `lines` as a head, with every line of the field `name` replaced; the empty name stands for the first line.
pub(crate) fn edited(lines: &[&str], name: &str, replacement: &[&str]) -> String {
    let is_meant = |line: &str| {
        let field = line.split_once(": ").map_or("", |(field, _)| field);
        field == name
    };
    let kept = lines.iter().filter(|line| !is_meant(line)).copied();
    let mut head = Vec::from_iter(kept);
    let at = usize::from(!name.is_empty());
    head.splice(at..at, replacement.iter().copied());
    let mut text = head.join("\r\n");
    text.push_str("\r\n\r\n");
    text
}

/// `lines` as a head with further ones at its end.
pub(crate) fn extended(lines: &[&str], further: &[&str]) -> String {
    let mut text = [lines, further].concat().join("\r\n");
    text.push_str("\r\n\r\n");
    text
}
