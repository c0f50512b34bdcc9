//! `tokio-tungstenite`.

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use onem2m_ws_core::Role;
use tokio_tungstenite::WebSocketStream;
use tungstenite::Message;

use super::tungstenite::{config, role_of, take};
use super::{Peer, Receiver, Sender, Task, URL, echo_batched, ready};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct TokioTungstenite;

impl Peer for TokioTungstenite {
    fn name(&self) -> &'static str {
        "tokio-tungstenite"
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(open(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            ready(tokio_tungstenite::accept_async_with_config(
                stream,
                Some(config()),
            ))
            .expect("a handshake");
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            ready(tokio_tungstenite::client_async_with_config(
                URL,
                stream,
                Some(config()),
            ))
            .expect("a handshake");
        })
    }

    fn echo(&self, line: Line) -> Option<Task> {
        Some(Box::pin(async {
            let mut websocket =
                WebSocketStream::from_raw_socket(line, role_of(Role::Server), None).await;
            while let Some(Ok(message)) = websocket.next().await {
                if websocket.send(message).await.is_err() {
                    return;
                }
            }
        }))
    }

    fn batched_echo(&self, line: Line) -> Option<Task> {
        Some(Box::pin(async {
            echo_batched(WebSocketStream::from_raw_socket(line, role_of(Role::Server), None).await)
                .await;
        }))
    }
}

fn open(role: Role, stream: Memory) -> WebSocketStream<Memory> {
    ready(WebSocketStream::from_raw_socket(
        stream,
        role_of(role),
        Some(config()),
    ))
}

impl Receiver for WebSocketStream<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let message = self.next().await.expect("it is open");
                take(message.expect("a message"), tally);
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
