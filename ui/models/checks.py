"""Columns of the detail's tables: what was expected and found per subject, and the history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from app.model import CheckResult
from app.record import HistoryLine
from app.report.visible import visible
from app.screen.presentation import Kind, kind_of_check
from ui.models.table import Column, TableModel
from ui.words import kind_word


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check on one subject; ``title`` is the check's own, empty where it says nothing new."""

    check: CheckResult
    title: str

    @property
    def name(self) -> str:
        return "\n".join(part for part in (self.check.subject or "", self.title) if part) or self.check.check


def check_rows(results: Sequence[CheckResult], titles: Mapping[str, str]) -> tuple[CheckRow, ...]:
    """Subjects by name; where several checks decide an item, each with its title."""
    several = len({one.check for one in results}) > 1
    return tuple(
        CheckRow(one, titles.get(one.check, one.check) if several or not one.subject else "") for one in results
    )


def checks_model(parent: QObject) -> TableModel[CheckRow]:
    """One row a subject (a VM, a file, an interface) or a check."""
    translate = QCoreApplication.translate

    def result(row: CheckRow) -> Kind:
        return kind_of_check(row.check)

    return TableModel(
        (
            Column("", lambda row: kind_word(kind_of_check(row.check)), kind=result),
            Column(translate("Checks", "Subject"), lambda row: visible(row.name)),
            Column(translate("Checks", "Expected"), lambda row: visible(row.check.expected)),
            Column(translate("Checks", "Found"), lambda row: visible(row.check.actual or row.check.message)),
        ),
        parent,
    )


def history_model(parent: QObject) -> TableModel[HistoryLine]:
    """One row an entry of the ledger, latest first."""
    translate = QCoreApplication.translate

    def when(line: HistoryLine) -> str:
        moment: datetime = line.time.astimezone()
        return f"{moment:%Y-%m-%d %H:%M}\n{visible(line.who or translate('History', 'Bartizan'))}"

    return TableModel(
        (
            Column(translate("History", "When and who"), when, tone=lambda _line: "muted"),
            Column(translate("History", "What"), lambda line: visible(line.what)),
        ),
        parent,
    )
