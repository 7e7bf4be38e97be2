"""What is selected in a list, range by range: Qt would ask for every cell of every row, seconds for 20,000."""

from PySide6.QtCore import QItemSelectionRange
from PySide6.QtWidgets import QAbstractItemView


def ranges(view: QAbstractItemView) -> list[QItemSelectionRange]:
    """The ranges of cells that are selected, as they were selected one after the other."""
    chosen: list[QItemSelectionRange] = list(view.selectionModel().selection())  # type: ignore[call-overload]  # a list
    return chosen
