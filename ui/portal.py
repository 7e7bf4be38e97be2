"""What the desktop says of looks through its settings portal: light or dark, and how large text is.

As org.freedesktop.portal.Settings of XDG Desktop Portal says. Qt reads it for GNOME alone, by itself; any other desktop
that has a portal, such as Xfce or Sway, is heard by this. Nothing here waits: the portal is asked, and answers when it
likes, at each change too.
"""

import os
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from ui.theme import SYSTEM_DARK, Theme

_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_SCHEME = ("org.freedesktop.appearance", "color-scheme")
_TEXT = ("org.gnome.desktop.interface", "text-scaling-factor")
_CHANGED = SLOT("changed(QString,QString,QDBusVariant)")  # the one below
_DARK, _LIGHT = 1, 2  # 0 and anything else: no preference
_SMALLEST, _LARGEST = 0.5, 3.0  # factors: what GNOME allows


def follow(theme: Theme, settings: Settings) -> "Portal | None":
    """Have the theme follow the portal from now on; None where there is no session bus.

    Without an address, looking for a bus would start one on some systems.
    """
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    return Portal(theme, settings)


class Portal(QObject):
    """Hands on to a theme what the portal says, for as long as that lives."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme)
        self._theme = theme
        self._settings = settings
        self._asked: list[QDBusPendingCallWatcher] = []
        self._usual: float | None = None  # points of the text while the desktop asks for no other size
        self._takers: Mapping[tuple[str, str], Callable[[Any], None]] = {_SCHEME: self._take_scheme}
        if QGuiApplication.platformName().startswith("wayland"):  # on X11 it comes with the resolution, and through Qt
            self._takers = {**self._takers, _TEXT: self._take_size}
        bus = QDBusConnection.sessionBus()
        bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, _CHANGED)  # type: ignore[call-overload]  # it refuses the bytes that its stub asks for
        for namespace, key in self._takers:
            message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
            message.setArguments([namespace, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
            watcher.finished.connect(lambda done, place=(namespace, key): self._answered(done, place))
            self._asked.append(watcher)

    def _answered(self, watcher: QDBusPendingCallWatcher, place: tuple[str, str]) -> None:
        self._asked.remove(watcher)
        reply = watcher.reply()
        said = reply.arguments() if reply.type() == QDBusMessage.MessageType.ReplyMessage else []
        self._takers[place](_bare(said[0]) if said else None)

    @Slot(str, str, QDBusVariant)
    def changed(self, namespace: str, key: str, value: QDBusVariant) -> None:
        """The portal tells of a change."""
        taker = self._takers.get((namespace, key))
        if taker is not None:
            taker(_bare(value))

    def _take_scheme(self, value: Any) -> None:
        dark = {_DARK: True, _LIGHT: False}.get(value) if isinstance(value, int) else None
        self._settings.set_text(SYSTEM_DARK, "" if dark is None else str(dark).lower())
        self._theme.follow_system(dark=dark)

    def _take_size(self, value: Any) -> None:
        font = QFont(QApplication.font())
        if self._usual is None:
            self._usual = font.pointSizeF()
        factor = float(value) if isinstance(value, int | float) else 1.0
        font.setPointSizeF(self._usual * min(max(factor, _SMALLEST), _LARGEST))
        QApplication.setFont(font)  # the theme follows that


def _bare(value: Any) -> Any:
    """What stands in a variant, and in the one within that which ``Read`` puts around it."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
