"""Buttons on one line that never becomes two: without room for their words they show icons alone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

_GAP = 8  # pixels


class ButtonRow(QWidget):
    """What stands below keeps its place, whichever way the buttons are shown; tool tip and screen reader have words."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = {one: one.text() for one in buttons}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        for one, words in self._buttons.items():
            one.setAccessibleName(words)
            line.addWidget(one)
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._needs = 0  # pixels with words, once they were measured

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._needs = 0
            self._fit()

    def _fit(self) -> None:
        if not self._needs:
            self._say(words=True)
            self._needs = sum(one.sizeHint().width() for one in self._buttons) + _GAP * (len(self._buttons) - 1)
        self._say(words=self.width() >= self._needs)

    def _say(self, *, words: bool) -> None:
        for one, text in self._buttons.items():
            shown = text if words else ""
            if one.text() != shown:
                one.setText(shown)
            one.ensurePolished()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().minimumSizeHint().height())
