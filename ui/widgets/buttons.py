"""Buttons: with words, with an icon alone, or like a link."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.explained import explain
from ui.text import mnemonic_free, set_tip
from ui.theme import Theme
from ui.widgets.typeset import elided, two_lines

_FILLED = {"primary", "large"}
_ICON_TONES = {"primary": "accent_text", "large": "accent_text", "danger": "fail", "link": "accent"}


def button(
    text: str,
    action: Callable[[], object] | None = None,
    *,
    role: str = "",
    theme: Theme | None = None,
    icon: str = "",
    tip: str = "",
    lines: int = 1,
) -> QPushButton:
    """A push button; ``role`` is primary, large, danger, link, flat or nothing. A link may have two ``lines``."""
    made = LinkButton(text, lines) if role == "link" else PushButton(mnemonic_free(text))
    made.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
    if role:
        made.setProperty("role", role)
    if icon and theme is not None:
        made.setIcon(theme.icons.icon(icon, _ICON_TONES.get(role, "muted")))
        made.setIconSize(QSize(21, 16))
    if tip:
        explain(made, tip)
    if action is not None:
        made.clicked.connect(lambda _checked=False: action())
    made.setAutoDefault(False)
    return made


def icon_button(theme: Theme, icon: str, name: str, action: Callable[[], object] | None = None) -> QToolButton:
    """A flat button with only an icon; ``name`` is its tool tip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("role", "flat")
    made.setIcon(theme.icons.icon(icon, "muted"))
    made.setIconSize(QSize(16, 16))
    set_tip(made, name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action is not None:
        made.clicked.connect(lambda _checked=False: action())
    return made


class PushButton(QPushButton):
    """A button that Enter presses too, wherever it stands; Qt does that for the buttons of dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # Ctrl+Enter saves an answer, and no more
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and bare and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """With a second line where it is filled: on that ground, a border alone hardly differs from none."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("role") in _FILLED:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().light().color(), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)


class LinkButton(PushButton):
    """A button that reads like a link, on one line or two, and is elided where there is no room for all of it."""

    def __init__(self, text: str, lines: int = 1) -> None:
        super().__init__()
        self._full = text
        self._break = two_lines if lines > 1 else elided
        high = QSizePolicy.Policy.Minimum if lines > 1 else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, high)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        super().setText(mnemonic_free(text))
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._full = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 12, self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its lines are at that width; asked for only where it may have two."""
        return (self._shown(width).count("\n") + 1) * self.fontMetrics().height() + 6

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._elide()

    def _shown(self, width: int) -> str:
        self.ensurePolished()
        return self._break(self._full, self.font(), max(20.0, width - 10.0))

    def _elide(self) -> None:
        shown = self._shown(self.width())
        super().setText(mnemonic_free(shown))
        set_tip(self, self._full if shown.replace("\n", " ") != self._full else "")


def set_aside(asked: QWidget) -> Callable[[], None]:
    """Disable it while what it began goes on. What is returned enables it again, with the keyboard if it had that.

    Qt hands the keyboard to whatever comes next. It stays there only where a person has gone on with it meanwhile.
    """
    had = asked.hasFocus()
    asked.setEnabled(False)
    fallen = QApplication.focusWidget()

    def back() -> None:
        asked.setEnabled(True)
        if had and QApplication.focusWidget() in {None, fallen}:
            asked.setFocus()

    return back
