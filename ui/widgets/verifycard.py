"""Is the file whole and unaltered, and is a report the one that it yields: asked for with a click."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from app.model import Benchmark
from app.report.wording import number
from ui.text import Paragraph
from ui.widgets.basics import Card
from ui.widgets.buttons import button, set_aside
from ui.widgets.messagebar import MessageBar
from ui.widgets.turning import Turning
from ui.workspace import Workspace


class VerifyCard(Card):
    """The seal, to be noted elsewhere, and the checks."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(self.tr("Whole and unaltered"))
        self.workspace = workspace
        self._seal = Paragraph(role="muted", selectable=True)
        self.body.addWidget(self._seal)
        buttons = Turning(8)
        theme = workspace.theme
        self.check = button(
            self.tr("Check this file"),
            self._check,
            theme=theme,
            icon="shield-check",
            tip=self.tr("Compute every entry's hash again and compare it with the chain of the file."),
        )
        self.report = button(
            self.tr("Check a report…"),
            self._choose,
            theme=theme,
            icon="file-text",
            tip=self.tr("Whether a PDF is as it was written, and this audit's own"),
        )
        buttons.line.addWidget(self.check)
        buttons.line.addWidget(self.report)
        buttons.line.addStretch(1)
        self.body.addWidget(buttons)
        self._back: dict[QPushButton, Callable[[], None]] = {}  # of those at work
        self.answer = MessageBar(theme)
        self.body.addWidget(self.answer)

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is not None:
            text = self.tr("Seal of the file, over everything that was ever entered: {seal}")
            self._seal.setText(text.format(seal=audit.seal))

    def _check(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        seal = audit.seal

        def job(path: Path, _benchmark: object) -> tuple[str, str]:
            from app.store.verify import verify  # noqa: PLC0415 - few ever ask

            found = verify(path, seal)
            return found.problem, number(found.entries)

        self._ask(self.check)
        self.workspace.read(job, self._checked)

    def _checked(self, found: tuple[str, str] | None) -> None:
        self._back.pop(self.check)()
        if found is None:
            return
        problem, entries = found
        text = self.tr("The file is whole: each of its {n} entries follows from the one before, up to this seal.")
        self.answer.tell("fail" if problem else "pass", problem or text.format(n=entries))

    def _choose(self) -> None:
        audit = self.workspace.audit
        folder = str(audit.path.parent) if audit is not None else ""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Check which report?"), folder, "PDF (*.pdf)")
        if chosen:
            self.check_report(Path(chosen))

    def check_report(self, report: Path) -> None:
        """Say whether that PDF is as it was written, and what this audit yields."""
        before = self.workspace.comparison()
        since = before if isinstance(before, Path) and before.is_file() else None

        def job(path: Path, benchmark: Benchmark) -> tuple[str, str]:
            from app.reportcheck import check_report, match  # noqa: PLC0415 - few ever ask

            found = check_report(report)
            if found.problem:
                return found.problem, ""
            matched = match(found, path, benchmark, since)
            return matched.problem, matched.compared

        self._ask(self.report)
        self.workspace.read(job, self._compared)

    def _compared(self, found: tuple[str, str] | None) -> None:
        self._back.pop(self.report)()
        if found is not None:
            self.answer.tell("fail" if found[0] else "pass", found[0] or found[1])

    def _ask(self, asked: QPushButton) -> None:
        self._back[asked] = set_aside(asked)
        self.answer.tell("info", self.tr("Reading…"))
