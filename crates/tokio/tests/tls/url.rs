//! `connect` with a URL of `wss`: the trust anchors are those of the platform, which a variable of the environment names. So the
//! client is a process of its own: this program, with one test.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use onem2m_ws_tokio::core::{Acceptance, Config, Message};
use onem2m_ws_tokio::{Options, accept, connect};
use rcgen::SanType;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, crypto::ring};

use crate::authorities::{Authority, Issued};

const URL: &str = "ONEM2M_WS_TEST_URL";

/// A server of the web, which asks no client who it is; it greets one client.
async fn greet_one(listener: TcpListener, issued: &Issued) -> Option<()> {
    let chain = issued.der().iter().cloned().map(CertificateDer::from);
    let key = PrivateKeyDer::try_from(issued.key_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain.collect(), key)
        .unwrap();
    let (stream, _) = listener.accept().await.unwrap();
    let secured = TlsAcceptor::from(Arc::new(config)).accept(stream).await;
    let accepting = accept(secured.ok()?, Config::DEFAULT).await.ok()?;
    let mut websocket = accepting.accept(&Acceptance::new()).unwrap();
    websocket.send("hello").await.ok()?;
    websocket.next().await.ok().map(|_| ())
}

/// Whether the client takes a server of `authority` for who it wants, when it trusts `trusted`.
async fn is_taken(authority: &Authority, trusted: &Authority, name: &str) -> bool {
    let anchor = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&anchor, trusted.pem()).unwrap();
    let address = SanType::IpAddress([127, 0, 0, 1].into());
    let issued = authority.issue_name(address);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("wss://{}/", listener.local_addr().unwrap());
    let client = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "url::as_a_process_of_its_own", "--ignored"])
        .env(URL, url)
        .env("SSL_CERT_FILE", &anchor)
        .env_remove("SSL_CERT_DIR")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .status();
    let (greeted, client) = tokio::join!(greet_one(listener, &issued), client);
    fs::remove_file(anchor).unwrap();
    let is_content = client.unwrap().success();
    assert_eq!(greeted.is_some(), is_content);
    is_content
}

#[tokio::test]
async fn a_url_is_enough_for_wss() {
    let authority = Authority::new("authority");
    assert!(is_taken(&authority, &authority, "platform-own.pem").await);
    let other = Authority::new("authority");
    assert!(!is_taken(&authority, &other, "platform-other.pem").await);
}

#[tokio::test]
#[ignore = "a part of `a_url_is_enough_for_wss`"]
async fn as_a_process_of_its_own() {
    let url = std::env::var(URL).unwrap();
    let (mut websocket, _) = connect(url, Options::default()).await.unwrap();
    let hello = websocket.receive().await.unwrap();
    assert_eq!(hello, Some(Message::from("hello")));
    websocket.close(None).await.unwrap();
}
