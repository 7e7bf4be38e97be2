"""Columns of the history of the whole audit."""

from PySide6.QtCore import QCoreApplication, QObject

from app.model import HistoryLine
from app.report.visible import one_line
from ui.models.table import Column, TableModel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)


def journal_model(parent: QObject) -> TableModel[HistoryLine]:
    """One row an entry of the ledger."""
    return TableModel(
        (
            Column(_tr("When"), lambda line: line.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")),
            Column(_tr("Who"), lambda line: one_line(line.who or "Bartizan")),
            Column(_tr("Item"), lambda line: line.item),
            Column(_tr("What"), lambda line: one_line(line.what)),
        ),
        parent,
    )
