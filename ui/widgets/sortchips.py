"""Chips of which one is chosen: sorts of rows with how many there are of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from ui.text import mnemonic_free
from ui.widgets.chiprow import ChipRow


class SortChips(ChipRow):
    """``sorts`` are keys with their words, "{n}" for the count."""

    changed = Signal(str)

    def __init__(self, sorts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        group = QButtonGroup(self)
        self._words = dict(sorts)
        self.buttons: dict[str, QPushButton] = {}
        for key, _ in sorts:
            chip = self.buttons[key] = self.add(lambda key=key: self.changed.emit(key))
            group.addButton(chip)
        self.choose(sorts[0][0])
        self.show_counts({})

    def choose(self, key: str) -> None:
        """Check a chip without saying so in a signal."""
        self.buttons[key].setChecked(True)
        self.fit()

    def chosen(self) -> str:
        return next(key for key, chip in self.buttons.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write how many rows each has; those without any can't be chosen."""
        for key, chip in self.buttons.items():
            chip.setText(mnemonic_free(self._words[key].format(n=counts.get(key, 0))))
            chip.setEnabled(bool(counts.get(key)) or chip.isChecked())
        self.fit()
