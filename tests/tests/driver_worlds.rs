//! The driver's own handles, tasks and pump in worlds of faults: some of those that `simulate --driver` has more of.

use onem2m_ws_tests::driver_worlds::run;

/// Worlds that are run; more of them take long in a build for tests.
const WORLDS: u64 = 300;

#[test]
fn worlds_of_the_driver() {
    let reports: Vec<_> = (0..WORLDS).map(run).collect();
    let connections: u64 = reports.iter().map(|report| report.connections).sum();
    let answered: u64 = reports.iter().map(|report| report.responses).sum();
    assert!(
        connections > WORLDS && answered > 10 * WORLDS,
        "{connections}, {answered}"
    );
}

#[test]
fn the_same_seed_does_the_same() {
    for seed in 0..20 {
        assert_eq!(run(seed), run(seed), "{seed}");
    }
}
