"""Sign and export: who answers for the audit, the lock, and the reports."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import wizard
from app.naming import file_name
from app.overrides import awaiting_review
from app.report.visible import one_line
from ui.bridge import Outcome
from ui.steps.base import FormStep
from ui.text import PlainLabel, elided_middle, tool_tip
from ui.widgets.basics import Card, button
from ui.workspace import Workspace


class ExportStep(FormStep):
    """The end of the walk."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            self.tr("Sign and export"),
            self.tr("Say who answers for this audit, lock it, and hand over the report."),
        )
        self._busy = False
        self.column.addWidget(self._build_state())
        self.column.addWidget(self._build_sign())
        self.column.addWidget(self._build_export())
        self.column.addStretch(1)

    def _build_state(self) -> QWidget:
        self._state_card = Card()
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        self._state = PlainLabel(role="heading", wrap=True)
        self._state_text = PlainLabel(role="muted", wrap=True, selectable=True)
        words.addWidget(self._state)
        words.addWidget(self._state_text)
        line.addLayout(words, 1)
        self._open_button = button(self.tr("Next undecided"), self._next_open)
        line.addWidget(self._open_button)
        self._state_card.body.addLayout(line)
        return self._state_card

    def _build_sign(self) -> QWidget:
        card = Card(self.tr("Sign"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.role = QLineEdit()
        self.role.setAccessibleName(self.tr("Role"))
        self.remark = QLineEdit()
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setPlaceholderText(self.tr("What is signed, in a sentence"))
        for place, (text, field) in enumerate(((self.tr("Name"), self.name), (self.tr("Role"), self.role))):
            field.editingFinished.connect(self._store)
            grid.addWidget(PlainLabel(text, "label"), 0, place)
            grid.addWidget(field, 1, place)
        self._remark_label = PlainLabel(self.tr("Remark"), "label")
        self._remark_label.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(self._remark_label, 2, 0, 1, 2)
        grid.addWidget(self.remark, 3, 0, 1, 2)
        card.body.addLayout(grid)
        self.unreviewed = QCheckBox(self.tr("Sign although nobody has reviewed some answers; the report says so"))
        card.body.addWidget(self.unreviewed)
        line = QHBoxLayout()
        self._lock_text = PlainLabel(role="muted", wrap=True)
        line.addWidget(self._lock_text, 1)
        self.lock = button(self.tr("Sign and lock"), self._lock, theme=self.theme, icon="lock")
        self.unlock = button(self.tr("Open a new revision"), self._revise, theme=self.theme, icon="lock-open")
        line.addWidget(self.lock)
        line.addWidget(self.unlock)
        card.body.addLayout(line)
        return card

    def _build_export(self) -> QWidget:
        card = Card(self.tr("Reports"))
        self._boxes: dict[str, QCheckBox] = {}
        for key, text in (
            ("pdf", self.tr("PDF: the report for the auditor, with evidence")),
            ("json", self.tr("JSON: everything, for other programs")),
            ("csv", self.tr("CSV: one line a finding, for spreadsheets")),
        ):
            box = QCheckBox(text)
            box.setChecked(key == "pdf")
            box.toggled.connect(lambda _checked: self._enable())
            self._boxes[key] = box
            card.body.addWidget(box)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder"))
        line.addWidget(PlainLabel(self.tr("Folder"), "muted"))
        line.addWidget(self.folder, 1)
        line.addWidget(button(self.tr("Choose…"), self._choose))
        card.body.addLayout(line)
        line = QHBoxLayout()
        self._progress = PlainLabel(role="muted")
        line.addWidget(self._progress, 1)
        self.write = button(self.tr("Write the reports"), self._export, role="large", theme=self.theme, icon="download")
        line.addWidget(self.write)
        card.body.addLayout(line)
        self._written = QVBoxLayout()
        self._written.setSpacing(4)
        card.body.addLayout(self._written)
        return card

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        progress = wizard.progress(audit.findings())
        open_ones = progress.total - progress.decided
        signed = audit.info.state == "signed"
        if signed:
            self._state.setText(self.tr("This audit is signed and locked"))
        elif open_ones:
            self._state.setText(self.tr("{n} findings are still undecided").format(n=open_ones))
        else:
            self._state.setText(self.tr("Everything is decided"))
        self._state_text.setText(
            self.tr("{a} of {b} decided, {c} fail. Seal of the file: {seal}").format(
                a=progress.decided, b=progress.total, c=progress.failed, seal=audit.seal[:16] + "…"
            )
        )
        self._state_text.setToolTip(tool_tip(audit.seal))
        self._open_button.setVisible(bool(open_ones) and not signed)
        if not self.name.hasFocus():
            self.name.setText(audit.info.auditor or self.workspace.person()[0])
        if not self.role.hasFocus():
            self.role.setText(audit.info.auditor_role or self.workspace.person()[1])
        signing = audit.signing
        if signing is not None:
            text = self.tr("Signed by {name}, {role}, {day}. To change anything, open a new revision and say why.")
            day = signing.time.astimezone().strftime("%Y-%m-%d %H:%M")
            self._lock_text.setText(text.format(name=one_line(signing.by), role=one_line(signing.role), day=day))
        else:
            self._lock_text.setText(
                self.tr("Locks the answers. What is undecided stays in the report as not assessed.")
            )
        waiting = any(not override.review for override in awaiting_review(audit.overrides()))
        self.unreviewed.setVisible(waiting and not signed)
        self.remark.setPlaceholderText(
            self.tr("Why it is opened again") if signed else self.tr("What is signed, in a sentence")
        )
        if not self.folder.text():
            self.folder.setText(str(audit.path.parent))
        self._enable()

    def shown(self) -> None:
        self.write.setFocus()

    def leaving(self) -> None:
        self._store()

    def _enable(self) -> None:
        audit = self.workspace.audit
        signed = self.workspace.signed
        open_file = audit is not None and not audit.readonly
        self.lock.setVisible(not signed)
        self.lock.setEnabled(self.workspace.writable)
        self.unlock.setVisible(signed)
        self.unlock.setEnabled(open_file)
        self.role.setEnabled(self.workspace.writable)
        self.name.setEnabled(open_file)
        self.remark.setEnabled(open_file)
        self.write.setEnabled(not self._busy and any(box.isChecked() for box in self._boxes.values()))

    # --- acting -------------------------------------------------------------------------------------------------

    @Slot()
    def _store(self) -> None:
        audit = self.workspace.audit
        name, role = self.name.text().strip(), self.role.text().strip()
        if audit is None or not self.workspace.writable:
            return
        if (name, role) != (audit.info.auditor, audit.info.auditor_role) and name:
            self.workspace.settings.set_text("person/name", name)
            self.workspace.settings.set_text("person/role", role)
            self.workspace.set_info(replace(audit.info, auditor=name, auditor_role=role))

    def _lock(self) -> None:
        self._store()
        if self.workspace.sign(
            by=self.name.text(),
            role=self.role.text(),
            remark=self.remark.text(),
            unreviewed=self.unreviewed.isChecked(),
        ):
            self.remark.clear()
            self.workspace.message.emit("pass", self.tr("Signed and locked. Now write the reports."))
        elif not self.name.text().strip() or not self.role.text().strip():
            (self.role if self.name.text().strip() else self.name).setFocus()

    def _revise(self) -> None:
        if self.workspace.revise(by=self.name.text(), remark=self.remark.text()):
            self.remark.clear()
            self.workspace.message.emit("info", self.tr("A new revision is open; the signed one is in its history."))
        elif not self.remark.text().strip():
            self.remark.setFocus()

    def _next_open(self) -> None:
        finding = wizard.next_undecided(self.workspace.findings())
        if finding is not None:
            self.workspace.show_finding.emit(finding.measured.item, finding.measured.target)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the reports"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _export(self) -> None:
        audit = self.workspace.audit
        if audit is None or self._busy:
            return
        self._store()
        folder = Path(self.folder.text().strip() or str(audit.path.parent)).expanduser()
        outputs = [
            (name, folder / file_name(audit.path.stem, f".{name}"))
            for name, box in self._boxes.items()
            if box.isChecked()
        ]
        self._busy = True
        self._enable()
        self._progress.setText(self.tr("Writing…"))
        self.workspace.export(outputs, self._exported)

    def _exported(self, outcome: Outcome) -> None:
        self._busy = False
        self._enable()
        self._progress.setText("")
        if outcome.bug is not None:
            self.workspace.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self.workspace.message.emit("fail", str(outcome.error))
        else:
            self._show_written(outcome.value)

    def _show_written(self, paths: tuple[Path, ...]) -> None:
        while (item := self._written.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths:
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 2, 0, 2)
            name = PlainLabel(elided_middle(str(path), 90), selectable=True)
            name.setToolTip(tool_tip(str(path)))
            line.addWidget(name, 1)
            line.addWidget(
                button(self.tr("Open"), lambda path=path: _open(path), theme=self.theme, icon="external-link")
            )
            line.addWidget(button(self.tr("Show folder"), lambda path=path: _open(path.parent)))
            self._written.addWidget(holder)
        self._progress.setText(self.tr("Written."))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
