"""What nobody could decide, by cause, and how many findings the audit doesn't concern."""

from collections import Counter
from collections.abc import Sequence

from app.causes import alone
from app.language import tr
from app.model import Reason, Result
from app.record import Finding
from app.report import document as doc
from app.report.masking import mask
from app.report.verdict import ORDER, UNSETTLED, Verdict, standing_verdict
from app.report.wording import natural, reason_words, short

_LISTED = (*UNSETTLED, Verdict.NOTSELECTED)


def gaps(findings: Sequence[Finding]) -> tuple[doc.Gap, ...]:
    """Group every finding without a verdict by its reason; the most frequent reason stands first.

    What waits for a person is one group, whether no command could decide it anywhere or only not here: it is one figure
    in the summary too.
    """
    by_reason: dict[Reason | None, list[tuple[Verdict, Finding]]] = {}
    for finding in findings:
        verdict = standing_verdict(finding)
        if verdict in _LISTED:
            reason = Reason.AWAITING_SIGNOFF if verdict is Verdict.AWAITING else finding.measured.reason
            by_reason.setdefault(reason, []).append((verdict, finding))
    ranked = sorted(by_reason.items(), key=lambda entry: -len(entry[1]))
    return tuple(doc.Gap(*reason_words(reason), len(found), _rows(found)) for reason, found in ranked)


def inapplicable(findings: Sequence[Finding]) -> tuple[tuple[str, int], ...]:
    """Count the findings that don't apply, by why."""
    counted = Counter(
        reason_words(finding.measured.reason)[0]
        if finding.measured.reason and finding.measured.result is Result.NOTAPPLICABLE  # else a person said so
        else tr("As answered by a person or found by a check")
        for finding in findings
        if standing_verdict(finding) is Verdict.NOTAPPLICABLE
    )
    return tuple(counted.most_common())


def _rows(found: Sequence[tuple[Verdict, Finding]]) -> tuple[doc.GapRow, ...]:
    """Merge machines that share item and message, then items that share machines and message."""
    hosts: dict[tuple[Verdict, str, str], list[str]] = {}
    for verdict, finding in found:
        measured = finding.measured
        names = hosts.setdefault((verdict, short(mask(alone(measured.message)).text), measured.item), [])
        names.extend([measured.target] if measured.target else measured.targets)
    items: dict[tuple[Verdict, str, tuple[str, ...]], list[str]] = {}
    for (verdict, message, item), names in hosts.items():
        items.setdefault((verdict, message, tuple(names)), []).append(item)
    rows = [
        doc.GapRow(verdict, tuple(natural(merged)), names, message)
        for (verdict, message, names), merged in items.items()
    ]
    return tuple(sorted(rows, key=lambda row: ORDER[row.verdict]))
