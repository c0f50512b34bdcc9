//! A registrar and an echo within an axum server, beside its other paths:
//! `cargo run --release --features axum --example axum -- 127.0.0.1:8080`.
//!
//! axum parses the requests and writes the 101; the connections of `/` are the registrar's, those of `/echo` get their messages
//! back. `GET /nodes` says how many nodes there are.

use std::process::ExitCode;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use onem2m_primitive::{Content, ResourceType, ResponsePrimitive, ResponseStatusCode};
use onem2m_ws::RegistrarConfig;
use onem2m_ws_tokio::{
    IncomingRequest, RegistrarHandle, UpgradeRejection, WebSocketUpgrade, registrar,
};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(address) = std::env::args().nth(1) else {
        eprintln!("usage: axum ADDRESS:PORT");
        return ExitCode::FAILURE;
    };
    match serve(&address).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("axum: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(address: &str) -> std::io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, router()?).await
}

/// The registrar's point of access is `/`.
pub(crate) fn router() -> std::io::Result<Router> {
    let (registrar, absent) = registrar(RegistrarConfig::default())?;
    tokio::spawn(absent);
    let count = async |State(registrar): State<RegistrarHandle>| {
        format!("{}\n", registrar.connection_count())
    };
    Ok(Router::new()
        .route("/", get(upgrade))
        .route("/echo", get(echo))
        .route("/nodes", get(count))
        .with_state(registrar))
}

/// A plain WebSocket connection.
async fn echo(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |mut websocket| {
        while let Ok(Some((message, websocket))) = websocket.next().await {
            let Ok(()) = websocket.feed(message).await else {
                break;
            };
        }
    })
}

/// A connection of the registrar's, which says who may open one.
async fn upgrade(State(registrar): State<RegistrarHandle>, upgrade: WebSocketUpgrade) -> Response {
    // Whom TLS has authenticated, if it is in between, goes here.
    let admission = match registrar.judge(upgrade.request(), &[]) {
        Ok(admission) => admission,
        Err(rejection) => return UpgradeRejection(rejection).into_response(),
    };
    let upgrade = upgrade.acceptance(admission.acceptance().clone());
    upgrade.on_upgrade_parts(async move |transport, connection| {
        // Without room for the node, the transport is closed.
        if let Ok(opened) = registrar.upgraded(transport, connection, admission) {
            opened.drive(&answer).await;
        }
    })
}

/// As much of a CSE as it takes to register AEs.
async fn answer(incoming: IncomingRequest) {
    let request = &incoming.request;
    let mut response = ResponsePrimitive::to_request(request, ResponseStatusCode::OK);
    if request.resource_type == Some(ResourceType::AE) {
        let name = request.from.as_deref().unwrap_or_default();
        let ae = serde_json::json!({"m2m:ae": {"aei": name, "ri": name}});
        response = ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED);
        if let Ok(content) = Content::json(&ae) {
            response = response.content(content);
        }
    }
    incoming.responder.respond(response);
}
