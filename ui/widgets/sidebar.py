"""The left side of the window: the steps, and how the audit stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.widgets.rail import RailStep, StepRail
from ui.widgets.sides import keep_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.screen.wizard import Progress
    from ui.theme import Theme
    from ui.widgets.standing import Standing

_BROAD, _NARROW, _WIDE = 264, 224, 1200  # pixels: the widths, and the window's width from where on it is broad
_SHARE = 3  # of the window at most, with the largest text too
_LOW = 640  # pixels: in a window below that height the steps need the room of the legend


class Sidebar(QFrame):
    """``chosen`` is a step, whether it was picked in the rail or is where the standing leads to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._low = False
        self.standing: Standing | None = None
        self.setProperty("role", "rail")
        self._column = QVBoxLayout(self)
        keep_off(self._column, 0, 12, 1, 0)
        self._column.setSpacing(0)
        self.rail = StepRail(theme)
        self.rail.chosen.connect(self.chosen)
        self._column.addWidget(self.rail, 1)

    def fit(self, window: QSize) -> None:
        """Take what the window's size allows."""
        wanted = self._theme.scaled(_BROAD if window.width() >= _WIDE else _NARROW)
        self.setFixedWidth(min(wanted, window.width() // _SHARE))
        self._low = window.height() < _LOW
        if self.standing is not None:
            self.standing.set_brief(brief=self._low)

    def show_steps(self, steps: Sequence[RailStep], current: str) -> None:
        self.rail.set_steps(tuple(steps))
        self.rail.show_step(current)

    def show_standing(self, score: int | None, progress: Progress) -> None:
        """How the audit stands."""
        if self.standing is None:
            from ui.widgets.standing import Standing  # noqa: PLC0415 - not before an audit is open

            self.standing = Standing(self._theme)
            self.standing.picked.connect(lambda: self.chosen.emit("review"))
            self.standing.set_brief(brief=self._low)
            self._column.addWidget(self.standing)
        self.standing.set_standing(score, progress)
        self.standing.show()

    def show_no_audit(self) -> None:
        """Nothing is open that could stand anyhow."""
        if self.standing is not None:
            self.standing.hide()
