#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

use alloc::boxed::Box;
use alloc::sync::Arc;

use onem2m_primitive::{Operation, RequestIdentifier, RequestPrimitive};
use onem2m_ws_core::{Config, Connection, Role, Seed, Timestamp};

use super::{By, Cell, CheckIn, CheckOut, Custody, Refused, Wakers};
use crate::registrar::command::{Claim, Command, Submission};
use crate::registrar::{Admission, ConnectionId, Directory, Identity, Node, RegistrarConfig};
use crate::session::{RequestOptions, SessionConfig};
use crate::subprotocol::Subprotocol;

const NOW: Timestamp = Timestamp::ZERO;
const HOLDER: ConnectionId = ConnectionId(1);

/// A cell whose node `HOLDER` holds, and what its wakers were told; a waker is a number.
struct World {
    cell: Cell<(), u32>,
    wakers: Wakers<u32>,
    config: RegistrarConfig,
    directory: Directory<()>,
}

impl World {
    fn new(session: SessionConfig, max_handlers: usize) -> Self {
        let config = RegistrarConfig::default();
        let mut directory = Directory::new(&config, [7; 8]);
        let identity = Identity::Claimed("Cone".into());
        let mut made = None;
        let (number, ()) = directory
            .find_or_make(&identity, |number, prefix| made = Some((number, prefix)))
            .unwrap();
        let prefix = made.unwrap().1;
        let node = Node::new(number, Arc::new(session), prefix, identity.clone(), false);
        let mut world = Self {
            cell: Cell::new(Box::new(node), &session, max_handlers),
            wakers: Wakers::default(),
            config,
            directory,
        };
        let connection = Connection::new(Role::Server, Config::default(), Seed([7; 32]), NOW);
        let admission = Admission::new(identity, Subprotocol::JSON);
        let claim = Claim::new(HOLDER, connection, admission);
        let appended = world.cell.append(Command::Claim(Box::new(claim))).unwrap();
        assert!(appended.is_errand);
        let custody = world.check_out();
        let custody = world.carry_out(custody);
        assert!(world.check_in(custody, None));
        world
    }

    fn check_out(&mut self) -> Custody<()> {
        let by = By::Connection(HOLDER);
        match self.cell.check_out(by, Some(0), &mut self.wakers) {
            CheckOut::Custody(custody) => custody,
            other => panic!("{other:?}"),
        }
    }

    fn carry_out(&mut self, mut custody: Custody<()>) -> Custody<()> {
        while let Some(command) = custody.commands.pop_front() {
            custody
                .node
                .carry_out(NOW, command, &self.config, &mut self.directory);
            while custody.node.poll_effect().is_some() {}
        }
        custody
    }

    /// Returns whether the node is in.
    fn check_in(&mut self, custody: Custody<()>, waiting: Option<u32>) -> bool {
        let waiting = waiting.map(|waker| (HOLDER, waker));
        let checked_in = self.cell.check_in(custody, waiting, &mut self.wakers);
        matches!(checked_in, CheckIn::Done { .. })
    }

    fn submission(number: u32) -> Box<Submission<()>> {
        let identifier = RequestIdentifier::new(alloc::format!("n{number}")).unwrap();
        let request = RequestPrimitive::new(Operation::NOTIFY, "Cone", identifier);
        let options = RequestOptions::default();
        Box::new(Submission::new("Cone".into(), request, options, ()))
    }
}

/// A handler of a former connection's ends while the task that holds the node looks, and has seen that there is no room: the task
/// does not go to sleep over that.
#[test]
fn no_task_sleeps_over_the_end_of_a_handler() {
    for sleeps_by in ["check_in", "sleep"] {
        let mut world = World::new(SessionConfig::default(), 1);
        world.cell.begin_handler();
        let custody = world.check_out();
        assert_eq!(world.cell.allowance(), 0, "nothing is read");
        let woken = world.cell.end_handler();
        assert_eq!(woken, None, "the task is awake");
        let waiting = (sleeps_by == "check_in").then_some(1);
        let is_held = matches!(
            world.cell.check_in(
                custody,
                waiting.map(|waker| (HOLDER, waker)),
                &mut world.wakers
            ),
            CheckIn::Done { is_held: true, .. }
        );
        assert!(!is_held, "{sleeps_by}");
        let slept = world.cell.sleep(HOLDER, 2, &mut world.wakers);
        assert_eq!(slept, Err(2), "{sleeps_by}");
        let custody = world.check_out();
        assert_eq!(world.cell.allowance(), 1);
        assert!(world.check_in(custody, Some(3)));
        assert_eq!(world.cell.sleep(HOLDER, 4, &mut world.wakers), Ok(()));
    }
}

/// The watch carries something out between two looks of the task that holds the node: the task looks once more, for there may be
/// something to write.
#[test]
fn no_task_sleeps_over_what_another_has_carried_out() {
    let mut world = World::new(SessionConfig::default(), 1);
    let custody = world.check_out();
    assert!(world.check_in(custody, None));
    let appended = world.cell.append(Command::Expire).unwrap();
    assert_eq!(appended.wake, None, "the task is awake");
    let CheckOut::Custody(custody) = world.cell.check_out(By::Watch, None, &mut world.wakers)
    else {
        panic!("the node is in");
    };
    let custody = world.carry_out(custody);
    assert!(world.check_in(custody, None));
    assert_eq!(world.cell.sleep(HOLDER, 2, &mut world.wakers), Err(2));
}

/// Commands in a line that is put back unfinished have their room.
#[test]
fn what_is_put_back_in_the_line_counts() {
    let session = SessionConfig {
        max_requests: 2,
        ..SessionConfig::default()
    };
    let mut world = World::new(session, 1);
    for number in 0..2 {
        let (_, appended) = world.cell.submit(10, World::submission(number)).unwrap();
        assert_eq!(appended.wake, None);
    }
    let custody = world.check_out();
    assert_eq!(custody.commands.len(), 2);
    let dead = world.cell.put_back_unfinished(custody, &mut world.wakers);
    assert!(dead.is_none());
    let refused = world.cell.submit(10, World::submission(2));
    assert!(matches!(refused, Err((Refused::TooMany, _))));
}
