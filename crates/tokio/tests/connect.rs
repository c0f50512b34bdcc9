//! Clients and servers over real sockets and buffered streams.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use std::io::{ErrorKind, Read, Write};
use std::net::Shutdown;

use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame};
use onem2m_ws_tokio::core::{
    Acceptance, ClientRequest, CloseCode, CloseFrame, Closed, Config, HandshakeError, Loss,
    Matching, Message, Preference, ProtocolError, Rejection, select_subprotocol,
};
use onem2m_ws_tokio::driver::Error;
use onem2m_ws_tokio::{Options, WebSocket, accept, connect, connect_over};
use tokio::io::{BufStream, duplex};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, spawn_blocking};

/// A listener on loopback, and a request for it.
async fn listen() -> (TcpListener, ClientRequest) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/chat", listener.local_addr().unwrap());
    (listener, ClientRequest::new(&url).unwrap())
}

/// A server of one connection that echoes to its end.
fn echo_one(listener: TcpListener) -> JoinHandle<Result<Closed<'static>, Error>> {
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await?;
        let accepting = accept(stream, Config::default()).await?;
        let offered = accepting.request().subprotocols();
        let chosen = select_subprotocol(offered, &["echo"], Preference::Client, Matching::Exact);
        let mut websocket = accepting.accept(&Acceptance::new().subprotocol(chosen))?;
        while let Some((message, websocket)) = websocket.next().await? {
            websocket.send(message).await?;
        }
        Ok(websocket.closed().expect("the end").clone())
    })
}

#[tokio::test]
async fn a_client_and_a_server() {
    let (listener, request) = listen().await;
    let serving = echo_one(listener);
    let request = request
        .subprotocol("other")
        .unwrap()
        .subprotocol("echo")
        .unwrap();
    let (mut websocket, response) = connect(&request, Options::default()).await.unwrap();
    assert_eq!(response.subprotocol(), Some("echo"));
    for len in [0, 1, 125, 126, 65_535, 65_536, 1 << 20] {
        let payload = vec![42; len];
        websocket.send(&payload[..]).await.unwrap();
        let echoed = websocket.receive().await.unwrap().expect("an answer");
        assert!(echoed.as_bytes() == payload);
    }
    websocket
        .close(CloseFrame::new(CloseCode::new(4711).unwrap(), "done"))
        .await
        .unwrap();
    let Closed::Clean(Some(frame)) = serving.await.unwrap().unwrap() else {
        panic!("the closing handshake was clean");
    };
    assert_eq!((frame.code.get(), &*frame.reason), (4711, "done"));
    assert!(
        matches!(websocket.closed(), Some(Closed::Clean(Some(frame))) if frame.code.get() == 4711)
    );
}

/// Many tasks send, one receives, a fourth drives: over threads.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tr_05_senders_in_many_tasks() {
    let (listener, request) = listen().await;
    let serving = echo_one(listener);
    let (websocket, _) = connect(&request, Options::default()).await.unwrap();
    let (mut sender, mut delivered, task) = websocket.into_task(4);
    let driving = tokio::spawn(task);
    let sending: Vec<_> = (0..8_u8)
        .map(|own| {
            let mut sender = sender.clone();
            tokio::spawn(async move {
                for number in 0..250_u8 {
                    sender.send(vec![own, number]).await.expect("a connection");
                }
            })
        })
        .collect();
    let mut next = [0; 8];
    for _ in 0..2000 {
        let message = delivered.receive().await.unwrap().expect("a message");
        let [own, number] = *message.as_bytes() else {
            panic!("two bytes");
        };
        let next = next.get_mut(usize::from(own)).unwrap();
        assert_eq!(number, *next);
        *next += 1;
    }
    for sending in sending {
        sending.await.unwrap();
    }
    sender.close(None).await.unwrap();
    assert!(delivered.receive().await.unwrap().is_none());
    driving.await.unwrap();
    assert!(matches!(serving.await.unwrap(), Ok(Closed::Clean(None))));
}

/// A blocking client that sends `behind` its request to whatever `serve` is, and reads to the end.
async fn flood<F>(behind: Vec<u8>, serve: impl FnOnce(tokio::net::TcpStream) -> F) -> Vec<u8>
where
    F: Future<Output = ()>,
{
    let (listener, request) = listen().await;
    let client = spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect((request.host(), request.port())).unwrap();
        let head = "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&behind).expect("all of it is read");
        stream.shutdown(Shutdown::Write).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).expect("no reset");
        reply
    });
    let (stream, _) = listener.accept().await.unwrap();
    serve(stream).await;
    client.await.unwrap()
}

/// The server fails the connection at the first frame; the client's other megabytes do not turn its Close frame into a
/// reset.
#[tokio::test]
async fn cl_21_the_close_frame_survives_unread_input() {
    let mut behind = Frame::new(BINARY, "unmasked").encode();
    behind.resize(8 << 20, 0);
    let reply = flood(behind, async |stream| {
        let accepting = accept(stream, Config::default()).await.unwrap();
        let mut websocket = accepting.accept(&Acceptance::default()).unwrap();
        let error = websocket.next().await.expect_err("a broken rule");
        assert!(matches!(
            error,
            Error::Protocol(ProtocolError::UnmaskedFrame)
        ));
    })
    .await;
    assert!(reply.ends_with(&Frame::new(CLOSE, [0x03, 0xEA]).encode()));
}

#[tokio::test]
async fn hs_38_cl_21_a_refusal_survives_unread_input() {
    let reply = flood(vec![0; 8 << 20], async |stream| {
        let accepting = accept(stream, Config::default()).await.unwrap();
        let rejection = Rejection::forbidden().body("not you");
        accepting.reject(&rejection).await.unwrap();
    })
    .await;
    let reply = String::from_utf8(reply).unwrap();
    assert!(reply.starts_with("HTTP/1.1 403 "), "{reply}");
    assert!(
        reply.contains("\r\nConnection: close\r\n") && reply.contains("\r\nContent-Length: 7\r\n")
    );
    assert!(reply.ends_with("\r\n\r\nnot you"));
}

/// Streams that hold back what they took until they are flushed.
#[tokio::test]
async fn hc_20_buffered_streams() {
    let (near, far) = duplex(1 << 16);
    let serving = tokio::spawn(async move {
        let accepting = accept(BufStream::new(far), Config::default()).await?;
        let mut websocket = accepting.accept(&Acceptance::default())?;
        while let Some((message, websocket)) = websocket.next().await? {
            websocket.send(message).await?;
        }
        Ok::<_, Error>(())
    });
    let request = ClientRequest::new("ws://server.example/").unwrap();
    let (mut websocket, _) = connect_over(BufStream::new(near), &request, Config::default())
        .await
        .unwrap();
    for text in ["one", "two"] {
        websocket.send(text).await.unwrap();
        assert_eq!(
            websocket.receive().await.unwrap(),
            Some(Message::from(text))
        );
    }
    websocket.close(None).await.unwrap();
    serving.await.unwrap().unwrap();
}

/// The ways not to get an answer over TCP: nobody there, an end, a reset.
#[tokio::test]
async fn hc_16_no_answer() {
    let (listener, request) = listen().await;
    drop(listener);
    let error = connect(&request, Options::default())
        .await
        .expect_err("nobody is there");
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused));

    let (listener, request) = listen().await;
    let ending = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        // With the request read, dropping the socket is an orderly end.
        let mut request = vec![0; 4096];
        stream.readable().await.unwrap();
        assert!(stream.try_read(&mut request).unwrap() > 100);
    });
    let error = connect(&request, Options::default())
        .await
        .expect_err("no answer");
    assert!(
        matches!(error, Error::Handshake(HandshakeError::ClosedBeforeReply)),
        "{error:?}"
    );
    ending.await.unwrap();

    let (listener, request) = listen().await;
    let resetting = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        // With the request unread, it is a reset.
        stream.readable().await.unwrap();
    });
    let error = connect(&request, Options::default())
        .await
        .expect_err("a reset");
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::ConnectionReset));
    resetting.await.unwrap();
}

#[tokio::test]
async fn wss_needs_a_tls_stream() {
    let secure = ClientRequest::new("wss://server.example/").unwrap();
    let error = connect(&secure, Options::default())
        .await
        .expect_err("no TLS");
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::Unsupported));
}

/// Dropping a connection closes its socket, and no task stays.
#[tokio::test]
async fn c_09_tr_09_dropping_a_connection_closes_its_socket() {
    let (listener, request) = listen().await;
    let serving = echo_one(listener);
    let (websocket, _) = connect(&request, Options::default()).await.unwrap();
    let (mut sender, delivered, task) = websocket.into_task(4);
    let driving = tokio::spawn(task);
    sender.send("never answered").await.unwrap();
    drop(delivered);
    driving.await.unwrap();
    assert!(matches!(
        sender.send("late").await,
        Err(Error::Disconnected)
    ));
    let error = serving.await.unwrap().expect_err("no closing handshake");
    assert!(
        matches!(error, Error::Lost(Loss::Eof) | Error::Io(_)),
        "{error:?}"
    );
}

/// Any stream of tokio's will do.
#[cfg(unix)]
#[tokio::test]
async fn unix_sockets() {
    let (near, far) = tokio::net::UnixStream::pair().unwrap();
    let serving = tokio::spawn(async move {
        let accepting = accept(far, Config::default()).await?;
        let mut websocket = accepting.accept(&Acceptance::default())?;
        websocket.send("hello").await?;
        websocket.close(None).await
    });
    let request = ClientRequest::new("ws://local.example/").unwrap();
    let (mut websocket, _): (WebSocket<_>, _) = connect_over(near, &request, Config::default())
        .await
        .unwrap();
    assert_eq!(
        websocket.receive().await.unwrap(),
        Some(Message::from("hello"))
    );
    assert!(websocket.receive().await.unwrap().is_none());
    serving.await.unwrap().unwrap();
}
