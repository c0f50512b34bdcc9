//! An ADN-AE registers at its registrar: the fifteen steps of TS-0020 5.2, each printed as it happens.
//!
//! `cargo run --release --example registration` has both in one process, on loopback.
//!
//! `cargo run --release --example registration -- --connect ws://HOST:PORT [--cse-base NAME]` runs the AE's half against a
//! CSE that is already there; its CSEBase is called `cse-in` unless told otherwise.
//!
//! `--subprotocol NAME` offers that one alone: `oneM2M.json`, `oneM2M.xml` or `oneM2M.cbor`. The primitives are printed in JSON
//! in any case. `--runtime smol` runs it on smol instead of tokio. `--proxy http://HOST:PORT` goes through a proxy; `--ca FILE`, with
//! the feature `rustls`, has the certificates in PEM that a `wss://` CSE is trusted by.

mod narration;
mod registrar;
mod registree;
mod runtime;

use std::process::ExitCode;

use onem2m_ws::{Pacing, Subprotocol};
use onem2m_ws_driver::{Proxy, Route, seed};
use onem2m_ws_smol::SmolRuntime;
use onem2m_ws_tokio::TokioRuntime;

use narration::step;
use registrar::Registrar;
use registree::Registree;
use runtime::Runtime;

/// One clear line.
type Failure = Box<dyn core::error::Error + Send + Sync>;

const USAGE: &str = "usage: registration [--connect ws://HOST:PORT] [--cse-base NAME] \
    [--subprotocol NAME] [--runtime tokio|smol] [--proxy http://HOST:PORT] [--ca FILE]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("registration: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut plan = Plan {
        point_of_access: None,
        cse_base: String::from("cse-in"),
        offer: Subprotocol::JSON_OFFER.to_vec(),
        originator: fresh_originator()?,
        route: Route::direct(),
    };
    let mut is_on_smol = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match argument.as_str() {
            "--connect" => plan.point_of_access = Some(value),
            "--cse-base" => plan.cse_base = value,
            "--subprotocol" => plan.offer = vec![Subprotocol::from_name(&value).ok_or(USAGE)?],
            "--runtime" if value == "smol" => is_on_smol = true,
            "--runtime" if value == "tokio" => is_on_smol = false,
            "--proxy" => plan.route = plan.route.through(Proxy::from_url(&value)?),
            #[cfg(feature = "rustls")]
            "--ca" => plan.route = plan.route.tls(trusting(&value)?),
            _ => return Err(USAGE.into()),
        }
    }
    if is_on_smol {
        return smol::block_on(plan.carry_out::<SmolRuntime>());
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(plan.carry_out::<TokioRuntime>())
}

struct Plan {
    point_of_access: Option<String>,
    cse_base: String,
    offer: Vec<Subprotocol>,
    originator: String,
    route: Route,
}

impl Plan {
    async fn carry_out<R: Runtime>(self) -> Result<(), Failure> {
        match self.point_of_access.clone() {
            Some(url) => self.with_a_cse::<R>(&url).await,
            None => self.on_loopback::<R>().await,
        }
    }

    async fn with_a_cse<R: Runtime>(self, url: &str) -> Result<(), Failure> {
        // What a CSE that hands each message to a thread of its own needs.
        let mut registree = self.registree::<R>(url, Some(Pacing::ONE_AT_A_TIME))?;
        registree.register().await?;
        registree.use_registration().await?;
        registree.close_temporarily().await?;
        registree.reopen(0).await?;
        registree.deregister().await
    }

    async fn on_loopback<R: Runtime>(self) -> Result<(), Failure> {
        let (listener, address) = R::listen()?;
        let subprotocol = self.offer.first().copied().ok_or("nothing is offered")?;
        let registrar = Registrar::<R>::serve(listener, &self.cse_base, subprotocol)?;

        let mut registree = self.registree::<R>(&format!("ws://{address}"), None)?;
        registree.register().await?;
        registree.use_registration().await?;
        registree.close_temporarily().await?;
        registrar.occur("18.5");
        registree.reopen(1).await?;
        registree.deregister().await?;
        step("", "", "done");
        Ok(())
    }

    fn registree<R: Runtime>(
        self,
        url: &str,
        pacing: Option<Pacing>,
    ) -> Result<Registree<R>, Failure> {
        let (offer, originator) = (&self.offer, &self.originator);
        Registree::new(url, offer, &self.cse_base, originator, pacing, self.route)
    }
}

/// TLS towards a CSE that verifies its registrees by other means, as deployed ones do.
#[cfg(feature = "rustls")]
fn trusting(file: &str) -> Result<onem2m_ws_driver::tls::ClientTls, Failure> {
    let anchors = onem2m_ws_driver::tls::TrustAnchors::from_pem(&std::fs::read(file)?)?;
    Ok(onem2m_ws_driver::tls::ClientTls::rustls_anonymous(
        &anchors,
    )?)
}

/// An AE-ID stem that no earlier run has registered.
fn fresh_originator() -> Result<String, Failure> {
    let [a, b, c, d, ..] = seed()?.0;
    Ok(format!("Cthermo{:08x}", u32::from_be_bytes([a, b, c, d])))
}
