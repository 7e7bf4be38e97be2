"""The selected item on one host: what must hold, why, what was found, the evidence, the remedy, its history."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.model import Evidence, Finding, Mode
from app.presentation import ItemRow, Kind, kind_of, readable
from app.report.visible import one_line, visible
from ui.models.checks import check_rows, checks_model, history_model
from ui.text import PlainLabel
from ui.widgets.answer import AnswerForm, Given
from ui.widgets.basics import EmptyState, Flow, Scroller, button
from ui.widgets.callout import BadgeButton, Callout, SeverityMark
from ui.widgets.evidence import EvidenceView
from ui.widgets.fitted import FittedTable
from ui.widgets.remedy import RemedyView
from ui.words import kind_sentence, mode_word, scope_word
from ui.workspace import Workspace

_HOSTS_SHOWN = 12  # badges in the head; all hosts stand in the list's columns


class Detail(QFrame):
    """Everything about one finding, and the form to answer it."""

    target_chosen = Signal(object)  # a target's name, or None for the site
    given = Signal(object)  # Given
    taken_back = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        theme = self._theme = workspace.theme
        self.setProperty("role", "panel")
        self._key: tuple[str, str | None] | None = None
        self._evidence: list[Evidence] = []
        addenda = workspace.benchmark.addenda
        self._titles = {check.id: check.title for addendum in addenda for check in addendum.checks}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        outer.addWidget(self._pages)
        self._empty = EmptyState(
            theme,
            "list",
            self.tr("Select an item"),
            self.tr("What must hold, what was found and how to mend it is shown here."),
        )
        self._pages.addWidget(self._empty)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self._tabs_pages = QStackedWidget()
        self._tabs_pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._tabs_pages.setMinimumHeight(60)
        column.addWidget(self._tabs_pages, 1)
        self._tabs_pages.addWidget(self._build_overview())
        self._tabs_pages.addWidget(self._build_evidence())
        self._tabs_pages.addWidget(self._build_remedy())
        self._tabs_pages.addWidget(self._build_history())
        self.form = AnswerForm(theme)
        self.form.given.connect(self._give)
        self.form.taken_back.connect(self.taken_back)
        column.addWidget(self.form)
        self._pages.addWidget(page)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 14, 16, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(10)
        self._id = PlainLabel(role="label")
        self._severity = SeverityMark(self._theme)
        self._mode = PlainLabel(role="small")
        line.addWidget(self._id)
        line.addWidget(self._severity)
        line.addWidget(self._mode, 1)
        column.addLayout(line)
        self._title = PlainLabel(role="heading", wrap=True, selectable=True)
        column.addWidget(self._title)
        hosts = QWidget()
        self._hosts = Flow(hosts, 4)
        column.addWidget(hosts)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("About this item"))
        for text in (self.tr("Overview"), self.tr("Evidence"), self.tr("Mend it"), self.tr("History")):
            self.tabs.addTab(text)
        self.tabs.currentChanged.connect(self._show_tab)
        column.addWidget(self.tabs)
        line_below = QFrame()
        line_below.setProperty("role", "line")
        holder = QWidget()
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(line_below)
        return holder

    def _build_overview(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        self.callout = Callout(self._theme)
        column.addWidget(self.callout)
        self._checks = checks_model(self)
        self.checks = FittedTable(self._theme, self._checks, (32, 0.34, 0.33))
        self.checks.setAccessibleName(self.tr("Expected and found"))
        self._found = PlainLabel(self.tr("Expected and found"), "label")
        column.addSpacing(6)
        column.addWidget(self._found)
        column.addWidget(self.checks)
        self._texts: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        for key, heading in (
            ("requirement", self.tr("What must hold")),
            ("question", self.tr("The question")),
            ("attach", self.tr("Evidence to attach")),
            ("rationale", self.tr("Why it matters")),
            ("threats", self.tr("Answers the threats")),
            ("references", self.tr("References")),
        ):
            label, text = PlainLabel(heading, "label"), PlainLabel(wrap=True, selectable=True)
            column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(text)
            self._texts[key] = (label, text)
        column.addStretch(1)
        self._overview = Scroller(inner)
        return self._overview

    def _build_evidence(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        self._which = QComboBox()
        self._which.setAccessibleName(self.tr("Which evidence"))
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which.currentIndexChanged.connect(self._show_evidence)
        column.addWidget(self._which)
        self.evidence = EvidenceView(self._theme)
        self.evidence.copied.connect(lambda: self.workspace.message.emit("info", self.tr("Copied.")))
        column.addWidget(self.evidence, 1)
        self._no_evidence = EmptyState(
            self._theme, "file-text", self.tr("No evidence"), self.tr("Nothing was collected for this item here.")
        )
        stack = QStackedWidget()
        stack.addWidget(page)
        stack.addWidget(self._no_evidence)
        self._evidence_stack = stack
        return stack

    def _build_remedy(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        line = QHBoxLayout()
        self._remedy_for = PlainLabel(role="label", wrap=True)
        line.addWidget(self._remedy_for, 1)
        line.addWidget(button(self.tr("Copy"), self.copy_remedy, theme=self._theme, icon="copy"))
        column.addLayout(line)
        self.remedy = RemedyView(self._theme)
        self.remedy.setAccessibleName(self.tr("How to mend it"))
        column.addWidget(self.remedy, 1)
        self._no_remedy = EmptyState(self._theme, "wrench", self.tr("Nothing to mend"), "")
        stack = QStackedWidget()
        stack.addWidget(page)
        stack.addWidget(self._no_remedy)
        self._remedy_stack = stack
        return stack

    def _build_history(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        self._history = history_model(self)
        self.history = FittedTable(self._theme, self._history, (126,))
        self.history.setAccessibleName(self.tr("History"))
        column.addWidget(self.history)
        column.addStretch(1)
        return Scroller(page)

    # --- showing ------------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        self._key = None
        self._pages.setCurrentIndex(0)

    def show_finding(
        self,
        row: ItemRow,
        finding: Finding,
        targets: Sequence[str],
        choices: Sequence[tuple[str, tuple[tuple[str, str | None], ...]]],
    ) -> None:
        """Show an item on one host; ``choices`` as for the answer form."""
        key = (finding.measured.item, finding.measured.target)
        same, self._key = key == self._key, key
        rule = row.rule
        self._pages.setCurrentIndex(1)
        self._id.setText(rule.id)
        self._severity.set_row(row)
        self._mode.setText(f"{mode_word(rule.mode)} · {scope_word(rule.scope)}")
        self._title.setText(rule.title)
        self._show_hosts(row, finding, targets)
        kind = kind_of(finding)
        self.callout.say(kind, visible(finding.measured.message) or kind_sentence(kind))
        self._checks.set_rows(check_rows(finding.measured.checks, self._titles))
        has_checks = bool(finding.measured.checks)
        self._found.setVisible(has_checks)
        self.checks.setVisible(has_checks)
        threats = self._threats(rule.threats)
        for name, text in (
            ("requirement", rule.requirement),
            ("question", "" if rule.mode is Mode.AUTOMATED and kind is not Kind.WAITING else rule.question),
            ("attach", "\n".join(f"• {one}" for one in rule.evidence)),
            ("rationale", rule.rationale),
            ("threats", threats),
            ("references", "\n".join(rule.references)),
        ):
            label, body = self._texts[name]
            body.setText(text.strip())
            label.setVisible(bool(text))
            body.setVisible(bool(text))
        self._load_evidence(finding)
        self._show_remedy(finding, kind)
        self._load_history()
        self.form.show_finding(finding, choices, self.workspace.person(), writable=self.workspace.writable, same=same)
        if not same:
            self._overview.verticalScrollBar().setValue(0)

    def _threats(self, ids: Sequence[str]) -> str:
        sections = {one.id: one.title for chapter in self.workspace.benchmark.chapters for one in chapter.sections}
        return "\n".join(f"{one}  {sections.get(one, '')}".strip() for one in ids)

    def _show_hosts(self, row: ItemRow, finding: Finding, targets: Sequence[str]) -> None:
        self._hosts.clear()
        if row.site_wide:
            places: list[str | None] = [None]
        else:
            places = [target for target in targets if target in row.cells]
        shown = places[:_HOSTS_SHOWN]
        if finding.measured.target not in shown:
            shown = [finding.measured.target, *shown[:-1]]
        for target in shown:
            one = row.cell(target)
            if one is None:
                continue
            name = self.tr("Whole site") if target is None else one_line(target)
            badge = BadgeButton(self._theme, name, kind_of(one))
            badge.setChecked(target == finding.measured.target)
            badge.clicked.connect(lambda _checked=False, target=target: self.target_chosen.emit(target))
            self._hosts.addWidget(badge)
        if len(places) > len(shown):
            self._hosts.addWidget(PlainLabel(self.tr("and {n} more").format(n=len(places) - len(shown)), "small"))

    def _load_evidence(self, finding: Finding) -> None:
        ids = list(dict.fromkeys([one for check in finding.measured.checks for one in check.evidence]))
        ids += [one for one in finding.measured.evidence if one not in ids]
        audit = self.workspace.audit
        found = [audit.evidence(one) for one in ids] if audit is not None else []
        self._evidence = [one for one in found if one is not None]
        self.tabs.setTabText(
            1, self.tr("Evidence {n}").format(n=len(self._evidence)) if self._evidence else self.tr("Evidence")
        )
        self._which.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._which.clear()
        several = len({one.target for one in self._evidence}) > 1
        self._which.addItems(
            [one_line(f"{one.target}: {one.probe}" if several else one.probe) for one in self._evidence]
        )
        self._which.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._which.setVisible(len(self._evidence) > 1)
        self._evidence_stack.setCurrentIndex(0 if self._evidence else 1)
        if self.tabs.currentIndex() == 1:
            self._show_evidence(0)

    @Slot(int)
    def _show_evidence(self, position: int) -> None:
        if not 0 <= position < len(self._evidence):
            return
        one = self._evidence[position]
        output, clean = readable(one.output)
        if one.stderr:
            errors, _ = readable(one.stderr)
            output = f"{output.rstrip()}\n--- {self.tr('standard error')} ---\n{errors}"
        about = [
            one.started.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            self.tr("as root") if one.privileged else self.tr("as the login account"),
            self.tr("exit {n}").format(n=one.exit_status) if one.exit_status is not None else self.tr("no exit status"),
            f"{one.seconds:.2f} s",
            self.tr("{n} bytes").format(n=one.bytes_total or len(one.output)),
        ]
        if one.truncated:
            about.append(self.tr("cut: first {n} bytes").format(n=len(one.output)))
        if not clean:
            about.append(self.tr("bytes that aren't text are spelt out"))
        self.evidence.show_evidence(visible(one.command), " · ".join(about), output)

    def _show_remedy(self, finding: Finding, kind: Kind) -> None:
        text = finding.measured.remediation
        self._remedy_stack.setCurrentIndex(0 if text else 1)
        self.remedy.show_remedy(visible(text))
        name = finding.measured.target
        self._remedy_for.setText(self.tr("On {host}").format(host=one_line(name)) if name else "")
        if kind is Kind.PASS:
            self._no_remedy.say(self.tr("Nothing to mend"), self.tr("This item passes here."))
        else:
            self._no_remedy.say(
                self.tr("No remedy on record"), self.tr("This item is mended by what “What must hold” asks for.")
            )

    def _load_history(self) -> None:
        audit = self.workspace.audit
        if self.tabs.currentIndex() == 3 and audit is not None and self._key is not None:  # noqa: PLR2004 - its tab
            self._history.set_rows(tuple(reversed(audit.history(*self._key))))

    @Slot(int)
    def _show_tab(self, position: int) -> None:
        self._tabs_pages.setCurrentIndex(position)
        if position == 1:
            self._show_evidence(max(0, self._which.currentIndex()))
        self._load_history()

    # --- acting -------------------------------------------------------------------------------------------------

    def _give(self, given: Given) -> None:
        self.given.emit(given)

    def copy_remedy(self) -> None:
        """The remedy on the clipboard."""
        QGuiApplication.clipboard().setText(self.remedy.source())
        self.workspace.message.emit("info", self.tr("Copied."))
