"""A box to tick whose words go on to further lines where one has no room for them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.text import mnemonic_free
from ui.widgets.typeset import every_line

_BESIDE = 38  # pixels of a line that are the box's and the frame's, as the style sheet has them
_COLUMNS = 16  # letters that a line needs


class Check(QCheckBox):
    """Of any number of lines: what somebody consents to is never cut. A screen reader hears it as one."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self._laid_out = False  # before that its width means nothing
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._full = text
        self.setAccessibleName(text)
        self._break()
        self.updateGeometry()

    def full_text(self) -> str:
        return self._full

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        metrics = self.fontMetrics()
        return max(26, metrics.height() + 10) + self._shown(width).count("\n") * metrics.lineSpacing()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self._full) + _BESIDE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = self.sizeHint()
        return QSize(min(hint.width(), _COLUMNS * self.fontMetrics().averageCharWidth() + _BESIDE), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._laid_out = True
        self._break()

    def _break(self) -> None:
        super().setText(mnemonic_free(self._shown(self.width()) if self._laid_out else self._full))

    def _shown(self, width: int) -> str:
        self.ensurePolished()
        return every_line(self._full, self.font(), max(40.0, width - _BESIDE + 2.0))
