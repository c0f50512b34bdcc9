//! `sockudo-ws`: its protocol layer, which does no input and output, and its stream.

use bytes::{Bytes, BytesMut};
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use onem2m_ws_core::Role;
use sockudo_ws::protocol::{CompressedProtocol, Protocol};
use sockudo_ws::{
    CompressedWebSocketStream, Config, DeflateConfig, Error, Message, WebSocketStream, handshake,
};
use tokio::io::{AsyncRead, AsyncWrite};

use super::{
    HOST, MAX_MESSAGE_LEN, PATH, Peer, READ_BUFFER_LEN, Receiver, Sender, Task, echo_batched,
    ready, until_silent,
};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct SockudoProtocol;

impl Peer for SockudoProtocol {
    fn name(&self) -> &'static str {
        "sockudo-ws, protocol layer"
    }

    fn note(&self) -> &'static str {
        "feature `fastrand`: masking keys that can be predicted. It compresses as by default: level 6, windows of 15 bits."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Open::new(protocol(role), stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(Open::new(protocol(role), stream)))
    }

    fn compressed_receiver(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Receiver>> {
        let protocol = compressed_protocol(role, takes_over);
        Some(Box::new(Open::new(protocol, stream)))
    }

    fn compressed_sender(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Sender>> {
        let protocol = compressed_protocol(role, takes_over);
        Some(Box::new(Open::new(protocol, stream)))
    }

    fn compressed_refusal(&self, stream: Memory) -> Option<()> {
        let mut open = Open::new(compressed_protocol(Role::Server, true), stream);
        while open.read() {
            let processed = open
                .protocol
                .process_into(&mut open.buffer, &mut open.messages);
            if processed.is_err() {
                break;
            }
        }
        Some(())
    }
}

fn protocol(role: Role) -> Protocol {
    Protocol::new(role_of(role), MAX_MESSAGE_LEN, MAX_MESSAGE_LEN)
}

fn compressed_protocol(role: Role, takes_over: bool) -> CompressedProtocol {
    let make = match role {
        Role::Client => CompressedProtocol::client,
        Role::Server => CompressedProtocol::server,
    };
    make(MAX_MESSAGE_LEN, MAX_MESSAGE_LEN, deflate(takes_over))
}

/// Its defaults: level 6, all of the window.
fn deflate(takes_over: bool) -> DeflateConfig {
    DeflateConfig {
        server_no_context_takeover: !takes_over,
        client_no_context_takeover: !takes_over,
        ..DeflateConfig::default()
    }
}

/// The work that both of its protocol layers do.
trait Layer {
    fn process_into(
        &mut self,
        buffer: &mut BytesMut,
        messages: &mut Vec<Message>,
    ) -> Result<(), Error>;

    fn encode_message(&mut self, message: &Message, buffer: &mut BytesMut) -> Result<(), Error>;
}

impl Layer for Protocol {
    fn process_into(
        &mut self,
        buffer: &mut BytesMut,
        messages: &mut Vec<Message>,
    ) -> Result<(), Error> {
        self.process_into(buffer, messages)
    }

    fn encode_message(&mut self, message: &Message, buffer: &mut BytesMut) -> Result<(), Error> {
        self.encode_message(message, buffer)
    }
}

impl Layer for CompressedProtocol {
    fn process_into(
        &mut self,
        buffer: &mut BytesMut,
        messages: &mut Vec<Message>,
    ) -> Result<(), Error> {
        self.process_into(buffer, messages)
    }

    fn encode_message(&mut self, message: &Message, buffer: &mut BytesMut) -> Result<(), Error> {
        self.encode_message(message, buffer)
    }
}

struct Open<L> {
    protocol: L,
    buffer: BytesMut,
    messages: Vec<Message>,
    stream: Memory,
}

impl<L> Open<L> {
    fn new(protocol: L, stream: Memory) -> Self {
        Self {
            protocol,
            buffer: BytesMut::with_capacity(READ_BUFFER_LEN),
            messages: Vec::new(),
            stream,
        }
    }

    /// Reads into the buffer; whether there was anything.
    fn read(&mut self) -> bool {
        if self.buffer.capacity() - self.buffer.len() < READ_BUFFER_LEN / 2 {
            self.buffer.reserve(READ_BUFFER_LEN);
        }
        let space = self.buffer.capacity() - self.buffer.len();
        let bytes = self.stream.next(space);
        self.buffer.extend_from_slice(bytes);
        !bytes.is_empty()
    }
}

const fn role_of(role: Role) -> sockudo_ws::Role {
    match role {
        Role::Client => sockudo_ws::Role::Client,
        Role::Server => sockudo_ws::Role::Server,
    }
}

impl<L: Layer> Receiver for Open<L> {
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
            self.read();
            self.protocol
                .process_into(&mut self.buffer, &mut self.messages)
                .expect("messages");
        }
    }
}

impl<L: Layer> Sender for Open<L> {
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
        Some(Box::new(Streamed(open(role, stream))))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(Streamed(open(role, stream))))
    }

    fn compressed_receiver(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Streamed(compressed(role, takes_over, stream))))
    }

    fn compressed_sender(
        &self,
        role: Role,
        takes_over: bool,
        stream: Memory,
    ) -> Option<Box<dyn Sender>> {
        Some(Box::new(Streamed(compressed(role, takes_over, stream))))
    }

    fn compressed_refusal(&self, stream: Memory) -> Option<()> {
        let mut websocket = compressed(Role::Server, true, stream);
        until_silent(async { while let Some(Ok(_)) = websocket.next().await {} });
        Some(())
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
        Some(echo(open(Role::Server, line)))
    }

    fn compressed_echo(&self, takes_over: bool, line: Line) -> Option<Task> {
        Some(echo(compressed(Role::Server, takes_over, line)))
    }

    fn batched_echo(&self, line: Line) -> Option<Task> {
        Some(Box::pin(echo_batched(open(Role::Server, line))))
    }
}

fn echo<W>(mut websocket: W) -> Task
where
    W: Stream<Item = Result<Message, Error>> + Sink<Message> + Unpin + 'static,
{
    Box::pin(async move {
        while let Some(Ok(message @ (Message::Text(_) | Message::Binary(_)))) =
            websocket.next().await
        {
            if websocket.send(message).await.is_err() {
                return;
            }
        }
    })
}

fn config() -> Config {
    Config::builder()
        .max_message_size(MAX_MESSAGE_LEN)
        .max_frame_size(MAX_MESSAGE_LEN)
        .build()
}

fn open<S: AsyncRead + AsyncWrite + Unpin>(role: Role, stream: S) -> WebSocketStream<S> {
    WebSocketStream::from_raw(stream, role_of(role), config())
}

fn compressed<S>(role: Role, takes_over: bool, stream: S) -> CompressedWebSocketStream<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match role {
        Role::Client => CompressedWebSocketStream::client(stream, config(), deflate(takes_over)),
        Role::Server => CompressedWebSocketStream::server(stream, config(), deflate(takes_over)),
    }
}

/// Either of its streams.
struct Streamed<W>(W);

impl<W: Stream<Item = Result<Message, Error>> + Unpin> Receiver for Streamed<W> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                let message = self.0.next().await.expect("it is open").expect("a message");
                tally.take(message.as_bytes());
            }
        });
    }
}

impl<W: Sink<Message, Error = Error> + Unpin> Sender for Streamed<W> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                SinkExt::send(&mut self.0, Message::Binary(payload.clone()))
                    .await
                    .expect("it is open");
            }
        });
    }
}
