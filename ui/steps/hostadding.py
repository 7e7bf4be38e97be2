"""The ways to add hosts: typed, this computer, the SSH config, an inventory, a pasted list, guests that were found."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import hostlist
from app.hostrows import HostRow
from app.model import Target
from app.report.wording import counted
from app.targets import local_target, parse_target
from ui.bridge import Outcome
from ui.explained import explain
from ui.widgets.buttonrow import ButtonRow
from ui.widgets.buttons import button
from ui.widgets.foundguests import FoundGuestsPage
from ui.widgets.hostsources import PastePage, SshConfigPage
from ui.workspace import Workspace

if TYPE_CHECKING:
    from app.benchmark.inventory import Inventory


class HostAdding(QWidget):
    """A line to type in and the buttons beneath it; ``page`` asks for a page of it beside the table."""

    page = Signal(object)  # the SidePage to show; None: show none
    added = Signal(object)  # names of the new machines
    remarked = Signal(object)  # sentences on what of a file was left unread

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        theme = workspace.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("user@host:port, or a name from your SSH config; several with commas"))
        self.field.setAccessibleName(self.tr("Add hosts"))
        explain(
            self.field,
            self.tr(
                "Machines to add, several with commas: user@host:port, an IPv6 address in brackets such as "
                "root@[2001:db8::7]:22, or a name of your SSH config. User and port can be left out."
            ),
        )
        self.field.returnPressed.connect(self._add_typed)
        line.addWidget(self.field, 1)
        self.add_button = button(self.tr("Add"), self._add_typed, role="primary")
        line.addWidget(self.add_button)
        column.addLayout(line)
        self.local_button = button(
            self.tr("This computer"),
            self._add_local,
            theme=theme,
            icon="monitor",
            tip=self.tr("Add the machine that you sit at; it is looked at without SSH."),
        )
        self.config_button = button(
            self.tr("From SSH config…"),
            self._ask_config,
            theme=theme,
            icon="network",
            tip=self.tr("Choose among the hosts that your SSH config names."),
        )
        self.inventory_button = button(
            self.tr("From an inventory…"),
            self._choose_inventory,
            theme=theme,
            icon="file-text",
            tip=self.tr(
                "Add the hosts of a file: YAML of Bartizan, or an inventory of Ansible. It can be dropped here too."
            ),
        )
        self.paste_button = button(
            self.tr("Paste a list…"),
            self._show_paste,
            theme=theme,
            icon="clipboard-check",
            tip=self.tr("Add many hosts from text, one a line."),
        )
        self._others = ButtonRow((self.local_button, self.config_button, self.inventory_button, self.paste_button))
        column.addWidget(self._others)

    # --- pages beside the table, each made when it is wanted ------------------------------------------------------

    @cached_property
    def config_page(self) -> SshConfigPage:
        """Hosts that the SSH config names."""
        page = SshConfigPage(self._workspace.theme)
        page.chosen.connect(self._add_ticked)
        return page

    @cached_property
    def paste_page(self) -> PastePage:
        """Hosts from text."""
        page = PastePage(self._workspace.theme)
        page.chosen.connect(self._add_pasted)
        page.rest_button.clicked.connect(self._add_readable)
        return page

    @cached_property
    def found_page(self) -> FoundGuestsPage:
        """Guests that were found on hosts."""
        page = FoundGuestsPage(self._workspace.theme)
        page.chosen.connect(self._add_found)
        return page

    # --- the line and its buttons ---------------------------------------------------------------------------------

    def set_brief(self, *, brief: bool) -> None:
        """Only the line to type in: a low table needs the room."""
        self._others.setVisible(not brief)

    def refresh(self) -> None:
        """Nothing is added to an audit that can't be changed."""
        for one in (self.field, self.add_button, self.local_button, self.config_button, self.inventory_button,
                    self.paste_button):  # fmt: skip
            one.setEnabled(self._workspace.writable)

    # --- what all of them come to -------------------------------------------------------------------------------

    def add(self, new: Sequence[Target]) -> bool:
        """Store them; False if they can't be, which was said."""
        workspace = self._workspace
        audit = workspace.audit
        if audit is None or not workspace.writable:
            return False
        before = audit.targets
        targets = hostlist.added(before, new)
        count = len(targets) - len(before)
        left = len(new) - count
        if not count:
            workspace.message.emit("info", self.tr("These hosts are in the audit already."))
            return True
        if not workspace.set_targets(targets):
            return False
        self.added.emit(tuple(one.name for one in targets[len(before) :]))
        if left:
            text = self.tr("{n} added; {m} were in the audit already.")
            workspace.message.emit("info", text.format(n=count, m=left))
        else:  # instead of what was wrong with an earlier try
            workspace.message.emit("pass", counted(count, self.tr("1 host added."), self.tr("{n} hosts added.")))
        return True

    @Slot()
    def _add_typed(self) -> None:
        if not self.field.text().strip():
            return
        found = hostlist.pasted(self.field.text())
        if found.problems:
            self._workspace.message.emit("fail", "\n".join(why for _, _, why in found.problems))
        elif self.add(found.targets):
            self.field.clear()
            self.field.setFocus()

    def _add_local(self) -> None:
        self.add((local_target(),))

    # --- an inventory -------------------------------------------------------------------------------------------

    def _choose_inventory(self) -> None:
        kinds = self.tr("Inventories (*.yaml *.yml *.ini *.cfg *.json hosts inventory)")
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Inventory"), "", ";;".join((kinds, self.tr("All files (*)")))
        )
        if chosen:
            self.add_inventory(Path(chosen))

    def add_inventory(self, path: Path) -> None:
        """Add the hosts of an inventory file; it is read in the background."""

        def job() -> "Inventory":
            from app.benchmark.inventory import read_inventory  # noqa: PLC0415 - pydantic costs a quarter of a second

            return read_inventory(path)

        self._workspace.bridge.reading(job, partial(self._inventory_came, path))

    def _inventory_came(self, path: Path, outcome: Outcome) -> None:
        workspace = self._workspace
        if outcome.bug is not None:
            workspace.bug.emit(outcome.bug)
        elif outcome.error is not None:
            workspace.message.emit(
                "fail", _shortened(str(outcome.error), self.tr("… and 1 more line"), self.tr("… and {n} more lines"))
            )
        else:
            found: Inventory = outcome.value
            self.remarked.emit(found.remarks)
            if not found.targets:
                workspace.message.emit("info", self.tr("{file} names no hosts.").format(file=path.name))
            elif self.add(found.targets):
                self.page.emit(None)

    # --- the SSH config -----------------------------------------------------------------------------------------

    def _ask_config(self) -> None:
        def job() -> tuple[str, ...]:
            from app.transport.sshconfig import names  # noqa: PLC0415 - only when it is asked for

            return names()

        self._workspace.bridge.reading(job, self._config_came)

    def _config_came(self, outcome: Outcome) -> None:
        audit = self._workspace.audit
        if self._workspace.went_well(outcome) and audit is not None:
            names: tuple[str, ...] = outcome.value
            there = frozenset(one.address for one in audit.targets)
            if self.config_page.fill(names, there):
                self.page.emit(self.config_page)
                self.config_page.names.setFocus()
            else:
                nothing = self.tr("Your SSH config (~/.ssh/config) names no hosts.")
                every = self.tr("All hosts that your SSH config (~/.ssh/config) names are in this audit.")
                self._workspace.message.emit("info", every if names else nothing)

    @Slot()
    def _add_ticked(self) -> None:
        ticked = self.config_page.names.ticked()
        if not ticked:
            return
        new = self._workspace.attempt(lambda: tuple(parse_target(name) for name in ticked))
        if new and self.add(new):
            self.page.emit(None)

    # --- a pasted list ------------------------------------------------------------------------------------------

    def _show_paste(self) -> None:
        self.page.emit(self.paste_page)
        self.paste_page.field.setFocus()

    @Slot()
    def _add_pasted(self) -> None:
        found = self.paste_page.read()
        if not found.problems and found.targets and self.add(found.targets):
            self.paste_page.field.clear()
            self.page.emit(None)

    @Slot()
    def _add_readable(self) -> None:
        """Those of the lines without a fault; the others stay in the field."""
        found = self.paste_page.read()
        if self.add(found.targets):
            self.paste_page.field.setPlainText(found.rest)
            self.paste_page.read()

    # --- guests -------------------------------------------------------------------------------------------------

    def offer_guests(self, rows: Sequence[HostRow], ticked: Sequence[HostRow] = ()) -> None:
        """Show the guests that were found, these ticked."""
        chosen = {(row.parent, row.name) for row in ticked}
        self.found_page.fill(rows, lambda row: (row.parent, row.name) in chosen)
        self.page.emit(self.found_page)

    @Slot()
    def _add_found(self) -> None:
        new = self.found_page.ticked()
        if new and self.add(new):
            self.page.emit(None)


_LINES = 6


def _shortened(text: str, one: str, many: str) -> str:
    """The first lines of a long list of faults, and how many more there are."""
    lines = text.split("\n")
    if len(lines) <= _LINES:
        return text
    return "\n".join((*lines[:_LINES], counted(len(lines) - _LINES, one, many)))
