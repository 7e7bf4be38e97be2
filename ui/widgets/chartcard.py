"""A chart in a card with the same numbers as a table, one at a time; both lead to the lists behind their numbers."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QSizePolicy, QTableView

from app.report.visible import one_line
from app.screen.reviewing import Group
from ui.models.bars import LABEL, BarsModel
from ui.text import PlainLabel, set_tip
from ui.theme import Theme
from ui.widgets.basics import Card
from ui.widgets.buttons import icon_button
from ui.widgets.charts import Bar, StackedBars
from ui.widgets.scroller import Scroller

_MOST = 10  # bars that are shown at once; more scroll
_ROW = 30  # pixels of a row of the table
_LABEL = 150  # pixels of its first column


class ChartCard(Card):
    """``picked`` tells the key of a bar and a kind, which is empty for all of it."""

    picked = Signal(str, str)

    def __init__(self, theme: Theme, title: str, name: str, label: str) -> None:
        super().__init__()
        self._theme = theme
        line = QHBoxLayout()
        line.addWidget(PlainLabel(title, "heading"), 1)
        self.switch = icon_button(theme, "list", self.tr("{name} as a table").format(name=name), self._switch)
        line.addWidget(self.switch)
        self.body.addLayout(line)
        self.chart = StackedBars(theme, name)
        self.chart.picked.connect(self.picked)
        self._scroller = _Bars(self.chart)
        self.body.addWidget(self._scroller)
        self.model = BarsModel(label, self)
        self.body.addStretch(1)

    @cached_property
    def table(self) -> QTableView:
        """Made when somebody turns to it: of three charts, they are half of what the dashboard consists of."""
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.chart.accessibleName())
        table.setProperty("framed", "true")
        table.setShowGrid(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._theme.scaled(_ROW))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setResizeContentsPrecision(_MOST)  # or a hundred hosts are measured each time
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.activated.connect(self._cell_picked)
        table.clicked.connect(self._cell_picked)
        table.hide()
        self.body.insertWidget(self.body.indexOf(self._scroller) + 1, table)
        self._fit(table)
        return table

    def _fit(self, table: QTableView) -> None:
        table.horizontalHeader().setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(LABEL, _LABEL)
        rows = min(self.model.rowCount(), _MOST)
        table.setFixedHeight(rows * self._theme.scaled(_ROW) + table.horizontalHeader().sizeHint().height() + 18)

    def set_groups(self, groups: Sequence[Group]) -> None:
        self.chart.set_bars([Bar(group.key, one_line(group.label), group.counts) for group in groups])
        self.model.set_bars(groups)
        self._scroller.show_bars(min(len(groups), _MOST))
        if "table" in self.__dict__:
            self._fit(self.table)

    @Slot()
    def _switch(self) -> None:
        """From the chart to the table and back; the choice is the person's."""
        as_table = not self._scroller.isHidden()
        self.table.setVisible(as_table)
        self._scroller.setVisible(not as_table)
        name = self.chart.accessibleName()
        text = self.tr("{name} as a chart") if as_table else self.tr("{name} as a table")
        self.switch.setIcon(self._theme.icons.icon("chart-column" if as_table else "list", "muted"))
        self.switch.setAccessibleName(text.format(name=name))
        set_tip(self.switch, text.format(name=name))
        (self.table if as_table else self.chart).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _cell_picked(self, index: QModelIndex) -> None:
        if (found := self.model.picked(index)) is not None:
            self.picked.emit(*found)


class _Bars(Scroller):
    """The bars, of which a few are in sight; how high they are depends on the width that there is for their labels."""

    def __init__(self, chart: StackedBars) -> None:
        super().__init__(chart, "")
        self._chart = chart
        self._in_sight = 1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bars(self, count: int) -> None:
        self._in_sight = count
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._chart.height_of(self._in_sight, width) + 2

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self._chart.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._chart.minimumSizeHint().width(), 0)
