//! What waits for the absent is kept by a store, which may be slow, fail, or be all that is left.

use core::future::poll_fn;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Poll, Waker};
use core::time::Duration;
use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::binding::{
    Identity, RegistrarConfig, RegistrarEvent, StoreOperation, StoredRequest,
};
use onem2m_ws_driver::{
    MemoryStore, Observed, RegistrarActivity, Store, StoreFailure, registrar_with_store,
};

use crate::node::{QUIET, Registrar, cse};
use crate::peer::{Peer, notification};
use crate::tasks::Tasks;
use crate::world::{Call, Step, World};

/// A store that does as it is told: one verdict for each operation, in order; without one it is slow.
#[derive(Clone, Default)]
struct Scripted(Arc<Mutex<Script>>);

#[derive(Default)]
struct Script {
    kept: MemoryStore,
    verdicts: VecDeque<bool>,
    is_quick: bool,
    waker: Option<Waker>,
    seen: Vec<String>,
    /// Operations of the longest batch.
    longest: usize,
}

impl Scripted {
    fn quick() -> Self {
        let this = Self::default();
        this.0.lock().unwrap().is_quick = true;
        this
    }

    /// The next operation succeeds or fails.
    fn decide(&self, succeeds: bool) {
        let mut script = self.0.lock().unwrap();
        script.verdicts.push_back(succeeds);
        let waker = script.waker.take();
        drop(script);
        waker.into_iter().for_each(Waker::wake);
    }

    fn seen(&self) -> Vec<String> {
        core::mem::take(&mut self.0.lock().unwrap().seen)
    }
}

impl Store for Scripted {
    async fn load(&mut self) -> io::Result<Vec<StoredRequest>> {
        Ok(self.0.lock().unwrap().kept.kept())
    }

    async fn apply(&mut self, operations: Vec<StoreOperation>) -> Result<(), StoreFailure> {
        {
            let mut script = self.0.lock().unwrap();
            script.longest = script.longest.max(operations.len());
        }
        for (index, operation) in operations.into_iter().enumerate() {
            let succeeds = poll_fn(|cx| {
                let mut script = self.0.lock().unwrap();
                match script.verdicts.pop_front() {
                    Some(verdict) => Poll::Ready(verdict),
                    None if script.is_quick => Poll::Ready(true),
                    None => {
                        script.waker = Some(cx.waker().clone());
                        Poll::Pending
                    }
                }
            })
            .await;
            let mut script = self.0.lock().unwrap();
            script.seen.push(match &operation {
                StoreOperation::Put(put) => format!("put {}", put.request.request_identifier),
                StoreOperation::Take { seq, .. } => format!("take {seq}"),
                StoreOperation::End { seq, .. } => format!("end {seq}"),
            });
            if !succeeds {
                return Err(StoreFailure {
                    carried_out: index,
                    error: io::Error::other("the disk is full"),
                });
            }
            script.kept.carry_out(operation);
        }
        Ok(())
    }
}

/// A registrar over a store, as after a start.
fn start(store: &Scripted) -> Registrar {
    let mut tasks = Tasks::new(World::new());
    let making = registrar_with_store(
        RegistrarConfig::default(),
        QUIET,
        store.clone(),
        tasks.world.clone(),
    );
    let (handle, task) = tasks.run(making).unwrap().unwrap();
    let task = tasks.spawn(task);
    Registrar {
        tasks,
        handle,
        task,
    }
}

/// What waits outlives the registrar: in its order, for the node that it waited for, each request once.
#[test]
fn s_03_what_waits_outlives_a_restart() {
    let store = Scripted::quick();
    let mut node = start(&store);
    node.handle.restore("Cone").unwrap();
    for number in 0..5 {
        node.ask("Cone", notification("Cone", format!("n{number}"), 10));
    }
    node.tasks.rest();
    drop(node);
    let mut node = start(&store);
    assert!(node.handle.is_registered("Cone"));
    let mut peer = node.connect_calm("Cone");
    node.tasks.rest();
    let identifiers = peer.requests().into_iter();
    let identifiers = identifiers.map(|request| request.request_identifier.to_string());
    assert_eq!(
        identifiers.collect::<Vec<_>>(),
        ["n0", "n1", "n2", "n3", "n4"]
    );
    // They were taken: a restart now does not send them again, and says that they may have been carried out.
    drop(node);
    let mut node = start(&store);
    // Told once the task is driven, for nobody can watch before.
    node.tasks.rest();
    assert_eq!(node.handle.counters().get("unresolved"), 5);
    let mut peer = node.connect_calm("Cone");
    node.tasks.rest();
    assert!(peer.requests().is_empty());
}

/// The time of a stored request is over when the registrar starts again: whoever asks for the events as soon as there is a registrar
/// hears of that end.
#[test]
fn s_03_what_ends_while_it_is_loaded_is_told() {
    let store = Scripted::quick();
    let mut node = start(&store);
    node.handle.restore("Cone").unwrap();
    node.ask("Cone", notification("Cone", "n1", 10));
    node.tasks.rest();
    drop(node);
    let mut tasks = Tasks::new(World::new());
    tasks.world.skip(Duration::from_secs(7200));
    let config = RegistrarConfig::default();
    let making = registrar_with_store(config, QUIET, store.clone(), tasks.world.clone());
    let (handle, task) = tasks.run(making).unwrap().unwrap();
    let mut events = handle.events();
    tasks.spawn(task);
    tasks.rest();
    let heard = tasks.run(async move {
        while let Some(observed) = events.next().await {
            if let Observed::Event(event) = observed
                && matches!(&*event, RegistrarActivity::Posted { .. })
            {
                return true;
            }
        }
        false
    });
    assert_eq!(heard, Some(true), "the request has expired");
}

/// A request is handed to a connection only when the store has said that it is marked as taken.
#[test]
fn s_03_nothing_leaves_before_it_is_taken() {
    let store = Scripted::default();
    let mut node = start(&store);
    node.handle.restore("Cone").unwrap();
    node.ask("Cone", notification("Cone", "n1", 10));
    node.tasks.rest();
    let mut peer = node.connect_calm("Cone");
    node.tasks.rest();
    assert!(peer.requests().is_empty(), "it is not even stored");
    store.decide(true);
    node.tasks.rest();
    assert!(peer.requests().is_empty(), "it is not taken");
    store.decide(true);
    node.tasks.rest();
    assert_eq!(peer.requests().len(), 1);
    assert_eq!(store.seen(), ["put n1", "take 1"]);
    // Once it has ended the store is told.
    store.decide(true);
    peer.answer_all();
    node.tasks.pass(Duration::from_secs(60));
    assert_eq!(store.seen(), ["end 1"]);
}

/// What only TLS has proved is not handed to a mere claim, after a restart either.
#[test]
fn s_05_identity_outlives_a_restart() {
    let store = Scripted::quick();
    let mut node = start(&store);
    let identity = Identity::Authenticated(vec!["Cone".to_owned()]);
    node.handle.restore_as("Cone", &identity).unwrap();
    node.ask("Cone", notification("Cone", "n1", 10));
    node.tasks.rest();
    drop(node);
    let mut node = start(&store);
    let line = node.tasks.world.calm();
    node.serve(&line, cse);
    let mut claims = Peer::client(line, "Cone");
    node.tasks.rest();
    assert!(claims.head().starts_with("HTTP/1.1 403 "));
    let line = node.tasks.world.calm();
    node.serve_as(&line, &["Cone"], cse);
    let mut proves = Peer::client(line, "Cone");
    node.tasks.rest();
    proves.head();
    assert_eq!(proves.requests().len(), 1);
}

/// A store that takes its time stops nobody who does not wait for it.
#[test]
fn s_06_a_slow_store_stops_nobody() {
    let store = Scripted::default();
    let mut node = start(&store);
    let mut peer = node.register_calm("Cthere");
    node.handle.restore("Caway").unwrap();
    let waiting = node.ask("Caway", notification("Caway", "n1", 10));
    node.tasks.rest();
    let asked = node.ask("Cthere", notification("Cthere", "n2", 10));
    node.tasks.rest();
    assert_eq!(peer.answer_all(), 1);
    node.tasks.rest();
    assert!(asked.take().unwrap().is_ok());
    assert!(waiting.take().is_none());
    assert!(store.seen().is_empty());
}

/// A store that fails is an event, and whoever asked is told that the request is not stored; the request itself waits on.
#[test]
fn s_06_a_failing_store_is_told() {
    let store = Scripted::default();
    let mut node = start(&store);
    node.handle.restore("Cone").unwrap();
    let mut events = node.handle.events();
    let id = node
        .handle
        .post("Cone", notification("Cone", "n1", 10))
        .unwrap();
    node.tasks.rest();
    store.decide(false);
    node.tasks.rest();
    let mut told = Vec::new();
    let waker = Waker::noop();
    let cx = core::task::Context::from_waker(waker);
    while let Poll::Ready(Some(Observed::Event(event))) = events.poll_next(&cx) {
        told.push(event);
    }
    let is_told = |is_it: fn(&RegistrarActivity) -> bool| told.iter().any(|event| is_it(event));
    assert!(is_told(|event| matches!(
        event,
        RegistrarActivity::StoreFailed { .. }
    )));
    let not_stored = told.iter().any(|event| {
        matches!(&**event, RegistrarActivity::Node { event: RegistrarEvent::NotStored { id: other }, .. } if *other == id)
    });
    assert!(not_stored, "{told:?}");
    let mut peer = node.connect_calm("Cone");
    node.tasks.rest();
    assert_eq!(peer.requests().len(), 1, "it waits on, and is sent");
}

/// A store that has no room makes nobody forget anything: the operations stay with their nodes.
#[test]
fn s_06_a_full_queue_loses_no_operation() {
    const COUNT: usize = 3_000;
    let store = Scripted::default();
    let mut node = start(&store);
    for number in 0..COUNT {
        let name = format!("C{}", number % 100);
        node.handle.restore(&name).unwrap();
        let request = notification(&name, format!("n{number}"), 10);
        node.handle.post(&name, request).unwrap();
    }
    node.tasks.rest();
    store.0.lock().unwrap().is_quick = true;
    store.decide(true);
    node.tasks.rest();
    let script = store.0.lock().unwrap();
    assert_eq!(script.kept.kept().len(), COUNT);
    assert!(script.longest <= 256, "{} in one batch", script.longest);
}

/// What was asked first is loaded first, though it was put last: it was under way, and came back to wait.
#[test]
fn s_04_what_comes_back_to_wait_is_loaded_in_front_of_what_was_asked_later() {
    let store = Scripted::quick();
    let mut node = start(&store);
    let takes = Arc::new(AtomicBool::new(true));
    let taking = Arc::clone(&takes);
    let line = node.tasks.world.line(move |call, _| {
        if call == Call::Write && !taking.load(Ordering::Relaxed) {
            return Step::Stalled;
        }
        Step::Take(usize::MAX)
    });
    let peer = node.register(line, "Cone", cse);
    takes.store(false, Ordering::Relaxed);
    for rqi in ["first", "second"] {
        node.ask("Cone", notification("Cone", rqi, 1));
    }
    node.tasks.rest();
    node.disconnect("Cone");
    node.tasks.rest();
    for rqi in ["third", "fourth"] {
        node.ask("Cone", notification("Cone", rqi, 1));
    }
    node.tasks.rest();
    assert_eq!(store.seen(), ["put third", "put fourth"]);
    peer.line.end();
    node.tasks.rest();
    assert_eq!(store.seen(), ["put first", "put second"]);
    let kept = store.0.lock().unwrap().kept.kept();
    let loaded = kept
        .iter()
        .map(|stored| stored.request.request_identifier.as_str());
    let loaded: Vec<_> = loaded.collect();
    assert_eq!(loaded, ["first", "second", "third", "fourth"]);
}
