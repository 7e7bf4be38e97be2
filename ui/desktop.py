"""What the desktop around the window is told: that a run has ended, that a host asks, and how far a run is.

A notification is for a person who looks at something else; one that is clicked brings the window back, and one that is
still there goes when the person has come back by themselves. Threads speak to the bus (``ui.sessionbus``), so that one
that hangs holds up nobody; where there is no such desktop the window asks for attention in the way of its system, which
is all that can be done.
"""

import contextlib
import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui.application import application

if TYPE_CHECKING:
    from ui.sessionbus import Click, SessionBus

InBackground = Callable[[Callable[[], Any], Callable[[Any], None]], None]
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a variable's name, by which Wayland lets a window come to the front


class Desktop(QObject):
    """Speaks for one window. ``background`` runs a job in a thread, as ``Bridge.network`` does."""

    def __init__(self, window: QWidget, background: InBackground) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._percent = -1
        self._bus: SessionBus | None = None
        self._gone: list[SessionBus] = []  # whose connection ended; closed when nobody listens to it any more
        self._ear: QSocketNotifier | None = None
        self._clicks: list[Click] = []
        self._told = False  # a notification may be on screen
        self._speaking = threading.Lock()
        application().focusWindowChanged.connect(self._looked_at)

    def run_ended(self, title: str, text: str) -> None:
        """Tell the person, if they look at something else; both texts are plain."""
        self.progress(None)
        self.tell(title, text)

    def tell(self, title: str, text: str) -> None:
        """The same of anything that waits for the person. A later word takes the place of the one before."""
        if QApplication.activeWindow() is None:
            QApplication.alert(self._window)
            self._told = True
            self._send(lambda bus: bus.notify(title, text))

    def progress(self, share: float | None) -> None:
        """How far the run is, 0..1, on the icon of the program; None when there is none."""
        percent = -1 if share is None else round(share * 100)
        if percent != self._percent:
            self._percent = percent
            self._send(lambda bus: bus.progress(percent))

    @Slot()
    def _looked_at(self) -> None:
        """A person who has come back needs no word any more."""
        if self._told and QApplication.activeWindow() is not None:
            self._told = False
            self._send(lambda bus: bus.take_back())

    # --- the bus ------------------------------------------------------------------------------------------------

    def _send(self, action: Callable[["SessionBus"], None]) -> None:
        if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):  # also what keeps it away from systems without a session bus
            self._background(lambda: self._say(action), lambda _outcome: self._hear())

    def _say(self, action: Callable[["SessionBus"], None]) -> None:
        """In a thread: a desktop that doesn't listen is no fault."""
        from jeepney.wrappers import DBusErrorResponse  # noqa: PLC0415 - not where there is no session bus

        from ui.sessionbus import SessionBus  # noqa: PLC0415 - the same

        with self._speaking, contextlib.suppress(OSError, EOFError, ValueError, KeyError, DBusErrorResponse):
            if self._bus is None:
                self._bus = SessionBus()
            try:
                action(self._bus)
            except (OSError, EOFError):
                self._gone.append(self._bus)
                self._bus = None  # the next word tries a new connection
                raise
            self._clicks += self._bus.clicks()

    def _hear(self) -> None:
        """Do what was clicked, and listen for more as long as a notification may be there."""
        if not self._speaking.acquire(blocking=False):
            return  # another word is on its way, and comes here after it
        try:
            clicks, self._clicks = self._clicks, []
            bus, gone, self._gone = self._bus, self._gone, []
        finally:
            self._speaking.release()
        if self._ear is not None:
            self._ear.setEnabled(False)
            self._ear.deleteLater()
            self._ear = None
        for one in gone:
            one.close()
        for click in clicks:
            self._come(click.token)
        if bus is not None and bus.listening:
            self._ear = QSocketNotifier(bus.fileno(), QSocketNotifier.Type.Read, self)
            self._ear.activated.connect(self._listen)

    @Slot()
    def _listen(self) -> None:
        """Something came over the bus: it is read in a thread too."""
        if self._ear is not None:
            self._ear.setEnabled(False)
        self._send(lambda bus: bus.read())

    def _come(self, token: str) -> None:
        """To the front, as the click on the notification asked for."""
        if token:
            os.environ[_TOKEN] = token  # Qt takes it with the next activation
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
