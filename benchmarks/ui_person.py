"""What a person does in the wizard, one thing after the other, round and round; with a run going on or without."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit
from ui_heart import Heart

from app.hostlist import changed
from app.model import Result
from app.record import Finding, OverrideKind
from app.screen.chapterlist import Filter
from app.screen.presentation import Kind
from app.store.auditfile import utc_now
from ui.steps.chapter import ChapterStep
from ui.steps.review import ReviewStep
from ui.theme import Scheme
from ui.window import MainWindow

PAUSE = 60  # milliseconds between two things that are done
SCROLLS = 6  # turns of the wheel in each list
SUBJECTS = 10  # an item with more of them is about guests
SEVERAL = 4  # items that are answered at once, on every host
KEYS = QKeySequence.StandardKey

Deed = tuple[str, Callable[[], object]]  # its name and itself; what it gives, where that can be called, is waited for


class Person(QObject):
    """Works in ``window`` and tells ``heart`` what it is at; ``wanted`` says whether to go on with another round."""

    def __init__(self, window: MainWindow, heart: Heart, wanted: Callable[[], bool], done: Callable[[], None]) -> None:
        super().__init__()
        self._window, self._heart, self._wanted, self._done = window, heart, wanted, done
        self.rounds = self.deeds = 0
        self._queue: Iterator[Deed] = iter(())
        self._awaited: Callable[[], object] = lambda: True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._next)

    def start(self, first: Iterable[Deed] = ()) -> None:
        """Begin the first round, after these deeds."""
        self._queue = chain(first, self._round())
        self._timer.start()

    def open(self, path: Path) -> Callable[[], bool]:
        """Open an audit as a click in the list of recent ones does; says whether it stands."""
        workspace = self._window.workspace
        self._heart.note("open the audit")
        workspace.open_soon(path)
        self._awaited = lambda: workspace.audit is not None
        return lambda: workspace.audit is not None

    def _visit(self, step: str) -> Callable[[], bool]:
        """Click on a step in the rail; says whether it stands."""
        self._window.navigator.visit(step)
        return lambda: self._window.navigator.current == step

    @Slot()
    def _next(self) -> None:
        if self._window.workspace.turns.waiting or not self._awaited():  # a person looks first what came of it
            self._timer.start()
            return
        deed = next(self._queue, None)
        if deed is None:
            self.rounds += 1
            if not self._wanted():
                self._heart.note("nothing")
                self._done()
                return
            self._queue = self._round()
            deed = next(self._queue)
        self.deeds += 1
        self._heart.note(deed[0])
        given = deed[1]()
        self._awaited = given if callable(given) else lambda: True
        self._timer.start()

    # --- what is done -------------------------------------------------------------------------------------------

    def _round(self) -> Iterator[Deed]:
        window = self._window
        for step in window.navigator.steps():
            if step == "start":
                continue
            yield f"go to {step}", lambda step=step: self._visit(step)
            if step == "hosts":
                yield from self._hosts()
            elif step == "run":
                yield from self._run()
            elif step == "review":
                yield from self._review()
            elif step == "export":
                yield from self._export()
            elif step[0].isdigit():
                yield from self._chapter()
        yield from self._view()
        if not window.workspace.running:
            yield from self._end()

    def _hosts(self) -> Iterator[Deed]:
        workspace = self._window.workspace

        def tag(place: int, word: str) -> None:
            target = workspace.audit.targets[place]
            workspace.set_targets(changed(workspace.audit.targets, target.name, replace(target, tags=(word,))))

        yield "tag a host", lambda: tag(self.rounds % 7, f"round{self.rounds}")
        yield "tag another host", lambda: tag(-1 - self.rounds % 7, f"round{self.rounds}")
        first = workspace.audit.targets[-1]
        extra = replace(first, name=f"spare{self.rounds}", port=first.port + 1)
        yield "add a host", lambda: workspace.set_targets((*workspace.audit.targets, extra))
        yield (
            "remove a host",
            lambda: workspace.set_targets(tuple(one for one in workspace.audit.targets if one.name != extra.name)),
        )

    def _run(self) -> Iterator[Deed]:
        page = self._window.navigator.page
        for turn in range(SCROLLS):
            yield "scroll the run", lambda turn=turn: _scroll(page.table, turn)  # type: ignore[attr-defined]  # it has

    def _review(self) -> Iterator[Deed]:
        page = self._window.navigator.page
        assert isinstance(page, ReviewStep)
        tabs = page.tabs
        for tab in range(tabs.count()):
            yield f"page {tab} of the review", lambda tab=tab: tabs.setCurrentIndex(tab)
        for turn in range(SCROLLS):
            yield "scroll the history", lambda turn=turn: _scroll(page.journal.table, turn)
        for text in ("ada", "hv042 risk", ""):
            yield "search the history", lambda text=text: page.journal.search.setText(text)
        yield "page 1 of the review", lambda: tabs.setCurrentIndex(1)
        for turn in range(SCROLLS):
            yield "scroll the findings", lambda turn=turn: _scroll(page.findings.table, turn)
        for kind in (Kind.FAIL, Kind.PASS, Kind.PASS):
            yield "narrow the findings down", page.findings.kinds.buttons[kind].click
        yield "page 2 of the review", lambda: tabs.setCurrentIndex(2)
        answers = page.answers
        for turn in range(SCROLLS):
            yield "scroll the answers", lambda turn=turn: _scroll(answers.table, turn)
        yield "name the reviewer", lambda: answers.reviewer.setText("Edsger Dijkstra")
        yield "select all answers", answers.every.click
        yield "accept all answers", answers.accept.click
        yield "page 0 of the review", lambda: tabs.setCurrentIndex(0)

    def _export(self) -> Iterator[Deed]:
        reports = self._window.navigator.page.reports  # type: ignore[attr-defined]  # it has
        reports.boxes["json"].setChecked(True)
        reports.boxes["pdf"].setChecked(False)  # takes minutes for so many guests, and is written like the others
        reports.boxes["csv"].setChecked(True)

        def write() -> Callable[[], bool]:
            reports.write.click()
            return reports.write.isEnabled

        yield "write the reports", write

    def _view(self) -> Iterator[Deed]:
        """In a chapter: another look, another language, other sizes."""
        window = self._window
        yield "go to a chapter", lambda: self._visit("4")
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            yield f"{scheme} colours", lambda scheme=scheme: window.menus.choose(scheme)
        for code in ("de", "en"):
            yield f"language {code}", lambda code=code: window.speak_soon(code)
            for _ in range(20):  # it comes bit by bit
                yield f"language {code}", lambda: None
        for width, height in ((1600, 1000), (1024, 700), (1280, 800)):
            yield "resize the window", lambda width=width, height=height: window.resize(width, height)

    def _end(self) -> Iterator[Deed]:
        """What can't be done while hosts are looked at: a new day, sign, revise, close and open again."""
        window = self._window
        workspace = window.workspace

        def tomorrow() -> None:
            days = self.rounds + 1
            workspace.audit._clock = lambda: utc_now() + timedelta(days=days)  # noqa: SLF001 - no audit of its own has a clock to set
            workspace.changed.emit()

        yield "midnight goes by", tomorrow
        yield "go to export", lambda: self._visit("export")
        page = window.navigator.page

        def sign() -> None:
            page.unreviewed.setChecked(True)
            page.lock.click()

        yield "sign", sign
        yield "say why", lambda: page.remark.setText("One more host.")
        yield "open a new revision", page.unlock.click
        path = workspace.audit.path
        yield "close the audit", lambda: self._trigger("Ctrl+W")
        for _ in range(50):  # what it left behind is freed a little later
            yield "close the audit", lambda: None
        yield "open the audit", lambda: self.open(path)
        for _ in range(20):
            yield "open the audit", lambda: None

    def _trigger(self, keys: QKeySequence.StandardKey | str) -> None:
        """What a shortcut of the menus does."""
        wanted = QKeySequence(keys)
        next(one for one in self._window.findChildren(QAction) if wanted in one.shortcuts()).trigger()

    def _chapter(self) -> Iterator[Deed]:
        page = self._window.navigator.page
        assert isinstance(page, ChapterStep)
        search = page.head.search
        for turn in range(SCROLLS):
            yield "scroll a chapter", lambda turn=turn: _scroll(page.items.table, turn)
        for name in (Filter.FAILED, Filter.MANUAL, Filter.ALL):
            yield f"filter {name.value}", lambda name=name: page.head.chips.buttons[name].click()
        for text in ("vm-0003", "vm-0003-017", "hv042", ""):
            yield "search", lambda text=text: search.setText(text)
        finding = self._interesting(page)
        if finding is None:
            return
        place = finding.measured.item, finding.measured.target
        yield "select a finding", lambda: page.select(*place)
        yield "open evidence", lambda: page.detail.tabs.setCurrentIndex(1)
        evidence = page.detail.evidence_page
        yield "choose evidence", lambda: _choose(evidence.findChild(QComboBox), "domains")
        for _ in range(4):
            yield "read evidence", lambda: None
        yield "search evidence", lambda: _type(evidence.findChild(QLineEdit), "vm-")
        yield "turn a page", lambda: evidence.view.after.isVisible() and evidence.view.after.click()
        yield "search evidence no more", lambda: _type(evidence.findChild(QLineEdit), "")
        for tab, name in ((2, "remedy"), (3, "history"), (0, "overview")):
            yield f"open {name}", lambda tab=tab: page.detail.tabs.setCurrentIndex(tab)
        yield "begin an answer", lambda: page.begin_answer("pass")
        yield "write a remark", lambda: page.detail.form.entry.remark.setPlainText(f"Seen in round {self.rounds}.")
        yield "give the answer", page.save_answer
        yield "next undecided", self._window.navigator.next_undecided
        waiting = [one for one in self._window.workspace.findings() if one.effective == Result.FAIL]
        if waiting:
            yield "answer an item on every host", lambda: self._everywhere(waiting[0].measured.item)
        page = self._window.navigator.page
        if isinstance(page, ChapterStep):
            yield "show all of the chapter", lambda: page.set_filters(())
            yield "select several items", lambda: _select(page)
            yield "begin an answer to several", lambda: page.begin_answer("pass")
            yield "write a remark", lambda: page.detail.form.entry.remark.setPlainText(f"Seen in round {self.rounds}.")
            yield "answer several items", page.save_answer
            yield "undo", lambda: self._trigger(KEYS.Undo)
            yield "redo", lambda: self._trigger("Ctrl+Y")
            yield "undo", lambda: self._trigger(KEYS.Undo)

    def _everywhere(self, item: str) -> None:
        """One item on every host at once, as the form does for all."""
        from ui.given import Given  # noqa: PLC0415 - few need it

        places = tuple(
            (item, one.measured.target) for one in self._window.workspace.findings() if one.measured.item == item
        )
        self._window.workspace.answer(
            Given(OverrideKind.SIGNOFF, Result.PASS, "Ada Lovelace", "administrator", "Seen everywhere.", None, places)
        )

    def _interesting(self, page: ChapterStep) -> Finding | None:
        """A finding of this chapter that rests on what was read about guests, another one in each round."""
        of_chapter = [
            one for one in self._window.workspace.findings() if one.measured.item.startswith(f"{page.chapter.id}.")
        ]
        start = self.rounds * 7
        return next((one for one in of_chapter[start:] + of_chapter[:start] if _rests_on_guests(one)), None)


def _rests_on_guests(finding: Finding) -> bool:
    """By how many subjects it has, which is known without reading what was found about each."""
    return len(finding.measured.checks) > SUBJECTS


def _scroll(table: object, turn: int) -> None:
    for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):  # type: ignore[attr-defined]  # every view has
        bar.setValue(bar.maximum() * turn // (SCROLLS - 1))


def _select(page: ChapterStep) -> None:
    """Some items on every host, as a drag over the list does."""
    model = page.items.model
    first, last = model.index(1, 2), model.index(min(SEVERAL, model.rowCount() - 1), model.columnCount() - 1)
    selection = page.items.table.selectionModel()
    selection.select(QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _choose(box: QComboBox, ending: str) -> None:
    place = next((place for place in range(box.count()) if box.itemText(place).endswith(ending)), 0)
    box.setCurrentIndex(place)


def _type(field: QLineEdit, text: str) -> None:
    field.setText(text)
