//! Listeners that fail, and handshakes that are refused.

use core::future::Future;
use core::time::Duration;
use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex};

use onem2m_ws_driver::{OpenConnection, ServeLimits, Spawn, registrar, serve_spawning};

use crate::node::{Door, QUIET, Registrar, cse, registrar_config};
use crate::peer::{Peer, retrieval};
use crate::tasks::Tasks;
use crate::world::{Call, ScriptedTransport, World};

/// "Too many open files", as Linux numbers it.
const EMFILE: i32 = 24;

/// A listener that has no files left is left alone for a while, as often as need be; nobody who is connected suffers.
#[test]
fn n_32_accepting_goes_on_after_any_number_of_temporary_failures() {
    let failures: [fn() -> io::Error; 2] = [
        || io::Error::from_raw_os_error(EMFILE),
        || ErrorKind::ConnectionAborted.into(),
    ];
    for failure in failures {
        let mut node = Registrar::plain();
        let door = Door::default();
        let serving = node.listen(&door, ServeLimits::default());
        let early = node.tasks.world.calm();
        let mut peer = Peer::client(early.clone(), "Cearly");
        door.knock(Ok(early));
        node.tasks.rest();
        peer.head();
        for _ in 0..300 {
            door.knock(Err(failure()));
        }
        let late = node.tasks.world.calm();
        let next = Peer::client(late.clone(), "Clate");
        door.knock(Ok(late));
        node.tasks.pass(Duration::from_secs(600));
        let ended = serving.take();
        assert!(ended.is_none(), "serving ended: {ended:?}");
        assert_eq!(next.status(), Some(101));
        peer.send(retrieval("Cearly", "cse-in", "r1"));
        node.tasks.rest();
        assert_eq!(peer.responses().len(), 1);
    }
}

/// A listener that has failed is not asked again before its pause is over, whoever waits there.
#[test]
fn n_32_a_listener_that_has_failed_is_left_alone_for_a_while() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let serving = node.listen(&door, ServeLimits::default());
    for _ in 0..10 {
        door.knock(Err(io::Error::from_raw_os_error(EMFILE)));
        let line = node.tasks.world.calm();
        door.knock(Ok(line.clone()));
        node.tasks.rest();
        assert_eq!(line.count(Call::Read), 0, "the pause has begun");
        node.tasks.pass(Duration::from_secs(5));
        assert!(line.count(Call::Read) > 0 && serving.take().is_none());
    }
}

/// The status of the answer to a handshake with these header fields.
fn status(fields: &str) -> Option<u16> {
    let mut node = Registrar::plain();
    let line = node.tasks.world.calm();
    node.serve(&line, cse);
    let peer = Peer::client_with(line, fields);
    node.tasks.rest();
    peer.status()
}

/// A page in a browser speaks for nobody, unless the configuration names where it is from (RFC 6455 §10.2).
#[test]
fn n_27_a_handshake_with_an_origin_is_refused() {
    let protocol = "Sec-WebSocket-Protocol: oneM2M.json\r\n";
    assert_eq!(status(protocol), Some(101));
    for origin in ["https://page.example", "null"] {
        let fields = format!("{protocol}Origin: {origin}\r\n");
        assert_eq!(status(&fields), Some(403), "{origin}");
    }
}

/// Without a subprotocol nobody knows what is spoken (TS-0020 6.2.2.2); an empty field names none.
#[test]
fn n_28_a_handshake_without_a_subprotocol_is_refused_by_default() {
    assert_eq!(status(""), Some(400));
    assert_eq!(status("Sec-WebSocket-Protocol: \r\n"), Some(400));
}

/// A connection counts until its transport is let go, although another has taken its place.
#[test]
fn n_55_superseded_connections_count() {
    let config = registrar_config(|config| config.max_connections = 2);
    let mut node = Registrar::new(config, QUIET);
    let mut peers = Vec::new();
    for _ in 0..10 {
        let line = node.tasks.world.calm();
        node.serve(&line, cse);
        peers.push(Peer::client(line, "Cthermo"));
        node.tasks.rest();
    }
    let open = peers.iter().filter(|peer| !peer.line.is_dropped());
    let accepted = open.filter(|peer| peer.status() == Some(101)).count();
    assert!(accepted <= 2, "{accepted} connections are open");
    let refused = peers.iter().filter(|peer| peer.status() == Some(503));
    assert_eq!(refused.count(), 8);
    // Those who had to go do not answer: after the close timeout there is room.
    node.tasks.pass(Duration::from_secs(10));
    let line = node.tasks.world.calm();
    node.serve(&line, cse);
    let peer = Peer::client(line, "Cthermo");
    node.tasks.rest();
    assert_eq!(peer.status(), Some(101));
}

/// An address has its connections, one more is closed at once and told of, and there is room again when one has gone.
#[test]
fn one_address_has_no_more_connections_than_it_may_have() {
    let mut node = Registrar::plain();
    let door = Door::of("192.0.2.1:40000".parse().unwrap());
    let mut limits = ServeLimits::default();
    limits.max_connections_per_address = 2;
    let _serving = node.listen(&door, limits);
    let mut come = |name: &str| {
        node.tasks.rest();
        let line = node.tasks.world.calm();
        let peer = Peer::client(line.clone(), name);
        door.knock(Ok(line));
        node.tasks.rest();
        (peer, node.handle.counters().get("turned_away"))
    };
    let (first, _) = come("Cfirst");
    let (second, turned_away) = come("Csecond");
    assert_eq!((first.status(), second.status()), (Some(101), Some(101)));
    assert_eq!(turned_away, 0);
    let (third, turned_away) = come("Cthird");
    assert_eq!(third.status(), None);
    assert!(third.line.is_dropped());
    assert_eq!(turned_away, 1);
    first.line.end();
    let (fourth, turned_away) = come("Cfourth");
    assert_eq!((fourth.status(), turned_away), (Some(101), 1));
}

/// As many handshakes as may be are under way; one more displaces the oldest.
#[test]
fn one_handshake_too_many_displaces_the_oldest() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let mut limits = ServeLimits::default();
    limits.max_handshakes = 2;
    let _serving = node.listen(&door, limits);
    let mut come = || {
        let line = node.tasks.world.calm();
        door.knock(Ok(line.clone()));
        node.tasks.rest();
        (line, node.handle.counters().get("handshakes_displaced"))
    };
    let (oldest, _) = come();
    let (next, displaced) = come();
    assert!(!oldest.is_dropped() && displaced == 0);
    let (_, displaced) = come();
    assert_eq!(displaced, 1);
    assert!(oldest.is_dropped());
    assert!(!next.is_dropped());
}

/// Whoever has most handshakes under way pays for one too many, not those who came first: a flood from one address displaces its
/// own, however many others there are and in whatever order they come.
#[test]
fn n_41_one_handshake_too_many_displaces_that_of_the_address_with_most() {
    const PLACES: usize = 6;
    let honest = "192.0.2.1:40000".parse().unwrap();
    let flooding = "198.51.100.1:40000".parse().unwrap();
    for honest_at in 0..PLACES {
        let mut node = Registrar::plain();
        let door = Door::default();
        let mut limits = ServeLimits::default();
        limits.max_handshakes = PLACES;
        let _serving = node.listen(&door, limits);
        let mut kept = None;
        for number in 0..10 * PLACES {
            let line = node.tasks.world.calm();
            if number == honest_at {
                door.knock_from(honest, line.clone());
                kept = Some(line);
            } else {
                door.knock_from(flooding, line);
            }
            node.tasks.rest();
        }
        let displaced = node.handle.counters().get("handshakes_displaced");
        assert_eq!(displaced, 9 * u64::try_from(PLACES).unwrap());
        let line = kept.expect("it came");
        assert!(!line.is_dropped(), "it came as number {honest_at}");
        let peer = Peer::client(line, "Chonest");
        node.tasks.rest();
        assert_eq!(peer.status(), Some(101));
    }
}

/// A handshake that is done takes the place of none that is under way.
#[test]
fn handshakes_that_are_done_do_not_count() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let mut limits = ServeLimits::default();
    limits.max_handshakes = 1;
    let _serving = node.listen(&door, limits);
    for number in 0..5 {
        let line = node.tasks.world.calm();
        let peer = Peer::client(line.clone(), &format!("C{number}"));
        door.knock(Ok(line));
        node.tasks.rest();
        assert_eq!(peer.status(), Some(101));
    }
    assert_eq!(node.handle.counters().get("handshakes_displaced"), 0);
}

/// Once a shutdown has begun nobody is let in, and handshakes that are under way end at once; connections have their time.
#[test]
fn n_12_the_doors_close_when_a_shutdown_begins() {
    let mut node = Registrar::plain();
    let door = Door::default();
    let _serving = node.listen(&door, ServeLimits::default());
    let knock = |node: &mut Registrar| {
        let line = node.tasks.world.calm();
        door.knock(Ok(line.clone()));
        node.tasks.rest();
        line
    };
    let silent = knock(&mut node);
    let open = knock(&mut node);
    let peer = Peer::client(open, "Cone");
    node.tasks.rest();
    assert_eq!(peer.status(), Some(101));
    let handle = node.handle.clone();
    let ending = async move { handle.shutdown(Duration::from_secs(20)).await };
    let ended = node.tasks.spawn(ending);
    node.tasks.rest();
    assert!(silent.is_dropped(), "it has not begun");
    assert!(!peer.line.is_dropped() && ended.take().is_none());
    let late = knock(&mut node);
    assert_eq!(late.count(Call::Read), 0, "nobody has looked at it");
}

/// Notes how large tasks are, and drops them.
struct Sizes(Arc<Mutex<Vec<usize>>>);

impl Spawn for Sizes {
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.0.lock().unwrap().push(size_of_val(&task));
    }
}

/// The task of a connection holds the connection, and no room for the handshake that is over.
#[test]
fn a_task_has_room_for_a_connection_and_no_handshake() {
    let world = World::new();
    let made = registrar(registrar_config(|_| {}), QUIET, world.clone());
    let (handle, task) = made.unwrap();
    let (door, sizes) = (Door::default(), Arc::new(Mutex::new(Vec::new())));
    door.knock(Ok(world.calm()));
    let (mut listener, spawner) = (door.clone(), Sizes(Arc::clone(&sizes)));
    let mut tasks = Tasks::new(world);
    tasks.spawn(async move {
        let (handler, limits) = (Arc::new(cse), ServeLimits::default());
        serve_spawning(&mut listener, &handle, task, &handler, limits, &spawner).await
    });
    tasks.rest();
    let connection = size_of::<OpenConnection<ScriptedTransport, World>>();
    assert!(
        matches!(sizes.lock().unwrap()[..], [size] if size < connection + 256),
        "{sizes:?}, and {connection} of it are the connection"
    );
}
