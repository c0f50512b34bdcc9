//! The head of an HTTP/1.1 message (RFC 9112): its end is searched incrementally, its fields are parsed once.

use alloc::vec::Vec;
use core::fmt;
use core::mem;
use core::ops::Range;

use memchr::{memchr, memchr_iter};

use crate::certain::{self, part};
use crate::config::Config;
use crate::handshake::{HeadRule, Violation};
use crate::inbox::Inbox;

/// The header fields of a request or response, as they were sent.
#[derive(Clone, Copy)]
pub struct Headers<'a> {
    head: &'a [u8],
    table: &'a [u8],
}

impl<'a> Headers<'a> {
    /// Returns names and values in the order they were sent, each as spelt, the values without the white space around them.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a [u8])> + Clone + use<'a> {
        self.fields()
            .map(|(name, value)| (certain::text(name), value))
    }

    /// Returns the value of the first field of this name, in any case.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a [u8]> {
        self.get_all(name).next()
    }

    /// Returns the values of all fields of this name, in any case.
    pub fn get_all<'n>(
        &self,
        name: &'n str,
    ) -> impl Iterator<Item = &'a [u8]> + Clone + use<'a, 'n> {
        self.fields()
            .filter(move |(other, _)| other.eq_ignore_ascii_case(name.as_bytes()))
            .map(|(_, value)| value)
    }

    /// Returns the number of fields.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.table.len() / FIELD_LEN
    }

    /// Returns whether there is no field.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Only those of a range of fields.
    pub(crate) fn within(&self, fields: &Range<usize>) -> Self {
        let start = fields.start.saturating_mul(FIELD_LEN);
        let end = fields.end.saturating_mul(FIELD_LEN);
        Self {
            table: part(self.table, start..end),
            ..*self
        }
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + Clone + use<'a> {
        let head = self.head;
        let entries = self.table.as_chunks().0.as_chunks().0;
        entries
            .iter()
            .map(move |entry: &Entry| Field::from_entry(entry).of(head))
    }
}

impl fmt::Debug for Headers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(
                self.iter()
                    .map(|(name, value)| (name, Shown::new(name, value))),
            )
            .finish()
    }
}

/// A field value for logs, without secrets.
pub(crate) struct Shown<'a> {
    name: &'a str,
    value: &'a [u8],
}

impl<'a> Shown<'a> {
    pub(crate) const fn new(name: &'a str, value: &'a [u8]) -> Self {
        Self { name, value }
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if is_secret(self.name) {
            f.write_str("(redacted)")
        } else {
            write!(f, "\"{}\"", self.value.escape_ascii())
        }
    }
}

/// A complete head with its fields found: the bytes, and behind them, in the same allocation, where each field lies.
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct Head {
    storage: Vec<u8>,
    start: usize,
    len: usize,
}

impl Head {
    /// The head as it was on the wire, without an empty line before it.
    pub(crate) fn bytes(&self) -> &[u8] {
        part(&self.storage, self.start..self.len)
    }

    /// The request line or status line, without its end.
    pub(crate) fn start_line(&self) -> &[u8] {
        let bytes = self.bytes();
        let end = memchr(b'\n', bytes).and_then(|end| end.checked_sub(1));
        part(bytes, ..end.unwrap_or(bytes.len()))
    }

    pub(crate) fn headers(&self) -> Headers<'_> {
        Headers {
            head: part(&self.storage, ..self.len),
            table: part(&self.storage, self.len..),
        }
    }

    /// Where `part`, which is a part of the head, lies in what was received.
    pub(crate) fn range_of(&self, part: &[u8]) -> Range<usize> {
        let start = offset(&self.storage, part);
        start..start.saturating_add(part.len())
    }

    /// The text at such a place; nothing when it is not ASCII.
    pub(crate) fn text(&self, range: &Range<usize>) -> &str {
        let part = self.storage.get(range.clone()).unwrap_or_default();
        str::from_utf8(part).unwrap_or_default()
    }

    /// A broken rule, with the bytes that break it.
    pub(crate) fn violation(&self, rule: HeadRule, part: &[u8]) -> Violation {
        Violation::new(rule)
            .at(self.range_of(part).start)
            .found(part)
    }

    /// Takes a complete head of `lines` lines, the empty one at the end included, and finds its fields.
    fn new(mut storage: Vec<u8>, start: usize, lines: usize) -> Result<Self, Violation> {
        let len = storage.len();
        let fields = lines.saturating_sub(2);
        storage.reserve_exact(fields.saturating_mul(FIELD_LEN));
        if fields <= USUAL_FIELDS {
            tabulate::<USUAL_FIELDS>(&mut storage, start)?;
        } else {
            tabulate::<MAX_FIELDS>(&mut storage, start)?;
        }
        Ok(Self {
            storage,
            start,
            len,
        })
    }
}

/// Parses the fields of the head that begins at `start`, and appends their table.
fn tabulate<const N: usize>(storage: &mut Vec<u8>, start: usize) -> Result<(), Violation> {
    let mut entries = [Entry::default(); N];
    let mut headers = [httparse::EMPTY_HEADER; N];
    let head = part(storage, start..);
    let fields_start = memchr(b'\n', head).map_or(head.len(), |end| end.saturating_add(1));
    let lines = part(head, fields_start..);
    let fields = match httparse::parse_headers(lines, &mut headers) {
        Ok(httparse::Status::Complete((len, fields))) if len == lines.len() => fields,
        Ok(_) | Err(_) => return Err(malformed_field(head, fields_start)),
    };
    let count = fields.len();
    for (entry, field) in entries.iter_mut().zip(fields) {
        *entry = Field::new(storage, field.name.as_bytes(), field.value).to_entry();
    }
    let entries = entries.get(..count);
    debug_assert!(entries.is_some(), "more fields than there is room for");
    let entries = entries.unwrap_or_default();
    storage.extend_from_slice(entries.as_flattened().as_flattened());
    Ok(())
}

/// Which line it is that has no token, colon and printable value: httparse does not say.
fn malformed_field(head: &[u8], fields_start: usize) -> Violation {
    let lines = part(head, fields_start..);
    let bad = lines
        .split_inclusive(|&byte| byte == b'\n')
        .map(|line| line.strip_suffix(b"\r\n").unwrap_or(line))
        .find(|line| !is_field(line))
        .unwrap_or_default();
    Violation::new(HeadRule::Field)
        .at(offset(head, bad))
        .found(bad)
}

fn is_field(line: &[u8]) -> bool {
    match memchr(b':', line).and_then(|colon| line.split_at_checked(colon)) {
        Some((name, value)) => is_token(name) && value.iter().all(|&byte| is_value_byte(byte)),
        None => line.is_empty(),
    }
}

/// A [`Field`] in a table of bytes.
type Entry = [[u8; 4]; 4];

/// Where one field lies in its head.
struct Field {
    name: [u32; 2],
    value: [u32; 2],
}

impl Field {
    fn new(head: &[u8], name: &[u8], value: &[u8]) -> Self {
        let range = |part: &[u8]| {
            let start = offset(head, part);
            [start, start.saturating_add(part.len())]
                .map(|position| u32::try_from(position).unwrap_or(u32::MAX))
        };
        Self {
            name: range(name),
            value: range(value),
        }
    }

    fn to_entry(&self) -> Entry {
        let ([a, b], [c, d]) = (self.name, self.value);
        [a, b, c, d].map(u32::to_ne_bytes)
    }

    #[inline]
    fn from_entry(entry: &Entry) -> Self {
        let [a, b, c, d] = entry.map(u32::from_ne_bytes);
        Self {
            name: [a, b],
            value: [c, d],
        }
    }

    #[inline]
    fn of<'a>(&self, head: &'a [u8]) -> (&'a [u8], &'a [u8]) {
        let part = |[start, end]: [u32; 2]| {
            let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
            head.get(range)
        };
        (
            part(self.name).unwrap_or_default(),
            part(self.value).unwrap_or_default(),
        )
    }
}

/// Searches the end of a head in what arrives, every byte once. An incomplete head is taken out of the inbox.
#[derive(Debug)]
pub(crate) struct HeadReader {
    buffer: Vec<u8>,
    max_len: usize,
    max_fields: usize,
    /// The bytes that the head must begin with, as far as it is there.
    beginning: &'static [u8],
    /// Bytes searched.
    position: usize,
    /// Where the current line begins.
    line_start: usize,
    /// The last byte searched.
    last: Option<u8>,
    lines: usize,
    /// The length of an empty line before the head.
    start: usize,
}

impl HeadReader {
    /// For a request: one empty line may come before it (RFC 9112 §2.2).
    pub(crate) fn request(config: &Config) -> Self {
        Self::new(config, b"")
    }

    /// For a response. A peer that speaks another protocol is noticed by its first bytes.
    pub(crate) fn response(config: &Config) -> Self {
        Self::new(config, b"HTTP/")
    }

    fn new(config: &Config, beginning: &'static [u8]) -> Self {
        Self {
            buffer: Vec::new(),
            max_len: config.max_head_len.min(MAX_HEAD_LEN),
            max_fields: config.max_header_fields.min(MAX_FIELDS),
            beginning,
            position: 0,
            line_start: 0,
            last: None,
            lines: 0,
            start: 0,
        }
    }

    /// Returns whether not one byte has been received.
    pub(crate) const fn is_untouched(&self) -> bool {
        self.position == 0
    }

    /// The head, when it is complete; the bytes behind it stay in the inbox. Otherwise the inbox is empty.
    pub(crate) fn read(&mut self, inbox: &mut Inbox) -> Result<Option<Head>, Violation> {
        let room = self.max_len.saturating_sub(self.position);
        let unread = inbox.unread();
        let chunk = unread.get(..room).unwrap_or(unread);
        self.check_beginning(chunk)?;
        let Some(len) = self.search(chunk)? else {
            if chunk.len() == room {
                return Err(Violation::new(HeadRule::HeadTooLong).at(self.max_len));
            }
            let target = self.position.saturating_mul(2).max(MIN_BUFFER_LEN);
            let additional = target.min(self.max_len).saturating_sub(self.buffer.len());
            self.buffer.reserve_exact(additional);
            self.buffer.extend_from_slice(chunk);
            inbox.clear();
            return Ok(None);
        };
        let mut storage = mem::take(&mut self.buffer);
        let table_len = self.lines.saturating_sub(2).saturating_mul(FIELD_LEN);
        storage.reserve_exact(len.saturating_add(table_len));
        storage.extend_from_slice(inbox.take(len));
        Head::new(storage, self.start, self.lines).map(Some)
    }

    fn check_beginning(&self, chunk: &[u8]) -> Result<(), Violation> {
        let expected = self.beginning.get(self.position..).unwrap_or_default();
        if expected.is_empty() {
            // No method begins with a control character, and no end of a line may ever follow: TLS, for one.
            let is_text = |byte: &u8| !byte.is_ascii_control() || matches!(byte, b'\r' | b'\n');
            if self.position > 0 || chunk.first().is_none_or(is_text) {
                return Ok(());
            }
            return Err(Violation::new(HeadRule::StartLine).at(0).found(chunk));
        }
        let len = expected.len().min(chunk.len());
        if expected.get(..len) == chunk.get(..len) {
            Ok(())
        } else {
            Err(Violation::new(HeadRule::StartLine).at(0).found(chunk))
        }
    }

    /// The length of the chunk that belongs to the head, if its end is there.
    fn search(&mut self, chunk: &[u8]) -> Result<Option<usize>, Violation> {
        let chunk_start = self.position;
        for at in memchr_iter(b'\n', chunk) {
            let before = match at.checked_sub(1) {
                Some(before) => chunk.get(before).copied(),
                None => self.last,
            };
            self.position = chunk_start.saturating_add(at);
            if before != Some(b'\r') {
                return Err(Violation::new(HeadRule::BareLineFeed).at(self.position));
            }
            self.position = self.position.saturating_add(1);
            if self.end_line()? {
                return Ok(Some(at.saturating_add(1)));
            }
        }
        self.position = chunk_start.saturating_add(chunk.len());
        self.last = chunk.last().copied().or(self.last);
        Ok(None)
    }

    /// Counts a line that has just ended; whether it was the head's last.
    fn end_line(&mut self) -> Result<bool, Violation> {
        let is_empty = self.position.saturating_sub(self.line_start) == 2;
        if is_empty && self.lines == 0 {
            if self.start > 0 {
                return Err(Violation::new(HeadRule::StartLine).at(self.line_start));
            }
            self.start = 2;
        } else {
            self.lines = self.lines.saturating_add(1);
        }
        if !is_empty && self.lines > self.max_fields.saturating_add(1) {
            return Err(Violation::new(HeadRule::TooManyFields).at(self.line_start));
        }
        self.line_start = self.position;
        Ok(is_empty && self.lines > 0)
    }
}

/// Returns whether this is a token (RFC 9110 §5.6.2).
pub(crate) fn is_token(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(|&byte| is_token_byte(byte))
}

#[inline]
pub(crate) fn is_token_byte(byte: u8) -> bool {
    TOKEN_BYTES
        .get(usize::from(byte))
        .is_some_and(|&is_token| is_token)
}

static TOKEN_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut rest: &mut [bool] = &mut table;
    let mut byte = 0_u8;
    while let [is_token, next @ ..] = rest {
        *is_token = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'!' | b'#'
                    | b'$'
                    | b'%'
                    | b'&'
                    | b'\''
                    | b'*'
                    | b'+'
                    | b'-'
                    | b'.'
                    | b'^'
                    | b'_'
                    | b'`'
                    | b'|'
                    | b'~'
            );
        byte = byte.wrapping_add(1);
        rest = next;
    }
    table
};

/// Returns whether a field value may have this byte (RFC 9110 §5.5).
pub(crate) const fn is_value_byte(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'~' | 0x80..)
}

/// The elements of a list in a field value, without empty ones (RFC 9110 §5.6.1).
pub(crate) fn list(value: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    value
        .split(|&byte| byte == b',')
        .map(trim)
        .filter(|element| !element.is_empty())
}

/// Without the optional white space around it.
pub(crate) fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

/// Fields whose values are kept out of logs.
fn is_secret(name: &str) -> bool {
    [
        "authorization",
        "cookie",
        "proxy-authorization",
        "set-cookie",
    ]
    .iter()
    .any(|secret| name.eq_ignore_ascii_case(secret))
}

/// Where `part` lies in `whole`, of which it is a part.
fn offset(whole: &[u8], part: &[u8]) -> usize {
    let distance = part.as_ptr().addr().checked_sub(whole.as_ptr().addr());
    distance.unwrap_or_default()
}

const FIELD_LEN: usize = size_of::<Entry>();

/// For so many fields there is an array on the stack; a larger one is for more.
const USUAL_FIELDS: usize = 32;

/// The most fields that [`Config::max_header_fields`] allows.
const MAX_FIELDS: usize = 128;

/// The length that positions in a head can express, with room to spare.
const MAX_HEAD_LEN: usize = 1 << 30;

/// The first buffer for a head that did not arrive whole.
const MIN_BUFFER_LEN: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;

    /// `a_01`: what was searched is never searched again, so the cost is the length.
    #[test]
    fn a_01_every_byte_is_searched_once() {
        let head = [b"GET / HTTP/1.1\r\n".as_slice(), b"X: y\r\n", &[b'z'; 9000]].concat();
        for piece_len in [1, 7, 4096] {
            let mut reader = HeadReader::request(&Config::DEFAULT);
            let mut fed = 0_usize;
            for piece in head.chunks(piece_len) {
                let mut inbox = Inbox::with_capacity(piece.len());
                inbox.extend(piece);
                assert!(matches!(reader.read(&mut inbox), Ok(None)));
                fed += piece.len();
                assert_eq!(reader.position, fed);
                assert_eq!(reader.buffer, head[..fed]);
                assert!(reader.buffer.capacity() <= Config::DEFAULT.max_head_len);
            }
        }
    }

    #[test]
    fn a_01_the_buffer_grows_with_what_arrives() {
        let mut reader = HeadReader::request(&Config::DEFAULT);
        let mut inbox = Inbox::with_capacity(1);
        inbox.extend(b"G");
        assert!(matches!(reader.read(&mut inbox), Ok(None)));
        assert!(reader.buffer.capacity() <= 2 * MIN_BUFFER_LEN);
    }
}
