//! The tests of an adapter, for any runtime: [`async_suite!`](macro@crate::async_suite) makes a test of each.

use core::future::{Future, pending, poll_fn};
use core::net::SocketAddr;
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll};
use std::io::{self, ErrorKind, IoSlice, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use futures_util::FutureExt;
use futures_util::future::{Either, join, select};
use onem2m_ws_core::{
    Acceptance, ClientRequest, CloseCode, CloseFrame, Closed, Config, Connection, HandshakeError,
    Inbox, Loss, Matching, Message, Preference, ProtocolError, Rejection, Response, Role, Seed,
    Timestamp, select_subprotocol,
};
use onem2m_ws_driver::{self as driver, Accepting, Error, Options, Timer, Transport, WebSocket};

use crate::pipe::{Behaviour, Call, Pipe, pipe};
use crate::wire::{BINARY, CLOSE, Frame, TEXT};

/// A runtime with its adapter.
pub trait Runtime: 'static {
    /// The adapter's transport over the runtime's TCP stream.
    type Tcp: Transport + Unpin + Send + 'static;
    /// The adapter's transport over `T`, which has been made a stream of the runtime.
    type Over<T: Transport + Unpin + Send + 'static>: Transport + Send + 'static;
    /// The adapter's timer.
    type Timer: Timer + Default + Unpin + Send + 'static;
    /// The runtime's listener.
    type Listener: Send + Sync + 'static;

    /// Runs `future`, and what it spawns, on so many threads.
    fn run<F: Future>(threads: usize, future: F) -> F::Output;

    /// Whether `TCP_NODELAY` is set.
    ///
    /// # Errors
    ///
    /// Those of the system.
    fn is_nodelay(transport: &Self::Tcp) -> io::Result<bool>;

    /// A task of its own, which panics where it is awaited.
    fn spawn<F>(future: F) -> impl Future<Output = F::Output> + Send
    where
        F: Future<Output: Send + 'static> + Send + 'static;

    /// Makes `stream` a stream of the runtime's, and that a transport.
    fn over<T: Transport + Unpin + Send + 'static>(stream: T) -> Self::Over<T>;

    /// Listens on loopback.
    fn listen() -> impl Future<Output = io::Result<(Self::Listener, SocketAddr)>> + Send;

    /// Accepts a connection, and the adapter's `accept`.
    fn accept(
        listener: &Self::Listener,
        config: Config,
    ) -> impl Future<Output = Result<Accepting<Self::Tcp, Self::Timer>, Error>> + Send;

    /// The adapter's `connect`.
    fn connect(request: &ClientRequest, options: Options) -> impl Connecting<Self::Tcp, Self>;

    /// The adapter's `connect_over`.
    fn connect_over<T: Transport + Unpin + Send + 'static>(
        stream: T,
        request: &ClientRequest,
        config: Config,
    ) -> impl Connecting<Self::Over<T>, Self>;

    /// The adapter's `accept`.
    fn accept_over<T: Transport + Unpin + Send + 'static>(
        stream: T,
        config: Config,
    ) -> impl Future<Output = Result<Accepting<Self::Over<T>, Self::Timer>, Error>> + Send;
}

/// What a `connect` returns.
pub trait Connecting<T, R: Runtime + ?Sized>:
    Future<Output = Result<(WebSocket<T, R::Timer>, Response), Error>> + Send
{
}

impl<F, T, R: Runtime + ?Sized> Connecting<T, R> for F where
    F: Future<Output = Result<(WebSocket<T, R::Timer>, Response), Error>> + Send
{
}

/// Makes a test of each function of the suite.
#[macro_export]
macro_rules! async_suite {
    ($runtime:ty) => {
        $crate::async_suite! { $runtime, 1:
            a_client_and_a_server
            what_was_sent_leaves_without_its_sender
            cl_21_the_close_frame_survives_unread_input
            hs_38_cl_21_a_refusal_survives_unread_input
            hc_20_buffered_streams
            hc_16_no_answer
            wss_needs_a_tls_stream
            c_09_tr_09_dropping_a_connection_closes_its_socket
            tr_06_same_trace
            tr_08_b_10_a_flood_leaves_others_their_turn
            alarms
        }
        $crate::async_suite! { $runtime, 4: tr_05_senders_in_many_tasks tr_05_halves_in_many_tasks }
    };
    ($runtime:ty, $threads:literal: $($test:ident)+) => {
        $(
            #[test]
            fn $test() {
                let test = $crate::async_suite::$test::<$runtime>();
                <$runtime as $crate::async_suite::Runtime>::run($threads, test);
            }
        )+
    };
}

fn chat(address: SocketAddr) -> ClientRequest {
    ClientRequest::new(&format!("ws://{address}/chat")).expect("a URL")
}

/// A listener on loopback, and a request for it.
async fn listen<R: Runtime>() -> (R::Listener, ClientRequest) {
    let (listener, address) = R::listen().await.expect("a listener");
    (listener, chat(address))
}

/// Sends every message back, to the end.
async fn echo<T: Transport, C: Timer>(
    accepting: Accepting<T, C>,
) -> Result<Closed<'static>, Error> {
    let offered = accepting.request().subprotocols();
    let chosen = select_subprotocol(offered, &["echo"], Preference::Client, Matching::Exact);
    let mut websocket = accepting.accept(&Acceptance::new().subprotocol(chosen))?;
    while let Some((message, websocket)) = websocket.next().await? {
        websocket.feed(message).await?;
    }
    Ok(websocket.closed().expect("the end").clone())
}

/// A server of one connection.
fn echo_one<R: Runtime>(
    listener: R::Listener,
) -> impl Future<Output = Result<Closed<'static>, Error>> + Send {
    R::spawn(async move { echo(R::accept(&listener, Config::DEFAULT).await?).await })
}

/// Messages of every length class, there and back.
pub async fn a_client_and_a_server<R: Runtime>() {
    let (listener, request) = listen::<R>().await;
    let serving = echo_one::<R>(listener);
    let request = request.subprotocol("other").expect("a token");
    let request = request.subprotocol("echo").expect("a token");
    let (mut websocket, response) = R::connect(&request, Options::default())
        .await
        .expect("a connection");
    assert_eq!(response.subprotocol(), Some("echo"));
    assert!(R::is_nodelay(websocket.transport()).expect("a socket"));
    for len in [0, 1, 125, 126, 65_535, 65_536, 1 << 20] {
        let payload = vec![42; len];
        websocket.send(&payload[..]).await.expect("it is open");
        let echoed = websocket.receive().await.expect("it is open");
        assert!(echoed.expect("an answer").as_bytes() == payload);
    }
    let code = CloseCode::new(4711).expect("a code of applications");
    let closing = websocket.close(CloseFrame::new(code, "done"));
    closing.await.expect("a closing handshake");
    let Closed::Clean(Some(frame)) = serving.await.expect("the end") else {
        panic!("the closing handshake was clean");
    };
    assert_eq!((frame.code.get(), &*frame.reason), (4711, "done"));
    assert!(
        matches!(websocket.closed(), Some(Closed::Clean(Some(frame))) if frame.code.get() == 4711)
    );
}

/// The ways of a server that sends once and then waits for something else, with all of the connection in its hands.
#[derive(Clone, Copy)]
enum Holding {
    Whole,
    /// Beside a received message, while another one lies unread.
    BesideAMessage,
    Halves,
    /// The receiving half has been polled, and given up.
    HalvesGivenUp,
    /// The task runs.
    Task,
}

/// Sends `"answer"`, and does nothing more with the connection, which it keeps.
async fn send_and_wait<R: Runtime>(
    mut websocket: WebSocket<R::Tcp, R::Timer>,
    holding: Holding,
) -> Result<(), Error> {
    match holding {
        Holding::Whole => {
            websocket.send("answer").await?;
            pending::<()>().await;
        }
        Holding::BesideAMessage => {
            if let Some((_, websocket)) = websocket.next().await? {
                websocket.send("answer").await?;
                pending::<()>().await;
            }
        }
        Holding::Halves => {
            let (_receiver, mut sender) = websocket.split(1);
            sender.send("answer").await?;
            pending::<()>().await;
        }
        Holding::HalvesGivenUp => {
            let (mut receiver, mut sender) = websocket.split(1);
            while let Some(received) = receiver.next().now_or_never() {
                received?;
            }
            sender.send("answer").await?;
            pending::<()>().await;
        }
        Holding::Task => {
            let (mut sender, _delivered, task) = websocket.into_task(1);
            let _driving = R::spawn(task);
            sender.send("answer").await?;
            pending::<()>().await;
        }
    }
    Ok(())
}

/// What `send` promises: the message leaves, though its task never does anything for the connection again.
pub async fn what_was_sent_leaves_without_its_sender<R: Runtime>() {
    for holding in [
        Holding::Whole,
        Holding::BesideAMessage,
        Holding::Halves,
        Holding::HalvesGivenUp,
        Holding::Task,
    ] {
        let (listener, request) = listen::<R>().await;
        let serving = R::spawn(async move {
            let accepting = R::accept(&listener, Config::DEFAULT).await?;
            let websocket = accepting.accept(&Acceptance::default())?;
            send_and_wait::<R>(websocket, holding).await
        });
        let connecting = R::connect(&request, Options::default());
        let client = async {
            let (mut websocket, _) = connecting.await?;
            websocket.feed("one").await?;
            websocket.feed("two").await?;
            websocket.receive().await
        };
        let answer = match select(pin!(serving), pin!(client)).await {
            Either::Left((served, _)) => panic!("the server has ended: {served:?}"),
            Either::Right((answer, _)) => answer,
        };
        assert_eq!(answer.expect("it is open"), Some(Message::from("answer")));
    }
}

/// Many tasks send through halves of one connection, each writing by itself, and another receives: over threads.
pub async fn tr_05_halves_in_many_tasks<R: Runtime>() {
    let (listener, request) = listen::<R>().await;
    let serving = echo_one::<R>(listener);
    let (websocket, _) = R::connect(&request, Options::default())
        .await
        .expect("a connection");
    let (mut receiver, mut sender) = websocket.split(4);
    let sending: Vec<_> = (0..8_u8)
        .map(|own| {
            let mut sender = sender.clone();
            R::spawn(async move {
                for number in 0..250_u8 {
                    let message = vec![own, number];
                    match number % 3 {
                        0 => sender.feed(message).await.expect("it is open"),
                        _ => sender.send(message).await.expect("it is open"),
                    }
                }
                sender.flush().await.expect("it is open");
            })
        })
        .collect();
    let mut next = [0; 8];
    for _ in 0..2000 {
        let message = receiver.next().await.expect("it is open");
        let message = message.expect("a message");
        let [own, number] = *message.as_bytes() else {
            panic!("two bytes");
        };
        let next = &mut next[usize::from(own)];
        assert_eq!(number, *next);
        *next += 1;
    }
    for sending in sending {
        sending.await;
    }
    sender.close(None).await.expect("it is open");
    assert!(receiver.next().await.expect("the end").is_none());
    assert!(matches!(serving.await, Ok(Closed::Clean(None))));
}

/// Many tasks send, one receives, another drives: over threads.
pub async fn tr_05_senders_in_many_tasks<R: Runtime>() {
    let (listener, request) = listen::<R>().await;
    let serving = echo_one::<R>(listener);
    let (websocket, _) = R::connect(&request, Options::default())
        .await
        .expect("a connection");
    let (mut sender, mut delivered, task) = websocket.into_task(4);
    let driving = R::spawn(task);
    let sending: Vec<_> = (0..8_u8)
        .map(|own| {
            let mut sender = sender.clone();
            R::spawn(async move {
                for number in 0..250_u8 {
                    sender.send(vec![own, number]).await.expect("it is open");
                }
            })
        })
        .collect();
    let mut next = [0; 8];
    for _ in 0..2000 {
        let message = delivered.receive().await.expect("it is open");
        let message = message.expect("a message");
        let [own, number] = *message.as_bytes() else {
            panic!("two bytes");
        };
        let next = &mut next[usize::from(own)];
        assert_eq!(number, *next);
        *next += 1;
    }
    for sending in sending {
        sending.await;
    }
    sender.close(None).await.expect("it is open");
    assert!(delivered.receive().await.expect("the end").is_none());
    driving.await;
    assert!(matches!(serving.await, Ok(Closed::Clean(None))));
}

/// A blocking client that sends `behind` its request to whatever `serve` is, and reads to the end.
async fn flood<R: Runtime, F: Future<Output = ()>>(
    behind: Vec<u8>,
    serve: impl FnOnce(Accepting<R::Tcp, R::Timer>) -> F,
) -> Vec<u8> {
    let (listener, request) = listen::<R>().await;
    let client = thread::spawn(move || {
        let mut stream = TcpStream::connect((request.host(), request.port()))?;
        let head = "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        stream.write_all(head.as_bytes())?;
        stream.write_all(&behind)?;
        stream.shutdown(Shutdown::Write)?;
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply)?;
        io::Result::Ok(reply)
    });
    let accepting = R::accept(&listener, Config::DEFAULT).await;
    serve(accepting.expect("a request")).await;
    let reply = client.join().expect("a client that does not panic");
    reply.expect("everything is read, and no reset")
}

/// The server fails the connection at the first frame; the client's other megabytes do not turn its Close frame into a
/// reset.
pub async fn cl_21_the_close_frame_survives_unread_input<R: Runtime>() {
    let mut behind = Frame::new(BINARY, "unmasked").encode();
    behind.resize(8 << 20, 0);
    let reply = flood::<R, _>(behind, async |accepting| {
        let mut websocket = accepting.accept(&Acceptance::default()).expect("no offer");
        let error = websocket.next().await.expect_err("a broken rule");
        assert!(matches!(
            error,
            Error::Protocol(ProtocolError::UnmaskedFrame)
        ));
    })
    .await;
    assert!(reply.ends_with(&Frame::new(CLOSE, [0x03, 0xEA]).encode()));
}

/// The same for a refusal.
pub async fn hs_38_cl_21_a_refusal_survives_unread_input<R: Runtime>() {
    let reply = flood::<R, _>(vec![0; 8 << 20], async |accepting| {
        let rejection = Rejection::forbidden().body("not you");
        accepting.reject(&rejection).await.expect("it is read");
    })
    .await;
    let reply = String::from_utf8(reply).expect("text");
    assert!(reply.starts_with("HTTP/1.1 403 "), "{reply}");
    assert!(
        reply.contains("\r\nConnection: close\r\n") && reply.contains("\r\nContent-Length: 7\r\n")
    );
    assert!(reply.ends_with("\r\n\r\nnot you"));
}

/// Streams that hold back what they took until they are flushed.
pub async fn hc_20_buffered_streams<R: Runtime>() {
    let (near, far) = pipe(Behaviour {
        capacity: 1 << 16,
        max_moved: usize::MAX,
        holds_back: true,
    });
    let serving = R::spawn(async move { echo(R::accept_over(far, Config::DEFAULT).await?).await });
    let request = ClientRequest::new("ws://server.example/").expect("a URL");
    let (mut websocket, _) = R::connect_over(near, &request, Config::DEFAULT)
        .await
        .expect("a connection");
    for text in ["one", "two"] {
        websocket.send(text).await.expect("it is open");
        let echoed = websocket.receive().await.expect("it is open");
        assert_eq!(echoed, Some(Message::from(text)));
    }
    websocket.close(None).await.expect("a closing handshake");
    serving.await.expect("a closing handshake");
}

/// A listener that does `serve` to its first connection.
fn listen_once(serve: fn(TcpStream)) -> (thread::JoinHandle<()>, ClientRequest) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a listener");
    let request = chat(listener.local_addr().expect("an address"));
    let serving = thread::spawn(move || {
        let (stream, _) = listener.accept().expect("a connection");
        serve(stream);
    });
    (serving, request)
}

/// The ways not to get an answer over TCP: nobody there, an end, a reset.
pub async fn hc_16_no_answer<R: Runtime>() {
    let connect = async |request: &ClientRequest| {
        let connected = R::connect(request, Options::default()).await;
        connected.expect_err("no answer")
    };
    let (listener, request) = listen::<R>().await;
    drop(listener);
    let error = connect(&request).await;
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused));

    // With the request read, dropping the socket is an orderly end.
    let (ending, request) = listen_once(|mut stream| {
        let count = stream.read(&mut [0; 4096]).expect("a request");
        assert!(count > 100);
    });
    let error = connect(&request).await;
    assert!(
        matches!(error, Error::Handshake(HandshakeError::ClosedBeforeReply)),
        "{error:?}"
    );
    ending.join().expect("a request");

    // With the request unread, it is a reset.
    let (resetting, request) = listen_once(|stream| {
        stream.peek(&mut [0]).expect("a request");
    });
    let error = connect(&request).await;
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionReset));
    resetting.join().expect("a request");
}

/// `connect` has no TLS.
pub async fn wss_needs_a_tls_stream<R: Runtime>() {
    let secure = ClientRequest::new("wss://server.example/").expect("a URL");
    let error = R::connect(&secure, Options::default())
        .await
        .expect_err("no TLS");
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::Unsupported));
}

/// Dropping a connection closes its socket, and no task stays.
pub async fn c_09_tr_09_dropping_a_connection_closes_its_socket<R: Runtime>() {
    let (listener, request) = listen::<R>().await;
    let serving = echo_one::<R>(listener);
    let (websocket, _) = R::connect(&request, Options::default())
        .await
        .expect("a connection");
    let (mut sender, delivered, task) = websocket.into_task(4);
    let driving = R::spawn(task);
    sender.send("never answered").await.expect("it is open");
    drop(delivered);
    driving.await;
    assert!(matches!(
        sender.send("late").await,
        Err(Error::Disconnected)
    ));
    let error = serving.await.expect_err("no closing handshake");
    assert!(
        matches!(error, Error::Lost(Loss::Eof) | Error::Io(_)),
        "{error:?}"
    );
}

/// A greeting and a closing handshake over two ends of a stream: for streams that only one runtime has.
pub async fn greet<T: Transport, C: Timer>(
    connecting: impl Future<Output = Result<(WebSocket<T, C>, Response), Error>>,
    accepting: impl Future<Output = Result<Accepting<T, C>, Error>>,
) {
    let client = async {
        let (mut websocket, _) = connecting.await?;
        assert_eq!(websocket.receive().await?, Some(Message::from("hello")));
        assert!(websocket.receive().await?.is_none());
        Ok::<_, Error>(())
    };
    let server = async {
        let mut websocket = accepting.await?.accept(&Acceptance::default())?;
        websocket.send("hello").await?;
        websocket.close(None).await
    };
    let (client, server) = join(client, server).await;
    client.expect("a closing handshake");
    server.expect("a closing handshake");
}

/// What the adapter does to its stream is what the driver does to its transport, call by call, so it is the same for all
/// adapters.
pub async fn tr_06_same_trace<R: Runtime>() {
    for holds_back in [false, true] {
        let behaviour = Behaviour {
            capacity: 4096,
            max_moved: 997,
            holds_back,
        };
        let direct = traces(behaviour, |end| end, || Stopped).await;
        let adapted = traces(behaviour, R::over, R::Timer::default).await;
        for ((output, calls), (adapted_output, adapted_calls)) in direct.into_iter().zip(adapted) {
            assert!(!output.is_empty());
            assert!(output == adapted_output, "other bytes are written");
            assert!(calls == adapted_calls, "it is called otherwise");
        }
    }
}

/// What both ends of a scripted connection, and of one that is refused, write and call.
async fn traces<T: Transport, C: Timer>(
    behaviour: Behaviour,
    transport: impl Fn(Pipe) -> T,
    timer: impl Fn() -> C,
) -> Vec<(Vec<u8>, Vec<Call>)> {
    let mut traces = Vec::new();
    for is_refused in [false, true] {
        let (near, far) = pipe(behaviour);
        traces.extend([near.trace(), far.trace()]);
        let client = talk(transport(near), timer());
        let server = async {
            let seed = Seed([8; 32]);
            let accepting = driver::accept(transport(far), timer(), Config::DEFAULT, seed).await?;
            if is_refused {
                let rejection = Rejection::forbidden().body("not you");
                return accepting.reject(&rejection).await;
            }
            echo(accepting).await.map(drop)
        };
        let (client, server) = join(client, server).await;
        let is_as_told = match client {
            Ok(()) => !is_refused,
            Err(error) => is_refused && matches!(error, Error::Handshake(_)),
        };
        assert!(is_as_told);
        server.expect("a connection or a refusal");
    }
    let trace = traces.iter().map(|end| (end.output(), end.calls()));
    trace.collect()
}

/// The client's half of the script: everything that writes, with an echo between.
async fn talk<T: Transport, C: Timer>(transport: T, timer: C) -> Result<(), Error> {
    let request = ClientRequest::new("ws://server.example/chat").expect("a URL");
    let request = request.subprotocol("echo").expect("a token");
    let (mut websocket, _) =
        driver::connect(transport, timer, &request, Config::DEFAULT, Seed([7; 32])).await?;
    for len in [0, 125, 126, 996, 65_536, 300_000] {
        websocket.send(vec![42; len]).await?;
    }
    websocket.ping(b"are you there")?;
    websocket.send_piece("in ", false).await?;
    websocket.send_piece("pieces", true).await?;
    for _ in 0..7 {
        assert!(websocket.receive().await?.is_some());
    }
    let code = CloseCode::new(4711).expect("a code of applications");
    websocket.close(CloseFrame::new(code, "done")).await
}

/// Time that stands still.
struct Stopped;

impl Timer for Stopped {
    fn now(&self) -> Timestamp {
        Timestamp::ZERO
    }

    fn poll_until(&mut self, _: &mut Context<'_>, _: Timestamp) -> Poll<()> {
        Poll::Pending
    }
}

/// Input that is always ready, and output that is always taken.
struct Flood {
    frame: Vec<u8>,
    frames_left: usize,
}

impl Transport for Flood {
    fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let mut count = 0;
        for space in space.chunks_exact_mut(self.frame.len()) {
            if self.frames_left == 0 {
                break;
            }
            space.copy_from_slice(&self.frame);
            self.frames_left -= 1;
            count += space.len();
        }
        Poll::Ready(Ok(count))
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(chunks.iter().map(|chunk| chunk.len()).sum()))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// A connection that always has input does not keep the thread: another task runs at least once in 1000 messages.
pub async fn tr_08_b_10_a_flood_leaves_others_their_turn<R: Runtime>() {
    let count = 1_000_000;
    let flood = Flood {
        frame: Frame::new(TEXT, []).masked().encode(),
        frames_left: count,
    };
    let timer = R::Timer::default();
    let connection = Connection::new(Role::Server, Config::DEFAULT, Seed([3; 32]), timer.now());
    let mut websocket = WebSocket::new(R::over(flood), timer, connection, Inbox::new());
    let is_over = Arc::new(AtomicBool::new(false));
    let notice = Arc::clone(&is_over);
    let echo = R::spawn(async move {
        let mut echoed = 0;
        let error = loop {
            match websocket.next().await {
                Ok(Some((message, websocket))) => {
                    websocket.feed(message).await.expect("it is open");
                    echoed += 1;
                }
                Ok(None) => panic!("there is no Close frame"),
                Err(error) => break error,
            }
        };
        notice.store(true, Ordering::Relaxed);
        assert!(matches!(error, Error::Lost(Loss::Eof)), "{error:?}");
        echoed
    });
    // Another task like it, not the one that the runtime favours.
    let turns = R::spawn(async move {
        let mut turns = 0;
        while !is_over.load(Ordering::Relaxed) {
            // Not a runtime's own way to yield, which may let it look at its sockets first.
            let mut has_waited = false;
            poll_fn(|cx| {
                cx.waker().wake_by_ref();
                if core::mem::replace(&mut has_waited, true) {
                    Poll::Ready(())
                } else {
                    Poll::Pending
                }
            })
            .await;
            turns += 1;
        }
        turns
    });
    assert_eq!(echo.await, count);
    let turns = turns.await;
    assert!(turns >= count / 1000, "{turns} turns");
}

/// The alarm is ready for what has passed, as often as one asks, and is not for what never will.
pub async fn alarms<R: Runtime>() {
    let mut timer = R::Timer::default();
    let begun = timer.now();
    let far = Timestamp::new(core::time::Duration::MAX);
    poll_fn(|cx| {
        assert!(timer.poll_until(cx, far).is_pending());
        assert!(timer.poll_until(cx, Timestamp::ZERO).is_ready());
        assert!(timer.poll_until(cx, Timestamp::ZERO).is_ready());
        assert!(timer.poll_until(cx, far).is_pending());
        assert!(timer.poll_until(cx, Timestamp::ZERO).is_ready());
        Poll::Ready(())
    })
    .await;
    assert!(R::Timer::default().now() >= begun, "they share the epoch");
}
