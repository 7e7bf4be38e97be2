"""What Qt doesn't mirror in a layout from right to left: painted parts, margins, and texts of both directions."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QLayout, QWidget


def visual(of: QPainter | QWidget, whole: QRectF, part: QRectF) -> QRectF:
    """The part as it stands within the whole in that direction; ``part`` is given for left to right."""
    if of.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())


def keep_off(layout: QLayout, before: int, above: int, after: int, below: int) -> None:
    """The margins of a layout, in pixels: ``before`` is where a line begins, the left side mostly."""
    if _leftward():
        before, after = after, before
    layout.setContentsMargins(before, above, after, below)


def isolated(number: str) -> str:
    """A number such as 2.3.1-a, as it reads in a line that runs from right to left (UAX #9, isolates)."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{number}\N{POP DIRECTIONAL ISOLATE}" if _leftward() else number


def in_its_direction(text: str) -> str:
    """A text that runs as its own letters do: an English sentence on an Arabic page keeps its full stop at its end."""
    if not _leftward() or text.startswith("\N{LEFT-TO-RIGHT ISOLATE}"):
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def numbered(number: str, title: str) -> str:
    """An item's number and its title, in whichever language: the number stands where lines begin."""
    return f"{isolated(number)}  {in_its_direction(title)}"


def _leftward() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
