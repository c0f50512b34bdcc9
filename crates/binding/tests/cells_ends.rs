//! Nodes that are given up, and requests that are refused: nothing of them ends untold.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test fails by panicking, and its numbers are small"
)]

mod common;

#[path = "common/cells.rs"]
mod world;

use std::sync::Arc;

use onem2m_primitive::{CodecConfig, Content, RequestPrimitive, ResourceType};
use onem2m_ws::cells::{
    Allowance, Claim, Command, Effect, Loaded, Names, Node, Registration, Submission, Taken,
};
use onem2m_ws::{
    Admission, Identity, RegistrarEvent, RequestError, RequestId, RequestOptions, SessionConfig,
    StoreAnswer, StoreOperation, StoreStep, Subprotocol, to_message,
};
use onem2m_ws_core::{Inbox, Role};

use common::{Peer, at, connection, drain, identifier};
use world::World;

const NAME: &str = "Cthermo";

fn notification(rqi: &str, len: usize) -> RequestPrimitive<'static> {
    let content = format!(r#"{{"m2m:sgn":{{"sur":"{}"}}}}"#, "x".repeat(len));
    let content = Content::json_text(&content).unwrap().into_owned();
    RequestPrimitive::notify(NAME, identifier(rqi), content).from("/id-in")
}

fn request_id(world: &mut World, number: u64) -> RequestId {
    // Numbers of requests are given by cells.
    let mut node = world.node(Identity::Claimed(format!("C{number}")), true);
    let session = Arc::new(world.config.session);
    let node = Box::new(core::mem::replace(
        &mut node,
        Node::new(u64::MAX, session, [3; 8], Identity::Unknown, false),
    ));
    let mut cell = onem2m_ws::cells::Cell::<u32, u32>::new(node, &world.config.session, 16);
    let request = notification("any", 1);
    let submission = Submission::new(NAME.into(), request, RequestOptions::default(), 0);
    cell.submit(1, Box::new(submission)).ok().unwrap().0
}

/// Loads two requests with these identifiers into a node with limits: the node, and what the second came to.
fn load(
    change: impl FnOnce(&mut SessionConfig),
    identifiers: [&'static str; 2],
) -> (World, Node<u32>, Vec<Effect<u32>>) {
    let mut session = SessionConfig::default();
    change(&mut session);
    let mut world = World::new(session);
    let ids = [request_id(&mut world, 1), request_id(&mut world, 2)];
    let mut node = world.node(Identity::Claimed(NAME.into()), true);
    world.carry_out(at(0), &mut node, Command::Register(NAME.into()));
    for (number, (id, rqi)) in ids.into_iter().zip(identifiers).enumerate() {
        let loaded = Loaded {
            id,
            entity: NAME.into(),
            seq: number as u64 + 1,
            deadline: at(1_000),
            request: notification(rqi, 600),
            was_taken: false,
            ticket: number as u32,
        };
        world.carry_out(at(0), &mut node, Command::Load(Box::new(loaded)));
    }
    let effects = core::iter::from_fn(|| node.poll_effect()).collect();
    (world, node, effects)
}

fn ended_in_the_store(node: &mut Node<u32>) -> Vec<u64> {
    let operations = core::iter::from_fn(|| node.poll_store(|| panic!("they have places")));
    let ended = operations.filter_map(|operation| match operation {
        StoreOperation::End { seq, .. } => Some(seq),
        StoreOperation::Put(_) | StoreOperation::Take { .. } => None,
    });
    ended.collect()
}

/// A request that was loaded and is refused has ended: the store forgets it.
#[test]
fn s_a_loaded_request_that_is_refused_ends_in_the_store() {
    for (second, max, error) in [
        ("a", 256, RequestError::Duplicate),
        ("b", 1, RequestError::TooMany),
    ] {
        let (_, mut node, effects) = load(|session| session.max_requests = max, ["a", second]);
        let is_refused = |effect: &Effect<u32>| matches!(effect, Effect::NotTaken { ticket: 1, error: refused, .. } if *refused == error);
        assert!(effects.iter().any(is_refused), "{error}: {effects:?}");
        assert_eq!(ended_in_the_store(&mut node), [2]);
    }
}

/// More bytes than may wait may have come back to wait: those that the store kept are not lost, and there is no room for more.
#[test]
fn s_what_was_stored_is_not_lost_for_lack_of_room() {
    let (mut world, mut node, effects) =
        load(|session| session.max_waiting_len = 1_000, ["a", "b"]);
    let is_refused = |effect: &Effect<u32>| matches!(effect, Effect::NotTaken { .. });
    assert!(!effects.iter().any(is_refused), "{effects:?}");
    assert!(ended_in_the_store(&mut node).is_empty());
    let id = request_id(&mut world, 3);
    let options = RequestOptions::default();
    let mut submission = Submission::new(NAME.into(), notification("c", 600), options, 7);
    submission.id = id;
    world.carry_out(at(0), &mut node, Command::Request(Box::new(submission)));
    let mut effects = core::iter::from_fn(|| node.poll_effect());
    assert!(effects.any(|effect| is_refused(&effect)));
}

/// The tickets of a node that is given up: of what has not ended, and of what has and was not told.
#[test]
fn n_a_node_that_is_given_up_loses_no_ticket() {
    let mut world = World::new(SessionConfig::default());
    let mut node = world.node(Identity::Claimed(NAME.into()), true);
    world.carry_out(at(0), &mut node, Command::Register(NAME.into()));
    let ids: Vec<_> = (0..5)
        .map(|number| request_id(&mut world, number))
        .collect();
    let submit = |number: usize, entity: &str, rqi: &str| {
        let request = notification(rqi, 1);
        let mut submission = Submission::new(
            entity.into(),
            request,
            RequestOptions::default(),
            number as u32,
        );
        submission.id = ids[number];
        Command::Request(Box::new(submission))
    };
    // One that waits, one that is not taken, one that is to go elsewhere, one that expires, and one that moves away.
    world.carry_out(at(0), &mut node, submit(0, NAME, "a"));
    world.carry_out(at(1), &mut node, Command::Expire);
    world.carry_out(at(1), &mut node, submit(1, NAME, "a"));
    world.carry_out(at(1), &mut node, submit(2, "Cother", "b"));
    world.carry_out(at(100_000), &mut node, Command::Expire);
    world.carry_out(at(100_000), &mut node, submit(3, NAME, "c"));
    let other = world.node(Identity::Claimed("Cother".into()), true);
    let entered = world
        .directory
        .enter(NAME, other.number(), Registration::Told);
    entered.unwrap();
    world.carry_out(at(100_000), &mut node, Command::Surrender(NAME.into()));
    let effects = core::iter::from_fn(|| node.poll_effect());
    let mut tickets: Vec<_> = effects.flat_map(Effect::into_tickets).collect();
    tickets.extend(node.into_tickets());
    let mut tickets: Vec<_> = tickets.into_iter().map(|(_, ticket)| ticket).collect();
    tickets.sort_unstable();
    assert_eq!(tickets, [0, 1, 2, 3]);
}

/// What has ended on an unknown node is told before the node is given up for the known one.
#[test]
fn n_an_unknown_node_that_moves_tells_what_has_ended() {
    let mut world = World::new(SessionConfig::default());
    let mut known = world.node(Identity::Claimed(NAME.into()), true);
    world.carry_out(at(0), &mut known, Command::Register(NAME.into()));
    let mut node = world.node(Identity::Unknown, true);
    let id = world.directory.open_connection().unwrap();
    let admission = Admission::new(Identity::Unknown, Subprotocol::JSON);
    let claim = Claim::new(id, connection(Role::Server, at(0)), admission);
    world.carry_out(at(0), &mut node, Command::Claim(Box::new(claim)));
    let mut peer = Peer::new(Role::Client, Subprotocol::JSON, at(0));
    let mut inbox = Inbox::new();
    let ae = Content::json_text(r#"{"m2m:ae":{"api":"Nother","rr":true}}"#).unwrap();
    let requests = [
        RequestPrimitive::create("cse-in", identifier("r1"), ResourceType::AE, ae).from("C"),
        RequestPrimitive::retrieve("cse-in", identifier("r2")).from(NAME),
    ];
    for request in requests {
        let message = to_message(&request.into(), Subprotocol::JSON, &CodecConfig::default());
        peer.connection.send(message.unwrap()).unwrap();
        drain(peer.connection.outbox(), &mut inbox);
    }
    let allowance = Allowance { requests: 16 };
    let mut advance = |node: &mut Node<u32>| {
        node.advance(
            at(0),
            &mut inbox,
            allowance,
            &world.config,
            &mut world.directory,
        )
    };
    assert!(matches!(advance(&mut node), Some(Taken::Request(..))));
    let Some(Taken::Proof(proof)) = advance(&mut node) else {
        panic!("it speaks for an entity that is known elsewhere");
    };
    while node.poll_effect().is_some() {}
    let claim = node.leave(at(1_000), proof);
    assert!(claim.is_some());
    let effects: Vec<_> = core::iter::from_fn(|| node.poll_effect()).collect();
    let is_told =
        |effect: &Effect<u32>| matches!(effect, Effect::Event(RegistrarEvent::Unanswered { .. }));
    assert!(effects.iter().any(is_told), "{effects:?}");
}

/// A node whose requests are put and then cancelled, one after the other.
struct Cancelling {
    world: World,
    node: Node<u32>,
    seq: u64,
}

impl Cancelling {
    fn new(session: SessionConfig) -> Self {
        let mut world = World::new(session);
        let mut node = world.node(Identity::Claimed(NAME.into()), true);
        world.carry_out(at(0), &mut node, Command::Register(NAME.into()));
        Self {
            world,
            node,
            seq: 0,
        }
    }

    fn poll(&mut self) -> Option<StoreOperation> {
        let seq = &mut self.seq;
        self.node.poll_store(|| {
            *seq += 1;
            *seq
        })
    }

    fn answer(&mut self, answer: StoreAnswer) {
        let command = Command::Store(NAME.into(), answer);
        self.world.carry_out(at(0), &mut self.node, command);
    }

    fn cancel(&mut self, id: RequestId) {
        let node = &mut self.node;
        self.world.carry_out(at(0), node, Command::Cancel(id));
    }

    fn ask(&mut self, number: u32) -> RequestId {
        let id = request_id(&mut self.world, number.into());
        let request = notification(&number.to_string(), 1);
        let options = RequestOptions::default();
        let mut submission = Submission::new(NAME.into(), request, options, number);
        submission.id = id;
        let command = Command::Request(Box::new(submission));
        self.world.carry_out(at(0), &mut self.node, command);
        id
    }

    /// Cancels a request that the store has; its place there, which has to be given up, and its number.
    fn ask_and_cancel(&mut self, number: u32) -> Option<(RequestId, u64)> {
        let id = self.ask(number);
        let put = self.poll();
        let seq = put.map(|operation| match operation {
            StoreOperation::Put(put) => put.seq,
            other @ (StoreOperation::Take { .. } | StoreOperation::End { .. }) => {
                panic!("{other:?}")
            }
        });
        if seq.is_some() {
            self.answer(StoreAnswer::Done(id, StoreStep::Put));
        }
        self.cancel(id);
        let end = self.poll();
        let is_of = |end: StoreOperation| matches!(end, StoreOperation::End { seq: of, .. } if Some(of) == seq);
        assert_eq!(end.map(is_of), seq.map(|_| true));
        Some((id, seq?))
    }
}

/// What a store has failed to end is ended in it once it works again, however few requests the session has room for.
#[test]
fn s_what_a_store_fails_to_end_is_ended_later() {
    let mut cancelling = Cancelling::new(SessionConfig {
        max_requests: 1,
        ..SessionConfig::default()
    });
    let mut unended = Vec::new();
    for number in 0..100 {
        let (id, seq) = cancelling.ask_and_cancel(number).expect("it is put");
        unended.push(seq);
        cancelling.answer(StoreAnswer::Failed(id, StoreStep::End));
    }
    cancelling.node.handle_timeout(at(3_600));
    assert_eq!(ended_in_the_store(&mut cancelling.node), unended);
}

/// A store that is slow to forget what has ended is asked to forget all of it, and until then is given little more: at the limit and past it, whether
/// it fails or only does not answer.
#[test]
fn s_06_a_store_that_forgets_slowly_is_given_no_more() {
    for fails in [false, true] {
        let mut cancelling = Cancelling::new(SessionConfig {
            max_unended: 8,
            ..SessionConfig::default()
        });
        let mut ended = Vec::new();
        for number in 0..1_000 {
            let put = cancelling.ask_and_cancel(number);
            assert_eq!(put.is_some(), number < 8, "{number}");
            ended.extend(put);
        }
        // What waits now is put when the store has caught up by half.
        let waiting = cancelling.ask(1_000);
        for (count, (id, seq)) in ended.into_iter().enumerate() {
            assert_eq!(cancelling.poll().is_some(), count == 4, "{count}");
            if fails {
                cancelling.answer(StoreAnswer::Failed(id, StoreStep::End));
                cancelling.node.handle_timeout(at(600));
                let end = cancelling.poll();
                assert!(
                    matches!(end, Some(StoreOperation::End { seq: again, .. }) if again == seq),
                    "{end:?}"
                );
            }
            cancelling.answer(StoreAnswer::Done(id, StoreStep::End));
        }
        cancelling.answer(StoreAnswer::Done(waiting, StoreStep::Put));
        let outcome = core::iter::from_fn(|| cancelling.node.poll_effect());
        let is_stored = |effect: &Effect<u32>| matches!(effect, Effect::Event(RegistrarEvent::Stored { id, .. }) if *id == waiting);
        assert!(outcome.into_iter().any(|effect| is_stored(&effect)));
    }
}
