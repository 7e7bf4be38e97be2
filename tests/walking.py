"""Walks through the window with real keys and clicks, each counted: what a person would have to do."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_TABS = 60  # presses of Tab after which a widget counts as out of reach


class Walk:
    """``actions`` counts keys and clicks; a typed text is one."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot, self.actions = window, qtbot, 0
        window.activateWindow()

    @staticmethod
    def focus() -> QWidget:
        """What has the keyboard, which has to be on screen."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        assert focus.isVisible(), "what has the keyboard is not on screen"
        return focus

    def press(self, *keys: Qt.Key, modifiers=_NONE) -> None:
        for key in keys:
            self.actions += 1
            self.qtbot.keyClick(self.focus(), key, modifiers)
            self._look()

    def _look(self) -> None:
        """What came of it is on screen before a person goes on."""
        self.qtbot.waitUntil(lambda: not self.window.workspace.turns.waiting)

    def type(self, text: str) -> None:
        self.actions += 1
        self.qtbot.keyClicks(self.focus(), text)

    def tab_to(self, widget: QWidget) -> None:
        """Tab until that widget has the keyboard."""
        for _ in range(_TABS):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reached {widget}")

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """With the left button, on what a person can see and use."""
        assert widget.isVisible(), f"{widget} is not on screen"
        assert widget.isEnabled(), f"{widget} can't be used"
        self.actions += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, place or widget.rect().center())
        self._look()

    def click_cell(self, view: QAbstractItemView, index: QModelIndex) -> None:
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def choose(self, combo: QComboBox, data: str) -> None:
        """An entry of a list that opens: a click, arrows down to it from the top, and Return."""
        self.click(combo)
        view = combo.view()
        self.qtbot.waitUntil(view.isVisible)
        for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * combo.findData(data), Qt.Key.Key_Return):
            self.actions += 1
            self.qtbot.keyClick(view, key)
        self.qtbot.waitUntil(lambda: not view.isVisible())
        assert combo.currentData() == data
