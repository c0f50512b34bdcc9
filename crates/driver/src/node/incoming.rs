use core::fmt;
use std::sync::Arc;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive, ResponseStatusCode};
use onem2m_ws::{IncomingId, RespondError};

/// A request of the other side, to be answered.
#[derive(Debug)]
#[non_exhaustive]
pub struct IncomingRequest {
    /// It.
    pub request: RequestPrimitive<'static>,
    /// What answers it.
    pub responder: Responder,
}

impl IncomingRequest {
    /// Answers with a status code and nothing else.
    ///
    /// # Errors
    ///
    /// As [`Responder::respond`].
    pub fn respond_status(self, status: ResponseStatusCode) -> Result<(), RespondError> {
        let response = ResponsePrimitive::to_request(&self.request, status);
        self.responder.respond(response)
    }
}

/// Answers one request. If it is dropped without an answer, 5000 is answered: nobody waits for what was forgotten.
#[must_use = "the other side waits for an answer"]
pub struct Responder {
    id: IncomingId,
    node: Option<Arc<dyn Respond>>,
}

/// A node, as far as answering goes.
pub(super) trait Respond: Send + Sync {
    fn respond(&self, id: IncomingId, response: ResponsePrimitive<'_>) -> Result<(), RespondError>;
    /// Answers 5000.
    fn give_up(&self, id: IncomingId);
}

impl Responder {
    pub(super) fn new(id: IncomingId, node: Arc<dyn Respond>) -> Self {
        Self {
            id,
            node: Some(node),
        }
    }

    /// Answers. The response's request identifier is that of the request, whatever it says.
    ///
    /// # Errors
    ///
    /// It is too late: 4008 was answered. Or the response cannot be sent; then 5000 is.
    pub fn respond(mut self, response: ResponsePrimitive<'_>) -> Result<(), RespondError> {
        let Some(node) = self.node.take() else {
            return Err(RespondError::NotWaiting);
        };
        let responded = node.respond(self.id, response);
        if let Err(RespondError::Refused(_)) = &responded {
            node.give_up(self.id);
        }
        responded
    }
}

impl Drop for Responder {
    fn drop(&mut self) {
        if let Some(node) = self.node.take() {
            node.give_up(self.id);
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
