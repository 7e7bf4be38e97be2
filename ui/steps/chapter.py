"""A chapter: its items by section with a column per host, filters, search, and the detail of the selected one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import is_
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import BartizanError
from app.language import content
from app.model import Chapter
from app.overrides import local_today, unseen
from app.record import Finding
from app.screen import wizard
from app.screen.chapterlist import ChapterList, Filter, ItemRow, Place
from ui.given import Given
from ui.helptopic import Part, item_part
from ui.steps.base import Step
from ui.widgets.answerentry import Option
from ui.widgets.chapterhead import ChapterHead
from ui.widgets.detail import Detail
from ui.widgets.itemlist import ItemList
from ui.widgets.itemmenu import ItemMenu
from ui.widgets.splitter import Splitter
from ui.workspace import Workspace

_SHARE, _SHARE_ROOMY, _ROOMY = 0.58, 0.6, 1500  # part of the width that the list takes
_NEAR = 3  # pixels that nobody sees, for which everything would be laid out once more
_STEPS = 20  # by keys, from one edge to the other
_KEY = "view/list-share"  # of the settings: a thousandth of the width
_SLICE = 0.012  # seconds of a search in one go; then the screen gets its turn


class ChapterStep(Step):
    """One chapter of the guideline."""

    def __init__(self, workspace: Workspace, chapter: Chapter) -> None:
        super().__init__(workspace)
        self.chapter = chapter
        self.about = self.tr(
            "Items from top to bottom, a column for each host: each badge is a result. The one that you choose is "
            "shown beside the list, with what must hold, what was found, the evidence and how to mend it. Filters and "
            "the search narrow the list down; N leads to the next result that waits for somebody, in whichever "
            "chapter. Several results, chosen with Shift and Ctrl, are answered in one go."
        )
        self._list: ChapterList | None = None
        self._opened: frozenset[str] = frozenset()  # sections whose introduction is shown
        self._told: tuple[ItemRow, Finding, bool] | None = None  # what the detail shows, and whether it can be answered
        self._hunt: Iterator[str | None] | None = None
        self._found: set[str] | None = None
        self.head = ChapterHead(self.theme, chapter)
        self.head.changed.connect(self.refilter)
        self.head.introduced.connect(self._introduce)
        self.items = ItemList(self.theme)
        self.items.place_changed.connect(self._show_detail)
        self.items.selection_changed.connect(self._offer)
        self.items.section_toggled.connect(self._toggle_section)
        self.items.answer_wanted.connect(self._want_answer)
        self.items.all_wanted.connect(self._show_all)
        self.items.menu_wanted.connect(self._menu)
        self.head.search.leads_to = self.items.table
        self.detail = Detail(workspace)
        self.detail.target_chosen.connect(self._choose_target)
        self.detail.given.connect(self._answer)
        self.detail.form.left.connect(self.items.table.setFocus)
        self.detail.taken_back.connect(self.take_back)
        self._split = Splitter(self.theme, self.tr("Line between list and item"))
        self._split.addWidget(self.items)
        self._split.addWidget(self.detail)
        self._split.splitterMoved.connect(self._split_moved)
        self._split.usual_wanted.connect(lambda: self.widen(0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._split, 1)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self.head.set(*workspace.views.get(chapter.id, ((), "")))

    def parts(self) -> tuple[QWidget, ...]:
        return (self.head, self.items, *self.detail.parts())

    def large_parts(self) -> tuple[QWidget, ...]:
        return (self.items,)

    # --- showing ------------------------------------------------------------------------------------------------

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        return (self.workspace.findings, self._read, self.refilter)

    def follow(self) -> None:
        self.workspace.turns.then(self.workspace.findings, self._read, self._follow_list)

    def _follow_list(self) -> None:
        if self._found is not None:  # what was said may be what is searched for
            self.refilter()
        else:
            self._follow_rows()

    def _follow_rows(self) -> None:
        self._show_rows()
        self.workspace.turns.then(self._show_detail)

    def _read(self) -> None:
        """Make the list of what stands now."""
        audit = self.workspace.audit
        if audit is None:
            return
        self._list = ChapterList(
            audit.benchmark,
            wizard.of_chapter(audit.findings(), audit.benchmark, self.chapter.id),
            self.chapter.id,
            today=local_today(),
            changes=self.workspace.changes,
            before=self._list,
        )
        progress = self.workspace.chapters().get(self.chapter.id, wizard.NOTHING)
        self.head.show_progress(progress, self._list.counts())

    @Slot()
    def refilter(self) -> None:
        """Show what filters and search leave of the list."""
        if self._list is None:
            return
        query = self.head.search.text().strip()
        self.workspace.views[self.chapter.id] = (self.head.chips.chosen, query)
        self._turn.stop()
        self._found = set() if query else None
        self._hunt = self._list.search(query) if query else None
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Search on for a moment, and show what was found when all was looked at."""
        end = monotonic() + _SLICE
        try:
            for item in self._hunt or ():
                if item is not None and self._found is not None:
                    self._found.add(item)
                if monotonic() > end:
                    self._turn.start()
                    return
        except BartizanError as error:  # what was found until then is shown
            self.workspace.message.emit("fail", str(error))
        self._hunt = None
        self._follow_rows()

    def _show_rows(self) -> None:
        audit = self.workspace.audit
        if audit is None or self._list is None:
            return
        self.head.chips.show_counts(self._list.counts())
        rows = self._list.rows(self.head.chips.chosen, only=self._found, opened=self._opened)
        hosts = self.items.model.targets
        self.items.show_rows(self._list, rows, [target.name for target in audit.targets])
        if self.items.model.targets != hosts:
            self._share()
        if self.items.place is None:  # also where the keyboard stays in the rail
            self.items.select_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share()
        QTimer.singleShot(0, self, self._share)  # on the first time what stands in it doesn't know yet what it needs

    @Slot()
    def _share(self) -> None:
        """Give list and detail the person's proportions, else such that neither has room that it can't use."""
        width = self.width()
        chosen = self.workspace.settings.number(_KEY, default=0, low=200, high=850) / 1000
        left = round(width * (chosen or (_SHARE if width < _ROOMY else _SHARE_ROOMY)))
        if not chosen and width >= _ROOMY:
            left = min(left, max(width // 3, self.items.enough()))
        if abs(self._split.sizes()[0] - left) > _NEAR:  # within it, the splitter has kept the proportions by itself
            self._split.setSizes([left, width - left])

    @Slot(int, int)
    def _split_moved(self, _place: int, _index: int) -> None:
        """From now on the person's proportions hold, in every chapter and the next session."""
        left, right = self._split.sizes()
        self.workspace.settings.set_number(_KEY, round(1000 * left / max(1, left + right)))

    def widen(self, by: int) -> None:
        left, right = self._split.sizes()
        if by:
            wanted = left + by * (left + right) // _STEPS
            self._split.setSizes([wanted, left + right - wanted])
            self._split_moved(0, 0)
        else:
            self.workspace.settings.set_number(_KEY, 0)
            self._share()
        left, right = self._split.sizes()
        self._split.say(self.tr("List {n} %").format(n=round(100 * left / max(1, left + right))))

    def shown(self) -> None:
        self.items.table.setFocus()

    @Slot(str)
    def _toggle_section(self, section: str) -> None:
        self._opened ^= {section}
        self._show_rows()

    @Slot(bool)
    def _introduce(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        """With the chapter's introduction come those of its sections: which threats they answer."""
        self._opened = frozenset(one.id for one in self.chapter.sections if one.introduction) if shown else frozenset()
        self._show_rows()

    # --- selecting ----------------------------------------------------------------------------------------------

    def place(self) -> Place | None:
        """Item and target on show."""
        return self.items.place

    def select(self, item: str, target: str | None) -> None:
        """Show that finding; filters that hide it are taken off."""
        if not self.items.select(item, target):
            self._show_all()
            self.items.select(item, target)
        self._show_detail()
        self.items.table.setFocus()

    def _current(self) -> tuple[ItemRow, Finding] | None:
        row, place = self.items.current(), self.items.place
        if row is None or place is None:
            return None
        finding = row.cell(place[1])
        return (row, finding) if finding is not None else None

    def help_parts(self) -> tuple[Part, ...]:
        """The item on show."""
        found = self._current()
        return (item_part(found[0].rule, found[1]),) if found is not None else ()

    @Slot()
    def _show_detail(self) -> None:
        found = self._current()
        if found is None:
            self._told = None
            self.detail.show_nothing()
            return
        row, finding = found
        told, self._told = self._told, (row, finding, self.workspace.writable)
        if told is not None and all(map(is_, told, self._told)):
            self.detail.form.offer(self._options(row, finding))
        else:
            self.detail.show_finding(row, finding, self.items.model.targets, self._options(row, finding))

    @Slot()
    def _offer(self) -> None:
        """Another selection: the answer can be for other places."""
        found = self._current()
        if found is not None:
            self.detail.form.offer(self._options(*found))

    def _options(self, row: ItemRow, finding: Finding) -> list[Option]:
        """For which places an answer can be: those selected, the one on show, all that wait, all."""
        here = (finding.measured.item, finding.measured.target)
        place = self.tr("for the whole site") if here[1] is None else self.tr("for {host}").format(host=here[1])
        options = [Option("here", place, (here,))]
        selected = self.items.selected()
        if len(selected) > 1:
            options.insert(0, Option("selected", self.tr("for the {n} selected").format(n=len(selected)), selected))
        if not row.site_wide:
            item = row.rule.id
            waiting = {target: one for target, one in row.cells.items() if wizard.is_undecided(one)}
            undecided = self.tr("for all {n} undecided"), self.tr("for all {n} undecided that were looked at")
            every = self.tr("for all {n} hosts"), self.tr("for all {n} hosts that were looked at")
            options += _for_many("undecided", undecided, item, waiting) + _for_many("all", every, item, row.cells)
        return options

    @Slot(object)
    def _choose_target(self, target: str | None) -> None:
        if self.items.place is not None:
            self.select(self.items.place[0], target)

    # --- filters ------------------------------------------------------------------------------------------------

    def set_filters(self, names: Sequence[str]) -> None:
        """As if these chips had been clicked."""
        self.head.set(tuple(Filter(name) for name in names if name != Filter.ALL), "")
        self.refilter()
        self.items.select_first()

    @Slot()
    def _show_all(self) -> None:
        self.head.set((), "")
        self.refilter()

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    # --- answering ----------------------------------------------------------------------------------------------

    def begin_answer(self, choice: str) -> None:
        """Choose an answer in the form, as its button would."""
        self.detail.form.begin(choice)

    @Slot(QPoint)
    def _menu(self, place: QPoint) -> None:
        if self._current() is not None:
            menu = ItemMenu(self.items, writable=self.workspace.writable)
            menu.answer.connect(self.begin_answer)
            menu.copy.connect(self.copy)
            menu.popup(place)

    @Slot()
    def _want_answer(self) -> None:
        """Enter on an item, or the button below a selection: to the choices of the form."""
        self.detail.form.focus_choices()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files that were dropped anywhere on the page: evidence for the item on show."""
        self.detail.form.take_files(paths)

    def save_answer(self) -> None:
        """Store the answer in the form."""
        self.detail.form.submit()

    @Slot(object)
    def _answer(self, given: Given) -> None:
        problem: list[str] = []
        self.workspace.catch = lambda _tone, text: problem.append(text)  # shown in the form, not above the step
        try:
            stored = self.workspace.answer(given)
        finally:
            self.workspace.catch = None
        if not stored:
            self.detail.form.complain(problem[0] if problem else self.tr("The answer could not be stored."))
            return
        self.detail.form.clear()
        self.workspace.turns.then(self._go_to_next)

    def _go_to_next(self) -> None:
        """What comes after an answer: the next place that waits for one, if there is any."""
        following = wizard.next_after_answer(self.workspace.findings(), self.items.place)
        if following is not None:
            self.workspace.show_finding.emit(following.measured.item, following.measured.target)

    @Slot()
    def take_back(self) -> None:
        """Take the answer on show back, by a further entry."""
        if self.items.place is not None:
            self.workspace.take_back(self.items.place)

    def copy(self) -> None:
        """The item on show as text on the clipboard."""
        found = self._current()
        if found is not None:
            row, finding = found
            parts = (
                f"{row.rule.id} {content(row.rule.title)}",
                finding.measured.target or "",
                finding.measured.message,
            )
            QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))


def _for_many(key: str, texts: tuple[str, str], item: str, findings: Mapping[str | None, Finding]) -> list[Option]:
    """For all these machines, if there are several; ``texts`` is how that is called, and without what nobody saw."""
    if len(findings) < 2:  # noqa: PLR2004 - one is not several
        return []
    places = tuple((item, target) for target in findings)
    seen = tuple((item, target) for target, one in findings.items() if not unseen(one.measured))
    waiver = Option(key, texts[1].format(n=len(seen)), seen) if seen != places else None
    return [Option(key, texts[0].format(n=len(places)), places, waiver)]
