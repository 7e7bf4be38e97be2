"""The live list of a run: when, on which host, and what is being looked at. Newest last."""

import re
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from PySide6.QtCore import QObject

from app.language import tr
from app.model import Benchmark, TargetState
from app.report.visible import one_line
from app.scan import Event
from app.screen.presentation import duration
from ui.models.table import Column, TableModel

# Ends of a line of shell after which the command goes on, so that a semicolon would be a fault.
_CONTINUED = "\\"
_GOES_ON = re.compile(r"(?:[;|&({\\]|(?:^|[\s;])(?:do|then|else|in))$")
KEPT = 400  # lines; a person looks at the last few, and the evidence has all of it


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One step of one host, and the command where it is a look. ``tone`` names a colour token."""

    when: datetime
    target: str
    text: str
    command: str = ""
    tone: str | None = None


class Feed:
    """Events as lines, the last ``KEPT`` of them."""

    def __init__(self, benchmark: Benchmark) -> None:
        self._commands = {probe.id: probe.command for one in benchmark.addenda for probe in one.probes}
        self._lines: deque[FeedLine] = deque(maxlen=KEPT)
        self.count = 0  # of all lines ever, so that a view knows whether there are new ones

    def add(self, event: Event, when: datetime) -> None:
        """Take an event in; one that says nothing new to a person is left out."""
        if event.kind == "probe":
            if event.done < event.total:  # the last one names the look that has just ended
                command = _on_one_line(self._commands.get(event.probe, ""))
                self._take(FeedLine(when, event.target, look_name(event.probe), command))
            return
        text = {
            "connecting": tr("connecting"),
            "looking": tr("logged in"),
            "judging": tr("judging what was found"),
        }.get(event.kind)
        if text:
            self._take(FeedLine(when, event.target, text, tone="muted"))

    def ended(self, state: TargetState, when: datetime) -> None:
        """A host is done, or could not be looked at (to the end)."""
        if state.error:
            self._take(FeedLine(when, state.target.name, tr("failed"), state.error, tone="fail"))
        else:
            text = tr("done in {time}").format(time=duration(state.seconds))
            self._take(FeedLine(when, state.target.name, text, tone="pass"))

    def _take(self, line: FeedLine) -> None:
        self._lines.append(line)
        self.count += 1

    @property
    def lines(self) -> tuple[FeedLine, ...]:
        """What is kept, oldest first."""
        return tuple(self._lines)


def look_name(probe: str) -> str:
    """What is looked at, from the id of its probe: "qemu-conf" is read as "qemu conf"."""
    return probe.replace("_", " ").replace("-", " ")


@cache
def _on_one_line(command: str) -> str:
    """The command as a shell would take it on one line: no semicolon after a word that a command has to follow."""
    told = ""
    for line in filter(None, map(str.strip, command.splitlines())):
        joint = "; " if told and not _GOES_ON.search(told) else " " if told else ""
        told = f"{told.removesuffix(_CONTINUED).rstrip()}{joint}{line}"
    return told


def feed_model(parent: QObject) -> TableModel[FeedLine]:
    """Time of day, host, what."""
    return TableModel(
        (
            Column(
                tr("Time"),
                lambda row: row.when.strftime("%H:%M:%S"),
                tone=lambda _row: "muted",
            ),
            Column(tr("Host"), lambda row: one_line(row.target)),
            Column(tr("Step"), lambda row: one_line(row.text), tone=lambda row: row.tone),
            Column(
                tr("Command or reason"),
                lambda row: one_line(row.command),
                tip=lambda row: row.command or None,
                tone=lambda row: row.tone or "muted",
            ),
        ),
        parent,
    )
