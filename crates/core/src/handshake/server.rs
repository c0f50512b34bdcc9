use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::accept_value;
use super::answer::{Acceptance, Rejection};
use super::client_request::write_extensions;
use super::error::{HandshakeError, Violation};
use super::extension::Extension;
use super::fields::write_field;
use super::request::{Key, Request};
use crate::config::Config;
use crate::connection::{Connection, Role};
use crate::entropy::{Entropy, Seed};
use crate::head::HeadReader;
use crate::inbox::Inbox;
use crate::outbox::Outbox;
use crate::permessage_deflate::{self, AgreedDeflate};
use crate::time::Timestamp;

/// The server's side of an opening handshake (RFC 6455 §4.2), up to a valid request.
#[derive(Debug)]
pub struct ServerHandshake {
    config: Config,
    seed: Seed,
    reader: HeadReader,
    deadline: Timestamp,
}

/// The progress of a [`ServerHandshake`].
#[derive(Debug)]
#[must_use]
pub enum ServerProgress {
    /// The inbox is empty, and the request is not complete.
    NeedsInput(ServerHandshake),
    /// A valid request, to be accepted or rejected.
    Requested(Requested),
    /// The client has sent no valid request, for this reason, and the client is told so.
    Rejected(Rejected, HandshakeError),
}

impl ServerHandshake {
    /// Begins to wait for a request.
    #[must_use]
    pub fn new(config: Config, seed: Seed, now: Timestamp) -> Self {
        Self {
            config,
            seed,
            reader: HeadReader::request(&config),
            deadline: now.saturating_add(config.handshake_timeout),
        }
    }

    /// Takes the bytes that were received. Bytes behind the request stay in the inbox.
    pub fn receive(mut self, now: Timestamp, inbox: &mut Inbox) -> ServerProgress {
        if now >= self.deadline {
            let rejected = Rejected::new(&Rejection::with(408), &self.config, now);
            return ServerProgress::Rejected(rejected, HandshakeError::TimedOut);
        }
        let head = match self.reader.read(inbox) {
            Ok(Some(head)) => head,
            Ok(None) => return ServerProgress::NeedsInput(self),
            Err(violation) => return self.refuse(violation, now),
        };
        match Request::new(head) {
            Ok((request, key)) => ServerProgress::Requested(Requested {
                request,
                key,
                config: self.config,
                seed: self.seed,
            }),
            Err(violation) => self.refuse(violation, now),
        }
    }

    /// Ends the handshake, because the transport has ended.
    #[must_use]
    pub fn handle_eof(self) -> HandshakeError {
        if self.reader.is_untouched() {
            HandshakeError::ClosedBeforeReply
        } else {
            HandshakeError::Truncated
        }
    }

    /// Ends the handshake if its time is over at `now`. Early calls are harmless.
    ///
    /// # Errors
    ///
    /// The time is over: let the transport go.
    pub fn handle_timeout(self, now: Timestamp) -> Result<Self, HandshakeError> {
        if now < self.deadline {
            Ok(self)
        } else {
            Err(HandshakeError::TimedOut)
        }
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called: one deadline, whatever arrives.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        Some(self.deadline)
    }

    fn refuse(&self, violation: Violation, now: Timestamp) -> ServerProgress {
        let rejection = Rejection::for_rule(violation.rule());
        let rejected = Rejected::new(&rejection, &self.config, now);
        ServerProgress::Rejected(rejected, HandshakeError::Violation(violation))
    }
}

/// A valid request that waits for an answer.
#[derive(Debug)]
pub struct Requested {
    request: Request,
    config: Config,
    seed: Seed,
    key: Key,
}

impl Requested {
    /// Returns the request.
    #[must_use]
    pub const fn request(&self) -> &Request {
        &self.request
    }

    pub(super) const fn set_config(&mut self, config: Config) {
        self.config = config;
    }

    /// Accepts the request: the connection is open, and 101 is the first thing in its outbox. Bytes that the client sent behind its
    /// request are still in the inbox: they belong to the connection.
    ///
    /// # Errors
    ///
    /// The subprotocol or an extension was not offered. The request comes back.
    pub fn accept(
        self,
        now: Timestamp,
        acceptance: &Acceptance,
    ) -> Result<Connection, AcceptError> {
        let mut outbox = Outbox::default();
        let mut result = Ok(None);
        outbox.push_with(|to| {
            to.reserve(USUAL_RESPONSE_LEN);
            to.extend_from_slice(b"HTTP/1.1 101 Switching Protocols\r\n");
            result = self.write_fields(acceptance, to);
            to.extend_from_slice(b"\r\n");
        });
        match result {
            Ok(deflate) => Ok(self.open(deflate, outbox, now)),
            Err(reason) => Err(AcceptError {
                reason,
                requested: Box::new(self),
            }),
        }
    }

    /// As [`accept`](Self::accept), for somebody else to write the answer: its fields.
    pub(super) fn accept_apart(
        self,
        now: Timestamp,
        acceptance: &Acceptance,
    ) -> Result<(Vec<(String, String)>, Connection), AcceptErrorReason> {
        let mut head = Vec::new();
        let deflate = self.write_fields(acceptance, &mut head)?;
        let head = String::from_utf8_lossy(&head);
        let fields = head.lines().filter_map(|line| line.split_once(": "));
        let fields = fields.map(|(name, value)| (name.into(), value.into()));
        let fields = fields.collect();
        Ok((fields, self.open(deflate, Outbox::default(), now)))
    }

    fn open(self, deflate: Option<AgreedDeflate>, outbox: Outbox, now: Timestamp) -> Connection {
        let entropy = Entropy::new(self.seed);
        Connection::after_handshake(Role::Server, self.config, deflate, entropy, outbox, now)
    }

    /// Refuses the request.
    #[must_use = "it has to be written"]
    pub fn reject(self, now: Timestamp, rejection: &Rejection) -> Rejected {
        Rejected::new(rejection, &self.config, now)
    }

    /// Writes the fields of the 101 (RFC 6455 §4.2.2), if the acceptance fits the request; what was agreed about
    /// compression.
    fn write_fields(
        &self,
        acceptance: &Acceptance,
        to: &mut Vec<u8>,
    ) -> Result<Option<AgreedDeflate>, AcceptErrorReason> {
        let choose = |index| {
            let chosen = self.request.subprotocols().nth(index);
            chosen.ok_or(AcceptErrorReason::SubprotocolNotOffered)
        };
        let chosen = acceptance.subprotocol.map(choose).transpose()?;
        if !self.permits(&acceptance.extensions) {
            return Err(AcceptErrorReason::ExtensionNotOffered);
        }
        to.extend_from_slice(UPGRADE);
        write_field(to, "Sec-WebSocket-Accept", &accept_value(&self.key));
        if let Some(name) = chosen {
            write_field(to, "Sec-WebSocket-Protocol", name.as_bytes());
        }
        let deflate = permessage_deflate::answer(&self.config, self.request.extensions());
        let (answer, agreed) = deflate.unzip();
        write_extensions(to, answer.iter().chain(&acceptance.extensions));
        acceptance.fields.write(to);
        Ok(agreed)
    }

    /// Returns whether every extension was offered, and is there once.
    fn permits(&self, extensions: &[Extension<'_>]) -> bool {
        extensions.iter().enumerate().all(|(index, answer)| {
            let is_same = |other: &Extension<'_>| other.name() == answer.name();
            self.request.extensions().any(|offer| is_same(&offer))
                && !extensions.iter().take(index).any(is_same)
        })
    }
}

/// The fields that every 101 begins with.
const UPGRADE: &[u8] = b"Upgrade: websocket\r\nConnection: Upgrade\r\n";

/// Enough for most 101 responses, in bytes.
const USUAL_RESPONSE_LEN: usize = 256;

/// The reason why an [`Acceptance`] does not fit the request.
#[derive(Debug)]
pub struct AcceptError {
    /// The reason.
    pub reason: AcceptErrorReason,
    /// The request, as it was.
    pub requested: Box<Requested>,
}

/// The reasons of an [`AcceptError`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AcceptErrorReason {
    /// Fewer subprotocols were offered than the index says (RFC 6455 §4.2.2).
    SubprotocolNotOffered,
    /// An extension was not offered, or is answered twice (RFC 6455 §9.1).
    ExtensionNotOffered,
}

impl fmt::Display for AcceptErrorReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SubprotocolNotOffered => "the client offered no subprotocol of this index",
            Self::ExtensionNotOffered => {
                "the client did not offer this extension, or it is there twice"
            }
        })
    }
}

impl fmt::Display for AcceptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.reason, f)
    }
}

impl core::error::Error for AcceptErrorReason {}
impl core::error::Error for AcceptError {}

/// A refusal on its way: write the outbox, then half-close the transport, and discard what is received until the transport
/// ends or the time is over. Nothing behind a refused request is ever looked at.
#[derive(Debug)]
pub struct Rejected {
    outbox: Outbox,
    deadline: Timestamp,
}

impl Rejected {
    fn new(rejection: &Rejection, config: &Config, now: Timestamp) -> Self {
        let mut outbox = Outbox::default();
        outbox.push_with(|to| rejection.write(to));
        Self {
            outbox,
            deadline: now.saturating_add(config.close_timeout),
        }
    }

    /// Returns the bytes that have to be written.
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// Returns the time at which the transport has to be let go, whatever has been written.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<Timestamp> {
        Some(self.deadline)
    }
}
