//! A transport that fails, lies or stops at any of its calls (rows TR-01 to TR-03, B-12, C-08, CL-18 to CL-20, CL-26).

use std::io::ErrorKind;

use onem2m_ws_driver::Error;
use onem2m_ws_driver::core::{
    CloseCode, CloseFrame, Closed, Config, Loss, ProtocolError, Role, SendErrorReason,
};
use onem2m_ws_tests::wire::{BINARY, CLOSE, Frame, TEXT};
use proptest::prelude::*;

use crate::peer::{QUIET, client_bytes, close, echo, message, ping};
use crate::world::{Call, Step, World};

/// How an echo of `client_bytes` over `world` ends, in the time that is now.
fn end(world: &World) -> Result<usize, Error> {
    world.feed(&client_bytes());
    world.end();
    let mut websocket = world.websocket(Role::Server, QUIET);
    let outcome = world.run(echo(&mut websocket)).ready();
    assert!(
        world.run(websocket.next()).ready().unwrap().is_none(),
        "an error is reported once"
    );
    outcome.map(|messages| messages.len())
}

fn calm_output() -> Vec<u8> {
    let world = World::calm();
    assert_eq!(end(&world).unwrap(), 4);
    world.output()
}

/// The fault at every call: no hang, the right error, nothing twice.
#[test]
fn tr_01_a_fault_at_every_call() {
    let calm = calm_output();
    let mut faults = 0;
    for (call, step, kind) in [
        (
            Call::Read,
            Step::Fail(ErrorKind::ConnectionReset),
            Some(ErrorKind::ConnectionReset),
        ),
        (Call::Read, Step::Lie, Some(ErrorKind::Other)),
        (Call::Read, Step::Zero, None),
        (
            Call::Write,
            Step::Fail(ErrorKind::BrokenPipe),
            Some(ErrorKind::BrokenPipe),
        ),
        (Call::Write, Step::Zero, Some(ErrorKind::WriteZero)),
        (Call::Write, Step::Lie, Some(ErrorKind::Other)),
        (
            Call::Flush,
            Step::Fail(ErrorKind::BrokenPipe),
            Some(ErrorKind::BrokenPipe),
        ),
        (Call::Shutdown, Step::Fail(ErrorKind::NotConnected), None),
    ] {
        for at in 0.. {
            // Small reads and writes, so that there are many calls; every third read is pending.
            let mut reached = false;
            let world = World::new(move |this, number| match this {
                _ if (this, number) == (call, at) => step,
                Call::Read if number % 3 == 2 => Step::Pending,
                _ => Step::Take(300),
            });
            let outcome = end(&world);
            reached |= world.count(call) > at;
            assert!(calm.starts_with(&world.output()), "{call:?} {at}");
            match &outcome {
                // The closing handshake was over: what became of the transport then is not an error (CL-19).
                Ok(4) => assert!(client_bytes().len() > 11),
                Ok(count) => panic!("{call:?} {step:?} {at}: a clean end after {count} messages"),
                Err(Error::Io(error)) => assert_eq!(Some(error.kind()), kind, "{call:?} {at}"),
                Err(Error::Lost(Loss::Eof | Loss::Truncated)) => assert_eq!(kind, None),
                Err(error) => panic!("{call:?} {step:?} {at}: {error:?}"),
            }
            if !reached {
                assert!(outcome.is_ok() && world.output() == calm);
                break;
            }
            faults += 1;
        }
    }
    assert!(faults > 100, "{faults}");
}

proptest! {
    /// A partial writer, one segment at a time or many, is byte-exact, also within headers and masks.
    #[test]
    fn tr_02_partial_writes_are_byte_exact(
        takes in prop::collection::vec(1_usize..40, 1..20),
        is_vectored: bool,
        lens in prop::collection::vec(prop_oneof![0_usize..200, 4000_usize..9000, 70_000_usize..70_010], 1..8),
        is_client: bool,
        fragment_len in prop::option::of(1000_usize..5000),
    ) {
        let role = if is_client { Role::Client } else { Role::Server };
        let config = Config { send_fragment_len: fragment_len, ..QUIET };
        let run = |world: World| {
            let mut websocket = world.websocket(role, config);
            for (number, len) in lens.iter().enumerate() {
                let payload = vec![u8::try_from(number).unwrap(); *len];
                world.run(websocket.feed(payload)).ready().unwrap();
            }
            world.run(websocket.flush()).ready().unwrap();
            world.output()
        };
        let calm = run(World::calm());
        let world = World::new(move |call, number| match call {
            Call::Write if number % 5 == 4 => Step::Pending,
            Call::Write => Step::Take(takes[number % takes.len()]),
            _ => Step::Take(usize::MAX),
        });
        let world = if is_vectored { world } else { world.without_vectored() };
        prop_assert!(run(world) == calm);
    }

    /// A reader that lies, fails, waits and cuts as it likes causes no panic, no hang and no duplicate.
    #[test]
    fn b_12_any_reader_and_writer(
        steps in prop::collection::vec(
            prop_oneof![
                4 => (1_usize..60).prop_map(Step::Take),
                4 => Just(Step::Pending),
                2 => Just(Step::Fail(ErrorKind::Interrupted)),
                1 => Just(Step::Fail(ErrorKind::ConnectionAborted)),
                1 => Just(Step::Zero),
                1 => Just(Step::Lie),
            ],
            0..60,
        ),
    ) {
        let mut steps = steps.into_iter();
        let world = World::new(move |_, _| steps.next().unwrap_or(Step::Take(usize::MAX)));
        let outcome = end(&world);
        let calm = calm_output();
        prop_assert!(calm.starts_with(&world.output()));
        if outcome.is_ok() {
            prop_assert!(world.output().len() >= calm.len() - 4, "but for the Close frame");
        }
    }
}

/// An error, then close: the connection is over at once, not after the close timeout.
#[test]
fn c_08_close_after_a_failure_ends_at_once() {
    for call in [Call::Read, Call::Write, Call::Flush] {
        let world = World::faulty(call, 0, Step::Fail(ErrorKind::ConnectionReset));
        let mut websocket = world.websocket(Role::Client, Config::default());
        world.run(websocket.feed("lost")).ready().unwrap();
        let closing = websocket.close(CloseFrame::new(CloseCode::NORMAL, ""));
        let error = world.run(closing).ready().unwrap_err();
        assert!(
            matches!(&error, Error::Io(error) if error.kind() == ErrorKind::ConnectionReset),
            "{call:?}: {error:?}"
        );
        assert!(matches!(websocket.closed(), Some(Closed::Lost(Loss::Eof))));
        world.run(websocket.close(None)).ready().unwrap();
    }
}

/// A failure stays one, whoever was told of it.
#[test]
fn c_08_nothing_is_written_after_a_failure() {
    let world = World::faulty(Call::Write, 0, Step::Lie);
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.run(websocket.feed("first")).ready().unwrap();
    assert!(matches!(
        world.run(websocket.flush()).ready(),
        Err(Error::Io(_))
    ));
    world.run(websocket.feed("second")).ready().unwrap();
    assert!(matches!(
        world.run(websocket.flush()).ready(),
        Err(Error::Io(_))
    ));
    let error = world.run(websocket.next()).ready().unwrap_err();
    assert!(
        matches!(error, Error::Io(_) | Error::Lost(Loss::Eof)),
        "{error:?}"
    );
    assert_eq!((world.count(Call::Write), world.output()), (1, vec![]));
    assert!(world.run(websocket.next()).ready().unwrap().is_none());
}

#[test]
fn c_08_send_ends_when_the_transport_fails_while_it_waits() {
    let config = Config {
        max_outbox_len: 100,
        ..QUIET
    };
    let world = World::faulty(Call::Write, 1, Step::Fail(ErrorKind::BrokenPipe));
    world.follow(|call, number| match (call, number) {
        (Call::Write, 0) => Step::Pending,
        (Call::Write, _) => Step::Fail(ErrorKind::BrokenPipe),
        _ => Step::Take(usize::MAX),
    });
    let mut websocket = world.websocket(Role::Server, config);
    world.run(websocket.feed(&[0; 90][..])).ready().unwrap();
    let error = world.run(websocket.feed(&[0; 90][..])).ready().unwrap_err();
    assert!(matches!(error, Error::Io(error) if error.kind() == ErrorKind::BrokenPipe));
}

/// Each error of the peer is reported once, then `None`.
#[test]
fn errors_are_reported_once() {
    let unmasked = Frame::new(TEXT, "x").encode();
    let world = World::calm();
    world.feed(&unmasked);
    world.end();
    let mut websocket = world.websocket(Role::Server, QUIET);
    let error = world.run(websocket.next()).ready().unwrap_err();
    assert!(matches!(
        error,
        Error::Protocol(ProtocolError::UnmaskedFrame)
    ));
    assert!(world.run(websocket.next()).ready().unwrap().is_none());
    assert!(world.run(websocket.next_event()).ready().unwrap().is_none());
    assert!(matches!(
        websocket.closed(),
        Some(Closed::Failed(ProtocolError::UnmaskedFrame))
    ));
    let error = world.run(websocket.feed("late")).ready().unwrap_err();
    assert!(matches!(error, Error::Send(SendErrorReason::Closing)));
    assert_eq!(world.output(), Frame::new(CLOSE, [0x03, 0xEA]).encode());
}

/// The peer ends its direction right behind its Close frame: the answer still leaves.
#[test]
fn cl_18_half_close_behind_the_close_frame() {
    for seed in 0..100 {
        let world = World::restless(seed);
        world.feed(&close(1000));
        world.end();
        let mut websocket = world.websocket(Role::Server, QUIET);
        assert!(world.run(websocket.next()).ready().unwrap().is_none());
        assert_eq!(world.output(), Frame::close(1000, "").encode());
        assert!(world.is_passed_on() && world.is_shut());
    }
}

/// A reset after the closing handshake is not an error.
#[test]
fn cl_19_reset_after_the_closing_handshake() {
    for role in [Role::Client, Role::Server] {
        let peer_close = Frame {
            key: None,
            ..Frame::close(1000, "")
        };
        let bytes = if role == Role::Server {
            peer_close.masked()
        } else {
            peer_close
        }
        .encode();
        let len = bytes.len();
        let world = World::new(move |call, number| match (call, number) {
            (Call::Read, 0) => Step::Take(len),
            (Call::Read, _) => Step::Fail(ErrorKind::ConnectionReset),
            _ => Step::Take(usize::MAX),
        });
        world.feed(&bytes);
        let mut websocket = world.websocket(role, QUIET);
        assert!(
            world.run(websocket.next()).ready().unwrap().is_none(),
            "{role:?}"
        );
        assert!(matches!(websocket.closed(), Some(Closed::Clean(Some(_)))));
    }
}

/// Writing fails while the peer's Close frame lies unread: its code is reported, not the failure.
#[test]
fn cl_20_reset_on_write_with_an_unread_close_frame() {
    for read_len in [1, 2, 7, 1000] {
        let world = World::new(move |call, _| match call {
            Call::Read => Step::Take(read_len),
            Call::Write => Step::Fail(ErrorKind::ConnectionReset),
            _ => Step::Take(usize::MAX),
        });
        let mut websocket = world.websocket(Role::Server, QUIET);
        world.run(websocket.feed("into the void")).ready().unwrap();
        assert!(world.run(websocket.flush()).ready().is_err());
        world.feed(&message("last"));
        world.feed(&close(4001));
        assert_eq!(
            world
                .run(websocket.receive())
                .ready()
                .unwrap()
                .unwrap()
                .as_bytes(),
            b"last"
        );
        assert!(world.run(websocket.next()).ready().unwrap().is_none());
        let closed = websocket.closed();
        assert!(matches!(closed, Some(Closed::Clean(Some(frame))) if frame.code.get() == 4001));
    }
}

/// 0 bytes are the end, `Interrupted` and "would block" are not.
#[test]
fn cl_26_what_a_read_says() {
    let check = |step: Step, expected: &str| {
        let world = World::faulty(Call::Read, 1, step);
        world.feed(&message("one"));
        let mut websocket = world.websocket(Role::Server, QUIET);
        world.run(websocket.receive()).ready().unwrap();
        world.run(websocket.flush()).ready().unwrap();
        let found = match world.run(websocket.next()) {
            crate::executor::Run::Ready(Err(error)) => format!("{error:?}"),
            crate::executor::Run::Ready(Ok(_)) => String::from("an event"),
            crate::executor::Run::Waiting | crate::executor::Run::Stuck => String::from("waits"),
        };
        assert_eq!(found, expected);
    };
    check(Step::Zero, "Lost(Eof)");
    check(Step::Pending, "waits");
    check(Step::Fail(ErrorKind::Interrupted), "waits");
    check(
        Step::Fail(ErrorKind::ConnectionReset),
        "Io(Kind(ConnectionReset))",
    );
}

#[test]
fn cl_26_the_end_within_a_message() {
    let world = World::calm();
    world.feed(&message("cut")[..5]);
    world.end();
    let mut websocket = world.websocket(Role::Server, QUIET);
    let error = world.run(websocket.next()).ready().unwrap_err();
    assert!(matches!(error, Error::Lost(Loss::Truncated)));
}

/// A flush that never ends is a peer that takes nothing.
#[test]
fn tr_03_flush_pending_for_ever() {
    let stalls = |call, _| {
        if call == Call::Flush {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    };
    let config = Config {
        ping_interval: None,
        ..Config::DEFAULT
    };

    let world = World::new(stalls);
    let mut websocket = world.websocket(Role::Server, config);
    world.run(websocket.feed("stuck")).ready().unwrap();
    assert!(world.run_in_time(websocket.flush()).ready().is_err());
    assert_eq!(world.now(), config.write_timeout.unwrap());

    let world = World::new(stalls);
    world.feed(&ping("answered into the void"));
    let mut websocket = world.websocket(Role::Server, config);
    assert!(world.run_in_time(websocket.next()).ready().is_err());
    assert_eq!(world.now(), config.write_timeout.unwrap());
    assert!(
        world
            .run_in_time(websocket.next())
            .ready()
            .unwrap()
            .is_none()
    );
    assert!(
        world.run_in_time(websocket.flush()).ready().is_err(),
        "it does not wait again"
    );
}

/// A peer that takes no bytes ends every call in the end, and later ones at once.
#[test]
fn tr_03_write_pending_for_ever() {
    let config = Config {
        max_outbox_len: 100,
        ..Config::DEFAULT
    };
    let stalls = |call, _| {
        if call == Call::Write {
            Step::Stalled
        } else {
            Step::Take(usize::MAX)
        }
    };
    let stalled = || {
        let world = World::new(stalls);
        let mut websocket = world.websocket(Role::Server, config);
        world.run(websocket.feed(&[0; 90][..])).ready().unwrap();
        (world, websocket)
    };
    let (world, mut websocket) = stalled();
    let error = world.run_in_time(websocket.flush()).ready().unwrap_err();
    assert!(
        matches!(error, Error::Lost(Loss::WriteTimeout)),
        "{error:?}"
    );
    assert_eq!(world.now(), config.write_timeout.unwrap());
    assert!(world.run(websocket.flush()).ready().is_err());

    let (world, mut websocket) = stalled();
    assert!(
        world
            .run_in_time(websocket.feed(&[0; 90][..]))
            .ready()
            .is_err()
    );
    assert_eq!(world.now(), config.write_timeout.unwrap());
    assert!(world.run(websocket.flush()).ready().is_err());

    let (world, mut websocket) = stalled();
    let error = world.run_in_time(websocket.next()).ready().unwrap_err();
    assert!(
        matches!(error, Error::Lost(Loss::WriteTimeout)),
        "{error:?}"
    );
    assert!(world.run(websocket.flush()).ready().is_err());
    assert!(world.run(websocket.next()).ready().unwrap().is_none());

    let (world, mut websocket) = stalled();
    let error = world
        .run_in_time(websocket.close(None))
        .ready()
        .unwrap_err();
    assert!(
        matches!(error, Error::Lost(Loss::CloseTimeout)),
        "{error:?}"
    );
    assert_eq!(world.now(), config.close_timeout);
}

/// Dropping makes no call, and so cannot block.
#[test]
fn tr_09_drop_makes_no_call() {
    let world = World::calm();
    world.feed(&Frame::new(BINARY, [0; 100]).masked().encode()[..50]);
    let mut websocket = world.websocket(Role::Server, QUIET);
    world.run(websocket.next()).check_waiting();
    world.run(websocket.feed("unsent")).ready().unwrap();
    let calls = || Call::ALL.map(|call| world.count(call));
    let before = calls();
    drop(websocket);
    assert!(world.is_dropped());
    assert_eq!(calls(), before);
}
