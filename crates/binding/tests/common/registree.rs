//! A registree, and its registrar that says whatever the test wants.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "not every test needs all of it, and a test fails by panicking"
)]

use core::time::Duration;

use onem2m_primitive::{
    CodecConfig, Content, Primitive, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::{Registree, RegistreeConfig, RegistreeEvent, RequestId, Subprotocol, to_message};
use onem2m_ws_core::{Buf, ClientHandshake, CloseFrame, Config, Inbox, Role, Seed, Timestamp};

use crate::common::{Peer, at, connection, drain, identifier, response, retrieval};

pub(crate) struct World {
    pub(crate) now: Timestamp,
    pub(crate) registree: Registree,
    pub(crate) peer: Peer,
    pub(crate) inbox: Inbox,
}

pub(crate) fn config() -> RegistreeConfig {
    RegistreeConfig::new(["ws://mn.example:9000".parse().unwrap()])
}

pub(crate) fn registration() -> RequestPrimitive<'static> {
    let ae =
        Content::json_text(r#"{"m2m:ae":{"rn":"thermo","api":"Nthermo","rr":true,"srv":["3"]}}"#);
    RequestPrimitive::create(
        "cse-in",
        identifier("replaced"),
        ResourceType::AE,
        ae.unwrap(),
    )
    .from("C")
}

impl World {
    pub(crate) fn new(config: RegistreeConfig) -> Self {
        let now = at(1000);
        let mut registree = Registree::new(config, [7; 32]).unwrap();
        registree.handle_timeout(now);
        Self {
            now,
            registree,
            peer: Peer::new(Role::Server, Subprotocol::JSON, now),
            inbox: Inbox::new(),
        }
    }

    /// The handshake that it sends.
    pub(crate) fn handshake(&mut self) -> String {
        let attempt = self.registree.connecting(self.now).unwrap();
        let mut handshake =
            ClientHandshake::new(&attempt.request, Config::DEFAULT, Seed([7; 32]), self.now);
        String::from_utf8(handshake.outbox().chunk().to_vec()).unwrap()
    }

    pub(crate) fn connect(&mut self) {
        self.registree.connecting(self.now).unwrap();
        self.opened();
    }

    /// A connection is handed over, whether that is wanted or not.
    pub(crate) fn open(&mut self) {
        let _attempt = self.registree.connecting(self.now);
        self.peer = Peer::new(Role::Server, Subprotocol::JSON, self.now);
        self.inbox = Inbox::new();
        let opened = connection(Role::Client, self.now);
        let _superseded = self
            .registree
            .connected(self.now, opened, Subprotocol::JSON);
    }

    pub(crate) fn opened(&mut self) {
        self.peer = Peer::new(Role::Server, Subprotocol::JSON, self.now);
        self.inbox = Inbox::new();
        let opened = connection(Role::Client, self.now);
        assert!(
            self.registree
                .connected(self.now, opened, Subprotocol::JSON)
                .is_none()
        );
    }

    pub(crate) fn wait(&mut self, time: Duration) {
        self.now = self.now.saturating_add(time);
        self.registree.handle_timeout(self.now);
    }

    pub(crate) fn received(&mut self) -> Vec<Primitive<'static>> {
        let Some(outbox) = self.registree.outbox(self.now) else {
            return Vec::new();
        };
        let messages = self.peer.take(self.now, outbox);
        messages
            .iter()
            .map(|message| self.peer.primitive(message))
            .collect()
    }

    /// The request identifier of the only request that is sent.
    pub(crate) fn sent(&mut self) -> String {
        match &self.received()[..] {
            [Primitive::Request(request)] => request.request_identifier.as_str().to_owned(),
            other => panic!("one request instead of {other:?}"),
        }
    }

    pub(crate) fn answer(&mut self, response: ResponsePrimitive<'static>) {
        let message = to_message(&response.into(), Subprotocol::JSON, &CodecConfig::default());
        self.peer.connection.send(message.unwrap()).unwrap();
        drain(self.peer.connection.outbox(), &mut self.inbox);
    }

    pub(crate) fn events(&mut self) -> Vec<RegistreeEvent<'static>> {
        let mut events = Vec::new();
        while let Some(event) = self.registree.poll_event(self.now, &mut self.inbox) {
            events.push(event.into_owned());
        }
        events
    }

    /// The connection ends: with the peer's Close frame, or without.
    pub(crate) fn lose(&mut self, frame: Option<CloseFrame<'_>>) {
        if let Some(frame) = frame {
            self.peer.connection.close(self.now, frame).unwrap();
            drain(self.peer.connection.outbox(), &mut self.inbox);
            self.events();
            self.received();
        }
        self.registree.handle_eof();
        self.events();
        self.registree.release(self.now);
        self.events();
    }

    /// Our own Close frame is answered.
    pub(crate) fn finish_close(&mut self) {
        self.received();
        assert!(self.peer.closed.is_some());
        drain(self.peer.connection.outbox(), &mut self.inbox);
        self.events();
        self.lose(None);
    }

    pub(crate) fn next_attempt(&self) -> Duration {
        self.registree
            .poll_timeout()
            .unwrap()
            .saturating_since(self.now)
    }
}

pub(crate) fn created(rqi: &str) -> ResponsePrimitive<'static> {
    let content = Content::json_text(r#"{"m2m:ae":{"rn":"thermo","ri":"ae17","aei":"Cthermo"}}"#);
    response(rqi, ResponseStatusCode::CREATED).content(content.unwrap())
}

/// A registree that calls itself `Cthermo`, and is to register.
pub(crate) fn registering() -> RegistreeConfig {
    let mut config = config();
    config.registration = Some(registration().from("Cthermo"));
    config
}

/// A registree that is registered.
pub(crate) fn registered(config: RegistreeConfig) -> World {
    let mut world = World::new(config);
    world.connect();
    register(&mut world);
    world
}

/// The registration that was sent is answered with success.
pub(crate) fn register(world: &mut World) {
    let rqi = world.sent();
    world.answer(created(&rqi));
    let events = world.events();
    assert!(
        matches!(events[..], [RegistreeEvent::Registered(_)]),
        "{events:?}"
    );
}

/// The registration that was sent is answered with `status`.
pub(crate) fn answer_registration(world: &mut World, status: ResponseStatusCode) {
    let rqi = world.sent();
    world.answer(response(&rqi, status));
}

pub(crate) fn request(world: &mut World, rqi: &str) -> RequestId {
    world.registree.request(world.now, retrieval(rqi)).unwrap()
}

/// A request is made, and answered with `status`. The events.
pub(crate) fn exchange(
    world: &mut World,
    request: RequestPrimitive<'static>,
    status: ResponseStatusCode,
) -> Vec<RegistreeEvent<'static>> {
    let rqi = request.request_identifier.as_str().to_owned();
    world.registree.request(world.now, request).unwrap();
    assert_eq!(world.sent(), rqi);
    world.answer(response(&rqi, status));
    world.events()
}
