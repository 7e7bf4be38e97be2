"""Who made this, on what terms, and what it is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.places import program_root
from ui.dialogs.closing import closing
from ui.text import Paragraph, PlainLabel
from ui.window_icon import window_icon


class AboutDialog(QDialog):
    """Name, version, independence, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Bartizan"))
        self.setMinimumWidth(700)  # lines of the licence
        self.resize(700, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(window_icon().pixmap(64, 64))
        head.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(PlainLabel("Bartizan", "title"))
        words.addWidget(PlainLabel(self.tr("Version {version}").format(version=__version__), "muted", selectable=True))
        words.addStretch(1)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(
            Paragraph(
                self.tr(
                    "Bartizan is independent work. It is neither affiliated with nor endorsed by the Center for "
                    "Internet Security, cites section numbers of its Virtual Machine Security Guidelines 1.0 (2007), "
                    "and claims no official level of compliance. Every sentence in it is the project's own."
                ),
            )
        )
        pages = QTabWidget()
        pages.setAccessibleName(self.tr("About Bartizan"))
        pages.setDocumentMode(True)
        for name, text in ((self.tr("Licence"), _licence()), (self.tr("What it is built on"), _parts())):
            pages.addTab(_page(name, text), name)
        column.addWidget(pages, 1)
        buttons = closing(self)
        column.addWidget(buttons)


def _licence() -> str:
    try:
        return (program_root() / "LICENSE").read_text(encoding="utf-8")
    except OSError:
        return "Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0"


def _parts() -> str:
    """Name and licence of every library, font and icon set, from the page that the repository keeps of them."""
    try:
        lines = (program_root() / "docs" / "licences.md").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "https://www.gnu.org/licenses/lgpl-3.0.txt (Qt for Python), https://www.apache.org/licenses/LICENSE-2.0"
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return "\n".join(f"{name}: {licence}" for name, licence, *_ in rows if name != "name")


def _page(name: str, text: str) -> QPlainTextEdit:
    page = QPlainTextEdit()
    page.setReadOnly(True)
    page.setProperty("role", "code")
    page.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    page.setPlainText(text)
    page.setAccessibleName(name)
    page.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    page.setMinimumHeight(200)
    page.setTabChangesFocus(True)
    return page


def show(parent: QWidget) -> None:
    """Open it without holding up the window."""
    dialog = AboutDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
