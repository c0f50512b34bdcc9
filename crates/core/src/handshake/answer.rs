use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::error::{HeadRule, RequestError};
use super::extension::Extension;
use super::fields::{Fields, write_field};

/// The answer of a server to a request that it accepts: by default no subprotocol, no extension, no further field.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Acceptance {
    pub(super) subprotocol: Option<usize>,
    pub(super) extensions: Vec<Extension<'static>>,
    pub(super) fields: Fields,
}

impl Acceptance {
    /// Returns the plain acceptance.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Chooses the subprotocol of this index among those that were offered; `None`: none of them.
    #[must_use]
    pub fn subprotocol(mut self, index: impl Into<Option<usize>>) -> Self {
        self.subprotocol = index.into();
        self
    }

    /// Answers an extension.
    ///
    /// # Errors
    ///
    /// As [`ClientRequest::extension`](crate::ClientRequest::extension).
    pub fn extension(mut self, answer: Extension<'_>) -> Result<Self, RequestError> {
        self.extensions.push(answer.into_unreserved()?);
        Ok(self)
    }

    /// Adds a header field.
    ///
    /// # Errors
    ///
    /// The name is not a token, the value has a control character or white space at its ends, or the field is one of
    /// the handshake's own.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, RequestError> {
        self.fields.push(name, value)?;
        Ok(self)
    }
}

/// The answer of a server to a request that it refuses.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Rejection {
    pub(super) status: u16,
    pub(super) fields: Fields,
    pub(super) body: String,
}

impl Rejection {
    /// Returns a refusal with this status.
    ///
    /// # Errors
    ///
    /// The status is not between 300 and 599.
    pub fn new(status: u16) -> Result<Self, RequestError> {
        match status {
            300..=599 => Ok(Self::with(status)),
            _ => Err(RequestError::Status(status)),
        }
    }

    /// Returns a refusal with 400 (Bad Request), such as for want of a common subprotocol.
    #[must_use]
    pub const fn bad_request() -> Self {
        Self::with(400)
    }

    /// Returns a refusal with 401 (Unauthorized). A `WWW-Authenticate` field has to say how to authenticate (RFC 9110 §11.6.1).
    #[must_use]
    pub const fn unauthorized() -> Self {
        Self::with(401)
    }

    /// Returns a refusal with 403 (Forbidden), such as for an `Origin` that is not permitted.
    #[must_use]
    pub const fn forbidden() -> Self {
        Self::with(403)
    }

    /// Returns a refusal with 404 (Not Found): nothing is at this path.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::with(404)
    }

    /// Returns a refusal with 500 (Internal Server Error): the server has failed.
    #[must_use]
    pub const fn internal_server_error() -> Self {
        Self::with(500)
    }

    /// Returns a refusal with 503 (Service Unavailable): the server is too busy.
    #[must_use]
    pub const fn service_unavailable() -> Self {
        Self::with(503)
    }

    pub(super) const fn with(status: u16) -> Self {
        Self {
            status,
            fields: Fields::new(),
            body: String::new(),
        }
    }

    /// Adds a header field.
    ///
    /// # Errors
    ///
    /// As [`Acceptance::header`].
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, RequestError> {
        self.fields.push(name, value)?;
        Ok(self)
    }

    /// Sets the body: a plain text that says why.
    #[must_use]
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.body = text.into();
        self
    }
}

impl Rejection {
    /// For a request that breaks `rule`. The answer to a HEAD request has no body, whatever its length says.
    pub(super) fn for_rule(rule: HeadRule) -> Self {
        let rejection = Self::with(rule.status());
        match rejection.status {
            405 => rejection,
            _ => rejection.body(alloc::format!("{}\n", rule.description())),
        }
    }

    pub(super) const fn fields_of_status(&self) -> &'static [(&'static str, &'static str)] {
        match self.status {
            405 => &[("Allow", "GET")],
            426 => &[("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13")],
            _ => &[],
        }
    }

    /// Writes the response. The connection ends with it, so that nothing behind the request is taken for another one.
    pub(super) fn write(&self, to: &mut Vec<u8>) {
        let status = self.status.to_string();
        for part in [
            "HTTP/1.1 ",
            &status,
            " ",
            reason_phrase(self.status),
            "\r\n",
        ] {
            to.extend_from_slice(part.as_bytes());
        }
        for (name, value) in self.fields_of_status() {
            write_field(to, name, value.as_bytes());
        }
        let is_upgrade = self.status == 426;
        let connection: &[u8] = if is_upgrade {
            b"close, Upgrade"
        } else {
            b"close"
        };
        write_field(to, "Connection", connection);
        write_field(to, "Content-Length", self.body.len().to_string().as_bytes());
        if !self.body.is_empty() && !self.fields.contains("Content-Type") {
            write_field(to, "Content-Type", b"text/plain; charset=utf-8");
        }
        self.fields.write(to);
        to.extend_from_slice(b"\r\n");
        to.extend_from_slice(self.body.as_bytes());
    }
}

const fn reason_phrase(status: u16) -> &'static str {
    match status {
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        426 => "Upgrade Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        _ => "",
    }
}
