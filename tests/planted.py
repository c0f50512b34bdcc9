#!/usr/bin/env python3
"""Plants one bug after the other into a copy of the crates, and lets the simulation or the tests look for it.

    tests/planted.py [--update] [NUMBER | FIRST-LAST]...

Prints the rows of tests/PLANTED.md, and with `--update` replaces them there. A change that no longer fits the source is named: bring
it up to date. Exit status 1 if a bug was not found or does not fit.

The copy and what is built of it lie in `target/planted`, and are kept: only what a bug changes is built anew.
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from planted_bugs.bug import Worlds
from planted_bugs.simulated import SIMULATED
from planted_bugs.tested import TESTED

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests/PLANTED.md"
SCRATCH = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "planted"
SOURCE = SCRATCH / "source"
TARGET = SCRATCH / "target"
ENVIRONMENT = dict(os.environ, CARGO_TARGET_DIR=str(TARGET), RUST_BACKTRACE="0", CARGO_TERM_COLOR="never")
BUGS = SIMULATED + TESTED
WORLDS = 20_000
# Some bugs keep a run from coming to rest, or fill the memory. The time of the processor does not depend on who else uses the machine; the
# other limit is for those who wait for ever.
PROCESSOR_SECONDS = 240
SECONDS = 1200
MEMORY_KIB = 6_000_000
# Tests that are named in a row.
NAMED = 3
# What is built anew for every bug need not be fast.
PACKAGES = ["onem2m-ws-driver", "onem2m-ws-tests"]
QUICK = ["opt-level=0", "debug=false"]
QUICK_TO_BUILD = [f"--config=profile.test.package.{package}.{option}" for package in PACKAGES for option in QUICK]


def copy_source():
    """Brings the copy up to date. Only what differs is written, so that cargo builds no more than that, and that always."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    for name in names:
        content = (ROOT / name).read_bytes()
        copy = SOURCE / name
        if not copy.is_file() or copy.read_bytes() != content:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
    for copy in SOURCE.rglob("*"):
        if copy.is_file() and str(copy.relative_to(SOURCE)) not in names:
            copy.unlink()


def run(command):
    """The exit status and what was said; no status if there was no end in time."""
    limits = f"ulimit -v {MEMORY_KIB}; ulimit -t {PROCESSOR_SECONDS}; exec \"$@\""
    process = subprocess.Popen(
        ["bash", "-c", limits, "bash", *command],
        cwd=SOURCE,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
        return None, said
    is_killed = process.returncode in (-signal.SIGKILL, -signal.SIGXCPU)
    return None if is_killed else process.returncode, said


def build(arguments):
    built = subprocess.run(["cargo", *arguments], cwd=SOURCE, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if built.returncode:
        sys.exit(f"what was planted is not Rust:\n{built.stdout}{built.stderr}")


def simulate(worlds):
    """What the simulation says about a bug, or None."""
    build(["build", "--release", "--quiet", "-p", "onem2m-ws-tests", "--bin", "simulate"])
    simulation = [str(TARGET / "release/simulate"), *worlds.options, "--count", str(WORLDS)]
    status, said = run(simulation)
    if status is None:
        return f"`simulate`: no end within {PROCESSOR_SECONDS} s"
    if status == 0:
        return None
    seed = re.search(r"--seed (\d+)", said)
    broken = re.search(r"[CI]\d: [^\n\[{]*|request \d+ never left[^\n]*", said)
    panicked = broken or re.search(r"panicked at [^\n]*\n[^\n]*", said)
    if not seed or not panicked:
        return "`simulate`: out of memory"
    return f"`simulate {' '.join([*worlds.options, seed.group(0)])}`: {panicked.group(0).strip()}"


def test(tests):
    """The tests that find a bug, or None."""
    build(["test", "--quiet", "--no-run", *QUICK_TO_BUILD, *tests.arguments])
    cargo = ["cargo", "test", "--no-fail-fast", *QUICK_TO_BUILD, *tests.arguments, "--", "--test-threads=1"]
    status, said = run(cargo)
    if status == 0:
        return None
    found = []
    suite = ""
    # A test that has begun and of which no end is told has hung, or has ended its process.
    for line in said.splitlines():
        running = re.match(r"\s+Running (?:unittests )?(\S+)", line)
        if running:
            suite = Path(running.group(1)).stem.replace("main", Path(running.group(1)).parent.name)
        ended = re.match(r"test (\S+).* \.\.\.(.*)", line)
        if ended and not ended.group(2).endswith(("ok", "ignored")):
            found.append(f"`{suite}`: `{ended.group(1)}`" + ("" if "FAILED" in line else " (no end)"))
    if not found:
        sys.exit(f"the tests do not run:\n{said}")
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return ", ".join(found[:NAMED]) + more


def look_for(number):
    """The row of a bug, and whether all is well with it."""
    bug = BUGS[number - 1]
    file = SOURCE / "crates" / bug.path
    original = file.read_text()
    planted = original
    for old, new in bug.changes:
        if planted.count(old) != 1:
            print(f"{number}, {bug.name}: it no longer fits {bug.path}", file=sys.stderr)
            return None
        planted = planted.replace(old, new)
    file.write_text(planted)
    try:
        found = (simulate if isinstance(bug.look, Worlds) else test)(bug.look)
    finally:
        file.write_text(original)
    return f"| {number} | {bug.name} | `{bug.path}` | {found or '**not found**'} |", found is not None


def update(row):
    """Puts a row into the table, in the place of the one with its number."""
    number = row.split("|")[1]
    lines = TABLE.read_text().splitlines()
    places = [index for index, line in enumerate(lines) if line.startswith(f"|{number}|")]
    if places:
        lines[places[0]] = row
    else:
        rows = [index for index, line in enumerate(lines) if re.match(r"\| \d+ \|", line)]
        lines.insert(rows[-1] + 1, row)
    TABLE.write_text("\n".join(lines) + "\n")


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    ranges = [argument.partition("-") for argument in arguments] or [("1", "-", str(len(BUGS)))]
    copy_source()
    is_well = True
    for first, _, last in ranges:
        for number in range(int(first), int(last or first) + 1):
            row, is_found = look_for(number) or (None, False)
            is_well = is_well and is_found
            if row:
                print(row, flush=True)
            if row and "--update" in sys.argv:
                update(row)
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
