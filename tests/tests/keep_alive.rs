//! Deadlines: keep-alive and timeouts to the tick, and the rows E of the project's table of attacks and edge cases.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

use core::time::Duration;

use onem2m_ws_core::{
    Buf, ClientHandshake, ClientProgress, ClientRequest, CloseCode, CloseFrame, Closed, Config,
    Connection, Event, HandshakeError, Inbox, Loss, ProtocolError, ProxyConnect, ProxyError,
    ProxyProgress, Role, Seed, ServerHandshake, ServerProgress, Timestamp, TransportAction,
};
use onem2m_ws_tests::script;
use onem2m_ws_tests::wire::{self, Frame};
use proptest::collection::vec;
use proptest::prelude::*;

const ROLES: [Role; 2] = [Role::Client, Role::Server];
const TICK: Duration = Duration::from_nanos(1);

const fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}

fn at(since_epoch: Duration) -> Timestamp {
    Timestamp::new(since_epoch)
}

/// A connection in virtual time.
struct Side {
    connection: Connection,
    inbox: Inbox,
    now: Duration,
}

impl Side {
    fn new(role: Role, config: Config) -> Self {
        Self {
            connection: script::connection(role, config),
            inbox: Inbox::with_capacity(512),
            now: Duration::ZERO,
        }
    }

    /// Waits until then, without telling the connection.
    fn sleep_until(&mut self, now: Duration) -> &mut Self {
        self.now = now;
        self
    }

    fn wait_until(&mut self, now: Duration) -> Vec<Event<'static>> {
        self.now = now;
        self.connection.handle_timeout(at(now));
        self.events()
    }

    fn events(&mut self) -> Vec<Event<'static>> {
        let mut events = Vec::new();
        while let Some(event) = self.connection.poll_event(at(self.now), &mut self.inbox) {
            events.push(event.into_owned());
        }
        events
    }

    fn receive(&mut self, frame: &Frame) -> Vec<Event<'static>> {
        let bytes = from_peer(self.connection.role(), frame);
        self.receive_bytes(&bytes)
    }

    fn receive_bytes(&mut self, bytes: &[u8]) -> Vec<Event<'static>> {
        self.inbox.extend(bytes);
        self.events()
    }

    fn close(&mut self) {
        let frame = CloseFrame::new(CloseCode::NORMAL, "");
        self.connection.close(at(self.now), frame).unwrap();
    }

    /// Queues a message, with a look at the connection behind it, as every loop does.
    fn send(&mut self, len: usize) {
        self.connection.send(vec![0; len]).unwrap();
        assert_eq!(self.events(), []);
    }

    fn write(&mut self) -> Vec<Frame> {
        script::take_output(&mut self.connection)
    }

    fn action(&self) -> TransportAction {
        self.connection.transport_action()
    }

    fn deadline(&self) -> Option<Duration> {
        let deadline = self.connection.poll_timeout()?;
        Some(deadline.since_epoch())
    }
}

fn from_peer(role: Role, frame: &Frame) -> Vec<u8> {
    match role {
        Role::Client => frame.encode(),
        Role::Server => frame.clone().masked().encode(),
    }
}

fn pong() -> Frame {
    Frame::new(wire::PONG, "")
}

fn close() -> Frame {
    Frame::close(1000, "")
}

/// A frame that breaks a rule.
fn garbage() -> Frame {
    Frame::new(0xF, "")
}

fn begun() -> Frame {
    Frame::new(wire::BINARY, "begun").unfinished()
}

/// The defaults, but no ping interferes.
fn quiet() -> Config {
    Config {
        ping_interval: None,
        ..Config::default()
    }
}

/// The same with all the time there is to close.
fn patient() -> Config {
    Config {
        close_timeout: Duration::MAX,
        ..quiet()
    }
}

fn lost(loss: Loss) -> Option<Closed<'static>> {
    Some(Closed::Lost(loss))
}

/// What happens when a deadline passes.
#[derive(Debug, PartialEq)]
struct Effect {
    closed: Option<Closed<'static>>,
    /// The opcodes and the lengths of what is written.
    output: Vec<(u8, usize)>,
    action: TransportAction,
}

fn effect(side: &mut Side, now: Duration) -> Effect {
    let mut events = side.wait_until(now);
    let closed = events.pop().map(|event| {
        let Event::Closed(closed) = event else {
            panic!("{event:?}")
        };
        closed
    });
    assert_eq!(events, []);
    let action = side.action();
    let output = if action == TransportAction::Abort {
        Vec::new()
    } else {
        let frames = side.write().into_iter();
        frames
            .map(|frame| (frame.opcode, frame.payload.len()))
            .collect()
    };
    Effect {
        closed,
        output,
        action,
    }
}

struct Case {
    name: &'static str,
    config: Config,
    prepare: fn(&mut Side),
    deadline: Duration,
    expected: Effect,
}

impl Case {
    /// One that ends with the transport.
    fn ends(name: &'static str, config: Config, closed: Option<Closed<'static>>) -> Self {
        Self {
            name,
            config,
            prepare: |_| {},
            deadline: Duration::ZERO,
            expected: Effect {
                closed,
                output: Vec::new(),
                action: TransportAction::Abort,
            },
        }
    }

    fn when(self, prepare: fn(&mut Side), deadline: Duration) -> Self {
        Self {
            prepare,
            deadline,
            ..self
        }
    }

    fn prepared(&self, role: Role) -> Side {
        let mut side = Side::new(role, self.config);
        (self.prepare)(&mut side);
        side
    }
}

fn cases() -> Vec<Case> {
    let too_slow = Some(Closed::Failed(ProtocolError::MessageTimeout));
    vec![
        Case {
            name: "keep-alive",
            config: Config::DEFAULT,
            prepare: |side| receive_message(side.sleep_until(secs(2))),
            deadline: secs(32),
            expected: Effect {
                closed: None,
                output: vec![(wire::PING, 8)],
                action: TransportAction::None,
            },
        },
        Case::ends("pong", Config::DEFAULT, lost(Loss::PongTimeout)).when(
            |side| {
                side.wait_until(secs(31));
                side.write();
            },
            secs(41),
        ),
        Case::ends("our close", Config::DEFAULT, lost(Loss::CloseTimeout))
            .when(|side| side.sleep_until(secs(3)).close(), secs(8)),
        Case::ends("the peer's close", Config::DEFAULT, None).when(
            |side| {
                side.sleep_until(secs(3)).receive(&close());
                side.write();
            },
            secs(8),
        ),
        Case::ends("the peer's close behind ours", Config::DEFAULT, None).when(
            |side| {
                side.sleep_until(secs(3)).close();
                side.sleep_until(secs(6)).receive(&close());
            },
            secs(8),
        ),
        Case::ends("failure", Config::DEFAULT, None).when(
            |side| drop(side.sleep_until(secs(3)).receive(&garbage())),
            secs(8),
        ),
        Case::ends("failure behind our close", Config::DEFAULT, None).when(
            |side| {
                side.sleep_until(secs(3)).close();
                side.sleep_until(secs(6)).receive(&garbage());
            },
            secs(8),
        ),
        Case {
            name: "message",
            config: quiet(),
            prepare: |side| {
                side.sleep_until(secs(7)).receive(&begun());
                side.sleep_until(secs(30)).receive(&pong());
            },
            deadline: secs(67),
            expected: Effect {
                closed: too_slow,
                output: vec![(wire::CLOSE, 2)],
                action: TransportAction::Shutdown,
            },
        },
        Case::ends("write", quiet(), lost(Loss::WriteTimeout))
            .when(|side| side.sleep_until(secs(4)).send(9), secs(34)),
        Case::ends(
            "write behind our close",
            patient(),
            lost(Loss::WriteTimeout),
        )
        .when(|side| side.sleep_until(secs(4)).close(), secs(34)),
        Case::ends("write behind the peer's close", patient(), None).when(
            |side| drop(side.sleep_until(secs(4)).receive(&close())),
            secs(34),
        ),
        Case::ends("write of a failure", patient(), None).when(
            |side| drop(side.sleep_until(secs(4)).receive(&garbage())),
            secs(34),
        ),
    ]
}

#[test]
fn every_deadline_holds_to_the_tick() {
    for role in ROLES {
        for case in cases() {
            let context = (case.name, role);
            let mut side = case.prepared(role);
            side.events();
            let before = side.action();
            assert_eq!(side.deadline(), Some(case.deadline), "{context:?}");
            for early in [Duration::ZERO, case.deadline / 2, case.deadline - TICK] {
                side.connection.handle_timeout(at(early));
                assert_eq!(side.deadline(), Some(case.deadline), "{context:?}");
                assert_eq!(side.action(), before, "{context:?}");
            }
            assert_eq!(
                effect(&mut side, case.deadline),
                case.expected,
                "{context:?}"
            );

            for late in [TICK, secs(1), secs(100_000)] {
                let mut side = case.prepared(role);
                side.events();
                let effect = effect(&mut side, case.deadline + late);
                assert_eq!(effect, case.expected, "{context:?}, {late:?} late");
            }
        }
    }
}

#[test]
fn a_deadline_that_was_handled_is_not_handled_again() {
    for role in ROLES {
        for case in cases() {
            let mut side = case.prepared(role);
            side.events();
            effect(&mut side, case.deadline);
            let next = (side.deadline(), side.connection.outbox().remaining());
            for _ in 0..3 {
                assert_eq!(side.wait_until(case.deadline), [], "{}", case.name);
                let now = (side.deadline(), side.connection.outbox().remaining());
                assert_eq!(now, next, "{}", case.name);
            }
        }
    }
}

struct Rescue {
    name: &'static str,
    config: Config,
    prepare: fn(&mut Side),
    deadline: Duration,
    /// What happens one tick before.
    rescue: fn(&mut Side),
    /// How long after the rescue the next deadline is.
    next: Option<Duration>,
}

fn receive_message(side: &mut Side) {
    side.write();
    assert_eq!(side.receive(&Frame::new(wire::TEXT, "alive")).len(), 1);
}

fn receive_one_byte(side: &mut Side) {
    side.write();
    let bytes = from_peer(side.connection.role(), &begun());
    assert_eq!(side.receive_bytes(&bytes[..1]), []);
}

fn rescues() -> Vec<Rescue> {
    let keep_alive = |name, rescue| Rescue {
        name,
        config: Config::DEFAULT,
        prepare: |_| {},
        deadline: secs(30),
        rescue,
        next: Some(secs(30)),
    };
    let pinged = |name, rescue| Rescue {
        prepare: |side| drop(side.wait_until(secs(30))),
        deadline: secs(40),
        ..keep_alive(name, rescue)
    };
    let stall = |name, prepare, rescue| Rescue {
        name,
        config: quiet(),
        prepare,
        deadline: secs(30),
        rescue,
        next: Some(secs(30)),
    };
    vec![
        keep_alive("a message", receive_message),
        keep_alive("one byte of a frame", receive_one_byte),
        keep_alive("a pong nobody asked for", |side| {
            side.receive(&pong());
        }),
        pinged("the answer", |side| {
            let ping = side.write().remove(0);
            assert_eq!(side.receive(&Frame::new(wire::PONG, ping.payload)), []);
        }),
        pinged("a message instead of a pong", receive_message),
        pinged("one byte instead of a pong", receive_one_byte),
        Rescue {
            name: "the end of the message",
            config: quiet(),
            prepare: |side| drop(side.receive(&begun())),
            deadline: secs(60),
            rescue: |side| {
                let end = Frame::new(wire::CONTINUATION, "ended");
                assert_eq!(side.receive(&end).len(), 1);
            },
            next: None,
        },
        stall(
            "one byte taken",
            |side| side.send(9),
            |side| side.connection.outbox().advance(1),
        ),
        stall(
            "one byte of a large message taken",
            |side| side.send(9000),
            |side| {
                side.connection.outbox().advance(1);
            },
        ),
        Rescue {
            next: None,
            ..stall("all taken", |side| side.send(9), |side| drop(side.write()))
        },
    ]
}

#[test]
fn what_comes_one_tick_before_a_deadline_counts() {
    for role in ROLES {
        for case in rescues() {
            let mut side = Side::new(role, case.config);
            (case.prepare)(&mut side);
            assert_eq!(side.deadline(), Some(case.deadline), "{}", case.name);
            let rescued = case.deadline - TICK;
            side.sleep_until(rescued);
            (case.rescue)(&mut side);
            side.events();
            let next = case.next.map(|next| rescued + next);
            assert_eq!(side.deadline(), next, "{role:?}, {}", case.name);
            assert_eq!(
                side.wait_until(case.deadline),
                [],
                "{role:?}, {}",
                case.name
            );
            assert_eq!(side.action(), TransportAction::None);
        }
    }
}

/// A peer that sends one byte of `bytes` per `period`, while its connection does all that its deadlines say: when and how
/// it ends.
fn dribble(
    mut side: Side,
    bytes: impl Iterator<Item = u8>,
    period: Duration,
) -> (Duration, Event<'static>) {
    for (byte, number) in bytes.zip(0..) {
        let arrival = period * number;
        while let Some(deadline) = side.deadline().filter(|deadline| *deadline <= arrival) {
            if let Some(event) = side.wait_until(deadline).pop() {
                return (deadline, event);
            }
            side.write();
        }
        side.sleep_until(arrival);
        if let Some(event) = side.receive_bytes(&[byte]).pop() {
            return (arrival, event);
        }
        side.write();
    }
    panic!("the peer was served for {:?}", side.now);
}

#[test]
fn e_01_slow_handshakes_end_at_their_deadline() {
    let deadline = Config::DEFAULT.handshake_timeout;
    assert_eq!(deadline, secs(10));
    // A thousand peers, each with a pace of its own: one byte every 10 ms to 10 s.
    for peer in 1..=1000 {
        let begin = Duration::from_millis(7) * peer;
        let period = Duration::from_millis(10) * peer;
        let arrivals = || {
            (1..)
                .map(|number| period * number)
                .take_while(|arrival| *arrival < deadline)
        };
        let mut inbox = Inbox::with_capacity(16);

        let request = ClientRequest::new("ws://cse.example.com").unwrap();
        let seed = Seed([7; 32]);
        let mut client = ClientHandshake::new(&request, Config::DEFAULT, seed.clone(), at(begin));
        let mut server = ServerHandshake::new(Config::DEFAULT, seed, at(begin));
        let mut proxy =
            ProxyConnect::new("cse.example.com", 80, None, Config::DEFAULT, at(begin)).unwrap();
        for (arrival, index) in arrivals().zip(0..) {
            let now = at(begin + arrival);
            client = client.handle_timeout(now).unwrap();
            inbox.extend(&[byte_of(b"HTTP/1.1 101 Switching Protocols\r\nX: ", index)]);
            client = match client.receive(now, &mut inbox).unwrap() {
                ClientProgress::NeedsInput(client) => client,
                ClientProgress::Open(..) => panic!("opened"),
            };
            server = server.handle_timeout(now).unwrap();
            inbox.extend(&[byte_of(b"GET / HTTP/1.1\r\nX: ", index)]);
            server = match server.receive(now, &mut inbox) {
                ServerProgress::NeedsInput(server) => server,
                other @ (ServerProgress::Requested(_) | ServerProgress::Rejected(..)) => {
                    panic!("{other:?}")
                }
            };
            proxy = proxy.handle_timeout(now).unwrap();
            inbox.extend(&[byte_of(b"HTTP/1.1 200 OK\r\nX: ", index)]);
            proxy = match proxy.receive(now, &mut inbox).unwrap() {
                ProxyProgress::NeedsInput(proxy) => proxy,
                other @ (ProxyProgress::Open(_) | ProxyProgress::RetryWithCredentials(_)) => {
                    panic!("{other:?}")
                }
            };
        }
        let end = at(begin + deadline);
        for timeout in [
            client.poll_timeout(),
            server.poll_timeout(),
            proxy.poll_timeout(),
        ] {
            assert_eq!(timeout, Some(end), "no byte moves it");
        }
        let early = at(begin + deadline - TICK);
        let client = client.handle_timeout(early).unwrap().handle_timeout(end);
        assert_eq!(client.unwrap_err(), HandshakeError::TimedOut);
        let server = server.handle_timeout(early).unwrap().handle_timeout(end);
        assert_eq!(server.unwrap_err(), HandshakeError::TimedOut);
        let proxy = proxy.handle_timeout(early).unwrap().handle_timeout(end);
        assert_eq!(proxy.unwrap_err(), ProxyError::TimedOut);
    }
}

/// A head that never ends.
fn byte_of(head: &[u8], index: usize) -> u8 {
    head.get(index).copied().unwrap_or(b'x')
}

/// The bytes of a long frame, or of one fragment after the other, behind the first header.
fn slow_frames(role: Role) -> [(&'static str, Vec<u8>, usize); 2] {
    let long = from_peer(role, &Frame::new(wire::BINARY, vec![0; 1 << 20]));
    let header_len = long.len() - (1 << 20);
    let next = from_peer(role, &Frame::new(wire::CONTINUATION, "c").unfinished());
    let begun = from_peer(role, &begun());
    let begun_len = begun.len();
    let fragments = [begun, next.repeat(1000)].concat();
    [
        ("a long frame", long, header_len),
        ("many fragments", fragments, begun_len),
    ]
}

#[test]
fn e_02_a_slow_message_ends_at_its_deadline() {
    let expected = Event::Closed(Closed::Failed(ProtocolError::MessageTimeout));
    for role in ROLES {
        for (name, bytes, at_once) in slow_frames(role) {
            for period in [secs(20), secs(1), Duration::from_millis(250)] {
                let mut side = Side::new(role, Config::DEFAULT);
                assert_eq!(side.receive_bytes(&bytes[..at_once]), []);
                let (end, event) = dribble(side, bytes[at_once..].iter().copied(), period);
                assert_eq!(
                    (end, &event),
                    (secs(60), &expected),
                    "{role:?}, {name}, {period:?}"
                );
            }
        }
    }
}

/// "From the first byte of a message that is assembled to its last": the bytes of the header are its first.
#[test]
fn e_02_a_slow_header_is_part_of_a_slow_message() {
    let expected = Event::Closed(Closed::Failed(ProtocolError::MessageTimeout));
    for role in ROLES {
        for (name, bytes, _) in slow_frames(role) {
            let side = Side::new(role, Config::DEFAULT);
            let (end, event) = dribble(side, bytes.iter().copied(), secs(20));
            assert_eq!((end, &event), (secs(60), &expected), "{role:?}, {name}");
        }
    }
}

#[test]
fn e_03_a_peer_that_stops_reading_is_left() {
    type Traffic = fn(&mut Side);
    let ping: Traffic = |side| drop(side.receive(&Frame::new(wire::PING, "p")));
    let unasked: Traffic = |side| drop(side.receive(&pong()));
    let cases: [(&str, Traffic, Traffic); 4] = [
        ("messages", |side| side.send(100), unasked),
        ("a large message", |side| side.send(100_000), ping),
        ("a full outbox", |side| side.send(2 << 20), |_| {}),
        ("pongs", ping, ping),
    ];
    for role in ROLES {
        for (name, stall, traffic) in cases {
            for taken in [0, 1, 90] {
                let mut side = Side::new(role, quiet());
                stall(&mut side);
                side.events();
                side.sleep_until(secs(20));
                let taken = taken.min(side.connection.outbox().remaining() - 1);
                side.connection.outbox().advance(taken);
                side.wait_until(secs(20));
                // From the last byte that was taken, whatever comes in and whatever is added.
                let stalled = if taken == 0 { Duration::ZERO } else { secs(20) };
                for second in 21..30 {
                    side.sleep_until(secs(second));
                    traffic(&mut side);
                }
                assert_eq!(side.wait_until(stalled + secs(30) - TICK), [], "{name}");
                let events = side.wait_until(stalled + secs(30));
                assert_eq!(
                    events,
                    [Event::Closed(Closed::Lost(Loss::WriteTimeout))],
                    "{role:?}, {name}, {taken}"
                );
                assert_eq!(side.action(), TransportAction::Abort);
            }
        }
    }
}

/// A slow reader is none that stopped: it took a control frame, and no byte of the message behind it.
#[test]
fn e_03_a_control_frame_that_was_taken_is_progress() {
    for role in ROLES {
        let config = Config {
            send_fragment_len: Some(10),
            ..quiet()
        };
        let mut side = Side::new(role, config);
        let header_len = if role == Role::Client { 6 } else { 2 };
        side.send(20);
        side.connection.outbox().advance(header_len + 10);
        side.connection.ping(b"between").unwrap();
        side.wait_until(Duration::ZERO);
        assert_eq!(side.deadline(), Some(secs(30)));
        side.sleep_until(secs(29));
        side.connection.outbox().advance(header_len + 7);
        assert_eq!(side.wait_until(secs(30)), [], "{role:?}");
        assert_eq!(side.action(), TransportAction::None, "{role:?}");
    }
}

/// Lets the connection have its way with a peer that neither sends nor reads: it comes to its end in a few steps.
fn outwait(side: &mut Side) -> Vec<Event<'static>> {
    let mut events = Vec::new();
    for _ in 0..8 {
        let Some(deadline) = side.deadline() else {
            return events;
        };
        events.extend(side.wait_until(deadline.max(side.now)));
    }
    panic!("no end: {:?}", side.connection);
}

fn extreme() -> impl Strategy<Value = Duration> {
    let extremes = [
        Duration::ZERO,
        TICK,
        secs(1),
        secs(30),
        Duration::MAX - TICK,
        Duration::MAX,
    ];
    prop::sample::select(extremes.to_vec())
}

fn act(side: &mut Side, choice: u8) -> Vec<Event<'static>> {
    match choice % 10 {
        0 => return side.receive(&begun()),
        1 => return side.receive(&Frame::new(wire::CONTINUATION, "")),
        2 => return side.receive(&Frame::new(wire::PING, "p")),
        3 => return side.receive_bytes(&[0x82]),
        4 if choice > 200 => return side.receive(&close()),
        5 if choice > 200 => side.close(),
        6 if choice > 200 => side.connection.handle_eof(),
        7 => drop(side.connection.send("m")),
        8 => drop(side.write()),
        _ => {}
    }
    side.events()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn e_04_clocks_that_jump_and_timeouts_of_any_length(
        is_server: bool,
        timeouts in [extreme(), extreme(), extreme(), extreme(), extreme()],
        steps in vec((extreme(), any::<u8>()), 0..30),
    ) {
        let [ping_interval, pong_timeout, message_timeout, write_timeout, close_timeout] = timeouts;
        let config = Config {
            ping_interval: Some(ping_interval),
            pong_timeout,
            message_timeout: Some(message_timeout),
            write_timeout: Some(write_timeout),
            close_timeout,
            ..Config::DEFAULT
        };
        let mut side = Side::new(ROLES[usize::from(is_server)], config);
        prop_assert_eq!(side.deadline().is_none(), ping_interval.is_zero());
        let mut events = Vec::new();
        for (now, choice) in steps {
            events.extend(side.wait_until(now));
            events.extend(act(&mut side, choice));
        }
        events.extend(outwait(&mut side));
        let is_end = |event: &Event<'_>| matches!(event, Event::Closed(_));
        let ends = events.iter().filter(|event| is_end(event)).count();
        prop_assert!(ends <= 1 && !events.iter().rev().skip(1).any(is_end), "{:?}", events);
        prop_assert_eq!(ends == 0, side.connection.is_open());
    }
}

type Prepare = fn(&mut Side);

/// Every state but the last, and what can be unfinished in it.
const STATES: [(&str, Prepare); 9] =
    [
        ("idle", |_| {}),
        ("within a header", |side| drop(side.receive_bytes(&[0x82]))),
        ("within a ping", |side| {
            drop(side.receive_bytes(
                &from_peer(side.connection.role(), &Frame::new(wire::PING, "p"))[..3],
            ))
        }),
        ("within a message", |side| drop(side.receive(&begun()))),
        ("with output", |side| side.send(10)),
        ("close sent", |side| {
            side.close();
            side.write();
        }),
        ("close received", |side| drop(side.receive(&close()))),
        ("failed", |side| drop(side.receive(&garbage()))),
        ("pinged", |side| {
            side.wait_until(secs(30));
            side.write();
        }),
    ];

#[test]
fn e_05_no_state_without_a_deadline() {
    for role in ROLES {
        for (name, prepare) in STATES {
            for has_eof in [false, true] {
                let mut side = Side::new(role, Config::DEFAULT);
                prepare(&mut side);
                if has_eof {
                    side.connection.handle_eof();
                    side.events();
                }
                let is_gone = side.action() == TransportAction::Abort;
                assert!(side.deadline().is_some() || is_gone, "{role:?}, {name}");
                outwait(&mut side);
                assert_eq!(side.action(), TransportAction::Abort, "{role:?}, {name}");
                assert_eq!(side.deadline(), None, "{role:?}, {name}");
            }
        }
    }
}

/// Without keep-alive only an idle connection waits for ever, for that is what was asked for.
#[test]
fn e_05_no_deadline_only_when_idle_and_without_keep_alive() {
    for role in ROLES {
        for (name, prepare) in &STATES[..8] {
            let mut side = Side::new(role, quiet());
            prepare(&mut side);
            assert_eq!(
                side.deadline().is_none(),
                *name == "idle",
                "{role:?}, {name}"
            );
        }
    }
}
