//! The routes of the requests that come to an AE: to the subscription that a notification is of, or to the application.

use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::sync::Arc;

use onem2m_primitive::{
    NotificationContent, Operation, RequestPrimitive, ResponsePrimitive, ResponseStatusCode, Value,
};
use onem2m_ws::estimated_len;

use super::AeLimits;
use super::address::Name;
use crate::node::IncomingRequest;
use crate::sync::{Mutex, lock};

/// Shared by an AE, its subscriptions, and the task that hands them what comes.
#[derive(Debug)]
pub(super) struct Routing {
    limits: AeLimits,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    next_number: u64,
    subscriptions: Vec<Subscribed>,
    /// Notifications that refer to a subscription that nobody has named, while one is being created.
    unclaimed: VecDeque<Unclaimed>,
    /// Bytes of the notifications that were not taken yet.
    waiting: usize,
    others: VecDeque<IncomingRequest>,
    other_waker: Option<Waker>,
    /// True while the application wants the requests that are no notifications of its subscriptions.
    are_others_wanted: bool,
    has_ended: bool,
}

/// A subscription whose notifications are wanted.
#[derive(Debug)]
struct Subscribed {
    number: u64,
    /// Empty until the response to the CREATE request has said how notifications may refer to the subscription.
    names: Vec<Name>,
    queue: VecDeque<Event>,
    waker: Option<Waker>,
    is_deleted: bool,
}

/// One of the notifications of a request.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) request: Arc<RequestPrimitive<'static>>,
    pub(super) index: usize,
    /// Its share of the bytes of the request.
    len: usize,
}

/// A notification of a subscription that nobody has named yet. Its request was answered.
#[derive(Debug)]
struct Unclaimed {
    reference: Name,
    what: Told,
}

/// A notification, as far as routing goes.
#[derive(Debug)]
enum Told {
    Event(Event),
    Deletion,
}

/// A request that came, by what it is.
enum Kind {
    Verification(Option<Name>),
    Notifications(Vec<(Name, bool)>),
    Malformed,
    Other,
}

impl Routing {
    pub(super) fn new(limits: AeLimits) -> Arc<Self> {
        Arc::new(Self {
            limits,
            state: Mutex::new(State::default()),
        })
    }

    /// Takes a request that has come, and answers the notifications.
    pub(super) fn take(&self, incoming: IncomingRequest) {
        let kind = kind(&incoming.request);
        if matches!(kind, Kind::Other) {
            return self.hand_over(incoming);
        }
        let IncomingRequest {
            request, responder, ..
        } = incoming;
        let request = Arc::new(request);
        let status = match kind {
            Kind::Verification(reference) => self.verify(reference.as_ref()),
            Kind::Notifications(references) => self.notify(&request, references),
            Kind::Malformed | Kind::Other => ResponseStatusCode::BAD_REQUEST,
        };
        responder.respond(ResponsePrimitive::to_request(&request, status));
    }

    /// Nothing comes any more.
    pub(super) fn end(&self) {
        let (wakers, others) = {
            let mut state = lock(&self.state);
            state.has_ended = true;
            let mut wakers: Vec<_> = state.other_waker.take().into_iter().collect();
            wakers.extend(
                state
                    .subscriptions
                    .iter_mut()
                    .filter_map(|one| one.waker.take()),
            );
            (wakers, core::mem::take(&mut state.others))
        };
        wakers.into_iter().for_each(Waker::wake);
        drop(others);
    }

    /// A target says that it wants to be notified (TS-0001 10.2.10.2): of a subscription that was created here, or is being created.
    fn verify(&self, reference: Option<&Name>) -> ResponseStatusCode {
        let state = lock(&self.state);
        let is_wanted = state.subscriptions.iter().any(|one| {
            one.names.is_empty() || reference.is_some_and(|reference| one.is_named(reference))
        });
        if is_wanted {
            ResponseStatusCode::OK
        } else {
            ResponseStatusCode::ORIGINATOR_HAS_NO_PRIVILEGE
        }
    }

    fn notify(
        &self,
        request: &Arc<RequestPrimitive<'static>>,
        references: Vec<(Name, bool)>,
    ) -> ResponseStatusCode {
        let len = estimated_len(request).div_ceil(references.len().max(1));
        let told = references.into_iter().enumerate();
        let told = told.map(|(index, (reference, is_deletion))| {
            let event = Event {
                request: Arc::clone(request),
                index,
                len,
            };
            let what = if is_deletion {
                Told::Deletion
            } else {
                Told::Event(event)
            };
            Unclaimed { reference, what }
        });
        let told = told.collect();
        let (status, wakers) = lock(&self.state).place(told, &self.limits);
        wakers.into_iter().for_each(Waker::wake);
        status
    }

    fn hand_over(&self, incoming: IncomingRequest) {
        let refused = {
            let mut state = lock(&self.state);
            if !state.are_others_wanted || state.has_ended {
                Err((incoming, ResponseStatusCode::OPERATION_NOT_ALLOWED))
            } else if state.others.len() >= self.limits.max_requests {
                Err((incoming, ResponseStatusCode::NOT_ACCEPTABLE))
            } else {
                state.others.push_back(incoming);
                Ok(state.other_waker.take())
            }
        };
        match refused {
            Ok(waker) => waker.into_iter().for_each(Waker::wake),
            Err((incoming, status)) => incoming.respond_status(status),
        }
    }

    /// The application wants the requests that are no notifications; `false` if somebody has them already.
    pub(super) fn want_others(&self) -> bool {
        !core::mem::replace(&mut lock(&self.state).are_others_wanted, true)
    }

    /// Returns the next request that is no notification of a subscription; `None` once the AE has ended.
    pub(super) fn poll_other(&self, cx: &Context<'_>) -> Poll<Option<IncomingRequest>> {
        let waker = cx.waker().clone();
        let mut state = lock(&self.state);
        if let Some(other) = state.others.pop_front() {
            return Poll::Ready(Some(other));
        }
        if state.has_ended {
            return Poll::Ready(None);
        }
        let former = state.other_waker.replace(waker);
        drop(state);
        drop(former);
        Poll::Pending
    }

    pub(super) fn leave_others(&self) {
        let former = lock(&self.state).other_waker.take();
        drop(former);
    }

    /// The application does not want them any more.
    pub(super) fn refuse_others(&self) {
        let refused = {
            let mut state = lock(&self.state);
            state.are_others_wanted = false;
            core::mem::take(&mut state.others)
        };
        for incoming in refused {
            incoming.respond_status(ResponseStatusCode::OPERATION_NOT_ALLOWED);
        }
    }

    /// A subscription is about to be created; its number, if there may be another.
    pub(super) fn begin(&self) -> Option<u64> {
        let mut state = lock(&self.state);
        if state.subscriptions.len() >= self.limits.max_subscriptions {
            return None;
        }
        let number = state.next_number;
        state.next_number = number.wrapping_add(1);
        state.subscriptions.push(Subscribed {
            number,
            names: Vec::new(),
            queue: VecDeque::new(),
            waker: None,
            is_deleted: false,
        });
        Some(number)
    }

    /// The subscription was created: notifications refer to it by these names. Those that have come already are its own.
    pub(super) fn name(&self, number: u64, names: Vec<Name>) {
        let mut wakers = Vec::new();
        {
            let mut state = lock(&self.state);
            let mut all = state.subscriptions.iter_mut();
            if let Some(one) = all.find(|one| one.number == number) {
                one.names = names;
            }
            for one in core::mem::take(&mut state.unclaimed) {
                state.waiting = state.waiting.saturating_sub(one.len());
                wakers.extend(state.place(vec![one], &self.limits).1);
            }
        }
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Nobody wants the notifications of the subscription any more.
    pub(super) fn forget(&self, number: u64) {
        let forgotten = {
            let mut state = lock(&self.state);
            let index = state
                .subscriptions
                .iter()
                .position(|one| one.number == number);
            let forgotten = index.map(|index| state.subscriptions.swap_remove(index));
            let unclaimed = if state.subscriptions.iter().any(|one| one.names.is_empty()) {
                VecDeque::new()
            } else {
                core::mem::take(&mut state.unclaimed)
            };
            let queue = forgotten
                .iter()
                .flat_map(|one| &one.queue)
                .map(|event| event.len);
            let gone = queue.chain(unclaimed.iter().map(Unclaimed::len)).sum();
            state.waiting = state.waiting.saturating_sub(gone);
            (forgotten, unclaimed)
        };
        drop(forgotten);
    }

    /// Returns the next notification of a subscription; `None` once the subscription was deleted, or the AE has ended.
    pub(super) fn poll_event(&self, cx: &Context<'_>, number: u64) -> Poll<Option<Event>> {
        let waker = cx.waker().clone();
        let mut state = lock(&self.state);
        let has_ended = state.has_ended;
        let Some(one) = state
            .subscriptions
            .iter_mut()
            .find(|one| one.number == number)
        else {
            return Poll::Ready(None);
        };
        if let Some(event) = one.queue.pop_front() {
            state.waiting = state.waiting.saturating_sub(event.len);
            return Poll::Ready(Some(event));
        }
        if one.is_deleted || has_ended {
            return Poll::Ready(None);
        }
        let former = one.waker.replace(waker);
        drop(state);
        drop(former);
        Poll::Pending
    }

    pub(super) fn leave(&self, number: u64) {
        let former = {
            let mut state = lock(&self.state);
            let mut all = state.subscriptions.iter_mut();
            let one = all.find(|one| one.number == number);
            one.and_then(|one| one.waker.take())
        };
        drop(former);
    }
}

impl State {
    /// Gives notifications to their subscriptions: all of them, or none; how their request is answered, and whom to wake.
    fn place(
        &mut self,
        told: Vec<Unclaimed>,
        limits: &AeLimits,
    ) -> (ResponseStatusCode, Vec<Waker>) {
        let mut places = Vec::with_capacity(told.len());
        for one in &told {
            let named = self
                .subscriptions
                .iter()
                .position(|subscribed| subscribed.is_named(&one.reference));
            let is_expected = self
                .subscriptions
                .iter()
                .any(|subscribed| subscribed.names.is_empty());
            match named {
                Some(index) => places.push(Some(index)),
                None if is_expected => places.push(None),
                None => return (ResponseStatusCode::NOT_FOUND, Vec::new()),
            }
        }
        let len = told.iter().map(Unclaimed::len).sum::<usize>();
        let len = self.waiting.saturating_add(len);
        if !self.has_room(&places, limits) || len > limits.max_waiting_len {
            return (ResponseStatusCode::NOT_ACCEPTABLE, Vec::new());
        }
        self.waiting = len;
        let mut wakers = Vec::new();
        for (one, place) in told.into_iter().zip(places) {
            let Some(subscribed) = place.and_then(|index| self.subscriptions.get_mut(index)) else {
                self.unclaimed.push_back(one);
                continue;
            };
            match one.what {
                Told::Event(event) => subscribed.queue.push_back(event),
                Told::Deletion => subscribed.is_deleted = true,
            }
            wakers.extend(subscribed.waker.take());
        }
        (ResponseStatusCode::OK, wakers)
    }

    /// Returns whether each queue has room for what it is to get.
    fn has_room(&self, places: &[Option<usize>], limits: &AeLimits) -> bool {
        let more = |place: Option<usize>| places.iter().filter(|other| **other == place).count();
        let is_within = |len: usize, place| {
            let more = more(place);
            more == 0 || len.saturating_add(more) <= limits.max_notifications
        };
        let mut queues = self.subscriptions.iter().enumerate();
        is_within(self.unclaimed.len(), None)
            && queues.all(|(index, one)| is_within(one.queue.len(), Some(index)))
    }
}

impl Unclaimed {
    const fn len(&self) -> usize {
        match &self.what {
            Told::Event(event) => event.len,
            Told::Deletion => 0,
        }
    }
}

impl Subscribed {
    fn is_named(&self, reference: &Name) -> bool {
        self.names.iter().any(|name| name.may_be(reference))
    }
}

fn kind(request: &RequestPrimitive<'_>) -> Kind {
    let content = match &request.content {
        Some(content) if request.operation == Operation::NOTIFY => content,
        Some(_) | None => return Kind::Other,
    };
    if !matches!(&*content.root_name(), "m2m:sgn" | "m2m:agn") {
        return Kind::Other;
    }
    let Ok(read) = content.read::<NotificationContent<'_, Value<'_>>>() else {
        return Kind::Malformed;
    };
    let notifications = read.into_notifications();
    let reference = |text: Option<&str>| text.and_then(|text| Name::new(text, None));
    if let [one] = &*notifications
        && one.verification_request == Some(true)
    {
        return Kind::Verification(reference(one.subscription_reference.as_deref()));
    }
    let references = notifications.iter().map(|one| {
        let is_deletion = one.subscription_deletion == Some(true);
        Some((
            reference(one.subscription_reference.as_deref())?,
            is_deletion,
        ))
    });
    references
        .collect::<Option<_>>()
        .map_or(Kind::Malformed, Kind::Notifications)
}
