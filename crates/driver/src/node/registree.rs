//! The client side: one registree, and the task that connects it.

use core::fmt;
use core::future::{Future, poll_fn};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use onem2m_primitive::{
    RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{
    Attempt, IncomingId, Outcome, Registree, RegistreeConfig, RegistreeEvent, RequestError,
    RequestId, RespondError, SessionEvent, Subprotocol,
};
use onem2m_ws_core::{Config, Connection, Inbox, Outbox, Timestamp};

use super::incoming::{IncomingRequest, Respond, Responder};
use super::outcomes::Outcomes;
use super::wire::{Endpoint, Status, Wire};
use super::{RequestFailure, lock};
use crate::error::Error;
use crate::handshake::connect_parts;
use crate::runtime::{Connector, Runtime};
use crate::transport::Timer;

/// A registree: a handle to it, the requests that come to it, and the task that has to be driven for anything to happen.
///
/// Nothing is spawned: give the task to the runtime, or await it beside something else. It ends after
/// [`RegistreeHandle::end`], or when all handles and [`Incoming`] are gone.
///
/// # Errors
///
/// The operating system has no entropy, or the configuration makes no valid handshake.
pub fn registree<K: Connector, R: Runtime>(
    config: RegistreeConfig,
    limits: Config,
    connector: K,
    runtime: R,
) -> io::Result<(RegistreeHandle, Incoming, RegistreeTask<K, R>)> {
    let subprotocol = config.subprotocols.first().copied();
    let registree = Registree::new(config, runtime.seed()?.0)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
    let timer = runtime.timer();
    let clock = runtime.timer();
    let shared = Arc::new(Shared {
        state: Mutex::new(State {
            registree,
            outcomes: Outcomes::default(),
            incoming: VecDeque::new(),
            receiver: None,
            task: None,
            watchers: Vec::new(),
            link: LinkState::Down,
            last_error: None,
            handles: 1,
            has_receiver: true,
            has_ended: false,
        }),
        clock: Mutex::new(Box::new(move || clock.now())),
    });
    let handle = RegistreeHandle(Arc::clone(&shared));
    let incoming = Incoming(Arc::clone(&shared));
    let task = RegistreeTask {
        shared,
        connector,
        runtime,
        timer,
        limits,
        fallback: subprotocol.unwrap_or(Subprotocol::JSON),
        phase: Phase::Down,
        is_clock_set: false,
    };
    Ok((handle, incoming, task))
}

/// Makes requests of a registree, and watches its connection. Cheap to clone.
pub struct RegistreeHandle(Arc<Shared>);

/// The requests that come to a registree. Those that nobody takes are answered with 5000 when this is dropped.
pub struct Incoming(Arc<Shared>);

/// Where the connection of a registree stands.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum LinkState {
    /// There is none.
    Down,
    /// One is being opened.
    Connecting,
    /// There is one.
    Up,
    /// There will be none any more.
    Ended,
}

struct Shared {
    state: Mutex<State>,
    clock: Mutex<Box<dyn Fn() -> Timestamp + Send>>,
}

struct State {
    registree: Registree,
    outcomes: Outcomes,
    incoming: VecDeque<(IncomingId, RequestPrimitive<'static>)>,
    receiver: Option<Waker>,
    task: Option<Waker>,
    watchers: Vec<Waker>,
    link: LinkState,
    last_error: Option<String>,
    handles: usize,
    has_receiver: bool,
    has_ended: bool,
}

impl RegistreeHandle {
    /// A request identifier that is used by no other request.
    #[must_use]
    pub fn next_identifier(&self) -> RequestIdentifier<'static> {
        lock(&self.0.state).registree.next_identifier()
    }

    /// The AE-ID or CSE-ID: what was configured, or what the registrar has given it.
    #[must_use]
    pub fn originator(&self) -> Option<String> {
        lock(&self.0.state).registree.originator().map(String::from)
    }

    /// Whether it is registered, as far as it knows.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        lock(&self.0.state).registree.is_registered()
    }

    /// Makes a request and waits for its response, over the connection that is there or the next one. It waits for room first,
    /// where too many are under way.
    ///
    /// Dropping the future cancels the request; if it was sent, it may be carried out all the same.
    ///
    /// # Errors
    ///
    /// It was not taken, or ended without a response; also if it wants none (response type 5) and was written.
    pub async fn request(
        &self,
        request: RequestPrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, RequestFailure> {
        self.room().await.map_err(RequestFailure::NotTaken)?;
        let now = self.0.now();
        let started = self.0.change(|state| {
            let id = state.registree.request(now, request)?;
            state.outcomes.insert(id);
            Ok(id)
        });
        let mut guard = Guard {
            shared: &self.0,
            id: Some(started.map_err(RequestFailure::NotTaken)?),
        };
        poll_fn(|cx| guard.poll(cx)).await
    }

    async fn room(&self) -> Result<(), RequestError> {
        poll_fn(|cx| {
            let state = &mut *lock(&self.0.state);
            match state.registree.session().check_room() {
                Err(RequestError::TooMany | RequestError::TooLong) if !state.has_ended => {
                    state.outcomes.wait_for_room(cx);
                    Poll::Pending
                }
                checked => Poll::Ready(checked),
            }
        })
        .await
    }

    /// Where the connection stands.
    #[must_use]
    pub fn link_state(&self) -> LinkState {
        lock(&self.0.state).link
    }

    /// Waits until the connection stands somewhere else than at `from`.
    pub async fn link_changed(&self, from: LinkState) -> LinkState {
        poll_fn(|cx| {
            let mut state = lock(&self.0.state);
            if state.link != from {
                return Poll::Ready(state.link);
            }
            state.watchers.push(cx.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// Waits until the registree is registered.
    ///
    /// # Errors
    ///
    /// It has ended before.
    pub async fn registered(&self) -> Result<(), RequestFailure> {
        poll_fn(|cx| {
            let mut state = lock(&self.0.state);
            if state.registree.is_registered() {
                return Poll::Ready(Ok(()));
            }
            if state.has_ended {
                return Poll::Ready(Err(RequestFailure::Gone));
            }
            state.watchers.push(cx.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// Why the last attempt to connect or to register failed, or how the last connection ended.
    #[must_use]
    pub fn last_error(&self) -> Option<String> {
        lock(&self.0.state).last_error.clone()
    }

    /// Asks for a connection although there may be nothing to send: to hear whether the registrar has something.
    pub fn connect(&self) {
        let now = self.0.now();
        self.0.change(|state| state.registree.connect(now));
    }

    /// Closes the connection for a while, when nothing is under way (TS-0020 6.3, W-72).
    pub fn disconnect(&self) {
        let now = self.0.now();
        self.0.change(|state| state.registree.disconnect(now));
    }

    /// Ends the registree: what waits is sent if there is a connection, which is closed when nothing is under way. The
    /// registration stays.
    pub fn end(&self) {
        let now = self.0.now();
        self.0.change(|state| state.registree.end(now));
    }
}

impl Clone for RegistreeHandle {
    fn clone(&self) -> Self {
        lock(&self.0.state).handles += 1;
        Self(Arc::clone(&self.0))
    }
}

impl Drop for RegistreeHandle {
    fn drop(&mut self) {
        let is_last = {
            let mut state = lock(&self.0.state);
            state.handles -= 1;
            state.handles == 0
        };
        if is_last {
            self.end();
        }
    }
}

impl Incoming {
    /// The next request; `None` once the registree has ended. Cancel-safe: what is not returned is not lost.
    pub async fn next(&mut self) -> Option<IncomingRequest> {
        poll_fn(|cx| {
            let mut state = lock(&self.0.state);
            if let Some((id, request)) = state.incoming.pop_front() {
                let node: Arc<dyn Respond> = self.0.clone();
                let responder = Responder::new(id, node);
                return Poll::Ready(Some(IncomingRequest { request, responder }));
            }
            if state.has_ended {
                return Poll::Ready(None);
            }
            state.receiver = Some(cx.waker().clone());
            Poll::Pending
        })
        .await
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        let forgotten = {
            let mut state = lock(&self.0.state);
            state.has_receiver = false;
            core::mem::take(&mut state.incoming)
        };
        forgotten.into_iter().for_each(|(id, _)| self.0.give_up(id));
    }
}

/// Cancels a request whose future is dropped.
struct Guard<'s> {
    shared: &'s Shared,
    id: Option<RequestId>,
}

impl Guard<'_> {
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

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let Some(id) = self.id else {
            return;
        };
        let now = self.shared.now();
        self.shared.change(|state| {
            if state.outcomes.forget(id) {
                state.registree.cancel(now, id);
                state.outcomes.wake_crowd();
            }
        });
    }
}

pub(super) fn answer(
    outcome: Option<Outcome<'static>>,
) -> Result<ResponsePrimitive<'static>, RequestFailure> {
    let outcome = outcome.ok_or(RequestFailure::Gone)?;
    outcome
        .into_response()
        .map_err(|outcome| RequestFailure::Ended(Box::new(outcome)))
}

impl Shared {
    fn now(&self) -> Timestamp {
        lock(&self.clock)()
    }

    /// Does something to the machine, and lets the task see to what comes of it.
    fn change<O>(&self, change: impl FnOnce(&mut State) -> O) -> O {
        let mut state = lock(&self.state);
        let changed = change(&mut state);
        let task = state.task.take();
        drop(state);
        task.into_iter().for_each(Waker::wake);
        changed
    }
}

impl Respond for Shared {
    fn respond(&self, id: IncomingId, response: ResponsePrimitive<'_>) -> Result<(), RespondError> {
        let now = self.now();
        self.change(|state| state.registree.respond(now, id, response))
    }

    fn give_up(&self, id: IncomingId) {
        let now = self.now();
        self.change(|state| {
            let identifier = state.registree.next_identifier();
            let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
            // Its identifier becomes that of the request.
            let _ = state
                .registree
                .respond(now, id, ResponsePrimitive::new(status, identifier));
        });
    }
}

impl State {
    fn set_link(&mut self, link: LinkState) {
        self.link = link;
        self.watchers.drain(..).for_each(Waker::wake);
    }

    fn take(&mut self, now: Timestamp, event: RegistreeEvent<'_>) {
        match event {
            RegistreeEvent::Session(SessionEvent::Request { id, request })
                if !self.has_receiver =>
            {
                let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
                let response = ResponsePrimitive::to_request(&request, status);
                let _ = self.registree.respond(now, id, response);
            }
            RegistreeEvent::Session(SessionEvent::Request { id, request }) => {
                self.incoming.push_back((id, request.into_owned()));
                self.receiver.take().into_iter().for_each(Waker::wake);
            }
            RegistreeEvent::Session(SessionEvent::Ended { id, outcome }) => {
                self.outcomes.end(id, outcome);
            }
            RegistreeEvent::Session(SessionEvent::Disconnected(closed)) => {
                self.last_error = Some(closed.to_string());
                self.set_link(LinkState::Down);
            }
            RegistreeEvent::Session(SessionEvent::Unanswered { id }) => {
                self.incoming.retain(|(waiting, _)| *waiting != id);
            }
            RegistreeEvent::RegistrationFailed(outcome) => {
                self.last_error = Some(outcome.to_string());
                self.set_link(self.link);
            }
            RegistreeEvent::Registered(_) => self.set_link(self.link),
            RegistreeEvent::Deregistered { id, response } => {
                self.outcomes.end(id, Outcome::Response(response));
                self.set_link(self.link);
            }
            RegistreeEvent::Session(_) | _ => {}
        }
    }

    fn end(&mut self) {
        self.has_ended = true;
        self.set_link(LinkState::Ended);
        self.receiver.take().into_iter().for_each(Waker::wake);
        self.outcomes.close();
    }
}

/// Connects a registree and carries its bytes: see [`registree`].
#[must_use = "nothing happens unless it is driven"]
pub struct RegistreeTask<K: Connector, R: Runtime> {
    shared: Arc<Shared>,
    connector: K,
    runtime: R,
    timer: R::Timer,
    limits: Config,
    fallback: Subprotocol,
    phase: Phase<K::Transport>,
    is_clock_set: bool,
}

enum Phase<T> {
    Down,
    Connecting(Pin<Box<dyn Future<Output = Result<Opened<T>, Error>> + Send>>),
    Up(Wire<T>),
}

/// A connection that was opened.
struct Opened<T> {
    transport: T,
    connection: Connection,
    inbox: Inbox,
    subprotocol: Option<Subprotocol>,
}

impl<K: Connector, R: Runtime> Unpin for RegistreeTask<K, R> {}

impl<K: Connector, R: Runtime> Future for RegistreeTask<K, R> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        lock(&this.shared.state).task = Some(cx.waker().clone());
        for _ in 0..MAX_TURNS {
            let polled = match &mut this.phase {
                Phase::Down => this.poll_down(cx),
                Phase::Connecting(connecting) => {
                    let opened = core::task::ready!(connecting.as_mut().poll(cx));
                    this.opened(opened);
                    Poll::Ready(false)
                }
                Phase::Up(_) => this.poll_up(cx),
            };
            match polled {
                Poll::Ready(true) => {
                    lock(&this.shared.state).end();
                    return Poll::Ready(());
                }
                Poll::Ready(false) => {}
                Poll::Pending => return Poll::Pending,
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl<K: Connector, R: Runtime> RegistreeTask<K, R> {
    /// Without a connection: whether the registree has ended.
    fn poll_down(&mut self, cx: &mut Context<'_>) -> Poll<bool> {
        let now = self.timer.now();
        let mut state = lock(&self.shared.state);
        if !self.is_clock_set {
            self.is_clock_set = true;
            if let Some(time) = self.runtime.since_unix_epoch() {
                state.registree.set_wall_clock(now, time);
            }
        }
        state.registree.handle_timeout(now);
        while let Some(event) = state.registree.poll_event(now, &mut Inbox::new()) {
            let event = event.into_owned();
            state.take(now, event);
        }
        if state.registree.is_ended() {
            return Poll::Ready(true);
        }
        if let Some(attempt) = state.registree.connecting(now) {
            // The clock may have been set, and the device may have slept.
            if let Some(time) = self.runtime.since_unix_epoch() {
                state.registree.set_wall_clock(now, time);
            }
            state.set_link(LinkState::Connecting);
            drop(state);
            self.connect(attempt);
            return Poll::Ready(false);
        }
        let deadline = state.registree.poll_timeout();
        drop(state);
        match deadline {
            None => Poll::Pending,
            Some(deadline) => self.timer.poll_until(cx, deadline).map(|()| false),
        }
    }

    fn connect(&mut self, attempt: Attempt) {
        let connecting = self.connector.connect(&attempt.request);
        let (timer, limits, seed) = (self.runtime.timer(), self.limits, self.runtime.seed());
        self.phase = Phase::Connecting(Box::pin(async move {
            let transport = connecting.await?;
            let seed = seed?;
            let parts = connect_parts(transport, timer, &attempt.request, limits, seed).await?;
            let (transport, connection, inbox, response) = parts;
            let subprotocol = response.subprotocol().and_then(Subprotocol::from_name);
            Ok(Opened {
                transport,
                connection,
                inbox,
                subprotocol,
            })
        }));
    }

    fn opened(&mut self, opened: Result<Opened<K::Transport>, Error>) {
        let now = self.timer.now();
        let mut state = lock(&self.shared.state);
        match opened {
            Ok(opened) => {
                let subprotocol = opened.subprotocol.unwrap_or(self.fallback);
                // It wants a connection only when it has none.
                let _ = state
                    .registree
                    .connected(now, opened.connection, subprotocol);
                state.set_link(LinkState::Up);
                self.phase = Phase::Up(Wire::new(opened.transport, opened.inbox));
            }
            Err(error) => {
                state.registree.connect_failed(now);
                state.last_error = Some(error.to_string());
                state.set_link(LinkState::Down);
                self.phase = Phase::Down;
            }
        }
    }

    fn poll_up(&mut self, cx: &mut Context<'_>) -> Poll<bool> {
        let Phase::Up(wire) = &mut self.phase else {
            return Poll::Ready(false);
        };
        core::task::ready!(wire.poll(cx, &mut self.timer, &mut &*self.shared));
        let now = self.timer.now();
        let mut state = lock(&self.shared.state);
        state.registree.release(now);
        state.set_link(LinkState::Down);
        drop(state);
        self.phase = Phase::Down;
        Poll::Ready(false)
    }
}

impl Endpoint for &Shared {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> bool {
        let state = &mut *lock(&self.state);
        state.registree.handle_timeout(now);
        while let Some(event) = state.registree.poll_event(now, inbox) {
            let event = event.into_owned();
            state.take(now, event);
        }
        false
    }

    fn shrink(&mut self) {
        lock(&self.state).registree.shrink();
    }

    fn outbox<O>(&mut self, now: Timestamp, use_it: impl FnOnce(&mut Outbox) -> O) -> Option<O> {
        lock(&self.state).registree.outbox(now).map(use_it)
    }

    fn handle_eof(&mut self) {
        lock(&self.state).registree.handle_eof();
    }

    fn status(&mut self) -> Status {
        let state = lock(&self.state);
        Status {
            action: state.registree.transport_action(),
            wants_input: state.registree.wants_input(),
            deadline: state.registree.poll_timeout(),
        }
    }
}

impl<K: Connector, R: Runtime> Drop for RegistreeTask<K, R> {
    fn drop(&mut self) {
        lock(&self.shared.state).end();
    }
}

impl fmt::Debug for RegistreeHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistreeHandle")
            .field("link", &self.link_state())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming").finish_non_exhaustive()
    }
}

impl<K: Connector, R: Runtime> fmt::Debug for RegistreeTask<K, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistreeTask").finish_non_exhaustive()
    }
}

/// Steps without waiting after which other tasks get their turn.
const MAX_TURNS: u32 = 16;
