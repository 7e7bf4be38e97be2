"""Where a panel stands that comes by itself: over the page, moves nothing, off the pointer and off the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_EDGE = 20  # pixels from the edges of the page: where its own content begins
_APART = 12  # pixels from what is below, above, and from another panel
_NEAR = 24  # pixels around the pointer
_COLUMNS = 36  # letters in a line of a panel that can be read
_LOW = 0.25  # of the page: a panel that would be higher gets the whole width
_AGAIN = 120  # milliseconds: the keyboard goes from row to row, and the page is scrolled
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show})


class OverPage(QObject):
    """Puts ``panel`` at the lower edge of ``page``, at the side where lines begin, or at its upper edge.

    A panel that pushes the page down when it comes, and lets it up again when it goes, has somebody who is about to
    click hit something else. This one goes up where it would lie under the pointer as it comes, over what has the
    keyboard (WCAG 2.2, 2.4.11), or over ``other``, the panel that stands there already.

    It stays where it is as long as that covers nothing of these. Who shows the panel calls ``choose``, after giving it
    the keyboard.

    ``share`` of the page's width is the panel's, more where it would become higher than ``low`` of the page.
    """

    def __init__(
        self, panel: QWidget, page: QWidget, *, share: float = 1.0, low: float = _LOW, edge: int = _EDGE,
        other: Callable[[], QWidget | None] = lambda: None,
    ) -> None:  # fmt: skip
        super().__init__(panel)
        self._panel = panel
        self._page = page
        self._share = share
        self._low = low
        self._edge = edge
        self._other = other
        self._pointer = QRect()  # where it was when the panel came
        self._at = 0  # which of the places: it stays there as long as it covers nothing that counts
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.choose)
        for one in (page, panel):
            one.installEventFilter(self)

    @Slot()
    def choose(self) -> None:
        """Find the place for what is said now."""
        if self._panel.isHidden():
            self._again.stop()
            return
        place = self._elsewhere()
        if place is not None:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()
        self._panel.setGeometry(place or self._over_page())
        self._panel.raise_()

    def _elsewhere(self) -> QRect | None:
        """A place off the page, where there is one."""
        return None

    def _over_page(self) -> QRect:
        page = QRect(self._page.mapTo(self._home(), QPoint()), self._page.size())
        down = min(self._edge, _APART)
        inside = page.adjusted(self._edge, down, -self._edge, -down)
        letters = _COLUMNS * self._panel.fontMetrics().averageCharWidth()
        least = max(letters, self._panel.minimumSizeHint().width())
        width = min(inside.width(), max(least, round(page.width() * self._share)))
        if self._high(width) > page.height() * self._low:
            width = inside.width()
        width = min(width, max(least, self._panel.sizeHint().width()))
        place = QRect(0, 0, width, min(self._high(width), inside.height()))
        place.moveBottomLeft(inside.bottomLeft())
        if self._panel.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(inside.right())
        return self._free(place, inside)

    def _free(self, lowest: QRect, inside: QRect) -> QRect:
        """Where it is if that covers nothing that counts, else the lowest, the highest, or beside the other panel."""
        highest = QRect(lowest)
        highest.moveTop(inside.top())
        places, other = [lowest, highest], self._other()
        taken = QRect() if other is None or other.isHidden() else other.geometry()
        if not taken.isNull():
            above, below = QRect(lowest), QRect(lowest)
            above.moveBottom(taken.top() - _APART)
            below.moveTop(taken.bottom() + _APART)
            places += [one for one in (above, below) if inside.contains(one)]
        order = sorted(range(len(places)), key=lambda one: one != self._at)
        for covered in ((taken, self._with_keyboard(), self._pointer), (taken, self._with_keyboard()), (taken,)):
            for self._at in order:
                if not any(places[self._at].intersects(one) for one in covered):
                    return places[self._at]
        return lowest

    def _home(self) -> QWidget:
        return self._panel.parentWidget() or self._panel

    def _high(self, width: int) -> int:
        return max(self._panel.heightForWidth(width), self._panel.minimumSizeHint().height())

    # --- what counts ----------------------------------------------------------------------------------------------

    def _with_keyboard(self) -> QRect:
        """Where it is; nothing where the panel has it, what isn't on the page, or the page itself, to scroll."""
        focus = QApplication.focusWidget()
        if focus is None or not self._page.isAncestorOf(focus) or isinstance(focus, QScrollArea):
            return QRect()
        inner, part = focus, focus.rect()
        if isinstance(focus, QAbstractItemView):  # a list fills the page: its row counts
            inner, part = focus.viewport(), focus.visualRect(focus.currentIndex())
        elif isinstance(focus, QTextEdit):
            inner, part = focus.viewport(), focus.cursorRect()
        return QRect(inner.mapTo(self._home(), part.topLeft()), part.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._panel:
            if event.type() == QEvent.Type.Show:
                at = self._home().mapFromGlobal(QCursor.pos())
                self._pointer = QRect(at.x() - _NEAR, at.y() - _NEAR, 2 * _NEAR, 2 * _NEAR)
                self._at = 0
            elif event.type() == QEvent.Type.LayoutRequest:
                self.choose()
        elif event.type() in _MOVED and not self._panel.isHidden():
            self._again.start()
        return super().eventFilter(watched, event)
