"""The program's own icon, in every size that was drawn."""

from PySide6.QtGui import QIcon

from app.places import resources_root


def window_icon() -> QIcon:
    """The icon for windows, task bars and the About box."""
    icon = QIcon()
    for path in sorted((resources_root() / "icons" / "app").glob("bartizan-*.png")):
        icon.addFile(str(path))
    return icon
