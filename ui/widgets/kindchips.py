"""Chips for kinds of findings, with how many there are of each; several together show more, none show all."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.report.wording import number
from app.screen.presentation import Kind
from app.screen.reviewing import SHOWN
from ui.text import mnemonic_free
from ui.widgets.chiprow import ChipRow
from ui.words import kind_sentence, kind_word


class KindChips(ChipRow):
    """``chosen`` are the kinds that are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen: frozenset[Kind] = frozenset()
        self.every = self.add(lambda: self._choose(frozenset()))
        self.buttons: dict[Kind, QPushButton] = {}
        for kind in SHOWN:
            self.buttons[kind] = self.add(lambda kind=kind: self._choose(self.chosen ^ {kind}))

    def show_counts(self, counts: Mapping[Kind, int]) -> None:
        """Write how many each would show; kinds of which there are none are left out, unless they are chosen."""
        total = number(sum(counts.values()))
        self.every.setText(mnemonic_free(self.tr("All {n}").format(n=total)))
        self.every.setChecked(not self.chosen)
        for kind, chip in self.buttons.items():
            count = number(counts.get(kind, 0))
            chip.setText(mnemonic_free(f"{kind_word(kind)} {count}"))
            chip.setAccessibleName(f"{kind_sentence(kind)}: {count}")
            chip.setChecked(kind in self.chosen)
            self.offer(chip, on=kind in counts or kind in self.chosen)
        self.fit()

    def _choose(self, kinds: frozenset[Kind]) -> None:
        self.chosen = kinds
        self.changed.emit()
