//! A registrar within an axum server, beside its other paths: `cargo run --release --example axum -- 127.0.0.1:8080`.
//!
//! axum parses the requests and writes the 101; the connections are the registrar's. `GET /nodes` says how many there are.

use std::process::ExitCode;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use hyper_util::rt::TokioIo;
use onem2m_primitive::{Content, ResourceType, ResponsePrimitive, ResponseStatusCode};
use onem2m_ws::RegistrarConfig;
use onem2m_ws_tokio::core::{Config, Rejection, Upgrade};
use onem2m_ws_tokio::driver::Timer;
use onem2m_ws_tokio::{
    IncomingRequest, RegistrarHandle, TokioTimer, TokioTransport, registrar, seed,
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
        .route("/nodes", get(count))
        .with_state(registrar))
}

/// The opening handshake: 101, or why not.
async fn upgrade(State(registrar): State<RegistrarHandle>, mut request: Request) -> Response {
    match accept(registrar, &mut request) {
        Ok(response) => response,
        Err(rejection) => {
            let response = Response::builder().status(rejection.status());
            let response = rejection
                .headers()
                .fold(response, |response, (name, value)| {
                    response.header(name, value)
                });
            response
                .body(Body::from(rejection.text().to_owned()))
                .unwrap_or_default()
        }
    }
}

fn accept(registrar: RegistrarHandle, request: &mut Request) -> Result<Response, Rejection> {
    let fields = request.headers().iter();
    let fields = fields.map(|(name, value)| (name.as_str(), value.as_bytes()));
    let seed = seed().map_err(|_| Rejection::service_unavailable())?;
    let target = request.uri().path_and_query();
    let target = target.map_or("/", |target| target.as_str());
    let upgrade = Upgrade::new(target, fields, Config::default(), seed)
        .map_err(|violation| Rejection::from(&violation))?;
    // Whom TLS has authenticated, if it is in between, goes here.
    let admission = registrar.judge(upgrade.request(), &[])?;
    let now = TokioTimer::default().now();
    let (fields, connection) = upgrade
        .accept(now, admission.acceptance())
        .map_err(|_| Rejection::bad_request())?;

    let upgraded = hyper::upgrade::on(request);
    tokio::spawn(async move {
        if let Ok(stream) = upgraded.await {
            let transport = TokioTransport(TokioIo::new(stream));
            // Without room for the node, the transport is closed.
            if let Ok(opened) = registrar.upgraded(transport, connection, admission) {
                opened.drive(&answer).await;
            }
        }
    });
    let response = Response::builder().status(StatusCode::SWITCHING_PROTOCOLS);
    let response = fields.iter().fold(response, |response, (name, value)| {
        response.header(name, value)
    });
    Ok(response.body(Body::empty()).unwrap_or_default())
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
