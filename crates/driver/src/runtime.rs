use core::future::Future;
use core::net::SocketAddr;
use core::task::{Context, Poll};
use core::time::Duration;
use std::io;
use std::time::SystemTime;

use onem2m_ws_core::{ClientRequest, Seed};

use crate::error::Error;
use crate::seed::seed;
use crate::transport::{Timer, Transport};

/// The needs of a [`registree`](crate::registree) or [`registrar`](crate::registrar) from the world, besides transports: an
/// adapter brings them.
pub trait Runtime: Send + Sync + 'static {
    /// A clock and an alarm of the runtime.
    type Timer: Timer + Send;

    /// Makes another timer, of the same epoch.
    fn timer(&self) -> Self::Timer;

    /// Returns 32 fresh bytes, from the operating system unless told otherwise.
    ///
    /// # Errors
    ///
    /// The operating system has none.
    fn seed(&self) -> io::Result<Seed> {
        seed()
    }

    /// Returns the time of day, since the beginning of 1970; `None` if that is not known: then requests do not expire at an absolute
    /// time.
    fn since_unix_epoch(&self) -> Option<Duration> {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .ok()
    }
}

/// The way of a registree to its registrar: TCP, TLS, through a proxy, a Unix socket, a pipe in memory.
pub trait Connector: Send + 'static {
    /// The transports that the connector makes.
    type Transport: Transport + Send;

    /// Returns whether transports for `wss` can be made.
    fn supports_tls(&self) -> bool {
        true
    }

    /// Makes a transport to the server that a handshake is for, over which the handshake will be sent. Limits on its duration are
    /// the connector's.
    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static;
}

/// The source of a registrar's connections.
pub trait Listener {
    /// The transports that the listener accepts.
    type Transport: Transport;
    /// The future that makes a transport ready for the opening handshake: TLS takes its time, and others are accepted meanwhile.
    type Preparing: Future<Output = io::Result<Accepted<Self::Transport>>>;

    /// Accepts the next connection, with the address of its peer where that is known.
    ///
    /// # Errors
    ///
    /// The errors of the listener; those of one connection are not among them.
    fn poll_accept(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<(Option<SocketAddr>, Self::Preparing)>>;
}

/// A transport that a [`Listener`] has accepted.
#[derive(Clone, Debug)]
pub struct Accepted<T> {
    /// The transport.
    pub transport: T,
    /// The entities for which the transport has authenticated the client, such as by a certificate; none otherwise.
    pub authenticated: Vec<String>,
    /// The client's address, if the listener knows the address.
    pub peer: Option<SocketAddr>,
}

impl<T> Accepted<T> {
    /// Returns a transport that authenticates no client.
    pub const fn plain(transport: T) -> Self {
        Self {
            transport,
            authenticated: Vec::new(),
            peer: None,
        }
    }

    /// Adds the client's address.
    #[must_use]
    pub fn from_address(self, peer: SocketAddr) -> Self {
        Self {
            peer: Some(peer),
            ..self
        }
    }
}
