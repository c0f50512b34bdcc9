//! The implementations that are measured: a file for each, and a line in [`all`].

mod adapter;
mod core;
#[cfg(feature = "peers")]
mod embedded_websocket;
#[cfg(feature = "peers")]
mod fastwebsockets;
#[cfg(feature = "peers")]
mod sockudo_ws;
#[cfg(feature = "peers")]
mod soketto;
#[cfg(feature = "peers")]
mod tokio_tungstenite;
#[cfg(feature = "peers")]
mod tokio_websockets;
#[cfg(feature = "peers")]
mod tungstenite;
#[cfg(feature = "peers")]
mod websocket_sans_io;
#[cfg(feature = "peers")]
mod yawc;

use ::core::future::Future;
use ::core::pin::{Pin, pin};
use ::core::task::{Context, Poll, Waker};

use bytes::Bytes;
use onem2m_ws_core::Role;

use crate::wire::{Line, Memory, Tally};

/// An implementation of WebSocket. What it cannot do it leaves out.
pub(crate) trait Peer {
    /// What it is called in the tables.
    fn name(&self) -> &'static str;

    /// What is different about it, for those who compare.
    fn note(&self) -> &'static str {
        ""
    }

    /// An open connection that receives from `stream`.
    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        let _ = (role, stream);
        None
    }

    /// An open connection that sends into `stream`.
    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        let _ = (role, stream);
        None
    }

    /// As [`receiver`](Self::receiver), with permessage-deflate agreed in windows as it likes best.
    fn compressed_receiver(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Receiver>> {
        let _ = (role, takes_over, stream);
        None
    }

    /// Receives with permessage-deflate agreed, until the connection refuses what comes, or `stream` has no more.
    fn compressed_refusal(&self, stream: Memory) -> Option<()> {
        let _ = stream;
        None
    }

    /// As [`sender`](Self::sender), with permessage-deflate agreed in windows as it likes best.
    fn compressed_sender(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Sender>> {
        let _ = (role, takes_over, stream);
        None
    }

    /// Receives a request, accepts it, answers, and lets go of the connection.
    fn server_handshake(&self) -> Option<fn(Memory)> {
        None
    }

    /// Sends a request for [`URL`], checks the answer, and lets go of the connection.
    fn client_handshake(&self) -> Option<fn(Memory)> {
        None
    }

    /// A server that sends every message back, as the documentation shows it, after the handshake.
    fn echo(&self, line: Line) -> Option<Task> {
        let _ = line;
        None
    }

    /// As [`echo`](Self::echo), with permessage-deflate agreed.
    fn compressed_echo(&self, takes_over: bool, line: Line) -> Option<Task> {
        let _ = (takes_over, line);
        None
    }

    /// The same, written so that it flushes only when no more input is ready, where the documented one does not.
    fn batched_echo(&self, line: Line) -> Option<Task> {
        let _ = line;
        None
    }

    /// The same, written so that it flushes each answer, where the documented one does not.
    fn flushed_echo(&self, line: Line) -> Option<Task> {
        let _ = line;
        None
    }
}

pub(crate) use core::{compressed_wire, uncompressed_wire};

/// Receives.
pub(crate) trait Receiver {
    /// Receives `count` messages, each through `tally`.
    fn receive(&mut self, count: usize, tally: &mut Tally);
}

/// Sends.
pub(crate) trait Sender {
    /// Sends `payload` so often as a binary message, each handed over to the stream before the next; the payload
    /// survives.
    fn send(&mut self, payload: &Bytes, count: usize);
}

/// What a connection runs as.
pub(crate) type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Everybody. The first is the one the others are compared with.
pub(crate) fn all() -> Vec<Box<dyn Peer>> {
    vec![
        Box::new(core::Core),
        Box::new(adapter::Adapter),
        #[cfg(feature = "peers")]
        Box::new(tungstenite::Tungstenite),
        #[cfg(feature = "peers")]
        Box::new(tokio_tungstenite::TokioTungstenite),
        #[cfg(feature = "peers")]
        Box::new(fastwebsockets::FastWebSockets),
        #[cfg(feature = "peers")]
        Box::new(tokio_websockets::TokioWebSockets),
        #[cfg(feature = "peers")]
        Box::new(yawc::Yawc),
        #[cfg(feature = "peers")]
        Box::new(sockudo_ws::SockudoProtocol),
        #[cfg(feature = "peers")]
        Box::new(sockudo_ws::SockudoStream),
        #[cfg(feature = "peers")]
        Box::new(soketto::Soketto),
        #[cfg(feature = "peers")]
        Box::new(websocket_sans_io::WebSocketSansIo),
        #[cfg(feature = "peers")]
        Box::new(embedded_websocket::EmbeddedWebSocket),
    ]
}

/// Where clients connect to.
pub(crate) const URL: &str = "ws://cse.example:8080/chat";
#[cfg(feature = "peers")]
const HOST: &str = "cse.example:8080";
#[cfg(feature = "peers")]
const PATH: &str = "/chat";

/// Longest message that everybody accepts.
const MAX_MESSAGE_LEN: usize = 16 << 20;
/// Length of a read buffer, where it can be chosen.
const READ_BUFFER_LEN: usize = 64 << 10;

/// Runs a future whose streams are always ready.
fn ready<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    // Some give way to other tasks from time to time.
    for _ in 0..PATIENCE {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
    }
    panic!("it waits, although its stream is ready");
}

/// Runs a future to its end, or until it waits for more than its stream has.
#[cfg(feature = "peers")]
fn until_silent(future: impl Future<Output = ()>) {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    // Some give way to other tasks from time to time.
    for _ in 0..64 {
        if future.as_mut().poll(&mut cx).is_ready() {
            return;
        }
    }
}

const PATIENCE: u32 = 10_000_000;

/// The batched echo of all that are a `Stream` and a `Sink`.
#[cfg(feature = "peers")]
async fn echo_batched<W, M, E>(mut websocket: W)
where
    W: futures_util::Stream<Item = Result<M, E>> + futures_util::Sink<M> + Unpin,
{
    use futures_util::{FutureExt, SinkExt, StreamExt};
    loop {
        let next = match websocket.next().now_or_never() {
            Some(next) => next,
            None => {
                if websocket.flush().await.is_err() {
                    return;
                }
                websocket.next().await
            }
        };
        let Some(Ok(message)) = next else { return };
        if websocket.feed(message).await.is_err() {
            return;
        }
    }
}
