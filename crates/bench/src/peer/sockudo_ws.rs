//! `sockudo-ws`: its protocol layer, which does no input and output, and its stream.

use bytes::{Bytes, BytesMut};
use futures_util::{SinkExt, StreamExt};
use onem2m_ws_core::Role;
use sockudo_ws::protocol::Protocol;
use sockudo_ws::{Config, Message, WebSocketStream, handshake};
use tokio::io::{AsyncRead, AsyncWrite};

use super::{
    HOST, MAX_MESSAGE_LEN, PATH, Peer, READ_BUFFER_LEN, Receiver, Sender, Task, echo_batched, ready,
};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct SockudoProtocol;

impl Peer for SockudoProtocol {
    fn name(&self) -> &'static str {
        "sockudo-ws, protocol layer"
    }

    fn note(&self) -> &'static str {
        "feature `fastrand`: masking keys that can be predicted."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Open::new(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(Open::new(role, stream)))
    }
}

struct Open {
    protocol: Protocol,
    buffer: BytesMut,
    messages: Vec<Message>,
    stream: Memory,
}

impl Open {
    fn new(role: Role, stream: Memory) -> Self {
        Self {
            protocol: Protocol::new(role_of(role), MAX_MESSAGE_LEN, MAX_MESSAGE_LEN),
            buffer: BytesMut::with_capacity(READ_BUFFER_LEN),
            messages: Vec::new(),
            stream,
        }
    }
}

const fn role_of(role: Role) -> sockudo_ws::Role {
    match role {
        Role::Client => sockudo_ws::Role::Client,
        Role::Server => sockudo_ws::Role::Server,
    }
}

impl Receiver for Open {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        let mut missing = count;
        loop {
            // It hands over all that a read brought; what is beyond the count waits for the next call.
            for message in self.messages.drain(..self.messages.len().min(missing)) {
                tally.take(message.as_bytes());
                missing -= 1;
            }
            if missing == 0 {
                return;
            }
            if self.buffer.capacity() - self.buffer.len() < READ_BUFFER_LEN / 2 {
                self.buffer.reserve(READ_BUFFER_LEN);
            }
            let space = self.buffer.capacity() - self.buffer.len();
            self.buffer.extend_from_slice(self.stream.next(space));
            self.protocol
                .process_into(&mut self.buffer, &mut self.messages)
                .expect("messages");
        }
    }
}

impl Sender for Open {
    fn send(&mut self, payload: &Bytes, count: usize) {
        for _ in 0..count {
            let message = Message::Binary(payload.clone());
            self.protocol
                .encode_message(&message, &mut self.buffer)
                .expect("it is open");
            self.stream.take(&self.buffer);
            self.buffer.clear();
        }
    }
}

pub(crate) struct SockudoStream;

impl Peer for SockudoStream {
    fn name(&self) -> &'static str {
        "sockudo-ws, stream"
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(open(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|mut stream| {
            ready(handshake::server_handshake(&mut stream)).expect("a handshake");
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|mut stream| {
            ready(handshake::client_handshake(&mut stream, HOST, PATH, None)).expect("a handshake");
        })
    }

    fn echo(&self, line: Line) -> Option<Task> {
        let mut websocket = open(Role::Server, line);
        Some(Box::pin(async move {
            while let Some(Ok(message @ (Message::Text(_) | Message::Binary(_)))) =
                websocket.next().await
            {
                if websocket.send(message).await.is_err() {
                    return;
                }
            }
        }))
    }

    fn batched_echo(&self, line: Line) -> Option<Task> {
        Some(Box::pin(echo_batched(open(Role::Server, line))))
    }
}

fn open<S: AsyncRead + AsyncWrite + Unpin>(role: Role, stream: S) -> WebSocketStream<S> {
    let config = Config::builder()
        .max_message_size(MAX_MESSAGE_LEN)
        .max_frame_size(MAX_MESSAGE_LEN)
        .build();
    WebSocketStream::from_raw(stream, role_of(role), config)
}

impl Receiver for WebSocketStream<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let message = self.next().await.expect("it is open").expect("a message");
                tally.take(message.as_bytes());
            }
        });
    }
}

impl Sender for WebSocketStream<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                SinkExt::send(self, Message::Binary(payload.clone()))
                    .await
                    .expect("it is open");
            }
        });
    }
}
