use core::convert::Infallible;
use core::fmt;
use std::io;

use onem2m_ws_core::{
    AcceptError, ControlError, HandshakeError, Loss, ProtocolError, ProxyError, RequestError,
    SendErrorReason,
};

/// The reason why an operation on a connection failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The transport failed.
    Io(io::Error),
    /// The URL or the request cannot be used: a fault of the caller.
    Request(RequestError),
    /// The opening handshake failed: the peer broke a rule, or refused.
    Handshake(HandshakeError),
    /// The proxy did not open a tunnel.
    Proxy(ProxyError),
    /// The [`Acceptance`](onem2m_ws_core::Acceptance) does not fit the request: a fault of the caller.
    Accept(AcceptError),
    /// The peer broke the protocol, and was told so.
    Protocol(ProtocolError),
    /// The connection ended without the peer's Close frame.
    Lost(Loss),
    /// The message could not be sent: a fault of the caller, or the connection is closing.
    Send(SendErrorReason),
    /// The control frame could not be sent: a fault of the caller, or the connection is closing.
    Control(ControlError),
    /// A message comes in pieces ([`Config::stream_above`](onem2m_ws_core::Config::stream_above)), and the method hands over
    /// whole messages only: a fault of the caller.
    Streamed,
    /// The connection is closing, or has gone with its [`Receiver`](crate::Receiver).
    Disconnected,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "the transport failed: {error}"),
            Self::Request(error) => fmt::Display::fmt(error, f),
            Self::Handshake(error) => write!(f, "the opening handshake failed: {error}"),
            Self::Proxy(error) => fmt::Display::fmt(error, f),
            Self::Accept(error) => fmt::Display::fmt(error, f),
            Self::Protocol(error) => fmt::Display::fmt(error, f),
            Self::Lost(loss) => fmt::Display::fmt(loss, f),
            Self::Send(reason) => fmt::Display::fmt(reason, f),
            Self::Control(error) => fmt::Display::fmt(error, f),
            Self::Streamed => {
                f.write_str("a message comes in pieces, which this method does not hand over")
            }
            Self::Disconnected => f.write_str("the connection is gone"),
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            // What the error of the transport says is part of what this one says.
            Self::Io(error) => error.source(),
            Self::Handshake(error) => error.source(),
            Self::Proxy(error) => error.source(),
            Self::Request(_)
            | Self::Accept(_)
            | Self::Protocol(_)
            | Self::Lost(_)
            | Self::Send(_)
            | Self::Control(_)
            | Self::Streamed
            | Self::Disconnected => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<RequestError> for Error {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}

impl From<Infallible> for Error {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<HandshakeError> for Error {
    fn from(error: HandshakeError) -> Self {
        Self::Handshake(error)
    }
}

impl From<ProxyError> for Error {
    fn from(error: ProxyError) -> Self {
        Self::Proxy(error)
    }
}

impl From<AcceptError> for Error {
    fn from(error: AcceptError) -> Self {
        Self::Accept(error)
    }
}

impl From<ControlError> for Error {
    fn from(error: ControlError) -> Self {
        Self::Control(error)
    }
}
