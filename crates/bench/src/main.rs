//! Puts the WebSocket core of this workspace beside other implementations: one process, round by round, CPU time of the
//! thread, allocations counted. See this package's README.

#![forbid(unsafe_code)]
#![expect(
    clippy::as_conversions,
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that does not do what it says must end, and statistics are rounded"
)]

mod case;
mod measure;
mod peer;
mod table;
mod wire;

use std::process::ExitCode;

use measure::Plan;

#[cfg(feature = "allocations")]
#[global_allocator]
static ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

fn main() -> ExitCode {
    let mut plan = Plan::FULL;
    let mut wanted = None;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--quick" => plan = Plan::QUICK,
            name if wanted.is_none() => wanted = Some(name.to_owned()),
            _ => return usage(),
        }
    }
    let cases: Vec<_> = case::ALL
        .iter()
        .filter(
            |(name, _)| matches!(wanted.as_deref(), Some(case) if case == "all" || case == *name),
        )
        .collect();
    if cases.is_empty() {
        return usage();
    }
    // Some peers set timers; nothing waits for them.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    let runtime = runtime.expect("a runtime");
    let _timers = runtime.enter();
    let peers = peer::all();
    println!("{}", plan.describe());
    if cfg!(feature = "allocations") {
        println!("Allocations are counted, which makes each of them some 20 ns slower.");
    }
    for (_, run) in cases {
        run(&peers, plan);
    }
    table::print_notes(&peers);
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    let names: Vec<_> = case::ALL.iter().map(|(name, _)| *name).collect();
    eprintln!("onem2m-ws-bench all|{} [--quick]", names.join("|"));
    ExitCode::FAILURE
}
