//! The adapters' common tests, on smol.
#![expect(
    clippy::expect_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::cell::RefCell;
use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io::{self, IoSlice};
use std::sync::Arc;
use std::thread;

use onem2m_ws_smol::core::{Acceptance, ClientRequest, Config, Message};
use onem2m_ws_smol::driver::{Error, Transport};
use onem2m_ws_smol::{
    Accepting, ByteStream, Options, SmolTimer, SmolTransport, accept, accept_tcp, connect,
    connect_over, connect_tcp,
};
use onem2m_ws_tests::async_suite::{self, Connecting, Runtime};
use smol::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use smol::net::{TcpListener, TcpStream};
use smol::{Executor, block_on};

thread_local! {
    /// What this thread runs.
    static EXECUTOR: RefCell<Arc<Executor<'static>>> = RefCell::default();
}

struct Smol;

impl Runtime for Smol {
    type Tcp = SmolTransport<TcpStream>;
    type Over<T: Transport + Unpin + Send + 'static> = SmolTransport<Stream<T>>;
    type Timer = SmolTimer;
    type Listener = TcpListener;

    fn run<F: Future>(threads: usize, future: F) -> F::Output {
        let executor = Arc::new(Executor::new());
        let (running, end) = smol::channel::bounded::<()>(1);
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|| {
                    EXECUTOR.set(Arc::clone(&executor));
                    block_on(executor.run(end.recv()))
                });
            }
            // Dropped in the end, also when a test panics.
            let _running = running;
            EXECUTOR.set(Arc::clone(&executor));
            block_on(executor.run(future))
        })
    }

    fn is_nodelay(transport: &Self::Tcp) -> io::Result<bool> {
        transport.0.nodelay()
    }

    fn spawn<F>(future: F) -> impl Future<Output = F::Output> + Send
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        EXECUTOR.with_borrow(|executor| executor.spawn(future))
    }

    fn over<T: Transport + Unpin + Send + 'static>(stream: T) -> Self::Over<T> {
        SmolTransport(Stream(stream))
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

/// A transport as a stream with the traits of `futures-io`.
struct Stream<T>(T);

impl<T: Transport + Unpin> AsyncRead for Stream<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        space: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        self.0.poll_read(cx, space)
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

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_flush(cx)
    }

    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_shutdown(cx)
    }
}

onem2m_ws_tests::async_suite!(Smol);

#[cfg(unix)]
#[test]
fn unix_sockets() {
    let (near, far) = smol::net::unix::UnixStream::pair().expect("a pair");
    let request = ClientRequest::new("ws://local.example/").expect("a URL");
    let connecting = connect_over(near, &request, Config::DEFAULT);
    block_on(async_suite::greet(connecting, accept(far, Config::DEFAULT)));
}

/// A URL is all that `connect` wants; a stream of TCP that was accepted gets `TCP_NODELAY`.
#[test]
fn connecting_to_a_url() {
    let connecting = async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let url = format!("ws://{}/chat", listener.local_addr().expect("an address"));
        let server = async {
            let (stream, _) = listener.accept().await.expect("a connection");
            let accepting = accept(stream, Config::DEFAULT).await.expect("a request");
            let is_nodelay = accepting.transport().0.nodelay();
            assert!(is_nodelay.expect("a socket"));
            let mut websocket = accepting.accept(&Acceptance::new()).expect("no offer");
            websocket.send("hello").await.expect("it is open");
            assert!(websocket.next().await.expect("a clean end").is_none());
        };
        let client = async {
            let connected = connect(&url, Options::default()).await;
            let mut websocket = connected.expect("a connection").0;
            let hello = websocket.receive().await.expect("it is open");
            assert_eq!(hello, Some(Message::from("hello")));
            websocket.close(None).await.expect("a closing handshake");
        };
        smol::future::zip(server, client).await;
    };
    block_on(connecting);
    if !cfg!(all(feature = "rustls", feature = "native-certs")) {
        let error = block_on(connect("wss://server.example/", Options::default()));
        let error = error.expect_err("no TLS").to_string();
        assert!(
            error.contains("\"rustls\"") && error.contains("\"native-certs\""),
            "{error}"
        );
    }
}

/// Bytes through messages and back, with the traits of `futures-io`.
#[cfg(unix)]
#[test]
fn a_stream_of_bytes() {
    let (near, far) = smol::net::unix::UnixStream::pair().expect("a pair");
    let request = ClientRequest::new("ws://server.example/").expect("a URL");
    let client = async {
        let connected = connect_over(near, &request, Config::DEFAULT).await;
        let stream = ByteStream::new(connected.expect("an answer").0);
        let (mut reader, mut writer) = smol::io::split(stream);
        let sent = vec![7; 300_000];
        let sending = async {
            writer.write_all(&sent).await.expect("it is open");
            writer.flush().await.expect("it is open");
        };
        let mut received = vec![0; sent.len()];
        let reading = reader.read_exact(&mut received);
        let ((), read) = smol::future::zip(sending, reading).await;
        read.expect("all of it");
        assert!(received == sent);
        writer.close().await.expect("it is open");
        let rest = reader.read_to_end(&mut received).await;
        assert_eq!(rest.expect("a clean end"), 0);
    };
    let server = async {
        let accepting = accept(far, Config::DEFAULT).await.expect("a request");
        let websocket = accepting.accept(&Acceptance::new()).expect("no offer");
        let (reader, writer) = smol::io::split(ByteStream::new(websocket));
        let copied = smol::io::copy(reader, writer).await;
        copied.expect("a clean end")
    };
    let ((), echoed) = block_on(smol::future::zip(client, server));
    assert_eq!(echoed, 300_000);
}
