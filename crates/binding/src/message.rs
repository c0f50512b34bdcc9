use alloc::vec::Vec;
use core::fmt;

use onem2m_primitive::{
    CodecConfig, DecodeError, Document, EncodeError, Primitive, decode, encode,
};
use onem2m_ws_core::{CloseCode, Message, MessageKind};

use crate::invariant;
use crate::subprotocol::Subprotocol;

/// Returns the message that carries a primitive: one primitive, one message (TS-0020 5.2).
///
/// # Errors
///
/// A part of the primitive cannot be expressed in the serialization of the subprotocol, or that is not compiled in.
pub fn to_message(
    primitive: &Primitive<'_>,
    subprotocol: Subprotocol,
    config: &CodecConfig,
) -> Result<Message<'static>, EncodeError> {
    let mut bytes = Vec::new();
    encode(subprotocol.serialization(), primitive, config, &mut bytes)?;
    Ok(match subprotocol.message_kind() {
        MessageKind::Text => invariant::text(bytes).into(),
        MessageKind::Binary => bytes.into(),
    })
}

/// Reads the primitive that a message carries.
///
/// # Errors
///
/// The message is of the wrong kind for the subprotocol, or does not carry a primitive.
pub fn from_message<'m>(
    message: &'m Message<'_>,
    subprotocol: Subprotocol,
    config: &CodecConfig,
) -> Result<Primitive<'m>, MessageError> {
    if message.kind() != subprotocol.message_kind() {
        return Err(MessageError::WrongKind {
            expected: subprotocol.message_kind(),
        });
    }
    decode(subprotocol.serialization(), document(message), config).map_err(MessageError::Decode)
}

/// Returns the document that a message carries: text stays text, for it was validated when it was received or made.
pub(crate) fn document<'m>(message: &'m Message<'_>) -> Document<'m> {
    match message {
        Message::Text(text) => Document::Text(text),
        Message::Binary(bytes) => Document::Bytes(bytes),
    }
}

/// The reason why a message is not a primitive: a fault of the peer.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum MessageError {
    /// Text where the subprotocol has binary messages, or the other way round (TS-0020 6.2.2.9).
    WrongKind {
        /// The kind that the subprotocol has.
        expected: MessageKind,
    },
    /// The message does not carry a primitive. If the error knows the request identifier, 4000 can be answered.
    Decode(DecodeError),
}

impl MessageError {
    /// The status code to close with, where the connection is not to go on.
    #[must_use]
    pub const fn close_code(&self) -> CloseCode {
        match self {
            Self::WrongKind { .. } => CloseCode::UNSUPPORTED_DATA,
            Self::Decode(_) => CloseCode::INVALID_PAYLOAD,
        }
    }
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongKind { expected } => write!(
                f,
                "the subprotocol has {expected:?} messages (TS-0020 6.2.2.9)"
            ),
            Self::Decode(error) => write!(f, "the message is not a primitive: {error}"),
        }
    }
}

impl core::error::Error for MessageError {}
