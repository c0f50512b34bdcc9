#!/usr/bin/env python3
"""Judges an Autobahn testsuite report.

    summarise.py [--may-lack-deflate] INDEX.json WSTEST.LOG

Prints how many cases had each outcome ("behavior") and each closing outcome ("behaviorClose"), and
one line for each case where either is not OK or INFORMATIONAL. The last line is
"N passed, N failed, N skipped":

passed   both are OK or INFORMATIONAL; and in the groups whose messages are JSON (12.1.*, 13.*), from 256
         bytes on, what was on the wire is at most half of that, in each direction: the suite itself
         accepts echoes that are not compressed. Of messages of 256 bytes zlib itself leaves 0.52 without
         context takeover: they may come to 0.6
skipped  with --may-lack-deflate, UNIMPLEMENTED in 12.* and 13.*: permessage-deflate was not negotiated
failed   everything else, NON-STRICT too, and every case of the log that has no result: wstest
         itself does not mind when its peer dies

Exit status: 0 nothing failed, 1 something failed, 2 no usable report.
"""
import collections
import json
import os
import re
import sys

GOOD = {"OK", "INFORMATIONAL"}
DEFLATE = {"12", "13"}
JSON = ("12.1.", "13.")


def key(case):
    return [int(number) for number in case.split(".")]


def ratios(case, folder, result):
    """What was on the wire for what was said: received by the suite, and sent; and the length of the messages."""
    with open(os.path.join(folder, result["reportfile"])) as file:
        stats = json.load(file)["trafficStats"]
    said = stats["incomingOctetsAppLevel"], stats["outgoingOctetsAppLevel"]
    on_wire = stats["incomingOctetsWebSocketLevel"], stats["outgoingOctetsWebSocketLevel"]
    length = said[1] / stats["outgoingWebSocketMessages"]
    return [wire / max(app, 1) for wire, app in zip(on_wire, said)], length


def verdict(case, result, folder, may_lack_deflate):
    if may_lack_deflate and result["behavior"] == "UNIMPLEMENTED" and case.split(".")[0] in DEFLATE:
        return "skipped"
    if not (result["behavior"] in GOOD and result["behaviorClose"] in GOOD):
        return "failed"
    if case.startswith(JSON):
        both, length = ratios(case, folder, result)
        if length >= 256 and max(both) > (0.6 if length < 512 else 0.5):
            return "not compressed"
    return "passed"


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
    arguments = sys.argv[1:]
    may_lack_deflate = arguments[:1] == ["--may-lack-deflate"]
    if len(arguments) != 2 + may_lack_deflate:
        sys.exit(__doc__)
    index, log = arguments[-2:]
    folder = os.path.dirname(index)
    try:
        wanted = selected(log)
        with open(index) as file:
            report = json.load(file)
        (agent, results), = report.items()
        verdicts = {
            case: verdict(case, result, folder, may_lack_deflate) for case, result in results.items()
        }
    except (OSError, ValueError) as error:
        print("summarise.py: no usable report: %s" % error, file=sys.stderr)
        return 2

    print("agent %s: %d cases" % (agent, len(results)))
    print("  outcome: " + counts(result["behavior"] for result in results.values()))
    print("  closing: " + counts(result["behaviorClose"] for result in results.values()))
    totals = collections.Counter()
    for case in sorted(results, key=key):
        result = results[case]
        if verdicts[case] in ("passed", "skipped"):
            totals[verdicts[case]] += 1
            continue
        totals["failed"] += 1
        if verdicts[case] == "not compressed":
            both, length = ratios(case, folder, result)
            print("  %-8s messages of %d bytes: on the wire %.2f of it received, %.2f sent  %s" % (
                case, length, both[0], both[1], result["reportfile"]))
        else:
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
