//! The opening handshakes, one after the other as they are on the wire. A dropped future drops the attempt.

use core::fmt;
use core::future::poll_fn;
use core::task::{Context, Poll, ready};
use std::io;

use onem2m_ws_core::{
    Acceptance, ClientHandshake, ClientProgress, ClientRequest, Config, Connection, Inbox, Outbox,
    ProxyConnect, ProxyProgress, Rejected, Rejection, Request, Requested, Response, Seed,
    ServerHandshake, ServerProgress, Timestamp,
};

use crate::error::Error;
use crate::pump::{uninterrupted, write_out};
use crate::storage;
use crate::transport::{Timer, Transport};
use crate::websocket::WebSocket;

/// Opens a connection as the client, over a transport to the server or through a [`tunnel`]: the connection, and what
/// the server answered. `seed` is 32 fresh bytes from the operating system.
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
    let mut exchange = Exchange::new(transport, timer);
    let (connection, response) = exchange.open(request, config, seed).await?;
    let Exchange {
        transport,
        timer,
        inbox,
        ..
    } = exchange;
    let websocket = WebSocket::new(transport, timer, connection, inbox);
    Ok((websocket, response))
}

/// As [`connect`], in parts: the transport, the connection, what was received behind the handshake, and the answer.
pub(crate) async fn connect_parts<T: Transport, C: Timer>(
    transport: T,
    timer: C,
    request: &ClientRequest,
    config: Config,
    seed: Seed,
) -> Result<(T, Connection, Inbox, Response), Error> {
    let mut exchange = Exchange::new(transport, timer);
    let (connection, response) = exchange.open(request, config, seed).await?;
    Ok((exchange.transport, connection, exchange.inbox, response))
}

/// Receives a client's request. What becomes of it is decided with [`Accepting::accept`] or [`Accepting::reject`].
///
/// # Errors
///
/// The transport failed, or the client broke a rule; it has been told so (400, 426 …).
pub async fn accept<T: Transport, C: Timer>(
    transport: T,
    timer: C,
    config: Config,
    seed: Seed,
) -> Result<Accepting<T, C>, Error> {
    let mut handshake = ServerHandshake::new(config, seed, timer.now());
    let mut exchange = Exchange::new(transport, timer);
    loop {
        let deadline = handshake.poll_timeout();
        match exchange.turn(&mut Outbox::default(), deadline).await? {
            Turn::Input => match handshake.receive(exchange.timer.now(), &mut exchange.inbox) {
                ServerProgress::NeedsInput(next) => handshake = next,
                ServerProgress::Requested(requested) => {
                    return Ok(Accepting {
                        requested,
                        exchange,
                    });
                }
                ServerProgress::Rejected(rejected, error) => {
                    // What the client did wrong says more than that it did not wait to be told.
                    let _ = exchange.reject(rejected).await;
                    return Err(error.into());
                }
            },
            Turn::End => return Err(handshake.handle_eof().into()),
            Turn::Deadline => handshake = handshake.handle_timeout(exchange.timer.now())?,
        }
    }
}

/// A client's valid request that waits for its answer.
#[must_use = "the client waits for an answer"]
pub struct Accepting<T, C> {
    requested: Requested,
    exchange: Exchange<T, C>,
}

impl<T: Transport, C: Timer> Accepting<T, C> {
    /// What the client asks for.
    pub const fn request(&self) -> &Request {
        self.requested.request()
    }

    /// The transport: who the client is, for one, if TLS secures it.
    pub const fn transport(&self) -> &T {
        &self.exchange.transport
    }

    /// As [`accept`](Self::accept), in parts: the transport, its timer, the connection, and what was received behind the
    /// handshake.
    pub(crate) fn accept_parts(
        self,
        acceptance: &Acceptance,
    ) -> Result<(T, C, Connection, Inbox), Error> {
        let Exchange {
            transport,
            timer,
            inbox,
            ..
        } = self.exchange;
        let connection = self.requested.accept(timer.now(), acceptance)?;
        Ok((transport, timer, connection, inbox))
    }

    /// Opens the connection. The answer leaves with the first thing that is written.
    ///
    /// # Errors
    ///
    /// [`Error::Accept`] when a subprotocol or extension was not offered.
    pub fn accept(self, acceptance: &Acceptance) -> Result<WebSocket<T, C>, Error> {
        let (transport, timer, connection, inbox) = self.accept_parts(acceptance)?;
        Ok(WebSocket::new(transport, timer, connection, inbox))
    }

    /// Refuses, and waits until the client has had the chance to read why.
    ///
    /// # Errors
    ///
    /// The transport failed.
    pub async fn reject(mut self, rejection: &Rejection) -> Result<(), Error> {
        let rejected = self.requested.reject(self.exchange.timer.now(), rejection);
        self.exchange.reject(rejected).await
    }
}

impl<T, C> fmt::Debug for Accepting<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accepting")
            .field("requested", &self.requested)
            .finish_non_exhaustive()
    }
}

/// What came of asking a proxy for a tunnel.
#[derive(Debug)]
#[must_use]
pub enum Tunnel<T> {
    /// The tunnel is open: the transport now leads to the server.
    Open(T),
    /// The proxy wants the credentials that were given (407): ask again with this, over a new transport to it.
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
    mut proxy: ProxyConnect,
) -> Result<Tunnel<T>, Error> {
    let mut exchange = Exchange::new(transport, timer);
    loop {
        let deadline = proxy.poll_timeout();
        match exchange.turn(proxy.outbox(), deadline).await? {
            Turn::Input => match proxy.receive(exchange.timer.now(), &mut exchange.inbox)? {
                ProxyProgress::NeedsInput(next) => proxy = next,
                ProxyProgress::Open(_) => return Ok(Tunnel::Open(exchange.transport)),
                ProxyProgress::RetryWithCredentials(next) => {
                    return Ok(Tunnel::RetryWithCredentials(Box::new(next)));
                }
            },
            Turn::End => return Err(proxy.handle_eof().into()),
            Turn::Deadline => proxy = proxy.handle_timeout(exchange.timer.now())?,
        }
    }
}

/// The transport before there is a connection.
struct Exchange<T, C> {
    transport: T,
    timer: C,
    inbox: Inbox,
    needs_flush: bool,
}

enum Turn {
    Input,
    End,
    Deadline,
}

impl<T: Transport, C: Timer> Exchange<T, C> {
    const fn new(transport: T, timer: C) -> Self {
        Self {
            transport,
            timer,
            inbox: Inbox::new(),
            needs_flush: false,
        }
    }

    /// The client's half of the opening handshake.
    async fn open(
        &mut self,
        request: &ClientRequest,
        config: Config,
        seed: Seed,
    ) -> Result<(Connection, Response), Error> {
        let mut handshake = ClientHandshake::new(request, config, seed, self.timer.now());
        loop {
            let deadline = handshake.poll_timeout();
            match self.turn(handshake.outbox(), deadline).await? {
                Turn::Input => match handshake.receive(self.timer.now(), &mut self.inbox)? {
                    ClientProgress::NeedsInput(next) => handshake = next,
                    ClientProgress::Open(connection, response) => {
                        return Ok((connection, response));
                    }
                },
                Turn::End => return Err(handshake.handle_eof().into()),
                Turn::Deadline => handshake = handshake.handle_timeout(self.timer.now())?,
            }
        }
    }

    /// Writes what waits and reads once.
    async fn turn(
        &mut self,
        outbox: &mut Outbox,
        deadline: Option<Timestamp>,
    ) -> Result<Turn, Error> {
        poll_fn(|cx| self.poll_turn(cx, outbox, deadline))
            .await
            .map_err(Error::Io)
    }

    fn poll_turn(
        &mut self,
        cx: &mut Context<'_>,
        outbox: &mut Outbox,
        deadline: Option<Timestamp>,
    ) -> Poll<io::Result<Turn>> {
        let written = write_out(&mut self.transport, cx, outbox, &mut self.needs_flush);
        if let Poll::Ready(Err(error)) = written {
            return Poll::Ready(Err(error));
        }
        storage::lend(&mut self.inbox);
        match uninterrupted(|| self.transport.poll_read(cx, self.inbox.space())) {
            Poll::Ready(Ok(0)) => return Poll::Ready(Ok(Turn::End)),
            Poll::Ready(Ok(count)) => {
                self.inbox.filled(count).map_err(io::Error::other)?;
                return Poll::Ready(Ok(Turn::Input));
            }
            Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
            Poll::Pending => {}
        }
        storage::give_back(&mut self.inbox);
        self.poll_deadline(cx, deadline)
            .map(|()| Ok(Turn::Deadline))
    }

    fn poll_deadline(&mut self, cx: &mut Context<'_>, deadline: Option<Timestamp>) -> Poll<()> {
        match deadline {
            Some(deadline) if deadline > self.timer.now() => self.timer.poll_until(cx, deadline),
            Some(_) => Poll::Ready(()),
            None => Poll::Pending,
        }
    }

    /// Writes the refusal, ends our direction, and reads to the end, so that unread input does not destroy what was
    /// written (RFC 9112 §9.6).
    async fn reject(&mut self, mut rejected: Rejected) -> Result<(), Error> {
        let mut farewell = Farewell::default();
        poll_fn(|cx| self.poll_reject(cx, &mut rejected, &mut farewell))
            .await
            .map_err(Error::Io)
    }

    fn poll_reject(
        &mut self,
        cx: &mut Context<'_>,
        rejected: &mut Rejected,
        farewell: &mut Farewell,
    ) -> Poll<io::Result<()>> {
        let deadline = rejected.poll_timeout();
        let outbox = rejected.outbox();
        if write_out(&mut self.transport, cx, outbox, &mut self.needs_flush)?.is_ready()
            && !farewell.is_shut
        {
            farewell.is_shut = uninterrupted(|| self.transport.poll_shutdown(cx))?.is_ready();
        }
        if farewell.is_shut && farewell.has_eof {
            return Poll::Ready(Ok(()));
        }
        if farewell.has_eof {
            return self.poll_deadline(cx, deadline).map(Ok);
        }
        match ready!(self.poll_turn(cx, &mut Outbox::default(), deadline))? {
            Turn::Deadline => return Poll::Ready(Ok(())),
            Turn::Input => self.inbox.clear(),
            Turn::End => farewell.has_eof = true,
        }
        if deadline.is_some_and(|deadline| deadline <= self.timer.now()) {
            return Poll::Ready(Ok(()));
        }
        // Once more, but others may run before: the client may never stop sending.
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

/// How far a refusal is.
#[derive(Default)]
struct Farewell {
    is_shut: bool,
    has_eof: bool,
}
