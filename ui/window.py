"""The main window: menu bar, rail, the step on screen, and the bar with Back and Next.

It opens empty, in the colours of the theme, and is furnished right after its first paint: importing and building what
stands in it takes longer than opening it, and a person sees at once that the program is there.
"""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from shiboken6 import isValid

from ui import calm
from ui.held import Held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from ui.centre import Centre
    from ui.helptopic import Part
    from ui.menus import Menus
    from ui.navigator import Navigator
    from ui.questions import Pending
    from ui.settings import Settings
    from ui.theme import Theme
    from ui.widgets.standing import Standing
    from ui.workspace import Workspace

LOG = logging.getLogger("bartizan")
_LATER = 2000  # milliseconds until what a closed audit left behind is freed
_GONE = 600  # milliseconds until the pages of the language before are destroyed
_POLL = 50  # milliseconds between looks whether everything has ended
_PATIENCE = 3000  # milliseconds until the program ends all the same
_FRAME, _TITLE_BAR = 6, 40  # pixels that a desktop may put around a window


class MainWindow(QMainWindow):
    """One window, one row of thought: where am I, what is there, what about this one, what next."""

    ended = Signal()

    workspace: Workspace
    navigator: Navigator
    centre: Centre
    menus: Menus

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.furnished = False
        self._closing = False
        self._question: Pending | None = None  # what a host asks
        self._painting = False
        self._change = 0  # of language: an earlier one that is not done yet is of no use any more
        self._again: list[Callable[[], None]] = []  # opens the dialogs that such a change has closed
        self.setWindowTitle("Bartizan")
        self.setAcceptDrops(True)
        self.setMinimumSize(860, 520)
        geometry = settings.data("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 800)
        self._fit(self.screen().availableGeometry())

    def _fit(self, room: QRect) -> None:
        """Stay within the screen, which may be smaller than the last one: Next must not stand outside of it."""
        if self.isMaximized() or self.isFullScreen():
            return
        frame = QSize(2 * _FRAME, _FRAME + _TITLE_BAR)  # guessed: there is none before the window is shown
        size = self.size().boundedTo(room.size() - frame)
        if size != self.size():
            self.resize(size)
            last = room.bottomRight() - QPoint(self.width() + frame.width(), self.height() + frame.height())
            self.move(max(room.left(), min(self.x(), last.x())), max(room.top(), min(self.y(), last.y())))

    def furnish(self, workspace: Workspace) -> None:
        """Build what stands in the window and show the first step."""
        from app.language import system_language  # noqa: PLC0415 - after the first paint
        from ui import accessible  # noqa: PLC0415 - the same
        from ui.application import application  # noqa: PLC0415 - the same
        from ui.desktop import Desktop  # noqa: PLC0415 - the same
        from ui.drops import Drops  # noqa: PLC0415 - the same
        from ui.navigator import Navigator  # noqa: PLC0415 - the same
        from ui.translator import Translators  # noqa: PLC0415 - the same

        accessible.install()
        self.workspace = workspace
        self.navigator = Navigator(workspace, self)
        self.navigator.came.connect(self._came)
        self.navigator.refused.connect(self._update_rail)
        self.desktop = Desktop(self, workspace.bridge.network)
        self.translators = Translators.of(application())
        self.translators.use(self.settings.text("view/language") or system_language())
        self.theme.load_fonts()
        self._build()
        self._build_menus()
        self.theme.dress(self.menuBar())
        self.theme.text_resized.connect(self._build_anew)  # everything is measured by the size of the text
        workspace.opened.connect(self._opened)
        workspace.changed.connect(self._changed)
        workspace.run_changed.connect(self._run_changed)
        workspace.run_ended.connect(self._run_ended)
        workspace.message.connect(self.tell)
        workspace.offer.connect(self.tell_with)
        workspace.questions.changed.connect(self._asked)
        Drops(self)
        self.windowHandle().installEventFilter(workspace.turns)
        self.furnished = True
        self.centre.side.fit(self.size())
        self.navigator.go("start")
        QTimer.singleShot(0, self, self._take_keyboard)
        if self.settings.damaged is not None:
            text = self.tr("The settings could not be read and begin anew. What was there is kept as {path}.")
            self.tell("error", text.format(path=self.settings.damaged))

    def speak(self, code: str) -> None:
        """Change the language of the program."""
        self.translators.use(code)
        self._build_anew()

    def speak_soon(self, code: str) -> None:
        """The same bit by bit: its sentences are read by another thread, and what stands here is built in turns."""
        from app import language  # noqa: PLC0415 - after the first paint
        from ui.turns import in_turns  # noqa: PLC0415 - the same

        def came(_outcome: object) -> None:
            if not self._closing:
                self._change += 1
                change = self._change
                in_turns(self, turns(), lambda: not self._closing and self._change == change)

        def turns() -> Iterator[None]:
            self.translators.use(code)
            yield
            yield from self._anew()

        self.workspace.bridge.reading(lambda: language.prepare(code), came)

    @Slot()
    def _build_anew(self) -> None:
        """Everything once more, in the language now in force, at the same step."""
        for _ in self._anew():
            pass

    def _anew(self) -> Iterator[None]:
        """The same in turns, between which the screen may have its own."""
        self.theme.stamps.drop()  # they may show words
        held = Held(self)  # what is on screen stays there until the page has come back
        try:
            self.navigator.leave()
            self._again += self.menus.dialogs.close()
            yield
            yield from self._exchange()
        finally:
            held.release()
        self.navigator.pages.go_ahead(_GONE)
        while self._again:
            self._again.pop(0)()
        QTimer.singleShot(0, self, self._take_keyboard)

    def _exchange(self) -> Iterator[None]:
        """Another centre for the one that is there, other menus, and the step on screen once more."""
        old, centre = self.navigator.pages, self.centre
        self.takeCentralWidget()
        centre.setParent(self)  # hidden by that, and gone with the window at the latest
        old.stop()
        try:
            self._build()
            self.centre.side.fit(self.size())
            yield
            self.menus.deleteLater()
            self.menuBar().clear()
            self._build_menus()
            yield
            yield from self.navigator.come_back()
        finally:
            if isValid(self):  # the program may have ended meanwhile
                old.go_away(centre)

    @Slot()
    def _take_keyboard(self) -> None:
        """What is built in a window that is open already comes on screen later, and can't have the keyboard before."""
        if self.focusWidget() is None or not self.focusWidget().hasFocus():
            self.centre.give_keyboard()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

        from ui.centre import Centre  # noqa: PLC0415 - the same

        self.setFont(QApplication.font())
        self.centre = Centre(self.workspace, self.navigator)
        self.navigator.pages = self.centre.pages
        self.setCentralWidget(self.centre)
        self.centre.update_question()

    def _build_menus(self) -> None:
        from ui.menus import Menus  # noqa: PLC0415 - not before the first window

        self.menus = Menus(self)

    def childEvent(self, event: QChildEvent) -> None:  # noqa: N802 - Qt's name
        """What opens above the window is dressed like it, and larger where its text is.

        The window's own parts are dressed each for itself.
        """
        super().childEvent(event)
        if event.type() == QEvent.Type.ChildPolished and isinstance(child := event.child(), QDialog):
            self.theme.dress(child)
            wanted = QSize(self.theme.scaled(child.width()), self.theme.scaled(child.height()))
            room = self.size().expandedTo(child.size())  # as large as this window is seen to fit on the screen
            child.resize(wanted.boundedTo(room))

    # --- what it shows ------------------------------------------------------------------------------------------

    @property
    def standing(self) -> Standing | None:
        """How the audit stands, once one was open."""
        return self.centre.side.standing

    def help_parts(self, focus: QWidget | None) -> tuple[Part, ...]:
        """What F1 tells: what the page is for, what has the keyboard there, and what the page adds."""
        from app.language import tr  # noqa: PLC0415 - after the first paint
        from ui import helptopic  # noqa: PLC0415 - the same

        step = self.navigator.current
        page = self.navigator.pages.page(step)  # made anew where the language has just changed
        title = tr("Start")
        if self.workspace.audit is not None:
            from ui import walk  # noqa: PLC0415 - not before an audit is open

            title = walk.title(self.workspace, step)
            if step[0].isdigit():
                title = f"{step}  {title}"
        return (helptopic.page_part(title, page.about), *helptopic.field_part(focus), *page.help_parts())

    @Slot()
    def next_pane(self) -> None:
        """F6: from the rail to the page, to the message if there is one, and back."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - after the first paint

        focus, message = self.focusWidget(), self.centre.message
        if self.centre.rail.hasFocus():
            self.centre.give_keyboard()
        elif message.isVisible() and not (focus is not None and message.isAncestorOf(focus)):
            message.take_keyboard()
        else:
            self.centre.rail.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what changes -------------------------------------------------------------------------------------------

    @Slot()
    def _came(self) -> None:
        """Another step is on screen, which gets the keyboard unless somebody goes through the rail with it."""
        self.workspace.turns.then(self._update_rail, self._update_bar)
        if not self.centre.rail.hasFocus():
            self.centre.give_keyboard()

    @Slot()
    def _opened(self) -> None:
        on_rail = self.centre.rail.hasFocus()
        if self.navigator.pages.forget():  # pages refer to themselves, and to the audit that was closed
            QTimer.singleShot(_LATER, self, calm.tidy)
        self.centre.message.hide()
        self.menus.refresh()
        self.navigator.go("start")  # what is on screen may speak of the audit before
        if not on_rail:  # where Qt puts the keyboard when what had it is gone
            self.centre.rail.clearFocus()
            self.centre.give_keyboard()
        if self.workspace.audit is not None:
            self.navigator.visit("run" if self.workspace.audit.states else "scope")
            self.navigator.pages.go_ahead()

    @Slot()
    def _changed(self) -> None:
        """The page on screen first, then what stands around it."""
        self.navigator.follow()
        self.workspace.turns.then(self._update_rail, self._update_bar)

    @Slot()
    def _run_changed(self) -> None:
        self.workspace.turns.then(self._update_rail)
        run = self.workspace.run
        self.desktop.progress(run.share if run is not None and run.running else None)

    @Slot()
    def _run_ended(self) -> None:
        from ui import walk  # noqa: PLC0415 - not before an audit is open

        self.desktop.run_ended(*walk.run_sentence(self.workspace))

    @Slot()
    def _update_rail(self) -> None:
        self.centre.update_rail()

    def _update_bar(self) -> None:
        self.centre.update_bar()
        self.menus.set_state(self.workspace.audit, self.workspace.saved)

    @Slot(str, str)
    def tell(self, tone: str, text: str) -> None:
        """Show a sentence; what went wrong stands in the log too."""
        if tone in {"fail", "error"}:
            LOG.warning("%s", text)
        self.centre.message.tell(tone, text)

    def tell_with(self, tone: str, text: str, action: str, callback: Callable[[], object]) -> None:
        self.centre.message.tell(tone, text, action, callback)

    @Slot()
    def _asked(self) -> None:
        """A host asks something, or asks no more: a login doesn't wait for long, so who looks elsewhere is told."""
        self.centre.update_question()
        asked, self._question = self._question, self.workspace.questions.current
        if self._question is not None and self._question is not asked:
            self.desktop.tell(self.tr("A host asks for something"), self.tr("Its login waits for your answer."))

    @Slot()
    def answer_question(self) -> None:
        """F8: into the field of what a host asks, wherever the keyboard is."""
        self.centre.answer_question()

    # --- painting -----------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Painting has a turn of its own: Qt would do it right after what changed was laid out, all in one go.

        Another language isn't told to what stands here: all of it is about to be made anew.
        """
        if event.type() == QEvent.Type.UpdateRequest and self.furnished and not self._painting:
            self.workspace.turns.paint(self._paint)
            return True
        return event.type() == QEvent.Type.LanguageChange or super().event(event)

    @Slot()
    def _paint(self) -> None:
        self._painting = True
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.UpdateRequest))
        self._painting = False

    # --- files dropped, window state, the end -------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self.furnished:
            self.centre.side.fit(event.size())
            self.menus.fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Hide at once, end what runs, and leave when it has ended: the GUI thread never waits."""
        self.settings.set_data("window/geometry", self.saveGeometry())
        event.ignore()
        if self.furnished:
            self.workspace.turns.forget()
        if self._closing:
            return
        if not self.furnished:
            self.ended.emit()
            return
        self.navigator.leave()
        self._closing = True
        self.navigator.pages.stop()
        for dialog in self.findChildren(QDialog):  # the log and the help would stay on screen until the end
            dialog.close()
        self.workspace.shut_down()
        self.hide()
        self._waited = 0
        self._poll()

    @Slot()
    def _poll(self) -> None:
        from app.errors import BartizanError  # noqa: PLC0415 - after the first paint

        if self.workspace.idle() or self._waited >= _PATIENCE:
            with contextlib.suppress(BartizanError):  # nothing can be shown any more, and the file is whole
                self.workspace.close_audit_quietly()
            self.ended.emit()
            return
        self._waited += _POLL
        QTimer.singleShot(_POLL, self._poll)
