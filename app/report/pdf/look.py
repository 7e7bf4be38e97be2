"""Sizes, colours and type styles of the report: one accent, and a colour of its own for each verdict.

Lengths are points (1/72 inch). Colours are always six hexadecimal digits; reportlab reads shorter ones wrongly.
"""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4

from app.report.pdf import fonts
from app.report.verdict import Verdict

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = RIGHT = 56.0
TOP = 74.0
BOTTOM = 64.0
WIDTH = PAGE_WIDTH - LEFT - RIGHT
LABEL = 74.0  # the column of labels beside an item's text


def colour(digits: str) -> Color:
    """Make a colour of six hexadecimal digits."""
    if len(digits) != 6:  # noqa: PLR2004 - as the docstring says
        raise ValueError(digits)
    return HexColor(f"#{digits}")


INK = colour("17222d")
SOFT = colour("4b5a68")
MUTED = colour("6b7a88")
LINE = colour("d3dae1")
FAINT = colour("e9edf1")
PANEL = colour("f5f7f9")
PAPER = colour("ffffff")
ACCENT = colour("0f4c75")
ACCENT_SOFT = colour("e6eef4")
ESCAPE = colour("7a1fa2")  # what stands for an invisible character

VERDICT: dict[Verdict, Color] = {
    Verdict.PASS: colour("1d7a46"),
    Verdict.FAIL: colour("b3261e"),
    Verdict.WAIVED: colour("b3261e"),
    Verdict.ERROR: colour("b85c00"),
    Verdict.UNKNOWN: colour("6a3ea1"),
    Verdict.AWAITING: colour("1f5fae"),
    Verdict.NOTCHECKED: colour("5b7186"),
    Verdict.INFORMATIONAL: colour("3d6a80"),
    Verdict.NOTAPPLICABLE: colour("6f7983"),
    Verdict.NOTSELECTED: colour("8a939c"),
}

# Fills of charts: what is outlined as a badge is light as an area.
AREA: dict[Verdict, Color] = {
    **VERDICT,
    Verdict.WAIVED: colour("e6a19c"),
    Verdict.AWAITING: colour("a9c6e8"),
    Verdict.NOTCHECKED: colour("c3ced8"),
    Verdict.INFORMATIONAL: colour("9dbac8"),
    Verdict.NOTAPPLICABLE: colour("dde2e7"),
    Verdict.NOTSELECTED: colour("eceff2"),
}

SEVERITY: dict[str, Color] = {
    "critical": colour("7d1128"),
    "high": colour("a3401a"),
    "medium": colour("7a6412"),
    "low": colour("4b6472"),
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set."""

    face: str
    size: float
    leading: float
    ink: Color

    def but(self, face: str = "", ink: Color | None = None, size: float = 0, leading: float = 0) -> "Style":
        """Give the same style with some of it changed."""
        return replace(
            self,
            face=face or self.face,
            ink=ink if ink is not None else self.ink,
            size=size or self.size,
            leading=leading or self.leading,
        )


TEXT = Style(fonts.SANS, 8.4, 12.4, INK)
LEAD = Style(fonts.SANS, 9.6, 14.6, SOFT)
SMALL = Style(fonts.SANS, 7.3, 10.3, SOFT)
TINY = Style(fonts.SANS, 6.5, 9.2, MUTED)
LABELS = Style(fonts.BOLD, 6.6, 12.4, MUTED)
CELL = Style(fonts.SANS, 7.7, 10.8, INK)
CELL_HEAD = Style(fonts.BOLD, 6.6, 9.2, SOFT)
CODE = Style(fonts.MONO, 6.9, 9.7, INK)
H1 = Style(fonts.BOLD, 20, 25, INK)
H2 = Style(fonts.BOLD, 12.2, 16, ACCENT)
H3 = Style(fonts.BOLD, 9.7, 13.2, INK)
