"""From step to step: which one is on screen, which one is coming, and what is done there when it has come.

A person is led in turns (``visit``, ``lead``): a page that isn't ready is made so bit by bit, and the one before stays
on screen meanwhile. Code that needs a page goes there at once (``go``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.pages import Pages
    from ui.steps.base import Step
    from ui.workspace import Workspace

BEFORE = (("start", "Start"), ("scope", "Scope"), ("hosts", "Hosts"), ("run", "Run"))  # while no audit is open
Deed = Callable[[Any], object]  # what is done on a page, by what only that page has


class Navigator(QObject):
    """``current`` is the step on screen, ``coming`` the one that was chosen and isn't there yet; mostly none.

    ``pages`` is the window's to give, and to exchange after a change of language.
    """

    pages: Pages
    came = Signal()  # a step is on screen; the keyboard is for who hears it to give
    refused = Signal()  # a step that can't be shown was chosen, and the one on screen stays

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.current = ""
        self.coming = ""
        self._filled = ""  # what is coming, once its page has begun to show what stands now
        self._filling: list[Callable[[], object]] = []  # what is left to do for that
        self._deeds: list[Deed] = []  # what is done on the page that is coming
        workspace.goto.connect(self.visit)
        workspace.show_finding.connect(self.show_finding)
        workspace.show_list.connect(self.show_list)
        workspace.show_host.connect(self.show_host)

    def steps(self) -> list[str]:
        """All steps in order; before an audit is open the chapters aren't known yet."""
        if self._workspace.audit is None:
            return [step for step, _ in BEFORE]
        from ui import walk  # noqa: PLC0415 - not before an audit is open

        return walk.step_ids(self._workspace)

    @property
    def page(self) -> Step | None:
        """The page of the step on screen; None before there is any, or while it is made anew."""
        return self.pages.made.get(self.current)

    # --- one step -----------------------------------------------------------------------------------------------

    @Slot(str)
    def visit(self, step: str, *deeds: Deed) -> None:
        """Go to a step as a person does, and do these things there; the later one of two visits counts."""
        self.coming, self._filled, self._deeds = step, "", [*deeds]
        self._approach()

    def lead(self, step: str, deed: Deed) -> None:
        """Do something on the page of a step: at once where it is on screen, else when it has come there."""
        page = self.page
        if step == self.coming:
            self._deeds.append(deed)
        elif page is not None and step == self.current and not self.coming:
            deed(page)
        else:
            self.visit(step, deed)

    @Slot(str)
    def go(self, step: str) -> None:
        """Show a step at once, if it can be shown."""
        self.coming, self._deeds = "", []
        self._show(step)
        self._workspace.turns.settle()

    @Slot()
    def _approach(self) -> None:
        """One turn nearer to the step that is coming."""
        step = self.coming
        if step and self._can_show(step) and (self.pages.prepare(step) or self._fill(step)):
            self._workspace.turns.then(self._approach)
        elif step:
            deeds, self.coming, self._deeds = self._deeds, "", []
            if self._show(step):
                for deed in deeds:
                    deed(self.page)

    def _fill(self, step: str) -> bool:
        """Let a page that is about to come on screen show what stands now, bit by bit; False: it does."""
        if self._filled != step:
            self._filled, self._filling = step, [*self.pages.made[step].refreshing()]
        if self._filling:
            self._filling.pop(0)()
            return True
        return False

    def _can_show(self, step: str) -> bool:
        """Steps beyond Start need an open audit."""
        return step in self.steps() and (step == "start" or self._workspace.audit is not None)

    def _show(self, step: str) -> bool:
        """Put a step on screen; what takes its time there may follow in turns. False: it can't be shown."""
        if not self._can_show(step):
            self.refused.emit()
            return False
        if self.current != step:
            self.leave()
        page = self.pages.page(step)
        self._workspace.theme.catch_up(page)
        self.current = step
        if self._filled != step or self._filling:
            page.refresh()
        self._filled, self._filling = "", []
        self.pages.setCurrentWidget(page)
        self.came.emit()
        return True

    def leave(self) -> None:
        """Have what was typed on the page on screen stored."""
        if self.page is not None:
            self.page.leaving()

    def follow(self) -> None:
        """The audit has changed: the page on screen shows it now, and one that is coming when it comes."""
        self._filled = ""
        if self.page is not None:
            self.page.follow()

    def come_back(self) -> Iterator[None]:
        """Show the step on screen once more on a page made anew, bit by bit, unless another one comes first."""
        step = self.current
        self._filled, self._filling = step, []  # a new page fills itself, and ``follow`` hears what changes meanwhile
        while self.current == step and self.pages.prepare(step):
            yield
        if self.current != step:
            return
        coming, deeds = self.coming, self._deeds
        self.go(step)
        yield  # in which all of it finds its place
        if coming:
            self.visit(coming, *deeds)

    # --- one after the other ------------------------------------------------------------------------------------

    @Slot()
    def go_back(self) -> None:
        self._go_by(-1)

    @Slot()
    def go_on(self) -> None:
        """To the next step, whatever waits for somebody on this one."""
        self._go_by(+1)

    def _go_by(self, distance: int) -> None:
        steps = self.steps()
        place = steps.index(self.current) + distance
        if 0 <= place < len(steps):
            self.visit(steps[place])

    @Slot()
    def go_next(self) -> None:
        """The next step, or in and after the run the next finding that waits for somebody."""
        if not self.on_findings:
            self.go_on()
        elif not self.next_undecided():
            self.visit("review")

    @property
    def on_findings(self) -> bool:
        """Whether what is on screen leads to findings: the run and the chapters."""
        return self.current == "run" or self.current[:1].isdigit()

    # --- to what is wanted --------------------------------------------------------------------------------------

    @Slot()
    def next_undecided(self) -> bool:
        """Show the next finding that waits; False if there is none."""
        if self._workspace.audit is None:
            return False
        from ui import walk  # noqa: PLC0415 - not before an audit is open

        finding = walk.next_finding(self._workspace, self.page.place() if self.page is not None else None)
        if finding is None:
            self._workspace.message.emit("pass", self.tr("Everything is decided."))
            return False
        self.show_finding(finding.measured.item, finding.measured.target)
        return True

    @Slot(str, object)
    def show_finding(self, item: str, target: str | None) -> None:
        """Open the chapter of an item and select it."""
        self.lead(item.split(".", 1)[0], lambda page: page.select(item, target))

    @Slot(str, object)
    def show_list(self, chapter: str, filters: tuple[str, ...]) -> None:
        """Open a chapter, or the review, with these filters."""
        self.lead(chapter, lambda page: page.set_filters(filters))

    @Slot(str)
    def show_host(self, name: str) -> None:
        """Open the page of hosts with what is known of one, and of the way to it."""
        self.lead("hosts", lambda page: page.show_host(name))
