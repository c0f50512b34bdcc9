use core::future::Future;
use core::task::{Context, Poll};
use core::time::Duration;
use std::io;
use std::time::SystemTime;

use onem2m_ws_core::{ClientRequest, Seed};

use crate::error::Error;
use crate::seed::seed;
use crate::transport::{Timer, Transport};

/// What a [`registree`](crate::registree) or [`registrar`](crate::registrar) needs from the world, besides transports: an
/// adapter brings it.
pub trait Runtime: Send + Sync + 'static {
    /// A clock and an alarm of the runtime.
    type Timer: Timer + Send;

    /// Another one, of the same epoch.
    fn timer(&self) -> Self::Timer;

    /// 32 fresh bytes, from the operating system unless told otherwise.
    ///
    /// # Errors
    ///
    /// The operating system has none.
    fn seed(&self) -> io::Result<Seed> {
        seed()
    }

    /// The time of day, since the beginning of 1970; `None` if nobody knows: then requests do not expire at an absolute time.
    fn since_unix_epoch(&self) -> Option<Duration> {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .ok()
    }
}

/// How a registree gets to its registrar: TCP, TLS, through a proxy, a Unix socket, a pipe in memory.
pub trait Connector: Send + 'static {
    /// What it connects.
    type Transport: Transport + Send;

    /// A transport to the server that a handshake is for, over which the handshake will be sent. Limits on its duration are
    /// the connector's.
    fn connect(
        &mut self,
        request: &ClientRequest,
    ) -> impl Future<Output = Result<Self::Transport, Error>> + Send + 'static;
}

/// Where a registrar takes connections from.
pub trait Listener {
    /// What it accepts.
    type Transport: Transport;
    /// What makes one ready for the opening handshake: TLS takes its time, and others are accepted meanwhile.
    type Preparing: Future<Output = io::Result<Accepted<Self::Transport>>>;

    /// The next one.
    ///
    /// # Errors
    ///
    /// Those of the listener; those of one connection are not its own.
    fn poll_accept(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Self::Preparing>>;
}

/// A transport that a [`Listener`] has accepted.
#[derive(Clone, Debug)]
pub struct Accepted<T> {
    /// It.
    pub transport: T,
    /// The entities for which it has authenticated the client, such as by a certificate; none otherwise.
    pub authenticated: Vec<String>,
}

impl<T> Accepted<T> {
    /// By a transport that authenticates nobody.
    pub const fn plain(transport: T) -> Self {
        Self {
            transport,
            authenticated: Vec::new(),
        }
    }
}
