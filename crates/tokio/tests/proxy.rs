//! Through a real proxy (TS-0020 6.6; rows G and PX): `tests/proxy/run` says with which.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::future::Future;
use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::fs;
use std::net::TcpListener as StdListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use onem2m_ws_tokio::core::{Acceptance, ClientRequest, Config, Message, ProxyError};
use onem2m_ws_tokio::driver::binding::{RegistrarConfig, RegistreeConfig, RegistreeState};
use onem2m_ws_tokio::driver::primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws_tokio::driver::{self, Error};
use onem2m_ws_tokio::{
    IncomingRequest, Options, PlainListener, Proxy, Route, RoutedWebSocket, ServeLimits,
    TokioRuntime, accept, connect_by, registrar, route_connector, serve,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// A tinyproxy of our own, with a folder for its configuration.
struct TinyProxy {
    child: Child,
    configuration: PathBuf,
    port: u16,
}

impl TinyProxy {
    async fn start(settings: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let port = free_port();
        let file = format!("tinyproxy-{}-{count}", std::process::id());
        let configuration = std::env::temp_dir().join(file);
        let text = format!(
            "Port {port}\nListen 127.0.0.1\nAllow 127.0.0.1\nTimeout 60\nMaxClients 20\n{settings}\n"
        );
        fs::write(&configuration, text).unwrap();
        let child = Self::spawn(&configuration);
        let proxy = Self {
            child,
            configuration,
            port,
        };
        proxy.reached().await;
        proxy
    }

    fn spawn(configuration: &PathBuf) -> Child {
        let program = std::env::var("TINYPROXY").unwrap();
        let mut command = Command::new(program);
        command.arg("-d").arg("-c").arg(configuration);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    }

    /// Waits until it listens.
    async fn reached(&self) {
        soon(async {
            while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
                sleep(Duration::from_millis(10)).await;
            }
        })
        .await;
    }

    fn route(&self) -> Proxy {
        Proxy::new("127.0.0.1", self.port)
    }

    fn die(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    async fn live_again(&mut self) {
        self.child = Self::spawn(&self.configuration);
        self.reached().await;
    }
}

impl Drop for TinyProxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_file(&self.configuration);
    }
}

fn free_port() -> u16 {
    let held = StdListener::bind("127.0.0.1:0").unwrap();
    held.local_addr().unwrap().port()
}

async fn soon<F: Future>(future: F) -> F::Output {
    timeout(Duration::from_secs(20), future).await.unwrap()
}

/// A server that echoes, and its address.
async fn echo() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let accepting = accept(stream, Config::default()).await.unwrap();
                let mut websocket = accepting.accept(&Acceptance::new()).unwrap();
                while let Ok(Some((message, websocket))) = websocket.next().await {
                    if websocket.send(message).await.is_err() {
                        break;
                    }
                }
            });
        }
    });
    address.to_string()
}

async fn connect(proxy: Proxy, url: &str) -> Result<RoutedWebSocket, Error> {
    let request = ClientRequest::new(url).unwrap();
    let route = Route::direct().through(proxy);
    let connected = soon(connect_by(&route, &request, Options::default())).await;
    connected.map(|(websocket, _)| websocket)
}

async fn check_echo(websocket: &mut RoutedWebSocket) {
    let long = vec![7; 100_000];
    for message in [Message::from("hello"), Message::from(&long[..])] {
        websocket.send(message.clone()).await.unwrap();
        let answer = soon(websocket.receive()).await.unwrap().unwrap();
        assert_eq!(answer, message);
    }
}

#[tokio::test]
#[ignore = "needs tinyproxy: tests/proxy/run"]
async fn w_27_w_30_w_76_ws_through_a_proxy() {
    let proxy = TinyProxy::start("").await;
    let server = echo().await;
    let mut websocket = connect(proxy.route(), &format!("ws://{server}/"))
        .await
        .unwrap();
    check_echo(&mut websocket).await;
}

#[cfg(feature = "rustls")]
#[tokio::test]
#[ignore = "needs tinyproxy: tests/proxy/run"]
async fn w_27_w_76_wss_through_a_proxy() {
    use onem2m_ws_tokio::accept_tls;
    use onem2m_ws_tokio::driver::tls::{ClientTls, Identity, ServerTls, TrustAnchors};
    use rcgen::{CertificateParams, KeyPair};

    // One certificate for everything.
    let mut params = CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
    params.is_ca = rcgen::IsCa::ExplicitNoCa;
    params.key_usages = vec![rcgen::KeyUsagePurpose::DigitalSignature];
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap();
    let anchors = TrustAnchors::from_der([certificate.der().to_vec()]).unwrap();
    let own = Identity::from_der([certificate.der().to_vec()], key.serialize_der()).unwrap();
    let server_tls = ServerTls::rustls(&anchors, &own).unwrap();
    let client_tls = ClientTls::rustls(&anchors, &own).unwrap();

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("wss://{}/", listener.local_addr().unwrap());
    let serving = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let accepting = accept_tls(stream, &server_tls, Config::default()).await;
        let mut websocket = accepting.unwrap().accept(&Acceptance::new()).unwrap();
        while let Ok(Some((message, websocket))) = websocket.next().await {
            websocket.send(message).await.unwrap();
        }
    });
    let proxy = TinyProxy::start("").await;
    let request = ClientRequest::new(&url).unwrap();
    let route = Route::direct().through(proxy.route()).tls(client_tls);
    let connected = soon(connect_by(&route, &request, Options::default())).await;
    let (mut websocket, _) = connected.unwrap();
    check_echo(&mut websocket).await;
    drop(websocket);
    soon(serving).await.unwrap();
}

#[tokio::test]
#[ignore = "needs tinyproxy: tests/proxy/run"]
async fn px_credentials() {
    let proxy = TinyProxy::start("BasicAuth user secret").await;
    let url = format!("ws://{}/", echo().await);
    // The second status is the wrong one; what counts is that it is told.
    let refused = [
        (proxy.route(), 407),
        (proxy.route().credentials("user", "wrong"), 401),
    ];
    for (proxy, status) in refused {
        let error = connect(proxy, &url).await.unwrap_err();
        let Error::Proxy(ProxyError::Status(response)) = &error else {
            panic!("{error}")
        };
        assert_eq!(response.status(), status);
    }
    let right = proxy.route().credentials("user", "secret");
    for proxy in [right.clone(), right.preemptively()] {
        check_echo(&mut connect(proxy, &url).await.unwrap()).await;
    }
}

/// Neither a port that the proxy does not allow, nor one where nobody is.
#[tokio::test]
#[ignore = "needs tinyproxy: tests/proxy/run"]
async fn px_refused_targets() {
    let server = echo().await;
    let strict = TinyProxy::start("ConnectPort 443").await;
    let lax = TinyProxy::start("").await;
    let nobody = format!("127.0.0.1:{}", free_port());
    for (proxy, target) in [(&strict, &server), (&lax, &nobody)] {
        let error = connect(proxy.route(), &format!("ws://{target}/"))
            .await
            .unwrap_err();
        assert!(
            matches!(&error, Error::Proxy(ProxyError::Status(response)) if response.status() >= 400),
            "{error}"
        );
    }
}

/// A connection whose proxy dies is lost, and the error says so; without the proxy there is no other.
#[tokio::test]
#[ignore = "needs tinyproxy: tests/proxy/run"]
async fn px_a_proxy_that_dies() {
    let mut proxy = TinyProxy::start("").await;
    let url = format!("ws://{}/", echo().await);
    let mut websocket = connect(proxy.route(), &url).await.unwrap();
    check_echo(&mut websocket).await;
    proxy.die();
    let lost = soon(websocket.receive()).await.unwrap_err();
    assert!(matches!(lost, Error::Lost(_) | Error::Io(_)), "{lost}");
    let error = connect(proxy.route(), &url).await.unwrap_err();
    assert!(matches!(error, Error::Io(_)), "{error}");
    proxy.live_again().await;
    check_echo(&mut connect(proxy.route(), &url).await.unwrap()).await;
}

async fn cse(incoming: IncomingRequest) {
    let request = &incoming.request;
    let response = if request.resource_type == Some(ResourceType::AE) {
        ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
            .content(Content::json_text(r#"{"m2m:ae":{"aei":"C1","ri":"C1"}}"#).unwrap())
    } else {
        ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
    };
    incoming.responder.respond(response);
}

/// A registree behind a proxy comes back when the proxy does, and asks what it was asked to meanwhile.
#[tokio::test]
#[ignore = "needs tinyproxy: tests/proxy/run"]
async fn registrees_behind_a_proxy_that_dies() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    let (handle, absent) = registrar(RegistrarConfig::default()).unwrap();
    let limits = ServeLimits::default();
    tokio::spawn(serve(PlainListener(listener), handle, absent, cse, limits));

    let mut proxy = TinyProxy::start("").await;
    let mut config = RegistreeConfig::new([url.parse().unwrap()]);
    config.originator = Some("C1".into());
    config.backoff.initial = Duration::from_millis(20);
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"N","rr":true,"srv":["3"]}}"#).unwrap();
    let registration = RequestPrimitive::create(
        "cse-in",
        RequestIdentifier::UNASSIGNED,
        ResourceType::AE,
        ae,
    );
    config.registration = Some(registration.from("C1"));
    let route = Route::direct().through(proxy.route());
    let connector = route_connector(route, Options::default());
    let (registree, _incoming, task) =
        driver::registree(config, Config::default(), connector, TokioRuntime).unwrap();
    tokio::spawn(task);
    let ask = async || {
        let request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
        soon(registree.request(request.from("C1"))).await.unwrap()
    };
    assert_eq!(ask().await.status, ResponseStatusCode::OK);
    proxy.die();
    let mut state = registree.state();
    while state == RegistreeState::Up {
        state = soon(registree.state_changed(state)).await;
    }
    let (answer, ()) = tokio::join!(ask(), proxy.live_again());
    assert_eq!(answer.status, ResponseStatusCode::OK);
}
