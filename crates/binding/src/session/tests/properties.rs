//! A session, its peers, its store and the session it shares entities with, in any interleaving of what they do.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use core::time::Duration;

use onem2m_primitive::{EventCategory, Primitive};
use onem2m_ws_core::{Buf, Inbox, Role, Timestamp};
use proptest::prelude::*;

use super::{StoreStep, outside};
use crate::common::{OK, Peer, at, connection, identifier, response, retrieval, strict};
use crate::session::storage::Storage;
use crate::session::{RequestId, RequestOptions, Session};
use crate::{
    Backoff, IncomingId, OnLoss, Outcome, Pacing, SessionConfig, SessionEvent, Subprotocol,
};

#[derive(Clone, Debug)]
enum Step {
    Request {
        is_latest: bool,
        fails: bool,
    },
    Cancel(usize),
    Connect,
    /// A node that is not known yet proves to be this one.
    Merge {
        asks_before: bool,
    },
    Write(usize),
    /// The peer answers what it has received.
    Answer,
    /// The peer asks for something.
    Ask,
    Respond(usize),
    Lose,
    Abandon,
    Disconnect,
    Wait(u64),
    PollStore,
    Store {
        succeeds: bool,
    },
    /// What waits goes to another session, or comes back.
    Surrender(u64),
    ComeBack,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (prop::bool::weighted(0.2), prop::bool::weighted(0.2))
            .prop_map(|(is_latest, fails)| Step::Request { is_latest, fails }),
        1 => (0..40_usize).prop_map(Step::Cancel),
        3 => Just(Step::Connect),
        1 => any::<bool>().prop_map(|asks_before| Step::Merge { asks_before }),
        6 => (1..200_usize).prop_map(Step::Write),
        3 => Just(Step::Answer),
        2 => Just(Step::Ask),
        2 => (0..8_usize).prop_map(Step::Respond),
        2 => Just(Step::Lose),
        1 => Just(Step::Abandon),
        1 => Just(Step::Disconnect),
        1 => (0..40_u64).prop_map(Step::Wait),
        6 => Just(Step::PollStore),
        6 => prop::bool::weighted(0.8).prop_map(|succeeds| Step::Store { succeeds }),
        1 => (1..4_u64).prop_map(Step::Surrender),
        1 => Just(Step::ComeBack),
    ]
}

/// The status of a response.
#[derive(Debug, Default)]
struct Fate {
    /// When it came to wait where it is, among all.
    order: u64,
    ends: usize,
    puts: usize,
    store_ends: usize,
    /// How many times a peer received it.
    received: usize,
}

/// What is in the store.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mark {
    Kept,
    MayHaveLeft,
}

struct World {
    now: Timestamp,
    session: Session,
    /// Where entities go for a while.
    elsewhere: Session,
    peer: Option<(Peer, Inbox)>,
    fates: BTreeMap<u64, Fate>,
    /// The order in which requests came to wait here, and were first received.
    admitted: u64,
    last_received: u64,
    steps: VecDeque<(RequestId, StoreStep)>,
    store: BTreeMap<u64, Mark>,
    /// What the peer received and has not answered, and what it asked for.
    to_answer: VecDeque<String>,
    asked: Vec<IncomingId>,
    asked_count: u64,
    answered: BTreeSet<IncomingId>,
    strangers: u64,
}

impl World {
    fn new(config: SessionConfig) -> Self {
        let session = |number| {
            let mut session = Session::numbered(config.into(), [1; 8], number);
            session.set_durable(true);
            session
        };
        Self {
            now: at(1000),
            session: session(1),
            elsewhere: session(2),
            peer: None,
            fates: BTreeMap::new(),
            admitted: 0,
            last_received: 0,
            steps: VecDeque::new(),
            store: BTreeMap::new(),
            to_answer: VecDeque::new(),
            asked: Vec::new(),
            asked_count: 0,
            answered: BTreeSet::new(),
            strangers: 100,
        }
    }

    fn act(&mut self, step: &Step) {
        match *step {
            Step::Request { is_latest, fails } => self.request(is_latest, fails),
            Step::Cancel(index) => self.cancel(index),
            Step::Connect => self.connect(),
            Step::Merge { asks_before } => self.merge(asks_before),
            Step::Write(count) => self.write(count),
            Step::Answer => self.answer(),
            Step::Ask => self.ask(),
            Step::Respond(index) => self.respond(index),
            Step::Lose => {
                self.session.release(self.now);
                self.forget_peer();
            }
            Step::Abandon => self.abandon(),
            Step::Disconnect => {
                let code = onem2m_ws_core::CloseCode::NORMAL;
                self.session.disconnect_without_reason(self.now, code);
            }
            Step::Wait(seconds) => {
                self.now = self.now.saturating_add(Duration::from_secs(seconds));
                self.session.handle_timeout(self.now);
                self.elsewhere.handle_timeout(self.now);
            }
            Step::PollStore => self.poll_store(),
            Step::Store { succeeds } => self.carry_out(succeeds),
            Step::Surrender(modulus) => {
                let wanted = |id: RequestId| id.number.is_multiple_of(modulus);
                for request in self.session.surrender(self.now, wanted) {
                    self.elsewhere.adopt(self.now, request);
                }
            }
            Step::ComeBack => self.come_back(),
        }
        self.events();
    }

    fn request(&mut self, is_latest: bool, fails: bool) {
        let number = u64::try_from(self.fates.len()).unwrap();
        let mut request = retrieval(&number.to_string());
        request.event_category = is_latest.then_some(EventCategory::LATEST);
        let options = RequestOptions {
            on_loss: fails.then_some(OnLoss::Fail),
            ..RequestOptions::default()
        };
        let asked = self
            .session
            .request_as(self.now, outside(number), request, options);
        self.admitted += 1;
        let fate = Fate {
            order: self.admitted,
            ends: usize::from(asked.is_err()),
            ..Fate::default()
        };
        self.fates.insert(number, fate);
    }

    fn cancel(&mut self, index: usize) {
        let number = u64::try_from(index).unwrap();
        let id = outside(number);
        let here = self.session.cancel(self.now, id);
        if here
            .or_else(|| self.elsewhere.cancel(self.now, id))
            .is_some()
        {
            self.end(number);
        }
    }

    fn end(&mut self, number: u64) {
        let fate = self.fates.get_mut(&number).unwrap();
        fate.ends += 1;
        assert_eq!(fate.ends, 1, "{number} ends once");
    }

    fn forget_peer(&mut self) {
        self.peer = None;
    }

    fn connect(&mut self) {
        let client = connection(Role::Client, self.now);
        let _superseded = self.session.connected(self.now, client, Subprotocol::JSON);
        let peer = Peer::new(Role::Server, Subprotocol::JSON, self.now);
        self.peer = Some((peer, Inbox::new()));
    }

    /// Another session has a connection over which something is asked, which turns out to be this node's.
    fn merge(&mut self, asks_before: bool) {
        self.strangers += 1;
        let config = *self.session.config();
        let mut stranger = Session::numbered(config.into(), [3; 8], self.strangers);
        let client = connection(Role::Client, self.now);
        let former = stranger.connected(self.now, client, Subprotocol::JSON);
        assert!(former.is_none());
        let mut peer = Peer::new(Role::Server, Subprotocol::JSON, self.now);
        let mut inbox = Inbox::new();
        for is_proof in [false, true] {
            if !is_proof && !asks_before {
                continue;
            }
            self.asked_count += 1;
            send(
                &mut peer,
                &mut inbox,
                retrieval(&format!("theirs {}", self.asked_count)),
            );
            let event = stranger.poll_event(self.now, &mut inbox).unwrap();
            let SessionEvent::Request { id, request } = event.into_owned() else {
                panic!("it is asked for")
            };
            if is_proof {
                let mut detached = stranger.detach(self.now).unwrap();
                detached.prove(id, request);
                let _superseded = self.session.attach(self.now, detached);
                break;
            }
            self.asked.push(id);
        }
        self.peer = Some((peer, inbox));
    }

    fn write(&mut self, count: usize) {
        let Some((peer, _)) = &mut self.peer else {
            return;
        };
        let Some(outbox) = self.session.outbox(self.now) else {
            return;
        };
        let primitives = peer.take_some(self.now, outbox, count);
        self.arrive(primitives);
        self.session.handle_timeout(self.now);
    }

    /// Something panicked while the outbox was written: bytes have left, and the session was not told.
    fn abandon(&mut self) {
        if let Some((peer, _)) = &mut self.peer
            && let Some(outbox) = self.session.outbox(self.now)
        {
            let primitives = peer.overhear(self.now, outbox.chunk());
            self.arrive(primitives);
        }
        drop(self.session.abandon(self.now));
        self.forget_peer();
    }

    fn arrive(&mut self, primitives: Vec<Primitive<'static>>) {
        for primitive in primitives {
            match primitive {
                Primitive::Request(request) => self.received(request.request_identifier.as_str()),
                Primitive::Response(_) => {}
            }
        }
    }

    fn received(&mut self, identifier: &str) {
        let number: u64 = identifier.parse().unwrap();
        let fate = self.fates.get_mut(&number).unwrap();
        fate.received += 1;
        assert_eq!(fate.received, 1, "{number} leaves once");
        assert!(fate.order > self.last_received, "{number} leaves in order");
        self.last_received = fate.order;
        let mark = self.store.get(&number);
        assert_ne!(mark, Some(&Mark::Kept), "{number} was taken before it left");
        let is_being_put =
            |step: &(RequestId, StoreStep)| step.0.number == number && step.1 != StoreStep::End;
        assert!(
            !self.steps.iter().any(is_being_put),
            "{number} is not stored behind its back"
        );
        self.to_answer.push_back(identifier.to_owned());
    }

    fn answer(&mut self) {
        let Some((peer, inbox)) = &mut self.peer else {
            return;
        };
        if peer.connection.is_open()
            && let Some(rqi) = self.to_answer.pop_front()
        {
            send(peer, inbox, response(&rqi, OK));
        }
    }

    fn ask(&mut self) {
        let Some((peer, inbox)) = &mut self.peer else {
            return;
        };
        if peer.connection.is_open() {
            self.asked_count += 1;
            send(
                peer,
                inbox,
                retrieval(&format!("theirs {}", self.asked_count)),
            );
        }
    }

    fn respond(&mut self, index: usize) {
        if let Some(&id) = self.asked.get(index) {
            self.asked.remove(index);
            let is_answered = self
                .session
                .respond(self.now, id, response("any", OK))
                .is_ok();
            assert!(
                !is_answered || self.answered.insert(id),
                "{id:?} is answered once"
            );
        }
    }

    fn poll_store(&mut self) {
        let from_elsewhere = core::iter::from_fn(|| self.elsewhere.poll_store());
        let mut steps: Vec<_> = from_elsewhere.collect();
        while let Some((id, step)) = self.session.poll_store() {
            if step == StoreStep::Put {
                assert!(!self.session.is_up(), "it waits for lack of a connection");
            }
            steps.push((id, step));
        }
        if !self.session.is_sending_requests() {
            for (id, _) in self.session.waiting() {
                let storage = self.session.outgoing.requests[&id].storage;
                let is_unknown = matches!(storage, Storage::Volatile | Storage::Taken);
                assert!(!is_unknown, "{id:?} waits and is not put");
            }
        }
        for (id, step) in steps {
            let fate = self.fates.get_mut(&id.number).unwrap();
            assert_eq!(fate.store_ends, 0, "{id:?}: nothing comes behind the end");
            match step {
                StoreStep::Put => {
                    let here = self.session.waiting_request(id);
                    let there = || self.elsewhere.waiting_request(id);
                    let (request, _) = here.or_else(there).expect("it waits");
                    let rqi = id.number.to_string();
                    assert_eq!(request.request_identifier, identifier(&rqi));
                    fate.puts += 1;
                }
                StoreStep::Take => assert!(fate.puts > 0),
                StoreStep::End => {
                    fate.store_ends += 1;
                    assert!(
                        fate.puts > 0 && fate.ends == 1,
                        "{id:?} was put and has ended"
                    );
                }
            }
            self.steps.push_back((id, step));
        }
    }

    /// The store carries its next step out, or fails to.
    fn carry_out(&mut self, succeeds: bool) {
        let Some((id, step)) = self.steps.pop_front() else {
            return;
        };
        if !succeeds && step != StoreStep::End {
            for session in [&mut self.session, &mut self.elsewhere] {
                session.handle_store_failed(self.now, id, step);
            }
            return;
        }
        match step {
            StoreStep::Put => {
                self.store.insert(id.number, Mark::Kept);
                self.session.handle_stored(self.now, id);
                self.elsewhere.handle_stored(self.now, id);
            }
            StoreStep::Take => {
                let former = self.store.insert(id.number, Mark::MayHaveLeft);
                assert_eq!(former, Some(Mark::Kept), "{id:?} is taken once");
                self.session.handle_taken(self.now, id);
                self.elsewhere.handle_taken(self.now, id);
            }
            StoreStep::End => {
                self.store.remove(&id.number);
            }
        }
    }

    fn come_back(&mut self) {
        for request in self.elsewhere.surrender(self.now, |_| true) {
            self.admitted += 1;
            let fate = self.fates.get_mut(&request.id().number).unwrap();
            fate.order = self.admitted;
            self.session.adopt(self.now, request);
        }
    }

    fn events(&mut self) {
        let mut none = Inbox::new();
        let mut ended = Vec::new();
        while let Some(event) = self.elsewhere.poll_event(self.now, &mut none) {
            if let SessionEvent::Ended { id, .. } = event {
                ended.push(id.number);
            }
        }
        let inbox = self.peer.as_mut().map_or(&mut none, |(_, inbox)| inbox);
        let mut asked = Vec::new();
        while let Some(event) = self.session.poll_event(self.now, inbox) {
            if let SessionEvent::Ended { id, outcome } = &event {
                let fate = &self.fates[&id.number];
                let is_response = matches!(outcome, Outcome::Response(_));
                assert!(!is_response || fate.received == 1, "{id:?} was sent");
                ended.push(id.number);
            } else if let SessionEvent::Request { id, .. } = event {
                asked.push(id);
            }
        }
        for id in asked {
            assert!(!self.asked.contains(&id), "{id:?} is asked once");
            self.asked.push(id);
        }
        for number in ended {
            self.end(number);
        }
    }

    /// Nothing is in the way any more: all that waits leaves.
    fn recover(&mut self) {
        self.act(&Step::ComeBack);
        self.act(&Step::Connect);
        for _ in 0..60 {
            self.poll_store();
            while !self.steps.is_empty() {
                self.carry_out(true);
            }
            self.act(&Step::Write(usize::MAX));
            while !self.to_answer.is_empty() {
                self.act(&Step::Answer);
            }
            while !self.asked.is_empty() {
                self.act(&Step::Respond(0));
            }
            self.act(&Step::Wait(1));
        }
        assert_eq!(self.session.waiting().count(), 0, "all that waits leaves");
    }

    /// All comes to its end.
    fn finish(mut self) {
        for _ in 0..3 {
            self.session.release(self.now);
            self.peer = None;
            self.now = self.now.saturating_add(Duration::from_secs(4000));
            self.session.handle_timeout(self.now);
            self.events();
            self.poll_store();
            while !self.steps.is_empty() {
                self.carry_out(true);
            }
        }
        for (number, fate) in &self.fates {
            assert_eq!(fate.ends, 1, "{number} ends once: {fate:?}");
            assert_eq!(
                fate.store_ends,
                usize::from(fate.puts > 0),
                "{number}: {fate:?}"
            );
        }
        assert_eq!(self.store, BTreeMap::new());
        assert!(!self.session.has_store_steps() && !self.elsewhere.has_store_steps());
        assert_eq!(
            (self.session.outstanding(), self.session.waiting_len()),
            (0, 0)
        );
        self.session.end(self.now);
        assert!(self.session.is_ended() && self.session.is_forgettable());
    }
}

fn send(peer: &mut Peer, inbox: &mut Inbox, primitive: impl Into<Primitive<'static>>) {
    let config = onem2m_primitive::CodecConfig::default();
    let message = crate::to_message(&primitive.into(), peer.subprotocol, &config).unwrap();
    peer.connection.send(message).unwrap();
    let outbox = peer.connection.outbox();
    while outbox.has_remaining() {
        inbox.extend(outbox.chunk());
        outbox.advance(outbox.chunk().len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    /// Every request ends once, leaves at most once, in order, and never while the store would send it again; what was put
    /// is ended in the store, once.
    #[test]
    fn whatever_happens(steps in prop::collection::vec(step(), 0..120), pacing in 0..3_u8) {
        let pacing = match pacing {
            0 => None,
            1 => Some(Pacing::ONE_AT_A_TIME),
            _ => Some(Pacing { max_in_flight: 3, pause: Duration::ZERO }),
        };
        let mut world = World::new(SessionConfig {
            pacing,
            max_requests: 12,
            max_incoming: 4,
            max_taken: 2,
            store_backoff: Backoff { initial: Duration::from_secs(2), factor: 1, maximum: Duration::from_secs(2) },
            ..strict()
        });
        for step in &steps {
            world.act(step);
        }
        world.recover();
        world.finish();
    }
}
