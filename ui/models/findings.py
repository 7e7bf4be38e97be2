"""The list of a chapter: sections and items down, a column per host across."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.language import content, told, told_in_english
from app.record import Finding
from app.report.visible import one_line
from app.screen.chapterlist import ItemRow, Look, Row, SectionRow
from app.screen.presentation import Kind
from ui.text import tool_tip
from ui.widgets.badge import KIND_ROLE, QUIET_ROLE, SEVERITY_ROLE
from ui.widgets.sides import numbered
from ui.words import change_word, kind_sentence, kind_word, severity_word, standing_sentence, standing_word

_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 10
FINDING_ROLE = Qt.ItemDataRole.UserRole + 11
ITEM, SEVERITY, FIRST_HOST = 0, 1, 2
_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_CELL = _HEADING | Qt.ItemFlag.ItemIsSelectable
_QUIET = frozenset({Kind.NOTAPPLICABLE, Kind.NOTSELECTED})


class FindingsModel(QAbstractTableModel):
    """Rows as app.screen.chapterlist made them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._targets: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._places: dict[str, int] = {}

    def set_rows(self, rows: Sequence[Row], targets: Sequence[str]) -> bool:
        """Replace all; the same items under the same hosts keep selection and scroll position: True then."""
        same = tuple(targets) == self._targets and [_key(row) for row in rows] == [_key(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if self._targets != tuple(targets):
            self._targets = tuple(targets)
            self._titles = tuple(map(one_line, targets))
        self._places = {row.rule.id: place for place, row in enumerate(rows) if isinstance(row, ItemRow)}
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        return same

    @property
    def targets(self) -> tuple[str, ...]:
        return self._targets

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def items(self) -> tuple[ItemRow, ...]:
        return tuple(row for row in self._rows if isinstance(row, ItemRow))

    def item(self, item: str) -> ItemRow | None:
        """The row of that item, if it is shown."""
        row = self._rows[self._places[item]] if item in self._places else None
        return row if isinstance(row, ItemRow) else None

    def target_at(self, index: QModelIndex | QPersistentModelIndex) -> str | None:
        """The host of that column, or None in the first two."""
        column = index.column() - FIRST_HOST
        return self._targets[column] if 0 <= column < len(self._targets) else None

    def index_of(self, item: str, target: str | None) -> QModelIndex:
        """Where a finding stands; a site-wide one in the first host's column. Invalid if it is filtered away."""
        place = self._places.get(item)
        if place is None:
            return QModelIndex()
        column = FIRST_HOST + self._targets.index(target) if target in self._targets else FIRST_HOST
        return self.index(place, min(column, self.columnCount() - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else FIRST_HOST + max(1, len(self._targets))

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            text = self._title(section)
            return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _title(self, section: int) -> str:
        if section < FIRST_HOST:
            return self.tr("Item") if section == ITEM else self.tr("Sev.")
        return self._titles[section - FIRST_HOST] if self._titles else self.tr("Result")

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], SectionRow):
            return _HEADING
        return _CELL

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, SectionRow):
            return _section(row, index.column(), role)
        if index.column() == ITEM:
            return _item(row, role)
        if index.column() == SEVERITY:
            if role == SEVERITY_ROLE:
                return row.rule.severity
            if role == Qt.ItemDataRole.ToolTipRole:
                return tool_tip(severity_word(row.rule.severity))
            return severity_word(row.rule.severity) if role in _TEXT_ROLES else None
        return self._cell(row, index, role)

    def _cell(self, row: ItemRow, index: QModelIndex | QPersistentModelIndex, role: int) -> Any:
        target = self.target_at(index)
        finding, look = row.cell(target), row.look(target)
        if role == FINDING_ROLE:
            return finding
        if finding is None or look is None:
            return None
        kind = look.kind
        if role == KIND_ROLE:
            return kind
        if role == QUIET_ROLE:
            return is_quiet(look)
        if role == Qt.ItemDataRole.DisplayRole:
            return kind_word(kind)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = self.tr("whole site") if finding.measured.target is None else one_line(finding.measured.target)
            return f"{row.rule.id} {content(row.rule.title)}, {where}: {_sentences(look)} {_message(finding)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{_sentences(look)} {_message(finding)}")
        return None


_TEXT_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


def is_quiet(look: Look) -> bool:
    """Whether the cell concerns nobody."""
    return look.kind in _QUIET and look.standing is None


def _key(row: Row) -> str:
    return row.section.id if isinstance(row, SectionRow) else f"{row.rule.id} {row.site_wide}"


def note(look: Look) -> str:
    """The words below a badge: what people did, else how it changed; empty where there is nothing to say."""
    if look.standing is not None:
        return standing_word(look.standing)
    return change_word(look.change) if look.change is not None else ""


def _sentences(look: Look) -> str:
    parts = [kind_sentence(look.kind)]
    if look.standing is not None:
        parts.append(standing_sentence(look.standing))
    if look.change is not None:
        text = QCoreApplication.translate("Findings", "Since the earlier audit: {word}")
        parts.append(text.format(word=change_word(look.change)))
    return ". ".join(parts) + "."


def _message(finding: Finding) -> str:
    return told_in_english(one_line(finding.measured.message))


def _section(row: SectionRow, column: int, role: int) -> Any:
    if column != ITEM:
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{row.section.id}  {content(row.section.title)}"
    if role == Qt.ItemDataRole.AccessibleTextRole:
        text = f"{row.section.id}  {content(row.section.title)}"
        return f"{text}. {told(row.section.introduction)}" if row.open else text
    if role == Qt.ItemDataRole.ToolTipRole and row.section.introduction:
        return tool_tip(told(row.section.introduction))
    return None


def _item(row: ItemRow, role: int) -> Any:
    if role in _TEXT_ROLES:
        return numbered(row.rule.id, content(row.rule.title))
    if role == Qt.ItemDataRole.ToolTipRole:
        return tool_tip(f"{numbered(row.rule.id, content(row.rule.title))}. {told(row.rule.requirement)}")
    return None
