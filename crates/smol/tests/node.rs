//! A registree and a registrar over TCP on loopback.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use onem2m_ws_driver::binding::{RegistrarConfig, RegistreeConfig};
use onem2m_ws_driver::primitive::{
    Content, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws_smol::{IncomingRequest, PlainListener, ServeLimits, registrar, registree, serve};
use smol::{Async, block_on, spawn};

async fn cse(incoming: IncomingRequest) {
    let request = &incoming.request;
    let response = if request.resource_type == Some(ResourceType::AE) {
        let ae = r#"{"m2m:ae":{"aei":"C1","ri":"C1"}}"#;
        ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
            .content(Content::json_text(ae).unwrap())
    } else {
        ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
    };
    incoming.responder.respond(response);
}

#[test]
fn registration_requests_and_notifications() {
    block_on(async {
        let listener = Async::<std::net::TcpListener>::bind(([127, 0, 0, 1], 0)).unwrap();
        let url = format!("ws://{}", listener.get_ref().local_addr().unwrap());
        let (registrar, absent) = registrar(RegistrarConfig::default()).unwrap();
        let serving = spawn(serve(
            PlainListener(listener),
            registrar.clone(),
            absent,
            cse,
            ServeLimits::default(),
        ));

        let mut config = RegistreeConfig::new([url.parse().unwrap()]);
        let ae =
            Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#).unwrap();
        let registration = RequestPrimitive::create(
            "cse-in",
            RequestIdentifier::UNASSIGNED,
            ResourceType::AE,
            ae,
        );
        config.registration = Some(registration.from("C1"));
        let (handle, mut incoming, task) = registree(config).unwrap();
        let driving = spawn(task);
        handle.registered().await.unwrap();
        assert_eq!(handle.originator().as_deref(), Some("C1"));
        let request =
            RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED).from("C1");
        assert_eq!(
            handle.request(request).await.unwrap().status,
            ResponseStatusCode::OK
        );

        let answering = spawn(async move {
            let request = incoming.next().await.unwrap();
            request.respond_status(ResponseStatusCode::OK);
            incoming
        });
        let content = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#).unwrap();
        let notification = RequestPrimitive::notify("C1", RequestIdentifier::UNASSIGNED, content);
        let answer = registrar.request("C1", notification).await.unwrap();
        assert_eq!(answer.status, ResponseStatusCode::OK);
        let _incoming = answering.await;
        handle.end();
        driving.await;
        drop(serving);
    });
}
