"""HTML as text that is known to be safe: only these functions make it, and what a host or a person wrote is escaped.

``Html`` is a type of its own, so that a plain text where markup belongs is a fault that the type checker finds.
"""

from collections.abc import Iterable
from html import escape
from typing import NewType

from app import language
from app.report.visible import one_line, pieces, token

Html = NewType("Html", str)

NOTHING = Html("")


def text(words: str) -> Html:
    """Words of any origin; what stands for a hidden character is marked, and line feeds stay."""
    return Html(
        "".join(
            f'<span class="esc">{piece}</span>' if hidden else escape(piece, quote=False).replace("\n", "<br>")
            for hidden, piece in pieces(words)
        )
    )


def raw(words: str) -> Html:
    """The same for ``pre``, in which a line feed is one."""
    return Html(
        "".join(
            f'<span class="esc">{piece}</span>' if hidden else escape(piece, quote=False)
            for hidden, piece in pieces(words)
        )
    )


def plain(words: str) -> Html:
    """The same on one line and unmarked, for places that hold no markup."""
    return Html(escape(one_line(words)))


def tag(element: str, /, *content: Html, **attributes: str | None) -> Html:
    """An element; an attribute of None is left out. ``cls`` is ``class``, ``_`` in a name stands for ``-``."""
    return Html(f"{opening(element, **attributes)}{''.join(content)}</{element}>")


def opening(element: str, /, **attributes: str | None) -> Html:
    """An opening tag alone, for what is written in parts or has no end."""
    given = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{_quoted(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{element}{given}>")


def closing(name: str) -> Html:
    """The end of what ``opening`` began."""
    return Html(f"</{name}>\n")


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Several pieces as one; what stands between them is text."""
    return Html(escape(between, quote=False).join(parts))


def anchor(kind: str, name: str) -> str:
    """The id of a place within the page."""
    return f"{kind}-{token(name)}"


def link(place: str, *content: Html, cls: str | None = None) -> Html:
    """A link to a place within the page; there are no others."""
    return tag("a", *content, href=f"#{place}", cls=cls)


def english() -> str | None:
    """The ``lang`` of what is kept in English within a page of another language."""
    return None if language.current() == language.ENGLISH else language.ENGLISH


def as_written(words: str) -> str | None:
    """The ``lang`` of a text of the guideline, which may not have been translated."""
    return language.ENGLISH if language.is_as_written(words) else None


def _quoted(value: str) -> str:
    return escape("".join(piece for _, piece in pieces(value)))
