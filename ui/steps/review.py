"""Review: where the audit stands; every number leads to its list, and a second person accepts or rejects answers."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHBoxLayout, QLineEdit, QTableView, QVBoxLayout, QWidget

from app import reviewing, wizard
from app.model import Finding
from app.overrides import local_today
from app.presentation import UNDECIDED, Kind, tally, top_risks
from app.report.visible import one_line
from app.reviewing import AnswerRow, Group
from ui.models.answers import answers_model
from ui.models.table import ROW_ROLE
from ui.steps.base import FormStep
from ui.text import PlainLabel
from ui.widgets.basics import Card, button, frame
from ui.widgets.cells import CellDelegate
from ui.widgets.charts import Bar, Legend, ScoreRing, StackedBars
from ui.words import severity_word
from ui.workspace import Workspace


class ReviewStep(FormStep):
    """A page of cards."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, self.tr("Review"), "", width=1180)
        self.column.addWidget(self._build_head())
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.chapters = StackedBars(self.theme, self.tr("Results by chapter"))
        self.chapters.picked.connect(self._chapter_picked)
        grid.addWidget(self._chart(self.tr("By chapter"), self.chapters), 0, 0)
        right = QVBoxLayout()
        right.setSpacing(16)
        self.severities = StackedBars(self.theme, self.tr("Results by severity"))
        self.severities.picked.connect(self._severity_picked)
        right.addWidget(self._chart(self.tr("By severity"), self.severities))
        waiting = Card(self.tr("Waiting"))
        self._waiting = QVBoxLayout()
        self._waiting.setSpacing(2)
        waiting.body.addLayout(self._waiting)
        waiting.body.addStretch(1)
        right.addWidget(waiting, 1)
        grid.addLayout(right, 0, 1)
        self._risks_card = Card(self.tr("Do these first"))
        self._risks = QVBoxLayout()
        self._risks.setSpacing(0)
        self._risks_card.body.addLayout(self._risks)
        self._risks_card.body.addStretch(1)
        grid.addWidget(self._risks_card, 1, 0)
        self.hosts = StackedBars(self.theme, self.tr("Results by host"))
        self.hosts.picked.connect(self._host_picked)
        grid.addWidget(self._chart(self.tr("By host"), self.hosts), 1, 1)
        self.column.addLayout(grid)
        self._waivers_card = Card(self.tr("Waivers that end soon"))
        self._waivers = QVBoxLayout()
        self._waivers.setSpacing(0)
        self._waivers_card.body.addLayout(self._waivers)
        self.column.addWidget(self._waivers_card)
        self.column.addWidget(self._build_answers())
        self.column.addStretch(1)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        card = Card(margins=20)
        line = QHBoxLayout()
        line.setSpacing(24)
        self._ring = ScoreRing(self.theme, 108)
        line.addWidget(self._ring)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        self._headline = PlainLabel(role="heading", wrap=True)
        self._about = PlainLabel(role="muted", wrap=True)
        self._legend = Legend(self.theme)
        words.addWidget(self._headline)
        words.addWidget(self._about)
        words.addWidget(self._legend)
        words.addStretch(1)
        line.addLayout(words, 1)
        self._open_button = button(self.tr("Next undecided"), self._next_open, role="primary")
        line.addWidget(self._open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(line)
        return card

    def _chart(self, title: str, chart: StackedBars) -> QWidget:
        card = Card(title)
        card.body.addWidget(chart)
        card.body.addStretch(1)
        return card

    def _build_answers(self) -> QWidget:
        self._answers_card = Card(self.tr("Answers to review"))
        self._answers_card.body.addWidget(
            PlainLabel(
                self.tr("A second person accepts what was answered, or rejects it with a remark; nobody their own."),
                "muted",
                wrap=True,
            )
        )
        self.model = answers_model(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.theme, self.table))
        self.table.setAccessibleName(self.tr("Answers"))
        self.table.setProperty("framed", "true")
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setMouseTracking(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._enable())
        self.table.activated.connect(self._open_answer)
        self._answers_card.body.addWidget(self.table)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.reviewer = QLineEdit()
        self.reviewer.setPlaceholderText(self.tr("Reviewer's name"))
        self.reviewer.setAccessibleName(self.tr("Reviewer's name"))
        self.reviewer.setMaximumWidth(220)
        self.reviewer.textChanged.connect(lambda _text: self._enable())
        self.remark = QLineEdit()
        self.remark.setPlaceholderText(self.tr("Remark"))
        self.remark.setAccessibleName(self.tr("Remark of the reviewer"))
        line.addWidget(self.reviewer)
        line.addWidget(self.remark, 1)
        self.accept = button(self.tr("Accept"), lambda: self._review(accept=True), theme=self.theme, icon="check")
        self.reject = button(self.tr("Reject"), lambda: self._review(accept=False), theme=self.theme, icon="x")
        line.addWidget(self.accept)
        line.addWidget(self.reject)
        self._answers_card.body.addLayout(line)
        return self._answers_card

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        findings = audit.findings()
        score = audit.score()
        everything = wizard.progress(findings)
        self._ring.set_score(score.value)
        open_ones = everything.total - everything.decided
        self._headline.setText(
            self.tr("Everything is decided")
            if not open_ones
            else self.tr("{a} of {b} findings are decided").format(a=everything.decided, b=everything.total)
        )
        about = ""
        if score.value is not None:
            about = self.tr("{n} % of what is decided passes.").format(n=score.value)
        if score.before_waivers is not None and score.before_waivers != score.value:
            about += " " + self.tr("Before waivers it is {n} %.").format(n=score.before_waivers)
        self._about.setText(about or self.tr("Nothing has been decided yet, so there is no score."))
        self._open_button.setVisible(bool(open_ones))
        counts = (
            (Kind.FAIL, everything.failed), (Kind.WAITING, everything.waiting), (Kind.UNKNOWN, everything.unclear),
            (Kind.WAIVED, everything.waived), (Kind.PASS, everything.passed),
        )  # fmt: skip
        self._legend.set_entries([(kind, count) for kind, count in counts if count])
        self.chapters.set_bars(_bars(reviewing.by_chapter(audit.benchmark, findings)))
        self.severities.set_bars(_bars(reviewing.by_severity(audit.benchmark, findings, severity_word)))
        names = [target.name for target in audit.targets]
        self.hosts.set_bars(_bars(reviewing.by_host(findings, names, self.tr("Whole site"))))
        self._show_risks(top_risks(audit.benchmark, findings))
        answers = reviewing.answers(audit.benchmark, findings)
        self._show_waivers(reviewing.ending_waivers(answers, local_today()))
        self._show_waiting(findings, answers)
        self._answers_card.setVisible(bool(answers))
        self.model.set_rows(answers)
        self.table.setFixedHeight(min(len(answers), 8) * 36 + self.table.horizontalHeader().sizeHint().height() + 4)
        for column, width in enumerate((104, 280, 110, 150, 90, 200)):
            self.table.setColumnWidth(column, width)
        self._enable()

    def _show_risks(self, risks: tuple[Finding, ...]) -> None:
        _empty(self._risks)
        if not risks:
            self._risks.addWidget(PlainLabel(self.tr("Nothing fails."), "muted"))
        audit = self.workspace.audit
        if audit is None:
            return
        for place, finding in enumerate(risks):
            rule = audit.benchmark.rule(finding.measured.item)
            where = one_line(finding.measured.target or self.tr("whole site"))
            text = f"{rule.id}  {rule.title}"
            note = f"{severity_word(rule.severity)} · {where} · {one_line(finding.measured.message)}"
            self._risks.addWidget(self._lead(place, text, note, finding))

    def _show_waiting(self, findings: tuple[Finding, ...], answers: tuple[AnswerRow, ...]) -> None:
        """What somebody still has to do; each number leads to the first of them."""
        _empty(self._waiting)
        counts = tally(findings)
        lost = counts.get(Kind.UNKNOWN, 0) + counts.get(Kind.ERROR, 0)
        rejected = [row.finding for row in answers if row.override.review == "rejected"]
        unseen = counts.get(Kind.UNSEEN, 0)
        for text, count, kinds in (
            (self.tr("{n} questions await your answer"), counts.get(Kind.WAITING, 0), (Kind.WAITING,)),
            (self.tr("{n} could not be told, or looking went wrong"), lost, (Kind.UNKNOWN, Kind.ERROR)),
            (self.tr("{n} were not looked at"), unseen, (Kind.UNSEEN,)),
        ):
            if count:
                found = reviewing.first_of(findings, kinds, lambda _finding: True)
                self._waiting.addWidget(self._jump(text.format(n=count), found), 0, Qt.AlignmentFlag.AlignLeft)
        if rejected:
            text = self.tr("{n} answers were rejected").format(n=len(rejected))
            self._waiting.addWidget(self._jump(text, rejected[0]), 0, Qt.AlignmentFlag.AlignLeft)
        if not self._waiting.count():
            self._waiting.addWidget(PlainLabel(self.tr("Nothing waits for you."), "muted"))

    def _jump(self, text: str, finding: Finding | None) -> QWidget:
        measured = finding.measured if finding is not None else None
        return button(
            text,
            lambda: measured and self.workspace.show_finding.emit(measured.item, measured.target),
            role="link",
        )

    def _show_waivers(self, rows: tuple[AnswerRow, ...]) -> None:
        _empty(self._waivers)
        self._waivers_card.setVisible(bool(rows))
        for place, row in enumerate(rows):
            until = row.override.expires.isoformat() if row.override.expires else ""
            where = one_line(row.override.target or self.tr("whole site"))
            note = self.tr("until {day} · {host} · {remark}").format(
                day=until, host=where, remark=one_line(row.override.remark)
            )
            self._waivers.addWidget(self._lead(place, f"{row.rule.id}  {row.rule.title}", note, row.finding))

    def _lead(self, place: int, text: str, note: str, finding: Finding) -> QWidget:
        """A line that leads to a finding."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if place:
            column.addWidget(frame("line"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(10)
        number = PlainLabel(str(place + 1), "label")
        number.setFixedWidth(14)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        measured = finding.measured
        link = button(text, lambda: self.workspace.show_finding.emit(measured.item, measured.target), role="link")
        words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        under = PlainLabel(note, "muted", wrap=True)
        words.addWidget(under)
        line.addLayout(words, 1)
        column.addLayout(line)
        return holder

    # --- acting -------------------------------------------------------------------------------------------------

    def _next_open(self) -> None:
        finding = wizard.next_undecided(self.workspace.findings())
        if finding is not None:
            self.workspace.show_finding.emit(finding.measured.item, finding.measured.target)

    @Slot(str, str)
    def _chapter_picked(self, chapter: str, kind: str) -> None:
        self.workspace.show_list.emit(chapter, _filters(kind))

    @Slot(str, str)
    def _severity_picked(self, severity: str, kind: str) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        grave = {rule.id for rule in audit.benchmark.rules if rule.severity.value == severity}
        self._lead_to(kind, lambda one: one.measured.item in grave)

    @Slot(str, str)
    def _host_picked(self, host: str, kind: str) -> None:
        self._lead_to(kind, lambda one: (one.measured.target or "") == host)

    def _lead_to(self, kind: str, accept: object) -> None:
        kinds = [Kind(kind)] if kind else [Kind.FAIL, *UNDECIDED]
        found = reviewing.first_of(self.workspace.findings(), kinds, accept)  # type: ignore[arg-type]  # a predicate
        if found is not None:
            self.workspace.show_finding.emit(found.measured.item, found.measured.target)

    def _selected(self) -> list[AnswerRow]:
        rows = [index.data(ROW_ROLE) for index in self.table.selectionModel().selectedRows()]
        return [row for row in rows if isinstance(row, AnswerRow)]

    def _enable(self) -> None:
        ready = bool(self._selected()) and bool(self.reviewer.text().strip()) and self.workspace.writable
        self.accept.setEnabled(ready)
        self.reject.setEnabled(ready)

    def _review(self, *, accept: bool) -> None:
        ids = [row.override.id for row in self._selected()]
        if self.workspace.review(ids, accept=accept, by=self.reviewer.text(), remark=self.remark.text()):
            self.remark.clear()
            self.workspace.message.emit("pass", self.tr("Stored."))

    def _open_answer(self, index: object) -> None:
        row = index.data(ROW_ROLE)  # type: ignore[attr-defined]  # a QModelIndex
        if isinstance(row, AnswerRow):
            self.workspace.show_finding.emit(row.override.item, row.override.target)

    def shown(self) -> None:
        self.chapters.setFocus()


def _bars(groups: tuple[Group, ...]) -> list[Bar]:
    return [Bar(group.key, one_line(group.label), group.counts) for group in groups]


def _filters(kind: str) -> tuple[str, ...]:
    """The chips of a chapter that show that kind."""
    if kind in {Kind.FAIL, Kind.WAIVED}:
        return ("failed",)
    return ("undecided",) if kind in UNDECIDED else ()


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
