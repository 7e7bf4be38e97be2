"""How one logs in: the credential, its files and secrets, and the way to root rights; for one host or for several."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.model import Target
from app.places import default_keys
from app.transport.base import Secrets
from ui.explained import explain
from ui.text import Paragraph
from ui.widgets.fields import Choice, FileField, Form, Hidden

LEAVE = "leave"  # as each of several hosts has it


class LoginForm(QWidget):
    """``several`` adds "as it is" to each choice, for hosts that may differ."""

    edited = Signal()
    secrets_edited = Signal()

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        leave = [(LEAVE, self.tr("as it is"))] if several else []
        self.form = Form()
        self._add_account(leave)
        self._add_rights(leave)
        column.addLayout(self.form)
        self._add_keyring(column)
        self.credential.activated.connect(self._propose_key)
        for choice in (self.credential, self.sudo):
            choice.activated.connect(self._chosen)
        for file in (self.identity, self.certificate):
            file.edited.connect(self.edited)
        for secret in (self.passphrase, self.password, self.sudo_password):
            secret.editingFinished.connect(self.secrets_edited)
        self.remember.toggled.connect(lambda _checked: self.secrets_edited.emit())
        self.say("")
        self.fit()

    def _add_account(self, leave: Sequence[tuple[str, str]]) -> None:
        """How the account proves itself, and what each way of that needs."""
        self.credential = Choice(
            [
                *leave,
                ("auto", self.tr("Agent, SSH config, keyring")),
                ("agent", self.tr("Agent only")),
                ("key", self.tr("Key file")),
                ("password", self.tr("Password")),
            ]
        )
        self.form.add(
            self.tr("Log in with"),
            self.credential,
            self.tr(
                "How the account proves itself. “Agent, SSH config, keyring” tries the keys of the agent, those that "
                "the SSH config names, then what the keyring remembers; a key file that neither of them names is not "
                "offered. The others try that one thing only."
            ),
        )
        self.identity = FileField(self.tr("Private key"), "~/.ssh/id_ed25519")
        self.form.add(
            self.tr("Key file"),
            self.identity,
            self.tr(
                "The private key, such as ~/.ssh/id_ed25519. It is read on this computer and never sent or copied."
            ),
        )
        self.certificate = FileField(self.tr("OpenSSH certificate"), self.tr("the one beside the key"))
        self.form.add(
            self.tr("Certificate"),
            self.certificate,
            self.tr(
                "An OpenSSH certificate for that key. Empty: the file beside the key whose name ends in -cert.pub, if "
                "there is one."
            ),
        )
        self.passphrase = Hidden(self.tr("if the key has one"))
        self.form.add(
            self.tr("Passphrase"),
            self.passphrase,
            self.tr(
                "What unlocks the key file. It stays in memory for this session, unless the keyring is asked to "
                "remember it; it is never written into the audit."
            ),
        )
        self.password = Hidden()
        self.form.add(
            self.tr("Password"),
            self.password,
            self.tr(
                "Of the account that logs in. It stays in memory for this session, unless the keyring is asked to "
                "remember it; it is never written into the audit."
            ),
        )

    def _add_rights(self, leave: Sequence[tuple[str, str]]) -> None:
        """How commands become root."""
        self.sudo = Choice(
            [
                *leave,
                ("auto", self.tr("sudo, if it asks nothing")),
                ("password", self.tr("sudo with a password")),
                ("never", self.tr("without")),
            ]
        )
        self.form.add(
            self.tr("Root rights"),
            self.sudo,
            self.tr(
                "How commands that need root get it. “sudo, if it asks nothing” needs a rule with NOPASSWD; without "
                "root, what can't be read stands as “can't tell”, never as passed."
            ),
        )
        self.sudo_password = Hidden()
        self.form.add(
            self.tr("sudo password"),
            self.sudo_password,
            self.tr(
                "Sent only after sudo itself has asked for it, and never a part of a command. It stays in memory for "
                "this session, unless the keyring is asked to remember it."
            ),
        )

    def _add_keyring(self, column: QVBoxLayout) -> None:
        """Whether what was typed is kept, and what became of that."""
        self.remember = QCheckBox(self.tr("Remember in the keyring"))
        explain(
            self.remember,
            self.tr(
                "Puts what is typed above into the keyring of this system, for this host, so that the next session "
                "has it. Edit > Credentials lists and deletes what is kept."
            ),
        )
        column.addWidget(self.remember)
        self._kept = Paragraph(role="small")
        column.addWidget(self._kept)

    def _propose_key(self) -> None:
        """Who chooses a key file mostly means the one that ssh would take."""
        if self.credential.data == "key" and not self.identity.path:
            self.identity.set_path(next(iter(default_keys()), ""))

    def _chosen(self) -> None:
        self.fit()
        self.edited.emit()

    def fit(self) -> None:
        """Show the fields of what was chosen."""
        way, sudo = self.credential.data, self.sudo.data
        for field in (self.identity, self.certificate, self.passphrase):
            self.form.setRowVisible(field, way == "key")
        self.form.setRowVisible(self.password, way == "password")
        self.form.setRowVisible(self.sudo_password, sudo == "password")
        self.remember.setVisible(way in {"key", "password"} or sudo == "password")
        self._kept.setVisible(bool(self._kept.text()) and not self.remember.isHidden())

    def say(self, text: str) -> None:
        """What became of the secrets."""
        self._kept.setText(text)
        self._kept.setVisible(bool(text) and not self.remember.isHidden())

    def show_target(self, target: Target, *, texts: bool) -> None:
        """Fill the choices, and what is typed too if ``texts``."""
        self.credential.choose("key" if target.credential == "auto" and target.identity else target.credential)
        self.sudo.choose(target.sudo)
        if texts:
            self.identity.set_path(target.identity)
            self.certificate.set_path(target.certificate)
        self.fit()

    def show_secrets(self, secrets: Secrets) -> None:
        """Fill the hidden fields; nothing is to be remembered yet."""
        self.password.setText(secrets.password or "")
        self.passphrase.setText(secrets.passphrase or "")
        self.sudo_password.setText(secrets.sudo or "")
        self.remember.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.remember.setChecked(False)
        self.remember.blockSignals(False)  # noqa: FBT003 - the same
        self.say("")

    def apply(self, target: Target) -> Target:
        """The target with what was chosen; what is to be left as it is stays."""
        way, sudo = self.credential.data, self.sudo.data
        if target.transport == "local":
            return target
        if way != LEAVE:
            key = way == "key"
            as_before = key and target.credential == "auto" and target.identity  # a key first, and what else there is
            target = replace(
                target,
                credential="auto" if as_before else way,
                identity=self.identity.path if key else "",
                certificate=self.certificate.path if key else "",
            )
        return target if sudo == LEAVE else replace(target, sudo=sudo)

    def secrets(self) -> Secrets:
        """What was typed, of the fields that are shown."""
        return Secrets(
            password=_typed(self.password),
            passphrase=_typed(self.passphrase),
            sudo=_typed(self.sudo_password),
        )


def _typed(field: Hidden) -> str | None:
    return (field.text() or None) if not field.isHidden() else None
