"""What a person changes of hosts that are in the audit: one, several at once, their secrets, their order."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app import hostlist
from app.errors import UsageError
from app.model import Target
from app.report.visible import one_line
from app.transport.base import Secrets
from ui.bridge import Outcome
from ui.widgets.severalpanel import SeveralPanel
from ui.workspace import Workspace


class HostChanges(QObject):
    """Each change is stored at once; a removal can be taken back."""

    renamed = Signal(object)  # names to select
    removed = Signal()
    remembered = Signal(str)  # what became of a secret

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._removed: tuple[tuple[Target, ...], tuple[str, ...]] | None = None  # all machines before, and which went

    @Slot(str, object)
    def change(self, old: str, new: Target) -> None:
        """Replace one; what a test said of it no longer counts."""
        workspace, audit = self._workspace, self._workspace.audit
        if audit is None or not workspace.writable:
            return
        before = next((one for one in audit.targets if one.name == old), None)
        if workspace.set_targets(hostlist.changed(audit.targets, old, new)):
            if before is None or hostlist.is_reached_otherwise(before, new):
                workspace.trials.forget([old])
            if old != new.name:
                workspace.trials.rename(old, new.name)
                workspace.secrets.rename(old, new.name)
                self.renamed.emit([new.name])
            workspace.trials.changed.emit()

    @Slot(str, object, bool)
    def keep_secrets(self, name: str, secrets: Secrets, remember: bool) -> None:  # noqa: FBT001 - a signal's arguments
        """For this session, and in the keyring if that was asked for."""
        workspace, audit = self._workspace, self._workspace.audit
        workspace.set_secrets(name, secrets)
        target = next((one for one in audit.targets if one.name == name), None) if audit is not None else None
        if remember and target is not None:
            self.remembered.emit(self.tr("Asking the keyring to remember it…"))
            workspace.remember([target], secrets, self._remembered)

    def _remembered(self, outcome: Outcome) -> None:
        if outcome.bug is not None:
            self._workspace.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self.remembered.emit(self.tr("Not remembered: kept for this session only."))
            self._workspace.message.emit("error", str(outcome.error))
        else:
            self.remembered.emit(self.tr("Remembered in the keyring, and read back from it."))

    def apply_to_several(self, several: SeveralPanel) -> None:
        """What the panel says, for each of its hosts."""
        workspace, audit = self._workspace, self._workspace.audit
        if audit is None or not workspace.writable:
            return
        try:
            targets = several.changed(audit.targets)
        except UsageError as error:
            several.complain(error)
            return
        names, secrets = several.names, several.login.secrets()
        remember = several.login.remember.isChecked()
        pairs = [(old, new) for old, new in zip(audit.targets, targets, strict=True) if old != new]
        if pairs and not workspace.set_targets(targets):
            return
        workspace.trials.forget([old.name for old, new in pairs if hostlist.is_reached_otherwise(old, new)])
        workspace.give_secrets(names, secrets)
        if remember:
            chosen = [one for one in targets if one.name in names and one.transport != "local"]
            workspace.remember(chosen, secrets, self._remembered_of_several)
        several.clear()
        workspace.trials.changed.emit()
        workspace.message.emit("pass", self.tr("{n} hosts changed.").format(n=len(names)))

    def _remembered_of_several(self, outcome: Outcome) -> None:
        if outcome.bug is None and outcome.error is None:
            self._workspace.message.emit("pass", self.tr("Remembered in the keyring, and read back from it."))
        self._remembered(outcome)

    def remove(self, names: Sequence[str]) -> None:
        """Take them out of the audit; what was found there stays in its file."""
        workspace, audit = self._workspace, self._workspace.audit
        if audit is None or not names or not workspace.writable:
            return
        before = audit.targets
        workspace.trials.cancel(names)
        if not workspace.set_targets(hostlist.without(before, names)):
            return
        self.removed.emit()
        self._removed = (before, tuple(names))
        text = self.tr("{hosts} removed from this audit.").format(hosts=self._named(names))
        workspace.offer.emit("info", text, self.tr("Undo"), self.undo)

    def _named(self, names: Sequence[str]) -> str:
        return one_line(names[0]) if len(names) == 1 else self.tr("{n} hosts").format(n=len(names))

    def undo(self) -> bool:
        """Put back what was removed last; False if nothing was."""
        workspace, audit = self._workspace, self._workspace.audit
        if self._removed is None or audit is None:
            return False
        (before, names), self._removed = self._removed, None
        if workspace.set_targets(hostlist.put_back(audit.targets, before, names)):
            self.renamed.emit(list(names))
            workspace.message.emit("info", self.tr("{hosts} put back.").format(hosts=self._named(names)))
        return True

    def move(self, names: Sequence[str], *, up: bool) -> bool:
        """One place up or down among their neighbours; whether anything moved."""
        workspace, audit = self._workspace, self._workspace.audit
        if audit is None or not names or not workspace.writable:
            return False
        targets = hostlist.moved(audit.targets, names, up=up)
        return targets != audit.targets and workspace.set_targets(targets)

    def place(self, names: Sequence[str], following: Sequence[str]) -> None:
        """Where they were let go: in front of the first of ``following`` that is their neighbour."""
        workspace, audit = self._workspace, self._workspace.audit
        if audit is not None and names and workspace.writable:
            targets = hostlist.placed(audit.targets, names, following)
            if targets != audit.targets:
                workspace.set_targets(targets)
