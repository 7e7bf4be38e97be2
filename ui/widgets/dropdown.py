"""A choice of one among several, whose list shows every entry whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox


class DropDown(QComboBox):
    """Its list is as wide as the longest entry needs, and stays on the screen.

    Qt makes it as wide as the field, and takes out the middle of an entry that is longer.
    """

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        view, room = self.view(), self.screen().availableGeometry()
        view.ensurePolished()  # the style's margins count
        around = view.contentsMargins()
        wanted = view.sizeHintForColumn(self.modelColumn()) + around.left() + around.right()
        if self.count() > self.maxVisibleItems():
            wanted += view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(wanted, room.width()))
        super().showPopup()
        popup = view.window()
        place = popup.geometry()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.mapToGlobal(self.rect().bottomRight()).x())
        popup.move(max(room.left(), min(place.left(), room.right() + 1 - place.width())), place.top())
