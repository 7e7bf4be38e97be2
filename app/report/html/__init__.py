"""The audit report as one page of HTML: no script, nothing from elsewhere, for screen and paper, eye and ear.

What the PDF says, from the same plain report. The browser is told to run and fetch nothing, so that even a fault in the
escaping of what a host sent could do nothing.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from app import language
from app.language import tr
from app.overrides import local_today
from app.record import ScanResult
from app.report.compose import compose
from app.report.coverfacts import cover_facts, grouped
from app.report.document import Chapter, Report
from app.report.html.badges import shapes, sign
from app.report.html.findings import chapter_part
from app.report.html.markup import Html, anchor, closing, joined, link, opening, plain, tag, text
from app.report.html.people import signed, signoffs, waivers
from app.report.html.records import evidence, gaps, glossary, history
from app.report.html.style import style_sheet
from app.report.html.summary import method, summary
from app.report.items import count
from app.report.verdict import Verdict
from app.report.wording import number
from app.report.writing import write_file

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

Part = tuple[str, str, Callable[[], Iterator[Html]]]  # (place, title, content)


def write_html(scan: ScanResult, path: Path) -> None:
    """Write the audit report as HTML; ReportError if the file can't be written."""
    write_file(path, (part.encode() for part in html(scan, local_today())))


def html(scan: ScanResult, today: date) -> Iterator[str]:
    """Give the page as it stands on that day, in parts; the same audit on the same day gives the same page."""
    report = compose(scan, today)
    parts = _parts(report)
    yield f"<!DOCTYPE html>\n{opening('html', lang=language.current())}\n"
    yield _head(report)
    yield opening("body")
    yield tag("a", text(tr("Skip to the content")), href="#content", cls="skip")
    yield shapes()
    yield _top(report)
    yield opening("div", cls="frame")
    yield _contents(report, parts)
    yield opening("main", id="content")
    for place, title, content in parts:
        if title:
            yield opening("section", id=place, aria_labelledby=f"{place}-title")
            yield tag("h2", text(title), id=f"{place}-title")
        yield from content()
        if title:
            yield closing("section")
    yield _foot(report)
    yield f"{closing('main')}{closing('div')}{closing('body')}{closing('html')}"


def _parts(report: Report) -> list[Part]:
    """Every part in the order of the PDF; a chapter has a title of its own."""
    chapters = [chapter for chapter in report.chapters if chapter.sections or chapter.left_out]
    return [
        ("summary", tr("Management summary"), lambda: summary(report.overview)),
        ("method", tr("Scope and method"), lambda: method(report)),
        *(_chapter(chapter) for chapter in chapters),
        ("signoffs", tr("Sign-offs"), lambda: signoffs(report.signoffs)),
        ("waivers", tr("Waivers"), lambda: waivers(report.waivers)),
        ("gaps", tr("Not checked, and why"), lambda: gaps(report)),
        ("evidence", tr("Appendix: evidence"), lambda: evidence(report)),
        *(
            [("history", tr("Appendix: record of the audit"), lambda: history(report.history))]
            if report.history
            else []
        ),
        ("glossary", tr("Glossary"), lambda: glossary(report.glossary)),
    ]


def _chapter(chapter: Chapter) -> Part:
    return anchor("chapter", chapter.id), "", lambda: chapter_part(chapter)


def _head(report: Report) -> Html:
    return tag(
        "head",
        Html('<meta charset="utf-8">'),
        opening("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        opening("meta", name="generator", content=report.cover.program),
        tag("title", plain(report.cover.title)),
        tag("style", Html(style_sheet())),
    )


def _top(report: Report) -> Html:
    cover = report.cover
    facts = [
        *cover_facts(cover, outcome=False),
        (tr("AUDIT"), [cover.audit_id]),
        (tr("SEAL"), [grouped(cover.seal) or tr("not sealed yet")]),
    ]
    rows = (
        joined((tag("dt", text(label)), tag("dd", joined(tag("div", text(one)) for one in said))))
        for label, said in facts
    )
    return tag(
        "header",
        tag("div", cls="wall", aria_hidden="true"),
        tag(
            "div",
            tag("p", text("BARTIZAN"), cls="brand"),
            tag("p", text(tr("Hardening audit of virtual machine platforms")), cls="quiet small"),
            tag("h1", text(cover.title)),
            *([tag("p", text(cover.organisation), cls="org")] if cover.organisation else []),
            *signed(cover),
            tag("dl", *rows, cls="facts"),
            cls="inner",
        ),
        cls="top",
    )


def _contents(report: Report, parts: list[Part]) -> Html:
    chapters = {anchor("chapter", chapter.id): chapter for chapter in report.chapters}
    entries = []
    for place, title, _ in parts:
        if chapter := chapters.get(place):
            failing = dict(chapter.counts).get(Verdict.FAIL, 0)
            fails = [tag("span", sign(Verdict.FAIL, alone=True), text(f" {number(failing)}"), cls="end v-fail")]
            name = (tag("span", text(chapter.id), cls="no"), tag("span", text(chapter.title)))
            entries.append(tag("li", link(place, *name, *(fails if failing else []))))
        else:
            entries.append(tag("li", link(place, text(title))))
    return tag("nav", tag("h2", text(tr("Contents"))), tag("ul", *entries), _filter(report), aria_label=tr("Contents"))


def _filter(report: Report) -> Html:
    """Boxes by which items are shown or hidden, worked by the style sheet alone."""
    items = [item.verdict for chapter in report.chapters for section in chapter.sections for item in section.items]
    boxes = [
        tag(
            "label",
            opening("input", type="checkbox", id=f"show-{verdict}", checked=""),
            sign(verdict),
            tag("span", text(number(many)), cls="n quiet"),
        )
        for verdict, many in count(items)
    ]
    return tag("fieldset", tag("legend", text(tr("Items shown"))), *boxes) if boxes else Html("")


def _foot(report: Report) -> Html:
    words = [
        report.cover.notice,
        tr("The seal closes the audit's record; `bartizan verify AUDIT` shows whether the audit still bears it."),
    ]
    return tag("footer", *(tag("p", text(one)) for one in words if one))
