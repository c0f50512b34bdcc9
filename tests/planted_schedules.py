#!/usr/bin/env python3
"""Plants one fault of concurrency after the other into a copy of the cells, and has shuttle look for it.

    tests/planted_schedules.py [NUMBER...]

Prints the rows of the last table of tests/PLANTED.md. A change that no longer fits the source is named: bring it up to date. Exit
status 1 if a fault was not found.
"""

import os
import re
import subprocess
import sys

from planted import ROOT, SOURCE, copy_source

# Orders of threads for each scenario: what CI has.
SCHEDULES = os.environ.get("SCHEDULES", "1000")
CELL = "crates/driver/src/node/registrar/cell.rs"
LINE = "crates/binding/src/registrar/cell.rs"
SLOT = "crates/driver/src/node/slot.rs"
SHARED = "crates/driver/src/node/registrar/shared.rs"

# What is wrong, and the files with pairs of what stands there and what is put in its place.
FAULTS = [
    (
        "the holder is woken before the command is in the line",
        {
            CELL: [
                (
                    """            match cell.with(|cell, _| cell.append(command)) {
                Ok(Appended { wake, is_errand }) => {
                    if let Some(waker) = wake {
                        waker.wake();
                    }
                    return""",
                    """            let early = cell.with(|cell, _| cell.call_early());
            if let Some(waker) = early {
                waker.wake();
            }
            match cell.with(|cell, _| cell.append(command)) {
                Ok(Appended { is_errand, .. }) => {
                    return""",
                )
            ],
            LINE: [
                (
                    """    /// Returns whether the node has no connection, and""",
                    """    /// Planted.
    pub const fn call_early(&mut self) -> Option<W> {
        self.call_holder()
    }

    /// Returns whether the node has no connection, and""",
                )
            ],
        },
    ),
    (
        "a future looks whether its request has ended, and leaves its waker in another section",
        {
            SLOT: [
                (
                    """        let former = {
            let mut state = lock(&self.0);
            let next = match &state.progress {""",
                    """        if matches!(lock(&self.0).progress, Progress::Waits(_)) {
            let next = Progress::Waits(Some(waker));
            let former = mem::replace(&mut lock(&self.0).progress, next);
            drop(former);
            return Poll::Pending;
        }
        let former = {
            let mut state = lock(&self.0);
            let next = match &state.progress {""",
                )
            ]
        },
    ),
    (
        "a task that sees a handler left looks again, and waits without a waker (found by this test)",
        {SHARED: [("            return seen;", "            return left();")]},
    ),
    (
        "a task that waits for a handler to end does not look again once its waker is there",
        {
            SHARED: [
                (
                    """        drop(replaced);
        // One may have ended before the waker was there. What is seen without a waker has to be more than nothing.
        left()""",
                    """        drop(replaced);
        0""",
                )
            ]
        },
    ),
    (
        "wakers are called under the lock of the cell",
        {
            CELL: [
                (
                    """        let result = section(&mut lock(&self.cell), &mut wakers);
        wakers.wake.into_iter().for_each(Waker::wake);
        result""",
                    """        let mut cell = lock(&self.cell);
        let result = section(&mut cell, &mut wakers);
        wakers.wake.into_iter().for_each(Waker::wake);
        drop(cell);
        result""",
                )
            ]
        },
    ),
]


def look(source):
    """The scenario, the scheduler and the schedule's failure, or None."""
    target = os.environ.get("CARGO_TARGET_DIR", ROOT / "target")
    environment = dict(
        os.environ, RUSTFLAGS="--cfg shuttle", RUST_BACKTRACE="0", SCHEDULES=SCHEDULES
    )
    command = ["cargo", "test", "--quiet", "-p", "onem2m-ws-driver", "--test", "schedules"]
    command += ["--target-dir", f"{target}/shuttle-planted"]
    subprocess.run([*command, "--no-run"], cwd=source, env=environment, check=True)
    run = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return None
    said = run.stdout + run.stderr
    scenarios = re.findall(r"^    scenarios::(\w+)$", said, re.MULTILINE)
    panicked = re.search(r"panicked at [^\n]*\n([^\n]*)", said)
    return scenarios, panicked.group(1).strip() if panicked else said.strip().splitlines()[-1]


def main():
    wanted = [int(number) for number in sys.argv[1:]] or range(1, len(FAULTS) + 1)
    copy_source()
    source = SOURCE
    missed = 0
    for number in wanted:
        name, files = FAULTS[number - 1]
        originals = {path: (source / path).read_text() for path in files}
        try:
            for path, changes in files.items():
                planted = originals[path]
                for old, new in changes:
                    if planted.count(old) != 1:
                        sys.exit(f"{number}, {name}: it no longer fits {path}")
                    planted = planted.replace(old, new)
                (source / path).write_text(planted)
            found = look(source)
        finally:
            for path, original in originals.items():
                (source / path).write_text(original)
        missed += found is None
        scenarios, message = found or ([], "**not found**")
        path = next(iter(files)).removeprefix("crates/")
        print(f"| S{number} | {name} | `{path}` | {len(scenarios)}: {', '.join(scenarios[:2])} | {message} |", flush=True)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
