"""Run: how far each host is, what is being looked at, and what came out."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import progress, wizard
from app.model import TargetState
from app.presentation import FAILING, UNDECIDED, Kind, added, duration, kind_of
from app.progress import HostProgress, Phase, RunProgress
from app.report.visible import one_line
from ui.explained import explain
from ui.models.feed import feed_model
from ui.models.run import RunRow, run_model
from ui.models.table import ROW_ROLE
from ui.steps.base import Step
from ui.text import PlainLabel
from ui.widgets.basics import Card, EmptyState, button, frame
from ui.widgets.cells import CellDelegate
from ui.widgets.charts import Legend
from ui.workspace import Workspace

_ROW = 40  # pixels
_FEW = 6  # hosts
_UNBOUNDED = 16_777_215  # pixels: Qt's QWIDGETSIZE_MAX
_TICK = 500  # milliseconds between two updates of the clock


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
        column.addWidget(self._build_total())
        column.addWidget(self._build_table(), 3)
        column.addWidget(self._build_actions())
        column.addWidget(self._build_feed(), 2)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._show)
        self._counts: dict[str | None, tuple[tuple[Kind, int], ...]] = {}
        workspace.run_changed.connect(self._show)
        workspace.run_ended.connect(self._ended)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_total(self) -> QWidget:
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._headline = PlainLabel(role="heading", wrap=True)
        self._times = PlainLabel(role="muted", wrap=True)
        words.addWidget(self._headline)
        words.addWidget(self._times)
        line.addLayout(words, 1)
        self.start_button = button(
            self.tr("Start"),
            self._start,
            role="large",
            theme=self.theme,
            icon="play",
            tip=self.tr("Look at every host of the audit. Earlier answers stay; what was measured is replaced."),
        )
        self.pause_button = button(
            self.tr("Pause"),
            self._pause,
            theme=self.theme,
            icon="pause",
            tip=self.tr("Hosts that are being looked at are finished; no other one is begun."),
        )
        self.stop_button = button(
            self.tr("Cancel"),
            self._cancel_all,
            theme=self.theme,
            icon="square",
            role="danger",
            tip=self.tr("End the run. What was learnt up to now is kept."),
        )
        self.retry_failed_button = button(
            "",
            self._retry_failed,
            theme=self.theme,
            icon="refresh-cw",
            tip=self.tr("Look again at the hosts that could not be looked at."),
        )
        self.results_button = button(self.tr("See the findings"), self._results, role="large")
        line.addWidget(self.retry_failed_button)
        line.addWidget(self.start_button)
        line.addWidget(self.pause_button)
        line.addWidget(self.stop_button)
        line.addWidget(self.results_button)
        card.body.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        card.body.addWidget(self._bar)
        self._legend = Legend(self.theme)
        card.body.addWidget(self._legend)
        return card

    def _build_table(self) -> QWidget:
        self.model = run_model(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.theme, self.table))
        self.table.setAccessibleName(self.tr("Hosts in this run"))
        explain(
            self.table,
            self.tr("Choose a host to see what went wrong there, to look at it again alone, or to end its part."),
        )
        self.table.setProperty("framed", "true")
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setMouseTracking(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.theme.scaled(_ROW))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._show_actions())
        empty = EmptyState(
            self.theme,
            "server",
            self.tr("No hosts to look at"),
            self.tr("Add the machines of this audit first, or take this computer."),
            button(self.tr("Go to Hosts"), lambda: self.workspace.goto.emit("hosts"), role="primary"),
        )
        card = frame("card")
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(card)
        return self._stack

    def _build_feed(self) -> QWidget:
        """What is being looked at, as it happens; only while there is something to tell."""
        self.feed_model = feed_model(self)
        self.feed = QTableView()
        self.feed.setModel(self.feed_model)
        self.feed.setItemDelegate(CellDelegate(self.theme, self.feed))
        self.feed.setAccessibleName(self.tr("What is being looked at"))
        explain(self.feed, self.tr("Every command as it is run, with its host; the newest is at the end."))
        self.feed.setProperty("framed", "true")
        self.feed.setShowGrid(False)
        self.feed.setWordWrap(False)
        self.feed.verticalHeader().hide()
        self.feed.verticalHeader().setDefaultSectionSize(self.theme.scaled(24))
        self.feed.horizontalHeader().setHighlightSections(False)
        self.feed.horizontalHeader().setStretchLastSection(True)
        self.feed.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.feed.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.feed.setTabKeyNavigation(False)
        self._told = 0
        self.feed.hide()
        return self.feed

    def _build_actions(self) -> QWidget:
        self._actions = QWidget()
        line = QHBoxLayout(self._actions)
        line.setContentsMargins(0, 0, 0, 0)
        self._sentence = PlainLabel(wrap=True, selectable=True)
        line.addWidget(self._sentence, 1)
        self.retry_button = button(self.tr("Retry"), self._retry, theme=self.theme, icon="refresh-cw")
        self.cancel_button = button(self.tr("Cancel this host"), self._cancel_one, theme=self.theme, icon="ban")
        self.host_button = button(self.tr("Its connection…"), self._show_connection)
        line.addWidget(self.host_button)
        line.addWidget(self.retry_button)
        line.addWidget(self.cancel_button)
        return self._actions

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._counts = self._count()
        self._show_all()
        if not self.table.selectionModel().hasSelection() and self.model.rowCount():
            failed = [place for place, row in enumerate(self.model.rows()) if row.host.phase is Phase.FAILED]
            if failed:
                self.table.selectRow(failed[0])

    def shown(self) -> None:
        for one in (self.results_button, self.start_button):
            if not one.isHidden():
                one.setFocus()
                return

    def _count(self) -> dict[str | None, tuple[tuple[Kind, int], ...]]:
        wanted = {Kind.FAIL, Kind.PASS, Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.WAIVED}
        if self.workspace.audit is None or not self.workspace.audit.states:
            return {}
        return {
            name: tuple((kind, count) for kind, count in counts.items() if kind in wanted)
            for name, counts in self.workspace.tallies().items()
        }

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
            counts = self._counts.get(target.name, ()) if ended else ()
            rows.append(RunRow(host, seconds, counts, target.transport == "local"))
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_total(run, rows, now)
        self._show_actions()
        self._show_feed()
        if run.running and not self._clock.isActive():
            self._clock.start()
        elif not run.running:
            self._clock.stop()

    def _show_feed(self) -> None:
        feed = self.workspace.feed
        shown = feed is not None and feed.count > 0
        self.feed.setVisible(shown)
        # Few hosts leave the room to the list; many share it.
        high = self.table.horizontalHeader().height() + self.model.rowCount() * self.theme.scaled(_ROW) + 4
        self._stack.setMaximumHeight(high if shown and self.model.rowCount() <= _FEW else _UNBOUNDED)
        if feed is None or feed.count == self._told:
            return
        self._told = feed.count
        bar = self.feed.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 1  # unless the person has scrolled back to read
        self.feed_model.set_rows(feed.lines)
        if follows:
            QTimer.singleShot(0, self.feed, self.feed.scrollToBottom)  # after the view has laid its rows out

    def _show_total(self, run: RunProgress, rows: Sequence[RunRow], now: float) -> None:
        running = run.running
        looked = any(row.host.phase in progress.ENDED for row in rows)
        self.start_button.setVisible(not running and bool(rows))
        self.start_button.setText(self.tr("Run again") if looked else self.tr("Start"))
        self._dress(self.start_button, "" if looked else "large")
        self.start_button.setEnabled(self.workspace.writable)
        self.stop_button.setVisible(running)
        paused = self.workspace.paused
        self.pause_button.setVisible(running and (paused or run.waiting > 0))
        self.pause_button.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_button.setIcon(self.theme.icons.icon("play" if paused else "pause", "muted"))
        failed = sum(row.host.phase is Phase.FAILED for row in rows)
        self.retry_failed_button.setVisible(failed > 0 and failed < len(rows) and self.workspace.writable)
        self.retry_failed_button.setText(self.tr("Retry {n} failed").format(n=failed))
        self.results_button.setVisible(looked and not running)
        self._bar.setVisible(running)
        self._bar.setValue(round(run.share * 1000))
        if running:
            self._headline.setText(
                self.tr("Looking at {n} hosts").format(n=len(run.hosts))
                if len(run.hosts) > 1
                else self.tr("Looking at {host}").format(host=one_line(next(iter(run.hosts))))
            )
            left = run.remaining(now)
            text = self.tr("{share} % · {time} so far").format(
                share=round(run.share * 100), time=duration(now - run.started)
            )
            if paused:
                text += " · " + self.tr("paused, {n} wait").format(n=self._hosts(run.waiting))
            elif left is not None:
                text += " · " + self.tr("about {time} left").format(time=duration(left))
            self._times.setText(text)
            self._legend.hide()
            return
        counts = added(self.workspace.tallies().values()) if looked else {}
        failing = sum(counts.get(kind, 0) for kind in FAILING)
        open_ones = sum(counts.get(kind, 0) for kind in UNDECIDED)
        if not rows:
            self._headline.setText(self.tr("Nothing to run yet"))
            self._times.setText("")
        elif not looked:
            self._headline.setText(self.tr("Ready to look at {n}").format(n=self._hosts(len(rows))))
            self._times.setText(self.tr("Everything is read, nothing is changed. You can go on working meanwhile."))
        else:
            lost = sum(row.host.phase is Phase.FAILED for row in rows)
            self._headline.setText(self.tr("{a} findings fail, {b} wait for you").format(a=failing, b=open_ones))
            text = self.tr("{n} looked at").format(n=self._hosts(len(rows) - lost))
            if lost:
                text += " · " + self.tr("{n} could not be looked at").format(n=self._hosts(lost))
            self._times.setText(text)
        self._legend.setVisible(looked)
        self._legend.set_entries([(kind, count) for kind, count in counts.items() if kind is not Kind.NOTSELECTED])

    def _hosts(self, count: int) -> str:
        return self.tr("1 host") if count == 1 else self.tr("{n} hosts").format(n=count)

    def _dress(self, widget: QWidget, role: str) -> None:
        if widget.property("role") != role:
            widget.setProperty("role", role)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            self.start_button.setIcon(self.theme.icons.icon("play", "accent_text" if role else "muted"))

    def _selected(self) -> RunRow | None:
        indexes = self.table.selectionModel().selectedRows()
        row = indexes[0].data(ROW_ROLE) if indexes else None
        return row if isinstance(row, RunRow) else None

    def _show_actions(self) -> None:
        row = self._selected()
        ended = row is not None and row.host.phase in progress.ENDED
        failed = row is not None and row.host.phase is Phase.FAILED
        self.retry_button.setVisible(ended and self.workspace.writable)
        self.retry_button.setText(self.tr("Retry") if failed else self.tr("Look again"))
        self.cancel_button.setVisible(row is not None and not ended and self.workspace.running)
        self.host_button.setVisible(failed and row is not None and not row.local)
        self._sentence.setText(row.host.message if row is not None and failed else "")
        self._actions.setVisible(row is not None and (ended or self.workspace.running))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._size_columns)

    @Slot()
    def _size_columns(self) -> None:
        width = self.table.viewport().width()
        for column, share in ((0, 0.2), (1, 0.26), (2, 0.24)):
            self.table.setColumnWidth(column, round(width * share))
        self.feed.setColumnWidth(0, self.feed.fontMetrics().horizontalAdvance("00:00:00") + 28)
        self.feed.setColumnWidth(1, round(width * 0.2))
        self.feed.setColumnWidth(2, round(width * 0.22))

    @Slot()
    def _ended(self) -> None:
        self._counts = self._count()
        self._show()
        if not self.isHidden() and not self.results_button.isHidden():
            self.results_button.setFocus()

    # --- acting -------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        self.workspace.start_run()

    def _cancel_all(self) -> None:
        self.workspace.cancel_run()

    def _cancel_one(self) -> None:
        row = self._selected()
        if row is not None:
            self.workspace.cancel_run(row.host.target)

    def _pause(self) -> None:
        self.workspace.pause_run(pause=not self.workspace.paused)

    def _retry_failed(self) -> None:
        self.workspace.start_run([row.host.target for row in self.model.rows() if row.host.phase is Phase.FAILED])

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
