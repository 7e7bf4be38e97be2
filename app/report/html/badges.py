"""The sign of each verdict, a shape and a colour of its own with its word beside it, and the charts made of them."""

from collections.abc import Sequence

from app.language import tr
from app.report.document import Bar, Counts
from app.report.html.markup import Html, joined, link, tag, text
from app.report.verdict import DRAWN, Verdict, word
from app.report.wording import number

_CIRCUMFERENCE = 100.0  # of the ring, so that lengths are per cent; its radius follows
_RADIUS = 15.915494

# Each in a square of 20; "currentColor" is the verdict's, "cut" the ground that it stands on.
_SHAPES = {
    Verdict.PASS: '<circle cx="10" cy="10" r="10"/><path class="cut" d="M5.4 10.4l3.2 3.3 6-7"/>',
    Verdict.FAIL: '<rect x="1" y="1" width="18" height="18" rx="3"/>'
    '<path class="cut" d="M6.4 6.4l7.2 7.2m0-7.2l-7.2 7.2"/>',
    Verdict.WAIVED: '<rect class="line" x="2" y="2" width="16" height="16" rx="3"/><path class="line" d="M7 15.5V5"/>'
    '<path d="M7 4.6l8 3.1-8 3.2z"/>',
    Verdict.ERROR: '<path d="M10 .5L20 19H0z"/><path class="cut" d="M10 7v5.4m0 3.2v.2"/>',
    Verdict.UNKNOWN: '<path d="M10 0l10 10-10 10L0 10z"/>'
    '<path class="cut" d="M7.6 7.9c.1-3.4 5-3.3 4.9-.2 0 2-2.5 2.1-2.5 4.2m0 2.8v.2"/>',
    Verdict.AWAITING: '<circle class="line" cx="10" cy="10" r="8.6"/>'
    '<path class="line" d="M6 13.8l1-3 5.6-5.2 2 2.1L9 13z"/>',
    Verdict.NOTCHECKED: '<circle class="line" stroke-dasharray="3 2.4" cx="10" cy="10" r="8.6"/>',
    Verdict.INFORMATIONAL: '<circle cx="10" cy="10" r="10"/><path class="cut" d="M10 9v6m0-9.2v.2"/>',
    Verdict.NOTAPPLICABLE: '<path class="line" d="M3 10h14"/>',
    Verdict.NOTSELECTED: '<path class="line" d="M3 7.5h14m-14 5h14"/>',
}


def shapes() -> Html:
    """Every sign once, to be shown again wherever it is used."""
    symbols = "".join(
        f'<symbol id="sign-{verdict}" viewBox="-1 -1 22 22">{drawing}</symbol>' for verdict, drawing in _SHAPES.items()
    )
    return Html(f'<svg class="signs" aria-hidden="true" width="0" height="0">{symbols}</svg>')


def sign(verdict: Verdict, *, alone: bool = False) -> Html:
    """The sign with its word; alone, the word is for those who don't see it."""
    drawing = Html(f'<svg aria-hidden="true"><use href="#sign-{verdict}"/></svg>')
    label = tag("span", text(word(verdict)), cls="unseen" if alone else None)
    return tag("span", drawing, label, cls=f"sign v-{verdict}")


def badge(verdict: Verdict) -> Html:
    """The sign on a ground of its own."""
    return tag("span", sign(verdict), cls=f"badge v-{verdict}")


def key(counts: Counts) -> Html:
    """Sign, word, count and share of every verdict there is."""
    total = sum(count for _, count in counts)
    rows = []
    for verdict, count in counts:
        share = 100 * count / total
        rows.append(
            tag(
                "tr",
                tag("th", sign(verdict), scope="row"),
                tag("td", text(number(count)), cls="n"),
                tag("td", text(f"{share:.0f} %" if share >= 1 else "< 1 %"), cls="n quiet"),
            )
        )
    head = tag(
        "tr",
        *(tag("th", text(name), scope="col") for name in (tr("Result"), tr("Findings"), tr("Share"))),
    )
    return tag("table", tag("thead", head, cls="unseen"), tag("tbody", *rows), cls="key")


def spoken(counts: Counts) -> str:
    """Say counts in words, for those who hear the page."""
    return ", ".join(f"{word(verdict)}: {number(count)}" for verdict, count in counts) or tr("No findings")


def ring(counts: Counts, score: int | None) -> Html:
    """The counts as a ring around the score."""
    shown = [(verdict, count) for verdict in DRAWN if (count := dict(counts).get(verdict, 0))]
    total = sum(count for _, count in shown)
    arcs, start = [], 25.0  # a quarter: the top
    for verdict, count in shown:
        part = _CIRCUMFERENCE * count / total
        gap = 0.4 if len(shown) > 1 and part > 1 else 0.0
        arcs.append(
            f'<circle class="a-{verdict}" cx="21" cy="21" r="{_RADIUS}" '
            f'stroke-dasharray="{part - gap:.3f} {_CIRCUMFERENCE - part + gap:.3f}" stroke-dashoffset="{start:.3f}"/>'
        )
        start -= part
    words = tr("Score {n} of 100").format(n=score) if score is not None else tr("No score")
    middle = (
        [tag("strong", text(str(score))), tag("span", text(tr("of 100")))]
        if score is not None
        else [tag("span", text(tr("no score")))]
    )
    drawing = Html(f'<circle class="track" cx="21" cy="21" r="{_RADIUS}"/>{"".join(arcs)}')
    picture = tag("svg", drawing, viewBox="0 0 42 42", role="img", aria_label=f"{words}. {spoken(counts)}")
    return tag("div", picture, tag("div", *middle, aria_hidden="true"), cls="ring")


def strip(counts: Counts) -> Html:
    """The counts as one stacked bar, which says nothing that doesn't stand beside it in words."""
    shown = [(verdict, count) for verdict in DRAWN if (count := dict(counts).get(verdict, 0))]
    parts = (Html(f'<i class="a-{verdict}" style="flex:{count}"></i>') for verdict, count in shown)
    return tag("span", *parts, cls="strip" if shown else "strip none", aria_hidden="true")


def bars(rows: Sequence[Bar], heading: str, places: Sequence[str] = ()) -> Html:
    """A stacked bar for each row, with passing, failing and waived counts in figures: a chart that is a table."""
    head = [tag("th", text(heading), scope="col"), Html("<td></td>")]
    head += [tag("th", sign(verdict, alone=True), scope="col", cls="n") for verdict in _FIGURES]
    lines = []
    for index, row in enumerate(rows):
        title = text(f"{row.key}  {row.label}" if row.key.isdigit() else row.label)
        name = link(places[index], title) if index < len(places) and places[index] else title
        counts = dict(row.counts)
        figures = (
            [tag("td", text(row.note or tr("no findings")), colspan=str(len(_FIGURES)), cls="quiet")]
            if row.note or not counts
            else [
                tag(
                    "td",
                    text(number(counts.get(verdict, 0))),
                    cls=f"n v-{verdict}" if counts.get(verdict) else "n quiet",
                )
                for verdict in _FIGURES
            ]
        )
        lines.append(tag("tr", tag("th", name, scope="row"), tag("td", strip(row.counts), cls="wide"), *figures))
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *lines), cls="bars")


_FIGURES = (Verdict.PASS, Verdict.FAIL, Verdict.WAIVED)


def tally(counts: Counts) -> Html:
    """A stacked bar with its counts in words below it."""
    words = joined(
        (tag("li", sign(verdict), Html(" "), tag("b", text(number(count)))) for verdict, count in counts), " "
    )
    return tag("div", strip(counts), tag("ul", words), cls="tally")
