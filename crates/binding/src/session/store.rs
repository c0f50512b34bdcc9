//! A request that waits for lack of a connection outlives a restart (TS-0020 6.5): steps for a store, and its answers.
//!
//! A request that waits because there is no connection is put, once. Before it is handed to a connection it is taken: then a
//! crash costs it rather than sending it twice. When it ends, the store is told.

use alloc::boxed::Box;
use alloc::collections::VecDeque;

use onem2m_primitive::{Primitive, RequestPrimitive};
use onem2m_ws_core::Timestamp;

use super::Session;
use super::event::{RequestError, RequestId, SessionEvent};
use super::form::{Form, reread};
use super::outgoing::{Entry, Mark, Outgoing, Progress};
use super::send::estimated_len;
use super::storage::{Storage, StorageInput};
use crate::backoff::Jitter;

/// A step that a store is to take for a request of ours. Steps are carried out in order; `Put` and `Take` are answered.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum StoreStep {
    /// Keep the request.
    Put,
    /// Mark the request as one that may have been sent.
    Take,
    /// Forget the request, which has ended.
    End,
}

/// The record of a store that failed.
#[derive(Debug)]
pub(super) struct Trouble {
    /// Failures in a row.
    failures: u32,
    /// Nothing that failed is tried again before.
    retry_at: Option<Timestamp>,
    /// Requests whose end the store failed to note.
    unended: VecDeque<RequestId>,
    jitter: Jitter,
}

impl Session {
    /// Says whether what waits for lack of a connection is to be stored. Requests in the store already are taken all the same.
    pub(crate) fn set_durable(&mut self, is_durable: bool) {
        if self.is_durable != is_durable {
            self.is_durable = is_durable;
            self.plan_puts();
        }
    }

    /// The next step for the store. A request that is to be put is given by [`waiting_request`](Self::waiting_request).
    pub(crate) fn poll_store(&mut self) -> Option<(RequestId, StoreStep)> {
        self.outgoing.next_step()
    }

    /// Returns whether [`poll_store`](Self::poll_store) may have something, now or when the store is tried again.
    pub(crate) fn has_store_steps(&self) -> bool {
        let trouble = self.store_trouble.as_deref();
        !self.outgoing.steps.is_empty()
            || trouble.is_some_and(|trouble| !trouble.unended.is_empty())
    }

    /// The store keeps a request.
    pub(crate) fn handle_stored(&mut self, now: Timestamp, id: RequestId) {
        if self.outgoing.enter(id, StorageInput::Stored) {
            self.note_store_success();
            self.finished.push_back(SessionEvent::Stored { id });
        }
        self.settle(now);
    }

    /// The store has marked a request: it may be sent.
    pub(crate) fn handle_taken(&mut self, now: Timestamp, id: RequestId) {
        if self.outgoing.enter(id, StorageInput::Taken) {
            self.note_store_success();
            // If there is no connection any more.
            self.plan_put(id);
        }
        self.settle(now);
    }

    /// The store could not do a step.
    pub(crate) fn handle_store_failed(&mut self, now: Timestamp, id: RequestId, step: StoreStep) {
        match step {
            StoreStep::Put => {
                if self.outgoing.enter(id, StorageInput::PutFailed) {
                    self.finished.push_back(SessionEvent::NotStored { id });
                }
            }
            StoreStep::Take => {
                if self.outgoing.enter(id, StorageInput::TakeFailed) {
                    self.back_off(now);
                }
            }
            StoreStep::End => {
                // The node bounds them: see `SessionConfig::max_unended`.
                self.trouble().unended.push_back(id);
                self.back_off(now);
            }
        }
        self.settle(now);
    }

    /// A request that waits, as it is to be stored, and until when it may wait.
    pub(crate) fn waiting_request(
        &self,
        id: RequestId,
    ) -> Option<(RequestPrimitive<'static>, Timestamp)> {
        let entry = self.outgoing.requests.get(&id)?;
        let Progress::Waiting(form) = &entry.progress else {
            return None;
        };
        let primitive = match form {
            Form::Primitive(primitive) => (**primitive).clone(),
            Form::Message(message, subprotocol) => {
                let reread = reread(message, *subprotocol, &self.config.codec);
                debug_assert!(reread.is_ok(), "what was written can be read");
                reread.ok()?.into_owned()
            }
        };
        match primitive {
            Primitive::Request(request) => Some((request, entry.deadline)),
            Primitive::Response(_) => None,
        }
    }

    /// The requests that the connection was given and that were not seen to be written, in order: they may come back to wait, before all
    /// that wait.
    pub(crate) fn unwritten_requests(&self) -> impl Iterator<Item = RequestId> {
        self.outgoing.unwritten()
    }

    /// When the time of a request is over, waiting or sent.
    #[cfg(test)]
    pub(crate) fn deadline_of(&self, id: RequestId) -> Option<Timestamp> {
        self.outgoing.requests.get(&id).map(|entry| entry.deadline)
    }

    /// A request that was stored before a restart waits again, behind what waits already, until `deadline`. It may be over:
    /// then the request ends as one that never left.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request), but for the expiration; nothing has changed then, and the store is told nothing.
    pub(crate) fn restore_request(
        &mut self,
        now: Timestamp,
        id: RequestId,
        request: RequestPrimitive<'static>,
        deadline: Timestamp,
    ) -> Result<(), RequestError> {
        if self.is_ending {
            return Err(RequestError::Ending);
        }
        let max = self.config.max_requests;
        self.outgoing.check(&request.request_identifier, max)?;
        // Of the bytes that may wait, more than there is room for may have come back to wait with a lost connection: they are as many
        // requests as there may be, and were said to be stored.
        let len = estimated_len(&request);
        let mut facts = self.facts(now, &request, super::RequestOptions::default(), len);
        facts.delivery_deadline = deadline;
        facts.expiration = request.request_expiration_timestamp.map(|_| deadline);
        let form = self.kept(request.into());
        let mut entry = Entry::new(facts, Progress::Waiting(form), deadline);
        entry.storage = Storage::Stored;
        entry.mark = Mark::Stored;
        self.outgoing.push_entry(id, entry);
        self.settle(now);
        Ok(())
    }

    /// A request of before a restart is over: the store is to forget it.
    pub(crate) fn plan_end(&mut self, id: RequestId) {
        self.outgoing.steps.push_back((id, StoreStep::End));
    }

    /// When something the store failed at is tried again.
    pub(super) fn store_timeout(&self) -> Option<Timestamp> {
        self.store_trouble.as_deref()?.retry_at
    }

    /// Tries again what the store failed at, if it is time.
    pub(super) fn retry_store(&mut self, now: Timestamp) {
        if let Some(trouble) = &mut self.store_trouble
            && trouble.retry_at.is_some_and(|at| at <= now)
        {
            trouble.retry_at = None;
            let ends = trouble.unended.drain(..);
            self.outgoing
                .steps
                .extend(ends.map(|id| (id, StoreStep::End)));
        }
    }

    /// Returns whether what waits now is to be put: it waits for lack of a connection.
    pub(super) fn wants_put(&self) -> bool {
        self.is_durable && !self.is_sending_requests()
    }

    /// As [`plan_puts`](Self::plan_puts), for one that has come to wait.
    pub(super) fn plan_put(&mut self, id: RequestId) {
        if self.wants_put() && self.outgoing.is_waiting(id) {
            self.outgoing.steps.push_back((id, StoreStep::Put));
        }
    }

    /// The connection came or went: what waits is put, or need not be any more.
    pub(super) fn plan_puts(&mut self) {
        self.outgoing.forget_steps(StoreStep::Put);
        if !self.is_sending_requests() {
            self.outgoing.forget_steps(StoreStep::Take);
        }
        if self.wants_put() {
            self.outgoing.plan_puts();
        }
    }

    /// Asks for what is stored at the head of the queue, as far as the connection would take it.
    pub(super) fn plan_takes(&mut self) {
        let is_waiting = self.store_timeout().is_some();
        if is_waiting || self.outgoing.has_step(StoreStep::Take) {
            return;
        }
        let pacing = self.config.pacing;
        let max = pacing.map_or(usize::MAX, |pacing| pacing.max_in_flight.max(1));
        let max = max.saturating_sub(self.outgoing.in_flight());
        self.outgoing
            .plan_takes(max.min(self.config.max_taken.max(1)));
    }

    fn note_store_success(&mut self) {
        if let Some(trouble) = &mut self.store_trouble {
            trouble.failures = 0;
        }
    }

    fn back_off(&mut self, now: Timestamp) {
        let backoff = self.config.store_backoff;
        let trouble = self.trouble();
        trouble.failures = trouble.failures.saturating_add(1);
        let delay = backoff.delay(trouble.failures, &mut trouble.jitter);
        let retry_at = now.saturating_add(delay);
        trouble.retry_at.get_or_insert(retry_at);
    }

    fn trouble(&mut self) -> &mut Trouble {
        let seed = self.outgoing.next_id().session.to_le_bytes();
        self.store_trouble.get_or_insert_with(|| {
            Box::new(Trouble {
                failures: 0,
                retry_at: None,
                unended: VecDeque::new(),
                jitter: Jitter::new(seed),
            })
        })
    }
}

impl Outgoing {
    /// Enters what the store did; returns whether the store was asked to.
    fn enter(&mut self, id: RequestId, input: StorageInput) -> bool {
        let entry = self.requests.get_mut(&id);
        entry.is_some_and(|entry| entry.enter(input))
    }

    /// The next step that is not out of date.
    fn next_step(&mut self) -> Option<(RequestId, StoreStep)> {
        loop {
            let (id, step) = self.steps.pop_front()?;
            let input = match step {
                StoreStep::End => return Some((id, step)),
                StoreStep::Put => StorageInput::Put,
                StoreStep::Take => StorageInput::Take,
            };
            if let Some(entry) = self.requests.get_mut(&id)
                && entry.is_waiting()
                && entry.enter(input)
            {
                return Some((id, step));
            }
        }
    }

    fn forget_steps(&mut self, step: StoreStep) {
        self.steps.retain(|(_, other)| *other != step);
    }

    fn has_step(&self, step: StoreStep) -> bool {
        self.steps.iter().any(|(_, other)| *other == step)
    }

    /// Plans to put all that waits and is not in the store.
    fn plan_puts(&mut self) {
        let requests = &self.requests;
        let is_it = |id: &&RequestId| {
            let entry = requests.get(id).filter(|entry| entry.is_waiting());
            entry.is_some_and(|entry| matches!(entry.storage, Storage::Volatile | Storage::Taken))
        };
        let ids = self.queue.iter().filter(is_it);
        self.steps.extend(ids.map(|id| (*id, StoreStep::Put)));
    }

    /// Of the first `count` that wait, those that are stored are to be taken.
    fn plan_takes(&mut self, count: usize) {
        let requests = &self.requests;
        let entries = self.queue.iter().filter_map(|id| {
            let entry = requests.get(id).filter(|entry| entry.is_waiting());
            entry.map(|entry| (*id, entry.storage))
        });
        let stored = entries
            .take(count)
            .filter(|(_, storage)| *storage == Storage::Stored);
        self.steps
            .extend(stored.map(|(id, _)| (id, StoreStep::Take)));
    }
}
