"""The panel beside the hosts table: how one host is reached, whether that works, and its key."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import UsageError
from app.hostlist import HostRow, address_of
from app.model import Benchmark, Role
from app.report.visible import one_line, visible
from app.targets import parse_target
from app.transport.base import Secrets
from ui.text import PlainLabel
from ui.theme import Theme
from ui.widgets.basics import Scroller, button, frame


class HostPanel(QFrame):
    """Edits one target; secrets stay in memory unless the keyring is asked for."""

    changed = Signal(str, object)  # old name, new Target
    secrets_changed = Signal(str, object, bool)  # name, Secrets, whether to remember them
    test = Signal(str)
    accept = Signal(str)
    remove = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, benchmark: Benchmark) -> None:  # noqa: PLR0915 - a form is a list of its fields
        super().__init__()
        self.setProperty("role", "panel")
        self._theme = theme
        self._row: HostRow | None = None
        self._loading = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        self._title = PlainLabel(role="heading")
        head.addWidget(self._title, 1)
        close = button(self.tr("Close"), self.closed.emit, role="flat", theme=theme, icon="x")
        head.addWidget(close)
        column.addLayout(head)
        column.addWidget(self._build_outcome())
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        self._form = form
        self.name = self._line(self.tr("Name"))
        self.address = self._line(self.tr("Address"), self.tr("user@host:port"))
        self.role = self._combo(
            self.tr("Role"),
            [(Role.AUTO, self.tr("Detect")), (Role.HOST, self.tr("Host")), (Role.GUEST, self.tr("Guest"))],
        )
        platforms = [("auto", self.tr("Detect")), *((one.id, one.title) for one in benchmark.addenda)]
        self.platform = self._combo(self.tr("Platform"), platforms)
        self.parent_host = self._combo(self.tr("Runs on"), [])
        self.credential = self._combo(
            self.tr("Log in with"),
            [
                ("auto", self.tr("Agent, SSH config, keyring")),
                ("agent", self.tr("Agent only")),
                ("key", self.tr("Key file")),
                ("password", self.tr("Password")),
            ],
        )
        self._key_box = QWidget()
        keys = QHBoxLayout(self._key_box)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(6)
        self.identity = QLineEdit()
        self.identity.setAccessibleName(self.tr("Key file"))
        self.identity.setPlaceholderText("~/.ssh/id_ed25519")
        self.identity.editingFinished.connect(self._store)
        keys.addWidget(self.identity, 1)
        keys.addWidget(button(self.tr("Choose…"), self._choose_key))
        form.addRow(PlainLabel(self.tr("Key file"), "muted"), self._key_box)
        self.passphrase = self._secret(self.tr("Passphrase"))
        self.password = self._secret(self.tr("Password"))
        self.sudo = self._combo(
            self.tr("Root rights"),
            [
                ("auto", self.tr("sudo, if it asks nothing")),
                ("password", self.tr("sudo with a password")),
                ("never", self.tr("without")),
            ],
        )
        self.sudo_password = self._secret(self.tr("sudo password"))
        column.addLayout(form)
        self.remember = QCheckBox(self.tr("Remember in the keyring"))
        self.remember.toggled.connect(self._store_secrets)
        column.addWidget(self.remember)
        column.addSpacing(4)
        line = QHBoxLayout()
        self.test_button = button(self.tr("Test connection"), self._test, role="primary", theme=theme, icon="activity")
        line.addWidget(self.test_button)
        line.addStretch(1)
        self.remove_button = button(self.tr("Remove"), self._remove, theme=theme, icon="trash-2", role="danger")
        line.addWidget(self.remove_button)
        column.addLayout(line)
        column.addStretch(1)
        outer.addWidget(Scroller(inner))

    def _build_outcome(self) -> QWidget:
        self._outcome = frame("message")
        column = QVBoxLayout(self._outcome)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self._sentence = PlainLabel(wrap=True, selectable=True)
        column.addWidget(self._sentence)
        self._key = PlainLabel(role="code", wrap=True, selectable=True)
        self._key.setFont(self._theme.mono())
        column.addWidget(self._key)
        self._ask = PlainLabel(
            self.tr("Compare it with what the host's administrator tells you, or with ssh-keygen -lf on the host."),
            "small",
            wrap=True,
        )
        column.addWidget(self._ask)
        self.accept_button = button(
            self.tr("Accept this key"), self._accept, role="primary", theme=self._theme, icon="fingerprint"
        )
        column.addWidget(self.accept_button, 0, Qt.AlignmentFlag.AlignLeft)
        return self._outcome

    def _line(self, name: str, placeholder: str = "") -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(placeholder)
        field.setAccessibleName(name)
        field.editingFinished.connect(self._store)
        self._form.addRow(PlainLabel(name, "muted"), field)
        return field

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.editingFinished.connect(self._store_secrets)
        self._form.addRow(PlainLabel(name, "muted"), field)
        return field

    def _combo(self, name: str, entries: list[tuple[str, str]]) -> QComboBox:
        field = QComboBox()
        field.setAccessibleName(name)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(10)
        for key, text in entries:
            field.addItem(text, str(key))
        field.activated.connect(self._store)
        self._form.addRow(PlainLabel(name, "muted"), field)
        return field

    # --- showing ------------------------------------------------------------------------------------------------

    def show_row(self, row: HostRow, hosts: list[str], secrets: Secrets) -> None:
        """Fill the fields from a row; ``hosts`` are those that a guest can run on."""
        other = self._row is None or self._row.name != row.name
        self._row = row
        target = row.target
        if target is None:
            return
        self._loading = True
        local = target.transport == "local"
        self._title.setText(one_line(row.name))
        self.parent_host.clear()
        self.parent_host.addItem(self.tr("not known"), "")
        for host in hosts:
            if host != row.name:
                self.parent_host.addItem(one_line(host), host)
        for combo, value in (
            (self.role, target.role.value),
            (self.platform, target.platform),
            (self.parent_host, target.parent or ""),
            (self.credential, "key" if target.credential == "auto" and target.identity else target.credential),
            (self.sudo, target.sudo),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        if other or not self.isAncestorOf(self.focusWidget() or self):
            self.name.setText(target.name)
            self.address.setText(address_of(target))
            self.identity.setText(target.identity)
        if other:
            self.password.setText(secrets.password or "")
            self.passphrase.setText(secrets.passphrase or "")
            self.sudo_password.setText(secrets.sudo or "")
            self.remember.setChecked(False)
        for field in (self.address, self.parent_host, self.credential, self.sudo):
            self._form.setRowVisible(field, not local)
        self._show_login(local=local)
        self._show_outcome(row)
        self._loading = False

    def _show_login(self, *, local: bool) -> None:
        way = self.credential.currentData()
        self._form.setRowVisible(self._key_box, not local and way == "key")
        self._form.setRowVisible(self.passphrase, not local and way == "key")
        self._form.setRowVisible(self.password, not local and way == "password")
        self._form.setRowVisible(self.sudo_password, not local and self.sudo.currentData() == "password")
        self.remember.setVisible(not local and (way in {"key", "password"} or self.sudo.currentData() == "password"))

    def _show_outcome(self, row: HostRow) -> None:
        trial, state = row.trial, row.state
        unknown = trial.unknown_key if trial is not None else None
        text, tone = "", "info"
        if row.testing:
            text = self.tr("Testing…")
        elif trial is not None:
            text, tone = visible(trial.sentence), "pass" if trial.ok else "info" if unknown else "fail"
        elif state is not None and state.error:
            text, tone = visible(state.error), "fail"
        if unknown is not None and not row.testing:
            text = self.tr("Nobody has confirmed this host's key yet. It shows this one:")
            if unknown.between:
                text = self.tr(
                    "The way there leads through {host}, whose key nobody has confirmed yet. It shows this one:"
                )
                text = text.format(host=one_line(unknown.between))
            kind, _, digest = one_line(unknown.fingerprint).partition(":")  # two lines: it has no place to break
            self._key.setText(f"{one_line(unknown.key_type)}  {kind}:\n{digest}")
        self._outcome.setVisible(bool(text))
        self._sentence.setText(text)
        for widget in (self._key, self._ask, self.accept_button):
            widget.setVisible(unknown is not None and not row.testing)
        self._outcome.setProperty("tone", tone)
        self._outcome.style().unpolish(self._outcome)
        self._outcome.style().polish(self._outcome)
        self.test_button.setEnabled(not row.testing)

    # --- acting -------------------------------------------------------------------------------------------------

    @Slot()
    def _store(self) -> None:
        row = self._row
        if self._loading or row is None or row.target is None:
            return
        old = row.target
        new = replace(
            old,
            name=self.name.text().strip() or old.name,
            role=Role(self.role.currentData()),
            platform=self.platform.currentData(),
        )
        if old.transport != "local":
            try:
                typed = parse_target(self.address.text())
            except UsageError as error:
                self._complain(str(error))
                return
            key = self.credential.currentData()
            new = replace(
                new,
                address=typed.address,
                port=typed.port if typed.port or old.port != _DEFAULT else old.port,
                user=typed.user,
                parent=self.parent_host.currentData() or None,
                credential=key,
                identity=self.identity.text().strip() if key == "key" else "",
                sudo=self.sudo.currentData(),
            )
        self._show_login(local=old.transport == "local")
        if new != old:
            self.changed.emit(old.name, new)

    def _complain(self, text: str) -> None:
        self._outcome.setVisible(True)
        self._outcome.setProperty("tone", "fail")
        self._outcome.style().unpolish(self._outcome)
        self._outcome.style().polish(self._outcome)
        self._sentence.setText(text)

    @Slot()
    def _store_secrets(self) -> None:
        row = self._row
        if self._loading or row is None:
            return
        secrets = Secrets(
            password=self.password.text() or None,
            passphrase=self.passphrase.text() or None,
            sudo=self.sudo_password.text() or None,
        )
        self.secrets_changed.emit(row.name, secrets, self.remember.isChecked())

    def _choose_key(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Private key"))
        if chosen:
            self.identity.setText(chosen)
            self._store()

    def _test(self) -> None:
        self._store()
        self._store_secrets()
        if self._row is not None:
            self.test.emit(self._row.name)

    def _accept(self) -> None:
        if self._row is not None:
            self.accept.emit(self._row.name)

    def _remove(self) -> None:
        if self._row is not None:
            self.remove.emit(self._row.name)


_DEFAULT = 22
