"""Hosts: which machines are looked at, how they are reached, and whether that works."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import hostlist
from app.connection import Trial
from app.errors import BartizanError
from app.hostlist import HostRow
from app.model import Role, Target
from app.report.visible import one_line
from app.targets import local_target, parse_target
from app.transport.base import Secrets
from ui.bridge import Outcome
from ui.models import hosts as columns
from ui.models.table import ROW_ROLE
from ui.steps.base import Step
from ui.text import PlainLabel
from ui.widgets.basics import EmptyState, Flow, button, frame
from ui.widgets.cells import CellDelegate
from ui.widgets.hostpanel import HostPanel
from ui.widgets.hostsources import FoundPage, PastePage, SshConfigPage
from ui.workspace import Workspace

_PANEL = 420  # pixels
_WIDE = 950  # pixels: below that only what matters most keeps its column


class HostsStep(Step):
    """The table, a line to add hosts, and a panel for the selected one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._trials: dict[str, Trial] = {}
        self._testing: set[str] = set()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(20, 16, 20, 14)
        left.setSpacing(12)
        left.addWidget(PlainLabel(self.tr("Hosts"), "title"))
        left.addLayout(self._build_add())
        left.addWidget(self._build_table(), 1)
        line = QHBoxLayout()
        self._count = PlainLabel(role="muted")
        line.addWidget(self._count, 1)
        self.test_all = button(self.tr("Test all"), self._test_all, theme=self.theme, icon="activity")
        line.addWidget(self.test_all)
        left.addLayout(line)
        outer.addLayout(left, 1)
        outer.addWidget(self._build_side())
        workspace.trial_done.connect(self._trial_done)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_add(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.add_field = QLineEdit()
        self.add_field.setPlaceholderText(self.tr("user@host:port, or a name from your SSH config"))
        self.add_field.setAccessibleName(self.tr("Add a host"))
        self.add_field.returnPressed.connect(self._add_typed)
        line.addWidget(self.add_field, 1)
        line.addWidget(button(self.tr("Add"), self._add_typed, role="primary"))
        column.addLayout(line)
        others = QWidget()
        flow = Flow(others, 8)
        for text, icon, action in (
            (self.tr("This computer"), "monitor", self._add_local),
            (self.tr("From SSH config…"), "network", self._show_ssh_config),
            (self.tr("From an inventory…"), "file-text", self._add_inventory),
            (self.tr("Paste a list…"), "clipboard-check", self._show_paste),
        ):
            flow.addWidget(button(text, action, theme=self.theme, icon=icon))
        policy = others.sizePolicy()
        policy.setHeightForWidth(True)
        others.setSizePolicy(policy)
        column.addWidget(others)
        return column

    def _build_table(self) -> QWidget:
        self.model = columns.hosts_model(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.theme, self.table))
        self.table.setAccessibleName(self.tr("Hosts of this audit"))
        self.table.setProperty("framed", "true")
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setMouseTracking(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(38)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.clicked.connect(lambda index: self._row_chosen(index, QModelIndex()))
        empty = EmptyState(
            self.theme,
            "server",
            self.tr("No hosts yet"),
            self.tr(
                "Type an address above and press Enter. Nothing is installed on a host, and nothing is changed there."
            ),
        )
        card = frame("card")
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(card)
        return self._stack

    def _build_side(self) -> QWidget:
        self.side = QStackedWidget()
        self.side.setFixedWidth(_PANEL)
        self.panel = HostPanel(self.theme, self.workspace.benchmark)
        self.panel.changed.connect(self._change)
        self.panel.secrets_changed.connect(self._secrets)
        self.panel.test.connect(self._test)
        self.panel.accept.connect(self._accept)
        self.panel.remove.connect(self._remove)
        self.panel.closed.connect(self._close_side)
        self.side.addWidget(self.panel)
        self.config_page = SshConfigPage(self.theme)
        self.paste_page = PastePage(self.theme)
        self.found_page = FoundPage(self.theme)
        for page in (self.config_page, self.paste_page, self.found_page):
            page.closed.connect(self._close_side)
            self.side.addWidget(page)
        self.config_page.chosen.connect(self._add_ticked)
        self.paste_page.chosen.connect(self._add_pasted)
        self.found_page.chosen.connect(self._add_found)
        self._line = frame("vline")
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._line)
        line.addWidget(self.side)
        self._side_box = box
        box.hide()
        return box

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        states = {state.target.name: state for state in audit.states}
        listed = hostlist.rows(audit.targets, states, self._trials, frozenset(self._testing))
        current = self._current_name()
        self.model.set_rows(listed)
        self._stack.setCurrentIndex(0 if listed else 1)
        self._size_columns()
        found = sum(row.found for row in listed)
        guests = sum(row.role is Role.GUEST for row in listed)
        text = self.tr("{n} in this audit").format(n=len(audit.targets))
        if found:
            text += " · " + self.tr("{n} guests found, {m} in this audit").format(n=guests, m=guests - found)
        self._count.setText(text)
        self.test_all.setEnabled(bool(audit.targets))
        for place, row in enumerate(listed):
            if row.name == current:
                self.table.selectRow(place)
                self._show_row(row)
        self.add_field.setEnabled(self.workspace.writable)

    def _size_columns(self) -> None:
        narrow = not self._side_box.isHidden() or self.width() < _WIDE
        for column in (columns.LOGIN, columns.KEY, columns.RIGHTS):
            self.table.setColumnHidden(column, narrow)
        for column in (columns.ROLE, columns.PLATFORM):  # the panel shows them
            self.table.setColumnHidden(column, not self._side_box.isHidden())
        limits = {
            columns.NAME: 190, columns.ADDRESS: 180, columns.ROLE: 72, columns.PLATFORM: 150,
            columns.LOGIN: 100, columns.KEY: 112, columns.RIGHTS: 64,
        }  # fmt: skip
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, most in limits.items():
            self.table.setColumnWidth(column, min(most, max(60, self.table.sizeHintForColumn(column) + 8)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._size_columns()

    def shown(self) -> None:
        self.add_field.setFocus()

    def _current_name(self) -> str:
        row = self.table.currentIndex().data(ROW_ROLE)
        return row.name if isinstance(row, HostRow) else ""

    @Slot(QModelIndex, QModelIndex)
    def _row_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, HostRow):
            self._show_row(row)
            self._open_side(3 if row.found else 0)

    def _show_row(self, row: HostRow) -> None:
        audit = self.workspace.audit
        if row.found or audit is None:
            self.found_page.show_guest(
                self.tr("{guest} on {host}").format(guest=one_line(row.name), host=one_line(row.parent))
            )
            return
        hosts = [target.name for target in audit.targets if target.parent is None]
        self.panel.show_row(row, hosts, self.workspace.secrets_of(row.name))

    def _open_side(self, page: int) -> None:
        self.side.setCurrentIndex(page)
        if self._side_box.isHidden():
            self._side_box.show()
            self._size_columns()

    def _close_side(self) -> None:
        self._side_box.hide()
        self.table.clearSelection()
        self._size_columns()
        self.table.setFocus()

    # --- adding -------------------------------------------------------------------------------------------------

    def _add(self, new: tuple[Target, ...]) -> bool:
        audit = self.workspace.audit
        if audit is None or not self.workspace.writable:
            return False
        try:
            targets = hostlist.added(audit.targets, new)
        except BartizanError as error:
            self.workspace.message.emit("fail", str(error))
            return False
        if len(targets) == len(audit.targets):
            self.workspace.message.emit("info", self.tr("These hosts are in the audit already."))
            return True
        return self.workspace.set_targets(targets)

    @Slot()
    def _add_typed(self) -> None:
        text = self.add_field.text().strip()
        if not text:
            return
        try:
            new = hostlist.pasted(text)
        except BartizanError as error:
            self.workspace.message.emit("fail", str(error))
            return
        if self._add(new):
            self.add_field.clear()
            self.add_field.setFocus()

    def _add_local(self) -> None:
        self._add((local_target(),))

    def _add_inventory(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Inventory"), "", self.tr("Inventories (*.yaml *.yml);;All files (*)")
        )
        if chosen:
            self.add_inventory(Path(chosen))

    def add_inventory(self, path: Path) -> None:
        """Add the hosts of an inventory file."""
        from app.benchmark.inventory import load_inventory  # noqa: PLC0415 - pydantic costs a quarter of a second

        targets = self.workspace.attempt(lambda: load_inventory(path))
        if targets:
            self._add(targets)

    def _show_ssh_config(self) -> None:
        from app.transport.sshconfig import names  # noqa: PLC0415 - only when it is asked for

        if not self.config_page.fill(names()):
            self.workspace.message.emit("info", self.tr("Your SSH config (~/.ssh/config) names no hosts."))
            return
        self._open_side(1)
        self.config_page.names.setFocus()

    @Slot()
    def _add_ticked(self) -> None:
        ticked = self.config_page.ticked()
        if ticked and self._add(tuple(parse_target(name) for name in ticked)):
            self._close_side()

    def _show_paste(self) -> None:
        self._open_side(2)
        self.paste_page.field.setFocus()

    @Slot()
    def _add_pasted(self) -> None:
        new = self.workspace.attempt(lambda: hostlist.pasted(self.paste_page.field.toPlainText()))
        if new and self._add(new):
            self.paste_page.field.clear()
            self._close_side()

    @Slot()
    def _add_found(self) -> None:
        row = self.table.currentIndex().data(ROW_ROLE)
        if not isinstance(row, HostRow) or not row.found:
            return
        typed = self.workspace.attempt(lambda: parse_target(self.found_page.address.text()))
        if typed is not None:
            guest = replace(typed, name=row.name, role=Role.GUEST, parent=row.parent)
            if self._add((guest,)):
                self.found_page.address.clear()

    # --- changing, testing --------------------------------------------------------------------------------------

    @Slot(str, object)
    def _change(self, old: str, new: Target) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        self._trials.pop(old, None)
        if self.workspace.set_targets(hostlist.changed(audit.targets, old, new)) and old != new.name:
            self.workspace.set_secrets(new.name, self.workspace.secrets_of(old))
            for place, row in enumerate(self.model.rows()):
                if row.name == new.name:
                    self.table.selectRow(place)
                    self._show_row(row)

    @Slot(str, object, bool)
    def _secrets(self, name: str, secrets: Secrets, remember: bool) -> None:  # noqa: FBT001 - a signal's arguments
        self.workspace.set_secrets(name, secrets)
        target = self._target(name)
        if remember and target is not None:
            self.workspace.remember(target, secrets, self._remembered)

    def _remembered(self, outcome: Outcome) -> None:
        if outcome.bug is not None:
            self.workspace.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self.workspace.message.emit("error", str(outcome.error))
        else:
            self.workspace.message.emit("pass", self.tr("Remembered in the keyring."))

    def _target(self, name: str) -> Target | None:
        audit = self.workspace.audit
        return next((one for one in audit.targets if one.name == name), None) if audit is not None else None

    @Slot(str)
    def _test(self, name: str) -> None:
        target = self._target(name)
        if target is not None and name not in self._testing:
            self._testing.add(name)
            self._trials.pop(name, None)
            self.workspace.try_connection(target)
            self.refresh()

    def _test_all(self) -> None:
        audit = self.workspace.audit
        for target in audit.targets if audit is not None else ():
            self._test(target.name)

    @Slot(object)
    def _trial_done(self, trial: Trial) -> None:
        self._testing.discard(trial.target)
        self._trials[trial.target] = trial
        self.refresh()

    @Slot(str)
    def _accept(self, name: str) -> None:
        trial = self._trials.get(name)
        if trial is not None and trial.unknown_key is not None and self.workspace.accept_key(trial.unknown_key):
            self._test(name)

    @Slot(str)
    def _remove(self, name: str) -> None:
        audit = self.workspace.audit
        if audit is not None and self.workspace.set_targets(hostlist.without(audit.targets, [name])):
            self._close_side()
