"""Small parts that every step is built from: cards, buttons, chips, lines and the message bar."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.explained import explain
from ui.text import Paragraph, PlainLabel, mnemonic_free, set_tip
from ui.theme import Theme
from ui.widgets.picture import Picture
from ui.widgets.typeset import elided, two_lines


def column(*, margins: int = 0, spacing: int = 8) -> QVBoxLayout:
    """A vertical layout with these margins."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margins, margins, margins, margins)
    layout.setSpacing(spacing)
    return layout


def row(*, margins: int = 0, spacing: int = 8) -> QHBoxLayout:
    """A horizontal layout with these margins."""
    layout = QHBoxLayout()
    layout.setContentsMargins(margins, margins, margins, margins)
    layout.setSpacing(spacing)
    return layout


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """A frame with a look of the style sheet: card, panel, sunken, line, vline, bar."""
    box = QFrame(parent)
    box.setProperty("role", role)
    return box


class Card(QFrame):
    """A surface with a heading and whatever is added to ``body``."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, margins: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body: QBoxLayout = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(10)
        if heading:
            self.body.addWidget(PlainLabel(heading, "heading"))


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


class PushButton(QPushButton):
    """A button that Enter presses too, wherever it stands; Qt does that for the buttons of dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
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


_FILLED = {"primary", "large"}
_ICON_TONES = {"primary": "accent_text", "large": "accent_text", "danger": "fail", "link": "accent"}


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


class MessageBar(QFrame):
    """One message in the flow of a page instead of a dialog on top of it; a newer one replaces it."""

    READ_AS = QAccessible.Role.AlertMessage

    shown = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "message")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        self._icon = Picture(theme, "info", "accent", 18)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._label = Paragraph(selectable=True)
        layout.addWidget(self._label, 1)
        self._action = button("", role="link")
        self._action.clicked.connect(self._run_action)
        self._callback: Callable[[], object] | None = None
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(
            icon_button(theme, "x", self.tr("Close this message"), self.hide), 0, Qt.AlignmentFlag.AlignTop
        )
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
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))  # spoken as it comes

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802 - Qt's name and signature
        super().setVisible(visible)
        self.shown.emit(visible)

    @Slot()
    def _run_action(self) -> None:
        self.hide()
        if self._callback is not None:
            self._callback()


class EmptyState(QWidget):
    """What to do where there is nothing yet."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, *buttons: QPushButton) -> None:
        super().__init__()
        self._theme = theme
        self._name = icon
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(Picture(theme, icon, "outline", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = PlainLabel(title, "heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        self._text = Paragraph(text, "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMaximumWidth(460)
        self._text.setMinimumWidth(200)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._text, 6)
        centred.addStretch(1)
        layout.addLayout(centred)
        if buttons:
            line = QHBoxLayout()
            line.addStretch(1)
            for one in buttons:
                line.addWidget(one)
            line.addStretch(1)
            layout.addSpacing(6)
            layout.addLayout(line)
        layout.addStretch(3)

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)


def search_field(name: str, text: str = "", *, icon: QIcon | None = None) -> QLineEdit:
    """A field to search or filter with a button that clears it; ``text`` stands in it while it is empty."""
    field = QLineEdit()
    field.setPlaceholderText(text or name)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    for inner in field.findChildren(QToolButton):
        inner.setAccessibleName(QCoreApplication.translate("SearchField", "Clear"))
    if icon is not None:
        field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition).triggered.connect(field.selectAll)
        for inner in field.findChildren(QToolButton):
            inner.setAccessibleName(inner.accessibleName() or name)
    return field
