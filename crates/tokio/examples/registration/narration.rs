//! What the example prints, and the ear on the wire.

use core::fmt::Display;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;

use onem2m_primitive::{CodecConfig, Primitive};
use onem2m_ws::{Subprotocol, to_message};
use onem2m_ws_tokio::core::Closed;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// Prints one step of TS-0020 5.2.
pub(crate) fn step(number: &str, who: &str, what: impl Display) {
    println!("{number:>3}  {who:<9}  {what}");
}

/// Prints a head as it stood on the wire.
pub(crate) fn wire(head: &[u8]) {
    for line in String::from_utf8_lossy(head).trim_end().lines() {
        println!("               | {line}");
    }
}

/// A primitive as text, for printing.
pub(crate) fn text(primitive: &Primitive<'_>) -> String {
    to_message(primitive, Subprotocol::JSON, &CodecConfig::default())
        .ok()
        .and_then(|message| message.as_text().map(String::from))
        .unwrap_or_default()
}

/// How a connection ended.
pub(crate) fn ending(closed: Option<&Closed<'_>>) -> String {
    match closed {
        Some(Closed::Clean(Some(frame))) => {
            format!("closed: {} {:?}", frame.code.get(), frame.reason)
        }
        Some(Closed::Clean(None)) => "closed without a code".into(),
        Some(Closed::Lost(loss)) => format!("closed: {loss}"),
        _ => "closed".into(),
    }
}

/// A stream that remembers the head it wrote first.
#[derive(Debug)]
pub(crate) struct Tap {
    stream: TcpStream,
    head: Vec<u8>,
}

impl Tap {
    pub(crate) const fn new(stream: TcpStream) -> Self {
        let head = Vec::new();
        Self { stream, head }
    }

    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }
}

impl AsyncRead for Tap {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, space)
    }
}

impl AsyncWrite for Tap {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        if let Poll::Ready(Ok(count)) = written
            && !self.head.ends_with(b"\r\n\r\n")
        {
            self.head.extend(bytes.iter().take(count));
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
