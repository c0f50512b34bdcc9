//! `onem2m-ws-tokio`: the core with its driver, over a stream of tokio's.

use bytes::Bytes;
use onem2m_ws_core::{Acceptance, ClientRequest, Connection, Inbox, Role};
use onem2m_ws_tokio::driver::{Error, Timer};
use onem2m_ws_tokio::{TokioTimer, TokioTransport, WebSocket};
use tokio::io::{AsyncRead, AsyncWrite};

use super::core::{CONFIG, SEED, agreed, lent};
use super::{Peer, Receiver, Sender, Task, URL, ready};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct Adapter;

impl Peer for Adapter {
    fn name(&self) -> &'static str {
        "**onem2m-ws-tokio**"
    }

    fn note(&self) -> &'static str {
        "the clock is read after each read of the stream. \
         Its documented echo says `feed`, which batches; the one that flushes each answer says `send`."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(open(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream)))
    }

    fn compressed_receiver(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Receiver>> {
        Some(Box::new(compressed(role, takes_over, stream)))
    }

    fn compressed_sender(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Sender>> {
        Some(Box::new(compressed(role, takes_over, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            ready(async {
                let accepting = onem2m_ws_tokio::accept(stream, CONFIG).await?;
                accepting.accept(&Acceptance::default())?.flush().await
            })
            .expect("a handshake");
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            let request = ClientRequest::new(URL).expect("a URL");
            ready(onem2m_ws_tokio::connect_over(stream, &request, CONFIG)).expect("a handshake");
        })
    }

    fn echo(&self, line: Line) -> Option<Task> {
        Some(echo(open(Role::Server, line)))
    }

    fn flushed_echo(&self, line: Line) -> Option<Task> {
        Some(echo_flushing(open(Role::Server, line)))
    }

    fn compressed_echo(&self, takes_over: bool, line: Line) -> Option<Task> {
        Some(echo(compressed(Role::Server, takes_over, line)))
    }
}

fn open<S: AsyncRead + AsyncWrite + Unpin>(role: Role, stream: S) -> WebSocket<S> {
    let timer = TokioTimer::default();
    let connection = Connection::new(role, CONFIG, SEED, timer.now());
    WebSocket::new(TokioTransport(stream), timer, connection, Inbox::new())
}

fn compressed<S>(role: Role, takes_over: bool, stream: S) -> WebSocket<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (timer, agreed) = (TokioTimer::default(), agreed(takes_over));
    let connection = Connection::with_deflate(role, CONFIG, agreed, SEED, timer.now());
    WebSocket::new(TokioTransport(stream), timer, connection, Inbox::new())
}

fn echo<S: AsyncRead + AsyncWrite + Unpin + 'static>(mut websocket: WebSocket<S>) -> Task {
    Box::pin(async move {
        let _: Result<(), Error> = async {
            while let Some((message, websocket)) = websocket.next().await? {
                websocket.feed(message).await?;
            }
            Ok(())
        }
        .await;
    })
}

fn echo_flushing(mut websocket: WebSocket<Line>) -> Task {
    Box::pin(async move {
        let _: Result<(), Error> = async {
            while let Some((message, websocket)) = websocket.next().await? {
                websocket.send(message).await?;
            }
            Ok(())
        }
        .await;
    })
}

impl Receiver for WebSocket<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let (message, _) = self.next().await.expect("it is open").expect("a message");
                tally.take(message.as_bytes());
            }
        });
    }
}

impl Sender for WebSocket<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                let role = self.connection().role();
                (**self)
                    .send(lent(role, payload))
                    .await
                    .expect("it is open");
            }
        });
    }
}
