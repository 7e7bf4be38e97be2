"""One scenario's row: what was measured, and what of it is not as it must be."""

import json
import os
import re
from dataclasses import dataclass, field

from hostile.bench import ITEMS, PEOPLE
from hostile.runs import HONEST

GRACE = 5.0  # seconds after its limit at which nothing of a host may be left
MOST_MEMORY = 300 << 20
LETTERS = {"pass": "P", "fail": "F"}
MEANWHILE = re.compile(": connecting$|trying once more in")
UNDECIDED = {"error", "unknown", "notchecked"}
HEAD = (
    f"{'scenario':40} {'verdict':8} {'message':22} {'seconds':>11} {'others':7} {'secrets':8} {'left':5} {'MB':>4} exit"
)


@dataclass
class Row:
    """``wrong`` holds a sentence for each thing that is not right."""

    name: str
    letters: str = ""
    kind: str = ""
    seconds: float = 0.0
    limit: float = 0.0
    others: str = "same"
    offers: int = 0
    left: int = 0
    megabytes: int = 0
    status: int = -1
    wrong: list[str] = field(default_factory=list)

    def line(self):
        told = f"{self.name:40} {self.letters:8} {self.kind or '-':22} {self.seconds:5.1f} of {self.limit:2.0f}"
        told += f" {self.others:7} {self.offers} given  {self.left:<5} {self.megabytes:>4} {self.status:>4}"
        return told + "".join(f"\n    WRONG: {one}" for one in self.wrong)


def findings_of(found, name):
    """What an audit says of a target, without times and numbers of its own."""
    told = [one for one in found["findings"] if one["target"] == name]
    evidence = {
        key: {word: one[word] for word in ("command", "privileged", "exit_status", "output", "encoding", "truncated")}
        for key, one in found["evidence"].items()
        if one["target"] == name
    }
    return json.dumps([told, evidence], sort_keys=True)


def judge(scenario, bench, ran, *, clean, report, left):
    """The row of a scenario; ``report`` is what its host was given, ``left`` what still runs there."""
    row = Row(scenario.name, limit=scenario.within, status=ran.status)
    target = ran.target(scenario.name)
    if target is None:
        row.wrong.append(f"the audit (status {ran.status}) has no such target: {ran.err[-800:]}")
        return row
    _verdict(row, scenario, ran, target)
    _message(row, scenario, ran, target)
    _time(row, scenario, bench, ran)
    if findings_of(ran.found, HONEST) != findings_of(clean.found, HONEST) or ran.target(HONEST)["error"]:
        row.others = "OTHERS"
        row.wrong.append("the honest host's findings are not those of a clean run")
    _secrets(row, scenario, bench, ran, report)
    _left(row, ran, left)
    row.megabytes = (ran.watch.peak - ran.watch.idle) >> 20
    if ran.watch.peak - ran.watch.idle > MOST_MEMORY:
        row.wrong.append("more memory than is allowed")
    _program(row, ran)
    return row


def _verdict(row, scenario, ran, target):
    found = ran.findings(scenario.name)
    row.letters = "".join(LETTERS.get(found[item]["result"], "?") if item in found else "-" for item in ITEMS)
    expected = scenario.results
    if os.geteuid() != 0 and expected[-1] == "P":
        expected = expected[:-1] + "?"  # the hosts of the rig run as who tests
    if any(one not in ("*", came) for one, came in zip(expected, row.letters, strict=True)):
        row.wrong.append(f"verdicts {row.letters}, expected {expected}")
    if "-" in row.letters or PEOPLE[0] not in found:
        row.wrong.append("an item has no finding")
    evidence = ran.found["evidence"]
    for item in ITEMS:
        one = found.get(item, {"result": "pass", "checks": [], "message": "", "reason": None})
        if one["result"] in UNDECIDED:
            if not one["reason"] or not one["message"]:
                row.wrong.append(f"{item} is {one['result']} without a reason")
        else:
            used = [evidence.get(key) for check in one["checks"] for key in check["evidence"]]
            whole = used and all(x and x["exit_status"] == 0 and not x["truncated"] for x in used)
            if not whole:
                row.wrong.append(f"{item} is {one['result']} without whole evidence")
            if any(x and x["target"] != scenario.name for x in used):
                row.wrong.append(f"{item} rests on another host's evidence")
    if scenario.privilege and target["privilege"] != scenario.privilege:
        row.wrong.append(f"rights {target['privilege']}, expected {scenario.privilege}")


def _message(row, scenario, ran, target):
    error = target["error"] or {"kind": "", "message": ""}
    row.kind, sentence = error["kind"], error["message"]
    note = target["facts"].get("privilege_note", "")
    if row.kind not in scenario.kinds:
        row.wrong.append(f"error {row.kind!r}, expected {' or '.join(map(repr, scenario.kinds))}: {sentence}")
    for said, words in ((sentence, scenario.says if row.kind else ()), (note, scenario.note)):
        missing = [word for word in words if word not in said]
        if missing:
            row.wrong.append(f"no word of {', '.join(map(repr, missing))} in: {said or '(nothing)'}")
    # What is said of rights that there are is a remark under the host's name; what is missing names the host itself.
    for said in filter(None, (sentence, note if target["privilege"] == "user" else "")):
        where = said.removeprefix("bastion-")
        known = [scenario.name, "openssh-root", "closed", "moved", "new", "between"]
        if not said.isprintable() or not said.endswith(".") or not any(where.startswith(one) for one in known):
            row.wrong.append(f"not one clear sentence with the host's name: {said!r}")
    lines = [line for line in ran.err.splitlines() if line.startswith(scenario.name) and not MEANWHILE.search(line)]
    if len([line for line in lines if line[len(scenario.name)] in ": "]) > 1:
        row.wrong.append(f"said more than once: {lines}")


def _time(row, scenario, bench, ran):
    begun, ended = ran.begun.get(scenario.name), ran.ended.get(scenario.name)
    if begun is None or ended is None:
        row.wrong.append("its beginning or end was not shown")
        return
    row.seconds = ended - begun
    if row.seconds > scenario.within + GRACE:
        row.wrong.append(f"took {row.seconds:.1f} s, limit {scenario.within:g} s")
    port = bench.ports.get(scenario.name)
    if ran.watch.last_seen.get(port, 0) > ended + GRACE:
        row.wrong.append(f"its socket was open {ran.watch.last_seen[port] - ended:.1f} s after its end")


def _secrets(row, scenario, bench, ran, report):
    found = [*ran.watch.secrets, *(f"{path}: {piece!r}" for path, piece in ran.traces.items())]
    others = [f"-of-{name}-" for name in ran.names if name != scenario.name]
    if found := [one for one in found if not any(other in one for other in others)]:
        row.wrong.append(f"secrets in {found[:3]}")
    got = report.get("got", [])
    row.offers = len(got)
    if stray := [one for one in got if one.startswith("secret ") and one not in bench.own_secrets(scenario.name)]:
        row.wrong.append(f"was given {len(stray)} secrets of others")
    if len(got) > scenario.offers:
        row.wrong.append(f"was given {got}, allowed are {scenario.offers}")
    if taken := bench.servers.taken(scenario.name):
        row.wrong.append(f"a program of the account took {len(taken)} bytes")
    if odd := [one for one in report.get("requests", []) if one != "exec /bin/sh -s"]:
        row.wrong.append(f"was asked for {odd}")
    if opened := [kind for kind, answer in report.get("opened", {}).items() if answer == "opened"]:
        row.wrong.append(f"could open {opened} to us")


def _left(row, ran, left):
    row.left = len(ran.left) + len(left)
    if ran.left:
        row.wrong.append(f"left on this machine: {ran.left}")
    if left:
        row.wrong.append(f"left on the host: {left}")
    if ran.watch.children:
        row.wrong.append(f"started {sorted(ran.watch.children)}")
    if ran.watch.threads and ran.watch.threads[-1][1] > 4:
        row.wrong.append(f"{ran.watch.threads[-1][1]} threads at the end")


def _program(row, ran):
    effective = {one["effective"] for one in ran.found["findings"]}
    expected = 1 if "fail" in effective else 2 if effective & UNDECIDED else 0
    if ran.status != expected:
        row.wrong.append(f"exit status {ran.status}, expected {expected}")
    if "Traceback" in ran.err + ran.out or "Exception" in ran.err:
        row.wrong.append(f"a traceback: {ran.err[-800:]}")
