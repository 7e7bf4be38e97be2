"""The findings: a part of the page for each chapter, and each item with what was found and its remedy."""

import re
from collections.abc import Iterator, Sequence

from app.language import headed, in_english, tr
from app.report import printed
from app.report.document import Chapter, Excerpt, Item, Passing, Remedy, ResultRow, Section, SubjectRow
from app.report.html.badges import badge, sign, tally
from app.report.html.markup import (
    NOTHING,
    Html,
    anchor,
    as_written,
    closing,
    english,
    joined,
    link,
    opening,
    raw,
    tag,
    text,
)
from app.report.html.tables import lines, table
from app.report.verdict import Verdict
from app.report.wording import listed, severity_word

_IDLE = (Verdict.NOTAPPLICABLE, Verdict.NOTSELECTED)
_NONE = "\N{EN DASH}"
_CODE_IN_PROSE = re.compile(r"`([^`\n]+)`")


def chapter_part(chapter: Chapter) -> Iterator[Html]:
    """One chapter, an item at a time."""
    place = anchor("chapter", chapter.id)
    yield opening("section", id=place, aria_labelledby=f"{place}-title")
    yield tag("h2", tag("span", text(chapter.id), cls="no"), text(chapter.title), id=f"{place}-title")
    if chapter.introduction:
        yield tag("p", text(chapter.introduction), cls="intro", lang=as_written(chapter.introduction))
    if chapter.left_out:
        yield tag("p", text(printed.left_out(chapter.left_out)), cls="note")
    if chapter.counts:
        yield tally(chapter.counts)
    for section in chapter.sections:
        yield from _section(section)
    yield closing("section")


def _section(section: Section) -> Iterator[Html]:
    place = anchor("section", section.id)
    yield tag("h3", tag("span", text(section.id), cls="no"), text(section.title), id=place)
    if section.introduction:
        yield tag("p", text(section.introduction), cls="intro", lang=as_written(section.introduction))
    for item in section.items:
        yield _item(item)


def _item(item: Item) -> Html:
    idle = all(verdict in _IDLE for verdict, _ in item.counts)
    place = anchor("item", item.id)
    title = tag("h4", link(place, text(item.id), cls="no"), text(item.title))
    parts = [(tr("Must hold"), tag("p", text(item.requirement or tr("not stated")), lang=as_written(item.requirement)))]
    parts += _plain(item) if idle else _told(item)
    return tag(
        "article",
        tag("div", title, badge(item.verdict), cls="head"),
        _about(item),
        tag("dl", *(joined((tag("dt", text(label)), tag("dd", content))) for label, content in parts), cls="parts"),
        cls="item card idle" if idle else "item card",
        id=place,
        data_verdict=item.verdict,
    )


def _about(item: Item) -> Html:
    words = [tr("concerns {what}").format(what=item.scope), item.mode]
    if item.basis == "derived":
        words.append(tr("derived item"))
    if item.threats:
        words.append(tr("Answers {threats}").format(threats=listed(item.threats)))
    severity = tag("span", text(severity_word(item.severity)), cls=f"sev sev-{item.severity}")
    return tag("p", severity, text("  ·  " + "  ·  ".join(words)), cls="about")


def _plain(item: Item) -> Iterator[tuple[str, Html]]:
    for row in item.rows:
        where = listed(row.hosts) or tr("the whole site")
        said = " ".join(part for part in (row.message, *row.answers) if part)
        yield tr("Result"), tag("p", tag("b", text(f"{where}: ")), text(said), cls="small")


def _told(item: Item) -> Iterator[tuple[str, Html]]:
    yield tr("Result"), _results(item.rows)
    if item.subjects or item.passing:
        yield tr("Looked at"), joined(_subjects(item))
    if item.rationale and item.verdict not in (Verdict.PASS, Verdict.INFORMATIONAL):
        yield headed(tr("Why"), item.rationale), tag("p", text(item.rationale), lang=as_written(item.rationale))
    if item.question:
        yield tr("To answer"), tag("p", text(item.question), lang=as_written(item.question))
    if item.remedies:
        several = len(item.remedies) > 1
        yield (
            in_english(tr("Remedy")),
            joined(part for remedy in item.remedies for part in _remedy(remedy, several=several)),
        )
    if item.exhibits:
        yield tr("Evidence"), joined((*map(_excerpt, item.excerpts), _exhibits(item)))


def _results(rows: Sequence[ResultRow]) -> Html:
    cells = [
        (
            sign(row.verdict),
            text(", ".join(row.hosts) or tr("the whole site")),
            joined(
                (
                    tag("div", text(row.message), lang=english()) if row.message else NOTHING,
                    *(tag("div", text(answer), cls="said") for answer in row.answers),
                )
            ),
        )
        for row in rows
    ]
    return table((tr("Result"), tr("Machine"), in_english(tr("What was found"))), cells, "signs")


def _subjects(item: Item) -> Iterator[Html]:
    several = len({host for row in item.rows for host in row.hosts}) > 1
    named = len({row.check for row in item.subjects}) > 1
    heads = [
        tr("Result"),
        *([tr("Machine")] if several else []),
        tr("Looked at"),
        *map(in_english, (tr("Expected"), tr("Found"))),
    ]
    if item.subjects:
        rows = [_subject(row, several=several, named=named) for row in item.subjects]
        yield table(heads, rows, "icons")
    if more := printed.further_rows(item):
        yield tag("p", text(more), cls="quiet small")
    for passing in item.passing:
        yield _passing(passing)


def _subject(row: SubjectRow, *, several: bool, named: bool) -> list[Html]:
    looked = text(row.subject or row.check or _NONE)
    if row.subject and named:
        looked = joined((looked, tag("div", text(row.check), cls="quiet small")))
    found = text(row.found or _NONE)
    return [
        sign(row.verdict, alone=True),
        *([text(", ".join(row.hosts))] if several else []),
        looked,
        tag("span", text(row.expected or _NONE), lang=english()),
        tag("span", found, lang=english(), cls="v-fail" if row.verdict is Verdict.FAIL else None),
    ]


def _passing(passing: Passing) -> Html:
    head, names = printed.holding(passing)
    return tag("p", tag("b", text(head)), text(names), cls="small")


def _remedy(remedy: Remedy, *, several: bool) -> Iterator[Html]:
    if several:
        yield tag("p", tag("b", text(tr("On {hosts}").format(hosts=listed(remedy.hosts, 12)))))
    for block in remedy.blocks:
        if block.code:
            yield lines(block.text.split("\n"), tr("Remedy"), cls="do")
        else:
            for paragraph in block.text.split("\n"):
                yield tag("p", _prose(paragraph), lang=english())


def _prose(words: str) -> Html:
    """What stands between backticks as code, and a warning of side effects in bold; other text as it is."""
    parts: list[Html] = []
    for at, part in enumerate(_CODE_IN_PROSE.split(words)):
        if at % 2:
            parts.append(tag("code", raw(part)))
        else:
            before, warning, after = part.partition("May break:")
            parts += [text(before), tag("b", text(warning)) if warning else NOTHING, text(after)]
    return joined(parts)


def _excerpt(excerpt: Excerpt) -> Html:
    head = tag("p", link(anchor("exhibit", excerpt.exhibit), text(excerpt.exhibit)), text(f"  {excerpt.source}"))
    name = tr("Evidence")
    shown = lines([f"$ {excerpt.command}", *excerpt.lines], f"{name} {excerpt.exhibit}")
    return joined((head, shown, tag("p", text(excerpt.note), cls="quiet small")))


def _exhibits(item: Item) -> Html:
    if not set(item.exhibits) - {excerpt.exhibit for excerpt in item.excerpts}:
        return NOTHING
    before, _, after = tr("Rests on {exhibits}.").partition("{exhibits}")
    named = joined((link(anchor("exhibit", name), text(name)) for name in item.exhibits[: printed.NAMED]), ", ")
    rest = printed.further_exhibits(item)
    return tag("p", text(before), named, text(rest + after), cls="quiet small")
