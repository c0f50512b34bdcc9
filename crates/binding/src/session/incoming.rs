//! The peer's requests, until they are answered, and our responses, until they have left.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::vec::Vec;
use core::mem;

use onem2m_primitive::RequestIdentifier;
use onem2m_ws_core::{Connection, Sent, Timestamp};

use super::event::IncomingId;
use super::form::Form;
use crate::invariant;

#[derive(Debug, Default)]
pub(super) struct Incoming {
    /// The number of the session, for the identifiers.
    session: u64,
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
    /// The release version, which the response says as well.
    pub(super) release_version: Option<Box<str>>,
    pub(super) wants_response: bool,
}

/// A response that waits, and until when it is worth sending.
#[derive(Debug)]
pub(super) struct Answer {
    /// The request that it answers, if the application gave it.
    pub(super) id: Option<IncomingId>,
    pub(super) form: Form,
    pub(super) deadline: Timestamp,
}

/// The part that goes with a connection that moves: the peer's requests, and our answers.
#[derive(Debug)]
pub(super) struct Unanswered {
    requests: BTreeMap<IncomingId, Entry>,
    waiting: VecDeque<Answer>,
    unwritten: VecDeque<(Answer, Sent)>,
}

impl Unanswered {
    /// One of the requests is none any more; whether it was.
    pub(super) fn forget(&mut self, id: IncomingId) -> bool {
        self.requests.remove(&id).is_some()
    }
}

impl Incoming {
    pub(super) fn new(session: u64) -> Self {
        Self {
            session,
            ..Self::default()
        }
    }

    /// Gives away everything; it is taken over by [`attach`](Self::attach).
    pub(super) fn detach(&mut self) -> Unanswered {
        self.by_identifier.clear();
        self.deadlines.clear();
        self.waiting_len = 0;
        Unanswered {
            requests: mem::take(&mut self.requests),
            waiting: mem::take(&mut self.waiting),
            unwritten: mem::take(&mut self.unwritten),
        }
    }

    /// Takes over what goes with a connection; the requests for which there is no room come back.
    pub(super) fn attach(
        &mut self,
        unanswered: Unanswered,
        max: usize,
    ) -> Vec<(IncomingId, Entry)> {
        debug_assert!(
            self.unwritten.is_empty(),
            "the connection before was given up"
        );
        let mut refused = Vec::new();
        self.unwritten = unanswered.unwritten;
        for answer in unanswered.waiting {
            self.push_answer(answer);
        }
        for (id, entry) in unanswered.requests {
            if self.len() < max {
                self.insert(id, entry);
            } else {
                refused.push((id, entry));
            }
        }
        refused
    }

    /// Nothing that the connection was given goes back to waiting.
    pub(super) fn abandon(&mut self) {
        self.unwritten.clear();
    }

    /// Returns whether requests are under way that came to the session with this number.
    pub(super) fn knows_requests_of(&self, session: u64) -> bool {
        let first = IncomingId { session, number: 0 };
        let mut from = self.requests.range(first..);
        from.next().is_some_and(|(id, _)| id.session == session)
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
        self.next = invariant::successor(self.next);
        self.insert(id, entry);
        id
    }

    fn insert(&mut self, id: IncomingId, entry: Entry) {
        // One that came over another connection may have the same; then that is the one it is known for.
        self.by_identifier
            .entry(entry.identifier.clone())
            .or_insert(id);
        self.deadlines.insert((entry.deadline, id));
        self.requests.insert(id, entry);
    }

    /// Ends a request: it is answered.
    pub(super) fn remove(&mut self, id: IncomingId) -> Option<Entry> {
        let entry = self.requests.remove(&id)?;
        if self.by_identifier.get(entry.identifier.as_str()) == Some(&id) {
            self.by_identifier.remove(entry.identifier.as_str());
        }
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
        self.waiting_len += answer.form.len();
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

    pub(super) fn pop_answer(&mut self) -> Option<Answer> {
        let answer = self.waiting.pop_front()?;
        self.waiting_len = invariant::difference(self.waiting_len, answer.form.len());
        Some(answer)
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

    /// Forgets what was written; how long the longest of those messages was, in bytes.
    pub(super) fn confirm(&mut self, connection: &Connection) -> usize {
        let mut longest = 0;
        while let Some((answer, sent)) = self.unwritten.front()
            && connection.is_written(*sent)
        {
            longest = longest.max(answer.form.len());
            self.unwritten.pop_front();
        }
        longest
    }

    /// The longest response of which some bytes have left, and perhaps not all, in bytes.
    pub(super) fn longest_unwritten(&self, connection: &Connection) -> usize {
        let begun = self
            .unwritten
            .iter()
            .filter(|(_, sent)| !connection.is_unwritten(*sent));
        begun
            .map(|(answer, _)| answer.form.len())
            .max()
            .unwrap_or(0)
    }

    /// The connection is lost: responses that never left wait for the next one.
    pub(super) fn handle_loss(&mut self, connection: &Connection) {
        while let Some((answer, sent)) = self.unwritten.pop_back() {
            if connection.is_unwritten(sent) {
                self.waiting_len += answer.form.len();
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
