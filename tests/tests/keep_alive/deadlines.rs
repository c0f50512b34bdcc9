//! Each deadline, to the tick.

use core::time::Duration;

use onem2m_ws_core::{Buf, Closed, Config, Event, Loss, ProtocolError, Role, TransportAction};
use onem2m_ws_tests::wire::{self, Frame};

use crate::side::{
    ROLES, Side, TICK, at, begun, close, from_peer, garbage, lost, patient, pong, quiet, secs,
};

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

/// Whoever writes while another reads looks at its own deadline: that ends the connection to the tick, and says nothing about
/// silence.
#[test]
fn writing_has_its_deadline_by_itself() {
    for role in ROLES {
        let mut side = Side::new(role, Config::DEFAULT);
        let write_timeout = Config::DEFAULT.write_timeout.unwrap();
        assert_eq!(side.connection.poll_write_timeout(at(secs(1))), None);
        side.send(9);
        let deadline = side.connection.poll_write_timeout(at(secs(2)));
        assert_eq!(deadline, Some(at(write_timeout)), "{role:?}");
        // The time for a ping has come, and that is not for this call to see.
        side.connection
            .handle_write_timeout(at(write_timeout - TICK));
        assert_eq!(side.action(), TransportAction::None);
        side.connection.outbox().advance(1);
        let begun = write_timeout * 10;
        let next = side.connection.poll_write_timeout(at(begun));
        assert_eq!(next, Some(at(begun + write_timeout)));
        side.connection.handle_write_timeout(at(begun));
        assert_eq!(side.action(), TransportAction::None);
        side.connection
            .handle_write_timeout(at(begun + write_timeout));
        let lost = Event::Closed(Closed::Lost(Loss::WriteTimeout));
        assert_eq!(side.events(), [lost]);
        assert_eq!(side.action(), TransportAction::Abort);

        let mut side = Side::new(role, Config::DEFAULT);
        side.close();
        side.receive(&close());
        side.connection
            .handle_write_timeout(at(write_timeout - TICK));
        assert_ne!(side.action(), TransportAction::Abort, "{role:?}");
        side.connection.handle_write_timeout(at(write_timeout));
        assert_eq!(side.action(), TransportAction::Abort, "{role:?}");
    }
}

/// A receipt for everything is for the messages before it, and for the control frames among them.
#[test]
fn a_receipt_for_everything() {
    for role in ROLES {
        let mut side = Side::new(role, Config::DEFAULT);
        assert!(side.connection.is_written(side.connection.queued()));
        side.send(9);
        side.connection.ping(b"?").unwrap();
        let receipt = side.connection.queued();
        let len = side.connection.outbox().remaining();
        side.send(9);
        side.connection.outbox().advance(len - 1);
        assert!(!side.connection.is_written(receipt));
        side.connection.outbox().advance(1);
        assert!(side.connection.is_written(receipt));
        assert!(!side.connection.is_written(side.connection.queued()));
    }
}
