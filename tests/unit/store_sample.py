"""Builders of audit values that the tests of the audit file share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.model import (
    WORST_FIRST,
    CheckResult,
    Evidence,
    Privilege,
    Profile,
    Reason,
    Result,
    Role,
    RuleResult,
    Target,
    TargetState,
)
from app.overrides import Answer
from app.record import Attachment, AuditInfo, OverrideKind
from app.store import codec
from app.store.auditfile import AuditFile
from app.store.encoded import Encoded, encode_site
from app.store.evidence import keep, to_row
from app.store.loosefile import LooseFile
from app.store.payload import Looked, SiteJudged

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
INFO = AuditInfo(
    id="a1",
    title="Autumn Überprüfung",
    organisation="Example",
    auditor="A. Example",
    auditor_role="auditor",
    created=NOON,
    profile=Profile(chapters=("2", "4"), left_out=(("3", "another team"),), values=(("ssh.days", 90),)),
)
HV1 = Target("hv1", address="192.0.2.10", user="audit", role=Role.HOST, tags=("production",))
HV2 = Target("hv2", address="192.0.2.11", parent=None)


def ticking(start: datetime = NOON) -> Any:
    """A clock that goes on by a second with each look."""

    def ticks() -> Iterator[datetime]:
        moment = start
        while True:
            yield moment
            moment += timedelta(seconds=1)

    moments = ticks()
    return lambda: next(moments)


def state(target: Target = HV1, **fields: Any) -> TargetState:
    known = {"role": Role.HOST, "privilege": Privilege.SUDO, "host_key": "SHA256:abc", "started": NOON, "seconds": 1.5}
    return TargetState(target, **{"reachable": True, "facts": {"os": {"id": "debian"}}, **known, **fields})


def evidence(
    probe: str = "sshd", target: str = "hv1", output: bytes = b"permitrootlogin yes\n", **fields: Any
) -> Evidence:
    given = {"stderr": b"", "exit_status": 0, "bytes_total": len(output), **fields}
    return Evidence(probe, target, f"cat {probe}", privileged=True, started=NOON, seconds=0.25, output=output, **given)


def result(
    item: str = "4.1-a", target: str | None = "hv1", measured: Result = Result.FAIL, actual: str = "yes"
) -> RuleResult:
    check = CheckResult("linux.root", "vm-7", measured, None, "no", actual, f"it is {actual}", (f"{target}/sshd",))
    machines = (target,) if target else ()
    return RuleResult(item, target, machines, measured, None, f"It is {actual}.", (check,), (), "Set it to no.")


def awaiting(item: str = "7.1-a", target: str | None = None) -> RuleResult:
    return RuleResult(item, target, (), Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, "A person answers.")


def answer(audit: AuditFile, item: str = "4.1-a", target: str | None = "hv1", **fields: Any) -> Any:
    said = {
        "kind": OverrideKind.SIGNOFF,
        "old": Result.FAIL,
        "new": Result.PASS,
        "by": "A. Example",
        "role": "administrator",
        "remark": "seen",
        **fields,
    }
    return audit.add_overrides([Answer(item=item, target=target, **said)])[0]


def attach(audit: AuditFile, name: str, data: bytes) -> Attachment:
    """A file in the audit that no answer names yet."""
    file = LooseFile(name, data)
    audit.add_overrides([], [file])
    return file.kept({})


def record_site(audit: AuditFile, results: Sequence[RuleResult]) -> None:
    """What concerns the site or several machines, as the end of a run stores it."""
    audit.write(encode_site(results))
    audit.refresh()


def small_audit(path: Path, *, clock: Any = None) -> Path:
    """A finished audit with one entry of nearly every kind, closed."""
    with AuditFile.create(path, INFO, [HV1, HV2], clock=clock or ticking()) as audit:
        audit.start_run(["hv1", "hv2"], "guideline", "1.0", "d" * 64, by="A. Example", rules={"4.1-a": "e" * 64})
        audit.record(state(), [evidence(), evidence("ps", output=b"x" * 5000, stderr=b"warn")], [result(), awaiting()])
        audit.record(state(HV2, reachable=False, error_kind="refused", error="No."), [], [])
        record_site(audit, [awaiting("2.1-a")])
        audit.finish_run()
        attached = attach(audit, "plan.pdf", bytes(range(256)) * 8)
        first = answer(audit, attachments=(attached,))
        second = answer(audit, "2.1-a", None, old=Result.NOTCHECKED)
        audit.submit([first.id, second.id], "A. Example")
        audit.review([first.id], True, "B. Example", "agreed")
        answer(audit, kind=OverrideKind.WITHDRAWN, new=Result.FAIL)
        audit.set_info(INFO)
        audit.set_targets([HV2, HV1])
        audit.set_state("signed", by="B. Example")
        audit.start_revision(by="A. Example", remark="one more host")
    return path


def checks(target: str, results: list[Result], actual: str = "yes") -> tuple[CheckResult, ...]:
    """A check of each result on a subject of its own; the last one has none, and rests on another machine too."""
    last = len(results) - 1
    return tuple(
        CheckResult(
            "libvirt.disk",
            f"vm-{number} Ü" if number < last else None,
            found,
            Reason.FACT_MISSING if found is Result.UNKNOWN else None,
            "no",
            actual,
            f"it is {actual}",
            (f"{target}/disks", f"{target}/sshd") if number < last else (f"{target}/sshd", "hv9/sshd"),
        )
        for number, found in enumerate(results)
    )


def guests(item: str, target: str, results: list[Result], actual: str = "yes", **fields: Any) -> RuleResult:
    """An item with a verdict of its own for each of several subjects."""
    found = checks(target, results, actual)
    worst = min(results, key=WORST_FIRST.index)
    given = {"evidence": (f"{target}/ps",), "remediation": f"Set it.\nThen again, on {item}.", **fields}
    made = RuleResult(item, target, (target,), worst, None, f"It is {actual}.", found)
    return replace(made, **given)


def looked_twice(path: Path) -> Path:
    """A finished audit whose hosts have guests; hv1 was looked at twice, and answered in between; closed."""
    bad, good, dark = Result.FAIL, Result.PASS, Result.UNKNOWN
    with AuditFile.create(path, INFO, [HV1, HV2], clock=ticking()) as audit:
        audit.start_run(["hv1", "hv2"], "guideline", "1.0", "d" * 64, by="A. Example", rules={"4.1-a": "e" * 64})
        first = [
            guests("4.1-a", "hv1", [good, bad, good]),
            guests("4.2-a", "hv1", [good] * 40),
            awaiting("7.1-a", "hv1"),
        ]
        audit.record(state(), [evidence(), evidence("ps", output=b"x" * 5000)], first)
        audit.record(
            state(HV2), [evidence(target="hv2")], [guests("4.1-a", "hv2", [dark, good]), awaiting(target="hv2")]
        )
        together = guests("6.1-a", "hv1", [good, good], targets=("hv1", "hv2"))
        record_site(audit, [together, awaiting("2.1-a")])
        audit.finish_run()
        answer(audit)
        answer(audit, "4.2-a", old=good, new=bad)
        audit.start_run(["hv1"], "guideline", "1.0", "d" * 64)
        again = [guests("4.1-a", "hv1", [good, bad, bad], "maybe"), first[1], awaiting("7.1-a", "hv1")]
        audit.record(state(), [evidence(output=b"no\n"), evidence("ps", output=b"x" * 5000)], again)
        audit.finish_run()
    return path


def standing(audit: AuditFile) -> tuple[RuleResult, ...]:
    """What was measured last, as it is kept: each target's results in the order of targets, then those of the site."""
    looks = [audit._present.looked(target.name) for target in audit.targets]
    newest = [look[-1][1].results for look in looks if look] + [one.results for _, one in audit._present.site()[-1:]]
    return tuple(result for digest in newest for result in audit._measured(digest))


def before_tables(given: tuple[Any, ...]) -> Encoded:
    """What encode_look() and encode_site() made when results were kept whole."""
    kept: dict[str, bytes] = {}
    results = keep(kept, codec.dumps(codec.to_json(tuple(replace(one, checks=tuple(one.checks)) for one in given[-1]))))
    if len(given) == 1:
        return Encoded(SiteJudged(results), kept)
    rows = keep(kept, codec.dumps([codec.to_json(to_row(one, kept)) for one in given[1]]))
    return Encoded(Looked(given[0], rows, results), kept)
