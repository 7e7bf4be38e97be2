"""The answer form: keep what was measured, or say otherwise with name, role, remark, files and for which hosts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.model import Finding, Override, OverrideKind, Result
from app.overrides import counting
from app.report.visible import one_line
from ui.text import PlainLabel, elided_middle, tool_tip
from ui.theme import Theme
from ui.widgets.basics import MessageBar, Segments, button, icon_button

KEEP, WAIVED = "keep", "waived"
_ROOMY = 390  # pixels: narrower, and the label gives its room to the choices
_WAIVER_DAYS = 90  # what the end of a waiver starts with; a person sets the day


@dataclass(frozen=True, slots=True)
class Given:
    """What a person entered; ``places`` are the items and targets that it is for."""

    kind: OverrideKind
    new: Result
    by: str
    role: str
    remark: str
    expires: date | None
    places: tuple[tuple[str, str | None], ...]
    files: tuple[Path, ...] = field(default=())


class AnswerForm(QFrame):
    """Stays below the detail; opens when an answer is chosen."""

    given = Signal(object)  # Given
    taken_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._theme = theme
        self._choices: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self._files: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        self._standing = QWidget()
        line = QHBoxLayout(self._standing)
        line.setContentsMargins(0, 0, 0, 0)
        self._said = PlainLabel(wrap=True)
        line.addWidget(self._said, 1)
        self._back = button(self.tr("Take back"), self.taken_back.emit, theme=theme, icon="undo-2")
        line.addWidget(self._back)
        column.addWidget(self._standing)
        head = QHBoxLayout()
        head.setSpacing(10)
        self._label = PlainLabel(self.tr("Answer"), "strong")
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
        for key, text in (
            (KEEP, self.tr("Keep what was measured")),
            (Result.NOTAPPLICABLE.value, self.tr("Not applicable")),
            (WAIVED, self.tr("Accept the failure until a day")),
        ):
            self.segments.button(key).setToolTip(tool_tip(text))
            self.segments.button(key).setAccessibleName(text)
        self.segments.button(KEEP).setProperty("quiet", "true")
        self.segments.chosen.connect(self._chose)
        head.addWidget(self.segments, 1)
        column.addLayout(head)
        column.addWidget(self._build_body())
        self.segments.choose(KEEP)
        self._body.hide()

    def _build_body(self) -> QWidget:  # noqa: PLR0915 - a form is a list of its fields
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self.remark = QPlainTextEdit()
        self.remark.setPlaceholderText(self.tr("Remark: what did you look at, why is it so?"))
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(56)
        self.remark.installEventFilter(self)
        grid.addWidget(self.remark, 0, 0, 1, 4)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Your name"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.role = QLineEdit()
        self.role.setPlaceholderText(self.tr("Your role"))
        self.role.setAccessibleName(self.tr("Your role"))
        grid.addWidget(self.name, 1, 0, 1, 2)
        grid.addWidget(self.role, 1, 2, 1, 2)
        self.places = QComboBox()
        self.places.setAccessibleName(self.tr("For which hosts"))
        self.places.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.places.setMinimumContentsLength(9)
        self._until_label = PlainLabel(self.tr("until"), "muted")
        self.until = QDateEdit(QDate.currentDate().addDays(_WAIVER_DAYS))
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setCalendarPopup(True)
        self.until.setMinimumDate(QDate.currentDate())
        self.until.setAccessibleName(self.tr("Waived until"))
        self._attach = icon_button(
            self._theme, "paperclip", self.tr("Attach evidence; files can be dropped here too"), self._choose_files
        )
        self.save = button(self.tr("Save"), self.submit, role="primary")
        self.save.setToolTip(tool_tip(self.tr("Save the answer (Ctrl+Enter) and go on")))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.places, 3)
        line.addWidget(self._until_label)
        line.addWidget(self.until, 2)
        line.addWidget(self._attach)
        line.addWidget(self.save)
        grid.addLayout(line, 2, 0, 1, 4)
        self._file_box = QWidget()
        files = QHBoxLayout(self._file_box)
        files.setContentsMargins(0, 0, 0, 0)
        files.setSpacing(6)
        self._names = PlainLabel(role="small")
        self._clear = icon_button(self._theme, "x", self.tr("Attach no files"), self._no_files)
        files.addWidget(self._names, 1)
        files.addWidget(self._clear)
        grid.addWidget(self._file_box, 3, 0, 1, 4)
        self.problem = MessageBar(self._theme)
        grid.addWidget(self.problem, 4, 0, 1, 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self._no_files()
        return self._body

    # --- what it is about ---------------------------------------------------------------------------------------

    def show_finding(
        self,
        finding: Finding,
        choices: Sequence[tuple[str, tuple[tuple[str, str | None], ...]]],
        person: tuple[str, str],
        *,
        writable: bool,
        same: bool,
    ) -> None:
        """Begin anew for a finding; ``choices`` are the hosts that the answer can be for, in words and places.

        ``same`` keeps what was typed: the same finding was shown before.
        """
        self._choices = list(choices)
        chosen = self.places.currentIndex() if same else 0
        self.places.clear()
        self.places.addItems([text for text, _ in choices])
        self.places.setCurrentIndex(min(max(0, chosen), len(choices) - 1))
        self.setEnabled(writable)
        standing = counting(finding.overrides)
        self._standing.setVisible(standing is not None)
        if standing is not None:
            self._said.setText(self._sentence(standing))
        if not same:
            self.clear()
        if not self.name.text() or not same:
            self.name.setText(person[0])
            self.role.setText(person[1])

    def _sentence(self, said: Override) -> str:
        day = said.time.astimezone().strftime("%Y-%m-%d %H:%M")
        if said.kind is OverrideKind.WAIVER:
            what = self.tr("Waived until {day}").format(day=said.expires.isoformat() if said.expires else "–")
        else:
            what = {
                Result.PASS: self.tr("Signed off as passed"),
                Result.FAIL: self.tr("Signed off as failed"),
            }.get(said.new, self.tr("Signed off as not applicable"))
        text = self.tr("{what} by {who}, {day}").format(what=what, who=one_line(said.by), day=day)
        if said.attachments:
            text += " · " + self.tr("{n} files").format(n=len(said.attachments))
        return f"{text}\n{one_line(said.remark)}" if said.remark else text

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

    @Slot(str)
    def _chose(self, choice: str) -> None:
        self._body.setVisible(choice != KEEP)
        waiving = choice == WAIVED
        self._until_label.setVisible(waiving)
        self.until.setVisible(waiving)
        self.problem.hide()
        if choice != KEEP:
            self.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def submit(self) -> None:
        """Hand the answer over, if one was chosen."""
        choice = self.segments.current()
        if choice == KEEP or not self.isEnabled() or not self._choices:
            return
        for needed in (self.name, self.role):
            if not needed.text().strip():
                self.complain(self.tr("An answer carries the name and the role of the person who gives it."))
                needed.setFocus()
                return
        waiving = choice == WAIVED
        day = self.until.date()
        self.given.emit(
            Given(
                kind=OverrideKind.WAIVER if waiving else OverrideKind.SIGNOFF,
                new=Result.FAIL if waiving else Result(choice),
                by=self.name.text(),
                role=self.role.text(),
                remark=self.remark.toPlainText(),
                expires=date(day.year(), day.month(), day.day()) if waiving else None,
                places=self._choices[self.places.currentIndex()][1],
                files=tuple(self._files),
            )
        )

    def complain(self, sentence: str) -> None:
        """Say inside the form why the answer can't be taken."""
        self.problem.tell("fail", sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._label.setVisible(event.size().width() >= _ROOMY)

    # --- files --------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach evidence"))
        self._add_files([Path(one) for one in chosen])

    def _add_files(self, paths: Sequence[Path]) -> None:
        self._files += [path for path in paths if path not in self._files]
        self._names.setText(", ".join(elided_middle(path.name, 28) for path in self._files))
        self._names.setToolTip(tool_tip("\n".join(str(path) for path in self._files)))
        self._file_box.setVisible(bool(self._files))

    def _no_files(self) -> None:
        self._files = []
        self._add_files([])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            if self.segments.current() == KEEP:
                self.begin(Result.PASS.value)
            self._add_files(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape in the remark leaves the answer."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.segments.button(KEEP).setFocus()
            return True
        return super().eventFilter(watched, event)
