"""Tables and listings that can be read by eye, keyboard and screen reader: heads that say so, long ones that scroll."""

from collections.abc import Iterable, Sequence

from app.report.html.markup import Html, english, joined, raw, tag, text


def table(heads: Sequence[str], rows: Iterable[Sequence[Html]], kind: str | None = None) -> Html:
    """A table with a head; the first column of "signs" holds signs with their words, that of "icons" signs alone.

    The head over signs alone is for those who listen.
    """
    icon = kind == "icons"
    head = [
        tag(
            "th",
            tag("span", text(one), cls="unseen") if icon and not at else text(one),
            scope="col",
            cls="icon" if icon and not at else None,
        )
        for at, one in enumerate(heads)
    ]
    body = (tag("tr", *(tag("td", cell) for cell in row)) for row in rows)
    whole = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body), cls=kind)
    return tag("div", whole, cls="scroll")


def lines(shown: Sequence[str], name: str, *, cls: str | None = None) -> Html:
    """Lines of a machine or for one; a long listing scrolls, by keyboard too, so it has a name."""
    return tag(
        "pre",
        joined(map(raw, shown), "\n"),
        cls=cls,
        lang=english(),
        tabindex="0",
        role="group",
        aria_label=name,
    )


def paragraph(words: str, cls: str | None = None) -> Html:
    """A paragraph of our own words."""
    return tag("p", text(words), cls=cls)
