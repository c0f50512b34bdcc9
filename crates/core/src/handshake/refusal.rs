//! A response that refuses, in one line for people: what it says, and what they would do next.

use core::fmt::{self, Write};

use super::response::Response;

/// Status, reason, the fields that say how to go on, and the first line of the body. All of it is the peer's, so each part is
/// cut, and what a terminal would obey is escaped.
pub(crate) struct Refusal<'a>(pub(crate) &'a Response);

impl fmt::Display for Refusal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(response) = self;
        write!(f, "{}", response.status())?;
        if !response.reason().is_empty() {
            write!(f, " {}", Cut(response.reason()))?;
        }
        let fields = TELLING_FIELDS.iter().flat_map(|&name| {
            let values = response.headers().get_all(name);
            values.map(move |value| (name, value))
        });
        for (name, value) in fields.take(MAX_FIELDS) {
            write!(f, " ({name}: {})", Cut(value))?;
        }
        match first_line(&response.body_text()) {
            Some(line) => write!(f, ": {}", CutText(line)),
            None => Ok(()),
        }
    }
}

/// The first line with something in it. A page for browsers says nothing there.
fn first_line(body: &str) -> Option<&str> {
    let mut lines = body.lines().map(str::trim);
    lines
        .find(|line| !line.is_empty())
        .filter(|line| !line.starts_with('<'))
}

/// The beginning of a part that is ASCII by its rules. It stands in no quotes, so its own need no escape.
struct Cut<'a>(&'a [u8]);

impl fmt::Display for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for &byte in self.0.iter().take(MAX_PART_LEN) {
            match byte {
                b'"' | b'\'' => f.write_char(byte.into())?,
                _ => write!(f, "{}", byte.escape_ascii())?,
            }
        }
        write_cut(f, self.0.len() > MAX_PART_LEN)
    }
}

/// The beginning of a text.
struct CutText<'a>(&'a str);

impl fmt::Display for CutText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(MAX_PART_LEN) {
            match character {
                '"' | '\'' => f.write_char(character)?,
                _ => write!(f, "{}", character.escape_debug())?,
            }
        }
        write_cut(f, characters.next().is_some())
    }
}

fn write_cut(f: &mut fmt::Formatter<'_>, is_cut: bool) -> fmt::Result {
    f.write_str(if is_cut { "..." } else { "" })
}

/// Where to go instead, what to prove, when to come again, and which version to speak (RFC 9110 §10.2.2, §11.6.1, §11.7.1,
/// §10.2.3; RFC 6455 §4.4).
const TELLING_FIELDS: [&str; 5] = [
    "Location",
    "WWW-Authenticate",
    "Proxy-Authenticate",
    "Retry-After",
    "Sec-WebSocket-Version",
];
/// Fields that are shown.
const MAX_FIELDS: usize = 4;
/// Bytes of a field or characters of a line that are shown.
const MAX_PART_LEN: usize = 200;
