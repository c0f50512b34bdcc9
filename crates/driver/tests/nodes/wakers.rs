//! Wakers of those who wait: one for each, of whom only those are woken who have reason to, and never under a lock.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Waker};
use core::time::Duration;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::task::Wake;
use std::thread;

use onem2m_ws_driver::RegistreeHandle;
use onem2m_ws_driver::binding::RegistreeState;
use onem2m_ws_driver::primitive::RequestPrimitive;

use crate::node::{Handle, QUIET, Registrar, Registree, cse, registrar_config};
use crate::peer::{notification, registration, retrieval};

/// A waker that is only counted.
struct Counted;

impl Wake for Counted {
    fn wake(self: Arc<Self>) {}
}

/// Polls a future many times; how many copies of its waker are kept, and how many once it is dropped.
fn kept<F: Future>(future: F) -> (usize, usize) {
    let counted = Arc::new(Counted);
    {
        let waker = Waker::from(Arc::clone(&counted));
        let mut future = Box::pin(future);
        for _ in 0..10_000 {
            let polled = future.as_mut().poll(&mut Context::from_waker(&waker));
            assert!(polled.is_pending());
        }
        drop(waker);
        let while_waiting = Arc::strong_count(&counted) - 1;
        drop(future);
        (while_waiting, Arc::strong_count(&counted) - 1)
    }
}

#[test]
fn n_03_who_waits_for_the_link_leaves_one_waker() {
    let node = Registree::new(|_| {}, QUIET);
    assert_eq!(
        kept(node.handle.state_changed(RegistreeState::Down)),
        (1, 0)
    );
}

#[test]
fn n_03_who_waits_for_the_registration_leaves_one_waker() {
    let node = Registree::new(
        |config| config.registration = Some(registration("Cthermo")),
        QUIET,
    );
    assert_eq!(kept(node.handle.registered()), (1, 0));
}

/// And another one in its alarm, for it does not wait longer than its request may.
#[test]
fn n_03_who_waits_for_room_leaves_one_waker() {
    let mut node = Registree::new(|config| config.session.max_requests = 1, QUIET);
    node.ask(retrieval("Cthermo", "cse-in", "first"));
    node.tasks.rest();
    let request = retrieval("Cthermo", "cse-in", "second");
    assert_eq!(kept(node.handle.request(request)), (2, 0));

    let mut node = full_registrar();
    node.tasks.rest();
    let request = notification("Cone", "second", 1);
    assert_eq!(kept(node.handle.request("Cone", request)), (2, 0));
}

#[test]
fn n_03_who_waits_for_an_outcome_or_a_request_leaves_one_waker() {
    let mut node = Registree::new(|_| {}, QUIET);
    let request = retrieval("Cthermo", "cse-in", "first");
    assert_eq!(kept(node.handle.request(request)), (1, 0));
    assert_eq!(kept(node.incoming.next()), (1, 0));
}

/// A registrar that knows two nodes which are away, and has room for one request to each; `Cone` has none left.
fn full_registrar() -> Registrar {
    let config = registrar_config(|config| config.session.max_requests = 1);
    let mut node = Registrar::new(config, QUIET);
    for name in ["Cone", "Ctwo"] {
        node.handle.restore(name).unwrap();
    }
    node.ask("Cone", notification("Cone", "first", 1));
    node
}

/// The end of a request wakes those who have room now, and nobody who waits for room elsewhere.
#[test]
fn n_19_s_11_only_those_are_woken_who_have_room() {
    const WAITING: usize = 1_000;
    let mut node = full_registrar();
    for number in 0..WAITING {
        node.ask("Cone", notification("Cone", format!("n{number}"), 1));
    }
    let mut two = node.register_calm("Ctwo");
    node.tasks.rest();
    // One ends elsewhere.
    let asking = node.ask("Ctwo", notification("Ctwo", "elsewhere", 1));
    node.tasks.rest();
    assert_eq!(two.answer_all(), 1);
    node.tasks.polls = 0;
    node.tasks.rest();
    assert!(matches!(asking.take(), Some(Ok(_))));
    let polls = node.tasks.polls;
    assert!(polls < 10, "{polls} polls for one that ends elsewhere");
    // One ends here.
    let mut one = node.connect_calm("Cone");
    assert_eq!(one.answer_all(), 1);
    node.tasks.polls = 0;
    node.tasks.rest();
    assert_eq!(one.requests().len(), 1, "the next one has room");
    let polls = node.tasks.polls;
    assert!(polls < 10, "{polls} polls for one that has room");
}

/// Requests that wait at one entity cost nothing to the others, whatever their number.
#[test]
fn n_37_requests_that_wait_elsewhere_do_not_slow_others() {
    const WAITING: usize = 64_000;
    let mut node = Registrar::plain();
    node.handle.restore("Caway").unwrap();
    let mut two = node.register_calm("Ctwo");
    for number in 0..WAITING {
        node.ask("Caway", notification("Caway", format!("n{number}"), 1));
    }
    node.tasks.rest();
    node.tasks.polls = 0;
    for number in 0..3 {
        let asking = node.ask("Ctwo", notification("Ctwo", format!("other-{number}"), 1));
        node.tasks.rest();
        assert_eq!(two.answer_all(), 1);
        node.tasks.rest();
        assert!(matches!(asking.take(), Some(Ok(_))));
    }
    let polls = node.tasks.polls;
    assert!(polls < 50, "{polls} polls for three requests");
}

/// A waker that looks whether its node can be spoken to: when it is called, and when it is dropped for good.
struct Probe {
    looks: Arc<dyn Fn() -> bool + Send + Sync>,
    found: Arc<Mutex<Vec<bool>>>,
}

impl Probe {
    fn look(&self) {
        // One failure says enough.
        if self.found.lock().unwrap().last() != Some(&false) {
            let is_free = (self.looks)();
            self.found.lock().unwrap().push(is_free);
        }
    }
}

impl Wake for Probe {
    fn wake(self: Arc<Self>) {
        self.look();
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.look();
    }
}

/// Longer than it takes to take a lock that is free: nothing waits for so long unless the test fails.
const PATIENCE: Duration = Duration::from_secs(2);

/// Wakers that ask a node something from another thread, and see whether an answer comes.
#[derive(Clone)]
struct Probes {
    looks: Arc<dyn Fn() -> bool + Send + Sync>,
    found: Arc<Mutex<Vec<bool>>>,
}

impl Probes {
    fn new(ask: impl Fn() + Send + Sync + 'static) -> Self {
        let ask = Arc::new(ask);
        let looks = move || {
            let (ask, (done, is_done)) = (Arc::clone(&ask), channel());
            thread::spawn(move || {
                ask();
                done.send(())
            });
            is_done.recv_timeout(PATIENCE).is_ok()
        };
        Self {
            looks: Arc::new(looks),
            found: Arc::default(),
        }
    }

    fn of_registree(handle: &RegistreeHandle) -> Self {
        let handle = Arc::new(handle.clone());
        Self::new(move || {
            let _asked = handle.state();
        })
    }

    fn of_registrar(handle: &Handle) -> Self {
        let handle = handle.clone();
        Self::new(move || {
            let _asked = handle.is_reachable("Cone");
        })
    }

    fn poll<F: Future + ?Sized>(&self, future: Pin<&mut F>) -> core::task::Poll<F::Output> {
        let waker = Waker::from(Arc::new(Probe {
            looks: Arc::clone(&self.looks),
            found: Arc::clone(&self.found),
        }));
        future.poll(&mut Context::from_waker(&waker))
    }

    /// Checks that the node could be spoken to each time a waker was called or dropped.
    #[track_caller]
    fn check(&self) {
        let found = self.found.lock().unwrap().clone();
        assert!(!found.is_empty(), "no waker was called or dropped");
        assert!(found.iter().all(|is_free| *is_free), "under a lock");
    }
}

/// A future of a node that waits.
type Waiting = Pin<Box<dyn Future<Output = ()>>>;

/// Those who wait at a registree: for the link, for the registration, for a request, for an outcome, and for room.
fn waiting_at(node: &mut Registree) -> Vec<Waiting> {
    let request = |handle: RegistreeHandle, identifier: &str| -> Waiting {
        let request: RequestPrimitive<'static> = retrieval("Cthermo", "cse-in", identifier);
        Box::pin(async move { drop(handle.request(request).await) })
    };
    let (link, registered) = (node.handle.clone(), node.handle.clone());
    vec![
        Box::pin(async move {
            link.state_changed(RegistreeState::Down).await;
        }),
        Box::pin(async move { drop(registered.registered().await) }),
        request(node.handle.clone(), "first"),
        request(node.handle.clone(), "second"),
    ]
}

fn narrow() -> Registree {
    let change = |config: &mut onem2m_ws_driver::binding::RegistreeConfig| {
        config.registration = Some(registration("Cthermo"));
        config.session.max_requests = 1;
    };
    Registree::new(change, QUIET)
}

/// Whoever is woken may act at once: drop a task that owns a request, say, or make another.
#[test]
fn n_45_a_registree_wakes_nobody_under_its_lock() {
    let mut node = narrow();
    let probes = Probes::of_registree(&node.handle);
    let mut waiting = waiting_at(&mut node);
    for future in &mut waiting {
        assert!(probes.poll(future.as_mut()).is_pending());
    }
    let mut peer = node.connect_calm();
    for _ in 0..3 {
        peer.answer_all();
        node.tasks.rest();
    }
    for future in &mut waiting {
        // Not all of them have what they wait for.
        let _polled = probes.poll(future.as_mut());
    }
    probes.check();
}

#[test]
fn n_45_a_registree_wakes_its_receiver_without_its_lock() {
    let mut node = Registree::new(|_| {}, QUIET);
    let probes = Probes::of_registree(&node.handle);
    let peer = node.connect_calm();
    {
        let mut next = Box::pin(node.incoming.next());
        assert!(probes.poll(next.as_mut()).is_pending());
        peer.send(notification("Cthermo", "n1", 1));
        node.tasks.rest();
        assert!(probes.poll(next.as_mut()).is_ready());
    }
    node.tasks.abort(&node.task);
    probes.check();
}

#[test]
fn n_45_a_registree_that_ends_wakes_nobody_under_its_lock() {
    let mut node = narrow();
    let probes = Probes::of_registree(&node.handle);
    let mut waiting = waiting_at(&mut node);
    for future in &mut waiting {
        assert!(probes.poll(future.as_mut()).is_pending());
    }
    node.tasks.abort(&node.task);
    probes.check();
}

#[test]
fn n_45_a_registrar_wakes_nobody_under_its_lock() {
    let config = registrar_config(|config| config.session.max_requests = 1);
    let mut node = Registrar::new(config, QUIET);
    let mut one = node.register_calm("Cone");
    let probes = Probes::of_registrar(&node.handle);
    let mut waiting: Vec<_> = ["first", "second"]
        .map(|identifier| {
            let (handle, request) = (node.handle.clone(), notification("Cone", identifier, 1));
            let asking: Waiting =
                Box::pin(async move { drop(handle.request("Cone", request).await) });
            asking
        })
        .into();
    for future in &mut waiting {
        assert!(probes.poll(future.as_mut()).is_pending());
    }
    node.tasks.rest();
    assert_eq!(one.answer_all(), 1);
    node.tasks.rest();
    probes.check();
}

/// A waker that is replaced may be the last hold on a task, which owns another request.
#[test]
fn n_57_a_registree_drops_no_waker_under_its_lock() {
    let mut node = narrow();
    let probes = Probes::of_registree(&node.handle);
    for future in &mut waiting_at(&mut node) {
        for _ in 0..3 {
            assert!(probes.poll(future.as_mut()).is_pending());
        }
    }
    let mut next = Box::pin(node.incoming.next());
    for _ in 0..3 {
        assert!(probes.poll(next.as_mut()).is_pending());
    }
    drop(next);
    probes.check();
}

#[test]
fn n_57_a_registrar_drops_no_waker_under_its_lock() {
    let node = Registrar::plain();
    node.handle.restore("Cone").unwrap();
    let probes = Probes::of_registrar(&node.handle);
    let (handle, request) = (node.handle.clone(), notification("Cone", "n1", 1));
    let mut asking = Box::pin(async move { handle.request("Cone", request).await });
    for _ in 0..3 {
        assert!(probes.poll(asking.as_mut()).is_pending());
    }
    drop(asking);
    probes.check();
}

/// The tasks of connections, and the registrar's own, are polled with another waker each time.
#[test]
fn n_57_no_waker_of_a_task_is_dropped_under_a_lock() {
    let (handle, task, line) = Registrar::unspawned();
    let probes = Probes::of_registrar(&handle);
    let mut task = Box::pin(task);
    let accepted = onem2m_ws_driver::Accepted::plain(line.transport());
    let mut connection = Box::pin(async move { handle.connection(accepted, &cse).await });
    let _peer = crate::peer::Peer::client(line, "Cone");
    for _ in 0..3 {
        assert!(probes.poll(task.as_mut()).is_pending());
        assert!(probes.poll(connection.as_mut()).is_pending());
    }
    probes.check();
}

/// A waker that counts how many hold on to it.
struct Held;

impl Wake for Held {
    fn wake(self: Arc<Self>) {}
}

/// Polls a future once and drops it; how many hold on to its waker afterwards.
fn holds_left(mut future: Pin<Box<dyn Future<Output = ()> + '_>>) -> usize {
    let held = Arc::new(Held);
    let waker = Waker::from(Arc::clone(&held));
    let polled = future.as_mut().poll(&mut Context::from_waker(&waker));
    assert!(polled.is_pending());
    drop((future, waker));
    Arc::strong_count(&held) - 1
}

/// The waker of a future goes with the future, even if nobody polls the task that is to hear of its end.
#[test]
fn n_03_no_waker_outlives_its_future() {
    let mut node = Registrar::plain();
    let _peer = node.register_calm("Cone");
    let handle = node.handle.clone();
    let request = notification("Cone", "n1", 1);
    let asking = Box::pin(async move { drop(handle.request("Cone", request).await) });
    // The request is sent, so that it cannot be taken out of the line.
    let held = Arc::new(Held);
    let waker = Waker::from(Arc::clone(&held));
    let mut asking: Pin<Box<dyn Future<Output = ()>>> = asking;
    assert!(
        asking
            .as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_pending()
    );
    node.tasks.rest();
    drop((asking, waker));
    assert_eq!(Arc::strong_count(&held), 1, "a request to a registree");
    let mut events = node.handle.events();
    let next = Box::pin(async { drop(events.next().await) });
    assert_eq!(holds_left(next), 0, "events");

    let mut node = Registree::new(|_| {}, QUIET);
    node.connect_calm();
    let handle = node.handle.clone();
    let request: RequestPrimitive<'static> = retrieval("Cthermo", "cse-in", "r1");
    let mut asking: Pin<Box<dyn Future<Output = ()>>> =
        Box::pin(async move { drop(handle.request(request).await) });
    let held = Arc::new(Held);
    let waker = Waker::from(Arc::clone(&held));
    assert!(
        asking
            .as_mut()
            .poll(&mut Context::from_waker(&waker))
            .is_pending()
    );
    node.tasks.rest();
    drop((asking, waker));
    assert_eq!(Arc::strong_count(&held), 1, "a request to a registrar");
}
