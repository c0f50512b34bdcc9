//! Cells as plain values, one lock section after the other: what interleavings of them once went wrong.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

mod common;

#[path = "common/cells.rs"]
mod world;

use onem2m_primitive::{Operation, RequestIdentifier, RequestPrimitive};
use onem2m_ws::cells::{
    By, Cell, CheckIn, Claim, Command, Directory, Effect, Names, Refused, Submission, Wakers,
};
use onem2m_ws::{Admission, Identity, RequestId, RequestOptions, SessionConfig, Subprotocol};
use onem2m_ws_core::{Config, Connection, Role, Seed};

use common::at;
use world::{Waker, World, take};

const NAME: &str = "Cthermo";

fn append(cell: &mut Cell<u32, Waker>, command: Command<u32>) {
    let appended = cell.append(command);
    assert!(appended.is_ok(), "the node lives here");
}

fn submit(cell: &mut Cell<u32, Waker>, ticket: u32) -> Result<RequestId, Refused> {
    let request = RequestPrimitive::new(Operation::NOTIFY, NAME, RequestIdentifier::UNASSIGNED);
    let options = RequestOptions::default();
    let submission = Box::new(Submission::new(NAME.into(), request, options, ticket));
    let submitted = cell.submit(submission.len(), submission);
    submitted.map(|(id, _)| id).map_err(|(refused, _)| refused)
}

fn claim(directory: &mut Directory<()>) -> Claim {
    let connection = Connection::new(Role::Server, Config::default(), Seed([7; 32]), at(0));
    let admission = Admission::new(Identity::Claimed(NAME.into()), Subprotocol::JSON);
    let id = directory.open_connection().unwrap();
    Claim::new(id, connection, admission)
}

/// C1: a request that is given up in the moment in which its time is over ends with its outcome.
#[test]
fn a_request_that_expires_while_it_is_given_up() {
    let mut world = World::new(SessionConfig::default());
    let mut cell = world.cell(NAME);
    append(&mut cell, Command::Register(NAME.into()));
    let id = submit(&mut cell, 1).unwrap();
    world.errand(at(0), &mut cell);
    append(&mut cell, Command::Cancel(id));
    let effects = world.errand(at(100_000), &mut cell);
    let is_end = |effect: &Effect<u32>| matches!(effect, Effect::Ended { ticket: 1, .. });
    assert!(effects.iter().any(is_end), "{effects:?}");
}

/// C6: what is left in the line when a node is put back takes room as well.
#[test]
fn a_line_that_is_left_takes_room() {
    let session = SessionConfig {
        max_requests: 2,
        ..SessionConfig::default()
    };
    let mut world = World::new(session);
    let mut cell = world.cell(NAME);
    append(&mut cell, Command::Register(NAME.into()));
    world.errand(at(0), &mut cell);
    submit(&mut cell, 1).unwrap();
    let custody = take(&mut cell, By::Errand);
    submit(&mut cell, 2).unwrap();
    assert!(
        cell.put_back_unfinished(custody, &mut Wakers::default())
            .is_none()
    );
    assert!(cell.has_line());
    assert_eq!(submit(&mut cell, 3), Err(Refused::TooMany));
    let effects = world.errand(at(0), &mut cell);
    let is_refused = |effect: &Effect<u32>| matches!(effect, Effect::NotTaken { .. });
    assert!(!effects.iter().any(is_refused), "{effects:?}");
}

/// Rule 17: an entity that has come back to a node before that heard that the entity had gone stays there.
#[test]
fn an_entity_that_comes_back_is_not_surrendered() {
    let mut world = World::new(SessionConfig::default());
    let mut one = world.cell(NAME);
    let mut other = world.cell("Cother");
    let mut register = |cell: &mut Cell<u32, Waker>| {
        append(cell, Command::Register(NAME.into()));
        world.errand(at(0), cell);
    };
    register(&mut one);
    register(&mut other);
    register(&mut one);
    for cell in [&mut one, &mut other] {
        append(cell, Command::Surrender(NAME.into()));
        world.errand(at(0), cell);
    }
    let place = world.directory.find(NAME).unwrap();
    assert_eq!(place.node, one.number());
    submit(&mut one, 1).unwrap();
    let effects = world.errand(at(0), &mut one);
    let is_elsewhere = |effect: &Effect<u32>| matches!(effect, Effect::Elsewhere(_));
    assert!(!effects.iter().any(is_elsewhere), "{effects:?}");
}

/// A connection that had to go is forgotten with its task, however late the node hears of it.
#[test]
fn nothing_is_kept_for_a_task_that_is_gone() {
    for is_unfinished in [false, true] {
        let mut world = World::new(SessionConfig::default());
        let mut cell = world.cell(NAME);
        let first = claim(&mut world.directory);
        let (id, second) = (first.connection(), claim(&mut world.directory));
        append(&mut cell, Command::Claim(Box::new(first)));
        world.errand(at(0), &mut cell);
        append(&mut cell, Command::Claim(Box::new(second)));
        let mut custody = take(&mut cell, By::Watch);
        while let Some(command) = custody.commands.pop_front() {
            world.carry_out(at(0), &mut custody.node, command);
        }
        // The task of the first connection is dropped now.
        assert!(cell.take_gone(id).is_none());
        append(&mut cell, Command::Release(id));
        if is_unfinished {
            assert!(
                cell.put_back_unfinished(custody, &mut Wakers::default())
                    .is_none()
            );
        } else {
            let checked_in = cell.check_in(custody, None, &mut Wakers::default());
            let CheckIn::Again(mut custody) = checked_in else {
                panic!("{checked_in:?}")
            };
            let command = custody.commands.pop_front().unwrap();
            world.carry_out(at(0), &mut custody.node, command);
            let checked_in = cell.check_in(custody, None, &mut Wakers::default());
            assert!(matches!(checked_in, CheckIn::Done { .. }));
        }
        world.errand(at(0), &mut cell);
        assert!(cell.take_gone(id).is_none(), "unfinished: {is_unfinished}");
    }
}

/// Rule 20: behind the end of a registrar nothing is entered, whoever has custody of a node still.
#[test]
fn nothing_is_entered_in_a_directory_that_was_drained() {
    let mut world = World::new(SessionConfig::default());
    let mut cell = world.cell("Cother");
    let claim = claim(&mut world.directory);
    drop(world.directory.drain());
    append(&mut cell, Command::Claim(Box::new(claim)));
    append(&mut cell, Command::Register(NAME.into()));
    world.errand(at(0), &mut cell);
    assert!(world.directory.find(NAME).is_none() && world.directory.find("Cother").is_none());
    let identity = Identity::Claimed(NAME.into());
    assert!(world.directory.find_or_make(&identity, |_, _| ()).is_err());
    assert_eq!(
        (world.directory.node_count(), world.directory.entity_count()),
        (0, 0)
    );
}
