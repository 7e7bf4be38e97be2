"""A bug: what happened in one sentence, and a scrubbed report to copy. The audit is saved at all times."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.closing import closing
from ui.text import Paragraph


class CrashDialog(QDialog):
    """Shows the report; the person goes on or quits."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bartizan met a fault of its own"))
        self.resize(680, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(Paragraph(self.tr("Bartizan met a fault of its own"), "title"))
        column.addWidget(
            Paragraph(
                self.tr(
                    "What you entered is saved. Please pass this report on to whoever maintains the program; names, "
                    "addresses and your home folder were taken out of it, but read it before you do."
                ),
            )
        )
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setProperty("role", "code")
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setPlainText(report)
        self.report.setAccessibleName(self.tr("Report"))
        column.addWidget(self.report, 1)
        buttons = closing(self)
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        column.addWidget(buttons)
