"""What the head of a report says of the audit, for every printed format."""

from collections.abc import Sequence

from app.language import tr
from app.report.document import Cover
from app.report.wording import counted, listed


def grouped(seal: str) -> str:
    """A seal in groups of eight digits, which people can compare."""
    return " ".join(seal[index : index + 8] for index in range(0, len(seal), 8))


def cover_facts(cover: Cover, *, outcome: bool = True) -> Sequence[tuple[str, Sequence[str]]]:
    """Give (label, lines) of everything that is known of the audit, in the order in which it is read.

    Without the ``outcome`` where the summary follows at once.
    """
    auditor = f"{cover.auditor} ({cover.auditor_role})" if cover.auditor_role else cover.auditor
    took = cover.started or cover.finished
    if cover.started and cover.finished:
        took = tr("{start} to {end}").format(start=cover.started, end=cover.finished)
    hosts, chapters = listed(cover.hosts, 12), listed(cover.chapters)
    scope = [
        tr("Left out: chapter {chapter} ({reason})").format(chapter=chapter, reason=reason)
        for chapter, reason in cover.left_out
    ]
    if cover.chapters:
        scope.insert(
            0, counted(len(cover.chapters), tr("1 chapter: {names}"), tr("{n} chapters: {names}"), names=chapters)
        )
    alone = tr("{state}. Kept by a single person, without review by a second")
    state = alone.format(state=cover.state) if cover.alone else cover.state
    facts: list[tuple[str, Sequence[str]]] = [
        (tr("STATE"), [state, *([cover.revision] if cover.revision else [])]),
        (tr("SIGNED BY"), [cover.signed] if cover.signed else []),
        (
            tr("MACHINES"),
            [counted(len(cover.hosts), tr("1 machine: {names}"), tr("{n} machines: {names}"), names=hosts)]
            if cover.hosts
            else [tr("none yet")],
        ),
        (tr("NOT LOOKED AT"), [listed(cover.not_reached, 12)] if cover.not_reached else []),
        (tr("SCOPE"), scope),
        (tr("RESULT"), [cover.outcome] if outcome else []),
        (tr("WAIVERS"), [cover.waived] if cover.waived and outcome else []),
        (tr("METHOD"), [tr("Read-only commands, over SSH or on the computer itself, and answers of people by name")]),
        (tr("AUDITOR"), [auditor or tr("not named")]),
        (tr("ALSO ANSWERED"), [listed(cover.others, 8)] if cover.others else []),
        (tr("LOOKED AT"), [took or tr("not yet")]),
        (tr("REPORT OF"), [cover.reported.isoformat()]),
        (tr("GUIDELINE"), [cover.guideline]),
        (tr("PROGRAM"), [cover.program]),
    ]
    return [(key, values) for key, values in facts if values]
