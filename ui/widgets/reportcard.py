"""Which reports are written, where, and what was written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.naming import file_name
from app.places import at_home
from app.report.visible import one_line
from ui.bridge import Outcome
from ui.explained import explain
from ui.text import Paragraph, PlainLabel, elided_middle, set_tip
from ui.widgets.basics import Card, frame
from ui.widgets.buttons import button, set_aside
from ui.widgets.certificate import CertificateFields
from ui.widgets.check import Check
from ui.widgets.formatchoice import FormatChoice
from ui.workspace import Workspace

_ENDINGS = {"folder": "", "xccdf": ".xml", "oscal": ".oscal.json", "hdf": ".hdf.json"}  # the others end in their name


class ReportCard(Card):
    """Formats as app.report.formats has them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(self.tr("Reports"))
        self.workspace = workspace
        self._busy = False
        self.formats = FormatChoice(workspace.theme)
        self.formats.changed.connect(self.enable)
        self.boxes = self.formats.boxes
        self.body.addWidget(self.formats)
        self.since = Check()
        self.since.setChecked(True)
        explain(self.since, self.tr("The report gets a chapter on what is better, worse, new or gone since then."))
        self.body.addWidget(frame("line"))
        choices = QVBoxLayout()
        choices.setSpacing(2)
        self.body.addLayout(choices)
        choices.addWidget(self.since)
        self.certificate = CertificateFields(workspace.settings)
        choices.addWidget(self.certificate)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder"))
        explain(
            self.folder,
            self.tr("Where reports go, named after the audit's file; a report of that name is replaced."),
        )
        line.addWidget(PlainLabel(self.tr("Folder"), "muted"))
        line.addWidget(self.folder, 1)
        line.addWidget(button(self.tr("Choose…"), self._choose))
        self.body.addLayout(line)
        line = QHBoxLayout()
        self.progress = Paragraph(role="muted")
        line.addWidget(self.progress, 1)
        self.write = button(
            self.tr("Write the reports"), self.export, role="large", theme=workspace.theme, icon="download"
        )
        line.addWidget(self.write)
        self.body.addLayout(line)
        self.written = QVBoxLayout()
        self.written.setSpacing(4)
        self.body.addLayout(self.written)
        self.before: Callable[[], object] = lambda: None  # what is stored before a report is written

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        if not self.folder.text():
            self.folder.setText(str(audit.path.parent))
        earlier = self.workspace.earlier
        self.since.setVisible(earlier is not None)
        if earlier is not None:
            text = self.tr("Say in PDF and folder what changed since “{title}”").format(title=one_line(earlier.title))
            self.since.setText(elided_middle(text, 100))
        self.enable()

    def enable(self) -> None:
        self.write.setEnabled(not self._busy and bool(self.formats.chosen()))

    def path(self, ending: str) -> Path:
        """Where a report with that ending goes."""
        audit = self.workspace.audit
        stem = self.workspace.files.of(audit) if audit is not None else "audit"
        parent = str(audit.path.parent) if audit is not None else ""
        folder = at_home(self.folder.text().strip() or parent)
        return folder / file_name(stem, ending)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the reports"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def export(self) -> None:
        """Write what is chosen."""
        if self.workspace.audit is None or self._busy:
            return
        self.before()
        outputs = [(name, self.path(_ENDINGS.get(name, f".{name}"))) for name in self.formats.chosen()]
        self._busy = True
        self._back = set_aside(self.write)
        self.progress.setText(self.tr("Writing…"))
        since = not self.since.isHidden() and self.since.isChecked()
        self.workspace.export(outputs, self._exported, since=since, certificate=self.certificate.given())

    def _exported(self, outcome: Outcome) -> None:
        self._busy = False
        self._back()
        self.enable()
        self.progress.setText("")
        if self.workspace.went_well(outcome):
            self._show_written(outcome.value)

    def _show_written(self, paths: tuple[Path, ...]) -> None:
        while (item := self.written.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths:
            self.written.addWidget(WrittenLine(self.workspace, path))
        self.progress.setText(self.tr("Written."))


class WrittenLine(QWidget):
    """A file that was written, with buttons to open it and to show where it is."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        name = PlainLabel(elided_middle(str(path), 90), selectable=True)
        set_tip(name, str(path))
        line.addWidget(name, 1)
        line.addWidget(button(self.tr("Open"), lambda: _open(path), theme=workspace.theme, icon="external-link"))
        line.addWidget(button(self.tr("Show folder"), lambda: _open(path.parent)))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
