use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::error::{HeadRule, Violation};
use super::extension::{self, Extension};
use crate::certain::part;
use crate::config::Config;
use crate::head::{Head, HeadReader, Headers, is_value_byte, trim};
use crate::inbox::Inbox;

/// The answer of a server or a proxy.
#[derive(Clone, Eq, PartialEq)]
pub struct Response {
    head: Head,
    status: u16,
    is_http_1_0: bool,
    subprotocol: Option<usize>,
    body: Vec<u8>,
}

impl Response {
    /// Returns the status code: 101 for a connection that is open, another in
    /// [`HandshakeError::Status`](crate::HandshakeError::Status).
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the reason phrase, which may be empty.
    #[must_use]
    pub fn reason(&self) -> &[u8] {
        let line = self.head.start_line();
        trim(part(line, STATUS_END..))
    }

    /// Returns the head as it stood on the wire.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        self.head.bytes()
    }

    /// Returns the header fields.
    #[must_use]
    pub fn headers(&self) -> Headers<'_> {
        self.head.headers()
    }

    /// Returns the subprotocol that the server chose, as an index into those offered with
    /// [`ClientRequest::subprotocol`](crate::ClientRequest::subprotocol).
    #[must_use]
    pub const fn subprotocol_index(&self) -> Option<usize> {
        self.subprotocol
    }

    /// Returns the subprotocol that the server chose.
    #[must_use]
    pub fn subprotocol(&self) -> Option<&str> {
        self.subprotocol?;
        let name = self.headers().get("Sec-WebSocket-Protocol")?;
        str::from_utf8(name).ok()
    }

    /// Returns the extensions that the server answered, all of which were offered.
    pub fn extensions(&self) -> impl Iterator<Item = Extension<'_>> {
        extension::of(self.headers())
    }

    /// Returns up to [`Config::max_error_body_len`] bytes of the body of a response that refuses. The body is for people to read,
    /// and can be cut anywhere. A proxy's is not collected.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Returns the [`body`](Self::body) as text.
    #[must_use]
    pub fn body_text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    pub(super) const fn inner_head(&self) -> &Head {
        &self.head
    }

    pub(super) const fn is_http_1_0(&self) -> bool {
        self.is_http_1_0
    }

    pub(super) fn with_subprotocol(self, subprotocol: Option<usize>) -> Self {
        Self {
            subprotocol,
            ..self
        }
    }

    pub(super) fn with_body(self, body: Vec<u8>) -> Self {
        Self { body, ..self }
    }

    fn new(head: Head) -> Result<Self, Violation> {
        let line = head.start_line();
        let malformed = || head.violation(HeadRule::StartLine, line);
        let (version, status) = split_status_line(line).ok_or_else(malformed)?;
        let is_http_1_0 = match version {
            b"1.0" => true,
            [b'1', b'.', b'1'..=b'9'] => false,
            _ => return Err(head.violation(HeadRule::HttpMajorVersion, line)),
        };
        Ok(Self {
            status,
            is_http_1_0,
            subprotocol: None,
            body: Vec::new(),
            head,
        })
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers())
            .field("body_len", &self.body.len())
            .finish()
    }
}

/// The version's digits and the status code; no reason phrase is needed, nor the space before it.
fn split_status_line(line: &[u8]) -> Option<(&[u8], u16)> {
    let rest = line.strip_prefix(b"HTTP/")?;
    let (version, rest) = rest.split_at_checked(3)?;
    let [major, b'.', minor] = version else {
        return None;
    };
    let [b' ', hundreds @ b'1'..=b'9', tens, ones, reason @ ..] = rest else {
        return None;
    };
    let is_well_formed = [major, minor, tens, ones]
        .iter()
        .all(|digit| digit.is_ascii_digit())
        && matches!(reason, [] | [b' ', ..])
        && reason.iter().all(|&byte| is_value_byte(byte));
    let status = [hundreds, tens, ones]
        .iter()
        .fold(0_u16, |status, &&digit| {
            status
                .wrapping_mul(10)
                .wrapping_add(u16::from(digit.wrapping_sub(b'0')))
        });
    is_well_formed.then_some((version, status))
}

/// Waits for the response that counts: interim ones (RFC 9110 §15.2) are passed over.
#[derive(Debug)]
pub(crate) struct ResponseReader {
    reader: HeadReader,
    config: Config,
    interim: u32,
}

impl ResponseReader {
    pub(crate) fn new(config: Config) -> Self {
        Self {
            reader: HeadReader::response(&config),
            config,
            interim: 0,
        }
    }

    /// Returns whether nothing has been received.
    pub(crate) const fn is_untouched(&self) -> bool {
        self.interim == 0 && self.reader.is_untouched()
    }

    /// The response, when its head is complete; what is behind it stays in the inbox. Otherwise the inbox is empty.
    pub(crate) fn read(&mut self, inbox: &mut Inbox) -> Result<Option<Response>, Violation> {
        while let Some(head) = self.reader.read(inbox)? {
            let response = Response::new(head)?;
            match response.status {
                101 | 200.. => return Ok(Some(response)),
                ..=199 => {
                    self.interim = self.interim.saturating_add(1);
                    if self.interim > self.config.max_interim_responses {
                        return Err(Violation::new(HeadRule::TooManyInterimResponses));
                    }
                    self.reader = HeadReader::response(&self.config);
                }
            }
        }
        Ok(None)
    }
}

/// Where the status code of a status line ends.
const STATUS_END: usize = "HTTP/1.1 101".len();
