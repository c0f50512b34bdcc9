//! Ways through a proxy (rows G and PX, TS-0020 6.6).

use core::future::Future;
use core::net::SocketAddr;
use core::task::{Context, Poll};
use std::io::{self, ErrorKind, IoSlice};
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::core::{ClientRequest, ProxyError};
use onem2m_ws_driver::{Error, Network, Options, Proxy, Route, Transport};

use crate::world::World;

/// Each connection in turn is told this, and what it was told.
#[derive(Clone, Debug, Default)]
struct Net(Arc<Mutex<Vec<Line>>>);

#[derive(Clone, Debug, Default)]
struct Line {
    answer: &'static str,
    address: Option<SocketAddr>,
    written: Vec<u8>,
}

impl Net {
    fn new(answers: &[&'static str]) -> Self {
        let line = |answer: &&'static str| Line {
            answer,
            ..Line::default()
        };
        Self(Arc::new(Mutex::new(answers.iter().map(line).collect())))
    }

    /// What each connection was told.
    fn written(&self) -> Vec<String> {
        let lines = self.0.lock().unwrap();
        let lines = lines.iter().filter(|line| line.address.is_some());
        lines
            .map(|line| String::from_utf8(line.written.clone()).unwrap())
            .collect()
    }
}

impl Network for Net {
    type Transport = Stream;

    fn resolve(
        &self,
        host: &str,
        port: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static {
        let address = match host {
            "proxy.example" => Ok(([10, 0, 0, 1], port)),
            "server.example" => Ok(([10, 0, 0, 2], port)),
            other => Err(io::Error::other(format!("nobody resolves {other}"))),
        };
        async move { Ok(vec![address?.into()]) }
    }

    fn connect(
        &self,
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Stream>> + Send + 'static {
        let mut lines = self.0.lock().unwrap();
        let index = lines.iter().position(|line| line.address.is_none());
        let index = index.expect("another connection");
        lines[index].address = Some(address);
        let stream = Stream {
            net: self.clone(),
            index,
            read: 0,
        };
        async move { Ok(stream) }
    }
}

#[derive(Debug)]
struct Stream {
    net: Net,
    index: usize,
    read: usize,
}

impl Transport for Stream {
    fn poll_read(&mut self, _: &mut Context<'_>, space: &mut [u8]) -> Poll<io::Result<usize>> {
        let lines = self.net.0.lock().unwrap();
        let line = &lines[self.index];
        // The answer comes when there is a question.
        if !line.written.ends_with(b"\r\n\r\n") {
            return Poll::Pending;
        }
        let unread = &line.answer.as_bytes()[self.read..];
        let count = unread.len().min(space.len());
        space[..count].copy_from_slice(&unread[..count]);
        self.read += count;
        Poll::Ready(Ok(count))
    }

    fn poll_write(
        &mut self,
        _: &mut Context<'_>,
        chunks: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let mut lines = self.net.0.lock().unwrap();
        let written = &mut lines[self.index].written;
        let before = written.len();
        chunks
            .iter()
            .for_each(|chunk| written.extend_from_slice(chunk));
        Poll::Ready(Ok(written.len() - before))
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

const OPEN: &str = "HTTP/1.1 200 Connection established\r\n\r\n";
const ASKING: &str = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
const PLAIN: &str = "CONNECT server.example:8080 HTTP/1.1\r\nHost: server.example:8080\r\n";
/// `user:secret`.
const CREDENTIALS: &str = "Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n";

fn proxy() -> Proxy {
    Proxy::new("proxy.example", 3128)
}

fn with_credentials() -> Proxy {
    proxy().credentials("user", "secret")
}

/// What the proxy is told over each connection, and what comes of it.
fn check(proxy: Proxy, answers: &[&'static str], expected: &[&[&str]]) -> Result<(), Error> {
    let request = ClientRequest::new("ws://server.example:8080/path").unwrap();
    let request = request.header("X-M2M-Origin", "Cthermo").unwrap();
    let (net, world) = (Net::new(answers), World::calm());
    let route = Route::direct().through(proxy);
    let options = Options::default();
    let opened = route.open(&net, world.timer(), &request, &options);
    let opened = world.run_in_time(opened).ready();
    let written = net.written();
    assert_eq!(written.len(), expected.len(), "{written:?}");
    for (written, expected) in written.iter().zip(expected) {
        for part in *expected {
            assert!(written.contains(part), "{part:?} is not in {written:?}");
        }
        let has_credentials = expected.contains(&CREDENTIALS);
        assert_eq!(written.contains("Proxy-Authorization"), has_credentials);
        // PX-05: what is for the server is not for the proxy.
        assert!(!written.contains("X-M2M-Origin") && !written.contains("Upgrade"));
    }
    opened.map(drop)
}

#[test]
fn w_27_w_76_a_tunnel_to_the_server() {
    check(proxy(), &[OPEN], &[&[PLAIN]]).unwrap();
}

#[test]
fn credentials_when_they_are_asked_for() {
    let both: &[&[&str]] = &[&[PLAIN], &[PLAIN, CREDENTIALS]];
    check(with_credentials(), &[OPEN], &[&[PLAIN]]).unwrap();
    check(with_credentials(), &[ASKING, OPEN], both).unwrap();
    let again = check(with_credentials(), &[ASKING, ASKING], both).unwrap_err();
    assert!(
        matches!(again, Error::Proxy(ProxyError::Status(_))),
        "once only: {again}"
    );
    let without = check(proxy(), &[ASKING], &[&[PLAIN]]).unwrap_err();
    assert!(
        matches!(without, Error::Proxy(ProxyError::Status(_))),
        "{without}"
    );
    let unasked = with_credentials().preemptively();
    check(unasked, &[OPEN], &[&[PLAIN, CREDENTIALS]]).unwrap();
}

#[test]
fn refusals_and_ends() {
    let cases = [
        "HTTP/1.1 403 Forbidden\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nearly",
        "HTTP/1.1 200",
        "",
    ];
    for answer in cases {
        let error = check(proxy(), &[answer], &[&[PLAIN]]).unwrap_err();
        assert!(matches!(error, Error::Proxy(_)), "{answer:?}: {error}");
    }
}

/// The route without a proxy dials the server itself; one without TLS does nothing for `wss`.
#[test]
fn direct_ways() {
    let (world, options) = (World::calm(), Options::default());
    let net = Net::new(&[""]);
    let plain = ClientRequest::new("ws://server.example/").unwrap();
    let opened = Route::direct();
    let opened = opened.open(&net, world.timer(), &plain, &options);
    world.run(opened).ready().unwrap();
    let address = net.0.lock().unwrap()[0].address;
    assert_eq!(address, Some(([10, 0, 0, 2], 80).into()));

    let net = Net::new(&[]);
    let secure = ClientRequest::new("wss://server.example/").unwrap();
    let route = Route::direct().through(proxy());
    let opened = route.open(&net, world.timer(), &secure, &options);
    let error = world.run(opened).ready().map(drop).unwrap_err();
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::Unsupported));
}
