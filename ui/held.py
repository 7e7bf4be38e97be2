"""A window that is not painted for a while, so that it never shows half a change."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def hold(window: QWidget) -> None:
    """Leave what is on screen there, whatever changes in that window, until ``release``."""
    window.setUpdatesEnabled(False)


def release(window: QWidget) -> None:
    """Show what has become of it, at once: Qt may wait for ever for a painting that fell due while it was held."""
    if isValid(window):
        window.setUpdatesEnabled(True)
        window.repaint()
