//! `tokio-websockets`.

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use onem2m_ws_core::Role;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_websockets::{ClientBuilder, Limits, Message, ServerBuilder, WebSocketStream};

use super::{MAX_MESSAGE_LEN, Peer, Receiver, Sender, Task, URL, echo_batched, ready};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct TokioWebSockets;

impl Peer for TokioWebSockets {
    fn name(&self) -> &'static str {
        "tokio-websockets"
    }

    fn note(&self) -> &'static str {
        "feature `fastrand`, its quickest: masking keys that can be predicted. Its read buffer begins with 8 KiB and cannot \
         be chosen."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(open(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            ready(ServerBuilder::new().limits(limits()).accept(stream)).expect("a handshake");
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            let builder = ClientBuilder::new()
                .uri(URL)
                .expect("a URL")
                .limits(limits());
            ready(builder.connect_on(stream)).expect("a handshake");
        })
    }

    fn echo(&self, line: Line) -> Option<Task> {
        let mut websocket = open(Role::Server, line);
        Some(Box::pin(async move {
            while let Some(Ok(message)) = websocket.next().await {
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

fn limits() -> Limits {
    Limits::default().max_payload_len(Some(MAX_MESSAGE_LEN))
}

fn open<S: AsyncRead + AsyncWrite + Unpin>(role: Role, stream: S) -> WebSocketStream<S> {
    match role {
        Role::Client => ClientBuilder::new().limits(limits()).take_over(stream),
        Role::Server => ServerBuilder::new().limits(limits()).serve(stream),
    }
}

impl Receiver for WebSocketStream<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let message = self.next().await.expect("it is open").expect("a message");
                assert!(message.is_text() || message.is_binary());
                tally.take(message.as_payload());
            }
        });
    }
}

impl Sender for WebSocketStream<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                SinkExt::send(self, Message::binary(payload.clone()))
                    .await
                    .expect("it is open");
            }
        });
    }
}
