"""What can be done with the rows that are selected, by a click of the other button or the key for that."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class RowMenu(QMenu):
    """Names what it offers as the buttons that do the same, with the keys beside it; gone once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)  # which is dressed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer(
        self,
        text: str,
        action: Callable[[], object],
        keys: str | QKeySequence.StandardKey = "",
        *,
        enabled: bool = True,
    ) -> None:
        """Add this, with the keys that do the same."""
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        made = self.addAction(f"{text}\t{shown}" if shown else text)
        made.setEnabled(enabled)
        made.triggered.connect(lambda _checked=False: action())

    def offer_button(self, button: QPushButton) -> None:
        """Add what that button does if it is there, and do it only if it still is when that is chosen."""
        if not button.isHidden():
            self.offer(button.text(), lambda: _click(button), enabled=button.isEnabled())

    def offer_copy(self, action: Callable[[], object]) -> None:
        """Add copying, below all else."""
        self.addSeparator()
        self.offer(self.tr("Copy"), action, QKeySequence.StandardKey.Copy)


def _click(button: QPushButton) -> None:
    if not button.isHidden():
        button.click()
