"""What a person types for an answer: remark, name and role, how long it holds, files, and for which places."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from app.record import Attachment, Override
from app.report.visible import one_line
from ui.accessible import name_choice
from ui.explained import explain
from ui.text import Paragraph, elided_middle, mnemonic_free, set_tip
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.dropdown import DropDown
from ui.widgets.messagebar import MessageBar
from ui.widgets.validity import Validity

Place = tuple[str, str | None]  # item and target; None: site-wide


class Option(NamedTuple):
    """For which places an answer can be; ``key`` tells the same option from before.

    ``waiver`` is what it is for a waiver where that differs: one for many leaves out what nobody could look at.
    """

    key: str
    text: str
    places: tuple[Place, ...]
    waiver: "Option | None" = None


class AnswerEntry(QWidget):
    """The open part of the form. ``templates`` and ``others`` are asked when their menus open."""

    saved = Signal()
    left = Signal()  # Escape in the remark
    taken_over = Signal(object)  # Override: another answer, to be filled in here

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._options: list[Option] = []
        self.files: list[Path] = []
        self.kept: list[Attachment] = []  # files of an answer that was taken over
        self.templates: Callable[[], Sequence[str]] = tuple  # remarks to choose from
        self.others: Callable[[], Sequence[tuple[str, Override]]] = tuple  # answers on other hosts, in words
        grid = QGridLayout(self)
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
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.validity, 1)
        line.addWidget(self._menu_button("file-text", self.tr("Templates of remarks"), self._fill_templates))
        self._copy = self._menu_button("copy", self.tr("Take over the answer of another host"), self._fill_others)
        line.addWidget(self._copy)
        line.addWidget(
            icon_button(theme, "paperclip", self.tr("Attach evidence; files can be dropped here too"), self._choose)
        )
        grid.addLayout(line, 2, 0, 1, 4)
        grid.addLayout(self._build_last(), 3, 0, 1, 4)
        self.file_box = QWidget()
        files = QHBoxLayout(self.file_box)
        files.setContentsMargins(0, 0, 0, 0)
        files.setSpacing(6)
        self._names = Paragraph(role="small")
        files.addWidget(self._names, 1)
        files.addWidget(icon_button(theme, "x", self.tr("Attach no files"), self.no_files))
        grid.addWidget(self.file_box, 4, 0, 1, 4)
        self.problem = MessageBar(theme)
        grid.addWidget(self.problem, 5, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.no_files()

    def _build_last(self) -> QHBoxLayout:
        self.places = DropDown()
        name_choice(self.places, self.tr("For which hosts"))
        explain(
            self.places,
            self.tr("For which hosts the answer counts: the one on show, those selected, all undecided ones, or all."),
        )
        self.places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setMinimumContentsLength(5)  # it takes what is left of the line
        self.save = button(self.tr("Save"), self.saved.emit, role="primary")
        set_tip(self.save, self.tr("Save the answer (Ctrl+Enter) and go on"))
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

    def show_others(self) -> None:
        """Another item: offer what was answered to it on other hosts, where there is something."""
        self._copy.setVisible(bool(self.others()))

    def offer(self, options: Sequence[Option], *, keep: bool) -> None:
        """For which places it can be; ``keep`` what was chosen where it is still offered. A selection goes first."""
        before = self.option().key if self._options and keep else ""
        self._options = list(options)
        keys = [option.key for option in options]
        self.places.clear()
        self.places.addItems([option.text for option in options])
        chosen = (
            0 if keys and keys[0] == "selected" and before != "here" else keys.index(before) if before in keys else 0
        )
        self.places.setCurrentIndex(chosen)

    def option(self) -> Option:
        """The one that is chosen; there must be some."""
        return self._options[max(0, min(self.places.currentIndex(), len(self._options) - 1))]

    def set_person(self, name: str, role: str) -> None:
        for field, text in ((self.name, name), (self.role, role)):
            field.setText(text)
            field.setCursorPosition(0)  # where it is too narrow for all, its beginning is shown

    def clear(self) -> None:
        """Nothing typed; name and role stay."""
        self.remark.clear()
        self.no_files()
        self.problem.hide()

    def take_over(self, said: Override) -> None:
        """Fill in what another answer says."""
        self.remark.setPlainText(said.remark)
        self.validity.set_day(said.expires)
        self.kept = list(said.attachments)
        self._show_files()

    # --- templates and other answers ----------------------------------------------------------------------------

    def _fill_templates(self, menu: QMenu) -> None:
        menu.clear()
        for text in self.templates():
            menu.addAction(mnemonic_free(elided_middle(one_line(text), 80)), lambda text=text: self._insert(text))

    def _fill_others(self, menu: QMenu) -> None:
        menu.clear()
        for text, said in self.others():
            shown = mnemonic_free(elided_middle(one_line(text), 80))
            menu.addAction(shown, lambda said=said: self.taken_over.emit(said))

    def _insert(self, text: str) -> None:
        if self.remark.toPlainText().strip():
            text = f" {text}"
        cursor = self.remark.textCursor()
        cursor.insertText(text)
        self.remark.setFocus()

    # --- files --------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach evidence"))
        self.add_files([Path(one) for one in chosen])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach these too, each once."""
        self.files += [path for path in dict.fromkeys(paths) if path not in self.files]
        self._show_files()

    def no_files(self) -> None:
        self.files = []
        self.kept = []
        self._show_files()

    def _show_files(self) -> None:
        names = [*(one.name for one in self.kept), *(path.name for path in self.files)]
        self._names.setText(", ".join(elided_middle(one_line(name), 40) for name in names))
        set_tip(self._names, "\n".join(str(path) for path in self.files))
        self.file_box.setVisible(bool(names))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape in the remark leaves the answer."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
