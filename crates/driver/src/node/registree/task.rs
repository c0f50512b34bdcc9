//! The task of a registree: connects, drives the machine, and carries out what handles ask.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

use onem2m_primitive::{ResponsePrimitive, ResponseStatusCode};
use onem2m_ws::{
    Attempt, ConnectionFailure, Outcome, Refusal, RegistrationFailure, Registree, RegistreeEvent,
    RegistreeState, RequestId, SessionEvent, Subprotocol,
};
use onem2m_ws_core::{Config, Connection, Inbox, Outbox, Timestamp};

use super::events::{ENDED, Failure, REQUESTS, RegistreeActivity};
use super::shared::{Command, Levels, Shared, Submission};
use crate::error::Error;
use crate::handshake::connect_parts;
use crate::node::RequestFailure;
use crate::node::slot::{Slot, answer};
use crate::pump::{Advanced, Demand, HEAVY, Machine, Pump, Turn};
use crate::runtime::{Connector, Runtime};
use crate::storage;
use crate::transport::Timer;

/// Connects a registree and carries its bytes: see [`registree`](crate::registree). The task ends with
/// [`RegistreeHandle::end`](crate::RegistreeHandle::end), which closes the connection in order.
///
/// When the task is dropped instead the connection is let go without a Close frame, and every request ends at once as
/// [`RequestFailure::Gone`](crate::RequestFailure::Gone), as those that are made later do; the registration stays.
#[must_use = "nothing happens unless the task is driven"]
pub struct RegistreeTask<K: Connector, R: Runtime> {
    shared: Arc<Shared>,
    registree: Registree,
    connector: K,
    runtime: Arc<R>,
    timer: R::Timer,
    limits: Config,
    fallback: Subprotocol,
    phase: Phase<K::Transport, R::Timer>,
    /// The events that the machine tells, until they were passed on.
    events: Vec<RegistreeEvent<'static>>,
    slots: BTreeMap<RequestId, (u64, Arc<Slot<Shared>>)>,
    tickets: BTreeMap<u64, RequestId>,
    told: Option<RegistreeState>,
    refused: Option<Arc<RegistrationFailure>>,
    registration_failure: Option<Arc<RegistrationFailure>>,
    connect_error: Option<Arc<Error>>,
    is_clock_set: bool,
}

enum Phase<T, C> {
    Down,
    Connecting(Connecting<T, C>),
    Up(Pump<T, C>, Inbox),
}

type Connecting<T, C> = Pin<Box<dyn Future<Output = Result<Opened<T, C>, Error>> + Send>>;

/// A connection that was opened.
struct Opened<T, C> {
    pump: Pump<T, C>,
    connection: Connection,
    inbox: Inbox,
    subprotocol: Option<Subprotocol>,
}

impl<K: Connector, R: Runtime> Unpin for RegistreeTask<K, R> {}

impl<K: Connector, R: Runtime> RegistreeTask<K, R> {
    pub(super) fn new(
        shared: Arc<Shared>,
        registree: Registree,
        connector: K,
        runtime: Arc<R>,
        timer: R::Timer,
        limits: Config,
        fallback: Subprotocol,
    ) -> Self {
        Self {
            shared,
            registree,
            connector,
            runtime,
            timer,
            limits,
            fallback,
            phase: Phase::Down,
            events: Vec::new(),
            slots: BTreeMap::new(),
            tickets: BTreeMap::new(),
            told: None,
            refused: None,
            registration_failure: None,
            connect_error: None,
            is_clock_set: false,
        }
    }

    /// Carries out what handles have asked; whether there was anything.
    fn carry_out_line(&mut self) -> bool {
        let line = self.shared.take_line();
        let has_any = !line.is_empty();
        for command in line {
            self.carry_out(command);
        }
        has_any
    }

    fn carry_out(&mut self, command: Command) {
        let now = self.timer.now();
        match command {
            Command::Request(submission) => self.submit(now, *submission),
            Command::Cancel(ticket) => {
                if let Some(id) = self.tickets.remove(&ticket) {
                    self.slots.remove(&id);
                    self.registree.cancel(now, id);
                }
            }
            Command::Answer(id, response) => {
                // An answer that is late or cannot be sent is an event of the session's.
                drop(self.registree.respond(now, id, *response));
            }
            Command::Connect => self.registree.connect(now),
            Command::Disconnect => self.registree.disconnect(now),
            Command::Register(registration) => {
                let registered = match registration {
                    None => self.registree.register(now),
                    Some(registration) => self.registree.register_with(now, *registration),
                };
                if registered.is_ok() {
                    self.refused = None;
                }
            }
            Command::End => self.registree.end(now),
        }
    }

    fn submit(&mut self, now: Timestamp, submission: Submission) {
        let Submission {
            ticket,
            request,
            options,
            slot,
        } = submission;
        match self.registree.request_with(now, request, options) {
            Ok(id) => {
                self.slots.insert(id, (ticket, slot));
                self.tickets.insert(ticket, id);
            }
            Err(error) => slot.end(Err(RequestFailure::NotTaken(error))),
        }
    }

    fn poll_phase(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match &mut self.phase {
            Phase::Down => self.poll_down(cx),
            Phase::Connecting(connecting) => {
                if self.registree.state() != RegistreeState::Connecting {
                    // The attempt is not wanted any more.
                    self.phase = Phase::Down;
                    return Poll::Ready(());
                }
                let opened = core::task::ready!(connecting.as_mut().poll(cx));
                self.opened(opened);
                Poll::Ready(())
            }
            Phase::Up(..) => self.poll_up(cx),
        }
    }

    fn poll_down(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let now = self.timer.now();
        if !self.is_clock_set {
            self.is_clock_set = true;
            self.set_clock(now);
        }
        self.registree.handle_timeout(now);
        let mut inbox = Inbox::new();
        while let Some(event) = self.registree.poll_event(now, &mut inbox) {
            self.events.push(event.into_owned());
        }
        if let Some(attempt) = self.registree.connecting(now) {
            // The clock may have been set, and the device may have slept.
            self.set_clock(now);
            self.connect(attempt);
            return Poll::Ready(());
        }
        if !self.events.is_empty() {
            return Poll::Ready(());
        }
        match self.registree.poll_timeout() {
            None => Poll::Pending,
            Some(deadline) => self.timer.poll_until(cx, deadline),
        }
    }

    fn set_clock(&mut self, now: Timestamp) {
        if let Some(time) = self.runtime.since_unix_epoch() {
            self.registree.set_wall_clock(now, time);
        }
    }

    fn connect(&mut self, attempt: Attempt) {
        let connecting = self.connector.connect(&attempt.request);
        let (timer, limits, seed) = (self.runtime.timer(), self.limits, self.runtime.seed());
        self.phase = Phase::Connecting(Box::pin(async move {
            let transport = connecting.await?;
            let request = &attempt.request;
            let (pump, connection, inbox, response) =
                connect_parts(transport, timer, request, limits, seed?).await?;
            let subprotocol = response.subprotocol().and_then(Subprotocol::from_name);
            Ok(Opened {
                pump,
                connection,
                inbox,
                subprotocol,
            })
        }));
    }

    fn opened(&mut self, opened: Result<Opened<K::Transport, R::Timer>, Error>) {
        let now = self.timer.now();
        match opened {
            Ok(opened) => {
                let subprotocol = opened.subprotocol.unwrap_or(self.fallback);
                let superseded = self
                    .registree
                    .connected(now, opened.connection, subprotocol);
                debug_assert!(superseded.is_none(), "a registree wants one connection");
                self.connect_error = None;
                self.shared
                    .observers
                    .tell(RegistreeActivity::Connected { subprotocol });
                self.phase = Phase::Up(opened.pump, opened.inbox);
            }
            Err(error) => {
                self.registree.connect_failed(now);
                let error = Arc::new(error);
                self.connect_error = Some(Arc::clone(&error));
                self.shared
                    .observers
                    .tell(RegistreeActivity::ConnectFailed { error });
                self.phase = Phase::Down;
            }
        }
    }

    fn poll_up(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Phase::Up(pump, inbox) = &mut self.phase else {
            return Poll::Ready(());
        };
        let mut machine = RegistreeMachine {
            registree: &mut self.registree,
            events: &mut self.events,
            write_timeout: self.limits.write_timeout,
        };
        let turn = pump.poll(cx, inbox, &mut machine);
        #[cfg(feature = "deflate")]
        let bytes = machine.registree.take_deflate_counters();
        #[cfg(feature = "deflate")]
        self.shared.observers.note_compressed(bytes);
        if turn.is_pending() {
            // What was written may have ended requests, and nobody has asked the machine since.
            machine.collect(pump.now(), inbox);
        }
        match turn {
            Poll::Pending if self.events.is_empty() => Poll::Pending,
            Poll::Pending | Poll::Ready(Turn::Ready) => Poll::Ready(()),
            Poll::Ready(Turn::Over) => {
                inbox.clear();
                storage::give_back(inbox);
                let now = pump.read_clock();
                self.registree.release(now);
                self.phase = Phase::Down;
                Poll::Ready(())
            }
        }
    }

    /// Passes on what the machine has told.
    fn pass_on(&mut self) {
        for event in core::mem::take(&mut self.events) {
            self.take(event);
        }
        let state = self.registree.state();
        if self.told != Some(state) {
            self.told = Some(state);
            self.shared.observers.tell(RegistreeActivity::State(state));
        }
        let session = self.registree.session();
        let levels = Levels {
            state,
            registration: self.registree.registration_state(),
            refused: self.refused.clone(),
            originator: self.registree.originator().map(String::from),
            failure: self.failure(),
        };
        self.shared
            .publish(levels, session.outstanding(), session.waiting_len());
    }

    /// The last thing that has failed: the connection matters more than what goes over it.
    fn failure(&self) -> Option<Failure> {
        match self.registree.connection_failure() {
            Some(ConnectionFailure::Closed(closed)) => Some(Failure::Closed(closed.clone())),
            Some(_) => self.connect_error.clone().map(Failure::Connect),
            None => self.registration_failure.clone().map(Failure::Registration),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other events are told as they are"
    )]
    fn take(&mut self, event: RegistreeEvent<'static>) {
        let now = self.timer.now();
        match event {
            RegistreeEvent::Session(SessionEvent::Request { id, request }) => {
                self.shared.observers.note(REQUESTS);
                if let Some(request) = self.shared.deliver(id, request) {
                    let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
                    let response = ResponsePrimitive::to_request(&request, status);
                    drop(self.registree.respond(now, id, response));
                }
            }
            RegistreeEvent::Session(SessionEvent::Ended { id, outcome }) => {
                self.finish(id, outcome);
            }
            event => {
                match &event {
                    RegistreeEvent::Session(SessionEvent::Unanswered { id }) => {
                        self.shared.forget_incoming(*id);
                    }
                    RegistreeEvent::Registered(_) => {
                        (self.refused, self.registration_failure) = (None, None);
                    }
                    RegistreeEvent::RegistrationFailed {
                        failure,
                        is_refused,
                        ..
                    } => {
                        self.registration_failure = Some(Arc::clone(failure));
                        if *is_refused {
                            self.refused = Some(Arc::clone(failure));
                        }
                    }
                    _ => {}
                }
                self.shared.observers.tell(RegistreeActivity::Event(event));
            }
        }
    }

    fn finish(&mut self, id: RequestId, outcome: Outcome<'static>) {
        self.shared.observers.note(ENDED);
        let Some((ticket, slot)) = self.slots.remove(&id) else {
            return;
        };
        self.tickets.remove(&ticket);
        slot.end(
            if let Outcome::Refused(Refusal::NotTaken(error)) = outcome {
                Err(RequestFailure::NotTaken(error))
            } else {
                answer(outcome)
            },
        );
    }

    /// All that is under way ends.
    fn close(&mut self) {
        for command in self.shared.end() {
            if let Command::Request(submission) = command {
                submission.slot.end(Err(RequestFailure::Gone));
            }
        }
        self.tickets.clear();
        for (_, slot) in core::mem::take(&mut self.slots).into_values() {
            slot.end(Err(RequestFailure::Gone));
        }
        if self.told != Some(RegistreeState::Ended) {
            self.told = Some(RegistreeState::Ended);
            let activity = RegistreeActivity::State(RegistreeState::Ended);
            self.shared.observers.tell(activity);
        }
        self.shared.observers.end();
    }
}

impl<K: Connector, R: Runtime> Future for RegistreeTask<K, R> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        for _ in 0..MAX_TURNS {
            this.carry_out_line();
            let polled = this.poll_phase(cx);
            this.pass_on();
            if this.registree.is_ended() && matches!(this.phase, Phase::Down) {
                this.close();
                return Poll::Ready(());
            }
            if polled.is_pending() && this.shared.sleep(cx.waker().clone()) {
                return Poll::Pending;
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl<K: Connector, R: Runtime> Drop for RegistreeTask<K, R> {
    fn drop(&mut self) {
        if let Phase::Up(_, inbox) = &mut self.phase {
            inbox.clear();
            storage::give_back(inbox);
        }
        self.close();
    }
}

/// A registree under the pump of its connection.
struct RegistreeMachine<'r> {
    registree: &'r mut Registree,
    events: &'r mut Vec<RegistreeEvent<'static>>,
    write_timeout: Option<Duration>,
}

impl RegistreeMachine<'_> {
    /// Takes the events that there are.
    fn collect(&mut self, now: Timestamp, inbox: &mut Inbox) {
        while self.events.len() < BATCH
            && let Some(event) = self.registree.poll_event(now, inbox)
        {
            self.events.push(event.into_owned());
        }
    }
}

impl Machine for RegistreeMachine<'_> {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced {
        self.collect(now, inbox);
        if self.events.len() >= BATCH {
            Advanced::Ready
        } else if self.registree.session().is_flushing() {
            Advanced::Closed
        } else {
            Advanced::Idle
        }
    }

    fn is_heavy(&self, inbox: &Inbox) -> bool {
        let len = self.registree.session().completing_len(inbox);
        len.is_some_and(|len| len >= HEAVY)
    }

    fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox> {
        self.registree.outbox(now)
    }

    fn demand(&self) -> Demand {
        let session = self.registree.session();
        Demand {
            action: session.transport_action(),
            wants_input: session.wants_input(),
            deadline: self.registree.poll_timeout(),
            lingers: session.lingers(),
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        self.registree.handle_timeout(now);
    }

    fn handle_eof(&mut self) {
        self.registree.handle_eof();
    }

    fn handle_unread(&mut self, now: Timestamp) {
        self.registree.handle_unread(now);
    }

    fn shrink(&mut self) {
        self.registree.shrink();
    }

    fn write_timeout(&self) -> Option<Duration> {
        self.write_timeout
    }
}

impl<K: Connector, R: Runtime> fmt::Debug for RegistreeTask<K, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistreeTask").finish_non_exhaustive()
    }
}

/// Steps without waiting after which other tasks get their turn.
const MAX_TURNS: u32 = 16;
/// Events that are passed on before more is taken from the input.
const BATCH: usize = 16;
