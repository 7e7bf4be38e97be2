"""The chips above a chapter's list: which items are shown, and how many there are of each sort."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.presentation import Filter
from ui.widgets.basics import Flow


class FilterChips(QWidget):
    """Chips combine; "all" takes them off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[Filter, ...] = ()
        self._words = {
            Filter.ALL: self.tr("All {n}"),
            Filter.FAILED: self.tr("Failed {n}"),
            Filter.UNDECIDED: self.tr("Undecided {n}"),
            Filter.MANUAL: self.tr("Manual {n}"),
            Filter.ANSWERED: self.tr("Answered {n}"),
        }
        flow = Flow(self, 6)
        self.buttons: dict[Filter, QPushButton] = {}
        for name in Filter:
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setProperty("role", "chip")
            chip.clicked.connect(lambda _checked=False, name=name: self._clicked(name))
            self.buttons[name] = chip
            flow.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def choose(self, names: tuple[Filter, ...]) -> None:
        """Choose these without saying so in a signal."""
        self.chosen = names

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Write how many items each chip would show, and which are chosen."""
        for name, chip in self.buttons.items():
            count = counts[name]
            chosen = name in self.chosen or (name is Filter.ALL and not self.chosen)
            chip.setText(self._words[name].format(n=count))
            chip.setChecked(chosen)
            chip.setVisible(bool(count) or name is not Filter.ANSWERED or chosen)
            chip.setEnabled(bool(count) or chosen or name is Filter.ALL)

    def _clicked(self, name: Filter) -> None:
        if name is Filter.ALL:
            self.chosen = ()
        elif name in self.chosen:
            self.chosen = tuple(one for one in self.chosen if one is not name)
        else:
            self.chosen = (*self.chosen, name)
        self.changed.emit()
