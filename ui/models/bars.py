"""The numbers of a chart as a table: a row a bar, a column a kind. What a chart shows, for those who don't see it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.screen.presentation import Kind
from app.screen.reviewing import SHOWN, Group
from ui.words import kind_sentence, kind_word

_ROOT = QModelIndex()
LABEL = 0


class BarsModel(QAbstractTableModel):
    """Columns are the label, each kind that any bar has, and the sum."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._bars: tuple[Group, ...] = ()
        self._kinds: tuple[Kind, ...] = ()

    def set_bars(self, bars: Sequence[Group]) -> None:
        """Replace all."""
        self.beginResetModel()
        self._bars = tuple(bars)
        there = {kind for bar in bars for kind, _ in bar.counts}
        self._kinds = tuple(kind for kind in SHOWN if kind in there)
        self.endResetModel()

    def picked(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str] | None:
        """The key of a cell's bar and its kind; an empty kind stands for all. None: there are none of that kind."""
        bar, place = self._bars[index.row()], index.column() - 1
        if not 0 <= place < len(self._kinds):
            return bar.key, ""
        kind = self._kinds[place]
        return (bar.key, kind.value) if dict(bar.counts).get(kind) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._bars)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._kinds) + 2

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._title, *map(kind_word, self._kinds), self.tr("All"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == LABEL else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        bar, column = self._bars[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == LABEL else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if column == LABEL:
            return bar.label
        counts = dict(bar.counts)
        if column > len(self._kinds):
            count, words = sum(counts.values()), self.tr("in all")
        else:
            kind = self._kinds[column - 1]
            count, words = counts.get(kind, 0), kind_sentence(kind)
        return f"{bar.label}: {count} {words}" if role == Qt.ItemDataRole.AccessibleTextRole else str(count or "–")
