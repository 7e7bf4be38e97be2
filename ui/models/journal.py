"""Columns of the history of the whole audit."""

from PySide6.QtCore import QObject

from app.language import tr
from app.record import HistoryLine
from app.report.visible import one_line
from ui.models.table import Column, TableModel


def journal_model(parent: QObject) -> TableModel[HistoryLine]:
    """One row an entry of the ledger."""
    return TableModel(
        (
            Column(tr("When"), lambda line: line.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")),
            Column(tr("Who"), lambda line: one_line(line.who or "Bartizan")),
            Column(tr("Item"), lambda line: line.item),
            Column(tr("What"), lambda line: one_line(line.what)),
        ),
        parent,
    )
