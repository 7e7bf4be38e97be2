"""What the hosts table warns of: machines that are given twice or answer with one key, and what a file left unread."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from app import hostlist
from ui.bridge import Outcome
from ui.widgets.notices import Notices
from ui.workspace import Workspace


class HostWarnings(QObject):
    """Compared in the background, and only where something changed."""

    def __init__(self, workspace: Workspace, notices: Notices) -> None:
        super().__init__(notices)
        self._workspace = workspace
        self._notices = notices
        self._remarks: tuple[str, ...] = ()
        self._made_of: object = None  # what the warnings on screen come from
        self._comparing = False

    @Slot(object)
    def add_remarks(self, remarks: Sequence[str]) -> None:
        """Sentences on what of a file was left unread."""
        self._remarks = (*self._remarks, *remarks)
        self.compare()

    def compare(self) -> None:
        """Look for machines that are given twice or answer with one key, if anything changed."""
        audit = self._workspace.audit
        if audit is None or self._comparing:
            return
        targets = audit.targets
        states = hostlist.seen(targets, audit.states, self._workspace.trials.results)
        made_of = (targets, tuple((state.target.name, state.host_key) for state in states), self._remarks)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._comparing = True
        remarks = self._remarks
        self._workspace.bridge.reading(lambda: (*hostlist.warnings(targets, states), *remarks), self._came)

    def _came(self, outcome: Outcome) -> None:
        self._comparing = False
        if outcome.bug is not None:
            self._workspace.bug.emit(outcome.bug)
        else:
            self._notices.set_texts(outcome.value or ())
            self.compare()
