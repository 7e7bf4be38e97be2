"""Warnings in the flow of a page: each can be put away, and comes back only if it says something else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.picture import Picture
from ui.widgets.sides import keep_off
from ui.widgets.wraptext import WrapText

_SHOWN = 2  # before somebody asks for all
_HIGH = 86  # pixels of one warning; more scrolls
_LONGEST = 8  # lines that are shown at all; the rest follows when these are put away


class Notices(QFrame):
    """Hidden where there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._texts: tuple[str, ...] = ()
        self._away: set[str] = set()
        self._all = False
        self.setProperty("role", "message")
        self.setProperty("tone", "error")
        self.setAccessibleName(self.tr("Warnings"))
        column = QVBoxLayout(self)
        keep_off(column, 12, 6, 6, 6)
        column.setSpacing(2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column.addLayout(self._lines)
        self.more_button = button("", self._toggle, role="link")
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_texts(self, texts: Sequence[str]) -> None:
        """Say these; those that were put away stay away as long as they say the same."""
        texts = tuple(dict.fromkeys(texts))
        self._away &= set(texts)
        if texts != self._texts:
            self._texts = texts
            self._build()

    def shown(self) -> tuple[str, ...]:
        """What has not been put away."""
        return tuple(text for text in self._texts if text not in self._away)

    def _toggle(self) -> None:
        self._all = not self._all
        self._build()

    def _put_away(self, text: str, place: int) -> None:
        self._away.add(text)
        self._build()
        following = [one for one in self.findChildren(QToolButton) if one.isVisibleTo(self) and one.isEnabled()]
        following = [one for one in following if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        if following:  # the keyboard goes on where it was
            following[min(place, len(following) - 1)].setFocus()

    def _build(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        texts = self.shown()
        for place, text in enumerate(texts[: _LONGEST if self._all else _SHOWN]):
            self._lines.addWidget(self._line(text, place))
        more = len(texts) - _SHOWN
        self.more_button.setVisible(more > 0)
        self.more_button.setText(self.tr("Show fewer") if self._all else self.tr("{n} more").format(n=more))
        self.setVisible(bool(texts))

    def _line(self, text: str, place: int) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        away = icon_button(self._theme, "x", self.tr("Put away: {text}").format(text=text))
        away.clicked.connect(lambda _checked=False: self._put_away(text, place))
        sign = Picture(self._theme, "triangle-alert", "error", 18)
        level = max(18, away.sizeHint().height())  # sign, first line of the words and button stand on one
        sign.setFixedHeight(level)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = WrapText(most=_HIGH)
        words.setText(text)
        words.setAccessibleName(self.tr("Warning"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addSpacing(max(0, (level - words.fontMetrics().height()) // 2 - 2))
        column.addWidget(words)
        column.addStretch(1)
        line.addLayout(column, 1)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return holder
