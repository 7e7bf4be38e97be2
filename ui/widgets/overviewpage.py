"""What a finding is about: its result, what people said, expected and found per subject, and what the item asks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import ENGLISH, content, current, headed, in_english
from app.model import Mode, Rule
from app.overrides import local_today
from app.record import Finding
from app.report.visible import visible
from app.screen.chapterlist import ItemRow
from app.screen.presentation import Kind, kind_measured, kind_of
from ui.models.checks import check_rows, checks_model
from ui.text import Paragraph, PlainLabel
from ui.widgets.answernote import AnswerNote
from ui.widgets.callout import Callout
from ui.widgets.fitted import FittedTable
from ui.widgets.scroller import Scroller
from ui.words import kind_sentence
from ui.workspace import Workspace


class OverviewPage(Scroller):
    """The first tab of the detail."""

    def __init__(self, workspace: Workspace) -> None:
        inner = QWidget()
        super().__init__(inner, QCoreApplication.translate("Detail", "Overview"))
        theme = workspace.theme
        benchmark = workspace.benchmark
        self._titles = {check.id: check.title for addendum in benchmark.addenda for check in addendum.checks}
        self._sections = {one.id: content(one.title) for chapter in benchmark.chapters for one in chapter.sections}
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        self.callout = Callout(theme)
        column.addWidget(self.callout)
        self.note = AnswerNote(theme)
        column.addWidget(self.note)
        self._checks = checks_model(self)
        self.checks = FittedTable(theme, self._checks, (32, 0.34, 0.33))
        self.checks.setAccessibleName(self.tr("Expected and found"))
        self._found = PlainLabel(in_english(self.tr("Expected and found")), "label")
        column.addSpacing(6)
        column.addWidget(self._found)
        column.addWidget(self.checks)
        self._texts: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        self._headings: dict[str, str] = {}
        for key, heading in (
            ("requirement", self.tr("What must hold")),
            ("question", self.tr("The question")),
            ("attach", self.tr("Evidence to attach")),
            ("rationale", self.tr("Why it matters")),
            ("threats", self.tr("Answers the threats")),
            ("references", self.tr("References")),
        ):
            label, text = PlainLabel(heading, "label"), Paragraph(selectable=True)
            self._headings[key] = heading
            column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(text)
            self._texts[key] = (label, text)
        column.addStretch(1)

    def show_finding(self, row: ItemRow, finding: Finding, *, writable: bool, same: bool) -> None:
        """``same`` keeps the place in the page."""
        kind = kind_of(finding)
        measured = kind_measured(finding)
        said = visible(finding.measured.message)
        text = said or kind_sentence(measured)
        if said and current() != ENGLISH:  # what was measured is kept in English
            text = self.tr("Measured, in English: {text}").format(text=text)
        elif kind is not measured and measured is not Kind.WAITING:  # an answer is laid over it, and it stays in sight
            text = self.tr("Measured: {text}").format(text=text)
        self.callout.say(measured, text)
        self.note.show_finding(finding, local_today(), writable=writable)
        self._checks.set_rows(check_rows(finding.measured.checks, self._titles))
        has_checks = bool(finding.measured.checks)
        self._found.setVisible(has_checks)
        self.checks.setVisible(has_checks)
        for name, text in self._told(row.rule, kind):
            label, body = self._texts[name]
            body.setText(text.strip())
            label.setText(headed(self._headings[name], *_of_benchmark(name, row.rule)))
            label.setVisible(bool(text))
            body.setVisible(bool(text))
        if not same:
            self.verticalScrollBar().setValue(0)

    def _told(self, rule: Rule, kind: Kind) -> Sequence[tuple[str, str]]:
        return (
            ("requirement", content(rule.requirement)),
            ("question", "" if rule.mode is Mode.AUTOMATED and kind is not Kind.WAITING else content(rule.question)),
            ("attach", "\n".join(f"• {one}" for one in rule.evidence)),
            ("rationale", content(rule.rationale)),
            ("threats", "\n".join(f"{one}  {self._sections.get(one, '')}".strip() for one in rule.threats)),
            ("references", "\n".join(rule.references)),
        )


def _of_benchmark(name: str, rule: Rule) -> Sequence[str]:
    """Those texts of a part of the page that may not have been translated."""
    return {"rationale": (content(rule.rationale),), "attach": rule.evidence}.get(name, ())
