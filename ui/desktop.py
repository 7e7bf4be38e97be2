"""What the desktop around the window is told: that a run has ended, and how far it is.

Notifications and the progress on the launcher's icon go over the session bus, as the freedesktop.org notification
specification and the Unity launcher interface say. A thread sends them, so that a bus that hangs holds up nobody; where
there is no such desktop the window asks for attention in the way of its system, which is all that can be done.
"""

import contextlib
import os
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

_LAUNCHER = "application://bartizan.desktop"
_LASTS = -1  # milliseconds that a notification stays: as the desktop likes
_PATIENCE = 5.0  # seconds for a word to the bus

InBackground = Callable[[Callable[[], Any], Callable[[Any], None]], None]


class Desktop(QObject):
    """Speaks for one window. ``background`` runs a job in a thread, as ``Bridge.network`` does."""

    def __init__(self, window: QWidget, background: InBackground) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._percent = -1
        self._bus: _Bus | None = None
        self._speaking = threading.Lock()

    def run_ended(self, title: str, text: str) -> None:
        """Tell the person, if they look at something else; both texts are plain."""
        self.progress(None)
        if not self._window.isActiveWindow():
            QApplication.alert(self._window)
            self._send(lambda bus: bus.notify(title, text))

    def progress(self, share: float | None) -> None:
        """How far the run is, 0..1, on the icon of the program; None when there is none."""
        percent = -1 if share is None else round(share * 100)
        if percent != self._percent:
            self._percent = percent
            self._send(lambda bus: bus.progress(percent))

    def _send(self, action: Callable[["_Bus"], None]) -> None:
        if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):  # also what keeps it away from systems without a session bus
            self._background(lambda: self._say(action), lambda _outcome: None)

    def _say(self, action: Callable[["_Bus"], None]) -> None:
        """In a thread: a desktop that doesn't listen is no fault."""
        from jeepney.wrappers import DBusErrorResponse  # noqa: PLC0415 - not where there is no session bus

        with self._speaking, contextlib.suppress(OSError, ValueError, KeyError, DBusErrorResponse):
            if self._bus is None:
                self._bus = _Bus()
            try:
                action(self._bus)
            except OSError:
                self._bus.close()
                self._bus = None  # the next word tries a new connection
                raise


class _Bus:
    """One connection to the session bus."""

    def __init__(self) -> None:
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - not where there is no session bus

        self._bus = open_dbus_connection(bus="SESSION")

    def close(self) -> None:
        self._bus.close()

    def notify(self, title: str, text: str) -> None:
        """A notification; OSError where nobody shows any within the time."""
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - the same

        address = DBusAddress(
            "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications"
        )
        # Servers may take a body for markup, so it is escaped; a title never is markup.
        body = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        arguments: tuple[object, ...] = ("Bartizan", 0, "bartizan", title, body, [], {}, _LASTS)
        self._bus.send_and_get_reply(new_method_call(address, "Notify", "susssasa{sv}i", arguments), timeout=_PATIENCE)

    def progress(self, percent: int) -> None:
        """The bar on the launcher's icon; below 0 there is none."""
        from jeepney import DBusAddress, new_signal  # noqa: PLC0415 - the same

        emitter = DBusAddress("/org/bartizan/Launcher", interface="com.canonical.Unity.LauncherEntry")
        shown = {"progress": ("d", max(0, percent) / 100), "progress-visible": ("b", percent >= 0)}
        self._bus.send(new_signal(emitter, "Update", "sa{sv}", (_LAUNCHER, shown)))
