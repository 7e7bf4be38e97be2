"""A choice out of a few, all of them in sight."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from ui.text import mnemonic_free
from ui.widgets.flow import Flow

_APART = 6  # pixels between two of which each stands for itself
_LINE = 360  # pixels that one line may ask for


class Segments(QWidget):
    """One choice out of a few, side by side; arrow keys move, as in radio buttons.

    They hang together on one line. Without room for that, as with large text, each stands for itself on as many lines
    as it takes: none is ever cut.
    """

    READ_AS = QAccessible.Role.Grouping

    chosen = Signal(str)

    def __init__(self, choices: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, 0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._needs = 0  # pixels of one line, once it was measured
        for key, text in choices:
            segment = QPushButton(mnemonic_free(text))
            segment.setCheckable(True)
            segment.setAutoExclusive(True)  # the group does it; a screen reader takes it for a radio button by this
            segment.setAutoDefault(False)
            segment.setProperty("role", "segment")
            self._group.addButton(segment)
            self._buttons[key] = segment
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._flow.addWidget(segment)
        self._joined: bool | None = None
        self._join(joined=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def choose(self, key: str) -> None:
        """Check a segment without saying so in a signal."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        for key, segment in self._buttons.items():
            if segment.isChecked():
                return key
        return ""

    def button(self, key: str) -> QPushButton:
        return self._buttons[key]

    def _join(self, *, joined: bool) -> None:
        """Have them look like one control, or like buttons of their own."""
        if joined == self._joined:
            return
        self._joined = joined
        self._flow.setSpacing(0 if joined else _APART)
        ends = {0: "first", len(self._buttons) - 1: "last"}  # of the line as it is read from left to right
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ends = {0: "last", len(self._buttons) - 1: "first"}
        for position, segment in enumerate(self._buttons.values()):
            segment.setProperty("place", ends.get(position, "middle") if joined else "alone")
            segment.style().unpolish(segment)
            segment.style().polish(segment)
        self.updateGeometry()

    def one_line(self) -> int:
        """Pixels that they take on one line."""
        if not self._needs:
            self._join(joined=True)
            for segment in self._buttons.values():
                segment.ensurePolished()
            self._needs = sum(segment.sizeHint().width() for segment in self._buttons.values())
        return self._needs

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.one_line(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line, as long as that asks for no more than its share of a small window; else the widest of them."""
        least, line = super().minimumSizeHint(), self.one_line()
        return QSize(line, least.height()) if line <= _LINE else least

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._join(joined=event.size().width() >= self.one_line())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._needs = 0
            self._join(joined=self.width() >= self.one_line())
