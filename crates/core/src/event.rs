use alloc::borrow::Cow;
use core::fmt;

use crate::error::{ControlError, ProtocolError};
use crate::message::{Binary, Message};

/// An event: something was received. An event lends from the inbox, never from the connection, so the connection can be used
/// with the event in hand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Event<'i> {
    /// A whole message.
    Message(Message<'i>),
    /// A piece of a message that is not assembled ([`Config::stream_above`](crate::Config::stream_above)).
    Piece(Piece<'i>),
    /// A ping; its pong is queued already (RFC 6455 §5.5.2).
    Ping(Binary<'i>),
    /// A pong that does not answer a keep-alive ping of the connection's own (RFC 6455 §5.5.3).
    Pong(Binary<'i>),
    /// The last event: nothing else will be received. Queued frames, such as the Close frame, are still to be written;
    /// see [`Connection::transport_action`](crate::Connection::transport_action).
    Closed(Closed<'i>),
}

/// The kind of the next [`Event`], without the event.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EventKind {
    /// [`Event::Message`]; or, if its text turns out not to be UTF-8, [`Event::Closed`].
    Message,
    /// [`Event::Piece`]; or, if its text turns out not to be UTF-8, [`Event::Closed`].
    Piece,
    /// [`Event::Ping`].
    Ping,
    /// [`Event::Pong`].
    Pong,
    /// [`Event::Closed`].
    Closed,
}

impl Event<'_> {
    /// Returns the same event, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> Event<'static> {
        match self {
            Self::Message(message) => Event::Message(message.into_owned()),
            Self::Piece(Piece { data, is_last }) => Event::Piece(Piece {
                data: data.into_owned(),
                is_last,
            }),
            Self::Ping(payload) => Event::Ping(payload.into_owned()),
            Self::Pong(payload) => Event::Pong(payload.into_owned()),
            Self::Closed(closed) => Event::Closed(closed.into_owned()),
        }
    }
}

/// Part of a message, in order and without gaps. Text is cut between characters.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Piece<'a> {
    /// The part, and whether the message is text or binary. It may be empty.
    pub data: Message<'a>,
    /// True if the message ends with this piece.
    pub is_last: bool,
}

/// The end of a connection.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Closed<'a> {
    /// The closing handshake ended the connection (RFC 6455 §7.1.4). The value is the body of the peer's Close frame; `None` where
    /// the frame was empty (the 1005 of §7.1.5).
    Clean(Option<CloseFrame<'a>>),
    /// The peer broke the protocol, and is told so by a Close frame with [`ProtocolError::close_code`].
    Failed(ProtocolError),
    /// The connection ended without the peer's Close frame (the 1006 of §7.1.5).
    Lost(Loss),
}

impl Closed<'_> {
    /// Returns the same value, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> Closed<'static> {
        match self {
            Self::Clean(frame) => Closed::Clean(frame.map(CloseFrame::into_owned)),
            Self::Failed(error) => Closed::Failed(error),
            Self::Lost(loss) => Closed::Lost(loss),
        }
    }
}

impl fmt::Display for Closed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clean(None) => f.write_str("closed without a status code"),
            Self::Clean(Some(frame)) => write!(f, "closed: {frame}"),
            Self::Failed(error) => write!(f, "failed: {error}"),
            Self::Lost(loss) => write!(f, "lost: {loss}"),
        }
    }
}

/// The reason why a connection ended without the peer's Close frame.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Loss {
    /// The transport ended between two frames.
    Eof,
    /// The transport ended within a frame or a fragmented message.
    Truncated,
    /// The peer did not answer our Close frame within [`Config::close_timeout`](crate::Config::close_timeout).
    CloseTimeout,
    /// Nothing came within [`Config::pong_timeout`](crate::Config::pong_timeout) after a keep-alive ping.
    PongTimeout,
    /// The peer took nothing of the bytes that waited within [`Config::write_timeout`](crate::Config::write_timeout).
    WriteTimeout,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Eof => "the transport ended without a Close frame",
            Self::Truncated => "the transport ended within a message",
            Self::CloseTimeout => "the peer did not answer the Close frame in time",
            Self::PongTimeout => "the peer did not answer a ping in time",
            Self::WriteTimeout => "the peer took no bytes for too long",
        })
    }
}

/// The body of a Close frame (RFC 6455 §5.5.1).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CloseFrame<'a> {
    /// The status code.
    pub code: CloseCode,
    /// The reason: at most 123 bytes.
    pub reason: Cow<'a, str>,
}

impl<'a> CloseFrame<'a> {
    /// Longest reason, in bytes: the room of a control frame beside the status code.
    pub const MAX_REASON_LEN: usize = 123;

    /// Checks that the frame can be sent.
    ///
    /// # Errors
    ///
    /// [`ControlError::TooLong`]: the reason is longer than [`MAX_REASON_LEN`](Self::MAX_REASON_LEN) (RFC 6455 §5.5).
    pub fn check(&self) -> Result<(), ControlError> {
        if self.reason.len() > Self::MAX_REASON_LEN {
            return Err(ControlError::TooLong);
        }
        Ok(())
    }

    /// Returns a Close frame with `code` and `reason`. The reason is checked when the frame is sent.
    #[must_use]
    pub const fn new(code: CloseCode, reason: &'a str) -> Self {
        Self {
            code,
            reason: Cow::Borrowed(reason),
        }
    }

    /// Returns the same Close frame, copied if it was lent.
    #[must_use]
    pub fn into_owned(self) -> CloseFrame<'static> {
        CloseFrame {
            code: self.code,
            reason: Cow::Owned(self.reason.into_owned()),
        }
    }
}

impl fmt::Display for CloseFrame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.reason.is_empty() {
            write!(f, " {}", self.reason.escape_debug())?;
        }
        Ok(())
    }
}

/// A status code that may stand in a Close frame (RFC 6455 §7.4): 1000 to 1003, 1007 to 1014, 3000 to 4999. The
/// reserved 1005, 1006 and 1015 cannot be made.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CloseCode(u16);

impl CloseCode {
    /// 1000: the purpose was fulfilled.
    pub const NORMAL: Self = Self(1000);
    /// 1001: the endpoint is going away.
    pub const GOING_AWAY: Self = Self(1001);
    /// 1002: a rule of the protocol was broken.
    pub const PROTOCOL_ERROR: Self = Self(1002);
    /// 1003: a kind of data that is not accepted.
    pub const UNSUPPORTED_DATA: Self = Self(1003);
    /// 1007: data that does not fit its kind, such as text that is not UTF-8.
    pub const INVALID_PAYLOAD: Self = Self(1007);
    /// 1008: a policy was violated.
    pub const POLICY_VIOLATION: Self = Self(1008);
    /// 1009: a message that is too long.
    pub const MESSAGE_TOO_BIG: Self = Self(1009);
    /// 1010: the server did not accept an extension that the client needs.
    pub const MANDATORY_EXTENSION: Self = Self(1010);
    /// 1011: the endpoint met an unexpected condition.
    pub const INTERNAL_ERROR: Self = Self(1011);
    /// 1012: the service restarts.
    pub const SERVICE_RESTART: Self = Self(1012);
    /// 1013: try again later.
    pub const TRY_AGAIN_LATER: Self = Self(1013);

    /// Returns the code, or `None` when the code must not stand in a Close frame.
    #[must_use]
    pub const fn new(code: u16) -> Option<Self> {
        match code {
            1000..=1003 | 1007..=1014 | 3000..=4999 => Some(Self(code)),
            _ => None,
        }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Debug for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The action that the owner of the transport is to take, besides writing what waits and reading what comes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum TransportAction {
    /// Nothing: the connection is open or closing.
    None,
    /// Write what waits, then keep reading: the server ends the transport (RFC 6455 §7.1.1).
    AwaitEof,
    /// Write what waits, end our direction of the transport, then keep reading until the end, so that nothing unread
    /// turns the end into a reset.
    Shutdown,
    /// Let go of the transport now: the transport has ended, or the peer had its time.
    Abort,
}
