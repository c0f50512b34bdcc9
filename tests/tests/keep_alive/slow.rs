//! Peers that are slow, or read nothing.

use core::time::Duration;

use onem2m_ws_core::{
    Buf, ClientHandshake, ClientProgress, ClientRequest, Closed, Config, Event, HandshakeError,
    Inbox, Loss, ProtocolError, ProxyConnect, ProxyError, ProxyProgress, Role, Seed,
    ServerHandshake, ServerProgress, TransportAction,
};
use onem2m_ws_tests::wire::{self, Frame};

use crate::side::{ROLES, Side, TICK, at, begun, from_peer, pong, quiet, secs};

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

/// Whatever puts something into the outbox, [`Connection::poll_timeout`] knows straight after it that the peer has to take it:
/// a loop that calls nothing else meets the write timeout, counted from then on.
#[test]
fn n_49_a_write_timeout_needs_no_other_call() {
    type Act = fn(&mut Side);
    let acts: [(&str, Act); 5] = [
        ("send", |side| {
            side.connection.send("late").unwrap();
        }),
        ("send_piece", |side| {
            side.connection.send_piece("late", false).unwrap();
        }),
        ("ping", |side| side.connection.ping(b"late").unwrap()),
        ("pong", |side| {
            side.receive(&Frame::new(wire::PING, "late"));
        }),
        ("a part was taken", |side| {
            side.send(100);
            side.connection.outbox().advance(10);
        }),
    ];
    for role in ROLES {
        for (name, act) in acts {
            let mut side = Side::new(role, quiet());
            assert_eq!(side.deadline(), None, "{role:?}, {name}");
            // Nobody was told of the time that passes.
            side.sleep_until(secs(3600));
            act(&mut side);
            let mut events = Vec::new();
            for _ in 0..3 {
                let deadline = side
                    .deadline()
                    .unwrap_or_else(|| panic!("{role:?}, {name}"));
                events.extend(side.wait_until(deadline.max(side.now)));
                if !events.is_empty() {
                    break;
                }
            }
            let expected = Event::Closed(Closed::Lost(Loss::WriteTimeout));
            assert_eq!(events, [expected], "{role:?}, {name}");
            assert_eq!(side.now, secs(3630), "{role:?}, {name}");
        }
        let mut patient = Side::new(
            role,
            Config {
                write_timeout: None,
                ..quiet()
            },
        );
        patient.connection.send("no hurry").unwrap();
        assert_eq!(patient.deadline(), None);
    }
}
