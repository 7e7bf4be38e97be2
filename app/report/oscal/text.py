"""Text as OSCAL wants it: Markdown, plain values on one line, properties of our own, ids that begin with a letter."""

import re
from collections.abc import Iterable

from app.report.telling import told
from app.report.visible import one_line, token, visible

NAMESPACE = "urn:x-bartizan:oscal"  # of our own properties

# Characters that mean something in Markdown, and what does at the beginning of a line.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&^!])|^(\s*)([-+=]|\d{1,9}[.)](?=\s|$))", re.MULTILINE)


def markdown(text: str) -> str:
    """Text of any origin as Markdown that reads as that text; OSCAL takes descriptions and remarks as Markdown."""
    return _MARKDOWN.sub(lambda found: f"\\{found[1]}" if found[1] else _begun(found), visible(text))


def _begun(found: re.Match[str]) -> str:
    """What would begin a list: the sign, or the one behind the number, escaped."""
    sign = found[3]
    return f"{found[2]}\\{sign}" if len(sign) == 1 else f"{found[2]}{sign[:-1]}\\{sign[-1]}"


def line(text: str) -> str:
    """Markdown on one line; never empty."""
    return markdown(one_line(told(text))) or "none"


def string(text: str) -> str:
    """A plain value on one line; never empty."""
    return one_line(told(text)) or "none"


def bullets(lines: Iterable[str]) -> str:
    """A list in Markdown; never empty."""
    return "\n".join(f"- {markdown(line)}" for line in lines) or "Nothing was recorded."


def prop(name: str, value: str) -> dict[str, str]:
    """A property that OSCAL has no name for."""
    return {"name": name, "ns": NAMESPACE, "value": string(value)}


def control(item: str) -> str:
    """The id of an item, which has to begin with a letter."""
    return f"item-{token(item)}"
