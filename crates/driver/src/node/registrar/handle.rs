use core::fmt;
use core::future::poll_fn;
use core::net::SocketAddr;
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::sync::Arc;

use onem2m_primitive::{RequestPrimitive, ResponsePrimitive};
use onem2m_ws::cells::{By, Claim, Command, Refused};
use onem2m_ws::{Admission, ConnectionId, Identity, RequestId, RequestOptions, TooMany};
use onem2m_ws_core::{CloseCode, CloseFrame, Connection, Inbox, Rejection, Request};

use super::asking::{Asking, no_room, registered_cell, submission, submit};
use super::cell::{NodeCell, Ticket};
use super::connection::OpenConnection;
use super::contained::Contained;
use super::events::{COUNTERS, RegistrarActivity};
use super::handler::{Handler, Handshake};
use super::phase::{PhaseWatch, Stage};
use super::shared::Shared;
use crate::error::Error;
use crate::handshake::{Accepting, accept};
use crate::node::events::Events;
use crate::node::slot::Slot;
use crate::node::{RequestFailure, lock};
use crate::pump::Pump;
use crate::runtime::{Accepted, Runtime};
use crate::transport::{Timer, Transport};

/// A registrar whose connections are driven elsewhere. Cheap to clone.
pub struct RegistrarHandle<R: Runtime>(pub(super) Arc<Shared<R>>);

/// A registered entity.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EntityInfo {
    /// The name of the entity.
    pub entity: String,
    /// True if the node of the entity has a connection that can be used.
    pub is_reachable: bool,
    /// The connection of the node.
    pub connection: Option<ConnectionId>,
    /// The identity that the node has proved or claimed.
    pub identity: Arc<Identity>,
    /// Requests to the node that have not ended.
    pub outstanding: usize,
}

/// A connection that a node has.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConnectionInfo {
    /// The connection.
    pub connection: ConnectionId,
    /// The identity that the node has proved or claimed.
    pub identity: Arc<Identity>,
    /// True if the connection can be used.
    pub is_up: bool,
    /// Requests to the node that have not ended.
    pub outstanding: usize,
}

/// The numbers of events, and of bytes, by name.
#[derive(Clone, Debug, Default)]
pub struct Counters(Vec<(&'static str, u64)>);

impl Counters {
    pub(in crate::node) const fn new(counts: Vec<(&'static str, u64)>) -> Self {
        Self(counts)
    }

    /// Returns all counters by name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, u64)> {
        self.0.iter().copied()
    }

    /// Returns one counter; zero for a name that there is not.
    #[must_use]
    pub fn get(&self, name: &str) -> u64 {
        let found = self.0.iter().find(|(other, _)| *other == name);
        found.map_or(0, |(_, count)| *count)
    }
}

/// The connections that a shutdown has found, by their ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ShutdownReport {
    /// Connections that had ended by the deadline, closed by both sides or given up for lack of an answer.
    pub drained: usize,
    /// Connections that were cut at the deadline.
    pub cut: usize,
}

impl<R: Runtime> RegistrarHandle<R> {
    /// Takes note that an entity is registered, though not by this registrar in this run: after a restart, or over another binding. The
    /// node that claims the name of the entity is taken for its node.
    ///
    /// # Errors
    ///
    /// Too many entities are registered.
    pub fn restore(&self, entity: &str) -> Result<(), TooMany> {
        self.restore_as(entity, &Identity::Claimed(entity.into()))
    }

    /// Takes note as [`restore`](Self::restore) does, of an entity on a node whose identity is known: requests for a node that TLS had authenticated are not
    /// handed to a mere claim.
    ///
    /// # Errors
    ///
    /// Too many entities are registered.
    pub fn restore_as(&self, entity: &str, identity: &Identity) -> Result<(), TooMany> {
        super::store::restore(&self.0, entity, identity).map(drop)
    }

    /// Takes note that an entity is no longer registered: requests for the entity are not taken any more, and those that wait go on waiting
    /// only for the others on its node.
    pub fn deregister(&self, entity: &str) {
        if let Some(cell) = self.cell_of(entity) {
            self.0.append(&cell, Command::Deregister(entity.into()));
        }
    }

    /// Returns whether an entity is registered (TS-0020 6.4).
    #[must_use]
    pub fn is_registered(&self, entity: &str) -> bool {
        self.cell_of(entity).is_some()
    }

    /// Returns whether an entity is registered, and its node connected.
    #[must_use]
    pub fn is_reachable(&self, entity: &str) -> bool {
        let cell = self.cell_of(entity);
        cell.is_some_and(|cell| cell.levels().is_up)
    }

    /// Returns the identity behind the connection of an entity's node; `None` without a connection.
    #[must_use]
    pub fn identity(&self, entity: &str) -> Option<Identity> {
        let levels = self.cell_of(entity)?.levels();
        levels.connection.map(|_| (*levels.identity).clone())
    }

    /// Returns the number of connections at the moment, those included that had to go and are not closed yet.
    #[must_use]
    pub fn connection_count(&self) -> usize {
        lock(&self.0.directory).connection_count()
    }

    /// Returns the number of nodes that are known, connected or not.
    #[must_use]
    pub fn node_count(&self) -> usize {
        lock(&self.0.directory).node_count()
    }

    /// Returns up to `count` registered entities behind the name `after`, in the order of their names: the first page behind `""`.
    #[must_use]
    pub fn entities(&self, after: &str, count: usize) -> Vec<EntityInfo> {
        let places = {
            let directory = lock(&self.0.directory);
            let page = directory.entities_after(after).take(count);
            let found = page.filter_map(|(entity, number)| {
                let cell = directory.node(number)?;
                Some((entity.to_owned(), Arc::clone(cell)))
            });
            found.collect::<Vec<_>>()
        };
        let info = |(entity, cell): (String, Arc<NodeCell>)| {
            let levels = cell.levels();
            EntityInfo {
                entity,
                is_reachable: levels.is_up,
                connection: levels.connection.map(|(id, _)| id),
                identity: levels.identity,
                outstanding: levels.outstanding,
            }
        };
        places.into_iter().map(info).collect()
    }

    /// Returns the connections that nodes have.
    #[must_use]
    pub fn connections(&self) -> Vec<ConnectionInfo> {
        let cells = {
            let directory = lock(&self.0.directory);
            let cells = directory.nodes_from(0).map(|(_, cell)| Arc::clone(cell));
            cells.collect::<Vec<_>>()
        };
        let info = |cell: Arc<NodeCell>| {
            let levels = cell.levels();
            levels.connection.map(|(connection, _)| ConnectionInfo {
                connection,
                identity: levels.identity,
                is_up: levels.is_up,
                outstanding: levels.outstanding,
            })
        };
        cells.into_iter().filter_map(info).collect()
    }

    /// Returns the events of the registrar, from now on.
    #[must_use]
    pub fn events(&self) -> Events<RegistrarActivity> {
        self.0.observers.watch()
    }

    /// Returns the counters: the numbers of events so far, and of the bytes of messages before and after compression (RFC 7692).
    #[must_use]
    pub fn counters(&self) -> Counters {
        let counts = COUNTERS.iter().enumerate();
        Counters::new(
            counts
                .map(|(index, name)| (*name, self.0.observers.count(index)))
                .collect(),
        )
    }

    /// Makes a request to a registered entity and waits for its response; if the node of the entity is not connected, the request
    /// waits for a connection. Where too many are under way to the node, the request waits for room first, which counts as time of
    /// its delivery ([`RequestOptions::delivery_timeout`]).
    ///
    /// Dropping the future cancels the request; if it was sent, it may be carried out all the same.
    ///
    /// # Errors
    ///
    /// No entity of that name is registered, the request was not taken, or the request ended without a response.
    pub async fn request(
        &self,
        entity: &str,
        request: RequestPrimitive<'_>,
    ) -> Result<ResponsePrimitive<'static>, RequestFailure> {
        self.request_with(entity, request, RequestOptions::default())
            .await
    }

    /// Makes a request as [`request`](Self::request) does, with options that differ from the configuration.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn request_with(
        &self,
        entity: &str,
        request: RequestPrimitive<'_>,
        options: RequestOptions,
    ) -> Result<ResponsePrimitive<'static>, RequestFailure> {
        let mut asking = Asking::new(&self.0, entity, request.into_owned(), options);
        poll_fn(|cx| asking.poll(cx)).await
    }

    /// Hands a request over, for an entity whose node is connected or not, without a future: its outcome is the event
    /// [`RegistrarActivity::Posted`]. This is how a CSE sends notifications.
    ///
    /// # Errors
    ///
    /// No entity of that name is registered; or there is no room, in number or length: no call waits for room here.
    pub fn post(
        &self,
        entity: &str,
        request: RequestPrimitive<'_>,
    ) -> Result<RequestId, RequestFailure> {
        let mut submission = submission(entity, request.into_owned(), RequestOptions::default());
        let len = submission.len();
        self.0.posted.begin(len).map_err(RequestFailure::NotTaken)?;
        submission.ticket = Ticket::Posted(len);
        let posted = loop {
            let cell = match registered_cell(&self.0, entity) {
                Ok(cell) => cell,
                Err(failure) => break Err(failure),
            };
            match submit(&cell, submission) {
                Ok((id, is_errand)) => {
                    if is_errand {
                        self.0.run_errand(&cell, By::Errand);
                    }
                    break Ok(id);
                }
                Err((Refused::Dead, refused)) => submission = refused,
                Err((refused, _)) => break Err(RequestFailure::NotTaken(no_room(refused))),
            }
        };
        if posted.is_err() {
            self.0.posted.end(len);
        }
        posted
    }

    fn cell_of(&self, entity: &str) -> Option<Arc<NodeCell>> {
        registered_cell(&self.0, entity).ok()
    }

    /// Closes the connection of an entity's node when nothing is under way; only the registree can open another (TS-0020 5.2).
    ///
    /// # Errors
    ///
    /// The frame cannot be sent: its reason is too long. Nothing has changed.
    pub fn disconnect(&self, entity: &str, frame: CloseFrame<'_>) -> Result<(), Error> {
        frame.check()?;
        if let Some(cell) = self.cell_of(entity)
            && cell.levels().connection.is_some()
        {
            self.0
                .append(&cell, Command::Disconnect(frame.into_owned()));
        }
        Ok(())
    }

    /// Ends the registrar: no more connections are accepted, requests under way are finished, connections are closed with 1001, and
    /// those that are left after `deadline` are cut. Handshakes that are under way by then are given up.
    pub async fn shutdown(&self, deadline: Duration) -> ShutdownReport {
        let shared = &self.0;
        let before = self.begin_shutdown();
        let mut timer = shared.runtime.timer();
        let until = timer.now().saturating_add(deadline);
        let watch = PhaseWatch::new(shared);
        poll_fn(|cx| {
            // Somebody else may have ended the registrar, and cut what was left.
            let is_over = watch.poll(cx) == Stage::Over;
            if is_over || lock(&shared.directory).connection_count() == 0 {
                return Poll::Ready(());
            }
            timer.poll_until(cx, until)
        })
        .await;
        let cut = shared.close_all();
        ShutdownReport {
            drained: before.saturating_sub(cut),
            cut,
        }
    }

    /// Has every node close its connection; how many there are.
    fn begin_shutdown(&self) -> usize {
        let shared = &self.0;
        shared.begin_draining();
        let (cells, count) = {
            let directory = lock(&shared.directory);
            let cells = directory.nodes_from(0).map(|(_, cell)| Arc::clone(cell));
            (cells.collect::<Vec<_>>(), directory.connection_count())
        };
        for cell in cells {
            let frame = CloseFrame::new(CloseCode::GOING_AWAY, "");
            shared.append(&cell, Command::Disconnect(frame));
        }
        count
    }

    /// Serves one connection from its opening handshake to its end; `false` if the handshake was refused or given up, as in
    /// [`open`](Self::open).
    ///
    /// # Errors
    ///
    /// The transport failed in the handshake, or the client broke a rule of it.
    pub async fn connection<T: Transport>(
        &self,
        accepted: Accepted<T>,
        handler: &impl Handler,
    ) -> Result<bool, Error> {
        match self.open_with(accepted, handler).await? {
            None => Ok(false),
            Some(opened) => {
                opened.drive(handler).await;
                Ok(true)
            }
        }
    }

    /// Does the opening handshake of a connection, the first half of [`connection`](Self::connection); `None` if the handshake was
    /// refused, or was given up because the registrar has ended. The [`Handler::admit`] of no handler is asked.
    ///
    /// # Errors
    ///
    /// As [`connection`](Self::connection).
    pub async fn open<T: Transport>(
        &self,
        accepted: Accepted<T>,
    ) -> Result<Option<OpenConnection<T, R>>, Error> {
        self.open_with(accepted, &async |_| {}).await
    }

    /// Does the opening handshake as [`open`](Self::open) does, and asks the [`Handler::admit`] of a handler.
    ///
    /// # Errors
    ///
    /// As [`connection`](Self::connection).
    pub async fn open_with<T: Transport>(
        &self,
        accepted: Accepted<T>,
        handler: &impl Handler,
    ) -> Result<Option<OpenConnection<T, R>>, Error> {
        let _act = self.0.act();
        if self.0.is_over() {
            return Ok(None);
        }
        let watch = PhaseWatch::new(&self.0);
        let shaking = pin!(self.shake_hands(accepted, handler));
        let opened = watch.until_over(shaking).await;
        opened.unwrap_or(Ok(None))
    }

    async fn shake_hands<T: Transport>(
        &self,
        accepted: Accepted<T>,
        handler: &impl Handler,
    ) -> Result<Option<OpenConnection<T, R>>, Error> {
        let shared = &self.0;
        let (timer, seed) = (shared.runtime.timer(), shared.runtime.seed()?);
        let accepting = accept(accepted.transport, timer, shared.limits, seed).await?;
        let peer = accepted.peer;
        let judged = self.judge(accepting.request(), &accepted.authenticated);
        let admission = match judged {
            Ok(admission) => admission,
            Err(rejection) => return self.reject(accepting, rejection, peer).await,
        };
        let handshake = Handshake {
            request: accepting.request(),
            peer,
            authenticated: &accepted.authenticated,
            admission: &admission,
        };
        let admitting = Box::pin(async { handler.admit(&handshake).await });
        let admitted = Contained::new(admitting).await;
        // A handler that panics admits nobody.
        let admitted = admitted.unwrap_or_else(|_| Err(Rejection::internal_server_error()));
        if let Err(rejection) = admitted {
            return self.reject(accepting, rejection, peer).await;
        }
        // What was judged may have changed while the handler decided.
        let Ok((cell, id)) = self.take_place(&admission) else {
            let rejection = Rejection::service_unavailable();
            return self.reject(accepting, rejection, peer).await;
        };
        let subprotocol = admission.subprotocol();
        let parts = accepting.accept_parts(admission.acceptance());
        let (pump, connection, inbox) = match parts {
            Ok(parts) => parts,
            Err(error) => {
                shared.close_connection();
                shared.forget(&cell);
                return Err(error);
            }
        };
        let claim = Claim::new(id, connection, admission);
        shared.tell(RegistrarActivity::Connected {
            connection: id,
            peer,
        });
        Ok(Some(OpenConnection::new(
            Arc::clone(shared),
            cell,
            (pump, inbox),
            claim,
            subprotocol,
            peer,
        )))
    }

    async fn reject<T: Transport>(
        &self,
        accepting: Accepting<T, R::Timer>,
        rejection: Rejection,
        peer: Option<SocketAddr>,
    ) -> Result<Option<OpenConnection<T, R>>, Error> {
        self.0.tell(RegistrarActivity::HandshakeRefused {
            peer,
            status: rejection.status(),
        });
        accepting.reject(&rejection).await?;
        Ok(None)
    }

    /// The cell for a connection that is admitted, and its number.
    fn take_place(&self, admission: &Admission) -> Result<(Arc<NodeCell>, ConnectionId), TooMany> {
        let _act = self.0.act();
        if self.0.stage() != Stage::Serving {
            return Err(TooMany);
        }
        let id = lock(&self.0.directory).open_connection()?;
        self.0.begin_act();
        match self.0.cell_of(admission.identity()) {
            Ok(cell) => Ok((cell, id)),
            Err(error) => {
                self.0.close_connection();
                Err(error)
            }
        }
    }

    /// Judges a request that an HTTP server has parsed, and that has become an [`Upgrade`](onem2m_ws_core::Upgrade): as
    /// [`Directory::judge`](onem2m_ws::cells::Directory::judge).
    ///
    /// # Errors
    ///
    /// The answer to give instead.
    pub fn judge(
        &self,
        request: &Request,
        authenticated: &[String],
    ) -> Result<Admission, Rejection> {
        if self.0.stage() != Stage::Serving {
            return Err(Rejection::service_unavailable());
        }
        lock(&self.0.directory).judge(&self.0.config, request, authenticated)
    }

    /// Takes up a connection whose opening handshake an HTTP server has answered, with the
    /// [acceptance](Admission::acceptance) of an admission, over the stream that the server hands over then.
    ///
    /// # Errors
    ///
    /// There is no room for the connection, or for its node.
    pub fn upgraded<T: Transport>(
        &self,
        transport: T,
        connection: Connection,
        admission: Admission,
    ) -> Result<OpenConnection<T, R>, TooMany> {
        let (cell, id) = self.take_place(&admission)?;
        let subprotocol = admission.subprotocol();
        let claim = Claim::new(id, connection, admission);
        let pump = Pump::new(transport, self.0.runtime.timer());
        let parts = (pump, Inbox::new());
        Ok(OpenConnection::new(
            Arc::clone(&self.0),
            cell,
            parts,
            claim,
            subprotocol,
            None,
        ))
    }

    pub(super) fn timer(&self) -> R::Timer {
        self.0.runtime.timer()
    }
}

impl<R: Runtime> Clone for RegistrarHandle<R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<R: Runtime> fmt::Debug for RegistrarHandle<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegistrarHandle").finish_non_exhaustive()
    }
}

// Futures of handles go to other threads.
const _: () = {
    const fn is_send<T: Send>() {}
    is_send::<Slot<NodeCell>>();
};
