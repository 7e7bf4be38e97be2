"""Where hosts come from: the SSH config, a pasted list, a guest that a host named. Pages of the hosts' side panel."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout

from app.report.visible import one_line
from ui.text import PlainLabel
from ui.theme import Theme
from ui.widgets.basics import button


class _Page(QFrame):
    """A title, a sentence, and what a page adds to ``column``."""

    closed = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        self._title = PlainLabel(role="heading")
        self._text = PlainLabel(role="muted", wrap=True)
        head.addWidget(self._title, 1)
        head.addWidget(button(self.tr("Close"), self.closed.emit, role="flat", theme=theme, icon="x"))
        self.column.addLayout(head)
        self.column.addWidget(self._text)

    def _begin(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)

    def _finish(self, text: str) -> None:
        made = button(text, self.chosen.emit, role="primary")
        self.column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)


class SshConfigPage(_Page):
    """The names that the SSH config spells out, to tick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._begin(self.tr("From your SSH config"), self.tr("Tick the hosts to add. Patterns such as * are left out."))
        self.names = QListWidget()
        self.names.setProperty("framed", "true")
        self.names.setAccessibleName(self.tr("Hosts in your SSH config"))
        self.column.addWidget(self.names, 1)
        self._finish(self.tr("Add these"))

    def fill(self, names: Sequence[str]) -> bool:
        """Offer these; False if there are none."""
        self.names.clear()
        for name in names:
            item = QListWidgetItem(one_line(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.names.addItem(item)
        return bool(names)

    def ticked(self) -> list[str]:
        """The names that were ticked."""
        items = map(self.names.item, range(self.names.count()))
        return [str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() == Qt.CheckState.Checked]


class PastePage(_Page):
    """A list of hosts as text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._begin(
            self.tr("Paste a list"), self.tr("One host a line, or separated by commas. What follows a # is a remark.")
        )
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText("root@hv1\nroot@hv2:2222\naudit@192.0.2.21  # mail")
        self.field.setAccessibleName(self.tr("List of hosts"))
        self.field.setTabChangesFocus(True)
        self.column.addWidget(self.field, 1)
        self._finish(self.tr("Add these"))


class FoundPage(_Page):
    """A guest that a host runs and that isn't in the audit yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._begin(
            self.tr("A guest that was found"),
            self.tr("A host in this audit runs this guest. To look inside it, add it with an address to log in to."),
        )
        self._name = PlainLabel(role="strong")
        self.column.addWidget(self._name)
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("user@host:port"))
        self.address.setAccessibleName(self.tr("Address of the guest"))
        self.address.returnPressed.connect(self.chosen)
        self.column.addWidget(self.address)
        self._finish(self.tr("Add to the audit"))
        self.column.addStretch(1)

    def show_guest(self, text: str) -> None:
        self._name.setText(text)
