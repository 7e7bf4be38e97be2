"""The verdicts of all libvirt checks on guests given as documents, on a host whose other answers are recorded ones."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from libvirt_guests import UUIDS

from app.benchmark.load import load
from app.judge.check import judge_check
from app.judge.facts import read_facts
from app.judge.rule import worst
from app.model import Benchmark, Check, Evidence, Result

RECORDED = Path(__file__).parent / "content" / "samples" / "common" / "libvirt"
# What the machine of the recordings lacks, as another host prints it.
HOST = {
    "libvirt_capabilities": (
        "<capabilities><host><cpu><arch>x86_64</arch><vendor>Intel</vendor></cpu><iommu support='no'/>"
        "<secmodel><model>apparmor</model><doi>0</doi></secmodel></host></capabilities>"
    ),
    "host_validation": (
        "  QEMU: Checking for hardware virtualization      : PASS\n"
        "  QEMU: Checking if device /dev/kvm exists        : PASS\n"
        "  QEMU: Checking for cgroup 'cpu' controller support : PASS\n"
    ),
    "libvirt_node": (
        "== nodeinfo\n|CPU model:           x86_64\n|CPU(s):              4\n|Memory size:         8388608 KiB\n"
    ),
    "guest_processes": "== processes\n",
    "audit_rules": "== status\n|enabled 1\n|pid 611\n|lost 0\n== rules\n|-w /var/lib/libvirt/images -p wa -k disks\n",
    "kvm_module": "module kvm_intel\nnested_paging Y\nnested_guests Y\nend\n",
}


@cache
def _content() -> Benchmark:
    return load([Path(__file__).parents[1] / "checks"])


@cache
def _checks() -> tuple[Check, ...]:
    return next(tuple(c for c in one.checks if c.decides) for one in _content().addenda if one.id == "libvirt")


def _evidence(probe: str, text: str) -> Evidence:
    data = text.encode()
    return Evidence(
        probe=probe,
        target="host",
        command="",
        privileged=True,
        started=datetime(2026, 11, 1, tzinfo=UTC),
        seconds=0.1,
        exit_status=0,
        output=data,
        truncated=False,
        bytes_total=len(data),
        fault=None,
    )


def shown(*documents: str) -> str:
    """What the probe `domains` prints of guests that are off."""
    uuids = list(UUIDS.values())[: len(documents)]
    lines = [f"== guests {' '.join(uuids)}", "== active", "== autostart", "== saved"]
    for uuid, text in zip(uuids, documents, strict=True):
        lines += [f"== configured {uuid}", *(f"|{line}" for line in text.split("\n")), f"== info {uuid}"]
    return "\n".join(lines) + "\n"


def verdicts(*documents: str, **answers: str) -> dict[str, Result]:
    """The result of every check of this host, where its guests are these."""
    probes = [probe for addendum in _content().addenda for probe in addendum.probes]
    given = {one.id: RECORDED / f"{one.id}-good.txt" for one in probes}
    texts = {name: path.read_text("utf-8") for name, path in given.items() if path.exists()}
    texts |= HOST | {"domains": shown(*documents)} | answers
    facts = read_facts(probes, {name: _evidence(name, text) for name, text in texts.items()}, "host")
    values = {value.id: value.default for value in _content().values}
    return {check.id: worst(judge_check(check, facts, values)).result for check in _checks()}


def recorded(probe: str) -> str:
    """What the probe printed on a host that was set up well."""
    return HOST.get(probe) or (RECORDED / f"{probe}-good.txt").read_text("utf-8")
