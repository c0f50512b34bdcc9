//! One connection of a registrar, and the task that drives it.

use core::fmt;
use core::future::Future;
use core::net::SocketAddr;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;

use futures_util::stream::{FuturesUnordered, StreamExt};
use onem2m_primitive::{CodecConfig, Primitive, RequestPrimitive, ResponsePrimitive};
use onem2m_ws::cells::{Allowance, By, CheckOut, Claim, Command, Node, Proof, Taken};
use onem2m_ws::{ConnectionId, IncomingId, Subprotocol, Superseded, from_message};
use onem2m_ws_core::{CloseCode, CloseFrame, Connection, Event, Inbox, Outbox, Timestamp};

use super::cell::{Answering, Guard, NodeCell, SharedNames, Ticket};
use super::events::RegistrarActivity;
use super::handler::Handler;
use super::phase::{PhaseWatch, Stage as Phase};
use super::running::{Handling, Running};
use super::shared::{PutBack, Shared};
use crate::node::incoming::{IncomingRequest, Peer, Responder};
use crate::node::lock;
use crate::pump::{Advanced, Demand, HEAVY, Machine, Pump, Turn};
use crate::runtime::Runtime;
use crate::storage;
use crate::transport::Transport;

/// A connection of a registrar whose handshake is done.
#[must_use = "the connection is lost unless it is driven"]
pub struct OpenConnection<T: Transport, R: Runtime> {
    shared: Arc<Shared<R>>,
    cell: Arc<NodeCell>,
    id: ConnectionId,
    peer: Option<SocketAddr>,
    subprotocol: Subprotocol,
    inbox: Inbox,
    stage: Stage<T, R>,
    requests: Vec<Request<R>>,
    /// Notices the end of the registrar, where the cell does not tell.
    phase: Option<PhaseWatch<R>>,
}

/// The stage of a connection: whose it is.
///
/// ```text
///   Arrived ──first poll──▶ Claimed ──another claims the node──▶ Former
///                              │                                   │
///                              └──── the transport is let go ──────┴──▶ Over
/// ```
enum Stage<T, R: Runtime> {
    /// Nobody has driven the connection yet.
    Arrived(Pump<T, R::Timer>, Box<Claim>),
    /// The connection holds the node, or wants it.
    Claimed(Pump<T, R::Timer>),
    /// Another connection holds the node: this one is closed.
    Former(Pump<T, R::Timer>, Box<Former>),
    Over,
}

/// Handlers that run.
type Handlers<'h, R> = FuturesUnordered<Running<'h, R>>;

/// A connection that is driven. Those who answer its requests are let go before it is: what becomes of them is told as its own.
pub(super) struct Driving<'h, T: Transport, R: Runtime, H> {
    handlers: Option<Box<Handlers<'h, R>>>,
    connection: OpenConnection<T, R>,
    handler: &'h H,
}

impl<T: Transport, R: Runtime, H> Unpin for Driving<'_, T, R, H> {}

impl<T: Transport, R: Runtime, H: Handler> Future for Driving<'_, T, R, H> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        this.connection.poll(cx, this.handler, &mut this.handlers)
    }
}

/// The result of a poll of a connection.
enum Polled {
    /// There is more to do.
    Again,
    /// The task is woken when there is, once it has left its waker.
    Waits,
    /// The task has left its waker.
    Sleeps,
    Over,
}

impl<T: Transport, R: Runtime> OpenConnection<T, R> {
    pub(super) fn new(
        shared: Arc<Shared<R>>,
        cell: Arc<NodeCell>,
        (pump, inbox): (Pump<T, R::Timer>, Inbox),
        claim: Claim,
        subprotocol: Subprotocol,
        peer: Option<SocketAddr>,
    ) -> Self {
        Self {
            shared,
            cell,
            id: claim.connection(),
            peer,
            subprotocol,
            inbox,
            stage: Stage::Arrived(pump, Box::new(claim)),
            requests: Vec::new(),
            phase: None,
        }
    }

    /// Returns the number of the connection.
    #[must_use]
    pub const fn id(&self) -> ConnectionId {
        self.id
    }

    /// Drives the connection to its end, and the handlers of its requests to theirs.
    // Not an `async fn`, whose future would have room for the connection twice.
    pub fn drive(self, handler: &impl Handler) -> impl Future<Output = ()> {
        self.driven_by(handler)
    }

    pub(super) const fn driven_by<H: Handler>(self, handler: &H) -> Driving<'_, T, R, H> {
        Driving {
            handlers: None,
            connection: self,
            handler,
        }
    }

    fn poll<'h, H: Handler>(
        &mut self,
        cx: &mut Context<'_>,
        handler: &'h H,
        handlers: &mut Option<Box<Handlers<'h, R>>>,
    ) -> Poll<()> {
        for _ in 0..MAX_ROUNDS {
            let polled = self.poll_connection(cx, handlers.is_none());
            let has_new = !self.requests.is_empty();
            for (id, request, running) in self.requests.drain(..) {
                let incoming = incoming(&self.shared, &self.cell, self.id, self.peer, id, request);
                if let Some(running) = Running::begin(running, handler, incoming) {
                    handlers.get_or_insert_default().push(running);
                }
            }
            let mut has_answered = false;
            if let Some(running) = handlers {
                while let Poll::Ready(Some(())) = running.poll_next_unpin(cx) {
                    has_answered = true;
                }
                if running.is_empty() {
                    *handlers = None;
                }
            }
            match polled {
                Polled::Over if handlers.is_none() => return Poll::Ready(()),
                Polled::Over if self.is_cut(cx) => {
                    *handlers = None;
                    return Poll::Ready(());
                }
                Polled::Again => {}
                Polled::Over | Polled::Waits if has_new || has_answered => {}
                Polled::Over | Polled::Sleeps => return Poll::Pending,
                Polled::Waits => {
                    if self.may_sleep(cx) {
                        return Poll::Pending;
                    }
                }
            }
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }

    /// Returns whether the registrar has ended, and cuts what is left. The task is woken when that happens.
    fn is_cut(&mut self, cx: &Context<'_>) -> bool {
        let shared = &self.shared;
        let phase = self.phase.get_or_insert_with(|| PhaseWatch::new(shared));
        phase.poll(cx) == Phase::Over
    }

    /// Returns whether nothing has been asked of the node since it was put back; then the waker is kept.
    fn may_sleep(&self, cx: &Context<'_>) -> bool {
        if !matches!(self.stage, Stage::Claimed(_)) {
            return true;
        }
        let waker = cx.waker().clone();
        self.cell
            .with(|cell, wakers| match cell.sleep(self.id, waker, wakers) {
                Ok(()) => true,
                Err(waker) => {
                    wakers.drop.push(waker);
                    false
                }
            })
    }

    fn poll_connection(&mut self, cx: &mut Context<'_>, may_sleep: bool) -> Polled {
        match core::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Over => Polled::Over,
            Stage::Arrived(pump, claim) => {
                self.stage = Stage::Claimed(pump);
                self.claim(claim);
                Polled::Again
            }
            Stage::Claimed(pump) => {
                self.stage = Stage::Claimed(pump);
                self.poll_claimed(cx, may_sleep)
            }
            Stage::Former(pump, former) => {
                self.stage = Stage::Former(pump, former);
                self.poll_former(cx)
            }
        }
    }

    /// Wants the node: says so, and waits for nobody.
    fn claim(&mut self, claim: Box<Claim>) {
        let mut command = Command::Claim(claim);
        loop {
            match self.cell.append(command) {
                // Custody is asked for next, in which the claim is carried out.
                Ok(_) => break,
                Err(Command::Claim(refused)) => {
                    let Ok(cell) = self.shared.cell_of(refused.identity()) else {
                        self.stage = Stage::Over;
                        return;
                    };
                    if self.shared.is_over() {
                        self.stage = Stage::Over;
                        return;
                    }
                    self.cell = cell;
                    command = Command::Claim(refused);
                }
                Err(_) => return debug_assert!(false, "the command that was given comes back"),
            }
        }
        if !self.shared.is_serving() {
            let frame = CloseFrame::new(CloseCode::GOING_AWAY, "");
            // The registrar was shut down behind the handshake. If the node is gone so is the connection.
            drop(self.cell.append(Command::Disconnect(frame)));
        }
    }

    fn poll_claimed(&mut self, cx: &mut Context<'_>, may_sleep: bool) -> Polled {
        let waker = cx.waker().clone();
        let by = By::Connection(self.id);
        let checked_out = self
            .cell
            .with(|cell, wakers| (cell.check_out(by, Some(waker), wakers), cell.allowance()));
        match checked_out {
            (CheckOut::Custody(custody), allowance) => {
                let (shared, cell) = (Arc::clone(&self.shared), Arc::clone(&self.cell));
                let Stage::Claimed(pump) = &self.stage else {
                    debug_assert!(false, "a connection that claims is driven");
                    return Polled::Over;
                };
                let guard = Guard::new(&shared, &cell, custody, pump.read_clock());
                self.poll_in_custody(cx, guard, &cell, allowance, may_sleep)
            }
            (CheckOut::NotYet, _) => Polled::Waits,
            (CheckOut::Gone(superseded), _) => {
                self.step_down(superseded);
                Polled::Again
            }
            (CheckOut::Dead, _) => match self.cell.forward().map(Arc::clone) {
                Some(cell) => {
                    self.cell = cell;
                    Polled::Again
                }
                // The registrar is over.
                None => self.end(),
            },
        }
    }

    fn poll_in_custody(
        &mut self,
        cx: &mut Context<'_>,
        mut guard: Guard<'_, R>,
        cell: &Arc<NodeCell>,
        allowance: usize,
        may_sleep: bool,
    ) -> Polled {
        let Stage::Claimed(pump) = &mut self.stage else {
            return Polled::Again;
        };
        let shared = Arc::clone(&self.shared);
        let now = guard.now();
        shared.carry_out_line(&mut guard, now);
        let Some(node) = guard.node() else {
            return Polled::Again;
        };
        if !node.is_linked_by(self.id) {
            // Somebody else's claim was behind ours.
            shared.check_in(guard, None);
            return Polled::Again;
        }
        let mut machine = NodeMachine {
            node,
            id: self.id,
            shared: &shared,
            cell,
            allowance: allowance.min(shared.handlers_left(self.id, cx)),
            requests: &mut self.requests,
            proof: None,
            is_short: false,
        };
        let turn = pump.poll(cx, &mut self.inbox, &mut machine);
        #[cfg(feature = "deflate")]
        machine.count_compressed();
        let (proof, is_short) = (machine.proof.take(), machine.is_short);
        if let Some(proof) = proof {
            self.move_to_known(guard, cell, proof);
            return Polled::Again;
        }
        match turn {
            Poll::Ready(Turn::Over) => {
                let now = pump.read_clock();
                if let Some(node) = guard.node() {
                    node.release(now, self.id);
                }
                shared.check_in(guard, None);
                self.end()
            }
            Poll::Ready(Turn::Ready) => {
                shared.check_in(guard, None);
                Polled::Again
            }
            // Others were faster; by now there may be room again, of which nobody would tell.
            Poll::Pending if is_short && shared.handlers_left(self.id, cx) > 0 => {
                shared.check_in(guard, None);
                Polled::Again
            }
            Poll::Pending => {
                let sleeps = may_sleep && self.requests.is_empty();
                let waiting = sleeps.then_some((self.id, &*cx));
                match shared.check_in(guard, waiting) {
                    PutBack::Asleep => Polled::Sleeps,
                    PutBack::Awake => Polled::Waits,
                    PutBack::Changed => Polled::Again,
                }
            }
        }
    }

    /// The peer has proved to be a node that is known: its connection moves there.
    fn move_to_known(&mut self, mut guard: Guard<'_, R>, own: &Arc<NodeCell>, proof: Proof) {
        let shared = Arc::clone(&self.shared);
        let now = shared.now();
        let known = {
            let directory = lock(&shared.directory);
            let place = directory.place(proof.originator());
            place.map(|(_, cell)| Arc::clone(cell))
        };
        let (Some(known), Some(node)) = (known, guard.node()) else {
            // The node was forgotten a moment ago: the request is looked at once more.
            if let Some(node) = guard.node() {
                node.take_back(proof);
            }
            shared.check_in(guard, None);
            return;
        };
        let Some(claim) = node.leave(now, proof) else {
            debug_assert!(false, "what proves has come over the connection");
            shared.check_in(guard, None);
            return;
        };
        match known.append(Command::Claim(Box::new(claim))) {
            Ok(_) => {
                own.forward_to(&known);
                let number = own.number();
                let handle = lock(&shared.directory).forget(number, None);
                drop(handle);
                let line = own.with(|cell, wakers| cell.retire(wakers));
                if let Some(mut custody) = guard.release() {
                    shared.end_effects(&mut custody.node);
                    for command in custody.commands.into_iter().chain(line) {
                        shared.append(&known, command);
                    }
                }
                for (_, _, running) in &mut self.requests {
                    running.move_to(&known);
                }
                self.cell = known;
            }
            Err(Command::Claim(claim)) => {
                // Dead by now: the next look finds who is known there then.
                if let Some(node) = guard.node() {
                    node.come_back(now, *claim);
                }
                shared.check_in(guard, None);
            }
            Err(_) => debug_assert!(false, "the command that was given comes back"),
        }
    }

    /// Another connection holds the node.
    fn step_down(&mut self, superseded: Option<Superseded>) {
        let Stage::Claimed(pump) = core::mem::replace(&mut self.stage, Stage::Over) else {
            return;
        };
        if let Some(Superseded::Close(connection)) = superseded {
            let former = Former {
                connection,
                subprotocol: self.subprotocol,
                codec: self.shared.config.session.codec,
                responses: Vec::new(),
                dropped: 0,
                has_closed: false,
            };
            self.stage = Stage::Former(pump, Box::new(former));
        }
    }

    fn poll_former(&mut self, cx: &mut Context<'_>) -> Polled {
        if self.is_cut(cx) {
            return self.end();
        }
        let Stage::Former(pump, former) = &mut self.stage else {
            return Polled::Again;
        };
        let turn = pump.poll(cx, &mut self.inbox, &mut **former);
        #[cfg(feature = "deflate")]
        self.shared
            .observers
            .note_compressed(former.connection.take_deflate_counters());
        for response in former.responses.drain(..) {
            let command = Command::Response(Box::new(response));
            self.shared.append(&self.cell, command);
        }
        for _ in 0..core::mem::take(&mut former.dropped) {
            self.shared.tell(RegistrarActivity::FormerDropped {
                connection: self.id,
            });
        }
        match turn {
            Poll::Ready(Turn::Over) => self.end(),
            Poll::Ready(Turn::Ready) => Polled::Again,
            Poll::Pending => Polled::Waits,
        }
    }

    /// The transport is let go.
    fn end(&mut self) -> Polled {
        self.stage = Stage::Over;
        self.inbox.clear();
        storage::give_back(&mut self.inbox);
        Polled::Over
    }
}

impl<T: Transport, R: Runtime> OpenConnection<T, R> {
    /// Lets go of the node: in one section, so that nothing is kept for a task that is gone. A claim that nobody has carried
    /// out is taken back, unless requests of the peer come with it.
    fn leave(&self) {
        let id = self.id;
        let claims = |command: &Command<Ticket>| matches!(command, Command::Claim(claim) if claim.connection() == id && claim.is_fresh());
        let (left, release) = self.cell.with(|cell, wakers| {
            let left = (cell.withdraw(claims, wakers), cell.take_gone(id));
            let release = match &left {
                (None, None) => Some(cell.append(Command::Release(id))),
                (Some(_), _) | (_, Some(_)) => None,
            };
            (left, release)
        });
        let is_withdrawn = left.0.is_some();
        drop(left);
        match release {
            // The node may have been made for this connection.
            None if is_withdrawn => self.shared.forget(&self.cell),
            None => {}
            Some(Ok(appended)) => {
                if let Some(waker) = appended.wake {
                    waker.wake();
                }
                if appended.is_errand {
                    self.shared.run_errand(&self.cell, By::Errand);
                }
            }
            // The node lives elsewhere.
            Some(Err(command)) => self.shared.append(&self.cell, command),
        }
    }
}

impl<T: Transport, R: Runtime> Drop for OpenConnection<T, R> {
    fn drop(&mut self) {
        let stage = core::mem::replace(&mut self.stage, Stage::Over);
        match &stage {
            // The node may have been made for this connection.
            Stage::Arrived(..) => self.shared.forget(&self.cell),
            Stage::Claimed(_) => self.leave(),
            Stage::Former(..) | Stage::Over => {}
        }
        drop(stage);
        self.inbox.clear();
        storage::give_back(&mut self.inbox);
        self.shared.leave_handlers(self.id);
        self.shared.close_connection();
    }
}

fn incoming<R: Runtime>(
    shared: &Arc<Shared<R>>,
    cell: &Arc<NodeCell>,
    connection: ConnectionId,
    address: Option<SocketAddr>,
    id: IncomingId,
    request: RequestPrimitive<'static>,
) -> IncomingRequest {
    let node = Arc::new(Answering {
        shared: Arc::clone(shared),
        cell: Arc::clone(cell),
    });
    let peer = Peer {
        connection: Some(connection),
        address,
        identity: cell.levels().identity,
    };
    IncomingRequest::new(request, peer, Responder::new(id, node))
}

/// A request for the application, which is counted already.
type Request<R> = (IncomingId, RequestPrimitive<'static>, Handling<R>);

/// A node in custody, under the pump of its connection.
struct NodeMachine<'n, R: Runtime> {
    node: &'n mut Node<Ticket>,
    id: ConnectionId,
    shared: &'n Arc<Shared<R>>,
    cell: &'n Arc<NodeCell>,
    /// Requests that may be handed to handlers, as far as that was known before the poll.
    allowance: usize,
    requests: &'n mut Vec<Request<R>>,
    proof: Option<Proof>,
    /// True if there was no room when it came to it.
    is_short: bool,
}

#[cfg(feature = "deflate")]
impl<R: Runtime> NodeMachine<'_, R> {
    fn count_compressed(&mut self) {
        let bytes = self.node.take_deflate_counters();
        self.shared.observers.note_compressed(bytes);
    }
}

impl<R: Runtime> Machine for NodeMachine<'_, R> {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced {
        let mut names = SharedNames(&self.shared.directory);
        while self.proof.is_none() && self.requests.len() < BATCH {
            let allowance = Allowance {
                requests: self.allowance,
            };
            let config = &self.shared.config;
            match self.node.advance(now, inbox, allowance, config, &mut names) {
                Some(Taken::Request(id, request)) => {
                    let Some(running) = Handling::begin(self.shared, self.cell, self.id) else {
                        self.node.hold(id, request);
                        (self.allowance, self.is_short) = (0, true);
                        continue;
                    };
                    self.allowance = self.allowance.saturating_sub(1);
                    self.requests.push((id, request, running));
                }
                Some(Taken::Proof(proof)) => self.proof = Some(proof),
                None if self.node.session().is_flushing() => return Advanced::Closed,
                None => return Advanced::Idle,
            }
        }
        Advanced::Ready
    }

    fn is_heavy(&self, inbox: &Inbox) -> bool {
        let len = self.node.session().completing_len(inbox);
        len.is_some_and(|len| len >= HEAVY)
    }

    fn outbox(&mut self, now: Timestamp) -> Option<&mut Outbox> {
        self.node.outbox(now, self.id)
    }

    fn demand(&self) -> Demand {
        let session = self.node.session();
        Demand {
            action: session.transport_action(),
            wants_input: session.wants_input() && self.allowance > 0,
            deadline: session.poll_timeout(),
            lingers: session.lingers(),
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        self.node.handle_timeout(now);
    }

    fn handle_eof(&mut self) {
        self.node.handle_eof();
    }

    fn handle_unread(&mut self, now: Timestamp) {
        self.node.handle_unread(now);
    }

    fn shrink(&mut self) {
        self.node.shrink();
        self.requests.shrink_to_fit();
    }

    fn write_timeout(&self) -> Option<Duration> {
        self.shared.limits.write_timeout
    }
}

/// A connection that another took the place of, until it is closed. Responses on it still count; requests are dropped.
struct Former {
    connection: Box<Connection>,
    subprotocol: Subprotocol,
    codec: CodecConfig,
    responses: Vec<ResponsePrimitive<'static>>,
    dropped: usize,
    has_closed: bool,
}

impl Machine for Former {
    fn advance(&mut self, now: Timestamp, inbox: &mut Inbox) -> Advanced {
        while let Some(event) = self.connection.poll_event(now, inbox) {
            match event {
                Event::Message(message) => {
                    match from_message(&message, self.subprotocol, &self.codec) {
                        Ok(Primitive::Response(response)) => {
                            self.responses.push(response.into_owned());
                        }
                        Ok(Primitive::Request(_)) | Err(_) => self.dropped += 1,
                    }
                }
                Event::Closed(_) => self.has_closed = true,
                Event::Piece(_) | Event::Ping(_) | Event::Pong(_) => {}
            }
            if self.responses.len() >= BATCH {
                return Advanced::Ready;
            }
        }
        if self.has_closed {
            Advanced::Closed
        } else {
            Advanced::Idle
        }
    }

    fn outbox(&mut self, _: Timestamp) -> Option<&mut Outbox> {
        Some(self.connection.outbox())
    }

    fn demand(&self) -> Demand {
        let deadline = self.connection.poll_timeout();
        Demand {
            action: self.connection.transport_action(),
            wants_input: true,
            deadline,
            lingers: deadline.is_some(),
        }
    }

    fn handle_timeout(&mut self, now: Timestamp) {
        self.connection.handle_timeout(now);
    }

    fn handle_eof(&mut self) {
        self.connection.handle_eof();
    }

    fn handle_unread(&mut self, now: Timestamp) {
        self.connection.handle_unread(now);
    }

    fn shrink(&mut self) {
        self.connection.outbox().shrink();
    }

    fn write_timeout(&self) -> Option<Duration> {
        self.connection.config().write_timeout
    }
}

impl<T: Transport, R: Runtime> fmt::Debug for OpenConnection<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenConnection")
            .field("id", &self.id)
            .field("peer", &self.peer)
            .finish_non_exhaustive()
    }
}

/// Requests that are handed to the application at a time, before more are taken from the input.
const BATCH: usize = 16;
/// Rounds without waiting after which other tasks get their turn.
const MAX_ROUNDS: u32 = 8;
