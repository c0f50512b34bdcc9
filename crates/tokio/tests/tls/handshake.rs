//! What is said in a handshake, and how long it may take.

use core::future::pending;
use core::time::Duration;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use onem2m_ws_tokio::core::{Acceptance, ClientRequest, Config, ProxyConnect};
use onem2m_ws_tokio::driver::{Error, Timer, Tunnel, tls, tunnel};
use onem2m_ws_tokio::{
    Options, TlsWebSocket, TokioTimer, TokioTransport, accept_tls, connect_tcp, connect_tls,
    connect_tls_over,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::net::TcpListener;
use tokio::time::Instant;

use crate::authorities::{Authority, CLIENT_AE, HOST, domain_name};
use crate::peers::{self, CLIENTS, SERVERS};

/// A whole connection: the server knows who asks before it accepts, the client whom it asked.
#[tokio::test]
async fn h_04_connections_with_both_sides_known() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let address = rcgen::SanType::IpAddress([127, 0, 0, 1].into());
    let identity = authority.issue_name(address).identity();
    for (server_name, server) in SERVERS {
        for (client_name, client) in CLIENTS {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let url = format!("wss://{}/", listener.local_addr().unwrap());
            let server = server(&authority.anchors(), &identity).unwrap();
            let serving = tokio::spawn(async move {
                let (stream, _) = listener.accept().await?;
                let accepting = accept_tls(stream, &server, Config::default()).await?;
                let client = accepting.transport().peer_identity();
                assert!(client.ae_ids().eq([CLIENT_AE]));
                let mut websocket = accepting.accept(&Acceptance::default())?;
                while let Some((message, websocket)) = websocket.next().await? {
                    websocket.send(message).await?;
                }
                Ok::<_, Error>(websocket.closed().cloned())
            });
            let request = ClientRequest::new(&url).unwrap();
            let client = client(&authority.anchors(), &own).unwrap();
            let connected = connect_tls(&request, &client, Options::default()).await;
            let (mut websocket, _): (TlsWebSocket, _) = connected.expect(client_name);
            assert!(websocket.transport().peer_identity().is_host("127.0.0.1"));
            for length in [0, 1, 125, 65_536, 1 << 20] {
                websocket.send(vec![7; length]).await.unwrap();
                let echoed = websocket.receive().await.unwrap().expect(server_name);
                assert!(echoed.as_bytes() == vec![7; length]);
            }
            websocket.close(None).await.unwrap();
            serving.await.unwrap().unwrap();
        }
    }
}

/// The numbers of the extensions in a client's first message (RFC 8446 4.1.2).
fn extensions(hello: &[u8]) -> Vec<u16> {
    let number = |at: usize| u16::from_be_bytes([hello[at], hello[at + 1]]);
    // Headers of the record and the message, version, random bytes.
    let mut at = 5 + 4 + 2 + 32;
    at += 1 + usize::from(hello[at]);
    at += 2 + usize::from(number(at));
    at += 1 + usize::from(hello[at]);
    let end = at + 2 + usize::from(number(at));
    at += 2;
    let mut extensions = Vec::new();
    while at < end {
        extensions.push(number(at));
        at += 4 + usize::from(number(at + 2));
    }
    extensions
}

/// Nothing early, nothing resumed: also after a connection that would have made it possible. The server's name is
/// there unless it is an address.
#[tokio::test]
async fn h_05_what_clients_say_first() {
    const SERVER_NAME: u16 = 0;
    const PRE_SHARED_KEY: u16 = 41;
    const EARLY_DATA: u16 = 42;
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let server = authority.server().identity();
    for (name, client) in CLIENTS {
        let client = client(&authority.anchors(), &own).unwrap();
        for (_, server_of) in SERVERS {
            let server = server_of(&authority.anchors(), &server).unwrap();
            assert!(peers::meet(&client, &server, HOST).await.is_secure());
        }
        for (host, is_named) in [(HOST, true), ("127.0.0.1", false), ("::1", false)] {
            let (near, mut far) = duplex(1 << 16);
            let mut hello = Vec::with_capacity(4096);
            tokio::select! {
                _ = peers::connect(near, &client, host) => panic!("nobody answers"),
                read = far.read_buf(&mut hello) => read.unwrap(),
            };
            let extensions = extensions(&hello);
            assert_eq!(
                extensions.contains(&SERVER_NAME),
                is_named,
                "{name}, {host}"
            );
            let is_shown = hello
                .windows(HOST.len())
                .any(|part| part == HOST.as_bytes());
            assert_eq!(is_shown, is_named, "{name}, {host}");
            assert!(!extensions.contains(&PRE_SHARED_KEY), "{name}");
            assert!(!extensions.contains(&EARLY_DATA), "{name}");
        }
    }
}

/// Not what is secure over TCP alone, and not what is not over TLS.
#[tokio::test]
async fn h_06_schemes_are_not_mixed() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let secure = ClientRequest::new("wss://server.example/").unwrap();
    let refused = connect_tcp(&secure, Options::default()).await;
    assert!(matches!(refused, Err(Error::Io(error)) if error.kind() == ErrorKind::Unsupported));
    let plain = ClientRequest::new("ws://server.example/").unwrap();
    for (name, client) in CLIENTS {
        let client = client(&authority.anchors(), &own).unwrap();
        let refused = connect_tls(&plain, &client, Options::default()).await;
        assert!(
            matches!(refused, Err(Error::Io(error)) if error.kind() == ErrorKind::InvalidInput),
            "{name}"
        );
        let (near, _far) = duplex(1 << 16);
        let refused = connect_tls_over(near, &plain, &client, Config::default()).await;
        assert!(refused.is_err(), "{name}");
    }
}

/// A peer that says nothing, and one that says a byte at a time.
#[tokio::test(start_paused = true)]
async fn e_01_slow_handshakes_end() {
    let authority = Authority::new("authority");
    let timeout = Duration::from_secs(3);
    for (name, server) in SERVERS {
        let own = authority.server().identity();
        let server = server(&authority.anchors(), &own)
            .unwrap()
            .handshake_timeout(timeout);
        for is_silent in [true, false] {
            let (mut near, far) = duplex(1 << 16);
            let feeding = async {
                // A record that is announced and does not come to its end.
                for byte in [22, 3, 1, 2, 0].into_iter().chain([0; 500]) {
                    near.write_all(&[byte]).await.unwrap();
                    tokio::time::sleep(timeout / 10).await;
                    if is_silent {
                        break;
                    }
                }
                pending::<()>().await;
            };
            let start = Instant::now();
            let accepted = tokio::select! {
                accepted = peers::accept(far, &server) => accepted,
                () = feeding => panic!("it does not end"),
            };
            let error = accepted.expect_err("too slow");
            assert_eq!(error.kind(), ErrorKind::TimedOut, "{name}, {is_silent}");
            assert_eq!(start.elapsed(), timeout, "{name}, {is_silent}");
        }
    }
    for (name, client) in CLIENTS {
        let own = authority.client().identity();
        let client = client(&authority.anchors(), &own)
            .unwrap()
            .handshake_timeout(timeout);
        let (near, _far) = duplex(1 << 16);
        let error = peers::connect(near, &client, HOST)
            .await
            .expect_err("silent");
        assert_eq!(error.kind(), ErrorKind::TimedOut, "{name}");
    }
}

/// Through pipes that take a few bytes at a time, in both directions at once.
#[tokio::test]
async fn tr_02_tls_through_narrow_pipes() {
    let authority = Authority::new("authority");
    let client_identity = authority.client().identity();
    let server_identity = authority.server().identity();
    for (server_name, server) in SERVERS {
        let server = server(&authority.anchors(), &server_identity).unwrap();
        for (client_name, client) in CLIENTS {
            let client = client(&authority.anchors(), &client_identity).unwrap();
            for width in [1, 7, 300] {
                let (near, far) = duplex(width);
                let connecting = async {
                    let request = ClientRequest::new("wss://server.example/").unwrap();
                    connect_tls_over(near, &request, &client, Config::default()).await
                };
                let accepting = async {
                    let accepting = accept_tls(far, &server, Config::default()).await?;
                    let mut websocket = accepting.accept(&Acceptance::default())?;
                    websocket.flush().await?;
                    Ok::<_, Error>(websocket)
                };
                let (connected, accepted) = tokio::join!(connecting, accepting);
                let case = format!("{client_name}, {server_name}, {width}");
                let (mut near, mut far) = (connected.expect(&case).0, accepted.expect(&case));
                let message = vec![7; 30_000];
                let exchanges = tokio::join!(
                    async {
                        near.feed(&message[..]).await?;
                        let received = near.receive().await?.expect("a message");
                        near.flush().await?;
                        Ok::<_, Error>(received)
                    },
                    async {
                        far.feed(&message[..]).await?;
                        let received = far.receive().await?.expect("a message");
                        far.flush().await?;
                        Ok::<_, Error>(received)
                    },
                );
                for received in [exchanges.0, exchanges.1] {
                    let received = received.expect(&case);
                    assert!(received.as_bytes() == message, "{case}");
                }
            }
        }
    }
}

/// What is no TLS at all is refused at once, and so is an end in the middle.
#[tokio::test]
async fn other_protocols_and_early_ends() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    for (name, server) in SERVERS {
        let server = server(&authority.anchors(), &own).unwrap();
        let cases = [
            (
                &b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"[..],
                ErrorKind::InvalidData,
            ),
            (b"", ErrorKind::UnexpectedEof),
            (b"\x16\x03\x01\x02\0\x01", ErrorKind::UnexpectedEof),
        ];
        for (input, expected) in cases {
            let (mut near, far) = duplex(1 << 16);
            near.write_all(input).await.unwrap();
            near.shutdown().await.unwrap();
            let error = peers::accept(far, &server).await.expect_err("no TLS");
            assert_eq!(error.kind(), expected, "{name}: {error}");
        }
    }
}

/// To the proxy over TLS, and through its tunnel to the server over TLS: each shows a certificate of its own, and the
/// proxy's is not good enough for the server.
#[tokio::test]
async fn g_09_px_09_proxies_are_not_servers() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let proxy_identity = authority
        .issue_name(domain_name("proxy.example"))
        .identity();
    for (client_name, client) in CLIENTS {
        for (_, server) in SERVERS {
            for is_right in [true, false] {
                let anchors = authority.anchors();
                let right = authority.server().identity();
                let shown = if is_right { &right } else { &proxy_identity };
                let server = server(&anchors, shown).unwrap();
                let proxy = tls::ServerTls::rustls(&anchors, &proxy_identity).unwrap();
                let (near, far) = duplex(1 << 16);
                let serving = tokio::spawn(async move {
                    let mut outer = peers::accept(far, &proxy).await.unwrap();
                    let mut space = [0; 1000];
                    let count = peers::read(&mut outer, &mut space).await.unwrap();
                    assert!(space[..count].starts_with(b"CONNECT server.example:443 "));
                    peers::write(&mut outer, b"HTTP/1.1 200 OK\r\n\r\n")
                        .await
                        .unwrap();
                    let mut timer = TokioTimer::default();
                    let mut inner = tls::accept(outer, &mut timer, &server).await?;
                    peers::write(&mut inner, b"hello").await
                });
                let client = client(&anchors, &own).unwrap();
                let mut timer = TokioTimer::default();
                let transport = TokioTransport(near);
                let outer = tls::connect(transport, &mut timer, "proxy.example", &client);
                let outer = outer.await.unwrap();
                let ask = ProxyConnect::new(HOST, 443, None, Config::default(), timer.now());
                let Tunnel::Open(outer) = tunnel(outer, TokioTimer::default(), ask.unwrap())
                    .await
                    .unwrap()
                else {
                    panic!("no tunnel");
                };
                match tls::connect(outer, &mut timer, HOST, &client).await {
                    Ok(mut inner) => {
                        assert!(is_right, "{client_name}");
                        let mut space = [0; 16];
                        let count = peers::read(&mut inner, &mut space).await.unwrap();
                        assert_eq!(space[..count], *b"hello");
                        assert!(inner.get_ref().peer_identity().is_host("proxy.example"));
                    }
                    Err(error) => {
                        assert!(!is_right, "{client_name}: {error}");
                        assert_eq!(error.kind(), ErrorKind::InvalidData);
                    }
                }
                assert_eq!(serving.await.unwrap().is_ok(), is_right);
            }
        }
    }
}

/// Not older than what has the known faults repaired.
#[test]
fn h_02_versions_without_known_faults() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    let lock = fs::read_to_string(lock).unwrap();
    let floors = [
        ("rustls", [0, 23, 18]),
        ("rustls-webpki", [0, 103, 13]),
        ("ring", [0, 17, 12]),
        ("bytes", [1, 11, 1]),
        ("quick-xml", [0, 41, 0]),
    ];
    for (name, floor) in floors {
        let entry = format!("name = \"{name}\"\nversion = \"");
        let versions: Vec<Vec<u32>> = lock
            .split(&entry)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|version| {
                version
                    .split('.')
                    .map(|part| part.parse().unwrap())
                    .collect()
            })
            .collect();
        assert!(!versions.is_empty(), "{name} is not used");
        for version in versions {
            assert!(version >= floor.to_vec(), "{name} {version:?}");
        }
    }
}
