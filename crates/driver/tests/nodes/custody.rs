//! A node that is taken over while it writes: what the former connection may have sent, the next one does not send again.

use core::future::{Future, pending};
use core::pin::Pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Waker};
use core::time::Duration;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::task::Wake;
use std::thread;

use onem2m_ws_driver::Accepted;
use onem2m_ws_driver::primitive::{RequestPrimitive, ResponseType, ResponseTypeValue};

use crate::node::{Handle, Registrar, cse};
use crate::peer::{Peer, notification, registration};
use crate::world::{Call, Line, Step};

/// The task of a connection that was taken up within a call of another.
type Driving = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Opens a connection over `line`, and drives it until it waits.
fn take_up(handle: Handle, line: &Line) -> Driving {
    let accepted = Accepted::plain(line.transport());
    let mut driving: Driving = Box::pin(async move {
        let opened = handle.open(accepted).await.unwrap();
        opened.expect("the peer is admitted").drive(&cse).await;
    });
    let mut cx = Context::from_waker(Waker::noop());
    assert!(driving.as_mut().poll(&mut cx).is_pending());
    driving
}

/// Where the next connection is taken up.
#[derive(Clone, Copy, Debug)]
enum Thread {
    Same,
    Other,
}

/// A notification that wants a response, or none.
fn notify(number: usize, value: ResponseTypeValue) -> RequestPrimitive<'static> {
    let mut request = notification("Cthermo", format!("notification-{number}"), 100);
    request.response_type = Some(ResponseType {
        value: Some(value),
        notification_targets: None,
    });
    request
}

/// How often each notification has left whole, over one connection or the other.
fn departures(peers: [&mut Peer; 2]) -> HashMap<String, usize> {
    let mut departures = HashMap::new();
    for request in peers.into_iter().flat_map(Peer::requests) {
        let identifier = request.request_identifier.as_str().to_owned();
        *departures.entry(identifier).or_default() += 1;
    }
    departures
}

/// While notifications are written, the node comes back over another connection; then the write does `step`.
fn taken_over(
    thread: Thread,
    count: usize,
    value: ResponseTypeValue,
    step: Step,
) -> HashMap<String, usize> {
    let mut node = Registrar::plain();
    let next = node.tasks.world.calm();
    let mut second = Peer::client(next.clone(), "Cthermo");
    let driving = Arc::new(Mutex::new(None));
    let is_due = Arc::new(AtomicBool::new(false));
    let (slot, due, handle) = (driving.clone(), is_due.clone(), node.handle.clone());
    let line = node.tasks.world.line(move |call, _| {
        if call != Call::Write || !due.swap(false, Ordering::Relaxed) {
            return Step::Take(usize::MAX);
        }
        let taken_up = match thread {
            Thread::Same => take_up(handle.clone(), &next),
            Thread::Other => thread::scope(|scope| {
                let taking = scope.spawn(|| take_up(handle.clone(), &next));
                taking.join().unwrap()
            }),
        };
        *slot.lock().unwrap() = Some(taken_up);
        step
    });
    let mut first = node.register(line, "Cthermo", cse);
    is_due.store(true, Ordering::Relaxed);
    for number in 0..count {
        let handle = node.handle.clone();
        let request = notify(number, value);
        let asking = async move { handle.request("Cthermo", request).await };
        node.tasks.spawn(asking);
    }
    node.tasks.rest();
    let driving = driving.lock().unwrap().take();
    node.tasks.spawn(driving.expect("the node was written to"));
    node.tasks.rest();
    second.head();
    departures([&mut first, &mut second])
}

/// What a transport is being given may have left, whoever looks at the session meanwhile.
#[test]
fn n_31_no_request_leaves_over_two_connections() {
    let values = [
        ResponseTypeValue::NO_RESPONSE,
        ResponseTypeValue::BLOCKING_REQUEST,
    ];
    for thread in [Thread::Same, Thread::Other] {
        for value in values {
            for step in [Step::Take(usize::MAX), Step::Take(1), Step::Pending] {
                for count in [1, 2, 40] {
                    let departures = taken_over(thread, count, value, step);
                    let twice = departures.values().filter(|times| **times > 1).count();
                    assert_eq!(twice, 0, "{thread:?}, {step:?}, {count} of {value:?}");
                }
            }
        }
    }
}

/// A task that is polled by whoever wakes it, before that one goes on.
struct Eager(Mutex<Driving>);

impl Wake for Eager {
    fn wake(self: Arc<Self>) {
        // Where it is polled already it looks once more by itself.
        if let Ok(mut driving) = self.0.try_lock() {
            let waker = Waker::from(Arc::clone(&self));
            if driving
                .as_mut()
                .poll(&mut Context::from_waker(&waker))
                .is_ready()
            {
                *driving = Box::pin(pending());
            }
        }
    }
}

/// The task that finds the claim of another connection in the line writes nothing of what the other one has to write, over its own
/// transport: it is woken, and polled, between the claim of the newcomer and the newcomer's own look at the node.
#[test]
fn n_31_a_task_that_finds_its_node_claimed_writes_no_more() {
    let mut node = Registrar::plain();
    let is_stalled = Arc::new(AtomicBool::new(false));
    let stalled = Arc::clone(&is_stalled);
    let first_line = node.tasks.world.line(move |call, _| {
        match call == Call::Write && stalled.load(Ordering::Relaxed) {
            true => Step::Stalled,
            false => Step::Take(usize::MAX),
        }
    });
    let second_line = node.tasks.world.calm();
    let mut peers = [&first_line, &second_line].map(|line| Peer::client(line.clone(), "Cthermo"));
    let mut open = |line: &Line| {
        let (handle, accepted) = (node.handle.clone(), Accepted::plain(line.transport()));
        let opening = async move { handle.open(accepted).await.unwrap() };
        let opened = node.tasks.run(opening).flatten().expect("it is admitted");
        let driving: Driving = Box::pin(async move { opened.drive(&cse).await });
        driving
    };
    let first = Arc::new(Eager(Mutex::new(open(&first_line))));
    let mut second = open(&second_line);
    let poll = || Arc::clone(&first).wake();
    peers[0].send(registration("Cthermo"));
    poll();
    peers[0].head();
    assert_eq!(peers[0].responses().len(), 1);
    is_stalled.store(true, Ordering::Relaxed);
    let request = notify(0, ResponseTypeValue::BLOCKING_REQUEST);
    node.handle.post("Cthermo", request).unwrap();
    poll();
    is_stalled.store(false, Ordering::Relaxed);
    let mut cx = Context::from_waker(Waker::noop());
    assert!(second.as_mut().poll(&mut cx).is_pending());
    poll();
    peers[1].head();
    assert_eq!(peers[0].requests().len(), 0, "nothing has left there");
    assert_eq!(peers[1].requests().len(), 1);
}

/// A task that is kept and not polled keeps nobody waiting for ever: what is asked of its node expires all the same.
#[test]
fn a_task_that_is_not_polled_keeps_no_request() {
    let mut node = Registrar::plain();
    let line = node.tasks.world.calm();
    let mut peer = Peer::client(line.clone(), "Cthermo");
    let mut driving = take_up(node.handle.clone(), &line);
    peer.head();
    peer.send(registration("Cthermo"));
    let mut cx = Context::from_waker(Waker::noop());
    assert!(driving.as_mut().poll(&mut cx).is_pending());
    assert_eq!(peer.responses().len(), 1);
    let request = notify(0, ResponseTypeValue::BLOCKING_REQUEST);
    let asking = node.ask("Cthermo", request);
    node.tasks.pass(Duration::from_secs(2 * 3600));
    assert!(matches!(asking.take(), Some(Err(_))));
    assert_eq!(peer.requests().len(), 0);
}
