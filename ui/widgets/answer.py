"""The answer form: keep what was measured, or say otherwise with name, role, remark, files and for which places."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.model import Attachment, Override, OverrideKind, Result
from app.overrides import remark_needed
from app.report.visible import one_line
from ui.accessible import name_choice
from ui.explained import explain
from ui.given import Given
from ui.text import PlainLabel, elided_middle, mnemonic_free, tool_tip
from ui.theme import Theme
from ui.widgets.basics import MessageBar, Segments, button, icon_button
from ui.widgets.validity import Validity

KEEP, WAIVED = "keep", "waived"
Place = tuple[str, str | None]  # item and target; None: site-wide


class Option(NamedTuple):
    """For which places an answer can be; ``key`` tells the same option from before."""

    key: str
    text: str
    places: tuple[Place, ...]


class AnswerForm(QFrame):
    """Stays below the detail; opens when an answer is chosen."""

    given = Signal(object)  # Given

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._theme = theme
        self._options: list[Option] = []
        self._files: list[Path] = []
        self._kept: list[Attachment] = []
        self._measured = Result.NOTCHECKED
        self.templates: Callable[[], Sequence[str]] = tuple  # remarks to choose from
        self.others: Callable[[], Sequence[tuple[str, Override]]] = tuple  # answers on other hosts, in words
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        self._margins = 16 + 10 + 16
        self._label = PlainLabel(self.tr("Answer"), "strong")
        self._label.setMinimumWidth(1)  # it gives its room to the choices and goes
        head.addWidget(self._label)
        self.segments = Segments(
            [
                (KEEP, self.tr("None")),
                (Result.PASS.value, self.tr("Pass")),
                (Result.FAIL.value, self.tr("Fail")),
                (Result.NOTAPPLICABLE.value, self.tr("N/A")),
                (WAIVED, self.tr("Waive")),
            ]
        )
        self.segments.setAccessibleName(self.tr("Answer"))
        for key, text in (
            (KEEP, self.tr("Keep what was measured")),
            (Result.NOTAPPLICABLE.value, self.tr("Not applicable")),
            (WAIVED, self.tr("Accept the failure until a day")),
        ):
            self.segments.button(key).setToolTip(tool_tip(text))
            self.segments.button(key).setAccessibleName(text)
        explain(
            self.segments,
            self.tr(
                "Your answer: pass, fail, not applicable, or a waiver, which accepts a failure until a day. “None” "
                "keeps what was measured. Keys: P, F, A, W."
            ),
        )
        self.segments.button(KEEP).setProperty("quiet", "true")
        self.segments.chosen.connect(self._chose)
        head.addWidget(self.segments, 1)
        column.addLayout(head)
        column.addWidget(self._build_body())
        self.segments.choose(KEEP)
        self._body.hide()

    def _build_body(self) -> QWidget:
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self.remark = QPlainTextEdit()
        self.remark.setAccessibleName(self.tr("Remark"))
        explain(
            self.remark,
            self.tr(
                "What you looked at and why it is so; whoever reviews the answer decides by it, and the report prints "
                "it. Needed for a waiver, for fail and not applicable, and for a pass where a failure was measured. "
                "Escape leaves the answer, Ctrl+Enter saves it."
            ),
        )
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(56)
        self.remark.installEventFilter(self)
        grid.addWidget(self.remark, 0, 0, 1, 4)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Your name"))
        self.name.setAccessibleName(self.tr("Your name"))
        explain(self.name, self.tr("Who gives this answer; it stays with the answer and stands in the report."))
        self.role = QLineEdit()
        self.role.setPlaceholderText(self.tr("Your role"))
        self.role.setAccessibleName(self.tr("Your role"))
        explain(self.role, self.tr("In which capacity, such as administrator; it stands beside the name."))
        grid.addWidget(self.name, 1, 0, 1, 2)
        grid.addWidget(self.role, 1, 2, 1, 2)
        self.validity = Validity()
        self.until = self.validity.until
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.validity, 1)
        line.addWidget(self._menu_button("file-text", self.tr("Templates of remarks"), self._fill_templates))
        self._copy = self._menu_button("copy", self.tr("Take over the answer of another host"), self._fill_others)
        line.addWidget(self._copy)
        line.addWidget(
            icon_button(
                self._theme, "paperclip", self.tr("Attach evidence; files can be dropped here too"), self._choose_files
            )
        )
        grid.addLayout(line, 2, 0, 1, 4)
        grid.addLayout(self._build_last(), 3, 0, 1, 4)
        self._file_box = QWidget()
        files = QHBoxLayout(self._file_box)
        files.setContentsMargins(0, 0, 0, 0)
        files.setSpacing(6)
        self._names = PlainLabel(role="small", wrap=True)
        self._clear = icon_button(self._theme, "x", self.tr("Attach no files"), self._no_files)
        files.addWidget(self._names, 1)
        files.addWidget(self._clear)
        grid.addWidget(self._file_box, 4, 0, 1, 4)
        self.problem = MessageBar(self._theme)
        grid.addWidget(self.problem, 5, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self._no_files()
        return self._body

    def _build_last(self) -> QHBoxLayout:
        self.places = QComboBox()
        name_choice(self.places, self.tr("For which hosts"))
        explain(
            self.places,
            self.tr("For which hosts the answer counts: the one on show, those selected, all undecided ones, or all."),
        )
        self.places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setMinimumContentsLength(9)
        self.save = button(self.tr("Save"), self.submit, role="primary")
        self.save.setToolTip(tool_tip(self.tr("Save the answer (Ctrl+Enter) and go on")))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.places, 1)
        line.addWidget(self.save)
        return line

    def _menu_button(self, icon: str, name: str, fill: Callable[[QMenu], None]) -> QToolButton:
        made = icon_button(self._theme, icon, name)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    # --- what it is about ---------------------------------------------------------------------------------------

    def show_finding(
        self, measured: Result, options: Sequence[Option], person: tuple[str, str], *, writable: bool, same: bool
    ) -> None:
        """Begin anew for a finding with that measured result.

        ``same`` keeps what was typed: the same finding was shown before.
        """
        self._measured = measured
        if not same:
            self.clear()
        self.offer(options)
        self.setEnabled(writable)
        self._copy.setVisible(bool(self.others()))
        if not self.name.text() or not same:
            self.name.setText(person[0])
            self.role.setText(person[1])

    def offer(self, options: Sequence[Option]) -> None:
        """For which places it can be; what was chosen stays where it is still offered, a selection goes first."""
        before = self._option().key if self._options and self._body.isVisibleTo(self) else ""
        self._options = list(options)
        keys = [option.key for option in options]
        self.places.clear()
        self.places.addItems([option.text for option in options])
        chosen = (
            0 if keys and keys[0] == "selected" and before != "here" else keys.index(before) if before in keys else 0
        )
        self.places.setCurrentIndex(chosen)

    def _option(self) -> Option:
        return self._options[max(0, min(self.places.currentIndex(), len(self._options) - 1))]

    def clear(self) -> None:
        """Back to "none", with nothing typed."""
        self.segments.choose(KEEP)
        self.remark.clear()
        self._no_files()
        self.problem.hide()
        self._body.hide()

    def begin(self, choice: str) -> None:
        """Choose an answer as a click would, and put the cursor into the remark."""
        if self.isEnabled():
            self.segments.choose(choice)
            self._chose(choice)

    def focus_choices(self) -> None:
        """Give the keyboard to the row of answers; arrows and Space choose."""
        self.segments.button(self.segments.current() or KEEP).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_over(self, said: Override) -> None:
        """Fill in what another answer says, ready to be changed and saved as one's own."""
        if not self.isEnabled():
            return
        self.begin(WAIVED if said.kind is OverrideKind.WAIVER else said.new.value)
        self.remark.setPlainText(said.remark)
        self.validity.set_day(said.expires)
        self._kept = list(said.attachments)
        self._show_files()

    @Slot(str)
    def _chose(self, choice: str) -> None:
        was_open = not self._body.isHidden()
        self._body.setVisible(choice != KEEP)
        waiving = choice == WAIVED
        self.validity.set_waiver(waiver=waiving)
        self.problem.hide()
        kind = OverrideKind.WAIVER if waiving else OverrideKind.SIGNOFF
        why = "" if choice == KEEP else remark_needed(kind, Result.FAIL if waiving else Result(choice), self._measured)
        self.remark.setPlaceholderText(why or self.tr("Remark: what did you look at, why is it so?"))
        if choice != KEEP:
            self.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif was_open:
            self._no_files()

    @Slot()
    def submit(self) -> None:
        """Hand the answer over, if one was chosen."""
        choice = self.segments.current()
        if choice == KEEP or not self.isEnabled() or not self._options:
            return
        for needed in (self.name, self.role):
            if not needed.text().strip():
                self.complain(self.tr("An answer carries the name and the role of the person who gives it."))
                needed.setFocus()
                return
        waiving = choice == WAIVED
        self.given.emit(
            Given(
                kind=OverrideKind.WAIVER if waiving else OverrideKind.SIGNOFF,
                new=Result.FAIL if waiving else Result(choice),
                by=self.name.text(),
                role=self.role.text(),
                remark=self.remark.toPlainText(),
                expires=self.validity.day(),
                places=self._option().places,
                files=tuple(self._files),
                kept=tuple(self._kept),
            )
        )

    def complain(self, sentence: str) -> None:
        """Say inside the form why the answer can't be taken."""
        self.problem.tell("fail", sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = event.size().width() - self._margins - self.segments.minimumSizeHint().width()
        self._label.setVisible(room >= self._label.sizeHint().width())

    # --- templates and other answers ----------------------------------------------------------------------------

    def _fill_templates(self, menu: QMenu) -> None:
        menu.clear()
        for text in self.templates():
            menu.addAction(mnemonic_free(elided_middle(one_line(text), 80)), lambda text=text: self._insert(text))

    def _fill_others(self, menu: QMenu) -> None:
        menu.clear()
        for text, said in self.others():
            menu.addAction(mnemonic_free(elided_middle(one_line(text), 80)), lambda said=said: self.take_over(said))

    def _insert(self, text: str) -> None:
        if self.remark.toPlainText().strip():
            text = f" {text}"
        cursor = self.remark.textCursor()
        cursor.insertText(text)
        self.remark.setFocus()

    # --- files --------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach evidence"))
        self.add_files([Path(one) for one in chosen])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach these too, each once."""
        self._files += [path for path in dict.fromkeys(paths) if path not in self._files]
        self._show_files()

    def _show_files(self) -> None:
        names = [*(one.name for one in self._kept), *(path.name for path in self._files)]
        self._names.setText(", ".join(elided_middle(one_line(name), 40) for name in names))
        self._names.setToolTip(tool_tip("\n".join(str(path) for path in self._files)))
        self._file_box.setVisible(bool(names))

    def _no_files(self) -> None:
        self._files = []
        self._kept = []
        self._show_files()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Attach these to the answer; one is begun where there is none."""
        if self.isEnabled():
            if self.segments.current() == KEEP:
                self.begin(Result.PASS.value)
            self.add_files(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape in the remark leaves the answer."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.segments.button(KEEP).setFocus()
            return True
        return super().eventFilter(watched, event)
