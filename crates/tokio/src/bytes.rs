use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;

use onem2m_ws_driver::{self as driver, Timer, Transport, WebSocket};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A connection as a stream of bytes, with the traits of tokio: see [`driver::ByteStream`]. For protocols that have no messages
/// of their own, such as a tunnel, SSH or TLS.
///
/// ```no_run
/// use onem2m_ws_tokio::driver::Error;
/// use onem2m_ws_tokio::{ByteStream, Options, connect};
/// use tokio::io::copy_bidirectional;
/// use tokio::net::TcpStream;
///
/// async fn tunnel(mut local: TcpStream) -> Result<(), Error> {
///     let (websocket, _) = connect("ws://127.0.0.1:9001/tunnel", Options::default()).await?;
///     copy_bidirectional(&mut local, &mut ByteStream::new(websocket)).await?;
///     Ok(())
/// }
/// ```
#[derive(Debug)]
pub struct ByteStream<T, C>(driver::ByteStream<T, C>);

impl<T: Transport, C: Timer> ByteStream<T, C> {
    /// Makes a stream of bytes of a connection.
    pub fn new(websocket: WebSocket<T, C>) -> Self {
        Self(websocket.into_byte_stream())
    }

    /// Returns the stream without the traits of tokio.
    pub fn into_inner(self) -> driver::ByteStream<T, C> {
        self.0
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> AsyncRead for ByteStream<T, C> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = self.0.poll_read(cx, space.initialize_unfilled());
        read.map_ok(|count| space.advance(count))
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> AsyncWrite for ByteStream<T, C> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.0.poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_close(cx)
    }
}
