"""Columns of the run's table, and of other lists of findings."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.language import tr
from app.report.visible import one_line
from app.screen.presentation import Kind, duration
from app.screen.progress import HostProgress, Phase
from ui.models.feed import look_name
from ui.models.table import Column, TableModel

HOST, PROGRESS, RESULTS, NOW = range(4)  # columns


@dataclass(frozen=True, slots=True)
class RunRow:
    """A host in the run: its progress, the counts once it is done, and the time that has passed."""

    host: HostProgress
    seconds: float
    counts: tuple[tuple[Kind, int], ...] = ()
    local: bool = False
    running: bool = False  # whether anything is, so that what waits will have its turn
    asking: bool = False  # its login waits for a person

    @property
    def left(self) -> bool:
        """Whether it failed, or nobody has begun to look at it."""
        return self.host.phase is Phase.FAILED or (self.host.phase is Phase.WAITING and not self.running)


def progress_text(row: RunRow) -> str:
    """So many looks of so many."""
    host = row.host
    if host.phase is Phase.FAILED and not host.done:
        return "–"  # its bar is empty, and the last column says why
    return tr("{a} of {b}").format(a=host.done, b=host.total) if host.total else ""


def doing_text(row: RunRow) -> str:
    """What happens on that host now, or how it ended."""
    host = row.host
    if host.phase is Phase.FAILED:
        return one_line(host.message)
    if row.asking:
        return tr("waits for your answer")
    return {
        Phase.WAITING: tr("waiting") if row.running else tr("not looked at yet"),
        Phase.CONNECTING: tr("connecting"),
        Phase.LOOKING: tr("looking at {probe}").format(probe=look_name(host.probe)) if host.probe else tr("looking"),
        Phase.JUDGING: tr("judging"),
        Phase.DONE: tr("done in {time}").format(time=duration(row.seconds)),
    }[host.phase]


def doing_tone(row: RunRow) -> str | None:
    """The colour token of the last column."""
    if row.asking:
        return "waiting"
    return {Phase.FAILED: "fail", Phase.DONE: "muted", Phase.WAITING: "muted"}.get(row.host.phase)


def doing_icon(row: RunRow) -> str | None:
    """The icon of the last column."""
    if row.host.phase is Phase.FAILED:
        return "ban" if row.host.error_kind == "cancelled" else "circle-x"
    if row.asking:
        return "circle-help"
    return "circle-check" if row.host.phase is Phase.DONE else None


def bar_share(row: RunRow) -> float:
    """0..1 of what was to be looked at; a host that failed was looked at so far and no further."""
    host = row.host
    if host.phase is Phase.FAILED:
        return host.done / host.total if host.total else 0.0
    return host.share


def bar_tone(row: RunRow) -> str | None:
    """The colour token of the bar."""
    return {Phase.FAILED: "fail", Phase.DONE: "pass"}.get(row.host.phase)


def run_model(parent: QObject) -> TableModel[RunRow]:
    """One row a host."""
    return TableModel(
        (
            Column(
                tr("Host"),
                lambda row: one_line(row.host.target),
                strong=True,
                icon=lambda row: "monitor" if row.local else "server",
            ),
            Column(tr("Progress"), progress_text, share=bar_share, tone=bar_tone),
            Column(tr("Results"), lambda _row: "", counts=lambda row: row.counts),
            Column(tr("Now"), doing_text, tip=doing_text, tone=doing_tone, icon=doing_icon),
        ),
        parent,
    )
