#!/usr/bin/env python3
"""Plants one bug after the other into a copy of the binding, and lets the simulation look for it.

    tests/planted.py [NUMBER...]

Prints the rows of tests/PLANTED.md. A change that no longer fits the source is named: bring it up to date. Exit status 1
if a bug was not found.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRATCH = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "planted"
WORLDS = 20_000
# Some of them never come to rest, or fill the memory.
SECONDS = 120
MEMORY_KIB = 6_000_000

# What is wrong, the file below crates/binding/src, and pairs of what stands there and what is put in its place.
BUGS = [
    (
        "a request that may have left is sent again",
        "session/outgoing.rs",
        [
            (
                'let unwritten = message.take().filter(|_| connection.is_unwritten(*sent));',
                'let unwritten = message.take();',
            ),
            (
                """                *message = None;
""",
                '',
            ),
        ],
    ),
    (
        "a connection that is closing counts as gone before its last bytes left",
        "session/receive.rs",
        [
            (
                """            link.state = LinkState::Ended;
""",
                """            link.state = LinkState::Ended;
            self.outgoing.handle_loss(&link.connection, |_| {});
""",
            ),
        ],
    ),
    (
        "a connection that another took the place of still sends what the new one sends",
        "session/mod.rs",
        [
            (
                """if !link.connection.outbox().is_empty() {
            return None;""",
                """if false {
            return None;""",
            ),
        ],
    ),
    (
        "a response completes the oldest request, whatever its identifier",
        "session/outgoing.rs",
        [
            (
                'let id = self.by_identifier.get(identifier).copied();',
                'let id = self.requests.keys().next().copied();',
            ),
        ],
    ),
    (
        "a request that is sent keeps its old deadline beside the new one",
        "session/outgoing.rs",
        [
            (
                """        self.deadlines.remove(&(entry.deadline, id));
        entry.deadline = entry
""",
                """        entry.deadline = entry
""",
            ),
        ],
    ),
    (
        "requests do not expire",
        "session/outgoing.rs",
        [
            (
                """        if deadline > now {
            return None;
        }
        let delivery""",
                """        if deadline >= Timestamp::ZERO {
            return None;
        }
        let delivery""",
            ),
        ],
    ),
    (
        "a request that was cancelled stays",
        "session/mod.rs",
        [
            (
                """let delivery = self.outgoing.end(id, self.config.max_late);
        self.fill(now);""",
                """let delivery = self.outgoing.is_waiting(id).then_some(Delivery::Never);
        self.fill(now);""",
            ),
        ],
    ),
    (
        "an expired request is reported twice",
        "session/mod.rs",
        [
            (
                """            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        while let Some((id, entry)) = self.incoming.expire""",
                """            let again = outcome.clone();
            self.finished.push_back(SessionEvent::Ended { id, outcome: again });
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        while let Some((id, entry)) = self.incoming.expire""",
            ),
        ],
    ),
    (
        "a loss is noted although no connection was up",
        "registree/reach.rs",
        [
            (
                """        let State::UpSince(since) = self.state else {
            return;
        };
        if now.saturating_since(since) >= config.min_lifetime {""",
                '        if let State::UpSince(since) = self.state && now.saturating_since(since) >= config.min_lifetime {',
            ),
        ],
    ),
    (
        "the next opening is looked for from the last attempt, not from now",
        "registree/reach.rs",
        [
            (
                'let from = self.retry_at.max(self.now);',
                'let from = self.retry_at;',
            ),
        ],
    ),
    (
        "a registration that failed is repeated at once",
        "registree/registration.rs",
        [
            (
                'self.retry_at = now.saturating_add(delay(self.failures));',
                'let _ = delay; self.retry_at = now;',
            ),
        ],
    ),
    (
        "two nodes prove to be one, and what one of them had waiting is lost",
        "registrar/node.rs",
        [
            (
                'let superseded = node.session.absorb(now, known.session);',
                'let superseded = node.session.absorb(now, Session::numbered(self.session_config.clone(), [0; 8], u32::MAX));',
            ),
        ],
    ),
    (
        "a node is forgotten although requests are under way",
        "registrar/node.rs",
        [
            (
                """let is_idle = until.is_none() && node.session.is_forgettable();
        if node.connection.is_none() && node.entities.is_empty() && is_idle {""",
                'if node.connection.is_none() {',
            ),
        ],
    ),
    (
        "the deadlines of the absent are not kept",
        "registrar/node.rs",
        [
            (
                """            if let Some(until) = until {
                self.absent.insert((until, number));
            }
""",
                '',
            ),
        ],
    ),
    (
        "the deadlines of a node that proves to be another are lost",
        "session/outgoing.rs",
        [
            (
                """        self.deadlines.append(&mut other.deadlines);
        self.late""",
                '        self.late',
            ),
        ],
    ),
    (
        "requests lost with a connection count as in flight",
        "session/outgoing.rs",
        [
            (
                """            self.in_flight -= usize::from(!entry.wants_no_response());
""",
                '',
            ),
        ],
    ),
    (
        "a pause never ends",
        "session/mod.rs",
        [
            (
                'link.pause_until = link.pause_until.filter(|until| *until > now);',
                '',
            ),
        ],
    ),
    (
        "a draining connection is never closed",
        "session/mod.rs",
        [
            (
                """            let _ = link.connection.close(now, frame.clone());
            link.state = LinkState::Closing;
        }
        let is_over""",
                """            let _ = frame;
        }
        let is_over""",
            ),
        ],
    ),
    (
        "a connection that is let go takes nothing along",
        "session/mod.rs",
        [
            (
                """        if let Some(link) = self.link.take() {
            self.lose(&link.connection);""",
                '        if let Some(link) = self.link.take() {',
            ),
        ],
    ),
    (
        "a request without a response is reported as often as one looks",
        "session/outgoing.rs",
        [
            (
                """                if entry.wants_no_response() {
                    self.unwritten.pop_front();
                    self.remove(id);
                    return Some(id);""",
                """                if entry.wants_no_response() {
                    return Some(id);""",
            ),
        ],
    ),
    (
        "identifiers are used twice",
        "session/outgoing.rs",
        [
            (
                'self.next = self.next.saturating_add(1);',
                'self.next = self.next.saturating_add(1) % 8;',
            ),
        ],
    ),
    (
        "a request that was answered stays",
        "session/outgoing.rs",
        [
            (
                """                let entry = self.remove(id);
                Matched::Request""",
                """                let entry = self.requests.get(&id).map(|entry| New { identifier: entry.identifier.clone(), deadline: entry.deadline, delivery_deadline: entry.deadline, expiration: None, response_type: entry.response_type, subject: None, len: 1 });
                Matched::Request""",
            ),
        ],
    ),
    (
        "a request of the peer that expired stays",
        "session/incoming.rs",
        [
            (
                """        if deadline > now {
            return None;
        }
        self.remove(id).map(|entry| (id, entry))""",
                """        if deadline > now {
            return None;
        }
        self.get(id).cloned().map(|entry| (id, entry))""",
            ),
        ],
    ),
    (
        "a request that failed with its connection stays",
        "session/mod.rs",
        [
            (
                """                self.outgoing.end(id, self.config.max_late);
                let outcome = Outcome::Lost;""",
                '                let outcome = Outcome::Lost;',
            ),
        ],
    ),
    (
        "the registrar keeps a connection that is gone",
        "registrar/mod.rs",
        [
            (
                """            node.connection = None;
            node.session.release(now);""",
                '            node.connection = None;',
            ),
        ],
    ),
    (
        "an ending registree takes up a connection and keeps it",
        "session/mod.rs",
        [
            (
                """        if self.is_ending {
            self.disconnect(now, CloseFrame::new(CloseCode::NORMAL, ""));
        }
        self.settle(now);
        superseded""",
                """        self.settle(now);
        superseded""",
            ),
        ],
    ),
    (
        "other requests are held back for good behind the registration",
        "registree/mod.rs",
        [
            (
                """        self.session
            .hold_requests(now, self.registration.holds_requests());
        event""",
                '        event',
            ),
        ],
    ),
]


def copy_source():
    source = SCRATCH / "source"
    source.mkdir(parents=True, exist_ok=True)
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    tar = subprocess.Popen(["tar", "-c", "--null", "-T", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    untar = subprocess.Popen(["tar", "-x", "-C", source], stdin=tar.stdout)
    tar.stdin.write(files)
    tar.stdin.close()
    if untar.wait() or tar.wait():
        sys.exit("the source cannot be copied")
    return source


def look(source):
    """A seed and what the simulation says about it, or None."""
    target = SCRATCH / "target"
    environment = dict(os.environ, CARGO_TARGET_DIR=str(target), RUST_BACKTRACE="0")
    build = ["cargo", "build", "--release", "--quiet", "-p", "onem2m-ws-tests", "--bin", "simulate"]
    subprocess.run(build, cwd=source, env=environment, check=True, stderr=subprocess.DEVNULL)
    command = f"ulimit -v {MEMORY_KIB}; exec {target}/release/simulate --count {WORLDS}"
    run = subprocess.run(
        ["bash", "-c", command], env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    if run.returncode == 0:
        return None
    said = run.stdout + run.stderr
    seed = re.search(r"--seed (\d+)", said)
    broken = re.search(r"I\d: [^\n\[{]*|request \d+ never left[^\n]*", said)
    panicked = broken or re.search(r"panicked at [^\n]*\n[^\n]*", said)
    if not seed or not panicked:
        return "none", "out of memory"
    return seed.group(1), panicked.group(0).strip()


def main():
    wanted = [int(number) for number in sys.argv[1:]] or range(1, len(BUGS) + 1)
    source = copy_source()
    missed = 0
    for number in wanted:
        name, path, changes = BUGS[number - 1]
        file = source / "crates/binding/src" / path
        original = file.read_text()
        planted = original
        for old, new in changes:
            if planted.count(old) != 1:
                sys.exit(f"{number}, {name}: it no longer fits {path}")
            planted = planted.replace(old, new)
        file.write_text(planted)
        try:
            found = look(source)
        except subprocess.TimeoutExpired:
            found = ("none", f"no end within {SECONDS} s")
        finally:
            file.write_text(original)
        missed += found is None
        seed, message = found or ("none", "**not found**")
        print(f"| {number} | {name} | `{path}` | {seed} | {message} |", flush=True)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
