"""Sign and export: what is still open, who answers for the audit, the lock, reports, forms and checks."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.overrides import AnswerState, awaiting_review
from app.report.visible import one_line
from app.report.wording import counted, number
from app.screen import wizard
from app.screen.chapterlist import Filter
from app.screen.reviewing import Matter, Sort, open_matters
from ui.explained import explain
from ui.steps.base import FormStep
from ui.text import Paragraph, PlainLabel
from ui.widgets.basics import Card
from ui.widgets.buttons import button
from ui.widgets.check import Check
from ui.widgets.formcard import FormCard
from ui.widgets.reportcard import ReportCard
from ui.widgets.turning import Turning
from ui.widgets.verifycard import VerifyCard
from ui.workspace import Workspace

# Lists of the review by what they are of.
_LISTS = {
    Matter.UNDECIDED: Filter.UNDECIDED.value,
    Matter.REJECTED: Sort.REJECTED.value,
    Matter.CARRIED: Sort.CARRIED.value,
    Matter.AGAIN: Sort.AGAIN.value,
    Matter.UNREVIEWED: Sort.OPEN.value,
}


class ExportStep(FormStep):
    """The end of the walk."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            self.tr("Sign and export"),
            self.tr("Say who answers for this audit, lock it, and hand over the report."),
        )
        self.about = self.tr(
            "Hands the audit over. Signing locks it: to change anything after that, open a new revision and say why. "
            "Reports can be written at any time, and say whether the audit is signed and what is undecided. Open "
            "questions go out as a form to fill in and come back as answers; a report can be checked against the "
            "audit that it was written from."
        )
        self.column.addWidget(self._build_state())
        self.column.addWidget(self._build_sign())
        self.reports = ReportCard(workspace)
        self.reports.before = self._store
        self.column.addWidget(self.reports)
        self.form = FormCard(workspace, self.reports)
        self.column.addWidget(self.form)
        self.verify = VerifyCard(workspace)
        self.column.addWidget(self.verify)
        self.column.addStretch(1)

    def _build_state(self) -> QWidget:
        self._state_card = Card()
        state = Turning(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._state = Paragraph(role="heading")
        self._state_text = Paragraph(role="muted", selectable=True)
        words.addWidget(self._state)
        words.addWidget(self._state_text)
        state.line.addLayout(words, 1)
        self._open_button = button(self.tr("Next undecided"), self._next_open)
        state.line.addWidget(self._open_button, 0, Qt.AlignmentFlag.AlignTop)
        self._state_card.body.addWidget(state)
        self.matters = QVBoxLayout()
        self.matters.setSpacing(2)
        self._state_card.body.addLayout(self.matters)
        return self._state_card

    def _build_sign(self) -> QWidget:
        card = Card(self.tr("Sign"))
        card.body.addLayout(self._build_signer())
        card.body.addLayout(self._build_consent())
        card.body.addWidget(self._build_seal())
        return card

    def _build_signer(self) -> QGridLayout:
        """Who signs, and what they say to it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.role = QLineEdit()
        self.role.setAccessibleName(self.tr("Role"))
        self.remark = QLineEdit()
        self.remark.setAccessibleName(self.tr("Remark"))
        explain(self.name, self.tr("Who answers for this audit; it stands on the cover and at the signature."))
        explain(self.role, self.tr("In which capacity, such as auditor."))
        explain(
            self.remark,
            self.tr(
                "To sign: what is signed, in a sentence, which may be left out. To open a new revision: why; that is "
                "needed."
            ),
        )
        for place, (text, field) in enumerate(((self.tr("Name"), self.name), (self.tr("Role"), self.role))):
            field.editingFinished.connect(self._store)
            grid.addWidget(PlainLabel(text, "label"), 0, place)
            grid.addWidget(field, 1, place)
        self._remark_label = PlainLabel(self.tr("Remark"), "label")
        grid.setRowMinimumHeight(2, 6)
        grid.addWidget(self._remark_label, 3, 0, 1, 2)
        grid.addWidget(self.remark, 4, 0, 1, 2)
        return grid

    def _build_consent(self) -> QVBoxLayout:
        """What holds a signature up, unless the person says here that it doesn't."""
        self.unreviewed = Check(self.tr("Sign although nobody has reviewed some answers; the report says so"))
        explain(
            self.unreviewed,
            self.tr(
                "Answers that wait for a second person hold the signature up, unless you say here that they don't."
            ),
        )
        boxes = QVBoxLayout()
        boxes.setSpacing(2)
        boxes.addWidget(self.unreviewed)
        self.outdated = Check(self.tr("Sign although some answers are outdated; the report says so"))
        explain(
            self.outdated,
            self.tr(
                "Item, check or evidence changed after some answers; they hold the signature up, unless you say here "
                "that they don't."
            ),
        )
        boxes.addWidget(self.outdated)
        return boxes

    def _build_seal(self) -> Turning:
        """The buttons, one of which is there at a time."""
        seal = Turning(8)
        self._lock_text = Paragraph(role="muted")
        seal.line.addWidget(self._lock_text, 1)
        self.lock = button(
            self.tr("Sign and lock"),
            self._lock,
            theme=self.theme,
            icon="lock",
            tip=self.tr("Close this revision under your name: nothing can be answered or run in it any more."),
        )
        self.unlock = button(
            self.tr("Open a new revision"),
            self._revise,
            theme=self.theme,
            icon="lock-open",
            tip=self.tr("Go on with this audit; the signed revision stays in its history as it is."),
        )
        seal.line.addWidget(self.lock)
        seal.line.addWidget(self.unlock)
        return seal

    # --- showing ------------------------------------------------------------------------------------------------

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        return (self.workspace.findings, self._show_state, self._show_signer, self._show_rest)

    def _show_state(self) -> None:
        """How far the audit is, and what is open."""
        audit = self.workspace.audit
        if audit is None:
            return
        progress = wizard.together(self.workspace.chapters().values())
        open_ones = progress.total - progress.decided
        signed = audit.info.state == "signed"
        if signed:
            self._state.setText(self.tr("This audit is signed and locked"))
        elif open_ones:
            one, many = self.tr("1 finding is still undecided"), self.tr("{n} findings are still undecided")
            self._state.setText(counted(open_ones, one, many))
        else:
            self._state.setText(self.tr("Everything is decided"))
        text = self.tr("{a} of {b} decided, {c} fail. Revision {n}.")
        counts = {"a": progress.decided, "b": progress.total, "c": progress.failed}
        shown = {key: number(count) for key, count in counts.items()}
        self._state_text.setText(text.format(**shown, n=audit.revision))
        self._open_button.setVisible(bool(open_ones) and not signed)
        self._show_matters({} if signed else open_matters(audit))

    def _show_signer(self) -> None:
        """Who signs or has signed, and what needs their consent."""
        audit = self.workspace.audit
        if audit is None:
            return
        signed = audit.info.state == "signed"
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
        late = any(finding.state == AnswerState.OUTDATED for finding in self.workspace.findings())
        self.outdated.setVisible(late and not signed)
        self.remark.setPlaceholderText(
            self.tr("Why it is opened again") if signed else self.tr("What is signed, in a sentence")
        )

    def _show_rest(self) -> None:
        """The reports, the seal, and what can be done."""
        self.reports.refresh()
        self.verify.refresh()
        self._enable()

    def _show_matters(self, matters: Mapping[Matter, int]) -> None:
        """What is still open, each leading to where it is settled."""
        while (item := self.matters.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        nameless, unseen = (
            self.tr("Nobody is named with a role who answers for this audit"),
            self.tr("Hosts were not looked at to the end"),
        )
        words = {
            Matter.NAMELESS: (nameless, nameless),
            Matter.UNSEEN: (unseen, unseen),
            Matter.UNDECIDED: (
                self.tr("1 undecided finding, reported as not assessed"),
                self.tr("{n} undecided findings, reported as not assessed"),
            ),
            Matter.REJECTED: (
                self.tr("1 rejected answer, to be given again"),
                self.tr("{n} rejected answers, to be given again"),
            ),
            Matter.CARRIED: (
                self.tr("1 answer that was carried over, to be confirmed"),
                self.tr("{n} answers that were carried over, to be confirmed"),
            ),
            Matter.AGAIN: (
                self.tr("1 answer that is outdated or over"),
                self.tr("{n} answers that are outdated or over"),
            ),
            Matter.UNREVIEWED: (
                self.tr("1 answer that no second person has accepted"),
                self.tr("{n} answers that no second person has accepted"),
            ),
        }
        before: QWidget = self._open_button
        for matter, count in matters.items():
            text = counted(count, *words[matter])
            link = button(text, lambda matter=matter: self._lead(matter), role="link", lines=2)
            self.matters.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.setTabOrder(before, link)
            before = link

    def _lead(self, matter: Matter) -> None:
        if matter is Matter.NAMELESS:
            (self.role if self.name.text().strip() else self.name).setFocus()
        elif matter is Matter.UNSEEN:
            self.workspace.goto.emit("run" if self.workspace.audit and self.workspace.audit.targets else "hosts")
        else:
            self.workspace.show_list.emit("review", (_LISTS[matter],))

    def shown(self) -> None:
        if self.workspace.signed:
            self.reports.write.setFocus()
        else:
            self.begin_signing()

    def begin_signing(self) -> None:
        """To what comes first of a signature, or of a new revision."""
        needed = [one for one in (self.name, self.role) if not one.text().strip()]
        wanted = (*needed, self.remark, self.reports.write)
        next(one for one in wanted if one.isEnabled() or one is self.reports.write).setFocus()

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
        self.form.enable()

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
            outdated=self.outdated.isChecked(),
        ):
            self.remark.clear()
            self.unreviewed.setChecked(False)
            self.outdated.setChecked(False)
            self.reports.write.setFocus()
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
