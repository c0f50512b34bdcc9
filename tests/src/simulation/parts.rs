//! The parts of the world: registrees, transports, and answers that are due.

use onem2m_primitive::ResponsePrimitive;
use onem2m_ws::{Attempt, ConnectionId, IncomingId, Registree, RequestId};
use onem2m_ws_core::{Connection, Inbox, Timestamp};

use super::ledger::Side;
use super::wire::Pipe;

#[derive(Debug)]
pub(super) struct Client {
    pub(super) registree: Registree,
    pub(super) name: String,
    pub(super) inbox: Inbox,
    pub(super) wire: Option<usize>,
    pub(super) attempt: Option<(Timestamp, Attempt)>,
    pub(super) asked: Vec<RequestId>,
    pub(super) is_ending: bool,
}

impl Client {
    pub(super) fn new(registree: Registree, number: u64) -> Self {
        Self {
            registree,
            name: format!("C{number}"),
            inbox: Inbox::new(),
            wire: None,
            attempt: None,
            asked: Vec::new(),
            is_ending: false,
        }
    }
}

/// A transport, and who still holds its ends.
#[derive(Debug)]
pub(super) struct Wire {
    pub(super) id: ConnectionId,
    pub(super) up: Pipe,
    pub(super) down: Pipe,
    pub(super) is_held_below: bool,
    pub(super) is_held_above: bool,
    pub(super) inbox: Inbox,
    /// The registrar's end, once another connection took its place.
    pub(super) superseded: Option<Connection>,
}

/// An answer that an application will give.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) at: Timestamp,
    pub(super) side: Side,
    pub(super) id: IncomingId,
    pub(super) response: ResponsePrimitive<'static>,
}
