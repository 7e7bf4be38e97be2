"""Review: where the audit stands, the answers for a second person, what changed since last time, the history."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.compare import Kind as ChangeKind
from app.screen.chapterlist import Filter
from app.screen.findinglist import Wanted
from app.screen.presentation import UNDECIDED
from app.screen.reviewing import Sort
from ui.steps.base import Step
from ui.text import PlainLabel
from ui.widgets.answersreview import AnswersReview
from ui.widgets.basics import frame
from ui.widgets.changesview import ChangesView
from ui.widgets.dashboard import DashboardPage
from ui.widgets.findingsview import FindingsView
from ui.widgets.journal import Journal
from ui.workspace import Workspace

_OVERVIEW, _FINDINGS, _ANSWERS, _CHANGES, _HISTORY = range(5)
_EVERY = "changes"  # all of them
PageT = TypeVar("PageT", FindingsView, AnswersReview, ChangesView, Journal)


class ReviewStep(Step):
    """Five pages under one title; only the one on screen is kept up to date."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.about = self.tr(
            "Where the audit stands. Each number and each bar leads to its list on Findings, which goes across all "
            "chapters. On Answers a second person accepts or rejects what was answered; Changes compares with an "
            "earlier audit or revision; History says who did what, and when. The score is the share of decided results "
            "that pass; a waived failure is left out of it, and counted as failed in the score before waivers."
        )
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(32, 20, 32, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("Review"), "title"))
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Pages of the review"))
        for text in (
            self.tr("Overview"),
            self.tr("Findings"),
            self.tr("Answers"),
            self.tr("Changes"),
            self.tr("History"),
        ):
            self.tabs.addTab(text)
        self.tabs.currentChanged.connect(self._turn)
        column.addWidget(self.tabs)
        self.dashboard = DashboardPage(workspace)
        self.dashboard.page_wanted.connect(self._show_page)
        self.dashboard.findings_wanted.connect(self.show_findings)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.dashboard)
        self._made: dict[int, FindingsView | AnswersReview | ChangesView | Journal] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head, self._line = head, frame("line")
        outer.addWidget(self._head)
        outer.addWidget(self._line)
        outer.addWidget(self._pages, 1)

    def parts(self) -> tuple[QWidget, ...]:
        return (self._head, self._line, self.dashboard)

    @property
    def findings(self) -> FindingsView:
        return self._page(_FINDINGS, FindingsView)

    @property
    def answers(self) -> AnswersReview:
        return self._page(_ANSWERS, AnswersReview)

    @property
    def changes(self) -> ChangesView:
        return self._page(_CHANGES, ChangesView)

    @property
    def journal(self) -> Journal:
        return self._page(_HISTORY, Journal)

    def _page(self, number: int, kind: type[PageT]) -> PageT:
        """A page, made when it is first wanted."""
        if number not in self._made:
            self._made[number] = page = kind(self.workspace)
            self._pages.addWidget(page)
            self.theme.dress(page)
        return self._made[number]  # type: ignore[return-value]  # the same

    def _page_of(self, number: int) -> DashboardPage | FindingsView | AnswersReview | ChangesView | Journal:
        return (
            lambda: self.dashboard,
            lambda: self.findings,
            lambda: self.answers,
            lambda: self.changes,
            lambda: self.journal,
        )[number]()

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        counted = self.tabs.currentIndex() == _OVERVIEW
        return self.dashboard.refreshing() if counted else (self.workspace.findings, self._show)

    def _show(self) -> None:
        self._on_top().refresh()

    def shown(self) -> None:
        self.tabs.setFocus()

    def begin_search(self) -> None:
        """Put the cursor into the search of the history."""
        self.tabs.setCurrentIndex(_HISTORY)
        self.workspace.turns.then(self.journal.search.setFocus)

    @Slot()
    def _turn(self) -> None:
        """Make what was chosen, let it show what stands now, and only then put it on screen."""
        self.workspace.turns.then(self._on_top, *self.refreshing(), self._come)

    def _on_top(self) -> DashboardPage | FindingsView | AnswersReview | ChangesView | Journal:
        return self._page_of(self.tabs.currentIndex())

    def _come(self) -> None:
        page = self._on_top()
        self.theme.catch_up(page)
        self._pages.setCurrentWidget(page)

    def set_filters(self, names: Sequence[str]) -> None:
        """Show the page of that name: "undecided" findings, a sort of answers, a kind of changes, or all "changes"."""
        for name in names:
            self._show_page(name)

    @Slot(object)
    def show_findings(self, wanted: Wanted) -> None:
        """Show exactly these findings."""
        self.findings.wanted = wanted
        self.tabs.setCurrentIndex(_FINDINGS)
        self._turn()
        self.workspace.turns.then(self.findings.take_keyboard)

    @Slot(str)
    def _show_page(self, name: str) -> None:
        if name == Filter.UNDECIDED:
            self.show_findings(Wanted(UNDECIDED))
            return
        if name == _EVERY or name in set(ChangeKind):
            self.tabs.setCurrentIndex(_CHANGES)
            self.changes.choose(None if name == _EVERY else ChangeKind(name))
        else:
            self.tabs.setCurrentIndex(_ANSWERS)
            self.answers.choose(Sort(name))
        self.tabs.setFocus()
