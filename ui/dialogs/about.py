"""Who made this, on what terms, and what it is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app import __version__
from app.places import program_root
from ui.text import PlainLabel
from ui.window_icon import window_icon

_INDEPENDENT = (
    "Bartizan is independent work. It is neither affiliated with nor endorsed by the Center for Internet Security, "
    "cites section numbers of its Virtual Machine Security Guidelines 1.0 (2007), and claims no official level of "
    "compliance. Every sentence in it is the project's own."
)
_PARTS = (
    "Python · Qt for Python (LGPL-3) · paramiko (LGPL-2.1) · cryptography · keyring · ReportLab · PyYAML · pydantic · "
    "jc · google-re2 · defusedxml · click · rich · platformdirs · Lucide icons (ISC) · Inter (OFL) · DejaVu fonts"
)


class AboutDialog(QDialog):
    """Name, version, independence, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Bartizan"))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(window_icon().pixmap(64, 64))
        head.addWidget(picture)
        words = QVBoxLayout()
        words.addWidget(PlainLabel("Bartizan", "title"))
        words.addWidget(PlainLabel(self.tr("Version {version}").format(version=__version__), "muted", selectable=True))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(PlainLabel(_INDEPENDENT, wrap=True))
        column.addWidget(PlainLabel(self.tr("Built on"), "heading"))
        column.addWidget(PlainLabel(_PARTS, "muted", wrap=True))
        column.addWidget(PlainLabel(self.tr("Licence"), "heading"))
        licence = QPlainTextEdit()
        licence.setReadOnly(True)
        licence.setProperty("role", "code")
        licence.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        licence.setPlainText(_licence())
        licence.setAccessibleName(self.tr("Licence"))
        licence.setMinimumHeight(160)
        licence.setTabChangesFocus(True)
        column.addWidget(licence)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def _licence() -> str:
    try:
        return (program_root() / "LICENSE").read_text(encoding="utf-8")
    except OSError:
        return "Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0"


def show(parent: QWidget) -> None:
    """Open it without holding up the window."""
    dialog = AboutDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
