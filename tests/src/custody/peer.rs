//! The other end of a transport: what was taken is read at once, and what the peer says waits to be read.

use core::cell::{Cell as Flag, RefCell};
use std::rc::Rc;

use onem2m_primitive::{
    CodecConfig, Content, Operation, Primitive, RequestIdentifier, RequestPrimitive, ResourceType,
    ResponsePrimitive, ResponseStatusCode,
};
use onem2m_ws::{ConnectionId, Subprotocol, from_message, to_message};
use onem2m_ws_core::{Buf, Connection, Event, Inbox, Timestamp};

use super::connection::{Bytes, Deadline};
use super::executor::{Executor, TaskId};
use super::ledger::{self};
use super::registrar::{NodeCell, Shared};

pub(super) struct Wire {
    pub(super) name: String,
    pub(super) peer: RefCell<Connection>,
    inbox: RefCell<Inbox>,
    up: Bytes,
    /// The peer sends nothing more.
    pub(super) is_shut: Flag<bool>,
    is_broken: Flag<bool>,
    blocked: Deadline,
    pub(super) deadline: Deadline,
    pub(super) task: Flag<Option<TaskId>>,
    pub(super) is_let_go: Flag<bool>,
    /// The node that the connection holds or wants.
    pub(super) held: RefCell<Option<(ConnectionId, Rc<NodeCell>)>>,
    pub(super) is_claimed: Flag<bool>,
    pub(super) answers: RefCell<Vec<ResponsePrimitive<'static>>>,
}

impl Wire {
    pub(super) fn new(name: &str, peer: Connection) -> Self {
        Self {
            name: name.into(),
            peer: RefCell::new(peer),
            inbox: RefCell::new(Inbox::new()),
            up: Bytes::default(),
            is_shut: Flag::new(false),
            is_broken: Flag::new(false),
            blocked: Deadline::default(),
            deadline: Deadline::default(),
            task: Flag::new(None),
            is_let_go: Flag::new(false),
            held: RefCell::default(),
            is_claimed: Flag::new(false),
            answers: RefCell::default(),
        }
    }

    pub(super) fn is_broken(&self) -> bool {
        self.is_broken.get()
    }

    /// The network takes both directions.
    pub(super) fn cut(&self, executor: &Executor) {
        self.is_broken.set(true);
        self.is_shut.set(true);
        self.wake(executor);
    }

    pub(super) fn let_go(&self) {
        self.is_let_go.set(true);
    }

    pub(super) fn shut_down(&self) {
        // The peer ends its direction as well.
        self.is_shut.set(true);
    }

    pub(super) fn block(&self, until: Timestamp) {
        self.blocked.set(Some(until));
    }

    pub(super) fn blocked_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.blocked.get().filter(|until| *until > now)
    }

    fn wake(&self, executor: &Executor) {
        if let Some(task) = self.task.get() {
            executor.wake(task);
        }
    }

    /// Some of what the peer has sent; `Some(0)` at its end.
    pub(super) fn read(&self, executor: &Executor, inbox: &mut Inbox) -> Option<usize> {
        let mut up = self.up.borrow_mut();
        if up.is_empty() {
            return self.is_shut.get().then_some(0);
        }
        let mut count = up.len();
        if executor.chance(30) {
            count = 1 + executor.below(count);
        }
        let bytes: Vec<u8> = up.drain(..count).collect();
        inbox.extend(&bytes);
        Some(count)
    }

    /// The transport takes bytes; the peer reads them at once.
    pub(super) fn take(&self, shared: &Shared, bytes: &[u8]) {
        let now = shared.executor.now();
        let mut inbox = self.inbox.borrow_mut();
        inbox.extend(bytes);
        let mut peer = self.peer.borrow_mut();
        while let Some(event) = peer.poll_event(now, &mut inbox) {
            match event {
                Event::Message(message) => {
                    let primitive =
                        from_message(&message, Subprotocol::JSON, &CodecConfig::default())
                            .expect("it is one");
                    self.hear(shared, primitive.into_owned());
                }
                Event::Closed(_) => self.is_shut.set(true),
                _ => {}
            }
        }
        drop(peer);
        self.flush(&shared.executor);
    }

    fn hear(&self, shared: &Shared, primitive: Primitive<'static>) {
        match primitive {
            Primitive::Request(request) => {
                let number = request
                    .content
                    .as_ref()
                    .and_then(ledger::number)
                    .expect("each has a number");
                let mut ledger = shared.ledger.borrow_mut();
                ledger.arrived(number);
                let response = ResponsePrimitive::to_request(&request, ResponseStatusCode::CREATED);
                self.answers
                    .borrow_mut()
                    .push(response.content(ledger::content(number)).into_owned());
            }
            Primitive::Response(response) => {
                shared
                    .ledger
                    .borrow_mut()
                    .responded(response.request_identifier.as_str());
            }
        }
    }

    fn flush(&self, executor: &Executor) {
        let mut peer = self.peer.borrow_mut();
        let outbox = peer.outbox();
        while outbox.has_remaining() {
            let len = outbox.chunk().len();
            if !self.is_shut.get() {
                self.up.borrow_mut().extend(outbox.chunk());
            }
            outbox.advance(len);
        }
        drop(peer);
        self.wake(executor);
    }

    fn say(&self, executor: &Executor, primitive: &Primitive<'_>) {
        let message = to_message(primitive, Subprotocol::JSON, &CodecConfig::default())
            .expect("it can be said");
        // The peer may be closing.
        if self.peer.borrow_mut().send(message).is_ok() {
            self.flush(executor);
        }
    }

    pub(super) fn answer(&self, executor: &Executor, response: ResponsePrimitive<'static>) {
        self.say(executor, &response.into());
    }

    /// The peer registers, which on a connection of which nobody knows whose it is proves who it is where the entity is known.
    pub(super) fn register(&self, executor: &Executor, number: usize, entity: &str) {
        let identifier = RequestIdentifier::new(format!("reg{number}")).expect("it is one");
        let ae = Content::json_text(format!(
            r#"{{"m2m:ae":{{"rn":"{entity}","api":"N1","rr":true,"srv":["3"]}}}}"#
        ))
        .expect("it is JSON");
        let request = RequestPrimitive::create("cse-in", identifier, ResourceType::AE, ae)
            .from(entity.to_owned());
        self.say(executor, &request.into());
    }

    pub(super) fn deregister(&self, executor: &Executor, number: usize, entity: &str) {
        let identifier = RequestIdentifier::new(format!("del{number}")).expect("it is one");
        let request = RequestPrimitive::new(Operation::DELETE, entity.to_owned(), identifier)
            .from(entity.to_owned());
        self.say(executor, &request.into());
    }

    pub(super) fn ask(&self, executor: &Executor, number: usize, entity: &str) {
        let identifier = RequestIdentifier::new(format!("up{number}")).expect("it is one");
        let content = ledger::content(1_000_000 + number);
        let request = RequestPrimitive::create(
            "cse-in/cnt",
            identifier,
            ResourceType::CONTENT_INSTANCE,
            content,
        )
        .from(entity.to_owned());
        self.say(executor, &request.into());
    }

    pub(super) fn close(&self, executor: &Executor) {
        let frame = onem2m_ws_core::CloseFrame::new(onem2m_ws_core::CloseCode::NORMAL, "");
        let closed = self.peer.borrow_mut().close(executor.now(), frame);
        assert!(closed.is_ok(), "the reason is short");
        self.flush(executor);
    }
}

/// Makes the request of a number, to an entity.
pub(super) fn notification(number: usize, entity: &str) -> RequestPrimitive<'static> {
    let identifier = RequestIdentifier::UNASSIGNED;
    let content = ledger::content(number);
    let request = RequestPrimitive::create(
        entity.to_owned(),
        identifier,
        ResourceType::CONTENT_INSTANCE,
        content,
    );
    request.from("/cse".to_owned()).release_version("3")
}
