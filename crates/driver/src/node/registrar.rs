//! The server side: one registrar, a task for each connection, and one for what waits for those who have none.

use core::fmt;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex};

use futures_util::stream::{FuturesUnordered, StreamExt};
use onem2m_primitive::{
    RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{
    Admission, ConnectionId, Identity, IncomingId, Registrar, RegistrarConfig, RegistrarEvent,
    RequestError, RequestId, RespondError, RouteError, Store, TooMany,
};
use onem2m_ws_core::{
    CloseFrame, Config, Connection, Inbox, Outbox, Rejection, Request, Timestamp, TransportAction,
};

use super::incoming::{IncomingRequest, Respond, Responder};
use super::outcomes::Outcomes;
use super::registree::answer;
use super::wire::{Endpoint, Status, Wire};
use super::{RequestFailure, lock};
use crate::error::Error;
use crate::handshake::accept;
use crate::runtime::{Accepted, Runtime};
use crate::transport::{Timer, Transport};

/// A registrar: a handle, and the task for what has no connection (requests that expire while their registree is away).
///
/// Connections are driven by [`RegistrarHandle::connection`], or all of them by [`serve`](crate::serve). Nothing is spawned.
///
/// # Errors
///
/// The operating system has no entropy.
pub fn registrar<S: Store + Send + 'static, R: Runtime>(
    config: RegistrarConfig,
    limits: Config,
    store: S,
    runtime: R,
) -> io::Result<(RegistrarHandle<S, R>, RegistrarTask<S, R>)> {
    let mut registrar = Registrar::with_store(config, runtime.seed()?.0, store);
    let timer = runtime.timer();
    if let Some(time) = runtime.since_unix_epoch() {
        registrar.set_wall_clock(timer.now(), time);
    }
    let clock = runtime.timer();
    let shared = Arc::new(Shared {
        state: Mutex::new(State {
            registrar,
            outcomes: Outcomes::default(),
            tasks: BTreeMap::new(),
            absent: None,
            absent_until: None,
        }),
        clock: Mutex::new(clock),
        runtime,
        limits,
    });
    let handle = RegistrarHandle(Arc::clone(&shared));
    Ok((handle, RegistrarTask { shared, timer }))
}

/// A registrar whose connections are driven elsewhere. Cheap to clone.
pub struct RegistrarHandle<S: Store, R: Runtime>(Arc<Shared<S, R>>);

struct Shared<S: Store, R: Runtime> {
    state: Mutex<State<S>>,
    clock: Mutex<R::Timer>,
    runtime: R,
    limits: Config,
}

struct State<S: Store> {
    registrar: Registrar<S>,
    outcomes: Outcomes,
    tasks: BTreeMap<ConnectionId, Task>,
    /// The task for those without a connection, and what it waits for.
    absent: Option<Waker>,
    absent_until: Option<Timestamp>,
}

/// What others want the task of a connection to know.
#[derive(Default)]
struct Task {
    waker: Option<Waker>,
    /// Another connection took its place; this one is to be closed, if there is anything left to be said.
    superseded: Option<Option<Connection>>,
}

/// What answers the requests of registrees. A closure that takes an [`IncomingRequest`] is one.
pub trait Handler: Send + Sync {
    /// Answers a request, now or later; other requests of the connection do not wait for it.
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send;
}

impl<H, F> Handler for H
where
    H: Fn(IncomingRequest) -> F + Send + Sync,
    F: Future<Output = ()> + Send,
{
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send {
        self(request)
    }
}

/// How a connection of a registrar went.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Connected {
    /// It was refused in its handshake.
    Refused,
    /// It was accepted, and has ended.
    Served,
}

impl<S: Store + Send + 'static, R: Runtime> RegistrarHandle<S, R> {
    /// A request identifier that is used by no other request.
    #[must_use]
    pub fn next_identifier(&self) -> RequestIdentifier<'static> {
        lock(&self.0.state).registrar.next_identifier()
    }

    /// As [`Registrar::restore`].
    ///
    /// # Errors
    ///
    /// Too many entities are registered.
    pub fn restore(&self, entity: &str) -> Result<(), TooMany> {
        lock(&self.0.state).registrar.restore(entity)
    }

    /// As [`Registrar::deregister`].
    pub fn deregister(&self, entity: &str) {
        let now = self.0.now();
        self.0
            .change(|state| (state.registrar.deregister(now, entity), None));
    }

    /// Whether an entity is registered (W-67).
    #[must_use]
    pub fn is_registered(&self, entity: &str) -> bool {
        lock(&self.0.state).registrar.is_registered(entity)
    }

    /// Whether an entity is registered, and its node connected.
    #[must_use]
    pub fn is_reachable(&self, entity: &str) -> bool {
        lock(&self.0.state).registrar.is_reachable(entity)
    }

    /// Connections at the moment.
    #[must_use]
    pub fn connection_count(&self) -> usize {
        lock(&self.0.state).registrar.connections().count()
    }

    /// Makes a request to a registered entity and waits for its response; if its node is not connected, until it is. Where
    /// too many are under way to it, it waits for room first.
    ///
    /// Dropping the future cancels the request; if it was sent, it may be carried out all the same.
    ///
    /// # Errors
    ///
    /// Nobody of that name is registered, the request was not taken, or it ended without a response.
    pub async fn request(
        &self,
        entity: &str,
        request: RequestPrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, RequestFailure> {
        self.room(entity).await?;
        let now = self.0.now();
        let started = self.0.change(|state| {
            let started = state.registrar.request(now, entity, request);
            if let Ok(id) = &started {
                state.outcomes.insert(*id);
            }
            (started, state.registrar.connection_of(entity))
        });
        let mut guard = Guard {
            shared: &self.0,
            id: Some(started.map_err(failure)?),
        };
        poll_fn(|cx| guard.poll(cx)).await
    }

    async fn room(&self, entity: &str) -> Result<(), RequestFailure> {
        let checked = poll_fn(|cx| {
            let state = &mut *lock(&self.0.state);
            match state.registrar.check_room(entity) {
                Err(RouteError::Request(RequestError::TooMany | RequestError::TooLong)) => {
                    state.outcomes.wait_for_room(cx);
                    Poll::Pending
                }
                checked => Poll::Ready(checked),
            }
        });
        checked.await.map_err(failure)
    }

    /// Closes the connection of an entity's node when nothing is under way; only the registree can open another (W-11).
    pub fn disconnect(&self, entity: &str, frame: CloseFrame<'_>) {
        let now = self.0.now();
        self.0.change(|state| {
            let id = state.registrar.connection_of(entity);
            if let Some(id) = id {
                state.registrar.disconnect(now, id, frame);
            }
            ((), id)
        });
    }

    /// Serves one connection from its opening handshake to its end.
    ///
    /// # Errors
    ///
    /// The transport failed in the handshake, or the client broke a rule of it.
    pub async fn connection<T: Transport>(
        &self,
        accepted: Accepted<T>,
        handler: &impl Handler,
    ) -> Result<Connected, Error> {
        match self.open(accepted).await? {
            None => Ok(Connected::Refused),
            Some(opened) => {
                opened.drive(handler).await;
                Ok(Connected::Served)
            }
        }
    }

    /// The first half of [`connection`](Self::connection): its opening handshake; `None` if it was refused.
    ///
    /// # Errors
    ///
    /// As [`connection`](Self::connection).
    pub async fn open<T: Transport>(
        &self,
        accepted: Accepted<T>,
    ) -> Result<Option<OpenConnection<T, S, R>>, Error> {
        let shared = &self.0;
        let (timer, seed) = (shared.runtime.timer(), shared.runtime.seed()?);
        let accepting = accept(accepted.transport, timer, shared.limits, seed).await?;
        let judged = {
            let state = lock(&shared.state);
            state
                .registrar
                .judge(accepting.request(), &accepted.authenticated)
        };
        let admission = match judged {
            Ok(admission) => admission,
            Err(rejection) => {
                accepting.reject(&rejection).await?;
                return Ok(None);
            }
        };
        let parts = accepting.accept_parts(admission.acceptance())?;
        let (transport, timer, connection, inbox) = parts;
        Ok(Some(self.take_up(
            Wire::new(transport, inbox),
            timer,
            connection,
            admission,
        )))
    }

    pub(super) fn timer(&self) -> R::Timer {
        self.0.runtime.timer()
    }

    /// Judges a request that an HTTP server has parsed, and that has become an [`Upgrade`](onem2m_ws_core::Upgrade): as
    /// [`Registrar::judge`](onem2m_ws::Registrar::judge).
    ///
    /// # Errors
    ///
    /// What to answer instead.
    pub fn judge(
        &self,
        request: &Request,
        authenticated: &[String],
    ) -> Result<Admission, Rejection> {
        lock(&self.0.state).registrar.judge(request, authenticated)
    }

    /// Takes up a connection whose opening handshake an HTTP server has answered, with the
    /// [acceptance](Admission::acceptance) of an admission, over the stream that it hands over then.
    pub fn upgraded<T: Transport>(
        &self,
        transport: T,
        connection: Connection,
        admission: Admission,
    ) -> OpenConnection<T, S, R> {
        let wire = Wire::new(transport, Inbox::new());
        self.take_up(wire, self.timer(), connection, admission)
    }

    fn take_up<T: Transport>(
        &self,
        wire: Wire<T>,
        timer: R::Timer,
        connection: Connection,
        admission: Admission,
    ) -> OpenConnection<T, S, R> {
        let now = timer.now();
        let id = self.0.change(|state| {
            let id = state.registrar.connected(now, connection, admission);
            state.tasks.entry(id).or_default();
            (id, None)
        });
        OpenConnection {
            wire: Some(wire),
            timer,
            end: End {
                shared: Arc::clone(&self.0),
                id,
                superseded: None,
                requests: Vec::new(),
            },
        }
    }

    /// Who is behind the connection of an entity's node.
    #[must_use]
    pub fn identity(&self, entity: &str) -> Option<Identity> {
        let state = lock(&self.0.state);
        let id = state.registrar.connection_of(entity)?;
        state.registrar.identity(id).cloned()
    }
}

fn failure(error: RouteError) -> RequestFailure {
    match error {
        RouteError::Request(error) => RequestFailure::NotTaken(error),
        RouteError::NotRegistered | _ => RequestFailure::NotRegistered,
    }
}

impl<S: Store, R: Runtime> Shared<S, R> {
    fn now(&self) -> Timestamp {
        lock(&self.clock).now()
    }

    /// Does something to the machine, and lets the tasks see to what comes of it: that of the connection which is named, those
    /// of connections that another took the place of, and the one for what has no connection.
    fn change<O>(&self, change: impl FnOnce(&mut State<S>) -> (O, Option<ConnectionId>)) -> O {
        let mut wakers = Vec::new();
        let changed = {
            let state = &mut *lock(&self.state);
            let (changed, id) = change(state);
            while let Some((id, superseded)) = state.registrar.poll_superseded() {
                if let Some(task) = state.tasks.get_mut(&id) {
                    task.superseded = Some(superseded);
                    wakers.extend(task.waker.take());
                }
            }
            let task = id.and_then(|id| state.tasks.get_mut(&id));
            wakers.extend(task.and_then(|task| task.waker.take()));
            let until = state.registrar.poll_absent_timeout();
            if until.is_some() && (state.absent_until.is_none() || until < state.absent_until) {
                wakers.extend(state.absent.take());
            }
            changed
        };
        wakers.into_iter().for_each(Waker::wake);
        changed
    }
}

impl<S: Store + Send + 'static, R: Runtime> Respond for Shared<S, R> {
    fn respond(&self, id: IncomingId, response: ResponsePrimitive<'_>) -> Result<(), RespondError> {
        let now = self.now();
        self.change(|state| {
            let responded = state.registrar.respond(now, id, response);
            (responded, state.registrar.connection_of_request(id))
        })
    }

    fn give_up(&self, id: IncomingId) {
        let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
        let identifier = lock(&self.state).registrar.next_identifier();
        // Its identifier becomes that of the request.
        let _ = self.respond(id, ResponsePrimitive::new(status, identifier));
    }
}

/// Cancels a request whose future is dropped.
struct Guard<'s, S: Store, R: Runtime> {
    shared: &'s Shared<S, R>,
    id: Option<RequestId>,
}

impl<S: Store, R: Runtime> Guard<'_, S, R> {
    fn poll(
        &mut self,
        cx: &Context<'_>,
    ) -> Poll<Result<ResponsePrimitive<'static>, RequestFailure>> {
        let Some(id) = self.id else {
            return Poll::Ready(Err(RequestFailure::Gone));
        };
        let outcome = core::task::ready!(lock(&self.shared.state).outcomes.poll(cx, id));
        self.id = None;
        Poll::Ready(answer(outcome))
    }
}

impl<S: Store, R: Runtime> Drop for Guard<'_, S, R> {
    fn drop(&mut self) {
        let Some(id) = self.id else {
            return;
        };
        let now = self.shared.now();
        self.shared.change(|state| {
            if state.outcomes.forget(id) {
                state.registrar.cancel(now, id);
                state.outcomes.wake_crowd();
            }
            ((), None)
        });
    }
}

/// A connection of a registrar whose handshake is done.
#[must_use = "it is lost unless it is driven"]
pub struct OpenConnection<T: Transport, S: Store, R: Runtime> {
    wire: Option<Wire<T>>,
    timer: R::Timer,
    end: End<S, R>,
}

/// The registrar's end of a connection.
struct End<S: Store, R: Runtime> {
    shared: Arc<Shared<S, R>>,
    id: ConnectionId,
    /// The connection once another took its place; `None` within if nothing is left to be said.
    superseded: Option<Option<Connection>>,
    requests: Vec<(IncomingId, RequestPrimitive<'static>)>,
}

impl<T: Transport, S: Store + Send + 'static, R: Runtime> OpenConnection<T, S, R> {
    /// Drives the connection to its end, and those who answer its requests to theirs.
    pub async fn drive(mut self, handler: &impl Handler) {
        let mut handlers = FuturesUnordered::new();
        poll_fn(|cx| {
            loop {
                let polled = self.poll_wire(cx);
                let has_new = !self.end.requests.is_empty();
                for (id, request) in self.end.requests.drain(..) {
                    let node: Arc<dyn Respond> = self.end.shared.clone();
                    let responder = Responder::new(id, node);
                    handlers.push(handler.handle(IncomingRequest { request, responder }));
                }
                let mut has_answered = false;
                while let Poll::Ready(Some(())) = handlers.poll_next_unpin(cx) {
                    has_answered = true;
                }
                if polled.is_ready() && handlers.is_empty() {
                    return Poll::Ready(());
                }
                if !has_new && !has_answered {
                    return Poll::Pending;
                }
            }
        })
        .await;
    }

    fn poll_wire(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(wire) = &mut self.wire else {
            return Poll::Ready(());
        };
        self.end.note_waker(cx);
        core::task::ready!(wire.poll(cx, &mut self.timer, &mut self.end));
        self.wire = None;
        self.end.release(self.timer.now());
        Poll::Ready(())
    }
}

impl<S: Store, R: Runtime> End<S, R> {
    fn note_waker(&self, cx: &Context<'_>) {
        if let Some(task) = lock(&self.shared.state).tasks.get_mut(&self.id) {
            task.waker = Some(cx.waker().clone());
        }
    }

    fn release(&self, now: Timestamp) {
        self.shared.change(|state| {
            state.tasks.remove(&self.id);
            state.registrar.release(now, self.id);
            ((), None)
        });
    }
}

impl<T: Transport, S: Store, R: Runtime> Drop for OpenConnection<T, S, R> {
    fn drop(&mut self) {
        if self.wire.take().is_some() {
            self.end.release(self.timer.now());
        }
    }
}

impl<S: Store, R: Runtime> Endpoint for End<S, R> {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> bool {
        if self.superseded.is_none() {
            let (shared, id) = (&self.shared, self.id);
            let requests = &mut self.requests;
            let superseded = shared.change(|state| {
                let superseded = state
                    .tasks
                    .get_mut(&id)
                    .and_then(|task| task.superseded.take());
                if superseded.is_none() {
                    state.advance(now, id, inbox, requests);
                }
                (superseded, None)
            });
            self.superseded = superseded;
        }
        if let Some(Some(connection)) = &mut self.superseded {
            connection.handle_timeout(now);
            while connection.poll_event(now, inbox).is_some() {}
        }
        self.requests.len() >= BATCH
    }

    fn shrink(&mut self) {
        if self.superseded.is_none() {
            lock(&self.shared.state).registrar.shrink(self.id);
        }
    }

    fn outbox<O>(&mut self, now: Timestamp, use_it: impl FnOnce(&mut Outbox) -> O) -> Option<O> {
        match &mut self.superseded {
            Some(connection) => connection
                .as_mut()
                .map(|connection| use_it(connection.outbox())),
            None => lock(&self.shared.state)
                .registrar
                .outbox(now, self.id)
                .map(use_it),
        }
    }

    fn handle_eof(&mut self) {
        match &mut self.superseded {
            Some(Some(connection)) => connection.handle_eof(),
            Some(None) => {}
            None => lock(&self.shared.state).registrar.handle_eof(self.id),
        }
    }

    fn status(&mut self) -> Status {
        match &self.superseded {
            Some(Some(connection)) => Status {
                action: connection.transport_action(),
                wants_input: true,
                deadline: connection.poll_timeout(),
            },
            Some(None) => Status {
                action: TransportAction::Abort,
                wants_input: false,
                deadline: None,
            },
            None => {
                let state = lock(&self.shared.state);
                Status {
                    action: state.registrar.transport_action(self.id),
                    wants_input: state.registrar.wants_input(self.id),
                    deadline: state.registrar.poll_timeout(self.id),
                }
            }
        }
    }
}

impl<S: Store> State<S> {
    fn advance(
        &mut self,
        now: Timestamp,
        id: ConnectionId,
        inbox: &mut Inbox,
        requests: &mut Vec<(IncomingId, RequestPrimitive<'static>)>,
    ) {
        self.registrar.handle_timeout(now, id);
        while requests.len() < BATCH
            && let Some(event) = self.registrar.poll_event(now, id, inbox)
        {
            match event {
                RegistrarEvent::Request { id, request } => {
                    requests.push((id, request.into_owned()));
                }
                RegistrarEvent::Ended { id, outcome } => self.outcomes.end(id, outcome),
                RegistrarEvent::Rejected { .. }
                | RegistrarEvent::Unanswered { .. }
                | RegistrarEvent::Dropped(_)
                | RegistrarEvent::Disconnected(_)
                | _ => {}
            }
        }
    }
}

/// Sees to what has no connection: see [`registrar`]. It never ends.
#[must_use = "nothing expires unless it is driven"]
pub struct RegistrarTask<S: Store, R: Runtime> {
    shared: Arc<Shared<S, R>>,
    timer: R::Timer,
}

impl<S: Store, R: Runtime> Unpin for RegistrarTask<S, R> {}

impl<S: Store, R: Runtime> Future for RegistrarTask<S, R> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        loop {
            let now = this.timer.now();
            let until = {
                let state = &mut *lock(&this.shared.state);
                while let Some(event) = state.registrar.poll_absent(now) {
                    if let RegistrarEvent::Ended { id, outcome } = event {
                        state.outcomes.end(id, outcome);
                    }
                }
                state.absent = Some(cx.waker().clone());
                state.absent_until = state.registrar.poll_absent_timeout();
                state.absent_until
            };
            match until {
                None => return Poll::Pending,
                Some(until) => core::task::ready!(this.timer.poll_until(cx, until)),
            }
        }
    }
}

/// Requests that are handed to the application at a time, before more are taken from the input.
const BATCH: usize = 16;

impl<S: Store, R: Runtime> Clone for RegistrarHandle<S, R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Transport, S: Store, R: Runtime> fmt::Debug for OpenConnection<T, S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenConnection")
            .field("id", &self.end.id)
            .finish_non_exhaustive()
    }
}

impl<S: Store, R: Runtime> fmt::Debug for RegistrarHandle<S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistrarHandle").finish_non_exhaustive()
    }
}

impl<S: Store, R: Runtime> fmt::Debug for RegistrarTask<S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistrarTask").finish_non_exhaustive()
    }
}
