"""What a screen reader takes painted widgets for: Qt calls every plain QWidget a client area.

A widget says it with a class attribute ``READ_AS``, a role of QAccessible; its name is its accessibleName.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QWidget

_installed: list[bool] = []


def install() -> None:
    """Once for the process; costs nothing where no screen reader listens."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


def name_choice(box: QComboBox, name: str) -> None:
    """Name a combo box that has no label: where AT-SPI is spoken Qt gives the chosen entry as its name."""
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)


def _interface(_class: str, made_for: QObject | None) -> QAccessibleInterface | None:
    role = getattr(made_for, "READ_AS", None)
    if role is None or not isinstance(made_for, QWidget):
        return None
    return QAccessibleWidget(made_for, role)
