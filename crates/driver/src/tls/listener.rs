use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;
use std::sync::Arc;

use super::{PeerIdentity, ServerTls, TlsTransport, accept};
use crate::runtime::{Accepted, Listener, Runtime};
use crate::transport::Transport;

/// Accepts what another listener does, and secures it (`wss`, TS-0020 7): only who has proven to be an entity gets as far as
/// the opening handshake.
#[derive(Clone)]
pub struct TlsListener<L, R> {
    listener: L,
    runtime: R,
    tls: ServerTls,
    entities: Entities,
}

/// Says for which entities a peer may speak.
type Entities = Arc<dyn Fn(&PeerIdentity) -> Vec<String> + Send + Sync>;

impl<L, R> TlsListener<L, R> {
    /// Whose clients have certificates with their own identifiers: `cse_id` is the registrar's CSE-ID in absolute form, such as
    /// `//operator.org/IN-CSE`, by which [`PeerIdentity::entities`] names them.
    pub fn new(listener: L, runtime: R, tls: ServerTls, cse_id: impl Into<String>) -> Self {
        let cse_id = cse_id.into();
        Self::with_entities(listener, runtime, tls, move |peer| peer.entities(&cse_id))
    }

    /// Whose clients are looked up: the AE-IDs that a device or a node may use, or the one AE-ID or CSE-ID that belongs to a
    /// pre-shared key (TS-0003 8.2.2). The first names the node. Who may speak for none is refused.
    pub fn with_entities(
        listener: L,
        runtime: R,
        tls: ServerTls,
        entities: impl Fn(&PeerIdentity) -> Vec<String> + Send + Sync + 'static,
    ) -> Self {
        Self {
            listener,
            runtime,
            tls,
            entities: Arc::new(entities),
        }
    }
}

impl<L, R> Listener for TlsListener<L, R>
where
    L: Listener<Preparing: Send + 'static, Transport: Send + 'static>,
    R: Runtime,
{
    type Transport = TlsTransport<L::Transport>;
    type Preparing = Pin<Box<dyn Future<Output = io::Result<Accepted<Self::Transport>>> + Send>>;

    fn poll_accept(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Self::Preparing>> {
        self.listener.poll_accept(cx).map_ok(|preparing| {
            let timer = self.runtime.timer();
            let (tls, entities) = (self.tls.clone(), self.entities.clone());
            let secured: Self::Preparing = Box::pin(secure(preparing, timer, tls, entities));
            secured
        })
    }
}

async fn secure<T: Transport>(
    preparing: impl Future<Output = io::Result<Accepted<T>>>,
    mut timer: impl crate::transport::Timer,
    tls: ServerTls,
    entities: Entities,
) -> io::Result<Accepted<TlsTransport<T>>> {
    let transport = accept(preparing.await?.transport, &mut timer, &tls).await?;
    let authenticated = entities(transport.peer_identity());
    if authenticated.is_empty() {
        let reason = format!("no entity belongs to {}", transport.peer_identity());
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, reason));
    }
    Ok(Accepted {
        transport,
        authenticated,
    })
}

impl<L: fmt::Debug, R> fmt::Debug for TlsListener<L, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsListener")
            .field("listener", &self.listener)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}
