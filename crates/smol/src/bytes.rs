use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;

use futures_io::{AsyncRead, AsyncWrite};
use onem2m_ws_driver::{self as driver, Timer, Transport, WebSocket};

/// A connection as a stream of bytes, with the traits of `futures-io`: see [`driver::ByteStream`]. For protocols that have no
/// messages of their own, such as a tunnel, SSH or TLS.
///
/// ```no_run
/// use onem2m_ws_smol::driver::Error;
/// use onem2m_ws_smol::{ByteStream, Options, connect};
/// use smol::io::{AsyncWriteExt, copy};
///
/// async fn send(file: &[u8]) -> Result<(), Error> {
///     let (websocket, _) = connect("ws://127.0.0.1:9001/upload", Options::default()).await?;
///     let mut stream = ByteStream::new(websocket);
///     copy(file, &mut stream).await?;
///     stream.close().await?;
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

    /// Returns the stream without the traits of `futures-io`.
    pub fn into_inner(self) -> driver::ByteStream<T, C> {
        self.0
    }
}

impl<T: Transport + Unpin, C: Timer + Unpin> AsyncRead for ByteStream<T, C> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        self.0.poll_read(cx, space)
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

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_close(cx)
    }
}
