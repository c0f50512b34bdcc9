//! An ADN-AE registers at its registrar: the fifteen steps of TS-0020 5.2, each printed as it happens.
//!
//! `cargo run --release --example registration` has both in one process, on loopback.
//!
//! `cargo run --release --example registration -- --connect ws://HOST:PORT [--cse-base NAME]` runs the AE's half against a
//! CSE that is already there; its CSEBase is called `cse-in` unless told otherwise.
//!
//! `--subprotocol NAME` offers that one alone: `oneM2M.json`, `oneM2M.xml` or `oneM2M.cbor`. The primitives are printed in JSON
//! in any case.

mod narration;
mod registrar;
mod registree;

use std::process::ExitCode;

use onem2m_ws::{Pacing, Subprotocol};
use onem2m_ws_tokio::seed;
use tokio::net::TcpListener;

use narration::step;
use registrar::Registrar;
use registree::Registree;

/// One clear line.
type Failure = Box<dyn core::error::Error + Send + Sync>;

const USAGE: &str =
    "usage: registration [--connect ws://HOST:PORT] [--cse-base NAME] [--subprotocol NAME]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("registration: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Failure> {
    let mut point_of_access = None;
    let mut cse_base = String::from("cse-in");
    let mut offer = Subprotocol::JSON_OFFER.to_vec();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match argument.as_str() {
            "--connect" => point_of_access = Some(value),
            "--cse-base" => cse_base = value,
            "--subprotocol" => offer = vec![Subprotocol::from_name(&value).ok_or(USAGE)?],
            _ => return Err(USAGE.into()),
        }
    }
    let originator = fresh_originator()?;
    match point_of_access {
        Some(url) => {
            // What a CSE that hands each message to a thread of its own needs.
            let pacing = Some(Pacing::ONE_AT_A_TIME);
            let mut registree = Registree::new(&url, &offer, &cse_base, &originator, pacing)?;
            registree.register().await?;
            registree.use_registration().await?;
            registree.close_temporarily().await?;
            registree.reopen(0).await?;
            registree.deregister().await
        }
        None => on_loopback(&offer, &cse_base, &originator).await,
    }
}

async fn on_loopback(
    offer: &[Subprotocol],
    cse_base: &str,
    originator: &str,
) -> Result<(), Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("ws://{}", listener.local_addr()?);
    let subprotocol = offer.first().copied().ok_or("nothing is offered")?;
    let registrar = Registrar::serve(listener, cse_base, subprotocol)?;

    let mut registree = Registree::new(&url, offer, cse_base, originator, None)?;
    registree.register().await?;
    registree.use_registration().await?;
    registree.close_temporarily().await?;
    registrar.occur("18.5");
    registree.reopen(1).await?;
    registree.deregister().await?;
    step("", "", "done");
    Ok(())
}

/// An AE-ID stem that no earlier run has registered.
fn fresh_originator() -> Result<String, Failure> {
    let [a, b, c, d, ..] = seed()?.0;
    Ok(format!("Cthermo{:08x}", u32::from_be_bytes([a, b, c, d])))
}
