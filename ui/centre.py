"""What stands in the window below its menus: the rail, what is told and asked, the page, and the bar below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messageplace import MessagePlace
from ui.navigator import BEFORE
from ui.pages import Pages
from ui.widgets.bottombar import BottomBar
from ui.widgets.messagebar import MessageBar
from ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from ui.navigator import Navigator
    from ui.overpage import OverPage
    from ui.widgets.questionpanel import QuestionPanel
    from ui.workspace import Workspace

_SHARE, _LOW = 0.54, 0.6  # of the page: how wide a question is, and how high at most before it is as wide as the page


class Centre(QWidget):
    """The window makes another one when the language or the size of the text changes.

    ``question`` is the panel of what a host asks, once one did.
    """

    def __init__(self, workspace: Workspace, navigator: Navigator) -> None:
        super().__init__()
        self._workspace = workspace
        self._navigator = navigator
        self._theme = workspace.theme
        self.side = Sidebar(self._theme)
        self.side.chosen.connect(navigator.visit)
        self.rail = self.side.rail
        self.message = MessageBar(self._theme)
        self.message.setParent(self)  # in no layout, so that nothing moves below the pointer when it comes or goes
        self.message.left.connect(self.give_keyboard)
        self.question: QuestionPanel | None = None
        self._question_place: OverPage | None = None
        self.pages = Pages(workspace, navigator.steps)
        self.bar = BottomBar(self._theme)
        self.bar.back.clicked.connect(navigator.go_back)
        self.bar.next.clicked.connect(navigator.go_next)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.bar)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addLayout(right, 1)
        for part in (self.side, self.message, self.bar):
            self._theme.dress(part)
        self._message_place = MessagePlace(self.message, self.pages, self.bar, lambda: self.question)

    def focusNextPrevChild(self, on: bool) -> bool:  # noqa: FBT001, N802 - Qt's name and signature
        """Tab leads from the rail through the page on screen to the bar below it, and Shift+Tab back.

        Qt goes by the order in which widgets were made, and pages are made after the bar: it comes to the bar before
        the page, and from the page to the rail.
        """
        was = self._place()
        moved = super().focusNextPrevChild(on)
        now = self._place()
        if self.bar not in {was, now} and self.pages in {was, now} and was is not now:
            if (was is self.pages) == on:  # over the end of the page, or back to it from the first stop of all
                self._to_bar(on=on)
        elif now is self.bar and was is not self.bar:  # on the way to the page from above it, or from its first stop
            while self._place() is self.bar and super().focusNextPrevChild(on):
                pass
        elif was is self.bar and now is not self.bar:
            self.rail.setFocus(Qt.FocusReason.TabFocusReason)
            if not on:
                super().focusNextPrevChild(on)  # to the last stop of the page
        return moved

    def _place(self) -> QWidget | None:
        """Which of the parts has the keyboard; None: a message, a question, or none."""
        focus = self.window().focusWidget()
        return next((one for one in (self.side, self.pages, self.bar) if focus and one.isAncestorOf(focus)), None)

    def _to_bar(self, *, on: bool) -> None:
        stops = [one for one in (self.bar.back, self.bar.next) if one.isVisible() and one.isEnabled()]
        if stops:
            stops[0 if on else -1].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def update_rail(self) -> None:
        """Show how far each step is, and where the person is going."""
        if self._workspace.audit is None:
            from app.language import tr  # noqa: PLC0415 - after the first paint
            from ui.widgets.rail import RailStep  # noqa: PLC0415 - the same

            steps = tuple(RailStep(step, tr(title), enabled=step == "start") for step, title in BEFORE)
            self.side.show_no_audit()
        else:
            from ui import walk  # noqa: PLC0415 - not before an audit is open

            steps = walk.rail(self._workspace)
            self.side.show_standing(walk.score(self._workspace), walk.progress(self._workspace))
        self.side.show_steps(steps, self._navigator.coming or self._navigator.current)

    @Slot()
    def update_bar(self) -> None:
        """Show what Next leads to; there is nothing to lead to before an audit is open."""
        self.bar.setVisible(self._workspace.audit is not None)
        if self._workspace.audit is None:
            return
        from ui import walk  # noqa: PLC0415 - not before an audit is open

        steps, current = self._navigator.steps(), self._navigator.current
        place = steps.index(current)
        following = walk.title(self._workspace, steps[place + 1]) if place + 1 < len(steps) else ""
        waiting = walk.progress(self._workspace)
        self.bar.show_step(current, following, waiting.total - waiting.decided if self._navigator.on_findings else None)
        self._message_place.choose()

    @Slot()
    def update_question(self) -> None:
        """Show what a host asks, over the page, whichever it is."""
        questions = self._workspace.questions
        if questions.current is not None and self.question is None:
            from ui.overpage import OverPage  # noqa: PLC0415 - not before a host asks
            from ui.widgets.questionpanel import QuestionPanel  # noqa: PLC0415 - the same

            self.question = QuestionPanel(self._theme, questions)
            self.question.keep.connect(self._workspace.keep_secret)
            self.question.left.connect(self.give_keyboard)
            self.question.setParent(self)  # in no layout, as the message
            self._theme.dress(self.question)
            self._question_place = OverPage(self.question, self.pages, share=_SHARE, low=_LOW)
            self.question.asks.connect(self._question_place.choose)
            self.question.refresh()

    def answer_question(self) -> None:
        """Put the keyboard into the field of what a host asks, if one does."""
        if self.question is not None and self._workspace.questions.current is not None:
            self.question.take_keyboard()

    def give_keyboard(self) -> None:
        """To the page on screen, where it wants it."""
        page = self._navigator.page
        if page is not None:
            page.shown()
