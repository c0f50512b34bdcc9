//! What comes and goes leaves nothing behind; what is cut off in the middle ends (rows TR-07, TR-10).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::time::Duration;
use std::fs;

use onem2m_ws_tokio::core::{Acceptance, ClientRequest, CloseCode, CloseFrame, Config};
use onem2m_ws_tokio::driver::binding::RegistreeConfig;
use onem2m_ws_tokio::driver::primitive::{RequestIdentifier, RequestPrimitive};
use onem2m_ws_tokio::{RequestFailure, accept, connect_over, registree};
use tokio::net::{TcpListener, UnixStream};
use tokio::runtime::{Builder, Handle};
use tokio::time::timeout;

/// Open files, tasks, and resident memory in KiB.
#[derive(Debug)]
struct Held {
    files: usize,
    tasks: usize,
    resident: u64,
}

impl Held {
    fn now() -> Self {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let resident = resident.and_then(|rest| rest.trim().strip_suffix(" kB"));
        Self {
            files: fs::read_dir("/proc/self/fd").unwrap().count(),
            tasks: Handle::current().metrics().num_alive_tasks(),
            resident: resident.unwrap().trim().parse().unwrap(),
        }
    }
}

/// Opens a connection, echoes a message and closes it.
async fn cycle(request: &ClientRequest) {
    let (near, far) = UnixStream::pair().unwrap();
    let serving = tokio::spawn(async move {
        let accepting = accept(far, Config::default()).await.unwrap();
        let mut websocket = accepting.accept(&Acceptance::new()).unwrap();
        while let Some((message, websocket)) = websocket.next().await.unwrap() {
            websocket.send(message).await.unwrap();
        }
    });
    let connected = connect_over(near, request, Config::default()).await;
    let (mut websocket, _) = connected.unwrap();
    websocket.send("hello").await.unwrap();
    assert_eq!(websocket.receive().await.unwrap(), Some("hello".into()));
    let done = CloseFrame::new(CloseCode::NORMAL, "");
    websocket.close(done).await.unwrap();
    serving.await.unwrap();
}

/// What a hundred thousand connections hold when they are gone is what a thousand hold.
#[test]
#[cfg(target_os = "linux")]
fn tr_10_connections_come_and_go() {
    const CYCLES: usize = 100_000;
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let request = ClientRequest::new("ws://server.example/").unwrap();
        for _ in 0..1_000 {
            cycle(&request).await;
        }
        let before = Held::now();
        for _ in 0..CYCLES {
            cycle(&request).await;
        }
        let after = Held::now();
        assert_eq!((after.files, after.tasks), (before.files, before.tasks));
        let limit = before.resident + before.resident / 20;
        assert!(after.resident <= limit, "{before:?}, {after:?}");
    });
}

/// The runtime that drives a node ends while somebody waits for a response.
#[test]
fn tr_07_a_runtime_that_ends_during_a_request() {
    let driving = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let (handle, reached) = driving.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("ws://{}", listener.local_addr().unwrap());
        let config = RegistreeConfig::new([url.parse().unwrap()]);
        let (handle, _incoming, task) = registree(config).unwrap();
        tokio::spawn(task);
        // The server never answers the handshake.
        let reached = tokio::spawn(async move { listener.accept().await.unwrap() });
        (handle, reached)
    });
    let waiting = Builder::new_current_thread().enable_all().build().unwrap();
    waiting.block_on(async {
        let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
        let asking = tokio::spawn(async move { handle.request(request).await });
        let _stream = reached.await.unwrap();
        driving.shutdown_background();
        let ended = timeout(Duration::from_secs(20), asking).await.unwrap();
        assert_eq!(ended.unwrap(), Err(RequestFailure::Gone));
    });
}
