"""Sentences that the printed report says on paper and on a screen alike, each in one place."""

from app.language import tr
from app.report.document import Exhibit, Item, Passing, Report
from app.report.verdict import UNSETTLED, Verdict
from app.report.wording import counted, listed

NAMED = 120  # exhibits of one item that are named
_SUBJECTS = 400  # passing subjects that are named in one paragraph


def left_out(reason: str) -> str:
    """Why a chapter isn't in the audit."""
    return tr("This chapter was left out of the audit. Reason given: {reason}").format(reason=reason)


def further_rows(item: Item) -> str:
    """How many rows of an item aren't printed; empty where all are."""
    if not item.further:
        return ""
    return counted(item.further, tr("1 further row stands in the JSON."), tr("{n} further rows stand in the JSON."))


def holding(passing: Passing) -> tuple[str, str]:
    """(how many subjects hold alike, with what was expected; their names)."""
    names = passing.subjects
    head = counted(
        len(names),
        tr("1 further subject on {where} holds"),
        tr("{n} further subjects on {where} hold"),
        where=", ".join(passing.hosts) or tr("the site"),
    )
    head += f" ({passing.expected}): " if passing.expected else ": "
    return head, listed(names, _SUBJECTS) if len(names) > _SUBJECTS else ", ".join(names)


def further_exhibits(item: Item) -> str:
    """How many exhibits of an item aren't named; empty where all are."""
    more = len(item.exhibits) - NAMED
    if more <= 0:
        return ""
    return counted(
        more,
        tr(" and 1 further exhibit (in the JSON by finding)"),
        tr(" and {n} further exhibits (in the JSON by finding)"),
    )


def collected(exhibit: Exhibit) -> str:
    """When, as whom and how a command ran, and how much it wrote."""
    return tr("{time} · as {account} · exit status {status} · {seconds} s · {size}").format(
        time=exhibit.started,
        account=exhibit.account,
        status=exhibit.exit,
        seconds=f"{exhibit.seconds:.3f}",
        size=counted(exhibit.size, tr("1 byte"), tr("{n} bytes")),
    )


def not_printed(count: int) -> str:
    """Above the exhibits of which only the marks are printed."""
    return counted(
        count,
        tr(
            "1 exhibit would exceed what this report prints in all. It is kept in full in the audit file and its JSON; "
            "here are its marks."
        ),
        tr(
            "{n} exhibits would exceed what this report prints in all. They are kept in full in the audit file "
            "and its JSON; here are their marks."
        ),
    )


def without_verdict(report: Report) -> str:
    """How many findings nobody could decide, as in the summary, and how many belong to chapters that were left out."""
    counts = dict(report.overview.counts)
    open_ = sum(counts.get(verdict, 0) for verdict in UNSETTLED)
    said = (
        counted(
            open_,
            tr("1 finding has no verdict. It counts neither as passed nor as failed."),
            tr("{n} findings have no verdict. None of them counts as passed or failed."),
        )
        if open_
        else tr("Every finding that applies has a verdict.")
    )
    gone = counts.get(Verdict.NOTSELECTED, 0)
    if not gone:
        return said
    more = counted(
        gone,
        tr("1 more belongs to a chapter that was left out."),
        tr("{n} more belong to chapters that were left out."),
    )
    return f"{said} {more}"


def about_signoffs() -> str:
    """What an answer is."""
    return tr(
        "Answers that people gave by name. An answer lies over what was measured; both are shown. A later "
        "answer to the same item replaces an earlier one, and nothing is ever deleted."
    )


def about_waivers() -> str:
    """What a waiver is."""
    return tr(
        "A waived item fails. Somebody accepts that by name until a day; from the day after it counts as "
        "failed again. The result before the waiver stands beside it."
    )


def alone() -> str:
    """What a reader has to know of an audit without a second person."""
    return tr(
        "This audit was kept by a single person: answers may have been accepted by the one who gave them. Nobody else "
        "has to have seen them."
    )


def about_record() -> str:
    """What the record of the audit is."""
    return tr(
        "What happened to the audit, in the order in which it was recorded. Each entry of the record holds the "
        "fingerprint of the one before, so none can be changed or taken out unseen."
    )
