//! What the example prints, and the ear on the wire.

use core::fmt::Display;
use core::task::{Context, Poll};
use std::io::{self, IoSlice};

use onem2m_primitive::{CodecConfig, Primitive};
use onem2m_ws::{Subprotocol, to_message};
use onem2m_ws_driver::Transport;

/// Prints one step of TS-0020 5.2.
pub(crate) fn step(number: &str, who: &str, what: impl Display) {
    println!("{number:>3}  {who:<9}  {what}");
}

/// A primitive as text, for printing.
pub(crate) fn text(primitive: &Primitive<'_>) -> String {
    to_message(primitive, Subprotocol::JSON, &CodecConfig::default())
        .ok()
        .and_then(|message| message.as_text().map(String::from))
        .unwrap_or_default()
}

/// The message that a primitive becomes.
pub(crate) fn message(primitive: &Primitive<'_>, subprotocol: Subprotocol) -> String {
    match to_message(primitive, subprotocol, &CodecConfig::default()) {
        Ok(message) => format!(
            "one {:?} message of {} bytes",
            message.kind(),
            message.len()
        ),
        Err(error) => error.to_string(),
    }
}

/// A transport that prints the handshakes as they stand on the wire, and the bytes that follow.
#[derive(Debug)]
pub(crate) struct Tap<T> {
    transport: T,
    narrator: Option<Narrator>,
}

/// What a [`Tap`] prints with its steps: who it is, and the numbers of the two handshakes and of the first message sent.
#[derive(Clone, Debug)]
pub(crate) struct Narrator {
    pub(crate) who: &'static str,
    pub(crate) handshakes: Option<[&'static str; 2]>,
    pub(crate) sent: Option<&'static str>,
    written: Vec<u8>,
    read: Vec<u8>,
}

impl Narrator {
    pub(crate) const fn new(
        who: &'static str,
        handshakes: Option<[&'static str; 2]>,
        sent: Option<&'static str>,
    ) -> Self {
        Self {
            who,
            handshakes,
            sent,
            written: Vec::new(),
            read: Vec::new(),
        }
    }

    fn note_written(&mut self, bytes: &[u8]) {
        let had_head = self.written.ends_with(HEAD_END) || self.handshakes.is_none();
        if had_head {
            // The answer to the handshake goes ahead, alone or with the first message.
            let is_frame = !bytes.starts_with(b"HTTP/");
            if let Some(number) = self.sent.take_if(|_| is_frame) {
                step(
                    number,
                    self.who,
                    format_args!("message sent: {} bytes with its frame", bytes.len()),
                );
            }
            return;
        }
        self.written.extend_from_slice(bytes);
        if let (true, Some([client, _])) = (self.written.ends_with(HEAD_END), self.handshakes) {
            step(client, self.who, "the client's handshake:");
            print_head(&self.written);
        }
    }

    fn note_read(&mut self, bytes: &[u8]) {
        let Some([_, server]) = self.handshakes.filter(|_| !self.read.ends_with(HEAD_END)) else {
            return;
        };
        for byte in bytes {
            self.read.push(*byte);
            if self.read.ends_with(HEAD_END) {
                step(server, "registrar", "the server's handshake:");
                print_head(&self.read);
                return;
            }
        }
    }
}

const HEAD_END: &[u8] = b"\r\n\r\n";

fn print_head(head: &[u8]) {
    for line in String::from_utf8_lossy(head).trim_end().lines() {
        println!("               | {line}");
    }
}

impl<T> Tap<T> {
    pub(crate) const fn new(transport: T, narrator: Option<Narrator>) -> Self {
        Self {
            transport,
            narrator,
        }
    }
}

impl<T: Transport> Transport for Tap<T> {
    fn poll_read(&mut self, cx: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let read = self.transport.poll_read(cx, space);
        if let (Poll::Ready(Ok(count)), Some(narrator)) = (&read, &mut self.narrator) {
            narrator.note_read(space.get(..*count).unwrap_or_default());
        }
        read
    }

    fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = self.transport.poll_write(cx, chunks);
        if let (Poll::Ready(Ok(count)), Some(narrator)) = (&written, &mut self.narrator) {
            let bytes: Vec<u8> = chunks
                .iter()
                .flat_map(|chunk| chunk.iter().copied())
                .collect();
            narrator.note_written(bytes.get(..*count).unwrap_or_default());
        }
        written
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.transport.poll_flush(cx)
    }

    fn poll_shutdown(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.transport.poll_shutdown(cx)
    }
}
