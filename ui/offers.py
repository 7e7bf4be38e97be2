"""What an open menu offers: an action that would do nothing now is grey there, while its key stays alive.

A key that is pressed in vain is answered with a sentence; a disabled action would swallow it.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


class Offers(QObject):
    """Actions, each with when it does something; ``allowed`` says whether any of them does."""

    def __init__(self, allowed: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._allowed = allowed
        self._when: dict[QAction, Callable[[], bool]] = {}

    def add(self, action: QAction, when: Callable[[], bool]) -> None:
        self._when[action] = when

    def watch(self, menus: Iterable[QMenu]) -> None:
        """Look anew whenever one of these is opened."""
        for menu in menus:
            menu.aboutToShow.connect(self._narrow)
            menu.aboutToHide.connect(self._widen)

    @Slot()
    def _narrow(self) -> None:
        for action, when in self._when.items():
            action.setEnabled(self._allowed() and when())

    @Slot()
    def _widen(self) -> None:
        for action in self._when:
            action.setEnabled(self._allowed())
