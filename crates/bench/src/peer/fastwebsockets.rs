//! `fastwebsockets`, with its collector of fragments; handshakes through `hyper`.

use ::core::cell::RefCell;
use ::core::future::{Future, poll_fn};
use ::core::pin::{Pin, pin};

use bytes::Bytes;
use fastwebsockets::{FragmentCollector, Frame, OpCode, Payload, WebSocket, handshake, upgrade};
use http_body_util::Empty;
use hyper::Request;
use hyper::rt::Executor;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use onem2m_ws_core::Role;
use tokio::io::{AsyncRead, AsyncWrite};

use super::{HOST, MAX_MESSAGE_LEN, PATH, Peer, Receiver, Sender, Task, ready};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct FastWebSockets;

impl Peer for FastWebSockets {
    fn name(&self) -> &'static str {
        "fastwebsockets"
    }

    fn note(&self) -> &'static str {
        "its read buffer begins with 8 KiB and cannot be chosen. Its handshakes are those of `hyper`, with all of HTTP, and \
         the client does not check the accept key."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(open(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(open(role, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| ready(accept(stream)))
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| ready(connect(stream)))
    }

    fn echo(&self, line: Line) -> Option<Task> {
        let mut websocket = open(Role::Server, line);
        Some(Box::pin(async move {
            while let Ok(frame) = websocket.read_frame().await {
                let is_message = matches!(frame.opcode, OpCode::Text | OpCode::Binary);
                if !is_message || websocket.write_frame(frame).await.is_err() {
                    return;
                }
            }
        }))
    }
}

fn open<S: AsyncRead + AsyncWrite + Unpin>(role: Role, stream: S) -> FragmentCollector<S> {
    let role = match role {
        Role::Client => fastwebsockets::Role::Client,
        Role::Server => fastwebsockets::Role::Server,
    };
    let mut websocket = WebSocket::after_handshake(stream, role);
    websocket.set_max_message_size(MAX_MESSAGE_LEN);
    FragmentCollector::new(websocket)
}

async fn accept(stream: Memory) {
    let opening = RefCell::new(None);
    let service = service_fn(|request: Request<hyper::body::Incoming>| {
        let answer = upgrade::upgrade(request).map(|(response, websocket)| {
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

async fn connect(stream: Memory) {
    let request = Request::get(PATH)
        .header("Host", HOST)
        .header("Upgrade", "websocket")
        .header("Connection", "upgrade")
        .header("Sec-WebSocket-Key", handshake::generate_key())
        .header("Sec-WebSocket-Version", "13")
        .body(Empty::<Bytes>::new())
        .expect("a request");
    let beside = Beside::default();
    let mut client = pin!(handshake::client(&beside, request, stream));
    let opened = poll_fn(|cx| {
        if let Some(task) = &mut *beside.0.borrow_mut() {
            let _ = task.as_mut().poll(cx);
        }
        client.as_mut().poll(cx)
    });
    opened.await.expect("a handshake");
}

type HyperTask = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The task of `hyper`, which runs beside the handshake.
#[derive(Default)]
struct Beside(RefCell<Option<HyperTask>>);

impl Executor<HyperTask> for Beside {
    fn execute(&self, task: HyperTask) {
        *self.0.borrow_mut() = Some(task);
    }
}

impl Receiver for FragmentCollector<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let frame = self.read_frame().await.expect("a message");
                assert!(matches!(frame.opcode, OpCode::Text | OpCode::Binary));
                tally.take(&frame.payload);
            }
        });
    }
}

impl Sender for FragmentCollector<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                let frame = Frame::binary(Payload::Borrowed(payload));
                self.write_frame(frame).await.expect("it is open");
            }
        });
    }
}
