use alloc::string::String;
use alloc::vec::Vec;

use super::answer::{Acceptance, Rejection};
use super::error::{HandshakeError, HeadRule, Violation};
use super::fields::write_field;
use super::request::Request;
use super::server::{AcceptErrorReason, Requested, ServerHandshake, ServerProgress};
use crate::config::Config;
use crate::connection::Connection;
use crate::entropy::Seed;
use crate::head::{is_token, is_value_byte};
use crate::inbox::Inbox;
use crate::time::Timestamp;

/// A request that an HTTP server has parsed, and whose 101 it writes: how a path of an existing server becomes a WebSocket.
///
/// The request is held to the same rules as one that is read from the wire. Answer it with the status 101 and the fields that
/// [`accept`](Self::accept) gives; once the server hands over the bare stream, drive the connection over it.
///
/// ```
/// use onem2m_ws_core::{Acceptance, Config, Seed, Timestamp, Upgrade};
///
/// let fields = [
///     ("host", &b"server.example"[..]),
///     ("upgrade", b"websocket"),
///     ("connection", b"Upgrade"),
///     ("sec-websocket-key", b"dGhlIHNhbXBsZSBub25jZQ=="),
///     ("sec-websocket-version", b"13"),
/// ];
/// let upgrade = Upgrade::new("/chat", fields, Config::default(), Seed([7; 32])).expect("a valid request");
/// assert_eq!(upgrade.request().path(), "/chat");
/// let (fields, connection) = upgrade.accept(Timestamp::ZERO, &Acceptance::new())?;
/// assert_eq!(fields[2], ("Sec-WebSocket-Accept".into(), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=".into()));
/// # drop(connection);
/// # Ok::<(), onem2m_ws_core::AcceptErrorReason>(())
/// ```
#[derive(Debug)]
pub struct Upgrade {
    requested: Requested,
}

impl Upgrade {
    /// Checks a GET request in HTTP/1.1 for `target`, a path with its query, with its header fields. `seed` is 32 fresh bytes from
    /// the operating system.
    ///
    /// # Errors
    ///
    /// The request asks for no WebSocket connection, or breaks a rule: [`Rejection::from`] gives the answer.
    pub fn new<'h>(
        target: &str,
        fields: impl IntoIterator<Item = (&'h str, &'h [u8])>,
        config: Config,
        seed: Seed,
    ) -> Result<Self, Violation> {
        let head = head(target, fields)?;
        let mut inbox = Inbox::new();
        inbox.extend(&head);
        let now = Timestamp::ZERO;
        match ServerHandshake::new(config, seed, now).receive(now, &mut inbox) {
            ServerProgress::Requested(requested) if inbox.is_empty() => Ok(Self { requested }),
            ServerProgress::Rejected(_, HandshakeError::Violation(violation)) => Err(violation),
            ServerProgress::Requested(_)
            | ServerProgress::NeedsInput(_)
            | ServerProgress::Rejected(..) => Err(Violation::new(HeadRule::StartLine)),
        }
    }

    /// Returns the request.
    #[must_use]
    pub const fn request(&self) -> &Request {
        self.requested.request()
    }

    /// Sets the limits of the connection, for a server that chooses them when it has seen the request.
    #[must_use]
    pub fn config(mut self, config: Config) -> Self {
        self.requested.set_config(config);
        self
    }

    /// Accepts the request: returns the header fields of the 101, and the connection, which begins behind it.
    ///
    /// # Errors
    ///
    /// The subprotocol or an extension was not offered.
    pub fn accept(
        self,
        now: Timestamp,
        acceptance: &Acceptance,
    ) -> Result<(Vec<(String, String)>, Connection), AcceptErrorReason> {
        self.requested.accept_apart(now, acceptance)
    }
}

/// The head of the request as it may have stood on the wire.
fn head<'h>(
    target: &str,
    fields: impl IntoIterator<Item = (&'h str, &'h [u8])>,
) -> Result<Vec<u8>, Violation> {
    if !target.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Violation::new(HeadRule::Target).found(target.as_bytes()));
    }
    let mut head = [b"GET ", target.as_bytes(), b" HTTP/1.1\r\n"].concat();
    for (name, value) in fields {
        if !is_token(name.as_bytes()) || !value.iter().all(|&byte| is_value_byte(byte)) {
            return Err(Violation::new(HeadRule::Field).found(name.as_bytes()));
        }
        write_field(&mut head, name, value);
    }
    head.extend_from_slice(b"\r\n");
    Ok(head)
}

impl From<&Violation> for Rejection {
    /// The answer of a server to a request that breaks the rule.
    fn from(violation: &Violation) -> Self {
        Self::for_rule(violation.rule())
    }
}

impl Rejection {
    /// Returns the status code.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the header fields that belong to the answer, for an HTTP server that writes the answer; fields about its length and
    /// the connection are the server's.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        let of_status = self.fields_of_status().iter().copied();
        of_status.chain(self.fields.iter())
    }

    /// Returns the plain text that says why.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.body
    }
}
