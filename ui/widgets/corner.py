"""What stands at the far end of the menu bar: which audit is open, and when it was saved."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from ui.text import PlainLabel, set_tip
from ui.widgets.sides import keep_off

_GAP, _EDGE = 6, 16  # pixels
_BETWEEN = 6  # pixels between two menus and at both ends, as the bar's style has it
_LEAST = 120  # pixels that a title is worth more than when it was saved


class Corner(QWidget):
    """Never takes the room of a menu: the title is elided, and what is less is left out."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__()
        self._bar = bar
        self._words = ("", "")
        line = QHBoxLayout(self)
        keep_off(line, 0, 4, _EDGE, 4)
        line.setSpacing(_GAP)
        self.title = PlainLabel(role="strong")
        self.state = PlainLabel(role="muted")
        line.addWidget(self.title)
        line.addWidget(self.state)

    def tell(self, title: str, state: str, path: Path) -> None:
        """Show these words, and on the title where the audit is."""
        self._words = (title, state)
        self.title.setAccessibleName(title)
        set_tip(self.title, str(path))
        self.title.setText(title)
        self.state.setText(state)
        self.fit()

    def fit(self) -> None:
        """Take what the menus leave; the bar lays itself out anew only where that changes what is shown."""
        title, state = self._words
        if not title:
            return
        menus = [self._bar.actionGeometry(one).width() for one in self._bar.actions()]
        room = self._bar.width() - sum(menus) - _BETWEEN * (len(menus) + 2) - _EDGE
        metrics = self.title.fontMetrics()
        beside = self.state.fontMetrics().horizontalAdvance(state) + _GAP if state else 0
        whole = metrics.horizontalAdvance(title) + 1
        shows = bool(state) and room - beside >= min(whole, _LEAST)
        left = max(0, room - beside if shows else room)
        shown = title if whole <= left else metrics.elidedText(title, Qt.TextElideMode.ElideRight, left)
        if (shown, shows) != (self.title.text(), not self.state.isHidden()) or self.width() != self.sizeHint().width():
            self.title.setText(shown)
            self.state.setVisible(shows)
            self.adjustSize()
            self._bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
            self.show()
