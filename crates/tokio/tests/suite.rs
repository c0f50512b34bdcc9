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
use onem2m_ws_tokio::core::{Acceptance, ClientRequest, Config, Message, RequestError, Response};
use onem2m_ws_tokio::driver::{Error, Transport};
use onem2m_ws_tokio::{
    Accepting, ByteStream, Options, RoutedWebSocket, TokioTimer, TokioTransport, accept,
    accept_tcp, connect, connect_over, connect_tcp,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
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
        connect_tcp(request, options)
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

/// The client's side of `connecting_to_a_url`.
async fn greeted(connected: Result<(RoutedWebSocket, Response), Error>) {
    let mut websocket = connected.expect("a connection").0;
    let path = websocket.receive().await.expect("it is open");
    assert_eq!(path, Some(Message::from("/chat")));
    websocket.close(None).await.expect("a closing handshake");
}

/// A URL is all that `connect` wants; a request and a `String` serve, too.
#[tokio::test]
async fn connecting_to_a_url() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
    let url = format!("ws://{}/chat", listener.local_addr().expect("an address"));
    let serving = tokio::spawn(async move {
        for _ in 0..3 {
            let (stream, _) = listener.accept().await.expect("a connection");
            let accepting = accept(stream, Config::DEFAULT).await.expect("a request");
            // Whatever is written is complete.
            let is_nodelay = accepting.transport().0.nodelay();
            assert!(is_nodelay.expect("a socket"));
            let path = accepting.request().path().to_owned();
            let mut websocket = accepting.accept(&Acceptance::new()).expect("no offer");
            websocket.send(path).await.expect("it is open");
            assert!(websocket.next().await.expect("a clean end").is_none());
        }
    });
    let request = ClientRequest::new(&url).expect("a URL");
    let options = Options::default();
    greeted(connect(&*url, options).await).await;
    greeted(connect(&request, options).await).await;
    greeted(connect(url, options).await).await;
    serving.await.expect("three connections");
}

#[tokio::test]
async fn what_connect_cannot_use() {
    let error = connect("http://server.example/", Options::default()).await;
    let error = error.expect_err("no WebSocket URL");
    assert!(matches!(error, Error::Request(RequestError::Scheme)));
    // With the features, the server is looked for.
    if !cfg!(all(feature = "rustls", feature = "native-certs")) {
        let error = connect("wss://server.example/", Options::default()).await;
        let error = error.expect_err("no TLS").to_string();
        assert!(
            error.contains("\"rustls\"") && error.contains("\"native-certs\""),
            "{error}"
        );
    }
}

/// Bytes through messages and back, with the traits of tokio.
#[tokio::test]
async fn a_stream_of_bytes() {
    let (near, far) = tokio::io::duplex(1000);
    let request = ClientRequest::new("ws://server.example/").expect("a URL");
    let client = async {
        let connected = connect_over(near, &request, Config::DEFAULT).await;
        let stream = ByteStream::new(connected.expect("an answer").0);
        let (mut reader, mut writer) = tokio::io::split(stream);
        let sent: Vec<u8> = (0..300_000_u32)
            .map(|number| number.to_le_bytes()[0])
            .collect();
        let sending = async {
            writer.write_all(&sent).await.expect("it is open");
            writer.flush().await.expect("it is open");
        };
        let mut received = vec![0; sent.len()];
        let ((), read) = tokio::join!(sending, reader.read_exact(&mut received));
        read.expect("all of it");
        assert!(received == sent);
        writer.shutdown().await.expect("it is open");
        let rest = reader.read_to_end(&mut received).await;
        assert_eq!(rest.expect("a clean end"), 0);
    };
    let server = async {
        let accepting = accept(far, Config::DEFAULT).await.expect("a request");
        let websocket = accepting.accept(&Acceptance::new()).expect("no offer");
        let (mut reader, mut writer) = tokio::io::split(ByteStream::new(websocket));
        let copied = tokio::io::copy(&mut reader, &mut writer).await;
        copied.expect("a clean end")
    };
    let ((), echoed) = tokio::join!(client, server);
    assert_eq!(echoed, 300_000);
}
