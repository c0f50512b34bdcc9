use alloc::boxed::Box;

use onem2m_primitive::{
    CodecConfig, EncodeError, EncodeRule, Primitive, ResponsePrimitive, ResponseStatusCode, decode,
};
use onem2m_ws_core::{Binary, Message, SharedText, Text};

use super::event::Refusal;
use crate::message::to_message;
use crate::subprotocol::Subprotocol;

/// A primitive that waits: as it was given, for the connection that will carry it decides about its serialization (W-40); or
/// as a message that a connection did not get round to sending.
#[derive(Debug)]
pub(super) enum Form {
    Primitive(Box<Primitive<'static>>),
    Message(Message<'static>, Subprotocol),
}

impl Form {
    /// About how many bytes it is.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Message(message, _) => message.len(),
            Self::Primitive(primitive) => {
                let content = match &**primitive {
                    Primitive::Request(request) => &request.content,
                    Primitive::Response(response) => &response.content,
                };
                let content = content.as_ref().map_or(0, |content| content.as_raw().len());
                content.saturating_add(FIXED_LEN)
            }
        }
    }

    /// The message for a connection.
    pub(super) fn message(
        &self,
        subprotocol: Subprotocol,
        codec: &CodecConfig,
        max_len: usize,
    ) -> Result<Message<'static>, Refusal> {
        match self {
            Self::Primitive(primitive) => message(primitive, subprotocol, codec, max_len),
            Self::Message(message, former)
                if former.serialization() == subprotocol.serialization() =>
            {
                Ok(message.clone())
            }
            Self::Message(encoded, former) => {
                let decoded = decode(former.serialization(), encoded.as_bytes(), codec);
                let primitive = decoded.map_err(|error| {
                    Refusal::Encode(EncodeError {
                        rule: EncodeRule::Content(error.rule),
                        path: error.path,
                    })
                })?;
                message(&primitive, subprotocol, codec, max_len)
            }
        }
    }
}

impl Form {
    /// What is answered instead of a response that a connection cannot carry.
    pub(super) fn refused(&self) -> Option<Self> {
        let decoded;
        let primitive = match self {
            Self::Primitive(primitive) => &**primitive,
            Self::Message(message, former) => {
                let codec = CodecConfig::default();
                decoded = decode(former.serialization(), message.as_bytes(), &codec).ok()?;
                &decoded
            }
        };
        let identifier = primitive.request_identifier().clone().into_owned();
        let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
        let is_refused = matches!(primitive, Primitive::Response(response)
            if response.status == status && response.content.is_none());
        let response = ResponsePrimitive::new(status, identifier);
        (!is_refused).then(|| Self::Primitive(Box::new(response.into())))
    }
}

/// The message that carries a primitive, such that it can be sent and kept without being copied where it is long.
pub(super) fn message(
    primitive: &Primitive<'_>,
    subprotocol: Subprotocol,
    codec: &CodecConfig,
    max_len: usize,
) -> Result<Message<'static>, Refusal> {
    let message = to_message(primitive, subprotocol, codec).map_err(Refusal::Encode)?;
    let len = message.len();
    if len > max_len {
        return Err(Refusal::TooLong { len });
    }
    if len < LONG {
        return Ok(message);
    }
    Ok(match message {
        Message::Text(text) => Message::Text(Text::Shared(SharedText::from(text.into_string()))),
        Message::Binary(binary) => Message::Binary(Binary::Shared(binary.into_vec().into())),
    })
}

/// What a primitive without content is reckoned at, in bytes.
pub(super) const FIXED_LEN: usize = 256;

/// From this length in bytes on sharing is cheaper than copying.
pub(super) const LONG: usize = 4 << 10;
