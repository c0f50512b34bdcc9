//! `embedded-websocket`: from one buffer into another.

use bytes::Bytes;
use embedded_websocket::{
    Client, EmptyRng, Error, Server, WebSocket, WebSocketClient, WebSocketOptions,
    WebSocketReceiveMessageType, WebSocketSendMessageType, WebSocketServer, WebSocketState,
    WebSocketType, read_http_header,
};
use onem2m_ws_core::Role;
use rand::RngCore;
use rand::rngs::ThreadRng;

use super::{HOST, MAX_MESSAGE_LEN, PATH, Peer, READ_BUFFER_LEN, Receiver, Sender};
use crate::wire::{Memory, Tally};

pub(crate) struct EmbeddedWebSocket;

impl Peer for EmbeddedWebSocket {
    fn name(&self) -> &'static str {
        "embedded-websocket"
    }

    fn note(&self) -> &'static str {
        "for devices: it copies every payload into a buffer of the application, which also checks UTF-8, with `std`."
    }

    fn receiver(&self, role: Role, stream: Memory) -> Option<Box<dyn Receiver>> {
        Some(match role {
            Role::Client => Box::new(Open::new(client(), stream)),
            Role::Server => Box::new(Open::new(server(), stream)),
        })
    }

    fn sender(&self, role: Role, stream: Memory) -> Option<Box<dyn Sender>> {
        Some(match role {
            Role::Client => Box::new(Open::new(client(), stream)),
            Role::Server => Box::new(Open::new(server(), stream)),
        })
    }

    fn server_handshake(&self) -> Option<fn(Memory)> {
        Some(|mut stream| {
            let mut buffer = [0; HEAD_LEN];
            let count = stream.fill(&mut buffer);
            let mut fields = [httparse::EMPTY_HEADER; 32];
            let mut request = httparse::Request::new(&mut fields);
            let received = buffer.get(..count).unwrap_or_default();
            assert!(request.parse(received).expect("a request").is_complete());
            let fields = request
                .headers
                .iter()
                .map(|field| (field.name, field.value));
            let context = read_http_header(fields)
                .expect("a request")
                .expect("to upgrade");
            let mut answer = [0; HEAD_LEN];
            let len = WebSocketServer::new_server()
                .server_accept(&context.sec_websocket_key, None, &mut answer)
                .expect("an answer");
            stream.take(answer.get(..len).unwrap_or_default());
        })
    }

    fn client_handshake(&self) -> Option<fn(Memory)> {
        Some(|mut stream| {
            let options = WebSocketOptions {
                path: PATH,
                host: HOST,
                origin: "",
                sub_protocols: None,
                additional_headers: None,
            };
            let mut client = WebSocketClient::new_client(rand::thread_rng());
            let mut buffer = [0; HEAD_LEN];
            let (len, key) = client
                .client_connect(&options, &mut buffer)
                .expect("a request");
            stream.take(buffer.get(..len).unwrap_or_default());
            let len = stream.fill(&mut buffer);
            let received = buffer.get(..len).unwrap_or_default();
            client.client_accept(&key, received).expect("a handshake");
        })
    }
}

const HEAD_LEN: usize = 2048;

fn client() -> WebSocketClient<ThreadRng> {
    let mut client = WebSocketClient::new_client(rand::thread_rng());
    client.state = WebSocketState::Open;
    client
}

fn server() -> WebSocketServer {
    let mut server = WebSocketServer::new_server();
    server.state = WebSocketState::Open;
    server
}

struct Open<R: RngCore, T: WebSocketType> {
    websocket: WebSocket<R, T>,
    stream: Memory,
    buffer: Vec<u8>,
    begin: usize,
    end: usize,
    message: Vec<u8>,
    message_len: usize,
}

impl<R: RngCore, T: WebSocketType> Open<R, T> {
    fn new(websocket: WebSocket<R, T>, stream: Memory) -> Self {
        Self {
            websocket,
            stream,
            buffer: vec![0; READ_BUFFER_LEN],
            begin: 0,
            end: 0,
            message: vec![0; MAX_MESSAGE_LEN],
            message_len: 0,
        }
    }

    /// Reads behind what could not be used yet.
    fn read(&mut self) {
        self.buffer.copy_within(self.begin..self.end, 0);
        self.end -= self.begin;
        self.begin = 0;
        self.end += self
            .stream
            .fill(self.buffer.get_mut(self.end..).unwrap_or_default());
    }
}

/// What both roles have, which their type separates.
macro_rules! open {
    ($rng:ty, $role:ty) => {
        impl Receiver for Open<$rng, $role> {
            fn receive(&mut self, count: usize, tally: &mut Tally) {
                let mut missing = count;
                while missing > 0 {
                    if self.begin == self.end {
                        self.read();
                    }
                    let unread = self.buffer.get(self.begin..self.end).unwrap_or_default();
                    let space = self.message.get_mut(self.message_len..).unwrap_or_default();
                    let step = match self.websocket.read(unread, space) {
                        Ok(step) => step,
                        Err(Error::ReadFrameIncomplete) => {
                            self.read();
                            continue;
                        }
                        Err(error) => panic!("{error:?}"),
                    };
                    self.begin += step.len_from;
                    self.message_len += step.len_to;
                    if step.end_of_message {
                        let message = self.message.get(..self.message_len).unwrap_or_default();
                        if step.message_type == WebSocketReceiveMessageType::Text {
                            core::str::from_utf8(message).expect("text");
                        }
                        tally.take(message);
                        self.message_len = 0;
                        missing -= 1;
                    }
                }
            }
        }

        impl Sender for Open<$rng, $role> {
            fn send(&mut self, payload: &Bytes, count: usize) {
                for _ in 0..count {
                    let kind = WebSocketSendMessageType::Binary;
                    let written = self.websocket.write(kind, true, payload, &mut self.message);
                    let frame = self.message.get(..written.expect("it is open"));
                    self.stream.take(frame.unwrap_or_default());
                }
            }
        }
    };
}

open!(ThreadRng, Client);
open!(EmptyRng, Server);
