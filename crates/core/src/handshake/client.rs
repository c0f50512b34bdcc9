use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

use super::client_request::ClientRequest;
use super::error::{HandshakeError, HeadRule, Violation};
use super::extension::{self, Extension};
use super::response::{Response, ResponseReader};
use super::{Known, accept_value, encode};
use crate::config::Config;
use crate::connection::{Connection, Role};
use crate::entropy::{Entropy, Seed};
use crate::head::list;
use crate::inbox::Inbox;
use crate::outbox::Outbox;
use crate::permessage_deflate::{self, AgreedDeflate};
use crate::time::Timestamp;

/// The client's side of an opening handshake (RFC 6455 §4.1).
///
/// Write what is in the [`outbox`](Self::outbox), and give what is received to [`receive`](Self::receive) until the
/// connection is open. Nothing can be sent before: there is no method for it.
#[derive(Debug)]
pub struct ClientHandshake {
    state: Box<State>,
    outbox: Outbox,
}

/// Enough for most requests, in bytes.
const USUAL_REQUEST_LEN: usize = 256;

/// The progress of a [`ClientHandshake`].
#[derive(Debug)]
#[must_use]
#[expect(
    clippy::large_enum_variant,
    reason = "moved once or twice in the life of a connection"
)]
pub enum ClientProgress {
    /// The inbox is empty, and the answer is not complete.
    NeedsInput(ClientHandshake),
    /// The connection is open. Bytes behind the answer are still in the inbox: they belong to the connection.
    Open(Connection, Response),
}

impl ClientHandshake {
    /// Begins the handshake: the request is in the outbox. The key is drawn from the seed, so each attempt takes a fresh seed.
    #[must_use]
    pub fn new(request: &ClientRequest, config: Config, seed: Seed, now: Timestamp) -> Self {
        let mut entropy = Entropy::new(seed);
        let mut nonce = [0; 16];
        entropy.fill(&mut nonce);
        let mut key = [0; 24];
        encode(&nonce, &mut key);
        let mut outbox = Outbox::default();
        outbox.push_with(|to| {
            to.reserve(USUAL_REQUEST_LEN);
            request.write(&config, &key, to);
        });
        let state = State {
            accept: accept_value(&key),
            subprotocols: request.subprotocols().map(String::from).collect(),
            extensions: request.extensions().cloned().collect(),
            entropy,
            phase: Phase::Head(ResponseReader::new(config)),
            config,
            deadline: now.saturating_add(config.handshake_timeout),
        };
        Self {
            state: Box::new(state),
            outbox,
        }
    }

    /// Takes the bytes that were received.
    ///
    /// # Errors
    ///
    /// The server broke a rule or refused, or the time is over. Let the transport go.
    pub fn receive(
        mut self,
        now: Timestamp,
        inbox: &mut Inbox,
    ) -> Result<ClientProgress, HandshakeError> {
        self = self.handle_timeout(now)?;
        if let Phase::Head(reader) = &mut self.state.phase {
            match reader.read(inbox)? {
                None => {}
                Some(response) if response.status() == 101 => {
                    let subprotocol = self.state.check(&response)?;
                    let deflate = self.state.agree(&response)?;
                    let response = response.with_subprotocol(subprotocol);
                    return Ok(ClientProgress::Open(self.open(deflate, now), response));
                }
                Some(response) => {
                    let body = Body::of(&response, self.state.config.max_error_body_len);
                    self.state.phase = Phase::Refused(response, body);
                }
            }
        }
        if let Phase::Refused(_, body) = &mut self.state.phase
            && body.read(inbox)
        {
            return Err(self.state.phase.end(HandshakeError::Truncated));
        }
        Ok(ClientProgress::NeedsInput(self))
    }

    /// Ends the handshake, because the transport has ended. Received bytes have to be given to [`receive`](Self::receive) before.
    #[must_use]
    pub fn handle_eof(mut self) -> HandshakeError {
        let is_untouched = match &self.state.phase {
            Phase::Head(reader) => reader.is_untouched(),
            Phase::Refused(..) => false,
        };
        self.state.phase.end(if is_untouched {
            HandshakeError::ClosedBeforeReply
        } else {
            HandshakeError::Truncated
        })
    }

    /// Ends the handshake if its time is over at `now`. Early calls are harmless.
    ///
    /// # Errors
    ///
    /// The time is over: [`HandshakeError::TimedOut`], or [`HandshakeError::Status`] when the server had refused and only
    /// the rest of its reasons did not follow.
    pub fn handle_timeout(mut self, now: Timestamp) -> Result<Self, HandshakeError> {
        if now < self.state.deadline {
            Ok(self)
        } else {
            Err(self.state.phase.end(HandshakeError::TimedOut))
        }
    }

    /// Returns the bytes that have to be written: the request.
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// Returns the time at which [`handle_timeout`](Self::handle_timeout) has to be called: one deadline for the whole handshake,
    /// whatever arrives.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Timestamp> {
        Some(self.state.deadline)
    }

    fn open(self, deflate: Option<AgreedDeflate>, now: Timestamp) -> Connection {
        let State {
            config, entropy, ..
        } = *self.state;
        Connection::after_handshake(Role::Client, config, deflate, entropy, self.outbox, now)
    }
}

#[derive(Debug)]
struct State {
    config: Config,
    entropy: Entropy,
    accept: [u8; 28],
    subprotocols: Vec<String>,
    extensions: Vec<Extension<'static>>,
    deadline: Timestamp,
    phase: Phase,
}

#[derive(Debug)]
enum Phase {
    Head(ResponseReader),
    Refused(Response, Body),
}

impl Phase {
    /// The error to report when nothing more will come: the refusal, if there was one.
    fn end(&mut self, otherwise: HandshakeError) -> HandshakeError {
        match self {
            Self::Head(_) => otherwise,
            Self::Refused(response, body) => {
                let response = response.clone().with_body(body.take());
                HandshakeError::Status(Box::new(response))
            }
        }
    }
}

impl State {
    /// Checks that a 101 is what was asked for (RFC 6455 §4.1), and returns the index of the subprotocol that the server chose.
    fn check(&self, response: &Response) -> Result<Option<usize>, Violation> {
        let head = response.inner_head();
        if response.is_http_1_0() {
            return Err(head.violation(HeadRule::HttpVersion, head.start_line()));
        }
        let mut seen = Seen::default();
        for (name, value) in response.headers().fields() {
            let (is_right, rule) = match Known::of(name) {
                Known::Upgrade => (
                    !mem::replace(&mut seen.upgrade, true)
                        && value.eq_ignore_ascii_case(b"websocket"),
                    HeadRule::Upgrade,
                ),
                Known::Connection => {
                    seen.connection |= list(value).any(|one| one.eq_ignore_ascii_case(b"upgrade"));
                    continue;
                }
                Known::Accept => (
                    !mem::replace(&mut seen.accept, true) && value == self.accept,
                    HeadRule::Accept,
                ),
                Known::Subprotocol => {
                    let was_seen = seen.subprotocol.is_some();
                    seen.subprotocol = self
                        .subprotocols
                        .iter()
                        .position(|offered| offered.as_bytes() == value);
                    (
                        !was_seen && seen.subprotocol.is_some(),
                        HeadRule::SubprotocolChoice,
                    )
                }
                Known::Extensions if !extension::is_well_formed(value) => {
                    (false, HeadRule::ExtensionSyntax)
                }
                Known::Extensions => (
                    !mem::replace(&mut seen.extensions, true),
                    HeadRule::ExtensionChoice,
                ),
                Known::ContentLength => (value == b"0", HeadRule::Body),
                Known::TransferEncoding => (false, HeadRule::Body),
                Known::Host | Known::Origin | Known::Key | Known::Version | Known::Other => {
                    continue;
                }
            };
            if !is_right {
                return Err(head.violation(rule, value));
            }
        }
        for (is_there, rule) in [
            (seen.upgrade, HeadRule::Upgrade),
            (seen.connection, HeadRule::Connection),
            (seen.accept, HeadRule::Accept),
        ] {
            if !is_there {
                return Err(Violation::new(rule));
            }
        }
        Ok(seen.subprotocol)
    }

    /// The agreement of the answered extensions, if every one of them was offered and is answered once.
    fn agree(&self, response: &Response) -> Result<Option<AgreedDeflate>, Violation> {
        let mut agreed = None;
        for (index, answer) in response.extensions().enumerate() {
            let is_offered = if answer.name() == permessage_deflate::NAME {
                agreed = permessage_deflate::agree(&self.config, &answer);
                agreed.is_some()
            } else {
                let mut offers = self.extensions.iter();
                offers.any(|offer| offer.name() == answer.name())
            };
            let mut before = response.extensions().take(index);
            if !is_offered || before.any(|other| other.name() == answer.name()) {
                return Err(Violation::new(HeadRule::ExtensionChoice));
            }
        }
        Ok(agreed)
    }
}

/// The fields of a 101 that can be there once, and what the chosen subprotocol is.
#[derive(Default)]
struct Seen {
    upgrade: bool,
    connection: bool,
    accept: bool,
    extensions: bool,
    subprotocol: Option<usize>,
}

/// The body of a refusal, as far as it is wanted.
#[derive(Debug)]
struct Body {
    bytes: Vec<u8>,
    wanted: usize,
    is_chunked: bool,
    /// Where the next chunk begins.
    next_chunk: usize,
}

impl Body {
    /// A body ends with its length, its last chunk, or the transport (RFC 9112 §6.3); here also with the limit and the
    /// deadline.
    fn of(response: &Response, limit: usize) -> Self {
        let headers = response.headers();
        let is_chunked = headers.get("Transfer-Encoding").is_some();
        let length = headers
            .get("Content-Length")
            .and_then(|value| str::from_utf8(value).ok()?.parse::<usize>().ok());
        let wanted = match (response.status(), length) {
            (204 | 304, _) => 0,
            (_, Some(length)) if !is_chunked => length.min(limit),
            (_, Some(_) | None) => limit,
        };
        Self {
            bytes: Vec::new(),
            wanted,
            is_chunked,
            next_chunk: 0,
        }
    }

    /// Takes what there is; whether that was all.
    fn read(&mut self, inbox: &mut Inbox) -> bool {
        let missing = self.wanted.saturating_sub(self.bytes.len());
        self.bytes.extend_from_slice(inbox.take(missing));
        self.bytes.len() == self.wanted || (self.is_chunked && self.has_last_chunk())
    }

    /// Returns whether the last chunk is there, or something that is no chunk and has no end.
    fn has_last_chunk(&mut self) -> bool {
        loop {
            let rest = self.bytes.get(self.next_chunk..).unwrap_or_default();
            let (start, len) = match httparse::parse_chunk_size(rest) {
                Ok(httparse::Status::Complete((_, 0))) | Err(_) => return true,
                Ok(httparse::Status::Complete(found)) => found,
                Ok(httparse::Status::Partial) => return false,
            };
            let len = usize::try_from(len).unwrap_or(usize::MAX);
            let chunk_len = start.saturating_add(len).saturating_add(b"\r\n".len());
            if chunk_len > rest.len() {
                return false;
            }
            self.next_chunk = self.next_chunk.saturating_add(chunk_len);
        }
    }

    fn take(&mut self) -> Vec<u8> {
        let bytes = mem::take(&mut self.bytes);
        if self.is_chunked {
            join_chunks(&bytes)
        } else {
            bytes
        }
    }
}

/// The content of a chunked body (RFC 9112 §7.1), as far as it is there.
fn join_chunks(mut chunked: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    while let Ok(httparse::Status::Complete((start, len @ 1..))) =
        httparse::parse_chunk_size(chunked)
    {
        let rest = chunked.get(start..).unwrap_or_default();
        let len = usize::try_from(len).unwrap_or(usize::MAX).min(rest.len());
        let (chunk, behind) = rest.split_at_checked(len).unwrap_or_default();
        content.extend_from_slice(chunk);
        chunked = behind.strip_prefix(b"\r\n").unwrap_or_default();
    }
    content
}
