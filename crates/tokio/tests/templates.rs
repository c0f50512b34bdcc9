//! The examples `gateway` and `chat`, as programs: what they are for, and each way to fail in one line.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::sync::atomic::{AtomicUsize, Ordering};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use onem2m_resources::{Ae, CommonAttributes, ContentInstance};
use onem2m_ws::{PointOfAccess, RegistreeConfig};
use onem2m_ws_tests::program::{PATIENCE, Program};
use onem2m_ws_tokio::driver::primitive::Content;
use onem2m_ws_tokio::register;
use tokio::io::copy_bidirectional;
use tokio::net::TcpStream;
use tokio::time::timeout;

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn start_cse(port: u16) -> Program {
    let program = Program::start("cse", &[&format!("127.0.0.1:{port}")]);
    assert_eq!(program.line(), "ready");
    program
}

/// An address from which each connection is led to a port, and how many there were.
async fn relay(port: u16) -> (PointOfAccess, Arc<AtomicUsize>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    tokio::spawn(async move {
        loop {
            let (mut here, _) = listener.accept().await.unwrap();
            counted.fetch_add(1, Ordering::Relaxed);
            tokio::spawn(async move {
                if let Ok(mut there) = TcpStream::connect(("127.0.0.1", port)).await {
                    // How it ends is of no interest.
                    drop(copy_bidirectional(&mut here, &mut there).await);
                }
            });
        }
    });
    (format!("ws://{address}").parse().unwrap(), count)
}

/// An AE of another node, called `name`.
async fn other(port: u16, originator: &str, name: &str) -> onem2m_ws_tokio::Ae {
    let resource = Ae::new("Nother", true, ["3"]).resource_name(name);
    let url = format!("ws://127.0.0.1:{port}").parse().unwrap();
    let resource = Content::resource(&resource).unwrap();
    let config = RegistreeConfig::for_ae([url], originator, "cse-in", resource);
    let registering = timeout(PATIENCE, register(config));
    registering.await.unwrap().unwrap()
}

/// Tells each AE of the gateway something.
async fn command(port: u16, gateway: &Program) {
    let user = other(port, "Cuser", "user").await;
    for name in ["attic", "kitchen", "bath"] {
        let instance = ContentInstance::new(format!("open {name}"));
        let to = format!("cse-in/{name}/commands");
        user.create(&to, &instance).await.unwrap();
        let line = gateway.wait_for(&format!("C{name}: "));
        assert!(line.contains(&format!("open {name}")), "{line}");
    }
}

/// What the others have at the registrar is there again after it has lost everything.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway() {
    let port = free_port();
    let cse = start_cse(port);
    let (url, count) = relay(port).await;
    let gateway = Program::start("gateway", &[&url.to_string()]);
    gateway.wait_for("ready: 3 AEs on one connection");
    command(port, &gateway).await;
    assert_eq!(count.load(Ordering::Relaxed), 1);
    drop(cse);
    let _cse = start_cse(port);
    gateway.wait_for("ready: 3 AEs on one connection");
    command(port, &gateway).await;
    gateway.signal("-INT");
    assert_eq!(gateway.end(), (0, Vec::new()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_fails() {
    let port = free_port();
    let url = format!("ws://127.0.0.1:{port}");
    Program::fails("gateway", &[], "usage");
    Program::fails("gateway", &[&url], "refused");
    let _cse = start_cse(port);
    let _other = other(port, "Cother", "kitchen").await;
    Program::fails("gateway", &[&url], "4105 CONFLICT");
}

#[test]
fn a_chat() {
    let (server, address) = Program::listening("chat", &["serve", "127.0.0.1:0"]);
    let url = format!("ws://{address}");
    let mut ada = Program::start("chat", &["join", &url, "Ada"]);
    ada.say("is anybody there?");
    assert_eq!(ada.line(), "Ada: is anybody there?");
    let mut bob = Program::start("chat", &["join", &url, "Bob"]);
    bob.say("zwölf <€>");
    assert_eq!([bob.line(), ada.line()], ["Bob: zwölf <€>"; 2]);
    assert_eq!(ada.end(), (0, Vec::new()));
    drop(server);
    assert_eq!(
        bob.line(),
        "chat: the transport ended without a Close frame"
    );
    assert_eq!(bob.end(), (1, Vec::new()));
}

/// A server that speaks something else, to one client.
fn stranger() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        assert_ne!(stream.read(&mut [0; 4096]).unwrap(), 0);
        stream.write_all(b"220 mail.example ESMTP\r\n").unwrap();
    });
    format!("ws://{address}")
}

#[test]
fn a_chat_that_fails() {
    let url = format!("ws://127.0.0.1:{}", free_port());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken
        .local_addr()
        .map(|address| (address.to_string(), taken));
    let (taken, _listener) = taken.unwrap();
    Program::fails("chat", &[], "usage");
    Program::fails("chat", &["serve", &taken], "in use");
    Program::fails("chat", &["join", &url, "Ada"], "refused");
    Program::fails("chat", &["join", "mail.example", "Ada"], "URL");
    Program::fails("chat", &["join", &stranger(), "Ada"], "handshake");
}
