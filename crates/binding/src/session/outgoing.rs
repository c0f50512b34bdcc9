//! Our requests: waiting, sent, or perhaps sent when a connection was lost.

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use core::mem;

use onem2m_primitive::{RequestIdentifier, ResponsePrimitive, ResponseTypeValue};
use onem2m_ws_core::{Connection, Message, Sent, Timestamp};

use super::event::{Delivery, Outcome, RequestError, RequestId};
use super::form::Form;
use crate::subprotocol::Subprotocol;

/// What a request is replaced by when a later one is about the same (TS-0004 annex H, event category "latest").
pub(super) type Subject = alloc::string::String;

#[derive(Debug, Default)]
pub(super) struct Outgoing {
    /// The number of the session, for the identifiers.
    session: u32,
    requests: BTreeMap<RequestId, Entry>,
    by_identifier: BTreeMap<RequestIdentifier<'static>, RequestId>,
    /// Those that wait, in order; and some that do not any more.
    queue: VecDeque<RequestId>,
    deadlines: BTreeSet<(Timestamp, RequestId)>,
    /// Those of the connection, in order, that were not seen to be written.
    unwritten: VecDeque<RequestId>,
    late: VecDeque<RequestIdentifier<'static>>,
    waiting_len: usize,
    in_flight: usize,
    /// The latest that went before all others.
    ahead: Option<RequestId>,
    next: u64,
}

#[derive(Debug)]
struct Entry {
    identifier: RequestIdentifier<'static>,
    progress: Progress,
    deadline: Timestamp,
    /// Until when it may wait to be sent.
    delivery_deadline: Timestamp,
    /// The request's own expiration time.
    expiration: Option<Timestamp>,
    response_type: Option<ResponseTypeValue>,
    subject: Option<Subject>,
    /// Its estimated length in bytes.
    len: usize,
}

#[derive(Debug)]
enum Progress {
    Waiting(Form),
    /// Handed to the connection; the message is kept until it was written.
    Sent(Option<(Message<'static>, Subprotocol)>, Sent),
    /// Perhaps sent over a connection that was lost.
    Unknown,
}

/// A request to be registered.
pub(super) struct New {
    pub(super) identifier: RequestIdentifier<'static>,
    pub(super) deadline: Timestamp,
    pub(super) delivery_deadline: Timestamp,
    pub(super) expiration: Option<Timestamp>,
    pub(super) response_type: Option<ResponseTypeValue>,
    pub(super) subject: Option<Subject>,
    pub(super) len: usize,
}

impl New {
    pub(super) fn wants_no_response(&self) -> bool {
        self.response_type == Some(ResponseTypeValue::NO_RESPONSE)
    }
}

/// What a response means.
pub(super) enum Matched {
    /// It completes a request, whose response type is given.
    Request(RequestId, Option<ResponseTypeValue>),
    Late,
    Unknown,
}

impl Outgoing {
    pub(super) fn new(session: u32) -> Self {
        Self {
            session,
            ..Self::default()
        }
    }

    pub(super) fn knows_requests_of(&self, session: u32) -> bool {
        let first = RequestId { session, number: 0 };
        let mut from = self.requests.range(first..);
        from.next().is_some_and(|(id, _)| id.session == session)
    }

    /// Takes over the requests of another session with the same peer. None of them is on a connection.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.waiting_len = self.waiting_len.saturating_add(other.waiting_len);
        self.requests.append(&mut other.requests);
        self.by_identifier.append(&mut other.by_identifier);
        self.deadlines.append(&mut other.deadlines);
        self.late.append(&mut other.late);
        // They have waited longer.
        other.queue.append(&mut self.queue);
        self.queue = other.queue;
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
    }

    /// Whether a request waits to be sent.
    pub(super) fn is_waiting(&self, id: RequestId) -> bool {
        self.requests.get(&id).is_some_and(Entry::is_waiting)
    }

    /// Whether there is room for a request with this identifier.
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

    /// Whether nothing waits to be sent.
    pub(super) const fn has_no_waiting(&self) -> bool {
        self.waiting_len == 0
    }

    /// Whether all that was sent has been written and, if a response is wanted, answered.
    pub(super) fn is_quiet(&self) -> bool {
        self.in_flight == 0 && self.unwritten.is_empty()
    }

    pub(super) fn poll_timeout(&self) -> Option<Timestamp> {
        self.deadlines.first().map(|(deadline, _)| *deadline)
    }

    /// Adds a request that goes before all that wait.
    pub(super) fn push_ahead(&mut self, new: New, form: Form) -> RequestId {
        let id = self.insert(new, Progress::Waiting(form));
        self.queue.push_front(id);
        self.ahead = Some(id);
        id
    }

    /// The latest that went before all others.
    pub(super) const fn ahead(&self) -> Option<RequestId> {
        self.ahead
    }

    /// Adds a request that has to wait.
    pub(super) fn push(&mut self, new: New, form: Form) -> RequestId {
        let id = self.insert(new, Progress::Waiting(form));
        self.queue.push_back(id);
        if self.queue.len() > 2 * self.requests.len() + 16 {
            let requests = &self.requests;
            self.queue
                .retain(|id| requests.get(id).is_some_and(Entry::is_waiting));
        }
        id
    }

    /// Adds a request that was handed to the connection at once.
    pub(super) fn push_sent(
        &mut self,
        new: New,
        message: Message<'static>,
        subprotocol: Subprotocol,
        sent: Sent,
    ) -> RequestId {
        let id = self.insert(new, Progress::Sent(Some((message, subprotocol)), sent));
        self.unwritten.push_back(id);
        id
    }

    fn insert(&mut self, new: New, progress: Progress) -> RequestId {
        let id = RequestId {
            session: self.session,
            number: self.next,
        };
        self.next = self.next.saturating_add(1);
        self.by_identifier.insert(new.identifier.clone(), id);
        self.deadlines.insert((new.deadline, id));
        let entry = Entry {
            identifier: new.identifier,
            progress,
            deadline: new.deadline,
            delivery_deadline: new.delivery_deadline,
            expiration: new.expiration,
            response_type: new.response_type,
            subject: new.subject,
            len: new.len,
        };
        self.count(&entry, true);
        self.requests.insert(id, entry);
        id
    }

    /// The one that waits longest, with its expiration time.
    pub(super) fn first_waiting(&mut self) -> Option<(RequestId, &Form)> {
        loop {
            let id = *self.queue.front()?;
            match self.requests.get(&id).map(|entry| &entry.progress) {
                Some(Progress::Waiting(_)) => break,
                Some(Progress::Sent(..) | Progress::Unknown) | None => self.queue.pop_front(),
            };
        }
        let id = *self.queue.front()?;
        match &self.requests.get(&id)?.progress {
            Progress::Waiting(form) => Some((id, form)),
            Progress::Sent(..) | Progress::Unknown => None,
        }
    }

    /// The one that waits longest was handed to the connection, whose response has to come by `deadline`.
    pub(super) fn mark_sent(
        &mut self,
        id: RequestId,
        message: Message<'static>,
        subprotocol: Subprotocol,
        sent: Sent,
        deadline: Timestamp,
    ) {
        self.queue.pop_front();
        let Some(mut entry) = self.requests.remove(&id) else {
            return;
        };
        self.count(&entry, false);
        entry.progress = Progress::Sent(Some((message, subprotocol)), sent);
        self.deadlines.remove(&(entry.deadline, id));
        entry.deadline = entry
            .expiration
            .map_or(deadline, |expiration| expiration.min(deadline));
        self.deadlines.insert((entry.deadline, id));
        self.count(&entry, true);
        self.unwritten.push_back(id);
        self.requests.insert(id, entry);
    }

    /// Whether a request wants no response.
    pub(super) fn wants_no_response(&self, id: RequestId) -> bool {
        self.requests.get(&id).is_some_and(Entry::wants_no_response)
    }

    /// Ends one request that wants no response and was written; call it until there is none.
    pub(super) fn confirm(&mut self, connection: &Connection) -> Option<RequestId> {
        while let Some(id) = self.unwritten.front().copied() {
            if let Some(entry) = self.requests.get_mut(&id)
                && let Progress::Sent(message, sent) = &mut entry.progress
            {
                if !connection.is_written(*sent) {
                    return None;
                }
                *message = None;
                if entry.wants_no_response() {
                    self.unwritten.pop_front();
                    self.remove(id);
                    return Some(id);
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
                Matched::Request(id, entry.and_then(|entry| entry.response_type))
            }
            None if self.late.iter().any(|late| late.as_str() == identifier) => Matched::Late,
            None => Matched::Unknown,
        }
    }

    /// Whether a request with this identifier waits for a response.
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
            self.late.push_back(entry.identifier);
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
        let is_it = |entry: &Entry| entry.is_waiting() && entry.subject.as_deref() == Some(subject);
        let mut found = self.requests.iter().filter(|(_, entry)| is_it(entry));
        found.next().map(|(id, _)| *id)
    }

    /// The connection is lost: what never left waits again, in its old order and before the others; the rest may have
    /// left. Those are given to `lost`.
    pub(super) fn handle_loss(&mut self, connection: &Connection, mut lost: impl FnMut(RequestId)) {
        let mut waiting = VecDeque::new();
        for (id, entry) in &mut self.requests {
            let Progress::Sent(message, sent) = &mut entry.progress else {
                continue;
            };
            let unwritten = message.take().filter(|_| connection.is_unwritten(*sent));
            self.in_flight -= usize::from(!entry.wants_no_response());
            match unwritten {
                Some((message, subprotocol)) => {
                    self.waiting_len = self.waiting_len.saturating_add(entry.len);
                    entry.progress = Progress::Waiting(Form::Message(message, subprotocol));
                }
                None => {
                    entry.progress = Progress::Unknown;
                    lost(*id);
                }
            }
        }
        // In the order in which they were handed over, which is not that of their numbers if one was put off before.
        for id in mem::take(&mut self.unwritten) {
            if let Some(entry) = self.requests.get_mut(&id)
                && entry.is_waiting()
            {
                self.deadlines.remove(&(entry.deadline, id));
                entry.deadline = entry.delivery_deadline;
                self.deadlines.insert((entry.deadline, id));
                waiting.push_back(id);
            }
        }
        waiting.append(&mut self.queue);
        self.queue = waiting;
    }

    /// All of them, to end them.
    pub(super) fn first(&self) -> Option<RequestId> {
        self.requests.first_key_value().map(|(id, _)| *id)
    }

    /// Those that wait, in order.
    pub(super) fn waiting(&self) -> impl Iterator<Item = (RequestId, &RequestIdentifier<'static>)> {
        self.queue.iter().filter_map(|id| {
            let entry = self.requests.get(id)?;
            entry.is_waiting().then_some((*id, &entry.identifier))
        })
    }

    fn remove(&mut self, id: RequestId) -> Option<Entry> {
        let entry = self.requests.remove(&id)?;
        self.by_identifier.remove(entry.identifier.as_str());
        self.deadlines.remove(&(entry.deadline, id));
        self.count(&entry, false);
        Some(entry)
    }

    /// Counts a request in, or out.
    fn count(&mut self, entry: &Entry, is_in: bool) {
        let (counter, amount) = match &entry.progress {
            Progress::Waiting(_) => (&mut self.waiting_len, entry.len),
            Progress::Sent(..) if entry.wants_no_response() => return,
            Progress::Sent(..) => (&mut self.in_flight, 1),
            Progress::Unknown => return,
        };
        *counter = if is_in {
            counter.saturating_add(amount)
        } else {
            counter.saturating_sub(amount)
        };
    }
}

impl Entry {
    const fn is_waiting(&self) -> bool {
        matches!(self.progress, Progress::Waiting(_))
    }

    fn wants_no_response(&self) -> bool {
        self.response_type == Some(ResponseTypeValue::NO_RESPONSE)
    }
}
