use core::future::{Future, ready};
use core::net::SocketAddr;

use onem2m_ws::Admission;
use onem2m_ws_core::{Rejection, Request};

use crate::node::incoming::IncomingRequest;

/// The application of a registrar: answers requests, and may decide about connections. A closure that takes an
/// [`IncomingRequest`] is a handler that admits every client.
pub trait Handler: Send + Sync {
    /// Answers a request, now or later; other requests of the connection do not wait for the answer. Where the future panics, or
    /// its drop does, 5000 is answered, and nothing else is harmed.
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send;

    /// Decides about an opening handshake that the registrar would admit. An error is the answer that is given instead, such as
    /// 401.
    fn admit(
        &self,
        handshake: &Handshake<'_>,
    ) -> impl Future<Output = Result<(), Rejection>> + Send {
        let _: &Handshake<'_> = handshake;
        ready(Ok(()))
    }
}

impl<H, F> Handler for H
where
    H: Fn(IncomingRequest) -> F + Send + Sync,
    F: Future<Output = ()> + Send,
{
    fn handle(&self, request: IncomingRequest) -> impl Future<Output = ()> + Send {
        self(request)
    }
}

/// An opening handshake that is to be decided about.
#[derive(Debug)]
#[non_exhaustive]
pub struct Handshake<'h> {
    /// The request of the client, with all its header fields.
    pub request: &'h Request,
    /// The address of the peer, where the listener knows one.
    pub peer: Option<SocketAddr>,
    /// The entities for which TLS says that the client may speak.
    pub authenticated: &'h [String],
    /// The registrar's own decision.
    pub admission: &'h Admission,
}
