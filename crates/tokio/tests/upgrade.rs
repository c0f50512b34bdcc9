//! Connections that an HTTP server has upgraded: the example `axum`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::time::Duration;

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use onem2m_ws_tokio::core::{Closed, Config, Message, ProtocolError};
use onem2m_ws_tokio::driver::Error;
use onem2m_ws_tokio::driver::binding::RegistreeConfig;
use onem2m_ws_tokio::driver::primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponseStatusCode,
};
use onem2m_ws_tokio::{Options, WebSocketUpgrade, connect, registree};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

#[path = "../examples/axum.rs"]
#[expect(dead_code, reason = "the example has a main function")]
mod example;

async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = example::router().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address.to_string()
}

/// What the server answers to a request after which it closes.
async fn ask(address: &str, path: &str, further: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close{further}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_registree_at_an_axum_server() {
    let address = serve().await;
    let mut config = RegistreeConfig::new([format!("ws://{address}").parse().unwrap()]);
    config.originator = Some("C1".into());
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"N","rr":true,"srv":["3"]}}"#).unwrap();
    let create = RequestPrimitive::create(
        "cse-in",
        RequestIdentifier::UNASSIGNED,
        ResourceType::AE,
        ae,
    );
    config.registration = Some(create.from("C1"));
    let (registree, _incoming, task) = registree(config).unwrap();
    tokio::spawn(task);
    let retrieval = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
    let asked = timeout(
        Duration::from_secs(20),
        registree.request(retrieval.from("C1")),
    );
    assert_eq!(asked.await.unwrap().unwrap().status, ResponseStatusCode::OK);
    let nodes = ask(&address, "/nodes", "").await;
    assert!(nodes.ends_with("\r\n\r\n1\n"), "{nodes}");
}

#[tokio::test]
async fn what_is_no_upgrade_is_refused() {
    let address = serve().await;
    let upgrade = ", Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    let version = |version: u8| format!("{upgrade}\r\nSec-WebSocket-Version: {version}");
    let cases = [
        (String::new(), "400", "upgrade"),
        (version(12), "426", "sec-websocket-version: 13"),
        // No subprotocol in common (W-35).
        (version(13), "400", ""),
    ];
    for (further, status, part) in cases {
        let answer = ask(&address, "/", &further).await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{answer}"
        );
        assert!(answer.to_lowercase().contains(part), "{answer}");
    }
}

/// A plain connection, with what the extractor lets a handler see and choose.
#[tokio::test]
async fn an_echo_at_an_axum_server() {
    let address = serve().await;
    let url = format!("ws://{address}/echo");
    let (mut websocket, _) = connect(url, Options::default()).await.unwrap();
    for text in ["one", "two"] {
        websocket.send(text).await.unwrap();
        let echoed = timeout(Duration::from_secs(20), websocket.receive()).await;
        assert_eq!(echoed.unwrap().unwrap(), Some(Message::from(text)));
    }
    websocket.close(None).await.unwrap();
}

/// What a handler sees of the request, and what it chooses.
#[tokio::test]
async fn an_extractor_shows_the_request_and_takes_choices() {
    async fn chat(upgrade: WebSocketUpgrade) -> Response {
        assert_eq!(upgrade.request().path(), "/chat");
        let config = Config {
            max_message_len: 3,
            ..Config::DEFAULT
        };
        let upgrade = upgrade.config(config).subprotocols(&["chat.v2", "chat"]);
        upgrade.on_upgrade(async |mut websocket| {
            // Sent, and nothing more is done with the connection until the client is too loud.
            websocket.send("hello").await.unwrap();
            let error = websocket.next().await.unwrap_err();
            assert!(matches!(
                error,
                Error::Protocol(ProtocolError::MessageTooLong)
            ));
        })
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/chat", listener.local_addr().unwrap());
    let router = Router::new().route("/chat", get(chat));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let request = hyper::Request::get(url)
        .header("Sec-WebSocket-Protocol", "chat")
        .body(())
        .unwrap();
    let (mut websocket, response) = connect(request, Options::default()).await.unwrap();
    assert_eq!(response.subprotocol(), Some("chat"));
    let response = hyper::Response::try_from(&response).unwrap();
    assert_eq!(response.status(), 101);
    assert_eq!(response.headers()["sec-websocket-protocol"], "chat");
    let hello = timeout(Duration::from_secs(20), websocket.receive()).await;
    assert_eq!(hello.unwrap().unwrap(), Some(Message::from("hello")));
    websocket.send("four").await.unwrap();
    assert!(websocket.receive().await.unwrap().is_none());
    assert!(
        matches!(websocket.closed(), Some(Closed::Clean(Some(frame))) if frame.code.get() == 1009)
    );
}
