"""What was done to a finding, by whom and when, the last entry first."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.record import HistoryLine
from ui.models.checks import history_model
from ui.widgets.fitted import FittedTable
from ui.widgets.scroller import Scroller
from ui.workspace import Workspace

_WHEN = 126  # pixels of the first column


class HistoryPage(Scroller):
    """The last tab of the detail."""

    def __init__(self, workspace: Workspace) -> None:
        inner = QWidget()
        super().__init__(inner, QCoreApplication.translate("Detail", "History"))
        self._workspace = workspace
        self._wanted: tuple[str, str | None] | None = None
        self._told: tuple[str, str | None] | None = None  # the place whose history is shown
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        self._model = history_model(self)
        self.table = FittedTable(workspace.theme, self._model, (_WHEN,))
        self.table.setAccessibleName(QCoreApplication.translate("Detail", "History"))
        column.addWidget(self.table)
        column.addStretch(1)

    def show_place(self, place: tuple[str, str | None]) -> None:
        """All entries are read for it, so another thread does that; what stands there is of the same place or gone."""
        self._wanted, self._told = place, place if self._told == place else None
        if self._told is None:
            self._model.set_rows(())
        self._workspace.look_up(lambda audit: audit.history(*place), partial(self._came, place))

    def _came(self, place: tuple[str, str | None], lines: tuple[HistoryLine, ...] | None) -> None:
        if self._wanted == place:
            self._told = place
            self._model.set_rows(tuple(reversed(lines or ())))
