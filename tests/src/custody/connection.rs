//! The task of a connection: claims, polls in custody, writes to a transport that acts in between, steps down.

use core::cell::{Cell as Flag, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use onem2m_primitive::{
    CodecConfig, Primitive, RequestPrimitive, ResourceType, ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::cells::{Allowance, By, CheckOut, Claim, Command, Proof, Taken};
use onem2m_ws::{ConnectionId, IncomingId, Subprotocol, Superseded, from_message};
use onem2m_ws_core::{Buf, Connection, Event, Inbox, Timestamp, TransportAction};

use super::Fault;
use super::executor::{Kind, TaskId};
use super::peer::Wire;
use super::registrar::{Guard, NodeCell, PutBack, Shared};

/// What is left of a connection whose task is gone.
pub(super) struct OpenConnection {
    pub(super) shared: Rc<Shared>,
    pub(super) cell: Rc<NodeCell>,
    pub(super) id: ConnectionId,
    pub(super) wire: Rc<Wire>,
    pub(super) is_claimed: bool,
    pub(super) inbox: Inbox,
    pub(super) requests: Vec<(IncomingId, RequestPrimitive<'static>)>,
    pub(super) has_eof: bool,
    /// Bytes that the transport took, and the session was not told of.
    pub(super) untold: usize,
}

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.wire.let_go();
        if self.shared.executor.is_over() {
            return;
        }
        let (shared, cell, id, is_claimed) = (
            Rc::clone(&self.shared),
            Rc::clone(&self.cell),
            self.id,
            self.is_claimed,
        );
        self.shared.executor.spawn(Kind::Call, async move {
            if is_claimed {
                release(&shared, &cell, id).await;
            }
            shared.executor.step().await;
            shared.directory.borrow_mut().close_connection();
        });
    }
}

async fn release(shared: &Rc<Shared>, cell: &Rc<NodeCell>, id: ConnectionId) {
    let claims = |command: &Command<usize>| matches!(command, Command::Claim(claim) if claim.connection() == id && claim.is_fresh());
    let release = shared
        .with(cell, |cell, wakers| {
            let left = (cell.withdraw(claims, wakers), cell.take_gone(id));
            match left {
                (None, None) => Some(cell.append(Command::Release(id))),
                (Some(_), _) | (_, Some(_)) => None,
            }
        })
        .await;
    match release {
        None => {}
        Some(Ok(appended)) => {
            if let Some(task) = appended.wake {
                shared.executor.wake(task);
            }
            if appended.is_errand {
                shared.run_errand(cell, By::Errand).await;
            }
        }
        Some(Err(command)) => shared.append(cell, command).await,
    }
}

enum Polled {
    Again,
    Waits,
    Sleeps,
    Over,
}

/// Drives a connection to its end.
pub(super) async fn drive(mut this: OpenConnection, claim: Claim, me: TaskId) {
    let shared = Rc::clone(&this.shared);
    let executor = Rc::clone(&shared.executor);
    // The task may never be polled.
    executor.rest(Some(Timestamp::ZERO)).await;
    this.is_claimed = true;
    if !claim_node(&mut this, claim).await {
        return;
    }
    loop {
        let mut polled = Polled::Again;
        for _ in 0..8 {
            polled = poll_claimed(&mut this, me).await;
            for (id, request) in core::mem::take(&mut this.requests) {
                handle(&shared, &this.cell, id, request).await;
            }
            match polled {
                Polled::Again => {}
                Polled::Waits => {
                    let id = this.id;
                    let slept = shared
                        .with(&this.cell, |cell, wakers| cell.sleep(id, me, wakers))
                        .await;
                    if slept.is_ok() {
                        polled = Polled::Sleeps;
                        break;
                    }
                    polled = Polled::Again;
                }
                Polled::Sleeps | Polled::Over => break,
            }
        }
        match polled {
            Polled::Over => break,
            Polled::Again => executor.wake(me),
            Polled::Waits | Polled::Sleeps => {}
        }
        *this.wire.held.borrow_mut() = Some((this.id, Rc::clone(&this.cell)));
        this.wire.is_claimed.set(this.is_claimed);
        let until = this.wire.deadline.get();
        executor.rest(until).await;
    }
}

async fn claim_node(this: &mut OpenConnection, claim: Claim) -> bool {
    let shared = Rc::clone(&this.shared);
    let mut command = Command::Claim(Box::new(claim));
    loop {
        match shared.append_to(&this.cell, command).await {
            Ok(_) => return true,
            Err(Command::Claim(refused)) => {
                let Ok(cell) = shared.cell_of(refused.identity()).await else {
                    this.is_claimed = false;
                    return false;
                };
                if shared.is_over.get() {
                    this.is_claimed = false;
                    return false;
                }
                this.cell = cell;
                command = Command::Claim(refused);
            }
            Err(_) => panic!("the command that was given comes back"),
        }
    }
}

async fn handle(
    shared: &Rc<Shared>,
    cell: &Rc<NodeCell>,
    id: IncomingId,
    request: RequestPrimitive<'static>,
) {
    shared.with(cell, |cell, _| cell.begin_handler()).await;
    let (shared, cell) = (Rc::clone(shared), Rc::clone(cell));
    let executor = Rc::clone(&shared.executor);
    let received = executor.now();
    executor.clone().spawn(Kind::Call, async move {
        for _ in 0..executor.below(20) {
            executor.step().await;
        }
        if executor.chance(10) {
            let until = executor
                .now()
                .saturating_add(core::time::Duration::from_millis(500));
            executor.rest(Some(until)).await;
        }
        let response = response(&request);
        let timeout = shared.session_config.answer_timeout / 2;
        if executor.now().saturating_since(received) < timeout {
            shared.wire_log.borrow_mut().timely.insert(id);
        }
        shared
            .append(&cell, Command::Answer(id, Box::new(response)))
            .await;
        let is_idle = shared
            .with(&cell, |cell, wakers| {
                wakers.wake.extend(cell.end_handler());
                cell.is_idle()
            })
            .await;
        if is_idle {
            shared.forget(&cell).await;
        }
    });
}

fn response(request: &RequestPrimitive<'_>) -> ResponsePrimitive<'static> {
    let response = ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED);
    if request.resource_type == Some(ResourceType::AE) {
        let name = request.from.as_deref().unwrap_or_default();
        let ae = format!(r#"{{"m2m:ae":{{"rn":"{name}","ri":"{name}","aei":"{name}"}}}}"#);
        return response.content(onem2m_primitive::Content::json_text(ae).expect("it is JSON"));
    }
    match request.content.as_ref().and_then(super::ledger::number) {
        Some(number) => response.content(super::ledger::content(number)),
        None => response,
    }
}

async fn poll_claimed(this: &mut OpenConnection, me: TaskId) -> Polled {
    let shared = Rc::clone(&this.shared);
    let id = this.id;
    let checked_out = shared
        .with(&this.cell, |cell, wakers| {
            (
                cell.check_out(By::Connection(id), Some(me), wakers),
                cell.allowance(),
            )
        })
        .await;
    match checked_out {
        (CheckOut::Custody(custody), allowance) => {
            let guard = Guard::new(&shared, &this.cell, custody, shared.executor.now());
            poll_in_custody(this, guard, allowance, me).await
        }
        (CheckOut::NotYet, _) => {
            this.wire.deadline.set(None);
            Polled::Waits
        }
        (CheckOut::Gone(superseded), _) => {
            this.is_claimed = false;
            this.wire.is_claimed.set(false);
            if let Some(Superseded::Close(connection)) = superseded {
                former(this, *connection, me).await;
            }
            Polled::Over
        }
        (CheckOut::Dead, _) => match this.cell.forward().map(Rc::clone) {
            Some(cell) => {
                this.cell = cell;
                Polled::Again
            }
            None => Polled::Over,
        },
    }
}

async fn poll_in_custody(
    this: &mut OpenConnection,
    mut guard: Guard,
    allowance: usize,
    me: TaskId,
) -> Polled {
    let shared = Rc::clone(&this.shared);
    let now = guard.now();
    shared.carry_out_line(&mut guard, now).await;
    if !guard.node().is_linked_by(this.id) && shared.fault != Some(Fault::WritesOn) {
        shared.check_in(guard, None).await;
        return Polled::Again;
    }
    match pump(this, &mut guard, allowance).await {
        Pumped::Proof(proof) => {
            let own = Rc::clone(&this.cell);
            this.cell = shared.move_to_known(guard, &own, proof).await;
            Polled::Again
        }
        Pumped::Over => {
            let now = shared.executor.now();
            guard.node().release(now, this.id);
            shared.check_in(guard, None).await;
            Polled::Over
        }
        Pumped::Ready => {
            shared.check_in(guard, None).await;
            Polled::Again
        }
        Pumped::Pending => {
            let sleeps = this.requests.is_empty();
            match shared
                .check_in(guard, sleeps.then_some((this.id, me)))
                .await
            {
                PutBack::Asleep => Polled::Sleeps,
                PutBack::Awake => Polled::Waits,
                PutBack::Changed => Polled::Again,
            }
        }
    }
}

enum Pumped {
    Proof(Proof),
    Over,
    Ready,
    Pending,
}

/// Reads, writes and looks at the clock, as the pump does; between taking bytes and telling so, others act.
async fn pump(this: &mut OpenConnection, guard: &mut Guard, allowance: usize) -> Pumped {
    let shared = Rc::clone(&this.shared);
    let executor = Rc::clone(&shared.executor);
    let mut allowance = allowance;
    for _ in 0..8 {
        let now = executor.now();
        guard.node().handle_timeout(now);
        loop {
            let names = &mut *shared.directory.borrow_mut();
            let allowed = Allowance {
                requests: allowance,
            };
            match guard
                .node()
                .advance(now, &mut this.inbox, allowed, &shared.config, names)
            {
                Some(Taken::Request(id, request)) => {
                    allowance -= 1;
                    this.requests.push((id, request));
                }
                Some(Taken::Proof(proof)) => return Pumped::Proof(proof),
                None => break,
            }
        }
        executor.step().await;
        if !write(this, guard).await {
            return Pumped::Over;
        }
        let session = guard.node().session();
        match session.transport_action() {
            TransportAction::None => {}
            TransportAction::Shutdown => this.wire.shut_down(),
            TransportAction::AwaitEof => {}
            TransportAction::Abort => return Pumped::Over,
        }
        let wants_input = session.wants_input() && allowance > 0;
        if !wants_input {
            guard.node().handle_unread(now);
            break;
        }
        match this.wire.read(&executor, &mut this.inbox) {
            Some(0) if this.has_eof => break,
            Some(0) => {
                this.has_eof = true;
                guard.node().handle_eof();
            }
            Some(_) => {}
            None => {
                let timeout = guard.node().session().poll_timeout();
                let unblocked = this.wire.blocked_until(now);
                let until = timeout.into_iter().chain(unblocked).min();
                this.wire.deadline.set(until);
                return Pumped::Pending;
            }
        }
        if executor.chance(10) {
            return Pumped::Ready;
        }
    }
    let timeout = guard.node().session().poll_timeout();
    let unblocked = this.wire.blocked_until(executor.now());
    this.wire
        .deadline
        .set(timeout.into_iter().chain(unblocked).min());
    Pumped::Pending
}

/// Whether the transport goes on.
async fn write(this: &mut OpenConnection, guard: &mut Guard) -> bool {
    let shared = Rc::clone(&this.shared);
    let executor = &shared.executor;
    loop {
        let now = executor.now();
        let id = match shared.fault {
            Some(Fault::WritesOn) => guard.node().connection().map_or(this.id, |(id, _)| id),
            _ => this.id,
        };
        let outbox = guard.node().outbox(now, id);
        let Some(outbox) = outbox.filter(|outbox| outbox.has_remaining()) else {
            return true;
        };
        if this.untold > 0 {
            outbox.advance(core::mem::take(&mut this.untold));
            continue;
        }
        if this.wire.is_broken() {
            return false;
        }
        if this.wire.blocked_until(now).is_some() {
            return true;
        }
        if executor.chance(10) {
            this.wire
                .block(now.saturating_add(core::time::Duration::from_millis(20)));
            return true;
        }
        let mut count = outbox.chunk().len();
        if executor.chance(60) {
            count = 1 + executor.below(count);
        }
        let bytes = outbox.chunk()[..count].to_vec();
        assert!(
            guard.node().is_linked_by(this.id),
            "C2: a connection that has lost the node writes"
        );
        this.wire.take(&shared, &bytes);
        if shared.fault == Some(Fault::TellsLate) {
            this.untold = count;
            executor.wake_current();
            return true;
        }
        // The transport has taken bytes of which nobody knows yet.
        executor.fragile_step().await;
        let outbox = guard
            .node()
            .outbox(now, id)
            .expect("nobody else has custody");
        outbox.advance(count);
    }
}

/// A connection that another took the place of, until it is closed.
async fn former(this: &mut OpenConnection, mut connection: Connection, _: TaskId) {
    let shared = Rc::clone(&this.shared);
    let executor = Rc::clone(&shared.executor);
    loop {
        let now = executor.now();
        connection.handle_timeout(now);
        let mut responses = Vec::new();
        let mut is_closed = false;
        while let Some(event) = connection.poll_event(now, &mut this.inbox) {
            match event {
                Event::Message(message) => {
                    if let Ok(Primitive::Response(response)) =
                        from_message(&message, Subprotocol::JSON, &CodecConfig::default())
                    {
                        responses.push(response.into_owned());
                    }
                }
                Event::Closed(_) => is_closed = true,
                _ => {}
            }
        }
        for response in responses {
            shared
                .append(&this.cell, Command::Response(Box::new(response)))
                .await;
        }
        while connection.outbox().has_remaining() && !this.wire.is_broken() {
            let count = connection.outbox().chunk().len();
            let bytes = connection.outbox().chunk().to_vec();
            this.wire.take(&shared, &bytes);
            connection.outbox().advance(count);
        }
        match connection.transport_action() {
            TransportAction::Abort => return,
            TransportAction::Shutdown => this.wire.shut_down(),
            TransportAction::None | TransportAction::AwaitEof => {}
        }
        if is_closed || this.wire.is_broken() {
            return;
        }
        match this.wire.read(&executor, &mut this.inbox) {
            Some(0) if this.has_eof => return,
            Some(0) => {
                this.has_eof = true;
                connection.handle_eof();
            }
            Some(_) => {}
            None => executor.rest(connection.poll_timeout()).await,
        }
    }
}

/// Which answers the application gave in time.
#[derive(Debug, Default)]
pub(super) struct WireLog {
    pub(super) timely: std::collections::BTreeSet<IncomingId>,
}

pub(super) type Deadline = Flag<Option<Timestamp>>;
pub(super) type Bytes = RefCell<VecDeque<u8>>;
