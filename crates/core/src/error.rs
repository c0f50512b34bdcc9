use core::fmt;

#[cfg(feature = "deflate")]
use onem2m_ws_deflate::{DecompressError, Fault};

use crate::event::CloseCode;
use crate::message::Message;

/// A rule of RFC 6455, or a limit of the [`Config`](crate::Config), that the peer broke in an open connection.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ProtocolError {
    /// A reserved bit is set that no extension gave a meaning (§5.2).
    ReservedBit,
    /// An opcode that is reserved (§5.2).
    ReservedOpcode,
    /// A control frame with FIN clear (§5.5).
    FragmentedControl,
    /// A control frame with more than 125 bytes (§5.5).
    ControlTooLong,
    /// A length that is not in its shortest form, or has its most significant bit set (§5.2).
    InvalidLength,
    /// A client's frame that is not masked (§5.1).
    UnmaskedFrame,
    /// A server's frame that is masked (§5.1).
    MaskedFrame,
    /// A continuation frame when no message is being continued (§5.4).
    UnexpectedContinuation,
    /// A text or binary frame while another message is being continued (§5.4).
    ExpectedContinuation,
    /// A Close frame whose body has one byte (§5.5.1).
    InvalidCloseLength,
    /// A Close frame with a status code that must not be sent (§7.4).
    InvalidCloseCode,
    /// A text message, or the reason of a Close frame, that is not UTF-8 (§8.1).
    InvalidUtf8,
    /// A message longer than [`Config::max_message_len`](crate::Config::max_message_len), or, in pieces,
    /// [`Config::max_streamed_message_len`](crate::Config::max_streamed_message_len).
    MessageTooLong,
    /// A message in more fragments than [`Config::max_fragments`](crate::Config::max_fragments) allows.
    TooManyFragments,
    /// More control frames than [`Config::max_control_frames`](crate::Config::max_control_frames) allows.
    TooManyControlFrames,
    /// A compressed message that is not what RFC 7692 §7.2.1 makes, or has more blocks than
    /// [`Config::max_fragments`](crate::Config::max_fragments) and [`Config::fragment_len`](crate::Config::fragment_len) allow.
    #[cfg(feature = "deflate")]
    InvalidDeflate(DecompressError),
    /// A message that took longer than [`Config::message_timeout`](crate::Config::message_timeout).
    MessageTimeout,
}

impl ProtocolError {
    /// The status code that the peer is told (RFC 6455 §7.4.1).
    #[must_use]
    pub const fn close_code(self) -> CloseCode {
        match self {
            Self::ReservedBit
            | Self::ReservedOpcode
            | Self::FragmentedControl
            | Self::ControlTooLong
            | Self::InvalidLength
            | Self::UnmaskedFrame
            | Self::MaskedFrame
            | Self::UnexpectedContinuation
            | Self::ExpectedContinuation
            | Self::InvalidCloseLength
            | Self::InvalidCloseCode => CloseCode::PROTOCOL_ERROR,
            #[cfg(feature = "deflate")]
            Self::InvalidDeflate(error) if matches!(error.fault, Fault::TooManyBlocks) => {
                CloseCode::POLICY_VIOLATION
            }
            #[cfg(feature = "deflate")]
            Self::InvalidDeflate(_) => CloseCode::INVALID_PAYLOAD,
            Self::InvalidUtf8 => CloseCode::INVALID_PAYLOAD,
            Self::MessageTooLong => CloseCode::MESSAGE_TOO_BIG,
            Self::TooManyFragments | Self::TooManyControlFrames | Self::MessageTimeout => {
                CloseCode::POLICY_VIOLATION
            }
        }
    }
}

impl fmt::Display for ProtocolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            #[cfg(feature = "deflate")]
            Self::InvalidDeflate(error) => return write!(f, "the peer sent a {error}"),
            Self::ReservedBit => "the peer set a reserved bit without an extension (RFC 6455 §5.2)",
            Self::ReservedOpcode => "the peer used a reserved opcode (RFC 6455 §5.2)",
            Self::FragmentedControl => "the peer fragmented a control frame (RFC 6455 §5.5)",
            Self::ControlTooLong => {
                "the peer sent a control frame of more than 125 bytes (RFC 6455 §5.5)"
            }
            Self::InvalidLength => "the peer encoded a length in an invalid form (RFC 6455 §5.2)",
            Self::UnmaskedFrame => "the client sent a frame without masking it (RFC 6455 §5.1)",
            Self::MaskedFrame => "the server sent a masked frame (RFC 6455 §5.1)",
            Self::UnexpectedContinuation => {
                "the peer continued a message that was not begun (RFC 6455 §5.4)"
            }
            Self::ExpectedContinuation => {
                "the peer began a message within another one (RFC 6455 §5.4)"
            }
            Self::InvalidCloseLength => {
                "the peer sent a Close frame with half a status code (RFC 6455 §5.5.1)"
            }
            Self::InvalidCloseCode => {
                "the peer sent a status code that must not be sent (RFC 6455 §7.4)"
            }
            Self::InvalidUtf8 => "the peer sent text that is not UTF-8 (RFC 6455 §8.1)",
            Self::MessageTooLong => "the peer sent a message that is too long",
            Self::TooManyFragments => "the peer sent a message in too many fragments",
            Self::TooManyControlFrames => "the peer sent too many control frames",
            Self::MessageTimeout => "the peer took too long for a message",
        })
    }
}

impl core::error::Error for ProtocolError {}

/// The reason why a message was not taken for sending. Nothing has changed, and the message comes back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SendError<'a> {
    /// The reason.
    pub reason: SendErrorReason,
    /// The message, as it was.
    pub message: Message<'a>,
}

/// The reasons of a [`SendError`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SendErrorReason {
    /// The closing handshake has begun, or the connection is closed (RFC 6455 §5.5.1).
    Closing,
    /// [`Config::max_outbox_len`](crate::Config::max_outbox_len) would be passed; once bytes were written it may fit.
    Full,
    /// A message is being sent in pieces; it has to end first (RFC 6455 §5.4).
    MessageInProgress,
    /// A piece of text within a binary message, or the other way round.
    KindChanged,
}

impl fmt::Display for SendErrorReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Closing => "the connection is closing or closed",
            Self::Full => "too many bytes wait to be written",
            Self::MessageInProgress => "another message is being sent in pieces",
            Self::KindChanged => "a message cannot be text in one piece and binary in another",
        })
    }
}

impl fmt::Display for SendError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.reason, f)
    }
}

impl core::error::Error for SendErrorReason {}
impl core::error::Error for SendError<'_> {}

/// The reason why a ping was not sent.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ControlError {
    /// The payload of a control frame has at most 125 bytes, the reason of a Close frame 123 (RFC 6455 §5.5).
    TooLong,
    /// The closing handshake has begun, or the connection is closed.
    Closing,
    /// [`Config::max_waiting_controls`](crate::Config::max_waiting_controls) control frames wait to be written.
    Full,
}

impl fmt::Display for ControlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLong => "the payload is longer than a control frame can hold (RFC 6455 §5.5)",
            Self::Closing => "the connection is closing or closed",
            Self::Full => "too many control frames wait to be written",
        })
    }
}

impl core::error::Error for ControlError {}
