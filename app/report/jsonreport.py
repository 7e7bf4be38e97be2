r"""An audit as JSON, "bartizan-audit/1": the contract with scripts and other tools.

Pure ASCII (other characters as ``\u`` escapes), so it is safe on a terminal and in any locale; one line for each
target, finding and piece of evidence, so two audits can be compared line by line.
"""

import base64
import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from app.model import CheckResult, Evidence, Reason, Rule, TargetState
from app.record import Finding, HistoryLine, Override, ScanResult
from app.report.standing import counts, iso, platform_of, program_of, role_of, rule_of, standing, unknown_rule
from app.report.writing import write_file
from app.topology.clones import clones

SCHEMA = "bartizan-audit/1"


def write_json(scan: ScanResult, path: Path) -> None:
    """Write the audit's JSON; ReportError if the file can't be written."""
    write_file(path, (part.encode("ascii") for part in json_parts(scan)))


def json_parts(scan: ScanResult) -> Iterator[str]:
    """Give the text with its final newline in parts, since the evidence of a hundred hosts may be a gigabyte."""
    rules = rule_of(scan.benchmark)
    name, version = program_of(scan)
    info = scan.info
    head = {
        "schema": SCHEMA,
        "program": {"name": name, "version": version},
        "benchmark": {"id": scan.benchmark.id, "version": scan.benchmark.version, "items": len(scan.benchmark.rules)},
        "audit": {
            "id": info.id,
            "title": info.title,
            "started": iso(info.started) if info.started else None,
            "finished": iso(info.finished) if info.finished else None,
            "state": info.state,
            "seal": scan.seal,
            "revision": scan.revision,
            "predecessor": scan.predecessor or None,
            "single_person": info.single_person,
            "signed": {
                "by": scan.signing.by,
                "role": scan.signing.role,
                "time": iso(scan.signing.time),
                "remark": scan.signing.remark,
            }
            if scan.signing
            else None,
        },
    }
    yield "{\n" + "".join(f"{_dump(key)}: {_dump(value)},\n" for key, value in head.items())
    yield from _block("targets", "[]", (_dump(target) for target in _targets(scan)))
    yield ",\n"
    yield from _block(
        "findings",
        "[]",
        (
            _dump(_finding(finding, rules.get(finding.measured.item) or unknown_rule(finding.measured.item)))
            for finding in scan.findings
        ),
    )
    yield ",\n"
    yield from _block("evidence", "{}", (f"{_dump(key)}: {_dump(value)}" for key, value in _evidence(scan.evidence)))
    yield f',\n"summary": {_dump({**counts(scan.findings), "score": scan.score.value})}\n}}\n'


def _block(key: str, brackets: str, lines: Iterator[str]) -> Iterator[str]:
    """A list or an object with a line for each of its values."""
    first = next(lines, None)
    if first is None:
        yield f'"{key}": {brackets}'
        return
    yield f'"{key}": {brackets[0]}\n{first}'
    for line in lines:
        yield f",\n{line}"
    yield f"\n{brackets[1]}"


def _dump(value: Any) -> str:
    return json.dumps(_plain(value), allow_nan=False)


def _plain(value: Any) -> Any:
    """Facts come from parsers fed by hosts: keep to what every JSON reader takes (no NaN, no half surrogate)."""
    match value:
        case str():  # StrEnum members too
            return (
                str(value) if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            )
        case None | bool() | int():
            return value
        case float():
            return value if math.isfinite(value) else None
        case Mapping():
            return {_plain(str(key)): _plain(item) for key, item in value.items()}
        case bytes():
            return value.decode("utf-8", "backslashreplace")
        case Iterable():
            return [_plain(item) for item in value]
        case _:
            return _plain(str(value))


def _targets(scan: ScanResult) -> Iterator[dict[str, Any]]:
    alike = {name: one.names for one in clones(scan.targets) for name in one.names}
    for state in scan.targets:
        name = state.target.name
        yield {**_target(state), "clones": [other for other in alike.get(name, ()) if other != name]}


def _target(state: TargetState) -> dict[str, Any]:
    target = state.target
    return {
        "name": target.name,
        "address": target.address,
        "port": target.port,
        "user": target.user,
        "role": role_of(state),
        "platform": platform_of(state),
        "parent": target.parent,
        "reachable": state.reachable,
        "privilege": state.privilege,
        "host_key": state.host_key,
        "error": {"kind": state.error_kind, "message": state.error} if state.error_kind or state.error else None,
        "facts": state.facts,
        "seconds": round(state.seconds, 3),
    }


def _finding(finding: Finding, rule: Rule) -> dict[str, Any]:
    measured = finding.measured
    return {
        "item": measured.item,
        "section": rule.section,
        "title": rule.title,
        "severity": rule.severity,
        "mode": rule.mode,
        "scope": rule.scope,
        "target": measured.target,
        "targets": measured.targets,
        "result": measured.result,
        "reason": measured.reason,
        "message": measured.message,
        "effective": finding.effective,
        "answer_state": finding.state or None,
        "outdated": finding.outdated or None,
        "checks": [_check(check) for check in measured.checks],
        "overrides": [_override(override) for override in standing(finding.overrides)],
        "remediation": measured.remediation,
    }


def _check(check: CheckResult) -> dict[str, Any]:
    return {
        "id": check.check,
        "subject": check.subject,
        "result": check.result,
        "expected": check.expected,
        "actual": check.actual,
        "message": check.message,
        "evidence": check.evidence,
    }


def _override(override: Override) -> dict[str, Any]:
    return {
        "id": override.id,
        "kind": override.kind,
        "old": override.old,
        "new": override.new,
        "by": override.by,
        "role": override.role,
        "time": iso(override.time),
        "remark": override.remark,
        "origin": override.origin or None,
        "expires": override.expires.isoformat() if override.expires else None,
        "review": {
            "state": override.review,
            "by": override.review_by,
            "time": iso(override.review_time) if override.review_time else None,
            "remark": override.review_remark,
        }
        if override.review
        else None,
        "attachments": [
            {"name": attachment.name, "sha256": attachment.sha256, "bytes": attachment.size}
            for attachment in override.attachments
        ],
    }


def history_line(line: HistoryLine) -> dict[str, Any]:
    """A line of the history as JSON has it."""
    return {
        "entry": line.seq,
        "time": iso(line.time),
        "kind": line.kind,
        "by": line.who or None,
        "what": line.what,
        "about": [{"item": item or None, "target": target} for item, target in line.places],
    }


def _evidence(evidence: Mapping[str, Evidence]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each piece by id; what came on standard error, if anything did, is a piece of its own: "id#stderr"."""
    for key in sorted(evidence):
        piece = evidence[key]
        yield key, _piece(piece, piece.output, max(piece.bytes_total, len(piece.output)), truncated=piece.truncated)
        if piece.stderr:
            yield f"{key}#stderr", _piece(piece, piece.stderr, len(piece.stderr), truncated=False)


def _piece(piece: Evidence, output: bytes, size: int, *, truncated: bool) -> dict[str, Any]:
    text, encoding = encoded(output)
    return {
        "probe": piece.probe,
        "target": piece.target,
        "command": piece.command,
        "privileged": piece.privileged and piece.fault is not Reason.NO_RIGHTS,  # how it ran, not what it needs
        "started": iso(piece.started),
        "seconds": round(piece.seconds, 6),
        "exit_status": piece.exit_status,
        "output": text,
        "encoding": encoding,
        "truncated": truncated,
        "bytes": size,
        "sha256": hashlib.sha256(output).hexdigest(),
    }


def encoded(output: bytes) -> tuple[str, str]:
    """(text, "utf-8") where the bytes are clean UTF-8, else (base64, "base64"): either gives the bytes back."""
    try:
        return output.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return base64.b64encode(output).decode("ascii"), "base64"
