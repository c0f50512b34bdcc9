//! Registrars: TS-0020 5.2, 6.2.3, 6.4, 6.5 and TS-0004 7.3.2.1.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking"
)]

mod common;

use core::time::Duration;
use std::sync::Arc;

use onem2m_primitive::{
    CodecConfig, Content, Primitive, RequestPrimitive, ResourceType, ResponseStatusCode,
};
use onem2m_ws::{
    Admission, ConnectionId, Delivery, Identity, IncomingId, NotEntered, Outcome, Registrar,
    RegistrarConfig, RegistrarEvent, RouteError, StoreAnswer, StoreOperation, StoredRequest,
    Subprotocol, Superseded, to_message,
};
use onem2m_ws_core::{
    Buf, ClientHandshake, ClientRequest, CloseCode, CloseFrame, Closed, Config, Connection, Inbox,
    Rejection, Role, Seed, ServerHandshake, ServerProgress, Timestamp,
};

use common::{Peer, at, connection, drain, identifier, response, retrieval};

struct World {
    now: Timestamp,
    registrar: Registrar,
}

/// A registree's end of a connection.
struct Client {
    id: ConnectionId,
    peer: Peer,
    inbox: Inbox,
}

fn claimed(name: &str) -> Identity {
    Identity::Claimed(name.into())
}

fn authenticated(names: &[&str]) -> Identity {
    Identity::Authenticated(names.iter().map(|name| (*name).into()).collect())
}

impl World {
    fn new(change: impl FnOnce(&mut RegistrarConfig)) -> Self {
        let mut config = RegistrarConfig::default();
        change(&mut config);
        Self {
            now: at(1000),
            registrar: Registrar::new(config, [7; 32]),
        }
    }

    fn connect(&mut self, identity: Identity) -> Client {
        self.connect_as(identity, Role::Server)
    }

    fn connect_as(&mut self, identity: Identity, role: Role) -> Client {
        let admission = Admission::new(identity, Subprotocol::JSON);
        let id = self
            .registrar
            .connected(self.now, connection(role, self.now), admission)
            .unwrap();
        let role = if role == Role::Server {
            Role::Client
        } else {
            Role::Server
        };
        Client {
            id,
            peer: Peer::new(role, Subprotocol::JSON, self.now),
            inbox: Inbox::new(),
        }
    }

    /// Registers an entity over a connection.
    fn register(&mut self, client: &mut Client, name: &str) {
        let id = self.ask(client, registration(name)).unwrap();
        self.created(id, name);
        client.received(self);
    }

    /// Answers a registration: the entity has this name.
    fn created(&mut self, id: IncomingId, name: &str) {
        let content = format!(r#"{{"m2m:ae":{{"aei":"{name}","ri":"{name}"}}}}"#);
        let created = response("any", ResponseStatusCode::CREATED)
            .content(Content::json_text(content).unwrap());
        self.registrar.respond(self.now, id, created);
    }

    /// A request arrives, if it may; or the status that is answered.
    fn ask(
        &mut self,
        client: &mut Client,
        request: RequestPrimitive<'static>,
    ) -> Result<IncomingId, ResponseStatusCode> {
        client.send(request);
        match self.events(client).pop().unwrap() {
            RegistrarEvent::Request { id, .. } => Ok(id),
            RegistrarEvent::Rejected { status, .. } => Err(status),
            other => panic!("{other:?}"),
        }
    }

    /// The events of a connection, but for those that only say who is there.
    fn events(&mut self, client: &mut Client) -> Vec<RegistrarEvent> {
        let mut events = Vec::new();
        while let Some(event) = self
            .registrar
            .poll_event(self.now, client.id, &mut client.inbox)
        {
            events.push(event);
        }
        events.retain(|event| !is_presence(event));
        events
    }

    fn notify(&mut self, entity: &str, rqi: &str) -> Result<onem2m_ws::RequestId, RouteError> {
        let content = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#).unwrap();
        let request = RequestPrimitive::notify(entity.to_owned(), identifier(rqi), content);
        self.registrar.request(self.now, entity, request)
    }

    fn absent(&mut self) -> Vec<RegistrarEvent> {
        let mut events = Vec::new();
        while let Some(event) = self.registrar.poll_absent(self.now) {
            events.push(event);
        }
        events.retain(|event| !is_presence(event));
        events
    }

    fn leave(&mut self, client: Client) {
        self.registrar.release(self.now, client.id);
    }
}

const fn is_presence(event: &RegistrarEvent) -> bool {
    matches!(
        event,
        RegistrarEvent::Present { .. }
            | RegistrarEvent::Absent { .. }
            | RegistrarEvent::Superseded { .. }
            | RegistrarEvent::Registered { .. }
            | RegistrarEvent::Deregistered { .. }
    )
}

/// The reasons for which entities were not enabled.
fn refusals(events: &[RegistrarEvent]) -> Vec<NotEntered> {
    let reasons = events.iter().filter_map(|event| match event {
        RegistrarEvent::NotEnabled { reason, .. } => Some(*reason),
        _ => None,
    });
    reasons.collect()
}

impl Client {
    fn send(&mut self, request: RequestPrimitive<'static>) {
        let message =
            to_message(&request.into(), Subprotocol::JSON, &CodecConfig::default()).unwrap();
        self.peer.connection.send(message).unwrap();
        drain(self.peer.connection.outbox(), &mut self.inbox);
    }

    fn received(&mut self, world: &mut World) -> Vec<Primitive<'static>> {
        let Some(outbox) = world.registrar.outbox(world.now, self.id) else {
            return Vec::new();
        };
        let messages = self.peer.take(world.now, outbox);
        messages
            .iter()
            .map(|message| self.peer.primitive(message))
            .collect()
    }

    fn identifiers(&mut self, world: &mut World) -> Vec<String> {
        let received = self.received(world);
        received
            .iter()
            .map(|primitive| primitive.request_identifier().as_str().to_owned())
            .collect()
    }
}

fn registration(name: &str) -> RequestPrimitive<'static> {
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true,"srv":["3"]}}"#).unwrap();
    RequestPrimitive::create("cse-in", identifier("registration"), ResourceType::AE, ae)
        .from(name.to_owned())
}

fn from(name: &str, rqi: &str) -> RequestPrimitive<'static> {
    retrieval(rqi).from(name.to_owned())
}

/// Judges a handshake.
fn judge(
    registrar: &Registrar,
    request: ClientRequest,
    authenticated: &[&str],
) -> Result<(Admission, Connection), Rejection> {
    let now = at(1000);
    let mut client = ClientHandshake::new(&request, Config::DEFAULT, Seed([7; 32]), now);
    let mut inbox = Inbox::new();
    drain(client.outbox(), &mut inbox);
    let server = ServerHandshake::new(Config::DEFAULT, Seed([7; 32]), now);
    let ServerProgress::Requested(requested) = server.receive(now, &mut inbox) else {
        panic!("it is valid")
    };
    let names: Vec<String> = authenticated.iter().map(|name| (*name).into()).collect();
    let admission = registrar.judge(requested.request(), &names)?;
    let connection = requested.accept(now, admission.acceptance()).unwrap();
    Ok((admission, connection))
}

fn offer(path: &str, names: &[&str]) -> ClientRequest {
    let request = ClientRequest::new(&format!("ws://a{path}")).unwrap();
    names
        .iter()
        .fold(request, |request, name| request.subprotocol(name).unwrap())
}

/// W-35, W-36, W-37, W-54, I-3: one of the names that were offered, in the client's spelling, by its order unless told otherwise.
#[test]
fn w_35_w_36_w_37_w_50_w_54_subprotocols() {
    let check = |own: bool, offered: &[&str], expected: Option<&str>| {
        let world = World::new(|config| {
            config.own_preference = own;
            config.subprotocols = vec![Subprotocol::JSON, Subprotocol::CBOR, Subprotocol::R2_JSON];
        });
        let judged = judge(&world.registrar, offer("/", offered), &[]);
        let answer = judged.ok().map(|(_, mut connection)| {
            let head = String::from_utf8(connection.outbox().chunk().to_vec()).unwrap();
            assert!(head.starts_with("HTTP/1.1 101 Switching Protocols\r\n"));
            let chosen = head.split("Sec-WebSocket-Protocol: ").nth(1).unwrap();
            chosen.split("\r\n").next().unwrap().to_owned()
        });
        assert_eq!(answer.as_deref(), expected, "{offered:?}");
    };
    check(false, &["oneM2M.cbor", "oneM2M.json"], Some("oneM2M.cbor"));
    check(true, &["oneM2M.cbor", "oneM2M.json"], Some("oneM2M.json"));
    check(
        false,
        &["chat", "ONEM2M.R2.0.JSON"],
        Some("ONEM2M.R2.0.JSON"),
    );
    check(false, &["oneM2M.xml"], None);
    check(false, &["oneM2M-pro-v1.0"], None);
    check(false, &[], None);
}

/// W-51: which status a handshake gets that is refused.
#[test]
fn w_26_w_51_j_07_handshakes_that_are_refused() {
    let status =
        |judged: Result<_, Rejection>| judged.err().map(|rejection| format!("{rejection:?}"));
    let mut world = World::new(|config| {
        config.paths = vec!["/mca".into()];
        config.max_connections = 2;
    });
    let json = ["oneM2M.json"];
    let named = |name: &str| offer("/", &json).header("X-M2M-Origin", name).unwrap();
    assert!(judge(&world.registrar, offer("/", &json), &[]).is_ok());
    assert!(judge(&world.registrar, offer("/?a=b", &json), &[]).is_ok());
    assert!(judge(&world.registrar, offer("/mca", &json), &[]).is_ok());
    let refused = |request, names: &[&str], world: &World| {
        status(judge(&world.registrar, request, names)).unwrap()
    };
    assert!(refused(offer("/other", &json), &[], &world).contains("404"));
    assert!(refused(offer("/", &["chat"]), &[], &world).contains("400"));
    // TLS says that it is somebody else; or only TLS could say that it is who it claims to be.
    assert!(refused(named("C1"), &["C2"], &world).contains("403"));
    assert!(judge(&world.registrar, named("C2"), &["C1", "C2"]).is_ok());
    let _secure = world.connect(authenticated(&["C1"]));
    assert!(refused(named("C1"), &[], &world).contains("403"));
    assert!(refused(named(&"C".repeat(1025)), &[], &world).contains("400"));
    let _another = world.connect(Identity::Unknown);
    assert!(refused(offer("/", &json), &[], &world).contains("503"));
}

/// W-06, W-07, W-67, W-68, W-69: routed once it is registered, closed or not, until it is deregistered.
#[test]
fn w_06_w_07_w_67_w_68_w_69_routing() {
    let mut world = World::new(|_| {});
    let mut client = world.connect(claimed("C1"));
    assert_eq!(world.notify("C1", "early"), Err(RouteError::NotRegistered));
    // A registration that fails enables nothing.
    let id = world.ask(&mut client, registration("C1")).unwrap();
    world
        .registrar
        .respond(world.now, id, response("any", ResponseStatusCode::CONFLICT));
    assert_eq!(world.notify("C1", "early"), Err(RouteError::NotRegistered));
    client.received(&mut world);
    world.register(&mut client, "C1");
    world.notify("C1", "1").unwrap();
    assert_eq!(client.identifiers(&mut world), ["1"]);

    world.leave(client);
    assert!(world.registrar.is_registered("C1") && !world.registrar.is_reachable("C1"));
    let mut client = world.connect(claimed("C1"));
    let id = world
        .ask(
            &mut client,
            RequestPrimitive::delete("cse-in/C1", identifier("d")).from("C1"),
        )
        .unwrap();
    assert!(world.registrar.is_registered("C1"), "it is not deleted yet");
    world
        .registrar
        .respond(world.now, id, response("any", ResponseStatusCode::DELETED));
    assert_eq!(world.notify("C1", "2"), Err(RouteError::NotRegistered));
    // The connection stays.
    assert_eq!(client.identifiers(&mut world), ["d"]);
}

/// W-13, W-75: stored in order while the registree is away, sent when it is back, expired with everybody told.
#[test]
fn w_13_w_75_requests_for_the_absent() {
    let mut world = World::new(|_| {});
    let mut client = world.connect(claimed("C1"));
    world.register(&mut client, "C1");
    world.leave(client);
    let ids: Vec<_> = ["1", "2", "3"]
        .map(|rqi| world.notify("C1", rqi).unwrap())
        .into();
    world.absent();
    assert_eq!(
        world.registrar.cancel(world.now, *ids.get(1).unwrap()),
        Some(Delivery::Never)
    );
    let mut client = world.connect(claimed("C1"));
    assert_eq!(client.identifiers(&mut world), ["1", "3"]);
    world.leave(client);

    world.absent();
    world.notify("C1", "4").unwrap();
    assert!(world.registrar.poll_absent_timeout().unwrap() > world.now);
    world.now = world.now.saturating_add(Duration::from_secs(3600));
    let outcomes: Vec<_> = world
        .absent()
        .into_iter()
        .map(|event| match event {
            RegistrarEvent::Ended { outcome, .. } => outcome,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Expired(Delivery::Unknown),
            Outcome::Expired(Delivery::Unknown),
            Outcome::Expired(Delivery::Never),
        ]
    );
    assert_eq!(world.registrar.poll_absent_timeout(), None);
}

/// W-09: several originators on one connection; each can be reached over it, and over the next one of any of them.
#[test]
fn w_09_several_originators_on_a_connection() {
    let mut world = World::new(|config| config.max_entities_per_node = 2);
    let mut client = world.connect(claimed("C1"));
    for name in ["C1", "C2"] {
        world.register(&mut client, name);
    }
    // One more than may live on a node could not be reached: it is refused.
    assert_eq!(
        world.ask(&mut client, registration("C3")),
        Err(ResponseStatusCode::INTERNAL_SERVER_ERROR)
    );
    client.received(&mut world);
    assert_eq!(world.notify("C3", "3"), Err(RouteError::NotRegistered));
    assert!(world.ask(&mut client, from("C2", "a")).is_ok());
    world.leave(client);
    world.notify("C1", "1").unwrap();
    world.notify("C2", "2").unwrap();
    let mut client = world.connect(claimed("C2"));
    assert_eq!(client.identifiers(&mut world), ["1", "2"]);
}

/// W-09, J-07: a newcomer takes the place of an older connection, unless that has the stronger identity.
#[test]
fn w_09_j_07_superseding() {
    let mut world = World::new(|_| {});
    let mut first = world.connect(claimed("C1"));
    world.register(&mut first, "C1");
    let mut second = world.connect(claimed("C1"));
    let (id, superseded) = world.registrar.poll_superseded().unwrap();
    assert_eq!(id, first.id);
    let Superseded::Close(mut superseded) = superseded else {
        panic!("nothing of it was unwritten")
    };
    first.peer.take(world.now, superseded.outbox());
    let Some(Closed::Clean(Some(frame))) = &first.peer.closed else {
        panic!("{:?}", first.peer.closed)
    };
    assert_eq!(frame.code, CloseCode::POLICY_VIOLATION);
    assert!(world.registrar.outbox(world.now, first.id).is_none());
    world.notify("C1", "1").unwrap();
    assert_eq!(second.identifiers(&mut world), ["1"]);

    // From now on only TLS can prove who it is.
    let _third = world.connect(authenticated(&["C1"]));
    let mut unknown = world.connect(Identity::Unknown);
    assert_eq!(
        world.ask(&mut unknown, from("C1", "x")),
        Err(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED)
    );
}

/// I-16: without a header, the first request says whose connection it is.
#[test]
fn w_09_the_first_request_says_whose_connection_it_is() {
    let mut world = World::new(|_| {});
    let mut client = world.connect(claimed("C1"));
    world.register(&mut client, "C1");
    let mut nobody = world.connect(Identity::Unknown);
    let mut other = world.connect(claimed("C2"));
    world.register(&mut other, "C2");
    // Not one that belongs to somebody else.
    assert_eq!(
        world.ask(&mut other, from("C1", "x")),
        Err(ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED)
    );

    world.notify("C1", "written").unwrap();
    client.received(&mut world);
    world.notify("C1", "unwritten").unwrap();
    let id = world.ask(&mut nobody, from("C1", "a")).unwrap();
    assert_eq!(
        world.registrar.poll_superseded().map(|(id, _)| id),
        Some(client.id)
    );
    assert_eq!(nobody.identifiers(&mut world), ["unwritten"]);
    world
        .registrar
        .respond(world.now, id, response("any", ResponseStatusCode::OK));
    assert_eq!(nobody.identifiers(&mut world), ["a"]);
    // The response to what the former connection carried comes over the new one.
    let message = to_message(
        &response("written", ResponseStatusCode::OK).into(),
        Subprotocol::JSON,
        &CodecConfig::default(),
    );
    nobody.peer.connection.send(message.unwrap()).unwrap();
    drain(nobody.peer.connection.outbox(), &mut nobody.inbox);
    assert!(matches!(
        &world.events(&mut nobody)[..],
        [RegistrarEvent::Ended {
            outcome: Outcome::Response(_),
            ..
        }]
    ));
    // Again and again.
    for number in 0..10 {
        let mut next = world.connect(Identity::Unknown);
        let request = from("C1", &format!("b{number}"));
        assert!(world.ask(&mut next, request).is_ok());
    }
    assert_eq!(world.registrar.node_count(), 2);
}

/// The connection over which a registration came is lost before the answer, and the registree registers over another one: the late
/// answer to the first request does not take the entity from the connection that is there.
#[test]
fn a_late_answer_to_a_registration_moves_nobody() {
    let mut world = World::new(|_| {});
    let mut first = world.connect(Identity::Unknown);
    let early = world.ask(&mut first, registration("C1")).unwrap();
    world.leave(first);
    let mut second = world.connect(Identity::Unknown);
    world.register(&mut second, "C1");
    let created = response("any", ResponseStatusCode::CREATED);
    world.registrar.respond(world.now, early, created);
    let asked = world.ask(&mut second, from("C1", "a"));
    assert!(asked.is_ok(), "{asked:?}");
    world.notify("C1", "n").unwrap();
    let received = second.identifiers(&mut world);
    assert!(received.contains(&"n".to_owned()), "{received:?}");
}

/// A registree that asks for a name is given the one that it had before it was started anew: it is reached over the connection that
/// it has registered over, whatever becomes of the former one.
#[test]
fn a_registree_that_is_given_its_former_name_is_reached() {
    for is_lost in [false, true] {
        let mut world = World::new(|_| {});
        let mut first = world.connect(Identity::Unknown);
        let id = world.ask(&mut first, registration("C")).unwrap();
        world.created(id, "C1");
        first.received(&mut world);
        if is_lost {
            world.leave(first);
        }
        world.notify("C1", "waits").unwrap();
        let mut second = world.connect(Identity::Unknown);
        let id = world.ask(&mut second, registration("C")).unwrap();
        world.created(id, "C1");
        assert_eq!(refusals(&world.events(&mut second)), []);
        world.notify("C1", "n").unwrap();
        let received = second.identifiers(&mut world);
        assert!(received.contains(&"n".to_owned()), "{received:?}");
        assert_eq!(received.contains(&"waits".to_owned()), is_lost);
        assert!(world.ask(&mut second, from("C1", "a")).is_ok());
    }
}

/// Of two requests for a name whose answers give the same one, the later counts, in whatever order they are answered.
#[test]
fn a_late_answer_that_gives_a_name_moves_nobody() {
    for is_late in [false, true] {
        let mut world = World::new(|_| {});
        let mut first = world.connect(Identity::Unknown);
        let early = world.ask(&mut first, registration("C")).unwrap();
        let mut second = world.connect(Identity::Unknown);
        let later = world.ask(&mut second, registration("C")).unwrap();
        let order = if is_late {
            [later, early]
        } else {
            [early, later]
        };
        order.into_iter().for_each(|id| world.created(id, "C1"));
        let refused = refusals(&world.events(&mut first));
        let expected = is_late.then_some(NotEntered::RegisteredSince);
        assert_eq!(refused, expected.into_iter().collect::<Vec<_>>());
        assert_eq!(refusals(&world.events(&mut second)), []);
        let asked = world.ask(&mut second, from("C1", "a"));
        assert!(asked.is_ok(), "{asked:?}");
        world.notify("C1", "n").unwrap();
        let received = second.identifiers(&mut world);
        assert!(received.contains(&"n".to_owned()), "{received:?}");
    }
}

/// Who has registered since over TLS can be followed by nobody without: that is the reason, for it does not pass.
#[test]
fn what_only_tls_can_prove_is_said_of_a_late_answer_too() {
    for name in ["C1", "C"] {
        let mut world = World::new(|_| {});
        let mut first = world.connect(Identity::Unknown);
        let early = world.ask(&mut first, registration(name)).unwrap();
        let mut second = world.connect(authenticated(&["Cdevice", "C1"]));
        world.register(&mut second, "C1");
        world.created(early, "C1");
        let refused = refusals(&world.events(&mut first));
        assert_eq!(refused, [NotEntered::OnlyByTls], "{name}");
    }
}

/// J-06, W-81: for whom a request may speak.
#[test]
fn j_06_w_81_originators() {
    const NOT_AUTHENTICATED: ResponseStatusCode = ResponseStatusCode::ORIGINATOR_NOT_AUTHENTICATED;
    const ASSOCIATION_REQUIRED: ResponseStatusCode =
        ResponseStatusCode::SECURITY_ASSOCIATION_REQUIRED;
    let check = |identity: &Identity,
                 trusted: bool,
                 request: &RequestPrimitive<'static>,
                 expected: Result<(), ResponseStatusCode>| {
        let mut world = World::new(|config| config.trusted_network = trusted);
        world.registrar.restore("Cother").unwrap();
        let mut client = world.connect(identity.clone());
        let asked = world.ask(&mut client, request.clone());
        assert_eq!(asked.map(drop), expected, "{identity:?} {request:?}");
        if let Err(status) = expected {
            let Primitive::Response(answer) = client.received(&mut world).remove(0) else {
                panic!("an answer")
            };
            assert_eq!(answer.status, status);
        }
    };
    let mut nobody = retrieval("a");
    nobody.from = None;
    let mut registering = registration("C");
    registering.from = None;
    let unknown = Identity::Unknown;
    check(&unknown, false, &registration("C"), Ok(()));
    check(&unknown, false, &registering, Ok(()));
    check(
        &unknown,
        false,
        &nobody,
        Err(ResponseStatusCode::BAD_REQUEST),
    );
    check(
        &unknown,
        false,
        &from("Cstranger", "a"),
        Err(NOT_AUTHENTICATED),
    );
    check(
        &claimed("C1"),
        false,
        &from("Cother", "a"),
        Err(NOT_AUTHENTICATED),
    );
    check(
        &claimed("C1"),
        false,
        &registration("Cother"),
        Err(ResponseStatusCode::ORIGINATOR_HAS_ALREADY_REGISTERED),
    );
    check(
        &unknown,
        false,
        &from("/mn-cse", "a"),
        Err(ASSOCIATION_REQUIRED),
    );
    let mut cse = registration("/mn-cse");
    cse.resource_type = Some(ResourceType::REMOTE_CSE);
    check(&unknown, false, &cse, Err(ASSOCIATION_REQUIRED));
    check(&unknown, true, &cse, Ok(()));
    let secure = authenticated(&["C1", "C2"]);
    check(&secure, false, &from("C1", "a"), Ok(()));
    check(&secure, false, &from("C2", "a"), Ok(()));
    check(&secure, false, &from("C3", "a"), Err(NOT_AUTHENTICATED));
    check(&secure, false, &registration("C3"), Err(NOT_AUTHENTICATED));
    check(&secure, false, &registration("S"), Ok(()));
    check(&authenticated(&["/mn-cse"]), false, &cse, Ok(()));
}

/// W-08: of two connections that IN-CSEs opened to each other, the one of the smaller CSE-ID stays, on both sides.
#[test]
fn w_08_simultaneous_opening() {
    for (own, peer) in [
        ("//a.example/a", "//b.example/b"),
        ("//b.example/b", "//a.example/a"),
    ] {
        for order in [[Role::Client, Role::Server], [Role::Server, Role::Client]] {
            let mut world = World::new(|config| config.cse_id = Some(own.into()));
            let clients = order.map(|role| (role, world.connect_as(claimed(peer), role)));
            let stays = if own < peer {
                Role::Client
            } else {
                Role::Server
            };
            for (role, client) in clients {
                let is_known = world.registrar.session(client.id).is_some();
                assert_eq!(is_known, role == stays, "{own} {order:?}");
            }
            assert!(world.registrar.poll_superseded().is_some());
        }
    }
}

#[test]
fn w_11_the_registrar_closes_for_a_while() {
    let mut world = World::new(|_| {});
    let mut client = world.connect(claimed("C1"));
    world.register(&mut client, "C1");
    world
        .registrar
        .disconnect(
            world.now,
            client.id,
            CloseFrame::new(CloseCode::NORMAL, "night"),
        )
        .unwrap();
    world.notify("C1", "1").unwrap();
    client.received(&mut world);
    client.received(&mut world);
    assert!(
        matches!(&client.peer.closed, Some(Closed::Clean(_))),
        "{:?}",
        client.peer.closed
    );
    world.leave(client);
    let mut client = world.connect(claimed("C1"));
    assert_eq!(client.identifiers(&mut world), ["1"]);
}

/// What the store is told, as text; each operation is carried out.
fn heard(world: &mut World) -> Vec<String> {
    let mut heard = Vec::new();
    while let Some(operation) = world.registrar.poll_store() {
        heard.push(match &operation {
            StoreOperation::Put(put) => format!("put {} {}", put.entity, put.seq),
            StoreOperation::Take { seq, entity, .. } => format!("take {entity} {seq}"),
            StoreOperation::End { seq, entity, .. } => format!("end {entity} {seq}"),
        });
        let (id, step) = operation.subject();
        let entity = Arc::clone(operation.entity());
        world
            .registrar
            .handle_store(world.now, &entity, StoreAnswer::Done(id, step));
    }
    heard
}

/// W-75: the store hears of what waits for the absent, before it is sent, and when it has ended; after a restart it comes back.
#[test]
fn w_75_a_store() {
    let durable = || World {
        now: at(1000),
        registrar: Registrar::new(RegistrarConfig::default(), [7; 32]).durable(),
    };
    let mut world = durable();
    let mut client = world.connect(claimed("C1"));
    world.register(&mut client, "C1");
    world.notify("C1", "at once").unwrap();
    assert!(heard(&mut world).is_empty());
    client.received(&mut world);
    world.leave(client);
    world.notify("C1", "1").unwrap();
    let id = world.notify("C1", "2").unwrap();
    // What was asked before was written: it does not come back to wait, and needs no place.
    assert_eq!(heard(&mut world), ["put C1 1", "put C1 2"]);
    world.registrar.cancel(world.now, id);
    assert_eq!(heard(&mut world), ["end C1 2"]);
    let mut client = world.connect(claimed("C1"));
    assert!(client.received(&mut world).is_empty());
    assert_eq!(heard(&mut world), ["take C1 1"]);
    assert_eq!(client.identifiers(&mut world), ["1"]);

    let mut world = durable();
    for (seq, rqi, was_taken) in [(1, "1", true), (2, "2", false)] {
        let content = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#).unwrap();
        let stored = StoredRequest {
            seq,
            entity: "C1".into(),
            identity: authenticated(&["C1"]),
            deadline: None,
            request: RequestPrimitive::notify("C1", identifier(rqi), content),
            was_taken,
        };
        world.registrar.load(world.now, stored).unwrap();
    }
    assert!(matches!(
        &world.absent()[..],
        [RegistrarEvent::Unresolved { seq: 1, .. }]
    ));
    // What was taken before is told once, and is over with that, for the store too.
    assert_eq!(heard(&mut world), ["end C1 1"]);
    // What only TLS had proved is not handed to a mere claim.
    let mut unknown = world.connect(Identity::Unknown);
    assert!(world.ask(&mut unknown, from("C1", "x")).is_err());
    let mut client = world.connect(authenticated(&["C1"]));
    client.received(&mut world);
    assert_eq!(heard(&mut world), ["take C1 2"]);
    assert_eq!(client.identifiers(&mut world), ["2"]);
}

/// Nothing is kept of connections that lead to nothing, and no more than may be of others.
#[test]
fn nodes_that_are_forgotten() {
    let mut world = World::new(|config| config.max_nodes = 3);
    for number in 0..10 {
        let client = world.connect(if number % 2 == 0 {
            Identity::Unknown
        } else {
            claimed("C1")
        });
        world.leave(client);
        world.absent();
    }
    assert_eq!(world.registrar.node_count(), 0);
    for number in 0..3 {
        world.registrar.restore(&format!("C{number}")).unwrap();
    }
    assert!(world.registrar.restore("C3").is_err());
    world.registrar.deregister(world.now, "C0");
    world.absent();
    assert!(world.registrar.restore("C3").is_ok());
}
