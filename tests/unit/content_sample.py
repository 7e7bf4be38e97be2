"""A small content tree and builders of judged values that several tests share.

The tree has an item of every scope and mode, and a platform whose commands run in any shell, so that tests neither
depend on the project's own content nor wait for it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.benchmark.load import load
from app.model import (
    Benchmark,
    Check,
    Evidence,
    Facts,
    Mode,
    Privilege,
    Probe,
    Role,
    Rule,
    Scope,
    Severity,
    Target,
    TargetState,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

HEAD = """\
id: small
version: "0.1"
title: Small guideline
notice: Only for tests.
"""

# id, scope, mode, severity
ITEMS: dict[str, list[tuple[str, str, str, str]]] = {
    "4": [
        ("4.1-a", "host", "automated", "high"),
        ("4.1-b", "guest", "automated", "medium"),
        ("4.1-c", "both", "automated", "critical"),
        ("4.1-d", "site", "manual", "low"),
        ("4.2-a", "both", "manual", "medium"),
        ("4.2-b", "host", "assisted", "medium"),
        ("4.2-c", "site", "assisted", "medium"),
    ],
    "6": [
        ("6.1.1-c", "cross-host", "automated", "medium"),
        ("6.1.3-c", "cross-host", "automated", "medium"),
        ("6.1.3-e", "cross-host", "automated", "medium"),
        ("6.1.3-f", "cross-host", "assisted", "medium"),
        ("6.2-a", "host", "automated", "low"),
    ],
}

PLATFORM = """\
platform:
  id: tiny
  title: Any system with a shell
  detect: 'true'
  roles: [host, guest]

values:
  least:
    title: The least of numbers
    default: 3

probes:
  os_release:
    command: 'echo ID=debian; echo PRETTY_NAME=Tiny'
    parser: keyvalue
  settings:
    command: 'echo colour=green; echo size=4'
    parser: keyvalue
  things:
    command: 'echo first; echo second'
    parser: lines
  absent:
    command: no-such-program-anywhere --list
    parser: lines
    needs: [no-such-program-anywhere]

checks:
  - id: tiny.colour
    item: 4.1-a
    title: The colour is green
    expect: {fact: settings.colour, equals: green}
    remediation: {any: Paint it green.}
  - id: tiny.guest-size
    item: 4.1-b
    title: The size suffices in a guest
    expect: {fact: settings.size, at_least: {value: least}}
    remediation: {any: Let it grow.}
  - id: tiny.size
    item: 4.1-c
    title: The size is at most three
    expect: {fact: settings.size, at_most: 3}
    remediation: {any: Cut it down., debian: apt-get remove size.}
  - id: tiny.shown
    item: 4.2-b
    title: Things are shown
    collect: [things]
  - id: tiny.site
    item: 4.2-c
    title: Things of all machines are shown
    collect: [things]

undecided:
  6.2-a: Nothing on this platform says it
"""


def chapter_text(number: str, items: list[tuple[str, str, str, str]] | None = None) -> str:
    """A chapter's file with its sections and items."""
    listed = ITEMS[number] if items is None else items
    sections = dict.fromkeys(item.rsplit("-", 1)[0] for item, *_ in listed)
    lines = [f'chapter: "{number}"', f"title: Chapter {number}", "introduction: About it.", "sections:"]
    for section in sections:
        lines += [f'  - id: "{section}"', f"    title: Section {section}", "    introduction: About it."]
    lines.append("items:")
    for item, scope, mode, severity in listed:
        lines += [
            f"  - id: {item}",
            f'    section: "{item.rsplit("-", 1)[0]}"',
            f"    title: Item {item}",
            f"    scope: {scope}",
            f"    severity: {severity}",
            f"    mode: {mode}",
            '    threats: ["2.3.1"]',
            "    basis: direct",
            "    requirement: It holds.",
            "    rationale: It matters.",
            "    question: Does it hold?",
            "    evidence: [A record]",
            "    references: [A book]",
        ]
    return "\n".join(lines) + "\n"


def write_content(folder: Path, platform: str = PLATFORM) -> Path:
    """The content tree below a folder; its root."""
    root = folder / "checks"
    (root / "guideline").mkdir(parents=True)
    (root / "platforms" / "tiny").mkdir(parents=True)
    (root / "guideline" / "benchmark.yaml").write_text(HEAD)
    for number in ITEMS:
        (root / "guideline" / f"{number}.yaml").write_text(chapter_text(number))
    (root / "platforms" / "tiny" / "platform.yaml").write_text(platform)
    return root


@cache
def small_benchmark() -> Benchmark:
    """The content tree, loaded."""
    with TemporaryDirectory() as folder:
        return load([write_content(Path(folder))])


def rule(id_: str = "4.1-a", scope: Scope = Scope.HOST, mode: Mode = Mode.AUTOMATED) -> Rule:
    """An item by what matters for its judgement."""
    return Rule(
        id=id_,
        section=id_.rsplit("-", 1)[0],
        title=f"Item {id_}",
        scope=scope,
        severity=Severity.HIGH,
        mode=mode,
        threats=("2.3.1",),
        basis="direct",
        requirement="It holds.",
        rationale="It matters.",
        question="Does it hold?",
        evidence=("A record",),
        references=("A book",),
    )


def probe(id_: str = "settings", **fields: Any) -> Probe:
    """A probe that would print KEY=value lines."""
    given = {"addendum": "tiny", "command": "true", "privilege": "user", "parser": "keyvalue", **fields}
    return Probe(id_, **given)


def check(id_: str = "tiny.colour", **fields: Any) -> Check:
    """A check of an addendum."""
    given = {"addendum": "tiny", "item": "4.1-a", "title": "It is so", "expect": None, **fields}
    return Check(id_, **given)


def evidence(probe_id: str = "settings", output: bytes = b"colour=green\n", **fields: Any) -> Evidence:
    """What a probe answered on hv1."""
    given = {
        "target": "hv1",
        "command": "true",
        "privileged": False,
        "started": NOON,
        "seconds": 0.2,
        "exit_status": 0,
        "bytes_total": len(output),
        **fields,
    }
    return Evidence(probe_id, output=output, **given)


def facts(values: Mapping[str, Any], target: str = "hv1") -> dict[str, Facts]:
    """Facts by probe, each with its evidence id."""
    return {name: Facts(name, value=value, evidence=(f"{target}/{name}",)) for name, value in values.items()}


def state(name: str = "hv1", **fields: Any) -> TargetState:
    """A target that was looked at."""
    given = {
        "reachable": True,
        "role": Role.HOST,
        "addenda": ("tiny",),
        "privilege": Privilege.ROOT,
        "started": NOON,
        "seconds": 0.5,
        **fields,
    }
    target = given.pop("target", None) or Target(name, address=f"{name}.example.org", parent=given.pop("parent", None))
    given.pop("parent", None)
    return TargetState(target, **given)
