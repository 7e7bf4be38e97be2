"""How a finding is mended: prose with its commands set apart; plain text with character formats, never markup."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from app.language import in_english
from app.record import Finding
from app.report.visible import one_line, visible
from app.screen.presentation import Kind, kind_of
from ui.text import Paragraph
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.emptystate import EmptyState

_CODE = re.compile(r"`([^`\n]+)`")


class RemedyView(QTextEdit):
    """What stands between backticks, and indented lines, are shown monospaced on a ground of their own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._restyle)

    def source(self) -> str:
        """The text as it was given, for the clipboard."""
        return self._source

    def show_remedy(self, text: str) -> None:
        """Show that text from its beginning."""
        self._source = text
        self.clear()
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("text"))
        plain.setFont(self._theme.font())
        code = QTextCharFormat()
        code.setForeground(self._theme.colour("code_text"))
        code.setBackground(self._theme.colour("sunken"))
        code.setFont(self._theme.mono("small"))
        block = QTextBlockFormat()
        block.setBottomMargin(9)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(block)
        for number, line in enumerate(one for one in text.split("\n") if one.strip()):
            if number:
                cursor.insertBlock(block)
            if line.startswith(("    ", "\t")):
                cursor.insertText(line, code)
                continue
            for place, piece in enumerate(_CODE.split(line)):
                cursor.insertText(piece, code if place % 2 else plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @Slot()
    def _restyle(self) -> None:
        self.show_remedy(self._source)


class RemedyPage(QStackedWidget):
    """The remedy for one host with a button to copy it, or why there is none."""

    copied = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._told: Finding | None = None
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        line = QHBoxLayout()
        self._for = Paragraph(role="label")
        line.addWidget(self._for, 1)
        line.addWidget(button(self.tr("Copy"), self.copy, theme=theme, icon="copy"))
        column.addLayout(line)
        self.view = RemedyView(theme)
        self.view.setAccessibleName(self.tr("How to mend it"))
        column.addWidget(self.view, 1)
        self.addWidget(page)
        self._nothing = EmptyState(theme, "wrench", self.tr("Nothing to mend"), "")
        self.addWidget(self._nothing)

    def show_finding(self, finding: Finding) -> None:
        if finding is self._told:
            return
        self._told = finding
        text = finding.measured.remediation
        self.setCurrentIndex(0 if text else 1)
        self.view.show_remedy(visible(text))
        name = finding.measured.target
        where = self.tr("On {host}").format(host=one_line(name)) if name else self.tr("For the whole site")
        self._for.setText(in_english(where))
        if kind_of(finding) is Kind.PASS:
            self._nothing.say(self.tr("Nothing to mend"), self.tr("This item passes here."))
        else:
            self._nothing.say(
                self.tr("No remedy on record"), self.tr("This item is mended by what “What must hold” asks for.")
            )

    def copy(self) -> None:
        """The remedy on the clipboard."""
        QGuiApplication.clipboard().setText(self.view.source())
        self.copied.emit()
