//! `wss` on smol: certificates by either implementation, on both sides. What TLS itself has to do is shown on tokio, of the same
//! driver.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::net::Ipv4Addr;

use onem2m_ws_smol::core::{Acceptance, ClientRequest, CloseCode, CloseFrame, Config};
use onem2m_ws_smol::driver::Error;
use onem2m_ws_smol::driver::binding::{Identity, RegistrarConfig, RegistreeConfig};
use onem2m_ws_smol::driver::primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws_smol::driver::tls::{self, ClientTls, ServerTls, TrustAnchors};
use onem2m_ws_smol::{
    IncomingRequest, Options, PlainListener, Route, ServeLimits, SmolRuntime, TlsListener,
    accept_tls, connect_by, connect_tls, driver, registrar, route_connector, serve,
};
use rcgen::{CertificateParams, CertifiedIssuer, DnType, KeyPair, KeyUsagePurpose, SanType};
use smol::net::TcpListener;
use smol::{Async, block_on, future, spawn};

type Issuer = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Issuer {
    let mut params = CertificateParams::default();
    params
        .distinguished_name
        .push(DnType::CommonName, "authority");
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn issue(authority: &Issuer, name: SanType) -> tls::Identity {
    let mut params = CertificateParams::default();
    params.subject_alt_names = vec![name];
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, authority).unwrap();
    tls::Identity::from_der([certificate.der().to_vec()], key.serialize_der()).unwrap()
}

/// Client and server of each implementation.
fn pairs() -> Vec<(ClientTls, ServerTls)> {
    let authority = authority();
    let anchors = TrustAnchors::from_pem(authority.pem().as_bytes()).unwrap();
    let address = SanType::IpAddress(Ipv4Addr::LOCALHOST.into());
    let server = issue(&authority, address);
    let name = SanType::URI("//operator.example/Sclient".try_into().unwrap());
    let client = issue(&authority, name);
    vec![
        (
            ClientTls::rustls(&anchors, &client).unwrap(),
            ServerTls::rustls(&anchors, &server).unwrap(),
        ),
        (
            ClientTls::openssl(&anchors, &client).unwrap(),
            ServerTls::openssl(&anchors, &server).unwrap(),
        ),
    ]
}

#[test]
fn w_80_w_81_connections() {
    for (client, server) in pairs() {
        block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let url = format!("wss://{}/", listener.local_addr().unwrap());
            let serving = spawn(async move {
                for _ in 0..2 {
                    let (stream, _) = listener.accept().await?;
                    let accepting = accept_tls(stream, &server, Config::default()).await?;
                    let peer = accepting.transport().peer_identity().clone();
                    assert_eq!(peer.ae_ids().next(), Some("//operator.example/Sclient"));
                    let mut websocket = accepting.accept(&Acceptance::new())?;
                    while let Some((message, websocket)) = websocket.next().await? {
                        websocket.send(message).await?;
                    }
                }
                Ok::<_, Error>(())
            });
            let request = ClientRequest::new(&url).unwrap();
            let options = Options::default();
            let (mut direct, _) = connect_tls(&request, &client, options).await.unwrap();
            direct.send("hello").await.unwrap();
            assert_eq!(direct.receive().await.unwrap(), Some("hello".into()));
            let done = CloseFrame::new(CloseCode::NORMAL, "");
            direct.close(done.clone()).await.unwrap();
            let route = Route::direct().tls(client);
            let (mut routed, _) = connect_by(&route, &request, options).await.unwrap();
            routed.send("hello").await.unwrap();
            assert_eq!(routed.receive().await.unwrap(), Some("hello".into()));
            routed.close(done).await.unwrap();
            serving.await.expect("clean ends");
        });
    }
}

async fn cse(incoming: IncomingRequest) {
    let request = &incoming.request;
    let response = if request.resource_type == Some(ResourceType::AE) {
        let ae = r#"{"m2m:ae":{"aei":"Sclient","ri":"Sclient"}}"#;
        ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
            .content(Content::json_text(ae).unwrap())
    } else {
        ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
    };
    incoming.responder.respond(response);
}

#[test]
fn w_80_w_81_w_82_registration_on_smol() {
    for (client, server) in pairs() {
        block_on(async {
            let listener = Async::<std::net::TcpListener>::bind(([127, 0, 0, 1], 0)).unwrap();
            let url = format!("wss://{}", listener.get_ref().local_addr().unwrap());
            let plain = PlainListener(listener);
            let secured = TlsListener::new(plain, SmolRuntime, server, "//operator.example/IN");
            let (registrar, absent) = registrar(RegistrarConfig::default()).unwrap();
            let (handle, limits) = (registrar.clone(), ServeLimits::default());
            let serving = spawn(serve(secured, handle, absent, cse, limits));

            let mut config = RegistreeConfig::new([url.parse().unwrap()]);
            config.originator = Some("Sclient".into());
            let ae = r#"{"m2m:ae":{"api":"N","rr":true,"srv":["3"]}}"#;
            let ae = Content::json_text(ae).unwrap();
            let create = RequestPrimitive::create(
                "cse-in",
                RequestIdentifier::UNASSIGNED,
                ResourceType::AE,
                ae,
            );
            config.registration = Some(create.from("Sclient"));
            let connector = route_connector(Route::direct().tls(client), Options::default());
            let (registree, _incoming, task) =
                driver::registree(config, Config::default(), connector, SmolRuntime).unwrap();
            let driving = spawn(task);
            let retrieval = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
            let response = registree.request(retrieval.from("Sclient")).await.unwrap();
            assert_eq!(response.status, ResponseStatusCode::OK);
            let identity = registrar.identity("Sclient").expect("it is known");
            assert!(matches!(identity, Identity::Authenticated(_)));
            drop((driving, serving));
            future::yield_now().await;
        });
    }
}
