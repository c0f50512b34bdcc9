//! Cells and custody: every interleaving of lock sections that a seed gives keeps the invariants C1 to C7 and C9, and what a task
//! may do wrong is found.

use std::panic;

use onem2m_ws_tests::custody::{Fault, run, run_with};

/// Worlds that `simulate --custody` has more of.
const WORLDS: u64 = 1500;

#[test]
fn worlds_without_faults_of_tasks() {
    let mut connections = 0;
    for seed in 0..WORLDS {
        connections += run(seed).connections;
    }
    assert!(connections > WORLDS, "something happens in them");
}

#[test]
fn the_same_seed_does_the_same() {
    for seed in 0..20 {
        assert_eq!(run(seed), run(seed), "{seed}");
    }
}

#[test]
fn what_a_task_may_do_wrong_is_found() {
    for fault in Fault::ALL {
        let is_found = |seed| panic::catch_unwind(|| run_with(seed, Some(fault))).is_err();
        let found = (0..4 * WORLDS).find(|seed| is_found(*seed));
        assert!(found.is_some(), "{fault:?} is not found");
        println!("{fault:?}: seed {found:?}");
    }
}
