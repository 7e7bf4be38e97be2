"""The selected item on one host: what must hold, why, what was found, the evidence, the remedy, its history."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.language import content
from app.overrides import counting, local_today
from app.places import config_folder
from app.record import Finding, Override
from app.report.visible import one_line
from app.screen.chapterlist import ItemRow
from app.screen.presentation import FAILING, kind_of
from app.templates import built_in, fill, templates
from ui.text import Paragraph, PlainLabel
from ui.widgets.answer import AnswerForm
from ui.widgets.answerentry import Option
from ui.widgets.callout import BadgeButton, SeverityMark
from ui.widgets.emptystate import EmptyState
from ui.widgets.evidencepage import EvidencePage, evidence_ids
from ui.widgets.flow import Flow
from ui.widgets.historypage import HistoryPage
from ui.widgets.lowpage import LowPage
from ui.widgets.overviewpage import OverviewPage
from ui.widgets.remedy import RemedyPage
from ui.widgets.tabpages import TabPages
from ui.words import answer_word, mode_word, scope_word
from ui.workspace import Workspace

_EVIDENCE, _REMEDY, _HISTORY = 1, 2, 3  # tabs beside the overview
_LEAST = 340  # pixels; the choices of the form may need more where words are long
_HOSTS_SHOWN, _HOSTS_NARROW, _NARROW = 12, 5, 520  # badges in the head by its width in pixels; the list has all hosts


class Detail(QFrame):
    """Everything about one finding, and the form to answer it."""

    target_chosen = Signal(object)  # a target's name, or None for the site
    given = Signal(object)  # Given
    taken_back = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        theme = self._theme = workspace.theme
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._key: tuple[str, str | None] | None = None
        self._row: ItemRow | None = None
        self._finding: Finding | None = None  # the one on show, with its checks
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        outer.addWidget(self._pages)
        outer.addSpacerItem(QSpacerItem(_LEAST, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed))
        self._empty = EmptyState(
            theme,
            "list",
            self.tr("Select an item"),
            self.tr("What must hold, what was found and how to mend it is shown here."),
        )
        self._pages.addWidget(self._empty)
        self._head = self._build_head()
        self.overview = OverviewPage(workspace)
        self._tab_pages = TabPages(
            theme, self.overview, lambda: self.evidence_page, lambda: self.remedy_page, lambda: self.history
        )
        self._tab_pages.turned.connect(self._fill)
        self.form = AnswerForm(theme)
        self.form.templates = self._templates
        self.form.others = self._others
        self.form.given.connect(self.given)
        note = self.overview.note
        note.taken_back.connect(self.taken_back)
        note.again.connect(self.form.take_over)
        note.confirmed.connect(self._confirm)
        note.attachment_wanted.connect(workspace.show_attachment)
        self._low = LowPage(self._head, self._tab_pages, self.form)
        self._pages.addWidget(self._low)

    def parts(self) -> tuple[QWidget, ...]:
        """What there is to dress."""
        return (self._empty, self._head, *self._tab_pages.parts(), self.form, self._low.verticalScrollBar())

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
        self._mode = Paragraph(role="small")
        line.addWidget(self._id)
        line.addWidget(self._severity)
        line.addWidget(self._mode, 1)
        column.addLayout(line)
        self._title = Paragraph(role="heading", selectable=True)
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

    @cached_property
    def evidence_page(self) -> EvidencePage:
        """What the finding rests on."""
        return EvidencePage(self.workspace)

    @cached_property
    def remedy_page(self) -> RemedyPage:
        """How it is mended."""
        page = RemedyPage(self._theme)
        page.copied.connect(lambda: self.workspace.message.emit("pass", self.tr("Copied.")))
        return page

    @cached_property
    def history(self) -> HistoryPage:
        """What was done to it."""
        return HistoryPage(self.workspace)

    # --- showing ------------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        self._key = None
        self._theme.catch_up(self._empty)
        self._pages.setCurrentIndex(0)

    def show_finding(self, row: ItemRow, finding: Finding, targets: Sequence[str], options: Sequence[Option]) -> None:
        """Show an item on one host; ``options`` as for the answer form."""
        key = (finding.measured.item, finding.measured.target)
        same, self._key = key == self._key, key
        rule, writable = row.rule, self.workspace.writable
        self._row = row
        self._pages.setCurrentIndex(1)
        self._id.setText(rule.id)
        self._severity.set_row(row)
        self._mode.setText(f"{mode_word(rule.mode)} · {scope_word(rule.scope)}")
        self._title.setText(content(rule.title))
        self._show_hosts(row, finding, targets)
        finding = self._finding = self._read(finding)
        self.overview.show_finding(row, finding, writable=writable, same=same)
        ids = evidence_ids(finding)
        self.tabs.setTabText(1, self.tr("Evidence {n}").format(n=len(ids)) if ids else self.tr("Evidence"))
        self._fill()
        self.form.show_finding(finding.measured.result, options, self.workspace.person(), writable=writable, same=same)

    def _read(self, finding: Finding) -> Finding:
        """With its checks, which are read from the file now; without, where that can't be, which is said."""
        whole = self.workspace.attempt(finding.whole)
        return whole or replace(finding, measured=replace(finding.measured, checks=()))

    def _show_hosts(self, row: ItemRow, finding: Finding, targets: Sequence[str]) -> None:
        self._hosts.clear()
        if row.site_wide:
            places: list[str | None] = [None]
        else:
            places = [target for target in targets if target in row.cells]
        shown = places[: _HOSTS_SHOWN if self.width() >= _NARROW else _HOSTS_NARROW]
        if finding.measured.target not in shown:
            shown = [finding.measured.target, *shown[:-1]]
        high = 0
        for target in shown:
            one = row.cell(target)
            if one is None:
                continue
            name = self.tr("Whole site") if target is None else one_line(target)
            badge = BadgeButton(self._theme, name, kind_of(one))
            badge.setChecked(target == finding.measured.target)
            badge.clicked.connect(lambda _checked=False, target=target: self.target_chosen.emit(target))
            self._hosts.addWidget(badge)
            high = badge.sizeHint().height()
        if len(places) > len(shown):
            rest = [kind_of(row.cells[target]) for target in places if target not in shown]
            failing = sum(kind in FAILING for kind in rest)
            text = self.tr("and {n} more, {a} of them fail") if failing else self.tr("and {n} more")
            more = PlainLabel(text.format(n=len(rest), a=failing), "small")
            more.setFixedHeight(high)  # level with the badges beside it
            self._hosts.addWidget(more)

    @Slot(int)
    def _show_tab(self, position: int) -> None:
        self._tab_pages.show_page(position)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """What is in sight beside the overview, or instead of it, follows; the rest does when it is turned to."""
        if self._key is None or self._finding is None:
            return
        inner = self._tab_pages.inner
        if inner == _EVIDENCE:
            self.evidence_page.show_finding(evidence_ids(self._finding))
        elif inner == _REMEDY:
            self.remedy_page.show_finding(self._finding)
        elif inner == _HISTORY:
            self.history.show_place(self._key)

    # --- acting -------------------------------------------------------------------------------------------------

    def _templates(self) -> tuple[str, ...]:
        """Remarks to choose from, filled in for what is on show."""
        if self._key is None:
            return ()
        name, today = self.form.entry.name.text(), local_today()
        found = self.workspace.attempt(lambda: templates(config_folder())) or built_in()
        return tuple(fill(one, item=self._key[0], target=self._key[1], name=name, today=today) for one in found)

    def _others(self) -> tuple[tuple[str, Override], ...]:
        """What was answered to this item on other hosts, each answer once."""
        if self._row is None or self._key is None:
            return ()
        found: dict[tuple[str, str], tuple[str, Override]] = {}
        for target, finding in self._row.cells.items():
            said = counting(finding.overrides)
            if said is None or target == self._key[1]:
                continue
            text = f"{one_line(target or '')}: {answer_word(said)}, {one_line(said.by)}"
            found.setdefault((said.new, said.remark), (f"{text}: {said.remark}" if said.remark else text, said))
        return tuple(found.values())

    @Slot(object)
    def _confirm(self, said: Override) -> None:
        name, role = self.workspace.person()
        self.workspace.confirm([said.id], by=name, role=role)
