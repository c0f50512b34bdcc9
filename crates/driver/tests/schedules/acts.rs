//! What the threads of a scenario do, and how a scenario is played and judged.

use core::future::poll_fn;
use core::mem;
use core::task::{Context, Poll, Waker};
use core::time::Duration;

use futures_util::FutureExt;
use onem2m_ws_driver::binding::RegistrarConfig;
use onem2m_ws_driver::core::{CloseCode, CloseFrame, Config};
use onem2m_ws_driver::primitive::{Content, RequestIdentifier, RequestPrimitive, ResourceType};
use onem2m_ws_driver::{
    Accepted, Events, IncomingRequest, MemoryStore, Observed, RegistrarActivity, RegistrarHandle,
    registrar, registrar_with_store,
};
use shuttle::rand::{Rng, thread_rng};
use shuttle::thread::JoinHandle;

use crate::ledger::Expects;
use crate::line::{Habit, answer};
use crate::world::{Driving, Life, World};

/// What one thread does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    /// A device connects.
    Connect(Device),
    /// A device that is connected sends a request.
    Say(&'static str, Sends),
    /// Requests to an entity, one behind the other.
    Ask(&'static str, usize),
    /// Requests to an entity whose futures are dropped once they have waited one to three times.
    AskAndDrop(&'static str, usize),
    /// Requests to an entity without futures.
    Post(&'static str, usize),
    /// Answers what handlers hand on.
    Answer,
    /// A device ends its direction of all its lines.
    HangUp(&'static str),
    /// The application closes the connection of an entity's node.
    Disconnect(&'static str),
    /// The application knows an entity no more.
    Deregister(&'static str),
    /// Those of the futures that are kept are dropped.
    DropKept,
    /// The registrar ends.
    ShutDown,
    /// So many seconds pass.
    Pass(u64),
}

/// A connection of a device.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Device {
    pub(crate) name: &'static str,
    /// The name in which it asks for the connection.
    pub(crate) origin: &'static str,
    /// The names that TLS has authenticated.
    pub(crate) authenticated: &'static [&'static str],
    /// What it sends at once.
    pub(crate) sends: &'static [Sends],
    pub(crate) habit: Habit,
    pub(crate) ends: Ends,
}

/// A request of a device, in the name of an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sends {
    Retrieval(&'static str),
    Registration(&'static str),
}

impl Sends {
    fn request(self, identifier: &str) -> RequestPrimitive<'static> {
        let identifier = RequestIdentifier::new(identifier.to_owned()).unwrap();
        match self {
            Self::Retrieval(name) => RequestPrimitive::retrieve("cse-in", identifier).from(name),
            Self::Registration(name) => {
                let ae = r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#;
                let ae = Content::json_text(ae).unwrap();
                RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae).from(name)
            }
        }
    }
}

/// How the task of a connection ends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ends {
    /// With its connection.
    Whole,
    /// It is dropped once it has waited one to three times.
    Dropped,
    /// It is kept once it has waited one to three times, and polled no more.
    Kept,
}

/// A device that connects under its own name, and whose connection lasts.
pub(crate) const fn device(name: &'static str) -> Device {
    Device {
        name,
        origin: name,
        authenticated: &[],
        sends: &[],
        habit: Habit::Calm,
        ends: Ends::Whole,
    }
}

impl Device {
    pub(crate) const fn with(self, habit: Habit) -> Self {
        Self { habit, ..self }
    }

    pub(crate) const fn ending(self, ends: Ends) -> Self {
        Self { ends, ..self }
    }

    pub(crate) const fn sending(self, sends: &'static [Sends]) -> Self {
        Self { sends, ..self }
    }
}

/// What is played: the acts of a phase at the same time, one phase behind the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario {
    /// Entities that are known before, each on a node of its own.
    pub(crate) entities: &'static [&'static str],
    pub(crate) phases: &'static [&'static [Act]],
    pub(crate) expects: Expects,
    /// True if an entity moves, or its node comes anew: what is asked later may be at the new node earlier.
    pub(crate) moves: bool,
    /// True if a store keeps what waits.
    pub(crate) stores: bool,
    pub(crate) max_requests: usize,
    pub(crate) max_handlers: usize,
}

/// A scenario in which everything is answered.
pub(crate) const PLAIN: Scenario = Scenario {
    entities: &["C"],
    phases: &[],
    expects: Expects::Answers,
    moves: false,
    stores: false,
    max_requests: 256,
    max_handlers: 256,
};

type Handle = RegistrarHandle<World>;

/// A scenario that is played.
struct Stage {
    world: World,
    handle: Handle,
    events: Events<RegistrarActivity>,
    threads: Vec<JoinHandle<()>>,
    acts: usize,
}

impl Scenario {
    fn config(&self) -> RegistrarConfig {
        let mut config = RegistrarConfig::default();
        config.session.max_requests = self.max_requests;
        config.session.delivery_timeout = Duration::from_secs(60);
        config.allows_unregistered = true;
        config.max_handlers = self.max_handlers;
        config
    }

    fn registrar(&self, world: &World) -> (Handle, Driving) {
        let limits = Config {
            ping_interval: None,
            ..Config::DEFAULT
        };
        let config = self.config();
        if self.stores {
            let store = MemoryStore::default();
            let made = registrar_with_store(config, limits, store, world.clone());
            let (handle, task) = made.now_or_never().unwrap().unwrap();
            (handle, Box::pin(task))
        } else {
            let (handle, task) = registrar(config, limits, world.clone()).unwrap();
            (handle, Box::pin(task))
        }
    }

    /// Whether a task unwinds that is meant to.
    pub(crate) fn unwinds(&self) -> bool {
        let acts = self.phases.iter().flat_map(|phase| phase.iter());
        let habits = acts.filter_map(|act| match act {
            Act::Connect(device) => Some(device.habit),
            _ => None,
        });
        let unwinds = |habit| matches!(habit, Habit::UnwindsBefore(_) | Habit::UnwindsBehind(_));
        habits.into_iter().any(unwinds)
    }

    /// Plays the scenario in the order that shuttle chooses.
    pub(crate) fn play(&self) {
        let world = World::new();
        world.state().ledger.moves = self.moves;
        let (handle, task) = self.registrar(&world);
        for entity in self.entities {
            handle.restore(entity).unwrap();
        }
        let mut stage = Stage {
            threads: vec![world.spawn("the registrar", Life::Daemon, task)],
            events: handle.events(),
            world,
            handle,
            acts: 0,
        };
        for phase in self.phases {
            for act in *phase {
                stage.begin(*act);
            }
            stage.rest();
        }
        stage.end(self.expects);
    }
}

impl Stage {
    fn begin(&mut self, act: Act) {
        let maker = self.acts;
        self.acts += 1;
        let (world, handle) = (self.world.clone(), self.handle.clone());
        let (life, future): (Life, Driving) = match act {
            Act::Connect(device) => {
                let life = match device.ends {
                    Ends::Whole => Life::Whole,
                    Ends::Dropped => Life::Dropped(thread_rng().gen_range(1..=3)),
                    Ends::Kept => Life::Kept(thread_rng().gen_range(1..=3)),
                };
                (life, Box::pin(connect(world, handle, device, maker)))
            }
            Act::Say(device, sends) => {
                let request = sends.request(&format!("d{maker}"));
                (
                    Life::Whole,
                    Box::pin(async move { world.say(device, request) }),
                )
            }
            Act::Ask(entity, count) => {
                let asking = async move {
                    for index in 0..count {
                        ask(&world, &handle, entity, (maker, index)).await;
                    }
                };
                (Life::Whole, Box::pin(asking))
            }
            Act::AskAndDrop(entity, count) => {
                let asking = async move {
                    for index in 0..count {
                        ask_and_drop(&world, &handle, entity, (maker, index)).await;
                    }
                };
                (Life::Whole, Box::pin(asking))
            }
            Act::Post(entity, count) => {
                let posting = async move {
                    for index in 0..count {
                        post(&world, &handle, entity, (maker, index));
                    }
                };
                (Life::Whole, Box::pin(posting))
            }
            Act::Answer => (Life::Daemon, Box::pin(answer_mail(world))),
            Act::HangUp(device) => (Life::Whole, Box::pin(async move { world.hang_up(device) })),
            Act::Disconnect(entity) => {
                let frame = CloseFrame::new(CloseCode::NORMAL, "");
                let closing = async move { handle.disconnect(entity, frame).unwrap() };
                (Life::Whole, Box::pin(closing))
            }
            Act::Deregister(entity) => (
                Life::Whole,
                Box::pin(async move { handle.deregister(entity) }),
            ),
            Act::DropKept => (Life::Whole, Box::pin(async move { world.drop_kept() })),
            Act::ShutDown => {
                let ending = async move {
                    handle.shutdown(Duration::from_secs(10)).await;
                };
                (Life::Whole, Box::pin(ending))
            }
            Act::Pass(seconds) => {
                let passing = async move { world.advance(Duration::from_secs(seconds)) };
                (Life::Whole, Box::pin(passing))
            }
        };
        let thread = self.world.spawn(format!("{act:?}"), life, future);
        self.threads.push(thread);
    }

    /// Waits until nothing happens any more, and takes note of what was told.
    fn rest(&mut self) {
        self.world.rest();
        let cx = Context::from_waker(Waker::noop());
        while let Poll::Ready(Some(observed)) = self.events.poll_next(&cx) {
            let Observed::Event(event) = observed else {
                panic!("events are lost");
            };
            if let RegistrarActivity::Posted { id, answer } = &*event {
                self.world
                    .state()
                    .ledger
                    .note_posted_end(*id, answer.clone());
            }
        }
    }

    /// Nothing happens any more: everything must have ended.
    fn end(mut self, expects: Expects) {
        {
            let state = self.world.state();
            let unended = state.ledger.unended();
            assert!(unended.is_empty(), "{unended:?} wait for ever");
            state.ledger.check(expects);
        }
        self.world.drop_kept();
        self.rest();
        self.world.stop_daemons();
        self.rest();
        let waiting = self.world.waiting();
        assert!(waiting.is_empty(), "{waiting:?} wait for ever");
        assert_eq!(self.handle.connection_count(), 0);
        let cx = Context::from_waker(Waker::noop());
        let has_ended = matches!(self.events.poll_next(&cx), Poll::Ready(None));
        assert!(has_ended, "whoever reads the events waits for ever");
        for thread in self.threads {
            thread.join().unwrap();
        }
        drop((self.handle, self.events));
        let mail = mem::take(&mut self.world.state().mail);
        drop(mail);
        let waker = self.world.state().mail_waker.take();
        drop(waker);
        assert_eq!(self.world.holds(), 1, "something is kept for nobody");
    }
}

async fn connect(world: World, handle: Handle, device: Device, maker: usize) {
    let requests = device.sends.iter().enumerate();
    let requests = requests.map(|(index, sends)| sends.request(&format!("d{maker}-{index}")));
    let line = world.open(device.name, device.origin, requests.collect(), device.habit);
    let mut accepted = Accepted::plain(line);
    accepted.authenticated = device
        .authenticated
        .iter()
        .map(|name| (*name).into())
        .collect();
    // Half of the requests are answered by the handler, the others elsewhere.
    let handler = async |request: IncomingRequest| {
        if request.request.request_identifier.as_str().ends_with('1') {
            let response = answer(&request.request);
            return request.responder.respond(response);
        }
        let waker = {
            let mut state = world.state();
            state.mail.push(request);
            state.mail_waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    };
    // A registrar that ends refuses, and so may the transport.
    drop(handle.connection(accepted, &handler).await);
}

async fn answer_mail(world: World) {
    poll_fn(|cx| {
        loop {
            let waker = cx.waker().clone();
            let (request, former) = {
                let mut state = world.state();
                (state.mail.pop(), state.mail_waker.replace(waker))
            };
            drop(former);
            let Some(request) = request else {
                return Poll::Pending::<()>;
            };
            let response = answer(&request.request);
            request.responder.respond(response);
        }
    })
    .await;
}

fn notification(entity: &str, (maker, index): (usize, usize)) -> RequestPrimitive<'static> {
    let identifier = RequestIdentifier::new(format!("n{maker}-{index}")).unwrap();
    let content = Content::json_text(r#"{"m2m:sgn":{"sur":"x"}}"#).unwrap();
    RequestPrimitive::notify(entity.to_owned(), identifier, content)
}

/// Makes a request, which is in the ledger from now on.
fn make(world: &World, entity: &str, maker: (usize, usize)) -> (String, RequestPrimitive<'static>) {
    let request = notification(entity, maker);
    let identifier = request.request_identifier.as_str().to_owned();
    world.state().ledger.note_made(&identifier, maker);
    (identifier, request)
}

async fn ask(world: &World, handle: &Handle, entity: &str, maker: (usize, usize)) {
    let (identifier, request) = make(world, entity, maker);
    let answer = handle.request(entity, request).await;
    world.state().ledger.note_end(&identifier, answer);
}

async fn ask_and_drop(world: &World, handle: &Handle, entity: &str, maker: (usize, usize)) {
    let (identifier, request) = make(world, entity, maker);
    let mut left = thread_rng().gen_range(1..=3);
    let mut asking = Some(Box::pin(handle.request(entity, request)));
    let answer = poll_fn(|cx| {
        let Some(polled) = asking.as_mut().map(|asking| asking.as_mut().poll(cx)) else {
            return Poll::Ready(None);
        };
        left -= 1;
        match polled {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await;
    match answer {
        Some(answer) => world.state().ledger.note_end(&identifier, answer),
        None => world.state().ledger.note_given_up(&identifier),
    }
    world.pause();
    asking = None;
    drop(asking);
}

fn post(world: &World, handle: &Handle, entity: &str, maker: (usize, usize)) {
    let (identifier, request) = make(world, entity, maker);
    match handle.post(entity, request) {
        Ok(id) => world.state().ledger.note_posted(&identifier, id),
        Err(failure) => world.state().ledger.note_end(&identifier, Err(failure)),
    }
}
