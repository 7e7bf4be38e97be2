"""How many findings are of each kind, each a button that leads to their list."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from app.report.wording import number
from app.screen.presentation import Kind
from ui.explained import explain
from ui.theme import Theme
from ui.widgets.badge import paint_shape
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.words import kind_sentence, kind_word

_SHAPE = 13  # pixels
_GAP = 2  # pixels between shape and word


class KindCounts(QWidget):
    """Wraps into as many lines as it needs; ``picked`` tells a kind."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[tuple[Kind, int], ...] = ()
        self._flow = Flow(self, 2)
        self.buttons: dict[Kind, QPushButton] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._paint_shapes)

    def set_entries(self, entries: Sequence[tuple[Kind, int]]) -> None:
        """Show these, in that order."""
        if self._entries == tuple(entries):
            return
        self._entries = tuple(entries)
        self._flow.clear()
        self.buttons = {}
        for kind, count in self._entries:
            text = f"{number(count)} {kind_word(kind)}"
            made = button(text, lambda kind=kind: self.picked.emit(kind.value), role="count")
            made.setAccessibleName(f"{number(count)} {kind_sentence(kind)}")
            made.setIconSize(QSize(_SHAPE + _GAP, _SHAPE))
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            explain(made, self.tr("Leads to the list of these."))
            self.buttons[kind] = made
            self._flow.addWidget(made)
        self._paint_shapes()
        self.updateGeometry()

    @Slot()
    def _paint_shapes(self) -> None:
        """The shape of each badge as an icon, in the colours of the theme."""
        ratio = self.devicePixelRatioF()
        for kind, made in self.buttons.items():
            picture = QPixmap(QSize(_SHAPE + _GAP, _SHAPE) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            left = _GAP if self.isRightToLeft() else 0
            paint_shape(painter, QRectF(left, 0, _SHAPE, _SHAPE), kind, self._theme)
            painter.end()
            made.setIcon(QIcon(picture))
