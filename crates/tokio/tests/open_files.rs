//! A server at its limit of open files, in a process of its own.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::time::Duration;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use onem2m_ws_tokio::core::{Acceptance, ClientRequest, Config};
use onem2m_ws_tokio::{Options, accept, accept_tcp, connect};
use tokio::net::TcpListener;
use tokio::time::timeout;

/// Descriptors of the server's process, and connections that want one each.
const LIMIT: usize = 40;
const CONNECTIONS: usize = 100;
const ROLE: &str = "SERVES_WITH_FEW_DESCRIPTORS";

/// The server: the other test starts this one in a process with a limit; otherwise it does nothing.
#[tokio::test]
async fn n_32_server() {
    if std::env::var_os(ROLE).is_none() {
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("ws://{}", listener.local_addr().unwrap());
    loop {
        let (stream, _) = accept_tcp(&listener).await.unwrap();
        tokio::spawn(async move {
            let accepting = accept(stream, Config::DEFAULT).await.ok()?;
            let mut websocket = accepting.accept(&Acceptance::default()).ok()?;
            let (message, websocket) = websocket.next().await.ok()??;
            websocket.send(message).await.ok()?;
            websocket.flush().await.ok()
        });
    }
}

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[tokio::test]
async fn n_32_a_server_goes_on_after_it_had_no_descriptors() {
    let command = format!("ulimit -n {LIMIT}; exec \"$0\" --exact n_32_server --nocapture");
    let mut child = Command::new("sh")
        .args(["-c", &command])
        .arg(std::env::current_exe().unwrap())
        .env(ROLE, "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.stdout.take().unwrap();
    let _server = Server(child);
    let mut lines = BufReader::new(output).lines().map(Result::unwrap);
    let url = lines.find_map(|line| Some(line[line.find("ws://")?..].to_owned()));
    let url = url.unwrap();

    let address = url.trim_start_matches("ws://");
    let held: Vec<_> = (0..CONNECTIONS)
        .map(|_| TcpStream::connect(address).unwrap())
        .collect();
    drop(held);

    let request = ClientRequest::new(&url).unwrap();
    let echoed = async {
        let (mut websocket, _) = connect(&request, Options::default()).await.unwrap();
        websocket.send("still there").await.unwrap();
        websocket.receive().await.unwrap().unwrap()
    };
    let echoed = timeout(Duration::from_secs(20), echoed).await.unwrap();
    assert_eq!(echoed.as_bytes(), b"still there");
}
