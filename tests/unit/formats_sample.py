"""What the tests of every format for other programs share: an audit full of hostile text, and what its JSON counts."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from report_sample import HV1, START, TODAY, check, empty, many, measured, override, sample
from report_text import json_text

from app.model import Result
from app.overrides import lay
from app.record import Attachment, Finding, OverrideKind, ScanResult

NASTY = (
    "a\x00b\x1b[31m<script>alert(1)</script>&amp;]]>\u202egnp\u2069\ud800\uffff'\"`$(id)`\u200b\r\n| x {{ y }} [z](q)"
)


def nasty(text: str = NASTY) -> ScanResult:
    """The sample with that text wherever a host or a person could have put it."""
    base = sample()
    state = base.targets[0]
    target = replace(state.target, name=text, user=text, address=text, parent=text)
    rows = []
    for result in Result:
        row = measured(
            f"9.9-{result}",
            text,
            result,
            text,
            check("x.y", text, result, text, text, text),
            remediation=text,
            evidence_ids=(text,),
        )
        answer = override(1, OverrideKind.SIGNOFF, row.item, text, result, Result.PASS, by=text, role=text, remark=text)
        rows += [Finding(row, str(result)), lay(replace(row, item=f"4.1-{result}"), (answer,), TODAY)]
    waiver = override(
        2,
        OverrideKind.WAIVER,
        text,
        None,
        Result.UNKNOWN,
        Result.UNKNOWN,
        remark=text,
        review="accepted",
        review_by=text,
        review_time=START + timedelta(hours=1),
        review_remark=text,
        attachments=(Attachment(text, "ab" * 32, 1),),
    )
    site = measured(text, None, Result.UNKNOWN, text, targets=(text, HV1))
    return replace(
        base,
        info=replace(
            base.info,
            title=text,
            organisation=text,
            auditor=text,
            auditor_role=text,
            profile=replace(base.info.profile, left_out=(("2", text), (text, text)), values=((text, text),)),
        ),
        targets=(replace(state, target=target, error=text, host_key=text, facts={"os": text, text: text}),),
        findings=(*rows, lay(site, (waiver,), TODAY)),
        evidence={
            text: replace(
                next(iter(base.evidence.values())), target=text, command=text, output=text.encode("utf-8", "replace")
            )
        },
    )


def wide() -> ScanResult:
    """One finding with thousands of subjects and a value of megabytes."""
    base = sample()
    checks = [check("x.y", f"vm{n}", Result.FAIL if n % 2 else Result.PASS, "must be on", "off") for n in range(3_000)]
    checks.insert(0, check("x.y", "long", Result.FAIL, "must be short", "x" * 8_000_000))
    row = measured("4.1-a", HV1, Result.FAIL, "Much is wrong.", *checks)
    return replace(base, findings=(lay(row, (), TODAY),))


SCANS = {"sample": sample, "empty": empty, "many": lambda: many(3), "nasty": nasty, "wide": wide}


def counted(scan: ScanResult) -> dict[str | None, Counter[str]]:
    """How often each effective result stands at each target, as the JSON of the audit has it; None: the site."""
    found: dict[str | None, Counter[str]] = {}
    for finding in json.loads(json_text(scan))["findings"]:
        found.setdefault(finding["target"], Counter())[finding["effective"]] += 1
    return found
