//! Connections that an HTTP server has upgraded: the example `axum`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::time::Duration;

use onem2m_ws_tokio::driver::binding::RegistreeConfig;
use onem2m_ws_tokio::driver::primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponseStatusCode,
};
use onem2m_ws_tokio::registree;
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
