//! What both sides of a refusal say.

use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;

use onem2m_ws_tokio::driver::core::{ClientRequest, Config, HandshakeError, Role};
use onem2m_ws_tokio::driver::tls::{
    ClientTls, CredentialsError, Identity, RefusedClient, ServerIdentity, ServerTls, TlsError,
    TlsListener, TlsTransport,
};
use onem2m_ws_tokio::driver::{Accepted, Error, Listener};
use onem2m_ws_tokio::{TokioRuntime, TokioTransport, connect_over, connect_tls_over};
use rcgen::{KeyPair, PKCS_ECDSA_P384_SHA384};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

use crate::authorities::{Authority, CLIENT_AE, HOST, domain_name, uri};
use crate::peers::{self, CLIENTS, SERVERS, meet};

const CSE_ID: &str = "//operator.example/IN-CSE";
const ADDRESS: &str = "192.0.2.7:4711";

/// A listener that has accepted one stream.
struct One(Option<DuplexStream>);

impl Listener for One {
    type Transport = TokioTransport<DuplexStream>;
    type Preparing = core::future::Ready<io::Result<Accepted<Self::Transport>>>;

    fn poll_accept(
        &mut self,
        _: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        let Some(stream) = self.0.take() else {
            return Poll::Pending;
        };
        let address = ADDRESS.parse::<SocketAddr>().unwrap();
        let accepted = Accepted::plain(TokioTransport(stream)).from_address(address);
        Poll::Ready(Ok((Some(address), core::future::ready(Ok(accepted)))))
    }
}

type Preparing = Pin<Box<dyn Future<Output = io::Result<Secured>> + Send>>;
type Secured = Accepted<TlsTransport<TokioTransport<DuplexStream>>>;

/// What a registrar's listener makes of a stream.
fn listen(stream: DuplexStream, tls: ServerTls) -> Preparing {
    let mut listener = TlsListener::new(One(Some(stream)), TokioRuntime, tls, CSE_ID);
    match listener.poll_accept(&mut Context::from_waker(core::task::Waker::noop())) {
        Poll::Ready(Ok((peer, preparing))) => {
            assert_eq!(peer, ADDRESS.parse().ok());
            preparing
        }
        Poll::Ready(Err(_)) | Poll::Pending => panic!("there is one"),
    }
}

/// `m2m://…` is not how TS-0003 writes an AE-ID: the operator learns whose certificate it is and from where, and the client
/// learns that it is refused for its names.
#[tokio::test]
async fn n_13_certificates_that_name_no_entity() {
    let authority = Authority::new("authority");
    let server_own = authority.server().identity();
    let names = format!("m2m:{CLIENT_AE}");
    let own = authority.issue_name(uri(&names)).identity();
    let request = ClientRequest::new(&format!("wss://{HOST}/")).unwrap();
    for (server_name, server) in SERVERS {
        for (client_name, client) in CLIENTS {
            let case = format!("{client_name}, {server_name}");
            let (near, far) = duplex(1 << 16);
            let server = server(&authority.anchors(), &server_own).unwrap();
            let client = client(&authority.anchors(), &own).unwrap();
            let connecting = connect_tls_over(near, &request, &client, Config::DEFAULT);
            let (accepted, connected) = tokio::join!(listen(far, server), connecting);

            let error = accepted.expect_err(&case);
            assert_eq!(error.kind(), io::ErrorKind::PermissionDenied, "{case}");
            let refused = RefusedClient::of(&error).expect(&case);
            assert_eq!(refused.address, Some(ADDRESS.parse().unwrap()), "{case}");
            let identity = refused.identity.as_ref().expect(&case);
            assert_eq!(identity.to_string(), names, "{case}");
            let of = TlsError::of(&error);
            assert_eq!(of, Some(&TlsError::NoEntity(identity.clone())), "{case}");
            let reason = format!(
                "no entity belongs to {names}; an AE-ID stands in a certificate as {CLIENT_AE} (TS-0003 10.1.1.5)"
            );
            let text = error.to_string();
            assert_eq!(text, format!("{ADDRESS} was not let in: {reason}"));

            let error = connected.expect_err(&case);
            let expected = format!("the server answered 403 Forbidden: {reason}");
            assert!(error.to_string().ends_with(&expected), "{case}: {error}");
        }
    }
}

/// Who is refused by TLS itself: the address is known, and the client is told by an alert.
#[tokio::test]
async fn n_13_certificates_of_nobody_that_is_known() {
    let authority = Authority::new("authority");
    let server_own = authority.server().identity();
    let own = Authority::new("another").client().identity();
    for (server_name, server) in SERVERS {
        for (client_name, client) in CLIENTS {
            let case = format!("{client_name}, {server_name}");
            let (near, far) = duplex(1 << 16);
            let server = server(&authority.anchors(), &server_own).unwrap();
            let client = client(&authority.anchors(), &own).unwrap();
            let connecting = async {
                let mut tls = peers::connect(near, &client, HOST).await?;
                peers::read(&mut tls, &mut [0; 16]).await
            };
            let (accepted, connected) = tokio::join!(listen(far, server), connecting);
            let error = accepted.expect_err(&case);
            let refused = RefusedClient::of(&error).expect(&case);
            assert_eq!(refused.address, Some(ADDRESS.parse().unwrap()), "{case}");
            assert_eq!(refused.identity, None, "{case}");
            let error = connected.expect_err(&case);
            assert_eq!(
                TlsError::of(&error),
                Some(&TlsError::Alert(48)),
                "{case}: {error}"
            );
            assert!(error.to_string().contains("unknown_ca (48)"), "{error}");
        }
    }
}

/// A client says which server it found instead.
#[tokio::test]
async fn n_13_certificates_of_other_servers() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let cse = ServerIdentity::CseId("MN.m2m.operator.example".to_owned());
    for (expected, server_identity) in [
        (HOST, ServerIdentity::Host),
        ("MN.m2m.operator.example", cse),
    ] {
        let other = authority
            .issue_name(domain_name("other.example"))
            .identity();
        for (server_name, server) in SERVERS {
            let server = server(&authority.anchors(), &other).unwrap();
            for (client_name, client) in CLIENTS {
                let case = format!("{client_name}, {server_name}");
                let client = client(&authority.anchors(), &own).unwrap();
                let client = client.server_identity(server_identity.clone());
                let found = meet(&client, &server, HOST).await;
                let error = found.server.expect_err(&case);
                let text = error.to_string();
                assert_eq!(
                    text,
                    format!(
                        "the server's certificate is not for {expected}, but for other.example"
                    ),
                    "{case}"
                );
                let of = TlsError::of(&error);
                assert!(matches!(of, Some(TlsError::OtherServer { .. })), "{case}");
                let error = found.client.expect_err(&case);
                let of = TlsError::of(&error);
                assert!(matches!(of, Some(TlsError::Alert(_))), "{case}: {error:?}");
            }
        }
    }
}

/// `wss` to a port that does not speak it, whatever it does: it says so.
#[tokio::test]
async fn n_21_servers_that_do_not_speak_tls() {
    let authority = Authority::new("authority");
    let own = authority.client().identity();
    let http = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
    let cases: [(&[u8], &str); 4] = [
        (
            http,
            "the server does not speak TLS here: it sent \"HTTP/1.1 400 Bad\"",
        ),
        (
            b"220 mail",
            "the server does not speak TLS here: it sent \"220 mail\"",
        ),
        (b"", "the server closed the transport without a word of TLS"),
        (
            b"\x16\x03\x03\x02",
            "the server closed the transport within the TLS handshake",
        ),
    ];
    for (answer, expected) in cases {
        for (name, client) in CLIENTS {
            let (near, mut far) = duplex(1 << 16);
            let client = client(&authority.anchors(), &own).unwrap();
            far.write_all(answer).await.unwrap();
            far.shutdown().await.unwrap();
            let error = peers::connect(near, &client, HOST).await.expect_err(name);
            assert!(error.to_string().starts_with(expected), "{name}: {error}");
            assert!(TlsError::of(&error).is_some(), "{name}: {error:?}");
        }
        for (name, server) in SERVERS {
            let (near, mut far) = duplex(1 << 16);
            let server = server(&authority.anchors(), &authority.server().identity()).unwrap();
            far.write_all(answer).await.unwrap();
            far.shutdown().await.unwrap();
            let error = peers::accept(near, &server).await.expect_err(name);
            let expected = expected.replace("server", "client");
            assert!(error.to_string().starts_with(&expected), "{name}: {error}");
        }
    }
}

/// `ws` to a port that speaks TLS, which answers with an alert, and the other way round.
#[tokio::test]
async fn n_21_servers_that_speak_tls() {
    let authority = Authority::new("authority");
    let own = authority.server().identity();
    let request = ClientRequest::new(&format!("ws://{HOST}/")).unwrap();
    for (name, server) in SERVERS {
        let (near, far) = duplex(1 << 16);
        let server = server(&authority.anchors(), &own).unwrap();
        let connecting = connect_over(near, &request, Config::DEFAULT);
        let serving = async {
            let error = peers::accept(far, &server).await.expect_err(name);
            let of = TlsError::of(&error).cloned();
            let found = b"GET / HTTP/1.1\r\n".to_vec();
            let peer = Role::Client;
            assert_eq!(of, Some(TlsError::NotTls { peer, found }), "{name}");
        };
        let (connected, ()) = tokio::join!(connecting, serving);
        let error = connected.expect_err(name);
        let Error::Handshake(HandshakeError::Violation(violation)) = &error else {
            panic!("{name}: {error:?}");
        };
        assert!(violation.is_tls());
        assert!(
            error.to_string().contains("that is TLS: try wss"),
            "{error}"
        );
    }

    let (near, mut far) = duplex(1 << 16);
    let client = ClientTls::rustls(&authority.anchors(), &authority.client().identity()).unwrap();
    let connecting = peers::connect(near, &client, HOST);
    let serving = async {
        let mut hello = vec![0; 1000];
        let count = far.read(&mut hello).await.unwrap();
        let (mut client_side, server_side) = duplex(1 << 16);
        client_side.write_all(&hello[..count]).await.unwrap();
        let accepting = onem2m_ws_tokio::accept(server_side, Config::DEFAULT);
        let reading = async {
            let mut answer = Vec::new();
            client_side.read_to_end(&mut answer).await.unwrap();
            client_side.shutdown().await.unwrap();
            answer
        };
        let (accepted, answer) = tokio::join!(accepting, reading);
        far.write_all(&answer).await.unwrap();
        let error = accepted.expect_err("it is no request");
        assert!(error.to_string().contains("that is TLS"), "{error}");
    };
    let (connected, ()) = tokio::join!(connecting, serving);
    let text = connected.expect_err("it is no TLS").to_string();
    assert!(text.contains("does not speak TLS here"), "{text}");
}

/// A key belongs to its certificate, or nothing is made of them.
#[test]
fn n_23_keys_of_other_certificates() {
    let authority = Authority::new("authority");
    let (one, other) = (authority.client(), authority.client());
    let chain = one.pem().concat();
    assert!(Identity::from_pem(chain.as_bytes(), one.key_pem().as_bytes()).is_ok());
    let wide = KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap();
    for key in [other.key_pem(), wide.serialize_pem()] {
        let crossed = Identity::from_pem(chain.as_bytes(), key.as_bytes());
        assert!(
            matches!(crossed, Err(CredentialsError::OtherKey)),
            "{crossed:?}"
        );
    }
}
