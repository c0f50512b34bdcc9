use core::fmt;
use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::io;
use std::sync::Arc;

use onem2m_ws_core::{Config, Rejection};

use super::{PeerIdentity, RefusedClient, ServerTls, TlsError, TlsTransport, accept};
use crate::runtime::{Accepted, Listener, Runtime};
use crate::seed::seed;
use crate::transport::{Timer, Transport};

/// Accepts the connections of another listener, and secures them (`wss`, TS-0020 7): only a client that has proven to be an entity gets
/// as far as the opening handshake. The error for any other client carries a [`RefusedClient`]; a client that may speak for no entity
/// is answered 403.
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
    /// Makes a listener whose clients have certificates with their own identifiers: `cse_id` is the registrar's CSE-ID in absolute
    /// form, such as `//operator.org/IN-CSE`, by which [`PeerIdentity::entities`] names them.
    pub fn new(listener: L, runtime: R, tls: ServerTls, cse_id: impl Into<String>) -> Self {
        let cse_id = cse_id.into();
        Self::with_entities(listener, runtime, tls, move |peer| peer.entities(&cse_id))
    }

    /// Makes a listener whose clients are looked up: the AE-IDs that a device or a node may use, or the one AE-ID or CSE-ID that
    /// belongs to a pre-shared key (TS-0003 8.2.2). The first names the node. A client that may speak for none is refused.
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

    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>> {
        self.listener.poll_accept(cx).map_ok(|(peer, preparing)| {
            let timer = self.runtime.timer();
            let (tls, entities) = (self.tls.clone(), self.entities.clone());
            let secured: Self::Preparing = Box::pin(secure(preparing, timer, tls, entities));
            (peer, secured)
        })
    }
}

async fn secure<T: Transport>(
    preparing: impl Future<Output = io::Result<Accepted<T>>>,
    mut timer: impl Timer,
    tls: ServerTls,
    entities: Entities,
) -> io::Result<Accepted<TlsTransport<T>>> {
    let Accepted {
        transport, peer, ..
    } = preparing.await?;
    let refused = |identity, error| RefusedClient {
        address: peer,
        identity,
        error,
    };
    let transport = match accept(transport, &mut timer, &tls).await {
        Ok(transport) => transport,
        Err(error) => return Err(refused(None, error).into()),
    };
    let authenticated = entities(transport.peer_identity());
    if authenticated.is_empty() {
        let identity = transport.peer_identity().clone();
        let error = TlsError::NoEntity(identity.clone());
        tell(transport, timer, &tls, &error).await;
        return Err(refused(Some(identity), error.into()).into());
    }
    Ok(Accepted {
        transport,
        authenticated,
        peer,
    })
}

/// Answers the opening handshake of a client that is not let in with 403 and the reason. TLS has no alert for what is found
/// after its handshake, and a client whose transport just ends learns nothing.
async fn tell<T: Transport>(
    transport: TlsTransport<T>,
    timer: impl Timer,
    tls: &ServerTls,
    error: &TlsError,
) {
    let config = Config {
        handshake_timeout: tls.handshake_timeout,
        ..Config::DEFAULT
    };
    let Ok(seed) = seed() else { return };
    // A client that sends no handshake, or does not wait for the answer, is refused all the same.
    if let Ok(accepting) = crate::accept(transport, timer, config, seed).await {
        let rejection = Rejection::forbidden().body(format!("{error}\n"));
        match accepting.reject(&rejection).await {
            Ok(()) | Err(_) => {}
        }
    }
}

impl<L: fmt::Debug, R> fmt::Debug for TlsListener<L, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsListener")
            .field("listener", &self.listener)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}
