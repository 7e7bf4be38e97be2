"""Files dropped on the window: an audit is opened, in a chapter they are evidence, elsewhere inventories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from ui.window import MainWindow

_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class Drops(QObject):
    """Takes files from the window itself, before a field beneath the mouse would take their addresses for words."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.winId()  # or there is no handle before the window was shown
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _DRAGS and _files(event.mimeData()):  # type: ignore[attr-defined]  # so all of these have
            self._drag(event)
            return True
        return super().eventFilter(watched, event)

    def _drag(self, event: Any) -> None:
        take = taker(self._window, event.mimeData())
        event.setAccepted(take is not None)
        if take is None:
            return
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            take()


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def taker(window: MainWindow, data: QMimeData) -> Callable[[], object] | None:
    """What the window does with what was dropped; None where nothing can be done with it."""
    paths = [path for path in _files(data) if path.is_file()]
    page = window.navigator.page
    if len(paths) == 1 and paths[0].suffix == ".bartizan":
        return lambda: window.workspace.open_soon(paths[0])
    if not paths or not window.workspace.writable:
        return None
    if page is not None and hasattr(page, "take_files"):
        return lambda: page.take_files(paths)
    return lambda: _take_inventories(window, paths)


def _take_inventories(window: MainWindow, paths: list[Path]) -> None:
    def take(page: Any) -> None:
        for path in paths:
            page.add_inventory(path)

    window.navigator.lead("hosts", take)
