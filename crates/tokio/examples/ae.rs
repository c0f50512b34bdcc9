//! An AE: `cargo run --release --example ae -- ws://127.0.0.1:9000`. It registers, and prints what happens and what it is
//! notified of, until Ctrl-C. A connection that was lost is opened again; a CSE that has lost its state is registered at anew.

use onem2m_ws::{Pacing, RegistreeConfig};

const AE: &str =
    r#"{"m2m:ae":{"rn":"meter","api":"Nmeter","rr":true,"srv":["3"],"poa":["ws://default"]}}"#;

#[tokio::main]
async fn main() -> Result<(), Box<dyn core::error::Error>> {
    let url = std::env::args().nth(1).ok_or("usage: ae URL")?;
    let mut config = RegistreeConfig::ae([url.parse()?], "Cmeter", "cse-in", AE)?;
    config.session.pacing = Some(Pacing::ONE_AT_A_TIME); // As ACME needs.
    let (ae, mut incoming, task) = onem2m_ws_tokio::registree(config)?;
    let mut events = ae.events();
    tokio::spawn(task);
    loop {
        tokio::select! {
            Some(request) = incoming.next() => println!("notified: {}", request.accept()),
            Ok(()) = tokio::signal::ctrl_c() => ae.end(),
            event = events.next() => match event {
                Some(event) => println!("ae: {event}"),
                None => return Ok(()),
            },
        }
    }
}
