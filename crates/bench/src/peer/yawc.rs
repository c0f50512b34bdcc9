//! `yawc`; handshakes through `hyper`.

use ::core::cell::RefCell;

use bytes::Bytes;
use futures_util::SinkExt;
use hyper::Request;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use onem2m_ws_core::Role;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::runtime::{Builder, Runtime};
use yawc::frame::{Frame, OpCode};
use yawc::{DeflatePool, Options, WebSocket};

use super::{
    MAX_MESSAGE_LEN, Peer, READ_BUFFER_LEN, Receiver, Sender, Task, URL, ready, until_silent,
};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct Yawc;

impl Peer for Yawc {
    fn name(&self) -> &'static str {
        "yawc"
    }

    fn note(&self) -> &'static str {
        "with its UTF-8 check, which is off by default. It compresses at level 6 with windows of 15 bits; without takeover with a \
         pool for one. Its handshakes are those of `hyper`, with all of HTTP; the client's \
         needs a running runtime."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        let options = options().with_read_buffer_capacity(READ_BUFFER_LEN);
        Some(Box::new(open(role, stream, options)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream, options())))
    }

    fn compressed_receiver(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Receiver>> {
        let options = options().with_read_buffer_capacity(READ_BUFFER_LEN);
        let opened = compressed(role, takes_over, stream, options);
        Some(Box::new(opened))
    }

    fn compressed_sender(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Sender>> {
        Some(Box::new(compressed(role, takes_over, stream, options())))
    }

    fn compressed_refusal(&self, stream: Memory) -> Option<()> {
        let mut websocket = compressed(Role::Server, true, stream, options());
        until_silent(async { while websocket.next_frame().await.is_ok() {} });
        Some(())
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| ready(accept(stream)))
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        thread_local! {
            static RUNTIME: Runtime = Builder::new_current_thread().build().expect("a runtime");
        }
        Some(|stream| {
            let url = URL.parse().expect("a URL");
            let opened = RUNTIME
                .with(|runtime| runtime.block_on(WebSocket::handshake(url, stream, options())));
            opened.expect("a handshake");
        })
    }

    fn echo(&self, line: Line) -> Option<Task> {
        Some(echo(open(Role::Server, line, options())))
    }

    fn compressed_echo(&self, takes_over: bool, line: Line) -> Option<Task> {
        Some(echo(compressed(Role::Server, takes_over, line, options())))
    }
}

fn echo<S: AsyncRead + AsyncWrite + Unpin + 'static>(mut websocket: WebSocket<S>) -> Task {
    Box::pin(async move {
        while let Ok(frame) = websocket.next_frame().await {
            let is_message = matches!(frame.opcode(), OpCode::Text | OpCode::Binary);
            if !is_message || websocket.send(frame).await.is_err() {
                return;
            }
        }
    })
}

fn options() -> Options {
    Options::default()
        .with_utf8()
        .with_limits(MAX_MESSAGE_LEN, 2 * MAX_MESSAGE_LEN)
}

fn open<S: AsyncRead + AsyncWrite + Unpin>(
    role: Role,
    stream: S,
    options: Options,
) -> WebSocket<S> {
    WebSocket::from_stream(stream, role_of(role), options).expect("options that fit")
}

/// With its middle level and all of the window; without takeover connections borrow what they need from a pool.
fn compressed<S: AsyncRead + AsyncWrite + Unpin>(
    role: Role,
    takes_over: bool,
    stream: S,
    options: Options,
) -> WebSocket<S> {
    thread_local! {
        static POOL: DeflatePool = DeflatePool::new(1);
    }
    let mut options = options.with_balanced_compression();
    let mut agreed = "permessage-deflate";
    if !takes_over {
        agreed = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
        options = options
            .server_no_context_takeover()
            .client_no_context_takeover()
            .with_deflate_pool(POOL.with(Clone::clone));
    }
    let opened =
        WebSocket::from_stream_with_extensions(stream, role_of(role), Some(agreed), options);
    opened.expect("options that fit")
}

const fn role_of(role: Role) -> yawc::Role {
    match role {
        Role::Client => yawc::Role::Client,
        Role::Server => yawc::Role::Server,
    }
}

async fn accept(stream: Memory) {
    let opening = RefCell::new(None);
    let service = service_fn(|request: Request<hyper::body::Incoming>| {
        let answer =
            WebSocket::upgrade_with_options(request, options()).map(|(response, websocket)| {
                *opening.borrow_mut() = Some(websocket);
                response
            });
        async { answer }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    connection.with_upgrades().await.expect("a handshake");
    let websocket = opening.take().expect("a request");
    websocket.await.expect("a handshake");
}

impl Receiver for WebSocket<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let frame = self.next_frame().await.expect("a message");
                assert!(matches!(frame.opcode(), OpCode::Text | OpCode::Binary));
                tally.take(frame.payload());
            }
        });
    }
}

impl Sender for WebSocket<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                SinkExt::send(self, Frame::binary(payload.clone()))
                    .await
                    .expect("it is open");
            }
        });
    }
}
