"""The pages of the steps: each made when it is first wanted, or ahead of that while nobody waits for it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.steps.base import Step
    from ui.workspace import Workspace

_IDLE = 40  # milliseconds between two bits of pages that are made ahead
_SLICE = 0.01  # seconds of such a bit


class Pages(QStackedWidget):
    """``wanted`` tells the steps that there are; ``made`` has the pages that exist."""

    def __init__(self, workspace: Workspace, wanted: Callable[[], list[str]]) -> None:
        super().__init__()
        self._workspace = workspace
        self._wanted = wanted
        self.made: dict[str, Step] = {}
        self.undressed: list[QWidget] = []  # of a page that was made ahead
        self._unseen: Step | None = None  # that page, until it shows what it will show
        self._gone: list[QWidget] = []  # what nobody will see again, the last one to be destroyed first
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_IDLE)
        self._end.timeout.connect(self._destroy_one)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_IDLE)
        self._ahead.timeout.connect(self._make_ahead)

    def page(self, step: str) -> Step:
        """The page of a step."""
        page = self.made.get(step) or self._add(step)
        if not page.styleSheet():
            self._workspace.theme.dress(page)
        return page

    def _add(self, step: str) -> Step:
        """Make a page, not dressed yet: put into the window afterwards, it would be dressed twice."""
        self.made[step] = page = self._make(step)
        self.addWidget(page)
        return page

    def _make(self, step: str) -> Step:
        if step == "start":
            from ui.steps.start import StartStep  # noqa: PLC0415 - after the first paint

            return StartStep(self._workspace)
        from ui.steps import registry  # noqa: PLC0415 - the other steps are built after the first window

        return registry.make(step, self._workspace)

    def go_ahead(self) -> None:
        """Make all pages, bit by bit."""
        self._ahead.start()

    def stop(self) -> None:
        """The window closes: nothing more is made."""
        self._ahead.stop()

    @Slot()
    def _make_ahead(self) -> None:
        """Make a bit of what wasn't wanted yet while the person looks at something else: all of it takes too long.

        A new page is made, dressed, polished widget by widget and filled; shown at once, it would be all in one go.
        """
        if self._workspace.audit is None:
            return
        bare = next((step for step, page in self.made.items() if not page.styleSheet()), None)
        if bare is not None:
            self._unseen = self.page(bare)
            self.undressed = self._unseen.findChildren(QWidget)
        elif not self.undressed and self._unseen is not None:
            self._unseen.refresh()
            self._unseen = None
        elif not self.undressed:
            missing = next((step for step in self._wanted() if step not in self.made), None)
            if missing is None:
                return
            self._add(missing)
        end = monotonic() + _SLICE
        while self.undressed and monotonic() < end:
            self.undressed.pop().ensurePolished()
        self._ahead.start()

    def forget(self) -> bool:
        """Let go of all pages but the first, since they speak of an audit that is closed; whether there were any."""
        self.undressed.clear()
        self._unseen = None
        gone = [self.made.pop(step) for step in tuple(self.made) if step != "start"]
        self._gone += gone
        self._end.start()
        return bool(gone)

    def go_away(self, home: QWidget) -> None:
        """All pages, and then ``home``, in which they stood: others stand there from now on."""
        self.stop()
        self.undressed.clear()
        self._unseen = None
        self._gone = [home, *self.made.values()]
        self._end.start()

    @Slot()
    def _destroy_one(self) -> None:
        """One in a turn: a page consists of hundreds of widgets."""
        if self._gone:
            self._gone.pop().deleteLater()
            self._end.start()
