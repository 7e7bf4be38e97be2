"""The answers of people: a second person accepts or rejects them, and what was carried over is confirmed."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.overrides import local_today
from app.report.wording import counted
from app.screen import reviewing
from app.screen.reviewing import AnswerRow, Sort, of_sort, reviewable
from ui.explained import explain
from ui.models.answers import answers_model
from ui.models.table import ROW_ROLE
from ui.selection import ranges
from ui.text import Paragraph
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.emptystate import EmptyState
from ui.widgets.listing import Listing
from ui.widgets.lowpage import LowPage
from ui.widgets.sortchips import SortChips
from ui.workspace import Workspace

_EDGE = 32  # pixels at the sides
_LIST = 170  # pixels of the list: its head and some rows


class AnswersReview(QWidget):
    """The third page of the review."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._rows: tuple[AnswerRow, ...] = ()
        self.chips = SortChips(
            [
                (Sort.OPEN.value, self.tr("To review {n}")),
                (Sort.CARRIED.value, self.tr("Carried over {n}")),
                (Sort.REJECTED.value, self.tr("Rejected {n}")),
                (Sort.ACCEPTED.value, self.tr("Accepted {n}")),
                (Sort.AGAIN.value, self.tr("Outdated or over {n}")),
                (Sort.ENDING.value, self.tr("Ending waivers {n}")),
                (Sort.ALL.value, self.tr("All {n}")),
            ]
        )
        self.chips.changed.connect(self._show_rows)
        self.model = answers_model(self)
        self.table = Listing(workspace.theme, self.model, self.tr("Answers"))
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._enable())
        self.table.activated.connect(self._open)
        self._empty = EmptyState(workspace.theme, "clipboard-check", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        theme = workspace.theme
        parts = (_held(self.chips, 16, 12), _held(self._stack, 0, 12), _held(self._build_bar(), 0, 16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(LowPage(*parts, least=theme.scaled(_LIST)))

    def _build_bar(self) -> QWidget:
        self._bar = frame("card")
        column = QVBoxLayout(self._bar)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._build_review())
        column.addLayout(self._build_giving())
        return self._bar

    def _build_review(self) -> QHBoxLayout:
        """What the second person does."""
        theme = self.workspace.theme
        line = QHBoxLayout()
        line.setSpacing(8)
        self.reviewer = QLineEdit(self.workspace.settings.text("reviewer/name"))
        self.reviewer.setPlaceholderText(self.tr("Reviewer's name"))
        self.reviewer.setAccessibleName(self.tr("Reviewer's name"))
        self.reviewer.setMaximumWidth(220)
        explain(
            self.reviewer,
            self.tr(
                "The second person: who accepts or rejects. Nobody reviews their own answers, unless the scope says so."
            ),
        )
        self.reviewer.textChanged.connect(lambda _text: self._enable())
        self.remark = QLineEdit()
        self.remark.setPlaceholderText(self.tr("Remark; a rejection needs one that says what is missing"))
        self.remark.setAccessibleName(self.tr("Remark of the reviewer"))
        explain(self.remark, self.tr("Said to whoever answered, and kept with the answer; a rejection needs it."))
        self.accept = button(
            self.tr("Accept"),
            lambda: self._review(accept=True),
            theme=theme,
            icon="check",
            tip=self.tr("The selected answers count, with the reviewer's name beside them."),
        )
        self.reject = button(
            self.tr("Reject"),
            lambda: self._review(accept=False),
            theme=theme,
            icon="x",
            tip=self.tr("The selected answers no longer count and wait to be given again; the remark says why."),
        )
        line.addWidget(self.reviewer)
        line.addWidget(self.remark, 1)
        line.addWidget(self.accept)
        line.addWidget(self.reject)
        return line

    def _build_giving(self) -> QHBoxLayout:
        """What there is to say of the selection, and what whoever answered does."""
        theme = self.workspace.theme
        line = QHBoxLayout()
        line.setSpacing(8)
        self.hint = Paragraph(role="muted")
        line.addWidget(self.hint, 1)
        self.every = button(self.tr("Select all"), self.table.selectAll, role="flat")
        self.submit = button(
            self.tr("Submit"),
            self._submit,
            theme=theme,
            icon="upload",
            tip=self.tr("Give these answers to a second person: they are marked as ready for review."),
        )
        self.confirm = button(
            self.tr("Confirm"),
            self._confirm,
            theme=theme,
            icon="check",
            tip=self.tr("Say that answers from an earlier audit still hold; they then count as yours."),
        )
        for one in (self.every, self.submit, self.confirm):
            line.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        self._rows = reviewing.answers(audit.benchmark, audit.findings())
        today = local_today()
        self.chips.show_counts({sort.value: len(of_sort(self._rows, sort, today)) for sort in Sort})
        self._show_rows()

    def choose(self, sort: Sort) -> None:
        """As if that chip had been clicked."""
        self.chips.choose(sort.value)
        self.refresh()

    @Slot()
    def _show_rows(self) -> None:
        rows = of_sort(self._rows, Sort(self.chips.chosen()), local_today())
        self.model.set_rows(rows)
        if not rows:
            self._empty.say(*self._nothing())
        self._stack.setCurrentIndex(0 if rows else 1)
        self._bar.setVisible(bool(rows))
        self._enable()

    def _nothing(self) -> tuple[str, str]:
        """What it means that no answer is listed."""
        if not self._rows:
            return self.tr("No answers yet"), self.tr(
                "What people answer in the chapters stands here, for a second person to accept or to reject."
            )
        if self.chips.chosen() == Sort.OPEN.value:
            return self.tr("Nothing left to review"), self.tr(
                "Each answer is accepted, or waits for the person who gave it."
            )
        return self.tr("No answers of this kind"), self.tr("The other kinds above have some.")

    def selected(self) -> list[AnswerRow]:
        rows = self.model.rows()  # not asked for one by one through Qt, which takes long for a thousand
        return [row for one in ranges(self.table) for row in rows[one.top() : one.bottom() + 1]]

    def _allowed(self, selected: list[AnswerRow]) -> tuple[AnswerRow, ...]:
        audit = self.workspace.audit
        single = audit is not None and audit.info.single_person
        return reviewable(selected, self.reviewer.text(), single_person=single)

    def _enable(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        selected, name = self.selected(), self.reviewer.text().strip()
        allowed = self._allowed(selected)
        ready = bool(allowed) and bool(name) and self.workspace.writable
        self.accept.setEnabled(ready)
        self.reject.setEnabled(ready)
        chosen = selected or list(self.model.rows())
        self._to_submit = [row.override.id for row in chosen if not row.override.review]
        self._to_confirm = [row.override.id for row in chosen if Sort.CARRIED in row.sorts]
        self.submit.setText(self.tr("Submit {n}").format(n=len(self._to_submit)))
        self.submit.setVisible(bool(self._to_submit) and self.workspace.writable)
        self.confirm.setText(self.tr("Confirm {n}").format(n=len(self._to_confirm)))
        self.confirm.setVisible(bool(self._to_confirm) and self.workspace.writable)
        self.hint.setText(self._why(selected, allowed, name, single=audit.info.single_person))

    def _why(self, selected: list[AnswerRow], allowed: tuple[AnswerRow, ...], name: str, *, single: bool) -> str:
        """What can be done with the selection, and why not more."""
        if not self.workspace.writable:
            return self.tr("The audit is locked or read only: nothing can be accepted or rejected.")
        if not selected:
            return self.tr("Select answers to accept or reject them; Enter leads to the finding.")
        if not name:
            return self.tr("{n} selected. A review carries the name of the second person.").format(n=len(selected))
        own = len(selected) - len(allowed) - sum(row.override.review == Sort.ACCEPTED for row in selected)
        if own:
            text = self.tr("{n} selected, {own} of them given by {name}: another person must review these.")
            return text.format(n=len(selected), own=own, name=name)
        if single:
            return self.tr(
                "{n} selected. One person may accept their own answers in this audit; the report says so."
            ).format(n=len(selected))
        return self.tr("{n} selected.").format(n=len(selected))

    # --- acting -------------------------------------------------------------------------------------------------

    def _review(self, *, accept: bool) -> None:
        ids = [row.override.id for row in self._allowed(self.selected())]
        self.workspace.settings.set_text("reviewer/name", self.reviewer.text().strip())
        if self.workspace.review(ids, accept=accept, by=self.reviewer.text(), remark=self.remark.text()):
            self.remark.clear()
            texts = (
                (self.tr("1 answer accepted."), self.tr("{n} answers accepted."))
                if accept
                else (self.tr("1 answer rejected."), self.tr("{n} answers rejected."))
            )
            self._done(counted(len(ids), *texts))
        elif not accept and not self.remark.text().strip():
            self.remark.setFocus()

    def _done(self, text: str) -> None:
        """Say so; the button that was pressed has nothing left to do once the list shows what came of it."""
        self.workspace.message.emit("pass", text)
        self.workspace.turns.then(self._take_keyboard)

    @Slot()
    def _take_keyboard(self) -> None:
        """To where the next answer is, or where other ones are chosen."""
        if self.model.rows():
            self.table.setFocus()
        else:
            self.chips.take_keyboard(self.chips.buttons[self.chips.chosen()])

    def _submit(self) -> None:
        count = len(self._to_submit)
        if self.workspace.submit(self._to_submit, by=self.workspace.person()[0]):
            one, many = (
                self.tr("1 answer given to a second person."),
                self.tr("{n} answers given to a second person."),
            )
            self._done(counted(count, one, many))

    def _confirm(self) -> None:
        name, role = self.workspace.person()
        count = len(self._to_confirm)
        if self.workspace.confirm(self._to_confirm, by=name, role=role):
            one, many = self.tr("1 answer confirmed by {who}."), self.tr("{n} answers confirmed by {who}.")
            self._done(counted(count, one, many, who=name))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, AnswerRow):
            self.workspace.show_finding.emit(row.override.item, row.override.target)


def _held(part: QWidget, above: int, below: int) -> QWidget:
    """A part of the page with room around it, in pixels."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_EDGE, above, _EDGE, below)
    column.addWidget(part)
    return holder
