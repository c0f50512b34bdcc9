//! Moves from one session to another: a connection, when its node proves to be a known one, and requests, when their
//! entity moves to another node (TS-0020 5.2, 6.4).

use alloc::boxed::Box;
use alloc::vec::Vec;

use onem2m_primitive::RequestPrimitive;
use onem2m_ws_core::{Closed, Connection, Loss, Timestamp};

use super::Session;
use super::event::{
    IncomingId, Outcome, Refusal, RequestError, RequestId, RespondError, SessionEvent,
};
use super::incoming::Unanswered;
use super::link::{Carrier, Change, Link, Superseded};
use super::outgoing::{Entry, Mark, Written};

/// A connection without a session, with the peer's requests that came over it.
#[derive(Debug)]
pub(crate) struct Detached {
    carrier: Carrier,
    /// The things to be done to the connection anew where it goes: it was being closed.
    resumption: Option<Change>,
    unanswered: Unanswered,
    proof: Option<RequestPrimitive<'static>>,
}

/// A request of ours that waits, on its way to another session.
#[derive(Debug)]
pub(crate) struct Surrendered {
    id: RequestId,
    entry: Box<Entry>,
}

impl Detached {
    /// The request that proved who the peer is: it is taken anew by the session that the connection goes to. If it was
    /// answered meanwhile it proves nothing more.
    pub(crate) fn prove(&mut self, id: IncomingId, request: RequestPrimitive<'static>) {
        if self.unanswered.forget(id) {
            self.proof = Some(request);
        }
    }
}

impl Surrendered {
    /// Which request it is.
    pub(crate) const fn id(&self) -> RequestId {
        self.id
    }
}

impl Session {
    /// Takes the connection out of the session, with the peer's requests that were not answered and our answers that have
    /// not left. Of our own requests, what the connection was given may have left; the rest waits here.
    pub(crate) fn detach(&mut self, now: Timestamp) -> Option<Detached> {
        self.settle(now);
        let resumption = self.link.resumption();
        let carrier = self.link.enter(Change::Release)?;
        let unanswered = self.incoming.detach();
        self.lose(&carrier.connection, Written::Unknown);
        self.plan_puts();
        self.settle(now);
        Some(Detached {
            carrier,
            resumption,
            unanswered,
            proof: None,
        })
    }

    /// Takes over a connection and what came over it, as [`connected`](Self::connected) does. The peer's requests keep their
    /// identifiers. Those for which there is no room are answered 5000.
    pub(crate) fn attach(&mut self, now: Timestamp, detached: Detached) -> Option<Superseded> {
        let Detached {
            carrier,
            resumption,
            unanswered,
            proof,
        } = detached;
        let superseded = self.supersede(now, carrier);
        if let Some(resumption) = resumption {
            self.link.enter(resumption);
        }
        let max = self.config.max_incoming.max(1);
        for (id, entry) in self.incoming.attach(unanswered, max) {
            self.answer_instead(now, id, entry, RespondError::Busy);
        }
        self.settle(now);
        if let Some(proof) = proof {
            let event = self.take_request(now, proof);
            self.finished.push_back(event);
        }
        self.begin(now);
        superseded
    }

    /// Lets go of the connection after a panic: whatever it was given may have left, so nothing goes back to waiting. The
    /// connection comes back to be dropped.
    pub(crate) fn abandon(&mut self, now: Timestamp) -> Option<Box<Connection>> {
        let has_ended = matches!(self.link, Link::Flushing(_));
        let carrier = self.link.enter(Change::Release)?;
        self.incoming.abandon();
        self.lose(&carrier.connection, Written::Unknown);
        if !has_ended {
            let closed = Closed::Lost(Loss::Eof);
            self.finished.push_back(SessionEvent::Disconnected(closed));
        }
        self.plan_puts();
        self.settle(now);
        Some(carrier.connection)
    }

    /// Takes the requests out that are `wanted` and wait, in their order. Those that may have left stay.
    pub(crate) fn surrender(
        &mut self,
        now: Timestamp,
        mut wanted: impl FnMut(RequestId) -> bool,
    ) -> Vec<Surrendered> {
        self.settle(now);
        let ids: Vec<_> = self.outgoing.waiting().map(|(id, _)| id).collect();
        let outgoing = &mut self.outgoing;
        let surrendered = ids.into_iter().filter(|id| wanted(*id)).filter_map(|id| {
            let entry = outgoing.withdraw(id)?;
            Some(Surrendered { id, entry })
        });
        let surrendered = surrendered.collect();
        self.outgoing.compact();
        self.plan_puts();
        self.settle(now);
        surrendered
    }

    /// Takes over a request, behind what waits here. If the session does not take it, the request ends as refused.
    pub(crate) fn adopt(&mut self, now: Timestamp, surrendered: Surrendered) {
        let Surrendered { id, entry } = surrendered;
        if let Err(error) = self.check_adoption(&entry) {
            self.outgoing.end_elsewhere(id, &entry);
            let outcome = Outcome::Refused(Refusal::NotTaken(error));
            self.finished.push_back(SessionEvent::Ended { id, outcome });
            return;
        }
        self.outgoing.push_entry(id, entry);
        self.plan_put(id);
        self.settle(now);
    }

    fn check_adoption(&self, entry: &Entry) -> Result<(), RequestError> {
        if self.is_ending {
            return Err(RequestError::Ending);
        }
        let identifier = &entry.facts.identifier;
        self.outgoing.check(identifier, self.config.max_requests)?;
        // What was said to be stored does not end for bytes: it could come out of the store just as well.
        let len = self.outgoing.waiting_len().saturating_add(entry.facts.len);
        if entry.mark != Mark::Stored && len > self.config.max_waiting_len {
            return Err(RequestError::TooLong);
        }
        Ok(())
    }
}
