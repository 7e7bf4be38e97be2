"""Columns of the detail's tables: what was expected and found per subject, and the history."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from app.model import CheckResult
from app.presentation import Kind, kind_of_check
from app.report.visible import visible
from app.store.history import HistoryLine
from ui.models.table import Column, TableModel
from ui.text import kind_word


def checks_model(parent: QObject) -> TableModel[CheckResult]:
    """One row a subject (a VM, a file, an interface) or a check."""
    translate = QCoreApplication.translate

    def result(check: CheckResult) -> Kind:
        return kind_of_check(check)

    return TableModel(
        (
            Column(translate("Checks", "Result"), lambda check: kind_word(kind_of_check(check)), kind=result),
            Column(translate("Checks", "Subject"), lambda check: visible(check.subject or check.check), strong=True),
            Column(translate("Checks", "Expected"), lambda check: visible(check.expected)),
            Column(translate("Checks", "Found"), lambda check: visible(check.actual or check.message)),
        ),
        parent,
    )


def history_model(parent: QObject) -> TableModel[HistoryLine]:
    """One row an entry of the ledger, latest first."""
    translate = QCoreApplication.translate

    def when(line: HistoryLine) -> str:
        moment: datetime = line.time.astimezone()
        return moment.strftime("%Y-%m-%d %H:%M")

    return TableModel(
        (
            Column(translate("History", "When"), when, tone=lambda _line: "muted"),
            Column(translate("History", "Who"), lambda line: visible(line.who or translate("History", "Bartizan"))),
            Column(translate("History", "What"), lambda line: visible(line.what)),
        ),
        parent,
    )
