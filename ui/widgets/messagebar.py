"""One message beside what it is about instead of a dialog on top of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from ui.text import Paragraph
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.picture import Picture
from ui.widgets.sides import keep_off

_SEEN, _READ = 5000, 60  # milliseconds until somebody has seen a message, and more for each character of it


class MessageBar(QFrame):
    """A newer message replaces the one before; one that only says that all went well goes when it was read.

    ``left`` tells that it goes while it has the keyboard, so that somebody can take that.
    """

    READ_AS = QAccessible.Role.AlertMessage

    shown = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "message")
        layout = QHBoxLayout(self)
        keep_off(layout, 12, 6, 8, 6)
        layout.setSpacing(10)
        self._icon = Picture(theme, "info", "accent", 18)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._label = Paragraph(selectable=True)
        layout.addWidget(self._label, 1)
        self._action = button("", self._run_action, role="link")
        self._callback: Callable[[], object] | None = None
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._close = icon_button(theme, "x", self.tr("Close this message"), self.hide)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.timeout.connect(self._was_read)
        self.hide()

    def text(self) -> str:
        return self._label.text()

    def tell(self, tone: str, text: str, action: str = "", callback: Callable[[], object] | None = None) -> None:
        """Show a message; ``tone`` is info, pass, error or fail, ``action`` names what a click on its link does."""
        self.setProperty("tone", tone)
        icon, colour = {
            "pass": ("circle-check", "pass"),
            "error": ("triangle-alert", "error"),
            "fail": ("circle-x", "fail"),
        }.get(tone, ("info", "accent"))
        self._icon.show_icon(icon, colour)
        self._label.setText(text)
        self._callback = callback
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self._read.stop()
        if tone == "pass" and not action:
            self._read.start(_SEEN + _READ * len(text))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))  # spoken as it comes

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802 - Qt's name and signature
        had = not visible and self._has_keyboard()
        super().setVisible(visible)
        if not visible:
            self._callback = None  # it holds a page, and with it an audit that may be closed
        self.shown.emit(visible)
        if had:
            self.left.emit()

    def take_keyboard(self) -> None:
        """To what can be done about it, else to what closes it."""
        (self._close if self._action.isHidden() else self._action).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes it, from any of its parts."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @Slot()
    def _was_read(self) -> None:
        """Not while a person is at it, with the pointer or the keyboard."""
        if self.underMouse() or self._has_keyboard():
            self._read.start(_SEEN)
        else:
            self.hide()

    @Slot()
    def _run_action(self) -> None:
        callback = self._callback
        self.hide()
        if callback is not None:
            callback()
