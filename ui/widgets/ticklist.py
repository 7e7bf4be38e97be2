"""A list of things to tick, each with what it stands for; filtered without losing a tick."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

_DATA = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Space ticks what is selected."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.itemChanged.connect(self._changed)

    def fill(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer these (what it stands for, text); those that were there keep their ticks."""
        before = set(self.ticked())
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.clear()
        for data, text in entries:
            item = QListWidgetItem(text)
            item.setData(_DATA, data)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if data in before else Qt.CheckState.Unchecked)
            self.addItem(item)
        if entries:
            self.setCurrentRow(0)
        self.blockSignals(False)  # noqa: FBT003 - the same
        self.ticks_changed.emit()

    def ticked(self) -> list[str]:
        """What those stand for that are ticked, shown or not."""
        return [str(one.data(_DATA)) for one in self._items() if one.checkState() == Qt.CheckState.Checked]

    def tick_shown(self, *, on: bool) -> None:
        """Tick or clear all that the filter shows."""
        self._tick([one for one in self._items() if not one.isHidden()], on=on)

    def set_filter(self, text: str) -> None:
        """Show those that hold every word."""
        words = text.lower().split()
        for one in self._items():
            one.setHidden(not all(word in one.text().lower() for word in words))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(place) for place in range(self.count())]

    def _tick(self, items: Sequence[QListWidgetItem], *, on: bool) -> None:
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for one in items:
            one.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.blockSignals(False)  # noqa: FBT003 - the same
        self.viewport().update()
        self.ticks_changed.emit()

    def _changed(self, item: QListWidgetItem) -> None:
        """A tick on one of several that are selected is meant for all of them."""
        chosen = self.selectedItems()
        if len(chosen) > 1 and item in chosen:
            self._tick(chosen, on=item.checkState() == Qt.CheckState.Checked)
        else:
            self.ticks_changed.emit()
