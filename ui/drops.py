"""Files dropped on the window: an audit is opened, in a chapter they are evidence, elsewhere inventories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

    from ui.window import MainWindow


def taker(window: MainWindow, data: QMimeData) -> Callable[[], object] | None:
    """What the window does with what was dropped; None where nothing can be done with it."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    paths = [path for path in paths if path.is_file()]
    page = window.stack.currentWidget()
    if len(paths) == 1 and paths[0].suffix == ".bartizan":
        return lambda: window.workspace.open_soon(paths[0])
    if not paths or not window.workspace.writable:
        return None
    if hasattr(page, "take_files"):
        return lambda: page.take_files(paths)
    return lambda: _take_inventories(window, paths)


def _take_inventories(window: MainWindow, paths: list[Path]) -> None:
    window.go("hosts")
    for path in paths:
        window.stack.currentWidget().add_inventory(path)  # type: ignore[attr-defined]  # the Hosts step has it
