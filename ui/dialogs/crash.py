"""A bug: what happened in one sentence, and a scrubbed report to copy. The audit is saved at all times."""

from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.crash import crash_report
from ui.text import PlainLabel


class CrashDialog(QDialog):
    """Shows the report; the person goes on or quits."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bartizan met a fault of its own"))
        self.resize(680, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.tr("Bartizan met a fault of its own"), "title", wrap=True))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "What you entered is saved. Please pass this report on to whoever maintains the program; names, "
                    "addresses and your home folder were taken out of it, but read it before you do."
                ),
                wrap=True,
            )
        )
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setProperty("role", "code")
        self.report.setPlainText(report)
        self.report.setAccessibleName(self.tr("Report"))
        column.addWidget(self.report, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


class CrashHook:
    """The excepthook: one dialog at a time, and the trace on standard error for those who started it there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self.last: CrashDialog | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import sys  # noqa: PLC0415 - only in a crash
        import traceback  # noqa: PLC0415 - only in a crash

        traceback.print_exception(kind, error, trace, file=sys.stderr)
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        if self.last is not None and self.last.isVisible():
            return
        self.last = CrashDialog(crash_report(kind, error, trace), self.parent)
        self.last.open()

    def report(self, error: BaseException) -> None:
        """The same for a bug that a thread handed over."""
        self(type(error), error, error.__traceback__)
