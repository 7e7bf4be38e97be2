"""Chips on one line that never becomes two: those without room are in the menu of one more chip at its end."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ui.explained import explain_as
from ui.text import set_tip

_GAP = 6  # pixels


class ChipRow(QWidget):
    """What stands below keeps its place, however many chips there are and however long their words.

    The chips of the menu keep their order; if one of them is chosen, the last chip says so in its stead.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QPushButton] = []
        self._offered: set[QPushButton] = set()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self.more = _chip()
        self._menu = QMenu(self.more)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self._menu)
        self.more.clicked.connect(self.fit)  # it is checked for what is chosen in the menu, not by being pressed
        self._line.addWidget(self.more)
        self._line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, clicked: Callable[[], object]) -> QPushButton:
        """One more chip at the end, which is offered."""
        chip = _chip()
        chip.clicked.connect(lambda _checked=False: clicked())
        chip.clicked.connect(self.fit)
        self._line.insertWidget(len(self._chips), chip)
        self._chips.append(chip)
        self._offered.add(chip)
        return chip

    def offer(self, chip: QPushButton, *, on: bool) -> None:
        """Whether it is there at all; ``fit`` shows it."""
        (self._offered.add if on else self._offered.discard)(chip)

    @Slot()
    def fit(self) -> None:
        """Texts, or which chips there are, have changed."""
        offered = [one for one in self._chips if one in self._offered]
        for one in (*offered, self.more):
            one.ensurePolished()
        widths = [one.sizeHint().width() + _GAP for one in offered]
        shown = len(offered)
        if sum(widths) - _GAP > self.width() > 0:
            shown = next((n for n in range(shown - 1, 1, -1) if sum(widths[:n]) + self._say(n) <= self.width()), 1)
        self._say(shown)
        kept = set(offered[:shown])
        self.more.setHidden(shown == len(offered))
        for one in self._chips:
            if one.hasFocus() and one not in kept and not self.more.isHidden():
                self.more.setFocus(Qt.FocusReason.OtherFocusReason)
            one.setHidden(one not in kept)

    def take_keyboard(self, chip: QPushButton) -> None:
        """To that chip, or to the menu that it is in."""
        (self.more if chip.isHidden() else chip).setFocus()

    def _say(self, shown: int) -> int:
        """Have the last chip tell what is in its menu after the first ones; how wide it is then."""
        hidden = self._in_menu(shown)
        chosen = [one.text() for one in hidden if one.isChecked()]
        if len(chosen) > 1:
            text = self.tr("{n} chosen…").format(n=len(chosen))
        else:
            text = f"{chosen[0]}…" if chosen else self.tr("{n} more…").format(n=len(hidden))
        self.more.setText(text)
        self.more.setChecked(bool(chosen))
        set_tip(self.more, ", ".join(one.text().replace("&&", "&") for one in hidden))
        return self.more.sizeHint().width()

    def _in_menu(self, shown: int) -> list[QPushButton]:
        return [one for one in self._chips if one in self._offered][shown:]

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for chip in self._chips:
            if chip in self._offered and chip.isHidden():
                action = self._menu.addAction(chip.text(), chip.click)
                action.setCheckable(True)
                action.setChecked(chip.isChecked())
                action.setEnabled(chip.isEnabled())
                explain_as(action, chip)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().minimumSizeHint().height())


def _chip() -> QPushButton:
    chip = QPushButton()
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setProperty("role", "chip")
    return chip
