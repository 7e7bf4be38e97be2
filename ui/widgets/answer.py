"""The answer form: keep what was measured, or say otherwise with name, role, remark, files and for which places."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model import Result
from app.overrides import remark_needed
from app.record import Override, OverrideKind
from ui.explained import explain
from ui.given import Given
from ui.text import PlainLabel, set_tip
from ui.theme import Theme
from ui.widgets.answerentry import AnswerEntry, Option
from ui.widgets.segments import Segments

KEEP, WAIVED = "keep", "waived"


class AnswerForm(QFrame):
    """Stays below the detail; opens when an answer is chosen, and what is typed into is made only then."""

    left = Signal()  # by Escape: nothing is answered
    given = Signal(object)  # Given

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._theme = theme
        self._entry: AnswerEntry | None = None
        self._options: Sequence[Option] = ()
        self._person = ("", "")
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
            set_tip(self.segments.button(key), text)
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
        self.segments.choose(KEEP)

    @property
    def entry(self) -> AnswerEntry:
        """What is typed into: a third of a chapter's page, made when an answer is first begun."""
        if self._entry is None:
            entry = self._entry = AnswerEntry(self._theme)
            entry.templates, entry.others = self.templates, self.others
            entry.saved.connect(self.submit)
            entry.left.connect(self._leave)
            entry.taken_over.connect(self.take_over)
            entry.hide()
            self.layout().addWidget(entry)  # type: ignore[union-attr]  # the column
            entry.offer(self._offered(), keep=False)
            entry.show_others()
            entry.set_person(*self._person)
        return self._entry

    # --- what it is about ---------------------------------------------------------------------------------------

    def show_finding(
        self, measured: Result, options: Sequence[Option], person: tuple[str, str], *, writable: bool, same: bool
    ) -> None:
        """Begin anew for a finding with that measured result.

        ``same`` keeps what was typed: the same finding was shown before.
        """
        self._measured, self._person = measured, person
        if not same:
            self.clear()
        self.offer(options)
        self.setEnabled(writable)
        if self._entry is not None:
            self._entry.show_others()
            if not self._entry.name.text() or not same:
                self._entry.set_person(*person)

    def offer(self, options: Sequence[Option]) -> None:
        """For which places it can be; what was chosen stays where it is still offered, a selection goes first."""
        self._options = options
        if self._entry is not None:
            self._entry.offer(self._offered(), keep=self._entry.isVisibleTo(self))

    def _offered(self) -> list[Option]:
        """For which places the answer that was chosen can be."""
        waiving = self.segments.current() == WAIVED
        options = [one.waiver or one if waiving else one for one in self._options]
        return [one for one in options if one.places]

    def clear(self) -> None:
        """Back to "none", with nothing typed."""
        self.segments.choose(KEEP)
        if self._entry is not None:
            self._entry.clear()
            self._entry.hide()

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
        self.entry.take_over(said)

    @Slot(str)
    def _chose(self, choice: str) -> None:
        if choice == KEEP and self._entry is None:
            return
        was_open, waiving = not self.entry.isHidden(), choice == WAIVED
        self.entry.setVisible(choice != KEEP)
        self.entry.validity.set_waiver(waiver=waiving)
        if self._options:
            self.entry.offer(self._offered(), keep=was_open)
        self.entry.problem.hide()
        kind = OverrideKind.WAIVER if waiving else OverrideKind.SIGNOFF
        why = "" if choice == KEEP else remark_needed(kind, Result.FAIL if waiving else Result(choice), self._measured)
        self.entry.remark.setPlaceholderText(why or self.tr("Remark: what did you look at, why is it so?"))
        if choice != KEEP:
            self.entry.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif was_open:
            self.entry.no_files()

    @Slot()
    def submit(self) -> None:
        """Hand the answer over, if one was chosen."""
        choice = self.segments.current()
        if choice == KEEP or not self.isEnabled() or not self._options:
            return
        for needed in (self.entry.name, self.entry.role):
            if not needed.text().strip():
                self.complain(self.tr("An answer carries the name and the role of the person who gives it."))
                needed.setFocus()
                return
        waiving = choice == WAIVED
        self.given.emit(
            Given(
                kind=OverrideKind.WAIVER if waiving else OverrideKind.SIGNOFF,
                new=Result.FAIL if waiving else Result(choice),
                by=self.entry.name.text(),
                role=self.entry.role.text(),
                remark=self.entry.remark.toPlainText(),
                expires=self.entry.validity.day(),
                places=self.entry.option().places,
                files=tuple(self.entry.files),
                kept=tuple(self.entry.kept),
            )
        )

    def complain(self, sentence: str) -> None:
        """Say inside the form why the answer can't be taken."""
        self.entry.problem.tell("fail", sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = event.size().width() - self._margins - self.segments.one_line()
        self._label.setVisible(room >= self._label.sizeHint().width())

    @Slot()
    def _leave(self) -> None:
        self.clear()
        self.left.emit()

    # --- files that are dropped ---------------------------------------------------------------------------------

    def take_files(self, paths: Sequence[Path]) -> None:
        """Attach these to the answer; one is begun where there is none."""
        if self.isEnabled():
            if self.segments.current() == KEEP:
                self.begin(Result.PASS.value)
            self.entry.add_files(paths)
