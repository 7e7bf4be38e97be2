"""What Qt doesn't mirror in a layout from right to left: painted parts, and margins."""

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
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        before, after = after, before
    layout.setContentsMargins(before, above, after, below)
