"""A question that a host asks during a login, over the page: nothing is blocked or moved while it stands there."""

from __future__ import annotations

import weakref
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.report.visible import one_line, visible
from ui.text import Paragraph, PlainLabel
from ui.widgets.buttons import button
from ui.widgets.fields import Hidden
from ui.widgets.wraptext import WrapText

if TYPE_CHECKING:
    from ui.questions import Pending, Questions
    from ui.theme import Theme

_WORDS = 1200  # characters of a host's own text that are shown
_HEIGHT = 150  # pixels of it; more scrolls
_PROMPT = 200  # characters of one prompt
_WORD = 32  # characters of a prompt beside its field, and of a word before it is broken


class QuestionPanel(QFrame):
    """Shows the first question of the queue; answers go to the thread that waits and nowhere else.

    It takes the keyboard only where nobody is typing: a password must not end up with a host that asks just then.
    """

    READ_AS = QAccessible.Role.AlertMessage

    asks = Signal()  # another question stands there, with the keyboard if it takes it
    keep = Signal(str, str, str)  # target, "password" or "passphrase", and what was typed
    left = Signal()  # it goes while it has the keyboard, and what had that before is no more

    def __init__(self, theme: Theme, questions: Questions) -> None:
        super().__init__()
        self._questions = questions
        self._pending: Pending | None = None
        self.setProperty("role", "message")
        self.setProperty("tone", "info")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.title = Paragraph(role="strong")
        head.addWidget(self.title, 1)
        self.clock = PlainLabel(role="muted")
        head.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._whose = Paragraph(self.tr("In the host's own words, which nobody has checked:"), "small")
        column.addWidget(self._whose)
        self.words = WrapText(most=_HEIGHT)
        self.words.setFont(theme.mono())
        self.words.setAccessibleName(self.tr("What the host says"))
        column.addWidget(self.words)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        column.addLayout(self._form)
        self.keep_box = QCheckBox(self.tr("Keep it for this session"))
        column.addWidget(self.keep_box)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.send_button = button(self.tr("Answer"), self._send, role="primary")
        self.cancel_button = button(self.tr("Don't answer"), self._decline)
        line.addWidget(self.send_button)
        line.addWidget(self.cancel_button)
        line.addStretch(1)
        self.more = PlainLabel(role="muted")
        line.addWidget(self.more)
        column.addLayout(line)
        self.fields: list[QLineEdit] = []
        self._before: weakref.ref[QWidget] | None = None  # what had the keyboard before the question
        questions.changed.connect(self.refresh)
        questions.ticked.connect(self._tick)
        self.hide()

    @Slot()
    def refresh(self) -> None:
        """Show the first question of the queue, or nothing."""
        pending = self._questions.current
        others = self._questions.count - 1
        self.more.setText(self.tr("{n} more waiting").format(n=others) if others > 0 else "")
        if pending is self._pending:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._pending = pending
        self._clear()
        if pending is not None:
            self._fill(pending)
            self.show()
            self._tick()
            if inside or not _typing():
                self.take_keyboard()
            self.asks.emit()
        else:
            self.hide()
            if inside:
                self._give_back()

    def _give_back(self) -> None:
        """The keyboard, to what had it: Qt would give it to whatever stands next, such as the button that goes back."""
        before = self._before() if self._before is not None else None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _fill(self, pending: Pending) -> None:
        question = pending.question
        own = question.kind != "host"
        where, name, user = one_line(question.where), one_line(question.target), one_line(question.user)
        place = (
            where
            if where.startswith(name)
            else self.tr("{where}, on the way to {host},").format(where=where, host=name)
        )
        asks = {
            "password": self.tr("{where} wants the password of {user}"),
            "passphrase": self.tr("The key for {user} at {where} has a passphrase"),
        }.get(question.kind, self.tr("{where} asks {user}"))
        self.title.setText(asks.format(where=place, user=user))
        self.setAccessibleName(self.title.text())
        said = "\n".join(text for text in (question.title, question.instructions) if text.strip())
        shown = visible(said[:_WORDS]).strip() + (self.tr(" … (cut)") if len(said) > _WORDS else "")
        self.words.setText(shown)
        self._whose.setVisible(not own)
        self.words.setVisible(bool(said.strip()) and not own)
        for prompt in question.prompts:
            text = one_line(prompt.text[:_PROMPT]).strip() or self.tr("(no text)")
            long = len(text) > _WORD
            label = (Paragraph if long else PlainLabel)(_broken(text), "strong" if own else "code")
            field = QLineEdit() if prompt.echo else Hidden()
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setMaximumWidth(480)
            field.returnPressed.connect(self._next)
            if long:  # above it, in as many lines as it needs
                self._form.addRow(label)
                self._form.addRow(field)
            else:
                self._form.addRow(label, field)
            self.fields.append(field)
        self.keep_box.setVisible(own)
        self.keep_box.setChecked(own)
        # The fields were made last: by that, Tab would lead from them out of the question.
        for one, following in pairwise((*self.fields, self.keep_box, self.send_button, self.cancel_button)):
            self.setTabOrder(one, following)

    def _clear(self) -> None:
        for field in self.fields:
            field.clear()
        self.fields = []
        while self._form.count():
            item = self._form.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape declines, from any of its parts, as in every dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self._decline()
        else:
            super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = weakref.ref(focus)  # it may be gone when the answer is given
        target: QWidget = self.fields[0] if self.fields else self.send_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tick(self) -> None:
        if self._pending is not None:
            self.clock.setText(self.tr("{n} s left").format(n=self._pending.left))

    @Slot()
    def _next(self) -> None:
        """Return: into the next field, or send."""
        place = next((place for place, field in enumerate(self.fields) if field.hasFocus()), len(self.fields) - 1)
        if place + 1 < len(self.fields):
            self.fields[place + 1].setFocus()
        else:
            self._send()

    @Slot()
    def _send(self) -> None:
        pending = self._pending
        if pending is None:
            return
        words = tuple(field.text() for field in self.fields)
        question = pending.question
        if question.kind != "host" and self.keep_box.isChecked() and words and words[0]:
            self.keep.emit(question.target, question.kind, words[0])
        self._questions.answer(pending, words)

    @Slot()
    def _decline(self) -> None:
        if self._pending is not None:
            self._questions.answer(self._pending, None)


def _broken(text: str) -> str:
    """The prompt with no word that is wider than its label."""
    return " ".join(
        piece
        for word in text.split()
        for piece in (word[start : start + _WORD] for start in range(0, len(word), _WORD))
    )


def _typing() -> bool:
    """Whether somebody may be typing somewhere."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        return not focus.isReadOnly() and (bool(focus.text()) or focus.echoMode() != QLineEdit.EchoMode.Normal)
    if isinstance(focus, QPlainTextEdit):
        return not focus.isReadOnly()
    return isinstance(focus, QComboBox | QSpinBox)
