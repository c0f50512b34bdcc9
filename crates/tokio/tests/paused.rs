//! Deadlines on tokio's paused time, over pipes in memory.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::time::Duration;

use onem2m_ws_tests::wire::{BINARY, Frame, PING, PONG};
use onem2m_ws_tokio::core::{
    ClientRequest, Closed, Config, Connection, HandshakeError, Inbox, Loss, Role, Seed,
};
use onem2m_ws_tokio::driver::{Error, Timer};
use onem2m_ws_tokio::{TokioTimer, TokioTransport, WebSocket, accept, connect_over};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::{Instant, sleep, timeout};

const S: fn(u64) -> Duration = Duration::from_secs;

/// tokio's timers count milliseconds, and round up.
#[track_caller]
fn check_elapsed(since: Instant, expected: Duration) {
    let elapsed = since.elapsed();
    assert!(
        elapsed >= expected && elapsed <= expected + Duration::from_millis(10),
        "{elapsed:?}"
    );
}

fn websocket<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    role: Role,
    config: Config,
) -> WebSocket<S> {
    let timer = TokioTimer::default();
    let connection = Connection::new(role, config, Seed([3; 32]), timer.now());
    WebSocket::new(TokioTransport(stream), timer, connection, Inbox::new())
}

/// A server, and the client's end of its pipe.
fn server(config: Config) -> (WebSocket<DuplexStream>, DuplexStream) {
    let (near, far) = duplex(1 << 16);
    (websocket(near, Role::Server, config), far)
}

async fn read_frame(stream: &mut DuplexStream) -> Frame {
    let mut bytes = Vec::new();
    loop {
        bytes.push(stream.read_u8().await.expect("a byte"));
        if let Some((frame, _)) = Frame::decode(&bytes) {
            return frame;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_dead_peer_is_found() {
    let (mut websocket, mut far) = server(Config::default());
    let begun = Instant::now();
    let error = websocket.next().await.expect_err("nobody answers");
    assert!(matches!(error, Error::Lost(Loss::PongTimeout)), "{error:?}");
    check_elapsed(begun, S(30) + S(10));
    assert_eq!(read_frame(&mut far).await.opcode, PING);
}

#[tokio::test(start_paused = true)]
async fn a_living_peer_is_kept_for_hours() {
    let (near, far) = duplex(1 << 16);
    let mut server = websocket(near, Role::Server, Config::default());
    let mut client = websocket(far, Role::Client, Config::default());
    let answering = tokio::spawn(async move {
        while server.next().await?.is_some() {}
        Ok::<_, Error>(())
    });
    assert!(
        timeout(S(3 * 3600), client.next()).await.is_err(),
        "nothing happens"
    );
    client.close(None).await.unwrap();
    answering.await.unwrap().unwrap();
}

/// A pong that came while the task was busy elsewhere counts.
#[tokio::test(start_paused = true)]
async fn a_busy_task_does_not_lose_a_living_peer() {
    let (mut websocket, mut far) = server(Config::default());
    assert!(timeout(S(35), websocket.next()).await.is_err());
    let ping = read_frame(&mut far).await;
    let pong = Frame::new(PONG, ping.payload).masked().encode();
    far.write_all(&pong).await.unwrap();
    sleep(S(600)).await;
    let begun = Instant::now();
    assert!(
        timeout(S(29), websocket.next()).await.is_err(),
        "it waits again"
    );
    check_elapsed(begun, S(29));
}

#[tokio::test(start_paused = true)]
async fn the_closing_handshake_has_its_time() {
    let (mut websocket, far) = server(Config::default());
    assert!(timeout(S(20), websocket.next()).await.is_err());
    sleep(S(100)).await;
    let begun = Instant::now();
    let error = websocket.close(None).await.expect_err("nobody answers");
    assert!(
        matches!(error, Error::Lost(Loss::CloseTimeout)),
        "{error:?}"
    );
    check_elapsed(begun, S(5));
    drop(far);
}

/// The peer answered the Close frame but leaves the transport open.
#[tokio::test(start_paused = true)]
async fn the_end_of_the_transport_has_its_time() {
    let (mut websocket, mut far) = server(Config::default());
    far.write_all(&Frame::close(1000, "").masked().encode())
        .await
        .unwrap();
    let begun = Instant::now();
    assert!(websocket.next().await.unwrap().is_none());
    check_elapsed(begun, S(5));
    assert!(matches!(websocket.closed(), Some(Closed::Clean(Some(_)))));
    assert_eq!(read_frame(&mut far).await, Frame::close(1000, ""));
    assert_eq!(
        far.read(&mut [0]).await.unwrap(),
        0,
        "our direction is ended"
    );
}

#[tokio::test(start_paused = true)]
async fn handshakes_have_their_time() {
    let request = ClientRequest::new("ws://server.example/").unwrap();
    let (near, mut far) = duplex(1 << 16);
    let begun = Instant::now();
    // A byte a second does not prolong it.
    let trickling = tokio::spawn(async move {
        for byte in *b"HTTP/1.1 101 Switching Protocols" {
            sleep(S(1)).await;
            if far.write_u8(byte).await.is_err() {
                break;
            }
        }
    });
    let error = connect_over(near, &request, Config::default())
        .await
        .expect_err("no answer");
    assert!(
        matches!(error, Error::Handshake(HandshakeError::TimedOut)),
        "{error:?}"
    );
    check_elapsed(begun, S(10));
    trickling.await.unwrap();

    let (near, far) = duplex(1 << 16);
    let begun = Instant::now();
    let error = accept(near, Config::default())
        .await
        .expect_err("no request");
    assert!(
        matches!(error, Error::Handshake(HandshakeError::TimedOut)),
        "{error:?}"
    );
    check_elapsed(begun, S(10));
    drop(far);
}

/// A peer that takes nothing: the pipe is full, and stays so.
#[tokio::test(start_paused = true)]
async fn tr_03_a_peer_that_takes_nothing() {
    let (near, far) = duplex(16);
    let mut websocket = websocket(near, Role::Server, Config::default());
    websocket.feed("longer than sixteen bytes").await.unwrap();
    let begun = Instant::now();
    let error = websocket.flush().await.expect_err("it cannot be written");
    assert!(
        matches!(error, Error::Lost(Loss::WriteTimeout)),
        "{error:?}"
    );
    check_elapsed(begun, S(30));
    drop(far);
}

/// Futures given up by `timeout` after every millisecond lose nothing.
#[tokio::test(start_paused = true)]
async fn e_06_futures_given_up_by_timeouts() {
    let (near, far) = duplex(10);
    let mut websocket = websocket(near, Role::Server, Config::default());
    let (mut reader, mut writer) = tokio::io::split(far);
    let bytes: Vec<u8> = (0..50_u8)
        .flat_map(|number| Frame::new(BINARY, [number; 200]).masked().encode())
        .collect();
    tokio::spawn(async move {
        for chunk in bytes.chunks(7) {
            sleep(Duration::from_micros(700)).await;
            writer.write_all(chunk).await.expect("a reader");
        }
        core::future::pending::<()>().await;
    });
    let echoed = tokio::spawn(async move {
        let mut echoed = vec![0; 50 * 204];
        reader.read_exact(&mut echoed).await.expect("all of it");
        echoed
    });
    let tick = Duration::from_millis(1);
    for number in 0..50 {
        let message = loop {
            if let Ok(message) = timeout(tick, websocket.receive()).await {
                break message.unwrap().expect("a message");
            }
        };
        assert_eq!(message.as_bytes(), [number; 200]);
        while timeout(tick, websocket.feed(message.as_borrowed()))
            .await
            .is_err()
        {}
    }
    while timeout(tick, websocket.flush()).await.is_err() {}
    let frames = Frame::decode_all(&echoed.await.unwrap());
    assert!(
        frames
            .iter()
            .map(|frame| frame.payload.clone())
            .eq((0..50).map(|number| vec![number; 200]))
    );
}
