"""Scope: what this audit is called, who answers for it, and which chapters it looks at."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.language import content
from app.model import Profile
from app.report.visible import one_line
from ui.explained import explain
from ui.models.answers import left_model
from ui.steps.base import FormStep
from ui.text import Paragraph, PlainLabel, elided_middle, mnemonic_free
from ui.widgets.basics import Card
from ui.widgets.buttons import button
from ui.widgets.check import Check
from ui.widgets.listing import Listing
from ui.workspace import Workspace

FILTER = "Bartizan (*.bartizan)"


class ScopeStep(FormStep):
    """Every field is stored when it is left."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            self.tr("Scope"),
            self.tr("What the cover of the report says, and what is looked at. Everything is saved as you go."),
        )
        self.about = self.tr(
            "What the cover of the report says, and which chapters are looked at. All of it can be changed until the "
            "audit is signed. Items of a chapter that is left out stand in the report as not selected, with your "
            "reason; they never count as passed."
        )
        self._boxes: dict[str, tuple[QCheckBox, QLineEdit]] = {}
        self.column.addWidget(self._build_audit())
        self.column.addWidget(self._build_chapters())
        self.column.addWidget(self._build_earlier())
        self.column.addStretch(1)

    def _build_audit(self) -> QWidget:
        card = Card(self.tr("This audit"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setRowMinimumHeight(5, 8)
        self.title = self._field(
            grid, 0, 0, self.tr("Title"), self.tr("For example: Data centre North, autumn"), columns=2
        )
        self.stored = Paragraph(role="small")
        self.move_button = button(self.tr("Choose another file…"), self._choose_file, role="link")
        explain(
            self.move_button,
            self.tr(
                "Where this audit is kept, and under which name. Once machines were looked at it stays in its file; "
                "close it first to move it."
            ),
        )
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 8)
        below.setSpacing(12)
        below.addWidget(self.stored, 1)
        below.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(below, 2, 0, 1, 2)
        explain(
            self.title,
            self.tr("What this audit is called: on the cover, in the window and in lists; 200 characters at most."),
        )
        self.organisation = self._field(grid, 3, 0, self.tr("Organisation"), "", columns=2)
        explain(self.organisation, self.tr("Whose machines these are; it stands on the cover of the report."))
        self.auditor = self._field(grid, 6, 0, self.tr("Your name"), self.tr("Signs the answers"))
        explain(
            self.auditor,
            self.tr(
                "Who gives the answers of this audit. Each answer carries this name unless another is typed there."
            ),
        )
        self.role = self._field(grid, 6, 1, self.tr("Your role"), self.tr("For example: administrator, auditor"))
        explain(self.role, self.tr("In which capacity you answer, such as administrator; it stands beside your name."))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        self.single = Check(self.tr("One person audits alone and may accept their own answers; the report says so"))
        explain(
            self.single,
            self.tr(
                "Usually a second person accepts or rejects answers, and nobody their own. Where there is no second "
                "person this lets one do both, and the report tells its readers."
            ),
        )
        self.single.toggled.connect(self._single_toggled)
        card.body.addWidget(self.single)
        return card

    def _build_chapters(self) -> QWidget:
        card = Card(self.tr("Chapters"))
        card.body.addWidget(
            Paragraph(
                self.tr("A chapter that is left out needs a reason; it appears in the report as not selected."),
                "muted",
            )
        )
        rows = QVBoxLayout()
        rows.setSpacing(2)
        card.body.addLayout(rows)
        benchmark = self.workspace.benchmark
        for chapter in benchmark.chapters:
            items = sum(rule.chapter == chapter.id for rule in benchmark.rules)
            rows.addWidget(self._chapter_row(chapter.id, content(chapter.title), items))
        return card

    def _build_earlier(self) -> QWidget:
        card = Card(self.tr("An earlier audit"))
        line = QHBoxLayout()
        self._taken = Paragraph(role="muted")
        line.addWidget(self._taken, 1)
        self.take = button(
            self.tr("Take over answers…"),
            self._take_over,
            theme=self.theme,
            icon="history",
            tip=self.tr("Choose the file of an earlier audit; it is only read."),
        )
        line.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        self.left = left_model(self)
        self._left_table = Listing(self.theme, self.left, self.tr("Answers that were left behind"))
        self._left_table.setMinimumHeight(180)
        card.body.addWidget(self._left_table)
        return card

    def _take_over(self) -> None:
        folder = str(self.workspace.settings.folder())
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Take over from which audit?"), folder, FILTER)
        if chosen:
            self.workspace.take_over(Path(chosen))

    @Slot(bool)
    def _single_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        audit = self.workspace.audit
        if audit is not None and self.workspace.writable and checked != audit.info.single_person:
            self.workspace.set_info(replace(audit.info, single_person=checked))

    def _show_earlier(self) -> None:
        carried = self.workspace.carried
        left = carried.left if carried is not None else ()
        self.left.set_rows(left)
        self._left_table.setVisible(bool(left))
        if carried is None:
            text = self.tr(
                "Answers and waivers that still hold can be taken over, each only where item and check are word for "
                "word what they were. They stand as carried over until somebody confirms them in the review."
            )
        else:
            text = self.tr("Answers taken over: {a}; left behind: {b}.").format(
                a=len(carried.answers), b=len(carried.left)
            )
        self._taken.setText(text)

    def _field(
        self, grid: QGridLayout, line: int, column: int, name: str, placeholder: str, *, columns: int = 1
    ) -> QLineEdit:
        label = PlainLabel(name, "label")
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name)
        field.setMaxLength(200)
        field.editingFinished.connect(self._store)
        label.setBuddy(field)
        grid.addWidget(label, line, column, 1, columns)
        grid.addWidget(field, line + 1, column, 1, columns)
        return field

    def _chapter_row(self, chapter: str, title: str, items: int) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        box = QCheckBox(mnemonic_free(f"{chapter}  {title}"))
        explain(box, self.tr("Ticked: the items of this chapter are looked at. A chapter left out needs a reason."))
        box.toggled.connect(self._toggled)
        count = PlainLabel(self.tr("{n} items").format(n=items), "small")
        reason = QLineEdit()
        reason.setPlaceholderText(self.tr("Why is this chapter left out?"))
        reason.setAccessibleName(self.tr("Why chapter {n} is left out").format(n=chapter))
        reason.setMaxLength(300)
        explain(reason, self.tr("The report gives this reason for every item of the chapter; up to 300 characters."))
        reason.editingFinished.connect(self._store)
        grid.addWidget(box, 0, 0)
        grid.addWidget(count, 0, 1)
        grid.addWidget(reason, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._boxes[chapter] = (box, reason)
        return row

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        return (self._show,)

    def _show(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        info = audit.info
        for field, text in (
            (self.title, info.title),
            (self.organisation, info.organisation),
            (self.auditor, info.auditor),
            (self.role, info.auditor_role),
        ):
            if field.text() != text and not field.hasFocus():
                field.setText(text)
        told = self.tr("Saved in {file}; it takes the title as its name once it is closed.")
        if not self.workspace.files.changes(audit):
            told = self.tr("Saved in {file}")
        self.stored.setText(told.format(file=elided_middle(one_line(str(audit.path)), 90)))
        self.move_button.setVisible(self.workspace.movable)
        reasons = dict(info.profile.left_out)
        for chapter, (box, reason) in self._boxes.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setChecked(chapter in info.profile.chapters)
            box.blockSignals(False)  # noqa: FBT003 - Qt's signature
            if not reason.hasFocus():
                reason.setText(reasons.get(chapter, ""))
            reason.setVisible(not box.isChecked())
        self.single.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.single.setChecked(info.single_person)
        self.single.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._show_earlier()
        self.setEnabled(self.workspace.writable)

    def _choose_file(self) -> None:
        """Where the audit goes on, of the name that its title gives unless another is typed."""
        from app.naming import file_name  # noqa: PLC0415 - few ever choose

        self._store()
        audit = self.workspace.audit
        if audit is None:
            return
        begin = audit.path.with_name(file_name(audit.info.title))
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where is this audit kept?"),
            str(begin),
            FILTER,
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is overwritten, and that is said
        )
        if chosen:
            path = Path(chosen)
            self.workspace.move_audit(path if path.suffix == begin.suffix else path.with_name(path.name + begin.suffix))

    def shown(self) -> None:
        self.title.setFocus()
        self.title.selectAll()

    def leaving(self) -> None:
        self._store()

    @Slot(bool)
    def _toggled(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if not any(box.isChecked() for box, _ in self._boxes.values()):
            self.workspace.message.emit("error", self.tr("At least one chapter has to stay in."))
            self.refresh()
            return
        for box, reason in self._boxes.values():
            reason.setVisible(not box.isChecked())
            if box is self.sender() and not box.isChecked():
                reason.setFocus()
        self._store()

    @Slot()
    def _store(self) -> None:
        audit = self.workspace.audit
        if audit is None or not self.workspace.writable:
            return
        chapters = tuple(chapter for chapter, (box, _) in self._boxes.items() if box.isChecked())
        left_out = tuple(
            (chapter, reason.text().strip()) for chapter, (box, reason) in self._boxes.items() if not box.isChecked()
        )
        profile: Profile = replace(audit.info.profile, chapters=chapters, left_out=left_out)
        name, role = self.auditor.text().strip(), self.role.text().strip()
        if name:
            self.workspace.settings.set_text("person/name", name)
        if role:
            self.workspace.settings.set_text("person/role", role)
        self.workspace.set_info(
            replace(
                audit.info,
                title=self.title.text().strip() or audit.info.title,
                organisation=self.organisation.text().strip(),
                auditor=name,
                auditor_role=role,
                profile=profile,
            )
        )
