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

        A new page is made, then dressed, then polished widget by widget; shown at once, it would be all in one go.
        """
        if self._workspace.audit is None:
            return
        bare = next((step for step, page in self.made.items() if not page.styleSheet()), None)
        if bare is not None:
            self.undressed = self.page(bare).findChildren(QWidget)
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
        others = [step for step in self.made if step != "start"]
        for step in others:
            page = self.made.pop(step)
            self.removeWidget(page)
            page.deleteLater()
        return bool(others)
