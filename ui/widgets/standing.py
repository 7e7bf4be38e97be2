"""Score and counts at the foot of the rail, seen from every step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.report.wording import number
from app.screen.presentation import Kind
from app.screen.wizard import Progress
from ui.text import Paragraph, PlainLabel, set_tip
from ui.theme import Theme
from ui.widgets.badge import paint_focus
from ui.widgets.charts import Legend, ScoreRing
from ui.widgets.sides import keep_off


class Standing(QFrame):
    """A click or Enter leads to the review."""

    READ_AS = QAccessible.Role.Button

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet("")
        column = QVBoxLayout(self)
        keep_off(column, 16, 12, 12, 14)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(10)
        self._ring = ScoreRing(theme, 52, small=True)
        line.addWidget(self._ring)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = PlainLabel(role="strong")
        self._line = Paragraph(role="small")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        line.addLayout(words, 1)
        column.addLayout(line)
        self._legend = Legend(theme)
        column.addWidget(self._legend)

    def set_standing(self, score: int | None, progress: Progress) -> None:
        self._ring.set_score(score)
        self._title.setText(self.tr("No score yet") if score is None else self.tr("Score {n}").format(n=score))
        self._line.setText(self.tr("{a} of {b} decided").format(a=number(progress.decided), b=number(progress.total)))
        # What is decided, in its parts: which of the open ones is of which kind takes all findings to say.
        counts = ((Kind.FAIL, progress.failed), (Kind.WAIVED, progress.waived), (Kind.PASS, progress.passed))
        self._legend.set_entries([(kind, count) for kind, count in counts if count])
        set_tip(self, self.tr("To the review"))
        self.setAccessibleName(f"{self._title.text()}, {self._line.text()}")

    def set_brief(self, *, brief: bool) -> None:
        """Leave the legend out where the window is low."""
        self._legend.setVisible(not brief)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus(QPainter(self), self.rect().adjusted(4, 2, -4, -2), self._theme)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit()
        else:
            super().keyPressEvent(event)
