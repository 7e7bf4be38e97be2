"""The painted parts of the detail's head: hosts with their badges, the severity, the sentence of the result."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.screen.chapterlist import ItemRow
from app.screen.presentation import Kind
from ui.text import set_tip
from ui.theme import Theme
from ui.widgets.badge import badge_size, paint_badge, paint_focus, paint_severity, paint_shape
from ui.widgets.sides import keep_off, visual
from ui.widgets.wraptext import WrapText
from ui.words import kind_sentence, kind_word, severity_word

_WIDEST = 240  # pixels of a host with its badge


class BadgeButton(QAbstractButton):
    """A host with its badge; the one on show is framed."""

    def __init__(self, theme: Theme, name: str, kind: Kind) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._text = self._words(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{name}: {kind_sentence(kind)}")
        set_tip(self, f"{name}: {kind_sentence(kind)}")

    def _words(self, name: str) -> str:
        """A long name loses its middle, never the result behind it."""
        word, font = kind_word(self._kind), self._theme.font("small", QFont.Weight.DemiBold)
        if not name:
            return word
        room = _WIDEST - badge_size(font, f"  {word}").width()
        return f"{QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideMiddle, room)}  {word}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = badge_size(self._theme.font("small", QFont.Weight.DemiBold), self._text)
        return QSize(min(size.width(), _WIDEST) + 6, size.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked():
            painter.setPen(QPen(self._theme.colour("outline"), 1))  # thin and grey, unlike what the keyboard is on
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        if self.hasFocus():
            paint_focus(painter, self.rect(), self._theme)
        font = self._theme.font("small", QFont.Weight.DemiBold)
        paint_badge(painter, rect.adjusted(3, 3, -3, -3), self._kind, self._text, self._theme, font)


class SeverityMark(QWidget):
    """Severity, painted, and a line of words beside it."""

    READ_AS = QAccessible.Role.Graphic

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row: ItemRow | None = None
        theme.changed.connect(self.update)

    def set_row(self, row: ItemRow) -> None:
        self._row = row
        self.setAccessibleName(severity_word(row.rule.severity))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        words = severity_word(self._row.rule.severity) if self._row is not None else ""
        font = self._theme.font("small", QFont.Weight.DemiBold)
        return QSize(30 + round(QFontMetricsF(font).horizontalAdvance(words)), self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        if self._row is not None:
            paint_severity(QPainter(self), QRectF(self.rect()), self._row.rule.severity, self._theme)


class Callout(QWidget):
    """The sentence of the result, with its shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._kind = Kind.UNSEEN
        line = QHBoxLayout(self)
        keep_off(line, 34, 7, 12, 7)
        self._label = WrapText()  # for a path or a fingerprint is longer than a line
        self._label.setAccessibleName(self.tr("The result in words"))
        line.addWidget(self._label, 1)
        theme.changed.connect(self.update)

    def say(self, kind: Kind, text: str) -> None:
        self._kind = kind
        self._label.setText(text)
        self.update()

    def text(self) -> str:
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        tones = {
            Kind.PASS: "pass_soft", Kind.FAIL: "fail_soft", Kind.WAIVED: "fail_soft", Kind.ERROR: "error_soft",
            Kind.UNKNOWN: "unknown_soft", Kind.WAITING: "waiting_soft",
        }  # fmt: skip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(tones.get(self._kind, "neutral_soft")))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        paint_shape(painter, visual(self, QRectF(self.rect()), QRectF(11, 11, 14, 14)), self._kind, self._theme)
