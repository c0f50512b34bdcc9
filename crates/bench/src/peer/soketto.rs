//! `soketto`, with buffered input and output as its examples have it.

use bytes::Bytes;
use futures_util::io::{BufReader, BufWriter};
use onem2m_ws_core::Role;
use soketto::connection::Builder;
use soketto::handshake::{self, ServerResponse};
use soketto::{Mode, connection};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::compat::{Compat, TokioAsyncReadCompatExt};

use super::{HOST, MAX_MESSAGE_LEN, PATH, Peer, READ_BUFFER_LEN, Receiver, Sender, Task, ready};
use crate::wire::{Line, Memory, Tally};

pub(crate) struct Soketto;

impl Peer for Soketto {
    fn name(&self) -> &'static str {
        "soketto"
    }

    fn note(&self) -> &'static str {
        "it does not check UTF-8, so the application does, with `std`; it copies every message into the application's buffer."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(Box::new(Open::new(role, stream)))
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(Box::new(Open::new(role, stream)))
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            ready(async {
                let mut server = handshake::Server::new(buffered(stream));
                let key = server.receive_request().await?.key();
                let response = handshake::server::Response::Accept {
                    key,
                    protocol: None,
                };
                server.send_response(&response).await
            })
            .expect("a handshake");
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|stream| {
            let mut client = handshake::Client::new(buffered(stream), HOST, PATH);
            let response = ready(client.handshake()).expect("a handshake");
            assert!(matches!(response, ServerResponse::Accepted { .. }));
        })
    }

    fn echo(&self, line: Line) -> Option<Task> {
        let mut websocket = Open::new(Role::Server, line);
        Some(Box::pin(async move {
            while websocket.echo_one().await.is_ok() {}
        }))
    }
}

type Buffered<S> = BufReader<BufWriter<Compat<S>>>;

fn buffered<S: AsyncRead + AsyncWrite>(stream: S) -> Buffered<S> {
    BufReader::new(BufWriter::new(stream.compat()))
}

struct Open<S> {
    sender: connection::Sender<Buffered<S>>,
    receiver: connection::Receiver<Buffered<S>>,
    message: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Open<S> {
    fn new(role: Role, stream: S) -> Self {
        let mode = match role {
            Role::Client => Mode::Client,
            Role::Server => Mode::Server,
        };
        let stream = BufReader::with_capacity(READ_BUFFER_LEN, BufWriter::new(stream.compat()));
        let mut builder = Builder::new(stream, mode);
        builder.set_max_message_size(MAX_MESSAGE_LEN);
        builder.set_max_frame_size(MAX_MESSAGE_LEN);
        let (sender, receiver) = builder.finish();
        Self {
            sender,
            receiver,
            message: Vec::new(),
        }
    }

    async fn receive_one(&mut self) -> Result<bool, connection::Error> {
        self.message.clear();
        let is_text = self
            .receiver
            .receive_data(&mut self.message)
            .await?
            .is_text();
        if is_text {
            core::str::from_utf8(&self.message)?;
        }
        Ok(is_text)
    }

    async fn echo_one(&mut self) -> Result<(), connection::Error> {
        if self.receive_one().await? {
            let text = core::str::from_utf8(&self.message)?;
            self.sender.send_text(text).await?;
        } else {
            self.sender.send_binary_mut(&mut self.message).await?;
        }
        self.sender.flush().await
    }
}

impl Receiver for Open<Memory> {
    fn receive(&mut self, count: usize, tally: &mut Tally) {
        ready(async {
            for _ in 0..count {
                self.receive_one().await.expect("a message");
                tally.take(&self.message);
            }
        });
    }
}

impl Sender for Open<Memory> {
    fn send(&mut self, payload: &Bytes, count: usize) {
        ready(async {
            for _ in 0..count {
                self.sender.send_binary(payload).await.expect("it is open");
                self.sender.flush().await.expect("it takes everything");
            }
        });
    }
}
