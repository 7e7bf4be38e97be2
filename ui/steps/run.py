"""Run: how far each host is, what is being looked at, and what came out."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.counts import Counted
from app.model import TargetState
from app.screen import progress, wizard
from app.screen.presentation import Kind, kind_of, told
from app.screen.progress import HostProgress, Phase, RunProgress
from ui.explained import explain
from ui.models.run import HOST, PROGRESS, RESULTS, RunRow, run_model
from ui.models.table import ROW_ROLE
from ui.steps.base import Step
from ui.text import Paragraph, PlainLabel
from ui.widgets.buttons import button
from ui.widgets.cells import counts_width
from ui.widgets.emptystate import EmptyState
from ui.widgets.livelist import LiveList
from ui.widgets.rowmenu import RowMenu
from ui.widgets.rowtable import RowTable
from ui.widgets.runtotal import RunTotal
from ui.workspace import Workspace

_ROW = 40  # pixels
_FEW = 6  # hosts
_UNBOUNDED = 16_777_215  # pixels: Qt's QWIDGETSIZE_MAX
_TICK = 500  # milliseconds between two updates of the clock
# Parts of the table's width; the last column, which says what happens now, takes what is left.
_NAME_LEAST, _NAME_MOST, _BAR, _COUNTS = 0.16, 0.3, 0.24, 0.14
_COUNTED = frozenset({Kind.FAIL, Kind.PASS, Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.WAIVED})
_MEASURED = 100  # rows by which the column of names is sized


class RunStep(Step):
    """Live while it runs, a summary afterwards."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        column = QVBoxLayout(self)
        self.about = self.tr(
            "Looks at all hosts at the same time with commands that only read. A host that can't be reached disturbs "
            "no other, and can be tried again alone; hosts that were added meanwhile join in. Cancel keeps what was "
            "learnt. Meanwhile you can go to any other page and answer what is there."
        )
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Run"), "title"))
        self.total = RunTotal(workspace)
        self.total.look_at_rest.connect(self._look_at_rest)
        self.total.results.connect(self._results)
        column.addWidget(self.total)
        column.addWidget(self._build_table(), 3)
        column.addWidget(self._build_actions())
        self.feed = LiveList(self.theme)
        column.addWidget(self.feed, 2)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._show)
        self._counts: dict[str | None, tuple[tuple[Kind, int], ...]] = {}
        self._told: dict[str, tuple[Counted, tuple[tuple[Kind, int], ...]]] = {}  # what was said of which counts
        workspace.run_changed.connect(self._show)
        workspace.run_ended.connect(self._ended)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_table(self) -> QWidget:
        self.model = run_model(self)
        self.table = RowTable(self.theme, _ROW)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)  # the buttons are for one
        self.table.have_menu(self._fill_menu)
        self.table.setAccessibleName(self.tr("Hosts in this run"))
        explain(
            self.table,
            self.tr("Choose a host to see what went wrong there, to look at it again alone, or to end its part."),
        )
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._show_actions())
        empty = EmptyState(
            self.theme,
            "server",
            self.tr("No hosts to look at"),
            self.tr("Add the machines of this audit first, or take this computer."),
            button(self.tr("Go to Hosts"), lambda: self.workspace.goto.emit("hosts"), role="primary"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty.on_card())
        return self._stack

    def _build_actions(self) -> QWidget:
        self._actions = QWidget()
        line = QHBoxLayout(self._actions)
        line.setContentsMargins(0, 0, 0, 0)
        self._sentence = Paragraph(selectable=True)
        line.addWidget(self._sentence, 1)
        self.retry_button = button(self.tr("Retry"), self._retry, theme=self.theme, icon="refresh-cw")
        self.cancel_button = button(self.tr("Cancel this host"), self._cancel_one, theme=self.theme, icon="ban")
        self.host_button = button(self.tr("Go to the host"), self._show_connection)
        line.addWidget(self.host_button)
        line.addWidget(self.retry_button)
        line.addWidget(self.cancel_button)
        return self._actions

    # --- showing ------------------------------------------------------------------------------------------------

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        return (self._count, self._show_all, self._select_failed)

    def _select_failed(self) -> None:
        if not self.table.selectionModel().hasSelection() and self.model.rowCount():
            failed = [place for place, row in enumerate(self.model.rows()) if row.host.phase is Phase.FAILED]
            if failed:
                self.table.setCurrentIndex(self.model.index(failed[0], HOST))  # selectRow() fails from right to left

    def shown(self) -> None:
        self.total.take_keyboard()

    def _count(self) -> None:
        seen = self.workspace.audit is not None and self.workspace.audit.states
        self._counts = {
            name: tuple((kind, count) for kind, count in counts.items() if kind in _COUNTED)
            for name, counts in (self.workspace.tallies().items() if seen else ())
        }

    def _so_far(self, name: str) -> tuple[tuple[Kind, int], ...]:
        """Of a host that is done while others are looked at: from its verdicts, each of which was counted already."""
        audit = self.workspace.audit
        counted = audit.counts().get(name) if audit is not None else None
        if counted is None:
            return ()
        known = self._told.get(name)
        if known is None or known[0] is not counted:
            counts = tuple((kind, count) for kind, count in told(counted).items() if kind in _COUNTED)
            known = self._told[name] = (counted, counts)
        return known[1]

    @Slot()
    def _show(self) -> None:
        """Something moved; a page that nobody sees is brought up to date when it comes on screen."""
        if not self.isHidden():
            self._show_all()

    def _show_all(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        now = monotonic()
        run = self.workspace.run or RunProgress()
        states = {state.target.name: state for state in audit.states}
        rows = []
        for target in audit.targets:
            host = run.hosts.get(target.name) or _earlier(target.name, states.get(target.name))
            state = states.get(target.name)
            seconds = host.seconds(now) or (state.seconds if state is not None else 0.0)
            ended = host.phase in progress.ENDED
            counts = (self._so_far(target.name) if run.running else self._counts.get(target.name, ())) if ended else ()
            local, asking = target.transport == "local", not ended and target.name in self.workspace.questions.asking
            rows.append(RunRow(host, seconds, counts, local, run.running, asking))
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.total.show_run(run, rows, now)
        self._size_columns()
        self._show_actions()
        self._show_feed()
        if run.running and not self._clock.isActive():
            self._clock.start()
        elif not run.running:
            self._clock.stop()

    def _show_feed(self) -> None:
        shown = self.feed.show_lines(self.workspace.feed)
        # Few hosts leave the room to the list; many share it.
        high = self.table.horizontalHeader().height() + self.model.rowCount() * self.theme.scaled(_ROW) + 4
        self._stack.setMaximumHeight(high if shown and self.model.rowCount() <= _FEW else _UNBOUNDED)

    def _selected(self) -> RunRow | None:
        indexes = self.table.selectionModel().selectedRows()
        row = indexes[0].data(ROW_ROLE) if indexes else None
        return row if isinstance(row, RunRow) else None

    def _show_actions(self) -> None:
        row = self._selected()
        ended = row is not None and row.host.phase in progress.ENDED
        failed = row is not None and row.host.phase is Phase.FAILED
        unseen = row is not None and row.left and not failed
        self.retry_button.setVisible((ended or unseen) and self.workspace.writable)
        again = self.tr("Look at it") if unseen else self.tr("Look again")
        self.retry_button.setText(self.tr("Retry") if failed else again)
        self.cancel_button.setVisible(row is not None and not ended and self.workspace.running)
        self.host_button.setVisible(failed and row is not None and not row.local)
        self._sentence.setText(row.host.message if row is not None and failed else "")
        self._actions.setVisible(row is not None and (ended or unseen or self.workspace.running))

    def _fill_menu(self, menu: RowMenu) -> None:
        menu.offer(self.host_button.text(), self._show_connection)
        menu.offer_button(self.retry_button)
        menu.offer_button(self.cancel_button)
        menu.offer_copy(self.table.copy)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._size_columns)

    @Slot()
    def _size_columns(self) -> None:
        """Counts are never cut, names as little as can be, and what is happening gets the rest."""
        width, rows = self.table.viewport().width(), self.model.rows()
        counts = max((counts_width(row.counts, self.theme) for row in rows), default=0)
        names = max((self.table.cells.width_of(*one) for one in self.model.shown(HOST, 0, _MEASURED)), default=0)
        for column, wanted in (
            (HOST, min(max(names, round(width * _NAME_LEAST)), round(width * _NAME_MOST))),
            (PROGRESS, round(width * _BAR)),
            (RESULTS, max(round(width * _COUNTS), counts)),
        ):
            if self.table.columnWidth(column) != wanted:
                self.table.setColumnWidth(column, wanted)

    @Slot()
    def _ended(self) -> None:
        self.workspace.turns.then(self.workspace.findings, self._count, self._show, self._take_keyboard)

    def _take_keyboard(self) -> None:
        if not self.isHidden():
            self.total.take_keyboard()

    # --- acting -------------------------------------------------------------------------------------------------

    def _cancel_one(self) -> None:
        row = self._selected()
        if row is not None:
            self.workspace.cancel_run(row.host.target)

    def _look_at_rest(self) -> None:
        self.workspace.start_run([row.host.target for row in self.model.rows() if row.left])

    def _show_connection(self) -> None:
        row = self._selected()
        if row is not None:
            self.workspace.show_host.emit(row.host.target)

    def _retry(self) -> None:
        row = self._selected()
        if row is not None:
            self.workspace.start_run([row.host.target])

    def _results(self) -> None:
        """To the first failure, else to the first open item, else to the review."""
        findings = self.workspace.findings()
        first = next((one for one in findings if kind_of(one) is Kind.FAIL), None) or wizard.next_undecided(findings)
        if first is None:
            self.workspace.goto.emit("review")
        else:
            self.workspace.show_finding.emit(first.measured.item, first.measured.target)


def _earlier(name: str, state: TargetState | None) -> HostProgress:
    """A host as the stored audit knows it."""
    if state is None:
        return HostProgress(name)
    return HostProgress(
        name,
        Phase.FAILED if state.error else Phase.DONE,
        message=state.error,
        error_kind=state.error_kind,
    )
