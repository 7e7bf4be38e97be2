"""The windows that menus and buttons open beside the main one: each is brought forward where it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from ui.window import MainWindow


class Opener:
    """Opens them above a window; what one needs is imported when it is first opened."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def help(self, *, keys: bool = False) -> None:
        from ui.dialogs import help as helping  # noqa: PLC0415 - not before the first window

        helping.show(self._window, keys=keys)

    def preview(self) -> None:
        from ui.dialogs import preview  # noqa: PLC0415 - not before the first window

        preview.show(self._window)

    def settings(self, *, language: bool = False) -> None:
        from ui.dialogs import settings  # noqa: PLC0415 - not before the first window

        settings.show(self._window, language=language)

    def credentials(self) -> None:
        from ui.dialogs import credentials  # noqa: PLC0415 - not before the first window

        credentials.show(self._window)

    def log(self) -> None:
        from ui.dialogs import log  # noqa: PLC0415 - not before the first window

        log.show(self._window)

    def about(self) -> None:
        from ui.dialogs import about  # noqa: PLC0415 - not before the first window

        about.show(self._window)

    def close(self) -> list[Callable[[], None]]:
        """Those that may be open while everything is made anew; what is given back opens them again.

        Help stays closed: it speaks of what one is at, which is about to go.
        """
        again: list[Callable[[], None]] = []
        for dialog in self._window.findChildren(QDialog):
            if dialog.objectName() == "settings":
                again.append(lambda: self.settings(language=True))
            elif dialog.objectName() == "log":
                again.append(self.log)
            elif dialog.objectName() != "help":
                continue
            dialog.close()
        return again
