//! Nodes under test: the only file that makes them.

use core::future::{self, Future, Ready, ready};
use core::net::SocketAddr;
use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::binding::{
    Admission, Identity, RegistrarConfig, RegistreeConfig, RegistreeState, Subprotocol,
};
use onem2m_ws_driver::core::{
    ClientRequest, CloseCode, CloseFrame, Config, Connection, Role, Timestamp,
};
use onem2m_ws_driver::primitive::{RequestPrimitive, ResponsePrimitive};
use onem2m_ws_driver::{
    Accepted, Ae, AeLimits, Connector, Error, Handler, Incoming, IncomingRequest, Listener,
    RegistrarHandle, RegistreeHandle, RequestFailure, Runtime, ServeLimits, ae, registrar,
    registree, serve,
};

use crate::peer::{Peer, answer, registration};
use crate::tasks::{Spawned, Tasks};
use crate::world::{Call, Line, Script, ScriptedTransport, Step, World};

/// The handle of a registrar under test.
pub(crate) type Handle = RegistrarHandle<World>;
/// The outcome of a request.
pub(crate) type Answered = Result<ResponsePrimitive<'static>, RequestFailure>;

/// No keep-alive, so that whatever happens has another cause.
pub(crate) const QUIET: Config = Config {
    ping_interval: None,
    ..Config::DEFAULT
};

/// A registrar and the tasks that drive it.
pub(crate) struct Registrar {
    pub(crate) tasks: Tasks,
    pub(crate) handle: Handle,
    /// The task of what has no connection.
    pub(crate) task: Spawned<()>,
}

/// The registrar's configuration, changed.
pub(crate) fn registrar_config(change: impl FnOnce(&mut RegistrarConfig)) -> RegistrarConfig {
    let mut config = RegistrarConfig::default();
    change(&mut config);
    config
}

/// The reason why no registrar is made of a configuration.
pub(crate) fn refused_registrar(change: impl FnOnce(&mut RegistrarConfig)) -> Option<String> {
    let config = registrar_config(change);
    let made = registrar(config, QUIET, World::new());
    made.err().map(|error| error.to_string())
}

impl Registrar {
    pub(crate) fn new(config: RegistrarConfig, limits: Config) -> Self {
        let world = World::new();
        let (handle, task) = registrar(config, limits, world.clone()).unwrap();
        let mut tasks = Tasks::new(world);
        let task = tasks.spawn(task);
        Self {
            tasks,
            handle,
            task,
        }
    }

    /// A registrar whose task is polled by hand, and a calm line for a connection.
    pub(crate) fn unspawned() -> (Handle, impl Future<Output = ()>, Line) {
        let world = World::new();
        let made = registrar(RegistrarConfig::default(), QUIET, world.clone());
        let (handle, task) = made.unwrap();
        (handle, task, world.calm())
    }

    /// The defaults without keep-alive.
    pub(crate) fn plain() -> Self {
        Self::new(RegistrarConfig::default(), QUIET)
    }

    /// Serves a line from its handshake on.
    pub(crate) fn serve(
        &mut self,
        line: &Line,
        handler: impl Handler + 'static,
    ) -> Spawned<Result<bool, Error>> {
        self.serve_as(line, &[], handler)
    }

    /// Serves a line from its handshake on, within a future of the test.
    pub(crate) fn unspawned_connection(
        &self,
        line: &Line,
        handler: impl Handler + 'static,
    ) -> impl Future<Output = Result<bool, Error>> + Send + 'static {
        let accepted = Accepted::plain(line.transport());
        let handle = self.handle.clone();
        async move { handle.connection(accepted, &handler).await }
    }

    /// Serves a line whose client TLS has authenticated for some entities.
    pub(crate) fn serve_as(
        &mut self,
        line: &Line,
        authenticated: &[&str],
        handler: impl Handler + 'static,
    ) -> Spawned<Result<bool, Error>> {
        let mut accepted = Accepted::plain(line.transport());
        accepted.authenticated = authenticated.iter().map(ToString::to_string).collect();
        let handle = self.handle.clone();
        let serving = async move { handle.connection(accepted, &handler).await };
        self.tasks.spawn(serving)
    }

    /// A peer that has connected over `line` under a name.
    pub(crate) fn connect(
        &mut self,
        line: Line,
        name: &str,
        handler: impl Handler + 'static,
    ) -> Peer {
        self.serve(&line, handler);
        let mut peer = Peer::client(line, name);
        self.tasks.rest();
        let head = peer.head();
        assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
        peer
    }

    /// A peer that has connected over a calm line under a name.
    pub(crate) fn connect_calm(&mut self, name: &str) -> Peer {
        self.connect(self.tasks.world.calm(), name, cse)
    }

    /// A peer that has registered over `line`.
    pub(crate) fn register(
        &mut self,
        line: Line,
        name: &str,
        handler: impl Handler + 'static,
    ) -> Peer {
        let mut peer = self.connect(line, name, handler);
        peer.send(registration(name));
        self.tasks.rest();
        let responses = peer.responses();
        assert!(
            matches!(&responses[..], [it] if it.status.is_success()),
            "{responses:?}"
        );
        assert!(self.handle.is_reachable(name));
        peer
    }

    /// A peer that has registered over a calm line.
    pub(crate) fn register_calm(&mut self, name: &str) -> Peer {
        self.register(self.tasks.world.calm(), name, cse)
    }

    /// Makes a request in a task.
    pub(crate) fn ask(
        &mut self,
        entity: &str,
        request: RequestPrimitive<'static>,
    ) -> Spawned<Answered> {
        let (handle, entity) = (self.handle.clone(), entity.to_owned());
        self.tasks
            .spawn(async move { handle.request(&entity, request).await })
    }

    /// Takes up a connection that this registrar has opened itself to another one.
    pub(crate) fn connect_to(&mut self, line: &Line, name: &str) -> Spawned<()> {
        let (world, handle) = (self.tasks.world.clone(), self.handle.clone());
        let now = Timestamp::new(world.now());
        let connection = Connection::new(Role::Client, QUIET, world.seed().unwrap(), now);
        let admission = Admission::new(Identity::Claimed(name.to_owned()), Subprotocol::JSON);
        let opened = handle.upgraded(line.transport(), connection, admission);
        let opened = opened.unwrap();
        self.tasks.spawn(async move { opened.drive(&cse).await })
    }

    /// Serves all who come to a door.
    pub(crate) fn listen(&mut self, door: &Door, limits: ServeLimits) -> Spawned<io::Result<()>> {
        self.listen_with(door, limits, cse)
    }

    /// Serves all who come to a door, by a handler.
    pub(crate) fn listen_with(
        &mut self,
        door: &Door,
        limits: ServeLimits,
        handler: impl Handler + 'static,
    ) -> Spawned<io::Result<()>> {
        let (mut door, handle) = (door.clone(), self.handle.clone());
        self.tasks
            .spawn(async move { serve(&mut door, &handle, &handler, limits).await })
    }

    /// Closes the connection of an entity with 1000.
    pub(crate) fn disconnect(&self, entity: &str) {
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        self.handle.disconnect(entity, frame).unwrap();
    }
}

/// Answers a request; that it may be too late is none of the tests' business.
pub(crate) fn respond(incoming: IncomingRequest, response: ResponsePrimitive<'_>) {
    incoming.responder.respond(response);
}

/// A CSE that answers every request, but none to `silent`, and none within a poll to `panic`.
pub(crate) async fn cse(incoming: IncomingRequest) {
    match &*incoming.request.to {
        "silent" => future::pending().await,
        "panic" => panic!("a handler panics"),
        _ => {
            let response = answer(&incoming.request);
            respond(incoming, response);
        }
    }
}

/// Where those who connect come from, and failures to accept them.
#[derive(Clone, Default)]
pub(crate) struct Door(Arc<Mutex<Knocks>>);

#[derive(Default)]
struct Knocks {
    waiting: VecDeque<io::Result<(Option<SocketAddr>, Line)>>,
    waker: Option<Waker>,
    /// The address that those come from of whom no other is said.
    peer: Option<SocketAddr>,
}

impl Door {
    /// A door to which those of whom no other is said come from one address.
    pub(crate) fn of(peer: SocketAddr) -> Self {
        let door = Self::default();
        door.0.lock().unwrap().peer = Some(peer);
        door
    }

    pub(crate) fn knock(&self, knock: io::Result<Line>) {
        let peer = self.0.lock().unwrap().peer;
        self.push(knock.map(|line| (peer, line)));
    }

    pub(crate) fn knock_from(&self, peer: SocketAddr, line: Line) {
        self.push(Ok((Some(peer), line)));
    }

    fn push(&self, knock: io::Result<(Option<SocketAddr>, Line)>) {
        let mut knocks = self.0.lock().unwrap();
        knocks.waiting.push_back(knock);
        let waker = knocks.waker.take();
        drop(knocks);
        waker.into_iter().for_each(Waker::wake);
    }
}

impl Listener for Door {
    type Transport = ScriptedTransport;
    type Preparing = Ready<io::Result<Accepted<ScriptedTransport>>>;

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        let mut knocks = self.0.lock().unwrap();
        match knocks.waiting.pop_front() {
            Some(Ok((peer, line))) => {
                let accepted = Accepted::plain(line.transport());
                Poll::Ready(Ok((peer, ready(Ok(accepted)))))
            }
            Some(Err(error)) => Poll::Ready(Err(error)),
            None => {
                knocks.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// A registree and the tasks that drive it.
pub(crate) struct Registree {
    pub(crate) tasks: Tasks,
    pub(crate) handle: RegistreeHandle,
    pub(crate) incoming: Incoming,
    pub(crate) task: Spawned<()>,
    dials: Dials,
}

/// The configuration of a registree that is called `Cthermo`, with one point of access, changed.
fn registree_config(change: impl FnOnce(&mut RegistreeConfig)) -> RegistreeConfig {
    let mut config = RegistreeConfig::new(["ws://registrar.example".parse().unwrap()]);
    config.originator = Some("Cthermo".into());
    change(&mut config);
    config
}

/// The reason why no registree is made of a configuration.
pub(crate) fn refused_registree(change: impl FnOnce(&mut RegistreeConfig)) -> Option<String> {
    let world = World::new();
    let dialler = Dialler {
        world: world.clone(),
        dials: Dials::default(),
    };
    let made = registree(registree_config(change), QUIET, dialler, world);
    made.err().map(|error| error.to_string())
}

impl Registree {
    pub(crate) fn new(change: impl FnOnce(&mut RegistreeConfig), limits: Config) -> Self {
        let world = World::new();
        let dials = Dials::default();
        let dialler = Dialler {
            world: world.clone(),
            dials: dials.clone(),
        };
        let made = registree(registree_config(change), limits, dialler, world.clone());
        let (handle, incoming, task) = made.unwrap();
        let mut tasks = Tasks::new(world);
        let task = tasks.spawn(task);
        Self {
            tasks,
            handle,
            incoming,
            task,
            dials,
        }
    }

    /// Makes a request in a task.
    pub(crate) fn ask(&mut self, request: RequestPrimitive<'static>) -> Spawned<Answered> {
        let handle = self.handle.clone();
        self.tasks
            .spawn(async move { handle.request(request).await })
    }

    /// The next attempt to dial fails.
    pub(crate) fn fail_to_dial(&self, kind: io::ErrorKind) {
        self.dials.state().attempts.push_back(Err(kind));
    }

    /// The line that was dialled first, if one was since the last call.
    pub(crate) fn dialled(&self) -> Option<Line> {
        self.dials.state().lines.pop_front()
    }

    /// Connects over a line that follows a script, and gives the peer at the other end.
    pub(crate) fn connect(
        &mut self,
        script: impl FnMut(Call, usize) -> Step + Send + 'static,
    ) -> Peer {
        self.connect_with(script, "")
    }

    /// As [`connect`](Self::connect), with some more header fields in the peer's answer.
    pub(crate) fn connect_with(
        &mut self,
        script: impl FnMut(Call, usize) -> Step + Send + 'static,
        fields: &str,
    ) -> Peer {
        self.dials.state().attempts.push_back(Ok(Box::new(script)));
        self.handle.connect();
        self.tasks.rest();
        let line = self.dialled().expect("a line was dialled");
        let peer = Peer::server_with(line, fields);
        self.tasks.rest();
        assert_eq!(self.handle.state(), RegistreeState::Up);
        peer
    }

    /// Connects over a calm line.
    pub(crate) fn connect_calm(&mut self) -> Peer {
        self.connect(|_, _| Step::Take(usize::MAX))
    }
}

/// An AE and the task that drives it.
pub(crate) struct AeNode {
    pub(crate) tasks: Tasks,
    pub(crate) ae: Option<Ae>,
    pub(crate) task: Spawned<()>,
    dials: Dials,
}

impl AeNode {
    pub(crate) fn new(limits: AeLimits, change: impl FnOnce(&mut RegistreeConfig)) -> Self {
        let world = World::new();
        let dials = Dials::default();
        let dialler = Dialler {
            world: world.clone(),
            dials: dials.clone(),
        };
        let config = registree_config(change);
        let (ae, task) = ae(config, QUIET, limits, dialler, world.clone()).unwrap();
        let mut tasks = Tasks::new(world);
        let task = tasks.spawn(task);
        Self {
            tasks,
            ae: Some(ae),
            task,
            dials,
        }
    }

    pub(crate) fn ae(&self) -> Ae {
        self.ae.clone().unwrap()
    }

    /// The next attempt to dial fails.
    pub(crate) fn fail_to_dial(&self, kind: io::ErrorKind) {
        self.dials.state().attempts.push_back(Err(kind));
    }

    /// The peer at the other end of the line that was dialled.
    pub(crate) fn peer(&mut self) -> Peer {
        self.tasks.rest();
        let line = self.dials.state().lines.pop_front();
        let peer = Peer::server(line.expect("a line was dialled"));
        self.tasks.rest();
        peer
    }
}

/// What comes of the next attempts to dial, and the lines that were dialled.
#[derive(Clone, Default)]
struct Dials(Arc<Mutex<Dialled>>);

#[derive(Default)]
struct Dialled {
    attempts: VecDeque<Result<Script, io::ErrorKind>>,
    lines: VecDeque<Line>,
}

impl Dials {
    fn state(&self) -> std::sync::MutexGuard<'_, Dialled> {
        self.0.lock().unwrap()
    }
}

struct Dialler {
    world: World,
    dials: Dials,
}

impl Connector for Dialler {
    type Transport = ScriptedTransport;

    fn connect(
        &mut self,
        _: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static {
        let mut dials = self.dials.state();
        let line = match dials.attempts.pop_front() {
            Some(Ok(script)) => self.world.line(script),
            Some(Err(kind)) => return ready(Err(Error::Io(kind.into()))),
            None => self.world.calm(),
        };
        dials.lines.push_back(line.clone());
        ready(Ok(line.transport()))
    }
}
