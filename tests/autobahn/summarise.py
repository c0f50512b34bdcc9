#!/usr/bin/env python3
"""Judges an Autobahn testsuite report.

    summarise.py INDEX.json WSTEST.LOG

Prints how many cases had each outcome ("behavior") and each closing outcome ("behaviorClose"), and
one line for each case where either is not OK or INFORMATIONAL. The last line is
"N passed, N failed, N skipped":

passed   both are OK or INFORMATIONAL
skipped  UNIMPLEMENTED in 12.* and 13.*: permessage-deflate was not negotiated
failed   everything else, NON-STRICT too, and every case of the log that has no result: wstest
         itself does not mind when its peer dies

Exit status: 0 nothing failed, 1 something failed, 2 no usable report.
"""
import collections
import json
import re
import sys

GOOD = {"OK", "INFORMATIONAL"}
DEFLATE = {"12", "13"}


def key(case):
    return [int(number) for number in case.split(".")]


def verdict(case, result):
    if result["behavior"] == "UNIMPLEMENTED" and case.split(".")[0] in DEFLATE:
        return "skipped"
    if result["behavior"] in GOOD and result["behaviorClose"] in GOOD:
        return "passed"
    return "failed"


def counts(values):
    return ", ".join("%s %d" % pair for pair in collections.Counter(values).most_common())


def selected(log):
    """The cases that wstest meant to run, as it says itself."""
    with open(log, errors="replace") as file:
        found = re.search(r"^Cases = (\[.*\])$", file.read(), re.M)
    if not found:
        raise ValueError("%s: no line with the cases" % log)
    return set(re.findall(r"'([\d.]+)'", found.group(1)))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    index, log = sys.argv[1:]
    try:
        wanted = selected(log)
        with open(index) as file:
            report = json.load(file)
        (agent, results), = report.items()
    except (OSError, ValueError) as error:
        print("summarise.py: no usable report: %s" % error, file=sys.stderr)
        return 2

    print("agent %s: %d cases" % (agent, len(results)))
    print("  outcome: " + counts(result["behavior"] for result in results.values()))
    print("  closing: " + counts(result["behaviorClose"] for result in results.values()))
    totals = collections.Counter()
    for case in sorted(results, key=key):
        result = results[case]
        totals[verdict(case, result)] += 1
        if verdict(case, result) == "failed":
            print("  %-8s %-13s closing %-13s peer's close code %-5s %6d ms  %s" % (
                case, result["behavior"], result["behaviorClose"], result["remoteCloseCode"],
                result["duration"], result["reportfile"]))
    missing = sorted(wanted - set(results), key=key)
    if missing:
        totals["failed"] += len(missing)
        print("  no result for %d cases: %s" % (len(missing), " ".join(missing[:40])))
    print("%d passed, %d failed, %d skipped" % (totals["passed"], totals["failed"], totals["skipped"]))
    return 1 if totals["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
