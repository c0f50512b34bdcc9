//! Runs simulated worlds, one after the other, for a number of seconds; or one again by its seed:
//!
//! ```sh
//! cargo run --release -p onem2m-ws-tests --bin simulate -- --seconds 180
//! cargo run --release -p onem2m-ws-tests --bin simulate -- --seed 17
//! cargo run --release -p onem2m-ws-tests --bin simulate -- --custody --count 1000000
//! ```
//!
//! With `--custody` they are worlds of cells that tasks share, with `--driver` worlds of the driver's own tasks.

#![expect(
    clippy::indexing_slicing,
    reason = "a harness reports what is wrong by panicking"
)]

use core::time::Duration;
use std::panic;
use std::process::ExitCode;
use std::time::Instant;

use onem2m_ws_tests::simulation::Report;
use onem2m_ws_tests::{custody, driver_worlds, simulation};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str| {
        let mut pairs = arguments.windows(2);
        pairs
            .find(|pair| pair[0] == name)
            .map(|pair| pair[1].parse::<u64>())
    };
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let run = match (has("--custody"), has("--driver")) {
        (false, false) => simulation::run,
        (true, false) => custody::run,
        (false, true) => driver_worlds::run,
        (true, true) => return usage(),
    };
    match (number("--seed"), number("--seconds"), number("--count")) {
        (Some(Ok(seed)), None, None) => {
            println!("{:?}", run(seed));
            ExitCode::SUCCESS
        }
        (None, Some(Ok(seconds)), None) => all(run, u64::MAX, Duration::from_secs(seconds)),
        (None, None, Some(Ok(count))) => all(run, count, Duration::MAX),
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!(
        "usage: simulate [--custody | --driver] --seed SEED | --seconds SECONDS | --count WORLDS"
    );
    ExitCode::FAILURE
}

/// Runs worlds on two threads, and says how many.
fn all(run: fn(u64) -> Report, count: u64, time: Duration) -> ExitCode {
    const THREADS: u64 = 2;
    let begin = Instant::now();
    let work = |first: u64| {
        let mut total = [0; 4];
        for seed in (first..count).step_by(2) {
            if begin.elapsed() > time {
                break;
            }
            let report = panic::catch_unwind(|| run(seed)).map_err(|_| seed)?;
            if seed % 100 == 0 && panic::catch_unwind(|| run(seed)).ok() != Some(report) {
                eprintln!("I7: the same seed did something else");
                return Err(seed);
            }
            total[0] += 1;
            total[1] += report.connections;
            total[2] += report.requests;
            total[3] += report.responses;
        }
        Ok(total)
    };
    let results: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|first| scope.spawn(move || work(first)))
            .collect();
        threads.into_iter().map(|thread| thread.join()).collect()
    });
    let mut total = [0_u64; 4];
    for result in results {
        match result {
            Ok(Ok(part)) => total
                .iter_mut()
                .zip(part)
                .for_each(|(total, part)| *total += part),
            Ok(Err(seed)) => {
                eprintln!("failed: simulate --seed {seed}");
                return ExitCode::FAILURE;
            }
            Err(_) => return ExitCode::FAILURE,
        }
    }
    let [worlds, connections, requests, responses] = total;
    println!(
        "{worlds} worlds with {connections} connections and {requests} requests, {responses} of them answered, in {} s: no \
         invariant broken",
        begin.elapsed().as_secs()
    );
    ExitCode::SUCCESS
}
