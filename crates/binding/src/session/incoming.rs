//! The peer's requests, until they are answered, and our responses, until they have left.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};

use onem2m_primitive::RequestIdentifier;
use onem2m_ws_core::{Connection, Sent, Timestamp};

use super::event::IncomingId;
use super::form::Form;

#[derive(Debug, Default)]
pub(super) struct Incoming {
    /// The number of the session, for the identifiers.
    session: u32,
    requests: BTreeMap<IncomingId, Entry>,
    by_identifier: BTreeMap<RequestIdentifier<'static>, IncomingId>,
    deadlines: BTreeSet<(Timestamp, IncomingId)>,
    /// Responses that wait to be handed to a connection, in order.
    waiting: VecDeque<Answer>,
    /// The bytes of those.
    waiting_len: usize,
    /// Responses of the connection that were not seen to be written, in order.
    unwritten: VecDeque<(Answer, Sent)>,
    next: u64,
}

/// A request of the peer that waits for its answer.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) identifier: RequestIdentifier<'static>,
    pub(super) deadline: Timestamp,
    /// What the response says as well.
    pub(super) release_version: Option<Box<str>>,
    pub(super) wants_response: bool,
}

/// A response that waits, and until when it is worth sending.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) form: Form,
    pub(super) deadline: Timestamp,
}

impl Incoming {
    pub(super) fn new(session: u32) -> Self {
        Self {
            session,
            ..Self::default()
        }
    }

    pub(super) fn knows_requests_of(&self, session: u32) -> bool {
        let first = IncomingId { session, number: 0 };
        let mut from = self.requests.range(first..);
        from.next().is_some_and(|(id, _)| id.session == session)
    }

    /// Takes over the requests of another session with the same peer. None of its answers is on a connection.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.requests.append(&mut other.requests);
        self.by_identifier.append(&mut other.by_identifier);
        self.deadlines.append(&mut other.deadlines);
        self.waiting.append(&mut other.waiting);
        self.waiting_len = self.waiting_len.saturating_add(other.waiting_len);
    }

    pub(super) fn is_under_way(&self, identifier: &RequestIdentifier<'_>) -> bool {
        self.by_identifier.contains_key(identifier.as_str())
    }

    /// Requests that wait for an answer, and answers that have not been handed to a connection.
    pub(super) fn len(&self) -> usize {
        self.requests.len() + self.waiting.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0 && self.unwritten.is_empty()
    }

    pub(super) fn poll_timeout(&self) -> Option<Timestamp> {
        self.deadlines.first().map(|(deadline, _)| *deadline)
    }

    pub(super) fn push(&mut self, entry: Entry) -> IncomingId {
        let id = IncomingId {
            session: self.session,
            number: self.next,
        };
        self.next = self.next.saturating_add(1);
        self.by_identifier.insert(entry.identifier.clone(), id);
        self.deadlines.insert((entry.deadline, id));
        self.requests.insert(id, entry);
        id
    }

    pub(super) fn get(&self, id: IncomingId) -> Option<&Entry> {
        self.requests.get(&id)
    }

    /// Ends a request: it is answered.
    pub(super) fn remove(&mut self, id: IncomingId) -> Option<Entry> {
        let entry = self.requests.remove(&id)?;
        self.by_identifier.remove(entry.identifier.as_str());
        self.deadlines.remove(&(entry.deadline, id));
        Some(entry)
    }

    /// Ends one request that was not answered in time; call it until there is none.
    pub(super) fn expire(&mut self, now: Timestamp) -> Option<(IncomingId, Entry)> {
        let &(deadline, id) = self.deadlines.first()?;
        if deadline > now {
            return None;
        }
        self.remove(id).map(|entry| (id, entry))
    }

    /// A response that has to wait.
    pub(super) fn push_answer(&mut self, answer: Answer) {
        self.waiting_len = self.waiting_len.saturating_add(answer.form.len());
        self.waiting.push_back(answer);
    }

    /// A response that was handed to the connection at once.
    pub(super) fn push_sent(&mut self, answer: Answer, sent: Sent) {
        self.unwritten.push_back((answer, sent));
    }

    /// The response that waits longest and is worth sending.
    pub(super) fn first_answer(&mut self, now: Timestamp) -> Option<&Answer> {
        let is_late = |answer: &Answer| answer.deadline <= now;
        while self.waiting.front().is_some_and(is_late) {
            self.pop_answer();
        }
        self.waiting.front()
    }

    pub(super) fn pop_answer(&mut self) {
        if let Some(answer) = self.waiting.pop_front() {
            self.waiting_len = self.waiting_len.saturating_sub(answer.form.len());
        }
    }

    pub(super) const fn waiting_len(&self) -> usize {
        self.waiting_len
    }

    /// Gives back the memory of what has ended.
    pub(super) fn shrink(&mut self) {
        if self.requests.is_empty() {
            self.requests = BTreeMap::new();
            self.by_identifier = BTreeMap::new();
            self.deadlines = BTreeSet::new();
        }
        self.waiting.shrink_to_fit();
        self.unwritten.shrink_to_fit();
    }

    pub(super) fn has_answers(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Forgets what was written.
    pub(super) fn confirm(&mut self, connection: &Connection) {
        while self
            .unwritten
            .front()
            .is_some_and(|(_, sent)| connection.is_written(*sent))
        {
            self.unwritten.pop_front();
        }
    }

    /// The connection is lost: responses that never left wait for the next one.
    pub(super) fn handle_loss(&mut self, connection: &Connection) {
        while let Some((answer, sent)) = self.unwritten.pop_back() {
            if connection.is_unwritten(sent) {
                self.waiting_len = self.waiting_len.saturating_add(answer.form.len());
                self.waiting.push_front(answer);
            }
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.requests.clear();
        self.by_identifier.clear();
        self.deadlines.clear();
        self.waiting.clear();
        self.waiting_len = 0;
    }
}
