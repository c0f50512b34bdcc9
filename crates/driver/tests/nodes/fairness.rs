//! What one connection asks for is not at the expense of the others.

use core::sync::atomic::{AtomicUsize, Ordering};
use core::time::Duration;
use std::sync::{Arc, OnceLock};

use onem2m_ws_driver::{IncomingRequest, ServeLimits};

use crate::node::{Door, QUIET, Registrar, Registree, cse};
use crate::peer::{Peer, answer, encode, filler, frame, notification, retrieval};
use crate::tasks::Tasks;
use crate::world::{Call, Line, Step, World};

/// A line on which, once it is begun, `count` requests of a client follow each other without a pause.
pub(crate) fn flood(world: &World, count: usize) -> (Line, impl Fn() + use<>) {
    let begun = Arc::new(OnceLock::<Line>::new());
    let (own, mut sent) = (Arc::clone(&begun), 0);
    let line = world.line(move |call, _| {
        if call == Call::Read
            && let Some(line) = own.get()
            && line.unread() == 0
        {
            for number in (sent..count).take(64) {
                let request = retrieval("Cflood", "cse-in", format!("flood-{number}"));
                line.feed(&encode(frame(request), true));
                sent += 1;
            }
        }
        Step::Take(usize::MAX)
    });
    let feeding = line.clone();
    let begin = move || {
        assert!(begun.set(feeding.clone()).is_ok(), "it begins once");
        feeding.ripen(Call::Read);
    };
    (line, begin)
}

/// A client that asks as fast as it can keeps no turn for itself.
#[test]
fn n_42_a_flood_of_requests_gives_turns_to_others() {
    const REQUESTS: usize = 20_000;
    let mut node = Registrar::plain();
    let handled = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&handled);
    let handler = move |incoming: IncomingRequest| {
        counter.fetch_add(1, Ordering::Relaxed);
        cse(incoming)
    };
    let (line, begin) = flood(&node.tasks.world, REQUESTS);
    node.register(line, "Cflood", handler);
    handled.store(0, Ordering::Relaxed);
    begin();
    assert!(node.tasks.world.wake_one());
    assert!(node.tasks.turn());
    let in_one_turn = handled.load(Ordering::Relaxed);
    assert!(in_one_turn < 2_000, "{in_one_turn} in one turn");
    node.tasks.rest();
    assert_eq!(handled.load(Ordering::Relaxed), REQUESTS);
}

/// Sockets that say nothing do not use up the handshakes of those who have something to say.
#[test]
fn n_41_silent_sockets_do_not_keep_others_waiting() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let serving = node.listen(&door, ServeLimits::default());
    for _ in 0..2_000 {
        door.knock(Ok(node.tasks.world.calm()));
    }
    node.tasks.rest();
    for honest in 0..5 {
        let line = node.tasks.world.calm();
        let peer = Peer::client(line.clone(), &format!("C{honest}"));
        door.knock(Ok(line));
        node.tasks.pass(Duration::from_millis(250));
        assert_eq!(peer.status(), Some(101), "number {honest}");
        // More silence arrives in between.
        for _ in 0..500 {
            door.knock(Ok(node.tasks.world.calm()));
        }
    }
    assert!(serving.take().is_none());
}

/// Turns of the tasks after all of a message was read, until nothing happens any more.
fn turns_behind(tasks: &mut Tasks, line: &Line) -> usize {
    let mut turns = 0;
    for _ in 0..1_000 {
        let was_read = line.unread() == 0;
        if !tasks.turn() && !tasks.world.wake_one() {
            return turns;
        }
        turns += usize::from(was_read);
    }
    panic!("the tasks do not come to rest");
}

/// The length of content, and whether it comes with more than one read and takes long to decode.
const LENGTHS: [(usize, bool); 4] = [
    (100, false),
    (60_000, false),
    (70_000, true),
    (500_000, true),
];

/// Before a long message is decoded others have a turn, among them a thread that looks after the sockets meanwhile.
#[test]
fn n_42_others_have_a_turn_before_a_long_request_is_decoded() {
    let turns = LENGTHS.map(|(len, _)| {
        let mut node = Registrar::plain();
        let line = node.tasks.world.calm();
        let peer = node.register(line.clone(), "Cthermo", cse);
        peer.send(notification("cse-in", "long", len).from("Cthermo"));
        turns_behind(&mut node.tasks, &line)
    });
    let is_long = LENGTHS.map(|(_, is_long)| usize::from(is_long));
    assert_eq!(turns, is_long.map(|more| turns[0] + more));
}

#[test]
fn n_42_others_have_a_turn_before_a_long_response_is_decoded() {
    let turns = LENGTHS.map(|(len, _)| {
        let mut node = Registree::new(|_| {}, QUIET);
        let mut peer = node.connect_calm();
        let handle = node.handle.clone();
        let request = retrieval("Cthermo", "cse-in", "long");
        let asking = node
            .tasks
            .spawn(async move { handle.request(request).await });
        node.tasks.rest();
        for request in peer.requests() {
            peer.send(answer(&request).content(filler(len)));
        }
        let turns = turns_behind(&mut node.tasks, &peer.line);
        assert!(asking.take().is_some_and(|answered| answered.is_ok()));
        turns
    });
    let is_long = LENGTHS.map(|(_, is_long)| usize::from(is_long));
    assert_eq!(turns, is_long.map(|more| turns[0] + more));
}
