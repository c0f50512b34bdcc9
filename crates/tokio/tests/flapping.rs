//! A node that comes back again and again over TCP, in the name that it has, while a registrar on two threads notifies it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::future::Future;
use core::sync::atomic::{AtomicBool, Ordering};
use core::time::Duration;
use std::collections::HashMap;
use std::sync::Arc;

use onem2m_primitive::{
    CodecConfig, Content, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponsePrimitive, ResponseStatusCode, ResponseType, ResponseTypeValue,
};
use onem2m_ws::{RegistrarConfig, Subprotocol, from_message, to_message};
use onem2m_ws_driver::core::{ClientRequest, Config, Message};
use onem2m_ws_tokio::{
    IncomingRequest, PlainListener, RegistrarHandle, ServeLimits, WebSocket, connect_over,
    registrar, serve_spawning,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Connections that follow each other.
const CONNECTIONS: usize = 120;
/// Notifications after which the next connection is opened.
const NOTIFICATIONS: usize = 500;
/// Those who notify at the same time.
const NOTIFIERS: usize = 4;
/// Longer than any connection takes.
const PATIENCE: Duration = Duration::from_secs(20);

async fn soon<F: Future>(future: F) -> F::Output {
    timeout(PATIENCE, future).await.unwrap()
}

/// Registers everybody.
async fn cse(incoming: IncomingRequest) {
    let ae = Content::json_text(r#"{"m2m:ae":{"aei":"C1"}}"#).unwrap();
    let created = ResponsePrimitive::to_request(&incoming.request, ResponseStatusCode::CREATED);
    incoming.responder.respond(created.content(ae));
}

/// Notifies until it is told to stop.
async fn notify(registrar: RegistrarHandle, is_over: Arc<AtomicBool>, own: usize) {
    let mut number = 0_usize;
    while !is_over.load(Ordering::Relaxed) {
        let identifier = RequestIdentifier::new(format!("{own}-{number}")).unwrap();
        let mut request = RequestPrimitive::new(Operation::NOTIFY, "C1", identifier);
        request.response_type = Some(ResponseType {
            value: Some(ResponseTypeValue::NO_RESPONSE),
            notification_targets: None,
        });
        // One that may have been lost with its connection has ended too.
        let outcome = registrar.request("C1", request).await;
        number += 1;
        drop(outcome);
    }
}

fn registration() -> Message<'static> {
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"N1","rr":true}}"#).unwrap();
    let identifier = RequestIdentifier::new("registration").unwrap();
    let create = RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae).from("C1");
    to_message(&create.into(), Subprotocol::JSON, &CodecConfig::default()).unwrap()
}

/// Counts the request that a message is.
fn count(message: &Message<'_>, arrivals: &mut HashMap<String, usize>) {
    let primitive = from_message(message, Subprotocol::JSON, &CodecConfig::default()).unwrap();
    if let Primitive::Request(request) = primitive {
        let identifier = request.request_identifier.as_str().to_owned();
        *arrivals.entry(identifier).or_default() += 1;
    }
}

/// What is left in a connection that the next one took the place of.
async fn drain(mut former: WebSocket) -> HashMap<String, usize> {
    let mut arrivals = HashMap::new();
    // It may be cut off within a message.
    while let Ok(Some(message)) = former.receive().await {
        count(&message, &mut arrivals);
    }
    arrivals
}

/// Bytes that a transport is taking belong to the connection they go over, although another takes its place meanwhile.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn n_31_no_notification_arrives_over_two_connections() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (handle, absent) = registrar(RegistrarConfig::default()).unwrap();
    tokio::spawn(serve_spawning(
        PlainListener(listener),
        handle.clone(),
        absent,
        cse,
        ServeLimits::default(),
    ));
    let request = ClientRequest::new(&format!("ws://{address}/")).unwrap();
    let request = request.subprotocol("oneM2M.json").unwrap();
    let request = request.header("X-M2M-Origin", "C1").unwrap();
    let is_over = Arc::new(AtomicBool::new(false));
    let (mut arrivals, mut draining) = (HashMap::new(), JoinSet::new());
    let mut former = None;
    for number in 0..CONNECTIONS {
        let stream = TcpStream::connect(address).await.unwrap();
        let connected = connect_over(stream, &request, Config::default()).await;
        let (mut websocket, _) = connected.unwrap();
        if let Some(former) = former.take() {
            draining.spawn(drain(former));
        }
        if number == 0 {
            websocket.send(registration()).await.unwrap();
            websocket.flush().await.unwrap();
            soon(websocket.receive()).await.unwrap();
            for own in 0..NOTIFIERS {
                tokio::spawn(notify(handle.clone(), is_over.clone(), own));
            }
        }
        for _ in 0..NOTIFICATIONS {
            let message = soon(websocket.receive()).await.unwrap();
            count(&message.unwrap(), &mut arrivals);
        }
        former = Some(websocket);
    }
    is_over.store(true, Ordering::Relaxed);
    while let Some(rest) = soon(draining.join_next()).await {
        for (identifier, times) in rest.unwrap() {
            *arrivals.entry(identifier).or_default() += times;
        }
    }
    let twice = arrivals.values().filter(|times| **times > 1).count();
    assert_eq!(twice, 0, "of {} that arrived", arrivals.len());
}
