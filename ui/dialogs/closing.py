"""The row of buttons at the foot of a dialog that has nothing to apply."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def closing(dialog: QDialog) -> QDialogButtonBox:
    """With Close, in the system's place and words, and without the picture that some systems give it."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    for button in box.buttons():
        button.setIcon(QIcon())
    box.rejected.connect(dialog.reject)
    return box
