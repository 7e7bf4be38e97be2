"""Signing a report digitally: which certificate file, and its passphrase; nothing typed means that of the keyring."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.places import at_home
from ui.explained import explain
from ui.settings import Settings
from ui.text import PlainLabel
from ui.widgets.buttons import button
from ui.widgets.check import Check
from ui.widgets.sides import keep_off


class CertificateFields(QWidget):
    """Shown in full where a person wants to sign; the file's path is remembered, a passphrase typed here never."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.wanted = Check(self.tr("Sign PDF and folder digitally with a certificate (PKCS#12)"))
        explain(
            self.wanted,
            self.tr(
                "PDF readers then show who signed the file, and that it is unaltered (PAdES). It takes a certificate "
                "with its key in one file, as a certification authority issues it."
            ),
        )
        self.wanted.toggled.connect(self._toggled)
        column.addWidget(self.wanted)
        self._fields = QWidget()
        line = QHBoxLayout(self._fields)
        keep_off(line, 26, 0, 0, 0)
        line.setSpacing(8)
        self.path = QLineEdit(settings.text("certificate/path"))
        self.path.setPlaceholderText(self.tr("Certificate file (.p12, .pfx)"))
        self.path.setAccessibleName(self.tr("Certificate file"))
        explain(self.path, self.tr("A PKCS#12 file, whose name ends in .p12 or .pfx. Only its path is remembered."))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Passphrase, or that of the keyring"))
        self.passphrase.setAccessibleName(self.tr("Passphrase of the certificate file; empty: that of the keyring"))
        explain(
            self.passphrase,
            self.tr(
                "What unlocks the certificate file. What is typed is used once and kept nowhere; empty: what the "
                "keyring has for this file."
            ),
        )
        line.addWidget(PlainLabel(self.tr("Certificate"), "muted"))
        line.addWidget(self.path, 3)
        line.addWidget(button(self.tr("Choose…"), self._choose))
        line.addWidget(self.passphrase, 2)
        self._fields.hide()
        column.addWidget(self._fields)

    def given(self) -> tuple[Path, str] | None:
        """The file and the passphrase typed, perhaps none; None: the report isn't signed digitally. Forgets it."""
        if not self.wanted.isChecked() or not self.path.text().strip():
            return None
        path, passphrase = self.path.text().strip(), self.passphrase.text()
        self._settings.set_text("certificate/path", path)
        self.passphrase.clear()
        return at_home(path), passphrase

    def _toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._fields.setVisible(checked)
        if checked:
            (self.passphrase if self.path.text() else self.path).setFocus()

    def _choose(self) -> None:
        files = self.tr("Certificates") + " (*.p12 *.pfx)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The certificate to sign with"), self.path.text(), files)
        if chosen:
            self.path.setText(chosen)
            self.passphrase.setFocus()
