//! The registrees of a world: their tasks, their applications, and those who ask.

use core::time::Duration;
use std::sync::Arc;

use onem2m_primitive::{Content, RequestIdentifier, RequestPrimitive, ResourceType};
use onem2m_ws::{RegistreeConfig, RegistreeState, RequestOptions};
use onem2m_ws_core::Config;
use onem2m_ws_driver::{Events, Incoming, Observed, RegistreeActivity, RegistreeHandle, registree};

use super::executor::{Executor, Kind};
use super::hub::Hub;
use super::ledger::{self, Way, number_of};
use super::registrar::{ask, boxed, respond, shorten};
use super::wire::Dialler;

/// One who registers, and what it is made of each time.
pub(super) struct Slot {
    pub(super) number: usize,
    pub(super) entity: Arc<str>,
    pub(super) config: RegistreeConfig,
    pub(super) limits: Config,
    /// The order of its requests is that in which they are made: there is room for all.
    pub(super) is_roomy: bool,
    /// What is sent is sent at once.
    pub(super) is_steady: bool,
    pub(super) running: Option<Running>,
    life: u32,
}

/// A registree that runs.
pub(super) struct Running {
    pub(super) handle: RegistreeHandle,
    pub(super) life: u32,
}

impl Slot {
    pub(super) const fn new(
        number: usize,
        entity: Arc<str>,
        config: RegistreeConfig,
        limits: Config,
        is_roomy: bool,
        is_steady: bool,
    ) -> Self {
        Self {
            number,
            entity,
            config,
            limits,
            is_roomy,
            is_steady,
            running: None,
            life: 0,
        }
    }

    pub(super) fn start(&mut self, hub: &Hub, executor: &mut Executor) {
        // Lives of registrees are told apart from one another, and from those of registrars.
        self.life += 1;
        let life = u32::try_from(self.number + 1).expect("it fits") * 1000 + self.life;
        let number = self.number;
        hub.note(|| format!("registree {number} starts as life {life}: {}", self.entity));
        let made = registree(
            self.config.clone(),
            self.limits,
            Dialler(hub.clone(), number),
            hub.clone(),
        );
        let (handle, incoming, task) = made.expect("it can work");
        executor.spawn(Kind::Registree(number), life, boxed(task));
        let application = listen(
            hub.clone(),
            number,
            Arc::clone(&self.entity),
            life,
            incoming,
        );
        executor.spawn(Kind::Application(number), life, boxed(application));
        executor.spawn(
            Kind::Helper,
            life,
            boxed(watch(hub.clone(), number, handle.events())),
        );
        self.running = Some(Running { handle, life });
    }

    /// Makes a request of the registrar.
    pub(super) fn ask(
        &self,
        hub: &Hub,
        executor: &mut Executor,
        options: RequestOptions,
    ) -> Option<usize> {
        let running = self.running.as_ref()?;
        let wants_none = hub.chance(10);
        let way = Way::Up(self.number);
        let number = hub.ledger().new_entry(way, running.life, wants_none);
        hub.note(|| format!("request {number}: asked, by registree {}", self.number));
        let len = hub.pick(&[1, 100, 3000]);
        let request = ledger::request(
            number,
            "cse-in/cnt",
            &self.entity,
            hub.below(len),
            wants_none,
        );
        let (handle, is_roomy, to) = (running.handle.clone(), self.is_roomy, hub.clone());
        let asking = async move {
            if is_roomy {
                to.ledger().admitted(number);
            }
            handle.request_with(request, options).await
        };
        let asking = ask(hub.clone(), number, asking);
        executor.spawn(Kind::Asking, running.life, boxed(asking));
        Some(number)
    }

    /// The process of the registree is gone; those who ask may stay, to be told.
    pub(super) fn crash(&mut self, hub: &Hub, executor: &mut Executor) -> Option<u32> {
        let running = self.running.take()?;
        let (life, number) = (running.life, self.number);
        hub.note(|| format!("registree {number} crashes"));
        if hub.chance(50) {
            executor.drop_all(|kind, of| of == life && kind == Kind::Asking);
        }
        let is_it = |kind| matches!(kind, Kind::Registree(other) | Kind::Application(other) if other == number);
        executor.drop_all(|kind, _| is_it(kind));
        drop(running);
        Some(life)
    }

    /// Returns whether it was told to end.
    pub(super) fn is_ending(&self) -> bool {
        let running = self.running.as_ref();
        running.is_some_and(|running| {
            let state = running.handle.state();
            matches!(state, RegistreeState::Ending | RegistreeState::Ended)
        })
    }

    pub(super) fn is_up(&self) -> bool {
        let running = self.running.as_ref();
        running.is_some_and(|running| {
            running.handle.state() == RegistreeState::Up
                && (self.config.registration.is_none() || running.handle.is_registered())
        })
    }
}

/// Takes and answers what comes to a registree.
async fn listen(hub: Hub, slot: usize, entity: Arc<str>, life: u32, mut incoming: Incoming) {
    while let Some(request) = incoming.next().await {
        let content = request.request.content.as_ref();
        let Some(number) = content.and_then(number_of) else {
            hub.break_with(format!("nobody has made {request:?}"));
            return;
        };
        {
            let mut ledger = hub.ledger();
            let is_its = matches!(&ledger.entries[number].way, Way::Down(to) if *to == entity);
            if !is_its || *request.request.to != *entity {
                let text = format!("identity: request {number} comes to {entity}: {request:?}");
                ledger.broken.get_or_insert(text);
            }
            ledger.arrived(number, (0, u64::from(life), 0));
        }
        hub.note(|| format!("request {number}: comes to registree {slot}"));
        if hub.chance(hub.nature().is_slow) {
            let answering = respond(hub.clone(), request);
            hub.spawn(Kind::Helper, answering);
        } else {
            respond(hub.clone(), request).await;
        }
        if hub.chance(hub.nature().waits) {
            hub.yield_now().await;
        }
    }
}

async fn watch(hub: Hub, number: usize, mut events: Events<RegistreeActivity>) {
    while let Some(observed) = events.next().await {
        if let Observed::Event(event) = observed {
            hub.note(|| format!("registree {number}: {}", shorten(&format!("{event:?}"))));
        }
    }
}

/// The request that registers an entity.
pub(super) fn registration(entity: &str) -> RequestPrimitive<'static> {
    let identifier = RequestIdentifier::new("1").expect("it is one");
    let ae = format!(r#"{{"m2m:ae":{{"rn":"{entity}","api":"N1","rr":true,"srv":["3"]}}}}"#);
    let ae = Content::json_text(ae).expect("it is JSON");
    let registration = RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae);
    registration.from(entity.to_owned())
}

/// The times that matter to whoever waits for rest.
pub(super) const PATIENCE: Duration = Duration::from_secs(900);
/// Longer than a request that was admitted is under way.
pub(super) const TURN: Duration = Duration::from_secs(100);
