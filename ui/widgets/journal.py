"""The history of the whole audit: who did what when, by sort, person and words."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.chronicle import KINDS, selected
from app.model import Benchmark
from app.record import HistoryLine
from app.report.visible import one_line
from app.storedaudit import history_of
from ui.accessible import name_choice
from ui.explained import explain
from ui.models.journal import journal_model
from ui.models.table import ROW_ROLE
from ui.text import PlainLabel
from ui.widgets.dropdown import DropDown
from ui.widgets.listing import Listing
from ui.widgets.searchfield import SearchField
from ui.workspace import Workspace


class Journal(QWidget):
    """The fifth page of the review; the file is read by another thread when the page comes on screen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._lines: tuple[tuple[HistoryLine, str], ...] = ()  # each with what is searched
        self._seal = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.kind = DropDown()
        name_choice(self.kind, self.tr("Which sort of entry"))
        explain(self.kind, self.tr("Only entries of that sort."))
        self.kind.addItem(self.tr("Everything"), "")
        words = {
            "set-up": self.tr("Set-up"),
            "run": self.tr("Looking at hosts"),
            "answer": self.tr("Answers"),
            "review": self.tr("Reviews"),
            "file": self.tr("Attached files"),
            "signing": self.tr("Signatures and revisions"),
        }
        for kind in KINDS:
            self.kind.addItem(words.get(kind, kind), kind)
        self.who = DropDown()
        name_choice(self.who, self.tr("Who"))
        explain(self.who, self.tr("Only what that person entered."))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchField(workspace.theme, self.tr("Search items, hosts, remarks"))
        explain(self.search, self.tr("Only entries that hold every word that you type stay."))
        line.addWidget(self.kind)
        line.addWidget(self.who)
        line.addWidget(self.search, 1)
        self._count = PlainLabel(role="muted")
        line.addWidget(self._count)
        column.addLayout(line)
        self.model = journal_model(self)
        self.table = Listing(workspace.theme, self.model, self.tr("History"))
        self.table.activated.connect(self._open)
        self.search.leads_to = self.table
        column.addWidget(self.table, 1)
        self.kind.currentIndexChanged.connect(self._show_rows)
        self.who.currentIndexChanged.connect(self._show_rows)
        self.search.textChanged.connect(self._show_rows)

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None or audit.seal == self._seal:
            return
        self._seal = audit.seal
        self.workspace.read(_searchable, self._came)

    def _came(self, lines: tuple[tuple[HistoryLine, str], ...] | None) -> None:
        if lines is None:  # it couldn't be read, which was said; the next visit asks again
            self._seal = ""
            return
        self._lines = tuple(reversed(lines))
        chosen = self.who.currentData()
        self.who.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.who.clear()
        self.who.addItem(self.tr("Everybody"), "")
        for name in dict.fromkeys(line.who for line, _ in self._lines if line.who):
            self.who.addItem(one_line(name), name)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.who.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        words = self.search.text().casefold().split()
        lines = [line for line, text in self._lines if all(word in text for word in words)]
        found = selected(lines, kind=self.kind.currentData() or "", who=self.who.currentData() or "")
        self.model.set_rows(found)
        self._count.setText(self.tr("{a} of {b} entries").format(a=len(found), b=len(self._lines)))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE)
        if isinstance(line, HistoryLine) and line.item:
            self.workspace.show_finding.emit(line.item, line.target)


def _searchable(path: Path, benchmark: Benchmark) -> tuple[tuple[HistoryLine, str], ...]:
    """The history, each line with its text: an answer to all of an audit names thousands of places."""
    return tuple((line, _text(line)) for line in history_of(path, benchmark))


def _text(line: HistoryLine) -> str:
    places = " ".join(f"{item} {target or ''}" for item, target in line.places)
    return f"{line.who} {line.what} {line.item} {line.target or ''} {places}".casefold()
