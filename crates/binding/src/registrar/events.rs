use alloc::string::String;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive, ResponseStatusCode};
use onem2m_ws_core::{Closed, Inbox, Timestamp};

use super::originators::Verdict;
use super::{ConnectionId, Registrar, Store};
use crate::session::{Dropped, IncomingId, Outcome, RequestId, SessionEvent};

/// What happened in a [`Registrar`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RegistrarEvent<'i> {
    /// A registree, or one who wants to be one, requests something; [`Registrar::respond`] answers it. Whom it speaks for was
    /// checked.
    Request {
        /// What to answer to.
        id: IncomingId,
        /// The request.
        request: RequestPrimitive<'i>,
    },
    /// A request that speaks for somebody else than is behind the connection (TS-0004 7.3.2.1); it has been answered.
    Rejected {
        /// For whom it spoke.
        originator: Option<String>,
        /// What was answered.
        status: ResponseStatusCode,
    },
    /// A request to a registree has ended.
    Ended {
        /// Which.
        id: RequestId,
        /// How.
        outcome: Outcome<'i>,
    },
    /// A request was not answered in time; 4008 was answered.
    Unanswered {
        /// Which.
        id: IncomingId,
    },
    /// A message that was dropped; the session goes on.
    Dropped(Dropped),
    /// The connection has ended. Its registrees stay registered (W-69).
    Disconnected(Closed<'static>),
}

impl<'i> RegistrarEvent<'i> {
    pub(super) fn from_session(event: SessionEvent<'i>) -> Self {
        match event {
            SessionEvent::Request { id, request } => Self::Request { id, request },
            SessionEvent::Ended { id, outcome } => Self::Ended { id, outcome },
            SessionEvent::Unanswered { id } => Self::Unanswered { id },
            SessionEvent::Dropped(dropped) => Self::Dropped(dropped),
            SessionEvent::Disconnected(closed) => Self::Disconnected(closed),
        }
    }
}

impl<S: Store> Registrar<S> {
    /// The next event of a connection; as [`Session::poll_event`](crate::Session::poll_event). `None` also if the registrar
    /// does not know the connection any more: then [`poll_superseded`](Self::poll_superseded) has said so.
    pub fn poll_event<'i>(
        &mut self,
        now: Timestamp,
        id: ConnectionId,
        inbox: &'i mut Inbox,
    ) -> Option<RegistrarEvent<'i>> {
        let number = *self.connections.get(&id)?;
        let event = self.next_event(now, number, inbox)?;
        let SessionEvent::Request { id, request } = event else {
            if let SessionEvent::Unanswered { id } = &event
                && let Some(node) = self.nodes.get_mut(&number)
            {
                node.pending.remove(id);
            }
            return Some(RegistrarEvent::from_session(event));
        };
        let number = match self.check_originator(number, &request) {
            Verdict::Allowed => number,
            Verdict::Is(known) => {
                self.merge(now, number, known);
                number
            }
            Verdict::Refused(status) => {
                let response = ResponsePrimitive::to_request(&request, status);
                let _ = self.respond(now, id, response);
                let originator = request.from.map(|from| String::from(&*from));
                return Some(RegistrarEvent::Rejected { originator, status });
            }
        };
        if let Some(node) = self.nodes.get_mut(&number)
            && let Some(change) = node.change(&request)
        {
            node.pending.insert(id, change);
        }
        Some(RegistrarEvent::Request { id, request })
    }
}
