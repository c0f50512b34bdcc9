//! The connection of the node: connections that claim it, that have to go, and that move to another node (TS-0020 5.2).

use alloc::boxed::Box;
use alloc::sync::Arc;

use onem2m_ws_core::{CloseCode, CloseFrame, Role, Timestamp};

use super::super::command::{Claim, ClaimedLink};
use super::super::directory::Names;
use super::super::{ConnectionId, Identity, RegistrarConfig, RegistrarEvent};
use super::{LinkOfNode, Node, Proof};
use crate::session::Superseded;

impl<T> Node<T> {
    /// A connection takes the place of the one that is there, unless it is one of two that CSEs opened to each other at the
    /// same time (TS-0020 5.2).
    pub(super) fn claim(
        &mut self,
        now: Timestamp,
        claim: Claim,
        config: &RegistrarConfig,
        names: &mut impl Names,
    ) {
        if self.keeps_its_own(now, &claim, config) || self.belongs_to_other(&claim) {
            return self.turn_away(now, claim);
        }
        if claim.identity.is_authenticated() || *self.identity == Identity::Unknown {
            let former = core::mem::replace(&mut self.identity, Arc::new(claim.identity));
            if let Some(former) = former.name()
                && self.identity.name() != Some(former)
                && !self.has_entity(former)
            {
                // Nobody would know later that the name had led here.
                names.leave(former, self.number, false);
            }
        }
        names.identify(self.number, &self.identity);
        self.pending.extend(claim.pending);
        let superseded = match claim.link {
            ClaimedLink::Fresh(connection, subprotocol) => {
                self.session.connected(now, *connection, subprotocol)
            }
            ClaimedLink::Moved(detached) => self.session.attach(now, *detached),
        };
        let link = LinkOfNode {
            id: claim.id,
            role: claim.role,
            since: now,
        };
        // The request that has proved whose the connection is.
        self.collect(now);
        let former = self.link.replace(link);
        debug_assert_eq!(
            former.is_some(),
            superseded.is_some(),
            "one link, one connection"
        );
        if let Some(former) = former {
            self.gone
                .push((former.id, superseded.unwrap_or(Superseded::Drop)));
            self.note(RegistrarEvent::Superseded {
                connection: former.id,
                by: claim.id,
            });
        }
        self.note(RegistrarEvent::Present {
            connection: claim.id,
            identity: (*self.identity).clone(),
        });
    }

    /// Returns whether TLS has proved who the node is, though not to this connection: what was judged in its handshake has changed
    /// meanwhile, and what waits for the node is not handed to a mere claim.
    fn belongs_to_other(&self, claim: &Claim) -> bool {
        self.identity.is_authenticated() && !claim.identity.is_authenticated()
    }

    /// The connection that wants the node does not get it.
    pub(super) fn turn_away(&mut self, now: Timestamp, claim: Claim) {
        let superseded = match claim.link {
            ClaimedLink::Fresh(mut connection, _) => {
                let frame = CloseFrame::new(CloseCode::NORMAL, TURNED_AWAY);
                let closed = connection.close(now, frame);
                debug_assert!(closed.is_ok(), "the reason is short");
                Superseded::Close(connection)
            }
            ClaimedLink::Moved(_) => Superseded::Drop,
        };
        self.gone.push((claim.id, superseded));
    }

    /// Returns whether of two connections that registrars opened to each other the one that is there stays: the one that the
    /// CSE with the smaller CSE-ID opened, for as long as the other one may have been opened at the same time.
    pub(super) fn keeps_its_own(
        &self,
        now: Timestamp,
        claim: &Claim,
        config: &RegistrarConfig,
    ) -> bool {
        let Some(link) = self.link.filter(|_| self.session.is_up()) else {
            return false;
        };
        let (Some(own), Some(peer)) = (&config.cse_id, claim.identity.name()) else {
            return false;
        };
        let is_simultaneous = now.saturating_since(link.since) < config.simultaneous_for;
        let keeps_client = own.as_str() < peer;
        let keeps = link.role != claim.role && keeps_client == (link.role == Role::Client);
        is_simultaneous && keeps
    }

    /// Lets go of a connection whose transport is gone. The entities stay registered (TS-0020 6.4), and requests for them wait.
    pub fn release(&mut self, now: Timestamp, id: ConnectionId) {
        if !self.is_linked_by(id) {
            // A connection that had to go, whose task is gone as well.
            return self.gone.retain(|(other, _)| *other != id);
        }
        self.link = None;
        self.session.release(now);
        self.note(RegistrarEvent::Absent { connection: id });
        self.collect(now);
    }

    /// Takes note that a poll has failed midway: all bytes that the connection was given may have left.
    pub fn abandon(&mut self, now: Timestamp) {
        if let Some(link) = self.link.take() {
            if self.session.abandon(now).is_some() {
                self.gone.push((link.id, Superseded::Drop));
            }
            self.note(RegistrarEvent::Absent {
                connection: link.id,
            });
        }
        self.collect(now);
    }

    /// Takes the connection and the peer's requests under way out, for the node that the peer has proved to be.
    pub fn leave(&mut self, now: Timestamp, proof: Proof) -> Option<Claim> {
        let link = self.link?;
        let mut detached = self.session.detach(now)?;
        // What has ended without the node being looked at is told before it is gone.
        self.collect(now);
        detached.prove(proof.id, proof.request);
        // No more than one request is held or taken back at a time, and that is looked at before the input is.
        debug_assert!(self.arrived.is_empty(), "nothing lies behind a proof");
        self.link = None;
        Some(Claim {
            id: link.id,
            role: link.role,
            identity: Identity::Unknown,
            link: ClaimedLink::Moved(Box::new(detached)),
            pending: core::mem::take(&mut self.pending),
        })
    }

    /// Takes a request back for a second look: the originator of the request does not live anywhere else any more.
    pub fn take_back(&mut self, proof: Proof) {
        self.arrived.push_front((proof.id, proof.request));
    }

    /// Takes back the connection that was to [leave](Self::leave).
    pub fn come_back(&mut self, now: Timestamp, claim: Claim) {
        let Claim {
            id,
            role,
            link,
            pending,
            ..
        } = claim;
        let ClaimedLink::Moved(detached) = link else {
            debug_assert!(false, "what left was detached");
            return;
        };
        self.link = Some(LinkOfNode {
            id,
            role,
            since: now,
        });
        self.pending = pending;
        let superseded = self.session.attach(now, *detached);
        debug_assert!(superseded.is_none(), "the node had no connection meanwhile");
        self.collect(now);
    }
}

/// The reason in the Close frame of a connection that does not get its node.
const TURNED_AWAY: &str = "the other connection stays";
