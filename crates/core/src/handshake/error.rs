use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use super::refusal::Refusal;
use super::response::Response;

/// The reason why an opening handshake came to nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum HandshakeError {
    /// The peer broke a rule.
    Violation(Violation),
    /// The server answered with a status other than 101: a redirect, a demand for authentication, a refusal. The
    /// caller decides what to do about it (RFC 6455 §4.1); nothing is followed or repeated here.
    Status(Box<Response>),
    /// The transport ended before the peer sent a byte.
    ClosedBeforeReply,
    /// The transport ended within the peer's head.
    Truncated,
    /// [`Config::handshake_timeout`](crate::Config::handshake_timeout) has passed.
    TimedOut,
}

impl HandshakeError {
    /// Returns whether the peer broke a rule, rather than refused, or was lost.
    #[must_use]
    pub const fn is_peer_fault(&self) -> bool {
        matches!(self, Self::Violation(_))
    }
}

impl fmt::Display for HandshakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violation(violation) => fmt::Display::fmt(violation, f),
            Self::Status(response) => write!(f, "the server answered {}", Refusal(response)),
            Self::ClosedBeforeReply => f.write_str("the peer closed the transport without a word"),
            Self::Truncated => f.write_str("the peer closed the transport within its handshake"),
            Self::TimedOut => f.write_str("the peer took too long"),
        }
    }
}

impl core::error::Error for HandshakeError {}

impl From<Violation> for HandshakeError {
    fn from(violation: Violation) -> Self {
        Self::Violation(violation)
    }
}

/// A rule the peer broke in a head, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Violation {
    rule: HeadRule,
    offset: Option<usize>,
    found: Option<Box<[u8]>>,
}

impl Violation {
    pub(crate) const fn new(rule: HeadRule) -> Self {
        Self {
            rule,
            offset: None,
            found: None,
        }
    }

    pub(crate) fn at(self, offset: usize) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }

    /// Remembers the beginning of what the peer sent instead.
    pub(crate) fn found(self, bytes: &[u8]) -> Self {
        let excerpt = bytes.get(..MAX_EXCERPT_LEN).unwrap_or(bytes);
        Self {
            found: Some(excerpt.into()),
            ..self
        }
    }

    /// Returns the rule that was broken.
    #[must_use]
    pub const fn rule(&self) -> HeadRule {
        self.rule
    }

    /// Returns the place in the head, in bytes from its beginning, when one place can be named.
    #[must_use]
    pub const fn offset(&self) -> Option<usize> {
        self.offset
    }
}

impl Violation {
    /// Returns whether the peer seems to speak TLS: the peer began with an alert or a handshake (RFC 8446 §5.1) instead of a
    /// head, so one side takes for `ws` what the other side takes for `wss`.
    #[must_use]
    pub fn is_tls(&self) -> bool {
        let is_at_start = matches!(self.offset, None | Some(0));
        let found = self.found.as_deref().unwrap_or_default();
        self.rule == HeadRule::StartLine
            && is_at_start
            && matches!(found, [0x15 | 0x16] | [0x15 | 0x16, 3, ..])
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rule.description())?;
        if let Some(found) = &self.found {
            write!(f, ": \"{}\"", Escaped(found))?;
        }
        if self.is_tls() {
            f.write_str(" - that is TLS: try wss, or ws on both sides")?;
        }
        if let Some(offset) = self.offset {
            write!(f, " (byte {offset} of the head)")?;
        }
        Ok(())
    }
}

impl core::error::Error for Violation {}

/// The rules for the head of a request or a response that a [`Violation`] names.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum HeadRule {
    /// The head is longer than [`Config::max_head_len`](crate::Config::max_head_len).
    HeadTooLong,
    /// There are more fields than [`Config::max_header_fields`](crate::Config::max_header_fields).
    TooManyFields,
    /// There are more interim responses than
    /// [`Config::max_interim_responses`](crate::Config::max_interim_responses).
    TooManyInterimResponses,
    /// Lines end with CR LF (RFC 9112 §2.2).
    BareLineFeed,
    /// The request line (RFC 9112 §3) or the status line (RFC 9112 §4).
    StartLine,
    /// The version is HTTP/1.1 or a later HTTP/1.x (RFC 6455 §4.1).
    HttpVersion,
    /// The major version is 1.
    HttpMajorVersion,
    /// The method is GET (RFC 6455 §4.1).
    Method,
    /// The target is a path with an optional query, or a URI of `http` or `ws` (RFC 9112 §3.2).
    Target,
    /// A field is a name, a colon and a value in one line (RFC 9112 §5).
    Field,
    /// There is one Host, and it is a host with an optional port (RFC 9112 §3.2).
    Host,
    /// `Upgrade` names websocket (RFC 6455 §4.1, §4.2.1).
    Upgrade,
    /// `Connection` names Upgrade (RFC 6455 §4.1, §4.2.1).
    Connection,
    /// There is one `Sec-WebSocket-Key`, of 16 bytes in base64 (RFC 6455 §4.2.1).
    Key,
    /// `Sec-WebSocket-Version` is 13 (RFC 6455 §4.2.1).
    Version,
    /// There is one `Sec-WebSocket-Version` (RFC 6455 §11.3.5).
    VersionTwice,
    /// Subprotocols are different tokens (RFC 6455 §4.1).
    SubprotocolSyntax,
    /// Extensions follow the grammar of RFC 6455 §9.1.
    ExtensionSyntax,
    /// There is at most one `Origin` (RFC 6454 §7.3).
    Origin,
    /// A handshake has no body (RFC 9112 §6).
    Body,
    /// There is one `Sec-WebSocket-Accept`, and it follows from the key (RFC 6455 §4.1).
    Accept,
    /// The server chooses one of the subprotocols that were offered, or none (RFC 6455 §4.1).
    SubprotocolChoice,
    /// The server answers extensions that were offered, each once, with parameters they know (RFC 6455 §4.1, §9.1).
    ExtensionChoice,
    /// A proxy switches no protocols (RFC 9110 §9.3.6).
    SwitchedProtocols,
    /// Nothing follows the head of a proxy's answer before something was sent through the tunnel (RFC 9931).
    EarlyBytes,
}

impl HeadRule {
    /// The status that the server answers when the client breaks this rule.
    pub(crate) const fn status(self) -> u16 {
        match self {
            Self::HeadTooLong | Self::TooManyFields => 431,
            Self::HttpMajorVersion => 505,
            Self::Method => 405,
            Self::Version => 426,
            Self::TooManyInterimResponses
            | Self::BareLineFeed
            | Self::StartLine
            | Self::HttpVersion
            | Self::Target
            | Self::Field
            | Self::Host
            | Self::Upgrade
            | Self::Connection
            | Self::Key
            | Self::VersionTwice
            | Self::SubprotocolSyntax
            | Self::ExtensionSyntax
            | Self::Origin
            | Self::Body
            | Self::Accept
            | Self::SubprotocolChoice
            | Self::ExtensionChoice
            | Self::SwitchedProtocols
            | Self::EarlyBytes => 400,
        }
    }

    pub(crate) const fn description(self) -> &'static str {
        match self {
            Self::HeadTooLong => "the peer's head is too long",
            Self::TooManyFields => "the peer sent too many header fields",
            Self::TooManyInterimResponses => "the server sent too many interim responses",
            Self::BareLineFeed => "the peer ended a line without CR (RFC 9112 §2.2)",
            Self::StartLine => "the peer does not begin with a line of HTTP/1.1 (RFC 9112 §2.1)",
            Self::HttpVersion => "the peer's HTTP version is lower than 1.1 (RFC 6455 §4.1)",
            Self::HttpMajorVersion => "the peer's HTTP version is not 1.x",
            Self::Method => "the client's method is not GET (RFC 6455 §4.1)",
            Self::Target => "the client's request target is malformed (RFC 9112 §3.2)",
            Self::Field => "the peer sent a malformed header field (RFC 9112 §5)",
            Self::Host => "the client sent no valid Host, or several (RFC 9112 §3.2)",
            Self::Upgrade => "the peer's Upgrade is not websocket (RFC 6455 §4.1)",
            Self::Connection => "the peer's Connection lacks Upgrade (RFC 6455 §4.1)",
            Self::Key => "the client sent no valid Sec-WebSocket-Key (RFC 6455 §4.2.1)",
            Self::Version => "the client's Sec-WebSocket-Version is not 13 (RFC 6455 §4.2.1)",
            Self::VersionTwice => "the client sent Sec-WebSocket-Version twice (RFC 6455 §11.3.5)",
            Self::SubprotocolSyntax => {
                "the client's subprotocols are not different tokens (RFC 6455 §4.1)"
            }
            Self::ExtensionSyntax => "the peer sent malformed extensions (RFC 6455 §9.1)",
            Self::Origin => "the client sent Origin twice (RFC 6454 §7.3)",
            Self::Body => "the peer announced a body (RFC 9112 §6)",
            Self::Accept => "the server's Sec-WebSocket-Accept is missing or wrong (RFC 6455 §4.1)",
            Self::SubprotocolChoice => {
                "the server chose a subprotocol that was not offered (RFC 6455 §4.1)"
            }
            Self::ExtensionChoice => {
                "the server answered an extension that was not offered so (RFC 6455 §4.1)"
            }
            Self::SwitchedProtocols => "the proxy switched protocols (RFC 9110 §9.3.6)",
            Self::EarlyBytes => "bytes followed the proxy's answer before the tunnel was used",
        }
    }
}

/// The reason why a request, an acceptance or a rejection cannot be built as asked.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RequestError {
    /// The URL has another scheme than ws or wss (RFC 6455 §3).
    Scheme,
    /// The host is missing or malformed.
    Host,
    /// The port is not a number from 1 to 65535.
    Port,
    /// A URL cannot carry a user or a password here; send a field instead.
    UserInfo,
    /// A WebSocket URL has no fragment (RFC 6455 §3).
    Fragment,
    /// The path or query has a character that a URL cannot have, or a percent sign without two hexadecimal digits.
    Target,
    /// The name of a field is not a token (RFC 9110 §5.6.2).
    FieldName(String),
    /// The value of this field has a control character, or a space at its ends.
    FieldValue(String),
    /// This field belongs to the handshake, and cannot be set by hand.
    ReservedField(String),
    /// The subprotocol is not a token, or is offered already.
    Subprotocol(String),
    /// A name or a parameter is not a token.
    Extension(String),
    /// This extension compresses messages, which only a connection can promise: see `Config::permessage_deflate`.
    ReservedExtension(String),
    /// The method is another one than GET (RFC 6455 §4.1).
    Method(String),
    /// The number is not a status that refuses (300 to 599).
    Status(u16),
    /// A user has a colon, or a user or password a control character (RFC 7617 §2).
    Credentials,
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme => f.write_str("the URL's scheme is neither ws nor wss"),
            Self::Host => f.write_str("the host is missing or malformed"),
            Self::Port => f.write_str("the port is not a number from 1 to 65535"),
            Self::UserInfo => {
                f.write_str("the URL has a user; send an Authorization field instead")
            }
            Self::Fragment => f.write_str("the URL has a fragment"),
            Self::Target => {
                f.write_str("the path or query has a character that must be percent-encoded")
            }
            Self::FieldName(name) => write!(f, "\"{}\" is no field name", name.escape_debug()),
            Self::Method(name) => {
                write!(f, "the method is {}, not GET", name.escape_debug())
            }
            Self::FieldValue(name) => write!(f, "the value of {name} has a control character"),
            Self::ReservedField(name) => write!(f, "{name} belongs to the handshake"),
            Self::Subprotocol(name) => write!(
                f,
                "the subprotocol \"{}\" is no token, or there already",
                name.escape_debug()
            ),
            Self::Extension(name) => {
                write!(f, "the extension \"{}\" is malformed", name.escape_debug())
            }
            Self::ReservedExtension(name) => {
                write!(
                    f,
                    "{name} cannot be promised by hand: the connection does that"
                )
            }
            Self::Status(status) => write!(f, "the status {status} refuses nothing"),
            Self::Credentials => f.write_str("the proxy credentials cannot be sent"),
        }
    }
}

impl core::error::Error for RequestError {}

/// Bytes of a peer for one line of text: what is not printable ASCII is escaped.
pub(crate) struct Escaped<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.escape_ascii(), f)
    }
}

/// Bytes of the peer's that an error shows.
const MAX_EXCERPT_LEN: usize = 64;
