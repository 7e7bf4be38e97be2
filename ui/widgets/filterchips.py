"""The chips above a chapter's list: which items are shown, and how many there are of each sort."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.screen.chapterlist import Filter
from ui.text import set_tip
from ui.widgets.chiprow import ChipRow

# The other chips are shown only where there is something for them.
_ALWAYS = frozenset({Filter.ALL, Filter.FAILED, Filter.UNDECIDED, Filter.MANUAL})


class FilterChips(ChipRow):
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
            Filter.CHANGED: self.tr("Changed {n}"),
            Filter.WAIVED: self.tr("Waived {n}"),
            Filter.REJECTED: self.tr("Rejected {n}"),
            Filter.AGAIN: self.tr("To confirm {n}"),
            Filter.ANSWERED: self.tr("Answered {n}"),
        }
        tips = {
            Filter.MANUAL: self.tr("What a person answers"),
            Filter.CHANGED: self.tr("Changed since the earlier audit that this one is compared with"),
            Filter.WAIVED: self.tr("Waived, and waivers that are over"),
            Filter.REJECTED: self.tr("Rejected by a second person: to be answered again"),
            Filter.AGAIN: self.tr("Carried over, outdated, or over: to be looked at again"),
        }
        self.buttons: dict[Filter, QPushButton] = {}
        for name in Filter:
            chip = self.buttons[name] = self.add(lambda name=name: self._clicked(name))
            if name in tips:
                set_tip(chip, tips[name])

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
            chip.setEnabled(bool(count) or chosen or name is Filter.ALL)
            self.offer(chip, on=bool(count) or name in _ALWAYS or chosen)
        self.fit()

    def _clicked(self, name: Filter) -> None:
        if name is Filter.ALL:
            self.chosen = ()
        elif name in self.chosen:
            self.chosen = tuple(one for one in self.chosen if one is not name)
        else:
            self.chosen = (*self.chosen, name)
        self.changed.emit()
