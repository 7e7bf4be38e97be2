"""The pages of the steps: each made when it is first wanted, or ahead of that while nobody waits for it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from ui.stamps import ahead

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.steps.base import Step
    from ui.workspace import Workspace

_IDLE = 40  # milliseconds between two bits of pages that are made ahead


class Pages(QStackedWidget):
    """``wanted`` tells the steps that there are; ``made`` has the pages that exist."""

    def __init__(self, workspace: Workspace, wanted: Callable[[], list[str]]) -> None:
        super().__init__()
        self._workspace = workspace
        self._wanted = wanted
        self.made: dict[str, Step] = {}
        self._unseen: dict[str, list[Callable[[], object]]] = {}  # what is left to do before a page is ready
        self._bare: dict[str, list[QWidget]] = {}  # what of a page is not dressed yet
        self._gone: list[QWidget] = []  # what nobody will see again, the last one to be destroyed first
        self._left: list[QObject] = []  # what was destroyed, but for what it holds
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_IDLE)
        self._end.timeout.connect(self._destroy_one)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_IDLE)
        self._ahead.timeout.connect(self._make_ahead)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """No page asks for the height that its texts need: it scrolls. Qt would work it out for all of them."""
        return False

    def page(self, step: str) -> Step:
        """The page of a step, at once, whatever that takes."""
        page = self.made.get(step) or self._add(step)
        self._unseen.pop(step, None)
        while self._dress_part(step):
            pass
        return page

    def prepare(self, step: str) -> bool:
        """Do one more thing that a page needs before it can come on screen at once; False: it is ready.

        It is made, dressed, filled, laid out and drawn where nobody sees it; all in one go would hold the screen.
        """
        theme = self._workspace.theme
        if step not in self.made:
            self._add(step)
        elif not self._dress_part(step):
            if not self._unseen.get(step):
                return theme.catch_up_some(self.made[step])
            self._unseen[step].pop(0)()
        return True

    def _add(self, step: str) -> Step:
        """Make a page, not dressed yet: put into the window afterwards, it would be dressed twice."""
        self.made[step] = page = self._make(step)
        self._bare[step] = [*page.parts()]
        self.addWidget(page)
        self._unseen[step] = [
            *page.refreshing(),
            lambda: self._lay_out(page),
            *chain.from_iterable(map(ahead, page.large_parts())),
        ]
        return page

    def _dress_part(self, step: str) -> bool:
        """Dress one more part of a page; False: all of it is."""
        parts = self._bare.get(step)
        if not parts:
            return False
        self._workspace.theme.dress(parts.pop(0))
        return True

    def _lay_out(self, page: Step) -> None:
        """Give everything in a page its place, as it comes about by itself only when it is shown."""
        page.resize(self.size())
        page.grab(QRect(0, 0, 1, 1))  # Qt lays out what it paints

    def _make(self, step: str) -> Step:
        if step == "start":
            from ui.steps.start import StartStep  # noqa: PLC0415 - after the first paint

            return StartStep(self._workspace)
        from ui.steps import registry  # noqa: PLC0415 - the other steps are built after the first window

        return registry.make(step, self._workspace)

    def go_ahead(self, after: int = _IDLE) -> None:
        """Make all pages, bit by bit, after so many milliseconds."""
        self._ahead.start(after)

    def stop(self) -> None:
        """The window closes: nothing more is made."""
        self._ahead.stop()

    @Slot()
    def _make_ahead(self) -> None:
        """Do a bit for what wasn't wanted yet while the person looks at something else."""
        if self._workspace.audit is None:
            return
        if self._workspace.turns.waiting or any(map(self.prepare, self._wanted())):
            self._ahead.start(_IDLE)

    def forget(self) -> bool:
        """Let go of all pages but the first, since they speak of an audit that is closed; whether there were any."""
        self._unseen.clear()
        self._bare.clear()
        gone = [self.made.pop(step) for step in tuple(self.made) if step != "start"]
        self._gone += gone
        self._end.start()
        return bool(gone)

    def go_away(self, home: QWidget) -> None:
        """All pages, and then ``home``, in which they stood: others stand there from now on."""
        self.stop()
        self._unseen.clear()
        self._bare.clear()
        self._gone = [home, *self.made.values()]
        self._end.start()

    @Slot()
    def _destroy_one(self) -> None:
        """One in a turn: a page consists of hundreds of widgets.

        What these hold in Python refers back to them. Left to the collector, it would all be freed in one long go.
        """
        if self._left and isValid(self._left[0]):  # its turn to be destroyed hasn't come yet
            self._end.start()
            return
        while self._left:
            vars(self._left.pop()).clear()
        if self._gone:
            page = self._gone.pop()
            self._left = [page, *page.findChildren(QWidget), *page.findChildren(QAbstractItemModel)]
            page.deleteLater()
            self._end.start()
