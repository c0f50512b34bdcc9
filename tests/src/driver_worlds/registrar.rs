//! The registrar of a world: its process, its application, and those who ask.

use core::future::Future;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::time::Duration;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};

use futures_util::future::FutureExt;
use onem2m_primitive::{RequestPrimitive, ResponsePrimitive};
use onem2m_ws::{RegistrarConfig, RegistrarEvent, RequestId, RequestOptions};
use onem2m_ws_core::{Config, Rejection};
use onem2m_ws_driver::{
    Events, Handler, Handshake, IncomingRequest, Observed, RegistrarActivity, RegistrarHandle,
    RegistrarTask, RequestFailure, ServeLimits, Store, registrar, registrar_with_store, serve,
    serve_spawning,
};

use super::executor::{Executor, Injected, Kind};
use super::hub::{Body, Hub, lock};
use super::ledger::{self, Class, End, Way, number_of};
use super::store::{Disk, Double};
use super::wire::{Listening, Wire};

pub(super) type Handle = RegistrarHandle<Hub>;

/// How connections are driven.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Serving {
    /// All within one task.
    Together,
    /// A task each.
    Spawning,
    /// A task each, by `open` and `drive`.
    Opening,
}

/// What a registrar is made of, and what outlives it.
pub(super) struct Plan {
    pub(super) config: RegistrarConfig,
    pub(super) limits: Config,
    pub(super) serving: Serving,
    pub(super) disk: Option<Arc<Mutex<Disk>>>,
    /// Entities that are registered by somebody else.
    pub(super) restored: Vec<Arc<str>>,
    /// Which entity may stand behind a connection, by the slots of registrees.
    pub(super) entities: Arc<[Arc<str>]>,
}

/// A registrar that runs.
pub(super) struct Process {
    pub(super) handle: Handle,
    pub(super) life: u32,
    posted: Arc<Mutex<Posted>>,
}

/// Requests that were posted, by number of the registrar.
#[derive(Default)]
struct Posted {
    numbers: BTreeMap<RequestId, usize>,
    has_missed: bool,
    events: BTreeMap<&'static str, u64>,
}

impl Process {
    /// A process starts, with what the store has kept.
    pub(super) fn start(hub: &Hub, executor: &mut Executor, plan: &Plan) -> Self {
        executor.life += 1;
        let life = executor.life;
        hub.note(|| format!("registrar {life} starts"));
        let (config, limits) = (plan.config.clone(), plan.limits);
        let handle = match &plan.disk {
            None => {
                let made = registrar(config, limits, hub.clone());
                let (handle, task) = made.expect("it can work");
                listen(hub, plan, life, &handle, task);
                handle
            }
            Some(disk) => {
                let double = Double {
                    hub: hub.clone(),
                    disk: Arc::clone(disk),
                    life,
                };
                let made = registrar_with_store(config, limits, double, hub.clone());
                let made = made.now_or_never().expect("loading does not wait");
                let (handle, task) = made.expect("it can work");
                listen(hub, plan, life, &handle, task);
                handle
            }
        };
        for entity in &plan.restored {
            handle.restore(entity).expect("there is room");
        }
        let posted = Arc::new(Mutex::new(Posted::default()));
        hub.spawn(
            Kind::Helper,
            watch(hub.clone(), handle.events(), Arc::clone(&posted), life),
        );
        hub.door().life = Some(life);
        Self {
            handle,
            life,
            posted,
        }
    }

    /// Asks an entity, with a future.
    pub(super) fn ask(&self, hub: &Hub, entity: &Arc<str>, options: RequestOptions) -> usize {
        let wants_none = hub.chance(10);
        let way = Way::Down(Arc::clone(entity));
        let number = hub.ledger().new_entry(way, self.life, wants_none);
        hub.note(|| format!("request {number}: asked, to {entity}"));
        let request = ledger::request(number, entity, "/cse", len(hub), wants_none);
        let (handle, entity) = (self.handle.clone(), Arc::clone(entity));
        let asking = async move { handle.request_with(&entity, request, options).await };
        hub.spawn(Kind::Asking, ask(hub.clone(), number, asking));
        number
    }

    /// Asks an entity, without a future.
    pub(super) fn post(&self, hub: &Hub, entity: &Arc<str>) -> usize {
        let wants_none = hub.chance(10);
        let way = Way::Down(Arc::clone(entity));
        let number = hub.ledger().new_entry(way, self.life, wants_none);
        hub.ledger().admitted(number);
        let request = ledger::request(number, entity, "/cse", len(hub), wants_none);
        match self.handle.post(entity, request) {
            Ok(id) => {
                hub.note(|| format!("request {number}: posted, to {entity}, as {id:?}"));
                let mut posted = lock(&self.posted);
                posted.numbers.insert(id, number);
            }
            Err(failure) => {
                hub.note(|| format!("request {number}: not posted, to {entity}: {failure}"));
                hub.ledger().ended(number, End::Never(Class::Nothing));
            }
        }
        number
    }

    /// The process is gone: its tasks are, and its connections. Those who ask may stay, to be told.
    pub(super) fn crash(&self, hub: &Hub, executor: &mut Executor) {
        let life = self.life;
        hub.note(|| format!("registrar {life} crashes"));
        let rest = hub.door().close();
        drop(rest);
        let is_down = |kind: Kind| {
            matches!(
                kind,
                Kind::Listening | Kind::Serving | Kind::Registrar | Kind::Shutdown
            )
        };
        if hub.chance(50) {
            executor.drop_all(|kind, of| of == life && kind == Kind::Asking);
        }
        executor.drop_all(|kind, of| of == life && is_down(kind));
    }

    /// What the registrar has counted is what was seen.
    pub(super) fn check_counters(&self, hub: &Hub, is_exact: bool) -> Result<(), String> {
        let counters = self.handle.counters();
        let ledger = hub.ledger();
        let posted = lock(&self.posted);
        let ended = ledger.posted_ended.get(&self.life).copied().unwrap_or(0);
        if !posted.has_missed {
            for (name, count) in &posted.events {
                if counters.get(name) != *count {
                    let counted = counters.get(name);
                    return Err(format!(
                        "{count} of {name} were told, and {counted} counted"
                    ));
                }
            }
            if ended != counters.get("posted_ended") {
                return Err(format!("{ended} posted requests have ended: {counters:?}"));
            }
        }
        let handled = ledger.handled_up.get(&self.life).copied().unwrap_or(0);
        let requests = counters.get("requests");
        if requests < handled || (is_exact && requests != handled) {
            return Err(format!("{handled} requests were handled: {counters:?}"));
        }
        let names = [
            (Class::Ended, "ended"),
            (Class::ExpiredUnsent, "expired_unsent"),
            (Class::ExpiredUnknown, "expired_unknown"),
            (Class::Lost, "lost"),
            (Class::Refused, "refused_requests"),
            (Class::NotTaken, "not_taken"),
        ];
        let is_exact = is_exact || (ledger.given_up == 0 && ledger.loaded == 0);
        for (class, name) in names {
            let seen = ledger.classes.get(&(self.life, class)).copied();
            let (seen, counted) = (seen.unwrap_or(0), counters.get(name));
            if counted < seen || (is_exact && counted != seen) {
                return Err(format!("{seen} ended as {class:?}: {counters:?}"));
            }
        }
        Ok(())
    }
}

fn len(hub: &Hub) -> usize {
    let most = hub.pick(&[1, 100, 3000]);
    hub.below(most)
}

/// Waits for the outcome of a request; whoever is dropped before gives it up, even if it was never polled.
pub(super) fn ask(
    hub: Hub,
    number: usize,
    asking: impl Future<Output = Result<ResponsePrimitive<'static>, RequestFailure>>,
) -> impl Future<Output = ()> {
    let waiting = Waiting(hub.clone(), number);
    async move {
        let answer = asking.await;
        match ledger::end_of(number, &answer) {
            Ok(end) => {
                hub.note(|| format!("request {number}: ends as {end:?}"));
                hub.ledger().ended(number, end);
            }
            Err(text) => hub.break_with(text),
        }
        drop(waiting);
    }
}

struct Waiting(Hub, usize);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.ledger().give_up(self.1);
    }
}

/// Spawns what serves a registrar.
fn listen<S: Store>(
    hub: &Hub,
    plan: &Plan,
    life: u32,
    handle: &Handle,
    task: RegistrarTask<Hub, S>,
) {
    let cse = Arc::new(Cse {
        hub: hub.clone(),
        life,
        entities: Arc::clone(&plan.entities),
    });
    let (hub, handle) = (hub.clone(), handle.clone());
    let limits = ServeLimits::default();
    match plan.serving {
        Serving::Together => {
            hub.spawn(Kind::Registrar, task);
            let mut listening = Listening(hub.clone());
            hub.spawn(Kind::Listening, async move {
                let served = serve(&mut listening, &handle, &*cse, limits).await;
                served.expect("the listener is of use");
            });
        }
        Serving::Spawning => {
            let mut listening = Listening(hub.clone());
            let spawner = {
                let hub = hub.clone();
                move |body: Body| hub.spawn(Kind::Serving, body)
            };
            hub.spawn(Kind::Registrar, async move {
                let listening = &mut listening;
                let serving = serve_spawning(listening, &handle, task, &cse, limits, &spawner);
                serving.await.expect("the listener is of use");
            });
        }
        Serving::Opening => {
            hub.spawn(Kind::Registrar, task);
            let mut listening = Listening(hub.clone());
            hub.clone().spawn(Kind::Listening, async move {
                loop {
                    let accepted = core::future::poll_fn(|cx| {
                        onem2m_ws_driver::Listener::poll_accept(&mut listening, cx)
                    });
                    let Ok((_, preparing)) = accepted.await else {
                        continue;
                    };
                    let Ok(accepted) = preparing.await else {
                        continue;
                    };
                    let (handle, cse) = (handle.clone(), Arc::clone(&cse));
                    hub.spawn(Kind::Serving, async move {
                        let opened = handle.open_with(accepted, &*cse).await;
                        if let Ok(Some(opened)) = opened {
                            let driven = AssertUnwindSafe(opened.drive(&*cse)).catch_unwind();
                            drop(driven.await);
                        }
                    });
                }
            });
        }
    }
}

/// Takes the events of a registrar.
async fn watch(
    hub: Hub,
    mut events: Events<RegistrarActivity>,
    posted: Arc<Mutex<Posted>>,
    life: u32,
) {
    while let Some(observed) = events.next().await {
        let Observed::Event(event) = observed else {
            let mut posted = lock(&posted);
            posted.has_missed = true;
            // The ends of some may be among what was missed.
            let mut ledger = hub.ledger();
            for number in posted.numbers.values() {
                ledger.give_up(*number);
            }
            continue;
        };
        hub.note(|| format!("registrar {life}: {}", shorten(&format!("{event:?}"))));
        let mut posted = lock(&posted);
        match &*event {
            RegistrarActivity::Posted { id, answer } => {
                *hub.ledger().posted_ended.entry(life).or_default() += 1;
                let number = posted.numbers.get(id).copied();
                let end = number.map(|number| (number, ledger::end_of(number, answer)));
                match end {
                    Some((number, Ok(end))) => hub.ledger().ended(number, end),
                    Some((_, Err(text))) => hub.break_with(text),
                    // It had waited in the store.
                    None if hub.ledger().loaded > 0 => {}
                    None => hub.break_with(format!("nobody has posted {id:?}")),
                }
            }
            RegistrarActivity::Node {
                event: RegistrarEvent::Stored { .. },
                ..
            } => *posted.events.entry("stored").or_default() += 1,
            RegistrarActivity::Connected { .. } => {
                hub.ledger().connections += 1;
                *posted.events.entry("connected").or_default() += 1;
            }
            RegistrarActivity::Node {
                event: RegistrarEvent::Present { .. },
                ..
            } => *posted.events.entry("present").or_default() += 1,
            RegistrarActivity::Node {
                event: RegistrarEvent::Absent { .. },
                ..
            } => *posted.events.entry("absent").or_default() += 1,
            RegistrarActivity::HandlerPanicked { .. } => {
                *posted.events.entry("handlers_panicked").or_default() += 1;
            }
            _ => {}
        }
    }
}

pub(super) fn shorten(text: &str) -> String {
    text.chars().take(240).collect()
}

/// The application of the registrar.
struct Cse {
    hub: Hub,
    life: u32,
    entities: Arc<[Arc<str>]>,
}

impl Cse {
    /// Who asks is who stands behind the connection.
    fn note(&self, incoming: &IncomingRequest) {
        let content = incoming.request.content.as_ref();
        let number = content.and_then(number_of);
        let hub = &self.hub;
        let mut ledger = hub.ledger();
        *ledger.handled_up.entry(self.life).or_default() += 1;
        let name = incoming.peer.identity.name().map(String::from);
        let from = incoming.request.from.as_deref().map(String::from);
        if let (Some(name), Some(from)) = (&name, &from)
            && name != from
        {
            let text = format!("identity: {name} asks as {from}: {incoming:?}");
            ledger.broken.get_or_insert(text);
        }
        let Some(number) = number else { return };
        let connection = incoming.peer.connection.map(|id| format!("{id:?}"));
        let connection = connection.map_or(0, |text| digits(&text));
        let asking_life = ledger.entries[number].life;
        let asker = match &ledger.entries[number].way {
            Way::Up(slot) => self.entities.get(*slot).map(|name| String::from(&**name)),
            Way::Down(_) => None,
        };
        if asker != from {
            let text = format!("identity: request {number} of {asker:?} came from {from:?}");
            ledger.broken.get_or_insert(text);
        }
        let path = (
            1,
            u64::from(asking_life) << 32 | u64::from(self.life),
            connection,
        );
        ledger.arrived(number, path);
        drop(ledger);
        hub.note(|| {
            format!(
                "request {number}: comes to registrar {}, from {name:?}",
                self.life
            )
        });
    }
}

fn digits(text: &str) -> u64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

impl Handler for Cse {
    fn handle(&self, incoming: IncomingRequest) -> impl Future<Output = ()> + Send {
        self.note(&incoming);
        respond(self.hub.clone(), incoming)
    }

    async fn admit(&self, _: &Handshake<'_>) -> Result<(), Rejection> {
        let nature = self.hub.nature();
        if self.hub.chance(nature.is_slow / 4) {
            self.hub.sleep(Duration::from_millis(900)).await;
        }
        if self.hub.chance(nature.is_careless / 4) {
            return Err(Rejection::service_unavailable());
        }
        Ok(())
    }
}

/// Answers a request: at once, later, elsewhere, never, or as one that panics.
pub(super) async fn respond(hub: Hub, incoming: IncomingRequest) {
    let nature = hub.nature();
    if hub.chance(nature.is_careless) {
        match hub.below(3) {
            0 => return drop(incoming),
            1 => hub.sleep(Duration::from_secs(100)).await,
            _ => {
                if incoming.peer.connection.is_some() {
                    resume_unwind(Box::new(Injected));
                }
                return drop(incoming);
            }
        }
    }
    if hub.chance(nature.waits) {
        hub.yield_now().await;
    }
    if hub.chance(nature.is_slow) {
        let wait = Duration::from_millis(u64::try_from(hub.below(3000)).expect("it fits"));
        if hub.chance(50) {
            let later = hub.clone();
            hub.spawn(Kind::Helper, async move {
                later.sleep(wait).await;
                answer(&later, incoming);
            });
            return;
        }
        hub.sleep(wait).await;
    }
    answer(&hub, incoming);
}

fn answer(hub: &Hub, incoming: IncomingRequest) {
    let response = answer_to(hub, &incoming.request);
    incoming.responder.respond(response);
}

fn answer_to(hub: &Hub, request: &RequestPrimitive<'_>) -> ResponsePrimitive<'static> {
    ledger::answer(request, len(hub))
}

/// Something happens to a wire.
pub(super) fn harm(hub: &Hub, what: usize) {
    let open: Vec<Arc<Wire>> = {
        let wires = hub.wires();
        wires
            .iter()
            .filter(|wire| wire.is_open())
            .map(Arc::clone)
            .collect()
    };
    if open.is_empty() {
        return;
    }
    let wire = &open[hub.below(open.len())];
    hub.note(|| format!("wire {}: harmed ({what})", wire.number));
    match what {
        0 => wire.reset(),
        1 => wire.end_way(hub.below(2)),
        2 => {
            let seconds = u64::try_from(1 + hub.below(20)).expect("it fits");
            wire.stall(hub.below(2), hub.now() + Duration::from_secs(seconds));
        }
        _ => wire.panic_next(),
    }
}

/// As [`Pin`]ned as the executor wants it.
pub(super) fn boxed(body: impl Future<Output = ()> + Send + 'static) -> Body {
    let body: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(body);
    body
}
