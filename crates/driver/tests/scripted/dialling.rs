//! Names, addresses, and attempts that fail or never end (RFC 8305).

use core::future::{Future, pending};
use core::net::SocketAddr;
use core::task::{Context, Poll};
use core::time::Duration;
use std::io::{self, ErrorKind, IoSlice};
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::core::ClientRequest;
use onem2m_ws_driver::{Network, Options, Transport, dial, dial_plain};

use crate::world::World;

/// What becomes of an attempt, at once.
#[derive(Clone, Copy, Debug)]
enum Attempt {
    Connects,
    Refused,
    Silent,
}
use Attempt::{Connects, Refused, Silent};

/// What resolving comes to, and each attempt by the address's last byte.
#[derive(Clone, Debug)]
struct Net {
    addresses: Option<Vec<SocketAddr>>,
    attempts: Vec<Attempt>,
    tried: Arc<Mutex<Vec<SocketAddr>>>,
}

impl Net {
    /// Addresses such as `4` and `6`: of IPv4 and IPv6.
    fn new(families: &str, attempts: &[Attempt]) -> Self {
        let address = |(index, family)| match family {
            '4' => format!("10.0.0.{index}:80").parse().unwrap(),
            _ => format!("[2001:db8::{index}]:80").parse().unwrap(),
        };
        Self {
            addresses: Some(families.chars().enumerate().map(address).collect()),
            attempts: attempts.to_vec(),
            tried: Arc::default(),
        }
    }

    /// Which addresses were tried, in order, by their number.
    fn tried(&self) -> Vec<usize> {
        let tried = self.tried.lock().unwrap();
        tried.iter().map(number).collect()
    }
}

fn number(address: &SocketAddr) -> usize {
    let last = match address.ip() {
        core::net::IpAddr::V4(ip) => ip.octets().last().copied(),
        core::net::IpAddr::V6(ip) => ip.octets().last().copied(),
    };
    last.unwrap().into()
}

impl Network for Net {
    type Transport = Stream;

    fn resolve(
        &self,
        host: &str,
        _: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + 'static {
        let is_known = host == "server.example";
        let addresses = self.addresses.clone();
        async move {
            match addresses {
                Some(addresses) if is_known => Ok(addresses),
                Some(_) => Err(io::Error::new(ErrorKind::NotFound, "unknown name")),
                None => pending().await,
            }
        }
    }

    fn connect(
        &self,
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Stream>> + Send + 'static {
        self.tried.lock().unwrap().push(address);
        let attempt = self.attempts.get(number(&address)).copied();
        async move {
            match attempt {
                Some(Connects) => Ok(Stream(address)),
                Some(Refused) => Err(ErrorKind::ConnectionRefused.into()),
                Some(Silent) | None => pending().await,
            }
        }
    }
}

/// A transport that is only connected.
#[derive(Debug)]
struct Stream(SocketAddr);

impl Transport for Stream {
    fn poll_read(&mut self, _: &mut Context<'_>, _: &mut [u8]) -> Poll<io::Result<usize>> {
        Poll::Pending
    }

    fn poll_write(&mut self, _: &mut Context<'_>, _: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        Poll::Pending
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Pending
    }

    fn poll_shutdown(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Pending
    }
}

const DELAY: Duration = Duration::from_millis(250);

/// Which addresses are tried, which one is taken or why none, and after what time.
fn check(
    families: &str,
    attempts: &[Attempt],
    tried: &[usize],
    taken: Result<usize, ErrorKind>,
    time: Duration,
) {
    let net = Net::new(families, attempts);
    let world = World::calm();
    let options = Options::default();
    let dialling = dial(&net, world.timer(), "server.example", 80, &options);
    let found = world.run_in_time(dialling).ready();
    let found = found
        .map(|stream| number(&stream.0))
        .map_err(|error| error.kind());
    assert_eq!(found, taken, "{families} {attempts:?}");
    assert_eq!(net.tried(), tried, "{families} {attempts:?}");
    assert_eq!(world.now(), time, "{families} {attempts:?}");
}

#[test]
fn the_first_address_that_answers_is_taken() {
    let limit = Options::default().connect_timeout;
    check("4", &[Connects], &[0], Ok(0), Duration::ZERO);
    check("44", &[Connects, Connects], &[0], Ok(0), Duration::ZERO);
    check("44", &[Refused, Connects], &[0, 1], Ok(1), Duration::ZERO);
    check("64", &[Silent, Connects], &[0, 1], Ok(1), DELAY);
    check("664", &[Silent, Silent, Connects], &[0, 2], Ok(2), DELAY);
    check(
        "4466",
        &[Refused; 4],
        &[0, 2, 1, 3],
        Err(ErrorKind::ConnectionRefused),
        Duration::ZERO,
    );
    check(
        "644",
        &[Silent, Refused, Connects],
        &[0, 1, 2],
        Ok(2),
        DELAY,
    );
    check(
        "46",
        &[Silent, Silent],
        &[0, 1],
        Err(ErrorKind::TimedOut),
        limit,
    );
    check(
        "46",
        &[Silent, Refused],
        &[0, 1],
        Err(ErrorKind::TimedOut),
        limit,
    );
    check("", &[], &[], Err(ErrorKind::NotFound), Duration::ZERO);
}

#[test]
fn resolving_has_its_time() {
    let mut net = Net::new("4", &[Connects]);
    net.addresses = None;
    let (world, options) = (World::calm(), Options::default());
    let dialling = dial(&net, world.timer(), "server.example", 80, &options);
    let error = world.run_in_time(dialling).ready().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert_eq!(
        error.to_string(),
        "cannot resolve server.example: it took too long"
    );
    assert_eq!(world.now(), options.resolve_timeout);
    // What is an address needs none.
    let dialling = dial(&net, world.timer(), "10.0.0.0", 80, &options);
    assert!(world.run(dialling).ready().is_ok());
    let dialling = dial(&net, world.timer(), "::", 80, &options);
    assert!(world.run(dialling).ready().is_ok());
}

/// An error names what was to be reached.
#[test]
fn errors_name_the_host() {
    let net = Net::new("4", &[Refused]);
    let (world, options) = (World::calm(), Options::default());
    let cases = [
        (
            "other.example",
            "cannot resolve other.example: unknown name",
        ),
        (
            "server.example",
            "cannot connect to server.example:80: connection refused",
        ),
    ];
    for (host, expected) in cases {
        let dialling = dial(&net, world.timer(), host, 80, &options);
        let error = world.run(dialling).ready().unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn nothing_is_opened_for_wss() {
    let secure = ClientRequest::new("wss://server.example/").unwrap();
    let net = Net::new("4", &[Connects]);
    let (world, options) = (World::calm(), Options::default());
    let dialling = dial_plain(&net, world.timer(), &secure, &options);
    let error = world.run(dialling).ready().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(net.tried().is_empty());
}
