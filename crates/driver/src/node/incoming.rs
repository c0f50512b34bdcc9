use core::fmt;
use core::net::SocketAddr;
use std::sync::Arc;

use onem2m_primitive::{
    RequestIdentifier, RequestPrimitive, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{ConnectionId, Identity, IncomingId};

/// A request of the other side, to be answered.
#[derive(Debug)]
#[non_exhaustive]
pub struct IncomingRequest {
    /// The request.
    pub request: RequestPrimitive<'static>,
    /// The peer at the other end.
    pub peer: Peer,
    /// Answers the request.
    pub responder: Responder,
}

/// The peer at the other end of a connection.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Peer {
    /// The connection over which the request came; `None` where a node has only one.
    pub connection: Option<ConnectionId>,
    /// The address, where the listener knows one.
    pub address: Option<SocketAddr>,
    /// The identity that the peer has proved or claimed.
    pub identity: Arc<Identity>,
}

impl IncomingRequest {
    pub(super) fn new(
        request: RequestPrimitive<'static>,
        peer: Peer,
        responder: Responder,
    ) -> Self {
        Self {
            request,
            peer,
            responder,
        }
    }

    /// Answers the request with 2000 and nothing else, and returns the request: for notifications.
    pub fn accept(self) -> RequestPrimitive<'static> {
        let response = ResponsePrimitive::to_request(&self.request, ResponseStatusCode::OK);
        self.responder.respond(response);
        self.request
    }

    /// Answers the request with a status code and nothing else.
    pub fn respond_status(self, status: ResponseStatusCode) {
        let response = ResponsePrimitive::to_request(&self.request, status);
        self.responder.respond(response);
    }
}

/// Answers one request. A responder that is dropped without an answer answers 5000.
#[must_use = "the other side waits for an answer"]
pub struct Responder {
    id: IncomingId,
    node: Option<Arc<dyn Respond>>,
}

/// A node, as far as answering goes.
pub(super) trait Respond: Send + Sync {
    fn respond(&self, id: IncomingId, response: ResponsePrimitive<'static>);
}

impl Responder {
    pub(super) fn new(id: IncomingId, node: Arc<dyn Respond>) -> Self {
        Self {
            id,
            node: Some(node),
        }
    }

    /// Answers the request, over whatever connection there is then. The response gets the request identifier of the request.
    ///
    /// An answer that comes too late (4008 was answered) is dropped; in the place of an answer that cannot be sent, 5000 is sent.
    /// Both are events of the node.
    pub fn respond(mut self, response: ResponsePrimitive<'_>) {
        if let Some(node) = self.node.take() {
            node.respond(self.id, response.into_owned());
        }
    }
}

impl Drop for Responder {
    fn drop(&mut self) {
        if let Some(node) = self.node.take() {
            let status = ResponseStatusCode::INTERNAL_SERVER_ERROR;
            // The identifier becomes that of the request.
            let response = ResponsePrimitive::new(status, RequestIdentifier::UNASSIGNED);
            node.respond(self.id, response);
        }
    }
}

impl fmt::Debug for Responder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Responder")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
