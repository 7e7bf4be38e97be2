"""The run as a whole: how far it is and how long it takes, what came out, and the buttons that lead it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from app.causes import causes
from app.language import in_english
from app.record import Finding
from app.report.visible import one_line
from app.report.wording import counted, listed, number, short
from app.screen import progress
from app.screen.presentation import FAILING, UNDECIDED, Kind, added, duration
from app.screen.progress import Phase, RunProgress
from ui.models.run import RunRow
from ui.text import Paragraph
from ui.widgets.basics import Card
from ui.widgets.buttons import button
from ui.widgets.charts import Legend
from ui.workspace import Workspace

_WORDS = 300  # pixels that the words have at least beside the buttons


class RunTotal(Card):
    """Start, pause and cancel act on the workspace; which hosts are looked at besides is the page's to say."""

    look_at_rest = Signal()  # what failed, or was not looked at yet
    results = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.theme = workspace.theme
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.headline = Paragraph(role="heading")
        self.times = Paragraph(role="muted")
        words.addWidget(self.headline)
        words.addWidget(self.times)
        self._line.addLayout(words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        for one in self._build_buttons():
            self._buttons.addWidget(one)
        self._line.addLayout(self._buttons)
        self.body.addLayout(self._line)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        self.body.addWidget(self._bar)
        self._legend = Legend(self.theme)
        self.body.addWidget(self._legend)
        self.cause = Paragraph(role="muted", selectable=True)
        self.cause.hide()
        self.body.addWidget(self.cause)
        self._explained: tuple[Finding, ...] | None = None  # the findings that it is about

    def _build_buttons(self) -> Sequence[QPushButton]:
        self.rest_button = button(
            "",
            self.look_at_rest.emit,
            theme=self.theme,
            icon="refresh-cw",
            tip=self.tr(
                "Look at the hosts that could not be looked at, or were not looked at yet; the others stay as they are."
            ),
        )
        self.start_button = button(
            self.tr("Start"),
            self.workspace.start_run,
            role="large",
            theme=self.theme,
            icon="play",
            tip=self.tr("Look at every host of the audit. Earlier answers stay; what was measured is replaced."),
        )
        self.pause_button = button(
            self.tr("Pause"),
            lambda: self.workspace.pause_run(pause=not self.workspace.paused),
            theme=self.theme,
            icon="pause",
            tip=self.tr("Hosts that are being looked at are finished; no other one is begun."),
        )
        self.stop_button = button(
            self.tr("Cancel"),
            self.workspace.cancel_run,
            theme=self.theme,
            icon="square",
            role="danger",
            tip=self.tr("End the run. What was learnt up to now is kept."),
        )
        self.results_button = button(self.tr("See the findings"), self.results.emit, role="large")
        return (
            self.rest_button,
            self.start_button,
            self.pause_button,
            self.stop_button,
            self.results_button,
        )

    def take_keyboard(self) -> None:
        """To the button that leads on, where there is one."""
        for one in (self.results_button, self.start_button):
            if not one.isHidden():
                one.setFocus()
                return

    # --- showing ------------------------------------------------------------------------------------------------

    def show_run(self, run: RunProgress, rows: Sequence[RunRow], now: float) -> None:
        """How the run stands at that moment of the monotonic clock."""
        looked = any(row.host.phase in progress.ENDED for row in rows)
        self._show_buttons(run, rows, looked=looked)
        self._bar.setVisible(run.running)
        self._bar.setValue(round(run.share * 1000))
        self._legend.setVisible(looked and not run.running)
        self.cause.setVisible(looked and not run.running and bool(self.cause.text()))
        if run.running:
            self._show_going_on(run, now)
        elif looked:
            self._show_ended(rows)
            self._show_cause()
        elif rows:
            self.headline.setText(self.tr("Ready to look at {n}").format(n=self._hosts(len(rows))))
            self.times.setText(self.tr("Everything is read, nothing is changed. You can go on working meanwhile."))
        self.setVisible(run.running or bool(rows))  # what there is to do first, the empty page says
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Beside the words, or below them where they would leave too little room for those."""
        room = self.width() - self._buttons.sizeHint().width() - self._line.spacing()
        stacked = room < self.theme.scaled(_WORDS)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._line.setAlignment(self._buttons, Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag(0))

    def _show_buttons(self, run: RunProgress, rows: Sequence[RunRow], *, looked: bool) -> None:
        running, paused = run.running, self.workspace.paused
        self.start_button.setVisible(not running and bool(rows))
        self.start_button.setText(self.tr("Run again") if looked else self.tr("Start"))
        self._dress(self.start_button, "" if looked else "large")
        self.start_button.setEnabled(self.workspace.writable)
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(not self.workspace.cancelling)
        self.pause_button.setVisible(running and (paused or run.waiting > 0) and not self.workspace.cancelling)
        self.pause_button.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_button.setIcon(self.theme.icons.icon("play" if paused else "pause", "muted"))
        rest = [row for row in rows if row.left]
        failed = sum(row.host.phase is Phase.FAILED for row in rest)
        self.rest_button.setVisible(0 < len(rest) < len(rows) and self.workspace.writable)
        text = self.tr("Retry {n} failed") if failed == len(rest) else self.tr("Look at {n} left")
        self.rest_button.setText((text if failed else self.tr("Look at {n} new")).format(n=len(rest)))
        self.results_button.setVisible(looked and not running)

    def _dress(self, widget: QPushButton, role: str) -> None:
        if widget.property("role") != role:
            widget.setProperty("role", role)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            widget.setIcon(self.theme.icons.icon("play", "accent_text" if role else "muted"))

    def _show_going_on(self, run: RunProgress, now: float) -> None:
        if self.workspace.cancelling:
            self.headline.setText(self.tr("Cancelling"))
            self.times.setText(self.tr("Hosts are let go of; what they have answered is kept."))
            return
        hosts = [one_line(one.target) for one in run.own]
        one, many = self.tr("Looking at {host}"), self.tr("Looking at {n} hosts")
        self.headline.setText(counted(len(hosts), one, many, host=hosts[0]))
        text = self.tr("{share} % · {time} so far").format(
            share=round(run.share * 100), time=duration(now - run.started)
        )
        left = run.remaining(now)
        if self.workspace.paused:
            text += " · " + self.tr("paused, {n} wait").format(n=self._hosts(run.waiting))
        elif left is not None:
            text += " · " + self.tr("about {time} left").format(time=duration(left))
        if len(hosts) > 1:
            text += " · " + self.tr("{a} of {b} done").format(a=run.ended, b=self._hosts(len(hosts)))
        self.times.setText(text)

    def _show_ended(self, rows: Sequence[RunRow]) -> None:
        counts = added(self.workspace.tallies().values())
        failing = sum(counts.get(kind, 0) for kind in FAILING)
        open_ones = sum(counts.get(kind, 0) for kind in UNDECIDED)
        phases = [row.host.phase for row in rows]
        lost, unseen = phases.count(Phase.FAILED), phases.count(Phase.WAITING)
        self.headline.setText(
            self.tr("{failing}, {waiting}").format(
                failing=counted(failing, self.tr("1 finding fails"), self.tr("{n} findings fail")),
                waiting=counted(open_ones, self.tr("1 waits for you"), self.tr("{n} wait for you")),
            )
        )
        text = self.tr("{n} looked at").format(n=self._hosts(phases.count(Phase.DONE)))
        if lost:
            text += " · " + counted(
                lost, self.tr("1 host could not be looked at"), self.tr("{n} hosts could not be looked at")
            )
        if unseen:
            text += " · " + self.tr("{n} not looked at yet").format(n=self._hosts(unseen))
        self.times.setText(text)
        self._legend.set_entries([(kind, count) for kind, count in counts.items() if kind is not Kind.NOTSELECTED])

    def _show_cause(self) -> None:
        """Why most of what could not be told could not be: one service that is down, and not forty faults."""
        findings = self.workspace.findings()
        if findings is self._explained:
            return
        self._explained = findings
        text = ""
        for one in causes(findings)[:1]:
            where = self.tr("{n} findings could not be told for one reason, on {names}")
            label = where if one.targets else self.tr("{n} findings could not be told for one reason")
            label = label.format(n=number(one.count), names=listed(one.targets, 3))
            text = f"{in_english(one_line(label))}: {one_line(short(one.said))}."
        self.cause.setText(text)
        self.cause.setVisible(bool(text))

    def _hosts(self, count: int) -> str:
        return counted(count, self.tr("1 host"), self.tr("{n} hosts"))
