use core::fmt;
use core::future::poll_fn;
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use onem2m_primitive::{
    RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{Outcome, RegistrationState, RegistreeState, RequestOptions, estimated_len};

use super::events::{COUNTERS, ENDED, Failure, RegistreeActivity};
use super::shared::{Command, Levels, Shared, Submission, Submitted};
use crate::ae::AeError;
use crate::node::RequestFailure;
use crate::node::events::Events;
use crate::node::incoming::{IncomingRequest, Peer, Respond, Responder};
use crate::node::patience::Patience;
use crate::node::registrar::Counters;
use crate::node::slot::{Answer, Slot, answer};
use crate::transport::Timer;

/// Makes requests of a registree, and watches its connection. Cheap to clone.
pub struct RegistreeHandle(Arc<Shared>);

/// The requests that come to a registree. When an `Incoming` is dropped, the requests that were not taken are answered with 5000.
pub struct Incoming(Arc<Shared>);

impl RegistreeHandle {
    pub(super) fn new(shared: &Arc<Shared>) -> Self {
        Self(Arc::clone(shared))
    }

    /// Returns the AE-ID or CSE-ID: the one that was configured, or the one that the registrar has given the registree.
    #[must_use]
    pub fn originator(&self) -> Option<String> {
        self.0.levels().originator
    }

    /// Returns whether the registree is registered, as far as the registree knows.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        is_registered(&self.0.levels())
    }

    /// Returns the state of the registration.
    #[must_use]
    pub fn registration_state(&self) -> RegistrationState {
        self.0.levels().registration
    }

    /// Returns the state of the connection.
    #[must_use]
    pub fn state(&self) -> RegistreeState {
        self.0.levels().state
    }

    /// Returns the latest failure that no success has followed: of connecting, of the connection, or of the registration.
    #[must_use]
    pub fn failure(&self) -> Option<Failure> {
        self.0.levels().failure
    }

    /// Returns the events of the registree, from now on.
    #[must_use]
    pub fn events(&self) -> Events<RegistreeActivity> {
        self.0.observers.watch()
    }

    /// Returns the counters: the numbers of events so far, and of the bytes of messages before and after compression (RFC 7692).
    #[must_use]
    pub fn counters(&self) -> Counters {
        let counts = COUNTERS.iter().enumerate();
        let counts = counts.map(|(index, name)| (*name, self.0.observers.count(index)));
        Counters::new(counts.collect())
    }

    /// Makes a request and waits for its response, over the connection that is there or the next one. Where too many are under way,
    /// the request waits for room first, which counts as time of its delivery ([`RequestOptions::delivery_timeout`]).
    ///
    /// Dropping the future cancels the request; if it was sent, it may be carried out all the same.
    ///
    /// # Errors
    ///
    /// The request was not taken, or ended without a response; also a request that wants none (response type 5) and was written.
    pub async fn request(
        &self,
        request: RequestPrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, RequestFailure> {
        self.request_with(request, RequestOptions::default()).await
    }

    /// Makes a request as [`request`](Self::request) does, with options that differ from the configuration.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn request_with(
        &self,
        request: RequestPrimitive<'_>,
        options: RequestOptions,
    ) -> Result<ResponsePrimitive<'static>, RequestFailure> {
        let ticket = self.0.next_number();
        let slot = Slot::new(&self.0);
        let submission = Submission {
            ticket,
            request: request.into_owned(),
            options,
            slot: Arc::clone(&slot),
        };
        let mut asking = Asking {
            shared: &self.0,
            ticket,
            stage: Asks::ForRoom(Some(Box::new(submission)), None),
            slot,
        };
        poll_fn(|cx| asking.poll(cx)).await
    }

    /// Waits until the state of the connection is another than `from`, and returns that state.
    pub async fn state_changed(&self, from: RegistreeState) -> RegistreeState {
        let watching = Watching::new(&self.0);
        poll_fn(|cx| {
            watching.poll(cx, |levels, _| {
                (levels.state != from).then_some(levels.state)
            })
        })
        .await
    }

    /// Waits until the registree is registered: over as many attempts as that takes, for as long as the registrar cannot be
    /// reached. [`failure`](Self::failure) names the latest failure; the future may be dropped at any time.
    ///
    /// # Errors
    ///
    /// The registrar has refused; there is no registration, or it was ended; or the registree has ended.
    pub async fn registered(&self) -> Result<(), RequestFailure> {
        let watching = Watching::new(&self.0);
        poll_fn(|cx| {
            watching.poll(cx, |levels, has_ended| {
                if is_registered(levels) {
                    return Some(Ok(()));
                }
                if has_ended {
                    return Some(Err(RequestFailure::Gone));
                }
                if let Some(failure) = &levels.refused {
                    let failure = RequestFailure::Registration(Arc::clone(failure));
                    return Some(Err(failure));
                }
                let has_none = matches!(
                    levels.registration,
                    RegistrationState::Unmanaged | RegistrationState::Deregistered
                );
                has_none.then_some(Err(RequestFailure::NoRegistration))
            })
        })
        .await
    }

    /// Waits until the registree is registered, or something has failed: connecting, the connection, or the registration. For
    /// programs that rather end than wait; the task goes on trying all the same.
    ///
    /// # Errors
    ///
    /// [`AeError::Unreachable`] when the registrar cannot be reached, or the connection was lost; else as
    /// [`registered`](Self::registered).
    pub async fn registered_or_failed(&self) -> Result<(), AeError> {
        let watching = Watching::new(&self.0);
        poll_fn(|cx| {
            watching.poll(cx, |levels, has_ended| {
                let failure = if has_ended {
                    AeError::Unanswered(RequestFailure::Gone)
                } else if is_registered(levels) {
                    return Some(Ok(()));
                } else {
                    match levels.failure.clone()? {
                        Failure::Registration(failure) => {
                            RequestFailure::Registration(failure).into()
                        }
                        failure @ (Failure::Connect(_) | Failure::Closed(_)) => {
                            AeError::Unreachable(failure)
                        }
                    }
                };
                Some(Err(failure))
            })
        })
        .await
    }

    /// An alarm of the runtime's, for what is done over the registree.
    pub(crate) fn alarm(&self) -> Box<dyn Timer + Send> {
        self.0.alarms.alarm()
    }

    /// Registers once more, after the registration was refused or ended.
    pub fn register(&self) {
        self.0.append(Command::Register(None));
    }

    /// Registers with another request.
    pub fn register_as(&self, registration: RequestPrimitive<'static>) {
        self.0
            .append(Command::Register(Some(Box::new(registration))));
    }

    /// Asks for a connection although there may be nothing to send: to hear whether the registrar has something.
    pub fn connect(&self) {
        self.0.append(Command::Connect);
    }

    /// Closes the connection for a while, when nothing is under way (TS-0020 6.3).
    pub fn disconnect(&self) {
        self.0.append(Command::Disconnect);
    }

    /// Ends the registree: requests that wait are sent if there is a connection, which is closed when nothing is under way. The
    /// registration stays.
    pub fn end(&self) {
        self.0.append(Command::End);
    }
}

fn is_registered(levels: &Levels) -> bool {
    matches!(
        levels.registration,
        RegistrationState::Registered | RegistrationState::Reconnecting
    )
}

impl Clone for RegistreeHandle {
    fn clone(&self) -> Self {
        self.0.add_handle();
        Self(Arc::clone(&self.0))
    }
}

impl Drop for RegistreeHandle {
    fn drop(&mut self) {
        if self.0.drop_handle() {
            self.end();
        }
    }
}

impl Incoming {
    pub(super) fn new(shared: &Arc<Shared>) -> Self {
        Self(Arc::clone(shared))
    }

    /// Returns the next request; `None` once the registree has ended. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<IncomingRequest> {
        let receiving = Receiving(&self.0);
        poll_fn(|cx| match receiving.0.poll_incoming(cx) {
            None => Poll::Pending,
            Some(Err(())) => Poll::Ready(None),
            Some(Ok((id, request))) => {
                let node: Arc<dyn Respond> = Arc::<Shared>::clone(receiving.0);
                let responder = Responder::new(id, node);
                let incoming = IncomingRequest::new(request, Peer::default(), responder);
                Poll::Ready(Some(incoming))
            }
        })
        .await
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        for id in self.0.close_incoming() {
            let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
            let response = ResponsePrimitive::new(status, RequestIdentifier::UNASSIGNED);
            self.0.respond(id, response);
        }
    }
}

/// A future that waits for a request of the registrar: its waker goes with it.
struct Receiving<'i>(&'i Arc<Shared>);

impl Drop for Receiving<'_> {
    fn drop(&mut self) {
        self.0.leave_receiver();
    }
}

/// A request that a future makes.
struct Asking<'s> {
    shared: &'s Shared,
    /// The number of the request; and of the future, while it waits for room.
    ticket: u64,
    stage: Asks,
    slot: Arc<Slot<Shared>>,
}

enum Asks {
    /// And the patience of a future that has waited.
    ForRoom(Option<Box<Submission>>, Option<Patience>),
    ForOutcome,
    Nothing,
}

impl Asking<'_> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Answer> {
        if let Asks::ForRoom(..) = self.stage
            && let Some(ended) = ready!(self.poll_room(cx))
        {
            self.stage = Asks::Nothing;
            return Poll::Ready(ended);
        }
        let answer = ready!(self.slot.poll(cx));
        self.stage = Asks::Nothing;
        Poll::Ready(answer)
    }

    /// Ready once the request was submitted, or has ended without that.
    fn poll_room(&mut self, cx: &mut Context<'_>) -> Poll<Option<Answer>> {
        let Asks::ForRoom(submission, patience) = &mut self.stage else {
            return Poll::Ready(None);
        };
        if let Some(patience) = patience
            && let Poll::Ready(outcome) = patience.poll(cx)
        {
            return Poll::Ready(Some(self.expired(outcome)));
        }
        let Some(mut asked) = submission.take() else {
            return Poll::Ready(Some(Err(RequestFailure::Gone)));
        };
        if let Some(patience) = patience {
            patience.leave_to(&mut asked.options);
        }
        let len = estimated_len(&asked.request);
        match self.shared.submit(cx, asked, len, self.ticket) {
            Submitted::Taken => {
                self.stage = Asks::ForOutcome;
                Poll::Ready(None)
            }
            Submitted::Waits(refused) => {
                let begin = || {
                    let default = self.shared.delivery_timeout;
                    Patience::new(&*self.shared.alarms, &refused.options, default)
                };
                let outcome = patience.get_or_insert_with(begin).poll(cx);
                *submission = Some(refused);
                outcome.map(|outcome| Some(self.expired(outcome)))
            }
            Submitted::Gone => Poll::Ready(Some(Err(RequestFailure::Gone))),
        }
    }

    fn expired(&self, outcome: Outcome<'static>) -> Answer {
        self.shared.leave_waiters(self.ticket);
        self.shared.observers.note(ENDED);
        answer(outcome)
    }
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        match self.stage {
            Asks::Nothing => {}
            Asks::ForRoom(..) => self.shared.leave_waiters(self.ticket),
            Asks::ForOutcome => {
                self.slot.leave();
                self.shared.give_up(self.ticket);
            }
        }
    }
}

/// A future that waits for a change: one waker, taken away when the future is dropped.
struct Watching<'s> {
    shared: &'s Shared,
    number: u64,
}

impl<'s> Watching<'s> {
    fn new(shared: &'s Shared) -> Self {
        Self {
            shared,
            number: shared.next_number(),
        }
    }

    fn poll<O>(&self, cx: &Context<'_>, look: impl FnOnce(&Levels, bool) -> Option<O>) -> Poll<O> {
        match self.shared.watch(cx, self.number, look) {
            Some(seen) => Poll::Ready(seen),
            None => Poll::Pending,
        }
    }
}

impl Drop for Watching<'_> {
    fn drop(&mut self) {
        self.shared.leave_watchers(self.number);
    }
}

impl fmt::Debug for RegistreeHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistreeHandle")
            .field("state", &self.state())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming").finish_non_exhaustive()
    }
}
