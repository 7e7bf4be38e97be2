"""The panel beside the hosts table: how one host is reached, whether that works, and its key."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from app.errors import UsageError
from app.hostrows import HostRow
from app.model import Benchmark, Role, Target
from app.report.visible import one_line
from app.targets import address_of, parse_tags, parse_target
from app.transport.base import Secrets
from ui.models.hosts import facts_text
from ui.text import elided_middle, set_tip
from ui.theme import Theme
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.editpanel import EditPanel
from ui.widgets.fields import Choice, Form, share_edge
from ui.widgets.hostoutcome import HostOutcome
from ui.widgets.loginform import LoginForm
from ui.widgets.wayform import WayForm
from ui.widgets.wraptext import WrapText

_DEFAULT = 22
_TITLE = 34  # characters of a name in the heading


class HostPanel(EditPanel):
    """Edits one target; secrets stay in memory unless the keyring is asked for."""

    changed = Signal(str, object)  # old name, new Target
    secrets_changed = Signal(str, object, bool)  # name, Secrets, whether to remember them
    test = Signal(str)
    cancel = Signal(str)
    accept = Signal(str)
    remove = Signal(str)

    def __init__(self, theme: Theme, benchmark: Benchmark) -> None:
        super().__init__(theme)
        self._theme = theme
        self._row: HostRow | None = None
        self._targets: tuple[Target, ...] = ()
        self._loading = False
        column = self.column
        self._facts = WrapText("muted")
        self._facts.setAccessibleName(self.tr("What was found there"))
        column.addWidget(self._facts)
        self.outcome = HostOutcome(theme)
        self.outcome.accept.connect(self._accept)
        column.addWidget(self.outcome)
        column.addLayout(self._build_form(benchmark))
        self.login = LoginForm()
        self.login.edited.connect(self._store)
        self.login.secrets_edited.connect(self._store_secrets)
        column.addWidget(frame("line"))
        column.addWidget(self.login)
        column.addWidget(frame("line"))
        self.way = WayForm()
        self.way.edited.connect(self._store)
        column.addLayout(self.way)
        share_edge(self._form, self.login.form, self.way)
        column.addStretch(1)
        self._build_buttons()

    # --- building -----------------------------------------------------------------------------------------------

    def _build_form(self, benchmark: Benchmark) -> Form:
        self._form = form = Form()
        self._ask_where(form)
        self._ask_what(form, benchmark)
        return form

    def _ask_where(self, form: Form) -> None:
        """What it is called, and how it is reached."""
        self.name = self._line()
        form.add(
            self.tr("Name"),
            self.name,
            self.tr(
                "What this machine is called in the list, in columns and in the report; each name stands for one "
                "machine. Its results and its secrets follow a new name."
            ),
        )
        self.address = self._line(self.tr("user@host:port"))
        form.add(
            self.tr("Address"),
            self.address,
            self.tr(
                "How it is reached: a name, an IPv4 or an IPv6 address, or a name of your SSH config, such as "
                "audit@192.0.2.10:2222 or audit@[2001:db8::7]. What is left out comes from the SSH config, else from "
                "your own account and port 22."
            ),
        )

    def _ask_what(self, form: Form, benchmark: Benchmark) -> None:
        """What it is: what is looked at there depends on it."""
        self.role = self._choice(
            [(Role.AUTO, self.tr("Detect")), (Role.HOST, self.tr("Host")), (Role.GUEST, self.tr("Guest"))]
        )
        form.add(
            self.tr("Role"),
            self.role,
            self.tr(
                "Whether it runs virtual machines (host) or is one (guest); it decides which items concern it. "
                "“Detect” finds out on the machine itself."
            ),
        )
        self.platform = self._choice([("auto", self.tr("Detect")), *((one.id, one.title) for one in benchmark.addenda)])
        form.add(
            self.tr("Platform"),
            self.platform,
            self.tr(
                "Which checks fit, such as those for libvirt or Proxmox. “Detect” finds out on the machine itself; "
                "choose one where that can't be seen."
            ),
        )
        self.parent_host = self._choice([])
        form.add(
            self.tr("Runs on"),
            self.parent_host,
            self.tr(
                "The host of this audit on which it is a guest. Host and guest are then compared with each other, and "
                "the guest stands beneath its host."
            ),
        )
        self.tags = self._line(self.tr("words of your own, with commas"))
        form.add(
            self.tr("Tags"),
            self.tags,
            self.tr(
                "Words of your own for filtering, such as prod, dmz: up to 64 characters each, with commas between "
                "them."
            ),
        )

    def _build_buttons(self) -> None:
        self.test_button = button(
            self.tr("Test connection"), self._test, role="primary", theme=self._theme, icon="activity"
        )
        self.cancel_button = button(self.tr("Cancel"), self._cancel, theme=self._theme, icon="square")
        self.remove_button = button(self.tr("Remove"), self._remove, theme=self._theme, icon="trash-2", role="danger")
        self.below.addWidget(self.test_button)
        self.below.addWidget(self.cancel_button)
        self.below.addStretch(1)
        self.below.addWidget(self.remove_button)

    def _line(self, placeholder: str = "") -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.editingFinished.connect(self._store)
        return field

    def _choice(self, entries: list[tuple[str, str]]) -> Choice:
        field = Choice(entries)
        field.activated.connect(self._store)
        return field

    # --- showing ------------------------------------------------------------------------------------------------

    def show_row(self, row: HostRow, targets: tuple[Target, ...], secrets: Secrets, *, writable: bool = True) -> None:
        """Fill the fields from a row; ``targets`` are the machines that it can run on or be reached through."""
        other = self._row is None or self._row.name != row.name
        target = row.target
        if target is None:
            return
        fresh = other or self._row is None or self._row.target != target or self._targets != targets
        self._row = row
        self._targets = targets
        self._loading = True
        self.title.setText(elided_middle(one_line(row.name), _TITLE))
        set_tip(self.title, one_line(row.name))
        if fresh:
            self._fill(target, texts=other or not self.isAncestorOf(self.focusWidget() or self))
        if other:
            self.login.show_secrets(secrets)
        facts = facts_text(row)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.outcome.show_row(row)
        self.test_button.setVisible(not row.testing)
        self.cancel_button.setVisible(row.testing)
        self.remove_button.setEnabled(writable)
        self._loading = False

    def _fill(self, target: Target, *, texts: bool) -> None:
        local = target.transport == "local"
        others = [one for one in self._targets if one.name != target.name]
        runs_on = [("", self.tr("not known")), *((one.name, one_line(one.name)) for one in others if not one.parent)]
        if target.parent and target.parent not in {name for name, _ in runs_on}:
            runs_on.append((target.parent, one_line(target.parent)))
        self.parent_host.fill(runs_on)
        self.role.choose(target.role.value)
        self.platform.choose(target.platform)
        self.parent_host.choose(target.parent or "")
        self.way.show_target(target, self._targets, texts=texts)
        self.login.show_target(target, texts=texts)
        if texts:
            self.name.setText(target.name)
            self.address.setText(address_of(target))
            self.tags.setText(", ".join(target.tags))
            for line in (self.name, self.address):
                line.setCursorPosition(0)  # the beginning of a long name tells more than its end
        for field in (self.address, self.parent_host):
            self._form.setRowVisible(field, not local)
        self.login.setVisible(not local)

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.name.setFocus()
        self.name.selectAll()

    # --- acting -------------------------------------------------------------------------------------------------

    @Slot()
    def _store(self) -> None:
        row = self._row
        if self._loading or row is None or row.target is None:
            return
        old = row.target
        try:
            new = self._typed(old)
        except UsageError as error:
            self.outcome.complain(str(error))
            return
        if new != old:
            self.changed.emit(old.name, new)

    def _typed(self, old: Target) -> Target:
        """The target as the fields have it; UsageError in words."""
        new = replace(
            old,
            name=self.name.text().strip() or old.name,
            role=Role(self.role.data),
            platform=self.platform.data,
            tags=parse_tags(self.tags.text()),
        )
        if old.transport == "local":
            return new
        typed = parse_target(self.address.text())
        new = replace(
            new,
            address=typed.address,
            port=typed.port if typed.port or old.port != _DEFAULT else old.port,
            user=typed.user,
            parent=self.parent_host.data or None,
        )
        return self.login.apply(self.way.apply(new, self._targets))

    @Slot()
    def _store_secrets(self) -> None:
        row = self._row
        if self._loading or row is None:
            return
        remember = self.login.remember.isChecked() and not self.login.remember.isHidden()
        self.secrets_changed.emit(row.name, self.login.secrets(), remember)

    def _test(self) -> None:
        self._store()
        self._store_secrets()
        if self._row is not None:
            self.test.emit(self._row.name)

    def _cancel(self) -> None:
        if self._row is not None:
            self.cancel.emit(self._row.name)

    def _accept(self) -> None:
        if self._row is not None:
            self.accept.emit(self._row.name)

    def _remove(self) -> None:
        if self._row is not None:
            self.remove.emit(self._row.name)
