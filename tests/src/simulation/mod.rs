//! A registrar and some registrees, real machines all of them, in a world whose time is a number: transports that are slow,
//! stall, are cut and half-closed; applications that answer late or not at all, cancel and close; clocks that jump. What has
//! to hold all the same (`I1` to `I8`) is checked as it goes, and when the faults have stopped and all is quiet.
//!
//! Everything hangs on the seed: [`run`] with the same one does the same, step by step.

mod ledger;
mod parts;
mod random;
mod wire;
mod world;

use core::time::Duration;

use onem2m_primitive::{Content, RequestIdentifier, RequestPrimitive, ResourceType, Schedule};
use onem2m_ws::{
    OnLoss, Pacing, Registrar, RegistrarConfig, Registree, RegistreeConfig, Reopen, SessionConfig,
    Subprotocol,
};

use ledger::Ledger;
use parts::Client;
pub(crate) use random::Random;
use world::World;

/// What a run has seen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Report {
    /// Connections that were opened.
    pub connections: u64,
    /// Requests that were made, in both directions.
    pub requests: u64,
    /// Those that were answered.
    pub responses: u64,
    /// A digest of all events in their order.
    pub trace: u64,
}

/// Runs one world to its end.
///
/// # Panics
///
/// An invariant does not hold; the message names it.
#[must_use]
pub fn run(seed: u64) -> Report {
    let mut random = Random::new(seed);
    let session = session(&mut random);
    let config = registrar(session, &mut random);
    let registrar = Registrar::new(config, random.seed());
    let count = 1 + random.below(3);
    let mut clients = Vec::new();
    for number in 0..count {
        // Now and then two have the same name.
        let number = if random.chance(10) { 0 } else { number };
        clients.push(Client::new(registree(number, &mut random), number));
    }
    let mut world = World::new(random, registrar, clients);
    world.live();
    world.end()
}

fn session(random: &mut Random) -> SessionConfig {
    SessionConfig {
        max_requests: random.pick(&[1, 4, 256]),
        max_incoming: random.pick(&[1, 4, 256]),
        max_late: random.pick(&[0, 4, 256]),
        delivery_timeout: Duration::from_secs(random.pick(&[5, 60, 3600])),
        response_timeout: Duration::from_secs(random.pick(&[1, 30])),
        answer_timeout: Duration::from_secs(random.pick(&[1, 30])),
        drain_timeout: Duration::from_secs(random.pick(&[1, 60])),
        on_loss: random.pick(&[OnLoss::Wait, OnLoss::Wait, OnLoss::Fail]),
        pacing: random.pick(&[None, None, Some(Pacing::ONE_AT_A_TIME)]),
        ..SessionConfig::default()
    }
}

fn registrar(session: SessionConfig, random: &mut Random) -> RegistrarConfig {
    let mut config = RegistrarConfig::default();
    config.session = session;
    config.own_preference = random.chance(20);
    config
}

fn registree(number: u64, random: &mut Random) -> Registree {
    let point = || {
        "ws://127.0.0.1:9000"
            .parse()
            .expect("it is a point of access")
    };
    let mut config = RegistreeConfig::new([point(), point()]);
    config.subprotocols = vec![random.pick(&[
        Subprotocol::JSON,
        Subprotocol::CBOR,
        Subprotocol::XML,
        Subprotocol::R2_JSON,
    ])];
    config.session = session(random);
    let name = format!("C{number}");
    let identifier = RequestIdentifier::new("1").expect("it is one");
    let ae = format!(r#"{{"m2m:ae":{{"rn":"{name}","api":"N{number}","rr":true,"srv":["3"]}}}}"#);
    let ae = Content::json_text(ae).expect("it is JSON");
    let registration = RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae);
    let is_named = random.chance(60);
    config.registration = Some(registration.from(if is_named { name.clone() } else { "C".into() }));
    config.originator = is_named.then_some(name);
    config.sends_origin = random.chance(70);
    config.reconnect_after_registration = random.chance(20) && config.sends_origin;
    config.reopen = match random.below(3) {
        0 => Reopen::OnDemand,
        1 => Reopen::Always,
        _ => Reopen::Schedule("* */2 * * * * *".parse::<Schedule>().expect("it is one")),
    };
    let is_impatient = random.chance(30) && config.reopen != Reopen::Always;
    config.idle_timeout = is_impatient.then_some(Duration::from_secs(2));
    config.min_lifetime = Duration::from_secs(random.pick(&[0, 10]));
    Registree::new(config, random.seed()).expect("it can work")
}
