//! The adapters' common tests, on tokio.
#![expect(
    clippy::expect_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, IoSlice};

use onem2m_ws_tests::async_suite::{self, Connecting, Runtime};
use onem2m_ws_tokio::core::{ClientRequest, Config};
use onem2m_ws_tokio::driver::{Error, Transport};
use onem2m_ws_tokio::{
    Accepting, Options, TokioTimer, TokioTransport, accept, accept_tcp, connect, connect_over,
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;

struct Tokio;

impl Runtime for Tokio {
    type Tcp = TokioTransport<TcpStream>;
    type Over<T: Transport + Unpin + Send + 'static> = TokioTransport<Stream<T>>;
    type Timer = TokioTimer;
    type Listener = TcpListener;

    fn run<F: Future>(threads: usize, future: F) -> F::Output {
        let mut builder = match threads {
            1 => Builder::new_current_thread(),
            _ => Builder::new_multi_thread(),
        };
        let runtime = builder.worker_threads(threads).enable_all().build();
        runtime.expect("a runtime").block_on(future)
    }

    fn is_nodelay(transport: &Self::Tcp) -> io::Result<bool> {
        transport.0.nodelay()
    }

    fn spawn<F>(future: F) -> impl Future<Output = F::Output> + Send
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        let task = tokio::spawn(future);
        async { task.await.expect("a task that does not panic") }
    }

    fn over<T: Transport + Unpin + Send + 'static>(stream: T) -> Self::Over<T> {
        TokioTransport(Stream(stream))
    }

    async fn listen() -> io::Result<(TcpListener, SocketAddr)> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        Ok((listener, address))
    }

    async fn accept(listener: &TcpListener, config: Config) -> Result<Accepting, Error> {
        let (stream, _) = accept_tcp(listener).await?;
        accept(stream, config).await
    }

    fn connect(request: &ClientRequest, options: Options) -> impl Connecting<Self::Tcp, Self> {
        connect(request, options)
    }

    fn connect_over<T: Transport + Unpin + Send + 'static>(
        stream: T,
        request: &ClientRequest,
        config: Config,
    ) -> impl Connecting<Self::Over<T>, Self> {
        connect_over(Stream(stream), request, config)
    }

    async fn accept_over<T: Transport + Unpin + Send + 'static>(
        stream: T,
        config: Config,
    ) -> Result<Accepting<Stream<T>>, Error> {
        accept(Stream(stream), config).await
    }
}

/// A transport as a stream of tokio's.
struct Stream<T>(T);

impl<T: Transport + Unpin> AsyncRead for Stream<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = self.0.poll_read(cx, space.initialize_unfilled());
        read.map_ok(|count| space.advance(count))
    }
}

impl<T: Transport + Unpin> AsyncWrite for Stream<T> {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.poll_write_vectored(cx, &[IoSlice::new(bytes)])
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.0.poll_write(cx, chunks)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_shutdown(cx)
    }
}

onem2m_ws_tests::async_suite!(Tokio);

#[cfg(unix)]
#[tokio::test]
async fn unix_sockets() {
    let (near, far) = tokio::net::UnixStream::pair().expect("a pair");
    let request = ClientRequest::new("ws://local.example/").expect("a URL");
    let connecting = connect_over(near, &request, Config::DEFAULT);
    async_suite::greet(connecting, accept(far, Config::DEFAULT)).await;
}
