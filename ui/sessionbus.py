"""The session bus of a desktop: notifications, and the progress on the launcher's icon.

As the freedesktop.org Desktop Notifications Specification 1.3 and the Unity launcher interface say. Each call waits for
its answer, so threads make them.
"""

from collections import deque
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, message_bus, new_method_call, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from app.places import resources_root

_NAME = "org.freedesktop.Notifications"
_SERVICE = DBusAddress("/org/freedesktop/Notifications", _NAME, _NAME)
_PROGRAM = "bartizan"  # its desktop file, by which a desktop knows to whom a word belongs
_LAUNCHER = f"application://{_PROGRAM}.desktop"
_LASTS = -1  # milliseconds that a notification stays: as the desktop likes
_PATIENCE = 5.0  # seconds for an answer of the bus
_CLICKED = "default"  # the action of a click on the notification itself


@dataclass(frozen=True, slots=True)
class Click:
    """Somebody clicked the notification; the token lets a window come to the front where that needs one."""

    token: str = ""


class SessionBus:
    """One connection; OSError or EOFError where the bus is gone or nobody answers within the time."""

    def __init__(self) -> None:
        self._bus = open_dbus_connection(bus="SESSION")
        self._heard: deque[Message] = deque()
        self._can: frozenset[str] | None = None  # what the service is able to, once it was asked
        self._shown = 0  # the number of the notification that may be on screen
        self._token = ""

    def close(self) -> None:
        self._bus.close()

    def fileno(self) -> int:
        """For who waits until something comes."""
        return int(self._bus.sock.fileno())

    @property
    def listening(self) -> bool:
        """Whether a click may come."""
        return bool(self._shown)

    def notify(self, title: str, text: str) -> None:
        """Show a notification in place of the last one; the texts are plain, whatever the service takes for markup."""
        able = self._abilities()
        if "body-markup" in able:  # a title is never markup
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        icon = (resources_root() / "icons" / "app" / "bartizan-48.png").as_uri()
        actions = [_CLICKED, title] if "actions" in able else []
        hints = {"desktop-entry": ("s", _PROGRAM)}
        arguments = ("Bartizan", self._shown, icon, title, text, actions, hints, _LASTS)
        (self._shown,) = self._ask("Notify", "susssasa{sv}i", arguments)

    def take_back(self) -> None:
        """Close the notification, if it is still there."""
        if self._shown:
            shown, self._shown = self._shown, 0
            self._ask("CloseNotification", "u", (shown,))

    def progress(self, percent: int) -> None:
        """The bar on the launcher's icon; below 0 there is none."""
        emitter = DBusAddress("/org/bartizan/Launcher", interface="com.canonical.Unity.LauncherEntry")
        shown = {"progress": ("d", max(0, percent) / 100), "progress-visible": ("b", percent >= 0)}
        self._bus.send(new_signal(emitter, "Update", "sa{sv}", (_LAUNCHER, shown)))

    def read(self) -> None:
        """Take in what has come."""
        try:
            while True:
                self._bus.recv_messages(timeout=0)
        except TimeoutError:
            pass

    def clicks(self) -> list[Click]:
        """What was done with the notification since the last time."""
        found = []
        while self._heard:
            message = self._heard.popleft()
            member, (number, *more) = message.header.fields[HeaderFields.member], message.body
            if number != self._shown:
                continue
            if member == "ActivationToken":
                self._token = str(more[0])
            elif member == "NotificationClosed":
                self._shown = 0
            elif member == "ActionInvoked" and more[0] == _CLICKED:
                found.append(Click(self._token))
                self._token = ""
        return found

    def _abilities(self) -> frozenset[str]:
        """What the service is able to; from then on what it tells of clicks is heard."""
        if self._can is None:
            self._can = frozenset(self._ask("GetCapabilities")[0])
            rule = MatchRule(type="signal", interface=_NAME, path=_SERVICE.object_path)
            self._bus.filter(rule, queue=self._heard)
            rule = MatchRule(type="signal", sender=_NAME, interface=_NAME, path=_SERVICE.object_path)
            self._answer(message_bus.AddMatch(rule))
        return self._can

    def _ask(self, method: str, signature: str = "", arguments: tuple[object, ...] = ()) -> tuple[Any, ...]:
        return self._answer(new_method_call(_SERVICE, method, signature, arguments))

    def _answer(self, message: Message) -> tuple[Any, ...]:
        return unwrap_msg(self._bus.send_and_get_reply(message, timeout=_PATIENCE))  # type: ignore[no-any-return]  # untyped
