//! What a seed makes a world of.

use core::time::Duration;
use std::sync::{Arc, Mutex};

use onem2m_ws::{
    Backoff, OnLoss, Pacing, RegistrarConfig, RegistrationRetry, RegistreeConfig, Reopen,
    SessionConfig, Subprotocol,
};
use onem2m_ws_core::{Config, PermessageDeflate};

use super::hub::Hub;
use super::registrar::{Plan, Serving};
use super::registree::{Slot, registration};
use super::store::Disk;
use super::wire::Nature;
use crate::simulation::Random;

/// What may be done to a world, each so often in a hundred acts; none of them where it is quiet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Faults {
    pub(super) drop_serving: u64,
    pub(super) freeze_serving: u64,
    pub(super) give_up: u64,
    pub(super) reset: u64,
    pub(super) end_way: u64,
    pub(super) stall: u64,
    pub(super) panic: u64,
    pub(super) crash: u64,
    pub(super) shutdown: u64,
    pub(super) crash_registree: u64,
    pub(super) end_registree: u64,
    pub(super) disconnect: u64,
    pub(super) power_save: u64,
}

impl Faults {
    pub(super) fn new(random: &mut Random) -> Self {
        let mut some = |most: u64| {
            if random.chance(40) {
                1 + random.below(most)
            } else {
                0
            }
        };
        Self {
            drop_serving: some(6),
            freeze_serving: some(3),
            give_up: some(10),
            reset: some(8),
            end_way: some(6),
            stall: some(8),
            panic: some(4),
            crash: some(4),
            shutdown: some(3),
            crash_registree: some(4),
            end_registree: some(3),
            disconnect: some(6),
            power_save: some(6),
        }
    }
}

pub(super) fn nature(random: &mut Random, is_quiet: bool) -> Nature {
    let calm = calm(random);
    if is_quiet {
        return calm;
    }
    Nature {
        is_calm: false,
        fails: random.pick(&[0, 0, 2, 5]),
        fuses: random.pick(&[0, 0, 10, 40]),
        refuses: random.pick(&[0, 0, 20]),
        is_slow: random.pick(&[0, 10, 40]),
        is_careless: random.pick(&[0, 0, 10]),
        ..calm
    }
}

pub(super) fn calm(random: &mut Random) -> Nature {
    Nature {
        is_calm: true,
        waits: random.pick(&[0, 10, 40]),
        splits: random.pick(&[0, 10, 60]),
        ..Nature::default()
    }
}

fn session(random: &mut Random, is_quiet: bool) -> SessionConfig {
    let mut session = SessionConfig {
        max_requests: random.pick(&[2, 16, 256]),
        max_incoming: random.pick(&[4, 256]),
        max_waiting_len: random.pick(&[4000, 1 << 20]),
        write_ahead: random.pick(&[500, 64 << 10]),
        delivery_timeout: Duration::from_secs(random.pick(&[5, 60])),
        response_timeout: Duration::from_secs(random.pick(&[2, 20])),
        answer_timeout: Duration::from_secs(random.pick(&[3, 20])),
        drain_timeout: Duration::from_secs(random.pick(&[1, 10])),
        on_loss: random.pick(&[OnLoss::Wait, OnLoss::Wait, OnLoss::Fail]),
        pacing: random.pick(&[None, None, None, Some(Pacing::ONE_AT_A_TIME)]),
        max_taken: random.pick(&[1, 32]),
        ..SessionConfig::default()
    };
    if is_quiet {
        (session.pacing, session.max_incoming) = (None, 256);
    }
    session
}

fn limits(random: &mut Random) -> Config {
    let deflate = if random.chance(40) {
        Some(PermessageDeflate {
            server_no_context_takeover: random.chance(30),
            client_no_context_takeover: random.chance(30),
            min_len: random.pick(&[None, Some(0)]),
            ..PermessageDeflate::DEFAULT
        })
    } else {
        None
    };
    Config {
        ping_interval: Some(Duration::from_secs(5)),
        pong_timeout: Duration::from_secs(3),
        message_timeout: Some(Duration::from_secs(20)),
        write_timeout: Some(Duration::from_secs(10)),
        close_timeout: Duration::from_secs(3),
        handshake_timeout: Duration::from_secs(5),
        send_fragment_len: random.pick(&[None, None, Some(100)]),
        permessage_deflate: deflate,
        ..Config::DEFAULT
    }
}

pub(super) fn registrar(
    random: &mut Random,
    entities: Arc<[Arc<str>]>,
    mut restored: Vec<Arc<str>>,
    is_quiet: bool,
) -> Plan {
    let mut config = RegistrarConfig::default();
    config.session = session(random, is_quiet);
    config.allows_unregistered = random.chance(30);
    if config.allows_unregistered {
        // Then the application knows who is registered.
        restored = entities.to_vec();
    }
    if !is_quiet {
        config.max_store_queue = random.pick(&[1, 4, 1024]);
        config.max_handlers_per_node = random.pick(&[2, 256]);
        config.max_handlers = random.pick(&[3, 16_384]);
        config.max_unread_events = random.pick(&[4, 1024]);
        config.max_posted = random.pick(&[3, 65_536]);
    }
    let serving = random.pick(&[Serving::Together, Serving::Spawning, Serving::Opening]);
    let disk = random
        .chance(60)
        .then(|| Arc::new(Mutex::new(Disk::default())));
    Plan {
        config,
        limits: limits(random),
        serving,
        disk,
        restored,
        entities,
    }
}

/// The registrees: some of them have the same name, or do not say it at first.
pub(super) fn slots(random: &mut Random, is_quiet: bool) -> (Vec<Slot>, Vec<Arc<str>>) {
    let count = usize::try_from(1 + random.below(4)).expect("it fits");
    let mut slots = Vec::new();
    let mut restored = Vec::new();
    for number in 0..count {
        let named_as = if !is_quiet && random.chance(20) {
            0
        } else {
            number
        };
        let entity: Arc<str> = format!("C{named_as}").into();
        let point = "ws://127.0.0.1:9000".parse().expect("it is one");
        let mut config = RegistreeConfig::new([point]);
        config.subprotocols = vec![random.pick(&[
            Subprotocol::JSON,
            Subprotocol::CBOR,
            Subprotocol::XML,
            Subprotocol::R2_JSON,
        ])];
        config.session = session(random, is_quiet);
        config.originator = Some(String::from(&*entity));
        config.sends_origin = random.chance(65);
        if config.sends_origin && random.chance(30) {
            restored.push(Arc::clone(&entity));
        } else {
            config.registration = Some(registration(&entity));
        }
        let backoff = Backoff {
            initial: Duration::from_secs(1),
            factor: 2,
            maximum: Duration::from_secs(10),
        };
        config.registration_retry = RegistrationRetry {
            refused: Some(backoff),
            temporary: backoff,
        };
        config.backoff = backoff;
        config.min_lifetime = Duration::from_secs(random.pick(&[0, 10]));
        if !is_quiet && random.chance(40) {
            config.reopen = Reopen::OnDemand;
            config.idle_timeout = random.chance(60).then_some(Duration::from_secs(2));
        }
        let is_roomy =
            config.session.max_requests == 256 && config.session.max_waiting_len == 1 << 20;
        let is_steady = config.session.pacing.is_none();
        let limits = limits(random);
        slots.push(Slot::new(
            number, entity, config, limits, is_roomy, is_steady,
        ));
    }
    (slots, restored)
}

/// Options of a request, now and then.
pub(super) fn options(hub: &Hub) -> onem2m_ws::RequestOptions {
    let mut options = onem2m_ws::RequestOptions::default();
    if hub.chance(15) {
        options.on_loss = Some(hub.pick(&[OnLoss::Wait, OnLoss::Fail]));
    }
    if hub.chance(15) && hub.nature().is_slow > 0 {
        let seconds = u64::try_from(1 + hub.below(4)).expect("it fits");
        options.delivery_timeout = Some(Duration::from_secs(seconds));
    }
    options
}
