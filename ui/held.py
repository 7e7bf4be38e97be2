"""A window that is not painted for a while, so that it never shows half a change."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Held(QObject):
    """Leaves what is on screen of a window there, whatever changes in it, until ``release``; several add up.

    What a widget draws elsewhere (``grab``) it draws meanwhile too, as it won't where updates are disabled. So what
    takes long to be drawn for the first time can be before the window shows it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def release(self) -> None:
        """Show what has become of the window."""
        if isValid(self):  # else it has gone with the window
            self._window.removeEventFilter(self)
            QCoreApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
            self.setParent(None)
            self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow the request to paint; Qt makes no other until it was granted."""
        return event.type() == QEvent.Type.UpdateRequest
