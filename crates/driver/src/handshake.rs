//! The opening handshakes, one after the other as they are on the wire. A dropped future drops the attempt.

use core::fmt;

use onem2m_ws_core::{
    Acceptance, ClientHandshake, ClientRequest, Config, Connection, Inbox, ProxyConnect, Rejection,
    Request, Requested, Response, Seed, ServerHandshake,
};

use crate::error::Error;
use crate::opening::{Answer, Asked, open, refuse};
use crate::pump::Pump;
use crate::transport::{Timer, Transport};
use crate::websocket::WebSocket;

/// Opens a connection as the client, over a transport to the server or through a [`tunnel`]; returns the connection, and the answer
/// of the server. `seed` is 32 fresh bytes from the operating system.
///
/// # Errors
///
/// The transport failed, or the server refused or broke a rule.
pub async fn connect<T: Transport, C: Timer>(
    transport: T,
    timer: C,
    request: &ClientRequest,
    config: Config,
    seed: Seed,
) -> Result<(WebSocket<T, C>, Response), Error> {
    let (pump, connection, inbox, response) =
        connect_parts(transport, timer, request, config, seed).await?;
    Ok((WebSocket::over(pump, connection, inbox), response))
}

/// As [`connect`], in parts: the pump, the connection, what was received behind the handshake, and the answer.
pub(crate) async fn connect_parts<T: Transport, C: Timer>(
    transport: T,
    timer: C,
    request: &ClientRequest,
    config: Config,
    seed: Seed,
) -> Result<(Pump<T, C>, Connection, Inbox, Response), Error> {
    let mut pump = Pump::new(transport, timer);
    let mut inbox = Inbox::new();
    let handshake = ClientHandshake::new(request, config, seed, pump.now());
    let (connection, response) = open(&mut pump, &mut inbox, handshake).await?;
    Ok((pump, connection, inbox, response))
}

/// Receives a client's request, which [`Accepting::accept`] or [`Accepting::reject`] answers.
///
/// # Errors
///
/// The transport failed, or the client broke a rule and has been told so (400, 426 …).
pub async fn accept<T: Transport, C: Timer>(
    transport: T,
    timer: C,
    config: Config,
    seed: Seed,
) -> Result<Accepting<T, C>, Error> {
    let (mut pump, mut inbox) = (Pump::new(transport, timer), Inbox::new());
    let handshake = ServerHandshake::new(config, seed, pump.now());
    match open(&mut pump, &mut inbox, handshake).await? {
        Asked::Validly(requested) => Ok(Accepting {
            requested,
            pump,
            inbox,
        }),
        Asked::Invalidly(rejected, error) => {
            // What the client did wrong says more than that it did not wait to be told.
            match refuse(&mut pump, &mut inbox, rejected).await {
                Ok(()) | Err(_) => Err(error.into()),
            }
        }
    }
}

/// A client's valid request that waits for its answer.
#[must_use = "the client waits for an answer"]
pub struct Accepting<T, C> {
    requested: Requested,
    pump: Pump<T, C>,
    inbox: Inbox,
}

impl<T: Transport, C: Timer> Accepting<T, C> {
    /// Returns the request of the client.
    pub const fn request(&self) -> &Request {
        self.requested.request()
    }

    /// Returns the transport, which knows who the client is if TLS secures the connection.
    pub const fn transport(&self) -> &T {
        self.pump.transport()
    }

    /// As [`accept`](Self::accept), in parts: the pump, the connection, and what was received behind the handshake.
    pub(crate) fn accept_parts(
        self,
        acceptance: &Acceptance,
    ) -> Result<(Pump<T, C>, Connection, Inbox), Error> {
        let connection = self.requested.accept(self.pump.read_clock(), acceptance)?;
        Ok((self.pump, connection, self.inbox))
    }

    /// Opens the connection. The answer leaves with the first thing that is written.
    ///
    /// # Errors
    ///
    /// [`Error::Accept`] when a subprotocol or extension was not offered.
    pub fn accept(self, acceptance: &Acceptance) -> Result<WebSocket<T, C>, Error> {
        let connection = self.requested.accept(self.pump.read_clock(), acceptance)?;
        Ok(WebSocket::over(self.pump, connection, self.inbox))
    }

    /// Refuses the request, and waits until the client has had the chance to read why.
    ///
    /// # Errors
    ///
    /// The transport failed.
    pub async fn reject(mut self, rejection: &Rejection) -> Result<(), Error> {
        let rejected = self.requested.reject(self.pump.read_clock(), rejection);
        refuse(&mut self.pump, &mut self.inbox, rejected).await
    }
}

impl<T, C> fmt::Debug for Accepting<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepting")
            .field("requested", &self.requested)
            .finish_non_exhaustive()
    }
}

/// The outcome of asking a proxy for a tunnel.
#[derive(Debug)]
#[must_use]
pub enum Tunnel<T> {
    /// The tunnel is open: the transport now leads to the server.
    Open(T),
    /// The proxy wants the credentials that were given (407): ask again with this request, over a new transport to the proxy.
    RetryWithCredentials(Box<ProxyConnect>),
}

/// Asks an HTTP proxy for a tunnel (RFC 9110 §9.3.6, TS-0020 6.6).
///
/// # Errors
///
/// The transport failed, or the proxy refused or broke a rule.
pub async fn tunnel<T: Transport, C: Timer>(
    transport: T,
    timer: C,
    proxy: ProxyConnect,
) -> Result<Tunnel<T>, Error> {
    let mut pump = Pump::new(transport, timer);
    match open(&mut pump, &mut Inbox::new(), proxy).await? {
        Answer::Open => Ok(Tunnel::Open(pump.into_parts().0)),
        Answer::WantsCredentials(next) => Ok(Tunnel::RetryWithCredentials(next)),
    }
}
