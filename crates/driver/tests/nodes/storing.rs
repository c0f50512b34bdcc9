//! A store that is slow, that fails, that panics and that never answers: what waits is carried on, once, or is said to be lost.

use core::future::poll_fn;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::binding::{RegistrarConfig, StoreOperation, StoredRequest};
use onem2m_ws_driver::{
    MemoryStore, Observed, RegistrarActivity, Store, StoreFailure, registrar_with_store,
};

use crate::node::{QUIET, Registrar, cse, registrar_config};
use crate::peer::{Peer, answer, notification, registration, retrieval};
use crate::tasks::Tasks;
use crate::world::World;

/// A store that carries a batch out when it is let, as the next verdict says.
#[derive(Clone, Default)]
struct Gate {
    kept: MemoryStore,
    state: Arc<Mutex<GateState>>,
}

#[derive(Default)]
struct GateState {
    verdicts: VecDeque<Verdict>,
    /// What is done without a verdict.
    always: Option<Verdict>,
    waker: Option<Waker>,
    operations: Vec<StoreOperation>,
}

#[derive(Clone, Copy)]
enum Verdict {
    Done,
    Fail,
    /// All is written, and said not to be.
    Lie,
    Panic,
}

impl Gate {
    fn let_through(&self, verdict: Verdict) {
        let mut state = self.state.lock().unwrap();
        state.verdicts.push_back(verdict);
        let waker = state.waker.take();
        drop(state);
        waker.into_iter().for_each(Waker::wake);
    }

    fn always(&self, verdict: Verdict) {
        self.state.lock().unwrap().always = Some(verdict);
        let waker = self.state.lock().unwrap().waker.take();
        waker.into_iter().for_each(Waker::wake);
    }

    fn operations(&self) -> usize {
        self.state.lock().unwrap().operations.len()
    }
}

impl Store for Gate {
    async fn load(&mut self) -> io::Result<Vec<StoredRequest>> {
        Ok(self.kept.kept())
    }

    async fn apply(&mut self, operations: Vec<StoreOperation>) -> Result<(), StoreFailure> {
        self.state
            .lock()
            .unwrap()
            .operations
            .extend(operations.iter().cloned());
        let verdict = poll_fn(|cx| {
            let mut state = self.state.lock().unwrap();
            match state.verdicts.pop_front().or(state.always) {
                Some(verdict) => Poll::Ready(verdict),
                None => {
                    state.waker = Some(cx.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await;
        match verdict {
            Verdict::Done => {
                for operation in operations {
                    self.kept.carry_out(operation);
                }
                Ok(())
            }
            Verdict::Fail => Err(StoreFailure {
                carried_out: 0,
                error: io::Error::other("the disk is full"),
            }),
            Verdict::Lie => {
                for operation in operations {
                    self.kept.carry_out(operation);
                }
                Err(StoreFailure {
                    carried_out: 0,
                    error: io::Error::other("the answer of the disk was lost"),
                })
            }
            Verdict::Panic => panic!("the store panics"),
        }
    }
}

/// A registrar with this store.
fn with_store(config: RegistrarConfig, store: Gate) -> Registrar {
    let world = World::new();
    let mut tasks = Tasks::new(world.clone());
    let making = async move {
        registrar_with_store(config, QUIET, store, world)
            .await
            .unwrap()
    };
    let (handle, task) = tasks.run(making).expect("the store is loaded at once");
    let task = tasks.spawn(task);
    Registrar {
        tasks,
        handle,
        task,
    }
}

/// An entity moves while the store is busy with what waits for it: the answer finds it where it is then.
#[test]
fn s_03_an_answer_of_the_store_follows_the_entity() {
    let gate = Gate::default();
    let mut node = with_store(RegistrarConfig::default(), gate.clone());
    node.handle.restore("Cone").unwrap();
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    assert_eq!(gate.operations(), 1, "it is being put");
    let line = node.tasks.world.calm();
    node.serve_as(&line, &["Cdevice", "Cone"], cse);
    let mut peer = Peer::client(line, "Cdevice");
    node.tasks.rest();
    peer.head();
    peer.send(registration("Cone"));
    node.tasks.rest();
    assert!(node.handle.is_reachable("Cone"));
    gate.always(Verdict::Done);
    node.tasks.rest();
    let requests = peer.requests();
    assert_eq!(requests.len(), 1);
    peer.send(answer(requests.first().unwrap()));
    node.tasks.rest();
    assert!(matches!(asking.take(), Some(Ok(_))));
    assert!(gate.kept.kept().is_empty());
}

/// What the store failed to forget it is told to forget again; else it would be sent after a restart, although it ended.
#[test]
fn s_03_an_end_that_failed_is_tried_again() {
    let gate = Gate::default();
    let mut node = with_store(RegistrarConfig::default(), gate.clone());
    node.handle.restore("Cone").unwrap();
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    gate.let_through(Verdict::Done);
    node.tasks.rest();
    assert_eq!(gate.kept.kept().len(), 1);
    node.tasks.abort(&asking);
    node.tasks.rest();
    gate.let_through(Verdict::Fail);
    node.tasks.rest();
    gate.always(Verdict::Done);
    node.tasks.pass(Duration::from_secs(600));
    assert!(gate.kept.kept().is_empty(), "{:?}", gate.kept.kept());
    node.handle.deregister("Cone");
    node.tasks.rest();
    assert_eq!(node.handle.node_count(), 0);
}

/// What was written although it was said not to be is ended with its request: only a crash in between would send it again.
#[test]
fn s_03_a_put_that_failed_and_was_written_is_ended_with_its_request() {
    for crashes in [false, true] {
        let gate = Gate::default();
        let mut node = with_store(RegistrarConfig::default(), gate.clone());
        node.handle.restore("Cone").unwrap();
        node.handle
            .post("Cone", notification("Cone", "n1", 1))
            .unwrap();
        node.tasks.rest();
        gate.let_through(Verdict::Lie);
        node.tasks.rest();
        assert_eq!(gate.kept.kept().len(), 1, "it was written");
        gate.always(Verdict::Done);
        if crashes {
            // Nothing of it had left: it is loaded, and taken as any other.
            drop(node);
            node = with_store(RegistrarConfig::default(), gate.clone());
        }
        let mut peer = node.connect_calm("Cone");
        node.tasks.rest();
        let requests = peer.requests();
        assert_eq!(requests.len(), 1);
        assert_eq!(gate.kept.kept().iter().any(|kept| kept.was_taken), crashes);
        peer.send(answer(requests.first().unwrap()));
        node.tasks.rest();
        assert!(gate.kept.kept().is_empty(), "{:?}", gate.kept.kept());
        drop((node, peer));
        let mut node = with_store(RegistrarConfig::default(), gate.clone());
        node.handle.restore("Cone").unwrap();
        let mut peer = node.connect_calm("Cone");
        node.tasks.rest();
        assert!(peer.requests().is_empty(), "it was sent twice");
    }
}

/// Each operation twice is as once: after a crash nobody knows what was carried out.
#[test]
fn s_03_operations_are_about_places() {
    let gate = Gate::default();
    let mut node = with_store(RegistrarConfig::default(), gate.clone());
    gate.always(Verdict::Done);
    node.handle.restore("Cone").unwrap();
    node.handle
        .post("Cone", notification("Cone", "n1", 1))
        .unwrap();
    node.tasks.rest();
    let mut peer = node.connect_calm("Cone");
    node.tasks.rest();
    peer.answer_all();
    node.tasks.rest();
    let operations = gate.state.lock().unwrap().operations.clone();
    assert_eq!(operations.len(), 3, "{operations:?}");
    let (once, twice) = (MemoryStore::default(), MemoryStore::default());
    for operation in operations {
        once.carry_out(operation.clone());
        twice.carry_out(operation.clone());
        twice.carry_out(operation);
        assert_eq!(once.kept(), twice.kept());
    }
}

/// A store that panics stores nothing more; everything else goes on.
#[test]
fn s_06_a_store_that_panics_harms_only_what_it_was_to_keep() {
    let gate = Gate::default();
    let mut node = with_store(RegistrarConfig::default(), gate.clone());
    let mut events = node.handle.events();
    node.handle.restore("Cone").unwrap();
    let first = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    gate.let_through(Verdict::Panic);
    node.tasks.rest();
    let second = node.ask("Cone", notification("Cone", "n2", 1));
    node.tasks.rest();
    assert!(node.task.take().is_none(), "the registrar goes on");
    let mut not_stored = 0;
    let cx = Context::from_waker(Waker::noop());
    while let Poll::Ready(Some(Observed::Event(event))) = events.poll_next(&cx) {
        not_stored += usize::from(format!("{event:?}").contains("NotStored"));
    }
    assert_eq!(not_stored, 2);
    let mut peer = node.connect_calm("Cone");
    assert_eq!(peer.answer_all(), 2);
    node.tasks.rest();
    for asking in [first, second] {
        assert!(matches!(asking.take(), Some(Ok(_))));
    }
}

/// What was taken before a restart is told to whoever looks at the events from the beginning, once, and never sent.
#[test]
fn s_03_what_was_taken_before_a_restart_is_told_once() {
    let gate = Gate::default();
    let mut node = with_store(RegistrarConfig::default(), gate.clone());
    node.handle.restore("Cone").unwrap();
    node.ask("Cone", notification("Cone", "n1", 1));
    gate.always(Verdict::Done);
    node.tasks.rest();
    let mut peer = node.connect_calm("Cone");
    assert_eq!(peer.requests().len(), 1, "it was taken and sent");
    // The registrar crashes: nothing more is told to the store.
    let crashed = Gate::default();
    for stored in gate.kept.kept() {
        assert!(stored.was_taken);
        let put = onem2m_ws_driver::binding::StorePut {
            id: match gate.state.lock().unwrap().operations.first() {
                Some(StoreOperation::Put(put)) => put.id,
                other => panic!("{other:?}"),
            },
            seq: stored.seq,
            entity: stored.entity.as_str().into(),
            identity: stored.identity,
            deadline: stored.deadline,
            request: stored.request,
        };
        let (id, seq, entity) = (put.id, put.seq, Arc::clone(&put.entity));
        crashed.kept.carry_out(StoreOperation::Put(Box::new(put)));
        crashed
            .kept
            .carry_out(StoreOperation::Take { id, seq, entity });
    }
    crashed.always(Verdict::Done);
    let mut node = with_store(RegistrarConfig::default(), crashed.clone());
    let mut events = node.handle.events();
    node.tasks.rest();
    let mut unresolved = 0;
    let cx = Context::from_waker(Waker::noop());
    while let Poll::Ready(Some(Observed::Event(event))) = events.poll_next(&cx) {
        let told = format!("{event:?}").contains("Unresolved");
        unresolved += usize::from(told);
        let _: &RegistrarActivity = &event;
    }
    assert_eq!(unresolved, 1);
    assert!(crashed.kept.kept().is_empty());
    let mut peer = node.connect_calm("Cone");
    assert_eq!(peer.requests().len(), 0);
}

/// While a store does not answer, a node that is busy otherwise keeps no more and no less than it has to.
#[test]
fn s_06_a_store_that_never_answers_is_waited_for_once() {
    let config = registrar_config(|config| config.max_store_queue = 1);
    let gate = Gate::default();
    let mut node = with_store(config, gate.clone());
    for name in ["Cone", "Ctwo", "Cthree"] {
        node.handle.restore(name).unwrap();
        for number in 0..5 {
            node.ask(name, notification(name, format!("{name}{number}"), 1));
            node.tasks.rest();
        }
    }
    let mut peer = node.connect_calm("Cfour");
    peer.send(retrieval("Cfour", "cse-in", "r1"));
    node.tasks.rest();
    assert_eq!(peer.responses().len(), 1);
    gate.always(Verdict::Done);
    node.tasks.rest();
    assert_eq!(gate.kept.kept().len(), 15);
    for name in ["Cone", "Ctwo", "Cthree"] {
        let mut peer = node.connect_calm(name);
        assert_eq!(peer.answer_all(), 5);
    }
    node.tasks.rest();
    assert!(gate.kept.kept().is_empty());
}

/// What waits for an entity that is gone when it is to move along is over, for the store as well.
#[test]
fn s_03_what_moves_with_an_entity_that_is_gone_is_ended() {
    let gate = Gate::default();
    gate.always(Verdict::Done);
    let mut node = with_store(RegistrarConfig::default(), gate.clone());
    node.handle.restore("Cone").unwrap();
    let asking = node.ask("Cone", notification("Cone", "n1", 1));
    node.tasks.rest();
    assert_eq!(gate.kept.kept().len(), 1);
    node.handle.deregister("Cone");
    node.tasks.rest();
    assert!(matches!(asking.take(), Some(Err(_))));
    assert!(gate.kept.kept().is_empty());
    assert_eq!(node.handle.node_count(), 0);
}

/// However many requests of a node are loaded, its line is carried out at once, by one look at the node.
#[test]
fn what_is_loaded_for_a_node_is_carried_out_at_once() {
    const STORED: usize = 3_000;
    let config = registrar_config(|config| {
        config.session.max_requests = STORED;
        config.session.max_waiting_len = usize::MAX;
    });
    let gate = Gate::default();
    gate.always(Verdict::Done);
    let mut node = with_store(config.clone(), gate.clone());
    node.handle.restore("Cone").unwrap();
    for number in 0..STORED {
        let request = notification("Cone", format!("n{number}"), 1);
        node.handle.post("Cone", request).unwrap();
    }
    node.tasks.rest();
    assert_eq!(gate.kept.kept().len(), STORED);
    drop(node);
    let mut node = with_store(config, gate);
    let before = node.tasks.polls;
    node.tasks.rest();
    let polls = node.tasks.polls - before;
    assert!(polls <= 2, "{polls} polls of the registrar's task");
    let mut peer = node.connect_calm("Cone");
    let mut answered = 0;
    while answered < STORED {
        let count = peer.answer_all();
        assert!(count > 0, "{answered} of {STORED} were sent");
        answered += count;
        node.tasks.rest();
    }
}
