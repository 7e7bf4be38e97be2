"""Hosts: which machines are looked at, how they are reached, and whether that works."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import hostrows
from app.hostrows import HostRow
from app.model import Role, Target
from ui.explained import explain
from ui.steps.base import Step
from ui.steps.hostadding import HostAdding
from ui.steps.hostchanges import HostChanges
from ui.steps.hosttests import HostTests
from ui.steps.hostwarnings import HostWarnings
from ui.text import PlainLabel
from ui.widgets.editpanel import EditPanel
from ui.widgets.emptystate import EmptyState
from ui.widgets.hostkeylist import HostKeysPage, unknown_keys
from ui.widgets.hostpanel import HostPanel
from ui.widgets.hosttable import HostTable
from ui.widgets.notices import Notices
from ui.widgets.rowmenu import RowMenu
from ui.widgets.searchfield import SearchField
from ui.widgets.severalpanel import SeveralPanel
from ui.widgets.sidebox import SideBox
from ui.widgets.sidepage import SidePage
from ui.widgets.testbar import TestBar
from ui.workspace import Workspace

_LOW = 400  # pixels: below that height the table needs the room
_MANY = 12  # rows from which on there is a field to filter them


class HostsStep(Step):
    """The table, a line to add hosts, and a panel for what is selected."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._listed: tuple[HostRow, ...] = ()
        self._found: hostrows.Found = {}
        self.tries = HostTests(workspace, self)
        outer = QHBoxLayout(self)
        self.about = self.tr(
            "The machines of this audit, and how each is reached. Add them by address, from your SSH config, from an "
            "inventory or from a pasted list; role and platform are found out. “Test connection” says in words what "
            "works and what to do about the rest. Nothing is installed on a host, and nothing is changed there. Rows "
            "are put in order by drag, or with Alt+Up and Alt+Down; columns and report follow that order."
        )
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._main = QWidget()
        left = QVBoxLayout(self._main)
        left.setContentsMargins(20, 16, 20, 14)
        left.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(self.tr("Hosts"), "title"))
        self._count = PlainLabel(role="muted")
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        left.addLayout(head)
        self.adding = HostAdding(workspace)
        self.adding.page.connect(self._show_page)
        self.adding.added.connect(self._added)
        left.addWidget(self.adding)
        self.notices = Notices(self.theme)
        self.warnings = HostWarnings(workspace, self.notices)
        self.adding.remarked.connect(self.warnings.add_remarks)
        left.addWidget(self.notices)
        within = self.tr("Filter by name, address, platform, tag or state")
        self.filter = SearchField(self.theme, self.tr("Filter the hosts"), within)
        explain(
            self.filter, self.tr("Only rows that hold every word that you type stay; upper and lower case are alike.")
        )
        self.filter.textChanged.connect(self._filter)
        self.filter.hide()
        left.addWidget(self.filter)
        left.addWidget(self._build_table(), 1)
        self.filter.leads_to = self.table
        self.tests = TestBar(self.theme, workspace.trials)
        self.tests.test_all.connect(self.tries.test_all)
        self.tests.show_keys.connect(self._show_keys)
        self.tests.show_guests.connect(self._show_guests)
        left.addWidget(self.tests)
        outer.addWidget(self._main, 1)
        outer.addWidget(self._build_side())
        workspace.trials.changed.connect(self._tested)
        workspace.questions.changed.connect(self._tested)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_table(self) -> QWidget:
        self.table = HostTable(self.theme)
        self.model = self.table.rows_model
        self.table.picked.connect(self._picked)
        self.table.opened.connect(self._edit)
        self.table.delete.connect(self.remove_selected)
        self.table.dropped.connect(lambda following: self.changes.place(self._own(), following))
        self.table.have_menu(self._fill_menu)
        empty = EmptyState(
            self.theme,
            "server",
            self.tr("No hosts yet"),
            self.tr(
                "Type an address above and press Enter. Nothing is installed on a host, and nothing is changed there."
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty.on_card())
        return self._stack

    def _build_side(self) -> QWidget:
        self.changes = HostChanges(self.workspace, self)
        self.changes.renamed.connect(self.table.select_names)
        self.changes.removed.connect(self._close_side)
        self._side_box = SideBox(self._main)
        self.side = self._side_box.pages
        return self._side_box

    # Most of what this step consists of stands beside the table, and each of these is made when it is wanted.

    @cached_property
    def panel(self) -> HostPanel:
        """Of one host."""
        panel = HostPanel(self.theme, self.workspace.benchmark)
        self.changes.remembered.connect(panel.login.say)
        panel.changed.connect(self.changes.change)
        panel.secrets_changed.connect(self.changes.keep_secrets)
        panel.test.connect(lambda name: self.tries.test([name]))
        panel.cancel.connect(lambda name: self.workspace.trials.cancel([name]))
        panel.accept.connect(self.tries.accept)
        panel.remove.connect(lambda name: self.changes.remove([name]))
        return panel

    @cached_property
    def several(self) -> SeveralPanel:
        """Of several hosts at once."""
        panel = SeveralPanel(self.theme)
        panel.apply.connect(self._apply_to_several)
        panel.test.connect(lambda: self.tries.test(panel.names))
        panel.remove.connect(lambda: self.changes.remove(panel.names))
        return panel

    @cached_property
    def keys_page(self) -> HostKeysPage:
        """Of keys that nobody has confirmed."""
        page = HostKeysPage(self.theme)
        page.chosen.connect(lambda: self.tries.accept_several(page.ticked()))
        return page

    def parts(self) -> tuple[QWidget, ...]:
        """The pages beside the table are dressed as they come there."""
        return (self._main, self._side_box.edge)

    # --- showing ------------------------------------------------------------------------------------------------

    def refreshing(self) -> tuple[Callable[[], object], ...]:
        return (self._list, self._show_rows, self._show_standing)

    def follow(self) -> None:
        """At once: what was added or changed is selected next."""
        self.refresh()

    def _list(self) -> None:
        """The rows that there are now; those of guests that were found are made the first time alone."""
        audit, trials = self.workspace.audit, self.workspace.trials
        if audit is not None:
            states = {state.target.name: state for state in audit.states}
            asking = self.workspace.questions.asking
            self._listed = hostrows.rows(
                audit.targets, states, trials.results, trials.testing, asking, kept=self._found
            )

    def _show_rows(self) -> None:
        if self.workspace.audit is not None:
            self.table.set_rows(self._listed)
            self.table.setDragEnabled(self.workspace.writable)

    def _show_standing(self) -> None:
        """What stands around the rows."""
        audit = self.workspace.audit
        if audit is None:
            return
        trials = self.workspace.trials
        self._stack.setCurrentIndex(0 if self._listed else 1)
        self.filter.setVisible(len(self._listed) > _MANY or bool(self.filter.text()))
        self.adding.refresh()
        found = [row for row in self._listed if row.found]
        guests = len(found) + sum(row.role is Role.GUEST for row in self._listed if not row.found)
        keys = unknown_keys(trials.results.values())
        self._count.setText(self._summary(audit.targets))
        self.tests.show_standing(hosts=len(audit.targets), keys=len(keys), guests=guests, found=len(found))
        if self._side_box.is_open:
            if not isinstance(self.side.currentWidget(), HostKeysPage):
                self._show_selected()
            elif keys:
                self.keys_page.fill(keys)
            else:
                self._close_side()
        self.warnings.compare()

    def _summary(self, targets: Sequence[Target]) -> str:
        if not targets:
            return ""
        shown, text = len(self.model.rows()), self.tr("{n} in this audit").format(n=len(targets))
        if self.filter.text().strip():
            text += " · " + self.tr("{n} rows shown").format(n=shown)
        return text

    def show_host(self, name: str) -> None:
        """As if that host had been clicked; a filter that hides it is taken off."""
        self.filter.clear()
        self.table.select_names([name])
        self.table.setFocus()

    def shown(self) -> None:
        self.adding.field.setFocus()

    def begin_search(self) -> None:
        """Edit > Find: the filter."""
        self.filter.show()
        self.filter.setFocus()
        self.filter.selectAll()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        if self.workspace.audit is not None:
            self._count.setText(self._summary(self.workspace.audit.targets))

    @Slot()
    def _tested(self) -> None:
        if self.isVisible():
            self.refresh()

    # --- the side -----------------------------------------------------------------------------------------------

    @Slot()
    def _picked(self) -> None:
        """Where the panel takes the place of the table, only a plain click opens it: keys go on through the rows."""
        if self.table.selectionModel().hasSelection():
            if self._side_box.is_open or not self._side_box.narrow or _clicked():
                self._show_selected(opening=True)
        elif self._side_box.is_open and isinstance(self.side.currentWidget(), EditPanel):
            self._close_side()

    def _show_selected(self, *, opening: bool = False) -> None:
        """Let the panel speak of what is selected; ``opening`` brings it to the front."""
        chosen = self.table.selected()
        found, own = [row for row in chosen if row.found], [row for row in chosen if not row.found]
        if opening and found and not own:
            self._show_guests(found)
            return
        if not opening and not isinstance(self.side.currentWidget(), EditPanel):
            return
        audit = self.workspace.audit
        if not own or audit is None:
            return
        if len(own) == 1:
            secrets = self.workspace.secrets_of(own[0].name)
            self.panel.show_row(own[0], audit.targets, secrets, writable=self.workspace.writable)
            self._show_page(self.panel)
        else:
            self.several.show_rows(own, writable=self.workspace.writable)
            self._show_page(self.several)

    @Slot(object)
    def _show_page(self, page: EditPanel | SidePage | None) -> None:
        if page is None:
            self._close_side()
            return
        if self.side.indexOf(page) < 0:
            page.closed.connect(self._close_side)
            self.side.addWidget(page)
            self.theme.dress(page)
        self.theme.catch_up(page)
        self._side_box.open(page)

    @Slot()
    def _close_side(self) -> None:
        inside = self._side_box.isAncestorOf(self.focusWidget() or self)
        self._side_box.close_pages()
        self.table.clearSelection()
        if inside:
            self.table.setFocus()

    @Slot()
    def _edit(self) -> None:
        """Return in the table: into the panel's first field."""
        self._show_selected(opening=True)
        panel = self.side.currentWidget()
        if isinstance(panel, HostPanel):
            panel.focus_first()
        elif isinstance(panel, SeveralPanel):
            panel.add_tags.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.adding.set_brief(brief=self.height() < _LOW)
        self._side_box.fit()

    def _show_guests(self, ticked: Sequence[HostRow] = ()) -> None:
        self.adding.offer_guests([row for row in self._listed if row.found], ticked)

    @Slot()
    def _show_keys(self) -> None:
        self.keys_page.fill(unknown_keys(self.workspace.trials.results.values()))
        self._show_page(self.keys_page)
        self.keys_page.keys.setFocus()

    def _fill_menu(self, menu: RowMenu) -> None:
        names = self._own()
        if not names:
            return
        writable, movable = self.workspace.writable, not self.table.sorted_by_person
        menu.offer(self.tr("Test connection"), lambda: self.tries.test(names))
        menu.offer(self.tr("Edit"), self._edit, enabled=writable)
        menu.addSeparator()
        menu.offer(self.tr("Move up"), lambda: self.reorder(up=True), "Alt+Up", enabled=writable and movable)
        menu.offer(self.tr("Move down"), lambda: self.reorder(up=False), "Alt+Down", enabled=writable and movable)
        menu.addSeparator()
        menu.offer(self.tr("Remove"), lambda: self.changes.remove(names), enabled=writable)
        menu.offer_copy(self.table.copy)

    # --- changing -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _added(self, names: Sequence[str]) -> None:
        if self.filter.text():
            self.filter.clear()  # what was just added is to be seen
        place = next((place for place, row in enumerate(self.model.rows()) if row.name in names), None)
        if place is not None:
            self.table.scrollTo(self.model.index(place, 0))

    def add_inventory(self, path: Path) -> None:
        """Add the hosts of an inventory file, chosen or dropped."""
        self.adding.add_inventory(path)

    def _own(self) -> list[str]:
        """Names of the selected machines of the audit."""
        return [row.name for row in self.table.selected() if not row.found]

    @Slot()
    def _apply_to_several(self) -> None:
        self.changes.apply_to_several(self.several)

    def remove_selected(self) -> None:
        """Delete in the table."""
        self.changes.remove(self._own())

    def undo(self) -> bool:
        """Edit > Undo: put back what was removed last; False if nothing was."""
        return self.changes.undo()

    def reorder(self, *, up: bool) -> None:
        """Alt+Up and Alt+Down: the selected machines among their neighbours."""
        names = self._own()
        if self.table.sorted_by_person and names:
            text = self.tr("Hosts are moved in the audit's own order: click the sorted column's title until it shows.")
            self.workspace.message.emit("info", text)
        elif self.changes.move(names, up=up):
            self.table.scrollTo(self.table.currentIndex())

    # --- testing ------------------------------------------------------------------------------------------------

    def test_selected(self) -> None:
        """Audit > Test connections: what is selected, else all."""
        names = self._own()
        if names:
            self.tries.test(names)
        else:
            self.tries.test_all()


def _clicked() -> bool:
    """Whether the left button is down, and no key with which more rows are selected."""
    with_more = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    pressed = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
    return pressed and not QApplication.keyboardModifiers() & with_more
