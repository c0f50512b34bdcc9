//! The request to an HTTP proxy for a tunnel (RFC 9110 §9.3.6; TS-0020 6.6).

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::mem;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::config::Config;
use crate::handshake::{
    Authority, Escaped, HeadRule, Refusal, RequestError, Response, ResponseReader, Violation,
    write_authority, write_field,
};
use crate::inbox::Inbox;
use crate::outbox::Outbox;
use crate::time::Timestamp;

/// The handshake with an HTTP proxy: asks it for a tunnel to a server, for `ws` as well as for `wss`.
///
/// Write what is in the [`outbox`](Self::outbox), and give what is received to [`receive`](Self::receive). Once the
/// tunnel is open the same transport leads to the server: TLS, where it is wanted, is to the server, and then comes
/// the [`ClientHandshake`](crate::ClientHandshake). No variable of the environment is read.
#[derive(Debug)]
pub struct ProxyConnect {
    request: Box<Connect>,
    reader: ResponseReader,
    config: Config,
    deadline: Timestamp,
    outbox: Outbox,
}

/// The progress of a [`ProxyConnect`].
#[derive(Debug)]
#[must_use]
pub enum ProxyProgress {
    /// The inbox is empty, and the answer is not complete.
    NeedsInput(ProxyConnect),
    /// The tunnel is open, and the inbox is empty.
    Open(Response),
    /// The proxy asks for the credentials (407): run this handshake over a new transport to the same proxy. This progress comes at
    /// most once, and the deadline stays.
    RetryWithCredentials(ProxyConnect),
}

impl ProxyConnect {
    /// Asks for a tunnel to `host`, a name or an address, and `port`. The credentials, a user and a password, are sent
    /// once the proxy asks for them in the Basic scheme.
    ///
    /// # Errors
    ///
    /// The host or the port is malformed, or the credentials cannot be sent: a user has no colon, and neither has a
    /// control character (RFC 7617 §2).
    pub fn new(
        host: &str,
        port: u16,
        credentials: Option<(&str, &str)>,
        config: Config,
        now: Timestamp,
    ) -> Result<Self, RequestError> {
        let connect = Connect {
            authority: authority(host, port)?,
            credentials: credentials.map(encode).transpose()?,
            sends_credentials: false,
        };
        let deadline = now.saturating_add(config.handshake_timeout);
        Ok(Self::start(connect, config, deadline))
    }

    /// Asks as [`new`](Self::new) does, but sends the credentials at once: for a proxy that is known to ask for them.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn with_credentials(
        host: &str,
        port: u16,
        credentials: (&str, &str),
        config: Config,
        now: Timestamp,
    ) -> Result<Self, RequestError> {
        let connect = Connect {
            authority: authority(host, port)?,
            credentials: Some(encode(credentials)?),
            sends_credentials: true,
        };
        let deadline = now.saturating_add(config.handshake_timeout);
        Ok(Self::start(connect, config, deadline))
    }

    /// Takes the bytes that were received.
    ///
    /// # Errors
    ///
    /// The proxy broke a rule or refused, or the time is over. Let the transport go.
    pub fn receive(
        mut self,
        now: Timestamp,
        inbox: &mut Inbox,
    ) -> Result<ProxyProgress, ProxyError> {
        self = self.handle_timeout(now)?;
        let Some(response) = self.reader.read(inbox)? else {
            return Ok(ProxyProgress::NeedsInput(self));
        };
        match response.status() {
            // A tunnel has no content, whatever lengths are announced (RFC 9110 §9.3.6). What follows the head can be
            // neither the server's, which has been told nothing, nor anything else that belongs here (RFC 9931).
            200..=299 if inbox.is_empty() => Ok(ProxyProgress::Open(response)),
            200..=299 => Err(Violation::new(HeadRule::EarlyBytes)
                .found(inbox.unread())
                .into()),
            101 => Err(Violation::new(HeadRule::SwitchedProtocols).into()),
            407 if self.request.can_retry() && offers_basic(&response) => {
                self.request.sends_credentials = true;
                let retry = Self::start(*self.request, self.config, self.deadline);
                Ok(ProxyProgress::RetryWithCredentials(retry))
            }
            _ => Err(ProxyError::Status(Box::new(response))),
        }
    }

    /// Ends the handshake, because the transport has ended.
    #[must_use]
    pub fn handle_eof(self) -> ProxyError {
        if self.reader.is_untouched() {
            ProxyError::ClosedBeforeReply
        } else {
            ProxyError::Truncated
        }
    }

    /// Ends the handshake if its time is over at `now`. Early calls are harmless.
    ///
    /// # Errors
    ///
    /// The time is over.
    pub fn handle_timeout(self, now: Timestamp) -> Result<Self, ProxyError> {
        if now < self.deadline {
            Ok(self)
        } else {
            Err(ProxyError::TimedOut)
        }
    }

    /// Returns the bytes that have to be written.
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called: one deadline, whatever arrives, for both
    /// attempts.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Timestamp> {
        Some(self.deadline)
    }

    fn start(request: Connect, config: Config, deadline: Timestamp) -> Self {
        let mut outbox = Outbox::default();
        outbox.push_with(|to| request.write(to));
        Self {
            request: Box::new(request),
            reader: ResponseReader::new(config),
            config,
            deadline,
            outbox,
        }
    }
}

/// The reason why there is no tunnel.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ProxyError {
    /// The proxy broke a rule.
    Violation(Violation),
    /// The proxy answered with a status that opens no tunnel. Nothing behind its head was read, and none of it comes
    /// from the server. With 407, the credentials were missing or wrong, or are wanted in another scheme than Basic.
    Status(Box<Response>),
    /// The transport ended before the proxy sent a byte.
    ClosedBeforeReply,
    /// The transport ended within the proxy's head.
    Truncated,
    /// [`Config::handshake_timeout`] has passed.
    TimedOut,
}

impl ProxyError {
    /// Returns whether the proxy broke a rule, rather than refused, or was lost.
    #[must_use]
    pub const fn is_peer_fault(&self) -> bool {
        matches!(self, Self::Violation(_))
    }
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violation(violation) => write!(f, "in the proxy's answer: {violation}"),
            Self::Status(response) => write!(f, "the proxy answered {}", Refusal(response)),
            Self::ClosedBeforeReply => f.write_str("the proxy closed the transport without a word"),
            Self::Truncated => f.write_str("the proxy closed the transport within its answer"),
            Self::TimedOut => f.write_str("the proxy took too long"),
        }
    }
}

impl core::error::Error for ProxyError {}

impl From<Violation> for ProxyError {
    fn from(violation: Violation) -> Self {
        Self::Violation(violation)
    }
}

struct Connect {
    authority: Vec<u8>,
    /// User and password in base64 (RFC 7617 §2).
    credentials: Option<String>,
    sends_credentials: bool,
}

impl Connect {
    const fn can_retry(&self) -> bool {
        self.credentials.is_some() && !self.sends_credentials
    }

    fn write(&self, to: &mut Vec<u8>) {
        for part in [b"CONNECT ", self.authority.as_slice(), b" HTTP/1.1\r\n"] {
            to.extend_from_slice(part);
        }
        write_field(to, "Host", &self.authority);
        if let Some(credentials) = self.credentials.as_ref().filter(|_| self.sends_credentials) {
            let value = format!("Basic {credentials}");
            write_field(to, "Proxy-Authorization", value.as_bytes());
        }
        to.extend_from_slice(b"\r\n");
    }
}

impl fmt::Debug for Connect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connect")
            .field("authority", &format_args!("{}", Escaped(&self.authority)))
            .field("has_credentials", &self.credentials.is_some())
            .finish()
    }
}

/// The target of the request: the port is always there (RFC 9110 §9.3.6).
fn authority(host: &str, port: u16) -> Result<Vec<u8>, RequestError> {
    if port == 0 {
        return Err(RequestError::Port);
    }
    let mut authority = Vec::new();
    write_authority(&mut authority, host, port, None);
    if host.contains(['[', ']']) {
        return Err(RequestError::Host);
    }
    Authority::parse(&authority)?;
    Ok(authority)
}

fn encode((user, password): (&str, &str)) -> Result<String, RequestError> {
    if user.contains(':') || user.chars().chain(password.chars()).any(char::is_control) {
        return Err(RequestError::Credentials);
    }
    Ok(STANDARD.encode(format!("{user}:{password}")))
}

/// Returns whether one of the challenges is Basic (RFC 9110 §11.6.1): its scheme begins an element of the list, and what is in
/// quotes does not count.
fn offers_basic(response: &Response) -> bool {
    let headers = response.headers();
    let mut challenges = headers.get_all("Proxy-Authenticate");
    challenges.any(|value| {
        let mut in_quotes = false;
        let mut is_escaped = false;
        value
            .split(|&byte| {
                let was_escaped = mem::replace(&mut is_escaped, false);
                match byte {
                    b'"' if !was_escaped => in_quotes = !in_quotes,
                    b'\\' if in_quotes && !was_escaped => is_escaped = true,
                    _ => {}
                }
                byte == b',' && !in_quotes
            })
            .any(|element| {
                let scheme = element
                    .trim_ascii_start()
                    .split(|&byte| byte == b' ')
                    .next();
                scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"Basic"))
            })
    })
}
