"""What is being looked at, as it happens: one line a command, the newest at the end."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from ui.explained import explain
from ui.models.feed import Feed, feed_model
from ui.theme import Theme
from ui.widgets.rowtable import RowTable

_ROW = 24  # pixels
_TIME, _HOST, _STEP = 0, 1, 2  # columns


class LiveList(RowTable):
    """Hidden while there is nothing to tell; follows its end unless a person has scrolled back to read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _ROW)
        self.lines = feed_model(self)
        self.setModel(self.lines)
        self.setAccessibleName(self.tr("What is being looked at"))
        explain(self, self.tr("Every command as it is run, with its host; the newest is at the end."))
        self._told: tuple[Feed, int] | None = None  # which one, and how far
        self.hide()

    def show_lines(self, feed: Feed | None) -> bool:
        """Show what is new in it; False where there is nothing to tell."""
        shown = feed is not None and feed.count > 0
        self.setVisible(shown)
        if feed is None or self._told == (feed, feed.count):
            return shown
        self._told = (feed, feed.count)
        self._follow()
        self.lines.set_rows(feed.lines)
        return shown

    def _follow(self) -> None:
        """To the end once the view has laid its rows out, if it stood there."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() - 1:
            QTimer.singleShot(0, self, self.scrollToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._follow()
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnWidth(_TIME, self.fontMetrics().horizontalAdvance("00:00:00") + 28)
        self.setColumnWidth(_HOST, round(width * 0.2))
        self.setColumnWidth(_STEP, round(width * 0.22))
