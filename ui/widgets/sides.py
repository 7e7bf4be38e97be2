"""Where painted parts stand in a layout from right to left: Qt mirrors text and layouts, but no rectangles."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


def visual(of: QPainter | QWidget, whole: QRectF, part: QRectF) -> QRectF:
    """The part as it stands within the whole in that direction; ``part`` is given for left to right."""
    if of.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())
