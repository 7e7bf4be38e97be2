"""Questions answered without a computer: printed as a form, read back, with what was taken and what wasn't."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from app.language import tr
from app.report.visible import one_line
from ui.bridge import Outcome
from ui.models.table import Column, TableModel
from ui.text import Paragraph
from ui.widgets.basics import Card
from ui.widgets.buttons import button, set_aside
from ui.widgets.listing import Listing
from ui.widgets.reportcard import ReportCard, WrittenLine
from ui.widgets.turning import Turning
from ui.workspace import Workspace


class Reply(NamedTuple):
    """What became of one question of a form."""

    item: str
    target: str | None
    taken: str  # the answer, or empty where it wasn't taken
    why: str


def replies_model(parent: QObject) -> TableModel[Reply]:
    """One row a reply."""
    return TableModel(
        (
            Column(tr("Item"), lambda row: row.item),
            Column(tr("Host"), lambda row: one_line(row.target or tr("whole site"))),
            Column(
                tr("Taken"),
                lambda row: row.taken or tr("no"),
                tone=lambda row: "pass" if row.taken else "fail",
                icon=lambda row: "circle-check" if row.taken else "circle-x",
            ),
            Column(tr("Remark, or why not"), lambda row: one_line(row.why)),
        ),
        parent,
    )


class FormCard(Card):
    """``reports`` says where the form goes."""

    def __init__(self, workspace: Workspace, reports: ReportCard) -> None:
        super().__init__(self.tr("Answers without a computer"))
        self.workspace = workspace
        self._reports = reports
        self.body.addWidget(
            Paragraph(
                self.tr(
                    "The open questions as a PDF form with room for answers, to print or to fill in on screen. Read "
                    "back, each reply becomes an answer with the form attached; what changed meanwhile is refused."
                ),
                "muted",
            )
        )
        buttons = Turning(8)
        theme = workspace.theme
        self.make = button(
            self.tr("Write the form"),
            self._write,
            theme=theme,
            icon="printer",
            tip=self.tr("A PDF with every open question and fields for answer, name and remark."),
        )
        self.read = button(
            self.tr("Read a filled form…"),
            self._choose,
            theme=theme,
            icon="upload",
            tip=self.tr("Take the answers of a form in; what can't be taken is listed with its reason."),
        )
        buttons.line.addWidget(self.make)
        buttons.line.addWidget(self.read)
        self.progress = Paragraph(role="muted")
        buttons.line.addWidget(self.progress, 1)
        self.body.addWidget(buttons)
        self._written = QVBoxLayout()
        self.body.addLayout(self._written)
        self.model = replies_model(self)
        self.table = Listing(theme, self.model, self.tr("Replies of the form"))
        self.table.setMinimumHeight(200)
        self.table.hide()
        self.body.addWidget(self.table)
        self._read_back = _nothing
        workspace.form_read.connect(self._was_read)
        self._show_replies()

    def enable(self) -> None:
        self.read.setEnabled(self.workspace.writable and not self.workspace.reading_form)

    # --- to paper -----------------------------------------------------------------------------------------------

    def _write(self) -> None:
        self._back = set_aside(self.make)
        self.progress.setText(self.tr("Writing…"))
        self.workspace.export([("form", self._reports.path(" questions.pdf"))], self._came)

    def _came(self, outcome: Outcome) -> None:
        self._back()
        self.progress.setText("")
        if self.workspace.went_well(outcome):
            while (item := self._written.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self._written.addWidget(WrittenLine(self.workspace, outcome.value[0]))

    # --- and back -----------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        folder = self._reports.folder.text()
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The filled form"), folder, "PDF (*.pdf)")
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Read a filled form in the background and give what it says."""
        self._read_back = set_aside(self.read)
        self.workspace.read_form(path)
        self._show_replies()

    @Slot()
    def _was_read(self) -> None:
        self._read_back()
        self._read_back = _nothing
        self.enable()
        self._show_replies()

    def _show_replies(self) -> None:
        """What the last form came to, or that one is being read, which another card may have begun."""
        taken = self.workspace.replies
        self.progress.setText(self.tr("Reading…") if self.workspace.reading_form else "")
        if taken is None or self.workspace.reading_form:
            return
        rows = [Reply(one.item, one.target, one.new.value, one.remark) for one in taken.given]
        rows += [Reply(one.item, one.target, "", one.reason) for one in taken.refused]
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        text = self.tr("Answers taken: {a}; refused: {b}; left empty: {c}.")
        self.progress.setText(text.format(a=len(taken.given), b=len(taken.refused), c=taken.empty))


def _nothing() -> None:
    """What is to be done for a button that nobody has set aside."""
