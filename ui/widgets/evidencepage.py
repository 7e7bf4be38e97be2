"""The evidence of a finding: which outputs there are, and the one chosen, read when it is wanted."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from app.model import Evidence
from app.record import Finding
from app.report.visible import one_line, visible
from app.report.wording import decimal, number
from app.screen.evidencetext import PagedText
from app.screen.presentation import readable
from ui.accessible import name_choice
from ui.bridge import Outcome
from ui.explained import explain
from ui.widgets.dropdown import DropDown
from ui.widgets.emptystate import EmptyState
from ui.widgets.evidence import EvidenceView
from ui.workspace import Workspace


def evidence_ids(finding: Finding) -> tuple[str, ...]:
    """The ids ("target/probe") of all that the finding rests on, what its checks looked at first."""
    checked = (one for check in finding.measured.checks for one in check.evidence)
    return tuple(dict.fromkeys([*checked, *finding.measured.evidence]))


class EvidencePage(QStackedWidget):
    """``show_finding`` says what there is; nothing is read before it is seen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._ids: tuple[str, ...] = ()
        self._looked: dict[str, datetime | None] = {}
        self._shown = ""  # the id whose text is on show, or on its way
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        self._which = DropDown()
        name_choice(self._which, self.tr("Which evidence"))
        explain(self._which, self.tr("Each command that this result rests on; choose one to see what it printed."))
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which.currentIndexChanged.connect(self.read)
        column.addWidget(self._which)
        self.view = EvidenceView(workspace.theme)
        self.view.copied.connect(lambda: workspace.message.emit("pass", self.tr("Copied.")))
        column.addWidget(self.view, 1)
        self.addWidget(page)
        workspace.changed.connect(self._look_again)
        self.addWidget(
            EmptyState(
                workspace.theme,
                "file-text",
                self.tr("No evidence"),
                self.tr("Nothing was collected for this item here."),
            )
        )

    def show_finding(self, ids: Sequence[str]) -> None:
        """List these; an output that is shown already stays, unless its machine was looked at again."""
        looks = self._looks(ids)
        if (tuple(ids), looks) == (self._ids, self._looked):
            return
        self._ids, self._looked = tuple(ids), looks
        self._shown = ""
        several = len({one.rpartition("/")[0] for one in ids}) > 1
        self._which.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._which.clear()
        self._which.addItems(
            [one_line(one.replace("/", ": ", 1) if several else one.rpartition("/")[2]) for one in ids]
        )
        self._which.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._which.setVisible(len(ids) > 1)
        self.setCurrentIndex(0 if ids else 1)
        self.read()

    def _looks(self, ids: Sequence[str]) -> dict[str, datetime | None]:
        """When the machines of these were looked at last."""
        audit, names = self._workspace.audit, {one.rpartition("/")[0] for one in ids}
        states = audit.states if audit is not None else ()
        return {state.target.name: state.started for state in states if state.target.name in names}

    @Slot()
    def _look_again(self) -> None:
        """A run has ended, perhaps with the same result on other evidence."""
        self.show_finding(self._ids)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.read()

    @Slot()
    def read(self) -> None:
        """Show the one that is chosen; reading and sorting 8 MiB is left to another thread."""
        place = max(0, self._which.currentIndex())
        audit = self._workspace.audit
        if audit is None or not self.isVisible() or place >= len(self._ids) or self._ids[place] == self._shown:
            return
        wanted = self._shown = self._ids[place]
        self.view.show_evidence("", self.tr("Reading…"), PagedText(""))
        evidence = audit.all_evidence()
        self._workspace.bridge.reading(lambda: _read(evidence, wanted), self._came)

    def _came(self, outcome: Outcome) -> None:
        if outcome.bug is not None:
            self._workspace.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self._shown = ""
            self.view.show_evidence("", str(outcome.error), PagedText(""))
        elif outcome.value[0] == self._shown:
            self.view.show_evidence(*outcome.value[1:])


def _read(evidence: object, wanted: str) -> tuple[str, str, str, PagedText]:
    one: Evidence = evidence[wanted]  # type: ignore[index]  # the audit's mapping, read in any thread
    output, clean = readable(one.output)
    if one.stderr:
        errors, _ = readable(one.stderr)
        title = QCoreApplication.translate("EvidencePage", "standard error")
        output = f"{output.rstrip()}\n--- {title} ---\n{errors}"
    return wanted, visible(one.command), _about(one, clean=clean), PagedText(output)


def _about(one: Evidence, *, clean: bool) -> str:
    translate = QCoreApplication.translate
    exited = translate("EvidencePage", "exit {n}").format(n=one.exit_status)
    about = [
        one.started.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        translate("EvidencePage", "as root") if one.privileged else translate("EvidencePage", "as the login account"),
        exited if one.exit_status is not None else translate("EvidencePage", "no exit status"),
        f"{decimal(one.seconds, 2)} s",
        translate("EvidencePage", "{n} bytes").format(n=number(one.bytes_total or len(one.output))),
    ]
    if one.truncated:
        about.append(translate("EvidencePage", "cut: first {n} bytes").format(n=number(len(one.output))))
    if not clean:
        about.append(translate("EvidencePage", "bytes that aren't text are spelt out"))
    return " · ".join(about)
