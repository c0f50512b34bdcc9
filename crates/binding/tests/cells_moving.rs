//! Entities that move from one node to another: who may take them, and in which order the store keeps what moves along.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking"
)]

mod common;

#[path = "common/cells.rs"]
mod world;

use onem2m_primitive::{CodecConfig, Content, RequestPrimitive, ResourceType, ResponseStatusCode};
use onem2m_ws::cells::{
    Allowance, Claim, Command, Directory, Effect, Names, Node, Place, Registration, Submission,
    Taken,
};
use onem2m_ws::{
    Admission, Identity, NotEntered, RegistrarEvent, RequestOptions, SessionConfig, StoreOperation,
    Subprotocol, to_message,
};
use onem2m_ws_core::{Buf, CloseCode, CloseFrame, Inbox, Role, Timestamp};

use common::{Peer, at, connection, drain, identifier, response};
use world::World;

const NAME: &str = "Cthermo";

fn claimed(name: &str) -> Identity {
    Identity::Claimed(name.into())
}

/// A connection takes a node; its number.
fn connect(world: &mut World, node: &mut Node<u32>, identity: Identity) -> onem2m_ws::ConnectionId {
    let id = world.directory.open_connection().unwrap();
    let admission = Admission::new(identity, Subprotocol::JSON);
    let claim = Claim::new(id, connection(Role::Server, at(0)), admission);
    world.carry_out(at(0), node, Command::Claim(Box::new(claim)));
    id
}

fn effects(node: &mut Node<u32>) -> Vec<Effect<u32>> {
    core::iter::from_fn(|| node.poll_effect()).collect()
}

/// A directory in which another node registers the entity in the moment before each entry.
struct Overtaken<'d>(&'d mut Directory<()>, u64);

impl Names for Overtaken<'_> {
    fn find(&self, name: &str) -> Option<Place> {
        self.0.find(name)
    }

    fn has_room(&self, is_named: bool) -> bool {
        self.0.has_room(is_named)
    }

    fn next_registration(&mut self) -> u64 {
        self.0.next_registration()
    }

    fn enter(
        &mut self,
        name: &str,
        node: u64,
        registration: Registration,
    ) -> Result<Option<u64>, NotEntered> {
        self.0.enter(name, self.1, Registration::Told)?;
        self.0.enter(name, node, registration)
    }

    fn leave(&mut self, name: &str, node: u64, is_name_of_node: bool) {
        self.0.leave(name, node, is_name_of_node);
    }

    fn identify(&mut self, node: u64, identity: &Identity) {
        self.0.identify(node, identity);
    }

    fn park(&mut self, node: u64, until: Option<Timestamp>) {
        self.0.park(node, until);
    }
}

/// Whether an entity may be registered is judged in the step in which it is entered, not a moment before.
#[test]
fn n_a_registration_that_is_overtaken_takes_nothing() {
    let mut world = World::new(SessionConfig::default());
    let other = world.node(claimed("Cother"), false);
    let mut node = world.node(Identity::Unknown, false);
    connect(&mut world, &mut node, Identity::Unknown);
    let mut peer = Peer::new(Role::Client, Subprotocol::JSON, at(0));
    let mut inbox = Inbox::new();
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nthermo","rr":true}}"#).unwrap();
    let request = RequestPrimitive::create("cse-in", identifier("r"), ResourceType::AE, ae);
    let message = to_message(
        &request.from(NAME).into(),
        Subprotocol::JSON,
        &CodecConfig::default(),
    );
    peer.connection.send(message.unwrap()).unwrap();
    drain(peer.connection.outbox(), &mut inbox);
    let allowance = Allowance { requests: 1 };
    let taken = node.advance(
        at(0),
        &mut inbox,
        allowance,
        &world.config,
        &mut world.directory,
    );
    let Some(Taken::Request(id, _)) = taken else {
        panic!("{taken:?}")
    };
    let created = response("any", ResponseStatusCode::CREATED);
    let command = Command::Answer(id, Box::new(created));
    let mut names = Overtaken(&mut world.directory, other.number());
    node.carry_out(at(0), command, &world.config, &mut names);
    let effects = effects(&mut node);
    let is_refused = |effect: &Effect<u32>| {
        let reason = NotEntered::RegisteredSince;
        let event = RegistrarEvent::NotEnabled {
            entity: NAME.into(),
            reason,
        };
        matches!(effect, Effect::Event(other) if *other == event)
    };
    assert!(effects.iter().any(is_refused), "{effects:?}");
    let place = world.directory.find(NAME).unwrap();
    assert_eq!(place.node, other.number());
}

/// A number for a request, from a node of its own: later ones are greater.
fn request_id(world: &mut World, name: &str) -> onem2m_ws::RequestId {
    world.cell(name).next_request_id()
}

fn submit(world: &mut World, node: &mut Node<u32>, id: onem2m_ws::RequestId, rqi: &str) {
    let content = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#).unwrap();
    let request = RequestPrimitive::notify(NAME, identifier(rqi), content);
    let mut submission = Submission::new(NAME.into(), request, RequestOptions::default(), 0);
    submission.id = id;
    world.carry_out(at(0), node, Command::Request(Box::new(submission)));
}

/// The requests that are put, with their places.
fn puts(node: &mut Node<u32>, seq: &mut u64) -> Vec<(String, u64)> {
    let mut next_seq = || {
        *seq += 1;
        *seq
    };
    let operations = core::iter::from_fn(|| node.poll_store(&mut next_seq));
    let puts = operations.map(|operation| match operation {
        StoreOperation::Put(put) => (put.request.request_identifier.as_str().to_owned(), put.seq),
        other => panic!("{other:?}"),
    });
    puts.collect()
}

/// What has moved to a node, whatever its number, and has not left yet, may come back to wait: it is loaded before what was asked later.
#[test]
fn s_what_has_moved_keeps_its_order_over_a_restart() {
    for moves_from_later in [true, false] {
        let mut world = World::new(SessionConfig::default());
        let numbers = ["Cone", "Ctwo"].map(|name| request_id(&mut world, name));
        let [one, two] = numbers;
        let (early, later) = if moves_from_later {
            (two, one)
        } else {
            (one, two)
        };
        let mut former = world.node(claimed(NAME), true);
        let mut node = world.node(claimed("Cgateway"), true);
        world.carry_out(at(0), &mut former, Command::Register(NAME.into()));
        submit(&mut world, &mut former, early, "early");
        let id = connect(&mut world, &mut node, claimed("Cgateway"));
        world.carry_out(at(0), &mut node, Command::Register(NAME.into()));
        world.carry_out(at(0), &mut former, Command::Surrender(NAME.into()));
        for effect in effects(&mut former) {
            if let Effect::Surrendered { entity, requests } = effect {
                for adopted in requests {
                    let command = Command::Adopt(entity.as_str().into(), Box::new(adopted));
                    world.carry_out(at(0), &mut node, command);
                }
            }
        }
        // It lies in the outbox, and what is asked now waits for the next connection.
        assert!(node.outbox(at(0), id).unwrap().has_remaining());
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        world.carry_out(at(0), &mut node, Command::Disconnect(frame));
        submit(&mut world, &mut node, later, "later");
        let mut seq = 0;
        let mut kept = puts(&mut node, &mut seq);
        world.carry_out(at(0), &mut node, Command::Release(id));
        kept.extend(puts(&mut node, &mut seq));
        kept.sort_by_key(|(_, seq)| *seq);
        let order: Vec<_> = kept.iter().map(|(rqi, _)| rqi.as_str()).collect();
        assert_eq!(order, ["early", "later"], "{moves_from_later} {kept:?}");
    }
}

/// An entity that has registered elsewhere is not deregistered by what was asked of its former node, and what waits follows.
#[test]
fn n_a_late_deregistration_ends_nothing_that_is_to_move() {
    let mut world = World::new(SessionConfig::default());
    let number = request_id(&mut world, "Cone");
    let mut former = world.node(claimed(NAME), false);
    let mut node = world.node(claimed("Cgateway"), false);
    world.carry_out(at(0), &mut former, Command::Register(NAME.into()));
    submit(&mut world, &mut former, number, "waits");
    connect(&mut world, &mut node, claimed("Cgateway"));
    world.carry_out(at(0), &mut node, Command::Register(NAME.into()));
    world.carry_out(at(0), &mut former, Command::Deregister(NAME.into()));
    world.carry_out(at(0), &mut former, Command::Surrender(NAME.into()));
    let effects = effects(&mut former);
    let moves = |effect: &Effect<u32>| matches!(effect, Effect::Surrendered { requests, .. } if requests.len() == 1);
    assert!(effects.iter().any(moves), "{effects:?}");
    assert_eq!(world.directory.find(NAME).unwrap().node, node.number());
}
