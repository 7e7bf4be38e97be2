"""A field to search or filter: Escape empties it and leads back, Down and Return lead to what it found."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ui.theme import Theme

_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchField(QLineEdit):
    """With its sign and a button that clears it; ``text`` stands in it while empty.

    ``leads_to`` is the list that it narrows: whoever has found something goes there without a way by Tab. Without one,
    these keys are the page's.
    """

    def __init__(self, theme: Theme, name: str, text: str = "") -> None:
        super().__init__()
        self.leads_to: QWidget | None = None
        self.setPlaceholderText(text or name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        for inner in self.findChildren(QToolButton):
            inner.setAccessibleName(QCoreApplication.translate("SearchField", "Clear"))
        sign = theme.icons.icon("search", "muted")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition).triggered.connect(self.selectAll)
        for inner in self.findChildren(QToolButton):
            inner.setAccessibleName(inner.accessibleName() or name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif not (plain and (event.key() in _ON or event.key() == Qt.Key.Key_Escape) and self._lead()):
            super().keyPressEvent(event)

    def _lead(self) -> bool:
        """To the list, if there is one and it shows something."""
        if self.leads_to is None or not self.leads_to.isVisible():
            return False
        self.leads_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True
