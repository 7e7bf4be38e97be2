"""What can be done with the results that are selected, by a click of the other button or the key for that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class ItemMenu(QMenu):
    """The answers and copying, with the keys that do the same; gone once it is closed."""

    answer = Signal(str)  # what is to be answered
    copy = Signal()

    def __init__(self, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, choice in (
            (self.tr("Answer: pass"), "P", "pass"),
            (self.tr("Answer: fail"), "F", "fail"),
            (self.tr("Answer: not applicable"), "A", "notapplicable"),
            (self.tr("Answer: waive"), "W", "waived"),
        ):
            made = self.addAction(f"{text}\t{key}")
            made.setEnabled(writable)
            made.triggered.connect(lambda _checked=False, choice=choice: self.answer.emit(choice))
        self.addSeparator()
        text = self.tr("Copy")
        keys = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
        self.addAction(f"{text}\t{keys}").triggered.connect(lambda _checked=False: self.copy.emit())
