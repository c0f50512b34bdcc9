//! A gateway: three AEs on one connection (TS-0020 5.2). `cargo run --release --example gateway -- ws://127.0.0.1:9000`
//!
//! The first AE registers as the registree, which sees to the connection; the others by requests of their own, again whenever the
//! registrar has lost its state. Each has a container for commands, and prints what it is told there, until Ctrl-C.

use std::process::ExitCode;

use onem2m_primitive::{
    Content, RequestIdentifier, RequestPrimitive, Resource, ResponseStatusCode as Status,
};
use onem2m_resources::{Ae, CommonAttributes, Container, ContentInstance, Subscription};
use onem2m_ws::{RegistreeConfig, RegistreeEvent};
use onem2m_ws_tokio::driver::{Observed, RegistreeActivity};
use onem2m_ws_tokio::{Incoming, RegistreeHandle, registree};
use serde::Serialize;

type Failure = Box<dyn core::error::Error>;

const BASE: &str = "cse-in";
/// The names of the AEs; the AE-IDs have a `C` before.
const NAMES: [&str; 3] = ["kitchen", "bath", "attic"];

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("gateway: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Failure> {
    let url = std::env::args().nth(1).ok_or("usage: gateway URL")?;
    let resource = Content::resource(&ae(NAMES[0]))?;
    let originator = format!("C{}", NAMES[0]);
    let config = RegistreeConfig::for_ae([url.parse()?], &originator, BASE, resource);
    let (gateway, incoming, task) = registree(config)?;
    let mut events = gateway.events();
    tokio::spawn(task);
    tokio::spawn(listen(incoming));
    gateway.registered_or_failed().await?;
    loop {
        tokio::select! {
            Ok(()) = tokio::signal::ctrl_c() => gateway.end(),
            event = events.next() => match event {
                Some(event) if may_be_new(&event) => equip(&gateway).await?,
                Some(_) => {}
                None => return Ok(()),
            },
        }
    }
}

/// A task of its own: a CSE may ask whether a subscription is wanted before it answers the request that creates it.
async fn listen(mut incoming: Incoming) {
    while let Some(request) = incoming.next().await {
        print(&request.accept());
    }
}

fn ae(name: &str) -> Ae {
    let ae = Ae::new("Nroom", true, ["3"]).resource_name(name);
    ae.point_of_access(["ws://default"])
}

/// Whether the registrar may know nothing but the registree.
fn may_be_new(event: &Observed<RegistreeActivity>) -> bool {
    match event {
        Observed::Event(event) => matches!(
            **event,
            RegistreeActivity::Event(RegistreeEvent::Registered(_))
        ),
        Observed::Missed(_) => true,
    }
}

/// Makes all that the registrar does not have yet.
async fn equip(gateway: &RegistreeHandle) -> Result<(), Failure> {
    for (index, name) in NAMES.iter().enumerate() {
        let (own, commands) = (format!("{BASE}/{name}"), format!("{BASE}/{name}/commands"));
        if index > 0 {
            create(gateway, name, BASE, &ae(name)).await?;
        }
        let container = Container::new().resource_name("commands");
        create(gateway, name, &own, &container).await?;
        let target = format!("C{name}");
        let subscription = Subscription::new([target.as_str()]).resource_name("gateway");
        create(gateway, name, &commands, &subscription).await?;
    }
    println!("ready: {} AEs on one connection", NAMES.len());
    Ok(())
}

/// One that is there already is as good as one that was made.
async fn create<R: Resource + Serialize>(
    gateway: &RegistreeHandle,
    name: &str,
    to: &str,
    resource: &R,
) -> Result<(), Failure> {
    let (identifier, content) = (RequestIdentifier::UNASSIGNED, Content::resource(resource)?);
    let request = RequestPrimitive::create(to, identifier, R::TYPE, content);
    let request = request.from(format!("C{name}")).release_version("3");
    let response = gateway.request(request).await?;
    if response.status != Status::CONFLICT {
        response.error_for_status()?;
    }
    Ok(())
}

fn print(request: &RequestPrimitive<'_>) {
    for notification in request
        .notifications::<ContentInstance>()
        .into_iter()
        .flatten()
    {
        let representation = notification.event.and_then(|event| event.representation);
        let command = representation.and_then(|instance| instance.0.content);
        println!("{}: {command:?}", request.to);
    }
}
