//! Our requests: waiting, sent, or perhaps sent when a connection was lost.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use core::mem;
use core::time::Duration;

use onem2m_primitive::{RequestIdentifier, ResponsePrimitive, ResponseTypeValue};
use onem2m_ws_core::{Connection, Message, Sent, Timestamp};

use super::config::OnLoss;
use super::event::{Delivery, Outcome, RequestError, RequestId};
use super::form::Form;
use super::storage::{Storage, StorageInput};
use super::store::StoreStep;
use crate::invariant;
use crate::subprotocol::Subprotocol;

/// The subject of a request, which is replaced when a later one is about the same (TS-0004 annex H, event category "latest").
pub(super) type Subject = String;

#[derive(Debug, Default)]
pub(super) struct Outgoing {
    /// The number of the session, for the identifiers.
    session: u64,
    /// Behind a pointer each: a node of the map has room for eleven, of which a session rarely has as many.
    pub(super) requests: BTreeMap<RequestId, Box<Entry>>,
    by_identifier: BTreeMap<RequestIdentifier<'static>, RequestId>,
    /// Those that wait, in order; and some that do not any more.
    pub(super) queue: VecDeque<RequestId>,
    deadlines: BTreeSet<(Timestamp, RequestId)>,
    /// Those of the connection, in order, that were not seen to be written.
    unwritten: VecDeque<RequestId>,
    late: VecDeque<RequestIdentifier<'static>>,
    waiting_len: usize,
    in_flight: usize,
    /// The latest that went before all others.
    ahead: Option<RequestId>,
    next: u64,
    /// The steps that the store is to be told, in order; a `Put` or `Take` that is out of date is passed over.
    pub(super) steps: VecDeque<(RequestId, StoreStep)>,
}

/// One of our requests, until it ends.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) facts: Facts,
    pub(super) progress: Progress,
    pub(super) deadline: Timestamp,
    pub(super) storage: Storage,
    pub(super) mark: Mark,
}

/// The news of a request that store and application were ever given, whatever the store knows of it now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Mark {
    Without,
    /// The store was asked to keep it, and has to be told its end.
    Asked,
    /// It was said to be stored, too: it does not end for lack of room.
    Stored,
}

/// The facts that stay the same about a request, wherever it waits.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) identifier: RequestIdentifier<'static>,
    /// Until when it may wait to be sent.
    pub(super) delivery_deadline: Timestamp,
    /// The request's own expiration time.
    pub(super) expiration: Option<Timestamp>,
    /// The time that its response may take.
    pub(super) response_timeout: Duration,
    pub(super) on_loss: OnLoss,
    pub(super) response_type: Option<ResponseTypeValue>,
    pub(super) subject: Option<Subject>,
    /// Its estimated length in bytes.
    pub(super) len: usize,
}

#[derive(Debug)]
pub(super) enum Progress {
    Waiting(Form),
    /// Handed to the connection.
    Sent(Handed),
    /// Perhaps sent over a connection that was lost.
    Unknown,
}

/// A request that a connection has.
#[derive(Debug)]
pub(super) struct Handed {
    /// Kept until it was written.
    message: Option<(Message<'static>, Subprotocol)>,
    sent: Sent,
    /// The length of the message in bytes.
    len: usize,
}

impl Handed {
    pub(super) fn new(message: Message<'static>, subprotocol: Subprotocol, sent: Sent) -> Self {
        Self {
            len: message.len(),
            message: Some((message, subprotocol)),
            sent,
        }
    }
}

impl Facts {
    pub(super) fn wants_no_response(&self) -> bool {
        self.response_type == Some(ResponseTypeValue::NO_RESPONSE)
    }

    /// Until when its response may come if it is sent `now`.
    pub(super) fn response_deadline(&self, now: Timestamp) -> Timestamp {
        let deadline = now.saturating_add(self.response_timeout);
        self.expiration
            .map_or(deadline, |expiration| expiration.min(deadline))
    }
}

/// The meaning of a response.
pub(super) enum Matched {
    /// It completes a request.
    Request(Completed),
    Late,
    Unknown,
}

/// A request that was answered.
pub(super) struct Completed {
    pub(super) id: RequestId,
    pub(super) response_type: Option<ResponseTypeValue>,
    /// The length of its message, if it was sent over the connection that there is.
    pub(super) message_len: Option<usize>,
}

impl Outgoing {
    pub(super) fn new(session: u64) -> Self {
        Self {
            session,
            ..Self::default()
        }
    }

    /// The identifier of the next request of the session's own.
    pub(super) const fn next_id(&self) -> RequestId {
        RequestId {
            session: self.session,
            number: self.next,
        }
    }

    /// Gives back the memory of what has ended.
    pub(super) fn shrink(&mut self) {
        if self.requests.is_empty() {
            self.requests = BTreeMap::new();
            self.by_identifier = BTreeMap::new();
            self.deadlines = BTreeSet::new();
            self.queue = VecDeque::new();
        }
        self.unwritten.shrink_to_fit();
        self.steps.shrink_to_fit();
    }

    /// Returns whether a request waits to be sent.
    pub(super) fn is_waiting(&self, id: RequestId) -> bool {
        self.requests
            .get(&id)
            .is_some_and(|entry| entry.is_waiting())
    }

    /// Checks that there is room for a request with this identifier.
    pub(super) fn check(
        &self,
        identifier: &RequestIdentifier<'_>,
        max: usize,
    ) -> Result<(), RequestError> {
        let is_late = || {
            self.late
                .iter()
                .any(|late| late.as_str() == identifier.as_str())
        };
        if self.by_identifier.contains_key(identifier.as_str()) || is_late() {
            return Err(RequestError::Duplicate);
        }
        if self.requests.len() >= max {
            return Err(RequestError::TooMany);
        }
        Ok(())
    }

    pub(super) const fn waiting_len(&self) -> usize {
        self.waiting_len
    }

    /// Those that were sent and are unanswered.
    pub(super) const fn in_flight(&self) -> usize {
        self.in_flight
    }

    pub(super) fn len(&self) -> usize {
        self.requests.len()
    }

    /// Returns whether nothing waits to be sent.
    pub(super) const fn has_no_waiting(&self) -> bool {
        self.waiting_len == 0
    }

    /// Returns whether all that was sent has been written and, if a response is wanted, answered.
    pub(super) fn is_quiet(&self) -> bool {
        self.in_flight == 0 && self.unwritten.is_empty()
    }

    pub(super) fn poll_timeout(&self) -> Option<Timestamp> {
        self.deadlines.first().map(|(deadline, _)| *deadline)
    }

    /// Adds a request that goes before all that wait.
    pub(super) fn push_ahead(&mut self, id: RequestId, facts: Facts, form: Form) {
        let deadline = facts.delivery_deadline;
        self.insert(id, Entry::new(facts, Progress::Waiting(form), deadline));
        self.queue.push_front(id);
        self.ahead = Some(id);
    }

    /// The latest that went before all others.
    pub(super) const fn ahead(&self) -> Option<RequestId> {
        self.ahead
    }

    /// Adds a request that has to wait.
    pub(super) fn push(&mut self, id: RequestId, facts: Facts, form: Form) {
        let deadline = facts.delivery_deadline;
        self.push_entry(id, Entry::new(facts, Progress::Waiting(form), deadline));
    }

    /// Adds a request behind all that wait.
    pub(super) fn push_entry(&mut self, id: RequestId, entry: Box<Entry>) {
        self.insert(id, entry);
        self.queue.push_back(id);
        if self.queue.len() > 2 * self.requests.len() + 16 {
            self.compact();
        }
    }

    /// Leaves only those in the queue that wait.
    pub(super) fn compact(&mut self) {
        let requests = &self.requests;
        self.queue
            .retain(|id| requests.get(id).is_some_and(|entry| entry.is_waiting()));
    }

    /// Adds a request that was handed to the connection at once.
    pub(super) fn push_sent(
        &mut self,
        now: Timestamp,
        id: RequestId,
        facts: Facts,
        handed: Handed,
    ) {
        let deadline = facts.response_deadline(now);
        self.insert(id, Entry::new(facts, Progress::Sent(handed), deadline));
        self.unwritten.push_back(id);
    }

    fn insert(&mut self, id: RequestId, entry: Box<Entry>) {
        if id.session == self.session {
            self.next = self.next.max(invariant::successor(id.number));
        }
        let identifier = entry.facts.identifier.clone();
        self.by_identifier.insert(identifier, id);
        self.deadlines.insert((entry.deadline, id));
        self.count(&entry, true);
        let former = self.requests.insert(id, entry);
        debug_assert!(former.is_none(), "{id:?} is the number of two requests");
    }

    /// The one that waits longest.
    pub(super) fn first_waiting(&mut self) -> Option<(RequestId, &Form, Storage)> {
        loop {
            let id = *self.queue.front()?;
            match self.requests.get(&id).map(|entry| &entry.progress) {
                Some(Progress::Waiting(_)) => break,
                Some(Progress::Sent(..) | Progress::Unknown) | None => self.queue.pop_front(),
            };
        }
        let id = *self.queue.front()?;
        let entry = self.requests.get(&id)?;
        match &entry.progress {
            Progress::Waiting(form) => Some((id, form, entry.storage)),
            Progress::Sent(..) | Progress::Unknown => None,
        }
    }

    /// The one that waits longest was handed to the connection.
    pub(super) fn mark_sent(&mut self, now: Timestamp, id: RequestId, handed: Handed) {
        self.queue.pop_front();
        let Some(entry) = self.requests.get_mut(&id) else {
            return;
        };
        let deadline = entry.facts.response_deadline(now);
        self.deadlines.remove(&(entry.deadline, id));
        self.deadlines.insert((deadline, id));
        entry.deadline = deadline;
        entry.progress = Progress::Sent(handed);
        self.waiting_len = invariant::difference(self.waiting_len, entry.facts.len);
        self.in_flight += usize::from(!entry.facts.wants_no_response());
        self.unwritten.push_back(id);
    }

    /// Returns whether a request wants no response.
    pub(super) fn wants_no_response(&self, id: RequestId) -> bool {
        let entry = self.requests.get(&id);
        entry.is_some_and(|entry| entry.facts.wants_no_response())
    }

    /// Ends one request that wants no response and was written, and says how long its message was; call it until there is
    /// none.
    pub(super) fn confirm(&mut self, connection: &Connection) -> Option<(RequestId, usize)> {
        while let Some(id) = self.unwritten.front().copied() {
            if let Some(entry) = self.requests.get_mut(&id)
                && let Progress::Sent(handed) = &mut entry.progress
            {
                if !connection.is_written(handed.sent) {
                    return None;
                }
                handed.message = None;
                if entry.facts.wants_no_response() {
                    let len = handed.len;
                    self.unwritten.pop_front();
                    self.remove(id);
                    return Some((id, len));
                }
            }
            self.unwritten.pop_front();
        }
        None
    }

    /// Completes the request that a response belongs to.
    pub(super) fn complete(&mut self, response: &ResponsePrimitive<'_>) -> Matched {
        let identifier = response.request_identifier.as_str();
        let id = self.by_identifier.get(identifier).copied();
        let is_sent = |id: &RequestId| {
            self.requests
                .get(id)
                .is_some_and(|entry| !entry.is_waiting())
        };
        match id.filter(is_sent) {
            Some(id) => {
                let entry = self.remove(id);
                Matched::Request(Completed {
                    id,
                    message_len: entry.as_ref().and_then(|entry| entry.message_len()),
                    response_type: entry.and_then(|entry| entry.facts.response_type),
                })
            }
            None if self.late.iter().any(|late| late.as_str() == identifier) => Matched::Late,
            None => Matched::Unknown,
        }
    }

    /// The longest request of which bytes have left over the connection, the first of several; and its length in bytes.
    pub(super) fn longest_unanswered(&self, connection: &Connection) -> Option<(RequestId, usize)> {
        let handed = self.requests.iter().filter_map(|(id, entry)| {
            let Progress::Sent(handed) = &entry.progress else {
                return None;
            };
            (!connection.is_unwritten(handed.sent)).then_some((*id, handed.len))
        });
        handed.reduce(|longest, other| if other.1 > longest.1 { other } else { longest })
    }

    /// Returns whether a request with this identifier waits for a response.
    pub(super) fn is_outstanding(&self, identifier: &RequestIdentifier<'_>) -> bool {
        self.by_identifier.contains_key(identifier.as_str())
    }

    /// Ends one request; how far it came.
    pub(super) fn end(&mut self, id: RequestId, max_late: usize) -> Option<Delivery> {
        let entry = self.remove(id)?;
        let delivery = match &entry.progress {
            Progress::Waiting(_) => return Some(Delivery::Never),
            Progress::Sent(..) | Progress::Unknown => Delivery::Unknown,
        };
        while self.late.len() >= max_late.max(1) {
            self.late.pop_front();
        }
        if max_late > 0 {
            self.late.push_back(entry.facts.identifier);
        }
        Some(delivery)
    }

    /// Ends one request whose time is over; call it until there is none.
    pub(super) fn expire(
        &mut self,
        now: Timestamp,
        max_late: usize,
    ) -> Option<(RequestId, Outcome<'static>)> {
        let &(deadline, id) = self.deadlines.first()?;
        if deadline > now {
            return None;
        }
        let delivery = self.end(id, max_late)?;
        Some((id, Outcome::Expired(delivery)))
    }

    /// The one that waits about the same subject.
    pub(super) fn waiting_about(&self, subject: &str) -> Option<RequestId> {
        let is_it =
            |entry: &Entry| entry.is_waiting() && entry.facts.subject.as_deref() == Some(subject);
        let mut found = self.requests.iter().filter(|(_, entry)| is_it(entry));
        found.next().map(|(id, _)| *id)
    }

    /// The connection is lost: what never left waits again, in its old order and before the others; the rest may have
    /// left, which is everything if it is not known what was written. Those are given to `lost`.
    pub(super) fn handle_loss(
        &mut self,
        connection: &Connection,
        written: Written,
        mut lost: impl FnMut(RequestId, OnLoss),
    ) {
        for (id, entry) in &mut self.requests {
            entry.enter(StorageInput::Lost);
            let Progress::Sent(handed) = &mut entry.progress else {
                continue;
            };
            let is_unwritten = written == Written::Known && connection.is_unwritten(handed.sent);
            let unwritten = handed.message.take().filter(|_| is_unwritten);
            let in_flight = usize::from(!entry.facts.wants_no_response());
            self.in_flight = invariant::difference(self.in_flight, in_flight);
            match unwritten {
                Some((message, subprotocol)) => {
                    self.waiting_len += entry.facts.len;
                    entry.progress = Progress::Waiting(Form::Message(message, subprotocol));
                }
                None => {
                    entry.progress = Progress::Unknown;
                    lost(*id, entry.facts.on_loss);
                }
            }
        }
        let mut waiting = VecDeque::new();
        // In the order in which they were handed over, which is not that of their numbers if one was put off before.
        for id in mem::take(&mut self.unwritten) {
            if let Some(entry) = self.requests.get_mut(&id)
                && entry.is_waiting()
            {
                self.deadlines.remove(&(entry.deadline, id));
                entry.deadline = entry.facts.delivery_deadline;
                self.deadlines.insert((entry.deadline, id));
                waiting.push_back(id);
            }
        }
        waiting.append(&mut self.queue);
        // What the others wait for goes before them again.
        if let Some(ahead) = self.ahead.filter(|ahead| self.is_waiting(*ahead)) {
            waiting.retain(|id| *id != ahead);
            waiting.push_front(ahead);
        }
        self.queue = waiting;
    }

    /// All of them, to end them.
    pub(super) fn first(&self) -> Option<RequestId> {
        self.requests.first_key_value().map(|(id, _)| *id)
    }

    /// Those that were handed to a connection.
    pub(super) fn sent(&self) -> impl Iterator<Item = RequestId> {
        let requests = self.requests.iter();
        requests.filter_map(|(id, entry)| (!entry.is_waiting()).then_some(*id))
    }

    /// Those that may come back to wait, before all that do: in the order in which they would.
    pub(super) fn unwritten(&self) -> impl Iterator<Item = RequestId> {
        self.unwritten.iter().copied()
    }

    /// Those that wait, in order.
    pub(super) fn waiting(&self) -> impl Iterator<Item = (RequestId, &RequestIdentifier<'static>)> {
        self.queue.iter().filter_map(|id| {
            let entry = self.requests.get(id)?;
            entry.is_waiting().then_some((*id, &entry.facts.identifier))
        })
    }

    /// Ends a request; if the store knows of it, it is told.
    fn remove(&mut self, id: RequestId) -> Option<Box<Entry>> {
        let entry = self.withdraw(id)?;
        self.end_elsewhere(id, &entry);
        Some(entry)
    }

    /// A request ends that is not among these (any more).
    pub(super) fn end_elsewhere(&mut self, id: RequestId, entry: &Entry) {
        if entry.mark != Mark::Without {
            self.steps.push_back((id, StoreStep::End));
        }
    }

    /// Takes a request away, which ends elsewhere.
    pub(super) fn withdraw(&mut self, id: RequestId) -> Option<Box<Entry>> {
        let entry = self.requests.remove(&id)?;
        self.by_identifier.remove(entry.facts.identifier.as_str());
        self.deadlines.remove(&(entry.deadline, id));
        self.count(&entry, false);
        Some(entry)
    }

    /// Counts a request in, or out.
    fn count(&mut self, entry: &Entry, is_in: bool) {
        let (counter, amount) = match &entry.progress {
            Progress::Waiting(_) => (&mut self.waiting_len, entry.facts.len),
            Progress::Sent(_) if entry.facts.wants_no_response() => return,
            Progress::Sent(_) => (&mut self.in_flight, 1),
            Progress::Unknown => return,
        };
        *counter = if is_in {
            *counter + amount
        } else {
            invariant::difference(*counter, amount)
        };
    }
}

/// True if it is known how much of a connection's output was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Written {
    Known,
    Unknown,
}

impl Entry {
    pub(super) fn new(facts: Facts, progress: Progress, deadline: Timestamp) -> Box<Self> {
        Box::new(Self {
            facts,
            progress,
            deadline,
            storage: Storage::Volatile,
            mark: Mark::Without,
        })
    }

    /// The only function that changes what the store knows of the request; whether it did.
    pub(super) fn enter(&mut self, input: StorageInput) -> bool {
        let has_changed = self.storage.enter(input);
        self.mark = match (self.mark, input) {
            (_, StorageInput::Stored) if has_changed => Mark::Stored,
            (Mark::Without, StorageInput::Put) if has_changed => Mark::Asked,
            (mark, _) => mark,
        };
        has_changed
    }

    pub(super) const fn is_waiting(&self) -> bool {
        matches!(self.progress, Progress::Waiting(_))
    }

    const fn message_len(&self) -> Option<usize> {
        match &self.progress {
            Progress::Sent(handed) => Some(handed.len),
            Progress::Waiting(_) | Progress::Unknown => None,
        }
    }
}
