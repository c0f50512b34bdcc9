//! `wss` where both sides prove who they are (TS-0020 7): a registrar, and an AE that registers there.
//!
//! `cargo run --release --features rustls --example mutual_tls -- registrar 127.0.0.1:9443 DIRECTORY`, and beside it
//! `… --example mutual_tls -- ae wss://localhost:9443 DIRECTORY`. The directory has an authority, and a certificate and a key
//! for each side, as these commands make them:
//!
//! ```sh
//! new() { openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "$@"; }
//! sign() { openssl x509 -req -days 365 -CA ca.pem -CAkey ca.key -CAcreateserial "$@"; }
//! new -x509 -days 3650 -subj /CN=authority -keyout ca.key -out ca.pem
//! new -subj /CN=registrar -keyout registrar.key -out registrar.csr
//! new -subj /CN=ae -keyout ae.key -out ae.csr
//! echo "subjectAltName=DNS:localhost,DNS:id-in.m2m.example.org" >registrar.ext
//! echo "subjectAltName=URI://example.org/id-in/Cmeter" >ae.ext
//! echo "keyUsage=critical,digitalSignature" | tee -a registrar.ext >>ae.ext
//! sign -in registrar.csr -extfile registrar.ext -out registrar.pem
//! sign -in ae.csr -extfile ae.ext -out ae.pem
//! ```

use std::fs::read;
use std::path::Path;
use std::process::ExitCode;

use onem2m_primitive::{Content, ResponsePrimitive, ResponseStatusCode};
use onem2m_resources::{Ae, CommonAttributes};
use onem2m_ws::{RegistrarConfig, RegistreeConfig};
use onem2m_ws_tokio::core::Config;
use onem2m_ws_tokio::driver::tls::{ClientTls, Identity, ServerTls, TrustAnchors};
use onem2m_ws_tokio::driver::{self, AeLimits};
use onem2m_ws_tokio::{
    IncomingRequest, Options, PlainListener, Route, ServeLimits, TlsListener, TokioRuntime,
    registrar, route_connector, serve_spawning,
};
use tokio::net::TcpListener;

type Failure = Box<dyn core::error::Error>;

/// The absolute CSE-ID of the registrar, and the AE-ID of the AE there, which its certificate names.
const CSE_ID: &str = "//example.org/id-in";
const AE_ID: &str = "Cmeter";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments[..] {
        ["registrar", address, directory] => serve(address, Path::new(directory)).await,
        ["ae", url, directory] => register(url, Path::new(directory)).await,
        _ => Err(
            "usage: mutual_tls registrar HOST:PORT DIRECTORY | mutual_tls ae URL DIRECTORY".into(),
        ),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("mutual_tls: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn credentials(directory: &Path, name: &str) -> Result<(TrustAnchors, Identity), Failure> {
    let file = |name: String| {
        let path = directory.join(name);
        read(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let anchors = TrustAnchors::from_pem(&file("ca.pem".into())?)?;
    let (chain, key) = (file(format!("{name}.pem"))?, file(format!("{name}.key"))?);
    Ok((anchors, Identity::from_pem(&chain, &key)?))
}

async fn serve(address: &str, directory: &Path) -> Result<(), Failure> {
    let (anchors, identity) = credentials(directory, "registrar")?;
    let tls = ServerTls::rustls(&anchors, &identity)?;
    let listener = TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    let listener = TlsListener::new(PlainListener(listener), TokioRuntime, tls, CSE_ID);
    let (registrar, task) = registrar(RegistrarConfig::default())?;
    let mut events = registrar.events();
    tokio::spawn(async move {
        while let Some(event) = events.next().await {
            println!("registrar: {event}");
        }
    });
    serve_spawning(listener, registrar, task, cse, ServeLimits::default()).await?;
    Ok(())
}

/// As much of a CSE as it takes to register AEs.
async fn cse(incoming: IncomingRequest) {
    let request = &incoming.request;
    let name = request.from.as_deref().unwrap_or_default();
    let ae = request.resource::<Ae>().ok();
    let ae = ae.map(|ae| ae.ae_id(name).resource_id(name));
    let content = ae.and_then(|ae| Content::resource(&ae).ok());
    let response = match content {
        Some(content) => {
            let created = ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED);
            created.content(content)
        }
        None => ResponsePrimitive::to_request(request, ResponseStatusCode::NOT_IMPLEMENTED),
    };
    println!("{} of {}", response.status, incoming.peer.identity);
    incoming.responder.respond(response);
}

async fn register(url: &str, directory: &Path) -> Result<(), Failure> {
    let (anchors, identity) = credentials(directory, "ae")?;
    let route = Route::direct().tls(ClientTls::rustls(&anchors, &identity)?);
    let connector = route_connector(route, Options::default());
    let resource = Ae::new("Nmeter", true, ["3"]).resource_name("meter");
    let config = RegistreeConfig::for_ae(
        [url.parse()?],
        AE_ID,
        "cse-in",
        Content::resource(&resource)?,
    );
    let (limits, ae_limits) = (Config::default(), AeLimits::default());
    let (ae, task) = driver::ae(config, limits, ae_limits, connector, TokioRuntime)?;
    tokio::spawn(task);
    ae.registered_or_failed().await?;
    println!("registered as {AE_ID}");
    Ok(())
}
