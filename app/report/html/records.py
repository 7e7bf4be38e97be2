"""What stands behind the findings: what nobody decided, the evidence, the record of the audit, and the words."""

from collections.abc import Iterator, Sequence

from app.language import in_english, tr
from app.report import printed
from app.report.document import Entry, Exhibit, Gap, GapRow, Report, Term
from app.report.html.badges import sign
from app.report.html.markup import NOTHING, Html, anchor, closing, english, joined, link, opening, tag, text
from app.report.html.tables import lines, paragraph, table
from app.report.wording import number


def gaps(report: Report) -> Iterator[Html]:
    """Everything without a verdict, by cause, with what would settle it."""
    yield paragraph(printed.without_verdict(report))
    for cause in report.gaps:
        yield _cause(cause)
    if report.inapplicable:
        yield tag("h3", text(tr("Not applicable")))
        yield table((tr("Why"), tr("Findings")), [(text(why), text(number(n))) for why, n in report.inapplicable])


def _cause(cause: Gap) -> Html:
    heads = (tr("Standing"), tr("Items"), tr("Machines"), tr("What is known"))
    return joined(
        (
            tag("h3", text(f"{cause.title} ({number(cause.count)})")),
            paragraph(cause.advice, "intro") if cause.advice else NOTHING,
            table(heads, [_gap(row) for row in cause.rows], "signs"),
        )
    )


def _gap(row: GapRow) -> list[Html]:
    return [
        sign(row.verdict),
        joined((link(anchor("item", item), text(item)) for item in row.items), ", "),
        text(", ".join(row.hosts) or tr("the whole site")),
        tag("span", text(row.message), lang=english()),
    ]


# --- evidence --------------------------------------------------------------------------------------------------------


def evidence(report: Report) -> Iterator[Html]:
    """The exhibits, machine by machine; those that aren't printed make a table at the end."""
    yield paragraph(report.exhibits_note, "intro")
    if not report.exhibits:
        yield paragraph(tr("There is no evidence: nothing was looked at."))
        return
    host = None
    for exhibit in report.exhibits:
        if exhibit.printed:
            if exhibit.host != host:
                host = exhibit.host
                yield tag("h3", text(host))
            yield from _exhibit(exhibit)
    if left := [exhibit for exhibit in report.exhibits if not exhibit.printed]:
        yield from _listed(left)


def _exhibit(exhibit: Exhibit) -> Iterator[Html]:
    name = f"{exhibit.number} {exhibit.source}"
    yield opening("article", cls="exhibit", id=anchor("exhibit", exhibit.number))
    yield tag("h4", tag("span", text(exhibit.number), cls="no"), text(exhibit.source))
    yield paragraph(printed.collected(exhibit), "quiet small")
    yield tag("p", text(f"SHA-256 {exhibit.sha256}"), cls="quiet mono")
    first, *rest = exhibit.command.strip("\n").split("\n")
    yield lines([f"$ {first}", *(f"  {line}" for line in rest)], name, cls="command")
    if exhibit.lines:
        yield lines(exhibit.lines, name)
    else:
        yield paragraph(tr("It wrote nothing to standard output."), "quiet small")
    if exhibit.errors:
        yield paragraph(tr("Standard error"), "small")
        label = tr("Standard error")
        yield lines(exhibit.errors, f"{label}: {name}", cls="bad")
    for note in exhibit.notes:
        yield paragraph(note, "warn")
    yield closing("article")


def _listed(exhibits: Sequence[Exhibit]) -> Iterator[Html]:
    yield tag("h3", text(tr("Exhibits that are not printed")))
    yield paragraph(printed.not_printed(len(exhibits)), "intro")
    rows = [
        (
            tag("span", text(one.number), id=anchor("exhibit", one.number)),
            text(one.source),
            text(number(one.size)),
            tag("span", text(one.sha256), cls="mono"),
        )
        for one in exhibits
    ]
    yield table((tr("No."), tr("Evidence"), tr("Bytes"), "SHA-256"), rows)


# --- record and words ------------------------------------------------------------------------------------------------


def history(entries: Sequence[Entry]) -> Iterator[Html]:
    """What happened to the audit, as its record has it."""
    yield paragraph(printed.about_record(), "intro")
    rows = [
        (
            text(one.number),
            text(one.time),
            text(one.who),
            tag("span", text(one.what), lang=english()),
            text(one.where),
        )
        for one in entries
    ]
    yield table((tr("No."), tr("Time"), tr("Who"), in_english(tr("What")), tr("About")), rows)


def glossary(terms: Sequence[Term]) -> Iterator[Html]:
    """The words of the report."""
    rows = [(tag("b", text(term.word)), text(term.meaning)) for term in terms]
    yield table((tr("Word"), tr("Meaning")), rows)
