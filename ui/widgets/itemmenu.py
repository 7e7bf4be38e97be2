"""What can be done with the results that are selected in a chapter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.rowmenu import RowMenu


class ItemMenu(RowMenu):
    """The answers and copying."""

    answer = Signal(str)  # what is to be answered
    copy = Signal()

    def __init__(self, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        for text, key, choice in (
            (self.tr("Answer: pass"), "P", "pass"),
            (self.tr("Answer: fail"), "F", "fail"),
            (self.tr("Answer: not applicable"), "A", "notapplicable"),
            (self.tr("Answer: waive"), "W", "waived"),
        ):
            self.offer(text, lambda choice=choice: self.answer.emit(choice), key, enabled=writable)
        self.offer_copy(self.copy.emit)
