"""XML as text, a piece at a time: large reports are written as they are made, and nothing of a host acts in them."""

from xml.sax.saxutils import escape, quoteattr

from app.report.visible import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def start(name: str, /, **attributes: str | None) -> str:
    """An opening tag; an attribute of None is left out. ``_`` in a name stands for ``-``, ``__`` for ``:``."""
    given = "".join(
        f" {key.replace('__', ':').replace('_', '-')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>"


def end(name: str) -> str:
    """A closing tag with its line's end."""
    return f"</{name}>\n"


def element(name: str, text: str, /, **attributes: str | None) -> str:
    """An element that holds text of any origin; what XML can't hold, or would act on a screen, shows as an escape."""
    return f"{start(name, **attributes)}{escape(visible(text))}{end(name)}"


def empty(name: str, /, **attributes: str | None) -> str:
    """An element that holds nothing."""
    return f"{start(name, **attributes)[:-1]}/>\n"


def _quoted(value: str) -> str:
    return quoteattr(visible(value), {"\n": "&#10;", "\t": "&#9;"})
