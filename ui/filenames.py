"""Names of the files of new audits: each is named before its title is typed, and takes that as its name when closed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.audit import Audit
    from ui.settings import Settings

_LOG = logging.getLogger("bartizan")
_SOON = 300  # milliseconds until closed files are looked at again


class FileNames(QObject):
    """``idle`` tells whether nothing runs in the background that may look for a file by its old name.

    A file is never renamed while it is open: SQLite finds what it needs to recover it by its name. One that a person
    has named, or that was opened again in a later session, keeps its name.
    """

    def __init__(self, settings: Settings, idle: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._idle = idle
        self._new: set[Path] = set()
        self._closed: list[tuple[Path, str]] = []
        self._turn = QTimer(self, singleShot=True, interval=_SOON)
        self._turn.timeout.connect(self._name)

    def made(self, path: Path, title: str) -> None:
        """An audit was begun in that file, which follows its title if that is what it was named after."""
        from app.naming import named_after  # noqa: PLC0415 - not before the first window

        if named_after(path, title):
            self._new.add(path)

    def named(self, path: Path) -> None:
        """A person has named that file: it keeps its name."""
        self._new.discard(path)

    def changes(self, audit: Audit) -> bool:
        """Whether its file gets another name when it is closed."""
        from app.naming import named_after  # noqa: PLC0415 - not before an audit is open

        return audit.path in self._new and not named_after(audit.path, audit.info.title)

    def of(self, audit: Audit) -> str:
        """The name of its file without the ending, as it will be: what is exported is named alike."""
        from app.naming import file_name  # noqa: PLC0415 - not before an audit is open

        return file_name(audit.info.title, "") if self.changes(audit) else audit.path.stem

    def closed(self, audit: Audit) -> None:
        """It was let go of: name its file when nothing is under way any more."""
        if self.changes(audit):
            self._closed.append((audit.path, audit.info.title))
            self._name()
        self._new.discard(audit.path)

    @Slot()
    def _name(self) -> None:
        if not self._idle():
            self._turn.start()
            return
        from app.screen.renaming import follow_title  # noqa: PLC0415 - only after a new audit

        closed, self._closed = self._closed, []
        for path, title in closed:
            new = follow_title(path, title)
            if new != path:
                _LOG.info("Named %s after its title: %s", path, new)
                self._settings.move_recent(path, new)
