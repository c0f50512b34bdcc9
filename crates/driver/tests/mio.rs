//! The example `mio` as a program: 1 000 connections at a time, messages of any length, and peers that break the rules.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::io::{Read, Write};
use std::net::TcpStream;

use onem2m_ws_tests::program::{PATIENCE, Program};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, PING, PONG, TEXT};

/// A connection without any of our code.
struct Raw {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Raw {
    fn open(address: &str) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let head = format!(
            "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let buffer = Vec::new();
        let mut raw = Self { stream, buffer };
        let end = loop {
            let end = raw.buffer.windows(4).position(|four| four == b"\r\n\r\n");
            match end {
                Some(end) => break end + 4,
                None => assert_ne!(raw.fill(), 0, "the connection has ended"),
            }
        };
        assert!(raw.buffer.starts_with(b"HTTP/1.1 101 "));
        raw.buffer.drain(..end);
        raw
    }

    fn fill(&mut self) -> usize {
        let mut chunk = vec![0; 1 << 16];
        let count = self.stream.read(&mut chunk).unwrap();
        self.buffer.extend(chunk.iter().take(count));
        count
    }

    fn send(&mut self, frame: Frame) {
        self.stream.write_all(&frame.masked().encode()).unwrap();
    }

    fn receive(&mut self) -> Frame {
        loop {
            if let Some((frame, len)) = Frame::decode(&self.buffer) {
                self.buffer.drain(..len);
                return frame;
            }
            assert_ne!(self.fill(), 0, "the connection has ended");
        }
    }

    /// The Close frame is answered, and the server ends the transport.
    fn close(mut self) {
        self.send(Frame::close(1000, ""));
        let frame = self.receive();
        assert_eq!((frame.opcode, &*frame.payload), (CLOSE, &[3, 232][..]));
        assert_eq!(self.fill(), 0);
    }
}

#[test]
fn a_thousand_connections_at_a_time() {
    let (_server, address) = Program::listening("mio", &["127.0.0.1:0"]);
    let mut all: Vec<_> = (0..1000).map(|_| Raw::open(&address)).collect();
    for (number, raw) in all.iter_mut().enumerate() {
        raw.send(Frame::new(TEXT, format!("message {number}")));
    }
    for (number, raw) in all.iter_mut().enumerate().rev() {
        let frame = raw.receive();
        assert_eq!(frame.payload, format!("message {number}").into_bytes());
    }
    all.into_iter().for_each(Raw::close);
}

#[test]
fn long_messages_and_pings() {
    let (_server, address) = Program::listening("mio", &["127.0.0.1:0"]);
    let mut raw = Raw::open(&address);
    for len in [0, 1, 65_535, 1 << 20] {
        let payload: Vec<u8> = (0..len)
            .map(|index: u32| index.to_le_bytes())
            .map(|four| four[0])
            .collect();
        raw.send(Frame::new(BINARY, &payload));
        raw.send(Frame::new(PING, "still there?"));
        let frames = [raw.receive(), raw.receive()];
        let mut found = frames.map(|frame| (frame.opcode, frame.payload));
        found.sort_by_key(|(opcode, _)| *opcode);
        assert_eq!(found, [(BINARY, payload), (PONG, b"still there?".to_vec())]);
    }
    raw.close();
}

/// One that sends more than it reads is not read any more, and holds up nobody.
#[test]
fn a_peer_that_reads_nothing() {
    let (_server, address) = Program::listening("mio", &["127.0.0.1:0"]);
    let mut greedy = Raw::open(&address);
    greedy.stream.set_nonblocking(true).unwrap();
    let frame = Frame::new(BINARY, vec![7; 1 << 20]).masked().encode();
    let is_full = (0..100).any(|_| {
        let mut rest = &frame[..];
        while !rest.is_empty() {
            match greedy.stream.write(rest) {
                Ok(count) => rest = &rest[count..],
                Err(_) => return true,
            }
        }
        false
    });
    assert!(is_full, "100 MiB were taken");
    let mut other = Raw::open(&address);
    other.send(Frame::new(TEXT, "hello"));
    assert_eq!(other.receive().payload, b"hello");
    other.close();
}

#[test]
fn what_fails_is_told() {
    let (server, address) = Program::listening("mio", &["127.0.0.1:0"]);
    let mut raw = Raw::open(&address);
    raw.stream
        .write_all(&Frame::new(TEXT, "not masked").encode())
        .unwrap();
    let frame = raw.receive();
    assert_eq!((frame.opcode, &frame.payload[..2]), (CLOSE, &[3, 234][..]));
    server.wait_for("mask");
    drop(Raw::open(&address));
    server.wait_for("the transport ended without a Close frame");
    let mut stranger = TcpStream::connect(&address).unwrap();
    stranger.write_all(b"EHLO mail.example\r\n\r\n").unwrap();
    let mut answer = String::new();
    stranger.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    Program::fails("mio", &[], "usage");
    Program::fails("mio", &[&address], "in use");
}
