//! The cells of nodes and the custody of them under orders of threads that the crate `shuttle` chooses, one half at random, the other by
//! PCT, which runs threads one behind the other but for a few changes: nothing is lost, sent twice or out of order, nobody waits
//! for ever, and nothing of others is called or dropped under a lock.
//!
//! ```text
//! RUSTFLAGS="--cfg shuttle" cargo test -p onem2m-ws-driver --test schedules --target-dir target/shuttle
//! ```
//!
//! `SCHEDULES` says how many orders each scenario is played in, `SCHEDULES_SEED` which. A failure prints the order in which it has
//! shown: with that as `SCHEDULE`, and `--nocapture` and the name of the scenario behind `--`, it shows again, step by step.
#![cfg(shuttle)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "in tests, anything but what is expected is a failure"
)]

mod acts;
mod ledger;
mod line;
mod scenarios;
mod world;

use std::env;
use std::sync::LazyLock;
use std::time::Instant;

use shuttle::scheduler::{PctScheduler, RandomScheduler, ReplayScheduler, Scheduler};
use shuttle::{Config, MaxSteps, Runner};

use crate::acts::Scenario;

/// Orders of threads in which each scenario is played, unless `SCHEDULES` says otherwise.
const SCHEDULES: usize = 200;
/// Changes of priority within a schedule of PCT, and one.
const DEPTH: usize = 4;
/// More steps than any scenario takes.
const MAX_STEPS: usize = 200_000;
const STACK_LEN: usize = 1 << 20;

/// Tells what happens in a schedule that is played again.
fn tell(what: impl FnOnce() -> String) {
    static IS_REPLAY: LazyLock<bool> = LazyLock::new(|| env::var_os("SCHEDULE").is_some());
    if *IS_REPLAY {
        println!("{}", what());
    }
}

fn number(variable: &str) -> Option<u64> {
    let value = env::var(variable).ok()?;
    Some(value.parse().expect("a number"))
}

fn run(scenario: Scenario, scheduler: impl Scheduler + 'static) -> usize {
    let mut config = Config::new();
    config.stack_size = STACK_LEN;
    config.max_steps = MaxSteps::FailAfter(MAX_STEPS);
    config.silence_warnings = true;
    // Else what others find while a failure unwinds may end the process before the failure is told.
    config
        .ungraceful_shutdown_config
        .immediately_return_on_panic = !scenario.unwinds();
    Runner::new(scheduler, config).run(move || scenario.play())
}

/// Plays a scenario in many orders.
fn check(name: &str, scenario: Scenario) {
    if let Ok(schedule) = env::var("SCHEDULE") {
        run(scenario, ReplayScheduler::new_from_encoded(&schedule));
        return;
    }
    let count = number("SCHEDULES").map_or(SCHEDULES, |count| count.try_into().unwrap());
    let seed = number("SCHEDULES_SEED").unwrap_or_default();
    println!("{name}: {count} schedules, seed {seed}");
    let begin = Instant::now();
    let random = run(
        scenario,
        RandomScheduler::new_from_seed(seed, count.div_ceil(2)),
    );
    let middle = begin.elapsed();
    let pct = run(
        scenario,
        PctScheduler::new_from_seed(seed, DEPTH, count / 2),
    );
    println!(
        "{name}: {random} at random in {:.1} s, {pct} by PCT in {:.1} s",
        middle.as_secs_f64(),
        (begin.elapsed() - middle).as_secs_f64()
    );
}
