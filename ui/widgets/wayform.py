"""What few hosts need: the way there, the key that is believed, a longer wait, outdated algorithms."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from app.benchmark.names import LONGEST_CONNECT
from app.errors import UsageError
from app.hostlist import parse_fingerprint, parse_jump, ways
from app.model import Target
from app.report.visible import one_line
from ui.explained import explain
from ui.text import Paragraph
from ui.widgets.dropdown import DropDown
from ui.widgets.fields import FileField, Form, indent


class WayForm(Form):
    """For a machine that is reached over SSH."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.jump = self._build_jump()
        self.add(
            self.tr("Jump host"),
            self.jump,
            self.tr(
                "The machine that the way to this host leads through, as for ssh -J: one of this audit, a name of your "
                "SSH config, or user@host:port; several with commas, nearest first. Empty: as your SSH config says. "
                "“none” leaves out what it says."
            ),
        )
        self.key = QLineEdit()
        self.key.setPlaceholderText("SHA256:…")
        self.key.editingFinished.connect(self._key_typed)
        self.add(
            self.tr("Expected key"),
            self.key,
            self.tr(
                "The only host key that is believed of this host, whatever files of host keys say. Paste what "
                "ssh-keygen -l prints on the host's console, such as SHA256: and 43 characters. Empty: known keys "
                "decide, and a new one is shown to you first."
            ),
        )
        self.known_hosts = FileField(self.tr("File of host keys"), "~/.ssh/known_hosts")
        self.known_hosts.edited.connect(self.edited)
        self.add(
            self.tr("Host keys in"),
            self.known_hosts,
            self.tr(
                "Look for this host's key in that file only, such as one that your configuration management writes. "
                "Empty: the files that your SSH config names, and the keys that you have accepted here."
            ),
        )
        self.timeout = QSpinBox()
        self.timeout.setRange(0, LONGEST_CONNECT)
        self.timeout.setSpecialValueText(self.tr("as usual"))
        self.timeout.setSuffix(self.tr(" s"))
        indent(self.timeout)
        self.timeout.editingFinished.connect(self.edited)
        text = self.tr(
            "Seconds that this host may take to answer before it counts as not reached, 1 to {n}. “as usual” is what "
            "your SSH config says, else the limit in the settings."
        )
        self.add(self.tr("Wait"), self.timeout, text.format(n=LONGEST_CONNECT))
        self.legacy = QCheckBox(self.tr("Allow outdated algorithms"))
        self.legacy.toggled.connect(lambda _checked: self.edited.emit())
        note = self.tr(
            "For a host whose SSH is too old for anything else. Somebody on the way may then be able to read or "
            "change what is sent, so keep it off where it isn't needed; the report names the host for it."
        )
        explain(self.legacy, note)
        self.addRow(self.legacy)
        self._note = Paragraph(note, "small")
        self.addRow(self._note)

    def _build_jump(self) -> QComboBox:
        jump = DropDown()
        jump.setEditable(True)
        jump.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        jump.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        jump.setMinimumContentsLength(10)
        line = jump.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("none, or as the SSH config says"))
            line.editingFinished.connect(self.edited)
        jump.activated.connect(lambda _index: self.edited.emit())
        return jump

    @Slot()
    def _key_typed(self) -> None:
        """Of a whole line as ssh-keygen prints it only the fingerprint stays."""
        with contextlib.suppress(UsageError):  # said by whoever asks for the target
            self.key.setText(parse_fingerprint(self.key.text()))
            self.key.setCursorPosition(0)
        self.edited.emit()

    def show_target(self, target: Target, targets: Sequence[Target], *, texts: bool) -> None:
        """Fill the choices, and what is typed too if ``texts``; ``targets`` are the machines of the audit."""
        self.jump.clear()
        self.jump.addItems([one_line(one.name) for one in ways(targets, target)])
        self.jump.setCurrentText(target.proxy_jump)
        self.legacy.setChecked(target.legacy_algorithms)
        if texts:
            self.key.setText(target.host_key_expected)
            self.key.setCursorPosition(0)
            self.known_hosts.set_path(target.known_hosts)
            self.timeout.setValue(round(target.connect_timeout))
        for widget in (self.jump, self.key, self.known_hosts, self.timeout, self.legacy, self._note):
            self.setRowVisible(widget, target.transport != "local")

    def apply(self, target: Target, targets: Sequence[Target]) -> Target:
        """The target as the fields have it; UsageError in words."""
        wait = self.timeout.value()
        return replace(
            target,
            proxy_jump=parse_jump(self.jump.currentText(), targets),
            host_key_expected=parse_fingerprint(self.key.text()),
            known_hosts=self.known_hosts.path,
            # An inventory may have given half seconds, which stay as long as nobody says otherwise.
            connect_timeout=target.connect_timeout if wait == round(target.connect_timeout) else wait,
            legacy_algorithms=self.legacy.isChecked(),
        )
