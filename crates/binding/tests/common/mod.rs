//! A session, and a peer that says whatever the test wants.

#![allow(
    dead_code,
    clippy::wildcard_enum_match_arm,
    reason = "not every test needs all of it, nor every event"
)]

use core::time::Duration;

use onem2m_primitive::{
    CodecConfig, Primitive, RequestIdentifier, RequestPrimitive, ResponsePrimitive,
    ResponseStatusCode, ResponseType, ResponseTypeValue,
};
use onem2m_ws::{
    IncomingId, Outcome, Session, SessionConfig, SessionEvent, Subprotocol, Superseded,
    from_message, to_message,
};
use onem2m_ws_core::{
    Buf, CloseFrame, Closed, Config, Connection, Event, Inbox, Message, Role, Seed, Timestamp,
};

pub(crate) fn at(seconds: u64) -> Timestamp {
    Timestamp::new(Duration::from_secs(seconds))
}

pub(crate) fn identifier(text: &str) -> RequestIdentifier<'static> {
    RequestIdentifier::new(text.to_owned()).unwrap()
}

pub(crate) fn retrieval(rqi: &str) -> RequestPrimitive<'static> {
    RequestPrimitive::retrieve("cse-in", identifier(rqi)).from("Cthermo")
}

pub(crate) fn response(rqi: &str, status: ResponseStatusCode) -> ResponsePrimitive<'static> {
    ResponsePrimitive::new(status, identifier(rqi))
}

/// A connection in memory, as the other side has it.
pub(crate) struct Peer {
    pub(crate) connection: Connection,
    pub(crate) subprotocol: Subprotocol,
    pub(crate) closed: Option<Closed<'static>>,
    inbox: Inbox,
}

impl Peer {
    pub(crate) fn new(role: Role, subprotocol: Subprotocol, now: Timestamp) -> Self {
        Self {
            connection: connection(role, now),
            subprotocol,
            closed: None,
            inbox: Inbox::new(),
        }
    }

    /// Takes what is in an outbox: the messages.
    pub(crate) fn take(
        &mut self,
        now: Timestamp,
        outbox: &mut onem2m_ws_core::Outbox,
    ) -> Vec<Message<'static>> {
        drain(outbox, &mut self.inbox);
        self.messages(now)
    }

    /// What has arrived.
    fn messages(&mut self, now: Timestamp) -> Vec<Message<'static>> {
        let mut messages = Vec::new();
        while let Some(event) = self.connection.poll_event(now, &mut self.inbox) {
            match event {
                Event::Message(message) => messages.push(message.into_owned()),
                Event::Closed(closed) => self.closed = Some(closed.into_owned()),
                Event::Piece(_) | Event::Ping(_) | Event::Pong(_) => {}
            }
        }
        messages
    }

    /// Bytes have left without anybody being told: the primitives that have arrived.
    pub(crate) fn overhear(&mut self, now: Timestamp, bytes: &[u8]) -> Vec<Primitive<'static>> {
        self.inbox.extend(bytes);
        let messages = self.messages(now);
        messages
            .iter()
            .map(|message| self.primitive(message))
            .collect()
    }

    /// Takes so many bytes of what is in an outbox: the primitives that have arrived.
    pub(crate) fn take_some(
        &mut self,
        now: Timestamp,
        outbox: &mut onem2m_ws_core::Outbox,
        mut count: usize,
    ) -> Vec<Primitive<'static>> {
        while outbox.has_remaining() && count > 0 {
            let len = outbox.chunk().len().min(count);
            let (some, _) = outbox.chunk().split_at(len);
            self.inbox.extend(some);
            outbox.advance(len);
            count -= len;
        }
        let messages = self.messages(now);
        messages
            .iter()
            .map(|message| self.primitive(message))
            .collect()
    }

    pub(crate) fn primitive(&self, message: &Message<'_>) -> Primitive<'static> {
        let config = CodecConfig::default();
        from_message(message, self.subprotocol, &config)
            .unwrap()
            .into_owned()
    }
}

pub(crate) fn connection(role: Role, now: Timestamp) -> Connection {
    let config = Config {
        ping_interval: None,
        ..Config::default()
    };
    Connection::new(role, config, Seed([7; 32]), now)
}

pub(crate) fn drain(outbox: &mut onem2m_ws_core::Outbox, inbox: &mut Inbox) {
    while outbox.has_remaining() {
        inbox.extend(outbox.chunk());
        outbox.advance(outbox.chunk().len());
    }
}

/// A session as the registree has it, and its peer.
pub(crate) struct Nodes {
    pub(crate) now: Timestamp,
    pub(crate) session: Session,
    pub(crate) peer: Peer,
    inbox: Inbox,
}

impl Nodes {
    pub(crate) fn new(config: SessionConfig) -> Self {
        Self::speaking(config, Subprotocol::JSON)
    }

    pub(crate) fn speaking(config: SessionConfig, subprotocol: Subprotocol) -> Self {
        let mut nodes = Self {
            now: at(1000),
            session: Session::new(config, [1; 8]),
            peer: Peer::new(Role::Server, subprotocol, at(1000)),
            inbox: Inbox::new(),
        };
        nodes.reconnect(subprotocol);
        nodes
    }

    /// A new connection, whatever became of the last one.
    pub(crate) fn reconnect(&mut self, subprotocol: Subprotocol) -> Option<Superseded> {
        self.peer = Peer::new(Role::Server, subprotocol, self.now);
        self.inbox = Inbox::new();
        self.session
            .connected(self.now, connection(Role::Client, self.now), subprotocol)
    }

    pub(crate) fn wait(&mut self, time: Duration) {
        self.now = self.now.saturating_add(time);
        self.session.handle_timeout(self.now);
    }

    pub(crate) fn request(&mut self, rqi: &str) -> onem2m_ws::RequestId {
        self.session.request(self.now, retrieval(rqi)).unwrap()
    }

    /// What the peer receives: primitives.
    pub(crate) fn received(&mut self) -> Vec<Primitive<'static>> {
        let Some(outbox) = self.session.outbox(self.now) else {
            return Vec::new();
        };
        let messages = self.peer.take(self.now, outbox);
        messages
            .iter()
            .map(|message| self.peer.primitive(message))
            .collect()
    }

    /// The identifiers of what the peer receives.
    pub(crate) fn received_identifiers(&mut self) -> Vec<String> {
        let received = self.received();
        received
            .iter()
            .map(|primitive| primitive.request_identifier().as_str().to_owned())
            .collect()
    }

    /// The status codes of the responses that the peer receives.
    pub(crate) fn received_statuses(&mut self) -> Vec<(String, u32)> {
        let received = self.received();
        let status = |primitive: &Primitive<'_>| match primitive {
            Primitive::Response(response) => Some((
                response.request_identifier.as_str().to_owned(),
                response.status.0,
            )),
            Primitive::Request(_) => None,
        };
        received.iter().filter_map(status).collect()
    }

    /// The peer sends a message.
    pub(crate) fn deliver<'m>(&mut self, message: impl Into<Message<'m>>) {
        self.peer.connection.send(message).unwrap();
        drain(self.peer.connection.outbox(), &mut self.inbox);
    }

    pub(crate) fn deliver_primitive(&mut self, primitive: impl Into<Primitive<'static>>) {
        let config = CodecConfig::default();
        let message = to_message(&primitive.into(), self.peer.subprotocol, &config).unwrap();
        self.deliver(message);
    }

    pub(crate) fn peer_closes(&mut self, frame: CloseFrame<'_>) {
        self.peer.connection.close(self.now, frame).unwrap();
        drain(self.peer.connection.outbox(), &mut self.inbox);
    }

    /// The transport breaks: what is in the outbox does not leave.
    pub(crate) fn lose(&mut self) {
        self.session.handle_eof();
        self.inbox = Inbox::new();
        self.session.release(self.now);
    }

    pub(crate) fn events(&mut self) -> Vec<SessionEvent<'static>> {
        let mut events = Vec::new();
        while let Some(event) = self.session.poll_event(self.now, &mut self.inbox) {
            events.push(event.into_owned());
        }
        events
    }

    /// The only event there is.
    pub(crate) fn event(&mut self) -> SessionEvent<'static> {
        let mut events = self.events();
        assert_eq!(events.len(), 1, "{events:?}");
        events.remove(0)
    }
}

pub(crate) const OK: ResponseStatusCode = ResponseStatusCode::OK;

pub(crate) fn strict() -> SessionConfig {
    SessionConfig::default()
}

pub(crate) fn of_type(rqi: &str, value: ResponseTypeValue) -> RequestPrimitive<'static> {
    let mut request = retrieval(rqi);
    request.response_type = Some(ResponseType {
        value: Some(value),
        notification_targets: None,
    });
    request
}

/// The number of the peer's request that arrives.
pub(crate) fn incoming(nodes: &mut Nodes) -> IncomingId {
    match nodes.event() {
        SessionEvent::Request { id, .. } => id,
        other => unreachable!("{other:?}"),
    }
}

pub(crate) fn outcomes(nodes: &mut Nodes) -> Vec<(u64, Outcome<'static>)> {
    let ended = |event| match event {
        SessionEvent::Ended { outcome, .. } => Some(outcome),
        _ => None,
    };
    nodes
        .events()
        .into_iter()
        .filter_map(ended)
        .zip(0..)
        .map(|(outcome, number)| (number, outcome))
        .collect()
}
