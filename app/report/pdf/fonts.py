"""The embedded fonts, and which of them can draw which character.

DejaVu covers Latin, Greek, Cyrillic and many symbols, Droid Sans Fallback covers Chinese, Japanese and Korean. A text
is cut into runs by what each font holds; a character that none holds is drawn as its escape, so nothing vanishes.
"""

from collections.abc import Iterator
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.errors import ReportError
from app.language import tr
from app.places import resources_root
from app.report.visible import escape

SANS = "BartizanSans"
BOLD = "BartizanSans-Bold"
OBLIQUE = "BartizanSans-Oblique"
MONO = "BartizanMono"
MONO_BOLD = "BartizanMono-Bold"
ASIAN = "BartizanAsian"

_FILES = {
    SANS: "DejaVuSans.ttf",
    BOLD: "DejaVuSans-Bold.ttf",
    OBLIQUE: "DejaVuSans-Oblique.ttf",
    MONO: "DejaVuSansMono.ttf",
    MONO_BOLD: "DejaVuSansMono-Bold.ttf",
    ASIAN: "DroidSansFallback.ttf",
}
_CHAIN = {face: (face, SANS, ASIAN) for face in _FILES}


@cache
def register() -> None:
    """Make the fonts known to reportlab; ReportError if a file is missing or damaged."""
    for face, name in _FILES.items():
        path = resources_root() / "fonts" / name
        try:
            pdfmetrics.registerFont(TTFont(face, str(path)))
        except (TTFError, OSError) as error:
            raise ReportError(
                tr("The font {path} can't be read ({why}); install the program again.").format(path=path, why=error)
            ) from error


@cache
def _covered(face: str) -> frozenset[str]:
    return frozenset(chr(code) for code in pdfmetrics.getFont(face).face.charToGlyph if code > 0x1F)  # noqa: PLR2004


@cache
def _widths(face: str) -> dict[str, float]:
    """Widths for size 1; only characters that the font holds are ever asked for."""
    return {chr(code): width / 1000 for code, width in pdfmetrics.getFont(face).face.charWidths.items()}


def covers(face: str, text: str) -> bool:
    """Say whether the font alone can draw the text."""
    return _covered(face).issuperset(text)


def width(face: str, text: str) -> float:
    """Measure a text that the font covers, at size 1."""
    widths = _widths(face)
    return sum([widths[char] for char in text])


def runs(face: str, text: str) -> Iterator[tuple[str, str, bool]]:
    """Cut into (font, text, drawn as an escape) runs."""
    if covers(face, text):
        if text:
            yield face, text, False
        return
    start = 0
    current = _face_of(face, text[0])
    for index, char in enumerate(text):
        chosen = _face_of(face, char)
        if chosen != current:
            yield _run(face, current, text[start:index])
            start, current = index, chosen
    yield _run(face, current, text[start:])


def _run(face: str, chosen: str, text: str) -> tuple[str, str, bool]:
    return (chosen, text, False) if chosen else (face, "".join(map(escape, text)), True)


def _face_of(face: str, char: str) -> str:
    for candidate in _CHAIN[face]:
        if char in _covered(candidate):
            return candidate
    return ""
