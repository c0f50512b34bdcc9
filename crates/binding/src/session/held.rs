//! Requests that wait for a registration, as the registree has it (TS-0020 5.2).

use alloc::vec::Vec;

use onem2m_ws_core::Timestamp;

use super::Session;
use super::event::{Outcome, RequestId, SessionEvent};

impl Session {
    /// Ends all requests that wait to be sent.
    pub(crate) fn end_waiting(&mut self, now: Timestamp, outcome: &Outcome<'static>) {
        let waiting: Vec<RequestId> = self.outgoing.waiting().map(|(id, _)| id).collect();
        for id in &waiting {
            if self.outgoing.end(*id, 0).is_some() {
                let (id, outcome) = (*id, outcome.clone());
                self.finished.push_back(SessionEvent::Ended { id, outcome });
            }
        }
        if !waiting.is_empty() {
            self.advance_close(now);
        }
    }

    /// The requests that were handed to a connection and have not ended.
    pub(crate) fn sent_requests(&self) -> impl Iterator<Item = RequestId> {
        self.outgoing.sent()
    }
}
