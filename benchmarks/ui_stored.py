"""A stored audit as a large site has it, made by hand: so many hosts, every item judged, guests by the hundred."""

from pathlib import Path

import ui_hosts
from gui_sample import KEY, WHEN
from recording import record

from app.audit import Audit, new_info
from app.model import (
    WORST_FIRST,
    Benchmark,
    CheckResult,
    Evidence,
    Mode,
    Privilege,
    Reason,
    Result,
    Role,
    Rule,
    RuleResult,
    Scope,
    Target,
    TargetState,
)
from app.record import OverrideKind
from app.scan import TargetScan, concerns

COLLECTED = 30  # outputs of a host beside the large one
WITH_GUESTS = 3  # every third item is judged for each guest
ANSWERED = 10  # every tenth finding that waits for a person
_CYCLE = (
    Result.PASS, Result.FAIL, Result.PASS, Result.UNKNOWN, Result.PASS, Result.PASS, Result.ERROR, Result.PASS,
    Result.FAIL, Result.PASS, Result.NOTAPPLICABLE, Result.PASS,
)  # fmt: skip
_REASONS = {Result.UNKNOWN: Reason.NO_RIGHTS, Result.ERROR: Reason.TIMEOUT}


def build(path: Path, benchmark: Benchmark, hosts: int, guests: int, size: int) -> None:
    """Write it; ``size`` is in bytes, of each host's evidence about its guests, kept once since all say the same."""
    info = new_info("Fleet", organisation="Example AG", auditor="Ada Lovelace", auditor_role="administrator")
    targets = tuple(
        Target(f"hv{number:03}", f"192.0.2.{number}", 22, "audit", role=Role.HOST) for number in range(1, hosts + 1)
    )
    domains = ui_hosts.domains(guests, size)
    audit = Audit.create(path, info, benchmark, targets)
    try:
        audit.start_run()
        for number, target in enumerate(targets):
            record(audit, _scan(target, benchmark, number, guests, domains))
        audit.finish_run()
        waiting = [one.measured for one in audit.findings() if one.measured.reason is Reason.AWAITING_SIGNOFF]
        said = {"by": "Grace Hopper", "role": "auditor", "remark": "Seen in the risk register.", "expires": None}
        audit.give(
            [
                audit.draft(one.item, one.target, OverrideKind.SIGNOFF, Result.PASS, **said)
                for one in waiting[::ANSWERED]
            ]
        )
    finally:
        audit.close()


def _scan(target: Target, benchmark: Benchmark, number: int, guests: int, domains: bytes) -> TargetScan:
    names = tuple(f"vm-{number:04}-{guest:03}" for guest in range(1, guests + 1))
    facts = {"os": "Debian GNU/Linux 12 (bookworm)", "guests": [{"name": name, "uuid": name} for name in names]}
    state = TargetState(
        target, reachable=True, role=Role.HOST, addenda=("linux", "libvirt"), privilege=Privilege.SUDO, host_key=KEY,
        facts=facts, started=WHEN, seconds=4.2,
    )  # fmt: skip
    evidence = [_evidence("domains", target, domains)]
    evidence += [_evidence(f"probe{place:02}", target, b"state ok\n" * 40 * place) for place in range(COLLECTED)]
    rules = [rule for rule in benchmark.rules if concerns(rule, Role.HOST)]
    results = tuple(_result(rule, target, place, number, names) for place, rule in enumerate(rules))
    return TargetScan(state, tuple(evidence), results)


def _evidence(probe: str, target: Target, output: bytes) -> Evidence:
    return Evidence(
        probe, target.name, f"cat {probe}", privileged=True, started=WHEN, seconds=0.02, exit_status=0, output=output,
        bytes_total=len(output),
    )  # fmt: skip


def _result(rule: Rule, target: Target, place: int, number: int, guests: tuple[str, ...]) -> RuleResult:
    name, ids = target.name, (f"{target.name}/domains", f"{target.name}/probe{place % COLLECTED:02}")
    if rule.scope is Scope.GUEST:
        text = f"This item is for a guest; {name} is audited as a host."
        return RuleResult(rule.id, name, (name,), Result.NOTAPPLICABLE, Reason.OTHER_ROLE, text)
    if rule.mode is not Mode.AUTOMATED:
        text, rests_on = "Facts were collected; a person decides.", ids if rule.mode is Mode.ASSISTED else ()
        waits = Reason.AWAITING_SIGNOFF
        return RuleResult(rule.id, name, (name,), Result.NOTCHECKED, waits, text, (), rests_on)
    result = _CYCLE[(place + number) % len(_CYCLE)]
    subjects: tuple[str | None, ...] = guests if place % WITH_GUESTS == 0 else (None,)
    checks = tuple(_check(rule, subject, result, ids, turn) for turn, subject in enumerate(subjects))
    wrong = sum(check.result is result for check in checks)
    text = f"{checks[0].subject or 'It'}: {checks[0].message} ({wrong} of {len(checks)} {result.value})."
    remedy = 'In /etc/libvirt/qemu.conf set\n\n    vnc_listen = "127.0.0.1"\n' if result is Result.FAIL else ""
    return RuleResult(rule.id, name, (name,), result, _REASONS.get(result), text, checks, (), remedy)


def _check(rule: Rule, subject: str | None, result: Result, ids: tuple[str, ...], turn: int) -> CheckResult:
    """Every third guest is as bad as the whole, the others are fine; the whole is never better than one of them."""
    one = result if subject is None or turn % 3 == 0 else max(result, Result.PASS, key=WORST_FIRST.index)
    return CheckResult(
        f"libvirt.{rule.id}", subject, one, _REASONS.get(one), "a loopback address", f"0.0.0.0:{5900 + turn}",
        f"graphics listen is 0.0.0.0:{5900 + turn}, must be a loopback address.", ids,
    )  # fmt: skip
