//! The reasons why a connection was not secured, in terms that lead to a remedy.

use core::fmt;
use core::net::SocketAddr;
use std::io;

use onem2m_ws_core::Role;

use super::PeerIdentity;

/// The reason for which a connection was not secured, where the reason is known. An [`io::Error`] of
/// [`connect`](super::connect), of [`accept`](super::accept) or of a [`TlsTransport`](super::TlsTransport) carries one, which
/// [`TlsError::of`] finds.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TlsError {
    /// The peer does not speak TLS on this port.
    NotTls {
        /// The peer's role.
        peer: Role,
        /// The first bytes that the peer sent, 16 at most.
        found: Vec<u8>,
    },
    /// The peer ended the transport within the handshake without an alert.
    Ended {
        /// The peer's role.
        peer: Role,
        /// `true` if the peer had sent anything before.
        had_begun: bool,
    },
    /// The server's certificate is another server's.
    OtherServer {
        /// The host or the CSE-ID that was asked for.
        expected: String,
        /// The names of the certificate.
        identity: PeerIdentity,
    },
    /// The peer's certificate does not fit the profile of TS-0003 10.1.1, for the reason given.
    Profile(String),
    /// The peer proved its identity, which may speak for no entity.
    NoEntity(PeerIdentity),
    /// The peer ended the connection with an alert (RFC 5246 §7.2, RFC 8446 §6), of this description.
    Alert(u8),
}

impl TlsError {
    /// Returns the reason that an error carries; `None` if the error carries none.
    #[must_use]
    pub fn of(error: &io::Error) -> Option<&Self> {
        let carried = error.get_ref()?;
        match carried.downcast_ref::<RefusedClient>() {
            Some(refused) => Self::of(&refused.error),
            None => carried.downcast_ref(),
        }
    }

    const fn kind(&self) -> io::ErrorKind {
        match self {
            Self::NotTls { .. } | Self::OtherServer { .. } | Self::Profile(_) | Self::Alert(_) => {
                io::ErrorKind::InvalidData
            }
            Self::Ended { .. } => io::ErrorKind::UnexpectedEof,
            Self::NoEntity(_) => io::ErrorKind::PermissionDenied,
        }
    }
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTls { peer, found } => write!(
                f,
                "the {} does not speak TLS here: it sent \"{}\"; wss and ws are mixed up, or the port is another one",
                side(*peer),
                found.escape_ascii()
            ),
            Self::Ended { peer, had_begun } => {
                let when = if *had_begun {
                    "within the TLS handshake"
                } else {
                    "without a word of TLS"
                };
                write!(f, "the {} closed the transport {when}", side(*peer))
            }
            Self::OtherServer { expected, identity } => write!(
                f,
                "the server's certificate is not for {}, but for {identity}",
                expected.escape_debug()
            ),
            Self::Profile(reason) => write!(f, "the peer's certificate was refused: {reason}"),
            Self::NoEntity(identity) => {
                write!(f, "no entity belongs to {identity}")?;
                match identity.almost_ae_id() {
                    Some(ae_id) => write!(
                        f,
                        "; an AE-ID stands in a certificate as {} (TS-0003 10.1.1.5)",
                        ae_id.escape_debug()
                    ),
                    None => Ok(()),
                }
            }
            Self::Alert(description) => {
                let (name, meaning) = alert(*description);
                write!(
                    f,
                    "the peer ended the connection with the TLS alert {name} ({description}){meaning}"
                )
            }
        }
    }
}

impl core::error::Error for TlsError {}

impl From<TlsError> for io::Error {
    fn from(error: TlsError) -> Self {
        Self::new(error.kind(), error)
    }
}

/// A client that a [`TlsListener`](super::TlsListener) did not let in. The [`io::Error`] of the listener carries one, which
/// [`RefusedClient::of`] finds.
#[derive(Debug)]
pub struct RefusedClient {
    /// The client's address, if the listener below knows it.
    pub address: Option<SocketAddr>,
    /// The identity that the client has proved; `None` if the client did not get that far.
    pub identity: Option<PeerIdentity>,
    /// The failure; [`TlsError::of`] may find its reason.
    pub error: io::Error,
}

impl RefusedClient {
    /// Returns the client that an error carries; `None` if the error carries none.
    #[must_use]
    pub fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

impl fmt::Display for RefusedClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address {
            Some(address) => write!(f, "{address} was not let in: {}", self.error),
            None => write!(f, "a client was not let in: {}", self.error),
        }
    }
}

impl core::error::Error for RefusedClient {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.error.source()
    }
}

impl From<RefusedClient> for io::Error {
    fn from(refused: RefusedClient) -> Self {
        Self::new(refused.error.kind(), refused)
    }
}

/// The beginning of what a peer sends, which tells whether it is TLS.
#[derive(Debug, Default)]
pub(super) struct Beginning(Vec<u8>);

impl Beginning {
    pub(super) fn note(&mut self, received: &[u8]) {
        let room = MAX_FOUND_LEN.saturating_sub(self.0.len());
        self.0.extend(received.iter().take(room));
    }

    /// The reason why a handshake with such a peer failed.
    pub(super) fn explain(self, error: io::Error, peer: Role) -> io::Error {
        let kind = error.kind();
        if !matches!(
            kind,
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
        ) {
            return error;
        }
        if !self.is_tls() {
            let found = self.0;
            return TlsError::NotTls { peer, found }.into();
        }
        if kind == io::ErrorKind::UnexpectedEof && error.get_ref().is_none() {
            let had_begun = !self.0.is_empty();
            return TlsError::Ended { peer, had_begun }.into();
        }
        error
    }

    /// Returns whether it can be that of a record (RFC 8446 §5.1): a known type, and a version that begins with 3.
    fn is_tls(&self) -> bool {
        let is_type = |byte: &u8| (20..=24).contains(byte);
        match self.0.as_slice() {
            [] => true,
            [first] => is_type(first),
            [first, version, ..] => is_type(first) && *version == 3,
        }
    }
}

const fn side(role: Role) -> &'static str {
    match role {
        Role::Client => "client",
        Role::Server => "server",
    }
}

/// The name of an alert (RFC 8446 §6), and what it means to whom it was sent.
const fn alert(description: u8) -> (&'static str, &'static str) {
    const CERTIFICATE: &str = ": it does not accept the certificate that it was shown";
    const NOTHING_SHARED: &str = ": no version and suite are common to both sides";
    match description {
        0 => ("close_notify", ""),
        10 => ("unexpected_message", ""),
        20 => ("bad_record_mac", ": the keys of both sides differ"),
        22 => ("record_overflow", ""),
        40 => ("handshake_failure", NOTHING_SHARED),
        42 => ("bad_certificate", CERTIFICATE),
        43 => ("unsupported_certificate", CERTIFICATE),
        44 => ("certificate_revoked", CERTIFICATE),
        45 => ("certificate_expired", CERTIFICATE),
        46 => ("certificate_unknown", CERTIFICATE),
        47 => ("illegal_parameter", ""),
        48 => (
            "unknown_ca",
            ": it does not know the issuer of the certificate that it was shown",
        ),
        49 => ("access_denied", CERTIFICATE),
        50 => ("decode_error", ""),
        51 => ("decrypt_error", ": the keys of both sides differ"),
        70 => ("protocol_version", NOTHING_SHARED),
        71 => ("insufficient_security", NOTHING_SHARED),
        80 => ("internal_error", ""),
        86 => ("inappropriate_fallback", ""),
        90 => ("user_canceled", ""),
        109 => ("missing_extension", ""),
        110 => ("unsupported_extension", ""),
        112 => ("unrecognized_name", ": it has no certificate for that host"),
        113 => ("bad_certificate_status_response", ""),
        115 => ("unknown_psk_identity", ": it does not know the key"),
        116 => ("certificate_required", ": it wants a certificate"),
        120 => ("no_application_protocol", ""),
        _ => ("of an unknown kind", ""),
    }
}

/// Bytes of a peer that does not speak TLS that are kept.
const MAX_FOUND_LEN: usize = 16;
