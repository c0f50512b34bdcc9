use alloc::boxed::Box;

use onem2m_primitive::{
    CodecConfig, Content, DecodeError, EncodeError, EncodeRule, Leniency, Limits, Primitive,
    ResponsePrimitive, ResponseStatusCode, Serialization, decode,
};
use onem2m_ws_core::{Binary, Message, SharedText, Text};

use super::event::Refusal;
use crate::message::{document, to_message};
use crate::subprotocol::Subprotocol;

/// A primitive that waits. The connection that will carry it decides about its serialization (TS-0020 6.2.2.9): a message in
/// another is written anew.
#[derive(Debug)]
pub(super) enum Form {
    Primitive(Box<Primitive<'static>>),
    Message(Message<'static>, Subprotocol),
}

impl Form {
    /// A primitive as it is kept until it can be sent: as a message in the serialization of its content, which is likely to be that
    /// of the connection, and takes a third of the memory; as it is where it cannot be written so.
    pub(super) fn kept(primitive: Primitive<'_>, codec: &CodecConfig) -> Self {
        let content = content(&primitive).map(|content| content.as_raw().serialization());
        let subprotocol = match content {
            Some(Serialization::Xml) => Subprotocol::XML,
            Some(Serialization::Cbor) => Subprotocol::CBOR,
            Some(Serialization::Json) | None => Subprotocol::JSON,
        };
        match message(&primitive, subprotocol, codec, usize::MAX) {
            Ok(message) => Self::Message(message, subprotocol),
            Err(_) => Self::Primitive(Box::new(primitive.into_owned())),
        }
    }

    /// About how many bytes it is.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Message(message, _) => message.len(),
            Self::Primitive(primitive) => {
                let content = content(primitive).map_or(0, |content| content.as_raw().len());
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
                fitting(message.clone(), max_len)
            }
            Self::Message(encoded, former) => {
                let primitive = reread(encoded, *former, codec).map_err(|error| {
                    Refusal::Encode(EncodeError {
                        rule: EncodeRule::Content(error.rule),
                        path: error.path,
                    })
                })?;
                message(&primitive, subprotocol, codec, max_len)
            }
        }
    }

    /// The answer instead of a response that a connection cannot carry.
    pub(super) fn refused(&self, codec: &CodecConfig) -> Option<Self> {
        let decoded;
        let primitive = match self {
            Self::Primitive(primitive) => &**primitive,
            Self::Message(message, former) => {
                decoded = reread(message, *former, codec).ok()?;
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
    let message = fitting(message, max_len)?;
    if message.len() < LONG {
        return Ok(message);
    }
    Ok(match message {
        Message::Text(text) => Message::Text(Text::Shared(SharedText::from(text.into_string()))),
        Message::Binary(binary) => Message::Binary(Binary::Shared(binary.into_vec().into())),
    })
}

fn fitting(message: Message<'static>, max_len: usize) -> Result<Message<'static>, Refusal> {
    let len = message.len();
    if len > max_len {
        return Err(Refusal::TooLong { len });
    }
    Ok(message)
}

/// Reads a message of our own again. Limits and strictness are for what others write.
pub(super) fn reread<'m>(
    message: &'m Message<'_>,
    subprotocol: Subprotocol,
    codec: &CodecConfig,
) -> Result<Primitive<'m>, DecodeError> {
    let own = CodecConfig {
        limits: Limits {
            max_len: usize::MAX,
            max_depth: usize::MAX,
            max_members: usize::MAX,
            max_list_items: usize::MAX,
            max_unknown_parameters: usize::MAX,
        },
        leniency: Leniency {
            wrapped: codec.wrap,
            ..Leniency::STRICT
        },
        ..*codec
    };
    decode(subprotocol.serialization(), document(message), &own)
}

const fn content<'p, 'c>(primitive: &'p Primitive<'c>) -> Option<&'p Content<'c>> {
    match primitive {
        Primitive::Request(request) => request.content.as_ref(),
        Primitive::Response(response) => response.content.as_ref(),
    }
}

/// The bytes that a primitive without content is reckoned at.
pub(super) const FIXED_LEN: usize = 256;

/// From this length in bytes on sharing is cheaper than copying.
pub(super) const LONG: usize = 4 << 10;
