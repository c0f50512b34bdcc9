//! Registrees and registrars over TLS (TS-0020 7, W-80 to W-82).

use core::net::IpAddr;
use core::time::Duration;

use onem2m_ws_tokio::driver::binding::{
    Identity, RegistrarConfig, RegistreeConfig, RegistreeState,
};
use onem2m_ws_tokio::driver::core::Config;
use onem2m_ws_tokio::driver::primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws_tokio::driver::tls::{ClientTls, PeerIdentity, ServerTls};
use onem2m_ws_tokio::driver::{self, RegistreeHandle};
use onem2m_ws_tokio::{
    Incoming, IncomingRequest, Options, PlainListener, RegistrarHandle, Route, ServeLimits,
    TlsListener, TokioRuntime, registrar, route_connector, serve, serve_spawning,
};
use rcgen::SanType;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::authorities::Authority;
use crate::peers::{CLIENTS, SERVERS};

/// Who `authority.client()` is, as the registrar calls it.
const AE: &str = "Sclient";
const CSE_ID: &str = "//operator.example/IN-CSE";

async fn cse(incoming: IncomingRequest) {
    let request = &incoming.request;
    let response = if request.resource_type == Some(ResourceType::AE) {
        let ae = format!(r#"{{"m2m:ae":{{"aei":"{AE}","ri":"{AE}"}}}}"#);
        ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
            .content(Content::json_text(ae).unwrap())
    } else {
        ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
    };
    incoming.responder.respond(response);
}

/// A registrar on loopback, and its point of access.
async fn serve_secured(
    entities: Option<fn(&PeerIdentity) -> Vec<String>>,
    tls: ServerTls,
    spawns: bool,
) -> (RegistrarHandle, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("wss://{}", listener.local_addr().unwrap());
    let plain = PlainListener(listener);
    let listener = match entities {
        None => TlsListener::new(plain, TokioRuntime, tls, CSE_ID),
        Some(entities) => TlsListener::with_entities(plain, TokioRuntime, tls, entities),
    };
    let (handle, absent) = registrar(RegistrarConfig::default()).unwrap();
    let (serving, limits) = (handle.clone(), ServeLimits::default());
    if spawns {
        tokio::spawn(serve_spawning(listener, serving, absent, cse, limits));
    } else {
        tokio::spawn(serve(listener, serving, absent, cse, limits));
    }
    (handle, url)
}

fn registree(url: &str, name: &str, tls: ClientTls) -> (RegistreeHandle, Incoming) {
    let mut config = RegistreeConfig::new([url.parse().unwrap()]);
    config.originator = Some(name.into());
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"N","rr":true,"srv":["3"]}}"#).unwrap();
    let registration = RequestPrimitive::create(
        "cse-in",
        RequestIdentifier::UNASSIGNED,
        ResourceType::AE,
        ae,
    );
    config.registration = Some(registration.from(name.to_owned()));
    let connector = route_connector(Route::direct().tls(tls), Options::default());
    let (handle, incoming, task) =
        driver::registree(config, Config::default(), connector, TokioRuntime).unwrap();
    tokio::spawn(task);
    (handle, incoming)
}

/// The registrar's certificate, which names the address that it is reached by.
fn registrar_identity(authority: &Authority) -> driver::tls::Identity {
    let address = SanType::IpAddress(IpAddr::from([127, 0, 0, 1]));
    authority.issue_name(address).identity()
}

/// Why a registree does not get a connection.
async fn failure(handle: &RegistreeHandle) -> String {
    handle.connect();
    let mut state = handle.state();
    loop {
        if let (RegistreeState::Down, Some(failure)) = (state, handle.failure()) {
            return failure.to_string();
        }
        state = handle.state_changed(state).await;
    }
}

const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn w_80_w_81_w_82_registration_over_tls() {
    let authority = Authority::new("authority");
    let (own, server_own) = (
        authority.client().identity(),
        registrar_identity(&authority),
    );
    for (server_name, server) in SERVERS {
        for (client_name, client) in CLIENTS {
            let server = server(&authority.anchors(), &server_own).unwrap();
            let client = client(&authority.anchors(), &own).unwrap();
            let (registrar, url) = serve_secured(None, server, client_name == "rustls").await;
            let (handle, mut incoming) = registree(&url, AE, client);
            let retrieval = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
            let answered = timeout(PATIENCE, handle.request(retrieval.from(AE))).await;
            let case = format!("{client_name}, {server_name}");
            assert_eq!(
                answered.expect(&case).expect(&case).status,
                ResponseStatusCode::OK
            );

            let identity = registrar.identity(AE);
            let Some(Identity::Authenticated(names)) = identity else {
                panic!("{case}: {identity:?}")
            };
            assert_eq!(
                names,
                [AE, "/Sclient", "//operator.example/Sclient"],
                "{case}"
            );
            let notification = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#).unwrap();
            let notification =
                RequestPrimitive::notify(AE, RequestIdentifier::UNASSIGNED, notification);
            let answering = async {
                let notified = incoming.next().await.expect("a notification");
                notified.respond_status(ResponseStatusCode::OK);
            };
            let (notified, ()) = tokio::join!(registrar.request(AE, notification), answering);
            assert_eq!(notified.expect(&case).status, ResponseStatusCode::OK);
        }
    }
}

/// The certificate says who it is, whatever else is said (TS-0003 8.2.2).
#[tokio::test]
async fn w_81_clients_that_claim_to_be_others() {
    let authority = Authority::new("authority");
    let (own, server_own) = (
        authority.client().identity(),
        registrar_identity(&authority),
    );
    let client = || ClientTls::rustls(&authority.anchors(), &own).unwrap();
    let server = || ServerTls::rustls(&authority.anchors(), &server_own).unwrap();
    let (registrar, url) = serve_secured(None, server(), false).await;
    let (handle, _incoming) = registree(&url, "Cother", client());
    let error = timeout(PATIENCE, failure(&handle)).await.unwrap();
    assert!(error.contains("403"), "{error}");
    assert_eq!(registrar.connection_count(), 0);

    // Who is nobody's gets no connection at all.
    let (registrar, url) = serve_secured(Some(|_| Vec::new()), server(), false).await;
    let (handle, _incoming) = registree(&url, AE, client());
    timeout(PATIENCE, failure(&handle)).await.unwrap();
    assert_eq!(registrar.connection_count(), 0);
}

/// Who has not proven to be anybody holds nobody up.
#[tokio::test]
async fn handshakes_that_stall_hold_up_nobody() {
    let authority = Authority::new("authority");
    let (own, server_own) = (
        authority.client().identity(),
        registrar_identity(&authority),
    );
    let server = ServerTls::rustls(&authority.anchors(), &server_own).unwrap();
    let (_registrar, url) = serve_secured(None, server, false).await;
    let address = url.strip_prefix("wss://").unwrap();
    let mut silent = Vec::new();
    for _ in 0..10 {
        silent.push(tokio::net::TcpStream::connect(address).await.unwrap());
    }
    let client = ClientTls::rustls(&authority.anchors(), &own).unwrap();
    let (handle, _incoming) = registree(&url, AE, client);
    let retrieval = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
    let answered = timeout(PATIENCE, handle.request(retrieval.from(AE))).await;
    assert_eq!(answered.unwrap().unwrap().status, ResponseStatusCode::OK);
}
