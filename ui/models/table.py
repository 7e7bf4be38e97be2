"""One table model for every flat list: frozen rows, and columns that say how to read them. data() only looks up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model import Severity
from app.report.visible import one_line
from app.screen.presentation import Kind
from ui.text import tool_tip
from ui.widgets.badge import KIND_ROLE, SEVERITY_ROLE
from ui.words import kind_sentence, severity_word

RowT = TypeVar("RowT")
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 10
TONE_ROLE = Qt.ItemDataRole.UserRole + 11  # name of a colour token for the text
SHARE_ROLE = Qt.ItemDataRole.UserRole + 12  # 0..1, painted as a bar
ICON_ROLE = Qt.ItemDataRole.UserRole + 13  # name of an icon before the text
INDENT_ROLE = Qt.ItemDataRole.UserRole + 15
COUNTS_ROLE = Qt.ItemDataRole.UserRole + 16  # tuple of (Kind, count)
_READERS = {
    KIND_ROLE: "kind", SEVERITY_ROLE: "severity", TONE_ROLE: "tone", ICON_ROLE: "icon", SHARE_ROLE: "share",
    INDENT_ROLE: "indent", COUNTS_ROLE: "counts",
}  # fmt: skip


def _nothing(_row: Any) -> Any:
    return None


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """How a column reads its cell from a row; what isn't given is nothing."""

    title: str
    text: Callable[[RowT], str]
    tip: Callable[[RowT], str | None] = _nothing
    kind: Callable[[RowT], Kind | None] = _nothing
    severity: Callable[[RowT], Severity | None] = _nothing
    tone: Callable[[RowT], str | None] = _nothing
    icon: Callable[[RowT], str | None] = _nothing
    share: Callable[[RowT], float | None] = _nothing
    indent: Callable[[RowT], int | None] = _nothing
    counts: Callable[[RowT], tuple[tuple[Kind, int], ...] | None] = _nothing
    strong: bool = False
    part: int = 1  # of what is left for the columns that are cut

    @property
    def looks(self) -> tuple[Callable[[RowT], Any], ...]:
        """Everything that a cell's look depends on; its tip is not seen."""
        return (self.kind, self.severity, self.tone, self.icon, self.share, self.indent, self.counts, self.text)


class TableModel(QAbstractTableModel, Generic[RowT]):
    """Rows under columns."""

    def __init__(self, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[RowT] = []

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Replace all; where only contents changed, selection and scroll position stay."""
        if len(rows) == len(self._rows):
            pairs = enumerate(zip(self._rows, rows, strict=True))
            changed = [place for place, (old, new) in pairs if old is not new and old != new]
            self._rows = list(rows)
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_row(self, position: int, row: RowT) -> None:
        self._rows[position] = row
        self.dataChanged.emit(self.index(position, 0), self.index(position, len(self._columns) - 1))

    def row(self, position: int) -> RowT:
        return self._rows[position]

    def rows(self) -> tuple[RowT, ...]:
        return tuple(self._rows)

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> tuple[RowT, Column[RowT]]:
        """What stands in a cell and how to read it, for who paints it: Qt would have each part asked for alone."""
        return self._rows[index.row()], self._columns[index.column()]

    def has_badges(self, column: int) -> bool:
        """Whether cells of that column are badges."""
        return self._columns[column].kind is not _nothing

    def part(self, column: int) -> int:
        """How much of what is left for them that column gets, beside others that are cut."""
        return self._columns[column].part

    def text(self, row: RowT, column: int) -> str:
        """What a row would show in that column."""
        return self._columns[column].text(row)

    def line(self, row: RowT) -> str:
        """Give the cells of a row with tabs between them, as a spreadsheet takes them from the clipboard."""
        from app.report.csvreport import cell  # noqa: PLC0415 - not before somebody copies

        texts = (column.text(row) or _in_words(column.counts(row)) for column in self._columns)
        return "\t".join(cell(one_line(text)) for text in texts)

    def shown(self, column: int, first: int, count: int) -> set[tuple[Kind | None, str, bool, int]]:
        """What stands in that column of so many rows, each once: kind, text, whether with an icon, how far indented."""
        one, rows = self._columns[column], self._rows[first : first + count]
        return {(one.kind(row), one.text(row), bool(one.icon(row)), one.indent(row) or 0) for row in rows}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(column, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(column.tip(row) or column.text(row))
        name = _READERS.get(role)
        return getattr(column, name)(row) if name is not None else None


def _in_words(counts: tuple[tuple[Kind, int], ...] | None) -> str:
    return ", ".join(f"{count} {kind_sentence(one)}" for one, count in counts or ())


def _spoken(column: Column[RowT], row: RowT) -> str:
    kind, severity = column.kind(row), column.severity(row)
    parts = (
        column.title,
        column.text(row),
        kind_sentence(kind) if kind is not None else "",
        severity_word(severity) if severity is not None else "",
        _in_words(column.counts(row)),
    )
    return " ".join(part for part in parts if part)
