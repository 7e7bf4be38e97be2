"""A whole audit made by hand: three machines, every kind of result, answers and waivers. Nothing is looked at."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from recording import record

from app.audit import Audit, new_info
from app.model import (
    Benchmark,
    CheckResult,
    Evidence,
    Mode,
    Privilege,
    Reason,
    Result,
    Role,
    RuleResult,
    Scope,
    Target,
    TargetState,
)
from app.overrides import local_today
from app.record import OverrideKind
from app.scan import TargetScan, concerns

WHEN = datetime(2026, 11, 5, 13, 1, 7, tzinfo=UTC)
KEY = "SHA256:nDgPq0b5n1C9Vt3m2Yk8sR7wQxZ4uH6aLfE5dJcB1oM"
_CYCLE = (
    Result.PASS, Result.FAIL, Result.PASS, Result.UNKNOWN, Result.PASS, Result.PASS, Result.ERROR, Result.PASS,
    Result.FAIL, Result.PASS, Result.NOTAPPLICABLE, Result.PASS,
)  # fmt: skip
_MACHINES = ("web01", "mail01", "database-replica-frankfurt-02")


def targets(count: int = 3) -> tuple[Target, ...]:
    fixed = (
        Target("hv1", "192.0.2.10", 22, "audit", role=Role.HOST),
        Target("hv2", "192.0.2.11", 22, "root", role=Role.HOST, credential="password"),
        Target("mail01", "192.0.2.21", 2222, "audit", role=Role.GUEST, parent="hv1"),
    )
    more = tuple(Target(f"hv{n}", f"192.0.2.{n}", 22, "root", role=Role.HOST) for n in range(4, count + 1))
    return (fixed + more)[:count]


def build(path: Path, benchmark: Benchmark, count: int = 3, *, answers: bool = True) -> Audit:
    info = new_info(
        "Data centre North, autumn 2026",
        organisation="Example AG",
        auditor="Ada Lovelace",
        auditor_role="administrator",
    )
    audit = Audit.create(path, info, benchmark, targets(count))
    audit.start_run()
    for place, target in enumerate(audit.targets):
        record(audit, scan(target, benchmark, place))
    audit.finish_run()
    if answers:
        _answer(audit)
    return audit


def scan(target: Target, benchmark: Benchmark, shift: int = 0) -> TargetScan:
    state = TargetState(
        target, reachable=True, role=target.role, addenda=("linux",), privilege=Privilege.SUDO, host_key=KEY,
        facts={"os": "Debian GNU/Linux 12 (bookworm)", "kernel": "Linux 6.1.0-26-amd64", "guests": _guests(target)},
        started=WHEN, seconds=1.63,
    )  # fmt: skip
    evidence = (_sshd(target), _sockets(target))
    rules = [rule for rule in benchmark.rules if concerns(rule, target.role)]
    results = tuple(_result(rule, target, place + shift * 5) for place, rule in enumerate(rules))
    return TargetScan(state, evidence, results)


def _guests(target: Target) -> list[dict[str, object]]:
    return [{"name": name, "uuid": name, "running": True} for name in _MACHINES] if target.name == "hv1" else []


def _result(rule, target: Target, place: int) -> RuleResult:
    ids = (f"{target.name}/sshd", f"{target.name}/sockets")
    wanted = {Scope.HOST: Role.HOST, Scope.GUEST: Role.GUEST}.get(rule.scope, target.role)
    if wanted is not target.role:
        text = f"This item is for a {wanted}; {target.name} is audited as a {target.role}."
        return RuleResult(rule.id, target.name, (target.name,), Result.NOTAPPLICABLE, Reason.OTHER_ROLE, text)
    if rule.mode is not Mode.AUTOMATED:
        text = "No command sees this; a person answers."
        if rule.mode is Mode.ASSISTED:
            text = "Facts were collected; a person decides."
        return RuleResult(
            rule.id, target.name, (target.name,), Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, text, (), ids[:1]
        )
    result = _CYCLE[place % len(_CYCLE)]
    reason = {Result.UNKNOWN: Reason.NO_RIGHTS, Result.ERROR: Reason.TIMEOUT}.get(result)
    message = {
        Result.PASS: "PermitRootLogin is no, as it must be.",
        Result.FAIL: "web01: graphics listen is 0.0.0.0, must be a loopback address (2 of 3 fail).",
        Result.UNKNOWN: "Reading /etc/libvirt/qemu.conf needs root rights, which this account doesn't have.",
        Result.ERROR: "`virsh dumpxml` didn't answer within 30 s.",
        Result.NOTAPPLICABLE: "No guest has a graphical console.",
    }[result]
    checks = tuple(
        CheckResult(
            f"linux.check-{place}", name, Result.PASS if good else result, None if good else reason,
            "a loopback address", "0.0.0.0:5900" if result is Result.FAIL and not good else "127.0.0.1", message, ids,
        )
        for n, name in enumerate(_MACHINES if place % 3 == 1 else (None,))
        for good in (n == 1 and result is not Result.NOTAPPLICABLE,)  # one that passes would make the item pass
    )  # fmt: skip
    remedy = ""
    if result is Result.FAIL:
        remedy = (
            'In /etc/libvirt/qemu.conf set\n\n    vnc_listen = "127.0.0.1"\n\nthen `systemctl restart libvirtd`. '
            "Consoles that were opened over the network stop working: use `virsh console` or an SSH tunnel."
        )
    return RuleResult(rule.id, target.name, (target.name,), result, reason, message, checks, (), remedy)


def _sshd(target: Target) -> Evidence:
    output = b"port 22\naddressfamily any\nlistenaddress [::]:22\npermitrootlogin yes\nmaxauthtries 6\n" * 12
    return Evidence("sshd", target.name, "sshd -T", True, WHEN, 0.02, 0, output, bytes_total=len(output))


def _sockets(target: Target) -> Evidence:
    line = b'LISTEN 0 128 0.0.0.0:16509 0.0.0.0:* users:(("libvirtd",pid=811,fd=17))\n'
    output = b"State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n" + line * 40
    return Evidence("sockets", target.name, "ss -H -tulnp", True, WHEN, 0.03, 0, output, b"", False, len(output))


def _answer(audit: Audit) -> None:
    findings = audit.findings()
    failing = [one.measured for one in findings if one.effective == "fail"]
    waiting = [one.measured for one in findings if one.measured.reason is Reason.AWAITING_SIGNOFF]
    by = {"by": "Ada Lovelace", "role": "administrator"}
    for one in failing[:2]:
        audit.answer(
            [one.item], [one.target], OverrideKind.WAIVER, Result.FAIL, **by,
            remark="Replaced with the new cluster in December; the console network is closed off.",
            expires=local_today() + timedelta(days=20),
        )  # fmt: skip
    for one in waiting[:6]:
        audit.answer(
            [one.item], [one.target], OverrideKind.SIGNOFF, Result.PASS, **by, remark="Seen in the risk register."
        )
