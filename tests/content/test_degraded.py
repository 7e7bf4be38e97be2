"""A look that went wrong decides nothing: each sample with one probe's answer spoilt, in every way that hosts know.

For each probe that a verdict rests on (without its answer nothing would be decided) the answer is replaced: silence, an
error message in its place, another language, a page of a proxy, an unforeseen status, refused, too slow, cut off before
its end, every section empty. Then the check must say that it can't tell. Where the content says that silence or a
missing program is an answer (``may_be_empty``, ``if_missing``), that stands; all else is in EXCEPTIONS, with why.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from samples_format import read_sample
from test_samples import benchmark, checks, sample_files, verdict_of

from app.judge.check import judge_check
from app.judge.expectation import roots
from app.judge.facts import read_facts
from app.judge.rule import worst
from app.model import Check, Evidence, Probe, Reason

DECIDED = {"pass", "fail", "notapplicable"}
NOT_FOUND = b"sh: 1: program: not found\n"
DENIED = b"cat: /etc/file: Permission denied\n"
GERMAN = "Zugriff verweigert: Datei kann nicht ge\u00f6ffnet werden\n".encode()
PROXY = b"<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n"
FAULTS = {
    "truncated": Reason.TRUNCATED,
    "no rights": Reason.NO_RIGHTS,
    "program missing": Reason.TOOL_MISSING,
    "timeout": Reason.TIMEOUT,
    "connection lost": Reason.CONNECTION_LOST,
    "tampered": Reason.TAMPERED,
}
LINES_ARE_SHOWN = "an assisted item: a person sees the lines, whatever they are"
HEAD_IS_THE_ANSWER = "the head itself says that the file or program is there; content is optional"
EMPTY_FILE = "an empty file is a setting: it shows, demands or restricts nothing"
NOTHING_FOUND = "each section lists what was found, and finding nothing is the good answer"
NOT_ASKED = "the program's rules are shown to a person and don't decide"
EMPTY_RULES = "iptables-save prints nothing where no table was ever used"
STATUS_CHECKED = "the probe prints a head only after the program behind it ended well"

# (probe, what is spoilt): why the verdict may stand
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("packet_sockets", "not found"): LINES_ARE_SHOWN,
    ("packet_sockets", "denied"): LINES_ARE_SHOWN,
    ("packet_sockets", "foreign language"): LINES_ARE_SHOWN,
    ("packet_sockets", "page of a proxy"): LINES_ARE_SHOWN,
    ("ssh_server", "sections empty"): HEAD_IS_THE_ANSWER,
    ("ssh_match", "sections empty"): EMPTY_FILE,
    ("ssh_banner", "sections empty"): EMPTY_FILE,
    ("issue_files", "sections empty"): EMPTY_FILE,
    ("doas", "sections empty"): EMPTY_FILE,
    ("web_settings", "sections empty"): EMPTY_FILE,
    ("mirrors", "sections empty"): NOTHING_FOUND,
    ("guest_shares", "sections empty"): NOTHING_FOUND,
    ("guest_agents", "sections empty"): NOTHING_FOUND,
    ("desktop_settings", "sections empty"): NOTHING_FOUND,
    ("screen_savers", "sections empty"): NOTHING_FOUND,
    ("media", "sections empty"): NOTHING_FOUND,
    ("guest_sleep", "sections empty"): NOTHING_FOUND,
    ("time_look", "sections empty"): "no service runs and no program answers: that is what the check is about",
    ("logging", "sections empty"): "OpenRC lists no service where none runs; under systemd the journal always does",
    ("boot_loader", "sections empty"): "systemd-boot lets entries be edited unless a line says otherwise",
    ("firewalld", "sections empty"): NOT_ASKED,
    ("iptables", "sections empty"): EMPTY_RULES,
    ("repositories", "sections empty"): EMPTY_FILE,
    **{
        (probe, "sections empty"): STATUS_CHECKED
        for probe in (
            "nwfilters", "virtual_networks", "qemu_conf", "console_passwords", "libvirt_daemon_conf", "disk_sizes",
            "guest_images", "domains", "storage_pools", "libvirt_secrets", "libvirt_guests", "libvirt_units",
        )
    },
}  # fmt: skip


@cache
def probes() -> Mapping[str, Probe]:
    return {probe.id: probe for addendum in benchmark().addenda for probe in addendum.probes}


def commands_behind(name: str) -> set[str]:
    """The probes with a command whose facts stand behind this one."""
    sources = probes()[name].derived_from
    return {name} if not sources else set().union(*(commands_behind(one) for one in sources))


def needed(check: Check) -> list[str]:
    bound = frozenset({check.as_}) if check.for_each else frozenset()
    names = roots(check.when) | (roots(check.expect) - bound)
    if check.for_each:
        names |= {check.for_each.split(".", 1)[0]}
    return sorted(set().union(*(commands_behind(name) for name in names)))


def verdict(check: Check, evidence: Mapping[str, Evidence]) -> str:
    facts = read_facts(list(probes().values()), evidence, "sample")
    values = {value.id: value.default for value in benchmark().values}
    return str(worst(judge_check(check, facts, values)).result)


def spoilt(probe: Probe, whole: Evidence) -> Iterator[tuple[str, Evidence]]:
    """The answer in every way in which a look goes wrong, but for what the content calls an answer."""

    def said(output: bytes, stderr: bytes = b"", status: int = 0) -> Evidence:
        return replace(whole, output=output, stderr=stderr, exit_status=status, bytes_total=len(output), fault=None)

    if probe.complete:  # may_be_empty is not said
        yield "silence", said(b"")
        yield "blank lines", said(b"\n\n")
    yield "denied on standard error", said(b"", DENIED)
    yield "denied with a status", said(b"", DENIED, 1)
    yield "not found", said(NOT_FOUND)
    yield "not found with a status", said(b"", NOT_FOUND, 127)
    yield "denied", said(DENIED)
    yield "foreign language", said(GERMAN)
    yield "page of a proxy", said(PROXY)
    if whole.fault is None:
        yield "unforeseen status", said(whole.output, b"", 77)
    for name, reason in FAULTS.items():
        if reason is not Reason.TOOL_MISSING or probe.if_missing is None:
            yield name, replace(whole, output=b"", exit_status=None, fault=reason)
    lines = whole.output.splitlines(keepends=True)
    if lines and lines[-1].strip() in {b"end", b"== end"}:
        yield "cut off before its end", said(b"".join(lines[:-1]))
    heads = [line for line in lines if line.startswith(b"== ")]
    if heads and heads != lines:
        yield "sections empty", said(b"".join(heads))


@pytest.mark.parametrize(
    "path",
    [path for path in sample_files() if verdict_of(path) in DECIDED],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_a_spoilt_answer_decides_nothing(path: Path) -> None:
    check = checks()[path.parent.name]
    evidence = read_sample(path)
    wrong = []
    for name in needed(check):
        if name not in evidence or verdict(check, {k: v for k, v in evidence.items() if k != name}) in DECIDED:
            continue  # the verdict doesn't rest on it
        for what, answer in spoilt(probes()[name], evidence[name]):
            result = verdict(check, {**evidence, name: answer})
            if result in DECIDED and (name, what) not in EXCEPTIONS:
                wrong.append(f"{name}, {what}: {result}")
    assert not wrong


def test_exceptions_are_of_probes_that_exist() -> None:
    assert {name for name, _ in EXCEPTIONS} <= set(probes())
