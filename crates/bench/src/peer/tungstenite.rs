//! `tungstenite`, over a blocking stream.

use bytes::Bytes;
use onem2m_ws_core::Role;
use tungstenite::protocol::{self, WebSocketConfig};
use tungstenite::{Message, WebSocket};

use super::{MAX_MESSAGE_LEN, Peer, READ_BUFFER_LEN, Receiver, Sender, URL};
use crate::wire::{Memory, Tally};

pub(crate) struct Tungstenite;

impl Peer for Tungstenite {
    fn name(&self) -> &'static str {
        "tungstenite"
    }

    fn note(&self) -> &'static str {
        "validates UTF-8 with `std`."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(open(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            tungstenite::accept_with_config(stream, Some(config())).expect("a handshake");
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            tungstenite::client::client_with_config(URL, stream, Some(config()))
                .expect("a handshake");
        })
    }
}

fn open(role: Role, stream: Memory) -> WebSocket<Memory> {
    WebSocket::from_raw_socket(stream, role_of(role), Some(config()))
}

pub(super) const fn role_of(role: Role) -> protocol::Role {
    match role {
        Role::Client => protocol::Role::Client,
        Role::Server => protocol::Role::Server,
    }
}

pub(super) fn config() -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER_LEN)
        .max_message_size(Some(MAX_MESSAGE_LEN))
        .max_frame_size(Some(MAX_MESSAGE_LEN))
}

pub(super) fn take(message: Message, tally: &mut Tally) {
    assert!(message.is_text() || message.is_binary(), "{message:?}");
    tally.take(&message.into_data());
}

impl Receiver for WebSocket<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        for _ in 0..count {
            take(self.read().expect("a message"), tally);
        }
    }
}

impl Sender for WebSocket<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        for _ in 0..count {
            let message = Message::Binary(payload.clone());
            Self::send(self, message).expect("it is open");
        }
    }
}
