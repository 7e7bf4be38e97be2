"""A table without a scroll area of its own: as high as its rows, its columns in fixed shares of its width."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import Theme
from ui.widgets.cells import CellDelegate

_HIGHEST = 480  # pixels; more rows scroll
_SLICE = 0.008  # seconds of measuring rows that nobody sees yet
_SOON = 80  # milliseconds until then


class FittedTable(QTableView):
    """``shares`` are pixels above 1 and parts of the rest below; the last column takes what is left."""

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, shares: Sequence[float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self, wrap=True))
        self.setProperty("framed", "true")
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(24)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._measured = 0  # rows that have their height
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._measure_on)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Measure the rows that are seen, set the height, and leave the others for later."""
        room = self.viewport().width()
        fixed = sum(share for share in self._shares if share > 1)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, round(share if share > 1 else (room - fixed) * share))
        rows, shown, self._measured = self.model().rowCount(), 0, 0
        while self._measured < rows and shown < _HIGHEST:
            self.resizeRowToContents(self._measured)
            shown += self.rowHeight(self._measured)
            self._measured += 1
        self.setFixedHeight(min(shown, _HIGHEST) + self.horizontalHeader().sizeHint().height() + 4)
        if self._measured < rows:
            self._rest.start(_SOON)

    @Slot()
    def _measure_on(self) -> None:
        """The rows below those that are seen, bit by bit: an item may have hundreds of guests."""
        rows, end = self.model().rowCount(), monotonic() + _SLICE
        while self._measured < rows and monotonic() < end:
            self.resizeRowToContents(self._measured)
            self._measured += 1
        if self._measured < rows:
            self._rest.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)

    def wheelEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The page scrolls, not the table, unless the table has more than it shows."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)  # type: ignore[arg-type]  # a QWheelEvent
        else:
            event.ignore()
