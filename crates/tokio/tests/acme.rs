//! Registrees at a real CSE, ACME, and that CSE at our registrar. `tests/acme/run` starts it and runs these.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use core::future::Future;
use core::time::Duration;
use std::env;
use std::process::Command;
use std::sync::{Arc, Mutex};

use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode, ResponseType, ResponseTypeValue,
};
use onem2m_ws::{
    Pacing, RegistrarConfig, RegistreeConfig, RegistreeEvent, RegistreeState, Subprotocol,
};
use onem2m_ws_driver::{Listener, Observed, RegistreeActivity};
use onem2m_ws_tokio::core::{ClientRequest, PermessageDeflate};
use onem2m_ws_tokio::{
    IncomingRequest, Options, PlainListener, RegistreeHandle, RequestFailure, ServeLimits, connect,
    registrar, registree, serve,
};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

const PATIENCE: Duration = Duration::from_secs(30);

async fn soon<F: Future>(future: F) -> F::Output {
    timeout(PATIENCE, future).await.unwrap()
}

fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is set by tests/acme/run"))
}

/// What a name becomes in one of several runs.
fn fresh(name: &str) -> String {
    format!("{name}{:08x}", std::process::id())
}

struct Ae {
    handle: RegistreeHandle,
    name: String,
    /// The notifications it has answered.
    notifications: mpsc::UnboundedReceiver<String>,
}

impl Ae {
    fn new(
        name: &str,
        subprotocol: Subprotocol,
        change: impl FnOnce(&mut RegistreeConfig),
    ) -> Self {
        let mut config = RegistreeConfig::new([setting("ACME_URL").parse().unwrap()]);
        config.subprotocols = vec![subprotocol];
        config.originator = Some(name.into());
        config.session.pacing = Some(Pacing::ONE_AT_A_TIME);
        config.backoff.initial = Duration::from_millis(200);
        config.backoff.maximum = Duration::from_secs(1);
        // Where ACME looks for the serialization of notifications.
        let csz = if subprotocol == Subprotocol::CBOR {
            r#","csz":["application/cbor"]"#
        } else {
            ""
        };
        let ae = format!(
            r#"{{"m2m:ae":{{"rn":"{name}","api":"Ntest","rr":true,"srv":["3","4"],"poa":["ws://default"]{csz}}}}}"#
        );
        let ae = Content::json_text(ae).unwrap();
        let registration = RequestPrimitive::create(
            "cse-in",
            RequestIdentifier::UNASSIGNED,
            ResourceType::AE,
            ae,
        );
        config.registration = Some(registration.from(name.to_owned()).release_version("4"));
        change(&mut config);
        let (handle, mut incoming, task) = registree(config).unwrap();
        tokio::spawn(task);
        let (noted, notifications) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Some(incoming) = incoming.next().await {
                assert_eq!(incoming.request.operation, Operation::NOTIFY);
                let content = incoming.request.content.as_ref().unwrap();
                let text = format!("{:?}", content.value().unwrap());
                incoming.respond_status(ResponseStatusCode::OK);
                let _ = noted.send(text);
            }
        });
        Self {
            handle,
            name: name.into(),
            notifications,
        }
    }

    fn request(&self, operation: Operation, to: impl Into<String>) -> RequestPrimitive<'static> {
        RequestPrimitive::new(operation, to.into(), RequestIdentifier::UNASSIGNED)
            .from(self.name.clone())
            .release_version("4")
    }

    async fn ask(&self, request: RequestPrimitive<'static>) -> ResponsePrimitive<'static> {
        soon(self.handle.request(request)).await.unwrap()
    }

    async fn create(
        &self,
        below: &str,
        resource_type: ResourceType,
        content: &str,
    ) -> ResponseStatusCode {
        let request = self
            .request(Operation::CREATE, format!("cse-in/{}{below}", self.name))
            .resource_type(resource_type)
            .content(Content::json_text(content).unwrap());
        self.ask(request).await.status
    }

    async fn notification(&mut self) -> String {
        soon(self.notifications.recv()).await.unwrap()
    }

    async fn deregister(&self) {
        let deletion = self.request(Operation::DELETE, format!("cse-in/{}", self.name));
        assert_eq!(self.ask(deletion).await.status, ResponseStatusCode::DELETED);
        assert!(!self.handle.is_registered());
    }
}

/// Registration, retrieval, creation, subscription, notification on the same connection, verification, a non-blocking
/// request, errors, deregistration.
#[tokio::test]
#[ignore = "needs the CSE that tests/acme/run starts"]
async fn a_life() {
    for subprotocol in [Subprotocol::JSON, Subprotocol::CBOR] {
        let serialization = format!("{:?}", subprotocol.serialization());
        let mut ae = Ae::new(&fresh(&format!("C{serialization}")), subprotocol, |_| {});
        soon(ae.handle.registered()).await.unwrap();
        let base = ae.ask(ae.request(Operation::RETRIEVE, "cse-in")).await;
        assert_eq!(base.status, ResponseStatusCode::OK);
        assert_eq!(base.content.unwrap().root_name(), "m2m:cb");

        assert_eq!(
            ae.create("", ResourceType::CONTAINER, r#"{"m2m:cnt":{"rn":"c"}}"#)
                .await,
            ResponseStatusCode::CREATED
        );
        let subscription = format!(
            r#"{{"m2m:sub":{{"rn":"s","nu":["{}"],"enc":{{"net":[3]}},"nct":1}}}}"#,
            ae.name
        );
        assert_eq!(
            ae.create("/c", ResourceType::SUBSCRIPTION, &subscription)
                .await,
            ResponseStatusCode::CREATED
        );
        for value in ["21.5", "zwölf €"] {
            let instance = format!(r#"{{"m2m:cin":{{"con":"{value}"}}}}"#);
            assert_eq!(
                ae.create("/c", ResourceType::CONTENT_INSTANCE, &instance)
                    .await,
                ResponseStatusCode::CREATED
            );
            assert!(ae.notification().await.contains(value));
        }

        // Somebody else subscribes for this AE, which is asked whether it wants that.
        let other = Ae::new(
            &fresh(&format!("Cother{serialization}")),
            subprotocol,
            |_| {},
        );
        soon(other.handle.registered()).await.unwrap();
        assert_eq!(
            other
                .create("", ResourceType::CONTAINER, r#"{"m2m:cnt":{"rn":"c"}}"#)
                .await,
            ResponseStatusCode::CREATED
        );
        assert_eq!(
            other
                .create("/c", ResourceType::SUBSCRIPTION, &subscription)
                .await,
            ResponseStatusCode::CREATED
        );
        assert!(ae.notification().await.contains("vrq"));
        other.deregister().await;

        // Acknowledged, and answered by a notification.
        let mut request = ae.request(Operation::RETRIEVE, format!("cse-in/{}/c", ae.name));
        request.response_type = Some(ResponseType {
            value: Some(ResponseTypeValue::NON_BLOCKING_REQUEST_ASYNCH),
            notification_targets: Some(vec![ae.name.clone().into()]),
        });
        let acknowledgement = ae.ask(request).await;
        assert_eq!(
            acknowledgement.status,
            ResponseStatusCode::ACCEPTED_NON_BLOCKING_ASYNCH
        );
        assert!(ae.notification().await.contains("m2m:rsp"));

        let missing = ae
            .ask(ae.request(Operation::RETRIEVE, "cse-in/nobody"))
            .await;
        assert_eq!(missing.status, ResponseStatusCode::NOT_FOUND);
        let twice = ae
            .create("", ResourceType::CONTAINER, r#"{"m2m:cnt":{"rn":"c"}}"#)
            .await;
        assert_eq!(twice, ResponseStatusCode::CONFLICT);
        ae.deregister().await;
        ae.handle.end();
        soon(async {
            while ae.handle.state() != RegistreeState::Ended {
                ae.handle.state_changed(ae.handle.state()).await;
            }
        })
        .await;
    }
}

fn acme(arguments: &[&str], environment: &[(&str, &str)]) {
    let mut command = Command::new(setting("ACME_START"));
    command.args(arguments).envs(environment.iter().copied());
    assert!(command.status().unwrap().success());
}

/// The CSE is killed while requests are outstanding, and started again: each request ends once, and the registree comes back.
#[tokio::test]
#[ignore = "needs the CSE that tests/acme/run starts"]
async fn the_cse_restarts() {
    let ae = Ae::new(&fresh("Crestart"), Subprotocol::JSON, |config| {
        config.lost_statuses.push(ResponseStatusCode::NOT_FOUND);
        config.session.response_timeout = Duration::from_secs(3);
        config.session.delivery_timeout = Duration::from_secs(60);
    });
    soon(ae.handle.registered()).await.unwrap();
    let mut events = ae.handle.events();
    let mut asked: Vec<_> = (0..200)
        .map(|_| {
            let (handle, request) = (ae.handle.clone(), ae.request(Operation::RETRIEVE, "cse-in"));
            tokio::spawn(async move { handle.request(request).await })
        })
        .collect();
    // With the first answer the others are on their way.
    let first = soon(asked.remove(0)).await.unwrap();
    assert!(first.is_ok());
    tokio::task::spawn_blocking(|| acme(&["stop"], &[]))
        .await
        .unwrap();
    tokio::task::spawn_blocking(|| acme(&["start"], &[]))
        .await
        .unwrap();
    let (mut answered, mut expired) = (1, 0);
    for request in asked {
        match timeout(Duration::from_secs(70), request)
            .await
            .unwrap()
            .unwrap()
        {
            Ok(_) => answered += 1,
            Err(RequestFailure::Ended(_)) => expired += 1,
            Err(other) => panic!("{other}"),
        }
    }
    println!("{answered} answered, {expired} expired");
    // It keeps its data in memory: the registration is gone with it. The registree asks, and registers again.
    let is_lost = |activity: &RegistreeActivity| {
        matches!(
            activity,
            RegistreeActivity::Event(RegistreeEvent::RegistrationLost { .. })
        )
    };
    soon(async {
        loop {
            match events.next().await.unwrap() {
                Observed::Event(activity) if is_lost(&activity) => return,
                Observed::Event(_) | Observed::Missed(_) => {}
            }
        }
    })
    .await;
    soon(ae.handle.registered()).await.unwrap();
    let own = ae.request(Operation::RETRIEVE, format!("cse-in/{}", ae.name));
    assert_eq!(ae.ask(own).await.status, ResponseStatusCode::OK);
    assert_eq!(ae.handle.counters().get("registrations_lost"), 1);
}

/// What ACME asks of our registrar, as an originator and target.
type Asked = Arc<Mutex<Vec<(String, RequestPrimitive<'static>)>>>;

async fn cse(asked: Asked, incoming: IncomingRequest) {
    let request = &incoming.request;
    let from = request.from.as_deref().unwrap_or_default().to_owned();
    asked.lock().unwrap().push((from, request.clone()));
    let response = match (request.operation, request.resource_type) {
        (Operation::CREATE, Some(ResourceType::REMOTE_CSE)) => {
            let content = r#"{"m2m:csr":{"csi":"/id-mn","ri":"id-mn","rn":"id-mn","cb":"/id-mn/cse-mn","rr":true,"ty":16,"pi":"id-in","ct":"20261123T000000","lt":"20261123T000000","et":"20361123T000000","srv":["3","4","5"],"cst":2}}"#;
            ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
                .content(Content::json_text(content).unwrap())
        }
        (Operation::RETRIEVE, _) => {
            let content = r#"{"m2m:cb":{"csi":"/id-in","ri":"id-in","rn":"cse-in","cst":1,"ty":5,"srt":[1,2,3,4,5,9,16,23],"srv":["3","4","5"],"pi":"","ct":"20261123T000000","lt":"20261123T000000","poa":[]}}"#;
            ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
                .content(Content::json_text(content).unwrap())
        }
        (Operation::NOTIFY, _) => ResponsePrimitive::to_request(request, ResponseStatusCode::OK),
        _ => ResponsePrimitive::to_request(request, ResponseStatusCode::NOT_FOUND),
    };
    incoming.responder.respond(response.from("/id-in"));
}

async fn our_registrar() -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    (url, our_registrar_on(PlainListener(listener)))
}

fn our_registrar_on<L>(listener: L) -> Asked
where
    L: Listener<Preparing: Send, Transport: Send> + Send + 'static,
{
    let mut config = RegistrarConfig::default();
    // Plain `ws` within one machine, and registrations that it does not keep.
    config.trusted_network = true;
    config.allows_unregistered = true;
    let (handle, absent) = registrar(config).unwrap();
    let asked = Asked::default();
    let noted = Arc::clone(&asked);
    let handler = move |incoming| cse(Arc::clone(&noted), incoming);
    let limits = ServeLimits::default();
    tokio::spawn(serve(listener, handle, absent, handler, limits));
    asked
}

async fn wait_for(asked: &Asked, what: impl Fn(&str, &RequestPrimitive<'static>) -> bool) {
    soon(async {
        while !asked
            .lock()
            .unwrap()
            .iter()
            .any(|(from, request)| what(from, request))
        {
            sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
}

/// ACME opens a connection to a point of access of an AE, one for each notification.
#[tokio::test]
#[ignore = "needs the CSE that tests/acme/run starts"]
async fn notifications_to_a_point_of_access() {
    let (url, asked) = our_registrar().await;
    let name = fresh("Cpoa");
    let ae = Ae::new(&name, Subprotocol::JSON, |_| {});
    soon(ae.handle.registered()).await.unwrap();
    let poa = Content::json_text(format!(r#"{{"m2m:ae":{{"poa":["{url}"]}}}}"#)).unwrap();
    let update = ae
        .request(Operation::UPDATE, format!("cse-in/{name}"))
        .content(poa);
    assert_eq!(ae.ask(update).await.status, ResponseStatusCode::UPDATED);
    let other = Ae::new(&fresh("Cposter"), Subprotocol::JSON, |_| {});
    soon(other.handle.registered()).await.unwrap();
    // Only without a connection of the AE's own the point of access is used.
    ae.handle.end();
    soon(async {
        while ae.handle.state() != RegistreeState::Ended {
            ae.handle.state_changed(ae.handle.state()).await;
        }
    })
    .await;
    assert_eq!(
        other
            .create("", ResourceType::CONTAINER, r#"{"m2m:cnt":{"rn":"c"}}"#)
            .await,
        ResponseStatusCode::CREATED
    );
    let subscription =
        format!(r#"{{"m2m:sub":{{"rn":"s","nu":["{name}"],"enc":{{"net":[3]}},"nct":1}}}}"#);
    // A thread of ACME's that reads the connection lets go of it, a moment after both Closes: until then ACME sends the
    // verification into the connection that is closing, and refuses the subscription.
    let status = soon(async {
        loop {
            let status = other
                .create("/c", ResourceType::SUBSCRIPTION, &subscription)
                .await;
            if status != ResponseStatusCode::SUBSCRIPTION_VERIFICATION_INITIATION_FAILED {
                break status;
            }
            sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    assert_eq!(status, ResponseStatusCode::CREATED);
    let instance = r#"{"m2m:cin":{"con":"knock"}}"#;
    assert_eq!(
        other
            .create("/c", ResourceType::CONTENT_INSTANCE, instance)
            .await,
        ResponseStatusCode::CREATED
    );
    wait_for(&asked, |from, request| {
        let text = request
            .content
            .as_ref()
            .map(|content| format!("{:?}", content.value()));
        from == "/id-in" && text.is_some_and(|text| text.contains("knock"))
    })
    .await;
    other.deregister().await;
}

/// An MN-CSE registers at our registrar.
#[tokio::test]
#[ignore = "needs the CSE that tests/acme/run starts"]
async fn an_mn_cse_registers_at_our_registrar() {
    for serialization in ["json", "cbor"] {
        let (url, asked) = our_registrar().await;
        let environment = [("ACME_SERIALIZATION", serialization.to_owned())];
        mn_cse_registers(serialization, url, &asked, &environment).await;
    }
}

/// Starts an MN-CSE whose registrar is at `url`, and stops it when it has registered.
async fn mn_cse_registers(
    name: &str,
    url: String,
    asked: &Asked,
    further: &[(&'static str, String)],
) {
    let ports = [0, 1].map(|_| std::net::TcpListener::bind("127.0.0.1:0").unwrap());
    let [ws, http] = ports
        .each_ref()
        .map(|held| held.local_addr().unwrap().port().to_string());
    drop(ports);
    let mut environment = vec![
        ("ACME_NAME", fresh(name)),
        ("ACME_WS_PORT", ws),
        ("ACME_HTTP_PORT", http),
        ("ACME_REGISTRAR", url),
    ];
    environment.extend_from_slice(further);
    let run = |argument: &'static str| {
        let environment = environment.clone();
        tokio::task::spawn_blocking(move || {
            let environment: Vec<_> = environment
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            acme(&[argument], &environment);
        })
    };
    run("start").await.unwrap();
    wait_for(asked, |from, request| {
        from == "/id-mn" && request.resource_type == Some(ResourceType::REMOTE_CSE)
    })
    .await;
    wait_for(asked, |from, request| {
        from == "/id-mn" && request.operation == Operation::RETRIEVE
    })
    .await;
    run("stop").await.unwrap();
}

#[cfg(feature = "rustls")]
mod secure {
    use core::future::Future;
    use core::net::SocketAddr;
    use core::pin::Pin;
    use core::task::{Context, Poll, ready};
    use std::sync::Arc;
    use std::{env, fs, io};

    use onem2m_ws_tokio::TokioTransport;
    use onem2m_ws_tokio::driver::{Accepted, Listener};
    use tokio::net::{TcpListener, TcpStream};
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::crypto::ring::default_provider;
    use tokio_rustls::rustls::pki_types::PrivateKeyDer;
    use tokio_rustls::server::TlsStream;

    use super::{fresh, mn_cse_registers, our_registrar_on};

    /// TLS of the test's own, for a CSE that has no certificate of its own to show: with the one of the driver nobody is let in so.
    struct Lenient {
        listener: TcpListener,
        acceptor: TlsAcceptor,
    }

    impl Listener for Lenient {
        type Transport = TokioTransport<TlsStream<TcpStream>>;
        type Preparing =
            Pin<Box<dyn Future<Output = io::Result<Accepted<Self::Transport>>> + Send>>;

        fn poll_accept(
            &mut self,
            cx: &mut Context<'_>,
        ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
            let (stream, peer) = ready!(self.listener.poll_accept(cx))?;
            let securing = self.acceptor.accept(stream);
            let preparing: Self::Preparing = Box::pin(async move {
                let transport = TokioTransport(securing.await?);
                Ok(Accepted::plain(transport).from_address(peer))
            });
            Poll::Ready(Ok((Some(peer), preparing)))
        }
    }

    /// The same over TLS.
    #[tokio::test]
    #[ignore = "needs the CSE that tests/acme/run starts"]
    async fn an_mn_cse_registers_over_tls() {
        let key = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let anchors = env::temp_dir().join(fresh("anchors"));
        fs::write(&anchors, certificate.pem()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
            )
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("wss://{}", listener.local_addr().unwrap());
        let acceptor = Arc::new(config).into();
        let asked = our_registrar_on(Lenient { listener, acceptor });
        let trusted = anchors.to_str().unwrap().to_owned();
        mn_cse_registers("tls", url, &asked, &[("SSL_CERT_FILE", trusted)]).await;
        fs::remove_file(anchors).unwrap();
    }
}

/// Each response comes compressed, and each request is understood that was sent compressed (RFC 7692).
#[tokio::test]
#[ignore = "needs the CSE that tests/acme/run starts"]
async fn a_cse_and_an_ae_compress_what_they_send() {
    let request = ClientRequest::new(&setting("ACME_URL")).unwrap();
    let request = request.subprotocol("oneM2M.json").unwrap();
    let request = request.header("X-M2M-Origin", "CAdmin").unwrap();
    let mut options = Options::default();
    options.config.permessage_deflate = Some(PermessageDeflate::DEFAULT);
    let (mut websocket, response) = soon(connect(&request, options)).await.unwrap();
    let agreed = websocket.connection().agreed_deflate();
    assert!(
        agreed.is_some_and(|agreed| agreed.incoming.context_takeover),
        "{response:?}"
    );
    for number in 0..20 {
        let identifier = format!("compressed{number}");
        let text =
            format!(r#"{{"op":2,"to":"cse-in","fr":"CAdmin","rqi":"{identifier}","rvi":"4"}}"#);
        soon(websocket.send(text)).await.unwrap();
        let response = soon(websocket.receive()).await.unwrap().unwrap();
        let response = String::from_utf8_lossy(response.as_bytes()).into_owned();
        assert!(response.contains(&identifier), "{response}");
        assert!(response.contains(r#""rsc":"#), "{response}");
    }
    let counters = websocket.connection().deflate_counters().unwrap();
    println!("{counters:?}");
    for counter in [counters.outgoing, counters.incoming] {
        assert!(
            counter.compressed > 0 && counter.compressed * 2 < counter.uncompressed,
            "{counters:?}"
        );
    }
    soon(websocket.close(None)).await.unwrap();
}
