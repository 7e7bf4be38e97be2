"""The log of this session: what was done and what went wrong, to read, filter, copy and pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from app.crash import scrub
from app.report.wording import number
from ui.dialogs.closing import closing
from ui.text import PlainLabel, elided_middle, set_tip
from ui.widgets.searchfield import SearchField

if TYPE_CHECKING:
    from ui.window import MainWindow

_TICK = 500  # milliseconds between looks for new lines


class LogDialog(QDialog):
    """Stays open beside the work; new lines are added at the end."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._logbook = window.workspace.logbook
        self._shown: tuple[str, ...] = ()
        self._workspace = window.workspace
        self.setObjectName("log")
        self.setWindowTitle(self.tr("Log"))
        self.resize(820, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Log"), "title"), 1)
        self.count = PlainLabel("", "small")
        head.addWidget(self.count)
        self.search = SearchField(window.theme, self.tr("Filter the log"), self.tr("Filter"))
        self.search.setFixedWidth(260)
        self.search.textChanged.connect(lambda _text: self._show())
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
        self.search.leads_to = self.text
        column.addWidget(self.text, 1)
        path = self._logbook.path
        kept = self.tr("Kept for this session only: your home folder can't be written.")
        if path is not None:
            kept = self.tr("Kept in {file}").format(file=elided_middle(str(path), 90))
        column.addWidget(PlainLabel(kept, "small", selectable=True))
        buttons = closing(self)
        copy = buttons.addButton(self.tr("Copy without names"), QDialogButtonBox.ButtonRole.ActionRole)
        set_tip(copy, self.tr("Names of the open audit, addresses, accounts and your home folder are taken out."))
        copy.clicked.connect(self._copy)
        column.addWidget(buttons)
        clock = QTimer(self)
        clock.setInterval(_TICK)
        clock.timeout.connect(self._show)
        clock.start()
        self._show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(scrub(self.text.toPlainText(), self._workspace.names()))

    def _show(self) -> None:
        """The lines with what is typed above; whoever reads further up is left there."""
        wanted = self.search.text().strip().casefold()
        every = self._logbook.lines()
        lines = tuple(line for line in every if wanted in line.casefold()) if wanted else every
        text = self.tr("{a} of {b} lines").format(a=number(len(lines)), b=number(len(every)))
        self.count.setText(text if wanted else "")
        if lines == self._shown:
            return
        bar = self.text.verticalScrollBar()
        follows = bar.value() == bar.maximum()
        if self._shown and lines[: len(self._shown)] == self._shown:
            for line in lines[len(self._shown) :]:
                self.text.appendPlainText(line)
        else:  # others are wanted, or the first lines went: the book keeps so many
            self.text.setPlainText("\n".join(lines))
        self._shown = lines
        if follows:
            bar.setValue(bar.maximum())
            self.text.horizontalScrollBar().setValue(0)


def show(window: MainWindow) -> None:
    """Open it beside the window, or bring it forward."""
    dialog = next((one for one in window.findChildren(LogDialog) if one.isVisible()), None)
    if dialog is None:
        dialog = LogDialog(window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.activateWindow()
