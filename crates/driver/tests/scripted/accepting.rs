//! Accepting while the system has too little of something, and when the listener is gone.

use core::future::{pending, ready};
use core::time::Duration;
use std::io::{self, ErrorKind};

use futures_util::FutureExt;
use onem2m_ws_driver::{AcceptBackoff, accept_next};

use crate::world::World;

/// Errors in a row that listeners meet when there are too many open files (24: `EMFILE`).
fn exhausted(count: usize) -> impl Iterator<Item = io::Error> {
    core::iter::repeat_with(|| io::Error::from_raw_os_error(24)).take(count)
}

/// However long the system has no descriptor, the server accepts again once there is one; meanwhile it rests.
#[test]
fn n_32_accepting_goes_on_when_there_are_descriptors_again() {
    let world = World::calm();
    let mut errors = exhausted(1000);
    let mut attempts = 0;
    let accepting = accept_next(world.timer(), AcceptBackoff::DEFAULT, || {
        attempts += 1;
        ready(errors.next().map_or(Ok("accepted"), Err))
    });
    assert_eq!(world.run_in_time(accepting).ready().unwrap(), "accepted");
    assert_eq!(attempts, 1001);
    // Seven pauses before the longest one, and no attempt without one.
    let doubled = Duration::from_millis(10 + 20 + 40 + 80 + 160 + 320 + 640);
    assert_eq!(world.now(), doubled + Duration::from_secs(1000 - 7));
}

/// Clients that are gone before they are accepted cost no time, unless there are only such.
#[test]
fn n_32_connections_that_are_gone_are_passed_over() {
    let aborted = || io::Error::from(ErrorKind::ConnectionAborted);
    for (count, pauses) in [(16, 0), (17, 1), (18, 3)] {
        let world = World::calm();
        let mut errors = core::iter::repeat_with(aborted).take(count);
        let accepting = accept_next(world.timer(), AcceptBackoff::DEFAULT, || {
            ready(errors.next().map_or(Ok(()), Err))
        });
        world.run_in_time(accepting).ready().unwrap();
        assert_eq!(world.now(), Duration::from_millis(10) * pauses);
    }
}

/// A listener that is gone says so at once, and none is asked while it is left alone.
#[test]
fn n_32_a_listener_that_is_gone_ends_accepting() {
    let world = World::calm();
    let mut errors = exhausted(1).chain([ErrorKind::BrokenPipe.into()]);
    let accepting = accept_next(world.timer(), AcceptBackoff::DEFAULT, || {
        ready(Err::<(), _>(errors.next().expect("it is asked twice")))
    });
    let error = world.run_in_time(accepting).ready().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    assert_eq!(world.now(), Duration::from_millis(10));
}

/// A future that is dropped within its pause keeps no connection from anybody.
#[test]
fn n_32_accepting_can_be_dropped() {
    let world = World::calm();
    let mut waiting = exhausted(3).map(Err).chain([Ok(7)]);
    for _ in 0..3 {
        let accepting = accept_next(world.timer(), AcceptBackoff::DEFAULT, || {
            ready(waiting.next().unwrap())
        });
        assert!(accepting.now_or_never().is_none());
    }
    let accepting = accept_next(world.timer(), AcceptBackoff::DEFAULT, || {
        ready(waiting.next().unwrap())
    });
    assert_eq!(world.run(accepting).ready().unwrap(), 7);
    // Nobody connects: nothing but the listener wakes the task.
    let idle = accept_next(world.timer(), AcceptBackoff::DEFAULT, || {
        pending::<io::Result<()>>()
    });
    world.run_in_time(idle).check_waiting();
}
