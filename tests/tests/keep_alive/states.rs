//! Every state has its deadline.

use core::time::Duration;

use onem2m_ws_core::{Config, Event, TransportAction};
use onem2m_ws_tests::wire::{self, Frame};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::side::{ROLES, Side, TICK, begun, close, from_peer, garbage, quiet, secs};

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
