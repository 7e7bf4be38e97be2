"""What came of a test or a run: the sentence, the host's key, and what a person can do now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.errors import UnknownHostKeyError
from app.hostrows import HostRow
from app.report.visible import one_line, visible
from ui.models.hosts import seen_text
from ui.text import Paragraph
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.picture import Picture
from ui.widgets.wraptext import WrapText

_SHAPES = {"pass": ("circle-check", "pass"), "fail": ("circle-x", "fail"), "error": ("triangle-alert", "error")}


class HostOutcome(QFrame):
    """Hidden where there is nothing to say."""

    accept = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "message")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._icon = Picture(theme, "info", "muted", 18)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.sentence = WrapText()
        self.sentence.setAccessibleName(self.tr("What came of it"))
        line.addWidget(self.sentence, 1)
        column.addLayout(line)
        self.key = Paragraph(role="code", selectable=True)
        self.key.setFont(theme.mono())
        column.addWidget(self.key)
        self.seen = WrapText()
        self.seen.setAccessibleName(self.tr("Where else this key was seen"))
        column.addWidget(self.seen)
        self.advice = Paragraph(role="small", selectable=True)
        column.addWidget(self.advice)
        self.accept_button = button(
            self.tr("Accept this key"), self.accept.emit, role="primary", theme=theme, icon="fingerprint"
        )
        column.addWidget(self.accept_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, row: HostRow) -> None:
        """Say what is known of the host."""
        trial, state = row.trial, row.state
        unknown = trial.unknown_key if trial is not None and not row.testing else None
        kind = trial.error_kind if trial is not None else state.error_kind if state is not None else ""
        if row.asking:
            self._say("info", self.tr("This host asks you something; see above."))
        elif row.testing:
            self._say("info", self.tr("Testing…"))
        elif unknown is not None:
            self._say("info", self._asks(row, unknown))
        elif trial is not None:
            self._say("pass" if trial.ok else "fail", visible(trial.sentence))
        elif state is not None and state.error:
            self._say("fail", visible(state.error))
        else:
            self._say("info", "")
        if unknown is not None:
            word, _, digest = one_line(unknown.fingerprint).partition(":")  # two lines: it has no place to break
            self.key.setText(f"{one_line(unknown.key_type)}  {word}:\n{digest}")
        self.key.setVisible(unknown is not None)
        self.accept_button.setVisible(unknown is not None)
        changed = kind == "host-key-changed" and not row.testing
        self.seen.setText(seen_text(unknown) if unknown is not None else "")
        self.seen.setVisible(bool(self.seen.text()))
        self.advice.setText(
            self._unknown_advice() if unknown is not None else self._changed_advice() if changed else ""
        )
        self.advice.setVisible(unknown is not None or changed)

    def _asks(self, row: HostRow, unknown: UnknownHostKeyError) -> str:
        """Whose key nobody has confirmed: that of the host itself, or of a jump host on the way to it."""
        if unknown.between:
            text = self.tr("The way there leads through {host}, whose key nobody has confirmed yet. It shows this one:")
            return text.format(host=one_line(unknown.between))
        return self.tr("Nobody has confirmed the key of {host} yet. It shows this one:").format(host=one_line(row.name))

    def _unknown_advice(self) -> str:
        return self.tr(
            "Compare it with what the host's administrator tells you, or with ssh-keygen -lf on the host's own screen."
        )

    def _changed_advice(self) -> str:
        return self.tr(
            "There is no button for this on purpose. Ask whoever runs the host whether it was set up anew, and get the "
            "new fingerprint by another way than this network. Only if both agree, delete the old line and test again; "
            "then the new key is shown for you to confirm."
        )

    def _say(self, tone: str, text: str) -> None:
        self.sentence.setText(text)
        self.setVisible(bool(text))
        icon, colour = _SHAPES.get(tone, ("info", "accent"))
        self._icon.show_icon(icon, colour)
        self.setAccessibleName(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def complain(self, text: str) -> None:
        """What was typed can't be stored."""
        self._say("fail", text)
        for widget in (self.key, self.seen, self.accept_button, self.advice):
            widget.hide()
