"""What a person does in the wizard while a run goes on, one thing after the other, round and round."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit
from ui_heart import Heart

from app.chapterlist import Filter
from app.hostlist import changed
from app.model import Finding, OverrideKind, Result
from ui.steps.chapter import ChapterStep
from ui.steps.review import ReviewStep
from ui.window import MainWindow

PAUSE = 60  # milliseconds between two things that are done
SCROLLS = 6  # turns of the wheel in each list

Deed = tuple[str, Callable[[], object]]


class Person(QObject):
    """Works in ``window`` and tells ``heart`` what it is at; ``wanted`` says whether to go on with another round."""

    def __init__(self, window: MainWindow, heart: Heart, wanted: Callable[[], bool], done: Callable[[], None]) -> None:
        super().__init__()
        self._window, self._heart, self._wanted, self._done = window, heart, wanted, done
        self.rounds = self.deeds = self._answers = 0
        self._queue: Iterator[Deed] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        self._queue = self._round()
        self._timer.start()

    @Slot()
    def _next(self) -> None:
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
        deed[1]()
        self._timer.start()

    # --- what is done -------------------------------------------------------------------------------------------

    def _round(self) -> Iterator[Deed]:
        window = self._window
        for step in window.step_ids():
            if step == "start":
                continue
            yield f"go to {step}", lambda step=step: window.go(step)
            if step == "hosts":
                yield from self._hosts()
            elif step == "run":
                yield from self._run()
            elif step == "review":
                yield from self._review()
            elif step[0].isdigit():
                yield from self._chapter()

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
        page = self._window.stack.currentWidget()
        for turn in range(SCROLLS):
            yield "scroll the run", lambda turn=turn: _scroll(page.table, turn)  # type: ignore[attr-defined]  # it has

    def _review(self) -> Iterator[Deed]:
        page = self._window.stack.currentWidget()
        assert isinstance(page, ReviewStep)
        tabs = page.tabs
        for tab in range(tabs.count()):
            yield f"page {tab} of the review", lambda tab=tab: tabs.setCurrentIndex(tab)
        yield "page 0 of the review", lambda: tabs.setCurrentIndex(0)

    def _chapter(self) -> Iterator[Deed]:
        page = self._window.stack.currentWidget()
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
        yield "write a remark", lambda: page.detail.form.remark.setPlainText(f"Seen in round {self.rounds}.")
        yield "give the answer", page.save_answer
        yield "next undecided", self._window.next_undecided
        waiting = [one for one in self._window.workspace.findings() if one.effective == Result.FAIL]
        if waiting:
            yield "waive on every host", lambda: self._waive(waiting[0].measured.item)

    def _waive(self, item: str) -> None:
        """One item on every host at once, as the form does for all."""
        from ui.given import Given  # noqa: PLC0415 - few need it

        places = tuple(
            (item, one.measured.target) for one in self._window.workspace.findings() if one.measured.item == item
        )
        self._window.workspace.answer(
            Given(OverrideKind.SIGNOFF, Result.PASS, "Ada Lovelace", "administrator", "Seen everywhere.", None, places)
        )

    def _interesting(self, page: ChapterStep) -> Finding | None:
        """A finding of this chapter that rests on what was read about guests."""
        found = [
            one
            for one in self._window.workspace.findings()
            if one.measured.item.startswith(f"{page.chapter.id}.")
            and any(name.endswith("/domains") for check in one.measured.checks[:1] for name in check.evidence)
        ]
        return found[self.rounds * 7 % len(found)] if found else None


def _scroll(table: object, turn: int) -> None:
    for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):  # type: ignore[attr-defined]  # every view has
        bar.setValue(bar.maximum() * turn // (SCROLLS - 1))


def _choose(box: QComboBox, ending: str) -> None:
    place = next((place for place in range(box.count()) if box.itemText(place).endswith(ending)), 0)
    box.setCurrentIndex(place)


def _type(field: QLineEdit, text: str) -> None:
    field.setText(text)
