"""The menu bar: every action with its shortcut, and the state of the file at its right end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from app import language
from ui.dialogs.opener import Opener
from ui.offers import Offers
from ui.steps.base import Step
from ui.text import elided_middle, mnemonic_free, unlike_mnemonics
from ui.theme import Scheme
from ui.widgets.corner import Corner

if TYPE_CHECKING:
    from app.audit import Audit
    from ui.window import MainWindow


class Menus(QObject):
    """Builds the menus of a window and keeps them true."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialogs = Opener(window)
        self._needs_audit: list[QAction] = []
        self._offers = Offers(lambda: window.workspace.audit is not None, self)
        self.actions: list[QAction] = []
        self._schemes: dict[Scheme, QAction] = {}
        bar = window.menuBar()
        self._file_menu(bar.addMenu(self.tr("&File")))
        self._edit_menu(bar.addMenu(self.tr("&Edit")))
        self._view_menu(bar.addMenu(self.tr("&View")))
        self._audit_menu(bar.addMenu(self.tr("&Audit")))
        self._help_menu(bar.addMenu(self.tr("&Help")))
        self.tops = [menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
        for listed in (bar, *self.tops):
            self._tell_apart(listed)
        self._offers.watch(self.tops)
        self._corner = Corner(bar)
        self._told: tuple[str, str, Path] | None = None  # what stands there
        if (before := bar.cornerWidget()) is not None:  # of the menus in another language; it would stay on screen
            before.hide()
            before.deleteLater()
        bar.setCornerWidget(self._corner)
        self.refresh()

    def _add(
        self,
        menu: QMenu,
        text: str,
        action: Callable[[], object],
        keys: str | tuple[str, ...] | QKeySequence.StandardKey = "",
        *,
        audit: bool = False,
        when: Callable[[], bool] | None = None,
    ) -> QAction:
        made = QAction(text, self._window)
        if isinstance(keys, tuple):
            made.setShortcuts([QKeySequence(one) for one in keys])
        elif keys:
            made.setShortcut(QKeySequence(keys))
        letter = keys if isinstance(keys, str) and len(keys) == 1 else ""
        made.triggered.connect(lambda _checked=False: self._given_to_a_list(letter) or action())
        menu.addAction(made)
        self.actions.append(made)
        if audit:
            self._needs_audit.append(made)
        if when is not None:
            self._offers.add(made, when)
        return made

    @staticmethod
    def _given_to_a_list(letter: str) -> bool:
        """Whether a list of choices has the keyboard, where a letter finds an entry; text fields see to theirs."""
        focus = QApplication.focusWidget()
        if not letter or not isinstance(focus, QComboBox):
            return False
        key = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter.lower())
        focus.keyPressEvent(key)  # itself: sent as an event, it would come back as this shortcut
        return True

    @staticmethod
    def _tell_apart(menu: QWidget) -> None:
        """No two entries under the same letter, whatever the language calls them."""
        entries = [action for action in menu.actions() if action.text()]
        for action, text in zip(entries, unlike_mnemonics([one.text() for one in entries]), strict=True):
            if action.text() != text:
                action.setText(text)

    def _start(self) -> Any:
        """The page of the first step, which a change of language makes anew."""
        return self._window.navigator.pages.page("start")

    def _file_menu(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, self.tr("Audit this &computer"), lambda: self._start().audit_this_computer(), "Ctrl+Shift+N")
        self._add(
            menu,
            self.tr("&New audit"),
            lambda: self._off_the_rail(self._start().new_audit),
            QKeySequence.StandardKey.New,
        )
        self._add(menu, self.tr("&Open…"), lambda: self._start().choose_and_open(), QKeySequence.StandardKey.Open)
        self._recent = menu.addMenu(self.tr("Open &recent"))
        menu.addSeparator()
        self._add(menu, self.tr("&Export…"), self._export, "Ctrl+E", audit=True)
        self._add(
            menu, self.tr("&Preview and print…"), self.dialogs.preview, QKeySequence.StandardKey.Print, audit=True
        )
        self._add(menu, self.tr("&Show in its folder"), self._show_folder, audit=True)
        self._add(menu, self.tr("&Close audit"), window.workspace.close_audit, "Ctrl+W", audit=True)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), window.close, QKeySequence.StandardKey.Quit)

    def _edit_menu(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Undo answer"), self._undo, QKeySequence.StandardKey.Undo, audit=True)
        texts = QLineEdit | QPlainTextEdit
        can = lambda: isinstance(QApplication.focusWidget(), texts) or self._window.workspace.can_redo  # noqa: E731 - of one line
        keys = ("Ctrl+Shift+Z", "Ctrl+Y")  # both are habits
        self._add(menu, self.tr("&Redo answer"), self._redo, keys, audit=True, when=can)
        menu.addSeparator()
        self._add(menu, self.tr("&Copy"), self._copy, QKeySequence.StandardKey.Copy)
        self._add(menu, self.tr("&Find"), self._find, QKeySequence.StandardKey.Find, audit=True)
        menu.addSeparator()
        hosts = lambda: self._window.navigator.current == "hosts"  # noqa: E731 - asked when the menu opens
        self._add(menu, self.tr("Move hosts u&p"), lambda: self._move(up=True), "Alt+Up", audit=True, when=hosts)
        self._add(menu, self.tr("Move hosts do&wn"), lambda: self._move(up=False), "Alt+Down", audit=True, when=hosts)
        menu.addSeparator()
        self._add(menu, self.tr("C&redentials…"), self.dialogs.credentials)
        self._add(menu, self.tr("&Settings…"), self.dialogs.settings, "Ctrl+,")

    def _view_menu(self, menu: QMenu) -> None:
        window = self._window
        group = QActionGroup(self)
        for scheme, text in (
            (Scheme.SYSTEM, self.tr("Colours of the &system")),
            (Scheme.LIGHT, self.tr("&Light")),
            (Scheme.DARK, self.tr("&Dark")),
        ):
            made = self._add(menu, text, lambda scheme=scheme: self.choose(scheme))
            self._schemes[scheme] = made
            made.setCheckable(True)
            made.setChecked(window.theme.choice is scheme)
            group.addAction(made)
        self._language_menu(menu)
        menu.addSeparator()
        self._add(menu, self.tr("&Previous step"), window.navigator.go_back, ("Ctrl+PgUp", "Alt+Left"), audit=True)
        self._add(menu, self.tr("Ne&xt step"), window.navigator.go_on, "Ctrl+PgDown", audit=True)
        on = lambda: self._off_the_rail(window.navigator.go_next)  # noqa: E731 - of one line
        self._add(menu, self.tr("&Continue, as the button below"), on, "Alt+Right", audit=True)
        self._add(menu, self.tr("Next pa&rt of the window"), window.next_pane, "F6", audit=True)
        self._steps = menu.addMenu(self.tr("&Go to step"))
        menu.addSeparator()
        sides = ("Alt+Shift+Right", "Alt+Shift+Left")  # to where the line moves
        wider, narrower = reversed(sides) if window.isRightToLeft() else sides
        self._add(menu, self.tr("W&ider list"), lambda: self._page().widen(+1), wider, audit=True)
        self._add(menu, self.tr("Na&rrower list"), lambda: self._page().widen(-1), narrower, audit=True)
        self._add(menu, self.tr("&Usual width of the list"), lambda: self._page().widen(0), audit=True)
        menu.addSeparator()
        self._add(menu, self.tr("&Full screen"), self._full_screen, "F11")

    def _language_menu(self, menu: QMenu) -> None:
        """Each language by its own name, so that a person finds theirs in any; none where there is only one."""
        there = language.languages()
        if len(there) == 1:
            return
        listed = menu.addMenu(self.tr("&Language"))
        group = QActionGroup(self)
        for one in there:
            made = self._add(listed, one.name, lambda code=one.code: self._speak(code))
            made.setCheckable(True)
            made.setChecked(one.code == language.current())
            group.addAction(made)

    def _audit_menu(self, menu: QMenu) -> None:
        window = self._window
        workspace, navigator = window.workspace, window.navigator
        idle = lambda: workspace.writable and not workspace.running  # noqa: E731 - asked when the menu opens
        going = lambda: workspace.running and not workspace.cancelling  # noqa: E731 - the same
        asked = lambda: workspace.questions.current is not None  # noqa: E731 - the same
        answers = lambda: workspace.writable and navigator.current[:1].isdigit()  # noqa: E731 - the same
        self._add(menu, self.tr("&Run"), self._run, "F5", audit=True, when=idle)
        self._add(menu, self.tr("&Cancel the run"), workspace.cancel_run, "Shift+F5", audit=True, when=going)
        self._add(menu, self.tr("&Test connections"), self._test, "Ctrl+T", audit=True)
        self._add(menu, self.tr("Answer what a &host asks"), window.answer_question, "F8", audit=True, when=asked)
        menu.addSeparator()
        undecided = lambda: self._off_the_rail(navigator.next_undecided)  # noqa: E731 - of one line
        self._add(menu, self.tr("Next &undecided"), undecided, "N", audit=True)
        menu.addSeparator()
        for text, keys, choice in (
            (self.tr("Answer: &pass"), "P", "pass"),
            (self.tr("Answer: &fail"), "F", "fail"),
            (self.tr("Answer: not a&pplicable"), "A", "notapplicable"),
            (self.tr("Answer: &waive"), "W", "waived"),
        ):
            self._add(menu, text, lambda choice=choice: self._answer(choice), keys, audit=True, when=answers)
        self._add(menu, self.tr("&Save the answer"), self._save, "Ctrl+Return", audit=True, when=answers)
        menu.addSeparator()
        self._add(menu, self.tr("Si&gn, or open a new revision…"), self._sign, "Ctrl+Shift+S", audit=True)

    def _off_the_rail(self, lead: Callable[[], object]) -> None:
        """Lead on from the rail as from anywhere else: the page that comes has the keyboard, to go on there."""
        if self._window.centre.rail.hasFocus():
            self._window.centre.rail.clearFocus()
        lead()

    def _show_folder(self) -> None:
        """Where the audit's file lies, in the file manager of the system."""
        audit = self._window.workspace.audit
        if audit is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(audit.path.parent))):
            text = self.tr("No program shows folders here; the audit is {path}.")
            self._window.tell("info", text.format(path=audit.path))

    def _export(self) -> None:
        self._window.navigator.lead("export", lambda page: page.reports.write.setFocus())

    def _sign(self) -> None:
        self._window.navigator.lead("export", lambda page: page.begin_signing())

    def _help_menu(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Help on this page"), self.dialogs.help, QKeySequence.StandardKey.HelpContents)
        self._add(menu, self.tr("&Keyboard shortcuts"), lambda: self.dialogs.help(keys=True), "Ctrl+F1")
        self._add(menu, self.tr("&Log"), self.dialogs.log, "Ctrl+Shift+L")
        self._add(menu, self.tr("&About Bartizan"), self.dialogs.about)

    # --- what the actions do ------------------------------------------------------------------------------------

    def _page(self) -> Any:
        """The page on screen; one with nothing on it while that is made anew in another language."""
        return self._window.navigator.page or Step(self._window.workspace)

    def _undo(self) -> None:
        focus = QApplication.focusWidget()
        if (isinstance(focus, QLineEdit) and focus.isUndoAvailable()) or (
            isinstance(focus, QPlainTextEdit) and not focus.isReadOnly() and focus.document().isUndoAvailable()
        ):
            focus.undo()
        elif self._page().undo():
            return
        elif not self._window.workspace.can_undo:
            text = self.tr("No answer of this session is left to undo. “Take back” takes the answer on show back.")
            self._window.tell("info", text)
        else:
            self._lead(self._window.workspace.undo())

    def _redo(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit) and not focus.isReadOnly():
            focus.redo()
        elif not self._window.workspace.can_redo:
            self._window.tell("info", self.tr("Nothing was undone that could be done again."))
        else:
            self._lead(self._window.workspace.redo())

    def _lead(self, place: tuple[str, str | None] | None) -> None:
        """To where something was undone or done again."""
        if place is not None:
            self._window.workspace.turns.then(lambda: self._window.navigator.show_finding(*place))

    def _copy(self) -> None:
        focus = QApplication.focusWidget()
        if hasattr(focus, "copy"):
            focus.copy()  # type: ignore[union-attr]  # line and text edits
        elif hasattr(focus, "selectedText"):
            QGuiApplication.clipboard().setText(focus.selectedText())  # type: ignore[union-attr]  # labels
        else:
            self._page().copy()

    def _find(self) -> None:
        self._page().begin_search()

    def _answer(self, choice: str) -> None:
        self._page().begin_answer(choice)

    def _save(self) -> None:
        self._page().save_answer()

    def _run(self) -> None:
        self._window.navigator.visit("run")
        self._window.workspace.start_run()

    def _move(self, *, up: bool) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QComboBox) and not up:
            focus.showPopup()  # by the keys that open a list everywhere
        else:
            self._page().reorder(up=up)

    def _test(self) -> None:
        self._window.navigator.lead("hosts", lambda page: page.test_selected())

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def choose(self, scheme: Scheme) -> None:
        """Change the colours, here and in the settings."""
        self._schemes[scheme].setChecked(True)
        self._window.theme.choose(scheme)
        self._window.workspace.settings.set_text("view/scheme", scheme.value)

    def _speak(self, code: str) -> None:
        if code != language.current():
            self._window.settings.set_text("view/language", code)
            # Later: the action that was triggered goes with the old menus.
            QTimer.singleShot(0, self._window, lambda: self._window.speak_soon(code))

    # --- what the menus say -------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """An audit was opened or closed: enable what can be done, list recent files and steps."""
        workspace = self._window.workspace
        audit = workspace.audit
        for action in self._needs_audit:
            action.setEnabled(audit is not None)
        self._recent.clear()
        for number, path in enumerate(workspace.settings.recent(), 1):
            self._add_path(number, path)
        self._recent.setEnabled(bool(workspace.settings.recent()))
        self._steps.clear()
        if audit is not None:
            from app.screen import wizard  # noqa: PLC0415 - imported already by the window

            for number, step in enumerate(wizard.steps(audit.benchmark)):
                label = f"{step.id}  {step.title}" if step.id[0].isdigit() else step.title
                made = self._steps.addAction(mnemonic_free(label))
                if number < 9:  # noqa: PLR2004 - there are nine digits
                    made.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
                made.triggered.connect(lambda _checked=False, step=step.id: self._window.navigator.visit(step))
        self._steps.setEnabled(audit is not None)
        self.set_state(audit, workspace.saved)

    def _add_path(self, number: int, path: Path) -> None:
        """The title first and whole where that can be: the folders of most are the same."""
        title = elided_middle(self._window.settings.recent_title(path), 60)
        file = elided_middle(str(path), 60)
        made = self._recent.addAction(f"&{number}  {mnemonic_free(title)}  –  {mnemonic_free(file)}")
        made.triggered.connect(lambda _checked=False: self._window.workspace.open_soon(path))

    def set_state(self, audit: Audit | None, saved: datetime | None) -> None:
        """The title and when it was saved, at the right end of the menu bar."""
        self._corner.setVisible(audit is not None)
        if audit is None:
            self._window.setWindowTitle("Bartizan")
            self._told = None
            return
        title, state = elided_middle(audit.info.title or audit.path.stem, 44), ""
        if audit.readonly:
            state = "· " + self.tr("read only")
        elif saved is not None:
            state = "· " + self.tr("saved {time}").format(time=saved.strftime("%H:%M"))
        told, self._told = self._told, (title, state, audit.path)
        if told == self._told:
            return  # laying the menu bar out anew takes its time
        self._window.setWindowTitle(f"{title} – Bartizan")
        self._corner.tell(title, state, audit.path)
        self._corner.show()

    def fit(self) -> None:
        """The window has another width."""
        self._corner.fit()
