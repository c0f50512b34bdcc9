//! The scenarios: what the threads do at the same time.

use crate::acts::Act::{
    Answer, Ask, AskAndDrop, Connect, Deregister, Disconnect, DropKept, HangUp, Pass, Post, Say,
    ShutDown,
};
use crate::acts::Sends::{Registration, Retrieval};
use crate::acts::{Device, Ends, PLAIN, Scenario, device};
use crate::check;
use crate::ledger::Expects;
use crate::line::Habit;

/// One test for each scenario.
macro_rules! scenarios {
    ($($(#[$doc:meta])* $name:ident => $scenario:expr,)*) => {
        $($(#[$doc])* #[test] fn $name() {
            const SCENARIO: Scenario = $scenario;
            check(stringify!($name), SCENARIO);
        })*
    };
}

scenarios! {
    /// Requests with and without futures, while the node connects.
    requests_of_many_threads => Scenario {
        phases: &[&[Answer, Connect(device("C").sending(&[Retrieval("C"), Retrieval("C")])), Ask("C", 2), Post("C", 3), Ask("C", 1)]],
        ..PLAIN
    },
    /// Futures that are dropped: before their request is carried out, while it is under way, when it is answered.
    futures_that_are_dropped => Scenario {
        phases: &[&[Connect(device("C")), AskAndDrop("C", 2), Ask("C", 1), AskAndDrop("C", 1), Post("C", 2)]],
        ..PLAIN
    },
    /// More requests than there is room for: whoever gives up lets another in.
    room_for_one_request => Scenario {
        phases: &[&[Connect(device("C")), Ask("C", 2), Ask("C", 1), AskAndDrop("C", 2), Ask("C", 1)]],
        max_requests: 1,
        ..PLAIN
    },
    /// A node that comes back over another connection, and over yet another.
    taken_over => Scenario {
        phases: &[&[Connect(device("C")), Connect(device("C")), Ask("C", 2), Post("C", 3), Connect(device("C"))]],
        ..PLAIN
    },
    /// What a former connection took along is answered over the next one.
    answered_over_the_next_connection => Scenario {
        phases: &[
            &[Connect(device("C").with(Habit::Mute))],
            &[Ask("C", 2), Post("C", 2), Connect(device("C")), Ask("C", 1)],
        ],
        ..PLAIN
    },
    /// The task of the connection is dropped, within its polls and between them.
    holder_that_is_dropped => Scenario {
        phases: &[
            &[Connect(device("C").ending(Ends::Dropped)), Ask("C", 2), Post("C", 2), Connect(device("C").ending(Ends::Dropped))],
            &[Connect(device("C"))],
        ],
        ..PLAIN
    },
    /// The task of the connection is kept, and not polled.
    holder_that_is_kept => Scenario {
        phases: &[
            &[Connect(device("C").ending(Ends::Kept)), Ask("C", 2), Post("C", 2), Connect(device("C").ending(Ends::Kept))],
            &[Connect(device("C")), DropKept, Ask("C", 1)],
            &[DropKept],
        ],
        ..PLAIN
    },
    /// The device ends its connection while it is asked, and comes again.
    connection_that_ends => Scenario {
        phases: &[
            &[Connect(device("C")), Ask("C", 2), HangUp("C"), Post("C", 2), Disconnect("C")],
            &[Connect(device("C"))],
        ],
        ..PLAIN
    },
    /// The task of the connection unwinds before the transport took anything: what it was given may have left.
    holder_that_unwinds => Scenario {
        phases: &[
            &[Connect(device("C").with(Habit::UnwindsBefore(2))), Ask("C", 2), Post("C", 2), Connect(device("C"))],
            &[Connect(device("C"))],
            &[Pass(120)],
        ],
        expects: Expects::Ends,
        ..PLAIN
    },
    /// The task of the connection unwinds when the transport took everything.
    holder_that_unwinds_behind_a_write => Scenario {
        phases: &[
            &[Connect(device("C").with(Habit::UnwindsBehind(2))), Ask("C", 2), Post("C", 2), Connect(device("C"))],
            &[Connect(device("C"))],
        ],
        ..PLAIN
    },
    /// A connection is taken over in the middle of a frame.
    taken_over_within_a_frame => Scenario {
        phases: &[
            &[Connect(device("C").with(Habit::Halves)), Ask("C", 2), Post("C", 2), Connect(device("C"))],
            &[Connect(device("C"))],
            &[Pass(120)],
        ],
        expects: Expects::Ends,
        ..PLAIN
    },
    /// An unknown node proves to be a known one, which is asked, and connects itself.
    unknown_node_that_is_known => Scenario {
        phases: &[
            &[Answer, Connect(UNKNOWN), Ask("C", 1), Post("C", 2), Connect(device("C"))],
            &[Connect(device("C"))],
        ],
        expects: Expects::Ends,
        ..PLAIN
    },
    /// An unknown node proves to be a known one while what it has asked before is answered: the answers follow it.
    unknown_node_that_is_answered => Scenario {
        phases: &[
            &[Connect(UNKNOWN.sending(&[Retrieval("X")]))],
            &[Answer, Say("C", Retrieval("C")), Ask("C", 1), Post("C", 2)],
        ],
        ..PLAIN
    },
    /// Two connections of nobody knows whom prove to be of the same node.
    unknown_nodes_that_are_the_same => Scenario {
        phases: &[
            &[Answer, Connect(UNKNOWN), Connect(UNKNOWN), Ask("C", 1), Post("C", 1), AskAndDrop("C", 1)],
            &[Connect(device("C"))],
        ],
        expects: Expects::Ends,
        ..PLAIN
    },
    /// What waits for the absent expires, while it is asked for, given up, and the node comes.
    deadlines_of_the_absent => Scenario {
        phases: &[
            &[Ask("C", 1), Post("C", 2)],
            &[Pass(70), AskAndDrop("C", 1), Ask("C", 1), Connect(device("C"))],
            &[Pass(120)],
        ],
        expects: Expects::Ends,
        ..PLAIN
    },
    /// What waits for the absent is put into a store, and taken from there before it is sent.
    store_of_the_absent => Scenario {
        phases: &[
            &[Connect(device("C").ending(Ends::Dropped)), Ask("C", 1), Post("C", 2), AskAndDrop("C", 1)],
            &[Connect(device("C")), Post("C", 2), Connect(device("C"))],
        ],
        stores: true,
        ..PLAIN
    },
    /// An entity moves to the node of another device, with what waits for it.
    entity_that_moves => Scenario {
        phases: &[
            &[Post("C", 2)],
            &[Answer, Connect(MOVER), Ask("C", 1), Post("C", 2), AskAndDrop("C", 1)],
        ],
        moves: true,
        ..PLAIN
    },
    /// One handler for all nodes together, whose places are given back by other threads.
    places_of_handlers => Scenario {
        entities: &["C", "D"],
        phases: &[&[
            Answer,
            Connect(device("C").sending(&[Retrieval("C"), Retrieval("C")])),
            Connect(device("D").sending(&[Retrieval("D"), Retrieval("D")])),
            Ask("C", 1),
        ]],
        max_handlers: 1,
        ..PLAIN
    },
    /// A node is forgotten while it is asked, and comes.
    node_that_is_forgotten => Scenario {
        phases: &[
            &[Connect(device("C").ending(Ends::Dropped)), Deregister("C"), Ask("C", 1), Post("C", 1)],
            &[Connect(device("C"))],
            &[Pass(120)],
        ],
        moves: true,
        expects: Expects::Ends,
        ..PLAIN
    },
    /// The registrar ends while nobody is connected, and what is handed over is told of before the events end.
    registrar_that_ends_without_connections => Scenario {
        entities: &["C", "D"],
        phases: &[&[Post("C", 2), Ask("C", 1), ShutDown, Post("D", 2), Post("C", 2), Deregister("D")]],
        expects: Expects::Ends,
        ..PLAIN
    },
    /// The registrar ends while it is asked, and nodes come.
    registrar_that_ends => Scenario {
        phases: &[
            &[Connect(device("C").sending(&[Retrieval("C")])), Ask("C", 1), Post("C", 2), ShutDown, AskAndDrop("C", 1)],
            &[Pass(20)],
        ],
        expects: Expects::Ends,
        ..PLAIN
    },
}

/// A connection in nobody's name, over which the node that speaks for `C` comes.
const UNKNOWN: Device = Device {
    origin: "",
    sends: &[Retrieval("C")],
    ..device("C")
};

/// A device with two names, the second of which is that of an entity that lives elsewhere.
const MOVER: Device = Device {
    authenticated: &["D", "C"],
    sends: &[Registration("C")],
    ..device("D")
};
