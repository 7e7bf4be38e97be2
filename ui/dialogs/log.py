"""The log of this session: what was done and what went wrong, to read, search, copy and pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from app.crash import scrub
from ui.text import PlainLabel, elided_middle, set_tip
from ui.widgets.basics import search_field

if TYPE_CHECKING:
    from ui.window import MainWindow

_TICK = 500  # milliseconds between looks for new lines


class LogDialog(QDialog):
    """Stays open beside the work; new lines are added at the end."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._logbook = window.workspace.logbook
        self._shown: tuple[str, ...] = ()
        self.setWindowTitle(self.tr("Log"))
        self.resize(820, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Log"), "title"), 1)
        self.search = search_field(self.tr("Find in the log"), self.tr("Find"))
        self.search.setFixedWidth(260)
        self.search.returnPressed.connect(self._find)
        head.addWidget(self.search)
        column.addLayout(head)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("role", "code")
        self.text.setFont(window.theme.mono())
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)
        column.addWidget(self.text, 1)
        path = self._logbook.path
        kept = self.tr("Kept for this session only: your home folder can't be written.")
        if path is not None:
            kept = self.tr("Kept in {file}").format(file=elided_middle(str(path), 90))
        column.addWidget(PlainLabel(kept, "small", selectable=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy without names"), QDialogButtonBox.ButtonRole.ActionRole)
        set_tip(copy, self.tr("Addresses, accounts and your home folder are taken out."))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(scrub(self.text.toPlainText())))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        clock = QTimer(self)
        clock.setInterval(_TICK)
        clock.timeout.connect(self._show)
        clock.start()
        self._show()

    def _show(self) -> None:
        lines = self._logbook.lines()
        if lines == self._shown:
            return
        bar = self.text.verticalScrollBar()
        follows = bar.value() == bar.maximum()
        new = lines[len(self._shown) :] if lines[: len(self._shown)] == self._shown else None
        if new is None:  # the first lines went: the book keeps so many
            self.text.setPlainText("\n".join(lines))
        else:
            for line in new:
                self.text.appendPlainText(line)
        self._shown = lines
        if follows:
            bar.setValue(bar.maximum())

    def _find(self) -> None:
        """The last place before the cursor, going round."""
        if not self.text.find(self.search.text(), QTextDocument.FindFlag.FindBackward):
            cursor = self.text.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.text.setTextCursor(cursor)
            self.text.find(self.search.text(), QTextDocument.FindFlag.FindBackward)


def show(window: MainWindow) -> None:
    """Open it beside the window."""
    dialog = LogDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
