"""Edit > Credentials: what Bartizan keeps, in the keyring and for this session; names only, never contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.report.visible import one_line
from app.report.wording import counted
from ui.explained import explain
from ui.overpage import OverPage
from ui.text import Paragraph, PlainLabel
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.messagebar import MessageBar
from ui.widgets.searchfield import SearchField
from ui.widgets.ticklist import TickList

if TYPE_CHECKING:
    from ui.bridge import Outcome
    from ui.window import MainWindow
    from ui.workspace import Workspace

_MANY = 10  # entries from which on there is a field to filter them


class CredentialsDialog(QDialog):
    """Asks the keyring in the background: one that is locked or hangs holds up nothing."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._closed = False  # the keyring may answer long after that
        self._asked: list[str] | None = None  # entries that "Delete" was pressed for, until it is confirmed
        self.setWindowTitle(self.tr("Credentials"))
        self.resize(620, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.tr("Credentials"), "title"))
        text = self.tr("What Bartizan was told to remember, in the keyring of this system. Contents are never shown.")
        column.addWidget(Paragraph(text, "muted"))
        self.filter = SearchField(workspace.theme, self.tr("Filter the credentials"), self.tr("Filter"))
        explain(self.filter, self.tr("Only entries that hold what you type stay; what is ticked stays ticked."))
        self.filter.hide()
        column.addWidget(self.filter)
        column.addWidget(self._build_listed(), 1)
        self.filter.leads_to = self.entries
        line = QHBoxLayout()
        self.all_button = button(self.tr("Tick all"), lambda: self.entries.tick_shown(on=True), role="link")
        line.addWidget(self.all_button)
        line.addStretch(1)
        self.again_button = button(self.tr("Ask again"), self.refresh, theme=workspace.theme, icon="refresh-cw")
        line.addWidget(self.again_button)
        self.delete_button = button("", self._delete, theme=workspace.theme, icon="trash-2", role="danger")
        line.addWidget(self.delete_button)
        column.addLayout(line)
        column.addWidget(frame("line"))
        column.addLayout(self._build_session())
        closing = QHBoxLayout()
        closing.addStretch(1)
        self.close_button = button(self.tr("Close"), self.reject)
        closing.addWidget(self.close_button)
        column.addLayout(closing)
        workspace.secrets_changed.connect(self._show_session)
        self._show_session()
        self._waiting(busy=False)
        self._count()
        self.close_button.setFocus()  # Qt would take the first there is, which may be a message that came at once
        self.refresh()

    def _build_listed(self) -> QWidget:
        """What the keyring holds, and the message over it: in no layout, so that nothing moves as it comes and goes."""
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        self.state = Paragraph(role="muted")
        column.addWidget(self.state)
        self.entries = TickList()
        self.entries.setAccessibleName(self.tr("Credentials in the keyring"))
        self.filter.textChanged.connect(self.entries.set_filter)
        self.entries.ticks_changed.connect(self._count)
        column.addWidget(self.entries, 1)
        column.addStretch(0)  # takes the room while there is no list
        self.message = MessageBar(self._workspace.theme)
        self.message.setParent(self)
        self._place = OverPage(self.message, listed, edge=0, low=1.0)
        self.message.shown.connect(self._place.choose)
        return listed

    def _build_session(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.session = Paragraph(role="muted")
        line.addWidget(self.session, 1)
        self.forget_button = button(self.tr("Forget them"), self._forget)
        policy = self.forget_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.forget_button.setSizePolicy(policy)
        line.addWidget(self.forget_button)
        return line

    def done(self, result: int) -> None:
        self._closed = True
        super().done(result)

    # --- the keyring --------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Ask the keyring what there is."""

        def job() -> tuple[str, ...]:
            from app import credentials  # noqa: PLC0415 - keyring is looked for only when it is wanted

            return credentials.listed()

        self._waiting(busy=True)
        self._workspace.bridge.side(job, self._listed)

    def _waiting(self, *, busy: bool) -> None:
        if busy:
            self.state.setText(self.tr("Asking the keyring… It may want to be unlocked in a window of its own."))
        self.state.setVisible(busy)
        self.again_button.setEnabled(not busy)
        self.entries.setEnabled(not busy)
        self.all_button.setEnabled(not busy and self.entries.count() > 0)

    def _listed(self, outcome: Outcome) -> None:
        if self._closed:
            return
        self._waiting(busy=False)
        if not self._told(outcome):
            self._show(outcome.value)

    def _show(self, names: Sequence[str]) -> None:
        self.entries.fill([(name, self._text(name)) for name in names])
        self.entries.setVisible(bool(names))
        self.filter.setVisible(
            len(names) > (0 if self.filter.isVisible() else _MANY)
        )  # nothing moves as some are deleted
        self.all_button.setVisible(bool(names))
        if not names:
            self.state.setText(
                self.tr("Nothing is remembered. Tick “Remember in the keyring” beside a host's password.")
            )
        self.state.setVisible(not names)
        self.all_button.setEnabled(bool(names))
        self._count()

    def _told(self, outcome: Outcome) -> bool:
        """Say what went wrong; False if nothing did."""
        if outcome.bug is not None:
            self._workspace.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self.message.tell("error", str(outcome.error))
            self.state.setText(self.tr("What is remembered can't be shown before the keyring answers."))
            self.state.setVisible(self.entries.count() == 0)
            self.entries.setVisible(self.entries.count() > 0)
        return outcome.bug is not None or outcome.error is not None

    def _text(self, name: str) -> str:
        """An entry for people: whose secret it is, and what for."""
        purpose, _, whose = one_line(name).partition(" ")
        word = {
            "password": self.tr("password"),
            "passphrase": self.tr("passphrase"),
            "sudo": self.tr("sudo password"),
        }.get(purpose, purpose)
        return f"{whose}  –  {word}"

    @Slot()
    def _count(self) -> None:
        count = len(self.entries.ticked())
        self._asked = None
        self.delete_button.setText(self.tr("Delete {n}").format(n=count) if count else self.tr("Delete"))
        self.delete_button.setEnabled(bool(count))

    def _delete(self) -> None:
        """The first press asks, the second one does it; another choice in between begins anew."""
        ticked = self.entries.ticked()
        if self._asked != ticked:
            self._asked = ticked
            self.delete_button.setText(self.tr("Really delete {n}").format(n=len(ticked)))
            one = self.tr("1 secret will be deleted from the keyring, for good. Press “Really delete” to do it.")
            many = self.tr("{n} secrets will be deleted from the keyring, for good. Press “Really delete” to do it.")
            self.message.tell("error", counted(len(ticked), one, many))
            return

        def job() -> tuple[int, tuple[str, ...]]:
            from app import credentials  # noqa: PLC0415 - keyring is looked for only when it is wanted

            return credentials.forget(ticked), credentials.listed()

        self._waiting(busy=True)
        self.delete_button.setEnabled(False)
        self._workspace.bridge.side(job, self._deleted)

    def _deleted(self, outcome: Outcome) -> None:
        if self._closed:
            return
        self._waiting(busy=False)
        self._count()
        if not self._told(outcome):
            count, names = outcome.value
            self._show(names)
            self.message.tell("pass", self.tr("{n} deleted from the keyring.").format(n=count))

    # --- this session -------------------------------------------------------------------------------------------

    @Slot()
    def _show_session(self) -> None:
        names = self._workspace.secrets.names()
        self.forget_button.setVisible(bool(names))
        if names:
            text = self.tr("Kept for this session only, in memory, for: {names}")
            self.session.setText(text.format(names=one_line(", ".join(names[:_MANY]))))
        else:
            self.session.setText(self.tr("Nothing is kept for this session only."))

    def _forget(self) -> None:
        count = self._workspace.forget_secrets()
        self.message.tell("pass", self.tr("What was typed for {n} hosts is forgotten.").format(n=count))


def show(window: MainWindow) -> None:
    """Open it without holding up the window."""
    dialog = CredentialsDialog(window, window.workspace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
