"""The application that everything on screen belongs to."""

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The one that main() or a test has made; there is nothing on screen without one."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)  # noqa: S101 - Qt would end the process before
    return found
